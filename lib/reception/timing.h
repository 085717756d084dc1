/*
 * The reception measured step by step: who entered, how long it took against the budget, who left there.
 * Room: reception.  Step rows in, lines of a table out.
 */
#ifndef ENI_RECEPTION_TIMING_H
#define ENI_RECEPTION_TIMING_H

#include "base/ratio.h"
#include "reception/appointments.h"
#include "reception/steps.h"

/*
 * Who left is not always written: who entered no later step and is lost, or waits longer than targets.wait_days for the next one,
 * left there (decision 76).  Whoever signed, is on trial, or comes again on a day agreed on, did not.
 */

/* What one step of one group adds up to.  Skipped rows are seen, but not entered. */
struct eni_step_tally {
	int64_t seen, entered, timed, over, dropped; /* timed: rows whose minutes are known */
	int64_t minutes;                             /* their sum, times ENI_NUM_SCALE */
};

struct eni_timing_group {
	struct eni_str key;
	int64_t visitors, timed; /* people who entered any step, and whose minutes of some budgeted step are known */
	int64_t minutes;         /* in budgeted steps, times ENI_NUM_SCALE */
	struct eni_step_tally step[ENI_STEPS_MOST + 1]; /* by code; 0 is nothing */
};

/* How far somebody came. */
struct eni_visitor {
	struct eni_str id;
	uint32_t group; /* of the last step; ENI_NONE: that step is not counted */
	int last;
	int32_t day;  /* of the last step, or ENI_NODAY */
	bool dropped; /* they left there: it is written, or settled */
};

struct eni_timing {
	struct eni_arena arena;
	struct eni_book *book;
	size_t status, asked, signed_at; /* columns */
	struct eni_appointments appointments;
	int64_t wait_days; /* times ENI_NUM_SCALE */
	struct eni_visitor *visitor;
	size_t n_visitors, cap_visitors;
	struct eni_map by_id, in_group;     /* a visitor; a visitor of a group: bits SEEN and TIMED */
	int64_t budget[ENI_STEPS_MOST + 1]; /* times ENI_NUM_SCALE; ENI_MINUTES_UNKNOWN: free */
	struct eni_timing_group *group;
	size_t n, cap;
	struct eni_map by_key;
};

/* One line of the table. */
struct eni_step_line {
	int step; /* code; 0: all steps together */
	int64_t entered, over, dropped;
	struct eni_ratio mean, budget;
};

/* Budgets from office.yaml steps:, else what a step usually takes.  Asks for columns of the clients: before loading. */
void eni_timing_open(struct eni_timing *r, struct eni_book *b);
/* Counts a row for the group of that name ("" where there is but one); where it is not counted, only that its visitor came so far.
 */
void eni_timing_add(struct eni_timing *r, struct eni_str key, const struct eni_step_row *row, bool counted);
/* Whether somebody entered no later step than this one and left there; after eni_timing_settle. */
bool eni_timing_dropped(const struct eni_timing *r, struct eni_str id, int step);
/* After the last row, with the clients loaded: who left without a word. */
int eni_timing_settle(struct eni_timing *r); /* 0, or -1 where the journal cannot be read */
/* Groups by the bytes of their names, nameless last. */
void eni_timing_sort(struct eni_timing *r);
/* The line of a step; false when no row names it. */
bool eni_timing_line(const struct eni_timing *r, const struct eni_timing_group *g, int step, struct eni_step_line *out);
/* All steps together: visitors, the mean of their own minutes in steps with a budget, the sum of the budgets, every row over its
 * budget, all who left. */
void eni_timing_total(const struct eni_timing *r, const struct eni_timing_group *g, struct eni_step_line *out);
/* The step where most of those who entered leave; among equals where most are over budget; among those the first.  0 when no one
 * left and nobody is over. */
int eni_timing_bottleneck(const struct eni_timing *r, const struct eni_timing_group *g);
void eni_timing_free(struct eni_timing *r);

#endif
