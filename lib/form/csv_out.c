/*
 * csv, tsv and excel: one line per record, cells in a row.  The rules stand in writer.h.
 * Nearly all output of all tools goes through here, so room is made once a row, and a cell is copied and judged in one go.
 */
#include "form/writer_parts.h"

#define BOM "\xef\xbb\xbf"

/* Writes one cell at `at` and returns the end; there is room for CELL_ROOM bytes. */
typedef char *put_cell(char *at, struct eni_str s);
#define CELL_ROOM(n) (2 * (n) + 4) /* every byte doubled, quotes, a guard, the separator */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Other readers trim blanks off bare cells, and a BOM at the start of a file. */
static bool
has_loose_end(struct eni_str s)
{
	return s.n > 0 && (is_blank(s.p[0]) || is_blank(s.p[s.n - 1]) || eni_str_starts(s, ENI_S(BOM)));
}

static char *
put_quoted(char *at, struct eni_str s)
{
	*at++ = '"';
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			*at++ = '"';
		*at++ = s.p[i];
	}
	*at++ = '"';
	return at;
}

static char *
put_csv(char *at, struct eni_str s)
{
	static const bool special[256] = {['"'] = true, [','] = true, ['\n'] = true, ['\r'] = true};
	bool quotes = has_loose_end(s);

	for (size_t i = 0; i < s.n; i++) {
		quotes |= special[(unsigned char)s.p[i]];
		at[i] = s.p[i];
	}
	return quotes ? put_quoted(at, s) : at + s.n;
}

static char *
put_tsv(char *at, struct eni_str s)
{
	static const char letter[256] = {['\n'] = 'n', ['\t'] = 't', ['\r'] = 'r', ['\\'] = '\\'};

	for (size_t i = 0; i < s.n; i++) {
		char l = letter[(unsigned char)s.p[i]];

		if (l != 0)
			*at++ = '\\';
		*at++ = l != 0 ? l : s.p[i];
	}
	return at;
}

/* What makes a spreadsheet work a cell out instead of showing it. */
static bool
starts_formula(struct eni_str s)
{
	static const char *const wide[] = {"＝", "＋", "－", "＠"};

	if (s.n == 0 || memchr("=+-@\t\r\n\xef", s.p[0], 8) == NULL)
		return false;
	if (s.p[0] != '\xef')
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (eni_str_starts(s, eni_str_of(wide[i])))
			return true;
	return false;
}

/* Behind any number of ' a formula begins: the cells that the guard changes (but see is_minus) and that reading changes back. */
static bool
is_guardable(struct eni_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '\'')
		n++;
	return starts_formula(eni_str_from(s, n));
}

/* A - alone, or a digit behind it and then only digits, commas and points: no spreadsheet finds anything to work out in it. */
static bool
is_minus(struct eni_str s)
{
	if (s.n == 0 || s.p[0] != '-')
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (memchr("0123456789,.", s.p[i], i == 1 ? 10 : 12) == NULL)
			return false;
	return true;
}

static size_t
digits(struct eni_str s, size_t from)
{
	size_t n = 0;

	while (from + n < s.n && s.p[from + n] >= '0' && s.p[from + n] <= '9')
		n++;
	return n;
}

/* What a spreadsheet would turn into another number or a day: 001, a telephone number, more digits than it keeps, 1E5, 1-2, 3/4,
 * 2026-11.  A whole day stays a day.  Tabs behind it do not count: they are the guard of such cells. */
static bool
is_recast(struct eni_str s)
{
	enum { PRECISION = 15 };
	size_t n = digits(s, 0), more;

	while (s.n > 0 && s.p[s.n - 1] == '\t')
		s.n--;
	if (n == 0)
		return false;
	if (n == s.n)
		return (n > 1 && s.p[0] == '0') || n > PRECISION;
	more = digits(s, n + 1);
	if (more == 0 || n + 1 + more != s.n)
		return false;
	return (s.p[n] | 0x20) == 'e' || ((s.p[n] == '-' || s.p[n] == '/') && n <= 4 && more <= 4);
}

/* An unseen tab behind it makes it a text. */
static char *
put_recast(char *at, struct eni_str s)
{
	*at++ = '"';
	memcpy(at, s.p, s.n);
	at += s.n;
	*at++ = '\t';
	*at++ = '"';
	return at;
}

/* The guard goes before the cell, and inside its quotes where it needs them: "'=A1,B1". */
static char *
put_excel(char *at, struct eni_str s)
{
	char *end;

	if (is_recast(s))
		return put_recast(at, s);
	if (!is_guardable(s) || is_minus(s))
		return put_csv(at, s);
	end = put_csv(at + 1, s);
	at[0] = '\'';
	if (end - at > (ptrdiff_t)s.n + 1) {
		at[0] = '"';
		at[1] = '\'';
	}
	return end;
}

struct eni_str
eni_excel_unguard(struct eni_str cell)
{
	if (cell.n > 0 && cell.p[cell.n - 1] == '\t' && is_recast(cell))
		return (struct eni_str){cell.p, cell.n - 1};
	return cell.n > 0 && cell.p[0] == '\'' && is_guardable(cell) ? eni_str_from(cell, 1) : cell;
}

/* Inline, so that each format gets its own loop with its own cells in it. */
static inline void
put_row(struct eni_writer *w, const struct eni_str *cell, put_cell *put_one, char between, struct eni_str line_end)
{
	size_t room = line_end.n;
	char *at;

	for (size_t i = 0; i < w->n; i++)
		room += CELL_ROOM(cell[i].n);
	at = eni_buf_room(&w->out, room);
	for (size_t i = 0; i < w->n; i++) {
		if (i > 0)
			*at++ = between;
		at = put_one(at, cell[i]);
	}
	memcpy(at, line_end.p, line_end.n);
	w->out.n = (size_t)(at - w->out.p) + line_end.n;
}

/* A blank line would be no record. */
static bool
is_blank_line(const struct eni_writer *w, const struct eni_str *cell)
{
	return w->n == 1 && cell[0].n == 0;
}

static void
row_csv(struct eni_writer *w, const struct eni_str *cell)
{
	if (is_blank_line(w, cell))
		put_row(w, cell, put_quoted, ',', ENI_S("\n"));
	else
		put_row(w, cell, put_csv, ',', ENI_S("\n"));
}

static void
row_tsv(struct eni_writer *w, const struct eni_str *cell)
{
	put_row(w, cell, put_tsv, '\t', ENI_S("\n"));
}

static void
row_excel(struct eni_writer *w, const struct eni_str *cell)
{
	if (is_blank_line(w, cell))
		put_row(w, cell, put_quoted, ',', ENI_S("\r\n"));
	else
		put_row(w, cell, put_excel, ',', ENI_S("\r\n"));
}

static void
begin_names(struct eni_writer *w)
{
	struct eni_str *name;

	if (w->o.no_header)
		return;
	name = eni_arena_take(&w->arena, w->n * sizeof *name);
	for (size_t i = 0; i < w->n; i++)
		name[i] = w->column[i].name;
	w->ops->row(w, name);
}

static void
begin_excel(struct eni_writer *w)
{
	struct eni_str *heading = eni_arena_take(&w->arena, w->n * sizeof *heading);

	for (size_t i = 0; i < w->n; i++)
		heading[i] = eni_writer_heading(w, i);
	eni_buf_add(&w->out, ENI_S(BOM));
	row_excel(w, heading);
}

const struct eni_format_ops eni_csv_ops = {.begin = begin_names, .row = row_csv};
const struct eni_format_ops eni_tsv_ops = {.begin = begin_names, .row = row_tsv};
const struct eni_format_ops eni_excel_ops = {.begin = begin_excel, .row = row_excel};
