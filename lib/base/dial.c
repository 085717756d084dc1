/* Telephone numbers as they are written and dialled: see dial.h. */
#include "base/dial.h"

#include <string.h>

#include "base/scan.h"
#include "base/text.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* A shape as in a dial plan: X any digit, Z 1-9, L 0-4, H 5-9, M 3-9, else itself. */
static bool
fits_shape(struct eni_str digits, const char *shape)
{
	for (size_t i = 0; i < digits.n; i++) {
		char want = shape[i], got = digits.p[i];
		char low = want == 'Z' ? '1' : want == 'H' ? '5' : want == 'M' ? '3' : '0';

		if (want == 'X' || want == 'Z' || want == 'L' || want == 'H' || want == 'M') {
			if (got < low || got > (want == 'L' ? '4' : '9'))
				return false;
		} else if (got != want) /* the end of the shape is here too */
			return false;
	}
	return shape[digits.n] == '\0';
}

static const char *const japan[] = {
    "0H0XXXXXXXX", /* mobile, IP phone, 0800 */
    "0HZXXXXXXX",  /* places and services, 0570 */
    "0LXXXXXXXX",  /* the same, 0120 */
    NULL,
};
static const char *const china[] = {
    "1MXXXXXXXXX",  /* mobile */
    "010XXXXXXXX",  /* Beijing */
    "02XXXXXXXXX",  /* other cities of two digits */
    "0MXXXXXXXXX",  /* places of three digits */
    "0MXXXXXXXXXX", /* the same, eight digits */
    "400XXXXXXX",   /* services */
    "800XXXXXXX",
    NULL,
};

/* What is dialled before a number: its country, or in Japan 184 and 186, which withhold or show one's own.  The numbers as they are
 * dialled at home, and the first digits of those that stand behind the code as they are at home, all others losing a 0 there; NULL:
 * all stand so, and nothing but such a number tells that it is a code. */
static const struct country {
	const char *code;
	const char *const *shape;
	const char *whole;
} countries[] = {{"81", japan, "0"}, {"86", china, "01"}, {"184", japan, NULL}, {"186", japan, NULL}};

static bool
fits_country(struct eni_str digits, const struct country *c)
{
	for (const char *const *shape = c->shape; *shape != NULL; shape++)
		if (fits_shape(digits, *shape))
			return true;
	return false;
}

bool
eni_phone_plausible(struct eni_str digits)
{
	for (size_t i = 0; i < COUNT(countries); i++)
		if (fits_country(digits, &countries[i]))
			return true;
	return false;
}

/* More than any number has, with 0086 in front. */
enum { MOST_DIGITS = 20 };

/* Makes of the digits behind a country code what is dialled at home.  Where nothing but the digits says that a code stands there
 * (telephone systems drop the plus), it is one only before a number of that country. */
static bool
put_home(struct eni_buf *out, size_t start, struct eni_str rest, const struct country *c, bool sure)
{
	char text[MOST_DIGITS + 1] = "0";
	struct eni_str home = {text, rest.n + 1};
	bool whole = fits_country(rest, c), lacks_zero;

	if (rest.n == 0 || rest.n > MOST_DIGITS)
		return false;
	memcpy(text + 1, rest.p, rest.n);
	lacks_zero = !whole && c->whole != NULL && fits_country(home, c);
	if (!whole && !lacks_zero && (!sure || c->whole == NULL))
		return false;
	if (whole || (!lacks_zero && strchr(c->whole, rest.p[0]) != NULL))
		home = eni_str_from(home, 1);
	out->n = start;
	eni_buf_add(out, home);
	return true;
}

/* A country code before the digits becomes what is dialled at home: 0, or nothing before a Chinese mobile. */
static void
drop_country(struct eni_buf *out, size_t start, bool plus)
{
	struct eni_str digits = eni_buf_from(out, start), behind = digits;
	bool sure = plus;

	if (!plus && eni_str_starts(digits, ENI_S("00"))) {
		behind = eni_str_from(digits, 2);
		sure = true;
	}
	if (eni_str_starts(behind, ENI_S("0"))) /* as numbers are at home; no code does */
		return;
	for (size_t i = 0; i < COUNT(countries); i++) {
		struct eni_str code = eni_str_of(countries[i].code);

		if (eni_str_starts(behind, code) && !eni_phone_plausible(digits) &&
		    put_home(out, start, eni_str_from(behind, code.n), &countries[i], sure))
			return;
	}
}

/* Some dial a Chinese mobile of another place with a 0. */
static void
drop_zero(struct eni_buf *out, size_t start)
{
	struct eni_str digits = eni_buf_from(out, start);

	if (!fits_shape(digits, "01MXXXXXXXXX"))
		return;
	memmove(out->p + start, out->p + start + 1, digits.n - 1);
	out->n--;
}

void
eni_phone_digits(struct eni_buf *out, struct eni_str s)
{
	size_t start = out->n, n = out->n;
	bool plus = false;

	eni_nfkc(out, s);
	for (size_t i = start; i < out->n; i++) {
		plus |= n == start && out->p[i] == '+';
		if (eni_is_digit(out->p[i]))
			out->p[n++] = out->p[i];
	}
	out->n = n;
	if (n == start)
		return;
	drop_country(out, start, plus);
	drop_zero(out, start);
}

/* ---- the numbers of a cell ---- */

enum mark { MARK_REMARK, MARK_DIGIT, MARK_PLUS, MARK_JOINS, MARK_OPENS, MARK_CLOSES };

static enum mark
ascii_mark(char c)
{
	switch (c) {
	case '+':
		return MARK_PLUS;
	case '(':
		return MARK_OPENS;
	case ')':
		return MARK_CLOSES;
	case '-':
	case ' ':
	case '.':
		return MARK_JOINS;
	default:
		return eni_is_digit(c) ? MARK_DIGIT : MARK_REMARK;
	}
}

/* What the character at the beginning of s is to a number; *n are its bytes.  There are as many marks between digits as keyboards
 * and fonts have dashes and blanks; some have no width at all. */
static enum mark
mark_at(struct eni_str s, size_t *n)
{
	static const struct {
		const char *text;
		enum mark mark;
	} wide[] = {{"＋", MARK_PLUS}, {"（", MARK_OPENS}, {"）", MARK_CLOSES}, {"－", MARK_JOINS}, {"ー", MARK_JOINS},
	    {"ｰ", MARK_JOINS}, {"−", MARK_JOINS}, {"‐", MARK_JOINS}, {"‑", MARK_JOINS}, {"–", MARK_JOINS}, {"—", MARK_JOINS},
	    {"―", MARK_JOINS}, {"．", MARK_JOINS}, {"\u3000", MARK_JOINS}, {"\u00a0", MARK_JOINS}, {"\u200b", MARK_JOINS},
	    {"\u200e", MARK_JOINS}, {"\u200f", MARK_JOINS}, {"\u202a", MARK_JOINS}, {"\u202c", MARK_JOINS}, {"\u202d", MARK_JOINS},
	    {"\ufeff", MARK_JOINS}};

	*n = 1;
	if ((unsigned char)s.p[0] < 0x80)
		return ascii_mark(s.p[0]);
	*n = 3;
	if (s.n >= 3 && memcmp(s.p, "\xef\xbc", 2) == 0 && (unsigned char)s.p[2] >= 0x90 && (unsigned char)s.p[2] <= 0x99)
		return MARK_DIGIT; /* full width */
	for (size_t i = 0; i < COUNT(wide); i++)
		if (eni_str_starts(s, eni_str_of(wide[i].text))) {
			*n = strlen(wide[i].text);
			return wide[i].mark;
		}
	*n = 1;
	return MARK_REMARK;
}

/* Shorter ones are extensions, the 2 of 2号室, or dialled within the house.  Numbers of both countries are whole with so many. */
enum { SHORTEST_PHONE = 5, WHOLE_PHONE = 10, LONGEST_PHONE = 12 };

/* A run of digits in a cell, from the first to behind the last. */
struct run {
	size_t from, to, digits;
	int open; /* brackets opened and not closed within */
};

/* The run with the plus or the bracket before it and the bracket behind that belong to it: (03)1234-5678. */
static struct eni_str
with_signs(struct eni_str cell, struct run r)
{
	static const char *const front[] = {"+", "＋", "(", "（"}, *const back[] = {")", "）"};

	for (size_t i = 0; i < COUNT(front); i++) {
		size_t n = strlen(front[i]);

		if ((i < 2 || r.open < 0) && r.from >= n && memcmp(cell.p + r.from - n, front[i], n) == 0) {
			r.from -= n;
			break;
		}
	}
	for (size_t i = 0; r.open > 0 && i < COUNT(back); i++)
		if (eni_str_starts(eni_str_from(cell, r.to), eni_str_of(back[i]))) {
			r.to += strlen(back[i]);
			break;
		}
	return (struct eni_str){cell.p + r.from, r.to - r.from};
}

/* Whether a number is whole as it is, so that digits behind a mark are another's, or an extension. */
static bool
is_whole(struct eni_buf *digits, struct eni_str cell, struct run r)
{
	if (r.digits < WHOLE_PHONE)
		return false;
	digits->n = 0;
	eni_phone_digits(digits, with_signs(cell, r));
	return digits->n >= WHOLE_PHONE || eni_phone_plausible(eni_buf_str(digits));
}

/* The next run of digits behind *r; false when there is none.  It ends before a remark, before another plus, and where it is
 * whole. */
static bool
next_run(struct eni_buf *digits, struct eni_str cell, struct run *r)
{
	bool joined = false;
	int open = 0; /* since the last digit */
	size_t n;

	*r = (struct run){.from = r->to, .to = r->to};
	for (size_t at = r->to; at < cell.n; at += n) {
		enum mark mark = mark_at(eni_str_from(cell, at), &n);

		if (mark == MARK_DIGIT) {
			if (r->digits == 0)
				r->from = at;
			else if (joined && is_whole(digits, cell, *r))
				break;
			else
				r->open += open;
			r->to = at + n;
			r->digits++;
			joined = false;
			open = 0;
		} else if (mark >= MARK_JOINS) {
			joined = true;
			open += (mark == MARK_OPENS) - (mark == MARK_CLOSES);
		} else if (r->digits > 0) {
			break;
		}
	}
	return r->digits > 0;
}

/* Most cells: one number of digits and hyphens, which needs no scanning. */
static bool
take_plain(struct eni_buf *digits, struct eni_str cell)
{
	char *to;

	digits->n = 0;
	to = eni_buf_room(digits, LONGEST_PHONE);
	for (size_t i = 0; i < cell.n; i++) {
		if (eni_is_digit(cell.p[i]) && digits->n < LONGEST_PHONE)
			to[digits->n++] = cell.p[i];
		else if (cell.p[i] != '-' || i == 0 || i + 1 == cell.n || digits->n >= WHOLE_PHONE)
			return false;
	}
	if (digits->n < SHORTEST_PHONE)
		return false;
	drop_country(digits, 0, false);
	drop_zero(digits, 0);
	return true;
}

bool
eni_phone_next(struct eni_buf *digits, struct eni_str *cell, struct eni_str *written)
{
	struct run r = {0};

	if (take_plain(digits, *cell)) {
		if (written != NULL)
			*written = *cell;
		*cell = eni_str_from(*cell, cell->n);
		return true;
	}
	while (next_run(digits, *cell, &r)) {
		struct eni_str number = with_signs(*cell, r);

		digits->n = 0;
		eni_phone_digits(digits, number);
		if (r.digits >= SHORTEST_PHONE && digits->n <= LONGEST_PHONE) {
			if (written != NULL)
				*written = number;
			*cell = eni_str_from(*cell, r.to);
			return true;
		}
	}
	digits->n = 0;
	return false;
}

struct eni_str
eni_phone_first(struct eni_str cell)
{
	struct eni_buf digits = {0};
	struct eni_str rest = cell, written;

	if (!eni_phone_next(&digits, &rest, &written))
		written = cell;
	eni_buf_free(&digits);
	return written;
}
