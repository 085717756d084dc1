/*
 * The office's own words in office.yaml: header words (aliases:) and value words (values:).  Room: book.
 * Both are checked against the schema here, so that a slip shows at its line and not as a column never read.
 */
#include "book/setting.h"

#include "base/text.h"

static struct eni_str
folded(struct eni_load *l, struct eni_str word)
{
	struct eni_buf b = {0};
	struct eni_str s;

	eni_casefold(&b, word);
	s = eni_arena_keep(&l->o->arena, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

static uint32_t
find_field(struct eni_str name)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);

	for (size_t i = 0; i < n; i++)
		if (eni_str_is(name, f[i].name))
			return (uint32_t)i;
	return ENI_NONE;
}

static int
add_alias(struct eni_load *l, const struct eni_setting *s, const struct eni_node *header, const struct eni_node *field)
{
	uint32_t index = find_field(eni_node_text(field));

	if (index == ENI_NONE || header->type != ENI_SCALAR)
		return eni_setting_refuse(l, s, field);
	if (eni_map_add(&l->o->aliases, folded(l, header->text), index) != index)
		return eni_fail(l->d, eni_setting_place(l, header), s->path, "want one field for a header; this one has two");
	return 0;
}

/* HEADER: FIELD, or FIELD: [HEADER, ..]. */
int
eni_aliases_take(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int rc = v->type == ENI_MAP ? 0 : eni_setting_refuse(l, s, v);

	for (size_t i = 0; i < v->n && v->type == ENI_MAP; i++) {
		const struct eni_node *key = v->key[i], *value = v->item[i];

		if (value->type == ENI_SCALAR)
			rc |= add_alias(l, s, key, value);
		for (size_t k = 0; value->type != ENI_SCALAR && k < value->n; k++)
			rc |= add_alias(l, s, value->item[k], key);
	}
	return rc;
}

/* A name that stands in several kinds may have a vocabulary in each: the code must be a word of one of them. */
static bool
code_fits(struct eni_str field, struct eni_str code)
{
	size_t n;
	bool any = true;
	const struct eni_field *f = eni_fields(&n);

	for (size_t i = 0; i < n; i++) {
		if (f[i].vocab == ENI_V_NONE || !eni_str_is(field, f[i].name))
			continue;
		if (eni_word_find(f[i].vocab, code) != ENI_UNKNOWN_WORD)
			return true;
		any = false;
	}
	return any;
}

void
eni_value_key(struct eni_buf *out, struct eni_str field, struct eni_str word)
{
	eni_buf_add(out, field);
	eni_buf_char(out, 0x1f); /* the unit separator: no field has one */
	eni_casefold(out, word);
}

static int
add_value(
    struct eni_load *l, const struct eni_setting *s, struct eni_str field, const struct eni_node *word, const struct eni_node *code)
{
	struct eni_office *o = l->o;
	struct eni_buf key = {0};

	if (code->type != ENI_SCALAR || eni_str_trim(code->text).n == 0 || !code_fits(field, code->text))
		return eni_setting_refuse(l, s, code);
	o->value_code[o->n_values] = eni_str_trim(code->text);
	eni_value_key(&key, field, word->text);
	eni_map_set(&o->values, eni_arena_keep(&o->arena, eni_buf_str(&key)), o->n_values++);
	eni_buf_free(&key);
	return 0;
}

static int
add_values(struct eni_load *l, const struct eni_setting *s, const struct eni_node *field, const struct eni_node *words)
{
	int rc = 0;

	if (words->type != ENI_MAP || (find_field(field->text) == ENI_NONE && !eni_office_has_field(l->o, field->text)))
		return eni_setting_refuse(l, s, field);
	for (size_t i = 0; i < words->n; i++)
		rc |= add_value(l, s, field->text, words->key[i], words->item[i]);
	return rc;
}

int
eni_values_take(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	size_t n = 0;
	int rc = 0;

	if (v->type != ENI_MAP)
		return eni_setting_refuse(l, s, v);
	for (size_t i = 0; i < v->n; i++)
		n += v->item[i]->n;
	l->o->value_code = eni_arena_take(&l->o->arena, n * sizeof *l->o->value_code);
	for (size_t i = 0; i < v->n; i++)
		rc |= add_values(l, s, v->key[i], v->item[i]);
	return rc;
}
