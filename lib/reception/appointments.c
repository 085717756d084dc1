/* Appointments: see appointments.h. */
#include "reception/appointments.h"

#include <stdlib.h>

#include "book/touches.h"

void
eni_appointments_want(struct eni_appointments *a, struct eni_book *b)
{
	*a = (struct eni_appointments){.visit_at = eni_sheet_want(&b->clients, ENI_S("visit_at"), ENI_AS_TYPED)};
}

/* Rows of one moment count in the order of the file. */
static void
take(struct eni_appointments *a, struct eni_book *b, struct eni_when *made, const struct eni_touch *t)
{
	struct eni_when next = eni_unpack_when(t->next);
	uint32_t who;

	if (t->outcome != ENI_OUTCOME_BOOKED || !eni_is_day(next) || !eni_touch_has_happened(b, t))
		return;
	who = eni_book_find(b, t->id);
	if (who == ENI_NONE || !eni_subject_is_client(b, who) || eni_before(t->at, made[who]))
		return;
	made[who] = t->at;
	a->booked[who] = next;
}

int
eni_appointments_read(struct eni_appointments *a, struct eni_book *b)
{
	struct eni_touches journal;
	struct eni_touch t;
	struct eni_when *made;
	size_t n = b->clients.n;
	int got = eni_touches_open(&journal, b, 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_OUTCOME | 1u << ENI_TOUCH_NEXT);

	a->booked = eni_realloc(NULL, (n + 1) * sizeof *a->booked);
	made = eni_realloc(NULL, (n + 1) * sizeof *made);
	for (size_t i = 0; i < n; i++)
		a->booked[i] = made[i] = ENI_NEVER;
	if (got == 0)
		while ((got = eni_touches_next(&journal, &t)) > 0)
			take(a, b, made, &t);
	eni_touches_close(&journal);
	free(made);
	return got == -1 ? -1 : 0;
}

struct eni_when
eni_appointment(const struct eni_appointments *a, const struct eni_book *b, uint32_t client, int32_t day)
{
	struct eni_when first = eni_sheet_when(&b->clients, a->visit_at, client), booked = a->booked[client];

	return first.day == day || (eni_is_day(first) && booked.day != day) || !eni_is_day(booked) ? first : booked;
}

bool
eni_appointment_is_ahead(const struct eni_appointments *a, const struct eni_book *b, uint32_t client)
{
	struct eni_when first = eni_sheet_when(&b->clients, a->visit_at, client), booked = a->booked[client];

	return (eni_is_day(first) && first.day >= b->today) || (eni_is_day(booked) && booked.day >= b->today);
}

void
eni_appointments_free(struct eni_appointments *a)
{
	free(a->booked);
	*a = (struct eni_appointments){0};
}
