/* Terms: see terms.h. */
#include "cmd/ltv/terms.h"

#include <math.h>

#include "base/num.h"
#include "base/real.h"
#include "cli/report.h"

/* A number of four decimals at most, from 0 on; left as it is when the option was not given. */
static int
number_option(struct eni_run *run, const char *name, const char *such, int64_t *out)
{
	const char *text = eni_opt(run, name);
	int64_t n;

	if (text == NULL)
		return 0;
	if (eni_num_parse(eni_str_of(text), &n) != 1 || n < 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: want a number such as %s", name, text, such);
	*out = n;
	return 0;
}

static int
price_option(struct eni_run *run, int64_t *out)
{
	const char *text = eni_opt(run, "price");

	if (text == NULL || eni_money_parse(eni_str_of(text), run->book.office.decimals, out) == 1)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--price %s: want an amount such as 4000", text);
}

/* Money that the form allows and the currency does not: 4000.5 yen. */
static int
check_price(struct eni_run *run, const struct eni_usual *u)
{
	const struct eni_node *node = eni_office_get(&run->book.office, "ltv.price");

	if (node == NULL || u->price >= 0)
		return 0;
	return eni_fail(&run->diag, eni_at(run->book.office.file, node->line), "ltv.price", "want an amount such as 4000");
}

int
eni_share_option(struct eni_run *run, const char *name, const char *want, double *out)
{
	const char *text = eni_opt(run, name);
	struct eni_str s = eni_str_of(text);
	bool percent = eni_str_ends(s, ENI_S("%"));
	double x;

	if (text == NULL)
		return 0;
	if (percent)
		s.n--;
	if (eni_real_parse(s, &x) != 1 || x < 0 || x > (percent ? 100 : 1))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: want %s", name, text, _(want));
	*out = percent ? x / 100 : x;
	return 0;
}

int
eni_discount_option(struct eni_run *run, double *yearly)
{
	*yearly = 0;
	return eni_share_option(run, "discount", N_("a share of a year such as 0.03, or 3%"), yearly);
}

int
eni_margin_option(struct eni_run *run, double *margin)
{
	*margin = 1;
	return eni_share_option(run, "margin", N_("a share of the revenue such as 0.6, or 60%"), margin);
}

int
eni_terms_months(struct eni_run *run, int64_t *months)
{
	*months = -1;
	return number_option(run, "months", "18", months);
}

int
eni_terms_horizon(struct eni_run *run, int64_t *months)
{
	const char *text = eni_opt(run, "horizon");

	*months = -1;
	if (text == NULL || (eni_count_parse(eni_str_of(text), months) == 1 && *months >= 1 && *months <= ENI_LONGEST_HORIZON))
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--horizon %s: want a whole number of months from 1 to %d", text,
	    (int)ENI_LONGEST_HORIZON);
}

/* Without --months nothing ends it but churn. */
static int
read_churn(struct eni_run *run, struct eni_terms *t)
{
	static const char *const paid[] = {
	    [ENI_PAID_ARREARS] = "arrears", [ENI_PAID_ADVANCE] = "advance", [ENI_PAID_RESIDUAL] = "residual"};
	ENI_ROW_FOR_EACH(paid, ENI_PAIDS);
	size_t choice;
	int64_t months;

	if (eni_share_option(run, "churn", N_("the share that leaves in a month, such as 0.05 or 5%"), &t->churn) == -1 ||
	    eni_choice(run, "paid", paid, ENI_PAIDS, &choice) == -1 || eni_terms_months(run, &months) == -1)
		return -1;
	if (choice != SIZE_MAX)
		t->paid = (enum eni_paid)choice;
	if (t->churn >= 0 && months >= 0)
		t->months = (double)months / ENI_NUM_SCALE;
	if (t->churn == 0 && months < 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--churn 0: nobody ever leaves; say --months too");
	if (t->churn < 0 && t->paid == ENI_PAID_RESIDUAL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--paid residual: want --churn too");
	return 0;
}

int
eni_terms_read(struct eni_run *run, struct eni_usual *u, struct eni_terms *t)
{
	double margin;

	*t = (struct eni_terms){.margin = ENI_NUM_SCALE, .churn = -1, .months = INFINITY};
	eni_usual_read(u, &run->book.office);
	if (check_price(run, u) == -1 || price_option(run, &u->price) == -1 ||
	    number_option(run, "visits-per-month", "8", &u->visits) == -1 || number_option(run, "months", "18", &u->months) == -1 ||
	    eni_margin_option(run, &margin) == -1 || eni_discount_option(run, &t->discount) == -1 || read_churn(run, t) == -1)
		return -1;
	t->margin = llround(margin * ENI_NUM_SCALE);
	if (fabs(margin * ENI_NUM_SCALE - (double)t->margin) > 1e-6)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--margin: want four decimals at most, such as 0.625");
	return 0;
}

int
eni_terms_counted(const struct eni_terms *t)
{
	return t->margin == ENI_NUM_SCALE ? ENI_COUNTED_REVENUE : ENI_COUNTED_MARGIN;
}

int
eni_terms_too_big(struct eni_run *run, const char *field)
{
	return eni_fail(&run->diag, ENI_NOWHERE, field, "the amount is too big");
}

enum eni_known
eni_terms_worth(struct eni_run *run, const struct eni_usual *u, const struct eni_terms *t,
    int (*say)(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...), int64_t *ltv)
{
	const struct {
		const char *setting, *option;
		bool missing;
	} row[] = {{"ltv.price", "price", u->price < 0}, {"ltv.visits_per_month", "visits-per-month", u->visits < 0},
	    {"ltv.months", "months", t->churn < 0 && u->months < 0}};
	enum eni_known known = eni_usual_worth(u, t, ltv);

	for (size_t i = 0; known == ENI_UNKNOWN_SUM && i < sizeof row / sizeof *row; i++)
		if (row[i].missing)
			say(&run->diag, ENI_NOWHERE, row[i].setting, N_("is not known: set it in office.yaml, or say --%s"),
			    row[i].option);
	if (known == ENI_SUM_TOO_BIG)
		eni_terms_too_big(run, "ltv");
	return known;
}

struct eni_str
eni_terms_money(struct eni_print *p, enum eni_known known, int64_t minor)
{
	return known == ENI_KNOWN_SUM ? eni_print_money(p, minor) : ENI_S("-");
}
