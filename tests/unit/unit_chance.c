/* Shares and rare events against R's figures, which tests/data/figures.R prints. */
#include "stat/chance.h"

#include <math.h>

#include "table.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool
near(double got, double want, double relative)
{
	return fabs(got - want) <= relative * fabs(want);
}

static void
test_wilson(void)
{
	static const struct {
		int64_t part, of;
		double low, high;
	} rows[] = {{20, 160, 0.08239453584444195, 0.18519011053418694}, {0, 45, 0, 0.07865159873288834},
	    {13, 57, 0.13841890498962198, 0.352060110456735}, {2, 34, 0.016282655210122732, 0.19093606904280996},
	    {15, 78, 0.12015206340148436, 0.29334812719063524}};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_interval w = eni_wilson(rows[i].part, rows[i].of);

		ok(near(w.low, rows[i].low, 1e-12) && near(w.high, rows[i].high, 1e-12), "as R has it");
	}
	ok(eni_wilson(20, 20).high >= 1 && near(eni_wilson(20, 20).low, 0.8388748, 1e-6), "everybody");
}

static void
test_tails(void)
{
	ok(near(eni_too_many(2, 2, 8, 48), 1.6051510683051042, 1e-12), "absences, as R has it");
	ok(near(eni_too_many(3, 3, 4, 24), log10(506), 1e-12), "3 of 3 among 4 of 24 is one in 506");
	ok(near(eni_too_many(5000, 5000, 5000, 10000), 3008.2018858439346, 1e-12), "far below what a double holds: C(10000, 5000)");
	ok(eni_too_many(0, 0, 0, 0) == 0 && !signbit(eni_too_many(0, 0, 0, 0)), "nothing says nothing, without a minus");
}

static void
test_rates(void)
{
	struct table t;

	table_read(&t, "poisson");
	for (size_t i = 0; i < t.n; i++) {
		struct eni_interval got = eni_poisson((int64_t)number_at(&t, i, "events"));

		ok(near(got.low, number_at(&t, i, "low"), 1e-12) && near(got.high, number_at(&t, i, "high"), 1e-12),
		    "poisson.test");
	}
	table_free(&t);
}

static void
test_counts(void)
{
	struct table t;

	table_read(&t, "binomial");
	for (size_t i = 0; i < t.n; i++) {
		struct eni_counts_inside got =
		    eni_binomial_inside((int64_t)number_at(&t, i, "n"), number_at(&t, i, "p"), number_at(&t, i, "tail"));

		is_int(got.low, (int64_t)number_at(&t, i, "low"), "fewer are rare");
		is_int(got.high, (int64_t)number_at(&t, i, "high"), "more are rare");
	}
	table_free(&t);
}

static void
test_means(void)
{
	struct table t;

	table_read(&t, "means");
	for (size_t i = 0; i < t.n; i++) {
		struct eni_interval got =
		    eni_student(number_at(&t, i, "mean"), number_at(&t, i, "sd"), (int64_t)number_at(&t, i, "n"));

		ok(near(got.low, number_at(&t, i, "low"), 1e-12) && near(got.high, number_at(&t, i, "high"), 1e-12), "t.test");
	}
	table_free(&t);
}

int
main(void)
{
	test_rates();
	test_counts();
	test_means();
	test_wilson();
	test_tails();
	return unit_done();
}
