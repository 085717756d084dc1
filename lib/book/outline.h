/*
 * What a new book has: which files an office of a kind keeps, and the columns of a file that is made.  Room: book.
 * `intake init` founds a book by it, and a file that the door makes later looks as if `init` had made it (decision 59).
 */
#ifndef ENI_BOOK_OUTLINE_H
#define ENI_BOOK_OUTLINE_H

#include "book/office.h"

/* Whether such an office (of ENI_V_OFFICE_KIND; 0: unknown) keeps a file of that kind from the beginning. */
bool eni_outline_keeps(enum eni_kind kind, int office_kind);
/* The columns of that file, as fields in their order; all of the kind where the outline says nothing of it.  *n is their number.
 * The array lives in the arena. */
const struct eni_field *const *eni_outline_columns(
    struct eni_arena *a, enum eni_kind kind, int office_kind, enum eni_country country, size_t *n);

#endif
