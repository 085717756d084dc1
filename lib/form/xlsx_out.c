/*
 * xlsx: a workbook of one sheet, by libxlsxwriter.  The rules stand in writer.h.
 * Rows go to a file without a name as they come (libxlsxwriter's constant memory), so a sheet takes as much memory as its zip
 * does; in return texts are not shared between cells, which costs a few bytes in the zip, and what is known of a column only at the
 * end, such as its width, is set there.
 */
#include "form/writer_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <unistr.h>

#include "base/real.h"
#include "base/text.h"
#include "form/xlsxwriter.h"

enum {
	ROWS = 1048575,     /* below the heading */
	CELL = 32767,       /* units of UTF-16 */
	HEADER = 254,       /* characters of a page's header */
	PRECISION = 15,     /* digits that a number keeps */
	FIRST_DAY = -25508, /* 1900-03-01, from which on all spreadsheets count alike .. */
	DAY_ZERO = 25569    /* .. and 1970-01-01 as they do */
};

/* Widths, in digits, and heights, in points. */
enum {
	MOST_WIDTH = 20, /* what is wider wraps */
	DAY_WIDTH = 10,
	NOTE_WIDTH = 24,
	ARROW = 3,      /* of a filter or a choice */
	PORTRAIT = 100, /* what is wider in all lies on its side */
	LINE = 18,
	BY_HAND = 24,     /* a line that is filled in with a pen */
	MOST_HEIGHT = 409 /* that a row can have */
};

/* How cells look. */
enum { DECIMALS = 5 }; /* none to four */
enum look {
	HEAD,
	TEXT,
	MISSING, /* a text where numbers stand: - */
	LONG,    /* which older spreadsheets show as #### where the cell is declared a text */
	DAY,
	MOMENT,
	NUMBER,
	MONEY = NUMBER + DECIMALS,
	ANY_NUMBER = MONEY + DECIMALS,
	FILL,
	FILL_DAY,
	LOOKS
};
enum { LONG_TEXT = 255, GREY = 0xe7e6e6, TINT = 0xfff8e1 };

static const char *const number_format[LOOKS] = {[HEAD] = "@",
    [TEXT] = "@",
    [MISSING] = "@",
    [LONG] = "General",
    [DAY] = "yyyy-mm-dd",
    [MOMENT] = "yyyy-mm-dd hh:mm",
    [NUMBER] = "0",
    "0.0",
    "0.00",
    "0.000",
    "0.0000",
    [MONEY] = "#,##0",
    "#,##0.0",
    "#,##0.00",
    "#,##0.000",
    "#,##0.0000",
    [ANY_NUMBER] = "General",
    [FILL] = "@",
    [FILL_DAY] = "yyyy-mm-dd"};
ENI_ROW_FOR_EACH(number_format, LOOKS);

/* What a spreadsheet of that country writes with; elsewhere what it writes with by itself. */
static const struct {
	const char *lang, *font;
} fonts[] = {{"ja", "Yu Gothic"}, {"zh", "DengXian"}};

struct workbook {
	const struct eni_xlsxwriter *call;
	int fd; /* the zip in memory; -1: there is none, and no workbook */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *look[LOOKS];
	struct eni_sheet_page page;
	size_t *width;        /* of each column */
	struct eni_buf shown; /* the cell at hand */
};

/* ---- texts ---- */

/* Whether `_x0041_` stands there, which a spreadsheet would take for what we write where XML has no character. */
static bool
is_escape(struct eni_str s)
{
	if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
		return false;
	for (size_t i = 2; i < 6; i++)
		if (strchr("0123456789abcdefABCDEF", s.p[i]) == NULL)
			return false;
	return true;
}

static bool
is_in_xml(ucs4_t c)
{
	return c >= ' ' ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n';
}

/* Makes the cell ready to be written, as far as it fits, with a NUL behind. */
static void
make_text(struct eni_buf *out, struct eni_str s)
{
	const uint8_t *at = (const uint8_t *)s.p, *end = s.n == 0 ? at : at + s.n;
	size_t units = 0;
	ucs4_t c;

	out->n = 0;
	for (int n; at < end; at += n) {
		struct eni_str rest = {(const char *)at, (size_t)(end - at)};

		n = u8_mbtouc(&c, at, rest.n);
		if (c == '\r' && rest.n > 1 && at[1] == '\n')
			continue;
		units += c > 0xffff ? 2 : 1;
		if (units >= CELL && rest.n > (size_t)n) {
			eni_buf_add(out, ENI_S("…"));
			break;
		}
		if (c == '\r')
			eni_buf_char(out, '\n');
		else if (!is_in_xml(c) || is_escape(rest))
			eni_buf_printf(out, "_x%04X_", (unsigned)c);
		else
			eni_buf_add(out, (struct eni_str){rest.p, (size_t)n});
	}
	eni_buf_char(out, '\0');
}

/* ---- before the rows ---- */

static void
make_looks(struct workbook *x)
{
	const struct eni_xlsxwriter *call = x->call;

	for (int i = 0; i < LOOKS; i++) {
		lxw_format *f = x->look[i] = call->workbook_add_format(x->book);
		bool is_text = i == HEAD || i == TEXT || i == LONG || i == FILL;

		call->format_set_num_format(f, number_format[i]);
		call->format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
		if (i == DAY || i == MOMENT || i == FILL_DAY)
			call->format_set_align(f, LXW_ALIGN_CENTER);
		if (i == MISSING)
			call->format_set_align(f, LXW_ALIGN_RIGHT);
		if (is_text)
			call->format_set_text_wrap(f);
		if (i == HEAD || i == FILL || i == FILL_DAY)
			call->format_set_bg_color(f, i == HEAD ? GREY : TINT);
		for (size_t k = 0; x->page.lang != NULL && k < sizeof fonts / sizeof *fonts; k++)
			if (strcmp(x->page.lang, fonts[k].lang) == 0)
				call->format_set_font_name(f, fonts[k].font);
	}
	call->format_set_bold(x->look[HEAD]);
}

/* The name of a file that libxlsxwriter, which opens by name, finds our memory under. */
static struct eni_str
name_of_memory(struct eni_writer *w, int fd)
{
	return eni_arena_printf(&w->arena, "/proc/self/fd/%d", fd);
}

/* Since 1970, as its own clock showed it; a moment is always said, for without one the library takes that of the clock. */
static time_t
created(struct eni_when at)
{
	enum { FORMAT_OF_ZIP = 3652 }; /* 1980-01-01, where the times in a zip begin */

	return (time_t)(60 * eni_when_minutes(eni_is_day(at) && at.day > 0 ? at : (struct eni_when){FORMAT_OF_ZIP, ENI_NOTIME}));
}

static void
set_properties(struct eni_writer *w)
{
	struct workbook *x = w->state;
	lxw_doc_properties properties = {.created = created(x->page.at)};

	make_text(&x->shown, x->page.office);
	properties.company = x->shown.p;
	x->call->workbook_set_properties(x->book, &properties);
}

static bool
open_workbook(struct eni_writer *w)
{
	struct workbook *x = w->state;
	lxw_workbook_options o = {.constant_memory = LXW_TRUE};
	struct eni_str name = {NULL, 0}, file;
	char day[ENI_WHEN_TEXT];

	if ((x->call = eni_xlsxwriter()) == NULL) {
		errno = ENOTSUP;
		return false;
	}
	if ((x->fd = memfd_create("xlsx", MFD_CLOEXEC)) == -1)
		return false;
	file = name_of_memory(w, x->fd);
	/* where /proc is not mounted the library would say so itself, in words of its own */
	if (access(file.p, W_OK) == -1 || (x->book = x->call->workbook_new_opt(file.p, &o)) == NULL)
		return false;
	if (eni_is_day(x->page.at))
		name = eni_arena_keep(
		    &w->arena, (struct eni_str){day, eni_when_format((struct eni_when){x->page.at.day, ENI_NOTIME}, day)});
	return (x->sheet = x->call->workbook_add_worksheet(x->book, name.p)) != NULL;
}

static void
widen(struct workbook *x, size_t column, size_t to)
{
	if (x->width[column] < to)
		x->width[column] = to;
}

/* ---- cells ---- */

/* The next line of a cell and its width. */
static size_t
next_line(struct eni_str *rest)
{
	const char *end = memchr(rest->p, '\n', rest->n);
	struct eni_str line = {rest->p, end == NULL ? rest->n : (size_t)(end - rest->p)};

	*rest = eni_str_from(*rest, end == NULL ? rest->n : line.n + 1);
	return eni_columns(line, true);
}

/* That of the widest of its lines. */
static size_t
width_of(struct eni_str s)
{
	size_t most = 0;

	while (s.n > 0) {
		size_t width = next_line(&s);

		most = width > most ? width : most;
	}
	return most;
}

/* How many lines it takes where none is wider than a column may be. */
static size_t
lines_of(struct eni_str s)
{
	size_t lines = 0;

	if (s.n <= MOST_WIDTH && (s.n == 0 || memchr(s.p, '\n', s.n) == NULL))
		return 1;
	while (s.n > 0)
		lines += 1 + next_line(&s) / (MOST_WIDTH + 1);
	return lines;
}

static void
put_text(struct eni_writer *w, lxw_row_t row, size_t column, struct eni_str s, enum look look)
{
	struct workbook *x = w->state;

	make_text(&x->shown, s);
	x->call->worksheet_write_string(x->sheet, row, (lxw_col_t)column, x->shown.p, x->look[look]);
	widen(x, column, width_of(s));
}

/* In two lines where it is long: it is not to make the column wide. */
static void
put_heading(struct eni_writer *w, size_t column)
{
	struct workbook *x = w->state;
	struct eni_str s = eni_writer_heading(w, column);

	make_text(&x->shown, s);
	x->call->worksheet_write_string(x->sheet, 0, (lxw_col_t)column, x->shown.p, x->look[HEAD]);
	widen(x, column, (width_of(s) + 1) / 2 + ARROW);
}

static void
put_number(struct eni_writer *w, lxw_row_t row, size_t column, double number, enum look look, size_t width)
{
	struct workbook *x = w->state;

	x->call->worksheet_write_number(x->sheet, row, (lxw_col_t)column, number, x->look[look]);
	widen(x, column, width);
}

/* A day as these commands write it; in a column of days in any form. */
static bool
is_day(enum eni_column_type type, struct eni_str s, struct eni_when *out)
{
	char text[ENI_WHEN_TEXT];

	if (type != ENI_COL_WRITTEN_DAY && (s.n < DAY_WIDTH || s.n >= ENI_WHEN_TEXT || s.p[0] < '0' || s.p[0] > '9'))
		return false;
	if (eni_when_parse(s, out, NULL) != 1 || out->day < FIRST_DAY)
		return false;
	return type == ENI_COL_WRITTEN_DAY || eni_str_eq(s, (struct eni_str){text, eni_when_format(*out, text)});
}

static double
serial(struct eni_when at)
{
	enum { MINUTES = 24 * 60 };

	return at.day + DAY_ZERO + (at.minute < 0 ? 0 : (double)at.minute / MINUTES);
}

/* Of a type that holds numbers, and as many digits as a spreadsheet keeps. */
static bool
is_number(enum eni_column_type type, struct eni_str s, double *out)
{
	size_t digits = 0;

	if (type < ENI_COL_WRITTEN_COUNT || !eni_is_json_number(s))
		return false;
	for (size_t i = 0; i < s.n; i++)
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	return digits <= PRECISION && eni_real_parse(s, out) == 1;
}

static enum look
look_of_number(enum eni_column_type type, struct eni_str s)
{
	const char *point = memchr(s.p, '.', s.n);
	size_t decimals = point == NULL ? 0 : s.n - (size_t)(point - s.p) - 1;
	bool money = type == ENI_COL_MONEY || type == ENI_COL_WRITTEN_MONEY;

	if (decimals >= DECIMALS || memchr(s.p, 'e', s.n) != NULL || memchr(s.p, 'E', s.n) != NULL)
		return ANY_NUMBER;
	return (enum look)((money ? MONEY : NUMBER) + decimals);
}

static void
put_cell(struct eni_writer *w, lxw_row_t row, size_t column, struct eni_str s)
{
	struct workbook *x = w->state;
	const struct eni_column *c = &w->column[column];
	struct eni_when at;
	double number;

	if (c->to_fill)
		x->call->worksheet_write_blank(
		    x->sheet, row, (lxw_col_t)column, x->look[c->type == ENI_COL_WRITTEN_DAY ? FILL_DAY : FILL]);
	else if (s.n == 0)
		;
	else if (is_number(c->type, s, &number))
		put_number(w, row, column, number, look_of_number(c->type, s), s.n + s.n / 3);
	else if (is_day(c->type, s, &at))
		put_number(w, row, column, serial(at), at.minute < 0 ? DAY : MOMENT, at.minute < 0 ? DAY_WIDTH : DAY_WIDTH + 6);
	else
		put_text(w, row, column, s, s.n > LONG_TEXT ? LONG : eni_column_is_number(c->type) ? MISSING : TEXT);
}

/* ---- behind the rows ---- */

static void
offer_choice(struct eni_writer *w, size_t column)
{
	struct workbook *x = w->state;
	const struct eni_column *c = &w->column[column];
	lxw_data_validation v = {.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};

	if (c->choice != NULL) {
		v.validate = LXW_VALIDATION_TYPE_LIST;
		v.value_list = (char **)c->choice; /* which are only read */
	} else if (c->type == ENI_COL_WRITTEN_DAY) {
		v.validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
		v.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
		v.value_number = eni_is_day(x->page.at) ? x->page.at.day + DAY_ZERO : 0;
	} else {
		return;
	}
	x->call->worksheet_data_validation_range(x->sheet, 1, (lxw_col_t)column, (lxw_row_t)w->rows, (lxw_col_t)column, &v);
}

static void
set_column(struct eni_writer *w, size_t column)
{
	struct workbook *x = w->state;
	const struct eni_column *c = &w->column[column];

	if (c->to_fill && w->rows > 0)
		offer_choice(w, column);
	for (size_t i = 0; c->choice != NULL && c->choice[i] != NULL; i++)
		widen(x, column, width_of(eni_str_of(c->choice[i])) + ARROW);
	if (c->to_fill && c->choice == NULL)
		widen(x, column, c->type == ENI_COL_WRITTEN_DAY ? DAY_WIDTH : NOTE_WIDTH);
	if (x->width[column] > MOST_WIDTH)
		x->width[column] = MOST_WIDTH;
	/* letters are a little wider than digits, and cells have edges */
	x->call->worksheet_set_column(x->sheet, (lxw_col_t)column, (lxw_col_t)column, 1.05 * (double)x->width[column] + 1, NULL);
}

/* The office and the moment; & begins a command there. */
static void
set_header(struct eni_writer *w)
{
	struct workbook *x = w->state;
	struct eni_buf header = {0};
	char at[ENI_WHEN_TEXT];
	size_t n = eni_when_format(x->page.at, at);

	make_text(&x->shown, x->page.office);
	eni_buf_printf(&header, "&R%.*s&L", (int)n, at);
	for (const char *p = x->shown.p; *p != '\0'; p++) {
		if (*p == '&')
			eni_buf_char(&header, '&');
		eni_buf_char(&header, *p);
	}
	if (u8_mbsnlen((const uint8_t *)header.p, header.n) <= HEADER) {
		eni_buf_char(&header, '\0');
		x->call->worksheet_set_header(x->sheet, header.p);
	}
	eni_buf_free(&header);
	x->call->worksheet_set_footer(x->sheet, "&C&P / &N");
}

static void
set_page(struct eni_writer *w)
{
	const struct workbook *x = w->state;
	enum { A4 = 9 };
	size_t n = x->page.columns > 0 && x->page.columns < w->n ? x->page.columns : w->n, width = 0;
	lxw_row_t last = (lxw_row_t)w->rows;

	for (size_t i = 0; i < n; i++)
		width += x->width[i];
	x->call->worksheet_set_paper(x->sheet, A4);
	if (width > PORTRAIT)
		x->call->worksheet_set_landscape(x->sheet);
	x->call->worksheet_set_margins(x->sheet, 0.4, 0.4, 0.7, 0.6);
	x->call->worksheet_fit_to_pages(x->sheet, 1, 0);
	x->call->worksheet_repeat_rows(x->sheet, 0, 0);
	x->call->worksheet_print_area(x->sheet, 0, 0, last, (lxw_col_t)(n - 1));
	x->call->worksheet_gridlines(x->sheet, LXW_SHOW_ALL_GRIDLINES);
	set_header(w);
}

static void
set_sheet(struct eni_writer *w)
{
	const struct workbook *x = w->state;

	x->call->worksheet_freeze_panes(x->sheet, 1, 0);
	x->call->worksheet_autofilter(x->sheet, 0, 0, (lxw_row_t)w->rows, (lxw_col_t)(w->n - 1));
	/* a telephone number is meant to be a text: no green corners */
	x->call->worksheet_ignore_errors(x->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
	set_page(w);
}

/* The zip, from memory to the file. */
static bool
copy_out(struct eni_writer *w)
{
	enum { PIECE = 64 * 1024 };
	const struct workbook *x = w->state;
	ssize_t n = 0;

	while ((n = read(x->fd, eni_buf_room(&w->out, PIECE), PIECE)) > 0) {
		w->out.n += (size_t)n;
		eni_writer_spill(w);
	}
	return n == 0;
}

/* ---- the format ---- */

static void
begin(struct eni_writer *w)
{
	struct workbook *x = eni_arena_clear(&w->arena, sizeof *x);

	x->width = eni_arena_clear(&w->arena, w->n * sizeof *x->width);
	x->fd = -1;
	x->page = w->o.page != NULL ? *w->o.page : (struct eni_sheet_page){.at = ENI_NEVER};
	w->state = x;
	if (!open_workbook(w)) {
		w->error = errno != 0 ? errno : EIO;
		return;
	}
	set_properties(w);
	make_looks(x);
	x->call->worksheet_set_default_row(x->sheet, LINE, LXW_FALSE);
	x->call->worksheet_set_row(x->sheet, 0, 2 * LINE, NULL);
	for (size_t i = 0; i < w->n; i++)
		put_heading(w, i);
}

/* As high as its cells need. */
static void
set_height(struct eni_writer *w, const struct eni_str *cell)
{
	const struct workbook *x = w->state;
	size_t lines = 1;
	double height;
	bool to_fill = false;

	for (size_t i = 0; i < w->n; i++) {
		size_t need = lines_of(cell[i]);

		if (need > lines)
			lines = need;
		to_fill |= w->column[i].to_fill;
	}
	height = (double)(lines * LINE);
	if (to_fill && height < BY_HAND)
		height = BY_HAND;
	if (height > LINE)
		x->call->worksheet_set_row(x->sheet, (lxw_row_t)w->rows + 1, height > MOST_HEIGHT ? MOST_HEIGHT : height, NULL);
}

static void
row(struct eni_writer *w, const struct eni_str *cell)
{
	if (w->error != 0 || w->rows >= ROWS)
		return;
	set_height(w, cell);
	for (size_t i = 0; i < w->n; i++)
		put_cell(w, (lxw_row_t)w->rows + 1, i, cell[i]);
}

/* A list that does not fit is no list: nothing is written of it. */
static void
end(struct eni_writer *w)
{
	struct workbook *x = w->state;

	if (w->error == 0 && w->rows > ROWS)
		w->error = EFBIG;
	if (w->error == 0) {
		for (size_t i = 0; i < w->n; i++)
			set_column(w, i);
		set_sheet(w);
	}
	errno = 0;
	if (x->book != NULL && x->call->workbook_close(x->book) != LXW_NO_ERROR && w->error == 0)
		w->error = errno != 0 ? errno : EIO;
	if (w->error == 0 && !copy_out(w))
		w->error = errno;
	if (x->fd != -1)
		close(x->fd);
	eni_buf_free(&x->shown);
}

static const char *
lacks(void)
{
	return eni_xlsxwriter() == NULL ? ENI_XLSXWRITER : NULL;
}

const struct eni_format_ops eni_xlsx_ops = {.begin = begin, .row = row, .end = end, .lacks = lacks, .most = ROWS};
