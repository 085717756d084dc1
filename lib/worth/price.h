/*
 * Prices and visits a month: a person's own, else those of a usual client.  Room: worth.
 */
#ifndef ENI_WORTH_PRICE_H
#define ENI_WORTH_PRICE_H

#include "base/ratio.h"
#include "book/book.h"

/* A usual client; -1: not set. */
struct eni_usual {
	int64_t price;          /* of a visit, in minor units */
	int64_t visits, months; /* visits a month, months of a stay: times ENI_NUM_SCALE */
};
/* What the settings ltv.price, ltv.visits_per_month and ltv.months say. */
void eni_usual_read(struct eni_usual *u, const struct eni_office *o);

struct eni_prices {
	const struct eni_book *book;
	struct eni_usual usual;
	size_t price, visits; /* columns */
};
/* Asks for the columns, and reads the settings.  Before loading. */
void eni_prices_want(struct eni_prices *p, struct eni_book *b);
/* Of a client, or of a usual one (ENI_NONE, and whoever is no client), as in struct eni_usual; -1: not known.  After loading. */
int64_t eni_price_of(const struct eni_prices *p, uint32_t client);
int64_t eni_visits_of(const struct eni_prices *p, uint32_t client);
/* The two multiplied: minor units a month, exactly; no ratio where one of them is not known. */
struct eni_ratio eni_price_monthly(const struct eni_prices *p, uint32_t client);

#endif
