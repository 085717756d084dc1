/*
 * Printing tasks, one a line or joined per partner (verbs list, stale, merged).  Room: cli.
 */
#ifndef ENI_CLI_TASK_PRINT_H
#define ENI_CLI_TASK_PRINT_H

#include "cli/agenda.h"
#include "cli/desk.h"

enum eni_task_column {
	ENI_TASK_DUE,
	ENI_TASK_LATE,
	ENI_TASK_ID,
	ENI_TASK_RULE,
	ENI_TASK_CHANNEL,
	ENI_TASK_TO,
	ENI_TASK_WHO,
	ENI_TASK_VIA,
	ENI_TASK_WHY,
	ENI_TASK_SAY,
	ENI_TASK_PRIORITY,
	ENI_TASK_ANCHOR,
	ENI_TASK_NAME,
	ENI_TASK_ORG,
	ENI_TASK_COLUMNS
};
extern const struct eni_offer eni_task_offer[ENI_TASK_COLUMNS];

/* Has p look at the task columns --where names; after eni_desk_where. */
void eni_task_want_where(const struct eni_desk *d, struct eni_print *p);

/* The tasks the desk's plan asks for, filtered by --where.  *tasks is the caller's. */
int eni_desk_tasks(struct eni_desk *d, struct eni_print *p, struct eni_tasks *tasks);
/* Fills the cells of p (those wanted) for one task. */
void eni_task_cells(struct eni_desk *d, struct eni_print *p, const struct eni_task *t);
/* "anchor=2026-09-15 +1m last=2026-10-20 every=1m" */
void eni_task_why(struct eni_buf *out, const struct eni_rule *r, struct eni_when anchor, struct eni_when last, int32_t moved);
/* Prints one row per task; excel sheets get empty columns to fill in (decision 39). */
int eni_tasks_print(struct eni_desk *d, struct eni_print *p, const struct eni_tasks *tasks);
/* Calls `each` with the places of the tasks that make one line: the partner tasks of a person and channel, by due date. */
typedef void eni_tasks_line(void *arg, const size_t *at, size_t n);
void eni_tasks_merge(struct eni_tasks *t, eni_tasks_line *each, void *arg);
/* Prints partner tasks joined per person and channel. */
int eni_tasks_print_merged(struct eni_desk *d, struct eni_print *p, struct eni_tasks *tasks);
extern const struct eni_offer eni_merged_offer[];
extern const size_t eni_merged_offers;
/* How -o ics words them. */
extern const struct eni_agenda eni_task_agenda, eni_merged_agenda;

#endif
