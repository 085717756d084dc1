/* intake accept: the written acceptance criteria, every rule that spoke, and the risks to explain. */
#include "reception/accept.h"
#include "cli/reception.h"
#include "cmd/intake/verbs.h"

enum { ACCEPT_ID, ACCEPT_ANSWER, ACCEPT_RULE, ACCEPT_VERDICT, ACCEPT_SAY, ACCEPT_COLUMNS };
static const struct eni_offer offer[] = {[ACCEPT_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [ACCEPT_ANSWER] = {"answer", ENI_COL_TEXT, ENI_V_ANSWER, 0},
    [ACCEPT_RULE] = {"rule", ENI_COL_TEXT, ENI_V_NONE, 0},
    [ACCEPT_VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_ANSWER, 0},
    [ACCEPT_SAY] = {"say", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, ACCEPT_COLUMNS);

/* x NULL: no rule spoke. */
static void
print_ruling(struct eni_reception *r, enum eni_answer answer, const struct eni_ruling *x, uint32_t client)
{
	static const struct eni_str none = {"", 0};
	struct eni_print *p = &r->print;

	p->cell[ACCEPT_ID] = eni_subject_id(&r->run->book, client);
	p->cell[ACCEPT_ANSWER] = eni_str_of(eni_word_code(ENI_V_ANSWER, (int)answer));
	p->cell[ACCEPT_RULE] = x == NULL ? none : x->rule->id;
	p->cell[ACCEPT_VERDICT] = x == NULL ? none : eni_str_of(eni_word_code(ENI_V_ANSWER, (int)x->verdict));
	p->cell[ACCEPT_SAY] = x == NULL ? none : x->say;
	eni_print_row(p, client);
}

int
eni_verb_accept(struct eni_run *run)
{
	struct eni_reception r;
	struct eni_acceptance a = {0};
	int rc = -1;

	if (eni_reception_open(&r, run, offer, ACCEPT_COLUMNS, true) == -1 || eni_acceptance_need(&a, &r.labels) == -1 ||
	    eni_reception_load(&r) == -1)
		goto done;
	eni_print_begin(&r.print);
	for (uint32_t client; (client = eni_reception_next(&r)) != ENI_NONE;) {
		eni_acceptance_of(&a, client);
		for (size_t i = 0; i < a.n_rulings; i++)
			print_ruling(&r, a.answer, &a.ruling[i], client);
		if (a.n_rulings == 0)
			print_ruling(&r, a.answer, NULL, client);
	}
	rc = eni_print_end(&r.print);
done:
	eni_acceptance_free(&a);
	eni_reception_close(&r);
	return rc;
}
