/*
 * Gaps: whom a rule would speak for if one field were filled, people no rule covers, and inconsistencies in the whole
 * book (decision 48).  Room: duty.
 */
#ifndef ENI_DUTY_GAPS_H
#define ENI_DUTY_GAPS_H

#include "duty/plan.h"

struct eni_gap {
	uint32_t subject;
	const char *field;           /* "-": no rule covers this person */
	const struct eni_rule *rule; /* NULL then */
};

struct eni_gaps {
	struct eni_arena arena;
	struct eni_gap *gap;
	size_t n, cap;
};

/* Columns the findings look at, all those of words among them; before loading. */
void eni_gaps_want(struct eni_book *b);
/* Fills the list (clients and referrers asked for, in file order, rules in rule order); after eni_plan_tasks. */
void eni_gaps_find(struct eni_gaps *g, const struct eni_plan *p);
/* Reports the findings about the whole book, each at its place.  0 or -1 when reading had to stop. */
int eni_gaps_report(struct eni_facts *f);
void eni_gaps_free(struct eni_gaps *g);

#endif
