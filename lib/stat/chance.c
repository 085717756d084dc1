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
eni_too_many(struct eni_counted lately, struct eni_counted before, struct eni_habits habits)
{
	double n = (double)lately.of, marked = 1 + habits.marked + (double)before.marked;
	double other = habits.other + (double)(before.of - before.marked), sum = -INFINITY;

	if (lately.marked <= 0 || other <= 0)
		return 0;
	for (int64_t i = lately.of; i >= lately.marked; i--) { /* from the rarest on */
		double k = (double)i;

		sum = logspace_add(sum, lchoose(n, k) + lbeta(marked + k, other + n - k) - lbeta(marked, other));
	}
	return rarity(sum);
}

/* ---- habits ---- */

enum { ENOUGH = 30 };
/* Habits as much alike as those of people who were seen so often before; closer ones are not told apart, and somebody's own count
 * would no longer matter. */
static const double most_alike = 1000;

void
eni_many_add(struct eni_many *m, struct eni_counted c)
{
	double of = (double)c.of, marked = (double)c.marked;

	if (c.of < 2)
		return;
	m->n++;
	m->of += of;
	m->marked += marked;
	m->of2 += of * of;
	m->marked2 += marked * marked / of;
}

/* The correlation within a person, from the squares between people: those of chance alone are (n - 1) p (1 - p). */
struct eni_habits
eni_many_habits(const struct eni_many *m)
{
	double p = m->marked / m->of, chance = p * (1 - p), within, alike;

	if (m->n < ENOUGH || !(p > 0 && p < 1))
		return (struct eni_habits){0, 0};
	within = (m->marked2 - p * m->marked - (m->n - 1) * chance) / (chance * (m->of - m->of2 / m->of - (m->n - 1)));
	alike = fmin(most_alike, within > 0 ? 1 / within - 1 : INFINITY);
	return alike > 0 ? (struct eni_habits){p * alike, (1 - p) * alike} : (struct eni_habits){0, 0};
}
