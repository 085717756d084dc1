/*
 * A YAML document as a tree: settings, rules, words, and record files in YAML.  Room: form.
 * libyaml's events with what it does not check itself: depth (64), aliases, anchors, tags, duplicate keys, NUL, scalars over 1 MiB
 * are refused with line and column; more than one document too.  All scalars stay text.  libyaml's problems are put in words that
 * say what to write instead.
 */
#ifndef ENI_FORM_TREE_H
#define ENI_FORM_TREE_H

#include "base/diag.h"

enum eni_node_type { ENI_SCALAR, ENI_SEQ, ENI_MAP };

struct eni_node {
	enum eni_node_type type;
	bool quoted;            /* a scalar in quotes: "" differs from nothing */
	uint32_t line;          /* from 1 */
	struct eni_str text;    /* scalar */
	size_t n;               /* items of a seq, pairs of a map */
	struct eni_node **item; /* seq: items; map: values */
	struct eni_node **key;  /* map: keys (scalars) */
};

/* Parses UTF-8 bytes.  `file` is for messages and kept by pointer.  NULL after eni_fail (the whole document is unusable); an empty
 * document gives an empty map.  The tree and its texts live in the arena (the bytes may go). */
struct eni_node *eni_tree_parse(struct eni_arena *a, struct eni_str bytes, const char *file, struct eni_diag *d);

/* Reads the file (UTF-8, BOM allowed; at most 64 MiB) and parses it.  NULL after eni_fail. */
struct eni_node *eni_tree_read(struct eni_arena *a, const char *path, struct eni_diag *d);

/* The value of a key of a map, or NULL (also for NULL or no map). */
const struct eni_node *eni_node_get(const struct eni_node *map, const char *key);
/* The scalar's text; empty for NULL, seq or map. */
struct eni_str eni_node_text(const struct eni_node *node);

#endif
