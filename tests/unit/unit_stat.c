/* Life tables and what is worked out from them: small tables by hand, and R's figures where the shared reference is at hand. */
#include <math.h>
#include <unistd.h>

#include "base/day.h"
#include "stat/incidence.h"
#include "stat/logrank.h"
#include "stat/survival.h"
#include "table.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The largest relative difference seen, told at the end. */
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
	eni_life_count(l, &(struct eni_life_stay){entry, exit, group, cause});
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
	is_near(eni_survival_median(&c).at, 4.5, "a curve that runs at a half: its middle");
	is_near(eni_survival_mean(&c, 7).mean, 2 + 5.0 / 6 + 3 * 0.5 + 0.25, "the area");
	ok(isnan(eni_survival_median(&c).high), "an upper limit that is not reached");
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
	is_near(eni_survival_median(&c).at, 2, "a half up to the end: the middle");
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
	ok(!eni_life_count(&l, &(struct eni_life_stay){4, 4, 0, 1}), "entry = exit: nothing was watched");
	ok(eni_life_count(&l, &(struct eni_life_stay){0, 0, 0, 1}), "a stay of no days was");
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
	struct eni_logrank t;

	count(&l, 0, 0, 1, 1);
	count(&l, 1, 0, 2, 1);
	count(&l, 0, 0, 3, 0);
	count(&l, 1, 0, 4, 0);
	eni_life_sort(&l, same, same);
	t = eni_logrank(&l, 2);
	is_int(t.df, 1, "two groups");
	is_near(t.group[0].expected, 2.0 / 4 + 1.0 / 3, "expected in the first");
	is_near(t.chi2, pow(1 - 5.0 / 6, 2) / (1.0 / 4 + 2.0 / 9), "chi-squared");
	eni_logrank_free(&t);
	t = eni_logrank(&l, 1);
	ok(t.df == 0 && isnan(t.chi2), "one group is compared with nothing");
	eni_logrank_free(&t);
	eni_life_free(&l);
}

/* Counting in parts and adding up is counting at once. */
static void
test_parts(void)
{
	struct eni_life whole = {0}, part[2] = {{0}, {0}};

	for (int i = 0; i < 1000; i++) {
		struct eni_life_stay s = {i % 7, i % 7 + i * 37 % 91, (uint32_t)i % 2, (uint32_t)i % 3};

		eni_life_count(&whole, &s);
		eni_life_count(&part[i % 5 == 0], &s);
	}
	for (size_t i = 0; i < part[1].n; i++)
		eni_life_add(&part[0], &part[1].cell[i]);
	eni_life_sort(&whole, same, same);
	eni_life_sort(&part[0], same, same);
	ok(whole.n == part[0].n && memcmp(whole.cell, part[0].cell, whole.n * sizeof *whole.cell) == 0, "the same cells");
	eni_life_free(&whole);
	eni_life_free(&part[0]);
	eni_life_free(&part[1]);
}

/* ---- R's figures ---- */

struct set {
	const char *name, *data, *entry, *exit, *event, *by;
	double tau;
};
static const struct set sets[] = {{"aml", "aml", NULL, "time", "status", "group", 45},
    {"lung", "lung", NULL, "time", "status", "sex", 365}, {"waltons", "waltons", NULL, "time", "status", "group", 50},
    {"gehan", "gehan", NULL, "time", "status", "group", 23}, {"heart", "heart", "start", "stop", "event", "transplant", 365},
    {"macs_delayed_entry", "macs_delayed_entry", "entry", "exit", "status", NULL, 5},
    {"mgus2", "mgus2", NULL, "etime", "event", "sex", 0}, {"edge", "edge_km", "entry", "exit", "status", "case", 0}};

/* The life table of a set, its groups and causes numbered as they come. */
struct counted {
	struct eni_life life;
	struct eni_map group, cause;
	struct table data;
};

static bool
count_set(struct counted *c, const struct set *s, bool grouped)
{
	char name[128];
	uint32_t itself[64];

	*c = (struct counted){0};
	snprintf(name, sizeof name, "stats/data/open/%s.csv", s->data);
	if (!table_read(&c->data, name))
		return false;
	for (size_t i = 0; i < c->data.n; i++) {
		struct eni_str event = text_at(&c->data, i, s->event), by = grouped ? text_at(&c->data, i, s->by) : ENI_S("all");
		bool none = eni_str_is(event, "0") || eni_str_is(event, "censor");

		count(&c->life, eni_map_add(&c->group, by, (uint32_t)c->group.n),
		    s->entry == NULL ? 0 : number_at(&c->data, i, s->entry), number_at(&c->data, i, s->exit),
		    none ? ENI_NO_CAUSE : eni_map_add(&c->cause, event, (uint32_t)c->cause.n + 1));
	}
	for (uint32_t i = 0; i < COUNT(itself); i++)
		itself[i] = i;
	eni_life_sort(&c->life, itself, itself);
	return true;
}

static void
counted_free(struct counted *c)
{
	eni_life_free(&c->life);
	eni_map_free(&c->group);
	eni_map_free(&c->cause);
	table_free(&c->data);
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
compare_curve(const struct table *want, struct counted *c, const char *by)
{
	size_t rows = 0, wrong = 0;

	for (size_t i = 0; i < want->n; i++) {
		struct eni_survival_curve curve = eni_survival_curve(&c->life, eni_map_get(&c->group, text_at(want, i, by)));
		const struct eni_survival *r = row_at(&curve, number_at(want, i, "time"));
		double last = curve.n == 0 ? NAN : curve.row[curve.n - 1].time;

		rows += number_at(want, i, "time") == last ? curve.n : 0;
		wrong += r == NULL || r->at_risk != (int64_t)number_at(want, i, "n_risk") ||
			 r->events != (int64_t)number_at(want, i, "n_event") ||
			 r->censored != (int64_t)number_at(want, i, "n_censor") || !near(r->survival, number_at(want, i, "surv")) ||
			 !near(r->std_error, number_at(want, i, "se_greenwood")) ||
			 !near(r->low, number_at(want, i, "loglog_lo")) || !near(r->high, number_at(want, i, "loglog_hi"));
		eni_survival_free(&curve);
	}
	is_int(wrong, 0, "rows that differ from R's");
	is_int(rows, want->n, "as many rows as R has");
}

/* limits: those of the reference are log-log too (edge_km_summary.csv has R's default, log). */
static void
compare_summary(const struct table *want, size_t i, struct counted *c, struct eni_str group, bool limits)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, eni_map_get(&c->group, group));
	struct eni_quantile median = eni_survival_median(&curve);
	struct eni_mean mean = eni_survival_mean(&curve, number_at(want, i, "tau"));

	is_near(median.at, number_at(want, i, "median"), "median");
	if (limits) {
		is_near(median.low, number_at(want, i, "median_lo"), "its lower limit");
		is_near(median.high, number_at(want, i, "median_hi"), "its upper limit");
	}
	is_near(mean.mean, number_at(want, i, "rmst"), "restricted mean");
	is_near(mean.std_error, number_at(want, i, "se_rmst"), "its error");
	if (!isnan(number_at(want, i, "n"))) {
		is_int(curve.stays, (int64_t)number_at(want, i, "n"), "n");
		is_int(curve.events, (int64_t)number_at(want, i, "events"), "events");
	}
	eni_survival_free(&curve);
}

static void
test_r_curves(const struct set *s, bool grouped)
{
	char name[128];
	struct counted c;
	struct table want;

	snprintf(name, sizeof name, "stats/expected/open/km_%s_%s.csv", s->name, grouped ? "bygroup" : "all");
	if (count_set(&c, s, grouped) && table_read(&want, name)) {
		compare_curve(&want, &c, "group");
		table_free(&want);
	}
	if (table_read(&want, "stats/expected/open/km_summary.csv")) {
		for (size_t i = 0; i < want.n; i++)
			if (eni_str_is(text_at(&want, i, "dataset"), s->name) &&
			    eni_str_is(text_at(&want, i, "conf_type"), "log-log") &&
			    eni_str_is(text_at(&want, i, "group"), "all") == !grouped)
				compare_summary(&want, i, &c, text_at(&want, i, "group"), true);
		table_free(&want);
	}
	counted_free(&c);
}

static void
test_r_edges(void)
{
	struct counted c;
	struct table want;

	if (!count_set(&c, &sets[COUNT(sets) - 1], true)) {
		counted_free(&c);
		return;
	}
	if (table_read(&want, "stats/expected/open/edge_km_curve.csv"))
		compare_curve(&want, &c, "case");
	table_free(&want);
	if (table_read(&want, "stats/expected/open/edge_km_summary.csv"))
		for (size_t i = 0; i < want.n; i++)
			compare_summary(&want, i, &c, text_at(&want, i, "case"), false);
	table_free(&want);
	counted_free(&c);
}

static void
test_r_logrank(const struct set *s)
{
	struct counted c;
	struct table want;
	struct eni_logrank t;

	if (count_set(&c, s, true) && table_read(&want, "stats/expected/open/logrank.csv")) {
		t = eni_logrank(&c.life, (uint32_t)c.group.n);
		for (size_t i = 0; i < want.n; i++) {
			struct eni_str test = text_at(&want, i, "test");
			uint32_t group = eni_map_get(&c.group, text_at(&want, i, "group"));

			if (!eni_str_is(text_at(&want, i, "dataset"), s->name) ||
			    (!eni_str_is(test, "logrank") && !eni_str_is(test, "logrank_delayed_entry")))
				continue;
			is_int(t.group[group].observed, (int64_t)number_at(&want, i, "observed"), "observed");
			is_near(t.group[group].expected, number_at(&want, i, "expected"), "expected");
			is_near(t.chi2, number_at(&want, i, "chisq"), "chi-squared");
			is_near(t.p, number_at(&want, i, "p"), "p");
		}
		eni_logrank_free(&t);
		table_free(&want);
	}
	counted_free(&c);
}

static void
test_r_incidence(bool grouped, const char *file)
{
	struct counted c;
	struct table want;
	size_t wrong = 0, k = 0;
	struct eni_incidence_curve curve = {0};

	if (count_set(&c, &sets[6], grouped) && table_read(&want, file)) {
		for (size_t i = 0; i < want.n; i++, k++) {
			if (k == curve.n) {
				eni_incidence_free(&curve);
				curve = eni_incidence_curve(&c.life, eni_map_get(&c.group, text_at(&want, i, "group")),
				    eni_map_get(&c.cause, text_at(&want, i, "cause")));
				k = 0;
			}
			wrong += curve.row[k].time != number_at(&want, i, "time") ||
				 !near(curve.row[k].incidence, number_at(&want, i, "cif")) ||
				 !near(curve.row[k].std_error, number_at(&want, i, "se_aalen_cmprsk"));
		}
		is_int(wrong, 0, "incidences that differ from cmprsk's");
		table_free(&want);
	}
	eni_incidence_free(&curve);
	counted_free(&c);
}

static double
day_at(const struct table *t, size_t row, const char *column)
{
	struct eni_when w;

	return eni_when_parse(text_at(t, row, column), &w, NULL) == 1 ? (double)w.day : NAN;
}

/* Time away: it ends by a return (1), by death (2), or goes on when the records end. */
static void
count_away(struct eni_life *l, const struct table *t, size_t i)
{
	struct eni_when last;
	double left = day_at(t, i, "end_date"), died = day_at(t, i, "died_while_away");
	bool back = i + 1 < t->n && eni_str_eq(text_at(t, i, "client_id"), text_at(t, i + 1, "client_id"));

	eni_when_parse(ENI_S("2025-03-31"), &last, NULL);
	if (isnan(left) || eni_str_is(text_at(t, i, "reason"), "death"))
		return;
	if (back)
		count(l, 0, 0, day_at(t, i + 1, "start_date") - left, 1);
	else
		count(l, 0, 0, (isnan(died) ? last.day : died) - left, isnan(died) ? ENI_NO_CAUSE : 2);
}

static double
incidence_at(const struct eni_incidence_curve *c, double time)
{
	double at = 0;

	for (size_t i = 0; i < c->n && c->row[i].time <= time; i++)
		at = c->row[i].incidence;
	return at;
}

/* How soon clients come back, in an invented office; errors are defined otherwise there (METHODS 1.3). */
static void
test_r_return(void)
{
	struct eni_life l = {0};
	struct eni_incidence_curve back, dead;
	struct table t, want;

	if (table_read(&t, "stats/data/open/care/episodes.csv") &&
	    table_read(&want, "stats/expected/open/care_open_return_curve.csv")) {
		for (size_t i = 0; i < t.n; i++)
			count_away(&l, &t, i);
		eni_life_sort(&l, same, same);
		back = eni_incidence_curve(&l, 0, 1);
		dead = eni_incidence_curve(&l, 0, 2);
		for (size_t i = 0; i < want.n; i++) {
			is_near(incidence_at(&back, number_at(&want, i, "days")), number_at(&want, i, "cif_return"), "returned");
			is_near(incidence_at(&dead, number_at(&want, i, "days")), number_at(&want, i, "cif_death"), "dead");
		}
		eni_incidence_free(&back);
		eni_incidence_free(&dead);
		table_free(&want);
	}
	eni_life_free(&l);
	table_free(&t);
}

int
main(void)
{
	test_reals();
	test_kaplan_meier();
	test_flat_end();
	test_late_entry();
	test_incidence();
	test_logrank();
	test_parts();
	worst = 0;
	for (size_t i = 0; i < 6; i++) {
		test_r_curves(&sets[i], false);
		if (sets[i].by == NULL)
			continue;
		test_r_curves(&sets[i], true);
		test_r_logrank(&sets[i]);
	}
	test_r_edges();
	test_r_incidence(false, "stats/expected/open/cif_mgus2_all.csv");
	test_r_incidence(true, "stats/expected/open/cif_mgus2_bysex.csv");
	test_r_return();
	printf("largest relative difference %.2g\n", worst);
	return unit_done();
}
