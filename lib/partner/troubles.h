/*
 * Trouble: who was served in a period, and who of them had at least one trouble (enishi-decisions(7), TRADE).
 * Room: partner.  Troubles are incidents of the first seven kinds; falls and sores are health events.  Served is who had a stay on
 * any day of the period: from start_date, first_visit or signed_date (stay/stays.h) to the day before it ended.  Who is here and
 * has none of these days was served if the period holds today, or a visit they attended.
 */
#ifndef ENI_PARTNER_TROUBLES_H
#define ENI_PARTNER_TROUBLES_H

#include "base/period.h"
#include "stay/stays.h"

struct eni_trouble {
	bool served, troubled;
};

struct eni_troubles {
	struct eni_book *book;
	struct eni_stays stays;
	struct eni_period period;
	struct eni_trouble *of; /* per client */
	size_t undated;         /* clients who are here without a known first day: not counted */
	struct eni_place first_undated;
	struct eni_unknown_words unknown;
};

/* Zero-initialise but for book and period.  Before loading. */
void eni_troubles_want(struct eni_troubles *t);
/* After loading.  1: the book has no incidents file; 0; -1 after eni_fail.  Rows that cannot be used are set aside. */
int eni_troubles_read(struct eni_troubles *t);
void eni_troubles_free(struct eni_troubles *t);

#endif
