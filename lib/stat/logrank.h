/*
 * The log-rank test: do groups leave at the same rate?  Room: stat.
 * Hypergeometric variance with the tie factor (n - d) / (n - 1); late entries are in the risk sets.  With strata, groups are
 * compared within each, and what was seen, expected and its variance are added up (Peto and Peto 1972).
 */
#ifndef ENI_STAT_LOGRANK_H
#define ENI_STAT_LOGRANK_H

#include "stat/life.h"
#include "stat/score.h"

/* Compares groups 0 .. n_groups - 1 of a sorted table within its strata 0 .. n_strata - 1. */
struct eni_comparison eni_logrank(const struct eni_life *l, uint32_t n_groups, uint32_t n_strata);

#endif
