/*
 * BG/NBD: see bgnbd.h.  With A3 = -(r + x) log(alpha + T) and u the logarithm of the odds of having dropped out,
 *
 *     log L = [lgamma(r + x) - lgamma(r) + r log alpha] + [log B(a, b + x) - log B(a, b)] + A3 + log(1 + e^u),
 *     u = log(a / (b + x - 1)) + (r + x) log((alpha + T) / (alpha + tx)),  x > 0;  u = -infinity for x = 0.
 *
 * The brackets depend on x alone and are taken once for all visitors of that x; the rest costs two logarithms and an exponential a
 * visitor.  All in logarithms: x of care clients is in the hundreds.
 */
#include "stat/bgnbd.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MATHLIB_STANDALONE
#include <Rmath.h>

#include "base/mem.h"
#include "base/message.h"

enum { R, ALPHA, A, B, FOUR };

/* ---- the likelihood ---- */

/* lgamma(a + n) - lgamma(a): as a sum of logarithms while it is short, since differences of large numbers lose digits. */
static double
rise(double a, uint32_t n)
{
	double product = 1, sum = 0;

	if (n > 256)
		return lgammafn(a + n) - lgammafn(a);
	for (uint32_t i = 0; i < n; i++) {
		product *= a + i;
		if (product > 1e100 || product < 1e-100) {
			sum += log(product);
			product = 1;
		}
	}
	return sum + log(product);
}

/* Its first and second derivative by a. */
static double
rise1(double a, uint32_t n)
{
	double sum = 0;

	if (n > 64)
		return digamma(a + n) - digamma(a);
	for (uint32_t i = 0; i < n; i++)
		sum += 1 / (a + i);
	return sum;
}

static double
rise2(double a, uint32_t n)
{
	double sum = 0;

	if (n > 64)
		return trigamma(a + n) - trigamma(a);
	for (uint32_t i = 0; i < n; i++)
		sum -= 1 / ((a + i) * (a + i));
	return sum;
}

/* What `times` visitors with x repeat visits add through x alone. */
static void
add_x(struct eni_slope *s, const double *at, uint32_t x, double times)
{
	double r = at[R], alpha = at[ALPHA], a = at[A], b = at[B], both2 = rise2(a + b, x), both1 = rise1(a + b, x);

	s->value += times * (rise(r, x) + r * log(alpha) + rise(b, x) - rise(a + b, x));
	s->gradient[R] += times * (rise1(r, x) + log(alpha));
	s->gradient[ALPHA] += times * r / alpha;
	s->gradient[A] -= times * both1;
	s->gradient[B] += times * (rise1(b, x) - both1);
	s->hessian[R][R] += times * rise2(r, x);
	eni_slope_pair(s, R, ALPHA, times / alpha);
	s->hessian[ALPHA][ALPHA] -= times * r / (alpha * alpha);
	s->hessian[A][A] -= times * both2;
	eni_slope_pair(s, A, B, -times * both2);
	s->hessian[B][B] += times * (rise2(b, x) - both2);
}

/* log(1 + e^u) and the share w = e^u / (1 + e^u). */
static double
soft(double u, double *w)
{
	double e = exp(-fabs(u));

	*w = (u > 0 ? 1 : e) / (1 + e);
	return (u > 0 ? u : 0) + log1p(e);
}

/*
 * Sums over the visitors of one x.  w: the share that has dropped out, v = w (1 - w); span = log((alpha + T) / (alpha + tx)), near
 * and near2 the differences of 1 / (alpha + tx) and 1 / (alpha + T), and of their squares.
 */
struct tally {
	double times, soft, log_late, late, late2; /* late: 1 / (alpha + T) */
	double w, w_span, w_near, w_near2;
	double v, v_span, v_near, v_span2, v_span_near, v_near2;
};

static void
tally(struct tally *t, const double *at, const struct eni_visitor *visitor, double odds, double log_late)
{
	double n = visitor->times, late = 1 / (at[ALPHA] + visitor->T), early, span, near, w, v;

	t->times += n;
	t->log_late += n * log_late;
	t->late += n * late;
	t->late2 += n * late * late;
	if (visitor->x == 0)
		return;
	early = 1 / (at[ALPHA] + visitor->tx);
	span = log((at[ALPHA] + visitor->T) * early);
	near = early - late;
	t->soft += n * soft(odds + (at[R] + visitor->x) * span, &w);
	v = n * w * (1 - w);
	w *= n;
	t->w += w;
	t->w_span += w * span;
	t->w_near += w * near;
	t->w_near2 += w * (early * early - late * late);
	t->v += v;
	t->v_span += v * span;
	t->v_near += v * near;
	t->v_span2 += v * span * span;
	t->v_span_near += v * span * near;
	t->v_near2 += v * near * near;
}

/* Of u the derivatives by r, alpha, a and b are span, -k near, 1 / a and -q. */
static void
add_tally(struct eni_slope *s, const struct tally *t, const double *at, uint32_t x)
{
	double k = at[R] + x, a = at[A], q = x == 0 ? 0 : 1 / (at[B] + x - 1);

	s->value += t->soft - k * t->log_late;
	s->gradient[R] += t->w_span - t->log_late;
	s->gradient[ALPHA] -= k * (t->late + t->w_near);
	s->gradient[A] += t->w / a;
	s->gradient[B] -= t->w * q;
	s->hessian[R][R] += t->v_span2;
	eni_slope_pair(s, R, ALPHA, -t->late - t->w_near - k * t->v_span_near);
	eni_slope_pair(s, R, A, t->v_span / a);
	eni_slope_pair(s, R, B, -t->v_span * q);
	s->hessian[ALPHA][ALPHA] += k * (t->late2 + t->w_near2) + k * k * t->v_near2;
	eni_slope_pair(s, ALPHA, A, -k * t->v_near / a);
	eni_slope_pair(s, ALPHA, B, k * t->v_near * q);
	s->hessian[A][A] += (t->v - t->w) / (a * a);
	eni_slope_pair(s, A, B, -t->v * q / a);
	s->hessian[B][B] += (t->v + t->w) * q * q;
}

/* Every `every`-th of n sorted visitors. */
struct crowd {
	const struct eni_visitor *v;
	size_t n, every;
};

static double
odds_of(const double *at, uint32_t x)
{
	return x == 0 ? 0 : log(at[A] / (at[B] + x - 1));
}

static void
likelihood(const void *data, const double *at, struct eni_slope *s)
{
	const struct crowd *c = data;

	for (size_t i = 0; i < c->n;) {
		uint32_t x = c->v[i].x;
		double odds = odds_of(at, x), T = -1, log_late = 0;
		struct tally t = {0};

		for (; i < c->n && c->v[i].x == x; i += c->every) {
			if (c->v[i].T != T)
				log_late = log(at[ALPHA] + (T = c->v[i].T));
			tally(&t, at, &c->v[i], odds, log_late);
		}
		add_x(s, at, x, t.times);
		add_tally(s, &t, at, x);
	}
}

/* ---- the fit ---- */

static int
by_x_T_tx(const void *one, const void *other)
{
	const struct eni_visitor *p = one, *q = other;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return p->T != q->T ? (p->T > q->T) - (p->T < q->T) : (p->tx > q->tx) - (p->tx < q->tx);
}

/* Sorts, and makes one row of those who are alike; how many rows are left. */
static size_t
gather(struct eni_visitor *v, size_t n)
{
	size_t kept = 0;

	if (n > 1)
		qsort(v, n, sizeof *v, by_x_T_tx);
	for (size_t i = 1; i < n; i++)
		if (by_x_T_tx(&v[kept], &v[i]) == 0)
			v[kept].times += v[i].times;
		else
			v[++kept] = v[i];
	return n == 0 ? 0 : kept + 1;
}

static struct eni_bgnbd
bgnbd_of(const struct eni_optimum *o, const char *why)
{
	struct eni_bgnbd m = {.fit = o->fit,
	    .why = why,
	    .r = o->at[R],
	    .alpha = o->at[ALPHA],
	    .a = o->at[A],
	    .b = o->at[B],
	    .loglik = o->value,
	    .score = o->score,
	    .looks = o->looks};

	memcpy(m.error, o->std_error, sizeof m.error);
	return m;
}

/* A sample of a large crowd gives the start for all of it. */
enum { FEW = 20000 };

static struct eni_optimum
climb(struct crowd *c, const double *guess)
{
	struct eni_optimum o = {.fit = ENI_FIT_NONE}, first;
	const double *start = guess;

	if (c->n > (size_t)2 * FEW) {
		c->every = c->n / FEW;
		first = eni_optimum_climb(likelihood, c, FOUR, guess);
		if (first.fit == ENI_FIT_CONVERGED)
			start = first.at;
		c->every = 1;
	}
	o = eni_optimum_climb(likelihood, c, FOUR, start);
	return o;
}

/* Which edge it is, in the user's words; NULL where there is none. */
static const char *
why(const struct eni_optimum *o)
{
	const double huge = 1e4;

	if (o->fit == ENI_FIT_CONVERGED)
		return NULL;
	if (o->fit == ENI_FIT_NONE)
		return N_("the fit did not settle");
	if (o->at[A] < 1e-4 * o->at[B])
		return N_("hardly anybody drops out: the chance of it runs to 0");
	if (o->at[R] > huge && o->at[ALPHA] > huge)
		return N_("all come at the same rate: r and alpha grow without end, together");
	if (o->at[B] > 10 * (1 + o->at[R]))
		return N_("all drop out with much the same chance: a and b grow without end, together");
	return N_("the likelihood rises towards an edge of the model: a parameter wants to be 0 or infinite");
}

struct eni_bgnbd
eni_bgnbd_fit(struct eni_visitor *v, size_t *n)
{
	struct crowd c = {v, *n = gather(v, *n), 1};
	double visits = 0, time = 0;
	struct eni_optimum best = {.fit = ENI_FIT_NONE};

	for (size_t i = 0; i < c.n; i++) {
		visits += (double)v[i].x * v[i].times;
		time += v[i].T * v[i].times;
	}
	if (!(visits > 0) || !(time > 0))
		return (struct eni_bgnbd){.fit = ENI_FIT_NONE,
		    .why = c.n == 0     ? N_("there are no visitors")
			   : visits > 0 ? N_("no time was watched")
					: N_("nobody has come a second time: how often people come is not known")};
	for (double spread = 1; spread <= 100 && best.fit != ENI_FIT_CONVERGED; spread *= 10) {
		/* the mean rate of all; rates and chances alike or far apart */
		double start[FOUR] = {spread, spread * time / visits, 1 / spread, 3 / spread};
		struct eni_optimum o = climb(&c, start);

		if (best.fit == ENI_FIT_NONE || (o.fit != ENI_FIT_NONE && (o.fit < best.fit || o.value > best.value)))
			best = o;
	}
	return bgnbd_of(&best, why(&best));
}

/* ---- what follows from it ---- */

double
eni_bgnbd_loglik(const struct eni_bgnbd *m, const struct eni_visitor *v)
{
	const double at[FOUR] = {m->r, m->alpha, m->a, m->b};
	double k = m->r + v->x, w;
	double sum = rise(m->r, v->x) + rise(m->b, v->x) - rise(m->a + m->b, v->x);

	/* r log alpha - k log(alpha + T), in parts that do not cancel */
	sum += -m->r * log1p(v->T / m->alpha) - v->x * log(m->alpha + v->T);
	if (v->x > 0)
		sum += soft(odds_of(at, v->x) + k * log((m->alpha + v->T) / (m->alpha + v->tx)), &w);
	return v->times * sum;
}

double
eni_bgnbd_alive(const struct eni_bgnbd *m, const struct eni_visitor *v)
{
	const double at[FOUR] = {m->r, m->alpha, m->a, m->b};

	if (v->x == 0)
		return 1;
	return 1 / (1 + exp(odds_of(at, v->x) + (m->r + v->x) * log((m->alpha + v->T) / (m->alpha + v->tx))));
}

enum { MOST_TERMS = 100000 };

/*
 * Of a visitor who still comes: c / (a - 1) (1 - (1 - z)^(a - 1) F), c = a + b + x - 1, z = t / (alpha + T + t),
 * F = 2F1(a - 1, e; c; z), e = a + b - 1 - r: the published formula after Euler's transformation, which takes the power r + x out
 * of it.  F = 1 + (a - 1) G makes it regular at a = 1, and c G instead of G at c = 0.
 */
static double
euler(const struct eni_bgnbd *m, uint32_t x, double z)
{
	double a1 = m->a - 1, c = m->a + m->b + x - 1, e = m->a + m->b - 1 - m->r, l = log1p(-z), power = exp(a1 * l);
	double term = e * z, cG = 0, largest = 0, slope = a1 == 0 ? l : expm1(a1 * l) / a1, sum;
	int k = 1;

	for (; k < MOST_TERMS; k++) {
		cG += term;
		largest = fmax(largest, fabs(term));
		if (fabs(term) <= 1e-17 * fabs(cG))
			break;
		term *= (m->a + k - 1) * (e + k) / ((c + k) * (k + 1)) * z;
	}
	sum = -slope * c - power * cG;
	/* where r is large terms alternate and may cancel */
	return k == MOST_TERMS || !(largest * power < 1e5 * sum) ? NAN : sum;
}

/*
 * The mean itself, for the corners where no series will do: given the chance p to drop out, (1 - (1 + p y)^-k) / p visits, averaged
 * over p ~ beta(a, b + x) by the trapezoidal rule in u, logit p = centre + width sinh u, which falls off doubly exponentially.
 */
static double
averaged(const struct eni_bgnbd *m, uint32_t x, double y)
{
	double a = m->a, b = m->b + x, k = m->r + x, centre = log(a / b), width = sqrt(1 / a + 1 / b), sum = 0, weights = 0, peak;

	peak = -a * log1p(b / a) - b * log1p(a / b);
	for (int i = -14 * 256; i <= 14 * 256; i++) {
		double s = centre + width * sinh(i / 256.0), log_p = s < 0 ? s - log1p(exp(s)) : -log1p(exp(-s)), p = exp(log_p);
		double weight = exp(a * log_p + b * (log_p - s) - peak) * cosh(i / 256.0);

		if (!(weight > 0))
			continue;
		weights += weight;
		sum += weight * (p * y * k < 1e-12 ? k * y : -expm1(-k * log1p(p * y)) / p);
	}
	return sum / weights;
}

/* The same by Pfaff's transformation, in powers of -y, y = t / (alpha + T): where b is huge, terms of the other cancel. */
static double
pfaff(const struct eni_bgnbd *m, uint32_t x, double y)
{
	double c = m->a + m->b + x - 1, k0 = m->r + x, term = k0 * y, sum = 0;

	for (int k = 1; k < MOST_TERMS; k++) {
		sum += term;
		if (fabs(term) <= 1e-17 * fabs(sum))
			return sum;
		term *= -(m->a + k - 1) * (k0 + k) / ((c + k) * (k + 1)) * y;
	}
	return NAN;
}

double
eni_bgnbd_visits(const struct eni_bgnbd *m, const struct eni_visitor *v, double t)
{
	double y = t / (m->alpha + v->T), z = t / (m->alpha + v->T + t), c = m->a + m->b + v->x - 1, k = m->r + v->x;
	double alive = eni_bgnbd_alive(m, v), visits;

	if (t <= 0)
		return 0;
	/* pfaff where its terms shrink from the first on, for ever or until they are nothing */
	if ((y <= 0.9 && fmax(m->a, 1) * (k + 1) * y <= c + 1) || fmax(m->a, 1) * (k + 60) * y <= c / 2)
		visits = pfaff(m, v->x, y);
	else if (!isfinite(visits = euler(m, v->x, z)))
		visits = averaged(m, v->x, y);
	return isfinite(visits) ? alive * fmax(visits, 0) : NAN;
}
