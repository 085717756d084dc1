/*
 * Pictures of finished tables: curves that go in steps, bars, and points against limits.  Room: page.
 * As SVG through gnuplot (package gnuplot-nox, needed for nothing else), or in characters for a terminal.  Readable in print, for
 * line styles and patterns differ, and by people who see colours differently: the colours are Okabe and Ito's.
 */
#ifndef ENI_PAGE_PICTURE_H
#define ENI_PAGE_PICTURE_H

#include <stdio.h>

#include "base/mem.h"

enum eni_picture_kind {
	ENI_PICTURE_STEPS, /* x any number; y holds from its x to the next */
	ENI_PICTURE_BARS,  /* x = 0, 1 ..: the bars' names stand in `tick` */
	/* Points against limits: the first series is points, the others lines, the limits dashed; y NaN: nothing there. */
	ENI_PICTURE_CONTROL, /* over x = 0, 1 .. as bars have it: points, their mean, and the lower and upper limit of each */
	ENI_PICTURE_FUNNEL   /* over any x: points, one `label` for each, the mean, and pairs of a lower and an upper limit */
};

struct eni_point {
	double x, y, low, high; /* low and high NaN: no limits; y NaN: no bar */
};

struct eni_series {
	struct eni_str name;
	struct eni_point *point;
	size_t n;
};

/* More curves cannot be told apart. */
enum { ENI_PICTURE_MOST = 8 };

struct eni_picture {
	enum eni_picture_kind kind;
	struct eni_str title, x, y; /* title and axes, in the reader's language */
	struct eni_series *series;
	size_t n;
	const struct eni_str *tick;  /* bars and control: as many as each series has points */
	const struct eni_str *label; /* funnel: as many as the first series has points; an empty one is not shown */
	double top;                  /* the upper end of y; 0: as the data want it */
	bool share;                  /* y is a share of one: SVG shows it in percent */
	bool newest;                 /* of too many series the last ones matter */
};

/* Of at most ENI_PICTURE_MOST series.  0, ENOENT: gnuplot is not installed, another errno, or -1: gnuplot could not draw it.  `out`
 * gets the document; what was written to it before comes first. */
int eni_picture_svg(const struct eni_picture *p, FILE *out);
/* The same as an element of an HTML page, appended to `out`: as wide as there is room, with names of its own, so that several can
 * stand on one page, and the picture's title for those who do not see it. */
int eni_picture_inline(const struct eni_picture *p, struct eni_buf *out);
/* The same in characters, `width` screen columns wide. */
void eni_picture_text(const struct eni_picture *p, FILE *out, size_t width);

#endif
