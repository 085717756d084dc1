/*
 * Why a task stands in the list, and what became of a rule, in words for people (table, sheet, calendar); the same in codes is
 * eni_task_why.  Room: cli.
 */
#ifndef ENI_CLI_TASK_WORDS_H
#define ENI_CLI_TASK_WORDS_H

#include "duty/plan.h"
#include "rule/texts.h"

/* In which words: the labels why, anchor, span, state and match of labels.yaml. */
struct eni_wording {
	const struct eni_texts *texts;
	const char *lang;
	int32_t today; /* a day of another year is written with it */
};

struct eni_reason {
	const struct eni_rule *rule;
	struct eni_str field;         /* in which the anchor is written (eni_facts_anchor_field), or empty */
	struct eni_when anchor, last; /* as in the task */
	int32_t moved;
	uint32_t left;                 /* of how many clients it is the task, where that is not one's own; 0 */
	uint32_t tries;                /* in vain, for which it goes another way */
	const struct eni_story *story; /* that is told, or NULL */
};

/* Appends "終了日 8月31日の1か月後、前回10月5日、1か月ごと". */
void eni_word_reason(struct eni_buf *out, const struct eni_wording *w, const struct eni_reason *x);
/* Appends a field's name as people say it: the label anchor, else its heading, "end date". */
void eni_word_field(struct eni_buf *out, const struct eni_wording *w, struct eni_str field, enum eni_kind kind);
/* The state of a verdict by its code of `why`, and appends what silenced the rule. */
struct eni_str eni_word_state(const struct eni_wording *w, const char *code);
void eni_word_because(struct eni_buf *out, const struct eni_wording *w, const struct eni_book *book, const struct eni_verdict *v);

#endif
