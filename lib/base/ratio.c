/* Exact ratios: see ratio.h. */
#include "base/ratio.h"

static eni_wide
size_of(eni_wide n)
{
	return n < 0 ? -n : n;
}

static eni_wide
common(eni_wide a, eni_wide b)
{
	while (b != 0) {
		eni_wide rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* In lowest terms, so that sums of sums keep fitting. */
static struct eni_ratio
lowest(eni_wide num, eni_wide den)
{
	eni_wide by = common(size_of(num), den);

	return by > 1 ? (struct eni_ratio){num / by, den / by} : (struct eni_ratio){num, den};
}

struct eni_ratio
eni_ratio_of(int64_t num, int64_t of)
{
	return of == 0 ? ENI_NO_RATIO : lowest(num, of);
}

struct eni_ratio
eni_ratio_add(struct eni_ratio a, struct eni_ratio b)
{
	eni_wide by;

	if (a.den == 0 || b.den == 0)
		return a.den == 0 ? b : a;
	by = common(a.den, b.den);
	return lowest(a.num * (b.den / by) + b.num * (a.den / by), a.den / by * b.den);
}

int
eni_ratio_cmp(struct eni_ratio a, struct eni_ratio b)
{
	eni_wide left = a.num * b.den, right = b.num * a.den;

	if (a.den == 0 || b.den == 0)
		return (a.den != 0) - (b.den != 0);
	return (left > right) - (left < right);
}

bool
eni_ratio_round(struct eni_ratio r, int64_t *out)
{
	eni_wide whole, rest;

	if (r.den == 0)
		return false;
	whole = r.num / r.den;
	rest = r.num % r.den;
	if (size_of(rest) >= r.den - size_of(rest))
		whole += r.num < 0 ? -1 : 1;
	*out = (int64_t)whole;
	return *out == whole;
}

void
eni_ratio_format(struct eni_buf *out, struct eni_ratio r, int decimals)
{
	int64_t scale = 1, whole;

	if (r.den == 0) {
		eni_buf_char(out, '-');
		return;
	}
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	whole = (int64_t)((size_of(r.num) * scale * 2 + r.den) / (r.den * 2));
	eni_buf_printf(out, "%s%lld", r.num < 0 && whole > 0 ? "-" : "", (long long)(whole / scale));
	if (decimals > 0)
		eni_buf_printf(out, ".%0*lld", decimals, (long long)(whole % scale));
}

void
eni_ratio_plain(struct eni_buf *out, struct eni_ratio r, int decimals)
{
	eni_ratio_format(out, r, decimals);
	if (r.den == 0 || decimals == 0)
		return;
	while (out->p[out->n - 1] == '0')
		out->n--;
	if (out->p[out->n - 1] == '.')
		out->n--;
}
