/* intake calls: see verbs.h. */
#include "cmd/intake/verbs.h"

#include <stdlib.h>

#include "base/text.h"
#include "cli/print.h"
#include "cli/switchboard.h"
#include "phone/calls.h"
#include "rule/calendar.h"

/* What the verb works with. */
struct desk {
	struct eni_run *run;
	struct eni_switchboard board;
	struct eni_callers callers;
	size_t name, person, org, staff_name; /* columns */
	struct eni_match *where;
	size_t n_where;
};

enum { NUMBER, KIND, ID, TRIES, FIRST, LAST, NAME, SAY, DUE, COLUMNS, SHOWN = DUE };
static const struct eni_offer list_offer[] = {[NUMBER] = {"number", ENI_COL_TEXT, ENI_V_NONE, 0},
    [KIND] = {"kind", ENI_COL_TEXT, ENI_V_CALLER, 0},
    [ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [TRIES] = {"tries", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [FIRST] = {"first", ENI_COL_TEXT, ENI_V_NONE, 0},
    [LAST] = {"last", ENI_COL_TEXT, ENI_V_NONE, 0},
    [NAME] = {"name", ENI_COL_TEXT, ENI_V_NONE, 0},
    [SAY] = {"say", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DUE] = {"due", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(list_offer, COLUMNS);

/* The same columns as --where sees them. */
static const struct eni_field list_field[] = {[NUMBER] = {.name = "number", .type = ENI_TEXT},
    [KIND] = {.name = "kind", .type = ENI_ENUM, .vocab = ENI_V_CALLER},
    [ID] = {.name = "id", .type = ENI_TEXT},
    [TRIES] = {.name = "tries", .type = ENI_NUMBER},
    [FIRST] = {.name = "first", .type = ENI_DATE},
    [LAST] = {.name = "last", .type = ENI_DATE},
    [NAME] = {.name = "name", .type = ENI_TEXT},
    [SAY] = {.name = "say", .type = ENI_TEXT},
    [DUE] = {.name = "due", .type = ENI_DATE}};
ENI_ROW_FOR_EACH(list_field, COLUMNS);

/* ---- options ---- */

static size_t
column_of(struct eni_str name)
{
	size_t i = 0;

	while (i < COLUMNS && !eni_str_is(name, list_offer[i].name))
		i++;
	return i;
}

static int
where_options(struct desk *d)
{
	struct eni_run *run = d->run;
	const struct eni_given *g = eni_opt_all(run, "where");
	const char *names[COLUMNS];

	for (size_t i = 0; i < COLUMNS; i++)
		names[i] = list_offer[i].name;
	d->where = eni_arena_clear(&run->arena, (g->n + 1) * sizeof *d->where);
	for (; d->n_where < g->n; d->n_where++) {
		struct eni_match *m = &d->where[d->n_where];
		size_t at;

		if (eni_match_parse_where(m, &run->arena, g->value[d->n_where], &run->diag) == -1)
			return -1;
		if ((at = column_of(m->field)) == COLUMNS) {
			const char *near = eni_nearest(m->field, names, COLUMNS);

			return eni_fail(&run->diag, ENI_NOWHERE, NULL,
			    near == NULL ? N_("--where: unknown column: %.*s") : N_("--where: unknown column: %.*s; nearest is %s"),
			    (int)m->field.n, m->field.p, near);
		}
		m->column = (int)at;
		if (eni_match_resolve(m, &run->arena, list_field[at].type, list_field[at].vocab, &run->diag) == -1)
			return -1;
	}
	return 0;
}

/* ---- reading ---- */

static int
read_all(struct desk *d)
{
	struct eni_book *b = &d->run->book;

	if (eni_switchboard_open(&d->board, d->run) == -1)
		return -1;
	d->name = eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW);
	d->person = eni_sheet_want(&b->referrers, ENI_S("person"), ENI_AS_RAW);
	d->org = eni_sheet_want(&b->referrers, ENI_S("org"), ENI_AS_RAW);
	d->staff_name = eni_sheet_want(&b->staff, ENI_S("name"), ENI_AS_RAW);
	if (eni_switchboard_read(&d->board) == -1)
		return -1;
	eni_callers_fold(&d->callers, &d->board.log, &d->board.phones, d->run->now);
	return 0;
}

/* ---- the list ---- */

/* The person it is about; a referrer without one is named by the organisation. */
static struct eni_str
name_of(const struct desk *d, uint32_t subject)
{
	const struct eni_book *b = &d->run->book;
	struct eni_str name;

	if (subject == ENI_NONE)
		return (struct eni_str){"", 0};
	if (eni_subject_is_client(b, subject))
		return eni_sheet_text(&b->clients, d->name, subject);
	if (!eni_subject_is_referrer(b, subject))
		return eni_sheet_text(&b->staff, d->staff_name, subject - eni_subject_staff(b, 0));
	name = eni_sheet_text(&b->referrers, d->person, subject - b->clients.n);
	return name.n > 0 ? name : eni_sheet_text(&b->referrers, d->org, subject - b->clients.n);
}

static void
fill(struct desk *d, struct eni_print *p, struct eni_str cell[COLUMNS], const struct eni_episode *e)
{
	cell[NUMBER] = d->board.log.number[e->number];
	cell[KIND] = eni_str_of(eni_word_code(ENI_V_CALLER, e->caller));
	cell[ID] = e->subject == ENI_NONE ? ENI_S("-") : eni_subject_id(&d->run->book, e->subject);
	cell[TRIES] = eni_print_count(p, e->tries);
	cell[FIRST] = eni_print_when(p, e->first);
	cell[LAST] = eni_print_when(p, e->last);
	cell[NAME] = name_of(d, e->subject);
	cell[SAY] = ENI_S("call-back");
	cell[DUE] = eni_print_when(p, eni_in_hours(d->run->book.office.contact_hours, d->run->now));
}

static bool
passes(const struct desk *d, const struct eni_str cell[COLUMNS])
{
	for (size_t i = 0; i < d->n_where; i++) {
		bool usable;
		const struct eni_field *f = &list_field[d->where[i].column];
		struct eni_value v = eni_value_read(f, cell[d->where[i].column], d->run->book.today, &usable);

		if (!eni_match_test(&d->where[i], v, d->run->book.today))
			return false;
	}
	return true;
}

static bool
is_asked(const struct eni_book *b, uint32_t subject)
{
	return !b->any_operand || (subject != ENI_NONE && eni_subject_asked(b, subject));
}

static bool
may_call_now(const struct eni_run *run)
{
	return eni_when_cmp(eni_in_hours(run->book.office.contact_hours, run->now), run->now) == 0;
}

const struct eni_agenda eni_calls_agenda = {.lead = "Call back",
    .lead_ja = "折り返し電話",
    .lead_zh = "回电",
    .title = {"kind", "number"},
    .subject = {"id", "name"},
    .detail = {"tries", "first", "last"},
    .people = {"name"}};
enum { RECALL_DAYS = 30 };

/* Who waits; in a calendar also who was reached or is lost since, whose reminder is taken back. */
static bool
is_listed(const struct desk *d, const struct eni_episode *e)
{
	if (!is_asked(&d->run->book, e->subject))
		return false;
	return e->fate == ENI_FATE_WAITS || (eni_is_agenda(d->run) && e->last.day > d->run->book.today - RECALL_DAYS);
}

/* Who rings is rung back, whoever it is about: the gate has a way out for that. */
static struct eni_reminder
reminder_of(const struct desk *d, struct eni_print *p, const struct eni_episode *e)
{
	const struct eni_office *o = &d->run->book.office;
	struct eni_errand errand = {.way = e->fate == ENI_FATE_WAITS ? ENI_WAY_REPLY : ENI_WAY_RECALL, .channel = ENI_CHANNEL_CALL};
	struct eni_reminder r = {.id = e->subject == ENI_NONE ? p->cell[NUMBER] : p->cell[ID],
	    .rule = ENI_S("call-back"),
	    .anchor = e->first,
	    .due = eni_in_hours(o->contact_hours, e->fate == ENI_FATE_WAITS ? d->run->now : e->last),
	    .answers = e->fate != ENI_FATE_WAITS};

	eni_gate((struct eni_standing){0}, errand, &r.pass);
	return r;
}

static int
print_list(struct desk *d, struct eni_print *p)
{
	bool silent = eni_opt(d->run, "now") != NULL && !may_call_now(d->run);
	/* calendars travel: there a number is needed only of people without an id */
	bool number_shows = !eni_is_agenda(d->run) || eni_opt(d->run, "full-names") != NULL;

	eni_callers_sort(&d->callers, &d->board.log);
	eni_print_begin(p);
	for (size_t i = 0; !silent && i < d->callers.n; i++) {
		const struct eni_episode *e = &d->callers.episode[i];
		struct eni_str cell[COLUMNS];
		struct eni_reminder reminder;

		if (!is_listed(d, e))
			continue;
		fill(d, p, cell, e);
		if (!passes(d, cell))
			continue;
		memcpy(p->cell, cell, p->n_offers * sizeof *cell);
		reminder = reminder_of(d, p, e);
		if (e->subject != ENI_NONE && !number_shows)
			p->cell[NUMBER] = (struct eni_str){"", 0};
		eni_print_row_about(p, e->subject, &reminder);
	}
	return eni_print_end(p);
}

static int
list(struct desk *d)
{
	struct eni_print p = {0};

	/* due is there for who asks for it */
	if (eni_print_prepare(&p, d->run, list_offer, eni_opt(d->run, "fields") == NULL ? SHOWN : COLUMNS, NULL) == -1 ||
	    where_options(d) == -1 || read_all(d) == -1)
		return -1;
	return print_list(d, &p);
}

/* ---- by hour, by weekday ---- */

enum { BY, CALLS, MISSED, NEW_MISSED, ANONYMOUS_MISSED, MON, BY_COLUMNS = MON + ENI_WEEK };
#define NUMBER_OF(name)                                                                                                            \
	{                                                                                                                          \
		name, ENI_COL_NUMBER, ENI_V_NONE, 0                                                                                \
	}
#define COUNTS                                                                                                                     \
	[CALLS] = NUMBER_OF("calls"), [MISSED] = NUMBER_OF("missed"), [NEW_MISSED] = NUMBER_OF("new_missed"),                      \
	[ANONYMOUS_MISSED] = NUMBER_OF("anonymous_missed")
static const struct eni_offer hour_offer[] = {[BY] = NUMBER_OF("hour"),
    COUNTS,
    [MON + ENI_MON] = NUMBER_OF("mon"),
    [MON + ENI_TUE] = NUMBER_OF("tue"),
    [MON + ENI_WED] = NUMBER_OF("wed"),
    [MON + ENI_THU] = NUMBER_OF("thu"),
    [MON + ENI_FRI] = NUMBER_OF("fri"),
    [MON + ENI_SAT] = NUMBER_OF("sat"),
    [MON + ENI_SUN] = NUMBER_OF("sun")};
ENI_ROW_FOR_EACH(hour_offer, BY_COLUMNS);
static const struct eni_offer weekday_offer[] = {[BY] = {"weekday", ENI_COL_TEXT, ENI_V_WEEKDAY, 0}, COUNTS};
ENI_ROW_FOR_EACH(weekday_offer, MON);

/* Which row a call belongs to, or -1; what the row is called. */
static int
hour_row(const struct eni_call *c)
{
	return c->at.minute < 0 ? -1 : c->at.minute / 60;
}

static int
weekday_row(const struct eni_call *c)
{
	return (int)eni_day_weekday(c->at.day);
}

static struct eni_str
hour_name(struct eni_print *p, int row)
{
	return eni_print_count(p, row);
}

static struct eni_str
weekday_name(struct eni_print *p, int row)
{
	(void)p;
	return eni_str_of(eni_word_code(ENI_V_WEEKDAY, row + 1));
}

enum { MOST_ROWS = 24 };
static const struct grouping {
	const char *name;
	const struct eni_offer *offer;
	size_t columns;
	int rows;
	bool all; /* rows without a call too, also before the first one */
	int (*row)(const struct eni_call *c);
	struct eni_str (*text)(struct eni_print *p, int row);
} groupings[] = {
    {"hour", hour_offer, BY_COLUMNS, MOST_ROWS, false, hour_row, hour_name},
    {"weekday", weekday_offer, MON, ENI_WEEK, true, weekday_row, weekday_name},
};

static const struct grouping *
find_grouping(const char *name)
{
	for (size_t i = 0; i < sizeof groupings / sizeof *groupings; i++)
		if (strcmp(groupings[i].name, name) == 0)
			return &groupings[i];
	return NULL;
}

static void
count_calls(const struct desk *d, const struct grouping *g, int64_t count[MOST_ROWS][BY_COLUMNS])
{
	for (size_t i = 0; i < d->board.log.n; i++) {
		const struct eni_call *c = &d->board.log.call[i];
		int row = g->row(c);

		if (c->dir != ENI_DIR_IN || row < 0)
			continue;
		count[row][CALLS]++;
		if (c->answered)
			continue;
		count[row][MISSED]++;
		count[row][NEW_MISSED] += c->caller == ENI_CALLER_NEW;
		count[row][ANONYMOUS_MISSED] += c->number == ENI_NONE;
		count[row][MON + weekday_row(c)]++;
	}
}

static int
tabulate(struct desk *d, const struct grouping *g)
{
	int64_t count[MOST_ROWS][BY_COLUMNS] = {{0}};
	struct eni_print p = {0};
	int from = 0, to = g->rows;

	if (eni_print_prepare(&p, d->run, g->offer, g->columns, NULL) == -1 || read_all(d) == -1)
		return -1;
	count_calls(d, g, count);
	while (!g->all && from < to && count[from][CALLS] == 0)
		from++;
	while (!g->all && to > from && count[to - 1][CALLS] == 0)
		to--;
	eni_print_begin(&p);
	for (int row = from; row < to; row++) {
		p.cell[BY] = g->text(&p, row);
		for (size_t k = CALLS; k < g->columns; k++)
			p.cell[k] = eni_print_count(&p, count[row][k]);
		eni_print_row(&p, ENI_NONE);
	}
	return eni_print_end(&p);
}

/* ---- the verb ---- */

int
eni_verb_calls(struct eni_run *run)
{
	struct desk d = {.run = run};
	const char *by = eni_opt(run, "by");
	const struct grouping *g = by == NULL ? NULL : find_grouping(by);
	int rc;

	if (by != NULL && g == NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "calls --by %s: want hour or weekday", by);
	if (g != NULL && eni_opt(run, "where") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "calls --by %s: --where is about the call-back list", by);
	if (g != NULL && eni_is_agenda(run))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "calls --by %s: -o ics is about the call-back list", by);
	rc = g == NULL ? list(&d) : tabulate(&d, g);
	eni_callers_free(&d.callers);
	eni_switchboard_close(&d.board);
	return rc;
}
