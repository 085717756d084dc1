/*
 * A slice: bytes with a length.  It owns nothing; whoever hands one out says how long it lives.
 * Room: base.  Needs nothing.
 */
#ifndef ENI_BASE_STR_H
#define ENI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct eni_str {
	const char *p; /* not NUL-terminated unless the giver says so; may be NULL when n is 0 */
	size_t n;
};

#define ENI_S(literal) ((struct eni_str){(literal), sizeof(literal) - 1})

static inline struct eni_str
eni_str_of(const char *c_string)
{
	return (struct eni_str){c_string, c_string == NULL ? 0 : strlen(c_string)};
}

static inline bool
eni_str_eq(struct eni_str a, struct eni_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
eni_str_is(struct eni_str s, const char *c_string)
{
	return eni_str_eq(s, eni_str_of(c_string));
}

/* Order by bytes, which for UTF-8 is the order of code points: <0, 0, >0. */
static inline int
eni_str_cmp(struct eni_str a, struct eni_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n == 0 ? 0 : memcmp(a.p, b.p, n);

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

static inline bool
eni_str_starts(struct eni_str s, struct eni_str head)
{
	return s.n >= head.n && (head.n == 0 || memcmp(s.p, head.p, head.n) == 0);
}

static inline bool
eni_str_ends(struct eni_str s, struct eni_str tail)
{
	return s.n >= tail.n && (tail.n == 0 || memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0);
}

/* The part from byte `from` on; empty beyond the end.  No step is made from a null pointer, not even one of no length. */
static inline struct eni_str
eni_str_from(struct eni_str s, size_t from)
{
	if (s.n == 0)
		return s;
	return from >= s.n ? (struct eni_str){s.p + s.n, 0} : (struct eni_str){s.p + from, s.n - from};
}

/* The bytes of the UTF-8 character that begins s, which is not empty, by its first byte; no more than there are. */
static inline size_t
eni_char_length(struct eni_str s)
{
	unsigned char c = (unsigned char)s.p[0];
	size_t n = c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

	return n < s.n ? n : s.n;
}

/* Without blanks at both ends: space, tab, CR, LF and the ideographic space U+3000. */
struct eni_str eni_str_trim(struct eni_str s);

#endif
