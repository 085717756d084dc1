/* Survival: see survival.h. */
#include "stat/survival.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

/* qnorm(0.975) */
static const double Z = 1.959963984540054;

/* exp(-exp(log(-log p) +- z se / (p |log p|))): Kalbfleisch and Prentice; METHODS 1.1. */
void
eni_loglog_limits(double p, double std_error, double *low, double *high)
{
	double width;

	*low = *high = NAN;
	if (!(p > 0 && p < 1))
		return;
	width = Z * std_error / (p * -log(p));
	*low = exp(log(p) * exp(width));
	*high = exp(log(p) * exp(-width));
}

struct eni_survival_curve
eni_survival_curve(const struct eni_life *l, uint32_t group)
{
	struct eni_life_walk w = eni_life_walk(l, group);
	struct eni_survival_curve c = {.stays = eni_life_stays(l, group)};
	struct eni_life_step s;
	double survival = 1, sum = 0; /* Greenwood's: of d / (n (n - d)) */
	size_t cap = 0;

	while (eni_life_next(&w, &s)) {
		double n = (double)s.at_risk, d = (double)s.events;
		struct eni_survival *row;

		c.row = eni_grow(c.row, &cap, c.n + 1, sizeof *c.row);
		c.events += s.events;
		if (s.events > 0) {
			survival *= (n - d) / n;
			sum += d / (n * (n - d));
		}
		row = &c.row[c.n++];
		*row = (struct eni_survival){
		    s.time, s.at_risk, s.events, s.censored, survival, survival > 0 ? survival * sqrt(sum) : NAN, NAN, NAN};
		eni_loglog_limits(survival, row->std_error, &row->low, &row->high);
	}
	return c;
}

void
eni_survival_free(struct eni_survival_curve *c)
{
	free(c->row);
	*c = (struct eni_survival_curve){0};
}

/* ---- the median ---- */

static double
survival_of(const struct eni_survival *row)
{
	return row->survival;
}

static double
low_of(const struct eni_survival *row)
{
	return row->low;
}

static double
high_of(const struct eni_survival *row)
{
	return row->high;
}

/* The row with the highest y that is at most `most`, the first of equal ones: limits may rise again, and R goes by height.
 * c->n: none. */
static size_t
highest_below(const struct eni_survival_curve *c, double (*y)(const struct eni_survival *), double most)
{
	size_t best = c->n;

	for (size_t i = 0; i < c->n; i++)
		if (y(&c->row[i]) <= most && (best == c->n || y(&c->row[i]) > y(&c->row[best])))
			best = i;
	return best;
}

/* R's rule (survival:::findq): where the curve comes down to a half; if it runs at a half, the middle between there and its next
 * fall, or its end. */
static double
half_time(const struct eni_survival_curve *c, double (*y)(const struct eni_survival *))
{
	const double tolerance = sqrt(DBL_EPSILON);
	size_t from = highest_below(c, y, 0.5 + tolerance), to = highest_below(c, y, 0.5 - tolerance);

	if (from == c->n)
		return NAN;
	if (fabs(y(&c->row[c->n - 1]) - 0.5) < tolerance)
		to = c->n - 1;
	return to == c->n ? NAN : (c->row[from].time + c->row[to].time) / 2;
}

struct eni_quantile
eni_survival_median(const struct eni_survival_curve *c)
{
	return (struct eni_quantile){half_time(c, survival_of), half_time(c, low_of), half_time(c, high_of)};
}

/* ---- the restricted mean ---- */

/* The area under the curve up to tau, and its variance, the sum of A^2 d / (n (n - d)) with A the area from the event to tau
 * (Klein and Moeschberger, section 4.5): from the right, so that A grows as it is needed. */
struct eni_mean
eni_survival_mean(const struct eni_survival_curve *c, double tau)
{
	double area = 0, variance = 0, right = tau;

	for (size_t i = c->n; i-- > 0;) {
		const struct eni_survival *row = &c->row[i];
		double n = (double)row->at_risk, d = (double)row->events;

		if (row->time > tau)
			continue;
		area += row->survival * (right - row->time);
		if (row->events < row->at_risk)
			variance += area * area * d / (n * (n - d));
		right = row->time;
	}
	return (struct eni_mean){area + right, sqrt(variance)};
}
