/*
 * Cohorts: of those whose stay began in one month, how many still stayed so many months after their own first day.  Room: stay.
 */
#ifndef ENI_STAY_COHORTS_H
#define ENI_STAY_COHORTS_H

#include "stay/stays.h"

/* A stay for each start: when it began, and how many whole months it lasted (as many as there are when it goes on). */
struct eni_cohort_stay {
	int32_t month; /* first day of the month it began in */
	int32_t lasted;
};

struct eni_cohorts {
	int32_t today;
	struct eni_cohort_stay *stay; /* by month, the shortest first */
	size_t n, cap;
};

/* The months that all who began in that month could complete by today: rows 0 to this one are whole.  -1: none. */
int32_t eni_cohort_seen(const struct eni_cohorts *c, int32_t month);

/* Set today, the rest zero.  The caller leaves out stays without a known start or end. */
void eni_cohorts_add(struct eni_cohorts *c, const struct eni_stay *stay);
void eni_cohorts_sort(struct eni_cohorts *c);
void eni_cohorts_free(struct eni_cohorts *c);

#endif
