/* Rows that turn out to be one call.  Legs are written when they end, so any of them may come first, and two calls that were begun
 * apart may turn out to be one. */
#include <stdlib.h>

#include "phone/phonelog_priv.h"

uint32_t
eni_legs_add(struct eni_legs *l, const struct eni_call *call, bool local)
{
	l->leg = eni_grow(l->leg, &l->cap, l->n + 1, sizeof *l->leg);
	l->leg[l->n] = (struct eni_leg){*call, (uint32_t)l->n, local};
	return (uint32_t)l->n++;
}

static int
cmp_start(const struct eni_call *a, const struct eni_call *b)
{
	int c = eni_when_cmp(a->at, b->at);

	return c != 0 ? c : (a->second > b->second) - (a->second < b->second);
}

/* The first leg on a real channel says what the call is; any leg may have reached a person. */
static void
merge(struct eni_leg *into, const struct eni_leg *leg)
{
	bool answered = into->call.answered || leg->call.answered;

	if (leg->local != into->local ? into->local : cmp_start(&leg->call, &into->call) < 0) {
		into->call = leg->call;
		into->local = leg->local;
	}
	into->call.answered = answered;
}

static uint32_t
root_of(const struct eni_legs *l, uint32_t i)
{
	while (l->leg[i].same != i)
		i = l->leg[i].same;
	return i;
}

void
eni_legs_join(struct eni_legs *l, struct eni_str key, uint32_t leg)
{
	uint32_t had = eni_map_get(&l->by_key, key), to = root_of(l, leg);

	if (had == ENI_NONE) {
		eni_map_add(&l->by_key, eni_arena_pack(&l->arena, key), leg);
		return;
	}
	had = root_of(l, had);
	if (had == to)
		return;
	merge(&l->leg[had], &l->leg[to]);
	l->leg[to].same = had;
}

void
eni_legs_end(struct eni_legs *l, struct eni_phonelog *log)
{
	for (uint32_t i = 0; i < l->n; i++)
		if (l->leg[i].same == i && l->leg[i].call.dir != 0)
			eni_log_add(log, &l->leg[i].call);
	free(l->leg);
	eni_map_free(&l->by_key);
	eni_arena_free(&l->arena);
	*l = (struct eni_legs){0};
}
