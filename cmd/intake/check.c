/* intake check: what registration, assessment and plan still lack (decision 25). */
#include <stdlib.h>

#include "base/text.h"
#include "cli/reception.h"
#include "cmd/intake/verbs.h"
#include "reception/accept.h"

enum { CHECK_ID, CHECK_STEP, CHECK_MISSING, CHECK_COLUMNS };
static const struct eni_offer offer[] = {[CHECK_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CHECK_STEP] = {"step", ENI_COL_TEXT, ENI_V_STEP, 0},
    [CHECK_MISSING] = {"missing", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, CHECK_COLUMNS);

/* The step up to which --upto asks. */
static int
read_upto(struct eni_run *run, int *step)
{
	const char *upto = eni_opt(run, "upto"), *near;

	*step = upto == NULL ? (int)ENI_STEP_PLAN : eni_word_find(ENI_V_STEP, eni_str_of(upto));
	if (*step > 0 && *step != ENI_UNKNOWN_WORD)
		return 0;
	near = eni_word_nearest(ENI_V_STEP, eni_str_of(upto));
	return eni_fail(&run->diag, ENI_NOWHERE, NULL,
	    near == NULL ? N_("--upto: want a step: %s") : N_("--upto: want a step: %s; nearest is %s"), eni_vocab_list(ENI_V_STEP),
	    near);
}

struct check {
	struct eni_reception r;
	struct eni_acceptance acceptance;
	bool has_criteria;
	int upto;
	int *step;      /* of each rule of the labels, a code; 0: it asks for nothing */
	unsigned *only; /* bits 1 << enum only */
};

/* In which cases alone a rule asks. */
enum only { ONLY_KEPT, ONLY_RISK, ONLIES };
static const char *const onlies[] = {[ONLY_KEPT] = "kept", [ONLY_RISK] = "risk"};
ENI_ROW_FOR_EACH(onlies, ONLIES);

/* What a rule says of its step and cases. */
static int
read_rule(struct check *c, size_t i)
{
	const struct eni_label_rule *x = &c->r.labels.rule[i];
	const struct eni_node *given = eni_node_get(x->rule->node, "do"), *step = eni_node_get(given, "step"),
			      *only = eni_node_get(given, "only");
	size_t which = ONLIES;

	c->step[i] = 0;
	c->only[i] = 0;
	if (x->gives[ENI_LABEL_MISSING].n == 0)
		return 0;
	c->step[i] = step == NULL ? (int)ENI_STEP_REGISTER : eni_word_find(ENI_V_STEP, eni_node_text(step));
	if (c->step[i] <= 0 || c->step[i] == ENI_UNKNOWN_WORD)
		return eni_fail(&c->r.run->diag, x->rule->place, "step", "want a step: %s", eni_vocab_list(ENI_V_STEP));
	for (size_t k = 0; only != NULL && k < ONLIES; k++)
		if (eni_str_is(eni_node_text(only), onlies[k]))
			which = k;
	if (only != NULL && which == ONLIES)
		return eni_fail(&c->r.run->diag, x->rule->place, "only", "want kept or risk");
	c->only[i] = only == NULL ? 0 : 1u << which;
	return 0;
}

static int
read_rules(struct check *c)
{
	size_t n = c->r.labels.n_rules + 1;

	c->step = eni_realloc(NULL, n * sizeof *c->step);
	c->only = eni_realloc(NULL, n * sizeof *c->only);
	for (size_t i = 0; i < c->r.labels.n_rules; i++)
		if (read_rule(c, i) == -1)
			return -1;
	return 0;
}

/* Whether the list has a column for any field that the rule looks at. */
static bool
is_kept(const struct check *c, const struct eni_rule *rule)
{
	for (size_t i = 0; i < rule->n_when; i++)
		if (rule->when[i].source == ENI_FROM_CLIENT && eni_sheet_has_header(&c->r.run->book.clients, rule->when[i].field))
			return true;
	return false;
}

static bool
says_risk(const struct check *c)
{
	for (size_t i = 0; i < c->acceptance.n_rulings; i++)
		if (c->acceptance.ruling[i].verdict == ENI_ANSWER_RISK)
			return true;
	return false;
}

/* Of whom we declined unasked only what belongs to that. */
static bool
is_about_status(const struct eni_rule *rule)
{
	for (size_t i = 0; i < rule->n_when; i++)
		if (eni_str_is(rule->when[i].field, "status"))
			return true;
	return false;
}

static bool
asks(const struct check *c, size_t i, bool closed)
{
	const struct eni_label_rule *x = &c->r.labels.rule[i];

	return c->step[i] != 0 && c->step[i] <= c->upto && x->speaks && (!closed || is_about_status(x->rule)) &&
	       ((c->only[i] & 1u << ONLY_KEPT) == 0 || is_kept(c, x->rule)) &&
	       ((c->only[i] & 1u << ONLY_RISK) == 0 || says_risk(c));
}

static void
print_missing(struct check *c, size_t i, uint32_t client)
{
	struct eni_print *p = &c->r.print;
	const struct eni_label_list *missing = &c->r.labels.rule[i].gives[ENI_LABEL_MISSING];

	for (size_t k = 0; k < missing->n; k++) {
		p->cell[CHECK_ID] = eni_subject_id(&c->r.run->book, client);
		p->cell[CHECK_STEP] = eni_str_of(eni_word_code(ENI_V_STEP, c->step[i]));
		p->cell[CHECK_MISSING] = eni_print_name(p, missing->word[k].p, ENI_CLIENTS);
		eni_print_row(p, client);
	}
}

/* Step by step, whatever the order of the rules. */
static void
check_client(struct check *c, uint32_t client)
{
	const struct eni_book *b = &c->r.run->book;
	bool closed =
	    !b->any_operand && eni_sheet_code(&b->clients, c->r.desk.facts.standing.status, client) == ENI_STATUS_DECLINED;

	eni_labels_of(&c->r.labels, client);
	if (c->has_criteria)
		eni_acceptance_of(&c->acceptance, client);
	for (int step = 1; step <= c->upto; step++)
		for (size_t i = 0; i < c->r.labels.n_rules; i++)
			if (c->step[i] == step && asks(c, i, closed))
				print_missing(c, i, client);
}

static int
open_check(struct check *c, struct eni_run *run)
{
	if (read_upto(run, &c->upto) == -1 || eni_reception_open(&c->r, run, offer, CHECK_COLUMNS, true) == -1 ||
	    read_rules(c) == -1)
		return -1;
	c->r.declined = true;
	c->has_criteria = eni_office_get(&run->book.office, "accept") != NULL;
	if (c->has_criteria && eni_acceptance_read(&c->acceptance, &c->r.labels) == -1)
		return -1;
	return eni_reception_load(&c->r);
}

int
eni_verb_check(struct eni_run *run)
{
	struct check c = {0};
	int rc = open_check(&c, run);

	if (rc == 0) {
		eni_print_begin(&c.r.print);
		for (uint32_t client; (client = eni_reception_next(&c.r)) != ENI_NONE;)
			check_client(&c, client);
		rc = eni_print_end(&c.r.print);
	}
	free(c.step);
	free(c.only);
	eni_acceptance_free(&c.acceptance);
	eni_reception_close(&c.r);
	return rc;
}
