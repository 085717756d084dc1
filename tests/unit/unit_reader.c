/*
 * Reading records: every trap of the formats and libraries with invented data, both ways of cutting csv against each other, and
 * the corpora of others where they are there.
 */
#include "form/reader.h"

#include <csv.h>
#include <jansson.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "shared.h"
#include "unit.h"

/* What came of reading some bytes: "LINE:cell|cell\n" for the header (line 0) and each row, and the messages. */
struct got {
	struct eni_buf rows;
	char *said, *rejected;
	size_t n;   /* rows */
	int last;   /* 0, -1; -2: not opened */
	int status; /* of the diagnostics */
};

static void
got_free(struct got *g)
{
	eni_buf_free(&g->rows);
	free(g->said);
	free(g->rejected);
}

static void
draw_row(struct got *g, uint32_t line, const struct eni_str *cell, size_t n)
{
	eni_buf_printf(&g->rows, "%u:", (unsigned)line);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			eni_buf_char(&g->rows, '|');
		eni_buf_add(&g->rows, cell[i]);
	}
	eni_buf_char(&g->rows, '\n');
}

static void
draw_all(struct got *g, struct eni_reader *r)
{
	const struct eni_str *header;
	struct eni_row row;
	size_t n;

	header = eni_reader_header(r, &n);
	if (n > 0)
		draw_row(g, 0, header, n);
	while ((g->last = eni_reader_next(r, &row)) == 1) {
		g->n++;
		draw_row(g, row.place.line, row.cell, row.n);
	}
}

static struct got
read_path(const char *path, const char *shown, struct eni_source_options o, bool strict)
{
	struct got g = {.last = -2};
	size_t n, m;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&g.said, &n), .strict = strict};
	struct eni_reader *r;

	o.rejects = open_memstream(&g.rejected, &m);
	r = eni_reader_open(path, shown, &o, &d);
	if (r != NULL)
		draw_all(&g, r);
	eni_reader_close(r);
	g.status = d.status;
	fclose(d.out);
	fclose(o.rejects);
	return g;
}

static struct got
read_bytes(struct eni_str bytes, struct eni_source_options o, bool strict)
{
	int fd = memfd_create("unit_reader", 0);
	struct eni_buf path = {0};
	struct got g = {.last = -2};

	ok(fd != -1, "a place for bytes");
	for (size_t at = 0; at < bytes.n;) {
		ssize_t put = write(fd, bytes.p + at, bytes.n - at);

		at += put > 0 ? (size_t)put : bytes.n;
	}
	eni_buf_printf(&path, "/proc/self/fd/%d", fd);
	eni_buf_char(&path, '\0');
	g = read_path(path.p, "f", o, strict);
	eni_buf_free(&path);
	close(fd);
	return g;
}

#define B(literal)                                                                                                                 \
	{                                                                                                                          \
		(literal), sizeof(literal) - 1                                                                                     \
	}

static const struct {
	const char *note;
	enum eni_format format;
	struct eni_str bytes;
	const char *rows, *said;
} cases[] = {
    /* csv: what is fine */
    {"plain", ENI_CSV, B("id,name\nC1,a\nC2,b\n"), "0:id|name\n2:C1|a\n3:C2|b\n", ""},
    {"CRLF", ENI_CSV, B("id,name\r\nC1,a\r\nC2,b\r\n"), "0:id|name\n2:C1|a\n3:C2|b\n", ""},
    {"CR", ENI_CSV, B("id,name\rC1,a\rC2,b\r"), "0:id|name\n2:C1|a\n3:C2|b\n", ""},
    {"no final line end", ENI_CSV, B("id,name\nC1,a"), "0:id|name\n2:C1|a\n", ""},
    {"no final line end behind a quote", ENI_CSV, B("id,name\nC1,\"a\""), "0:id|name\n2:C1|a\n", ""},
    {"no final line end behind a doubled quote", ENI_CSV, B("id,name\nC1,\"a\"\"\""), "0:id|name\n2:C1|a\"\n", ""},
    {"an empty file", ENI_CSV, B(""), "", ""},
    {"blank lines only", ENI_CSV, B("\n\r\n  \n"), "", ""},
    {"a header only", ENI_CSV, B("id,name\n"), "0:id|name\n", ""},
    {"BOM", ENI_CSV, B("\xef\xbb\xbfid,name\nC1,a\n"), "0:id|name\n2:C1|a\n", ""},
    {"BOM and a quoted header", ENI_CSV, B("\xef\xbb\xbf\"id\",\"name\"\nC1,a\n"), "0:id|name\n2:C1|a\n", ""},
    {"BOM alone", ENI_CSV, B("\xef\xbb\xbf"), "", ""},
    {"blank lines keep the count", ENI_CSV, B("\nid,name\n\n \t\nC1,a\r\n\r\nC2,b\n"), "0:id|name\n5:C1|a\n7:C2|b\n", ""},
    {"line ends in quotes keep the count", ENI_CSV, B("id,note\nC1,\"a\nb\r\nc\rd\"\nC2,x\n"),
	"0:id|note\n2:C1|a\nb\r\nc\rd\n6:C2|x\n", ""},
    {"the same with a doubled quote", ENI_CSV, B("id,note\nC1,\"a\nb\r\nc\r\"\"d\"\nC2,x\n"),
	"0:id|note\n2:C1|a\nb\r\nc\r\"d\n6:C2|x\n", ""},
    {"commas and quotes in quotes", ENI_CSV, B("a,b,c\n\"1,2\",\"\"\"x\"\"\",\"\"\n"), "0:a|b|c\n2:1,2|\"x\"|\n", ""},
    {"blanks stay", ENI_CSV, B("a,b,c\n x , y\t,\"q\"\n x ,\"\"\"\", z \n"), "0:a|b|c\n2: x | y\t|q\n3: x |\"| z \n", ""},
    {"blanks around quotes go", ENI_CSV, B("a,b\n1, \"x y\" \n\"p\"\t,2\n"), "0:a|b\n2:1|x y\n3:p|2\n", ""},
    {"ideographic blanks stay", ENI_CSV, B("a,b\n　x　,1\n"), "0:a|b\n2:　x　|1\n", ""},
    {"header names are trimmed", ENI_CSV, B(" id ,　氏名　\nC1,山田\n"), "0:id|氏名\n2:C1|山田\n", ""},
    {"a repeated header, empty headers", ENI_CSV, B("id,id,,x,,id\n1,2,3,4,5,6\n"),
	"0:id|id.2|column.3|x|column.5|id.3\n2:1|2|3|4|5|6\n", ""},
    {"a numbered name that is taken", ENI_CSV, B("id.2,id,id\n1,2,3\n"), "0:id.2|id|id.3\n2:1|2|3\n", ""},
    {"empty fields beyond the header", ENI_CSV, B("a,b\n1,2,,\n3,4,\"\"\n"), "0:a|b\n2:1|2\n3:3|4\n", ""},
    {"one column", ENI_CSV, B("id\nC1\n\"C2\"\n"), "0:id\n2:C1\n3:C2\n", ""},
    {"a tab in a field", ENI_CSV, B("a,b\nx\ty,\"x\ty\"\n"), "0:a|b\n2:x\ty|x\ty\n", ""},
    {"zeros kept by a formula", ENI_CSV, B("id,x\n=\"001\",=\"a,b\"\n\"=\"\"002\"\"\",=\"\"\n"), "0:id|x\n2:001|a,b\n3:002|\n", ""},
    {"what is no such formula", ENI_CSV, B("id,x\n=\"C1,a\nC2,=1\n"), "0:id|x\n3:C2|=1\n",
	"t: f:2: a quote inside a field that does not begin with one: want the field in quotes, the inner one doubled\n"},
    {"a first line sep=", ENI_CSV, B("\xef\xbb\xbfsep=;\r\nid;x\r\nC1;a,b\r\n"), "0:id|x\n3:C1|a,b\n", ""},
    {"the same with a tab", ENI_CSV, B("sep=\t\nid\tx\nC1\ta,b\n"), "0:id|x\n3:C1|a,b\n", ""},
    {"the same in quotes", ENI_CSV, B("\"sep=,\"\nid,x\nC1,a\n"), "0:id|x\n3:C1|a\n", ""},
    {"a header that only begins so", ENI_CSV, B("sep=x,b\n1,2\n"), "0:sep=x|b\n2:1|2\n", ""},
    {"^Z at the end", ENI_CSV, B("id,x\r\nC1,a\r\n\x1a"), "0:id|x\n2:C1|a\n", ""},
    {"^Z behind the last cell", ENI_CSV, B("id,x\nC1,a\x1a"), "0:id|x\n2:C1|a\n", ""},
    {"headers with what is not seen", ENI_CSV, B("\u200bid,氏\u200b名\ufe0f,\ufeff\nC1,a,b\n"), "0:id|氏名|column.3\n2:C1|a|b\n",
	""},
    /* csv: what is set aside */
    {"too few fields", ENI_CSV, B("id,name,note\nC1\nC2,b,c\n"), "0:id|name|note\n2:C1||\n3:C2|b|c\n", ""},
    {"too many fields", ENI_CSV, B("id,name\nC1,a,b\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: 3 fields, want 2: a value with a comma inside needs quotes\n"},
    {"a quote inside a field", ENI_CSV, B("id,name\nC1,a\"b\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: a quote inside a field that does not begin with one: want the field in quotes, the inner one doubled\n"},
    {"text behind a closing quote", ENI_CSV, B("id,name\nC1,\"a\"b\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: text after a closing quote: want a comma there, or the inner quote doubled\n"},
    {"a quote behind a closed one", ENI_CSV, B("id,name\nC1,\"a\" \"b\"\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: text after a closing quote: want a comma there, or the inner quote doubled\n"},
    {"an open quote costs one line", ENI_CSV, B("id,name\nC1,\"a\nC2,b\nC3,c\n"), "0:id|name\n3:C2|b\n4:C3|c\n",
	"t: f:2: a quote is opened here and never closed\n"},
    {"an open quote in the last line", ENI_CSV, B("id,name\nC1,a\nC2,\"b"), "0:id|name\n2:C1|a\n",
	"t: f:3: a quote is opened here and never closed\n"},
    {"the line where the quote was opened", ENI_CSV, B("id,a,b\nC1,\"x\ny\",\"z\nC2,p,q\n"), "0:id|a|b\n4:C2|p|q\n",
	"t: f:3: a quote is opened here and never closed\n"
	"t: f:3: a quote inside a field that does not begin with one: want the field in quotes, the inner one doubled\n"},
    {"NUL", ENI_CSV, B("id,name\nC1,a\0b\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: a control character (NUL, escape or the like): take it out\n"},
    {"an escape sequence in quotes", ENI_CSV, B("id,name\nC1,\"\x1b]0;x\x07\"\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: a control character (NUL, escape or the like): take it out\n"},
    {"an escape sequence beside a doubled quote", ENI_CSV, B("id,name\nC1,\"\"\"\x1b[1m\"\nC2,b\n"), "0:id|name\n3:C2|b\n",
	"t: f:2: a control character (NUL, escape or the like): take it out\n"},
    {"bytes that are no UTF-8", ENI_CSV, B("id,name\nC1,山\nC2,\xff\xfe\nC3,\xc0\xaf\nC4,\x94\x5c\nC5,b\n"),
	"0:id|name\n2:C1|山\n6:C5|b\n",
	"t: f:3: not UTF-8; try --encoding cp932\nt: f:4: not UTF-8; try --encoding cp932\n"
	"t: f:5: not UTF-8; try --encoding cp932\n"},
    {"a character broken off lends nothing to the next line", ENI_CSV, B("id,name\nC1,山\nC2,\xe5\n\xba,b\nC3,\xe5\xb1\n\xb1,c\n"),
	"0:id|name\n2:C1|山\n",
	"t: f:3: not UTF-8; try --encoding cp932\nt: f:4: not UTF-8; try --encoding cp932\n"
	"t: f:5: not UTF-8; try --encoding cp932\nt: f:6: not UTF-8; try --encoding cp932\n"},
    {"a lone CR ends a row", ENI_CSV, B("id,name\nC1,a\rb\nC2,b\n"), "0:id|name\n2:C1|a\n3:b|\n4:C2|b\n", ""},
    {"an open quote in the header", ENI_CSV, B("id,\"name\nC1,a\n"), "",
	"t: f:1: in the header: a quote is opened here and never closed\n"},
    /* tsv */
    {"tsv", ENI_TSV, B("id\tnote\nC1\ta\\tb\\nc\\\\d\\x\nC2\t\"q\", x\n\n"), "0:id|note\n2:C1|a\tb\nc\\d\\x\n3:C2|\"q\", x\n", ""},
    {"tsv: a backslash at the end", ENI_TSV, B("id\tnote\nC1\ta\\\nC2\t\n"), "0:id|note\n2:C1|a\\\n3:C2|\n", ""},
    {"tsv: too many", ENI_TSV, B("id\tnote\nC1\ta\tb\n"), "0:id|note\n",
	"t: f:2: 3 fields, want 2: write a tab inside a value as \\t\n"},
    /* yaml */
    {"yaml", ENI_YAML, B("- id: C1\n  needs: [bath, meals]\n- name: 山田\n  id: C2\n"),
	"0:id|needs|name\n1:C1|bath meals|\n3:C2||山田\n", ""},
    {"yaml: nothing", ENI_YAML, B("# nothing\n"), "", ""},
    {"yaml: an empty list", ENI_YAML, B("[]\n"), "", ""},
    {"yaml: records without a key", ENI_YAML, B("- {}\n- {}\n"), "", ""},
    {"yaml: one among others", ENI_YAML, B("- {}\n- id: C1\n- {}\n- id: C2\n"), "0:id\n2:C1\n4:C2\n", ""},
    {"yaml: nested", ENI_YAML, B("- id: C1\n  x: {a: b}\n- id: C2\n  x: 1\n- id: C3\n  x: [[1]]\n- just text\n"),
	"0:id|x\n3:C2|1\n",
	"t: f:1: a map or list inside a field: want one value, or a list of plain values\n"
	"t: f:5: a map or list inside a field: want one value, or a list of plain values\n"
	"t: f:7: want a record of \"key: value\" lines\n"},
    {"yaml: an escape sequence", ENI_YAML, B("- id: \"\\e[1m\"\n- id: C2\n"), "0:id\n2:C2\n",
	"t: f:1: a control character: take it out\n"},
    {"yaml: a map", ENI_YAML, B("id: C1\n"), "",
	"t: f:1: want a list of records: each begins with \"- \", its further lines are indented by two blanks\n"},
    {"yaml: a syntax error", ENI_YAML, B("- id: C1\n  memo: a: b\n"), "",
	"t: f:2: column 10: no YAML: a second \": \" on one line: put a value such as 「a: b」 in quotes\n"},
    /* json and jsonl */
    {"json", ENI_JSON,
	B("[\n {\"id\": \"C1\", \"n\": 12, \"yes\": true},\n {\"id\": \"C2\",\n  \"x\": null, \"n\": 0.1, \"w\": [\"a\", 1]}\n]\n"),
	"0:id|n|yes|x|w\n2:C1|12|true||\n3:C2|0.1|||a 1\n", ""},
    {"json: an empty list", ENI_JSON, B(" [ ] "), "", ""},
    {"json: nothing", ENI_JSON, B(""), "", ""},
    {"json: records without a key", ENI_JSON, B("[{}, {}]"), "", ""},
    {"json: one among others", ENI_JSON, B("[{},\n{\"id\": \"C1\"},\n{},\n{\"id\": null}]"), "0:id\n2:C1\n4:\n", ""},
    {"json: no object and no column", ENI_JSON, B("[{},\n5]"), "", "t: f:2: want an object {\"key\": \"value\", ...}\n"},
    {"json: objects one after the other", ENI_JSON, B("{\"id\": \"C1\"}\n{\"id\":\n \"C2\"} {\"id\": 4000.0}"),
	"0:id\n1:C1\n2:C2\n3:4000\n", ""},
    {"json: nested, no object, a control", ENI_JSON,
	B("[{\"id\": {\"a\": 1}},\n 7,\n{\"id\": \"\\u001b\"},\n{\"id\": \"a\\u0000b\"},\n{\"id\": \"C2\"}]"), "0:id\n5:C2\n",
	"t: f:1: an object or list inside a field: want one value, or a list of plain values\n"
	"t: f:2: want an object {\"key\": \"value\", ...}\nt: f:3: a control character: take it out\n"
	"t: f:4: a control character: take it out\n"},
    {"json: not closed", ENI_JSON, B("[{\"id\": \"C1\"},\n{\"id\": \"C2\"}"), "", "t: f:2: no JSON: the list is not closed\n"},
    {"json: a key twice", ENI_JSON, B("[{\"id\": 1, \"id\": 2}]"), "", "t: f:1: no JSON: a key stands twice in one object\n"},
    {"json: no comma", ENI_JSON, B("[{} {}]"), "", "t: f:1: no JSON: want a comma between two records\n"},
    {"json: text behind", ENI_JSON, B("[{}] x"), "", "t: f:1: no JSON: text behind the end of the list\n"},
    {"jsonl", ENI_JSONL, B("{\"id\":\"C1\"}\r\n\n{\"id\":\"C2\",\"x\":1}\n"), "0:id|x\n1:C1|\n3:C2|1\n", ""},
    {"jsonl: records without a key", ENI_JSONL, B("{}\n{\"id\":\"C1\"}\n{ }\n"), "0:id\n2:C1\n", ""},
    {"jsonl: bad lines", ENI_JSONL, B("{\"id\":\"C1\"}\n{\"id\":\n[1]\n{\"id\":\"\xff\"}\n{\"id\":\"山\"}\n"), "0:id\n1:C1\n5:山\n",
	"t: f:2: no JSON: a bracket or quote is not closed\nt: f:3: want an object {\"key\": \"value\", ...}\n"
	"t: f:4: not UTF-8; try --encoding cp932\n"},
    /* recognised by the first bytes */
    {"looks like json", ENI_FORMAT_NONE, B(" [{\"id\":1}]"), "0:id\n1:1\n", ""},
    {"looks like jsonl", ENI_FORMAT_NONE, B("{\"id\":1}\nx\n"), "0:id\n1:1\n", "t: f:2: no JSON: want {\"key\": \"value\", ...}\n"},
    {"looks like yaml", ENI_FORMAT_NONE, B("- id: 1\n"), "0:id\n1:1\n", ""},
    {"looks like tsv", ENI_FORMAT_NONE, B("id\tx\n1\t2\n"), "0:id|x\n2:1|2\n", ""},
    {"looks like csv", ENI_FORMAT_NONE, B("id,x\n1,2\t\n"), "0:id|x\n2:1|2\t\n", ""},
    {"excel is csv", ENI_EXCEL, B("\xef\xbb\xbfid,x\r\n1,2\r\n"), "0:id|x\n2:1|2\n", ""},
    {"a table is not read", ENI_TABLE, B("id x\n"), "", "t: f: table cannot be read\n"},
};

static void
test_cases(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct got g = read_bytes(cases[i].bytes, (struct eni_source_options){.format = cases[i].format}, false);

		is_str(eni_buf_str(&g.rows), cases[i].rows, cases[i].note);
		is_str(eni_str_of(g.said), cases[i].said, cases[i].note);
		got_free(&g);
	}
}

static const struct {
	const char *note, *encoding, *fallback;
	struct eni_str bytes;
	const char *rows, *said;
} encodings[] = {
    {"CP932 by the office", NULL, "CP932", B("id,\x8e\x81\x96\xbc\nC1,\x95\x5c\x94\x5c\nC2,\xfb\xfc\x87\x8a\n"),
	"0:id|氏名\n2:C1|表能\n3:C2|髙㈱\n", ""},
    {"CP932 by name", "sjis", NULL, B("id\n\xfb\xfc\n"), "0:id\n2:髙\n", ""},
    {"half-width katakana first", NULL, "CP932", B("id\n\xc3\xb0\n\x8e\x52\n"), "0:id\n2:ﾃｰ\n3:山\n", ""},
    {"GB18030 whose first character looks like UTF-8", NULL, "GB18030", B("\xca\xb1\xbc\xe4,id\n1,\xb9\xcb\xce\xca\n"),
	"0:时间|id\n2:1|顾问\n", ""},
    {"GBK by name", "gbk", NULL, B("id\n\xb9\xcb\n"), "0:id\n2:顾\n", ""},
    {"UTF-8 before the first bad byte", NULL, "CP932", B("id,name\nC1,山\nC2,\x8e\x52\nC3,田\n"), "0:id|name\n2:C1|山\n4:C3|田\n",
	"t: f:3: not UTF-8; try --encoding cp932\n"},
    {"the hint for China", NULL, "GB18030", B("id,name\nC1,山\nC2,\xff\n"), "0:id|name\n2:C1|山\n",
	"t: f:3: not UTF-8; try --encoding gb18030\n"},
    {"no CP932 either", NULL, "CP932", B("id,name\nC1,\x8e\x52\nC2,\xfd\xfe\nC3,\x81\nC4,\x93\x63\n"),
	"0:id|name\n2:C1|山\n5:C4|田\n",
	"t: f:3: neither UTF-8 nor CP932; a list from China wants --encoding gb18030\nt: f:4: neither UTF-8 nor CP932; a list from "
	"China wants --encoding gb18030\n"},
    {"a broken character at the end", "cp932", NULL, B("id\nC1\n\x8e"), "0:id\n2:C1\n",
	"t: f:3: neither UTF-8 nor CP932; a list from China wants --encoding gb18030\n"},
    {"UTF-16LE", NULL, "CP932", B("\xff\xfei\0d\0\r\0\n\0q\\\r\0\n\0"), "0:id\n2:山\n", ""},
    {"UTF-16BE", NULL, NULL, B("\xfe\xff\0i\0d\0\n\x5c\x71\0\n"), "0:id\n2:山\n", ""},
    {"UTF-16 wins over --encoding", "cp932", NULL, B("\xfe\xff\0i\0d\0\n\x5c\x71\0\n"), "0:id\n2:山\n", ""},
    {"half a surrogate pair", NULL, NULL, B("\xfe\xff\0i\0d\0\n\xd8\x00\0x\0\n\0y\0\n"), "0:id\n3:y\n",
	"t: f:2: bytes that do not fit the encoding of this file\n"},
    {"told that it is UTF-8", "utf-8", "CP932", B("id\n\x8e\x52\nC1\n"), "0:id\n3:C1\n",
	"t: f:2: not UTF-8; try --encoding cp932\n"},
    {"an unknown encoding", "klingon", NULL, B("id\n"), "",
	"t: f: unknown encoding klingon: want utf-8, cp932, gb18030 or another name iconv knows\n"},
};

static void
test_encodings(void)
{
	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		struct eni_source_options o = {
		    .format = ENI_CSV, .encoding = encodings[i].encoding, .fallback = encodings[i].fallback};
		struct got g = read_bytes(encodings[i].bytes, o, false);

		is_str(eni_buf_str(&g.rows), encodings[i].rows, encodings[i].note);
		is_str(eni_str_of(g.said), encodings[i].said, encodings[i].note);
		got_free(&g);
	}
}

/* Three blocks of CP932, its characters lying across the blocks' ends one way or the other. */
static void
test_straddling(void)
{
	for (size_t shift = 0; shift < 3; shift++) {
		struct eni_buf sjis = {0}, utf8 = {0};
		struct got g;

		for (int i = 0; i < 3; i++)
			eni_buf_add(i == 0 ? &sjis : &utf8, i == 0 ? ENI_S("id\n") : (struct eni_str){"x", 0});
		eni_buf_add(&utf8, ENI_S("0:id\n"));
		for (unsigned line = 2; line < 5000; line++) {
			eni_buf_printf(&utf8, "%u:", line);
			for (size_t i = 0; i < (line == 2 ? shift : 0); i++) {
				eni_buf_char(&sjis, 'x');
				eni_buf_char(&utf8, 'x');
			}
			for (int i = 0; i < 20; i++) {
				eni_buf_add(&sjis, ENI_S("\x95\x5c"));
				eni_buf_add(&utf8, ENI_S("表"));
			}
			eni_buf_char(&sjis, '\n');
			eni_buf_char(&utf8, '\n');
		}
		g = read_bytes(eni_buf_str(&sjis), (struct eni_source_options){.format = ENI_CSV, .fallback = "CP932"}, false);
		ok(eni_str_eq(eni_buf_str(&g.rows), eni_buf_str(&utf8)), "CP932 across blocks");
		is_str(eni_str_of(g.said), "", "no message");
		got_free(&g);
		eni_buf_free(&sjis);
		eni_buf_free(&utf8);
	}
}

static void
test_rejects(void)
{
	struct eni_source_options o = {.format = ENI_CSV};
	struct got g =
	    read_bytes(ENI_S("id,\"na,me\"\r\nC1, \"a\" \r\nC2,\" b \",\"c\"\nC3,\"x\"y\nC5,\"open\nC6,\xff\n"), o, false);

	is_int(g.n, 1, "one good row");
	is_str(eni_str_of(g.rejected),
	    "line,reason,id,\"na,me\"\n"
	    "3,\"3 fields, want 2: a value with a comma inside needs quotes\",C2,\" b \",\"c\"\n"
	    "4,\"text after a closing quote: want a comma there, or the inner quote doubled\",\"C3,\"\"x\"\"y\"\n"
	    "5,\"a quote is opened here and never closed\",\"C5,\"\"open\"\n"
	    "6,\"not UTF-8; try --encoding cp932\",C6,\xff\n",
	    "rejects as they came");
	got_free(&g);
	o.format = ENI_JSONL;
	g = read_bytes(ENI_S("{\"id\":\"C1\"}\n{\"id\"}\n"), o, false);
	is_str(eni_str_of(g.rejected),
	    "line,reason,\"id\"\n2,\"no JSON: want {\"\"key\"\": \"\"value\"\", ...}\",\"{\"\"id\"\"}\"\n",
	    "a rejected line of jsonl");
	got_free(&g);
	o.format = ENI_TSV;
	g = read_bytes(ENI_S("id\tx\nC1\ta,b\tc\n"), o, false);
	is_str(eni_str_of(g.rejected),
	    "line,reason,id\tx\n2,\"3 fields, want 2: write a tab inside a value as \\t\",\"C1\",\"a,b\",\"c\"\n", "tsv");
	got_free(&g);
}

/* Lists as spreadsheets leave them: the header is looked for, rows that are nobody's are passed over, marks stand for other cells.
 */
static const struct {
	const char *note;
	enum eni_kind kind;
	const char *text, *rows, *said;
} sheets[] = {
    {"plain", ENI_CLIENTS, "番号,氏名\n1,a\n", "0:番号|氏名\n2:1|a\n", ""},
    {"titles", ENI_CLIENTS, "名簿,,\n\nR8.11.20,,\n番号,氏名,メモ帳\n1,a,b\n", "0:番号|氏名|メモ帳\n5:1|a|b\n", ""},
    {"a title with headers and their values", ENI_CLIENTS, "担当者,田辺,電話,00,作成,R8\n番号,氏名,状態\n1,a,b\n",
	"0:番号|氏名|状態\n3:1|a|b\n", NULL},
    {"words of tasks that are headers", ENI_CLIENTS,
	"due,id,channel,to\n2026-11-20,A1,email,caremanager\n2026-11-20,A2,email,staff\n",
	"0:due|id|channel|to\n2:2026-11-20|A1|email|caremanager\n3:2026-11-20|A2|email|staff\n", ""},
    {"a header that is half unknown", ENI_CLIENTS, "名簿,,,,\n番号,氏名,送迎,食事,入浴\n1,a,b,c,d\n",
	"0:番号|氏名|送迎|食事|入浴\n3:1|a|b|c|d\n", ""},
    {"with years for headers", ENI_CLIENTS, "番号,氏名,2025,2026\n1,a,b,c\n", "0:番号|氏名|2025|2026\n2:1|a|b|c\n", ""},
    {"a title that cannot be cut", ENI_CLIENTS, "名簿 \"新\",,\n番号,氏名\n1,a\n", "0:番号|氏名\n3:1|a\n", ""},
    {"a header that cannot be cut", ENI_CLIENTS, "番号,\"氏名\n1,a\n", "",
	"t: f:1: in the header: a quote is opened here and never closed\n"},
    {"no header within 20 lines", ENI_CLIENTS, "x\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n番号,氏名\n", "0:x\n",
	"t: f:21: 2 fields, want 1: a value with a comma inside needs quotes\n"},
    {"at the twentieth", ENI_CLIENTS, "x\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n番号,氏名\n1,a\n", "0:番号|氏名\n21:1|a\n", ""},
    {"one known header", ENI_CLIENTS, "氏名,x\na,b\n", "0:氏名|x\n2:a|b\n", ""},
    {"groups", ENI_CLIENTS, ",,家族,\n番号,氏名,氏名,電話番号\n1,a,b,c\n", "0:番号|氏名|家族氏名|家族電話番号\n3:1|a|b|c\n", ""},
    {"groups that are headers themselves", ENI_CLIENTS, "氏名,キーパーソン,\n番号,氏名,電話番号\n1,a,b\n",
	"0:番号|キーパーソン氏名|キーパーソン電話番号\n3:1|a|b\n", ""},
    {"somebody else's number", ENI_CLIENTS, "利用者,,ケアマネ,\n番号,電話番号,氏名,電話番号\n1,a,b,c\n",
	"0:番号|電話番号|ケアマネ氏名|ケアマネ電話番号\n3:1|a|b|c\n", ""},
    {"what is not personal stays", ENI_CLIENTS, "利用者,居宅,\n番号,担当ケアマネ,状態\n1,a,b\n",
	"0:番号|担当ケアマネ|状態\n3:1|a|b\n", ""},
    {"a title over the first column alone", ENI_CLIENTS, "家族,\n氏名,電話番号\na,b\n", "0:氏名|電話番号\n3:a|b\n", ""},
    {"a group behind an empty line", ENI_CLIENTS, ",家族\n\n番号,氏名\n1,a\n", "0:番号|氏名\n4:1|a\n", ""},
    {"merged downwards", ENI_CLIENTS, "番号,氏名,家族,\n,,氏名,続柄\n1,a,b,c\n", "0:番号|氏名|家族氏名|続柄\n3:1|a|b|c\n", ""},
    {"a record of words that are headers", ENI_CLIENTS, "番号,氏名,連絡方法\n1,住所,電話\n",
	"0:番号|氏名|連絡方法\n2:1|住所|電話\n", ""},
    {"totals", ENI_CLIENTS, "番号,氏名\n1,a\n合計,2名\n,合　計,2\n小計（1名）,\n2,b\n【総計】\n计,2\n合計 花子,c\n",
	"0:番号|氏名\n2:1|a\n6:2|b\n9:合計 花子|c\n", "t: f:4: 3 fields, want 2: a value with a comma inside needs quotes\n"},
    {"remarks below the list", ENI_CLIENTS, "番号,氏名\n1,a\n※2,b\n※取扱注意,\n注）年2回更新,\n,以上\n",
	"0:番号|氏名\n2:1|a\n3:※2|b\n", ""},
    {"a remark alone", ENI_CLIENTS, "番号,氏名,備考,x\n1,a,,\n,,南棟,y\n,,,y\n,,,\n2,,,\n", "0:番号|氏名|備考|x\n2:1|a||\n6:2|||\n",
	""},
    {"of plans it is a record", ENI_PLANS, "month,note,plans\n,x,\n計,,3\n", "0:month|note|plans\n2:|x|\n", ""},
    {"no known column", ENI_CLIENTS, "x,y\n,1\n", "0:x|y\n2:|1\n", ""},
    {"marks", ENI_CLIENTS, "番号,氏名,状態\n1,a,b\n2,c,〃\n3,〃,同上\n4,←,″\n",
	"0:番号|氏名|状態\n2:1|a|b\n3:2|c|b\n4:3|c|b\n5:4|4|b\n", ""},
    {"with blanks and what is not seen", ENI_CLIENTS, "番号,氏名,状態\n1,a,b\n2, 〃 ,\u200b同　上\n",
	"0:番号|氏名|状態\n2:1|a|b\n3:2|a|b\n", ""},
    {"past what is no record", ENI_CLIENTS, "番号,氏名,備考\n1,a,x\n小計,1,\n,,y\n\n2,〃,\"〃\"\n",
	"0:番号|氏名|備考\n2:1|a|x\n6:2|a|x\n", ""},
    {"of an empty cell, of a short row", ENI_CLIENTS, "番号,氏名,備考\n1\n2,〃,〃\n", "0:番号|氏名|備考\n2:1||\n3:2||\n", ""},
    {"no marks but words", ENI_CLIENTS, "番号,氏名,備考\n1,a,〃。\n2,b,同上の件\n",
	"0:番号|氏名|備考\n2:1|a|〃。\n3:2|b|同上の件\n", ""},
    {"nothing above", ENI_CLIENTS, "番号,氏名,備考\n1,〃,〃\n2,a,同左\n←,b,c\n", "0:番号|氏名|備考\n2:1||〃\n3:2|a|a\n4:|b|c\n",
	"t: f:2: 氏名: repeats a cell that is not there, or stands in a row that was set aside\n"
	"t: f:2: 備考: repeats a cell that is not there, or stands in a row that was set aside\n"
	"t: f:4: 番号: repeats a cell that is not there, or stands in a row that was set aside\n"},
    {"below a row set aside", ENI_CLIENTS, "番号,氏名,備考\n1,a,b\n2,c,d,e\n3,f,〃\n4,g,〃\n",
	"0:番号|氏名|備考\n2:1|a|b\n4:3|f|〃\n5:4|g|〃\n",
	"t: f:3: 4 fields, want 3: a value with a comma inside needs quotes\n"
	"t: f:4: 備考: repeats a cell that is not there, or stands in a row that was set aside\n"},
    {"below one that cannot be cut", ENI_CLIENTS, "番号,氏名,備考\n1,a,b\n2,c,\"d\n3,f,〃\n",
	"0:番号|氏名|備考\n2:1|a|b\n4:3|f|〃\n",
	"t: f:3: a quote is opened here and never closed\n"
	"t: f:4: 備考: repeats a cell that is not there, or stands in a row that was set aside\n"},
};

static void
test_sheets(void)
{
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		struct eni_source_options o = {.format = ENI_CSV, .spreadsheet = true, .kind = sheets[i].kind};
		struct got g = read_bytes(eni_str_of(sheets[i].text), o, false);

		is_str(eni_buf_str(&g.rows), sheets[i].rows, sheets[i].note);
		if (sheets[i].said != NULL)
			is_str(eni_str_of(g.said), sheets[i].said, sheets[i].note);
		got_free(&g);
	}
}

/* Marks and titles do not depend on where the blocks end: a long list gives what the same list gives with the words written out. */
static void
test_long_sheet(void)
{
	struct eni_buf marked = {0}, plain = {0};
	struct eni_source_options o = {.format = ENI_CSV, .spreadsheet = true, .kind = ENI_CLIENTS};
	struct got a, b;

	for (unsigned i = 0; i < 20; i++) {
		eni_buf_printf(&marked, i < 19 ? "名簿%05000u,\n" : "番号,氏名,状態\n", i);
		eni_buf_printf(&plain, i < 19 ? "\n" : "番号,氏名,状態\n");
	}
	for (unsigned i = 0; i < 20000; i++) {
		eni_buf_printf(&marked,
		    i % 3 == 0   ? "%u,山田%u,休止\n"
		    : i % 3 == 1 ? "%u,〃,同上\n小計,1\n"
				 : "%u,〃,\"〃\"\n",
		    i, i);
		eni_buf_printf(&plain, "%u,山田%u,休止\n%s", i, i / 3 * 3, i % 3 == 1 ? ",,\n" : "");
	}
	a = read_bytes(eni_buf_str(&marked), o, false);
	b = read_bytes(eni_buf_str(&plain), o, false);
	is_int(a.n, 20000, "all records");
	ok(eni_str_eq(eni_buf_str(&a.rows), eni_buf_str(&b.rows)), "and they are the same");
	got_free(&a);
	got_free(&b);
	eni_buf_free(&marked);
	eni_buf_free(&plain);
}

static void
test_strict(void)
{
	struct got g = read_bytes(ENI_S("id,x\nC1,1\nC2,2,2\nC3,3\n"), (struct eni_source_options){.format = ENI_CSV}, true);

	is_int(g.n, 1, "--strict stops at the bad row");
	is_int(g.last, -1, "and answers -1");
	is_int(g.status, 2, "and the status is 2");
	got_free(&g);
	g = read_bytes(ENI_S("id,x\nC1,1\nC2,2,2\nC3,3\n"), (struct eni_source_options){.format = ENI_CSV}, false);
	is_int(g.status, 1, "set aside is status 1");
	got_free(&g);
}

static void
test_no_header(void)
{
	struct eni_source_options o = {.format = ENI_CSV, .no_header = true};
	struct got g = read_bytes(ENI_S("2026-01-05,\"0901\"\"\"\r\n2026-01-06,x\r\n"), o, false);

	is_str(eni_buf_str(&g.rows), "0:column.1|column.2\n1:2026-01-05|0901\"\n2:2026-01-06|x\n", "the first row is data");
	got_free(&g);
}

static void
test_reject_by_caller(void)
{
	char *said = NULL, *rejected = NULL;
	size_t n, m;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&said, &n)};
	FILE *rejects = open_memstream(&rejected, &m);
	struct eni_source_options o = {.format = ENI_CSV, .rejects = rejects};
	char path[] = "/tmp/unit_reader_XXXXXX";
	int fd = mkstemp(path);
	struct eni_reader *r;
	struct eni_row row;

	ok(fd != -1 && write(fd, "id,birth,x\nC1, 2023-02-29 ,\n", 28) == 28, "a file");
	r = eni_reader_open(path, "c.csv", &o, &d);
	eni_reader_want(r, (const bool[]){true, true, false});
	is_int(eni_reader_next(r, &row), 1, "a row");
	is_str(row.cell[1], " 2023-02-29 ", "its cell");
	is_str(row.raw, "C1, 2023-02-29 ,", "its bytes");
	is_int(eni_reader_reject(r, "birth", "want a day such as %s", "2026-04-01"), -1, "rejecting answers -1");
	is_int(eni_reader_next(r, &row), 0, "the end");
	is_int(eni_reader_next(r, &row), 0, "the end stays the end");
	eni_reader_close(r);
	fclose(d.out);
	fclose(rejects);
	is_str(eni_str_of(said), "t: c.csv:2: birth: want a day such as 2026-04-01\n", "its message");
	is_str(eni_str_of(rejected), "line,reason,id,birth,x\n2,\"want a day such as 2026-04-01\",C1, 2023-02-29 ,\n", "its copy");
	free(said);
	free(rejected);
	close(fd);
	unlink(path);
}

static void
add_many(struct eni_buf *out, char c, size_t n)
{
	memset(eni_buf_room(out, n), c, n);
	out->n += n;
}

/* Sizes beyond what is sensible cost the row, not the run, and not the memory. */
static void
test_sizes(void)
{
	struct eni_source_options o = {.format = ENI_CSV};
	struct eni_buf csv = {0};
	struct got g;

	eni_buf_add(&csv, ENI_S("id,x\nC1,"));
	add_many(&csv, 'x', 3000000);
	eni_buf_add(&csv, ENI_S(",\nC2,b\nC3,"));
	add_many(&csv, 'x', 20000000);
	eni_buf_add(&csv, ENI_S("\nC4,d\nC5,\"open\n"));
	for (int i = 6; i < 600000; i++)
		eni_buf_printf(&csv, "C%d,e\n", i);
	g = read_bytes(eni_buf_str(&csv), o, false);
	is_str(eni_str_of(g.said),
	    "t: f:2: a field over 1 MiB\nt: f:4: a record over 4 MiB: is a line end or a quote missing?\n"
	    "t: f:6: a quote is opened here and not closed within 1 MiB\n",
	    "too much, three ways");
	is_int(g.n, 600000 - 6 + 2, "all other rows are there");
	is_int(strlen(g.rejected) > 23000000, 1, "and nothing of the rest is lost");
	got_free(&g);
	csv.n = 0;
	for (int i = 0; i < 1025; i++)
		eni_buf_printf(&csv, "c%d,", i);
	g = read_bytes(eni_buf_str(&csv), o, false);
	is_str(eni_str_of(g.said), "t: f:1: more than 1,024 columns\n", "too wide");
	got_free(&g);
	csv.n = 0;
	eni_buf_add(&csv, ENI_S("a,b\n1,\""));
	add_many(&csv, 'y', 1024 * 1024);
	eni_buf_add(&csv, ENI_S("\"\n"));
	g = read_bytes(eni_buf_str(&csv), o, false);
	is_int(g.n, 1, "1 MiB is not too much");
	got_free(&g);
	csv.n = 0;
	eni_buf_add(&csv, ENI_S("[{\"id\": [1"));
	for (int i = 0; i < 3000000; i++)
		eni_buf_add(&csv, ENI_S(",1"));
	eni_buf_add(&csv, ENI_S("]}]"));
	o.format = ENI_JSON;
	g = read_bytes(eni_buf_str(&csv), o, false);
	is_str(eni_str_of(g.said), "t: f:1: a record over 4 MiB\n", "an object too long");
	got_free(&g);
	csv.n = 0;
	for (int i = 0; i < 4000000; i++)
		eni_buf_add(&csv, ENI_S("{\"id\":1}\n"));
	o.format = ENI_JSONL;
	g = read_bytes(eni_buf_str(&csv), o, false);
	is_str(eni_str_of(g.said), "t: f:2000001: more than 4,000,000 values: want csv or tsv for files of this size\n",
	    "objects and nothing else");
	got_free(&g);
	eni_buf_free(&csv);
}

/* A block ends behind the return that ends a bad line: whether a line feed follows is seen only in the next block. */
static void
test_block_end(void)
{
	enum { BLOCK = 64 * 1024 };
	static const char *const rest[] = {"C2\nC3\n", "\nC2\nC3\n"};
	struct eni_buf csv = {0};

	for (size_t i = 0; i < 2; i++) {
		struct got g;

		csv.n = 0;
		eni_buf_add(&csv, ENI_S("id\nx\""));
		add_many(&csv, 'x', BLOCK - 1 - csv.n);
		eni_buf_char(&csv, '\r');
		eni_buf_add(&csv, eni_str_of(rest[i]));
		g = read_bytes(eni_buf_str(&csv), (struct eni_source_options){.format = ENI_CSV}, false);
		is_str(eni_buf_str(&g.rows), "0:id\n3:C2\n4:C3\n", "the bad line costs itself alone");
		got_free(&g);
	}
	eni_buf_free(&csv);
}

static void
test_open(void)
{
	struct eni_source_options o = {0};
	struct got g = read_path("/nowhere/clients.csv", NULL, o, false);

	is_str(eni_str_of(g.said), "t: /nowhere/clients.csv: No such file or directory\n", "a missing file");
	is_int(g.status, 2, "is status 2");
	got_free(&g);
	g = read_path("/tmp", NULL, o, false);
	is_str(eni_str_of(g.said), "t: /tmp: this is a folder: want a file of records\n", "a folder");
	got_free(&g);
}

/* A pipe gives its bytes in pieces; one of them ends between CR and LF, one in a character, one in a quote. */
static void
test_pipe(void)
{
	static const char *const pieces[] = {"id,na", "me\r", "\nC1,\xe5\xb1", "\xb1\r\nC2,\"a\"", "\"b\"\r\n"};
	int ends[2], in = dup(STDIN_FILENO);
	struct got g;

	ok(pipe(ends) == 0, "a pipe");
	if (fork() == 0) {
		for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
			if (write(ends[1], pieces[i], strlen(pieces[i])) == -1 || usleep(2000) == -1)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	g = read_path("-", NULL, (struct eni_source_options){0}, false);
	is_str(eni_buf_str(&g.rows), "0:id|name\n2:C1|山\n3:C2|a\"b\n", "standard input, piece by piece");
	got_free(&g);
	dup2(in, STDIN_FILENO);
	close(in);
	close(ends[0]);
}

/* Property: for records that libcsv takes, our cells are libcsv's, whatever it is fed. */

static unsigned long
next_random(unsigned long *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

static const char *const bits[] = {
    "a", "bc", " ", "\t", ",", "\"", "\n", "\r\n", "\r", "山田", "表", "　", "0123456789abcdef", "\\"};

static void
add_field(struct eni_buf *out, unsigned long *state)
{
	bool quoted = next_random(state) % 3 == 0;
	size_t n = next_random(state) % 6;

	if (quoted)
		eni_buf_char(out, '"');
	for (size_t i = 0; i < n; i++) {
		const char *bit = bits[next_random(state) % (sizeof bits / sizeof *bits)];

		if (!quoted && strpbrk(bit, ",\"\r\n") != NULL)
			continue;
		eni_buf_add(out, eni_str_of(*bit == '"' ? "\"\"" : bit));
	}
	if (quoted)
		eni_buf_char(out, '"');
}

static void
lib_field(void *text, size_t n, void *to)
{
	struct eni_buf *out = to;

	if (out->n > 0 && out->p[out->n - 1] != '\1')
		eni_buf_char(out, '|');
	if (out->n > 0 && out->p[out->n - 1] == '\1')
		out->n--;
	eni_buf_add(out, (struct eni_str){text, n});
}

static void
lib_row(int c, void *to)
{
	(void)c;
	eni_buf_add(to, ENI_S("\n\1"));
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* The rows as libcsv alone sees them, blanks kept; \1 stands where a row begins. */
static void
read_by_libcsv(struct eni_str bytes, struct eni_buf *out)
{
	struct csv_parser p;

	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_space_func(&p, no_space);
	out->n = 0;
	lib_row(0, out);
	is_int(csv_parse(&p, bytes.p, bytes.n, lib_field, lib_row, out), bytes.n, "libcsv takes what was made");
	ok(csv_error(&p) == 0 && csv_fini(&p, lib_field, lib_row, out) == 0, "to its end");
	csv_free(&p);
}

static void
read_by_reader(struct eni_reader *r, struct eni_buf *out)
{
	struct eni_row row;

	out->n = 0;
	eni_buf_char(out, '\n');
	while (eni_reader_next(r, &row) == 1) {
		for (size_t i = 0; i < row.n; i++) {
			if (i > 0)
				eni_buf_char(out, '|');
			eni_buf_add(out, row.cell[i]);
		}
		eni_buf_char(out, '\n');
	}
	eni_buf_char(out, '\1');
}

static void
make_records(struct eni_buf *csv, unsigned long *state, size_t rows, size_t columns)
{
	static const char *const ends[] = {"\n", "\r\n", "\r", "\n\n"};

	csv->n = 0;
	for (size_t i = 0; i < rows; i++) {
		for (size_t j = 0; j < columns; j++) {
			if (j > 0)
				eni_buf_char(csv, ',');
			add_field(csv, state);
		}
		eni_buf_add(csv, eni_str_of(ends[next_random(state) % 4]));
	}
}

static void
test_against_libcsv(void)
{
	struct eni_buf csv = {0}, lib = {0}, own = {0};
	struct eni_diag d = {.prog = "t", .out = stdout};
	unsigned long state = 20260331;
	char path[] = "/tmp/unit_reader_XXXXXX";
	int fd = mkstemp(path);

	for (int round = 0; round < 40; round++) {
		struct eni_source_options o = {.format = ENI_CSV, .no_header = true};
		struct eni_reader *r;

		make_records(&csv, &state, round % 4 == 0 ? 20000 : 50, 2 + (size_t)round % 5);
		ok(ftruncate(fd, 0) == 0 && pwrite(fd, csv.p, csv.n, 0) == (ssize_t)csv.n, "records in a file");
		read_by_libcsv(eni_buf_str(&csv), &lib);
		r = eni_reader_open(path, NULL, &o, &d);
		read_by_reader(r, &own);
		eni_reader_close(r);
		ok(eni_str_eq(eni_buf_str(&own), eni_buf_str(&lib)), "the same cells as libcsv's");
	}
	is_int(d.messages, 0, "none set aside");
	eni_buf_free(&csv);
	eni_buf_free(&lib);
	eni_buf_free(&own);
	close(fd);
	unlink(path);
}

/* Random bytes: no crash, rows within the file, the same answer twice. */
static void
test_noise(void)
{
	static const char some[] = "\"\"\"\",,,,\n\n\r\t\\ab \x1b\x8e\xe5\xb1\xff{}[]:-";
	unsigned long state = 4;

	for (int round = 0; round < 3000; round++) {
		struct eni_buf noise = {0};
		struct got a, b;
		struct eni_source_options o = {.format = (enum eni_format)(ENI_CSV + round % 5),
		    .fallback = round % 3 == 0   ? "CP932"
				: round % 3 == 1 ? "GB18030"
						 : NULL};

		for (size_t n = next_random(&state) % 200; n > 0; n--)
			eni_buf_char(&noise, some[next_random(&state) % (sizeof some - 1)]);
		a = read_bytes(eni_buf_str(&noise), o, false);
		b = read_bytes(eni_buf_str(&noise), o, false);
		if (!eni_str_eq(eni_buf_str(&a.rows), eni_buf_str(&b.rows)) || strcmp(a.said, b.said) != 0)
			ok(false, "the same answer twice");
		got_free(&a);
		got_free(&b);
		eni_buf_free(&noise);
	}
}

/* csv-spectrum: the answers are lists of objects. */
static void
check_spectrum(const char *path)
{
	struct eni_buf answer = {0};
	struct eni_str stem = {path, strlen(path) - strlen(".csv")};
	struct eni_diag d = {.prog = "t", .out = stdout};
	struct eni_reader *r = eni_reader_open(path, NULL, NULL, &d);
	const char *name = strrchr(path, '/') + 1;
	const struct eni_str *header;
	struct eni_row row;
	json_t *rows;
	size_t n, i = 0;

	eni_buf_printf(&answer, "%.*s../json/%.*s.json", (int)(name - path), path, (int)(stem.p + stem.n - name), name);
	eni_buf_char(&answer, '\0');
	rows = json_load_file(answer.p, 0, NULL);
	header = eni_reader_header(r, &n);
	for (; eni_reader_next(r, &row) == 1; i++)
		for (size_t j = 0; j < n; j++) {
			struct eni_str key = header[j];
			const json_t *want = json_object_get(json_array_get(rows, i), key.p);

			is_str(row.cell[j], json_string_value(want) == NULL ? "?" : json_string_value(want), path);
		}
	is_int(i, json_array_size(rows), path);
	is_int(d.messages, 0, path);
	json_decref(rows);
	eni_reader_close(r);
	eni_buf_free(&answer);
}

static void
test_spectrum(void)
{
	glob_t found;

	shared_files("corpora/csv-spectrum/csvs/*.csv", &found);
	for (size_t i = 0; i < found.gl_pathc; i++)
		if (strstr(found.gl_pathv[i], "location_coordinates") == NULL) /* a quote in a plain field: no RFC 4180 */
			check_spectrum(found.gl_pathv[i]);
	globfree(&found);
}

/* Lines that say of themselves whether they are valid. */
static void
test_utf8(void)
{
	struct eni_buf bytes = {0};
	glob_t found;
	struct eni_str rest;

	if (shared_files("corpora/utf8tests/utf8tests.bin", &found) > 0 && shared_read(found.gl_pathv[0], &bytes))
		for (rest = eni_buf_str(&bytes); rest.n > 0;) {
			const char *nl = memchr(rest.p, '\n', rest.n);
			struct eni_str line = {rest.p, nl == NULL ? rest.n : (size_t)(nl - rest.p)};
			bool bad = memmem(line.p, line.n, ":invalid", 8) != NULL || memchr(line.p, '\0', line.n) != NULL;
			struct eni_buf file = {0};
			struct got g;

			eni_buf_add(&file, ENI_S("text\n"));
			eni_buf_add(&file, line);
			g = read_bytes(eni_buf_str(&file), (struct eni_source_options){.format = ENI_TSV}, false);
			if ((g.n == 0) != bad)
				printf("     line %.*s\n", (int)(line.n < 8 ? line.n : 8), line.p);
			ok((g.n == 0) == bad, "utf8tests");
			rest = eni_str_from(rest, line.n + 1);
			got_free(&g);
			eni_buf_free(&file);
		}
	eni_buf_free(&bytes);
	globfree(&found);
}

/* Every way for three bytes to be UTF-8 or not, at every place of the words in which the reader looks at a block. */
static void
test_utf8_places(void)
{
	static const uint8_t edges[] = {'a', 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
	    0xee, 0xef, 0xf0, 0xf4, 0xf5, 0xff};
	enum { EDGES = sizeof edges };
	struct eni_buf file = {0}, good = {0};
	struct got g;

	eni_buf_add(&file, ENI_S("text\n"));
	eni_buf_add(&good, ENI_S("0:text\n"));
	for (size_t i = 0; i < EDGES * EDGES * EDGES; i++) {
		char text[] = {'x', (char)edges[i % EDGES], (char)edges[i / EDGES % EDGES], (char)edges[i / EDGES / EDGES]};
		struct eni_str line = {text, sizeof text};

		eni_buf_add(&file, line);
		eni_buf_add(&file, i % 7 == 0 ? ENI_S("\r\n") : ENI_S("\n"));
		if (eni_utf8_prefix(line) < line.n)
			continue;
		eni_buf_printf(&good, "%zu:", i + 2);
		eni_buf_add(&good, line);
		eni_buf_char(&good, '\n');
	}
	g = read_bytes(eni_buf_str(&file), (struct eni_source_options){.format = ENI_TSV}, false);
	ok(eni_str_eq(eni_buf_str(&g.rows), eni_buf_str(&good)), "three bytes, UTF-8 or not");
	got_free(&g);
	eni_buf_free(&file);
	eni_buf_free(&good);
}

/* Text in an East Asian encoding and its twin in UTF-8: slurped, both are the same bytes. */
static void
test_twins(void)
{
	static const char *const twins[][2] = {{"shift_jis", "CP932"}, {"gbk", "gbk"}, {"gb18030", "gb18030"}, {"gb2312", "GB2312"},
	    {"euc_jp", "EUC-JP"}, {"big5", "BIG5"}};
	struct eni_diag d = {.prog = "t", .out = stdout};

	for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
		struct eni_buf pattern = {0}, a = {0}, b = {0};
		glob_t text, twin;

		eni_buf_printf(&pattern, "corpora/cjkencodings/%s.txt", twins[i][0]);
		eni_buf_char(&pattern, '\0');
		shared_files(pattern.p, &text);
		pattern.n = 0;
		eni_buf_printf(&pattern, "corpora/cjkencodings/%s-utf8.txt", twins[i][0]);
		eni_buf_char(&pattern, '\0');
		if (shared_files(pattern.p, &twin) > 0 && text.gl_pathc > 0) {
			is_int(eni_slurp(&a, text.gl_pathv[0], twins[i][1], NULL, 1 << 20, &d), 0, twins[i][0]);
			is_int(eni_slurp(&b, twin.gl_pathv[0], NULL, "CP932", 1 << 20, &d), 0, twins[i][0]);
			ok(eni_str_eq(eni_buf_str(&a), eni_buf_str(&b)), twins[i][0]);
		}
		globfree(&text);
		globfree(&twin);
		eni_buf_free(&pattern);
		eni_buf_free(&a);
		eni_buf_free(&b);
	}
}

static const struct {
	const char *path;
	size_t rows, messages;
} real[] = {
    {"data/mhlw/era_in_text.csv", 80, 0},
    {"data/mhlw/jigyosho_720_shikoku.csv", 116, 0},
    {"data/mhlw/kagawa_excel_cp932_crlf.csv", 208, 0},
    {"data/takamatsu/hospital.csv", 628, 0},
    {"data/takamatsu/houkatsu.csv", 7, 0},
};

static void
test_real(void)
{
	for (size_t i = 0; i < sizeof real / sizeof *real; i++) {
		glob_t found;

		if (shared_files(real[i].path, &found) > 0) {
			struct got g = read_path(found.gl_pathv[0], NULL, (struct eni_source_options){.fallback = "CP932"}, false);

			is_int(g.n, real[i].rows, real[i].path);
			is_str(eni_str_of(g.said), "", real[i].path);
			got_free(&g);
		}
		globfree(&found);
	}
}

/* Files of other projects, good and bad: each is read to an end, and what is not read is said. */
static void
test_corpora(void)
{
	static const char *const patterns[] = {
	    "corpora/*/*.[ct]sv", "corpora/*/*/*.[ct]sv", "corpora/*/*/*/*.[ct]sv", "corpora/*/*/*/*/*.[ct]sv"};

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		glob_t found;

		shared_files(patterns[i], &found);
		for (size_t j = 0; j < found.gl_pathc; j++) {
			struct got g = read_path(found.gl_pathv[j], NULL, (struct eni_source_options){.fallback = "CP932"}, false);

			ok(g.last == 0 || (g.last == -2 && g.status == 2), found.gl_pathv[j]);
			ok((g.status == 0) == (*g.said == '\0'), found.gl_pathv[j]);
			if (getenv("UNIT_VERBOSE") != NULL)
				printf("%s: %zu rows, %s", found.gl_pathv[j], g.n, *g.said == '\0' ? "fine\n" : g.said);
			got_free(&g);
		}
		globfree(&found);
	}
}

int
main(void)
{
	test_cases();
	test_encodings();
	test_straddling();
	test_rejects();
	test_sheets();
	test_long_sheet();
	test_strict();
	test_no_header();
	test_reject_by_caller();
	test_sizes();
	test_block_end();
	test_open();
	test_pipe();
	test_against_libcsv();
	test_noise();
	test_spectrum();
	test_utf8();
	test_utf8_places();
	test_twins();
	test_real();
	test_corpora();
	return unit_done();
}
