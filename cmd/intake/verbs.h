/*
 * The verbs of intake; add, which referral has too, is in cli/list_add.h.  Room: cmd/intake.
 * Each returns 0, or -1 after eni_fail.  The reports take --since and --until (both included), operands and --where.
 */
#ifndef ENI_INTAKE_VERBS_H
#define ENI_INTAKE_VERBS_H

#include "cli/agenda.h"

int eni_verb_check(struct eni_run *run);  /* what registration, assessment and plan still lack; --upto */
int eni_verb_brief(struct eni_run *run);  /* the receptionist's page; also -o text */
int eni_verb_match(struct eni_run *run);  /* packages, best first, and what they do not cover */
int eni_verb_accept(struct eni_run *run); /* the written acceptance criteria, every rule that spoke */

/* Client records out of any list, see cli/list_read.h; --map: see cli/list_map.h. */
int eni_verb_read(struct eni_run *run);
/* a,b,score,because: who may stand in the book twice. */
int eni_verb_dups(struct eni_run *run);

/*
 * init DIR: the first day of a book.
 *   --kind      what the office is (day_service, visit_clinic, cm_office, nursing_home, home_help, or the word for it); wanted
 *   --country   jp or cn; cn where --lang is zh, else jp
 *   --lang      of comments and headers; that of the country
 * Makes DIR (0700) where it is missing, refuses it where anything stands in it, and writes, all or nothing and 0600: a commented
 * office.yaml and, with headers in that language and as Excel opens them (UTF-8, BOM, CRLF), clients.csv, contacts.csv,
 * referrers.csv and what the kind needs besides.  Says nothing but, on a terminal, what to do next.
 * Opens no book: its row in the verb table is marked no_book.
 */
int eni_verb_init(struct eni_run *run);

/* step,entered,mean_minutes,budget,over,dropped,drop_percent of steps.csv, by started_at.
 * --by staff|staff_role: a further first column; --total: a further last row; --bottleneck: the worst step alone.
 * --each: id,step,outcome,day of every step of every visitor. */
int eni_verb_steps(struct eni_run *run);
/* stage,entered,percent,median_days,over,staff_changes of clients by inquiry_at.
 * --by hour|weekday: hour or weekday,entered,visited,signed. */
int eni_verb_funnel(struct eni_run *run);
/* focus (or the field of --field),count,percent of clients by inquiry_at. */
int eni_verb_focus(struct eni_run *run);
/* reason,count,percent of lost clients by inquiry_at. */
int eni_verb_lost(struct eni_run *run);
/* kind,item,count,mean of surveys by at; with -f low,high.  --by staff: staff in front, limits behind. */
int eni_verb_ratings(struct eni_run *run);

/*
 * The call-back list: number,kind,id,tries,first,last,name,say, and by -f also due: the next moment the contact hours allow a call.
 * Operands that are files are phone logs (phone/phonelog.h); without any, the book's own calls.  Operands that are ids choose who
 * is listed.  The list is printed at any hour, to be read in the morning; with --now it is empty outside the contact
 * hours.
 *
 * --by hour      hour,calls,missed,new_missed,anonymous_missed,mon..sun: incoming calls of each hour of the day; missed of them,
 *                by first-time callers, without a number; and the missed ones by weekday
 * --by weekday   weekday,calls,missed,new_missed,anonymous_missed
 * --since, --until   only calls of these days (or from and up to a moment), for the list and for the tables
 *
 * The command's option table must have by, now, since and until.
 */
int eni_verb_calls(struct eni_run *run);
extern const struct eni_agenda eni_calls_agenda; /* how -o ics words the list */

#endif
