/* Trouble: see troubles.h. */
#include "partner/troubles.h"

#include <stdlib.h>

enum { ID, DATE, KIND, FIELDS, OUTCOME = KIND };
static const char *const names[] = {[ID] = "id", [DATE] = "date", [KIND] = "kind"};
ENI_ROW_FOR_EACH(names, FIELDS);

void
eni_troubles_want(struct eni_troubles *t)
{
	eni_stays_want(&t->stays, t->book, false);
}

/* Whether the stay has a day in the period; a stay of which a limit is not known reaches as far as what is known allows. */
static bool
overlaps(const struct eni_period *p, const struct eni_stay *s)
{
	if (s->over && s->start == ENI_NODAY && s->end == ENI_NODAY)
		return !eni_period_bounded(p);
	if (s->start != ENI_NODAY && eni_is_day(p->until) && s->start > p->until.day)
		return false;
	if (s->over && s->end == ENI_NODAY)
		return eni_period_has(p, (struct eni_when){s->start, ENI_NOTIME});
	return !(s->over && eni_is_day(p->since) && s->end <= p->since.day);
}

static void
keep_stay(void *to, const struct eni_stay *s)
{
	struct eni_troubles *t = to;

	if (s->subject != ENI_NONE && overlaps(&t->period, s))
		t->of[s->subject].served = true;
}

/* ---- who is here without a day on which they came ---- */

static bool
is_undated(const struct eni_troubles *t, size_t row)
{
	const struct eni_sheet *c = &t->book->clients;

	if (t->of[row].served || eni_sheet_code(c, t->stays.status, row) != ENI_STATUS_ACTIVE)
		return false;
	for (size_t i = 0; i < ENI_STAY_STARTS; i++)
		if (eni_is_day(eni_sheet_when(c, t->stays.start[i], row)))
			return false;
	return true;
}

static size_t
count_undated(struct eni_troubles *t)
{
	bool today = eni_period_has(&t->period, t->book->opt.now);
	size_t n = 0;

	for (size_t row = 0; row < t->book->clients.n; row++) {
		if (!is_undated(t, row))
			continue;
		t->of[row].served = today;
		if (!today && n++ == 0)
			t->first_undated = eni_sheet_place(&t->book->clients, row);
	}
	return n;
}

static void
take_visit(struct eni_troubles *t, const struct eni_stream *in)
{
	const struct eni_field *f = eni_field_find(ENI_VISITS, ENI_S("outcome"));
	struct eni_when date;
	uint32_t who;

	if (eni_stream_when(in, DATE, &date) != 1 || !eni_period_has(&t->period, date) || !eni_book_has_happened(t->book, date) ||
	    eni_book_code(t->book, f, eni_stream_cell(in, OUTCOME)) != ENI_VISIT_ATTENDED)
		return;
	who = eni_book_find(t->book, eni_stream_cell(in, ID));
	if (who != ENI_NONE && eni_subject_is_client(t->book, who) && is_undated(t, who))
		t->of[who].served = true;
}

static int
find_undated(struct eni_troubles *t)
{
	static const char *const visit[] = {"id", "date", "outcome"};
	struct eni_stream in;
	int got;

	if ((t->undated = count_undated(t)) == 0)
		return 0;
	if ((got = eni_stream_open(&in, t->book, ENI_VISITS, visit, 3)) != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&in)) > 0)
		take_visit(t, &in);
	eni_stream_close(&in);
	t->undated = count_undated(t);
	return got;
}

/* ---- troubles ---- */

static int
take(struct eni_troubles *t, const struct eni_stream *in)
{
	struct eni_when date;
	uint32_t who;

	if (eni_row_is_blank(&in->row) || !eni_word_is(ENI_V_INCIDENT_KIND, eni_stream_word(in, KIND, &t->unknown), ENI_IS_TROUBLE))
		return 0;
	if (eni_stream_when(in, DATE, &date) != 1) {
		eni_aside(t->book->diag, in->row.place, "date", "want a day such as 2026-04-01");
		return t->book->diag->status == 2 ? -1 : 0;
	}
	if (!eni_book_has_happened(t->book, date) || !eni_period_has(&t->period, date))
		return 0;
	who = eni_book_find(t->book, eni_stream_cell(in, ID));
	if (who != ENI_NONE && eni_subject_is_client(t->book, who))
		t->of[who].troubled = true;
	else
		eni_warn(t->book->diag, in->row.place, "id", "is no client's; not counted");
	return 0;
}

int
eni_troubles_read(struct eni_troubles *t)
{
	struct eni_stream in;
	int got;

	t->of = eni_realloc(NULL, (t->book->clients.n + 1) * sizeof *t->of);
	memset(t->of, 0, (t->book->clients.n + 1) * sizeof *t->of);
	if (eni_stays_each(&t->stays, keep_stay, t) == -1)
		return -1;
	if (find_undated(t) == -1)
		return -1;
	if ((got = eni_stream_open(&in, t->book, ENI_INCIDENTS, names, FIELDS)) != 0)
		return got;
	for (size_t k = 0; got == 0 && k < FIELDS; k++)
		if (!eni_stream_has(&in, k))
			got = eni_fail(t->book->diag, ENI_NOWHERE, names[k], "incidents has no such column");
	while (got == 0 && (got = eni_stream_next(&in)) > 0)
		got = take(t, &in);
	eni_stream_close(&in);
	eni_unknown_words_report(&t->unknown, t->book->diag);
	return got;
}

void
eni_troubles_free(struct eni_troubles *t)
{
	eni_stays_free(&t->stays);
	eni_unknown_words_free(&t->unknown);
	free(t->of);
	*t = (struct eni_troubles){0};
}
