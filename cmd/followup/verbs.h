/*
 * The verbs of followup.  Room: cmd/followup.
 *
 * list     everything due by now, most urgent first; --ahead, --office and --all change what counts
 * merged   the tasks of a person joined per channel
 * stale    what is too late to be useful
 * facts    the derived fields rules can see
 * why      for one id: what every rule says, and what silenced it
 * show     for one id: everything the book knows, newest first
 * gaps     whom a rule would speak for if a field were filled, and findings about the book
 * expire   records past the time the office keeps them
 * rules    the rules in force as YAML, each with its origin
 * done     what was done becomes rows of the journal: ID:RULE... with channel and recipient of that rule's task; ID... --to
 *          --channel, a touch by hand; FILE or -, task rows, merged rows, or a filled-in excel list, row by row
 * undone   what was journalled last, about an id or in answer to a rule, is taken back by one more row
 *
 * Each takes the open run and gives 0, or -1 after eni_fail.
 */
#ifndef ENI_FOLLOWUP_VERBS_H
#define ENI_FOLLOWUP_VERBS_H

#include "cli/command.h"

int eni_verb_list(struct eni_run *run);
int eni_verb_merged(struct eni_run *run);
int eni_verb_stale(struct eni_run *run);
int eni_verb_facts(struct eni_run *run);
int eni_verb_why(struct eni_run *run);
int eni_verb_show(struct eni_run *run);
int eni_verb_gaps(struct eni_run *run);
int eni_verb_expire(struct eni_run *run);
int eni_verb_rules(struct eni_run *run);
int eni_verb_done(struct eni_run *run);
int eni_verb_undone(struct eni_run *run);

#endif
