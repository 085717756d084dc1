/*
 * One line on the terminal while work takes longer than a second.  Room: cli.
 */
#ifndef ENI_CLI_PROGRESS_H
#define ENI_CLI_PROGRESS_H

#include "base/diag.h"

/* Watches what is read when standard error is a terminal; otherwise nothing. */
void eni_progress_watch(struct eni_diag *d);
/* Takes the line off again, before anything else is written. */
void eni_progress_end(struct eni_diag *d);

#endif
