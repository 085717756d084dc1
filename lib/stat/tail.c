/* The tail of a curve: see tail.h. */
#include "stat/tail.h"

#include <math.h>

/* ---- the laws ---- */

/* Whoever leaves on the day they came has stayed half of it: a power of 0 has no logarithm. */
static double
stayed(double time)
{
	return fmax(time, 0.5);
}

/* G(t): the cumulative hazard at rate 1. */
static double
cumulative(enum eni_law law, double shape, double t)
{
	switch (law) {
	case ENI_LAW_WEIBULL:
		return pow(t, shape);
	case ENI_LAW_LOMAX:
		return log1p(t / shape);
	default:
		return t;
	}
}

/* log g(t), the hazard at rate 1; t > 0. */
static double
log_hazard(enum eni_law law, double shape, double t)
{
	switch (law) {
	case ENI_LAW_WEIBULL:
		return log(shape) + (shape - 1) * log(t);
	case ENI_LAW_LOMAX:
		return -log(shape + t);
	default:
		return 0;
	}
}

/* ---- fitting ---- */

/* The law of that shape with its best rate, which is that of events by what they were exposed to. */
static struct eni_fitted_law
fit_rate(struct eni_life_walk w, enum eni_law law, double shape)
{
	double events = 0, exposed = 0, logs = 0, rate;

	for (; w.at < w.end; w.at++) {
		const struct eni_life_cell *c = w.at;
		double left = (double)(c->events + c->censored);

		if (c->entered > 0 && c->time > 0)
			exposed -= (double)c->entered * cumulative(law, shape, c->time);
		if (left > 0)
			exposed += left * cumulative(law, shape, stayed(c->time));
		if (c->events > 0) {
			events += (double)c->events;
			logs += (double)c->events * log_hazard(law, shape, stayed(c->time));
		}
	}
	rate = events / exposed;
	return (struct eni_fitted_law){rate, shape, logs + events * (log(rate) - 1), 0};
}

/* Golden section on the logarithm of the shape: with the best rate for each, the likelihood has one summit. */
static struct eni_fitted_law
fit_shape(struct eni_life_walk w, enum eni_law law, double low, double high)
{
	static const double golden = 0.6180339887498949, near_enough = 1e-7;
	double a = log(low), b = log(high), c = b - golden * (b - a), d = a + golden * (b - a);
	struct eni_fitted_law at_c = fit_rate(w, law, exp(c)), at_d = fit_rate(w, law, exp(d));

	while (b - a > near_enough) {
		if (at_c.likelihood > at_d.likelihood) {
			b = d;
			d = c;
			at_d = at_c;
			at_c = fit_rate(w, law, exp(c = b - golden * (b - a)));
		} else {
			a = c;
			c = d;
			at_c = at_d;
			at_d = fit_rate(w, law, exp(d = a + golden * (b - a)));
		}
	}
	return at_c.likelihood > at_d.likelihood ? at_c : at_d;
}

/* By Akaike's criterion with the correction for few events, which rules a law out that has no event for each parameter to spare. */
static void
weigh(struct eni_tail *t, double events)
{
	static const double parameters[ENI_LAWS] = {1, 2, 2};
	double loss[ENI_LAWS], best = INFINITY, sum = 0;

	for (int i = 0; i < ENI_LAWS; i++) {
		double k = parameters[i], spare = events - k - 1;

		loss[i] = spare > 0 ? k - t->law[i].likelihood + k * (k + 1) / spare : INFINITY;
		best = fmin(best, loss[i]);
	}
	if (isinf(best)) {
		t->law[ENI_LAW_EXPONENTIAL].weight = 1;
		return;
	}
	for (int i = 0; i < ENI_LAWS; i++)
		sum += t->law[i].weight = exp(best - loss[i]);
	for (int i = 0; i < ENI_LAWS; i++)
		t->law[i].weight /= sum;
}

struct eni_tail
eni_tail_fit(const struct eni_life *l, uint32_t group)
{
	static const double shapes[ENI_LAWS][2] = {[ENI_LAW_WEIBULL] = {0.2, 5}, [ENI_LAW_LOMAX] = {1, 1e6}};
	struct eni_life_walk w = eni_life_walk(l, group);
	struct eni_tail t = {0};
	int64_t events = 0;

	for (struct eni_life_walk at = w; at.at < at.end; at.at++)
		events += at.at->events;
	if (events == 0)
		return t;
	t.known = true;
	t.law[ENI_LAW_EXPONENTIAL] = fit_rate(w, ENI_LAW_EXPONENTIAL, 1);
	for (int law = ENI_LAW_WEIBULL; law < ENI_LAWS; law++)
		t.law[law] = fit_shape(w, (enum eni_law)law, shapes[law][0], shapes[law][1]);
	weigh(&t, (double)events);
	return t;
}

/* ---- what comes behind ---- */

/* Simpson's rule over the survival from there on. */
static double
rest_of(const struct eni_fitted_law *f, enum eni_law law, double from, double ahead, double discount)
{
	enum { STRETCHES = 128 };
	double width = ahead / STRETCHES, sum = 0, before = cumulative(law, f->shape, from);

	if (law == ENI_LAW_EXPONENTIAL)
		return -expm1(-(f->rate + discount) * ahead) / (f->rate + discount);
	for (int i = 0; i <= STRETCHES; i++) {
		double t = i * width, here = f->rate * (cumulative(law, f->shape, from + t) - before) + discount * t;

		sum += exp(-here) * (i == 0 || i == STRETCHES ? 1 : i % 2 == 1 ? 4 : 2);
	}
	return sum * width / 3;
}

double
eni_tail_rest(const struct eni_tail *t, double from, double ahead, double discount)
{
	double sum = 0;

	if (ahead <= 0)
		return 0;
	for (int i = 0; i < ENI_LAWS; i++)
		if (t->law[i].weight > 0)
			sum += t->law[i].weight * rest_of(&t->law[i], (enum eni_law)i, from, ahead, discount);
	return sum;
}
