/* Phone logs: see phonelog.h.  What all shapes share: moments, numbers, opening. */
#include "phone/phonelog_priv.h"

#include <stdlib.h>

#include "base/dial.h"
#include "base/num.h"
#include "base/scan.h"
#include "book/files.h"

/* ---- shared ---- */

int
eni_log_reject(struct eni_log_input *in, const char *field, const char *reason)
{
	eni_reader_reject(in->reader, field, "%s", _(reason));
	return in->log->book->diag->strict ? -1 : 0;
}

/* The second of a cell that has 10:12:34 in it; 0 where it says none. */
static uint8_t
second_of(struct eni_str cell)
{
	const char *colon = cell.n == 0 ? NULL : memchr(cell.p, ':', cell.n);

	if (colon == NULL || cell.p + cell.n - colon < 6 || colon[3] != ':' || !eni_is_digit(colon[4]) || !eni_is_digit(colon[5]))
		return 0;
	return (uint8_t)((colon[4] - '0') * 10 + colon[5] - '0');
}

/* Seconds or milliseconds since 1970, as programs keep a moment: ten digits or thirteen. */
static bool
read_epoch(struct eni_str cell, struct eni_call *c)
{
	enum { SECONDS = 10, MILLISECONDS = 13, DAY = 86400 };
	int64_t since = 0;

	cell = eni_str_trim(cell);
	if ((cell.n != SECONDS && cell.n != MILLISECONDS) || eni_count_parse(cell, &since) != 1)
		return false;
	if (cell.n == MILLISECONDS)
		since /= 1000;
	c->at = (struct eni_when){(int32_t)(since / DAY), (int32_t)(since % DAY / 60)};
	c->second = (uint8_t)(since % 60);
	return true;
}

bool
eni_log_moment(struct eni_log_input *in, struct eni_str cell, struct eni_call *c)
{
	const struct eni_book *b = in->log->book;
	const struct eni_day_row row = {b->today, ENI_NODAY, 0};
	unsigned open;

	if (read_epoch(cell, c)) {
		c->at = eni_when_add(c->at, (struct eni_span){b->office.utc_minutes, ENI_MINUTES}, 1);
		c->zoned = true;
		return true;
	}
	if (eni_day_read(&b->office, eni_field_find(ENI_CALLS, ENI_S("at")), cell, &row, &c->at, &open) != 1)
		return false;
	c->zoned = (open & ENI_WHEN_UTC) != 0;
	c->second = second_of(cell);
	return true;
}

void
eni_log_want(struct eni_log_input *in, size_t fields)
{
	bool *want = eni_realloc(NULL, in->n_header * sizeof *want);

	memset(want, 0, in->n_header * sizeof *want);
	for (size_t k = 0; k < fields; k++)
		if (in->at[k] != SIZE_MAX)
			want[in->at[k]] = true;
	eni_reader_want(in->reader, want);
	free(want);
}

static size_t
digit_count(struct eni_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += eni_is_digit(s.p[i]);
	return n;
}

bool
eni_number_is_short(struct eni_str number)
{
	size_t n = digit_count(number);

	return n > 0 && n < ENI_SHORTEST_OUTSIDE;
}

bool
eni_number_is_outside(struct eni_str number)
{
	return digit_count(number) >= ENI_SHORTEST_OUTSIDE;
}

/* Android writes -1, -2, -3 or 1, 2, 3 for unknown, withheld and pay phone; others write zeros. */
static bool
is_withheld(struct eni_str digits)
{
	size_t zeros = 0;

	while (zeros < digits.n && digits.p[zeros] == '0')
		zeros++;
	return digits.n <= 1 || zeros == digits.n;
}

uint32_t
eni_log_number(struct eni_log_input *in, struct eni_str cell)
{
	struct eni_phonelog *l = in->log;
	struct eni_str digits, rest = cell;
	uint32_t at;

	if (!eni_phone_next(&in->buf, &rest, NULL))
		eni_phone_digits(&in->buf, cell);
	digits = eni_buf_str(&in->buf);
	if (is_withheld(digits))
		return ENI_NONE;
	if ((at = eni_map_get(&l->by_digits, digits)) != ENI_NONE)
		return at;
	l->number = eni_grow(l->number, &l->cap_numbers, l->n_numbers + 1, sizeof *l->number);
	l->number[l->n_numbers] = eni_arena_pack(&l->arena, digits);
	at = (uint32_t)l->n_numbers++;
	return eni_map_add(&l->by_digits, l->number[at], at);
}

void
eni_log_add(struct eni_phonelog *l, const struct eni_call *c)
{
	l->call = eni_grow(l->call, &l->cap, l->n + 1, sizeof *l->call);
	l->call[l->n] = *c;
	l->call[l->n].nth = (uint32_t)l->n;
	l->call[l->n].log = l->logs;
	l->n++;
}

void
eni_phonelog_free(struct eni_phonelog *l)
{
	free(l->call);
	free(l->number);
	eni_map_free(&l->by_digits);
	eni_map_free(&l->by_line);
	free(l->line);
	eni_arena_free(&l->arena);
	*l = (struct eni_phonelog){0};
}

/* ---- opening ---- */

/* Where the book's own calls are, and as what. */
static int
own_file(struct eni_book *b, const char **path, const char **shown, enum eni_format *format)
{
	int found = eni_book_file(&b->arena, b->opt.dir, ENI_CALLS, path, format, b->diag);

	if (found == 0)
		*shown = strrchr(*path, '/') + 1;
	return found;
}

static int
open_log(struct eni_log_input *in, const char *path, enum eni_format format, FILE *rejects, struct eni_diag *d)
{
	const struct eni_book *b = in->log->book;
	const struct eni_source_options o = {.format = b->opt.format == ENI_FORMAT_NONE ? format : b->opt.format,
	    .encoding = b->opt.encoding,
	    .hidden = b->opt.hidden,
	    .fallback = eni_book_fallback(b),
	    .rejects = rejects};

	if ((in->reader = eni_reader_open(path, in->file, &o, d)) == NULL)
		return -1;
	in->header = eni_reader_header(in->reader, &in->n_header);
	return 0;
}

bool
eni_phonelog_is_cdr(struct eni_book *b, const char *path)
{
	struct eni_diag silent = {.prog = "", .out = stderr, .quiet = true};
	struct eni_phonelog l = {.book = b};
	struct eni_log_input in = {.log = &l, .file = path};
	bool is = open_log(&in, path, ENI_FORMAT_NONE, NULL, &silent) == 0 && in.n_header > 0 && eni_cdr_is(&in);

	eni_buf_free(&in.buf);
	eni_reader_close(in.reader);
	return is;
}

int
eni_phonelog_read(struct eni_phonelog *l, const char *path)
{
	struct eni_book *b = l->book;
	struct eni_unknown_words own = {0};
	struct eni_log_input in = {.log = l, .file = path, .unknown = l->unread != NULL ? l->unread : &own};
	enum eni_format format = ENI_FORMAT_NONE;
	int found = path == NULL ? own_file(b, &path, &in.file, &format) : 0, rc = 0;

	if (found != 0)
		return found;
	if (open_log(&in, path, format, b->opt.rejects, b->diag) == -1)
		return -1;
	l->logs++;
	if (in.n_header == 0)
		rc = eni_reader_next(in.reader, &in.row); /* no record, but perhaps something to be set aside */
	else
		rc = eni_cdr_is(&in) ? eni_cdr_read(&in) : eni_named_read(&in);
	eni_unknown_words_free(&own);
	eni_buf_free(&in.buf);
	eni_reader_close(in.reader);
	return rc;
}

void
eni_phonelog_add_spoken(struct eni_phonelog *l, uint32_t number, struct eni_when at)
{
	eni_log_add(
	    l, &(struct eni_call){
		   .at = at, .dir = ENI_DIR_OUT, .answered = true, .number = number, .line = ENI_NONE, .subject = ENI_NONE});
}
