/* churn changes: what each changed house rule cost.  See verbs.h. */
#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "cmd/churn/leavers.h"
#include "cmd/churn/verbs.h"
#include "rec/reading.h"
#include "stay/spells.h"
#include "worth/price.h"

enum { RULE, LOST, VALUE, DIED, COLUMNS };
static const struct eni_offer offer[] = {[RULE] = {"rule", ENI_COL_TEXT, ENI_V_HOUSE_RULE, 0},
    [LOST] = {"lost", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VALUE] = {"monthly_value", ENI_COL_MONEY, ENI_V_NONE, 0},
    [DIED] = {"died", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

/* A rule that was changed. */
struct change {
	struct eni_str rule;    /* its code, else as it was first written */
	int64_t lost, died;     /* who have died since are not lost: nobody can win them back */
	struct eni_ratio value; /* a month, in minor units */
	bool unpriced;          /* some price is not known */
};

struct changes {
	struct eni_leavers leavers;
	struct eni_spells spells;
	struct eni_map rules; /* by meaning */
	struct change *change;
	size_t n, cap;
	uint32_t *over; /* lists of changes, each with its length in front: a spell's tag is where its own begins */
	size_t n_over, cap_over;
	struct eni_prices prices;
};

static uint32_t
change_of(struct changes *c, struct eni_str meaning, struct eni_str written)
{
	uint32_t at = eni_map_get(&c->rules, meaning);

	if (at != ENI_NONE)
		return at;
	c->change = eni_grow(c->change, &c->cap, c->n + 1, sizeof *c->change);
	c->change[c->n] = (struct change){.rule = eni_arena_keep(&c->spells.arena, written)};
	return eni_map_add(&c->rules, eni_arena_keep(&c->spells.arena, meaning), (uint32_t)c->n++);
}

/* Somebody may have left over several, whatever they are called (decision 74). */
static uint32_t
changes_of(struct changes *c, struct eni_str note)
{
	uint32_t first = (uint32_t)c->n_over;
	struct eni_buf said = {0};
	struct eni_str rest, meaning;

	eni_words_said(&said, ENI_V_HOUSE_RULE, note);
	rest = eni_buf_str(&said);
	c->over = eni_grow(c->over, &c->cap_over, c->n_over + 2, sizeof *c->over);
	c->over[c->n_over++] = 0;
	if (rest.n == 0)
		c->over[c->n_over++] = change_of(c, rest, rest);
	while (eni_piece(&rest, &meaning)) {
		bool code = eni_word_find(ENI_V_HOUSE_RULE, meaning) != ENI_UNKNOWN_WORD;

		c->over = eni_grow(c->over, &c->cap_over, c->n_over + 1, sizeof *c->over);
		c->over[c->n_over++] = change_of(c, meaning, code ? meaning : eni_str_trim(note));
	}
	c->over[first] = (uint32_t)c->n_over - first - 1;
	eni_buf_free(&said);
	return first;
}

static void
keep_stay(void *to, const struct eni_stay *stay)
{
	struct changes *c = to;
	struct eni_spell *s = eni_spells_add(&c->spells, &c->leavers.report.desk.run->book, stay);
	bool changed = stay->reason == ENI_REASON_RULE_CHANGE && eni_leavers_left(&c->leavers, stay);

	s->tag = changed ? changes_of(c, stay->note) : ENI_NONE;
}

static void
add_lost(struct change *x, bool died, struct eni_ratio monthly)
{
	x->died += died;
	if (died)
		return;
	x->lost++;
	x->unpriced |= monthly.den == 0;
	x->value = eni_ratio_add(x->value, monthly);
}

static void
count_lost(struct changes *c)
{
	const struct eni_sheet *clients = &c->leavers.report.desk.run->book.clients;

	for (size_t i = 0; i < c->spells.n; i++) {
		const struct eni_spell *s = &c->spells.spell[i];
		bool died;

		if (s->tag == ENI_NONE || s->back)
			continue; /* who is back is not lost */
		died = s->who < clients->n && eni_sheet_code(clients, c->leavers.stays.status, s->who) == ENI_STATUS_DECEASED;
		for (uint32_t k = 1; k <= c->over[s->tag]; k++)
			add_lost(&c->change[c->over[s->tag + k]], died, eni_price_monthly(&c->prices, s->who));
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
	for (size_t i = 0; i < c->n; i++) {
		if (c->change[i].lost == 0 && (c->change[i].died == 0 || !p->wanted[DIED]))
			continue;
		p->cell[RULE] = c->change[i].rule.n == 0 ? ENI_S("-") : c->change[i].rule;
		p->cell[LOST] = eni_print_count(p, c->change[i].lost);
		p->cell[DIED] = eni_print_count(p, c->change[i].died);
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
		if (!eni_print_for_people(run))
			eni_print_first(&p, DIED);
		eni_spells_link(&c.spells);
		count_lost(&c);
		eni_leavers_report(&c.leavers);
		rc = print_changes(&c, &p);
	}
	free(c.over);
	free(c.change);
	eni_map_free(&c.rules);
	eni_spells_free(&c.spells);
	eni_leavers_close(&c.leavers);
	return rc;
}
