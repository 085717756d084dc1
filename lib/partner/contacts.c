/* The journal as contacts: see contacts.h. */
#include "partner/contacts.h"

enum { ID, AT, CHANNEL, TO, DIR, OUTCOME, FIELDS };
static const char *const names[] = {
    [ID] = "id", [AT] = "at", [CHANNEL] = "channel", [TO] = "to", [DIR] = "dir", [OUTCOME] = "outcome"};
ENI_ROW_FOR_EACH(names, FIELDS);

int
eni_contacts_open(struct eni_contacts *c, struct eni_book *b)
{
	*c = (struct eni_contacts){.book = b,
	    .channel = eni_field_find(ENI_CONTACTS, ENI_S("channel")),
	    .to = eni_field_find(ENI_CONTACTS, ENI_S("to")),
	    .dir = eni_field_find(ENI_CONTACTS, ENI_S("dir")),
	    .outcome = eni_field_find(ENI_CONTACTS, ENI_S("outcome"))};
	return eni_stream_open(&c->in, b, ENI_CONTACTS, names, FIELDS);
}

static int
code(const struct eni_contacts *c, const struct eni_field *f, size_t k, int otherwise)
{
	int got = eni_book_code(c->book, f, eni_stream_cell(&c->in, k));

	return got == 0 ? otherwise : got;
}

/* 1 a contact, 0 none, -1 the run stops. */
static int
take(struct eni_contacts *c, struct eni_contact *row)
{
	const struct eni_office *o = &c->book->office;

	if (eni_outcome_is_try(code(c, c->outcome, OUTCOME, o->defaults.outcome)))
		return 0;
	if (eni_office_when(o, eni_stream_cell(&c->in, AT), &row->at) != 1) {
		eni_aside(c->book->diag, c->in.row.place, "at", "want a day such as 2026-04-01");
		return c->book->diag->status == 2 ? -1 : 0;
	}
	if (!eni_book_has_happened(c->book, row->at))
		return 0;
	row->id = eni_str_trim(eni_stream_cell(&c->in, ID));
	row->channel = code(c, c->channel, CHANNEL, o->defaults.channel);
	row->to = code(c, c->to, TO, 0);
	row->theirs = code(c, c->dir, DIR, ENI_DIR_OUT) == ENI_DIR_IN;
	row->place = c->in.row.place;
	return 1;
}

int
eni_contacts_next(struct eni_contacts *c, struct eni_contact *row)
{
	int got;

	while ((got = eni_stream_next(&c->in)) > 0)
		if ((got = take(c, row)) != 0)
			return got;
	return got;
}

void
eni_contacts_close(struct eni_contacts *c)
{
	eni_stream_close(&c->in);
}
