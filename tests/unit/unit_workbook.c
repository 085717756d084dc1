/* Workbooks: every sort of cell, sheets, readings, what is hidden, and all that is wrong with a file.  They are packed here. */
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "form/reader.h"
#include "form/xlsx.h"
#include "unit.h"
#include "zip.h"

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* One sheet, or several; what is NULL is not in the archive. */
struct workbook {
	const char *sheet[3];   /* what stands in <sheetData> */
	const char *state[3];   /* "hidden", "veryHidden", or NULL */
	const char *texts;      /* <si> .. of the shared texts */
	const char *styles;     /* <numFmts> and <cellXfs> */
	const char *properties; /* <workbookPr ../> */
	const char *behind;     /* what stands behind <sheetData> */
};

static const char *const sheet_name[] = {"名簿", "4月", "Sheet3"};

static void
add(struct zip_out *z, const char *name, const char *head, const char *text, const char *foot)
{
	struct eni_buf all = {0};

	eni_buf_printf(&all, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>%s%s%s", head, text, foot);
	zip_add(z, name, eni_buf_str(&all));
	eni_buf_free(&all);
}

static struct eni_buf
pack(const struct workbook *w)
{
	struct eni_buf sheets = {0}, relations = {0};
	struct zip_out z = {0};

	for (int i = 0; i < 3 && w->sheet[i] != NULL; i++) {
		char name[64];

		eni_buf_printf(&sheets, "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"", sheet_name[i], i + 1, i + 1);
		if (w->state[i] != NULL)
			eni_buf_printf(&sheets, " state=\"%s\"", w->state[i]);
		eni_buf_printf(&sheets, "/>");
		eni_buf_printf(&relations,
		    "<Relationship Id=\"rId%d\" Type=\"" REL "/worksheet\" Target=\"worksheets/sheet%d.xml\"/>", i + 1, i + 1);
		snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", i + 1);
		add(&z, name, "<worksheet " MAIN "><sheetData>", w->sheet[i],
		    w->behind == NULL ? "</sheetData></worksheet>" : w->behind);
	}
	if (w->texts != NULL) {
		eni_buf_printf(
		    &relations, "<Relationship Id=\"rId8\" Type=\"" REL "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>");
		add(&z, "xl/sharedStrings.xml", "<sst " MAIN ">", w->texts, "</sst>");
	}
	if (w->styles != NULL) {
		eni_buf_printf(&relations, "<Relationship Id=\"rId9\" Type=\"" REL "/styles\" Target=\"styles.xml\"/>");
		add(&z, "xl/styles.xml", "<styleSheet " MAIN ">", w->styles, "</styleSheet>");
	}
	eni_buf_char(&sheets, '\0');
	eni_buf_char(&relations, '\0');
	add(&z, "xl/_rels/workbook.xml.rels", "<Relationships>", relations.p, "</Relationships>");
	eni_buf_free(&relations);
	eni_buf_printf(&relations, "%s<sheets>%s</sheets>", w->properties == NULL ? "" : w->properties, sheets.p);
	eni_buf_char(&relations, '\0');
	add(&z, "xl/workbook.xml", "<workbook " MAIN " xmlns:r=\"" REL "\">", relations.p, "</workbook>");
	add(&z, "_rels/.rels", "<Relationships>",
	    "<Relationship Id=\"rId1\" Type=\"" REL "/officeDocument\" Target=\"xl/workbook.xml\"/>", "</Relationships>");
	zip_end(&z);
	eni_buf_free(&sheets);
	eni_buf_free(&relations);
	return z.bytes;
}

/* ---- reading it ---- */

struct got {
	struct eni_buf rows; /* "LINE:cell|cell\n", the header as line 0 */
	char *said;
	int last; /* -2: not opened */
};

static void
draw_row(struct got *g, uint32_t line, const struct eni_str *cell, size_t n)
{
	eni_buf_printf(&g->rows, "%u:", (unsigned)line);
	for (size_t i = 0; i < n; i++)
		eni_buf_printf(&g->rows, "%s%.*s", i > 0 ? "|" : "", (int)cell[i].n, cell[i].p);
	eni_buf_char(&g->rows, '\n');
}

static struct got
read_path(const char *path, const struct eni_source_options *o)
{
	struct got g = {.last = -2};
	size_t size, n;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&g.said, &size)};
	struct eni_reader *r = eni_reader_open(path, "b.xlsx", o, &d);
	const struct eni_str *header;
	struct eni_row row;

	if (r != NULL) {
		header = eni_reader_header(r, &n);
		if (n > 0)
			draw_row(&g, 0, header, n);
		while ((g.last = eni_reader_next(r, &row)) == 1)
			draw_row(&g, row.place.line, row.cell, row.n);
		eni_reader_close(r);
	}
	fclose(d.out);
	return g;
}

/* The same of bytes, of which a name may say which sheet is meant. */
static struct got
read_bytes(struct eni_str bytes, const char *sheet, const struct eni_source_options *o)
{
	char path[] = "/tmp/unit_workbookXXXXXX.xlsx", named[96];
	int fd = mkstemps(path, 5);
	struct got g;

	ok(fd != -1 && write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n, "a place for bytes");
	close(fd);
	snprintf(named, sizeof named, "%s%s%s", path, sheet == NULL ? "" : "#", sheet == NULL ? "" : sheet);
	g = read_path(named, o);
	unlink(path);
	return g;
}

static const struct eni_source_options as_clients = {.spreadsheet = true, .kind = ENI_CLIENTS};

static void
check(struct eni_str bytes, const char *sheet, const struct eni_source_options *o, const char *rows, const char *said,
    const char *note)
{
	struct got g = read_bytes(bytes, sheet, o);

	is_str(eni_buf_str(&g.rows), rows, note);
	is_str(eni_str_of(g.said), said, note);
	eni_buf_free(&g.rows);
	free(g.said);
}

static void
check_book(const struct workbook *w, const char *sheet, const char *rows, const char *said, const char *note)
{
	struct eni_buf bytes = pack(w);

	check(eni_buf_str(&bytes), sheet, &as_clients, rows, said, note);
	eni_buf_free(&bytes);
}

/* ---- cells ---- */

#define T(ref, text) "<c r=\"" ref "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(ref, value) "<c r=\"" ref "\"><v>" value "</v></c>"
#define S(ref, at) "<c r=\"" ref "\" t=\"s\"><v>" at "</v></c>"
#define HEAD "<row r=\"1\">" T("A1", "id") T("B1", "name") T("C1", "note") "</row>"

static const struct {
	const char *note, *cells, *want; /* of row 2, columns B and C */
} cells[] = {
    {"shared and inline texts", S("B2", "0") T("C2", "a&amp;b"), "山田|a&b"},
    {"runs of one text", S("B2", "1") N("C2", "1"), "山田 太郎|1"},
    {"empty shared text", S("B2", "2") N("C2", "1"), "|1"},
    {"line ends, tabs, backslashes", T("B2", "a\nb") T("C2", "x\ty\\n"), "a\nb|x\ty\\n"},
    {"characters XML cannot hold", T("B2", "a_x000A_b_x005F_x0041_") T("C2", "_xD83D__xDE00__x004_"),
	"a\nb_x0041_|\xf0\x9f\x98\x80_x004_"},
    {"half of a pair", T("B2", "_xD83D_") N("C2", "1"), "\xef\xbf\xbd|1"},
    {"blanks are kept", T("B2", " a ") N("C2", "1"), " a |1"},
    {"numbers", N("B2", "9012345678") N("C2", "9.0123456779999998E+10"), "9012345678|90123456780"},
    {"a number that is a text", T("B2", "0312345678") T("C2", "007"), "0312345678|007"},
    {"fractions", N("B2", "0.30000000000000004") N("C2", "-2.5"), "0.3|-2.5"},
    {"no number", N("B2", "x") N("C2", "1"), "x|1"},
    {"yes and no", "<c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\" t=\"b\"><v>0</v></c>", "TRUE|FALSE"},
    {"a strict day", "<c r=\"B2\" t=\"d\"><v>2026-11-21T00:00:00</v></c><c r=\"C2\" t=\"d\"><v>2026-11-21T09:30:00</v></c>",
	"2026-11-21|2026-11-21T09:30:00"},
    {"formulas", "<c r=\"B2\" t=\"str\"><f>A2&amp;\"x\"</f><v>C1x</v></c><c r=\"C2\"><f>1+1</f><v>2</v></c>", "C1x|2"},
    {"a formula with an empty text", "<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>" N("C2", "1"), "|1"},
    {"styles: a day, a time, a number with zeros", "<c r=\"B2\" s=\"1\"><v>46347</v></c><c r=\"C2\" s=\"2\"><v>0.375</v></c>",
	"2026-11-21|9:00"},
    {"styles: an era, a telephone", "<c r=\"B2\" s=\"3\"><v>10867</v></c><c r=\"C2\" s=\"4\"><v>312345678</v></c>",
	"1929-10-01|0312345678"},
    {"a style that is not there", "<c r=\"B2\" s=\"99\"><v>46347</v></c>" N("C2", "1"), "46347|1"},
    {"cells without places", "<c t=\"inlineStr\"><is><t>b</t></is></c><c><v>3</v></c>", "b|3"},
    {"a cell with a style alone", "<c r=\"B2\" s=\"1\"/>" N("C2", "1"), "|1"},
    {"readings are no text",
	"<c r=\"B2\" t=\"inlineStr\"><is><t>花</t><rPh sb=\"0\" eb=\"1\"><t>ハナ</t></rPh></is></c>" N("C2", "1"), "花|ハナ|1"},
};

static const char texts[] = "<si><t>山田</t></si>"
			    "<si><r><rPr><b/></rPr><t>山田</t></r><r><t xml:space=\"preserve\"> 太郎</t></r></si>"
			    "<si><t/></si>";
static const char styles[] =
    "<numFmts count=\"2\"><numFmt numFmtId=\"176\" formatCode=\"[$-411]ge\\.m\\.d;@\"/>"
    "<numFmt numFmtId=\"177\" formatCode=\"0000000000\"/></numFmts>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"176\"/>"
    "<xf numFmtId=\"177\"/></cellXfs>";

static void
test_cells(void)
{
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		struct eni_buf sheet = {0}, want = {0};
		struct workbook w = {.texts = texts, .styles = styles};
		bool reading = strstr(cells[i].cells, "<rPh") != NULL, placed = strstr(cells[i].cells, "r=\"") != NULL;

		eni_buf_printf(&sheet, HEAD "<row r=\"2\">" T("A2", "C1") "%s</row>", cells[i].cells);
		if (!placed) {
			sheet.n = 0;
			eni_buf_printf(&sheet, HEAD "<row><c><v>C1</v></c>%s</row>", cells[i].cells);
		}
		eni_buf_char(&sheet, '\0');
		w.sheet[0] = sheet.p;
		eni_buf_printf(&want, "0:id|name|%snote\n2:C1|%s\n", reading ? "kana|" : "", cells[i].want);
		eni_buf_char(&want, '\0');
		check_book(&w, NULL, want.p, "", cells[i].note);
		eni_buf_free(&sheet);
		eni_buf_free(&want);
	}
}

/* ---- readings ---- */

#define R(from, to, text) "<rPh sb=\"" from "\" eb=\"" to "\"><t>" text "</t></rPh>"

static void
test_readings(void)
{
	static const char names[] = "<si><t>氏名</t>" R("0", "2",
	    "シメイ") "</si>"
		      "<si><t>山田 太郎</t>" R("0", "2", "ヤマダ")
			  R("3", "5", "タロウ") "<phoneticPr fontId=\"1\"/></si>"
						"<si><t>さくら 花</t>" R("4", "5",
						    "ハナ") "</si>"
							    "<si><t>髙橋 花</t>" R("3", "4",
								"ハナ") "</si>"
									"<si><t>\xf0\xa0\xae\xb7野家</t>" R("0", "3", "ヨシノ")
									    R("3", "4", "ヤ") "</si>"
											      "<si><t>フリガナ</t></si>";
	struct workbook w = {.texts = names};

	w.sheet[0] = "<row r=\"1\">" T("A1", "id") S("B1", "0")
	    T("C1", "note") "</row>"
			    "<row r=\"2\">" T("A2", "1") S("B2", "1")
				T("C2", "x") "</row>"
					     "<row r=\"3\">" T("A3", "2")
						 S("B3", "2") "</row>"
							      "<row r=\"4\">" T("A4", "3")
								  S("B4", "3") "</row>"
									       "<row r=\"5\">" T("A5", "4")
										   S("B5", "4") "</row>"
												"<row r=\"6\">" T("A6", "5")
												    T("B6", "林") T("C6", "y")
													T("D6", "z") "</row>";
	check_book(&w, NULL,
	    "0:id|氏名|kana|note\n2:1|山田 太郎|ヤマダ タロウ|x\n3:2|さくら 花|さくら ハナ|\n4:3|髙橋 花||\n"
	    "5:4|\xf0\xa0\xae\xb7野家|ヨシノヤ|\n",
	    "t: b.xlsx:6: 5 cells, want 4: something stands beside the columns that have a header\n", "readings become kana");
	w.sheet[0] = "<row r=\"1\">" S("A1", "0") S("B1", "5") "</row><row r=\"2\">" S("A2", "1") T("B2", "やまだ") "</row>";
	check_book(&w, NULL, "0:氏名|フリガナ\n2:山田 太郎|やまだ\n", "", "where there is kana, none is made");
}

/* ---- places ---- */

static void
test_places(void)
{
	struct workbook w = {.behind = "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell "
				       "ref=\"B5:B6\"/></mergeCells></worksheet>"};

	w.sheet[0] =
	    "<row r=\"1\">" T("A1", "デイさくら 名簿") "<c r=\"B1\" s=\"1\"/><c r=\"C1\" s=\"1\"/></row>"
						       "<row r=\"4\">" T("B4", "氏名")
							   T("C4", "電話") "</row>"
									   "<row r=\"5\">" T("B5", "青木") N(
									       "C5", "1") "</row><row r=\"6\"><c r=\"B6\"/>" N("C6",
									       "2") "</row>"
										    "<row r=\"40\">" T("B40", "井上") "</row>";
	check_book(&w, NULL, "0:column.1|氏名|電話\n5:|青木|1\n6:||2\n40:|井上|\n", "", "rows and columns are where they stand");
	w.behind = NULL;
	w.sheet[0] = HEAD "<row r=\"3\">" T("A3", "C1") "</row><row r=\"2\">" T("A2", "C2") "</row>";
	check_book(&w, NULL, "", "t: b.xlsx: is damaged: its rows stand in no order; open it in a spreadsheet and save it anew\n",
	    "rows out of order");
	w.sheet[0] = HEAD "<row r=\"2\">" T("B2", "C1") T("A2", "x") "</row>";
	check_book(&w, NULL, "", "t: b.xlsx: is damaged: its cells stand in no order; open it in a spreadsheet and save it anew\n",
	    "cells out of order");
	w.sheet[0] = HEAD "<row r=\"2\">" T("XFE2", "C1") "</row>";
	check_book(&w, NULL, "", "t: b.xlsx: is damaged: its cells stand in no order; open it in a spreadsheet and save it anew\n",
	    "beyond the last column");
	w.sheet[0] = HEAD "<row r=\"1048576\">" T("A1048576", "C1") T("B1048576", "x") "</row>";
	check_book(&w, NULL, "0:id|name|note\n1048576:C1|x|\n", "", "the last row");
	w.sheet[0] = HEAD "<row r=\"2\">" S("A2", "7") "</row>";
	check_book(&w, NULL, "", "t: b.xlsx: is damaged: a cell names a text that is not there\n", "a text that is not there");
}

/* ---- what is empty or left out ---- */

static void
test_gaps(void)
{
	struct eni_source_options all = as_clients;
	struct eni_buf bytes;
	struct workbook w = {0};

	w.sheet[0] = HEAD "<row r=\"2\">" T("A2", "C1") "<c r=\"B2\" t=\"e\"><f>VLOOKUP(A2,X:Y,2,0)</f><v>#N/A</v></c></row>"
							"<row r=\"3\">" T("A3", "C2")
							    T("B3", "b") "<c r=\"C3\" t=\"e\"><v>#REF!</v></c></row>";
	check_book(&w, NULL, "0:id|name|note\n2:C1||\n3:C2|b|\n",
	    "t: b.xlsx:2: 2 cells hold an error such as #N/A and are read as empty, the first is B2\n", "errors");
	w.sheet[0] = HEAD "<row r=\"2\">" T("A2", "C1") "<c r=\"C2\"><f>1+1</f></c></row>";
	check_book(&w, NULL, "0:id|name|note\n2:C1||\n",
	    "t: b.xlsx:2: 1 formula has no result and is read as empty: C2; open the workbook in a spreadsheet and save it\n",
	    "a formula nobody calculated");
	w.sheet[0] = HEAD "<row r=\"2\">" T("A2", "C1") "</row><row r=\"3\" hidden=\"1\">" T(
	    "A3", "C2") "</row>"
			"<row r=\"4\" hidden=\"1\"><c r=\"A4\"/></row><row r=\"5\" hidden=\"true\">" T("A5", "C3") "</row>";
	check_book(&w, NULL, "0:id|name|note\n2:C1||\n",
	    "t: b.xlsx:3: 2 hidden rows are not read, this is the first; --hidden reads them\n", "hidden rows");
	bytes = pack(&w);
	all.hidden = true;
	check(eni_buf_str(&bytes), NULL, &all, "0:id|name|note\n2:C1||\n3:C2||\n5:C3||\n", "", "hidden rows that are asked for");
	eni_buf_free(&bytes);
}

/* ---- sheets ---- */

static void
test_sheets(void)
{
	struct eni_source_options all = as_clients;
	struct workbook w = {.sheet = {"<row r=\"1\">" T("A1", "集計") N("B1", "3") "</row>",
				 HEAD "<row r=\"2\">" T("A2", "C1") "</row>", HEAD "<row r=\"2\">" T("A2", "C9") "</row>"}};
	struct eni_buf bytes;

	check_book(&w, NULL, "0:id|name|note\n2:C1||\n",
	    "t: b.xlsx: 1 further sheet holds such a list and is not read: FILE.xlsx#SHEET reads it\n",
	    "the first that has a header");
	check_book(&w, "Sheet3", "0:id|name|note\n2:C9||\n", "", "one that is named");
	check_book(&w, "４月", "0:id|name|note\n2:C1||\n", "", "one that is named in other letters");
	check_book(&w, "5月", "", "t: b.xlsx: the workbook has no sheet of that name\n", "one that is not there");
	w.state[1] = "hidden";
	check_book(&w, NULL, "0:id|name|note\n2:C9||\n", "t: b.xlsx: 1 hidden sheet is not read: FILE.xlsx#SHEET reads it\n",
	    "a hidden one");
	check_book(&w, "4月", "0:id|name|note\n2:C1||\n", "", "a hidden one that is named");
	bytes = pack(&w);
	all.hidden = true;
	check(eni_buf_str(&bytes), NULL, &all, "0:id|name|note\n2:C1||\n",
	    "t: b.xlsx: 1 further sheet holds such a list and is not read: FILE.xlsx#SHEET reads it\n",
	    "hidden ones that are asked for");
	eni_buf_free(&bytes);
	w = (struct workbook){.sheet = {"", "<row r=\"2\">" T("A2", "x") T("B2", "y") "</row>"}};
	check_book(&w, NULL, "0:x|y\n", "", "none has a header: the first with cells");
	w = (struct workbook){.sheet = {""}};
	check_book(&w, NULL, "", "", "nothing at all");
	w = (struct workbook){.sheet = {HEAD "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44885</v></c></row>"},
	    .styles = styles,
	    .properties = "<workbookPr date1904=\"1\"/>"};
	check_book(&w, NULL, "0:id|name|note\n2:2026-11-21||\n", "", "days since 1904");
}

/* ---- what is wrong with the file ---- */

static void
test_faults(void)
{
	static const char container[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
	struct workbook w = {.sheet = {HEAD "<row r=\"2\">" T("A2", "C1") "</row>"}};
	struct eni_buf bytes = pack(&w), deep = {0};
	struct zip_out z = {0};

	check((struct eni_str){container, sizeof container}, NULL, &as_clients, "",
	    "t: b.xlsx: is a workbook with a password: save it without one and give that file\n", "a password");
	check((struct eni_str){container, 20}, NULL, &as_clients, "",
	    "t: b.xlsx: is a workbook of the old kind (.xls): save it as .xlsx or CSV and give that file\n", "an old one");
	check((struct eni_str){bytes.p, bytes.n - 30}, NULL, &as_clients, "",
	    "t: b.xlsx: is damaged, or no workbook: open it in a spreadsheet and save it as .xlsx\n", "one that ends early");
	check(ENI_S("id,name\nC1,a\n"), NULL, &as_clients, "",
	    "t: b.xlsx: is no workbook, whatever it is called: save it as .xlsx or CSV\n", "a text of that name");
	check(ENI_S("id,name\nC1,a\n"), "名簿", &as_clients, "",
	    "t: b.xlsx: is no workbook and has no sheets: want its name without #\n", "a text with a sheet");
	zip_add(&z, "readme.txt", ENI_S("hello"));
	zip_end(&z);
	check(eni_buf_str(&z.bytes), NULL, &as_clients, "",
	    "t: b.xlsx: is an archive and no workbook: unpack it and give the file that is in it\n", "another archive");
	eni_buf_free(&z.bytes);
	z = (struct zip_out){0};
	zip_add(&z, "content.xml", ENI_S("<x/>"));
	zip_end(&z);
	check(eni_buf_str(&z.bytes), NULL, &as_clients, "",
	    "t: b.xlsx: is a document of another kind (.ods): save it as .xlsx or CSV and give that file\n", "LibreOffice's own");
	eni_buf_free(&z.bytes);
	bytes.p[memmem(bytes.p, bytes.n, "<t>C1", 5) == NULL
		    ? 0
		    : (size_t)((char *)memmem(bytes.p, bytes.n, "<t>C1", 5) - bytes.p) + 3] = 'X';
	check(eni_buf_str(&bytes), NULL, &as_clients, "", "t: b.xlsx: is damaged: open it in a spreadsheet and save it anew\n",
	    "a part whose sum is wrong");
	eni_buf_free(&bytes);
	w.sheet[0] = HEAD "<row r=\"2\">" T("A2", "C1") "</wor>";
	check_book(&w, NULL, "", "t: b.xlsx: is damaged: open it in a spreadsheet and save it anew\n", "no XML");
	for (int i = 0; i < 200; i++)
		eni_buf_add(&deep, ENI_S("<a>"));
	eni_buf_char(&deep, '\0');
	w.sheet[0] = deep.p;
	check_book(&w, NULL, "", "t: b.xlsx: is no workbook of people's making: its XML is nested too deep\n", "too deep");
	eni_buf_free(&deep);
	z = (struct zip_out){0};
	zip_add(&z, "xl/workbook.xml", ENI_S("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x/>"));
	zip_add(&z, "xl/_rels/workbook.xml.rels", ENI_S("<x/>"));
	zip_end(&z);
	check(eni_buf_str(&z.bytes), NULL, &as_clients, "",
	    "t: b.xlsx: is no workbook of people's making: its XML declares entities\n", "entities");
	eni_buf_free(&z.bytes);
	z = (struct zip_out){0};
	for (int i = 0; i < 10001; i++)
		zip_add(&z, "x", ENI_S(""));
	zip_end(&z);
	check(eni_buf_str(&z.bytes), NULL, &as_clients, "",
	    "t: b.xlsx: is no workbook of people's making: it has more than 10,000 parts\n", "too many parts");
	eni_buf_free(&z.bytes);
}

/* A text over the limit of readers is theirs to set aside, and few bytes of a sheet may name long texts often. */
static void
test_long(void)
{
	struct eni_buf text = {0}, sheet = {0};
	struct workbook w = {0};
	struct got g;
	struct eni_buf bytes;

	eni_buf_add(&text, ENI_S("<si><t>"));
	for (int i = 0; i < 20000; i++)
		eni_buf_char(&text, 'x');
	eni_buf_add(&text, ENI_S("</t></si><si><t>"));
	for (int i = 0; i < 1100 * 1000; i++)
		eni_buf_char(&text, 'y');
	eni_buf_add(&text, ENI_S("</t></si>"));
	eni_buf_char(&text, '\0');
	eni_buf_printf(&sheet, HEAD "<row r=\"2\">" T("A2", "C0") S("B2", "1") "</row>");
	for (int i = 3; i < 2003; i++)
		eni_buf_printf(&sheet, "<row r=\"%d\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", i);
	eni_buf_char(&sheet, '\0');
	w.sheet[0] = sheet.p;
	w.texts = text.p;
	bytes = pack(&w);
	g = read_bytes(eni_buf_str(&bytes), NULL, &as_clients);
	is_str(eni_str_of(g.said), "t: b.xlsx:2: a field over 1 MiB\n", "a long text is set aside");
	ok(g.last == 0 && g.rows.n > (size_t)2000 * 40000, "long texts that come again");
	eni_buf_free(&g.rows);
	free(g.said);
	eni_buf_free(&bytes);
	eni_buf_free(&text);
	eni_buf_free(&sheet);
}

int
main(void)
{
	test_cells();
	test_readings();
	test_places();
	test_gaps();
	test_sheets();
	test_faults();
	test_long();
	return unit_done();
}
