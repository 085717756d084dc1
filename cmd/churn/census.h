/*
 * Where the life tables of survival and incidence come from: the stays of the book, any numeric table, or the partial counts of
 * several offices; and how such counts are written (decisions 29 and 31).  Room: cmd/churn.
 *
 * Options: --by FIELD, --strata FIELD, --since DAY (records begin: who came earlier is watched from there), --from N (landmark:
 * late entry at N),
 * --winnable, --time COL --event COL [--entry COL], --partial, --merge.
 */
#ifndef ENI_CHURN_CENSUS_H
#define ENI_CHURN_CENSUS_H

#include "cli/command.h"
#include "stat/life.h"

/* Names numbered as they come; after gathering in the order of their bytes. */
struct eni_names {
	struct eni_map map;
	struct eni_str *name;
	size_t n, cap;
	uint32_t last; /* the one asked for last: lists often go by group */
};

struct eni_census {
	struct eni_run *run;
	struct eni_life life;     /* sorted */
	struct eni_names group;   /* the values of --by; "all" without it */
	struct eni_names stratum; /* the values of --strata as they came; none without it */
	struct eni_names cause;   /* cause[k - 1] is cause number k */
	struct eni_str settings;  /* the verb and what the counts depend on, as typed: "survival --by sex" */
	struct eni_str as_of;     /* the day up to which was looked */
	bool days;                /* times are days, and not what a table counts in */
	bool winnable;            /* reasons with ENI_IS_UNWINNABLE were counted as lost from view */
	double from;              /* the landmark; 0: none */
	int32_t since;            /* records begin; ENI_NODAY: always have */
	size_t unwatched;         /* rows whose entry is their exit */
	size_t undated;           /* stays without a first or last day */
	struct eni_place first_undated;
};

/* Everything counted as the options say.  0, or -1 after eni_fail; eni_census_free in every case. */
int eni_census_gather(struct eni_census *c, struct eni_run *run);
void eni_census_free(struct eni_census *c);

/* For a verb that counts by itself: the settings read (0, or -1 after eni_fail), stays counted, all put in order. */
int eni_census_open(struct eni_census *c, struct eni_run *run);
/* The numbers of a group and of a stratum ("-" where they have no name) and of a cause; new ones are kept. */
uint32_t eni_census_group(struct eni_census *c, struct eni_str name);
uint32_t eni_census_stratum(struct eni_census *c, struct eni_str name);
uint32_t eni_census_cause(struct eni_census *c, struct eni_str name);
/* Whether the settings, here or where the counts were made, name an option, as " --time ". */
bool eni_census_counted_with(const struct eni_census *c, struct eni_str option);
/* Counts one stay, watched from the landmark on.  False when its own entry left nothing to watch. */
bool eni_census_take(struct eni_census *c, struct eni_life_stay s);
void eni_census_sort(struct eni_census *c);

/* The two other ways of counting: the table that is the operand, and the counts that are (after which eni_census_check says whether
 * rows are missing: all who entered must have left or been lost from view).  0, or -1 after eni_fail. */
int eni_census_table(struct eni_census *c);
int eni_census_merge(struct eni_census *c);
int eni_census_check(struct eni_census *c);

/* The group as people read it: counts of winnable leaving alone are labelled so. */
struct eni_str eni_census_label(struct eni_census *c, size_t group);

/* Whose codes the groups are, to be shown as words; ENI_V_NONE: text. */
enum eni_vocab eni_census_vocab(const struct eni_census *c);
/* The group in the reader's words, for pictures, whose title says what was left out. */
struct eni_str eni_census_word(const struct eni_census *c, size_t group);

/* Writes the counts as rows verb,version,as_of,group,cause,time,entered,events,censored. */
int eni_census_print(struct eni_census *c);

#endif
