/* referral capacity: how many we can take, and who takes the call.  See verbs.h. */
#include "partner/capacity.h"
#include "cli/report.h"
#include "cmd/referral/verbs.h"

enum { CAPACITY, PERSON, PHONE, COLUMNS };
static const struct eni_offer offer[] = {[CAPACITY] = {"capacity", ENI_COL_TEXT, ENI_V_NONE, 0},
    [PERSON] = {"person", ENI_COL_TEXT, ENI_V_NONE, 0},
    [PHONE] = {"phone", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { WEEKDAY, FREE, DAY_COLUMNS };
static const struct eni_offer day_offer[] = {
    [WEEKDAY] = {"weekday", ENI_COL_TEXT, ENI_V_WEEKDAY, 0}, [FREE] = {"free", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(day_offer, DAY_COLUMNS);

static int
print_days(struct eni_print *p, const struct eni_places *places)
{
	eni_print_begin(p);
	for (size_t i = 0; i < places->n; i++) {
		const struct eni_a_place *x = &places->one[i];

		p->cell[WEEKDAY] = x->by == ENI_BY_TOTAL ? eni_print_name(p, "total", ENI_KINDS) : x->name;
		p->cell[FREE] = eni_print_count(p, eni_place_free(x));
		eni_print_row(p, ENI_NONE);
	}
	return eni_print_end(p);
}

static int
print_phrase(struct eni_print *p, const struct eni_places *places)
{
	struct eni_run *run = p->run;
	struct eni_texts texts;
	struct eni_buf text = {0};
	int rc = eni_texts_read(&texts, &run->book.office, &run->diag);

	if (rc == 0) {
		eni_capacity_phrase(&text, places, &texts, run->lang);
		eni_print_begin(p);
		p->cell[CAPACITY] = eni_buf_str(&text);
		p->cell[PERSON] = run->book.office.person;
		p->cell[PHONE] = run->book.office.phone;
		eni_print_row(p, ENI_NONE);
		rc = eni_print_end(p);
	}
	eni_buf_free(&text);
	eni_texts_free(&texts);
	return rc;
}

int
eni_verb_capacity(struct eni_run *run)
{
	static const char *const by[] = {"weekday"};
	struct eni_places places = {0};
	struct eni_print p = {0};
	size_t choice;
	int rc = -1;

	if (run->n_operands > 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "capacity: counts the whole book; leave out operands");
	if (eni_choice(run, "by", by, 1, &choice) == 0 && eni_desk_people(run, false) == 0 &&
	    eni_places_want(&places, &run->book, "capacity") == 0 &&
	    eni_print_prepare(
		&p, run, choice == 0 ? day_offer : offer, choice == 0 ? (size_t)DAY_COLUMNS : (size_t)COLUMNS, NULL) == 0 &&
	    eni_book_load(&run->book) == 0) {
		eni_places_count(&places);
		rc = choice == 0 ? print_days(&p, &places) : print_phrase(&p, &places);
	}
	eni_places_free(&places);
	return rc;
}
