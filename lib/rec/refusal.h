/*
 * Whether a text says that we are not to call again: 今後の連絡は不要とのこと, もう電話しないでほしい, 不要再打来了 (decisions 65
 * and 67: a no is a no, wherever it stands).  Room: rec. Only what is meant for good: a word such as 今後, もう, 再 or 以后, then a
 * way of being reached, then the no, in one clause.  Neither what holds for some hours or one person (今後は夫への連絡不要,
 * 夜は電話しないで), which is a wish, nor that nobody answers any more.
 */
#ifndef ENI_REC_REFUSAL_H
#define ENI_REC_REFUSAL_H

#include "base/str.h"

/* Of any text, in UTF-8.  Texts without such a word are passed over quickly. */
bool eni_refuses_contact(struct eni_str text);

#endif
