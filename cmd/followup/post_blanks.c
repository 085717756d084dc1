/* The blanks of a task: see post.h. */
#include "cmd/followup/post.h"

#include <stdlib.h>

#include "base/text.h"

static const struct eni_str none = {"", 0};

/* What a text cannot do without (decision 20); a blank that is not here takes its sentence with it. */
static const struct {
	const char *say;
	enum eni_letter_blank blank;
} required[] = {
    {"issue", ENI_BLANK_NOTE},
    {"issue", ENI_BLANK_KIND},
    {"story", ENI_BLANK_NOTE},
    {"news", ENI_BLANK_NOTE},
    {"capacity", ENI_BLANK_CAPACITY},
    {"offer-weekday", ENI_BLANK_DAYS},
    {"agree-terms", ENI_BLANK_MISSING},
};

static struct eni_text
words_of(const struct eni_post *p, size_t task)
{
	return eni_texts_find(
	    &p->w.letters.page.texts, eni_post_task(p, task)->say, eni_post_task(p, task)->to, p->w.desk.run->lang);
}

struct eni_place
eni_post_place(const struct eni_post *p, uint32_t subject)
{
	const struct eni_book *b = &p->w.desk.run->book;

	if (eni_subject_is_client(b, subject))
		return eni_sheet_place(&b->clients, subject);
	if (eni_subject_is_referrer(b, subject))
		return eni_sheet_place(&b->referrers, subject - b->clients.n);
	return ENI_NOWHERE;
}

/* ---- what the records say ---- */

/* Whether the task's words need more than the people's own records. */
static bool
asks_records(const struct eni_post *p, size_t task)
{
	const struct eni_task *t = eni_post_task(p, task);

	return eni_subject_is_client(&p->w.desk.run->book, t->subject) &&
	       (t->row != ENI_NONE || eni_text_asks(words_of(p, task), "calm") || eni_text_asks(words_of(p, task), "next"));
}

/* Visits by client and day, so that those of one memo stand together. */
static int
by_client(const void *a, const void *b, void *arg)
{
	const struct eni_post *p = arg;
	const struct eni_task *x = eni_post_task(p, *(const size_t *)a), *y = eni_post_task(p, *(const size_t *)b);
	int c = eni_when_cmp(x->anchor, y->anchor);

	if (x->subject != y->subject)
		return x->subject < y->subject ? -1 : 1;
	return c != 0 ? c : (x->row > y->row) - (x->row < y->row);
}

static void
add_visits(struct eni_post *p)
{
	size_t *at = eni_realloc(NULL, (p->tasks->n + 1) * sizeof *at), n = 0;

	for (size_t i = 0; i < p->tasks->n; i++)
		if (asks_records(p, i) && eni_post_rule(p, i)->subject == ENI_FOR_VISITS)
			at[n++] = i;
	if (n > 1)
		qsort_r(at, n, sizeof *at, by_client, p);
	for (size_t i = 0; i < n; i++) {
		const struct eni_task *t = eni_post_task(p, at[i]);

		p->visit[at[i]] = p->w.status.n;
		eni_status_add_visit(&p->w.status, t->subject, t->rule, t->anchor, t->row);
	}
	free(at);
}

int
eni_post_read(struct eni_post *p)
{
	struct eni_status *s = &p->w.status;
	bool any = false;

	eni_status_open(s, &p->w.desk.facts);
	p->visit = eni_realloc(NULL, (p->tasks->n + 1) * sizeof *p->visit);
	for (size_t i = 0; i < p->tasks->n; i++)
		p->visit[i] = SIZE_MAX;
	add_visits(p);
	for (size_t i = 0; i < p->tasks->n; i++) {
		const struct eni_task *t = eni_post_task(p, i);

		if (!asks_records(p, i))
			continue;
		any = true;
		eni_status_add_incidents(s, t->subject,
		    eni_post_rule(p, i)->subject == ENI_FOR_INCIDENTS ? t->anchor.day
		    : eni_text_asks(words_of(p, i), "calm")           ? eni_post_first_visit(p, i)
								      : INT32_MAX - 1);
	}
	return any ? eni_status_read(s, s->n) : 0;
}

/* ---- who ---- */

static struct eni_str
in_form(struct eni_post *p, const char *kind, const char *code, struct eni_str name)
{
	struct eni_letters *l = &p->w.letters;
	const struct eni_blank blank = {"name", name};
	struct eni_buf out = {0};
	struct eni_str s;

	eni_texts_fill(&out, eni_texts_label(&l->page.texts, kind, eni_str_of(code), p->w.desk.run->lang), &blank, 1);
	s = eni_arena_keep(&l->page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

/* Colleagues are not addressed as customers. */
static struct eni_str
colleague(struct eni_post *p, uint32_t subject)
{
	struct eni_letters *l = &p->w.letters;
	struct eni_str who = eni_people_who(&p->w.desk.people, subject, ENI_TO_STAFF), s;
	struct eni_buf out = {0};

	if (eni_str_is(who, "-"))
		return none;
	eni_texts_address(&out, &l->page.texts, eni_page_line(&l->page, who), "staff", p->w.desk.run->lang);
	s = eni_arena_keep(&l->page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

struct eni_str
eni_post_who(struct eni_post *p, size_t task, bool need)
{
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_blank who = {"who", none};

	if (t->to == ENI_TO_STAFF)
		return colleague(p, t->subject);
	who.value = eni_letters_who(&p->w.letters, t->subject, t->to);
	if (who.value.n == 0 && t->to == ENI_TO_FAMILY)
		who.value = in_form(p, "form", "family", eni_letters_name(&p->w.letters, t->subject));
	if (need)
		eni_letters_need(&p->w.letters, &who, "", t->subject, eni_post_place(p, t->subject));
	return who.value;
}

/* ---- days and places ---- */

/* Days as the record has them, "mon thu-am", by name. */
static struct eni_str
day_names(struct eni_post *p, struct eni_str codes)
{
	const struct eni_texts *t = &p->w.letters.page.texts;
	const char *lang = p->w.desk.run->lang;
	struct eni_str join = eni_texts_label(t, "join", ENI_S("list"), lang), piece, s;
	struct eni_buf out = {0};

	while (eni_piece(&codes, &piece)) {
		const char *dash = memchr(piece.p, '-', piece.n);
		size_t n = dash == NULL ? piece.n : (size_t)(dash - piece.p);

		if (out.n > 0)
			eni_buf_add(&out, join);
		eni_buf_add(&out, eni_texts_label(t, "weekday", (struct eni_str){piece.p, n}, lang));
		if (dash != NULL)
			eni_buf_add(&out, eni_texts_label(t, "session", eni_str_from(piece, n + 1), lang));
	}
	s = eni_arena_keep(&p->w.letters.page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

static struct eni_str
fact_text(struct eni_post *p, enum eni_fact fact, uint32_t subject)
{
	struct eni_buf b = {0};
	struct eni_str s;

	eni_fact_text(&p->w.desk.facts, fact, subject, &b);
	s = eni_arena_keep(&p->w.letters.page.row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

/* The client's own days as long as the place is theirs: no place is promised once the hold has ended. */
static struct eni_str
own_days(struct eni_post *p, uint32_t client)
{
	struct eni_book *b = &p->w.desk.run->book;
	struct eni_buf days = {0};
	struct eni_str s;

	if (!eni_post_has_place(p, client))
		return none;
	eni_weekdays_format(&days, eni_sheet_bits(&b->clients, p->w.weekdays, client));
	s = day_names(p, eni_buf_str(&days));
	eni_buf_free(&days);
	return s;
}

static struct eni_str
capacity(struct eni_post *p)
{
	struct eni_letters *l = &p->w.letters;
	struct eni_buf out = {0};
	struct eni_str s;

	if (p->places.n == 0 || !eni_capacity_any(&p->places))
		return none;
	eni_capacity_phrase(&out, &p->places, &l->page.texts, p->w.desk.run->lang);
	s = eni_arena_keep(&l->page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

/* The month a report is about: the one before the period it counts from, else this one. */
static struct eni_str
month(struct eni_post *p, const struct eni_task *t, const struct eni_rule *r)
{
	struct eni_letters *l = &p->w.letters;
	const char *lang = p->w.desk.run->lang;
	char year[12], number[12];
	struct eni_buf out = {0};
	struct eni_str s;
	int y, m, d;

	eni_day_split(r->anchor == ENI_ANCHOR_MONTH ? t->anchor.day - 1 : p->w.desk.run->now.day, &y, &m, &d);
	snprintf(year, sizeof year, "%d", y);
	snprintf(number, sizeof number, "%d", m);
	eni_texts_fill(&out, eni_texts_label(&l->page.texts, "form", ENI_S("month"), lang),
	    (const struct eni_blank[]){{"y", eni_str_of(year)}, {"m", eni_str_of(number)},
		{"month", eni_texts_label(&l->page.texts, "month", eni_str_of(number), lang)}},
	    3);
	s = eni_arena_keep(&l->page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

/* ---- all of them ---- */

/* What the visit or the incident says. */
static void
fill_event(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_letters *l = &p->w.letters;
	const struct eni_status_incident *x;

	if (p->visit[task] != SIZE_MAX) {
		const struct eni_status_visit *v = &p->w.status.visit[p->visit[task]];

		blank[ENI_BLANK_NOTE].value = eni_letters_note(l, v->note.n > 0 ? v->note : v->remark);
		eni_status_person(&p->w, p->visit[task], 1, &blank[ENI_BLANK_PERSON]);
	}
	if (eni_post_rule(p, task)->subject != ENI_FOR_INCIDENTS ||
	    (x = eni_status_incident_at(&p->w.status, t->subject, t->row)) == NULL)
		return;
	blank[ENI_BLANK_NOTE].value = eni_letters_note(l, x->note);
	eni_status_tell(&p->w, t->subject, t->row, blank[ENI_BLANK_NOTE].value);
	if (x->kind > 0)
		blank[ENI_BLANK_KIND].value = eni_status_kind(&p->w, x->kind);
}

/* Whose story it is, nobody is told. */
static void
fill_story(struct eni_post *p, const struct eni_story *story, struct eni_blank blank[ENI_BLANKS])
{
	struct eni_run *run = p->w.desk.run;
	struct eni_page *page = &p->w.letters.page;

	blank[ENI_BLANK_NOTE].value = eni_page_shown(page, eni_story_text(&run->book.office, story, run->lang));
	if (!story->external)
		blank[ENI_BLANK_CONSENT].value = eni_texts_label(&page->texts, "consent", ENI_S("story"), run->lang);
}

static void
fill_client(struct eni_post *p, uint32_t client, enum eni_medium medium, struct eni_blank blank[ENI_BLANKS])
{
	struct eni_letters *l = &p->w.letters;
	const struct eni_sheet *s = &p->w.desk.run->book.clients;
	int level = eni_sheet_code(s, p->w.care_level, client);

	blank[ENI_BLANK_NAME].value = eni_letters_name(l, client);
	blank[ENI_BLANK_WEEKDAYS].value = own_days(p, client);
	blank[ENI_BLANK_DAYS].value = day_names(p, fact_text(p, ENI_FACT_OPEN_DAYS, client));
	blank[ENI_BLANK_FREE].value = fact_text(p, ENI_FACT_FREE_SLOTS, client);
	blank[ENI_BLANK_MISSING].value = eni_page_list(&l->page, "term", fact_text(p, ENI_FACT_TERMS_MISSING, client));
	blank[ENI_BLANK_REASON_NOTE].value =
	    eni_letters_note(l, eni_texts_label(&l->page.texts, "reason_note",
				    eni_str_trim(eni_sheet_text(s, p->reason_note, client)), p->w.desk.run->lang));
	blank[ENI_BLANK_NEXT].value = eni_page_named(&l->page, eni_status_next(&p->w, client), medium);
	if (level > 0)
		blank[ENI_BLANK_CARE_LEVEL].value =
		    eni_page_list(&l->page, "care_level", eni_str_of(eni_word_code(ENI_V_CARE_LEVEL, level)));
	if (eni_sheet_code(s, p->consent_photo, client) == ENI_YES_YES)
		blank[ENI_BLANK_PHOTOS].value = eni_letters_note(l, eni_sheet_text(s, p->photos, client));
}

/* A setting the office lacks is reported once. */
static void
need_of_office(struct eni_post *p, struct eni_blank *blank, enum eni_letter_blank which, struct eni_text words)
{
	static const char *const setting[ENI_BLANKS] = {
	    [ENI_BLANK_OFFICE] = "office.name", [ENI_BLANK_PERSON] = "office.person", [ENI_BLANK_PHONE] = "office.phone"};
	struct eni_run *run = p->w.desk.run;

	if (blank[which].value.n > 0 || !eni_text_asks(words, blank[which].name))
		return;
	blank[which].value = ENI_S("____");
	if (!p->told[which])
		eni_warn(&run->diag, eni_at(run->book.office.file, 0), setting[which], "is not said, and stays open in the texts");
	p->told[which] = true;
}

static void
need_what_is_missing(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_text words = words_of(p, task);

	need_of_office(p, blank, ENI_BLANK_OFFICE, words);
	need_of_office(p, blank, ENI_BLANK_PERSON, words);
	need_of_office(p, blank, ENI_BLANK_PHONE, words);
	for (size_t i = 0; i < sizeof required / sizeof *required; i++)
		if (eni_str_is(t->say, required[i].say) &&
		    (required[i].blank != ENI_BLANK_CAPACITY || blank[ENI_BLANK_FULL].value.n == 0))
			eni_letters_need(&p->w.letters, &blank[required[i].blank],
			    required[i].blank == ENI_BLANK_NOTE ? "note" : "", t->subject, eni_post_place(p, t->subject));
}

void
eni_post_blanks(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_task *t = eni_post_task(p, task);
	bool memo = eni_str_is(t->say, "memo");
	struct eni_letters *l = &p->w.letters;
	const char *note = eni_opt(p->w.desk.run, "note");
	enum eni_medium medium = eni_channel_medium(t->channel);

	if (memo && p->visit[task] != SIZE_MAX)
		eni_status_blanks(&p->w, t->subject, p->visit[task] + 1 - p->visits, p->visits, blank);
	else
		eni_letters_blanks(l, blank);
	if (eni_subject_is_client(&p->w.desk.run->book, t->subject) && !p->apart)
		eni_letters_person(l, t->subject, blank);
	if (eni_subject_is_client(&p->w.desk.run->book, t->subject))
		fill_client(p, t->subject, medium, blank);
	else
		blank[ENI_BLANK_NAME].value = eni_post_who(p, task, false);
	if (!memo)
		fill_event(p, task, blank);
	eni_post_case(p, task, blank);
	if (t->story != NULL)
		fill_story(p, t->story, blank);
	if (blank[ENI_BLANK_NOTE].value.n == 0 && note != NULL)
		blank[ENI_BLANK_NOTE].value = eni_page_shown(&l->page, eni_str_of(note));
	blank[ENI_BLANK_WHO].value = eni_post_who(p, task, false);
	if (t->to != ENI_TO_STAFF)
		blank[ENI_BLANK_DEAR].value = eni_letters_dear(l, t->subject, t->to);
	eni_letters_greet(l, blank);
	blank[ENI_BLANK_DATE].value = eni_page_named(&l->page, (struct eni_when){t->anchor.day, ENI_NOTIME}, medium);
	blank[ENI_BLANK_UNTIL].value = blank[ENI_BLANK_DATE].value;
	blank[ENI_BLANK_WHEN].value = eni_page_named(&l->page, t->anchor, medium);
	blank[ENI_BLANK_MONTH].value = month(p, t, eni_post_rule(p, task));
	blank[ENI_BLANK_CAPACITY].value = capacity(p);
	need_what_is_missing(p, task, blank);
}
