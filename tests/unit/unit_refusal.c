/* Texts in which somebody asks us not to call again, and those that only look like it. */
#include "rec/refusal.h"
#include "unit.h"

static void
check(const char *const *text, size_t n, bool refuses)
{
	for (size_t i = 0; i < n; i++)
		ok(eni_refuses_contact(eni_str_of(text[i])) == refuses, text[i]);
}

int
main(void)
{
	static const char *const refusals[] = {
	    "もう連絡しないで",
	    "今後連絡不要",
	    "今後の連絡は不要とのこと",
	    "11/8 ご長男より、今後の連絡は不要とのこと",
	    "もう電話してこないでほしいと言われた",
	    "二度とかけてくるなと怒鳴られる",
	    "これ以上の連絡はやめてほしい",
	    "一切の連絡を拒否",
	    "今後一切の勧誘お断り",
	    "今後の営業ＴＥＬはお断りとのこと",
	    "話は聞いてくださったが、今後訪問は控えてほしいとのこと",
	    "不要再打来了",
	    "家属说别再联系了",
	    "请勿再联系",
	    "以后不用联系了",
	    "女儿表示以后不要再打电话",
	    "女儿微信说以后不要再联系",
	    "今后请勿打扰",
	    "今后谢绝回访",
	    "不希望我们再打电话",
	    "再也不要打来",
	};
	static const char *const others[] = {
	    "", "今後は夫への連絡不要、長女へ", "今後、送迎時の電話は不要", "夜は電話しないで", "電話不可", "もう電話に出ない",
	    "もう連絡がつかない", "もう一度電話。留守", "もう不要", "もう訪問しています", "今後の連絡先は長女",
	    "今後は電話で連絡ください", "今後ケアマネに連絡", "今後の連絡はメール希望", "今後の電話はお断り、メールでお願いします",
	    "今後も連絡を取り合う。心配はいらない", "一切問題なし", "以后联系女儿", "以后打女儿电话", "以后别打电话，发微信就行",
	    "以后不要再打电话，改联系女儿", "不要再吃糖", "电话不通，以后再打", "再联系",
	    "\xe4\xbb\x8a\xe5\xbe\x8c\xe9\x80", /* cut within a character */
	};

	check(refusals, sizeof refusals / sizeof *refusals, true);
	check(others, sizeof others / sizeof *others, false);
	return unit_done();
}
