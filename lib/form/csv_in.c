/*
 * Cutting csv and tsv into cells, at the speed the journal needs.  A block of the input is marked once (marks.h), then each record
 * is walked from mark to mark; cells are slices of the block.
 *
 * A field with quotes goes to libcsv, in strict mode, piece by piece up to the comma or line end at which libcsv says that the
 * field is over.  So what quotes mean, and what is wrong with them, is libcsv's business, while fields without a quote keep their
 * blanks, which libcsv would trim, and the lines are counted here, which libcsv does not do.  Only a field that begins with a quote
 * and ends with the next one is a slice between the two: there is nothing to decode (libcsv spends 40 instructions a byte).
 * unit_reader.c holds all of this against libcsv alone.
 *
 * A record that the block's end cuts off is begun anew when more has been read; a record that cannot be cut costs one line.
 */
#include <stdlib.h>
#include <string.h>

#include "form/reader_parts.h"

enum { BLOCK = 64 * 1024, SLACK = 64 + 1 };

/* How the walk over a record goes on. */
enum step { GO_ON, RECORD_ENDS, NEED_MORE, NO_RECORD };

/* Fills the block; pipes give less than asked. */
static int
read_on(struct eni_cutter *c)
{
	ssize_t got;

	do {
		got = eni_source_read(&c->src, c->block + c->n, c->cap - c->n);
		c->n += got > 0 ? (size_t)got : 0;
	} while (got > 0 && c->cap - c->n >= ENI_SOURCE_ROOM);
	c->ended = got == 0;
	return got == -1 ? -1 : 0;
}

int
eni_cutter_open(struct eni_cutter *c, const char *path, const char *shown, const struct eni_source_options *o, struct eni_diag *d)
{
	if (eni_source_open(&c->src, path, shown, o->encoding, o->fallback, d) == -1)
		return -1;
	c->line = c->row = 1;
	c->kept.at = SIZE_MAX;
	c->cap = BLOCK;
	c->block = eni_realloc(NULL, c->cap + SLACK);
	c->cell = eni_realloc(NULL, (ENI_COLUMNS_MAX + 1) * sizeof *c->cell);
	return 0;
}

int
eni_cutter_first(struct eni_cutter *c)
{
	return read_on(c);
}

int
eni_cutter_sheet(struct eni_cutter *c, size_t sheet, const struct eni_xlsx_readings *r, bool hidden_rows)
{
	c->at = c->n = 0;
	c->line = c->row = 1;
	c->kept.at = SIZE_MAX;
	if (eni_xlsx_begin(c->src.book, sheet, r, hidden_rows) == -1 || read_on(c) == -1)
		return -1;
	eni_cutter_begin(c, ENI_XLSX, false);
	return 0;
}

void
eni_cutter_close(struct eni_cutter *c)
{
	eni_source_close(&c->src);
	eni_marks_free(&c->marks);
	eni_buf_free(&c->text);
	free(c->block);
	free(c->cell);
	if (c->csv_ready)
		csv_free(&c->csv);
	*c = (struct eni_cutter){0};
	c->src.fd = -1;
}

/* Marks what has come in.  Programs of DOS descent end a text with ^Z, which is no part of it.  The last line gets an end where it
 * has none, so that only an open quote can run to the end. */
static void
mark_block(struct eni_cutter *c)
{
	while (c->ended && c->n > c->at && c->block[c->n - 1] == ENI_END_OF_TEXT)
		c->n--;
	if (c->ended && c->n > 0 && c->block[c->n - 1] != '\n' && c->block[c->n - 1] != '\r')
		c->block[c->n++] = '\n';
	memset(c->block + c->n, 0, 64);
	eni_marks_make(&c->marks, c->block, c->n, c->sep, c->mark);
	c->next = eni_marks_find(&c->marks, c->at);
	c->text.n = 0;
	eni_buf_room(&c->text, c->n + 1);
}

size_t
eni_sep_line(struct eni_str head, char *sep)
{
	static const char separators[] = ",;|\t";
	size_t quoted = eni_str_starts(head, ENI_S("\"")), n = quoted + 5;

	if (head.n <= n || !eni_str_starts(eni_str_from(head, quoted), ENI_S("sep=")) ||
	    memchr(separators, head.p[n - 1], sizeof separators - 1) == NULL)
		return 0;
	n += quoted && head.p[n] == '"';
	if (n == head.n || (head.p[n] != '\n' && head.p[n] != '\r'))
		return 0;
	*sep = head.p[quoted + 4];
	return n + (eni_str_starts(eni_str_from(head, n), ENI_S("\r\n")) ? 2 : 1);
}

void
eni_cutter_begin(struct eni_cutter *c, enum eni_format format, bool tabs)
{
	bool tsv = format == ENI_TSV || format == ENI_XLSX;

	c->sep = tsv || tabs ? '\t' : ',';
	c->mark = tsv ? '\\' : '"';
	if (format == ENI_CSV && (c->at = eni_sep_line((struct eni_str){c->block, c->n}, &c->sep)) > 0)
		c->line = 2; /* no row: spreadsheets obey the line and hide it */
	mark_block(c);
}

static void
move_to_front(struct eni_cutter *c)
{
	size_t from = c->kept.at < c->at ? c->kept.at : c->at;

	memmove(c->block, c->block + from, c->n - from);
	c->n -= from;
	c->at -= from;
	c->kept.at -= c->kept.at == SIZE_MAX ? 0 : from;
}

/* Reads on behind what is still uncut; the block doubles for a record that fills more than half of it. */
static int
fill(struct eni_cutter *c)
{
	int rc;

	move_to_front(c);
	if (c->n > c->cap / 2) {
		c->cap *= 2; /* ends with ENI_ROW_MAX, see too_long */
		c->block = eni_realloc(c->block, c->cap + SLACK);
	}
	rc = read_on(c);
	mark_block(c);
	return rc;
}

static enum step
fault(struct eni_cutter *c, uint32_t line, const char *text)
{
	c->fault = text;
	c->fault_line = line;
	return NO_RECORD;
}

static bool
is_wanted(const struct eni_cutter *c)
{
	return c->want == NULL || c->cells >= c->wants || c->want[c->cells];
}

/* The last takes what is too much. */
static inline struct eni_str *
cell_at(const struct eni_cutter *c, size_t n)
{
	return &c->cell[n < ENI_COLUMNS_MAX ? n : ENI_COLUMNS_MAX];
}

static void
put(struct eni_cutter *c, struct eni_str text)
{
	*cell_at(c, c->cells++) = text;
}

static bool
ends_field(const struct eni_cutter *c, char by)
{
	return by == c->sep || by == '\n' || by == '\r';
}

static bool
is_control(char c)
{
	return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Spreadsheets are made to keep the zeros of 001 by ="001". */
static struct eni_str
without_formula(struct eni_str s)
{
	bool is = s.n >= 3 && s.p[0] == '=' && s.p[1] == '"' && s.p[s.n - 1] == '"';

	return is ? (struct eni_str){s.p + 2, s.n - 3} : s;
}

/* libcsv has read a whole field. */
static void
on_field(void *text, size_t n, void *cutter)
{
	struct eni_cutter *c = cutter;
	struct eni_str field = without_formula((struct eni_str){text, n}), s = {c->text.p + c->text.n, field.n};

	if (!is_wanted(c))
		s.n = 0;
	eni_buf_add(&c->text, (struct eni_str){field.p, s.n});
	put(c, s);
	c->closed = true;
}

static void
on_row(int last, void *cutter)
{
	(void)last;
	(void)cutter;
}

static void
reset_csv(struct eni_cutter *c)
{
	if (c->csv_ready)
		csv_free(&c->csv);
	csv_init(&c->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL); /* fails only without a parser */
	c->csv_ready = true;
	csv_set_delim(&c->csv, (unsigned char)c->sep);
	csv_set_blk_size(&c->csv, 4096);
}

/* Where a field begins once blanks are passed over. */
static bool
begins_quoted(const struct eni_cutter *c, size_t from)
{
	while (c->block[from] == ' ' || (c->block[from] == '\t' && c->sep != '\t'))
		from++;
	return c->block[from] == '"';
}

static enum step
feed(struct eni_cutter *c, size_t first, size_t from, size_t to)
{
	if (csv_parse(&c->csv, c->block + from, to - from, on_field, on_row, c) == to - from)
		return GO_ON;
	if (csv_error(&c->csv) != CSV_EPARSE)
		return fault(c, c->line + c->raw_lines, N_("no memory for this field"));
	return fault(c, c->line + c->raw_lines,
	    begins_quoted(c, first)
		? N_("text after a closing quote: want a comma there, or the inner quote doubled")
		: N_("a quote inside a field that does not begin with one: want the field in quotes, the inner one doubled"));
}

/* The field from `first` on has no end in this block. */
static enum step
open_field(struct eni_cutter *c, size_t first)
{
	if (c->ended)
		return fault(c, c->line + c->raw_lines, N_("a quote is opened here and never closed"));
	if (c->n - first > ENI_FIELD_MAX)
		return fault(c, c->line + c->raw_lines, N_("a quote is opened here and not closed within 1 MiB"));
	return NEED_MORE;
}

static bool
ends_line(const struct eni_cutter *c, size_t at)
{
	return c->block[at] == '\n' || (c->block[at] == '\r' && (at + 1 == c->n || c->block[at + 1] != '\n'));
}

static bool
ends_text(char c)
{
	return c == '"' || c == '\n' || c == '\r';
}

/* ="001": the quote at `at` is the second byte of the field, and another on the same line ends it. */
static enum step
take_formula(struct eni_cutter *c, size_t *from, size_t at)
{
	size_t next = c->next, end;
	bool control = c->control;

	for (end = c->marks.at[next]; end != ENI_MARKS_END && !ends_text(c->block[end]); end = c->marks.at[++next])
		control |= is_control(c->block[end]);
	if (end == ENI_MARKS_END || end + 1 == c->n)
		return c->ended ? NO_RECORD : NEED_MORE;
	if (c->block[end] != '"' || !ends_field(c, c->block[end + 1]))
		return NO_RECORD;
	put(c, (struct eni_str){c->block + at + 1, end - at - 1});
	c->next = next + 2; /* past the quote and what follows it */
	c->control = control;
	*from = end + 2;
	return GO_ON;
}

/*
 * The field begins with a quote, and the next quote closes it: its text stands between them, there is nothing to decode.  False
 * for any other field; the walk has then not moved.
 */
static bool
take_between(struct eni_cutter *c, size_t *from, size_t at)
{
	size_t next = c->next;
	bool control = c->control;
	uint32_t lines = 0;
	size_t end;

	if (at != *from)
		return false;
	for (end = c->marks.at[next]; end != ENI_MARKS_END && c->block[end] != '"'; end = c->marks.at[++next]) {
		lines += ends_line(c, end);
		control |= is_control(c->block[end]);
	}
	if (end == ENI_MARKS_END || end + 1 == c->n || !ends_field(c, c->block[end + 1]))
		return false;
	put(c, (struct eni_str){c->block + at + 1, end - at - 1});
	c->next = next + 2; /* past the quote and what follows it */
	c->control = control;
	c->raw_lines += lines;
	*from = end + 2;
	return true;
}

/* The walk stays at the last mark of all. */
static size_t
next_mark(struct eni_cutter *c)
{
	size_t at = c->marks.at[c->next];

	c->next += at != ENI_MARKS_END;
	return at;
}

/* libcsv reads the field that begins at *from, up to the separator or line end with which it is over. */
static enum step
take_by_libcsv(struct eni_cutter *c, size_t *from)
{
	size_t fed = *from, at;
	uint32_t lines = 0;
	enum step step = GO_ON;

	if (!c->csv_ready)
		reset_csv(c);
	c->closed = false;
	while (step == GO_ON && !c->closed) {
		at = next_mark(c);
		if (at == ENI_MARKS_END)
			return open_field(c, *from);
		c->control |= is_control(c->block[at]);
		if (!ends_field(c, c->block[at]))
			continue;
		step = feed(c, *from, fed, at + 1);
		fed = at + 1;
		lines += !c->closed && ends_line(c, at);
	}
	c->raw_lines += lines;
	*from = fed;
	return step;
}

/* A field with a quote at `at`. */
static enum step
take_quoted(struct eni_cutter *c, size_t *from, size_t at)
{
	enum step step = NO_RECORD;

	if (at == *from + 1 && c->block[*from] == '=')
		step = take_formula(c, from, at);
	if (step == NO_RECORD)
		step = take_between(c, from, at) ? GO_ON : take_by_libcsv(c, from);

	return step == GO_ON && c->block[*from - 1] != c->sep ? RECORD_ENDS : step;
}

/* A mark that is neither separator nor line end. */
static enum step
take_mark(struct eni_cutter *c, size_t *from, size_t at)
{
	if (c->block[at] == '"' && c->mark == '"')
		return take_quoted(c, from, at);
	c->escaped |= c->block[at] == '\\';
	c->control |= is_control(c->block[at]);
	return GO_ON;
}

void
eni_tsv_unescape(struct eni_buf *out, struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char next = s.p[i] == '\\' && i + 1 < s.n ? s.p[i + 1] : 0;

		if (next == 'n' || next == 't' || next == 'r' || next == '\\') {
			eni_buf_char(out, next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : '\\');
			i++;
		} else {
			eni_buf_char(out, s.p[i]);
		}
	}
}

static void
unescape(struct eni_cutter *c, struct eni_str *cell)
{
	size_t start = c->text.n;

	eni_tsv_unescape(&c->text, *cell);
	c->escaped = false;
	*cell = eni_buf_from(&c->text, start);
}

/* The record ends at the line end `at`: what it was, and where the next one begins. */
static enum step
end_record(struct eni_cutter *c, size_t at)
{
	size_t next = at + 1;

	if (c->block[at] == '\r' && next == c->n && !c->ended)
		return NEED_MORE; /* a line feed may follow */
	if (c->block[at] == '\r' && next < c->n && c->block[next] == '\n') {
		c->next++;
		next++;
	}
	c->raw = (struct eni_str){c->block + c->at, at - c->at};
	c->raw_line = c->line;
	c->raw_row = c->row++;
	c->line += ++c->raw_lines;
	c->at = next;
	return RECORD_ENDS;
}

/* Puts the plain cells of a record from *from on, up to a mark that needs a closer look or the record's end. */
static size_t
put_plain(struct eni_cutter *c, size_t *from)
{
	const uint32_t *mark = c->marks.at + c->next;
	const char *block = c->block;
	const char sep = c->sep;
	size_t n = c->cells, begin = *from, at;

	for (; (at = *mark) != ENI_MARKS_END && block[at] == sep; mark++, begin = at + 1)
		*cell_at(c, n++) = (struct eni_str){block + begin, at - begin};
	if (at != ENI_MARKS_END && (block[at] == '\n' || block[at] == '\r'))
		*cell_at(c, n++) = (struct eni_str){block + begin, at - begin};
	if (c->escaped && n > c->cells) /* marks stood in the first */
		unescape(c, cell_at(c, c->cells));
	c->next = (size_t)(mark - c->marks.at) + (at != ENI_MARKS_END);
	c->cells = n;
	*from = begin;
	return at;
}

static enum step
walk_record(struct eni_cutter *c)
{
	size_t from = c->at, at;
	enum step step = GO_ON;

	while (step == GO_ON) {
		at = put_plain(c, &from);
		if (at == ENI_MARKS_END)
			return NEED_MORE;
		if (c->block[at] == '\n' || c->block[at] == '\r')
			return end_record(c, at);
		step = take_mark(c, &from, at);
	}
	return step == RECORD_ENDS ? end_record(c, from - 1) : step;
}

static bool
is_blank(struct eni_str s)
{
	while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t'))
		s = eni_str_from(s, 1);
	return s.n == 0;
}

/* A record longer than anything sensible ends the growing of the block. */
static enum step
too_long(struct eni_cutter *c)
{
	size_t n = c->n - c->at;

	if (n > ENI_ROW_MAX)
		return fault(c, c->line, N_("a record over 4 MiB: is a line end or a quote missing?"));
	if (n > ENI_FIELD_MAX && memchr(c->block + c->at, c->sep, n) == NULL && memchr(c->block + c->at, '\n', n) == NULL)
		return fault(c, c->line, N_("a field over 1 MiB"));
	return NEED_MORE;
}

static enum step
cut_record(struct eni_cutter *c)
{
	enum step step;

	do {
		c->cells = c->text.n = 0;
		c->raw_lines = 0;
		c->control = c->escaped = false;
		step = walk_record(c);
	} while (step == RECORD_ENDS && c->cells == 1 && is_blank(c->raw));
	return step == NEED_MORE && !c->ended ? too_long(c) : step;
}

/* After a record that could not be cut: reading goes on at the line after the one on which it began. */
static void
pass_line(struct eni_cutter *c)
{
	size_t at;

	if (c->csv_ready)
		reset_csv(c);
	c->raw_line = c->line;
	c->raw_row = c->row;
	c->next = eni_marks_find(&c->marks, c->at);
	do
		at = next_mark(c);
	while (at != ENI_MARKS_END && (!ends_line(c, at) || (at + 1 == c->n && c->block[at] == '\r' && !c->ended)));
	c->closed = at != ENI_MARKS_END;
	if (!c->closed) /* a return at the end of the block waits for what follows it */
		at = c->n - (c->n > c->at && c->block[c->n - 1] == '\r' && !c->ended);
	c->raw = (struct eni_str){c->block + c->at, at - c->at};
	c->at = at + c->closed;
	c->line += c->closed;
	c->row += c->closed;
}

bool
eni_cutter_rest(struct eni_cutter *c, struct eni_str *piece)
{
	if (c->closed || c->ended || fill(c) == -1)
		return false;
	pass_line(c);
	*piece = c->raw;
	return piece->n > 0;
}

enum eni_cut
eni_cutter_next(struct eni_cutter *c)
{
	enum step step;

	for (;;) {
		step = cut_record(c);
		if (step == RECORD_ENDS)
			return ENI_CUT_ROW;
		if (step == NO_RECORD) {
			pass_line(c);
			return ENI_CUT_BAD;
		}
		if (c->ended)
			return ENI_CUT_END;
		if (c->csv_ready)
			reset_csv(c);
		if (fill(c) == -1)
			return ENI_CUT_FAILED;
	}
}

struct eni_cut_place
eni_cutter_place(const struct eni_cutter *c)
{
	return (struct eni_cut_place){(size_t)(c->raw.p - c->block), c->raw_line, c->raw_row};
}

void
eni_cutter_go(struct eni_cutter *c, struct eni_cut_place to)
{
	c->at = to.at;
	c->line = to.line;
	c->row = to.row;
	c->next = eni_marks_find(&c->marks, c->at);
}
