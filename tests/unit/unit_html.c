/*
 * html: what stands on a page, and that nothing of a record is markup there.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "form/writer.h"
#include "unit.h"

#define S(text)                                                                                                                    \
	{                                                                                                                          \
		text, sizeof text - 1                                                                                              \
	}

static const struct eni_column columns[] = {{.name = S("id"), .heading = "番号"}, {.name = S("a\"b<"), .type = ENI_COL_TEXT},
    {.name = S("earned"), .heading = "収入", .type = ENI_COL_MONEY}, {.name = S("n"), .type = ENI_COL_NUMBER}};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* The whole output of n rows of COLUMNS cells. */
static struct eni_buf
write_rows(const struct eni_sheet_page *page, const struct eni_str *cell, size_t n)
{
	struct eni_writer_options o = {.format = ENI_HTML, .page = page};
	struct eni_buf all = {0};
	FILE *f = open_memstream(&all.p, &all.n);
	struct eni_writer *w = eni_writer_open(f, columns, COLUMNS, &o);

	for (size_t i = 0; i < n; i++)
		eni_writer_row(w, cell + i * COLUMNS);
	is_int(eni_writer_end(w), 0, "it is written");
	fclose(f);
	return all;
}

/* What stands from the table's rows on. */
static struct eni_str
body_of(struct eni_buf all)
{
	const char *at = all.n == 0 ? NULL : memmem(all.p, all.n, "<tbody>\n", 8);

	return at == NULL ? (struct eni_str){"", 0} : (struct eni_str){at + 8, all.n - (size_t)(at + 8 - all.p)};
}

static bool
has(struct eni_buf all, const char *piece)
{
	return all.n > 0 && memmem(all.p, all.n, piece, strlen(piece)) != NULL;
}

static void
test_cells(void)
{
	static const struct eni_str cell[] = {S("001"), S("<svg onload=alert(1)>&amp;'\"\r\nb\rc\n\x1b[31m\xe2\x80\xae"),
	    S("1234567.50"), S("1234"), S(""), S("</td></table><script>"), S("-123456"), S("33.3 (1/3)"), S("x"), S("y"), S("-"),
	    S("-")};
	struct eni_buf all = write_rows(NULL, cell, 3);

	is_str(body_of(all),
	    "<tr><td class=\"w6\" data-label=\"番号\">001</td>"
	    "<td data-label=\"a&quot;b&lt;\">&lt;svg onload=alert(1)&gt;&amp;amp;&#39;&quot;<br>b<br>c<br>\\u001b[31m\\u202e</td>"
	    "<td class=\"n\" data-label=\"収入\">1,234,567.50</td><td class=\"n\" data-label=\"n\">1234</td></tr>\n"
	    "<tr><td class=\"e\" data-label=\"番号\"></td>"
	    "<td data-label=\"a&quot;b&lt;\">&lt;/td&gt;&lt;/table&gt;&lt;script&gt;</td>"
	    "<td class=\"n\" data-label=\"収入\">-123,456</td><td class=\"n\" data-label=\"n\">33.3 (1/3)</td></tr>\n"
	    "<tr><td class=\"w6\" data-label=\"番号\">x</td><td class=\"w6\" data-label=\"a&quot;b&lt;\">y</td>"
	    "<td class=\"n\" data-label=\"収入\">-</td><td class=\"n\" data-label=\"n\">-</td></tr>\n"
	    "</tbody>\n</table>\n</section>\n",
	    "text stays text");
	ok(has(all,
	       "<thead><tr><th scope=\"col\">番号</th><th scope=\"col\">a&quot;b&lt;</th><th scope=\"col\" class=\"n\">収入</th>"
	       "<th scope=\"col\" class=\"n\">n</th></tr></thead>\n"),
	    "headings");
	ok(!has(all, "<caption") && !has(all, "<html") && !has(all, "<figure") && !has(all, "<script") && !has(all, "<svg"),
	    "a fragment, without what it was not given");
	free(all.p);
}

static void
test_page(void)
{
	struct eni_buf figure = {.p = (char[]){"<svg/>"}, .n = 6};
	struct eni_sheet_page page = {.at = {20778, 18 * 60 + 5},
	    .office = S("A&B <訪問>"),
	    .lang = "zh",
	    .title = "退住<原因>",
	    .span = S("2026-10-01 – 2026-10-31"),
	    .document = "十月 <&> \"报告\"\nb",
	    .figure = &figure};
	struct eni_buf all = write_rows(&page, NULL, 0);

	ok(eni_str_starts((struct eni_str){all.p, all.n}, ENI_S("<!DOCTYPE html>\n<html lang=\"zh\">\n")),
	    "a page of its language");
	ok(has(all, "<title>十月 &lt;&amp;&gt; &quot;报告&quot; b</title>\n"), "its title");
	ok(has(all, "<h1>十月 &lt;&amp;&gt; &quot;报告&quot;<br>b</h1>\n<p>A&amp;B &lt;訪問&gt; 2026-11-21 18:05</p>\n"),
	    "what stands above");
	ok(has(all, "<figure class=\"enishi\">\n<svg/></figure>\n<table class=\"enishi k14\">\n"
		    "<caption>退住&lt;原因&gt;<span>2026-10-01 – 2026-10-31</span></caption>\n"),
	    "the picture, then the table under its title");
	is_str(body_of(all), "<tr><td colspan=\"4\">无</td></tr>\n</tbody>\n</table>\n</section>\n</body>\n</html>\n", "nobody");
	free(all.p);
}

/* A cell is kept on one line only where the table then fits on paper. */
static void
test_width(void)
{
	static const struct eni_str cell[] = {S("2026-11-21"), S("090-0000-0000"), S("1"), S("2")};
	struct eni_column many[12];
	struct eni_str cells[12];
	struct eni_writer_options o = {.format = ENI_HTML};
	struct eni_buf all = write_rows(NULL, cell, 1);
	struct eni_writer *w;
	FILE *f;

	ok(has(all, "k14") && has(all, "class=\"w10\"") && has(all, "class=\"w14\""), "there is room");
	free(all.p);
	all = (struct eni_buf){0};
	for (size_t i = 0; i < 12; i++) {
		many[i] = (struct eni_column){.name = S("x")};
		cells[i] = cell[1];
	}
	f = open_memstream(&all.p, &all.n);
	w = eni_writer_open(f, many, 12, &o);
	eni_writer_row(w, cells);
	eni_writer_end(w);
	fclose(f);
	ok(has(all, "<table class=\"enishi k6\">"), "there is not");
	free(all.p);
}

int
main(void)
{
	test_cells();
	test_page();
	test_width();
	return unit_done();
}
