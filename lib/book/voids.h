/*
 * Rows taken back (decision 86): a row of the journal whose outcome, or a stay whose reason, is void (取消, 作废) repeats the row
 * that it takes back and takes the nearest such row above it, at whatever moment the book is read.  Room: book. Nothing is deleted;
 * whoever reads the file as a stream sees neither of the two (stream.c), so that no verb can forget it.
 */
#ifndef ENI_BOOK_VOIDS_H
#define ENI_BOOK_VOIDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "rec/kinds.h"

struct eni_book;

/* Whether a cell, of any column, is a void word. */
bool eni_is_void(const struct eni_book *b, struct eni_str cell);

/* A line of the file that is not to be seen. */
struct eni_void {
	uint32_t line;
	bool taken_back; /* else it is the void row itself */
};
struct eni_voids {
	bool known;
	struct eni_void *row; /* in the order of the file */
	size_t n, cap;
};
enum { ENI_VOIDABLE = 2 }; /* kinds whose rows can be taken back */

/* Those of the book's file of that kind; NULL: it has none.  Looked for once, with a search for the words in the
 * bytes of the file, which costs little; only a file with such a row is read for it, twice.  It lives as long as the book. */
const struct eni_voids *eni_voids_of(struct eni_book *b, enum eni_kind kind);
/* Whether a line is one of them; NULL has none. */
bool eni_voids_have(const struct eni_voids *v, uint32_t line);
/* The files may have changed: they are looked at anew.  While no stream of them is open. */
void eni_voids_forget(struct eni_book *b);
void eni_voids_free(struct eni_voids *v);

#endif
