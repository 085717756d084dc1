/*
 * Gray's test: do groups differ in how many leave for one cause in the end, other causes competing?  Room: stat.
 * It compares the hazards of the incidence (of leaving for that cause, among those who have not done so, whatever else became of
 * them), with rho = 0 and the variance of cmprsk::cuminc (Gray 1988).  Its risk sets weigh who is watched by the share that the
 * others would still be, which presupposes that all were watched from the beginning: a table with late entries (eni_life_late)
 * has no such test.
 */
#ifndef ENI_STAT_GRAY_H
#define ENI_STAT_GRAY_H

#include "stat/life.h"
#include "stat/score.h"

/* Compares groups 0 .. n_groups - 1 of a sorted table as to a cause, within its strata 0 .. n_strata - 1. */
struct eni_comparison eni_gray(const struct eni_life *l, uint32_t cause, uint32_t n_groups, uint32_t n_strata);

#endif
