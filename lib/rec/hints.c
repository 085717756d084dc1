/*
 * Hints: see hints.h.
 * Of every word that matters the first character is marked, and with it the one behind; those of one character with 0 behind it.  A
 * bit each, in words of as many characters as differ in nothing but the last byte.
 */
#include <pthread.h>

#include "rec/hints_priv.h"

enum { FIRST, DEATH, REFUSAL, PLAIN_NO, MAPS, PLACES = 0x10000, LAST = 64 };
static uint64_t marked[MAPS][PLACES / LAST];
/* By the first two bytes of three the last ones that make a character, kana or kanji, which folding leaves alone and no such word
 * begins with: a bit each.  Most of the table is never touched. */
static uint64_t harmless[0x10000];
static pthread_once_t once = PTHREAD_ONCE_INIT;

enum { ALL_HINTS = ENI_HINT_DEATH | ENI_HINT_REFUSAL | ENI_HINT_PLAIN_NO };

static int
map_of(unsigned hint)
{
	return hint == ENI_HINT_DEATH ? DEATH : hint == ENI_HINT_REFUSAL ? REFUSAL : PLAIN_NO;
}

static bool
is_marked(int map, uint32_t at)
{
	return (marked[map][at % PLACES / LAST] >> at % LAST & 1) != 0;
}

static void
mark(int map, uint32_t at)
{
	marked[map][at % PLACES / LAST] |= (uint64_t)1 << at % LAST;
}

/* Spread wide: two kanji of a row of the code charts are no rare neighbours. */
static uint32_t
pair(uint32_t a, uint32_t b)
{
	return (a * 0x9e3779b1u ^ b * 0x85ebca6bu) >> 16;
}

void
eni_hint_mark(unsigned hint, struct eni_str word)
{
	size_t length;
	uint32_t c = eni_character(word.p, word.n, &length);

	mark(FIRST, c);
	word = eni_str_from(word, length);
	mark(map_of(hint), pair(c, word.n > 0 ? eni_character(word.p, word.n, &length) : 0));
}

static void
mark_all(void)
{
	eni_death_hints();
	eni_refusal_hints();
	for (unsigned c = 0; c < 0xf000; c += LAST)
		harmless[(0xe0 | c >> 12) << 8 | 0x80 | (c >> 6 & 0x3f)] = ~marked[FIRST][c / LAST];
}

/* As folding leaves it, for kana, kanji and Latin letters; what folding would change to anything else is ANY. */
enum { ANY = 0xf900 };
static inline uint32_t
folded_character(struct eni_str s, size_t at, size_t *length)
{
	uint32_t c = eni_character(s.p + at, s.n - at, length);

	if (c >= 0xff01 && c <= 0xff5e) /* full width */
		c -= 0xff01 - '!';
	if (c >= 'A' && c <= 'Z')
		return c | 0x20;
	return c >= ANY ? ANY : c;
}

/* Blanks, what is not seen, and signs that may fold to either. */
static bool
is_gap(uint32_t c)
{
	return c <= ' ' || (c >= 0x7f && c <= 0x3000);
}

/* The hints of words that begin with c and may go on like this; a gap within is passed over (死 亡). */
static unsigned
hints_behind(uint32_t c, struct eni_str s)
{
	unsigned hints =
	    (is_marked(DEATH, pair(c, 0)) ? ENI_HINT_DEATH : 0) | (is_marked(PLAIN_NO, pair(c, 0)) ? ENI_HINT_PLAIN_NO : 0);
	size_t length;

	for (size_t at = 0; at < s.n; at += length) {
		uint32_t follows = folded_character(s, at, &length);

		if (follows == ANY)
			return ALL_HINTS;
		hints |= is_marked(DEATH, pair(c, follows)) ? ENI_HINT_DEATH : 0;
		hints |= is_marked(REFUSAL, pair(c, follows)) ? ENI_HINT_REFUSAL : 0;
		hints |= is_marked(PLAIN_NO, pair(c, follows)) ? ENI_HINT_PLAIN_NO : 0;
		if (!is_gap(follows))
			break;
	}
	return hints;
}

/* Nearly all there is in most texts: kana and kanji, and of numbers and days the digits and what stands between. */
static const uint8_t *
pass_harmless(const uint8_t *p, const uint8_t *end)
{
	for (;;) {
		while (end - p >= 3 && (harmless[p[0] << 8 | p[1]] >> p[2] % LAST & 1) != 0)
			p += 3;
		if (p == end || *p >= 'A')
			return p;
		while (p < end && *p < 'A')
			p++;
	}
}

unsigned
eni_hints(struct eni_str text)
{
	const uint8_t *p = (const uint8_t *)text.p, *end = p + text.n;
	unsigned hints = 0;
	size_t length;

	if (text.n == 0)
		return 0;
	pthread_once(&once, mark_all);
	while ((p = pass_harmless(p, end)) < end) {
		struct eni_str rest = {(const char *)p, (size_t)(end - p)};
		uint32_t c = folded_character(rest, 0, &length);

		if (c == ANY)
			return ALL_HINTS;
		if (is_marked(FIRST, c))
			hints |= hints_behind(c, eni_str_from(rest, length));
		p += length;
	}
	return hints;
}
