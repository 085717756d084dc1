/*
 * Marks by bit maps of 64 bytes, see marks.h.  The bits become positions eight at a time, needed or not: a loop over just the bits
 * that are set would be guessed wrong by the processor once for every 64 bytes.
 */
#include "form/marks.h"

#include <stdlib.h>

#include "base/mem.h"

struct bits {
	uint64_t special, high;
};
/* Of bytes from 0x80 on: those that go on a character, those that begin one of three bytes, and those that begin one of four or ask
 * more of the next byte than that it goes on, or are in no text. */
struct parts {
	uint64_t more, three, rare;
};

#ifdef __SSE2__
#include <emmintrin.h>

static uint64_t
bits_of(__m128i hit, unsigned i)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(hit) << i * 16;
}

static struct bits
look(const char *p, char a, char b)
{
	const __m128i va = _mm_set1_epi8(a), vb = _mm_set1_epi8(b), last_control = _mm_set1_epi8(0x1f);
	struct bits bits = {0, 0};

	for (unsigned i = 0; i < 4; i++) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i * 16));
		__m128i hit = _mm_or_si128(_mm_cmpeq_epi8(v, va), _mm_cmpeq_epi8(v, vb));

		hit = _mm_or_si128(hit, _mm_cmpeq_epi8(_mm_min_epu8(v, last_control), v));
		bits.special |= bits_of(hit, i);
		bits.high |= bits_of(v, i);
	}
	return bits;
}

static __m128i
is(__m128i v, int byte)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8((char)byte));
}

static __m128i
is_from(__m128i v, int byte)
{
	return is(_mm_subs_epu8(_mm_set1_epi8((char)byte), v), 0);
}

static struct parts
part(const char *p)
{
	struct parts parts = {0, 0, 0};

	for (unsigned i = 0; i < 4; i++) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i * 16));
		__m128i two = _mm_or_si128(is(v, 0xc0), is(v, 0xc1)), rare = _mm_or_si128(is(v, 0xe0), is(v, 0xed));

		parts.more |= bits_of(_mm_cmplt_epi8(v, _mm_set1_epi8((char)0xc0)), i);
		parts.three |= bits_of(is_from(v, 0xe0), i);
		parts.rare |= bits_of(_mm_or_si128(_mm_or_si128(two, rare), is_from(v, 0xf0)), i);
	}
	return parts;
}
#else
static struct bits
look(const char *p, char a, char b)
{
	struct bits bits = {0, 0};

	for (unsigned i = 0; i < 64; i++) {
		bits.special |= (uint64_t)(p[i] == a || p[i] == b || (unsigned char)p[i] < 0x20) << i;
		bits.high |= (uint64_t)((unsigned char)p[i] >= 0x80) << i;
	}
	return bits;
}

static struct parts
part(const char *p)
{
	struct parts parts = {0, 0, 0};

	for (unsigned i = 0; i < 64; i++) {
		unsigned char c = (unsigned char)p[i];

		parts.more |= (uint64_t)((c & 0xc0) == 0x80) << i;
		parts.three |= (uint64_t)(c >= 0xe0) << i;
		parts.rare |= (uint64_t)(c == 0xc0 || c == 0xc1 || c == 0xe0 || c == 0xed || c >= 0xf0) << i;
	}
	return parts;
}
#endif

/* Which bytes of a word may not be UTF-8.  *due: those at the front of it, and then of the next word, that must go on a character
 * begun before. */
static uint64_t
doubt(const char *p, uint64_t high, uint64_t *due)
{
	struct parts parts;
	uint64_t begins, wanted;

	if ((high | *due) == 0)
		return 0;
	parts = part(p);
	begins = high & ~parts.more;
	wanted = begins << 1 | parts.three << 2 | *due;
	*due = begins >> 63 | parts.three >> 62;
	return (wanted ^ parts.more) | parts.rare;
}

/* Bits set; the instruction for it is not on every x86-64. */
static unsigned
count_bits(uint64_t v)
{
	v -= v >> 1 & 0x5555555555555555u;
	v = (v & 0x3333333333333333u) + (v >> 2 & 0x3333333333333333u);
	v = (v + (v >> 4)) & 0x0f0f0f0f0f0f0f0fu;
	return (unsigned)(v * 0x0101010101010101u >> 56);
}

static void
list_bits(uint32_t *out, uint64_t bits, unsigned n, uint32_t base)
{
	unsigned i = 0;

	do {
		for (unsigned end = i + 8; i < end; i++) {
			out[i] = base + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
			bits &= bits - 1;
		}
	} while (i < n);
}

void
eni_marks_make(struct eni_marks *m, const char *block, size_t n, char a, char b)
{
	size_t words = (n + ENI_MARKS_WORD - 1) / ENI_MARKS_WORD;
	uint64_t due = 0;

	m->at = eni_grow(m->at, &m->cap, words * ENI_MARKS_WORD + 8, sizeof *m->at);
	m->high = eni_grow(m->high, &m->high_cap, words, sizeof *m->high);
	m->doubt = eni_grow(m->doubt, &m->doubt_cap, words, sizeof *m->doubt);
	m->n = 0;
	m->any_high = false;
	for (size_t i = 0; i < words; i++) {
		struct bits bits = look(block + i * ENI_MARKS_WORD, a, b);
		unsigned set;

		if (i + 1 == words && n % ENI_MARKS_WORD != 0) {
			bits.special &= ~(UINT64_MAX << n % ENI_MARKS_WORD);
			bits.high &= ~(UINT64_MAX << n % ENI_MARKS_WORD);
		}
		set = count_bits(bits.special);
		list_bits(m->at + m->n, bits.special, set, (uint32_t)(i * ENI_MARKS_WORD));
		m->high[i] = bits.high;
		m->doubt[i] = doubt(block + i * ENI_MARKS_WORD, bits.high, &due);
		m->any_high |= bits.high != 0;
		m->n += set;
	}
	m->at[m->n] = ENI_MARKS_END;
}

size_t
eni_marks_find(const struct eni_marks *m, size_t from)
{
	size_t low = 0, high = m->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (m->at[middle] < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first bit set in [from, to), or `to`. */
static size_t
first_bit(const uint64_t *map, size_t from, size_t to)
{
	for (size_t word = from / ENI_MARKS_WORD; word * ENI_MARKS_WORD < to; word++) {
		uint64_t bits = map[word];
		size_t at;

		if (word == from / ENI_MARKS_WORD)
			bits &= UINT64_MAX << from % ENI_MARKS_WORD;
		if (bits == 0)
			continue;
		at = word * ENI_MARKS_WORD + (size_t)__builtin_ctzll(bits);
		return at < to ? at : to;
	}
	return to;
}

size_t
eni_marks_high(const struct eni_marks *m, size_t from, size_t to)
{
	return first_bit(m->high, from, to);
}

bool
eni_marks_utf8(const struct eni_marks *m, size_t from, size_t to)
{
	return first_bit(m->doubt, from, to + 1) == to + 1;
}

void
eni_marks_free(struct eni_marks *m)
{
	free(m->at);
	free(m->high);
	free(m->doubt);
	*m = (struct eni_marks){0};
}
