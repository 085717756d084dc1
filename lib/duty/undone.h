/*
 * Taking back what was journalled (decision 86): for each row asked for one more row, written through the one door, that repeats
 * when, about whom and in answer to what it was and says that it is void (book/voids.h).  Room: duty.
 */
#ifndef ENI_DUTY_UNDONE_H
#define ENI_DUTY_UNDONE_H

#include "book/book.h"
#include "door/door.h"
#include "rule/rule.h"

/* The last row of the journal, as the file stands, about this subject; texts live as long as the list. */
struct eni_undo {
	uint32_t subject;
	struct eni_str rule;    /* in answer to this rule; empty: whatever it answered */
	struct eni_when at;     /* of this moment; ENI_NEVER: whenever */
	int outcome;            /* that said this; 0: whatever */
	struct eni_place place; /* of whoever asks, for messages */
};

struct eni_undos {
	struct eni_arena arena;
	struct eni_undo *undo;
	size_t n, cap;
	struct eni_str staff, note; /* for every row that is written; or empty */
};

void eni_undos_add(struct eni_undos *u, const struct eni_undo *undo);
/* Writes them under the book's lock; the same asked twice takes the last two.  What has no row (left) is reported by eni_aside.
 * `written`: how many rows.  After loading.  0, or -1 after eni_fail. */
int eni_undos_write(
    struct eni_undos *u, struct eni_book *b, const struct eni_rules *rules, const struct eni_door_options *o, size_t *written);
void eni_undos_free(struct eni_undos *u);

#endif
