/*
 * churn: who leaves, why, when, and who comes back?
 * A table of contents: verbs and options as rows.
 */
#include "cli/shared_options.h"
#include "cmd/churn/charts.h"
#include "cmd/churn/verbs.h"

#define CHART(chart)                                                                                                               \
	{                                                                                                                          \
		{ENI_TEXT_PAGE, &eni_chart_sink, chart}, {ENI_SVG_PAGE, &eni_chart_sink, chart},                                   \
	}
#define CURVES_OF_ITS_OWN                                                                                                          \
	{                                                                                                                          \
		{ENI_TEXT_PAGE, NULL, NULL}, {ENI_SVG_PAGE, NULL, NULL},                                                           \
	}

static const struct eni_verb verbs[] = {
    {.name = "reasons", .help = N_("why people left"), .run = eni_verb_reasons, .page = CHART(&eni_reasons_chart)},
    {.name = "return",
	.help = N_("how many of them came back, against the benchmark"),
	.run = eni_verb_return,
	.page = CURVES_OF_ITS_OWN},
    {.name = "seats",
	.help = N_("seats by weekday and session: booked, held, free"),
	.run = eni_verb_seats,
	.page = CHART(&eni_seats_chart)},
    {.name = "reopen",
	.help = N_("weekdays to offer: with a free seat, and without whoever was the cause"),
	.run = eni_verb_reopen},
    {.name = "changes", .help = N_("what each changed house rule cost"), .run = eni_verb_changes},
    {.name = "rate", .help = N_("coming and going by the month"), .run = eni_verb_rate, .page = CHART(&eni_rate_chart)},
    {.name = "cohorts",
	.help = N_("of those who came in one month, how many still stay"),
	.run = eni_verb_cohorts,
	.page = CHART(&eni_cohorts_chart)},
    {.name = "survival",
	.help = N_("how long people stay: Kaplan and Meier's curve"),
	.run = eni_verb_survival,
	.page = CURVES_OF_ITS_OWN},
    {.name = "incidence",
	.help = N_("why they leave in the end: causes that compete"),
	.run = eni_verb_incidence,
	.page = CURVES_OF_ITS_OWN},
    {.name = "risk", .help = N_("active clients with warning signs, as records for followup"), .run = eni_verb_risk},
    {.name = "leave", .help = N_("record the end of a stay"), .run = eni_verb_leave},
    {.name = "back", .help = N_("record a return"), .run = eni_verb_back},
};

/* reports on a period; on the whole of every stay */
#define PERIODS "reasons return changes rate cohorts "
#define CURVES "survival incidence "

static const struct eni_option options[] = {
    ENI_OPTIONS_ALWAYS,
    ENI_OPTIONS_ROWS(PERIODS CURVES "seats reopen risk"),
    ENI_OPTION_WHERE(PERIODS CURVES "reopen risk"),
    ENI_OPTIONS_INPUT(NULL),
    ENI_OPTION_REJECTS(NULL),
    ENI_OPTION_STRICT(NULL),
    ENI_OPTION_DRY_RUN("leave back"),
    ENI_OPTION_ADD_COLUMNS("leave back"),
    ENI_OPTION_EXIT_CODE(NULL),
    {.name = "since",
	.arg = "WHEN",
	.verbs = PERIODS CURVES "seats",
	.help = N_("from this day on; of survival and incidence: the day on which records begin")},
    {.name = "until", .arg = "WHEN", .verbs = PERIODS "seats", .help = N_("up to this day, included")},
    ENI_OPTION_PERIOD(PERIODS "seats"),
    {.name = "by",
	.arg = "FIELD",
	.verbs = CURVES "return",
	.help = N_("one for each value of a client field or column; of return without --curve: reason alone")},
    {.name = "curve", .verbs = "return", .help = N_("how soon they came back, while the dead no longer could")},
    {.name = "measured", .verbs = "seats", .help = N_("utilisation from attendances instead of bookings")},
    {.name = "summary", .verbs = "survival", .help = N_("median with its limits and restricted mean, one row a group")},
    {.name = "at",
	.arg = "TIMES",
	.verbs = "survival",
	.help = N_("with --summary: how many are still there after these times, such as 90d,6m,1y")},
    {.name = "test",
	.verbs = CURVES,
	.help = N_("compare the groups of --by: the log-rank test; of incidence: Gray's test of each cause")},
    {.name = "strata",
	.arg = "FIELD",
	.verbs = CURVES,
	.help = N_("with --test: compare within each value of this field or column")},
    {.name = "all", .verbs = "risk", .help = N_("all who are here, each with the figure, whatever it is")},
    {.name = "person-time", .verbs = "rate", .help = N_("leavings per 100 months that clients were here, with exact limits")},
    {.name = "total", .verbs = "rate", .help = N_("with --person-time: a last row for all months together")},
    {.name = "winnable", .verbs = "survival", .help = N_("only leaving that could be won back counts; the rest is censored")},
    {.name = "tau", .arg = "N", .verbs = "survival", .help = N_("with --summary: the restricted mean up to this time")},
    {.name = "from", .arg = "N", .verbs = CURVES "return", .help = N_("only from this time on (landmark); of return with --curve")},
    {.name = "time", .arg = "COLUMN", .verbs = CURVES, .help = N_("read any numeric table: the column with the time")},
    {.name = "event",
	.arg = "COLUMN",
	.verbs = CURVES,
	.help = N_("the column with the event: 0, empty or censored for none, else its cause")},
    {.name = "entry", .arg = "COLUMN", .verbs = CURVES, .help = N_("the column with the time of entry")},
    {.name = "partial", .verbs = CURVES, .help = N_("the counts alone, to be merged")},
    {.name = "merge", .verbs = CURVES, .help = N_("the operands are such counts, of one office each")},
    {.name = "on", .arg = "DAY", .verbs = "leave back", .help = N_("the first day out, or of the new stay (default: today)")},
    {.name = "reason", .arg = "REASON", .words = ENI_V_REASON, .verbs = "leave", .help = N_("why (default: unknown)")},
    {.name = "cause", .arg = "IDS", .verbs = "leave", .help = N_("the clients or staff the trouble was with")},
    {.name = "outlook",
	.arg = "OUTLOOK",
	.words = ENI_V_OUTLOOK,
	.verbs = "leave",
	.help = N_("whether a return is likely or unlikely")},
    {.name = "note", .arg = "TEXT", .verbs = "leave back", .help = N_("more, such as which rule was changed")},
    {.name = "undo", .verbs = "leave back", .help = N_("take the last one back")},
    {.name = "convert",
	.verbs = "leave back",
	.help = N_("rewrite a file as UTF-8 when it cannot hold a character, a workbook as CSV")},
};

static const char *const examples[] = {
    "churn reasons --since 2026-04-01 --until 2027-03-31",
    "churn return --by reason",
    "churn return --curve -o text",
    "churn seats --measured --since 2026-10-01 --until 2026-10-31",
    "churn reopen A15",
    "churn survival --summary --by care_level --tau 365",
    "churn survival --time days --event left table.csv",
    "churn survival --partial > east.csv; churn survival --merge east.csv west.csv",
    "churn incidence -o svg > why.svg",
    N_("churn risk | followup -                what their signs call for"),
    "churn leave K07 --reason person --cause K12 --on 2026-11-20",
    "churn back K07",
    N_("churn back --undo K07                  that was the wrong one"),
};

static const struct eni_command churn = {
    .name = "churn",
    .what = N_("Who leaves, why, when, and who comes back?"),
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
	return eni_command_main(&churn, argc, argv);
}
