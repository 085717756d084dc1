/*
 * Reminders to take back (decision 22): what the journal of the last 30 days answered.  Room: duty.
 * There is no memory of what was sent to a calendar, and none is needed: an answered task was one, and its id, rule and anchor (its
 * identity) follow from the records.
 *
 *   a rule counted from a date     the answers since that date, by rule or, where the row names none, by recipient
 *   from a visit or an incident    the contact that answered it
 *   from the start of a period     the answers of each period
 *   from the last contact          every real contact moves the anchor: the task counted from the contact before it
 *   a date promised by hand        the contact that kept it, or a later row that set another
 *   from a contact taken back      what was counted from it, and the date promised there
 *
 * Tasks that are due again (a monthly call) are not taken back: they carry a higher sequence.
 */
#ifndef ENI_DUTY_CANCELLED_REMINDERS_H
#define ENI_DUTY_CANCELLED_REMINDERS_H

#include "duty/plan.h"

enum { ENI_CANCELLED_DAYS = 30 };

/* Appends them as tasks whose pass is one of ENI_WAY_RECALL: due when they were, answers at least 1; in the order of the list.
 * live: all that is due, also what a filter keeps from the list at hand; it stays.  After eni_facts_want_recent with
 * ENI_CANCELLED_DAYS and eni_facts_gather; reads the journal once more, for those who have a row of the last days.  0 or -1 when
 * reading had to stop. */
int eni_cancelled_reminders(struct eni_plan *p, const struct eni_tasks *live, struct eni_tasks *out);

#endif
