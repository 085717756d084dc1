/* ltv formula: price x visits x months, from settings and options, or as measured.  See verbs.h. */
#include <math.h>

#include "base/num.h"
#include "cli/report.h"
#include "cmd/ltv/cost.h"
#include "cmd/ltv/terms.h"
#include "cmd/ltv/verbs.h"

enum { PRICE, VISITS, MONTHS, LTV, COST, NET, PAYBACK, COLUMNS };
static const struct eni_offer offer[] = {[PRICE] = {"price", ENI_COL_MONEY, ENI_V_NONE, 0},
    [VISITS] = {"visits_per_month", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MONTHS] = {"months", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
    [COST] = {"cost", ENI_COL_MONEY, ENI_V_NONE, 0},
    [NET] = {"net", ENI_COL_MONEY, ENI_V_NONE, 0},
    [PAYBACK] = {"payback", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { M_CLIENTS, M_PRICE, M_VISITS, M_MONTHS, M_LTV, MEASURED_COLUMNS };
static const struct eni_offer measured_offer[] = {[M_CLIENTS] = {"clients", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [M_PRICE] = {"price", ENI_COL_MONEY, ENI_V_NONE, 0},
    [M_VISITS] = {"visits_per_month", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [M_MONTHS] = {"months", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [M_LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(measured_offer, MEASURED_COLUMNS);

/* ---- as the settings have it ---- */

/* The months that churn leaves on average. */
static struct eni_ratio
months_of(const struct eni_usual *u, const struct eni_terms *t)
{
	struct eni_annuity a = {t->months, t->churn, 0, ENI_PAID_ADVANCE};

	if (t->churn < 0)
		return (struct eni_ratio){u->months, ENI_NUM_SCALE};
	return (struct eni_ratio){(eni_wide)llround(eni_annuity_value(&a) * 1e6), 1000000};
}

/* Months that pay back the cost of a usual client; none where nobody stays so long. */
static struct eni_ratio
payback_of(const struct eni_usual *u, const struct eni_terms *t, int64_t cost)
{
	struct eni_ratio monthly = {(eni_wide)u->price * u->visits, ENI_NUM_SCALE}, months = eni_payback(monthly, t, cost);
	double stay = t->churn < 0 ? (double)u->months / ENI_NUM_SCALE : t->months;

	return months.den != 0 && (double)months.num / (double)months.den <= stay ? months : ENI_NO_RATIO;
}

static int
as_set(struct eni_run *run, const struct eni_usual *u, const struct eni_terms *t)
{
	struct eni_print p = {0};
	struct eni_costs costs;
	int64_t ltv;

	if (eni_costs_read(&costs, run, NULL) == -1 || eni_print_prepare(&p, run, offer, COLUMNS, NULL) == -1 ||
	    eni_terms_worth(run, u, t, eni_fail, &ltv) != ENI_KNOWN_SUM)
		return -1;
	eni_print_first(&p, costs.asked ? COLUMNS : COST);
	eni_print_begin(&p);
	p.cell[PRICE] = eni_print_money(&p, u->price);
	p.cell[VISITS] = eni_print_plain(&p, (struct eni_ratio){u->visits, ENI_NUM_SCALE});
	p.cell[MONTHS] = eni_print_plain(&p, months_of(u, t));
	p.cell[LTV] = eni_print_money(&p, ltv);
	p.cell[COST] = p.cell[NET] = p.cell[PAYBACK] = ENI_S("-");
	if (costs.usual >= 0) {
		p.cell[COST] = eni_print_money(&p, costs.usual);
		p.cell[NET] = eni_print_money(&p, ltv - costs.usual);
		p.cell[PAYBACK] = eni_print_ratio(&p, payback_of(u, t, costs.usual));
	}
	eni_print_row(&p, ENI_NONE);
	return eni_print_end(&p);
}

/* ---- as measured ---- */

struct sums {
	int64_t clients, visits, months, revenue;
	size_t unpriced; /* people with visits of unknown price */
};

/* Whose time with us is over: only then is it known how long it was. */
static bool
is_over(const struct eni_worth *w, uint32_t client)
{
	return eni_status_is(eni_sheet_code(&w->book->clients, w->status, client), ENI_IS_OVER);
}

static int
add_up(struct eni_report *r, const struct eni_worth *w, struct sums *sum)
{
	struct eni_run *run = r->desk.run;

	for (uint32_t c = 0; c < run->book.clients.n; c++) {
		int64_t revenue;

		if (!is_over(w, c) || w->seen[c].attended == 0 || !eni_report_takes(r, c))
			continue;
		sum->clients++;
		sum->visits += w->seen[c].attended;
		sum->months += w->seen[c].months;
		switch (eni_worth_revenue(w, c, true, &revenue)) {
		case ENI_UNKNOWN_SUM:
			sum->unpriced++;
			break;
		case ENI_SUM_TOO_BIG:
			return eni_terms_too_big(run, "fee");
		case ENI_KNOWN_SUM:
			if (__builtin_add_overflow(sum->revenue, revenue, &sum->revenue))
				return eni_terms_too_big(run, "fee");
		}
	}
	return 0;
}

static struct eni_str
mean_money(struct eni_print *p, const struct sums *sum, int64_t of)
{
	int64_t money;
	bool known = sum->unpriced == 0 && of > 0 && eni_ratio_round((struct eni_ratio){sum->revenue, of}, &money);

	return eni_terms_money(p, known ? ENI_KNOWN_SUM : ENI_UNKNOWN_SUM, known ? money : 0);
}

static int
print_measured(struct eni_print *p, const struct sums *sum)
{
	if (sum->unpriced > 0)
		eni_warn(&p->run->diag, ENI_NOWHERE, "fee",
		    "is empty for visits of people without a price (%zu), and there is no ltv.price in office.yaml", sum->unpriced);
	eni_print_begin(p);
	if (sum->clients > 0) {
		p->cell[M_CLIENTS] = eni_print_count(p, sum->clients);
		p->cell[M_PRICE] = mean_money(p, sum, sum->visits);
		p->cell[M_VISITS] = eni_print_decimals(p, eni_ratio_of(sum->visits, sum->months), 2);
		p->cell[M_MONTHS] = eni_print_decimals(p, eni_ratio_of(sum->months, sum->clients), 2);
		p->cell[M_LTV] = mean_money(p, sum, sum->clients);
		eni_print_row(p, ENI_NONE);
	}
	return eni_print_end(p);
}

static bool
takes(void *report, uint32_t client)
{
	return eni_report_takes(report, client);
}

static int
measured(struct eni_run *run)
{
	struct eni_report r;
	struct eni_worth w = {0};
	struct eni_print p = {0};
	struct sums sum = {0};
	int rc = eni_report_open(&r, run);

	if (rc == 0 && eni_report_need(&r, "status") == SIZE_MAX)
		rc = -1;
	if (rc == 0)
		rc = eni_print_prepare(&p, run, measured_offer, MEASURED_COLUMNS, NULL);
	if (rc == 0) {
		eni_worth_want(&w, &run->book);
		w.count_months = true;
		w.period = r.period;
		w.asks = takes;
		w.of = &r;
		rc = eni_report_load(&r);
	}
	if (rc == 0)
		rc = eni_worth_gather(&w, false);
	if (rc == 0 && !w.any_visits)
		rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "formula --measured: the book has no visits file");
	if (rc == 0)
		rc = add_up(&r, &w, &sum);
	if (rc == 0)
		rc = print_measured(&p, &sum);
	eni_worth_free(&w);
	eni_report_close(&r);
	return rc;
}

/* Options that would have to be weighed against what was measured. */
static int
refuse_with_measured(struct eni_run *run)
{
	static const char *const names[] = {"price", "visits-per-month", "months", "churn", "discount", "margin", "paid", "cost"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (eni_opt(run, names[i]) != NULL)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--measured and --%s: want one of them", names[i]);
	return 0;
}

int
eni_verb_formula(struct eni_run *run)
{
	struct eni_usual usual;
	struct eni_terms terms;

	if (eni_opt(run, "measured") != NULL)
		return refuse_with_measured(run) == -1 ? -1 : measured(run);
	if (run->n_operands > 0 || eni_opt(run, "where") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "formula: people can be chosen with --measured only");
	return eni_terms_read(run, &usual, &terms) == -1 ? -1 : as_set(run, &usual, &terms);
}
