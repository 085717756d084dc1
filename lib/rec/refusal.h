/*
 * Whether a text says that we are not to call again: 今後の連絡は不要とのこと, もう電話しないでほしい, 不要再打来了 (decisions 65
 * and 67: a no is a no, wherever it stands).  Room: rec. In the journal only what is meant for good: a word such as 今後, もう, 再
 * or 以后, then a way of being reached, then the no, in one clause; 連絡不要 there may mean no more than that we need not ring
 * back.  In a record a plain no is one (連絡はお断り). Nowhere is one what holds for some hours, one person or one way
 * (今後は夫への連絡不要, 夜は電話しないで, 電話NG、メールで), which is a wish, nor that nobody answers any more, nor what was taken
 * back (連絡不要と言っていたが、…連絡ほしい).
 */
#ifndef ENI_REC_REFUSAL_H
#define ENI_REC_REFUSAL_H

#include "base/str.h"

/* Where the text stands. */
enum eni_refusal_place {
	ENI_IN_JOURNAL = 1, /* the note of one contact */
	ENI_IN_CLIENT = 2,  /* a client's record */
	ENI_IN_PARTNER = 4  /* a partner's: our faxes and our news are refused there, too */
};

/* Of any text, in UTF-8.  Texts without such a word are passed over quickly. */
bool eni_refuses_contact(struct eni_str text, enum eni_refusal_place place);

#endif
