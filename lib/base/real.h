/*
 * Real numbers as text: what estimates print and numeric tables hold.  Room: base.
 * Money, counts, percentages and scores are never doubles: see num.h and ratio.h.
 */
#ifndef ENI_BASE_REAL_H
#define ENI_BASE_REAL_H

#include "base/mem.h"

/* "12", "-3.5", "1e-3", "１２.5", blanks around it.  1 and *out; 0 when empty; -1 when it is no finite number. */
int eni_real_parse(struct eni_str s, double *out);
/* Appends the shortest decimal that reads back equal (decision 28); nothing for NaN and infinities, which are no answer. */
void eni_real_format(struct eni_buf *out, double x);

#endif
