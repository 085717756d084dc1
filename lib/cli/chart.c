/* Charts: see chart.h. */
#include "cli/chart.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/real.h"
#include "cli/print.h"

enum { USUAL_WIDTH = 80, WIDEST = 400 };

/* Why gnuplot has drawn nothing; nothing of what it may have begun is kept. */
static int
not_drawn(struct eni_run *run, int error)
{
	if (error == -1)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "gnuplot could not draw the picture");
	return eni_fail(&run->diag, ENI_NOWHERE, NULL,
	    error == ENOENT ? N_("-o svg draws with gnuplot: it is not installed (package gnuplot-nox); -o text draws without it")
			    : N_("-o svg draws with gnuplot: %s"),
	    strerror(error));
}

/* The table says the same without it. */
static int
draw_figure(struct eni_run *run, const struct eni_picture *p)
{
	int error = eni_picture_inline(p, &run->figure);

	if (error == 0)
		return 0;
	return eni_warn(&run->diag, ENI_NOWHERE, NULL,
	    error == ENOENT ? N_("the table stands without its picture: gnuplot is not installed (package gnuplot-nox)")
			    : N_("the table stands without its picture: gnuplot could not draw it"));
}

bool
eni_is_picture(const struct eni_run *run)
{
	return run->format == ENI_SVG_PAGE || run->format == ENI_TEXT_PAGE;
}

bool
eni_has_picture(const struct eni_run *run)
{
	return eni_is_picture(run) || run->format == ENI_HTML;
}

int
eni_draw(struct eni_run *run, const struct eni_picture *p)
{
	int width = eni_print_width(run), error;
	struct eni_picture few = *p;

	if (p->n == 0)
		return 0;
	if (run->format != ENI_HTML) /* there the rows count */
		run->printed += p->n;
	if (p->n > ENI_PICTURE_MOST) {
		eni_warn(&run->diag, ENI_NOWHERE, NULL,
		    p->newest ? N_("of %zu curves the last %d are drawn: more cannot be told apart")
			      : N_("of %zu curves the first %d are drawn: more cannot be told apart"),
		    p->n, (int)ENI_PICTURE_MOST);
		few.n = ENI_PICTURE_MOST;
		few.series += p->newest ? p->n - few.n : 0;
	}
	if (run->format == ENI_HTML)
		return draw_figure(run, &few);
	if (run->format == ENI_SVG_PAGE)
		return (error = eni_picture_svg(&few, run->out)) == 0 ? 0 : not_drawn(run, error);
	eni_picture_text(&few, run->out, width > 0 && width <= WIDEST ? (size_t)width : USUAL_WIDTH);
	return 0;
}

/* ---- a table, row by row ---- */

struct charting {
	const struct eni_chart *chart;
	struct eni_print *print;
	struct eni_run *run;
	struct eni_series *series;
	struct eni_str *tick;
	size_t n, cap, n_ticks, cap_ticks;
	bool twice; /* a bar would stand for several rows */
};

static void *
begin(struct eni_print *p, const void *how)
{
	struct charting *c = eni_arena_clear(&p->run->arena, sizeof *c);

	*c = (struct charting){.chart = how, .print = p, .run = p->run};
	eni_print_want_all(p);
	return c;
}

/* The series of that name, a new one where there is none. */
static struct eni_series *
series_of(struct charting *c, struct eni_str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (eni_str_eq(c->series[i].name, name))
			return &c->series[i];
	c->series = eni_grow(c->series, &c->cap, c->n + 1, sizeof *c->series);
	c->series[c->n] = (struct eni_series){.name = eni_arena_keep(&c->run->arena, name)};
	return &c->series[c->n++];
}

/* "-" and nothing are drawn as nothing: no bar, no point.  For readers "33.3 (1/3)" says of how many. */
static double
number(const struct charting *c, struct eni_str cell)
{
	const char *blank = cell.n == 0 ? NULL : memchr(cell.p, ' ', cell.n);
	double x;

	if (blank != NULL)
		cell.n = (size_t)(blank - cell.p);
	return eni_real_parse(cell, &x) == 1 ? x : c->chart->kind == ENI_PICTURE_CONTROL ? (double)NAN : 0;
}

static void
add_point(struct eni_series *s, double x, double y)
{
	size_t cap = s->n; /* rows of a report are few: room for one more each time */

	s->point = eni_grow(s->point, &cap, s->n + 1, sizeof *s->point);
	s->point[s->n++] = (struct eni_point){x, y, NAN, NAN};
}

static struct eni_str
heading(const struct charting *c, const char *column)
{
	const char *h = eni_heading(c->run->verb->name, eni_str_of(column), ENI_KINDS, c->run->lang);

	return eni_str_of(h == NULL ? column : h);
}

/* Its place among the names below the bars, a new one where there is none. */
static size_t
tick_of(struct charting *c, struct eni_str name)
{
	for (size_t i = 0; i < c->n_ticks; i++)
		if (eni_str_eq(c->tick[i], name))
			return i;
	c->tick = eni_grow(c->tick, &c->cap_ticks, c->n_ticks + 1, sizeof *c->tick);
	c->tick[c->n_ticks] = name;
	return c->n_ticks++;
}

/* With nothing, up to that bar. */
static void
fill_up(struct eni_series *s, size_t n)
{
	while (s->n < n)
		add_point(s, (double)s->n, NAN);
}

static void
add_bar(struct charting *c, struct eni_series *s, size_t at, const char *column)
{
	c->twice |= s->n > at;
	fill_up(s, at);
	add_point(s, (double)at, number(c, eni_print_column(c->print, column)));
}

static void
add_row(void *state, uint32_t subject, const void *about)
{
	struct charting *c = state;
	const struct eni_chart *chart = c->chart;
	struct eni_str x = eni_print_column(c->print, chart->x), by = eni_print_column(c->print, chart->by);
	size_t at;

	(void)subject;
	(void)about;
	if (chart->kind == ENI_PICTURE_STEPS) {
		add_point(series_of(c, by), number(c, x), number(c, eni_print_column(c->print, chart->y[0])));
		return;
	}
	at = tick_of(c, heading(c, eni_arena_keep(&c->run->arena, x).p)); /* mon is a heading of its own */
	if (chart->by != NULL)
		add_bar(c, series_of(c, by), at, chart->y[0]);
	for (size_t i = 0; chart->by == NULL && i < ENI_CHART_COLUMNS && chart->y[i] != NULL; i++)
		add_bar(c, series_of(c, heading(c, chart->y[i])), at, chart->y[i]);
}

static struct eni_str
title_of(const struct charting *c)
{
	const char *lang = c->run->lang;

	return eni_str_of(strcmp(lang, "ja") == 0   ? c->chart->title_ja
			  : strcmp(lang, "zh") == 0 ? c->chart->title_zh
						    : c->chart->title);
}

/* Whether the rows have what is drawn: by the hour a report may have other columns. */
static bool
has_columns(const struct charting *c)
{
	const char *const need[] = {c->chart->x, c->chart->y[0], c->chart->by};

	for (size_t i = 0; i < 3; i++)
		if (need[i] != NULL && !eni_print_wants(c->print, need[i]))
			return false;
	return true;
}

static int
end(void *state)
{
	struct charting *c = state;
	struct eni_picture p = {.kind = c->chart->kind,
	    .title = title_of(c),
	    .x = c->chart->kind == ENI_PICTURE_STEPS ? heading(c, c->chart->x) : (struct eni_str){"", 0}, /* others have names */
	    .y = c->chart->y[1] == NULL || c->chart->kind == ENI_PICTURE_CONTROL ? heading(c, c->chart->y[0])
										 : (struct eni_str){"", 0},
	    .series = c->series,
	    .n = c->n,
	    .tick = c->tick,
	    .newest = true};
	int rc = 0;

	for (size_t i = 0; c->chart->kind == ENI_PICTURE_BARS && i < c->n; i++)
		fill_up(&c->series[i], c->n_ticks);
	if (has_columns(c) && !c->twice)
		rc = eni_draw(c->run, &p);
	else if (eni_is_picture(c->run))
		rc = eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "--output %s: the columns asked for make no picture",
		    eni_format_name(c->run->format));

	for (size_t i = 0; i < c->n; i++)
		free(c->series[i].point);
	free(c->series);
	free(c->tick);
	return rc;
}

const struct eni_sink eni_chart_sink = {begin, add_row, end};
