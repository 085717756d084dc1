/* Telephone numbers: which digits are dialled, which numbers a cell holds, and which of them is rung. */
#include "base/dial.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
test_phones(void)
{
	static const struct {
		const char *note, *text, *digits;
		bool plausible;
	} rows[] = {
	    {"Japan, mobile", "090-1234-5678", "09012345678", true},
	    {"Japan, mobile of 2026", "060-1234-5678", "06012345678", true},
	    {"Japan, full-width", "０９０－１２３４－５６７８", "09012345678", true},
	    {"Japan, from abroad", "+81-90-1234-5678", "09012345678", true},
	    {"Japan, from abroad, full-width", "＋８１ ９０ １２３４ ５６７８", "09012345678", true},
	    {"Japan, from abroad, with the 0 in brackets", "+81 (0)90 1234 5678", "09012345678", true},
	    {"Japan, dialled from abroad", "0081 3 1234 5678", "0312345678", true},
	    {"Tokyo", "03(1234)5678", "0312345678", true},
	    {"a village", "09808-2-1234", "0980821234", true},
	    {"free call", "0120-123-456", "0120123456", true},
	    {"free call, long", "0800-123-4567", "08001234567", true},
	    {"navi dial", "0570-012-345", "0570012345", true},
	    {"IP phone", "050 1234 5678", "05012345678", true},
	    {"China, mobile", "138 1234 5678", "13812345678", true},
	    {"China, mobile, from abroad", "+86 138-1234-5678", "13812345678", true},
	    {"China, mobile, dialled from abroad", "0086 13812345678", "13812345678", true},
	    {"Beijing", "010-12345678", "01012345678", true},
	    {"Shanghai", "021-12345678", "02112345678", true},
	    {"a Chinese city, seven digits", "0512-1234567", "05121234567", true},
	    {"a Chinese city, eight digits", "0512-12345678", "051212345678", true},
	    {"China, service", "400-123-4567", "4001234567", true},
	    {"Beijing, from abroad", "+86 10 1234 5678", "01012345678", true},
	    {"Shanghai, from abroad", "+86-21-12345678", "02112345678", true},
	    {"a Chinese city, dialled from abroad", "0086 512 12345678", "051212345678", true},
	    {"with the 0 of home", "+86 (0)21 12345678", "02112345678", true},
	    {"without the plus", "862112345678", "02112345678", true},
	    {"a Chinese mobile without the plus", "86-138-1234-5678", "13812345678", true},
	    {"a service from abroad", "+86 400 123 4567", "4001234567", true},
	    {"a Chinese mobile with a 0", "013812345678", "13812345678", true},
	    {"a Japanese mobile without the plus", "819012345678", "09012345678", true},
	    {"no number behind the 86", "8612345", "8612345", false},
	    {"no number of China behind a plus", "+86 55", "055", false},
	    {"one's own number withheld", "184-03-1234-5678", "0312345678", true},
	    {"one's own number shown", "18609012345678", "09012345678", true},
	    {"a Chinese mobile that begins so", "18612345678", "18612345678", true},
	    {"another country", "+1 212 555 0100", "12125550100", false},
	    {"nine digits, as in the sample list", "00-1234-567", "001234567", false},
	    {"a mobile number with a digit too few", "090-1234-567", "0901234567", false},
	    {"Excel took the 0", "9012345678", "9012345678", false},
	    {"China, no such mobile", "12812345678", "12812345678", false},
	    {"an extension is kept", "03-1234-5678 内線9", "03123456789", true},
	    {"no number", "非通知", "", false},
	    {"a plus alone", "+", "", false},
	    {"nothing", "", "", false},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		out.n = 0;
		eni_phone_digits(&out, eni_str_of(rows[i].text));
		is_str(eni_buf_str(&out), rows[i].digits, rows[i].note);
		ok(eni_phone_plausible(eni_buf_str(&out)) == rows[i].plausible, rows[i].note);
	}
	out.n = 0;
	eni_buf_add(&out, ENI_S("0081:"));
	eni_phone_digits(&out, ENI_S("+81 3 1234 5678"));
	is_str(eni_buf_str(&out), "0081:0312345678", "what stood in the buffer stays");
	eni_buf_free(&out);
}

static void
test_cells(void)
{
	static const struct {
		const char *note, *cell, *first, *numbers;
	} rows[] = {
	    {"one", "090-1234-5678", "090-1234-5678", "09012345678"},
	    {"with a remark", "090-1234-5678（長女 恵子）", "090-1234-5678", "09012345678"},
	    {"the main line", "03-1234-5678(代)", "03-1234-5678", "0312345678"},
	    {"remarks in front", "自宅03-1234-5678 携帯090-1234-5678", "03-1234-5678", "0312345678 09012345678"},
	    {"with a slash", "090-1234-5678 / 03-1234-5678", "090-1234-5678", "09012345678 0312345678"},
	    {"with a blank", "03-1234-5678　090-1234-5678", "03-1234-5678", "0312345678 09012345678"},
	    {"blanks alone", "090 1234 5678 03 1234 5678", "090 1234 5678", "09012345678 0312345678"},
	    {"on two lines", "03-1234-5678\n090-1234-5678", "03-1234-5678", "0312345678 09012345678"},
	    {"with a comma", "13812345678、13912345678", "13812345678", "13812345678 13912345678"},
	    {"Chinese, blanks", "138 1234 5678 139 1234 5678", "138 1234 5678", "13812345678 13912345678"},
	    {"from abroad", "+86 138 1234 5678 +81 3 1234 5678", "+86 138 1234 5678", "13812345678 0312345678"},
	    {"from abroad, long", "0086 138 1234 5678", "0086 138 1234 5678", "13812345678"},
	    {"without the plus", "86-138-1234-5678", "86-138-1234-5678", "13812345678"},
	    {"another in brackets", "090-1234-5678（03-1234-5678）", "090-1234-5678", "09012345678 0312345678"},
	    {"area in brackets", "(03)1234-5678", "(03)1234-5678", "0312345678"},
	    {"exchange in brackets", "03(1234)5678", "03(1234)5678", "0312345678"},
	    {"the last in brackets", "0120-12(3456)", "0120-12(3456)", "0120123456"},
	    {"all in brackets", "（090-1234-5678）", "090-1234-5678", "09012345678"},
	    {"full width", "携帯：０９０－１２３４－５６７８", "０９０－１２３４－５６７８", "09012345678"},
	    {"the dash of kana", "090ー1234ー5678", "090ー1234ー5678", "09012345678"},
	    {"invisible marks", "\u202a090-1234-5678\u202c", "090-1234-5678", "09012345678"},
	    {"an extension", "03-1234-5678 内線12", "03-1234-5678", "0312345678"},
	    {"a Chinese extension", "021-12345678-1234", "021-12345678", "02112345678"},
	    {"a range at the end", "03-1234-5678〜9", "03-1234-5678", "0312345678"},
	    {"a room in front", "2号室 090-1234-5678", "090-1234-5678", "09012345678"},
	    {"hours of the day", "03-1234-5678（9:00〜18:00）", "03-1234-5678", "0312345678"},
	    {"the other in words", "090-1234-5678または03-1234-5678", "090-1234-5678", "09012345678 0312345678"},
	    {"nine digits, as in the sample list", "00-1234-567/00-1234-568", "00-1234-567", "001234567 001234568"},
	    {"no number", "長女へLINE", "長女へLINE", ""},
	    {"a short number", "110", "110", ""},
	    {"too many digits", "0901234567803123456789", "0901234567803123456789", ""},
	    {"nothing", "", "", ""},
	};
	struct eni_buf digits = {0}, all = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_str cell = eni_str_of(rows[i].cell);

		is_str(eni_phone_first(cell), rows[i].first, rows[i].note);
		for (all.n = 0; eni_phone_next(&digits, &cell, NULL); eni_buf_add(&all, eni_buf_str(&digits)))
			if (all.n > 0)
				eni_buf_char(&all, ' ');
		is_str(eni_buf_str(&all), rows[i].numbers, rows[i].note);
	}
	eni_buf_free(&digits);
	eni_buf_free(&all);
}

int
main(void)
{
	test_phones();
	test_cells();
	return unit_done();
}
