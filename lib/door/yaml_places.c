/*
 * A YAML file as a list of records with the places of their values, by libyaml's marks, which count characters where we count
 * bytes. The tree's parser reads the text first: what it refuses (aliases, tags, doubled keys, depth) never comes here.
 */
#include <stdlib.h>
#include <yaml.h>

#include "door/yaml_places_priv.h"
#include "form/tree.h"

void
eni_yaml_list_free(struct eni_yaml_list *l)
{
	free(l->item);
	free(l->pair);
	eni_arena_free(&l->arena);
	*l = (struct eni_yaml_list){0};
}

struct walk {
	yaml_parser_t parser;
	yaml_event_t event;
	struct eni_str text;
	size_t chars, bytes; /* the same place, counted by libyaml and by us */
};

static bool
next(struct walk *w, yaml_event_type_t type)
{
	yaml_event_delete(&w->event);
	return yaml_parser_parse(&w->parser, &w->event) && w->event.type == type;
}

static size_t
byte_of(struct walk *w, yaml_mark_t mark)
{
	if (mark.index < w->chars)
		w->chars = w->bytes = 0;
	for (; w->chars < mark.index && w->bytes < w->text.n; w->chars++)
		do
			w->bytes++;
		while (w->bytes < w->text.n && ((unsigned char)w->text.p[w->bytes] & 0xc0) == 0x80);
	return w->bytes;
}

static struct eni_str
keep_scalar(const struct walk *w, struct eni_yaml_list *l)
{
	return eni_arena_keep(&l->arena, (struct eni_str){(const char *)w->event.data.scalar.value, w->event.data.scalar.length});
}

/* The value has begun; what is no scalar is passed over to its end. */
static bool
take_value(struct walk *w, struct eni_yaml_list *l, struct eni_yaml_pair *pair)
{
	const yaml_event_t *v = &w->event;
	int depth = 0;

	if (v->type == YAML_SCALAR_EVENT) {
		pair->value = keep_scalar(w, l);
		pair->from = byte_of(w, v->start_mark);
		pair->to = byte_of(w, v->end_mark);
		pair->simple = v->start_mark.line == v->end_mark.line && v->data.scalar.style != YAML_LITERAL_SCALAR_STYLE &&
			       v->data.scalar.style != YAML_FOLDED_SCALAR_STYLE;
		return true;
	}
	do {
		depth += v->type == YAML_SEQUENCE_START_EVENT || v->type == YAML_MAPPING_START_EVENT;
		depth -= v->type == YAML_SEQUENCE_END_EVENT || v->type == YAML_MAPPING_END_EVENT;
		if (depth > 0)
			next(w, YAML_NO_EVENT);
	} while (depth > 0 && w->parser.error == YAML_NO_ERROR);
	return depth == 0;
}

static bool
take_map(struct walk *w, struct eni_yaml_list *l)
{
	struct eni_yaml_item *item;

	l->item = eni_grow(l->item, &l->item_cap, l->items + 1, sizeof *l->item);
	item = &l->item[l->items++];
	*item = (struct eni_yaml_item){.line = (uint32_t)w->event.start_mark.line + 1,
	    .from = byte_of(w, w->event.start_mark),
	    .indent = w->event.start_mark.column,
	    .first = l->pairs};
	while (next(w, YAML_SCALAR_EVENT)) {
		struct eni_yaml_pair pair = {.key = keep_scalar(w, l), .line = (uint32_t)w->event.start_mark.line + 1};

		next(w, YAML_SCALAR_EVENT);
		if (!take_value(w, l, &pair))
			return false;
		l->pair = eni_grow(l->pair, &l->pair_cap, l->pairs + 1, sizeof *l->pair);
		l->pair[l->pairs++] = pair;
		item->n++;
	}
	return w->event.type == YAML_MAPPING_END_EVENT;
}

static bool
is_block_map(const yaml_event_t *event)
{
	return event->type == YAML_MAPPING_START_EVENT && event->data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE;
}

static bool
is_nothing(const yaml_event_t *event)
{
	return event->type == YAML_SCALAR_EVENT && event->data.scalar.length == 0 &&
	       event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

/* False: not a block list of mappings, and the present event is where it stops being one. */
static bool
take_list(struct walk *w, struct eni_yaml_list *l)
{
	if (!next(w, YAML_STREAM_START_EVENT))
		return false;
	if (!next(w, YAML_DOCUMENT_START_EVENT))
		return w->event.type == YAML_STREAM_END_EVENT;
	if (!next(w, YAML_SEQUENCE_START_EVENT)) {
		if (!is_nothing(&w->event))
			return false;
	} else {
		if (w->event.data.sequence_start.style != YAML_BLOCK_SEQUENCE_STYLE)
			return false;
		l->dash = w->event.start_mark.column;
		for (next(w, YAML_MAPPING_START_EVENT); w->event.type != YAML_SEQUENCE_END_EVENT; next(w, YAML_MAPPING_START_EVENT))
			if (!is_block_map(&w->event) || !take_map(w, l))
				return false;
	}
	/* Behind an explicit end (...) nothing could be appended. */
	return next(w, YAML_DOCUMENT_END_EVENT) && w->event.data.document_end.implicit;
}

int
eni_yaml_list_read(const struct eni_edit *e, struct eni_yaml_list *l)
{
	struct walk w = {.text = eni_buf_str(&e->draft->whole)};
	struct eni_arena arena = {0};
	bool good = eni_tree_parse(&arena, w.text, e->draft->file.shown, e->d) != NULL;
	int rc = good ? 0 : -1;

	eni_arena_free(&arena);
	if (!good || !yaml_parser_initialize(&w.parser))
		return -1;
	yaml_parser_set_encoding(&w.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&w.parser, (const unsigned char *)(w.text.n == 0 ? "" : w.text.p), w.text.n);
	if (!take_list(&w, l))
		rc = eni_fail(e->d, eni_draft_place(e->draft, (uint32_t)w.event.start_mark.line + 1), NULL,
		    "want a list of records, each beginning with \"- \" and one \"key: value\" a line; other forms are not written "
		    "to");
	yaml_event_delete(&w.event);
	yaml_parser_delete(&w.parser);
	return rc;
}
