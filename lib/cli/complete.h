/*
 * Shell completion out of a command's tables, as a script for bash, zsh or fish.  Room: cli.
 * Verbs, options with their help, and values where they are few: formats, languages, the codes of an enumeration.  Everything else
 * is completed as a file name.
 */
#ifndef ENI_CLI_COMPLETE_H
#define ENI_CLI_COMPLETE_H

#include "cli/command.h"

/* Writes the script; false: no such shell. */
bool eni_complete(const struct eni_command *c, const char *shell, FILE *out);

#endif
