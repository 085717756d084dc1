/* Stays side by side: see spells.h. */
#include "stay/spells.h"

#include <stdlib.h>

static uint32_t
stranger(struct eni_spells *s, struct eni_str id)
{
	uint32_t at = eni_map_get(&s->strangers, id);

	return at != ENI_NONE ? at : eni_map_add(&s->strangers, eni_arena_pack(&s->arena, id), (uint32_t)s->strangers.n);
}

struct eni_spell *
eni_spells_add(struct eni_spells *s, const struct eni_book *b, const struct eni_stay *stay)
{
	uint32_t who = stay->subject;

	if (who == ENI_NONE)
		who = (uint32_t)b->clients.n + stranger(s, stay->id);
	s->spell = eni_grow(s->spell, &s->cap, s->n + 1, sizeof *s->spell);
	s->spell[s->n] = (struct eni_spell){
	    .who = who, .start = stay->start, .end = stay->end, .reason = (uint8_t)stay->reason, .over = stay->over};
	return &s->spell[s->n++];
}

/* An unknown start lies before all others. */
static int
in_order(const void *a, const void *b)
{
	const struct eni_spell *x = a, *y = b;

	if (x->who != y->who)
		return (x->who > y->who) - (x->who < y->who);
	return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->end > y->end) - (x->end < y->end);
}

void
eni_spells_link(struct eni_spells *s)
{
	if (s->n > 1)
		qsort(s->spell, s->n, sizeof *s->spell, in_order);
	for (size_t i = 0, last; i < s->n; i = last + 1) {
		for (last = i; last + 1 < s->n && s->spell[last + 1].who == s->spell[i].who; last++)
			s->spell[last + 1].again = true;
		for (size_t k = i; k < last; k++)
			s->spell[k].back = s->spell[k].over && s->spell[last].start >= s->spell[k].end;
	}
}

void
eni_spells_free(struct eni_spells *s)
{
	eni_map_free(&s->strangers);
	eni_arena_free(&s->arena);
	free(s->spell);
	*s = (struct eni_spells){0};
}
