/* Records that were read whole (yaml, json, jsonl): columns in order of first appearance, cells by column.  See reader_parts.h. */
#include <stdlib.h>

#include "form/reader_parts.h"

void
eni_list_record(struct eni_list *l, uint32_t line, struct eni_str raw)
{
	l->record = eni_grow(l->record, &l->record_cap, l->records + 1, sizeof *l->record);
	l->record[l->records++] = (struct eni_list_record){.raw = raw, .line = line, .first = l->cells};
}

static size_t
column_of(struct eni_list *l, struct eni_str name)
{
	uint32_t at = eni_map_add(&l->column, name, (uint32_t)l->names);

	if (at == l->names) {
		l->name = eni_grow(l->name, &l->name_cap, l->names + 1, sizeof *l->name);
		l->name[l->names++] = name;
	}
	return at;
}

static bool
has_control(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 && s.p[i] != '\t' && s.p[i] != '\n' && s.p[i] != '\r')
			return true;
	return false;
}

void
eni_list_cell(struct eni_list *l, struct eni_str name, struct eni_str text)
{
	if (has_control(text))
		eni_list_fault(l, N_("a control character: take it out"));
	if (text.n > ENI_FIELD_MAX)
		eni_list_fault(l, N_("a field over 1 MiB"));
	l->cell = eni_grow(l->cell, &l->cell_cap, l->cells + 1, sizeof *l->cell);
	l->cell[l->cells++] = (struct eni_list_cell){column_of(l, name), text};
	l->record[l->records - 1].n++;
}

void
eni_list_fault(struct eni_list *l, const char *fault)
{
	struct eni_list_record *record = &l->record[l->records - 1];

	if (record->fault == NULL)
		record->fault = fault;
}

void
eni_list_free(struct eni_list *l)
{
	eni_buf_free(&l->bytes);
	eni_map_free(&l->column);
	free(l->name);
	free(l->record);
	free(l->cell);
	*l = (struct eni_list){0};
}
