/* The reception measured: see timing.h. */
#include "reception/timing.h"

#include <stdlib.h>

#include "base/num.h"
#include "reception/funnel.h"

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
eni_timing_open(struct eni_timing *r, struct eni_book *b)
{
	*r = (struct eni_timing){.book = b, .wait_days = eni_wait_days(&b->office)};
	r->status = eni_sheet_want(&b->clients, ENI_S("status"), ENI_AS_TYPED);
	r->asked = eni_sheet_want(&b->clients, ENI_S("inquiry_at"), ENI_AS_TYPED);
	r->signed_at = eni_sheet_want(&b->clients, ENI_S("signed_date"), ENI_AS_TYPED);
	eni_appointments_want(&r->appointments, b);
	for (int step = 1; step <= (int)eni_word_count(ENI_V_STEP); step++)
		r->budget[step] = budget_of(&b->office, step);
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

/* ---- visitors ---- */

static uint32_t
visitor_of(struct eni_timing *r, struct eni_str id)
{
	uint32_t at = eni_map_get(&r->by_id, id);

	if (at != ENI_NONE)
		return at;
	r->visitor = eni_grow(r->visitor, &r->cap_visitors, r->n_visitors + 1, sizeof *r->visitor);
	r->visitor[r->n_visitors] = (struct eni_visitor){.id = eni_arena_keep(&r->arena, id)};
	at = (uint32_t)r->n_visitors++;
	return eni_map_add(&r->by_id, r->visitor[at].id, at);
}

static void
came_to(struct eni_visitor *v, uint32_t group, const struct eni_step_row *row)
{
	if (row->step < v->last)
		return;
	v->last = row->step;
	v->group = group;
	v->day = row->started.day;
	v->dropped = row->outcome == ENI_STEP_DROPPED;
}

/* Who is on file, and neither signed nor is on trial, left when lost or kept waiting. */
static bool
has_left(const struct eni_timing *r, const struct eni_visitor *v)
{
	const struct eni_book *b = r->book;
	uint32_t row = eni_book_find(r->book, v->id);
	int32_t since = v->day;
	struct eni_when signed_at;
	int status;

	if (row == ENI_NONE || !eni_subject_is_client(b, row))
		return false;
	signed_at = eni_sheet_when(&b->clients, r->signed_at, row);
	if (eni_is_day(signed_at) && eni_book_has_happened(b, signed_at))
		return false;
	status = eni_sheet_code(&b->clients, r->status, row);
	if (since == ENI_NODAY)
		since = eni_sheet_when(&b->clients, r->asked, row).day;
	if (status == ENI_STATUS_LOST)
		return true;
	if (eni_appointment_is_ahead(&r->appointments, b, row))
		return false;
	return status == ENI_STATUS_INQUIRY && since != ENI_NODAY && (int64_t)(b->today - since) * ENI_NUM_SCALE > r->wait_days;
}

int
eni_timing_settle(struct eni_timing *r)
{
	if (eni_appointments_read(&r->appointments, r->book) == -1)
		return -1;
	for (size_t i = 0; i < r->n_visitors; i++) {
		struct eni_visitor *v = &r->visitor[i];

		if (v->dropped || !has_left(r, v))
			continue;
		v->dropped = true;
		if (v->group != ENI_NONE)
			r->group[v->group].step[v->last].dropped++;
	}
	return 0;
}

bool
eni_timing_dropped(const struct eni_timing *r, struct eni_str id, int step)
{
	uint32_t at = eni_map_get(&r->by_id, id);

	return at != ENI_NONE && r->visitor[at].dropped && r->visitor[at].last == step;
}

/* Counts a person once in a group, for each of two things. */
enum { SEEN = 1, TIMED = 2 };
static void
count_visitor(struct eni_timing *r, uint32_t group, uint32_t visitor, unsigned what, int64_t *n)
{
	const uint32_t pair[] = {group, visitor};
	const struct eni_str key = {(const char *)pair, sizeof pair};
	uint32_t got = eni_map_get(&r->in_group, key);

	if (got != ENI_NONE && (got & what) != 0)
		return;
	*n += 1;
	if (got == ENI_NONE)
		eni_map_add(&r->in_group, eni_arena_pack(&r->arena, key), what);
	else
		eni_map_set(&r->in_group, key, got | what);
}

static void
add_minutes(struct eni_timing *r, uint32_t group, uint32_t visitor, const struct eni_step_row *row)
{
	struct eni_timing_group *g = &r->group[group];
	struct eni_step_tally *t = &g->step[row->step];

	t->timed++;
	t->minutes += row->minutes;
	if (r->budget[row->step] == ENI_MINUTES_UNKNOWN)
		return;
	t->over += row->minutes > r->budget[row->step];
	g->minutes += row->minutes;
	count_visitor(r, group, visitor, TIMED, &g->timed);
}

void
eni_timing_add(struct eni_timing *r, struct eni_str key, const struct eni_step_row *row, bool counted)
{
	bool entered = row->outcome != ENI_STEP_SKIPPED;
	uint32_t at = ENI_NONE, visitor = entered ? visitor_of(r, row->id) : (uint32_t)ENI_NONE;

	if (counted) {
		struct eni_timing_group *g = group_of(r, key, &at);
		struct eni_step_tally *t = &g->step[row->step];

		t->seen++;
		t->entered += entered;
		t->dropped += row->outcome == ENI_STEP_DROPPED;
		if (entered)
			count_visitor(r, at, visitor, SEEN, &g->visitors);
		if (entered && row->minutes != ENI_MINUTES_UNKNOWN)
			add_minutes(r, at, visitor, row);
	}
	if (entered)
		came_to(&r->visitor[visitor], at, row);
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
	    .budget = minutes(r->budget[step], 1)};
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
			out->budget = eni_ratio_add(out->budget, one.budget);
		}
	out->mean = minutes(g->minutes, g->timed);
}

int
eni_timing_bottleneck(const struct eni_timing *r, const struct eni_timing_group *g)
{
	struct eni_ratio left = ENI_NO_RATIO, late = ENI_NO_RATIO;
	struct eni_step_line one;
	int worst = 0;

	for (int step = 1; step <= (int)eni_word_count(ENI_V_STEP); step++) {
		struct eni_ratio over = eni_percent(g->step[step].over, g->step[step].entered),
				 dropped = eni_percent(g->step[step].dropped, g->step[step].entered);
		int c;

		if (!eni_timing_line(r, g, step, &one) || one.dropped + one.over == 0)
			continue;
		c = eni_ratio_cmp(dropped, left);
		if (c > 0 || (c == 0 && eni_ratio_cmp(over, late) > 0)) {
			worst = step;
			left = dropped;
			late = over;
		}
	}
	return worst;
}

void
eni_timing_free(struct eni_timing *r)
{
	eni_appointments_free(&r->appointments);
	free(r->group);
	eni_map_free(&r->by_key);
	eni_map_free(&r->by_id);
	eni_map_free(&r->in_group);
	free(r->visitor);
	eni_arena_free(&r->arena);
}
