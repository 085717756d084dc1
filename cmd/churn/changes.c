/* churn changes: what each changed house rule cost.  See verbs.h. */
#include <stdlib.h>

#include "base/num.h"
#include "cmd/churn/leavers.h"
#include "cmd/churn/verbs.h"
#include "stay/spells.h"
#include "worth/price.h"

enum { RULE, LOST, VALUE, COLUMNS };
static const struct eni_offer offer[] = {[RULE] = {"rule", ENI_COL_TEXT, ENI_V_NONE, 0},
    [LOST] = {"lost", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VALUE] = {"monthly_value", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

/* A rule that was changed. */
struct change {
	struct eni_str rule;
	int64_t lost;
	struct eni_ratio value; /* a month, in minor units */
	bool unpriced;          /* some price is not known */
};

struct changes {
	struct eni_leavers leavers;
	struct eni_spells spells;
	struct eni_map rules;
	struct change *change;
	size_t n, cap;
	struct eni_prices prices;
};

static uint32_t
change_of(struct changes *c, struct eni_str rule)
{
	uint32_t at = eni_map_get(&c->rules, rule);

	if (at != ENI_NONE)
		return at;
	rule = eni_arena_keep(&c->spells.arena, rule);
	c->change = eni_grow(c->change, &c->cap, c->n + 1, sizeof *c->change);
	c->change[c->n] = (struct change){.rule = rule};
	return eni_map_add(&c->rules, rule, (uint32_t)c->n++);
}

static void
keep_stay(void *to, const struct eni_stay *stay)
{
	struct changes *c = to;
	struct eni_spell *s = eni_spells_add(&c->spells, &c->leavers.report.desk.run->book, stay);
	bool changed = stay->reason == ENI_REASON_RULE_CHANGE && eni_leavers_left(&c->leavers, stay);

	s->tag = changed ? change_of(c, eni_str_trim(stay->note)) : ENI_NONE;
}

static void
count_lost(struct changes *c)
{
	for (size_t i = 0; i < c->spells.n; i++) {
		const struct eni_spell *s = &c->spells.spell[i];
		struct eni_ratio monthly = eni_price_monthly(&c->prices, s->who);

		if (s->tag == ENI_NONE || s->back)
			continue; /* who is back is not lost */
		c->change[s->tag].lost++;
		c->change[s->tag].unpriced |= monthly.den == 0;
		c->change[s->tag].value = eni_ratio_add(c->change[s->tag].value, monthly);
	}
}

static int
most_lost(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return x->lost != y->lost ? (x->lost < y->lost) - (x->lost > y->lost) : eni_str_cmp(x->rule, y->rule);
}

static int
value_text(struct eni_print *p, const struct change *c, struct eni_str *out)
{
	int64_t minor;

	*out = ENI_S("-");
	if (c->unpriced)
		return 0;
	if (!eni_ratio_round(c->value, &minor))
		return eni_fail(&p->run->diag, ENI_NOWHERE, "monthly_value", "the amount is too big");
	*out = eni_print_money(p, minor);
	return 0;
}

static int
print_changes(struct changes *c, struct eni_print *p)
{
	struct eni_run *run = p->run;
	bool unpriced = false;

	if (c->n > 1)
		qsort(c->change, c->n, sizeof *c->change, most_lost);
	eni_print_begin(p);
	for (size_t i = 0; i < c->n && c->change[i].lost > 0; i++) {
		p->cell[RULE] = c->change[i].rule.n == 0 ? ENI_S("-") : c->change[i].rule;
		p->cell[LOST] = eni_print_count(p, c->change[i].lost);
		if (value_text(p, &c->change[i], &p->cell[VALUE]) == -1)
			break;
		unpriced |= c->change[i].unpriced;
		eni_print_row(p, 0);
	}
	if (unpriced)
		eni_warn(&run->diag, ENI_NOWHERE, "monthly_value",
		    "not known without price and visits_per_month: give people their own, or set ltv in office.yaml");
	return eni_print_end(p);
}

static int
open_changes(struct changes *c, struct eni_run *run)
{
	static const char *const need[] = {"end_date", "reason", "reason_note", NULL};

	if (eni_leavers_open(&c->leavers, run, true, need) == -1)
		return -1;
	eni_prices_want(&c->prices, &run->book);
	return 0;
}

int
eni_verb_changes(struct eni_run *run)
{
	struct changes c = {0};
	struct eni_print p = {0};
	int rc = -1;

	if (open_changes(&c, run) == 0 && eni_print_prepare(&p, run, offer, COLUMNS, NULL) == 0 &&
	    eni_leavers_each(&c.leavers, keep_stay, &c) == 0) {
		eni_spells_link(&c.spells);
		count_lost(&c);
		eni_leavers_report(&c.leavers);
		rc = print_changes(&c, &p);
	}
	free(c.change);
	eni_map_free(&c.rules);
	eni_spells_free(&c.spells);
	eni_leavers_close(&c.leavers);
	return rc;
}
