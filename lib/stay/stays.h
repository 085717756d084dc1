/*
 * Stays: when a client came, when they left and why (decision 1).  Room: stay.
 * One stay after the other, never all at once: who has rows in stays.csv is read there, all others from the clients' own
 * columns.  What lies after the moment has not happened: a stay that begins later does not exist, one that ends later goes on.
 */
#ifndef ENI_STAY_STAYS_H
#define ENI_STAY_STAYS_H

#include "book/book.h"

struct eni_stay {
	struct eni_str id;          /* as the book has it */
	struct eni_str said;        /* as a row of stays.csv names them, be it by name */
	uint32_t subject;           /* the client's row; ENI_NONE: no client has this id */
	int32_t start;              /* ENI_NODAY: not known; it counts among those who left, and has no length */
	int32_t end;                /* the first day out; ENI_NODAY: it goes on, or (over) the end is unknown */
	int32_t seen;               /* watched from this day on: the start, or the later day on which the records begin
				       (decision 71); who left by then was never watched */
	struct eni_str ahead;       /* of a row of stays.csv: its end as it is written, where that is still to come */
	bool over;                  /* they left */
	bool died;                  /* of a row of stays.csv: it has no end, and the client's death ends it */
	int reason;                 /* ENI_REASON_..; 0: not said */
	struct eni_str cause, note; /* as written; the clients' reason_note is their note */
	struct eni_place place;
};

enum { ENI_STAY_STARTS = 3 };

struct eni_stays {
	struct eni_book *book;
	bool as_written; /* the status as it is written counts, for who is about to change it; else a death ends the stay that goes
			    on */
	size_t status, start[ENI_STAY_STARTS], end, back, reason, cause, note; /* columns of the clients */
	int32_t *began; /* the starts of all, and the first end: do the records begin late? */
	size_t n_began, cap_began;
	int32_t first_end;
	uint8_t *listed; /* bits: stays.csv has rows of this client */
	struct eni_unknown_words unknown;
};

/* Whether the clients have a column with which a stay may begin: start_date, first_visit or signed_date, the first that is filled.
 */
bool eni_stays_begin(const struct eni_sheet *clients);
/* Asks for the columns; texts: cause and note too.  Before loading. */
void eni_stays_want(struct eni_stays *s, struct eni_book *b, bool texts);
/* Hands over every stay: the rows of stays.csv in their order, then the other clients in theirs.  The texts live until take
 * returns. After loading.  0, or -1 after eni_fail. */
int eni_stays_each(struct eni_stays *s, void (*take)(void *to, const struct eni_stay *stay), void *to);
/* After that: one warning where nobody left before the day by which half of all had come, and the office does not say when its
 * records begin: then whoever left early was most likely never taken into the list. */
void eni_stays_warn_of_begin(struct eni_stays *s);
void eni_stays_free(struct eni_stays *s);

#endif
