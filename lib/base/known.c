/* What was worked out before: see known.h. */
#include "base/known.h"

#include <pthread.h>

enum { MOST = 1 << 16 };

static pthread_mutex_t knowing = PTHREAD_MUTEX_INITIALIZER;

bool
eni_known_get(struct eni_known *k, struct eni_str text, void *value, size_t size)
{
	uint32_t at;

	pthread_mutex_lock(&knowing);
	at = eni_map_get(&k->by_text, text);
	if (at != ENI_NONE)
		memcpy(value, k->value + at * size, size);
	pthread_mutex_unlock(&knowing);
	return at != ENI_NONE;
}

void
eni_known_put(struct eni_known *k, struct eni_str text, const void *value, size_t size)
{
	pthread_mutex_lock(&knowing);
	if (k->n < MOST && eni_map_get(&k->by_text, text) == ENI_NONE) {
		k->value = eni_grow(k->value, &k->cap, k->n + 1, size);
		memcpy(k->value + k->n * size, value, size);
		eni_map_add(&k->by_text, eni_arena_keep(&k->texts, text), (uint32_t)k->n++);
	}
	pthread_mutex_unlock(&knowing);
}
