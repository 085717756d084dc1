/*
 * The highest point of a smooth log-likelihood over a few positive parameters.  Room: stat.
 * Newton's method on the logarithms of the parameters, damped as Levenberg and Marquardt do it so that every step climbs.  The
 * likelihoods of this room have exact second derivatives at the price of a few multiplications; with them a fit takes about ten
 * looks at the data where methods of first derivatives take fifty, ends at a gradient of zero instead of where a flat surface
 * stops rising, and leaves the standard errors behind.
 */
#ifndef ENI_STAT_OPTIMUM_H
#define ENI_STAT_OPTIMUM_H

#include <stdbool.h>
#include <stddef.h>

enum { ENI_PARAMETERS = 4 };

/* A log-likelihood at one point, with its derivatives by the parameters themselves. */
struct eni_slope {
	double value, gradient[ENI_PARAMETERS], hessian[ENI_PARAMETERS][ENI_PARAMETERS];
};
/* Fills all of *out, whose numbers are 0 before; at: parameters above 0. */
typedef void eni_likelihood(const void *data, const double *at, struct eni_slope *out);

/*
 * How a fit ended.  EDGE: the likelihood rises towards an edge of the model (a parameter that wants to be 0 or infinite), so that
 * parameters mean little one by one and have no errors; forecasts from them hold.  NONE: the data say nothing.
 */
enum eni_fit { ENI_FIT_CONVERGED, ENI_FIT_EDGE, ENI_FIT_NONE };

struct eni_optimum {
	enum eni_fit fit; /* NONE: no finite value was met, or the steps ran out */
	double at[ENI_PARAMETERS], value;
	double std_error[ENI_PARAMETERS];                  /* from the observed information; NaN at an edge */
	double covariance[ENI_PARAMETERS][ENI_PARAMETERS]; /* likewise */
	double score;                                      /* the largest derivative by the logarithm of a parameter that is left */
	int looks;                                         /* evaluations */
};

/* Climbs from `start` (n parameters above 0, of a size near 1 at best).  Ends after 200 looks at most. */
struct eni_optimum eni_optimum_climb(eni_likelihood *f, const void *data, size_t n, const double *start);

/* Adds a symmetric pair to a Hessian. */
static inline void
eni_slope_pair(struct eni_slope *s, size_t i, size_t k, double x)
{
	s->hessian[i][k] += x;
	if (i != k)
		s->hessian[k][i] += x;
}

#endif
