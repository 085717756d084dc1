/*
 * What people name: the focus or another field of those who ask, the reasons of those who did not sign.  Room: reception.
 */
#ifndef ENI_RECEPTION_PREFERENCES_H
#define ENI_RECEPTION_PREFERENCES_H

#include "book/book.h"
#include "reception/counts.h"

/* Counts each word that a cell of an enumeration of clients (f, one word or several) names, once; unknown words are noted.  Whether
 * it names any. */
bool eni_named_add(struct eni_counts *c, const struct eni_book *b, const struct eni_field *f, struct eni_str cell,
    struct eni_unknown_words *unknown, struct eni_place at);

/* The reason each client gave in the latest survey of kind lost that has one (code, 0: none): one number for each client.
 * NULL where the book has no surveys.  0 or -1; free with free(). */
int eni_lost_surveys(struct eni_book *b, uint8_t **reason);

#endif
