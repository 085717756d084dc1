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

#ifdef __SSE2__
#include <emmintrin.h>

static struct bits
look(const char *p, char a, char b)
{
	const __m128i va = _mm_set1_epi8(a), vb = _mm_set1_epi8(b), last_control = _mm_set1_epi8(0x1f);
	struct bits bits = {0, 0};

	for (unsigned i = 0; i < 4; i++) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i * 16));
		__m128i hit = _mm_or_si128(_mm_cmpeq_epi8(v, va), _mm_cmpeq_epi8(v, vb));

		hit = _mm_or_si128(hit, _mm_cmpeq_epi8(_mm_min_epu8(v, last_control), v));
		bits.special |= (uint64_t)(unsigned)_mm_movemask_epi8(hit) << i * 16;
		bits.high |= (uint64_t)(unsigned)_mm_movemask_epi8(v) << i * 16;
	}
	return bits;
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
#endif

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

	m->at = eni_grow(m->at, &m->cap, words * ENI_MARKS_WORD + 8, sizeof *m->at);
	m->high = eni_grow(m->high, &m->high_cap, words, sizeof *m->high);
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

size_t
eni_marks_high(const struct eni_marks *m, size_t from, size_t to)
{
	for (size_t word = from / ENI_MARKS_WORD; word * ENI_MARKS_WORD < to; word++) {
		uint64_t bits = m->high[word];
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

void
eni_marks_free(struct eni_marks *m)
{
	free(m->at);
	free(m->high);
	*m = (struct eni_marks){0};
}
