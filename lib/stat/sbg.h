/*
 * The shifted-beta-geometric model of staying (Fader and Hardie, "How to project customer retention", 2007).  Room: stat.
 * Each leaves in a period with a chance of their own, the same in every period; chances differ from person to person as a
 * beta(alpha, beta) distribution has it, so that those who stay long are those who seldom leave, and retention rises with time.
 *
 *     S(t) = B(alpha, beta + t) / B(alpha, beta),   r(t) = S(t) / S(t - 1) = (beta + t - 1) / (alpha + beta + t - 1)
 *
 * Kept and worked out as products of r(t): differences of lgamma lose digits where alpha and beta are large.  Where retention does
 * not rise there is no such alpha and beta: all have the same chance then, the geometric model.
 */
#ifndef ENI_STAT_SBG_H
#define ENI_STAT_SBG_H

#include <stdint.h>

#include "stat/optimum.h"

/* How many began a period of their stay that could be watched to its end, and how many of them left in it.  Cohorts of any age add
 * up.  Counts may be shares or percentages; errors are those of counts. */
struct eni_sbg_period {
	double began, left;
};
struct eni_sbg_counts {
	struct eni_sbg_period *period; /* period i at [i - 1] */
	size_t n, cap;
};
/* Zero-initialise.  Adds to period i (from 1). */
void eni_sbg_count(struct eni_sbg_counts *c, size_t i, double began, double left);
void eni_sbg_counts_free(struct eni_sbg_counts *c);

/* The same counted from people: how many stayed i whole periods and then left in the next one, or were lost from view; and of how
 * many the first i periods were not watched. */
struct eni_sbg_exit {
	int64_t left, lost, late;
};
struct eni_sbg_exits {
	struct eni_sbg_exit *after; /* i whole periods at [i] */
	size_t n, cap;
};
/* Zero-initialise.  late: periods at the beginning that were not watched; 0: none. */
void eni_sbg_exit(struct eni_sbg_exits *e, size_t late, size_t whole, bool left);
void eni_sbg_exits_count(const struct eni_sbg_exits *e, struct eni_sbg_counts *c);
void eni_sbg_exits_free(struct eni_sbg_exits *e);

struct eni_sbg {
	enum eni_fit fit;
	const char *why; /* not converged: the reason, for the user */
	bool geometric;  /* everybody leaves with the chance `churn`; alpha and beta are infinite */
	double alpha, beta, alpha_error, beta_error;
	double covariance;  /* of alpha and beta; NaN as their errors are */
	double churn;       /* the mean chance of leaving in the first period: alpha / (alpha + beta) */
	double churn_error; /* geometric: its error; else NaN */
	double loglik, score;
};
/* ENI_FIT_NONE: no period can be watched to its end. */
struct eni_sbg eni_sbg_fit(const struct eni_sbg_counts *c);

/* Whether the chance to leave rises with the periods stayed, which the model holds to be impossible: Cochran and Armitage's test
 * for a trend in shares (Armitage 1955).  Standard normal where there is no trend, positive where it rises; NaN where nothing can
 * be said. */
double eni_sbg_rise(const struct eni_sbg_counts *c);

/* r: the chance to stay through period t (from 1; any number from 0 on + 1). */
double eni_sbg_retention(const struct eni_sbg *m, double t);
/* S(from + periods) / S(from): of those who stayed `from` periods, how many stay `periods` more.  Neither needs be whole. */
double eni_sbg_staying(const struct eni_sbg *m, double from, double periods);
/* The expected number of whole periods, of the next `periods`, of staying for one who has stayed `from`, each worth `v` times the
 * one before and the first one v: sum of v^k S(from + k) / S(from), k = 1..periods. */
double eni_sbg_expected(const struct eni_sbg *m, double from, size_t periods, double v);
/* The same with no end, just before the renewal after `from` - 1 periods, the first period at full worth: Fader and
 * Hardie's discounted expected residual lifetime, r(t) 2F1(1, beta + t; alpha + beta + t; v), and with from 0 the lifetime of
 * somebody new, 2F1(1, beta; alpha + beta; v).  v below 1, or infinite where alpha <= 1 (or none leave). */
double eni_sbg_residual(const struct eni_sbg *m, double from, double v);

/* How many of n people, who have stayed from[i], stay `periods` more: the sum of their chances, and 95 % limits for the number that
 * will be counted.  Its variance is that of n coins with these chances (Poisson's binomial), and, by the delta method, that of the
 * sum itself, whose alpha and beta are estimates.  Limits are NaN where these have no errors. */
struct eni_sbg_number {
	double mean, low, high;
};
struct eni_sbg_number eni_sbg_number(const struct eni_sbg *m, const double *from, size_t n, double periods);

#endif
