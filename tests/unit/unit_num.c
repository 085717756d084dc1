/* Numbers and prices as offices write them, and what is none. */
#include "base/num.h"
#include "unit.h"
#include "vectors.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { NOT = -1, EMPTY = 0, GOOD = 1 };

static void
test_numbers(void)
{
	static const struct {
		const char *note, *text;
		int got;
		int64_t value; /* times 10000 */
	} rows[] = {
	    {"a whole number", "12", GOOD, 120000},
	    {"negative", "-3", GOOD, -30000},
	    {"with decimals", "4.5", GOOD, 45000},
	    {"four decimals", "0.0001", GOOD, 1},
	    {"full-width", "１２．５", GOOD, 125000},
	    {"full-width minus", "－３", GOOD, -30000},
	    {"thousands", "1,200", GOOD, 12000000},
	    {"millions", "1,234,567.5", GOOD, 12345675000},
	    {"leading zeros are no other base", "010", GOOD, 100000},
	    {"blanks around it", " 80　", GOOD, 800000},
	    {"plus", "+3", GOOD, 30000},
	    {"zero", "-0", GOOD, 0},
	    {"the largest", "922337203685477.5807", GOOD, INT64_MAX},
	    {"larger", "922337203685477.5808", NOT, 0},
	    {"far larger", "99999999999999999999", NOT, 0},
	    {"five decimals", "0.00001", NOT, 0},
	    {"a comma for the decimals", "1,25", NOT, 0},
	    {"and with three of them", "0,125", NOT, 0},
	    {"a comma after four digits", "1234,567", NOT, 0},
	    {"a comma at the end", "1,", NOT, 0},
	    {"a point at the end", "1.", NOT, 0},
	    {"a point at the start", ".5", NOT, 0},
	    {"two points", "1.2.3", NOT, 0},
	    {"a comma in the decimals", "1.234,5", NOT, 0},
	    {"a blank inside", "1 200", NOT, 0},
	    {"a unit", "80点", NOT, 0},
	    {"a power", "1e3", NOT, 0},
	    {"another base", "0x10", NOT, 0},
	    {"a word", "NaN", NOT, 0},
	    {"a sign alone", "-", NOT, 0},
	    {"two signs", "--3", NOT, 0},
	    {"kanji numbers", "十二", NOT, 0},
	    {"a fraction sign", "1½", NOT, 0},
	    {"nothing", "", EMPTY, 0},
	    {"blanks", " 　", EMPTY, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t value = 0;
		int got = eni_num_parse(eni_str_of(rows[i].text), &value);

		is_int(got, rows[i].got, rows[i].note);
		is_int(value, rows[i].value, rows[i].note);
	}
}

static void
test_money(void)
{
	static const struct {
		const char *note, *text;
		int decimals, got;
		int64_t value;
	} rows[] = {
	    {"yen", "4000", 0, GOOD, 4000},
	    {"with a comma and 円", "4,000円", 0, GOOD, 4000},
	    {"with the sign", "¥4,000", 0, GOOD, 4000},
	    {"full-width sign", "￥４，０００", 0, GOOD, 4000},
	    {"the backslash of CP932", "\\4,000", 0, GOOD, 4000},
	    {"full-width digits", "４０００", 0, GOOD, 4000},
	    {"ten thousands", "4万", 0, GOOD, 40000},
	    {"ten thousands and 円", "4万円", 0, GOOD, 40000},
	    {"one and a half", "1.5万", 0, GOOD, 15000},
	    {"English", "4000 yen", 0, GOOD, 4000},
	    {"currency code before", "JPY 4000", 0, GOOD, 4000},
	    {"renminbi", "12.50元", 2, GOOD, 1250},
	    {"renminbi, whole", "12元", 2, GOOD, 1200},
	    {"renminbi, one decimal", "12.5", 2, GOOD, 1250},
	    {"renminbi, ten thousands", "1.2345万元", 2, GOOD, 1234500},
	    {"renminbi in English", "300 yuan", 2, GOOD, 30000},
	    {"nought", "0", 0, GOOD, 0},
	    {"yen have no fraction", "4000.5", 0, NOT, 0},
	    {"and a point is no comma", "4.000", 0, NOT, 0},
	    {"nor for renminbi", "4.000", 2, NOT, 0},
	    {"too fine for ten thousands", "1.23456万", 0, NOT, 0},
	    {"negative", "-1", 0, NOT, 0},
	    {"too big in fen", "92233720368547758.08", 2, NOT, 0},
	    {"too big in ten thousands", "922337203685478万", 0, NOT, 0},
	    {"a remark", "4000円(税込)", 0, NOT, 0},
	    {"a range", "4000-5000", 0, NOT, 0},
	    {"a unit alone", "円", 0, NOT, 0},
	    {"ten thousands and the rest", "125万6,000円", 0, GOOD, 1256000},
	    {"with fen", "1万2000.50元", 2, GOOD, 1200050},
	    {"fewer digits may be thousands", "1万2", 0, NOT, 0},
	    {"or a slip", "1万200円", 0, NOT, 0},
	    {"more than ten thousand below it", "1万20000円", 0, NOT, 0},
	    {"decimals before it", "1.5万2000円", 0, NOT, 0},
	    {"dollars", "$40", 0, NOT, 0},
	    {"nothing", "", 0, EMPTY, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t value = 0;
		int got = eni_money_parse(eni_str_of(rows[i].text), rows[i].decimals, &value);

		is_int(got, rows[i].got, rows[i].note);
		is_int(value, rows[i].value, rows[i].note);
	}
}

static void
test_money_text(void)
{
	static const struct {
		const char *note;
		int64_t minor;
		int decimals;
		const char *text;
	} rows[] = {
	    {"4,000 yen x 8 visits x 18 months", INT64_C(4000) * 8 * 18, 0, "576000"},
	    {"whole yuan have no decimals", 1200, 2, "12"},
	    {"others have all", 1250, 2, "12.50"},
	    {"five fen", 5, 2, "0.05"},
	    {"owed", -1250, 2, "-12.50"},
	    {"nought", 0, 2, "0"},
	    {"the largest", INT64_MAX, 0, "9223372036854775807"},
	    {"the smallest", INT64_MIN, 2, "-92233720368547758.08"},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		out.n = 0;
		eni_money_format(&out, rows[i].minor, rows[i].decimals);
		is_str(eni_buf_str(&out), rows[i].text, rows[i].note);
	}
	eni_buf_free(&out);
}

static void
test_counts(void)
{
	static const struct {
		const char *note, *text;
		int got;
		int64_t value;
	} rows[] = {
	    {"a count", "20", GOOD, 20},
	    {"full-width", "２０", GOOD, 20},
	    {"the largest", "9223372036854775807", GOOD, INT64_MAX},
	    {"larger", "9223372036854775808", NOT, 0},
	    {"a sign", "-1", NOT, 0},
	    {"a comma", "1,000", NOT, 0},
	    {"decimals", "1.0", NOT, 0},
	    {"nothing", " ", EMPTY, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t value = 0;
		int got = eni_count_parse(eni_str_of(rows[i].text), &value);

		is_int(got, rows[i].got, rows[i].note);
		is_int(value, rows[i].value, rows[i].note);
	}
}

static void
test_yen_vectors(void)
{
	struct vectors v;
	struct eni_str cell[2];

	for (bool more = vectors_open(&v, "yen"); more && vectors_next(&v, cell, 2);) {
		int64_t value = -1, want = -1;
		int answer = eni_str_is(cell[1], "empty") ? EMPTY : eni_str_is(cell[1], "none") ? NOT : GOOD;

		ok(answer != GOOD || eni_count_parse(cell[1], &want) == 1, "yen.tsv can be read");
		is_int(eni_money_parse(cell[0], 0, &value), answer, "yen.tsv");
		is_int(value, want, "yen.tsv");
	}
}

int
main(void)
{
	test_numbers();
	test_money();
	test_money_text();
	test_counts();
	test_yen_vectors();
	return unit_done();
}
