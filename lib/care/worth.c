/* The formula: see worth.h. */
#include "care/worth.h"

#include "base/num.h"
#include "base/ratio.h"

/* A minor unit of the currency in the scale of prices. */
static int64_t
minor_unit(const struct eni_office *o)
{
	int64_t unit = ENI_NUM_SCALE;

	for (int i = 0; i < o->decimals; i++)
		unit /= 10;
	return unit;
}

static int64_t
number(const struct eni_office *o, const char *path)
{
	int64_t n;

	return eni_num_parse(eni_node_text(eni_office_get(o, path)), &n) == 1 ? n : -1;
}

void
eni_worth_want(struct eni_worth *w, struct eni_book *b)
{
	const struct eni_office *o = &b->office;

	*w = (struct eni_worth){.book = b,
	    .price = eni_sheet_want(&b->clients, ENI_S("price"), ENI_AS_TYPED),
	    .visits = eni_sheet_want(&b->clients, ENI_S("visits_per_month"), ENI_AS_TYPED),
	    .usual_visits = number(o, "ltv.visits_per_month"),
	    .months = number(o, "ltv.months")};
	if (eni_money_parse(eni_node_text(eni_office_get(o, "ltv.price")), o->decimals, &w->usual_price) != 1 ||
	    __builtin_mul_overflow(w->usual_price, minor_unit(o), &w->usual_price))
		w->usual_price = -1;
}

static int64_t
figure(const struct eni_worth *w, size_t col, size_t row, int64_t usual)
{
	int64_t own;

	return eni_sheet_number(&w->book->clients, col, row, &own) ? own : usual;
}

int64_t
eni_worth_of(const struct eni_worth *w, size_t row)
{
	const eni_wide whole = (eni_wide)minor_unit(&w->book->office) * ENI_NUM_SCALE * ENI_NUM_SCALE;
	int64_t price = figure(w, w->price, row, w->usual_price), visits = figure(w, w->visits, row, w->usual_visits);
	eni_wide product;

	if (price < 0 || visits < 0 || w->months < 0)
		return -1;
	if (__builtin_mul_overflow((eni_wide)price * visits, (eni_wide)w->months, &product))
		return -1;
	product = (product + whole / 2) / whole;
	return product > INT64_MAX ? -1 : (int64_t)product;
}
