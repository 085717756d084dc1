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
static uint8_t
decider(struct eni_deciders *d, uint32_t client)
{
	const struct eni_sheet *s = &d->book->clients;
	const struct eni_household h = {.client = eni_sheet_text(s, d->name, client),
	    .family = eni_sheet_text(s, d->family, client),
	    .relation = eni_sheet_text(s, d->relation, client),
	    .decision_maker = eni_sheet_text(s, d->decision_maker, client)};

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
one_partner(const struct eni_deciders *d, uint32_t client)
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

/* Of who decides the recipient, and whether the care manager is the referrer. */
enum { ONE_PARTNER = 0x80 };

static uint8_t
known_of(struct eni_deciders *d, uint32_t client)
{
	if (d->is == NULL) {
		d->is = eni_realloc(NULL, d->book->clients.n);
		memset(d->is, 0, d->book->clients.n);
	}
	if (d->is[client] == 0)
		d->is[client] = (uint8_t)(decider(d, client) | (one_partner(d, client) ? ONE_PARTNER : 0));
	return d->is[client];
}

int
eni_deciders_same(struct eni_deciders *d, uint32_t subject, int to)
{
	uint8_t known = eni_subject_is_client(d->book, subject) ? known_of(d, subject) : ENI_TO_DECISION_MAKER;
	int decides = known & ~ONE_PARTNER;

	switch (to) {
	case ENI_TO_CAREMANAGER:
		return (known & ONE_PARTNER) != 0 ? ENI_TO_REFERRER : 0;
	case ENI_TO_REFERRER:
		return (known & ONE_PARTNER) != 0 ? ENI_TO_CAREMANAGER : 0;
	case ENI_TO_DECISION_MAKER:
		return decides == ENI_TO_DECISION_MAKER ? 0 : decides;
	default:
		return to == decides ? ENI_TO_DECISION_MAKER : 0;
	}
}
