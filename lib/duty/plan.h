/*
 * Planning: facts and rules in, tasks out (enishi-rules(5), HOW A DUE DAY IS FOUND).  Room: duty.
 * A task has passed the gate and carries its pass; nothing else makes one.
 */
#ifndef ENI_DUTY_PLAN_H
#define ENI_DUTY_PLAN_H

#include "rule/facts.h"
#include "who/recipient.h"

struct eni_task {
	struct eni_when due, anchor, last; /* last: the latest answer, for `why`; ENI_NEVER: none */
	int32_t late, moved;
	uint32_t subject;
	uint32_t partner; /* referrer row, or ENI_NONE */
	uint32_t row;     /* of its file, for a visit or an incident; else ENI_NONE */
	uint16_t rule;
	uint8_t channel, to, priority;
	bool grave;
	struct eni_str say;            /* of the rule, for who they are now */
	uint32_t left;                 /* how many clients it is about, of a rule with one_per; else 0 */
	uint32_t answers;              /* how often it was answered before: the sequence of its reminder */
	uint32_t tries;                /* in vain, for which another way is taken; 0: none */
	const struct eni_story *story; /* which is told; NULL: none */
	const struct eni_pass *pass;   /* given by the gate; never NULL */
};

struct eni_tasks {
	struct eni_task *task;
	size_t n, cap;
};

enum eni_scope { ENI_SCOPE_PEOPLE, ENI_SCOPE_OFFICE, ENI_SCOPE_ALL };

struct eni_plan {
	struct eni_facts *facts;
	const struct eni_people *people;
	struct eni_moment moment;
	enum eni_scope scope;
	bool stale; /* the stale report instead of the list */
	struct eni_unheard {
		uint32_t subject;
		uint16_t rule;
	} * unheard; /* who would hear a story, and none is left: after eni_plan_tasks */
	size_t n_unheard, cap_unheard;
	size_t price, visits; /* client columns, wanted when limits: per_day is set */
};

/* Asks for the columns planning needs; before loading. */
void eni_plan_want(struct eni_plan *p);

/* All tasks due by plan->moment.end (or all stale ones), sorted by priority, the grave before others, due, id, rule order, anchor;
 * -1 after eni_fail. */
int eni_plan_tasks(struct eni_plan *p, struct eni_tasks *out);
void eni_tasks_free(struct eni_tasks *t);
void eni_plan_free(struct eni_plan *p);
/* Whether that rule found no story left for that subject. */
bool eni_plan_lacks_story(const struct eni_plan *p, uint32_t subject, const struct eni_rule *r);
/* Whether that rule is for a partner whom that subject does not have. */
bool eni_plan_has_nobody(const struct eni_plan *p, const struct eni_rule *r, uint32_t subject);
/* The words of a rule for a subject. */
struct eni_str eni_task_say(const struct eni_plan *p, const struct eni_rule *r, uint32_t subject);
/* Sets aside, once for each, the columns without which such rules were silent that would have spoken, with the header that looks
 * like them (decision 60); after eni_plan_tasks. */
void eni_plan_tell_missing(struct eni_plan *p);

/* What became of one rule for one subject: the first thing that silences it. */
struct eni_verdict {
	const struct eni_rule *rule;
	enum eni_state state;
	const struct eni_match *unfit; /* for ENI_UNFIT */
	struct eni_due due;
	struct eni_str field; /* of the anchor: eni_facts_anchor_field */
	struct eni_when anchor;
	struct eni_tally done;
	uint32_t left;                 /* as in the task */
	uint32_t under;                /* for ENI_SHARED: whose id it is listed under; ENI_NONE: nobody's */
	uint32_t tries;                /* as of a task */
	const struct eni_story *story; /* likewise */
	int channel, to;               /* of the rule, or of the contact a date was set in; where the rule was asked at all */
};
/* Calls `each` for every rule (and for every visit, incident or promise of joined rules) that concerns a subject of this kind.
 * 0, -1 after eni_fail. */
int eni_plan_explain(struct eni_plan *p, uint32_t subject, void (*each)(void *, const struct eni_verdict *), void *to);

/* limits: {per_day}: keeps as many as the day still has room for; after filtering. */
void eni_tasks_limit(struct eni_plan *p, struct eni_tasks *t);
/* Sorts as the list does; also for tasks that were filtered. */
void eni_tasks_sort(const struct eni_plan *p, struct eni_tasks *t);

#endif
