/*
 * followup: whom do we owe a touch today, how, and why?
 * A table of contents: verbs and options as rows.
 */
#include "cmd/followup/verbs.h"

#define PAGES (ENI_PAGE(ENI_ICS_PAGE) | ENI_PAGE(ENI_TEXT_PAGE) | ENI_PAGE(ENI_MAIL_PAGE))

static const struct eni_verb verbs[] = {
    {.name = "list", .help = "everything due by now, most urgent first", .run = eni_verb_list, .pages = PAGES},
    {.name = "merged", .help = "partner tasks joined per person and channel", .run = eni_verb_merged, .pages = PAGES},
    {.name = "stale", .help = "what is too late to be useful", .run = eni_verb_stale},
    {.name = "facts", .help = "the derived fields rules can see", .run = eni_verb_facts},
    {.name = "why", .help = "for one id: what every rule says, and what silenced it", .run = eni_verb_why},
    {.name = "show", .help = "for one id: everything the book knows, newest first", .run = eni_verb_show},
    {.name = "gaps", .help = "whom a rule would speak for if a field were filled; findings about the book", .run = eni_verb_gaps},
    {.name = "expire", .help = "records past the time they are to be kept", .run = eni_verb_expire},
    {.name = "rules", .help = "the rules in force as YAML, each with its origin", .run = eni_verb_rules},
    {.name = "done", .help = "append to the journal: ID:RULE..., ID... --to --channel, FILE or -", .run = eni_verb_done},
};

static const struct eni_option options[] = {
    {0, "ahead", "SPAN", "list, merged: look further, such as 7d; next: through the next open day"},
    {0, "office", NULL, "list: the office's own recurring tasks instead"},
    {0, "all", NULL, "list: people's and the office's tasks"},
    {0, "todo", NULL, "list, merged: -o ics gives to-dos instead of all-day events"},
    {0, "full-names", NULL, "list, merged: -o ics, mail with names and numbers instead of initials"},
    {0, "each", NULL, "list, merged: -o mail gives a message for every task by e-mail instead of one for the staff"},
    {0, "journal", NULL, "list, merged: record what -o mail printed, so that it is not printed again"},
    {0, "channel", "CODE", "done: call, fax, email, visit, letter, meet, sms, line, wechat, task"},
    {0, "to", "CODE", "done: client, family, decision_maker, caremanager, doctor, referrer, staff ..."},
    {0, "outcome", "CODE", "done: done, sent, booked, considering, refused, no_answer, voicemail ..."},
    {0, "at", "WHEN", "done: when it happened (default: the moment of --today)"},
    {0, "staff", "ID", "done: who did it"},
    {0, "note", "TEXT", "done: what was said; -o text, mail --each: what a text says where the book has no note"},
    {0, "next", "DAY", "done: the day promised for the next contact"},
    {0, "dir", "out|in", "done: we started (out, the default) or they did (in)"},
    {0, "topic", "TEXT", "done: what it was about"},
    {0, "convert", NULL, "done: rewrite the journal as UTF-8 when it cannot hold a character"},
};

static const char *const examples[] = {
    "followup -t \"$(date +%F)\"                tonight's list, the whole day",
    "followup -w 'late: over 3' -o excel > late.csv",
    "followup why A01",
    "followup done A01:hospital-monthly --note 'better, home in May' --next 2026-05-20",
    "followup -o text -w 'channel: [letter, fax]' | lp",
    "followup -o mail | sendmail -t         the list to the staff",
    "followup -o mail --each --journal | formail -s sendmail -t",
    "followup merged --ahead next | cut -d, -f1-4",
};

static const struct eni_command followup = {
    .name = "followup",
    .what = "Whom do we owe a touch today, how, and why?",
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
