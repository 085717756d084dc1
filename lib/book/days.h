/*
 * Days in cells: what the text leaves open, the year, which end of a range, whether midnight was meant, is settled by its field and
 * its row (decision 56).  Room: book.  Options and settings leave nothing open: eni_office_when.
 */
#ifndef ENI_BOOK_DAYS_H
#define ENI_BOOK_DAYS_H

#include "book/office.h"

/* What a day without a year is read against. */
struct eni_day_row {
	int32_t today;
	int32_t own; /* the row's own day: contacts.at, a client's inquiry_at; ENI_NODAY: today stands for it */
	int status;  /* of a client, as far as it is known: of ENI_V_STATUS, or 0 */
};

/* A cell of that field (NULL: of the office's own, where a day lies back) in the office's own time.  1, 0 (empty) or -1, as
 * eni_when_read; *open, which may be NULL, says what the text had left open. */
int eni_day_read(const struct eni_office *o, const struct eni_field *f, struct eni_str cell, const struct eni_day_row *row,
    struct eni_when *out, unsigned *open);

/* The columns in which days leave something open. */
struct eni_open_column {
	const struct eni_field *field;
	struct eni_open_cells {
		struct eni_place first;
		size_t count;
	} yearless, rough;
};
/* Zero-initialise; eni_open_days_free when done. */
struct eni_open_days {
	struct eni_open_column *column;
	size_t n, cap;
};
/* open: as eni_day_read gave it. */
void eni_open_days_note(struct eni_open_days *s, const struct eni_field *f, unsigned open, struct eni_place at);
/* A warning for each column with parts of months; for each with days without a year, which other days will be from next year on. */
void eni_open_days_report_rough(const struct eni_open_days *s, struct eni_diag *d);
void eni_open_days_report_yearless(const struct eni_open_days *s, struct eni_diag *d);
void eni_open_days_free(struct eni_open_days *s);

#endif
