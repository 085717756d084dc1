/* intake check: what registration, assessment and plan still lack (S2-4, S2-18, decision 25). */
#include "cli/reception.h"
#include "cmd/intake/verbs.h"

/* What a step leaves behind when it was done.  Steps in the order of the reception. */
static const struct {
	const char *step, *field;
} required[] = {
    {"register", "name"},
    {"register", "phone"},
    {"register", "decision_maker"},
    {"register", "family_attitude"},
    {"register", "concern"},
    {"assess", "adl"},
    {"assess", "cognition"},
    {"assess", "needs"},
    {"plan", "focus"},
    {"plan", "price_sense"},
};
enum { REQUIRED = sizeof required / sizeof *required };

enum { CHECK_ID, CHECK_STEP, CHECK_MISSING };
static const struct eni_offer offer[] = {[CHECK_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CHECK_STEP] = {"step", ENI_COL_TEXT, ENI_V_STEP, 0},
    [CHECK_MISSING] = {"missing", ENI_COL_TEXT, ENI_V_NONE, 0}};

/* How many of the rows --upto asks for. */
static int
rows_upto(struct eni_run *run, size_t *n)
{
	const char *upto = eni_opt(run, "upto"), *near;
	int last = eni_word_find(ENI_V_STEP, eni_str_of(upto == NULL ? "plan" : upto));

	if (last <= 0 || last == ENI_UNKNOWN_WORD) {
		near = eni_word_nearest(ENI_V_STEP, eni_str_of(upto));
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--upto: want a step: register, assess, tour, plan or objection%s%s",
		    near == NULL ? "" : "; nearest is ", near == NULL ? "" : near);
	}
	for (*n = 0; *n < REQUIRED && eni_word_find(ENI_V_STEP, eni_str_of(required[*n].step)) <= last;)
		++*n;
	return 0;
}

/* What cannot be read counts as missing, as it does for every rule. */
static bool
is_missing(struct eni_reception *r, size_t col, uint32_t client)
{
	const struct eni_match at = {.source = ENI_FROM_CLIENT, .where = (int)col};

	return eni_facts_value(&r->desk.facts, &at, client, NULL).type == ENI_VALUE_EMPTY;
}

static void
print_missing(struct eni_reception *r, size_t i, uint32_t client)
{
	struct eni_print *p = &r->print;

	p->cell[CHECK_ID] = eni_subject_id(&r->run->book, client);
	p->cell[CHECK_STEP] = eni_str_of(required[i].step);
	p->cell[CHECK_MISSING] = eni_print_name(p, required[i].field, ENI_CLIENTS);
	eni_print_row(p, client);
}

int
eni_verb_check(struct eni_run *run)
{
	struct eni_reception r;
	size_t col[REQUIRED], n = 0;
	int rc = -1;

	if (rows_upto(run, &n) == -1)
		return -1;
	if (eni_reception_open(&r, run, offer, sizeof offer / sizeof *offer, true) == -1)
		goto done;
	for (size_t i = 0; i < n; i++)
		col[i] = eni_sheet_want(&run->book.clients, eni_str_of(required[i].field), ENI_AS_TYPED);
	if (eni_reception_load(&r) == -1)
		goto done;
	eni_print_begin(&r.print);
	for (uint32_t client; (client = eni_reception_next(&r)) != ENI_NONE;)
		for (size_t i = 0; i < n; i++)
			if (is_missing(&r, col[i], client))
				print_missing(&r, i, client);
	rc = eni_print_end(&r.print);
done:
	eni_reception_close(&r);
	return rc;
}
