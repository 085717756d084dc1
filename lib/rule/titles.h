/*
 * Titles: what people call the tasks of a rule, and by which they may name it.  Room: rule.
 * A rule's own title (`title:`, a text or one by language), else that of what it says (texts.h).  In no language do two rules in
 * force have the same: one that is written twice, in rules or in the office's words, is refused; where a rule has its title only
 * from a text that another speaks under already, its id stands behind in brackets.
 */
#ifndef ENI_RULE_TITLES_H
#define ENI_RULE_TITLES_H

#include "rule/rule.h"

/* Reads a rule's own title; NULL: it has none.  A language that is not given has the first that is.  0 or -1 after eni_fail. */
int eni_title_read(struct eni_rule *rule, const struct eni_node *node, struct eni_diag *d);
/* Gives every rule with a cadence its title, once all are read.  0, or -1 after eni_fail naming file and line of one used twice. */
int eni_titles_settle(struct eni_rules *r, const struct eni_office *o, struct eni_diag *d);
/* Its title in that language ("ja", "zh", "en"), else its id. */
struct eni_str eni_title(const struct eni_rule *rule, const char *lang);
/* Index of the rule of that title in any language, or ENI_NONE; width, letter case and blanks count nothing. */
uint32_t eni_titles_find(const struct eni_rules *r, struct eni_str title);

#endif
