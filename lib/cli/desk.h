/*
 * The desk a verb works at: the book opened with its rules, calendars and facts, in the one order that works.  Room: cli.
 *
 *     eni_desk_open      headers known, rules read and resolved, columns of people asked for
 *     (the verb asks for its own columns, --where and -f are resolved)
 *     eni_desk_load      everything read, facts gathered
 */
#ifndef ENI_CLI_DESK_H
#define ENI_CLI_DESK_H

#include "cli/print.h"
#include "cli/task_words.h"

struct eni_desk {
	struct eni_run *run;
	struct eni_rules rules;
	struct eni_almanac *almanac;
	struct eni_facts facts;
	struct eni_people people;
	struct eni_plan plan;
	struct eni_match *where;
	size_t n_where;
	const struct eni_field *own; /* columns of the verb's own that --where may name: set before eni_desk_where */
	size_t n_own;
	struct eni_texts texts; /* for people: eni_desk_words */
};

/* The first part of it alone: the people's files and the operands, their headers known.  0 or -1 after eni_fail. */
int eni_desk_people(struct eni_run *run, bool operands);
/* operands: the run's operands choose who is answered (of the command's main kind).  0 or -1 after eni_fail.  eni_desk_close in
 * every case. */
int eni_desk_open(struct eni_desk *d, struct eni_run *run, bool operands);
/* The same for verbs that label people and owe them nothing (intake): see eni_facts_prepare_labels.  A record without a status
 * counts as an inquiry (decision 25). */
int eni_desk_open_labels(struct eni_desk *d, struct eni_run *run);
/* The same without any rules: people, calendars and facts, for lists of people (-f, --where and derived fields work). */
int eni_desk_open_facts(struct eni_desk *d, struct eni_run *run, bool operands);
/* Resolves --where: the verb's own columns (source ENI_FROM_OWN, `column` their number) before fields; both: as in
 * eni_facts_resolve.  Before loading. */
int eni_desk_where(struct eni_desk *d, bool both);
int eni_desk_load(struct eni_desk *d);
/* Reads the words in which people are told, where people read the output.  0 or -1 after eni_fail. */
int eni_desk_words(struct eni_desk *d);
/* Those words; after eni_desk_words. */
struct eni_wording eni_desk_wording(const struct eni_desk *d);
void eni_desk_close(struct eni_desk *d);

/* Whether a subject passes all --where matchers on fields (those on its own columns are the verb's). */
bool eni_desk_passes(struct eni_desk *d, uint32_t subject);
/* Whether a client who was asked for lives; for the dead nothing is prepared or offered, which is reported. */
bool eni_desk_lives(struct eni_desk *d, uint32_t client);

#endif
