/* Acceptance: see accept.h. */
#include "reception/accept.h"

#include <stdlib.h>

/* ---- criteria ---- */

/* 1: the rule has an answer, 0: it has none, -1 after eni_fail. */
static int
read_answer(const struct eni_rule *r, enum eni_answer *answer, struct eni_diag *d)
{
	const struct eni_node *node = eni_node_get(eni_node_get(r->node, "do"), "answer");
	int code;

	if (node == NULL)
		return 0;
	code = eni_word_find(ENI_V_ANSWER, eni_node_text(node));
	*answer = (enum eni_answer)code;
	if (code > 0 && code != ENI_UNKNOWN_WORD)
		return 1;
	return eni_fail(d, eni_at(r->place.file, node->line), NULL, "answer: want no, ask, risk or yes");
}

static int
add_criteria(struct eni_acceptance *a, const struct eni_rules *rules, struct eni_diag *d)
{
	for (size_t i = 0; i < rules->n; i++) {
		struct eni_criterion *c = &a->criterion[a->n];
		int got = read_answer(rules->rule[i], &c->answer, d);

		if (got == -1)
			return -1;
		c->rule = rules->rule[i];
		a->n += got == 1 && c->rule->subject == ENI_FOR_CLIENTS;
	}
	return 0;
}

static int
read_own(struct eni_acceptance *a, const struct eni_office *o, struct eni_diag *d)
{
	const struct eni_node *list = eni_office_get(o, "accept");
	enum eni_answer answer;

	if (list == NULL)
		return 0;
	if (eni_rules_read_list(&a->own, list, o->file, d) == -1)
		return -1;
	for (size_t i = 0; i < a->own.n; i++) {
		int got = read_answer(a->own.rule[i], &answer, d);

		if (got == 0)
			eni_fail(d, a->own.rule[i]->place, "accept", "want an answer, as in do: {answer: ask, say: ...}");
		if (got != 1 || eni_facts_resolve_rule(a->labels->facts, a->own.rule[i]) == -1)
			return -1;
	}
	return 0;
}

int
eni_acceptance_read(struct eni_acceptance *a, struct eni_labels *l)
{
	const struct eni_facts *f = l->facts;
	const struct eni_office *o = &f->book->office;

	*a = (struct eni_acceptance){.labels = l};
	if (read_own(a, o, f->diag) == -1)
		return -1;
	a->criterion = eni_realloc(NULL, (f->rules->n + a->own.n + 1) * sizeof *a->criterion);
	if (add_criteria(a, f->rules, f->diag) == -1 || add_criteria(a, &a->own, f->diag) == -1)
		return -1;
	a->ruling = eni_realloc(NULL, (a->n + 1) * sizeof *a->ruling);
	return 0;
}

int
eni_acceptance_need(struct eni_acceptance *a, struct eni_labels *l)
{
	if (eni_acceptance_read(a, l) == -1)
		return -1;
	if (a->n == 0)
		return eni_fail(l->facts->diag, eni_at(l->facts->book->office.file, 0), "accept",
		    "the office has no written criteria; want rules such as "
		    "{id: full, when: {free_slots: at most 0}, do: {answer: no}}");
	return 0;
}

void
eni_acceptance_free(struct eni_acceptance *a)
{
	free(a->criterion);
	free(a->ruling);
	eni_rules_free(&a->own);
	eni_arena_free(&a->row);
	*a = (struct eni_acceptance){0};
}

/* ---- one client ---- */

/* Whether all matchers hold; *missing collects the fields that hold only because they are empty.  `none` written out asks for
 * the empty field itself. */
static bool
speaks(struct eni_acceptance *a, const struct eni_rule *r, uint32_t client, struct eni_buf *missing)
{
	missing->n = 0;
	for (size_t i = 0; i < r->n_when; i++) {
		const struct eni_match *m = &r->when[i];
		struct eni_value v = eni_labels_value(a->labels, m, client);

		if (!eni_match_test(m, v, a->labels->facts->book->today))
			return false;
		if (v.type != ENI_VALUE_EMPTY || m->op != ENI_OP_NOT)
			continue;
		if (missing->n > 0)
			eni_buf_char(missing, ' ');
		eni_buf_add(missing, m->field);
	}
	return true;
}

void
eni_acceptance_of(struct eni_acceptance *a, uint32_t client)
{
	struct eni_buf missing = {0};

	a->answer = ENI_ANSWER_YES;
	a->n_rulings = 0;
	eni_arena_reset(&a->row);
	for (size_t i = 0; i < a->n; i++) {
		const struct eni_criterion *c = &a->criterion[i];
		struct eni_ruling x = {c->rule, c->answer, c->rule->say};

		if (!speaks(a, c->rule, client, &missing))
			continue;
		if (missing.n > 0 && c->answer >= ENI_ANSWER_ASK) {
			x.verdict = ENI_ANSWER_ASK;
			x.say = eni_arena_printf(&a->row, "missing: %.*s", (int)missing.n, missing.p);
		}
		a->answer = x.verdict > a->answer ? x.verdict : a->answer;
		a->ruling[a->n_rulings++] = x;
	}
	eni_buf_free(&missing);
}
