/*
 * Numbers and money: see num.h.  A value is read as digits and a count of decimals, then scaled once,
 * exactly; whatever would have to be rounded or guessed is no number.
 * Room: base.
 */
#include "base/num.h"

#include "base/scan.h"
#include "base/text.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { NUM_DECIMALS = 4, MYRIAD_DECIMALS = 4 /* 万 */ };

/* Appends the digits that come next to *value and counts them; false when they do not fit. */
static bool
scan_run(struct eni_scan *s, int64_t *value, size_t *n)
{
	for (*n = 0; !eni_scan_done(s) && eni_is_digit(*s->rest.p); ++*n) {
		if (__builtin_mul_overflow(*value, 10, value) || __builtin_add_overflow(*value, *s->rest.p - '0', value))
			return false;
		s->rest = eni_str_from(s->rest, 1);
	}
	return true;
}

/* 1234, 1,234, 12.50: all digits as one whole number, and how many of them are decimals.  A comma stands before three
 * digits and not behind a zero: 0,125 and 1,25 may be decimals of another country, so they are no number here. */
static bool
scan_decimal(struct eni_scan *s, int64_t *value, int *decimals)
{
	size_t n;

	*value = 0;
	*decimals = 0;
	if (!scan_run(s, value, &n) || n == 0)
		return false;
	while (eni_scan_pass(s, ","))
		if (n > 3 || *value == 0 || !scan_run(s, value, &n) || n != 3)
			return false;
	if (!eni_scan_pass(s, "."))
		return true;
	if (!scan_run(s, value, &n) || n == 0)
		return false;
	*decimals = (int)n;
	return true;
}

/* value x 10^exponent to *out; false when it does not fit or has finer parts. */
static bool
scale(int64_t value, int exponent, int64_t *out)
{
	if (exponent < 0)
		return false;
	for (; exponent > 0; exponent--)
		if (__builtin_mul_overflow(value, 10, &value))
			return false;
	*out = value;
	return true;
}

/* なし, 無し, 无, "-" in any width: no number. */
static bool
says_none(struct eni_str s)
{
	static const char *const none[] = {
	    "なし", "ナシ", "無し", "無", "无", "没有", "該当なし", "n/a", "-", "--", "ー", "―", "—", "–", "−"};
	enum { LONGEST = 16 };
	struct eni_buf folded = {0};
	bool is = false;

	if (s.n == 0 || s.n > LONGEST || eni_is_digit(s.p[0]))
		return false;
	eni_casefold(&folded, s);
	for (size_t i = 0; !is && i < COUNT(none); i++)
		is = eni_str_is(eni_buf_str(&folded), none[i]);
	eni_buf_free(&folded);
	return is;
}

int
eni_num_parse(struct eni_str text, int64_t *out)
{
	struct eni_scan s;
	int64_t value;
	int decimals, got = eni_scan_open(&s, text);
	bool negative;

	if (got <= 0)
		return got;
	negative = eni_scan_pass(&s, "-") || eni_scan_pass(&s, "−");
	if (!negative)
		eni_scan_pass(&s, "+");
	if (!scan_decimal(&s, &value, &decimals) || !eni_scan_done(&s) || !scale(value, NUM_DECIMALS - decimals, &value))
		return says_none(text) ? 0 : -1;
	*out = negative ? -value : value;
	return 1;
}

/* Behind 万: nothing, or the part below it with all of its four digits, as in 125万6,000; 1万2 may be 12000.  *value and *decimals
 * are those before it, and become those of both. */
static bool
scan_below_myriad(struct eni_scan *s, int64_t *value, int *decimals)
{
	int64_t low, high = *value, most;
	int below;

	if (eni_scan_done(s) || !eni_is_digit(*s->rest.p)) {
		*decimals -= MYRIAD_DECIMALS;
		return true;
	}
	if (*decimals > 0 || !scan_decimal(s, &low, &below) || !scale(1, MYRIAD_DECIMALS + below, &most) || low >= most ||
	    low < most / 10 || !scale(high, MYRIAD_DECIMALS + below, &high))
		return false;
	*decimals = below;
	return !__builtin_add_overflow(high, low, value);
}

/* Nothing but a few ASCII digits, as most fees are: the way that needs no scanning. */
static bool
plain_digits(struct eni_str s, int64_t *out)
{
	enum { FEW = 12 };

	*out = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (i == FEW || !eni_is_digit(s.p[i]))
			return false;
		*out = *out * 10 + (s.p[i] - '0');
	}
	return s.n > 0;
}

int
eni_money_parse(struct eni_str text, int decimals, int64_t *out)
{
	/* In CP932 the yen sign is the byte of the backslash. */
	static const char *const front[] = {"¥", "\\", "JPY", "CNY", "RMB"};
	static const char *const myriad[] = {"万", "萬"};
	static const char *const back[] = {"円", "元", "yen", "yuan", "JPY", "CNY", "RMB"};
	struct eni_scan s;
	int64_t value;
	int given, got;

	if (plain_digits(text, &value))
		return scale(value, decimals, out) ? 1 : -1;
	if ((got = eni_scan_open(&s, text)) <= 0)
		return got;
	eni_scan_pass_any(&s, front, COUNT(front));
	eni_scan_blanks(&s);
	if (!scan_decimal(&s, &value, &given))
		return says_none(text) ? 0 : -1;
	eni_scan_blanks(&s);
	if (eni_scan_pass_any(&s, myriad, COUNT(myriad)) && !scan_below_myriad(&s, &value, &given))
		return -1;
	eni_scan_blanks(&s);
	eni_scan_pass_any(&s, back, COUNT(back));
	return eni_scan_done(&s) && scale(value, decimals - given, out) ? 1 : -1;
}

int
eni_count_parse(struct eni_str text, int64_t *out)
{
	struct eni_scan s;
	int64_t value = 0;
	size_t n;
	int got = eni_scan_open(&s, text);

	if (got <= 0)
		return got;
	if (!scan_run(&s, &value, &n) || n == 0 || !eni_scan_done(&s))
		return -1;
	*out = value;
	return 1;
}

/* ---- writing ---- */

static void
put_digits(struct eni_buf *out, uint64_t value, int width)
{
	char text[20]; /* UINT64_MAX has 20 digits */
	size_t at = sizeof text;

	for (; at > 0 && (value > 0 || width > 0); value /= 10, width--)
		text[--at] = (char)('0' + value % 10);
	eni_buf_add(out, (struct eni_str){text + at, sizeof text - at});
}

void
eni_money_format(struct eni_buf *out, int64_t minor, int decimals)
{
	uint64_t size = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor, unit = 1;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	if (minor < 0)
		eni_buf_char(out, '-');
	put_digits(out, size / unit, 1);
	if (size % unit == 0)
		return;
	eni_buf_char(out, '.');
	put_digits(out, size % unit, decimals);
}

void
eni_num_format(struct eni_buf *out, int64_t scaled)
{
	uint64_t size = scaled < 0 ? -(uint64_t)scaled : (uint64_t)scaled, part = size % ENI_NUM_SCALE;
	int places = 4;

	if (scaled < 0)
		eni_buf_char(out, '-');
	put_digits(out, size / ENI_NUM_SCALE, 1);
	if (part == 0)
		return;
	for (; part % 10 == 0; places--)
		part /= 10;
	eni_buf_char(out, '.');
	put_digits(out, part, places);
}
