/* Senders of a report: see sources.h. */
#include "cmd/referral/sources.h"

#include <stdlib.h>

int
eni_sources_open(struct eni_sources *s, struct eni_run *run, const char *field)
{
	if (eni_report_open_rows(&s->report, run) == -1)
		return -1;
	eni_senders_want(&s->senders, &run->book, field);
	return 0;
}

int
eni_sources_load(struct eni_sources *s)
{
	if (eni_report_load(&s->report) == -1)
		return -1;
	eni_senders_begin(&s->senders);
	return 0;
}

/* What --where sees of a sender who is no referrer on file. */
static struct eni_value
value_of(const struct eni_sender *x, const struct eni_match *m)
{
	if (eni_str_is(m->field, "kind") && x->kind != 0)
		return (struct eni_value){ENI_VALUE_CODE, {.code = x->kind}};
	if (eni_str_is(m->field, "id"))
		return (struct eni_value){ENI_VALUE_TEXT, {.text = x->id}};
	return ENI_EMPTY_VALUE;
}

bool
eni_sources_takes(struct eni_sources *s, uint32_t sender)
{
	struct eni_desk *d = &s->report.desk;
	const struct eni_sender *x = &s->senders.one[sender];
	const struct eni_book *b = &d->run->book;

	if (x->subject != ENI_NONE && eni_subject_is_referrer(b, x->subject))
		return eni_subject_asked(b, x->subject) && eni_desk_passes(d, x->subject);
	if (b->any_operand && (x->subject == ENI_NONE || !eni_subject_asked(b, x->subject)))
		return false;
	for (size_t i = 0; i < d->n_where; i++)
		if (!eni_match_test(&d->where[i], value_of(x, &d->where[i]), b->today))
			return false;
	return true;
}

static int
by_id(const void *a, const void *b, void *senders)
{
	const struct eni_sender *one = senders;

	return eni_str_cmp(one[*(const uint32_t *)a].id, one[*(const uint32_t *)b].id);
}

const uint32_t *
eni_sources_sorted(struct eni_sources *s)
{
	size_t n = s->senders.n;
	uint32_t *at = eni_arena_take(&s->report.desk.run->arena, (n + 1) * sizeof *at);

	for (size_t i = 0; i < n; i++)
		at[i] = (uint32_t)i;
	if (n > 1)
		qsort_r(at, n, sizeof *at, by_id, s->senders.one);
	return at;
}

struct eni_str
eni_source_id(const struct eni_print *p, const struct eni_sender *sender)
{
	int kind = sender->kind;
	bool is_kind = sender->subject == ENI_NONE && kind > 0 && eni_str_is(sender->id, eni_word_code(ENI_V_REFERRER_KIND, kind));

	return is_kind && eni_print_for_people(p->run) ? eni_str_of(eni_word_label(ENI_V_REFERRER_KIND, kind, p->run->lang))
						       : sender->id;
}

void
eni_sources_close(struct eni_sources *s)
{
	eni_senders_free(&s->senders);
	eni_report_close(&s->report);
}
