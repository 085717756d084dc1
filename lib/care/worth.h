/*
 * What a client is worth by the formula: price x visits a month x months (S3-5), from the person's own price and visits_per_month,
 * else from the office's settings ltv.  Room: care.  Revenue, not profit.
 */
#ifndef ENI_CARE_WORTH_H
#define ENI_CARE_WORTH_H

#include "book/book.h"

struct eni_worth {
	const struct eni_book *book;
	size_t price, visits;                      /* columns of the clients */
	int64_t usual_price, usual_visits, months; /* times ENI_NUM_SCALE; -1: the office does not say */
};

/* Asks for the columns; before loading. */
void eni_worth_want(struct eni_worth *w, struct eni_book *b);
/* In whole minor units, rounded half up; -1: a factor is not known, or the product does not fit. */
int64_t eni_worth_of(const struct eni_worth *w, size_t row);

#endif
