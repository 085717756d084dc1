/*
 * Texts of a workbook: runs of one text in several fonts, readings of names (<rPh>, furigana), characters that XML cannot hold.
 * A reading is of a stretch of the text, counted in UTF-16 units; what lies between the stretches reads as it is written, unless
 * that is kanji: then nobody knows how all of it is read, and it has no reading.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/text.h"
#include "form/xlsx_parts.h"

/* Limits of the shared texts: their number, and their bytes all together. */
enum { TEXTS = 4000000, TEXT_BYTES = 256 * 1024 * 1024 };

/* ---- escapes ---- */

void
eni_xlsx_put_tsv(struct eni_buf *out, struct eni_str s)
{
	static const char letter[256] = {['\n'] = 'n', ['\t'] = 't', ['\r'] = 'r', ['\\'] = '\\'};
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (letter[(unsigned char)s.p[i]] == 0)
			continue;
		eni_buf_add(out, (struct eni_str){s.p + from, i - from});
		eni_buf_char(out, '\\');
		eni_buf_char(out, letter[(unsigned char)s.p[i]]);
		from = i + 1;
	}
	eni_buf_add(out, eni_str_from(s, from));
}

/* The UTF-16 unit of _xHHHH_ at the beginning of s, or -1. */
static int32_t
escaped_unit(struct eni_str s)
{
	int32_t unit = 0;

	if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		char c = s.p[i];
		int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;

		if (digit == -1)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

static void
put_character(struct eni_buf *out, ucs4_t c)
{
	uint8_t bytes[6];
	int n = u8_uctomb(bytes, c, sizeof bytes);

	if (n < 1)
		n = u8_uctomb(bytes, 0xfffd, sizeof bytes); /* half of a pair */
	eni_buf_add(out, (struct eni_str){(const char *)bytes, (size_t)n});
}

void
eni_xlsx_unescape(struct eni_buf *out, struct eni_str s)
{
	const char *mark;

	while (s.n > 0 && (mark = memmem(s.p, s.n, "_x", 2)) != NULL) {
		int32_t unit, low;

		eni_buf_add(out, (struct eni_str){s.p, (size_t)(mark - s.p)});
		s = eni_str_from(s, (size_t)(mark - s.p));
		if ((unit = escaped_unit(s)) == -1) {
			eni_buf_add(out, ENI_S("_x"));
			s = eni_str_from(s, 2);
			continue;
		}
		s = eni_str_from(s, 7);
		low = unit >= 0xd800 && unit < 0xdc00 ? escaped_unit(s) : -1;
		if (low >= 0xdc00 && low < 0xe000) {
			unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
			s = eni_str_from(s, 7);
		}
		put_character(out, (ucs4_t)unit);
	}
	eni_buf_add(out, s);
}

void
eni_xlsx_gather(struct eni_buf *out, const char *p, int n)
{
	size_t room = out->n < ENI_XLSX_TEXT_MAX ? ENI_XLSX_TEXT_MAX - out->n : 0;
	struct eni_str piece = {p, (size_t)n};

	if (piece.n > room)
		piece.n = eni_utf8_prefix((struct eni_str){p, room});
	eni_buf_add(out, piece);
}

/* ---- one text ---- */

void
eni_xlsx_rich_begin(struct eni_xlsx_rich *r)
{
	r->text.n = r->reading.n = r->run.n = r->read = r->unit = 0;
	r->in_text = r->in_reading = r->any = false;
	r->readable = true;
}

static unsigned long
number_of(const char *text)
{
	return text == NULL ? 0 : strtoul(text, NULL, 10);
}

void
eni_xlsx_rich_start(struct eni_xlsx_rich *r, const char *name, const char **attribute)
{
	if (strcmp(name, "t") == 0) {
		r->in_text = true;
	} else if (strcmp(name, "rPh") == 0) {
		r->in_reading = true;
		r->run.n = 0;
		r->from = number_of(eni_xlsx_attribute(attribute, "sb"));
		r->to = number_of(eni_xlsx_attribute(attribute, "eb"));
	}
}

void
eni_xlsx_rich_text(struct eni_xlsx_rich *r, const char *p, int n)
{
	struct eni_buf *to = r->in_reading ? &r->run : &r->text;

	if (r->in_text)
		eni_xlsx_gather(to, p, n);
}

static bool
has_kanji(struct eni_str s)
{
	ucs4_t c;

	for (size_t i = 0; i < s.n; i += (size_t)u8_mbtouc(&c, (const uint8_t *)s.p + i, s.n - i)) {
		u8_mbtouc(&c, (const uint8_t *)s.p + i, s.n - i);
		if (uc_is_property_ideographic(c))
			return true;
	}
	return false;
}

/* Goes on to that UTF-16 unit of the text and answers what it went by. */
static struct eni_str
go_to(struct eni_xlsx_rich *r, unsigned long unit)
{
	struct eni_str all = eni_buf_str(&r->text), rest = eni_str_from(all, r->read);
	size_t n = 0;

	while (n < rest.n && r->unit < unit) {
		size_t bytes = eni_char_length(eni_str_from(rest, n));

		r->unit += bytes == 4 ? 2 : 1;
		n += bytes;
	}
	r->read += n;
	return (struct eni_str){rest.p, n};
}

/* What lies between two readings reads as it is written. */
static void
read_plain(struct eni_xlsx_rich *r, struct eni_str plain)
{
	r->readable = r->readable && !has_kanji(plain);
	eni_xlsx_gather(&r->reading, plain.p, (int)plain.n);
}

void
eni_xlsx_rich_end(struct eni_xlsx_rich *r, const char *name)
{
	if (strcmp(name, "t") == 0) {
		r->in_text = false;
	} else if (strcmp(name, "rPh") == 0) {
		r->in_reading = false;
		r->any = r->any || r->run.n > 0;
		read_plain(r, go_to(r, r->from));
		eni_xlsx_gather(&r->reading, r->run.p, (int)r->run.n);
		go_to(r, r->to);
	}
}

struct eni_xlsx_text
eni_xlsx_rich_put(struct eni_xlsx_rich *r, struct eni_buf *out)
{
	struct eni_xlsx_text t = {.at = out->n};

	r->run.n = 0;
	eni_xlsx_unescape(&r->run, eni_buf_str(&r->text));
	eni_xlsx_put_tsv(out, eni_buf_str(&r->run));
	t.n = out->n - t.at;
	if (r->any)
		read_plain(r, go_to(r, ULONG_MAX));
	if (r->any && r->readable)
		eni_xlsx_put_tsv(out, eni_buf_str(&r->reading));
	t.reading_n = out->n - t.at - t.n;
	return t;
}

void
eni_xlsx_rich_free(struct eni_xlsx_rich *r)
{
	eni_buf_free(&r->text);
	eni_buf_free(&r->reading);
	eni_buf_free(&r->run);
}

/* ---- the shared texts ---- */

struct shared {
	struct eni_xlsx *x;
	struct eni_xlsx_rich rich;
	bool in_item;
};

static void
on_start(void *state, const char *name, const char **attribute)
{
	struct shared *s = state;

	if (s->in_item) {
		eni_xlsx_rich_start(&s->rich, name, attribute);
	} else if (strcmp(name, "si") == 0) {
		s->in_item = true;
		eni_xlsx_rich_begin(&s->rich);
	}
}

static void
on_text(void *state, const char *p, int n)
{
	struct shared *s = state;

	if (s->in_item)
		eni_xlsx_rich_text(&s->rich, p, n);
}

static void
on_end(void *state, const char *name)
{
	struct shared *s = state;
	struct eni_xlsx *x = s->x;

	if (!s->in_item)
		return;
	if (strcmp(name, "si") != 0) {
		eni_xlsx_rich_end(&s->rich, name);
		return;
	}
	s->in_item = false;
	x->text = eni_grow(x->text, &x->text_cap, x->n_texts + 1, sizeof *x->text);
	x->text[x->n_texts] = eni_xlsx_rich_put(&s->rich, &x->texts);
	x->has_readings |= x->text[x->n_texts++].reading_n > 0;
}

int
eni_xlsx_read_texts(struct eni_xlsx *x)
{
	static const struct eni_xlsx_events events = {on_start, on_end, on_text};
	struct shared s = {.x = x};
	struct eni_xlsx_part p = {0};
	int got = 1;

	if (x->has_texts || x->shared == NULL)
		return 0;
	x->has_texts = true;
	got = eni_xlsx_part_open(&p, x, x->shared, &events, &s) == -1 ? -1 : 1;
	while (got == 1) {
		got = eni_xlsx_part_step(&p);
		if (got == 1 && (x->n_texts > TEXTS || x->texts.n > TEXT_BYTES))
			got = eni_xlsx_fail(
			    x, N_("has more than 4,000,000 texts or 256 MiB of them: want csv or tsv for lists of this size"));
	}
	eni_xlsx_part_close(&p);
	eni_xlsx_rich_free(&s.rich);
	return got;
}
