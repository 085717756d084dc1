/*
 * How many clients we can take, in words, for those who refer.  Room: partner.
 */
#ifndef ENI_PARTNER_CAPACITY_H
#define ENI_PARTNER_CAPACITY_H

#include "rule/texts.h"
#include "stay/places.h"

/* Seats that can be given away: never below 0 (decision 33). */
static inline int64_t
eni_place_free(const struct eni_a_place *p)
{
	int64_t free = p->seats - p->booked - p->held;

	return free > 0 ? free : 0;
}

/* Appends the phrase {capacity}: 火2名・木2名・土2名; places by weekday where the office has such, else what it counts by.  Where
 * nothing is free, the sentence that says so.  lang: "ja", "zh" or "en".  Counted places. */
void eni_capacity_phrase(struct eni_buf *out, const struct eni_places *p, const struct eni_texts *t, const char *lang);
/* Whether anything is free by what the phrase counts. */
bool eni_capacity_any(const struct eni_places *p);

#endif
