/*
 * Seats per weekday and session: booked, held, free; and the days that may be offered.  Room: rule.
 * The whole book counts, whoever is asked about (decision 9).
 */
#ifndef ENI_RULE_SEATS_H
#define ENI_RULE_SEATS_H

#include "book/book.h"

/* Client columns the seats are counted from. */
struct eni_seat_columns {
	size_t status, reason, outlook, start_date, end_date, weekdays, cause, staff_weekdays;
};

struct eni_seats {
	const struct eni_office *office;
	int32_t *booked, *held; /* one per row of office->seat */
};

/* Registers the columns (clients: status reason outlook start_date end_date weekdays, and cause when with_cause; staff: weekdays).
 * Before loading. */
void eni_seats_want(struct eni_book *b, struct eni_seat_columns *c, bool with_cause);
/* Counts; after loading.  Memory: eni_seats_free. */
void eni_seats_count(struct eni_seats *s, const struct eni_book *b, const struct eni_seat_columns *c);
void eni_seats_free(struct eni_seats *s);
/* The bits of a seat row: the whole day, or one session of it. */
static inline uint32_t
eni_seat_bits(const struct eni_seat_row *r)
{
	return r->session == 0 ? ENI_WEEKDAY_BITS(r->day) : 1u << (2 * r->day + r->session - 1);
}
static inline int32_t
eni_seats_free_at(const struct eni_seats *s, size_t i)
{
	return s->office->seat[i].seats - s->booked[i] - s->held[i];
}

/* This client has a seat: active, or on trial and not only from a day still to come (who has died reads as deceased). */
bool eni_seat_is_booked(const struct eni_book *b, const struct eni_seat_columns *c, size_t row);
/* A seat is kept for this client today: hospital (hold: reason) and ended or paused, every paused one but for a facility or
 * death, not outlook unlikely, for hold.for from end_date (decisions 33 and 78). */
bool eni_seat_is_held(const struct eni_book *b, const struct eni_seat_columns *c, size_t row);

/* Whether this client left over somebody, and it is not known when those people are here: no cause is written, one is nobody on
 * file, or still comes, or may come back, and has no weekdays (decision 64). */
bool eni_cause_is_unclear(struct eni_book *b, const struct eni_seat_columns *c, size_t row);
/* The weekdays and sessions (as ENI_WEEKDAY_BITS) with a free seat on which none of the client's causes is known to be there. */
uint32_t eni_open_days(const struct eni_seats *s, struct eni_book *b, const struct eni_seat_columns *c, size_t row);

#endif
