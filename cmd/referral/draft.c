/* referral draft: the liaison text a care manager need not write, marked as a draft. */
#include "book/touches.h"
#include "cli/client_report.h"
#include "cmd/referral/verbs.h"

enum { DRAFT_ID, DRAFT_TO, DRAFT_WHO, DRAFT_CHANNEL, DRAFT_VIA, DRAFT_ORG, DRAFT_NAME, DRAFT_TEXT, DRAFT_COLUMNS };
static const struct eni_offer offer[] = {[DRAFT_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DRAFT_TO] = {"to", ENI_COL_TEXT, ENI_V_TO, 0},
    [DRAFT_WHO] = {"who", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DRAFT_CHANNEL] = {"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0},
    [DRAFT_VIA] = {"via", ENI_COL_TEXT, ENI_V_NONE, 2},
    [DRAFT_ORG] = {"org", ENI_COL_TEXT, ENI_V_NONE, 1},
    [DRAFT_NAME] = {"name", ENI_COL_TEXT, ENI_V_NONE, 3},
    [DRAFT_TEXT] = {"text", ENI_COL_TEXT, ENI_V_NONE, 4}};
ENI_ROW_FOR_EACH(offer, DRAFT_COLUMNS);

static const char draft_rule[] = "draft"; /* what the journal calls it when no rule asks for one */

/* The rule a handed-over draft answers: meeting-draft, where it is in force. */
static struct eni_str
answered_rule(const struct eni_status_words *w)
{
	for (size_t i = 0; i < w->desk.rules.n; i++)
		if (eni_str_is(w->desk.rules.rule[i]->say, "meeting-draft"))
			return w->desk.rules.rule[i]->id;
	return ENI_S(draft_rule);
}

/* 1: the journal has this draft, made of the same latest visit or later; 0; -1. */
static int
was_handed_over(struct eni_status_words *w, uint32_t client, struct eni_when latest)
{
	struct eni_book *b = &w->desk.run->book;
	struct eni_str rule = answered_rule(w);
	struct eni_touches journal;
	struct eni_touch t;
	int got = eni_touches_open(&journal, b, 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_OUTCOME), found = 0;

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_touches_next(&journal, &t)) > 0)
		if (eni_str_eq(t.rule, rule) && eni_touch_has_happened(b, &t) && eni_outcome_is_contact(t.outcome) &&
		    eni_book_find(b, t.id) == client)
			found |= !eni_is_day(latest) || !eni_before(t.at, latest);
	eni_touches_close(&journal);
	return got == -1 ? -1 : found;
}

/* ---- the text ---- */

/* The days without their sessions: a name for each. */
static struct eni_str
days_of(struct eni_status_words *w, uint32_t client)
{
	uint32_t bits = eni_sheet_bits(&w->desk.run->book.clients, w->weekdays, client), whole = 0;
	struct eni_buf b = {0};
	struct eni_str s;

	for (int d = ENI_MON; d <= ENI_SUN; d++)
		if ((bits & ENI_WEEKDAY_BITS(d)) != 0)
			whole |= ENI_WEEKDAY_BITS(d);
	eni_weekdays_format(&b, whole);
	s = eni_page_list(&w->letters.page, "weekday", eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

static struct eni_str
page_text(struct eni_status_words *w, uint32_t client, size_t n, struct eni_str *heading)
{
	struct eni_letters *l = &w->letters;
	const struct eni_sheet *s = &w->desk.run->book.clients;
	struct eni_when meeting = eni_sheet_when(s, w->meeting, client);
	int level = eni_sheet_code(s, w->care_level, client);
	struct eni_blank blank[ENI_BLANKS];

	eni_status_page(w);
	eni_status_blanks(w, client, 0, n, blank);
	if (n == 0)
		eni_letters_need(l, &blank[ENI_BLANK_NOTE], "note", client, eni_sheet_place(s, client));
	eni_letters_person(l, client, blank);
	eni_status_person(w, 0, n, &blank[ENI_BLANK_PERSON]);
	blank[ENI_BLANK_WHO].value = eni_letters_who(l, client, ENI_TO_CAREMANAGER);
	blank[ENI_BLANK_DEAR].value = eni_letters_dear(l, client, ENI_TO_CAREMANAGER);
	blank[ENI_BLANK_ORG].value = eni_letters_house(l, client, ENI_TO_CAREMANAGER);
	eni_letters_is(
	    &blank[ENI_BLANK_KNOWN], n > 0 || eni_status_is(eni_sheet_code(s, w->desk.facts.standing.status, client), ENI_IS_HERE));
	eni_letters_greet(l, blank);
	blank[ENI_BLANK_WEEKDAYS].value = days_of(w, client);
	if (level > 0)
		blank[ENI_BLANK_CARE_LEVEL].value =
		    eni_page_list(&l->page, "care_level", eni_str_of(eni_word_code(ENI_V_CARE_LEVEL, level)));
	if (eni_is_day(meeting) && meeting.day >= w->desk.run->now.day)
		blank[ENI_BLANK_UNTIL].value = eni_page_when(&l->page, meeting);
	*heading = eni_letters_fill(l, "draft-subject", blank);
	return eni_letters_fill(l, "draft", blank);
}

static void
put(struct eni_status_words *w, uint32_t client, size_t n, const struct eni_pass *pass)
{
	const struct eni_people *people = &w->desk.people;
	struct eni_print *p = &w->print;
	bool mail = w->desk.run->format == ENI_MAIL_PAGE;
	int channel = mail ? ENI_CHANNEL_EMAIL : eni_people_channel(people, client, ENI_TO_CAREMANAGER, ENI_CHANNEL_PREFER);
	struct eni_letter x = {.pass = pass, .subject = client};

	if (mail && (x.address = eni_letters_mailable(&w->letters, client, ENI_TO_CAREMANAGER)).n == 0)
		return;
	x.text = page_text(w, client, n, &x.heading);
	p->cell[DRAFT_ID] = eni_subject_id(&w->desk.run->book, client);
	p->cell[DRAFT_TO] = eni_str_of(eni_word_code(ENI_V_TO, ENI_TO_CAREMANAGER));
	p->cell[DRAFT_WHO] = eni_people_who(people, client, ENI_TO_CAREMANAGER);
	p->cell[DRAFT_CHANNEL] = eni_str_of(eni_word_code(ENI_V_CHANNEL, channel));
	p->cell[DRAFT_VIA] = eni_people_via(people, client, ENI_TO_CAREMANAGER, channel);
	p->cell[DRAFT_ORG] = eni_people_org(people, client, ENI_TO_CAREMANAGER);
	p->cell[DRAFT_NAME] = eni_people_name(people, client);
	p->cell[DRAFT_TEXT] = x.text;
	eni_letters_put(&w->letters, &x);
	eni_status_note(w, client, answered_rule(w), channel, ENI_TO_CAREMANAGER, ENI_NEVER, NULL);
}

static int
draft_one(struct eni_status_words *w, uint32_t client)
{
	struct eni_status *s = &w->status;
	struct eni_book *b = &w->desk.run->book;
	const struct eni_pass *pass;
	struct eni_str said;
	int handed;

	eni_status_close(s);
	eni_status_open(s, &w->desk.facts);
	s->since[client] = INT32_MAX - 1; /* the open incidents, also of a client not visited yet */
	if ((pass = eni_status_pass(w, client)) == NULL)
		return 0;
	if (eni_status_latest(s, client) == -1 ||
	    (handed = was_handed_over(w, client, s->n > 0 ? s->visit[0].date : ENI_NEVER)) == -1)
		return -1;
	if (handed == 1) {
		said = eni_book_said(b, eni_subject_id(b, client));
		return eni_warn(b->diag, ENI_NOWHERE, NULL,
		    "%.*s: the journal has this draft, and nothing was added to the record since; not printed again", (int)said.n,
		    said.p);
	}
	if (eni_status_read(s, s->n) == -1)
		return -1;
	put(w, client, s->n, pass);
	return 0;
}

int
eni_verb_draft(struct eni_run *run)
{
	struct eni_status_words w;
	int rc = 0;

	if (run->n_operands == 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "draft: want an id, as in: referral draft A01");
	if (eni_status_words_open(&w, run, offer, eni_letters_columns(run, DRAFT_COLUMNS), true) == -1 ||
	    eni_status_words_load(&w) == -1) {
		eni_status_words_close(&w);
		return -1;
	}
	eni_letters_begin(&w.letters);
	for (uint32_t client = 0; rc == 0 && client < run->book.clients.n; client++)
		if (eni_subject_asked(&run->book, client) && eni_desk_passes(&w.desk, client))
			rc = draft_one(&w, client);
	if (eni_letters_end(&w.letters) == -1 || rc == -1)
		rc = -1;
	else
		rc = eni_status_journal(&w);
	eni_status_words_close(&w);
	return rc;
}
