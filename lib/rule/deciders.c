/* Who decides: see deciders.h. */
#include "rule/deciders.h"

#include <stdlib.h>

#include "rec/household.h"

void
eni_deciders_want(struct eni_deciders *d, struct eni_book *b)
{
	struct eni_sheet *s = &b->clients;

	*d = (struct eni_deciders){.book = b,
	    .name = eni_sheet_want(s, ENI_S("name"), ENI_AS_RAW),
	    .family = eni_sheet_want(s, ENI_S("family_name"), ENI_AS_RAW),
	    .relation = eni_sheet_want(s, ENI_S("family_relation"), ENI_AS_RAW),
	    .decision_maker = eni_sheet_want(s, ENI_S("decision_maker"), ENI_AS_RAW),
	    .caremanager = eni_sheet_want(s, ENI_S("caremanager"), ENI_AS_RAW),
	    .referrer = eni_sheet_want(s, ENI_S("referrer"), ENI_AS_RAW)};
}

void
eni_deciders_free(struct eni_deciders *d)
{
	free(d->is);
	d->is = NULL;
}

/* A recipient, or ENI_TO_DECISION_MAKER where whoever decides is neither the client nor the relative on file. */
static int
decider(const struct eni_deciders *d, uint32_t client)
{
	const struct eni_sheet *s = &d->book->clients;
	struct eni_household h = {
	    .family = eni_sheet_text(s, d->family, client), .decision_maker = eni_sheet_text(s, d->decision_maker, client)};

	if (h.decision_maker.n > 0) { /* else it is a matter of whether there is a relative */
		h.client = eni_sheet_text(s, d->name, client);
		h.relation = eni_sheet_text(s, d->relation, client);
	}
	switch (eni_household_decides(&d->book->fold, &h)) {
	case ENI_CLIENT_SELF:
		return ENI_TO_CLIENT;
	case ENI_THE_RELATIVE:
		return h.family.n > 0 ? ENI_TO_FAMILY : ENI_TO_DECISION_MAKER;
	default:
		return ENI_TO_DECISION_MAKER;
	}
}

/* By id or by name. */
static bool
is_one_partner(const struct eni_deciders *d, uint32_t client)
{
	const struct eni_sheet *s = &d->book->clients;
	struct eni_str manager = eni_str_trim(eni_sheet_text(s, d->caremanager, client)),
		       sender = eni_str_trim(eni_sheet_text(s, d->referrer, client));
	uint32_t row;

	if (manager.n == 0 || sender.n == 0 || eni_str_eq(manager, sender))
		return manager.n > 0 && sender.n > 0;
	row = eni_book_find_referrer(d->book, manager);
	return row != ENI_NONE && row == eni_book_find_referrer(d->book, sender);
}

/* What is known of a client once it was asked: the recipient who decides, and whether the care manager is the referrer. */
enum { DECIDER = 0x3f, ONE_PARTNER = 0x40, TWO_PARTNERS = 0x80 };

static uint8_t *
known_of(struct eni_deciders *d, uint32_t client)
{
	if (d->is == NULL) {
		d->is = eni_realloc(NULL, d->book->clients.n);
		memset(d->is, 0, d->book->clients.n);
	}
	return &d->is[client];
}

static bool
decides(struct eni_deciders *d, uint32_t client, int to)
{
	uint8_t *known = known_of(d, client);

	if ((*known & DECIDER) == 0)
		*known |= (uint8_t)decider(d, client);
	return (*known & DECIDER) == to;
}

static bool
has_one_partner(struct eni_deciders *d, uint32_t client)
{
	uint8_t *known = known_of(d, client);

	if ((*known & (ONE_PARTNER | TWO_PARTNERS)) == 0)
		*known |= is_one_partner(d, client) ? ONE_PARTNER : TWO_PARTNERS;
	return (*known & ONE_PARTNER) != 0;
}

/* Nothing is looked up of two recipients who are never one. */
bool
eni_deciders_are_one(struct eni_deciders *d, uint32_t subject, int a, int b)
{
	if (a == b || !eni_subject_is_client(d->book, subject))
		return a == b;
	if (a == ENI_TO_DECISION_MAKER || b == ENI_TO_DECISION_MAKER) {
		int other = a == ENI_TO_DECISION_MAKER ? b : a;

		return (other == ENI_TO_CLIENT || other == ENI_TO_FAMILY) && decides(d, subject, other);
	}
	return ((a == ENI_TO_CAREMANAGER && b == ENI_TO_REFERRER) || (a == ENI_TO_REFERRER && b == ENI_TO_CAREMANAGER)) &&
	       has_one_partner(d, subject);
}

int
eni_deciders_same(struct eni_deciders *d, uint32_t subject, int to)
{
	static const int recipients[] = {ENI_TO_CLIENT, ENI_TO_FAMILY, ENI_TO_DECISION_MAKER, ENI_TO_CAREMANAGER, ENI_TO_REFERRER};

	for (size_t i = 0; i < sizeof recipients / sizeof *recipients; i++)
		if (recipients[i] != to && eni_deciders_are_one(d, subject, to, recipients[i]))
			return recipients[i];
	return 0;
}
