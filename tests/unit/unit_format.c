/* The table of formats: names, endings, uses, and lists made of them. */
#include "form/format.h"

#include "unit.h"

static void
test_names(void)
{
	is_int(eni_format_find(ENI_S("jsonl")), ENI_JSONL, "by its name");
	is_int(eni_format_find(ENI_S("")), ENI_FORMAT_NONE, "an empty name is none");
	is_int(eni_format_find(ENI_S("CSV")), ENI_FORMAT_NONE, "names are small letters");
	for (enum eni_format f = ENI_FORMAT_NONE + 1; f < ENI_FORMATS; f++) {
		is_int(eni_format_find(eni_str_of(eni_format_name(f))), f, "a name is one format's");
		ok(eni_format_is(f, ENI_FORMAT_WRITE) != eni_format_is(f, ENI_FORMAT_PAGE), "records or a page, of every format");
		if (eni_format_is(f, ENI_FORMAT_BOOK) || eni_format_is(f, ENI_FORMAT_OPERAND))
			is_int(*eni_format_ending(f), '.', "files of the book and operands have an ending");
	}
}

/* A list as messages have it. */
static void
test_list(unsigned set, bool endings, const char *want)
{
	struct eni_buf b = {0};

	(endings ? eni_format_endings : eni_format_names)(&b, set, ", ", " or ");
	is_str(eni_buf_str(&b), want, want);
	eni_buf_free(&b);
}

int
main(void)
{
	test_names();
	test_list(eni_formats(ENI_FORMAT_READ), false, "csv, tsv, yaml, json, jsonl, excel or xlsx");
	test_list(eni_formats(ENI_FORMAT_OPERAND), true, ".csv, .tsv, .yaml, .json, .jsonl or .xlsx");
	test_list(eni_formats(ENI_FORMAT_BOOK), true, ".csv, .tsv, .yaml or .xlsx");
	test_list(ENI_FORMAT_BIT(ENI_TABLE), false, "table");
	test_list(ENI_FORMAT_BIT(ENI_CSV) | ENI_FORMAT_BIT(ENI_ICS_PAGE), false, "csv or ics");
	test_list(0, false, "");
	return unit_done();
}
