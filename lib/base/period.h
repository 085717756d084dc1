/*
 * A period of time, both ends included: --since and --until of every report.  Room: base.
 */
#ifndef ENI_BASE_PERIOD_H
#define ENI_BASE_PERIOD_H

#include "base/day.h"

/* An end that was not given is ENI_NEVER: open. */
struct eni_period {
	struct eni_when since, until;
};

static inline bool
eni_period_bounded(const struct eni_period *p)
{
	return eni_is_day(p->since) || eni_is_day(p->until);
}

/* Whether w lies in it; a day without time, here or there, stands for the whole day.  What has no day lies in no bounded period. */
static inline bool
eni_period_has(const struct eni_period *p, struct eni_when w)
{
	if (!eni_is_day(w))
		return !eni_period_bounded(p);
	return !(eni_is_day(p->since) && eni_before(w, p->since)) && !(eni_is_day(p->until) && eni_before(p->until, w));
}

#endif
