/*
 * Events: the visits and incidents some rule speaks for, and which touch of the journal answered each.  Room: rule.
 */
#ifndef ENI_RULE_EVENTS_H
#define ENI_RULE_EVENTS_H

#include "base/mem.h"

struct eni_event {
	uint32_t client;
	uint16_t rule;
	bool answered;
	bool grave;   /* an incident that is told before the others */
	int32_t date; /* packed, as below */
	int32_t answered_at;
	uint32_t nth; /* row of its file */
};

struct eni_events {
	struct eni_event *event;
	size_t n, cap;
};

/* A touch that may answer one of them. */
struct eni_event_answer {
	uint32_t client, nth; /* nth: row of the journal */
	uint16_t rule;
	int32_t at, anchor; /* packed; anchor: the day of the event it names, or ENI_PACKED_NONE */
};

struct eni_event_answers {
	struct eni_event_answer *answer;
	size_t n, cap;
};

void eni_events_add(struct eni_events *e, const struct eni_event *event);
void eni_event_answers_add(struct eni_event_answers *a, const struct eni_event_answer *answer);
/* An answer is for exactly one event: the one it names, else the oldest unanswered one not later than itself (decision 11).  Both
 * lists are in order of client and rule afterwards. */
void eni_events_settle(struct eni_events *e, struct eni_event_answers *a);
void eni_events_free(struct eni_events *e);

#endif
