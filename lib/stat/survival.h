/*
 * Survival from a life table: Kaplan and Meier's product, Greenwood's error, quantiles and restricted mean.  Room: stat.
 * Formulas and conventions: enishi-decisions(7), FIGURES; R's survfit(conf.type = "log-log") agrees.
 */
#ifndef ENI_STAT_SURVIVAL_H
#define ENI_STAT_SURVIVAL_H

#include "stat/life.h"
#include "stat/tail.h"

/* The estimate behind a time.  NaN where there is none: the error once none is left, limits also before the first event. */
struct eni_survival {
	double time;
	int64_t at_risk, events, censored;
	double survival, std_error, low, high; /* 95 % log-log limits */
};

struct eni_survival_curve {
	struct eni_survival *row; /* one per time of leaving or loss from view */
	size_t n;
	int64_t stays, events;
};
/* The curve of a group of a sorted table. */
struct eni_survival_curve eni_survival_curve(const struct eni_life *l, uint32_t group);
void eni_survival_free(struct eni_survival_curve *c);

/* A quantile and its limits; NaN: not reached. */
struct eni_quantile {
	double at, low, high;
};
/* The time by which a share `left` (above 0, below 1) have left, 0.5 being the median: the first with survival <= 1 - left, or
 * where the curve runs exactly there (to sqrt(epsilon)) the middle of that stretch, as R's quantile has it.  Its limits are read
 * off the limits of the curve by the same rule (Brookmeyer and Crowley 1982). */
struct eni_quantile eni_survival_quantile(const struct eni_survival_curve *c, double left);

/* The curve of a group at any time from 0 on: survival behind what happens at it, and how many are at risk there.  1 before anybody
 * left, without limits; NaN before and behind all times at which anyone was watched, unless none was left. */
struct eni_survival eni_survival_at(const struct eni_life *l, uint32_t group, const struct eni_survival_curve *c, double time);

/* The mean time up to tau and its standard error. */
struct eni_mean {
	double mean, std_error;
};
struct eni_mean eni_survival_mean(const struct eni_survival_curve *c, double tau);

/*
 * How much longer one stays who has stayed for `from`, looking `ahead` at most: the area under the curve behind `from`, as a
 * share of those still there then (Kaplan and Meier's estimate among them alone), each time discounted by exp(-discount t).
 * No one was watched behind the last time of the curve: there the estimate goes on with the tail, that of the same stays.  low
 * counts nothing behind it (Efron 1967), high as if none left any more (Gill 1980), each with 1.96 standard errors of its own
 * mean; so little data makes them far apart.
 * discount 0: plain time.  NaN for a curve without events: it says nothing.
 */
struct eni_rest {
	double mean, low, high;
};
struct eni_rest eni_survival_rest(
    const struct eni_survival_curve *c, const struct eni_tail *t, double from, double ahead, double discount);

/* The 95 % log-log limits of a probability and its error; NaN where it is 0 or 1. */
void eni_loglog_limits(double p, double std_error, double *low, double *high);

#endif
