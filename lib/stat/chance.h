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

/* How unlikely so many are, as -log10 of the probability of `seen` or more marked ones among `drawn`, when `marked` of `all` are:
 * Fisher's exact test, one-sided. */
double eni_too_many(int64_t seen, int64_t marked, int64_t drawn, int64_t all);

#endif
