/*
 * The log-rank test: do groups leave at the same rate?  Room: stat.
 * Hypergeometric variance with the tie factor (n - d) / (n - 1); late entries are in the risk sets.
 */
#ifndef ENI_STAT_LOGRANK_H
#define ENI_STAT_LOGRANK_H

#include "stat/life.h"

struct eni_logrank_group {
	int64_t stays, observed;
	double expected;
};
struct eni_logrank {
	struct eni_logrank_group *group; /* as many as were asked for */
	double chi2, p;                  /* NaN where there is nothing to compare */
	int df;                          /* groups with any expectation, less one */
};
/* Compares groups 0 .. n_groups - 1 of a sorted table. */
struct eni_logrank eni_logrank(const struct eni_life *l, uint32_t n_groups);
void eni_logrank_free(struct eni_logrank *t);

#endif
