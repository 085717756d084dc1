/*
 * People's worth at the desk: opened as lists of people are, with the terms of the options and the groups of --like.  Room:
 * cmd/ltv.
 *
 *     eni_valuing_open    people known; the verb resolves -f and --where and asks for its own columns
 *     eni_valuing_load    everything read; eni_worth_of answers
 */
#ifndef ENI_LTV_VALUING_H
#define ENI_LTV_VALUING_H

#include "cli/desk.h"
#include "cli/grouping.h"
#include "cmd/ltv/terms.h"

struct eni_valuing {
	struct eni_run *run;
	struct eni_desk desk;
	struct eni_worth worth;
	struct eni_grouping like; /* --like: whose stays a person's are compared with */
	struct eni_str *like_name;
	uint32_t *like_of; /* per client */
	size_t n_like, cap_like;
};

/* operands: the run's operands choose people.  Then the verb prepares what it prints, and resolves --where.  0, or -1 after
 * eni_fail; eni_valuing_close in every case. */
int eni_valuing_open(struct eni_valuing *v, struct eni_run *run, bool operands);
int eni_valuing_load(struct eni_valuing *v);
/* The worth of a client; what does not fit is eni_fail, -1. */
int eni_valuing_of(struct eni_valuing *v, uint32_t client, struct eni_worth_one *one);
/* Whether its ltv is known: everything that counts for it. */
bool eni_valuing_known(const struct eni_worth_one *one);
/* On what the expectation rests: "km=all stays=84 ended=60", "months=18", "left", "-". */
struct eni_str eni_valuing_basis(struct eni_valuing *v, struct eni_print *p, const struct eni_worth_one *one);
/* Says once what kept people from being valued: how many, and which setting would help. */
struct eni_unvalued {
	size_t price, rest;
};
void eni_unvalued_note(struct eni_unvalued *u, const struct eni_worth_one *one);
void eni_unvalued_report(const struct eni_unvalued *u, struct eni_run *run);
void eni_valuing_close(struct eni_valuing *v);

#endif
