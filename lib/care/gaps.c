/* Gaps and findings: see gaps.h. */
#include "care/gaps.h"

#include <stdlib.h>

enum { MISSING_YEARS = 16 };

void
eni_gaps_want(struct eni_book *b)
{
	eni_sheet_want(&b->clients, ENI_S("start_date"), ENI_AS_TYPED);
	eni_sheet_want(&b->clients, ENI_S("end_date"), ENI_AS_TYPED);
	eni_sheet_want(&b->clients, ENI_S("caremanager"), ENI_AS_RAW);
}

void
eni_gaps_free(struct eni_gaps *g)
{
	free(g->gap);
	eni_arena_free(&g->arena);
	*g = (struct eni_gaps){0};
}

static void
add(struct eni_gaps *g, uint32_t subject, const char *field, const struct eni_rule *r)
{
	g->gap = eni_grow(g->gap, &g->cap, g->n + 1, sizeof *g->gap);
	g->gap[g->n++] = (struct eni_gap){subject, field, r};
}

/* The stored field behind a derived one: what somebody could fill in.  Empty when nobody can (absences, columns other tools add).
 */
static struct eni_str
fillable(struct eni_str field)
{
	static const char *const behind[][2] = {
	    {"consent_until", "consent_from"}, {"received_at", "inquiry_at"}, {"band", "adl"}, {"gb_level", "gb_score"}};

	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (eni_str_is(field, behind[i][0]))
			return eni_str_of(behind[i][1]);
	return eni_field_find(ENI_CLIENTS, field) == NULL && eni_field_find(ENI_REFERRERS, field) == NULL ? (struct eni_str){"", 0}
													  : field;
}

/* A matcher that a value would surely satisfy: any, or a value.  Of dates and numbers nobody knows on which side they would fall.
 */
static bool
asks_for_value(const struct eni_match *m)
{
	return m->op == ENI_OP_ANY || (m->op == ENI_OP_IS && m->n_words > 0);
}

static bool
names_status(const struct eni_rule *r)
{
	for (size_t i = 0; i < r->n_when; i++)
		if (r->when[i].vocab == ENI_V_STATUS)
			return true;
	return r->subject != ENI_FOR_CLIENTS;
}

/*
 * The one empty field that keeps a rule silent: every other matcher holds.  Status is never guessed at, nor is a value for rules
 * that would speak for anybody.  Empty when there is none.
 */
static struct eni_str
missing_field(struct eni_facts *f, size_t rule, uint32_t subject)
{
	static const struct eni_str none = {"", 0};
	const struct eni_rule *r = f->rules->rule[rule];
	struct eni_str missing = none;

	for (size_t i = 0; i < r->n_when; i++) {
		struct eni_value v = eni_facts_value(f, &r->when[i], subject, NULL);

		if (eni_match_test(&r->when[i], v, f->book->today))
			continue;
		if (v.type != ENI_VALUE_EMPTY || missing.n > 0 || !asks_for_value(&r->when[i]) || !names_status(r) ||
		    r->when[i].vocab == ENI_V_STATUS)
			return none;
		missing = fillable(r->when[i].field);
		if (missing.n == 0)
			return none;
	}
	if (missing.n == 0 && !eni_is_day(eni_facts_anchor(f, rule, subject)) && r->anchor == ENI_ANCHOR_FIELD)
		return fillable(r->anchor_field);
	return missing;
}

/* A rule that speaks because the field is empty is already working on it. */
static bool
is_worked_on(struct eni_facts *f, enum eni_for kind, uint32_t subject, struct eni_str field)
{
	for (size_t i = 0; i < f->rules->n; i++) {
		const struct eni_rule *r = f->rules->rule[i];

		if (!f->live[i].alive || r->subject != kind)
			continue;
		for (size_t k = 0; k < r->n_when; k++)
			if (eni_str_eq(r->when[k].field, field) && r->when[k].op == ENI_OP_IS && r->when[k].or_empty &&
			    eni_facts_unfit(f, r, subject, NULL) == NULL)
				return true;
	}
	return false;
}

/* A rule covers somebody when only derived facts (absences, dates drawing near) keep it silent. */
static bool
covers(struct eni_facts *f, const struct eni_rule *r, uint32_t subject)
{
	for (size_t i = 0; i < r->n_when; i++)
		if (r->when[i].source != ENI_FROM_FACT &&
		    !eni_match_test(&r->when[i], eni_facts_value(f, &r->when[i], subject, NULL), f->book->today))
			return false;
	return true;
}

static bool
is_covered(struct eni_facts *f, enum eni_for kind, uint32_t subject)
{
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->live[i].alive && f->rules->rule[i]->subject == kind && covers(f, f->rules->rule[i], subject))
			return true;
	return f->promise_of != NULL && f->promise_of[subject] != ENI_NONE;
}

void
eni_gaps_find(struct eni_gaps *g, struct eni_facts *f)
{
	for (uint32_t s = 0; s < eni_subject_office(f->book); s++) {
		enum eni_for kind = eni_subject_is_client(f->book, s) ? ENI_FOR_CLIENTS : ENI_FOR_REFERRERS;
		struct eni_standing standing = eni_facts_standing(f, s);

		if (!eni_subject_asked(f->book, s) || standing.dead || (standing.optout && !standing.active))
			continue;
		for (size_t i = 0; i < f->rules->n; i++) {
			struct eni_str field;

			if (!f->live[i].alive || f->rules->rule[i]->subject != kind)
				continue;
			field = missing_field(f, i, s);
			if (field.n > 0 && !is_worked_on(f, kind, s, field))
				add(g, s, eni_arena_keep(&g->arena, field).p, f->rules->rule[i]);
		}
		if (!is_covered(f, kind, s))
			add(g, s, "-", NULL);
	}
}

/* ---- findings about the whole book ---- */

static void
tell_sheet_ids(const struct eni_facts *f, const struct eni_sheet *s, uint32_t base)
{
	for (size_t i = 0; i < s->n; i++) {
		uint32_t first = eni_book_find_id(f->book, eni_sheet_id(s, i));

		if (first == base + i)
			continue;
		eni_warn(f->diag, eni_sheet_place(s, i), "id",
		    first >= base && first < base + s->n
			? "stands in another record too; ids are unique"
			: "is also the id of a client or referrer; clients, referrers and staff share one set of ids");
	}
}

/* A start after the end is the present stay of somebody who came back (decision 1); for those who are gone it is a mistake. */
static void
tell_order(const struct eni_facts *f)
{
	struct eni_sheet *s = &f->book->clients;
	size_t a = eni_sheet_want(s, ENI_S("start_date"), ENI_AS_TYPED), b = eni_sheet_want(s, ENI_S("end_date"), ENI_AS_TYPED);

	for (size_t i = 0; i < s->n; i++) {
		struct eni_when from = eni_sheet_when(s, a, i), to = eni_sheet_when(s, b, i);
		int status = eni_sheet_code(s, f->status, i);

		if (eni_is_day(from) && eni_is_day(to) && to.day < from.day &&
		    (status == ENI_STATUS_ENDED || status == ENI_STATUS_PAUSED || status == ENI_STATUS_DECEASED))
			eni_warn(f->diag, eni_sheet_place(s, i), "end_date", "lies before start_date");
	}
}

static void
tell_clients(struct eni_facts *f)
{
	struct eni_book *b = f->book;
	size_t cm = eni_sheet_want(&b->clients, ENI_S("caremanager"), ENI_AS_RAW);

	for (size_t i = 0; i < b->clients.n; i++) {
		struct eni_str who = eni_str_trim(eni_sheet_text(&b->clients, cm, i));

		if (eni_sheet_code(&b->clients, f->status, i) == 0)
			eni_warn(f->diag, eni_sheet_place(&b->clients, i), "status", "is empty; no rule can speak for this person");
		if (who.n > 0 && eni_book_find_referrer(b, who) == ENI_NONE)
			eni_warn(f->diag, eni_sheet_place(&b->clients, i), "caremanager", "is not on file among the referrers");
	}
}

static int
tell_rows(struct eni_facts *f, enum eni_kind kind, const char *date)
{
	const char *names[] = {"id", date};
	struct eni_stream s;
	struct eni_when w;
	int got = eni_stream_open(&s, f->book, kind, names, 2);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&s)) > 0) {
		uint32_t who = eni_book_find(f->book, eni_stream_cell(&s, 0));

		if (who == ENI_NONE)
			eni_aside(f->diag, s.row.place, "id", "nobody has this id");
		else if (eni_office_when(&f->book->office, eni_stream_cell(&s, 1), &w) != 1)
			eni_aside(f->diag, s.row.place, date, "want a day such as 2026-04-01");
	}
	eni_stream_close(&s);
	return got;
}

static void
tell_holidays(const struct eni_facts *f)
{
	int years[MISSING_YEARS];
	size_t n = eni_almanac_missing(f->almanac, years, MISSING_YEARS);

	for (size_t i = 0; i < n; i++)
		eni_warn(f->diag, ENI_NOWHERE, NULL, "no holiday data for %d; add them to holidays.csv", years[i]);
}

int
eni_gaps_tell(struct eni_facts *f)
{
	struct eni_book *b = f->book;

	tell_sheet_ids(f, &b->clients, 0);
	tell_sheet_ids(f, &b->referrers, eni_subject_referrer(b, 0));
	tell_sheet_ids(f, &b->staff, eni_subject_staff(b, 0));
	tell_order(f);
	tell_clients(f);
	if (tell_rows(f, ENI_CONTACTS, "at") == -1 || tell_rows(f, ENI_VISITS, "date") == -1 ||
	    tell_rows(f, ENI_INCIDENTS, "date") == -1)
		return -1;
	tell_holidays(f);
	return 0;
}
