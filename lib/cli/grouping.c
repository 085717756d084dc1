/* Groups: see grouping.h. */
#include "cli/grouping.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"

int
eni_grouping_open(struct eni_grouping *g, struct eni_run *run, const char *option, const char *by)
{
	struct eni_sheet *clients = &run->book.clients;
	struct eni_str name;

	*g = (struct eni_grouping){.book = &run->book, .column = SIZE_MAX};
	if (by == NULL)
		return 0;
	name = eni_book_field_name(&run->book, ENI_CLIENTS, eni_str_of(by));
	g->field = eni_field_find(ENI_CLIENTS, name);
	if (g->field == NULL && !eni_sheet_has_header(clients, name))
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "--%s %s: want a field of the clients, such as care_level", option, by);
	if (!eni_sheet_has_header(clients, name))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: the clients have no such column", option, by);
	eni_book_want_named(&run->book, g->field);
	g->column = eni_sheet_want(clients, name, ENI_AS_TYPED);
	return 0;
}

enum eni_vocab
eni_grouping_vocab(const struct eni_field *field)
{
	return field == NULL ? ENI_V_NONE : field->type == ENI_WISHES ? ENI_V_CHANNEL : field->vocab;
}

/* Appends the value as it is compared; nothing where there is none. */
static void
write_value(struct eni_grouping *g, struct eni_buf *out, uint32_t client)
{
	const struct eni_sheet *s = &g->book->clients;
	struct eni_when when;
	char day[ENI_WHEN_TEXT];
	struct eni_str text;
	int64_t number;
	int code;

	switch (s->column[g->column].type) {
	case ENI_CELL_CODE:
		if ((code = eni_sheet_code(s, g->column, client)) > 0)
			eni_buf_add(out, eni_str_of(eni_word_code(g->field->vocab, code)));
		break;
	case ENI_CELL_WHEN:
		when = (struct eni_when){eni_sheet_when(s, g->column, client).day, ENI_NOTIME};
		eni_buf_add(out, (struct eni_str){day, eni_when_format(when, day)});
		break;
	case ENI_CELL_NUMBER:
		if (eni_sheet_number(s, g->column, client, &number))
			eni_num_format(out, number);
		break;
	case ENI_CELL_BITS:
		eni_weekdays_format(out, eni_sheet_bits(s, g->column, client));
		break;
	default: /* a text */
		text = eni_book_named(g->book, g->field, eni_str_trim(eni_sheet_text(s, g->column, client)));
		if (g->field == NULL)
			eni_buf_add(out, text);
		else
			eni_value_normal(out, g->field, text, g->book->office.decimals);
	}
}

struct eni_str
eni_grouping_name(struct eni_grouping *g, uint32_t subject)
{
	uint32_t at;

	if (g->column == SIZE_MAX)
		return ENI_S("all");
	g->text.n = g->folded.n = 0;
	if (subject != ENI_NONE)
		write_value(g, &g->text, subject);
	if (g->text.n == 0)
		return ENI_S("-");
	eni_casefold(&g->folded, eni_buf_str(&g->text));
	if ((at = eni_map_get(&g->at, eni_buf_str(&g->folded))) == ENI_NONE) {
		g->name = eni_grow(g->name, &g->cap, g->n + 1, sizeof *g->name);
		g->name[g->n] = eni_arena_keep(&g->book->arena, eni_buf_str(&g->text));
		at = eni_map_add(&g->at, eni_arena_keep(&g->book->arena, eni_buf_str(&g->folded)), (uint32_t)g->n++);
	}
	return g->name[at];
}

void
eni_grouping_close(struct eni_grouping *g)
{
	eni_map_free(&g->at);
	free(g->name);
	eni_buf_free(&g->text);
	eni_buf_free(&g->folded);
}
