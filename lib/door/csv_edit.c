/*
 * Appending to and changing CSV and TSV files.  A change replaces cells, not records: the bytes of every other cell stay where they
 * are.
 */
#include <stdlib.h>

#include "door/csv_bytes_priv.h"
#include "door/csv_edit_priv.h"
#include "door/hand_priv.h"

/* ---- cells as they are written ---- */

static void
put_quoted(struct eni_buf *out, struct eni_str s)
{
	eni_buf_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			eni_buf_char(out, '"');
		eni_buf_char(out, s.p[i]);
	}
	eni_buf_char(out, '"');
}

/* Blanks at the ends are quoted too: many readers trim them off bare cells. */
static bool
needs_quotes(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '"' || s.p[i] == ',' || s.p[i] == '\n' || s.p[i] == '\r')
			return true;
	return eni_str_trim(s).n < s.n;
}

/* In a TSV a record is a line: decision 42. */
static void
put_escaped(struct eni_buf *out, struct eni_str s)
{
	static const char letter[256] = {['\n'] = 'n', ['\t'] = 't', ['\r'] = 'r', ['\\'] = '\\'};

	for (size_t i = 0; i < s.n; i++) {
		char l = letter[(unsigned char)s.p[i]];

		if (l != 0)
			eni_buf_char(out, '\\');
		eni_buf_char(out, l != 0 ? l : s.p[i]);
	}
}

static void
put_cell(struct eni_buf *out, struct eni_str s, char sep, bool quoted)
{
	if (sep == '\t')
		put_escaped(out, s);
	else if (quoted || needs_quotes(s))
		put_quoted(out, s);
	else
		eni_buf_add(out, s);
}

/* A line without any character would be no record. */
void
eni_csv_line(struct eni_buf *out, const struct eni_draft *draft, const struct eni_str *value)
{
	size_t start = out->n;

	for (size_t i = 0; i < draft->columns; i++) {
		if (i > 0)
			eni_buf_char(out, draft->sep);
		put_cell(out, value[i], draft->sep, draft->quoted);
	}
	if (out->n == start)
		put_quoted(out, ENI_S(""));
}

/* ---- appending ---- */

/* The entry for each column, NULL where there is none; malloc'd.  NULL when one of them cannot be written.  What has no column is
 * empty. */
static const struct eni_entry **
place_entries(const struct eni_edit *e)
{
	size_t room = (e->draft->columns + 1) * sizeof(const struct eni_entry *);
	const struct eni_entry **put = eni_realloc(NULL, room);

	memset(put, 0, room);
	for (size_t i = 0; i < e->n; i++) {
		uint32_t column = eni_edit_column(e->draft, e->entry[i].name);

		if (eni_edit_judge(e, &e->entry[i]) == -1) {
			free(put);
			return NULL;
		}
		if (column != ENI_NONE)
			put[column] = &e->entry[i];
	}
	return put;
}

static int
refuse_long(const struct eni_edit *e)
{
	return eni_fail(e->d, eni_draft_place(e->draft, 0), NULL, "the record would be over 4 MiB: want shorter values");
}

static void
say_header(const struct eni_edit *e)
{
	struct eni_buf line = {0};

	eni_csv_line(&line, e->draft, e->draft->header);
	eni_edit_say(e, eni_buf_str(&line));
	eni_buf_free(&line);
}

/* Adds a record to the tail, and before the first one what must go before it. */
static void
add_line(const struct eni_edit *e, struct eni_str line)
{
	struct eni_draft *draft = e->draft;

	if (draft->tail.n == 0) {
		eni_buf_add(&draft->tail, draft->finish);
		if (draft->made)
			say_header(e);
	}
	eni_buf_add(&draft->tail, line);
	eni_buf_add(&draft->tail, draft->end);
	eni_edit_say(e, line);
}

int
eni_csv_append(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	const struct eni_entry **put = place_entries(e);
	struct eni_str *value;
	struct eni_buf line = {0};
	int rc = 0;

	if (put == NULL)
		return -1;
	value = eni_realloc(NULL, (draft->columns + 1) * sizeof *value);
	for (size_t i = 0; i < draft->columns; i++)
		value[i] = put[i] == NULL ? ENI_S("") : put[i]->value;
	eni_csv_line(&line, draft, value);
	if (line.n < ENI_RECORD_MAX)
		add_line(e, eni_buf_str(&line));
	else
		rc = refuse_long(e);
	eni_buf_free(&line);
	free(value);
	free(put);
	return rc;
}

/* ---- changing ---- */

/* The text of a column, as UTF-8; a missing cell is an empty one. */
static struct eni_str
text_of(const struct eni_draft *draft, const struct eni_slices *c, size_t column, struct eni_buf *text)
{
	struct eni_str cell = column < c->n ? c->cell[column] : (struct eni_str){"", 0};

	eni_slice_text(text, cell, draft->sep, &draft->code);
	return eni_buf_str(text);
}

static bool
look(const struct eni_edit *e, struct eni_hunt *hunt, const struct eni_slip *slip, const struct eni_slices *c)
{
	const struct eni_entry *where = e->target->where;
	struct eni_buf id = {0}, also = {0};
	bool target = eni_edit_look(e, hunt, slip->line, text_of(e->draft, c, e->draft->id.at, &id),
	    text_of(e->draft, c, where == NULL ? SIZE_MAX : eni_edit_column(e->draft, where->name), &also));

	eni_buf_free(&id);
	eni_buf_free(&also);
	return target;
}

/* The target's place, and its bytes, which are kept in raw. */
static int
find_target(const struct eni_edit *e, struct eni_slip *target, struct eni_buf *raw)
{
	struct eni_draft *draft = e->draft;
	struct eni_slicer cut = {.file = &draft->file, .base = draft->bom, .all = draft->made, .sep = draft->sep};
	struct eni_slices c = {0};
	struct eni_slip slip;
	struct eni_hunt hunt = {0};
	int got;

	while ((got = eni_slice_next(&cut, &slip, e->d)) == 1) {
		if (!slip.good || slip.line <= draft->header_line)
			continue;
		eni_slice_cells(&c, slip.raw, cut.sep);
		if (look(e, &hunt, &slip, &c)) {
			*target = slip;
			eni_buf_add(raw, slip.raw);
		}
	}
	target->raw = eni_buf_str(raw);
	eni_slice_free(&cut);
	free(c.cell);
	return got == -1 ? -1 : eni_edit_judge_target(e, &hunt);
}

/* How many cells the record must have to hold what is put into it. */
static size_t
width_of(const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put)
{
	size_t n = draft->columns;

	while (n > c->n && put[n - 1] == NULL)
		n--;
	return n > c->n ? n : c->n;
}

/* The record as it shall stand, in UTF-8. */
static void
put_changed(struct eni_buf *out, const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put)
{
	size_t n = width_of(draft, c, put);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			eni_buf_char(out, draft->sep);
		if (i < draft->columns && put[i] != NULL)
			put_cell(out, put[i]->value, draft->sep, i < c->n ? eni_slice_is_quoted(c->cell[i]) : draft->quoted);
		else if (i < c->n)
			eni_code_get(&draft->code, out, c->cell[i]);
	}
}

/* Gives a record that ends before `width` cells those it lacks, with what is put into them; what an earlier change put there stays.
 */
static void
complete(
    struct eni_draft *draft, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put, size_t width)
{
	struct eni_buf *text, was;
	struct eni_slices old = {0};

	if (c->n >= width)
		return;
	text = eni_draft_patch(draft, slip->at + (off_t)slip->raw.n, 0, true);
	was = *text;
	*text = (struct eni_buf){0};
	if (was.n > 0)
		eni_slice_cells(&old, eni_str_from(eni_buf_str(&was), 1), draft->sep);
	for (size_t i = 0; c->n + i < width || i < old.n; i++) {
		const struct eni_entry *entry = put == NULL || c->n + i >= width ? NULL : put[c->n + i];

		eni_buf_char(text, draft->sep);
		if (entry == NULL && i < old.n)
			eni_buf_add(text, old.cell[i]);
		else
			put_cell(text, entry == NULL ? ENI_S("") : entry->value, draft->sep, draft->quoted);
	}
	eni_buf_free(&was);
	free(old.cell);
}

/* The cells are patched where they stand. */
static void
put_cells(struct eni_draft *draft, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put)
{
	for (size_t i = 0; i < draft->columns && i < c->n; i++) {
		struct eni_buf *text;

		if (put[i] == NULL)
			continue;
		text = eni_draft_patch(draft, slip->at + (c->cell[i].p - slip->raw.p), (off_t)c->cell[i].n, false);
		text->n = 0;
		put_cell(text, put[i]->value, draft->sep, eni_slice_is_quoted(c->cell[i]));
	}
	complete(draft, slip, c, put, width_of(draft, c, put));
}

static int
change(const struct eni_edit *e, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put)
{
	struct eni_buf line = {0};
	int rc = 0;

	put_changed(&line, e->draft, c, put);
	if (line.n >= ENI_RECORD_MAX)
		rc = refuse_long(e);
	else {
		put_cells(e->draft, slip, c, put);
		eni_edit_say(e, eni_buf_str(&line));
	}
	eni_buf_free(&line);
	return rc;
}

int
eni_csv_update(const struct eni_edit *e)
{
	const struct eni_entry **put = place_entries(e);
	struct eni_slip target = {0};
	struct eni_slices c = {0};
	struct eni_buf raw = {0};
	int rc = put == NULL ? -1 : find_target(e, &target, &raw);

	if (rc == 0) {
		eni_slice_cells(&c, target.raw, e->draft->sep);
		rc = change(e, &target, &c, put);
	}
	eni_buf_free(&raw);
	free(c.cell);
	free(put);
	return rc;
}

/* ---- adding columns ---- */

/* The draft's columns with those that are lacking behind them; how many there are. */
static size_t
name_columns(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	struct eni_str *header = eni_arena_take(&draft->arena, (draft->columns + e->n + 1) * sizeof *header);
	const struct eni_field **field = eni_arena_take(&draft->arena, (draft->columns + e->n + 1) * sizeof *field);
	size_t before = draft->columns;

	for (size_t i = 0; i < draft->columns; i++) {
		header[i] = draft->header[i];
		field[i] = draft->field[i];
	}
	draft->header = header;
	draft->field = field;
	for (size_t i = 0; i < e->n; i++) {
		const char *heading;

		if (e->entry[i].value.n == 0 || eni_edit_column(draft, e->entry[i].name) != ENI_NONE)
			continue;
		heading = eni_hand_heading(draft->hand, e->entry[i].name);
		header[draft->columns] = eni_arena_keep(&draft->arena, heading == NULL ? e->entry[i].name : eni_str_of(heading));
		field[draft->columns++] = eni_field_find(draft->kind, e->entry[i].name);
	}
	return draft->columns - before;
}

/* The new names at the end of the header. */
static void
widen_header(const struct eni_edit *e, const struct eni_slip *slip, const struct eni_slices *c, size_t added)
{
	struct eni_draft *draft = e->draft;
	struct eni_entry *name = eni_arena_clear(&draft->arena, draft->columns * sizeof *name);
	const struct eni_entry **put = eni_arena_clear(&draft->arena, draft->columns * sizeof *put);

	for (size_t i = draft->columns - added; i < draft->columns; i++) {
		name[i].value = draft->header[i];
		put[i] = &name[i];
	}
	put_cells(draft, slip, c, put);
	say_header(e);
}

/* A line of a single text, as 月曜日 above those who come on Mondays, needs no cells. */
static bool
is_heading(const struct eni_row *row)
{
	size_t filled = 0;

	for (size_t i = 0; i < row->n; i++)
		filled += row->cell[i].n > 0;
	return filled < 2;
}

/* Which lines are records is the reader's to say: titles, headings and totals stay as they are. */
static int
widen_records(const struct eni_edit *e, struct eni_slicer *cut, struct eni_slices *c)
{
	struct eni_draft *draft = e->draft;
	struct eni_source_options how = {.format = draft->format, .fallback = e->opt->fallback};
	struct eni_diag hush = *e->d;
	struct eni_reader *reader;
	struct eni_slip slip = {.line = 0};
	struct eni_row row;
	int got = -1, sliced = 1;

	hush.quiet = true;
	hush.strict = false;
	if ((reader = eni_reader_open(draft->path, draft->file.shown, &how, &hush)) != NULL)
		while ((got = eni_reader_next(reader, &row)) == 1) {
			while (slip.line < row.place.line && (sliced = eni_slice_next(cut, &slip, e->d)) == 1)
				;
			if (sliced != 1)
				break;
			eni_slice_cells(c, slip.raw, draft->sep);
			if (!is_heading(&row))
				complete(draft, &slip, c, NULL, draft->columns);
		}
	eni_reader_close(reader);
	if (sliced == -1)
		return -1;
	return got == 0 ? 0 : eni_fail(e->d, eni_draft_place(draft, 0), NULL, "has changed since it was read; try again");
}

static int
widen(const struct eni_edit *e, size_t added)
{
	struct eni_draft *draft = e->draft;
	struct eni_slicer cut = {.file = &draft->file, .base = draft->bom, .sep = draft->sep};
	struct eni_slices c = {0};
	struct eni_slip slip = {.line = 0};
	int got = 1, rc = -1;

	while (slip.line < draft->header_line && got == 1)
		got = eni_slice_next(&cut, &slip, e->d);
	if (got == 1) {
		eni_slice_cells(&c, slip.raw, draft->sep);
		widen_header(e, &slip, &c, added);
		rc = widen_records(e, &cut, &c);
	}
	eni_slice_free(&cut);
	free(c.cell);
	return rc;
}

/* In a list without ids names stand for them; with a column of ids every record that is there would be one without. */
static int
judge_ids(const struct eni_edit *e)
{
	for (size_t i = 0; !e->draft->made && i < e->n; i++)
		if (e->entry[i].value.n > 0 && eni_str_is(e->entry[i].name, "id") &&
		    eni_edit_column(e->draft, e->entry[i].name) == ENI_NONE)
			return eni_fail(e->d, eni_draft_place(e->draft, 0), "id",
			    "names stand for ids in this list, and an added column would leave its records without one");
	return 0;
}

/* Once records were appended their width is settled: eni_door_need comes before them. */
int
eni_csv_add_columns(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	size_t added;

	if (draft->tail.n > 0)
		return eni_edit_judge_columns(e);
	if (judge_ids(e) == -1)
		return -1;
	if ((added = name_columns(e)) == 0)
		return 0;
	if (!draft->made)
		return widen(e, added);
	eni_csv_make_header(draft);
	return 0;
}
