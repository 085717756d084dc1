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

static bool
one_partner(const struct eni_deciders *d, uint32_t client)
{
	const struct eni_sheet *s = &d->book->clients;
	struct eni_str manager = eni_str_trim(eni_sheet_text(s, d->caremanager, client)),
		       sender = eni_str_trim(eni_sheet_text(s, d->referrer, client));

	return manager.n > 0 && eni_str_eq(manager, sender);
}

int
eni_deciders_same(struct eni_deciders *d, uint32_t subject, int to)
{
	if ((to == ENI_TO_CAREMANAGER || to == ENI_TO_REFERRER) && eni_subject_is_client(d->book, subject))
		return !one_partner(d, subject) ? 0 : to == ENI_TO_REFERRER ? ENI_TO_CAREMANAGER : ENI_TO_REFERRER;
	if (!eni_subject_is_client(d->book, subject) || (to != ENI_TO_DECISION_MAKER && to != ENI_TO_FAMILY && to != ENI_TO_CLIENT))
		return 0;
	if (d->is == NULL) {
		d->is = eni_realloc(NULL, d->book->clients.n);
		memset(d->is, 0, d->book->clients.n);
	}
	if (d->is[subject] == 0)
		d->is[subject] = decider(d, subject);
	if (d->is[subject] == ENI_TO_DECISION_MAKER)
		return 0;
	return to == ENI_TO_DECISION_MAKER ? d->is[subject] : to == d->is[subject] ? ENI_TO_DECISION_MAKER : 0;
}
