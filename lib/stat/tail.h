/*
 * How staying goes on where nobody was watched any more: behind the end of a curve.  Room: stat.
 *
 * Three laws of staying are fitted to the whole life table by maximum likelihood, with late entries and those lost from view: the
 * exponential (the hazard stays what it is), Weibull's (it rises or falls as a power of time) and Lomax's (it falls because
 * people differ, each with a hazard of their own).  None is chosen; what they say is averaged by Akaike's weights (Buckland,
 * Burnham and Augustin 1997), corrected for few events (Hurvich and Tsai 1989), below four events the exponential alone.
 * Formulas: enishi-decisions(7), FIGURES.
 */
#ifndef ENI_STAT_TAIL_H
#define ENI_STAT_TAIL_H

#include "stat/life.h"

enum eni_law { ENI_LAW_EXPONENTIAL, ENI_LAW_WEIBULL, ENI_LAW_LOMAX, ENI_LAWS };

/* A cumulative hazard of rate x G(t), with G(t) = t, t^shape, log(1 + t / shape). */
struct eni_fitted_law {
	double rate, shape;
	double likelihood; /* the logarithm of it */
	double weight;     /* 0 to 1; together 1 */
};

struct eni_tail {
	struct eni_fitted_law law[ENI_LAWS];
	bool known; /* false: nobody has left yet, and nothing is known */
};

/* Fits the laws to a group of a sorted table whose times are days. */
struct eni_tail eni_tail_fit(const struct eni_life *l, uint32_t group);
/* How many days somebody stays on who is still there on day `from`, up to `ahead` more, each discounted by exp(-discount t). */
double eni_tail_rest(const struct eni_tail *t, double from, double ahead, double discount);

#endif
