/* Prices: see price.h. */
#include "worth/price.h"

#include "base/num.h"

static int64_t
setting_of(const struct eni_office *o, const char *path)
{
	int64_t n;

	return eni_num_parse(eni_node_text(eni_office_get(o, path)), &n) == 1 ? n : -1;
}

void
eni_usual_read(struct eni_usual *u, const struct eni_office *o)
{
	if (eni_money_parse(eni_node_text(eni_office_get(o, "ltv.price")), o->decimals, &u->price) != 1)
		u->price = -1;
	u->visits = setting_of(o, "ltv.visits_per_month");
	u->months = setting_of(o, "ltv.months");
}

void
eni_prices_want(struct eni_prices *p, struct eni_book *b)
{
	p->book = b;
	eni_usual_read(&p->usual, &b->office);
	p->price = eni_sheet_want(&b->clients, ENI_S("price"), ENI_AS_TYPED);
	p->visits = eni_sheet_want(&b->clients, ENI_S("visits_per_month"), ENI_AS_TYPED);
}

/* What a minor unit of the currency is in the scale of typed columns. */
static int64_t
minor_unit(const struct eni_office *o)
{
	int64_t unit = ENI_NUM_SCALE;

	for (int i = 0; i < o->decimals; i++)
		unit /= 10;
	return unit;
}

static bool
own_figure(const struct eni_prices *p, size_t col, uint32_t client, int64_t *out)
{
	return client < p->book->clients.n && eni_sheet_number(&p->book->clients, col, client, out);
}

int64_t
eni_price_of(const struct eni_prices *p, uint32_t client)
{
	int64_t own;

	return own_figure(p, p->price, client, &own) ? own / minor_unit(&p->book->office) : p->usual.price;
}

int64_t
eni_visits_of(const struct eni_prices *p, uint32_t client)
{
	int64_t own;

	return own_figure(p, p->visits, client, &own) ? own : p->usual.visits;
}

struct eni_ratio
eni_price_monthly(const struct eni_prices *p, uint32_t client)
{
	int64_t price = eni_price_of(p, client), visits = eni_visits_of(p, client);

	return price < 0 || visits < 0 ? ENI_NO_RATIO : (struct eni_ratio){(eni_wide)price * visits, ENI_NUM_SCALE};
}
