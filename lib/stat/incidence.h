/*
 * Cumulative incidence from a life table: Aalen and Johansen's estimate, in which causes compete.  Room: stat.
 * Whoever died or moved to a facility can no longer leave for another reason, so one minus a survival curve that censors them says
 * too much.  Standard errors are Aalen's, as cmprsk::cuminc has them; limits are log-log.
 */
#ifndef ENI_STAT_INCIDENCE_H
#define ENI_STAT_INCIDENCE_H

#include "stat/life.h"

struct eni_incidence {
	double time, incidence, std_error, low, high; /* limits NaN at 0 and 1 */
};
struct eni_incidence_curve {
	struct eni_incidence *row; /* one per time of leaving, whatever the cause, or of loss from view */
	size_t n;
};
/* The curve of a cause in a group of a sorted table. */
struct eni_incidence_curve eni_incidence_curve(const struct eni_life *l, uint32_t group, uint32_t cause);
void eni_incidence_free(struct eni_incidence_curve *c);

#endif
