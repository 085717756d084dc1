/*
 * A table as a picture: -o svg and -o text of verbs whose rows make bars or curves.  Room: cli.
 * The verb's row says which columns are drawn, and the verb prints its rows as ever:
 *
 *     .page = {{ENI_TEXT_PAGE, &eni_chart_sink, &a_chart}, {ENI_SVG_PAGE, &eni_chart_sink, &a_chart}}
 */
#ifndef ENI_CLI_CHART_H
#define ENI_CLI_CHART_H

#include "cli/command.h"
#include "cli/sink.h"
#include "page/picture.h"

enum { ENI_CHART_COLUMNS = 4 };

struct eni_chart {
	enum eni_picture_kind kind;
	const char *x;                    /* bars and control: the column with the names; curves: the one with x */
	const char *by;                   /* one curve, or one bar, for each value of this column, at first sight; NULL: one */
	const char *y[ENI_CHART_COLUMNS]; /* bars: beside each other; curves, and bars with `by`: the first; control: the points,
					     the mean and both limits; NULL behind the last */
	const char *title, *title_ja, *title_zh;
};

/* Draws the rows; how: struct eni_chart.  Where these columns are not printed, or one bar would stand for several rows, there is no
 * picture: a page goes without, and -o svg and -o text fail. */
extern const struct eni_sink eni_chart_sink;

/* Whether what was asked for is a picture. */
bool eni_is_picture(const struct eni_run *run);
/* Whether it is that, or a page on which a picture stands before the rows: then it is drawn before the rows end. */
bool eni_has_picture(const struct eni_run *run);
/* Draws a picture in the format asked for; without series nothing at all (decision 41).  0, or -1 after eni_fail; a page goes
 * without a picture that could not be drawn, and says so. */
int eni_draw(struct eni_run *run, const struct eni_picture *p);

#endif
