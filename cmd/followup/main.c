/*
 * followup: whom do we owe a touch today, how, and why?
 * A table of contents: verbs and options as rows.
 */
#include "cli/letter.h"
#include "cli/shared_options.h"
#include "cli/task_print.h"
#include "cmd/followup/verbs.h"

#define PAGES(agenda)                                                                                                              \
	{                                                                                                                          \
		{ENI_ICS_PAGE, &eni_agenda_sink, agenda}, {ENI_TEXT_PAGE, &eni_pages_sink, NULL},                                  \
		    {ENI_MAIL_PAGE, &eni_mail_sink, NULL},                                                                         \
	}

static const struct eni_verb verbs[] = {
    {.name = "list", .help = N_("everything due by now, most urgent first"), .run = eni_verb_list, .page = PAGES(&eni_task_agenda)},
    {.name = "merged",
	.help = N_("what is due joined per person and channel: one call for all of it"),
	.run = eni_verb_merged,
	.page = PAGES(&eni_merged_agenda)},
    {.name = "stale", .help = N_("what is too late to be useful"), .run = eni_verb_stale},
    {.name = "facts", .help = N_("the derived fields rules can see"), .run = eni_verb_facts},
    {.name = "why", .help = N_("for one id: what every rule says, and what silenced it"), .run = eni_verb_why},
    {.name = "show", .help = N_("for one id: everything the book knows, newest first"), .run = eni_verb_show},
    {.name = "gaps",
	.help = N_("whom a rule would speak for if a field were filled; findings about the book"),
	.run = eni_verb_gaps},
    {.name = "expire", .help = N_("records past the time they are to be kept"), .run = eni_verb_expire},
    {.name = "rules", .help = N_("the rules in force as YAML, each with its origin"), .run = eni_verb_rules, .own_files = true},
    {.name = "done",
	.help = N_("append to the journal: ID:RULE..., ID... --to --channel, FILE or -"),
	.run = eni_verb_done,
	.own_files = true},
    {.name = "undone",
	.help = N_("take the last such row of the journal back: ID:RULE..., ID..., FILE or -"),
	.run = eni_verb_undone,
	.own_files = true},
};

/* what prints rows */
#define ROWS "list merged stale facts why show gaps expire "

static const struct eni_option options[] = {
    ENI_OPTIONS_ALWAYS,
    ENI_OPTIONS_ROWS(ROWS),
    ENI_OPTION_WHERE("list merged stale facts gaps expire"),
    ENI_OPTIONS_INPUT(NULL),
    ENI_OPTION_REJECTS(ROWS "done undone"),
    ENI_OPTION_STRICT(ROWS "done undone"),
    ENI_OPTION_RULES("list merged stale why gaps rules done"),
    ENI_OPTION_DRY_RUN("list merged done undone"),
    ENI_OPTION_ADD_COLUMNS("list merged done undone"),
    ENI_OPTION_EXIT_CODE(NULL),
    {.name = "ahead",
	.arg = "SPAN",
	.verbs = "list merged",
	.help = N_("look further, such as 7d; next: through the next open day")},
    {.name = "office", .verbs = "list stale", .help = N_("the office's own tasks instead of people's")},
    {.name = "all", .verbs = "list stale", .help = N_("people's and the office's tasks")},
    {.name = "todo", .verbs = "list merged", .help = N_("-o ics gives to-dos instead of all-day events")},
    {.name = "full-names", .verbs = "list merged", .help = N_("-o ics, mail with names and numbers instead of initials")},
    {.name = "each",
	.verbs = "list merged",
	.help = N_("-o mail gives a message for every task by e-mail instead of one for the staff")},
    {.name = "journal", .verbs = "list merged", .help = N_("record what -o mail printed, so that it is not printed again")},
    {.name = "channel",
	.arg = "CODE",
	.words = ENI_V_CHANNEL,
	.verbs = "done",
	.help = N_("call, fax, email, visit, letter, meet, sms, line, wechat, task")},
    {.name = "to",
	.arg = "CODE",
	.words = ENI_V_TO,
	.verbs = "done",
	.help = N_("client, family, decision_maker, caremanager, doctor, referrer, staff ...")},
    {.name = "outcome",
	.arg = "CODE",
	.words = ENI_V_OUTCOME,
	.verbs = "done",
	.help = N_("done, sent, booked, considering, refused, no_answer, voicemail ...")},
    {.name = "at", .arg = "WHEN", .verbs = "done", .help = N_("when it happened (default: the moment of --today)")},
    {.name = "staff", .arg = "ID", .verbs = "done undone", .help = N_("who did it")},
    {.name = "note",
	.arg = "TEXT",
	.verbs = "done undone list merged",
	.help = N_("what was said; with -o text, mail --each: what a text says where the book has no note")},
    {.name = "next", .arg = "DAY", .verbs = "done", .help = N_("the day promised for the next contact")},
    {.name = "dir", .arg = "out|in", .verbs = "done", .help = N_("we started (out, the default) or they did (in)")},
    {.name = "topic", .arg = "TEXT", .verbs = "done", .help = N_("what it was about")},
    {.name = "convert",
	.verbs = "done undone",
	.help = N_("rewrite the journal as UTF-8 when it cannot hold a character, a workbook as CSV")},
};

static const char *const examples[] = {
    N_("followup -t \"$(date +%F)\"                tonight's list, the whole day"),
    "followup -w 'late: over 3' -o excel > late.csv",
    "followup why A01",
    "followup done A01:hospital-monthly --note 'better, home in May' --next 2026-05-20",
    "followup -o text -w 'channel: [letter, fax]' | lp",
    N_("followup undone A01:hospital-monthly  that was entered wrongly"),
    N_("followup -o mail | sendmail -t         the list to the staff"),
    "followup -o mail --each --journal | formail -s sendmail -t",
    "followup merged --ahead next | cut -d, -f1-4",
};

static const struct eni_command followup = {
    .name = "followup",
    .what = N_("Whom do we owe a touch today, how, and why?"),
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
	return eni_command_main(&followup, argc, argv);
}
