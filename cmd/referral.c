/*
 * referral: who sends us people, and what do we owe them?
 * A table of contents: verbs and options as rows.
 */
#include "cli/referral.h"
#include "cli/intake_records.h"

static const struct eni_verb verbs[] = {
    {.name = "list", .help = "the outreach list: every partner, how to reach them, when next", .run = eni_verb_outreach},
    {.name = "trouble", .help = "of those a partner sent, how many had trouble", .run = eni_verb_trouble},
    {.name = "load", .help = "contacts with each care manager, and who had to start them", .run = eni_verb_load},
    {.name = "score", .help = "who was sent, what it took, and what it is worth", .run = eni_verb_score},
    {.name = "share", .help = "care plans by service: whether one corporation has more than 80 %", .run = eni_verb_share},
    {.name = "capacity", .help = "how many we can take, and who takes the call", .run = eni_verb_capacity},
    {.name = "add", .help = "partners out of any list into the book; probable duplicates are held back", .run = eni_verb_add},
};

static const struct eni_option options[] = {
    {0, "since", "WHEN", "reports: from this day or moment on"},
    {0, "until", "WHEN", "reports: up to this day or moment, included"},
    {0, "by", "WHAT", "list, score: kind; trouble: accepted; capacity: weekday"},
    {0, "total", NULL, "trouble: a last row for everybody together"},
    {0, "kind", "KIND", "add: what they are, where the list does not say it"},
    {0, "from", "clients", "add: the names in the clients' own columns instead of a list"},
    {0, "force", NULL, "add: probable duplicates, too"},
    {0, "convert", NULL, "add: rewrite the referrers as UTF-8 when they cannot hold a character"},
};

static const char *const examples[] = {
    "referral -w 'next: next 7d' -f next,org,person,channel,via",
    "referral list --by kind                how many partners we have",
    "referral trouble --since 2026-04-01 --until 2026-09-30 --total",
    "referral load --since 2026-11-01",
    "referral score --since 2026-04-01 --until 2027-03-31 --by kind",
    "referral share -t 2026-08-31",
    "referral capacity --lang ja -f capacity",
    "referral add --kind hospital hospitals.csv --rejects held.csv",
    "referral add --from clients",
};

static const struct eni_command referral = {
    .name = "referral",
    .what = "Who sends us people, and what do we owe them?",
    .verb = verbs,
    .n_verbs = sizeof verbs / sizeof *verbs,
    .option = options,
    .n_options = sizeof options / sizeof *options,
    .example = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .main = ENI_REFERRERS,
};

int
main(int argc, char **argv)
{
	return eni_command_main(&referral, argc, argv);
}
