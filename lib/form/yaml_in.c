/* A yaml list of maps as records.  The tree (tree.h) has checked the document; here only the shape of each record is judged. */
#include "form/reader_parts.h"
#include "form/tree.h"

/* The scalars of a sequence as one cell, joined by single blanks; false when it holds more than scalars. */
static bool
join_items(struct eni_arena *a, const struct eni_node *seq, struct eni_str *out)
{
	struct eni_buf text = {0};
	size_t i = 0;

	for (; i < seq->n && seq->item[i]->type == ENI_SCALAR; i++) {
		if (i > 0)
			eni_buf_char(&text, ' ');
		eni_buf_add(&text, seq->item[i]->text);
	}
	*out = eni_arena_pack(a, eni_buf_str(&text));
	eni_buf_free(&text);
	return i == seq->n;
}

static void
add_value(struct eni_list *l, struct eni_str name, const struct eni_node *value)
{
	struct eni_str text = eni_node_text(value);

	if (value->type == ENI_MAP || (value->type == ENI_SEQ && !join_items(l->arena, value, &text)))
		eni_list_fault(l, N_("a map or list inside a field: want one value, or a list of plain values"));
	else
		eni_list_cell(l, name, text);
}

static void
add_record(struct eni_list *l, const struct eni_node *map)
{
	eni_list_record(l, map->line, (struct eni_str){NULL, 0});
	if (map->type != ENI_MAP)
		eni_list_fault(l, N_("want a record of \"key: value\" lines"));
	for (size_t i = 0; map->type == ENI_MAP && i < map->n; i++)
		add_value(l, map->key[i]->text, map->item[i]);
}

int
eni_list_from_yaml(struct eni_list *l)
{
	const struct eni_node *root = eni_tree_parse(l->arena, eni_buf_str(&l->bytes), l->file, l->diag);

	if (root == NULL)
		return -1;
	if (root->type != ENI_SEQ && root->n + root->text.n > 0)
		return eni_fail(l->diag, eni_at(l->file, root->line), NULL,
		    "want a list of records: each begins with \"- \", its further lines are indented by two blanks");
	for (size_t i = 0; i < root->n; i++)
		add_record(l, root->item[i]);
	return 0;
}
