/*
 * Shell completion out of a command's tables, as a script for bash, zsh or fish.  Room: cli.
 * Verbs, the options of the verb on the line, and values where they are few: formats, languages, the codes of an enumeration.
 * Everything else is completed as a file name.
 *
 * tsv: the tables themselves, for tests and other programs.  A header, then a line for each verb and option it takes: verb, option,
 * letter, argument, repeats (yes or nothing), values (parted by blanks; nothing where anything may stand).
 */
#ifndef ENI_CLI_COMPLETE_H
#define ENI_CLI_COMPLETE_H

#include "cli/command.h"

/* Writes it; shell: "bash", "zsh", "fish" or "tsv".  False: none of these. */
bool eni_complete(const struct eni_command *c, const char *shell, FILE *out);

#endif
