/* Promises: see promises.h. */
#include "rule/promises.h"

#include <stdlib.h>

#include "book/sheet.h"

struct eni_promise *
eni_promise_of(const struct eni_promises *p, uint32_t subject)
{
	return p->of == NULL || p->of[subject] == ENI_NONE ? NULL : &p->promise[p->of[subject]];
}

/* Later in time, or further down in the file where the times are the same. */
static bool
is_later(int32_t at, uint32_t nth, const struct eni_promise *p)
{
	struct eni_when a = eni_unpack_when(at), b = eni_unpack_when(p->at);

	if (eni_before(a, b))
		return false;
	return eni_before(b, a) || nth > p->nth;
}

static void
open(struct eni_promises *p, size_t subjects)
{
	p->of = eni_realloc(NULL, subjects * sizeof *p->of);
	for (size_t i = 0; i < subjects; i++)
		p->of[i] = ENI_NONE;
}

void
eni_promises_note(struct eni_promises *p, size_t subjects, const struct eni_promise *made)
{
	struct eni_promise *old = eni_promise_of(p, made->subject);

	if (old != NULL) {
		if (is_later(made->at, made->nth, old))
			*old = *made;
		return;
	}
	if (p->of == NULL)
		open(p, subjects);
	p->of[made->subject] = (uint32_t)p->n;
	p->promise = eni_grow(p->promise, &p->cap, p->n + 1, sizeof *p->promise);
	p->promise[p->n++] = *made;
}

void
eni_promises_keep(struct eni_promises *p, uint32_t subject, uint8_t to, int32_t at, uint32_t nth)
{
	struct eni_promise *old = eni_promise_of(p, subject);

	if (old != NULL && old->appointment && eni_unpack_when(at).day < eni_unpack_when(old->next).day)
		return;
	if (old != NULL && old->to == to && is_later(at, nth, old))
		old->answered = true;
}

void
eni_promises_free(struct eni_promises *p)
{
	free(p->promise);
	free(p->of);
	*p = (struct eni_promises){0};
}
