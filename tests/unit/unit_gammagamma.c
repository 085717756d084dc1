/* Gamma-gamma: figures by hand, awkward amounts, and the reference where it is at hand. */
#include <math.h>

#include "near.h"
#include "stat/bgnbd.h"
#include "stat/gammagamma.h"
#include "table.h"

/* p = 1, q = 2, v = 1: one visit has the density 2 / (1 + m)^3; the mean of all is v p / (q - 1) = 1. */
static void
test_by_hand(void)
{
	struct eni_gammagamma m = {.p = 1, .q = 2, .v = 1};
	struct eni_payer one = {1, 1, 1}, nobody = {0, 0, 1}, many = {5, 99, 1};

	is_near(eni_gammagamma_loglik(&m, &one), log(0.25), 1e-14, "one visit");
	is_near(eni_gammagamma_mean(&m, &one), 1, 1e-15, "at the mean of all");
	is_near(eni_gammagamma_mean(&m, &nobody), 1, 1e-15, "nothing known");
	is_near(eni_gammagamma_mean(&m, &many), 4.96, 1e-14, "many visits: nearly their own mean");
	m.q = 0.5;
	ok(isnan(eni_gammagamma_mean(&m, &nobody)), "q <= 1: there is no mean of all");
}

static void
test_awkward(void)
{
	struct eni_payer same[] = {{4000, 3, 1}, {4000, 9, 1}, {4000, 1, 1}}, one[] = {{4000, 3, 1}},
			 own[] = {{3000, 40, 1}, {5000, 80, 1}, {4000, 60, 1}, {4500, 100, 1}};
	size_t n = 0;
	struct eni_gammagamma m = eni_gammagamma_fit(same, &n);

	is_int(m.fit, ENI_FIT_NONE, "nobody");
	ok(m.why != NULL, "and it is said");
	n = COUNT(same);
	m = eni_gammagamma_fit(same, &n);
	is_int(m.fit, ENI_FIT_EDGE, "all pay the same");
	is_near(eni_gammagamma_mean(&m, &(struct eni_payer){4000, 2, 1}), 4000, 1e-4, "who pays the same will pay the same");
	n = COUNT(one);
	m = eni_gammagamma_fit(one, &n);
	is_int(m.fit, ENI_FIT_EDGE, "one payer");
	n = COUNT(own);
	m = eni_gammagamma_fit(own, &n);
	ok(m.fit == ENI_FIT_CONVERGED || m.why != NULL, "everybody has a price");
	ok(isfinite(eni_gammagamma_mean(&m, &own[0])), "and figures are numbers");
}

/* Every fit of the reference; rows: p, q and v below one another (simulated) or beside. */
static void
compare_fit(const char *file, double p, double q, double v, double loglik)
{
	struct table t;
	struct eni_payer *payer;
	struct eni_gammagamma m;
	size_t n = 0;

	if (!table_read(&t, file))
		return;
	payer = eni_realloc(NULL, (t.n + 1) * sizeof *payer);
	for (size_t i = 0; i < t.n; i++)
		if (number_at(&t, i, "x") > 0)
			payer[n++] = (struct eni_payer){number_at(&t, i, "m_x"), (uint32_t)number_at(&t, i, "x"), 1};
	m = eni_gammagamma_fit(payer, &n);
	is_int(m.fit, ENI_FIT_CONVERGED, "converged");
	is_near(m.loglik, loglik, 1e-10, "log-likelihood");
	is_near(m.p, p, 1e-5, "p");
	is_near(m.q, q, 1e-5, "q");
	is_near(m.v, v, 1e-5, "v");
	ok(m.score < 1e-5, "score");
	free(payer);
	table_free(&t);
}

static void
test_fits(void)
{
	static const char *const files[] = {"stats/data/open/cdnow_summary_value_hardie.csv", "stats/data/open/cdnow_rfm_days.csv"};
	struct table want;

	table_read(&want, "stats/expected/open/gammagamma_fit.csv");
	for (size_t i = 0; i < want.n && i < COUNT(files); i++)
		compare_fit(files[i], number_at(&want, i, "p"), number_at(&want, i, "q"), number_at(&want, i, "v"),
		    number_at(&want, i, "loglik"));
	table_free(&want);
	if (table_read(&want, "stats/expected/open/sim_bgnbd_fit.csv") && want.n >= 7)
		compare_fit("stats/data/open/sim_bgnbd_2k.csv", number_at(&want, 4, "estimate"), number_at(&want, 5, "estimate"),
		    number_at(&want, 6, "estimate"), number_at(&want, 4, "loglik"));
	table_free(&want);
}

static void
test_points(void)
{
	struct table p;

	table_read(&p, "stats/expected/open/points_gammagamma.csv");
	for (size_t i = 0; i < p.n; i++) {
		struct eni_gammagamma m = {.p = number_at(&p, i, "p"), .q = number_at(&p, i, "q"), .v = number_at(&p, i, "v")};
		struct eni_payer payer = {number_at(&p, i, "m"), (uint32_t)number_at(&p, i, "x"), 1};

		is_near(eni_gammagamma_loglik(&m, &payer), number_at(&p, i, "loglik"), 1e-9, "log-likelihood");
		is_near(eni_gammagamma_mean(&m, &payer), number_at(&p, i, "expected_value"), 1e-9, "mean");
	}
	table_free(&p);
}

/* The value of CDNOW's customers: what a purchase earns times purchases, month by month, discounted by 1 % each. */
static void
test_value(void)
{
	struct table want, bg, gg;
	bool there = table_read(&want, "stats/expected/open/clv_cdnow_customers.csv");

	there &= table_read(&bg, "stats/expected/open/bgnbd_fit.csv");
	there &= table_read(&gg, "stats/expected/open/gammagamma_fit.csv");
	for (size_t i = 0; there && i < want.n; i++) {
		struct eni_bgnbd b = {.r = number_at(&bg, 0, "r"),
		    .alpha = number_at(&bg, 0, "alpha"),
		    .a = number_at(&bg, 0, "a"),
		    .b = number_at(&bg, 0, "b")};
		struct eni_gammagamma m = {.p = number_at(&gg, 0, "p"), .q = number_at(&gg, 0, "q"), .v = number_at(&gg, 0, "v")};
		uint32_t x = (uint32_t)number_at(&want, i, "x");
		struct eni_visitor v = {number_at(&want, i, "t_x"), number_at(&want, i, "T"), x, 1};
		struct eni_payer payer = {number_at(&want, i, "m_x"), x, 1};
		double mean = eni_gammagamma_mean(&m, &payer), sum = 0, before = 0;

		is_near(mean, number_at(&want, i, "exp_value"), 1e-8, "mean of a purchase");
		for (int k = 1; k <= 12; k++) {
			double now = eni_bgnbd_visits(&b, &v, k * 52 / 12.0);

			sum += (now - before) / pow(1.01, k);
			before = now;
		}
		is_near(mean * sum, number_at(&want, i, "clv_12m_1pct"), 1e-8, "value of twelve months");
	}
	table_free(&want);
	table_free(&bg);
	table_free(&gg);
}

int
main(void)
{
	test_by_hand();
	test_awkward();
	worst = 0;
	test_fits();
	printf("fits: largest relative difference %.2g\n", worst);
	worst = 0;
	test_points();
	test_value();
	printf("points: largest relative difference %.2g\n", worst);
	return unit_done();
}
