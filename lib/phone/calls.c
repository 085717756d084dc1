/* Missed calls as people: see calls.h. */
#include "phone/calls.h"

#include <stdlib.h>

/* Callers who withhold the number and try again do so within minutes. */
enum { SAME_PERSON_MINUTES = 30 };

/* By number and moment. */
static int
cmp_moments(const struct eni_call *x, const struct eni_call *y)
{
	int c = (x->number > y->number) - (x->number < y->number);

	if (c == 0)
		c = eni_when_cmp(x->at, y->at);
	return c != 0 ? c : (x->second > y->second) - (x->second < y->second);
}

static int
cmp_nth(const struct eni_call *x, const struct eni_call *y)
{
	return (x->nth > y->nth) - (x->nth < y->nth);
}

static int
cmp_calls(const void *a, const void *b)
{
	int c = cmp_moments(a, b);

	return c != 0 ? c : cmp_nth(a, b);
}

void
eni_calls_sort(struct eni_phonelog *l)
{
	if (l->n > 0)
		qsort(l->call, l->n, sizeof *l->call, cmp_calls);
}

/* By call, then by log. */
static int
cmp_same(const void *a, const void *b)
{
	const struct eni_call *x = a, *y = b;
	int c = cmp_moments(x, y);

	if (c == 0)
		c = x->dir - y->dir;
	if (c == 0)
		c = x->log - y->log;
	return c != 0 ? c : cmp_nth(x, y);
}

static bool
same_call(const struct eni_call *a, const struct eni_call *b)
{
	return a->number == b->number && a->dir == b->dir && a->second == b->second && eni_when_cmp(a->at, b->at) == 0;
}

/* Adds what another log says of a call. */
static void
complete(struct eni_call *c, const struct eni_call *other)
{
	c->answered |= other->answered;
	if (c->answered_by == 0)
		c->answered_by = other->answered_by;
	if (c->line == ENI_NONE)
		c->line = other->line;
	if (c->subject == ENI_NONE)
		c->subject = other->subject;
}

void
eni_calls_unite(struct eni_phonelog *l)
{
	size_t kept = 0, first = 0, nth = 0; /* first: where the kept ones of this call begin; nth: of the present log's */

	if (l->logs <= 1 || l->n == 0)
		return;
	qsort(l->call, l->n, sizeof *l->call, cmp_same);
	for (size_t i = 0; i < l->n; i++) {
		struct eni_call call = l->call[i];

		if (kept == 0 || !same_call(&l->call[kept - 1], &call))
			first = kept;
		nth = first < kept && l->call[i - 1].log == call.log ? nth + 1 : 0;
		if (first + nth < kept)
			complete(&l->call[first + nth], &call);
		else
			l->call[kept++] = call;
	}
	l->n = kept;
}

/* Whose ring this is by what the book knew at that moment; the id of a row names who is not found by number. */
struct caller {
	uint32_t subject;
	uint8_t kind; /* ENI_CALLER_NEW .. */
};

static struct caller
caller_of(const struct eni_phonelog *l, const struct eni_phones *p, const struct eni_call *ring, struct eni_when at)
{
	const struct eni_book *b = l->book;
	const struct eni_owner *owner = eni_phones_find(p, l->number[ring->number], at);
	uint32_t named = ring->subject;

	if (owner != NULL)
		return (struct caller){owner->subject, owner->caller};
	if (named == ENI_NONE || named == eni_subject_office(b) || !eni_phones_knew(p, named, at))
		return (struct caller){ENI_NONE, ENI_CALLER_NEW};
	return (struct caller){named, eni_subject_is_client(b, named)     ? ENI_CALLER_CLIENT
				      : eni_subject_is_referrer(b, named) ? ENI_CALLER_REFERRER
									  : ENI_CALLER_STAFF};
}

static struct eni_episode *
begin(struct eni_callers *c, const struct eni_phonelog *l, const struct eni_phones *p, const struct eni_call *ring,
    struct eni_when now)
{
	struct caller then = caller_of(l, p, ring, ring->at), today = caller_of(l, p, ring, now);

	c->episode = eni_grow(c->episode, &c->cap, c->n + 1, sizeof *c->episode);
	c->episode[c->n] = (struct eni_episode){.number = ring->number,
	    .subject = then.subject,
	    .caller = then.kind,
	    .came = then.kind == ENI_CALLER_NEW && (today.kind == ENI_CALLER_CLIENT || today.kind == ENI_CALLER_FAMILY),
	    .fate = ENI_FATE_WAITS,
	    .part = ring->part,
	    .first = ring->at};
	return &c->episode[c->n++];
}

static bool
is_missed(const struct eni_call *c)
{
	return c->dir == ENI_DIR_IN && !c->answered;
}

/* Minutes up to the moment; a moment without time is the end of its day. */
static int64_t
minutes_up_to(struct eni_when now)
{
	return now.minute < 0 ? ((int64_t)now.day + 1) * 1440 : eni_when_minutes(now);
}

static bool
is_lost(const struct eni_episode *e, struct eni_span lost_after, struct eni_when now)
{
	struct eni_when until = eni_when_add(e->last, lost_after, 1);

	return e->caller == ENI_CALLER_NEW &&
	       (eni_span_timed(lost_after) ? minutes_up_to(now) > eni_when_minutes(until) : now.day > until.day);
}

/* A new caller not called back in time has called another office by then, also when we reach them later; who rings again and
 * is answered has not. */
static enum eni_fate
fate_by(const struct eni_episode *e, const struct eni_call *answer, struct eni_span lost_after)
{
	return answer->dir == ENI_DIR_OUT && is_lost(e, lost_after, answer->at) ? ENI_FATE_LOST : ENI_FATE_SAVED;
}

/* The calls of one number, in time order. */
static void
fold_number(struct eni_callers *c, struct eni_phonelog *l, size_t from, size_t to, const struct eni_phones *p, struct eni_when now)
{
	struct eni_episode *e = NULL;

	for (size_t i = from; i < to; i++) {
		struct eni_call *call = &l->call[i];

		if (call->answered && e != NULL) {
			e->fate = fate_by(e, call, l->book->office.calls_lost_after);
			e = NULL;
		}
		if (!is_missed(call))
			continue;
		if (e == NULL)
			e = begin(c, l, p, call, now);
		e->tries++;
		e->last = call->at;
		call->caller = e->caller;
	}
	if (e != NULL && is_lost(e, l->book->office.calls_lost_after, now))
		e->fate = ENI_FATE_LOST;
}

static void
count_withheld(struct eni_callers *c, const struct eni_phonelog *l, size_t from)
{
	const struct eni_call *before = NULL;

	for (size_t i = from; i < l->n; i++) {
		if (!is_missed(&l->call[i]))
			continue;
		c->missed.anonymous_rings++;
		if (before == NULL || eni_when_minutes(l->call[i].at) - eni_when_minutes(before->at) > SAME_PERSON_MINUTES) {
			c->missed.anonymous++;
			if (c->part != NULL)
				c->part[l->call[i].part].anonymous++;
		}
		before = &l->call[i];
	}
}

static void
add_person(struct eni_missed *m, enum eni_fate of)
{
	uint32_t *const fate[] = {[ENI_FATE_SAVED] = &m->saved, [ENI_FATE_WAITS] = &m->call_back_now, [ENI_FATE_LOST] = &m->lost};
	ENI_ROW_FOR_EACH(fate, ENI_FATES);

	m->new_callers++;
	(*fate[of])++;
}

/* A new caller counts as the last of their episodes has it, as long as that was begun as a new caller; nobody who came to us all
 * the same is lost. */
static void
count_person(struct eni_callers *c, size_t first)
{
	const struct eni_episode *e;
	size_t n = c->n;
	enum eni_fate fate;

	while (n > first && c->episode[n - 1].caller != ENI_CALLER_NEW)
		n--;
	if (n == first)
		return;
	e = &c->episode[n - 1];
	fate = e->came ? ENI_FATE_SAVED : e->fate;
	add_person(&c->missed, fate);
	if (c->part != NULL)
		add_person(&c->part[e->part], fate);
}

void
eni_callers_fold(struct eni_callers *c, struct eni_phonelog *l, const struct eni_phones *p, struct eni_when now)
{
	size_t i = 0;

	*c = (struct eni_callers){.part = c->part};
	eni_calls_sort(l);
	while (i < l->n && l->call[i].number != ENI_NONE) {
		size_t from = i, had = c->n;

		while (i < l->n && l->call[i].number == l->call[from].number)
			i++;
		fold_number(c, l, from, i, p, now);
		count_person(c, had);
	}
	count_withheld(c, l, i);
}

/* ---- order ---- */

static int
cmp_episodes(const void *a, const void *b, void *log)
{
	static const uint8_t group[] = {[ENI_CALLER_NEW] = 0,
	    [ENI_CALLER_REFERRER] = 1,
	    [ENI_CALLER_CLIENT] = 2,
	    [ENI_CALLER_FAMILY] = 2,
	    [ENI_CALLER_STAFF] = 3};
	ENI_ROW_FOR_EACH(group, ENI_CALLERS);
	const struct eni_episode *x = a, *y = b;
	const struct eni_phonelog *l = log;
	int c = group[x->caller] - group[y->caller];

	if (c == 0)
		c = eni_when_cmp(x->first, y->first);
	return c != 0 ? c : eni_str_cmp(l->number[x->number], l->number[y->number]);
}

void
eni_callers_sort(struct eni_callers *c, const struct eni_phonelog *l)
{
	if (c->n > 1)
		qsort_r(c->episode, c->n, sizeof *c->episode, cmp_episodes, (void *)(uintptr_t)l);
}

void
eni_callers_free(struct eni_callers *c)
{
	free(c->episode);
	*c = (struct eni_callers){0};
}
