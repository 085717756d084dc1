/* Gamma-gamma: figures by hand, awkward amounts, and the figures of tests/data. */
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

/* ---- figures of tests/data/figures.py ---- */

/* The payers of a file, one for each; what they paid on average. */
static struct eni_payer *
payers_of(const char *set, size_t *n)
{
	struct table t;
	struct eni_payer *payer = NULL;
	size_t cap = 0;

	*n = 0;
	table_read(&t, set);
	for (size_t i = 0; i < t.n; i++)
		for (int k = 0; number_at(&t, i, "x") > 0 && k < (int)number_at(&t, i, "n"); k++) {
			payer = eni_grow(payer, &cap, *n + 1, sizeof *payer);
			payer[(*n)++] = (struct eni_payer){
			    number_at(&t, i, "cents") / 100 / number_at(&t, i, "x"), (uint32_t)number_at(&t, i, "x"), 1};
		}
	table_free(&t);
	return payer;
}

static struct eni_gammagamma
model_at(const struct table *t, size_t i)
{
	return (struct eni_gammagamma){.p = number_at(t, i, "p"), .q = number_at(t, i, "q"), .v = number_at(t, i, "v")};
}

static void
test_fits(void)
{
	struct table want;

	table_read(&want, "gammagamma-fits");
	for (size_t i = 0; i < want.n; i++) {
		size_t n, rows;
		struct eni_payer *payer = payers_of(eni_str_is(text_at(&want, i, "set"), "cdnow") ? "cdnow" : "visitors", &n);
		struct eni_gammagamma m;

		is_int(n, (int64_t)number_at(&want, i, "n"), "payers");
		rows = n;
		m = eni_gammagamma_fit(payer, &rows);
		is_int(m.fit, ENI_FIT_CONVERGED, "converged");
		is_near(m.loglik, number_at(&want, i, "loglik"), 1e-10, "log-likelihood");
		is_near(m.p, number_at(&want, i, "p"), 1e-8, "p");
		is_near(m.q, number_at(&want, i, "q"), 1e-8, "q");
		is_near(m.v, number_at(&want, i, "v"), 1e-8, "v");
		is_near(m.error[0], number_at(&want, i, "p_error"), 1e-6, "error of p");
		is_near(m.error[1], number_at(&want, i, "q_error"), 1e-6, "error of q");
		is_near(m.error[2], number_at(&want, i, "v_error"), 1e-6, "error of v");
		ok(m.score < 1e-5, "score");
		free(payer);
	}
	table_free(&want);
}

/* What Fader and Hardie print for CDNOW. */
static void
test_published(void)
{
	size_t n;
	struct eni_payer *payer = payers_of("cdnow", &n);
	struct eni_gammagamma m = eni_gammagamma_fit(payer, &n);

	is_near(m.p, 6.25, 1e-3, "p");
	is_near(m.q, 3.74, 2e-3, "q");
	is_near(m.v, 15.44, 1e-3, "v");
	is_near(m.loglik, -4055.9177, 1e-8, "log-likelihood");
	free(payer);
}

static void
test_points(void)
{
	struct table p;

	table_read(&p, "gammagamma-points");
	for (size_t i = 0; i < p.n; i++) {
		struct eni_gammagamma m = model_at(&p, i);
		struct eni_payer payer = {number_at(&p, i, "m"), (uint32_t)number_at(&p, i, "x"), 1};

		is_near(eni_gammagamma_loglik(&m, &payer), number_at(&p, i, "loglik"), 1e-9, "log-likelihood");
		is_near(eni_gammagamma_mean(&m, &payer), number_at(&p, i, "mean"), 1e-9, "mean");
	}
	table_free(&p);
}

/* The first row of that set. */
static size_t
row_of(const struct table *t, struct eni_str set)
{
	size_t i = 0;

	while (i < t->n && !eni_str_eq(text_at(t, i, "set"), set))
		i++;
	return i;
}

/* The value of a visitor: what a visit earns times visits, month by month, discounted by 1 % each. */
static void
test_value(void)
{
	struct table want, bg, gg;

	table_read(&want, "visitor-points");
	table_read(&bg, "bgnbd-fits");
	table_read(&gg, "gammagamma-fits");
	for (size_t i = 0; i < want.n; i++) {
		size_t k = row_of(&bg, text_at(&want, i, "set"));
		struct eni_bgnbd b = {.r = number_at(&bg, k, "r"),
		    .alpha = number_at(&bg, k, "alpha"),
		    .a = number_at(&bg, k, "a"),
		    .b = number_at(&bg, k, "b")};
		struct eni_gammagamma m = model_at(&gg, row_of(&gg, text_at(&want, i, "set")));
		uint32_t x = (uint32_t)number_at(&want, i, "x");
		struct eni_visitor v = {number_at(&want, i, "tx") / 7, number_at(&want, i, "T") / 7, x, 1};
		struct eni_payer payer = {number_at(&want, i, "m"), x, 1};
		double mean = eni_gammagamma_mean(&m, &payer), sum = 0, before = 0;

		is_near(mean, number_at(&want, i, "mean"), 1e-8, "mean of a visit");
		for (int month = 1; month <= 12; month++) {
			double now = eni_bgnbd_visits(&b, &v, month * 52 / 12.0);

			sum += (now - before) / pow(1.01, month);
			before = now;
		}
		is_near(mean * sum, number_at(&want, i, "value"), 1e-8, "value of twelve months");
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
	test_published();
	worst = 0;
	test_fits();
	printf("fits: largest relative difference %.2g\n", worst);
	worst = 0;
	test_points();
	test_value();
	printf("points: largest relative difference %.2g\n", worst);
	return unit_done();
}
