/* ltv forecast: options, and the stays and visits of the book.  See forecast.h. */
#include "cmd/ltv/forecast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/real.h"
#include "book/files.h"
#include "cli/report.h"
#include "cmd/ltv/terms.h"
#include "cmd/ltv/verbs.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const double month = 30.4375; /* days, everywhere */

/* ---- settings ---- */

/* An option that is a number within limits; `usual` where it is not given. */
struct number {
	const char *option;
	double least, most, usual;
	const char *want;
};

static int
read_number(struct eni_run *run, const struct number *n, double *out)
{
	const char *text = eni_opt(run, n->option);

	*out = n->usual;
	if (text == NULL || (eni_real_parse(eni_str_of(text), out) == 1 && *out >= n->least && *out <= n->most))
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: want %s", n->option, text, _(n->want));
}

static int
read_horizon(struct eni_future *f)
{
	int64_t months;

	if (eni_terms_horizon(f->run, &months) == -1)
		return -1;
	f->horizon = (size_t)(months < 0 ? eni_office_horizon(&f->run->book.office) : months);
	return 0;
}

/* What is printed can be one thing only. */
static int
check_options(struct eni_run *run)
{
	static const char *const views[] = {"each", "total", "curve", "holdout"};
	const char *seen = NULL;

	for (size_t i = 0; i < COUNT(views); i++) {
		if (eni_opt(run, views[i]) == NULL)
			continue;
		if (seen != NULL)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s and --%s: want one of them", seen, views[i]);
		seen = views[i];
	}
	return 0;
}

static int
read_settings(struct eni_future *f)
{
	const struct number step = {"step", 1, 36525, month, N_("days, such as 7")};
	const struct number holdout = {"holdout", 1, 36525, 0, N_("a number of days such as 180")};
	struct eni_run *run = f->run;
	double rate;

	if (check_options(run) == -1 || read_horizon(f) == -1 || read_number(run, &step, &f->days) == -1 ||
	    eni_discount_option(run, &rate) == -1 || eni_margin_option(run, &f->margin) == -1 ||
	    read_number(run, &holdout, &f->holdout) == -1)
		return -1;
	f->discounted = rate > 0;
	f->v = pow(1 + rate, -f->days / 365.25);
	return 0;
}

/* ---- what is asked of ---- */

struct eni_one *
eni_future_add(struct eni_future *f, struct eni_one one)
{
	f->one = eni_grow(f->one, &f->cap, f->n + 1, sizeof *f->one);
	f->one[f->n] = one;
	return &f->one[f->n++];
}

void
eni_future_fit_to(struct eni_future *f, const struct eni_visitor *v, double mean)
{
	f->crowd = eni_grow(f->crowd, &f->cap_crowd, f->n_crowd + 1, sizeof *f->crowd);
	f->crowd[f->n_crowd++] = *v;
	if (v->x == 0 || !(mean > 0))
		return;
	f->payer = eni_grow(f->payer, &f->cap_payers, f->n_payers + 1, sizeof *f->payer);
	f->payer[f->n_payers++] = (struct eni_payer){mean, v->x, 1};
}

/* ---- the book ---- */

struct of_book {
	struct eni_future *future;
	struct eni_report report;
	struct eni_stays stays;
	struct eni_staying staying;
	struct eni_comings comings;
	struct eni_worth worth; /* for the money of those who stay */
	uint8_t *state;         /* by client: HERE, GONE */
};
enum { HERE = 1, GONE = 2 };

/* -w chooses what is fitted and listed, an operand only who is listed (the fit needs the others). */
static bool
fits(struct of_book *b, uint32_t subject)
{
	return subject == ENI_NONE ? b->report.desk.n_where == 0 : eni_desk_passes(&b->report.desk, subject);
}

static bool
lists(struct of_book *b, uint32_t subject)
{
	return eni_report_takes(&b->report, subject);
}

static bool
is_listed(void *book, uint32_t subject)
{
	return lists(book, subject);
}

static void
take_stay(void *to, const struct eni_stay *stay)
{
	struct of_book *b = to;
	bool left = stay->over && stay->end != ENI_NODAY && stay->end <= b->staying.as_of;

	if (stay->subject != ENI_NONE && (left || (stay->over && stay->end == ENI_NODAY)))
		b->state[stay->subject] |= GONE;
	else if (stay->subject != ENI_NONE && (stay->start == ENI_NODAY || stay->start <= b->staying.as_of))
		b->state[stay->subject] |= HERE;
	if (b->future->model == ENI_FUTURE_SBG && fits(b, stay->subject))
		eni_staying_take(&b->staying, stay, lists(b, stay->subject));
}

/* As ltv value has it; the visits are looked at only where the office's own figures do not say it. */
static int
gather_money(struct of_book *b)
{
	const struct eni_usual *u = &b->worth.prices.usual;
	bool wanted = b->future->model == ENI_FUTURE_SBG &&
		      (eni_opt(b->future->run, "each") != NULL || eni_opt(b->future->run, "total") != NULL);

	b->worth.asks = is_listed;
	b->worth.of = b;
	return wanted && (u->price < 0 || u->visits < 0) ? eni_worth_gather(&b->worth, false) : 0;
}

/* Minor units; NaN: not known. */
static double
monthly_of(const struct of_book *b, uint32_t subject)
{
	struct eni_ratio r;

	return eni_worth_monthly(&b->worth, subject, &r) == ENI_KNOWN_SUM ? (double)r.num / (double)r.den : NAN;
}

static int
gather_stays(struct of_book *b)
{
	struct eni_future *f = b->future;
	double months = f->days / month;

	b->state = eni_arena_clear(&f->run->arena, f->run->book.clients.n + 1);
	if (eni_stays_each(&b->stays, take_stay, b) == -1 || gather_money(b) == -1)
		return -1;
	if (f->model == ENI_FUTURE_SBG)
		eni_stays_warn_of_begin(&b->stays);
	eni_sbg_exits_count(&b->staying.exits, &f->counts);
	f->stays = b->staying.stays;
	for (size_t i = 0; i < b->staying.n; i++) {
		const struct eni_present *p = &b->staying.present[i];

		eni_future_add(f, (struct eni_one){.id = p->id,
				      .subject = p->subject,
				      .stayed = p->stayed,
				      .money = monthly_of(b, p->subject) * months,
				      .actual = p->still});
	}
	if (b->staying.undated > 0)
		eni_aside(&f->run->diag, b->staying.first_undated, NULL,
		    eni_plural(b->staying.undated, "has no first or last day; %zu such stay left out",
			"has no first or last day; %zu such stays left out"),
		    b->staying.undated);
	return 0;
}

static uint32_t
subject_of(const struct of_book *b, uint32_t who)
{
	return who < b->future->run->book.clients.n ? who : ENI_NONE;
}

static bool
keeps(void *to, uint32_t who)
{
	struct of_book *b = to;

	return fits(b, subject_of(b, who));
}

static int
gather_visits(struct of_book *b)
{
	struct eni_future *f = b->future;
	struct eni_diag *d = &f->run->diag;
	struct eni_guest *guest;
	size_t n;
	int got = eni_comings_read(&b->comings);

	if (got != 0)
		return got == 1 ? eni_fail(d, ENI_NOWHERE, NULL,
				      "forecast: the book has no visits file; for stays, clients need a start_date")
				: -1;
	if (b->comings.twice > 0)
		eni_warn(d, ENI_NOWHERE, "visits",
		    eni_plural(b->comings.twice,
			"%zu row is there twice, of the same person, moment and fee: what was paid counts twice",
			"%zu rows are there twice, of the same person, moment and fee: what was paid counts twice"),
		    b->comings.twice);
	guest = eni_comings_guests(&b->comings, b->staying.as_of, f->days, keeps, b, &n);
	for (size_t i = 0; i < n; i++) {
		uint32_t subject = subject_of(b, guest[i].who);

		eni_future_fit_to(f, &guest[i].seen, guest[i].mean);
		if (lists(b, subject))
			eni_future_add(f, (struct eni_one){.id = eni_comings_id(&b->comings, guest[i].who),
					      .subject = subject,
					      .gone = subject != ENI_NONE && b->state[subject] == GONE,
					      .seen = guest[i].seen,
					      .money = guest[i].mean,
					      .actual = guest[i].later});
	}
	free(guest);
	return 0;
}

/* The model that was named, else the one the book has the records for. */
static int
choose_model(struct eni_future *f)
{
	static const char *const models[] = {[ENI_FUTURE_SBG] = "sbg", [ENI_FUTURE_VISITS] = "visits"};
	ENI_ROW_FOR_EACH(models, ENI_FUTURES);
	size_t choice;
	int stays = 1;

	if (eni_choice(f->run, "model", models, ENI_FUTURES, &choice) == -1)
		return -1;
	if (choice == SIZE_MAX && !f->table && (stays = eni_book_has(f->run->book.opt.dir, ENI_STAYS, &f->run->diag)) == -1)
		return -1;
	if (choice == SIZE_MAX)
		choice = f->table ? eni_opt(f->run, "time") == NULL : stays == 0 && !eni_stays_begin(&f->run->book.clients);
	f->model = choice == 1 ? ENI_FUTURE_VISITS : ENI_FUTURE_SBG;
	return 0;
}

static int
open_book(struct of_book *b)
{
	struct eni_future *f = b->future;
	struct eni_run *run = f->run;

	if (eni_report_open(&b->report, run) == -1 || choose_model(f) == -1)
		return -1;
	if (f->holdout != floor(f->holdout))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--holdout: want a whole number of days such as 180");
	b->staying =
	    (struct eni_staying){.as_of = run->book.today - (int32_t)f->holdout, .today = run->book.today, .days = f->days};
	eni_stays_want(&b->stays, &run->book, false);
	eni_worth_want(&b->worth, &run->book);
	eni_comings_want(&b->comings, &run->book);
	return eni_report_load(&b->report);
}

static int
gather_book(struct eni_future *f)
{
	struct of_book b = {.future = f};
	int rc = open_book(&b);

	if (rc == 0)
		rc = gather_stays(&b);
	if (rc == 0 && f->model == ENI_FUTURE_VISITS)
		rc = gather_visits(&b);
	for (size_t i = 0; rc == 0 && i < f->n; i++)
		f->one[i].id = eni_arena_pack(&f->run->arena, f->one[i].id);
	if (rc == 0 && f->model == ENI_FUTURE_SBG && f->stays == 0)
		rc = eni_fail(&f->run->diag, ENI_NOWHERE, NULL,
		    f->holdout > 0
			? N_("forecast: there are no stays to count before the days held out; for visits say --model visits")
			: N_("forecast: there are no stays to count; for visits say --model visits"));
	eni_stays_free(&b.stays);
	eni_staying_free(&b.staying);
	eni_comings_free(&b.comings);
	eni_worth_free(&b.worth);
	eni_report_close(&b.report);
	return rc;
}

/* ---- the fit ---- */

/* Converged, an edge (reported, and the figures hold), or nothing to print at all. */
static int
judge(struct eni_future *f, enum eni_fit fit, const char *model, const char *why)
{
	if (fit == ENI_FIT_EDGE)
		return eni_warn(&f->run->diag, ENI_NOWHERE, model, "%s", _(why));
	return fit == ENI_FIT_NONE ? eni_fail(&f->run->diag, ENI_NOWHERE, model, "%s", _(why)) : 0;
}

/* Where more and more leave the longer they are here, as with people who grow old together, no model of this kind fits, and each
 * of them expects too much of those who have been here long. */
static void
warn_of_rise(struct eni_future *f)
{
	static const double surely = 1.6448536269514722; /* qnorm(0.95): one in twenty by chance */
	double rise = eni_sbg_rise(&f->counts);

	if (rise > surely)
		eni_warn(&f->run->diag, ENI_NOWHERE, "sbg",
		    "the longer people have been here, the likelier they leave (test for trend: z = %.1f), which the model does "
		    "not "
		    "know: it expects too much of those who have been here long; ltv value follows the curve as it is",
		    rise);
}

static int
fit(struct eni_future *f)
{
	if (f->model == ENI_FUTURE_SBG) {
		f->sbg = eni_sbg_fit(&f->counts);
		warn_of_rise(f);
		return judge(f, f->sbg.fit, "sbg", f->sbg.why);
	}
	f->bgnbd = eni_bgnbd_fit(f->crowd, &f->n_crowd);
	if (judge(f, f->bgnbd.fit, "bgnbd", f->bgnbd.why) == -1)
		return -1;
	if (f->holdout > 0 || eni_opt(f->run, "curve") != NULL) /* no money there */
		return 0;
	f->gammagamma = eni_gammagamma_fit(f->payer, &f->n_payers);
	if (f->gammagamma.fit != ENI_FIT_NONE)
		judge(f, f->gammagamma.fit, "gammagamma", f->gammagamma.why);
	return 0;
}

int
eni_verb_forecast(struct eni_run *run)
{
	struct eni_future f = {.run = run, .table = eni_future_wants_table(run)};
	int rc = read_settings(&f);

	if (rc == 0 && f.table)
		rc = choose_model(&f) == -1 || eni_future_read_table(&f) == -1 ? -1 : 0;
	else if (rc == 0)
		rc = gather_book(&f);
	if (rc == 0 && (rc = fit(&f)) == 0)
		rc = eni_future_print(&f);
	eni_sbg_counts_free(&f.counts);
	free(f.one);
	free(f.crowd);
	free(f.payer);
	free(f.alive);
	return rc;
}
