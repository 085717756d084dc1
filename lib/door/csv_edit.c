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
	bool headed = false;
	int got;

	while ((got = eni_slice_next(&cut, &slip, e->d)) == 1) {
		if (!slip.good)
			continue;
		eni_slice_cells(&c, slip.raw, cut.sep);
		if (headed && look(e, &hunt, &slip, &c)) {
			*target = slip;
			eni_buf_add(raw, slip.raw);
		}
		headed = true;
	}
	target->raw = eni_buf_str(raw);
	eni_slice_free(&cut);
	free(c.cell);
	return got == -1 ? -1 : eni_edit_judge_target(e, &hunt);
}

/* The record as it shall stand, in UTF-8. */
static void
put_changed(struct eni_buf *out, const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put)
{
	for (size_t i = 0; i < c->n; i++) {
		if (i > 0)
			eni_buf_char(out, draft->sep);
		if (i < draft->columns && put[i] != NULL)
			put_cell(out, put[i]->value, draft->sep, eni_slice_is_quoted(c->cell[i]));
		else
			eni_code_get(&draft->code, out, c->cell[i]);
	}
}

/* Whether all columns that change are there in this record, and it stays short enough to be read again. */
static int
judge_record(
    const struct eni_edit *e, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put, size_t length)
{
	for (size_t i = c->n; i < e->draft->columns; i++)
		if (put[i] != NULL)
			return eni_fail(e->d, eni_draft_place(e->draft, slip->line),
			    e->draft->field[i] == NULL ? NULL : e->draft->field[i]->name,
			    "this record has fewer cells than the header: complete it first");
	return length < ENI_RECORD_MAX ? 0 : refuse_long(e);
}

/* The cells are patched where they stand. */
static int
change(const struct eni_edit *e, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put)
{
	struct eni_draft *draft = e->draft;
	struct eni_buf line = {0};
	int rc;

	put_changed(&line, draft, c, put);
	rc = judge_record(e, slip, c, put, line.n);
	for (size_t i = 0; rc == 0 && i < draft->columns; i++)
		if (put[i] != NULL)
			put_cell(eni_draft_patch(draft, slip->at + (c->cell[i].p - slip->raw.p), (off_t)c->cell[i].n),
			    put[i]->value, draft->sep, eni_slice_is_quoted(c->cell[i]));
	if (rc == 0)
		eni_edit_say(e, eni_buf_str(&line));
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
