/*
 * The reader of record files, see reader.h: the header, and the judging of each row.  Which format it is says format.c, cutting is
 * csv_in.c's business, whole documents are list_in.c's and its makers'.
 */
#include "form/reader.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "form/reader_parts.h"
#include "form/writer.h"

enum { SAMPLE_ROWS = 10000 }; /* how far a column's first filled value is looked for */

static int
choose_format(struct eni_reader *r, const char *path, const struct eni_source_options *o)
{
	struct eni_str head = {r->cut.block, r->cut.n};

	r->format = o->format;
	if (r->format == ENI_FORMAT_NONE)
		r->format = eni_format_guess(path, head);
	if (r->format == ENI_XLSX)
		return eni_fail(
		    r->diag, eni_at(r->file, 0), NULL, "is no workbook, whatever it is called: save it as .xlsx or CSV");
	r->guarded = r->format == ENI_EXCEL;
	if (r->guarded)
		r->format = ENI_CSV;
	/* without a header, names and the words of a note look alike */
	r->tabs = r->format == ENI_CSV && !o->no_header && eni_format_has_tabs(head);
	return eni_format_is(r->format, ENI_FORMAT_READ)
		   ? 0
		   : eni_fail(r->diag, eni_at(r->file, 0), NULL, "%s cannot be read", eni_format_name(r->format));
}

/* A name not taken yet: NAME.2, NAME.3 ..; column.N for an empty one. */
static struct eni_str
free_name(struct eni_reader *r, struct eni_map *taken, struct eni_str name, size_t column)
{
	struct eni_str try = name;

	if (name.n == 0)
		try = eni_arena_printf(&r->arena, "column.%zu", column + 1);
	for (unsigned i = 2; eni_map_get(taken, try) != ENI_NONE; i++)
		try = eni_arena_printf(&r->arena, "%.*s.%u", (int)name.n, name.n == 0 ? "column" : name.p, i);
	return try;
}

/* A header without the invisible characters that would make two of what looks like one. */
static struct eni_str
visible(struct eni_reader *r, struct eni_str name)
{
	r->folded.n = 0;
	eni_visible(&r->folded, name);
	return eni_arena_keep(&r->arena, eni_str_trim(eni_buf_str(&r->folded)));
}

static void
name_columns(struct eni_reader *r, const struct eni_str *cell, size_t n)
{
	struct eni_map taken = {0};

	r->header = eni_arena_take(&r->arena, n * sizeof *r->header);
	r->n = n;
	for (size_t i = 0; i < n; i++) {
		struct eni_str name = visible(r, eni_str_trim(cell[i]));

		r->header[i] = free_name(r, &taken, name, i);
		eni_map_add(&taken, r->header[i], (uint32_t)i);
	}
	eni_map_free(&taken);
}

static struct eni_place
at_line(const struct eni_reader *r, uint32_t line)
{
	return eni_at(r->file, line);
}

static int
too_many_columns(const struct eni_reader *r, uint32_t line)
{
	return eni_fail(r->diag, at_line(r, line), NULL, "more than 1,024 columns");
}

/* What is wrong with the bytes of the record just cut, or NULL. */
static const char *
judge_bytes(struct eni_reader *r)
{
	const struct eni_cutter *c = &r->cut;
	size_t from = (size_t)(c->raw.p - c->block);
	struct eni_high high = eni_marks_high(&c->marks, from, from + c->raw.n);

	r->plain = high.any == 0;
	if (c->control)
		return N_("a control character (NUL, escape or the like): take it out");
	if (high.doubt != 0 && eni_utf8_prefix(c->raw) < c->raw.n)
		return eni_source_complaint(&c->src);
	if (c->raw.n > ENI_ROW_MAX)
		return "a record over 4 MiB";
	for (size_t i = 0; c->raw.n > ENI_FIELD_MAX && i < c->cells && i < ENI_COLUMNS_MAX; i++)
		if (c->cell[i].n > ENI_FIELD_MAX)
			return "a field over 1 MiB";
	return NULL;
}

/* Which columns make a row somebody's record; plans and holidays are nobody's. */
static void
find_counting(struct eni_reader *r)
{
	const struct eni_source_options *o = &r->options;

	r->counts = eni_arena_clear(&r->arena, r->n + 1);
	r->names = eni_arena_clear(&r->arena, r->n + 1);
	r->repeat = eni_arena_clear(&r->arena, (r->n + 1) * sizeof *r->repeat);
	r->looked_at = eni_arena_take(&r->arena, (r->n + 1) * sizeof *r->looked_at);
	for (size_t i = 0; i < r->n; i++)
		r->looked_at[r->n_looked_at++] = (uint16_t)i;
	for (size_t i = 0; o->kind != ENI_PLANS && o->kind != ENI_HOLIDAYS && i < r->n; i++) {
		const struct eni_field *f = eni_field_of_header(o->kind, r->header[i], (struct eni_str){NULL, 0}, o->aliases);

		r->counts[i] = f != NULL && strcmp(f->name, "note") != 0;
		r->any_counts |= r->counts[i];
		r->names[i] = f != NULL && (strcmp(f->name, "id") == 0 || strcmp(f->name, "name") == 0);
	}
}

int
eni_header_judge(struct eni_reader *r)
{
	const char *why = judge_bytes(r);

	if (why != NULL)
		return eni_fail(r->diag, at_line(r, r->cut.raw_line), NULL, "in the header: %s", _(why));
	return r->cut.cells > ENI_COLUMNS_MAX ? too_many_columns(r, r->cut.raw_line) : 0;
}

/* The first record is the header, or stands where one would. */
static int
open_first(struct eni_reader *r, const struct eni_source_options *o)
{
	struct eni_cutter *c = &r->cut;

	switch (eni_cutter_next(c)) {
	case ENI_CUT_END:
		return 0;
	case ENI_CUT_FAILED:
		return -1;
	case ENI_CUT_BAD:
		return eni_fail(r->diag, at_line(r, c->fault_line), NULL, "in the header: %s", _(c->fault));
	case ENI_CUT_ROW:
		break;
	}
	if (o->no_header && c->cells > ENI_COLUMNS_MAX)
		return too_many_columns(r, c->raw_line);
	if (!o->no_header && eni_header_judge(r) == -1)
		return -1;
	name_columns(r, c->cell, c->cells);
	r->header_raw = eni_arena_keep(&r->arena, c->raw);
	r->head.line = c->raw_line;
	r->head.last = c->line - 1;
	if (o->no_header)
		eni_reader_headless(r);
	return 0;
}

int
eni_header_open(struct eni_reader *r)
{
	const struct eni_source_options *o = &r->options;
	struct eni_str *name;
	size_t n;
	int found = 0;

	if (!o->spreadsheet || o->no_header)
		return open_first(r, o);
	if ((found = eni_header_find_lines(r, &name, &n)) == 1)
		name_columns(r, name, n);
	else if (found == -1 || open_first(r, o) == -1)
		return -1;
	find_counting(r);
	return found;
}

static int
open_cut(struct eni_reader *r)
{
	eni_cutter_begin(&r->cut, r->format, r->tabs);
	return eni_header_open(r) == -1 ? -1 : 0;
}

void
eni_reader_headless(struct eni_reader *r)
{
	struct eni_cutter *c = &r->cut;

	if (r->is_list || r->n == 0)
		return;
	for (size_t i = 0; i < c->cells; i++)
		c->cell[i].n = 0;
	name_columns(r, c->cell, c->cells);
	r->header_raw = (struct eni_str){NULL, 0};
	r->head = (struct eni_head){0};
	eni_cutter_go(c, eni_cutter_place(c));
}

static int
open_list(struct eni_reader *r)
{
	struct eni_list *l = &r->list;
	int rc;

	r->is_list = true;
	*l = (struct eni_list){.arena = &r->arena, .diag = r->diag, .file = r->file};
	eni_buf_add(&l->bytes, (struct eni_str){r->cut.block, r->cut.n});
	if (eni_source_drain(&r->cut.src, &l->bytes, ENI_LIST_MAX) == -1)
		return -1;
	if (r->format == ENI_YAML)
		rc = eni_list_from_yaml(l);
	else if (r->format == ENI_JSON)
		rc = eni_list_from_json(l);
	else
		rc = eni_list_from_jsonl(l, eni_source_complaint(&r->cut.src));
	if (rc == 0 && l->names > ENI_COLUMNS_MAX)
		rc = too_many_columns(r, 0);
	if (rc == 0 && l->names > 0)
		name_columns(r, l->name, l->names);
	r->cell = eni_arena_clear(&r->arena, (l->names + 1) * sizeof *r->cell);
	return rc;
}

const char *
eni_reader_file(const struct eni_reader *r)
{
	return r->file;
}

bool
eni_reader_is_workbook(const struct eni_reader *r)
{
	return r->format == ENI_XLSX;
}

bool
eni_reader_has_other_separator(const struct eni_reader *r)
{
	return r->format == ENI_CSV && !r->is_list && r->cut.sep != ',';
}

const struct eni_head *
eni_reader_head(const struct eni_reader *r)
{
	return &r->head;
}

const struct eni_passed *
eni_reader_passed(const struct eni_reader *r)
{
	return &r->all_passed;
}

enum eni_repeat
eni_reader_repeats(const struct eni_reader *r, size_t column)
{
	return r->repeats ? r->repeat[column] : ENI_REPEATS_NONE;
}

struct eni_reader *
eni_reader_open(const char *path, const char *shown, const struct eni_source_options *o, struct eni_diag *d)
{
	static const struct eni_source_options none;
	struct eni_reader *r = eni_realloc(NULL, sizeof *r);
	int rc;

	if (o == NULL)
		o = &none;
	*r = (struct eni_reader){
	    .diag = d, .file = shown == NULL ? path : shown, .rejects = o->rejects, .path = path, .options = *o};
	rc = eni_cutter_open(&r->cut, path, shown, o, d);
	if (rc == 0)
		rc = eni_source_open_book(&r->cut.src, path);
	if (rc == 1)
		rc = eni_reader_open_book(r);
	else if (rc == 0 && (rc = eni_cutter_first(&r->cut)) == 0 && (rc = choose_format(r, path, o)) == 0)
		rc = r->format == ENI_CSV || r->format == ENI_TSV ? open_cut(r) : open_list(r);
	if (rc == 0)
		return r;
	eni_reader_close(r);
	return NULL;
}

void
eni_reader_close(struct eni_reader *r)
{
	if (r == NULL)
		return;
	eni_cutter_close(&r->cut);
	eni_list_free(&r->list);
	for (size_t i = 0; i < 2; i++)
		eni_arena_free(&r->kept[i].texts);
	eni_buf_free(&r->folded);
	eni_arena_free(&r->arena);
	free(r);
}

const struct eni_str *
eni_reader_header(const struct eni_reader *r, size_t *n)
{
	*n = r->n;
	return r->header;
}

void
eni_reader_want(struct eni_reader *r, const bool *want)
{
	bool *kept = eni_arena_take(&r->arena, r->n + 1);

	memcpy(kept, want, r->n);
	r->cut.want = kept;
	r->cut.wants = r->n;
	r->n_looked_at = 0;
	for (size_t i = 0; r->looked_at != NULL && i < r->n; i++)
		if (want[i])
			r->looked_at[r->n_looked_at++] = (uint16_t)i;
}

/* The row that was read last, good or not; n: how many cells it has. */
static void
present_row(const struct eni_reader *r, struct eni_row *row)
{
	const struct eni_cutter *c = &r->cut;
	const struct eni_list_record *record = r->is_list ? &r->list.record[r->list.at - 1] : NULL;

	if (record != NULL) {
		*row = (struct eni_row){.cell = r->cell, .n = r->n, .place = at_line(r, record->line), .raw = record->raw};
		return;
	}
	row->cell = c->cell;
	row->n = c->cells < ENI_COLUMNS_MAX ? c->cells : ENI_COLUMNS_MAX;
	row->place = (struct eni_place){r->file, c->raw_line, c->raw_row};
	row->passed = r->passed;
	row->raw = r->repeats ? (struct eni_str){NULL, 0} : c->raw; /* elsewhere its marks would repeat another row */
}

/* Reports the present row and puts it with the rejects: 0 to go on, -1 under --strict. */
static int
set_row_aside(struct eni_reader *r, const char *reason)
{
	struct eni_row row;

	present_row(r, &row);
	eni_aside(r->diag, row.place, NULL, "%s", _(reason));
	eni_rejects_row(r, &row, reason);
	return r->diag->strict ? -1 : 0;
}

/* The same for a line that is no record. */
static int
set_line_aside(struct eni_reader *r, const struct eni_list_record *record)
{
	eni_aside(r->diag, at_line(r, record->line), NULL, "%s", _(record->fault));
	eni_rejects_begin_text(r, record->line, record->fault);
	eni_rejects_text(r, record->raw);
	eni_rejects_end_text(r);
	return r->diag->strict ? -1 : 0;
}

/* The same for what could not be cut, which may be longer than the block. */
static int
set_text_aside(struct eni_reader *r)
{
	struct eni_cutter *c = &r->cut;
	const char *reason = c->fault;
	struct eni_str piece = c->raw;

	eni_aside(r->diag, at_line(r, c->fault_line), NULL, "%s", _(reason));
	eni_rejects_begin_text(r, c->raw_line, reason);
	do
		eni_rejects_text(r, piece);
	while (eni_cutter_rest(c, &piece));
	eni_rejects_end_text(r);
	return r->diag->strict ? -1 : 0;
}

static int
set_long_aside(struct eni_reader *r)
{
	struct eni_buf text = {0};
	int rc;

	eni_buf_printf(&text,
	    r->format == ENI_XLSX  ? _("%zu cells, want %zu: something stands beside the columns that have a header")
	    : r->format == ENI_TSV ? _("%zu fields, want %zu: write a tab inside a value as \\t")
				   : _("%zu fields, want %zu: a value with a comma inside needs quotes"),
	    r->cut.cells, r->n);
	eni_buf_char(&text, '\0');
	rc = set_row_aside(r, text.p);
	eni_buf_free(&text);
	return rc;
}

/* Fields beyond the header, empty ones at the end not counted. */
static bool
is_too_long(const struct eni_cutter *c, size_t n)
{
	size_t last = c->cells < ENI_COLUMNS_MAX ? c->cells : ENI_COLUMNS_MAX;

	while (last > n && c->cell[last - 1].n == 0)
		last--;
	return last > n || c->cells > ENI_COLUMNS_MAX;
}

void
eni_row_fill(struct eni_reader *r)
{
	struct eni_cutter *c = &r->cut;

	while (c->cells < r->n)
		c->cell[c->cells++] = (struct eni_str){"", 0};
}

/* 1: a good row; 0: it was set aside; -1: and that ends the run. */
static int
judge_row(struct eni_reader *r)
{
	const struct eni_cutter *c = &r->cut;
	const char *why = judge_bytes(r);

	if (why != NULL)
		return set_row_aside(r, why);
	if (c->cells > r->n && is_too_long(c, r->n))
		return set_long_aside(r);
	eni_row_fill(r);
	return 1;
}

/* Most rows begin with a plain id. */
static bool
begins_with_id(const struct eni_reader *r)
{
	const struct eni_str first = r->cut.cell[0];

	return first.n > 0 && first.p[0] >= '0' && first.p[0] <= 'z' && first.p[0] != '[' && r->counts[0];
}

static void
pass_over(struct eni_reader *r, enum eni_row_sort sort)
{
	struct eni_passed *p = &r->all_passed;

	r->passed++;
	if (sort == ENI_ROW_TOTAL && p->totals++ == 0)
		p->total_line = r->cut.raw_line;
	if (sort == ENI_ROW_REMARK && p->remarks++ == 0)
		p->remark_line = r->cut.raw_line;
}

/* 1: a record; 0: no record, or one that was set aside: what repeats the row above has nothing to repeat then; -1: and that ends
 * the run. */
static int
take_row(struct eni_reader *r)
{
	enum eni_row_sort sort;
	int rc;

	r->repeats = false;
	if ((rc = judge_row(r)) < 1) {
		r->cut.kept.at = SIZE_MAX;
		return rc;
	}
	if (r->counts == NULL)
		return 1;
	if (!begins_with_id(r) && (sort = eni_row_sort(r)) != ENI_ROW_RECORD) {
		pass_over(r, sort);
		return 0;
	}
	if (r->plain || !eni_row_may_repeat(r))
		r->chain = false;
	else if (eni_row_resolve(r) == -1)
		return -1;
	r->cut.kept = eni_cutter_place(&r->cut);
	return 1;
}

static int
next_cut(struct eni_reader *r)
{
	int rc = 0;

	r->passed = 0;
	while (rc == 0) {
		switch (eni_cutter_next(&r->cut)) {
		case ENI_CUT_ROW:
			rc = take_row(r);
			break;
		case ENI_CUT_BAD:
			r->cut.kept.at = SIZE_MAX;
			r->repeats = false;
			rc = set_text_aside(r);
			break;
		case ENI_CUT_END:
			eni_reader_report_book(r);
			return 0;
		case ENI_CUT_FAILED:
			return -1;
		}
	}
	return rc;
}

static int
next_listed(struct eni_reader *r)
{
	struct eni_list *l = &r->list;
	int rc = 0;

	while (rc == 0 && l->at < l->records) {
		const struct eni_list_record *record = &l->record[l->at++];

		if (record->n == 0 && record->fault == NULL)
			continue; /* {} is a blank line */
		memset(r->cell, 0, r->n * sizeof *r->cell);
		for (size_t i = record->first; i < record->first + record->n; i++)
			r->cell[l->cell[i].column] = l->cell[i].text;
		if (record->fault == NULL)
			rc = 1;
		else
			rc = record->raw.n > 0 ? set_line_aside(r, record) : set_row_aside(r, record->fault);
	}
	return rc;
}

int
eni_reader_next(struct eni_reader *r, struct eni_row *row)
{
	int rc;

	if (r->peeked) { /* the record eni_reader_first looked at comes again */
		r->peeked = false;
		rc = r->peeked_rc;
	} else {
		rc = r->is_list ? next_listed(r) : next_cut(r);
	}
	if (rc != 1)
		return rc;
	for (size_t i = 0; r->guarded && i < r->cut.cells && i < r->n; i++)
		r->cut.cell[i] = eni_excel_unguard(r->cut.cell[i]);
	present_row(r, row);
	row->n = r->n;
	return rc;
}

bool
eni_reader_first(struct eni_reader *r, struct eni_row *row)
{
	int rc = eni_reader_next(r, row);

	r->peeked = true;
	r->peeked_rc = rc;
	return rc == 1;
}

/* Fills the empty cells of a sample from a record; true when none is empty any more. */
static bool
fill_sample(struct eni_reader *r, struct eni_str *sample, const struct eni_row *row)
{
	bool full = true;

	for (size_t i = 0; i < r->n; i++) {
		struct eni_str cell = i < row->n ? eni_str_trim(row->cell[i]) : (struct eni_str){"", 0};

		if (sample[i].n == 0 && cell.n > 0)
			sample[i] = eni_arena_keep(&r->arena, cell);
		full = full && (sample[i].n > 0 || eni_header_contact_or_phone(r->header[i]) == NULL);
	}
	return full;
}

bool
eni_reader_sample(struct eni_reader *r, struct eni_row *row)
{
	struct eni_diag silent = {.prog = "", .out = stderr, .quiet = true};
	struct eni_source_options o = r->options;
	struct eni_str *sample;
	struct eni_reader *again;
	struct eni_row next;
	size_t left = SAMPLE_ROWS;

	if (!eni_reader_first(r, row))
		return false;
	sample = eni_arena_clear(&r->arena, (r->n + 1) * sizeof *sample);
	o.rejects = NULL;
	if (!fill_sample(r, sample, row) && strcmp(r->path, "-") != 0 &&
	    (again = eni_reader_open(r->path, NULL, &o, &silent)) != NULL) {
		while (left-- > 0 && again->n == r->n && eni_reader_next(again, &next) > 0 && !fill_sample(r, sample, &next))
			;
		eni_reader_close(again);
	}
	row->cell = sample;
	row->n = r->n;
	return true;
}

static int
reject(struct eni_reader *r, const struct eni_row *row, const char *field, const char *fmt, va_list ap)
{
	struct eni_buf text = {0};

	eni_buf_vprintf(&text, fmt, ap);
	eni_buf_char(&text, '\0');
	eni_aside(r->diag, row->place, field, "%s", text.p);
	eni_rejects_row(r, row, text.p);
	eni_buf_free(&text);
	return -1;
}

int
eni_reader_reject(struct eni_reader *r, const char *field, const char *fmt, ...)
{
	struct eni_row row;
	va_list ap;

	present_row(r, &row);
	va_start(ap, fmt);
	reject(r, &row, field, fmt, ap);
	va_end(ap);
	return -1;
}

int
eni_reader_reject_kept(struct eni_reader *r, const struct eni_row *row, const char *field, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	reject(r, row, field, fmt, ap);
	va_end(ap);
	return -1;
}

bool
eni_header_is_made_up(struct eni_str header)
{
	const char *dot = header.n == 0 ? NULL : memrchr(header.p, '.', header.n);
	size_t at = dot == NULL ? 0 : (size_t)(dot - header.p) + 1;
	int64_t n;

	return at > 0 && eni_count_parse(eni_str_from(header, at), &n) == 1;
}
