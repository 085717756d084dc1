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

/* So many of so many. */
struct eni_counted {
	int64_t marked, of;
};

/* How the chance of being marked differs from one to another: beta, as if each had been seen that often before, marked and not;
 * none: nothing is known of others. */
struct eni_habits {
	double marked, other;
};

/* How unlikely so many are by chance, as -log10 of the probability of `lately.marked` or more, after what was counted `before`:
 * Fisher's exact test, one-sided, with the habits as further cases before.  0 where lately.of is.
 * It is worked out as the beta-binomial forecast from a prior of (1, 0), which is the same (Altham 1969) and wants no whole
 * numbers. */
double eni_too_many(struct eni_counted lately, struct eni_counted before, struct eni_habits habits);

/* What the habits of many are estimated from; zero-initialise. */
struct eni_many {
	double n, of, marked, of2, marked2; /* people, and sums: of of, marked, of^2 and marked^2 / of */
};
/* Adds one of them; with of below 2 they say nothing of how people differ. */
void eni_many_add(struct eni_many *m, struct eni_counted c);
/* By moments (Kleinman 1973); none below 30 people, or where nothing or everything is marked. */
struct eni_habits eni_many_habits(const struct eni_many *m);

#endif
