/*
 * Places: the rows by which an office counts its seats, and how many of them are booked and held (decisions 33 and 43).
 * Room: stay.  By weekday and session, all together (seats: {total: N}), by the words of a client field (beds by
 * care_level), or by who of us looks after the client (staff), in the order in which office.yaml says them.  The whole book counts,
 * whoever is asked about (decision 9).
 */
#ifndef ENI_STAY_PLACES_H
#define ENI_STAY_PLACES_H

#include "rule/seats.h"

/* What a place is counted by. */
enum eni_place_by { ENI_BY_DAY, ENI_BY_TOTAL, ENI_BY_WORD, ENI_BY_STAFF };

struct eni_a_place {
	enum eni_place_by by;
	const struct eni_seat_row *day; /* ENI_BY_DAY */
	int code;                       /* ENI_BY_WORD: of the field */
	struct eni_str name; /* mon, mon-am; total; the field's code; the id of one of us, else as the settings name them */
	int64_t seats, booked, held;
};

struct eni_places {
	struct eni_book *book;
	struct eni_arena arena;
	struct eni_seat_columns cols;
	const struct eni_field *by; /* the field seats are counted by; NULL: none */
	size_t field;               /* its column */
	const struct eni_field *staff_field;
	size_t staff, staff_name; /* columns of the clients and of the staff; SIZE_MAX: no seats are counted by staff */
	struct eni_a_place *one;
	size_t n;
};

/* Zero-initialise.  The rows, and the columns they are counted from; before loading.  what: the verb, for messages.  0, or -1
 * after eni_fail: office.yaml says nothing of seats, or the clients lack a column. */
int eni_places_want(struct eni_places *p, struct eni_book *b, const char *what);
/* After loading.  Warns of clients who have a seat and are counted for nobody. */
void eni_places_count(struct eni_places *p);
/* How people call a place: the field's word in that language, the name of one of us.  Not of days and of the total. */
struct eni_str eni_place_label(const struct eni_places *p, const struct eni_a_place *place, const char *lang);
/* Whether a client has this place, going by the days and words of their record. */
bool eni_place_is_of(const struct eni_places *p, const struct eni_a_place *place, size_t row);
void eni_places_free(struct eni_places *p);

#endif
