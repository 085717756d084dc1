/*
 * Contacts: the touches of the journal that reached a person, for reports that count them.  Room: partner.
 */
#ifndef ENI_PARTNER_CONTACTS_H
#define ENI_PARTNER_CONTACTS_H

#include "book/touches.h"

/* What eni_contacts_next looks at; with ENI_TOUCH_DIR it can be asked who started it. */
enum { ENI_CONTACT_COLUMNS = 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_RULE | ENI_TOUCH_WHAT };

/* The next touch that was no mere try and has happened.  1, 0, -1.  A row whose moment cannot be read is set aside. */
int eni_contacts_next(struct eni_touches *j, struct eni_touch *t);

/* A person was spoken or written to: neither a task of our own nor a word among ourselves (decision 10). */
static inline bool
eni_contact_is_outward(const struct eni_touch *t)
{
	return eni_channel_medium(t->channel) != ENI_MEDIUM_TASK && t->to != ENI_TO_STAFF;
}

#endif
