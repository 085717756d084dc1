/*
 * Exact ratios of whole numbers, for percentages and means: rounded once, when printed, half away from zero (decision 28).
 * Room: base.  No double: 2.5 of 1000 is 0.3 percent and never 0.2.
 */
#ifndef ENI_BASE_RATIO_H
#define ENI_BASE_RATIO_H

#include "base/mem.h"

__extension__ typedef __int128 eni_wide;

/* num over den; den is positive, or 0 where there is nothing to divide by: no ratio, printed as "-". */
struct eni_ratio {
	eni_wide num, den;
};

#define ENI_NO_RATIO ((struct eni_ratio){0, 0})

/* of: not negative. */
struct eni_ratio eni_ratio_of(int64_t num, int64_t of);
static inline struct eni_ratio
eni_percent(int64_t part, int64_t of)
{
	return eni_ratio_of(part * 100, of);
}
/* The exact sum; no ratio beside another is passed over. */
struct eni_ratio eni_ratio_add(struct eni_ratio a, struct eni_ratio b);
/* Order by value: <0, 0, >0; no ratio comes before all others. */
int eni_ratio_cmp(struct eni_ratio a, struct eni_ratio b);

/* Rounded to a whole number, half away from zero; false where that does not fit, or there is no ratio. */
bool eni_ratio_round(struct eni_ratio r, int64_t *out);
/* a * b; false where it does not fit. */
static inline bool
eni_wide_times(eni_wide *a, int64_t b)
{
	return !__builtin_mul_overflow(*a, (eni_wide)b, a);
}

/* Appends "66.7" (all of 0 to 6 decimals), or "-". */
void eni_ratio_format(struct eni_buf *out, struct eni_ratio r, int decimals);
/* The same without zeros at the end: "7", "7.5". */
void eni_ratio_plain(struct eni_buf *out, struct eni_ratio r, int decimals);

#endif
