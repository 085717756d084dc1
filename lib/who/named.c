/* People named in words: see named.h. */
#include "who/named.h"

#include <stdlib.h>

#include "who/recipient.h"

static const struct {
	const char *field;
	int kind; /* 0: the text may be the word for one */
} columns[] = {{"caremanager", ENI_REFERRER_CAREMANAGER_OFFICE}, {"doctor", ENI_REFERRER_CLINIC}, {"referrer", 0}};
enum { COLUMNS = sizeof columns / sizeof *columns };

struct naming {
	struct eni_book *book;
	struct eni_arena *arena;
	struct eni_map seen;
	struct eni_named *one;
	size_t n, cap;
};

void
eni_named_want(struct eni_book *b)
{
	for (size_t i = 0; i < COLUMNS; i++)
		eni_sheet_want(&b->clients, eni_str_of(columns[i].field), ENI_AS_RAW);
	eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW);
	eni_sheet_want(&b->referrers, ENI_S("person"), ENI_AS_RAW);
	eni_sheet_want(&b->referrers, ENI_S("org"), ENI_AS_RAW);
	eni_sheet_want(&b->staff, ENI_S("name"), ENI_AS_RAW);
}

static int
kind_of(size_t column, struct eni_str text)
{
	int kind = columns[column].kind != 0 ? columns[column].kind : eni_word_find(ENI_V_REFERRER_KIND, text);

	return kind == ENI_UNKNOWN_WORD ? 0 : kind;
}

/* Whether it is a text not seen yet. */
static bool
is_new(struct naming *n, struct eni_str text)
{
	struct eni_buf key = {0};
	bool fresh;

	eni_name_reference(&n->book->fold, &key, text);
	fresh = eni_map_get(&n->seen, eni_buf_str(&key)) == ENI_NONE;
	if (fresh)
		eni_map_add(&n->seen, eni_arena_pack(n->arena, eni_buf_str(&key)), 0);
	eni_buf_free(&key);
	return fresh;
}

static void
look_at(struct naming *n, size_t column, size_t col, uint32_t row)
{
	struct eni_str text = eni_str_trim(eni_sheet_text(&n->book->clients, col, row));
	struct eni_place place = eni_sheet_place(&n->book->clients, row);

	if (text.n == 0 || eni_book_find(n->book, text) != ENI_NONE || !is_new(n, text))
		return;
	if (eni_book_names_several(n->book, text) || eni_looks_like_id(text)) {
		eni_warn(n->book->diag, place, columns[column].field,
		    eni_looks_like_id(text) ? N_("is an unknown id; left out") : N_("names more than one on file; left out"));
		return;
	}
	n->one = eni_grow(n->one, &n->cap, n->n + 1, sizeof *n->one);
	n->one[n->n++] = (struct eni_named){eni_arena_keep(n->arena, text), kind_of(column, text), place};
}

size_t
eni_named_find(struct eni_book *b, struct eni_arena *a, struct eni_named **out)
{
	struct naming n = {.book = b, .arena = a};

	for (size_t i = 0; i < COLUMNS; i++) {
		size_t col = eni_sheet_find(&b->clients, eni_str_of(columns[i].field), ENI_AS_RAW);

		for (uint32_t row = 0; row < b->clients.n; row++)
			look_at(&n, i, col, row);
	}
	*out = eni_arena_take(a, (n.n + 1) * sizeof **out);
	if (n.n > 0)
		memcpy(*out, n.one, n.n * sizeof **out);
	free(n.one);
	eni_map_free(&n.seen);
	return n.n;
}
