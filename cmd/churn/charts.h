/* The pictures of churn's reports: which columns are drawn, and how.  Room: cmd/churn.  See chart.h. */
#ifndef ENI_CHURN_CHARTS_H
#define ENI_CHURN_CHARTS_H

#include "cli/chart.h"

extern const struct eni_chart eni_reasons_chart; /* bars: count by reason */
extern const struct eni_chart eni_seats_chart;   /* bars: booked, held and free by weekday */
extern const struct eni_chart eni_rate_chart;    /* churn_percent by month, against its limits */
extern const struct eni_chart eni_cohorts_chart; /* curves: percent by month of the stay, one for each cohort */

#endif
