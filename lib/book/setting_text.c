/*
 * The small texts of office.yaml: ranges of days, weekdays, hours, numbers.  Room: book.
 * Readings only: no file, no messages.  Each takes text in NFKC without blanks around, and says whether it could be read.
 */
#include "book/setting.h"

#include "base/num.h"
#include "rec/value.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2199 }; /* days outside are slips: 1229 would be a serial date of 1903 */

/* "A..B"; with dash also "A-B", which cannot stand between days. */
static bool
cut_range(struct eni_str s, bool dash, struct eni_str *from, struct eni_str *to)
{
	static const char *const sign[] = {"..", "~", "〜", "-"};

	for (size_t i = 0; i < (dash ? 4 : 3); i++) {
		const char *p = s.n == 0 ? NULL : memmem(s.p, s.n, sign[i], strlen(sign[i]));

		if (p == NULL)
			continue;
		*from = eni_str_trim((struct eni_str){s.p, (size_t)(p - s.p)});
		*to = eni_str_trim(eni_str_from(s, (size_t)(p - s.p) + strlen(sign[i])));
		return true;
	}
	return false;
}

bool
eni_whole_read(struct eni_str s, int32_t low, int32_t high, int32_t *out)
{
	int64_t n;

	if (eni_count_parse(s, &n) != 1 || n < low || n > high)
		return false;
	*out = (int32_t)n;
	return true;
}

bool
eni_bounds_read(struct eni_str s, int32_t low, int32_t high, int32_t *from, int32_t *to)
{
	struct eni_str a = s, b = s;

	cut_range(s, true, &a, &b);
	return eni_whole_read(a, low, high, from) && eni_whole_read(b, low, high, to);
}

/* The one weekday s names, or -1. */
static int
one_weekday(struct eni_str s)
{
	uint32_t bits;

	if (eni_weekdays_parse(s, &bits) == 1)
		for (int d = ENI_MON; d <= ENI_SUN; d++)
			if (bits == ENI_WEEKDAY_BITS(d))
				return d;
	return -1;
}

bool
eni_weekdays_read(struct eni_str s, uint32_t *bits)
{
	struct eni_str a, b;
	int from, to;

	if (!cut_range(s, false, &a, &b))
		return eni_weekdays_parse(s, bits) == 1;
	from = one_weekday(a);
	to = one_weekday(b);
	if (from < 0 || to < 0)
		return false;
	*bits = ENI_WEEKDAY_BITS(to);
	for (int d = from; d != to; d = (d + 1) % 7)
		*bits |= ENI_WEEKDAY_BITS(d);
	return true;
}

bool
eni_hours_read(struct eni_str s, struct eni_hours *h)
{
	struct eni_str from, to;

	return cut_range(s, true, &from, &to) && eni_time_parse(from, &h->open) == 1 && eni_time_parse(to, &h->close) == 1 &&
	       h->open < h->close;
}

/* Takes one or two digits off the front of s. */
static int
take_digits(struct eni_str *s)
{
	size_t i = 0;
	int n = 0;

	for (; i < s->n && i < 2 && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		n = n * 10 + (s->p[i] - '0');
	*s = eni_str_from(*s, i);
	return n;
}

static bool
take_sign(struct eni_str *s, const char *sign)
{
	struct eni_str head = eni_str_of(sign);

	if (!eni_str_starts(*s, head))
		return false;
	*s = eni_str_from(*s, head.n);
	return true;
}

/* A day of every year, 12-29, 12/29 or 12月29日, as month*100+day. */
static bool
read_month_day(struct eni_str s, int32_t *out)
{
	int month = take_digits(&s), day;
	int32_t n;

	if (!take_sign(&s, "-") && !take_sign(&s, "/") && !take_sign(&s, "月"))
		return false;
	day = take_digits(&s);
	take_sign(&s, "日");
	*out = month * 100 + day;
	return s.n == 0 && eni_day_make(2000, month, day, &n); /* a leap year: 02-29 may be meant */
}

static bool
read_end(struct eni_str s, int32_t *day, bool *yearly)
{
	struct eni_when when;
	int year, month, dom;

	*yearly = read_month_day(s, day);
	if (*yearly)
		return true;
	if (eni_when_parse(s, &when, NULL) != 1 || when.minute != ENI_NOTIME)
		return false;
	*day = when.day;
	eni_day_split(when.day, &year, &month, &dom);
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

bool
eni_range_read(struct eni_str s, struct eni_range *r)
{
	struct eni_str from = s, to = s;
	bool yearly;

	cut_range(s, false, &from, &to);
	return read_end(from, &r->from, &r->yearly) && read_end(to, &r->to, &yearly) && r->yearly == yearly &&
	       (yearly || r->from <= r->to);
}
