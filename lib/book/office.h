/*
 * office.yaml: who we are, when we and our partners work, seats, thresholds (enishi-records(5), SETTINGS).  Room: book.
 * Without the file everything has a default (decision 8).  An unknown key is an error naming the nearest known one: the table of
 * settings in setting.c is the one list of known keys.  Sections that other rooms read (accept, packages, ltv, bench ...) are
 * checked here for keys and shape and fetched with eni_office_get.
 */
#ifndef ENI_BOOK_OFFICE_H
#define ENI_BOOK_OFFICE_H

#include "base/day.h"
#include "form/tree.h"
#include "rec/kinds.h"

enum { ENI_USUAL_HORIZON = 60, ENI_LONGEST_HORIZON = 1200 }; /* months: ltv.horizon and --horizon */

enum eni_country { ENI_JP, ENI_CN, ENI_COUNTRIES };
enum eni_holidays {
	ENI_HOLIDAYS_OPEN,
	ENI_HOLIDAYS_JP,
	ENI_HOLIDAYS_CN,
	ENI_HOLIDAY_CALENDARS
}; /* open: holidays change nothing */

/* When one side works.  Ranges of days; a yearly one (12-29..01-03) has month*100+day and `yearly`. */
struct eni_range {
	int32_t from, to; /* both included; yearly: 1229, 103 (may wrap) */
	bool yearly;
};
struct eni_hours {
	int32_t open, close; /* minutes; open included, close excluded */
};
struct eni_calendar {
	uint32_t open; /* bit d: weekday d (0 = mon) is a working day */
	enum eni_holidays holidays;
	struct eni_range *closed, *extra_open;
	size_t n_closed, n_extra;
};

struct eni_seat_row {
	uint8_t day, session; /* 0 = mon; session 0 whole day, 1 am, 2 pm */
	int32_t seats;
};

/* A story the office may tell. */
struct eni_story {
	struct eni_str id;
	struct eni_str of; /* the client whose story it is, as a column would name them */
	bool external;     /* it is of nobody in the office's care */
	const struct eni_node *text;
	struct eni_place place;
};

struct eni_office {
	struct eni_arena arena;      /* owner of all below */
	const char *file;            /* as messages show it: "office.yaml", with the book in front unless that is "."; NULL: none */
	const struct eni_node *root; /* the tree, for rooms that read their own sections (accept, packages, bench ...) */
	int32_t records_from;        /* the day on which the records begin; ENI_NODAY: they always have (decision 71) */
	int32_t utc_minutes;         /* the zone's distance from UTC now: set where the clock is read; until then the country's */
	struct eni_str name, phone, fax, address, link, person, kind /* "" when not said */, zone,
	    lang; /* all texts here end in a NUL or are empty */
	enum eni_country country;
	int decimals; /* of the currency: JPY 0, CNY 2 */
	struct eni_calendar own, partner;
	struct eni_hours contact_hours; /* default 09:00-18:00 */
	int window_from, window_to;     /* partner window, days of the month; 0, 0: none */
	struct eni_seat_row *seat;
	size_t n_seats;
	int32_t seats_total;                                 /* seats: {total: N}; 0: none */
	int hold_reason;                                     /* default hospital */
	struct eni_span hold_for, stale_after;               /* 3m; 90d */
	struct eni_str playbook, playbook_add, holiday_file; /* paths as written, relative to the book; empty: none */
	int32_t per_day;                                     /* limits: {per_day}; 0: none */
	int32_t change_after;                                /* tries: {change_after}; 0: never */
	/* Folded header word -> index into eni_fields(): the first row of that name.  Where a name stands in several rows, the one
	 * that counts is eni_field_find(kind, name). */
	struct eni_map aliases;
	struct eni_map values; /* the office's own words of fields -> index into value_code: see eni_office_value */
	struct eni_str *value_code;
	uint32_t n_values;
	struct eni_story *story; /* in the order in which they are told */
	size_t n_stories;
	struct eni_map story_ids;         /* folded id -> index into story */
	struct eni_map own_fields;        /* fields: of the office's own */
	struct eni_span calls_lost_after; /* default 48h */
	struct eni_str calls_zone;        /* calls: {tz}; the office's zone when not said */
	struct {
		int channel, outcome; /* defaults: for contacts; call, done */
	} defaults;
	struct {
		int32_t independent_from, mild_from, mild_to, moderate_from, moderate_to, severe_from, severe_to;
	} bands;
};

/* Reads DIR/office.yaml; a missing file gives the defaults, a missing folder is a failure.  0, or -1 after eni_fail (every fault of
 * the file is reported, nothing is kept).  The office is the caller's: eni_office_free, harmless after a failure. */
int eni_office_read(struct eni_office *o, const char *dir, struct eni_diag *d);
void eni_office_free(struct eni_office *o);
/* A day or moment as eni_when_parse reads it; one given in UTC (Z, +09:00) becomes the office's own time.  1, 0, -1. */
int eni_office_when(const struct eni_office *o, struct eni_str cell, struct eni_when *out);
/* A setting by its path, as "ltv.price" or "accept"; NULL when the office does not say it (or wrote nothing behind it). */
const struct eni_node *eni_office_get(const struct eni_office *o, const char *path);
/* What kind of office the settings say we are, a code of ENI_V_OFFICE_KIND, whatever a verb takes us for; 0: not said. */
int eni_office_kind(const struct eni_office *o);
/* How many months to look ahead: ltv.horizon, else 60 (decision 29). */
int64_t eni_office_horizon(const struct eni_office *o);
/* The office's own value words (office.yaml values: {field: {word: code}}): the code as text, or empty. */
struct eni_str eni_office_value(const struct eni_office *o, struct eni_str field, struct eni_str word);
/* What a story tells, in that language; else in the office's, else in the first it is written in.  Never empty. */
struct eni_str eni_story_text(const struct eni_office *o, const struct eni_story *story, const char *lang);
/* The next story (an index) whose id stands in a cell of topics, which moves on behind it; ENI_NONE: no further one.  room: for
 * folding, the caller's. */
uint32_t eni_story_next(const struct eni_office *o, struct eni_str *topics, struct eni_buf *room);
/* Fields of the office's own (office.yaml fields: [..]) are known names in rules and -w. */
bool eni_office_has_field(const struct eni_office *o, struct eni_str name);
/* A file of the book: "DIR/NAME", or NAME alone where it begins with / or the book is ".".  Lives in the arena. */
const char *eni_path_in(struct eni_arena *a, const char *dir, struct eni_str name);

#endif
