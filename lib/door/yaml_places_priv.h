/* Where the values of a YAML file stand.  Room: door, seen only there. */
#ifndef ENI_DOOR_YAML_PLACES_PRIV_H
#define ENI_DOOR_YAML_PLACES_PRIV_H

#include "door/draft_priv.h"

struct eni_yaml_pair {
	struct eni_str key, value;
	size_t from, to; /* the value's bytes in the text, quotes and all */
	uint32_t line;
	bool simple; /* a value on one line, which can be replaced */
};

struct eni_yaml_item {
	uint32_t line;
	size_t from; /* of its first key */
	size_t indent;
	size_t first, n; /* pairs */
};

/* A file's records with their places; texts live in the arena. */
struct eni_yaml_list {
	struct eni_arena arena;
	struct eni_yaml_item *item;
	size_t items, item_cap;
	struct eni_yaml_pair *pair;
	size_t pairs, pair_cap;
	size_t dash;
};

/* Reads the draft's text; refuses what is not a block list of mappings.  0 or -1 after eni_fail; free it either way. */
int eni_yaml_list_read(const struct eni_edit *e, struct eni_yaml_list *l);
void eni_yaml_list_free(struct eni_yaml_list *l);

#endif
