/*
 * A table as a funnel plot: -o svg and -o text of verbs whose rows are shares of groups of very different size.  Room: cli.
 * Each group is a point, its share over how many it is of, against what chance alone may bring around the share of all
 * (Spiegelhalter 2005).  The limits are exact and not smoothed, so that the picture and a verdict of eni_print_control agree.
 *
 *     .page = {{ENI_TEXT_PAGE, &eni_funnel_sink, &a_funnel}, {ENI_SVG_PAGE, &eni_funnel_sink, &a_funnel}}
 *
 * Rows are printed by eni_print_row_about with a struct eni_funnel_row; a row without one, as a total, is no point.
 */
#ifndef ENI_CLI_FUNNEL_H
#define ENI_CLI_FUNNEL_H

#include "cli/command.h"
#include "cli/sink.h"

struct eni_funnel {
	const char *of, *share; /* columns: of how many, and the share; the first column of all names the group */
	const char *title, *title_ja, *title_zh;
};

struct eni_funnel_row {
	int64_t part, of;         /* of the group; nobody (of 0) is no point */
	int64_t all_part, all_of; /* of all groups; the same in every row */
};

/* how: struct eni_funnel.  The names of groups outside the 95 % limits stand beside their points. */
extern const struct eni_sink eni_funnel_sink;

#endif
