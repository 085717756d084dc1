/*
 * The many ways in which offices write a day, a month, a time or an interval.
 * Room: base.  A journal holds millions of ISO days, so these are read first and alone; every other form goes through
 * a scan of its NFKC form.  What is not surely one day is none: never a neighbour.
 */
#include "base/day.h"

#include "base/scan.h"
#include "base/table.h"

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

/* The day of ten bytes, 2026-11-21 or 2026/11/21.  A file is mostly in order of time, so the next day read is mostly the last. */
static bool
read_iso_day(const char *p, int32_t *out)
{
	static _Thread_local struct {
		char text[10];
		int32_t day;
	} last = {"1970-01-01", 0};

	if (memcmp(p, last.text, sizeof last.text) != 0) {
		if ((p[4] != '-' && p[4] != '/') || p[7] != p[4] ||
		    !eni_day_make(two(p) * 100 + two(p + 2), two(p + 5), two(p + 8), &last.day))
			return false;
		memcpy(last.text, p, sizeof last.text);
	}
	*out = last.day;
	return true;
}

/* 2026-11-21, 2026-11-21 14:05 and 2026-11-21 14:05:00 (or with a T, or with slashes), nothing else. */
static bool
read_iso(struct eni_str s, struct eni_when *out)
{
	int minute = ENI_NOTIME;

	if (s.n != 10 && s.n != 16 && s.n != 19)
		return false;
	if (s.n > 10) {
		int hour = two(s.p + 11), past = two(s.p + 14), second = s.n == 19 ? two(s.p + 17) : 0;

		if ((s.p[10] != ' ' && s.p[10] != 'T') || s.p[13] != ':' || (s.n == 19 && s.p[16] != ':') ||
		    !is_clock(hour, past, second))
			return false;
		minute = hour * 60 + past;
	}
	out->minute = minute;
	return read_iso_day(s.p, &out->day);
}

/* ---- reading days ---- */

struct era {
	const char *name, *kanji, *letter;
	int before;    /* the western year before its year 1 */
	int32_t first; /* its first day; the last is the day before the next era */
};

/* The latest first.  The borders are those of the Japanese calendar of glibc; Meiji days before 1873 count as Gregorian. */
static const struct era eras[] = {
    {"令和", "令", "R", 2018, 18017},  /* 2019-05-01 */
    {"平成", "平", "H", 1988, 6947},   /* 1989-01-08 */
    {"昭和", "昭", "S", 1925, -15713}, /* 1926-12-25 */
    {"大正", "大", "T", 1911, -20974}, /* 1912-07-30 */
    {"明治", "明", "M", 1867, -37231}, /* 1868-01-25 */
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
	if (s->rest.n == 0 || eni_is_digit(*s->rest.p)) /* most days are western: no need to look for ten words */
		return NULL;
	for (size_t i = 0; i < COUNT(eras); i++)
		if (eni_scan_pass(s, eras[i].name) || eni_scan_pass(s, eras[i].kanji) || eni_scan_pass(s, eras[i].letter))
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

/* What has been read of a moment, and what it leaves open: bits of ENI_WHEN_... */
struct moment {
	struct eni_when when;
	unsigned open;
};

/* Parts of a month, by the day that stands for them; the last day called by its name is no part. */
enum { LAST_OF_MONTH = -1 };
static const struct {
	const char *word;
	int8_t day;
	bool rough;
} parts[] = {{"上旬", 1, true}, {"初旬", 1, true}, {"初め", 1, true}, {"始め", 1, true}, {"初", 1, true}, {"中旬", 11, true},
    {"下旬", 21, true}, {"末日", LAST_OF_MONTH, false}, {"末", LAST_OF_MONTH, true}, {"底", LAST_OF_MONTH, true}};

static bool
scan_part(struct eni_scan *s, int *day, unsigned *open)
{
	eni_scan_blanks(s);
	for (size_t i = 0; i < COUNT(parts); i++)
		if (eni_scan_pass(s, parts[i].word)) {
			*day = parts[i].day;
			*open |= parts[i].rough ? (unsigned)ENI_WHEN_ROUGH : 0;
			return true;
		}
	return false;
}

/* Month and day, or a part of the month, with these marks. */
static bool
scan_month_day(struct eni_scan *s, const char *const mark[3], int *month, int *day, unsigned *open)
{
	if (!scan_small(s, month))
		return false;
	if (eni_scan_pass(s, mark[1]) && scan_small(s, day))
		return eni_scan_pass(s, mark[2]);
	return scan_part(s, day, open);
}

static bool
make_day(int year, int month, int day, int32_t *out)
{
	if (!eni_day_make(year, month, day == LAST_OF_MONTH ? 1 : day, out))
		return false;
	if (day == LAST_OF_MONTH)
		*out = eni_month_end(*out);
	return true;
}

static bool
scan_dated(struct eni_scan *s, struct moment *m)
{
	const struct era *era = scan_era(s);
	int year, month, day;
	size_t digits = scan_year(s, era, &year);
	struct eni_str behind = s->rest;
	bool read = false;

	if (digits == (era == NULL ? 8 : 6)) { /* 20261121, R081121 */
		day = year % 100;
		month = year / 100 % 100;
		year /= 10000;
		read = true;
	}
	for (size_t i = 0; !read && is_year_length(era, digits) && i < COUNT(marks); i++) {
		s->rest = behind;
		read = eni_scan_pass(s, marks[i][0]) && scan_month_day(s, marks[i], &month, &day, &m->open);
	}
	return read && make_day(western(era, year), month, day, &m->when.day) && era_holds(era, m->when.day, m->when.day);
}

/* The number of the month, or 0. */
static int
scan_month_name(struct eni_scan *s)
{
	static const char *const name[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
	    "October", "November", "December"};
	static const char *const brief[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	for (size_t i = 0; i < COUNT(name); i++)
		if (eni_scan_pass(s, name[i]) || eni_scan_pass(s, brief[i]))
			return (int)i + 1;
	return 0;
}

static void
scan_english_mark(struct eni_scan *s)
{
	static const char *const mark[] = {"-", "/", ".", ","};

	eni_scan_pass_any(s, mark, COUNT(mark));
	eni_scan_blanks(s);
}

/* The leap year in which a day without a year is kept until it gets one. */
enum { ANY_YEAR = 2000 };

/* 10-Nov-2026, 10 Nov 2026, November 10, 2026; 10-Nov, but not 10-Nov-26, whose century is not said. */
static bool
scan_english(struct eni_scan *s, struct moment *m)
{
	struct eni_str behind;
	int year, day, month = scan_month_name(s);
	bool month_first = month > 0;

	if (month_first)
		scan_english_mark(s);
	if (!scan_small(s, &day))
		return false;
	if (!month_first) {
		scan_english_mark(s);
		month = scan_month_name(s);
	}
	behind = s->rest;
	scan_english_mark(s);
	if (eni_scan_digits(s, 4, &year) != 4) {
		if (s->rest.p[-1] != ' ' && eni_is_digit(s->rest.p[-1]))
			return false;
		s->rest = behind;
		m->open |= ENI_WHEN_YEARLESS;
		year = ANY_YEAR;
	}
	return month > 0 && eni_day_make(year, month, day, &m->when.day);
}

/* 11/16, 11月16日, 11月下旬.  In 05-01-24 the first two are no day. */
static bool
scan_yearless(struct eni_scan *s, struct moment *m)
{
	struct eni_str start = s->rest;
	int month, day;

	for (size_t i = 0; i < COUNT(marks); i++, s->rest = start) {
		m->open = ENI_WHEN_YEARLESS;
		if (scan_month_day(s, marks[i], &month, &day, &m->open))
			return !(marks[i][2][0] == '\0' && eni_scan_pass(s, marks[i][1])) &&
			       make_day(ANY_YEAR, month, day, &m->when.day);
	}
	return false;
}

static bool
scan_day(struct eni_scan *s, struct moment *m)
{
	static bool (*const form[])(struct eni_scan *, struct moment *) = {scan_dated, scan_yearless, scan_english};
	struct eni_str start = s->rest;

	for (size_t i = 0; i < COUNT(form); i++, s->rest = start) {
		*m = (struct moment){.when = ENI_NEVER};
		if (form[i](s, m))
			return true;
	}
	return false;
}

/* Passes over (土), (月・祝), (Sat), 土曜日, 星期六; without brackets the bare 土 is too little. */
static void
scan_weekday(struct eni_scan *s)
{
	static const char *const front[] = {"星期", "礼拜", "周"}, *const back[] = {"曜日", "曜"};
	static const char *const day[] = {"月", "火", "水", "木", "金", "土", "日", "一", "二", "三", "四", "五", "六", "天", "Mon",
	    "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char *const holiday[] = {"・祝日", "・祝", "祝日", "祝"};
	struct eni_str start = s->rest;
	bool open, named;

	eni_scan_blanks(s);
	open = eni_scan_pass(s, "(");
	named = eni_scan_pass_any(s, front, COUNT(front));
	if (eni_scan_pass_any(s, day, COUNT(day))) {
		named |= eni_scan_pass_any(s, back, COUNT(back));
		if (open)
			eni_scan_pass_any(s, holiday, COUNT(holiday));
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

/* The hours after midnight are counted on, as in shop hours, while the night lasts. */
enum { LAST_HOUR = 29 };

/* Minutes after midnight, up to 29:59; the halves stand before the time, or behind it as in 2:05 PM. */
static bool
scan_clock(struct eni_scan *s, int32_t *out)
{
	static const char *const hours[] = {"時", "时", "点"};
	enum half half = scan_half(s);
	int hour, minute = 0, second = 0;

	if (half == WHOLE_DAY && eni_scan_pass(s, "正午")) {
		*out = 12 * 60;
		return true;
	}
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
	return is_clock(hour >= 24 && hour <= LAST_HOUR ? 0 : hour, minute, second);
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

/* Z, +09:00, GMT+9 behind a time: how far east.  A bare "-" is a range of times, not a zone. */
static bool
scan_zone(struct eni_scan *s, int *east)
{
	static const char *const names[] = {"Z", "GMT", "UTC"};
	bool named;

	*east = 0;
	eni_scan_blanks(s);
	named = eni_scan_pass_any(s, names, COUNT(names));
	if (eni_scan_pass(s, "+"))
		return scan_offset(s, east);
	if (!named || !eni_scan_pass(s, "-"))
		return named;
	if (!scan_offset(s, east))
		return false;
	*east = -*east;
	return true;
}

/* Between day and time: blanks, T, or nothing where two digits do not meet. */
static bool
scan_gap(struct eni_scan *s)
{
	bool after_digit = eni_is_digit(s->rest.p[-1]);

	return eni_scan_blanks(s) || eni_scan_pass(s, "T") || !after_digit || s->rest.n == 0 || !eni_is_digit(*s->rest.p);
}

/* What is counted beyond midnight is of the next day. */
static void
put_minute(struct moment *m, int32_t minute)
{
	m->when.day += minute / DAY_MINUTES;
	m->when.minute = minute % DAY_MINUTES;
}

/* The time behind a day, with its zone, if there is one. */
static void
scan_time(struct eni_scan *s, struct moment *m)
{
	struct eni_str behind = s->rest;
	int32_t minute;
	int east;

	if (!scan_gap(s) || !scan_clock(s, &minute)) {
		s->rest = behind;
		return;
	}
	put_minute(m, minute);
	behind = s->rest;
	if (!scan_zone(s, &east)) {
		s->rest = behind;
		return;
	}
	m->when = eni_when_add(m->when, (struct eni_span){-east, ENI_MINUTES}, 1);
	m->open |= ENI_WHEN_UTC;
}

static bool
scan_moment(struct eni_scan *s, struct moment *m)
{
	if (!scan_day(s, m))
		return false;
	if (eni_scan_done(s))
		return true;
	scan_weekday(s);
	scan_time(s, m);
	return true;
}

/* ---- reading ranges ---- */

static bool
scan_range_mark(struct eni_scan *s)
{
	static const char *const mark[] = {
	    "から", "より", "起至", "起到", "起", "至", "到", "~", "〜", "→", "..", "-", "−", "ー", "‐", "–", "—", "―"};
	bool marked;

	eni_scan_blanks(s);
	marked = eni_scan_pass_any(s, mark, COUNT(mark));
	eni_scan_pass(s, "、");
	eni_scan_blanks(s);
	return marked;
}

static bool
scan_closing(struct eni_scan *s)
{
	static const char *const word[] = {"まで", "迄", "为止", "為止", "止"};

	eni_scan_blanks(s);
	return eni_scan_pass_any(s, word, COUNT(word));
}

/* The other end of a range: a moment, or what it has of its own, a time (of the night that follows where it is no later) or a day
 * of the same month. */
static bool
scan_other_end(struct eni_scan *s, const struct moment *from, struct moment *to)
{
	struct eni_str start = s->rest;
	int32_t minute;
	int year, month, day;

	if (scan_moment(s, to))
		return true;
	s->rest = start;
	*to = *from;
	if (scan_clock(s, &minute)) {
		put_minute(to, minute <= from->when.minute ? minute + DAY_MINUTES : minute);
		return true;
	}
	s->rest = start;
	eni_day_split(from->when.day, &year, &month, &day);
	if (!scan_small(s, &day) || !eni_day_make(year, month, day, &to->when.day))
		return false;
	to->when.minute = ENI_NOTIME;
	if (!eni_scan_pass(s, "日"))
		eni_scan_pass(s, "号");
	scan_weekday(s);
	return true;
}

/* One end without a year has that of the other. */
static bool
join_years(struct moment *from, struct moment *to)
{
	bool open = (from->open & ENI_WHEN_YEARLESS) != 0;

	if (!eni_is_day(from->when) || !eni_is_day(to->when))
		return true;
	if (open != ((to->open & ENI_WHEN_YEARLESS) != 0)) {
		struct moment *lacking = open ? from : to;

		lacking->when.day = eni_day_nearest(lacking->when.day, open ? to->when.day : from->when.day, !open);
		lacking->open &= ~(unsigned)ENI_WHEN_YEARLESS;
		open = false;
	}
	return open || !eni_before(to->when, from->when);
}

/* One moment, or a range of two of which one may be missing: then it is empty. */
static bool
scan_range(struct eni_scan *s, struct moment *from, struct moment *to)
{
	const struct moment none = {.when = ENI_NEVER};
	bool closed = false;

	*from = *to = none;
	if (eni_is_digit(*s->rest.p) || !scan_range_mark(s)) {
		eni_scan_pass(s, "自");
		if (!scan_moment(s, from))
			return false;
		*to = *from;
		if (eni_scan_done(s))
			return true;
		closed = scan_closing(s);
		if (closed)
			*from = none;
		else if (!scan_range_mark(s))
			return false;
		else if (eni_scan_done(s))
			*to = none;
		else if (!scan_other_end(s, from, to))
			return false;
	} else if (!scan_moment(s, to))
		return false;
	if (!closed)
		scan_closing(s);
	from->open |= ENI_WHEN_RANGE;
	to->open |= ENI_WHEN_RANGE;
	return eni_scan_done(s) && join_years(from, to);
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
read_other(struct eni_str value, bool end, struct moment *m)
{
	struct moment from, to;
	struct eni_scan s;
	int got = eni_scan_open(&s, value);

	*m = (struct moment){.when = ENI_NEVER};
	if (got <= 0)
		return got;
	if (scan_serial(&s, &m->when))
		return 1;
	*m = (struct moment){.when = ENI_NEVER};
	if (!scan_range(&s, &from, &to))
		return -1;
	*m = end ? to : from;
	return eni_is_day(m->when) ? 1 : -1;
}

int
eni_when_read(struct eni_str value, bool end, struct eni_when *out, unsigned *open)
{
	struct moment m;
	int got;

	*open = 0;
	*out = ENI_NEVER;
	if (value.n == 0)
		return 0;
	if (read_iso(value, out))
		return 1;
	got = read_other(value, end, &m);
	*out = m.when;
	*open = m.open;
	return got;
}

/* ---- days as they are spoken of ---- */

/* By days from the day on which it is said. */
static const struct {
	const char *word;
	int days;
} from_here[] = {{"当日", 0}, {"本日", 0}, {"今日", 0}, {"きょう", 0}, {"今夜", 0}, {"今天", 0}, {"今晚", 0}, {"明後日", 2},
    {"明明後日", 3}, {"明々後日", 3}, {"しあさって", 3}, {"あさって", 2}, {"翌々日", 2}, {"明日", 1}, {"あした", 1}, {"あす", 1},
    {"翌日", 1}, {"明天", 1}, {"次日", 1}, {"大后天", 3}, {"后天", 2}};
/* By weeks, and a weekday in it; the week begins on Monday, and is its Monday where no day is named. */
static const struct {
	const char *word;
	int weeks;
	bool alone; /* says enough without a weekday */
} weeks[] = {{"再来週", 2, true}, {"翌々週", 2, true}, {"来週", 1, true}, {"翌週", 1, true}, {"週明け", 1, true},
    {"今週", 0, false}, {"下下周", 2, true}, {"下下星期", 2, false}, {"下周", 1, true}, {"下星期", 1, true}, {"下礼拜", 1, true},
    {"下个星期", 1, true}, {"本周", 0, false}, {"这周", 0, false}, {"这个星期", 0, false}, {"次の", -1, false}, {"次回", -1, false},
    {"周", -1, false}, {"星期", -1, false}, {"礼拜", -1, false}, {"", -1, false}};
/* By months: the first or the last day of one. */
static const struct {
	const char *word;
	int months;
	bool last;
} months[] = {{"今月末", 0, true}, {"来月末", 1, true}, {"再来月", 2, false}, {"来月", 1, false}, {"翌月", 1, false},
    {"月末", 0, true}, {"本月底", 0, true}, {"下个月底", 1, true}, {"下月底", 1, true}, {"月底", 0, true}, {"下个月", 1, false},
    {"下月", 1, false}};
static const struct {
	const char *word;
	enum eni_unit unit;
} spans[] = {{"日", ENI_DAYS}, {"週間", ENI_WEEKS}, {"週", ENI_WEEKS}, {"ヶ月", ENI_MONTHS}, {"ケ月", ENI_MONTHS},
    {"か月", ENI_MONTHS}, {"カ月", ENI_MONTHS}, {"ヵ月", ENI_MONTHS}, {"箇月", ENI_MONTHS}, {"个月", ENI_MONTHS}, {"天", ENI_DAYS},
    {"周", ENI_WEEKS}, {"个星期", ENI_WEEKS}, {"星期", ENI_WEEKS}};
/* Behind a day: words that say no other one. */
static const char *const left_alone[] = {"頃", "ごろ", "ころ", "以降", "以後", "までに", "まで", "予定", "目処", "目途", "めど",
    "午前中", "午前", "午後", "夕方", "夕刻", "夜間", "夜", "朝", "昼過ぎ", "昼", "日中", "中", "に", "再架電", "架電", "再電話",
    "電話", "再tel", "tel", "再連絡", "連絡", "再訪問", "訪問", "する", "左右", "之后", "以后", "前", "上午", "下午", "晚上",
    "早上", "中午", "再打", "打电话", "再联系", "联系", "回访", "(", ")", "、", ",", "・"};

/* A number in digits or, up to ten, in kanji; 0: none. */
static int
scan_count(struct eni_scan *s)
{
	static const char *const kanji[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
	int n = 0;

	if (eni_scan_digits(s, 3, &n) > 0)
		return n;
	if (eni_scan_pass(s, "两") || eni_scan_pass(s, "両"))
		return 2;
	for (size_t i = 0; i < COUNT(kanji) && n == 0; i++)
		if (eni_scan_pass(s, kanji[i]))
			n = (int)i + 1;
	return n;
}

/* 3日後, 2週間後, 两周后. */
static bool
scan_span_behind(struct eni_scan *s, int32_t own, struct eni_when *out)
{
	static const char *const behind[] = {"之后", "以后", "後", "后"};
	int n = scan_count(s);

	for (size_t i = 0; n > 0 && i < COUNT(spans); i++)
		if (eni_scan_pass(s, spans[i].word)) {
			*out = eni_when_add((struct eni_when){own, ENI_NOTIME}, (struct eni_span){1, spans[i].unit}, n);
			return eni_scan_pass_any(s, behind, COUNT(behind)) && eni_is_day(*out);
		}
	return false;
}

/* 月, (月), 月曜, 月曜日 in either language, from Monday; -1: none.  Alone, in Japanese, 曜 must stand behind it. */
static int
scan_day_of_week(struct eni_scan *s, bool alone)
{
	static const char *const day[] = {"月", "火", "水", "木", "金", "土", "日", "一", "二", "三", "四", "五", "六", "天"};
	static const int8_t nth[] = {0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6};
	struct eni_str start = s->rest;
	bool open, named;

	eni_scan_pass(s, "の");
	open = eni_scan_pass(s, "(");
	for (size_t i = 0; i < COUNT(day); i++)
		if (eni_scan_pass(s, day[i])) {
			named = eni_scan_pass(s, "曜日") || eni_scan_pass(s, "曜");
			if ((!open || eni_scan_pass(s, ")")) && (named || !alone))
				return nth[i];
			break;
		}
	s->rest = start;
	return -1;
}

static bool
scan_week(struct eni_scan *s, int32_t own, struct eni_when *out)
{
	int32_t monday = own - (int32_t)eni_day_weekday(own);

	for (size_t i = 0; i < COUNT(weeks); i++) {
		struct eni_str start = s->rest;
		int day;

		if (!eni_scan_pass(s, weeks[i].word))
			continue;
		day = scan_day_of_week(s, weeks[i].word[0] == '\0');
		if (day >= 0 || weeks[i].alone) {
			out->day = monday + (weeks[i].weeks < 0 ? 0 : weeks[i].weeks * ENI_WEEK) + (day < 0 ? 0 : day);
			if (weeks[i].weeks < 0 && out->day <= own)
				out->day += ENI_WEEK;
			return true;
		}
		s->rest = start;
	}
	return false;
}

static bool
scan_spoken_day(struct eni_scan *s, int32_t own, struct eni_when *out)
{
	struct eni_str start = s->rest;

	for (size_t i = 0; i < COUNT(from_here); i++)
		if (eni_scan_pass(s, from_here[i].word)) {
			out->day = own + from_here[i].days;
			return true;
		}
	for (size_t i = 0; i < COUNT(months); i++)
		if (eni_scan_pass(s, months[i].word)) {
			int32_t day = eni_month_start(eni_day_add_months(eni_month_start(own), months[i].months));

			out->day = months[i].last ? eni_month_end(day) : day;
			return true;
		}
	if (scan_span_behind(s, own, out))
		return true;
	s->rest = start;
	return scan_week(s, own, out);
}

int
eni_when_read_spoken(struct eni_str value, int32_t own, struct eni_when *out, unsigned *open)
{
	struct moment m = {.when = ENI_NEVER};
	struct eni_str start;
	struct eni_scan s;

	*out = ENI_NEVER;
	*open = 0;
	if (own == ENI_NODAY || eni_scan_open(&s, value) <= 0)
		return -1;
	start = s.rest;
	if (!scan_moment(&s, &m)) {
		s.rest = start;
		m = (struct moment){.when = ENI_NEVER};
		if (!scan_spoken_day(&s, own, &m.when))
			return -1;
		if (!eni_scan_done(&s)) {
			scan_weekday(&s);
			scan_time(&s, &m);
		}
	}
	do
		eni_scan_blanks(&s);
	while (!eni_scan_done(&s) && eni_scan_pass_any(&s, left_alone, COUNT(left_alone)));
	if (!eni_scan_done(&s))
		return -1;
	*out = m.when;
	*open = m.open;
	return 1;
}

int
eni_when_parse(struct eni_str value, struct eni_when *out, bool *utc)
{
	unsigned open, allowed = utc == NULL ? 0 : ENI_WHEN_UTC;
	int got = eni_when_read(value, false, out, &open);

	if (utc != NULL)
		*utc = (open & ENI_WHEN_UTC) != 0;
	if ((open & ~allowed) == 0)
		return got;
	*out = ENI_NEVER;
	if (utc != NULL)
		*utc = false;
	return -1;
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
	return scan_clock(&s, out) && eni_scan_done(&s) && *out <= DAY_MINUTES ? 1 : -1;
}

/* Tried in this order: min before m. */
const char *const eni_unit_code[] = {
    [ENI_MINUTES] = "min", [ENI_HOURS] = "h", [ENI_DAYS] = "d", [ENI_WEEKS] = "w", [ENI_MONTHS] = "m", [ENI_YEARS] = "y"};
ENI_ROW_FOR_EACH(eni_unit_code, ENI_UNITS);

int
eni_span_parse(struct eni_str value, struct eni_span *out)
{
	struct eni_scan s;
	int got = eni_scan_open(&s, value);

	if (got <= 0)
		return got;
	if (eni_scan_digits(&s, 9, &out->n) == 0)
		return -1;
	for (enum eni_unit u = 0; u < ENI_UNITS; u++)
		if (eni_scan_pass(&s, eni_unit_code[u])) {
			out->unit = u;
			return eni_scan_done(&s) ? 1 : -1;
		}
	return -1;
}
