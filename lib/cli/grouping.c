/* Groups: see grouping.h. */
#include "cli/grouping.h"

static bool
is_partner(const struct eni_field *f)
{
	static const char *const names[] = {"referrer", "caremanager", "doctor"};

	for (size_t i = 0; f != NULL && i < sizeof names / sizeof *names; i++)
		if (strcmp(f->name, names[i]) == 0)
			return true;
	return false;
}

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
	g->partner = is_partner(g->field);
	if (g->field == NULL && !eni_sheet_has_header(clients, name))
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "--%s %s: want a field of the clients, such as care_level", option, by);
	if (!eni_sheet_has_header(clients, name))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: the clients have no such column", option, by);
	if (g->partner) { /* names that may stand for the id */
		eni_sheet_want(&run->book.referrers, ENI_S("person"), ENI_AS_RAW);
		eni_sheet_want(&run->book.referrers, ENI_S("org"), ENI_AS_RAW);
	}
	g->column = eni_sheet_want(clients, name, eni_grouping_vocab(g) != ENI_V_NONE ? ENI_AS_TYPED : ENI_AS_RAW);
	return 0;
}

enum eni_vocab
eni_grouping_vocab(const struct eni_grouping *g)
{
	return g->field != NULL && g->field->type == ENI_ENUM ? g->field->vocab : ENI_V_NONE;
}

struct eni_str
eni_grouping_name(const struct eni_grouping *g, uint32_t subject)
{
	const struct eni_sheet *clients = &g->book->clients;
	struct eni_str text;
	uint32_t partner;
	int code;

	if (g->column == SIZE_MAX)
		return ENI_S("all");
	if (subject == ENI_NONE)
		return ENI_S("-");
	if (eni_grouping_vocab(g) != ENI_V_NONE) {
		code = eni_sheet_code(clients, g->column, subject);
		return eni_str_of(code == 0 ? "-" : eni_word_code(g->field->vocab, code));
	}
	text = eni_str_trim(eni_sheet_text(clients, g->column, subject));
	if (text.n == 0)
		return ENI_S("-");
	if (g->partner && (partner = eni_book_find_referrer(g->book, text)) != ENI_NONE)
		return eni_sheet_id(&g->book->referrers, partner);
	return text;
}
