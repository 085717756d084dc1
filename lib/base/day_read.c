/*
 * The many ways in which offices write a day, a month, a time or an interval.
 * Room: base.  A journal holds millions of ISO days, so these are read first and alone; every other form goes through
 * a scan of its NFKC form.  What is not surely one day is none: never a neighbour.
 */
#include "base/day.h"

#include "base/scan.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { DAY_MINUTES = 1440 };

/* ---- reading ISO, the short way ---- */

/* The number in two digits, or one so small that no sum with it is a year, a month, a day or a time. */
static int
two(const char *p)
{
	unsigned a = (unsigned char)p[0] - (unsigned)'0', b = (unsigned char)p[1] - (unsigned)'0';

	return a > 9 || b > 9 ? -1000000 : (int)(a * 10 + b);
}

static bool
is_clock(int hour, int minute, int second)
{
	return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

/* 2026-11-21, 2026-11-21 14:05 and 2026-11-21 14:05:00 (or with a T, or with slashes), nothing else. */
static bool
read_iso(struct eni_str s, struct eni_when *out)
{
	int minute = ENI_NOTIME;

	if ((s.n != 10 && s.n != 16 && s.n != 19) || (s.p[4] != '-' && s.p[4] != '/') || s.p[7] != s.p[4])
		return false;
	if (s.n > 10) {
		int hour = two(s.p + 11), past = two(s.p + 14), second = s.n == 19 ? two(s.p + 17) : 0;

		if ((s.p[10] != ' ' && s.p[10] != 'T') || s.p[13] != ':' || (s.n == 19 && s.p[16] != ':') ||
		    !is_clock(hour, past, second))
			return false;
		minute = hour * 60 + past;
	}
	out->minute = minute;
	return eni_day_make(two(s.p) * 100 + two(s.p + 2), two(s.p + 5), two(s.p + 8), &out->day);
}

/* ---- reading days ---- */

struct era {
	const char *name, *letter;
	int before;    /* the western year before its year 1 */
	int32_t first; /* its first day; the last is the day before the next era */
};

/* The latest first.  The borders are those of the Japanese calendar of glibc; Meiji days before 1873 count as Gregorian. */
static const struct era eras[] = {
    {"令和", "R", 2018, 18017},  /* 2019-05-01 */
    {"平成", "H", 1988, 6947},   /* 1989-01-08 */
    {"昭和", "S", 1925, -15713}, /* 1926-12-25 */
    {"大正", "T", 1911, -20974}, /* 1912-07-30 */
    {"明治", "M", 1867, -37231}, /* 1868-01-25 */
};

bool
eni_day_era(int32_t day, struct eni_era *out)
{
	int year, month, date;

	eni_day_split(day, &year, &month, &date);
	for (size_t i = 0; i < COUNT(eras); i++)
		if (day >= eras[i].first) {
			*out = (struct eni_era){eras[i].name, eras[i].letter, year - eras[i].before};
			return true;
		}
	return false;
}

static const struct era *
scan_era(struct eni_scan *s)
{
	if (eni_is_digit(*s->rest.p)) /* most days are western: no need to look for ten words */
		return NULL;
	for (size_t i = 0; i < COUNT(eras); i++)
		if (eni_scan_pass(s, eras[i].name) || eni_scan_pass(s, eras[i].letter))
			return &eras[i];
	return NULL;
}

/* Whether a day of from..to lies in the era; NULL is the western count, which holds every day. */
static bool
era_holds(const struct era *era, int32_t from, int32_t to)
{
	return era == NULL || (to >= era->first && (era == eras || from < era[-1].first));
}

static int
western(const struct era *era, int year)
{
	return era == NULL ? year : year < 1 ? -1 : era->before + year;
}

/* The digits of a year, or of a whole day or month written without marks; 元 is the first year of an era. */
static size_t
scan_year(struct eni_scan *s, const struct era *era, int *year)
{
	if (era == NULL)
		return eni_scan_digits(s, 9, year);
	eni_scan_blanks(s);
	if (!eni_scan_pass(s, "元"))
		return eni_scan_digits(s, 9, year);
	*year = 1;
	return 1;
}

static bool
is_year_length(const struct era *era, size_t digits)
{
	return era == NULL ? digits == 4 : digits == 1 || digits == 2;
}

/* One or two digits; old forms pad with a blank. */
static bool
scan_small(struct eni_scan *s, int *value)
{
	eni_scan_blanks(s);
	return eni_scan_digits(s, 2, value) > 0;
}

/* What stands behind year, month and day.  The last three are what Japanese keyboards give for a hyphen. */
static const char *const marks[][3] = {
    {"-", "-", ""},
    {"/", "/", ""},
    {".", ".", ""},
    {"年", "月", "日"},
    {"年", "月", "号"},
    {"ー", "ー", ""},
    {"−", "−", ""},
    {"‐", "‐", ""},
};

static bool
scan_month_day(struct eni_scan *s, int *month, int *day)
{
	struct eni_str start = s->rest;

	for (size_t i = 0; i < COUNT(marks); i++, s->rest = start)
		if (eni_scan_pass(s, marks[i][0]) && scan_small(s, month) && eni_scan_pass(s, marks[i][1]) && scan_small(s, day) &&
		    eni_scan_pass(s, marks[i][2]))
			return true;
	return false;
}

static bool
scan_day(struct eni_scan *s, int32_t *out)
{
	const struct era *era = scan_era(s);
	int year, month, day;
	size_t digits = scan_year(s, era, &year);

	if (digits == (era == NULL ? 8 : 6)) { /* 20261121, R081121 */
		day = year % 100;
		month = year / 100 % 100;
		year /= 10000;
	} else if (!is_year_length(era, digits) || !scan_month_day(s, &month, &day))
		return false;
	return eni_day_make(western(era, year), month, day, out) && era_holds(era, *out, *out);
}

/* Passes over (土), (Sat), 土曜日, 星期六; without brackets the bare 土 is too little. */
static void
scan_weekday(struct eni_scan *s)
{
	static const char *const front[] = {"星期", "礼拜", "周"}, *const back[] = {"曜日", "曜"};
	static const char *const day[] = {"月", "火", "水", "木", "金", "土", "日", "一", "二", "三", "四", "五", "六", "天", "Mon",
	    "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	struct eni_str start = s->rest;
	bool open, named;

	eni_scan_blanks(s);
	open = eni_scan_pass(s, "(");
	named = eni_scan_pass_any(s, front, COUNT(front));
	if (eni_scan_pass_any(s, day, COUNT(day))) {
		named |= eni_scan_pass_any(s, back, COUNT(back));
		if (open ? eni_scan_pass(s, ")") : named)
			return;
	}
	s->rest = start;
}

/* ---- reading times ---- */

enum half { WHOLE_DAY, MORNING, AFTERNOON };

static enum half
scan_half(struct eni_scan *s)
{
	static const char *const morning[] = {"午前", "上午", "AM"}, *const afternoon[] = {"午後", "下午", "PM"};

	eni_scan_blanks(s);
	return eni_scan_pass_any(s, morning, COUNT(morning))       ? MORNING
	       : eni_scan_pass_any(s, afternoon, COUNT(afternoon)) ? AFTERNOON
								   : WHOLE_DAY;
}

/* -1 when there is no such hour.  12 is the first hour of its half, as in 12:30 PM; 下午14:05 is said, and plain. */
static int
hour_of_day(enum half half, int hour)
{
	if (half == WHOLE_DAY)
		return hour;
	if (hour <= 12)
		return hour % 12 + (half == AFTERNOON ? 12 : 0);
	return half == AFTERNOON && hour < 24 ? hour : -1;
}

/* Behind the minutes: nothing, or seconds, which a day book drops: :07, :07.123. */
static bool
scan_seconds(struct eni_scan *s, int *second)
{
	int fraction;

	if (!eni_scan_pass(s, ":"))
		return true;
	if (eni_scan_digits(s, 2, second) != 2)
		return false;
	return !eni_scan_pass(s, ".") || eni_scan_digits(s, 9, &fraction) > 0;
}

/* Behind 14時: nothing, 半, 5分, 5分7秒. */
static bool
scan_spoken(struct eni_scan *s, int *minute, int *second)
{
	if (eni_scan_pass(s, "半")) {
		*minute = 30;
		return true;
	}
	if (!scan_small(s, minute))
		return true;
	if (!eni_scan_pass(s, "分"))
		return false;
	return !scan_small(s, second) || eni_scan_pass(s, "秒");
}

/* Minutes after midnight, 24:00 included; the halves stand before the time, or behind it as in 2:05 PM. */
static bool
scan_clock(struct eni_scan *s, int32_t *out)
{
	static const char *const hours[] = {"時", "时", "点"};
	enum half half = scan_half(s);
	int hour, minute = 0, second = 0;

	if (!scan_small(s, &hour))
		return false;
	if (eni_scan_pass(s, ":")) {
		if (eni_scan_digits(s, 2, &minute) != 2 || !scan_seconds(s, &second))
			return false;
	} else if (!eni_scan_pass_any(s, hours, COUNT(hours)) || !scan_spoken(s, &minute, &second))
		return false;
	if (half == WHOLE_DAY)
		half = scan_half(s);
	hour = hour_of_day(half, hour);
	*out = hour * 60 + minute;
	return is_clock(hour, minute, second) || (hour == 24 && minute == 0 && second == 0);
}

/* Hours and minutes of a zone behind its sign: 9, 09:00, 0900; no zone is further than 14 hours away. */
static bool
scan_offset(struct eni_scan *s, int *east)
{
	int hour, minute = 0;

	if (eni_scan_digits(s, 2, &hour) == 0)
		return false;
	if ((eni_scan_pass(s, ":") || !eni_scan_done(s)) && eni_scan_digits(s, 2, &minute) != 2)
		return false;
	*east = hour * 60 + minute;
	return minute < 60 && *east <= 14 * 60;
}

/* What may stand behind a time: nothing; or Z, +09:00, GMT+9: then *zoned.  A bare "-" is a range of times, not a zone. */
static bool
scan_zone(struct eni_scan *s, bool *zoned, int *east)
{
	static const char *const names[] = {"Z", "GMT", "UTC"};
	bool named;

	*zoned = false;
	*east = 0;
	eni_scan_blanks(s);
	if (eni_scan_done(s))
		return true;
	*zoned = true;
	named = eni_scan_pass_any(s, names, COUNT(names));
	if (named && eni_scan_done(s))
		return true;
	if (eni_scan_pass(s, "+"))
		return scan_offset(s, east);
	if (!named || !eni_scan_pass(s, "-") || !scan_offset(s, east))
		return false;
	*east = -*east;
	return true;
}

/* Between day and time: blanks, T, or nothing where two digits do not meet. */
static bool
scan_gap(struct eni_scan *s)
{
	bool after_digit = eni_is_digit(s->rest.p[-1]);

	return eni_scan_blanks(s) || eni_scan_pass(s, "T") || !after_digit || !eni_is_digit(*s->rest.p);
}

static bool
scan_moment(struct eni_scan *s, struct eni_when *out, bool *utc)
{
	bool zoned;
	int east;

	if (!scan_day(s, &out->day))
		return false;
	scan_weekday(s);
	if (eni_scan_done(s))
		return true;
	if (!scan_gap(s) || !scan_clock(s, &out->minute) || out->minute >= DAY_MINUTES || !scan_zone(s, &zoned, &east))
		return false;
	if (!zoned)
		return eni_scan_done(s);
	if (utc == NULL || !eni_scan_done(s))
		return false;
	*utc = true;
	*out = eni_when_add(*out, (struct eni_span){-east, ENI_MINUTES}, 1);
	return true;
}

/* ---- reading serial days of spreadsheets ---- */

/* A fraction of a day, to the nearest second, so that 0.5868055556 is 14:05 and not 14:04; none when it is 0. */
static bool
scan_fraction(struct eni_scan *s, int32_t *minute)
{
	int value, ignored;
	size_t digits = eni_scan_digits(s, 9, &value);
	int64_t seconds;

	if (digits == 0)
		return false;
	for (; digits < 9; digits++)
		value *= 10;
	while (eni_scan_digits(s, 9, &ignored) > 0)
		continue;
	seconds = ((int64_t)value * 86400 + 500000000) / 1000000000;
	if (value > 0)
		*minute = (int32_t)(seconds < 86400 ? seconds / 60 : DAY_MINUTES - 1);
	return true;
}

/* Five digits before the point, so that neither a year nor a count nor 20261121 is taken for one. */
static bool
scan_serial(struct eni_scan *s, struct eni_when *out)
{
	enum { FIRST = 10000, LAST = 73050, ZERO = -25569 /* 1899-12-30 */ };
	struct eni_str start = s->rest;
	int serial;

	if (eni_scan_digits(s, 6, &serial) == 5 && serial >= FIRST && serial <= LAST &&
	    (!eni_scan_pass(s, ".") || scan_fraction(s, &out->minute)) && eni_scan_done(s)) {
		out->day = ZERO + serial;
		return true;
	}
	s->rest = start;
	return false;
}

/* ---- the public readers ---- */

static int
read_other(struct eni_str value, struct eni_when *out, bool *utc)
{
	struct eni_scan s;
	int got = eni_scan_open(&s, value);

	*out = ENI_NEVER;
	if (got <= 0)
		return got;
	if (scan_serial(&s, out))
		return 1;
	*out = ENI_NEVER;
	if (scan_moment(&s, out, utc))
		return 1;
	*out = ENI_NEVER;
	return -1;
}

int
eni_when_parse(struct eni_str value, struct eni_when *out, bool *utc)
{
	if (utc != NULL)
		*utc = false;
	return read_iso(value, out) ? 1 : read_other(value, out, utc);
}

/* Year and month alone: 2026-11, 2026年11月, 202611, R8.11, R0811.  A month belongs to both eras that meet in it. */
static bool
scan_month(struct eni_scan *s, int32_t *out)
{
	const struct era *era = scan_era(s);
	int year, month;
	size_t digits = scan_year(s, era, &year);
	struct eni_str start = s->rest;
	bool read = false;

	if (digits == (era == NULL ? 6 : 4)) {
		month = year % 100;
		year /= 100;
		read = true;
	}
	for (size_t i = 0; !read && is_year_length(era, digits) && i < COUNT(marks); i++) {
		s->rest = start;
		read = eni_scan_pass(s, marks[i][0]) && scan_small(s, &month) && (marks[i][2][0] == '\0' || eni_scan_pass(s, "月"));
	}
	return read && eni_scan_done(s) && eni_day_make(western(era, year), month, 1, out) &&
	       era_holds(era, *out, eni_month_end(*out));
}

int
eni_month_parse(struct eni_str value, int32_t *out)
{
	struct eni_scan s;
	struct eni_when w;
	int got = eni_when_parse(value, &w, NULL);

	if (got == 1)
		*out = eni_month_start(w.day);
	if (got >= 0)
		return got;
	if ((got = eni_scan_open(&s, value)) <= 0)
		return got;
	return scan_month(&s, out) ? 1 : -1;
}

int
eni_time_parse(struct eni_str value, int32_t *out)
{
	struct eni_scan s;
	int got = eni_scan_open(&s, value);

	if (got <= 0)
		return got;
	return scan_clock(&s, out) && eni_scan_done(&s) ? 1 : -1;
}

int
eni_span_parse(struct eni_str value, struct eni_span *out)
{
	static const struct {
		const char *word;
		enum eni_unit unit;
	} units[] = {
	    {"min", ENI_MINUTES}, /* before m */
	    {"h", ENI_HOURS},
	    {"d", ENI_DAYS},
	    {"w", ENI_WEEKS},
	    {"m", ENI_MONTHS},
	    {"y", ENI_YEARS},
	};
	struct eni_scan s;
	int got = eni_scan_open(&s, value);

	if (got <= 0)
		return got;
	if (eni_scan_digits(&s, 9, &out->n) == 0)
		return -1;
	for (size_t i = 0; i < COUNT(units); i++)
		if (eni_scan_pass(&s, units[i].word)) {
			out->unit = units[i].unit;
			return eni_scan_done(&s) ? 1 : -1;
		}
	return -1;
}
