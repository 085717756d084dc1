/* Senders: see senders.h. */
#include "partner/senders.h"

#include <stdlib.h>

void
eni_senders_want(struct eni_senders *s, struct eni_book *b, const char *field)
{
	s->book = b;
	s->field = field;
	s->col = eni_sheet_want(&b->clients, eni_str_of(field), ENI_AS_RAW);
	s->kind = eni_sheet_want(&b->referrers, ENI_S("kind"), ENI_AS_TYPED);
	/* names may stand for ids */
	s->person = eni_sheet_want(&b->referrers, ENI_S("person"), ENI_AS_RAW);
	s->org = eni_sheet_want(&b->referrers, ENI_S("org"), ENI_AS_RAW);
	s->name = eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW);
}

static uint32_t
add(struct eni_senders *s, struct eni_str id, uint32_t subject, int kind)
{
	uint32_t had = eni_map_get(&s->by_id, id);

	if (had != ENI_NONE)
		return had;
	s->one = eni_grow(s->one, &s->cap, s->n + 1, sizeof *s->one);
	s->one[s->n] = (struct eni_sender){id, subject, kind};
	return eni_map_add(&s->by_id, id, (uint32_t)s->n++);
}

void
eni_senders_begin(struct eni_senders *s)
{
	const struct eni_sheet *r = &s->book->referrers;

	for (size_t row = 0; row < r->n; row++)
		add(s, eni_sheet_id(r, row), eni_subject_referrer(s->book, row), eni_sheet_code(r, s->kind, row));
}

/* A text that is no id or name on file; one person in several spellings is one. */
static uint32_t
add_name(struct eni_senders *s, struct eni_str cell, uint32_t client)
{
	struct eni_buf key = {0};
	uint32_t at;

	eni_name_reference(&s->book->fold, &key, cell);
	if ((at = eni_map_get(&s->by_cell, eni_buf_str(&key))) == ENI_NONE) {
		eni_warn(s->book->diag, eni_sheet_place(&s->book->clients, client), s->field,
		    "names no one on file, or more than one; counted as it stands");
		at = add(s, cell, ENI_NONE, 0);
		eni_map_add(&s->by_cell, eni_arena_pack(&s->arena, eni_buf_str(&key)), at);
	}
	eni_buf_free(&key);
	return at;
}

static uint32_t
add_text(struct eni_senders *s, struct eni_str cell, uint32_t client)
{
	int kind = strcmp(s->field, "referrer") == 0 ? eni_word_find(ENI_V_REFERRER_KIND, cell) : 0;

	if (kind != 0 && kind != ENI_UNKNOWN_WORD)
		return add(s, eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, kind)), ENI_NONE, kind);
	return add_name(s, cell, client);
}

uint32_t
eni_senders_of(struct eni_senders *s, uint32_t client)
{
	struct eni_str cell = eni_str_trim(eni_sheet_text(&s->book->clients, s->col, client));
	uint32_t at, subject;

	if (cell.n == 0)
		return ENI_NONE;
	if ((at = eni_map_get(&s->by_cell, cell)) != ENI_NONE)
		return at;
	subject = eni_book_find(s->book, cell);
	cell = eni_arena_pack(&s->arena, cell);
	if (subject == ENI_NONE)
		at = add_text(s, cell, client);
	else
		at = add(s, eni_subject_id(s->book, subject), subject,
		    eni_subject_is_client(s->book, subject) ? (int)ENI_REFERRER_WORD_OF_MOUTH : 0);
	return eni_map_add(&s->by_cell, cell, at);
}

uint32_t
eni_senders_find(const struct eni_senders *s, uint32_t subject)
{
	uint32_t at = subject == ENI_NONE ? (uint32_t)ENI_NONE : eni_map_get(&s->by_id, eni_subject_id(s->book, subject));

	return at != ENI_NONE && s->one[at].subject == subject ? at : (uint32_t)ENI_NONE;
}

void
eni_senders_free(struct eni_senders *s)
{
	free(s->one);
	eni_map_free(&s->by_cell);
	eni_map_free(&s->by_id);
	eni_arena_free(&s->arena);
	*s = (struct eni_senders){0};
}
