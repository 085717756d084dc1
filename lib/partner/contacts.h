/*
 * The journal as a stream of contacts: rows that have happened, in the words of the office, without tries.
 * Room: partner.  For reports that count contacts; the rules fold the journal for themselves (rule/touch.c).
 */
#ifndef ENI_PARTNER_CONTACTS_H
#define ENI_PARTNER_CONTACTS_H

#include "book/book.h"

struct eni_contact {
	struct eni_str id; /* as written; good until the next row. eni_book_find it when the rest of the row is of interest */
	struct eni_when at;
	int channel, to; /* codes; to 0: not said */
	bool theirs;     /* they started it */
	struct eni_place place;
};

struct eni_contacts {
	struct eni_book *book;
	struct eni_stream in;
	const struct eni_field *channel, *to, *dir, *outcome;
};

/* 1: the book has no journal; 0; -1. */
int eni_contacts_open(struct eni_contacts *c, struct eni_book *b);
/* 1, 0, -1.  A row whose moment cannot be read is set aside. */
int eni_contacts_next(struct eni_contacts *c, struct eni_contact *row);
void eni_contacts_close(struct eni_contacts *c);

/* Somebody was spoken or written to: neither a task of our own nor a word among ourselves (decision 10). */
static inline bool
eni_contact_is_outward(const struct eni_contact *c)
{
	return eni_channel_medium(c->channel) != ENI_MEDIUM_TASK && c->to != ENI_TO_STAFF;
}

#endif
