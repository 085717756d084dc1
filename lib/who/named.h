/*
 * People whom the clients' columns name in words: the texts in caremanager, doctor and referrer that match no one on file
 * (decision 36).  Room: who.
 */
#ifndef ENI_WHO_NAMED_H
#define ENI_WHO_NAMED_H

#include "book/book.h"

struct eni_named {
	struct eni_str text;    /* as it was written first, bare */
	int kind;               /* of ENI_V_REFERRER_KIND: what the column, or the word itself, says; 0: nothing */
	struct eni_place place; /* where it stands first */
};

/* Asks for the columns; before loading. */
void eni_named_want(struct eni_book *b);
/* The distinct texts, column by column, in the order in which they come up; in the arena.  An unknown id, and a name that
 * several have, are warned of and left out.  Returns how many. */
size_t eni_named_find(struct eni_book *b, struct eni_arena *a, struct eni_named **out);

#endif
