/*
 * Which file of the book is which.  Room: book.
 */
#ifndef ENI_BOOK_FILES_H
#define ENI_BOOK_FILES_H

#include "form/reader.h"

/* The name that a kind's file has in a book in a format that a book's files may have (ENI_FORMAT_BOOK); in the arena. */
struct eni_str eni_book_name(struct eni_arena *a, enum eni_kind kind, enum eni_format format);

/* The book's file of a kind: its path in *path (arena), its format; 0 found, 1 missing, -1 after eni_fail (two of them at once). */
int eni_book_file(
    struct eni_arena *a, const char *dir, enum eni_kind kind, const char **path, enum eni_format *format, struct eni_diag *d);

/* Whether the book has a file of that kind: 1, 0, or -1 after eni_fail (two of them at once). */
int eni_book_has(const char *dir, enum eni_kind kind, struct eni_diag *d);

#endif
