/*
 * One pass over each file.  The journal's loop is the hot one: a row costs a look-up of its id, three short words and a date;
 * nothing is allocated.
 */
#include "rule/fold.h"

#include <stdlib.h>

#include "base/text.h"

/* All fields of a kind, in the order of its schema, so that a matcher's position stays the same for every row. */
static const char *const *
fields_of(enum eni_for subject, size_t *n)
{
	static const char *const visits[] = {"id", "date", "outcome", "planned", "minutes", "fee", "staff", "session", "note"};
	static const char *const incidents[] = {"id", "date", "kind", "status", "severity", "staff", "source", "told_at", "note"};
	static const char *const contacts[] = {
	    "id", "at", "channel", "to", "rule", "outcome", "next", "anchor", "dir", "who", "staff", "topic", "gift", "note"};

	*n = subject == ENI_FOR_CONTACTS ? sizeof contacts / sizeof *contacts : sizeof visits / sizeof *visits;
	return subject == ENI_FOR_VISITS ? visits : subject == ENI_FOR_INCIDENTS ? incidents : contacts;
}
enum { ROW_ID, ROW_DATE, ROW_OUTCOME }; /* visits */
enum { TOUCH_ID, TOUCH_AT, TOUCH_CHANNEL, TOUCH_TO, TOUCH_RULE, TOUCH_OUTCOME, TOUCH_NEXT, TOUCH_ANCHOR, TOUCH_FIELDS };

size_t
eni_fold_field(enum eni_for subject, struct eni_str name)
{
	size_t n;
	const char *const *fields = fields_of(subject, &n);

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

static void
postpone(struct eni_facts *f, uint32_t subject, struct eni_place at, const char *field)
{
	f->pending = eni_grow(f->pending, &f->cap_pending, f->n_pending + 1, sizeof *f->pending);
	f->pending[f->n_pending++] = (struct eni_pending){subject, at, field};
}

static bool
any_rule_for(const struct eni_facts *f, enum eni_for subject)
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
	*client = eni_book_find(f->book, eni_stream_cell(row, ROW_ID));
	if (*client == ENI_NONE || !eni_subject_is_client(f->book, *client))
		return false;
	switch (eni_office_when(&f->book->office, eni_stream_cell(row, ROW_DATE), date)) {
	case 1:
		return eni_book_has_happened(f->book, *date);
	default:
		postpone(f, *client, row->row.place, "date");
		return false;
	}
}

/* Every record of that id, when an id stands in several. */
static uint32_t
next_same(const struct eni_facts *f, uint32_t client)
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
	for (; client != ENI_NONE; client = next_same(f, client)) {
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
	const char *const *fields = fields_of(subject, &n);

	return eni_stream_open(s, f->book, kind, fields, n);
}

int
eni_fold_visits(struct eni_facts *f)
{
	bool absences = (f->needs & (1u << ENI_FACT_ABSENT_RUN | 1u << ENI_FACT_LAST_ABSENT)) != 0;
	bool rules = any_rule_for(f, ENI_FOR_VISITS);
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
	while ((got = eni_stream_next(&s)) > 0)
		fold_visit(f, &s, eni_field_find(ENI_VISITS, ENI_S("outcome")), rules, nth++);
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
	bool falls = (f->needs & 1u << ENI_FACT_GB_LEVEL) != 0, rules = any_rule_for(f, ENI_FOR_INCIDENTS);
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
	for (; (got = eni_stream_next(&s)) > 0; nth++) {
		if (!row_date(f, &s, &client, &date))
			continue;
		for (; client != ENI_NONE; client = next_same(f, client)) {
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
		f->aside[subject] = 1;
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

	f->slot_start = eni_realloc(NULL, ((size_t)n + 2) * sizeof *f->slot_start);
	for (uint32_t s = 0; s <= n; s++) {
		f->slot_start[s] = (uint32_t)f->n_slots;
		if (s == n ? !f->book->any_operand : eni_subject_asked(f->book, s))
			add_slots(f, s);
	}
	f->slot_start[n + 1] = (uint32_t)f->n_slots;
}

/* ---- the journal ---- */

struct touch {
	uint32_t subject, nth;
	uint32_t rule; /* index; ENI_NONE: a rule nobody knows */
	bool by_hand;  /* no rule written */
	struct eni_when at;
	int channel, to, outcome;
};

struct answer {
	uint32_t client, nth;
	uint16_t rule;
	int32_t at, anchor; /* packed */
};

struct journal {
	struct eni_facts *f;
	struct eni_stream s;
	const struct eni_field *channel, *to, *outcome;
	bool promises, unsorted;
	uint8_t *has_event; /* per client, or NULL */
	struct answer *answer;
	size_t n_answers, cap_answers;
	int32_t latest; /* packed; whether the journal is in order of time */
};

static void
read_words(struct journal *j, struct touch *t)
{
	struct eni_book *b = j->f->book;

	t->channel = eni_book_code(b, j->channel, eni_stream_cell(&j->s, TOUCH_CHANNEL));
	if (t->channel == 0)
		t->channel = b->office.defaults.channel;
	t->to = eni_book_code(b, j->to, eni_stream_cell(&j->s, TOUCH_TO));
}

static void
read_rule(struct journal *j, struct touch *t)
{
	struct eni_str rule = eni_str_trim(eni_stream_cell(&j->s, TOUCH_RULE));

	t->by_hand = rule.n == 0;
	t->rule = t->by_hand ? (uint32_t)ENI_NONE : eni_rules_find(j->f->rules, rule);
}

/* Whether the row is about somebody asked for and has happened; fills subject, outcome and moment. */
static bool
read_touch(struct journal *j, struct touch *t)
{
	struct eni_facts *f = j->f;

	t->subject = eni_book_find(f->book, eni_stream_cell(&j->s, TOUCH_ID));
	if (t->subject == ENI_NONE || t->subject > eni_subject_office(f->book))
		return false;
	if (t->subject < eni_subject_office(f->book) && !eni_subject_asked(f->book, t->subject))
		return false;
	if (eni_office_when(&f->book->office, eni_stream_cell(&j->s, TOUCH_AT), &t->at) != 1) {
		postpone(f, t->subject, j->s.row.place, "at");
		return false;
	}
	t->outcome = eni_book_code(f->book, j->outcome, eni_stream_cell(&j->s, TOUCH_OUTCOME));
	if (t->outcome == 0)
		t->outcome = f->book->office.defaults.outcome;
	return eni_book_has_happened(f->book, t->at);
}

static bool
answers(const struct eni_facts *f, const struct touch *t, size_t rule)
{
	return t->rule == rule || (t->by_hand && t->to != 0 && t->to == f->rules->rule[rule]->to);
}

static void
fold_slots(struct eni_facts *f, const struct touch *t, uint32_t subject)
{
	for (uint32_t i = f->slot_start[subject]; i < f->slot_start[subject + 1]; i++) {
		struct eni_slot *s = &f->slot[i];
		int32_t at;

		if (!answers(f, t, s->rule) || s->since <= ENI_PACKED_BAD || eni_before(t->at, eni_unpack_when(s->since)))
			continue;
		at = eni_pack_when(t->at);
		s->count = (uint16_t)(s->count < UINT16_MAX ? s->count + 1 : s->count);
		s->last = at > s->last ? at : s->last;
	}
}

static void
fold_last_contact(struct eni_facts *f, const struct touch *t, uint32_t subject)
{
	int32_t at;

	if (f->last_contact == NULL || t->channel == ENI_CHANNEL_TASK || t->to == ENI_TO_STAFF)
		return;
	at = eni_pack_when(t->at);
	if (at > f->last_contact[subject])
		f->last_contact[subject] = at;
}

static void
note_answer(struct journal *j, const struct touch *t, size_t rule)
{
	struct eni_when anchor = ENI_NEVER;

	eni_office_when(&j->f->book->office, eni_stream_cell(&j->s, TOUCH_ANCHOR), &anchor);
	j->answer = eni_grow(j->answer, &j->cap_answers, j->n_answers + 1, sizeof *j->answer);
	j->answer[j->n_answers++] =
	    (struct answer){t->subject, t->nth, (uint16_t)rule, eni_pack_when(t->at), eni_pack_when(anchor)};
}

static void
note_answers(struct journal *j, const struct touch *t)
{
	const struct eni_facts *f = j->f;

	if (j->has_event == NULL || !eni_subject_is_client(f->book, t->subject) || j->has_event[t->subject] == 0)
		return;
	for (size_t i = 0; i < f->rules->n; i++) {
		enum eni_for subject = f->rules->rule[i]->subject;

		if ((subject == ENI_FOR_VISITS || subject == ENI_FOR_INCIDENTS) && f->live[i].alive && answers(f, t, i))
			note_answer(j, t, i);
	}
}

/* ---- promises made by hand ---- */

/* Later in time, or further down in the file where the times do not tell. */
static bool
is_later(int32_t at, uint32_t nth, const struct eni_promise *p)
{
	struct eni_when a = eni_unpack_when(at), b = eni_unpack_when(p->at);

	if (eni_before(a, b))
		return false;
	return eni_before(b, a) || nth > p->nth;
}

static void
note_promise(struct journal *j, const struct touch *t, struct eni_when next)
{
	struct eni_facts *f = j->f;
	struct eni_promise *p, made = {.subject = t->subject,
				   .nth = t->nth,
				   .at = eni_pack_when(t->at),
				   .next = eni_pack_when(next),
				   .channel = (uint8_t)t->channel,
				   .to = (uint8_t)(t->to == 0 ? ENI_TO_CLIENT : t->to)};
	uint32_t n = eni_subject_office(f->book) + 1;

	if (f->promise_of == NULL) {
		f->promise_of = eni_realloc(NULL, n * sizeof *f->promise_of);
		for (uint32_t i = 0; i < n; i++)
			f->promise_of[i] = ENI_NONE;
	}
	if (f->promise_of[t->subject] == ENI_NONE) {
		f->promise_of[t->subject] = (uint32_t)f->n_promises;
		f->promise = eni_grow(f->promise, &f->cap_promises, f->n_promises + 1, sizeof *f->promise);
		f->promise[f->n_promises++] = made;
		return;
	}
	p = &f->promise[f->promise_of[t->subject]];
	if (is_later(made.at, made.nth, p))
		*p = made;
}

static void
keep_promise(struct eni_facts *f, const struct touch *t)
{
	struct eni_promise *p;

	if (f->promise_of == NULL || f->promise_of[t->subject] == ENI_NONE || eni_outcome_is_try(t->outcome))
		return;
	p = &f->promise[f->promise_of[t->subject]];
	if (p->to == t->to && is_later(eni_pack_when(t->at), t->nth, p))
		p->answered = true;
}

static void
fold_promise(struct journal *j, const struct touch *t)
{
	struct eni_str cell = eni_stream_cell(&j->s, TOUCH_NEXT);
	struct eni_when next;

	keep_promise(j->f, t);
	if (eni_str_trim(cell).n == 0)
		return;
	if (eni_office_when(&j->f->book->office, cell, &next) == 1)
		note_promise(j, t, next);
	else
		postpone(j->f, t->subject, j->s.row.place, "next");
}

/* ---- the pass ---- */

static void
fold_touch(struct journal *j, struct touch *t)
{
	struct eni_facts *f = j->f;
	bool is_try = eni_outcome_is_try(t->outcome);

	if (is_try && !(j->promises && eni_stream_has(&j->s, TOUCH_NEXT)))
		return;
	read_words(j, t);
	if (j->promises && eni_stream_has(&j->s, TOUCH_NEXT))
		fold_promise(j, t);
	if (is_try)
		return;
	read_rule(j, t);
	note_answers(j, t);
	for (uint32_t s = t->subject; s != ENI_NONE; s = next_same(f, s)) {
		fold_slots(f, t, s);
		fold_last_contact(f, t, s);
		f->refused[s] |= t->outcome == ENI_OUTCOME_REFUSED;
	}
}

static int
open_journal(struct journal *j, struct eni_facts *f)
{
	size_t n;
	const char *const *fields = fields_of(ENI_FOR_CONTACTS, &n);

	*j = (struct journal){.f = f, .latest = ENI_PACKED_NONE, .promises = any_rule_for(f, ENI_FOR_CONTACTS)};
	j->channel = eni_field_find(ENI_CONTACTS, ENI_S("channel"));
	j->to = eni_field_find(ENI_CONTACTS, ENI_S("to"));
	j->outcome = eni_field_find(ENI_CONTACTS, ENI_S("outcome"));
	return eni_stream_open(&j->s, f->book, ENI_CONTACTS, fields, TOUCH_FIELDS);
}

/* Rows out of order may stand before the promise they keep: then a second look at the file settles it. */
static int
look_again(struct eni_facts *f)
{
	struct journal j;
	struct touch t = {0};
	int got = open_journal(&j, f);
	size_t pending = f->n_pending;

	if (got != 0)
		return got == 1 ? 0 : -1;
	for (; (got = eni_stream_next(&j.s)) > 0; t.nth++)
		if (read_touch(&j, &t)) {
			read_words(&j, &t);
			keep_promise(f, &t);
		}
	f->n_pending = pending;
	eni_stream_close(&j.s);
	return got;
}

static int
by_person(const void *a, const void *b)
{
	const struct eni_event *x = a, *y = b;

	if (x->client != y->client)
		return (x->client > y->client) - (x->client < y->client);
	if (x->rule != y->rule)
		return x->rule - y->rule;
	return x->date != y->date ? (x->date > y->date) - (x->date < y->date) : (x->nth > y->nth) - (x->nth < y->nth);
}

static int
by_answer(const void *a, const void *b)
{
	const struct answer *x = a, *y = b;
	bool xa = x->anchor > ENI_PACKED_BAD, ya = y->anchor > ENI_PACKED_BAD;

	if (x->client != y->client)
		return (x->client > y->client) - (x->client < y->client);
	if (x->rule != y->rule)
		return x->rule - y->rule;
	if (xa != ya)
		return ya - xa; /* those that name their row come first */
	return x->at != y->at ? (x->at > y->at) - (x->at < y->at) : (x->nth > y->nth) - (x->nth < y->nth);
}

static bool
takes(const struct eni_event *e, const struct answer *a)
{
	if (e->answered)
		return false;
	if (a->anchor > ENI_PACKED_BAD)
		return eni_unpack_when(e->date).day == eni_unpack_when(a->anchor).day;
	return !eni_before(eni_unpack_when(a->at), eni_unpack_when(e->date));
}

/* A contact answers exactly one row: the one it names, else the oldest unanswered one not later than itself (decision 11). */
static void
settle_events(struct journal *j)
{
	struct eni_facts *f = j->f;
	size_t e = 0;

	if (f->n_events > 0)
		qsort(f->event, f->n_events, sizeof *f->event, by_person);
	if (j->n_answers > 0)
		qsort(j->answer, j->n_answers, sizeof *j->answer, by_answer);
	for (size_t i = 0; i < j->n_answers; i++) {
		const struct answer *a = &j->answer[i];

		while (e < f->n_events &&
		       (f->event[e].client < a->client || (f->event[e].client == a->client && f->event[e].rule < a->rule)))
			e++;
		for (size_t k = e; k < f->n_events && f->event[k].client == a->client && f->event[k].rule == a->rule; k++)
			if (takes(&f->event[k], a)) {
				f->event[k].answered = true;
				f->event[k].answered_at = a->at;
				break;
			}
	}
}

static void
open_state(struct journal *j)
{
	struct eni_facts *f = j->f;
	size_t n = (size_t)eni_subject_office(f->book) + 1;

	f->refused = eni_realloc(NULL, n);
	memset(f->refused, 0, n);
	if ((f->needs & 1u << ENI_FACT_LAST_CONTACT) != 0) {
		f->last_contact = eni_realloc(NULL, n * sizeof *f->last_contact);
		for (size_t i = 0; i < n; i++)
			f->last_contact[i] = ENI_PACKED_NONE;
	}
	if (f->n_events == 0)
		return;
	j->has_event = eni_realloc(NULL, n);
	memset(j->has_event, 0, n);
	for (size_t i = 0; i < f->n_events; i++)
		j->has_event[f->event[i].client] = 1;
}

int
eni_fold_contacts(struct eni_facts *f)
{
	struct journal j;
	struct touch t = {0};
	int got = open_journal(&j, f);

	open_state(&j);
	if (got == 0) {
		for (; (got = eni_stream_next(&j.s)) > 0; t.nth++) {
			if (!read_touch(&j, &t))
				continue;
			j.unsorted |= eni_pack_when(t.at) < j.latest;
			j.latest = eni_pack_when(t.at);
			fold_touch(&j, &t);
		}
		eni_stream_close(&j.s);
	} else if (got == 1) {
		got = 0;
	}
	settle_events(&j);
	if (got == 0 && j.unsorted && f->n_promises > 0)
		got = look_again(f);
	free(j.has_event);
	free(j.answer);
	return got;
}

int
eni_facts_gather(struct eni_facts *f)
{
	uint32_t n = eni_subject_office(f->book) + 1;

	f->aside = eni_realloc(NULL, n);
	memset(f->aside, 0, n);
	if ((f->needs & (1u << ENI_FACT_OPEN_DAYS | 1u << ENI_FACT_FREE_SLOTS)) != 0)
		eni_seats_count(&f->seats, f->book, &f->seat_cols);
	if (eni_fold_visits(f) == -1 || eni_fold_incidents(f) == -1)
		return -1;
	eni_fold_slots(f);
	return eni_fold_contacts(f);
}
