/* Visits, incidents, and who may be spoken for; the journal is folded in fold_contacts.c. */
#include "rule/fold.h"

#include <stdlib.h>

#include "base/text.h"

const char *const *
eni_fold_fields(enum eni_for subject, size_t *n)
{
	static const char *const visits[] = {"id", "date", "outcome", "planned", "minutes", "fee", "staff", "session", "note"};
	static const char *const incidents[] = {"id", "date", "kind", "status", "severity", "staff", "source", "told_at", "note"};
	static const char *const contacts[] = {
	    "id", "at", "channel", "to", "rule", "outcome", "next", "anchor", "dir", "who", "staff", "topic", "gift", "note"};

	*n = subject == ENI_FOR_CONTACTS ? sizeof contacts / sizeof *contacts : sizeof visits / sizeof *visits;
	return subject == ENI_FOR_VISITS ? visits : subject == ENI_FOR_INCIDENTS ? incidents : contacts;
}
enum { ROW_ID, ROW_DATE, ROW_OUTCOME }; /* visits */

size_t
eni_fold_field(enum eni_for subject, struct eni_str name)
{
	size_t n;
	const char *const *fields = eni_fold_fields(subject, &n);

	for (size_t i = 0; i < n; i++)
		if (eni_str_is(name, fields[i]))
			return i;
	return 0;
}

struct eni_value
eni_fold_value(const struct eni_facts *f, const struct eni_stream *row, const struct eni_match *m)
{
	const struct eni_field *field;
	bool usable;

	if (row == NULL || !eni_stream_has(row, (size_t)m->where))
		return ENI_EMPTY_VALUE;
	field = row->bound[row->at[m->where]];
	if (field != NULL && field->type == ENI_ENUM) {
		int code = eni_book_code(f->book, field, eni_stream_cell(row, (size_t)m->where));

		return code == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_CODE, {.code = code}};
	}
	return eni_value_read(field, eni_stream_cell(row, (size_t)m->where), f->book->today, &usable);
}

void
eni_fold_postpone(struct eni_facts *f, uint32_t subject, struct eni_place at, const char *field)
{
	f->pending = eni_grow(f->pending, &f->cap_pending, f->n_pending + 1, sizeof *f->pending);
	f->pending[f->n_pending++] = (struct eni_pending){subject, at, field};
}

bool
eni_fold_any_rule(const struct eni_facts *f, enum eni_for subject)
{
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->live[i].alive && f->rules->rule[i]->subject == subject)
			return true;
	return false;
}

/* ---- absences ---- */

/* Days of absence after the last attendance: lists through f->absent_day, so that a person without absences costs nothing. */
static void
absence_open(struct eni_facts *f)
{
	size_t n = f->book->clients.n;

	f->absence = eni_realloc(NULL, (n + 1) * sizeof *f->absence);
	for (size_t i = 0; i < n; i++)
		f->absence[i] = (struct eni_absence){ENI_NODAY, ENI_NODAY, ENI_NONE};
}

static void
drop_until(struct eni_facts *f, struct eni_absence *a)
{
	uint32_t *at = &a->list;

	while (*at != ENI_NONE)
		if (f->absent_day[*at].day <= a->attended)
			*at = f->absent_day[*at].next;
		else
			at = &f->absent_day[*at].next;
}

/* A day with any attendance is an attended day; two sessions missed on one day are one absence. */
static void
note_absence(struct eni_facts *f, struct eni_absence *a, int32_t day)
{
	if (day > a->last_absent)
		a->last_absent = day;
	if (day <= a->attended)
		return;
	for (uint32_t i = a->list; i != ENI_NONE; i = f->absent_day[i].next)
		if (f->absent_day[i].day == day)
			return;
	f->absent_day = eni_grow(f->absent_day, &f->cap_absent_days, f->n_absent_days + 1, sizeof *f->absent_day);
	f->absent_day[f->n_absent_days] = (struct eni_absent_day){day, a->list};
	a->list = (uint32_t)f->n_absent_days++;
}

static void
fold_absence(struct eni_facts *f, uint32_t client, int outcome, int32_t day)
{
	struct eni_absence *a = &f->absence[client];

	if (outcome == ENI_VISIT_ABSENT) {
		note_absence(f, a, day);
	} else if (outcome == ENI_VISIT_ATTENDED && day > a->attended) {
		a->attended = day;
		drop_until(f, a);
	}
}

size_t
eni_absent_run(const struct eni_facts *f, uint32_t client)
{
	size_t n = 0;

	for (uint32_t i = f->absence[client].list; i != ENI_NONE; i = f->absent_day[i].next)
		n++;
	return n;
}

/* ---- visits and incidents ---- */

static void
add_event(struct eni_facts *f, uint32_t client, size_t rule, struct eni_when date, uint32_t nth)
{
	f->event = eni_grow(f->event, &f->cap_events, f->n_events + 1, sizeof *f->event);
	f->event[f->n_events++] = (struct eni_event){client, (uint16_t)rule, false, eni_pack_when(date), ENI_PACKED_NONE, nth};
}

static void
speak_for_row(
    struct eni_facts *f, enum eni_for subject, const struct eni_stream *row, uint32_t client, struct eni_when date, uint32_t nth)
{
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->live[i].alive && f->rules->rule[i]->subject == subject &&
		    eni_facts_unfit(f, f->rules->rule[i], client, row) == NULL)
			add_event(f, client, i, date, nth);
}

/* The client a row is about, and its date; false when the row counts for nothing. */
static bool
row_date(struct eni_facts *f, const struct eni_stream *row, uint32_t *client, struct eni_when *date)
{
	*client = row->who;
	if (*client == ENI_NONE || !eni_subject_is_client(f->book, *client))
		return false;
	switch (eni_office_when(&f->book->office, eni_stream_cell(row, ROW_DATE), date)) {
	case 1:
		return eni_book_has_happened(f->book, *date);
	default:
		eni_fold_postpone(f, *client, row->row.place, "date");
		return false;
	}
}

uint32_t
eni_fold_same(const struct eni_facts *f, uint32_t client)
{
	const struct eni_sheet *s = &f->book->clients;

	return s->same == NULL || client >= s->n ? (uint32_t)ENI_NONE : s->same[client];
}

static void
fold_visit(struct eni_facts *f, const struct eni_stream *row, const struct eni_field *outcome, bool rules, uint32_t nth)
{
	struct eni_when date;
	uint32_t client;

	if (!row_date(f, row, &client, &date))
		return;
	for (; client != ENI_NONE; client = eni_fold_same(f, client)) {
		if (f->absence != NULL)
			fold_absence(f, client, eni_book_code(f->book, outcome, eni_stream_cell(row, ROW_OUTCOME)), date.day);
		if (rules && eni_subject_asked(f->book, client))
			speak_for_row(f, ENI_FOR_VISITS, row, client, date, nth);
	}
}

static int
open_rows(struct eni_facts *f, struct eni_stream *s, enum eni_kind kind, enum eni_for subject)
{
	size_t n;
	const char *const *fields = eni_fold_fields(subject, &n);

	return eni_stream_open(s, f->book, kind, fields, n);
}

int
eni_fold_visits(struct eni_facts *f)
{
	bool absences = (f->needs & (1u << ENI_FACT_ABSENT_RUN | 1u << ENI_FACT_LAST_ABSENT)) != 0;
	bool rules = eni_fold_any_rule(f, ENI_FOR_VISITS);
	const struct eni_field *outcome = eni_field_find(ENI_VISITS, ENI_S("outcome"));
	struct eni_stream s;
	uint32_t nth = 0;
	int got;

	if (absences)
		absence_open(f);
	if (!absences && !rules)
		return 0;
	got = open_rows(f, &s, ENI_VISITS, ENI_FOR_VISITS);
	if (got != 0)
		return got == 1 ? 0 : -1;
	eni_stream_people(&s, f->book, f->absence, sizeof *f->absence);
	while ((got = eni_stream_next(&s)) > 0)
		fold_visit(f, &s, outcome, rules, nth++);
	eni_stream_close(&s);
	return got;
}

static void
fold_fall(struct eni_facts *f, const struct eni_stream *row, uint32_t client, struct eni_when date)
{
	int kind = eni_book_code(f->book, eni_field_find(ENI_INCIDENTS, ENI_S("kind")), eni_stream_cell(row, ROW_OUTCOME));

	if (kind == 0 || date.day <= f->book->today - 30 || f->falls[client] == UINT8_MAX)
		return;
	if (kind == eni_word_find(ENI_V_INCIDENT_KIND, ENI_S("fall")) ||
	    kind == eni_word_find(ENI_V_INCIDENT_KIND, ENI_S("accident")))
		f->falls[client]++;
}

int
eni_fold_incidents(struct eni_facts *f)
{
	bool falls = (f->needs & 1u << ENI_FACT_GB_LEVEL) != 0, rules = eni_fold_any_rule(f, ENI_FOR_INCIDENTS);
	struct eni_stream s;
	struct eni_when date;
	uint32_t client, nth = 0;
	int got;

	if (falls) {
		f->falls = eni_realloc(NULL, f->book->clients.n + 1);
		memset(f->falls, 0, f->book->clients.n + 1);
	}
	if (!falls && !rules)
		return 0;
	got = open_rows(f, &s, ENI_INCIDENTS, ENI_FOR_INCIDENTS);
	if (got != 0)
		return got == 1 ? 0 : -1;
	eni_stream_people(&s, f->book, NULL, 0);
	for (; (got = eni_stream_next(&s)) > 0; nth++) {
		if (!row_date(f, &s, &client, &date))
			continue;
		for (; client != ENI_NONE; client = eni_fold_same(f, client)) {
			if (falls)
				fold_fall(f, &s, client, date);
			if (rules && eni_subject_asked(f->book, client))
				speak_for_row(f, ENI_FOR_INCIDENTS, &s, client, date, nth);
		}
	}
	eni_stream_close(&s);
	return got;
}

/* ---- who may be spoken for ---- */

/* Matchers over facts that only the journal knows are left for later. */
static bool
fits_so_far(struct eni_facts *f, const struct eni_rule *r, uint32_t subject)
{
	for (size_t i = 0; i < r->n_when; i++) {
		const struct eni_match *m = &r->when[i];

		if (m->source == ENI_FROM_FACT && m->where == ENI_FACT_LAST_CONTACT)
			continue;
		if (!eni_match_test(m, eni_facts_value(f, m, subject, NULL), f->book->today))
			return false;
	}
	return true;
}

static void
add_slot(struct eni_facts *f, size_t rule, uint32_t subject)
{
	struct eni_when anchor = ENI_NEVER;

	if (!fits_so_far(f, f->rules->rule[rule], subject))
		return;
	if (eni_facts_anchor_bad(f, rule, subject))
		f->person[subject].aside = true;
	if (f->rules->rule[rule]->anchor != ENI_ANCHOR_LAST_CONTACT)
		anchor = eni_done_since(f->rules->rule[rule], eni_facts_anchor(f, rule, subject));
	f->slot = eni_grow(f->slot, &f->cap_slots, f->n_slots + 1, sizeof *f->slot);
	f->slot[f->n_slots++] = (struct eni_slot){(uint16_t)rule, 0, eni_pack_when(anchor), ENI_PACKED_NONE};
}

static void
add_slots(struct eni_facts *f, uint32_t subject)
{
	const struct eni_book *b = f->book;
	enum eni_for kind = eni_subject_is_referrer(b, subject) ? ENI_FOR_REFERRERS : ENI_FOR_OFFICE;

	if (eni_subject_is_client(b, subject)) {
		int status = eni_sheet_code(&b->clients, f->status, subject);

		for (const uint16_t *r = f->by_status[status & 15]; *r != UINT16_MAX; r++)
			add_slot(f, *r, subject);
		return;
	}
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->live[i].alive && f->rules->rule[i]->subject == kind)
			add_slot(f, i, subject);
}

void
eni_fold_slots(struct eni_facts *f)
{
	uint32_t n = eni_subject_office(f->book);

	for (uint32_t s = 0; s <= n; s++) {
		f->person[s].first_slot = (uint32_t)f->n_slots;
		if (s == n ? !f->book->any_operand : eni_subject_asked(f->book, s))
			add_slots(f, s);
		f->person[s].slots = (uint16_t)(f->n_slots - f->person[s].first_slot);
	}
}

/* ---- all of it ---- */

int
eni_facts_gather(struct eni_facts *f)
{
	uint32_t n = eni_subject_office(f->book) + 1;

	eni_facts_settle_named(f);
	f->person = eni_realloc(NULL, ((size_t)n + 1) * sizeof *f->person);
	for (uint32_t i = 0; i <= n; i++)
		f->person[i] = (struct eni_person){.last_contact = ENI_PACKED_NONE};
	if ((f->needs & (1u << ENI_FACT_OPEN_DAYS | 1u << ENI_FACT_FREE_SLOTS)) != 0)
		eni_seats_count(&f->seats, f->book, &f->seat_cols);
	if (eni_fold_visits(f) == -1 || eni_fold_incidents(f) == -1)
		return -1;
	eni_fold_slots(f);
	if (f->labels && (f->needs & 1u << ENI_FACT_LAST_CONTACT) == 0)
		return 0; /* nobody asks what the journal says */
	return eni_fold_contacts(f);
}
