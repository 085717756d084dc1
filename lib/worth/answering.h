/*
 * What answering the telephone costs a month: a clerk, or an answering service by a quote or by volume.
 * Room: worth.  Prices are the office's own quotes: settings answering.  Nothing is assumed where none is set.
 */
#ifndef ENI_WORTH_ANSWERING_H
#define ENI_WORTH_ANSWERING_H

#include "base/period.h"
#include "phone/phonelog.h"

/* A price as such services have them: so many calls a month included, and perhaps a price for each further one. */
struct eni_tier {
	int64_t calls, price; /* price: a month, in minor units */
	int64_t extra;        /* for each further call, in minor units; -1: no further ones */
};

struct eni_answering {
	int64_t clerk, service; /* a month, in minor units; -1: not set */
	int64_t salary;         /* of the clerk, within what a clerk costs; likewise */
	int64_t calls;          /* expected in a month; -1: not set */
	struct eni_tier *tier;  /* as written */
	size_t n;
};

/* Reads the settings; texts and tiers live in the book's arena.  0, or -1 after eni_fail. */
int eni_answering_read(struct eni_answering *a, struct eni_book *b);
/* What so many calls a month cost in that tier; -1: it does not take so many. */
int64_t eni_tier_cost(const struct eni_tier *t, int64_t calls);
/* The cheapest tier for so many calls, the first of equal ones; NULL: none takes so many. */
const struct eni_tier *eni_answering_fit(const struct eni_answering *a, int64_t calls);
/* Incoming calls a month of 30.4375 days, rounded up, over the days from the period's first, or the first call's, to its last, or
 * the moment's; -1: there are none. */
int64_t eni_calls_a_month(const struct eni_phonelog *l, const struct eni_period *p, int32_t today);

#endif
