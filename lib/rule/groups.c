/* Groups: see groups.h. */
#include "rule/groups.h"

#include <stdlib.h>

#include "book/sheet.h"

static uint32_t
group_of_word(struct eni_groups *g, size_t rule, struct eni_str word, bool alone)
{
	struct eni_buf key = {0};
	uint32_t at;

	eni_buf_printf(&key, "%zu%c%.*s", rule, alone ? '=' : ' ', (int)word.n, word.p);
	at = eni_map_get(&g->by_key, eni_buf_str(&key));
	if (at == ENI_NONE) {
		at = (uint32_t)g->n;
		g->group = eni_grow(g->group, &g->cap, g->n + 1, sizeof *g->group);
		g->group[g->n++] = (struct eni_group){.rule = (uint16_t)rule,
		    .since = ENI_PACKED_NONE,
		    .last = ENI_PACKED_NONE,
		    .anchor = ENI_NEVER,
		    .first = ENI_NONE,
		    .speaker = ENI_NONE};
		eni_map_add(&g->by_key, eni_arena_pack(&g->keys, eni_buf_str(&key)), at);
	}
	eni_buf_free(&key);
	return at;
}

/* The latest stand first; of equally late ones the one that came first. */
static void
link_member(struct eni_groups *g, uint32_t new)
{
	struct eni_member *m = &g->member[new];
	uint32_t *at = &g->group[m->group].first;

	while (*at != ENI_NONE && !eni_before(g->member[*at].anchor, m->anchor))
		at = &g->member[*at].next_of_group;
	m->next_of_group = *at;
	*at = new;
	m->next_of_client = g->of[m->client];
	g->of[m->client] = new;
}

void
eni_groups_open(struct eni_groups *g, size_t clients)
{
	g->clients = clients;
	g->of = eni_realloc(NULL, (clients + 1) * sizeof *g->of);
	for (size_t i = 0; i < clients; i++)
		g->of[i] = ENI_NONE;
}

void
eni_groups_join(struct eni_groups *g, size_t rule, struct eni_str word, bool alone, uint32_t client, struct eni_when anchor)
{
	uint32_t at = group_of_word(g, rule, word, alone);

	g->member = eni_grow(g->member, &g->cap_members, g->n_members + 1, sizeof *g->member);
	g->member[g->n_members] = (struct eni_member){.client = client, .group = at, .anchor = anchor};
	link_member(g, (uint32_t)g->n_members++);
	g->group[at].members++;
	g->group[at].anchor = g->member[g->group[at].first].anchor;
}

const struct eni_group *
eni_group_of(const struct eni_groups *g, uint32_t client, size_t rule)
{
	const struct eni_group *found = NULL;

	for (uint32_t m = client < g->clients ? g->of[client] : ENI_NONE; m != ENI_NONE; m = g->member[m].next_of_client) {
		const struct eni_group *group = &g->group[g->member[m].group];

		if (group->rule == rule && (found == NULL || group->speaker == client))
			found = group;
	}
	return found;
}

void
eni_groups_free(struct eni_groups *g)
{
	free(g->group);
	free(g->member);
	free(g->of);
	eni_map_free(&g->by_key);
	eni_arena_free(&g->keys);
	*g = (struct eni_groups){0};
}
