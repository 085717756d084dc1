/*
 * Appointments: when somebody is to come.  The first stands in the record (visit_at); what was agreed on later is a row of the
 * journal, `booked` with `next`, of which the latest made counts, and the first stays where it was.  Room: reception.
 */
#ifndef ENI_RECEPTION_APPOINTMENTS_H
#define ENI_RECEPTION_APPOINTMENTS_H

#include "book/book.h"

struct eni_appointments {
	struct eni_when *booked; /* by client, from the journal; ENI_NEVER: none */
	size_t visit_at;         /* client column */
};

/* Asks for the column; before loading. */
void eni_appointments_want(struct eni_appointments *a, struct eni_book *b);
/* Reads the journal, where there is one.  0 or -1; eni_appointments_free in every case. */
int eni_appointments_read(struct eni_appointments *a, struct eni_book *b);
/* When the client comes: on that day, if they do; else the first appointment, else the one booked, else ENI_NEVER. */
struct eni_when eni_appointment(const struct eni_appointments *a, const struct eni_book *b, uint32_t client, int32_t day);
/* Whether an appointment lies ahead: today, or later. */
bool eni_appointment_is_ahead(const struct eni_appointments *a, const struct eni_book *b, uint32_t client);
void eni_appointments_free(struct eni_appointments *a);

#endif
