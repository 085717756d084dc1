/*
 * One cell, read as its field says.  Room: rec.
 */
#ifndef ENI_REC_VALUE_H
#define ENI_REC_VALUE_H

#include "base/day.h"
#include "rec/kinds.h"

/* Readings of cells.  Each: 1 read, 0 empty, -1 unusable (the caller reports it with its place). */

/* Weekdays as bits: day d (0 = mon) takes bits 2d (am) and 2d+1 (pm); a day without session sets both.
 * "mon,thu" "月・木" "月木金" "周一 周四" "周一三五" "mon-am" "月午前" "水（午後）" "火・金 午後" (of both) "月・木（週2回）"
 * "mon-fri" "月〜金" "周一至周五" "平日" (mon..fri) "週末" "毎日".  What is no weekly pattern (隔週月, 祝) makes the cell unusable.
 */
int eni_weekdays_parse(struct eni_str s, uint32_t *bits);
#define ENI_WEEKDAY_BITS(d) (3u << (2 * (d)))
/* Appends "mon thu-am": canonical, single blanks. */
void eni_weekdays_format(struct eni_buf *out, uint32_t bits);

/* A yes-field on a day, by its vocabulary (decision 51): ENI_YES_YES, ENI_YES_NO, 0 for a blank, ENI_UNKNOWN_WORD.  A consent may
 * say since when, and a day still to come is no; a wish for silence with a day holds; what only describes has words alone. */
int eni_yes_read(enum eni_vocab vocab, struct eni_str s, int32_t today);
/* What an unknown word counts as there: no where it permits, yes where it forbids, else nothing (0). */
int eni_yes_in_doubt(enum eni_vocab vocab);

/* The number of an ENI_NUMBER field, times ENI_NUM_SCALE.  1, 0 (empty), or -1: no number, or none that the field may have. */
int eni_number_read(const struct eni_field *f, struct eni_str s, int64_t *out);

/* Whether the cell says that there is none, of a number or an address (なし, 没有, -), or of words and people that may be left
 * out (なし, 没有). Then it is empty (decision 54).  f may be NULL. */
bool eni_says_none(const struct eni_field *f, struct eni_str cell);
/* Of a person: whether it only keeps the place of one (未定, 退職（前任：原）, ***), which says none, too, and is to be filled in.
 */
bool eni_keeps_place(const struct eni_field *f, struct eni_str cell);

/* Appends the normalised form of a cell (ISO days, Z kept; codes; single blanks between words; ids and phones in NFKC; text only
 * trimmed; a yes-field's other words as they are), or the cell itself when it cannot be read.  Normal forms are their own normal
 * form. Returns 1, 0 (empty) or -1 (unusable: the raw text was appended).  `decimals` is the currency's. */
int eni_value_normal(struct eni_buf *out, const struct eni_field *f, struct eni_str s, int decimals);

/* What a cell of that field should have been, for messages: "want a day such as 2026-04-01". */
const char *eni_value_wanted(const struct eni_field *f);

#endif
