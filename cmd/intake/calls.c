/* intake calls: see verbs.h. */
#include "cmd/intake/verbs.h"

#include <stdlib.h>

#include "base/text.h"
#include "cli/page.h"
#include "cli/print.h"
#include "cli/switchboard.h"
#include "phone/calls.h"
#include "rule/calendar.h"
#include "rule/standing.h"

/* What the verb works with. */
struct desk {
	struct eni_run *run;
	struct eni_switchboard board;
	struct eni_callers callers;
	struct eni_page page; /* -o text */
	struct eni_standing_columns standing;
	size_t reason, discharge, sex; /* client columns */
	struct eni_match *where;
	size_t n_where;
};

enum {
	NUMBER,
	KIND,
	ID,
	TRIES,
	FIRST,
	LAST,
	NAME,
	SAY,
	FOR_PROGRAMS,
	WHO = FOR_PROGRAMS,
	WHEREABOUTS,
	FOR_PEOPLE,
	DUE = FOR_PEOPLE,
	PRINTED,
	COLUMNS
};
static const struct eni_offer list_offer[] = {[NUMBER] = {"number", ENI_COL_TEXT, ENI_V_NONE, 0},
    [KIND] = {"kind", ENI_COL_TEXT, ENI_V_CALLER, 0},
    [ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [TRIES] = {"tries", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [FIRST] = {"first", ENI_COL_TEXT, ENI_V_NONE, 0},
    [LAST] = {"last", ENI_COL_TEXT, ENI_V_NONE, 0},
    [NAME] = {"name", ENI_COL_TEXT, ENI_V_NONE, 0},
    [SAY] = {"say", ENI_COL_TEXT, ENI_V_NONE, 0},
    [WHO] = {"who", ENI_COL_TEXT, ENI_V_NONE, 0},
    [WHEREABOUTS] = {"whereabouts", ENI_COL_TEXT, ENI_V_WHEREABOUTS, 0},
    [DUE] = {"due", ENI_COL_TEXT, ENI_V_NONE, 0},
    [PRINTED] = {"printed", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(list_offer, COLUMNS);

static const char *const in_sheet[] = {
    "last", "name", "who", "number", "kind", "whereabouts", "tries", "first", "id", "say", "printed"};
enum { IN_SHEET = sizeof in_sheet / sizeof *in_sheet };
static const struct eni_fill_in fill_in = {.behind = 6, .on_paper = 9};

/* The same columns as --where sees them. */
static const struct eni_field list_field[] = {[NUMBER] = {.name = "number", .type = ENI_TEXT},
    [KIND] = {.name = "kind", .type = ENI_ENUM, .vocab = ENI_V_CALLER},
    [ID] = {.name = "id", .type = ENI_TEXT},
    [TRIES] = {.name = "tries", .type = ENI_NUMBER},
    [FIRST] = {.name = "first", .type = ENI_DATE},
    [LAST] = {.name = "last", .type = ENI_DATE},
    [NAME] = {.name = "name", .type = ENI_TEXT},
    [SAY] = {.name = "say", .type = ENI_TEXT},
    [WHO] = {.name = "who", .type = ENI_TEXT},
    [WHEREABOUTS] = {.name = "whereabouts", .type = ENI_ENUM, .vocab = ENI_V_WHEREABOUTS},
    [DUE] = {.name = "due", .type = ENI_DATE},
    [PRINTED] = {.name = "printed", .type = ENI_TEXT}};
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
	d->reason = eni_sheet_want(&b->clients, ENI_S("reason"), ENI_AS_TYPED);
	d->discharge = eni_sheet_want(&b->clients, ENI_S("discharge_date"), ENI_AS_TYPED);
	d->sex = eni_sheet_want(&b->clients, ENI_S("sex"), ENI_AS_TYPED);
	eni_standing_want(&d->standing, b);
	if (d->run->format == ENI_TEXT_PAGE)
		eni_people_want_addressed(&d->board.people);
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

	if (subject == ENI_NONE)
		return (struct eni_str){"", 0};
	return subject >= eni_subject_staff(b, 0)
		   ? eni_sheet_text(&b->staff, d->board.people.staff_name, subject - eni_subject_staff(b, 0))
		   : eni_people_name(&d->board.people, subject);
}

/* The next client whose number it is, of those whom the book knew at the first ring. */
static const struct eni_owner *
next_client(const struct desk *d, const struct eni_episode *e, const struct eni_owner *o)
{
	const struct eni_phones *p = &d->board.phones;

	while (o != NULL && !(eni_subject_is_client(&d->run->book, o->subject) && eni_phones_knew(p, o->subject, e->first)))
		o = o->next == ENI_NONE ? NULL : &p->owner[o->next];
	return o;
}

static const struct eni_owner *
first_client(const struct desk *d, const struct eni_episode *e)
{
	return next_client(d, e, eni_phones_owners(&d->board.phones, d->board.log.number[e->number]));
}

static const struct eni_owner *
another_client(const struct desk *d, const struct eni_episode *e, const struct eni_owner *o)
{
	return o->next == ENI_NONE ? NULL : next_client(d, e, &d->board.phones.owner[o->next]);
}

/* Who of that client's household has the number. */
static struct eni_str
caller_of(const struct desk *d, const struct eni_episode *e, uint32_t client, int *to)
{
	return eni_people_caller(&d->board.people, client, d->board.log.number[e->number], to);
}

/* Whether the number stands with several clients as that of different people: nobody knows which of them rang. */
static bool
is_anybodys(struct desk *d, const struct eni_episode *e, struct eni_str who)
{
	int to;

	for (const struct eni_owner *o = first_client(d, e); o != NULL; o = another_client(d, e, o))
		if (!eni_name_same_person(&d->run->book.fold, who, caller_of(d, e, o->subject, &to)))
			return true;
	return false;
}

/* Who rang.  What a remark beside the number says is more than whose cell it stands in. */
static struct eni_str
who_rang(struct desk *d, struct eni_episode *e)
{
	int to = 0;
	struct eni_str who;

	if (e->subject == ENI_NONE || !eni_subject_is_client(&d->run->book, e->subject))
		return name_of(d, e->subject);
	who = caller_of(d, e, e->subject, &to);
	if (to == 0)
		return name_of(d, e->subject);
	e->caller = to == ENI_TO_CLIENT ? ENI_CALLER_CLIENT : ENI_CALLER_FAMILY;
	return is_anybodys(d, e, who) ? (struct eni_str){"", 0} : who;
}

static bool
is_discharged(const struct desk *d, uint32_t client)
{
	const struct eni_book *b = &d->run->book;
	struct eni_when day = eni_sheet_when(&b->clients, d->discharge, client);

	return eni_is_day(day) && eni_book_has_happened(b, day) &&
	       !eni_is_of_earlier_stay(&d->standing.stay, b, d->discharge, client);
}

/* What whoever rings back must know of the client; 0: nothing out of the ordinary. */
static int
whereabouts_of(const struct desk *d, uint32_t subject)
{
	const struct eni_book *b = &d->run->book;
	struct eni_standing s;
	int status;

	if (subject == ENI_NONE || !eni_subject_is_client(b, subject))
		return 0;
	s = eni_standing_read(&d->standing, b, subject);
	status = eni_sheet_code(&b->clients, d->standing.status, subject);
	if (s.dead || s.mourned)
		return s.dead ? ENI_WHEREABOUTS_DECEASED : ENI_WHEREABOUTS_DEATH_NOTED;
	if (s.returned || (status != ENI_STATUS_PAUSED && !eni_status_is(status, ENI_IS_GONE)))
		return 0;
	if (eni_sheet_code(&b->clients, d->reason, subject) == ENI_REASON_HOSPITAL && !is_discharged(d, subject))
		return ENI_WHEREABOUTS_HOSPITAL;
	return status == ENI_STATUS_PAUSED ? ENI_WHEREABOUTS_PAUSED : ENI_WHEREABOUTS_ENDED;
}

static bool
is_mourned(int whereabouts)
{
	return whereabouts == ENI_WHEREABOUTS_DECEASED || whereabouts == ENI_WHEREABOUTS_DEATH_NOTED;
}

/* Of several clients with that number the one who has died: whoever rings back must know. */
static void
mind_dead(const struct desk *d, struct eni_episode *e)
{
	const struct eni_owner *o = first_client(d, e);

	if (o == NULL || !eni_subject_is_client(&d->run->book, e->subject) || is_mourned(whereabouts_of(d, e->subject)))
		return;
	while (o != NULL && !is_mourned(whereabouts_of(d, o->subject)))
		o = another_client(d, e, o);
	if (o == NULL)
		return;
	e->subject = o->subject;
	e->caller = o->caller;
}

static void
fill(struct desk *d, struct eni_print *p, struct eni_str cell[COLUMNS], struct eni_episode *e)
{
	int whereabouts = whereabouts_of(d, e->subject);

	cell[WHO] = who_rang(d, e);
	if (is_mourned(whereabouts) && e->caller == ENI_CALLER_CLIENT)
		cell[WHO] = (struct eni_str){"", 0}; /* whoever has the telephone now */
	cell[NUMBER] = d->board.log.number[e->number];
	cell[KIND] = eni_str_of(eni_word_code(ENI_V_CALLER, e->caller));
	cell[ID] = e->subject == ENI_NONE ? ENI_S("-") : eni_subject_id(&d->run->book, e->subject);
	cell[TRIES] = eni_print_count(p, e->tries);
	cell[FIRST] = eni_print_when(p, e->first);
	cell[LAST] = eni_print_when(p, e->last);
	cell[NAME] = name_of(d, e->subject);
	cell[SAY] = ENI_S("call-back");
	cell[WHEREABOUTS] = whereabouts == 0 ? ENI_S("") : eni_str_of(eni_word_code(ENI_V_WHEREABOUTS, whereabouts));
	cell[DUE] = eni_print_when(p, eni_in_hours(d->run->book.office.contact_hours, d->run->now));
	cell[PRINTED] = eni_print_imprint(p);
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
    .detail = {"number", "tries", "first", "last", "whereabouts"},
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

/* ---- the page of a call ---- */

enum { PAGE_WIDTH = 76 }; /* columns of a printed page */

enum {
	B_CHANNEL,
	B_TITLE,
	B_WHO,
	B_TO,
	B_ORG,
	B_VIA,
	B_NAME,
	B_KIND,
	B_WHEN,
	B_WHY,
	B_COUNT,
	B_LINES,
	B_OFFICE,
	B_PERSON,
	B_PHONE,
	BLANKS
};
static const char *const blank_name[] = {[B_CHANNEL] = "channel",
    [B_TITLE] = "title",
    [B_WHO] = "who",
    [B_TO] = "to",
    [B_ORG] = "org",
    [B_VIA] = "via",
    [B_NAME] = "name",
    [B_KIND] = "kind",
    [B_WHEN] = "when",
    [B_WHY] = "why",
    [B_COUNT] = "count",
    [B_LINES] = "lines",
    [B_OFFICE] = "office",
    [B_PERSON] = "person",
    [B_PHONE] = "phone"};
ENI_ROW_FOR_EACH(blank_name, BLANKS);

static struct eni_str
label(const struct desk *d, const char *kind, struct eni_str code)
{
	return code.n == 0 ? code : eni_texts_label(&d->page.texts, kind, code, d->run->lang);
}

/* The client with the form of address, and what is out of the ordinary. */
static struct eni_str
about(struct desk *d, uint32_t client, struct eni_blank blank[BLANKS])
{
	const struct eni_sheet *s = &d->run->book.clients;
	struct eni_str name =
	    eni_page_name(&d->page, eni_people_name_addressed(&d->board.people, client), eni_sheet_code(s, d->sex, client));

	blank[B_NAME].value = name;
	return blank[B_KIND].value.n == 0 ? name : eni_page_fill(&d->page, ENI_S("call-back-about"), 0, blank, BLANKS);
}

/* To the bereaved nothing is said for which no person answers: no words are set for them. */
static void
put_page(struct desk *d, struct eni_print *p, const struct eni_episode *e, const struct eni_str cell[COLUMNS])
{
	static const struct eni_str none = {"", 0};
	const struct eni_office *o = &d->run->book.office;
	bool of_client = e->subject != ENI_NONE && eni_subject_is_client(&d->run->book, e->subject);
	bool mourned = is_mourned(eni_word_find(ENI_V_WHEREABOUTS, cell[WHEREABOUTS]));
	struct eni_blank blank[BLANKS];
	struct eni_buf wrapped = {0};
	struct eni_str org = none;

	for (int i = 0; i < BLANKS; i++)
		blank[i] = (struct eni_blank){blank_name[i], none};
	blank[B_OFFICE].value = o->name;
	blank[B_PERSON].value = o->person;
	blank[B_PHONE].value = o->phone;
	blank[B_CHANNEL].value = label(d, "channel", eni_str_of(eni_word_code(ENI_V_CHANNEL, ENI_CHANNEL_CALL)));
	blank[B_TITLE].value = label(d, "title", cell[SAY]);
	if (!mourned || e->caller != ENI_CALLER_CLIENT)
		blank[B_TO].value = label(d, "caller", cell[KIND]);
	blank[B_KIND].value = label(d, "whereabouts", cell[WHEREABOUTS]);
	blank[B_VIA].value = cell[NUMBER];
	if (of_client)
		blank[B_NAME].value = about(d, e->subject, blank);
	blank[B_WHO].value = cell[WHO].n == 0 ? ENI_S("____") : eni_page_name(&d->page, cell[WHO], 0);
	if (e->caller == ENI_CALLER_REFERRER)
		org = eni_people_org(&d->board.people, e->subject, ENI_TO_REFERRER);
	if (org.n > 0 && eni_str_eq(org, cell[WHO]))
		blank[B_WHO].value = eni_page_shown(&d->page, org);
	else
		blank[B_ORG].value = eni_page_shown(&d->page, org);
	blank[B_COUNT].value = cell[TRIES];
	blank[B_WHEN].value = eni_page_when(&d->page, e->last);
	blank[B_WHY].value = eni_page_fill(&d->page, ENI_S("call-back-why"), 0, blank, BLANKS);
	blank[B_WHEN].value = eni_page_when(&d->page, eni_in_hours(o->contact_hours, d->run->now));
	blank[B_LINES].value = eni_page_fill(&d->page, mourned ? ENI_S("call-back-bereaved") : cell[SAY], 0, blank, BLANKS);
	eni_wrap(&wrapped, eni_page_fill(&d->page, ENI_S("page-call"), 0, blank, BLANKS), PAGE_WIDTH);
	eni_page_put(&d->page, eni_buf_str(&wrapped));
	eni_buf_free(&wrapped);
	eni_arena_reset(&p->row);
}

static int
print_list(struct desk *d, struct eni_print *p)
{
	bool pages = d->run->format == ENI_TEXT_PAGE, silent = eni_opt(d->run, "now") != NULL && !may_call_now(d->run);
	/* calendars travel: there a number is needed only of people without an id */
	bool number_shows = !eni_is_agenda(d->run) || eni_opt(d->run, "full-names") != NULL;

	eni_callers_sort(&d->callers, &d->board.log);
	if (!pages)
		eni_print_begin(p);
	for (size_t i = 0; !silent && i < d->callers.n; i++) {
		struct eni_episode *e = &d->callers.episode[i];
		struct eni_str cell[COLUMNS];
		struct eni_reminder reminder;

		mind_dead(d, e);
		if (!is_listed(d, e))
			continue;
		fill(d, p, cell, e);
		if (!passes(d, cell))
			continue;
		if (pages) {
			put_page(d, p, e, cell);
			continue;
		}
		memcpy(p->cell, cell, p->n_offers * sizeof *cell);
		reminder = reminder_of(d, p, e);
		if (e->subject != ENI_NONE && !number_shows)
			p->cell[NUMBER] = (struct eni_str){"", 0};
		eni_print_row_about(p, e->subject, &reminder);
	}
	if (!pages)
		return eni_print_end(p);
	eni_arena_free(&p->row);
	return 0;
}

static int
list(struct desk *d)
{
	struct eni_print p = {0};

	if (eni_print_prepare(&p, d->run, list_offer, COLUMNS, NULL) == -1 || where_options(d) == -1 || read_all(d) == -1)
		return -1;
	/* what is new, and due, is there for people or for who asks for it */
	if (eni_is_sheet(d->run))
		eni_print_pick(&p, in_sheet, IN_SHEET);
	else
		eni_print_first(&p, eni_is_for_reading(d->run) ? FOR_PEOPLE : FOR_PROGRAMS);
	eni_print_to_fill(&p, &fill_in);
	if (d->run->format == ENI_TEXT_PAGE && eni_page_open(&d->page, d->run) == -1)
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
	if (g != NULL && (eni_is_agenda(run) || run->format == ENI_TEXT_PAGE))
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "calls --by %s: -o %s is about the call-back list", by, eni_opt(run, "output"));
	rc = g == NULL ? list(&d) : tabulate(&d, g);
	eni_page_close(&d.page);
	eni_callers_free(&d.callers);
	eni_switchboard_close(&d.board);
	return rc;
}
