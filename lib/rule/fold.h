/*
 * Folding visits, incidents and the journal into the slots of facts.h: one pass over each file.  Room: rule.
 */
#ifndef ENI_RULE_FOLD_H
#define ENI_RULE_FOLD_H

#include "rule/facts.h"

/* Position of a field among those read from visits, incidents or contacts. */
size_t eni_fold_field(enum eni_for subject, struct eni_str name);
/* The value of a row's own field, as a matcher sees it. */
struct eni_value eni_fold_value(const struct eni_facts *f, const struct eni_stream *row, const struct eni_match *m);
/* Days of absence since the last attendance. */
size_t eni_absent_run(const struct eni_facts *f, uint32_t client);

/* The passes, in this order.  0 or -1 when reading had to stop. */
int eni_fold_visits(struct eni_facts *f);
int eni_fold_incidents(struct eni_facts *f);
void eni_fold_slots(struct eni_facts *f); /* who may be spoken for: before the journal */
int eni_fold_contacts(struct eni_facts *f);

#endif
