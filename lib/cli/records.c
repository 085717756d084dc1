/* Records as a sink: see sink.h. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/print.h"

struct records {
	struct eni_print *print;
	struct eni_sheet_page page;
	size_t rows;
	struct eni_writer *writer;
	struct eni_str *shown; /* the cells of a row */
};

static void *
begin(struct eni_print *p, const void *how)
{
	struct eni_run *run = p->run;
	size_t n = eni_print_columns(p);
	struct eni_column *cols = eni_arena_take(&run->arena, (n + 1) * sizeof *cols);
	struct records *r = eni_arena_clear(&run->arena, sizeof *r);
	struct eni_writer_options o = {.format = run->format,
	    .no_header = eni_opt(run, "no-header") != NULL,
	    .width = eni_print_width(run),
	    .colour = isatty(fileno(run->out)) && getenv("NO_COLOR") == NULL,
	    .wide_ambiguous = strcmp(run->lang, "en") != 0};

	(void)how;
	for (size_t i = 0; i < n; i++)
		cols[i] = eni_print_header(p, i);
	*r = (struct records){.print = p,
	    .page = {run->now, run->book_open ? run->book.office.name : ENI_S(""), run->lang, p->on_paper},
	    .shown = eni_arena_clear(&run->arena, (n + 1) * sizeof *r->shown)};
	o.page = &r->page;
	r->writer = eni_writer_open(run->out, cols, n, &o);
	return r;
}

static void
add_row(void *state, uint32_t subject, const void *about)
{
	struct records *r = state;
	struct eni_print *p = r->print;

	(void)about;
	for (size_t i = 0; i < eni_print_columns(p); i++)
		r->shown[i] = eni_print_shown(p, i, subject);
	eni_writer_row(r->writer, r->shown);
	r->rows++;
	p->run->printed++;
}

static int
end(void *state)
{
	struct records *r = state;
	struct eni_run *run = r->print->run;
	size_t most = eni_format_most(run->format);

	if (eni_writer_end(r->writer) == 0)
		return 0;
	if (most == 0 || r->rows <= most)
		return eni_not_written(run);
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--output %s: a sheet holds %zu rows, and these are %zu; nothing is written",
	    eni_format_name(run->format), most, r->rows);
}

int
eni_not_written(struct eni_run *run)
{
	return eni_fail(&run->diag, eni_at("standard output", 0), NULL, "cannot be written: %s", strerror(errno));
}

const struct eni_sink eni_records_sink = {begin, add_row, end};
