/* ltv forecast: what is printed of a fitted model.  See forecast.h. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "base/real.h"
#include "cli/print.h"
#include "cmd/ltv/forecast.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define TEXT(name)                                                                                                                 \
	{                                                                                                                          \
		name, ENI_COL_TEXT, ENI_V_NONE, 0                                                                                  \
	}
#define NUMBER(name)                                                                                                               \
	{                                                                                                                          \
		name, ENI_COL_NUMBER, ENI_V_NONE, 0                                                                                \
	}

/* Estimates as they are (decision 28); where people read them four decimals will do. */
static struct eni_str
real(struct eni_print *p, double x)
{
	struct eni_buf b = {0};
	struct eni_str s;

	if (eni_print_for_people(p->run) && fabs(x) < 1e11)
		x = round(x * 1e4) / 1e4;
	eni_real_format(&b, x);
	s = eni_arena_pack(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

static int
begin(struct eni_future *f, struct eni_print *p, const struct eni_offer *offer, size_t n)
{
	if (eni_print_prepare(p, f->run, offer, n, NULL) == -1)
		return -1;
	eni_print_begin(p);
	return 0;
}

/* ---- parameters ---- */

enum { MODEL, PARAMETER, VALUE, STD_ERROR, FIT, PARAMETER_COLUMNS };
static const struct eni_offer parameter_columns[] = {[MODEL] = TEXT("model"),
    [PARAMETER] = TEXT("parameter"),
    [VALUE] = NUMBER("value"),
    [STD_ERROR] = NUMBER("std_error"),
    [FIT] = TEXT("fit")};
ENI_ROW_FOR_EACH(parameter_columns, PARAMETER_COLUMNS);

struct parameter {
	const char *name;
	double value, error; /* NaN: none */
};

static void
print_parameters(struct eni_print *p, const char *model, enum eni_fit fit, const struct parameter *row, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		p->cell[MODEL] = eni_str_of(model);
		p->cell[PARAMETER] = eni_str_of(row[i].name);
		p->cell[VALUE] = real(p, row[i].value);
		p->cell[STD_ERROR] = real(p, row[i].error);
		p->cell[FIT] = eni_str_of(fit == ENI_FIT_CONVERGED ? "converged" : "edge");
		eni_print_row(p, ENI_NONE);
	}
}

/* Periods to expect just before the renewal after t - 1 of them (t 0: of a new client), the one that is due included: without end
 * where later ones count less, else up to the horizon, for a mean without either may have no end (alpha <= 1) or be nearly as long.
 */
static double
residual(const struct eni_future *f, double t)
{
	double first = t > 0 ? eni_sbg_retention(&f->sbg, t) : 1;

	return f->discounted ? eni_sbg_residual(&f->sbg, t, f->v) : first * (1 + eni_sbg_expected(&f->sbg, t, f->horizon - 1, 1));
}

static void
print_sbg(const struct eni_future *f, struct eni_print *p)
{
	const struct eni_sbg *m = &f->sbg;
	const struct parameter row[] = {{"alpha", m->alpha, m->alpha_error}, {"beta", m->beta, m->beta_error},
	    {"churn", m->churn, m->churn_error}, {"lifetime", residual(f, 0), NAN}, {"loglik", m->loglik, NAN},
	    {"score", m->score, NAN}};
	size_t skip = m->geometric ? 2 : 0;

	print_parameters(p, m->geometric ? "geometric" : "sbg", m->fit, row + skip, COUNT(row) - skip);
}

static void
print_bgnbd(const struct eni_future *f, struct eni_print *p)
{
	const struct eni_bgnbd *m = &f->bgnbd;
	const struct eni_gammagamma *g = &f->gammagamma;
	const struct parameter row[] = {{"r", m->r, m->error[0]}, {"alpha", m->alpha, m->error[1]}, {"a", m->a, m->error[2]},
	    {"b", m->b, m->error[3]}, {"loglik", m->loglik, NAN}, {"score", m->score, NAN}};
	const struct parameter money[] = {{"p", g->p, g->error[0]}, {"q", g->q, g->error[1]}, {"v", g->v, g->error[2]},
	    {"mean", eni_gammagamma_mean(g, &(struct eni_payer){0}), NAN}, {"loglik", g->loglik, NAN}, {"score", g->score, NAN}};

	print_parameters(p, "bgnbd", m->fit, row, COUNT(row));
	if (g->fit != ENI_FIT_NONE)
		print_parameters(p, "gammagamma", g->fit, money, COUNT(money));
}

static int
print_fit(struct eni_future *f)
{
	struct eni_print p;

	if (begin(f, &p, parameter_columns, PARAMETER_COLUMNS) == -1)
		return -1;
	if (f->model == ENI_FUTURE_SBG)
		print_sbg(f, &p);
	else
		print_bgnbd(f, &p);
	return eni_print_end(&p);
}

/* ---- one by one ---- */

/* What is to be expected of a client: by the end of the horizon, and within it. */
struct outlook {
	double chance, time; /* still there, or still coming; periods or visits */
	double money;        /* NaN: not known */
};

static struct outlook
outlook_of_stay(const struct eni_future *f, const struct eni_one *one)
{
	struct outlook o = {.chance = eni_sbg_staying(&f->sbg, one->stayed, (double)f->horizon),
	    .time = eni_sbg_expected(&f->sbg, one->stayed, f->horizon, 1)};

	o.money = f->margin * one->money * (f->discounted ? eni_sbg_expected(&f->sbg, one->stayed, f->horizon, f->v) : o.time);
	return o;
}

/* What a visit earns: as gamma-gamma sees it. */
static double
mean_of(const struct eni_future *f, const struct eni_one *one)
{
	struct eni_payer payer = {.times = 1};

	if (one->money > 0)
		payer = (struct eni_payer){one->money, one->seen.x, 1};
	return f->gammagamma.fit == ENI_FIT_NONE ? NAN : eni_gammagamma_mean(&f->gammagamma, &payer);
}

static struct outlook
outlook_of_visits(const struct eni_future *f, const struct eni_one *one)
{
	struct outlook o = {0};
	double worth = 0, before = 0, now, v = 1;

	if (!one->gone) {
		o.chance = eni_bgnbd_alive(&f->bgnbd, &one->seen);
		o.time = worth = eni_bgnbd_visits(&f->bgnbd, &one->seen, (double)f->horizon);
		if (f->discounted)
			worth = 0;
		for (size_t k = 1; f->discounted && k <= f->horizon; k++, before = now) {
			now = eni_bgnbd_visits(&f->bgnbd, &one->seen, (double)k);
			v *= f->v;
			worth += v * (now - before);
		}
	}
	o.money = worth == 0 ? 0 : f->margin * mean_of(f, one) * worth;
	if (f->gammagamma.fit == ENI_FIT_NONE)
		o.money = NAN;
	return o;
}

static struct outlook
outlook_of(const struct eni_future *f, const struct eni_one *one)
{
	return f->model == ENI_FUTURE_SBG ? outlook_of_stay(f, one) : outlook_of_visits(f, one);
}

/* Money of the book is whole minor units, of a table what it is.  unknown: counts those of whom it is not known. */
struct purse {
	int64_t minor;
	double real;
	size_t unknown;
	bool overflow;
};

static struct eni_str
money(struct eni_print *p, const struct eni_future *f, int64_t minor, double x)
{
	struct eni_buf b = {0};
	struct eni_str s;

	if (f->table)
		return real(p, x);
	eni_money_format(&b, minor, f->run->book.office.decimals);
	s = eni_arena_pack(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

/* Adds what a client will bring, as it is printed, and gives it. */
static struct eni_str
pay(struct eni_print *p, const struct eni_future *f, struct purse *sum, double x)
{
	int64_t minor = 0;

	if (isnan(x) || (!f->table && !eni_minor_units(x, &minor))) {
		sum->unknown++;
		return (struct eni_str){"", 0};
	}
	sum->real += x;
	sum->overflow |= __builtin_add_overflow(sum->minor, minor, &sum->minor);
	return p == NULL ? (struct eni_str){"", 0} : money(p, f, minor, x);
}

static void
tell_unknown(const struct eni_future *f, const struct purse *sum)
{
	if (sum->unknown == 0 || f->table)
		return;
	eni_warn(&f->run->diag, ENI_NOWHERE, "expected",
	    f->model == ENI_FUTURE_SBG
		? N_("not known of %zu without price and visits_per_month: give people their own, or set ltv in office.yaml")
		: N_("not known of %zu: no repeat visit has a fee or a price"),
	    sum->unknown);
}

enum { E_ID, E_NAME, E_FIRST };
static const struct eni_offer stay_columns[] = {TEXT("id"), TEXT("name"), NUMBER("stayed"), NUMBER("retention"),
    NUMBER("p_staying"), NUMBER("expected_months"), NUMBER("expected")};
static const struct eni_offer visitor_columns[] = {TEXT("id"), TEXT("name"), NUMBER("visits"), NUMBER("last"), NUMBER("known"),
    NUMBER("p_alive"), NUMBER("expected_visits"), NUMBER("expected")};

/* The columns; those of a table have no names. */
static int
begin_each(struct eni_future *f, struct eni_print *p)
{
	bool stays = f->model == ENI_FUTURE_SBG;
	const struct eni_offer *all = stays ? stay_columns : visitor_columns;
	size_t n = 0;
	struct eni_offer *offer = eni_arena_clear(&f->run->arena, COUNT(visitor_columns) * sizeof *offer);

	for (size_t i = 0; i < (stays ? COUNT(stay_columns) : COUNT(visitor_columns)); i++)
		if (i != E_NAME || !f->table)
			offer[n++] = all[i];
	return begin(f, p, offer, n);
}

static int
print_each(struct eni_future *f)
{
	struct eni_sheet *clients = &f->run->book.clients;
	size_t name = f->table ? 0 : eni_sheet_find(clients, ENI_S("name"), ENI_AS_RAW);
	struct purse sum = {0};
	struct eni_print p;

	if (begin_each(f, &p) == -1)
		return -1;
	for (size_t i = 0; i < f->n; i++) {
		const struct eni_one *one = &f->one[i];
		struct outlook o = outlook_of(f, one);
		struct eni_str *cell = p.cell;

		*cell++ = one->id;
		if (!f->table)
			*cell++ = one->subject == ENI_NONE ? ENI_S("-") : eni_sheet_text(clients, name, one->subject);
		if (f->model == ENI_FUTURE_SBG) {
			*cell++ = real(&p, one->stayed);
			*cell++ = real(&p, eni_sbg_retention(&f->sbg, one->stayed + 1));
		} else {
			*cell++ = eni_print_count(&p, one->seen.x);
			*cell++ = real(&p, one->seen.tx);
			*cell++ = real(&p, one->seen.T);
		}
		*cell++ = real(&p, o.chance);
		*cell++ = real(&p, o.time);
		*cell = pay(&p, f, &sum, o.money);
		eni_print_row(&p, one->subject);
	}
	tell_unknown(f, &sum);
	return eni_print_end(&p);
}

/* ---- in sum ---- */

/* Two columns at the end, of stays alone. */
enum { LIMITS = 2 };

/* How many of those asked about will be there so many periods on; of visitors nothing. */
static struct eni_sbg_number
number_of(const struct eni_future *f, double ahead)
{
	struct eni_sbg_number number = {NAN, NAN, NAN};
	double *stayed;

	if (f->model != ENI_FUTURE_SBG)
		return number;
	stayed = eni_realloc(NULL, (f->n + 1) * sizeof *stayed);
	for (size_t i = 0; i < f->n; i++)
		stayed[i] = f->one[i].stayed;
	number = eni_sbg_number(&f->sbg, stayed, f->n, ahead);
	free(stayed);
	return number;
}

static int
print_total(struct eni_future *f)
{
	bool stays = f->model == ENI_FUTURE_SBG;
	const struct eni_offer columns[] = {TEXT("model"), NUMBER("clients"), NUMBER(stays ? "p_staying" : "p_alive"),
	    NUMBER(stays ? "expected_months" : "expected_visits"), NUMBER("expected"), NUMBER("low"), NUMBER("high")};
	struct outlook sum = {0};
	struct purse purse = {0};
	struct eni_sbg_number number = number_of(f, (double)f->horizon);
	struct eni_print p;

	if (begin(f, &p, columns, COUNT(columns) - (stays ? 0 : LIMITS)) == -1)
		return -1;
	for (size_t i = 0; i < f->n; i++) {
		struct outlook o = outlook_of(f, &f->one[i]);

		sum.chance += o.chance;
		sum.time += o.time;
		pay(NULL, f, &purse, o.money);
	}
	p.cell[0] = eni_str_of(stays ? (f->sbg.geometric ? "geometric" : "sbg") : "bgnbd");
	p.cell[1] = eni_print_count(&p, (int64_t)f->n);
	p.cell[2] = real(&p, sum.chance);
	p.cell[3] = real(&p, sum.time);
	p.cell[4] = purse.overflow || purse.unknown == f->n ? (struct eni_str){"", 0} : money(&p, f, purse.minor, purse.real);
	if (stays) {
		p.cell[5] = real(&p, number.low);
		p.cell[6] = real(&p, number.high);
	}
	eni_print_row(&p, ENI_NONE);
	tell_unknown(f, &purse);
	return eni_print_end(&p);
}

/* ---- the curve ---- */

static const struct eni_offer curve_columns[] = {NUMBER("time"), NUMBER("at_risk"), NUMBER("events"), NUMBER("observed"),
    NUMBER("survival"), NUMBER("retention"), NUMBER("residual")};
static const struct eni_offer visits_columns[] = {NUMBER("time"), NUMBER("expected_visits")};

/* The share that is still there by the counts. */
struct observed {
	double start, there, share; /* there: of one cohort watched to the end, so that its shares are exact */
};

static void
observe(struct observed *o, const struct eni_sbg_period *c, bool first)
{
	if (first)
		*o = (struct observed){c->began, c->began, 1};
	o->there = c->began == o->there ? c->began - c->left : NAN;
	o->share = !(c->began > 0) ? NAN : isnan(o->there) ? o->share * (1 - c->left / c->began) : o->there / o->start;
}

static void
print_period(const struct eni_future *f, struct eni_print *p, size_t t, struct observed *o)
{
	const struct eni_sbg_period none = {0}, *c = t > 0 && t <= f->counts.n ? &f->counts.period[t - 1] : &none;

	if (t > 0)
		observe(o, c, t == 1);
	p->cell[0] = eni_print_count(p, (int64_t)t);
	p->cell[1] = real(p, c->began > 0 ? c->began : NAN);
	p->cell[2] = real(p, c->began > 0 ? c->left : NAN);
	p->cell[3] = real(p, t == 0 ? 1 : o->share);
	p->cell[4] = real(p, eni_sbg_staying(&f->sbg, 0, (double)t));
	p->cell[5] = real(p, t == 0 ? NAN : eni_sbg_retention(&f->sbg, (double)t));
	p->cell[6] = real(p, residual(f, (double)t));
	eni_print_row(p, ENI_NONE);
}

static int
print_curve(struct eni_future *f)
{
	bool stays = f->model == ENI_FUTURE_SBG;
	size_t last = stays && f->counts.n > f->horizon ? f->counts.n : f->horizon;
	struct observed observed = {0};
	struct eni_print p;

	if (begin(f, &p, stays ? curve_columns : visits_columns, stays ? COUNT(curve_columns) : COUNT(visits_columns)) == -1)
		return -1;
	for (size_t t = 0; t <= last; t++) {
		if (stays) {
			print_period(f, &p, t, &observed);
			continue;
		}
		p.cell[0] = eni_print_count(&p, (int64_t)t);
		p.cell[1] = real(&p, eni_bgnbd_visits(&f->bgnbd, &(struct eni_visitor){.times = 1}, (double)t));
		eni_print_row(&p, ENI_NONE);
	}
	return eni_print_end(&p);
}

/* ---- the holdout ---- */

/* Forecast against what came. */
struct check {
	double n, expected, actual, off, off2, share; /* sums; off: |difference|, share: of the actual */
	double expected2, actual2, both;
	size_t zeros; /* nothing came: there is no share of it */
};

static void
compare(struct check *c, double expected, double actual)
{
	double off = fabs(expected - actual);

	c->n++;
	c->expected += expected;
	c->actual += actual;
	c->off += off;
	c->off2 += off * off;
	c->expected2 += expected * expected;
	c->actual2 += actual * actual;
	c->both += expected * actual;
	if (actual > 0)
		c->share += off / actual;
	else
		c->zeros++;
}

static double
correlation_of(const struct check *c)
{
	double across = c->n * c->both - c->expected * c->actual, spread = c->n * c->expected2 - c->expected * c->expected,
	       spread2 = c->n * c->actual2 - c->actual * c->actual;

	return spread > 1e-12 * c->n * c->expected2 && spread2 > 1e-12 * c->n * c->actual2 ? across / sqrt(spread * spread2) : NAN;
}

/* The periods of a curve that were kept back: how many of each cohort should have been there. */
static void
compare_curve(const struct eni_future *f, struct check *c)
{
	double start = 0;

	for (size_t i = 0; i < f->n_alive; i++) {
		if (f->alive[i].period == 0)
			start = f->alive[i].alive;
		if (f->alive[i].period > f->counts.n)
			compare(c, start * eni_sbg_staying(&f->sbg, 0, (double)f->alive[i].period), f->alive[i].alive);
	}
}

static void
compare_all(const struct eni_future *f, struct check *c)
{
	double ahead = f->table ? f->holdout : f->holdout / f->days;

	for (size_t i = 0; i < f->n; i++) {
		const struct eni_one *one = &f->one[i];

		if (f->model == ENI_FUTURE_SBG)
			compare(c, eni_sbg_staying(&f->sbg, one->stayed, ahead), one->actual);
		else
			compare(c, one->gone ? 0 : eni_bgnbd_visits(&f->bgnbd, &one->seen, ahead), one->actual);
	}
}

static int
print_holdout(struct eni_future *f)
{
	static const struct eni_offer columns[] = {TEXT("model"), NUMBER("n"), NUMBER("expected"), NUMBER("actual"),
	    NUMBER("error_percent"), NUMBER("mae"), NUMBER("rmse"), NUMBER("correlation"), NUMBER("mape"), NUMBER("low"),
	    NUMBER("high")};
	bool stays = f->model == ENI_FUTURE_SBG;
	struct eni_sbg_number number = {NAN, NAN, NAN};
	struct check c = {0};
	struct eni_print p;

	if (stays && f->table)
		compare_curve(f, &c);
	else
		compare_all(f, &c);
	if (!f->table)
		number = number_of(f, f->holdout / f->days);
	if (c.n == 0)
		return eni_fail(&f->run->diag, ENI_NOWHERE, NULL, "--holdout: there was nobody to forecast");
	if (begin(f, &p, columns, COUNT(columns) - (stays ? 0 : LIMITS)) == -1)
		return -1;
	p.cell[0] = eni_str_of(stays ? (f->sbg.geometric ? "geometric" : "sbg") : "bgnbd");
	p.cell[1] = eni_print_count(&p, (int64_t)c.n);
	p.cell[2] = real(&p, c.expected);
	p.cell[3] = real(&p, c.actual);
	p.cell[4] = c.actual > 0 ? eni_arena_printf(&p.row, "%.1f", 100 * (c.expected - c.actual) / c.actual) : ENI_S("-");
	p.cell[5] = real(&p, c.off / c.n);
	p.cell[6] = real(&p, sqrt(c.off2 / c.n));
	p.cell[7] = real(&p, correlation_of(&c));
	p.cell[8] = real(&p, c.zeros > 0 ? NAN : 100 * c.share / c.n);
	if (stays) {
		p.cell[9] = real(&p, number.low);
		p.cell[10] = real(&p, number.high);
	}
	eni_print_row(&p, ENI_NONE);
	return eni_print_end(&p);
}

int
eni_future_print(struct eni_future *f)
{
	if (f->holdout > 0)
		return print_holdout(f);
	if (eni_opt(f->run, "each") != NULL)
		return print_each(f);
	if (eni_opt(f->run, "total") != NULL)
		return print_total(f);
	return eni_opt(f->run, "curve") != NULL ? print_curve(f) : print_fit(f);
}
