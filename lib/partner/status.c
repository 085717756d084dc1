/* How clients are doing: see status.h. */
#include "partner/status.h"

#include <stdlib.h>

void
eni_status_open(struct eni_status *s, struct eni_facts *f)
{
	size_t n = f->book->clients.n;

	*s = (struct eni_status){.facts = f};
	s->next = eni_arena_take(&s->arena, (n + 1) * sizeof *s->next);
	s->since = eni_arena_take(&s->arena, (n + 1) * sizeof *s->since);
	s->backlog = eni_arena_clear(&s->arena, n + 1);
	s->undated = eni_arena_clear(&s->arena, n + 1);
	for (size_t i = 0; i < n; i++) {
		s->next[i] = ENI_NEVER;
		s->since[i] = INT32_MAX;
	}
}

void
eni_status_close(struct eni_status *s)
{
	free(s->visit);
	free(s->incident);
	eni_arena_free(&s->arena);
	*s = (struct eni_status){0};
}

/* ---- which visits ---- */

void
eni_status_add_visit(struct eni_status *s, uint32_t client, uint16_t rule, struct eni_when date, uint32_t nth)
{
	s->visit = eni_grow(s->visit, &s->cap, s->n + 1, sizeof *s->visit);
	s->visit[s->n++] = (struct eni_status_visit){.client = client, .rule = rule, .date = date, .nth = nth};
}

void
eni_status_add_incidents(struct eni_status *s, uint32_t client, int32_t since)
{
	if (since < s->since[client])
		s->since[client] = since;
}

/* Where a client's incidents begin: they stand by client. */
static size_t
first_incident(const struct eni_status *s, uint32_t client)
{
	size_t from = 0, to = s->n_incidents;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (s->incident[middle].client < client)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct eni_status_incident *
eni_status_incident_at(const struct eni_status *s, uint32_t client, uint32_t nth)
{
	for (size_t i = first_incident(s, client); i < s->n_incidents && s->incident[i].client == client; i++)
		if (s->incident[i].nth == nth)
			return &s->incident[i];
	return NULL;
}

bool
eni_status_is_calm(const struct eni_status *s, uint32_t client, int32_t since)
{
	for (size_t i = first_incident(s, client); i < s->n_incidents && s->incident[i].client == client; i++)
		if (s->incident[i].open || s->incident[i].date.day >= since)
			return false;
	return s->keeps_incidents && !s->undated[client];
}

static int
in_order(const void *a, const void *b)
{
	const struct eni_status_visit *x = a, *y = b;
	int c = eni_when_cmp(x->date, y->date);

	if (x->client != y->client)
		return x->client < y->client ? -1 : 1;
	return c != 0 ? c : (x->nth > y->nth) - (x->nth < y->nth);
}

static bool
reports_visits(const struct eni_facts *f, size_t rule)
{
	return f->rules->rule[rule]->subject == ENI_FOR_VISITS && f->bound[rule].alive &&
	       eni_str_is(f->rules->rule[rule]->say, "memo");
}

/* The last day a visit may be of without being stale. */
static int32_t
first_fresh(const struct eni_facts *f)
{
	return eni_when_add((struct eni_when){f->book->today, ENI_NOTIME}, f->book->office.stale_after, -1).day;
}

int
eni_status_unreported(struct eni_status *s)
{
	struct eni_facts *f = s->facts;
	int32_t fresh = first_fresh(f);
	bool any = false;

	for (size_t i = 0; i < f->rules->n; i++)
		any |= reports_visits(f, i);
	if (!any)
		return eni_fail(f->diag, ENI_NOWHERE, NULL,
		    "no rule in force reports visits; want one for: visits with say: memo, such as the built-in memo-each");
	for (size_t i = 0; i < f->events.n; i++) {
		const struct eni_event *e = &f->events.event[i];
		struct eni_when date = eni_unpack_when(e->date);

		if (e->answered || !reports_visits(f, e->rule))
			continue;
		if (date.day >= fresh)
			eni_status_add_visit(s, e->client, e->rule, date, e->nth);
		else
			s->backlog[e->client] = true;
	}
	if (s->n > 1)
		qsort(s->visit, s->n, sizeof *s->visit, in_order);
	return 0;
}

enum { ROW_ID, ROW_DATE, ROW_WHAT, ROW_NOTE, ROW_STAFF, ROW_STATUS = ROW_STAFF, ROW_FIELDS };
static const char *const visit_fields[] = {
    [ROW_ID] = "id", [ROW_DATE] = "date", [ROW_WHAT] = "outcome", [ROW_NOTE] = "note", [ROW_STAFF] = "staff"};
ENI_ROW_FOR_EACH(visit_fields, ROW_FIELDS);
static const char *const incident_fields[] = {
    [ROW_ID] = "id", [ROW_DATE] = "date", [ROW_WHAT] = "kind", [ROW_NOTE] = "note", [ROW_STAFF] = "status"};
ENI_ROW_FOR_EACH(incident_fields, ROW_FIELDS);

/* The client a row is about, and its day; false when it counts for nothing. */
static bool
row_of(const struct eni_status *s, const struct eni_stream *row, uint32_t *client, struct eni_when *date)
{
	struct eni_book *b = s->facts->book;

	*client = eni_book_find(b, eni_stream_cell(row, ROW_ID));
	return *client != ENI_NONE && eni_subject_is_client(b, *client) && eni_stream_when(row, ROW_DATE, date) == 1;
}

static int
code_of(const struct eni_status *s, const struct eni_stream *row, enum eni_kind kind, size_t k, const char *field)
{
	return eni_book_code(s->facts->book, eni_field_find(kind, eni_str_of(field)), eni_stream_cell(row, k));
}

int
eni_status_latest(struct eni_status *s, uint32_t client)
{
	struct eni_book *b = s->facts->book;
	struct eni_when date, latest = ENI_NEVER;
	uint32_t who, nth = 0, found = ENI_NONE;
	struct eni_stream rows;
	int got = eni_stream_open(&rows, b, ENI_VISITS, visit_fields, ROW_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	for (; (got = eni_stream_next(&rows)) > 0; nth++) {
		if (!row_of(s, &rows, &who, &date) || who != client || !eni_book_has_happened(b, date) ||
		    code_of(s, &rows, ENI_VISITS, ROW_WHAT, "outcome") != ENI_VISIT_ATTENDED)
			continue;
		if (!eni_is_day(latest) || eni_when_cmp(date, latest) >= 0) {
			latest = date;
			found = nth;
		}
	}
	eni_stream_close(&rows);
	if (found != ENI_NONE)
		eni_status_add_visit(s, client, 0, latest, found);
	return got;
}

/* ---- what they say ---- */

static int
by_row(const void *a, const void *b)
{
	const struct eni_status_visit *x = *(struct eni_status_visit *const *)a, *y = *(struct eni_status_visit *const *)b;

	return (x->nth > y->nth) - (x->nth < y->nth);
}

/* An appointment: a row of a day to come, not called off. */
static void
note_next(struct eni_status *s, const struct eni_stream *row)
{
	int outcome = code_of(s, row, ENI_VISITS, ROW_WHAT, "outcome");
	struct eni_when date;
	uint32_t client;

	if (!row_of(s, row, &client, &date) || eni_book_has_happened(s->facts->book, date) ||
	    eni_word_is(ENI_V_VISIT_OUTCOME, outcome, ENI_IS_CALLED_OFF))
		return;
	if (!eni_is_day(s->next[client]) || eni_when_cmp(date, s->next[client]) < 0)
		s->next[client] = date;
}

static struct eni_str
remark_of(struct eni_status *s, const struct eni_stream *row)
{
	struct eni_str outcome = eni_str_trim(eni_stream_cell(row, ROW_WHAT));

	return eni_word_plain(ENI_V_VISIT_OUTCOME, outcome) != 0 ? (struct eni_str){"", 0} : eni_arena_keep(&s->arena, outcome);
}

static int
read_visits(struct eni_status *s)
{
	struct eni_status_visit **at = eni_arena_take(&s->arena, (s->n + 1) * sizeof *at);
	struct eni_stream rows;
	uint32_t nth = 0;
	size_t k = 0;
	int got = eni_stream_open(&rows, s->facts->book, ENI_VISITS, visit_fields, ROW_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	for (size_t i = 0; i < s->n; i++)
		at[i] = &s->visit[i];
	if (s->n > 1)
		qsort(at, s->n, sizeof *at, by_row);
	for (; (got = eni_stream_next(&rows)) > 0; nth++) {
		note_next(s, &rows);
		for (; k < s->n && at[k]->nth == nth; k++) {
			at[k]->note = eni_arena_keep(&s->arena, eni_str_trim(eni_stream_cell(&rows, ROW_NOTE)));
			at[k]->staff = eni_arena_keep(&s->arena, eni_str_trim(eni_stream_cell(&rows, ROW_STAFF)));
			at[k]->remark = remark_of(s, &rows);
			at[k]->place = rows.row.place;
		}
	}
	eni_stream_close(&rows);
	return got;
}

static int
incidents_in_order(const void *a, const void *b)
{
	const struct eni_status_incident *x = a, *y = b;
	int c = eni_when_cmp(x->date, y->date);

	if (x->client != y->client)
		return x->client < y->client ? -1 : 1;
	return c != 0 ? c : (x->nth > y->nth) - (x->nth < y->nth);
}

static void
note_undated(struct eni_status *s, const struct eni_stream *row)
{
	uint32_t client = eni_book_find(s->facts->book, eni_stream_cell(row, ROW_ID));

	if (client != ENI_NONE && eni_subject_is_client(s->facts->book, client))
		s->undated[client] = true;
}

static void
take_incident(struct eni_status *s, const struct eni_stream *row, uint32_t nth)
{
	int status = code_of(s, row, ENI_INCIDENTS, ROW_STATUS, "status");
	struct eni_when date;
	uint32_t client;

	if (!row_of(s, row, &client, &date)) {
		note_undated(s, row);
		return;
	}
	if (s->since[client] == INT32_MAX || !eni_book_has_happened(s->facts->book, date))
		return;
	if (status == ENI_INCIDENT_CLOSED && date.day < s->since[client])
		return;
	s->incident = eni_grow(s->incident, &s->cap_incidents, s->n_incidents + 1, sizeof *s->incident);
	s->incident[s->n_incidents++] = (struct eni_status_incident){.client = client,
	    .nth = nth,
	    .kind = code_of(s, row, ENI_INCIDENTS, ROW_WHAT, "kind"),
	    .open = status != ENI_INCIDENT_CLOSED,
	    .date = date,
	    .note = eni_arena_keep(&s->arena, eni_str_trim(eni_stream_cell(row, ROW_NOTE)))};
}

static int
read_incidents(struct eni_status *s)
{
	struct eni_stream rows;
	uint32_t nth = 0;
	int got = eni_stream_open(&rows, s->facts->book, ENI_INCIDENTS, incident_fields, ROW_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&rows)) > 0) {
		s->keeps_incidents = true;
		take_incident(s, &rows, nth++);
	}
	eni_stream_close(&rows);
	if (s->n_incidents > 1)
		qsort(s->incident, s->n_incidents, sizeof *s->incident, incidents_in_order);
	return got;
}

int
eni_status_read(struct eni_status *s, size_t n)
{
	s->n = n;
	for (size_t i = 0; i < n; i++)
		if (s->visit[i].date.day < s->since[s->visit[i].client])
			s->since[s->visit[i].client] = s->visit[i].date.day;
	return read_visits(s) == -1 ? -1 : read_incidents(s);
}
