/* Periods in words of the calendar: see period.h. */
#include "base/period.h"

#include <assert.h>

#include "base/text.h"

enum { YEAR = 12, HALF = 6, QUARTER = 3 };

static const struct last {
	const char *word;
	int months;
} lasts[] = {{"last-month", 1}, {"last-quarter", QUARTER}, {"last-half", HALF}, {"last-year", YEAR}};

struct eni_period
eni_period_months(int32_t first, int months)
{
	assert(months > 0);
	return (struct eni_period){{first, ENI_NOTIME}, {eni_month_end(eni_day_add_months(first, months - 1)), ENI_NOTIME}};
}

/* The one before that in which the day lies. */
static struct eni_period
last_before(int32_t today, int months)
{
	int year, month, day;
	int32_t first;

	eni_day_split(today, &year, &month, &day);
	first = eni_day_add_months(eni_month_start(today), -((month - 1) % months));
	return eni_period_months(eni_day_add_months(first, -months), months);
}

/* The four digits of a year that s starts with; 0: none. */
static int
take_year(struct eni_str *s)
{
	enum { DIGITS = 4, TEN = 10 };
	int year = 0;

	if (s->n < DIGITS)
		return 0;
	for (size_t i = 0; i < DIGITS; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return 0;
		year = year * TEN + (s->p[i] - '0');
	}
	*s = eni_str_from(*s, DIGITS);
	return year;
}

/* A year, or behind it a letter and the number of its part: 2026-Q4, 2026h2. */
static bool
parse_part_of_year(struct eni_str s, struct eni_period *out)
{
	int year = take_year(&s), months = YEAR, nth = 1;
	int32_t first;

	if (!eni_day_make(year, 1, 1, &first))
		return false;
	if (eni_str_is(s, "年"))
		s.n = 0;
	if (eni_str_starts(s, ENI_S("-")))
		s = eni_str_from(s, 1);
	if (s.n == 2) {
		months = s.p[0] == 'q' ? QUARTER : s.p[0] == 'h' ? HALF : 0;
		nth = s.p[1] - '0';
	} else if (s.n > 0) {
		return false;
	}
	if (months == 0 || nth < 1 || nth > YEAR / months)
		return false;
	*out = eni_period_months(eni_day_add_months(first, (nth - 1) * months), months);
	return true;
}

static bool
parse_one(struct eni_str s, int32_t today, struct eni_period *out)
{
	struct eni_when day;
	int32_t month;

	for (size_t i = 0; i < sizeof lasts / sizeof *lasts; i++)
		if (eni_str_is(s, lasts[i].word)) {
			*out = last_before(today, lasts[i].months);
			return true;
		}
	if (parse_part_of_year(s, out))
		return true;
	if (eni_when_parse(s, &day, NULL) == 1 || eni_month_parse(s, &month) != 1)
		return false;
	*out = eni_period_months(month, 1);
	return true;
}

static bool
parse(struct eni_str s, int32_t today, struct eni_period *out)
{
	static const struct eni_str to = {"..", 2};
	const char *between = memmem(s.p, s.n, to.p, to.n);
	struct eni_period first, last;
	struct eni_str before;

	if (between == NULL)
		return parse_one(s, today, out);
	before = (struct eni_str){s.p, (size_t)(between - s.p)};
	if (!parse_one(before, today, &first) || !parse_one(eni_str_from(s, before.n + to.n), today, &last) ||
	    eni_before(last.until, first.since))
		return false;
	*out = (struct eni_period){first.since, last.until};
	return true;
}

int
eni_period_parse(struct eni_str s, int32_t today, struct eni_period *out)
{
	struct eni_buf plain = {0};
	bool known;

	*out = (struct eni_period){ENI_NEVER, ENI_NEVER};
	s = eni_str_trim(s);
	if (s.n == 0)
		return 0;
	eni_casefold(&plain, s);
	known = parse(eni_buf_str(&plain), today, out);
	eni_buf_free(&plain);
	return known ? 1 : -1;
}
