/* Ends that were decided before they came: see decided_ends.h. */
#include "book/decided_ends.h"

#include "book/book.h"

static size_t
want(struct eni_book *b, const char *name)
{
	return eni_sheet_want(&b->clients, eni_str_of(name), ENI_AS_TYPED);
}

void
eni_decided_ends_want(struct eni_book *b)
{
	struct eni_decided_ends *e = &b->decided_ends;

	e->status = SIZE_MAX;
	if (!eni_sheet_wants(&b->clients, ENI_S("status"), ENI_AS_TYPED) || !eni_sheet_has_header(&b->clients, ENI_S("decided_on")))
		return;
	e->status = want(b, "status");
	e->end = want(b, "end_date");
	e->decided = want(b, "decided_on");
	e->start = want(b, "start_date");
	e->back = want(b, "returned_date");
}

/* A decision after the end is about something else, and who came again is here. */
static bool
has_ended(const struct eni_book *b, uint32_t row)
{
	const struct eni_sheet *s = &b->clients;
	const struct eni_decided_ends *e = &b->decided_ends;
	struct eni_when end = eni_sheet_when(s, e->end, row), decided = eni_sheet_when(s, e->decided, row);

	return eni_is_day(end) && eni_book_has_happened(b, end) && eni_is_day(decided) && decided.day <= end.day &&
	       eni_sheet_when(s, e->start, row).day <= end.day && eni_sheet_when(s, e->back, row).day < end.day;
}

void
eni_decided_ends_settle(struct eni_book *b)
{
	const struct eni_decided_ends *e = &b->decided_ends;

	for (uint32_t row = 0; e->status != SIZE_MAX && row < b->clients.n; row++)
		if (eni_status_is(eni_sheet_code(&b->clients, e->status, row), ENI_IS_HERE) && has_ended(b, row))
			eni_sheet_set_code(&b->clients, e->status, row, ENI_STATUS_ENDED);
}
