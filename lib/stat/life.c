/* Life tables: see life.h. */
#include "stat/life.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void
eni_life_free(struct eni_life *l)
{
	free(l->cell);
	free(l->slot);
	*l = (struct eni_life){0};
}

/* ---- counting ---- */

static size_t
hash(const struct eni_life_cell *c)
{
	uint64_t h;

	memcpy(&h, &c->time, sizeof h);
	h ^= ((uint64_t)c->group << 32 | c->cause) * 0x9e3779b97f4a7c15u;
	h ^= c->stratum * UINT64_C(0xbf58476d1ce4e5b9);
	h ^= h >> 32; /* days differ in the upper bits of a double only */
	h *= 0xd6e8feb86659fd93u;
	return (size_t)(h ^ h >> 32);
}

static bool
same_cell(const struct eni_life_cell *a, const struct eni_life_cell *b)
{
	return a->time == b->time && a->stratum == b->stratum && a->group == b->group && a->cause == b->cause;
}

/* The slot of that cell, or the free one where it belongs. */
static size_t
slot_of(const struct eni_life *l, const struct eni_life_cell *c)
{
	size_t i = hash(c) & (l->n_slots - 1);

	while (l->slot[i] != 0 && !same_cell(&l->cell[l->slot[i] - 1], c))
		i = (i + 1) & (l->n_slots - 1);
	return i;
}

static void
grow_slots(struct eni_life *l)
{
	l->n_slots = l->n_slots == 0 ? 256 : l->n_slots * 2;
	l->slot = eni_realloc(l->slot, l->n_slots * sizeof *l->slot);
	memset(l->slot, 0, l->n_slots * sizeof *l->slot);
	for (size_t i = 0; i < l->n; i++)
		l->slot[slot_of(l, &l->cell[i])] = (uint32_t)(i + 1);
}

void
eni_life_add(struct eni_life *l, const struct eni_life_cell *c)
{
	struct eni_life_cell *there;
	size_t i;

	if (l->n * 2 >= l->n_slots)
		grow_slots(l);
	i = slot_of(l, c);
	if (l->slot[i] == 0) {
		l->cell = eni_grow(l->cell, &l->cap, l->n + 1, sizeof *l->cell);
		l->cell[l->n] = (struct eni_life_cell){c->time + 0.0, c->stratum, c->group, c->cause, 0, 0, 0};
		l->slot[i] = (uint32_t)++l->n;
	}
	there = &l->cell[l->slot[i] - 1];
	there->entered += c->entered;
	there->events += c->events;
	there->censored += c->censored;
}

bool
eni_life_count(struct eni_life *l, const struct eni_life_stay *s)
{
	bool event = s->cause != ENI_NO_CAUSE;

	if (!(s->entry < s->exit) && !(s->entry == 0 && s->exit == 0))
		return false;
	eni_life_add(l, &(struct eni_life_cell){s->entry, s->stratum, s->group, ENI_NO_CAUSE, 1, 0, 0});
	eni_life_add(l, &(struct eni_life_cell){s->exit, s->stratum, s->group, s->cause, 0, event, !event});
	return true;
}

static int
compare(const void *a, const void *b)
{
	const struct eni_life_cell *x = a, *y = b;

	if (x->stratum != y->stratum)
		return x->stratum < y->stratum ? -1 : 1;
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	return (x->cause > y->cause) - (x->cause < y->cause);
}

/* ---- ties ---- */

static int
by_time(const void *a, const void *b)
{
	const struct eni_life_cell *x = a, *y = b;

	return (x->time > y->time) - (x->time < y->time);
}

static double
mean_time(const struct eni_life *l)
{
	double sum = 0, before = NAN;
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		if (l->cell[i].time != before) {
			before = l->cell[i].time;
			sum += fabs(before);
			n++;
		}
	return sum / (double)n;
}

/* Times that differ by rounding alone (0.3 and 0.1 + 0.2) become one, the first of them; as survival::aeqSurv of R has it, which
 * looks at the times of all groups together, and at each beside the one before it. */
static void
tie_times(struct eni_life *l)
{
	const double tolerance = sqrt(DBL_EPSILON);
	double mean, before, first;

	if (l->n == 0)
		return;
	qsort(l->cell, l->n, sizeof *l->cell, by_time);
	mean = mean_time(l);
	before = first = l->cell[0].time;
	for (size_t i = 1; i < l->n; i++) {
		double apart = l->cell[i].time - before;

		before = l->cell[i].time;
		if (apart > tolerance && apart / mean > tolerance)
			first = before;
		l->cell[i].time = first;
	}
}

/* Adds up the cells of one stratum, group, time and cause; they stand side by side. */
static void
join_cells(struct eni_life *l)
{
	size_t kept = 0;

	for (size_t i = 1; i < l->n; i++) {
		if (same_cell(&l->cell[kept], &l->cell[i])) {
			l->cell[kept].entered += l->cell[i].entered;
			l->cell[kept].events += l->cell[i].events;
			l->cell[kept].censored += l->cell[i].censored;
		} else {
			l->cell[++kept] = l->cell[i];
		}
	}
	l->n = l->n == 0 ? 0 : kept + 1;
}

void
eni_life_sort(struct eni_life *l, const uint32_t *group, const uint32_t *cause)
{
	for (size_t i = 0; i < l->n; i++) {
		l->cell[i].group = group[l->cell[i].group];
		l->cell[i].cause = cause[l->cell[i].cause];
	}
	tie_times(l);
	if (l->n > 0)
		qsort(l->cell, l->n, sizeof *l->cell, compare);
	join_cells(l);
	free(l->slot);
	l->slot = NULL;
	l->n_slots = 0;
}

/* ---- strata ---- */

/* How many cells lie before that stratum. */
static size_t
before_stratum(const struct eni_life *l, uint32_t stratum)
{
	size_t low = 0, high = l->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->cell[middle].stratum < stratum)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct eni_life
eni_life_stratum(const struct eni_life *l, uint32_t stratum)
{
	size_t from = before_stratum(l, stratum), to = before_stratum(l, stratum + 1);

	return (struct eni_life){.cell = l->n == 0 ? NULL : l->cell + from, .n = to - from};
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double *
eni_life_event_times(const struct eni_life *l, size_t *n)
{
	double *time = eni_realloc(NULL, (l->n + 1) * sizeof *time);
	size_t all = 0;

	for (size_t i = 0; i < l->n; i++)
		if (l->cell[i].events > 0)
			time[all++] = l->cell[i].time;
	qsort(time, all, sizeof *time, by_size);
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (i == 0 || time[i] != time[i - 1])
			time[(*n)++] = time[i];
	return time;
}

bool
eni_life_late(const struct eni_life *l)
{
	double first = INFINITY;

	for (size_t i = 0; i < l->n; i++)
		if (l->cell[i].events > 0)
			first = fmin(first, l->cell[i].time);
	for (size_t i = 0; i < l->n; i++) /* who enters at 0 is at risk at 0 */
		if (l->cell[i].entered > 0 && l->cell[i].time > 0 && l->cell[i].time >= first)
			return true;
	return false;
}

/* ---- walking ---- */

/* The first cell whose group is not below that one; NULL in an empty table. */
static const struct eni_life_cell *
first_of(const struct eni_life *l, uint32_t group)
{
	size_t low = 0, high = l->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->cell[middle].group < group)
			low = middle + 1;
		else
			high = middle;
	}
	return l->n == 0 ? NULL : l->cell + low;
}

struct eni_life_walk
eni_life_walk(const struct eni_life *l, uint32_t group)
{
	return (struct eni_life_walk){first_of(l, group), first_of(l, group + 1), 0};
}

/* Takes all cells of the walk's next time. */
static void
take_time(struct eni_life_walk *w, struct eni_life_step *s)
{
	int64_t entered = 0;

	*s = (struct eni_life_step){.time = w->at->time, .cell = w->at};
	for (; w->at < w->end && w->at->time == s->time; w->at++) {
		entered += w->at->entered;
		s->events += w->at->events;
		s->censored += w->at->censored;
	}
	s->n_cells = (size_t)(w->at - s->cell);
	s->at_risk = w->watched + (s->time == 0 ? entered : 0);
	if (s->at_risk < s->events + s->censored)
		s->at_risk = s->events + s->censored; /* entered and left at tied times */
	w->watched += entered - s->events - s->censored;
}

bool
eni_life_next(struct eni_life_walk *w, struct eni_life_step *s)
{
	while (w->at < w->end) {
		take_time(w, s);
		if (s->events + s->censored > 0)
			return true;
	}
	return false;
}

void
eni_life_at(struct eni_life_walk *w, double time, struct eni_life_step *s)
{
	while (w->at < w->end && w->at->time < time)
		take_time(w, s);
	if (w->at < w->end && w->at->time == time)
		take_time(w, s);
	else
		*s = (struct eni_life_step){.time = time, .at_risk = w->watched};
}

enum { THIN = 20 };

bool
eni_life_thin(const struct eni_life *l, uint32_t group, struct eni_life_step *where)
{
	struct eni_life_walk w = eni_life_walk(l, group);
	struct eni_life_step s;
	bool found = false;

	while (eni_life_next(&w, &s)) {
		if (!found && s.events > 0 && s.at_risk < THIN) {
			*where = s;
			found = true;
		}
		if (found && s.at_risk >= 2 * where->at_risk)
			return true;
	}
	return false;
}

int64_t
eni_life_events(const struct eni_life_step *s, uint32_t cause)
{
	for (size_t i = 0; i < s->n_cells; i++)
		if (s->cell[i].cause == cause)
			return s->cell[i].events;
	return 0;
}

int64_t
eni_life_stays(const struct eni_life *l, uint32_t group)
{
	struct eni_life_walk w = eni_life_walk(l, group);
	int64_t n = 0;

	for (; w.at < w.end; w.at++)
		n += w.at->entered;
	return n;
}

double
eni_life_last(const struct eni_life *l, uint32_t group)
{
	struct eni_life_walk w = eni_life_walk(l, group);

	while (w.end > w.at && w.end[-1].events + w.end[-1].censored == 0)
		w.end--;
	return w.end > w.at ? w.end[-1].time : NAN;
}
