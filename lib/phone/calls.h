/*
 * Missed calls as people, not as rings: who rang, was not answered, and waits.  Room: phone.
 *
 * An episode begins with an unanswered incoming call and goes on until a call with that number is answered, either way
 * (decision 27); a later miss begins a new one.  Whose number it is was decided at the first ring: who came into the book later was
 * a new caller then.  A new caller is lost when more than calls.lost_after has passed since the last ring, also when we reach them
 * later; who rings again and is answered is saved at any time.  They count once, as the last episode has it, and as saved where
 * they came by another way (decision 75); the others stay waiting until they are reached.
 */
#ifndef ENI_PHONE_CALLS_H
#define ENI_PHONE_CALLS_H

#include "phone/phonelog.h"
#include "phone/phones.h"

enum eni_fate { ENI_FATE_SAVED, ENI_FATE_WAITS, ENI_FATE_LOST, ENI_FATES };

struct eni_episode {
	uint32_t number;
	uint32_t subject; /* ENI_NONE for a new caller */
	uint8_t caller;   /* ENI_CALLER_NEW .. */
	bool came; /* a new caller then, by now a client or somebody who inquired: the book came to know them after the ring */
	enum eni_fate fate;
	uint32_t tries; /* unanswered rings */
	uint32_t part;  /* of the first of them */
	struct eni_when first, last;
};

/* For the cost of missed calls: people, and withheld numbers apart. */
struct eni_missed {
	uint32_t new_callers; /* = saved + call_back_now + lost */
	uint32_t saved, call_back_now, lost;
	uint32_t anonymous;       /* unanswered withheld rings; those within half an hour of one another count as one person */
	uint32_t anonymous_rings; /* each of them */
};

/* Zero-initialise. */
struct eni_callers {
	struct eni_episode *episode; /* by number, then in time order */
	size_t n, cap;
	struct eni_missed missed;
	struct eni_missed *part; /* the same by the part of the first ring, rings apart: the caller's, one for each; NULL: none */
};

/* Puts the calls in order of number and time, withheld ones last. */
void eni_calls_sort(struct eni_phonelog *l);
/* What stands in several logs counts once (decision 57): calls of one number, direction and moment to the second; as often as in
 * the log that has it most, and answered where one of them says so.  After the zones are settled; the
 * calls lose their order. */
void eni_calls_unite(struct eni_phonelog *l);
/* Folds the calls of the log, which are put in order of number and time, and marks its missed calls with who rang. */
void eni_callers_fold(struct eni_callers *c, struct eni_phonelog *l, const struct eni_phones *p, struct eni_when now);
/* Puts the episodes as they are called back: new callers, referrers, family and clients, staff; within these who has waited
 * longest, then by number. */
void eni_callers_sort(struct eni_callers *c, const struct eni_phonelog *l);
void eni_callers_free(struct eni_callers *c);

#endif
