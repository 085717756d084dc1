/* Cohorts: see cohorts.h. */
#include "stay/cohorts.h"

#include <stdlib.h>

#include "stay/turnover.h"

/* Whoever leaves on the day a month is full has stayed that month, and is gone after it: he lasted one less. */
static int32_t
months_stayed(const struct eni_stay *stay)
{
	int32_t n;

	if (!stay->over)
		return INT32_MAX;
	n = eni_months_between(stay->start, stay->end);
	return eni_day_add_months(stay->start, (int)n) < stay->end ? n : n - 1;
}

void
eni_cohorts_add(struct eni_cohorts *c, const struct eni_stay *stay)
{
	c->stay = eni_grow(c->stay, &c->cap, c->n + 1, sizeof *c->stay);
	c->stay[c->n++] = (struct eni_cohort_stay){eni_month_start(stay->start), months_stayed(stay)};
}

int32_t
eni_cohort_seen(const struct eni_cohorts *c, int32_t month)
{
	int32_t last = eni_month_end(month), n = eni_months_between(last, c->today);

	return eni_day_add_months(last, (int)n) <= c->today ? n : n - 1;
}

static int
in_order(const void *a, const void *b)
{
	const struct eni_cohort_stay *x = a, *y = b;

	if (x->month != y->month)
		return (x->month > y->month) - (x->month < y->month);
	return (x->lasted > y->lasted) - (x->lasted < y->lasted);
}

void
eni_cohorts_sort(struct eni_cohorts *c)
{
	if (c->n > 1)
		qsort(c->stay, c->n, sizeof *c->stay, in_order);
}

void
eni_cohorts_free(struct eni_cohorts *c)
{
	free(c->stay);
	*c = (struct eni_cohorts){0};
}
