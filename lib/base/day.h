/*
 * Civil days and moments: proleptic Gregorian day numbers, no time zones, no mktime.
 * Room: base.  The clock is read elsewhere, once (cli).
 */
#ifndef ENI_BASE_DAY_H
#define ENI_BASE_DAY_H

#include "base/mem.h"

enum { ENI_NODAY = INT32_MIN, ENI_NOTIME = -1 };

/* A day with or without a time.  The empty value is {ENI_NODAY, ENI_NOTIME}. */
struct eni_when {
	int32_t day;    /* days since 1970-01-01; ENI_NODAY: none */
	int32_t minute; /* 0..1439 of that day; ENI_NOTIME: only a day is known */
};

#define ENI_NEVER ((struct eni_when){ENI_NODAY, ENI_NOTIME})

enum eni_weekday { ENI_MON, ENI_TUE, ENI_WED, ENI_THU, ENI_FRI, ENI_SAT, ENI_SUN, ENI_WEEK };

static inline bool
eni_is_day(struct eni_when w)
{
	return w.day != ENI_NODAY;
}

/* Minutes since 1970-01-01 00:00; a day without time sorts as 00:00 (decision 13). */
static inline int64_t
eni_when_minutes(struct eni_when w)
{
	return (int64_t)w.day * 1440 + (w.minute < 0 ? 0 : w.minute);
}

/* Order: by day, then time, a day without time before the same day with one, also before 00:00. */
static inline int
eni_when_cmp(struct eni_when a, struct eni_when b)
{
	return a.day != b.day ? (a.day > b.day) - (a.day < b.day) : (a.minute > b.minute) - (a.minute < b.minute);
}

/* a is before b; times are compared only when both have them (decision 10). */
static inline bool
eni_before(struct eni_when a, struct eni_when b)
{
	return a.day < b.day || (a.day == b.day && a.minute >= 0 && b.minute >= 0 && a.minute < b.minute);
}

/* False when there is no such day (2023-02-29) or the year is outside 1868..2199. */
bool eni_day_make(int year, int month, int day, int32_t *out);
void eni_day_split(int32_t n, int *year, int *month, int *day);
enum eni_weekday eni_day_weekday(int32_t n);
/* n months later (earlier when negative): the same day of the month, clipped to its end (31 Oct + 1 = 30 Nov).
 * ENI_NODAY stays ENI_NODAY, here and below, and is the answer where a day number does not fit. */
int32_t eni_day_add_months(int32_t n, int months);
int32_t eni_month_start(int32_t n);
int32_t eni_month_end(int32_t n); /* its last day */

/* The Japanese era of a day: 令和, R, and the year in it, from 1.  False before Meiji. */
struct eni_era {
	const char *name, *letter;
	int year;
};
bool eni_day_era(int32_t day, struct eni_era *out);

/* Writes "2026-11-21" or "2026-11-21 14:05" and a NUL; returns the length (10 or 16; 0 for the empty value). */
enum { ENI_WHEN_TEXT = 24 };
size_t eni_when_format(struct eni_when w, char out[ENI_WHEN_TEXT]);

/* The day of the month and day of month_day (its year is nothing) that is nearest to `from`, itself included: not after it or,
 * ahead, not before it.  ENI_NODAY where the calendar has none. */
int32_t eni_day_nearest(int32_t month_day, int32_t from, bool ahead);

/*
 * Reads every form of enishi-records(5), VALUES, in digits and signs of any width, letters of any case:
 *
 *   days    2026-11-21, 2026/1/5, 2024-1-5, 2026.11.21, 20261121, 2026年11月21日 (or 号), 令和8年11月21日, 令8.11.21, R8.11.21,
 *           R8/11/21, R081121, 令和元年5月1日, and so for M/T/S/H; 10-Nov-2026, Nov 10, 2026.  Eras must hold the day:
 * 平成31年5月1日 is refused.  Meiji days before 1873 count as Gregorian.  Western years have four digits: 24-01-05 is refused.
 *   times   behind a day, or nothing: 14:05, 14:05:00 (seconds are dropped), 9:01, 14時05分, 14時半, 午後2時5分, 正午,
 *           下午2:05, 2:05 PM; after a blank or an ISO T, or directly where the day does not end in a digit.
 *           24:00 to 29:59 are of the next day.
 *   zones   behind a time: Z, UTC, +09:00, GMT+9 (as in Google Forms).  Then the moment is in UTC.
 *   serial  days of Excel, 46347 or 46347.5: five digits, 10000..73050 (1927-05-18..2099-12-31), from 1899-12-30, so
 *           that a year or a small number is never a day.  A fraction gives the time, a fraction of 0 none.
 *   no year 11/16, 11月16日, 16-Nov: a day of no year in particular, for eni_day_nearest.
 *   rough   2026年11月上旬 or 初 (the 1st), 中旬 (the 11th), 下旬 (the 21st), 末 or 底 (the last).
 *   ranges  two of all these, or one and a time or a day of the same month (14:00～15:00, 11/24-26), with から ～ 〜 - 至 between
 *           and まで behind, or one alone before or behind such a sign.  `end` says which of the two is wanted.
 *
 * A weekday behind the day, as 2026/11/21(土) or 2026年11月21日星期六, is passed over, not checked.
 * Returns 1, *out, and in *open what the text left open; 0 when it is empty or blank; -1 when it is no date (2023-02-29,
 * 2024-1-5X, more than 128 bytes), or a range without the wanted end; in the latter two *out is empty.  An ISO day costs a few
 * nanoseconds; nothing allocates.
 */
enum {
	ENI_WHEN_UTC = 1,      /* the moment is in UTC */
	ENI_WHEN_YEARLESS = 2, /* the year is nothing */
	ENI_WHEN_ROUGH = 4,    /* the day stands for a part of the month */
	ENI_WHEN_RANGE = 8     /* of two days one was wanted */
};
int eni_when_read(struct eni_str s, bool end, struct eni_when *out, unsigned *open);
/* What eni_when_read does not read, of a day said as from another one, `own` (明日, 3日後, 来週月曜, 金曜, 周五, which lie behind
 * it), or with a word behind it that leaves the day alone (12/4午後, 12/4（金）17時以降, 12/4頃).  1, or -1 and *out is empty. */
int eni_when_read_spoken(struct eni_str s, int32_t own, struct eni_when *out, unsigned *open);
/* The same as eni_when_read of a day that must leave nothing open, as options and settings want it; *utc is set where it is in UTC,
 * and where utc is NULL no zone is allowed. */
int eni_when_parse(struct eni_str s, struct eni_when *out, bool *utc);

/* A month: 2026-11, 2026/11, 2026.11, 202611, 2026年11月, 令和8年11月, R8.11, R0811, or any full date without a zone (its month).
 * *out is the first day of it.  1, 0, -1. */
int eni_month_parse(struct eni_str s, int32_t *out);
/* A time alone, minutes after midnight: 9:00, 09:00, 14時05分, 午後2時, 2:05 PM.  24:00 gives 1440.  1, 0, -1. */
int eni_time_parse(struct eni_str s, int32_t *out);

/* An interval: a whole number and a unit, without sign. */
enum eni_unit { ENI_MINUTES, ENI_HOURS, ENI_DAYS, ENI_WEEKS, ENI_MONTHS, ENI_YEARS, ENI_UNITS };
extern const char *const eni_unit_code[]; /* as written: min, h, d, w, m, y */
struct eni_span {
	int32_t n; /* may be negative when used as an offset */
	enum eni_unit unit;
};
/* "30min" "24h" "7d" "2w" "3m" "5y" (decision 44).  1, 0 (empty), -1. */
int eni_span_parse(struct eni_str s, struct eni_span *out);
/* w + k x span.  Hours and minutes keep the time (a day without time counts from 00:00); all other units drop it.
 * The months of a span are counted at once, from w: 31 Jan + 2 x 1m = 31 Mar.  ENI_NEVER when w is, or when it does not fit. */
struct eni_when eni_when_add(struct eni_when w, struct eni_span span, int32_t k);
static inline bool
eni_span_timed(struct eni_span s)
{
	return s.unit == ENI_MINUTES || s.unit == ENI_HOURS;
}

#endif
