/* The shifted-beta-geometric model: figures by hand, awkward counts, and the figures of tests/data. */
#include <math.h>

#include "near.h"
#include "stat/sbg.h"
#include "table.h"

/* Counts of those still there: alive[0] at the start, alive[i] after period i. */
static void
count_curve(struct eni_sbg_counts *c, const double *alive, size_t n)
{
	for (size_t i = 1; i < n; i++)
		eni_sbg_count(c, i, alive[i - 1], alive[i - 1] - alive[i]);
}

static struct eni_sbg
fit(const double *alive, size_t n)
{
	struct eni_sbg_counts c = {0};
	struct eni_sbg m;

	count_curve(&c, alive, n);
	m = eni_sbg_fit(&c);
	eni_sbg_counts_free(&c);
	return m;
}

/* With alpha = beta = 1 a half, a third, a quarter leave: the counts that say so are fitted exactly.  S(t) = 1 / (1 + t). */
static void
test_by_hand(void)
{
	const struct eni_sbg one = {.alpha = 1, .beta = 1, .churn = 0.5};
	const double alive[] = {12, 6, 4, 3};
	struct eni_sbg m = fit(alive, COUNT(alive));

	is_int(m.fit, ENI_FIT_CONVERGED, "an exact curve converges");
	is_near(m.alpha, 1, 1e-9, "alpha");
	is_near(m.beta, 1, 1e-9, "beta");
	is_near(m.churn, 0.5, 1e-9, "mean chance of leaving");
	is_near(m.loglik, 6 * log(0.5) + 2 * log(1.0 / 6) + log(1.0 / 12) + 3 * log(0.25), 1e-12, "log-likelihood");
	ok(m.score < 1e-6, "the score is 0");
	is_near(eni_sbg_staying(&one, 0, 4), 0.2, 1e-15, "S(4)");
	is_near(eni_sbg_staying(&one, 1, 2.5), 2 / 4.5, 1e-14, "between two periods");
	is_near(eni_sbg_retention(&one, 3), 0.75, 1e-15, "r(3)");
	is_near(eni_sbg_expected(&one, 1, 3, 1), 2.0 / 3 + 2.0 / 4 + 2.0 / 5, 1e-15, "three periods ahead");
	is_near(eni_sbg_expected(&one, 0, 2, 0.5), 0.25 + 0.25 / 3, 1e-15, "discounted");
	is_near(eni_sbg_residual(&one, 0, 0.5), 2 * M_LN2, 1e-14, "sum of v^t / (t + 1)");
	is_near(eni_sbg_residual(&one, 1, 0.5), 4 * (M_LN2 - 0.5), 1e-14, "and before the first renewal");
	ok(isinf(eni_sbg_residual(&one, 0, 1)), "alpha <= 1: the lifetime that is not discounted has no end");
	is_near(eni_sbg_residual(&(struct eni_sbg){.alpha = 3, .beta = 2}, 0, 1), 2, 1e-15,
	    "alpha > 1: (alpha + beta - 1) / (alpha - 1)");
}

static void
test_awkward(void)
{
	static const struct {
		const char *what;
		double alive[6];
		size_t n;
		enum eni_fit fit;
		bool geometric;
		double churn;
	} rows[] = {
	    {"the same chance in every period", {16, 8, 4, 2, 1}, 5, ENI_FIT_EDGE, true, 0.5},
	    {"a rising chance", {10, 9, 6, 2}, 4, ENI_FIT_EDGE, true, 8.0 / 25},
	    {"all have left at once", {5, 0}, 2, ENI_FIT_EDGE, true, 1},
	    {"all have left in the end", {8, 2, 1, 0}, 4, ENI_FIT_EDGE, true, 8.0 / 11},
	    {"nobody has left", {7, 7, 7}, 3, ENI_FIT_EDGE, true, 0},
	    {"one period", {10, 7}, 2, ENI_FIT_EDGE, true, 0.3},
	    {"whoever leaves has left in the first", {10, 6, 6, 6}, 4, ENI_FIT_EDGE, false, 0.4},
	    {"nothing to see", {9}, 1, ENI_FIT_NONE, false, 0},
	    {"nobody at all", {0, 0, 0}, 3, ENI_FIT_NONE, false, 0},
	    {"one client who stays", {1, 1, 1, 1}, 4, ENI_FIT_EDGE, true, 0},
	    {"one client who left in the third", {1, 1, 1, 0}, 4, ENI_FIT_EDGE, true, 1.0 / 3},
	    {"shares", {1, 0.5, 1.0 / 3, 0.25}, 4, ENI_FIT_CONVERGED, false, 0.5},
	    {"millions", {12e6, 6e6, 4e6, 3e6}, 4, ENI_FIT_CONVERGED, false, 0.5},
	    {"hardly apart", {1000000, 900000, 810010, 729030, 656155, 590580}, 6, ENI_FIT_CONVERGED, false, 0.1},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_sbg m = fit(rows[i].alive, rows[i].n);

		is_int(m.fit, rows[i].fit, rows[i].what);
		ok(m.geometric == rows[i].geometric, rows[i].what);
		ok((m.why == NULL) == (m.fit == ENI_FIT_CONVERGED), "a reason where it did not converge");
		if (m.fit == ENI_FIT_NONE)
			continue;
		is_near(m.churn, rows[i].churn, rows[i].fit == ENI_FIT_CONVERGED ? 1e-3 : 1e-9, rows[i].what);
		ok(isfinite(m.loglik), rows[i].what);
		for (double t = 1; t < 100; t += 7)
			ok(eni_sbg_staying(&m, t, 12) >= 0 && eni_sbg_staying(&m, t, 12.5) <= 1, rows[i].what);
	}
	ok(fit(rows[6].alive, rows[6].n).why != NULL, "and says so");
	is_near(eni_sbg_staying(&(struct eni_sbg){.geometric = true, .churn = 1}, 0, 5), 0, 0, "nobody stays");
	is_near(eni_sbg_residual(&(struct eni_sbg){.geometric = true, .churn = 0.5}, 0, 0.5), 4.0 / 3, 1e-15, "geometric lifetime");
	ok(isinf(eni_sbg_residual(&(struct eni_sbg){.geometric = true, .churn = 0}, 0, 1)), "all stay for good");
}

/* Two came together and one has left in the second month; one came a month later: cohorts of any age add up. */
static void
test_stays(void)
{
	struct eni_sbg_counts c = {0};
	struct eni_sbg_exits e = {0};

	eni_sbg_exit(&e, 0, 1, true);
	eni_sbg_exit(&e, 0, 3, false);
	eni_sbg_exit(&e, 0, 2, false);
	eni_sbg_exit(&e, 0, 0, false);
	eni_sbg_exits_count(&e, &c);
	eni_sbg_exits_free(&e);
	is_int(c.n, 3, "three periods");
	ok(c.period[0].began == 3 && c.period[1].began == 3 && c.period[2].began == 1 && c.period[1].left == 1 &&
		c.period[0].left == 0,
	    "who began and who left");
	eni_sbg_counts_free(&c);
}

/* The records begin when A has stayed two periods: A counts from the third, in which A leaves with C; B leaves in the first.  Who
 * left in a period that was not watched from its beginning says nothing. */
static void
test_late(void)
{
	struct eni_sbg_counts c = {0};
	struct eni_sbg_exits e = {0};

	eni_sbg_exit(&e, 2, 2, true);
	eni_sbg_exit(&e, 0, 0, true);
	eni_sbg_exit(&e, 0, 2, true);
	eni_sbg_exit(&e, 3, 2, true);
	eni_sbg_exit(&e, 1, 1, false);
	eni_sbg_exits_count(&e, &c);
	eni_sbg_exits_free(&e);
	is_int(c.n, 3, "three periods");
	ok(c.period[0].began == 2 && c.period[1].began == 1 && c.period[2].began == 2, "who began");
	ok(c.period[0].left == 1 && c.period[1].left == 0 && c.period[2].left == 2, "who left");
	eni_sbg_counts_free(&c);
}

/* ---- figures of tests/data/figures.py ---- */

/* The counts of one of the published data sets, of so many years. */
static void
published(struct eni_sbg_counts *c, struct eni_str set, double years)
{
	struct table t;

	*c = (struct eni_sbg_counts){0};
	table_read(&t, "retention");
	for (size_t i = 1; i < t.n; i++) {
		double period = number_at(&t, i, "period"), before = number_at(&t, i - 1, "alive");

		if (eni_str_eq(text_at(&t, i, "set"), set) && period > 0 && period <= years)
			eni_sbg_count(c, (size_t)period, before, before - number_at(&t, i, "alive"));
	}
	table_free(&t);
}

static bool
is_about(const struct table *t, size_t i, struct eni_str set, double years)
{
	return eni_str_eq(text_at(t, i, "set"), set) && number_at(t, i, "years") == years;
}

static void
test_fits(void)
{
	struct table want, curves, residuals;

	table_read(&want, "sbg-fits");
	table_read(&curves, "sbg-curves");
	table_read(&residuals, "sbg-residuals");
	for (size_t i = 0; i < want.n; i++) {
		struct eni_str set = text_at(&want, i, "set");
		double years = number_at(&want, i, "years");
		struct eni_sbg_counts c;
		struct eni_sbg m;

		published(&c, set, years);
		m = eni_sbg_fit(&c);
		is_int(m.fit, ENI_FIT_CONVERGED, "a published fit");
		is_near(m.alpha, number_at(&want, i, "alpha"), 1e-8, "alpha");
		is_near(m.beta, number_at(&want, i, "beta"), 1e-8, "beta");
		is_near(m.loglik, number_at(&want, i, "loglik"), 1e-12, "log-likelihood");
		is_near(m.alpha_error, number_at(&want, i, "alpha_error"), 1e-5, "error of alpha");
		is_near(m.beta_error, number_at(&want, i, "beta_error"), 1e-5, "error of beta");
		is_near(m.churn, number_at(&want, i, "churn"), 1e-8, "mean chance");
		ok(m.score < 1e-6, "score");
		for (size_t k = 0; k < curves.n; k++) {
			double t = number_at(&curves, k, "t");

			if (!is_about(&curves, k, set, years))
				continue;
			is_near(eni_sbg_staying(&m, 0, t), number_at(&curves, k, "survival"), 1e-8, "survival");
			if (t > 0)
				is_near(eni_sbg_retention(&m, t), number_at(&curves, k, "retention"), 1e-8, "retention");
		}
		for (size_t k = 0; k < residuals.n; k++)
			if (is_about(&residuals, k, set, years))
				is_near(
				    eni_sbg_residual(&m, number_at(&residuals, k, "n"), 1 / (1 + number_at(&residuals, k, "d"))),
				    number_at(&residuals, k, "residual"), 1e-8, "residual lifetime");
		eni_sbg_counts_free(&c);
	}
	table_free(&want);
	table_free(&curves);
	table_free(&residuals);
}

/* What Fader and Hardie print: parameters, 2007 and 2010, and the residual lifetime before the fifth renewal. */
static void
test_published(void)
{
	struct eni_sbg_counts high, regular, cohorts;
	struct eni_sbg m;

	published(&high, ENI_S("high end"), 7);
	published(&regular, ENI_S("regular"), 7);
	published(&cohorts, ENI_S("four cohorts"), 4);
	m = eni_sbg_fit(&high);
	is_near(m.alpha, 0.668, 1e-3, "alpha, high end");
	is_near(m.beta, 3.806, 1e-3, "beta, high end");
	m = eni_sbg_fit(&regular);
	is_near(m.alpha, 0.704, 1e-3, "alpha, regular");
	is_near(m.beta, 1.182, 1e-3, "beta, regular");
	m = eni_sbg_fit(&cohorts);
	is_near(m.alpha, 3.80, 1e-3, "alpha, four cohorts");
	is_near(m.beta, 15.19, 1e-3, "beta, four cohorts");
	is_near(eni_sbg_residual(&m, 5, 1 / 1.1), 3.84, 1e-3, "residual lifetime before the fifth renewal");
	eni_sbg_counts_free(&high);
	eni_sbg_counts_free(&regular);
	eni_sbg_counts_free(&cohorts);
}

static void
test_points(void)
{
	struct table p;

	table_read(&p, "sbg-points");
	for (size_t i = 0; i < p.n; i++) {
		struct eni_sbg m = {.alpha = number_at(&p, i, "alpha"), .beta = number_at(&p, i, "beta")};
		double t = number_at(&p, i, "t"), v = 1 / (1 + number_at(&p, i, "d"));
		double before = eni_sbg_staying(&m, 0, t - 1), leave = m.alpha / (m.alpha + m.beta + t - 1);

		is_near(eni_sbg_staying(&m, 0, t), number_at(&p, i, "survival"), 1e-11, "survival");
		is_near(before * leave, number_at(&p, i, "leave"), 1e-11, "chance of leaving then");
		is_near(eni_sbg_retention(&m, t), number_at(&p, i, "retention"), 1e-13, "retention");
		is_near(eni_sbg_residual(&m, 0, v), number_at(&p, i, "new"), 1e-9, "lifetime of somebody new");
		is_near(eni_sbg_residual(&m, t, v), number_at(&p, i, "residual"), 1e-9, "residual lifetime");
	}
	table_free(&p);
}

/* ---- how many ---- */

/* With alpha and beta 1 of those who have stayed t, (t + 1) / (t + 1 + h) stay h more; the derivatives of its logarithm are sums.
 */
static void
test_number(void)
{
	static const double from[] = {0, 2, 7};
	struct eni_sbg one = {.alpha = 1, .beta = 1, .alpha_error = 0.3, .beta_error = 0.5, .covariance = 0.1};
	struct eni_sbg alike = {.geometric = true, .churn = 0.1, .churn_error = 0.02};
	struct eni_sbg_number got = eni_sbg_number(&one, from, 3, 2);
	double mean = 0, coins = 0, by_alpha = 0, by_beta = 0, width;

	for (size_t i = 0; i < 3; i++) {
		double t = from[i], p = (t + 1) / (t + 3), both = 1 / (t + 2) + 1 / (t + 3), beta = 1 / (t + 1) + 1 / (t + 2);

		mean += p;
		coins += p * (1 - p);
		by_alpha -= p * both;
		by_beta += p * (beta - both);
	}
	width =
	    1.959963984540054 * sqrt(coins + by_alpha * by_alpha * 0.09 + by_beta * by_beta * 0.25 + 2 * by_alpha * by_beta * 0.1);
	ok(fabs(got.mean - mean) < 1e-12, "the sum of the chances");
	ok(fabs(got.low - fmax(0, mean - width)) < 1e-8 && fabs(got.high - fmin(3, mean + width)) < 1e-8, "its limits");
	got = eni_sbg_number(&alike, from, 3, 2);
	width = 1.959963984540054 * sqrt(3 * 0.81 * 0.19 + 36 * 0.81 * 0.0004);
	ok(fabs(got.mean - 2.43) < 1e-12 && fabs(got.low - (2.43 - width)) < 1e-8 && got.high == 3,
	    "all alike, never more than all");
	alike.churn_error = NAN;
	ok(isnan(eni_sbg_number(&alike, from, 3, 2).low), "no errors, no limits");
}

/* R: prop.trend.test(c(5, 8, 12), c(50, 45, 37), 1:3) gives X-squared = 6.80331, and its root is z. */
static void
test_rise(void)
{
	struct eni_sbg_counts c = {0}, level = {0};

	eni_sbg_count(&c, 1, 50, 5);
	eni_sbg_count(&c, 2, 45, 8);
	eni_sbg_count(&c, 3, 37, 12);
	ok(fabs(eni_sbg_rise(&c) - 2.608316157415205) < 1e-12, "more and more leave");
	eni_sbg_count(&level, 1, 50, 5);
	ok(isnan(eni_sbg_rise(&level)), "one period has no trend");
	eni_sbg_count(&level, 2, 40, 4);
	ok(fabs(eni_sbg_rise(&level)) < 1e-12, "level");
	eni_sbg_counts_free(&c);
	eni_sbg_counts_free(&level);
}

int
main(void)
{
	test_by_hand();
	test_awkward();
	test_stays();
	test_late();
	test_published();
	worst = 0;
	test_fits();
	printf("fits: largest relative difference %.2g\n", worst);
	worst = 0;
	test_points();
	printf("points: largest relative difference %.2g\n", worst);
	test_number();
	test_rise();
	return unit_done();
}
