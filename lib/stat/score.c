/* Score tests: see score.h. */
#include "stat/score.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#define MATHLIB_STANDALONE 1
#include <Rmath.h>

#include "base/mem.h"

/* A pivot that has shrunk to so little of its variance is rounding: that group follows from those already taken. */
static const double nothing = 1e-10;

/* The group of which most of the variance is still its own; n: none. */
static size_t
next_pivot(const double *v, const double *own, const bool *taken, size_t n)
{
	size_t best = n;
	double most = nothing;

	for (size_t i = 0; i < n; i++)
		if (!taken[i] && own[i] > 0 && v[i * n + i] / own[i] > most) {
			best = i;
			most = v[i * n + i] / own[i];
		}
	return best;
}

/* Gauss's elimination with pivots from the diagonal; V is positive semidefinite. */
struct eni_score
eni_score(double *x, double *v, size_t n)
{
	double *own = eni_realloc(NULL, (n + 1) * sizeof *own);
	bool *taken = eni_realloc(NULL, (n + 1) * sizeof *taken);
	struct eni_score s = {NAN, NAN, 0};
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		own[i] = v[i * n + i];
		taken[i] = false;
	}
	for (size_t p; (p = next_pivot(v, own, taken, n)) < n; s.df++) {
		taken[p] = true;
		sum += x[p] * x[p] / v[p * n + p];
		for (size_t i = 0; i < n; i++) {
			double factor = v[i * n + p] / v[p * n + p];

			if (taken[i])
				continue;
			x[i] -= factor * x[p];
			for (size_t k = 0; k < n; k++)
				v[i * n + k] -= factor * v[p * n + k];
		}
	}
	if (s.df > 0) {
		s.chi2 = sum;
		s.p = pchisq(sum, s.df, 0, 0);
	}
	free(own);
	free(taken);
	return s;
}

void
eni_comparison_free(struct eni_comparison *c)
{
	free(c->group);
	*c = (struct eni_comparison){0};
}
