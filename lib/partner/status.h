/*
 * How clients are doing, by the visits and incidents of the book: what a memo or a liaison text is made of.
 * Room: partner.
 *
 *     eni_status_open        after loading
 *     eni_status_unreported  the attended visits not yet reported to the care manager
 *     eni_status_latest      or one client's latest attended visit
 *     eni_status_read        their notes, the incidents that belong to them, the next appointments
 *
 * Which visits are still to be reported is what the rules for visits whose words are `memo` say (memo-each): an answer reports one
 * visit (decision 11).  What is older than stale_after is a backlog, and needs no memo.
 */
#ifndef ENI_PARTNER_STATUS_H
#define ENI_PARTNER_STATUS_H

#include "rule/facts.h"

struct eni_status_visit {
	uint32_t client;
	uint32_t nth;  /* row of its file */
	uint16_t rule; /* the rule it still has to answer, for unreported ones */
	struct eni_when date;
	struct eni_str note, staff; /* live as long as the status */
	struct eni_str remark;      /* the outcome as it is written, where it says more than a plain word: 欠席（発熱） */
	struct eni_place place;
};

struct eni_status_incident {
	uint32_t client, nth;
	int kind; /* of ENI_V_INCIDENT_KIND; 0: unknown */
	bool open;
	struct eni_when date;
	struct eni_str note;
};

struct eni_status {
	struct eni_facts *facts;
	struct eni_arena arena;
	struct eni_status_visit *visit; /* by client, then date */
	size_t n, cap;
	struct eni_status_incident *incident; /* by client, then date */
	size_t n_incidents, cap_incidents;
	bool *backlog;         /* per client: visits too old to be reported are unanswered */
	struct eni_when *next; /* per client: an appointment in the visits to come; ENI_NEVER: none is written down */
	int32_t *since;        /* per client: the day of the first visit at hand; INT32_MAX: none */
	bool keeps_incidents;  /* the book has such a file, and somebody writes into it */
	bool *undated;         /* per client: an incident that may be of any day */
};

void eni_status_open(struct eni_status *s, struct eni_facts *f);
/* Adds the unreported visits of the clients asked for; -1 after eni_fail: no rule in force reports visits. */
int eni_status_unreported(struct eni_status *s);
/* Adds that client's latest attended visit, if there is one.  0 or -1. */
int eni_status_latest(struct eni_status *s, uint32_t client);
/* Adds one visit by its row; the next is behind it in the list, whatever its order. */
void eni_status_add_visit(struct eni_status *s, uint32_t client, uint16_t rule, struct eni_when date, uint32_t nth);
/* Has the incidents of a client read: the open ones, and those since that day (INT32_MAX - 1: the open ones alone). */
void eni_status_add_incidents(struct eni_status *s, uint32_t client, int32_t since);
/* The incident of that row; NULL: it was not read. */
const struct eni_status_incident *eni_status_incident_at(const struct eni_status *s, uint32_t client, uint32_t nth);
/* Whether the office keeps incidents, and has none of that client that is open, began on that day or later, or has no readable day.
 * After they were read, with eni_status_add_incidents of that day or an earlier one. */
bool eni_status_is_calm(const struct eni_status *s, uint32_t client, int32_t since);
/* Keeps only the first n visits that stand in the list (the caller moved those it wants to the front), then reads the rest of
 * them.  Incidents: the open ones, and those since the first of the client's visits.  0 or -1. */
int eni_status_read(struct eni_status *s, size_t n);
void eni_status_close(struct eni_status *s);

#endif
