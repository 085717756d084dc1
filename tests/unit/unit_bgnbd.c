/* BG/NBD: figures by hand, awkward visitors, and the reference where it is at hand. */
#include <math.h>

#include "near.h"
#include "stat/bgnbd.h"
#include "table.h"

/*
 * All parameters 1.  Nobody came again until 1: 1 / (1 + 1).  Once, at 1, seen until 3: still coming 1/2 1/16, dropped out
 * 1/2 1/4.  Somebody new: given the rate and the chance p, (1 - e^(-rate p t)) / p; over an exponential rate t / (1 + p t), over an
 * even p log(1 + t), over a p of density 2p (a = 2, b = 1) 2 - 2 log(1 + t) / t.
 */
static void
test_by_hand(void)
{
	struct eni_bgnbd m = {.r = 1, .alpha = 1, .a = 1, .b = 1};
	struct eni_visitor none = {0, 1, 0, 1}, once = {1, 3, 1, 1}, fresh = {0, 0, 0, 1};

	is_near(eni_bgnbd_loglik(&m, &none), log(0.5), 1e-14, "no second visit");
	is_near(eni_bgnbd_loglik(&m, &once), log(0.15625), 1e-14, "one more visit");
	is_near(eni_bgnbd_alive(&m, &once), 0.2, 1e-14, "still coming");
	is_near(eni_bgnbd_alive(&m, &none), 1, 0, "nobody drops out without a repeat visit");
	is_near(eni_bgnbd_visits(&m, &fresh, 0.5), log(1.5), 1e-13, "somebody new, soon");
	is_near(eni_bgnbd_visits(&m, &fresh, 20), log(21), 1e-13, "and later, a = 1");
	is_near(eni_bgnbd_visits(&m, &fresh, 0), 0, 0, "no time, no visits");
	m.a = 2;
	is_near(eni_bgnbd_visits(&m, &fresh, 9), 2 - 2 * log(10) / 9, 1e-13, "a = 2");
	m.a = 1 + 1e-9;
	is_near(eni_bgnbd_visits(&m, &fresh, 20), log(21), 1e-7, "nothing happens beside a = 1");
	m = (struct eni_bgnbd){
	    .r = 238.8632472410287, .alpha = 0.5266139172703592, .a = 32.50795312896401, .b = 0.3376907385387066};
	is_near(eni_bgnbd_visits(&m, &(struct eni_visitor){0, 56.34520927025438, 0, 1}, 131.8031236513491), 1.010717635, 1e-9,
	    "a large r, where the terms of one series cancel: by 60 digits in mpmath");
	ok(isfinite(eni_bgnbd_visits(&m, &(struct eni_visitor){500, 501, 4000, 1}, 60)), "thousands of visits");
}

/* The same people in another order: the same bits. */
static void
test_order(void)
{
	struct eni_visitor one[200], other[200];
	size_t n = COUNT(one), m = COUNT(other);
	struct eni_bgnbd p, q;

	for (uint32_t i = 0; i < COUNT(one); i++) {
		uint32_t x = i % 7 * (i % 3);

		one[i] = (struct eni_visitor){x == 0 ? 0 : 1 + i * 37 % 20 / 3.0, 8 + i * 53 % 90 / 7.0, x, 1};
	}
	for (size_t i = 0; i < COUNT(one); i++)
		other[i] = one[i * 77 % COUNT(one)];
	p = eni_bgnbd_fit(one, &n);
	q = eni_bgnbd_fit(other, &m);
	ok(p.fit != ENI_FIT_NONE, "a small crowd");
	ok(n == m && p.r == q.r && p.alpha == q.alpha && p.a == q.a && p.b == q.b && p.loglik == q.loglik, "order does not matter");
}

static bool
is_sane(const struct eni_bgnbd *m, const struct eni_visitor *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double p = eni_bgnbd_alive(m, &v[i]), visits = eni_bgnbd_visits(m, &v[i], 12);

		if (!(p >= 0 && p <= 1) || !(visits >= 0) || !isfinite(visits) || !isfinite(eni_bgnbd_loglik(m, &v[i])))
			return false;
	}
	return true;
}

static void
test_awkward(void)
{
	struct eni_visitor never[] = {{0, 5, 0, 1}, {0, 9, 0, 1}}, none[] = {{0, 0, 0, 1}}, one[] = {{3, 10, 2, 1}},
			   now[] = {{0, 0, 0, 1}, {2, 4, 1, 1}, {0, 7, 0, 1}},
			   always[] = {{10, 10, 10, 1}, {20, 20, 20, 1}, {5, 5, 5, 1}},
			   often[] = {
			       {1000, 1000, 900, 1}, {990, 1000, 400, 1}, {100, 1000, 90, 1}, {700, 710, 300, 1}, {5, 900, 3, 1}};
	size_t n = COUNT(never);
	struct eni_bgnbd m = eni_bgnbd_fit(never, &n);

	is_int(m.fit, ENI_FIT_NONE, "nobody came a second time");
	ok(m.why != NULL, "and it is said");
	n = COUNT(none);
	is_int(eni_bgnbd_fit(none, &n).fit, ENI_FIT_NONE, "first seen today");
	n = 0;
	is_int(eni_bgnbd_fit(none, &n).fit, ENI_FIT_NONE, "nobody at all");
	n = COUNT(one);
	m = eni_bgnbd_fit(one, &n);
	ok(m.fit == ENI_FIT_CONVERGED || m.why != NULL, "one visitor");
	ok(is_sane(&m, one, n), "one visitor, figures");
	n = COUNT(now);
	m = eni_bgnbd_fit(now, &n);
	ok(m.fit == ENI_FIT_CONVERGED || m.why != NULL, "few visitors");
	ok(is_sane(&m, now, n), "few visitors, figures");
	n = COUNT(always);
	m = eni_bgnbd_fit(always, &n);
	is_int(m.fit, ENI_FIT_EDGE, "nobody drops out");
	ok(is_sane(&m, always, n), "nobody drops out, figures");
	ok(eni_bgnbd_alive(&m, &always[0]) > 0.99, "all still come");
	n = COUNT(often);
	m = eni_bgnbd_fit(often, &n);
	ok(m.fit == ENI_FIT_CONVERGED || m.why != NULL, "hundreds of visits");
	ok(is_sane(&m, often, n), "hundreds of visits, figures");
}

/* ---- the reference ---- */

/* Visitors of a file; NULL where it is not at hand. */
static struct eni_visitor *
visitors_of(struct table *t, const char *name, const char *tx, const char *T, double unit)
{
	struct eni_visitor *v = NULL;

	if (!table_read(t, name))
		return NULL;
	v = eni_realloc(NULL, (t->n + 1) * sizeof *v);
	for (size_t i = 0; i < t->n; i++)
		v[i] =
		    (struct eni_visitor){number_at(t, i, tx) / unit, number_at(t, i, T) / unit, (uint32_t)number_at(t, i, "x"), 1};
	return v;
}

static void
compare_fit(const struct eni_bgnbd *m, const double *want, const double *error, double loglik, size_t n)
{
	const double got[] = {m->r, m->alpha, m->a, m->b};
	static const char *const what[] = {"r", "alpha", "a", "b"};

	is_int(m->fit, ENI_FIT_CONVERGED, "converged");
	ok(m->loglik >= loglik - 1e-6 * (double)n / 1000, "log-likelihood not below the reference");
	is_near(m->loglik, loglik, 1e-9, "log-likelihood");
	for (size_t i = 0; i < 4; i++) {
		is_near(got[i], want[i], 1e-5, what[i]);
		is_near(m->error[i], error[i], 1e-2, "its error");
	}
	ok(m->score < 1e-4, "score");
}

static void
test_fits(void)
{
	static const struct {
		const char *file, *tx, *T;
		double unit;
	} sets[] = {{"cdnow_rfm_days", "tx_days", "T_days", 7}, {"cdnow_summary_hardie", "t_x", "T", 1},
	    {"cdnow_rfm_days", "tx_days", "T_days", 1}};
	struct table want;

	table_read(&want, "stats/expected/open/bgnbd_fit.csv");
	for (size_t i = 0; i < want.n && i < COUNT(sets); i++) {
		const double at[] = {
		    number_at(&want, i, "r"), number_at(&want, i, "alpha"), number_at(&want, i, "a"), number_at(&want, i, "b")};
		const double error[] = {number_at(&want, i, "se_r"), number_at(&want, i, "se_alpha"), number_at(&want, i, "se_a"),
		    number_at(&want, i, "se_b")};
		char name[128];
		struct table t;
		struct eni_visitor *v;
		struct eni_bgnbd m;
		size_t n;

		snprintf(name, sizeof name, "stats/data/open/%s.csv", sets[i].file);
		v = visitors_of(&t, name, sets[i].tx, sets[i].T, sets[i].unit);
		n = t.n;
		if (v != NULL) {
			m = eni_bgnbd_fit(v, &n);
			compare_fit(&m, at, error, number_at(&want, i, "loglik"), t.n);
		}
		free(v);
		table_free(&t);
	}
	table_free(&want);
}

static void
test_simulated(void)
{
	struct table t, want;
	struct eni_visitor *v = visitors_of(&t, "stats/data/open/sim_bgnbd_2k.csv", "t_x", "T", 1);
	size_t n = t.n;

	if (table_read(&want, "stats/expected/open/sim_bgnbd_fit.csv") && v != NULL) {
		double at[4], error[4];
		struct eni_bgnbd m = eni_bgnbd_fit(v, &n);

		for (size_t i = 0; i < 4; i++) {
			at[i] = number_at(&want, i, "estimate");
			error[i] = number_at(&want, i, "se");
		}
		compare_fit(&m, at, error, number_at(&want, 0, "loglik"), t.n);
	}
	free(v);
	table_free(&t);
	table_free(&want);
}

/* Every customer of CDNOW, and the sums over the weeks held out. */
static void
test_customers(void)
{
	struct table want, fit, holdout;
	bool there = table_read(&want, "stats/expected/open/bgnbd_cdnow_customers.csv");
	double sum = 0;

	there &= table_read(&fit, "stats/expected/open/bgnbd_fit.csv");
	there &= table_read(&holdout, "stats/expected/open/bgnbd_cdnow_holdout.csv");
	if (there) {
		struct eni_bgnbd m = {.r = number_at(&fit, 0, "r"),
		    .alpha = number_at(&fit, 0, "alpha"),
		    .a = number_at(&fit, 0, "a"),
		    .b = number_at(&fit, 0, "b")};

		for (size_t i = 0; i < want.n; i++) {
			struct eni_visitor v = {
			    number_at(&want, i, "t_x"), number_at(&want, i, "T"), (uint32_t)number_at(&want, i, "x"), 1};
			double visits = eni_bgnbd_visits(&m, &v, 39);

			sum += visits;
			is_near(eni_bgnbd_loglik(&m, &v), number_at(&want, i, "loglik"), 1e-9, "log-likelihood");
			is_near(eni_bgnbd_alive(&m, &v), number_at(&want, i, "p_alive"), 1e-9, "still coming");
			is_near(visits, number_at(&want, i, "cet_39w"), 1e-8, "visits to expect");
		}
		is_near(sum, number_at(&holdout, 2, "value"), 1e-8, "sum of the weeks held out");
	}
	table_free(&want);
	table_free(&fit);
	table_free(&holdout);
}

static void
test_points(void)
{
	struct table p;

	table_read(&p, "stats/expected/open/points_bgnbd.csv");
	for (size_t i = 0; i < p.n; i++) {
		struct eni_bgnbd m = {.r = number_at(&p, i, "r"),
		    .alpha = number_at(&p, i, "alpha"),
		    .a = number_at(&p, i, "a"),
		    .b = number_at(&p, i, "b")};
		struct eni_visitor v = {number_at(&p, i, "t_x"), number_at(&p, i, "T"), (uint32_t)number_at(&p, i, "x"), 1};

		is_near(eni_bgnbd_loglik(&m, &v), number_at(&p, i, "loglik"), 1e-9, "log-likelihood");
		is_near(eni_bgnbd_alive(&m, &v), number_at(&p, i, "p_alive"), 1e-9, "still coming");
		is_near(eni_bgnbd_visits(&m, &v, number_at(&p, i, "horizon")), number_at(&p, i, "expected_visits"), 1e-8, "visits");
	}
	table_free(&p);
}

int
main(void)
{
	test_by_hand();
	test_order();
	test_awkward();
	worst = 0;
	test_fits();
	test_simulated();
	printf("fits: largest relative difference %.2g\n", worst);
	worst = 0;
	test_customers();
	test_points();
	printf("points: largest relative difference %.2g\n", worst);
	return unit_done();
}
