/* Charts: see chart.h. */
#include "cli/chart.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/real.h"
#include "cli/print.h"

enum { USUAL_WIDTH = 80, WIDEST = 400 };

bool
eni_is_picture(const struct eni_run *run)
{
	return run->format == ENI_SVG_PAGE || run->format == ENI_TEXT_PAGE;
}

int
eni_draw(struct eni_run *run, const struct eni_picture *p)
{
	int width = eni_print_width(run);
	struct eni_picture few = *p;

	if (p->n == 0)
		return 0;
	run->printed += p->n;
	if (p->n > ENI_PICTURE_MOST) {
		eni_warn(&run->diag, ENI_NOWHERE, NULL,
		    p->newest ? N_("of %zu curves the last %d are drawn: more cannot be told apart")
			      : N_("of %zu curves the first %d are drawn: more cannot be told apart"),
		    p->n, (int)ENI_PICTURE_MOST);
		few.n = ENI_PICTURE_MOST;
		few.series += p->newest ? p->n - few.n : 0;
	}
	if (run->format == ENI_SVG_PAGE)
		return eni_picture_svg(&few, run->out, &run->diag);
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

/* "-" and nothing are drawn as nothing: no bar, no point. */
static double
number(const struct charting *c, struct eni_str cell)
{
	double x;

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

static void
add_row(void *state, uint32_t subject, const void *about)
{
	struct charting *c = state;
	const struct eni_chart *chart = c->chart;
	struct eni_str x = eni_print_column(c->print, chart->x);

	(void)subject;
	(void)about;
	if (chart->kind == ENI_PICTURE_STEPS) {
		add_point(series_of(c, eni_print_column(c->print, chart->by)), number(c, x),
		    number(c, eni_print_column(c->print, chart->y[0])));
		return;
	}
	for (size_t i = 0; i < ENI_CHART_COLUMNS && chart->y[i] != NULL; i++)
		add_point(
		    series_of(c, heading(c, chart->y[i])), (double)c->n_ticks, number(c, eni_print_column(c->print, chart->y[i])));
	c->tick = eni_grow(c->tick, &c->cap_ticks, c->n_ticks + 1, sizeof *c->tick);
	c->tick[c->n_ticks++] = heading(c, eni_arena_keep(&c->run->arena, x).p); /* mon is a heading of its own */
}

static struct eni_str
title_of(const struct charting *c)
{
	const char *lang = c->run->lang;

	return eni_str_of(strcmp(lang, "ja") == 0   ? c->chart->title_ja
			  : strcmp(lang, "zh") == 0 ? c->chart->title_zh
						    : c->chart->title);
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
	int rc = eni_draw(c->run, &p);

	for (size_t i = 0; i < c->n; i++)
		free(c->series[i].point);
	free(c->series);
	free(c->tick);
	return rc;
}

const struct eni_sink eni_chart_sink = {begin, add_row, end};
