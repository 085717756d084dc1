/*
 * The verbs of churn: who leaves, why, and who comes back.  Room: cmd/churn.
 * The reports take --since and --until (both included), operands and --where.  Each returns 0, or -1 after eni_fail.
 */
#ifndef ENI_CHURN_VERBS_H
#define ENI_CHURN_VERBS_H

#include "cli/command.h"

/* reason,count,percent of the stays that ended. */
int eni_verb_reasons(struct eni_run *run);
/* lapsed,deceased,returned,return_rate,low,high,benchmark,verdict of the same; --by reason: one row for each; --curve:
 * group,cause,time,incidence,std_error,low,high of return and death while away. */
int eni_verb_return(struct eni_run *run);
/* rule,lost,monthly_value of those who left for a changed house rule and are not back. */
int eni_verb_changes(struct eni_run *run);
/* weekday,seats,booked,held,free,utilisation; --measured: from attendances. */
int eni_verb_seats(struct eni_run *run);
/* id,days that may be offered. */
int eni_verb_reopen(struct eni_run *run);
/* month,start,joined,returned,left,died,joined_and_left,end,churn_percent; for people, and with -f, verdict; with -f
 * average,low,high.
 * --person-time: month,client_days,left,died,per_100_months,low,high; --total. */
int eni_verb_rate(struct eni_run *run);
/* cohort,month,at_start,staying,percent. */
int eni_verb_cohorts(struct eni_run *run);
/*
 * survival    group,time,at_risk,events,censored,survival,std_error,low,high
 *   --summary   group,n,events,median,low,high,rmst (-f also: std_error, that of rmst, and tau); --tau N: the horizon of the
 *               restricted mean, without it each group's own last time: say it to compare groups
 *   --test      group,n,observed,expected,chisq,df,p: the log-rank test between the groups of --by
 * incidence   group,cause,time,incidence,std_error,low,high
 * both        -o text draws the curves in characters, -o svg through gnuplot; what is counted says census.h
 */
int eni_verb_survival(struct eni_run *run);
int eni_verb_incidence(struct eni_run *run);
/* The active clients with warning signs: their own columns, risk, signs. */
int eni_verb_risk(struct eni_run *run);
/* The end and the return of a stay. */
int eni_verb_leave(struct eni_run *run);
int eni_verb_back(struct eni_run *run);

#endif
