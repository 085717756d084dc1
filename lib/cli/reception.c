/* The reception: see reception.h. */
#include "cli/reception.h"

int
eni_reception_open(struct eni_reception *r, struct eni_run *run, const struct eni_offer *offer, size_t n, bool by_client)
{
	struct eni_desk *d = &r->desk;

	*r = (struct eni_reception){.run = run};
	if (eni_desk_open_labels(d, run) == -1 || eni_print_prepare(&r->print, run, offer, n, by_client ? &d->facts : NULL) == -1)
		return -1;
	eni_people_want(&d->people, &run->book);
	eni_people_want_addressed(&d->people);
	eni_labels_want(&r->labels, &d->facts);
	return eni_desk_where(d, false);
}

int
eni_reception_load(struct eni_reception *r)
{
	return eni_desk_load(&r->desk);
}

static bool
is_asked(const struct eni_reception *r, uint32_t client)
{
	const struct eni_book *b = &r->run->book;
	int status = eni_sheet_code(&b->clients, r->desk.facts.standing.status, client);

	if (b->any_operand)
		return eni_subject_asked(b, client);
	return status == 0 || eni_status_is(status, ENI_IS_ASKING) || (r->declined && status == ENI_STATUS_DECLINED);
}

uint32_t
eni_reception_next(struct eni_reception *r)
{
	while (r->at < r->run->book.clients.n) {
		uint32_t client = r->at++;

		if (!is_asked(r, client))
			continue;
		eni_labels_tags(&r->labels, client);
		if (eni_labels_fit(&r->labels, r->desk.where, r->desk.n_where, client) && eni_desk_lives(&r->desk, client))
			return client;
	}
	return ENI_NONE;
}

void
eni_reception_close(struct eni_reception *r)
{
	eni_arena_free(&r->print.row);
	eni_labels_free(&r->labels);
	eni_desk_close(&r->desk);
}
