/*
 * followup done: what was done becomes rows of the journal.  Room: cli.
 *   done ID:RULE...            channel and recipient of that rule's task
 *   done ID... --to --channel  a touch by hand
 *   done FILE | -              task rows, merged rows, or a filled-in excel list, row by row
 */
#ifndef ENI_CLI_DONE_H
#define ENI_CLI_DONE_H

#include "cli/desk.h"

int eni_verb_done(struct eni_run *run);

#endif
