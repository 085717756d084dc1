/*
 * The end and the return of a stay, written through the one door.  Room: stay.
 * stays.csv keeps every stay: the first move also writes a client's earlier ones there, so that a return never erases why
 * they once left.  clients.csv, which says how things stand now, is written last: of an end to come it says the day and that it is
 * decided, and keeps the status.
 *
 * A move is taken back by one more row that is void (book/voids.h); of a leaving another row says that the stay goes on.  The
 * client's columns are set to what stays.csv says of the stay before; what it does not keep is named in a message.
 */
#ifndef ENI_STAY_MOVES_H
#define ENI_STAY_MOVES_H

#include "door/door.h"
#include "stay/stays.h"

struct eni_move {
	bool back;                  /* they return; else they leave */
	bool undo;                  /* the last such move is taken back; nothing more is said */
	int32_t on;                 /* the first day out, be it to come, or the first day back */
	int reason;                 /* leaving: ENI_REASON_.. */
	struct eni_str reason_word; /* as it was said (eni_word_kept), or empty */
	int outlook;                /* 0: not said */
	struct eni_str cause, note;
};

/* The columns a move looks at.  Before loading. */
struct eni_mover {
	struct eni_book *book;
	struct eni_stays stays;
	struct eni_arena arena;
	size_t decided; /* column of the clients */
	uint32_t row;
	const struct eni_move *move;
	struct eni_stay *mine; /* the client's stays, in the order they are kept */
	size_t n, cap;
};
void eni_mover_want(struct eni_mover *m, struct eni_book *b);
/* Puts a client's move into the door's commit; after loading, under the door's lock.  1; 0: it is written already; -1 after
 * eni_fail: who is gone cannot leave, who is here cannot return, and neither before the stay began or ended. */
int eni_mover_write(struct eni_mover *m, struct eni_door *door, uint32_t row, const struct eni_move *move);
void eni_mover_free(struct eni_mover *m);

#endif
