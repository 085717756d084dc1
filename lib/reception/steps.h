/*
 * The steps of receptions as one stream of facts, whichever way steps.csv holds them (decision 43): one row for each step, or one
 * wide row for each visitor with minutes or start times under the names of the steps.  Room: reception.
 *
 * Long rows: `minutes` counts; empty, it is ended_at - started_at (ended_at may be a time alone).
 * Wide rows: a cell is minutes (12), a time (14:05, or with its day), or a word: skipped, dropped.  A step that began at a time
 * lasted until the next one began, the last until ended_at.  Every step of the row has the visit's moment as its start: started_at,
 * else the first time with a day.  The row's `outcome` is that of its last step.
 *
 * A row without a step is set aside.  Minutes and times that cannot be read count as unknown and are reported; unknown words
 * count as empty, and are reported when the stream is closed.
 */
#ifndef ENI_RECEPTION_STEPS_H
#define ENI_RECEPTION_STEPS_H

#include "book/book.h"

enum { ENI_MINUTES_UNKNOWN = -1 };

struct eni_step_row {
	struct eni_str id, staff; /* as written; until the next row */
	int step, role, outcome;  /* codes; 0: not said */
	struct eni_when started;
	int64_t minutes; /* times ENI_NUM_SCALE, or ENI_MINUTES_UNKNOWN */
	struct eni_place place;
};

struct eni_step_stream {
	struct eni_book *book;
	struct eni_stream in;
	struct eni_unknown_words unknown;
	unsigned reads;
	bool wide;
	struct eni_step_row part[ENI_STEPS_MOST]; /* of one wide row */
	size_t n_parts, next_part;
};

/* What a reader looks at besides who, which step, when it began and its outcome; the rest is neither read nor judged. */
enum { ENI_STEPS_MINUTES = 1, ENI_STEPS_ROLE = 2 };

/* 1: the book has no steps; 0; -1 after eni_fail (a file without steps in either form). */
int eni_steps_open(struct eni_step_stream *s, struct eni_book *b, unsigned reads);
/* 1, 0, -1.  Rows that begin after the moment do not exist (decision 10). */
int eni_steps_next(struct eni_step_stream *s, struct eni_step_row *row);
/* Whether the file has that column; of started_at: whether it says when a step began, as wide rows do without it. */
bool eni_steps_know(const struct eni_step_stream *s, const char *column);
void eni_steps_close(struct eni_step_stream *s);

#endif
