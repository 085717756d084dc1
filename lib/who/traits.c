/* The traits of people on file: see traits.h. */
#include "who/traits.h"

static const char *const fields[] = {[ENI_TRAIT_NAME] = "name",
    [ENI_TRAIT_KANA] = "kana",
    [ENI_TRAIT_ADDRESS] = "address",
    [ENI_TRAIT_PHONE] = "phone",
    [ENI_TRAIT_PHONE2] = "phone2",
    [ENI_TRAIT_FAMILY_PHONE] = "family_phone",
    [ENI_TRAIT_DECISION_PHONE] = "decision_phone",
    [ENI_TRAIT_BIRTH] = "birth"};
ENI_ROW_FOR_EACH(fields, ENI_TRAITS);

const char *
eni_trait_field(enum eni_kind kind, int trait)
{
	return kind == ENI_REFERRERS && trait == ENI_TRAIT_NAME ? "org" : fields[trait];
}

void
eni_traits_want(struct eni_trait_cols *c, struct eni_sheet *people)
{
	for (int i = 0; i < ENI_TRAITS; i++)
		c->at[i] = eni_sheet_want(people, eni_str_of(eni_trait_field(people->kind, i)), ENI_AS_RAW);
}

/* A day of birth that cannot be read is for others to report. */
static int32_t
birth_of(struct eni_str cell)
{
	struct eni_when w;

	return eni_when_parse(cell, &w, NULL) == 1 ? w.day : (int32_t)ENI_NODAY;
}

struct eni_traits
eni_traits_from(const struct eni_str cell[ENI_TRAITS])
{
	struct eni_traits t = {.name = cell[ENI_TRAIT_NAME],
	    .kana = cell[ENI_TRAIT_KANA],
	    .address = cell[ENI_TRAIT_ADDRESS],
	    .birth = birth_of(cell[ENI_TRAIT_BIRTH])};

	for (int i = 0; i < ENI_PHONE_CELLS; i++)
		t.phone[i] = cell[ENI_TRAIT_PHONE + i];
	return t;
}

struct eni_traits
eni_traits_of(const struct eni_trait_cols *c, const struct eni_sheet *people, size_t row)
{
	struct eni_str cell[ENI_TRAITS];

	for (int i = 0; i < ENI_TRAITS; i++)
		cell[i] = eni_sheet_text(people, c->at[i], row);
	return eni_traits_from(cell);
}
