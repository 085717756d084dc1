/* Real numbers as text: see real.h.  strtod and printf are used as the C locale has them: nothing here calls setlocale. */
#include "base/real.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/scan.h"

/* Every whole number of so many digits is a double, and so is every power of ten up to that: their quotient is rounded once, which
 * is what strtod gives. */
enum { EXACT_DIGITS = 15 };

/* The common case without strtod: nothing but a few digits, and perhaps a point among them. */
static bool
parse_digits(struct eni_str s, double *out)
{
	static const double power[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	int64_t value = 0;
	size_t behind = 0; /* digits behind the point */
	bool point = false;

	if (s.n == 0 || s.n > EXACT_DIGITS || !eni_is_digit(s.p[0]) || !eni_is_digit(s.p[s.n - 1]))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (!eni_is_digit(s.p[i]))
			return false;
		value = value * 10 + (s.p[i] - '0');
		behind += point;
	}
	*out = (double)value / power[behind];
	return true;
}

int
eni_real_parse(struct eni_str s, double *out)
{
	char text[ENI_SCAN_ROOM], *end;
	struct eni_scan scan;
	int got;

	if (parse_digits(s, out))
		return 1;
	if ((got = eni_scan_open(&scan, s)) <= 0)
		return got;
	memcpy(text, scan.rest.p, scan.rest.n);
	text[scan.rest.n] = '\0';
	if (strspn(text, "+-.0123456789eE") != scan.rest.n) /* strtod also reads hexadecimal, inf and nan */
		return -1;
	*out = strtod(text, &end);
	return *end == '\0' && end != text && isfinite(*out) ? 1 : -1;
}

void
eni_real_format(struct eni_buf *out, double x)
{
	char text[40]; /* %.17g takes at most 24 */
	int n = 0;

	if (!isfinite(x))
		return;
	if (x == 0)
		x = 0; /* no -0 */
	for (int digits = 15; digits <= 17; digits++) {
		n = snprintf(text, sizeof text, "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	eni_buf_add(out, (struct eni_str){text, (size_t)n});
}
