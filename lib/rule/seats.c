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
	c->start_date = eni_sheet_want(&b->clients, ENI_S("start_date"), ENI_AS_TYPED);
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
	bool moved = reason == ENI_REASON_FACILITY || eni_word_is(ENI_V_REASON, reason, ENI_IS_DEATH);
	bool kept = (is_paused(status) && !moved) || (eni_status_is(status, ENI_IS_AWAY) && reason == b->office.hold_reason);

	if (!kept || eni_sheet_code(s, c->outlook, row) == ENI_OUTLOOK_UNLIKELY || !eni_is_day(from))
		return false;
	return from.day <= b->today && b->today <= eni_when_add(from, b->office.hold_for, 1).day;
}

bool
eni_seat_is_booked(const struct eni_book *b, const struct eni_seat_columns *c, size_t row)
{
	const struct eni_sheet *s = &b->clients;
	int status = eni_sheet_code(s, c->status, row);
	struct eni_when start = eni_sheet_when(s, c->start_date, row);
	bool begun = !eni_status_is(status, ENI_IS_ASKING) || !eni_is_day(start) || start.day <= b->today;

	return eni_status_is(status, ENI_IS_HERE) && begun;
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

/* Adds the days on which a cause is there: clients who still come or may come back, and staff.  False where nobody knows them. */
static bool
add_days_of(struct eni_book *b, const struct eni_seat_columns *c, uint32_t who, uint32_t *days)
{
	uint32_t own;
	int status;

	if (who == ENI_NONE || eni_subject_is_referrer(b, who) || who == eni_subject_office(b))
		return false;
	if (eni_subject_is_client(b, who)) {
		status = eni_sheet_code(&b->clients, c->status, who);
		if (!eni_status_is(status, ENI_IS_HERE) && !is_paused(status))
			return true;
		own = eni_sheet_bits(&b->clients, c->weekdays, who);
	} else {
		own = eni_sheet_bits(&b->staff, c->staff_weekdays, who - eni_subject_staff(b, 0));
	}
	*days |= own;
	return own != 0;
}

/* The same of all causes of a client: one name, which may hold a blank, or several ids and names. */
static bool
cause_days(struct eni_book *b, const struct eni_seat_columns *c, size_t row, uint32_t *days)
{
	struct eni_str cause = eni_sheet_text(&b->clients, c->cause, row), piece;
	uint32_t who = eni_book_find(b, cause);
	bool known = true, any = false;

	*days = 0;
	if (who != ENI_NONE)
		return add_days_of(b, c, who, days);
	for (; eni_piece(&cause, &piece); any = true)
		known &= add_days_of(b, c, eni_book_find(b, piece), days);
	return any && known;
}

bool
eni_cause_is_unclear(struct eni_book *b, const struct eni_seat_columns *c, size_t row)
{
	uint32_t days;

	return eni_word_is(ENI_V_REASON, eni_sheet_code(&b->clients, c->reason, row), ENI_IS_PERSONAL) &&
	       !cause_days(b, c, row, &days);
}

uint32_t
eni_open_days(const struct eni_seats *s, struct eni_book *b, const struct eni_seat_columns *c, size_t row)
{
	uint32_t closed, open = 0;

	cause_days(b, c, row, &closed);
	for (size_t i = 0; i < s->office->n_seats; i++) {
		uint32_t bits = eni_seat_bits(&s->office->seat[i]);

		if (eni_seats_free_at(s, i) > 0 && (closed & bits) == 0)
			open |= bits;
	}
	return open;
}
