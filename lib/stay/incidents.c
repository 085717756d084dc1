/* Incidents and client days: see incidents.h. */
#include "stay/incidents.h"

#include <stdlib.h>

enum { ID, DATE, KIND, FIELDS };
static const char *const names[] = {[ID] = "id", [DATE] = "date", [KIND] = "kind"};
ENI_ROW_FOR_EACH(names, FIELDS);

void
eni_incidents_want(struct eni_incidents *x)
{
	eni_stays_want(&x->stays, x->book, false);
}

/* ---- client days ---- */

struct gathering {
	struct eni_incidents *x;
	const bool *asked;
	uint64_t *had; /* per client, bits: kinds of which they had one */
};

static void
keep_stay(void *to, const struct eni_stay *stay)
{
	struct gathering *g = to;

	if (stay->subject != ENI_NONE && g->asked[stay->subject] && stay->start != ENI_NODAY &&
	    !(stay->over && stay->end == ENI_NODAY))
		eni_spells_add(&g->x->spells, g->x->book, stay);
}

static int32_t
first_day(const struct eni_incidents *x, const struct eni_spell *s)
{
	int32_t records = x->book->office.records_from;

	return s->start > records ? s->start : records;
}

static void
count_days(struct eni_incidents *x)
{
	int32_t since = x->period.since.day, last = x->book->today;

	if (eni_is_day(x->period.until) && x->period.until.day < last)
		last = x->period.until.day;
	for (size_t i = 0; i < x->spells.n; i++) {
		const struct eni_spell *s = &x->spells.spell[i];
		int32_t from = first_day(x, s), to = s->over && s->end <= last ? s->end : last + 1;

		if (since > from)
			from = since;
		x->days += to > from ? to - from : 0;
	}
}

/* Whether the client was there, or left, on that day. */
static bool
was_there(const struct eni_incidents *x, uint32_t who, int32_t day)
{
	size_t low = 0, high = x->spells.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (x->spells.spell[mid].who < who)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < x->spells.n && x->spells.spell[low].who == who; low++) {
		const struct eni_spell *s = &x->spells.spell[low];

		if (day >= first_day(x, s) && (!s->over || day <= s->end))
			return true;
	}
	return false;
}

/* ---- incidents ---- */

static void
count(struct gathering *g, uint32_t who, int kind)
{
	struct eni_incident_count *c = &g->x->kind[kind];
	uint64_t bit = (uint64_t)1 << kind;

	g->x->clients += g->had[who] == 0;
	c->n++;
	c->clients += (g->had[who] & bit) == 0;
	g->had[who] |= bit;
}

static int
take(struct gathering *g, const struct eni_stream *in)
{
	struct eni_incidents *x = g->x;
	struct eni_when date;
	uint32_t who;
	int kind;

	if (eni_row_is_blank(&in->row) || (kind = eni_word_known(eni_stream_word(in, KIND, &x->unknown))) == 0)
		return 0;
	x->kind[kind].known = true;
	if (eni_stream_when(in, DATE, &date) != 1) {
		eni_aside(x->book->diag, in->row.place, "date", "want a day such as 2026-04-01");
		return x->book->diag->status == 2 ? -1 : 0;
	}
	if (!eni_book_has_happened(x->book, date) || !eni_period_has(&x->period, date))
		return 0;
	who = eni_book_find(x->book, eni_stream_cell(in, ID));
	if (who == ENI_NONE || !eni_subject_is_client(x->book, who))
		eni_warn(x->book->diag, in->row.place, "id", "is no client's; not counted");
	else if (g->asked[who] && was_there(x, who, date.day))
		count(g, who, kind);
	else if (g->asked[who] && x->astray++ == 0)
		x->first_astray = in->row.place;
	return 0;
}

static int
read_rows(struct gathering *g)
{
	struct eni_book *b = g->x->book;
	struct eni_stream in;
	int got = eni_stream_open(&in, b, ENI_INCIDENTS, names, FIELDS);

	if (got != 0)
		return got;
	for (size_t k = 0; got == 0 && k < FIELDS; k++)
		if (!eni_stream_has(&in, k))
			got = eni_fail(b->diag, ENI_NOWHERE, names[k], "incidents has no such column");
	while (got == 0 && (got = eni_stream_next(&in)) > 0)
		got = take(g, &in);
	eni_stream_close(&in);
	eni_unknown_words_report(&g->x->unknown, b->diag);
	return got;
}

int
eni_incidents_read(struct eni_incidents *x, const bool *asked)
{
	size_t size = (x->book->clients.n + 1) * sizeof(uint64_t);
	struct gathering g = {.x = x, .asked = asked, .had = eni_realloc(NULL, size)};
	int got = eni_stays_each(&x->stays, keep_stay, &g);

	memset(g.had, 0, size);
	if (got == 0) {
		eni_spells_link(&x->spells);
		count_days(x);
		got = read_rows(&g);
	}
	free(g.had);
	return got;
}

void
eni_incidents_free(struct eni_incidents *x)
{
	eni_spells_free(&x->spells);
	eni_stays_free(&x->stays);
	eni_unknown_words_free(&x->unknown);
}
