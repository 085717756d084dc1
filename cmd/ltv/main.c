/*
 * ltv: what is a client, a source, a missed call worth?
 * A table of contents: verbs and options as rows.
 */
#include "cli/shared_options.h"
#include "cmd/ltv/verbs.h"

static const struct eni_verb verbs[] = {
    {.name = "value", .help = N_("each client: earned so far, and what may still come"), .run = eni_verb_value},
    {.name = "formula", .help = N_("price, visits a month and months multiplied, as set or as measured"), .run = eni_verb_formula},
    {.name = "missed", .help = N_("what unanswered calls cost; who answers first calls best"), .run = eni_verb_missed},
    {.name = "staffing",
	.help = N_("a clerk against an answering service, and what either has to win"),
	.run = eni_verb_staffing,
	.own_files = true},
    {.name = "bench", .help = N_("the office's own month against the national figures"), .run = eni_verb_bench, .own_files = true},
    {.name = "forecast", .help = N_("how long clients will stay, or how often visitors will come"), .run = eni_verb_forecast},
    {.name = "attach", .help = N_("a column ltv beside the rows of any list with ids"), .run = eni_verb_attach},
};

/* what the usual client is worth, in some use; what each one is */
#define USUAL "formula missed staffing "
#define PEOPLE "value attach "

static const struct eni_option options[] = {
    ENI_OPTIONS_ALWAYS,
    ENI_OPTIONS_ROWS(NULL),
    ENI_OPTION_WHERE("value formula bench forecast attach"),
    ENI_OPTIONS_INPUT(NULL),
    ENI_OPTION_REJECTS(NULL),
    ENI_OPTION_STRICT(NULL),
    ENI_OPTION_EXIT_CODE(NULL),
    {.name = "price", .arg = "AMOUNT", .verbs = USUAL PEOPLE, .help = N_("of a visit, instead of the setting")},
    {.name = "visits-per-month", .arg = "N", .verbs = USUAL PEOPLE, .help = N_("visits in a month, instead of the setting")},
    {.name = "months",
	.arg = "N",
	.verbs = USUAL PEOPLE,
	.help = N_("months of a stay, instead of the setting; of value and attach: instead of the office's survival")},
    {.name = "discount",
	.arg = "SHARE",
	.verbs = USUAL PEOPLE "forecast",
	.help = N_("what comes later counts for less: so much a year, such as 0.03 or 3%")},
    {.name = "margin",
	.arg = "SHARE",
	.verbs = USUAL PEOPLE "forecast",
	.help = N_("only this share of the revenue counts, such as 0.6 or 60%")},
    {.name = "cost",
	.arg = "AMOUNT",
	.verbs = "formula value",
	.help = N_("what it cost to win a client; of value also a table: a field of the clients, and the cost")},
    {.name = "churn",
	.arg = "SHARE",
	.verbs = USUAL,
	.help = N_("this share leaves in a month, instead of a fixed number of months")},
    {.name = "paid",
	.arg = "WHEN",
	.verbs = USUAL,
	.help = N_("discounted months are paid in arrears (default), in advance, or residual")},
    {.name = "by",
	.arg = "FIELD",
	.verbs = "value missed",
	.help = N_("one line for each value of a client field; of missed: answered_by, month or line")},
    {.name = "like", .arg = "FIELD", .verbs = PEOPLE, .help = N_("expect of people what those alike in this field did")},
    {.name = "top", .arg = "N", .verbs = PEOPLE, .help = N_("only the N most valuable, these first")},
    {.name = "show", .arg = "ltv", .verbs = "staffing", .help = N_("a further column")},
    {.name = "calls", .arg = "N", .verbs = "staffing", .help = N_("incoming calls a month, instead of the setting or the log")},
    {.name = "month",
	.arg = "MONTH",
	.verbs = "bench",
	.help = N_("of which month the records are (default: the one that was over last)")},
    {.name = "measured", .verbs = "formula", .help = N_("from the visits of clients whose time is over")},
    {.name = "since", .arg = "WHEN", .verbs = USUAL PEOPLE "bench", .help = N_("only visits and calls from this day on")},
    {.name = "until", .arg = "WHEN", .verbs = USUAL PEOPLE "bench", .help = N_("only visits and calls up to this day, included")},
    ENI_OPTION_PERIOD(USUAL PEOPLE "bench"),
    {.name = "model",
	.arg = "MODEL",
	.verbs = "forecast",
	.help = N_("sbg for stays, visits for irregular visitors (default: what the book has)")},
    {.name = "each", .verbs = "forecast", .help = N_("a row for each client")},
    {.name = "total", .verbs = "forecast", .help = N_("the sums alone")},
    {.name = "curve", .verbs = "forecast", .help = N_("the curve of a new client")},
    {.name = "holdout",
	.arg = "DAYS",
	.verbs = "forecast",
	.help = N_("fit without the last days, and compare them with the forecast")},
    {.name = "horizon",
	.arg = "N",
	.verbs = PEOPLE "forecast",
	.help = N_("months to look ahead (default: the office's ltv.horizon, else 60)")},
    {.name = "step", .arg = "DAYS", .verbs = "forecast", .help = N_("days of a period (default: 30.4375, a month)")},
    {.name = "time", .arg = "COLUMN", .verbs = "forecast", .help = N_("read any numeric table: the column with the period")},
    {.name = "alive", .arg = "COLUMN", .verbs = "forecast", .help = N_("how many are still there after it")},
    {.name = "cohort", .arg = "COLUMN", .verbs = "forecast", .help = N_("which of several curves the row belongs to")},
    {.name = "event",
	.arg = "COLUMN",
	.verbs = "forecast",
	.help = N_("a row for each person: 0, empty or censored for still there, else they left")},
    {.name = "x", .arg = "COLUMN", .verbs = "forecast", .help = N_("read a table of visitors: the column with the repeat visits")},
    {.name = "tx", .arg = "COLUMN", .verbs = "forecast", .help = N_("when the last visit was, since the first")},
    {.name = "age", .arg = "COLUMN", .verbs = "forecast", .help = N_("how long ago the first visit was")},
    {.name = "money", .arg = "COLUMN", .verbs = "forecast", .help = N_("what a repeat visit earned on average")},
    {.name = "actual",
	.arg = "COLUMN",
	.verbs = "forecast",
	.help = N_("with --holdout N: the visits that came in the N periods after")},
    {.name = "id", .arg = "COLUMN", .verbs = "forecast", .help = N_("with --each: who it is (default: the number of the row)")},
};

static const char *const examples[] = {
    "ltv value --top 20 -f id,name,ltv,basis",
    "ltv value --by referrer",
    "ltv value --by referrer --cost costs.csv --margin 60%",
    "ltv formula --price 4000 --visits-per-month 8 --months 18",
    "ltv formula --measured",
    "ltv missed --since 2026-11-01 --until 2026-11-30",
    "ltv missed --by answered_by Master.csv",
    "ltv missed --by month",
    "ltv staffing --show ltv",
    "ltv bench --month 2026-10",
    N_("followup | ltv attach - --top 20       the most valuable first"),
    N_("ltv forecast                             how staying is distributed: the fitted parameters"),
    N_("ltv forecast --each --horizon 12         who will still be here in a year, and what that earns"),
    N_("ltv forecast --holdout 180               would it have foretold the last half year?"),
    "ltv forecast --model visits --total --discount 0.03",
    "ltv forecast --time year --alive members curve.csv",
    "ltv forecast --x x --tx t_x --age T --money m_x --step 7 visitors.csv",
};

static const struct eni_command ltv = {
    .name = "ltv",
    .what = N_("What is a client, a source, a missed call worth?"),
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
