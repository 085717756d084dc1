/* Record files as streams of chosen fields: see book.h. */
#include <assert.h>
#include <stdlib.h>

#include "book/book.h"
#include "book/cell_word.h"
#include "book/files.h"

/* A journal or visits without a column of ids would be passed over without a word. */
static int
check_ids(const struct eni_stream *s, struct eni_book *b, enum eni_kind kind, const char *shown, const char *const *name)
{
	const struct eni_field *id = eni_field_find(kind, ENI_S("id"));

	if (s->n_header == 0 || id == NULL || (id->traits & ENI_MUST) == 0)
		return 0;
	for (size_t k = 0; k < s->n; k++)
		if (name[k] != NULL && strcmp(name[k], "id") == 0 && s->at[k] == SIZE_MAX)
			return eni_fail(b->diag, eni_at(shown, 1), "id",
			    "no such column, nor one of names: want one such as 利用者番号 or 氏名 (客户编号, 姓名)");
	return 0;
}

/* Rows without their day count for nothing, so a file without its column would be no file at all. */
static int
check_day(const struct eni_stream *s, struct eni_book *b, enum eni_kind kind, const char *shown, const char *const *name)
{
	const struct eni_str *header = eni_reader_header(s->reader, &(size_t){0});
	struct eni_str *unknown = eni_realloc(NULL, (s->n_header + 1) * sizeof *unknown);
	size_t n = 0;

	for (size_t i = 0; i < s->n_header; i++)
		if (s->bound[i] == NULL)
			unknown[n++] = header[i];
	for (size_t k = 0; k < s->n && s->n_header > 0; k++) {
		const struct eni_field *f = name[k] == NULL ? NULL : eni_field_find(kind, eni_str_of(name[k]));
		const char *near;

		if (f == NULL || f->type != ENI_DATE || (f->traits & ENI_MUST) == 0 || s->at[k] != SIZE_MAX)
			continue;
		near = eni_header_near(kind, f, unknown, n);
		eni_aside(b->diag, eni_at(shown, 1), f->name,
		    near == NULL ? N_("no such column, without which no row counts")
				 : N_("no such column, without which no row counts; nearest is %s: aliases: {%s: %s} in "
				      "office.yaml maps it"),
		    near, near, f->name);
	}
	free(unknown);
	return b->diag->status == 2 ? -1 : 0;
}

int
eni_stream_open(struct eni_stream *s, struct eni_book *b, enum eni_kind kind, const char *const *name, size_t n)
{
	struct eni_source_options o = {.fallback = eni_book_fallback(b),
	    .hidden = b->opt.hidden,
	    .spreadsheet = true,
	    .kind = kind,
	    .aliases = &b->office.aliases};
	const struct eni_str *header;
	const char *path;
	bool *want;
	int found = eni_book_file(&b->arena, b->opt.dir, kind, &path, &o.format, b->diag);

	assert(n <= ENI_STREAM_FIELDS);
	*s = (struct eni_stream){.book = b, .n = n};
	for (size_t k = 0; k < n; k++) {
		s->at[k] = SIZE_MAX;
		s->asked |= (uint32_t)(name[k] != NULL) << k;
	}
	if (found != 0)
		return found;
	if ((s->reader = eni_reader_open(path, eni_book_shown(path), &o, b->diag)) == NULL)
		return -1;
	if (eni_book_bind(b, s->reader, kind, eni_book_shown(path), &s->bound) == -1) {
		eni_stream_close(s);
		return -1;
	}
	header = eni_reader_header(s->reader, &s->n_header);
	want = eni_realloc(NULL, s->n_header + 1);
	memset(want, 0, s->n_header);
	for (size_t i = 0; i < s->n_header; i++) {
		struct eni_str column = s->bound[i] != NULL ? eni_str_of(s->bound[i]->name) : header[i];

		for (size_t k = 0; k < n; k++)
			if (name[k] != NULL && eni_str_is(column, name[k])) {
				s->at[k] = i;
				want[i] = true;
			}
	}
	eni_reader_want(s->reader, want);
	free(want);
	if (check_ids(s, b, kind, eni_book_shown(path), name) == 0 && check_day(s, b, kind, eni_book_shown(path), name) == 0) {
		s->voids = eni_voids_of(b, kind);
		return 0;
	}
	eni_stream_close(s);
	return -1;
}

static int
read_day(const struct eni_stream *s, size_t k, struct eni_when *out, unsigned *open)
{
	const struct eni_day_row row = {s->book->today, ENI_NODAY, 0};
	const struct eni_field *f = eni_stream_has(s, k) ? s->bound[s->at[k]] : NULL;

	return eni_day_read(&s->book->office, f, eni_stream_cell(s, k), &row, out, open);
}

int
eni_stream_when(const struct eni_stream *s, size_t k, struct eni_when *out)
{
	return read_day(s, k, out, NULL);
}

int
eni_stream_word(const struct eni_stream *s, size_t k, struct eni_unknown_words *unknown)
{
	const struct eni_field *f = eni_stream_has(s, k) ? s->bound[s->at[k]] : NULL;
	struct eni_str cell = eni_str_trim(eni_stream_cell(s, k));
	struct eni_word_reading r;

	if (f == NULL)
		return 0;
	r = eni_cell_read(&s->book->office, f, cell);
	if (r.how == ENI_UNREAD)
		eni_unknown_words_note(unknown, f, cell, s->row.place, r);
	return r.code;
}

void
eni_stream_note_open(const struct eni_stream *s, size_t k, struct eni_open_days *to)
{
	struct eni_when w;
	unsigned open;

	if (read_day(s, k, &w, &open) == 1 && open != 0)
		eni_open_days_note(to, s->bound[s->at[k]], open, s->row.place);
}

/* ---- rows taken back ---- */

bool
eni_stream_taken_back(struct eni_stream *s)
{
	s->taken_back = true;
	return s->voids != NULL;
}

static bool
is_seen(struct eni_stream *s)
{
	const struct eni_voids *v = s->voids;
	uint32_t line = s->row.place.line;

	while (s->next_void < v->n && v->row[s->next_void].line < line)
		s->next_void++;
	if (s->next_void == v->n || v->row[s->next_void].line != line)
		return !s->taken_back;
	return s->taken_back && v->row[s->next_void].taken_back;
}

static int
next_row(struct eni_stream *s)
{
	int got;

	do
		got = eni_reader_next(s->reader, &s->row);
	while (got > 0 && s->voids != NULL && !is_seen(s));
	return got;
}

/* ---- rows about people, read ahead ---- */

/* Rows read ahead, with copies of the cells that were asked for: the reader forgets its own with the next row. */
enum { AHEAD = 32 };
struct eni_ahead {
	struct eni_book *book;
	const char *state;
	size_t stride;
	int at, n, got; /* got: what the reader said last */
	struct eni_arena texts;
	struct eni_str *cell; /* AHEAD times the header's columns */
	struct eni_place place[AHEAD];
	uint32_t who[AHEAD];
};

void
eni_stream_people(struct eni_stream *s, struct eni_book *b, const void *state, size_t stride)
{
	struct eni_ahead *a = eni_realloc(NULL, sizeof *a);

	assert(b->stage >= ENI_BOOK_LOADED);
	*a = (struct eni_ahead){.book = b, .state = state, .stride = stride, .got = 1};
	a->cell = eni_realloc(NULL, (s->n_header + 1) * AHEAD * sizeof *a->cell);
	memset(a->cell, 0, (s->n_header + 1) * AHEAD * sizeof *a->cell);
	s->ahead = a;
}

/* The cells that were asked for, one behind the other. */
static void
keep_row(struct eni_stream *s, struct eni_ahead *a)
{
	struct eni_str *cell = a->cell + (size_t)a->n * s->n_header;
	size_t room = 0;
	char *p;

	for (size_t k = 0; k < s->n; k++)
		room += s->at[k] == SIZE_MAX ? 0 : s->row.cell[s->at[k]].n;
	p = eni_arena_take(&a->texts, room + 1);
	for (size_t k = 0; k < s->n; k++) {
		struct eni_str text;

		if (s->at[k] == SIZE_MAX)
			continue;
		text = s->row.cell[s->at[k]];
		if (text.n > 0)
			memcpy(p, text.p, text.n);
		cell[s->at[k]] = (struct eni_str){p, text.n};
		p += text.n;
	}
	a->place[a->n++] = s->row.place;
}

static struct eni_str
id_ahead(const struct eni_stream *s, int i)
{
	return s->at[0] == SIZE_MAX ? (struct eni_str){"", 0} : eni_str_trim(s->ahead->cell[(size_t)i * s->n_header + s->at[0]]);
}

static void
look_ahead(struct eni_stream *s, struct eni_ahead *a)
{
	a->at = a->n = 0;
	eni_arena_reset(&a->texts);
	while (a->n < AHEAD && (a->got = next_row(s)) > 0) {
		keep_row(s, a);
		eni_book_prefetch(a->book, id_ahead(s, a->n - 1));
	}
	for (int i = 0; i < a->n; i++) {
		a->who[i] = eni_book_find(a->book, id_ahead(s, i));
		if (a->state != NULL && a->who[i] < a->book->clients.n)
			__builtin_prefetch(a->state + a->who[i] * a->stride, 1);
	}
}

int
eni_stream_next(struct eni_stream *s)
{
	struct eni_ahead *a = s->ahead;

	if (s->reader == NULL)
		return 0;
	if (a == NULL)
		return next_row(s);
	if (a->at == a->n && a->got > 0)
		look_ahead(s, a);
	if (a->at == a->n)
		return a->got;
	s->row = (struct eni_row){.cell = a->cell + (size_t)a->at * s->n_header, .n = s->n_header, .place = a->place[a->at]};
	s->who = a->who[a->at++];
	return 1;
}

void
eni_stream_close(struct eni_stream *s)
{
	eni_reader_close(s->reader);
	free(s->bound);
	if (s->ahead != NULL) {
		eni_arena_free(&s->ahead->texts);
		free(s->ahead->cell);
		free(s->ahead);
	}
	s->ahead = NULL;
	s->reader = NULL;
	s->bound = NULL;
}
