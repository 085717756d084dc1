/* churn seats and reopen: seats booked, held and free, and the days that may be offered.  See verbs.h. */
#include <stdlib.h>

#include "cli/report.h"
#include "cmd/churn/verbs.h"
#include "stay/places.h"

/* ---- seats ---- */

enum { WEEKDAY, SEATS, BOOKED, HELD, FREE, UTILISATION, SEAT_COLUMNS };
static const struct eni_offer seat_offer[] = {[WEEKDAY] = {"weekday", ENI_COL_TEXT, ENI_V_WEEKDAY, 0},
    [SEATS] = {"seats", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [BOOKED] = {"booked", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [HELD] = {"held", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [FREE] = {"free", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [UTILISATION] = {"utilisation", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(seat_offer, SEAT_COLUMNS);

/* What was measured of a place. */
struct measured {
	int64_t attended, days;
};

struct seats {
	struct eni_run *run;
	struct eni_report report;
	struct eni_print print;
	struct eni_places places;
	struct measured *measured; /* one for each place */
	int32_t first, last;       /* the days that count */
};

/* ---- seats --measured ---- */

enum { ID, DATE, OUTCOME, SESSION, VISIT_FIELDS };
static const char *const visit_names[] = {[ID] = "id", [DATE] = "date", [OUTCOME] = "outcome", [SESSION] = "session"};
ENI_ROW_FOR_EACH(visit_names, VISIT_FIELDS);

static int
visit_code(const struct seats *s, const struct eni_stream *in, size_t k)
{
	return eni_word_known(
	    eni_book_code(&s->run->book, eni_field_find(ENI_VISITS, eni_str_of(visit_names[k])), eni_stream_cell(in, k)));
}

/* An attendance without a session is one of every session of its day (decision 33). */
static bool
was_here(const struct seats *s, const struct eni_a_place *p, const struct eni_stream *in, int32_t day)
{
	uint32_t who;
	int session;

	if (p->by == ENI_BY_DAY) {
		session = visit_code(s, in, SESSION);
		return (int)eni_day_weekday(day) == p->day->day &&
		       (p->day->session == 0 || session == 0 || session == p->day->session);
	}
	if (p->by == ENI_BY_TOTAL)
		return true;
	who = eni_book_find(&s->run->book, eni_stream_cell(in, ID));
	return who != ENI_NONE && eni_subject_is_client(&s->run->book, who) && eni_place_is_of(&s->places, p, who);
}

static void
count_visit(struct seats *s, const struct eni_stream *in)
{
	struct eni_when date;

	if (eni_stream_when(in, DATE, &date) != 1) {
		eni_aside(&s->run->diag, in->row.place, "date", "want a day such as 2026-04-01");
		return;
	}
	if (!eni_book_has_happened(&s->run->book, date) || !eni_period_has(&s->report.period, date) ||
	    visit_code(s, in, OUTCOME) != ENI_VISIT_ATTENDED)
		return;
	s->first = s->first == ENI_NODAY || date.day < s->first ? date.day : s->first;
	for (size_t i = 0; i < s->places.n; i++)
		s->measured[i].attended += was_here(s, &s->places.one[i], in, date.day);
}

/* Days on which the office was open, of the weekday of each row; without --since from the first attendance on. */
static int
count_days(struct seats *s)
{
	struct eni_book *b = &s->run->book;
	struct eni_almanac *a = eni_almanac_open(&b->office, b->opt.dir, &s->run->diag);
	const struct eni_period *p = &s->report.period;
	int32_t from = eni_is_day(p->since) ? p->since.day : s->first;
	int32_t to = eni_is_day(p->until) && p->until.day < b->today ? p->until.day : b->today;

	for (int32_t day = from; a != NULL && day != ENI_NODAY && day <= to; day++)
		for (size_t i = 0; eni_is_open(a, ENI_OWN, day) && i < s->places.n; i++) {
			const struct eni_seat_row *row = s->places.one[i].day;

			s->measured[i].days += row == NULL || row->day == (int)eni_day_weekday(day);
		}
	eni_almanac_free(a);
	return a == NULL ? -1 : 0;
}

static int
measure(struct seats *s)
{
	struct eni_stream in;
	int got = eni_stream_open(&in, &s->run->book, ENI_VISITS, visit_names, VISIT_FIELDS);

	s->first = ENI_NODAY;
	s->measured = eni_arena_clear(&s->run->arena, (s->places.n + 1) * sizeof *s->measured);
	if (got != 0)
		return got == 1 ? eni_fail(&s->run->diag, ENI_NOWHERE, NULL, "seats --measured: the book has no visits file") : -1;
	while ((got = eni_stream_next(&in)) > 0)
		count_visit(s, &in);
	eni_stream_close(&in);
	return got == -1 || s->run->diag.status == 2 ? -1 : count_days(s);
}

static int
print_seats(struct seats *s, bool measured)
{
	struct eni_print *p = &s->print;

	eni_print_begin(p);
	for (size_t i = 0; i < s->places.n; i++) {
		const struct eni_a_place *x = &s->places.one[i];

		p->cell[WEEKDAY] = x->by == ENI_BY_TOTAL ? eni_print_name(p, "total", ENI_KINDS) : x->name;
		p->cell[SEATS] = eni_print_count(p, x->seats);
		p->cell[BOOKED] = eni_print_count(p, x->booked);
		p->cell[HELD] = eni_print_count(p, x->held);
		p->cell[FREE] = eni_print_count(p, x->seats - x->booked - x->held);
		p->cell[UTILISATION] =
		    eni_print_ratio(p, measured ? eni_percent(s->measured[i].attended, s->measured[i].days * x->seats)
						: eni_percent(x->booked, x->seats));
		eni_print_row(p, 0);
	}
	return eni_print_end(p);
}

static int
open_seats(struct seats *s)
{
	struct eni_run *run = s->run;

	if (eni_report_open(&s->report, run) == -1 || eni_places_want(&s->places, &run->book, "seats") == -1)
		return -1;
	if (run->n_operands > 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "seats: counts the whole book; leave out operands");
	eni_sheet_want(&run->book.clients, ENI_S("name"), ENI_AS_RAW); /* visits may name clients */
	return eni_print_prepare(&s->print, run, seat_offer, SEAT_COLUMNS, NULL);
}

int
eni_verb_seats(struct eni_run *run)
{
	struct seats s = {.run = run};
	bool measured = eni_opt(run, "measured") != NULL;
	int rc = -1;

	if (open_seats(&s) == 0 && eni_report_load(&s.report) == 0) {
		eni_places_count(&s.places);
		if (!measured || measure(&s) == 0)
			rc = print_seats(&s, measured);
	}
	eni_places_free(&s.places);
	eni_report_close(&s.report);
	return rc;
}

/* ---- reopen ---- */

enum { WHO, DAYS, REOPEN_COLUMNS };
static const struct eni_offer reopen_offer[] = {
    [WHO] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0}, [DAYS] = {"days", ENI_COL_TEXT, ENI_V_WEEKDAY, 0}};
ENI_ROW_FOR_EACH(reopen_offer, REOPEN_COLUMNS);

struct reopen {
	struct eni_desk desk;
	struct eni_print print;
	struct eni_seat_columns cols;
	struct eni_seats seats;
};

/* Without ids: those who left because of another person, and are not back. */
static bool
is_asked(struct reopen *r, uint32_t row)
{
	const struct eni_book *b = &r->desk.run->book;

	if (!eni_subject_asked(b, row) || !eni_desk_passes(&r->desk, row))
		return false;
	if (b->any_operand)
		return eni_desk_lives(&r->desk, row);
	return eni_status_is(eni_sheet_code(&b->clients, r->cols.status, row), ENI_IS_AWAY) &&
	       eni_word_is(ENI_V_REASON, eni_sheet_code(&b->clients, r->cols.reason, row), ENI_IS_PERSONAL);
}

static int
print_days(struct reopen *r)
{
	struct eni_book *b = &r->desk.run->book;
	struct eni_print *p = &r->print;
	struct eni_buf days = {0};

	eni_print_begin(p);
	for (uint32_t row = 0; row < b->clients.n; row++) {
		if (!is_asked(r, row))
			continue;
		days.n = 0;
		eni_weekdays_format(&days, eni_open_days(&r->seats, b, &r->cols, row));
		p->cell[WHO] = eni_subject_id(b, row);
		p->cell[DAYS] = eni_buf_str(&days);
		eni_print_row(p, row);
	}
	eni_buf_free(&days);
	return eni_print_end(p);
}

static int
open_reopen(struct reopen *r, struct eni_run *run)
{
	static const char *const need[] = {"weekdays", "cause"};
	struct eni_sheet *c = &run->book.clients;

	if (eni_desk_open_facts(&r->desk, run, true) == -1 || eni_desk_where(&r->desk, false) == -1)
		return -1;
	if (run->book.office.n_seats == 0)
		return eni_fail(&run->diag, ENI_NOWHERE, "seats",
		    "office.yaml does not say how many seats a weekday has; want {mon: 20, tue: 20} and so on");
	for (size_t i = 0; i < sizeof need / sizeof *need; i++)
		if (!eni_sheet_has_header(c, eni_str_of(need[i])))
			return eni_fail(&run->diag, ENI_NOWHERE, need[i], "reopen: the clients have no such column");
	eni_seats_want(&run->book, &r->cols, true);
	eni_sheet_want(c, ENI_S("name"), ENI_AS_RAW); /* a cause may be a name */
	eni_sheet_want(&run->book.staff, ENI_S("name"), ENI_AS_RAW);
	return eni_print_prepare(&r->print, run, reopen_offer, REOPEN_COLUMNS, &r->desk.facts);
}

int
eni_verb_reopen(struct eni_run *run)
{
	struct reopen r = {0};
	int rc = -1;

	if (open_reopen(&r, run) == 0 && eni_desk_load(&r.desk) == 0) {
		eni_seats_count(&r.seats, &run->book, &r.cols);
		rc = print_days(&r);
	}
	eni_seats_free(&r.seats);
	eni_desk_close(&r.desk);
	return rc;
}
