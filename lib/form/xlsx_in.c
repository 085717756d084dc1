/* Which sheet of a workbook is the list, and what of it the reader must know before its first record: see reader.h. */
#include "form/reader_parts.h"

static bool
is_passed_over(const struct eni_reader *r, size_t sheet)
{
	return eni_xlsx_sheet_is_hidden(r->cut.src.book, sheet) && !r->options.hidden;
}

/* Whether the sheet has cells. */
static bool
has_cells(const struct eni_reader *r)
{
	return r->cut.n > 0;
}

/* Whether a header is found in it by its words: 1, 0, -1 after eni_fail. */
static int
is_list(struct eni_reader *r, size_t sheet)
{
	struct eni_str *name;
	size_t n;

	if (eni_cutter_sheet(&r->cut, sheet, NULL, r->options.hidden) == -1)
		return -1;
	r->head = (struct eni_head){0};
	return r->options.spreadsheet && !r->options.no_header ? eni_header_find_lines(r, &name, &n) : 0;
}

/* The sheet to be read; SIZE_MAX after eni_fail. */
static size_t
choose(struct eni_reader *r)
{
	size_t n = eni_xlsx_sheets(r->cut.src.book), filled = SIZE_MAX;

	if (r->cut.src.sheet != SIZE_MAX)
		return r->cut.src.sheet;
	for (size_t i = 0; i < n; i++) {
		int list = is_passed_over(r, i) ? 0 : is_list(r, i);

		if (list == -1)
			return SIZE_MAX;
		if (list == 1)
			return i;
		if (filled == SIZE_MAX && !is_passed_over(r, i) && has_cells(r))
			filled = i;
	}
	return filled == SIZE_MAX ? 0 : filled;
}

/* Counts what else there would be to read, where nobody said which sheet is meant.  What is wrong with it is nobody's business. */
static void
look_around(struct eni_reader *r)
{
	struct eni_diag *d = r->diag, hush = {.prog = "", .out = d->out, .quiet = true};
	size_t n = eni_xlsx_sheets(r->cut.src.book);

	r->diag = &hush;
	eni_xlsx_set_diag(r->cut.src.book, &hush);
	for (size_t i = 0; i < n && r->cut.src.sheet == SIZE_MAX; i++) {
		int list = i == r->sheet ? 0 : is_list(r, i);

		if (is_passed_over(r, i))
			r->unread_hidden += i != r->sheet && list != -1 && has_cells(r);
		else
			r->unread_lists += list == 1;
	}
	r->diag = d;
	eni_xlsx_set_diag(r->cut.src.book, d);
}

/* The chosen sheet from its first row on. */
static int
begin_sheet(struct eni_reader *r)
{
	return eni_cutter_sheet(&r->cut, r->sheet, r->with_readings ? &r->readings : NULL, r->options.hidden);
}

static int
open_sheet(struct eni_reader *r)
{
	r->head = (struct eni_head){0};
	r->n = r->n_looked_at = 0;
	return begin_sheet(r) == -1 ? -1 : eni_header_open(r);
}

/* Whether there is a column of names of whose readings another can be made: there is none of its own. */
static bool
find_names(struct eni_reader *r)
{
	enum eni_kind kind = r->options.kind;
	const struct eni_field *want = eni_field_find(kind, ENI_S("name")), *kana = eni_field_find(kind, ENI_S("kana"));
	size_t found = SIZE_MAX;

	if (want == NULL || kana == NULL)
		return false;
	for (size_t i = r->n; i-- > 0;) {
		const struct eni_field *f = eni_field_of_header(kind, r->header[i], (struct eni_str){NULL, 0}, r->options.aliases);

		if (f == kana)
			return false;
		if (f == want)
			found = i;
	}
	r->readings = (struct eni_xlsx_readings){found, r->head.line, r->head.last};
	return found != SIZE_MAX;
}

int
eni_reader_open_book(struct eni_reader *r)
{
	int found;

	r->format = ENI_XLSX;
	if ((r->sheet = choose(r)) == SIZE_MAX)
		return -1;
	if (r->options.spreadsheet)
		look_around(r);
	if ((found = open_sheet(r)) != 1 || !eni_xlsx_has_readings(r->cut.src.book) || !find_names(r))
		return found == -1 ? -1 : 0;
	r->with_readings = true;
	return open_sheet(r) == -1 ? -1 : 0;
}

int
eni_reader_next_row(struct eni_reader *r, struct eni_row *row)
{
	if (!r->in_rows && begin_sheet(r) == -1)
		return -1;
	r->in_rows = true;
	switch (eni_cutter_next(&r->cut)) {
	case ENI_CUT_ROW:
		*row = (struct eni_row){.cell = r->cut.cell,
		    .n = r->cut.cells < ENI_COLUMNS_MAX ? r->cut.cells : ENI_COLUMNS_MAX,
		    .place = eni_at(r->file, r->cut.raw_line)};
		return 1;
	case ENI_CUT_BAD:
		return eni_fail(r->diag, eni_at(r->file, r->cut.fault_line), NULL, "%s", _(r->cut.fault));
	case ENI_CUT_FAILED:
		return -1;
	case ENI_CUT_END:
		eni_reader_report_book(r);
		break;
	}
	return 0;
}

void
eni_reader_report_book(struct eni_reader *r)
{
	struct eni_place at = eni_at(r->file, 0);

	if (r->cut.src.book == NULL)
		return;
	eni_xlsx_report(r->cut.src.book);
	if (r->unread_lists > 0)
		eni_warn_all(r->diag, at, NULL,
		    eni_plural(r->unread_lists, "%zu further sheet holds such a list and is not read: FILE.xlsx#SHEET reads it",
			"%zu further sheets hold such lists and are not read: FILE.xlsx#SHEET reads one"),
		    r->unread_lists);
	if (r->unread_hidden > 0)
		eni_warn_all(r->diag, at, NULL,
		    eni_plural(r->unread_hidden, "%zu hidden sheet is not read: FILE.xlsx#SHEET reads it",
			"%zu hidden sheets are not read: FILE.xlsx#SHEET reads one"),
		    r->unread_hidden);
	r->unread_lists = r->unread_hidden = 0;
}
