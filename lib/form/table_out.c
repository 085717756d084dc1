/*
 * The table for people: all rows are kept until the end, because the widest cell decides where the next column begins.
 * Everything is measured in screen columns (a kanji is two), and nothing that could steer a terminal gets through.
 */
#include "form/writer_parts.h"

#include <stdlib.h>
#include <unigbrk.h>

#include "base/text.h"

enum {
	CUT_MIN = 16,  /* no column is cut below this: "2026-11-21 14:05" and nearly all ids fit */
	CUT_PROSE = 10 /* but prose, when the line is still too long */
};

#define CUT_MARK ENI_S("…")
#define LINE_MARK ENI_S("↵")

struct table_cell {
	struct eni_str text; /* as shown */
	size_t columns;
};

struct table {
	struct table_cell *cell; /* the headings, then row after row */
	size_t cells, cap;
	size_t *width;        /* of each column */
	bool *left_out;       /* columns the screen has no room for */
	struct eni_buf shown; /* the cell being made ready */
	struct eni_buf line;  /* the line being put together */
};

/* Appends s with line ends (LF, CR LF, CR) as a mark and all else that could do harm as eni_show has it. */
static void
show(struct eni_buf *out, struct eni_str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\n' && s.p[i] != '\r')
			continue;
		eni_show(out, (struct eni_str){s.p + from, i - from});
		eni_buf_add(out, LINE_MARK);
		if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
		from = i + 1;
	}
	eni_show(out, eni_str_from(s, from));
}

static void
add_cell(struct eni_writer *w, size_t column, struct eni_str s)
{
	struct table *t = w->state;
	struct table_cell *c;

	t->cell = eni_grow(t->cell, &t->cap, t->cells + 1, sizeof *t->cell);
	c = &t->cell[t->cells++];
	t->shown.n = 0;
	show(&t->shown, s);
	c->text = eni_arena_pack(&w->arena, eni_buf_str(&t->shown));
	c->columns = eni_columns(c->text, w->o.wide_ambiguous);
	if (c->columns > t->width[column])
		t->width[column] = c->columns;
}

static void
begin(struct eni_writer *w)
{
	struct table *t = eni_arena_clear(&w->arena, sizeof *t);

	t->width = eni_arena_clear(&w->arena, w->n * sizeof *t->width);
	t->left_out = eni_arena_clear(&w->arena, w->n + 1);
	w->state = t;
	for (size_t i = 0; i < w->n; i++)
		add_cell(w, i, eni_writer_heading(w, i));
}

static void
row(struct eni_writer *w, const struct eni_str *cell)
{
	for (size_t i = 0; i < w->n; i++)
		add_cell(w, i, cell[i]);
}

/* The width of a column when no text may take more than `most`; none but prose is cut below CUT_MIN. */
static size_t
width_at(const struct eni_writer *w, size_t column, size_t most)
{
	const struct table *t = w->state;
	const struct eni_column *c = &w->column[column];

	if (c->type != ENI_COL_PROSE && most < CUT_MIN)
		most = CUT_MIN;
	return eni_column_is_number(c->type) || eni_str_is(c->name, "id") || t->width[column] < most ? t->width[column] : most;
}

static size_t
total_at(const struct eni_writer *w, size_t most)
{
	size_t total = 0;

	for (size_t i = 0; i < w->n; i++)
		if (!((const struct table *)w->state)->left_out[i])
			total += width_at(w, i, most) + (total > 0 ? 2 : 0);
	return total;
}

/* Leaves out spare columns, the least useful first, until whole cells fit; false when there is none left. */
static bool
leave_one_out(struct eni_writer *w)
{
	struct table *t = w->state;
	size_t first = w->n;

	for (size_t i = 0; i < w->n; i++)
		if (!t->left_out[i] && w->column[i].spare > 0 && (first == w->n || w->column[i].spare < w->column[first].spare))
			first = i;
	if (first == w->n)
		return false;
	t->left_out[first] = true;
	return true;
}

/* Lowers the widest text columns together until the line fits, or as far as they may go. */
static void
fit(struct eni_writer *w)
{
	struct table *t = w->state;
	size_t limit = w->o.width > 0 ? (size_t)w->o.width : 0;
	size_t most = limit > CUT_MIN ? limit : CUT_MIN;

	if (limit == 0)
		return;
	while (total_at(w, SIZE_MAX) > limit && leave_one_out(w))
		;
	while (most > CUT_PROSE && total_at(w, most) > limit)
		most--;
	for (size_t i = 0; i < w->n; i++)
		t->width[i] = width_at(w, i, most);
}

/* The longest head of s, in whole characters as a reader sees them, that leaves room for the mark; *columns is what it takes. */
static struct eni_str
head_of(const struct eni_writer *w, struct eni_str s, size_t width, size_t *columns)
{
	size_t mark = eni_columns(CUT_MARK, w->o.wide_ambiguous), n = 0;
	const uint8_t *at = (const uint8_t *)s.p, *next, *end = at + s.n;

	*columns = 0;
	for (; at < end; at = next) {
		struct eni_str one = {(const char *)at, 0};

		next = u8_grapheme_next(at, end);
		one.n = (size_t)(next - at);
		if (*columns + eni_columns(one, w->o.wide_ambiguous) + mark > width)
			break;
		*columns += eni_columns(one, w->o.wide_ambiguous);
		n += one.n;
	}
	return (struct eni_str){s.p, n};
}

static void
pad(struct eni_buf *line, size_t n)
{
	if (n == 0)
		return;
	memset(eni_buf_room(line, n), ' ', n);
	line->n += n;
}

static void
put_cell(struct eni_writer *w, size_t column, struct table_cell c)
{
	struct table *t = w->state;
	struct eni_str mark = {"", 0};
	size_t width = t->width[column];

	if (c.columns > width) {
		mark = CUT_MARK;
		c.text = head_of(w, c.text, width, &c.columns);
		c.columns += eni_columns(mark, w->o.wide_ambiguous);
	}
	if (eni_column_is_number(w->column[column].type))
		pad(&t->line, width - c.columns);
	eni_buf_add(&t->line, c.text);
	eni_buf_add(&t->line, mark);
	if (!eni_column_is_number(w->column[column].type))
		pad(&t->line, width - c.columns);
}

/* Composes one line, without blanks at its end. */
static void
make_line(struct eni_writer *w, const struct table_cell *cell)
{
	struct table *t = w->state;

	t->line.n = 0;
	for (size_t i = 0, put = 0; i < w->n; i++) {
		if (t->left_out[i])
			continue;
		pad(&t->line, put++ > 0 ? 2 : 0);
		put_cell(w, i, cell[i]);
	}
	while (t->line.n > 0 && t->line.p[t->line.n - 1] == ' ')
		t->line.n--;
}

static void
end(struct eni_writer *w)
{
	struct table *t = w->state;

	fit(w);
	for (size_t row_at = 0; row_at <= w->rows; row_at++) {
		bool bold = row_at == 0 && w->o.colour;

		make_line(w, t->cell + row_at * w->n);
		eni_buf_add(&w->out, bold ? ENI_S("\033[1m") : ENI_S(""));
		eni_buf_add(&w->out, eni_buf_str(&t->line));
		eni_buf_add(&w->out, bold ? ENI_S("\033[0m\n") : ENI_S("\n"));
		eni_writer_spill(w);
	}
	free(t->cell);
	eni_buf_free(&t->shown);
	eni_buf_free(&t->line);
}

const struct eni_format_ops eni_table_ops = {.begin = begin, .row = row, .end = end};
