/*
 * Telephone numbers as they are written in a cell and as they are dialled in Japan and China.  Room: base.
 */
#ifndef ENI_BASE_DIAL_H
#define ENI_BASE_DIAL_H

#include "base/mem.h"

/* Appends the digits by which a number is matched: NFKC, digits only, as it is dialled at home.  +81 and 0081 become 0, +86 and
 * 0086 become 0 before a place and nothing before a mobile (+81 (0)90 gives one 0); 81 and 86 alone likewise, where a number of
 * that country stands behind them.  A 0 before a Chinese mobile goes. */
void eni_phone_digits(struct eni_buf *out, struct eni_str s);

/* Takes the next number off a cell: `digits` becomes its digits, *written (may be NULL) the part of the cell that it is.  Numbers
 * are parted by remarks and by commas, slashes and line ends; a blank or a dash parts them where the one before is whole.  What has
 * fewer than five digits is none: an extension, 2号室.  False at the end. */
bool eni_phone_next(struct eni_buf *digits, struct eni_str *cell, struct eni_str *written);
/* The number of a cell that is dialled, the first, as it is written but without remark; the cell itself when it has none. */
struct eni_str eni_phone_first(struct eni_str cell);

/* Whether those digits can be a number of Japan or of China (enishi-records(5), VALUES); no digits are none. */
bool eni_phone_plausible(struct eni_str digits);

#endif
