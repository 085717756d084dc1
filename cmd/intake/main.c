/*
 * intake: who is asking, and what do they need?
 * A table of contents: verbs and options as rows.
 */
#include "cli/list_add.h"
#include "cmd/intake/verbs.h"

static const struct eni_verb verbs[] = {
    {.name = "read", .help = "client records out of any list: canonical names, normal values, tags", .run = eni_verb_read},
    {.name = "add", .help = "the same, appended to the book; probable duplicates are held back", .run = eni_verb_add},
    {.name = "dups", .help = "pairs in the book that may be one person", .run = eni_verb_dups},
    {.name = "init", .help = "start a book: a folder with settings and files to fill", .run = eni_verb_init, .no_book = true},
    {.name = "check", .help = "what registration, assessment and plan still lack", .run = eni_verb_check},
    {.name = "brief",
	.help = "the receptionist's page for each visitor; -o text lays it out",
	.run = eni_verb_brief,
	.pages = ENI_PAGE(ENI_TEXT_PAGE)},
    {.name = "match",
	.help = "packages, best first, and what they do not cover; -o text says it in plain words",
	.run = eni_verb_match,
	.pages = ENI_PAGE(ENI_TEXT_PAGE)},
    {.name = "accept", .help = "the written acceptance criteria, and every rule that spoke", .run = eni_verb_accept},
    {.name = "steps", .help = "the reception step by step: minutes against budget, who left where", .run = eni_verb_steps},
    {.name = "funnel", .help = "how many who ask come and sign, and how long it takes them", .run = eni_verb_funnel},
    {.name = "focus", .help = "what counts most for those who ask", .run = eni_verb_focus},
    {.name = "lost", .help = "why people did not sign", .run = eni_verb_lost},
    {.name = "ratings", .help = "what the surveys say, by kind and item", .run = eni_verb_ratings},
    {.name = "calls", .help = "whom to call back, one line per person", .run = eni_verb_calls, .pages = ENI_PAGE(ENI_ICS_PAGE)},
};

static const struct eni_option options[] = {
    {0, "map", NULL, "read: what was understood and what not, as a snippet for office.yaml"},
    {0, "force", NULL, "add: probable duplicates, too"},
    {0, "convert", NULL, "add: rewrite the clients as UTF-8 when they cannot hold a character"},
    {0, "kind", "KIND", "init: day_service, visit_clinic, cm_office, nursing_home or home_help"},
    {0, "country", "jp|cn", "init: the country (default: cn with --lang zh, else jp)"},
    {0, "upto", "STEP", "check: the last step that must be done: register, assess, tour, plan (default) or objection"},
    {0, "since", "WHEN", "reports, calls: from this day or moment on"},
    {0, "until", "WHEN", "reports, calls: up to this day or moment, included"},
    {0, "by", "WHAT", "steps: staff or staff_role; funnel, calls: hour or weekday"},
    {0, "total", NULL, "steps: a last row for all steps together"},
    {0, "bottleneck", NULL, "steps: only the step where most leave, or else most run over"},
    {0, "todo", NULL, "calls: -o ics gives to-dos instead of all-day events"},
    {0, "full-names", NULL, "calls: -o ics with names and numbers instead of initials"},
    {0, "now", NULL, "calls: nobody outside the contact hours"},
};

static const char *const examples[] = {
    "intake --map form.csv                  what is not understood, before anything is written",
    "intake form.csv | followup -           what the new inquirers are owed",
    "intake add form.csv --rejects held.csv",
    "intake init book --kind day_service",
    "intake check --upto assess",
    "intake brief -o text | lp",
    "intake steps --since 2026-10-01 --total",
    "intake calls /var/log/asterisk/cdr-csv/Master.csv",
};

static const struct eni_command intake = {
    .name = "intake",
    .what = "Who is asking, and what do they need?",
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
