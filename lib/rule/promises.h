/*
 * Promises: the dates set by hand in the journal (decision 15), the latest of each subject.  Room: rule.
 * A promise is kept by a later touch that reached the same recipient, or ends with the next promise.
 */
#ifndef ENI_RULE_PROMISES_H
#define ENI_RULE_PROMISES_H

#include "base/mem.h"

struct eni_promise {
	uint32_t subject;
	uint32_t nth;     /* row of the journal */
	int32_t at, next; /* packed: when it was made, and what for */
	uint8_t channel, to;
	bool appointment; /* they come then, whatever is said before (outcome booked) */
	bool answered;
};

struct eni_promises {
	struct eni_promise *promise; /* in the order of the first one of each subject */
	size_t n, cap;
	uint32_t *of; /* per subject, or ENI_NONE; NULL: there is none */
};

/* The subject's, or NULL. */
struct eni_promise *eni_promise_of(const struct eni_promises *p, uint32_t subject);
/* In place of an earlier one.  subjects: how many there are. */
void eni_promises_note(struct eni_promises *p, size_t subjects, const struct eni_promise *made);
/* A touch that was no mere try keeps the promise that was made before it to the same recipient, an appointment not before its day.
 */
void eni_promises_keep(struct eni_promises *p, uint32_t subject, uint8_t to, int32_t at, uint32_t nth);
void eni_promises_free(struct eni_promises *p);

#endif
