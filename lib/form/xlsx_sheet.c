/*
 * A sheet as TSV: its rows are unpacked, parsed and handed on piece by piece.  Rows and cells that hold nothing are not written in
 * a sheet, so each says where it stands; line N of the text is row N.  See xlsx.h.
 */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/real.h"
#include "form/xlsx_parts.h"

/* The most that a sheet has, and how much text one step may make: few bytes may stand for much where texts are shared. */
enum { ROWS = 1048576, COLUMNS = 16384, ENOUGH = 256 * 1024 };

/* ---- places ---- */

static uint32_t
row_of(const char *text)
{
	int64_t row;

	return text != NULL && eni_count_parse(eni_str_of(text), &row) == 1 && row <= ROWS ? (uint32_t)row : 0;
}

/* "AB12" is 28; 0: none. */
static uint32_t
column_of(const char *text)
{
	uint32_t column = 0;

	for (; *text >= 'A' && *text <= 'Z' && column <= COLUMNS; text++)
		column = column * 26 + (uint32_t)(*text - 'A') + 1;
	return column <= COLUMNS ? column : 0;
}

static void
put_cell_name(struct eni_buf *out, uint32_t row, uint32_t column)
{
	char letter[8];
	size_t n = sizeof letter;

	for (; column > 0 && n > 0; column = (column - 1) / 26)
		letter[--n] = (char)('A' + (column - 1) % 26);
	eni_buf_add(out, (struct eni_str){letter + n, sizeof letter - n});
	eni_buf_printf(out, "%lu", (unsigned long)row);
}

static void
count(const struct eni_xlsx_reading *s, struct eni_xlsx_count *c)
{
	if (c->n++ == 0) {
		c->row = s->row;
		c->column = s->column;
	}
}

/* ---- text out ---- */

static void
move_to(struct eni_xlsx_reading *s, uint32_t row, uint32_t column)
{
	for (; s->line < row; s->line++, s->tabs = 0)
		eni_buf_char(&s->out, '\n');
	for (; s->tabs < column; s->tabs++)
		eni_buf_char(&s->out, '\t');
}

/* Whether the cell has the text of the column of names. */
static bool
is_name(const struct eni_xlsx_reading *s)
{
	return s->with_readings && s->column == s->readings.column + 1;
}

/* The reading of the cell just put, in the column that was made for it. */
static void
put_reading(struct eni_xlsx_reading *s, struct eni_str reading)
{
	if (!s->named && s->row >= s->readings.first && s->row <= s->readings.last) {
		s->named = true;
		move_to(s, s->row, s->column);
		eni_buf_add(&s->out, ENI_S("kana"));
	} else if (s->row > s->readings.last && reading.n > 0) {
		move_to(s, s->row, s->column);
		eni_buf_add(&s->out, reading);
	}
}

/* The cell's text, which stands in TSV already. */
static void
put(struct eni_xlsx_reading *s, struct eni_str text, struct eni_str reading)
{
	uint32_t behind = s->with_readings && s->column > s->readings.column + 1;

	if (text.n == 0)
		return;
	if (s->row_hidden) {
		if (!s->row_counted)
			count(s, &s->hidden);
		s->row_counted = true;
		return;
	}
	move_to(s, s->row, s->column - 1 + behind);
	eni_buf_add(&s->out, text);
	if (is_name(s))
		put_reading(s, reading);
}

/* ---- cells ---- */

static void
put_text(struct eni_xlsx_reading *s, struct eni_str text)
{
	s->tsv.n = 0;
	eni_xlsx_put_tsv(&s->tsv, text);
	put(s, eni_buf_str(&s->tsv), (struct eni_str){NULL, 0});
}

static struct eni_str
part_of(const struct eni_buf *b, size_t at, size_t n)
{
	return (struct eni_str){eni_str_from(eni_buf_str(b), at).p, n};
}

static void
put_shared(struct eni_xlsx *x, struct eni_str value)
{
	int64_t at;

	if (value.n == 0)
		return;
	if (eni_count_parse(value, &at) != 1 || (uint64_t)at >= x->n_texts) {
		eni_xlsx_part_stop(&x->now.part, N_("is damaged: a cell names a text that is not there"));
		return;
	}
	put(&x->now, part_of(&x->texts, x->text[at].at, x->text[at].n),
	    part_of(&x->texts, x->text[at].at + x->text[at].n, x->text[at].reading_n));
}

static void
put_inline(struct eni_xlsx *x)
{
	struct eni_xlsx_reading *s = &x->now;
	struct eni_xlsx_text t;

	s->tsv.n = 0;
	t = eni_xlsx_rich_put(&s->rich, &s->tsv);
	x->has_readings |= t.reading_n > 0;
	put(s, part_of(&s->tsv, 0, t.n), part_of(&s->tsv, t.n, t.reading_n));
}

/* Whole numbers of so many digits need no double. */
static bool
is_plain_count(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n <= 15 && (s.p[0] != '0' || s.n == 1);
}

static void
put_number(struct eni_xlsx *x, struct eni_str value)
{
	static const struct eni_number_format plain = {.plain = true};
	struct eni_xlsx_reading *s = &x->now;
	const struct eni_number_format *f = s->style < x->formats ? &x->format[s->style] : &plain;
	double v;

	if (f->plain && is_plain_count(value)) {
		put(s, value, (struct eni_str){NULL, 0});
		return;
	}
	if (eni_real_parse(value, &v) != 1) {
		put_text(s, value);
		return;
	}
	s->plain.n = 0;
	eni_number_show(&s->plain, f, v, x->since_1904);
	put_text(s, eni_buf_str(&s->plain));
}

/* 2026-11-21T00:00:00 of a strict workbook: a day has no time. */
static void
put_day(struct eni_xlsx_reading *s, struct eni_str value)
{
	if (value.n > 10 && value.p[10] == 'T' && eni_str_starts(eni_str_from(value, 11), ENI_S("00:00:00")))
		value.n = 10;
	put_text(s, value);
}

static void
end_cell(struct eni_xlsx *x)
{
	struct eni_xlsx_reading *s = &x->now;
	struct eni_str value = eni_buf_str(&s->value);

	s->in_cell = false;
	switch (s->type) {
	case ENI_CELL_SHARED:
		put_shared(x, value);
		break;
	case ENI_CELL_INLINE:
		put_inline(x);
		break;
	case ENI_CELL_RESULT:
		s->plain.n = 0;
		eni_xlsx_unescape(&s->plain, value);
		put_text(s, eni_buf_str(&s->plain));
		break;
	case ENI_CELL_YES_NO:
		if (value.n > 0)
			put_text(s, eni_str_is(value, "1") || eni_str_is(value, "true") ? ENI_S("TRUE") : ENI_S("FALSE"));
		break;
	case ENI_CELL_ERROR:
		if (!s->row_hidden)
			count(s, &s->errors);
		break;
	case ENI_CELL_DAY:
		put_day(s, value);
		break;
	case ENI_CELL_NUMBER:
		if (value.n > 0)
			put_number(x, value);
		else if (s->formula && !s->row_hidden)
			count(s, &s->unknown);
		break;
	}
	if (s->out.n - s->given >= ENOUGH)
		eni_xlsx_part_pause(&s->part);
}

static void
begin_cell(struct eni_xlsx_reading *s, const char **attribute)
{
	static const struct {
		const char *name;
		enum eni_xlsx_cell type;
	} types[] = {{"s", ENI_CELL_SHARED}, {"n", ENI_CELL_NUMBER}, {"str", ENI_CELL_RESULT}, {"inlineStr", ENI_CELL_INLINE},
	    {"b", ENI_CELL_YES_NO}, {"e", ENI_CELL_ERROR}, {"d", ENI_CELL_DAY}};
	uint32_t before = s->column, column = before + 1;

	s->type = ENI_CELL_NUMBER;
	s->style = 0;
	s->value.n = 0;
	s->formula = s->in_value = false;
	s->in_cell = true;
	for (size_t i = 0; attribute[i] != NULL; i += 2) {
		const char *value = attribute[i + 1];

		if (strcmp(attribute[i], "r") == 0)
			column = column_of(value);
		else if (strcmp(attribute[i], "s") == 0)
			s->style = strtoul(value, NULL, 10);
		else if (strcmp(attribute[i], "t") == 0)
			for (size_t k = 0; k < sizeof types / sizeof *types; k++)
				if (strcmp(value, types[k].name) == 0)
					s->type = types[k].type;
	}
	if (column <= before || column > COLUMNS) {
		eni_xlsx_part_stop(
		    &s->part, N_("is damaged: its cells stand in no order; open it in a spreadsheet and save it anew"));
		return;
	}
	s->column = column;
	if (s->type == ENI_CELL_INLINE)
		eni_xlsx_rich_begin(&s->rich);
}

static void
begin_row(struct eni_xlsx_reading *s, const char **attribute)
{
	const char *named = eni_xlsx_attribute(attribute, "r");
	uint32_t row = named == NULL ? s->row + 1 : row_of(named);

	if (row <= s->row || row > ROWS) {
		eni_xlsx_part_stop(
		    &s->part, N_("is damaged: its rows stand in no order; open it in a spreadsheet and save it anew"));
		return;
	}
	s->row = row;
	s->column = 0;
	s->row_hidden = !s->hidden_rows && eni_xlsx_is_true(eni_xlsx_attribute(attribute, "hidden"));
	s->row_counted = false;
}

/* ---- events ---- */

static void
on_start(void *state, const char *name, const char **attribute)
{
	struct eni_xlsx *x = state;
	struct eni_xlsx_reading *s = &x->now;

	if (s->in_cell) {
		if (name[0] == 'v' && name[1] == '\0')
			s->in_value = true;
		else if (name[0] == 'f' && name[1] == '\0')
			s->formula = true;
		else if (s->type == ENI_CELL_INLINE)
			eni_xlsx_rich_start(&s->rich, name, attribute);
	} else if (s->in_data && name[0] == 'c' && name[1] == '\0') {
		begin_cell(s, attribute);
	} else if (s->in_data && strcmp(name, "row") == 0) {
		begin_row(s, attribute);
	} else if (strcmp(name, "sheetData") == 0) {
		s->in_data = true;
	}
}

static void
on_text(void *state, const char *p, int n)
{
	struct eni_xlsx *x = state;
	struct eni_xlsx_reading *s = &x->now;

	if (s->in_value)
		eni_xlsx_gather(&s->value, p, n);
	else if (s->in_cell && s->type == ENI_CELL_INLINE)
		eni_xlsx_rich_text(&s->rich, p, n);
}

static void
on_end(void *state, const char *name)
{
	struct eni_xlsx *x = state;
	struct eni_xlsx_reading *s = &x->now;

	if (s->in_cell) {
		if (name[0] == 'v' && name[1] == '\0')
			s->in_value = false;
		else if (name[0] == 'c' && name[1] == '\0')
			end_cell(x);
		else if (s->type == ENI_CELL_INLINE)
			eni_xlsx_rich_end(&s->rich, name);
	} else if (strcmp(name, "sheetData") == 0) {
		s->in_data = false;
	}
}

/* ---- reading ---- */

void
eni_xlsx_end_sheet(struct eni_xlsx *x)
{
	struct eni_xlsx_reading *s = &x->now;

	eni_xlsx_part_close(&s->part);
	eni_buf_free(&s->out);
	eni_buf_free(&s->value);
	eni_buf_free(&s->plain);
	eni_buf_free(&s->tsv);
	eni_xlsx_rich_free(&s->rich);
	*s = (struct eni_xlsx_reading){0};
}

int
eni_xlsx_begin(struct eni_xlsx *x, size_t sheet, const struct eni_xlsx_readings *r, bool hidden_rows)
{
	static const struct eni_xlsx_events events = {on_start, on_end, on_text};
	struct eni_xlsx_reading *s = &x->now;

	eni_xlsx_end_sheet(x);
	if (eni_xlsx_read_texts(x) == -1)
		return -1;
	s->line = 1;
	s->hidden_rows = hidden_rows;
	s->with_readings = r != NULL;
	if (r != NULL)
		s->readings = *r;
	return eni_xlsx_part_open(&s->part, x, x->sheet[sheet].part, &events, x);
}

ssize_t
eni_xlsx_read(struct eni_xlsx *x, char *out, size_t room)
{
	struct eni_xlsx_reading *s = &x->now;
	size_t n;
	int got = 1;

	while (s->given == s->out.n && got == 1) {
		s->out.n = s->given = 0;
		if (s->part.ended && !s->part.paused)
			return 0;
		got = eni_xlsx_part_step(&s->part);
		if (got == 0 && s->line + s->tabs > 1)
			eni_buf_char(&s->out, '\n');
	}
	if (got == -1)
		return -1;
	n = s->out.n - s->given < room ? s->out.n - s->given : room;
	if (n > 0)
		memcpy(out, s->out.p + s->given, n);
	s->given += n;
	return (ssize_t)n;
}

/* ---- what was left out ---- */

void
eni_xlsx_report(struct eni_xlsx *x)
{
	struct eni_xlsx_reading *s = &x->now;
	struct eni_buf cell = {0};

	if (s->hidden.n > 0)
		eni_warn_all(x->diag, eni_at(x->file, s->hidden.row), NULL,
		    eni_plural(s->hidden.n, "%zu hidden row is not read; --hidden reads it",
			"%zu hidden rows are not read, this is the first; --hidden reads them"),
		    s->hidden.n);
	if (s->errors.n > 0) {
		put_cell_name(&cell, s->errors.row, s->errors.column);
		eni_warn_all(x->diag, eni_at(x->file, s->errors.row), NULL,
		    eni_plural(s->errors.n, "%zu cell holds an error such as #N/A and is read as empty: %.*s",
			"%zu cells hold an error such as #N/A and are read as empty, the first is %.*s"),
		    s->errors.n, (int)cell.n, cell.p);
	}
	cell.n = 0;
	if (s->unknown.n > 0) {
		put_cell_name(&cell, s->unknown.row, s->unknown.column);
		eni_warn_all(x->diag, eni_at(x->file, s->unknown.row), NULL,
		    eni_plural(s->unknown.n,
			"%zu formula has no result and is read as empty: %.*s; open the workbook in a spreadsheet and save it",
			"%zu formulas have no results and are read as empty, the first is %.*s; open the workbook in a spreadsheet "
			"and "
			"save it"),
		    s->unknown.n, (int)cell.n, cell.p);
	}
	s->hidden.n = s->errors.n = s->unknown.n = 0;
	eni_buf_free(&cell);
}
