/*
 * churn survival and churn incidence: how long people stay, and why they leave in the end.  Room: cli.
 *
 * survival    group,time,at_risk,events,censored,survival,std_error,low,high
 *   --summary   group,n,events,median,low,high,rmst (-f also: std_error, that of rmst, and tau); --tau N: the horizon of the
 *               restricted mean, without it each group's own last time: say it to compare groups
 *   --test      group,n,observed,expected,chisq,df,p: the log-rank test between the groups of --by
 * incidence   group,cause,time,incidence,std_error,low,high
 * both        -o text draws the curves in characters, -o svg through gnuplot; what is counted says churn_census.h
 */
#ifndef ENI_CLI_CHURN_SURVIVAL_H
#define ENI_CLI_CHURN_SURVIVAL_H

#include "cli/churn_census.h"

int eni_verb_survival(struct eni_run *run);  /* 0, or -1 after eni_fail */
int eni_verb_incidence(struct eni_run *run); /* the same */

/* What it is whose causes compete: the words of the causes and, in English, Japanese and Chinese, what a picture says. */
struct eni_incidence_kind {
	enum eni_vocab causes;
	const char *title[3], *days[3]; /* days: of the lower axis; NULL: since the start */
};
extern const struct eni_incidence_kind eni_return_curve;
/* Prints or draws the counts, one curve for each group and cause.  0, or -1 after eni_fail. */
int eni_incidence_answer(struct eni_census *c, const struct eni_incidence_kind *kind);

#endif
