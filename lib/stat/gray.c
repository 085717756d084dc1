/* Gray's test: see gray.h. */
#include "stat/gray.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

/* A group on its way through a stratum.  Of the estimates, `before` holds just before a time, the other from it on. */
struct state {
	struct eni_life_walk walk;
	double n, mine, others;   /* at risk; events of the cause, and of all others */
	double free_before, free; /* of any event: Kaplan and Meier */
	double incidence_before;  /* of the cause */
	double weight;            /* n / free_before */
	double spread;            /* the sum of the variances of its own martingales, weighted */
};

/* The sums of one stratum, n x n each: the score's derivatives `a` at a time and `c` up to it (symmetric), and `cross`, the
 * covariances of the score with the integrals that c is to be multiplied by.  cmprsk (crst) has the same: a, c, v2, v3. */
struct sums {
	uint32_t n;
	uint32_t cause;
	struct eni_compared *group;
	struct state *state;
	double *a, *c, *cross, *variance;
	double *x; /* the score */
};

static size_t
at(const struct sums *s, uint32_t i, uint32_t k)
{
	return (size_t)i * s->n + k;
}

/* The part of the variance that comes from group k, whose martingale jumps with variance `jump`: the score moves with
 * own a(i, k) - left c(i, k), where `left` says how much of the future is changed. */
static void
add_jump(struct sums *s, uint32_t k, double own, double left, double jump)
{
	s->state[k].spread += left * left * jump;
	for (uint32_t i = 0; i < s->n; i++) {
		double move = own * s->a[at(s, i, k)] - left * s->c[at(s, i, k)];

		s->cross[at(s, i, k)] += move * left * jump;
		for (uint32_t j = 0; j < s->n; j++)
			s->variance[at(s, i, j)] += move * (own * s->a[at(s, j, k)] - left * s->c[at(s, j, k)]) * jump;
	}
}

/* Takes what happened at a time; the sums over groups of n / S (`weight`), and of that times 1 - F (`risk`); events of the cause.
 */
static void
take_time(struct sums *s, double time, double *weight, double *risk, double *mine)
{
	*weight = *risk = *mine = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct state *g = &s->state[i];
		struct eni_life_step step;

		eni_life_at(&g->walk, time, &step);
		g->n = (double)step.at_risk;
		g->mine = (double)eni_life_events(&step, s->cause);
		g->others = (double)step.events - g->mine;
		g->weight = g->n > 0 ? g->n / g->free_before : 0;
		g->free = g->n > 0 ? g->free_before * ((g->n - (double)step.events) / g->n) : g->free_before;
		*weight += g->weight;
		*risk += g->weight * (1 - g->incidence_before);
		*mine += g->mine;
	}
}

/* An event among n of which `ties` share the time: the variance of drawing without putting back. */
static double
tie_factor(double events, double n)
{
	return events > 1 ? 1 - (events - 1) / (n - 1) : 1;
}

/* Adds one time; *all is the incidence of all groups together, from the time before to this one. */
static void
add_time(struct sums *s, double time, double *all)
{
	double weight, risk, mine, now;

	take_time(s, time, &weight, &risk, &mine);
	now = *all + (weight > 0 ? mine / weight : 0);
	for (uint32_t i = 0; i < s->n; i++)
		for (uint32_t k = 0; k < s->n; k++) {
			double w = s->state[i].weight, other = s->state[k].weight;

			s->a[at(s, i, k)] = weight > 0 ? w * ((i == k ? weight - w : -other) / weight) : 0;
			if (mine > 0)
				s->c[at(s, i, k)] += s->a[at(s, i, k)] * mine / (weight * (1 - *all));
		}
	for (uint32_t k = 0; k < s->n; k++) {
		struct state *g = &s->state[k];
		double expected = mine > 0 ? mine * g->weight * (1 - g->incidence_before) / risk : 0;

		s->group[k].observed += (int64_t)g->mine;
		s->group[k].expected += expected;
		s->x[k] += g->mine - expected;
		if (g->n > 0 && mine > 0)
			add_jump(s, k, 1, g->free > 0 ? 1 - (1 - now) / g->free : 1,
			    tie_factor(mine, weight * g->free_before) * g->free_before * mine / (weight * g->n));
		if (g->others > 0 && g->free > 0)
			add_jump(s, k, 0, (1 - now) / g->free,
			    tie_factor(g->others, g->n) * g->free_before * g->free_before * g->others / (g->n * g->n));
		if (g->n > 0)
			g->incidence_before += g->free_before * g->mine / g->n;
		g->free_before = g->free;
	}
	*all = now;
}

/* What is left of the variance when all c are known: c spread c' + c cross' + cross c'. */
static void
close_stratum(struct sums *s)
{
	for (uint32_t i = 0; i < s->n; i++)
		for (uint32_t j = 0; j < s->n; j++)
			for (uint32_t k = 0; k < s->n; k++)
				s->variance[at(s, i, j)] += s->c[at(s, i, k)] * s->c[at(s, j, k)] * s->state[k].spread +
							    s->c[at(s, i, k)] * s->cross[at(s, j, k)] +
							    s->c[at(s, j, k)] * s->cross[at(s, i, k)];
}

static void
add_stratum(struct sums *s, const struct eni_life *l)
{
	size_t n_times;
	double *time = eni_life_event_times(l, &n_times), all = 0;

	for (uint32_t i = 0; i < s->n; i++) {
		s->state[i] = (struct state){.walk = eni_life_walk(l, i), .free_before = 1, .free = 1};
		s->group[i].stays += eni_life_stays(l, i);
	}
	for (size_t i = 0; i < (size_t)s->n * s->n; i++)
		s->c[i] = s->cross[i] = 0;
	for (size_t i = 0; i < n_times; i++)
		add_time(s, time[i], &all);
	close_stratum(s);
	free(time);
}

static double *
zeros(size_t n)
{
	double *x = eni_realloc(NULL, (n + 1) * sizeof *x);

	for (size_t i = 0; i < n; i++)
		x[i] = 0;
	return x;
}

struct eni_comparison
eni_gray(const struct eni_life *l, uint32_t cause, uint32_t n_groups, uint32_t n_strata)
{
	size_t square = (size_t)n_groups * n_groups;
	struct sums s = {.n = n_groups,
	    .cause = cause,
	    .group = eni_realloc(NULL, (n_groups + 1) * sizeof *s.group),
	    .state = eni_realloc(NULL, (n_groups + 1) * sizeof *s.state),
	    .a = zeros(square),
	    .c = zeros(square),
	    .cross = zeros(square),
	    .variance = zeros(square),
	    .x = zeros(n_groups)};
	struct eni_comparison c = {.group = s.group};

	for (uint32_t i = 0; i < n_groups; i++)
		s.group[i] = (struct eni_compared){0};
	for (uint32_t i = 0; i < n_strata; i++) {
		struct eni_life part = eni_life_stratum(l, i);

		add_stratum(&s, &part);
	}
	c.score = eni_score(s.x, s.variance, n_groups);
	free(s.state);
	free(s.a);
	free(s.c);
	free(s.cross);
	free(s.variance);
	free(s.x);
	return c;
}
