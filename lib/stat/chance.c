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

enum { BOTH_SIDES = 2 };
static const double outside = 0.05; /* of a 95 % interval */

struct eni_interval
eni_poisson(int64_t events)
{
	double n = (double)events, tail = outside / BOTH_SIDES;

	return (struct eni_interval){.low = events == 0 ? 0 : qgamma(tail, n, 1, 1, 0), .high = qgamma(tail, n + 1, 1, 0, 0)};
}

struct eni_interval
eni_student(double mean, double sd, int64_t n)
{
	double half = qt(outside / BOTH_SIDES, (double)n - 1, 0, 0) * sd / sqrt((double)n);

	return (struct eni_interval){mean - half, mean + half};
}

struct eni_counts_inside
eni_binomial_inside(int64_t n, double p, double tail)
{
	return (struct eni_counts_inside){
	    .low = (int64_t)qbinom(tail, (double)n, p, 1, 0), .high = (int64_t)qbinom(tail, (double)n, p, 0, 0)};
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
