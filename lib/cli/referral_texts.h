/* The verbs of referral that write and judge texts.  Room: cli. */
#ifndef ENI_CLI_REFERRAL_TEXTS_H
#define ENI_CLI_REFERRAL_TEXTS_H

#include "cli/command.h"

int eni_verb_memo(struct eni_run *run);
int eni_verb_draft(struct eni_run *run);
int eni_verb_decline(struct eni_run *run);
int eni_verb_lint(struct eni_run *run);
int eni_verb_brochure(struct eni_run *run);
int eni_verb_sheet(struct eni_run *run);

#endif
