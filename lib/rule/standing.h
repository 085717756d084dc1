/*
 * Standing: what the records say of whether somebody may be contacted, and of what they agreed to.  Room: rule.
 * The gate (gate.h) judges by it; what only the journal knows, a refusal or a return, is added by facts.h.
 */
#ifndef ENI_RULE_STANDING_H
#define ENI_RULE_STANDING_H

#include "rule/present_stay.h"

struct eni_standing {
	bool client;         /* it is a client, of whom partners may be told */
	bool dead;           /* has died, whatever of the book says so (book/deaths.h) */
	bool mourned;        /* a death is noted, and nothing written explains it */
	bool active;         /* status active */
	bool returned;       /* is back, whatever the status says: by the list or, which facts.h adds, by the journal */
	bool optout;         /* asked not to be contacted */
	bool sour;           /* left with very bad feelings */
	bool refused;        /* any contact of theirs ended in a refusal */
	bool refused_lately; /* one since the present or last stay began */
	bool agreed_contact, agreed_share;
	bool consents_unread; /* what they agreed to was not read: no way out that needs a yes may be taken */
	bool journal_unread;  /* nor was the journal: nothing may be sold */
};

/* The columns it is read from: of clients, but for one. */
struct eni_standing_columns {
	size_t status, optout, sour;
	size_t referrer_optout;
	struct eni_present_stay stay;
	bool consents; /* and the yes-fields: */
	size_t consent_contact, consent_share;
};

/* Both before loading; the second adds what people agreed to, for ways out that need a yes. */
void eni_standing_want(struct eni_standing_columns *c, struct eni_book *b);
void eni_standing_want_consent(struct eni_standing_columns *c, struct eni_book *b);
/* Of any subject; the office and staff stand open.  The journal counts as unread. */
struct eni_standing eni_standing_read(const struct eni_standing_columns *c, const struct eni_book *b, uint32_t subject);

#endif
