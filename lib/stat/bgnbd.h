/*
 * BG/NBD: visitors who come when they like, each at a rate of their own, until one day they stay away for good (Fader, Hardie and
 * Lee, "Counting your customers the easy way", 2005).  Room: stat.
 * Rates are gamma(r, alpha), after each visit the visitor drops out with a chance that is beta(a, b).  Of a visitor three numbers
 * are needed: repeat visits x, the time tx of the last one and the time T of watching, both since the first visit.  Units of time
 * are the caller's; alpha has them too.
 */
#ifndef ENI_STAT_BGNBD_H
#define ENI_STAT_BGNBD_H

#include <stdint.h>

#include "stat/optimum.h"

/* 0 <= tx <= T; x 0 goes with tx 0. */
struct eni_visitor {
	double tx, T;
	uint32_t x, times; /* so many visitors are alike; 1 for one */
};

struct eni_bgnbd {
	enum eni_fit fit;
	const char *why; /* not converged: the reason, for the user */
	double r, alpha, a, b, error[ENI_PARAMETERS];
	double loglik, score;
	int looks;
};

/* Sorts the visitors, adds up those who are alike, and fits: the answer does not depend on their order.  *n: how many rows there
 * are, before and after.  ENI_FIT_NONE: there are none, or none came a second time. */
struct eni_bgnbd eni_bgnbd_fit(struct eni_visitor *v, size_t *n);

double eni_bgnbd_loglik(const struct eni_bgnbd *m, const struct eni_visitor *v);
/* The chance that the visitor still comes.  Certain for one with no repeat visit: the model lets people drop out after a repeat
 * visit only. */
double eni_bgnbd_alive(const struct eni_bgnbd *m, const struct eni_visitor *v);
/* The visits to expect in the next t units of time.  A visitor with x, tx and T 0 is new. */
double eni_bgnbd_visits(const struct eni_bgnbd *m, const struct eni_visitor *v, double t);

#endif
