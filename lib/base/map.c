/*
 * Open addressing with linear probing.  A slot carries the first eight bytes of its key, so that ids up to that length are compared
 * without a second memory access, and longer ones need it only when they are surely or nearly right.
 */
#include "base/map.h"

#include <stdlib.h>

struct eni_map_slot {
	uint64_t head; /* the first eight bytes; of a shorter key, with its length, all */
	const char *p;
	uint32_t n;
	uint32_t value; /* ENI_NONE: free */
};

enum { FEWEST = 64 };

static inline uint64_t
eight(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return w;
}

static inline uint64_t
head_of(struct eni_str s)
{
	uint32_t first, last;

	if (s.n >= 8)
		return eight(s.p);
	if (s.n >= 4) {
		memcpy(&first, s.p, sizeof first);
		memcpy(&last, s.p + s.n - sizeof last, sizeof last);
		return (uint64_t)last << 32 | first;
	}
	return s.n == 0 ? 0 : (uint64_t)(uint8_t)s.p[0] << 16 | (uint64_t)(uint8_t)s.p[s.n / 2] << 8 | (uint8_t)s.p[s.n - 1];
}

static inline uint64_t
mix(uint64_t h)
{
	h *= 0xff51afd7ed558ccdu;
	return h ^ h >> 32;
}

/* Where the i-th byte from 8 on is read with the seven behind it: a key is read to its end and no further. */
static inline size_t
place_of(size_t i, size_t n)
{
	return i + 8 <= n ? i : n - 8;
}

/* Eight bytes a step, multiplied and folded; once more for the last ones, in which ids differ. */
static inline uint32_t
hash_of(struct eni_str s, uint64_t head)
{
	uint64_t h = mix(head ^ s.n << 56);

	for (size_t i = 8; i < s.n; i += 8)
		h = mix(h ^ eight(s.p + place_of(i, s.n)));
	return (uint32_t)mix(h);
}

/* Whether two texts of one length are the same behind their first eight bytes. */
static inline bool
is_same_behind(const char *a, const char *b, size_t n)
{
	for (size_t i = 8; i < n; i += 8)
		if (eight(a + place_of(i, n)) != eight(b + place_of(i, n)))
			return false;
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
	size_t at = hash_of(key, head) & (m->cap - 1);

	while (m->slot[at].value != ENI_NONE && !holds(&m->slot[at], key, head))
		at = (at + 1) & (m->cap - 1);
	return &m->slot[at];
}

static void
grow_to(struct eni_map *m, size_t slots)
{
	struct eni_map old = *m;

	m->cap = slots;
	m->slot = eni_realloc(NULL, m->cap * sizeof *m->slot);
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
		__builtin_prefetch(&m->slot[hash_of(key, head_of(key)) & (m->cap - 1)]);
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
