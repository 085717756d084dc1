/* Funnel plots: see funnel.h. */
#include "cli/funnel.h"

#include <math.h>
#include <stdlib.h>

#include "cli/chart.h"
#include "cli/print.h"

enum { POINTS, MEAN, CONTROL_LOW, CONTROL_HIGH, WARNING_LOW, WARNING_HIGH, SERIES };
enum { FINEST = 400 }; /* places at which the limits are worked out */

struct plot {
	const struct eni_funnel *funnel;
	struct eni_print *print;
	struct eni_run *run;
	struct eni_series series[SERIES];
	struct eni_str *label;
	size_t cap, cap_labels;
	double mean, largest;
};

static void *
begin(struct eni_print *p, const void *how)
{
	struct plot *f = eni_arena_clear(&p->run->arena, sizeof *f);

	f->funnel = how;
	f->print = p;
	f->run = p->run;
	eni_print_want_all(p);
	return f;
}

static void
add_point(struct eni_series *s, size_t *cap, double x, double share)
{
	s->point = eni_grow(s->point, cap, s->n + 1, sizeof *s->point);
	s->point[s->n++] = (struct eni_point){x, 100 * share, NAN, NAN};
}

static void
add_row(void *state, uint32_t subject, const void *about)
{
	struct plot *f = state;
	const struct eni_funnel_row *row = about;
	struct eni_series *s = &f->series[POINTS];
	struct eni_counts_inside in;

	(void)subject;
	if (row == NULL || row->of == 0)
		return;
	f->mean = (double)row->all_part / (double)row->all_of;
	f->largest = fmax(f->largest, (double)row->of);
	in = eni_binomial_inside(row->of, f->mean, ENI_WARNING_TAIL);
	f->label = eni_grow(f->label, &f->cap_labels, s->n + 1, sizeof *f->label);
	f->label[s->n] = (struct eni_str){"", 0};
	if (row->part < in.low || row->part > in.high)
		f->label[s->n] = eni_arena_keep(&f->run->arena, eni_print_column(f->print, f->print->offer->name));
	add_point(s, &f->cap, (double)row->of, (double)row->part / (double)row->of);
}

static void
add_limits(struct plot *f, size_t low, double tail)
{
	int64_t largest = (int64_t)f->largest;
	size_t cap[2] = {0};

	for (int64_t n = 1; n <= largest; n += largest / FINEST + 1) {
		struct eni_counts_inside in = eni_binomial_inside(n, f->mean, tail);

		add_point(&f->series[low], &cap[0], (double)n, (double)in.low / (double)n);
		add_point(&f->series[low + 1], &cap[1], (double)n, (double)in.high / (double)n);
	}
}

static struct eni_str
heading(const struct plot *f, const char *column)
{
	const char *h = eni_heading(f->run->verb->name, eni_str_of(column), f->run->verb->main, f->run->lang);

	return eni_str_of(h == NULL ? column : h);
}

static struct eni_str
in_words(const struct plot *f, const char *en, const char *ja, const char *zh)
{
	return eni_str_of(strcmp(f->run->lang, "ja") == 0 ? ja : strcmp(f->run->lang, "zh") == 0 ? zh : en);
}

static int
draw(struct plot *f)
{
	const struct eni_funnel *funnel = f->funnel;
	struct eni_picture p = {.kind = ENI_PICTURE_FUNNEL,
	    .title = in_words(f, funnel->title, funnel->title_ja, funnel->title_zh),
	    .x = heading(f, funnel->of),
	    .y = heading(f, funnel->share),
	    .series = f->series,
	    .n = SERIES,
	    .label = f->label};
	size_t cap = 0;

	f->series[POINTS].name = heading(f, f->print->offer->name);
	f->series[MEAN].name = in_words(f, "all together", "全体", "全部");
	f->series[CONTROL_LOW].name = in_words(f, "99.8 % limits", "99.8%の範囲", "99.8%范围");
	f->series[WARNING_LOW].name = in_words(f, "95 % limits", "95%の範囲", "95%范围");
	add_point(&f->series[MEAN], &cap, 0, f->mean);
	add_point(&f->series[MEAN], &cap, f->largest, f->mean);
	add_limits(f, CONTROL_LOW, ENI_CONTROL_TAIL);
	add_limits(f, WARNING_LOW, ENI_WARNING_TAIL);
	return eni_draw(f->run, &p);
}

static int
end(void *state)
{
	struct plot *f = state;
	int rc = f->series[POINTS].n == 0 ? 0 : draw(f);

	for (size_t i = 0; i < SERIES; i++)
		free(f->series[i].point);
	free(f->label);
	return rc;
}

const struct eni_sink eni_funnel_sink = {begin, add_row, end};
