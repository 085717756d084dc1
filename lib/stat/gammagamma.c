/*
 * Gamma-gamma: see gammagamma.h.  With the sum s = x mean,
 *
 *     log L = lgamma(p x + q) - lgamma(p x) - lgamma(q) + q log v + (p x) log s - log mean - (p x + q) log(v + s)
 *
 * of which the first two depend on x alone.
 */
#include "stat/gammagamma.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MATHLIB_STANDALONE
#include <Rmath.h>

#include "base/message.h"

enum { P, Q, V, THREE };

/* Means are taken in units of `unit`. */
struct purse {
	const struct eni_payer *payer;
	size_t n;
	double unit;
};

static void
likelihood(const void *data, const double *at, struct eni_slope *s)
{
	const struct purse *c = data;
	double p = at[P], q = at[Q], v = at[V];

	for (size_t i = 0; i < c->n;) {
		double x = c->payer[i].x;
		double times = 0, logs = 0, parts = 0, part2 = 0; /* sums of log(s / (v + s)), 1 / (v + s) and its square */
		double shares = 0, means = 0, px = p * x, d1, d2;

		for (; i < c->n && c->payer[i].x == x; i++) {
			double n = c->payer[i].times, sum = x * c->payer[i].mean / c->unit, part = 1 / (v + sum);

			times += n;
			logs += n * -log1p(v / sum);
			shares += n * log1p(sum / v); /* log((v + s) / v) */
			means += n * log(c->payer[i].mean);
			parts += n * part;
			part2 += n * part * part;
		}
		d1 = digamma(px + q);
		d2 = trigamma(px + q);
		s->value += times * -lbeta(px, q) + px * logs - q * shares - means;
		s->gradient[P] += x * (times * (d1 - digamma(px)) + logs);
		s->gradient[Q] += times * (d1 - digamma(q)) - shares;
		s->gradient[V] += times * q / v - (px + q) * parts;
		s->hessian[P][P] += times * x * x * (d2 - trigamma(px));
		eni_slope_pair(s, P, Q, times * x * d2);
		eni_slope_pair(s, P, V, -x * parts);
		s->hessian[Q][Q] += times * (d2 - trigamma(q));
		eni_slope_pair(s, Q, V, times / v - parts);
		s->hessian[V][V] += (px + q) * part2 - times * q / (v * v);
	}
}

static int
by_x_mean(const void *one, const void *other)
{
	const struct eni_payer *p = one, *q = other;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return (p->mean > q->mean) - (p->mean < q->mean);
}

/* Sorts, and makes one row of those who are alike; how many rows are left. */
static size_t
gather(struct eni_payer *p, size_t n)
{
	size_t kept = 0;

	if (n > 1)
		qsort(p, n, sizeof *p, by_x_mean);
	for (size_t i = 1; i < n; i++)
		if (by_x_mean(&p[kept], &p[i]) == 0)
			p[kept].times += p[i].times;
		else
			p[++kept] = p[i];
	return n == 0 ? 0 : kept + 1;
}

struct eni_gammagamma
eni_gammagamma_fit(struct eni_payer *payer, size_t *n)
{
	struct purse c = {payer, *n = gather(payer, *n), 1};
	struct eni_gammagamma m = {.fit = ENI_FIT_NONE, .why = N_("nobody has paid twice: there are no amounts to compare")};
	struct eni_optimum best = {.fit = ENI_FIT_NONE};
	double sum = 0, times = 0;

	if (c.n == 0)
		return m;
	for (size_t i = 0; i < c.n; i++) {
		sum += payer[i].mean * payer[i].times;
		times += payer[i].times;
	}
	c.unit = sum / times; /* parameters near 1 whatever the currency */
	for (double spread = 3; spread < 1000 && best.fit != ENI_FIT_CONVERGED; spread *= 10) {
		double start[THREE] = {spread, spread, spread > 3 ? 1 : (spread - 1) / spread};
		struct eni_optimum o = eni_optimum_climb(likelihood, &c, THREE, start);

		if (best.fit == ENI_FIT_NONE || (o.fit != ENI_FIT_NONE && (o.fit < best.fit || o.value > best.value)))
			best = o;
	}
	m = (struct eni_gammagamma){.fit = best.fit,
	    .p = best.at[P],
	    .q = best.at[Q],
	    .v = best.at[V] * c.unit,
	    .loglik = best.value,
	    .score = best.score,
	    .looks = best.looks};
	memcpy(m.error, best.std_error, sizeof m.error);
	m.error[V] *= c.unit;
	if (best.fit == ENI_FIT_EDGE)
		m.why = N_("amounts do not differ as the model has it: all visits of a person, or all persons, earn much the same");
	else if (best.fit == ENI_FIT_NONE)
		m.why = N_("the fit did not settle");
	return m;
}

double
eni_gammagamma_loglik(const struct eni_gammagamma *m, const struct eni_payer *payer)
{
	double px = m->p * payer->x, sum = payer->x * payer->mean;

	return payer->times * (-lbeta(px, m->q) - px * log1p(m->v / sum) - m->q * log1p(sum / m->v) - log(payer->mean));
}

double
eni_gammagamma_mean(const struct eni_gammagamma *m, const struct eni_payer *payer)
{
	double below = m->p * payer->x + m->q - 1;

	return below > 0 ? m->p * (m->v + payer->x * payer->mean) / below : NAN;
}
