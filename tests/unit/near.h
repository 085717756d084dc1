/* Comparing figures, and how far they were off at worst. */
#ifndef ENI_TESTS_NEAR_H
#define ENI_TESTS_NEAR_H

#include <math.h>

#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The largest relative difference seen, printed at the end. */
static double worst;

static inline void
is_near(double got, double want, double within, const char *what)
{
	double off = fabs(got - want) / fmax(1e-300, fabs(want));
	bool good = got == want || off <= within || fabs(got - want) < 1e-300;

	ok(good, what);
	if (!good)
		printf("     want %.17g, got %.17g\n", want, got);
	else if (isfinite(off))
		worst = fmax(worst, off);
}

#endif
