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

/* All fields of a kind that rules may look at, id and date first, so that a matcher's position is the same for every row. */
const char *const *eni_fold_fields(enum eni_for subject, size_t *n);
/* Every record of that id, when an id stands in several: the next one, or ENI_NONE. */
uint32_t eni_fold_same(const struct eni_facts *f, uint32_t client);
bool eni_fold_any_rule(const struct eni_facts *f, enum eni_for subject);
/* Keeps a row that cannot be used until it is known whether its person is listed (decision 48). */
void eni_fold_postpone(struct eni_facts *f, uint32_t subject, struct eni_place at, const char *field);

/* The passes, in this order.  0 or -1 when reading had to stop. */
int eni_fold_visits(struct eni_facts *f);
int eni_fold_incidents(struct eni_facts *f);
void eni_fold_slots(struct eni_facts *f); /* who may be spoken for: before the journal */
int eni_fold_contacts(struct eni_facts *f);

#endif
