/* Guesses: what an unknown header or word may mean, and what is never guessed. */
#include "rec/guess.h"
#include "unit.h"

static const struct {
	enum eni_kind kind;
	const char *header, *field; /* NULL: no guess */
} headers[] = {
    {ENI_CLIENTS, "ご本人のお名前", "name"},
    {ENI_CLIENTS, "利用者様のお電話番号（自宅）", "phone"},
    {ENI_CLIENTS, "要介護認定の度合い", "care_level"},
    {ENI_CLIENTS, "希望の曜日と時間", "weekdays"},
    {ENI_CLIENTS, "老人的出生年月日", "birth"},
    {ENI_CLIENTS, "利用中止日付", "end_date"},
    {ENI_CLIENTS, "好きな食べ物", NULL},
    {ENI_CLIENTS, "送迎車", NULL},
    /* another's number is theirs or nobody's, never the client's */
    {ENI_CLIENTS, "息子様携帯番号", "family_phone"},
    {ENI_CLIENTS, "长女手机号码", "family_phone"},
    {ENI_CLIENTS, "夫の勤務先電話番号", NULL},
    {ENI_CLIENTS, "主治医連絡先", NULL},
    {ENI_CLIENTS, "ケアマネさん携帯番号", NULL},
    {ENI_CLIENTS, "紹介者の電話番号", NULL},
    {ENI_CLIENTS, "监护人微信号", NULL},
    {ENI_VISITS, "サービス利用日付", "date"},
    {ENI_REFERRERS, "電話番号（直通）", "phone"},
};

static const struct {
	enum eni_vocab vocab;
	const char *word, *code;
} words[] = {
    {ENI_V_COGNITION, "中等症", "moderate"},
    {ENI_V_STATUS, "actvie", "active"},
    {ENI_V_STATUS, "施設", NULL}, /* of two kanji any other two are near */
    {ENI_V_REASON, "死亡先不明", NULL},
    {ENI_V_STATUS, "decaesed", NULL}, /* a death is read, never guessed */
    {ENI_V_PERMIT, "同意します?", NULL},
    {ENI_V_PERMIT, "yess", NULL},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		const struct eni_field *f = eni_guess_field(headers[i].kind, eni_str_of(headers[i].header));

		is_str(eni_str_of(f == NULL ? "none" : f->name), headers[i].field == NULL ? "none" : headers[i].field,
		    headers[i].header);
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *code = eni_guess_word(words[i].vocab, eni_str_of(words[i].word));

		is_str(eni_str_of(code == NULL ? "none" : code), words[i].code == NULL ? "none" : words[i].code, words[i].word);
	}
	return unit_done();
}
