/*
 * Who a task goes to: the person, how to reach them, whose organisation.  Room: who.
 * Decisions 16 and 36: a partner is found by id or unique name; a text that matches nothing is shown as it stands.
 */
#ifndef ENI_WHO_RECIPIENT_H
#define ENI_WHO_RECIPIENT_H

#include "book/book.h"
#include "rec/wishes.h"

/* Columns of the people, asked for before loading. */
struct eni_people {
	struct eni_book *book;
	bool without_cm; /* no care manager stands behind a client, unless the record names one */
	size_t staff, contact, family_contact, family_relation;
	size_t ref_org, ref_kind, ref_contact, ref_optout;
	/* Of people by name: bare, and with the form of address the record has, which letters go on using. */
	struct eni_named_columns {
		size_t client, family, decision_maker, caremanager, doctor, referrer, person;
	} name, addressed;
	size_t staff_name;
	size_t phone, phone2, email, address, wechat, family_phone, family_email, family_address, decision_phone;
	size_t ref_phone, ref_email, ref_address, ref_fax, staff_phone, staff_email;
};

/* Whether a text has the look of an id (ASCII without blanks, a digit in it) and not of a name. */
bool eni_looks_like_id(struct eni_str s);

void eni_people_want(struct eni_people *p, struct eni_book *b);
/* Asks for what eni_people_addressed looks at, too. */
void eni_people_want_addressed(struct eni_people *p);

/* The referrer row a task to `to` about this subject goes to; ENI_NONE: not on file. */
uint32_t eni_people_partner(const struct eni_people *p, uint32_t subject, int to);
/* Whether whoever referred a client works with us, so that a report about the client may go there: on file, and neither word of
 * mouth nor a web page.  A mere name may be a neighbour's. */
bool eni_people_referred_by_partner(const struct eni_people *p, uint32_t client);
/* Whether nobody can be meant: no care manager is named, in an office that has none (ENI_IS_WITHOUT_CM).  Elsewhere
 * somebody is, and to find out who is part of the task. */
bool eni_people_has_none(const struct eni_people *p, uint32_t client, int to);
/* Whether the partner to whom a task about this client goes asked for no contact. */
bool eni_people_unwanted(const struct eni_people *p, uint32_t client, int to);
/* Of several recipients the first who is on file and may be asked, else the last; n is at least 1, or they are as in the row. */
int eni_people_first(const struct eni_people *p, uint32_t subject, const int *to, size_t n);
/*
 * How to reach a recipient, of a rule's channel or ENI_CHANNEL_PREFER (decision 67).  A channel stands unless the recipient
 * excludes it; prefer is the first wish, else call.  In place of what is excluded, and of a wish without a number on file, the next
 * wish that has one; if none has, the first wish stays and via is empty.
 */
int eni_people_channel(const struct eni_people *p, uint32_t subject, int to, int channel);
/* Another way than those tried in vain (bits 1 << code): the next wish that has what it needs on file, else a letter; `channel`
 * where they exclude that (decision 66). */
int eni_people_other_way(const struct eni_people *p, uint32_t subject, int to, int channel, uint64_t tried);
/* What the recipient wishes; nothing where no record says it. */
struct eni_wishes eni_people_wishes(const struct eni_people *p, uint32_t subject, int to);

/* Texts of a task; they live as long as the book.  who: "-" when unknown. */
struct eni_str eni_people_who(const struct eni_people *p, uint32_t subject, int to);
/* via: a number or an address of e-mail of that very person, else empty; a letter or a visit may go to the house of the client. */
struct eni_str eni_people_via(const struct eni_people *p, uint32_t subject, int to, int channel);
/* The cell their number is dialled from, with all the numbers in it; empty for staff and partners. */
struct eni_str eni_people_phones(const struct eni_people *p, uint32_t subject, int to);
struct eni_str eni_people_name(const struct eni_people *p, uint32_t subject);
/* Who of a client's household has that number, by its digits: a remark beside it, else the name the cell belongs to; empty where it
 * is not known.  *to: ENI_TO_CLIENT or ENI_TO_FAMILY, 0 where the number is none of theirs. */
struct eni_str eni_people_caller(const struct eni_people *p, uint32_t client, struct eni_str digits, int *to);
/* The same names with the form of address that the record has, if it has one: 王女士, 山田先生. */
struct eni_str eni_people_who_addressed(const struct eni_people *p, uint32_t subject, int to);
struct eni_str eni_people_name_addressed(const struct eni_people *p, uint32_t subject);
struct eni_str eni_people_org(const struct eni_people *p, uint32_t subject, int to);
/* Whether the house itself is told, since the list names nobody there. */
bool eni_people_is_house(const struct eni_people *p, uint32_t subject, int to);

#endif
