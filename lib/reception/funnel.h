/*
 * From inquiry to signature: how many of those who asked came and signed, how long it takes, and how often their receptionist
 * changed.  Room: reception. A stage is reached on its date: inquiry_at, visit_end, signed_date.  Dates after the moment are not
 * there yet; one before the inquiry counts as empty and is reported.
 *
 * The days to a visit count from the inquiry, those to the signature from the visit (of who signed without one, or before it, from
 * the inquiry).  Who still waits counts as censored today, who was lost on lost_date (decision 77).
 */
#ifndef ENI_RECEPTION_FUNNEL_H
#define ENI_RECEPTION_FUNNEL_H

#include "base/period.h"
#include "base/ratio.h"
#include "book/book.h"
#include "stat/life.h"

/* The field with the date on which a client reached a stage (ENI_STAGE_INQUIRY ..). */
extern const char *const eni_stage_field[]; /* a row for each stage */

struct eni_stage {
	int64_t entered, staff_changes;
	int64_t over; /* who waited longer than wait_days, whether they have reached it or not */
};

struct eni_funnel {
	struct eni_book *book;
	size_t col[ENI_STAGES]; /* SIZE_MAX: no input has the field: unknown */
	size_t status, lost;    /* columns */
	int64_t wait_days;      /* targets.wait_days, default 7; times ENI_NUM_SCALE */
	struct eni_stage stage[ENI_STAGES];
	struct eni_life days; /* by stage */
};

/* How many days somebody may be kept waiting: targets.wait_days, default 7; times ENI_NUM_SCALE. */
int64_t eni_wait_days(const struct eni_office *o);
/* Asks for the columns; before loading. */
void eni_funnel_open(struct eni_funnel *f, struct eni_book *b);
/* When the client asked; ENI_NEVER when that is unknown, still to come, or outside the period. */
struct eni_when eni_funnel_asked(const struct eni_funnel *f, size_t row, const struct eni_period *p);
/* Whether the client, who asked at that moment, has reached the stage, and how many days later. */
bool eni_funnel_reached(const struct eni_funnel *f, size_t row, int stage, struct eni_when asked, int32_t *days);
/* Counts a client who asked at that moment. */
void eni_funnel_add(struct eni_funnel *f, size_t row, struct eni_when asked, int64_t staff_changes);
/* The days by which half have reached the stage, Kaplan and Meier's median; no ratio where they have not.  After the last add, in
 * any order. */
struct eni_ratio eni_funnel_median(struct eni_funnel *f, int stage);
void eni_funnel_free(struct eni_funnel *f);

/*
 * How often the receptionist changed from one step to the next, per client: *changes has one number for each client, or is NULL
 * where the book has no steps, or steps without staff.  Steps are taken in time order, those without a time in the order of the
 * reception. 0 or -1; free with free().
 */
int eni_staff_changes(struct eni_book *b, uint32_t **changes);

#endif
