/*
 * What was worked out of a text, remembered by that text while the program runs: a list of many people has few distinct cells.
 * Room: base.  Any thread may ask.
 */
#ifndef ENI_BASE_KNOWN_H
#define ENI_BASE_KNOWN_H

#include "base/map.h"

/* A static one; zero-initialise.  It is never freed. */
struct eni_known {
	struct eni_map by_text;
	struct eni_arena texts;
	char *value;
	size_t n, cap;
};

/* Copies what is known of the text, `size` bytes, always the same of one memory; false where it is not known. */
bool eni_known_get(struct eni_known *k, struct eni_str text, void *value, size_t size);
/* Remembers it; not of ever more texts: what is written freely must not fill the memory. */
void eni_known_put(struct eni_known *k, struct eni_str text, const void *value, size_t size);

#endif
