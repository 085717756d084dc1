/*
 * Groups: a rule with one_per speaks once for all clients with the same word in a field, as one review of a house rule stands for
 * everybody who left over it (decision 64).  Room: rule.
 * It counts from the latest of their anchors, is answered under any of their ids, and listed under that of the latest who lives and
 * is still away.
 */
#ifndef ENI_RULE_GROUPS_H
#define ENI_RULE_GROUPS_H

#include "base/day.h"
#include "base/map.h"
#include "base/mem.h"

struct eni_group {
	uint16_t rule;
	uint16_t count;      /* of its answers */
	int32_t since, last; /* packed: answers count from here on; the latest of them */
	struct eni_when anchor;
	uint32_t first; /* its latest member */
	uint32_t members;
	uint32_t speaker; /* the client under whose id it is listed; ENI_NONE: nobody is left to win back */
};

/* A client may be in several groups of one rule, having left over two house rules at once. */
struct eni_member {
	uint32_t client, group;
	uint32_t next_of_group, next_of_client; /* ENI_NONE: the last */
	struct eni_when anchor;
};

struct eni_groups {
	struct eni_group *group; /* in the order of their first members */
	size_t n, cap;
	struct eni_member *member;
	size_t n_members, cap_members;
	size_t clients;
	uint32_t *of; /* per client: the first membership, or ENI_NONE; NULL: there are no groups */
	struct eni_map by_key;
	struct eni_arena keys;
};

/* clients: how many there are.  Before the first joins. */
void eni_groups_open(struct eni_groups *g, size_t clients);
/* Under that word; alone: a group of its own, which no word joins. */
void eni_groups_join(struct eni_groups *g, size_t rule, struct eni_str word, bool alone, uint32_t client, struct eni_when anchor);
/* A group of a rule that a client is in, the one for which they speak before others; or NULL. */
const struct eni_group *eni_group_of(const struct eni_groups *g, uint32_t client, size_t rule);
void eni_groups_free(struct eni_groups *g);

#endif
