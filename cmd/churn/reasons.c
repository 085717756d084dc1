/* churn reasons: why people left.  See verbs.h. */
#include "cmd/churn/leavers.h"
#include "cmd/churn/verbs.h"
#include "reception/counts.h"

/* ---- reasons ---- */

enum { REASON, COUNT, PERCENT, REASON_COLUMNS };
static const struct eni_offer reason_offer[] = {[REASON] = {"reason", ENI_COL_TEXT, ENI_V_REASON, 0},
    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(reason_offer, REASON_COLUMNS);

struct reasons {
	struct eni_leavers leavers;
	struct eni_counts counts;
	int64_t all;
};

static void
count_reason(void *to, const struct eni_stay *stay)
{
	struct reasons *r = to;

	if (!eni_leavers_left(&r->leavers, stay))
		return;
	eni_counts_add(&r->counts, ENI_V_REASON, eni_leavers_reason(stay->reason));
	r->all++;
}

static int
print_reasons(struct reasons *r, struct eni_print *p)
{
	eni_counts_sort(&r->counts);
	eni_print_begin(p);
	for (size_t i = 0; i < r->counts.n; i++) {
		p->cell[REASON] = eni_str_of(r->counts.row[i].code);
		p->cell[COUNT] = eni_print_count(p, r->counts.row[i].n);
		p->cell[PERCENT] = eni_print_share(p, r->counts.row[i].n, r->all);
		eni_print_row(p, 0);
	}
	return eni_print_end(p);
}

int
eni_verb_reasons(struct eni_run *run)
{
	static const char *const need[] = {"end_date", "reason", NULL};
	struct reasons r = {0};
	struct eni_print p = {0};
	int rc = -1;

	if (eni_leavers_open(&r.leavers, run, false, need) == 0 &&
	    eni_print_prepare(&p, run, reason_offer, REASON_COLUMNS, NULL) == 0 &&
	    eni_leavers_each(&r.leavers, count_reason, &r) == 0) {
		eni_leavers_report(&r.leavers);
		rc = print_reasons(&r, &p);
	}
	eni_leavers_close(&r.leavers);
	return rc;
}
