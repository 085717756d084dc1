/* Reading our own texts: what counts, where, and for whom. */
#include "partner/lint.h"
#include "unit.h"

enum to { PARTNER, WANTS_FACT, CENTER, CENTER_WANTS_FACT, FAMILY, READERS };
static const struct eni_audience audience[READERS] = {[PARTNER] = {.partner = true},
    [WANTS_FACT] = {.partner = true, .wants_fact = true},
    [CENTER] = {.partner = true, .commissioned = true},
    [CENTER_WANTS_FACT] = {.partner = true, .commissioned = true, .wants_fact = true},
    [FAMILY] = {.partner = false}};

static const struct {
	const char *text, *found; /* line level word because; ... */
	enum to to;
} texts[] = {
    {"", "", WANTS_FACT},
    {"ご紹介ください", "1 warn ご紹介ください ask; 1 warn  no-number; ", WANTS_FACT},
    {"2名お受けできます", "", WANTS_FACT},
    {"２名お受けできます", "", WANTS_FACT},
    {"②", "", WANTS_FACT},
    {"二名お受けできます", "", WANTS_FACT},
    {"十分にお受けできます", "1 warn  no-number; ", WANTS_FACT},
    {"還有三个名额", "", WANTS_FACT},
    {"何かあればご連絡ください。ご紹介ください。", "1 warn 何かあればご連絡 ask; ", PARTNER},
    {"よろしくお願いします。\nご紹介ください。", "2 warn ご紹介ください ask; ", PARTNER},
    {"宜しくお願い致します。", "1 note 宜しくお願い致します ask; ", PARTNER},
    {"ご紹介くださいました方", "", PARTNER},
    {"ご紹介くださいましてありがとう。何かあればご連絡を。", "1 warn 何かあればご連絡 ask; ", PARTNER},
    {"紹介\nくだ\nさい", "1 warn 紹介ください ask; ", PARTNER},
    {"a\n\nお中元\nお歳暮", "3 warn お中元 gift; 4 warn お歳暮 gift; ", PARTNER},
    {"お中元。お中元。", "1 error お中元 gift-forbidden; ", CENTER},
    {"お菓子作りとお菓子", "1 warn お菓子 gift; ", PARTNER},
    {"手土産は不要です", "", CENTER},
    {"Please refer your clients", "1 warn please refer ask; ", PARTNER},
    {"Please refer to page 2", "", WANTS_FACT},
    {"请 介 绍 客 户", "1 warn 请介绍客户 ask; ", PARTNER},
    {"谢礼ではなく\xff\xfe回扣", "1 warn 谢礼 gift; 1 warn 回扣 gift; ", PARTNER},
    {"何かあれば、ご連絡ください", "1 warn 何かあればご連絡 ask; ", PARTNER},
    {"何かございましたら、\nいつでもご連絡ください", "1 warn 何かございましたらいつでもご連絡 ask; ", PARTNER},
    {"お知り合いを紹介してください", "1 warn 紹介してください ask; ", PARTNER},
    {"请，多介绍。欢迎推荐。", "1 warn 请多介绍 ask; ", PARTNER},
    {"1,000円の商品券、御中元", "1 error 商品券 gift-forbidden; 1 error 御中元 gift-forbidden; 1 warn  no-number; ",
	CENTER_WANTS_FACT},
    {"本机构谢绝红包，也不给佣金", "", PARTNER},
    /* gifts, as people word them */
    {"QUOカードをお持ちします", "1 warn QUOカード gift; ", PARTNER},
    {"ＱＵＯカードと図書カード", "1 warn QUOカード gift; 1 warn 図書カード gift; ", PARTNER},
    {"お礼の品を用意しました", "1 warn お礼の品 gift; ", PARTNER},
    {"心ばかりの品ですが、お納めください", "1 warn 心ばかりの品 gift; ", PARTNER},
    {"差し入れをお届けします", "1 warn 差し入れ gift; ", PARTNER},
    {"金一封をお包みしました", "1 warn 金一封 gift; ", PARTNER},
    {"来週、接待の席を設けます", "1 warn 接待 gift; ", PARTNER},
    {"家属来访请做好接待", "", PARTNER},
    {"会食にお招きします", "1 warn 会食 gift; ", PARTNER},
    {"本月推荐有返现，月底宴请各位", "1 warn 返现 gift; 1 warn 宴请 gift; ", PARTNER},
    {"给各位老师带了水果和月饼", "1 warn 水果 gift; 1 warn 月饼 gift; ", PARTNER},
    {"每天下午有水果，中秋有月饼", "", FAMILY},
    {"做月饼活动", "", PARTNER},
    {"ご紹介1件につき3000円お支払いします", "1 warn 支払 gift; ", PARTNER},
    {"ご紹介いただいた方には五千円を差し上げます", "1 warn 差し上げ gift; ", PARTNER},
    {"料金は1名につき3,000円です。ご紹介状をお持ちください", "", PARTNER},
    {"每介绍一位老人奖励500元", "1 warn 奖励 gift; ", PARTNER},
    {"推荐成功返您二百元", "1 warn 返 gift; ", PARTNER},
    {"推荐套餐每月3980元", "", PARTNER},
    /* what takes a gift back, and what does not */
    {"謝礼はいただきません", "", CENTER},
    {"謝礼は、一切いただいておりません", "", CENTER},
    {"粗品の配布は行いません", "", CENTER},
    {"手ぶらでお越しください", "", CENTER},
    {"空手前往即可", "", CENTER},
    {"お土産話をお聞かせください", "", CENTER},
    {"手土産などのお気遣いはご遠慮ください", "", CENTER},
    {"お菓子をお持ちしますので、返礼は不要です", "1 error お菓子 gift-forbidden; ", CENTER},
    {"ご返信は不要です。お菓子をお届けします", "1 error お菓子 gift-forbidden; ", CENTER},
    {"遠慮なくお菓子をお召し上がりください", "1 error お菓子 gift-forbidden; ", CENTER},
    {"お菓子を召し上がりませんか", "1 error お菓子 gift-forbidden; ", CENTER},
    {"谢绝红包、礼品和购物卡", "", CENTER},
    {"红包一律不收", "", CENTER},
    {"没有床位，送上月饼", "1 error 月饼 gift-forbidden; ", CENTER},
    {"评估不收费，另有礼品", "1 error 礼品 gift-forbidden; ", CENTER},
    /* asking */
    {"ご紹介お待ちしております", "1 warn 紹介お待ち ask; ", PARTNER},
    {"利用者様をお回しください", "1 warn お回しください ask; ", PARTNER},
    {"ぜひご紹介を", "1 warn ぜひご紹介を ask; ", PARTNER},
    {"希望贵院多转介", "1 warn 多转介 ask; ", PARTNER},
    {"请帮忙转介", "1 warn 帮忙转介 ask; ", PARTNER},
    {"今后多多关照", "1 note 多多关照 ask; ", PARTNER},
    /* whom they send is no fact about us */
    {"2名ご紹介でプレゼント", "1 warn プレゼント gift; 1 warn  no-number; ", WANTS_FACT},
    {"推荐2位送购物卡。周三有1张床位", "1 warn 购物卡 gift; ", WANTS_FACT},
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
		eni_lint_text(&l, eni_str_of(texts[i].text), audience[texts[i].to]);
		show(&out, &l);
		is_str(eni_buf_str(&out), texts[i].found, texts[i].text);
	}
	eni_buf_free(&out);
	eni_lint_close(&l);
	return unit_done();
}
