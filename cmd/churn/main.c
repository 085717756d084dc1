/*
 * churn: who leaves, why, when, and who comes back?
 * A table of contents: verbs and options as rows.
 */
#include "cmd/churn/verbs.h"

#define PICTURES (ENI_PAGE(ENI_TEXT_PAGE) | ENI_PAGE(ENI_SVG_PAGE))

static const struct eni_verb verbs[] = {
    {.name = "reasons", .help = "why people left", .run = eni_verb_reasons, .pages = PICTURES},
    {.name = "return", .help = "how many of them came back, against the benchmark", .run = eni_verb_return, .pages = PICTURES},
    {.name = "seats", .help = "seats by weekday and session: booked, held, free", .run = eni_verb_seats, .pages = PICTURES},
    {.name = "reopen", .help = "weekdays to offer: with a free seat, and without whoever was the cause", .run = eni_verb_reopen},
    {.name = "changes", .help = "what each changed house rule cost", .run = eni_verb_changes},
    {.name = "rate", .help = "coming and going by the month", .run = eni_verb_rate, .pages = PICTURES},
    {.name = "cohorts", .help = "of those who came in one month, how many still stay", .run = eni_verb_cohorts, .pages = PICTURES},
    {.name = "survival", .help = "how long people stay: Kaplan and Meier's curve", .run = eni_verb_survival, .pages = PICTURES},
    {.name = "incidence", .help = "why they leave in the end: causes that compete", .run = eni_verb_incidence, .pages = PICTURES},
    {.name = "risk", .help = "active clients with warning signs, as records for followup", .run = eni_verb_risk},
    {.name = "leave", .help = "record the end of a stay", .run = eni_verb_leave},
    {.name = "back", .help = "record a return", .run = eni_verb_back},
};

static const struct eni_option options[] = {
    {0, "since", "WHEN", "reports: from this day on; survival, incidence: the day on which records begin"},
    {0, "until", "WHEN", "reports: up to this day, included"},
    {0, "by", "FIELD", "return: reason; its curve, survival, incidence: one for each value of a client field or column"},
    {0, "curve", NULL, "return: how soon they came back, while the dead no longer could"},
    {0, "measured", NULL, "seats: utilisation from attendances instead of bookings"},
    {0, "summary", NULL, "survival: median with its limits and restricted mean, one row a group"},
    {0, "test", NULL, "survival: the log-rank test between the groups of --by"},
    {0, "winnable", NULL, "survival: death, facility and hospital are no leaving to be won back: censored"},
    {0, "tau", "N", "survival --summary: the restricted mean up to this time"},
    {0, "from", "N", "survival, incidence, return --curve: only from this time on (landmark)"},
    {0, "time", "COLUMN", "survival, incidence: read any numeric table: the column with the time"},
    {0, "event", "COLUMN", "the column with the event: 0, empty or censored for none, else its cause"},
    {0, "entry", "COLUMN", "the column with the time of entry"},
    {0, "partial", NULL, "survival, incidence: the counts alone, to be merged"},
    {0, "merge", NULL, "survival, incidence: the operands are such counts, of one office each"},
    {0, "on", "DAY", "leave: the first day out; back: the first day of the new stay (default: today)"},
    {0, "reason", "REASON", "leave: why (default: unknown)"},
    {0, "cause", "IDS", "leave: the clients or staff the trouble was with"},
    {0, "outlook", "OUTLOOK", "leave: whether a return is likely or unlikely"},
    {0, "note", "TEXT", "leave, back: more, such as which rule was changed"},
    {0, "convert", NULL, "leave, back: rewrite a file as UTF-8 when it cannot hold a character"},
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
    "churn risk | followup -                what their signs call for",
    "churn leave K07 --reason person --cause K12 --on 2026-11-20",
    "churn back K07",
};

static const struct eni_command churn = {
    .name = "churn",
    .what = "Who leaves, why, when, and who comes back?",
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
