/*
 * Reminders as a calendar file (RFC 5545).  Room: page.
 * Common phone calendars show all-day events and pass over to-dos, so events are the rule and to-dos an option.  Days are dates
 * without a zone: a reminder is due on the office's day wherever the phone is.
 *
 * - UID: id, rule and anchor (decision 12) and the office, in characters that may stand in a file name; the office as a number made
 *   from its name, so that two offices with the same ids do not meet in one calendar.
 * - DTSTART: the day it is due; an event that is late goes on through today, where a phone shows it.  A to-do has DUE instead.
 * - SEQUENCE: how often it was answered (decision 22).
 * - STATUS: CANCELLED (without an alarm) where the pass says that it is taken back.
 * - VALARM: last in its component, as some readers want it: at the due minute, else at `alarm`, of today for what is late.
 *
 * Nothing is written before the first reminder: an empty list is an empty file (decision 41).  Lines end in CRLF and are folded at
 * 75 octets, between characters and outside escapes (decision 81).  In texts line ends are kept; other controls, and bytes that are
 * no UTF-8, are written as eni_show does.  The same reminders and moment give the same bytes.
 */
#ifndef ENI_PAGE_ICS_H
#define ENI_PAGE_ICS_H

#include <stdio.h>

#include "rule/gate.h"

/* One reminder; its texts need only live through the call. */
struct eni_reminder {
	const struct eni_pass *pass; /* given by the gate; without one nothing is written */
	struct eni_str id, rule;     /* whom and why: two parts of the UID */
	struct eni_when anchor, due; /* anchor: third part of the UID, may be empty; due must be a day */
	uint32_t answers;
	int priority; /* 1 (high) to 3; 0: none */
	struct eni_str summary, description;
};

struct eni_ics {
	FILE *out;
	struct eni_str office; /* its name */
	struct eni_str title;  /* of the calendar */
	struct eni_when stamp; /* DTSTAMP: a moment */
	int32_t today;
	int32_t utc_minutes; /* the office's distance from UTC */
	int32_t alarm;       /* minute of the day */
	bool todo;
	size_t n; /* written so far */
};

/* Writes one, behind the head of the file when it is the first.  False without a pass: nothing was written. */
bool eni_ics_add(struct eni_ics *c, const struct eni_reminder *r);
/* Ends the file.  0, or -1 when the stream has an error. */
int eni_ics_end(struct eni_ics *c);

#endif
