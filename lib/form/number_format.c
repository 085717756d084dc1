/* Number formats of spreadsheets: see number_format.h, and ECMA-376 part 1, 18.8.30 and 18.8.31. */
#include "form/number_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#include "base/day.h"
#include "base/real.h"
#include "base/table.h"

enum { DAY = 86400 };

/* What a section shows of a day and a time. */
enum { YEAR = 1, MONTH = 2, DATE = 4, WEEKDAY = 8, HOUR = 16, MINUTE = 32, SECOND = 64, ELAPSED = 128 };
enum { OF_A_DAY = YEAR | MONTH | DATE | WEEKDAY };

/* ---- the formats every spreadsheet has ---- */

/* Those of East Asia (27 to 36, 50 to 58) are days in one country and months or times in another: a day is the whole of it, and a
 * number below 1 is a time anyway. */
static const struct {
	unsigned first, last;
	const char *code;
} built_in[] = {
    {9, 10, "0%"},
    {14, 17, "yyyy/m/d"},
    {18, 18, "h:mm AM/PM"},
    {19, 19, "h:mm:ss AM/PM"},
    {20, 20, "h:mm"},
    {21, 21, "h:mm:ss"},
    {22, 22, "yyyy/m/d h:mm"},
    {27, 31, "yyyy/m/d"},
    {32, 32, "h:mm"},
    {33, 33, "h:mm:ss"},
    {34, 36, "yyyy/m/d"},
    {45, 45, "mm:ss"},
    {46, 46, "[h]:mm:ss"},
    {47, 47, "mm:ss.0"},
    {50, 58, "yyyy/m/d"},
};

struct eni_str
eni_number_format_built_in(unsigned id)
{
	for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
		if (id >= built_in[i].first && id <= built_in[i].last)
			return eni_str_of(built_in[i].code);
	return ENI_S("");
}

/* ---- the pieces of a code ---- */

enum piece { TEXT, BRACKET, PLACE, MOMENT, HALF_OF_DAY, POINT, COMMA, PERCENT, POWER, FRACTION, GENERAL, NOTHING };

struct token {
	enum piece is;
	struct eni_str text; /* of MOMENT a run of one letter; of TEXT what is shown */
};

static bool
starts(struct eni_str s, const char *word)
{
	return s.n >= strlen(word) && strncasecmp(s.p, word, strlen(word)) == 0;
}

static size_t
run_of(struct eni_str s)
{
	size_t n = 1;

	while (n < s.n && (s.p[n] | 0x20) == (s.p[0] | 0x20))
		n++;
	return n;
}

/* The token at the beginning of s, and how many bytes it takes. */
static size_t
scan_letter(struct eni_str s, struct token *t)
{
	static const char *const whole[] = {"general", "am/pm", "a/p", "上午/下午", "午前/午後"};
	size_t n = run_of(s);

	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		if (starts(s, whole[i])) {
			t->is = i == 0 ? GENERAL : HALF_OF_DAY;
			return strlen(whole[i]);
		}
	if (strchr("ymdhsegrYMDHSEGR", s.p[0]) != NULL || ((s.p[0] | 0x20) == 'a' && n > 2) || ((s.p[0] | 0x20) == 'b' && n > 1)) {
		t->is = MOMENT;
		t->text = (struct eni_str){s.p, n};
		return n;
	}
	n = eni_char_length(s);
	t->text = (struct eni_str){s.p, n};
	return n;
}

/* Up to and with the closing character; all of it where there is none. */
static size_t
closed_by(struct eni_str s, char c)
{
	const char *end = s.n < 2 ? NULL : memchr(s.p + 1, c, s.n - 1);

	return end == NULL ? s.n : (size_t)(end - s.p) + 1;
}

static bool
next_token(struct eni_str *rest, struct token *t)
{
	struct eni_str s = *rest;
	size_t n = 1;

	if (s.n == 0)
		return false;
	*t = (struct token){TEXT, {s.p, 1}};
	switch (s.p[0]) {
	case '"':
		n = closed_by(s, '"');
		t->text = (struct eni_str){s.p + 1, n < 2 ? 0 : n - 1 - (s.p[n - 1] == '"')};
		break;
	case '\\':
		n = s.n == 1 ? 1 : 1 + eni_char_length(eni_str_from(s, 1));
		t->text = (struct eni_str){s.p + 1, n - 1};
		break;
	case '_': /* as wide as the next character */
	case '*': /* filled up with it */
		n = s.n == 1 ? 1 : 1 + eni_char_length(eni_str_from(s, 1));
		t->is = NOTHING;
		break;
	case '[':
		n = closed_by(s, ']');
		t->is = BRACKET;
		t->text = (struct eni_str){s.p + 1, n < 2 ? 0 : n - 2};
		break;
	case '0':
	case '#':
	case '?':
		t->is = PLACE;
		break;
	case '.':
		t->is = POINT;
		break;
	case ',':
		t->is = COMMA;
		break;
	case '%':
		t->is = PERCENT;
		break;
	case '/':
		t->is = FRACTION;
		break;
	case '@':
		t->is = GENERAL;
		break;
	default:
		if ((s.p[0] | 0x20) == 'e' && s.n > 1 && (s.p[1] == '+' || s.p[1] == '-')) {
			t->is = POWER;
			n = 2;
		} else {
			n = scan_letter(s, t);
		}
	}
	*rest = eni_str_from(s, n);
	return true;
}

/* ---- what a section shows ---- */

static bool
has_letter(struct eni_str s)
{
	ucs4_t c;

	for (size_t i = 0; i < s.n;) {
		int n = u8_mbtouc(&c, (const uint8_t *)s.p + i, s.n - i);

		if (uc_is_alpha(c))
			return true;
		i += (size_t)n;
	}
	return false;
}

static void
take_condition(struct eni_number_section *s, struct eni_str text)
{
	static const struct {
		const char *sign;
		enum eni_number_holds holds;
	} signs[] = {{"<=", ENI_HOLDS_UP_TO}, {">=", ENI_HOLDS_FROM}, {"<>", ENI_HOLDS_BUT}, {"<", ENI_HOLDS_BELOW},
	    {">", ENI_HOLDS_ABOVE}, {"=", ENI_HOLDS_AT}};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (starts(text, signs[i].sign)) {
			if (eni_real_parse(eni_str_from(text, strlen(signs[i].sign)), &s->limit) == 1)
				s->holds = signs[i].holds;
			return;
		}
}

/* [h], a condition, a colour, or money and language: [$-411], [$¥-804]. */
static void
take_bracket(struct eni_number_section *s, struct eni_str text)
{
	const char *dash = text.n > 1 && text.p[0] == '$' ? memrchr(text.p, '-', text.n) : NULL;

	if (text.n > 0 && strchr("hmsHMS", text.p[0]) != NULL && run_of(text) == text.n)
		s->parts |= ELAPSED | HOUR | (text.p[0] == 's' || text.p[0] == 'S' ? SECOND : 0);
	else if (dash != NULL) {
		struct eni_str digits = eni_str_from(text, (size_t)(dash - text.p) + 1);
		unsigned long language = 0;

		for (size_t i = 0; i < digits.n && i < 8; i++)
			language = language * 16 +
				   (unsigned long)(digits.p[i] <= '9' ? digits.p[i] - '0' : (digits.p[i] | 0x20) - 'a' + 10);
		s->chinese = (language & 0x3ff) == 0x04;
	} else
		take_condition(s, text);
}

/* m is a month, or minutes behind hours and before seconds. */
static unsigned
moment_of(struct eni_str run, unsigned before, struct eni_str behind)
{
	struct token t;

	switch (run.p[0] | 0x20) {
	case 'y':
	case 'e':
	case 'r':
	case 'b':
		return YEAR;
	case 'd':
		return run.n < 3 ? DATE : WEEKDAY;
	case 'a':
		return WEEKDAY;
	case 'h':
		return HOUR;
	case 's':
		return SECOND;
	case 'm':
		if (before == HOUR)
			return MINUTE;
		while (next_token(&behind, &t))
			if (t.is == MOMENT)
				return (t.text.p[0] | 0x20) == 's' ? MINUTE : MONTH;
		return MONTH;
	default:
		return 0; /* g, the name of the era */
	}
}

static void
read_section(struct eni_number_section *s, struct eni_str code)
{
	bool point = false, odd = false, text = false;
	size_t zeros = 0;
	unsigned last = 0;
	struct token t;

	*s = (struct eni_number_section){.code = code};
	while (next_token(&code, &t)) {
		switch (t.is) {
		case BRACKET:
			take_bracket(s, t.text);
			last = (s->parts & ELAPSED) != 0 ? HOUR : last;
			break;
		case MOMENT:
			last = moment_of(t.text, last, code);
			s->parts |= last;
			break;
		case HALF_OF_DAY:
			s->parts |= HOUR;
			break;
		case PLACE:
			zeros += t.text.p[0] == '0';
			s->mask |= s->digits++ > 0 && text;
			text = false;
			break;
		case TEXT:
			text = true;
			s->words |= has_letter(t.text);
			break;
		case PERCENT:
			s->percent = true;
			break;
		case POINT:
			point = true;
			break;
		case POWER:
		case FRACTION:
		case GENERAL:
			odd = true;
			break;
		case COMMA:
		case NOTHING:
			break;
		}
	}
	if (s->parts != 0)
		s->digits = 0; /* parts of a second */
	s->mask = (s->mask || zeros > 1) && !point && !odd && !s->percent;
	s->digits += odd && s->digits == 0;
}

/* Up to the semicolon that ends the section; neither in quotes nor behind a backslash. */
static struct eni_str
cut_section(struct eni_str *rest)
{
	struct eni_str all = *rest, s = all;
	struct token t;

	while (s.n > 0 && s.p[0] != ';')
		next_token(&s, &t);
	*rest = eni_str_from(s, 1);
	return (struct eni_str){all.p, all.n - s.n};
}

void
eni_number_format_read(struct eni_number_format *f, struct eni_str code)
{
	size_t sections = 1;

	*f = (struct eni_number_format){.plain = true};
	while (f->n < ENI_NUMBER_SECTIONS) {
		struct eni_number_section *s = &f->section[f->n];
		size_t before = code.n;
		struct eni_str own = cut_section(&code);
		bool ends = own.n == before;

		read_section(s, own);
		f->conditions |= s->holds != ENI_HOLDS_ALWAYS;
		f->plain = f->plain && s->parts == 0 && !s->mask && !s->percent && !s->words && s->digits > 0;
		f->n++;
		if (ends)
			break;
		sections++;
	}
	if (f->n == ENI_NUMBER_SECTIONS)
		f->n--; /* the last is that of texts */
	if (sections == 1 && f->section[0].code.n == 0)
		f->plain = true;
}

/* ---- showing ---- */

static bool
holds(const struct eni_number_section *s, double v)
{
	switch (s->holds) {
	case ENI_HOLDS_BELOW:
		return v < s->limit;
	case ENI_HOLDS_UP_TO:
		return v <= s->limit;
	case ENI_HOLDS_AT:
		return v >= s->limit && v <= s->limit;
	case ENI_HOLDS_BUT:
		return v < s->limit || v > s->limit;
	case ENI_HOLDS_FROM:
		return v >= s->limit;
	case ENI_HOLDS_ABOVE:
		return v > s->limit;
	case ENI_HOLDS_ALWAYS:
		break;
	}
	return true;
}

/* The section that shows it; NULL: it is shown as it is. */
static const struct eni_number_section *
section_for(const struct eni_number_format *f, double v)
{
	if (f->plain)
		return NULL;
	if (!f->conditions)
		return &f->section[f->n > 1 && v < 0 ? 1 : f->n > 2 && !(v > 0) ? 2 : 0];
	for (size_t i = 0; i < f->n; i++)
		if (holds(&f->section[i], v))
			return &f->section[i];
	return NULL;
}

/* Fifteen digits, as many as spreadsheets have, and never an exponent. */
static void
show_plain(struct eni_buf *out, double v)
{
	char text[400];
	size_t n;

	if (fabs(v) >= 1e15 || !(v < floor(v) || v > floor(v))) {
		eni_buf_printf(out, "%.0f", !(v < 0 || v > 0) ? 0.0 : v);
		return;
	}
	snprintf(text, sizeof text, "%.15g", v);
	if (strchr(text, 'e') != NULL) {
		n = (size_t)snprintf(text, sizeof text, "%.20f", v);
		while (text[n - 1] == '0')
			n--;
		text[n - (text[n - 1] == '.')] = '\0';
	}
	eni_buf_add(out, eni_str_of(text));
}

static const char *
weekday_of(const struct eni_number_section *s, int32_t day)
{
	static const char *const names[][ENI_WEEK] = {
	    {"月", "火", "水", "木", "金", "土", "日"},
	    {"周一", "周二", "周三", "周四", "周五", "周六", "周日"},
	};

	return names[s->chinese][eni_day_weekday(day)];
}

static void
show_clock(struct eni_buf *out, long long seconds, bool all)
{
	eni_buf_printf(out, "%lld:%02lld", seconds / 3600, seconds / 60 % 60);
	if (all || seconds % 60 != 0)
		eni_buf_printf(out, ":%02lld", seconds % 60);
}

/* A day of the spreadsheet's count.  Its 1900 has a 29th of February, which no calendar has and no reader takes. */
static bool
day_of(long long count, bool since_1904, int32_t *day)
{
	enum { FIRST_1904 = -24107, BEFORE_1900 = -25569, LEAP = 60 };

	if (since_1904)
		*day = (int32_t)(FIRST_1904 + count);
	else
		*day = (int32_t)(BEFORE_1900 + count + (count < LEAP));
	return since_1904 || count != LEAP;
}

/*
 * A month or a year alone is meant where the format shows no more and the day is the first, which is what a spreadsheet makes of
 * 2026/11.  Day 0 is what a formula makes of an empty cell: nothing.
 */
static void
show_moment(struct eni_buf *out, const struct eni_number_section *s, double v, bool since_1904)
{
	long long seconds = llround(v * DAY), count = seconds / DAY, rest = seconds % DAY;
	unsigned parts = s->parts & OF_A_DAY;
	int year, month, date;
	int32_t day;
	bool first;

	if ((s->parts & ELAPSED) != 0)
		show_clock(out, seconds, (s->parts & SECOND) != 0);
	else if (parts == 0)
		show_clock(out, rest, (s->parts & SECOND) != 0);
	else if (count == 0 && rest == 0)
		return;
	else if (count == 0)
		show_clock(out, rest, false);
	else if (!day_of(count, since_1904, &day))
		eni_buf_add(out, ENI_S("1900-02-29"));
	else if (parts == WEEKDAY)
		eni_buf_add(out, eni_str_of(weekday_of(s, day)));
	else {
		eni_day_split(day, &year, &month, &date);
		first = date == 1 && rest == 0;
		if (parts == YEAR && month == 1 && first)
			eni_buf_printf(out, "%04d", year);
		else if (parts == (YEAR | MONTH) && first)
			eni_buf_printf(out, "%04d-%02d", year, month);
		else
			eni_buf_printf(out, "%04d-%02d-%02d", year, month, date);
		if (rest > 0)
			eni_buf_add(out, rest < 10 * 3600 ? ENI_S(" 0") : ENI_S(" "));
		if (rest > 0)
			show_clock(out, rest, false);
	}
}

/* Digits into their places from the right; what is more than the places stands before them.  Text between places to which nothing
 * comes any more is left out. */
static void
show_mask(struct eni_buf *out, const struct eni_number_section *s, double v)
{
	struct eni_buf digits = {0};
	struct eni_str rest = s->code;
	size_t left = s->digits; /* places still to come */
	bool any = false;
	struct token t;

	eni_buf_printf(&digits, "%.0f", fabs(v));
	if (digits.n == 1 && digits.p[0] == '0')
		digits.n = 0;
	if (v < 0)
		eni_buf_char(out, '-');
	while (next_token(&rest, &t)) {
		if (t.is == TEXT && (any || left == s->digits || left == 0)) {
			eni_buf_add(out, t.text);
		} else if (t.is == PLACE) {
			size_t from = digits.n > left && left == s->digits ? digits.n - left : 0;

			if (from > 0)
				eni_buf_add(out, (struct eni_str){digits.p, from});
			if (left <= digits.n)
				eni_buf_char(out, digits.p[digits.n - left]);
			else if (t.text.p[0] == '0')
				eni_buf_char(out, '0');
			any |= left <= digits.n || t.text.p[0] == '0';
			left--;
		}
	}
	eni_buf_free(&digits);
}

/* The words of a section that has them, up to its digits or behind these. */
static void
show_words(struct eni_buf *out, const struct eni_number_section *s, bool behind)
{
	struct eni_str rest = s->code;
	bool digits = false;
	struct token t;

	while (next_token(&rest, &t)) {
		digits |= t.is == PLACE || t.is == GENERAL;
		if (t.is == TEXT && digits == behind && has_letter(t.text))
			eni_buf_add(out, t.text);
	}
}

static void
show_number(struct eni_buf *out, const struct eni_number_section *s, double v)
{
	show_words(out, s, false);
	if (s->digits > 0 || !s->words)
		show_plain(out, s->percent ? v * 100 : v);
	show_words(out, s, true);
	if (s->percent)
		eni_buf_char(out, '%');
}

void
eni_number_show(struct eni_buf *out, const struct eni_number_format *f, double v, bool since_1904)
{
	enum { DAYS = 2958466 }; /* to the end of the year 9999 */
	const struct eni_number_section *s = section_for(f, v);

	if (s == NULL)
		show_plain(out, v);
	else if (s->parts != 0 && v >= 0 && v < DAYS)
		show_moment(out, s, v, since_1904);
	else if (s->parts != 0)
		show_plain(out, v);
	else if (s->mask && fabs(v) < 1e15 && !(v < floor(v) || v > floor(v)))
		show_mask(out, s, v);
	else if (s->code.n > 0 || v < 0 || v > 0) /* an empty section hides zeros, which are no news */
		show_number(out, s, v);
}
