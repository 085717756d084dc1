/*
 * Known numbers: whose telephone is this, and did we know it then?  Room: phone.
 * Numbers are compared by eni_phone_digits, all those of a cell.  One number may belong to many (a household, the office of a care
 * manager): the owners stand in the order client's own, family and decision maker, referrer, staff, each in file order, and the
 * first one counts whom the book knew at the moment in question.
 *
 * A client is known since the earliest of inquiry_at, visit_end, signed_date, first_visit, start_date, end_date and the starts in
 * stays.csv; a referrer since `since`; staff, and whoever has no such day, always.  A day without time counts from its beginning.
 */
#ifndef ENI_PHONE_PHONES_H
#define ENI_PHONE_PHONES_H

#include "book/book.h"

enum { ENI_PHONE_SOURCES = 7, ENI_PHONE_DATES = 6 };

struct eni_owner {
	uint32_t subject;
	uint8_t caller; /* ENI_CALLER_CLIENT .. */
	uint32_t next;  /* the next owner of the number, or ENI_NONE */
	uint32_t tail;  /* in the first one: the last */
};

struct eni_phones {
	struct eni_book *book;
	size_t source[ENI_PHONE_SOURCES], date[ENI_PHONE_DATES], since_col;
	struct eni_arena arena;
	struct eni_map by_digits; /* the first owner */
	struct eni_owner *owner;
	size_t n, cap;
	int32_t *since; /* per client and referrer, packed; ENI_PACKED_NONE: always */
};

/* Asks for the columns; after the book's people were peeked, before loading. */
void eni_phones_want(struct eni_phones *p, struct eni_book *b);
/* After loading.  0, or -1 when stays.csv could not be read. */
int eni_phones_index(struct eni_phones *p);
/* Whether clients are there, but none of their files has a column for a number. */
bool eni_phones_lack_columns(const struct eni_phones *p);
/* The owner of these digits whom the book knew at that moment, or NULL. */
const struct eni_owner *eni_phones_find(const struct eni_phones *p, struct eni_str digits, struct eni_when at);
/* The first owner of these digits, whenever the book came to know them, or NULL; the others follow by `next` in p->owner. */
const struct eni_owner *eni_phones_owners(const struct eni_phones *p, struct eni_str digits);
/* Since when the book knows a client or referrer; ENI_NEVER: always. */
struct eni_when eni_phones_since(const struct eni_phones *p, uint32_t subject);
bool eni_phones_knew(const struct eni_phones *p, uint32_t subject, struct eni_when at);
void eni_phones_free(struct eni_phones *p);

#endif
