/*
 * What any writer wrote, the reader reads back equal: hostile and random texts in every record format, alone in a row and among
 * others, in cells and in headers.  A text with control characters may be refused instead, with its row, but never come back
 * changed. Further strings come from the Big List of Naughty Strings where it is at hand (shared.h).
 */
#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "form/writer.h"
#include "shared.h"
#include "unit.h"

enum { WIDTH = 5, ROWS = 400, ROUNDS = 10 };

/* Whole texts, and what random texts are made of. */
static const char *const hostile[] = {"", " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", "\"", "\"\"", "\"\"\"", ",", ",,", ";", "\\",
    "\\n", "\\t", "\\\\", "'", "''", "'=", "''=1+1", "=1+1", "+81-3-0000-0000", "-", "--", "---", "...", "- a", "-5", "-1,200.5",
    "@x", "＝1", "－", "＠", "a", "x y", " lead", "trail ", "a\tb", "\ttab\t", "a\nb", "a\r\nb", "a\rb", "a\n", "\na", "\"a", "a\"",
    "a\"b", "\"a\"", "a,b", ": y", "a: b", "a:", ":", "a #b", "#c", "# c", "%x", "&a", "*a", "!a", "|", ">", "{a: b}", "[a]", "~",
    "null", "NULL", "true", "No", "y", "on", "0", "007", "1e5", "0x1f", "1:30", "12.50", "2026-11-21", "令和8年11月21日", "　",
    "　全角　", "山田 花子", "髙﨑", "能\\表", "𠮷野家", "e\u0301", "\u2028", "a\u2029b", "\xc2\x85", "\xef\xbb\xbf",
    "\xef\xbb\xbfx", "\uffff", "\u202exyz", "\u200b", "\U0001F468\u200D\U0001F469", "<script>", "${HOME}", "%s%n",
    "../../etc/passwd", "--help", "\x1b[31m", "\x01", "\x7f"};

struct pool {
	struct eni_str *text;
	size_t n, cap;
	struct eni_arena arena;
	uint64_t seed;
};

static size_t
roll(struct pool *p, size_t n)
{
	p->seed ^= p->seed << 13;
	p->seed ^= p->seed >> 7;
	p->seed ^= p->seed << 17;
	return (size_t)(p->seed >> 11) % n;
}

static void
pool_add(struct pool *p, struct eni_str s)
{
	p->text = eni_grow(p->text, &p->cap, p->n + 1, sizeof *p->text);
	p->text[p->n++] = eni_arena_keep(&p->arena, s);
}

static void
pool_add_random(struct pool *p, size_t n)
{
	size_t whole = p->n;
	struct eni_buf b = {0};

	for (size_t i = 0; i < n; i++) {
		b.n = 0;
		for (size_t pieces = roll(p, 6); pieces > 0; pieces--)
			eni_buf_add(&b, p->text[roll(p, whole)]);
		pool_add(p, eni_buf_str(&b));
	}
	eni_buf_free(&b);
}

static void
pool_add_naughty(struct pool *p)
{
	json_t *list = NULL, *s;
	glob_t found;
	size_t i;

	if (shared_files("corpora/blns/blns.json", &found) > 0)
		list = json_load_file(found.gl_pathv[0], JSON_ALLOW_NUL, NULL);
	globfree(&found);
	json_array_foreach(list, i, s) if (strlen(json_string_value(s)) == json_string_length(s))
	    pool_add(p, eni_str_of(json_string_value(s)));
	json_decref(list);
}

/* Controls that a reader may refuse.  Tab and line ends are text. */
static bool
has_control(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			return true;
		if (c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0)
			return true;
	}
	return false;
}

struct trip {
	enum eni_format format;
	char path[64];
	struct eni_column *column; /* the first holds the row's number unless `alone` */
	size_t n;
	const struct eni_str *cell; /* rows x n */
	size_t rows;
	bool alone;
	size_t refused;
};

static void
trip_write(struct trip *t)
{
	struct eni_writer_options o = {.format = t->format};
	FILE *f;
	struct eni_writer *w;

	strcpy(t->path, "/tmp/enishi-roundtrip-XXXXXX");
	f = fdopen(mkstemp(t->path), "w");
	w = eni_writer_open(f, t->column, t->n, &o);
	for (size_t i = 0; i < t->rows; i++)
		eni_writer_row(w, t->cell + i * t->n);
	ok(eni_writer_end(w) == 0, "written");
	fclose(f);
}

/* An excel file is read as the csv that it is, and the guard taken off afterwards. */
static struct eni_str
as_written(const struct trip *t, struct eni_str read)
{
	return t->format == ENI_EXCEL ? eni_excel_unguard(read) : read;
}

/* What the format makes of a text: in a workbook every line end is one. */
static void
check_text(const struct trip *t, struct eni_str read, struct eni_str written, int line)
{
	struct eni_buf want = {0};

	for (size_t i = 0; i < written.n; i++)
		if (t->format != ENI_XLSX || written.p[i] != '\r')
			eni_buf_char(&want, written.p[i]);
		else if (i + 1 == written.n || written.p[i + 1] != '\n')
			eni_buf_char(&want, '\n');
	unit_check_str(as_written(t, read), eni_buf_str(&want), __FILE__, line, eni_format_name(t->format));
	eni_buf_free(&want);
}

static void
check_header(const struct trip *t, struct eni_reader *r)
{
	size_t n = 0;
	const struct eni_str *name = eni_reader_header(r, &n);

	is_int(n, t->n, "as many columns");
	for (size_t i = 0; i < n && i < t->n; i++)
		check_text(t, name[i], t->column[i].name, __LINE__);
}

/* Which row came: by its number, or simply the next one. */
static size_t
row_number(const struct trip *t, const struct eni_row *row, size_t next)
{
	struct eni_str s = row->cell[0];
	size_t n = 0;

	if (t->alone)
		return next;
	for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = n * 10 + (size_t)(s.p[i] - '0');
	return n;
}

static bool
may_be_refused(const struct trip *t, size_t row)
{
	for (size_t i = 0; i < t->n; i++)
		if (has_control(t->cell[row * t->n + i]))
			return true;
	return false;
}

/* The rows from `from` to before `to` did not come. */
static void
check_refused(struct trip *t, size_t from, size_t to)
{
	for (; from < to; from++) {
		t->refused++;
		ok(may_be_refused(t, from), "no row is lost that holds no controls");
		if (!may_be_refused(t, from))
			for (size_t i = 0; i < t->n; i++)
				printf("     %s row %zu: \"%.*s\"\n", eni_format_name(t->format), from,
				    (int)t->cell[from * t->n + i].n, t->cell[from * t->n + i].p);
	}
}

static void
check_row(const struct trip *t, const struct eni_row *row, size_t number)
{
	for (size_t i = 0; i < row->n && i < t->n; i++)
		check_text(t, row->cell[i], t->cell[number * t->n + i], __LINE__);
}

static void
trip_read(struct trip *t)
{
	struct eni_diag d = {.prog = "unit", .out = stdout, .quiet = true};
	struct eni_source_options o = {.format = t->format == ENI_EXCEL ? ENI_CSV : t->format};
	struct eni_reader *r = eni_reader_open(t->path, NULL, &o, &d);
	struct eni_row row;
	size_t next = 0;
	int got = -1;

	ok(r != NULL, "opened");
	if (r != NULL)
		check_header(t, r);
	while (r != NULL && (got = eni_reader_next(r, &row)) == 1) {
		size_t number = row_number(t, &row, next);

		ok(number >= next && number < t->rows, "rows keep their order");
		if (number < next || number >= t->rows)
			break;
		check_refused(t, next, number);
		check_row(t, &row, number);
		next = number + 1;
	}
	is_int(got, 0, "a clean end");
	check_refused(t, next, t->rows);
	is_int(d.status, t->refused > 0, "the status shows what was set aside");
	eni_reader_close(r);
	unlink(t->path);
}

static void
trip_make(struct trip *t)
{
	trip_write(t);
	trip_read(t);
}

/* A number and texts of the pool in each row. */
static size_t
test_among_others(struct pool *p, enum eni_format format)
{
	static const char *const name[WIDTH] = {"n", "a,b", "say \"x\": #1", "備考", "- [x]"};
	struct eni_column column[WIDTH] = {0};
	struct eni_str *cell = eni_arena_take(&p->arena, ROWS * WIDTH * sizeof *cell);
	struct trip t = {.format = format, .column = column, .n = WIDTH, .cell = cell, .rows = ROWS};

	for (size_t i = 0; i < WIDTH; i++)
		column[i].name = eni_str_of(name[i]);
	for (size_t i = 0; i < ROWS * WIDTH; i++)
		cell[i] = i % WIDTH == 0 ? eni_arena_printf(&p->arena, "%zu", i / WIDTH) : p->text[roll(p, p->n)];
	trip_make(&t);
	return t.refused;
}

/* Each text of the pool as the only cell: no neighbour helps to distinguish it from a blank line (which in tsv, that has no quotes,
 * it is). */
static void
test_alone(struct pool *p, enum eni_format format)
{
	struct eni_column column = {.name = {"only", 4}};
	struct eni_str *cell = eni_arena_take(&p->arena, p->n * sizeof *cell);
	struct trip t = {.format = format, .column = &column, .n = 1, .cell = cell, .alone = true};

	for (size_t i = 0; i < p->n; i++)
		if (!has_control(p->text[i]) &&
		    ((format != ENI_TSV && format != ENI_XLSX) || p->text[i].n > strspn(p->text[i].p, " ")))
			cell[t.rows++] = p->text[i];
	trip_make(&t);
}

/* Every text without blanks at its ends and without invisible characters (readers take both from headers) as a header. */
static void
test_headers(struct pool *p, enum eni_format format)
{
	struct eni_buf seen = {0};

	for (size_t i = 0; i < p->n; i++) {
		struct eni_str s = p->text[i];
		struct eni_column column[] = {{.name = {"n", 1}}, {.name = s}};
		struct eni_str cell[] = {{"0", 1}, {"x", 1}};
		struct trip t = {.format = format, .column = column, .n = 2, .cell = cell, .rows = 1};

		seen.n = 0;
		eni_visible(&seen, s);
		if (s.n > 0 && seen.n == s.n && eni_str_trim(s).n == s.n && !has_control(s) && !eni_str_is(s, "n") && s.n < 1000)
			trip_make(&t);
	}
	eni_buf_free(&seen);
}

/* Numbers leave JSON and YAML without quotes; their text comes back all the same (where it was the shortest: JSON readers know the
 * number, not its spelling), nothing for nothing. */
static void
test_numbers(enum eni_format format)
{
	static const char *const number[] = {
	    "0", "12", "-5", "0.5", "-12.25", "33.3", "9223372036854775807", "1e-07", "007", "", "1,200", "0.1"};
	struct eni_column column[] = {{.name = {"n", 1}}, {.name = {"x", 1}, .type = ENI_COL_NUMBER}};
	enum { N = sizeof number / sizeof *number };
	struct eni_arena a = {0};
	struct eni_str cell[2 * N];
	struct trip t = {.format = format, .column = column, .n = 2, .cell = cell, .rows = N};

	for (size_t i = 0; i < N; i++) {
		cell[2 * i] = eni_arena_printf(&a, "%zu", i);
		/* what a spreadsheet holds comes without exponents */
		cell[2 * i + 1] =
		    format == ENI_XLSX && strcmp(number[i], "1e-07") == 0 ? ENI_S("0.0000001") : eni_str_of(number[i]);
	}
	trip_make(&t);
	eni_arena_free(&a);
}

int
main(void)
{
	struct pool p = {.seed = 20261121};
	size_t refused = 0;

	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
		pool_add(&p, eni_str_of(hostile[i]));
	pool_add_random(&p, 400);
	pool_add_naughty(&p);
	for (enum eni_format f = ENI_FORMAT_NONE; f < ENI_FORMATS; f++) {
		if (!eni_format_is(f, ENI_FORMAT_READ) || !eni_format_is(f, ENI_FORMAT_WRITE))
			continue;
		for (size_t round = 0; round < ROUNDS; round++)
			refused += test_among_others(&p, f);
		test_alone(&p, f);
		test_headers(&p, f);
		test_numbers(f);
	}
	printf("note: %zu texts, %zu rows refused for controls\n", p.n, refused);
	eni_arena_free(&p.arena);
	free(p.text);
	return unit_done();
}
