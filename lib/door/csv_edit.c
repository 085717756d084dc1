/*
 * Appending to and changing CSV and TSV files.  A change replaces cells, not records: the bytes of every other cell stay where they
 * are.
 */
#include <stdlib.h>

#include "door/door_priv.h"

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

/* The text of a cell without its quotes, as UTF-8.  Taking the doubled quotes out first is safe: see csv_bytes.c. */
static void
read_cell(struct eni_buf *out, struct eni_str cell, const struct eni_code *code)
{
	struct eni_str inside = eni_slice_quoted(cell);
	struct eni_buf bare = {0};

	for (size_t i = 0; i < inside.n; i += inside.p[i] == '"' ? 2 : 1)
		eni_buf_char(&bare, inside.p[i]);
	out->n = 0;
	eni_code_get(code, out, inside.p == NULL ? cell : eni_buf_str(&bare));
	eni_buf_free(&bare);
}

/* The column that tells records apart: id, or name in a file that has no ids. */
static uint32_t
id_column(const struct eni_draft *draft)
{
	uint32_t column = eni_edit_column(draft, ENI_S("id"));

	return column != ENI_NONE ? column : eni_edit_column(draft, ENI_S("name"));
}

/* Whether the record also holds what e->where says; a missing cell is an empty one. */
static bool
is_meant(const struct eni_edit *e, const struct eni_slices *c, const struct eni_code *code, struct eni_buf *text)
{
	uint32_t column = e->where == NULL ? ENI_NONE : eni_edit_column(e->draft, e->where->name);

	text->n = 0;
	if (column < c->n)
		read_cell(text, c->cell[column], code);
	return e->where == NULL || eni_edit_is_meant(e, eni_buf_str(text));
}

/* The first record of that id: 1 with its place and cells, 0, -1. */
static int
find_record(const struct eni_edit *e, struct eni_slicer *cut, const struct eni_code *code, bool headed, struct eni_slip *slip,
    struct eni_slices *c)
{
	uint32_t column = id_column(e->draft);
	struct eni_buf text = {0};
	bool found = false;
	int got = 1;

	while (!found && (got = eni_slice_next(cut, slip, e->d)) == 1) {
		if (eni_slice_is_blank(slip->raw) || !slip->good)
			continue;
		if (!headed) {
			headed = true;
			continue;
		}
		eni_slice_cells(c, slip->raw, cut->sep);
		if (column >= c->n)
			continue;
		read_cell(&text, c->cell[column], code);
		found = eni_edit_is_id(e, eni_buf_str(&text)) && is_meant(e, c, code, &text);
	}
	eni_buf_free(&text);
	return got;
}

/* The record as it shall stand, in UTF-8. */
static void
put_changed(struct eni_buf *out, const struct eni_draft *draft, const struct eni_slices *c, const struct eni_entry **put,
    const struct eni_code *code)
{
	for (size_t i = 0; i < c->n; i++) {
		if (i > 0)
			eni_buf_char(out, draft->sep);
		if (i < draft->columns && put[i] != NULL)
			put_cell(out, put[i]->value, draft->sep, eni_slice_is_quoted(c->cell[i]));
		else
			eni_code_get(code, out, c->cell[i]);
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

/* A record of the old file: its cells are patched where they stand. */
static int
change_old(const struct eni_edit *e, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put)
{
	struct eni_draft *draft = e->draft;
	struct eni_buf line = {0};
	int rc;

	put_changed(&line, draft, c, put, &draft->code);
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

/* A record that this door has appended itself: the tail is made anew around it. */
static int
change_new(const struct eni_edit *e, const struct eni_slip *slip, const struct eni_slices *c, const struct eni_entry **put)
{
	static const struct eni_code utf8 = {0};
	struct eni_draft *draft = e->draft;
	struct eni_buf line = {0}, tail = {0};
	int rc;

	put_changed(&line, draft, c, put, &utf8);
	rc = judge_record(e, slip, c, put, line.n);
	if (rc == 0) {
		eni_buf_add(&tail, (struct eni_str){draft->tail.p, (size_t)slip->at});
		eni_buf_add(&tail, eni_buf_str(&line));
		eni_buf_add(&tail, eni_str_from(eni_buf_str(&draft->tail), (size_t)slip->at + slip->raw.n));
		eni_edit_say(e, eni_buf_str(&line));
		eni_buf_free(&draft->tail);
		draft->tail = tail;
	}
	eni_buf_free(&line);
	return rc;
}

int
eni_csv_update(const struct eni_edit *e)
{
	static const struct eni_code utf8 = {0};
	struct eni_draft *draft = e->draft;
	struct eni_slicer old = {.safe = &draft->safe, .base = draft->bom, .all = draft->made, .sep = draft->sep};
	struct eni_slicer new = {.window = draft->tail, .all = true, .sep = draft->sep};
	const struct eni_entry **put = place_entries(e);
	struct eni_slices c = {0};
	struct eni_slip slip;
	int got = put == NULL ? -1 : find_record(e, &old, &draft->code, false, &slip, &c), rc = -1;

	if (got == 1)
		rc = change_old(e, &slip, &c, put);
	if (got == 0 && (got = find_record(e, &new, &utf8, !draft->made, &slip, &c)) == 1)
		rc = change_new(e, &slip, &c, put);
	if (got == 0)
		rc = eni_fail(e->d, eni_draft_place(draft, 0), "id", "no record with the id asked for");
	eni_slice_free(&old);
	free(c.cell);
	free(put);
	return rc;
}
