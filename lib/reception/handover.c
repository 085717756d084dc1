/* Changes of staff during the reception: see funnel.h. */
#include <stdlib.h>

#include "reception/funnel.h"
#include "reception/steps.h"

/* One step of one client. */
struct turn {
	uint32_t client, nth;
	int32_t at; /* packed */
	int step;
	uint32_t staff; /* the number of the person: a row of staff, or of names that are not on file */
};

struct turns {
	struct eni_arena arena;
	struct eni_map names; /* staff who are not on file */
	struct turn *turn;
	size_t n, cap;
};

/* Staff on file by row, the others by a number behind them for each distinct name. */
static uint32_t
staff_number(struct turns *t, struct eni_book *b, struct eni_str name)
{
	uint32_t at = eni_book_find_staff(b, name);

	if (at != ENI_NONE)
		return at;
	if ((at = eni_map_get(&t->names, name)) == ENI_NONE)
		at = eni_map_add(&t->names, eni_arena_keep(&t->arena, name), (uint32_t)(b->staff.n + t->names.n));
	return at;
}

/* The flow wants an expert for the assessment: that is no change of hands (decision 76). */
static bool
is_experts(const struct eni_step_row *row)
{
	return row->step == ENI_STEP_ASSESS && eni_word_is(ENI_V_STAFF_ROLE, row->role, ENI_IS_EXPERT);
}

static void
take(struct turns *t, struct eni_book *b, const struct eni_step_row *row)
{
	uint32_t who = eni_book_find(b, row->id);

	if (who == ENI_NONE || !eni_subject_is_client(b, who) || row->staff.n == 0 || row->outcome == ENI_STEP_SKIPPED ||
	    is_experts(row))
		return;
	t->turn = eni_grow(t->turn, &t->cap, t->n + 1, sizeof *t->turn);
	t->turn[t->n] = (struct turn){who, (uint32_t)t->n, eni_pack_when(row->started), row->step, staff_number(t, b, row->staff)};
	t->n++;
}

static int
in_order(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	if (x->client != y->client)
		return x->client < y->client ? -1 : 1;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->step != y->step ? x->step - y->step : (x->nth > y->nth) - (x->nth < y->nth);
}

static void
count(const struct turns *t, uint32_t *changes)
{
	for (size_t i = 1; i < t->n; i++)
		if (t->turn[i].client == t->turn[i - 1].client && t->turn[i].staff != t->turn[i - 1].staff)
			changes[t->turn[i].client]++;
}

int
eni_staff_changes(struct eni_book *b, uint32_t **changes)
{
	struct turns t = {0};
	struct eni_step_stream s;
	struct eni_step_row row;
	int got = eni_steps_open(&s, b, ENI_STEPS_ROLE);

	*changes = NULL;
	if (got != 0)
		return got == 1 ? 0 : -1;
	while (eni_steps_know(&s, "staff") && (got = eni_steps_next(&s, &row)) > 0)
		take(&t, b, &row);
	if (got == 0 && eni_steps_know(&s, "staff")) {
		*changes = eni_realloc(NULL, (b->clients.n + 1) * sizeof **changes);
		memset(*changes, 0, (b->clients.n + 1) * sizeof **changes);
		if (t.n > 1)
			qsort(t.turn, t.n, sizeof *t.turn, in_order);
		count(&t, *changes);
	}
	eni_steps_close(&s);
	free(t.turn);
	eni_map_free(&t.names);
	eni_arena_free(&t.arena);
	return got;
}
