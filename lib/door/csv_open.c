/*
 * Opening a CSV or TSV file for change.  What it holds (header, fields) is asked from the reader, so that it is understood here as
 * everywhere; how it is written (line end, quotes, a torn last line) is seen from its own first records and last bytes.
 */
#include <stdlib.h>

#include "book/outline.h"
#include "door/csv_bytes_priv.h"
#include "door/csv_edit_priv.h"

void
eni_csv_make_header(struct eni_draft *draft)
{
	struct eni_buf line = {0};

	if (draft->bom == 0)
		eni_buf_add(&line, ENI_S("\xef\xbb\xbf"));
	eni_csv_line(&line, draft, draft->header);
	eni_buf_add(&line, draft->end);
	draft->made = true;
	draft->finish = eni_arena_keep(&draft->arena, eni_buf_str(&line));
	eni_buf_free(&line);
}

/* A file that is made now gets the columns it would have had from the beginning, and what else this first record names, be it
 * empty. */
static void
make_columns(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	const struct eni_office *o = e->office;
	int kind = eni_word_find(ENI_V_OFFICE_KIND, o->kind);
	size_t n;
	const struct eni_field *const *column =
	    eni_outline_columns(&draft->arena, draft->kind, kind == ENI_UNKNOWN_WORD ? 0 : kind, o->country, &n);
	const struct eni_field **field = eni_arena_clear(&draft->arena, (n + e->n + 1) * sizeof *field);
	struct eni_str *header = eni_arena_take(&draft->arena, (n + e->n + 1) * sizeof *header);

	draft->header = header;
	draft->field = field;
	for (; draft->columns < n; draft->columns++)
		field[draft->columns] = column[draft->columns];
	for (size_t i = 0; i < e->n; i++)
		if (eni_edit_column(draft, e->entry[i].name) == ENI_NONE) {
			field[draft->columns] = eni_field_find(draft->kind, e->entry[i].name);
			header[draft->columns++] = eni_arena_keep(&draft->arena, e->entry[i].name);
		}
	for (size_t i = 0; i < draft->columns; i++)
		if (field[i] != NULL)
			header[i] = eni_str_of(eni_heading(NULL, eni_str_of(field[i]->name), draft->kind, o->lang.p));
	eni_csv_make_header(draft);
}

static struct eni_str
known_end(struct eni_str end)
{
	if (end.n == 2)
		return ENI_S("\r\n");
	return end.n == 1 && end.p[0] == '\r' ? ENI_S("\r") : ENI_S("\n");
}

/* Its habits: the line end of the first line; whether every cell of the first record (of the header, where there is none) is
 * quoted. */
static int
see_habits(struct eni_draft *draft, struct eni_diag *d)
{
	struct eni_slicer cut = {.file = &draft->file, .base = draft->bom, .sep = draft->sep};
	struct eni_slices c = {0};
	struct eni_slip slip = {0};
	int got = 1;

	while (slip.line <= draft->head && (got = eni_slice_next(&cut, &slip, d)) == 1) {
		if (draft->end.p == NULL)
			draft->end = known_end(slip.end);
		eni_slice_cells(&c, slip.raw, draft->sep);
		draft->quoted = true;
		for (size_t i = 0; i < c.n; i++)
			draft->quoted = draft->quoted && eni_slice_is_quoted(c.cell[i]);
	}
	if (draft->end.p == NULL)
		draft->end = ENI_S("\n");
	free(c.cell);
	eni_slice_free(&cut);
	return got == -1 ? -1 : 0;
}

/* What the last line lacks, so that the next record begins on its own: nothing, a line end, or the second half of one. */
static int
see_last_line(struct eni_draft *draft, struct eni_diag *d)
{
	char last = ENI_END_OF_TEXT;
	off_t at = draft->file.was.st_size;

	while (last == ENI_END_OF_TEXT && at > draft->bom)
		if (eni_replace_read(&draft->file, --at, &last, 1, d) == -1)
			return -1;
	draft->marks = draft->file.was.st_size - at - 1;
	if (last == '\r' && draft->end.n == 2)
		draft->finish = ENI_S("\n");
	else if (last != '\n' && last != '\r')
		draft->finish = draft->end;
	return 0;
}

/* The header's names, kept beyond the reader. */
static void
keep_header(struct eni_draft *draft, const struct eni_str *header)
{
	struct eni_str *kept = eni_arena_take(&draft->arena, draft->columns * sizeof *kept);

	for (size_t i = 0; i < draft->columns; i++)
		kept[i] = eni_arena_keep(&draft->arena, header[i]);
	draft->header = kept;
	draft->field = eni_arena_clear(&draft->arena, draft->columns * sizeof(const struct eni_field *));
}

struct eni_reader *
eni_csv_reader(const struct eni_edit *e, struct eni_diag *d)
{
	const struct eni_draft *draft = e->draft;
	struct eni_source_options how = {.format = draft->format,
	    .fallback = e->opt->fallback,
	    .spreadsheet = true,
	    .kind = draft->kind,
	    .aliases = e->office == NULL ? NULL : &e->office->aliases};

	return eni_reader_open(draft->path, draft->file.shown, &how, d);
}

/* Asks the reader for the header and the first record; what it finds wrong in that one is not said twice. */
static int
read_header(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	struct eni_diag hush = *e->d;
	struct eni_reader *reader = eni_csv_reader(e, &hush);
	struct eni_headers h = {.aliases = e->office == NULL ? NULL : &e->office->aliases, .file = draft->file.shown};
	struct eni_row first;
	int rc;

	*e->d = hush;
	if (reader == NULL)
		return -1;
	hush.quiet = true;
	keep_header(draft, eni_reader_header(reader, &draft->columns));
	if (eni_reader_is_workbook(reader)) {
		eni_reader_close(reader);
		return eni_fail(e->d, eni_draft_place(draft, 0), NULL,
		    "is a workbook, whatever it is called, and nothing is written into one; call it %s.xlsx",
		    eni_kind_name(draft->kind));
	}
	if (eni_reader_has_other_separator(reader)) {
		eni_reader_close(reader);
		return eni_fail(e->d, eni_at(draft->file.shown, 1), NULL,
		    "no commas stand between its fields: it can be read, not written; save it as CSV with commas, or with tabs "
		    "call it .tsv");
	}
	draft->header_line = eni_reader_head(reader)->line;
	draft->head = eni_reader_head(reader)->last;
	h.name = draft->header;
	h.n = draft->columns;
	h.line = draft->header_line;
	h.first = eni_reader_next(reader, &first) == 1 ? &first : NULL;
	rc = eni_bind(draft->kind, &h, draft->field, e->d);
	eni_reader_close(reader);
	return rc;
}

int
eni_csv_open(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;

	draft->sep = draft->format == ENI_TSV ? '\t' : ',';
	if (draft->file.old == -1 || draft->file.was.st_size <= draft->bom) {
		draft->end = ENI_S("\r\n");
		make_columns(e);
		return 0;
	}
	if (read_header(e) == -1 || see_habits(draft, e->d) == -1 || see_last_line(draft, e->d) == -1)
		return -1;
	return 0;
}
