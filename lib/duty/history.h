/*
 * Everything the book has on one person, in time order, and where it is kept.  Room: duty.
 */
#ifndef ENI_DUTY_HISTORY_H
#define ENI_DUTY_HISTORY_H

#include "book/book.h"

/* Days of a client's own row on which something happened, or is to. */
enum eni_own_day {
	ENI_OWN_INQUIRY,
	ENI_OWN_VISIT,
	ENI_OWN_VISIT_END,
	ENI_OWN_READY,
	ENI_OWN_SIGNED,
	ENI_OWN_LOST,
	ENI_OWN_START,
	ENI_OWN_FIRST_VISIT,
	ENI_OWN_CONSENT,
	ENI_OWN_MEETING,
	ENI_OWN_DECIDED,
	ENI_OWN_END,
	ENI_OWN_DISCHARGE,
	ENI_OWN_RESTORED,
	ENI_OWN_RETURNED,
	ENI_OWN_DEATH,
	ENI_OWN_DAYS
};
extern const char *const eni_own_day[]; /* their fields */

/* Files that hold rows about a person besides the journal, and which of their columns say what; NULL: none does. */
struct eni_trail {
	enum eni_kind kind;
	const char *what;
	const char *at, *further; /* its days; a step ends on the day it began */
	const char *kind_field, *outcome, *note;
};
enum { ENI_TRAILS = 6 };
extern const struct eni_trail eni_trail[ENI_TRAILS];

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
