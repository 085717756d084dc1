/* Standing: see standing.h. */
#include "rule/standing.h"

static size_t
want(struct eni_book *b, const char *name)
{
	return eni_sheet_want(&b->clients, eni_str_of(name), ENI_AS_TYPED);
}

void
eni_standing_want(struct eni_standing_columns *c, struct eni_book *b)
{
	c->status = want(b, "status");
	c->optout = want(b, "optout");
	c->sour = want(b, "sour");
	eni_present_stay_want(&c->stay, b);
	c->referrer_optout = eni_sheet_want(&b->referrers, ENI_S("optout"), ENI_AS_TYPED);
}

void
eni_standing_want_consent(struct eni_standing_columns *c, struct eni_book *b)
{
	c->consents = true;
	c->consent_contact = want(b, "consent_contact");
	c->consent_share = want(b, "consent_share");
}

struct eni_standing
eni_standing_read(const struct eni_standing_columns *c, const struct eni_book *b, uint32_t subject)
{
	const struct eni_sheet *s = &b->clients;
	struct eni_standing is = {.consents_unread = !c->consents, .journal_unread = true};
	int status;

	if (eni_subject_is_referrer(b, subject))
		is.optout = eni_sheet_code(&b->referrers, c->referrer_optout, subject - b->clients.n) == ENI_YES_YES;
	if (!eni_subject_is_client(b, subject))
		return is;
	is.client = true;
	status = eni_sheet_code(s, c->status, subject);
	is.dead = status == ENI_STATUS_DECEASED;
	is.mourned = !is.dead && eni_death_is_noted(b, subject);
	is.active = status == ENI_STATUS_ACTIVE;
	is.returned = eni_has_returned(&c->stay, b, subject);
	is.optout = eni_sheet_code(s, c->optout, subject) == ENI_YES_YES;
	is.sour = eni_sheet_code(s, c->sour, subject) == ENI_YES_YES;
	if (!c->consents)
		return is;
	is.agreed_contact = eni_sheet_code(s, c->consent_contact, subject) == ENI_YES_YES;
	is.agreed_share = eni_sheet_code(s, c->consent_share, subject) == ENI_YES_YES;
	return is;
}
