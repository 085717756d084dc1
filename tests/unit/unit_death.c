/*
 * What texts say of death: the client's, somebody else's, none.
 */
#include "rec/death.h"
#include "rec/vocabulary.h"

#include "unit.h"

static const char *const clients[] = {"娘：母が今朝亡くなりました", "妻：主人が亡くなりました", "家族：死亡",
    "家族「亡くなりました」", "R8.11.2没", "令和8年11月2日 没", "老人死了", "天寿を全うされた", "妻:本日永眠しました",
    "長男（死亡の連絡）", "女儿家中去世", "夫婦とも死亡", "死亡", "死　亡", "死亡退所", "死亡により終了", "終了（死亡）",
    "死亡していました", "ご逝去", "お亡くなりになりました", "亡くなられた", "亡くなっていた", "11/10 入院先で逝去", "急逝",
    "病院で永眠されました", "他界", "施設で看取り", "看取り後終了", "看取られる", "自宅で看取った", "みとり終了", "天国へ",
    "息を引き取る", "お悔やみ済", "ご遺族へ連絡済", "ｽﾃﾙﾍﾞﾝ", "死", "R8.11.3 死", "（亡）", "去世", "已过世", "老人于11月3日病逝",
    "因病身故", "離世", "仙逝", "辞世", "与世长辞", "猝死", "Deceased", "passed away", "Died 2026-11-02", "DIED", "death",
    /* somebody is named and it is not they who died */
    "妻より死亡の連絡", "長男様より逝去されたとの電話", "長男より、母が亡くなったと連絡", "妻に看取られ永眠", "妻が看取り",
    "家族に見守られ他界", "長女宅で死亡", "長女の家で永眠", "妻が死亡届を提出", "妻が発見し死亡確認", "主治医が死亡を確認",
    "妻が介護していたが死亡", "夫の介護中に死亡", "本人死亡", "ご本人様が亡くなられた", "妻は健在、本人死亡", "妻死亡、本人も死亡",
    "女儿来电告知老人去世", "儿子来电，已去世", "儿子说母亲去世了", "女儿接回家后去世", "家属告知去世", "利用者様 他界",
    "亡くなった 長男より電話", "亡くなったと妻より連絡", "son called: died", "人没了", "家属说老人上周在医院没了",
    "11月8日抢救无效", "家属处理后事", "儿子守灵", "已送殡仪馆", "已于上周离开了我们", "丧葬补贴已领", "享年91岁",
    /* what follows a death, and how people are told of it */
    "訃報のご連絡あり", "11/27 訃報", "葬儀は11/30", "通夜に参列", "お通夜・告別式に参列しました", "香典をお渡し", "弔電を送付",
    "天寿をまっとうされた", "享年92", "四十九日が済んだとのこと", "ご愁傷様です", "旅立ったとのこと", "长女来电，追悼会11月3日",
    /* names are no relations */
    "山田和夫死亡", "正夫 逝去", "我妻様死亡", "花子様ご逝去"};

static const char *const others[] = {
    "夫が一昨年亡くなり独居",
    "母死亡のため",
    "父親が亡くなり実家へ",
    "夫が亡くなったと長女より","家族：妻死亡、長男同居", "隣席の利用者が亡くなり来たくない", "仲良しの利用者さんが亡くなり",
    "他の方が亡くなった", "邻床老人去世", "其他老人去世", "同房间老人去世受影响", "配偶者：死亡", "妻：死亡、長男同居",
    "配偶者（2020年死亡）", "夫（故人）", "昨年奥様を亡くされた", "妻死亡", "妻 死亡", "夫の死去", "配偶者他界", "老伴去世",
    "主人が亡くなり", "息子さん逝去", "介護者死亡", "父去世", "ご主人様が亡くなられた", "奥様のご逝去", "夫の急死",
    "夫が先月亡くなり独居", "夫が11月3日に心筋梗塞で急に亡くなり", "夫癌で死亡", "妻（花子）死亡", "妻（死亡）", "利用者の妻死亡",
    "妻が、先月死亡", "妻を亡くし意欲低下", "妻に先立たれ", "夫と死別", "夫の看取り", "妻を看取り", "亡くなった夫の法事",
    "亡夫の墓参り", "未亡人", "丧偶", "丧偶独居", "老伴上个月去世", "老伴因病去世", "老伴的去世", "去世的老伴", "其妻去世",
    "儿子车祸身故", "愛犬が死亡", "主介護者の長男死亡", "キーパーソン死亡のため施設へ", "兄弟が相次いで他界", "wife died",
    "Husband passed away", "wife's death", "death of his wife", "終了（妻死亡）", "本人の夫死亡", "義父逝去",
    "同室の方が亡くなり不安", "友人の告別式に参列", "ご主人の四十九日", "義兄の訃報", "母亲去世", "家属去世", "患者丈夫已去世",
    "老伴去年走了，独居", "他爱人走了", "老人的妹妹走了", "父母都不在了", "夫人去世", "邻床奶奶去世", "其他人去世", "舍友去世",
    "老伴丧事", "儿子奔丧"};

/* They may only have left. */
static const char *const doubtful[] = {
    /* told by whom the client is that relative to */
    "母が亡くなりましたとのこと（長女）",
    "お母様が亡くなられたとご長女より",
    "母が昨日亡くなりましたと長女より電話",
    "母は先日他界しました、とのこと",
    "お母さんが亡くなったそうです（ケアマネより）",
    "義母が亡くなりました（嫁より）",
    "夫が亡くなりました（奥様より）",
    "妻が亡くなりましたとご主人より",
    "主人が今朝亡くなりました",
    "先月末に母が亡くなったとのこと（ご長男）",
    "息子さん「父が今朝息を引き取りました」",
    "母を看取りました、と長女より",
    "儿子说父亲走了",
    /* not known */
    "死亡？要確認",
    "逝去？",
    "死亡らしい",
    "死亡か（未確認）",
    "死亡（要確認）",
    "去世？待核实","走了", "老人走了", "12/1 走了", "奶奶上周走了", "老爷子夜里走了", "11月8日走的",
    "老人在医院走了，床位已清", "老人在睡梦中安详地走了", "走得很突然", "女儿打电话来说老人走了", "儿子转告：走了", "老人已不在了",
    "上个月老了"};

static const char *const nothing[] = {
    "脑梗死",
    "急性心肌梗死",
    "股骨头坏死",
    "壊死",
    "已死心",
    "价格贵死了",
    "老人没了力气",
    "送归西安",
    "亡くなりかけた",
    "死んでも嫌だ",
    "入院",
    "看取り希望",
    "看取りを希望",
    "看取り対応",
    "看取りの方針",
    "看取り期",
    "看取り体制",
    "看取り施設へ",
    "看取り加算",
    "看取り介護加算",
    "看取り予定",
    "看取りについて相談",
    "看取り可",
    "みとり希望",
    "死亡ではない",
    "死亡でなく入院",
    "亡くなっていない",
    "亡くなっていません",
    "まだ亡くなられていない",
    "死亡保険",
    "死亡時の連絡先は長男",
    "死亡の場合は長男へ",
    "死亡リスク",
    "未死亡",
    "遺族年金",
    "立ち往生",
    "見取り図",
    "自殺未遂",
    "死にたいと言う",
    "必死",
    "不眠",
    "没有去世",
    "看了一圈，走了",
    "参观完就走了",
    "11点走的",
    "被女儿接走了",
    "搬走了",
    "术后能下地走了",
    "老人走了一圈",
    "本人不在家",
    "人老了，走路慢",
    "床位没了",
    "微信没了",
    "提前安排后事",
    "并未去世",
    "死亡风险",
    "葬儀のため休み",
    "妻の葬儀のため休み",
    "姉の通夜で欠席",
    "通夜に参列のため欠席",
    "四十九日法要のため外泊",
    "葬儀の希望を伺う",
    "葬儀社に勤めていた",
    "参加追悼会请假",
    "studied",
    "deadline",
    "embodied",
    "その他",
    "亡霊",
};

static void
check(const char *const *text, size_t n, enum eni_death want)
{
	for (size_t i = 0; i < n; i++)
		unit_check_int((int)eni_death_read(eni_str_of(text[i])), (int)want, __FILE__, __LINE__, text[i]);
}

/* A cell that is a word of a vocabulary is not read for a death any more: the words and this reader must agree. */
static void
check_word(enum eni_vocab vocab, int code, const char *word)
{
	bool dead = eni_word_is(vocab, code, ENI_IS_DEATH);

	unit_check_int(eni_death_read(eni_str_of(word)) == ENI_DEATH_CLIENT, dead, __FILE__, __LINE__, word);
}

static void
check_vocabulary(enum eni_vocab vocab)
{
	static const char *const lang[] = {"en", "ja", "zh"};
	const char *further;

	for (int code = 1; code <= (int)eni_word_count(vocab); code++) {
		for (size_t i = 0; i < sizeof lang / sizeof *lang; i++)
			check_word(vocab, code, eni_word_label(vocab, code, lang[i]));
		for (size_t i = 0; (further = eni_word_further(vocab, code, i)) != NULL; i++)
			check_word(vocab, code, further);
	}
}

int
main(void)
{
	check_vocabulary(ENI_V_STATUS);
	check_vocabulary(ENI_V_REASON);
	check_vocabulary(ENI_V_LOST_REASON);
	check(clients, sizeof clients / sizeof *clients, ENI_DEATH_CLIENT);
	check(others, sizeof others / sizeof *others, ENI_DEATH_OTHER);
	check(doubtful, sizeof doubtful / sizeof *doubtful, ENI_DEATH_DOUBTFUL);
	check(nothing, sizeof nothing / sizeof *nothing, ENI_DEATH_NONE);
	return unit_done();
}
