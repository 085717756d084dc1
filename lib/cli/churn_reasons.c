/* churn reasons, return, changes: why people left, how many came back, what a changed rule cost (S0-4..S0-7, S0-14..S0-17).  See
 * churn.h. */
#include <stdlib.h>

#include "base/num.h"
#include "care/counts.h"
#include "care/spells.h"
#include "cli/churn.h"
#include "cli/churn_charts.h"
#include "cli/leavers.h"
#include "stat/chance.h"

static int
reason_or_unknown(int reason)
{
	return reason == 0 ? (int)ENI_REASON_UNKNOWN : reason;
}

/* ---- reasons ---- */

enum { REASON, COUNT, PERCENT, REASON_COLUMNS };
static const struct eni_offer reason_offer[REASON_COLUMNS] = {[REASON] = {"reason", ENI_COL_TEXT, ENI_V_REASON, 0},
    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};

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
	eni_counts_add(&r->counts, ENI_V_REASON, reason_or_unknown(stay->reason));
	r->all++;
}

static int
print_reasons(struct reasons *r, struct eni_print *p)
{
	eni_counts_sort(&r->counts);
	eni_print_chart(p, &eni_reasons_chart);
	eni_print_begin(p);
	for (size_t i = 0; i < r->counts.n; i++) {
		p->cell[REASON] = eni_str_of(r->counts.row[i].code);
		p->cell[COUNT] = eni_print_count(p, r->counts.row[i].n);
		p->cell[PERCENT] = eni_print_ratio(p, eni_percent(r->counts.row[i].n, r->all));
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
		eni_leavers_tell(&r.leavers);
		rc = print_reasons(&r, &p);
	}
	eni_leavers_close(&r.leavers);
	return rc;
}

/* ---- return ---- */

enum { BY, LAPSED, DECEASED, RETURNED, RATE, LOW, HIGH, BENCHMARK, VERDICT, RETURN_COLUMNS };
static const struct eni_offer return_offer[RETURN_COLUMNS] = {[BY] = {"reason", ENI_COL_TEXT, ENI_V_REASON, 0},
    [LAPSED] = {"lapsed", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [DECEASED] = {"deceased", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [RETURNED] = {"returned", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [RATE] = {"return_rate", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [BENCHMARK] = {"benchmark", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_NONE, 0}};

enum { ALL = 0, GROUPS = ENI_REASON_OTHER + 1 }; /* one for each reason, and all of them together */
enum { USUAL_RETURN = 10 };                      /* percent: S0-4 */

struct returns {
	int reason; /* 0: all */
	int64_t lapsed, deceased, returned;
};

struct back {
	struct eni_leavers leavers;
	struct eni_spells spells;
	struct eni_print print;
	size_t from; /* the first column printed */
	struct returns group[GROUPS];
	struct eni_ratio benchmark;
};

static void
keep_stay(void *to, const struct eni_stay *stay)
{
	struct back *b = to;

	if (stay->over && stay->end == ENI_NODAY && eni_period_bounded(&b->leavers.report.period))
		eni_leavers_undated(&b->leavers, stay);
	eni_spells_add(&b->spells, &b->leavers.report.desk.run->book, stay);
}

static void
count_returns(struct back *b)
{
	const struct eni_period *period = &b->leavers.report.period;

	for (size_t i = 0; i < b->spells.n; i++) {
		const struct eni_spell *s = &b->spells.spell[i];
		bool dead = s->reason == ENI_REASON_DEATH;
		struct returns *const both[] = {&b->group[ALL], &b->group[reason_or_unknown(s->reason)]};

		if (!s->over || !eni_period_has(period, (struct eni_when){s->end, ENI_NOTIME}))
			continue;
		for (size_t k = 0; k < 2; k++) {
			both[k]->lapsed++;
			both[k]->deceased += dead;
			both[k]->returned += !dead && s->back;
		}
	}
}

static struct eni_str
percent_of(struct eni_print *p, double share)
{
	return eni_arena_printf(&p->row, "%.1f", 100 * share);
}

static void
print_returns(struct back *b, const struct returns *r)
{
	static const char *const verdict[] = {"below", "at", "above"};
	struct eni_print *p = &b->print;
	struct eni_str *cell = p->cell - b->from;
	int64_t base = r->lapsed - r->deceased;
	struct eni_ratio rate = eni_percent(r->returned, base);
	int side = eni_ratio_cmp(rate, b->benchmark);

	if (b->from == BY)
		cell[BY] = eni_str_of(eni_word_code(ENI_V_REASON, r->reason));
	cell[LAPSED] = eni_print_count(p, r->lapsed);
	cell[DECEASED] = eni_print_count(p, r->deceased);
	cell[RETURNED] = eni_print_count(p, r->returned);
	cell[RATE] = eni_print_ratio(p, rate);
	cell[BENCHMARK] = eni_print_ratio(p, b->benchmark);
	cell[LOW] = cell[HIGH] = cell[VERDICT] = ENI_S("-");
	if (base > 0) {
		struct eni_interval sure = eni_wilson(r->returned, base);

		cell[LOW] = percent_of(p, sure.low);
		cell[HIGH] = percent_of(p, sure.high);
		cell[VERDICT] = eni_str_of(verdict[(side > 0) - (side < 0) + 1]);
	}
	eni_print_row(p, 0);
}

static int
most_lapsed(const void *a, const void *b)
{
	const struct returns *x = a, *y = b;

	if (x->lapsed != y->lapsed)
		return x->lapsed < y->lapsed ? 1 : -1;
	return strcmp(eni_word_code(ENI_V_REASON, x->reason), eni_word_code(ENI_V_REASON, y->reason));
}

static int
print_back(struct back *b)
{
	eni_print_begin(&b->print);
	if (b->from != BY) {
		print_returns(b, &b->group[ALL]);
		return eni_print_end(&b->print);
	}
	for (int i = 1; i < GROUPS; i++)
		b->group[i].reason = i;
	qsort(b->group + 1, GROUPS - 1, sizeof *b->group, most_lapsed);
	for (size_t i = 1; i < GROUPS && b->group[i].lapsed > 0; i++)
		print_returns(b, &b->group[i]);
	return eni_print_end(&b->print);
}

static int
open_back(struct back *b, struct eni_run *run)
{
	static const char *const need[] = {"end_date", "returned_date", NULL}, *const by[] = {"reason"};
	int64_t target = (int64_t)USUAL_RETURN * ENI_NUM_SCALE;
	size_t choice;

	if (eni_choice(run, "by", by, 1, &choice) == -1 || eni_leavers_open(&b->leavers, run, false, need) == -1)
		return -1;
	b->from = choice == SIZE_MAX ? LAPSED : BY;
	eni_num_parse(eni_node_text(eni_office_get(&run->book.office, "targets.return_rate")), &target);
	b->benchmark = eni_ratio_of(target, ENI_NUM_SCALE);
	return eni_print_prepare(&b->print, run, return_offer + b->from, RETURN_COLUMNS - b->from, NULL);
}

int
eni_verb_return(struct eni_run *run)
{
	struct back b = {0};
	int rc = -1;

	if (open_back(&b, run) == 0 && eni_leavers_each(&b.leavers, keep_stay, &b) == 0) {
		eni_spells_link(&b.spells);
		count_returns(&b);
		eni_leavers_tell(&b.leavers);
		rc = print_back(&b);
	}
	eni_spells_free(&b.spells);
	eni_leavers_close(&b.leavers);
	return rc;
}
