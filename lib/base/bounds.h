/*
 * Ranges as people state them: what they can spend a month, how old somebody is.  Room: base.
 */
#ifndef ENI_BASE_BOUNDS_H
#define ENI_BASE_BOUNDS_H

#include "base/mem.h"

/* Both ends included; an open end is the least or the greatest number. */
struct eni_bounds {
	int64_t from, to;
};
#define ENI_OPEN_BOUNDS ((struct eni_bounds){INT64_MIN, INT64_MAX})

/* Each: 1 and *out; 0 when empty; -1 when it is none, which includes one whose end lies before its start. */

/* Money in minor units: "5000..6000", "..150000", "8000..", "5000-6000元/月", "5千〜6千", "10〜15万円" (the unit is shared),
 * "月15万円以内", "8000以上", "不限" (both ends open).  An amount alone, also one with 程度 or 左右, is both ends. */
int eni_money_bounds_parse(struct eni_str s, int decimals, struct eni_bounds *out);
/* Whole years, 0 to 150: "82", "82歳", "満82歳", "80-84岁", "80代" and "80多岁" (80 to 89), "85以上", "75岁以下". */
int eni_years_bounds_parse(struct eni_str s, struct eni_bounds *out);

/* Appends the normal form, FROM..TO, with nothing at an open end, and a single number where both are one.  `decimals` as above. */
void eni_bounds_format(struct eni_buf *out, struct eni_bounds r, int decimals);

#endif
