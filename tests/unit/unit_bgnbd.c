/* BG/NBD: figures by hand, awkward visitors, and the figures of tests/data. */
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

/* ---- figures of tests/data/figures.py ---- */

/* The visitors of a file, one for each, in units of so many days. */
static struct eni_visitor *
visitors_of(const char *set, double unit, size_t *n)
{
	struct table t;
	struct eni_visitor *v = NULL;
	size_t cap = 0;

	*n = 0;
	table_read(&t, set);
	for (size_t i = 0; i < t.n; i++)
		for (int k = 0; k < (int)number_at(&t, i, "n"); k++) {
			v = eni_grow(v, &cap, *n + 1, sizeof *v);
			v[(*n)++] = (struct eni_visitor){
			    number_at(&t, i, "tx") / unit, number_at(&t, i, "T") / unit, (uint32_t)number_at(&t, i, "x"), 1};
		}
	table_free(&t);
	return v;
}

static struct eni_bgnbd
model_at(const struct table *t, size_t i)
{
	return (struct eni_bgnbd){
	    .r = number_at(t, i, "r"), .alpha = number_at(t, i, "alpha"), .a = number_at(t, i, "a"), .b = number_at(t, i, "b")};
}

static void
compare_fit(const struct eni_bgnbd *m, const struct table *want, size_t i, size_t n)
{
	const double got[] = {m->r, m->alpha, m->a, m->b};
	static const char *const name[] = {"r", "alpha", "a", "b"};
	static const char *const error[] = {"r_error", "alpha_error", "a_error", "b_error"};
	double loglik = number_at(want, i, "loglik");

	is_int(m->fit, ENI_FIT_CONVERGED, "converged");
	ok(m->loglik >= loglik - 1e-6 * (double)n / 1000, "log-likelihood not below the reference");
	is_near(m->loglik, loglik, 1e-9, "log-likelihood");
	for (size_t k = 0; k < 4; k++) {
		is_near(got[k], number_at(want, i, name[k]), 1e-8, name[k]);
		is_near(m->error[k], number_at(want, i, error[k]), 1e-6, error[k]);
	}
	ok(m->score < 1e-4, "score");
}

/* Fits, and the sum of the visits that all are expected to make in 39 weeks. */
static void
test_fits(void)
{
	struct table want;

	table_read(&want, "bgnbd-fits");
	for (size_t i = 0; i < want.n; i++) {
		double unit = number_at(&want, i, "unit"), sum = 0;
		struct eni_str set = text_at(&want, i, "set");
		size_t n, rows;
		struct eni_visitor *v = visitors_of(eni_str_is(set, "cdnow") ? "cdnow" : "visitors", unit, &n);
		struct eni_bgnbd fit, m = model_at(&want, i);

		is_int(n, (int64_t)number_at(&want, i, "n"), "visitors");
		for (size_t k = 0; k < n; k++)
			sum += eni_bgnbd_visits(&m, &v[k], 39 * 7 / unit);
		is_near(sum, number_at(&want, i, "visits"), 1e-8, "visits of all in 39 weeks");
		rows = n;
		fit = eni_bgnbd_fit(v, &rows);
		compare_fit(&fit, &want, i, n);
		free(v);
	}
	table_free(&want);
}

/* What Fader, Hardie and Lee print for CDNOW. */
static void
test_published(void)
{
	size_t n;
	struct eni_visitor *v = visitors_of("cdnow", 7, &n), one = {30.43, 38.86, 2, 1}, new = {0, 0, 0, 1};
	struct eni_bgnbd m = eni_bgnbd_fit(v, &n);

	is_near(m.r, 0.243, 2e-3, "r");
	is_near(m.alpha, 4.414, 1e-3, "alpha");
	is_near(m.a, 0.793, 1e-3, "a");
	is_near(m.b, 2.426, 1e-3, "b");
	is_near(m.loglik, -9582.4, 1e-5, "log-likelihood");
	is_near(eni_bgnbd_visits(&m, &one, 39), 1.226, 1e-3, "a customer's purchases in 39 weeks");
	is_near(eni_bgnbd_visits(&m, &new, 52), 1.444, 1e-3, "a new customer's in a year");
	free(v);
}

static void
compare_point(const struct eni_bgnbd *m, const struct eni_visitor *v, double ahead, const struct table *want, size_t i)
{
	is_near(eni_bgnbd_loglik(m, v), number_at(want, i, "loglik"), 1e-9, "log-likelihood");
	is_near(eni_bgnbd_alive(m, v), number_at(want, i, "alive"), 1e-9, "still coming");
	is_near(eni_bgnbd_visits(m, v, ahead), number_at(want, i, "visits"), 1e-8, "visits to expect");
}

/* The fit in weeks, the first one of its set. */
static struct eni_bgnbd
fitted(const struct table *fits, struct eni_str set)
{
	size_t i = 0;

	while (i < fits->n && !eni_str_eq(text_at(fits, i, "set"), set))
		i++;
	return model_at(fits, i);
}

static void
test_points(void)
{
	struct table fits, p;

	table_read(&p, "bgnbd-points");
	for (size_t i = 0; i < p.n; i++) {
		struct eni_bgnbd m = model_at(&p, i);
		struct eni_visitor v = {number_at(&p, i, "tx"), number_at(&p, i, "T"), (uint32_t)number_at(&p, i, "x"), 1};

		compare_point(&m, &v, number_at(&p, i, "t"), &p, i);
	}
	table_free(&p);
	table_read(&fits, "bgnbd-fits");
	table_read(&p, "visitor-points");
	for (size_t i = 0; i < p.n; i++) {
		struct eni_bgnbd m = fitted(&fits, text_at(&p, i, "set"));
		struct eni_visitor v = {number_at(&p, i, "tx") / 7, number_at(&p, i, "T") / 7, (uint32_t)number_at(&p, i, "x"), 1};

		compare_point(&m, &v, 39, &p, i);
	}
	table_free(&fits);
	table_free(&p);
}

int
main(void)
{
	test_by_hand();
	test_order();
	test_awkward();
	test_published();
	worst = 0;
	test_fits();
	printf("fits: largest relative difference %.2g\n", worst);
	worst = 0;
	test_points();
	printf("points: largest relative difference %.2g\n", worst);
	return unit_done();
}
