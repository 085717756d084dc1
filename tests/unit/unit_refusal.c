/* Texts in which somebody asks us not to call again, and those that only look like it. */
#include "rec/refusal.h"
#include "unit.h"

static void
check(const char *const *text, size_t n, unsigned in, bool refuses)
{
	for (size_t i = 0; i < n; i++)
		for (unsigned place = ENI_IN_JOURNAL; place <= ENI_IN_PARTNER; place <<= 1)
			if ((in & place) != 0)
				ok(eni_refuses_contact(eni_str_of(text[i]), (enum eni_refusal_place)place) == refuses, text[i]);
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
	static const char *const refused_there_too[] = {
	    "電話・訪問ともにお断りされた",
	    "着信拒否されている",
	    "ご家族より「電話はもう結構」とのこと",
	    "もう連絡は結構です",
	};
	/* In a record a plain no is one; in the journal it may be about this one call. */
	static const char *const plain[] = {
	    "お見舞い・電話は遠慮してほしいとのこと",
	    "連絡はお断り",
	    "今後は利用しない。連絡も不要",
	    "連絡しないこと（家族希望）",
	    "連絡はしないように",
	    "関わらないでほしい",
	    "そっとしておいてほしい",
	    "連絡いりません",
	    "連絡ＮＧ",
	    "連絡を拒否",
	    "お電話ご遠慮ください",
	    "ご連絡には及びません",
	    "夜に電話あり、連絡は不要とのこと",
	    "長男様：訪問お断り",
	    "电话不通。不要联系",
	    "别打电话了",
	    "拒接我们电话",
	    "家属：不想联系",
	};
	static const char *const partners[] = {
	    "営業のFAXは今後不要とのこと",
	    "空き情報のＦＡＸはもう送らないで",
	    "FAX・電話とも営業は今後お断りとのこと",
	    "毎月の案内は不要",
	    "空き情報は不要と言われた",
	};
	static const char *const wishes[] = {
	    "夜は電話しないで",
	    "夜は、電話しないで",
	    "電話しないで（日中）",
	    "電話NG、メールで",
	    "電話NG",
	    "折り返し連絡不要",
	    "送迎の連絡不要",
	    "職場への電話はお断り",
	    "本日連絡不要",
	    "電話でお断りした",
	    "電話し、断られた",
	    "連絡は電話で結構です",
	    "電話は遠慮なくどうぞ",
	    "訪問介護は不要",
	    "連絡帳不要",
	    "電話番号不要",
	    "連絡がないと困るとのこと",
	    "今後の連絡は不要と言っていたが、11/20 長男より連絡ほしいと電話あり",
	    "もう電話しないでと以前言われたが和解済",
	    "連絡拒否だったが、今はOK",
	    "晚上别打电话",
	    "不要联系老人，联系女儿",
	    "不用打扫",
	};
	static const char *const others[] = {
	    "", "说不要再打折了，直接给底价", "老人说不要再打胰岛素了", "女儿说不要再打她爸手机，打她的",
	    "不用再打电话确认，周六一定到", "不要再打扫那么早", "不要再打麻将", "不要再打座机", "不要再打电话给医院",
	    "今後は夫への連絡不要、長女へ", "今後、送迎時の電話は不要", "夜は電話しないで", "電話不可", "もう電話に出ない",
	    "もう連絡がつかない", "もう一度電話。留守", "もう不要", "もう訪問しています", "今後の連絡先は長女",
	    "今後は電話で連絡ください", "今後ケアマネに連絡", "今後の連絡はメール希望", "今後の電話はお断り、メールでお願いします",
	    "今後も連絡を取り合う。心配はいらない", "一切問題なし", "以后联系女儿", "以后打女儿电话", "以后别打电话，发微信就行",
	    "以后不要再打电话，改联系女儿", "不要再吃糖", "电话不通，以后再打", "再联系",
	    "\xe4\xbb\x8a\xe5\xbe\x8c\xe9\x80", /* cut within a character */
	};

	enum { RECORDS = ENI_IN_CLIENT | ENI_IN_PARTNER, ALL = ENI_IN_JOURNAL | RECORDS };

	check(refusals, sizeof refusals / sizeof *refusals, ALL, true);
	check(refused_there_too, sizeof refused_there_too / sizeof *refused_there_too, ALL, true);
	check(plain, sizeof plain / sizeof *plain, RECORDS, true);
	check(plain, sizeof plain / sizeof *plain, ENI_IN_JOURNAL, false);
	check(partners, sizeof partners / sizeof *partners, ENI_IN_PARTNER, true);
	check(wishes, sizeof wishes / sizeof *wishes, ALL, false);
	check(others, sizeof others / sizeof *others, ALL, false);
	return unit_done();
}
