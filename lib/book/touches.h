/*
 * The journal: who was spoken or written to, when, how, and what came of it; one touch a row of contacts.csv.  Room: book.
 * All readers of the journal use this, in one pass, and name the columns they need; nothing is allocated for a row.
 */
#ifndef ENI_BOOK_TOUCHES_H
#define ENI_BOOK_TOUCHES_H

#include "book/book.h"

/* The journal's columns that can be asked for; the id is always read. */
enum eni_touch_column {
	ENI_TOUCH_ID,
	ENI_TOUCH_AT,
	ENI_TOUCH_CHANNEL,
	ENI_TOUCH_TO,
	ENI_TOUCH_OUTCOME,
	ENI_TOUCH_RULE,
	ENI_TOUCH_TOPIC,
	ENI_TOUCH_ANCHOR,
	ENI_TOUCH_NEXT,
	ENI_TOUCH_DIR,
	ENI_TOUCH_GIFT,
	ENI_TOUCH_NOTE,
	ENI_TOUCH_COLUMNS
};
extern const char *const eni_touch_column[]; /* their names */

/* Columns asked for: 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_TO ... */
enum { ENI_TOUCH_WHAT = 1u << ENI_TOUCH_CHANNEL | 1u << ENI_TOUCH_TO | 1u << ENI_TOUCH_OUTCOME };

/* One row.  Texts live until the next row; what was not asked for reads as if the row did not say it.  A task of ours that was a
 * meeting with a partner (event-join) reads as one, where the rule was asked for. */
struct eni_touch {
	struct eni_str id;         /* whom it is about, trimmed: eni_book_find it when the rest of the row is of interest */
	struct eni_when at;        /* ENI_NEVER: not a day */
	int channel;               /* code; the office's default where the row says none that is known */
	int outcome;               /* code; the office's default where the cell is empty; ENI_UNKNOWN_WORD: unread */
	int to;                    /* code; 0: not said */
	int dir;                   /* code; out where the row says none that is known */
	struct eni_str rule;       /* trimmed, without the story behind it; empty: by hand */
	struct eni_str story;      /* the id of the story told, where the rule has it; empty: none */
	struct eni_str topic;      /* as written */
	int32_t anchor, next;      /* packed, see eni_pack_when; ENI_PACKED_NONE: empty, ENI_PACKED_BAD: not a day */
	struct eni_str gift, note; /* as written */
	struct eni_str remark;     /* the outcome as written, where it is no listed word and so may say more; else empty */
	uint32_t nth;              /* of the file's rows, from 0 */
	struct eni_place place;
};

struct eni_touches {
	struct eni_book *book;
	struct eni_stream in; /* for the cells as they were written: eni_stream_cell(&in, ENI_TOUCH_CHANNEL) */
	const struct eni_field *field[ENI_TOUCH_COLUMNS];
	uint32_t nth;
};

/* 1: the book has no journal; 0; -1 after eni_fail. */
int eni_touches_open(struct eni_touches *j, struct eni_book *b, uint32_t columns);
/* 1, 0 at the end, -1 when reading had to stop. */
int eni_touches_next(struct eni_touches *j, struct eni_touch *t);
/* Harmless after an open that did not give 0. */
void eni_touches_close(struct eni_touches *j);

/* The rule in a cell that may name the story told behind it (hesitant-weekly:garden), in *story; empty where there is none. */
struct eni_str eni_touch_rule(struct eni_str cell, struct eni_str *story);

/* To whom a touch about this subject went where the row does not say: to the person it is about; among ourselves, to staff. */
int eni_usual_recipient(const struct eni_book *b, uint32_t subject);

/* A row without a day, or later than the moment, has not happened (decision 10). */
static inline bool
eni_touch_has_happened(const struct eni_book *b, const struct eni_touch *t)
{
	return eni_is_day(t->at) && eni_book_has_happened(b, t->at);
}

#endif
