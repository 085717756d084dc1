/* Records as a sink: see sink.h. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/caption.h"
#include "cli/print.h"

struct records {
	struct eni_print *print;
	struct eni_sheet_page page;
	size_t rows;
	struct eni_writer *writer;
	struct eni_str *shown; /* the cells of a row */
};

/* Of when the report is: "2026-10-01 – 2026-10-31", with an open end where it has one. */
static struct eni_str
span_of(struct eni_run *run)
{
	char since[ENI_WHEN_TEXT], until[ENI_WHEN_TEXT];

	if (!eni_period_bounded(&run->period))
		return (struct eni_str){"", 0};
	return eni_arena_printf(&run->arena, "%.*s – %.*s", (int)eni_when_format(run->period.since, since), since,
	    (int)eni_when_format(run->period.until, until), until);
}

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
	    .page = {.at = run->now,
		.office = run->book_open ? run->book.office.name : ENI_S(""),
		.lang = run->lang,
		.columns = p->on_paper,
		.title = eni_caption(run->command->name, run->verb->name, run->lang),
		.span = span_of(run),
		.document = eni_opt(run, "title"),
		.figure = &run->figure},
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
