/*
 * Where the life tables of survival and incidence come from: the stays of the book, any numeric table, or the partial counts of
 * several offices; and how such counts are written (decisions 29 and 31).  Room: cli.
 *
 * Options: --by FIELD, --since DAY (records begin: who came earlier is watched from there), --from N (landmark: late entry at N),
 * --winnable, --time COL --event COL [--entry COL], --partial, --merge.
 */
#ifndef ENI_CLI_CHURN_COUNTS_H
#define ENI_CLI_CHURN_COUNTS_H

#include "cli/command.h"
#include "stat/life.h"

/* Names numbered as they come; after gathering in the order of their bytes. */
struct eni_names {
	struct eni_map map;
	struct eni_str *name;
	size_t n, cap;
	uint32_t last; /* the one asked for last: lists often go by group */
};

struct eni_counts {
	struct eni_run *run;
	struct eni_life life;    /* sorted */
	struct eni_names group;  /* the values of --by; "all" without it */
	struct eni_names cause;  /* cause[k - 1] is cause number k */
	struct eni_str settings; /* the verb and what the counts depend on, as typed: "survival --by sex" */
	struct eni_str as_of;    /* the day up to which was looked */
	bool winnable;           /* death, facility and hospital were counted as lost from view */
	double from;             /* the landmark; 0: none */
	int32_t since;           /* records begin; ENI_NODAY: always have */
	size_t unwatched;        /* rows whose entry is their exit */
	size_t undated;          /* stays without a first or last day */
	struct eni_place first_undated;
};

/* 0, or -1 after eni_fail; eni_counts_free in every case. */
int eni_counts_gather(struct eni_counts *c, struct eni_run *run);
void eni_counts_free(struct eni_counts *c);

/* The group as people read it: counts that leave out what nobody can win are labelled so. */
struct eni_str eni_counts_label(struct eni_counts *c, size_t group);

/* Whose codes the groups are, to be shown as words; ENI_V_NONE: text. */
enum eni_vocab eni_counts_vocab(const struct eni_counts *c);
/* The group in the reader's words, for pictures, whose title says what was left out. */
struct eni_str eni_counts_word(const struct eni_counts *c, size_t group);

/* Writes the counts as rows verb,version,as_of,group,cause,time,entered,events,censored. */
int eni_counts_print(struct eni_counts *c);

#endif
