/*
 * Stories: whom the office's stories are about, whether they may be told, and to whom they were (decision 62).  Room: rule.
 * A story is told while the client whose it is consents and lives, whoever hears it, and to a reader once: somebody on file and
 * the recipient.
 */
#ifndef ENI_RULE_STORIES_H
#define ENI_RULE_STORIES_H

#include "base/map.h"
#include "book/office.h"

enum eni_story_state {
	ENI_STORY_TELLS,
	ENI_STORY_OF_NOBODY, /* whose it is is no client on file, or more than one */
	ENI_STORY_SILENT     /* who has not consented, has died, or of whom a death is noted */
};

struct eni_stories {
	bool wanted;          /* a rule in force tells them */
	size_t consent_story; /* client column */
	/* Per story of the office; NULL until the journal was read. */
	struct eni_story_subject {
		enum eni_story_state state;
		uint32_t client; /* ENI_NONE: nobody on file */
	} * of;
	struct eni_map told; /* subject, recipient and story */
	struct eni_arena keys;
	uint32_t missing; /* how many readers none is left for: eni_plan_tasks */
};

struct eni_facts;

/* Before loading. */
void eni_stories_want(struct eni_facts *f);
/* Once the journal was read. */
void eni_stories_settle(struct eni_facts *f);
enum eni_story_state eni_story_state(const struct eni_facts *f, size_t story);
void eni_stories_note(struct eni_facts *f, uint32_t subject, int to, uint32_t story);
/* The first story of the office that may be told, was not told to that reader and is not their own; NULL: none. */
const struct eni_story *eni_story_for(const struct eni_facts *f, uint32_t subject, int to);
void eni_stories_free(struct eni_stories *s);

#endif
