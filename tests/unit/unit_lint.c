/* Reading our own texts: what counts, where, and for whom. */
#include "partner/lint.h"
#include "unit.h"

static const struct {
	const char *text, *found; /* line level word because; ... */
	bool commissioned, wants_fact;
} texts[] = {
    {"", "", false, true},
    {"ご紹介ください", "1 warn ご紹介ください ask; 1 warn  no-number; ", false, true},
    {"2名お受けできます", "", false, true},
    {"２名お受けできます", "", false, true},
    {"②", "", false, true},
    {"二名お受けできます", "", false, true},
    {"十分にお受けできます", "1 warn  no-number; ", false, true},
    {"還有三个名额", "", false, true},
    {"何かあればご連絡ください。ご紹介ください。", "1 warn 何かあればご連絡 ask; ", false, false},
    {"よろしくお願いします。\nご紹介ください。", "2 warn ご紹介ください ask; ", false, false},
    {"宜しくお願い致します。", "1 note 宜しくお願い致します ask; ", false, false},
    {"ご紹介くださいました方", "", false, false},
    {"ご紹介くださいましてありがとう。何かあればご連絡を。", "1 warn 何かあればご連絡 ask; ", false, false},
    {"紹介\nくだ\nさい", "1 warn 紹介ください ask; ", false, false},
    {"a\n\nお中元\nお歳暮", "3 warn お中元 gift; 4 warn お歳暮 gift; ", false, false},
    {"お中元。お中元。", "1 error お中元 gift-forbidden; ", true, false},
    {"お菓子作りとお菓子", "1 warn お菓子 gift; ", false, false},
    {"手土産は不要です", "", true, false},
    {"Please refer your clients", "1 warn please refer ask; ", false, false},
    {"Please refer to page 2", "", false, true},
    {"请 介 绍 客 户", "1 warn 请介绍客户 ask; ", false, false},
    {"谢礼ではなく\xff\xfe回扣", "1 warn 谢礼 gift; 1 warn 回扣 gift; ", false, false},
    {"何かあれば、ご連絡ください", "1 warn 何かあればご連絡 ask; ", false, false},
    {"何かございましたら、\nいつでもご連絡ください", "1 warn 何かございましたらいつでもご連絡 ask; ", false, false},
    {"お知り合いを紹介してください", "1 warn 紹介してください ask; ", false, false},
    {"请，多介绍。欢迎推荐。", "1 warn 请多介绍 ask; ", false, false},
    {"1,000円の商品券、御中元", "1 error 商品券 gift-forbidden; 1 error 御中元 gift-forbidden; ", true, true},
    {"本机构谢绝红包，也不给佣金", "1 warn 佣金 gift; ", false, false},
};

static void
show(struct eni_buf *out, const struct eni_lint *l)
{
	out->n = 0;
	for (size_t i = 0; i < l->n; i++)
		eni_buf_printf(out, "%zu %s %.*s %s; ", l->row[i].line, eni_word_code(ENI_V_LEVEL, (int)l->row[i].level),
		    (int)l->row[i].word.n, l->row[i].word.p, eni_word_code(ENI_V_BECAUSE, (int)l->row[i].because));
}

int
main(void)
{
	struct eni_lint l;
	struct eni_buf out = {0};

	eni_lint_open(&l);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		eni_lint_text(&l, eni_str_of(texts[i].text), (struct eni_audience){texts[i].commissioned, texts[i].wants_fact});
		show(&out, &l);
		is_str(eni_buf_str(&out), texts[i].found, texts[i].text);
	}
	eni_buf_free(&out);
	eni_lint_close(&l);
	return unit_done();
}
