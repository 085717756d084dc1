/*
 * intake: who is asking, and what do they need?
 * A table of contents: verbs and options as rows.
 */
#include "cli/list_add.h"
#include "cli/shared_options.h"
#include "cmd/intake/charts.h"
#include "cmd/intake/verbs.h"

#define CHART(chart)                                                                                                               \
	{                                                                                                                          \
		{ENI_TEXT_PAGE, &eni_chart_sink, chart}, {ENI_SVG_PAGE, &eni_chart_sink, chart},                                   \
	}

static const struct eni_verb verbs[] = {
    {.name = "read",
	.help = N_("client records out of any list: canonical names, normal values, tags"),
	.run = eni_verb_read,
	.own_files = true},
    {.name = "add",
	.help = N_("the same, appended to the book; probable duplicates are held back"),
	.run = eni_verb_add,
	.own_files = true},
    {.name = "dups", .help = N_("pairs in the book that may be one person"), .run = eni_verb_dups},
    {.name = "init", .help = N_("start a book: a folder with settings and files to fill"), .run = eni_verb_init, .no_book = true},
    {.name = "check", .help = N_("what registration, assessment and plan still lack"), .run = eni_verb_check},
    {.name = "brief",
	.help = N_("the receptionist's page for each visitor; -o text lays it out"),
	.run = eni_verb_brief,
	.page = {{ENI_TEXT_PAGE, NULL, NULL}}},
    {.name = "match",
	.help = N_("packages, best first, and what they do not cover; -o text says it in plain words"),
	.run = eni_verb_match,
	.page = {{ENI_TEXT_PAGE, NULL, NULL}}},
    {.name = "accept", .help = N_("the written acceptance criteria, and every rule that spoke"), .run = eni_verb_accept},
    {.name = "steps",
	.help = N_("the reception step by step: minutes against budget, who left where"),
	.run = eni_verb_steps,
	.page = CHART(&eni_steps_chart),
	.own_files = true},
    {.name = "funnel",
	.help = N_("how many who ask come and sign, and how long it takes them"),
	.run = eni_verb_funnel,
	.page = CHART(&eni_funnel_chart)},
    {.name = "focus", .help = N_("what counts most for those who ask"), .run = eni_verb_focus},
    {.name = "lost", .help = N_("why people did not sign"), .run = eni_verb_lost, .page = CHART(&eni_lost_chart)},
    {.name = "ratings",
	.help = N_("what the surveys say, by kind and item"),
	.run = eni_verb_ratings,
	.page = CHART(&eni_ratings_chart),
	.own_files = true},
    {.name = "calls",
	.help = N_("whom to call back, one line per person"),
	.run = eni_verb_calls,
	.page = {{ENI_ICS_PAGE, &eni_agenda_sink, &eni_calls_agenda}, {ENI_TEXT_PAGE, NULL, NULL}}},
};

/* reports on a period; all but init, which begins with nothing */
#define REPORTS "steps funnel focus lost ratings calls "
#define RECORDS "read add dups check brief match accept " REPORTS

static const struct eni_option options[] = {
    ENI_OPTIONS_ALWAYS,
    ENI_OPTIONS_ROWS(RECORDS),
    ENI_OPTION_WHERE(RECORDS),
    ENI_OPTIONS_INPUT(RECORDS),
    ENI_OPTION_REJECTS(RECORDS),
    ENI_OPTION_STRICT(RECORDS),
    ENI_OPTION_RULES("read add check brief match accept"),
    ENI_OPTION_DRY_RUN("add init"),
    ENI_OPTION_ADD_COLUMNS("add"),
    ENI_OPTION_EXIT_CODE(RECORDS),
    {.name = "map",
	.verbs = "read add",
	.help = N_("how the list is read, column by column and word by word, and what to do next")},
    {.name = "update", .verbs = "add", .help = N_("what the list says otherwise of people in the book: id, field, old, new")},
    {.name = "force",
	.verbs = "add",
	.help = N_("probable duplicates, too; who asks again, into the journal; with --update, what it shows")},
    {.name = "convert",
	.verbs = "add",
	.help = N_("rewrite the clients as UTF-8 when they cannot hold a character, a workbook as CSV")},
    {.name = "kind",
	.arg = "KIND",
	.words = ENI_V_OFFICE_KIND,
	.verbs = "init",
	.help = N_("day_service, visit_clinic, cm_office, nursing_home or home_help")},
    {.name = "country", .arg = "jp|cn", .verbs = "init", .help = N_("the country (default: cn with --lang zh, else jp)")},
    {.name = "upto",
	.arg = "STEP",
	.words = ENI_V_STEP,
	.verbs = "check",
	.help = N_("the last step that must be done: register, assess, tour, plan (default) or objection")},
    {.name = "since", .arg = "WHEN", .verbs = REPORTS, .help = N_("from this day or moment on")},
    {.name = "until", .arg = "WHEN", .verbs = REPORTS, .help = N_("up to this day or moment, included")},
    ENI_OPTION_PERIOD(REPORTS),
    {.name = "by",
	.arg = "WHAT",
	.verbs = "steps funnel ratings calls",
	.help = N_("staff or staff_role; of ratings: staff; of funnel and calls: hour or weekday")},
    {.name = "field", .arg = "FIELD", .verbs = "focus", .help = N_("a client field that has codes, such as concern")},
    {.name = "each", .verbs = "steps", .help = N_("every step of every visitor, and where they left: id, step, outcome, day")},
    {.name = "total", .verbs = "steps", .help = N_("a last row for all steps together")},
    {.name = "bottleneck", .verbs = "steps", .help = N_("only the step where most leave, or else most run over")},
    {.name = "todo", .verbs = "calls", .help = N_("-o ics gives to-dos instead of all-day events")},
    {.name = "full-names", .verbs = "calls", .help = N_("-o ics with names and numbers instead of initials")},
    {.name = "now", .verbs = "calls", .help = N_("nobody outside the contact hours")},
};

static const char *const examples[] = {
    N_("intake --map form.csv                  what is not understood, before anything is written"),
    N_("intake form.csv | followup -           what the new inquirers are owed"),
    "intake add form.csv --rejects held.csv",
    "intake init book --kind day_service",
    "intake check --upto assess",
    "intake brief -o text | lp",
    "intake steps --since 2026-10-01 --total",
    "intake calls /var/log/asterisk/cdr-csv/Master.csv",
};

static const struct eni_command intake = {
    .name = "intake",
    .what = N_("Who is asking, and what do they need?"),
    .verb = verbs,
    .n_verbs = sizeof verbs / sizeof *verbs,
    .option = options,
    .n_options = sizeof options / sizeof *options,
    .example = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .no_status = ENI_STATUS_INQUIRY,
};

int
main(int argc, char **argv)
{
	return eni_command_main(&intake, argc, argv);
}
