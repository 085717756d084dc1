/*
 * --map: the page that says how lists are read, before anything is done with them.  Room: cli.
 * All of it is YAML: what is to be read stands in comments, and what is sure and of use in office.yaml as its keys; what is guessed
 * is a comment with a ?.  So the whole page can be added to office.yaml as it stands, and the next one is shorter.
 */
#ifndef ENI_CLI_LIST_MAP_H
#define ENI_CLI_LIST_MAP_H

#include "cli/command.h"

/* Prints the page for the operands (standard input where there are none).  Of which kind they are say their names or columns
 * (eni_look_kind), but for referrers where the verb takes these alone.  0, or -1 after eni_fail. */
int eni_verb_map(struct eni_run *run);

#endif
