/*
 * The present value of so much a month, for a fixed time or until a client leaves.  Room: stat.
 * Numbers in, numbers out; formulas: enishi-decisions(7), FIGURES.
 */
#ifndef ENI_STAT_ANNUITY_H
#define ENI_STAT_ANNUITY_H

/* When a month is paid: at its end, at its start, or at its end by those alone who still stay then. */
enum eni_paid { ENI_PAID_ARREARS, ENI_PAID_ADVANCE, ENI_PAID_RESIDUAL, ENI_PAIDS };

struct eni_annuity {
	double months; /* so long at most, 0 or more; INFINITY: as long as they stay */
	double churn;  /* the share that leaves in a month, 0 to 1; 0: none before the months are over */
	double rate;   /* discount a month, 0 or more */
	enum eni_paid paid;
};

/* The value today of 1 a month; INFINITY where nothing ends it. */
double eni_annuity_value(const struct eni_annuity *a);

/* So many months have the value `worth` together, a->months left aside; 0 for nothing; INFINITY: they never have. */
double eni_annuity_months(const struct eni_annuity *a, double worth);

/* The discount a month that makes `annual` (0.03: 3 %) a year. */
double eni_monthly_rate(double annual);

#endif
