/* churn rate and cohorts: coming and going by the month, and how long those stay who came in one month.  See verbs.h. */
#include <stdlib.h>

#include "cli/chart.h"
#include "cmd/churn/leavers.h"
#include "cmd/churn/verbs.h"
#include "stay/cohorts.h"
#include "stay/turnover.h"

static const char *const need[] = {"start_date", NULL};

static struct eni_str
month_text(struct eni_print *p, int32_t day)
{
	int y, m, d;

	eni_day_split(day, &y, &m, &d);
	return eni_arena_printf(&p->row, "%04d-%02d", y, m);
}

/* Whether a month, by its first day, has a day in the period. */
static bool
in_months(const struct eni_period *p, int32_t month)
{
	return !(eni_is_day(p->since) && eni_month_end(month) < p->since.day) && !(eni_is_day(p->until) && month > p->until.day);
}

/* Stays without known days are reported, where leaving them out changes the figures. */
static bool
has_its_time(struct eni_leavers *l, const struct eni_stay *stay)
{
	if (stay->over && stay->end == ENI_NODAY)
		eni_leavers_undated(l, stay);
	return stay->start != ENI_NODAY && !(stay->over && stay->end == ENI_NODAY);
}

/* ---- rate ---- */

enum { MONTH, START, JOINED, RETURNED, LEFT, DIED, BOTH, END, CHURN, VERDICT, AVERAGE, LOW, HIGH, RATE_COLUMNS };
static const struct eni_offer rate_offer[] = {[MONTH] = {"month", ENI_COL_TEXT, ENI_V_NONE, 0},
    [START] = {"start", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [JOINED] = {"joined", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [RETURNED] = {"returned", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LEFT] = {"left", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [DIED] = {"died", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [BOTH] = {"joined_and_left", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [END] = {"end", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CHURN] = {"churn_percent", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_CONTROL, 0},
    [AVERAGE] = {"average", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(rate_offer, RATE_COLUMNS);

struct rate {
	struct eni_leavers leavers;
	struct eni_spells spells;
};

/* An earlier stay of unknown start makes the present one a return, so it is kept. */
static void
keep_spell(void *to, const struct eni_stay *stay)
{
	struct rate *r = to;

	has_its_time(&r->leavers, stay);
	eni_spells_add(&r->spells, &r->leavers.report.desk.run->book, stay);
}

/* The months that the book and the period have. */
struct months {
	struct eni_turnover *all, *of; /* of: the first in the period */
	size_t n;
};

static struct months
months_of(const struct rate *r)
{
	const struct eni_report *report = &r->leavers.report;
	const struct eni_book *b = &report->desk.run->book;
	struct months m = {0};
	size_t n;

	m.of = m.all = eni_turnover_count(&r->spells, b->office.records_from, b->today, &n);
	if (n > 0 && eni_opt(report->desk.run, "person-time") != NULL)
		eni_turnover_watch(m.all, &r->spells, b->office.records_from, b->today);
	for (; n > 0 && !in_months(&report->period, m.of->month); n--)
		m.of++;
	while (m.n < n && in_months(&report->period, m.of[m.n].month))
		m.n++;
	return m;
}

/* ---- a share of those at the start, against what chance alone may bring ---- */

/* All of whose days have been lived through and written down. */
static bool
is_whole(const struct eni_book *b, const struct eni_turnover *m)
{
	return eni_month_end(m->month) <= b->today && b->office.records_from <= m->month;
}

/* What the months are measured against: the whole ones among them, together. */
struct usual {
	int64_t left, start, months;
};

enum { TRIAL = 12 }; /* limits from fewer months are on trial: nobody is judged by them */

static struct usual
usual_of(const struct months *m, const struct eni_book *b)
{
	struct usual u = {0};

	for (size_t i = 0; i < m->n; i++)
		if (m->of[i].start > 0 && is_whole(b, &m->of[i])) {
			u.left += m->of[i].left_of_start;
			u.start += m->of[i].start;
			u.months++;
		}
	return u;
}

static void
print_limits(struct eni_print *p, const struct eni_turnover *m, const struct usual *u)
{
	struct eni_counts_inside inside;

	p->cell[AVERAGE] = eni_print_ratio(p, eni_percent(u->left, u->start));
	p->cell[LOW] = p->cell[HIGH] = p->cell[VERDICT] = ENI_S("-");
	if (m->start == 0 || u->start == 0)
		return;
	inside = eni_binomial_inside(m->start, (double)u->left / (double)u->start, ENI_CONTROL_TAIL);
	p->cell[LOW] = eni_print_ratio(p, eni_percent(inside.low, m->start));
	p->cell[HIGH] = eni_print_ratio(p, eni_percent(inside.high, m->start));
	p->cell[VERDICT] = u->months < TRIAL ? eni_str_of(eni_word_code(ENI_V_CONTROL, ENI_CONTROL_UNCLEAR))
					     : eni_print_control(m->left_of_start, m->start, inside, is_whole(&p->run->book, m));
}

static void
print_shares(const struct months *all, struct eni_print *p)
{
	struct usual usual = usual_of(all, &p->run->book);

	for (size_t i = 0; i < all->n; i++) {
		const struct eni_turnover *m = &all->of[i];

		p->cell[MONTH] = month_text(p, m->month);
		p->cell[START] = eni_print_count(p, m->start);
		p->cell[JOINED] = eni_print_count(p, m->joined);
		p->cell[RETURNED] = eni_print_count(p, m->returned);
		p->cell[LEFT] = eni_print_count(p, m->left);
		p->cell[DIED] = eni_print_count(p, m->died);
		p->cell[BOTH] = eni_print_count(p, m->joined_and_left);
		p->cell[END] = eni_print_count(p, m->end);
		p->cell[CHURN] = eni_print_share(p, m->left_of_start, m->start);
		print_limits(p, m, &usual);
		eni_print_row(p, 0);
	}
}

/* ---- leavings for the time in which clients were there: --person-time ---- */

enum { T_MONTH, DAYS, T_LEFT, T_DIED, PER_100, T_LOW, T_HIGH, TIME_COLUMNS };
static const struct eni_offer time_offer[] = {[T_MONTH] = {"month", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DAYS] = {"client_days", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [T_LEFT] = {"left", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [T_DIED] = {"died", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PER_100] = {"per_100_months", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [T_LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [T_HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(time_offer, TIME_COLUMNS);

static void
print_time(struct eni_print *p, struct eni_str month, const struct eni_turnover *m)
{
	static const double month_days = 30.4375;
	struct eni_person_time t = {.events = m->left_watched, .time = (double)m->days / month_days, .per = 100};

	p->cell[T_MONTH] = month;
	p->cell[DAYS] = eni_print_count(p, m->days);
	p->cell[T_LEFT] = eni_print_count(p, m->left_watched);
	p->cell[T_DIED] = eni_print_count(p, m->died);
	eni_print_rate(p, &t, &p->cell[PER_100], &p->cell[T_LOW], &p->cell[T_HIGH]);
	eni_print_row(p, 0);
}

static void
print_times(const struct months *m, struct eni_print *p)
{
	struct eni_turnover all = {0};

	for (size_t i = 0; i < m->n; i++) {
		all.days += m->of[i].days;
		all.left_watched += m->of[i].left_watched;
		all.died += m->of[i].died;
		print_time(p, month_text(p, m->of[i].month), &m->of[i]);
	}
	if (eni_opt(p->run, "total") != NULL)
		print_time(p, eni_print_name(p, "total", ENI_KINDS), &all);
}

/* ---- both ---- */

static int
open_rate(struct rate *r, struct eni_run *run, struct eni_print *p)
{
	bool time = eni_opt(run, "person-time") != NULL;

	if (!time && eni_opt(run, "total") != NULL)
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "--total: want --person-time; shares of different months do not add up");
	if (time && eni_is_picture(run))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "-o svg and -o text draw rate without --person-time");
	if (eni_leavers_open(&r->leavers, run, false, need) == -1 ||
	    eni_print_prepare(p, run, time ? time_offer : rate_offer, time ? (size_t)TIME_COLUMNS : (size_t)RATE_COLUMNS, NULL) ==
		-1)
		return -1;
	if (!time) /* what the months are measured against is there for who asks for it */
		eni_print_first(p, eni_print_for_people(run) ? VERDICT + 1 : CHURN + 1);
	return 0;
}

static int
print_rate(struct rate *r, struct eni_print *p)
{
	struct months m = months_of(r);

	eni_print_begin(p);
	(eni_opt(p->run, "person-time") != NULL ? print_times : print_shares)(&m, p);
	free(m.all);
	return eni_print_end(p);
}

int
eni_verb_rate(struct eni_run *run)
{
	struct rate r = {0};
	struct eni_print p = {0};
	int rc = -1;

	if (open_rate(&r, run, &p) == 0 && eni_leavers_each(&r.leavers, keep_spell, &r) == 0) {
		eni_spells_link(&r.spells);
		eni_stays_warn_of_begin(&r.leavers.stays);
		eni_leavers_report(&r.leavers);
		rc = print_rate(&r, &p);
	}
	eni_spells_free(&r.spells);
	eni_leavers_close(&r.leavers);
	return rc;
}

/* ---- cohorts ---- */

enum { COHORT, AFTER, AT_START, STAYING, PERCENT, COHORT_COLUMNS };
static const struct eni_offer cohort_offer[] = {[COHORT] = {"cohort", ENI_COL_TEXT, ENI_V_NONE, 0},
    [AFTER] = {"month", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [AT_START] = {"at_start", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [STAYING] = {"staying", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(cohort_offer, COHORT_COLUMNS);

struct cohorts {
	struct eni_leavers leavers;
	struct eni_cohorts all;
};

static void
keep_start(void *to, const struct eni_stay *stay)
{
	struct cohorts *c = to;

	if (has_its_time(&c->leavers, stay) && stay->seen == stay->start &&
	    in_months(&c->leavers.report.period, eni_month_start(stay->start)))
		eni_cohorts_add(&c->all, stay);
}

/* One cohort: stays [from, to), the shortest first. */
static void
print_cohort(struct cohorts *c, struct eni_print *p, size_t from, size_t to)
{
	const struct eni_cohort_stay *stay = c->all.stay;
	int32_t seen = eni_cohort_seen(&c->all, stay[from].month);
	size_t gone = from;

	for (int32_t month = 0; month <= seen; month++) {
		while (month > 0 && gone < to && stay[gone].lasted < month)
			gone++;
		p->cell[COHORT] = month_text(p, stay[from].month);
		p->cell[AFTER] = eni_print_count(p, month);
		p->cell[AT_START] = eni_print_count(p, (int64_t)(to - from));
		p->cell[STAYING] = eni_print_count(p, (int64_t)(to - gone));
		p->cell[PERCENT] = eni_print_share(p, (int64_t)(to - gone), (int64_t)(to - from));
		eni_print_row(p, 0);
	}
}

static int
print_cohorts(struct cohorts *c, struct eni_print *p)
{
	const struct eni_cohorts *all = &c->all;

	eni_print_begin(p);
	for (size_t from = 0, to; from < all->n; from = to) {
		for (to = from; to < all->n && all->stay[to].month == all->stay[from].month; to++)
			;
		print_cohort(c, p, from, to);
	}
	return eni_print_end(p);
}

int
eni_verb_cohorts(struct eni_run *run)
{
	struct cohorts c = {.all = {.today = run->now.day}};
	struct eni_print p = {0};
	int rc = -1;

	if (eni_leavers_open(&c.leavers, run, false, need) == 0 &&
	    eni_print_prepare(&p, run, cohort_offer, COHORT_COLUMNS, NULL) == 0 &&
	    eni_leavers_each(&c.leavers, keep_start, &c) == 0) {
		eni_cohorts_sort(&c.all);
		eni_stays_warn_of_begin(&c.leavers.stays);
		eni_leavers_report(&c.leavers);
		rc = print_cohorts(&c, &p);
	}
	eni_cohorts_free(&c.all);
	eni_leavers_close(&c.leavers);
	return rc;
}
