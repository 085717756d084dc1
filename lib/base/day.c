/*
 * Civil days: arithmetic on day numbers, and writing them.  Reading them is day_read.c.
 * Room: base.
 */
#include "base/day.h"

enum { YEAR_MIN = 1868, YEAR_MAX = 2199, DAY_MINUTES = 1440 };

/* The Gregorian cycle of 400 years, and enough of them to make every day number of an int32_t positive. */
enum { CYCLE_YEARS = 400, CYCLE_DAYS = 146097, CYCLES = 20000 };
/* Days from 1 March of the year 0 to 1970-01-01. */
enum { EPOCH = 719468 };

static int
month_length(int64_t year, int month)
{
	static const int8_t length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return length[month - 1] + leap;
}

/* The year begins in March here, so that the leap day is its last and months follow one line (153 days for each five). */
static int64_t
number_of(int64_t year, int month, int day)
{
	uint64_t y = (uint64_t)(year + (int64_t)CYCLES * CYCLE_YEARS - (month <= 2)), century = y / 100;
	unsigned march = (unsigned)(month > 2 ? month - 3 : month + 9); /* months since March */

	return (int64_t)(y * 365 + y / 4 - century + century / 4 + (153 * march + 2) / 5) + day - 1 - EPOCH -
	       (int64_t)CYCLES * CYCLE_DAYS;
}

static int32_t
day_or_none(int64_t n)
{
	return n > INT32_MIN && n <= INT32_MAX ? (int32_t)n : ENI_NODAY;
}

bool
eni_day_make(int year, int month, int day, int32_t *out)
{
	if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
		return false;
	*out = (int32_t)number_of(year, month, day);
	return true;
}

void
eni_day_split(int32_t n, int *year, int *month, int *day)
{
	int64_t z = n + (int64_t)EPOCH + (int64_t)CYCLES * CYCLE_DAYS;
	int64_t in_cycle = z % CYCLE_DAYS;
	int64_t y = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
	int64_t in_year = in_cycle - (365 * y + y / 4 - y / 100);
	int64_t march = (5 * in_year + 2) / 153; /* months since March */

	*day = (int)(in_year - (153 * march + 2) / 5 + 1);
	*month = (int)(march < 10 ? march + 3 : march - 9);
	*year = (int)(y + (z / CYCLE_DAYS - CYCLES) * CYCLE_YEARS + (*month <= 2));
}

enum eni_weekday
eni_day_weekday(int32_t n)
{
	int64_t since_monday = (int64_t)n + 3; /* 1970-01-01 was a Thursday */

	return (enum eni_weekday)((since_monday % 7 + 7) % 7);
}

/* Years far beyond any day number are cut off before they can overflow. */
static int32_t
months_later(int32_t n, int64_t months)
{
	int64_t index, year;
	int y, m, d, length;

	if (n == ENI_NODAY)
		return ENI_NODAY;
	eni_day_split(n, &y, &m, &d);
	index = (int64_t)y * 12 + m - 1 + months + (int64_t)CYCLES * CYCLE_YEARS * 12;
	if (index < 0 || index >= (int64_t)CYCLES * CYCLE_YEARS * 24)
		return ENI_NODAY;
	year = index / 12 - (int64_t)CYCLES * CYCLE_YEARS;
	m = (int)(index % 12) + 1;
	length = month_length(year, m);
	return day_or_none(number_of(year, m, d < length ? d : length));
}

int32_t
eni_day_add_months(int32_t n, int months)
{
	return months_later(n, months);
}

int32_t
eni_month_start(int32_t n)
{
	int y, m, d;

	eni_day_split(n, &y, &m, &d);
	return day_or_none((int64_t)n - d + 1);
}

int32_t
eni_month_end(int32_t n)
{
	return day_or_none((int64_t)months_later(eni_month_start(n), 1) - 1);
}

static struct eni_when
moment_at(int64_t minutes)
{
	int64_t minute = (minutes % DAY_MINUTES + DAY_MINUTES) % DAY_MINUTES;
	int32_t day = day_or_none((minutes - minute) / DAY_MINUTES);

	return day == ENI_NODAY ? ENI_NEVER : (struct eni_when){day, (int32_t)minute};
}

struct eni_when
eni_when_add(struct eni_when w, struct eni_span span, int32_t k)
{
	static const int64_t far = INT64_C(1) << 42; /* minutes, and so all other units, that leave the day numbers behind */
	int64_t steps = (int64_t)span.n * k;

	if (!eni_is_day(w) || steps > far || steps < -far)
		return ENI_NEVER;
	switch (span.unit) {
	case ENI_MINUTES:
		return moment_at(eni_when_minutes(w) + steps);
	case ENI_HOURS:
		return moment_at(eni_when_minutes(w) + steps * 60);
	case ENI_DAYS:
		return (struct eni_when){day_or_none(w.day + steps), ENI_NOTIME};
	case ENI_WEEKS:
		return (struct eni_when){day_or_none(w.day + steps * 7), ENI_NOTIME};
	case ENI_MONTHS:
		return (struct eni_when){months_later(w.day, steps), ENI_NOTIME};
	case ENI_YEARS:
		return (struct eni_when){months_later(w.day, steps * 12), ENI_NOTIME};
	case ENI_UNITS:
		break;
	}
	return ENI_NEVER;
}

int32_t
eni_day_nearest(int32_t month_day, int32_t from, bool ahead)
{
	enum { LEAP_GAP = 8 }; /* years without a 29 February around a century */
	int year, month, day, step = ahead ? 1 : -1, ignored;
	int32_t n;

	eni_day_split(month_day, &ignored, &month, &day);
	eni_day_split(from, &year, &ignored, &ignored);
	for (int i = 0; i <= LEAP_GAP; i++, year += step)
		if (eni_day_make(year, month, day, &n) && (ahead ? n >= from : n <= from))
			return n;
	return ENI_NODAY;
}

/* ---- writing ---- */

/* At least `width` digits, then the mark; returns the place behind it. */
static char *
put_number(char *at, int value, int width, char mark)
{
	int tens = 1;

	for (int i = 1; i < width || value / tens >= 10; i++)
		tens *= 10;
	for (; tens > 0; tens /= 10)
		*at++ = (char)('0' + value / tens % 10);
	*at++ = mark;
	return at;
}

size_t
eni_when_format(struct eni_when w, char out[ENI_WHEN_TEXT])
{
	char *at = out;
	int y, m, d;

	*out = '\0';
	if (!eni_is_day(w))
		return 0;
	eni_day_split(w.day, &y, &m, &d);
	if (y < 0)
		*at++ = '-';
	at = put_number(at, y < 0 ? -y : y, 4, '-');
	at = put_number(at, m, 2, '-');
	at = put_number(at, d, 2, w.minute < 0 ? '\0' : ' ');
	if (w.minute >= 0) {
		at = put_number(at, w.minute / 60, 2, ':');
		at = put_number(at, w.minute % 60, 2, '\0');
	}
	return (size_t)(at - out) - 1;
}
