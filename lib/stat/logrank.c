/* The log-rank test: see logrank.h. */
#include "stat/logrank.h"

#include <math.h>
#include <stdlib.h>

#define MATHLIB_STANDALONE 1
#include <Rmath.h>

#include "base/mem.h"

struct sums {
	uint32_t n;
	struct eni_life_walk *walk;
	struct eni_life_step *step;
	double *variance; /* n x n */
};

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The times at which anyone left, in order; malloc'd. */
static double *
event_times(const struct eni_life *l, size_t *n)
{
	double *time = eni_realloc(NULL, (l->n + 1) * sizeof *time);
	size_t all = 0;

	for (size_t i = 0; i < l->n; i++)
		if (l->cell[i].events > 0)
			time[all++] = l->cell[i].time;
	qsort(time, all, sizeof *time, compare);
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (i == 0 || time[i] != time[i - 1])
			time[(*n)++] = time[i];
	return time;
}

/* Adds what happened at one time: of n at risk d left, and n_i/n of them are expected in group i. */
static void
add_time(struct sums *s, struct eni_logrank_group *group, double time)
{
	double n = 0, d = 0, spread;

	for (uint32_t i = 0; i < s->n; i++) {
		eni_life_at(&s->walk[i], time, &s->step[i]);
		n += (double)s->step[i].at_risk;
		d += (double)s->step[i].events;
	}
	spread = n > 1 ? d * (n - d) / (n - 1) : 0;
	for (uint32_t i = 0; i < s->n; i++) {
		double share = (double)s->step[i].at_risk / n;

		group[i].observed += s->step[i].events;
		group[i].expected += d * share;
		for (uint32_t k = 0; k < s->n; k++)
			s->variance[i * s->n + k] += spread * share * ((i == k) - (double)s->step[k].at_risk / n);
	}
}

/* x' V^-1 x by Gauss's elimination on V (n x n, within rows of `stride`); V and x are used up.  V is positive definite but for
 * groups that were never at risk beside another, whose pivots are 0 and count for nothing. */
static double
quadratic_form(double *v, size_t stride, double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		double pivot = v[i * stride + i];

		if (pivot <= 1e-12)
			continue;
		sum += x[i] * x[i] / pivot;
		for (size_t k = i + 1; k < n; k++) {
			double factor = v[k * stride + i] / pivot;

			x[k] -= factor * x[i];
			for (size_t m = i; m < n; m++)
				v[k * stride + m] -= factor * v[i * stride + m];
		}
	}
	return sum;
}

/* The last of the groups with an expectation follows from the others and is left out. */
static void
conclude(struct eni_logrank *t, struct sums *s)
{
	double *x = eni_realloc(NULL, (s->n + 1) * sizeof *x);
	size_t kept = 0, *which = eni_realloc(NULL, (s->n + 1) * sizeof *which);

	for (uint32_t i = 0; i < s->n; i++)
		if (t->group[i].expected > 0)
			which[kept++] = i;
	t->df = kept > 0 ? (int)kept - 1 : 0;
	for (size_t i = 0; i + 1 < kept; i++) {
		x[i] = (double)t->group[which[i]].observed - t->group[which[i]].expected;
		for (size_t k = 0; k + 1 < kept; k++) /* which[] rises: nothing is overwritten before it was read */
			s->variance[i * s->n + k] = s->variance[which[i] * s->n + which[k]];
	}
	if (t->df > 0) {
		t->chi2 = quadratic_form(s->variance, s->n, x, kept - 1);
		t->p = pchisq(t->chi2, t->df, 0, 0);
	}
	free(which);
	free(x);
}

struct eni_logrank
eni_logrank(const struct eni_life *l, uint32_t n_groups)
{
	struct eni_logrank t = {.group = eni_realloc(NULL, (n_groups + 1) * sizeof *t.group), .chi2 = NAN, .p = NAN};
	struct sums s = {.n = n_groups,
	    .walk = eni_realloc(NULL, (n_groups + 1) * sizeof *s.walk),
	    .step = eni_realloc(NULL, (n_groups + 1) * sizeof *s.step),
	    .variance = eni_realloc(NULL, ((size_t)n_groups * n_groups + 1) * sizeof *s.variance)};
	size_t n_times;
	double *time = event_times(l, &n_times);

	for (uint32_t i = 0; i < n_groups; i++) {
		s.walk[i] = eni_life_walk(l, i);
		t.group[i] = (struct eni_logrank_group){.stays = eni_life_stays(l, i)};
	}
	for (size_t i = 0; i < (size_t)n_groups * n_groups; i++)
		s.variance[i] = 0;
	for (size_t i = 0; i < n_times; i++)
		add_time(&s, t.group, time[i]);
	conclude(&t, &s);
	free(time);
	free(s.walk);
	free(s.step);
	free(s.variance);
	return t;
}

void
eni_logrank_free(struct eni_logrank *t)
{
	free(t->group);
	*t = (struct eni_logrank){0};
}
