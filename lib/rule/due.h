/*
 * When a rule falls due: the dates of enishi-rules(5), HOW A DUE DAY IS FOUND.  Room: rule.
 * Pure: a case of the rule, two calendars and a moment in; a due moment and its state out.
 */
#ifndef ENI_RULE_DUE_H
#define ENI_RULE_DUE_H

#include "rule/rule.h"

/* What became of a rule for one record. */
enum eni_state {
	ENI_SPEAKS,  /* due by now: a line of the list */
	ENI_WAITS,   /* due later */
	ENI_DONE,    /* answered, nothing more to do */
	ENI_OVER,    /* stop.after has passed */
	ENI_STALE,   /* a one-off more than stale_after late: the stale report */
	ENI_HOLDS,   /* channel hold: a seat is kept, no line */
	ENI_NO_DATE, /* the anchor is empty */
	ENI_UNFIT,   /* a matcher of `when` does not hold */
	ENI_GATE_DEATH,
	ENI_GATE_RETURNED,
	ENI_GATE_OPTOUT,
	ENI_GATE_SOUR,
	ENI_GATE_REFUSED,
	ENI_GATE_CONSENT,
	ENI_NO_STORY, /* it would tell a story, and none is left for this reader */
	ENI_NOBODY,   /* for a partner about a client who has none */
	ENI_PROMISED, /* of rules counted from the last contact: a day was promised, and has not passed */
	ENI_SHARED,   /* listed under the id of somebody else of the group */
	ENI_STATES
};

struct eni_tally {
	uint32_t count;       /* contacts that answered since the anchor */
	struct eni_when last; /* the latest of them */
};

/* One case of a rule: what it counts from, what was done about it since, and how and to whom it goes. */
struct eni_case {
	struct eni_when anchor;
	struct eni_tally done;
	int channel, to; /* codes; the recipient's side keeps its own working days, a call our hours */
};

struct eni_due {
	enum eni_state state;
	struct eni_when due; /* for SPEAKS, WAITS, STALE, HOLDS */
	int32_t late;        /* calendar days from due to today; 0 when not late */
	int32_t moved;       /* how many intervals a stale recurring rule was moved on */
};

/* The moment asked for: `day` today; `end` the moment up to which tasks are listed (later with --ahead). */
struct eni_moment {
	struct eni_when now;
	struct eni_when end;
};

/* The anchor of month, quarter, week (Monday) and today rules on that day. */
struct eni_when eni_period_start(enum eni_anchor anchor, int32_t today);

/* From when on a contact counts as done: the anchor itself; 15 days before the due day for offsets that go back (consent_until
 * -30d); 30 days back for `today` rules; since ever for `death`, and for `or today` without an anchor. */
struct eni_when eni_done_since(const struct eni_rule *r, struct eni_when anchor);

/* By the days and hours of the almanac's office.  Sets state SPEAKS, WAITS, DONE, OVER, STALE, HOLDS or NO_DATE.
 * 0, or -1 when no open day was found within 400 days. */
int eni_due_find(
    const struct eni_rule *r, const struct eni_case *c, const struct eni_almanac *a, struct eni_moment m, struct eni_due *out);

#endif
