/*
 * What it cost to win a client: --cost, else the setting ltv.cost; one amount for all, or by a field of the clients.  Room:
 * cmd/ltv.
 */
#ifndef ENI_LTV_COST_H
#define ENI_LTV_COST_H

#include "cli/desk.h"

/* Zero-initialise. */
struct eni_costs {
	bool asked;    /* there is an option or a setting */
	int64_t usual; /* of everybody who has none of their own, in minor units; -1: not known */
	struct eni_cost_of {
		struct eni_match *whom; /* the facts know it by its address */
		int64_t cost;
	} * of;
	size_t n, cap;
};

/* Reads them.  desk: opened, not yet loaded; NULL: only one amount for all makes sense.  0, or -1 after eni_fail; eni_costs_free in
 * every case. */
int eni_costs_read(struct eni_costs *c, struct eni_run *run, struct eni_desk *desk);
/* Of one client, in minor units: the first that fits; -1: not known.  After loading. */
int64_t eni_costs_of(const struct eni_costs *c, struct eni_desk *desk, uint32_t client);
void eni_costs_free(struct eni_costs *c);

#endif
