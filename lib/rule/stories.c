/* Stories: see stories.h. */
#include "rule/stories.h"

#include "rule/facts.h"

void
eni_stories_want(struct eni_facts *f)
{
	f->stories.wanted = true;
	if (f->book->office.n_stories > 0)
		f->stories.consent_story = eni_sheet_want(&f->book->clients, ENI_S("consent_story"), ENI_AS_TYPED);
}

/* Of two records of one client both must agree. */
static enum eni_story_state
state_of(const struct eni_facts *f, uint32_t client)
{
	const struct eni_book *b = f->book;

	if (client == ENI_NONE || !eni_subject_is_client(b, client))
		return ENI_STORY_OF_NOBODY;
	for (; client != ENI_NONE; client = eni_subject_same(b, client)) {
		struct eni_standing s = eni_facts_standing(f, client);

		if (s.dead || s.mourned || eni_sheet_code(&b->clients, f->stories.consent_story, client) != ENI_YES_YES)
			return ENI_STORY_SILENT;
	}
	return ENI_STORY_TELLS;
}

void
eni_stories_settle(struct eni_facts *f)
{
	const struct eni_office *o = &f->book->office;

	if (!f->stories.wanted)
		return;
	f->stories.of = eni_arena_take(&f->arena, (o->n_stories + 1) * sizeof *f->stories.of);
	for (size_t i = 0; i < o->n_stories; i++) {
		uint32_t client = o->story[i].external ? (uint32_t)ENI_NONE : eni_book_find(f->book, o->story[i].of);

		f->stories.of[i] = (struct eni_story_subject){o->story[i].external ? ENI_STORY_TELLS : state_of(f, client), client};
	}
}

enum eni_story_state
eni_story_state(const struct eni_facts *f, size_t story)
{
	return f->stories.of[story].state;
}

struct telling {
	uint32_t subject, to, story;
};

static struct eni_str
key_of(const struct telling *t)
{
	return (struct eni_str){(const char *)t, sizeof *t};
}

void
eni_stories_note(struct eni_facts *f, uint32_t subject, int to, uint32_t story)
{
	const struct telling t = {subject, (uint32_t)to, story};

	eni_map_add(&f->stories.told, eni_arena_pack(&f->stories.keys, key_of(&t)), 0);
}

const struct eni_story *
eni_story_for(const struct eni_facts *f, uint32_t subject, int to)
{
	for (uint32_t i = 0; i < f->book->office.n_stories; i++) {
		const struct telling t = {subject, (uint32_t)to, i};

		if (eni_story_state(f, i) == ENI_STORY_TELLS && f->stories.of[i].client != subject &&
		    eni_map_get(&f->stories.told, key_of(&t)) == ENI_NONE)
			return &f->book->office.story[i];
	}
	return NULL;
}

void
eni_stories_free(struct eni_stories *s)
{
	eni_map_free(&s->told);
	eni_arena_free(&s->keys);
}
