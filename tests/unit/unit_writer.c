/*
 * The record writers: exact bytes, row by row; what libyaml and jansson make of them; the table's alignment; a full disk.
 * That what is written reads back equal is unit_roundtrip's business.
 */
#include "form/writer.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <yaml.h>

#include "base/text.h"
#include "unit.h"

/* ENI_S is no constant, as the rows of a table have to be. */
#define S(literal)                                                                                                                 \
	{                                                                                                                          \
		(literal), sizeof(literal) - 1                                                                                     \
	}

enum { MAX = 8 };

static struct eni_buf
write_rows(const struct eni_column *column, size_t n, const struct eni_writer_options *o, const char *const *cell, size_t cells)
{
	struct eni_buf all = {0};
	FILE *f = open_memstream(&all.p, &all.n);
	struct eni_writer *w = eni_writer_open(f, column, n, o);
	struct eni_str row[MAX];

	for (size_t i = 0; i < cells; i++) {
		row[i % n] = eni_str_of(cell[i]);
		if (i % n == n - 1)
			eni_writer_row(w, row);
	}
	ok(eni_writer_end(w) == 0, "the stream is fine");
	fclose(f);
	return all;
}

/* One column named x (a number column when `number`), one cell. */
static struct eni_buf
write_one(enum eni_format format, const char *cell, bool number)
{
	struct eni_column x = {.name = ENI_S("x"), .type = number ? ENI_COL_NUMBER : ENI_COL_TEXT};
	struct eni_writer_options o = {.format = format, .no_header = true};

	return write_rows(&x, 1, &o, &cell, 1);
}

static const struct {
	enum eni_format format;
	bool number;
	const char *cell, *want;
} cells[] = {
    {ENI_CSV, false, "山田", "山田\n"},
    {ENI_CSV, false, "", "\"\"\n"},
    {ENI_CSV, false, "a,b", "\"a,b\"\n"},
    {ENI_CSV, false, "say \"no\"", "\"say \"\"no\"\"\"\n"},
    {ENI_CSV, false, "\"", "\"\"\"\"\n"},
    {ENI_CSV, false, "a\nb", "\"a\nb\"\n"},
    {ENI_CSV, false, "a\r", "\"a\r\"\n"},
    {ENI_CSV, false, " a", "\" a\"\n"},
    {ENI_CSV, false, "a\t", "\"a\t\"\n"},
    {ENI_CSV, false, "a b\tc", "a b\tc\n"},
    {ENI_CSV, false, "\xef\xbb\xbfx", "\"\xef\xbb\xbfx\"\n"},
    {ENI_CSV, false, "=1+1", "=1+1\n"},
    {ENI_TSV, false, "a\tb\nc\\d\re,\"f\"", "a\\tb\\nc\\\\d\\re,\"f\"\n"},
    {ENI_TSV, false, " a ", " a \n"},
    {ENI_JSONL, false, "a\"b\\c\n\r\t\x1f/山", "{\"x\": \"a\\\"b\\\\c\\n\\r\\t\\u001f/山\"}\n"},
    {ENI_JSONL, false, "12", "{\"x\": \"12\"}\n"},
    {ENI_JSONL, false, "", "{\"x\": \"\"}\n"},
    {ENI_JSONL, true, "12", "{\"x\": 12}\n"},
    {ENI_JSONL, true, "-0.50", "{\"x\": -0.50}\n"},
    {ENI_JSONL, true, "1e-300", "{\"x\": 1e-300}\n"},
    {ENI_JSONL, true, "", "{\"x\": null}\n"},
    {ENI_JSONL, true, "-", "{\"x\": null}\n"},
    {ENI_JSONL, true, "007", "{\"x\": \"007\"}\n"},
    {ENI_JSONL, true, "1.", "{\"x\": \"1.\"}\n"},
    {ENI_JSONL, true, ".5", "{\"x\": \".5\"}\n"},
    {ENI_JSONL, true, "+1", "{\"x\": \"+1\"}\n"},
    {ENI_JSONL, true, "1e", "{\"x\": \"1e\"}\n"},
    {ENI_JSONL, true, "1 ", "{\"x\": \"1 \"}\n"},
    {ENI_JSONL, true, "inf", "{\"x\": \"inf\"}\n"},
    {ENI_JSON, false, "a", "[\n{\"x\": \"a\"}\n]\n"},
    {ENI_YAML, false, "A01", "- x: A01\n"},
    {ENI_YAML, false, "山田 花子、B棟", "- x: 山田 花子、B棟\n"},
    {ENI_YAML, false, "see http://x/#a", "- x: see http://x/#a\n"},
    {ENI_YAML, false, "don't [stop] {now}, \"please\"", "- x: don't [stop] {now}, \"please\"\n"},
    {ENI_YAML, false, "", "- x: \"\"\n"},
    {ENI_YAML, false, "0012", "- x: \"0012\"\n"},
    {ENI_YAML, false, "2026-11-21", "- x: \"2026-11-21\"\n"},
    {ENI_YAML, false, "No", "- x: \"No\"\n"},
    {ENI_YAML, false, "NULL", "- x: \"NULL\"\n"},
    {ENI_YAML, false, "a: b", "- x: \"a: b\"\n"},
    {ENI_YAML, false, "a:", "- x: \"a:\"\n"},
    {ENI_YAML, false, "a #b", "- x: \"a #b\"\n"},
    {ENI_YAML, false, "a ", "- x: \"a \"\n"},
    {ENI_YAML, false, "　a", "- x: \"　a\"\n"},
    {ENI_YAML, false, "- a", "- x: \"- a\"\n"},
    {ENI_YAML, false, "*a", "- x: \"*a\"\n"},
    {ENI_YAML, false, "a\n\"b\\", "- x: \"a\\n\\\"b\\\\\"\n"},
    {ENI_YAML, false,
	"a\xc2\x85"
	"b\u2028c\ufeff",
	"- x: \"a\\x85b\\u2028c\\ufeff\"\n"},
    {ENI_YAML, true, "12.5", "- x: 12.5\n"},
    {ENI_YAML, true, "-", "- x: \"-\"\n"},
};

static void
test_cells(void)
{
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		struct eni_buf got = write_one(cells[i].format, cells[i].cell, cells[i].number);

		is_str(eni_buf_str(&got), cells[i].want, cells[i].cell);
		eni_buf_free(&got);
	}
}

static const struct {
	const char *cell, *want;
} guards[] = {
    {"山田", "山田"},
    {"001", "\"001\t\""},
    {"001\t", "\"001\t\t\""},
    {"09000000001", "\"09000000001\t\""},
    {"1234567890123456", "\"1234567890123456\t\""},
    {"123456789012345", "123456789012345"},
    {"0", "0"},
    {"10", "10"},
    {"0.5", "0.5"},
    {"1E5", "\"1E5\t\""},
    {"1-2", "\"1-2\t\""},
    {"3/4", "\"3/4\t\""},
    {"2026-11", "\"2026-11\t\""},
    {"2026-11-21", "2026-11-21"},
    {"00-0000-2101", "00-0000-2101"},
    {"A01", "A01"},
    {"-", "-"},
    {"-5", "-5"},
    {"-1,200.5", "\"-1,200.5\""},
    {"'a", "'a"},
    {"''", "''"},
    {"=1+1", "'=1+1"},
    {"=A1,B1", "\"'=A1,B1\""},
    {"=HYPERLINK(\"http://x/\"&A1)", "\"'=HYPERLINK(\"\"http://x/\"\"&A1)\""},
    {"+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"},
    {"+81-3-0000-0000", "'+81-3-0000-0000"},
    {"-2+3", "'-2+3"},
    {"-.", "'-."},
    {"@SUM(1)", "'@SUM(1)"},
    {"\t=1+1", "\"'\t=1+1\""},
    {"\r=1+1", "\"'\r=1+1\""},
    {"\n=1+1", "\"'\n=1+1\""},
    {"＝1+1", "'＝1+1"},
    {"＋1", "'＋1"},
    {"－1", "'－1"},
    {"＠x", "'＠x"},
    {"ａ", "ａ"},
    {"'=1", "''=1"},
    {"''-5", "'''-5"},
};

static void
test_guard(void)
{
	for (size_t i = 0; i < sizeof guards / sizeof *guards; i++) {
		struct eni_buf got = write_one(ENI_EXCEL, guards[i].cell, false), want = {0};

		eni_buf_printf(&want, "\xef\xbb\xbfx\r\n%s\r\n", guards[i].want);
		ok(eni_str_eq(eni_buf_str(&got), eni_buf_str(&want)), guards[i].cell);
		free(got.p);
		eni_buf_free(&want);
	}
	is_str(eni_excel_unguard(ENI_S("'=1")), "=1", "the guard is taken off");
	is_str(eni_excel_unguard(ENI_S("''＝1")), "'＝1", "once");
	is_str(eni_excel_unguard(ENI_S("'a")), "'a", "only before a formula");
	is_str(eni_excel_unguard(ENI_S("=1")), "=1", "only where there is one");
	is_str(eni_excel_unguard(ENI_S("001\t")), "001", "the tab is taken off");
	is_str(eni_excel_unguard(ENI_S("001\t\t")), "001\t", "one of them");
	is_str(eni_excel_unguard(ENI_S("A01\t")), "A01\t", "only where it was needed");
	is_str(eni_excel_unguard(ENI_S("")), "", "nothing stays nothing");
}

static const struct eni_column people[] = {
    {.name = S("id"), .heading = "番号"},
    {.name = S("name"), .heading = "氏名"},
    {.name = S("visits"), .type = ENI_COL_NUMBER},
};

static const struct {
	const char *note;
	struct eni_writer_options o;
	const char *want;
} documents[] = {
    {"csv", {.format = ENI_CSV}, "id,name,visits\nA01,山田,5\nA2,\"B, C\",\n"},
    {"csv without header", {.format = ENI_CSV, .no_header = true}, "A01,山田,5\nA2,\"B, C\",\n"},
    {"tsv", {.format = ENI_TSV}, "id\tname\tvisits\nA01\t山田\t5\nA2\tB, C\t\n"},
    {"no stream of records: csv", {.format = ENI_FORMAT_NONE}, "id,name,visits\nA01,山田,5\nA2,\"B, C\",\n"},
    {"excel", {.format = ENI_EXCEL}, "\xef\xbb\xbf番号,氏名,visits\r\nA01,山田,5\r\nA2,\"B, C\",\r\n"},
    {"json", {.format = ENI_JSON},
	"[\n{\"id\": \"A01\", \"name\": \"山田\", \"visits\": 5},\n{\"id\": \"A2\", \"name\": \"B, C\", \"visits\": null}\n]\n"},
    {"jsonl", {.format = ENI_JSONL},
	"{\"id\": \"A01\", \"name\": \"山田\", \"visits\": 5}\n{\"id\": \"A2\", \"name\": \"B, C\", \"visits\": null}\n"},
    {"yaml", {.format = ENI_YAML}, "- id: A01\n  name: 山田\n  visits: 5\n- id: A2\n  name: B, C\n  visits: \"\"\n"},
    {"table", {.format = ENI_TABLE}, "番号  氏名  visits\nA01   山田       5\nA2    B, C\n"},
    {"table in colour", {.format = ENI_TABLE, .colour = true},
	"\033[1m番号  氏名  visits\033[0m\nA01   山田       5\nA2    B, C\n"},
};

static void
test_documents(void)
{
	static const char *const cell[] = {"A01", "山田", "5", "A2", "B, C", ""};

	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
		struct eni_buf got = write_rows(people, 3, &documents[i].o, cell, 6);

		is_str(eni_buf_str(&got), documents[i].want, documents[i].note);
		free(got.p);
	}
}

/* A format without a row of documents fails under its name, before its missing functions are called. */
static void
test_every_format_has_a_document(void)
{
	for (enum eni_format f = ENI_FORMAT_NONE + 1; f < ENI_FORMATS; f++) {
		bool has = !eni_format_is(f, ENI_FORMAT_WRITE) || f == ENI_XLSX || f == ENI_HTML; /* unit_xlsx, unit_html */

		for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
			has |= documents[i].o.format == f;
		ok(has, eni_format_name(f));
	}
}

static void
test_empty(void)
{
	static const struct {
		enum eni_format format;
		const char *want;
	} empty[] = {{ENI_CSV, "id,name,visits\n"}, {ENI_JSON, "[]\n"}, {ENI_JSONL, ""}, {ENI_YAML, "[]\n"},
	    {ENI_TABLE, "番号  氏名  visits\n"}, {ENI_EXCEL, "\xef\xbb\xbf番号,氏名,visits\r\n"}};

	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
		struct eni_writer_options o = {.format = empty[i].format};
		struct eni_buf got = write_rows(people, 3, &o, NULL, 0);

		is_str(eni_buf_str(&got), empty[i].want, "an empty list");
		free(got.p);
	}
}

static void
test_repeated_names(void)
{
	static const struct eni_column same[] = {{.name = S("a")}, {.name = S("a")}, {.name = S("a.2")}, {.name = S("a")}};
	static const char *const cell[] = {"p", "q", "r", "s"};
	struct eni_writer_options json = {.format = ENI_JSONL}, yaml = {.format = ENI_YAML};
	struct eni_buf got = write_rows(same, 4, &json, cell, 4);

	is_str(eni_buf_str(&got), "{\"a\": \"p\", \"a.3\": \"q\", \"a.2\": \"r\", \"a.4\": \"s\"}\n", "a key stands once in json");
	free(got.p);
	got = write_rows(same, 4, &yaml, cell, 4);
	is_str(eni_buf_str(&got), "- a: p\n  a.3: q\n  a.2: r\n  a.4: s\n", "a key stands once in yaml");
	free(got.p);
}

static void
test_table(void)
{
	static const char *const cell[] = {
	    "0123456789abcdefghij", "あいうえおかきくけこさしすせそ", "1", "b", "a\r\nb\x1b[2J\u202e", "12345"};
	struct eni_writer_options o = {.format = ENI_TABLE, .width = 50};
	struct eni_buf got = write_rows(people, 3, &o, cell, 6);

	is_str(eni_buf_str(&got),
	    "番号                  氏名                  visits\n"
	    "0123456789abcdefghij  あいうえおかきくけ…        1\n"
	    "b                     a↵b\\u001b[2J\\u202e     12345\n",
	    "cut at a character, controls shown, the id whole");
	free(got.p);
	o = (struct eni_writer_options){.format = ENI_TABLE, .width = 10, .wide_ambiguous = true};
	got = write_rows(people, 3, &o, cell, 3);
	is_str(eni_buf_str(&got),
	    "番号                  氏名              visits\n"
	    "0123456789abcdefghij  あいうえおかき…       1\n",
	    "never below 16 columns");
	free(got.p);
}

static void
test_narrow_table(void)
{
	static const struct eni_column column[] = {{.name = S("phone")}, {.name = S("title"), .type = ENI_COL_PROSE},
	    {.name = S("rule"), .spare = 1}, {.name = S("code"), .spare = 2}};
	static const char *const cell[] = {"090-0000-0001", "a title that is long", "r", "c"};
	static const struct {
		int width;
		const char *want;
	} rows[] = {{47, "phone          title                 rule  code\n090-0000-0001  a title that is long  r     c\n"},
	    {46, "phone          title                 code\n090-0000-0001  a title that is long  c\n"},
	    {40, "phone          title\n090-0000-0001  a title that is long\n"},
	    {34, "phone          title\n090-0000-0001  a title that is lo…\n"},
	    {20, "phone          title\n090-0000-0001  a title t…\n"}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct eni_writer_options o = {.format = ENI_TABLE, .width = rows[i].width};
		struct eni_buf got = write_rows(column, 4, &o, cell, 4);

		is_str(eni_buf_str(&got), rows[i].want, "spare columns go first, then prose is cut, the telephone stays");
		free(got.p);
	}
}

/* The scalars of a yaml document, in order; NULL with a message when libyaml does not accept it. */
static bool
yaml_scalars(struct eni_str document, struct eni_str *out, size_t max, struct eni_arena *a)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t n = 0;
	bool good = true, more = true;

	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, (const unsigned char *)document.p, document.n);
	while (good && more && (good = yaml_parser_parse(&parser, &event) == 1)) {
		if (event.type == YAML_SCALAR_EVENT && n < max)
			out[n++] = eni_arena_keep(a, (struct eni_str){(char *)event.data.scalar.value, event.data.scalar.length});
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return good && n == max;
}

static const char *const hard[] = {"", " ", "a", "~", "null", "- a", "-", "---", "...", "? a", ": a", "a : b", "a:b", "{a", "[",
    "]", "a]", "#", "a#", "a #", "&a", "*a", "!a", "|", ">", "'", "'a'", "\"", "%a", "@a", "`a", "a\tb", "\t", "\n", "a\nb\n",
    "\r\n", "\\", "\\n", "a\\", "0x1", "1:30", "é\u0301", "\xc2\x85", "a\u2028", "\ufeff", "\uffff", "𠮷野家", "\x7f", "\x01",
    "髙﨑", "：", "あ：い", "a  b", "<<", "=", "a,b", "a, ", "a'b", "a\"b", "# a: b"};

static void
test_yaml_by_libyaml(void)
{
	for (size_t i = 0; i < sizeof hard / sizeof *hard; i++) {
		struct eni_column column[] = {{.name = eni_str_of(hard[i])}, {.name = ENI_S("next")}};
		struct eni_writer_options o = {.format = ENI_YAML};
		const char *cell[] = {hard[i], hard[i]};
		struct eni_buf text = write_rows(column, 2, &o, cell, 2);
		struct eni_arena a = {0};
		struct eni_str got[4];

		ok(yaml_scalars(eni_buf_str(&text), got, 4, &a), hard[i]);
		for (size_t k = 0; k < 4; k++)
			is_str(got[k], k == 2 ? "next" : hard[i], "libyaml reads what was written");
		free(text.p);
		eni_arena_free(&a);
	}
}

static void
test_yaml_long_key(void)
{
	struct eni_buf name = {0}, text;
	struct eni_writer_options o = {.format = ENI_YAML};
	struct eni_column column = {.name = {NULL, 0}};
	struct eni_arena a = {0};
	struct eni_str got[2];

	memset(eni_buf_room(&name, 70001), 'k', 70000);
	name.p[70000] = '\0';
	column.name = (struct eni_str){name.p, 70000};
	text = write_rows(&column, 1, &o, (const char *const *)&name.p, 1);
	ok(yaml_scalars(eni_buf_str(&text), got, 2, &a), "a long key is still a key");
	ok(eni_str_eq(got[0], column.name) && eni_str_eq(got[1], column.name), "whole");
	free(text.p);
	eni_buf_free(&name);
	eni_arena_free(&a);
}

static void
test_json_by_jansson(void)
{
	for (size_t i = 0; i < sizeof hard / sizeof *hard; i++) {
		struct eni_column column = {.name = eni_str_of(hard[i])};
		struct eni_writer_options o = {.format = ENI_JSON};
		struct eni_buf text = write_rows(&column, 1, &o, &hard[i], 1);
		json_t *array = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, NULL);

		ok(json_array_size(array) == 1, hard[i]);
		is_str(
		    eni_str_of(json_string_value(json_object_get(json_array_get(array, 0), hard[i]))), hard[i], "jansson reads it");
		json_decref(array);
		free(text.p);
	}
}

/* Large enough to be written while the rows still come. */
static void
test_full_disk(void)
{
	static const struct eni_str cell[] = {S("A01"), S("山田 花子"), S("5")};
	struct eni_writer_options o = {.format = ENI_CSV};
	FILE *f = fopen("/dev/full", "w");

	if (f == NULL) {
		printf("note: no /dev/full here\n");
		return;
	}
	for (size_t rows = 0; rows <= 20000; rows += 20000) {
		struct eni_writer *w = eni_writer_open(f, people, 3, &o);

		for (size_t i = 0; i < rows; i++)
			eni_writer_row(w, cell);
		errno = 0;
		is_int(eni_writer_end(w), -1, "a full disk is reported");
		is_int(errno, ENOSPC, "with its errno");
		clearerr(f);
	}
	fclose(f);
}

int
main(void)
{
	test_cells();
	test_guard();
	test_every_format_has_a_document();
	test_documents();
	test_empty();
	test_repeated_names();
	test_table();
	test_narrow_table();
	test_yaml_by_libyaml();
	test_yaml_long_key();
	test_json_by_jansson();
	test_full_disk();
	return unit_done();
}
