/*
 * Taking newcomers into the book: who stands there already, who may be one of those who do, and which id the others get.  Room:
 * reception.
 *
 * A record is about somebody of the book
 *   - by an id of its own, of the same name (blanks, width and case apart), or
 *   - by the same moment of inquiry and the same name (without a clock time the same telephone too), unless all that both have of
 *     birth and telephone differs, or
 *   - by the same name and the same birth or telephone, neither of them differing, or
 *   - where no field that is filled in it and in the book, status apart, says anything else there (telephones in any writing), if
 * it would not be found by birth or telephone. A nameless record goes by its telephone instead.  What the book does not keep (no
 * column, or not in -f) says nothing.
 *
 * Of such a person a record may be the answer to a form that was taken in before, by its moment to the minute: it is passed over
 * without a word (decision 40), whatever was worked on in the book since; another inquiry, which is never lost (decision 60); a
 * list with other values; or nothing new.  An inquiry stands in the journal once it was noted there, by its moment. What may be one
 * person (who/duplicates.h) is held back; an id is never given twice.  Numbers by which a form counts its answers are no ids, once
 * the book has them for other people.
 *
 * Referrers go by the same rules with the organisation for the name, two persons named differently within one are two, and none of
 * them inquires or is compared.  A line that says the same as an earlier one of the same list is held back, not passed over: a list
 * of services names an office once for each.
 */
#ifndef ENI_RECEPTION_ENROL_H
#define ENI_RECEPTION_ENROL_H

#include "reception/intake.h"
#include "who/ids.h"
#include "who/traits.h"

enum eni_enrolled {
	ENI_SET_ASIDE = -1, /* and reported */
	ENI_STANDS_THERE,
	ENI_TAKEN,     /* its id is set */
	ENI_DIFFERS,   /* stands there, with other values: eni_enrol_news */
	ENI_ASKS_AGAIN /* stands there, and this inquiry of that person does not */
};

/* Days of a client that follow upon an inquiry. */
enum { ENI_ENROL_DAYS = 6 };

struct eni_newcomer {
	struct eni_str *cell; /* per column of the intake; that of the id is set by eni_enrol */
	bool own_id, own_status;
	size_t nth;                /* which record of the intake it was */
	struct eni_row row;        /* as it came, for the rejects */
	struct eni_reader *reader; /* which it came from */
	uint32_t known; /* after ENI_DIFFERS and ENI_ASKS_AGAIN: who it is, a row of the book or, behind those, one taken */
};

struct eni_enrolment {
	struct eni_intake *in;
	struct eni_book *book; /* everybody, read while the book is locked */
	bool force;            /* those who may be one person are taken, too */
	const bool *wanted;    /* columns of the intake that are written, if the book has them */
	bool takes_any;        /* and if it has not */
	bool no_ids;           /* the book's file has no ids: names stand for them */
	struct eni_arena arena;
	size_t *book_col;                          /* of each column of the intake; SIZE_MAX: the book has none */
	size_t trait[ENI_TRAITS], inquiry, person; /* columns of the intake; person: of referrers alone */
	struct eni_trait_cols traits;
	struct eni_same same;
	struct eni_ids ids;
	struct eni_map who; /* who, and who at which moment -> the last one so called: by name, and by name and moment */
	uint32_t *before;   /* two for each: who was called so before */
	size_t before_cap;
	const struct eni_newcomer **taken; /* numbered behind the people of the book */
	size_t n_taken, cap_taken;
	struct eni_map by_id;                   /* of those taken */
	struct eni_map heard;                   /* client and moment of what they told us, by the journal */
	size_t status, follows[ENI_ENROL_DAYS]; /* columns of the book's clients */
	size_t *news;                           /* room for the columns of one record */
	struct eni_buf key, text, mine, theirs;
};

/* Asks the book for the columns needed; before it is loaded.  Zero-initialise but for in, book, force, wanted; takes_any
 * is said before eni_enrol. */
void eni_enrol_want(struct eni_enrolment *e);
/* Learns who is in the book, which is loaded now, and which ids the newcomers bring; those that are none lose own_id.  0 or -1. */
int eni_enrol_learn(struct eni_enrolment *e, struct eni_newcomer *all, size_t n);
/* Judges a newcomer, who must stay; DIFFERS and ASKS_AGAIN are left to the caller to report or to act upon. */
enum eni_enrolled eni_enrol(struct eni_enrolment *e, struct eni_newcomer *who);
/* The columns of the intake in which a known person's record has another value than the book: into col, which has room for all;
 * their number.  Empty cells are no values.  And what the book has there, in normal form, good until the next call. */
size_t eni_enrol_news(struct eni_enrolment *e, const struct eni_newcomer *who, size_t *col);
struct eni_str eni_enrol_old(struct eni_enrolment *e, const struct eni_newcomer *who, size_t col);
struct eni_str eni_enrol_known_id(const struct eni_enrolment *e, const struct eni_newcomer *who);
/* Sets such a record aside: "asks-again ID", or the columns with other values. */
void eni_enrol_hold_back(struct eni_enrolment *e, const struct eni_newcomer *who, enum eni_enrolled how);
void eni_enrol_free(struct eni_enrolment *e);

#endif
