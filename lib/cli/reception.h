/*
 * The reception: what the verbs of intake that answer people one by one have in common.  Room: cli.
 *
 *     eni_reception_open     the desk, labels, --where and the columns of -f; then the verb asks for its own columns
 *     eni_reception_load     everything read
 *     eni_reception_next     one person after the other, each with the tags at hand
 */
#ifndef ENI_CLI_RECEPTION_H
#define ENI_CLI_RECEPTION_H

#include "cli/desk.h"
#include "reception/labels.h"

struct eni_reception {
	struct eni_run *run;
	struct eni_desk desk;
	struct eni_labels labels;
	struct eni_print print;
	bool declined; /* whom we declined is answered, too; set after opening */
	uint32_t at;   /* the next client to look at */
};

/* by_client: a row is about one client, so that -f may name fields, too.  0 or -1 after eni_fail; eni_reception_close in every
 * case. */
int eni_reception_open(struct eni_reception *r, struct eni_run *run, const struct eni_offer *offer, size_t n, bool by_client);
int eni_reception_load(struct eni_reception *r);
/* The next client who is answered, in file order, with its tags made; ENI_NONE behind the last.  Operands choose them, else it is
 * whoever may still become a client: status inquiry, trial or empty (decision 25), and
 * where that was asked for whom we declined.  All must pass --where. */
uint32_t eni_reception_next(struct eni_reception *r);
void eni_reception_close(struct eni_reception *r);

#endif
