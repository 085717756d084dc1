/* Shares and rare events: see chance.h.  The tails are libRmath's, in logarithms: they may be far below what a double holds. */
#include "stat/chance.h"

#include <math.h>

#define MATHLIB_STANDALONE
#include <Rmath.h>

struct eni_interval
eni_wilson(int64_t part, int64_t of)
{
	const double z = 1.959963984540054, n = (double)of, p = (double)part / n;
	double centre = p + z * z / (2 * n), half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)), scale = 1 + z * z / n;

	/* the ends are exact where none or all are counted */
	return (struct eni_interval){
	    .low = part == 0 ? 0 : (centre - half) / scale, .high = part == of ? 1 : (centre + half) / scale};
}

/* -log10, without a minus before what is certain. */
static double
rarity(double natural_log)
{
	return natural_log >= 0 ? 0 : -natural_log / M_LN10;
}

double
eni_too_many(int64_t seen, int64_t marked, int64_t drawn, int64_t all)
{
	return rarity(phyper((double)seen - 1, (double)marked, (double)(all - marked), (double)drawn, 0, 1));
}
