/*
 * The verbs of referral: who sends us people, and what do we owe them?  Room: cmd/referral.
 * Reports take --since and --until (both included); operands and --where choose among the referrers.  Each: 0, or -1 after
 * eni_fail.
 */
#ifndef ENI_REFERRAL_VERBS_H
#define ENI_REFERRAL_VERBS_H

#include "cli/agenda.h"

/* id,org,person,kind,channel,via,last_contact,next: the outreach list; --by kind: how many partners of each kind. */
int eni_verb_outreach(struct eni_run *run);
extern const struct eni_agenda eni_outreach_agenda; /* how -o ics words the list */
/* id,served,troubled,percent; --by accepted; --total.  --rate, a file of its own:
 * kind,count,clients,client_days,per_1000_days,low,high of all incidents. */
int eni_verb_trouble(struct eni_run *run);
int eni_trouble_rate(struct eni_run *run);
/* id,contacts,ours,theirs,percent. */
int eni_verb_load(struct eni_run *run);
/* id,contacts,referred,active,contacts_per_referral,ltv; --by kind. */
int eni_verb_score(struct eni_run *run);
/* service,plans,corp,top,percent,verdict. */
int eni_verb_share(struct eni_run *run);
/* capacity,person,phone; --by weekday: weekday,free. */
int eni_verb_capacity(struct eni_run *run);

/* Texts that are written and judged. */
int eni_verb_memo(struct eni_run *run);
int eni_verb_draft(struct eni_run *run);
int eni_verb_decline(struct eni_run *run);
int eni_verb_lint(struct eni_run *run);
int eni_verb_brochure(struct eni_run *run);
int eni_verb_sheet(struct eni_run *run);

#endif
