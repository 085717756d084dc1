/* Annuities: see annuity.h. */
#include "stat/annuity.h"

#include <math.h>

double
eni_monthly_rate(double annual)
{
	return expm1(log1p(annual) / 12);
}

/* What the first month is worth today. */
static double
first_month(const struct eni_annuity *a)
{
	if (a->paid == ENI_PAID_ADVANCE)
		return 1;
	return (a->paid == ENI_PAID_RESIDUAL ? 1 - a->churn : 1) / (1 + a->rate);
}

/* log q */
static double
log_ratio(const struct eni_annuity *a)
{
	return log1p(-a->churn) - log1p(a->rate);
}

/* With q, what a month is worth of the one before (who stays, discounted), the sum of q^k over the months, begun with 1, is
 * (1 - q^n) / (1 - q).  Both differences are worked out from churn and rate themselves: q may lie close to 1. */
double
eni_annuity_value(const struct eni_annuity *a)
{
	double step = (a->churn + a->rate) / (1 + a->rate);

	if (a->months <= 0)
		return 0;
	if (step <= 0)
		return a->months;
	return first_month(a) * -expm1(a->months * log_ratio(a)) / step;
}

double
eni_annuity_months(const struct eni_annuity *a, double worth)
{
	double step = (a->churn + a->rate) / (1 + a->rate), first = first_month(a);

	if (worth <= 0)
		return 0;
	if (step <= 0)
		return worth;
	return worth * step < first ? log1p(-worth * step / first) / log_ratio(a) : INFINITY;
}
