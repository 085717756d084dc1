/*
 * Working days: see calendar.h for what beats what.  Room: rule.
 * A due day is rolled once per task, so the answer for every day of 1990..2199 is worked out when the book is opened: one byte a
 * day, filled from the weakest statement to the strongest, each overwriting what was said before.
 */
#include "rule/calendar.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "book/files.h"
#include "form/reader.h"
#include "form/source.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2199, YEARS = LAST_YEAR - FIRST_YEAR + 1, SIDES = 2, SEARCH = 400 };

/* Bits of a day, to be shifted by the side. */
enum { OPEN = 1, BLANK = 4 /* the side keeps holidays, but this year's are unknown */ };

struct eni_almanac {
	const struct eni_office *office;
	const struct eni_calendar *side[SIDES];
	int32_t first, last; /* days the array covers */
	uint8_t *day;
	atomic_bool *asked; /* YEARS of them: asked for without holiday data */
	bool known[YEARS];  /* the book's own files have rows for that year */
};

static int32_t
day_of(int year, int month, int day)
{
	int32_t n = ENI_NODAY;

	eni_day_make(year, month, day, &n);
	return n;
}

static int
year_of(int32_t n)
{
	int year, month, day;

	eni_day_split(n, &year, &month, &day);
	return year;
}

static bool
covers(const struct eni_almanac *a, int32_t day)
{
	return day >= a->first && day <= a->last;
}

static void
say(struct eni_almanac *a, int side, int32_t day, bool open)
{
	uint8_t bit = (uint8_t)(OPEN << side);

	if (!covers(a, day))
		return;
	if (open)
		a->day[day - a->first] |= bit;
	else
		a->day[day - a->first] &= (uint8_t)~bit;
}

static void
say_range(struct eni_almanac *a, int side, int32_t from, int32_t to, bool open)
{
	if (from < a->first)
		from = a->first;
	if (to > a->last)
		to = a->last;
	for (int32_t n = from; n <= to; n++)
		say(a, side, n, open);
}

/* The day of a yearly date.  29 February in other years: a range that begins there begins in March, one that ends there ends on
 * the 28th, so that the single day is no day at all. */
static int32_t
day_in_year(int year, int32_t month_day, bool begins)
{
	int32_t n = day_of(year, month_day / 100, month_day % 100);

	return n != ENI_NODAY ? n : day_of(year, 2, 28) + begins;
}

static void
say_yearly(struct eni_almanac *a, int side, const struct eni_range *r, bool open)
{
	/* A range that wraps over the year end may have begun in the year before the first. */
	for (int year = FIRST_YEAR - 1; year <= LAST_YEAR; year++) {
		bool wraps = r->to < r->from;
		int32_t to = wraps && year == LAST_YEAR ? a->last : day_in_year(year + wraps, r->to, false);

		say_range(a, side, day_in_year(year, r->from, true), to, open);
	}
}

static void
say_ranges(struct eni_almanac *a, int side, const struct eni_range *r, size_t n, bool open)
{
	for (size_t i = 0; i < n; i++)
		if (r[i].yearly)
			say_yearly(a, side, &r[i], open);
		else
			say_range(a, side, r[i].from, r[i].to, open);
}

static bool
opens_on(const struct eni_calendar *c, enum eni_weekday weekday)
{
	return c->open >> weekday & 1;
}

/* A day before any holiday is known: open by its weekday, and blank for a side that keeps holidays. */
static uint8_t
bare_day(const struct eni_almanac *a, enum eni_weekday weekday)
{
	int bits = 0;

	for (int side = 0; side < SIDES; side++) {
		const struct eni_calendar *c = a->side[side];

		bits |= (opens_on(c, weekday) ? OPEN : 0) << side;
		bits |= (c->holidays != ENI_HOLIDAYS_OPEN ? BLANK : 0) << side;
	}
	return (uint8_t)bits;
}

static void
say_weekdays(struct eni_almanac *a)
{
	int32_t n = a->last - a->first + 1;

	for (int32_t i = 0; i < 7; i++)
		a->day[i] = bare_day(a, eni_day_weekday(a->first + i));
	for (int32_t i = 7; i < n; i++)
		a->day[i] = a->day[i - 7];
}

static void
say_builtin(struct eni_almanac *a, int side)
{
	size_t n;
	const struct eni_holiday *h = eni_holidays_builtin(a->side[side]->holidays, &n);

	for (size_t i = 0; i < n; i++) {
		int32_t from = day_of(h[i].from / 10000, h[i].from / 100 % 100, h[i].from % 100);

		say_range(a, side, from, from + h[i].to - h[i].from, h[i].work);
	}
}

/* One row of the book's own files; it takes back what a weaker source said of that day. */
static void
say_own(struct eni_almanac *a, int32_t day, bool work)
{
	if (!covers(a, day))
		return; /* the cabinet file begins in 1955 */
	a->known[year_of(day) - FIRST_YEAR] = true;
	for (int side = 0; side < SIDES; side++) {
		const struct eni_calendar *c = a->side[side];

		say(a, side, day, work || (c->holidays == ENI_HOLIDAYS_OPEN && opens_on(c, eni_day_weekday(day))));
	}
}

static bool
has_builtin(enum eni_holidays country, int year)
{
	size_t n;
	const struct eni_holiday *h = eni_holidays_builtin(country, &n);

	for (size_t i = 0; i < n; i++)
		if (h[i].from / 10000 == year)
			return true;
	return false;
}

static void
clear_blank(struct eni_almanac *a, int side, int year)
{
	int32_t from = day_of(year, 1, 1) - a->first, to = day_of(year, 12, 31) - a->first;

	for (int32_t i = from; i <= to; i++)
		a->day[i] &= (uint8_t) ~(BLANK << side);
}

static void
clear_known_years(struct eni_almanac *a, int side)
{
	for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
		if (a->known[year - FIRST_YEAR] || has_builtin(a->side[side]->holidays, year))
			clear_blank(a, side, year);
}

/* Where the columns of a holiday file are. */
struct columns {
	size_t date, kind; /* SIZE_MAX: not there */
};

static struct eni_str
cell(const struct eni_row *row, size_t column)
{
	return column < row->n ? row->cell[column] : (struct eni_str){NULL, 0};
}

static int
take_row(struct eni_almanac *a, struct eni_reader *r, const struct columns *c, const struct eni_row *row)
{
	int kind = eni_word_find(ENI_V_HOLIDAY_KIND, cell(row, c->kind)); /* empty: off */
	struct eni_when when;

	if (eni_when_parse(cell(row, c->date), &when, NULL) != 1)
		return eni_reader_reject(r, "date", "want a day such as 2026-05-03");
	if (kind == ENI_UNKNOWN_WORD)
		return eni_reader_reject(r, "kind", "want off or work");
	say_own(a, when.day, kind == ENI_HOLIDAY_WORK);
	return 0;
}

static int
find_columns(struct eni_reader *r, const struct eni_office *o, const char *path, struct columns *c, struct eni_diag *d)
{
	struct eni_headers h = {.aliases = &o->aliases, .file = path};
	const struct eni_field **field;
	int rc;

	h.name = eni_reader_header(r, &h.n);
	field = eni_realloc(NULL, (h.n + 1) * sizeof(const struct eni_field *));
	rc = eni_bind(ENI_HOLIDAYS, &h, field, d);
	*c = (struct columns){SIZE_MAX, SIZE_MAX};
	for (size_t i = 0; rc == 0 && i < h.n; i++)
		if (field[i] != NULL && strcmp(field[i]->name, "date") == 0)
			c->date = i;
		else if (field[i] != NULL && strcmp(field[i]->name, "kind") == 0)
			c->kind = i;
	free(field);
	if (rc == 0 && c->date == SIZE_MAX)
		return eni_fail(d, eni_at(path, 1), "date", "no such column; want date,name,kind");
	return rc;
}

static int
read_rows(struct eni_almanac *a, struct eni_reader *r, const struct columns *c, const struct eni_diag *d)
{
	struct eni_row row;
	int got;

	while ((got = eni_reader_next(r, &row)) > 0)
		if (take_row(a, r, c, &row) == -1 && d->strict)
			return -1;
	return got;
}

static int
read_file(struct eni_almanac *a, const struct eni_office *o, const char *path, struct eni_diag *d)
{
	struct eni_source_options opt = {.fallback = o->country == ENI_CN ? "GB18030" : "CP932",
	    .spreadsheet = true,
	    .kind = ENI_HOLIDAYS,
	    .aliases = &o->aliases};
	struct eni_reader *r = eni_source_is_file(path, d) == -1 ? NULL : eni_reader_open(path, NULL, &opt, d);
	struct columns c;
	int rc;

	if (r == NULL)
		return -1;
	rc = find_columns(r, o, path, &c, d);
	if (rc == 0)
		rc = read_rows(a, r, &c, d);
	eni_reader_close(r);
	return rc;
}

/* The official file first, so that the hand-kept one has the last word. */
static int
read_own_files(struct eni_almanac *a, const struct eni_office *o, const char *dir, struct eni_diag *d)
{
	struct eni_arena arena = {0};
	const char *path = NULL;
	enum eni_format format;
	int rc = 0, found;

	if (o->holiday_file.n > 0)
		rc = read_file(a, o, eni_path_in(&arena, dir, o->holiday_file), d);
	if (rc == 0) {
		found = eni_book_file(&arena, dir, ENI_HOLIDAYS, &path, &format, d);
		rc = found == 0 ? read_file(a, o, path, d) : found == 1 ? 0 : -1;
	}
	eni_arena_free(&arena);
	return rc;
}

static struct eni_almanac *
new_almanac(const struct eni_office *o)
{
	struct eni_almanac *a = eni_realloc(NULL, sizeof *a);

	*a = (struct eni_almanac){.office = o, .side = {&o->own, &o->partner}};
	a->first = day_of(FIRST_YEAR, 1, 1);
	a->last = day_of(LAST_YEAR, 12, 31);
	a->day = eni_realloc(NULL, (size_t)(a->last - a->first) + 1);
	a->asked = eni_realloc(NULL, YEARS * sizeof *a->asked);
	for (int i = 0; i < YEARS; i++)
		atomic_init(&a->asked[i], false);
	return a;
}

struct eni_almanac *
eni_almanac_open(const struct eni_office *o, const char *dir, struct eni_diag *d)
{
	struct eni_almanac *a = new_almanac(o);

	say_weekdays(a);
	for (int side = 0; side < SIDES; side++)
		say_builtin(a, side);
	if (read_own_files(a, o, dir, d) != 0) {
		eni_almanac_free(a);
		return NULL;
	}
	for (int side = 0; side < SIDES; side++) {
		clear_known_years(a, side);
		say_ranges(a, side, a->side[side]->extra_open, a->side[side]->n_extra, true);
		say_ranges(a, side, a->side[side]->closed, a->side[side]->n_closed, false);
	}
	return a;
}

const struct eni_office *
eni_almanac_office(const struct eni_almanac *a)
{
	return a->office;
}

void
eni_almanac_free(struct eni_almanac *a)
{
	if (a == NULL)
		return;
	free(a->day);
	free(a->asked);
	free(a);
}

/* Looks before it writes: threads that ask for one year must not fight over its cache line. */
static void
note_blank(atomic_bool *asked)
{
	if (!atomic_load_explicit(asked, memory_order_relaxed))
		atomic_store_explicit(asked, true, memory_order_relaxed);
}

bool
eni_is_open(const struct eni_almanac *a, enum eni_side side, int32_t day)
{
	uint8_t bits;

	if (!covers(a, day))
		return opens_on(a->side[side], eni_day_weekday(day));
	bits = (uint8_t)(a->day[day - a->first] >> side);
	if (bits & BLANK)
		note_blank(&a->asked[year_of(day) - FIRST_YEAR]);
	return bits & OPEN;
}

/* Room for a search in both directions; also refuses ENI_NODAY. */
static bool
searchable(int32_t day)
{
	return day >= INT32_MIN + SEARCH && day <= INT32_MAX - SEARCH && day != ENI_NODAY;
}

int32_t
eni_roll_day(const struct eni_almanac *a, enum eni_side side, enum eni_roll roll, int32_t day)
{
	int32_t step = roll == ENI_ROLL_PREV ? -1 : 1;

	if (roll == ENI_ROLL_SAME)
		return day;
	for (int32_t i = 0; searchable(day) && i <= SEARCH; i++)
		if (eni_is_open(a, side, day + i * step))
			return day + i * step;
	return ENI_NODAY;
}

static bool
in_window(int from, int to, int32_t n)
{
	int year, month, day;

	eni_day_split(n, &year, &month, &day);
	return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

int32_t
eni_window_day(const struct eni_almanac *a, int from, int to, int32_t day)
{
	for (int32_t n = day; searchable(day) && n <= day + SEARCH; n++)
		if (in_window(from, to, n) && eni_is_open(a, ENI_PARTNER, n))
			return n;
	return ENI_NODAY;
}

int32_t
eni_window_roll(const struct eni_almanac *a, int from, int to, int32_t asked, int32_t rolled)
{
	int32_t day = eni_window_day(a, from, to, rolled), end = asked;

	while (end < day && in_window(from, to, end))
		end++;
	for (int32_t n = asked; end < day && searchable(n) && n > asked - SEARCH && in_window(from, to, n); n--)
		if (eni_is_open(a, ENI_PARTNER, n))
			return n;
	return day;
}

struct eni_when
eni_in_hours(struct eni_hours h, struct eni_when w)
{
	if (!eni_is_day(w) || w.minute < 0 || (w.minute >= h.open && w.minute < h.close))
		return w;
	return (struct eni_when){w.minute < h.open ? w.day : w.day + 1, h.open};
}

size_t
eni_almanac_missing(const struct eni_almanac *a, int *years, size_t cap)
{
	size_t n = 0;

	for (int i = 0; i < YEARS; i++) {
		if (!atomic_load_explicit(&a->asked[i], memory_order_relaxed))
			continue;
		if (n < cap)
			years[n] = FIRST_YEAR + i;
		n++;
	}
	return n;
}
