/*
 * Records out of any list, as intake read and the two verbs add take them in.  Room: cli.
 */
#ifndef ENI_CLI_LIST_READ_H
#define ENI_CLI_LIST_READ_H

#include "cli/desk.h"
#include "reception/intake.h"

/* Records that come in, ready to be read and printed: the desk with its rules, but none of the book's own people.  Of the kind the
 * command is about: clients, or referrers (referral add). */
struct eni_reading {
	struct eni_desk desk;
	struct eni_labels labels;
	struct eni_intake in;
	struct eni_print print; /* its offers are the columns of `in` */
	bool made;              /* --from clients: nothing is read */
};

/* --kind: what referrers are whose list does not say it, of ENI_V_REFERRER_KIND; *kind stays where it is not given.  0 or -1. */
int eni_reading_kind(struct eni_run *run, int *kind);
/* Opens the operands (standard input where there are none).  0 or -1 after eni_fail; eni_reading_close in both cases. */
int eni_reading_open(struct eni_reading *r, struct eni_run *run);
/* The next record that passes --where: 1, 0 at the end, -1. */
int eni_reading_next(struct eni_reading *r);
void eni_reading_close(struct eni_reading *r);

#endif
