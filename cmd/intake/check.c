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

/* In which cases alone a rule asks. */
enum only { ONLY_ANY, ONLY_KEPT, ONLY_RISK, ONLIES };
static const char *const onlies[] = {[ONLY_ANY] = "", [ONLY_KEPT] = "kept", [ONLY_RISK] = "risk"};
ENI_ROW_FOR_EACH(onlies, ONLIES);

/* A rule that says what is missing. */
struct demand {
	const struct eni_rule *rule;
	int step; /* code */
	enum only only;
};

struct check {
	struct eni_reception r;
	struct eni_acceptance acceptance;
	bool has_criteria;
	int upto;
	struct demand *demand;
	size_t n;
};

static int
read_demand(struct check *c, const struct eni_rule *rule, struct demand *out)
{
	const struct eni_node *given = eni_node_get(rule->node, "do"), *step = eni_node_get(given, "step");
	struct eni_str only = eni_node_text(eni_node_get(given, "only"));
	int which = 0;

	*out = (struct demand){.rule = rule, .step = ENI_STEP_REGISTER};
	if (step != NULL)
		out->step = eni_word_find(ENI_V_STEP, eni_node_text(step));
	if (out->step <= 0 || out->step == ENI_UNKNOWN_WORD)
		return eni_fail(&c->r.run->diag, rule->place, "step", "want a step: %s", eni_vocab_list(ENI_V_STEP));
	while (which < ONLIES && !eni_str_is(only, onlies[which]))
		which++;
	if (which == ONLIES)
		return eni_fail(&c->r.run->diag, rule->place, "only", "want kept or risk");
	out->only = (enum only)which;
	return 0;
}

/* Before loading: their fields are asked for here, since no other verb looks at them. */
static int
read_demands(struct check *c)
{
	const struct eni_rules *rules = c->r.desk.facts.rules;

	c->demand = eni_realloc(NULL, (rules->n + 1) * sizeof *c->demand);
	for (size_t i = 0; i < rules->n; i++) {
		struct eni_rule *rule = rules->rule[i];

		if (rule->missing == NULL || rule->subject != ENI_FOR_CLIENTS)
			continue;
		if (read_demand(c, rule, &c->demand[c->n]) == -1 || eni_facts_resolve_rule(&c->r.desk.facts, rule) == -1)
			return -1;
		c->n++;
	}
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
asks(struct check *c, const struct demand *d, uint32_t client, bool closed)
{
	return (!closed || is_about_status(d->rule)) && (d->only != ONLY_KEPT || is_kept(c, d->rule)) &&
	       (d->only != ONLY_RISK || says_risk(c)) && eni_labels_fit(&c->r.labels, d->rule->when, d->rule->n_when, client);
}

static void
print_field(struct check *c, const struct demand *d, const struct eni_node *field, uint32_t client)
{
	struct eni_print *p = &c->r.print;
	struct eni_str name = eni_node_text(field);

	if (name.n == 0)
		return;
	p->cell[CHECK_ID] = eni_subject_id(&c->r.run->book, client);
	p->cell[CHECK_STEP] = eni_str_of(eni_word_code(ENI_V_STEP, d->step));
	p->cell[CHECK_MISSING] = eni_print_name(p, name.p, ENI_CLIENTS);
	eni_print_row(p, client);
}

/* Step by step, whatever the order of the rules. */
static void
check_client(struct check *c, uint32_t client)
{
	const struct eni_book *b = &c->r.run->book;
	bool closed =
	    !b->any_operand && eni_sheet_code(&b->clients, c->r.desk.facts.standing.status, client) == ENI_STATUS_DECLINED;

	if (c->has_criteria)
		eni_acceptance_of(&c->acceptance, client);
	for (int step = 1; step <= c->upto; step++)
		for (size_t i = 0; i < c->n; i++) {
			const struct demand *d = &c->demand[i];
			const struct eni_node *missing = d->rule->missing;

			if (d->step != step || !asks(c, d, client, closed))
				continue;
			print_field(c, d, missing, client);
			for (size_t k = 0; missing->type == ENI_SEQ && k < missing->n; k++)
				print_field(c, d, missing->item[k], client);
		}
}

static int
open_check(struct check *c, struct eni_run *run)
{
	if (read_upto(run, &c->upto) == -1 || eni_reception_open(&c->r, run, offer, CHECK_COLUMNS, true) == -1 ||
	    read_demands(c) == -1)
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
	free(c.demand);
	eni_acceptance_free(&c.acceptance);
	eni_reception_close(&c.r);
	return rc;
}
