/* Words: filling texts, dropping sentences, labels, names and days; and that every built-in text is made of known placeholders. */
#include "rule/words.h"

#include "rule/rule.h"
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
		eni_words_fill(&out, eni_str_of(fills[i].text), blanks, BLANKS);
		is_str(eni_buf_str(&out), fills[i].want, fills[i].note);
	}
	out.n = 0;
	eni_buf_add(&out, ENI_S("before:"));
	eni_words_fill(&out, ENI_S("\n{who}\nx"), blanks, BLANKS);
	is_str(eni_buf_str(&out), "before:x", "what stands before is no line of the text");
	eni_buf_free(&out);
}

/* What f appends, as a string of the arena. */
#define SAID(call) (out.n = 0, (call), eni_buf_str(&out))

static void
test_look_up(struct eni_words *w)
{
	struct eni_str family = eni_words_text(w, ENI_S("tell-us-discharge"), ENI_TO_FAMILY, "ja"),
		       cm = eni_words_text(w, ENI_S("tell-us-discharge"), ENI_TO_CAREMANAGER, "ja");
	struct eni_buf out = {0};
	int32_t sat;

	ok(family.n > 0 && cm.n > 0 && !eni_str_eq(family, cm), "a text for each recipient");
	ok(eni_words_text(w, ENI_S("tell-us-discharge"), ENI_TO_STAFF, "ja").n == 0, "none for another");
	ok(eni_words_text(w, ENI_S("price"), ENI_TO_FAMILY, "zh").n > 0, "one for everybody");
	ok(eni_words_text(w, ENI_S("nonsense"), 0, "zh").n == 0, "no such code");
	is_str(eni_words_label(w, "tag", ENI_S("value"), "zh"), "高性价比偏好", "label");
	is_str(eni_words_label(w, "tag", ENI_S("vip"), "zh"), "vip", "no label: the code");
	is_str(eni_words_label(w, "concern", ENI_S("price"), "zh"), "价格", "no label: the word of the vocabulary");
	is_str(SAID(eni_words_list(&out, w, "tag", ENI_S("meals vip"), "ja")), "食事、vip", "list");
	is_str(SAID(eni_words_list(&out, w, "route", ENI_S("craft rehab_room"), "en")), "handicraft → rehabilitation room", "tour");
	is_str(SAID(eni_words_name(&out, w, ENI_S("王明"), 1, "zh")), "王明先生", "男");
	is_str(SAID(eni_words_name(&out, w, ENI_S("王明"), 0, "zh")), "王明", "nobody knows");
	is_str(SAID(eni_words_name(&out, w, ENI_S("原 タケ"), 2, "ja")), "原 タケ様", "様 for all");
	is_str(SAID(eni_words_name(&out, w, ENI_S("原 タケ様"), 2, "ja")), "原 タケ様", "not twice");
	is_str(SAID(eni_words_name(&out, w, ENI_S(""), 2, "ja")), "", "no name");
	ok(eni_day_make(2026, 11, 21, &sat), "a Saturday");
	is_str(SAID(eni_words_when(&out, w, (struct eni_when){sat, 570}, "ja")), "2026年11月21日（土曜日）09:30", "moment");
	is_str(SAID(eni_words_when(&out, w, (struct eni_when){sat, ENI_NOTIME}, "zh")), "2026年11月21日（周六）", "day");
	is_str(SAID(eni_words_when(&out, w, (struct eni_when){sat, ENI_NOTIME}, "en")), "Saturday, 2026-11-21", "English");
	is_str(SAID(eni_words_when(&out, w, ENI_NEVER, "en")), "", "never");
	eni_buf_free(&out);
}

/* Reads settings as if they stood in office.yaml; 0 or -1. */
static int
read_words(struct eni_words *w, struct eni_arena *a, const char *yaml, struct eni_diag *d)
{
	struct eni_office o = {
	    .file = "office.yaml", .lang = ENI_S("zh"), .root = eni_tree_parse(a, eni_str_of(yaml), "office.yaml", d)};

	return eni_words_read(w, &o, d);
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
    {"words: {price: \"{nmae}\"}", -1, "a placeholder nobody knows"},
    {"words: {price: {fr: oui}}", -1, "a language nobody knows"},
    {"words: {price: [a]}", -1, "a list"},
    {"words: {labels: x}", -1, "labels without a kind"},
    {"words: {labels: {tag: {vip: {fr: oui}}}}", -1, "a label in a language nobody knows"},
};

static void
test_own(void)
{
	FILE *nowhere = fopen("/dev/null", "w");

	for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) {
		struct eni_diag d = {.prog = "t", .out = nowhere};
		struct eni_arena a = {0};
		struct eni_words w;

		is_int(read_words(&w, &a, reads[i].yaml, &d), reads[i].rc, reads[i].note);
		if (i == 0)
			is_str(
			    eni_words_text(&w, ENI_S("price"), ENI_TO_FAMILY, "zh"), "您好", "replaced in the office's language");
		if (i == 2)
			is_str(eni_words_text(&w, ENI_S("price"), ENI_TO_FAMILY, "ja"), "ご家族", "for one recipient");
		if (i == 3)
			is_str(eni_words_label(&w, "route", ENI_S("yard"), "en"), "yard", "a label of its own");
		eni_words_free(&w);
		eni_arena_free(&a);
	}
	fclose(nowhere);
}

/* The built-in texts go through the check of the office's own. */
static void
test_built_in(void)
{
	struct eni_arena a = {0};
	struct eni_diag d = {.prog = "t", .out = stdout};
	const struct eni_node *rows = eni_tree_parse(&a, eni_builtin_words(), "words.yaml", &d);

	for (size_t i = 0; rows != NULL && i < rows->n; i++) {
		const struct eni_node *text = eni_node_get(rows->item[i], "text");
		struct eni_node key = {.type = ENI_SCALAR, .text = ENI_S("x")}, *keys[] = {&key},
				words_key = {.text = ENI_S("words")}, *words_keys[] = {&words_key};
		struct eni_node copy = text == NULL ? key : *text, *items[] = {&copy},
				words = {.type = ENI_MAP, .n = 1, .item = items, .key = keys}, *words_items[] = {&words};
		const struct eni_node root = {.type = ENI_MAP, .n = 1, .item = words_items, .key = words_keys};
		struct eni_office o = {.file = "words.yaml", .lang = ENI_S("zh"), .root = &root};
		struct eni_words w;

		is_int(eni_words_read(&w, &o, &d), 0, "known placeholders");
		eni_words_free(&w);
	}
	eni_arena_free(&a);
}

/* What a second text on a page need not say again; what tells something new stays, word for word the same or not. */
static void
test_again(const struct eni_words *w)
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

		eni_words_again(&out, w, eni_str_of(rows[i].text), &said, rows[i].lang);
		is_str(eni_buf_str(&out), rows[i].want, rows[i].note);
		eni_buf_free(&out);
	}
}

int
main(void)
{
	struct eni_words w;
	struct eni_office o = {.lang = ENI_S("ja")};
	struct eni_diag d = {.prog = "t", .out = stdout};

	is_int(eni_words_read(&w, &o, &d), 0, "built-in words");
	test_fill();
	test_look_up(&w);
	test_again(&w);
	eni_words_free(&w);
	test_own();
	test_built_in();
	return unit_done();
}
