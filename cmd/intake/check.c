/* intake check: what registration, assessment and plan still lack (decision 25). */
#include "cli/reception.h"
#include "cmd/intake/verbs.h"

/* What a step leaves behind when it was done; of a step without a row nothing is asked. */
static const struct {
	int step;
	const char *field;
} required[] = {
    {ENI_STEP_REGISTER, "name"},
    {ENI_STEP_REGISTER, "phone"},
    {ENI_STEP_REGISTER, "decision_maker"},
    {ENI_STEP_REGISTER, "family_attitude"},
    {ENI_STEP_REGISTER, "concern"},
    {ENI_STEP_ASSESS, "adl"},
    {ENI_STEP_ASSESS, "cognition"},
    {ENI_STEP_ASSESS, "needs"},
    {ENI_STEP_PLAN, "focus"},
    {ENI_STEP_PLAN, "price_sense"},
};
enum { REQUIRED = sizeof required / sizeof *required };

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

/* What cannot be read counts as missing, as it does for every rule. */
static bool
is_missing(struct eni_reception *r, size_t col, uint32_t client)
{
	const struct eni_match at = {.source = ENI_FROM_CLIENT, .column = (int)col};

	return eni_facts_value(&r->desk.facts, &at, client, NULL).type == ENI_VALUE_EMPTY;
}

static void
print_missing(struct eni_reception *r, size_t i, uint32_t client)
{
	struct eni_print *p = &r->print;

	p->cell[CHECK_ID] = eni_subject_id(&r->run->book, client);
	p->cell[CHECK_STEP] = eni_str_of(eni_word_code(ENI_V_STEP, required[i].step));
	p->cell[CHECK_MISSING] = eni_print_name(p, required[i].field, ENI_CLIENTS);
	eni_print_row(p, client);
}

int
eni_verb_check(struct eni_run *run)
{
	struct eni_reception r;
	size_t col[REQUIRED];
	int upto, rc = -1;

	if (read_upto(run, &upto) == -1)
		return -1;
	if (eni_reception_open(&r, run, offer, CHECK_COLUMNS, true) == -1)
		goto done;
	for (size_t i = 0; i < REQUIRED; i++)
		if (required[i].step <= upto)
			col[i] = eni_sheet_want(&run->book.clients, eni_str_of(required[i].field), ENI_AS_TYPED);
	if (eni_reception_load(&r) == -1)
		goto done;
	eni_print_begin(&r.print);
	for (uint32_t client; (client = eni_reception_next(&r)) != ENI_NONE;)
		for (size_t i = 0; i < REQUIRED; i++)
			if (required[i].step <= upto && is_missing(&r, col[i], client))
				print_missing(&r, i, client);
	rc = eni_print_end(&r.print);
done:
	eni_reception_close(&r);
	return rc;
}
