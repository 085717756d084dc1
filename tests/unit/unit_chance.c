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

/* So many of `all` are marked, and so many of those are among the last `drawn`. */
static double
fisher(int64_t seen, int64_t marked, int64_t drawn, int64_t all)
{
	return eni_too_many(
	    (struct eni_counted){seen, drawn}, (struct eni_counted){marked - seen, all - drawn}, (struct eni_habits){0, 0});
}

static void
test_fisher(void)
{
	ok(near(fisher(2, 2, 8, 48), 1.6051510683051042, 1e-12), "absences, as R has it");
	ok(near(fisher(3, 3, 4, 24), log10(506), 1e-12), "3 of 3 among 4 of 24 is one in 506");
	ok(near(fisher(5000, 5000, 5000, 10000), 3008.2018858439346, 1e-12), "far below what a double holds: C(10000, 5000)");
	ok(fisher(0, 0, 0, 0) == 0 && !signbit(fisher(0, 0, 0, 0)), "nothing says nothing, without a minus");
	ok(fisher(4, 9, 4, 9) == 0, "whoever always stayed away still does");
}

/* Figures that figures.R prints. */
static void
test_habits(void)
{
	struct eni_many m = {0};
	struct eni_habits h;

	ok(near(eni_too_many((struct eni_counted){3, 4}, (struct eni_counted){1, 20}, (struct eni_habits){2, 20}),
	       2.301522627071109, 1e-12),
	    "habits are so many further visits before");
	ok(near(eni_too_many((struct eni_counted){3, 4}, (struct eni_counted){1, 20}, (struct eni_habits){2.25, 20.25}),
	       2.252379988450472, 1e-12),
	    "of which there need be no whole number");
	ok(near(eni_too_many((struct eni_counted){5, 12}, (struct eni_counted){0, 0}, (struct eni_habits){0.5, 4}),
	       0.5373968892986564, 1e-12),
	    "out of the habits alone");
	for (int64_t i = 0; i < 40; i++)
		eni_many_add(&m, (struct eni_counted){i % 8 == 0 ? 6 : i % 3, 10 + i});
	h = eni_many_habits(&m);
	ok(near(h.marked, 0.4881434558128965, 1e-12) && near(h.other, 8.5120015107373828, 1e-12), "by moments");
	m = (struct eni_many){0};
	for (int64_t i = 0; i < 29; i++)
		eni_many_add(&m, (struct eni_counted){i % 2, 10});
	eni_many_add(&m, (struct eni_counted){1, 1});
	h = eni_many_habits(&m);
	ok(h.marked == 0 && h.other == 0, "29 are too few, and one visit says nothing");
	eni_many_add(&m, (struct eni_counted){0, 10});
	h = eni_many_habits(&m);
	ok(near(h.marked + h.other, 1000, 1e-12), "people who are alike");
	m = (struct eni_many){0};
	for (int64_t i = 0; i < 40; i++)
		eni_many_add(&m, (struct eni_counted){0, 10});
	ok(eni_many_habits(&m).other == 0, "nobody ever stayed away: nothing to learn");
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
	test_fisher();
	test_habits();
	return unit_done();
}
