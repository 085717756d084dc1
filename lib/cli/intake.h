/*
 * The verbs of intake that answer people one by one.  Room: cli.  Each: 0, or -1 after eni_fail.
 */
#ifndef ENI_CLI_INTAKE_H
#define ENI_CLI_INTAKE_H

#include "cli/command.h"

int eni_verb_check(struct eni_run *run);  /* what registration, assessment and plan still lack; --upto */
int eni_verb_brief(struct eni_run *run);  /* the receptionist's page; also -o text */
int eni_verb_match(struct eni_run *run);  /* packages, best first, and what they do not cover */
int eni_verb_accept(struct eni_run *run); /* the written acceptance criteria, every rule that spoke */

#endif
