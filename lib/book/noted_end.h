/*
 * The end of a stay that stands beside another thing: 10/28入院 in the note, 入院（11/5～） as the status (decision 54).  Room:
 * book.
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
/* Likewise the day in a status that is nothing but a word of who is gone and that day: R8.10.31終了, 入院（11/5～）; neither
 * 休止（11/30まで） nor 入院（11/20退院予定）. */
bool eni_status_end(
    const struct eni_office *o, struct eni_str status, const struct eni_day_row *row, struct eni_when *out, unsigned *open);

/* Whether a text names a day that is not before `end` (ENI_NEVER: any day): of a death in a note, whether it came when the client
 * had left. */
bool eni_notes_day_from(const struct eni_office *o, struct eni_str note, const struct eni_day_row *row, struct eni_when end);

/* The fields of a client in which it may stand, in the order in which they are asked. */
enum { ENI_END_SOURCES = 4 };
extern const struct eni_end_source {
	const char *field;
	bool (*read)(const struct eni_office *, struct eni_str, const struct eni_day_row *, struct eni_when *, unsigned *open);
} eni_end_sources[ENI_END_SOURCES];

#endif
