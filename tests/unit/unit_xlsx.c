/*
 * The workbook: what each cell is, the same bytes twice, a list that does not fit.  The parts are read with unzip; without it, or
 * without libxlsxwriter, only that is said.  What a spreadsheet makes of it: tests/workbook.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "form/format.h"
#include "form/writer.h"
#include "unit.h"

static const struct eni_sheet_page page = {
    .at = {20778, 18 * 60 + 5}, .office = {"A&B <訪問>", sizeof "A&B <訪問>" - 1}, .lang = "ja", .columns = 1};

/* The whole file of n rows of the same cells. */
static struct eni_buf
write_rows(const struct eni_column *column, size_t columns, const struct eni_str *cell, size_t n, int want)
{
	struct eni_writer_options o = {.format = ENI_XLSX, .page = &page};
	struct eni_buf all = {0};
	FILE *f = open_memstream(&all.p, &all.n);
	struct eni_writer *w = eni_writer_open(f, column, columns, &o);
	int got;

	for (size_t i = 0; i < n; i++)
		eni_writer_row(w, cell);
	errno = 0;
	got = eni_writer_end(w) == 0 ? 0 : errno;
	is_int(got, want, "how the end goes");
	fclose(f);
	return all;
}

/* One part of it as unzip gives it. */
static struct eni_buf
part(struct eni_buf file, const char *name)
{
	char path[] = "/tmp/unit_xlsx.XXXXXX", command[160];
	int fd = mkstemp(path);
	struct eni_buf b = {0};
	size_t n;
	FILE *f;

	ok(write(fd, file.p, file.n) == (ssize_t)file.n, "it is kept");
	close(fd);
	snprintf(command, sizeof command, "unzip -p %s '%s'", path, name);
	f = popen(command, "r");
	while ((n = fread(eni_buf_room(&b, 4096), 1, 4096, f)) > 0)
		b.n += n;
	is_int(pclose(f), 0, "it is a zip");
	unlink(path);
	eni_buf_char(&b, '\0');
	return b;
}

static void
has(struct eni_buf text, const char *want)
{
	ok(strstr(text.p, want) != NULL, want);
}

static void
test_cells(void)
{
	static const struct {
		enum eni_column_type type;
		const char *cell, *want;
	} cells[] = {
	    {ENI_COL_TEXT, "山田 太郎", "t=\"inlineStr\"><is><t>山田 太郎</t>"},
	    {ENI_COL_TEXT, "", "</row>"},
	    {ENI_COL_TEXT, "007", "<t>007</t>"},
	    {ENI_COL_TEXT, "7", "<t>7</t>"},
	    {ENI_COL_TEXT, "09000000001", "<t>09000000001</t>"},
	    {ENI_COL_TEXT, "+81-3-0000-0000", "<t>+81-3-0000-0000</t>"},
	    {ENI_COL_TEXT, "=1+1", "t=\"inlineStr\"><is><t>=1+1</t>"},
	    {ENI_COL_TEXT, "{=1}", "<t>{=1}</t>"},
	    {ENI_COL_TEXT, "@SUM(A1)", "<t>@SUM(A1)</t>"},
	    {ENI_COL_TEXT, "-", "<t>-</t>"},
	    {ENI_COL_TEXT, "'0", "<t>'0</t>"},
	    {ENI_COL_TEXT, "http://x/?a=1&b=<2>", "<t>http://x/?a=1&amp;b=&lt;2&gt;</t>"},
	    {ENI_COL_TEXT, " a ", "<t xml:space=\"preserve\"> a </t>"},
	    {ENI_COL_TEXT, "a\nb", "<t>a\nb</t>"},
	    {ENI_COL_TEXT, "a\r\nb\rc", "<t>a\nb\nc</t>"},
	    {ENI_COL_TEXT,
		"a\x01"
		"b\x1f",
		"<t>a_x0001_b_x001F_</t>"},
	    {ENI_COL_TEXT, "\xef\xbf\xbe", "<t>_xFFFE_</t>"},
	    {ENI_COL_TEXT, "_x0041_ _x41_", "<t>_x005F_x0041_ _x41_</t>"},
	    {ENI_COL_TEXT, "𠮷野", "<t>𠮷野</t>"},
	    /* 2026-11-21 is day 46347 */
	    {ENI_COL_TEXT, "2026-11-21", "<v>46347</v>"},
	    {ENI_COL_TEXT, "2026-11-21 18:00", "<v>46347.75</v>"},
	    {ENI_COL_TEXT, "2026/11/21", "<t>2026/11/21</t>"},
	    {ENI_COL_TEXT, "2026-11", "<t>2026-11</t>"},
	    {ENI_COL_TEXT, "2026-11-21 approx", "<t>2026-11-21 approx</t>"},
	    {ENI_COL_TEXT, "1900-02-28", "<t>1900-02-28</t>"},
	    {ENI_COL_TEXT, "1900-03-01", "<v>61</v>"},
	    {ENI_COL_WRITTEN_DAY, "令和8年11月21日", "<v>46347</v>"},
	    {ENI_COL_WRITTEN_DAY, "2026/11/21", "<v>46347</v>"},
	    {ENI_COL_WRITTEN_DAY, "11月頃", "<t>11月頃</t>"},
	    {ENI_COL_NUMBER, "1234", "<v>1234</v>"},
	    {ENI_COL_NUMBER, "-3", "<v>-3</v>"},
	    {ENI_COL_NUMBER, "66.7", "<v>66.7</v>"},
	    {ENI_COL_NUMBER, "-", "<t>-</t>"},
	    {ENI_COL_NUMBER, "007", "<t>007</t>"},
	    {ENI_COL_NUMBER, "1234567890123456", "<t>1234567890123456</t>"},
	    {ENI_COL_MONEY, "12.50", "<v>12.5</v>"},
	    {ENI_COL_WRITTEN_MONEY, "4000", "<v>4000</v>"},
	    {ENI_COL_WRITTEN_MONEY, "4,000円", "<t>4,000円</t>"},
	    {ENI_COL_WRITTEN_COUNT, "3", "<v>3</v>"},
	};

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		struct eni_column x = {.name = ENI_S("x"), .type = cells[i].type};
		struct eni_str cell = eni_str_of(cells[i].cell);
		struct eni_buf file = write_rows(&x, 1, &cell, 1, 0), sheet = part(file, "xl/worksheets/sheet1.xml");

		has(sheet, cells[i].want);
		ok(strstr(sheet.p, "<f>") == NULL, "never a formula");
		free(file.p);
		eni_buf_free(&sheet);
	}
}

/* No spreadsheet takes more: what is cut says so, and is no half of a character. */
static void
test_long_cell(void)
{
	enum { UNITS = 32767 };
	struct eni_column x = {.name = ENI_S("x")};
	struct eni_buf text = {0}, file, sheet;
	struct eni_str cell;

	for (int i = 0; i < UNITS; i++)
		eni_buf_add(&text, ENI_S("字"));
	cell = eni_buf_str(&text);
	file = write_rows(&x, 1, &cell, 1, 0);
	sheet = part(file, "xl/worksheets/sheet1.xml");
	ok(strstr(sheet.p, "…") == NULL, "as much as fits is whole");
	free(file.p);
	eni_buf_free(&sheet);
	eni_buf_add(&text, ENI_S("字"));
	cell = eni_buf_str(&text);
	file = write_rows(&x, 1, &cell, 1, 0);
	sheet = part(file, "xl/worksheets/sheet1.xml");
	has(sheet, "字…</t>");
	free(file.p);
	eni_buf_free(&sheet);
	eni_buf_free(&text);
}

static void
test_sheet(void)
{
	static const char *const words[] = {"済", "不在", NULL};
	const struct eni_column column[] = {{.name = ENI_S("id"), .heading = "番号"},
	    {.name = ENI_S("outcome"), .to_fill = true, .choice = words},
	    {.name = ENI_S("next"), .to_fill = true, .type = ENI_COL_WRITTEN_DAY}, {.name = ENI_S("ltv"), .type = ENI_COL_MONEY}};
	const struct eni_str cell[] = {ENI_S("A1"), ENI_S(""), ENI_S(""), ENI_S("1234567")};
	struct eni_buf file = write_rows(column, 4, cell, 2, 0), again = write_rows(column, 4, cell, 2, 0),
		       sheet = part(file, "xl/worksheets/sheet1.xml"), book = part(file, "xl/workbook.xml"),
		       styles = part(file, "xl/styles.xml"), core = part(file, "docProps/core.xml");

	ok(file.n == again.n && memcmp(file.p, again.p, file.n) == 0, "the same bytes twice");
	has(sheet, "<t>番号</t>");
	has(sheet, "ySplit=\"1\"");
	has(sheet, "<autoFilter ref=\"A1:D3\"/>");
	has(sheet, "fitToHeight=\"0\"");
	has(sheet, "<pageSetUpPr fitToPage=\"1\"/>");
	has(sheet, "type=\"list\" errorStyle=\"warning\"");
	has(sheet, "sqref=\"B2:B3\"><formula1>\"済,不在\"</formula1>");
	has(sheet, "type=\"date\"");
	has(sheet, "sqref=\"C2:C3\"><formula1>46347</formula1>");
	has(sheet, "&amp;R2026-11-21 18:05&amp;LA&amp;&amp;B &lt;訪問&gt;");
	has(book, "'2026-11-21'!$A$1:$A$3");
	has(book, "'2026-11-21'!$1:$1");
	has(styles, "formatCode=\"yyyy-mm-dd\"");
	has(core, "2026-11-21T18:05:00Z");
	free(file.p);
	free(again.p);
	eni_buf_free(&sheet);
	eni_buf_free(&book);
	eni_buf_free(&styles);
	eni_buf_free(&core);
}

static void
test_empty(void)
{
	struct eni_column x = {.name = ENI_S("x"), .to_fill = true, .type = ENI_COL_WRITTEN_DAY};
	struct eni_buf file = write_rows(&x, 1, NULL, 0, 0), sheet = part(file, "xl/worksheets/sheet1.xml");

	has(sheet, "<t>x</t>");
	ok(strstr(sheet.p, "dataValidation") == NULL, "nothing to fill in");
	free(file.p);
	eni_buf_free(&sheet);
}

static void
test_too_many(void)
{
	struct eni_column x = {.name = ENI_S("x")};
	struct eni_str cell = ENI_S("1");
	struct eni_buf file;

	is_int(eni_format_most(ENI_XLSX), 1048575, "below the heading");
	is_int(eni_format_most(ENI_CSV), 0, "csv has no end");
	file = write_rows(&x, 1, &cell, eni_format_most(ENI_XLSX) + 1, EFBIG);
	is_int(file.n, 0, "nothing is written");
	free(file.p);
}

int
main(void)
{
	if (eni_format_lacks(ENI_XLSX) != NULL || system("unzip -v >/dev/null 2>&1") != 0) {
		printf("skipped: no libxlsxwriter or no unzip\n1 passed, 0 failed\n");
		return 0;
	}
	test_cells();
	test_long_cell();
	test_sheet();
	test_empty();
	test_too_many();
	return unit_done();
}
