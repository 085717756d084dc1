/* Ratios are rounded once, half away from zero, on the exact value; periods include both ends. */
#include "base/period.h"
#include "base/ratio.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
test_format(void)
{
	static const struct {
		const char *note;
		int64_t num, of;
		int decimals;
		const char *fixed, *plain;
	} rows[] = {
	    {"two thirds in percent", 200, 3, 1, "66.7", "66.7"},
	    {"a whole one", 7, 1, 1, "7.0", "7"},
	    {"half a day", 15, 2, 1, "7.5", "7.5"},
	    {"half of the last place goes up", 23, 4, 1, "5.8", "5.8"},
	    {"0.25 as well", 1, 4, 1, "0.3", "0.3"},
	    {"and away from zero below it", -1, 4, 1, "-0.3", "-0.3"},
	    {"what rounds to zero has no sign", -1, 100, 1, "0.0", "0"},
	    {"a place that a double would miss", 1005, 1000, 2, "1.01", "1.01"},
	    {"no decimals", 5, 2, 0, "3", "3"},
	    {"tens keep their zeros", 100, 1, 0, "100", "100"},
	    {"nothing to divide by", 3, 0, 1, "-", "-"},
	    {"large counts", INT64_MAX, INT64_MAX, 1, "1.0", "1"},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_buf b = {0};

		eni_ratio_format(&b, eni_ratio_of(rows[i].num, rows[i].of), rows[i].decimals);
		is_str(eni_buf_str(&b), rows[i].fixed, rows[i].note);
		b.n = 0;
		eni_ratio_plain(&b, eni_ratio_of(rows[i].num, rows[i].of), rows[i].decimals);
		is_str(eni_buf_str(&b), rows[i].plain, rows[i].note);
		eni_buf_free(&b);
	}
}

static void
test_arithmetic(void)
{
	struct eni_ratio sum = eni_ratio_add(eni_ratio_of(23, 4), eni_ratio_of(1, 6));

	ok(eni_ratio_cmp(sum, eni_ratio_of(71, 12)) == 0, "23/4 + 1/6 = 71/12");
	ok(eni_ratio_cmp(eni_ratio_add(sum, ENI_NO_RATIO), sum) == 0, "no ratio adds nothing");
	ok(eni_ratio_cmp(eni_ratio_of(1, 3), eni_ratio_of(33, 100)) > 0, "a third is more than 0.33");
	ok(eni_ratio_cmp(ENI_NO_RATIO, eni_ratio_of(0, 1)) < 0, "no ratio is less than none at all");
	ok(eni_ratio_cmp(ENI_NO_RATIO, ENI_NO_RATIO) == 0, "no ratio equals itself");
	ok(eni_ratio_cmp(eni_percent(1, 4), eni_ratio_of(25, 1)) == 0, "percent");
}

static void
test_period(void)
{
	struct eni_period days = {{100, ENI_NOTIME}, {101, ENI_NOTIME}}, moments = {{100, 600}, {101, 600}},
			  open = {ENI_NEVER, ENI_NEVER};

	ok(eni_period_has(&days, (struct eni_when){100, 0}), "the first moment of the first day");
	ok(eni_period_has(&days, (struct eni_when){101, 1439}), "the last moment of the last day");
	ok(!eni_period_has(&days, (struct eni_when){102, 0}), "the day after");
	ok(!eni_period_has(&moments, (struct eni_when){100, 599}), "a minute too early");
	ok(eni_period_has(&moments, (struct eni_when){101, 600}), "until is included");
	ok(!eni_period_has(&moments, (struct eni_when){101, 601}), "a minute too late");
	ok(eni_period_has(&moments, (struct eni_when){101, ENI_NOTIME}), "a day without time");
	ok(!eni_period_has(&days, ENI_NEVER), "what has no day lies in no bounded period");
	ok(eni_period_has(&open, ENI_NEVER), "everything lies in the open one");
}

static void
test_round(void)
{
	static const struct {
		const char *note;
		eni_wide num, den;
		bool fits;
		int64_t want;
	} rows[] = {
	    {"a half goes up", 5, 2, true, 3},
	    {"and down below zero", -5, 2, true, -3},
	    {"less does not", 7, 5, true, 1},
	    {"whole", 12, 3, true, 4},
	    {"the largest", INT64_MAX, 1, true, INT64_MAX},
	    {"half too much", (eni_wide)INT64_MAX * 2 + 1, 2, false, 0},
	    {"the least", INT64_MIN, 1, true, INT64_MIN},
	    {"nothing to divide by", 1, 0, false, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t got = 0;

		is_int(eni_ratio_round((struct eni_ratio){rows[i].num, rows[i].den}, &got), rows[i].fits, rows[i].note);
		if (rows[i].fits)
			is_int(got, rows[i].want, rows[i].note);
	}
}

int
main(void)
{
	test_format();
	test_round();
	test_arithmetic();
	test_period();
	return unit_done();
}
