/* The log-rank test: see logrank.h. */
#include "stat/logrank.h"

#include <stdlib.h>

#include "base/mem.h"

struct sums {
	uint32_t n;
	struct eni_compared *group;
	struct eni_life_walk *walk;
	struct eni_life_step *step;
	double *variance; /* n x n */
};

/* Adds what happened at one time: of n at risk d left, and n_i/n of them are expected in group i. */
static void
add_time(struct sums *s, double time)
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

		s->group[i].observed += s->step[i].events;
		s->group[i].expected += d * share;
		for (uint32_t k = 0; k < s->n; k++)
			s->variance[i * s->n + k] += spread * share * ((i == k) - (double)s->step[k].at_risk / n);
	}
}

static void
add_stratum(struct sums *s, const struct eni_life *l)
{
	size_t n_times;
	double *time = eni_life_event_times(l, &n_times);

	for (uint32_t i = 0; i < s->n; i++) {
		s->walk[i] = eni_life_walk(l, i);
		s->group[i].stays += eni_life_stays(l, i);
	}
	for (size_t i = 0; i < n_times; i++)
		add_time(s, time[i]);
	free(time);
}

struct eni_comparison
eni_logrank(const struct eni_life *l, uint32_t n_groups, uint32_t n_strata)
{
	struct sums s = {.n = n_groups,
	    .group = eni_realloc(NULL, (n_groups + 1) * sizeof *s.group),
	    .walk = eni_realloc(NULL, (n_groups + 1) * sizeof *s.walk),
	    .step = eni_realloc(NULL, (n_groups + 1) * sizeof *s.step),
	    .variance = eni_realloc(NULL, ((size_t)n_groups * n_groups + 1) * sizeof *s.variance)};
	struct eni_comparison c = {.group = s.group};
	double *x = eni_realloc(NULL, (n_groups + 1) * sizeof *x);

	for (uint32_t i = 0; i < n_groups; i++)
		s.group[i] = (struct eni_compared){0};
	for (size_t i = 0; i < (size_t)n_groups * n_groups; i++)
		s.variance[i] = 0;
	for (uint32_t i = 0; i < n_strata; i++) {
		struct eni_life part = eni_life_stratum(l, i);

		add_stratum(&s, &part);
	}
	for (uint32_t i = 0; i < n_groups; i++)
		x[i] = (double)s.group[i].observed - s.group[i].expected;
	c.score = eni_score(x, s.variance, n_groups);
	free(x);
	free(s.walk);
	free(s.step);
	free(s.variance);
	return c;
}
