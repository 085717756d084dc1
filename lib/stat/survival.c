/* Survival: see survival.h. */
#include "stat/survival.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

/* qnorm(0.975) */
static const double Z = 1.959963984540054;

/* exp(-exp(log(-log p) +- z se / (p |log p|))): Kalbfleisch and Prentice. */
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

/* ---- quantiles ---- */

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

/* R's rule (survival:::findq): where the curve comes down to a share; if it runs there, the middle between that and its next fall,
 * or its end. */
static double
time_of(const struct eni_survival_curve *c, double (*y)(const struct eni_survival *), double share)
{
	const double tolerance = sqrt(DBL_EPSILON);
	size_t from = highest_below(c, y, share + tolerance), to = highest_below(c, y, share - tolerance);

	if (from == c->n)
		return NAN;
	if (fabs(y(&c->row[c->n - 1]) - share) < tolerance)
		to = c->n - 1;
	return to == c->n ? NAN : (c->row[from].time + c->row[to].time) / 2;
}

struct eni_quantile
eni_survival_quantile(const struct eni_survival_curve *c, double left)
{
	return (struct eni_quantile){
	    time_of(c, survival_of, 1 - left), time_of(c, low_of, 1 - left), time_of(c, high_of, 1 - left)};
}

/* ---- a time ---- */

/* The first row behind a time; c->n: none. */
static size_t
first_behind(const struct eni_survival_curve *c, double from)
{
	size_t low = 0, high = c->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->row[mid].time <= from)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct eni_survival
eni_survival_at(const struct eni_life *l, uint32_t group, const struct eni_survival_curve *c, double time)
{
	struct eni_life_walk w = eni_life_walk(l, group);
	size_t behind = first_behind(c, time);
	struct eni_survival s = behind > 0 ? c->row[behind - 1] : (struct eni_survival){0, 0, 0, 0, 1, 0, NAN, NAN};
	struct eni_life_step step;

	if (w.at == w.end || time < w.at->time || (behind == c->n && c->row[c->n - 1].time < time && s.survival > 0))
		s.survival = s.std_error = s.low = s.high = NAN;
	eni_life_at(&w, time, &step);
	s.time = time;
	s.at_risk = step.at_risk;
	s.events = step.events;
	s.censored = step.censored;
	return s;
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

/* ---- the rest of a stay ---- */

/* From a to b, seen from 0, discounted. */
static double
stretch(double a, double b, double discount)
{
	return discount == 0 ? b - a : exp(-discount * a) * -expm1(-discount * (b - a)) / discount;
}

/* What one who is still there at the end is taken to have before them: nothing, as much as there can be, what was fitted. */
enum tail { NONE, MOST, FITTED, TAILS };

/* The area from `from` to `to`, and behind that each tail; as eni_survival_mean. */
static void
areas_behind(const struct eni_survival_curve *c, double from, double to, double discount, const double *tail, struct eni_mean *out)
{
	double area[TAILS], variance[TAILS] = {0}, right = to - from;
	size_t first = first_behind(c, from);

	memcpy(area, tail, sizeof area);
	for (size_t i = first_behind(c, to); i-- > first;) { /* area: for one who is there behind this time */
		const struct eni_survival *row = &c->row[i];
		double n = (double)row->at_risk, d = (double)row->events, left = row->time - from;
		double piece = stretch(left, right, discount);

		/* of all who were there before it, (n - d) / n come so far; d / (n (n - d)) of Greenwood's sum, in terms of the
		 * area from the start, is settled as the area shrinks to that of those */
		for (size_t k = 0; k < TAILS; k++) {
			area[k] += piece;
			variance[k] = variance[k] * ((n - d) / n) * ((n - d) / n) +
				      (n > d ? area[k] * area[k] * d * (n - d) / (n * n * n) : 0);
			area[k] *= (n - d) / n;
		}
		right = left;
	}
	for (size_t k = 0; k < TAILS; k++)
		out[k] = (struct eni_mean){area[k] + stretch(0, right, discount), sqrt(variance[k])};
}

struct eni_rest
eni_survival_rest(const struct eni_survival_curve *c, const struct eni_tail *t, double from, double ahead, double discount)
{
	double last = c->n == 0 ? 0 : c->row[c->n - 1].time, end = from + ahead, to = fmax(from, fmin(end, last));
	double tail[TAILS] = {[MOST] = stretch(to - from, ahead, discount)};
	struct eni_mean rest[TAILS];

	if (c->events == 0)
		return (struct eni_rest){NAN, NAN, NAN};
	tail[FITTED] = exp(-discount * (to - from)) * eni_tail_rest(t, to, end - to, discount);
	areas_behind(c, from, to, discount, tail, rest);
	return (struct eni_rest){rest[FITTED].mean, fmax(0, rest[NONE].mean - Z * rest[NONE].std_error),
	    fmin(stretch(0, ahead, discount), rest[MOST].mean + Z * rest[MOST].std_error)};
}
