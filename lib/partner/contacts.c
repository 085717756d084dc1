/* Contacts of the journal: see contacts.h. */
#include "partner/contacts.h"

/* 1 a contact, 0 none, -1 the run stops. */
static int
judge(const struct eni_touches *j, const struct eni_touch *t)
{
	if (!eni_outcome_is_contact(t->outcome))
		return 0;
	if (!eni_is_day(t->at)) {
		eni_aside(j->book->diag, t->place, "at", "want a day such as 2026-04-01");
		return j->book->diag->status == 2 ? -1 : 0;
	}
	return eni_touch_has_happened(j->book, t);
}

int
eni_contacts_next(struct eni_touches *j, struct eni_touch *t)
{
	int got;

	while ((got = eni_touches_next(j, t)) > 0)
		if ((got = judge(j, t)) != 0)
			return got;
	return got;
}
