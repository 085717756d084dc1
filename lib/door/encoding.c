/*
 * The encoding of a file we write into.  The name is CP932, never SHIFT_JIS: that one lacks 髙 and ①.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/text.h"
#include "door/encoding_priv.h"

int
eni_code_open(struct eni_code *c, const char *name, struct eni_place at, struct eni_diag *d)
{
	*c = (struct eni_code){.name = name};
	if (name == NULL)
		return 0;
	c->to = iconv_open(name, "UTF-8");
	c->from = iconv_open("UTF-8", name);
	if (c->to != (iconv_t)-1 && c->from != (iconv_t)-1)
		return 0;
	eni_code_close(c);
	return eni_fail(d, at, NULL, "this system cannot write the encoding %s", name);
}

void
eni_code_close(struct eni_code *c)
{
	if (c->name != NULL && c->to != (iconv_t)-1)
		iconv_close(c->to);
	if (c->name != NULL && c->from != (iconv_t)-1)
		iconv_close(c->from);
	*c = (struct eni_code){0};
}

/* Converts as much as it can and returns how many bytes that was. */
static size_t
convert(iconv_t cd, struct eni_buf *out, struct eni_str in)
{
	char *p = (char *)(uintptr_t)in.p;
	size_t left = in.n, done;

	iconv(cd, NULL, NULL, NULL, NULL);
	do {
		size_t room = left * 2 + 16, free = room;
		char *to = eni_buf_room(out, room);

		done = iconv(cd, &p, &left, &to, &free);
		out->n += room - free;
	} while (done == (size_t)-1 && errno == E2BIG);
	return in.n - left;
}

static size_t
count_ascii(struct eni_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += (unsigned char)s.p[i] < 0x80;
	return n;
}

size_t
eni_code_get(const struct eni_code *c, struct eni_buf *out, struct eni_str bytes)
{
	size_t good = bytes.n;

	if (c->name != NULL)
		return convert(c->from, out, bytes);
	good = eni_utf8_prefix(bytes);
	eni_buf_add(out, (struct eni_str){bytes.p, good});
	return good;
}

/* iconv turns the yen sign into a backslash on the way to CP932, which does not come back: that counts as not held.  Twins such as
 * the two wave dashes, which every Japanese program takes for one another, are let pass. */
bool
eni_code_put(const struct eni_code *c, struct eni_buf *out, struct eni_str utf8)
{
	struct eni_buf back = {0};
	size_t start = out->n;
	bool held;

	if (c->name == NULL || eni_is_ascii(utf8)) {
		eni_buf_add(out, utf8);
		return true;
	}
	held = convert(c->to, out, utf8) == utf8.n;
	held = held && convert(c->from, &back, eni_buf_from(out, start)) == out->n - start;
	held = held && count_ascii(eni_buf_str(&back)) == count_ascii(utf8);
	if (!held)
		out->n = start;
	eni_buf_free(&back);
	return held;
}
