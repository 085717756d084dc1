/* Gaps and findings: see gaps.h. */
#include "duty/gaps.h"

#include <stdlib.h>

/* Every word and every day of the list is to be understood, whether a rule asks for it or not. */
static void
want_words_and_days(struct eni_sheet *s)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);

	for (size_t i = 0; i < n; i++)
		if ((f[i].kinds & ENI_IN(s->kind)) != 0 &&
		    (f[i].type == ENI_ENUM || f[i].type == ENI_YES || f[i].type == ENI_DATE || f[i].type == ENI_WISHES))
			eni_sheet_want(s, eni_str_of(f[i].name), ENI_AS_TYPED);
}

void
eni_gaps_want(struct eni_book *b)
{
	b->quote_words = true;
	want_words_and_days(&b->clients);
	want_words_and_days(&b->referrers);
	want_words_and_days(&b->staff);
	eni_sheet_want(&b->clients, ENI_S("caremanager"), ENI_AS_RAW);
	eni_sheet_want(&b->clients, ENI_S("referrer"), ENI_AS_RAW);
	eni_sheet_want(&b->clients, ENI_S("phone"), ENI_AS_RAW);
	eni_sheet_want(&b->clients, ENI_S("family_phone"), ENI_AS_RAW);
	eni_sheet_want(&b->referrers, ENI_S("org"), ENI_AS_RAW);
	eni_sheet_want(&b->referrers, ENI_S("person"), ENI_AS_RAW);
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

/* The stored field behind a derived one: what could be filled in.  Empty when there is none (absences, columns other tools add).
 */
static struct eni_str
fillable(struct eni_str field)
{
	static const char *const behind[][2] = {{"consent_until", "consent_from"}, {"received_at", "inquiry_at"},
	    {"ready_at", "ready_date"}, {"end_settled", "end_date"}, {"trial_mid", "start_date"}, {"band", "adl"},
	    {"gb_level", "gb_score"}, {"open_days", "seats"}};

	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (eni_str_is(field, behind[i][0]))
			return eni_str_of(behind[i][1]);
	return eni_field_find(ENI_CLIENTS, field) == NULL && eni_field_find(ENI_REFERRERS, field) == NULL ? (struct eni_str){"", 0}
													  : field;
}

/* A matcher that a value would surely satisfy: any, or a value.  Of dates and numbers it is unknown on which side they would fall.
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

/* A column the office does not keep at all is no gap of one person. */
static bool
is_kept(const struct eni_facts *f, const struct eni_rule *r, struct eni_str field)
{
	return eni_str_is(field, "seats") ||
	       eni_sheet_has_header(r->subject == ENI_FOR_REFERRERS ? &f->book->referrers : &f->book->clients, field);
}

/* What is written may be of an earlier stay: then nothing is missing, and nothing is due. */
static bool
is_filled(const struct eni_facts *f, uint32_t subject, struct eni_str field)
{
	const struct eni_sheet *s = &f->book->clients;
	const struct eni_field *of = eni_field_find(ENI_CLIENTS, field);

	return of != NULL && of->type == ENI_DATE && eni_subject_is_client(f->book, subject) &&
	       eni_sheet_wants(s, field, ENI_AS_TYPED) &&
	       eni_is_day(eni_sheet_when(s, eni_sheet_find(s, field, ENI_AS_TYPED), subject));
}

/*
 * The one empty field that keeps a rule silent: every other matcher holds.  Status is never guessed at, nor is a value for rules
 * that would speak at all.  Empty when there is none.
 */
static struct eni_str
missing_field(struct eni_facts *f, size_t rule, uint32_t subject)
{
	static const struct eni_str none = {"", 0};
	const struct eni_rule *r = f->rules->rule[rule];
	struct eni_str missing = none, anchor;

	for (size_t i = 0; i < r->n_when; i++) {
		struct eni_value v = eni_facts_value(f, &r->when[i], subject, NULL);

		if (eni_match_test(&r->when[i], v, f->book->today))
			continue;
		if (v.type != ENI_VALUE_EMPTY || missing.n > 0 || !asks_for_value(&r->when[i]) || !names_status(r) ||
		    r->when[i].vocab == ENI_V_STATUS)
			return none;
		missing = fillable(r->when[i].field);
		if (missing.n == 0 || !is_kept(f, r, missing) || is_filled(f, subject, missing) ||
		    (f->book->office.n_seats > 0 && eni_str_is(missing, "seats")))
			return none;
	}
	if (eni_is_day(eni_facts_anchor(f, rule, subject)))
		return missing;
	anchor = r->anchor == ENI_ANCHOR_FIELD ? fillable(r->anchor_field) : none;
	if (r->anchor == ENI_ANCHOR_LAST_CONTACT)
		anchor = r->subject == ENI_FOR_REFERRERS ? ENI_S("since") : ENI_S("inquiry_at");
	if (missing.n > 0) /* of two that are empty neither is the one */
		return anchor.n == 0 || eni_str_eq(anchor, missing) ? missing : none;
	return is_filled(f, subject, anchor) ? none : anchor;
}

/* A rule that speaks because the field is empty is already working on it. */
static bool
is_worked_on(const struct eni_plan *p, enum eni_for kind, uint32_t subject, struct eni_str field)
{
	struct eni_facts *f = p->facts;

	for (size_t i = 0; i < f->rules->n; i++) {
		const struct eni_rule *r = f->rules->rule[i];

		if (!f->bound[i].alive || r->subject != kind || eni_plan_has_nobody(p, r, subject))
			continue;
		for (size_t k = 0; k < r->n_when; k++)
			if (eni_str_eq(r->when[k].field, field) && r->when[k].op == ENI_OP_IS && r->when[k].or_empty &&
			    eni_facts_unfit(f, r, subject, NULL) == NULL)
				return true;
	}
	return false;
}

/* A rule covers a person when only derived facts (absences, dates drawing near) keep it silent; a rule that looks at nothing else
 * is no sign of it. */
static bool
covers(struct eni_facts *f, const struct eni_rule *r, uint32_t subject)
{
	size_t held = 0;

	for (size_t i = 0; i < r->n_when; i++) {
		if (r->when[i].source == ENI_FROM_FACT)
			continue;
		if (!eni_match_test(&r->when[i], eni_facts_value(f, &r->when[i], subject, NULL), f->book->today))
			return false;
		held++;
	}
	return held > 0 || eni_facts_unfit(f, r, subject, NULL) == NULL;
}

static bool
is_covered(const struct eni_plan *p, enum eni_for kind, uint32_t subject)
{
	struct eni_facts *f = p->facts;

	for (size_t i = 0; i < f->rules->n; i++)
		if (f->bound[i].alive && f->rules->rule[i]->subject == kind &&
		    !eni_plan_has_nobody(p, f->rules->rule[i], subject) && covers(f, f->rules->rule[i], subject))
			return true;
	return eni_promise_of(&f->promises, subject) != NULL;
}

void
eni_gaps_find(struct eni_gaps *g, const struct eni_plan *p)
{
	struct eni_facts *f = p->facts;

	for (uint32_t s = 0; s < eni_subject_office(f->book); s++) {
		enum eni_for kind = eni_subject_is_client(f->book, s) ? ENI_FOR_CLIENTS : ENI_FOR_REFERRERS;
		struct eni_standing standing = eni_facts_standing(f, s);

		if (!eni_subject_asked(f->book, s) || standing.dead || (standing.optout && !standing.active))
			continue;
		for (size_t i = 0; i < f->rules->n; i++) {
			struct eni_str field;

			if (!f->bound[i].alive || f->rules->rule[i]->subject != kind ||
			    eni_plan_has_nobody(p, f->rules->rule[i], s))
				continue;
			field = missing_field(f, i, s);
			if (field.n > 0 && !is_worked_on(p, kind, s, field))
				add(g, s, eni_arena_keep(&g->arena, field).p, f->rules->rule[i]);
			if (eni_plan_lacks_story(p, s, f->rules->rule[i]))
				add(g, s, "stories", f->rules->rule[i]);
		}
		if (!is_covered(p, kind, s))
			add(g, s, "-", NULL);
	}
}
