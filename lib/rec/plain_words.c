/*
 * Words that say no more than their code: 終了 of ended, TEL of call, 要介3 of care3, not 入院中 of paused or 長女 of family.
 * Room: rec.  Only these and the labels are written for a code into a list that uses them; what else a cell may say is read and
 * never said of another person.  A further word of which this is true is a word here (enishi-decisions(7), decision 59).
 */
#include "rec/vocabulary.h"

#include "base/text.h"

/* clang-format off */
static const struct {
	enum eni_vocab vocab;
	const char *words; /* as eni_casefold leaves them, parted by blanks; NULL: all of the vocabulary */
} plain[] = {
    {ENI_V_STATUS, "問合せ 問合わせ 咨询中 お試し 体験中 体験利用 试住中 体验 试用 入居中 入住 入住中 继续 継続 継続中 現利用 利用 在籍 在院 在院中 服务中 使用中 "
	"休み お休み 休止中 一時休止 休 暂停中 終了 解約 退所 退居 利用終了 契約終了 利用中止 利用停止 休眠 休眠中 终止 已退住 已终止 结束 已结束 "
	"断り 受入不可 受け入れ不可 謝絶 已婉拒 拒收 不成立 未成約 失注 未签 逝去 ご逝去 死去 他界 永眠 已去世 逝世 已故 过世 身故"},
    {ENI_V_REASON, "対人関係 人际关系 規則変更 規定変更 规定变更 他サービス 他社 事業所変更 入所 施設 入院中 入院のため 住院中 逝去 ご逝去 死去 他界 永眠 逝世 已故 过世 身故 "
	"不詳 わからない 分からない 原因不明 理由不明 未知 不详 不清楚 そのほか その外 其它"},
    {ENI_V_OUTLOOK, NULL},
    {ENI_V_LOST_REASON, "金額 費用 费用 他社 競合 竞争对手 満員 满员 已满 不詳 わからない 分からない 未知 不详 不清楚 そのほか 其它"},
    {ENI_V_INTENT, "申込 申し込み 高 迷い 迷っている 検討中 犹豫 犹豫中 考虑中"},
    {ENI_V_CHANNEL, "お電話 tel phone telephone でんわ 架電 打电话 致电 电联 ファックス ファクス ファクシミリ eメール イーメール 電子メール mail e-mail 电子邮件 电邮 "
	"上门拜访 拜访 封書 信件 信函 対面 见面 当面 ショートメール ショートメッセージ 短信息 ライン ウィーチャット weixin 内部 社内 作業 タスク 席の確保 席確保 枠確保 预留名额 留位"},
    {ENI_V_TO, "ご本人 本人様 利用者 利用者本人 老人 客户 长者 ご家族 家族様 家人 意思決定者 决策者 关键决策人 ケアマネジャー ケアマネージャー 担当ケアマネ 介護支援専門員 cm 个案经理 "
	"包括 包括支援センター 地域包括支援センター ドクター 大夫 紹介者 推荐方 介绍人 スタッフ 社内 内部 同事"},
    {ENI_V_OUTCOME, "済み 完了 連絡済 連絡済み 対応済 対応済み 実施 実施済 完成 已完成 送付済 送付済み 已发 予約済 予約済み 预约 已约 promised 検討 考え中 考虑 "
	"受領 受け取り 收到 拒否 断り お断り 断られた 谢绝 婉拒 回绝 利用再開 復帰 恢复使用 已恢复 応答なし 不応答 不出 出ない 出ず 留守 未接 未接听 无应答 没人接 "
	"留守番電話 留守録 语音留言 話し中 お話し中 通話中 忙线 话中 未達 退信"},
    {ENI_V_REFERRER_KIND, "地域包括 包括 包括支援センター 居宅介護支援事業所 居宅 居宅支援 ケアマネ事業所 クリニック 一般診療所 介護事業所 サービス事業所 "
	"居委会 居民委员会 そのほか 其它"},
    {ENI_V_DIR, NULL},
    {ENI_V_CARE_LEVEL, NULL},
    {ENI_V_SEX, NULL},
    {ENI_V_YES, NULL},
    {ENI_V_PERMIT, "y 1 true on 有 有り あり ○ 〇 ◯ ● ✓ ✔ √ ☑ ✅ レ 同意 同意あり 同意有 同意有り 同意済 同意済み 同意する 同意します 承諾 承諾済 承諾済み 了承 了承済 了承済み 可 ok "
	"許可 許可する 已同意 可以 愿意 接受 n 0 false off 無 無し なし × ✕ ✖ ☒ ✗ ✘ ❌ 無い ない 未 □ ☐ 未同意 同意なし 同意無 同意無し 同意しない 同意しません 未取得 拒否 不可 ng "
	"无 没有 不是 不同意 不愿意 不可以 不接受"},
    {ENI_V_FORBID, NULL},
};
/* clang-format on */

static bool
is_folded(const char *word, struct eni_str folded)
{
	struct eni_buf other = {0};
	bool same;

	eni_casefold(&other, eni_str_of(word));
	same = eni_str_eq(eni_buf_str(&other), folded);
	eni_buf_free(&other);
	return same;
}

/* Any further word of the code, as a whole: no word with a remark behind it. */
static bool
is_further(enum eni_vocab vocab, int code, struct eni_str folded)
{
	const char *further;

	for (size_t i = 0; (further = eni_word_further(vocab, code, i)) != NULL; i++)
		if (eni_str_is(folded, further))
			return true;
	return false;
}

const char *
eni_plain_words(enum eni_vocab vocab, bool *all)
{
	*all = false;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (plain[i].vocab == vocab) {
			*all = plain[i].words == NULL;
			return plain[i].words;
		}
	return NULL;
}

static bool
is_plain(enum eni_vocab vocab, int code, struct eni_str folded)
{
	bool all;
	const char *words = eni_plain_words(vocab, &all);

	if (is_folded(eni_word_code(vocab, code), folded) || is_folded(eni_word_label(vocab, code, "ja"), folded) ||
	    is_folded(eni_word_label(vocab, code, "zh"), folded))
		return true;
	return is_further(vocab, code, folded) && (all || eni_is_piece(eni_str_of(words), folded));
}

bool
eni_word_is_plain(enum eni_vocab vocab, int code, struct eni_str word)
{
	struct eni_buf folded = {0};
	bool is;

	eni_casefold(&folded, word);
	is = is_plain(vocab, code, eni_buf_str(&folded));
	eni_buf_free(&folded);
	return is;
}

struct eni_str
eni_word_kept(enum eni_vocab vocab, int code, struct eni_str word)
{
	return eni_word_is_plain(vocab, code, word) ? eni_str_of(eni_word_code(vocab, code)) : word;
}
