/*
 * A map from text to a number: interned ids, known words, header names.
 * Room: base.  Keys are not copied: they must outlive the map.
 */
#ifndef ENI_BASE_MAP_H
#define ENI_BASE_MAP_H

#include "base/mem.h"

#define ENI_NONE UINT32_MAX /* "not there"; never a value of a map */

/* Zero-initialise; eni_map_free when done. */
struct eni_map {
	struct eni_map_slot *slot;
	size_t cap; /* a power of two, or 0 */
	size_t n;
};

/* Makes room for n keys at once: nothing moves while they are added. */
void eni_map_reserve(struct eni_map *m, size_t n);
/* The value of key, or ENI_NONE. */
uint32_t eni_map_get(const struct eni_map *m, struct eni_str key);
/* Asks the memory for the place of a key that will be looked up soon. */
void eni_map_prefetch(const struct eni_map *m, struct eni_str key);
/* Adds key with value unless it is there; returns the value now in force. */
uint32_t eni_map_add(struct eni_map *m, struct eni_str key, uint32_t value);
/* Adds key or replaces its value. */
void eni_map_set(struct eni_map *m, struct eni_str key, uint32_t value);
void eni_map_free(struct eni_map *m);

#endif
