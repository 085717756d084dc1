/*
 * The rejects file: what was set aside, as it came, with line and reason in front.  A csv row keeps its bytes, whatever its width,
 * unless it repeats the row above; a row of another format becomes csv; what is no row at all stands whole in the first field.
 */
#include "form/reader_parts.h"

static void
write_text(FILE *f, struct eni_str s)
{
	fwrite(s.n == 0 ? "" : s.p, 1, s.n, f);
}

static void
begin_file(struct eni_reader *r)
{
	bool as_it_came = r->format != ENI_XLSX && r->header_raw.n > 0;

	if (r->rejects_begun)
		return;
	r->rejects_begun = true;
	fputs("line,reason", r->rejects);
	for (size_t i = 0; i < r->n && !as_it_came; i++) {
		fputc(',', r->rejects);
		csv_fwrite(r->rejects, r->header[i].p, r->header[i].n);
	}
	if (as_it_came) {
		fputc(',', r->rejects);
		write_text(r->rejects, r->header_raw);
	}
	fputc('\n', r->rejects);
}

static void
begin_row(struct eni_reader *r, uint32_t line, const char *reason)
{
	begin_file(r);
	fprintf(r->rejects, "%lu,", (unsigned long)line);
	csv_fwrite(r->rejects, reason, strlen(reason));
	fputc(',', r->rejects);
}

void
eni_rejects_row(struct eni_reader *r, const struct eni_row *row, const char *reason)
{
	bool as_it_came = r->format == ENI_CSV && row->raw.n > 0;

	if (r->rejects == NULL)
		return;
	begin_row(r, row->place.line, reason);
	for (size_t i = 0; i < row->n && !as_it_came; i++) {
		if (i > 0)
			fputc(',', r->rejects);
		csv_fwrite(r->rejects, row->cell[i].n == 0 ? "" : row->cell[i].p, row->cell[i].n);
	}
	if (as_it_came)
		write_text(r->rejects, row->raw);
	fputc('\n', r->rejects);
}

void
eni_rejects_begin_text(struct eni_reader *r, uint32_t line, const char *reason)
{
	if (r->rejects == NULL)
		return;
	begin_row(r, line, reason);
	fputc('"', r->rejects);
}

void
eni_rejects_text(struct eni_reader *r, struct eni_str piece)
{
	for (size_t i = 0; r->rejects != NULL && i < piece.n; i++) {
		if (piece.p[i] == '"')
			fputc('"', r->rejects);
		fputc(piece.p[i], r->rejects);
	}
}

void
eni_rejects_end_text(struct eni_reader *r)
{
	if (r->rejects != NULL)
		fputs("\"\n", r->rejects);
}
