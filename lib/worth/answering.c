/* The cost of answering: see answering.h. */
#include "worth/answering.h"

#include "base/num.h"
#include "worth/worth.h"

static int64_t
money_of(const struct eni_book *b, const struct eni_node *node)
{
	int64_t money;

	return eni_money_parse(eni_node_text(node), b->office.decimals, &money) == 1 ? money : -1;
}

static int
refuse(const struct eni_book *b, uint32_t line, const char *path, const char *want)
{
	return eni_fail(b->diag, eni_at(b->office.file, line), path, "want %s", _(want));
}

static int
read_tier(struct eni_book *b, const struct eni_node *node, struct eni_tier *t)
{
	static const char want[] = N_("tiers such as {calls: 20, price: 3000}, perhaps with extra: 150 for each further call");
	const struct eni_node *extra = eni_node_get(node, "extra");

	*t = (struct eni_tier){.price = money_of(b, eni_node_get(node, "price")), .extra = money_of(b, extra)};
	if (eni_count_parse(eni_node_text(eni_node_get(node, "calls")), &t->calls) != 1 || t->price < 0 ||
	    (extra != NULL && t->extra < 0) || node->n != 2u + (extra != NULL))
		return refuse(b, node->line, "answering.tiers", want);
	return 0;
}

static int
read_money(struct eni_book *b, const char *path, int64_t *out)
{
	const struct eni_node *node = eni_office_get(&b->office, path);

	*out = money_of(b, node);
	return node == NULL || *out >= 0 ? 0 : refuse(b, node->line, path, N_("an amount such as 10000"));
}

int
eni_answering_read(struct eni_answering *a, struct eni_book *b)
{
	const struct eni_node *tiers = eni_office_get(&b->office, "answering.tiers"),
			      *calls = eni_office_get(&b->office, "answering.calls");

	*a = (struct eni_answering){.calls = -1};
	if (read_money(b, "answering.clerk", &a->clerk) == -1 || read_money(b, "answering.service", &a->service) == -1 ||
	    read_money(b, "answering.clerk_salary", &a->salary) == -1)
		return -1;
	if (calls != NULL && eni_count_parse(eni_node_text(calls), &a->calls) != 1)
		return refuse(b, calls->line, "answering.calls", N_("a whole number of calls a month"));
	if (tiers == NULL)
		return 0;
	a->tier = eni_arena_clear(&b->arena, (tiers->n + 1) * sizeof *a->tier);
	for (; a->n < tiers->n; a->n++)
		if (read_tier(b, tiers->item[a->n], &a->tier[a->n]) == -1)
			return -1;
	return 0;
}

int64_t
eni_tier_cost(const struct eni_tier *t, int64_t calls)
{
	int64_t more = calls - t->calls, cost;

	if (more <= 0)
		return t->price;
	if (t->extra < 0 || __builtin_mul_overflow(more, t->extra, &cost) || __builtin_add_overflow(cost, t->price, &cost))
		return -1;
	return cost;
}

const struct eni_tier *
eni_answering_fit(const struct eni_answering *a, int64_t calls)
{
	const struct eni_tier *best = NULL;

	for (size_t i = 0; i < a->n; i++) {
		int64_t cost = eni_tier_cost(&a->tier[i], calls);

		if (cost >= 0 && (best == NULL || cost < eni_tier_cost(best, calls)))
			best = &a->tier[i];
	}
	return best;
}

int64_t
eni_calls_a_month(const struct eni_phonelog *l, const struct eni_period *p, int32_t today)
{
	int32_t from = eni_is_day(p->since) ? p->since.day : INT32_MAX, to = eni_is_day(p->until) ? p->until.day : today;
	int64_t calls = 0, days;

	for (size_t i = 0; i < l->n; i++) {
		if (l->call[i].dir != ENI_DIR_IN)
			continue;
		calls++;
		if (!eni_is_day(p->since) && l->call[i].at.day < from)
			from = l->call[i].at.day;
	}
	if (to > today)
		to = today;
	if (calls == 0 || from > to)
		return -1;
	days = (int64_t)to - from + 1;
	return (calls * ENI_MONTH_DAYS + days * ENI_MONTH_PARTS - 1) / (days * ENI_MONTH_PARTS);
}
