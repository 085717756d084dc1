/*
 * yaml: a block list of mappings, as a person would write it by hand.  A text stands bare only if it begins with a letter, is no
 * word that some YAML reader takes for a truth value or nothing, and holds no mark of the language; all else goes in double
 * quotes, on one line.  By hand: libyaml's emitter folds long texts and costs three events a cell.
 */
#include "form/writer_parts.h"

#include <strings.h>

/* libyaml gives up a `key: value` whose key is longer than 1024 characters; those are written with the ? mark. */
enum { KEY_MAX = 1000 };

/* The length of the character at the start of s if YAML cannot hold it bare even in quotes, else 0.  YAML takes NEL, LS and PS
 * for line ends and refuses other controls, BOM, U+FFFE and U+FFFF. */
static size_t
hidden(struct eni_str s, unsigned *code)
{
	const unsigned char *p = (const unsigned char *)s.p;

	*code = p[0];
	if (p[0] < 0x20 || p[0] == 0x7f)
		return 1;
	if (p[0] == 0xc2 && s.n > 1 && p[1] < 0xa0) {
		*code = p[1];
		return 2;
	}
	if ((p[0] != 0xe2 && p[0] != 0xef) || s.n < 3)
		return 0;
	*code = (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	return *code == 0x2028 || *code == 0x2029 || *code == 0xfeff || *code >= 0xfffe ? 3 : 0;
}

/* How many bytes at the start of s mean nothing to YAML, inside quotes or out of them. */
static size_t
plain_run(struct eni_str s)
{
	static const bool marked[256] = {
	    ['"'] = true, ['#'] = true, [':'] = true, ['\\'] = true, [0x7f] = true, [0xc2] = true, [0xe2] = true, [0xef] = true};
	size_t n = 0;

	while (n < s.n && (unsigned char)s.p[n] >= 0x20 && !marked[(unsigned char)s.p[n]])
		n++;
	return n;
}

/* Appends the character at the start of s, which is no plain one, as it may stand in quotes; returns its length. */
static size_t
put_marked(struct eni_buf *out, struct eni_str s)
{
	unsigned code;
	size_t n = hidden(s, &code);

	if (eni_put_escape(out, code))
		return 1;
	if (n > 0)
		eni_buf_printf(out, code < 0x100 ? "\\x%02x" : "\\u%04x", code);
	else
		eni_buf_char(out, s.p[0]);
	return n > 0 ? n : 1;
}

static void
quoted(struct eni_buf *out, struct eni_str s)
{
	eni_buf_char(out, '"');
	while (s.n > 0) {
		size_t n = plain_run(s);

		eni_buf_add(out, (struct eni_str){s.p, n});
		s = eni_str_from(s, n);
		if (s.n > 0)
			s = eni_str_from(s, put_marked(out, s));
	}
	eni_buf_char(out, '"');
}

/* Words that YAML 1.1 or 1.2 readers turn into true, false or null. */
static bool
is_word(struct eni_str s)
{
	static const char *const word[] = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (strlen(word[i]) == s.n && strncasecmp(word[i], s.p, s.n) == 0)
			return true;
	return false;
}

static bool
starts_with_letter(struct eni_str s)
{
	unsigned char c = s.n > 0 ? (unsigned char)s.p[0] : 0;

	return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_bare(struct eni_str s)
{
	unsigned code;

	if (!starts_with_letter(s) || eni_str_trim(s).n < s.n || s.p[s.n - 1] == ':' || is_word(s))
		return false;
	for (size_t i = plain_run(s); i < s.n; i += 1 + plain_run(eni_str_from(s, i + 1)))
		if (hidden(eni_str_from(s, i), &code) > 0 || (s.p[i] == ':' && s.p[i + 1] == ' ') ||
		    (s.p[i] == '#' && s.p[i - 1] == ' '))
			return false;
	return true;
}

static void
scalar(struct eni_buf *out, struct eni_str s, enum eni_column_type type)
{
	if (is_bare(s) || (eni_column_is_number(type) && eni_is_json_number(s)))
		eni_buf_add(out, s);
	else
		quoted(out, s);
}

void
eni_yaml_text(struct eni_buf *out, struct eni_str s)
{
	scalar(out, s, ENI_COL_TEXT);
}

/* What stands before each value: `- id: ` or `  name: `; the same in every row, so made once. */
static void
begin(struct eni_writer *w)
{
	const struct eni_str *key = eni_writer_keys(w);
	struct eni_str *lead = eni_arena_take(&w->arena, w->n * sizeof *lead);
	struct eni_buf b = {0}, k = {0};

	for (size_t i = 0; i < w->n; i++) {
		b.n = k.n = 0;
		scalar(&k, key[i], ENI_COL_TEXT);
		eni_buf_add(&b, i == 0 ? ENI_S("- ") : ENI_S("  "));
		eni_buf_add(&b, k.n > KEY_MAX ? ENI_S("? ") : ENI_S(""));
		eni_buf_add(&b, eni_buf_str(&k));
		eni_buf_add(&b, k.n > KEY_MAX ? ENI_S("\n  : ") : ENI_S(": "));
		lead[i] = eni_arena_keep(&w->arena, eni_buf_str(&b));
	}
	eni_buf_free(&b);
	eni_buf_free(&k);
	w->state = lead;
}

static void
row(struct eni_writer *w, const struct eni_str *cell)
{
	const struct eni_str *lead = w->state;

	for (size_t i = 0; i < w->n; i++) {
		eni_buf_add(&w->out, lead[i]);
		scalar(&w->out, cell[i], w->column[i].type);
		eni_buf_char(&w->out, '\n');
	}
	if (w->n == 0)
		eni_buf_add(&w->out, ENI_S("- {}\n"));
}

static void
end(struct eni_writer *w)
{
	if (w->rows == 0)
		eni_buf_add(&w->out, ENI_S("[]\n"));
}

const struct eni_format_ops eni_yaml_ops = {.begin = begin, .row = row, .end = end};
