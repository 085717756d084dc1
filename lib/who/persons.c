/* Recipients who are one person: see persons.h. */
#include "who/persons.h"

#include <stdlib.h>

#include "base/dial.h"

bool
eni_person_known(const struct eni_people *p, uint32_t subject, int to)
{
	return !eni_to_is_partner(to) || !eni_str_is(eni_people_who(p, subject, to), "-");
}

uint32_t
eni_persons_first(const struct eni_persons *p, uint32_t recipient)
{
	while (p->same[recipient] != recipient)
		recipient = p->same[recipient];
	return recipient;
}

/* Whoever has that mark, too, is the same person. */
static void
mark(struct eni_persons *p, uint32_t recipient, struct eni_str by)
{
	uint32_t other = eni_persons_first(p, eni_map_add(&p->marks, by, recipient)), own = eni_persons_first(p, recipient);

	if (other < own)
		p->same[own] = other;
	else
		p->same[other] = own;
}

/* A client's family and who decides for them may be one by the name; a partner of that name is somebody else, and so is whoever has
 * none. */
static void
mark_by_client(struct eni_persons *p, uint32_t recipient, uint32_t subject, int to)
{
	int as = eni_to_is_partner(to) || p->name.n == 0 ? to : 0;

	mark(
	    p, recipient, eni_arena_printf(&p->arena, "client %lu %d %.*s", (unsigned long)subject, as, (int)p->name.n, p->name.p));
}

/* By every number of the cell.  How many there are. */
static size_t
mark_by_numbers(struct eni_persons *p, uint32_t recipient, struct eni_str cell)
{
	size_t n = 0;

	for (; eni_phone_next(&p->digits, &cell, NULL); n++)
		mark(p, recipient,
		    eni_arena_printf(&p->arena, "tel %.*s %.*s", (int)p->digits.n, p->digits.p, (int)p->name.n, p->name.p));
	return n;
}

uint32_t
eni_persons_add(struct eni_persons *p, uint32_t subject, int to)
{
	uint32_t recipient = (uint32_t)p->n, partner = eni_people_partner(p->people, subject, to);
	struct eni_str who = eni_people_who(p->people, subject, to);

	p->same = eni_grow(p->same, &p->cap, p->n + 1, sizeof *p->same);
	p->same[p->n++] = recipient;
	p->name.n = 0;
	if (!eni_str_is(who, "-"))
		eni_name_reference(&p->fold, &p->name, who);
	if (partner != ENI_NONE)
		mark(p, recipient, eni_arena_printf(&p->arena, "partner %lu", (unsigned long)partner));
	else if (eni_person_known(p->people, subject, to) &&
		 (p->name.n == 0 || mark_by_numbers(p, recipient, eni_people_phones(p->people, subject, to)) == 0))
		mark_by_client(p, recipient, subject, to);
	return recipient;
}

void
eni_persons_free(struct eni_persons *p)
{
	eni_arena_free(&p->arena);
	eni_map_free(&p->marks);
	eni_name_fold_free(&p->fold);
	eni_buf_free(&p->name);
	eni_buf_free(&p->digits);
	free(p->same);
	*p = (struct eni_persons){0};
}
