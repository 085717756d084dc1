/* Headings: a verb's own wins over the general one and over the kind's field, and is a column that there is. */
#include "rec/headers.c"
#include "unit.h"

static const struct {
	const char *verb, *name;
	enum eni_kind kind;
	const char *lang, *want, *note;
} rows[] = {
    {"lost", "reason", ENI_KINDS, "zh", "未签约原因", "the verb's own"},
    {"lost", "reason", ENI_KINDS, "ja", "不成約理由", "in Japanese"},
    {"lost", "reason", ENI_KINDS, "en", "reason", "English is the name"},
    {"lint", "reason", ENI_KINDS, "zh", "原因", "general for another verb"},
    {NULL, "reason", ENI_KINDS, "zh", "原因", "and for none"},
    {"lost", "percent", ENI_KINDS, "zh", "占比(%)", "general for its other columns"},
    {"match", "price", ENI_CLIENTS, "zh", "月费", "before the kind's field"},
    {"risk", "price", ENI_CLIENTS, "ja", "単価", "which is that of all others"},
};

/* A row that no name leads to would never be seen. */
static void
test_own_rows(void)
{
	for (size_t i = N_COLUMNS; i < N_COLUMN_ROWS; i++) {
		const struct column *c = &columns[i];

		ok(eni_heading(NULL, eni_str_of(c->name), ENI_KINDS, "ja") != NULL, "of a column that there is");
		ok(find_own_column(c->verb, eni_str_of(c->name)) == c, "once in the table");
	}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_str(eni_str_of(eni_heading(rows[i].verb, eni_str_of(rows[i].name), rows[i].kind, rows[i].lang)), rows[i].want,
		    rows[i].note);
	test_own_rows();
	is_str(eni_str_of(eni_column_find(ENI_S("未签约原因"))), "reason", "read back from a filled-in list");
	return unit_done();
}
