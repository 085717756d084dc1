/*
 * Tries: how often somebody could not be reached for a rule since they last were, and in which ways (decision 66).  Room: rule.
 */
#ifndef ENI_RULE_TRIES_H
#define ENI_RULE_TRIES_H

#include "base/mem.h"

/* In place of a rule: what came back as undeliverable, a dead number say, is so whatever it was about. */
enum { ENI_EVERY_RULE = UINT16_MAX };

/* The tries of one subject, rule and recipient. */
struct eni_tried {
	uint32_t next; /* of the same subject, or ENI_NONE */
	uint32_t count;
	uint64_t channels; /* bits 1 << code */
	int32_t at;        /* packed: the last touch that reached this recipient, */
	uint32_t nth;      /* and its row */
	uint16_t rule;
	uint8_t to;
	bool reached; /* whether there is one */
};

struct eni_tries {
	struct eni_tried *tried;
	size_t n, cap;
};

/* `first` is the subject's: ENI_NONE, or its place in tried.  A try counts if no later touch reached the recipient. */
void eni_tries_note(struct eni_tries *t, uint32_t *first, uint16_t rule, uint8_t to, int channel, int32_t at, uint32_t nth);
/* A touch, packed day and row, reached the recipient of these. */
void eni_tries_reached(struct eni_tried *x, int32_t at, uint32_t nth);
/* Forgets the counts, and not who was reached when: what lies out of order in time is counted once more. */
void eni_tries_recount(struct eni_tries *t);
/* NULL: there were none. */
const struct eni_tried *eni_tries_of(const struct eni_tries *t, uint32_t first, size_t rule, int to);
void eni_tries_free(struct eni_tries *t);

#endif
