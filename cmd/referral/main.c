/*
 * referral: who sends us people, and what do we owe them?
 * A table of contents: verbs and options as rows.
 */
#include "cli/letter.h"
#include "cli/list_add.h"
#include "cli/shared_options.h"
#include "cmd/referral/charts.h"
#include "cmd/referral/verbs.h"

#define LETTERS                                                                                                                    \
	{                                                                                                                          \
		{ENI_TEXT_PAGE, &eni_pages_sink, NULL}, {ENI_MAIL_PAGE, &eni_mail_sink, NULL},                                     \
	}

static const struct eni_verb verbs[] = {
    {.name = "list",
	.help = N_("the outreach list: every partner, how to reach them, when next"),
	.run = eni_verb_outreach,
	.main = ENI_REFERRERS,
	.page = {{ENI_ICS_PAGE, &eni_agenda_sink, &eni_outreach_agenda}}},
    {.name = "trouble",
	.help = N_("of those a partner sent, how many had trouble"),
	.run = eni_verb_trouble,
	.main = ENI_REFERRERS,
	.page = {{ENI_TEXT_PAGE, &eni_funnel_sink, &eni_trouble_funnel}, {ENI_SVG_PAGE, &eni_funnel_sink, &eni_trouble_funnel}}},
    {.name = "load",
	.help = N_("contacts with each care manager, and who had to start them"),
	.run = eni_verb_load,
	.main = ENI_REFERRERS},
    {.name = "score", .help = N_("who was sent, what it took, and what it is worth"), .run = eni_verb_score, .main = ENI_REFERRERS},
    {.name = "share",
	.help = N_("care plans by service: whether one corporation has more than 80 %"),
	.run = eni_verb_share,
	.own_files = true,
	.main = ENI_REFERRERS},
    {.name = "capacity", .help = N_("how many we can take, and who takes the call"), .run = eni_verb_capacity},
    {.name = "add",
	.help = N_("partners out of any list into the book; probable duplicates are held back"),
	.run = eni_verb_add,
	.own_files = true,
	.main = ENI_REFERRERS},
    {.name = "memo", .help = N_("the visits not reported yet, each care manager once"), .run = eni_verb_memo, .page = LETTERS},
    {.name = "draft", .help = N_("the liaison text for a care manager, marked as a draft"), .run = eni_verb_draft, .page = LETTERS},
    {.name = "decline",
	.help = N_("the polite refusal, with the criterion and an alternative"),
	.run = eni_verb_decline,
	.page = LETTERS},
    {.name = "lint",
	.help = N_("words that ask, words that offer a gift, texts that say nothing"),
	.run = eni_verb_lint,
	.main = ENI_REFERRERS},
    {.name = "brochure", .help = N_("what the brochure still lacks"), .run = eni_verb_brochure, .own_files = true},
    {.name = "sheet",
	.help = N_("criteria of acceptance, free places and who takes the call, on one page to hand out"),
	.run = eni_verb_sheet,
	.page = {{ENI_TEXT_PAGE, &eni_pages_sink, NULL}}},
};

/* reports on who sends; all but share, which reads files of its own */
#define SENDERS "trouble load score "
#define INPUT SENDERS "list capacity add memo draft decline lint brochure sheet"

static const struct eni_option options[] = {
    ENI_OPTIONS_ALWAYS,
    ENI_OPTIONS_ROWS(NULL),
    ENI_OPTION_WHERE(SENDERS "list add memo draft decline lint"),
    ENI_OPTIONS_INPUT(INPUT),
    ENI_OPTION_REJECTS(INPUT),
    ENI_OPTION_STRICT(NULL),
    ENI_OPTION_RULES("list memo draft decline sheet"),
    ENI_OPTION_DRY_RUN("add memo draft"),
    ENI_OPTION_ADD_COLUMNS("add memo draft"),
    ENI_OPTION_EXIT_CODE(NULL),
    {.name = "since", .arg = "WHEN", .verbs = SENDERS "share lint", .help = N_("from this day or moment on")},
    {.name = "until", .arg = "WHEN", .verbs = SENDERS "share lint", .help = N_("up to this day or moment, included")},
    ENI_OPTION_PERIOD(SENDERS "share lint"),
    {.name = "by",
	.arg = "WHAT",
	.verbs = "list score trouble capacity",
	.help = N_("kind; of trouble: accepted; of capacity: weekday")},
    {.name = "todo", .verbs = "list", .help = N_("-o ics gives to-dos instead of all-day events")},
    {.name = "full-names", .verbs = "list", .help = N_("-o ics with names and numbers instead of initials")},
    {.name = "rate",
	.verbs = "trouble",
	.help = N_("incidents of every kind for 1,000 days that clients were here, with exact limits")},
    {.name = "total", .verbs = "trouble", .help = N_("a last row for all together")},
    {.name = "kind",
	.arg = "KIND",
	.words = ENI_V_REFERRER_KIND,
	.verbs = "add",
	.help = N_("what they are, where the list does not say it")},
    {.name = "map", .verbs = "add", .help = N_("how the list is read, column by column and word by word, and what to do next")},
    {.name = "from", .arg = "clients", .verbs = "add", .help = N_("the names in the clients' own columns instead of a list")},
    {.name = "force", .verbs = "add", .help = N_("probable duplicates, too")},
    {.name = "convert",
	.verbs = "add",
	.help = N_("rewrite the referrers as UTF-8 when they cannot hold a character, a workbook as CSV")},
    {.name = "to",
	.arg = "KIND",
	.words = ENI_V_REFERRER_KIND,
	.verbs = "lint",
	.help = N_("for whom the text is: center (publicly commissioned), hospital, family ..")},
    {.name = "note", .arg = "TEXT", .verbs = "memo draft", .help = N_("what to say where a visit has no note")},
    {.name = "alternative", .arg = "TEXT", .verbs = "decline", .help = N_("who or what could help instead")},
    {.name = "journal", .verbs = "memo draft", .help = N_("record what was printed, so that it is not printed again")},
};

static const char *const examples[] = {
    "referral -w 'next: next 7d' -f next,org,person,channel,via",
    N_("referral list -o ics > outreach.ics     the next contact with every partner, for the phone"),
    N_("referral list --by kind                how many partners we have"),
    "referral trouble --since 2026-04-01 --until 2026-09-30 --total",
    N_("referral trouble --rate --period last-quarter       falls and other incidents for 1,000 client days"),
    "referral trouble -o svg > funnel.svg",
    "referral load --since 2026-11-01",
    "referral score --since 2026-04-01 --until 2027-03-31 --by kind",
    "referral share -t 2026-08-31",
    "referral capacity --lang ja -f capacity",
    "referral add --kind hospital hospitals.csv --rejects held.csv",
    "referral add --from clients",
    N_("referral memo -o text | lp              what the care managers have not heard yet"),
    "referral memo -o mail --journal | formail -s sendmail -t",
    "referral draft A01 -o text",
    "referral decline A02 -o text --alternative '訪問看護ステーションひかり'",
    "referral lint --to center letter.txt",
    "referral sheet -o text",
};

static const struct eni_command referral = {
    .name = "referral",
    .what = N_("Who sends us people, and what do we owe them?"),
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
	return eni_command_main(&referral, argc, argv);
}
