/*
 * Shares and rare events: how sure a share is, and how likely it is by chance alone.  Room: stat.
 * Numbers in, numbers out (enishi-decisions(7), FIGURES).
 */
#ifndef ENI_STAT_CHANCE_H
#define ENI_STAT_CHANCE_H

#include <stdint.h>

struct eni_interval {
	double low, high;
};

/* Wilson's 95 % interval of the share part/of; of is positive. */
struct eni_interval eni_wilson(int64_t part, int64_t of);

/* Garwood's exact 95 % interval of the mean of a Poisson count of which `events` were seen; divided by the time watched, that of
 * their rate. */
struct eni_interval eni_poisson(int64_t events);

/* Student's 95 % interval of a mean; sd: the standard deviation of the n values, n from 2 on. */
struct eni_interval eni_student(double mean, double sd, int64_t n);

/* How many of n there are where each is one with probability p, but for once in 1 / tail on either side: fewer than low are that
 * rare, and so are more than high.  Exact; n and p may be 0. */
struct eni_counts_inside {
	int64_t low, high;
};
struct eni_counts_inside eni_binomial_inside(int64_t n, double p, double tail);
/* The tails of control limits, 99.8 % between them, and of warning limits, 95 %. */
#define ENI_CONTROL_TAIL 0.001
#define ENI_WARNING_TAIL 0.025

/* How unlikely so many are, as -log10 of the probability of `seen` or more marked ones among `drawn`, when `marked` of `all` are:
 * Fisher's exact test, one-sided. */
double eni_too_many(int64_t seen, int64_t marked, int64_t drawn, int64_t all);

#endif
