/*
 * Score tests: what was seen in each group beside what was expected, measured by its variance.  Room: stat.
 */
#ifndef ENI_STAT_SCORE_H
#define ENI_STAT_SCORE_H

#include <stddef.h>
#include <stdint.h>

/* chi2 and p are NaN where there is no information (df 0): nothing happened, or never to one of several. */
struct eni_score {
	double chi2, p; /* p is 0 where it is below what a double holds */
	int df;         /* the rank of the variance */
};

struct eni_compared {
	int64_t stays, observed;
	double expected;
};
/* Groups that were compared; eni_comparison_free when done. */
struct eni_comparison {
	struct eni_compared *group; /* as many as were asked for */
	struct eni_score score;
};
void eni_comparison_free(struct eni_comparison *c);

/* x' V^- x and its tail: x (n) are sums that together are 0 or nearly so, V (n x n) their variance, of any rank.  Both are used
 * up. */
struct eni_score eni_score(double *x, double *v, size_t n);

#endif
