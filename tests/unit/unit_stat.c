/* Life tables and what is worked out from them: small tables by hand, and R's figures. */
#include <float.h>
#include <math.h>

#include "stat/gray.h"
#include "stat/incidence.h"
#include "stat/logrank.h"
#include "stat/survival.h"
#include "table.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The largest relative difference seen, printed at the end. */
static double worst;

/* Equal to 1e-9 relative; NaN stands for what is not there. */
static bool
near(double got, double want)
{
	double off;

	if (isnan(got) || isnan(want))
		return isnan(got) && isnan(want);
	off = fabs(got - want) / fmax(1e-12, fmax(fabs(got), fabs(want)));
	if (fabs(got - want) < 1e-15)
		return true;
	worst = fmax(worst, off);
	return off <= 1e-9;
}

static void
is_near(double got, double want, const char *what)
{
	ok(near(got, want), what);
	if (!near(got, want))
		printf("     want %.17g, got %.17g\n", want, got);
}

/* ---- tables by hand ---- */

static void
count(struct eni_life *l, uint32_t group, double entry, double exit, uint32_t cause)
{
	eni_life_count(l, &(struct eni_life_stay){entry, exit, group, cause, 0});
}

static const uint32_t same[] = {0, 1, 2, 3};

static void
test_reals(void)
{
	static const struct {
		const char *text;
		int got;
		const char *back;
	} rows[] = {{"12", 1, "12"}, {" -3.50 ", 1, "-3.5"}, {"１２．５", 1, "12.5"}, {"1e-3", 1, "0.001"}, {"0.1", 1, "0.1"},
	    {"0.30000000000000004", 1, "0.30000000000000004"}, {"6.6666666666666663e-1", 1, "0.6666666666666666"}, {"", 0, ""},
	    {"　", 0, ""}, {"inf", -1, ""}, {"0x10", -1, ""}, {"1,5", -1, ""}, {"-0", 1, "0"}, {".", -1, ""}, {"1e999", -1, ""},
	    {"30.43", 1, "30.43"}, {"0.000001", 1, "1e-06"}, {"1.2.3", -1, ""}, {"38.857142857142", 1, "38.857142857142"},
	    {"5.", 1, "5"}, {".5", 1, "0.5"}};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_buf b = {0};
		double x = NAN;
		int got = eni_real_parse(eni_str_of(rows[i].text), &x);

		is_int(got, rows[i].got, rows[i].text);
		if (got == 1)
			eni_real_format(&b, x);
		is_str(eni_buf_str(&b), rows[i].back, rows[i].text);
		eni_buf_free(&b);
	}
}

/* Six people: left on 2, 3, 3 (and one lost on 3), left on 6, one still there on 7. */
static void
test_kaplan_meier(void)
{
	struct eni_life l = {0};
	struct eni_survival_curve c;

	count(&l, 0, 0, 3, 1);
	count(&l, 0, 0, 3, 2);
	count(&l, 0, 0, 2, 1);
	count(&l, 0, 0, 3, 0);
	count(&l, 0, 0, 6, 1);
	count(&l, 0, 0, 7, 0);
	eni_life_sort(&l, same, same);
	c = eni_survival_curve(&l, 0);
	is_int(c.n, 4, "one row per time");
	is_int(c.stays, 6, "stays");
	is_int(c.events, 4, "events");
	is_int(c.row[1].at_risk, 5, "events come before censorings of the same day");
	is_near(c.row[1].survival, 5.0 / 6 * 3 / 5, "the product");
	is_near(c.row[1].std_error, 0.5 * sqrt(1.0 / 30 + 2.0 / 15), "Greenwood");
	is_near(eni_survival_quantile(&c, 0.5).at, 4.5, "a curve that runs at a half: its middle");
	is_near(eni_survival_mean(&c, 7).mean, 2 + 5.0 / 6 + 3 * 0.5 + 0.25, "the area");
	ok(isnan(eni_survival_quantile(&c, 0.5).high), "an upper limit that is not reached");
	eni_survival_free(&c);
	eni_life_free(&l);
}

/* One left on 1, the other is still there on 3: half from 1 to the end. */
static void
test_flat_end(void)
{
	struct eni_life l = {0};
	struct eni_survival_curve c;

	count(&l, 0, 0, 1, 1);
	count(&l, 0, 0, 3, 0);
	eni_life_sort(&l, same, same);
	c = eni_survival_curve(&l, 0);
	is_near(eni_survival_quantile(&c, 0.5).at, 2, "a half up to the end: the middle");
	eni_survival_free(&c);
	eni_life_free(&l);
}

/* Five people: left on 1, 2, 3, 4, one still there on 6; 4/5, 3/5, 2/5, 1/5 remain.  Figures by hand. */
static void
test_mean_up_to(void)
{
	static const struct {
		double tau, mean, variance;
		const char *note;
	} rows[] = {
	    {0.5, 0.5, 0, "before anybody left"},
	    {1, 1, 0, "the day somebody leaves is still whole"},
	    {2.5, 1 + 0.8 + 0.5 * 0.6, 1.1 * 1.1 / 20 + 0.3 * 0.3 / 12, "between two days: what comes later does not count"},
	    {3, 1 + 0.8 + 0.6, 1.4 * 1.4 / 20 + 0.6 * 0.6 / 12, "on a day"},
	    {6, 1 + 0.8 + 0.6 + 0.4 + 2 * 0.2, 2.2 * 2.2 / 20 + 1.4 * 1.4 / 12 + 0.8 * 0.8 / 6 + 0.4 * 0.4 / 2, "up to the end"},
	    {8, 1 + 0.8 + 0.6 + 0.4 + 4 * 0.2, 2.6 * 2.6 / 20 + 1.8 * 1.8 / 12 + 1.2 * 1.2 / 6 + 0.8 * 0.8 / 2,
		"beyond it the curve stays where it is"},
	};
	struct eni_life l = {0};
	struct eni_survival_curve c;

	for (int day = 1; day <= 4; day++)
		count(&l, 0, 0, day, 1);
	count(&l, 0, 0, 6, 0);
	eni_life_sort(&l, same, same);
	c = eni_survival_curve(&l, 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_mean m = eni_survival_mean(&c, rows[i].tau);

		is_near(m.mean, rows[i].mean, rows[i].note);
		is_near(m.std_error, sqrt(rows[i].variance), rows[i].note);
	}
	eni_survival_free(&c);
	eni_life_free(&l);
}

static void
test_late_entry(void)
{
	struct eni_life l = {0};
	struct eni_survival_curve c;

	count(&l, 0, 0, 3, 1);
	count(&l, 0, 0, 5, 1);
	count(&l, 0, 3, 6, 1);
	ok(!eni_life_count(&l, &(struct eni_life_stay){4, 4, 0, 1, 0}), "entry = exit: nothing was watched");
	ok(eni_life_count(&l, &(struct eni_life_stay){0, 0, 0, 1, 0}), "a stay of no days was");
	eni_life_sort(&l, same, same);
	c = eni_survival_curve(&l, 0);
	is_int(c.stays, 4, "stays");
	is_int(c.row[0].at_risk, 3, "who enters at 0 is at risk at 0");
	is_int(c.row[1].at_risk, 2, "who enters on a day is not at risk on it");
	is_int(c.row[2].at_risk, 2, "but the day after");
	is_near(c.row[3].survival, 0, "all have left");
	ok(isnan(c.row[3].std_error) && isnan(c.row[3].low), "and nothing more is known");
	eni_survival_free(&c);
	eni_life_free(&l);
}

/* Seven people; R gives survfit(Surv(t, e) ~ 1) four times, with 7, 5, 3 and 1 at risk. */
static void
test_ties(void)
{
	static const struct {
		double time;
		int64_t at_risk, events, censored;
	} want[] = {{0.3, 7, 2, 0}, {1 - DBL_EPSILON / 2, 5, 1, 1}, {2, 3, 2, 0}, {3, 1, 0, 1}};
	struct eni_life l = {0};
	struct eni_life_walk w;
	struct eni_life_step s;

	count(&l, 0, 0, 0.3, 1);
	count(&l, 0, 0, 0.1 + 0.2, 1);
	count(&l, 0, 0, 1, 0);
	count(&l, 0, 0, 1 - DBL_EPSILON / 2, 1);
	count(&l, 0, 0, 2, 1);
	count(&l, 0, 0, 2 + 2 * DBL_EPSILON, 1);
	count(&l, 0, 0, 3, 0);
	count(&l, 1, 1, 3 + 2 * DBL_EPSILON, 1); /* of another group, and still the same time */
	count(&l, 1, 3, 3 + 2 * DBL_EPSILON, 1);
	eni_life_sort(&l, same, same);
	w = eni_life_walk(&l, 0);
	for (size_t i = 0; i < COUNT(want); i++) {
		ok(eni_life_next(&w, &s) && s.time == want[i].time, "the first of tied times");
		is_int(s.at_risk, want[i].at_risk, "at risk");
		is_int(s.events, want[i].events, "events");
		is_int(s.censored, want[i].censored, "censored");
	}
	ok(!eni_life_next(&w, &s), "no more");
	w = eni_life_walk(&l, 1);
	ok(eni_life_next(&w, &s) && s.events == 2 && s.at_risk == 2, "entered and left at tied times: still watched");
	eni_life_free(&l);
}

/* Four people: cause 1 on 1, cause 2 on 2, one lost on 3, cause 1 on 4. */
static void
test_incidence(void)
{
	struct eni_life l = {0};
	struct eni_incidence_curve one, two;

	count(&l, 0, 0, 1, 1);
	count(&l, 0, 0, 2, 2);
	count(&l, 0, 0, 3, 0);
	count(&l, 0, 0, 4, 1);
	eni_life_sort(&l, same, same);
	one = eni_incidence_curve(&l, 0, 1);
	two = eni_incidence_curve(&l, 0, 2);
	is_near(one.row[3].incidence, 0.75, "cause 1: 1/4 + 1/2");
	is_near(two.row[3].incidence, 0.25, "cause 2: 3/4 of 1/3");
	is_near(one.row[0].std_error, sqrt(1.0 / 16), "Aalen: S^2 d / n^2");
	is_near(two.row[0].std_error, 0, "nothing yet");
	ok(isnan(two.row[0].low) && two.row[1].low > 0, "no limits before the first event");
	eni_incidence_free(&one);
	eni_incidence_free(&two);
	eni_life_free(&l);
}

static void
test_logrank(void)
{
	struct eni_life l = {0};
	struct eni_comparison t;

	count(&l, 0, 0, 1, 1);
	count(&l, 1, 0, 2, 1);
	count(&l, 0, 0, 3, 0);
	count(&l, 1, 0, 4, 0);
	eni_life_sort(&l, same, same);
	t = eni_logrank(&l, 2, 1);
	is_int(t.score.df, 1, "two groups");
	is_near(t.group[0].expected, 2.0 / 4 + 1.0 / 3, "expected in the first");
	is_near(t.score.chi2, pow(1 - 5.0 / 6, 2) / (1.0 / 4 + 2.0 / 9), "chi-squared");
	eni_comparison_free(&t);
	t = eni_logrank(&l, 1, 1);
	ok(t.score.df == 0 && isnan(t.score.chi2), "one group is compared with nothing");
	eni_comparison_free(&t);
	eni_life_free(&l);
}

static bool
same_counts(const struct eni_life_cell *a, const struct eni_life_cell *b)
{
	return a->time == b->time && a->stratum == b->stratum && a->group == b->group && a->cause == b->cause &&
	       a->entered == b->entered && a->events == b->events && a->censored == b->censored;
}

/* Counting in parts and adding up is counting at once. */
static void
test_parts(void)
{
	struct eni_life whole = {0}, part[2] = {{0}, {0}};

	for (int i = 0; i < 1000; i++) {
		struct eni_life_stay s = {i % 7, i % 7 + i * 37 % 91, (uint32_t)i % 2, (uint32_t)i % 3, (uint32_t)i % 5 % 2};

		eni_life_count(&whole, &s);
		eni_life_count(&part[i % 5 == 0], &s);
	}
	for (size_t i = 0; i < part[1].n; i++)
		eni_life_add(&part[0], &part[1].cell[i]);
	eni_life_sort(&whole, same, same);
	eni_life_sort(&part[0], same, same);
	ok(whole.n == part[0].n, "as many cells");
	for (size_t i = 0; i < whole.n && i < part[0].n; i++)
		ok(same_counts(&whole.cell[i], &part[0].cell[i]), "the same cells");
	eni_life_free(&whole);
	eni_life_free(&part[0]);
	eni_life_free(&part[1]);
}

/* ---- R's figures: see tests/data/figures.R ---- */

/* The life table of a set of stays, its groups and causes numbered as they come. */
struct counted {
	struct eni_life life;
	struct eni_map group, cause;
	struct table data;
};

static void
count_set(struct counted *c, const char *set, bool grouped)
{
	uint32_t itself[64];

	*c = (struct counted){0};
	table_read(&c->data, set);
	for (size_t i = 0; i < c->data.n; i++) {
		struct eni_str cause = text_at(&c->data, i, "cause"),
			       group = grouped ? text_at(&c->data, i, "group") : ENI_S("all");

		count(&c->life, eni_map_add(&c->group, group, (uint32_t)c->group.n), number_at(&c->data, i, "entry"),
		    number_at(&c->data, i, "exit"),
		    cause.n == 0 ? ENI_NO_CAUSE : eni_map_add(&c->cause, cause, (uint32_t)c->cause.n + 1));
	}
	for (uint32_t i = 0; i < COUNT(itself); i++)
		itself[i] = i;
	eni_life_sort(&c->life, itself, itself);
}

static void
counted_free(struct counted *c)
{
	eni_life_free(&c->life);
	eni_map_free(&c->group);
	eni_map_free(&c->cause);
	table_free(&c->data);
}

/* Whether a row of figures is about that set, all together or by group. */
static bool
is_about(const struct table *want, size_t i, const char *set, bool grouped)
{
	return eni_str_is(text_at(want, i, "set"), set) && eni_str_is(text_at(want, i, "group"), "all") == !grouped;
}

static const struct eni_survival *
row_at(const struct eni_survival_curve *c, double time)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->row[i].time == time)
			return &c->row[i];
	return NULL;
}

static void
compare_curves(const struct table *want, struct counted *c, const char *set, bool grouped)
{
	size_t rows = 0, compared = 0, wrong = 0;

	for (size_t i = 0; i < want->n; i++) {
		struct eni_survival_curve curve;
		const struct eni_survival *r;

		if (!is_about(want, i, set, grouped))
			continue;
		curve = eni_survival_curve(&c->life, eni_map_get(&c->group, text_at(want, i, "group")));
		r = row_at(&curve, number_at(want, i, "time"));
		rows += r != NULL && r == &curve.row[curve.n - 1] ? curve.n : 0;
		compared++;
		wrong +=
		    r == NULL || r->at_risk != (int64_t)number_at(want, i, "at_risk") ||
		    r->events != (int64_t)number_at(want, i, "events") || r->censored != (int64_t)number_at(want, i, "censored") ||
		    !near(r->survival, number_at(want, i, "survival")) || !near(r->std_error, number_at(want, i, "std_error")) ||
		    !near(r->low, number_at(want, i, "low")) || !near(r->high, number_at(want, i, "high"));
		eni_survival_free(&curve);
	}
	is_int(wrong, 0, "rows that differ from R's");
	ok(rows > 0 && rows == compared, "as many rows as R has");
}

static void
compare_summary(const struct table *want, size_t i, struct counted *c)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, eni_map_get(&c->group, text_at(want, i, "group")));
	struct eni_quantile q25 = eni_survival_quantile(&curve, 0.25), median = eni_survival_quantile(&curve, 0.5),
			    q75 = eni_survival_quantile(&curve, 0.75);
	struct eni_mean mean = eni_survival_mean(&curve, number_at(want, i, "tau"));

	is_near(median.at, number_at(want, i, "median"), "median");
	is_near(median.low, number_at(want, i, "low"), "its lower limit");
	is_near(median.high, number_at(want, i, "high"), "its upper limit");
	is_near(q25.at, number_at(want, i, "q25"), "the time by which a quarter has left");
	is_near(q25.low, number_at(want, i, "q25_low"), "its lower limit");
	is_near(q25.high, number_at(want, i, "q25_high"), "its upper limit");
	is_near(q75.at, number_at(want, i, "q75"), "the time by which three quarters have left");
	is_near(q75.low, number_at(want, i, "q75_low"), "its lower limit");
	is_near(q75.high, number_at(want, i, "q75_high"), "its upper limit");
	is_near(mean.mean, number_at(want, i, "mean"), "restricted mean");
	is_near(mean.std_error, number_at(want, i, "std_error"), "its error");
	is_int(curve.stays, (int64_t)number_at(want, i, "n"), "n");
	is_int(curve.events, (int64_t)number_at(want, i, "events"), "events");
	eni_survival_free(&curve);
}

static void
test_r_curves(const char *set, bool grouped)
{
	struct counted c;
	struct table curves, summary;

	count_set(&c, set, grouped);
	table_read(&curves, "curves");
	table_read(&summary, "summary");
	compare_curves(&curves, &c, set, grouped);
	for (size_t i = 0; i < summary.n; i++)
		if (is_about(&summary, i, set, grouped))
			compare_summary(&summary, i, &c);
	table_free(&curves);
	table_free(&summary);
	counted_free(&c);
}

/* The curve at any time; where a list gives nothing, we say nothing. */
static void
test_r_points(const char *set, bool grouped)
{
	struct counted c;
	struct table want;

	count_set(&c, set, grouped);
	table_read(&want, "points");
	for (size_t i = 0; i < want.n; i++) {
		uint32_t group = eni_map_get(&c.group, text_at(&want, i, "group"));
		struct eni_survival_curve curve;
		struct eni_survival s;

		if (!is_about(&want, i, set, grouped))
			continue;
		curve = eni_survival_curve(&c.life, group);
		s = eni_survival_at(&c.life, group, &curve, number_at(&want, i, "time"));
		is_int(s.at_risk, (int64_t)number_at(&want, i, "at_risk"), "at risk");
		is_near(s.survival, number_at(&want, i, "survival"), "survival");
		is_near(s.std_error, number_at(&want, i, "std_error"), "its error");
		is_near(s.low, number_at(&want, i, "low"), "its lower limit");
		is_near(s.high, number_at(&want, i, "high"), "its upper limit");
		eni_survival_free(&curve);
	}
	table_free(&want);
	counted_free(&c);
}

/* ---- groups compared ---- */

static uint32_t
numbered(struct eni_map *m, struct eni_str name, uint32_t first)
{
	return eni_map_add(m, name, (uint32_t)m->n + first);
}

/* The stays of a set of compared.csv, each so often as it says, in their strata or in one. */
static void
count_contest(struct counted *c, struct eni_map *stratum, const char *set, bool stratified)
{
	uint32_t itself[64];

	*c = (struct counted){0};
	table_read(&c->data, "compared");
	for (size_t i = 0; i < c->data.n; i++) {
		struct eni_str cause = text_at(&c->data, i, "cause");
		int64_t count = (int64_t)number_at(&c->data, i, "count");
		struct eni_life_stay s = {.entry = number_at(&c->data, i, "entry"), .exit = number_at(&c->data, i, "exit")};

		if (!eni_str_is(text_at(&c->data, i, "set"), set))
			continue;
		s.group = numbered(&c->group, text_at(&c->data, i, "group"), 0);
		s.stratum = numbered(stratum, stratified ? text_at(&c->data, i, "stratum") : ENI_S("all"), 0);
		s.cause = cause.n == 0 ? ENI_NO_CAUSE : numbered(&c->cause, cause, 1);
		while (count-- > 0)
			eni_life_count(&c->life, &s);
	}
	for (uint32_t i = 0; i < COUNT(itself); i++)
		itself[i] = i;
	eni_life_sort(&c->life, itself, itself);
}

static bool
is_contest(const struct table *want, size_t i, struct eni_str set, bool stratified)
{
	return eni_str_eq(text_at(want, i, "set"), set) &&
	       eni_str_is(text_at(want, i, "stratified"), stratified ? "TRUE" : "FALSE");
}

static void
compare_score(const struct table *want, size_t i, const struct eni_score *got)
{
	is_near(got->chi2, number_at(want, i, "chisq"), "chi-squared");
	is_int(got->df, (int64_t)number_at(want, i, "df"), "degrees of freedom");
	if (number_at(want, i, "p") < 1e-300)
		ok(got->p < 1e-300, "p below 1e-300");
	else /* whatever its size */
		is_near(log10(got->p), log10(number_at(want, i, "p")), "p");
}

static void
compare_logrank(const struct table *want, struct counted *c, uint32_t strata, struct eni_str set, bool stratified)
{
	struct eni_comparison t = eni_logrank(&c->life, (uint32_t)c->group.n, strata);

	for (size_t i = 0; i < want->n; i++) {
		uint32_t group = eni_map_get(&c->group, text_at(want, i, "group"));

		if (!is_contest(want, i, set, stratified))
			continue;
		is_int(t.group[group].stays, (int64_t)number_at(want, i, "n"), "n");
		is_int(t.group[group].observed, (int64_t)number_at(want, i, "observed"), "observed");
		is_near(t.group[group].expected, number_at(want, i, "expected"), "expected");
		compare_score(want, i, &t.score);
	}
	eni_comparison_free(&t);
}

static void
compare_gray(const struct table *want, struct counted *c, uint32_t strata, struct eni_str set, bool stratified)
{
	for (size_t i = 0; i < want->n; i++) {
		struct eni_comparison t;

		if (!is_contest(want, i, set, stratified))
			continue;
		t = eni_gray(&c->life, eni_map_get(&c->cause, text_at(want, i, "cause")), (uint32_t)c->group.n, strata);
		compare_score(want, i, &t.score);
		eni_comparison_free(&t);
	}
}

static void
test_r_compared(bool stratified)
{
	struct table logrank, gray;
	struct eni_str last = {"", 0};

	table_read(&logrank, "logrank");
	table_read(&gray, "gray");
	for (size_t i = 0; i < logrank.n; i++) {
		struct eni_str set = text_at(&logrank, i, "set");
		struct eni_map stratum = {0};
		struct counted c;
		char name[64];

		if (eni_str_eq(set, last) || !is_contest(&logrank, i, set, stratified))
			continue;
		last = set;
		snprintf(name, sizeof name, "%.*s", (int)set.n, set.p);
		count_contest(&c, &stratum, name, stratified);
		compare_logrank(&logrank, &c, (uint32_t)stratum.n, set, stratified);
		compare_gray(&gray, &c, (uint32_t)stratum.n, set, stratified);
		eni_map_free(&stratum);
		counted_free(&c);
	}
	table_free(&logrank);
	table_free(&gray);
}

/* The last row of the curve that is not behind `time`. */
static struct eni_incidence
incidence_at(const struct eni_incidence_curve *c, double time)
{
	struct eni_incidence at = {0};

	for (size_t i = 0; i < c->n && c->row[i].time <= time; i++)
		at = c->row[i];
	return at;
}

static void
test_r_incidence(const char *set, bool grouped)
{
	struct counted c;
	struct table want;

	count_set(&c, set, grouped);
	table_read(&want, "incidence");
	for (size_t i = 0; i < want.n; i++) {
		struct eni_incidence_curve curve;
		struct eni_incidence at;

		if (!is_about(&want, i, set, grouped))
			continue;
		curve = eni_incidence_curve(
		    &c.life, eni_map_get(&c.group, text_at(&want, i, "group")), eni_map_get(&c.cause, text_at(&want, i, "cause")));
		at = incidence_at(&curve, number_at(&want, i, "time"));
		is_near(at.incidence, number_at(&want, i, "incidence"), "incidence, as cmprsk has it");
		is_near(at.std_error, number_at(&want, i, "std_error"), "its error");
		eni_incidence_free(&curve);
	}
	table_free(&want);
	counted_free(&c);
}

int
main(void)
{
	static const char *const sets[] = {"aml", "lung", "veteran", "heart", "late"};

	test_reals();
	test_kaplan_meier();
	test_flat_end();
	test_mean_up_to();
	test_late_entry();
	test_ties();
	test_incidence();
	test_logrank();
	test_parts();
	worst = 0;
	for (size_t i = 0; i < COUNT(sets); i++) {
		test_r_curves(sets[i], false);
		test_r_curves(sets[i], true);
		test_r_points(sets[i], false);
		test_r_points(sets[i], true);
	}
	test_r_curves("edges", true);
	test_r_points("edges", true);
	test_r_compared(false);
	test_r_compared(true);
	test_r_incidence("mgus2", false);
	test_r_incidence("mgus2", true);
	test_r_incidence("away", false);
	printf("largest relative difference %.2g\n", worst);
	return unit_done();
}
