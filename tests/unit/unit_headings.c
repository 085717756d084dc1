/* Headings: a verb's own wins over the general one and over the kind's field.  The table is compiled here with rows of the test,
 * since a row nobody needs yet would be shown to people. */
#define OWN_COLUMNS(X) X("rate", "start", "期首", "期初") X("show", "end_date", "止めた日", "停止日")
#include "rec/headers.c"
#include "unit.h"

static const struct {
	const char *verb, *name;
	enum eni_kind kind;
	const char *lang, *want, *note;
} rows[] = {
    {"rate", "start", ENI_KINDS, "ja", "期首", "the verb's own"},
    {"rate", "start", ENI_KINDS, "zh", "期初", "in Chinese"},
    {"rate", "start", ENI_KINDS, "en", "start", "English is the name"},
    {"cohorts", "start", ENI_KINDS, "ja", "月初", "general for another verb"},
    {NULL, "start", ENI_KINDS, "ja", "月初", "and for none"},
    {"rate", "joined", ENI_KINDS, "ja", "新規", "general for its other columns"},
    {"show", "end_date", ENI_CLIENTS, "ja", "止めた日", "before the kind's field"},
    {"rate", "end_date", ENI_CLIENTS, "ja", "中止日", "which is that of all others"},
};

int
main(void)
{
	size_t n, starts = 0;
	const char *const *known = eni_columns_known(&n);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_str(eni_str_of(eni_heading(rows[i].verb, eni_str_of(rows[i].name), rows[i].kind, rows[i].lang)), rows[i].want,
		    rows[i].note);
	for (size_t i = 0; i < n; i++)
		starts += strcmp(known[i], "start") == 0;
	is_int(starts, 1, "no further column");
	is_str(eni_str_of(eni_column_find(ENI_S("期首"))), "start", "read back from a filled-in list");
	return unit_done();
}
