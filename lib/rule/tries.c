/* Tries: see tries.h. */
#include "rule/tries.h"

#include <stdlib.h>

#include "base/map.h"
#include "book/sheet.h"

static uint32_t
find(const struct eni_tries *t, uint32_t first, size_t rule, int to)
{
	uint32_t i = first;

	while (i != ENI_NONE && (t->tried[i].rule != rule || t->tried[i].to != to))
		i = t->tried[i].next;
	return i;
}

/* Later in time, or further down in the file where the times are the same. */
static bool
is_after(const struct eni_tried *x, int32_t at, uint32_t nth)
{
	struct eni_when a = eni_unpack_when(at), b = eni_unpack_when(x->at);

	if (!x->reached)
		return true;
	return !eni_before(a, b) && (eni_before(b, a) || nth > x->nth);
}

void
eni_tries_note(struct eni_tries *t, uint32_t *first, uint16_t rule, uint8_t to, int channel, int32_t at, uint32_t nth)
{
	uint32_t i = find(t, *first, rule, to);

	if (i == ENI_NONE) {
		t->tried = eni_grow(t->tried, &t->cap, t->n + 1, sizeof *t->tried);
		t->tried[t->n] = (struct eni_tried){.next = *first, .rule = rule, .to = to};
		*first = i = (uint32_t)t->n++;
	}
	if (!is_after(&t->tried[i], at, nth))
		return;
	t->tried[i].count++;
	t->tried[i].channels |= UINT64_C(1) << channel;
}

void
eni_tries_reached(struct eni_tried *x, int32_t at, uint32_t nth)
{
	if (!is_after(x, at, nth))
		return;
	x->reached = true;
	x->at = at;
	x->nth = nth;
	x->count = 0;
	x->channels = 0;
}

void
eni_tries_recount(struct eni_tries *t)
{
	for (size_t i = 0; i < t->n; i++) {
		t->tried[i].count = 0;
		t->tried[i].channels = 0;
	}
}

const struct eni_tried *
eni_tries_of(const struct eni_tries *t, uint32_t first, size_t rule, int to)
{
	uint32_t i = find(t, first, rule, to);

	return i == ENI_NONE ? NULL : &t->tried[i];
}

void
eni_tries_free(struct eni_tries *t)
{
	free(t->tried);
	*t = (struct eni_tries){0};
}
