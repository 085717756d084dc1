/* The present stay: see present_stay.h. */
#include "rule/present_stay.h"

static const char *const after_a_stay[] = {"discharge_date", "returned_date", "rule_restored"};
ENI_ROW_FOR_EACH(after_a_stay, ENI_FACTS_AFTER_A_STAY);

static size_t
want(struct eni_book *b, const char *name)
{
	return eni_sheet_want(&b->clients, eni_str_of(name), ENI_AS_TYPED);
}

void
eni_present_stay_want(struct eni_present_stay *p, struct eni_book *b)
{
	p->status = want(b, "status");
	p->start = want(b, "start_date");
	p->end = want(b, "end_date");
	p->decided = want(b, "decided_on");
	p->back = want(b, "returned_date");
	for (size_t i = 0; i < ENI_FACTS_AFTER_A_STAY; i++)
		p->after[i] = want(b, after_a_stay[i]);
}

static int32_t
day_in(const struct eni_book *b, size_t column, uint32_t client)
{
	return eni_sheet_when(&b->clients, column, client).day;
}

int32_t
eni_present_stay_ended(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client)
{
	return day_in(b, p->end, client);
}

/* A return before the end began it. */
int32_t
eni_present_stay_began(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client)
{
	int32_t start = day_in(b, p->start, client), back = day_in(b, p->back, client), end = day_in(b, p->end, client);

	return back > start && back < end ? back : start;
}

bool
eni_is_of_earlier_stay(const struct eni_present_stay *p, const struct eni_book *b, size_t column, uint32_t client)
{
	for (size_t i = 0; i < ENI_FACTS_AFTER_A_STAY; i++)
		if (column == p->after[i])
			return day_in(b, column, client) < eni_present_stay_ended(p, b, client);
	return false;
}

bool
eni_has_returned(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client)
{
	return day_in(b, p->back, client) != ENI_NODAY && !eni_is_of_earlier_stay(p, b, p->back, client);
}

bool
eni_was_here_between(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client, int32_t from, int32_t to)
{
	int32_t start = day_in(b, p->start, client), end = day_in(b, p->end, client), back = day_in(b, p->back, client);
	int32_t anew = end == ENI_NODAY || end > b->today ? ENI_NODAY : back >= end ? back : start >= end ? start : ENI_NODAY;

	return anew == ENI_NODAY ? start < to : anew < to || end > from;
}

struct eni_when
eni_end_settled(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client, const char **field)
{
	struct eni_when decided = eni_sheet_when(&b->clients, p->decided, client);
	struct eni_when end = eni_sheet_when(&b->clients, p->end, client);
	/* a decision outside the stay is about another one */
	bool is_decided = eni_is_day(decided) && (!eni_is_day(end) || decided.day <= end.day) &&
			  decided.day >= eni_present_stay_began(p, b, client);
	bool is_ended = eni_is_day(end) && (!eni_book_has_happened(b, end) ||
					       eni_status_is(eni_sheet_code(&b->clients, p->status, client), ENI_IS_GONE));

	if (field != NULL)
		*field = is_decided ? "decided_on" : is_ended ? "end_date" : "";
	return is_decided ? decided : is_ended ? end : ENI_NEVER;
}
