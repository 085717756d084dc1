/* churn return: how many came back, and how soon.  See verbs.h. */
#include <stdlib.h>

#include "base/num.h"
#include "cli/chart.h"
#include "cli/grouping.h"
#include "cmd/churn/census.h"
#include "cmd/churn/leavers.h"
#include "cmd/churn/survival.h"
#include "cmd/churn/verbs.h"
#include "stay/spells.h"

enum { BY, LAPSED, DECEASED, RETURNED, RATE, LOW, HIGH, BENCHMARK, VERDICT, RECENT, RETURN_COLUMNS };
static const struct eni_offer return_offer[] = {[BY] = {"reason", ENI_COL_TEXT, ENI_V_REASON, 0},
    [LAPSED] = {"lapsed", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [DECEASED] = {"deceased", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [RETURNED] = {"returned", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [RATE] = {"return_rate", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [BENCHMARK] = {"benchmark", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_SIDE, 0},
    [RECENT] = {"recent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(return_offer, RETURN_COLUMNS);

enum { ALL = 0 };           /* all reasons together */
enum { USUAL_RETURN = 10 }; /* percent: one in ten, by experience */
enum { MAY_YET = 180 };     /* days after leaving within which not being back says little (decision 72) */

/* Of the recent nobody is back yet, nor dead. */
struct returns {
	int reason; /* 0: all */
	int64_t lapsed, deceased, returned, recent;
};

struct back {
	struct eni_leavers leavers;
	struct eni_spells spells;
	size_t death; /* the column with the day of death */
	/* how many */
	struct eni_print print;
	size_t from;                     /* the first column printed */
	struct returns group[ENI_CODES]; /* by reason */
	struct eni_ratio benchmark;
	/* how soon */
	bool curve, by_reason;
	struct eni_grouping by;
	struct eni_census counts;
	size_t dead; /* who died away on an unknown day */
	struct eni_place first_dead;
};

static void
keep_stay(void *to, const struct eni_stay *stay)
{
	struct back *b = to;

	if (stay->over && stay->end == ENI_NODAY && (b->curve || eni_period_bounded(&b->leavers.report.period)))
		eni_leavers_undated(&b->leavers, stay);
	eni_spells_add(&b->spells, &b->leavers.report.desk.run->book, stay);
}

/* ---- what became of them ---- */

struct became {
	int state; /* of ENI_V_AWAY; 0: still away */
	int32_t on;
};

/* Nobody who is away is lost for good but by death: who has neither returned nor died is still away. */
static struct became
dead_since(const struct back *b, const struct eni_spell *s)
{
	const struct eni_book *book = &b->leavers.report.desk.run->book;
	struct eni_when died;

	if (s->reason == ENI_REASON_DEATH)
		return (struct became){ENI_AWAY_DEATH, s->end};
	if (s->who >= book->clients.n)
		return (struct became){0, ENI_NODAY};
	died = eni_sheet_when(&book->clients, b->death, s->who);
	if (eni_is_day(died) && died.day >= s->end && eni_book_has_happened(book, died))
		return (struct became){ENI_AWAY_DEATH, died.day};
	return (struct became){
	    eni_sheet_code(&book->clients, b->leavers.stays.status, s->who) == ENI_STATUS_DECEASED ? ENI_AWAY_DEATH : 0, ENI_NODAY};
}

/* Who came back has returned, whatever became of them later.  A stay of no days that ends by death is no return. */
static struct became
became_of(const struct back *b, size_t at)
{
	const struct eni_spell *s = &b->spells.spell[at], *next = s + 1, *end = b->spells.spell + b->spells.n;

	while (next < end && next->who == s->who && next->start < s->end)
		next++;
	if (s->reason == ENI_REASON_DEATH || next == end || next->who != s->who)
		return dead_since(b, s);
	if (next->over && next->end == next->start && next->reason == ENI_REASON_DEATH)
		return (struct became){ENI_AWAY_DEATH, next->start};
	return (struct became){ENI_AWAY_RETURN, next->start};
}

/* ---- how many ---- */

static void
count_returns(struct back *b)
{
	const struct eni_period *period = &b->leavers.report.period;
	int32_t today = b->leavers.report.desk.run->book.today;

	for (size_t i = 0; i < b->spells.n; i++) {
		const struct eni_spell *s = &b->spells.spell[i];
		struct returns *const both[] = {&b->group[ALL], &b->group[eni_leavers_reason(s->reason)]};
		int became;

		if (!s->over || !eni_period_has(period, (struct eni_when){s->end, ENI_NOTIME}))
			continue;
		became = became_of(b, i).state;
		for (size_t k = 0; k < 2; k++) {
			both[k]->lapsed++;
			both[k]->deceased += became == ENI_AWAY_DEATH;
			both[k]->returned += became == ENI_AWAY_RETURN;
			both[k]->recent += became == 0 && s->end != ENI_NODAY && s->end >= today - MAY_YET;
		}
	}
}

static void
print_returns(struct back *b, const struct returns *r)
{
	struct eni_print *p = &b->print;
	struct eni_str *cell = p->cell - b->from;
	int64_t base = r->lapsed - r->deceased;
	struct eni_ratio mark = eni_word_is(ENI_V_REASON, r->reason, ENI_IS_FINAL) ? ENI_NO_RATIO : b->benchmark;
	struct eni_str verdict = eni_print_side(r->returned, base, mark);

	/* It must hold without those who may still come. */
	if (!eni_str_eq(verdict, eni_print_side(r->returned, base - r->recent, mark)) && base > 0)
		verdict = eni_str_of(eni_word_code(ENI_V_SIDE, ENI_SIDE_UNCLEAR));
	if (b->from == BY)
		cell[BY] = eni_str_of(eni_word_code(ENI_V_REASON, r->reason));
	cell[LAPSED] = eni_print_count(p, r->lapsed);
	cell[DECEASED] = eni_print_count(p, r->deceased);
	cell[RETURNED] = eni_print_count(p, r->returned);
	cell[RECENT] = eni_print_count(p, r->recent);
	cell[RATE] = eni_print_share(p, r->returned, base);
	cell[BENCHMARK] = eni_print_ratio(p, mark);
	cell[VERDICT] = verdict;
	cell[LOW] = cell[HIGH] = ENI_S("-");
	if (base > 0) {
		struct eni_interval sure = eni_wilson(r->returned, base);

		cell[LOW] = eni_print_real(p, 100 * sure.low, 1);
		cell[HIGH] = eni_print_real(p, 100 * sure.high, 1);
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
	size_t n = ENI_CODES - 1;

	eni_print_begin(&b->print);
	if (b->from != BY) {
		print_returns(b, &b->group[ALL]);
		return eni_print_end(&b->print);
	}
	for (size_t i = 1; i <= n; i++)
		b->group[i].reason = (int)i;
	qsort(b->group + 1, n, sizeof *b->group, most_lapsed);
	for (size_t i = 1; i <= n && b->group[i].lapsed > 0; i++)
		print_returns(b, &b->group[i]);
	return eni_print_end(&b->print);
}

/* ---- how soon: --curve ---- */

static void
note_dead(struct back *b, const struct eni_spell *s)
{
	if (b->dead++ == 0)
		b->first_dead = eni_sheet_place(&b->leavers.report.desk.run->book.clients, s->who);
}

/* How the time away that a spell begins ended. */
static struct eni_life_stay
away_after(struct back *b, size_t at)
{
	const struct eni_spell *s = &b->spells.spell[at];
	struct became x = became_of(b, at);
	bool dated = x.state != 0 && x.on != ENI_NODAY;

	if (x.state != 0 && !dated)
		note_dead(b, s);
	return (struct eni_life_stay){.exit = (dated ? x.on : b->leavers.report.desk.run->book.today) - s->end,
	    .cause = dated ? eni_census_cause(&b->counts, eni_str_of(eni_word_code(ENI_V_AWAY, x.state))) : ENI_NO_CAUSE};
}

static struct eni_str
group_of(struct back *b, const struct eni_spell *s)
{
	if (b->by_reason)
		return eni_str_of(eni_word_code(ENI_V_REASON, eni_leavers_reason(s->reason)));
	return eni_grouping_name(&b->by, s->who < b->leavers.report.desk.run->book.clients.n ? s->who : ENI_NONE);
}

static void
count_away(struct back *b)
{
	for (size_t i = 0; i < b->spells.n; i++) {
		const struct eni_spell *s = &b->spells.spell[i];
		struct eni_life_stay away;

		if (!s->over || s->end == ENI_NODAY || s->reason == ENI_REASON_DEATH ||
		    !eni_period_has(&b->leavers.report.period, (struct eni_when){s->end, ENI_NOTIME}))
			continue;
		away = away_after(b, i);
		away.group = eni_census_group(&b->counts, group_of(b, s));
		eni_census_take(&b->counts, away);
	}
	eni_census_sort(&b->counts);
	if (b->dead > 0)
		eni_warn(&b->leavers.report.desk.run->diag, b->first_dead, "death_date",
		    "is empty, of %zu who died while away; counted as away up to the day", b->dead);
}

static int
open_curve(struct back *b, struct eni_run *run)
{
	if (eni_census_open(&b->counts, run) == -1)
		return -1;
	b->by_reason = eni_opt(run, "by") != NULL &&
		       eni_str_is(eni_book_field_name(&run->book, ENI_CLIENTS, eni_str_of(eni_opt(run, "by"))), "reason");
	return b->by_reason ? 0 : eni_grouping_open(&b->by, run, "by", eni_opt(run, "by"));
}

/* ---- both ---- */

static int
open_rate(struct back *b, struct eni_run *run)
{
	static const char *const by[] = {"reason"};
	int64_t target = (int64_t)USUAL_RETURN * ENI_NUM_SCALE;
	size_t choice;

	if (eni_is_picture(run))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "-o svg and -o text draw return --curve");
	if (eni_choice(run, "by", by, 1, &choice) == -1)
		return -1;
	b->from = choice == SIZE_MAX ? LAPSED : BY;
	eni_num_parse(eni_node_text(eni_office_get(&run->book.office, "targets.return_rate")), &target);
	b->benchmark = eni_ratio_of(target, ENI_NUM_SCALE);
	if (eni_print_prepare(&b->print, run, return_offer + b->from, RETURN_COLUMNS - b->from, NULL) == -1)
		return -1;
	if (!eni_print_for_people(run))
		eni_print_first(&b->print, RECENT - b->from);
	return 0;
}

static int
answer(struct back *b)
{
	if (b->curve) {
		count_away(b);
		eni_leavers_report(&b->leavers);
		return eni_incidence_answer(&b->counts, &eni_return_curve);
	}
	count_returns(b);
	eni_leavers_report(&b->leavers);
	return print_back(b);
}

int
eni_verb_return(struct eni_run *run)
{
	static const char *const need[] = {"end_date", "returned_date", NULL};
	struct back b = {.curve = eni_opt(run, "curve") != NULL};
	int rc = -1;

	b.death = eni_sheet_want(&run->book.clients, ENI_S("death_date"), ENI_AS_TYPED);
	if (eni_leavers_open(&b.leavers, run, false, need) == 0 && (b.curve ? open_curve : open_rate)(&b, run) == 0 &&
	    eni_leavers_each(&b.leavers, keep_stay, &b) == 0) {
		eni_spells_link(&b.spells);
		rc = answer(&b);
	}
	eni_census_free(&b.counts);
	eni_grouping_close(&b.by);
	eni_spells_free(&b.spells);
	eni_leavers_close(&b.leavers);
	return rc;
}
