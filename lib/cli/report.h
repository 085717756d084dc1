/*
 * Reports over the people of a book and their time: the desk without rules.  Operands, --where, --since and --until choose what is
 * counted.  Room: cli.
 *
 *     eni_report_open    headers known, --where and the period resolved
 *     (the verb says which fields it needs, asks for its columns)
 *     eni_report_load    everything read
 */
#ifndef ENI_CLI_REPORT_H
#define ENI_CLI_REPORT_H

#include "base/period.h"
#include "base/ratio.h"
#include "cli/desk.h"

struct eni_report {
	struct eni_desk desk; /* rules stay empty; facts serve --where alone */
	struct eni_period period;
};

/* --since and --until, or --period.  0, or -1 after eni_fail. */
int eni_report_period(struct eni_run *run, struct eni_period *p);
/* 0, or -1 after eni_fail; eni_report_close in every case. */
int eni_report_open(struct eni_report *r, struct eni_run *run);
/* The same where --where is about something else than people, and the verb's to read. */
int eni_report_open_whole(struct eni_report *r, struct eni_run *run);
/* The same with facts in any case: -f may name fields of whom the rows are about (eni_print_prepare with &r->desk.facts). */
int eni_report_open_rows(struct eni_report *r, struct eni_run *run);
/* Whether some input has that client field, which the report cannot do without: 0, or -1 after eni_fail. */
int eni_report_require(struct eni_report *r, const char *field);
/* The column of such a field; before loading.  SIZE_MAX after eni_fail when no input has it. */
size_t eni_report_need(struct eni_report *r, const char *field);
int eni_report_load(struct eni_report *r);
/* Whether the operands or --where choose among people at all; if not, a report over other files need not read them. */
bool eni_report_chooses(const struct eni_report *r);
/* Whether they choose this one (ENI_NONE: a person not on file). */
bool eni_report_takes(struct eni_report *r, uint32_t subject);
void eni_report_close(struct eni_report *r);

/* -1 after eni_fail; SIZE_MAX in *choice when the option was not given, else the word's position. */
int eni_choice(struct eni_run *run, const char *option, const char *const *word, size_t n, size_t *choice);

#endif
