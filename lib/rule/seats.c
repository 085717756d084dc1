/* Counting seats: see seats.h. */
#include "rule/seats.h"

#include <stdlib.h>

#include "base/text.h"

void
eni_seats_want(struct eni_book *b, struct eni_seat_columns *c, bool with_cause)
{
	c->status = eni_sheet_want(&b->clients, ENI_S("status"), ENI_AS_TYPED);
	c->reason = eni_sheet_want(&b->clients, ENI_S("reason"), ENI_AS_TYPED);
	c->outlook = eni_sheet_want(&b->clients, ENI_S("outlook"), ENI_AS_TYPED);
	c->end_date = eni_sheet_want(&b->clients, ENI_S("end_date"), ENI_AS_TYPED);
	c->weekdays = eni_sheet_want(&b->clients, ENI_S("weekdays"), ENI_AS_TYPED);
	c->cause = c->staff_weekdays = SIZE_MAX;
	if (with_cause) {
		c->cause = eni_sheet_want(&b->clients, ENI_S("cause"), ENI_AS_RAW);
		c->staff_weekdays = eni_sheet_want(&b->staff, ENI_S("weekdays"), ENI_AS_TYPED);
	}
}

/* Away, but not for good: the seat waits. */
static bool
is_paused(int status)
{
	return eni_status_is(status, ENI_IS_AWAY) && !eni_status_is(status, ENI_IS_OVER);
}

bool
eni_seat_is_held(const struct eni_book *b, const struct eni_seat_columns *c, size_t row)
{
	const struct eni_sheet *s = &b->clients;
	int status = eni_sheet_code(s, c->status, row), reason = eni_sheet_code(s, c->reason, row);
	struct eni_when from = eni_sheet_when(s, c->end_date, row);
	bool kept = is_paused(status) || (eni_status_is(status, ENI_IS_AWAY) && reason == b->office.hold_reason);

	if (!kept || eni_sheet_code(s, c->outlook, row) == ENI_OUTLOOK_UNLIKELY || !eni_is_day(from))
		return false;
	return from.day <= b->today && b->today <= eni_when_add(from, b->office.hold_for, 1).day;
}

bool
eni_seat_is_booked(const struct eni_book *b, const struct eni_seat_columns *c, size_t row)
{
	return eni_status_is(eni_sheet_code(&b->clients, c->status, row), ENI_IS_HERE);
}

void
eni_seats_count(struct eni_seats *s, const struct eni_book *b, const struct eni_seat_columns *c)
{
	size_t n = b->office.n_seats;

	s->office = &b->office;
	s->booked = eni_realloc(NULL, (n + 1) * sizeof *s->booked);
	s->held = eni_realloc(NULL, (n + 1) * sizeof *s->held);
	memset(s->booked, 0, (n + 1) * sizeof *s->booked);
	memset(s->held, 0, (n + 1) * sizeof *s->held);
	for (size_t row = 0; n > 0 && row < b->clients.n; row++) {
		uint32_t bits = eni_sheet_bits(&b->clients, c->weekdays, row);
		int32_t *count;

		if (bits == 0)
			continue;
		if (eni_seat_is_booked(b, c, row))
			count = s->booked;
		else if (eni_seat_is_held(b, c, row))
			count = s->held;
		else
			continue;
		for (size_t i = 0; i < n; i++)
			count[i] += (bits & eni_seat_bits(&b->office.seat[i])) != 0;
	}
}

void
eni_seats_free(struct eni_seats *s)
{
	free(s->booked);
	free(s->held);
	*s = (struct eni_seats){0};
}

/* When a cause is there: clients who still come or may come back, and staff. */
static uint32_t
cause_bits(struct eni_book *b, const struct eni_seat_columns *c, struct eni_str who)
{
	uint32_t at = eni_book_find(b, who);
	int status;

	if (at == ENI_NONE || eni_subject_is_referrer(b, at) || at == eni_subject_office(b))
		return 0;
	if (!eni_subject_is_client(b, at))
		return eni_sheet_bits(&b->staff, c->staff_weekdays, at - eni_subject_staff(b, 0));
	status = eni_sheet_code(&b->clients, c->status, at);
	return eni_status_is(status, ENI_IS_HERE) || is_paused(status) ? eni_sheet_bits(&b->clients, c->weekdays, at) : 0;
}

uint32_t
eni_open_days(const struct eni_seats *s, struct eni_book *b, const struct eni_seat_columns *c, size_t row)
{
	struct eni_str cause = eni_sheet_text(&b->clients, c->cause, row), who;
	uint32_t closed = 0, open = 0;

	while (eni_piece(&cause, &who))
		closed |= cause_bits(b, c, who);
	for (size_t i = 0; i < s->office->n_seats; i++) {
		uint32_t bits = eni_seat_bits(&s->office->seat[i]);

		if (eni_seats_free_at(s, i) > 0 && (closed & bits) == 0)
			open |= bits;
	}
	return open;
}
