/*
 * All stays side by side, to see who came back.  Room: stay.
 */
#ifndef ENI_STAY_SPELLS_H
#define ENI_STAY_SPELLS_H

#include "stay/stays.h"

struct eni_spell {
	uint32_t who;       /* the client's row; further numbers are people not on file */
	int32_t start, end; /* as in struct eni_stay */
	uint32_t tag;       /* the caller's own */
	uint8_t reason;
	bool over;
	bool again; /* not their first stay */
	bool back;  /* they came back after this one */
};

struct eni_spells {
	struct eni_arena arena;
	struct eni_map strangers; /* ids of people not on file */
	struct eni_spell *spell;  /* by person, then by start */
	size_t n, cap;
};

/* Zero-initialise.  Adds a stay (the answer holds until the next one); after the last one eni_spells_link puts them in order and
 * sees who came back. */
struct eni_spell *eni_spells_add(struct eni_spells *s, const struct eni_book *b, const struct eni_stay *stay);
void eni_spells_link(struct eni_spells *s);
void eni_spells_free(struct eni_spells *s);

#endif
