/*
 * Working days of two sides, the office's and its partners'.  Room: rule.
 * Holidays of Japan 2026-2027 (Cabinet Office) and China 2026 (State Council notice of 2025-11-04) are built in as data
 * (holidays.c); office.yaml holiday_file adds to them and wins day by day, and the book's holidays.csv does so over both.
 *
 * What is open, strongest first:
 *   1. `closed:` of that side: closed, whatever else is said.
 *   2. `extra_open:` of that side: open.
 *   3. a `work` day: open.  One in the book's own files speaks for both sides, also where holidays: open (who writes it down means
 *      it); a built-in one only for a side whose holidays are of that country.
 *   4. an `off` day, for a side whose holidays are jp or cn: closed.  The book's own files speak for both countries.
 *      With holidays: open a holiday changes nothing.
 *   5. the side's weekdays.
 */
#ifndef ENI_RULE_CALENDAR_H
#define ENI_RULE_CALENDAR_H

#include "book/office.h"

enum eni_side { ENI_OWN, ENI_PARTNER };
enum eni_roll { ENI_ROLL_NEXT, ENI_ROLL_PREV, ENI_ROLL_SAME, ENI_ROLLS };

struct eni_almanac; /* an office's two calendars with their holidays; may be asked from several threads */

/* A run of days, both included, as year*10000+month*100+day within one month. */
struct eni_holiday {
	int32_t from, to;
	bool work; /* a weekend day that is worked */
};
/* The built-in rows of a country; none for ENI_HOLIDAYS_OPEN. */
const struct eni_holiday *eni_holidays_builtin(enum eni_holidays country, size_t *n);

/* dir: the book (for holidays.csv/.tsv/.yaml and holiday_file; the Japanese cabinet file in Shift_JIS is accepted as it is).
 * Rows that cannot be used are set aside (eni_aside).  NULL after eni_fail.  The office must outlive it. */
struct eni_almanac *eni_almanac_open(const struct eni_office *o, const char *dir, struct eni_diag *d);
void eni_almanac_free(struct eni_almanac *a); /* NULL is fine */
/* The office it was opened for. */
const struct eni_office *eni_almanac_office(const struct eni_almanac *a);

/* Whether that side works on that day.  Outside 1990..2199 weekdays alone decide. */
bool eni_is_open(const struct eni_almanac *a, enum eni_side side, int32_t day);

/* The day itself when open, else the next or previous open one; ENI_NODAY after a search of 400 days (the caller reports it). */
int32_t eni_roll_day(const struct eni_almanac *a, enum eni_side side, enum eni_roll roll, int32_t day);

/* The first open partner day from `day` on whose day of the month lies in from..to (from > to wraps over the month end);
 * ENI_NODAY after 400 days. */
int32_t eni_window_day(const struct eni_almanac *a, int from, int to, int32_t day);

/* The same for a day that was rolled from `asked` to `rolled`; but a day of the window stays in it: where it would leave it, it
 * goes back to the last open day of that window, if it has one, so that no month is left out (decision 69). */
int32_t eni_window_roll(const struct eni_almanac *a, int from, int to, int32_t asked, int32_t rolled);

/* A moment outside the contact hours moves to their next opening: the same day when before, the next day when after, open day or
 * not.  A day without time stays as it is. */
struct eni_when eni_in_hours(struct eni_hours h, struct eni_when w);

/* Years asked for (by eni_is_open on a side whose holidays are jp or cn) without any holiday data: fills years[0..cap) in order,
 * returns how many there are.  A finding, once per run (decision 8). */
size_t eni_almanac_missing(const struct eni_almanac *a, int *years, size_t cap);

#endif
