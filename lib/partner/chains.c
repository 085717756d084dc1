/* Chains: see chains.h. */
#include "partner/chains.h"

#include <stdlib.h>

/* The client whom this sender is, or ENI_NONE. */
static uint32_t
client_of(const struct eni_senders *s, uint32_t sender)
{
	uint32_t subject = sender == ENI_NONE ? (uint32_t)ENI_NONE : s->one[sender].subject;

	return subject != ENI_NONE && eni_subject_is_client(s->book, subject) ? subject : (uint32_t)ENI_NONE;
}

size_t
eni_chains_count(const struct eni_senders *s, const uint32_t *of_client, const bool *counts, size_t n_clients, int64_t *through)
{
	/* leaves first: a client is passed on to its sender once all it brought have been */
	uint32_t *waits = eni_realloc(NULL, (n_clients + 1) * sizeof *waits),
		 *ready = eni_realloc(NULL, (n_clients + 1) * sizeof *ready);
	int64_t *below = eni_realloc(NULL, (n_clients + 1) * sizeof *below);
	size_t n = 0, done = 0;

	memset(waits, 0, (n_clients + 1) * sizeof *waits);
	memset(below, 0, (n_clients + 1) * sizeof *below);
	memset(through, 0, s->n * sizeof *through);
	for (size_t c = 0; c < n_clients; c++)
		if (client_of(s, of_client[c]) != ENI_NONE)
			waits[client_of(s, of_client[c])]++;
	for (uint32_t c = 0; c < n_clients; c++)
		if (waits[c] == 0)
			ready[n++] = c;
	for (; done < n; done++) {
		uint32_t c = ready[done], up = client_of(s, of_client[c]);

		if (of_client[c] == ENI_NONE)
			continue;
		through[of_client[c]] += counts[c] + below[c];
		if (up == ENI_NONE)
			continue;
		below[up] += counts[c] + below[c];
		if (--waits[up] == 0)
			ready[n++] = up;
	}
	free(waits);
	free(ready);
	free(below);
	return n_clients - done;
}
