/*
 * Places: the rows by which an office counts its seats, and how many of them are booked and held (decisions 33 and 43).
 * Room: stay.  By weekday and session, all together (seats: {total: N}), or by the words of a client field (beds by
 * care_level), in the order in which office.yaml says them.  The whole book counts, whoever is asked about (decision 9).
 */
#ifndef ENI_STAY_PLACES_H
#define ENI_STAY_PLACES_H

#include "rule/seats.h"

struct eni_a_place {
	const struct eni_seat_row *day; /* NULL: none of a weekday */
	int code;                       /* of the field; 0: any */
	struct eni_str name;            /* mon, mon-am; total; the field's code */
	int64_t seats, booked, held;
};

struct eni_places {
	struct eni_book *book;
	struct eni_arena arena;
	struct eni_seat_columns cols;
	const struct eni_field *by; /* the field seats are counted by; NULL: none */
	size_t field;               /* its column */
	struct eni_a_place *one;
	size_t n;
};

/* Zero-initialise.  The rows, and the columns they are counted from; before loading.  what: the verb, for messages.  0, or -1
 * after eni_fail: office.yaml says nothing of seats, or the clients lack a column. */
int eni_places_want(struct eni_places *p, struct eni_book *b, const char *what);
/* After loading. */
void eni_places_count(struct eni_places *p);
/* Whether a client has this place, going by the days and words of their record. */
bool eni_place_is_of(const struct eni_places *p, const struct eni_a_place *place, size_t row);
void eni_places_free(struct eni_places *p);

#endif
