/* Damped Newton: see optimum.h. */
#include "stat/optimum.h"

#include <math.h>

enum { MOST_LOOKS = 200 };

static const double farthest = 23; /* logarithm: e^23 away from its start a parameter is at an edge */
static const double longest = 3;   /* of one step, in logarithms */
static const double loose = 20;    /* of a logarithm with such an error the data say nothing */

/* A point of the climb: the derivatives are those by the logarithms. */
struct point {
	double log[ENI_PARAMETERS], start[ENI_PARAMETERS];
	struct eni_slope slope;
};

static void
look(eni_likelihood *f, const void *data, size_t n, struct point *p)
{
	double at[ENI_PARAMETERS] = {0};

	for (size_t i = 0; i < n; i++)
		at[i] = exp(p->log[i]);
	p->slope = (struct eni_slope){0};
	f(data, at, &p->slope);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			p->slope.hessian[i][k] *= at[i] * at[k];
	for (size_t i = 0; i < n; i++) {
		p->slope.gradient[i] *= at[i];
		p->slope.hessian[i][i] += p->slope.gradient[i];
	}
}

/* Cholesky's factor of -hessian, its diagonal raised by the share `damp`; false where it is not positive. */
static bool
factor(const struct eni_slope *s, size_t n, double damp, double l[ENI_PARAMETERS][ENI_PARAMETERS])
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k <= i; k++) {
			double x = -s->hessian[i][k];

			if (i == k)
				x += damp * (fabs(s->hessian[i][i]) + 1e-6);
			for (size_t m = 0; m < k; m++)
				x -= l[i][m] * l[k][m];
			if (i == k && !(x > 1e-14 * fabs(s->hessian[i][i])))
				return false;
			l[i][k] = i == k ? sqrt(x) : x / l[k][k];
		}
	return true;
}

static void
solve(double l[ENI_PARAMETERS][ENI_PARAMETERS], size_t n, const double *right, double *x)
{
	for (size_t i = 0; i < n; i++) {
		x[i] = right[i];
		for (size_t k = 0; k < i; k++)
			x[i] -= l[i][k] * x[k];
		x[i] /= l[i][i];
	}
	for (size_t i = n; i-- > 0;) {
		for (size_t k = i + 1; k < n; k++)
			x[i] -= l[k][i] * x[k];
		x[i] /= l[i][i];
	}
}

static double
largest(const double *x, size_t n)
{
	double most = 0;

	for (size_t i = 0; i < n; i++)
		most = fmax(most, fabs(x[i]));
	return most;
}

static bool
beyond(const struct point *p, size_t n)
{
	double away[ENI_PARAMETERS] = {0};

	for (size_t i = 0; i < n; i++)
		away[i] = p->log[i] - p->start[i];
	return largest(away, n) >= farthest;
}

/* What the point says of the parameters; at an edge they have no errors. */
static void
conclude(struct eni_optimum *o, const struct point *p, size_t n)
{
	double l[ENI_PARAMETERS][ENI_PARAMETERS], unit[ENI_PARAMETERS], column[ENI_PARAMETERS];
	bool curved = factor(&p->slope, n, 0, l);

	o->value = p->slope.value;
	o->score = largest(p->slope.gradient, n);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < n; k++)
			unit[k] = k == i;
		if (curved)
			solve(l, n, unit, column);
		o->at[i] = exp(p->log[i]);
		for (size_t k = 0; k < n; k++)
			o->covariance[i][k] = curved ? column[k] * o->at[i] * exp(p->log[k]) : NAN;
		o->std_error[i] = curved ? sqrt(column[i]) : INFINITY;
		if (!(o->std_error[i] < loose) || beyond(p, n))
			o->fit = ENI_FIT_EDGE;
		o->std_error[i] *= o->at[i];
	}
	for (size_t i = 0; i < n && o->fit == ENI_FIT_EDGE; i++) {
		o->std_error[i] = NAN;
		for (size_t k = 0; k < n; k++)
			o->covariance[i][k] = NAN;
	}
}

/* The step of that damping, cut to length; *gain is twice what it promises.  False where the surface is no hill. */
static bool
step_of(const struct point *p, size_t n, double damp, double *step, double *gain)
{
	double l[ENI_PARAMETERS][ENI_PARAMETERS], far;

	if (!factor(&p->slope, n, damp, l))
		return false;
	solve(l, n, p->slope.gradient, step);
	far = largest(step, n);
	*gain = 0;
	for (size_t i = 0; i < n; i++) {
		step[i] *= far > longest ? longest / far : 1;
		*gain += step[i] * p->slope.gradient[i];
	}
	return isfinite(*gain);
}

/* What a step promises is lost in the rounding of the value: it is taken without asking, three times at most. */
enum { LAST_STEPS = 3 };

struct eni_optimum
eni_optimum_climb(eni_likelihood *f, const void *data, size_t n, const double *start)
{
	struct eni_optimum o = {.fit = ENI_FIT_NONE};
	struct point here = {.log = {0}}, next;
	double damp = 1e-3, step[ENI_PARAMETERS] = {0}, gain = 0;
	int last = 0;

	for (size_t i = 0; i < n; i++)
		here.log[i] = here.start[i] = log(start[i]);
	look(f, data, n, &here);
	for (o.looks = 1; isfinite(here.slope.value) && o.looks < MOST_LOOKS && last < LAST_STEPS && damp < 1e12;) {
		bool hill = step_of(&here, n, damp, step, &gain);

		if (!hill) {
			damp = fmax(damp * 10, 1e-6);
			continue;
		}
		if (damp <= 1e-3 && gain < 1e-12 * (1 + fabs(here.slope.value)))
			last = gain < 1e-15 ? LAST_STEPS : last + 1;
		next = here;
		for (size_t i = 0; i < n; i++)
			next.log[i] += step[i];
		look(f, data, n, &next);
		o.looks++;
		if (!isfinite(next.slope.value) || (last == 0 && next.slope.value < here.slope.value)) {
			damp = fmax(damp * 10, 1e-6);
			continue;
		}
		here = next;
		damp = damp > 1e-9 ? damp / 10 : 0;
		if (beyond(&here, n))
			last = LAST_STEPS;
	}
	/* out of steps on a slope that hardly rises any more: conclude() says whether that is a top or an edge */
	if (isfinite(here.slope.value) && (last > 0 || gain < 1e-6 * (1 + fabs(here.slope.value))))
		o.fit = ENI_FIT_CONVERGED;
	conclude(&o, &here, n);
	return o;
}
