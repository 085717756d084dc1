/*
 * Everything the book has on one person, in time order.  Room: duty.
 */
#ifndef ENI_DUTY_HISTORY_H
#define ENI_DUTY_HISTORY_H

#include "book/book.h"

struct eni_history_line {
	struct eni_when at;
	uint32_t nth; /* order of reading, for rows of one moment */
	struct eni_str what, channel, to, outcome, note;
};

struct eni_history {
	struct eni_arena arena;
	struct eni_history_line *line; /* newest first */
	size_t n, cap;
};

/* Asks for the client columns whose dates are part of the history; before loading. */
void eni_history_want(struct eni_book *b);
/* Reads contacts, visits, incidents, calls, steps, surveys and stays of the subject.  0 or -1. */
int eni_history_read(struct eni_history *h, struct eni_book *b, uint32_t subject);
void eni_history_free(struct eni_history *h);

#endif
