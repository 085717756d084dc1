/*
 * The end of a stay that stands in the note alone: 10/28入院, 11/3 市民病院に入院, R8.10.5死亡 (decision 54).  Room: book.
 */
#ifndef ENI_BOOK_NOTED_END_H
#define ENI_BOOK_NOTED_END_H

#include "book/days.h"

/*
 * Of who is paused, has ended or died (row->status), the day a note begins with, where the words behind it, up to the next day or
 * sentence, are of the client's own hospital or death: neither somebody else's (10/28 妻入院), nor what is still to come, nor the
 * day on which we heard of it.  False, and *out is empty, where the note says no such day; *open as eni_day_read gives it.
 */
bool eni_noted_end(
    const struct eni_office *o, struct eni_str note, const struct eni_day_row *row, struct eni_when *out, unsigned *open);

#endif
