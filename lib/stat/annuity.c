/* Annuities: see annuity.h. */
#include "stat/annuity.h"

#include <math.h>

double
eni_monthly_rate(double annual)
{
	return expm1(log1p(annual) / 12);
}

/* With q, what a month is worth of the one before (who stays, discounted), the sum of q^k over the months, begun with 1, is
 * (1 - q^n) / (1 - q).  Both differences are worked out from churn and rate themselves: q may lie close to 1. */
double
eni_annuity_value(const struct eni_annuity *a)
{
	double discount = 1 / (1 + a->rate), step = (a->churn + a->rate) * discount, sum;

	if (a->months <= 0)
		return 0;
	if (step <= 0)
		sum = a->months;
	else
		sum = -expm1(a->months * (log1p(-a->churn) - log1p(a->rate))) / step;
	if (a->paid == ENI_PAID_ADVANCE)
		return sum;
	return sum * discount * (a->paid == ENI_PAID_RESIDUAL ? 1 - a->churn : 1);
}
