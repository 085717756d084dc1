/*
 * Ends that were decided before they came (decision 63).  Room: book.
 * Who is here stays as they are until that day; from then on their status reads as ended, whoever asks for it, although nobody has
 * changed the cell.  Book.c calls both; everybody else reads the status.
 */
#ifndef ENI_BOOK_DECIDED_ENDS_H
#define ENI_BOOK_DECIDED_ENDS_H

#include <stddef.h>

struct eni_book;

struct eni_decided_ends {
	size_t status, end, decided, start, back; /* columns of the clients; status is SIZE_MAX where nobody asks for it */
};

/* Asks for what must be read, where the job asks for the clients' status at all and the list knows of decisions.  Before loading.
 */
void eni_decided_ends_want(struct eni_book *b);
/* Before it is asked who has died. */
void eni_decided_ends_settle(struct eni_book *b);

#endif
