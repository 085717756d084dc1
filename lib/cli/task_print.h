/*
 * Printing tasks, one a line or joined per person (verbs list, stale, merged).  Room: cli.
 */
#ifndef ENI_CLI_TASK_PRINT_H
#define ENI_CLI_TASK_PRINT_H

#include "cli/agenda.h"
#include "cli/desk.h"
#include "cli/task_words.h"

/* A column of tasks: how it is printed, and how --where reads it. */
struct eni_task_column {
	struct eni_offer offer;
	enum eni_type type;
	/* Its text, which lives until the row is printed. */
	struct eni_str (*cell)(struct eni_desk *d, struct eni_print *p, const struct eni_task *t);
	struct eni_value (*value)(const struct eni_task *t); /* NULL: its text, empty where that is "-" */
};

/* The column of that name; NULL where tasks have none. */
const struct eni_task_column *eni_task_column_find(struct eni_str name);
/* All of them, to be offered; in the run's arena.  *n is their number.  Records have the first ENI_TASK_RECORD of them (of lines
 * of merged ENI_MERGED_RECORD) where -f does not
 * name others: what came later stands behind them, for people. */
enum { ENI_TASK_RECORD = 14, ENI_MERGED_RECORD = 7 };
const struct eni_offer *eni_task_offers(struct eni_run *run, size_t *n);

/* Settles the columns of a list of tasks, and of a merged one: for scripts, for a table, for a sheet.  Before loading; 0 or -1
 * after eni_fail. */
int eni_task_columns(struct eni_print *p, struct eni_run *run, struct eni_facts *facts);
int eni_merged_columns(struct eni_print *p, struct eni_run *run);

/* Resolves --where, in which columns of tasks come before fields, and has p look at those it names.  Before loading; 0 or -1. */
int eni_task_where(struct eni_desk *d, struct eni_print *p);

/* The tasks the desk's plan asks for, filtered by --where.  *tasks is the caller's. */
int eni_desk_tasks(struct eni_desk *d, struct eni_print *p, struct eni_tasks *tasks);
/* Appends "anchor=2026-09-15 +1m last=2026-10-20 every=1m". */
void eni_task_why(struct eni_buf *out, const struct eni_reason *x);
/* Prints one row per task; excel sheets get empty columns to fill in (decision 39). */
int eni_tasks_print(struct eni_desk *d, struct eni_print *p, const struct eni_tasks *tasks);
/* Calls `each` with the places of the tasks that make one line: those of a person and channel, by due date; none of the staff. */
typedef void eni_tasks_line(void *arg, const size_t *at, size_t n);
void eni_tasks_merge(const struct eni_tasks *t, const struct eni_people *people, eni_tasks_line *each, void *arg);
/* Prints tasks joined per person and channel. */
int eni_tasks_print_merged(struct eni_desk *d, struct eni_print *p, struct eni_tasks *tasks);
extern const struct eni_offer eni_merged_offer[];
extern const size_t eni_merged_offers;
/* How -o ics words them. */
extern const struct eni_agenda eni_task_agenda, eni_merged_agenda;

#endif
