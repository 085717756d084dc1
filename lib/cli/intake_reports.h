/*
 * Reports of intake: how receptions go and what people ask for.  Room: cli.
 * All take --since and --until (both included), operands and --where.  Each returns 0, or -1 after eni_fail.
 */
#ifndef ENI_CLI_INTAKE_REPORTS_H
#define ENI_CLI_INTAKE_REPORTS_H

#include "cli/command.h"

/* step,entered,mean_minutes,budget,over,dropped,drop_percent of steps.csv, by started_at.
 * --by staff|staff_role: a further first column; --total: a further last row; --bottleneck: the worst step alone. */
int eni_verb_steps(struct eni_run *run);
/* stage,entered,percent,median_days,over,staff_changes of clients by inquiry_at.
 * --by hour|weekday: hour or weekday,entered,visited,signed. */
int eni_verb_funnel(struct eni_run *run);
/* focus,count,percent of clients by inquiry_at. */
int eni_verb_focus(struct eni_run *run);
/* reason,count,percent of lost clients by inquiry_at. */
int eni_verb_lost(struct eni_run *run);
/* kind,item,count,mean of surveys by at. */
int eni_verb_ratings(struct eni_run *run);

#endif
