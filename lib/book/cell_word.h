/*
 * A cell of an enumeration as this office writes it: its own words (values: in office.yaml) first, then rec/reading.h.  Room: book.
 */
#ifndef ENI_BOOK_CELL_WORD_H
#define ENI_BOOK_CELL_WORD_H

#include "book/office.h"
#include "rec/reading.h"

/* The code of one of the office's own words for that field; 0: it is none. */
int eni_own_word(const struct eni_office *o, const struct eni_field *f, struct eni_str word);

struct eni_word_reading eni_cell_read(const struct eni_office *o, const struct eni_field *f, struct eni_str cell);

/*
 * What a status says of the fields beside it (入院中, 終了(特養入所), 契約済): the code of that vocabulary (reasons of who is gone,
 * intents of who asks; 0 of others), ENI_UNKNOWN_WORD where it names a reason that is not understood, 0: nothing.
 */
int eni_status_says(const struct eni_office *o, enum eni_vocab beside, int status, struct eni_str cell);

/* A reason and what of its cell the code does not say. */
struct eni_reason {
	int code;
	enum eni_how how;
	struct eni_str note; /* for an empty reason_note; part of one of the cells */
};
/* What two cells say together: a reason that is empty, unread or vague gives way to what the status says (入院中 and 肺炎). */
struct eni_reason eni_reason_read(const struct eni_office *o, int status, struct eni_str status_cell, struct eni_str cell);

#endif
