/*
 * What stands in the last column of a sheet (printed, 作成): the moment it was printed and the office's name, so that whoever reads
 * the filled-in sheet knows when its contacts took place and whose they are: "2026-11-21 09:05 こはる橋".  Room: duty.
 */
#ifndef ENI_DUTY_IMPRINT_H
#define ENI_DUTY_IMPRINT_H

#include "base/day.h"

struct eni_imprint {
	struct eni_when at;
	struct eni_str office; /* part of the cell; empty where the office has no name */
};

/* Appends it. */
void eni_imprint_put(struct eni_buf *out, struct eni_when at, struct eni_str office);
/* Reads it from a cell, in any form of a day that eni_when_parse knows.  1, 0 (empty), -1 when it does not begin with a day. */
int eni_imprint_read(struct eni_str cell, struct eni_imprint *out);
/* Whether it is that of the office, which may have no name either: width, letter case and blanks count nothing. */
bool eni_imprint_is_of(const struct eni_imprint *x, struct eni_str office);

#endif
