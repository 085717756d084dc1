/*
 * ltv: what is a client, a source, a missed call worth?
 * A table of contents: verbs and options as rows.
 */
#include "cli/ltv.h"

static const struct eni_verb verbs[] = {
    {.name = "value", .help = "each client: earned so far, and what may still come", .run = eni_verb_value},
    {.name = "formula", .help = "price, visits a month and months multiplied, as set or as measured", .run = eni_verb_formula},
    {.name = "missed", .help = "what calls nobody answered cost; who answers first calls best", .run = eni_verb_missed},
    {.name = "staffing", .help = "a clerk against an answering service, and what either has to win", .run = eni_verb_staffing},
    {.name = "bench", .help = "the office's own month against the national figures", .run = eni_verb_bench},
    {.name = "attach", .help = "a column ltv beside the rows of any list with ids", .run = eni_verb_attach},
};

static const struct eni_option options[] = {
    {0, "price", "AMOUNT", "formula, missed, staffing: of a visit, instead of the setting"},
    {0, "visits-per-month", "N", "the same: visits in a month"},
    {0, "months", "N", "the same: months of a stay; value, attach: instead of the office's survival"},
    {0, "discount", "PERCENT", "what comes later counts for less: so much a year"},
    {0, "margin", "SHARE", "only this share of the revenue counts"},
    {0, "churn", "SHARE", "formula: this share leaves in a month, instead of a fixed number of months"},
    {0, "paid", "WHEN", "discounted months are paid in arrears (default), in advance, or residual"},
    {0, "by", "FIELD", "value: one line for each value of a client field; missed: answered_by"},
    {0, "like", "FIELD", "value, attach: expect of people what those alike in this field did"},
    {0, "top", "N", "value, attach: only the N most valuable, these first"},
    {0, "show", "ltv", "staffing: a further column"},
    {0, "calls", "N", "staffing: incoming calls a month, instead of the setting or the log"},
    {0, "month", "MONTH", "bench: of which month the records are (default: the one that was over last)"},
    {0, "measured", NULL, "formula: from the visits of clients whose time is over"},
    {0, "since", "WHEN", "only visits and calls from this day on"},
    {0, "until", "WHEN", "only visits and calls up to this day, included"},
};

static const char *const examples[] = {
    "ltv value --top 20 -f id,name,ltv,basis",
    "ltv value --by referrer",
    "ltv formula --price 4000 --visits-per-month 8 --months 18",
    "ltv formula --measured",
    "ltv missed --since 2026-11-01 --until 2026-11-30",
    "ltv missed --by answered_by Master.csv",
    "ltv staffing --show ltv",
    "ltv bench --month 2026-10",
    "followup | ltv attach - --top 20       the most valuable first",
};

static const struct eni_command ltv = {
    .name = "ltv",
    .what = "What is a client, a source, a missed call worth?",
    .verb = verbs,
    .n_verbs = sizeof verbs / sizeof *verbs,
    .option = options,
    .n_options = sizeof options / sizeof *options,
    .example = examples,
    .n_examples = sizeof examples / sizeof *examples,
};

int
main(int argc, char **argv)
{
	return eni_command_main(&ltv, argc, argv);
}
