/*
 * A YAML document as a tree, see tree.h: libyaml cuts the text into events, this file builds nodes from them and refuses
 * what libyaml would let through (depth, aliases, anchors, tags, doubled keys, NUL, endless scalars and files of nothing but
 * nodes).
 * The refusals stand on the events, before anything grows: a bomb of brackets or aliases costs nothing.
 */
#include "form/tree.h"

#include <stdlib.h>
#include <yaml.h>

#include "base/map.h"
#include "form/reader.h"

enum { DEPTH_MAX = 64, SCALAR_MAX = 1024 * 1024, FILE_MAX = 64 * 1024 * 1024, FEW_KEYS = 32 };
enum { NODES_MAX = 4000000 }; /* about 100 bytes each */

/* A collection that is still open: its node, and where its children begin among the waiting ones. */
struct level {
	struct eni_node *node;
	size_t first;
};

struct build {
	struct eni_arena *arena;
	struct eni_str bytes;
	const char *file;
	struct eni_diag *diag;
	struct level level[DEPTH_MAX];
	size_t depth;
	size_t nodes;
	struct eni_node **waiting; /* finished children of open collections */
	size_t n, cap;
	struct eni_node *root;
	unsigned documents;
};

static struct eni_place
place_of(const struct build *b, yaml_mark_t mark)
{
	return eni_at(b->file, (uint32_t)mark.line + 1);
}

static int
refuse(const struct build *b, yaml_mark_t mark, const char *what)
{
	return eni_fail(b->diag, place_of(b, mark), NULL, "column %lu: %s", (unsigned long)mark.column + 1, _(what));
}

/* What libyaml says, in words that help; the first row whose text is part of the problem wins. */
static const struct {
	const char *problem, *help;
} helps[] = {
    {"mapping values are not allowed", N_("a second \": \" on one line: put a value such as \u300ca: b\u300d in quotes")},
    {"could not find expected ':'", N_("want \"key: value\"")},
    {"cannot start any token", N_("a character that cannot begin a value: blanks, not tabs, indent; put @, ` and % in quotes")},
    {"violates indentation", N_("a tab is used to indent: use blanks")},
    {"did not find expected key", N_("the indentation does not fit the lines above, or text follows a closing quote")},
    {"block sequence entries are not allowed", N_("\"- \" begins a list on a line of its own")},
    {"did not find expected '-' indicator", N_("a list goes on with \"- \" in the same column as above")},
    {"did not find expected ',' or ']'", N_("a list in [ ] is not closed, or a comma is missing")},
    {"did not find expected ',' or '}'", N_("a map in { } is not closed, or a comma is missing")},
    {"found unexpected end of stream", N_("a quote is not closed")},
    {"found unknown escape character", N_("unknown \\ escape in double quotes: single quotes take \\ as it is")},
    {"found undefined tag handle", N_("tags (!) are not read: put the value in quotes")},
};

static const char *
help_for(const char *problem)
{
	for (size_t i = 0; i < sizeof helps / sizeof *helps; i++)
		if (strstr(problem, helps[i].problem) != NULL)
			return helps[i].help;
	return problem;
}

static struct eni_str
line_of(struct eni_str bytes, size_t line)
{
	const char *nl;

	while (line-- > 0 && (nl = memchr(bytes.p, '\n', bytes.n)) != NULL)
		bytes = eni_str_from(bytes, (size_t)(nl - bytes.p) + 1);
	nl = bytes.n == 0 ? NULL : memchr(bytes.p, '\n', bytes.n);
	return (struct eni_str){bytes.p, nl == NULL ? bytes.n : (size_t)(nl - bytes.p)};
}

static bool
holds(struct eni_str s, struct eni_str part)
{
	return s.n > 0 && memmem(s.p, s.n, part.p, part.n) != NULL;
}

/* What libyaml's reader stops at has no mark, only an offset in bytes. */
static int
report_bytes(const struct build *b, const yaml_parser_t *parser)
{
	size_t n = parser->problem_offset < b->bytes.n ? parser->problem_offset : b->bytes.n;
	bool control = strstr(parser->problem, "control characters") != NULL;
	yaml_mark_t mark = {0, 0, 0};

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)b->bytes.p[i];

		mark.line += c == '\n';
		mark.column = c == '\n' ? 0 : mark.column + ((c & 0xc0) != 0x80);
	}
	return refuse(b, mark, control ? N_("a control character: take it out") : N_("not UTF-8: save the file as UTF-8"));
}

/* An unclosed quote, or a key without its colon, is found behind the place where it began. */
static yaml_mark_t
fault_mark(const yaml_parser_t *parser)
{
	bool began_before = strstr(parser->problem, "unexpected end of stream") != NULL ||
			    strstr(parser->problem, "could not find expected ':'") != NULL;

	return began_before && parser->context_mark.line < parser->problem_mark.line ? parser->context_mark : parser->problem_mark;
}

static int
report_syntax(const struct build *b, const yaml_parser_t *parser)
{
	yaml_mark_t mark = fault_mark(parser);
	struct eni_str line = line_of(b->bytes, mark.line);
	/* TRANSLATORS: %s is another message */
	const char *fmt = N_("column %lu: no YAML: %s");

	if (holds(line, ENI_S("\uff1a")))
		fmt = N_("column %lu: no YAML: %s; the full-width colon \uff1a does not count, write \": \"");
	else if (line.n > 0 && line.p[0] == '\t')
		fmt = N_("column %lu: no YAML: %s; this line begins with a tab, indent with blanks");
	return eni_fail(b->diag, place_of(b, mark), NULL, fmt, (unsigned long)mark.column + 1, _(help_for(parser->problem)));
}

static int
report_problem(const struct build *b, const yaml_parser_t *parser)
{
	if (parser->problem == NULL)
		return eni_fail(b->diag, eni_at(b->file, 0), NULL, "no YAML");
	return parser->error == YAML_READER_ERROR ? report_bytes(b, parser) : report_syntax(b, parser);
}

static struct eni_node *
new_node(const struct build *b, enum eni_node_type type, yaml_mark_t mark)
{
	struct eni_node *node = eni_arena_clear(b->arena, sizeof *node);

	node->type = type;
	node->line = (uint32_t)mark.line + 1;
	return node;
}

/* A finished node goes to the collection that is open, or becomes the document. */
static int
place_node(struct build *b, struct eni_node *node)
{
	const struct level *open = b->depth == 0 ? NULL : &b->level[b->depth - 1];
	bool key = open != NULL && open->node->type == ENI_MAP && (b->n - open->first) % 2 == 0;

	if (key && node->type != ENI_SCALAR)
		return eni_fail(b->diag, eni_at(b->file, node->line), NULL, "a key must be a plain word");
	if (++b->nodes > NODES_MAX)
		return eni_fail(b->diag, eni_at(b->file, node->line), NULL,
		    "more than 4,000,000 keys and values: want csv or tsv for files of this size");
	if (open == NULL) {
		b->root = node;
		return 0;
	}
	b->waiting = eni_grow(b->waiting, &b->cap, b->n + 1, sizeof(struct eni_node *));
	b->waiting[b->n++] = node;
	return 0;
}

/* The position of a key that stands in an earlier pair too, or n.  Records are small: only large maps need an index. */
static size_t
doubled_key(const struct eni_node *map)
{
	struct eni_map seen = {0};
	size_t i, j;

	for (i = 0; i < map->n; i++) {
		if (map->n > FEW_KEYS) {
			if (eni_map_add(&seen, map->key[i]->text, (uint32_t)i) != i)
				break;
			continue;
		}
		for (j = 0; j < i && !eni_str_eq(map->key[j]->text, map->key[i]->text); j++)
			;
		if (j < i)
			break;
	}
	eni_map_free(&seen);
	return i;
}

static int
close_map(struct build *b, struct eni_node *map, struct eni_node **child, size_t n)
{
	size_t twice;

	map->n = n / 2;
	map->key = eni_arena_take(b->arena, map->n * sizeof *child);
	map->item = eni_arena_take(b->arena, map->n * sizeof *child);
	for (size_t i = 0; i < map->n; i++) {
		map->key[i] = child[2 * i];
		map->item[i] = child[2 * i + 1];
	}
	twice = doubled_key(map);
	if (twice == map->n)
		return 0;
	return eni_fail(b->diag, eni_at(b->file, map->key[twice]->line), map->key[twice]->text.p,
	    "this key stands twice in one map: keep one of them");
}

static int
close_level(struct build *b)
{
	const struct level *open = &b->level[--b->depth];
	struct eni_node *node = open->node;
	struct eni_node **child = b->n == 0 ? NULL : b->waiting + open->first;
	size_t n = b->n - open->first;

	if (n > 0 && node->type == ENI_MAP && close_map(b, node, child, n) == -1)
		return -1;
	if (n > 0 && node->type == ENI_SEQ) {
		node->n = n;
		node->item = eni_arena_take(b->arena, n * sizeof *child);
		memcpy(node->item, child, n * sizeof *child);
	}
	b->n = open->first;
	return place_node(b, node);
}

static int
open_level(struct build *b, enum eni_node_type type, yaml_mark_t mark)
{
	if (b->depth == DEPTH_MAX)
		return refuse(b, mark, N_("nested deeper than 64 levels"));
	b->level[b->depth++] = (struct level){new_node(b, type, mark), b->n};
	return 0;
}

static int
add_scalar(struct build *b, const yaml_event_t *event)
{
	struct eni_str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
	struct eni_node *node = new_node(b, ENI_SCALAR, event->start_mark);

	if (text.n > SCALAR_MAX)
		return refuse(b, event->start_mark, N_("a value over 1 MiB"));
	if (text.n > 0 && memchr(text.p, '\0', text.n) != NULL)
		return refuse(b, event->start_mark, N_("a NUL character in a value"));
	node->text = eni_arena_keep(b->arena, text);
	node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	return place_node(b, node);
}

static int
refuse_marks(const struct build *b, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL)
		return refuse(b, event->start_mark, N_("anchors (&) are not read: put the value in quotes"));
	if (tag != NULL)
		return refuse(b, event->start_mark, N_("tags (!) are not read: put the value in quotes"));
	return 0;
}

static int
check_marks(const struct build *b, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_ALIAS_EVENT:
		return refuse(b, event->start_mark, N_("aliases (*) are not read: put the value in quotes"));
	case YAML_SCALAR_EVENT:
		return refuse_marks(b, event, event->data.scalar.anchor, event->data.scalar.tag);
	case YAML_SEQUENCE_START_EVENT:
		return refuse_marks(b, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
	case YAML_MAPPING_START_EVENT:
		return refuse_marks(b, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
	default:
		return 0;
	}
}

static int
take_event(struct build *b, const yaml_event_t *event)
{
	if (check_marks(b, event) == -1)
		return -1;
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return b->documents++ == 0 ? 0 : refuse(b, event->start_mark, N_("a second document (---): one per file"));
	case YAML_SCALAR_EVENT:
		return add_scalar(b, event);
	case YAML_SEQUENCE_START_EVENT:
		return open_level(b, ENI_SEQ, event->start_mark);
	case YAML_MAPPING_START_EVENT:
		return open_level(b, ENI_MAP, event->start_mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return close_level(b);
	default:
		return 0;
	}
}

static int
take_events(struct build *b, yaml_parser_t *parser)
{
	yaml_event_t event;
	bool last = false;
	int rc = 0;

	while (rc == 0 && !last) {
		if (!yaml_parser_parse(parser, &event))
			return parser->error == YAML_MEMORY_ERROR || parser->problem == NULL
				   ? eni_fail(b->diag, eni_at(b->file, 0), NULL, "no YAML")
				   : report_problem(b, parser);
		last = event.type == YAML_STREAM_END_EVENT;
		rc = take_event(b, &event);
		yaml_event_delete(&event);
	}
	return rc;
}

static int
parse_bytes(struct build *b)
{
	yaml_parser_t parser;
	int rc;

	if (!yaml_parser_initialize(&parser))
		return eni_fail(b->diag, eni_at(b->file, 0), NULL, "no memory for reading YAML");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)b->bytes.p, b->bytes.n);
	rc = take_events(b, &parser);
	yaml_parser_delete(&parser);
	return rc;
}

/* The root of what was parsed; nothing at all, also an empty scalar, is an empty map. */
static struct eni_node *
finish_root(const struct build *b)
{
	struct eni_node *root = b->root;

	if (root == NULL || (root->type == ENI_SCALAR && root->text.n == 0 && !root->quoted))
		return new_node(b, ENI_MAP, (yaml_mark_t){0, 0, 0});
	if (root->type == ENI_SCALAR && holds(root->text, ENI_S("\uff1a"))) {
		eni_fail(b->diag, eni_at(b->file, root->line), NULL,
		    "want \"key: value\"; the full-width colon \uff1a does not count, write \": \"");
		return NULL;
	}
	return root;
}

struct eni_node *
eni_tree_parse(struct eni_arena *a, struct eni_str bytes, const char *file, struct eni_diag *d)
{
	struct build b = {.arena = a, .bytes = bytes, .file = file, .diag = d};
	struct eni_node *root = NULL;

	if (b.bytes.n == 0)
		b.bytes.p = ""; /* libyaml wants a pointer */
	if (eni_str_starts(b.bytes, ENI_S("\xef\xbb\xbf")))
		b.bytes = eni_str_from(b.bytes, 3);
	if (parse_bytes(&b) == 0)
		root = finish_root(&b);
	free(b.waiting);
	return root;
}

struct eni_node *
eni_tree_read(struct eni_arena *a, const char *path, struct eni_diag *d)
{
	struct eni_buf bytes = {0};
	struct eni_node *root = NULL;

	if (eni_slurp(&bytes, path, NULL, NULL, FILE_MAX, d) == 0)
		root = eni_tree_parse(a, eni_buf_str(&bytes), path, d);
	eni_buf_free(&bytes);
	return root;
}

const struct eni_node *
eni_node_get(const struct eni_node *map, const char *key)
{
	if (map == NULL || map->type != ENI_MAP)
		return NULL;
	for (size_t i = 0; i < map->n; i++)
		if (eni_str_is(map->key[i]->text, key))
			return map->item[i];
	return NULL;
}

struct eni_str
eni_node_text(const struct eni_node *node)
{
	return node == NULL || node->type != ENI_SCALAR ? (struct eni_str){NULL, 0} : node->text;
}
