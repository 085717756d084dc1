/*
 * The verbs of ltv: what a client, a source, a missed call is worth.  Room: cmd/ltv.
 * All amounts are revenue, in the office's currency, in whole minor units.  Each returns 0, or -1 after eni_fail.
 */
#ifndef ENI_LTV_VERBS_H
#define ENI_LTV_VERBS_H

#include "cli/command.h"

/* price,visits_per_month,months,ltv of a usual client; --measured: clients, and the same from clients whose time is over. */
int eni_verb_formula(struct eni_run *run);
/* id,name,so_far,per_month,expected_months,expected,low,high,ltv of all with a visit or a stay, by -f also basis; --top N;
 * --by FIELD: group,clients,so_far,expected,ltv,mean_ltv. */
int eni_verb_value(struct eni_run *run);
/* new_callers_missed,saved,call_back_now,lost,anonymous_missed,ltv,lost_value,at_risk_value of the phone logs that are operands, or
 * the book's calls; --by answered_by: answered_by,new_callers,clients,percent of first calls that were answered. */
int eni_verb_missed(struct eni_run *run);
/* option,per_month,per_year,break_even,months of a clerk and of an answering service, by tier where the settings have tiers;
 * --show ltv: also ltv. */
int eni_verb_staffing(struct eni_run *run);
/* measure,own,national,percent of the office's month: settings own and bench, else the records of --month; by -f also source, year.
 */
int eni_verb_bench(struct eni_run *run);
/* The rows of a list with a column id (a file, standard input, or the book's clients), and ltv behind them, "-" where it is not
 * known; --top N: the most valuable first. */
int eni_verb_attach(struct eni_run *run);
/*
 * How long clients will stay, or how often visitors will come, and what that earns.
 * --model sbg (stays, or a curve of those still there) and --model visits (BG/NBD, and gamma-gamma where money is known).  What is
 * printed:
 *
 *     nothing said   model,parameter,value,std_error,fit
 *     --each         sbg: id,name,stayed,retention,p_staying,expected_months,expected
 *                    visits: id,name,visits,last,known,p_alive,expected_visits,expected
 *     --total        model,clients,p_staying or p_alive summed,expected_months or expected_visits,expected
 *     --curve        sbg: time,at_risk,events,observed,survival,retention,residual; visits: time,expected_visits
 *     --holdout N    model,n,expected,actual,error_percent,mae,rmse,correlation,mape
 *
 * From the book, or from any numeric table: --time --alive [--cohort], --time --event, or --x --tx --age [--money --actual --id].
 */
int eni_verb_forecast(struct eni_run *run);

#endif
