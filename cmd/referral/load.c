/* referral load: the work between a care manager and us, and who had to start it.  See verbs.h. */
#include <stdlib.h>

#include "cmd/referral/sources.h"
#include "cmd/referral/verbs.h"
#include "partner/contacts.h"

enum { ID, CONTACTS, OURS, THEIRS, PERCENT, COLUMNS };
static const struct eni_offer offer[] = {[ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CONTACTS] = {"contacts", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [OURS] = {"ours", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [THEIRS] = {"theirs", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

struct work {
	int64_t ours, theirs;
};

struct load {
	struct eni_sources sources;
	struct work *work; /* per sender; the last one: of clients without a care manager */
	size_t cap;
	struct work nobody;
};

/* Whose work a contact was: that of the client's care manager, or of the partner it is written down with. */
static struct work *
work_of(struct load *l, uint32_t subject)
{
	struct eni_senders *s = &l->sources.senders;
	uint32_t who;
	size_t had = l->cap;

	if (subject == ENI_NONE)
		return NULL;
	if (eni_subject_is_client(s->book, subject))
		who = eni_senders_of(s, subject);
	else if (eni_subject_is_referrer(s->book, subject))
		who = eni_senders_find(s, subject);
	else
		return NULL;
	if (who == ENI_NONE)
		return eni_subject_is_client(s->book, subject) ? &l->nobody : NULL;
	l->work = eni_grow(l->work, &l->cap, s->n, sizeof *l->work);
	memset(l->work + had, 0, (l->cap - had) * sizeof *l->work);
	return &l->work[who];
}

static int
count(struct load *l)
{
	struct eni_touches journal;
	struct eni_touch t;
	int got =
	    eni_touches_open(&journal, &l->sources.report.desk.run->book, (uint32_t)ENI_CONTACT_COLUMNS | 1u << ENI_TOUCH_DIR);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_contacts_next(&journal, &t)) > 0) {
		struct work *w;

		if (t.to != ENI_TO_CAREMANAGER || !eni_contact_is_outward(&t) || !eni_period_has(&l->sources.report.period, t.at) ||
		    (w = work_of(l, eni_book_find(l->sources.senders.book, t.id))) == NULL)
			continue;
		w->ours += t.dir == ENI_DIR_OUT;
		w->theirs += t.dir == ENI_DIR_IN;
	}
	eni_touches_close(&journal);
	return got;
}

static void
print_work(struct eni_print *p, struct eni_str id, const struct work *w, uint32_t subject)
{
	int64_t all = w->ours + w->theirs;

	if (all == 0)
		return;
	p->cell[ID] = id;
	p->cell[CONTACTS] = eni_print_count(p, all);
	p->cell[OURS] = eni_print_count(p, w->ours);
	p->cell[THEIRS] = eni_print_count(p, w->theirs);
	p->cell[PERCENT] = eni_print_share(p, w->ours, all);
	eni_print_row(p, subject);
}

static int
print_load(struct load *l, struct eni_print *p)
{
	struct eni_senders *s = &l->sources.senders;
	const uint32_t *at = eni_sources_sorted(&l->sources);

	eni_print_begin(p);
	if (!eni_report_chooses(&l->sources.report))
		print_work(p, ENI_S("-"), &l->nobody, ENI_NONE);
	for (size_t i = 0; i < s->n; i++)
		if (at[i] < l->cap && eni_sources_takes(&l->sources, at[i]))
			print_work(p, s->one[at[i]].id, &l->work[at[i]], s->one[at[i]].subject);
	return eni_print_end(p);
}

int
eni_verb_load(struct eni_run *run)
{
	struct load l = {0};
	struct eni_print p = {0};
	int rc = -1;

	if (eni_sources_open(&l.sources, run, "caremanager") == 0 &&
	    eni_report_need(&l.sources.report, "caremanager") != SIZE_MAX &&
	    eni_print_prepare(&p, run, offer, COLUMNS, &l.sources.report.desk.facts) == 0 && eni_sources_load(&l.sources) == 0 &&
	    count(&l) == 0)
		rc = print_load(&l, &p);
	free(l.work);
	eni_sources_close(&l.sources);
	return rc;
}
