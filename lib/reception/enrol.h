/*
 * Taking newcomers into the book: who stands there already, who may be one of those who do, and which id the others get.  Room:
 * reception.
 *
 * A record stands in the book already, and is passed over without a word, when it is the same source row (decision 40):
 *   - the same moment of inquiry and the same name (without a clock time the same telephone too), unless all that both have of
 *     birth and telephone differs, or
 *   - the same name, as it is written, and the same birth or telephone, neither of them differing, or
 *   - every field that is filled in it and in the book, temporary id and status apart, says the same there (telephones in any
 *     writing).
 * The last two only without another moment of inquiry: a person of the book who inquires again is news.  What the book does not
 * keep (no column, or not in -f) says nothing.  A nameless record goes by its telephone instead.  With an id of its own a record
 * stands in the book only under that id: with the same name, or where every field says the same.
 * What may be one person (who/duplicates.h) is held back; an id is never given twice.
 *
 * Referrers go by the same rules with the organisation for the name; two persons named differently within one are two.  A line that
 * says the same as an earlier one of the same list is held back, not passed over: a list of services names an office once for
 * each.
 */
#ifndef ENI_RECEPTION_ENROL_H
#define ENI_RECEPTION_ENROL_H

#include "reception/intake.h"
#include "who/ids.h"
#include "who/traits.h"

struct eni_newcomer {
	struct eni_str *cell; /* per column of the intake; that of the id is set by eni_enrol */
	bool own_id, own_status;
	size_t nth;                /* which record of the intake it was */
	struct eni_row row;        /* as it came, for the rejects */
	struct eni_reader *reader; /* which it came from */
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
	struct eni_map by_id; /* of those taken */
	struct eni_buf key, text, mine, theirs;
};

/* Asks the book for the columns needed; before it is loaded.  Zero-initialise but for in, book, force, wanted; takes_any
 * is said before eni_enrol. */
void eni_enrol_want(struct eni_enrolment *e);
/* Learns who is in the book, which is loaded now, and which ids the newcomers bring. */
void eni_enrol_learn(struct eni_enrolment *e, const struct eni_newcomer *all, size_t n);
/* 1: taken, its id is set; 0: stands there already; -1: set aside, reported.  The newcomer must stay. */
int eni_enrol(struct eni_enrolment *e, struct eni_newcomer *who);
void eni_enrol_free(struct eni_enrolment *e);

#endif
