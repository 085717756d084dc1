/* The words behind hints.h.  Room: rec, seen only there. */
#ifndef ENI_REC_HINTS_PRIV_H
#define ENI_REC_HINTS_PRIV_H

#include "rec/hints.h"

/* A word, folded and not empty, with which such a thing may begin. */
void eni_hint_mark(unsigned hint, struct eni_str word);
/* Each reader marks its own; called once. */
void eni_death_hints(void);
void eni_refusal_hints(void);

/* The character at p, which is UTF-8 of n bytes, and its length. */
static inline uint32_t
eni_character(const char *s, size_t n, size_t *length)
{
	const uint8_t *p = (const uint8_t *)s;
	size_t want = p[0] < 0xc0 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	uint32_t c = want == 1 ? p[0] : p[0] & (0xffu >> (want + 1));

	*length = want < n ? want : n;
	if (want == 3 && n >= 3) /* kana and kanji: nearly all there is */
		return (c << 6 | (p[1] & 0x3f)) << 6 | (p[2] & 0x3f);
	for (size_t i = 1; i < *length; i++)
		c = c << 6 | (p[i] & 0x3f);
	return c;
}

#endif
