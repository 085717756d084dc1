/* What a client is worth: annuities, the rest of a stay, and the product of whole numbers. */
#include <math.h>

#include "base/num.h"
#include "table.h"
#include "unit.h"
#include "worth/worth.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
is_near(double got, double want, double within, const char *what)
{
	bool good = fabs(got - want) <= within * fmax(1, fabs(want));

	ok(good, what);
	if (!good)
		printf("     want %.17g, got %.17g\n", want, got);
}

static double
worth(double months, double churn, double rate, enum eni_paid paid)
{
	return eni_annuity_value(&(struct eni_annuity){months, churn, rate, paid});
}

static void
test_annuities(void)
{
	is_near(worth(18, 0, 0, ENI_PAID_ARREARS), 18, 0, "undiscounted months are themselves");
	is_near(worth(15.625, 0, 0, ENI_PAID_ADVANCE), 15.625, 0, "broken ones too");
	is_near(worth(2, 0, 0.25, ENI_PAID_ARREARS), 0.8 + 0.64, 1e-15, "two months, each paid at its end");
	is_near(worth(2, 0, 0.25, ENI_PAID_ADVANCE), 1.8, 1e-15, "at its start");
	is_near(worth(INFINITY, 0.05, 0, ENI_PAID_ADVANCE), 20, 1e-14, "one in twenty leaves: twenty months");
	is_near(worth(INFINITY, 0.05, 0, ENI_PAID_RESIDUAL), 19, 1e-14, "without the first, who has left pays no more");
	is_near(worth(2, 0.5, 0.25, ENI_PAID_ARREARS), 0.8 + 0.5 * 0.64, 1e-15, "both, for two months");
	is_near(worth(INFINITY, 1, 0, ENI_PAID_ARREARS), 1, 0, "all leave: one month");
	is_near(worth(INFINITY, 1, 0, ENI_PAID_RESIDUAL), 0, 0, "nobody is left to pay at its end");
	is_near(worth(0, 0.05, 0.01, ENI_PAID_ADVANCE), 0, 0, "no months");
	ok(isinf(worth(INFINITY, 0, 0, ENI_PAID_ARREARS)), "nothing ends it");
	is_near(worth(18, 1e-12, 0, ENI_PAID_ARREARS), 18 - 153e-12, 1e-15, "next to no churn costs no digits");
	is_near(eni_monthly_rate(0.03), 0.0024662697723036864, 1e-15, "three percent a year");
}

/* Sums over the months: see tests/data/figures.R. */
static void
test_sums(void)
{
	struct table t;

	table_read(&t, "annuities");
	for (size_t i = 0; i < t.n; i++) {
		double months = number_at(&t, i, "months"), churn = number_at(&t, i, "churn");
		double rate = eni_monthly_rate(number_at(&t, i, "annual")), end = isnan(months) ? INFINITY : months;
		double share = isnan(churn) ? 0 : churn;

		is_near(worth(end, share, rate, ENI_PAID_ARREARS), number_at(&t, i, "arrears"), 1e-10, "in arrears");
		is_near(worth(end, share, rate, ENI_PAID_ADVANCE), number_at(&t, i, "advance"), 1e-10, "in advance");
		if (!isnan(churn))
			is_near(worth(end, share, rate, ENI_PAID_RESIDUAL), number_at(&t, i, "residual"), 1e-10, "residual");
	}
	table_free(&t);
}

/* ---- the rest of a stay ---- */

static const uint32_t same[] = {0, 1, 2};

static struct eni_survival_curve
curve(struct eni_life *l, const double *exits, const uint32_t *causes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		eni_life_count(l, &(struct eni_life_stay){0, exits[i], 0, causes[i], 0});
	eni_life_sort(l, same, same);
	return eni_survival_curve(l, 0);
}

static void
is_rest(
    const struct eni_survival_curve *c, const struct eni_tail *t, double from, double ahead, struct eni_rest want, const char *what)
{
	struct eni_rest got = eni_survival_rest(c, t, from, ahead, 0);

	is_near(got.mean, want.mean, 1e-12, what);
	is_near(got.low, want.low, 1e-12, what);
	is_near(got.high, want.high, 1e-12, what);
}

/* So few events leave the exponential alone, whose hazard is that of leavers by days. */
static void
test_rest(void)
{
	static const double z = 1.959963984540054;
	struct eni_life l = {0}, open = {0}, none = {0}, late = {0};
	struct eni_survival_curve c = curve(&l, (double[]){100, 150, 200, 300}, (uint32_t[]){1, 0, 1, 1}, 4);
	struct eni_tail t = eni_tail_fit(&l, 0);
	double error = 50 / sqrt(2), hazard = 3.0 / 750;

	/* Behind 150 two are watched: one leaves on 200, the other on 300. */
	is_rest(&c, &t, 150, 1000, (struct eni_rest){100, 100 - z * error, 100 + z * error}, "all of the rest was seen");
	is_rest(&c, &t, 150, 80, (struct eni_rest){65, 65 - z * 15 / sqrt(2), 80}, "looking 80 days ahead; never more than these");
	is_rest(&c, &t, 300, 80, (struct eni_rest){-expm1(-hazard * 80) / hazard, 0, 80},
	    "behind the end of a curve that fell to nothing");
	eni_survival_free(&c);
	/* One of two left on 100, the other is still there on 200. */
	c = curve(&open, (double[]){100, 200}, (uint32_t[]){1, 0}, 2);
	t = eni_tail_fit(&open, 0);
	hazard = 1.0 / 300;
	is_rest(&c, &t, 150, 1000, (struct eni_rest){50 + -expm1(-hazard * 950) / hazard, 50, 1000}, "a tail behind the last day");
	is_rest(&c, &t, 200, 100, (struct eni_rest){-expm1(-hazard * 100) / hazard, 0, 100}, "nothing but tail");
	is_near(
	    eni_survival_rest(&c, &t, 200, 100, 0.01).mean, -expm1(-(hazard + 0.01) * 100) / (hazard + 0.01), 1e-12, "discounted");
	is_near(eni_survival_rest(&c, &t, 0, 200, 0.01).mean, (1 - exp(-1)) / 0.01 + 0.5 * (exp(-1) - exp(-2)) / 0.01, 1e-12,
	    "a step, discounted");
	eni_survival_free(&c);
	/* One left on day 10, watched alone; of two who entered on 50 one left on 100, the other is still there on 200. */
	eni_life_count(&late, &(struct eni_life_stay){50, 100, 0, 1, 0});
	eni_life_count(&late, &(struct eni_life_stay){50, 200, 0, 0, 0});
	c = curve(&late, (double[]){10}, (uint32_t[]){1}, 1);
	t = eni_tail_fit(&late, 0);
	hazard = 2.0 / 210;
	is_near(eni_survival_rest(&c, &t, 200, 100, 0).mean, -expm1(-hazard * 100) / hazard, 1e-12,
	    "a fall before anybody was watched");
	eni_survival_free(&c);
	eni_life_free(&late);
	c = curve(&none, (double[]){100}, (uint32_t[]){0}, 1);
	t = eni_tail_fit(&none, 0);
	ok(!t.known && isnan(eni_survival_rest(&c, &t, 10, 100, 0).mean), "nobody has left yet: nobody knows");
	eni_survival_free(&c);
	eni_life_free(&l);
	eni_life_free(&open);
	eni_life_free(&none);
}

/* ---- the tail ---- */

/* The stays of a table, whatever their groups, as one group. */
static void
count_stays(struct eni_life *l, const char *name)
{
	struct table stays;

	*l = (struct eni_life){0};
	table_read(&stays, name);
	for (size_t i = 0; i < stays.n; i++)
		eni_life_count(l, &(struct eni_life_stay){number_at(&stays, i, "entry"), number_at(&stays, i, "exit"), 0,
				      text_at(&stays, i, "cause").n > 0, 0});
	eni_life_sort(l, same, same);
	table_free(&stays);
}

/* Fitted with and without late entries: see tests/data/figures.R. */
static void
test_tails(void)
{
	static const char *const sets[] = {"lung", "veteran", "heart", "late"};
	static const char *const laws[] = {
	    [ENI_LAW_EXPONENTIAL] = "exponential", [ENI_LAW_WEIBULL] = "weibull", [ENI_LAW_LOMAX] = "lomax"};
	struct table fits, rests;

	table_read(&fits, "tails");
	table_read(&rests, "rest-of-tails");
	for (size_t k = 0; k < COUNT(sets); k++) {
		struct eni_life l;
		struct eni_tail t;

		count_stays(&l, sets[k]);
		t = eni_tail_fit(&l, 0);
		for (size_t i = 0; i < fits.n; i++)
			for (int law = 0; law < ENI_LAWS; law++)
				if (eni_str_is(text_at(&fits, i, "set"), sets[k]) &&
				    eni_str_is(text_at(&fits, i, "law"), laws[law])) {
					is_near(t.law[law].likelihood, number_at(&fits, i, "likelihood"), 1e-9, "likelihood");
					is_near(t.law[law].weight, number_at(&fits, i, "weight"), 1e-6, "weight");
				}
		for (size_t i = 0; i < rests.n; i++)
			if (eni_str_is(text_at(&rests, i, "set"), sets[k]))
				is_near(eni_tail_rest(&t, number_at(&rests, i, "from"), number_at(&rests, i, "ahead"),
					    number_at(&rests, i, "discount")),
				    number_at(&rests, i, "days"), 1e-6, "rest of the tail");
		eni_life_free(&l);
	}
	table_free(&fits);
	table_free(&rests);
}

/* Areas under the curve of lung, discounted: see tests/data/figures.R. */
static void
test_areas(void)
{
	struct table t;
	struct eni_life l;
	struct eni_tail tail;
	struct eni_survival_curve c;

	count_stays(&l, "lung");
	tail = eni_tail_fit(&l, 0);
	c = eni_survival_curve(&l, 0);
	table_read(&t, "rests");
	for (size_t i = 0; i < t.n; i++)
		is_near(eni_survival_rest(&c, &tail, 0, number_at(&t, i, "tau"), log1p(number_at(&t, i, "annual")) / 365.25).mean,
		    number_at(&t, i, "days"), 1e-10, "days under the curve");
	/* The plain restricted mean, with its error. */
	is_near(eni_survival_rest(&c, &tail, 0, 365, 0).low,
	    eni_survival_mean(&c, 365).mean - 1.959963984540054 * eni_survival_mean(&c, 365).std_error, 1e-12, "its lower limit");
	eni_survival_free(&c);
	eni_life_free(&l);
	table_free(&t);
}

/* ---- a usual client ---- */

static void
test_usual(void)
{
	static const struct {
		const char *note;
		int64_t price, visits, months, margin; /* all but the price times ENI_NUM_SCALE */
		enum eni_known known;
		int64_t want;
	} rows[] = {
	    {"the article's", 4000, 80000, 180000, 10000, ENI_KNOWN_SUM, 576000},
	    {"half a yen goes up", 1, 5000, 10000, 10000, ENI_KNOWN_SUM, 1},
	    {"less than half does not", 1, 4999, 10000, 10000, ENI_KNOWN_SUM, 0},
	    {"with a margin", 4000, 80000, 180000, 6000, ENI_KNOWN_SUM, 345600},
	    {"a double would miss the last yen", 9007199254740993, 10000, 10000, 10000, ENI_KNOWN_SUM, 9007199254740993},
	    {"the largest", INT64_MAX, 10000, 10000, 10000, ENI_KNOWN_SUM, INT64_MAX},
	    {"too big", INT64_MAX, 20000, 10000, 10000, ENI_SUM_TOO_BIG, 0},
	    {"far too big", INT64_MAX, INT64_MAX, INT64_MAX, 10000, ENI_SUM_TOO_BIG, 0},
	    {"no price", -1, 80000, 180000, 10000, ENI_UNKNOWN_SUM, 0},
	    {"no months", 4000, 80000, -1, 10000, ENI_UNKNOWN_SUM, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_usual u = {rows[i].price, rows[i].visits, rows[i].months};
		struct eni_terms t = {.margin = rows[i].margin, .churn = -1, .months = INFINITY};
		int64_t got = 0;

		is_int(eni_usual_worth(&u, &t, &got), rows[i].known, rows[i].note);
		if (rows[i].known == ENI_KNOWN_SUM)
			is_int(got, rows[i].want, rows[i].note);
	}
}

int
main(void)
{
	test_annuities();
	test_sums();
	test_rest();
	test_tails();
	test_areas();
	test_usual();
	return unit_done();
}
