/* Texts: reading them, filling, dropping sentences, labels, names and days. */
#include "rule/texts.h"

#include <stdlib.h>

#include "unit.h"

static const struct eni_blank blanks[] = {
    {"name", {"冯桂珍", 9}}, {"office", {"Elm. Ltd", 8}}, {"note", {"one.\ntwo.", 9}}, {"who", {"", 0}}};
enum { BLANKS = sizeof blanks / sizeof *blanks };

static const struct {
	const char *text, *want, *note;
} fills[] = {
    {"", "", "nothing"},
    {"plain words", "plain words", "no placeholder"},
    {"To {name}.", "To 冯桂珍.", "one"},
    {"{name}{name}", "冯桂珍冯桂珍", "side by side"},
    {"Dear {who}, hello. This is {office}.", "This is Elm. Ltd.", "an empty one takes its sentence"},
    {"This is {office}. Dear {who}, hello.", "This is Elm. Ltd.", "and the blank before it"},
    {"A. {who} B! C? D", "A. C? D", "every sign ends a sentence"},
    {"3.5 of {who}", "", "a point inside a number does not"},
    {"{who}您好！我是{name}。", "我是冯桂珍。", "full-width signs"},
    {"{who}よ？はい。", "はい。", "a question"},
    {"{office}\nTel: {who}\nend", "Elm. Ltd\nend", "a line of which nothing is left goes"},
    {"{who}\n\nend", "end", "no blank line first"},
    {"a\n\n{who}\n\nend", "a\n\nend", "blank lines do not pile up"},
    {"a\n\n{who}", "a", "nor stand last"},
    {"a\n\n\nb", "a\n\nb", "nor double"},
    {"N: {note} end.", "N: one.\ntwo. end.", "values are not cut"},
    {"{phone} x", "", "a blank nobody gave is empty"},
    {"{Name} {} { {name", "{Name} {} { {name", "what is no placeholder stays"},
};

static void
test_fill(void)
{
	struct eni_buf out = {0};

	for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
		out.n = 0;
		eni_texts_fill(&out, eni_str_of(fills[i].text), blanks, BLANKS);
		is_str(eni_buf_str(&out), fills[i].want, fills[i].note);
	}
	out.n = 0;
	eni_buf_add(&out, ENI_S("before:"));
	eni_texts_fill(&out, ENI_S("\n{who}\nx"), blanks, BLANKS);
	is_str(eni_buf_str(&out), "before:x", "what stands before is no line of the text");
	eni_buf_free(&out);
}

/* What f appends, as a string of the arena. */
#define SAID(call) (out.n = 0, (call), eni_buf_str(&out))

/* A text of one row that is always said. */
static struct eni_str
plain(struct eni_text text)
{
	return text.n == 1 && text.row[0].n == 0 ? text.row[0].text : (struct eni_str){"", 0};
}

static void
test_look_up(struct eni_texts *t)
{
	struct eni_text family = eni_texts_find(t, ENI_S("how-is-new-place"), ENI_TO_FAMILY, "ja"),
			cm = eni_texts_find(t, ENI_S("how-is-new-place"), ENI_TO_CAREMANAGER, "ja");
	struct eni_buf out = {0};
	int32_t sat;

	ok(family.n > 0 && cm.n > 0 && !eni_str_eq(plain(family), plain(cm)), "a text for each recipient");
	ok(eni_texts_find(t, ENI_S("tell-us-discharge"), ENI_TO_STAFF, "ja").n == 0, "none for another");
	ok(eni_texts_find(t, ENI_S("price"), ENI_TO_FAMILY, "zh").n > 0, "one for everybody");
	ok(eni_texts_find(t, ENI_S("nonsense"), 0, "zh").n == 0, "no such code");
	is_str(eni_texts_label(t, "tag", ENI_S("value"), "zh"), "高性价比偏好", "label");
	is_str(eni_texts_label(t, "tag", ENI_S("vip"), "zh"), "vip", "no label: the code");
	is_str(eni_texts_label(t, "concern", ENI_S("price"), "zh"), "价格", "no label: the word of the vocabulary");
	is_str(SAID(eni_texts_list(&out, t, "tag", ENI_S("meals vip"), "ja")), "食事、vip", "list");
	is_str(SAID(eni_texts_list(&out, t, "route", ENI_S("craft rehab_room"), "en")), "handicraft → rehabilitation room", "tour");
	is_str(SAID(eni_texts_name(&out, t, ENI_S("王明"), 1, "zh")), "王明先生", "男");
	is_str(SAID(eni_texts_name(&out, t, ENI_S("王明"), 0, "zh")), "王明", "unknown");
	is_str(SAID(eni_texts_name(&out, t, ENI_S("原 タケ"), 2, "ja")), "原 タケ様", "様 for all");
	is_str(SAID(eni_texts_name(&out, t, ENI_S("原 タケ様"), 2, "ja")), "原 タケ様", "not twice");
	is_str(SAID(eni_texts_name(&out, t, ENI_S(""), 2, "ja")), "", "no name");
	ok(eni_day_make(2026, 11, 21, &sat), "a Saturday");
	is_str(SAID(eni_texts_when(&out, t, (struct eni_when){sat, 570}, "ja")), "2026年11月21日（土曜日）09:30", "moment");
	is_str(SAID(eni_texts_when(&out, t, (struct eni_when){sat, ENI_NOTIME}, "zh")), "2026年11月21日（周六）", "day");
	is_str(SAID(eni_texts_when(&out, t, (struct eni_when){sat, ENI_NOTIME}, "en")), "Saturday, 2026-11-21", "English");
	is_str(SAID(eni_texts_when(&out, t, ENI_NEVER, "en")), "", "never");
	eni_buf_free(&out);
}

/* Reads settings as if they stood in office.yaml; 0 or -1. */
static int
read_own(struct eni_texts *t, struct eni_arena *a, const char *yaml, struct eni_diag *d)
{
	struct eni_office o = {
	    .file = "office.yaml", .lang = ENI_S("zh"), .root = eni_tree_parse(a, eni_str_of(yaml), "office.yaml", d)};

	return eni_texts_read(t, &o, d);
}

static const struct {
	const char *yaml;
	int rc;
	const char *note;
} reads[] = {
    {"words: {price: 您好}", 0, "a text"},
    {"words: {price: {ja: こんにちは, zh: 您好}}", 0, "by language"},
    {"words: {price: {family: {ja: ご家族}, client: 本人}}", 0, "by recipient"},
    {"words: {labels: {tag: {vip: 贵宾}, route: {yard: {en: yard}}}}", 0, "labels"},
    {"words: {price: \"{nmae}\"}", -1, "an unknown placeholder"},
    {"words: {price: {fr: oui}}", -1, "an unknown language"},
    {"words: {price: [a]}", 0, "a row"},
    {"words: {price: [a, {if: {by: call}, zh: b}, {if: {note: any, by: [fax, email]}, ja: c}]}", 0, "rows with conditions"},
    {"words: {price: {title: T, rows: [a]}}", 0, "rows beside a title"},
    {"words: {price: {family: [{if: {own: none}, zh: a}], zh: b}}", 0, "rows for one recipient"},
    {"words: {price: [[a]]}", -1, "a list in a list"},
    {"words: {price: [{if: {by: cal}, zh: a}]}", -1, "no word of that circumstance"},
    {"words: {price: [{if: {today: yes}, zh: a}]}", 0, "a placeholder is text, and may be any word"},
    {"words: {price: [{if: {some_day: yes}, zh: a}]}", -1, "no such circumstance"},
    {"words: {price: [{if: call, zh: a}]}", -1, "no matchers"},
    {"words: {price: [{fr: a}]}", -1, "a row in an unknown language"},
    {"words: {price: [{zh: [a]}]}", -1, "rows in a language"},
    {"words: {price: [{zh: \"{nmae}\"}]}", -1, "an unknown placeholder in a row"},
    {"words: {price: {rows: a}}", -1, "rows that are none"},
    {"words: {labels: x}", -1, "labels without a kind"},
    {"words: {labels: {tag: x}}", -1, "labels without a code"},
    {"words: {labels: {tag: {vip: [x]}}}", -1, "a list of labels"},
    {"words: {price: {title: 费用, zh: 您好}}", 0, "a title beside the text"},
    {"words: {price: {title: {fr: oui}}}", -1, "a title in an unknown language"},
    {"words: {price: {labels: {tag: {vip: 贵宾}}}}", 0, "labels beside the text"},
    {"words: {labels: {tag: {vip: {fr: oui}}}}", -1, "a label in an unknown language"},
};

static void
test_own(void)
{
	FILE *nowhere = fopen("/dev/null", "w");

	for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) {
		struct eni_diag d = {.prog = "t", .out = nowhere};
		struct eni_arena a = {0};
		struct eni_texts t;

		is_int(read_own(&t, &a, reads[i].yaml, &d), reads[i].rc, reads[i].note);
		eni_texts_free(&t);
		eni_arena_free(&a);
	}
	fclose(nowhere);
}

/* The office's own take the place of the built-in ones, text by text. */
static void
test_replaced(void)
{
	static const char own[] = "words:\n"
				  "  price: 您好\n"
				  "  food: {title: 餐食, family: {ja: ご家族}, labels: {tag: {meals: {zh: 吃}}}}\n"
				  "  labels: {route: {yard: {en: yard}}}\n";
	struct eni_diag d = {.prog = "t", .out = stdout};
	struct eni_arena a = {0};
	struct eni_texts t;

	is_int(read_own(&t, &a, own, &d), 0, "read");
	is_str(plain(eni_texts_find(&t, ENI_S("price"), ENI_TO_FAMILY, "zh")), "您好", "replaced in the office's language");
	ok(eni_texts_find(&t, ENI_S("price"), ENI_TO_FAMILY, "ja").n > 1, "built in, in another");
	is_str(plain(eni_texts_find(&t, ENI_S("food"), ENI_TO_FAMILY, "ja")), "ご家族", "for one recipient");
	ok(plain(eni_texts_find(&t, ENI_S("food"), ENI_TO_CLIENT, "ja")).n > 10, "built in, for another");
	is_str(eni_texts_label(&t, "title", ENI_S("food"), "zh"), "餐食", "a title");
	is_str(eni_texts_label(&t, "tag", ENI_S("meals"), "zh"), "吃", "a label beside a text");
	is_str(eni_texts_label(&t, "route", ENI_S("yard"), "en"), "yard", "a label of its own");
	eni_texts_free(&t);
	eni_arena_free(&a);
}

/* Rows: those are said whose conditions hold. */
static const struct {
	const char *text, *lang;
	const char *by, *note;
	const char *want, *what;
} said_rows[] = {
    {"[a, b]", "zh", "", "", "ab", "run on"},
    {"[{en: A.}, {en: B.}]", "en", "", "", "A. B.", "with a blank between, in English"},
    {"[\"a\\n\", b]", "zh", "", "", "a\nb", "a row ends its line"},
    {"[{if: {by: call}, zh: a}, {if: {by: not call}, zh: b}]", "zh", "call", "", "a", "one"},
    {"[{if: {by: call}, zh: a}, {if: {by: not call}, zh: b}]", "zh", "fax", "", "b", "the other"},
    {"[{if: {by: call}, zh: a}, {if: {by: not call}, zh: b}]", "zh", "", "", "b", "not a word: nothing is none of them"},
    {"[{if: {by: none}, zh: a}, b]", "zh", "", "", "ab", "none"},
    {"[{if: {by: [fax, email], note: any}, zh: a}, b]", "zh", "fax", "x", "ab", "all hold"},
    {"[{if: {by: [fax, email], note: any}, zh: a}, b]", "zh", "fax", "", "b", "one does not"},
    {"[{if: {note: any}, zh: \"{note}。\"}, {zh: \"{who}。b\"}]", "zh", "", "x", "x。b", "sentences drop as ever"},
    {"[{if: {by: call}, zh: a}]", "zh", "fax", "", "", "nothing is left"},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof said_rows / sizeof *said_rows; i++) {
		struct eni_diag d = {.prog = "t", .out = stdout};
		struct eni_arena a = {0};
		struct eni_texts t;
		struct eni_buf out = {0};
		const struct eni_blank blank[] = {{"by", eni_str_of(said_rows[i].by)}, {"note", eni_str_of(said_rows[i].note)}};
		const char *yaml = eni_arena_printf(&a, "words: {x: %s}", said_rows[i].text).p;

		is_int(read_own(&t, &a, yaml, &d), 0, said_rows[i].what);
		eni_texts_say(&out, &t, eni_texts_find(&t, ENI_S("x"), 0, said_rows[i].lang), said_rows[i].lang, blank, 2);
		is_str(eni_buf_str(&out), said_rows[i].want, said_rows[i].what);
		eni_buf_free(&out);
		eni_texts_free(&t);
		eni_arena_free(&a);
	}
}

/* What is built in is whole: every text and title in every language, and each of them once. */
static const struct {
	const char *yaml, *says;
} built_in[] = {
    {"x: {title: {ja: a, zh: b, en: c}, ja: d, zh: e, en: f}", ""},
    {"x: {ja: a, zh: b, en: c, family: {ja: d, zh: e, en: f}}", ""},
    {"x: {family: {ja: d, zh: e, en: f}, labels: {tag: {vip: {en: g}}}}", ""},
    {"x: text", "t: built-in:1: words: x: want it by language, {ja: ..., zh: ..., en: ...}\n"},
    {"x: {title: A}", "t: built-in:1: words: title: want it by language, {ja: ..., zh: ..., en: ...}\n"},
    {"x:\n  ja: a\n  zh: b", "t: built-in:2: words: x: no text in en\n"},
    {"x:\n  family: {ja: a, zh: b, en: c}\n  ja: a", "t: built-in:2: words: x: no text in zh\n"},
    {"x:\n  family: {ja: a}", "t: built-in:2: words: x: no text in zh\n"},
    {"x:\n  title: {ja: a, zh: b}\n  ja: a\n  zh: b\n  en: c", "t: built-in:2: words: x: no title in en\n"},
    {"x:\n  title: {ja: a, zh: b, en: c}", "t: built-in:2: words: x: no text in ja\n"},
    {"x:\n  ja: a\n  zh: b\n  en: c\n  titel: d", "t: built-in:5: words: unknown language or recipient: titel; nearest is title\n"},
    {"x: {family: {title: a}}", "t: built-in:1: words: unknown language or recipient: title; nearest is title\n"},
    {"x: {ja: a, zh: b, en: \"{nmae}\"}", "t: built-in:1: words: unknown placeholder: nmae; nearest is name\n"},
    {"x: [{ja: a, zh: b}]", "t: built-in:1: words: x: no text in en\n"},
    {"x: [a]", "t: built-in:1: words: x: want rows such as {if: ..., ja: ..., zh: ..., en: ...}\n"},
    {"x: [{if: {clam: yes}, ja: a, zh: b, en: c}]", "t: built-in:1: words: unknown circumstance: clam; nearest is calm\n"},
    {"labels:\n  tag:\n    vip: {ja: a}\n    old: {fr: b}", "t: built-in:4: words: unknown language: fr\n"},
    {"labels: {tag: {vip: x}}", "t: built-in:1: words: tag: want it by language, {ja: ..., zh: ..., en: ...}\n"},
    {"labels: {tag: {vip: {ja: a}}}\nx: {ja: a, zh: b, en: c, labels: {tag: {vip: {ja: b}}}}",
	"t: built-in:2: words: tag: stands twice in ja\n"},
};

static void
test_built_in(void)
{
	for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
		char *said = NULL;
		size_t n;
		struct eni_diag d = {.prog = "t", .out = open_memstream(&said, &n)};
		struct eni_texts t = {0};
		const struct eni_node *map = eni_tree_parse(&t.arena, eni_str_of(built_in[i].yaml), "built-in", &d);
		int rc = eni_texts_add(&t, map, "built-in", NULL, &d);

		fclose(d.out);
		is_int(rc, built_in[i].says[0] == '\0' ? 0 : -1, built_in[i].yaml);
		is_str(eni_str_of(said), built_in[i].says, built_in[i].yaml);
		free(said);
		eni_texts_free(&t);
	}
}

/* What a second text on a page need not say again; what is new stays, word for word the same or not. */
static void
test_again(const struct eni_texts *t)
{
	static const struct {
		const char *lang, *said, *text, *want, *note;
	} rows[] = {
	    {"ja", "松の岡でございます。空きがございます。", "松の岡でございます。別の件です。", "別の件です。", "the name once"},
	    {"ja", "松の岡でございます。火曜日に空きがございます。", "沢井様の件です。火曜日に空きがございます。",
		"沢井様の件です。火曜日に空きがございます。", "the same news of somebody else stays"},
	    {"ja", "松です。", "芹沢様　いつも大変お世話になっております。松の岡でございます。件です。",
		"松の岡でございます。件です。", "a courtesy goes, a name not yet said stays"},
	    {"ja", "松の岡です。", "いつもお世話になっております。\n\n件です。\n電話：00-0000-1", "件です。\n電話：00-0000-1",
		"a line of which nothing is left goes"},
	    {"zh", "王您好！我是松的岡。", "您好，我是松的岡。有空名额。", "有空名额。", "the greeting may differ"},
	    {"en", "Hello, this is 岡 from 松. One.", "Hello, this is 岡 from 松. Two.", "Two.", "English"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct eni_said said = {
		    eni_str_of(rows[i].said), ENI_S("芹沢様"), {ENI_S("松"), ENI_S("岡"), ENI_S("00-0000-1")}};
		struct eni_buf out = {0};

		eni_texts_again(&out, t, eni_str_of(rows[i].text), &said, rows[i].lang);
		is_str(eni_buf_str(&out), rows[i].want, rows[i].note);
		eni_buf_free(&out);
	}
}

static bool
is_that(const void *wanted, struct eni_str code)
{
	return wanted == NULL || eni_str_is(code, wanted);
}

/* A built-in file is cut where its codes begin: all of its blocks are the file, and one is read without the others. */
static void
test_one_code(const struct eni_texts *all)
{
	struct eni_office o = {.lang = ENI_S("ja")};
	struct eni_diag d = {.prog = "t", .out = stdout};
	struct eni_texts t;

	is_int(eni_texts_read_of(&t, &o, is_that, NULL, &d), 0, "block by block");
	is_int((int64_t)t.n_rows, (int64_t)all->n_rows, "as many rows as in the whole files");
	eni_texts_free(&t);
	is_int(eni_texts_read_of(&t, &o, is_that, "ask-reason", &d), 0, "one code");
	is_str(eni_texts_label(&t, "title", ENI_S("ask-reason"), "ja"), eni_texts_label(all, "title", ENI_S("ask-reason"), "ja").p,
	    "its title");
	ok(eni_texts_find(&t, ENI_S("ask-cause"), 0, "ja").n == 0, "and no other code");
	eni_texts_free(&t);
}

int
main(void)
{
	struct eni_texts t;
	struct eni_office o = {.lang = ENI_S("ja")};
	struct eni_diag d = {.prog = "t", .out = stdout};

	is_int(eni_texts_read(&t, &o, &d), 0, "built-in texts");
	test_fill();
	test_look_up(&t);
	test_again(&t);
	test_one_code(&t);
	eni_texts_free(&t);
	test_own();
	test_replaced();
	test_rows();
	test_built_in();
	return unit_done();
}
