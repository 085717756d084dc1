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
		if (draft->marks > 0)
			eni_draft_patch(draft, draft->file.was.st_size - draft->marks, draft->marks, false);
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

/* The cells are patched where they stand.  One that only keeps an old word (lent[i]) does not undo what an earlier change put
 * there. */
static void
put_cells(struct eni_draft *draft, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put,
    const struct eni_entry *lent)
{
	for (size_t i = 0; i < draft->columns && i < c->n; i++) {
		off_t at = slip->at + (c->cell[i].p - slip->raw.p);
		struct eni_buf *text;

		if (put[i] == NULL || (lent != NULL && put[i] == &lent[i] && eni_draft_is_patched(draft, at)))
			continue;
		text = eni_draft_patch(draft, at, (off_t)c->cell[i].n, false);
		text->n = 0;
		put_cell(text, put[i]->value, draft->sep, eni_slice_is_quoted(c->cell[i]));
	}
	complete(draft, slip, c, put, width_of(draft, c, put));
}

static int
change(const struct eni_edit *e, const struct changed *r)
{
	struct eni_slices c = {0};
	struct eni_buf line = {0};
	int rc = 0;

	eni_slice_cells(&c, r->slip.raw, e->draft->sep);
	put_changed(&line, e->draft, &c, r->put);
	if (line.n >= ENI_RECORD_MAX)
		rc = refuse_long(e);
	else {
		put_cells(e->draft, &r->slip, &c, r->put, r->old);
		eni_edit_say(e, eni_buf_str(&line));
	}
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
	put_cells(draft, slip, c, put, NULL);
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

/* Titles, headings and totals are no records and stay as they are. */
static int
widen(const struct eni_edit *e, size_t added)
{
	struct eni_draft *draft = e->draft;
	bool is_record = false;
	struct walk w;
	int got = begin_walk(&w, e) == -1 ? -1 : 1;

	while (got == 1 && w.slip.line < draft->header_line)
		got = eni_slice_next(&w.cut, &w.slip, e->d);
	if (got == 1) {
		eni_slice_cells(&w.cells, w.slip.raw, draft->sep);
		widen_header(e, &w.slip, &w.cells, added);
	}
	while (got == 1 && (got = step(&w, &is_record)) == 1)
		if (is_record && !is_heading(&w.row))
			complete(draft, &w.slip, &w.cells, NULL, draft->columns);
	end_walk(&w);
	return got;
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
