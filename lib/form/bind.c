/* Which column is which field: headers in the user's words, the office's own words first.  See eni_bind in reader.h. */
#include "base/dial.h"
#include "base/text.h"
#include "form/reader.h"

/* The office's own word for a field, if the kind has that field. */
static const struct eni_field *
find_own(enum eni_kind kind, struct eni_str header, const struct eni_map *aliases)
{
	struct eni_buf folded = {0};
	size_t n;
	const struct eni_field *fields = eni_fields(&n), *found = NULL;
	uint32_t at;

	eni_casefold(&folded, header);
	at = eni_map_get(aliases, eni_buf_str(&folded));
	if (at < n && (fields[at].kinds & ENI_IN(kind)) != 0)
		found = &fields[at];
	eni_buf_free(&folded);
	return found;
}

/* A way to reach someone: five digits make it a number, anything else are words for channels. */
static const struct eni_field *
contact_or_phone(enum eni_kind kind, struct eni_str value)
{
	struct eni_buf digits = {0};
	bool is_phone;

	eni_phone_digits(&digits, value);
	is_phone = digits.n >= 5;
	eni_buf_free(&digits);
	return eni_field_find(kind, is_phone ? ENI_S("phone") : ENI_S("contact"));
}

static const struct eni_field *
find_field(enum eni_kind kind, struct eni_str header, struct eni_str value, const struct eni_map *aliases)
{
	const struct eni_field *field = aliases == NULL ? NULL : find_own(kind, header, aliases);

	if (field != NULL)
		return field;
	if (eni_header_is_contact_or_phone(header))
		return contact_or_phone(kind, value);
	return eni_header_find(kind, header);
}

/* The column before `i` that is bound to the same field, or i. */
static size_t
bound_before(const struct eni_field **out, size_t i)
{
	size_t j = 0;

	while (j < i && (out[j] == NULL || out[j] != out[i]))
		j++;
	return j;
}

int
eni_bind(enum eni_kind kind, const struct eni_headers *h, const struct eni_field **out, struct eni_diag *d)
{
	for (size_t i = 0; i < h->n; i++) {
		struct eni_str value = h->first == NULL || i >= h->first->n ? (struct eni_str){NULL, 0} : h->first->cell[i];
		size_t twin;

		out[i] = find_field(kind, h->name[i], value, h->aliases);
		twin = out[i] == NULL ? i : bound_before(out, i);
		if (twin == i)
			continue;
		/* Some headers give way to another of the same field, as メモ does to 備考; they travel on as unknown columns. */
		if (eni_header_yields(kind, h->name[i]))
			out[i] = NULL;
		else if (eni_header_yields(kind, h->name[twin]))
			out[twin] = NULL;
		else
			return eni_fail(d, eni_at(h->file, 1), out[i]->name,
			    "two columns for one field, %.*s and %.*s: rename one of them", (int)h->name[twin].n, h->name[twin].p,
			    (int)h->name[i].n, h->name[i].p);
	}
	return 0;
}
