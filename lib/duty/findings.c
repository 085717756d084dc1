/* What in the whole book does not fit together (decision 48): see gaps.h. */
#include <stdlib.h>
#include <sys/stat.h>

#include "base/dial.h"
#include "base/text.h"
#include "book/cell_word.h"
#include "book/files.h"
#include "book/touches.h"
#include "duty/gaps.h"

enum { MISSING_YEARS = 16 };

static void
tell_sheet_ids(const struct eni_facts *f, const struct eni_sheet *s, uint32_t base)
{
	for (size_t i = 0; i < s->n_namesakes; i++)
		eni_warn(f->diag, eni_sheet_place(s, s->namesake[i]), "id",
		    "has the name of another record, and is listed with a # and a number behind it: give each an id of its own");
	for (size_t i = 0; i < s->n; i++) {
		uint32_t first = eni_book_find_id(f->book, eni_sheet_id(s, i));

		if (first == base + i)
			continue;
		eni_warn(f->diag, eni_sheet_place(s, i), "id",
		    first >= base && first < base + s->n
			? N_("stands in another record too; ids are unique")
			: N_("is also the id of a client or referrer; clients, referrers and staff share one set of ids"));
	}
}

/* A start after the end is the present stay of one who came back (decision 1); for those who are gone it is a mistake. */
static void
tell_order(const struct eni_facts *f)
{
	struct eni_sheet *s = &f->book->clients;
	size_t a = eni_sheet_find(s, ENI_S("start_date"), ENI_AS_TYPED), b = eni_sheet_find(s, ENI_S("end_date"), ENI_AS_TYPED);

	for (size_t i = 0; i < s->n; i++) {
		struct eni_when from = eni_sheet_when(s, a, i), to = eni_sheet_when(s, b, i);
		int status = eni_sheet_code(s, f->standing.status, i);

		if (eni_is_day(from) && eni_is_day(to) && to.day < from.day && eni_status_is(status, ENI_IS_GONE))
			eni_warn(f->diag, eni_sheet_place(s, i), "end_date", "lies before start_date");
	}
}

/* It holds as it is written, and may have been forgotten when the consent was renewed. */
static void
tell_consents(const struct eni_facts *f)
{
	const struct eni_sheet *s = &f->book->clients;

	for (uint32_t i = 0; i < s->n && eni_facts_needs(f, ENI_FACT_CONSENT_UNTIL); i++)
		if (eni_consent_is_odd(f, i))
			eni_warn(f->diag, eni_sheet_place(s, i), "consent_until",
			    "is another day than consent_from and consent_kind give; it holds as it is written");
}

/* Whoever is active counts as here, whatever the day of an end says (decision 60): either of the two is a slip. */
static void
tell_ended_but_active(const struct eni_facts *f)
{
	struct eni_sheet *s = &f->book->clients;
	size_t start = eni_sheet_find(s, ENI_S("start_date"), ENI_AS_TYPED),
	       end = eni_sheet_find(s, ENI_S("end_date"), ENI_AS_TYPED),
	       back = eni_sheet_find(s, ENI_S("returned_date"), ENI_AS_TYPED);

	for (size_t i = 0; i < s->n; i++) {
		struct eni_when left = eni_sheet_when(s, end, i);

		if (eni_sheet_code(s, f->standing.status, i) == ENI_STATUS_ACTIVE && eni_is_day(left) &&
		    eni_book_has_happened(f->book, left) && !eni_before(left, eni_sheet_when(s, start, i)) &&
		    !eni_before(left, eni_sheet_when(s, back, i)))
			eni_warn(f->diag, eni_sheet_place(s, i), "end_date",
			    "is past, while the status is active and no return is noted; counted as active");
	}
}

static void
tell_undated_hospital(const struct eni_facts *f)
{
	struct eni_sheet *s = &f->book->clients;
	size_t reason = eni_sheet_find(s, ENI_S("reason"), ENI_AS_TYPED), end = eni_sheet_find(s, ENI_S("end_date"), ENI_AS_TYPED);

	for (size_t i = 0; i < s->n; i++)
		if (eni_status_is(eni_sheet_code(s, f->standing.status, i), ENI_IS_AWAY) &&
		    eni_sheet_code(s, reason, i) == ENI_REASON_HOSPITAL && !eni_is_day(eni_sheet_when(s, end, i)) &&
		    !eni_sheet_bad(s, end, i))
			eni_warn(f->diag, eni_sheet_place(s, i), "end_date",
			    "is empty, of somebody in hospital: what is asked at once is due today, and nothing else counts from "
			    "it");
}

/* A Japanese number of nine or ten digits that does not begin with 0: Excel took it for a number. */
static bool
lost_its_zero(const struct eni_book *b, struct eni_str phone)
{
	struct eni_buf digits = {0};
	bool lost = false;

	while (!lost && b->office.country == ENI_JP && eni_phone_next(&digits, &phone, NULL))
		lost = (digits.n == 9 || digits.n == 10) && digits.p[0] != '0';
	eni_buf_free(&digits);
	return lost;
}

static void
tell_phones(const struct eni_facts *f, const char *field)
{
	struct eni_sheet *s = &f->book->clients;
	size_t col = eni_sheet_find(s, eni_str_of(field), ENI_AS_RAW);

	for (size_t i = 0; i < s->n; i++)
		if (lost_its_zero(f->book, eni_sheet_text(s, col, i)))
			eni_warn(f->diag, eni_sheet_place(s, i), field, "it looks as if Excel took the leading 0 away");
}

static void
tell_clients(struct eni_facts *f)
{
	struct eni_book *b = f->book;
	size_t cm = eni_sheet_find(&b->clients, ENI_S("caremanager"), ENI_AS_RAW);
	size_t sent = eni_sheet_find(&b->clients, ENI_S("referrer"), ENI_AS_RAW);

	for (size_t i = 0; i < b->clients.n; i++) {
		struct eni_str who = eni_str_trim(eni_sheet_text(&b->clients, cm, i));
		struct eni_str by = eni_str_trim(eni_sheet_text(&b->clients, sent, i));

		if (eni_sheet_code(&b->clients, f->standing.status, i) == 0)
			eni_warn(f->diag, eni_sheet_place(&b->clients, i), "status", "is empty; no rule can speak for this person");
		if (who.n > 0 && eni_book_find_referrer(b, who) == ENI_NONE)
			eni_warn(f->diag, eni_sheet_place(&b->clients, i), "caremanager", "is not on file among the referrers");
		if (by.n > 0 && eni_book_find(b, by) == ENI_NONE && eni_word_find(ENI_V_REFERRER_KIND, by) == ENI_UNKNOWN_WORD)
			eni_warn(f->diag, eni_sheet_place(&b->clients, i), "referrer",
			    "is not on file among referrers and clients, and no kind of referrer");
	}
}

/* Once for a column, as it is read first. */
static void
tell_vacant(struct eni_facts *f)
{
	static const char *const fields[] = {"caremanager", "staff", "doctor", "referrer"};
	const struct eni_sheet *s = &f->book->clients;

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		for (size_t k = 0; k < s->n_columns; k++) {
			const struct eni_sheet_column *c = &s->column[k];

			if (c->vacant.count == 0 || strcmp(c->field->name, fields[i]) != 0)
				continue;
			eni_warn(f->diag, c->vacant.first, fields[i],
			    eni_plural(c->vacant.count, "names nobody, in %zu record; write who it is when it is known",
				"names nobody, in %zu records; write who it is when it is known"),
			    c->vacant.count);
			break;
		}
}

/* A story of a client is told while they consent and live; why it is not is theirs, and is not said. */
static void
tell_stories(const struct eni_facts *f)
{
	const struct eni_office *o = &f->book->office;

	for (size_t i = 0; i < o->n_stories && f->stories.wanted; i++) {
		enum eni_story_state state = eni_story_state(f, i);

		if (state == ENI_STORY_OF_NOBODY)
			eni_warn(f->diag, o->story[i].place, "stories",
			    "of: is no client on file, or more than one; the story is not told (external: of nobody here)");
		else if (state == ENI_STORY_SILENT)
			eni_warn(f->diag, o->story[i].place, "stories",
			    "is not told: the client whose story it is has not consented to it, or has died");
	}
}

/* One partner under two ids is asked twice on one day: contacts are joined by id (decision 17). */
static void
tell_twins(const struct eni_facts *f)
{
	struct eni_sheet *s = &f->book->referrers;
	size_t org = eni_sheet_find(s, ENI_S("org"), ENI_AS_RAW), person = eni_sheet_find(s, ENI_S("person"), ENI_AS_RAW);
	struct eni_arena arena = {0};
	struct eni_map seen = {0};
	struct eni_buf key = {0};

	for (uint32_t i = 0; i < s->n; i++) {
		struct eni_str first;
		uint32_t at;

		key.n = 0;
		eni_name_reference(&f->book->fold, &key, eni_sheet_text(s, org, i));
		if (key.n == 0)
			continue;
		eni_buf_char(&key, 0x1f);
		eni_name_reference(&f->book->fold, &key, eni_sheet_text(s, person, i));
		if ((at = eni_map_get(&seen, eni_buf_str(&key))) == ENI_NONE) {
			eni_map_add(&seen, eni_arena_keep(&arena, eni_buf_str(&key)), i);
			continue;
		}
		first = eni_book_said(f->book, eni_sheet_id(s, at));
		if (!eni_str_eq(eni_sheet_id(s, at), eni_sheet_id(s, i)))
			eni_warn(f->diag, eni_sheet_place(s, i), "org",
			    "is, with the person, that of %.*s too; whoever has two ids is contacted twice", (int)first.n, first.p);
	}
	eni_buf_free(&key);
	eni_map_free(&seen);
	eni_arena_free(&arena);
}

/* One file of rows about people, and what in it does not fit. */
struct rows {
	struct eni_facts *f;
	struct eni_stream *s;
	enum eni_kind kind;
	const char *const *name; /* the id, the date, then the columns that hold words of an enumeration or rules */
	size_t n;
	const struct eni_field *field[ENI_STREAM_FIELDS]; /* of these names */
	struct eni_unknown_words words;
	struct eni_map rules; /* those no rule has: id -> place in odd */
	struct eni_arena arena;
	struct odd {
		struct eni_place first;
		size_t count;
	} * odd;
	size_t n_odd, cap_odd;
};

static void
check_rule(struct rows *r, struct eni_str cell)
{
	struct eni_str story, id = eni_touch_rule(cell, &story);
	uint32_t at;

	if (id.n == 0 || eni_rules_find(r->f->rules, id) != ENI_NONE)
		return;
	if ((at = eni_map_get(&r->rules, id)) == ENI_NONE) {
		r->odd = eni_grow(r->odd, &r->cap_odd, r->n_odd + 1, sizeof *r->odd);
		r->odd[at = (uint32_t)r->n_odd++] = (struct odd){r->s->row.place, 0};
		eni_map_add(&r->rules, eni_arena_keep(&r->arena, id), at);
	}
	r->odd[at].count++;
}

static void
check_word(struct rows *r, const struct eni_field *field, struct eni_str word)
{
	struct eni_word_reading as = eni_cell_read(&r->f->book->office, field, word);

	if (as.how >= ENI_READ_BY_STEM)
		eni_unknown_words_note(&r->words, field, word, r->s->row.place, as);
}

static void
tell_odd(struct rows *r)
{
	eni_unknown_words_quote(&r->words, r->f->diag);
	for (size_t i = 0; i < r->n_odd; i++)
		eni_warn_all(r->f->diag, r->odd[i].first, "rule",
		    eni_plural(r->odd[i].count, "no rule has this id, in %zu row", "no rule has this id, in %zu rows"),
		    r->odd[i].count);
}

/* A return was heard of, and the list of clients still says that they are away. */
static void
check_return(const struct rows *r, uint32_t client, struct eni_when at)
{
	struct eni_book *b = r->f->book;
	struct eni_when left;

	if (r->kind != ENI_CONTACTS || !eni_subject_is_client(b, client) || !eni_book_has_happened(b, at) ||
	    eni_book_code(b, r->field[ENI_TOUCH_OUTCOME], eni_stream_cell(r->s, ENI_TOUCH_OUTCOME)) != ENI_OUTCOME_RETURNED)
		return;
	left = eni_sheet_when(&b->clients, eni_sheet_find(&b->clients, ENI_S("end_date"), ENI_AS_TYPED), client);
	if (eni_status_is(eni_sheet_code(&b->clients, r->f->standing.status, client), ENI_IS_GONE) && !eni_before(at, left))
		eni_warn(r->f->diag, r->s->row.place, "outcome",
		    "is a return, after which the status of the client was not changed; churn back ID does it");
}

static void
check_row(struct rows *r)
{
	struct eni_book *b = r->f->book;
	uint32_t subject = eni_book_find(b, eni_stream_cell(r->s, 0));
	struct eni_when w;

	if (subject == ENI_NONE)
		eni_aside(r->f->diag, r->s->row.place, "id",
		    eni_book_find_stripped(b, eni_stream_cell(r->s, 0)) == ENI_NONE
			? N_("no such id, or more than one person has this name")
			: N_("no such id, or more than one person has this name; it looks as if Excel took its leading zeros "
			     "away"));
	else if (eni_stream_when(r->s, 1, &w) != 1)
		eni_aside(r->f->diag, r->s->row.place, r->name[1], "want a day such as 2026-04-01");
	else
		check_return(r, subject, w);
	for (size_t k = 2; k < r->n; k++) {
		struct eni_str word = eni_str_trim(eni_stream_cell(r->s, k));

		if (strcmp(r->name[k], "rule") == 0)
			check_rule(r, word);
		else if (r->field[k]->type == ENI_ENUM)
			check_word(r, r->field[k], word);
	}
}

static int
tell_rows(struct rows *r)
{
	int got;

	for (size_t k = 0; k < r->n; k++)
		r->field[k] = eni_field_find(r->kind, eni_str_of(r->name[k]));
	while ((got = eni_stream_next(r->s)) > 0)
		check_row(r);
	tell_odd(r);
	free(r->odd);
	eni_map_free(&r->rules);
	eni_unknown_words_free(&r->words);
	eni_arena_free(&r->arena);
	return got;
}

static int
tell_journal(struct eni_facts *f)
{
	struct eni_touches j;
	struct rows r = {.f = f, .s = &j.in, .kind = ENI_CONTACTS, .name = eni_touch_column, .n = ENI_TOUCH_RULE + 1};
	int got = eni_touches_open(&j, f->book, 1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_RULE);

	if (got == 0)
		got = tell_rows(&r);
	eni_touches_close(&j);
	return got == -1 ? -1 : 0;
}

static int
tell_file(struct eni_facts *f, enum eni_kind kind, const char *const *name, size_t n)
{
	struct eni_stream s;
	struct rows r = {.f = f, .s = &s, .kind = kind, .name = name, .n = n};
	int got = eni_stream_open(&s, f->book, kind, name, n);

	if (got == 0)
		got = tell_rows(&r);
	eni_stream_close(&s);
	return got == -1 ? -1 : 0;
}

static int
tell_files(struct eni_facts *f)
{
	static const char *const visits[] = {"id", "date", "outcome"};
	static const char *const incidents[] = {"id", "date", "kind", "status"};

	if (tell_journal(f) == -1 || tell_file(f, ENI_VISITS, visits, sizeof visits / sizeof *visits) == -1)
		return -1;
	return tell_file(f, ENI_INCIDENTS, incidents, sizeof incidents / sizeof *incidents);
}

enum { STEP_NAME, STEP_STAFF, STEP_AT, STEP_FIELDS };
static const char *const step_names[] = {[STEP_NAME] = "step", [STEP_STAFF] = "staff", [STEP_AT] = "started_at"};
ENI_ROW_FOR_EACH(step_names, STEP_FIELDS);

/* Only who passed the examination assesses; whose certificate nobody keeps is not asked about. */
static void
check_assessor(const struct eni_facts *f, const struct eni_stream *s, size_t until, struct eni_unknown_words *unknown)
{
	const struct eni_sheet *staff = &f->book->staff;
	int step = eni_stream_word(s, STEP_NAME, unknown);
	uint32_t who = step == ENI_STEP_ASSESS ? eni_book_find_staff(f->book, eni_stream_cell(s, STEP_STAFF)) : ENI_NONE;
	struct eni_when at, last;

	if (who == ENI_NONE || eni_stream_when(s, STEP_AT, &at) != 1)
		return;
	last = eni_sheet_when(staff, until, who);
	if (eni_is_day(last) && last.day < at.day)
		eni_warn(f->diag, s->row.place, "staff", "assessed when their certificate had ended; see certified_until of staff");
}

static int
tell_assessors(struct eni_facts *f)
{
	size_t until = eni_sheet_find(&f->book->staff, ENI_S("certified_until"), ENI_AS_TYPED);
	struct eni_unknown_words unknown = {0}; /* intake steps reports them */
	struct eni_stream s;
	int got = eni_stream_open(&s, f->book, ENI_STEPS, step_names, STEP_FIELDS);

	if (got == 0)
		while ((got = eni_stream_next(&s)) > 0)
			check_assessor(f, &s, until, &unknown);
	eni_unknown_words_free(&unknown);
	eni_stream_close(&s);
	return got == -1 ? -1 : 0;
}

/* Days without a year, and parts of months, in the columns of days of a file of rows. */
static int
tell_open_days_of(struct eni_facts *f, enum eni_kind kind)
{
	const char *name[ENI_STREAM_FIELDS];
	struct eni_open_days open = {0};
	struct eni_stream s;
	size_t n = 0, n_fields;
	const struct eni_field *field = eni_fields(&n_fields);
	int got;

	for (size_t i = 0; i < n_fields; i++)
		if (field[i].type == ENI_DATE && (field[i].kinds & ENI_IN(kind)) != 0)
			name[n++] = field[i].name;
	got = eni_stream_open(&s, f->book, kind, name, n);
	while (got == 0 && (got = eni_stream_next(&s)) > 0) {
		for (size_t k = 0; k < n; k++)
			eni_stream_note_open(&s, k, &open);
		got = 0;
	}
	eni_stream_close(&s);
	eni_open_days_report_rough(&open, f->diag);
	eni_open_days_report_yearless(&open, f->diag);
	eni_open_days_free(&open);
	return got == -1 ? -1 : 0;
}

static int
tell_open_days(struct eni_facts *f)
{
	static const enum eni_kind kinds[] = {ENI_CONTACTS, ENI_STAYS, ENI_VISITS, ENI_INCIDENTS, ENI_STEPS, ENI_SURVEYS};
	struct eni_book *b = f->book;

	eni_open_days_report_yearless(&b->clients.open_days, f->diag);
	eni_open_days_report_yearless(&b->referrers.open_days, f->diag);
	eni_open_days_report_yearless(&b->staff.open_days, f->diag);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (tell_open_days_of(f, kinds[i]) == -1)
			return -1;
	return 0;
}

static void
tell_holidays(const struct eni_facts *f)
{
	int years[MISSING_YEARS];
	size_t n = eni_almanac_missing(f->almanac, years, MISSING_YEARS);

	for (size_t i = 0; i < n; i++)
		eni_warn(f->diag, ENI_NOWHERE, NULL, "no holiday data for %d; add them to holidays.csv", years[i]);
}

/* Whoever has an account on the machine could change what we say to whom. */
static void
tell_if_open(const struct eni_facts *f, const char *path, const char *shown)
{
	struct stat st;

	if (stat(path, &st) == 0 && (st.st_mode & S_IWOTH) != 0)
		eni_warn(f->diag, eni_at(shown, 0), NULL, "everybody on this machine may write here; chmod o-w takes that away");
}

static int
tell_open_files(const struct eni_facts *f)
{
	const struct eni_book *b = f->book;
	struct eni_arena a = {0};
	int rc = 0;

	tell_if_open(f, b->opt.dir, b->opt.dir);
	for (int kind = 0; rc == 0 && kind < ENI_KINDS; kind++) {
		enum eni_format format;
		const char *path;
		int got = eni_book_file(&a, b->opt.dir, (enum eni_kind)kind, &path, &format, f->diag);

		if (got == 0)
			tell_if_open(f, path, eni_book_shown(path));
		rc = got == -1 ? -1 : 0;
	}
	eni_arena_free(&a);
	return rc;
}

int
eni_gaps_report(struct eni_facts *f)
{
	struct eni_book *b = f->book;

	tell_sheet_ids(f, &b->clients, 0);
	tell_sheet_ids(f, &b->referrers, eni_subject_referrer(b, 0));
	tell_sheet_ids(f, &b->staff, eni_subject_staff(b, 0));
	tell_order(f);
	tell_consents(f);
	tell_ended_but_active(f);
	tell_undated_hospital(f);
	tell_clients(f);
	tell_vacant(f);
	tell_stories(f);
	tell_twins(f);
	tell_phones(f, "phone");
	tell_phones(f, "family_phone");
	if (tell_files(f) == -1 || tell_assessors(f) == -1 || tell_open_days(f) == -1 || tell_open_files(f) == -1)
		return -1;
	eni_facts_tell_promises(f);
	tell_holidays(f);
	return 0;
}
