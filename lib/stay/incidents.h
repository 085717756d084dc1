/*
 * Incidents for the time in which clients were there to have them: falls for 1,000 client days.  Room: stay.
 * A client day is a day of a stay, whether the client came on it or not; the first day out is none, but who falls and goes to
 * hospital has the fall on it, so an incident of that day counts.  Days before the records begin are none (decision 71).
 */
#ifndef ENI_STAY_INCIDENTS_H
#define ENI_STAY_INCIDENTS_H

#include "base/period.h"
#include "stay/spells.h"

struct eni_incidents {
	struct eni_book *book;
	struct eni_period period; /* by days, both ends included */
	struct eni_stays stays;
	struct eni_spells spells;
	int64_t days;    /* of the clients asked for */
	int64_t clients; /* of them, those with any incident */
	struct eni_incident_count {
		bool known; /* the file has such a row, whosever and whenever: the office writes this kind down */
		int64_t n, clients;
	} kind[ENI_CODES];
	size_t astray; /* incidents of clients asked for on a day of no stay: not counted */
	struct eni_place first_astray;
	struct eni_unknown_words unknown;
};

/* Zero-initialise but for book and period.  Before loading. */
void eni_incidents_want(struct eni_incidents *x);
/* After loading; asked: per client, whether they are asked for.  1: the book has no incidents file; 0; -1 after eni_fail.  Rows
 * that cannot be used are set aside. */
int eni_incidents_read(struct eni_incidents *x, const bool *asked);
void eni_incidents_free(struct eni_incidents *x);

#endif
