/* Slices: the little that is too long to be inline. */
#include "base/str.h"

static size_t
blank_at_start(struct eni_str s)
{
	if (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t' || s.p[0] == '\r' || s.p[0] == '\n'))
		return 1;
	return s.n >= 3 && memcmp(s.p, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static size_t
blank_at_end(struct eni_str s)
{
	char last = s.n > 0 ? s.p[s.n - 1] : 'x';

	if (last == ' ' || last == '\t' || last == '\r' || last == '\n')
		return 1;
	return s.n >= 3 && memcmp(s.p + s.n - 3, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

/* A byte with which no blank begins, and one with which none ends: nearly all there are. */
static bool
is_plain(char first, char last)
{
	return (unsigned char)first > ' ' && first != '\xe3' && (unsigned char)last > ' ' && last != '\x80';
}

struct eni_str
eni_str_trim(struct eni_str s)
{
	size_t n;

	if (s.n == 0 || is_plain(s.p[0], s.p[s.n - 1]))
		return s;
	while ((n = blank_at_start(s)) > 0)
		s = (struct eni_str){s.p + n, s.n - n};
	while ((n = blank_at_end(s)) > 0)
		s.n -= n;
	return s;
}
