/*
 * html: a table as people read it in a browser, on a telephone and on paper.  The rules stand in writer.h.
 * Rows are kept until the end, for the picture that belongs before them is drawn from the same rows.
 */
#include "form/writer_parts.h"

#include "base/text.h"

/* In screen columns: what a sheet of paper holds, what the edges of a cell take, and up to where cells are kept on one line where
 * all columns then fit. */
enum { PAPER = 120, PADDING = 2 };
static const size_t whole[] = {6, 10, 14};
enum { N_WHOLE = sizeof whole / sizeof *whole };

/* The fragment's own, named by a class so that it changes nothing else of a page it is put into. */
static const char style[] =
    "<style>\n"
    "table.enishi{border-collapse:collapse;margin:.5em 0 1.5em;font-size:.9em;line-height:1.5}\n"
    ".enishi caption{text-align:left;white-space:nowrap;font-weight:bold;font-size:1.2em;padding:.2em 0}\n"
    ".enishi caption span{font-weight:normal;font-size:.8em;margin-left:1em;white-space:nowrap}\n"
    ".enishi th,.enishi td{border:1px solid #777;padding:.15em .5em;text-align:left;vertical-align:top}\n"
    ".enishi th{background:#eee}\n"
    ".enishi .n{text-align:right;white-space:nowrap}\n"
    ".enishi.k6 .w6,.enishi.k10 .w6,.enishi.k10 .w10,.enishi.k14 .w6,.enishi.k14 .w10,.enishi.k14 .w14{white-space:nowrap}\n"
    ".enishi thead{display:table-header-group}\n"
    ".enishi tr,figure.enishi{page-break-inside:avoid;break-inside:avoid}\n"
    ".enishi caption{page-break-after:avoid;break-after:avoid}\n"
    "figure.enishi{margin:.5em 0}\n"
    "figure.enishi svg{display:block;width:100%;max-width:42em;height:auto}\n"
    "@media screen and (max-width:40em){\n"
    "table.enishi,.enishi caption,.enishi tbody,.enishi tr{display:block}\n"
    ".enishi caption{white-space:normal}\n"
    ".enishi thead{position:absolute;left:-999em}\n"
    ".enishi tr{border:1px solid #777;margin:0 0 .7em;padding:.2em .5em}\n"
    ".enishi td{display:table;table-layout:fixed;width:100%;box-sizing:border-box;border:0;padding:.1em 0}\n"
    "table.enishi td.n{text-align:left}\n"
    ".enishi td[data-label]::before{content:attr(data-label);display:table-cell;width:40%;padding-right:.8em;font-weight:bold}\n"
    ".enishi td.e{display:none}\n"
    "}\n"
    "@media print{table.enishi{font-size:8.5pt}}\n"
    "</style>\n";

/* Of a whole page. */
static const char page_style[] =
    "<style>\n"
    "@page{size:A4;margin:12mm}\n"
    "body{font-family:sans-serif;color:#000;background:#fff;max-width:60em;margin:0 auto;padding:.5em}\n"
    "h1{font-size:1.5em;margin:.2em 0}\n"
    "@media print{body{max-width:none;padding:0}}\n"
    "</style>\n";

/* What stands where there is no row. */
static const struct {
	const char *lang, *nothing;
} words[] = {{"en", "Nothing to show."}, {"ja", "該当なし"}, {"zh", "无"}};

struct html {
	struct eni_sheet_page page;
	struct eni_buf *label; /* of each column, ready for an attribute */
	size_t *width;         /* of the widest cell of each */
	struct eni_buf rows;
	struct eni_buf shown;
};

/* Appends a line so that it is text wherever it stands, between tags or in quotes. */
static void
put_line(struct html *h, struct eni_buf *out, struct eni_str line)
{
	h->shown.n = 0;
	eni_show(&h->shown, line);
	for (size_t i = 0; i < h->shown.n; i++) {
		char c = h->shown.p[i];

		switch (c) {
		case '&':
			eni_buf_add(out, ENI_S("&amp;"));
			break;
		case '<':
			eni_buf_add(out, ENI_S("&lt;"));
			break;
		case '>':
			eni_buf_add(out, ENI_S("&gt;"));
			break;
		case '"':
			eni_buf_add(out, ENI_S("&quot;"));
			break;
		case '\'':
			eni_buf_add(out, ENI_S("&#39;"));
			break;
		default:
			eni_buf_char(out, c);
		}
	}
}

/* The same of several lines, with `between` for their ends (LF, CR LF, CR). */
static void
put_text(struct html *h, struct eni_buf *out, struct eni_str s, struct eni_str between)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\n' && s.p[i] != '\r')
			continue;
		put_line(h, out, (struct eni_str){s.p + from, i - from});
		eni_buf_add(out, between);
		if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
		from = i + 1;
	}
	put_line(h, out, eni_str_from(s, from));
}

static void
begin(struct eni_writer *w)
{
	struct html *h = eni_arena_clear(&w->arena, sizeof *h);

	h->page = w->o.page != NULL ? *w->o.page : (struct eni_sheet_page){.at = ENI_NEVER};
	h->width = eni_arena_clear(&w->arena, (w->n + 1) * sizeof *h->width);
	h->label = eni_arena_clear(&w->arena, (w->n + 1) * sizeof *h->label);
	w->state = h;
	for (size_t i = 0; i < w->n; i++)
		put_text(h, &h->label[i], eni_writer_heading(w, i), ENI_S(" "));
}

/* Marks at the thousands of a sum: 1,234,567.50. */
static void
put_money(struct eni_buf *out, struct eni_str s)
{
	size_t sign = eni_str_starts(s, ENI_S("-")) ? 1 : 0, point = sign;

	while (point < s.n && s.p[point] >= '0' && s.p[point] <= '9')
		point++;
	for (size_t i = 0; i < s.n; i++) {
		if (i > sign && i < point && (point - i) % 3 == 0)
			eni_buf_char(out, ',');
		eni_buf_char(out, s.p[i]);
	}
}

/* Empty, a number, or one of the widths that may be kept on one line. */
static void
put_class(struct eni_buf *out, enum eni_column_type type, struct eni_str s, size_t width)
{
	size_t i = 0;

	while (i < N_WHOLE && width > whole[i])
		i++;
	if (s.n == 0)
		eni_buf_add(out, ENI_S(" class=\"e\""));
	else if (eni_column_is_number(type))
		eni_buf_add(out, ENI_S(" class=\"n\""));
	else if (i < N_WHOLE)
		eni_buf_printf(out, " class=\"w%zu\"", whole[i]);
}

static void
put_cell(struct eni_writer *w, size_t column, struct eni_str s)
{
	struct html *h = w->state;
	const struct eni_column *c = &w->column[column];
	struct eni_str label = eni_buf_str(&h->label[column]);
	size_t width = eni_columns(s, true);

	if (h->width[column] < width)
		h->width[column] = width;
	eni_buf_add(&h->rows, ENI_S("<td"));
	put_class(&h->rows, c->type, s, width);
	eni_buf_printf(&h->rows, " data-label=\"%.*s\">", (int)label.n, label.p);
	if (c->type == ENI_COL_MONEY && eni_is_json_number(s))
		put_money(&h->rows, s);
	else
		put_text(h, &h->rows, s, ENI_S("<br>"));
	eni_buf_add(&h->rows, ENI_S("</td>"));
}

static void
row(struct eni_writer *w, const struct eni_str *cell)
{
	struct html *h = w->state;

	eni_buf_add(&h->rows, ENI_S("<tr>"));
	for (size_t i = 0; i < w->n; i++)
		put_cell(w, i, cell[i]);
	eni_buf_add(&h->rows, ENI_S("</tr>\n"));
}

static struct eni_str
lang_of(const struct html *h)
{
	return eni_str_of(h->page.lang == NULL ? "en" : h->page.lang);
}

/* Up to where the fragment begins: title, office and day. */
static void
put_page(struct eni_writer *w)
{
	struct html *h = w->state;
	struct eni_str title = eni_str_of(h->page.document);
	char at[ENI_WHEN_TEXT];

	eni_buf_add(&w->out, ENI_S("<!DOCTYPE html>\n<html lang=\""));
	eni_buf_add(&w->out, lang_of(h));
	eni_buf_add(&w->out, ENI_S("\">\n<head>\n<meta charset=\"utf-8\">\n"
				   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"));
	put_text(h, &w->out, title, ENI_S(" "));
	eni_buf_add(&w->out, ENI_S("</title>\n"));
	eni_buf_add(&w->out, eni_str_of(page_style));
	eni_buf_add(&w->out, ENI_S("</head>\n<body>\n<h1>"));
	put_text(h, &w->out, title, ENI_S("<br>"));
	eni_buf_add(&w->out, ENI_S("</h1>\n<p>"));
	put_text(h, &w->out, h->page.office, ENI_S(" "));
	if (eni_is_day(h->page.at))
		eni_buf_printf(&w->out, "%s%.*s", h->page.office.n > 0 ? " " : "", (int)eni_when_format(h->page.at, at), at);
	eni_buf_add(&w->out, ENI_S("</p>\n"));
}

static void
put_caption(struct eni_writer *w)
{
	struct html *h = w->state;

	if (h->page.title == NULL)
		return;
	eni_buf_add(&w->out, ENI_S("<caption>"));
	put_text(h, &w->out, eni_str_of(h->page.title), ENI_S(" "));
	if (h->page.span.n > 0) {
		eni_buf_add(&w->out, ENI_S("<span>"));
		put_text(h, &w->out, h->page.span, ENI_S(" "));
		eni_buf_add(&w->out, ENI_S("</span>"));
	}
	eni_buf_add(&w->out, ENI_S("</caption>\n"));
}

static void
put_nothing(struct eni_writer *w)
{
	const char *say = words[0].nothing;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (eni_str_is(lang_of(w->state), words[i].lang))
			say = words[i].nothing;
	eni_buf_printf(&w->out, "<tr><td colspan=\"%zu\">%s</td></tr>\n", w->n, say);
}

/* How wide a cell may be to be kept on one line, so that the table still fits on paper; 0: none. */
static size_t
kept_whole(const struct eni_writer *w)
{
	const struct html *h = w->state;

	for (size_t k = N_WHOLE; k > 0; k--) {
		size_t total = 0;

		for (size_t i = 0; i < w->n; i++)
			total += PADDING + (h->width[i] < whole[k - 1] ? h->width[i] : whole[k - 1]);
		if (total <= PAPER)
			return whole[k - 1];
	}
	return 0;
}

static void
put_table(struct eni_writer *w)
{
	const struct html *h = w->state;

	eni_buf_printf(&w->out, "<table class=\"enishi k%zu\">\n", kept_whole(w));
	put_caption(w);
	eni_buf_add(&w->out, ENI_S("<thead><tr>"));
	for (size_t i = 0; i < w->n; i++) {
		eni_buf_printf(&w->out, "<th scope=\"col\"%s>", eni_column_is_number(w->column[i].type) ? " class=\"n\"" : "");
		eni_buf_add(&w->out, eni_buf_str(&h->label[i]));
		eni_buf_add(&w->out, ENI_S("</th>"));
	}
	eni_buf_add(&w->out, ENI_S("</tr></thead>\n<tbody>\n"));
	eni_buf_add(&w->out, eni_buf_str(&h->rows));
	if (w->rows == 0)
		put_nothing(w);
	eni_buf_add(&w->out, ENI_S("</tbody>\n</table>\n"));
}

static void
end(struct eni_writer *w)
{
	struct html *h = w->state;

	if (h->page.document != NULL)
		put_page(w);
	eni_buf_add(&w->out, ENI_S("<section lang=\""));
	eni_buf_add(&w->out, lang_of(h));
	eni_buf_add(&w->out, ENI_S("\">\n"));
	eni_buf_add(&w->out, eni_str_of(style));
	if (h->page.figure != NULL && h->page.figure->n > 0) {
		eni_buf_add(&w->out, ENI_S("<figure class=\"enishi\">\n"));
		eni_buf_add(&w->out, eni_buf_str(h->page.figure));
		eni_buf_add(&w->out, ENI_S("</figure>\n"));
	}
	put_table(w);
	eni_buf_add(&w->out, ENI_S("</section>\n"));
	if (h->page.document != NULL)
		eni_buf_add(&w->out, ENI_S("</body>\n</html>\n"));
	for (size_t i = 0; i < w->n; i++)
		eni_buf_free(&h->label[i]);
	eni_buf_free(&h->rows);
	eni_buf_free(&h->shown);
}

const struct eni_format_ops eni_html_ops = {.begin = begin, .row = row, .end = end};
