/*
 * Folding visits, incidents and the journal into facts: one pass over each file.  Room: rule.
 */
#ifndef ENI_RULE_FOLD_H
#define ENI_RULE_FOLD_H

#include "rule/facts.h"

/* Position of a field among those read of visits or incidents. */
size_t eni_fold_field(enum eni_for subject, struct eni_str name);
/* The value of a row's own field, as a matcher sees it; texts live until the next one is asked for. */
struct eni_value eni_fold_value(struct eni_facts *f, const struct eni_stream *row, const struct eni_match *m);

/* Whether a rule in force is about these. */
bool eni_fold_any_rule(const struct eni_facts *f, enum eni_for subject);
/* Keeps a row that cannot be used until it is known whether its person is listed (decision 48). */
void eni_fold_postpone(struct eni_facts *f, uint32_t subject, struct eni_place at, const char *field);

/* The journal, after visits, incidents and tallies.  0 or -1 when reading had to stop. */
int eni_fold_contacts(struct eni_facts *f);

#endif
