/*
 * Open addressing with linear probing.  A slot carries the first eight bytes of its key, so that ids up to that length are compared
 * without a second memory access, and longer ones need it only when they are surely or nearly right.
 */
#include "base/map.h"

#include <stdlib.h>

struct eni_map_slot {
	uint64_t head; /* the first eight bytes, zeros behind a shorter key */
	const char *p;
	uint32_t n;
	uint32_t value; /* ENI_NONE: free */
};

enum { FEWEST = 64 };

static inline uint64_t
head_of(struct eni_str s)
{
	uint64_t w = 0;

	if (s.n > 0)
		memcpy(&w, s.p, s.n < 8 ? s.n : 8);
	return w;
}

/* Eight bytes a step, multiplied and folded; ids are short, so the tail matters more than the loop. */
static inline uint32_t
hash_of(struct eni_str s)
{
	uint64_t h = 0x9e3779b97f4a7c15u ^ s.n;
	uint64_t w;

	for (; s.n >= 8; s.p += 8, s.n -= 8) {
		memcpy(&w, s.p, 8);
		h = (h ^ w) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	w = 0;
	if (s.n > 0)
		memcpy(&w, s.p, s.n);
	h = (h ^ w) * 0xff51afd7ed558ccdu;
	h ^= h >> 32;
	return (uint32_t)h;
}

/* Whether two texts of one length are the same behind their first eight bytes. */
static inline bool
is_same_behind(const char *a, const char *b, size_t n)
{
	uint64_t x, y;

	for (size_t i = 8; i < n; i += 8) {
		size_t at = i + 8 <= n ? i : n - 8;

		memcpy(&x, a + at, 8);
		memcpy(&y, b + at, 8);
		if (x != y)
			return false;
	}
	return true;
}

static inline bool
holds(const struct eni_map_slot *s, struct eni_str key, uint64_t head)
{
	return s->head == head && s->n == key.n && is_same_behind(s->p, key.p, key.n);
}

static struct eni_map_slot *
seek(const struct eni_map *m, struct eni_str key)
{
	uint64_t head = head_of(key);
	size_t at = hash_of(key) & (m->cap - 1);

	while (m->slot[at].value != ENI_NONE && !holds(&m->slot[at], key, head))
		at = (at + 1) & (m->cap - 1);
	return &m->slot[at];
}

static void
grow_to(struct eni_map *m, size_t slots)
{
	struct eni_map old = *m;

	m->cap = slots;
	m->slot = NULL;
	{
		size_t cap = 0;

		m->slot = eni_grow(NULL, &cap, m->cap, sizeof *m->slot);
	}
	for (size_t i = 0; i < m->cap; i++)
		m->slot[i].value = ENI_NONE;
	for (size_t i = 0; i < old.cap; i++)
		if (old.slot[i].value != ENI_NONE)
			*seek(m, (struct eni_str){old.slot[i].p, old.slot[i].n}) = old.slot[i];
	free(old.slot);
}

void
eni_map_reserve(struct eni_map *m, size_t n)
{
	size_t slots = m->cap == 0 ? FEWEST : m->cap;

	while (n * 3 > slots * 2)
		slots *= 2;
	if (slots > m->cap)
		grow_to(m, slots);
}

uint32_t
eni_map_get(const struct eni_map *m, struct eni_str key)
{
	return m->cap == 0 ? ENI_NONE : seek(m, key)->value;
}

void
eni_map_prefetch(const struct eni_map *m, struct eni_str key)
{
	if (m->cap > 0)
		__builtin_prefetch(&m->slot[hash_of(key) & (m->cap - 1)]);
}

static struct eni_map_slot *
place(struct eni_map *m, struct eni_str key)
{
	struct eni_map_slot *s;

	if ((m->n + 1) * 3 > m->cap * 2)
		grow_to(m, m->cap == 0 ? FEWEST : m->cap * 2);
	s = seek(m, key);
	if (s->value == ENI_NONE) {
		*s = (struct eni_map_slot){head_of(key), key.p, (uint32_t)key.n, ENI_NONE};
		m->n++;
	}
	return s;
}

uint32_t
eni_map_add(struct eni_map *m, struct eni_str key, uint32_t value)
{
	struct eni_map_slot *s = place(m, key);

	if (s->value == ENI_NONE)
		s->value = value;
	return s->value;
}

void
eni_map_set(struct eni_map *m, struct eni_str key, uint32_t value)
{
	place(m, key)->value = value;
}

void
eni_map_free(struct eni_map *m)
{
	free(m->slot);
	*m = (struct eni_map){0};
}
