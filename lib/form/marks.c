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
/* Of bytes from 0x80 on: those that go on a character, those that begin one of three bytes; and whether any begins one of four, or
 * asks more of the next byte than that it goes on, or is in no text. */
struct parts {
	uint64_t more, three;
	bool rare;
};

#ifdef __SSE2__
#include <emmintrin.h>

static __m128i
load(const char *p, unsigned i)
{
	return _mm_loadu_si128((const __m128i *)(const void *)(p + i * 16));
}

static __m128i
all(int byte)
{
	return _mm_set1_epi8((char)byte);
}

static __m128i
either(__m128i a, __m128i b)
{
	return _mm_or_si128(a, b);
}

static __m128i
is_from(__m128i v, int byte)
{
	return _mm_cmpeq_epi8(_mm_max_epu8(v, all(byte)), v);
}

static __m128i
is_more(__m128i v)
{
	return _mm_cmplt_epi8(v, all(0xc0));
}

static __m128i
is_rare(__m128i v)
{
	__m128i two = _mm_cmpeq_epi8(_mm_and_si128(v, all(0xfe)), all(0xc0));
	__m128i three = either(_mm_cmpeq_epi8(v, all(0xe0)), _mm_cmpeq_epi8(v, all(0xed)));

	return either(either(two, three), is_from(v, 0xf0));
}

static __m128i
is_special(__m128i v, char a, char b)
{
	__m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, all(0x1f)), v);

	return either(either(_mm_cmpeq_epi8(v, all(a)), _mm_cmpeq_epi8(v, all(b))), control);
}

static uint64_t
bits_of(__m128i a, __m128i b, __m128i c, __m128i d)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(a) | (uint64_t)(unsigned)_mm_movemask_epi8(b) << 16 |
	       (uint64_t)(unsigned)_mm_movemask_epi8(c) << 32 | (uint64_t)(unsigned)_mm_movemask_epi8(d) << 48;
}

static struct bits
look(const char *p, char a, char b)
{
	__m128i v = load(p, 0), w = load(p, 1), x = load(p, 2), y = load(p, 3);

	return (struct bits){
	    .special = bits_of(is_special(v, a, b), is_special(w, a, b), is_special(x, a, b), is_special(y, a, b)),
	    .high = bits_of(v, w, x, y),
	};
}

static struct parts
part(const char *p)
{
	__m128i v = load(p, 0), w = load(p, 1), x = load(p, 2), y = load(p, 3);
	__m128i rare = either(either(is_rare(v), is_rare(w)), either(is_rare(x), is_rare(y)));

	return (struct parts){
	    .more = bits_of(is_more(v), is_more(w), is_more(x), is_more(y)),
	    .three = bits_of(is_from(v, 0xe0), is_from(w, 0xe0), is_from(x, 0xe0), is_from(y, 0xe0)),
	    .rare = _mm_movemask_epi8(rare) != 0,
	};
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
	struct parts parts = {0, 0, false};

	for (unsigned i = 0; i < 64; i++) {
		unsigned char c = (unsigned char)p[i];

		parts.more |= (uint64_t)((c & 0xc0) == 0x80) << i;
		parts.three |= (uint64_t)(c >= 0xe0) << i;
		parts.rare |= c == 0xc0 || c == 0xc1 || c == 0xe0 || c == 0xed || c >= 0xf0;
	}
	return parts;
}
#endif

/* What a word leaves to the next: its first byte is to go on a character, as the second of three, or as the third. */
enum { DUE_MORE = 1, DUE_SECOND = 2, DUE_THIRD = 4 };

/* Which bytes of a word may not be UTF-8.  A third byte is one only behind a second: a character that breaks off at the end of a
 * line must not lend its missing bytes to the next. */
static uint64_t
doubt(const char *p, uint64_t high, unsigned *due)
{
	struct parts parts;
	uint64_t begins, second, wanted;

	if (high == 0 && *due == 0)
		return 0;
	parts = part(p);
	begins = high & ~parts.more;
	second = (parts.three << 1 | (*due & DUE_SECOND) / DUE_SECOND) & parts.more;
	wanted = begins << 1 | second << 1 | ((*due & (DUE_MORE | DUE_THIRD)) != 0);
	*due =
	    (unsigned)(begins >> 63) * DUE_MORE | (unsigned)(parts.three >> 63) * DUE_SECOND | (unsigned)(second >> 63) * DUE_THIRD;
	return parts.rare ? UINT64_MAX : wanted ^ parts.more;
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

/* The place of the lowest bit; the bits without it. */
static uint64_t
list_bit(uint32_t *out, uint64_t bits, uint32_t base)
{
	*out = base + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
	return bits & (bits - 1);
}

static void
list_bits(uint32_t *out, uint64_t bits, unsigned n, uint32_t base)
{
	unsigned i = 0;

	do {
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
		bits = list_bit(out + i++, bits, base);
	} while (i < n);
}

void
eni_marks_make(struct eni_marks *m, const char *block, size_t n, char a, char b)
{
	size_t words = (n + ENI_MARKS_WORD - 1) / ENI_MARKS_WORD;
	unsigned due = 0;

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
		m->high[i] = (struct eni_high){bits.high, doubt(block + i * ENI_MARKS_WORD, bits.high, &due)};
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

struct eni_high
eni_marks_high(const struct eni_marks *m, size_t from, size_t to)
{
	const struct eni_high *h = m->high + from / ENI_MARKS_WORD, *last = m->high + to / ENI_MARKS_WORD;
	uint64_t mask = UINT64_MAX << from % ENI_MARKS_WORD;
	struct eni_high in = {0, 0};

	if (!m->any_high) /* most files of visits */
		return in;
	for (; h < last; h++, mask = UINT64_MAX) {
		in.any |= h->any & mask;
		in.doubt |= h->doubt & mask;
	}
	mask &= UINT64_MAX >> (ENI_MARKS_WORD - 1 - to % ENI_MARKS_WORD);
	in.any |= h->any & mask;
	in.doubt |= h->doubt & mask;
	return in;
}

void
eni_marks_free(struct eni_marks *m)
{
	free(m->at);
	free(m->high);
	*m = (struct eni_marks){0};
}
