/* The reception measured: see timing.h. */
#include "reception/timing.h"

#include <stdlib.h>

#include "base/num.h"

static int64_t
budget_of(const struct eni_office *o, int step)
{
	char path[32] = "steps.";
	int64_t n;

	strncat(path, eni_word_code(ENI_V_STEP, step), sizeof path - sizeof "steps.");
	if (eni_num_parse(eni_node_text(eni_office_get(o, path)), &n) == 1)
		return n;
	n = eni_step_minutes(step);
	return n == 0 ? ENI_MINUTES_UNKNOWN : n * ENI_NUM_SCALE;
}

void
eni_timing_open(struct eni_timing *r, const struct eni_office *o)
{
	*r = (struct eni_timing){0};
	for (int step = 1; step <= (int)eni_word_count(ENI_V_STEP); step++)
		r->budget[step] = budget_of(o, step);
}

static struct eni_timing_group *
group_of(struct eni_timing *r, struct eni_str key, uint32_t *at)
{
	*at = eni_map_get(&r->by_key, key);
	if (*at == ENI_NONE) {
		key = eni_arena_keep(&r->arena, key);
		*at = eni_map_add(&r->by_key, key, (uint32_t)r->n);
		r->group = eni_grow(r->group, &r->cap, r->n + 1, sizeof *r->group);
		r->group[r->n++] = (struct eni_timing_group){.key = key};
	}
	return &r->group[*at];
}

/* A person counts once in a group. */
static bool
is_new_visitor(struct eni_timing *r, uint32_t group, struct eni_str id)
{
	struct eni_buf key = {0};
	bool is_new;

	eni_buf_printf(&key, "%u\t%.*s", (unsigned)group, (int)id.n, id.p);
	is_new = eni_map_get(&r->visitors, eni_buf_str(&key)) == ENI_NONE;
	if (is_new)
		eni_map_add(&r->visitors, eni_arena_pack(&r->arena, eni_buf_str(&key)), 1);
	eni_buf_free(&key);
	return is_new;
}

void
eni_timing_add(struct eni_timing *r, struct eni_str key, const struct eni_step_row *row)
{
	uint32_t at;
	struct eni_timing_group *g = group_of(r, key, &at);
	struct eni_step_tally *t = &g->step[row->step];

	t->seen++;
	if (row->outcome == ENI_STEP_SKIPPED)
		return;
	t->entered++;
	t->dropped += row->outcome == ENI_STEP_DROPPED;
	g->visitors += r->by_visitor && is_new_visitor(r, at, row->id);
	if (row->minutes == ENI_MINUTES_UNKNOWN)
		return;
	t->timed++;
	t->minutes += row->minutes;
	t->over += r->budget[row->step] != ENI_MINUTES_UNKNOWN && row->minutes > r->budget[row->step];
}

static int
by_name(const void *a, const void *b)
{
	const struct eni_timing_group *x = a, *y = b;

	return (x->key.n == 0) != (y->key.n == 0) ? (x->key.n == 0) - (y->key.n == 0) : eni_str_cmp(x->key, y->key);
}

void
eni_timing_sort(struct eni_timing *r)
{
	if (r->n > 1)
		qsort(r->group, r->n, sizeof *r->group, by_name);
}

/* ---- lines ---- */

static struct eni_ratio
minutes(int64_t scaled, int64_t of)
{
	return scaled == ENI_MINUTES_UNKNOWN ? ENI_NO_RATIO : eni_ratio_of(scaled, of * ENI_NUM_SCALE);
}

bool
eni_timing_line(const struct eni_timing *r, const struct eni_timing_group *g, int step, struct eni_step_line *out)
{
	const struct eni_step_tally *t = &g->step[step];

	*out = (struct eni_step_line){.step = step,
	    .entered = t->entered,
	    .over = t->over,
	    .dropped = t->dropped,
	    .mean = minutes(t->minutes, t->timed),
	    .budget = minutes(r->budget[step], 1),
	    .drop_percent = eni_percent(t->dropped, t->entered)};
	return t->seen > 0;
}

void
eni_timing_total(const struct eni_timing *r, const struct eni_timing_group *g, struct eni_step_line *out)
{
	struct eni_step_line one;

	*out = (struct eni_step_line){.entered = g->visitors};
	for (int step = 1; step <= (int)eni_word_count(ENI_V_STEP); step++)
		if (eni_timing_line(r, g, step, &one)) {
			out->over += one.over;
			out->dropped += one.dropped;
			out->mean = eni_ratio_add(out->mean, one.mean);
			out->budget = eni_ratio_add(out->budget, one.budget);
		}
	out->drop_percent = eni_percent(out->dropped, out->entered);
}

int
eni_timing_bottleneck(const struct eni_timing *r, const struct eni_timing_group *g)
{
	struct eni_ratio left = ENI_NO_RATIO, late = ENI_NO_RATIO;
	struct eni_step_line one;
	int worst = 0;

	for (int step = 1; step <= (int)eni_word_count(ENI_V_STEP); step++) {
		struct eni_ratio over = eni_percent(g->step[step].over, g->step[step].entered);
		int c;

		if (!eni_timing_line(r, g, step, &one) || one.dropped + one.over == 0)
			continue;
		c = eni_ratio_cmp(one.drop_percent, left);
		if (c > 0 || (c == 0 && eni_ratio_cmp(over, late) > 0)) {
			worst = step;
			left = one.drop_percent;
			late = over;
		}
	}
	return worst;
}

void
eni_timing_free(struct eni_timing *r)
{
	free(r->group);
	eni_map_free(&r->by_key);
	eni_map_free(&r->visitors);
	eni_arena_free(&r->arena);
}
