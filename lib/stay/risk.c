/* Warning signs: see risk.h. */
#include "stay/risk.h"

#include <math.h>
#include <stdlib.h>

#include "stat/chance.h"

enum { DAYS = ENI_RISK_BASE + ENI_RISK_LONGEST };
enum { SEVERAL = 3 }; /* so many who were expected are not forgotten one by one */
enum { KNOWN = 12 };  /* so many planned visits tell how often somebody is absent */

/* The last days that are compared with those before. */
static const int windows[] = {28, ENI_RISK_LONGEST};

/* ---- days ---- */

static void
add_day(struct eni_days_ago *d, int ago)
{
	d->word[ago / 64] |= UINT64_C(1) << ago % 64;
}

static bool
has_day(const struct eni_days_ago *d, int ago)
{
	return d->word[ago / 64] >> ago % 64 & 1;
}

/* The bits of word k that are days [from, to] ago. */
static uint64_t
bits_of(int k, int from, int to)
{
	from = from > 64 * k ? from - 64 * k : 0;
	to = to < 64 * k + 63 ? to - 64 * k : 63;
	return from > to ? 0 : UINT64_MAX >> (63 - to) & UINT64_MAX << from;
}

/* How many of the days [from, to] ago are in both. */
static int
count_days(const struct eni_days_ago *a, const struct eni_days_ago *b, int from, int to)
{
	int n = 0;

	for (int k = 0; k < ENI_RISK_WORDS; k++)
		n += __builtin_popcountll(a->word[k] & b->word[k] & bits_of(k, from, to));
	return n;
}

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
	*r = (struct eni_risk){.book = b, .almanac = f->almanac};
	eni_stays_want(&r->stays, b, false);
	r->weekdays = eni_sheet_want(&b->clients, ENI_S("weekdays"), ENI_AS_TYPED);
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
note_stay(void *to, const struct eni_stay *stay)
{
	struct eni_risk *r = to;
	struct eni_habit *h = stay->subject == ENI_NONE ? NULL : &r->habit[stay->subject];

	if (h == NULL)
		return;
	h->stayed = true;
	if (stay->over)
		return;
	h->here = true;
	if (stay->start > h->since)
		h->since = stay->start;
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

static struct eni_days_ago *
days_of(struct eni_habit *h, int outcome)
{
	switch (outcome) {
	case ENI_VISIT_ATTENDED:
		return &h->came;
	case ENI_VISIT_ABSENT:
		return &h->missed;
	case ENI_VISIT_CANCELLED_BY_US:
		return &h->ours;
	default: /* moved, or a word that nobody knows: held against nobody */
		return &h->other;
	}
}

/* A list without the column holds visits that took place. */
static void
fold_visit(struct eni_risk *r, const struct eni_stream *in, const struct eni_field *outcome)
{
	int32_t day;
	struct eni_habit *h = row_of(r, in, &day);
	int code = ENI_VISIT_ATTENDED;

	if (h == NULL || day < h->since)
		return;
	if (eni_stream_has(in, OUTCOME))
		code = eni_book_code(r->book, outcome, eni_stream_cell(in, OUTCOME));
	if (h->first == ENI_NODAY || day < h->first)
		h->first = day;
	if (r->book->today - day <= DAYS)
		add_day(days_of(h, code), r->book->today - day);
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

/* ---- what was planned ---- */

/* The days on which we were open, by weekday. */
static void
find_open_days(const struct eni_risk *r, struct eni_days_ago open[ENI_SUN + 1])
{
	for (int ago = 1; ago <= DAYS; ago++) {
		int32_t day = r->book->today - ago;

		if (eni_is_open(r->almanac, ENI_OWN, day))
			add_day(&open[eni_day_weekday(day)], ago);
	}
}

/* A day of which something is written, whatever it is. */
static uint64_t
written(const struct eni_habit *h, int k)
{
	return h->came.word[k] | h->missed.word[k] | h->ours.word[k] | h->other.word[k];
}

/* Days since the first row on which a client was expected: by weekdays, and without any, those that are written down. */
static struct eni_days_ago
expected_of(const struct eni_risk *r, uint32_t client, const struct eni_days_ago open[ENI_SUN + 1])
{
	const struct eni_habit *h = &r->habit[client];
	int known = h->first == ENI_NODAY ? 0 : r->book->today - h->first;
	uint32_t weekdays = eni_sheet_bits(&r->book->clients, r->weekdays, client);
	struct eni_days_ago d = {{0}};

	for (int k = 0; k < ENI_RISK_WORDS; k++) {
		if (weekdays == 0)
			d.word[k] = written(h, k);
		for (int w = ENI_MON; w <= ENI_SUN; w++)
			if (weekdays & ENI_WEEKDAY_BITS(w))
				d.word[k] |= open[w].word[k];
		d.word[k] &= bits_of(k, 1, known);
	}
	return d;
}

/* A day on which several were expected and nobody has a row was never entered: it says of nobody that they stayed away. */
static struct eni_days_ago
find_unentered(struct eni_risk *r)
{
	size_t expected[DAYS + 1] = {0}, entered[DAYS + 1] = {0}, n = 0;
	struct eni_days_ago none = {{0}};
	char day[ENI_WHEN_TEXT];

	for (uint32_t c = 0; c < r->book->clients.n; c++)
		for (int ago = 1; ago <= DAYS; ago++)
			if (has_day(&r->habit[c].planned, ago)) {
				expected[ago]++;
				entered[ago] += written(&r->habit[c], ago / 64) >> ago % 64 & 1;
			}
	for (int ago = 1; ago <= DAYS; ago++)
		if (expected[ago] >= SEVERAL && entered[ago] == 0) {
			add_day(&none, ago);
			eni_when_format((struct eni_when){r->book->today - ago, ENI_NOTIME}, day);
			n++;
		}
	if (n > 0)
		eni_warn(r->book->diag, ENI_NOWHERE, "visits",
		    eni_plural(n, "%zu day has no row of any who were expected, the first %s; it counts as not entered",
			"%zu days have no row of any who were expected, the first %s; they count as not entered"),
		    n, day);
	return none;
}

static void
plan_visits(struct eni_risk *r)
{
	struct eni_days_ago open[ENI_SUN + 1] = {{{0}}}, unentered;

	find_open_days(r, open);
	for (uint32_t c = 0; c < r->book->clients.n; c++)
		if (eni_risk_is_here(r, c))
			r->habit[c].planned = expected_of(r, c, open);
	unentered = find_unentered(r);
	for (uint32_t c = 0; c < r->book->clients.n; c++) {
		struct eni_habit *h = &r->habit[c];

		for (int k = 0; k < ENI_RISK_WORDS; k++)
			h->planned.word[k] &= ~unentered.word[k] & (h->came.word[k] | ~(h->ours.word[k] | h->other.word[k]));
	}
}

/* Planned visits of the days [from, to] ago, and how many of them were missed. */
static struct eni_counted
count_missed(const struct eni_habit *h, int from, int to)
{
	int planned = count_days(&h->planned, &h->planned, from, to);

	return (struct eni_counted){planned - count_days(&h->planned, &h->came, from, to), planned};
}

/* How often people here stay away, before the days that are judged. */
static void
find_habits(struct eni_risk *r)
{
	struct eni_many all = {0};

	for (uint32_t c = 0; c < r->book->clients.n; c++)
		if (eni_risk_is_here(r, c))
			eni_many_add(&all, count_missed(&r->habit[c], ENI_RISK_LONGEST + 1, DAYS));
	r->habits = eni_many_habits(&all);
}

int
eni_risk_gather(struct eni_risk *r)
{
	size_t n = r->book->clients.n;

	r->habit = eni_realloc(NULL, (n + 1) * sizeof *r->habit);
	for (size_t i = 0; i < n; i++)
		r->habit[i] = (struct eni_habit){.since = ENI_NODAY, .first = ENI_NODAY};
	if (eni_stays_each(&r->stays, note_stay, r) == -1 || fold_visits(r) == -1)
		return -1;
	plan_visits(r);
	find_habits(r);
	return fold_incidents(r);
}

/* ---- figures ---- */

/* Whether a first day is written down, so that it is still to come where there is no stay. */
static bool
is_to_come(const struct eni_risk *r, uint32_t client)
{
	for (size_t i = 0; i < ENI_STAY_STARTS; i++)
		if (eni_is_day(eni_sheet_when(&r->book->clients, r->stays.start[i], client)))
			return true;
	return false;
}

bool
eni_risk_is_here(const struct eni_risk *r, uint32_t client)
{
	const struct eni_habit *h = &r->habit[client];
	int status = eni_sheet_code(&r->book->clients, r->stays.status, client);

	return h->stayed ? h->here && !eni_status_is(status, ENI_IS_ASKING) : status == ENI_STATUS_ACTIVE && !is_to_come(r, client);
}

double
eni_risk_drop(const struct eni_risk *r, const struct eni_habit *h)
{
	double drop = 0;

	if (h->first == ENI_NODAY)
		return NAN;
	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
		drop = fmax(drop, eni_too_many(count_missed(h, 1, windows[i]),
				      count_missed(h, windows[i] + 1, windows[i] + ENI_RISK_BASE), r->habits));
	return drop;
}

int
eni_risk_silent(const struct eni_habit *h)
{
	int last = 0;

	while (last <= DAYS && !has_day(&h->came, last) && !has_day(&h->missed, last) && !has_day(&h->other, last))
		last++;
	return count_days(&h->planned, &h->planned, 1, last - 1);
}

int
eni_risk_run(const struct eni_habit *h)
{
	int came = 0;

	while (came <= DAYS && !has_day(&h->came, came))
		came++;
	return count_days(&h->missed, &h->missed, 0, came - 1);
}

double
eni_risk_run_rarity(const struct eni_risk *r, const struct eni_habit *h)
{
	struct eni_counted all = count_missed(h, 1, DAYS);
	int run = eni_risk_run(h);

	all = (struct eni_counted){all.marked - run, all.of - run};
	if (r->habits.other > 0)
		return eni_too_many((struct eni_counted){run, run}, all, r->habits);
	return all.of < KNOWN || all.marked <= 0 ? INFINITY : run * log10((double)all.of / (double)all.marked);
}
