/* What churn return shares with churn incidence: the curves of causes that compete.  Room: cmd/churn. */
#ifndef ENI_CHURN_SURVIVAL_H
#define ENI_CHURN_SURVIVAL_H

#include "cmd/churn/census.h"

/* What it is whose causes compete: the words of the causes and, in English, Japanese and Chinese, what a picture says. */
struct eni_incidence_kind {
	enum eni_vocab causes;
	const char *title[3], *days[3]; /* days: of the lower axis; NULL: since the start */
};
extern const struct eni_incidence_kind eni_return_curve;
/* Prints or draws the counts, one curve for each group and cause.  0, or -1 after eni_fail. */
int eni_incidence_answer(struct eni_census *c, const struct eni_incidence_kind *kind);

#endif
