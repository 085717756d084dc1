/*
 * A life table: how many began to be watched, left and were lost from view, by stratum, group, cause and time.  Room: stat.
 * Integers only, one cell per distinct (stratum, group, cause, time): people are counted, never kept or sorted, and tables of
 * several offices add up to the table of all.  Every estimate (survival.h, incidence.h, logrank.h) is worked out from these
 * integers alone, so it does not matter how the people were dealt out.
 *
 * Conventions (enishi-decisions(7), FIGURES): times that differ by rounding alone are one; a stay is watched on entry < t <= exit;
 * whoever enters at 0 is at risk at 0 already; events come before censorings of the same time.
 */
#ifndef ENI_STAT_LIFE_H
#define ENI_STAT_LIFE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The cause of cells that hold no events: entries and censorings.  Causes are numbered from 1, groups from 0. */
enum { ENI_NO_CAUSE = 0 };

struct eni_life_cell {
	double time;
	uint32_t stratum, group, cause; /* stratum 0 where there is but one */
	int64_t entered, events, censored;
};

/* Zero-initialise; eni_life_free when done. */
struct eni_life {
	struct eni_life_cell *cell;
	size_t n, cap;
	uint32_t *slot; /* cell number + 1, by hash; 0: free */
	size_t n_slots; /* a power of two, or 0 */
};

void eni_life_free(struct eni_life *l);
/* Adds the counts of a cell to those there are. */
void eni_life_add(struct eni_life *l, const struct eni_life_cell *c);

/* A stay watched from `entry` (0: from its first day) to `exit`, ended by `cause` or, ENI_NO_CAUSE, lost from view. */
struct eni_life_stay {
	double entry, exit;
	uint32_t group, cause, stratum;
};
/* Counts it.  False, and nothing counted, when no time of it was watched: entry >= exit.  A stay of no length, from 0 to 0, does
 * count: it was seen to begin and to end. */
bool eni_life_count(struct eni_life *l, const struct eni_life_stay *s);

/* Gives groups and causes new numbers, group[old] and cause[old] (cause[ENI_NO_CAUSE] is ENI_NO_CAUSE), ties times
 * that differ by rounding alone, and sorts the cells by stratum, group, time and cause.  After the last add; what follows reads
 * only, and of a table with several strata, one stratum at a time. */
void eni_life_sort(struct eni_life *l, const uint32_t *group, const uint32_t *cause);
/* The part of a sorted table that is one stratum, perhaps empty: a view, not to be freed, which lives as long as the table. */
struct eni_life eni_life_stratum(const struct eni_life *l, uint32_t stratum);
/* Whether anybody is watched only from the first event or later: late entry, of which some methods know nothing. */
bool eni_life_late(const struct eni_life *l);
/* The times at which anyone left, in order; malloc'd, their number in *n. */
double *eni_life_event_times(const struct eni_life *l, size_t *n);

/* The stays of a group (those that entered), and its last time of leaving or being lost; NaN when there is none. */
int64_t eni_life_stays(const struct eni_life *l, uint32_t group);
double eni_life_last(const struct eni_life *l, uint32_t group);

/* What happens in a group at one time. */
struct eni_life_step {
	double time;
	int64_t at_risk, events, censored;
	const struct eni_life_cell *cell; /* all of that time, by cause */
	size_t n_cells;
};
/* A walk through a sorted table in the order of time. */
struct eni_life_walk {
	const struct eni_life_cell *at, *end;
	int64_t watched; /* entered before, and still there */
};
struct eni_life_walk eni_life_walk(const struct eni_life *l, uint32_t group);
/* The next time at which anyone left or was lost from view; false at the end. */
bool eni_life_next(struct eni_life_walk *w, struct eni_life_step *s);
/* What happens at `time`, which must not lie before the last one: perhaps nothing, but at_risk is always set. */
void eni_life_at(struct eni_life_walk *w, double time, struct eni_life_step *s);
/* With late entries a curve can fall deep while hardly anyone is watched yet.  Whether that happens in the group, and where
 * first: events among fewer than 20 at risk, of which there are twice as many later. */
bool eni_life_thin(const struct eni_life *l, uint32_t group, struct eni_life_step *where);
/* Events of that cause in the step. */
int64_t eni_life_events(const struct eni_life_step *s, uint32_t cause);

#endif
