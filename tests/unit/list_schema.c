/*
 * Prints what lib/rec knows, so that tests/docs can hold enishi-records(5) against it.
 *
 *   list_schema           kind<TAB>field<TAB>type<TAB>ja<TAB>zh, the derived fields last as kind "derived";
 *                         then vocab<TAB>code<TAB>ja<TAB>zh
 *   list_schema headers   reads kind<TAB>header lines, prints each with the field it names ("-": none)
 *   list_schema words     reads vocab<TAB>word lines, prints each with its code ("-": none)
 *   list_schema settings  setting<TAB>what it wants<TAB>who reads it ("-": a section)
 */
#include <stdio.h>
#include <stdlib.h>

#include "book/setting.h"
#include "rec/kinds.h"

static const char *
or_dash(const char *s)
{
	return s == NULL || *s == '\0' ? "-" : s;
}

static void
print_type(const struct eni_field *f)
{
	static const char *const words[] = {[ENI_TEXT] = "text",
	    [ENI_ID] = "id",
	    [ENI_DATE] = "date",
	    [ENI_MONTH] = "month",
	    [ENI_MONEY] = "money",
	    [ENI_NUMBER] = "number",
	    [ENI_PHONE] = "phone",
	    [ENI_ADDRESS] = "address",
	    [ENI_ENUM] = "word of ",
	    [ENI_ENUMS] = "words of ",
	    [ENI_WORDS] = "free words",
	    [ENI_WEEKDAYS] = "weekdays",
	    [ENI_WISHES] = "channels",
	    [ENI_YES] = "yes"};
	ENI_ROW_FOR_EACH(words, ENI_TYPES);

	printf("%s", words[f->type]);
	if (f->type == ENI_ENUM || f->type == ENI_ENUMS)
		printf("%s", eni_vocab_name(f->vocab));
	else if (f->type == ENI_WORDS && f->vocab != ENI_V_NONE)
		printf(" or %s", eni_vocab_name(f->vocab));
}

static void
print_field(const char *kind, const struct eni_field *f)
{
	printf("%s\t%s\t", kind, f->name);
	print_type(f);
	printf("\t%s\t%s\n", or_dash(f->ja), or_dash(f->zh));
}

static void
print_all(void)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);

	for (unsigned k = 0; k < ENI_KINDS; k++)
		for (size_t i = 0; i < n; i++)
			if ((f[i].kinds & ENI_IN(k)) != 0)
				print_field(eni_kind_name((enum eni_kind)k), &f[i]);
	f = eni_derived(&n);
	for (size_t i = 0; i < n; i++)
		print_field("derived", &f[i]);
	for (unsigned v = ENI_V_NONE + 1; v < ENI_VOCABS; v++)
		for (int code = 1; (size_t)code <= eni_word_count((enum eni_vocab)v); code++)
			printf("%s\t%s\t%s\t%s\n", eni_vocab_name((enum eni_vocab)v), eni_word_code((enum eni_vocab)v, code),
			    eni_word_label((enum eni_vocab)v, code, "ja"), eni_word_label((enum eni_vocab)v, code, "zh"));
}

static const char *
field_of(const char *kind, const char *header)
{
	enum eni_kind k = eni_kind_find(eni_str_of(kind));
	const struct eni_field *f = k == ENI_KINDS ? NULL : eni_header_find(k, eni_str_of(header));

	return f == NULL ? "-" : f->name;
}

static const char *
code_of(const char *vocab, const char *word)
{
	for (unsigned v = ENI_V_NONE + 1; v < ENI_VOCABS; v++)
		if (strcmp(vocab, eni_vocab_name((enum eni_vocab)v)) == 0) {
			int code = eni_word_find((enum eni_vocab)v, eni_str_of(word));

			return code == 0 || code == ENI_UNKNOWN_WORD ? "-" : eni_word_code((enum eni_vocab)v, code);
		}
	return "-";
}

static void
look_up(const char *(*answer)(const char *, const char *))
{
	char *line = NULL, *tab;
	size_t cap = 0;

	while (getline(&line, &cap, stdin) != -1) {
		line[strcspn(line, "\n")] = '\0';
		if ((tab = strchr(line, '\t')) == NULL)
			continue;
		*tab++ = '\0';
		printf("%s\t%s\t%s\n", line, tab, answer(line, tab));
	}
	free(line);
}

static void
print_settings(void)
{
	size_t n;
	const struct eni_setting *s = eni_settings(&n);

	for (size_t i = 0; i < n; i++)
		printf("%s\t%s\t%s\n", s[i].path, s[i].want, or_dash(s[i].readers));
}

int
main(int argc, char **argv)
{
	if (argc == 1) {
		print_all();
	} else if (argc == 2 && strcmp(argv[1], "headers") == 0) {
		look_up(field_of);
	} else if (argc == 2 && strcmp(argv[1], "words") == 0) {
		look_up(code_of);
	} else if (argc == 2 && strcmp(argv[1], "settings") == 0) {
		print_settings();
	} else {
		fprintf(stderr, "usage: list_schema [headers | words | settings]\n");
		return 2;
	}
	return fflush(stdout) == 0 ? 0 : 2;
}
