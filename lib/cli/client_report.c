/* The blanks of memo and draft: see client_report.h. */
#include "cli/client_report.h"

#include <stdlib.h>

#include "base/text.h"

enum { TERMS = 4 }; /* price, frequency, extension, cancellation */

static const struct eni_str none = {"", 0};

int
eni_status_words_want(struct eni_status_words *w)
{
	struct eni_run *run = w->desk.run;
	struct eni_sheet *s = &run->book.clients;

	eni_people_want(&w->desk.people, &run->book);
	w->share = eni_sheet_want(s, ENI_S("consent_share"), ENI_AS_TYPED);
	w->weekdays = eni_sheet_want(s, ENI_S("weekdays"), ENI_AS_TYPED);
	w->care_level = eni_sheet_want(s, ENI_S("care_level"), ENI_AS_TYPED);
	w->meeting = eni_sheet_want(s, ENI_S("meeting_date"), ENI_AS_TYPED);
	w->risks = eni_sheet_want(s, ENI_S("risks"), ENI_AS_TYPED);
	eni_facts_want_consent(&w->desk.facts);
	eni_facts_need(&w->desk.facts, ENI_FACT_CONSENT_UNTIL);
	eni_facts_need(&w->desk.facts, ENI_FACT_TERMS_MISSING);
	return eni_letters_open(&w->letters, run, &w->desk.people, &w->print);
}

int
eni_status_words_open(struct eni_status_words *w, struct eni_run *run, const struct eni_offer *offer, size_t n, bool by_client)
{
	*w = (struct eni_status_words){0};
	/* reporting every visit is a clinic's duty, but who asks for a memo by hand gets one in any office */
	run->book.office.kind = eni_str_of(eni_word_code(ENI_V_OFFICE_KIND, ENI_OFFICE_VISIT_CLINIC));
	if (eni_desk_open(&w->desk, run, true) == -1 ||
	    eni_print_prepare(&w->print, run, offer, n, by_client ? &w->desk.facts : NULL) == -1 || eni_status_words_want(w) == -1)
		return -1;
	w->print.of_partners = !by_client;
	return eni_desk_where(&w->desk, false);
}

/* Whoever names a care manager means that one's clients. */
static void
select_clients(struct eni_status_words *w)
{
	struct eni_book *b = &w->desk.run->book;

	w->named = eni_arena_clear(&w->desk.run->arena, b->clients.n + 1);
	w->told_unwanted = eni_arena_clear(&w->desk.run->arena, b->referrers.n + 1);
	for (uint32_t c = 0; b->any_operand && c < b->clients.n; c++) {
		uint32_t row = eni_people_partner(&w->desk.people, c, ENI_TO_CAREMANAGER);

		w->named[c] = b->clients.selected[c];
		if (row != ENI_NONE && b->referrers.selected[row])
			b->clients.selected[c] = true;
	}
}

int
eni_status_words_load(struct eni_status_words *w)
{
	struct eni_book *b = &w->desk.run->book;

	if (eni_book_load(b) == -1 || eni_book_index(b) == -1)
		return -1;
	select_clients(w);
	if (eni_facts_gather(&w->desk.facts) == -1)
		return -1;
	eni_status_open(&w->status, &w->desk.facts);
	return 0;
}

void
eni_status_words_close(struct eni_status_words *w)
{
	free(w->said);
	eni_journal_free(&w->journal);
	eni_status_close(&w->status);
	eni_letters_close(&w->letters);
	eni_arena_free(&w->print.row);
	eni_desk_close(&w->desk);
}

/* Once for each of them. */
static void
tell_unwanted(struct eni_status_words *w, uint32_t partner)
{
	struct eni_book *b = &w->desk.run->book;
	struct eni_str id = eni_book_said(b, eni_sheet_id(&b->referrers, partner));

	if (!w->told_unwanted[partner])
		eni_warn(b->diag, ENI_NOWHERE, NULL, "%.*s: wants no contact; nothing is reported there", (int)id.n, id.p);
	w->told_unwanted[partner] = true;
}

const struct eni_pass *
eni_status_pass(struct eni_status_words *w, uint32_t client)
{
	struct eni_book *b = &w->desk.run->book;
	struct eni_place at = eni_sheet_place(&b->clients, client);
	const struct eni_errand errand = {.way = ENI_WAY_SHARE,
	    .channel = ENI_CHANNEL_LETTER,
	    .to = ENI_TO_CAREMANAGER,
	    .class = ENI_CLASS_CARE,
	    .unwanted = eni_people_unwanted(&w->desk.people, client, ENI_TO_CAREMANAGER)};
	const struct eni_pass *pass;
	enum eni_state state = eni_gate(eni_facts_standing(&w->desk.facts, client), errand, &pass);

	if (errand.unwanted && state == ENI_GATE_OPTOUT)
		tell_unwanted(w, eni_people_partner(&w->desk.people, client, ENI_TO_CAREMANAGER));
	else if (pass == NULL && w->named[client])
		eni_aside(b->diag, at, state == ENI_GATE_CONSENT ? "consent_share" : NULL,
		    state == ENI_GATE_CONSENT ? N_("is not given; nothing may be disclosed to others")
					      : N_("the gate lets nothing out about this person"));
	else if (state == ENI_GATE_CONSENT && eni_sheet_code(&b->clients, w->share, client) == 0 && w->unasked++ == 0)
		w->unasked_at = at;
	return pass;
}

void
eni_status_report_unasked(struct eni_status_words *w)
{
	struct eni_diag *diag = w->desk.run->book.diag;

	if (w->unasked == 1)
		eni_warn(diag, w->unasked_at, "consent_share", "is empty; nothing is disclosed to others until it is given");
	else if (w->unasked > 1)
		eni_warn(diag, w->unasked_at, "consent_share",
		    "is empty here and for %zu more; nothing is disclosed to others until it is given", w->unasked - 1);
}

/* ---- blanks ---- */

static struct eni_str
label(struct eni_status_words *w, const char *kind, struct eni_str code)
{
	return eni_texts_label(&w->letters.page.texts, kind, code, w->desk.run->lang);
}

static struct eni_str
day_text(struct eni_status_words *w, struct eni_when when)
{
	return eni_page_when(&w->letters.page, when);
}

/* ---- a fact is told once ---- */

void
eni_status_page(struct eni_status_words *w)
{
	w->n_said = 0;
	w->terms_said = false;
}

static void
add_said(struct eni_status_words *w, uint32_t client, uint32_t incident, struct eni_str note)
{
	w->said = eni_grow(w->said, &w->cap_said, w->n_said + 1, sizeof *w->said);
	w->said[w->n_said++] = (struct eni_status_said){client, incident, note};
}

/* A note as it is compared: folded, without the stop at its end. */
static struct eni_str
folded(struct eni_status_words *w, struct eni_str note)
{
	struct eni_buf b = {0};
	struct eni_str s;

	eni_casefold(&b, note);
	s = eni_arena_keep(&w->letters.page.row, eni_buf_str(&b));
	eni_buf_free(&b);
	return eni_str_ends(s, ENI_S("。")) ? (struct eni_str){s.p, s.n - strlen("。")} : s;
}

enum { TELLING = 6 }; /* bytes: what is shorter stands in many a longer note */

/* Whether another note of that client on this page says it. */
static bool
is_said(const struct eni_status_words *w, uint32_t client, struct eni_str note)
{
	for (size_t i = 0; i < w->n_said; i++) {
		struct eni_str said = w->said[i].note;

		if (w->said[i].client == client && note.n > 0 &&
		    (eni_str_eq(said, note) ||
			(note.n >= TELLING && said.n > note.n && memmem(said.p, said.n, note.p, note.n) != NULL)))
			return true;
	}
	return false;
}

/* The note, or nothing where it is said already. */
static struct eni_str
say_once(struct eni_status_words *w, uint32_t client, struct eni_str note)
{
	struct eni_str f = folded(w, note);

	if (is_said(w, client, f))
		return none;
	add_said(w, client, ENI_NONE, f);
	return note;
}

void
eni_status_tell(struct eni_status_words *w, uint32_t client, uint32_t incident, struct eni_str note)
{
	add_said(w, client, incident, folded(w, note));
}

static bool
is_told(const struct eni_status_words *w, uint32_t client, uint32_t incident)
{
	for (size_t i = 0; i < w->n_said; i++)
		if (w->said[i].client == client && w->said[i].incident == incident)
			return true;
	return false;
}

/* ---- visits and incidents ---- */

/* A note, and the days of the visits that have it. */
struct noted {
	struct eni_str folded, days, note;
};

static void
add_noted(struct eni_status_words *w, const struct eni_status_visit *v, struct noted *list, size_t *n)
{
	struct eni_letters *l = &w->letters;
	struct eni_str day = day_text(w, v->date), f = folded(w, eni_letters_note(l, v->note));
	struct eni_str join = label(w, "join", ENI_S("list"));
	struct eni_blank note = {"note", eni_letters_note(l, v->note)};

	for (size_t i = 0; i < *n && f.n > 0; i++)
		if (eni_str_eq(list[i].folded, f)) {
			list[i].days = eni_arena_printf(&l->page.row, "%.*s%.*s%.*s", (int)list[i].days.n, list[i].days.p,
			    (int)join.n, join.p, (int)day.n, day.p);
			return;
		}
	if (is_said(w, v->client, f))
		return;
	eni_letters_need(l, &note, "note", v->client, v->place);
	list[(*n)++] = (struct noted){f, day, note.value};
}

/* The notes of the visits; of several each behind its days.  A visit without a note leaves a gap to be filled in. */
static struct eni_str
notes(struct eni_status_words *w, size_t from, size_t n)
{
	struct eni_letters *l = &w->letters;
	struct noted *noted = eni_arena_take(&l->page.row, (n + 1) * sizeof *noted);
	struct eni_str *item = eni_arena_take(&l->page.row, (n + 1) * sizeof *item);
	size_t items = 0;

	for (size_t i = from; i < from + n; i++)
		if (i == from || w->status.visit[i].nth != w->status.visit[i - 1].nth) /* one visit, two rules */
			add_noted(w, &w->status.visit[i], noted, &items);
	for (size_t i = 0; i < items; i++) {
		struct eni_blank blank[ENI_BLANKS];

		eni_letters_blanks(l, blank);
		blank[ENI_BLANK_DATE].value = noted[i].days;
		blank[ENI_BLANK_NOTE].value = noted[i].note;
		item[i] = n > 1 ? eni_letters_fill(l, "memo-visit", blank) : noted[i].note;
		add_said(w, w->status.visit[from].client, ENI_NONE, noted[i].folded);
	}
	return eni_letters_items(l, item, items);
}

struct eni_str
eni_status_kind(struct eni_status_words *w, int kind)
{
	struct eni_str code = eni_str_of(eni_word_code(ENI_V_INCIDENT_KIND, kind)), told = label(w, "incident", code);

	return eni_str_eq(told, code) ? eni_str_of(eni_word_label(ENI_V_INCIDENT_KIND, kind, w->desk.run->lang)) : told;
}

/* What has to be watched, as the record has it. */
static struct eni_str
recorded_risks(struct eni_status_words *w, uint32_t client)
{
	struct eni_letters *l = &w->letters;
	struct eni_blank blank[ENI_BLANKS];

	eni_letters_blanks(l, blank);
	blank[ENI_BLANK_KIND].value =
	    eni_page_list(&l->page, "risks", eni_sheet_text(&w->desk.run->book.clients, w->risks, client));
	return blank[ENI_BLANK_KIND].value.n == 0 ? none : eni_letters_fill(l, "memo-risks", blank);
}

/* What falls under one heading of the memo. */
static struct eni_str
incidents(struct eni_status_words *w, uint32_t client, enum eni_heading heading)
{
	struct eni_letters *l = &w->letters;
	const struct eni_status *s = &w->status;
	struct eni_str *item = eni_arena_take(&l->page.row, (s->n_incidents + 2) * sizeof *item);
	size_t n = 0;

	if (heading == ENI_HEAD_RISKS && (item[0] = recorded_risks(w, client)).n > 0)
		n++;
	for (size_t i = 0; i < s->n_incidents; i++) {
		const struct eni_status_incident *x = &s->incident[i];
		struct eni_blank blank[ENI_BLANKS];
		int kind = x->kind == 0 ? ENI_INCIDENT_OTHER : x->kind;

		if (x->client != client || eni_incident_heading(kind) != heading || is_told(w, client, x->nth))
			continue;
		eni_letters_blanks(l, blank);
		blank[ENI_BLANK_DATE].value = day_text(w, x->date);
		blank[ENI_BLANK_KIND].value = eni_status_kind(w, kind);
		blank[ENI_BLANK_NOTE].value = say_once(w, client, eni_letters_note(l, x->note));
		item[n++] = eni_letters_fill(l, x->open ? "memo-incident" : "memo-incident-closed", blank);
	}
	return eni_letters_items(l, item, n);
}

/* Whether the record says of any of the four terms what was agreed; an office that keeps no such record has nothing open. */
static bool
keeps_terms(struct eni_str missing)
{
	struct eni_str piece;
	size_t n = 0;

	while (eni_piece(&missing, &piece))
		n++;
	return n < TERMS;
}

/* Safe under the rules: the doctor's consent, what the first visit left open, our standing lines (decision 46). */
static struct eni_str
safety(struct eni_status_words *w, uint32_t client)
{
	const char *say[] = {"memo-consent", "memo-missing", "memo-terms"};
	struct eni_letters *l = &w->letters;
	struct eni_value until = eni_fact_value(&w->desk.facts, ENI_FACT_CONSENT_UNTIL, client),
			 missing = eni_fact_value(&w->desk.facts, ENI_FACT_TERMS_MISSING, client);
	struct eni_blank blank[ENI_BLANKS];
	struct eni_str *item = eni_arena_take(&l->page.row, sizeof say / sizeof *say * sizeof *item);
	size_t n = 0;

	eni_letters_blanks(l, blank);
	if (until.type == ENI_VALUE_WHEN)
		blank[ENI_BLANK_UNTIL].value = day_text(w, until.as.when);
	if (until.type == ENI_VALUE_WHEN && until.as.when.day < w->desk.run->now.day)
		say[0] = "memo-consent-over";
	if (missing.type == ENI_VALUE_TEXT && keeps_terms(missing.as.text))
		blank[ENI_BLANK_MISSING].value = eni_page_list(&l->page, "term", missing.as.text);
	if (w->terms_said)
		blank[ENI_BLANK_TERMS].value = none;
	w->terms_said = true;
	for (size_t i = 0; i < sizeof say / sizeof *say; i++) {
		item[n] = eni_letters_fill(l, say[i], blank);
		n += item[n].n > 0;
	}
	return eni_letters_items(l, item, n);
}

/* The appointment that is written down, else, for who comes regularly, the next of the client's days on which we are open. */
struct eni_when
eni_status_next(const struct eni_status_words *w, uint32_t client)
{
	const struct eni_book *b = &w->desk.run->book;
	uint32_t days = eni_sheet_bits(&b->clients, w->weekdays, client);

	int status = eni_sheet_code(&b->clients, w->desk.facts.standing.status, client);

	if (eni_is_day(w->status.next[client]) || !eni_status_is(status, ENI_IS_HERE))
		return w->status.next[client];
	for (int32_t day = b->today + 1; day <= b->today + 28; day++)
		if ((days & ENI_WEEKDAY_BITS(eni_day_weekday(day))) != 0 && eni_is_open(w->desk.almanac, ENI_OWN, day))
			return (struct eni_when){day, ENI_NOTIME};
	return ENI_NEVER;
}

void
eni_status_blanks(struct eni_status_words *w, uint32_t client, size_t from, size_t n, struct eni_blank blank[ENI_BLANKS])
{
	struct eni_letters *l = &w->letters;
	struct eni_when last = n > 0 ? w->status.visit[from + n - 1].date : (struct eni_when){w->desk.run->now.day, ENI_NOTIME};

	eni_letters_blanks(l, blank);
	last.minute = ENI_NOTIME;
	blank[ENI_BLANK_NAME].value = eni_letters_name(l, client);
	blank[ENI_BLANK_DATE].value = day_text(w, last);
	if (n > 0)
		blank[ENI_BLANK_NOTE].value = notes(w, from, n);
	blank[ENI_BLANK_SAFETY].value = safety(w, client);
	blank[ENI_BLANK_TROUBLE].value = incidents(w, client, ENI_HEAD_TROUBLE);
	blank[ENI_BLANK_FAMILY].value = incidents(w, client, ENI_HEAD_FAMILY);
	blank[ENI_BLANK_EFFECT].value = incidents(w, client, ENI_HEAD_EFFECT);
	blank[ENI_BLANK_RISKS].value = incidents(w, client, ENI_HEAD_RISKS);
	blank[ENI_BLANK_NEXT].value = day_text(w, eni_status_next(w, client));
}

void
eni_status_person(struct eni_status_words *w, size_t from, size_t n, struct eni_blank *person)
{
	struct eni_book *b = &w->desk.run->book;
	struct eni_str staff = n == 0 ? none : w->status.visit[from + n - 1].staff;
	uint32_t row = eni_book_find_staff(b, staff);

	if (person->value.n == 0)
		person->value = eni_page_shown(
		    &w->letters.page, row == ENI_NONE ? staff : eni_sheet_text(&b->staff, w->desk.people.staff_name, row));
}

/* ---- the journal ---- */

static struct eni_str
when_text(struct eni_status_words *w, struct eni_when when)
{
	char text[ENI_WHEN_TEXT];

	return eni_arena_keep(&w->journal.arena, (struct eni_str){text, eni_when_format(when, text)});
}

void
eni_status_note(struct eni_status_words *w, uint32_t client, struct eni_str rule, int channel, int to, struct eni_when anchor,
    const struct eni_story *story)
{
	const struct eni_run *run = w->desk.run;

	if (eni_opt(run, "journal") == NULL)
		return;
	eni_journal_add(&w->journal, &(struct eni_new_touch){.joined = true,
					 .at = when_text(w, run->now),
					 .id = eni_subject_id(&run->book, client),
					 .channel = eni_str_of(eni_word_code(ENI_V_CHANNEL, channel)),
					 .to = eni_str_of(eni_word_code(ENI_V_TO, to)),
					 .rule = rule,
					 .anchor = when_text(w, anchor),
					 .story = story,
					 .outcome = eni_str_of(eni_outcome_of_channel(channel))});
}

int
eni_status_journal(struct eni_status_words *w)
{
	struct eni_run *run = w->desk.run;
	struct eni_door_options o = {.dry_run = eni_opt(run, "dry-run") != NULL,
	    .add_columns = eni_opt(run, "add-columns") != NULL,
	    .fallback = eni_book_fallback(&run->book),
	    .said = run->diag.out}; /* standard output is the letters' */
	int anchored = w->journal.n == 0 ? 0 : eni_journal_has_anchor(&run->book, o.add_columns);

	if (w->journal.n == 0 || anchored == -1)
		return anchored;
	for (size_t i = 0; anchored == 0 && i < w->journal.n; i++)
		w->journal.touch[i].anchor = none;
	return eni_journal_write(&w->journal, &run->book, &o);
}
