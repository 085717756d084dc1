/*
 * Journalling what was done: rows for contacts, written through the one door.  Room: duty.
 * Decision 18.  The same touch twice (at, id, rule, to) is written once.  The rows of a printed sheet all have its moment, so that
 * one in which somebody was not reached and, filled in anew, was, are two.
 */
#ifndef ENI_DUTY_JOURNAL_H
#define ENI_DUTY_JOURNAL_H

#include "door/door.h"
#include "duty/plan.h"

/* A touch to be written; texts live as long as the journal's arena or longer.  Empty fields are left out. */
struct eni_new_touch {
	bool not_due;     /* reported when the row is written */
	bool joined;      /* answers a visit or an incident: two of one day are two */
	bool known;       /* the journal has it already */
	bool printed;     /* of a sheet that says when it was printed: what came of it is told apart, too */
	bool spare_topic; /* a journal without that column does without the topic */
	struct eni_str at, id, channel, to, dir, staff, rule, topic, outcome, next, note, anchor;
	const struct eni_story
	    *story; /* that was told: written as the topic, or where that is not free behind the rule; NULL: none */
};

/* A call of ours to somebody whom the book does not know: a row of calls. */
struct eni_new_call {
	struct eni_str at, number, result, note;
};

struct eni_journal {
	struct eni_arena arena;
	struct eni_new_touch *touch;
	size_t n, cap;
	struct eni_new_call *call;
	size_t n_calls, cap_calls;
};

/* The outcome a channel has when nothing else is said: letters and messages are sent, everything else is done. */
const char *eni_outcome_of_channel(int channel);

void eni_journal_add(struct eni_journal *j, const struct eni_new_touch *t);
void eni_journal_add_call(struct eni_journal *j, const struct eni_new_call *c);
/* Writes all touches that are not in the book's contacts yet, and all calls that are not in its calls, under the book's lock.  0
 * (also when nothing was new) or -1. */
int eni_journal_write(struct eni_journal *j, struct eni_book *b, const struct eni_door_options *o);
/* Whether a journal row can name the visit or incident it answers: 1 (also where there is no journal yet, or the column is added),
 * 0, -1 after eni_fail. */
int eni_journal_has_anchor(struct eni_book *b, bool add_columns);
void eni_journal_free(struct eni_journal *j);

#endif
