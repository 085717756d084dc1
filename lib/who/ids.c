/* New ids: see ids.h. */
#include "who/ids.h"

#include <inttypes.h>
#include <stdlib.h>

enum { DIGITS_MAX = 18 };

/* How many digits an id ends in, at most 18. */
static size_t
digits_at_end(struct eni_str id)
{
	size_t n = 0;

	while (n < id.n && n < DIGITS_MAX && id.p[id.n - n - 1] >= '0' && id.p[id.n - n - 1] <= '9')
		n++;
	return n;
}

static struct eni_id_series *
series_of(struct eni_ids *ids, struct eni_str prefix)
{
	uint32_t at = eni_map_get(&ids->by_prefix, prefix);

	if (at != ENI_NONE)
		return &ids->series[at];
	ids->series = eni_grow(ids->series, &ids->cap, ids->n + 1, sizeof *ids->series);
	ids->series[ids->n] = (struct eni_id_series){.prefix = eni_arena_keep(&ids->arena, prefix)};
	eni_map_add(&ids->by_prefix, ids->series[ids->n].prefix, (uint32_t)ids->n);
	return &ids->series[ids->n++];
}

bool
eni_ids_take(struct eni_ids *ids, struct eni_str id)
{
	if (eni_map_get(&ids->taken, id) != ENI_NONE)
		return false;
	eni_map_add(&ids->taken, eni_arena_pack(&ids->arena, id), 0);
	return true;
}

void
eni_ids_note(struct eni_ids *ids, struct eni_str id)
{
	size_t n = digits_at_end(id);
	struct eni_id_series *s;
	uint64_t number = 0;

	eni_ids_take(ids, id);
	if (n == 0)
		return;
	for (size_t i = id.n - n; i < id.n; i++)
		number = number * 10 + (uint64_t)(id.p[i] - '0');
	s = series_of(ids, (struct eni_str){id.p, id.n - n});
	if (s->count++ == 0 || number > s->number) {
		s->number = number;
		s->width = (int)n;
	}
}

/* The commonest; of equally common ones the first. */
static void
settle(struct eni_ids *ids)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->best == NULL || ids->series[i].count > ids->best->count)
			ids->best = &ids->series[i];
	if (ids->best == NULL) {
		ids->best = series_of(ids, eni_str_of(ids->first == NULL ? "C" : ids->first));
		ids->best->width = 3;
	}
}

struct eni_str
eni_ids_next(struct eni_ids *ids)
{
	struct eni_str id;

	if (ids->best == NULL)
		settle(ids);
	do
		id = eni_arena_printf(&ids->arena, "%.*s%0*" PRIu64, (int)ids->best->prefix.n, ids->best->prefix.p,
		    ids->best->width, ++ids->best->number);
	while (!eni_ids_take(ids, id));
	return id;
}

void
eni_ids_free(struct eni_ids *ids)
{
	eni_map_free(&ids->by_prefix);
	eni_map_free(&ids->taken);
	free(ids->series);
	eni_arena_free(&ids->arena);
	*ids = (struct eni_ids){0};
}
