/*
 * UTF-8 text: see text.h.  Most of a book is ASCII, kana and kanji, which NFKC leaves alone: those never reach the library.
 * Room: base.
 */
#include "base/text.h"

#include <stdlib.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/table.h"

const char *const eni_langs[] = {"ja", "zh", "en"};
ENI_ROW_FOR_EACH(eni_langs, ENI_LANGS);

size_t
eni_lang_find(struct eni_str word)
{
	size_t i = 0;

	while (i < ENI_LANGS && !eni_str_is(word, eni_langs[i]))
		i++;
	return i;
}

static const uint8_t *
bytes(struct eni_str s)
{
	return (const uint8_t *)s.p;
}

static size_t
ascii_run(struct eni_str s)
{
	size_t at = 0;
	uint64_t eight;

	for (; s.n - at >= 8; at += 8) {
		memcpy(&eight, s.p + at, 8);
		if ((eight & 0x8080808080808080u) != 0)
			break;
	}
	while (at < s.n && (uint8_t)s.p[at] < 0x80)
		at++;
	return at;
}

/* The bytes of the well-formed character at p (RFC 3629, table in section 4), or 0. */
static size_t
char_length(const uint8_t *p, size_t n)
{
	uint8_t a = p[0], low = 0x80, high = 0xbf;
	size_t want = a < 0x80 ? 1 : a < 0xc2 ? 0 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : a < 0xf5 ? 4 : 0;

	if (want < 2 || want > n)
		return want > n ? 0 : want;
	if (a == 0xe0)
		low = 0xa0; /* shorter forms exist */
	else if (a == 0xed)
		high = 0x9f; /* surrogates */
	else if (a == 0xf0)
		low = 0x90;
	else if (a == 0xf4)
		high = 0x8f; /* beyond U+10FFFF */
	if (p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < want; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return want;
}

/* Kana and kanji, the bulk of what is not ASCII here: three bytes whose lead leaves the second byte free (not E0, not ED). */
static size_t
kanji_run(struct eni_str s)
{
	size_t at = 0;

	for (; s.n - at >= 3; at += 3) {
		const uint8_t *p = bytes(s) + at;

		if ((p[0] & 0xf0) != 0xe0 || p[0] == 0xe0 || p[0] == 0xed || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80)
			break;
	}
	return at;
}

size_t
eni_utf8_prefix(struct eni_str s)
{
	size_t at = ascii_run(s), n;

	while (at < s.n) {
		if ((n = char_length(bytes(s) + at, s.n - at)) == 0)
			return at;
		at += n;
		at += kanji_run(eni_str_from(s, at));
		if (at < s.n && (uint8_t)s.p[at] < 0x80)
			at += ascii_run(eni_str_from(s, at));
	}
	return at;
}

bool
eni_is_ascii(struct eni_str s)
{
	return ascii_run(s) == s.n;
}

/* Kana, kanji and their punctuation that are their own NFKC form and never join with a neighbour among them. */
static bool
is_settled_char(ucs4_t c)
{
	return c < 0x80 || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fe) ||
	       (c >= 0x3001 && c <= 0x3011);
}

static bool
is_settled(struct eni_str s)
{
	size_t at = ascii_run(s);
	ucs4_t c;

	while (at < s.n) {
		at += (size_t)u8_mbtouc(&c, bytes(s) + at, s.n - at);
		if (!is_settled_char(c))
			return false;
	}
	return true;
}

/* What is written but not seen, as web pages, chats and forms leave it in a cell: U+FEFF is the byte order mark of a file that was
 * put behind another. */
static bool
is_invisible(ucs4_t c)
{
	static const struct {
		ucs4_t first, last;
	} range[] = {
	    {0xad, 0xad},       /* soft hyphen */
	    {0x34f, 0x34f},     /* combining grapheme joiner */
	    {0x61c, 0x61c},     /* direction of writing */
	    {0x180b, 0x180f},   /* variation, Mongolian */
	    {0x200b, 0x200f},   /* no width, direction */
	    {0x202a, 0x202e},   /* direction */
	    {0x2060, 0x206f},   /* no width, direction */
	    {0xfe00, 0xfe0f},   /* variation */
	    {0xfeff, 0xfeff},   /* no width */
	    {0xe0100, 0xe01ef}, /* variation of a kanji */
	};

	for (size_t i = 0; i < sizeof range / sizeof *range; i++)
		if (c >= range[i].first && c <= range[i].last)
			return true;
	return false;
}

/* Closes the gaps that invisible characters leave in n bytes; the new length. */
static size_t
drop_invisible(char *p, size_t n)
{
	size_t at = 0, to = 0, width;
	ucs4_t c;

	for (; at < n; at += width) {
		width = (size_t)u8_mbtouc(&c, (const uint8_t *)p + at, n - at);
		if (!is_settled_char(c) && is_invisible(c))
			continue;
		if (to < at)
			memmove(p + to, p + at, width);
		to += width;
	}
	return to;
}

enum { WIDE = 0xfee0 }; /* how far ！ to ～ stand behind ! to ~ */

/* The NFKC form, in room for s.n bytes, of settled characters and wide ASCII (２０２６／３／５), which is nearly all that is typed;
 * its length, or SIZE_MAX where there is anything else. */
static size_t
narrow(char *room, struct eni_str s)
{
	size_t n = 0, width;
	ucs4_t c;

	for (size_t at = 0; at < s.n; at += width) {
		width = (size_t)u8_mbtouc(&c, bytes(s) + at, s.n - at);
		if (c >= WIDE + '!' && c <= WIDE + '~') {
			room[n++] = (char)(c - WIDE);
		} else if (c == 0x3000) { /* the wide blank */
			room[n++] = ' ';
		} else if (is_settled_char(c)) {
			memcpy(room + n, s.p + at, width);
			n += width;
		} else {
			return SIZE_MAX;
		}
	}
	return n;
}

/* The NFKC form in room, or in memory of its own where room is short; NULL when s is no UTF-8, which the library would mend
 * silently. */
static uint8_t *
normalize(struct eni_str s, uint8_t *room, size_t *n)
{
	return eni_utf8_prefix(s) < s.n ? NULL : u8_normalize(UNINORM_NFKC, bytes(s), s.n, room, n);
}

void
eni_nfkc(struct eni_buf *out, struct eni_str s)
{
	size_t n = 3 * s.n + 32, narrowed; /* a guess that nearly always holds */
	uint8_t *room, *got;

	if (is_settled(s)) {
		eni_buf_add(out, s);
		return;
	}
	room = (uint8_t *)eni_buf_room(out, n);
	if ((narrowed = narrow((char *)room, s)) != SIZE_MAX) {
		out->n += narrowed;
		return;
	}
	got = normalize(s, room, &n);
	if (got == NULL) {
		eni_buf_add(out, s);
		return;
	}
	n = drop_invisible((char *)got, n);
	if (got == room) {
		out->n += n;
		return;
	}
	eni_buf_add(out, (struct eni_str){(char *)got, n});
	free(got);
}

void
eni_visible(struct eni_buf *out, struct eni_str s)
{
	size_t start = out->n;

	eni_buf_add(out, s);
	if (!is_settled(s) && eni_utf8_prefix(s) == s.n)
		out->n = start + drop_invisible(out->p + start, s.n);
}

struct eni_str
eni_nfkc_into(char *room, size_t cap, struct eni_str s)
{
	size_t n = cap, narrowed;
	uint8_t *got;

	if (is_settled(s))
		return s;
	if (s.n <= cap && (narrowed = narrow(room, s)) != SIZE_MAX)
		return (struct eni_str){room, narrowed};
	got = normalize(s, (uint8_t *)room, &n);
	if (got == (uint8_t *)room)
		return (struct eni_str){room, drop_invisible(room, n)};
	free(got);
	return (struct eni_str){NULL, 0};
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

void
eni_casefold(struct eni_buf *out, struct eni_str s)
{
	size_t to = out->n, from = out->n;

	for (eni_nfkc(out, s); from < out->n; from++)
		if (!is_blank(out->p[from]))
			out->p[to++] = lower(out->p[from]);
	out->n = to;
}

size_t
eni_columns(struct eni_str s, bool wide_ambiguous)
{
	/* The library takes the width of ambiguous characters from the name of an encoding. */
	const char *encoding = wide_ambiguous ? "EUC-JP" : "UTF-8";
	size_t columns = 0, at = 0;
	int width;
	ucs4_t c;

	while (at < s.n) {
		at += (size_t)u8_mbtouc(&c, bytes(s) + at, s.n - at);
		if (c >= 0x20 && c < 0x7f)
			columns++;
		else if ((width = uc_width(c, encoding)) > 0)
			columns += (size_t)width;
	}
	return columns;
}

/* Controls, what turns the writing direction, and what breaks a line. */
static bool
steers_terminal(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* The bytes at the start of s that can be shown as they are. */
static size_t
safe_run(struct eni_str s)
{
	size_t at = 0, n;
	ucs4_t c;

	for (; at < s.n; at += n) {
		n = 1;
		if (s.p[at] >= 0x20 && s.p[at] < 0x7f)
			continue;
		if ((n = char_length(bytes(s) + at, s.n - at)) == 0)
			break;
		u8_mbtouc(&c, bytes(s) + at, s.n - at);
		if (steers_terminal(c))
			break;
	}
	return at;
}

/* Writes the first character of s (or the byte that is none) as an escape; returns its length. */
static size_t
show_escaped(struct eni_buf *out, struct eni_str s)
{
	size_t n = char_length(bytes(s), s.n);
	ucs4_t c;

	if (n == 0) {
		eni_buf_printf(out, "\\x%02x", *bytes(s));
		return 1;
	}
	u8_mbtouc(&c, bytes(s), s.n);
	eni_buf_printf(out, "\\u%04x", (unsigned)c);
	return n;
}

void
eni_show(struct eni_buf *out, struct eni_str s)
{
	while (s.n > 0) {
		size_t n = safe_run(s);

		eni_buf_add(out, (struct eni_str){s.p, n});
		s = eni_str_from(s, n);
		if (s.n > 0)
			s = eni_str_from(s, show_escaped(out, s));
	}
}

/* A word as code points, small letters. */
struct word {
	ucs4_t *c;
	size_t n;
};

static struct word
word_of(struct eni_str s)
{
	struct word w = {eni_realloc(NULL, (s.n + 1) * sizeof *w.c), 0};

	for (size_t at = 0; at < s.n; w.n++) {
		at += (size_t)u8_mbtouc(&w.c[w.n], bytes(s) + at, s.n - at);
		if (w.c[w.n] < 0x80)
			w.c[w.n] = (ucs4_t)lower((char)w.c[w.n]);
	}
	return w;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One row of the edit table: `now` from the rows above it (`up`, and `up2` for swaps). */
static void
edit_row(struct word a, struct word b, size_t i, const size_t *up2, const size_t *up, size_t *now)
{
	now[0] = i;
	for (size_t j = 1; j <= b.n; j++) {
		now[j] = least(least(up[j], now[j - 1]) + 1, up[j - 1] + (a.c[i - 1] != b.c[j - 1]));
		if (i > 1 && j > 1 && a.c[i - 1] == b.c[j - 2] && a.c[i - 2] == b.c[j - 1])
			now[j] = least(now[j], up2[j - 2] + 1);
	}
}

/* Edits from a to b: insert, delete, replace, swap neighbours (Damerau; a swapped pair is not edited again). */
static size_t
edits(struct word a, struct word b)
{
	size_t width = b.n + 1, result;
	size_t *rows = eni_realloc(NULL, 3 * width * sizeof *rows);

	for (size_t j = 0; j < width; j++)
		rows[j] = j;
	for (size_t i = 1; i <= a.n; i++)
		edit_row(a, b, i, rows + (i + 1) % 3 * width, rows + (i + 2) % 3 * width, rows + i % 3 * width);
	result = rows[a.n % 3 * width + b.n];
	free(rows);
	return result;
}

/* The edits between the two, or `limit` when they are not fewer; lengths that differ by as much need no table. */
static size_t
edits_below(size_t limit, struct word a, const char *candidate)
{
	struct word b = word_of(eni_str_of(candidate));
	size_t gap = a.n > b.n ? a.n - b.n : b.n - a.n;
	size_t found = gap < limit ? edits(a, b) : limit;

	free(b.c);
	return least(found, limit);
}

/* The length of the longest common subsequence. */
static size_t
shared(struct word a, struct word b)
{
	size_t *row = eni_realloc(NULL, (b.n + 1) * sizeof *row), diagonal, above, result;

	memset(row, 0, (b.n + 1) * sizeof *row);
	for (size_t i = 0; i < a.n; i++) {
		diagonal = 0;
		for (size_t j = 0; j < b.n; j++) {
			above = row[j + 1];
			if (a.c[i] == b.c[j])
				row[j + 1] = diagonal + 1;
			else if (row[j] > above)
				row[j + 1] = row[j];
			diagonal = above;
		}
	}
	result = row[b.n];
	free(row);
	return result;
}

int
eni_likeness(struct eni_str a, struct eni_str b)
{
	struct word v = word_of(a), w = word_of(b);
	size_t letters = v.n + w.n;
	bool same_end = v.n > 0 && w.n > 0 && v.c[v.n - 1] == w.c[w.n - 1];
	int alike = letters == 0 ? 0 : (int)(200 * shared(v, w) / letters) + (same_end ? 25 : 0);

	free(v.c);
	free(w.c);
	return alike;
}

const char *
eni_nearest(struct eni_str word, const char *const *candidate, size_t n)
{
	struct word w = word_of(word);
	/* One more than allowed; but a word of one letter, changed altogether, is no help. */
	size_t best = least(w.n < 3 ? 2 : w.n / 3 + 1, w.n);
	const char *nearest = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t d = edits_below(best, w, candidate[i]);

		if (d < best) {
			best = d;
			nearest = candidate[i];
		}
	}
	free(w.c);
	return nearest;
}

/* The bytes of the separator at the start of s, or 0. */
static size_t
separator(struct eni_str s)
{
	static const char *const wide[] = {"\u3000", "、", "・", "；", "，", "／", "､", "･"};

	if (is_blank(s.p[0]) || s.p[0] == ';' || s.p[0] == ',' || s.p[0] == '/')
		return 1;
	if (s.n < 3 || ((uint8_t)s.p[0] != 0xe3 && (uint8_t)s.p[0] != 0xef))
		return 0;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (memcmp(s.p, wide[i], 3) == 0)
			return 3;
	return 0;
}

bool
eni_piece(struct eni_str *rest, struct eni_str *piece)
{
	size_t n, at = 0;

	while (rest->n > 0 && (n = separator(*rest)) > 0)
		*rest = eni_str_from(*rest, n);
	while (at < rest->n && separator(eni_str_from(*rest, at)) == 0)
		at++;
	if (at == 0)
		return false;
	*piece = (struct eni_str){rest->p, at};
	*rest = eni_str_from(*rest, at);
	return true;
}

bool
eni_is_piece(struct eni_str text, struct eni_str word)
{
	struct eni_str piece;

	while (eni_piece(&text, &piece))
		if (eni_str_eq(piece, word))
			return true;
	return false;
}

/* ---- lines ---- */

void
eni_wrap(struct eni_buf *out, struct eni_str s, size_t columns)
{
	char *may = eni_realloc(NULL, s.n + 1);

	u8_width_linebreaks(bytes(s), s.n, (int)columns, 0, 0, NULL, "UTF-8", may);
	for (size_t i = 0; i < s.n; i++) {
		if (may[i] == UC_BREAK_POSSIBLE) {
			while (out->n > 0 && out->p[out->n - 1] == ' ')
				out->n--;
			eni_buf_char(out, '\n');
		}
		eni_buf_char(out, s.p[i]);
	}
	free(may);
}
