/*
 * A period of time, both ends included: --since and --until, or --period, of every report.  Room: base.
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

/*
 * Reads a period in words of the calendar (decision 80), in digits and letters of any width and case:
 *
 *   a month        2026-10, and all that eni_month_parse takes but a day
 *   a quarter      2026-Q4, 2026Q4; quarters begin in January
 *   half a year    2026-H2, 2026H2
 *   a year         2026, 2026年
 *   several        two of these with .. between: 2026-03..2026-08
 *   the last one   last-month, last-quarter, last-half, last-year: that was over on the day before `today`
 *
 * Every one has both ends.  1, 0 (empty), or -1 where it is none of these or ends before it begins.
 */
int eni_period_parse(struct eni_str s, int32_t today, struct eni_period *out);
/* From the first day of a month, so many months. */
struct eni_period eni_period_months(int32_t first, int months);

#endif
