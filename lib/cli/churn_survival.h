/*
 * churn survival and churn incidence: how long people stay, and why they leave in the end.  Room: cli.
 *
 * survival    group,time,at_risk,events,censored,survival,std_error,low,high
 *   --summary   group,n,events,median,low,high,rmst (-f also: std_error, that of rmst, and tau); --tau N: the horizon of the
 *               restricted mean, without it each group's own last time: say it to compare groups
 *   --test      group,n,observed,expected,chisq,df,p: the log-rank test between the groups of --by
 * incidence   group,cause,time,incidence,std_error,low,high
 * both        -o text draws the curves in characters, -o svg through gnuplot; what is counted says churn_counts.h
 */
#ifndef ENI_CLI_CHURN_SURVIVAL_H
#define ENI_CLI_CHURN_SURVIVAL_H

#include "cli/command.h"

int eni_verb_survival(struct eni_run *run);  /* 0, or -1 after eni_fail */
int eni_verb_incidence(struct eni_run *run); /* the same */

#endif
