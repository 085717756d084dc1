/* Warning signs: see risk.h. */
#include "stay/risk.h"

#include <stdlib.h>

#include "stat/chance.h"

/* ---- planned changes ---- */

static int
bad_plan(const struct eni_book *b, const struct eni_node *node)
{
	return eni_fail(b->diag, eni_at(b->office.file, node == NULL ? 0 : node->line), "planned",
	    "want a list such as - {id: pickup, on: 2027-01-01, when: {weekdays: has mon}}");
}

/* 1: still to come, 0: it has come to pass, -1. */
static int
read_plan(struct eni_risk *r, struct eni_planned *p, const struct eni_node *node, struct eni_facts *f)
{
	struct eni_book *b = r->book;
	const struct eni_node *when = eni_node_get(node, "when");
	struct eni_when on = ENI_NEVER;

	p->id = eni_node_text(eni_node_get(node, "id"));
	if (p->id.n == 0 || (when != NULL && when->type != ENI_MAP) ||
	    eni_office_when(&b->office, eni_node_text(eni_node_get(node, "on")), &on) == -1)
		return bad_plan(b, node);
	p->n = when == NULL ? 0 : when->n;
	p->when = eni_arena_clear(&b->arena, (p->n + 1) * sizeof *p->when);
	for (size_t i = 0; i < p->n; i++)
		if (eni_match_parse(&p->when[i], &b->arena, when->key[i], when->item[i], b->office.file, b->diag) == -1 ||
		    eni_facts_resolve(f, &p->when[i], ENI_FOR_CLIENTS, false) == -1)
			return -1;
	return !eni_is_day(on) || on.day > b->today;
}

static int
read_plans(struct eni_risk *r, struct eni_facts *f)
{
	const struct eni_node *list = eni_office_get(&r->book->office, "planned");

	if (list == NULL)
		return 0;
	if (list->type != ENI_SEQ)
		return bad_plan(r->book, list);
	r->planned = eni_arena_clear(&r->book->arena, (list->n + 1) * sizeof *r->planned);
	for (size_t i = 0; i < list->n; i++) {
		int got = read_plan(r, &r->planned[r->n_planned], list->item[i], f);

		if (got == -1)
			return -1;
		r->n_planned += got == 1;
	}
	return 0;
}

bool
eni_planned_touches(const struct eni_planned *p, struct eni_facts *f, uint32_t client)
{
	for (size_t i = 0; i < p->n; i++)
		if (!eni_match_test(&p->when[i], eni_facts_value(f, &p->when[i], client, NULL), f->book->today))
			return false;
	return true;
}

int
eni_risk_open(struct eni_risk *r, struct eni_book *b, struct eni_facts *f)
{
	*r = (struct eni_risk){.book = b};
	eni_stays_want(&r->stays, b, false);
	eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW); /* visits and incidents may name clients */
	return read_plans(r, f);
}

void
eni_risk_free(struct eni_risk *r)
{
	eni_stays_free(&r->stays);
	free(r->habit);
}

/* ---- reading ---- */

enum { ID, DATE, OUTCOME, VISIT_FIELDS, KIND = OUTCOME, STATUS, INCIDENT_FIELDS };
static const char *const visit_names[] = {[ID] = "id", [DATE] = "date", [OUTCOME] = "outcome"};
ENI_ROW_FOR_EACH(visit_names, VISIT_FIELDS);
static const char *const incident_names[] = {[ID] = "id", [DATE] = "date", [KIND] = "kind", [STATUS] = "status"};
ENI_ROW_FOR_EACH(incident_names, INCIDENT_FIELDS);

static void
note_start(void *to, const struct eni_stay *stay)
{
	struct eni_risk *r = to;

	if (stay->subject != ENI_NONE && !stay->over && stay->start != ENI_NODAY)
		r->habit[stay->subject].since = stay->start;
}

/* The client a row is about, and its day; NULL when it counts for nothing. */
static struct eni_habit *
row_of(struct eni_risk *r, const struct eni_stream *in, int32_t *day)
{
	uint32_t who = in->who;
	struct eni_when date;

	if (who == ENI_NONE || !eni_subject_is_client(r->book, who) || eni_stream_when(in, DATE, &date) != 1 ||
	    !eni_book_has_happened(r->book, date))
		return NULL;
	*day = date.day;
	return &r->habit[who];
}

static void
count(uint16_t *n)
{
	*n = (uint16_t)(*n + (*n < UINT16_MAX));
}

static void
fold_visit(struct eni_risk *r, const struct eni_stream *in, const struct eni_field *outcome)
{
	int32_t day, ago;
	struct eni_habit *h = row_of(r, in, &day);
	int code = h == NULL ? 0 : eni_book_code(r->book, outcome, eni_stream_cell(in, OUTCOME));

	if (code != ENI_VISIT_ATTENDED && code != ENI_VISIT_ABSENT)
		return;
	ago = r->book->today - day;
	if (h->first == ENI_NODAY || day < h->first)
		h->first = day;
	if (ago <= 0 || ago > ENI_RISK_NOW + ENI_RISK_BASE)
		return;
	if (ago <= ENI_RISK_NOW)
		count(code == ENI_VISIT_ATTENDED ? &h->attended : &h->absent);
	else
		count(code == ENI_VISIT_ATTENDED ? &h->attended_base : &h->absent_base);
}

static int
fold_visits(struct eni_risk *r)
{
	const struct eni_field *outcome = eni_field_find(ENI_VISITS, ENI_S("outcome"));
	struct eni_stream in;
	int got = eni_stream_open(&in, r->book, ENI_VISITS, visit_names, VISIT_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	eni_stream_people(&in, r->book, r->habit, sizeof *r->habit);
	while ((got = eni_stream_next(&in)) > 0)
		fold_visit(r, &in, outcome);
	eni_stream_close(&in);
	return got;
}

static int
fold_incidents(struct eni_risk *r)
{
	const struct eni_field *kind = eni_field_find(ENI_INCIDENTS, ENI_S("kind")),
			       *status = eni_field_find(ENI_INCIDENTS, ENI_S("status"));
	struct eni_habit *h;
	struct eni_stream in;
	int32_t day;
	int got = eni_stream_open(&in, r->book, ENI_INCIDENTS, incident_names, INCIDENT_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	eni_stream_people(&in, r->book, r->habit, sizeof *r->habit);
	while ((got = eni_stream_next(&in)) > 0)
		if ((h = row_of(r, &in, &day)) != NULL &&
		    eni_book_code(r->book, kind, eni_stream_cell(&in, KIND)) == ENI_INCIDENT_COMPLAINT &&
		    eni_book_code(r->book, status, eni_stream_cell(&in, STATUS)) == ENI_INCIDENT_OPEN)
			count(&h->complaints);
	eni_stream_close(&in);
	return got;
}

int
eni_risk_gather(struct eni_risk *r)
{
	size_t n = r->book->clients.n;

	r->habit = eni_realloc(NULL, (n + 1) * sizeof *r->habit);
	for (size_t i = 0; i < n; i++)
		r->habit[i] = (struct eni_habit){.since = ENI_NODAY, .first = ENI_NODAY};
	if (eni_stays_each(&r->stays, note_start, r) == -1 || fold_visits(r) == -1)
		return -1;
	return fold_incidents(r);
}

/* ---- figures ---- */

/* Days of habit before the window; 0: not known long enough. */
static int32_t
base_days(const struct eni_habit *h, int32_t today)
{
	int32_t since = h->since != ENI_NODAY ? h->since : h->first, known = since == ENI_NODAY ? 0 : today - since;

	if (known < ENI_RISK_KNOWN)
		return 0;
	return known - ENI_RISK_NOW < ENI_RISK_BASE ? known - ENI_RISK_NOW : (int32_t)ENI_RISK_BASE;
}

double
eni_risk_drop(const struct eni_habit *h, int32_t today)
{
	int32_t base = base_days(h, today);

	return base == 0 ? 0
			 : eni_too_few(h->attended, h->attended + h->attended_base, (double)ENI_RISK_NOW / (ENI_RISK_NOW + base));
}

double
eni_risk_absence(const struct eni_habit *h, int32_t today)
{
	int64_t absent = h->absent + h->absent_base, drawn = h->attended + h->absent;

	if (base_days(h, today) == 0)
		return 0;
	return eni_too_many(h->absent, absent, drawn, absent + h->attended + h->attended_base);
}
