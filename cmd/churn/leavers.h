/*
 * Reports over stays: the report with the stays of the people it chooses, and those of them that ended in its period.  Room:
 * cmd/churn.
 *
 *     eni_leavers_open    as eni_report_open; the columns of stays asked for
 *     (the verb asks for its own)
 *     eni_leavers_each    everything read; each stay of the people chosen
 */
#ifndef ENI_CHURN_LEAVERS_H
#define ENI_CHURN_LEAVERS_H

#include "cli/report.h"
#include "stay/stays.h"

struct eni_leavers {
	struct eni_report report;
	struct eni_stays stays;
	void (*take)(void *to, const struct eni_stay *stay);
	void *to;
	size_t undated; /* stays without a known end */
	struct eni_place first_undated;
};

/* Why a stay ended; unknown where nothing says. */
static inline int
eni_leavers_reason(int reason)
{
	return reason == 0 ? (int)ENI_REASON_UNKNOWN : reason;
}

/* texts: cause and note too.  Where the book has no stays file the clients must have the columns `need`, ended by NULL.  0, or -1
 * after eni_fail; eni_leavers_close in every case. */
int eni_leavers_open(struct eni_leavers *l, struct eni_run *run, bool texts, const char *const *need);
/* Loads the book and hands over the stays.  0 or -1. */
int eni_leavers_each(struct eni_leavers *l, void (*take)(void *to, const struct eni_stay *stay), void *to);
/* Whether the stay ended in the period; one without a known end is counted as undated. */
bool eni_leavers_left(struct eni_leavers *l, const struct eni_stay *stay);
/* Counts a stay without a known end; after the last one, reports how many there were. */
void eni_leavers_undated(struct eni_leavers *l, const struct eni_stay *stay);
void eni_leavers_report(const struct eni_leavers *l);
void eni_leavers_close(struct eni_leavers *l);

#endif
