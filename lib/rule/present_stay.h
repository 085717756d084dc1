/*
 * The present stay, or the last one: where it begins and ends in the clients' own columns (decision 63).  Room: rule.
 * The list keeps one cell for each fact of a stay; what lies before the end of this one was written of an earlier one, and counts
 * as empty.
 */
#ifndef ENI_RULE_PRESENT_STAY_H
#define ENI_RULE_PRESENT_STAY_H

#include "book/book.h"

enum { ENI_FACTS_AFTER_A_STAY = 3 };

/* Columns of the clients. */
struct eni_present_stay {
	size_t status, start, end, decided, back;
	size_t after[ENI_FACTS_AFTER_A_STAY]; /* what can only follow the end: a discharge, a return, a rule put back */
};

/* Before loading. */
void eni_present_stay_want(struct eni_present_stay *p, struct eni_book *b);

/* Its first day and the first day out, as far as they are written: else ENI_NODAY, which no day lies before. */
int32_t eni_present_stay_began(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client);
int32_t eni_present_stay_ended(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client);
/* Whether what that column says is of an earlier stay. */
bool eni_is_of_earlier_stay(const struct eni_present_stay *p, const struct eni_book *b, size_t column, uint32_t client);
/* Whether the list has the day of a return from it, be it to come. */
bool eni_has_returned(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client);
/* Whether somebody who is here now was so on a day from `from` on and before `to`; of days that are not written it is believed. */
bool eni_was_here_between(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client, int32_t from, int32_t to);
/* Since when it is settled that the stay ends: decided_on or, of who has left or is to leave, the end.  ENI_NEVER: it is not.
 * field may be NULL: the field that says so, or "". */
struct eni_when eni_end_settled(const struct eni_present_stay *p, const struct eni_book *b, uint32_t client, const char **field);

#endif
