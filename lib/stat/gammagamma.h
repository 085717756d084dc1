/*
 * Gamma-gamma: what a person's visit earns, seen from few visits (Fader and Hardie, "The gamma-gamma model of monetary value",
 * 2013).  Room: stat.
 * One person's visits earn gamma(p, nu) each, nu differs from person to person as gamma(q, v) has it.  How much is taken to have
 * nothing to do with how often.  A mean of few visits is drawn towards the mean of all.
 */
#ifndef ENI_STAT_GAMMAGAMMA_H
#define ENI_STAT_GAMMAGAMMA_H

#include <stdint.h>

#include "stat/optimum.h"

/* x > 0 visits (or other payments) that earned `mean` > 0 on average. */
struct eni_payer {
	double mean;
	uint32_t x, times; /* so many are alike; 1 for one */
};

struct eni_gammagamma {
	enum eni_fit fit;
	const char *why; /* not converged: the reason, for the user */
	double p, q, v, error[ENI_PARAMETERS];
	double loglik, score;
	int looks;
};

/* Sorts the payers, adds up those who are alike, and fits: the answer does not depend on their order.  *n: rows, before and after.
 * ENI_FIT_NONE: there are none. */
struct eni_gammagamma eni_gammagamma_fit(struct eni_payer *payer, size_t *n);
double eni_gammagamma_loglik(const struct eni_gammagamma *m, const struct eni_payer *payer);
/* What a visit of this person will earn; x 0: of a person of whom nothing is known.  NaN where there is no mean: x 0 and q <= 1. */
double eni_gammagamma_mean(const struct eni_gammagamma *m, const struct eni_payer *payer);

#endif
