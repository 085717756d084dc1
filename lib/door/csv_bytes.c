/*
 * Records of a CSV or TSV file as the bytes they are, for changing one without touching the others.  The reader (form/csv_in.c)
 * cuts text that has been converted, block by block, and forgets where it stood; here it is places in the file that count.  So
 * there are two cutters, and tests/unit/cutters.h holds them against each other.  A quote opens only at the start of a cell; a
 * record with a quote out of place is one line that is set aside, and the next line is read anew.  No byte of CP932 or GB18030 can
 * be taken for a separator, a quote or a line end, so the bytes are never converted.
 */
#include "door/csv_bytes_priv.h"
#include "form/reader.h"

enum found { WHOLE, SHORT, BROKEN }; /* SHORT: a quote is open at the end */

static bool
is_end(char c)
{
	return c == '\n' || c == '\r';
}

/* The place behind the quote that closes the one at `at`; s.n + 1 when it is not in s. */
static size_t
close_quote(struct eni_str s, size_t at)
{
	const char *q;

	for (at++; at < s.n && (q = memchr(s.p + at, '"', s.n - at)) != NULL; at += 2) {
		at = (size_t)(q - s.p);
		if (at + 1 == s.n || s.p[at + 1] != '"')
			return at + 1;
	}
	return s.n + 1;
}

/* Where the cell ="001" at `at` ends; `at` + 1, where its quote stands, when it is none: no other cell has a quote there. */
static size_t
formula_end(struct eni_str s, size_t at, char sep)
{
	size_t quote = at + 2;

	while (quote < s.n && s.p[quote] != '"' && !is_end(s.p[quote]))
		quote++;
	if (quote >= s.n || s.p[quote] != '"' || (quote + 1 < s.n && s.p[quote + 1] != sep && !is_end(s.p[quote + 1])))
		return at + 1;
	return quote + 1;
}

/* A tab is a blank, unless it stands between cells. */
static size_t
pass_blanks(struct eni_str s, size_t at, char sep)
{
	while (at < s.n && (s.p[at] == ' ' || (s.p[at] == '\t' && sep != '\t')))
		at++;
	return at;
}

/* Where the cell at `at` ends; s.n + 1 when its quote is not closed in s.  Blanks around the quotes are let pass, as by the reader.
 */
static size_t
cell_end(struct eni_str s, size_t at, char sep)
{
	size_t quote = sep == ',' ? pass_blanks(s, at, sep) : s.n;

	if (quote < s.n && s.p[quote] == '"') {
		at = close_quote(s, quote);
		return at > s.n ? at : pass_blanks(s, at, sep);
	}
	if (sep == ',' && at < s.n && eni_str_starts(eni_str_from(s, at), ENI_S("=\"")))
		return formula_end(s, at, sep);
	while (at < s.n && s.p[at] != sep && (s.p[at] != '"' || sep != ',') && !is_end(s.p[at]))
		at++;
	return at;
}

/* The record at the start of s: its length without line end. */
static enum found
measure(struct eni_str s, char sep, size_t *n)
{
	for (size_t i = 0;; i++) {
		*n = i = cell_end(s, i, sep);
		if (i >= s.n)
			return i == s.n ? WHOLE : SHORT;
		if (is_end(s.p[i]))
			return WHOLE;
		if (s.p[i] != sep)
			return BROKEN;
	}
}

/* A line without any quote, the usual case: one pass of memchr instead of one look at every byte. */
static size_t
line_length(struct eni_str s)
{
	const char *lf = memchr(s.p, '\n', s.n), *cr;
	size_t n = lf == NULL ? s.n : (size_t)(lf - s.p);

	cr = memchr(s.p, '\r', n);
	return cr == NULL ? n : (size_t)(cr - s.p);
}

static size_t
end_length(struct eni_str s, size_t at)
{
	if (at == s.n)
		return 0;
	return s.p[at] == '\r' && at + 1 < s.n && s.p[at + 1] == '\n' ? 2 : 1;
}

static struct eni_str
ahead(const struct eni_slicer *s)
{
	return (struct eni_str){s->window.p + s->from, s->window.n - s->from};
}

/* The record ahead, or SHORT when the window may hold only a part of it.  Tabs have no quotes. */
static enum found
look(const struct eni_slicer *s, struct eni_slip *slip)
{
	struct eni_str rest = ahead(s);
	size_t line = line_length(rest), n = line;
	enum found found = WHOLE;

	if (s->sep == ',' && memchr(rest.p, '"', line) != NULL)
		found = measure(rest, s->sep, &n);
	if (found != WHOLE)
		n = line;
	/* One byte more must be in sight: a CR may be half of a CRLF, a quote the first of two. */
	if (!s->all && rest.n < ENI_RECORD_MAX && (found == SHORT || n + 1 >= rest.n))
		return SHORT;
	slip->raw = (struct eni_str){rest.p, n};
	slip->end = (struct eni_str){rest.p + n, end_length(rest, n)};
	slip->good = found == WHOLE && n < ENI_RECORD_MAX;
	return WHOLE;
}

/* Moves what is ahead to the front and reads on behind it. */
static int
fill(struct eni_slicer *s, struct eni_diag *d)
{
	size_t keep = s->window.n - s->from;
	ssize_t got;

	if (keep > 0)
		memmove(s->window.p, s->window.p + s->from, keep);
	s->base += (off_t)s->from;
	s->from = 0;
	s->window.n = keep;
	got = eni_replace_read(s->file, s->base + (off_t)keep, eni_buf_room(&s->window, ENI_BLOCK), ENI_BLOCK, d);
	if (got == -1)
		return -1;
	s->window.n += (size_t)got;
	s->all = got == 0;
	while (s->all && s->window.n > 0 && s->window.p[s->window.n - 1] == ENI_END_OF_TEXT)
		s->window.n--;
	return 0;
}

static uint32_t
lines_in(struct eni_str raw)
{
	uint32_t n = 0;

	for (size_t i = 0; i < raw.n; i++)
		n += raw.p[i] == '\n' || (raw.p[i] == '\r' && (i + 1 == raw.n || raw.p[i + 1] != '\n'));
	return n;
}

/* The next line or, where quotes hold them together, lines. */
static int
next_slip(struct eni_slicer *s, struct eni_slip *slip, struct eni_diag *d)
{
	while (!s->all && (s->from == s->window.n || look(s, slip) == SHORT))
		if (fill(s, d) == -1)
			return -1;
	if (s->from == s->window.n)
		return 0;
	look(s, slip);
	slip->at = s->base + (off_t)s->from;
	slip->line = s->line + 1;
	s->line += 1 + lines_in(slip->raw);
	s->from += slip->raw.n + slip->end.n;
	return 1;
}

int
eni_slice_next(struct eni_slicer *s, struct eni_slip *slip, struct eni_diag *d)
{
	int got;

	do
		got = next_slip(s, slip, d);
	while (got == 1 && pass_blanks(slip->raw, 0, s->sep) == slip->raw.n);
	return got;
}

void
eni_slice_free(struct eni_slicer *s)
{
	eni_buf_free(&s->window);
	*s = (struct eni_slicer){0};
}

void
eni_slice_cells(struct eni_slices *s, struct eni_str raw, char sep)
{
	size_t at = 0, end;

	s->n = 0;
	do {
		end = cell_end(raw, at, sep);
		s->cell = eni_grow(s->cell, &s->cap, s->n + 1, sizeof *s->cell);
		s->cell[s->n++] = (struct eni_str){raw.p + at, end - at};
		at = end + 1;
	} while (end < raw.n);
}

struct eni_str
eni_slice_quoted(struct eni_str cell)
{
	cell = eni_str_trim(cell);
	if (eni_str_starts(cell, ENI_S("=\"")))
		cell = eni_str_from(cell, 1);
	return cell.n > 1 && cell.p[0] == '"' ? (struct eni_str){cell.p + 1, cell.n - 2} : (struct eni_str){NULL, 0};
}

/* ="001" may itself stand in quotes. */
static struct eni_str
without_formula(struct eni_str s)
{
	bool is = s.n >= 3 && s.p[0] == '=' && s.p[1] == '"' && s.p[s.n - 1] == '"';

	return is ? (struct eni_str){s.p + 2, s.n - 3} : s;
}

/* Doubled quotes are bytes of their own in every encoding; a backslash may be half of a character until it is converted. */
void
eni_slice_text(struct eni_buf *out, struct eni_str cell, char sep, const struct eni_code *code)
{
	struct eni_str inside = eni_slice_quoted(cell);
	struct eni_buf bare = {0};

	out->n = 0;
	if (sep == '\t') {
		eni_code_get(code, &bare, cell);
		eni_tsv_unescape(out, eni_buf_str(&bare));
	} else {
		for (size_t i = 0; i < inside.n; i += inside.p[i] == '"' ? 2 : 1)
			eni_buf_char(&bare, inside.p[i]);
		eni_code_get(code, out, inside.p == NULL ? cell : without_formula(eni_buf_str(&bare)));
	}
	eni_buf_free(&bare);
}
