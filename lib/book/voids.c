/* Rows taken back: see voids.h. */
#include "book/voids.h"

#include <stdlib.h>
#include <string.h>

#include "book/book.h"
#include "book/cell_word.h"
#include "book/files.h"
#include "form/source.h"

/* Where the word stands, and what a void row repeats: the id, the day, then the rest. */
enum { ID, DAY, WORD = 7, FIELDS };
static const struct voidable {
	enum eni_kind kind;
	const char *field[FIELDS];
} voidable[ENI_VOIDABLE] = {
    {ENI_CONTACTS, {[ID] = "id", [DAY] = "at", "channel", "to", "rule", "anchor", [WORD] = "outcome"}},
    {ENI_STAYS, {[ID] = "id", [DAY] = "start", "end", [WORD] = "reason"}},
};

/* The word is that of a journal's outcome, wherever it stands. */
bool
eni_is_void(const struct eni_book *b, struct eni_str cell)
{
	static const struct eni_field *outcome;

	if (outcome == NULL)
		outcome = eni_field_find(ENI_CONTACTS, ENI_S("outcome"));
	return cell.n > 0 && eni_cell_read(&b->office, outcome, cell).code == ENI_OUTCOME_VOID;
}

/* ---- whether there is any: the bytes of the file ---- */

enum { CELL_MOST = 120, BLOCK = 64 * 1024, LANES = 16, CHUNK = 4 * LANES };
typedef unsigned char lanes __attribute__((vector_size(LANES)));

static lanes
load(const char *p)
{
	lanes v;

	memcpy(&v, p, LANES);
	return v;
}

/* Whether one of the pairs of bytes stands in a chunk that each void word of the vocabulary holds: vo, VO; the last two of 消 and
 * of 废.  It looks one byte further than the chunk. */
static bool
may_hold_void(const char *p)
{
	lanes found = {0};
	uint64_t half[2];

	for (size_t i = 0; i < CHUNK; i += LANES) {
		lanes a = load(p + i), b = load(p + i + 1);

		found |= (lanes)(((a | 0x20) == 'v') & ((b | 0x20) == 'o'));
		found |= (lanes)((a == 0xb6) & (b == 0x88));
		found |= (lanes)((a == 0xba) & (b == 0x9f));
	}
	memcpy(half, &found, LANES);
	return (half[0] | half[1]) != 0;
}

/* A cell that holds one of these is read. */
static const char *const kernel[] = {"oid", "OID", "取消", "取り消", "作废"};
enum { AROUND = 16 }; /* more than any of them is long */

static bool
has_own_word(const struct eni_office *o)
{
	for (uint32_t i = 0; i < o->n_values; i++)
		if (eni_str_is(o->value_code[i], eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_VOID)))
			return true;
	return false;
}

/* Of csv, tsv and yaml: what parts a short cell from its neighbours. */
static bool
parts(char c)
{
	return c != '\0' && strchr(",;\t\r\n\"':{}", c) != NULL;
}

/* The cell around what was found. */
static struct eni_str
cell_at(struct eni_str block, size_t at)
{
	size_t from = at, to = at;

	while (from > 0 && at - from < CELL_MOST && !parts(block.p[from - 1]))
		from--;
	while (to < block.n && to - at < CELL_MOST && !parts(block.p[to]))
		to++;
	return eni_str_trim((struct eni_str){block.p + from, to - from});
}

static bool
part_has_void(const struct eni_book *b, struct eni_str block, size_t from, size_t to)
{
	for (size_t k = 0; k < sizeof kernel / sizeof *kernel; k++) {
		size_t n = strlen(kernel[k]);
		const char *found = block.p + from, *end = block.p + to;

		while ((found = memmem(found, (size_t)(end - found), kernel[k], n)) != NULL) {
			if (eni_is_void(b, cell_at(block, (size_t)(found - block.p))))
				return true;
			found += n;
		}
	}
	return false;
}

/* The block is readable a chunk and a byte beyond its end. */
static bool
block_has_void(const struct eni_book *b, struct eni_str block)
{
	for (size_t i = 0; i < block.n; i += CHUNK) {
		size_t from = i < AROUND ? 0 : i - AROUND, to = i + CHUNK + AROUND < block.n ? i + CHUNK + AROUND : block.n;

		if (may_hold_void(block.p + i) && part_has_void(b, block, from, to))
			return true;
	}
	return false;
}

/* Blocks overlap, so that no cell is cut in two. */
static bool
source_has_void(const struct eni_book *b, struct eni_source *s)
{
	char *block = eni_realloc(NULL, BLOCK + 2 * CHUNK);
	size_t kept = 0;
	ssize_t got;
	bool found = false;

	while (!found && (got = eni_source_read(s, block + kept, BLOCK - kept)) > 0) {
		size_t n = kept + (size_t)got;

		memset(block + n, 0, 2 * CHUNK);
		found = block_has_void(b, (struct eni_str){block, n});
		kept = n < 2 * CELL_MOST ? n : 2 * CELL_MOST;
		memmove(block, block + n - kept, kept);
	}
	free(block);
	return found;
}

static bool
may_have_void(struct eni_book *b, enum eni_kind kind, struct eni_diag *quiet)
{
	struct eni_source s;
	enum eni_format format;
	const char *path;
	bool found;

	if (eni_book_file(&b->arena, b->opt.dir, kind, &path, &format, quiet) != 0)
		return false;
	if (has_own_word(&b->office))
		return true;
	found = eni_source_open(&s, path, NULL, NULL, eni_book_fallback(b), quiet) == 0 &&
		(eni_source_is_book(&s) || source_has_void(b, &s));
	eni_source_close(&s);
	return found;
}

/* ---- which rows they take back ---- */

/* A row that a void row may take back, and the one like it above. */
struct like {
	uint32_t line, above;
};

struct hunt {
	struct eni_book *b;
	const struct voidable *kind;
	struct eni_stream in;
	struct eni_buf key;
	struct eni_arena keys;
	struct eni_map of; /* what void rows repeat -> which */
	uint32_t *nearest; /* of each: the last row that says the same and was not taken back yet; ENI_NONE: none */
	size_t n, cap;
	struct like *like;
	size_t likes, cap_likes;
	int32_t first, last;   /* the days of the void rows */
	uint32_t last_line;    /* that of the last one */
	struct eni_place idle; /* the first void row that takes nothing back */
	size_t n_idle;
};

static void
add_field(struct hunt *h, size_t k)
{
	struct eni_str cell = eni_str_trim(eni_stream_cell(&h->in, k));
	const struct eni_field *f = eni_stream_has(&h->in, k) ? h->in.bound[h->in.at[k]] : NULL;
	struct eni_when w;
	char text[ENI_WHEN_TEXT];
	int code;

	eni_buf_char(&h->key, 0x1f);
	if (f != NULL && f->type == ENI_DATE && eni_stream_when(&h->in, k, &w) == 1)
		cell = (struct eni_str){text, eni_when_format(w, text)};
	else if (f != NULL && f->type == ENI_ENUM && (code = eni_word_known(eni_book_code(h->b, f, cell))) > 0)
		cell = eni_str_of(eni_word_code(f->vocab, code));
	eni_buf_add(&h->key, cell);
}

/* What the present row says of whom, when, how and in answer to what, whatever the writing. */
static struct eni_str
key_of(struct hunt *h)
{
	struct eni_str id = eni_str_trim(eni_stream_cell(&h->in, ID));
	uint32_t who = h->b->stage >= ENI_BOOK_LOADED ? eni_book_find(h->b, id) : (uint32_t)ENI_NONE;

	h->key.n = 0;
	eni_buf_add(&h->key, who == ENI_NONE ? id : eni_subject_id(h->b, who));
	for (size_t k = DAY; k < WORD && h->kind->field[k] != NULL; k++)
		add_field(h, k);
	return eni_buf_str(&h->key);
}

static int32_t
day_of(const struct hunt *h)
{
	struct eni_when w;

	return eni_stream_when(&h->in, DAY, &w) == 1 ? w.day : (int32_t)ENI_NODAY;
}

static void
note_void(struct hunt *h)
{
	int32_t day = day_of(h);
	struct eni_str key;

	if (!eni_is_void(h->b, eni_stream_cell(&h->in, WORD)))
		return;
	key = key_of(h);
	h->first = h->n == 0 || day < h->first ? day : h->first;
	h->last = h->n == 0 || day > h->last ? day : h->last;
	h->last_line = h->in.row.place.line;
	if (eni_map_get(&h->of, key) != ENI_NONE)
		return;
	h->nearest = eni_grow(h->nearest, &h->cap, h->n + 1, sizeof *h->nearest);
	eni_map_add(&h->of, eni_arena_keep(&h->keys, key), (uint32_t)h->n);
	h->nearest[h->n++] = ENI_NONE;
}

static void
hide(struct eni_voids *v, uint32_t line, bool taken_back)
{
	v->row = eni_grow(v->row, &v->cap, v->n + 1, sizeof *v->row);
	v->row[v->n++] = (struct eni_void){line, taken_back};
}

/* A void row without such a row above it is none: it stays, with a word for its outcome that is not understood. */
static void
match_row(struct hunt *h, struct eni_voids *v)
{
	uint32_t line = h->in.row.place.line, at;
	int32_t day = day_of(h);

	if (day < h->first || day > h->last || (at = eni_map_get(&h->of, key_of(h))) == ENI_NONE)
		return;
	if (!eni_is_void(h->b, eni_stream_cell(&h->in, WORD))) {
		h->like = eni_grow(h->like, &h->cap_likes, h->likes + 1, sizeof *h->like);
		h->like[h->likes] = (struct like){line, h->nearest[at]};
		h->nearest[at] = (uint32_t)h->likes++;
	} else if (h->nearest[at] != ENI_NONE) {
		hide(v, h->like[h->nearest[at]].line, true);
		hide(v, line, false);
		h->nearest[at] = h->like[h->nearest[at]].above;
	} else if (h->n_idle++ == 0) {
		h->idle = h->in.row.place;
	}
}

static int
by_line(const void *a, const void *b)
{
	const struct eni_void *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

/* Once for the void rows, once for those they take back. */
static void
find_rows(struct hunt *h, struct eni_voids *v)
{
	for (int pass = 0; pass < 2 && (pass == 0 || h->n > 0); pass++) {
		if (eni_stream_open(&h->in, h->b, h->kind->kind, h->kind->field, FIELDS) != 0)
			return;
		while (eni_stream_next(&h->in) > 0 && (pass == 0 || h->in.row.place.line <= h->last_line))
			pass == 0 ? note_void(h) : match_row(h, v);
		eni_stream_close(&h->in);
	}
	if (v->n > 1)
		qsort(v->row, v->n, sizeof *v->row, by_line);
}

const struct eni_voids *
eni_voids_of(struct eni_book *b, enum eni_kind kind)
{
	size_t i = 0;
	struct eni_voids *v;
	struct eni_diag quiet = {.quiet = true, .muted = true}, *said = b->diag;
	struct hunt h = {.b = b};

	while (i < ENI_VOIDABLE && voidable[i].kind != kind)
		i++;
	if (i == ENI_VOIDABLE)
		return NULL;
	v = &b->voids[i];
	if (v->known)
		return v->n > 0 ? v : NULL;
	v->known = true; /* the file is read as it stands until then */
	h.kind = &voidable[i];
	b->diag = &quiet; /* whoever reads the file next says what is wrong with it */
	if (may_have_void(b, kind, &quiet))
		find_rows(&h, v);
	b->diag = said;
	if (h.n_idle > 0)
		eni_warn_all(said, h.idle, h.kind->field[WORD],
		    eni_plural(h.n_idle, "is void, and no row above says the same: %zu row takes nothing back",
			"is void, and no row above says the same: %zu rows take nothing back"),
		    h.n_idle);
	eni_buf_free(&h.key);
	eni_arena_free(&h.keys);
	eni_map_free(&h.of);
	free(h.nearest);
	free(h.like);
	return v->n > 0 ? v : NULL;
}

bool
eni_voids_have(const struct eni_voids *v, uint32_t line)
{
	const struct eni_void want = {.line = line};

	return v != NULL && bsearch(&want, v->row, v->n, sizeof *v->row, by_line) != NULL;
}

void
eni_voids_forget(struct eni_book *b)
{
	for (size_t i = 0; i < ENI_VOIDABLE; i++)
		eni_voids_free(&b->voids[i]);
}

void
eni_voids_free(struct eni_voids *v)
{
	free(v->row);
	*v = (struct eni_voids){0};
}
