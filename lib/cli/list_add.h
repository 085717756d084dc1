/*
 * add, of intake and of referral: records out of any list appended to the book.  Room: cli.
 */
#ifndef ENI_CLI_LIST_ADD_H
#define ENI_CLI_LIST_ADD_H

#include "cli/command.h"

/* Appends the records of the operands (standard input where there are none) to the file of the verb's main kind and prints the rows
 * added; probable duplicates are held back unless --force is given.  0, or -1 after eni_fail. */
int eni_verb_add(struct eni_run *run);

#endif
