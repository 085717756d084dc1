/*
 * Numbers and money from text, exactly.  Room: base.
 * No double, no locale: digits of any width (NFKC), and a reason when it is not one.
 */
#ifndef ENI_BASE_NUM_H
#define ENI_BASE_NUM_H

#include "base/mem.h"

/* A decimal number times 10000 (four places are enough for scores, rates and counts). */
enum { ENI_NUM_SCALE = 10000 };

/* "12", "-3", "4.5", "１２", "1,200".  1 and *out (scaled by ENI_NUM_SCALE); 0 when empty; -1 when it is no number, has more
 * than four decimals, or does not fit.  Commas only before three digits: 1,25 and 0,125 are refused, not guessed. */
int eni_num_parse(struct eni_str s, int64_t *out);

/* Appends a number that is scaled by ENI_NUM_SCALE with as few decimals as it has. */
void eni_num_format(struct eni_buf *out, int64_t scaled);

/* Money of a currency with `decimals` minor digits (JPY 0, CNY 2): "4000", "4,000円", "¥4,000" (also \4,000, as CP932 has it),
 * "４０００", "4万", "1.5万", "125万6,000円", "12.50元", "4000 yen".  1 and whole minor units; 0 when empty; -1 when it is none,
 * negative, too fine ("4000.5" yen, "4.000") or too big. */
int eni_money_parse(struct eni_str s, int decimals, int64_t *out);
/* Appends minor units as text: no decimals when whole (decision 28), else all of them. */
void eni_money_format(struct eni_buf *out, int64_t minor, int decimals);

/* Counts: digits only, 0..INT64_MAX.  1, 0, -1. */
int eni_count_parse(struct eni_str s, int64_t *out);

#endif
