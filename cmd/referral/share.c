/* referral share: the rule of 80 %.  See verbs.h. */
#include "base/num.h"
#include "cli/report.h"
#include "cmd/referral/verbs.h"
#include "partner/shares.h"

enum { SERVICE, PLANS, CORP, TOP, PERCENT, VERDICT, COLUMNS };
static const struct eni_offer offer[] = {[SERVICE] = {"service", ENI_COL_TEXT, ENI_V_NONE, 0},
    [PLANS] = {"plans", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CORP] = {"corp", ENI_COL_TEXT, ENI_V_NONE, 0},
    [TOP] = {"top", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_CONCENTRATION, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { USUAL_LIMIT = 80 }; /* percent; more than that is over */

/* More than the limit, exactly. */
static bool
is_over(const struct eni_share *x, int64_t limit)
{
	return eni_ratio_cmp(eni_percent(x->top, x->plans), eni_ratio_of(limit, ENI_NUM_SCALE)) > 0;
}

static struct eni_str
verdict(bool over)
{
	return eni_str_of(eni_word_code(ENI_V_CONCENTRATION, over ? ENI_CONCENTRATION_OVER : ENI_CONCENTRATION_OK));
}

static int
print_shares(struct eni_print *p, const struct eni_shares *s)
{
	int64_t limit = (int64_t)USUAL_LIMIT * ENI_NUM_SCALE;

	eni_num_parse(eni_node_text(eni_office_get(&p->run->book.office, "concentration")), &limit);
	eni_print_begin(p);
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_share *x = &s->one[i];

		p->cell[SERVICE] = x->service;
		p->cell[PLANS] = eni_print_plain(p, eni_ratio_of(x->plans, ENI_NUM_SCALE));
		p->cell[CORP] = x->corp;
		p->cell[TOP] = eni_print_plain(p, eni_ratio_of(x->top, ENI_NUM_SCALE));
		p->cell[PERCENT] = eni_print_ratio(p, eni_percent(x->top, x->plans));
		p->cell[VERDICT] = !x->counted || x->plans == 0 ? ENI_S("-") : verdict(is_over(x, limit));
		eni_print_row(p, ENI_NONE);
	}
	return eni_print_end(p);
}

/* 1: the month the option says, by its first day; a day or a moment stands for its month.  0: not given; -1. */
static int
read_month(struct eni_run *run, const char *option, int32_t *first)
{
	const char *text = eni_opt(run, option);
	struct eni_when w;

	if (text == NULL)
		return 0;
	if (eni_month_parse(eni_str_of(text), first) == 1)
		return 1;
	if (eni_office_when(&run->book.office, eni_str_of(text), &w) == 1) {
		*first = eni_month_start(w.day);
		return 1;
	}
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s: want a month such as 2026-09", option);
}

/* The half-year to be reported next, or the months said. */
static int
read_months(struct eni_run *run, struct eni_period *months)
{
	int32_t since, until;
	int from, to;

	if (eni_opt(run, "period") != NULL)
		return eni_report_period(run, months);
	from = read_month(run, "since", &since);
	to = from == -1 ? -1 : read_month(run, "until", &until);
	if (from == -1 || to == -1)
		return -1;
	if (from == 1 && to == 1 && until < since)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--until lies before --since");
	*months = from == 0 && to == 0 ? eni_half_year_due(run->now.day) : (struct eni_period){ENI_NEVER, ENI_NEVER};
	if (from == 1)
		months->since = (struct eni_when){since, ENI_NOTIME};
	if (to == 1)
		months->until = (struct eni_when){eni_month_end(until), ENI_NOTIME};
	return 0;
}

int
eni_verb_share(struct eni_run *run)
{
	struct eni_shares s = {0};
	struct eni_period months;
	struct eni_print p = {0};
	int rc = -1, got;

	if (run->n_operands > 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "share: counts the plans of the book; leave out operands");
	if (read_months(run, &months) == 0 && eni_print_prepare(&p, run, offer, COLUMNS, NULL) == 0) {
		got = eni_shares_read(&s, &run->book, &months);
		if (got == 1)
			rc =
			    eni_fail(&run->diag, ENI_NOWHERE, NULL, "share: the book has no plans file (month,service,corp,plans)");
		else if (got == 0)
			rc = print_shares(&p, &s);
	}
	eni_shares_free(&s);
	return rc;
}
