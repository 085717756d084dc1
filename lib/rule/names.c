/* Known names: see names.h. */
#include "rule/names.h"

#include <stdlib.h>

#include "base/text.h"
#include "rule/derived.h"

struct known {
	const char **name;
	size_t n, cap;
};

static void
know(struct known *k, const char *name)
{
	k->name = eni_grow(k->name, &k->cap, k->n + 1, sizeof *k->name);
	k->name[k->n++] = name;
}

static const char *
nearest(const struct eni_book *b, enum eni_kind kind, struct eni_str name)
{
	struct known k = {0};
	size_t n;
	const struct eni_field *fields = eni_fields(&n);
	const char *const *columns, *near;

	for (size_t i = 0; i < n; i++)
		if ((fields[i].kinds & ENI_IN(kind)) != 0)
			know(&k, fields[i].name);
	for (int i = 0; i < ENI_FACTS; i++)
		know(&k, eni_fact_name[i]);
	columns = eni_columns_known(&n);
	for (size_t i = 0; i < n; i++)
		know(&k, columns[i]);
	for (size_t i = 0; i < b->clients.n_headers && kind == ENI_CLIENTS; i++)
		know(&k, b->clients.header[i].p);
	near = eni_nearest(name, k.name, k.n);
	free(k.name);
	return near;
}

bool
eni_name_known(const struct eni_book *b, enum eni_kind kind, struct eni_str name, const char **near)
{
	size_t n;
	const char *const *columns = eni_columns_known(&n);

	*near = NULL;
	if (eni_field_find(kind, name) != NULL || eni_fact_find(name) != ENI_FACTS || eni_office_has_field(&b->office, name))
		return true;
	if (eni_sheet_has_header(kind == ENI_REFERRERS ? &b->referrers : &b->clients, name))
		return true;
	for (size_t i = 0; i < n; i++)
		if (eni_str_is(name, columns[i]))
			return true;
	*near = nearest(b, kind, name);
	return false;
}
