/* One list as it is understood: see look.h. */
#include "reception/look.h"

#include <stdlib.h>

#include "base/text.h"
#include "book/cell_word.h"

/* ---- of which kind ---- */

/* How many columns of the file are known in that kind. */
static size_t
count_known(struct eni_book *b, const char *path, enum eni_kind kind)
{
	struct eni_diag silent = {.prog = "", .out = stderr, .quiet = true};
	const struct eni_source_options o = {.format = b->opt.format,
	    .encoding = b->opt.encoding,
	    .hidden = b->opt.hidden,
	    .fallback = eni_book_fallback(b),
	    .spreadsheet = true,
	    .kind = kind,
	    .aliases = &b->office.aliases};
	struct eni_headers h = {.aliases = &b->office.aliases, .lenient = true, .form = kind == ENI_CLIENTS};
	struct eni_reader *r = eni_reader_open(path, NULL, &o, &silent);
	const struct eni_field **bound;
	size_t known = 0;

	if (r == NULL)
		return 0;
	h.name = eni_reader_header(r, &h.n);
	h.option = eni_realloc(NULL, (h.n + 1) * sizeof *h.option);
	bound = eni_realloc(NULL, (h.n + 1) * sizeof *bound);
	if (eni_bind(kind, &h, bound, &silent) == 0)
		for (size_t i = 0; i < h.n; i++)
			known += bound[i] != NULL;
	free(bound);
	free(h.option);
	eni_reader_close(r);
	return known;
}

static enum eni_kind
kind_by_name(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1, *dot = strchr(name, '.');

	return eni_kind_find((struct eni_str){name, dot == NULL ? strlen(name) : (size_t)(dot - name)});
}

enum eni_kind
eni_look_kind(struct eni_book *b, const char *path, bool *named)
{
	enum eni_kind kind = kind_by_name(path), best = ENI_CLIENTS;
	size_t most = 0;

	*named = kind != ENI_KINDS;
	if (*named || strcmp(path, "-") == 0)
		return *named ? kind : ENI_CLIENTS;
	if (eni_phonelog_is_cdr(b, path))
		return ENI_CALLS;
	for (kind = ENI_CLIENTS; kind < ENI_KINDS; kind++) {
		size_t known = count_known(b, path, kind);

		if (known > most) {
			most = known;
			best = kind;
		}
	}
	return best;
}

/* ---- words ---- */

static struct eni_word_reading
read_word(const struct eni_book *b, const struct eni_field *f, struct eni_str word)
{
	struct eni_word_reading r = eni_cell_read(&b->office, f, word);
	int code = r.how == ENI_UNREAD && f->type == ENI_YES ? eni_yes_read(f->vocab, word, b->today) : (int)ENI_UNKNOWN_WORD;

	return code == ENI_UNKNOWN_WORD ? r : (struct eni_word_reading){.code = code, .how = ENI_READ_WHOLE};
}

static void
note_word(struct eni_look *l, const struct eni_field *f, struct eni_str word, struct eni_word_reading reading)
{
	struct eni_buf key = {0};
	struct eni_look_word *x;
	uint32_t at;

	/* the same reason may be read in two ways: beside 入院中 it says hospital */
	eni_buf_printf(&key, "%s%c%d%c", f->name, 0x1f, (int)reading.how, 0x1f); /* the unit separator: no field has one */
	eni_buf_add(&key, word);
	if ((at = eni_map_get(&l->by_word, eni_buf_str(&key))) == ENI_NONE) {
		at = eni_map_add(&l->by_word, eni_arena_keep(&l->arena, eni_buf_str(&key)), (uint32_t)l->n_words);
		l->word = eni_grow(l->word, &l->cap_words, l->n_words + 1, sizeof *l->word);
		x = &l->word[l->n_words++];
		*x = (struct eni_look_word){.field = f, .word = eni_arena_keep(&l->arena, word), .reading = reading};
		if (f->vocab == ENI_V_STATUS && reading.code != ENI_UNKNOWN_WORD)
			x->beside = eni_word_known(eni_status_says(&l->in.book->office, ENI_V_REASON, reading.code, x->word));
	}
	l->word[at].count++;
	eni_buf_free(&key);
}

static bool
has_words(const struct eni_field *f)
{
	return f != NULL && f->vocab != ENI_V_NONE &&
	       (f->type == ENI_ENUM || f->type == ENI_YES || f->type == ENI_ENUMS || f->type == ENI_WORDS || f->type == ENI_WISHES);
}

/* A field of several words is read word by word, unless the office has a word for all of them. */
static bool
is_read_whole(const struct eni_look *l, const struct eni_field *f, struct eni_str cell)
{
	return f->type == ENI_ENUM || f->type == ENI_YES || eni_office_value(&l->in.book->office, eni_str_of(f->name), cell).n > 0;
}

static void
note_words(struct eni_look *l, const struct eni_field *f, struct eni_str cell)
{
	const struct eni_book *b = l->in.book;
	struct eni_str piece;

	if (is_read_whole(l, f, cell))
		note_word(l, f, cell, read_word(b, f, cell));
	else
		while (eni_piece(&cell, &piece))
			note_word(l, f, piece, read_word(b, f, piece));
}

/* The reason is read together with the status. */
static void
note_reason(struct eni_look *l)
{
	const struct eni_intake *q = &l->in;
	const struct eni_office *o = &q->book->office;
	struct eni_str status = l->written[q->status], cell = l->written[q->reason];
	struct eni_reason r = eni_reason_read(o, eni_cell_read(o, q->col[q->status].field, status).code, status, cell);

	if (cell.n > 0)
		note_word(l, q->col[q->reason].field, cell, (struct eni_word_reading){.code = r.code, .how = r.how});
}

static void
see(void *to, const struct eni_intake_column *c, struct eni_str cell)
{
	struct eni_look *l = to;
	size_t i = (size_t)(c - l->in.col);

	cell = eni_str_trim(cell);
	l->written[i] = cell;
	if (l->kind != ENI_CALLS && has_words(c->field) && i != l->in.reason && cell.n > 0)
		note_words(l, c->field, cell);
}

/* ---- cells to look at ---- */

static void
note_cell(struct eni_look *l, const struct eni_field *f, struct eni_str cell, enum eni_look_doubt what)
{
	size_t i = 0;

	while (i < l->n_cells && (l->cells[i].field != f || l->cells[i].what != what))
		i++;
	if (i == l->n_cells) {
		l->cells = eni_grow(l->cells, &l->cap_cells, l->n_cells + 1, sizeof *l->cells);
		l->cells[l->n_cells++] = (struct eni_look_cells){.field = f, .what = what};
	}
	if (l->cells[i].count < ENI_LOOK_EXAMPLES) {
		l->cells[i].place[l->cells[i].count] = l->in.place;
		l->cells[i].cell[l->cells[i].count] = eni_arena_pack(&l->arena, cell);
	}
	l->cells[i].count++;
}

/* Words are counted as they come, see(); of a log only its own reader knows what is doubtful. */
static void
doubt(void *to, const struct eni_intake_column *c, struct eni_str cell, enum eni_doubt what)
{
	const struct eni_look *l = to;

	if (what != ENI_DOUBT_WORD && l->kind != ENI_CALLS)
		note_cell(to, c->field, cell, what == ENI_DOUBT_PHONE ? ENI_LOOK_PHONE : ENI_LOOK_UNREAD);
}

/* 10/28入院: whether a text begins with a day. */
static bool
begins_with_day(const struct eni_look *l, struct eni_str text)
{
	enum { SHORTEST = 4, LONGEST = 24 };
	const struct eni_day_row row = {l->in.book->today, ENI_NODAY, 0};
	struct eni_when day;

	for (size_t n = text.n < LONGEST ? text.n : LONGEST; n >= SHORTEST; n--)
		if ((n == text.n || ((unsigned char)text.p[n] & 0xc0) != 0x80) &&
		    eni_day_read(&l->in.book->office, NULL, (struct eni_str){text.p, n}, &row, &day, NULL) == 1)
			return true;
	return false;
}

/* A note may say when somebody went whose day of leaving is not filled in. */
static void
look_for_day(struct eni_look *l)
{
	const struct eni_intake *q = &l->in;
	size_t end = eni_intake_find(q, ENI_S("end_date"));

	if (q->status == SIZE_MAX)
		return;
	if (eni_is_day(q->noted_end)) {
		note_cell(l, q->col[q->noted_by].field, q->col[q->noted_by].cell, ENI_LOOK_NOTED);
		return;
	}
	if ((end != SIZE_MAX && q->col[end].state != ENI_CELL_EMPTY) ||
	    !eni_status_is(eni_word_find(ENI_V_STATUS, q->col[q->status].cell), ENI_IS_GONE))
		return;
	for (size_t i = 0; i < q->n; i++) {
		const struct eni_intake_column *c = &q->col[i];

		if (c->came && c->field != NULL && (strcmp(c->field->name, "note") == 0 || i == q->note) &&
		    begins_with_day(l, c->cell))
			note_cell(l, c->field, c->cell, ENI_LOOK_NOTE);
	}
}

/* ---- samples ---- */

static struct eni_look_sample_cell
sample_cell(struct eni_look *l, struct eni_str header, const struct eni_intake_column *c)
{
	return (struct eni_look_sample_cell){.header = header,
	    .written = eni_arena_pack(&l->arena, l->written[c - l->in.col]),
	    .field = c->field,
	    .value = eni_arena_pack(&l->arena, c->cell),
	    .unread = c->state == ENI_CELL_BAD};
}

/* The columns of the list, in its order, then what follows from them; but no id that the record has only for now, and no tags. */
static void
take_sample(struct eni_look *l)
{
	const struct eni_intake *q = &l->in;
	const struct eni_intake_source *s = &q->source[0];
	const struct eni_str *header = q->row.n == 0 ? NULL : eni_reader_header(s->reader, &(size_t){0});
	struct eni_look_sample *x = &l->sample[l->samples++];

	x->place = q->place;
	x->cell = eni_arena_take(&l->arena, (s->n + q->n + 1) * sizeof *x->cell);
	for (size_t i = 0; i < s->n; i++)
		if (s->to[i] != SIZE_MAX && !s->follows[i] && l->written[s->to[i]].n > 0)
			x->cell[x->n++] = sample_cell(l, header[i], &q->col[s->to[i]]);
	for (size_t i = 0; i < q->n; i++)
		if (l->written[i].n == 0 && q->col[i].cell.n > 0 && i != q->id && i != q->tags)
			x->cell[x->n++] = sample_cell(l, (struct eni_str){"", 0}, &q->col[i]);
}

/* ---- reading ---- */

static void
take_record(struct eni_look *l)
{
	const struct eni_intake_source *s = &l->in.source[0];

	l->records++;
	for (size_t i = 0; i < s->n; i++) {
		l->filled[i] += eni_str_trim(l->in.row.cell[i]).n > 0;
		l->repeats += eni_reader_repeats(s->reader, i) != ENI_REPEATS_NONE;
	}
	if (l->in.status != SIZE_MAX && l->in.reason != SIZE_MAX)
		note_reason(l);
	look_for_day(l);
	if (l->samples < ENI_LOOK_SAMPLES)
		take_sample(l);
}

static int
read_list(struct eni_look *l, struct eni_book *b, char *path)
{
	int got;

	eni_sheet_init(&l->sheet, l->kind);
	l->in.kind = l->kind;
	l->in.sheet = &l->sheet;
	l->in.lenient = true;
	if (eni_intake_open(&l->in, b, &path, 1) == -1)
		return -1;
	l->filled = eni_arena_clear(&l->arena, (l->in.source[0].n + 1) * sizeof *l->filled);
	l->written = eni_arena_clear(&l->arena, (l->in.n + 1) * sizeof *l->written);
	l->in.doubt = doubt;
	l->in.seen = see;
	l->in.doubt_to = l->in.seen_to = l;
	while ((got = eni_intake_next(&l->in)) == 1)
		take_record(l);
	return got;
}

static int
read_log(struct eni_look *l, struct eni_book *b, const char *path)
{
	const struct eni_unknown_words *unread = &l->sheet.unknown;
	int rc;

	l->log = (struct eni_phonelog){.book = b, .unread = &l->sheet.unknown};
	rc = eni_phonelog_read(&l->log, path);
	for (size_t i = 0; i < unread->n; i++) {
		const struct eni_unknown_word *x = &unread->one[i];

		l->word = eni_grow(l->word, &l->cap_words, l->n_words + 1, sizeof *l->word);
		l->word[l->n_words++] = (struct eni_look_word){
		    .field = x->field, .word = x->word, .reading = {.code = x->code, .how = x->how}, .count = x->count};
	}
	return rc;
}

int
eni_look_at(struct eni_look *l, struct eni_book *b, char *path)
{
	bool again = strcmp(path, "-") != 0;

	l->file = path;
	l->cdr = l->kind == ENI_CALLS && again && eni_phonelog_is_cdr(b, path);
	if (!l->cdr && read_list(l, b, path) == -1)
		return -1;
	return l->kind == ENI_CALLS && again ? read_log(l, b, path) : 0;
}

bool
eni_look_knows_any(const struct eni_look *l)
{
	for (size_t i = 0; i < l->in.source[0].n; i++)
		if (l->in.source[0].bound[i] != NULL)
			return true;
	return false;
}

void
eni_look_free(struct eni_look *l)
{
	eni_intake_close(&l->in);
	eni_sheet_free(&l->sheet);
	eni_phonelog_free(&l->log);
	eni_map_free(&l->by_word);
	free(l->word);
	free(l->cells);
	eni_arena_free(&l->arena);
	*l = (struct eni_look){0};
}
