/*
 * Relief: the work of a partner that a touch of ours took off them (家族説明の代行, 連携文の下書き, 状況整理メモ, 論点の先出し).
 * Room: partner.  A row of the journal says it by its topic, in the words of the table in relief.c, or by its rule, by what that
 * rule says.  Questions of ours are work for them, and none.
 */
#ifndef ENI_PARTNER_RELIEF_H
#define ENI_PARTNER_RELIEF_H

#include "book/touches.h"
#include "rule/rule.h"

enum eni_relief {
	ENI_RELIEF_TALK,  /* we spoke to the family in their stead */
	ENI_RELIEF_DRAFT, /* we wrote a text they would have had to write */
	ENI_RELIEF_CALL,  /* we reported before they had to ask */
	ENI_RELIEFS       /* none */
};

/* Of a touch that was a contact; wants ENI_TOUCH_RULE, _TOPIC, _DIR and ENI_TOUCH_WHAT.  rules: those in force. */
enum eni_relief eni_relief_of(const struct eni_rules *rules, const struct eni_touch *t);

#endif
