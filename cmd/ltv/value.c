/* ltv value: what was earned with each client and may still come, or the same by group.  See verbs.h. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "book/files.h"
#include "cmd/ltv/cost.h"
#include "cmd/ltv/valuing.h"
#include "cmd/ltv/verbs.h"

enum { ID, NAME, SO_FAR, PER_MONTH, EXPECTED_MONTHS, EXPECTED, LOW, HIGH, LTV, COST, NET, PAYBACK, BASIS, COLUMNS };
static const struct eni_offer offer[] = {[ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [NAME] = {"name", ENI_COL_TEXT, ENI_V_NONE, 0},
    [SO_FAR] = {"so_far", ENI_COL_MONEY, ENI_V_NONE, 0},
    [PER_MONTH] = {"per_month", ENI_COL_MONEY, ENI_V_NONE, 0},
    [EXPECTED_MONTHS] = {"expected_months", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [EXPECTED] = {"expected", ENI_COL_MONEY, ENI_V_NONE, 0},
    [LOW] = {"low", ENI_COL_MONEY, ENI_V_NONE, 0},
    [HIGH] = {"high", ENI_COL_MONEY, ENI_V_NONE, 0},
    [LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
    [COST] = {"cost", ENI_COL_MONEY, ENI_V_NONE, 0},
    [NET] = {"net", ENI_COL_MONEY, ENI_V_NONE, 0},
    [PAYBACK] = {"payback", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [BASIS] = {"basis", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { G_GROUP, G_CLIENTS, G_SO_FAR, G_EXPECTED, G_LTV, G_MEAN, G_COST, G_NET, G_PAYBACK, GROUP_COLUMNS };

struct values {
	struct eni_valuing v;
	struct eni_costs costs;
	size_t name; /* column */
	struct eni_unvalued unvalued;
	struct valued {
		uint32_t client;
		bool known;
		int64_t ltv;
	} * chosen;
	size_t n, cap;
};

/* ---- whom ---- */

/* What --where may name of the answer itself, in the order of the columns from so_far on. */
static const struct eni_field where_columns[] = {{.name = "so_far", .type = ENI_NUMBER}, {.name = "per_month", .type = ENI_NUMBER},
    {.name = "expected_months", .type = ENI_NUMBER}, {.name = "expected", .type = ENI_NUMBER}, {.name = "low", .type = ENI_NUMBER},
    {.name = "high", .type = ENI_NUMBER}, {.name = "ltv", .type = ENI_NUMBER}, {.name = "cost", .type = ENI_NUMBER},
    {.name = "net", .type = ENI_NUMBER}};

/* A ratio in the scale of matchers; what is not known, or beyond it, is empty. */
static struct eni_value
number_of(enum eni_known known, struct eni_ratio r)
{
	struct eni_value v = {.type = ENI_VALUE_NUMBER};

	if (known != ENI_KNOWN_SUM || r.den == 0 || !eni_wide_times(&r.num, ENI_NUM_SCALE) || !eni_ratio_round(r, &v.as.number))
		return ENI_EMPTY_VALUE;
	return v;
}

/* What it cost to win somebody, and what they bring beyond it, in minor units. */
struct gain {
	int64_t cost, net;
	enum eni_known cost_known, net_known;
};

static struct gain
gain_of(struct values *l, uint32_t client, const struct eni_worth_one *one)
{
	struct gain g = {.cost = eni_costs_of(&l->costs, &l->v.desk, client)};

	g.cost_known = g.cost >= 0 ? ENI_KNOWN_SUM : ENI_UNKNOWN_SUM;
	g.net_known = g.cost >= 0 && eni_valuing_known(one) ? ENI_KNOWN_SUM : ENI_UNKNOWN_SUM;
	g.net = one->ltv - g.cost;
	return g;
}

static struct eni_value
value_of(const struct eni_worth_one *one, const struct gain *gain, int column, int64_t minors)
{
	enum eni_known all = eni_valuing_known(one) ? ENI_KNOWN_SUM : ENI_UNKNOWN_SUM;
	struct eni_ratio months = one->months;
	int64_t tenths;
	const struct {
		enum eni_known known;
		int64_t minor;
	} sum[] = {[SO_FAR] = {one->so_far_known, one->so_far},
	    [PER_MONTH] = {one->per_month_known, one->per_month},
	    [EXPECTED] = {one->rest_known, one->expected},
	    [LOW] = {one->limits_known, one->low},
	    [HIGH] = {one->limits_known, one->high},
	    [LTV] = {all, one->ltv},
	    [COST] = {gain->cost_known, gain->cost},
	    [NET] = {gain->net_known, gain->net}};

	if (column == EXPECTED_MONTHS) /* as it is shown, with one decimal */
		return eni_wide_times(&months.num, 10) && eni_ratio_round(months, &tenths)
			   ? number_of(ENI_KNOWN_SUM, eni_ratio_of(tenths, 10))
			   : ENI_EMPTY_VALUE;
	return number_of(sum[column].known, eni_ratio_of(sum[column].minor, minors));
}

/* The matchers about the answer; those about the client are eni_desk_passes's. */
static bool
passes(struct values *l, uint32_t client, const struct eni_worth_one *one)
{
	const struct eni_desk *d = &l->v.desk;
	struct gain gain = gain_of(l, client, one);
	int64_t minors = 1;

	for (int i = 0; i < d->run->book.office.decimals; i++)
		minors *= 10;
	for (size_t i = 0; i < d->n_where; i++)
		if (d->where[i].source == ENI_FROM_OWN &&
		    !eni_match_test(&d->where[i], value_of(one, &gain, SO_FAR + d->where[i].column, minors), d->run->book.today))
			return false;
	return true;
}

static int
choose(struct values *l)
{
	struct eni_valuing *v = &l->v;
	struct eni_book *b = &v->run->book;

	eni_stays_warn_of_begin(&v->worth.stays);
	for (uint32_t c = 0; c < b->clients.n; c++) {
		struct eni_worth_one one;

		if (!eni_worth_has(&v->worth, c) || !eni_subject_asked(b, c) || !eni_desk_passes(&v->desk, c))
			continue;
		if (eni_valuing_of(v, c, &one) == -1)
			return -1;
		if (!passes(l, c, &one))
			continue;
		eni_unvalued_note(&l->unvalued, &one);
		l->chosen = eni_grow(l->chosen, &l->cap, l->n + 1, sizeof *l->chosen);
		l->chosen[l->n++] = (struct valued){c, eni_valuing_known(&one), one.ltv};
	}
	eni_unvalued_report(&l->unvalued, v->run);
	return 0;
}

/* Largest first, then by id; of whom it is not known last. */
static int
most_valuable(const void *a, const void *b, void *book)
{
	const struct valued *x = a, *y = b;

	if (x->known != y->known)
		return y->known - x->known;
	if (x->known && x->ltv != y->ltv)
		return x->ltv < y->ltv ? 1 : -1;
	return eni_str_cmp(eni_subject_id(book, x->client), eni_subject_id(book, y->client));
}

static int
cut_to_top(struct values *l)
{
	const char *text = eni_opt(l->v.run, "top");
	int64_t top;

	if (text == NULL)
		return 0;
	if (eni_count_parse(eni_str_of(text), &top) != 1)
		return eni_fail(&l->v.run->diag, ENI_NOWHERE, NULL, "--top %s: want a number such as 20", text);
	if (l->n > 1)
		qsort_r(l->chosen, l->n, sizeof *l->chosen, most_valuable, &l->v.run->book);
	if ((uint64_t)top < l->n)
		l->n = (size_t)top;
	return 0;
}

/* Before sums of what was earned are printed: an empty file and none at all are not the same. */
static void
tell_no_visits(const struct values *l)
{
	if (l->n > 0 && !l->v.worth.any_visits)
		eni_warn(
		    &l->v.run->diag, ENI_NOWHERE, "so_far", "the book has no visits file, so that nothing counts as earned yet");
}

/* ---- one line a person ---- */

static struct eni_str
limit(struct eni_print *p, const struct eni_worth_one *one, int64_t minor)
{
	return one->limits_known == ENI_KNOWN_SUM ? eni_print_money(p, minor) : (struct eni_str){"", 0};
}

static int
print_one(struct values *l, struct eni_print *p, uint32_t client)
{
	struct eni_book *b = &l->v.run->book;
	struct eni_worth_one one;
	struct eni_ratio monthly;
	struct gain gain;

	if (eni_valuing_of(&l->v, client, &one) == -1)
		return -1;
	gain = gain_of(l, client, &one);
	if (gain.cost < 0 || eni_worth_monthly(&l->v.worth, client, &monthly) != ENI_KNOWN_SUM)
		monthly = ENI_NO_RATIO;
	p->cell[ID] = eni_subject_id(b, client);
	p->cell[NAME] = eni_sheet_text(&b->clients, l->name, client);
	p->cell[SO_FAR] = eni_terms_money(p, one.so_far_known, one.so_far);
	p->cell[PER_MONTH] = eni_terms_money(p, one.per_month_known, one.per_month);
	p->cell[EXPECTED_MONTHS] = eni_print_ratio(p, one.months);
	p->cell[EXPECTED] = eni_terms_money(p, one.rest_known, one.expected);
	p->cell[LOW] = limit(p, &one, one.low);
	p->cell[HIGH] = limit(p, &one, one.high);
	p->cell[LTV] = eni_terms_money(p, eni_valuing_known(&one) ? ENI_KNOWN_SUM : ENI_UNKNOWN_SUM, one.ltv);
	p->cell[COST] = eni_terms_money(p, gain.cost_known, gain.cost);
	p->cell[NET] = eni_terms_money(p, gain.net_known, gain.net);
	p->cell[PAYBACK] = eni_print_ratio(p, eni_payback(monthly, &l->v.worth.terms, gain.cost));
	if (p->wanted[BASIS])
		p->cell[BASIS] = eni_valuing_basis(&l->v, p, &one);
	eni_print_row(p, client);
	return 0;
}

static int
print_people(struct values *l, struct eni_print *p)
{
	if (p->wanted[SO_FAR] || p->wanted[LTV])
		tell_no_visits(l);
	eni_print_begin(p);
	for (size_t i = 0; i < l->n; i++)
		if (print_one(l, p, l->chosen[i].client) == -1)
			break;
	return eni_print_end(p);
}

/* ---- one line a group ---- */

struct group {
	struct eni_str name;
	int64_t clients, so_far, expected, cost;
	double monthly;    /* revenue, in minor units; NaN: not known of a client in it */
	bool unknown;      /* the worth of a client in it is */
	bool unknown_cost; /* the cost of one is */
};

static int
by_name(const void *a, const void *b)
{
	return eni_str_cmp(((const struct group *)a)->name, ((const struct group *)b)->name);
}

static int
add_to(struct values *l, struct group *g, uint32_t client)
{
	struct eni_worth_one one;
	struct eni_ratio monthly;
	int64_t cost = eni_costs_of(&l->costs, &l->v.desk, client);

	if (eni_valuing_of(&l->v, client, &one) == -1)
		return -1;
	g->monthly += eni_worth_monthly(&l->v.worth, client, &monthly) == ENI_KNOWN_SUM ? (double)monthly.num / (double)monthly.den
											: (double)NAN;
	g->unknown_cost |= cost < 0;
	if (!g->unknown_cost && __builtin_add_overflow(g->cost, cost, &g->cost))
		return eni_terms_too_big(l->v.run, "cost");
	g->clients++;
	g->unknown |= !eni_valuing_known(&one);
	if (!g->unknown && (__builtin_add_overflow(g->so_far, one.so_far, &g->so_far) ||
			       __builtin_add_overflow(g->expected, one.expected, &g->expected)))
		return eni_terms_too_big(l->v.run, "ltv");
	return 0;
}

/* The groups of those who were chosen, by name; *n of them, malloc'd; NULL after eni_fail. */
static struct group *
add_groups(struct values *l, struct eni_grouping *by, size_t *n)
{
	struct eni_map at_name = {0};
	struct group *group = NULL;
	size_t cap = 0;
	int rc = 0;

	*n = 0;
	group = eni_grow(group, &cap, 1, sizeof *group);
	for (size_t i = 0; rc == 0 && i < l->n; i++) {
		struct eni_str name = eni_grouping_name(by, l->chosen[i].client);
		uint32_t at = eni_map_get(&at_name, name);

		if (at == ENI_NONE) {
			group = eni_grow(group, &cap, *n + 1, sizeof *group);
			group[*n] = (struct group){.name = name};
			at = eni_map_add(&at_name, name, (uint32_t)(*n)++);
		}
		rc = add_to(l, &group[at], l->chosen[i].client);
	}
	eni_map_free(&at_name);
	if (*n > 1)
		qsort(group, *n, sizeof *group, by_name);
	if (rc == 0)
		return group;
	free(group);
	return NULL;
}

static int
print_group(const struct values *l, struct eni_print *p, const struct group *g)
{
	enum eni_known known = g->unknown ? ENI_UNKNOWN_SUM : ENI_KNOWN_SUM,
		       cost_known = g->unknown_cost ? ENI_UNKNOWN_SUM : ENI_KNOWN_SUM;
	struct eni_ratio monthly =
	    g->unknown_cost || !(g->monthly < 9e18) ? ENI_NO_RATIO : (struct eni_ratio){(eni_wide)llround(g->monthly), 1};
	int64_t ltv = 0, mean = 0;

	if (!g->unknown &&
	    (__builtin_add_overflow(g->so_far, g->expected, &ltv) || !eni_ratio_round((struct eni_ratio){ltv, g->clients}, &mean)))
		return eni_terms_too_big(p->run, "ltv");
	p->cell[G_GROUP] = g->name;
	p->cell[G_CLIENTS] = eni_print_count(p, g->clients);
	p->cell[G_SO_FAR] = eni_terms_money(p, known, g->so_far);
	p->cell[G_EXPECTED] = eni_terms_money(p, known, g->expected);
	p->cell[G_LTV] = eni_terms_money(p, known, ltv);
	p->cell[G_MEAN] = eni_terms_money(p, known, mean);
	p->cell[G_COST] = eni_terms_money(p, cost_known, g->cost);
	p->cell[G_NET] = eni_terms_money(p, g->unknown_cost ? ENI_UNKNOWN_SUM : known, ltv - g->cost);
	p->cell[G_PAYBACK] = eni_print_ratio(p, eni_payback(monthly, &l->v.worth.terms, g->cost));
	eni_print_row(p, ENI_NONE);
	return 0;
}

static int
print_groups(struct values *l, struct eni_print *p, struct eni_grouping *by)
{
	size_t n;
	struct group *group = add_groups(l, by, &n);

	if (group == NULL)
		return -1;
	tell_no_visits(l);
	eni_print_begin(p);
	for (size_t i = 0; i < n; i++)
		if (print_group(l, p, &group[i]) == -1)
			break;
	free(group);
	return eni_print_end(p);
}

/* ---- the verb ---- */

static int
answer_people(struct values *l)
{
	struct eni_run *run = l->v.run;
	struct eni_print p = {0};

	if (eni_print_prepare(&p, run, offer, COLUMNS, &l->v.desk.facts) == -1 || eni_desk_where(&l->v.desk, false) == -1)
		return -1;
	eni_print_first(&p, l->costs.asked ? BASIS : COST);
	l->name = eni_sheet_want(&run->book.clients, ENI_S("name"), ENI_AS_RAW);
	if (eni_valuing_load(&l->v) == -1 || choose(l) == -1 || cut_to_top(l) == -1)
		return -1;
	return print_people(l, &p);
}

static int
answer_groups(struct values *l)
{
	struct eni_offer columns[GROUP_COLUMNS] = {[G_GROUP] = {"group", ENI_COL_TEXT, ENI_V_NONE, 0},
	    [G_CLIENTS] = {"clients", ENI_COL_NUMBER, ENI_V_NONE, 0},
	    [G_SO_FAR] = {"so_far", ENI_COL_MONEY, ENI_V_NONE, 0},
	    [G_EXPECTED] = {"expected", ENI_COL_MONEY, ENI_V_NONE, 0},
	    [G_LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
	    [G_MEAN] = {"mean_ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
	    [G_COST] = {"cost", ENI_COL_MONEY, ENI_V_NONE, 0},
	    [G_NET] = {"net", ENI_COL_MONEY, ENI_V_NONE, 0},
	    [G_PAYBACK] = {"payback", ENI_COL_NUMBER, ENI_V_NONE, 0}};
	struct eni_run *run = l->v.run;
	struct eni_grouping by;
	struct eni_print p = {0};
	int rc = -1;

	if (eni_opt(run, "top") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--top and --by: want one of them");
	if (eni_grouping_open(&by, run, "by", eni_opt(run, "by")) == 0) {
		columns[G_GROUP].vocab = eni_grouping_vocab(by.field);
		if (eni_print_prepare(&p, run, columns, GROUP_COLUMNS, NULL) == 0 && eni_desk_where(&l->v.desk, false) == 0 &&
		    eni_valuing_load(&l->v) == 0 && choose(l) == 0) {
			eni_print_first(&p, l->costs.asked ? GROUP_COLUMNS : G_COST);
			rc = print_groups(l, &p, &by);
		}
	}
	eni_grouping_close(&by);
	return rc;
}

/* Without a visit or the start of a stay no one can be valued: an error, not an empty list. */
static int
check_sources(struct eni_run *run)
{
	static const enum eni_kind kinds[] = {ENI_VISITS, ENI_STAYS};

	if (run->book.clients.n_headers == 0 && run->n_operands == 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "value: there is nobody to value; the book has no clients file");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (eni_book_has(run->book.opt.dir, kinds[i], &run->diag) == 1)
			return 0;
	if (run->diag.status == 2)
		return -1;
	if (eni_stays_begin(&run->book.clients) || eni_sheet_has_header(&run->book.clients, ENI_S("end_date")))
		return 0;
	return eni_fail(
	    &run->diag, ENI_NOWHERE, "start_date", "value: the clients have no such column, and the book no visits or stays");
}

int
eni_verb_value(struct eni_run *run)
{
	struct values l = {0};
	int rc = eni_valuing_open(&l.v, run, true);

	if (rc == 0)
		rc = check_sources(run);
	if (rc == 0)
		rc = eni_costs_read(&l.costs, run, &l.v.desk);
	l.v.desk.own = where_columns;
	l.v.desk.n_own = sizeof where_columns / sizeof *where_columns;
	if (rc == 0)
		rc = eni_opt(run, "by") != NULL ? answer_groups(&l) : answer_people(&l);
	eni_costs_free(&l.costs);
	free(l.chosen);
	eni_valuing_close(&l.v);
	return rc;
}
