/*
 * The private people of a client's record, and which of its telephone numbers is whose: a number is never dialled for anybody but
 * the person it belongs to.  Room: rec.
 */
#ifndef ENI_REC_HOUSEHOLD_H
#define ENI_REC_HOUSEHOLD_H

#include "base/name.h"

/* Cells of one record, names bare; what is not said is empty. */
struct eni_household {
	struct eni_str client, family, relation, decision_maker;
};

enum eni_whose {
	ENI_CLIENT_SELF,
	ENI_THE_RELATIVE, /* whom the fields of the family are about */
	ENI_SOMEBODY_ELSE,
	ENI_NOBODY_NAMED,
	ENI_WHOSE
};
/* Who decides.  f: as base/name.h has it.  Whoever is not the client is the relative where no relative is named. */
enum eni_whose eni_household_decides(struct eni_name_fold *f, const struct eni_household *h);
/* Their name: of 本人, 家族 and the relative's relation (長女) that of whom it means. */
struct eni_str eni_household_decider(const struct eni_household *h);

/* Somebody of the household as a remark beside a number may name them (長女 恵子): by name, by relation, or both. */
struct eni_member {
	struct eni_str name, relation;
};
/* The first number of a cell that a remark gives to this member; empty: none. */
struct eni_str eni_number_marked(struct eni_name_fold *f, struct eni_str cell, const struct eni_member *who);
/* What a cell says of the owner of one of its numbers (長女 恵子), without brackets and what is said of the telephone; part of the
 * cell. False where the number, by its digits, is not in the cell. */
bool eni_number_remark(struct eni_str cell, struct eni_str digits, struct eni_str *remark);
/* The first number of the member's own cell that no remark gives to another; of a cell without a number the cell. */
struct eni_str eni_number_own(struct eni_name_fold *f, struct eni_str cell, const struct eni_member *who);

#endif
