/* Phone logs: see phonelog.h.  What they share, and our own format; CDRs are in phonelog_cdr.c. */
#include "phone/phonelog_priv.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/scan.h"
#include "book/cell_word.h"
#include "book/files.h"

/* ---- shared ---- */

int
eni_log_reject(struct eni_log_input *in, const char *field, const char *reason)
{
	eni_reader_reject(in->reader, field, "%s", _(reason));
	return in->log->book->diag->strict ? -1 : 0;
}

/* The last two digits of a cell that ends in :12:34. */
static uint8_t
second_of(struct eni_str cell)
{
	const char *end = cell.p + cell.n;

	if (cell.n < 8 || end[-6] != ':' || end[-3] != ':' || !eni_is_digit(end[-2]) || !eni_is_digit(end[-1]))
		return 0;
	return (uint8_t)((end[-2] - '0') * 10 + end[-1] - '0');
}

bool
eni_log_moment(struct eni_log_input *in, struct eni_str cell, struct eni_call *c)
{
	const struct eni_office *o = &in->log->book->office;

	if (eni_when_parse(cell, &c->at, &c->zoned) != 1)
		return false;
	if (c->zoned)
		eni_office_when(o, cell, &c->at);
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

uint32_t
eni_log_number(struct eni_log_input *in, struct eni_str cell)
{
	struct eni_phonelog *l = in->log;
	struct eni_str digits;
	uint32_t at;
	size_t zeros = 0;

	in->buf.n = 0;
	eni_phone_digits(&in->buf, cell);
	digits = eni_buf_str(&in->buf);
	while (zeros < digits.n && digits.p[zeros] == '0')
		zeros++;
	if (zeros == digits.n)
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
	l->n++;
}

void
eni_phonelog_free(struct eni_phonelog *l)
{
	free(l->call);
	free(l->number);
	eni_map_free(&l->by_digits);
	eni_arena_free(&l->arena);
	*l = (struct eni_phonelog){0};
}

/* ---- our own format ---- */

enum { AT, DIR, NUMBER, RESULT, OWN_REQUIRED, ANSWERED_BY = OWN_REQUIRED, ID, OWN_FIELDS };
static const char *const own_names[] = {
    [AT] = "at", [DIR] = "dir", [NUMBER] = "number", [RESULT] = "result", [ANSWERED_BY] = "answered_by", [ID] = "id"};
ENI_ROW_FOR_EACH(own_names, OWN_FIELDS);

/* The code of an enumeration cell; an unknown word counts as empty and is reported at the end. */
static int
own_code(struct eni_log_input *in, size_t k)
{
	const struct eni_field *f = in->field[k];
	struct eni_str cell = eni_log_cell(in, k);
	struct eni_word_reading r = eni_cell_read(&in->log->book->office, f, cell);

	if (r.how == ENI_UNREAD)
		eni_unknown_words_note(&in->unknown, f, cell, in->row.place, r);
	return eni_word_known(r.code);
}

/* What is not known to be answered is a call to give back. */
static int
own_row(struct eni_log_input *in)
{
	struct eni_str id = eni_str_trim(eni_log_cell(in, ID));
	struct eni_call c = {.subject = id.n == 0 ? ENI_NONE : eni_book_find(in->log->book, id)};

	if (!eni_log_moment(in, eni_log_cell(in, AT), &c))
		return eni_log_reject(in, "at", "want a day such as 2026-04-01 or a moment such as 2026-04-01 14:05");
	if ((c.dir = (uint8_t)own_code(in, DIR)) == 0)
		return eni_log_reject(in, "dir", "want in (they rang us) or out (we rang them)");
	c.answered = own_code(in, RESULT) == ENI_RESULT_ANSWERED;
	c.answered_by = (uint8_t)own_code(in, ANSWERED_BY);
	c.number = eni_log_number(in, eni_log_cell(in, NUMBER));
	eni_log_add(in->log, &c);
	return 0;
}

static int
unknown_shape(const struct eni_log_input *in)
{
	struct eni_buf lack = {0};

	for (size_t k = 0; k < OWN_REQUIRED; k++)
		if (in->at[k] == SIZE_MAX)
			eni_buf_printf(&lack, "%s%s", lack.n == 0 ? "" : ", ", own_names[k]);
	eni_fail(in->log->book->diag, eni_at(in->file, 1), NULL,
	    "no phone log of a known shape: want columns at, dir, number, result (missing: %.*s), Asterisk's Master.csv without "
	    "header (21, 19 or 18 columns; here %zu), or a CDR export with its header (calldate, src, dst, channel, dstchannel "
	    "...)",
	    (int)lack.n, lack.p, in->n_header);
	eni_buf_free(&lack);
	return -1;
}

static int
bind_own(struct eni_log_input *in)
{
	const struct eni_book *b = in->log->book;
	const struct eni_field **bound = eni_realloc(NULL, (in->n_header + 1) * sizeof *bound);
	const struct eni_headers h = {in->header, in->n_header, NULL, &b->office.aliases, in->file};
	int rc = eni_bind(ENI_CALLS, &h, bound, b->diag);

	for (size_t k = 0; k < OWN_FIELDS; k++) {
		in->at[k] = SIZE_MAX;
		in->field[k] = eni_field_find(ENI_CALLS, eni_str_of(own_names[k]));
	}
	for (size_t i = 0; rc == 0 && i < in->n_header; i++)
		for (size_t k = 0; k < OWN_FIELDS; k++)
			if (bound[i] != NULL && strcmp(bound[i]->name, own_names[k]) == 0)
				in->at[k] = i;
	free(bound);
	for (size_t k = 0; rc == 0 && k < OWN_REQUIRED; k++)
		if (in->at[k] == SIZE_MAX)
			return unknown_shape(in);
	if (rc == 0)
		eni_log_want(in, OWN_FIELDS);
	return rc;
}

static int
read_own(struct eni_log_input *in)
{
	int got = bind_own(in) == -1 ? -1 : 1;

	while (got > 0 && (got = eni_reader_next(in->reader, &in->row)) > 0)
		if (own_row(in) == -1)
			got = -1;
	eni_unknown_words_report(&in->unknown, in->log->book->diag);
	return got;
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

int
eni_phonelog_read(struct eni_phonelog *l, const char *path)
{
	struct eni_book *b = l->book;
	struct eni_log_input in = {.log = l, .file = path};
	struct eni_source_options o = {
	    .encoding = b->opt.encoding, .fallback = b->office.country == ENI_CN ? "GB18030" : "CP932", .rejects = b->opt.rejects};
	int found = path == NULL ? own_file(b, &path, &in.file, &o.format) : 0, rc = 0;

	if (found != 0)
		return found;
	o.format = b->opt.format == ENI_FORMAT_NONE ? o.format : b->opt.format;
	if ((in.reader = eni_reader_open(path, in.file, &o, b->diag)) == NULL)
		return -1;
	in.header = eni_reader_header(in.reader, &in.n_header);
	if (in.n_header == 0)
		rc = eni_reader_next(in.reader, &in.row); /* no record, but perhaps something to be set aside */
	else
		rc = eni_cdr_is(&in) ? eni_cdr_read(&in) : read_own(&in);
	eni_unknown_words_free(&in.unknown);
	eni_buf_free(&in.buf);
	eni_reader_close(in.reader);
	return rc;
}
