/*
 * ltv: what is a client, a source, a missed call worth?
 * A table of contents: verbs and options as rows.
 */
#include "cmd/ltv/verbs.h"

static const struct eni_verb verbs[] = {
    {.name = "value", .help = "each client: earned so far, and what may still come", .run = eni_verb_value},
    {.name = "formula", .help = "price, visits a month and months multiplied, as set or as measured", .run = eni_verb_formula},
    {.name = "missed", .help = "what calls nobody answered cost; who answers first calls best", .run = eni_verb_missed},
    {.name = "staffing", .help = "a clerk against an answering service, and what either has to win", .run = eni_verb_staffing},
    {.name = "bench", .help = "the office's own month against the national figures", .run = eni_verb_bench},
    {.name = "forecast", .help = "how long clients will stay, or how often visitors will come", .run = eni_verb_forecast},
    {.name = "attach", .help = "a column ltv beside the rows of any list with ids", .run = eni_verb_attach},
};

static const struct eni_option options[] = {
    {0, "price", "AMOUNT", "formula, missed, staffing: of a visit, instead of the setting"},
    {0, "visits-per-month", "N", "the same: visits in a month"},
    {0, "months", "N", "the same: months of a stay; value, attach: instead of the office's survival"},
    {0, "discount", "SHARE", "what comes later counts for less: so much a year, such as 0.03 or 3%"},
    {0, "margin", "SHARE", "only this share of the revenue counts, such as 0.6 or 60%"},
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
    {0, "model", "MODEL", "forecast: sbg for stays, visits for irregular visitors (default: what the book has)"},
    {0, "each", NULL, "forecast: a row for each client"},
    {0, "total", NULL, "forecast: the sums alone"},
    {0, "curve", NULL, "forecast: the curve of somebody new"},
    {0, "holdout", "DAYS", "forecast: fit without the last days, and compare them with the forecast"},
    {0, "horizon", "N", "value, attach, forecast: months to look ahead (default: the office's ltv.horizon, else 60)"},
    {0, "period", "DAYS", "forecast: days of a period (default: 30.4375, a month)"},
    {0, "time", "COLUMN", "forecast: read any numeric table: the column with the period"},
    {0, "alive", "COLUMN", "how many are still there after it"},
    {0, "cohort", "COLUMN", "which of several curves the row belongs to"},
    {0, "event", "COLUMN", "a row for each person: 0, empty or censored for still there, else they left"},
    {0, "x", "COLUMN", "forecast: read a table of visitors: the column with the repeat visits"},
    {0, "tx", "COLUMN", "when the last visit was, since the first"},
    {0, "age", "COLUMN", "how long ago the first visit was"},
    {0, "money", "COLUMN", "what a repeat visit earned on average"},
    {0, "actual", "COLUMN", "with --holdout N: the visits that came in the N periods after"},
    {0, "id", "COLUMN", "with --each: who it is (default: the number of the row)"},
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
    "ltv forecast                             how staying is distributed: the fitted parameters",
    "ltv forecast --each --horizon 12         who will still be here in a year, and what that earns",
    "ltv forecast --holdout 180               would it have foretold the last half year?",
    "ltv forecast --model visits --total --discount 0.03",
    "ltv forecast --time year --alive members curve.csv",
    "ltv forecast --x x --tx t_x --age T --money m_x --period 7 visitors.csv",
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
