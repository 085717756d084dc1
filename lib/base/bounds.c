/* Ranges as people state them: see bounds.h. */
#include "base/bounds.h"

#include "base/num.h"
#include "base/scan.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- the words around the numbers ---- */

/* Each month, about, full: they change nothing. */
static bool
pass_idle(struct eni_scan *s)
{
	static const char *const idle[] = {"每个月", "一个月", "每月", "毎月", "月額", "月额", "月々", "ひと月", "一ヶ月", "1ヶ月",
	    "1か月", "/个月", "/か月", "/ヶ月", "/月", "/month", "per month", "a month", "月", "大约", "大概", "约", "約", "およそ",
	    "だいたい", "満", "满", "左右", "前後", "前后", "くらい", "ぐらい", "程度", "ほど", "上下", "之间", "の間"};

	return eni_scan_blanks(s) || eni_scan_pass_any(s, idle, COUNT(idle));
}

static bool
pass_top(struct eni_scan *s)
{
	static const char *const top[] = {"以内", "以下", "之内", "まで", "未満", "未满", "不超过", "不高于", "不到", "最高",
	    "最大", "最多", "上限", "低于", "under", "up to", "at most", "≤", "<=", "<"};

	return eni_scan_pass_any(s, top, COUNT(top));
}

static bool
pass_bottom(struct eni_scan *s)
{
	static const char *const bottom[] = {"及以上", "以上", "不低于", "不少于", "至少", "最低", "最少", "下限", "高于", "超过",
	    "起", "超", "over", "at least", "≥", ">=", ">", "+"};

	return eni_scan_pass_any(s, bottom, COUNT(bottom));
}

static bool
pass_until(struct eni_scan *s)
{
	static const char *const until[] = {"..", "--", "-", "~", "〜", "–", "—", "−", "から", "到", "至", "to"};

	return eni_scan_pass_any(s, until, COUNT(until));
}

/* The whole of it says that there is no limit. */
static bool
is_unlimited(struct eni_str s)
{
	static const char *const word[] = {"..", "不限", "无上限", "上限なし", "制限なし", "指定なし"};

	for (size_t i = 0; i < COUNT(word); i++)
		if (eni_str_is(s, word[i]))
			return true;
	return false;
}

/* ---- numbers ---- */

/* One number of a range; 80代 is a range itself.  `unit` is that of 万 and 千, 1 where there is none. */
struct amount {
	struct eni_bounds is;
	int64_t unit;
};

/* Digits with their commas and decimals, times ENI_NUM_SCALE; two points are no decimals. */
static bool
take_number(struct eni_scan *s, int64_t *scaled)
{
	struct eni_str rest = s->rest;
	size_t n = 0;

	while (n < rest.n && (eni_is_digit(rest.p[n]) || (n > 0 && n + 1 < rest.n && (rest.p[n] == ',' || rest.p[n] == '.') &&
							     eni_is_digit(rest.p[n + 1]))))
		n++;
	s->rest = eni_str_from(rest, n);
	return eni_num_parse((struct eni_str){rest.p, n}, scaled) == 1;
}

static int64_t
take_unit(struct eni_scan *s)
{
	static const char *const myriad[] = {"万", "萬", "w"}, *const thousand[] = {"千", "k"};

	if (eni_scan_pass_any(s, myriad, COUNT(myriad)))
		return 10000;
	return eni_scan_pass_any(s, thousand, COUNT(thousand)) ? 1000 : 1;
}

/* 5000, 1.5万, 10万5千: in ENI_NUM_SCALE; *unit is the greatest of its units. */
static bool
take_sum(struct eni_scan *s, int64_t *sum, int64_t *unit)
{
	int64_t n, one, least = INT64_MAX;

	for (*sum = 0, *unit = 1; take_number(s, &n); least = one) {
		one = take_unit(s);
		if (one >= least || __builtin_mul_overflow(n, one, &n) || __builtin_add_overflow(*sum, n, sum))
			return false;
		*unit = one > *unit ? one : *unit;
		if (one == 1)
			return true;
		eni_scan_blanks(s);
		if (eni_scan_done(s) || !eni_is_digit(*s->rest.p))
			return true;
	}
	return false;
}

static bool
take_money(struct eni_scan *s, int decimals, struct amount *out)
{
	static const char *const front[] = {"¥", "\\", "JPY", "CNY", "RMB"};
	static const char *const back[] = {"円", "元", "块", "yen", "yuan", "JPY", "CNY", "RMB"};
	int64_t sum, per = ENI_NUM_SCALE;

	eni_scan_pass_any(s, front, COUNT(front));
	eni_scan_blanks(s);
	if (!take_sum(s, &sum, &out->unit))
		return false;
	eni_scan_blanks(s);
	eni_scan_pass_any(s, back, COUNT(back));
	for (int i = 0; i < decimals; i++)
		per /= 10;
	out->is = (struct eni_bounds){sum / per, sum / per};
	return sum % per == 0;
}

static bool
take_years(struct eni_scan *s, int decimals, struct amount *out)
{
	static const char *const decade[] = {"代", "多", "几", "数"};
	static const char *const unit[] = {"周岁", "岁", "歳", "才", "years old", "years", "y"};
	enum { LONGEST = 3, OLDEST = 150 };
	int years;

	(void)decimals;
	if (eni_scan_digits(s, LONGEST, &years) == 0 || years > OLDEST)
		return false;
	*out = (struct amount){{years, years}, 1};
	if (eni_scan_pass_any(s, decade, COUNT(decade))) {
		if (years % 10 != 0)
			return false;
		out->is.to += 9;
	}
	eni_scan_pass_any(s, unit, COUNT(unit));
	return true;
}

/* ---- ranges ---- */

/* 10〜15万: the unit is said once. */
static void
share_unit(struct amount one[2])
{
	if (one[0].unit == 1 && one[1].unit > 1 && one[0].is.from <= one[1].is.to / one[1].unit) {
		one[0].is.from *= one[1].unit;
		one[0].is.to *= one[1].unit;
	}
}

static int
parse(struct eni_str text, bool (*take)(struct eni_scan *s, int decimals, struct amount *out), int decimals, struct eni_bounds *out)
{
	struct amount one[2];
	struct eni_scan s;
	int n = 0, until = -1, got = eni_scan_open(&s, text); /* until: how many numbers stand before the dash */
	bool top = false, bottom = false;

	*out = ENI_OPEN_BOUNDS;
	if (got <= 0 || is_unlimited(s.rest))
		return got;
	while (!eni_scan_done(&s)) {
		if (pass_idle(&s))
			continue;
		if (pass_top(&s))
			top = true;
		else if (pass_bottom(&s))
			bottom = true;
		else if (until == -1 && (n > 0 || *s.rest.p != '-') && pass_until(&s)) /* -5 is no range */
			until = n;
		else if (n == 2 || (n == 1 && until == -1 && !bottom) || !take(&s, decimals, &one[n++]))
			return -1;
	}
	if (n == 2)
		share_unit(one);
	if (n == 0 || (n == 1 && top && bottom))
		return -1;
	if (n == 2 || (!top && until != 0))
		out->from = one[0].is.from;
	if (n == 2 || (!bottom && until != 1))
		out->to = one[n - 1].is.to;
	return out->from <= out->to ? 1 : -1;
}

int
eni_money_bounds_parse(struct eni_str s, int decimals, struct eni_bounds *out)
{
	return parse(s, take_money, decimals, out);
}

int
eni_years_bounds_parse(struct eni_str s, struct eni_bounds *out)
{
	return parse(s, take_years, 0, out);
}

void
eni_bounds_format(struct eni_buf *out, struct eni_bounds r, int decimals)
{
	if (r.from != INT64_MIN)
		eni_money_format(out, r.from, decimals);
	if (r.from == r.to)
		return;
	eni_buf_add(out, ENI_S(".."));
	if (r.to != INT64_MAX)
		eni_money_format(out, r.to, decimals);
}
