/*
 * Appending to and changing CSV and TSV files.  A change replaces cells, not records: the bytes of every other cell stay where they
 * are.
 */
#include <stdlib.h>

#include "door/csv_bytes_priv.h"
#include "door/csv_edit_priv.h"

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

/* The entry for each column, NULL where there is none; malloc'd.  NULL when one of them cannot be written. */
static const struct eni_entry **
place_entries(const struct eni_edit *e)
{
	size_t room = (e->draft->columns + 1) * sizeof(const struct eni_entry *);
	const struct eni_entry **put = eni_realloc(NULL, room);

	memset(put, 0, room);
	for (size_t i = 0; i < e->n; i++) {
		uint32_t column = eni_edit_column(e->draft, e->entry[i].name);

		if (eni_edit_judge(e, &e->entry[i], column != ENI_NONE) == -1) {
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

/* Adds a record to the tail, and before the first one what must go before it. */
static void
add_line(const struct eni_edit *e, struct eni_str line)
{
	struct eni_draft *draft = e->draft;

	if (draft->tail.n == 0) {
		if (draft->marks > 0)
			eni_draft_patch(draft, draft->file.was.st_size - draft->marks, draft->marks);
		eni_buf_add(&draft->tail, draft->finish);
		if (draft->made)
			eni_edit_say(e, eni_str_trim(draft->finish));
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

/*
 * Two walks side by side: the door's over the bytes, and the reader's, which knows what a record's cells mean (titles and totals
 * are none, marks stand for what they repeat).  Lines hold them together.
 */
struct walk {
	const struct eni_edit *e;
	struct eni_slicer cut;
	struct eni_slip slip;
	struct eni_slices cells;
	struct eni_diag hush;
	struct eni_reader *reader;
	struct eni_row row; /* the reader's next */
	int got;
};

/* 0, or -1 after eni_fail. */
static int
begin_walk(struct walk *w, const struct eni_edit *e)
{
	const struct eni_draft *draft = e->draft;

	*w = (struct walk){.e = e,
	    .cut = {.file = &draft->file, .base = draft->bom, .all = draft->made, .sep = draft->sep},
	    .hush = {.prog = e->d->prog, .out = e->d->out, .quiet = true}};
	if (draft->made)
		return 0;
	if ((w->reader = eni_csv_reader(e, &w->hush)) == NULL)
		return eni_fail(e->d, eni_draft_place(draft, 0), NULL, "was changed by another program just now; try again");
	w->got = eni_reader_next(w->reader, &w->row);
	return 0;
}

static void
end_walk(struct walk *w)
{
	eni_reader_close(w->reader);
	eni_slice_free(&w->cut);
	free(w->cells.cell);
}

/* The next line that may be a record: 1, 0 at the end, -1 after eni_fail.  *is: the reader takes it for one, w->row. */
static int
step(struct walk *w, bool *is)
{
	int got;

	do
		got = eni_slice_next(&w->cut, &w->slip, w->e->d);
	while (got == 1 && (!w->slip.good || w->slip.line <= w->e->draft->head));
	if (got != 1)
		return got;
	while (w->got == 1 && w->row.place.line < w->slip.line)
		w->got = eni_reader_next(w->reader, &w->row);
	*is = w->got == 1 && w->row.place.line == w->slip.line;
	eni_slice_cells(&w->cells, w->slip.raw, w->cut.sep);
	return 1;
}

/* The text of a column, as UTF-8, in `text` where it is no record's; a missing cell is an empty one. */
static struct eni_str
text_of(const struct walk *w, bool is_record, size_t column, struct eni_buf *text)
{
	const struct eni_draft *draft = w->e->draft;

	if (is_record)
		return column < w->row.n ? w->row.cell[column] : (struct eni_str){"", 0};
	eni_slice_text(text, column < w->cells.n ? w->cells.cell[column] : (struct eni_str){"", 0}, draft->sep, &draft->code);
	return eni_buf_str(text);
}

static bool
look(const struct walk *w, bool is_record, struct eni_hunt *hunt)
{
	const struct eni_edit *e = w->e;
	const struct eni_entry *where = e->target->where;
	struct eni_buf id = {0}, also = {0};
	bool target = eni_edit_look(e, hunt, w->slip.line, text_of(w, is_record, e->draft->id.at, &id),
	    text_of(w, is_record, where == NULL ? SIZE_MAX : eni_edit_column(e->draft, where->name), &also));

	eni_buf_free(&id);
	eni_buf_free(&also);
	return target;
}

/* A record that changes, and what goes into its columns. */
struct changed {
	struct eni_slip slip; /* its bytes are in raw */
	struct eni_buf raw;
	const struct eni_entry **put; /* one for each column, or NULL */
	struct eni_entry *old;        /* those that keep a word which another cell lent: one for each column */
};

static void
begin_change(struct changed *c, struct eni_arena *a, size_t columns)
{
	c->put = eni_arena_clear(a, (columns + 1) * sizeof *c->put);
	c->old = eni_arena_clear(a, (columns + 1) * sizeof *c->old);
}

static void
keep_slip(struct changed *c, const struct eni_slip *slip)
{
	c->slip = *slip;
	eni_buf_add(&c->raw, slip->raw);
	c->slip.raw = eni_buf_str(&c->raw);
}

static void
keep_word(struct changed *c, struct eni_arena *a, size_t column, struct eni_str word)
{
	c->old[column].value = eni_arena_keep(a, word);
	c->put[column] = &c->old[column];
}

/* The target is the walk's record: its old words stay in cells to the right that repeat what changes. */
static void
take_target(struct walk *w, struct changed *target, struct eni_entry *was, struct eni_arena *a)
{
	keep_slip(target, &w->slip);
	for (size_t i = 0; i < w->row.n; i++) {
		was[i].value = eni_arena_keep(a, w->row.cell[i]);
		if (i > 0 && target->put[i] == NULL && target->put[i - 1] != NULL && target->put[i - 1] != &target->old[i - 1] &&
		    eni_reader_repeats(w->reader, i) == ENI_REPEATS_LEFT)
			keep_word(target, a, i, w->row.cell[i]);
	}
}

/* The walk's record is right below the target: where it repeats what changes, it gets the old word. */
static void
take_below(struct walk *w, const struct changed *target, const struct eni_entry *was, struct changed *below, struct eni_arena *a)
{
	for (size_t i = 0; i < w->row.n; i++)
		if (target->put[i] != NULL && eni_reader_repeats(w->reader, i) == ENI_REPEATS_ABOVE &&
		    eni_str_eq(was[i].value, w->row.cell[i]))
			keep_word(below, a, i, was[i].value);
	keep_slip(below, &w->slip);
}

/* Finds both records.  0 or -1 after eni_fail. */
static int
find_target(const struct eni_edit *e, struct changed *target, struct changed *below, struct eni_arena *a)
{
	struct eni_entry *was = eni_arena_clear(a, (e->draft->columns + 1) * sizeof *was);
	struct eni_hunt hunt = {0};
	bool is_record = false, above = false;
	struct walk w;
	int got = begin_walk(&w, e) == -1 ? -1 : 1;

	while (got == 1 && (got = step(&w, &is_record)) == 1) {
		bool is_target = look(&w, is_record, &hunt);

		if (is_record && above)
			take_below(&w, target, was, below, a);
		above = (above && !is_record) || (is_target && is_record);
		if (is_target)
			take_target(&w, target, was, a);
	}
	end_walk(&w);
	return got == -1 ? -1 : eni_edit_judge_target(e, &hunt);
}

/* How many cells the record will have: a column that it ends before gets one. */
static size_t
width_of(const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put)
{
	size_t width = c->n;

	for (size_t i = c->n; i < draft->columns; i++)
		width = put[i] != NULL ? i + 1 : width;
	return width;
}

/* The cell as it shall stand, in UTF-8. */
static void
put_column(struct eni_buf *out, const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put, size_t i)
{
	bool is_there = i < c->n;

	if (i < draft->columns && put[i] != NULL)
		put_cell(out, put[i]->value, draft->sep, is_there ? eni_slice_is_quoted(c->cell[i]) : draft->quoted);
	else if (is_there)
		eni_code_get(&draft->code, out, c->cell[i]);
}

/* The cells from..to-1 with what stands between them. */
static void
put_columns(struct eni_buf *out, const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put,
    size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (i > from)
			eni_buf_char(out, draft->sep);
		put_column(out, draft, c, put, i);
	}
}

/* The cells are patched where they stand; those that a short record lacks go behind its last one. */
static int
change(const struct eni_edit *e, const struct changed *r)
{
	struct eni_draft *draft = e->draft;
	struct eni_slices c = {0};
	struct eni_buf line = {0};
	size_t width;
	int rc = 0;

	eni_slice_cells(&c, r->slip.raw, draft->sep);
	width = width_of(draft, &c, r->put);
	put_columns(&line, draft, &c, r->put, 0, width);
	if (line.n >= ENI_RECORD_MAX)
		rc = refuse_long(e);
	for (size_t i = 0; rc == 0 && i < c.n && i < draft->columns; i++) {
		off_t at = r->slip.at + (c.cell[i].p - r->slip.raw.p);
		size_t to = i + 1 == c.n ? width : i + 1;

		if ((r->put[i] == NULL && to == i + 1) || (r->put[i] == &r->old[i] && eni_draft_is_patched(draft, at)))
			continue;
		put_columns(eni_draft_patch(draft, at, (off_t)c.cell[i].n), draft, &c, r->put, i, to);
	}
	if (rc == 0)
		eni_edit_say(e, eni_buf_str(&line));
	eni_buf_free(&line);
	free(c.cell);
	return rc;
}

static bool
has_words(const struct changed *c, size_t columns)
{
	size_t i = 0;

	while (i < columns && c->put[i] == NULL)
		i++;
	return i < columns;
}

int
eni_csv_update(const struct eni_edit *e)
{
	const struct eni_entry **put = place_entries(e);
	struct changed target = {0}, below = {0};
	struct eni_arena a = {0};
	int rc = put == NULL ? -1 : 0;

	if (rc == 0) {
		begin_change(&target, &a, e->draft->columns);
		begin_change(&below, &a, e->draft->columns);
		memcpy(target.put, put, e->draft->columns * sizeof *put);
		rc = find_target(e, &target, &below, &a);
	}
	if (rc == 0)
		rc = change(e, &target);
	if (rc == 0 && has_words(&below, e->draft->columns))
		rc = change(e, &below);
	eni_buf_free(&target.raw);
	eni_buf_free(&below.raw);
	eni_arena_free(&a);
	free(put);
	return rc;
}
