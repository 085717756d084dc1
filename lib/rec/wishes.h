/*
 * Contact wishes: how somebody wants to be reached and how not, as people write it (decision 67).  Room: rec.
 * "FAX/電話" "電話よりFAX" "電話、なるべくメール" "電話は不要、メール" "手紙のみ" "微信优先，不要打电话"
 */
#ifndef ENI_REC_WISHES_H
#define ENI_REC_WISHES_H

#include "rec/reading.h"

struct eni_wishes {
	uint8_t code[ENI_CODES]; /* channels a person can wish for, best first: those put first, then in the order of the cell */
	uint8_t n;
	bool only;         /* nothing but these (手紙のみ) */
	bool none;         /* no contact at all (連絡不要, 请勿联系): an optout, not a wish */
	uint64_t excluded; /* bits 1 << code; with `only` all others */
	/* BY_STEM: beside a channel stands what nobody heeds (電話（午前）, 夜は電話しないで); UNREAD: something stands without
	 * one. */
	enum eni_how how;
};

/* Each distinct cell is worked out once and remembered while the program runs. */
struct eni_wishes eni_wishes_read(struct eni_str cell);
/* The same as one word, for reports: the best wish; ENI_UNKNOWN_WORD where there is none. */
struct eni_word_reading eni_wishes_said(struct eni_str cell);

static inline bool
eni_wishes_exclude(const struct eni_wishes *w, int channel)
{
	return (w->excluded >> channel & 1) != 0;
}

#endif
