/*
 * The telephone log at hand: the people of the book by their numbers, and the calls up to the moment as the operands have them, or
 * the book's own.  Room: cli.
 *
 *     eni_switchboard_open    people known, further columns may be asked for
 *     eni_switchboard_read    everything read; calls later than the moment, and by the rule below outside the period, are gone
 *
 * Whoever was spoken with by the journal counts as called back at that moment, under all their numbers in the log (decision 75).
 */
#ifndef ENI_CLI_SWITCHBOARD_H
#define ENI_CLI_SWITCHBOARD_H

#include "base/period.h"
#include "cli/command.h"
#include "phone/phonelog.h"
#include "phone/phones.h"
#include "who/recipient.h"

struct eni_switchboard {
	struct eni_run *run;
	struct eni_phones phones;
	struct eni_people people;
	struct eni_phonelog log;
	struct eni_period period;
	bool answers_stay; /* of calls outside the period only the missed ones go: who was called back later was called back */
};

/* Operands that are files are phone logs, others name people.  0, or -1 after eni_fail; eni_switchboard_close in every case. */
int eni_switchboard_open(struct eni_switchboard *s, struct eni_run *run);
/* For verbs that count all calls: operands are phone logs alone.  0 or -1 after eni_fail. */
int eni_switchboard_refuse_people(struct eni_run *run);
int eni_switchboard_read(struct eni_switchboard *s);
void eni_switchboard_close(struct eni_switchboard *s);

#endif
