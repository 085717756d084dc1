/*
 * The hand in which a file is kept: its words, its days, its weekdays, column by column.  Room: door, seen only there.
 * What we write looks like its neighbours (decision 59): a value comes to the door in its normal form (a code, an ISO day) and is
 * written in the words, the form of days and the separators that most filled cells of its column have, of equally many the latest;
 * where its column has none, as the other columns of its type; where they have none, in the language of the headers.  A value that
 * is in no normal form (a word we do not know, a telephone) is written as it comes.
 */
#ifndef ENI_DOOR_HAND_PRIV_H
#define ENI_DOOR_HAND_PRIV_H

#include "door/draft_priv.h"

struct eni_hand;

/* Reads the draft's old file; without one the hand is that of `init`: the office's words, ISO days.  NULL after eni_fail.  The
 * draft and the office must outlive it. */
struct eni_hand *eni_hand_read(const struct eni_edit *e);
void eni_hand_free(struct eni_hand *hand); /* NULL is fine */

/* The value as that column's neighbours are written; column ENI_NONE: a field without one.  It lives as long as the hand. */
struct eni_str eni_hand_value(struct eni_hand *hand, uint32_t column, const struct eni_field *f, struct eni_str value);
/* What a new column for that field is called there: its heading in the language of the headers. */
const char *eni_hand_heading(const struct eni_hand *hand, struct eni_str field);

#endif
