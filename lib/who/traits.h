/*
 * The traits of people on file: which columns of the clients, or of the referrers, identify a person.  Room: who.
 */
#ifndef ENI_WHO_TRAITS_H
#define ENI_WHO_TRAITS_H

#include "book/book.h"
#include "who/duplicates.h"

enum {
	ENI_TRAIT_NAME,
	ENI_TRAIT_KANA,
	ENI_TRAIT_ADDRESS,
	ENI_TRAIT_PHONE,
	ENI_TRAIT_PHONE2,
	ENI_TRAIT_FAMILY_PHONE,
	ENI_TRAIT_DECISION_PHONE,
	ENI_TRAIT_BIRTH,
	ENI_TRAITS
};
/* The field of that trait; of referrers the organisation is the name. */
const char *eni_trait_field(enum eni_kind kind, int trait);

struct eni_trait_cols {
	size_t at[ENI_TRAITS];
};

/* Asks for the columns; before loading. */
void eni_traits_want(struct eni_trait_cols *c, struct eni_sheet *people);
/* Of cells in the order of eni_trait_field. */
struct eni_traits eni_traits_from(const struct eni_str cell[ENI_TRAITS]);
struct eni_traits eni_traits_of(const struct eni_trait_cols *c, const struct eni_sheet *people, size_t row);

#endif
