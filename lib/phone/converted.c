/* First calls: see converted.h. */
#include "phone/converted.h"

#include "phone/calls.h"

/* Who entered the book on the day of the call, at no known hour, may have entered it by that call. */
static bool
was_known(const struct eni_phones *p, struct eni_str number, struct eni_when at)
{
	const struct eni_owner *owner = eni_phones_find(p, number, at);
	struct eni_when since = owner == NULL ? ENI_NEVER : eni_phones_since(p, owner->subject);

	return owner != NULL && (since.day != at.day || since.minute >= 0);
}

void
eni_converted_count(struct eni_converted *c, struct eni_phonelog *l, const struct eni_phones *p, struct eni_when now,
    const struct eni_period *period, size_t status)
{
	uint32_t before = ENI_NONE;

	*c = (struct eni_converted){0};
	eni_calls_sort(l);
	for (size_t i = 0; i < l->n && l->call[i].number != ENI_NONE; i++) {
		const struct eni_call *call = &l->call[i];
		const struct eni_owner *owner;

		if (!call->answered || call->number == before)
			continue;
		before = call->number;
		if (!eni_period_has(period, call->at) || was_known(p, l->number[call->number], call->at))
			continue;
		owner = eni_phones_find(p, l->number[call->number], now);
		c->callers[call->answered_by]++;
		if (owner != NULL && eni_subject_is_client(l->book, owner->subject) &&
		    eni_status_is(eni_sheet_code(&l->book->clients, status, owner->subject), ENI_IS_HERE | ENI_IS_GONE))
			c->clients[call->answered_by]++;
	}
}
