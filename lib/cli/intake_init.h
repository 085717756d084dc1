/*
 * intake init DIR: the first day of a book.  Room: cli.
 *   --kind      what the office is (day_service, visit_clinic, cm_office, nursing_home, home_help, or the word for it); wanted
 *   --country   jp or cn; cn where --lang is zh, else jp
 *   --lang      of comments and headers; that of the country
 * Makes DIR (0700) where it is missing, refuses it where anything stands in it, and writes, all or nothing and 0600: a commented
 * office.yaml and, with headers in that language and as Excel opens them (UTF-8, BOM, CRLF), clients.csv, contacts.csv,
 * referrers.csv and what the kind needs besides.  Says nothing but, on a terminal, what to do next.
 */
#ifndef ENI_CLI_INTAKE_INIT_H
#define ENI_CLI_INTAKE_INIT_H

#include "cli/command.h"

/* Opens no book: its row in the verb table is marked no_book. */
int eni_verb_init(struct eni_run *run);

#endif
