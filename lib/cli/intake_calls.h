/*
 * intake calls: whom to call back, and when calls are missed.  Room: cli.
 */
#ifndef ENI_CLI_INTAKE_CALLS_H
#define ENI_CLI_INTAKE_CALLS_H

#include "cli/print.h"

/*
 * The call-back list: number,kind,id,tries,first,last,name,say, and by -f also due: the next moment the contact hours allow a call.
 * Operands that are files are phone logs (book/phonelog.h); without any, the book's own calls.  Operands that are ids choose who is
 * listed.  The list is printed at any hour, for somebody reads it in the morning; with --now it is empty outside the contact hours.
 *
 * --by hour      hour,calls,missed,new_missed,anonymous_missed,mon..sun: incoming calls of each hour of the day; missed of them,
 *                by first-time callers, without a number; and the missed ones by weekday
 * --by weekday   weekday,calls,missed,new_missed,anonymous_missed
 * --since, --until   only calls of these days (or from and up to a moment), for the list and for the tables
 *
 * The command's option table must have by, now, since and until.
 */
int eni_verb_calls(struct eni_run *run);

#endif
