/*
 * Concentration: for each service the corporation that gives most of the care plans (特定事業所集中減算).  Room: partner.
 * Judged over half a year, March to August and September to February; more than 80 % for one corporation is too much, exactly 80 %
 * is not.  A row without a month belongs to the half-year at hand.  The rule counts four services; others have their shares, too.
 */
#ifndef ENI_PARTNER_SHARES_H
#define ENI_PARTNER_SHARES_H

#include "base/period.h"
#include "base/ratio.h"
#include "book/book.h"
#include "book/unknown_word.h"

struct eni_share {
	struct eni_str service; /* as the book writes it first */
	struct eni_str corp;    /* who has the most; of equals the first by bytes */
	int64_t plans, top;     /* times ENI_NUM_SCALE, as the sheet may count halves */
	bool counted;           /* the rule is about it: decision 78 */
};

struct eni_shares {
	struct eni_arena arena;
	struct eni_unknown_words unknown;
	struct eni_map by_service, by_corp; /* of all; by_corp: service and corporation */
	struct eni_share *one;              /* in the order of the services' bytes */
	size_t n, cap;
	struct eni_given_plans {
		uint32_t service;
		struct eni_str corp;
		int64_t plans;
	} * given;
	size_t n_given, cap_given;
};

/* The half-year whose report comes next on that day, from its first day up to its last: reports are due on the 15th of the month
 * behind it. */
struct eni_period eni_half_year_due(int32_t day);
/* Reads the plans of those months.  Zero-initialise.  1: the book has no plans file; 0; -1 after eni_fail.  Rows that cannot be
 * used are set aside. */
int eni_shares_read(struct eni_shares *s, struct eni_book *b, const struct eni_period *months);
void eni_shares_free(struct eni_shares *s);

#endif
