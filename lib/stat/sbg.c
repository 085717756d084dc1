/* The shifted-beta-geometric model: see sbg.h. */
#include "stat/sbg.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/message.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- counts ---- */

void
eni_sbg_count(struct eni_sbg_counts *c, size_t i, double began, double left)
{
	c->period = eni_grow(c->period, &c->cap, i, sizeof *c->period);
	while (c->n < i)
		c->period[c->n++] = (struct eni_sbg_period){0};
	c->period[i - 1].began += began;
	c->period[i - 1].left += left;
}

void
eni_sbg_counts_free(struct eni_sbg_counts *c)
{
	free(c->period);
	*c = (struct eni_sbg_counts){0};
}

void
eni_sbg_exit(struct eni_sbg_exits *e, size_t late, size_t whole, bool left)
{
	if (late > whole)
		return;
	e->after = eni_grow(e->after, &e->cap, whole + 1, sizeof *e->after);
	while (e->n <= whole)
		e->after[e->n++] = (struct eni_sbg_exit){0};
	e->after[whole].left += left;
	e->after[whole].lost += !left;
	e->after[late].late++;
}

void
eni_sbg_exits_count(const struct eni_sbg_exits *e, struct eni_sbg_counts *c)
{
	int64_t later = 0; /* who stayed longer, and was watched */

	for (size_t i = e->n; i-- > 0;) {
		const struct eni_sbg_exit *x = &e->after[i];

		if (later + x->left > 0)
			eni_sbg_count(c, i + 1, (double)(later + x->left), (double)x->left);
		later += x->left + x->lost - x->late;
	}
}

void
eni_sbg_exits_free(struct eni_sbg_exits *e)
{
	free(e->after);
	*e = (struct eni_sbg_exits){0};
}

/* ---- the fit ---- */

enum { ALPHA, BETA, TWO };

static void
likelihood(const void *data, const double *at, struct eni_slope *s)
{
	const struct eni_sbg_counts *c = data;
	double alpha = at[ALPHA], beta = at[BETA];

	for (size_t i = 0; i < c->n; i++) {
		double all = alpha + beta + (double)i, stay = beta + (double)i;
		double left = c->period[i].left, stayed = c->period[i].began - left, both = c->period[i].began / (all * all);

		if (left > 0)
			s->value += left * log(alpha / all);
		if (stayed > 0) /* close to 1 the quotient has lost what log1p still sees */
			s->value += stayed * (alpha < stay ? log1p(-alpha / all) : log(stay / all));
		s->gradient[ALPHA] += left / alpha - c->period[i].began / all;
		s->gradient[BETA] += stayed / stay - c->period[i].began / all;
		s->hessian[ALPHA][ALPHA] += both - left / (alpha * alpha);
		s->hessian[BETA][BETA] += both - stayed / (stay * stay);
		eni_slope_pair(s, ALPHA, BETA, both);
	}
}

/* What the counts come to. */
struct sums {
	double began, left, stayed, left_later; /* left_later: after the first period */
	size_t periods;                         /* the last one begun */
};

static struct sums
sums_of(const struct eni_sbg_counts *c)
{
	struct sums s = {0};

	for (size_t i = 0; i < c->n; i++) {
		s.began += c->period[i].began;
		s.left += c->period[i].left;
		s.left_later += i > 0 ? c->period[i].left : 0;
		if (c->period[i].began > 0)
			s.periods = i + 1;
	}
	s.stayed = s.began - s.left;
	return s;
}

static double
times_log(double n, double p)
{
	return n == 0 ? 0 : n * log(p);
}

static struct eni_sbg
geometric_of(const struct sums *s, const char *why)
{
	double p = s->left / s->began;

	return (struct eni_sbg){.fit = ENI_FIT_EDGE,
	    .why = why,
	    .geometric = true,
	    .alpha = INFINITY,
	    .beta = INFINITY,
	    .alpha_error = NAN,
	    .beta_error = NAN,
	    .covariance = NAN,
	    .churn = p,
	    .churn_error = s->left > 0 && s->stayed > 0 ? sqrt(p * (1 - p) / s->began) : NAN,
	    .loglik = times_log(s->left, p) + times_log(s->stayed, 1 - p)};
}

static struct eni_sbg
sbg_of(const struct eni_optimum *o, const char *why)
{
	double alpha = o->at[ALPHA], beta = o->at[BETA];

	return (struct eni_sbg){.fit = o->fit,
	    .why = why,
	    .alpha = alpha,
	    .beta = beta,
	    .alpha_error = o->std_error[ALPHA],
	    .beta_error = o->std_error[BETA],
	    .covariance = o->covariance[ALPHA][BETA],
	    .churn = alpha / (alpha + beta),
	    .churn_error = NAN,
	    .loglik = o->value,
	    .score = o->score};
}

/* All who leave do so in the first period: chances are either 0 or 1, alpha and beta as small as can be. */
static struct eni_sbg
all_at_first(const struct eni_sbg_counts *c)
{
	const double tiny = 1e-9, p = c->period[0].left / c->period[0].began;
	struct eni_optimum o = {
	    .fit = ENI_FIT_EDGE, .at = {p * tiny, (1 - p) * tiny}, .std_error = {NAN, NAN}, .covariance = {{NAN, NAN}, {NAN, NAN}}};
	struct eni_slope s = {0};

	likelihood(c, o.at, &s);
	o.value = s.value;
	return sbg_of(&o, N_("whoever leaves has left in the first period: the rest stay for good, as far as was seen"));
}

/* The highest point from several starts: chances alike, and chances far apart. */
static struct eni_optimum
best_of(const struct eni_sbg_counts *c, const struct sums *s)
{
	static const double apart[] = {0.1, 1, 10, 0.01}; /* 1 / (alpha + beta) */
	struct eni_optimum best = {.fit = ENI_FIT_NONE};
	double p = s->left / s->began;

	for (size_t i = 0; i < COUNT(apart); i++) {
		double start[TWO] = {p / apart[i], (1 - p) / apart[i]};
		struct eni_optimum o = eni_optimum_climb(likelihood, c, TWO, start);

		if (o.fit == ENI_FIT_CONVERGED && (best.fit != ENI_FIT_CONVERGED || o.value > best.value + 1e-9 * fabs(o.value)))
			best = o;
	}
	return best;
}

struct eni_sbg
eni_sbg_fit(const struct eni_sbg_counts *c)
{
	struct sums s = sums_of(c);
	struct eni_sbg geometric;
	struct eni_optimum best;

	if (!(s.began > 0))
		return (struct eni_sbg){.fit = ENI_FIT_NONE, .why = N_("no period of a stay could be watched to its end")};
	geometric =
	    geometric_of(&s, N_("retention does not rise with time: everybody leaves with the same chance (geometric model)"));
	if (s.left == 0)
		geometric.why = N_("nobody has left: all stay, as far as was seen (geometric model)");
	else if (s.stayed == 0)
		geometric.why = N_("all left in the first period (geometric model)");
	else if (s.periods == 1)
		geometric.why = N_("one period gives the mean chance of leaving and no more (geometric model)");
	else if (s.left_later == 0)
		return all_at_first(c);
	else {
		best = best_of(c, &s);
		if (best.fit == ENI_FIT_CONVERGED && best.value > geometric.loglik)
			return sbg_of(&best, NULL);
	}
	return geometric;
}

double
eni_sbg_rise(const struct eni_sbg_counts *c)
{
	double n = 0, left = 0, times = 0, squares = 0, late = 0, share, spread;

	for (size_t i = 0; i < c->n; i++) {
		double t = (double)(i + 1), began = c->period[i].began;

		n += began;
		left += c->period[i].left;
		times += began * t;
		squares += began * t * t;
		late += c->period[i].left * t;
	}
	share = left / n;
	spread = share * (1 - share) * (squares - times * times / n);
	return spread > 0 ? (late - share * times) / sqrt(spread) : NAN;
}

/* ---- what follows from it ---- */

double
eni_sbg_retention(const struct eni_sbg *m, double t)
{
	return m->geometric ? 1 - m->churn : (m->beta + t - 1) / (m->alpha + m->beta + t - 1);
}

double
eni_sbg_staying(const struct eni_sbg *m, double from, double periods)
{
	double whole = floor(periods), part = periods - whole, s = 1, a, b;

	if (m->geometric)
		return pow(1 - m->churn, periods);
	for (double k = 1; k <= whole && s > 0; k++)
		s *= eni_sbg_retention(m, from + k);
	if (part == 0)
		return s;
	b = m->beta + from + whole;
	a = m->alpha + b;
	return s * exp(lgamma(b + part) - lgamma(b) + lgamma(a) - lgamma(a + part));
}

double
eni_sbg_expected(const struct eni_sbg *m, double from, size_t periods, double v)
{
	double sum = 0, s = 1;

	for (size_t k = 1; k <= periods && s > 1e-300; k++) {
		s *= v * eni_sbg_retention(m, from + (double)k);
		sum += s;
	}
	return sum;
}

/*
 * 2F1(1, b; c; z), 0 <= z < 1, as Gauss's continued fraction by Lentz's rule: about 9 / sqrt(1 - z) steps, where the series would
 * take 40 / (1 - z).
 */
static double
series_of_one(double b, double c, double z)
{
	double f = 1, up = 1, down = 0;

	for (double k = 1; k < 1e7; k++) {
		double m = floor(k / 2), part, delta;

		if (k == 1)
			part = -b / c;
		else if (fmod(k, 2) == 1)
			part = -(b + m) * (c - 1 + m) / ((c - 1 + 2 * m) * (c + 2 * m));
		else
			part = -m * (c - 1 - b + m) / ((c - 2 + 2 * m) * (c - 1 + 2 * m));
		down = 1 / (1 + part * z * down);
		up = 1 + part * z / up;
		delta = up * down;
		f *= delta;
		if (fabs(delta - 1) < 1e-16)
			break;
	}
	return 1 / f;
}

double
eni_sbg_residual(const struct eni_sbg *m, double from, double v)
{
	double first = from > 0 ? eni_sbg_retention(m, from) : 1, b = m->beta + from;

	if (m->geometric)
		return v * (1 - m->churn) < 1 ? first / (1 - v * (1 - m->churn)) : INFINITY;
	if (v >= 1) /* Gauss: 2F1(1, b; a + b; 1) = (a + b - 1) / (a - 1) */
		return m->alpha > 1 ? first * (m->alpha + b - 1) / (m->alpha - 1) : INFINITY;
	return first * series_of_one(b, m->alpha + b, v);
}

/* ---- how many ---- */

/* The sum of the chances; *coins: the variance of as many coins. */
static double
sum_of(const struct eni_sbg *m, const double *from, size_t n, double periods, double *coins)
{
	double sum = 0;

	*coins = 0;
	for (size_t i = 0; i < n; i++) {
		double p = eni_sbg_staying(m, from[i], periods);

		sum += p;
		*coins += p * (1 - p);
	}
	return sum;
}

/* The derivative of the sum by a parameter of m (a member of it), from both sides. */
static double
slope_by(struct eni_sbg *m, double *parameter, const double *from, size_t n, double periods)
{
	double at = *parameter, step = 1e-5 * at, coins, above, below;

	*parameter = at + step;
	above = sum_of(m, from, n, periods, &coins);
	*parameter = at - step;
	below = sum_of(m, from, n, periods, &coins);
	*parameter = at;
	return (above - below) / (2 * step);
}

struct eni_sbg_number
eni_sbg_number(const struct eni_sbg *model, const double *from, size_t n, double periods)
{
	static const double z = 1.959963984540054; /* qnorm(0.975) */
	struct eni_sbg m = *model;
	double variance, width, mean = sum_of(&m, from, n, periods, &variance);

	if (m.geometric) {
		double by_churn = slope_by(&m, &m.churn, from, n, periods);

		variance += by_churn * by_churn * m.churn_error * m.churn_error;
	} else {
		double a = slope_by(&m, &m.alpha, from, n, periods), b = slope_by(&m, &m.beta, from, n, periods);

		variance += a * a * m.alpha_error * m.alpha_error + b * b * m.beta_error * m.beta_error + 2 * a * b * m.covariance;
	}
	width = z * sqrt(variance);
	if (isnan(width))
		return (struct eni_sbg_number){mean, NAN, NAN};
	return (struct eni_sbg_number){mean, fmax(0, mean - width), fmin((double)n, mean + width)};
}
