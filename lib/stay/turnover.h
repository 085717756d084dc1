/*
 * Coming and going by the month (decision 30): who was there when it began, who joined, came back, left and died in it.  Room:
 * stay.  A day counts in the month in which it is written: who leaves on the first was there when that month began.
 */
#ifndef ENI_STAY_TURNOVER_H
#define ENI_STAY_TURNOVER_H

#include "stay/spells.h"

struct eni_turnover {
	int32_t month;                                    /* its first day */
	int64_t start, joined, returned, left, died, end; /* start + joined + returned - left - died = end */
	int64_t joined_and_left;                          /* came and went within it, dead or alive */
	int64_t left_of_start;                            /* of those there at its start; the dead are not lost */
	int64_t days, left_watched;                       /* with eni_turnover_watch */
};

/* The months from the first start, or from the day on which the records begin (ENI_NODAY: they always have), up to `until`; linked
 * spells.  Who came before the records begin and is still there then is there at the start.  *n of them, malloc'd; NULL where there
 * are none.  Stays without a start count for nothing, nor do those without a known end. */
struct eni_turnover *eni_turnover_count(const struct eni_spells *s, int32_t records, int32_t until, size_t *n);

/* Further, of these months where there are any: the days on which each client was there and watched, the first day out and the day
 * `until` not among them, and who of them left, dead not counted.  `records` as above. */
void eni_turnover_watch(struct eni_turnover *month, const struct eni_spells *s, int32_t records, int32_t until);

/* Months between two days, by the calendar alone: from 31 Jan to 1 Feb it is one. */
int32_t eni_months_between(int32_t from, int32_t to);

#endif
