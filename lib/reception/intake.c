/* Client records as they come in: see intake.h. */
#include "reception/intake.h"

#include <stdlib.h>

#include "base/name.h"
#include "base/text.h"
#include "book/cell_word.h"
#include "book/noted_end.h"
#include "form/answers.h"
#include "who/partner_kind.h"

/* ---- columns ---- */

size_t
eni_intake_find(const struct eni_intake *q, struct eni_str name)
{
	for (size_t i = 0; i < q->n; i++)
		if (eni_str_eq(q->col[i].name, name))
			return i;
	return SIZE_MAX;
}

static size_t
add_column(struct eni_intake *q, struct eni_str name, const struct eni_field *field)
{
	size_t had = eni_intake_find(q, name);

	if (had != SIZE_MAX)
		return had;
	q->col = eni_grow(q->col, &q->cap, q->n + 1, sizeof *q->col);
	q->col[q->n] = (struct eni_intake_column){.name = eni_arena_keep(&q->arena, name), .field = field, .wanted = true};
	return q->n++;
}

static bool
any_has(const struct eni_intake *q, const char *field)
{
	for (size_t s = 0; s < q->n_sources; s++)
		for (size_t i = 0; i < q->source[s].n; i++)
			if (q->source[s].bound[i] != NULL && strcmp(q->source[s].bound[i]->name, field) == 0)
				return true;
	return false;
}

static size_t
add_field(struct eni_intake *q, const char *name)
{
	return add_column(q, eni_str_of(name), eni_field_find(q->kind, eni_str_of(name)));
}

/* A second column for the same field (lenient) travels on under its own header. */
static void
add_columns_of(struct eni_intake *q, struct eni_intake_source *s)
{
	const struct eni_str *header = eni_reader_header(s->reader, &s->n);

	s->to = eni_arena_take(&q->arena, (s->n + 1) * sizeof *s->to);
	s->joined = eni_arena_take(&q->arena, (s->n + 1) * sizeof *s->joined);
	s->follows = eni_arena_clear(&q->arena, s->n + 1);
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_field *f = s->bound[i];
		size_t next = i + 1;

		while (f != NULL && next < s->n && s->bound[next] != f)
			next++;
		s->joined[i] = f == NULL || next == s->n ? SIZE_MAX : next;
		if (s->joined[i] != SIZE_MAX)
			s->follows[next] = true;
		if (f == NULL && eni_question_is_own(header, s->n, i))
			s->to[i] = SIZE_MAX;                        /* 编号 would be an id for whoever reads what is printed */
		else if (f == NULL || strcmp(f->name, "tags") != 0) /* the last column of all: known when all are there */
			s->to[i] = add_column(q, f == NULL ? header[i] : eni_str_of(f->name), f);
	}
}

/* What every record has, whether its input has it or not. */
static void
complete_columns(struct eni_intake *q)
{
	q->status = q->reason = q->note = q->intent = q->end = q->relative = q->relation = q->tags = q->sort = q->since = SIZE_MAX;
	q->id = add_field(q, "id");
	if (q->kind == ENI_REFERRERS) {
		q->sort = add_field(q, "kind");
		q->since = add_field(q, "since");
		q->name = eni_intake_find(q, ENI_S("org"));
		return;
	}
	q->name = eni_intake_find(q, ENI_S("name"));
	if (q->kind != ENI_CLIENTS)
		return;
	q->relative = eni_intake_find(q, ENI_S("family_name"));
	if (q->relative != SIZE_MAX)
		q->relation = add_field(q, "family_relation");
	q->status = add_field(q, "status");
	q->tags = add_field(q, "tags");
	q->reason = eni_intake_find(q, ENI_S("reason"));
	q->note = eni_intake_find(q, ENI_S("reason_note"));
	q->intent = eni_intake_find(q, ENI_S("intent"));
	q->end = eni_intake_find(q, ENI_S("end_date"));
}

static void
add_columns(struct eni_intake *q)
{
	if (!any_has(q, "id"))
		add_field(q, "id");
	for (size_t s = 0; s < q->n_sources; s++)
		add_columns_of(q, &q->source[s]);
	complete_columns(q);
	for (size_t s = 0; s < q->n_sources; s++)
		for (size_t i = 0; i < q->source[s].n; i++)
			if (q->source[s].bound[i] != NULL && strcmp(q->source[s].bound[i]->name, "tags") == 0)
				q->source[s].to[i] = q->tags;
}

/* ---- opening ---- */

/* What comes in may be a form.  The map shows two headers for one field, where others refuse them. */
static int
bind(struct eni_intake *q, struct eni_intake_source *s, const char *path)
{
	struct eni_book *b = q->book;
	struct eni_headers h = {.aliases = &b->office.aliases,
	    .file = path,
	    .line = eni_reader_head(s->reader)->line,
	    .lenient = q->lenient,
	    .form = true};
	struct eni_row first;
	bool look = false;

	h.name = eni_reader_header(s->reader, &h.n);
	for (size_t i = 0; i < h.n; i++)
		look |= eni_header_contact_or_phone(eni_question_of(h.name[i]).text) != NULL;
	if (look && eni_reader_sample(s->reader, &first))
		h.first = &first;
	s->option = h.option = eni_arena_take(&q->arena, (h.n + 1) * sizeof *h.option);
	s->bound = eni_realloc(NULL, (h.n + 1) * sizeof *s->bound);
	return eni_bind(q->kind, &h, s->bound, b->diag);
}

/* A list without a header line begins with a person: what would follow speaks of columns by what stands in that line. */
static int
refuse_headless(struct eni_intake *q, const struct eni_intake_source *s, const char *path)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->bound[i] != NULL)
			return 0;
	if (q->lenient || s->n == 0)
		return 0;
	return eni_fail(q->book->diag, eni_at(path, 1), NULL,
	    q->kind == ENI_REFERRERS
		? N_("no column of this header is known: want a first line of names such as org, 事業所名 or 机构名称")
		: N_("no column of this header is known: want a first line of names such as name, 氏名 or 姓名; `intake read "
		     "--map` shows what is understood"));
}

/* What services a partner gives says more than its kind: such a column stays as it is, and the kind follows from it. */
static void
keep_services(const struct eni_intake *q, struct eni_intake_source *s, const struct eni_str *header)
{
	for (size_t i = 0; q->kind == ENI_REFERRERS && i < s->n; i++)
		if (s->bound[i] != NULL && strcmp(s->bound[i]->name, "kind") == 0 && eni_header_yields(q->kind, header[i]))
			s->bound[i] = NULL;
}

static int
open_source(struct eni_intake *q, const char *path)
{
	struct eni_book *b = q->book;
	struct eni_source_options o = {.format = b->opt.format,
	    .encoding = b->opt.encoding,
	    .hidden = b->opt.hidden,
	    .fallback = eni_book_fallback(b),
	    .rejects = b->opt.rejects,
	    .spreadsheet = true,
	    .kind = q->kind,
	    .aliases = &b->office.aliases};
	struct eni_intake_source *s = &q->source[q->n_sources];
	const struct eni_str *header;

	if (eni_operand_is_workbook(path))
		return eni_fail(
		    b->diag, ENI_NOWHERE, NULL, "%s: this is no list yet: save the sheet as CSV or .xlsx and give that file", path);
	if (!eni_operand_is_file(path))
		return eni_fail(
		    b->diag, ENI_NOWHERE, NULL, "%s: want a file such as form.csv or ./%s, or - for standard input", path, path);
	if ((s->reader = eni_reader_open(path, path, &o, b->diag)) == NULL)
		return -1;
	q->n_sources++;
	if (bind(q, s, path) == -1)
		return -1;
	header = eni_reader_header(s->reader, &s->n);
	keep_services(q, s, header);
	for (size_t i = 0; i < s->n; i++)
		if (s->bound[i] != NULL || !eni_question_is_own(header, s->n, i))
			eni_sheet_note_headers(q->sheet, header + i, s->bound + i, 1);
	return refuse_headless(q, s, path);
}

static void
begin(struct eni_intake *q, struct eni_book *b)
{
	*q = (struct eni_intake){.book = b, .lenient = q->lenient, .kind = q->kind, .sheet = q->sheet, .usual_kind = q->usual_kind};
	if (q->sheet == NULL)
		q->sheet = q->kind == ENI_REFERRERS ? &b->referrers : &b->clients;
}

void
eni_intake_made(struct eni_intake *q, struct eni_book *b, const char *const *field, size_t n)
{
	begin(q, b);
	for (size_t i = 0; i < n; i++)
		add_field(q, field[i]);
	complete_columns(q);
}

int
eni_intake_open(struct eni_intake *q, struct eni_book *b, char *const *path, size_t n)
{
	bool stdin_used = false;

	begin(q, b);
	q->source = eni_arena_clear(&q->arena, (n + 1) * sizeof *q->source);
	for (size_t i = 0; i < n; i++) {
		bool is_stdin = strcmp(path[i], "-") == 0;

		if (is_stdin && stdin_used)
			return eni_fail(b->diag, ENI_NOWHERE, NULL, "- (standard input) can be read only once");
		stdin_used |= is_stdin;
		if (open_source(q, path[i]) == -1)
			return -1;
	}
	add_columns(q);
	return 0;
}

void
eni_intake_close(struct eni_intake *q)
{
	for (size_t i = 0; i < q->n_sources; i++) {
		eni_reader_close(q->source[i].reader);
		free(q->source[i].bound);
	}
	free(q->col);
	free(q->wire);
	eni_buf_free(&q->text);
	eni_buf_free(&q->words);
	eni_arena_free(&q->arena);
	eni_arena_free(&q->answers);
	*q = (struct eni_intake){0};
}

/* ---- one record ---- */

bool
eni_id_is_temporary(struct eni_str id)
{
	size_t i = 4;

	if (!eni_str_starts(id, ENI_S("new-")))
		return false;
	while (i < id.n && id.p[i] >= '0' && id.p[i] <= '9')
		i++;
	return i == id.n && id.n > 4;
}

/* The text of the record stands still now. */
static void
settle_cells(struct eni_intake *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->col[i].at != SIZE_MAX)
			q->col[i].cell.p = q->text.p + q->col[i].at;
}

static void
clear_cells(struct eni_intake *q)
{
	q->text.n = 0;
	eni_arena_reset(&q->answers);
	for (size_t i = 0; i < q->n; i++) {
		q->col[i].cell = (struct eni_str){"", 0};
		q->col[i].state = ENI_CELL_EMPTY;
		q->col[i].came = false;
		q->col[i].at = SIZE_MAX;
	}
}

static void
put_text(struct eni_intake *q, struct eni_intake_column *c, struct eni_str text)
{
	c->at = q->text.n;
	c->state = ENI_CELL_GOOD;
	eni_buf_add(&q->text, text);
	c->cell.n = text.n;
}

/* The kind of a referrer as far as the list says it, in a cell of an unknown column or in the name. */
static int
kind_said(const struct eni_intake *q)
{
	int kind = 0;

	for (size_t i = 0; kind == 0 && i < q->n; i++)
		if (q->col[i].field == NULL)
			kind = eni_partner_kind_word(q->col[i].cell);
	return kind == 0 && q->name != SIZE_MAX ? eni_partner_kind_name(q->col[q->name].cell) : kind;
}

static void
complete_referrer(struct eni_intake *q)
{
	char today[ENI_WHEN_TEXT];
	int kind = q->col[q->sort].state != ENI_CELL_EMPTY ? 0 : kind_said(q);

	if (kind == 0 && q->col[q->sort].state == ENI_CELL_EMPTY)
		kind = q->usual_kind;
	if (kind != 0)
		put_text(q, &q->col[q->sort], eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, kind)));
	if (q->col[q->since].state == ENI_CELL_EMPTY) {
		eni_when_format((struct eni_when){q->book->today, ENI_NOTIME}, today);
		put_text(q, &q->col[q->since], eni_str_of(today));
	}
}

/* Whether a cell of the record says that the person has died. */
static bool
records_death(const struct eni_intake *q, const struct eni_intake_source *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_field *f = s->to[i] == SIZE_MAX ? NULL : q->col[s->to[i]].field;

		if (eni_field_records_death(f) &&
		    eni_cell_death(&q->book->office, f, q->row.cell[i], q->book->today) == ENI_DEATH_CLIENT)
			return true;
	}
	return false;
}

static int
complete_status(struct eni_intake *q, const struct eni_intake_source *s)
{
	struct eni_intake_column *status = &q->col[q->status];

	if (status->state == ENI_CELL_BAD && records_death(q, s))
		put_text(q, status, eni_str_of(eni_word_code(ENI_V_STATUS, ENI_STATUS_DECEASED)));
	if (status->state == ENI_CELL_BAD && !q->lenient)
		return eni_reader_reject(s->reader, "status", "unknown word; want %s", eni_vocab_list(ENI_V_STATUS));
	if (status->state == ENI_CELL_EMPTY)
		put_text(q, status, eni_str_of(eni_word_code(ENI_V_STATUS, ENI_STATUS_INQUIRY)));
	return 0;
}

/* The cell of the record that goes into that column, as it came. */
static struct eni_str
came_for(const struct eni_intake *q, const struct eni_intake_source *s, size_t column)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->to[i] == column)
			return eni_str_trim(q->row.cell[i]);
	return (struct eni_str){"", 0};
}

/* What the status says goes where the list left the reason, its note or the intent open. */
static void
complete_beside(struct eni_intake *q, const struct eni_intake_source *s)
{
	const struct eni_office *o = &q->book->office;
	struct eni_str status_cell = came_for(q, s, q->status), cell = came_for(q, s, q->reason);
	int status = eni_cell_read(o, q->col[q->status].field, status_cell).code;

	if (q->reason != SIZE_MAX && q->col[q->reason].wanted) {
		struct eni_intake_column *c = &q->col[q->reason];
		struct eni_reason r = eni_reason_read(o, status, status_cell, cell);

		c->came = cell.n > 0;
		if (r.code == ENI_UNKNOWN_WORD) {
			c->state = ENI_CELL_BAD;
			c->cell = cell.n > 0 ? cell : r.note;
		} else if (r.code != 0) {
			put_text(q, c, eni_str_of(eni_word_code(ENI_V_REASON, r.code)));
		}
		if (r.how >= ENI_READ_BY_STEM)
			eni_intake_doubt(q, c, cell.n > 0 ? cell : r.note, ENI_DOUBT_WORD);
		if (q->note != SIZE_MAX && q->col[q->note].wanted && q->col[q->note].state == ENI_CELL_EMPTY && r.note.n > 0)
			put_text(q, &q->col[q->note], r.note);
	}
	if (q->intent != SIZE_MAX && q->col[q->intent].wanted && q->col[q->intent].state == ENI_CELL_EMPTY) {
		int intent = eni_status_says(o, ENI_V_INTENT, status, status_cell);

		if (intent != 0)
			put_text(q, &q->col[q->intent], eni_str_of(eni_word_code(ENI_V_INTENT, intent)));
	}
}

/* The end that another cell alone tells. */
static void
complete_end(struct eni_intake *q, const struct eni_intake_source *s)
{
	const struct eni_office *o = &q->book->office;
	struct eni_day_row day = {q->book->today, ENI_NODAY, 0};
	char text[ENI_WHEN_TEXT];
	unsigned open;

	q->noted_end = ENI_NEVER;
	if (!q->asks_end || (q->end != SIZE_MAX && came_for(q, s, q->end).n > 0))
		return;
	day.status = eni_cell_read(o, q->col[q->status].field, came_for(q, s, q->status)).code;
	for (int i = 0; i < ENI_END_SOURCES && !eni_is_day(q->noted_end); i++) {
		q->noted_by = eni_intake_find(q, eni_str_of(eni_end_sources[i].field));
		if (q->noted_by != SIZE_MAX)
			eni_end_sources[i].read(o, came_for(q, s, q->noted_by), &day, &q->noted_end, &open);
	}
	if (!eni_is_day(q->noted_end))
		return;
	eni_open_days_note(&q->sheet->open_days, q->col[q->noted_by].field, open, q->place);
	if (q->end != SIZE_MAX)
		put_text(q, &q->col[q->end], (struct eni_str){text, eni_when_format(q->noted_end, text)});
}

/* What stands in brackets behind the relative's name. */
static void
complete_relation(struct eni_intake *q, const struct eni_intake_source *s)
{
	struct eni_str said = {"", 0};

	if (q->relation == SIZE_MAX || !q->col[q->relation].wanted || q->col[q->relation].state != ENI_CELL_EMPTY)
		return;
	for (size_t i = 0; i < s->n; i++)
		if (s->to[i] == q->relative)
			said = eni_name_split(q->row.cell[i]).relation;
	if (said.n > 0)
		put_text(q, &q->col[q->relation], said);
}

/* Among the operands of a command a/b would be a file. */
static void
warn_of_id(const struct eni_intake *q, struct eni_str id)
{
	if (eni_is_file_name(id))
		eni_warn(q->book->diag, q->row.place, "id",
		    "commands would take this for a file; -w 'id: ...' finds the record all the same");
}

/* An id for every record, and what else its kind wants.  -1 when it was set aside. */
static int
complete(struct eni_intake *q, const struct eni_intake_source *s)
{
	struct eni_intake_column *id = &q->col[q->id];
	struct eni_str text = id->at == SIZE_MAX ? id->cell : (struct eni_str){q->text.p + id->at, id->cell.n};
	char number[32];

	if (text.n > 0 && !q->lenient && !eni_id_is_clean(text))
		return eni_reader_reject(s->reader, "id", "want letters and digits without blanks");
	if (text.n > 0)
		warn_of_id(q, text);
	if (q->status != SIZE_MAX && complete_status(q, s) == -1)
		return -1;
	if (q->status != SIZE_MAX) {
		complete_beside(q, s);
		complete_end(q, s);
	}
	complete_relation(q, s);
	if (text.n == 0) {
		int n = snprintf(number, sizeof number, "new-%zu", q->nth);

		put_text(q, id, (struct eni_str){number, (size_t)n});
	}
	if (q->kind == ENI_REFERRERS)
		complete_referrer(q);
	return 0;
}

static void
show_in_window(struct eni_intake *q)
{
	struct eni_sheet *s = q->sheet;

	eni_sheet_window(s, q->place);
	for (size_t i = 0; i < q->n_wires; i++) {
		const struct eni_intake_column *c = &q->col[q->wire[i].from];

		if (c->state == ENI_CELL_GOOD || (c->state == ENI_CELL_BAD && s->column[q->wire[i].to].type == ENI_CELL_TEXT))
			eni_sheet_put(s, &q->book->office, q->book->today, q->wire[i].to, c->cell);
		else if (c->state == ENI_CELL_BAD && s->column[q->wire[i].to].type == ENI_CELL_CODE)
			eni_sheet_put_unread(s, q->wire[i].to);
	}
}

static void
label(struct eni_intake *q)
{
	struct eni_intake_column *tags;

	if (q->labels == NULL)
		return;
	tags = &q->col[q->tags];
	eni_labels_tags(q->labels, 0);
	q->words.n = 0;
	eni_labels_text(&q->words, &q->labels->list[ENI_LABEL_TAG]);
	tags->cell = eni_buf_str(&q->words);
	tags->state = tags->cell.n == 0 ? ENI_CELL_EMPTY : ENI_CELL_GOOD;
}

/* The answer in one column. */
static struct eni_str
answer(struct eni_intake *q, const struct eni_intake_source *s, size_t i)
{
	const struct eni_field *f = s->bound[i];
	struct eni_str cell = q->row.cell[i];

	if (cell.n == 0 || f == NULL || (!q->bars && s->option[i].n == 0 && eni_is_plain_answer(cell) && !eni_takes_several(f)))
		return cell;
	return s->option[i].n > 0 ? eni_answer_option(&q->answers, f, s->option[i], cell) : eni_answer(&q->answers, f, cell);
}

/* Of two answers for one field: the later moment, or the words of both. */
static struct eni_str
join(struct eni_intake *q, const struct eni_field *f, struct eni_str a, struct eni_str b)
{
	struct eni_when x, y;

	if (eni_str_trim(a).n == 0 || eni_str_trim(b).n == 0)
		return eni_str_trim(a).n == 0 ? b : a;
	if (f->type == ENI_DATE && eni_office_when(&q->book->office, b, &y) == 1)
		return eni_office_when(&q->book->office, a, &x) == 1 && eni_when_cmp(x, y) > 0 ? a : b;
	return eni_arena_printf(&q->answers, "%.*s、%.*s", (int)a.n, a.p, (int)b.n, b.p);
}

static struct eni_str
joined_answer(struct eni_intake *q, const struct eni_intake_source *s, size_t i)
{
	struct eni_str all = answer(q, s, i);

	while ((i = s->joined[i]) != SIZE_MAX)
		all = join(q, s->bound[i], all, answer(q, s, i));
	return all;
}

/* The reason is read together with the status, once both are there. */
static void
take_cell(struct eni_intake *q, struct eni_intake_column *c, struct eni_str cell)
{
	if (q->seen != NULL)
		q->seen(q->seen_to, c, cell);
	if (q->reason == SIZE_MAX || c != &q->col[q->reason])
		eni_intake_take(q, c, cell);
}

/* 1 taken, 0 passed over, -1 the run stops. */
static int
take_record(struct eni_intake *q, struct eni_intake_source *s)
{
	q->nth += 1 + q->row.passed;
	q->place = q->row.place;
	if (eni_row_is_blank(&q->row))
		return 0;
	clear_cells(q);
	q->bars = q->row.raw.n == 0 || eni_has_answer_bars(q->row.raw); /* yaml and json have no bytes of one record */
	for (size_t i = 0; i < s->n; i++)
		if (s->to[i] != SIZE_MAX && q->col[s->to[i]].wanted && !s->follows[i])
			take_cell(q, &q->col[s->to[i]], joined_answer(q, s, i));
	if (complete(q, s) == -1 || q->book->diag->status == 2)
		return q->book->diag->status == 2 ? -1 : 0;
	settle_cells(q);
	show_in_window(q);
	label(q);
	return 1;
}

/* ---- the stream ---- */

/* What other cells of the record are read by: the day of inquiry, and the relative's name for the relation. */
static bool
is_looked_at(const struct eni_intake *q, const struct eni_field *f)
{
	if (f == NULL || q->kind != ENI_CLIENTS)
		return false;
	return strcmp(f->name, "inquiry_at") == 0 ||
	       (q->relation != SIZE_MAX && q->col[q->relation].wanted && strcmp(f->name, "family_name") == 0);
}

/* Which columns the rules, --where and -f look at; unwanted ones of the input are not even cut. */
static void
wire_up(struct eni_intake *q)
{
	const struct eni_sheet *s = q->sheet;

	q->wired = true;
	q->wire = eni_realloc(NULL, (s->n_columns + 1) * sizeof *q->wire);
	q->col[q->id].wanted = true;
	if (q->status != SIZE_MAX)
		q->col[q->status].wanted = true;
	for (size_t c = 0; c < s->n_columns; c++) {
		size_t from = eni_intake_find(q, s->column[c].name);

		if (from == SIZE_MAX)
			continue;
		q->wire[q->n_wires++] = (struct eni_intake_wire){from, c};
		q->col[from].wanted = true;
	}
	/* The map shows what is told also where the list has no days of leaving. */
	q->asks_end = q->kind == ENI_CLIENTS && (q->lenient || (q->end != SIZE_MAX && q->col[q->end].wanted));
	for (int i = 0; q->asks_end && i < ENI_END_SOURCES; i++) {
		size_t at = eni_intake_find(q, eni_str_of(eni_end_sources[i].field));

		if (at != SIZE_MAX)
			q->col[at].wanted = true;
	}
	for (size_t k = 0; k < q->n_sources; k++) {
		bool *want = eni_arena_clear(&q->arena, q->source[k].n + 1);

		for (size_t i = 0; i < q->source[k].n; i++)
			want[i] = (q->source[k].to[i] != SIZE_MAX && q->col[q->source[k].to[i]].wanted) ||
				  is_looked_at(q, q->source[k].bound[i]);
		eni_reader_want(q->source[k].reader, want);
	}
}

int
eni_intake_next(struct eni_intake *q)
{
	int got = 0;

	if (!q->wired)
		wire_up(q);
	while (got == 0 && q->at < q->n_sources) {
		struct eni_intake_source *s = &q->source[q->at];

		got = eni_reader_next(s->reader, &q->row);
		if (got == 1)
			got = take_record(q, s);
		else if (got == 0)
			q->at++;
	}
	return got;
}
