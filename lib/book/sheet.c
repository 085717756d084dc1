/*
 * Typed columns: see sheet.h.  One pass over the input; per cell no allocation but the text itself.
 */
#include "book/sheet.h"

#include <assert.h>
#include <stdlib.h>

#include "base/bounds.h"
#include "base/name.h"
#include "base/num.h"
#include "base/text.h"
#include "book/cell_word.h"
#include "book/noted_end.h"
#include "rec/hints.h"
#include "rec/refusal.h"
#include "rec/wishes.h"

/* ---- texts: blocks of 4 MiB, a text is its length (varint) and its bytes; place = block number and offset ---- */

enum { POOL_BITS = 22, POOL_BLOCK = 1 << POOL_BITS };

static char *
pool_room(struct eni_pool *p, size_t bytes)
{
	if (p->n_blocks == 0 || p->used + bytes > POOL_BLOCK) {
		p->block = eni_grow(p->block, &p->cap, p->n_blocks + 1, sizeof(char *));
		p->block[p->n_blocks] = eni_realloc(NULL, POOL_BLOCK);
		p->used = p->n_blocks == 0 ? 1 : 0; /* place 0 means empty */
		p->n_blocks++;
	}
	return p->block[p->n_blocks - 1] + p->used;
}

static uint32_t
pool_put(struct eni_pool *p, struct eni_str s)
{
	size_t n = s.n;
	uint32_t at;
	char *to;

	if (s.n == 0)
		return 0;
	to = pool_room(p, s.n + 5);
	at = (uint32_t)(((p->n_blocks - 1) << POOL_BITS) + p->used);
	for (; n >= 0x80; n >>= 7)
		*to++ = (char)(0x80 | (n & 0x7f));
	*to++ = (char)n;
	memcpy(to, s.p, s.n);
	p->used = (size_t)(to + s.n - p->block[p->n_blocks - 1]);
	return at;
}

static struct eni_str
pool_get(const struct eni_pool *p, uint32_t at)
{
	const unsigned char *from;
	size_t n = 0;
	unsigned shift = 0;

	if (at == 0)
		return (struct eni_str){"", 0};
	from = (const unsigned char *)p->block[at >> POOL_BITS] + (at & (POOL_BLOCK - 1));
	for (; (*from & 0x80) != 0; from++, shift += 7)
		n |= (size_t)(*from & 0x7f) << shift;
	n |= (size_t)*from++ << shift;
	return (struct eni_str){(const char *)from, n};
}

/* ---- columns ---- */

void
eni_sheet_init(struct eni_sheet *s, enum eni_kind kind)
{
	*s = (struct eni_sheet){.kind = kind};
	eni_sheet_want(s, ENI_S("id"), ENI_AS_RAW);
}

void
eni_sheet_free(struct eni_sheet *s)
{
	for (size_t i = 0; i < s->n_columns; i++)
		free(s->column[i].cell.code);
	for (size_t i = 0; i < s->pool.n_blocks; i++)
		free(s->pool.block[i]);
	free(s->pool.block);
	free(s->column);
	free(s->line);
	free(s->row);
	free(s->file);
	free(s->files);
	free(s->selected);
	free(s->same);
	free(s->same_last);
	free(s->header);
	free(s->namesake);
	free(s->foreign);
	eni_map_free(&s->last_of);
	eni_unknown_words_free(&s->unknown);
	eni_open_days_free(&s->open_days);
	eni_map_free(&s->by_id);
	eni_arena_free(&s->arena);
	*s = (struct eni_sheet){0};
}

static enum eni_cell_type
cell_type(const struct eni_field *f, enum eni_as as)
{
	if (as == ENI_AS_DEATH)
		return ENI_CELL_CODE;
	if (f == NULL || as != ENI_AS_TYPED)
		return ENI_CELL_TEXT;
	switch (f->type) {
	case ENI_ENUM:
	case ENI_YES:
		return ENI_CELL_CODE;
	case ENI_DATE:
	case ENI_MONTH:
		return ENI_CELL_WHEN;
	case ENI_NUMBER:
	case ENI_MONEY:
	case ENI_BUDGET:
		return ENI_CELL_NUMBER;
	case ENI_WEEKDAYS:
		return ENI_CELL_BITS;
	default:
		return ENI_CELL_TEXT;
	}
}

/* A text is the same typed and raw. */
static bool
is_kept_as(const struct eni_sheet_column *c, enum eni_as as, enum eni_cell_type type)
{
	return c->as == as ||
	       (type == ENI_CELL_TEXT && c->type == ENI_CELL_TEXT && c->as != ENI_AS_ADDRESSED && as != ENI_AS_ADDRESSED);
}

/* Its number, or n_columns. */
static size_t
find_column(const struct eni_sheet *s, struct eni_str name, enum eni_as as, enum eni_cell_type type)
{
	size_t i = 0;

	while (i < s->n_columns && !(eni_str_eq(s->column[i].name, name) && is_kept_as(&s->column[i], as, type)))
		i++;
	return i;
}

size_t
eni_sheet_want(struct eni_sheet *s, struct eni_str name, enum eni_as as)
{
	const struct eni_field *f = eni_field_find(s->kind, name);
	enum eni_cell_type type = cell_type(f, as);
	size_t i = find_column(s, name, as, type);

	assert(!s->settled);
	if (i < s->n_columns)
		return i;
	s->column = eni_grow(s->column, &s->cap_columns, s->n_columns + 1, sizeof *s->column);
	s->column[s->n_columns] = (struct eni_sheet_column){.name = eni_arena_keep(&s->arena, name),
	    .field = f,
	    .as = as,
	    .type = type,
	    .is_name = f != NULL && (f->traits & ENI_PERSON) != 0,
	    .cell = {.code = NULL}};
	return s->n_columns++;
}

bool
eni_sheet_wants(const struct eni_sheet *s, struct eni_str name, enum eni_as as)
{
	return find_column(s, name, as, cell_type(eni_field_find(s->kind, name), as)) < s->n_columns;
}

size_t
eni_sheet_find(const struct eni_sheet *s, struct eni_str name, enum eni_as as)
{
	size_t i = find_column(s, name, as, cell_type(eni_field_find(s->kind, name), as));

	assert(i < s->n_columns);
	return i;
}

void
eni_sheet_settle(struct eni_sheet *s)
{
	s->settled = true;
}

static size_t
cell_size(enum eni_cell_type type)
{
	static const size_t size[] = {
	    [ENI_CELL_CODE] = 1, [ENI_CELL_WHEN] = 4, [ENI_CELL_NUMBER] = 8, [ENI_CELL_BITS] = 4, [ENI_CELL_TEXT] = 4};
	ENI_ROW_FOR_EACH(size, ENI_CELL_TYPES);

	return size[type];
}

static void
clear_cells(struct eni_sheet_column *c, size_t from, size_t to)
{
	switch (c->type) {
	case ENI_CELL_CODE:
		memset(c->cell.code + from, 0, to - from);
		break;
	case ENI_CELL_WHEN:
		for (size_t row = from; row < to; row++)
			c->cell.when[row] = ENI_PACKED_NONE;
		break;
	case ENI_CELL_NUMBER:
		for (size_t row = from; row < to; row++)
			c->cell.number[row] = INT64_MIN;
		break;
	default:
		memset(c->cell.text + from, 0, (to - from) * sizeof *c->cell.text);
	}
}

/* Rows up to `to` have empty cells in every column. */
static void
clear_rows(struct eni_sheet *s, size_t to)
{
	for (size_t i = 0; i < s->n_columns; i++)
		if (s->column[i].cell.code != NULL)
			clear_cells(&s->column[i], s->cleared, to);
	s->cleared = to;
}

static void *
grown(void *p, size_t cap, size_t want, size_t size)
{
	return eni_grow(p, &cap, want, size);
}

static void
grow_rows(struct eni_sheet *s)
{
	size_t cap = s->cap, want = s->n + 1;

	for (size_t i = 0; i < s->n_columns; i++)
		if (s->column[i].cell.code != NULL)
			s->column[i].cell.code = grown(s->column[i].cell.code, cap, want, cell_size(s->column[i].type));
	s->file = grown(s->file, cap, want, sizeof *s->file);
	s->row = grown(s->row, cap, want, sizeof *s->row);
	s->selected = grown(s->selected, cap, want, sizeof *s->selected);
	if (s->same != NULL) {
		s->same = grown(s->same, cap, want, sizeof *s->same);
		s->same_last = grown(s->same_last, cap, want, sizeof *s->same_last);
	}
	s->line = eni_grow(s->line, &s->cap, want, sizeof *s->line);
}

/* Some rows are cleared at a time, since there are many columns. */
enum { CLEARED = 64 };

static size_t
add_row(struct eni_sheet *s)
{
	if (s->n == s->cap)
		grow_rows(s);
	if (s->n == s->cleared)
		clear_rows(s, s->n + CLEARED < s->cap ? s->n + CLEARED : s->cap);
	s->selected[s->n] = false;
	if (s->same != NULL)
		s->same[s->n] = s->same_last[s->n] = ENI_NONE;
	return s->n++;
}

/* A column no input has takes no memory: it is made when the first input that has it is loaded. */
static void
make_column(struct eni_sheet *s, struct eni_sheet_column *c)
{
	if (c->cell.code != NULL)
		return;
	c->cell.code = eni_realloc(NULL, (s->cap + 1) * cell_size(c->type));
	clear_cells(c, 0, s->cleared);
}

static void
set_place(struct eni_sheet *s, size_t row, struct eni_place at)
{
	size_t i = 0;

	while (i < s->n_files && s->files[i] != at.file)
		i++;
	if (i == s->n_files) {
		s->files = eni_realloc(s->files, (s->n_files + 1) * sizeof *s->files);
		s->files[s->n_files++] = at.file;
	}
	s->file[row] = (uint8_t)(i < UINT8_MAX ? i : UINT8_MAX - 1);
	s->line[row] = at.line;
	s->row[row] = at.row;
}

struct eni_place
eni_sheet_place(const struct eni_sheet *s, size_t row)
{
	return (struct eni_place){s->files[s->file[row]], s->line[row], s->row[row]};
}

/* ---- cells in ---- */

void
eni_sheet_report_unknown_words(struct eni_sheet *s, struct eni_diag *d)
{
	eni_unknown_words_report(&s->unknown, d);
	eni_open_days_report_rough(&s->open_days, d);
}

static int
code_of(struct eni_sheet *s, const struct eni_feed *f, const struct eni_field *field, struct eni_str cell, struct eni_place at)
{
	struct eni_word_reading r;
	int plain = eni_word_plain(field->vocab, cell);

	if (plain != 0 || cell.n == 0)
		return plain;
	r = eni_cell_read(f->office, field, cell);
	if (r.how == ENI_UNREAD && field->type == ENI_YES &&
	    (r.code = eni_yes_read(field->vocab, cell, f->today)) != ENI_UNKNOWN_WORD)
		return r.code;
	if (r.how >= ENI_READ_BY_STEM)
		eni_unknown_words_note(&s->unknown, field, cell, at, r);
	return r.code == ENI_UNKNOWN_WORD && field->type == ENI_YES ? eni_yes_in_doubt(field->vocab) : r.code;
}

static void
note_wishes(struct eni_sheet *s, const struct eni_field *field, struct eni_str cell, struct eni_place at)
{
	struct eni_word_reading r = eni_wishes_said(cell);

	if (r.how >= ENI_READ_BY_STEM)
		eni_unknown_words_note(&s->unknown, field, cell, at, r);
}

/* What an earlier input said of a death holds: the list of last month does not bring the dead back. */
static void
note_death(const struct eni_feed *f, const struct eni_sheet_column *c, size_t row, struct eni_str cell)
{
	enum eni_death said = eni_cell_death(f->office, c->field, cell, f->today);

	if (c->cell.code[row] < said)
		c->cell.code[row] = (uint8_t)said;
}

/* Money in the scale of numbers, so that rules compare it as it is written; of a budget the upper end. */
static int
amount_of(const struct eni_office *o, enum eni_type type, struct eni_str cell, int64_t *out)
{
	struct eni_bounds r = ENI_OPEN_BOUNDS;
	int64_t scale = ENI_NUM_SCALE;
	int got = type == ENI_BUDGET ? eni_money_bounds_parse(cell, o->decimals, &r) : eni_money_parse(cell, o->decimals, &r.to);

	*out = r.to;
	for (int i = 0; i < o->decimals; i++)
		scale /= 10;
	return got == 1 && r.to != INT64_MAX && __builtin_mul_overflow(*out, scale, out) ? -1 : got;
}

static struct eni_str
name_in(const struct eni_sheet_column *c, struct eni_str cell)
{
	struct eni_name name = eni_name_split(cell);

	return c->as == ENI_AS_ADDRESSED ? name.addressed : name.bare;
}

/* ---- loading ---- */

/* Which sheet column an input column fills. */
struct wire {
	size_t from, to;
};

/* Where a family may have asked for silence. */
static const char *const asked[] = {"note", "reason_note", "reason", "status", "lost_reason", "outlook"};
enum { SILENCE_ASKED = sizeof asked / sizeof *asked };

/* One input on its way in; columns of the input, or SIZE_MAX where it has none. */
struct loading {
	struct eni_sheet *s;
	struct eni_feed *f;
	struct eni_diag *d;
	const struct eni_row *in; /* the present record; NULL: a single cell comes in */
	const struct eni_str *header;
	size_t n; /* columns of the input */
	bool *want;
	struct wire *wire;
	size_t n_wires;
	struct eni_id_column id;     /* at SIZE_MAX: records are numbered, or have none */
	struct wire status, reason;  /* of clients: in the input and in the sheet; SIZE_MAX: not there */
	size_t note, intent;         /* of clients: of the sheet */
	size_t relative;             /* of clients: the relative's name, where the relation is asked for */
	size_t relation;             /* of clients: the sheet's column */
	size_t own, standing;        /* the row's own day and the status, where a day is read against them */
	size_t optout, wish;         /* the sheet's column, and the input's in which silence may be wished for, or SIZE_MAX */
	size_t asked[SILENCE_ASKED]; /* the input's in which it may be asked for in so many words, or SIZE_MAX */
	size_t end, end_in[ENI_END_SOURCES]; /* of clients: the sheet's column of the end, and the input's in which it may stand */
	struct wire hint[ENI_DEATH_HINTS];   /* of clients: texts that may speak of their death */
	size_t n_hints;
	struct eni_buf text; /* of an id that is not a cell as it stands */
};

/* What days without a year are read against in the present record. */
static struct eni_day_row
day_row(const struct loading *l)
{
	struct eni_day_row day = {l->f->today, ENI_NODAY, 0};
	const struct eni_day_row back = day;
	struct eni_when own;

	if (l->own != SIZE_MAX && eni_day_read(l->f->office, l->f->bound[l->own], l->in->cell[l->own], &back, &own, NULL) == 1)
		day.own = own.day;
	if (l->standing != SIZE_MAX)
		day.status = eni_cell_read(l->f->office, l->f->bound[l->standing], l->in->cell[l->standing]).code;
	return day;
}

static int
put_when(const struct loading *l, struct eni_sheet_column *c, size_t row, struct eni_str cell)
{
	struct eni_day_row day = {l->f->today, ENI_NODAY, 0};
	struct eni_when w;
	unsigned open;
	int got = eni_day_read(l->f->office, c->field, cell, &day, &w, &open);

	if ((open & ENI_WHEN_YEARLESS) != 0 && l->in != NULL) {
		day = day_row(l);
		got = eni_day_read(l->f->office, c->field, cell, &day, &w, NULL);
	}
	if (got == 1 && open != 0)
		eni_open_days_note(&l->s->open_days, c->field, open, eni_sheet_place(l->s, row));
	c->cell.when[row] = got == 1 ? eni_pack_when(w) : got == 0 ? (int32_t)ENI_PACKED_NONE : (int32_t)ENI_PACKED_BAD;
	return got < 0 ? -1 : 0;
}

/* -1: unusable, reported as what the field wants. */
static int
put_cell(const struct loading *l, struct eni_sheet_column *c, size_t row, struct eni_str cell)
{
	struct eni_sheet *s = l->s;
	const struct eni_feed *f = l->f;
	uint32_t bits = 0;
	int64_t n = INT64_MIN;
	int got = 0;

	switch (c->type) {
	case ENI_CELL_TEXT:
		if (c->field != NULL && c->field->type == ENI_WISHES)
			note_wishes(s, c->field, cell, eni_sheet_place(s, row));
		if (c->is_name && cell.n > 0 && eni_keeps_place(c->field, cell) && c->vacant.count++ == 0)
			c->vacant.first = eni_sheet_place(s, row);
		c->cell.text[row] = eni_says_none(c->field, cell) ? 0 : pool_put(&s->pool, c->is_name ? name_in(c, cell) : cell);
		return 0;
	case ENI_CELL_CODE:
		if (c->as == ENI_AS_DEATH)
			note_death(f, c, row, cell);
		else
			c->cell.code[row] = (uint8_t)code_of(s, f, c->field, cell, eni_sheet_place(s, row));
		return 0;
	case ENI_CELL_WHEN:
		return put_when(l, c, row, cell);
	case ENI_CELL_NUMBER:
		if (!eni_says_none(c->field, cell))
			got = c->field->type == ENI_NUMBER ? eni_number_read(c->field, cell, &n)
							   : amount_of(f->office, c->field->type, cell, &n);
		c->cell.number[row] = got == 1 ? n : INT64_MIN;
		return got < 0 ? -1 : 0;
	default:
		got = eni_weekdays_parse(cell, &bits);
		c->cell.bits[row] = got == 1 ? bits : 0;
		return got < 0 ? -1 : 0;
	}
}

static void
wire_up(struct loading *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct eni_str name = l->f->bound[i] != NULL ? eni_str_of(l->f->bound[i]->name) : l->header[i];

		l->want[i] = false;
		for (size_t c = 0; c < l->s->n_columns; c++)
			if (eni_str_eq(l->s->column[c].name, name)) {
				l->wire[l->n_wires++] = (struct wire){i, c};
				l->want[i] = true;
			}
	}
}

static size_t
bound_as(const char *field, const struct eni_field *const *bound, size_t n)
{
	size_t at = 0;

	while (at < n && (bound[at] == NULL || strcmp(bound[at]->name, field) != 0))
		at++;
	return at < n ? at : SIZE_MAX;
}

struct eni_id_column
eni_id_column(enum eni_kind kind, const struct eni_field *const *bound, size_t n)
{
	struct eni_id_column c = {bound_as("id", bound, n), SIZE_MAX, false};

	if (c.at != SIZE_MAX)
		return c;
	c = (struct eni_id_column){bound_as(kind == ENI_REFERRERS ? "person" : "name", bound, n), SIZE_MAX, true};
	if (kind == ENI_REFERRERS)
		c.other = bound_as("org", bound, n);
	if (c.at == SIZE_MAX)
		c = (struct eni_id_column){c.other, SIZE_MAX, true};
	return c;
}

struct eni_str
eni_id_read(struct eni_id_column c, struct eni_str cell, struct eni_buf *b)
{
	cell = eni_str_trim(cell);
	if (!c.is_name && eni_is_ascii(cell))
		return cell;
	b->n = 0;
	if (c.is_name)
		eni_name_identity(b, cell);
	else
		eni_nfkc(b, cell);
	return eni_buf_str(b);
}

bool
eni_id_is_clean(struct eni_str id)
{
	for (size_t i = 0; i < id.n; i++)
		if ((unsigned char)id.p[i] <= ' ' || id.p[i] == 0x7f)
			return false;
	return id.n <= 256;
}

static void
link_same(struct eni_sheet *s, uint32_t first, size_t row)
{
	uint32_t last;

	if (s->same == NULL) {
		s->same = eni_realloc(NULL, s->cap * sizeof *s->same);
		s->same_last = eni_realloc(NULL, s->cap * sizeof *s->same_last);
		for (size_t i = 0; i < s->n; i++)
			s->same[i] = s->same_last[i] = ENI_NONE;
	}
	last = s->same_last[first] == ENI_NONE ? first : s->same_last[first];
	s->same[last] = s->same_last[first] = (uint32_t)row;
}

/* Two people of one name in a list without ids are two: the second is NAME#2 (decision 55). */
static void
number_namesake(struct eni_sheet *s, size_t row)
{
	struct eni_str name = eni_sheet_id(s, row), id;
	uint32_t n = eni_map_get(&s->last_of, name);

	for (n = n == ENI_NONE ? 2 : n + 1;; n++) {
		id = eni_arena_printf(&s->arena, "%.*s#%lu", (int)name.n, name.p, (unsigned long)n);
		if (eni_map_get(&s->by_id, id) == ENI_NONE)
			break;
	}
	eni_map_set(&s->last_of, name, n);
	s->column[ENI_COL_ID].cell.text[row] = pool_put(&s->pool, id);
	eni_map_add(&s->by_id, eni_sheet_id(s, row), (uint32_t)row);
	s->namesake = eni_grow(s->namesake, &s->cap_namesakes, s->n_namesakes + 1, sizeof *s->namesake);
	s->namesake[s->n_namesakes++] = (uint32_t)row;
}

/* A record whose id is that of the record `first`. */
static void
put_beside(struct eni_sheet *s, uint32_t first, size_t row, bool is_name)
{
	if (is_name)
		number_namesake(s, row);
	else
		link_same(s, first, row);
}

bool
eni_row_is_blank(const struct eni_row *in)
{
	for (size_t i = 0; i < in->n; i++)
		if (eni_str_trim(in->cell[i]).n > 0)
			return false;
	for (size_t i = 0; i < in->raw.n; i++)
		if (strchr(" \t,\"", in->raw.p[i]) == NULL)
			return false;
	return true;
}

/* Whether this very input wrote the row: a second record of one id in one file stands beside the first. */
static bool
written_by(const struct eni_sheet *s, size_t row, struct eni_place at)
{
	return eni_sheet_place(s, row).file == at.file;
}

static size_t
row_for(struct eni_sheet *s, const struct eni_feed *f, struct eni_str id, bool is_name, struct eni_place at)
{
	uint32_t old = s->late ? ENI_NONE : eni_map_get(&s->by_id, id);
	size_t row = old;

	if (!f->overlay || old == ENI_NONE || written_by(s, old, at)) {
		row = add_row(s);
		s->column[ENI_COL_ID].cell.text[row] = pool_put(&s->pool, id);
		if (old != ENI_NONE)
			put_beside(s, old, row, is_name);
		else if (!s->late)
			eni_map_add(&s->by_id, eni_sheet_id(s, row), (uint32_t)row);
	}
	set_place(s, row, at);
	return row;
}

/*
 * The index of a first input, made at its end: the room it takes is known, and the memory can be asked ahead for the places of
 * the next ids.  All rows are of one input, so a second record of an id stands beside the first.
 */
enum { AHEAD = 12 };

static void
index_rows(struct eni_sheet *s, bool is_name)
{
	eni_map_reserve(&s->by_id, s->n);
	for (size_t row = 0; row < s->n; row++) {
		uint32_t first;

		if (row + AHEAD < s->n)
			eni_map_prefetch(&s->by_id, eni_sheet_id(s, row + AHEAD));
		first = eni_map_add(&s->by_id, eni_sheet_id(s, row), (uint32_t)row);
		if (first != row)
			put_beside(s, first, row, is_name);
	}
	s->late = false;
}

static bool
records_death(const struct loading *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (eni_field_records_death(l->f->bound[i]) &&
		    eni_cell_death(l->f->office, l->f->bound[i], l->in->cell[i], l->f->today) >= ENI_DEATH_DOUBTFUL)
			return true;
	return false;
}

/* An unread status cannot be followed up at all: the record is set aside (decision 3), but for the dead, whatever is written there
 * (decision 52). */
static int
check_status(const struct loading *l)
{
	const struct eni_field *f;
	struct eni_str cell;
	struct eni_word_reading r;

	if (l->status.from == SIZE_MAX)
		return 0;
	cell = l->in->cell[l->status.from];
	if (eni_word_plain(ENI_V_STATUS, cell) != 0)
		return 0;
	f = l->s->column[l->status.to].field;
	if ((r = eni_cell_read(l->f->office, f, cell)).how != ENI_UNREAD || records_death(l))
		return 0;
	eni_unknown_words_note(&l->s->unknown, f, cell, l->in->place, r);
	return eni_reader_reject(l->f->reader, "status", "unknown word; want %s", eni_vocab_list(ENI_V_STATUS));
}

static void
put_text(struct eni_sheet *s, size_t column, size_t row, struct eni_str text)
{
	struct eni_sheet_column *c = &s->column[column];

	if (text.n == 0 || (c->cell.text != NULL && c->cell.text[row] != 0))
		return;
	make_column(s, c);
	c->cell.text[row] = pool_put(&s->pool, text);
}

/* `over`: in place of what stands there. */
static void
put_code(struct eni_sheet *s, size_t column, size_t row, int code, bool over)
{
	struct eni_sheet_column *c = &s->column[column];

	if (code == 0 && c->cell.code == NULL)
		return;
	make_column(s, c);
	if (over || c->cell.code[row] == 0)
		c->cell.code[row] = (uint8_t)code;
}

/* The cell of an input column, or an empty one. */
static struct eni_str
cell_at(const struct loading *l, size_t column)
{
	return column == SIZE_MAX ? (struct eni_str){"", 0} : l->in->cell[column];
}

/* What the status says of the reason, its note and the intent, where these leave it open. */
static void
read_beside(const struct loading *l, size_t row)
{
	struct eni_sheet *s = l->s;
	struct eni_str status_cell = cell_at(l, l->status.from), cell = cell_at(l, l->reason.from);
	int status = l->status.to == SIZE_MAX ? 0 : eni_sheet_code(s, l->status.to, row);

	if (l->reason.to != SIZE_MAX && cell.n == 0 && !eni_status_is(status, ENI_IS_GONE)) {
		put_code(s, l->reason.to, row, 0, l->reason.from != SIZE_MAX);
	} else if (l->reason.to != SIZE_MAX) {
		struct eni_reason r = eni_reason_read(l->f->office, status, status_cell, cell);

		put_code(s, l->reason.to, row, r.code, l->reason.from != SIZE_MAX);
		if (r.how >= ENI_READ_BY_STEM)
			eni_unknown_words_note(&s->unknown, s->column[l->reason.to].field, cell.n > 0 ? cell : r.note, l->in->place,
			    (struct eni_word_reading){.code = r.code, .how = r.how});
		if (l->note != SIZE_MAX)
			put_text(s, l->note, row, r.note);
	}
	if (l->intent != SIZE_MAX && eni_status_is(status, ENI_IS_ASKING))
		put_code(s, l->intent, row, eni_status_says(l->f->office, ENI_V_INTENT, status, status_cell), false);
}

/* 田中 一郎（長男） has said the relation. */
static void
imply_relation(const struct loading *l, size_t row)
{
	put_text(l->s, l->relation, row, eni_name_split(l->in->cell[l->relative]).relation);
}

/* Whoever wishes no contact (連絡不要) among the ways of being reached wants none, nor does whoever asked us not to call again. */
static void
imply_silence(const struct loading *l, size_t row)
{
	enum eni_refusal_place place = l->s->kind == ENI_REFERRERS ? ENI_IN_PARTNER : ENI_IN_CLIENT;
	bool wanted = l->wish != SIZE_MAX && eni_wishes_read(l->in->cell[l->wish]).none;

	for (int i = 0; i < SILENCE_ASKED && !wanted; i++)
		wanted = l->asked[i] != SIZE_MAX && eni_refuses_contact(l->in->cell[l->asked[i]], place);
	if (wanted)
		put_code(l->s, l->optout, row, ENI_YES_YES, true);
}

/* 10/28入院 has said when they left. */
static void
imply_end(const struct loading *l, size_t row)
{
	struct eni_sheet_column *c = &l->s->column[l->end];
	struct eni_day_row day;
	struct eni_when end;
	unsigned open;

	if (c->cell.when != NULL && c->cell.when[row] != ENI_PACKED_NONE)
		return;
	day = day_row(l);
	if (l->status.to != SIZE_MAX)
		day.status = eni_sheet_code(l->s, l->status.to, row);
	for (int i = 0; i < ENI_END_SOURCES; i++) {
		size_t at = l->end_in[i];

		if (at == SIZE_MAX || !eni_end_sources[i].read(l->f->office, l->in->cell[at], &day, &end, &open))
			continue;
		make_column(l->s, c);
		c->cell.when[row] = eni_pack_when(end);
		eni_open_days_note(&l->s->open_days, l->f->bound[at], open, l->in->place);
		return;
	}
}

/* Hardly any cell may speak of a death, and there are many.  11/20死亡 in the note of who moved away on 10/31 is news, and their
 * leaving does not explain it. */
static void
read_hints(const struct loading *l, size_t row)
{
	for (const struct wire *w = l->hint, *end = w + l->n_hints; w < end; w++) {
		const struct eni_sheet_column *c = &l->s->column[w->to];
		struct eni_str cell = l->in->cell[w->from];
		uint8_t *said = &c->cell.code[row];
		struct eni_day_row day;

		if (cell.n == 0 || (c->field->type != ENI_ENUM && (eni_hints(cell) & ENI_HINT_DEATH) == 0))
			continue;
		note_death(l->f, c, row, cell);
		if (*said != ENI_DEATH_CLIENT || l->end == SIZE_MAX)
			continue;
		day = day_row(l);
		if (eni_notes_day_from(l->f->office, cell, &day, eni_sheet_when(l->s, l->end, row)))
			*said = ENI_DEATH_LATER;
	}
}

static int
take_row(const struct loading *l, struct eni_str id)
{
	size_t row;
	int rc = 0;

	if (check_status(l) == -1)
		return l->d->status == 2 ? -1 : 0;
	row = row_for(l->s, l->f, id, l->id.is_name, l->in->place);
	l->s->selected[row] |= l->f->select;
	for (const struct wire *w = l->wire, *end = w + l->n_wires; w < end; w++) {
		struct eni_sheet_column *c = &l->s->column[w->to];

		if (w->to == ENI_COL_ID || w->to == l->reason.to)
			continue;
		if (put_cell(l, c, row, l->in->cell[w->from]) == -1) {
			eni_aside(l->d, l->in->place, c->field->name, "%s", _(eni_value_wanted(c->field)));
			rc = l->d->status == 2 ? -1 : rc;
		}
	}
	if (l->s->kind == ENI_CLIENTS)
		read_beside(l, row);
	if (l->relative != SIZE_MAX)
		imply_relation(l, row);
	if (l->optout != SIZE_MAX)
		imply_silence(l, row);
	if (l->end != SIZE_MAX)
		imply_end(l, row);
	read_hints(l, row);
	return rc;
}

static struct eni_str
find_id(struct loading *l)
{
	struct eni_str id = {"", 0};

	l->f->nth += 1 + l->in->passed;
	if (l->id.at != SIZE_MAX)
		id = eni_id_read(l->id, l->in->cell[l->id.at], &l->text);
	if (id.n == 0 && l->id.other != SIZE_MAX)
		id = eni_id_read(l->id, l->in->cell[l->id.other], &l->text);
	if (id.n > 0 || l->f->prefix == NULL)
		return id;
	l->text.n = 0;
	eni_buf_printf(&l->text, "%s%zu", l->f->prefix, l->f->nth);
	return eni_buf_str(&l->text);
}

/* A stream with no field but id and name, or of partners id and organisation (tasks, lists of ids), names records, it brings none:
 * an id not found here may be of another kind. */
static bool
only_names(const struct loading *l)
{
	const char *name = l->s->kind == ENI_REFERRERS ? "org" : "name";
	const struct eni_field **bound = l->f->bound;

	if (!l->f->select || l->s->kind == ENI_STAFF)
		return false;
	for (size_t i = 0; i < l->n; i++)
		if (bound[i] != NULL && strcmp(bound[i]->name, "id") != 0 && strcmp(bound[i]->name, name) != 0)
			return false;
	return true;
}

static void
note_foreign(struct eni_sheet *s, struct eni_str id, struct eni_place at)
{
	s->foreign = eni_grow(s->foreign, &s->cap_foreign, s->n_foreign + 1, sizeof *s->foreign);
	s->foreign[s->n_foreign++] = (struct eni_foreign){eni_arena_keep(&s->arena, id), at};
}

static int
load_rows(struct loading *l)
{
	struct eni_sheet *s = l->s;
	bool names = only_names(l);
	struct eni_row in;
	int got;

	s->late = s->n == 0 && !names;
	s->named |= l->id.is_name;
	l->in = &in;
	while ((got = eni_reader_next(l->f->reader, &in)) > 0) {
		struct eni_str id = find_id(l);

		if (id.n == 0 && eni_row_is_blank(&in))
			continue;
		if (id.n == 0 || !eni_id_is_clean(id)) {
			eni_reader_reject(
			    l->f->reader, "id", id.n == 0 ? N_("is empty") : N_("want letters and digits without blanks"));
			got = l->d->status == 2 ? -1 : got;
		} else if (names && eni_map_get(&s->by_id, id) == ENI_NONE) {
			if (!eni_str_is(id, "-")) /* a call-back list has such rows for people who are not on file */
				note_foreign(s, id, in.place);
		} else {
			got = take_row(l, id) == -1 ? -1 : got;
		}
		if (got == -1)
			break;
	}
	if (s->late)
		index_rows(s, l->id.is_name);
	return got;
}

/* One message about a header without ids or names is better than one for each row. */
static int
check_ids(const struct loading *l)
{
	struct eni_row first;
	bool any = false;

	for (size_t i = 0; i < l->n; i++)
		any |= l->f->bound[i] != NULL;
	if (l->n == 0 || l->id.at != SIZE_MAX || l->f->prefix != NULL || (any && !eni_reader_first(l->f->reader, &first)))
		return 0;
	return eni_fail(l->d, eni_at(eni_reader_file(l->f->reader), 1), NULL,
	    l->s->kind == ENI_CLIENTS
		? N_("the header has no id and no name: want a column such as 利用者番号 or 氏名 (客户编号, 姓名)")
	    : l->s->kind == ENI_REFERRERS
		? N_("the header has no id, person or organisation: want a column such as 番号, 担当者名 or 事業所名 (编号, "
		     "负责人, 单位)")
		: N_("the header has no id and no name: want a column such as 職員番号 or 氏名 (员工编号, 姓名)"));
}

/* The sheet's column of that name and type, or SIZE_MAX. */
static size_t
column_named(const struct eni_sheet *s, const char *name, enum eni_cell_type type)
{
	for (size_t c = 0; c < s->n_columns; c++)
		if (s->column[c].type == type && s->column[c].as != ENI_AS_DEATH && eni_str_is(s->column[c].name, name))
			return c;
	return SIZE_MAX;
}

static struct wire
wire_of(const struct loading *l, const char *name)
{
	struct wire w = {SIZE_MAX, column_named(l->s, name, ENI_CELL_CODE)};

	for (size_t i = 0; i < l->n_wires; i++)
		if (l->wire[i].to == w.to)
			w.from = l->wire[i].from;
	return w;
}

static void
find_status(struct loading *l)
{
	if (l->s->kind != ENI_CLIENTS)
		return;
	l->status = wire_of(l, "status");
	l->reason = wire_of(l, "reason");
	l->note = column_named(l->s, "reason_note", ENI_CELL_TEXT);
	l->intent = column_named(l->s, "intent", ENI_CELL_CODE);
}

/* The input's column of that field, wanted from now on; SIZE_MAX where it has none. */
static size_t
want_input(struct loading *l, const char *field)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->f->bound[i] != NULL && strcmp(l->f->bound[i]->name, field) == 0) {
			l->want[i] = true;
			return i;
		}
	return SIZE_MAX;
}

static void
find_relation(struct loading *l)
{
	for (size_t c = 0; l->s->kind == ENI_CLIENTS && c < l->s->n_columns; c++)
		if (eni_str_is(l->s->column[c].name, "family_relation")) {
			l->relation = c;
			l->relative = want_input(l, "family_name");
		}
}

/* Only clients have days that their row's status, or another of its days, decides. */
static void
find_day_row(struct loading *l)
{
	unsigned traits = 0;

	if (l->s->kind != ENI_CLIENTS)
		return;
	for (size_t i = 0; i < l->n_wires; i++)
		if (l->s->column[l->wire[i].to].type == ENI_CELL_WHEN)
			traits |= l->s->column[l->wire[i].to].field->traits;
	if ((traits & ENI_FORWARD) != 0)
		l->own = want_input(l, "inquiry_at");
	if ((traits & (ENI_STARTING | ENI_STOPPING)) != 0)
		l->standing = want_input(l, "status");
}

static void
find_silence(struct loading *l)
{
	l->optout = column_named(l->s, "optout", ENI_CELL_CODE);
	l->wish = l->optout == SIZE_MAX ? SIZE_MAX : want_input(l, "contact");
	for (int i = 0; i < SILENCE_ASKED; i++)
		l->asked[i] = l->optout == SIZE_MAX ? SIZE_MAX : want_input(l, asked[i]);
}

static void
find_end(struct loading *l)
{
	l->end = l->s->kind == ENI_CLIENTS ? column_named(l->s, "end_date", ENI_CELL_WHEN) : SIZE_MAX;
	if (l->end == SIZE_MAX)
		return;
	for (int i = 0; i < ENI_END_SOURCES; i++)
		l->end_in[i] = want_input(l, eni_end_sources[i].field);
	l->standing = want_input(l, "status");
}

/* They are read apart from the other columns: see read_hints. */
static void
part_hints(struct loading *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n_wires; i++) {
		const struct eni_sheet_column *c = &l->s->column[l->wire[i].to];

		if (c->as == ENI_AS_DEATH && !eni_field_records_death(c->field) && l->n_hints < ENI_DEATH_HINTS)
			l->hint[l->n_hints++] = l->wire[i];
		else
			l->wire[n++] = l->wire[i];
	}
	l->n_wires = n;
}

/* Records that are numbered where they have no id: who has only a name may be another person of that name. */
static void
find_ids(struct loading *l)
{
	l->id = eni_id_column(l->s->kind, l->f->bound, l->n);
	if (l->id.is_name && l->f->prefix != NULL)
		l->id = (struct eni_id_column){SIZE_MAX, SIZE_MAX, true};
	if (l->id.at != SIZE_MAX)
		l->want[l->id.at] = true;
	if (l->id.other != SIZE_MAX)
		l->want[l->id.other] = true;
}

int
eni_sheet_load(struct eni_sheet *s, struct eni_feed *f, struct eni_diag *d)
{
	struct loading l = {.s = s,
	    .f = f,
	    .d = d,
	    .status = {SIZE_MAX, SIZE_MAX},
	    .reason = {SIZE_MAX, SIZE_MAX},
	    .note = SIZE_MAX,
	    .intent = SIZE_MAX,
	    .relative = SIZE_MAX,
	    .relation = SIZE_MAX,
	    .own = SIZE_MAX,
	    .standing = SIZE_MAX,
	    .end = SIZE_MAX};
	int rc;

	eni_sheet_settle(s);
	l.header = eni_reader_header(f->reader, &l.n);
	l.wire = eni_realloc(NULL, (l.n * s->n_columns + 1) * sizeof *l.wire);
	l.want = eni_realloc(NULL, l.n + 1);
	wire_up(&l);
	find_status(&l);
	find_relation(&l);
	find_day_row(&l);
	find_silence(&l);
	find_end(&l);
	find_ids(&l);
	make_column(s, &s->column[ENI_COL_ID]);
	for (size_t i = 0; i < l.n_wires; i++)
		make_column(s, &s->column[l.wire[i].to]);
	part_hints(&l);
	eni_reader_want(f->reader, l.want);
	rc = check_ids(&l) == -1 ? -1 : load_rows(&l);
	eni_buf_free(&l.text);
	free(l.wire);
	free(l.want);
	return rc;
}

void
eni_sheet_window(struct eni_sheet *s, struct eni_place at)
{
	while (s->pool.n_blocks > 1)
		free(s->pool.block[--s->pool.n_blocks]);
	s->pool.used = 1; /* place 0 means empty */
	s->n = s->cleared = 0;
	eni_sheet_settle(s);
	if (s->cap > 0)
		clear_rows(s, 1);
	set_place(s, add_row(s), at);
}

bool
eni_sheet_put(struct eni_sheet *s, const struct eni_office *o, int32_t today, size_t column, struct eni_str cell)
{
	struct eni_feed f = {.office = o, .today = today};
	const struct loading l = {.s = s, .f = &f};

	assert(s->settled && column < s->n_columns);
	make_column(s, &s->column[column]);
	return put_cell(&l, &s->column[column], 0, cell) == 0;
}

void
eni_sheet_put_unread(struct eni_sheet *s, size_t column)
{
	make_column(s, &s->column[column]);
	s->column[column].cell.code[0] = ENI_UNKNOWN_WORD;
}

void
eni_sheet_note_headers(struct eni_sheet *s, const struct eni_str *header, const struct eni_field *const *bound, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct eni_str name = bound[i] != NULL ? eni_str_of(bound[i]->name) : header[i];

		if (eni_sheet_has_header(s, name))
			continue;
		s->header = eni_grow(s->header, &s->cap_headers, s->n_headers + 1, sizeof *s->header);
		s->header[s->n_headers++] = eni_arena_keep(&s->arena, name);
	}
}

bool
eni_sheet_has_header(const struct eni_sheet *s, struct eni_str name)
{
	for (size_t i = 0; i < s->n_headers; i++)
		if (eni_str_eq(s->header[i], name))
			return true;
	return false;
}

/* ---- cells out ---- */

/* A column that was asked for, of a row that is there. */
static const struct eni_sheet_column *
column_at(const struct eni_sheet *s, size_t column, size_t row)
{
	(void)row; /* where there are no assertions */
	assert(s->settled && column < s->n_columns && row < s->n);
	return &s->column[column];
}

static const struct eni_sheet_column *
column_of(const struct eni_sheet *s, size_t column, size_t row, enum eni_cell_type type)
{
	const struct eni_sheet_column *c = column_at(s, column, row);

	(void)type;
	assert(c->type == type);
	return c;
}

struct eni_str
eni_sheet_text(const struct eni_sheet *s, size_t column, size_t row)
{
	const struct eni_sheet_column *c = column_of(s, column, row, ENI_CELL_TEXT);

	return pool_get(&s->pool, c->cell.text == NULL ? 0 : c->cell.text[row]);
}

const uint8_t *
eni_sheet_codes(const struct eni_sheet *s, size_t column)
{
	assert(s->settled && column < s->n_columns && s->column[column].type == ENI_CELL_CODE);
	return s->column[column].cell.code;
}

int
eni_sheet_code(const struct eni_sheet *s, size_t column, size_t row)
{
	const struct eni_sheet_column *c = column_of(s, column, row, ENI_CELL_CODE);

	return c->cell.code == NULL ? 0 : c->cell.code[row];
}

void
eni_sheet_set_code(struct eni_sheet *s, size_t column, size_t row, int code)
{
	assert(s->settled && column < s->n_columns && s->column[column].type == ENI_CELL_CODE && row < s->n);
	make_column(s, &s->column[column]);
	s->column[column].cell.code[row] = (uint8_t)code;
}

struct eni_when
eni_sheet_when(const struct eni_sheet *s, size_t column, size_t row)
{
	const struct eni_sheet_column *c = column_of(s, column, row, ENI_CELL_WHEN);

	return c->cell.when == NULL ? ENI_NEVER : eni_unpack_when(c->cell.when[row]);
}

bool
eni_sheet_bad(const struct eni_sheet *s, size_t column, size_t row)
{
	const struct eni_sheet_column *c = column_at(s, column, row);

	return c->type == ENI_CELL_WHEN && c->cell.when != NULL && c->cell.when[row] == ENI_PACKED_BAD;
}

bool
eni_sheet_number(const struct eni_sheet *s, size_t column, size_t row, int64_t *out)
{
	const struct eni_sheet_column *c = column_of(s, column, row, ENI_CELL_NUMBER);

	*out = c->cell.number == NULL ? INT64_MIN : c->cell.number[row];
	return *out != INT64_MIN;
}

uint32_t
eni_sheet_bits(const struct eni_sheet *s, size_t column, size_t row)
{
	const struct eni_sheet_column *c = column_of(s, column, row, ENI_CELL_BITS);

	return c->cell.bits == NULL ? 0 : c->cell.bits[row];
}
