/* Events and their answers: see events.h. */
#include "rule/events.h"

#include <stdlib.h>

#include "book/sheet.h"

void
eni_events_add(struct eni_events *e, const struct eni_event *event)
{
	e->event = eni_grow(e->event, &e->cap, e->n + 1, sizeof *e->event);
	e->event[e->n++] = *event;
}

void
eni_event_answers_add(struct eni_event_answers *a, const struct eni_event_answer *answer)
{
	a->answer = eni_grow(a->answer, &a->cap, a->n + 1, sizeof *a->answer);
	a->answer[a->n++] = *answer;
}

void
eni_events_free(struct eni_events *e)
{
	free(e->event);
	*e = (struct eni_events){0};
}

static int
by_date(const void *a, const void *b)
{
	const struct eni_event *x = a, *y = b;

	if (x->client != y->client)
		return (x->client > y->client) - (x->client < y->client);
	if (x->rule != y->rule)
		return x->rule - y->rule;
	return x->date != y->date ? (x->date > y->date) - (x->date < y->date) : (x->nth > y->nth) - (x->nth < y->nth);
}

static int
by_answer(const void *a, const void *b)
{
	const struct eni_event_answer *x = a, *y = b;
	bool xa = x->anchor > ENI_PACKED_BAD, ya = y->anchor > ENI_PACKED_BAD;

	if (x->client != y->client)
		return (x->client > y->client) - (x->client < y->client);
	if (x->rule != y->rule)
		return x->rule - y->rule;
	if (xa != ya)
		return ya - xa; /* those that name their row come first */
	return x->at != y->at ? (x->at > y->at) - (x->at < y->at) : (x->nth > y->nth) - (x->nth < y->nth);
}

static bool
takes(const struct eni_event *e, const struct eni_event_answer *a)
{
	if (e->answered)
		return false;
	if (a->anchor > ENI_PACKED_BAD)
		return eni_unpack_when(e->date).day == eni_unpack_when(a->anchor).day;
	return !eni_before(eni_unpack_when(a->at), eni_unpack_when(e->date));
}

static bool
concerns(const struct eni_event_answer *a, const struct eni_event *e)
{
	return e->client == a->client && e->rule == a->rule;
}

void
eni_events_settle(struct eni_events *e, struct eni_event_answers *a)
{
	size_t from = 0;

	if (e->n > 0)
		qsort(e->event, e->n, sizeof *e->event, by_date);
	if (a->n > 0)
		qsort(a->answer, a->n, sizeof *a->answer, by_answer);
	for (size_t i = 0; i < a->n; i++) {
		const struct eni_event_answer *x = &a->answer[i];

		while (from < e->n &&
		       (e->event[from].client < x->client || (e->event[from].client == x->client && e->event[from].rule < x->rule)))
			from++;
		for (size_t k = from; k < e->n && concerns(x, &e->event[k]); k++)
			if (takes(&e->event[k], x)) {
				e->event[k].answered = true;
				e->event[k].answered_at = x->at;
				break;
			}
	}
}
