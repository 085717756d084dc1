/* ltv forecast: any numeric table instead of the book.  See forecast.h. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "base/real.h"
#include "cmd/ltv/forecast.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { TIME, ALIVE, COHORT, EVENT, X, TX, AGE, MONEY, ACTUAL, ID, COLUMNS };
static const char *const option[] = {[TIME] = "time",
    [ALIVE] = "alive",
    [COHORT] = "cohort",
    [EVENT] = "event",
    [X] = "x",
    [TX] = "tx",
    [AGE] = "age",
    [MONEY] = "money",
    [ACTUAL] = "actual",
    [ID] = "id"};
ENI_ROW_FOR_EACH(option, COLUMNS);

/* More periods than any record has: a number of days or a date in the wrong column. */
enum { MOST_PERIODS = 100000 };

struct table {
	struct eni_future *future;
	const char *path;
	struct eni_reader *reader;
	const char *name[COLUMNS]; /* as given; NULL: not */
	size_t at[COLUMNS];        /* input columns */
	size_t row;
	bool each; /* the ids are printed */
};

bool
eni_future_wants_table(struct eni_run *run)
{
	return eni_opt(run, "time") != NULL || eni_opt(run, "x") != NULL || eni_opt(run, "alive") != NULL;
}

/* ---- columns ---- */

static int
find_columns(struct table *t)
{
	struct eni_diag *d = &t->future->run->diag;
	size_t n;
	const struct eni_str *header = eni_reader_header(t->reader, &n);
	bool *want = eni_arena_clear(&t->future->run->arena, n + 1);

	for (size_t k = 0; k < COLUMNS; k++) {
		t->at[k] = SIZE_MAX;
		for (size_t i = 0; t->name[k] != NULL && i < n; i++)
			if (eni_str_is(header[i], t->name[k])) {
				t->at[k] = i;
				want[i] = true;
			}
		if (t->name[k] != NULL && t->at[k] == SIZE_MAX && n > 0)
			return eni_fail(d, eni_at(t->path, 1), t->name[k], "there is no such column");
	}
	eni_reader_want(t->reader, want);
	return 0;
}

static int
check_columns(struct table *t)
{
	struct eni_run *run = t->future->run;
	const bool visits = t->future->model == ENI_FUTURE_VISITS;

	for (size_t k = 0; k < COLUMNS; k++)
		t->name[k] = eni_opt(run, option[k]);
	if (visits && (t->name[X] == NULL || t->name[TX] == NULL || t->name[AGE] == NULL))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--model visits: a table wants --x, --tx and --age COLUMN");
	if (!visits && (t->name[TIME] == NULL || (t->name[ALIVE] == NULL) == (t->name[EVENT] == NULL)))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL,
		    "--model sbg: a table wants --time COLUMN with --alive COLUMN (a curve) or --event COLUMN (a row for each)");
	if (run->n_operands != 1)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "a table: want one file, such as table.csv");
	if (eni_opt(run, "where") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--where is about the book's clients: feed the rows you want");
	if (t->future->holdout > 0 && (visits ? t->name[ACTUAL] == NULL : t->name[ALIVE] == NULL))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL,
		    visits ? N_("--holdout: a table of visitors wants --actual COLUMN, the visits that came in that time")
			   : N_("--holdout: want a curve, --alive COLUMN"));
	return 0;
}

static struct eni_str
cell(const struct table *t, const struct eni_row *row, size_t k)
{
	return t->at[k] == SIZE_MAX ? (struct eni_str){"", 0} : row->cell[t->at[k]];
}

/* A number from 0 on; false after setting the row aside. */
static bool
number(struct table *t, const struct eni_row *row, size_t k, double *out)
{
	if (eni_real_parse(cell(t, row, k), out) == 1 && *out >= 0)
		return true;
	eni_reader_reject(t->reader, t->name[k], "want a number from 0 on");
	return false;
}

static struct eni_str
id_of(const struct table *t, const struct eni_row *row)
{
	struct eni_arena *a = &t->future->run->arena;

	if (!t->each)
		return (struct eni_str){"", 0};
	return t->at[ID] == SIZE_MAX ? eni_arena_printf(a, "%zu", t->row) : eni_arena_pack(a, eni_str_trim(cell(t, row, ID)));
}

/* ---- rows ---- */

/* x, tx and age of a visitor. */
static int
take_visitor(struct table *t, const struct eni_row *row)
{
	struct eni_one one = {.subject = ENI_NONE, .money = NAN, .actual = NAN, .seen = {.times = 1}};
	double x;

	if (!number(t, row, X, &x) || !number(t, row, TX, &one.seen.tx) || !number(t, row, AGE, &one.seen.T))
		return 0;
	if (x != floor(x) || x > UINT32_MAX / 2)
		return eni_reader_reject(t->reader, t->name[X], "want a whole number of repeat visits");
	if (one.seen.tx > one.seen.T)
		return eni_reader_reject(
		    t->reader, t->name[TX], "the last visit lies behind the end of watching (%s)", t->name[AGE]);
	if (x == 0 && one.seen.tx > 0)
		return eni_reader_reject(t->reader, t->name[TX], "want 0 where there is no repeat visit");
	one.seen.x = (uint32_t)x;
	if (t->at[MONEY] != SIZE_MAX && (eni_real_parse(cell(t, row, MONEY), &one.money) == -1 || one.money < 0))
		return eni_reader_reject(t->reader, t->name[MONEY], "want an amount from 0 on, the mean of the repeat visits");
	if (t->at[ACTUAL] != SIZE_MAX && !number(t, row, ACTUAL, &one.actual))
		return 0;
	one.id = id_of(t, row);
	eni_future_fit_to(t->future, &one.seen, one.money);
	eni_future_add(t->future, one);
	return 0;
}

/* The time at which a client left, or was seen last. */
static int
take_stay(struct table *t, const struct eni_row *row, struct eni_sbg_exits *exits)
{
	static const char *const censored[] = {"", "0", "censor", "censored", "no", "false", "FALSE", "-"};
	struct eni_str event = eni_str_trim(cell(t, row, EVENT));
	bool left = true;
	double time;

	if (!number(t, row, TIME, &time))
		return 0;
	if (time > MOST_PERIODS)
		return eni_reader_reject(t->reader, t->name[TIME], "want periods, at most %d", MOST_PERIODS);
	for (size_t i = 0; i < COUNT(censored); i++)
		left &= !eni_str_is(event, censored[i]);
	eni_sbg_exit(exits, 0, (size_t)(left && time > 0 ? ceil(time) - 1 : floor(time)), left);
	t->future->stays++;
	if (!left)
		eni_future_add(t->future,
		    (struct eni_one){.id = id_of(t, row), .subject = ENI_NONE, .stayed = time, .money = NAN, .actual = NAN});
	return 0;
}

/* How many of a cohort are there after so many periods. */
static int
take_alive(struct table *t, const struct eni_row *row)
{
	struct eni_future *f = t->future;
	struct eni_alive a = {.place = row->place};
	double period;

	if (!number(t, row, TIME, &period) || !number(t, row, ALIVE, &a.alive))
		return 0;
	if (period != floor(period) || period > MOST_PERIODS)
		return eni_reader_reject(t->reader, t->name[TIME], "want a whole number of periods, at most %d", MOST_PERIODS);
	a.period = (size_t)period;
	a.cohort = eni_arena_pack(&f->run->arena, eni_str_trim(cell(t, row, COHORT)));
	f->alive = eni_grow(f->alive, &f->cap_alive, f->n_alive + 1, sizeof *f->alive);
	f->alive[f->n_alive++] = a;
	return 0;
}

/* ---- a curve ---- */

static int
by_cohort_and_period(const void *one, const void *other)
{
	const struct eni_alive *p = one, *q = other;
	int c = eni_str_cmp(p->cohort, q->cohort);

	return c != 0 ? c : (p->period > q->period) - (p->period < q->period);
}

/* A row that is missing would make the whole curve wrong. */
static int
check_curve(const struct table *t, const struct eni_alive *before, const struct eni_alive *a)
{
	struct eni_diag *d = &t->future->run->diag;
	bool first = before == NULL || !eni_str_eq(before->cohort, a->cohort);

	if (first && a->period != 0)
		return eni_fail(d, a->place, t->name[TIME], "want a row with 0 before: how many there were at the start");
	if (!first && a->period != before->period + 1)
		return eni_fail(d, a->place, t->name[TIME],
		    a->period == before->period ? N_("the same period twice; several cohorts want --cohort COLUMN")
						: N_("the period before is missing"));
	if (!first && a->alive > before->alive)
		return eni_fail(d, a->place, t->name[ALIVE], "more than in the period before: want how many are still there");
	return 0;
}

/* Adds up the cohorts; the last periods are kept back where a holdout is asked for. */
static int
count_curve(struct table *t)
{
	struct eni_future *f = t->future;
	size_t last = 0;

	if (f->n_alive > 1)
		qsort(f->alive, f->n_alive, sizeof *f->alive, by_cohort_and_period);
	for (size_t i = 0; i < f->n_alive; i++) {
		if (check_curve(t, i == 0 ? NULL : &f->alive[i - 1], &f->alive[i]) == -1)
			return -1;
		if (f->alive[i].period > last)
			last = f->alive[i].period;
	}
	if (f->holdout >= (double)last && f->holdout > 0)
		return eni_fail(
		    &f->run->diag, ENI_NOWHERE, NULL, "--holdout: nothing would be left to fit; there are %zu periods", last);
	for (size_t i = 0; i < f->n_alive; i++) {
		const struct eni_alive *a = &f->alive[i];
		double left = a->period == 0 ? 0 : a[-1].alive - a->alive;

		if (a->period > 0 && (double)a->period <= (double)last - f->holdout)
			eni_sbg_count(&f->counts, a->period, a[-1].alive, left);
	}
	return 0;
}

/* ---- all of them ---- */

static int
take_rows(struct table *t)
{
	struct eni_future *f = t->future;
	struct eni_sbg_exits exits = {0};
	struct eni_row row;
	int got = find_columns(t);

	while (got == 0 && (got = eni_reader_next(t->reader, &row)) > 0) {
		t->row++;
		if (f->model == ENI_FUTURE_VISITS)
			take_visitor(t, &row);
		else if (t->name[ALIVE] != NULL)
			take_alive(t, &row);
		else
			take_stay(t, &row, &exits);
		got = f->run->diag.status == 2 ? -1 : 0;
	}
	if (got == 0 && t->name[ALIVE] != NULL)
		got = count_curve(t);
	eni_sbg_exits_count(&exits, &f->counts);
	eni_sbg_exits_free(&exits);
	return got;
}

int
eni_future_read_table(struct eni_future *f)
{
	struct eni_run *run = f->run;
	struct eni_source_options o = {.format = run->book.opt.format,
	    .encoding = run->book.opt.encoding,
	    .hidden = run->book.opt.hidden,
	    .fallback = eni_book_fallback(&run->book),
	    .rejects = run->rejects};
	struct table t = {.future = f, .each = eni_opt(run, "each") != NULL};
	int rc;

	if (check_columns(&t) == -1)
		return -1;
	t.path = run->operand[0];
	if ((t.reader = eni_reader_open(t.path, NULL, &o, &run->diag)) == NULL)
		return -1;
	rc = take_rows(&t);
	eni_reader_close(t.reader);
	return rc;
}
