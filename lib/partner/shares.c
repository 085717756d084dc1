/* Concentration: see shares.h. */
#include "partner/shares.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "book/cell_word.h"

enum { MONTH, SERVICE, CORP, PLANS, FIELDS };
static const char *const names[] = {[MONTH] = "month", [SERVICE] = "service", [CORP] = "corp", [PLANS] = "plans"};
ENI_ROW_FOR_EACH(names, FIELDS);

struct eni_period
eni_half_year_due(int32_t day)
{
	enum { MARCH = 3, SEPTEMBER = 9, HALF = 6, TO_REPORT = 15 };
	int year, month, d, back;
	int32_t first;

	day -= TO_REPORT;
	eni_day_split(day, &year, &month, &d);
	back = month >= SEPTEMBER ? month - SEPTEMBER : month >= MARCH ? month - MARCH : month + 12 - SEPTEMBER;
	first = eni_day_add_months(eni_month_start(day), -back);
	return (struct eni_period){{first, ENI_NOTIME}, {eni_month_end(eni_day_add_months(first, HALF - 1)), ENI_NOTIME}};
}

/* Codes and words of one service of the rule add up; every other one stands for itself. */
static uint32_t
service_of(struct eni_shares *s, struct eni_book *b, const struct eni_stream *in, struct eni_str service)
{
	const struct eni_field *f = eni_field_find(ENI_PLANS, ENI_S("service"));
	struct eni_word_reading r = eni_cell_read(&b->office, f, service);
	bool counted = eni_word_is(ENI_V_SERVICE, r.code, ENI_IS_CONCENTRATED);
	struct eni_buf key = {0};
	uint32_t at;

	if (r.how == ENI_UNREAD)
		eni_unknown_words_note(&s->unknown, f, service, in->row.place, r);
	eni_casefold(&key, counted ? eni_str_of(eni_word_code(ENI_V_SERVICE, r.code)) : service);
	if ((at = eni_map_get(&s->by_service, eni_buf_str(&key))) == ENI_NONE) {
		s->one = eni_grow(s->one, &s->cap, s->n + 1, sizeof *s->one);
		s->one[s->n] = (struct eni_share){.service = eni_arena_pack(&s->arena, service), .counted = counted};
		at = eni_map_add(&s->by_service, eni_arena_pack(&s->arena, eni_buf_str(&key)), (uint32_t)s->n++);
	}
	eni_buf_free(&key);
	return at;
}

static void
give(struct eni_shares *s, uint32_t which, struct eni_str corp, int64_t plans)
{
	struct eni_buf key = {0};
	uint32_t at;

	eni_buf_printf(&key, "%u%c", (unsigned)which, 0x1f);
	eni_casefold(&key, corp);
	if ((at = eni_map_get(&s->by_corp, eni_buf_str(&key))) == ENI_NONE) {
		s->given = eni_grow(s->given, &s->cap_given, s->n_given + 1, sizeof *s->given);
		s->given[s->n_given] = (struct eni_given_plans){which, eni_arena_pack(&s->arena, corp), 0};
		at = eni_map_add(&s->by_corp, eni_arena_pack(&s->arena, eni_buf_str(&key)), (uint32_t)s->n_given++);
	}
	s->given[at].plans += plans;
	s->one[which].plans += plans;
	eni_buf_free(&key);
}

static int
unusable(struct eni_book *b, const struct eni_stream *in, size_t k, const char *text)
{
	eni_aside(b->diag, in->row.place, names[k], N_("%s"), _(text));
	return b->diag->status == 2 ? -1 : 0;
}

static int
take(struct eni_shares *s, struct eni_book *b, const struct eni_stream *in, const struct eni_period *months)
{
	enum { MOST = 1000000000 };
	struct eni_str service = eni_str_trim(eni_stream_cell(in, SERVICE)), corp = eni_str_trim(eni_stream_cell(in, CORP));
	int32_t month;
	int64_t plans;
	int dated = eni_month_parse(eni_stream_cell(in, MONTH), &month);

	if (eni_row_is_blank(&in->row))
		return 0;
	if (dated == -1)
		return unusable(b, in, MONTH, N_("want a month such as 2026-11"));
	if (dated == 1 && (!eni_period_has(months, (struct eni_when){month, ENI_NOTIME}) || month > b->today))
		return 0;
	if (service.n == 0 || corp.n == 0)
		return unusable(b, in, service.n == 0 ? SERVICE : CORP, N_("is empty"));
	if (eni_num_parse(eni_stream_cell(in, PLANS), &plans) != 1 || plans < 0 || plans > MOST * (int64_t)ENI_NUM_SCALE)
		return unusable(b, in, PLANS, N_("want how many plans, such as 12"));
	give(s, service_of(s, b, in, service), corp, plans);
	return 0;
}

static int
by_service(const void *a, const void *b)
{
	return eni_str_cmp(((const struct eni_share *)a)->service, ((const struct eni_share *)b)->service);
}

static void
find_top(struct eni_shares *s)
{
	for (size_t i = 0; i < s->n_given; i++) {
		const struct eni_given_plans *g = &s->given[i];
		struct eni_share *x = &s->one[g->service];

		if (x->corp.n > 0 && (g->plans < x->top || (g->plans == x->top && eni_str_cmp(g->corp, x->corp) > 0)))
			continue;
		x->top = g->plans;
		x->corp = g->corp;
	}
	if (s->n > 1)
		qsort(s->one, s->n, sizeof *s->one, by_service);
}

int
eni_shares_read(struct eni_shares *s, struct eni_book *b, const struct eni_period *months)
{
	struct eni_stream in;
	int got = eni_stream_open(&in, b, ENI_PLANS, names, FIELDS);

	if (got != 0)
		return got;
	for (size_t k = SERVICE; got == 0 && k < FIELDS; k++)
		if (!eni_stream_has(&in, k))
			got = eni_fail(b->diag, ENI_NOWHERE, names[k], "plans has no such column");
	while (got == 0 && (got = eni_stream_next(&in)) > 0)
		got = take(s, b, &in, months);
	eni_stream_close(&in);
	eni_unknown_words_report(&s->unknown, b->diag);
	find_top(s);
	return got;
}

void
eni_shares_free(struct eni_shares *s)
{
	eni_unknown_words_free(&s->unknown);
	eni_map_free(&s->by_service);
	eni_map_free(&s->by_corp);
	free(s->one);
	free(s->given);
	eni_arena_free(&s->arena);
	*s = (struct eni_shares){0};
}
