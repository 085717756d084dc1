/* The pictures of intake's reports: which columns are drawn, and how.  Room: cmd/intake.  See chart.h. */
#ifndef ENI_INTAKE_CHARTS_H
#define ENI_INTAKE_CHARTS_H

#include "cli/chart.h"

extern const struct eni_chart eni_funnel_chart;  /* bars: entered by stage */
extern const struct eni_chart eni_steps_chart;   /* bars: entered and dropped by step */
extern const struct eni_chart eni_lost_chart;    /* bars: count by reason */
extern const struct eni_chart eni_ratings_chart; /* bars: mean by item, one for each kind of survey */

#endif
