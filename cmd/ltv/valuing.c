/* People's worth: see valuing.h. */
#include "cmd/ltv/valuing.h"

#include <stdlib.h>

#include "base/num.h"
#include "cli/report.h"

static bool
is_asked(void *of, uint32_t client)
{
	struct eni_valuing *v = of;

	return eni_subject_asked(&v->run->book, client);
}

int
eni_valuing_open(struct eni_valuing *v, struct eni_run *run, bool operands)
{
	struct eni_usual usual;
	struct eni_terms terms;
	struct eni_period period;
	int64_t months, ahead;

	*v = (struct eni_valuing){.run = run, .desk = {.run = run}};
	if (eni_terms_read(run, &usual, &terms) == -1 || eni_terms_months(run, &months) == -1 ||
	    eni_terms_horizon(run, &ahead) == -1 || eni_report_period(run, &period) == -1 ||
	    eni_desk_open_facts(&v->desk, run, operands) == -1 ||
	    eni_grouping_open(&v->like, run, "like", eni_opt(run, "like")) == -1)
		return -1;
	eni_worth_want(&v->worth, &run->book);
	usual.months = v->worth.prices.usual.months;
	v->worth.prices.usual = usual; /* --months is for all, the setting only where nothing was seen */
	v->worth.total_months = months;
	v->worth.ahead = ahead;
	v->worth.terms = terms;
	v->worth.period = period;
	v->worth.asks = is_asked;
	v->worth.of = v;
	return 0;
}

/* Numbers the groups of --like as they come. */
static void
number_groups(struct eni_valuing *v)
{
	struct eni_map by_name = {0};
	size_t n = v->run->book.clients.n;

	v->like_of = eni_realloc(NULL, (n + 1) * sizeof *v->like_of);
	for (uint32_t c = 0; c < n; c++) {
		struct eni_str name = eni_grouping_name(&v->like, c);
		uint32_t at = eni_map_get(&by_name, name);

		if (at == ENI_NONE) {
			v->like_name = eni_grow(v->like_name, &v->cap_like, v->n_like + 1, sizeof *v->like_name);
			v->like_name[v->n_like] = name;
			at = eni_map_add(&by_name, name, (uint32_t)v->n_like++);
		}
		v->like_of[c] = at;
	}
	eni_map_free(&by_name);
	v->worth.group = v->like_of;
	v->worth.n_groups = v->n_like;
}

int
eni_valuing_load(struct eni_valuing *v)
{
	if (eni_desk_load(&v->desk) == -1)
		return -1;
	if (eni_opt(v->run, "like") != NULL)
		number_groups(v);
	return eni_worth_gather(&v->worth, true);
}

int
eni_valuing_of(struct eni_valuing *v, uint32_t client, struct eni_worth_one *one)
{
	eni_worth_of(&v->worth, client, one);
	if (one->so_far_known == ENI_SUM_TOO_BIG || one->per_month_known == ENI_SUM_TOO_BIG || one->rest_known == ENI_SUM_TOO_BIG ||
	    one->limits_known == ENI_SUM_TOO_BIG)
		return eni_terms_too_big(v->run, "ltv");
	return 0;
}

bool
eni_valuing_known(const struct eni_worth_one *one)
{
	return one->so_far_known == ENI_KNOWN_SUM && one->rest_known == ENI_KNOWN_SUM;
}

static struct eni_str
curve_text(struct eni_valuing *v, struct eni_print *p, size_t curve)
{
	const struct eni_survival_curve *c = &v->worth.curve[curve].survival;
	struct eni_str name = curve < v->n_like ? v->like_name[curve] : ENI_S("all");

	return eni_arena_printf(
	    &p->row, "km=%.*s stays=%lld ended=%lld", (int)name.n, name.p, (long long)c->stays, (long long)c->events);
}

struct eni_str
eni_valuing_basis(struct eni_valuing *v, struct eni_print *p, const struct eni_worth_one *one)
{
	struct eni_str text;

	switch (one->basis) {
	case ENI_BASIS_GONE:
		return ENI_S("left");
	case ENI_BASIS_CURVE:
		return curve_text(v, p, one->curve);
	case ENI_BASIS_MONTHS:
		text = eni_print_plain(p, (struct eni_ratio){v->worth.total_months, ENI_NUM_SCALE});
		return eni_arena_printf(&p->row, "months=%.*s", (int)text.n, text.p);
	case ENI_BASIS_SETTING:
		text = eni_print_plain(p, (struct eni_ratio){v->worth.prices.usual.months, ENI_NUM_SCALE});
		return eni_arena_printf(&p->row, "months=%.*s ended=%zu", (int)text.n, text.p, v->worth.ended);
	case ENI_BASIS_NONE:
		break;
	}
	return ENI_S("-");
}

void
eni_unvalued_note(struct eni_unvalued *u, const struct eni_worth_one *one)
{
	if (eni_valuing_known(one))
		return;
	if (one->basis == ENI_BASIS_NONE)
		u->rest++;
	else
		u->price++;
}

void
eni_unvalued_report(const struct eni_unvalued *u, struct eni_run *run)
{
	if (u->price > 0)
		eni_warn(&run->diag, ENI_NOWHERE, "price",
		    eni_plural(u->price,
			"the worth of %zu person is not known: they have no price or visits_per_month, and office.yaml no ltv: "
			"{price, visits_per_month}",
			"the worth of %zu people is not known: they have no price or visits_per_month, and office.yaml no ltv: "
			"{price, visits_per_month}"),
		    u->price);
	if (u->rest > 0)
		eni_warn(&run->diag, ENI_NOWHERE, "expected_months",
		    "no stay has ended yet, so it is not known how long they last: say --months, or set ltv: {months} in "
		    "office.yaml");
}

void
eni_valuing_close(struct eni_valuing *v)
{
	free(v->like_name);
	free(v->like_of);
	eni_grouping_close(&v->like);
	eni_worth_free(&v->worth);
	eni_desk_close(&v->desk);
}
