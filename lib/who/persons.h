/*
 * Which recipients are one person (decision 69).  Room: who.
 * A partner on file is one by the row.  Anybody else is one by the name, folded as names are that refer to people, with a number
 * in common; who has no number on file, only for the same client.  A couple at one telephone stays two, and so do namesakes.
 */
#ifndef ENI_WHO_PERSONS_H
#define ENI_WHO_PERSONS_H

#include "who/recipient.h"

/* Zero-initialise but for people, which must outlive it; eni_persons_free when done. */
struct eni_persons {
	const struct eni_people *people;
	struct eni_arena arena;
	struct eni_map marks; /* what a person is known by -> who had it first */
	uint32_t *same;       /* per recipient: one added earlier who is the same person, else itself */
	size_t n, cap;
	struct eni_name_fold fold;
	struct eni_buf name, digits;
};

/* Adds a recipient, numbered from 0. */
uint32_t eni_persons_add(struct eni_persons *p, uint32_t subject, int to);
/* The first of all added so far who is the same person; itself where nobody else is. */
uint32_t eni_persons_first(const struct eni_persons *p, uint32_t recipient);
void eni_persons_free(struct eni_persons *p);

/* Whether somebody is known well enough to be told from others: no partner without a name is. */
bool eni_person_known(const struct eni_people *p, uint32_t subject, int to);

#endif
