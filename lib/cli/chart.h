/*
 * A table as a picture: -o svg and -o text of verbs whose rows make bars or curves.  Room: cli.
 * The verb says which columns are drawn and prints its rows as ever; see eni_print_chart in print.h.
 */
#ifndef ENI_CLI_CHART_H
#define ENI_CLI_CHART_H

#include "cli/command.h"
#include "page/picture.h"

enum { ENI_CHART_COLUMNS = 4 };

struct eni_chart {
	enum eni_picture_kind kind;
	const char *x;                    /* bars: the column with their names; curves: the one with x */
	const char *by;                   /* curves: one for each value of this column, at first sight; NULL: one */
	const char *y[ENI_CHART_COLUMNS]; /* bars: beside each other; curves: the first; NULL behind the last */
	const char *title, *title_ja, *title_zh;
};

/* One being filled. */
struct eni_charting {
	const struct eni_chart *chart;
	struct eni_run *run;
	struct eni_series *series;
	struct eni_str *tick;
	size_t n, cap, n_ticks, cap_ticks;
};

/* Whether what was asked for is a picture. */
bool eni_is_picture(const struct eni_run *run);
/* Draws a picture in the format asked for; without series nothing at all (decision 41).  0, or -1 after eni_fail. */
int eni_draw(struct eni_run *run, const struct eni_picture *p);

void eni_chart_begin(struct eni_charting *c, const struct eni_chart *chart, struct eni_run *run);
/* The next row: its x as people read it, the value of `by`, and the cells of y. */
void eni_chart_row(struct eni_charting *c, struct eni_str x, struct eni_str by, const struct eni_str *y);
/* Draws what there is and forgets it. */
int eni_chart_end(struct eni_charting *c);

#endif
