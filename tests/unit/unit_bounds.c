/* Budgets and ages as people state them. */
#include "base/bounds.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The normal form, "" for an empty text, - for one that is none. */
static void
check(struct eni_str text, const char *want, int decimals, int got, struct eni_bounds r)
{
	struct eni_buf b = {0};

	if (got == 1)
		eni_bounds_format(&b, r, decimals);
	else if (got == -1)
		eni_buf_char(&b, '-');
	is_str(eni_buf_str(&b), want, text.p);
	eni_buf_free(&b);
}

static void
test_money(void)
{
	static const char *const cases[][2] = {{"5000-6000元/月", "5000..6000"}, {"5千〜6千", "5000..6000"},
	    {"15万円以内", "..150000"}, {"8000以上", "8000.."}, {"8000元及以上", "8000.."}, {"10〜15万円", "100000..150000"},
	    {"5千-1万", "5000..10000"}, {"1.5万-2万", "15000..20000"}, {"10万5千円", "105000"}, {"月額１５万円程度", "150000"},
	    {"每月6000元左右", "6000"}, {"¥5,000～¥6,000", "5000..6000"}, {"15万円から20万円まで", "150000..200000"},
	    {"〜15万円", "..150000"}, {"8000元起", "8000.."}, {"5000以上8000以下", "5000..8000"}, {"不超过5000元", "..5000"},
	    {"不限", ".."}, {"上限なし", ".."}, {"..", ".."}, {"", ""}, {"  ", ""}, {"高い", "-"}, {"6000-5000", "-"},
	    {"5000 6000", "-"}, {"1-2-3", "-"}, {"年60万円", "-"}, {"12.5", "-"}, {"99999999999999999999", "-"},
	    {"922337203685477580万", "-"}};
	struct eni_bounds r;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct eni_str text = eni_str_of(cases[i][0]), normal;
		int got = eni_money_bounds_parse(text, 0, &r);

		check(text, cases[i][1], 0, got, r);
		if (got != 1)
			continue;
		normal = eni_str_of(cases[i][1]);
		got = eni_money_bounds_parse(normal, 0, &r);
		check(normal, cases[i][1], 0, got, r); /* a normal form is its own */
	}
	is_int(eni_money_bounds_parse(ENI_S("12.5元"), 2, &r), 1, "cents");
	is_int(r.to, 1250, "cents");
}

static void
test_years(void)
{
	static const char *const cases[][2] = {{"82", "82"}, {"78岁", "78"}, {"満85歳", "85"}, {"８５歳", "85"}, {"82周岁", "82"},
	    {"80-84岁", "80..84"}, {"80～84", "80..84"}, {"80代", "80..89"}, {"80多岁", "80..89"}, {"85以上", "85.."},
	    {"75岁以下", "..75"}, {"", ""}, {"85代", "-"}, {"1941", "-"}, {"151", "-"}, {"1941年3月2日", "-"}, {"九十", "-"},
	    {"-5", "-"}};
	struct eni_bounds r;

	for (size_t i = 0; i < COUNT(cases); i++) {
		int got = eni_years_bounds_parse(eni_str_of(cases[i][0]), &r);

		check(eni_str_of(cases[i][0]), cases[i][1], 0, got, r);
	}
}

int
main(void)
{
	test_money();
	test_years();
	return unit_done();
}
