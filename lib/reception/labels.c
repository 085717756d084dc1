/* Labels: see labels.h. */
#include "reception/labels.h"

#include <stdlib.h>

#include "base/text.h"

static const char *const keys[] = {[ENI_LABEL_TAG] = "tag",
    [ENI_LABEL_ROUTE] = "route",
    [ENI_LABEL_PREPARE] = "prepare",
    [ENI_LABEL_TEAM] = "team",
    [ENI_LABEL_EVIDENCE] = "evidence",
    [ENI_LABEL_SAY] = "say"};
ENI_ROW_FOR_EACH(keys, ENI_LABELS);

/* ---- lists of words ---- */

static bool
holds(const struct eni_label_list *list, struct eni_str word)
{
	for (size_t i = 0; i < list->n; i++)
		if (eni_str_eq(list->word[i], word))
			return true;
	return false;
}

static void
add(struct eni_label_list *list, struct eni_str word)
{
	if (holds(list, word))
		return;
	list->word = eni_grow(list->word, &list->cap, list->n + 1, sizeof *list->word);
	list->word[list->n++] = word;
}

static void
add_pieces(struct eni_label_list *list, struct eni_str text)
{
	struct eni_str piece;

	while (eni_piece(&text, &piece))
		add(list, piece);
}

/* One word, several in one scalar, or a list. */
static void
add_node(struct eni_label_list *list, const struct eni_node *node)
{
	add_pieces(list, eni_node_text(node));
	for (size_t i = 0; node != NULL && node->type == ENI_SEQ && i < node->n; i++)
		add_pieces(list, eni_node_text(node->item[i]));
}

void
eni_labels_text(struct eni_buf *out, const struct eni_label_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		if (i > 0)
			eni_buf_char(out, ' ');
		eni_buf_add(out, list->word[i]);
	}
}

/* ---- rules ---- */

void
eni_labels_want(struct eni_labels *l, struct eni_facts *f)
{
	const struct eni_rules *r = f->rules;

	*l = (struct eni_labels){.facts = f, .tags = eni_sheet_want(&f->book->clients, ENI_S("tags"), ENI_AS_TYPED)};
	l->rule = eni_realloc(NULL, (r->n + 1) * sizeof *l->rule);
	for (size_t i = 0; i < r->n; i++) {
		struct eni_label_rule *x = &l->rule[l->n_rules];

		if (r->rule[i]->has_cadence || r->rule[i]->missing != NULL || r->rule[i]->subject != ENI_FOR_CLIENTS ||
		    eni_node_get(eni_node_get(r->rule[i]->node, "do"), "answer") != NULL)
			continue;
		*x = (struct eni_label_rule){.rule = r->rule[i]};
		for (int k = 0; k < ENI_LABELS; k++)
			add_node(&x->gives[k], eni_node_get(eni_node_get(x->rule->node, "do"), keys[k]));
		l->n_rules++;
	}
}

void
eni_labels_free(struct eni_labels *l)
{
	for (size_t i = 0; i < l->n_rules; i++)
		for (int k = 0; k < ENI_LABELS; k++)
			free(l->rule[i].gives[k].word);
	for (int k = 0; k < ENI_LABELS; k++)
		free(l->list[k].word);
	free(l->rule);
	eni_buf_free(&l->tag_text);
	*l = (struct eni_labels){0};
}

/* ---- one client ---- */

struct eni_value
eni_labels_value(struct eni_labels *l, const struct eni_match *m, uint32_t client)
{
	if (m->source != ENI_FROM_CLIENT || (size_t)m->column != l->tags)
		return eni_facts_value(l->facts, m, client, NULL);
	return l->tag_text.n == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_TEXT, {.text = eni_buf_str(&l->tag_text)}};
}

bool
eni_labels_fit(struct eni_labels *l, const struct eni_match *m, size_t n, uint32_t client)
{
	for (size_t i = 0; i < n; i++)
		if (!eni_match_test(&m[i], eni_labels_value(l, &m[i], client), l->facts->book->today))
			return false;
	return true;
}

static void
show_tag(struct eni_labels *l, struct eni_str tag)
{
	if (l->tag_text.n > 0)
		eni_buf_char(&l->tag_text, ' ');
	eni_buf_add(&l->tag_text, tag);
}

static bool
is_given(const struct eni_labels *l, struct eni_str tag)
{
	for (size_t i = 0; i < l->n_rules; i++)
		if (holds(&l->rule[i].gives[ENI_LABEL_TAG], tag))
			return true;
	return false;
}

/* A tag that a rule gives is the rule's to say: what the record has of it was true when it was written. */
void
eni_labels_tags(struct eni_labels *l, uint32_t client)
{
	struct eni_label_list *tags = &l->list[ENI_LABEL_TAG], had = {0};

	tags->n = 0;
	add_pieces(&had, eni_sheet_text(&l->facts->book->clients, l->tags, client));
	l->tag_text.n = 0;
	for (size_t i = 0; i < had.n; i++)
		if (!is_given(l, had.word[i]))
			show_tag(l, had.word[i]);
	for (size_t i = 0; i < l->n_rules; i++) {
		const struct eni_label_list *gives = &l->rule[i].gives[ENI_LABEL_TAG];
		bool speaks = gives->n > 0 && eni_labels_fit(l, l->rule[i].rule->when, l->rule[i].rule->n_when, client);

		for (size_t k = 0; speaks && k < gives->n; k++) {
			if (!holds(tags, gives->word[k]))
				show_tag(l, gives->word[k]);
			add(tags, gives->word[k]);
		}
	}
	for (size_t i = 0; i < had.n; i++)
		add(tags, had.word[i]);
	free(had.word);
}

void
eni_labels_of(struct eni_labels *l, uint32_t client)
{
	eni_labels_tags(l, client);
	for (int k = ENI_LABEL_ROUTE; k < ENI_LABELS; k++)
		l->list[k].n = 0;
	for (size_t i = 0; i < l->n_rules; i++) {
		struct eni_label_rule *x = &l->rule[i];

		x->speaks = eni_labels_fit(l, x->rule->when, x->rule->n_when, client);
		for (int k = ENI_LABEL_ROUTE; x->speaks && k < ENI_LABELS; k++)
			for (size_t w = 0; w < x->gives[k].n; w++)
				add(&l->list[k], x->gives[k].word[w]);
	}
}
