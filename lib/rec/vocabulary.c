/*
 * The rows of the vocabularies and the index over them: see vocabulary.h.
 * The name of a word the program reasons about stands in its row; rows without a name follow the one before.  The place for a new
 * word is the end of its vocabulary: a row that takes the number of a named one is warned of by the compiler.
 * Further words are written as eni_casefold leaves them, so nothing is folded to build the index, and a word that a file writes
 * plainly is found by its bytes alone; only what is missed that way is folded and tried again.
 */
#include "rec/vocabulary.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/table.h"
#include "base/text.h"
#include "rec/death.h"

struct word {
	const char *code, *ja, *zh;       /* NULL: the code serves */
	const char *const *also;          /* NULL-terminated, or NULL */
	unsigned is;                      /* enum eni_trait */
	union {                           /* what its vocabulary wants besides */
		enum eni_medium medium;   /* channel */
		int kind;                 /* to */
		enum eni_heading heading; /* incident_kind */
		int minutes;              /* step */
	};
};

#define ALSO(...)                                                                                                                  \
	.also = (const char *const[])                                                                                              \
	{                                                                                                                          \
		__VA_ARGS__, NULL                                                                                                  \
	}

/* tests/one-more builds with one word more in every open vocabulary. */
#ifdef ENI_ONE_MORE_WORD
#define ONE_MORE {"test-word", "試験語", "测试词", .also = NULL},
#else
#define ONE_MORE
#endif

#define ROWS(rows) (sizeof(rows) / sizeof *(rows)) /* with that of no word, 0 */
/* A vocabulary to which words may be added. */
#define OPEN(rows) _Static_assert(ROWS(rows) <= ENI_UNKNOWN_WORD, #rows ": the numbers of its words fit a set")
/* One whose values the program itself makes: a row for each name and no other. */
#define CLOSED(rows, names) ENI_ROW_FOR_EACH(rows, names)

/* clang-format off */
static const struct word none[] = {[0] = {.code = NULL}};
static const struct word status[] = {
    [ENI_STATUS_INQUIRY] = {"inquiry", "問い合わせ", "咨询", ALSO("問合せ", "問合わせ", "見込み", "見込", "意向", "相談", "相談中", "咨询中", "意向客户", "潜在客户", "見学", "参观", "未利用", "候补", "候補", "候補者", "待機", "待機中", "契約済", "契約済み", "契約済未入居", "契約済未利用", "已签约", "已签约未入住", "待入住", "新規"), .is = ENI_IS_ASKING | ENI_IS_AHEAD},
    [ENI_STATUS_TRIAL] = {"trial", "体験", "试住", ALSO("お試し", "体験中", "体験利用", "体験入居", "试住中", "体验", "试用"), .is = ENI_IS_ASKING | ENI_IS_HERE | ENI_IS_AHEAD},
    [ENI_STATUS_ACTIVE] = {"active", "利用中", "在住", ALSO("入居中", "入住", "入住中", "继续", "継続", "継続中", "現利用", "利用", "在籍", "在院", "在院中", "服务中", "使用中", "○", "〇", "◯", "●", "施術中", "訪問中", "治療中", "通所中", "在籍中", "契約中", "已入住"), .is = ENI_IS_HERE},
    [ENI_STATUS_PAUSED] = {"paused", "休止", "暂停", ALSO("休み", "お休み", "休止中", "一時休止", "長期休み", "入院中", "暂停中", "请假", "请假中", "住院中", "入院", "休", "住院", "一時中止", "請假"), .is = ENI_IS_GONE | ENI_IS_AWAY},
    [ENI_STATUS_ENDED] = {"ended", "中止", "退住", ALSO("終了", "解約", "退所", "退居", "利用終了", "契約終了", "卒業", "休眠", "休眠中", "终止", "已退住", "已终止", "结束", "已结束", "施設入所", "利用中止", "利用停止", "転居", "转院", "已退", "已离开", "退会", "契約解除", "解約済", "終了済", "中止済"), .is = ENI_IS_GONE | ENI_IS_AWAY | ENI_IS_OVER},
    [ENI_STATUS_DECLINED] = {"declined", "お断り", "婉拒", ALSO("断り", "受入不可", "受け入れ不可", "謝絶", "已婉拒", "拒收")},
    [ENI_STATUS_LOST] = {"lost", "不成約", "未签约", ALSO("不成立", "未成約", "失注", "見送り", "辞退", "キャンセル", "未签", "流失", "已流失", "放弃", "已放弃")},
    [ENI_STATUS_DECEASED] = {"deceased", "死亡", "去世", ALSO("逝去", "ご逝去", "死去", "他界", "永眠", "亡くなった", "已去世", "逝世", "已故", "过世", "身故"), .is = ENI_IS_GONE | ENI_IS_OVER | ENI_IS_DEATH},
    ONE_MORE
};
OPEN(status);
static const struct word reason[] = {
    [ENI_REASON_PERSON] = {"person", "人間関係", "人际原因", ALSO("利用者同士", "職員対応", "相性", "対人関係", "利用者との関係", "職員との関係", "人际关系", "人际矛盾"), .is = ENI_IS_PERSONAL},
    [ENI_REASON_RULE_CHANGE] = {"rule_change", "ルール変更", "规则变更", ALSO("規則変更", "規定変更", "送迎変更", "送迎時間", "送迎時間変更", "禁煙", "规定变更", "接送变更", "接送时间变更", "禁烟")},
    [ENI_REASON_OTHER_SERVICE] = {"other_service", "他事業所", "转其他机构", ALSO("他デイ", "他デイサービス", "他のデイ", "他サービス", "他社", "事業所変更", "小規模多機能", "小規模多機能型居宅介護", "小多機", "转机构", "换机构", "其他机构", "他デイへ", "他事業所へ")},
    [ENI_REASON_FACILITY] = {"facility", "施設入所", "入住机构", ALSO("特養", "特別養護老人ホーム", "有料", "有料老人ホーム", "老健", "グループホーム", "サ高住", "入所", "入居", "施設入居", "施設", "入住养老院", "特養入所", "有料入居"), .is = ENI_IS_UNWINNABLE | ENI_IS_FINAL},
    [ENI_REASON_HOSPITAL] = {"hospital", "入院", "住院", ALSO("入院中", "病院", "医療機関", "住院中", "入院のため", "転院"), .is = ENI_IS_UNWINNABLE},
    [ENI_REASON_DEATH] = {"death", "死亡", "去世", ALSO("逝去", "ご逝去", "死去", "他界", "永眠", "亡くなった", "逝世", "已故", "过世", "身故"), .is = ENI_IS_UNWINNABLE | ENI_IS_DEATH | ENI_IS_FINAL},
    [ENI_REASON_UNKNOWN] = {"unknown", "不明", "不明", ALSO("不詳", "わからない", "分からない", "原因不明", "理由不明", "未確認", "未知", "不详", "不清楚"), .is = ENI_IS_VAGUE},
    [ENI_REASON_OTHER] = {"other", "その他", "其他", ALSO("そのほか", "その外", "其它", "けが", "怪我", "ケガ", "病気", "骨折", "体調不良", "生病", "受伤", "疾病", "本人希望", "自己都合", "家族の都合", "家族都合", "転居", "ショートステイ", "費用", "费用", "接回家"), .is = ENI_IS_VAGUE},
    ONE_MORE
};
OPEN(reason);
static const struct word outlook[] = {
    [ENI_OUTLOOK_LIKELY] = {"likely", "再開見込み", "可恢复", ALSO("見込みあり", "見込み有", "再開見込みあり", "再開予定", "有望", "あり", "有", "有り", "○", "〇", "◯", "可能恢复", "有望恢复")},
    [ENI_OUTLOOK_UNLIKELY] = {"unlikely", "見込み薄", "恢复困难", ALSO("見込みなし", "見込み無し", "再開見込みなし", "再開困難", "再開不可", "なし", "無", "無し", "×", "✕", "困難", "難しい", "不太可能", "无望", "难以恢复")},
    ONE_MORE
};
OPEN(outlook);
static const struct word lost_reason[] = {
    [1] = {"price", "料金", "价格", ALSO("性价比", "高い", "高額", "費用", "予算", "金額", "费用", "太贵", "费用高")},
    {"waiting", "待ち", "等待太久", ALSO("待ち時間", "待機", "待機期間", "等待", "等待时间", "等待时间长")},
    {"competitor", "他施設", "选择其他机构", ALSO("竞品", "他事業所", "他社", "競合", "竞争对手", "选择竞品", "其他机构")},
    {"visiting", "面会", "探视", ALSO("面会制限", "探视政策", "探视限制")},
    {"stability", "安定性", "服务稳定性", ALSO("安定", "職員の入れ替わり", "稳定性")},
    {"unclear_answers", "説明不足", "解答不清", ALSO("説明不十分", "説明があいまい", "解答模糊", "答复不清", "解释不清")},
    {"family_opposed", "家族反対", "家属反对", ALSO("家族の反対", "反対", "子女反对", "家人反对", "反对")},
    {"autonomy", "自由", "希望自由安排", ALSO("自由度", "自由時間", "自主", "社交自主", "社交自主权")},
    {"route", "見学", "参观路线", ALSO("見学順路", "見学コース", "参观体验")},
    {"no_room", "満室", "无床位", ALSO("満員", "空きなし", "空室なし", "空床なし", "满员", "已满", "没有床位")},
    {"health", "体調", "健康变化", ALSO("体調変化", "体調悪化", "入院", "健康状態", "身体状况", "病情变化", "住院")},
    [ENI_LOST_REASON_UNKNOWN] = {"unknown", "不明", "不明", ALSO("不詳", "わからない", "分からない", "未確認", "未知", "不详", "不清楚"), .is = ENI_IS_VAGUE},
    {"other", "その他", "其他", ALSO("そのほか", "其它"), .is = ENI_IS_VAGUE},
    ONE_MORE
};
OPEN(lost_reason);
static const struct word intent[] = {
    [1] = {"ready", "申込み", "明确签约", ALSO("申込", "申し込み", "契約予定", "入居決定", "契約済", "契約済み", "契約済未入居", "契約済未利用", "已签约", "已签约未入住", "待入住", "明确签约意向", "决定入住")},
    {"high", "高い", "高意向", ALSO("高", "強い", "高意向度", "意向高")},
    {"hesitant", "迷い中", "犹豫型", ALSO("迷い", "迷っている", "検討中", "検討", "犹豫", "犹豫中", "考虑中", "中意向")},
    {"notnow", "今は見送り", "暂不考虑", ALSO("今はなし", "見送り", "今は不要", "低い", "低意向", "暂不", "不考虑")},
    ONE_MORE
};
OPEN(intent);
static const struct word channel[] = {
    [ENI_CHANNEL_CALL] = {"call", "電話", "电话", ALSO("お電話", "tel", "phone", "telephone", "でんわ", "携帯", "携帯電話", "固定電話", "架電", "手机", "座机", "打电话", "致电", "电联"), .medium = ENI_MEDIUM_CALL},
    [ENI_CHANNEL_FAX] = {"fax", "FAX", "传真", ALSO("ファックス", "ファクス", "ファクシミリ"), .medium = ENI_MEDIUM_FAX},
    [ENI_CHANNEL_EMAIL] = {"email", "メール", "邮件", ALSO("eメール", "イーメール", "電子メール", "携帯メール", "mail", "e-mail", "电子邮件", "邮箱", "电邮"), .medium = ENI_MEDIUM_MESSAGE},
    [ENI_CHANNEL_VISIT] = {"visit", "訪問", "上门", ALSO("自宅訪問", "お見舞い", "見舞い", "上门拜访", "拜访", "家访", "探望"), .medium = ENI_MEDIUM_VISIT},
    [ENI_CHANNEL_LETTER] = {"letter", "手紙", "书信", ALSO("郵送", "郵便", "封書", "はがき", "ハガキ", "葉書", "信件", "信函", "邮寄", "寄信"), .medium = ENI_MEDIUM_LETTER},
    [ENI_CHANNEL_MEET] = {"meet", "面談", "面谈", ALSO("来所", "来院", "来店", "来訪", "対面", "面会", "到访", "来访", "见面", "当面"), .medium = ENI_MEDIUM_VISIT},
    [ENI_CHANNEL_SMS] = {"sms", "SMS", "短信", ALSO("ショートメール", "ショートメッセージ", "短信息"), .medium = ENI_MEDIUM_MESSAGE},
    [ENI_CHANNEL_LINE] = {"line", "LINE", NULL, ALSO("ライン"), .medium = ENI_MEDIUM_MESSAGE},
    [ENI_CHANNEL_WECHAT] = {"wechat", NULL, "微信", ALSO("ウィーチャット", "weixin", "企业微信"), .medium = ENI_MEDIUM_MESSAGE},
    [ENI_CHANNEL_TASK] = {"task", "内部作業", "内部任务", ALSO("内部", "社内", "作業", "タスク"), .medium = ENI_MEDIUM_TASK},
    [ENI_CHANNEL_HOLD] = {"hold", "枠の確保", "预留", ALSO("席の確保", "席確保", "枠確保", "確保", "预留名额", "留位"), .medium = ENI_MEDIUM_TASK},
    ONE_MORE
};
OPEN(channel);
static const struct word to[] = {
    [ENI_TO_CLIENT] = {"client", "本人", "本人", ALSO("ご本人", "本人様", "利用者", "利用者本人", "患者", "入居者", "老人", "客户", "长者"), .is = ENI_IS_PRIVATE},
    [ENI_TO_FAMILY] = {"family", "家族", "家属", ALSO("ご家族", "家族様", "キーパーソン", "家人", "子女", "联系人", "妻", "夫", "娘", "息子", "長男", "長女"), .is = ENI_IS_PRIVATE},
    [ENI_TO_DECISION_MAKER] = {"decision_maker", "決定者", "决策人", ALSO("意思決定者", "决策者", "关键决策人"), .is = ENI_IS_PRIVATE},
    [ENI_TO_CAREMANAGER] = {"caremanager", "ケアマネ", "个案管理员", ALSO("ケアマネジャー", "ケアマネージャー", "担当ケアマネ", "介護支援専門員", "cm", "个案经理"), .is = ENI_IS_PARTNER},
    [ENI_TO_CENTER] = {"center", "地域包括", "地区综合支援中心", ALSO("包括", "包括支援センター", "地域包括支援センター"), .is = ENI_IS_PARTNER, .kind = ENI_REFERRER_CENTER},
    [ENI_TO_HOSPITAL] = {"hospital", "病院", "医院", ALSO("病院相談員", "相談室", "地域連携室", "医療連携室", "msw"), .is = ENI_IS_PARTNER, .kind = ENI_REFERRER_HOSPITAL},
    [ENI_TO_DOCTOR] = {"doctor", "医師", "医生", ALSO("主治医", "同意医師", "ドクター", "大夫", "主治医生"), .is = ENI_IS_PARTNER},
    [ENI_TO_REFERRER] = {"referrer", "紹介元", "推荐人", ALSO("紹介者", "推荐方", "介绍人"), .is = ENI_IS_PARTNER},
    [ENI_TO_STAFF] = {"staff", "職員", "员工", ALSO("スタッフ", "社内", "内部", "同事")},
    ONE_MORE
};
OPEN(to);
static const struct word outcome[] = {
    [ENI_OUTCOME_DONE] = {"done", "済", "已联系", ALSO("済み", "完了", "連絡済", "連絡済み", "対応済", "対応済み", "実施", "実施済", "話せた", "応答", "通話", "完成", "已完成", "已沟通", "联系上", "接听", "話した", "お話しした", "つながった", "打通了", "打通", "ok", "○", "〇", "◯", "✓", "✔", "レ", "電話", "電話した", "電話済", "電話済み", "架電済", "連絡した", "訪問", "訪問した", "訪問済", "訪問済み", "面談", "面談済", "確認済", "確認済み", "確認した", "報告済", "了解", "完", "已打电话", "已回访", "已通知", "已联系上", "已接通", "已上门", "出た", "接続", "接続成功"), .is = ENI_IS_VAGUE},
    [ENI_OUTCOME_SENT] = {"sent", "送付", "已发送", ALSO("送付済", "送付済み", "送信", "送信済", "送信済み", "発送", "郵送済", "投函", "fax済", "fax済み", "fax送信", "fax送信済", "郵送", "郵送した", "メール済", "メール送信", "メールした", "已发", "已寄", "已寄出", "已发微信", "已发短信")},
    [ENI_OUTCOME_BOOKED] = {"booked", "予約", "已预约", ALSO("予約済", "予約済み", "約束", "アポ", "アポ取得", "预约", "已约"), .is = ENI_IS_AHEAD},
    [ENI_OUTCOME_CONSIDERING] = {"considering", "検討中", "考虑中", ALSO("promised", "検討", "考え中", "考虑", "再考虑"), .is = ENI_IS_AHEAD},
    [ENI_OUTCOME_RECEIVED] = {"received", "受信", "来信", ALSO("受領", "受け取り", "返信", "返信あり", "返事あり", "收到", "回信", "来电")},
    [ENI_OUTCOME_REFUSED] = {"refused", "辞退", "拒绝", ALSO("拒否", "断り", "お断り", "断られた", "不要", "谢绝", "婉拒", "回绝"), .is = ENI_IS_AHEAD},
    [ENI_OUTCOME_RETURNED] = {"returned", "再開", "恢复", ALSO("利用再開", "復帰", "恢复使用", "已恢复")},
    [ENI_OUTCOME_NO_ANSWER] = {"no_answer", "不在", "无人接听", ALSO("応答なし", "不応答", "不出", "出ない", "出ず", "留守", "未接", "未接听", "无应答", "没人接", "つながらず", "つながらない", "繋がらず", "話せず", "話せなかった", "話せませんでした", "打不通", "没打通", "未打通", "かけ直し", "掛け直し", "关机", "无人接", "✕", "×"), .is = ENI_IS_TRY | ENI_IS_AHEAD},
    [ENI_OUTCOME_VOICEMAIL] = {"voicemail", "留守電", "语音信箱", ALSO("留守番電話", "留守録", "伝言", "留守電に入れた", "留守電に録音", "语音留言", "留言"), .is = ENI_IS_TRY | ENI_IS_AHEAD},
    [ENI_OUTCOME_BUSY] = {"busy", "話中", "占线", ALSO("話し中", "お話し中", "通話中", "忙线", "话中"), .is = ENI_IS_TRY | ENI_IS_AHEAD},
    [ENI_OUTCOME_BOUNCED] = {"bounced", "不達", "退回", ALSO("未達", "送信エラー", "エラー", "宛先不明", "返戻", "戻り", "退信", "发送失败", "空号", "错号", "停机", "打错了", "打错", "番号違い", "番号使われていない"), .is = ENI_IS_TRY | ENI_IS_AHEAD},
    [ENI_OUTCOME_VOID] = {"void", "取消", "作废", ALSO("取消し", "取り消し", "取消済", "取消済み", "已作废"), .is = ENI_IS_NO_CHOICE},
    ONE_MORE
};
OPEN(outcome);
static const struct word visit_outcome[] = {
    [ENI_VISIT_ATTENDED] = {"attended", "出席", "出席", ALSO("出勤", "○", "〇", "◯", "済", "済み", "完了", "体験", "体験利用", "出", "来所", "利用", "利用あり", "施術", "施術済", "訪問", "訪問済", "実施", "実施済", "到", "已到", "已服务", "参加", "通所", "来", "✓", "✔", "√", "レ"), .is = ENI_IS_VAGUE},
    [ENI_VISIT_ABSENT] = {"absent", "欠席", "缺席", ALSO("×", "✕", "欠", "休", "休み", "お休み", "不在", "キャンセル", "中止", "利用中止", "未到", "缺勤", "请假", "取消"), .is = ENI_IS_CALLED_OFF},
    [ENI_VISIT_CANCELLED_BY_US] = {"cancelled_by_us", "事業所都合", "机构取消", ALSO("当方都合", "当院都合", "事業所都合休み", "臨時休業", "休業", "机构原因", "我方取消"), .is = ENI_IS_CALLED_OFF},
    [ENI_VISIT_MOVED] = {"moved", "振替", "改期", ALSO("振り替え", "振替え", "日程変更", "変更", "延期", "改约"), .is = ENI_IS_AHEAD},
    ONE_MORE
};
OPEN(visit_outcome);
static const struct word step_outcome[] = {
    [ENI_STEP_DONE] = {"done", "完了", "完成", ALSO("済", "済み", "終了", "已完成")},
    [ENI_STEP_DROPPED] = {"dropped", "離脱", "中途离开", ALSO("流失", "中断", "中止", "帰宅", "离开", "放弃")},
    [ENI_STEP_SKIPPED] = {"skipped", "省略", "跳过", ALSO("スキップ", "なし", "未实施")},
    ONE_MORE
};
OPEN(step_outcome);
static const struct word dir[] = {
    [ENI_DIR_OUT] = {"out", "当方から", "我方发起", ALSO("こちらから", "発信", "架電", "発", "拨出", "去电", "呼出", "打出", "我方", "outgoing", "outbound")},
    [ENI_DIR_IN] = {"in", "先方から", "对方发起", ALSO("相手から", "着信", "受電", "来電", "受信", "着", "受", "来电", "呼入", "打入", "对方", "incoming", "inbound")},
    ONE_MORE
};
OPEN(dir);
static const struct word call_dir[] = {
    [ENI_DIR_OUT] = {"out", "発信", "拨出", ALSO("架電", "発", "去电", "呼出", "outgoing", "outbound")},
    [ENI_DIR_IN] = {"in", "着信", "来电", ALSO("不在着信", "受電", "受信", "着", "未接来电", "呼入", "incoming", "inbound")},
    ONE_MORE
};
OPEN(call_dir);
/* The numbers are those of Android's CallLog. */
static const struct word call_type[] = {
    [ENI_CALL_INCOMING] = {"incoming", "着信", "呼入", ALSO("受信", "受電", "応答", "着信済", "着信済み", "着信応答", "外線着信", "来电", "已接", "已接来电", "已接电话", "呼入已接", "呼入电话", "呼入通话", "打入", "接听", "被叫", "incomingcall", "inbound", "received", "answered", "answeredexternally", "answered_externally", "in", "1", "7")},
    [ENI_CALL_OUTGOING] = {"outgoing", "発信", "呼出", ALSO("架電", "発信済", "発信済み", "外線発信", "拨出", "去电", "已拨", "已拨电话", "呼出已接", "呼出电话", "呼出通话", "拨打", "打出", "主叫", "outgoingcall", "outbound", "dialed", "dialled", "placed", "out", "2")},
    [ENI_CALL_MISSED] = {"missed", "不在着信", "未接", ALSO("不在", "着信不在", "着信不応答", "未応答", "不応答", "応答なし", "未接来电", "未接电话", "未接通话", "未接听", "呼入未接", "漏接", "missedcall", "noanswer", "unanswered", "3")},
    [ENI_CALL_REJECTED] = {"rejected", "拒否", "拒接", ALSO("着信拒否", "応答拒否", "已拒接", "拒绝", "已拒绝", "拒接来电", "挂断", "rejectedcall", "declined", "refused", "5")},
    [ENI_CALL_BLOCKED] = {"blocked", "着信ブロック", "已拦截", ALSO("ブロック", "迷惑電話", "拦截", "拦截来电", "blockedcall", "6")},
    [ENI_CALL_VOICEMAIL] = {"voicemail", "留守番電話", "语音信箱", ALSO("留守電", "留守録", "簡易留守録", "伝言", "伝言メモ", "留言", "语音留言", "4")},
    [ENI_CALL_UNREACHED] = {"unreached", "発信不応答", "呼出未接", ALSO("発信不在", "発信キャンセル", "キャンセル", "取消", "已取消", "已取消通话", "未接通", "cancelled", "canceled", "cancelledcall", "canceledcall")},
    [ENI_CALL_INTERNAL] = {"internal", "内線", "内部通话", ALSO("内線通話", "内線発信", "内線着信", "内線転送", "内线", "内部", "内部呼叫")},
};
CLOSED(call_type, ENI_CALL_TYPES);
static const struct word result[] = {
    [ENI_RESULT_ANSWERED] = {"answered", "応答", "接听", ALSO("応答あり", "応答済", "応答済み", "通話", "通話あり", "通話成立", "通話終了", "通話完了", "転送成功", "成立", "成立呼", "出た", "成功", "已接", "已接听", "接通", "已接通", "接通成功", "是", "answerd", "connected", "completed")},
    {"voicemail_left", "伝言あり", "留言", ALSO("留守電あり", "留守録あり", "メッセージあり", "已留言", "语音留言")},
    {"voicemail_hangup", "伝言なし", "未留言", ALSO("留守電切断", "メッセージなし", "没有留言")},
    {"no_answer", "応答なし", "未接", ALSO("不出", "不応答", "無応答", "未応答", "不在", "不在着信", "出ず", "応答せず", "返答なし", "失敗", "不成立", "不成立呼", "途中放棄", "途中切断", "放棄", "放棄呼", "あふれ", "あふれ呼", "切断", "拒否", "着信拒否", "キャンセル", "noanswer", "no-answer", "unanswered", "notanswered", "missed", "rejected", "declined", "abandoned", "cancelled", "canceled", "failed", "congestion", "未接听", "未接来电", "未接通", "无人接听", "拒绝接听", "无应答", "呼损", "未呼通", "拒接", "已拒接", "放弃", "ivr放弃", "排队放弃", "振铃放弃", "未应答", "漏接", "取消", "已取消", "失败", "否")},
    {"busy", "話中", "占线", ALSO("話し中", "お話し中", "通話中", "忙线", "用户忙", "话中")},
    {"out_of_range", "圏外", "不在服务区", ALSO("電源オフ", "電源切", "无法接通", "关机")},
    ONE_MORE
};
OPEN(result);
static const struct word answered_by[] = {
    [1] = {"self", "本人", "本人", ALSO("自分", "院長", "施術者", "自己")},
    {"staff", "職員", "员工", ALSO("スタッフ", "事務", "同事")},
    {"service", "電話代行", "代接服务", ALSO("代行", "電話秘書", "秘書代行", "代接")},
    ONE_MORE
};
OPEN(answered_by);
static const struct word line[] = {
    [1] = {"office", "事務所", "办公室", ALSO("固定", "固定電話", "代表", "会社", "座机")},
    {"mobile", "携帯", "手机", ALSO("携帯電話", "スマホ", "移动电话")},
    ONE_MORE
};
OPEN(line);
static const struct word referrer_kind[] = {
    [ENI_REFERRER_CENTER] = {"center", "地域包括支援センター", "地区综合支援中心", ALSO("地域包括", "包括", "包括支援センター", "介護予防支援"), .is = ENI_IS_COMMISSIONED},
    [ENI_REFERRER_CAREMANAGER_OFFICE] = {"caremanager_office", "居宅介護支援", "居家护理支援机构", ALSO("居宅介護支援事業所", "居宅", "居宅支援", "ケアマネ", "ケアマネ事業所", "ケアマネジャー")},
    [ENI_REFERRER_HOSPITAL] = {"hospital", "病院", "医院", ALSO("総合病院", "综合医院")},
    [ENI_REFERRER_CLINIC] = {"clinic", "診療所", "诊所", ALSO("クリニック", "一般診療所", "有床診療所", "無床診療所", "歯科", "歯科診療所", "社区卫生服务中心", "卫生院")},
    {"provider", "介護サービス事業所", "服务机构", ALSO("介護事業所", "サービス事業所", "デイサービス", "デイケア", "訪問介護", "訪問看護", "訪問入浴介護",
        "訪問リハビリテーション", "通所介護", "地域密着型通所介護", "認知症対応型通所介護", "通所リハビリテーション", "夜間対応型訪問介護",
        "定期巡回・随時対応型訪問介護看護", "小規模多機能型居宅介護", "看護小規模多機能型居宅介護", "短期入所生活介護", "短期入所療養介護",
        "福祉用具貸与", "特定福祉用具販売", "ショートステイ", "居家养老服务")},
    {"facility", "施設", "养老机构", ALSO("老人ホーム", "有料老人ホーム", "養護老人ホーム", "特養", "特別養護老人ホーム", "老健", "グループホーム", "サ高住",
        "介護老人福祉施設", "介護老人保健施設", "介護医療院", "認知症対応型共同生活介護", "特定施設入居者生活介護",
        "特定施設入居者生活介護(有料老人ホーム)", "特定施設入居者生活介護(有料老人ホーム(サービス付き高齢者向け住宅))", "养老院", "敬老院", "护理院")},
    {"community", "自治体", "社区", ALSO("市役所", "役場", "区役所", "社協", "社会福祉協議会", "民生委員", "自治会", "町内会", "居委会", "居民委员会", "街道")},
    [ENI_REFERRER_WORD_OF_MOUTH] = {"word_of_mouth", "口コミ", "口碑", ALSO("家族", "友人", "知人", "近所", "クチコミ", "家族紹介", "友人紹介", "知人紹介", "患者紹介", "利用者紹介", "老客户", "老客户介绍", "老客户推荐", "朋友", "朋友介绍", "熟人介绍", "亲戚", "邻居"), .is = ENI_IS_NO_PARTNER},
    {"web", "ウェブ", "网络", ALSO("ホームページ", "hp", "インターネット", "ネット", "ネット検索", "sns", "google", "インスタ", "インスタグラム", "网站", "官网", "公众号", "小红书", "抖音"), .is = ENI_IS_NO_PARTNER},
    {"other", "その他", "其他", ALSO("そのほか", "チラシ", "折込チラシ", "ポスティング", "広告", "看板", "新聞", "パンフレット", "電話帳", "タウンページ", "イベント", "通りがかり", "飛び込み", "dm",
        "其它", "传单", "宣传单", "广告", "路过")},
    ONE_MORE
};
OPEN(referrer_kind);
static const struct word incident_kind[] = {
    [ENI_INCIDENT_COMPLAINT] = {"complaint", "苦情", "投诉", ALSO("クレーム", "抱怨"), .is = ENI_IS_TROUBLE},
    [ENI_INCIDENT_FAMILY_UPSET] = {"family_upset", "家族の不満", "家属不满", ALSO("家族不満", "家族の怒り", "家属情绪"), .is = ENI_IS_TROUBLE, .heading = ENI_HEAD_FAMILY},
    [ENI_INCIDENT_FEE_DISPUTE] = {"fee_dispute", "料金トラブル", "费用纠纷", ALSO("料金問題", "料金", "费用争议", "收费纠纷"), .is = ENI_IS_TROUBLE},
    [ENI_INCIDENT_EXTENSION] = {"extension", "延長", "延时", ALSO("延長要望", "延长"), .is = ENI_IS_TROUBLE},
    [ENI_INCIDENT_EXCEPTION] = {"exception", "例外対応", "例外", ALSO("例外要望", "特例", "例外要求"), .is = ENI_IS_TROUBLE},
    [ENI_INCIDENT_RECORD_BURDEN] = {"record_burden", "記録・連携の手間", "记录负担", ALSO("記録連携の手間", "記録の手間", "連携の手間", "記録負担"), .is = ENI_IS_TROUBLE, .heading = ENI_HEAD_EFFECT},
    [ENI_INCIDENT_ACCIDENT] = {"accident", "事故", "事故", ALSO("物損事故", "车祸"), .is = ENI_IS_TROUBLE | ENI_IS_CARE_RISK | ENI_IS_GRAVE},
    [ENI_INCIDENT_FALL] = {"fall", "転倒", "跌倒", ALSO("転落", "転倒・転落", "摔倒", "跌落"), .is = ENI_IS_CARE_RISK | ENI_IS_GRAVE, .heading = ENI_HEAD_RISKS},
    [ENI_INCIDENT_PRESSURE_SORE] = {"pressure_sore", "褥瘡", "压疮", ALSO("褥そう", "じょくそう", "床ずれ", "褥疮"), .heading = ENI_HEAD_RISKS},
    [ENI_INCIDENT_CAREGIVER_BURDEN] = {"caregiver_burden", "介護負担", "照护负担", ALSO("介護疲れ", "照护压力"), .heading = ENI_HEAD_RISKS},
    [ENI_INCIDENT_NEAR_MISS] = {"near_miss", "ヒヤリハット", "隐患事件", ALSO("ヒヤリ・ハット", "ヒヤリ", "未遂事件", "险肇事件", "险肇", "险情"), .heading = ENI_HEAD_RISKS},
    [ENI_INCIDENT_OTHER] = {"other", "その他", "其他", ALSO("そのほか", "其它")},
    ONE_MORE
};
OPEN(incident_kind);
static const struct word incident_status[] = {
    [ENI_INCIDENT_OPEN] = {"open", "対応中", "处理中", ALSO("未対応", "未解決", "未完了", "未", "未済", "未処理", "未了", "経過観察", "経過観察中", "調査中", "継続", "継続中", "未处理", "未解决", "进行中", "未结", "未结案", "跟进中", "未关闭")},
    [ENI_INCIDENT_CLOSED] = {"closed", "解決", "已解决", ALSO("解決済", "解決済み", "対応済", "対応済み", "完了", "済", "済み", "処理済", "処理済み", "終結", "終了", "处理完毕", "已处理", "已关闭", "已结案")},
    ONE_MORE
};
OPEN(incident_status);
static const struct word step[] = { /* in the order of the reception; answering objections takes as long as it takes */
    [ENI_STEP_REGISTER] = {"register", "受付", "咨询登记", ALSO("登録", "受付登録", "登记", "咨询"), .minutes = 5},
    [ENI_STEP_ASSESS] = {"assess", "評価", "需求评估", ALSO("アセスメント", "评估"), .minutes = 10},
    [ENI_STEP_TOUR] = {"tour", "見学", "参观引导", ALSO("案内", "施設見学", "参观"), .minutes = 20},
    [ENI_STEP_PLAN] = {"plan", "説明", "方案讲解", ALSO("提案", "プラン説明", "方案"), .minutes = 15},
    [ENI_STEP_OBJECTION] = {"objection", "質疑", "异议处理", ALSO("質疑応答", "異議", "异议"), .minutes = 0},
    ONE_MORE
};
OPEN(step);
_Static_assert(ROWS(step) - 1 <= ENI_STEPS_MOST, "a wide row has a column for each step");
static const struct word phase[] = {
    [1] = {"pre", "事前", "预接触", .also = NULL},
    {"contact", "対面", "接触", .also = NULL},
    {"post", "事後", "后接触", .also = NULL},
    ONE_MORE
};
OPEN(phase);
static const struct word stage[] = {
    [ENI_STAGE_INQUIRY] = {"inquiry", "問い合わせ", "咨询", .also = NULL},
    [ENI_STAGE_VISITED] = {"visited", "来訪", "到访", .also = NULL},
    [ENI_STAGE_SIGNED] = {"signed", "契約", "签约", .also = NULL},
};
CLOSED(stage, ENI_STAGES);
static const struct word caller[] = {
    [ENI_CALLER_NEW] = {"new", "新規", "新客", ALSO("初めて", "新客户")},
    [ENI_CALLER_REFERRER] = {"referrer", "紹介元", "推荐人", .also = NULL},
    [ENI_CALLER_CLIENT] = {"client", "本人", "客户", ALSO("利用者")},
    [ENI_CALLER_FAMILY] = {"family", "家族", "家属", .also = NULL},
    [ENI_CALLER_STAFF] = {"staff", "職員", "员工", .also = NULL},
};
CLOSED(caller, ENI_CALLERS);
static const struct word whereabouts[] = {
    [ENI_WHEREABOUTS_PAUSED] = {"paused", "休止中", "暂停中", .also = NULL},
    [ENI_WHEREABOUTS_HOSPITAL] = {"hospital", "入院中", "住院中", .also = NULL},
    [ENI_WHEREABOUTS_ENDED] = {"ended", "利用終了", "已退住", .also = NULL},
    [ENI_WHEREABOUTS_DEATH_NOTED] = {"death_noted", "死亡の記載あり", "备注提及去世", .also = NULL},
    [ENI_WHEREABOUTS_DECEASED] = {"deceased", "ご逝去", "已去世", .also = NULL},
};
CLOSED(whereabouts, ENI_WHEREABOUTSES);
static const struct word sharing[] = {
    [ENI_SHARING_NOT_ON_FILE] = {"not_on_file", "同意未確認", "未确认同意", .also = NULL},
};
CLOSED(sharing, ENI_SHARINGS);
static const struct word staff_role[] = {
    [ENI_ROLE_CLERK] = {"clerk", "受付係", "接待员", ALSO("受付", "事務", "事務員", "前台", "接待", "客服")},
    [ENI_ROLE_SENIOR] = {"senior", "主任", "资深护士", ALSO("ベテラン", "上席", "リーダー", "资深", "主管", "护士长", "资深护理师", "资深护理专员", "护理主管", "看護主任", "介護主任", "看護師長"), .is = ENI_IS_EXPERT},
    [ENI_ROLE_DOCTOR] = {"doctor", "医師", "医生", ALSO("ドクター", "大夫", "医师", "主治医师", "主治医生", "嘱託医"), .is = ENI_IS_EXPERT},
    ONE_MORE
};
OPEN(staff_role);
static const struct word survey_kind[] = {
    [ENI_SURVEY_RECEPTION] = {"reception", "受付評価", "接待评价", ALSO("受付", "受付アンケート", "接待", "体验评分")},
    [ENI_SURVEY_LOST] = {"lost", "不成約調査", "未签约调查", ALSO("不成約", "失注", "未签约", "流失调查")},
    [ENI_SURVEY_MYSTERY] = {"mystery", "覆面調査", "神秘客户", ALSO("覆面", "ミステリー", "ミステリーショッパー", "神秘顾客")},
    [ENI_SURVEY_SERVICE] = {"service", "サービス評価", "服务评价", ALSO("サービス", "満足度", "満足度調査", "利用者アンケート", "服务满意度", "满意度")},
    ONE_MORE
};
OPEN(survey_kind);
static const struct word family_attitude[] = {
    [1] = {"support", "賛成", "支持", ALSO("協力的", "前向き", "赞成", "同意")},
    {"divided", "意見が割れる", "意见不一", ALSO("意見が割れている", "意見不一致", "割れている", "意见不一致", "意见分歧")},
    {"oppose", "反対", "反对", ALSO("不赞成", "不同意")},
    {"unknown", "不明", "不明", ALSO("未確認", "わからない", "分からない", "未知", "不清楚")},
    ONE_MORE
};
OPEN(family_attitude);
static const struct word concern[] = {
    [1] = {"price", "費用", "价格", ALSO("料金", "金額", "お金", "费用")},
    {"visiting", "面会", "探视", ALSO("面会制限", "探视政策")},
    {"stability", "安定性", "稳定性", ALSO("安定", "服务稳定性")},
    {"family_contact", "家族との連絡", "与家人沟通", ALSO("家族連絡", "家族とのつながり", "与家人联系", "亲情联系")},
    {"care_quality", "介護の質", "照护质量", ALSO("ケアの質", "护理质量")},
    {"medical", "医療", "医疗", ALSO("医療体制", "医疗资源")},
    {"autonomy", "自由", "自主", ALSO("自由時間", "社交自主", "社交自主权")},
    {"food", "食事", "餐饮", ALSO("食事内容", "饮食", "餐食")},
    {"other", "その他", "其他", ALSO("そのほか", "其它")},
    {"insurance", "介護保険", "长期护理险", ALSO("保険", "介護保険の自己負担", "長期介護保険", "长护险", "护理险", "长期护理保险", "长护险报销", "长期护理险报销")},
    {"dementia", "認知症ケア", "认知症照护方案", ALSO("認知症", "認知症対応", "認知症介護", "认知症", "认知症照护", "失智照护", "失智症照护", "失智")},
    ONE_MORE
};
OPEN(concern);
static const struct word cognition[] = { /* Roman numerals: 認知症高齢者の日常生活自立度 */
    [1] = {"normal", "正常", "正常", ALSO("なし", "無", "無し", "問題なし", "認知症なし", "自立", "认知正常", "无", "没有", "清楚", "自理")},
    {"mild", "軽度", "轻度", ALSO("i", "ii", "iia", "iib", "mci", "軽度認知障害", "軽度認知症", "轻度认知障碍", "轻度认知症", "轻度失智"), .is = ENI_IS_DEMENTIA},
    {"moderate", "中等度", "中度", ALSO("iii", "iiia", "iiib", "中程度", "中度认知障碍", "中度认知症", "中度失智"), .is = ENI_IS_DEMENTIA | ENI_IS_ADVANCED},
    {"severe", "重度", "重度", ALSO("iv", "m", "高度", "重度认知障碍", "重度认知症", "重度失智"), .is = ENI_IS_DEMENTIA | ENI_IS_ADVANCED},
    ONE_MORE
};
OPEN(cognition);
static const struct word mobility[] = {
    [1] = {"walk", "独歩", "步行", ALSO("自立", "歩行", "歩行可", "自立歩行", "独立行走", "行走自如")},
    {"cane", "杖", "手杖", ALSO("杖歩行", "一本杖", "t字杖", "拐杖", "拄拐", "拄拐杖")},
    {"walker", "歩行器", "助行器", ALSO("歩行車", "シルバーカー", "押し車")},
    {"wheelchair", "車いす", "轮椅", ALSO("車椅子", "車イス", "くるまいす", "坐轮椅")},
    {"bed", "寝たきり", "卧床", ALSO("ベッド上", "床上", "长期卧床")},
    ONE_MORE
};
OPEN(mobility);
static const struct word care_level[] = {
    [1] = {"independent", "自立", "自理", ALSO("非該当", "完全自理")},
    {"program", "事業対象者", "事业对象者", ALSO("事業対象", "総合事業")},
    {"support1", "要支援1", "要支援1", ALSO("要支援一", "要支援i", "要支1", "支援1", "支1")},
    {"support2", "要支援2", "要支援2", ALSO("要支援二", "要支援ii", "要支2", "支援2", "支2")},
    {"care1", "要介護1", "要介护1", ALSO("要介護一", "要介護i", "要介1", "介護1", "介1")},
    {"care2", "要介護2", "要介护2", ALSO("要介護二", "要介護ii", "要介2", "介護2", "介2")},
    {"care3", "要介護3", "要介护3", ALSO("要介護三", "要介護iii", "要介3", "介護3", "介3")},
    {"care4", "要介護4", "要介护4", ALSO("要介護四", "要介護iv", "要介4", "介護4", "介4")},
    {"care5", "要介護5", "要介护5", ALSO("要介護五", "要介護v", "要介5", "介護5", "介5")},
    {"pending", "申請中", "认定申请中", ALSO("認定申請中", "新規申請中", "区分変更中", "申请中")},
    [ENI_CARE_LEVEL_GB0] = {"gb0", NULL, "能力完好", ALSO("0级", "0級")},
    [ENI_CARE_LEVEL_GB1] = {"gb1", NULL, "轻度失能", ALSO("1级", "1級")},
    [ENI_CARE_LEVEL_GB2] = {"gb2", NULL, "中度失能", ALSO("2级", "2級")},
    [ENI_CARE_LEVEL_GB3] = {"gb3", NULL, "重度失能", ALSO("3级", "3級")},
    [ENI_CARE_LEVEL_GB4] = {"gb4", NULL, "完全失能", ALSO("4级", "4級")},
    {"semi", "一部介助", "半护", ALSO("半自理", "介助", "半护理", "半失能", "半介护")},
    {"full", "全介助", "全护", ALSO("介护", "全护理", "不能自理", "失能", "全介护")},
    ONE_MORE
};
OPEN(care_level);
static const struct word band[] = {
    [ENI_BAND_INDEPENDENT] = {"independent", "自立", "自理", ALSO("完全自理")},
    [ENI_BAND_MILD] = {"mild", "軽度", "轻度", ALSO("轻度依赖")},
    [ENI_BAND_MODERATE] = {"moderate", "中等度", "中度", ALSO("中度依赖")},
    [ENI_BAND_SEVERE] = {"severe", "重度", "重度", ALSO("重度依赖")},
    ONE_MORE
};
OPEN(band);
static const struct word focus[] = {
    [1] = {"medical", "医療", "医疗资源", ALSO("医療体制", "医疗")},
    {"social", "交流", "社交活动", ALSO("社交", "レクリエーション", "レク", "活動")},
    {"meals", "食事", "餐饮标准", ALSO("餐饮", "餐食", "饮食")},
    {"price", "費用", "价格", ALSO("料金", "费用", "性价比")},
    {"rehab", "リハビリ", "康复", ALSO("リハビリテーション", "リハ", "機能訓練")},
    {"quiet", "静かさ", "安静", ALSO("静か", "静けさ", "环境安静")},
    ONE_MORE
};
OPEN(focus);
static const struct word price_sense[] = {
    [1] = {"high", "高い", "高", ALSO("価格重視", "敏感", "高度敏感")},
    {"mid", "普通", "中", ALSO("中程度", "一般")},
    {"low", "低い", "低", ALSO("気にしない", "不敏感")},
    ONE_MORE
};
OPEN(price_sense);
static const struct word weekday[] = {
    [ENI_MON + 1] = {"mon", "月", "周一", ALSO("monday", "月曜", "月曜日", "星期一", "礼拜一")},
    [ENI_TUE + 1] = {"tue", "火", "周二", ALSO("tuesday", "tues", "火曜", "火曜日", "星期二", "礼拜二")},
    [ENI_WED + 1] = {"wed", "水", "周三", ALSO("wednesday", "水曜", "水曜日", "星期三", "礼拜三")},
    [ENI_THU + 1] = {"thu", "木", "周四", ALSO("thursday", "thur", "thurs", "木曜", "木曜日", "星期四", "礼拜四")},
    [ENI_FRI + 1] = {"fri", "金", "周五", ALSO("friday", "金曜", "金曜日", "星期五", "礼拜五")},
    [ENI_SAT + 1] = {"sat", "土", "周六", ALSO("saturday", "土曜", "土曜日", "星期六", "礼拜六")},
    [ENI_SUN + 1] = {"sun", "日", "周日", ALSO("sunday", "日曜", "日曜日", "周天", "星期日", "星期天", "礼拜日", "礼拜天")},
};
CLOSED(weekday, ENI_WEEK + 1);
static const struct word session[] = {
    [ENI_SESSION_AM] = {"am", "午前", "上午", ALSO("a.m.", "午前中", "morning")},
    [ENI_SESSION_PM] = {"pm", "午後", "下午", ALSO("p.m.", "afternoon")},
};
CLOSED(session, ENI_SESSIONS);
static const struct word yes[] = {
    [ENI_YES_YES] = {"yes", "はい", "是", ALSO("y", "1", "true", "on", "有", "有り", "あり", "○", "〇", "◯", "●", "✓", "✔", "√", "☑", "レ", "同意", "同意あり", "同意済", "同意済み", "要", "該当", "希望", "已同意", "需要")},
    [ENI_YES_NO] = {"no", "いいえ", "否", ALSO("n", "0", "false", "off", "無", "無し", "なし", "×", "✕", "✖", "無い", "ない", "-", "ー", "/", "n/a", "未", "□", "☐", "未同意", "同意なし", "未取得", "不要", "非該当", "該当なし", "特になし", "无", "没有", "不是", "不同意", "不需要")},
};
CLOSED(yes, ENI_YESES);
/* Decision 51: the same codes, but what counts as a word of consent is no answer to 連絡不要, and the other way round. */
static const struct word permit[] = {
    [ENI_YES_YES] = {"yes", "はい", "是", ALSO("y", "1", "true", "on", "有", "有り", "あり", "○", "〇", "◯", "●", "✓", "✔", "√", "☑", "レ", "同意", "同意あり", "同意済", "同意済み", "同意する", "承諾", "承諾済", "承諾済み", "了承", "了承済", "了承済み", "可", "ok", "同意します", "同意いたします", "同意有", "同意有り", "同意書あり", "同意書済", "同意書済み", "取得済", "取得済み", "署名済", "署名済み", "署名あり", "許可", "許可する", "許可済", "本人同意", "✅", "已同意", "可以", "愿意", "接受", "授权", "已授权", "已签字", "已签署", "签字同意", "同意书已签", "授权书已签")},
    [ENI_YES_NO] = {"no", "いいえ", "否", ALSO("n", "0", "false", "off", "無", "無し", "なし", "×", "✕", "✖", "☒", "無い", "ない", "-", "ー", "/", "n/a", "未", "□", "☐", "未同意", "同意なし", "同意しない", "未取得", "未回答", "拒否", "不可", "ng", "非該当", "該当なし", "特になし", "无", "没有", "不是", "同意しません", "同意無", "同意無し", "同意書なし", "不承諾", "不許可", "許可しない", "希望しない", "拒絶", "辞退", "撤回", "同意撤回", "署名なし", "✗", "✘", "❌", "不同意", "不愿意", "不可以", "拒绝", "已拒绝", "不接受", "不行", "未授权", "未签字", "未签署", "已撤回", "撤销", "已撤销", "已解除授权", "拒绝签署", "同意未取得", "掲載不可", "掲載ng")},
};
CLOSED(permit, ENI_YESES);
static const struct word forbid[] = {
    [ENI_YES_YES] = {"yes", "はい", "是", ALSO("y", "1", "true", "on", "有", "有り", "あり", "○", "〇", "◯", "●", "✓", "✔", "√", "☑", "レ", "要", "該当", "不要", "拒否", "不可", "ng", "連絡不要", "連絡不可", "希望", "希望あり", "拒绝", "不要联系")},
    [ENI_YES_NO] = {"no", "いいえ", "否", ALSO("n", "0", "false", "off", "無", "無し", "なし", "×", "✕", "✖", "無い", "ない", "-", "ー", "/", "n/a", "未", "□", "☐", "非該当", "該当なし", "特になし", "連絡可", "无", "没有", "不是", "无要求", "可联系", "可以联系", "随时可联系", "随时联系")},
};
CLOSED(forbid, ENI_YESES);
static const struct word sex[] = {
    [1] = {"male", "男性", "男", ALSO("m", "man", "男子", "♂", "おとこ", "先生")},
    {"female", "女性", "女", ALSO("f", "woman", "女子", "♀", "おんな", "女士")},
    ONE_MORE
};
OPEN(sex);
static const struct word consent_kind[] = {
    [1] = {"massage", "マッサージ", "按摩", ALSO("施術", "あん摩", "あんま", "あん摩マッサージ", "あん摩マッサージ指圧", "推拿", "マッサージ・はりきゅう", "マッサージ・鍼灸")},
    {"acupuncture", "鍼灸", "针灸", ALSO("針灸", "鍼", "灸", "はり", "きゅう", "はりきゅう", "はり・きゅう")},
    [ENI_CONSENT_DEFORMITY] = {"deformity", "変形徒手矯正術", "变形徒手矫正术", ALSO("変形徒手矯正", "変形徒手", "徒手矯正")},
    ONE_MORE
};
OPEN(consent_kind);
static const struct word accepted[] = {
    [1] = {"within", "基準内", "标准内", ALSO("範囲内", "通常", "符合标准")},
    {"exception", "例外", "例外", ALSO("基準外", "例外受入", "特例", "标准外")},
    ONE_MORE
};
OPEN(accepted);
static const struct word holiday_kind[] = {
    [ENI_HOLIDAY_OFF] = {"off", "休み", "休息", ALSO("休", "休日", "休業", "休業日", "祝日", "放假", "节假日")},
    [ENI_HOLIDAY_WORK] = {"work", "営業", "上班", ALSO("営業日", "出勤", "稼働", "稼働日", "补班", "调休上班", "工作日")},
    ONE_MORE
};
OPEN(holiday_kind);
static const struct word office_kind[] = {
    [ENI_OFFICE_DAY_SERVICE] = {"day_service", "通所介護", "日间照料", ALSO("デイサービス", "デイ", "地域密着型通所介護", "日间照料中心", "日托")},
    [ENI_OFFICE_VISIT_CLINIC] = {"visit_clinic", "訪問施術", "上门诊疗", ALSO("訪問マッサージ", "訪問鍼灸", "訪問鍼灸マッサージ", "訪問治療院", "鍼灸院", "治療院", "上门推拿")},
    [ENI_OFFICE_CM_OFFICE] = {"cm_office", "居宅介護支援", "居家护理支援", ALSO("居宅介護支援事業所", "居宅", "ケアマネ事業所"), .is = ENI_IS_FREE | ENI_IS_WITHOUT_CM},
    [ENI_OFFICE_NURSING_HOME] = {"nursing_home", "老人ホーム", "养老院", ALSO("有料老人ホーム", "特養", "介護施設", "养老机构", "敬老院", "护理院"), .is = ENI_IS_WITHOUT_CM},
    [ENI_OFFICE_HOME_HELP] = {"home_help", "訪問介護", "居家照护", ALSO("ホームヘルプ", "ヘルパー", "居家养老", "居家护理", "上门护理")},
    ONE_MORE
};
OPEN(office_kind);
static const struct word answer[] = {
    [ENI_ANSWER_RISK] = {"risk", "要説明", "需说明", ALSO("説明が必要", "要リスク説明", "リスク説明の上で可", "リスク説明後に可", "リスクあり", "说明风险", "有风险", "风险告知后接收", "告知风险后接收", "签字后接收")},
    [ENI_ANSWER_YES] = {"yes", "受け入れ可", "可接收", ALSO("可", "可能", "受入可", "受入可能", "受け入れ可能", "受け入れる", "受諾", "承諾", "○", "〇", "ok", "可以", "可以接收", "接收", "同意接收", "同意", "可收", "收", "能收", "已接收")},
    [ENI_ANSWER_ASK] = {"ask", "要確認", "待确认", ALSO("確認が必要", "要相談", "要検討", "検討中", "保留", "条件付き", "条件付", "条件付きで可", "未定", "△", "需确认", "待定", "待评估", "待医生评估", "待讨论", "有条件接收", "暂缓")},
    [ENI_ANSWER_NO] = {"no", "受け入れ不可", "不接收", ALSO("不可", "不可能", "受入不可", "お断り", "断り", "断る", "断った", "辞退", "×", "✕", "ng", "不可以", "不能接收", "不收", "不能收", "收不了", "拒收", "婉拒", "拒绝", "拒绝接收", "暂不接收", "不同意", "不予接收", "不宜接收")},
};
CLOSED(answer, ENI_ANSWERS);
static const struct word level[] = {
    [ENI_LEVEL_NOTE] = {"note", "参考", "提示", .also = NULL},
    [ENI_LEVEL_WARN] = {"warn", "注意", "注意", .also = NULL},
    [ENI_LEVEL_ERROR] = {"error", "違反", "违规", .also = NULL},
};
CLOSED(level, ENI_LEVELS);
static const struct word because[] = {
    [ENI_BECAUSE_ASK] = {"ask", "紹介をお願いする言葉", "请托转介用语", .also = NULL},
    [ENI_BECAUSE_GIFT] = {"gift", "贈り物", "送礼", .also = NULL},
    [ENI_BECAUSE_GIFT_FORBIDDEN] = {"gift-forbidden", "禁じられた贈り物", "禁止送礼", .also = NULL},
    [ENI_BECAUSE_NO_NUMBER] = {"no-number", "具体的な事実なし", "缺少具体信息", .also = NULL},
};
CLOSED(because, ENI_BECAUSES);
static const struct word measure[] = { /* of ltv bench */
    [ENI_MEASURE_REVENUE] = {"revenue", "収入", "收入", .also = NULL},
    [ENI_MEASURE_CLIENTS_PER_FTE] = {"clients_per_fte", "常勤換算1人あたり利用者数", "每名全职人员服务人数", .also = NULL},
    [ENI_MEASURE_REVENUE_PER_CLIENT] = {"revenue_per_client", "利用者1人あたり収入", "人均收入", .also = NULL},
};
CLOSED(measure, ENI_MEASURES);
static const struct word answering[] = { /* of ltv staffing */
    [ENI_ANSWERING_CLERK] = {"clerk", "事務員", "文员", .also = NULL},
    [ENI_ANSWERING_SERVICE] = {"service", "電話代行", "代接服务", .also = NULL},
};
CLOSED(answering, ENI_ANSWERINGS);
static const struct word counted[] = { /* of ltv staffing, missed */
    [ENI_COUNTED_REVENUE] = {"revenue", "収入", "收入", .also = NULL},
    [ENI_COUNTED_MARGIN] = {"margin", "粗利", "毛利", .also = NULL},
};
CLOSED(counted, ENI_COUNTEDS);
static const struct word assumed[] = { /* of ltv missed */
    [ENI_ASSUMED_ALL] = {"all", "全員が利用した場合", "按全部成为客户计", .also = NULL},
    [ENI_ASSUMED_SHARE] = {"share", "設定の割合が利用した場合", "按设定的转化率计", .also = NULL},
};
CLOSED(assumed, ENI_ASSUMEDS);
static const struct word need[] = {
    [1] = {"meals", "食事", "用餐", ALSO("食事提供", "配食", "三餐", "膳食", "餐饮", "餐食")},
    {"room", "居室", "居住", ALSO("住まい", "房间")},
    {"activities", "活動", "活动", ALSO("レクリエーション", "レク", "文娱活动")},
    {"bathing", "入浴", "洗浴", ALSO("入浴介助", "助浴", "洗澡", "沐浴")},
    {"dressing", "更衣", "穿衣", ALSO("更衣介助", "着替え", "协助穿衣")},
    {"medication", "服薬", "服药", ALSO("服薬管理", "服薬介助", "用药", "用药管理", "服药管理")},
    {"toileting", "排泄", "如厕", ALSO("排せつ", "排泄介助", "トイレ", "トイレ介助", "协助如厕")},
    {"night_check", "夜間見守り", "夜间巡视", ALSO("夜間巡視", "夜間巡回", "夜间巡查", "夜间看护")},
    {"laundry", "洗濯", "洗衣", .also = NULL},
    {"feeding", "食事介助", "喂食", ALSO("喂饭")},
    {"turning", "体位変換", "翻身", ALSO("体位交換", "体位变换")},
    {"rehab", "リハビリ", "康复", ALSO("リハビリテーション", "リハ", "機能訓練", "康复训练")},
    {"transfer", "移乗", "转移", ALSO("移乗介助", "协助转移")},
    {"walking", "歩行", "行走", ALSO("歩行介助", "协助行走")},
    {"pickup", "送迎", "接送", .also = NULL},
    {"nursing", "医療処置", "医疗护理", ALSO("医療ケア", "看護", "护理")},
    {"dementia_care", "認知症ケア", "认知症照护", ALSO("認知症対応", "失智照护", "认知照护")},
    {"company", "見守り", "陪伴", ALSO("話し相手", "陪护", "陪聊")},
    {"housework", "家事", "家务", ALSO("掃除", "買い物", "調理", "打扫", "购物", "做饭")},
    ONE_MORE
};
OPEN(need);
static const struct word risk[] = {
    [1] = {"fall", "転倒", "跌倒", ALSO("転落", "転倒・転落", "転倒リスク", "摔倒", "跌倒风险", "跌落", "坠床")},
    {"pressure_sore", "褥瘡", "压疮", ALSO("床ずれ", "褥そう", "褥疮", "压力性损伤")},
    {"caregiver_burden", "介護負担", "照护负担", ALSO("介護疲れ", "老老介護", "照护压力")},
    {"infection", "感染症", "感染", ALSO("mrsa", "疥癬", "传染病", "疥疮")},
    {"choking", "誤嚥", "噎食", ALSO("窒息", "誤飲", "むせ", "误吸", "呛咳", "噎呛")},
    {"wandering", "徘徊", "走失", ALSO("行方不明", "離設", "外出徘徊", "走丢")},
    {"violence", "暴言・暴力", "攻击行为", ALSO("暴言", "暴力", "他害", "打人", "骂人")},
    {"self_harm", "自傷", "自伤", ALSO("自殺企図", "希死念慮", "自残", "轻生")},
    ONE_MORE
};
OPEN(risk);
static const struct word symptom[] = {
    [1] = {"fever", "発熱", "发烧", ALSO("熱発", "高熱", "微熱", "熱", "发热", "高烧", "低烧")},
    {"infection", "感染症", "感染", ALSO("コロナ", "新型コロナ", "インフルエンザ", "インフル", "ノロ", "新冠", "流感", "甲流", "诺如")},
    {"vomiting", "嘔吐", "呕吐", ALSO("吐き気", "恶心")},
    {"diarrhoea", "下痢", "腹泻", ALSO("軟便", "拉肚子")},
    {"cough", "咳", "咳嗽", ALSO("せき", "痰")},
    {"unwell", "体調不良", "身体不适", ALSO("風邪", "体調崩す", "感冒", "不舒服")},
    ONE_MORE
};
OPEN(symptom);

static const struct word house_rule[] = {
    [1] = {"smoking", "喫煙", "吸烟", ALSO("禁煙", "タバコ", "煙草", "smokingban", "抽烟", "禁烟")},
    {"pickup_time", "送迎時間", "接送时间", ALSO("送迎", "送り迎え", "pickuptime", "pickup", "接送")},
    ONE_MORE
};
OPEN(house_rule);
static const struct word service[] = { /* the figures: the first two digits of a service's code in claims */
    [1] = {"home_help", "訪問介護", "居家照护", ALSO("11", "ホームヘルプ", "ホームヘルパー", "ヘルパー", "訪介", "上门照护"), .is = ENI_IS_CONCENTRATED},
    {"day_care", "通所介護", "日间照料", ALSO("15", "デイサービス", "デイ", "通介", "日托"), .is = ENI_IS_CONCENTRATED},
    {"community_day_care", "地域密着型通所介護", "社区日间照料", ALSO("78", "地域密着通所介護", "地域密着型通所", "地域密着型デイサービス", "地域密着型デイ", "地密通所", "地密デイ", "小規模デイサービス", "小規模デイ"), .is = ENI_IS_CONCENTRATED},
    {"rental", "福祉用具貸与", "辅具租赁", ALSO("17", "福祉用具", "福祉用具レンタル", "用具貸与", "用具レンタル", "レンタル", "福用", "辅助器具租赁"), .is = ENI_IS_CONCENTRATED},
    {"other", "その他", "其他", ALSO("12", "13", "14", "16", "21", "22", "23", "31", "71", "72", "73", "76", "77", "a2", "a6", "そのほか", "其它")},
    ONE_MORE
};
OPEN(service);
static const struct word away[] = {
    [ENI_AWAY_RETURN] = {"return", "復帰", "返回", ALSO("再開", "恢复服务")},
    [ENI_AWAY_DEATH] = {"death", "死亡", "去世", .also = NULL},
};
CLOSED(away, ENI_AWAYS);
static const struct word side[] = {
    [ENI_SIDE_ABOVE] = {"above", "目安を上回る", "高于参考值", .also = NULL},
    [ENI_SIDE_UNCLEAR] = {"unclear", "判断保留", "尚不能判断", .also = NULL},
    [ENI_SIDE_BELOW] = {"below", "目安を下回る", "低于参考值", .also = NULL},
};
CLOSED(side, ENI_SIDES);
static const struct word control[] = {
    [ENI_CONTROL_INSIDE] = {"inside", "ばらつきの範囲内", "波动范围内", .also = NULL},
    [ENI_CONTROL_ABOVE] = {"above", "上限を超える", "高于上限", .also = NULL},
    [ENI_CONTROL_BELOW] = {"below", "下限を下回る", "低于下限", .also = NULL},
    [ENI_CONTROL_UNCLEAR] = {"unclear", "判断保留", "尚不能判断", .also = NULL},
};
CLOSED(control, ENI_CONTROLS);
static const struct word sender[] = { /* of referral score */
    [ENI_SENDER_EARLY] = {"early", "判断前", "为时尚早", .also = NULL},
    [ENI_SENDER_REFERS] = {"refers", "紹介あり", "有转介", .also = NULL},
    [ENI_SENDER_SILENT] = {"silent", "紹介なし", "无转介", .also = NULL},
};
CLOSED(sender, ENI_SENDERS);
static const struct word concentration[] = { /* of referral share */
    [ENI_CONCENTRATION_OK] = {"ok", "基準内", "未超标", .also = NULL},
    [ENI_CONCENTRATION_OVER] = {"over", "基準超過", "超标", .also = NULL},
};
CLOSED(concentration, ENI_CONCENTRATIONS);
/* clang-format on */

#define VOCAB(name, rows)                                                                                                          \
	{                                                                                                                          \
		name, rows, ROWS(rows) - 1                                                                                         \
	}

static const struct {
	const char *name;
	const struct word *word; /* by number; the first is of no word */
	size_t n;
} vocabs[ENI_VOCABS] = {
    [ENI_V_NONE] = VOCAB("", none),
    [ENI_V_STATUS] = VOCAB("status", status),
    [ENI_V_REASON] = VOCAB("reason", reason),
    [ENI_V_OUTLOOK] = VOCAB("outlook", outlook),
    [ENI_V_LOST_REASON] = VOCAB("lost_reason", lost_reason),
    [ENI_V_INTENT] = VOCAB("intent", intent),
    [ENI_V_CHANNEL] = VOCAB("channel", channel),
    [ENI_V_TO] = VOCAB("to", to),
    [ENI_V_OUTCOME] = VOCAB("outcome (contacts)", outcome),
    [ENI_V_VISIT_OUTCOME] = VOCAB("outcome (visits)", visit_outcome),
    [ENI_V_STEP_OUTCOME] = VOCAB("outcome (steps)", step_outcome),
    [ENI_V_DIR] = VOCAB("dir (contacts)", dir),
    [ENI_V_CALL_DIR] = VOCAB("dir (calls)", call_dir),
    [ENI_V_CALL_TYPE] = VOCAB("type (calls)", call_type),
    [ENI_V_RESULT] = VOCAB("result", result),
    [ENI_V_ANSWERED_BY] = VOCAB("answered_by", answered_by),
    [ENI_V_LINE] = VOCAB("line", line),
    [ENI_V_REFERRER_KIND] = VOCAB("kind (referrers)", referrer_kind),
    [ENI_V_INCIDENT_KIND] = VOCAB("kind (incidents)", incident_kind),
    [ENI_V_INCIDENT_STATUS] = VOCAB("status (incidents)", incident_status),
    [ENI_V_STEP] = VOCAB("step", step),
    [ENI_V_STAFF_ROLE] = VOCAB("staff_role", staff_role),
    [ENI_V_SURVEY_KIND] = VOCAB("kind (surveys)", survey_kind),
    [ENI_V_FAMILY_ATTITUDE] = VOCAB("family_attitude", family_attitude),
    [ENI_V_CONCERN] = VOCAB("concern", concern),
    [ENI_V_COGNITION] = VOCAB("cognition", cognition),
    [ENI_V_MOBILITY] = VOCAB("mobility", mobility),
    [ENI_V_CARE_LEVEL] = VOCAB("care_level", care_level),
    [ENI_V_BAND] = VOCAB("band", band),
    [ENI_V_FOCUS] = VOCAB("focus", focus),
    [ENI_V_PRICE_SENSE] = VOCAB("price_sense", price_sense),
    [ENI_V_WEEKDAY] = VOCAB("weekday", weekday),
    [ENI_V_SESSION] = VOCAB("session", session),
    [ENI_V_YES] = VOCAB("yes", yes),
    [ENI_V_PERMIT] = VOCAB("yes (consents)", permit),
    [ENI_V_FORBID] = VOCAB("yes (wishes for silence)", forbid),
    [ENI_V_SEX] = VOCAB("sex", sex),
    [ENI_V_CONSENT_KIND] = VOCAB("consent_kind", consent_kind),
    [ENI_V_ACCEPTED] = VOCAB("accepted", accepted),
    [ENI_V_HOLIDAY_KIND] = VOCAB("kind (holidays)", holiday_kind),
    [ENI_V_OFFICE_KIND] = VOCAB("office_kind", office_kind),
    [ENI_V_NEED] = VOCAB("needs", need),
    [ENI_V_RISK] = VOCAB("risks", risk),
    [ENI_V_SYMPTOM] = VOCAB("symptoms", symptom),
    [ENI_V_HOUSE_RULE] = VOCAB("house_rule", house_rule),
    [ENI_V_SERVICE] = VOCAB("service", service),
    [ENI_V_PHASE] = VOCAB("phase", phase),
    [ENI_V_STAGE] = VOCAB("stage", stage),
    [ENI_V_CALLER] = VOCAB("caller", caller),
    [ENI_V_WHEREABOUTS] = VOCAB("whereabouts", whereabouts),
    [ENI_V_SHARING] = VOCAB("sharing", sharing),
    [ENI_V_ANSWER] = VOCAB("answer", answer),
    [ENI_V_AWAY] = VOCAB("away", away),
    [ENI_V_SIDE] = VOCAB("side", side),
    [ENI_V_CONTROL] = VOCAB("control", control),
    [ENI_V_SENDER] = VOCAB("sender", sender),
    [ENI_V_CONCENTRATION] = VOCAB("concentration", concentration),
    [ENI_V_LEVEL] = VOCAB("level", level),
    [ENI_V_BECAUSE] = VOCAB("because", because),
    [ENI_V_MEASURE] = VOCAB("measure", measure),
    [ENI_V_ANSWERING] = VOCAB("option", answering),
    [ENI_V_COUNTED] = VOCAB("counted", counted),
    [ENI_V_ASSUMED] = VOCAB("assumed", assumed),
};

/*
 * The index: an open-addressing table for each vocabulary, filled on first use, since a run asks for a few of them only.
 * A slot keeps the word's first and last eight bytes, which is all of it up to sixteen: most look-ups compare two numbers.
 */
enum { SLOTS = 512 }; /* more than twice the words of the longest vocabulary; unit_kinds counts them */

struct ends {
	uint64_t head, tail;
};

struct slot {
	struct ends ends;
	const char *word; /* NULL: free */
	uint8_t n, code;
};

static struct slot slots[ENI_VOCABS][SLOTS];
static atomic_bool filled[ENI_VOCABS];
static pthread_mutex_t filling = PTHREAD_MUTEX_INITIALIZER;

static inline struct ends
ends_of(struct eni_str s)
{
	struct ends e = {0, 0};

	if (s.n >= 8) {
		memcpy(&e.head, s.p, 8);
		memcpy(&e.tail, s.p + s.n - 8, 8);
	} else if (s.n >= 4) {
		memcpy(&e.head, s.p, 4);
		memcpy(&e.tail, s.p + s.n - 4, 4);
	} else {
		e.head = (uint64_t)(uint8_t)s.p[0] << 16 | (uint64_t)(uint8_t)s.p[s.n / 2] << 8 | (uint8_t)s.p[s.n - 1];
	}
	return e;
}

static size_t
hash_of(struct ends e, size_t n)
{
	return (size_t)((e.head ^ (e.tail << 31 | e.tail >> 33) ^ n) * 0x9e3779b97f4a7c15u >> 55);
}

/* Whether two texts of one length are the same but for their first and last eight bytes. */
static inline bool
is_same_between(const char *a, const char *b, size_t n)
{
	uint64_t x, y;

	for (size_t i = 8; i + 8 < n; i += 8) {
		memcpy(&x, a + i, 8);
		memcpy(&y, b + i, 8);
		if (x != y)
			return false;
	}
	return true;
}

static inline bool
holds(const struct slot *s, struct eni_str word, struct ends e)
{
	return s->ends.head == e.head && s->ends.tail == e.tail && s->n == word.n && is_same_between(s->word, word.p, word.n);
}

/* The slot of that word, or the free one (code 0) where it would stand; word must not be empty. */
static struct slot *
seek(enum eni_vocab vocab, struct eni_str word)
{
	struct slot *table = slots[vocab];
	struct ends e = ends_of(word);
	size_t at = hash_of(e, word.n);

	while (table[at].word != NULL && !holds(&table[at], word, e))
		at = (at + 1) % SLOTS;
	return &table[at];
}

/* The i-th way to write a word: code, Japanese (may be NULL), Chinese (may be NULL), further ones; NULL behind the last. */
static const char *
spelling(const struct word *w, size_t i)
{
	const char *const *a = w->also;

	if (i < 3)
		return i == 0 ? w->code : i == 1 ? w->ja : w->zh;
	for (i -= 3; a != NULL && *a != NULL && i > 0; i--)
		a++;
	return a == NULL ? NULL : *a;
}

static void
put_word(enum eni_vocab vocab, const char *word, size_t code)
{
	struct eni_str text = eni_str_of(word);
	struct slot *s = text.n == 0 ? NULL : seek(vocab, text);

	if (s != NULL && s->word == NULL)
		*s = (struct slot){ends_of(text), word, (uint8_t)text.n, (uint8_t)code};
}

/* Codes first: they are asked for most and so find their own place free. */
static void
fill_slots(enum eni_vocab vocab)
{
	for (size_t code = 1; code <= vocabs[vocab].n; code++)
		put_word(vocab, vocabs[vocab].word[code].code, code);
	for (size_t code = 1; code <= vocabs[vocab].n; code++)
		for (size_t i = 1; i < 3 || spelling(&vocabs[vocab].word[code], i) != NULL; i++)
			put_word(vocab, spelling(&vocabs[vocab].word[code], i), code);
}

/* The rare paths stay out of line: the look-up of a plain word then needs no stack. */
#define RARE __attribute__((noinline, cold))

RARE static void
fill_once(enum eni_vocab vocab)
{
	pthread_mutex_lock(&filling);
	if (!atomic_load_explicit(&filled[vocab], memory_order_relaxed))
		fill_slots(vocab);
	atomic_store_explicit(&filled[vocab], true, memory_order_release);
	pthread_mutex_unlock(&filling);
}

/* What is written with blanks around it, in full width or in capitals. */
RARE static int
find_folded(enum eni_vocab vocab, struct eni_str word)
{
	struct eni_str trimmed = eni_str_trim(word);
	struct eni_buf folded = {0};
	int code = trimmed.n == 0 ? 0 : seek(vocab, trimmed)->code;

	if (trimmed.n == 0 || code != 0)
		return code;
	eni_casefold(&folded, trimmed);
	if (folded.n > 0 && (code = seek(vocab, eni_buf_str(&folded))->code) == 0)
		code = ENI_UNKNOWN_WORD;
	eni_buf_free(&folded);
	return code;
}

int
eni_word_plain(enum eni_vocab vocab, struct eni_str word)
{
	if (word.n == 0)
		return 0;
	if (!atomic_load_explicit(&filled[vocab], memory_order_acquire))
		fill_once(vocab);
	return seek(vocab, word)->code;
}

int
eni_word_find(enum eni_vocab vocab, struct eni_str word)
{
	int code = eni_word_plain(vocab, word);

	return code != 0 || word.n == 0 ? code : find_folded(vocab, word);
}

size_t
eni_word_count(enum eni_vocab vocab)
{
	return vocabs[vocab].n;
}

/* What is written and not understood is a state of every enumeration and no word of any. */
static const struct word unread = {"unread", "判読できず", "未识别", .also = NULL};

/* The row of no word, in which everything is empty, where the vocabulary has none of that number. */
static const struct word *
word_of(enum eni_vocab vocab, int code)
{
	if (code == ENI_UNKNOWN_WORD)
		return &unread;
	return &vocabs[vocab].word[code < 1 || (size_t)code > vocabs[vocab].n ? 0 : code];
}

bool
eni_word_is(enum eni_vocab vocab, int code, unsigned traits)
{
	return (word_of(vocab, code)->is & traits) != 0;
}

enum eni_medium
eni_channel_medium(int code)
{
	return word_of(ENI_V_CHANNEL, code)->medium;
}

int
eni_to_kind(int code)
{
	return word_of(ENI_V_TO, code)->kind;
}

enum eni_heading
eni_incident_heading(int code)
{
	return word_of(ENI_V_INCIDENT_KIND, code)->heading;
}

int
eni_step_minutes(int code)
{
	return word_of(ENI_V_STEP, code)->minutes;
}

const char *
eni_word_code(enum eni_vocab vocab, int code)
{
	const char *word = word_of(vocab, code)->code;

	return word == NULL ? "" : word;
}

const char *
eni_word_label(enum eni_vocab vocab, int code, const char *lang)
{
	const struct word *w = word_of(vocab, code);
	const char *label = strcmp(lang, "ja") == 0 ? w->ja : strcmp(lang, "zh") == 0 ? w->zh : NULL;

	return label != NULL ? label : eni_word_code(vocab, code);
}

const char *
eni_word_further(enum eni_vocab vocab, int code, size_t i)
{
	return spelling(word_of(vocab, code), i + 3);
}

const char *
eni_vocab_name(enum eni_vocab vocab)
{
	return vocabs[vocab].name;
}

/* One letter or character is near to everything and no help. */
static bool
is_candidate(const char *word)
{
	size_t characters = 0;

	for (; word != NULL && *word != '\0'; word++)
		characters += ((unsigned char)*word & 0xc0) != 0x80;
	return characters > 1;
}

/* The words that a slip of the pen could have meant, in table order; list may be NULL to count them. */
static size_t
list_words(enum eni_vocab vocab, const char **list)
{
	size_t n = 0;

	for (size_t code = 1; code <= vocabs[vocab].n; code++) {
		const struct word *w = &vocabs[vocab].word[code];

		for (size_t i = 0; i < 3 || spelling(w, i) != NULL; i++)
			if (is_candidate(spelling(w, i))) {
				if (list != NULL)
					list[n] = spelling(w, i);
				n++;
			}
	}
	return n;
}

const char *
eni_word_nearest(enum eni_vocab vocab, struct eni_str word)
{
	size_t n = list_words(vocab, NULL);
	const char **list = eni_realloc(NULL, (n + 1) * sizeof *list);
	struct eni_buf folded = {0};
	const char *near;

	list_words(vocab, list);
	eni_casefold(&folded, word);
	near = eni_nearest(eni_buf_str(&folded), list, n);
	eni_buf_free(&folded);
	free(list);
	return near == NULL ? NULL : eni_word_code(vocab, eni_word_find(vocab, eni_str_of(near)));
}

const char *
eni_vocab_list(enum eni_vocab vocab)
{
	static struct eni_buf list[ENI_VOCABS];
	size_t n = vocabs[vocab].n;

	while (eni_word_is(vocab, (int)n, ENI_IS_NO_CHOICE)) /* they stand last */
		n--;
	pthread_mutex_lock(&filling);
	if (list[vocab].n == 0) {
		for (size_t code = 1; code <= n; code++)
			eni_buf_printf(&list[vocab], "%s%s",
			    code == 1   ? ""
			    : code == n ? " or "
					: ", ",
			    vocabs[vocab].word[code].code);
		eni_buf_char(&list[vocab], '\0');
	}
	pthread_mutex_unlock(&filling);
	return list[vocab].p;
}
