/* How cells of enumerations are read: whole, without a remark, by a stem, or not. */
#include <stdio.h>

#include "base/text.h"
#include "rec/reading.h"
#include "rec/stems.h"
#include "unit.h"

/* want: the code; "unread"; how: w whole, r without remark, s by stem, - unread. */
static const struct {
	enum eni_vocab vocab;
	const char *cell, *want, *how;
} cells[] = {
    {ENI_V_STATUS, "終了（死亡）", "deceased", "r"},
    {ENI_V_STATUS, "中止（入院）", "ended", "r"},
    {ENI_V_STATUS, "休止・入院中", "paused", "r"},
    {ENI_V_STATUS, "終了（特養入所）", "ended", "r"},
    {ENI_V_STATUS, "在住（住院中）", "paused", "r"},
    {ENI_V_STATUS, "在住(请假)", "paused", "r"},
    {ENI_V_STATUS, "利用中（週2回）", "active", "r"},
    {ENI_V_STATUS, "利用中（水曜休み）", "active", "r"},
    {ENI_V_STATUS, "利用中（10/1より再開）", "active", "r"},
    {ENI_V_STATUS, "見学（辞退）", "lost", "r"},
    {ENI_V_STATUS, "【休止】入院のため", "paused", "r"},
    {ENI_V_STATUS, "入院（予定）", "unread", "-"},
    {ENI_V_STATUS, "入院（11月予定）", "unread", "-"},
    {ENI_V_STATUS, "入院（退院）", "unread", "-"},
    {ENI_V_STATUS, "入院中（11/20退院予定）", "paused", "r"},
    {ENI_V_STATUS, "入院（退院未定）", "paused", "r"},
    {ENI_V_STATUS, "休止（再開予定）", "paused", "r"},
    {ENI_V_STATUS, "入院予定", "unread", "-"},
    {ENI_V_STATUS, "未入院", "unread", "-"},
    {ENI_V_STATUS, "入院していない", "unread", "-"},
    {ENI_V_STATUS, "退院", "unread", "-"},
    {ENI_V_STATUS, "退院待ち", "unread", "-"},
    {ENI_V_STATUS, "施設待機", "unread", "-"},
    {ENI_V_STATUS, "再開", "active", "w"},
    {ENI_V_STATUS, "キャンセル待ち", "inquiry", "w"},
    {ENI_V_STATUS, "週3回利用", "active", "s"},
    {ENI_V_STATUS, "再開予定", "unread", "-"},
    {ENI_V_STATUS, "死亡ではない", "unread", "-"},
    {ENI_V_STATUS, "終了予定", "unread", "-"},
    {ENI_V_STATUS, "退所相談中", "unread", "-"},
    {ENI_V_STATUS, "未利用", "inquiry", "w"},
    {ENI_V_STATUS, "候补", "inquiry", "w"},
    {ENI_V_STATUS, "已签约未入住", "inquiry", "w"},
    {ENI_V_STATUS, "契約済（未入居）", "inquiry", "r"},
    {ENI_V_STATUS, "已签约", "inquiry", "w"},
    {ENI_V_STATUS, "已入住", "active", "w"},
    {ENI_V_STATUS, "已流失", "lost", "w"},
    {ENI_V_STATUS, "施術中", "active", "w"},
    {ENI_V_STATUS, "○", "active", "w"},
    {ENI_V_STATUS, "一時休止", "paused", "w"},
    {ENI_V_STATUS, "一時中止中", "paused", "s"},
    {ENI_V_STATUS, "A病院に入院中", "paused", "s"},
    {ENI_V_STATUS, "特養へ入所", "ended", "s"},
    {ENI_V_STATUS, "？", "unread", "-"},
    {ENI_V_STATUS, "別紙参照", "unread", "-"},
    {ENI_V_STATUS, "終了（お亡くなりになりました）", "deceased", "s"},
    {ENI_V_STATUS, "終了（妻死亡）", "ended", "r"},
    {ENI_V_STATUS, "見学（検討中）", "inquiry", "r"},
    {ENI_V_STATUS, "体験（11/27予定）", "trial", "r"},
    {ENI_V_STATUS, "見学検討中", "inquiry", "s"},
    {ENI_V_STATUS, "暂不考虑", "inquiry", "w"},
    {ENI_V_STATUS, "不考虑了", "lost", "s"},
    {ENI_V_STATUS, "老人无意向", "lost", "s"},
    {ENI_V_STATUS, "已交定金", "inquiry", "s"},
    {ENI_V_STATUS, "正常", "active", "w"},
    {ENI_V_STATUS, "不正常", "unread", "-"},
    {ENI_V_STATUS, "回家过年", "paused", "s"},
    {ENI_V_STATUS, "已停止服务", "ended", "s"},
    {ENI_V_STATUS, "已退院", "ended", "w"},
    {ENI_V_STATUS, "已出院", "unread", "-"}, /* out of the home, or of hospital: see at_home */
    {ENI_V_REASON, "对护工不满意", "person", "s"},
    {ENI_V_REASON, "和室友处不来", "person", "s"},
    {ENI_V_REASON, "饭菜不合口味", "other", "s"},
    {ENI_V_REASON, "搬去颐养院", "facility", "s"},
    {ENI_V_OUTCOME, "已电话", "done", "w"},
    {ENI_V_OUTCOME, "已电话，没接", "no_answer", "r"},
    {ENI_V_OUTCOME, "已家访，不在家", "no_answer", "s"},
    {ENI_V_OUTCOME, "√", "done", "w"},
    {ENI_V_INTENT, "想尽快入住", "high", "s"},
    {ENI_V_INTENT, "不着急", "notnow", "w"},
    {ENI_V_INTENT, "需商量", "hesitant", "s"},
    {ENI_V_REASON, "取消陪餐", "rule_change", "s"},
    {ENI_V_REASON, "去了别的日照", "other_service", "s"},
    {ENI_V_INCIDENT_STATUS, "未结", "open", "w"},
    {ENI_V_REASON, "护理员骂人", "person", "s"},
    {ENI_V_TO, "居委会", "center", "s"},
    {ENI_V_TO, "二姑", "family", "s"},
    {ENI_V_OUTCOME, "女儿接的，说不来了", "refused", "s"},
    {ENI_V_OUTCOME, "已经住进了别家", "refused", "s"},
    {ENI_V_OUTCOME, "不用再打了", "refused", "s"},
    {ENI_V_OUTCOME, "已拉黑", "refused", "s"},
    {ENI_V_OUTCOME, "改到周五", "booked", "s"},
    {ENI_V_OUTCOME, "说好了周六来", "booked", "s"},
    {ENI_V_OUTCOME, "同意试住", "booked", "w"},
    {ENI_V_OUTCOME, "再比较比较", "considering", "s"},
    {ENI_V_OUTCOME, "还没定", "considering", "s"},
    {ENI_V_OUTCOME, "等儿子回来", "considering", "s"},
    {ENI_V_OUTCOME, "晚点回电", "no_answer", "s"},
    {ENI_V_OUTCOME, "直接挂了", "no_answer", "s"},
    {ENI_V_OUTCOME, "还没接", "no_answer", "s"},
    {ENI_V_OUTCOME, "微信没通过", "no_answer", "s"},
    {ENI_V_OUTCOME, "女儿接的", "done", "s"},
    {ENI_V_OUTCOME, "情况好转", "done", "s"},
    {ENI_V_OUTCOME, "身体恢复了", "done", "s"},
    {ENI_V_OUTCOME, "恢复服务了", "returned", "s"},
    {ENI_V_OUTCOME, "已返院", "returned", "w"},
    {ENI_V_OUTCOME, "女儿接听", "done", "s"},
    {ENI_V_OUTCOME, "无人接听", "no_answer", "w"},
    {ENI_V_OUTCOME, "暂时无法接通", "no_answer", "s"},
    {ENI_V_OUTCOME, "对方通话中", "busy", "s"},
    {ENI_V_OUTCOME, "家属在忙，稍后再打", "no_answer", "s"},
    {ENI_V_OUTCOME, "不愿再谈", "refused", "s"},
    {ENI_V_OUTCOME, "号码不是本人", "bounced", "s"},
    {ENI_V_REASON, "护工打架", "person", "s"},
    {ENI_V_REASON, "搬去女儿家", "other", "s"},
    {ENI_V_FAMILY_ATTITUDE, "儿子同意，女儿反对", "oppose", "s"},
    {ENI_V_FAMILY_ATTITUDE, "儿子同意", "support", "s"},
    {ENI_V_TO, "孙女", "family", "w"},
    {ENI_V_TO, "孙医生", "doctor", "s"},
    {ENI_V_TO, "社工", "unread", "-"}, /* of a hospital only where it says so */
    {ENI_V_CHANNEL, "入户走访", "visit", "s"},
    {ENI_V_CARE_LEVEL, "重度", "gb3", "w"},
    {ENI_V_CARE_LEVEL, "重度失智", "unread", "-"},
    {ENI_V_CARE_LEVEL, "二级护理", "unread", "-"}, /* counted from either end, by home */
    {ENI_V_COGNITION, "阿尔茨海默症", "mild", "s"},
    {ENI_V_COGNITION, "阿尔茨海默症中期", "moderate", "s"},
    {ENI_V_MOBILITY, "能自己走", "walk", "s"},
    {ENI_V_MOBILITY, "不能自己走", "unread", "-"},
    {ENI_V_MOBILITY, "扶拐", "cane", "w"},
    {ENI_V_NEED, "助餐", "meals", "w"},
    {ENI_V_REASON, "妻死亡", "other", "s"},
    {ENI_V_REASON, "終了（妻死亡）", "other", "s"},
    {ENI_V_REASON, "入院（死亡）", "death", "s"},
    {ENI_V_REASON, "肺炎で死亡", "death", "s"},
    {ENI_V_REASON, "職員とのトラブル", "person", "s"},
    {ENI_V_REASON, "利用者同士のトラブルで", "person", "s"},
    {ENI_V_REASON, "トラブル", "unread", "-"},
    {ENI_V_REASON, "金銭トラブル", "other", "s"},
    {ENI_V_REASON, "隣の人とトラブル", "person", "s"},
    {ENI_V_REASON, "他のデイに変更", "other_service", "s"},
    {ENI_V_REASON, "特養に入ることになった", "facility", "s"},
    {ENI_V_REASON, "老健へ移られた", "facility", "s"},
    {ENI_V_REASON, "転院のため", "hospital", "s"},
    {ENI_V_REASON, "入院（骨折）", "hospital", "r"},
    {ENI_V_REASON, "入院・骨折", "hospital", "r"},
    {ENI_V_REASON, "骨折で入院", "hospital", "s"},
    {ENI_V_REASON, "体調不良で入院", "hospital", "s"},
    {ENI_V_REASON, "病気（入院）", "hospital", "r"},
    {ENI_V_REASON, "体調不良", "other", "w"},
    {ENI_V_REASON, "けが", "other", "w"},
    {ENI_V_REASON, "ケガのため", "other", "s"},
    {ENI_V_REASON, "骨折", "other", "w"},
    {ENI_V_REASON, "その他（ショートステイ長期利用）", "other", "r"},
    {ENI_V_REASON, "その他（入院）", "hospital", "r"},
    {ENI_V_REASON, "本人希望により他デイへ", "other_service", "s"},
    {ENI_V_REASON, "家族の都合で施設入所", "facility", "s"},
    {ENI_V_REASON, "施設入所希望", "unread", "-"},
    {ENI_V_REASON, "施設待機", "unread", "-"},
    {ENI_V_REASON, "特養待機中に入院", "hospital", "s"},
    {ENI_V_REASON, "特養に入れなかった", "unread", "-"},
    {ENI_V_REASON, "特養に入所できず", "unread", "-"},
    {ENI_V_REASON, "特養さくら苑入所（予定）", "unread", "-"},
    {ENI_V_REASON, "入院のため利用できない", "hospital", "s"},
    {ENI_V_REASON, "入院で来られない", "hospital", "s"},
    {ENI_V_REASON, "入院中で通所できない", "hospital", "s"},
    {ENI_V_REASON, "入院していない", "unread", "-"},
    {ENI_V_REASON, "入院なし", "unread", "-"},
    {ENI_V_REASON, "入院歴あり", "unread", "-"},
    {ENI_V_REASON, "没有住院", "unread", "-"},
    {ENI_V_REASON, "没能住院", "unread", "-"},
    {ENI_V_REASON, "退院", "unread", "-"},
    {ENI_V_REASON, "退院後、施設入所", "facility", "s"},
    {ENI_V_REASON, "？？", "unknown", "w"},
    {ENI_V_REASON, "---", "unknown", "w"},
    {ENI_V_REASON, "―", "unknown", "w"},
    {ENI_V_REASON, "本人の希望", "other", "w"},
    {ENI_V_REASON, "自己都合", "other", "w"},
    {ENI_V_REASON, "接回家照顾", "other", "s"},
    {ENI_V_REASON, "费用太高", "other", "s"},
    {ENI_V_REASON, "別紙参照", "unread", "-"},
    {ENI_V_REASON, "与护工有矛盾", "person", "s"},
    {ENI_V_REASON, "送迎時間が合わない", "rule_change", "s"},
    {ENI_V_REASON, "妻が入院", "unread", "-"},
    {ENI_V_REASON, "母の施設入所", "unread", "-"},
    {ENI_V_REASON, "家族の都合で入院", "hospital", "s"},
    {ENI_V_REASON, "特養を断られた", "unread", "-"},
    {ENI_V_REASON, "他デイと併用", "unread", "-"},
    {ENI_V_REASON, "入院費用", "unread", "-"},
    {ENI_V_STATUS, "来月から再開", "unread", "-"},
    {ENI_V_STATUS, "10月から休止", "paused", "s"},
    {ENI_V_STATUS, "中止の申し出", "unread", "-"},
    {ENI_V_OUTCOME, "連絡が取れた", "done", "w"},
    {ENI_V_OUTCOME, "電話に出られず", "no_answer", "s"},
    {ENI_V_OUTCOME, "もう結構ですと断られた", "refused", "s"},
    {ENI_V_OUTCOME, "不要と断られました", "refused", "s"},
    {ENI_V_REASON, "職員と合わない", "person", "s"},
    {ENI_V_REASON, "相性が良くない", "person", "s"},
    {ENI_V_REASON, "人間関係ではない", "unread", "-"},
    {ENI_V_REASON, "費用が払えない", "other", "s"},
    {ENI_V_LOST_REASON, "空きがなかった", "no_room", "s"},
    {ENI_V_LOST_REASON, "説明が足りない", "unclear_answers", "s"},
    {ENI_V_LOST_REASON, "家族が賛成しない", "unread", "-"},
    {ENI_V_OUTCOME, "OK", "done", "w"},
    {ENI_V_OUTCOME, "○", "done", "w"},
    {ENI_V_OUTCOME, "電話した", "done", "w"},
    {ENI_V_OUTCOME, "FAX済", "sent", "w"},
    {ENI_V_OUTCOME, "郵送", "sent", "w"},
    {ENI_V_OUTCOME, "訪問済", "done", "w"},
    {ENI_V_OUTCOME, "確認済", "done", "w"},
    {ENI_V_OUTCOME, "かけ直し", "no_answer", "w"},
    {ENI_V_OUTCOME, "留守電に入れた", "voicemail", "w"},
    {ENI_V_OUTCOME, "空号", "bounced", "w"},
    {ENI_V_OUTCOME, "关机", "no_answer", "w"},
    {ENI_V_OUTCOME, "電話したが出ない", "no_answer", "s"},
    {ENI_V_OUTCOME, "電話したが不在でした", "no_answer", "s"},
    {ENI_V_OUTCOME, "留守電にメッセージを残した", "voicemail", "s"},
    {ENI_V_OUTCOME, "検討中とのこと", "considering", "s"},
    {ENI_V_OUTCOME, "訪問の約束をした", "booked", "s"},
    {ENI_V_OUTCOME, "家族と話ができた", "done", "s"},
    {ENI_V_OUTCOME, "不要", "refused", "w"},
    {ENI_V_OUTCOME, "また戻ることになりました", "returned", "s"},
    {ENI_V_OUTCOME, "家属说决定回来住", "returned", "s"},
    {ENI_V_OUTCOME, "再開予定", "unread", "-"},
    {ENI_V_OUTCOME, "未連絡", "unread", "-"},
    {ENI_V_OUTCOME, "来週から再開", "unread", "-"},
    {ENI_V_OUTCOME, "再開の意向あり", "unread", "-"},
    {ENI_V_OUTCOME, "再開は難しい", "unread", "-"},
    {ENI_V_OUTCOME, "再開は難しいとのこと", "done", "s"},
    {ENI_V_OUTCOME, "再開が決まりました", "booked", "s"},
    {ENI_V_OUTCOME, "話せました", "done", "s"},
    {ENI_V_OUTCOME, "特変なし", "done", "w"},
    {ENI_V_OUTCOME, "不在とのこと", "no_answer", "s"},
    {ENI_V_OUTCOME, "折り返しますとのこと", "no_answer", "s"},
    {ENI_V_OUTCOME, "担当者は会議中", "no_answer", "s"},
    {ENI_V_OUTCOME, "繋がらなかった", "no_answer", "s"},
    {ENI_V_OUTCOME, "電源が入っていない", "no_answer", "s"},
    {ENI_V_OUTCOME, "留守ではなかった", "unread", "-"},
    {ENI_V_OUTCOME, "現在使われておりません", "bounced", "s"},
    {ENI_V_OUTCOME, "「もう結構」とのこと", "refused", "r"},
    {ENI_V_OUTCOME, "他のデイに決めたとのこと", "refused", "s"},
    {ENI_V_OUTCOME, "資料お渡し", "sent", "s"},
    {ENI_V_STATUS, "利用継続は困難", "unread", "-"},
    {ENI_V_REASON, "他の方と折り合いが悪く", "person", "s"},
    {ENI_V_REASON, "娘様宅（他県）へ", "other", "r"},
    {ENI_V_STATUS, "短期入所中", "paused", "s"},
    {ENI_V_REASON, "短期入所", "other", "w"},
    {ENI_V_REASON, "長男宅で転倒し入院", "hospital", "s"},
    {ENI_V_VISIT_OUTCOME, "済", "attended", "w"},
    {ENI_V_VISIT_OUTCOME, "体験", "attended", "w"},
    {ENI_V_OUTLOOK, "あり", "likely", "w"},
    {ENI_V_OUTLOOK, "なし", "unlikely", "w"},
    {ENI_V_OUTCOME, "已发微信", "sent", "w"},
    {ENI_V_OUTCOME, "家属说再考虑考虑", "considering", "s"},
    {ENI_V_OUTCOME, "没人接电话", "no_answer", "s"},
    {ENI_V_VISIT_OUTCOME, "欠席（発熱）", "absent", "r"},
    {ENI_V_VISIT_OUTCOME, "欠席・連絡あり", "absent", "r"},
    {ENI_V_VISIT_OUTCOME, "出席（午前のみ）", "attended", "r"},
    {ENI_V_VISIT_OUTCOME, "出席午前のみ", "attended", "s"},
    {ENI_V_VISIT_OUTCOME, "カゼでお休み", "absent", "s"},
    {ENI_V_VISIT_OUTCOME, "利用なし", "absent", "w"},
    {ENI_V_VISIT_OUTCOME, "訪問したが不在", "absent", "s"},
    {ENI_V_VISIT_OUTCOME, "スタッフ都合で中止", "cancelled_by_us", "s"},
    {ENI_V_VISIT_OUTCOME, "11/20に振替", "moved", "s"},
    {ENI_V_CARE_LEVEL, "要介護３（申請中）", "care3", "r"},
    {ENI_V_CARE_LEVEL, "介護度3", "care3", "w"},
    {ENI_V_CARE_LEVEL, "半失能", "semi", "w"},
    {ENI_V_CARE_LEVEL, "失能老人", "full", "s"},
    {ENI_V_CARE_LEVEL, "不能自理", "full", "w"},
    {ENI_V_COGNITION, "轻度认知症", "mild", "w"},
    {ENI_V_COGNITION, "認知症あり", "mild", "s"},
    {ENI_V_COGNITION, "認知症（中等度）", "moderate", "r"},
    {ENI_V_COGNITION, "重い認知症で重度", "severe", "s"},
    {ENI_V_COGNITION, "IIa", "mild", "w"},
    {ENI_V_COGNITION, "Ⅲb", "moderate", "w"},
    {ENI_V_COGNITION, "自立度Ⅱb", "mild", "s"},
    {ENI_V_COGNITION, "認知症なし", "normal", "w"},
    {ENI_V_COGNITION, "認知症はない", "normal", "s"},
    {ENI_V_COGNITION, "認知症の疑い", "unread", "-"},
    {ENI_V_MOBILITY, "坐轮椅", "wheelchair", "w"},
    {ENI_V_MOBILITY, "拄拐", "cane", "w"},
    {ENI_V_MOBILITY, "車椅子自走", "wheelchair", "s"},
    {ENI_V_MOBILITY, "歩行困難", "unread", "-"},
    {ENI_V_MOBILITY, "杖・歩行器", "cane", "r"},
    {ENI_V_NEED, "入浴介助希望", "bathing", "s"},
    {ENI_V_NEED, "入浴は不要", "unread", "-"},
    {ENI_V_RISK, "転倒リスクあり", "fall", "s"},
    {ENI_V_RISK, "夜间有坠床风险", "fall", "s"},
    {ENI_V_RISK, "感染症なし", "unread", "-"},
    {ENI_V_SYMPTOM, "朝から38.2度", "fever", "s"},
    {ENI_V_SYMPTOM, "欠席(発熱)", "fever", "s"},
    {ENI_V_SYMPTOM, "熱はない", "unread", "-"},
    {ENI_V_SYMPTOM, "コロナワクチンのため", "unread", "-"},
    {ENI_V_NEED, "不需要助浴", "unread", "-"},
    {ENI_V_HOUSE_RULE, "喫煙ルールの変更", "smoking", "s"},
    {ENI_V_HOUSE_RULE, "不让抽烟了", "smoking", "s"},
    {ENI_V_HOUSE_RULE, "お迎えが早くなった", "pickup_time", "s"},
    {ENI_V_HOUSE_RULE, "入浴の順番", "unread", "-"},
    {ENI_V_CHANNEL, "電話（不可）", "unread", "-"},
    {ENI_V_CHANNEL, "電話にて", "call", "s"},
    {ENI_V_CHANNEL, "オンライン面談", "meet", "s"},
    {ENI_V_TO, "長男の嫁", "family", "s"},
    {ENI_V_CONSENT_KIND, "マッサージ・変形徒手", "massage", "r"},
    {ENI_V_INTENT, "契約したい", "ready", "w"},
    {ENI_V_PERMIT, "同意・拒否", "unread", "-"},
    {ENI_V_PERMIT, "同意（口頭）", "yes", "r"},
    {ENI_V_WEEKDAY, "月・水", "unread", "-"},
};

static void
test_cells(void)
{
	static const char how[] = "wrs-";

	for (int again = 0; again < 2; again++)
		for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
			struct eni_word_reading r = eni_word_read(cells[i].vocab, eni_str_of(cells[i].cell));
			char says[64], want[64];

			snprintf(says, sizeof says, "%s %c", eni_word_code(cells[i].vocab, r.code), how[r.how]);
			snprintf(want, sizeof want, "%s %s", cells[i].want, cells[i].how);
			is_str(eni_str_of(says), want, cells[i].cell);
		}
}

static bool
is_own_fold(const char *text)
{
	struct eni_buf folded = {0};
	bool own;

	eni_casefold(&folded, eni_str_of(text));
	own = eni_str_is(eni_buf_str(&folded), text);
	eni_buf_free(&folded);
	return own;
}

/* Whether an earlier stem of the vocabulary is the same text and says something else. */
static bool
is_contradicted(enum eni_vocab vocab, size_t i)
{
	int code, other;
	const char *text = eni_stem_text(vocab, i, &code), *before;

	for (size_t k = 0; k < i; k++)
		if (strcmp(before = eni_stem_text(vocab, k, &other), text) == 0 && other != code)
			return true;
	return false;
}

/* A stem is compared with folded text, so that one written otherwise would never be found; and each says one thing. */
static void
test_stems(void)
{
	for (int v = 0; v < ENI_VOCABS; v++) {
		const char *text, *before = "";
		int code;

		for (size_t i = 0; (text = eni_stem_text((enum eni_vocab)v, i, &code)) != NULL; i++, before = text) {
			struct eni_stem stem;

			ok(is_own_fold(text), text);
			ok(code < ENI_UNKNOWN_WORD, text); /* a row's code is a word of its vocabulary */
			ok(strlen(text) <= strlen(before) || i == 0, "longest first");
			ok(!is_contradicted((enum eni_vocab)v, i), text);
			if (code == 0 && eni_stems_find((enum eni_vocab)v, eni_str_of(text), &stem))
				is_int(stem.code, ENI_UNKNOWN_WORD, text);
		}
	}
}

/* The same cell, asked again, out of what is remembered: its parts are parts of it. */
static void
test_parts(void)
{
	for (int again = 0; again < 2; again++) {
		struct eni_word_reading r = eni_word_read(ENI_V_STATUS, ENI_S(" 終了（ 特養入所 ） "));

		is_str(r.head, "終了", "head");
		is_str(r.remark, "特養入所", "remark");
		r = eni_word_read(ENI_V_STATUS, ENI_S("　利用中　"));
		is_str(r.head, "利用中", "a whole cell is all head");
		is_int((long)r.remark.n, 0, "no remark");
		r = eni_word_read(ENI_V_STATUS, ENI_S("【休止】転倒"));
		is_str(r.head, "休止", "a bracket in front");
		is_str(r.remark, "転倒", "what follows it");
	}
	is_int(eni_word_said(ENI_V_STATUS, ENI_S("")), 0, "empty");
	is_int(eni_word_said(ENI_V_STATUS, ENI_S(" 　")), 0, "blank");
	is_int(eni_word_said(ENI_V_STATUS, ENI_S("()")), ENI_UNKNOWN_WORD, "brackets around nothing");
	is_int(eni_word_said(ENI_V_STATUS, ENI_S("\xff\xfe（")), ENI_UNKNOWN_WORD, "no UTF-8");
	is_int(eni_word_read(ENI_V_STATUS, ENI_S("入所")).at_home, ENI_STATUS_ACTIVE, "who moves into this home is here");
	is_int(eni_word_read(ENI_V_STATUS, ENI_S("施設入所")).at_home, ENI_STATUS_ENDED, "another home");
	is_int(eni_word_read(ENI_V_STATUS, ENI_S("入居待ち")).at_home, ENI_STATUS_INQUIRY, "who waits for a place here has asked");
	is_int(eni_word_said(ENI_V_STATUS, ENI_S("入居待ち")), ENI_UNKNOWN_WORD, "who waits for one elsewhere may be anything");
}

int
main(void)
{
	test_cells();
	test_stems();
	test_parts();
	return unit_done();
}
