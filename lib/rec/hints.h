/*
 * What a text may speak of, found by a look at its characters: nearly no note speaks of any of it, and a journal has a million
 * notes. Room: rec.
 */
#ifndef ENI_REC_HINTS_H
#define ENI_REC_HINTS_H

#include "base/str.h"

enum {
	ENI_HINT_DEATH = 1,   /* eni_death_read may find one */
	ENI_HINT_REFUSAL = 2, /* eni_refuses_contact may find one, wherever the text stands */
	ENI_HINT_PLAIN_NO = 4 /* it may find one in a record */
};

/* The set of what reading a text for may be worth the while; a text of which a bit is not set holds none of that. */
unsigned eni_hints(struct eni_str text);

#endif
