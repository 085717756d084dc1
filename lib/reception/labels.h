/*
 * Labels: what the rules without a cadence say of one client: reception tags, stops of the tour, what to prepare, who of us gets
 * it ready, what to show, and which words answer the worry.  Room: reception.
 *
 *     eni_labels_want    after eni_facts_prepare_labels, before loading
 *     eni_labels_tags    one client's tags alone
 *     eni_labels_of      all of one client's labels; good until the next call
 *
 * Tags are those of the rules, none twice, in the order of the rules; those that the record has beside them stand behind.  `tags:`
 * in any rule, and in --where through eni_labels_fit, sees those of the rules, of earlier tag rules included, and of the record's
 * what no rule gives: words of the office's own.  Stops, preparations and evidence come in rule order, none twice.
 */
#ifndef ENI_RECEPTION_LABELS_H
#define ENI_RECEPTION_LABELS_H

#include "rule/facts.h"

enum eni_label { ENI_LABEL_TAG, ENI_LABEL_ROUTE, ENI_LABEL_PREPARE, ENI_LABEL_TEAM, ENI_LABEL_EVIDENCE, ENI_LABEL_SAY, ENI_LABELS };

struct eni_label_list {
	struct eni_str *word; /* of the rules or of the record: live as long as those */
	size_t n, cap;
};

struct eni_label_rule {
	const struct eni_rule *rule;
	bool speaks;                             /* for the client at hand */
	struct eni_label_list gives[ENI_LABELS]; /* as do: says it */
};

struct eni_labels {
	struct eni_facts *facts;
	size_t tags;                 /* the client column */
	struct eni_label_rule *rule; /* for clients, without a cadence, an answer or something missing, in rule order */
	size_t n_rules;
	struct eni_label_list list[ENI_LABELS]; /* of the client at hand; SAY: codes of words */
	struct eni_buf tag_text;                /* its tags, as matchers see them */
};

void eni_labels_want(struct eni_labels *l, struct eni_facts *f);
void eni_labels_tags(struct eni_labels *l, uint32_t client);
void eni_labels_of(struct eni_labels *l, uint32_t client);
/* What a matcher looks at, and whether all hold for the client whose tags were made last. */
struct eni_value eni_labels_value(struct eni_labels *l, const struct eni_match *m, uint32_t client);
bool eni_labels_fit(struct eni_labels *l, const struct eni_match *m, size_t n, uint32_t client);
/* Appends the words of a list with single blanks between. */
void eni_labels_text(struct eni_buf *out, const struct eni_label_list *list);
void eni_labels_free(struct eni_labels *l);

#endif
