/* Text: what is valid, what is the same word, how wide it is on a screen, what may be shown there, and pieces of a list. */
#include "base/text.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
/* A text in a table, with its length: it may hold a NUL. */
#define BYTES(literal)                                                                                                             \
	{                                                                                                                          \
		(literal), sizeof(literal) - 1                                                                                     \
	}

static void
test_utf8(void)
{
	static const struct {
		const char *note;
		struct eni_str text;
		size_t valid;
	} rows[] = {
	    {"nothing is valid", {"", 0}, 0},
	    {"plain letters, longer than eight", BYTES("followup list"), 13},
	    {"kanji", BYTES("山田太郎"), 12},
	    {"kanji among letters", BYTES("id=山,name=田 x"), 17},
	    {"two bytes: é", BYTES("\xc3\xa9"), 2},
	    {"four bytes: U+20BB7, the other 吉", BYTES("\xf0\xa0\xae\xb7"), 4},
	    {"the last character of all", BYTES("\xf4\x8f\xbf\xbf"), 4},
	    {"NUL is a character", BYTES("a\0b"), 3},
	    {"CP932 in a UTF-8 book", BYTES("ab\x8e\x52"), 2},
	    {"a cut kanji", BYTES("山\xe7\x94"), 3},
	    {"a cut kanji, then a letter", BYTES("山\xe7\x94x"), 3},
	    {"a lone continuation byte", BYTES("abcdefgh\x80"), 8},
	    {"overlong slash, two bytes", BYTES("\xc0\xaf"), 0},
	    {"overlong slash, three bytes", BYTES("\xe0\x80\xaf"), 0},
	    {"overlong, four bytes", BYTES("\xf0\x8f\xbf\xbf"), 0},
	    {"a surrogate", BYTES("\xed\xa0\x80"), 0},
	    {"the character before the surrogates", BYTES("\xed\x9f\xbf"), 3},
	    {"beyond U+10FFFF", BYTES("\xf4\x90\x80\x80"), 0},
	    {"bytes that never occur", BYTES("\xfe\xff"), 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		is_int(eni_utf8_prefix(rows[i].text), rows[i].valid, rows[i].note);
	ok(eni_is_ascii(ENI_S("0123456789")), "digits are ASCII");
	ok(!eni_is_ascii(ENI_S("0123456７")), "a full-width digit is not");
	ok(eni_is_ascii((struct eni_str){NULL, 0}), "nothing is ASCII");
}

static void
test_fold(void)
{
	static const struct {
		const char *note, *text, *folded;
	} rows[] = {
	    {"letters become small", "Client ID", "clientid"},
	    {"full-width letters and digits", "ＩＤ　１２", "id12"},
	    {"half-width kana, with its sound mark", "ﾌﾘｶﾞﾅ", "フリガナ"},
	    {"blanks of every kind go", " 氏\t名　\r\n", "氏名"},
	    {"no-break and thin blanks too", "氏\u00a0名\u2009", "氏名"},
	    {"kanji stay", "担当ケアマネ", "担当ケアマネ"},
	    {"one-character words of old machines", "㍻㈱", "平成(株)"},
	    {"the newest era sign", "㋿８年", "令和8年"},
	    {"a mark behind its kana joins it", "カ\u3099", "ガ"},
	    {"simplified Chinese stays", "联系电话", "联系电话"},
	    {"nothing", "", ""},
	    {"bytes that are no UTF-8 stay", "A\x8e", "a\x8e"},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		out.n = 0;
		eni_casefold(&out, eni_str_of(rows[i].text));
		is_str(eni_buf_str(&out), rows[i].folded, rows[i].note);
	}
	out.n = 0;
	eni_buf_add(&out, ENI_S("Kept As It Is:"));
	eni_casefold(&out, ENI_S("A B"));
	is_str(eni_buf_str(&out), "Kept As It Is:ab", "what stood in the buffer is not folded");
	out.n = 0;
	eni_nfkc(&out, ENI_S("４，０００ 円"));
	is_str(eni_buf_str(&out), "4,000 円", "NFKC alone keeps blanks");
	eni_buf_free(&out);
}

static void
test_nfkc_into(void)
{
	char room[16];
	struct eni_str plain = ENI_S("令和8年");

	ok(eni_nfkc_into(room, sizeof room, plain).p == plain.p, "a text that is its own form is not copied");
	is_str(eni_nfkc_into(room, sizeof room, ENI_S("Ｒ８")), "R8", "full-width letters are written to the room");
	ok(eni_nfkc_into(room, sizeof room, ENI_S("㌔㌔㌔")).p == NULL, "too long for the room");
	ok(eni_nfkc_into(room, sizeof room, ENI_S("\x8e\x52")).p == NULL, "no UTF-8");
	is_str(eni_nfkc_into(room, sizeof room, ENI_S("\u200e8\ufeff")), "8", "without what is not seen");
}

/* Of no width, of direction, variation selectors, soft hyphens, marks of byte order. */
static void
test_invisible(void)
{
	static const struct {
		const char *text, *folded, *visible;
	} rows[] = {
	    {"\u200b利用\u200d中\ufeff", "利用中", "利用中"},
	    {"\u202aABC\u202c", "abc", "ABC"},
	    {"葛\U000e0100城\ufe00", "葛城", "葛城"},
	    {"施\u00ad設\u2060", "施設", "施設"},
	    {"\u200b", "", ""},
	    {"Ａ　Ｂ", "ab", "Ａ　Ｂ"},
	    {"\x8e\x52", "\x8er", "\x8e\x52"},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		out.n = 0;
		eni_casefold(&out, eni_str_of(rows[i].text));
		is_str(eni_buf_str(&out), rows[i].folded, rows[i].folded);
		out.n = 0;
		eni_visible(&out, eni_str_of(rows[i].text));
		is_str(eni_buf_str(&out), rows[i].visible, rows[i].folded);
	}
	eni_buf_free(&out);
}

/* The short way around the library must never differ from it: every character of the short way, alone and behind か. */
static void
test_short_way(void)
{
	static const struct {
		uint32_t from, to;
	} ranges[] = {{1, 0x7f}, {0x3001, 0x3011}, {0x3041, 0x3096}, {0x30a1, 0x30fe}, {0x4e00, 0x9fff}};
	struct eni_buf got = {0}, text = {0};
	size_t wrong = 0;

	for (size_t r = 0; r < COUNT(ranges); r++)
		for (uint32_t c = ranges[r].from; c <= ranges[r].to; c++) {
			char utf8[4] = {(char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f)), 0};
			struct eni_str one = c < 0x80 ? (struct eni_str){(char[1]){(char)c}, 1} : (struct eni_str){utf8, 3};

			text.n = got.n = 0;
			eni_buf_add(&text, ENI_S("か"));
			eni_buf_add(&text, one);
			eni_buf_add(&text, ENI_S("Ａ")); /* forces the library */
			eni_nfkc(&got, eni_buf_str(&text));
			text.n -= 3;
			eni_buf_char(&text, 'A');
			wrong += !eni_str_eq(eni_buf_str(&got), eni_buf_str(&text));
		}
	is_int(wrong, 0, "characters that the short way leaves alone and NFKC does not");
	eni_buf_free(&got);
	eni_buf_free(&text);
}

static void
test_columns(void)
{
	static const struct {
		const char *note, *text;
		size_t narrow, wide;
	} rows[] = {
	    {"letters are one wide", "abc", 3, 3},
	    {"kanji and kana two", "山田ハナ", 8, 8},
	    {"half-width kana one", "ﾔﾏﾀﾞ", 4, 4},
	    {"full-width digits two", "１２", 4, 4},
	    {"ambiguous signs, one or two", "○×", 2, 4},
	    {"a combining mark takes no room", "e\u0301", 1, 1},
	    {"the other 吉, four bytes", "𠮷", 2, 2},
	    {"controls take none", "a\tb\n", 2, 2},
	    {"nothing", "", 0, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		is_int(eni_columns(eni_str_of(rows[i].text), false), rows[i].narrow, rows[i].note);
		is_int(eni_columns(eni_str_of(rows[i].text), true), rows[i].wide, rows[i].note);
	}
}

static void
test_show(void)
{
	static const struct {
		const char *note;
		struct eni_str text;
		const char *shown;
	} rows[] = {
	    {"harmless text is shown as it is", BYTES("山田 Taro (80)"), "山田 Taro (80)"},
	    {"an escape that would clear the screen", BYTES("a\033[2Jb"), "a\\u001b[2Jb"},
	    {"NUL, tab, line end, DEL", BYTES("\0\t\n\x7f"), "\\u0000\\u0009\\u000a\\u007f"},
	    {"C1: one character is a whole CSI", BYTES("\xc2\x9b"), "\\u009b"},
	    {"what turns the direction", BYTES("a\u202eb\u2066c\u200f\u061c"), "a\\u202eb\\u2066c\\u200f\\u061c"},
	    {"line and paragraph separators", BYTES("\u2028\u2029"), "\\u2028\\u2029"},
	    {"bytes that are no UTF-8", BYTES("x\x8e\xff"), "x\\x8e\\xff"},
	    {"a cut kanji", BYTES("\xe5\xb1"), "\\xe5\\xb1"},
	    {"a backslash is a letter", BYTES("\\n"), "\\n"},
	    {"the other 吉 and a joiner are harmless", BYTES("𠮷\u200d"), "𠮷\u200d"},
	    {"nothing", {NULL, 0}, ""},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		out.n = 0;
		eni_show(&out, rows[i].text);
		is_str(eni_buf_str(&out), rows[i].shown, rows[i].note);
	}
	eni_buf_free(&out);
}

static void
test_nearest(void)
{
	static const char *const known[] = {"status", "start_date", "staff", "end_date", "weekdays", "to", "入院", "施設入所"};
	static const struct {
		const char *note, *word, *nearest;
	} rows[] = {
	    {"a letter left out", "stauts_", "status"},
	    {"two letters swapped count once", "satff", "staff"},
	    {"a letter too many", "weekdayss", "weekdays"},
	    {"capitals do not count", "END_DATE", "end_date"},
	    {"the word itself", "status", "status"},
	    {"a kanji too few", "施設入", "施設入所"},
	    {"one of two kanji wrong", "入員", "入院"},
	    {"nothing like it", "zebra", NULL},
	    {"too many edits for its length", "date", NULL},
	    {"a word of one letter has no neighbours", "x", NULL},
	    {"no word", "", NULL},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *got = eni_nearest(eni_str_of(rows[i].word), known, COUNT(known));

		is_str(eni_str_of(got), rows[i].nearest == NULL ? "" : rows[i].nearest, rows[i].note);
	}
	ok(eni_nearest(ENI_S("status"), NULL, 0) == NULL, "nothing is known");
	is_int(eni_likeness(ENI_S("中止年月日"), ENI_S("中止日")), 100, "three of three, and of five, and the last letter");
	is_int(eni_likeness(ENI_S("解約日"), ENI_S("中止日")), 58, "a day, by its last letter");
	is_int(eni_likeness(ENI_S("End"), ENI_S("enddate")), 60, "letters without case");
	is_int(eni_likeness(ENI_S("氏名"), ENI_S("中止日")), 0, "nothing in common");
	is_int(eni_likeness(ENI_S(""), ENI_S("")), 0, "nothing at all");
}

static void
test_pieces(void)
{
	static const struct {
		const char *note, *text, *joined; /* each piece in brackets */
	} rows[] = {
	    {"one word", "call", "[call]"},
	    {"telephone or fax", "電話/FAX", "[電話][FAX]"},
	    {"English weekdays", "mon, thu", "[mon][thu]"},
	    {"weekdays with a middle dot", "月・木", "[月][木]"},
	    {"weekdays with a Japanese comma", "月、木", "[月][木]"},
	    {"blanks, one or many", "a b  c", "[a][b][c]"},
	    {"full-width marks", "月；水／金，土　日", "[月][水][金][土][日]"},
	    {"half-width Japanese marks", "月､水･金", "[月][水][金]"},
	    {"line ends in one cell", "mon\r\nwed", "[mon][wed]"},
	    {"empty pieces do not count", ";; a ;/ b ,", "[a][b]"},
	    {"other marks stay inside", "mon-am a.b_c 送迎（朝）", "[mon-am][a.b_c][送迎（朝）]"},
	    {"kana beside the marks", "メール/ー", "[メール][ー]"},
	    {"nothing", "", ""},
	    {"only marks", " 、;", ""},
	    {"a cut character at the end", "a \xe3\x80", "[a][\xe3\x80]"},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_str rest = eni_str_of(rows[i].text), piece;

		for (out.n = 0; eni_piece(&rest, &piece);)
			eni_buf_printf(&out, "[%.*s]", (int)piece.n, piece.p);
		is_str(eni_buf_str(&out), rows[i].joined, rows[i].note);
	}
	eni_buf_free(&out);
}

static void
test_wrap(void)
{
	static const struct {
		const char *note, *text, *wrapped;
	} rows[] = {
	    {"it fits", "one two", "one two"},
	    {"between words, without the blank", "one two three", "one two\nthree"},
	    {"between kana, five on ten columns", "いろはにほへと", "いろはにほ\nへと"},
	    {"a stop does not begin a line", "いろはにほ。", "いろはに\nほ。"},
	    {"a closing bracket neither, an opening one does not end one", "いろは（に）", "いろは\n（に）"},
	    {"line ends stay", "a\n\nb\n", "a\n\nb\n"},
	    {"a word longer than the line stays whole", "abcdefghijklm no", "abcdefghijklm\nno"},
	    {"nothing", "", ""},
	};
	struct eni_buf out = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		out.n = 0;
		eni_wrap(&out, eni_str_of(rows[i].text), 10);
		is_str(eni_buf_str(&out), rows[i].wrapped, rows[i].note);
	}
	eni_buf_free(&out);
}

/* A part of nothing, and of a buffer nobody wrote to: the sanitizers watch that no step is made from a null pointer. */
static void
test_parts(void)
{
	struct eni_buf out = {0};

	is_str(eni_str_from((struct eni_str){NULL, 0}, 0), "", "a part of nothing");
	is_str(eni_str_from((struct eni_str){NULL, 0}, 3), "", "a part beyond the end of nothing");
	is_str(eni_buf_from(&out, 0), "", "what was appended to an empty buffer");
	eni_buf_add(&out, ENI_S("before"));
	eni_buf_add(&out, ENI_S("behind"));
	is_str(eni_buf_from(&out, 6), "behind", "what was appended since");
	is_str(eni_buf_from(&out, 12), "", "nothing since");
	is_str(eni_str_from(ENI_S("short"), 9), "", "beyond the end");
	eni_buf_free(&out);
}

int
main(void)
{
	test_parts();
	test_wrap();
	test_utf8();
	test_fold();
	test_nfkc_into();
	test_invisible();
	test_short_way();
	test_columns();
	test_show();
	test_nearest();
	test_pieces();
	return unit_done();
}
