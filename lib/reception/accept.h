/*
 * Acceptance: may we take this client on, by the written criteria (decision 21).  Room: reception.
 *
 * The criteria are the rules in force whose do: has an answer, then office.accept in its order: {id, when, do: {answer, say}}.
 * `no` beats `ask` beats `yes`; `risk` never refuses, it is what must be explained before the start.  A rule that would say no or
 * ask only because a field is empty says `ask` and which field: what is unknown is asked for, not held against a client.
 */
#ifndef ENI_RECEPTION_ACCEPT_H
#define ENI_RECEPTION_ACCEPT_H

#include "reception/labels.h"

/* One rule that spoke for the client at hand. */
struct eni_ruling {
	const struct eni_rule *rule;
	enum eni_answer verdict;
	struct eni_str say; /* lives until the next client */
};

struct eni_criterion {
	const struct eni_rule *rule;
	enum eni_answer answer;
};

struct eni_acceptance {
	struct eni_labels *labels;
	struct eni_rules own; /* office.accept */
	struct eni_criterion *criterion;
	struct eni_arena row;
	enum eni_answer answer; /* for the client at hand */
	struct eni_ruling *ruling;
	size_t n, n_rulings;
};

/* Reads the criteria, of which there may be none, and asks for their columns; before loading.  0, or -1 after eni_fail: an unknown
 * field or answer.  eni_acceptance_free in every case. */
int eni_acceptance_read(struct eni_acceptance *a, struct eni_labels *l);
/* The same; -1 after eni_fail where there are none. */
int eni_acceptance_need(struct eni_acceptance *a, struct eni_labels *l);
/* Fills answer and ruling for the client whose tags were made last. */
void eni_acceptance_of(struct eni_acceptance *a, uint32_t client);
void eni_acceptance_free(struct eni_acceptance *a);

#endif
