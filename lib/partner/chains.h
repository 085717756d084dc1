/*
 * Chains of word of mouth: how many people came through a sender, directly or through those they brought.
 * Room: partner.
 */
#ifndef ENI_PARTNER_CHAINS_H
#define ENI_PARTNER_CHAINS_H

#include "partner/senders.h"

/*
 * of_client: each client's sender, or ENI_NONE; counts: whether the client is one of those counted.  Replaces through[0..n_senders)
 * by the number of counted clients who came through that sender.  Returns how many clients bring one another in a circle; no count
 * passes a circle.  One step per client.
 */
size_t eni_chains_count(
    const struct eni_senders *s, const uint32_t *of_client, const bool *counts, size_t n_clients, int64_t *through);

#endif
