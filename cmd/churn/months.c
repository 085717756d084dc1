/* churn rate and cohorts: coming and going by the month, and how long those stay who came in one month.  See verbs.h. */
#include <stdlib.h>

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

enum { MONTH, START, JOINED, RETURNED, LEFT, DIED, BOTH, END, CHURN, RATE_COLUMNS };
static const struct eni_offer rate_offer[] = {[MONTH] = {"month", ENI_COL_TEXT, ENI_V_NONE, 0},
    [START] = {"start", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [JOINED] = {"joined", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [RETURNED] = {"returned", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LEFT] = {"left", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [DIED] = {"died", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [BOTH] = {"joined_and_left", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [END] = {"end", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CHURN] = {"churn_percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
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

static void
print_month(struct eni_print *p, const struct eni_turnover *m)
{
	p->cell[MONTH] = month_text(p, m->month);
	p->cell[START] = eni_print_count(p, m->start);
	p->cell[JOINED] = eni_print_count(p, m->joined);
	p->cell[RETURNED] = eni_print_count(p, m->returned);
	p->cell[LEFT] = eni_print_count(p, m->left);
	p->cell[DIED] = eni_print_count(p, m->died);
	p->cell[BOTH] = eni_print_count(p, m->joined_and_left);
	p->cell[END] = eni_print_count(p, m->end);
	p->cell[CHURN] = eni_print_share(p, m->left_of_start, m->start);
	eni_print_row(p, 0);
}

static int
print_rate(struct rate *r, struct eni_print *p)
{
	const struct eni_report *report = &r->leavers.report;
	size_t n;
	struct eni_turnover *month = eni_turnover_count(&r->spells, p->run->book.office.records_from, p->run->book.today, &n);

	eni_print_begin(p);
	for (size_t i = 0; i < n; i++)
		if (in_months(&report->period, month[i].month))
			print_month(p, &month[i]);
	free(month);
	return eni_print_end(p);
}

int
eni_verb_rate(struct eni_run *run)
{
	struct rate r = {0};
	struct eni_print p = {0};
	int rc = -1;

	if (eni_leavers_open(&r.leavers, run, false, need) == 0 &&
	    eni_print_prepare(&p, run, rate_offer, RATE_COLUMNS, NULL) == 0 && eni_leavers_each(&r.leavers, keep_spell, &r) == 0) {
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
