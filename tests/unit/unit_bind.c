/* Which column is which field: invented headers, one case a line. */
#include <stdlib.h>

#include "base/text.h"
#include "form/reader.h"
#include "unit.h"

enum { MOST = 8 };

static const struct {
	const char *note;
	enum eni_kind kind;
	const char *header, *first; /* separated by blanks; - is an empty cell */
	const char *want, *said;
} cases[] = {
    {"canonical, Japanese, unknown", ENI_CLIENTS, "id 氏名 送迎ルート", NULL, "id name -", ""},
    {"full-width letters", ENI_CLIENTS, "ＩＤ 姓名", NULL, "id name", ""},
    {"a number is a phone", ENI_CLIENTS, "id 連絡先", "C1 ０９０-1234-5678", "id phone", ""},
    {"a word is a wish", ENI_CLIENTS, "id 联系方式", "C1 電話", "id contact", ""},
    {"nothing to go by", ENI_CLIENTS, "id 連絡先", "C1 -", "id contact", ""},
    {"two columns for one field", ENI_CLIENTS, "id 氏名 名前", NULL, NULL,
	"t: f:1: name: two columns for one field, 氏名 and 名前: rename one of them\n"},
    {"two columns of remarks: メモ gives way", ENI_CONTACTS, "at id メモ 備考", NULL, "at id - note", ""},
    {"of two telephones the second is the second telephone", ENI_CLIENTS, "氏名 連絡先 緊急連絡先TEL 自宅電話",
	"a 03-1234-5678 - -", "name phone family_phone phone2", ""},
    {"the mobile is, wherever it stands", ENI_CLIENTS, "携帯 電話番号", NULL, "phone2 phone", ""},
    {"a telephone is of whom the columns before it are about", ENI_CLIENTS,
	"氏名 電話番号 緊急連絡先① 続柄 電話番号.2 緊急連絡先② 続柄.2 電話番号.3", NULL,
	"name phone family_name family_relation family_phone - - -", ""},
    {"also where it is called otherwise", ENI_CLIENTS, "氏名 携帯 家族氏名 続柄 TEL 担当ケアマネ 電話", NULL,
	"name phone family_name family_relation family_phone caremanager -", ""},
    {"a number alone is the client's", ENI_CLIENTS, "氏名 家族氏名 電話番号", NULL, "name family_name phone", ""},
    {"of three one is too many", ENI_CLIENTS, "電話番号 自宅電話 固定電話", NULL, NULL,
	"t: f:1: phone: two columns for one field, 電話番号 and 固定電話: rename one of them\n"},
    {"partners have one telephone: the mobile gives way", ENI_REFERRERS, "事業所名 電話 携帯", NULL, "org phone -", ""},
    {"two fields' words in one header, and a relation in brackets", ENI_CLIENTS, "休止・終了日 中止・終了理由 キーパーソン（続柄）",
	NULL, "end_date reason family_name", ""},
    {"a looser word gives way, wherever it stands", ENI_CLIENTS, "緊急連絡先 キーパーソン 認知機能 認知症", NULL,
	"- family_name cognition -", ""},
    {"an alias is the kind's own", ENI_CALLS, "番号", NULL, "number", ""},
    {"the office's own words", ENI_CLIENTS, "ばんごう なまえ", NULL, "id -", ""},
};

static size_t
split(const char *words, struct eni_str out[MOST])
{
	struct eni_str rest = eni_str_of(words);
	size_t n = 0;

	for (; rest.n > 0 && n < MOST; n++) {
		const char *blank = memchr(rest.p, ' ', rest.n);

		out[n] = (struct eni_str){rest.p, blank == NULL ? rest.n : (size_t)(blank - rest.p)};
		rest = eni_str_from(rest, out[n].n + 1);
		if (eni_str_is(out[n], "-"))
			out[n].n = 0;
	}
	return n;
}

/* The row of fields that holds a client's id. */
static uint32_t
id_field(void)
{
	size_t n;
	const struct eni_field *fields = eni_fields(&n), *id = eni_field_find(ENI_CLIENTS, ENI_S("id"));

	return (uint32_t)(id - fields);
}

static void
check_case(size_t i, const struct eni_map *aliases)
{
	struct eni_str header[MOST], first[MOST];
	const struct eni_field *out[MOST] = {0};
	size_t n = split(cases[i].header, header), length;
	struct eni_row row = {.cell = first, .n = split(cases[i].first, first)};
	char *said = NULL;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&said, &length)};
	struct eni_buf got = {0};
	const struct eni_headers h = {
	    .name = header, .n = n, .first = cases[i].first == NULL ? NULL : &row, .aliases = aliases, .file = "f"};
	int rc = eni_bind(cases[i].kind, &h, out, &d);

	fclose(d.out);
	for (size_t j = 0; j < n; j++)
		eni_buf_printf(&got, "%s%s", j == 0 ? "" : " ", out[j] == NULL ? "-" : out[j]->name);
	is_int(rc, cases[i].want == NULL ? -1 : 0, cases[i].note);
	if (cases[i].want != NULL)
		is_str(eni_buf_str(&got), cases[i].want, cases[i].note);
	is_str(eni_str_of(said), cases[i].said, cases[i].note);
	eni_buf_free(&got);
	free(said);
}

int
main(void)
{
	struct eni_map aliases = {0};
	struct eni_buf folded = {0};

	eni_casefold(&folded, ENI_S("ばんごう"));
	eni_map_add(&aliases, eni_buf_str(&folded), id_field());
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i, &aliases);
	eni_map_free(&aliases);
	eni_buf_free(&folded);
	return unit_done();
}
