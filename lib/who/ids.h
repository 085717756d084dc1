/*
 * New ids in a book's own manner: its commonest prefix, the highest number of that prefix plus one, as wide (decision 5).
 * Room: who.
 */
#ifndef ENI_WHO_IDS_H
#define ENI_WHO_IDS_H

#include "base/map.h"

struct eni_id_series {
	struct eni_str prefix;
	size_t count;    /* ids of this prefix */
	uint64_t number; /* the highest */
	int width;       /* its digits, with the zeros in front */
};

struct eni_ids {
	struct eni_arena arena;
	struct eni_map by_prefix;
	struct eni_id_series *series;
	size_t n, cap;
	struct eni_map taken;
	struct eni_id_series *best; /* settled by the first eni_ids_next */
	const char *first;          /* the prefix where the book has no series; NULL: C */
};

/* Zero-initialise.  Notes an id of the book; one that does not end in a number has no series. */
void eni_ids_note(struct eni_ids *ids, struct eni_str id);
/* An id that must not be given, without a say in the manner; false when it was taken before. */
bool eni_ids_take(struct eni_ids *ids, struct eni_str id);
/* The next id, taken from now on; C001 in a book without any (R001 with first "R"). */
struct eni_str eni_ids_next(struct eni_ids *ids);
void eni_ids_free(struct eni_ids *ids);

#endif
