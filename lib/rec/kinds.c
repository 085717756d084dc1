/*
 * The schema: every kind of record and every field, one row each (enishi-records(5), KINDS), and the fields that are worked out
 * instead of stored.  Room: rec.  A row stands here once for each kind that has the field, in the order in which that kind's
 * columns are written; what else a header may be called is in headers.c, what a cell may say in vocabulary.c.
 */
#include "rec/kinds.h"

#include <pthread.h>

#include "base/map.h"

enum {
	CLIENTS = ENI_IN(ENI_CLIENTS),
	CONTACTS = ENI_IN(ENI_CONTACTS),
	STAYS = ENI_IN(ENI_STAYS),
	CALLS = ENI_IN(ENI_CALLS),
	VISITS = ENI_IN(ENI_VISITS),
	INCIDENTS = ENI_IN(ENI_INCIDENTS),
	REFERRERS = ENI_IN(ENI_REFERRERS),
	STEPS = ENI_IN(ENI_STEPS),
	SURVEYS = ENI_IN(ENI_SURVEYS),
	STAFF = ENI_IN(ENI_STAFF),
	PLANS = ENI_IN(ENI_PLANS),
	HOLIDAYS = ENI_IN(ENI_HOLIDAYS)
};

enum {
	MAY = 0,
	MUST = ENI_MUST,
	TIMED = ENI_TIMED,
	LASTS = ENI_LASTS,
	DATED = ENI_DATED,
	FORWARD = ENI_FORWARD,
	SPOKEN = ENI_SPOKEN,
	STARTING = ENI_STARTING,
	STOPPING = ENI_STOPPING,
	PERSON = ENI_PERSON,
	BARTHEL = ENI_BARTHEL
};

static const char *const kind_names[] = {
    [ENI_CLIENTS] = "clients",
    [ENI_CONTACTS] = "contacts",
    [ENI_STAYS] = "stays",
    [ENI_CALLS] = "calls",
    [ENI_VISITS] = "visits",
    [ENI_INCIDENTS] = "incidents",
    [ENI_REFERRERS] = "referrers",
    [ENI_STEPS] = "steps",
    [ENI_SURVEYS] = "surveys",
    [ENI_STAFF] = "staff",
    [ENI_PLANS] = "plans",
    [ENI_HOLIDAYS] = "holidays",
};
ENI_ROW_FOR_EACH(kind_names, ENI_KINDS);

/* clang-format off */
static const struct eni_field fields[] = {
    {"id", ENI_ID, ENI_V_NONE, CLIENTS, MUST, "利用者番号", "客户编号", "the person's own number or code; no two people share one"},
    {"name", ENI_TEXT, ENI_V_NONE, CLIENTS, MUST | PERSON, "氏名", "姓名", "the bare name; the honorific is added when it is printed"},
    {"status", ENI_ENUM, ENI_V_STATUS, CLIENTS, MUST, "状態", "状态", "where this person stands with us now"},
    {"kana", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "フリガナ", "拼音", "how the name is read"},
    {"sex", ENI_ENUM, ENI_V_SEX, CLIENTS, MAY, "性別", "性别", "only used to choose a form of address in Chinese"},
    {"birth", ENI_DATE, ENI_V_NONE, CLIENTS, DATED, "生年月日", "出生日期", "day of birth"},
    {"age", ENI_AGE, ENI_V_NONE, CLIENTS, MAY, "年齢", "年龄", "whole years when they first asked; unused where birth is known"},
    {"phone", ENI_PHONE, ENI_V_NONE, CLIENTS, MAY, "電話番号", "电话", "the person's telephone"},
    {"phone2", ENI_PHONE, ENI_V_NONE, CLIENTS, MAY, "電話番号2", "备用电话", "a second telephone"},
    {"email", ENI_ADDRESS, ENI_V_NONE, CLIENTS, MAY, "メール", "邮箱", "e-mail address"},
    {"wechat", ENI_ADDRESS, ENI_V_NONE, CLIENTS, MAY, "WeChat", "微信号", "WeChat name"},
    {"address", ENI_ADDRESS, ENI_V_NONE, CLIENTS, MAY, "住所", "地址", "postal address"},
    {"area", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "地区", "区域", "ward or district, for the acceptance rules"},
    {"contact", ENI_WISHES, ENI_V_CHANNEL, CLIENTS, MAY, "連絡方法", "联系方式偏好", "how to reach them and how not; a marked channel comes first"},
    {"family_name", ENI_TEXT, ENI_V_NONE, CLIENTS, PERSON, "家族氏名", "家属姓名", "the relative we speak with"},
    {"family_relation", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "続柄", "与老人关系", "what that relative is to the person"},
    {"family_phone", ENI_PHONE, ENI_V_NONE, CLIENTS, MAY, "家族電話", "家属电话", "the relative's telephone"},
    {"family_contact", ENI_WISHES, ENI_V_CHANNEL, CLIENTS, MAY, "家族連絡方法", "家属联系方式", "how to reach the relative and how not"},
    {"family_email", ENI_ADDRESS, ENI_V_NONE, CLIENTS, MAY, "家族メール", "家属邮箱", "the relative's e-mail address"},
    {"family_address", ENI_ADDRESS, ENI_V_NONE, CLIENTS, MAY, "家族住所", "家属地址", "the relative's postal address"},
    {"decision_maker", ENI_TEXT, ENI_V_NONE, CLIENTS, PERSON, "決定者", "关键决策人", "who decides; empty: the relative, then the person"},
    {"decision_phone", ENI_PHONE, ENI_V_NONE, CLIENTS, MAY, "決定者電話", "决策人电话", "the deciding person's telephone"},
    {"family_attitude", ENI_ENUM, ENI_V_FAMILY_ATTITUDE, CLIENTS, MAY, "家族の意向", "家庭支持态度", "whether the family is for it"},
    {"concern", ENI_ENUMS, ENI_V_CONCERN, CLIENTS, MAY, "懸念", "核心顾虑", "the worries that matter most"},
    {"reason", ENI_ENUM, ENI_V_REASON, CLIENTS, MAY, "理由", "退住原因", "why the stay ended or pauses; wanted when status is ended or paused"},
    {"reason_note", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "理由詳細", "原因说明", "the reason in more detail: smoking, pickup_time, tokuyo or any words"},
    {"cause", ENI_WORDS, ENI_V_NONE, CLIENTS, MAY, "原因者", "相关人员", "ids of the clients or staff the trouble was with"},
    {"outlook", ENI_ENUM, ENI_V_OUTLOOK, CLIENTS, MAY, "見通し", "恢复预期", "whether a return can be expected"},
    {"sour", ENI_YES, ENI_V_FORBID, CLIENTS, MAY, "強い不満", "强烈不满", "left with very bad feelings: no sales contact"},
    {"start_date", ENI_DATE, ENI_V_NONE, CLIENTS, STARTING, "利用開始日", "开始日期", "first day of the present or last stay; empty: first_visit, then signed_date"},
    {"end_date", ENI_DATE, ENI_V_NONE, CLIENTS, STOPPING, "中止日", "退住日期", "first day without the service"},
    {"decided_on", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "終了決定日", "终止决定日", "day on which the end of the stay was decided"},
    {"returned_date", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "再開日", "返回日期", "first day back"},
    {"death_date", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "死亡日", "去世日期", "day of death; it may lie behind the end of the stay"},
    {"discharge_date", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "退院日", "出院日期", "day of leaving the hospital"},
    {"rule_restored", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "ルール再変更日", "规则恢复日期", "day on which the changed house rule was put back"},
    {"weekdays", ENI_WEEKDAYS, ENI_V_WEEKDAY, CLIENTS, MAY, "利用曜日", "使用日", "days of use, with -am or -pm where sessions are kept; former days of who left"},
    {"caremanager", ENI_ID, ENI_V_NONE, CLIENTS, PERSON, "担当ケアマネ", "个案管理员", "the care manager: an id or unique name of referrers"},
    {"referrer", ENI_ID, ENI_V_NONE, CLIENTS, PERSON, "紹介元", "推荐人", "who sent this person: an id or unique name of referrers"},
    {"doctor", ENI_ID, ENI_V_NONE, CLIENTS, PERSON, "主治医", "主治医生", "the doctor: an id or unique name of referrers"},
    {"care_level", ENI_ENUM, ENI_V_CARE_LEVEL, CLIENTS, MAY, "要介護度", "照护等级", "certified or assessed level of care"},
    {"care_until", ENI_DATE, ENI_V_NONE, CLIENTS, LASTS | FORWARD, "認定有効期限", "等级有效期", "last day of the certified level"},
    {"adl", ENI_NUMBER, ENI_V_NONE, CLIENTS, BARTHEL, "ADL", "ADL评分", "Barthel index, 0 to 100 in steps of 5; a number outside is none"},
    {"cognition", ENI_ENUM, ENI_V_COGNITION, CLIENTS, MAY, "認知機能", "认知功能", "state of memory and understanding"},
    {"mobility", ENI_ENUM, ENI_V_MOBILITY, CLIENTS, MAY, "移動", "行动能力", "how the person gets about"},
    {"gb_score", ENI_NUMBER, ENI_V_NONE, CLIENTS, MAY, "GB評点", "能力评估得分", "score of GB/T 42195, 0 to 90"},
    {"health", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "健康状態", "健康状况", "illnesses and the state of health in their own words"},
    {"habits", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "生活習慣", "生活习惯", "how the day is spent at home, likes and dislikes"},
    {"wish", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "本人の気持ち", "心理诉求", "what the person hopes or fears for, in their own words"},
    {"needs", ENI_WORDS, ENI_V_NEED, CLIENTS, MAY, "必要な支援", "照护需求", "help that is wanted; words of your own are kept"},
    {"risks", ENI_WORDS, ENI_V_RISK, CLIENTS, MAY, "リスク", "风险", "what has to be watched; words of your own are kept"},
    {"focus", ENI_ENUMS, ENI_V_FOCUS, CLIENTS, MAY, "重視する点", "关注点", "what counts most in the choice"},
    {"price_sense", ENI_ENUM, ENI_V_PRICE_SENSE, CLIENTS, MAY, "価格感度", "价格敏感度", "how much the price matters"},
    {"budget", ENI_BUDGET, ENI_V_NONE, CLIENTS, MAY, "予算", "预算", "what they can spend a month, a range"},
    {"autonomy", ENI_YES, ENI_V_YES, CLIENTS, MAY, "自由時間希望", "希望自由安排", "wants to keep time and company in own hands"},
    {"intent", ENI_ENUM, ENI_V_INTENT, CLIENTS, MAY, "意向", "客户意向度", "how near to signing"},
    {"inquiry_at", ENI_DATE, ENI_V_NONE, CLIENTS, TIMED, "問い合わせ日", "咨询日期", "when they first asked"},
    {"visit_at", ENI_DATE, ENI_V_NONE, CLIENTS, FORWARD, "見学予定日時", "预约到访时间", "appointment for a visit"},
    {"visit_end", ENI_DATE, ENI_V_NONE, CLIENTS, TIMED, "見学終了", "接待结束时间", "end of the reception, with the time"},
    {"ready_date", ENI_DATE, ENI_V_NONE, CLIENTS, FORWARD, "申込日", "签约意向日期", "day they said they would sign"},
    {"signed_date", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "契約日", "签约日期", "day of the contract"},
    {"lost_date", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "不成約日", "未签约日期", "day they decided against us"},
    {"lost_reason", ENI_ENUM, ENI_V_LOST_REASON, CLIENTS, MAY, "不成約理由", "未签约原因", "why they did not sign"},
    {"price", ENI_MONEY, ENI_V_NONE, CLIENTS, MAY, "単価", "单价", "price of one visit or day; empty: the office's ltv settings"},
    {"visits_per_month", ENI_NUMBER, ENI_V_NONE, CLIENTS, MAY, "月間回数", "每月次数", "visits in a month; empty: the office's ltv settings"},
    {"first_visit", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "初回日", "首次服务日期", "day of the first visit"},
    {"term_price", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "料金取決め", "价格约定", "what was agreed on the price"},
    {"term_frequency", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "頻度取決め", "频次约定", "what was agreed on how often"},
    {"term_extension", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "延長取決め", "延长约定", "what was agreed on running over time"},
    {"term_cancel", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "キャンセル取決め", "取消约定", "what was agreed on cancelling"},
    {"consent_from", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "同意日", "同意日期", "day of the doctor's consent; its end is worked out"},
    {"consent_kind", ENI_ENUM, ENI_V_CONSENT_KIND, CLIENTS, MAY, "同意区分", "同意类别", "treatment the doctor consented to"},
    {"consent_until", ENI_DATE, ENI_V_NONE, CLIENTS, LASTS | FORWARD, "同意期限", "同意到期日", "last day of the doctor's consent, where the list says it; else it is worked out"},
    {"meeting_date", ENI_DATE, ENI_V_NONE, CLIENTS, FORWARD, "担当者会議日", "服务会议日期", "next service meeting"},
    {"staff", ENI_ID, ENI_V_NONE, CLIENTS, PERSON, "担当", "顾问", "who looks after this person: an id or unique name of staff"},
    {"accepted", ENI_ENUM, ENI_V_ACCEPTED, CLIENTS, MAY, "受入区分", "接收类别", "taken on within the written criteria, or as an exception"},
    {"accepted_note", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "受入理由", "接收说明", "why the exception was made"},
    {"decision", ENI_ENUM, ENI_V_ANSWER, CLIENTS, MAY, "受け入れの判断", "接收决定", "what was decided about taking the person on"},
    {"decision_at", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "判断日", "决定日期", "when that was decided"},
    {"risk_told_at", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "リスク説明日", "风险告知日期", "when the risks were explained"},
    {"risk_told_by", ENI_ID, ENI_V_NONE, CLIENTS, MAY, "リスク説明者", "风险告知人", "who explained them: staff.id or a name"},
    {"declined_on", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "お断りした日", "婉拒日期", "when we declined"},
    {"optout", ENI_YES, ENI_V_FORBID, CLIENTS, MAY, "連絡不要", "拒绝联系", "wants no contact (yes, or since when)"},
    {"consent_share", ENI_YES, ENI_V_PERMIT, CLIENTS, MAY, "情報共有同意", "信息共享同意", "agreed that we share information with partners"},
    {"consent_photo", ENI_YES, ENI_V_PERMIT, CLIENTS, MAY, "写真同意", "照片同意", "agreed to photographs"},
    {"consent_story", ENI_YES, ENI_V_PERMIT, CLIENTS, MAY, "事例紹介同意", "故事使用同意", "agreed that their story is told"},
    {"consent_contact", ENI_YES, ENI_V_PERMIT, CLIENTS, MAY, "電子連絡同意", "电子联系同意", "agreed to electronic messages"},
    {"tags", ENI_WORDS, ENI_V_NONE, CLIENTS, MAY, "タグ", "标签", "reception tags; filled by rule"},
    {"note", ENI_TEXT, ENI_V_NONE, CLIENTS, MAY, "備考", "备注", "anything else; never quoted in words to others"},

    {"at", ENI_DATE, ENI_V_NONE, CONTACTS, MUST, "連絡日時", "跟进时间", "day or moment of the contact"},
    {"id", ENI_ID, ENI_V_NONE, CONTACTS, MUST, "利用者番号", "客户编号", "whom it is about: a client, a referrer, or office"},
    {"channel", ENI_ENUM, ENI_V_CHANNEL, CONTACTS, MUST, "手段", "联系渠道", "how we were in touch; empty counts as call"},
    {"to", ENI_ENUM, ENI_V_TO, CONTACTS, MUST, "相手区分", "联系对象", "whom we spoke or wrote to"},
    {"dir", ENI_ENUM, ENI_V_DIR, CONTACTS, MAY, "発着", "方向", "out: we started it (also when empty); in: they did"},
    {"who", ENI_TEXT, ENI_V_NONE, CONTACTS, PERSON, "相手氏名", "对方姓名", "the name of that person"},
    {"staff", ENI_ID, ENI_V_NONE, CONTACTS, MAY, "対応者", "经办人", "who of us did it: an id or unique name of staff"},
    {"rule", ENI_TEXT, ENI_V_NONE, CONTACTS, MAY, "ルール", "规则", "the rule it answers; empty: done by hand"},
    {"anchor", ENI_DATE, ENI_V_NONE, CONTACTS, TIMED, "起点日", "起算日期", "date of the row it answers, where a rule has several"},
    {"topic", ENI_TEXT, ENI_V_NONE, CONTACTS, MAY, "用件", "主题", "what it was about, in a word or two, such as family_talk for a talk with the family in the stead of a partner"},
    {"outcome", ENI_ENUM, ENI_V_OUTCOME, CONTACTS, MUST, "結果", "结果", "what came of it; empty counts as done; a try is no contact"},
    {"gift", ENI_YES, ENI_V_YES, CONTACTS, MAY, "贈り物", "礼品", "a gift was given"},
    {"next", ENI_DATE, ENI_V_NONE, CONTACTS, FORWARD | SPOKEN, "次回", "下次联系", "the day promised for the next contact"},
    {"note", ENI_TEXT, ENI_V_NONE, CONTACTS, MAY, "メモ", "备注", "what was said"},

    {"id", ENI_ID, ENI_V_NONE, STAYS, MUST, "利用者番号", "客户编号", "whose stay it is"},
    {"start", ENI_DATE, ENI_V_NONE, STAYS, MUST, "開始日", "开始日期", "first day of the stay"},
    {"end", ENI_DATE, ENI_V_NONE, STAYS, LASTS, "終了日", "结束日期", "first day out; empty: the stay goes on"},
    {"reason", ENI_ENUM, ENI_V_REASON, STAYS, MAY, "理由", "退住原因", "why it ended"},
    {"cause", ENI_WORDS, ENI_V_NONE, STAYS, MAY, "原因者", "相关人员", "ids of the clients or staff the trouble was with"},
    {"note", ENI_TEXT, ENI_V_NONE, STAYS, MAY, "備考", "备注", "anything else"},

    {"at", ENI_DATE, ENI_V_NONE, CALLS, MUST | TIMED, "日時", "时间", "moment of the first ring"},
    {"dir", ENI_ENUM, ENI_V_CALL_DIR, CALLS, MUST, "着発信", "呼叫方向", "in: they rang us; out: we rang them"},
    {"number", ENI_PHONE, ENI_V_NONE, CALLS, MUST, "電話番号", "来电号码", "the other side's number, or a word for withheld"},
    {"result", ENI_ENUM, ENI_V_RESULT, CALLS, MUST, "応答結果", "接听结果", "what became of the call"},
    {"type", ENI_ENUM, ENI_V_CALL_TYPE, CALLS, MAY, "通話種別", "通话类型", "direction and result in one word, as telephones have it"},
    {"duration", ENI_TEXT, ENI_V_NONE, CALLS, MAY, "通話時間", "通话时长", "how long they spoke: 2:10, 130, 2分10秒"},
    {"answered_at", ENI_DATE, ENI_V_NONE, CALLS, TIMED, "応答日時", "接通时间", "when it was taken"},
    {"caller", ENI_PHONE, ENI_V_NONE, CALLS, MAY, "発信者番号", "主叫号码", "who rang, where both sides have a column"},
    {"called", ENI_PHONE, ENI_V_NONE, CALLS, MAY, "着信番号", "被叫号码", "who was rung"},
    {"call_id", ENI_TEXT, ENI_V_NONE, CALLS, MAY, "通話ID", "通话ID", "the same in all rows of one call"},
    {"answered_by", ENI_ENUM, ENI_V_ANSWERED_BY, CALLS, MAY, "応答者", "接听人", "who took it"},
    {"ring_seconds", ENI_NUMBER, ENI_V_NONE, CALLS, MAY, "呼出秒数", "振铃秒数", "how long it rang"},
    {"line", ENI_ENUM, ENI_V_LINE, CALLS, MAY, "回線", "线路", "which of our lines"},
    {"id", ENI_ID, ENI_V_NONE, CALLS, MAY, "利用者番号", "客户编号", "whose call it was, where known"},
    {"note", ENI_TEXT, ENI_V_NONE, CALLS, MAY, "備考", "备注", "anything else"},

    {"id", ENI_ID, ENI_V_NONE, VISITS, MUST, "利用者番号", "客户编号", "whose visit or day it was"},
    {"date", ENI_DATE, ENI_V_NONE, VISITS, MUST, "利用日", "日期", "the day"},
    {"outcome", ENI_ENUM, ENI_V_VISIT_OUTCOME, VISITS, MUST, "出欠", "出席情况", "came, stayed away, was cancelled by us, or was moved"},
    {"planned", ENI_DATE, ENI_V_NONE, VISITS, MAY, "予定日", "计划日期", "the day or moment it had been planned for"},
    {"minutes", ENI_NUMBER, ENI_V_NONE, VISITS, MAY, "所要分", "用时", "how long it took, in minutes"},
    {"fee", ENI_MONEY, ENI_V_NONE, VISITS, MAY, "料金", "费用", "what it earned; empty: the person's price"},
    {"staff", ENI_ID, ENI_V_NONE, VISITS, MAY, "担当者", "经办人", "who of us was there: an id or unique name of staff"},
    {"session", ENI_ENUM, ENI_V_SESSION, VISITS, MAY, "時間帯", "时段", "morning or afternoon"},
    {"symptoms", ENI_WORDS, ENI_V_SYMPTOM, VISITS, MAY, "症状", "症状", "signs of illness, and those that the outcome and the note speak of"},
    {"note", ENI_TEXT, ENI_V_NONE, VISITS, MAY, "備考", "备注", "what to report to the care manager"},

    {"id", ENI_ID, ENI_V_NONE, INCIDENTS, MUST, "利用者番号", "客户编号", "whom it concerns"},
    {"date", ENI_DATE, ENI_V_NONE, INCIDENTS, MUST | TIMED, "発生日", "发生日期", "the day, or the moment, it happened"},
    {"kind", ENI_ENUM, ENI_V_INCIDENT_KIND, INCIDENTS, MUST, "種別", "类型", "what happened; the first seven kinds are troubles"},
    {"status", ENI_ENUM, ENI_V_INCIDENT_STATUS, INCIDENTS, MUST, "状態", "状态", "still open, or closed"},
    {"severity", ENI_NUMBER, ENI_V_NONE, INCIDENTS, MAY, "重大度", "严重程度", "1 slight, 2 middling, 3 grave"},
    {"staff", ENI_ID, ENI_V_NONE, INCIDENTS, MAY, "担当", "经办人", "who of us deals with it: an id or unique name of staff"},
    {"source", ENI_TEXT, ENI_V_NONE, INCIDENTS, MAY, "情報元", "信息来源", "who reported it"},
    {"told_at", ENI_DATE, ENI_V_NONE, INCIDENTS, TIMED, "受付日時", "获知时间", "when it was reported"},
    {"note", ENI_TEXT, ENI_V_NONE, INCIDENTS, MAY, "備考", "备注", "what happened and what was done"},

    {"id", ENI_ID, ENI_V_NONE, REFERRERS, MUST, "番号", "编号", "the partner's own number or code"},
    {"org", ENI_TEXT, ENI_V_NONE, REFERRERS, MUST, "事業所名", "机构名称", "the organisation"},
    {"person", ENI_TEXT, ENI_V_NONE, REFERRERS, PERSON, "担当者名", "联系人姓名", "the person there; empty: the organisation is addressed"},
    {"kind", ENI_ENUM, ENI_V_REFERRER_KIND, REFERRERS, MUST, "種別", "类型", "what sort of partner"},
    {"phone", ENI_PHONE, ENI_V_NONE, REFERRERS, MAY, "電話番号", "电话", "telephone"},
    {"address", ENI_ADDRESS, ENI_V_NONE, REFERRERS, MAY, "住所", "地址", "postal address"},
    {"email", ENI_ADDRESS, ENI_V_NONE, REFERRERS, MAY, "メール", "邮箱", "e-mail address"},
    {"fax", ENI_PHONE, ENI_V_NONE, REFERRERS, MAY, "FAX", "传真", "fax number"},
    {"contact", ENI_WISHES, ENI_V_CHANNEL, REFERRERS, MAY, "連絡方法", "联系方式偏好", "how to reach them and how not; a marked channel comes first"},
    {"public", ENI_YES, ENI_V_FORBID, REFERRERS, MAY, "公的委託", "公办", "works on public commission: no gifts; a centre does unless it says no"},
    {"since", ENI_DATE, ENI_V_NONE, REFERRERS, MAY, "登録日", "登记日期", "on our list since"},
    {"next_event", ENI_DATE, ENI_V_NONE, REFERRERS, FORWARD, "次回研修日", "活动日期", "their next training or case meeting"},
    {"optout", ENI_YES, ENI_V_FORBID, REFERRERS, MAY, "連絡不要", "拒绝联系", "wants no contact (yes, or since when)"},
    {"plans_per_month", ENI_NUMBER, ENI_V_NONE, REFERRERS, MAY, "月間プラン数", "每月计划数", "care plans they make in a month"},
    {"note", ENI_TEXT, ENI_V_NONE, REFERRERS, MAY, "備考", "备注", "anything else"},

    {"id", ENI_ID, ENI_V_NONE, STEPS, MUST, "利用者番号", "客户编号", "whose reception it is"},
    {"step", ENI_ENUM, ENI_V_STEP, STEPS, MUST, "段階", "环节", "which step of the reception"},
    {"started_at", ENI_DATE, ENI_V_NONE, STEPS, TIMED, "開始時刻", "开始时间", "when it began"},
    {"ended_at", ENI_DATE, ENI_V_NONE, STEPS, TIMED, "終了時刻", "结束时间", "when it ended"},
    {"minutes", ENI_NUMBER, ENI_V_NONE, STEPS, MAY, "所要分", "用时", "how long it took; empty: from start to end"},
    {"staff", ENI_ID, ENI_V_NONE, STEPS, MAY, "担当", "顾问", "who of us did it: an id or unique name of staff"},
    {"staff_role", ENI_ENUM, ENI_V_STAFF_ROLE, STEPS, MAY, "担当職種", "人员岗位", "clerk, senior or doctor"},
    {"outcome", ENI_ENUM, ENI_V_STEP_OUTCOME, STEPS, MUST, "結果", "结果", "done, dropped (they left) or skipped"},
    {"register", ENI_TEXT, ENI_V_NONE, STEPS, MAY, "受付", "咨询登记", "one row per visitor: minutes of this step, or when it began"},
    {"assess", ENI_TEXT, ENI_V_NONE, STEPS, MAY, "評価", "需求评估", "the same, needs assessment"},
    {"tour", ENI_TEXT, ENI_V_NONE, STEPS, MAY, "見学", "参观引导", "the same, tour"},
    {"plan", ENI_TEXT, ENI_V_NONE, STEPS, MAY, "説明", "方案讲解", "the same, explaining the plan"},
    {"objection", ENI_TEXT, ENI_V_NONE, STEPS, MAY, "質疑", "异议处理", "the same, questions and doubts"},
    {"note", ENI_TEXT, ENI_V_NONE, STEPS, MAY, "備考", "备注", "anything else"},

    {"at", ENI_DATE, ENI_V_NONE, SURVEYS, MUST | TIMED, "日時", "时间", "when it was filled in"},
    {"id", ENI_ID, ENI_V_NONE, SURVEYS, MAY, "利用者番号", "客户编号", "who answered, where known"},
    {"kind", ENI_ENUM, ENI_V_SURVEY_KIND, SURVEYS, MUST, "種別", "类型", "which questionnaire"},
    {"staff", ENI_ID, ENI_V_NONE, SURVEYS, MAY, "対応者", "接待人员", "who of us it is about: an id or unique name of staff"},
    {"time", ENI_NUMBER, ENI_V_NONE, SURVEYS, MAY, "時間の評価", "环节耗时", "time taken, 1 poor to 5 good"},
    {"clarity", ENI_NUMBER, ENI_V_NONE, SURVEYS, MAY, "分かりやすさ", "信息清晰度", "clarity, 1 to 5"},
    {"warmth", ENI_NUMBER, ENI_V_NONE, SURVEYS, MAY, "温かさ", "服务温度", "warmth, 1 to 5"},
    {"core_needs", ENI_NUMBER, ENI_V_NONE, SURVEYS, MAY, "ニーズ把握", "核心需求收集", "whether the core needs were asked for, 1 to 5"},
    {"tour_match", ENI_NUMBER, ENI_V_NONE, SURVEYS, MAY, "見学の適合", "参观匹配度", "whether the tour fitted them, 1 to 5"},
    {"reason", ENI_ENUM, ENI_V_LOST_REASON, SURVEYS, MAY, "不成約理由", "未签约原因", "why they did not sign"},
    {"note", ENI_TEXT, ENI_V_NONE, SURVEYS, MAY, "備考", "备注", "their own words"},

    {"id", ENI_ID, ENI_V_NONE, STAFF, MUST, "職員番号", "员工编号", "the staff member's own number or code"},
    {"name", ENI_TEXT, ENI_V_NONE, STAFF, PERSON, "氏名", "姓名", "name"},
    {"role", ENI_TEXT, ENI_V_NONE, STAFF, MAY, "職種", "岗位", "what they do"},
    {"phone", ENI_PHONE, ENI_V_NONE, STAFF, MAY, "電話番号", "电话", "telephone"},
    {"email", ENI_ADDRESS, ENI_V_NONE, STAFF, MAY, "メール", "邮箱", "e-mail address"},
    {"weekdays", ENI_WEEKDAYS, ENI_V_WEEKDAY, STAFF, MAY, "出勤曜日", "出勤日", "days of work"},
    {"fte", ENI_NUMBER, ENI_V_NONE, STAFF, MAY, "常勤換算", "全职折算", "the part of a full-time post they work, such as 0.5; empty: all of it"},
    {"certified_until", ENI_DATE, ENI_V_NONE, STAFF, LASTS | FORWARD, "資格有効期限", "资格有效期", "last day of the certificate for assessing"},

    {"month", ENI_MONTH, ENI_V_NONE, PLANS, MAY, "対象月", "月份", "the month"},
    {"service", ENI_ENUM, ENI_V_SERVICE, PLANS, MUST, "サービス種類", "服务项目", "sort of service"},
    {"corp", ENI_TEXT, ENI_V_NONE, PLANS, MUST, "法人名", "法人名称", "corporation that gives it"},
    {"plans", ENI_NUMBER, ENI_V_NONE, PLANS, MUST, "プラン数", "计划数", "number of care plans that use it"},

    {"date", ENI_DATE, ENI_V_NONE, HOLIDAYS, MUST | DATED, "月日", "日期", "the day"},
    {"name", ENI_TEXT, ENI_V_NONE, HOLIDAYS, MAY, "名称", "名称", "its name"},
    {"kind", ENI_ENUM, ENI_V_HOLIDAY_KIND, HOLIDAYS, MAY, "区分", "类型", "off (also when empty), or work: a working day in exchange"},
};

static const struct eni_field derived[] = {
    {"last_contact", ENI_DATE, ENI_V_NONE, CLIENTS | REFERRERS, MAY, "最終連絡日", "最近联系", "latest contact that is no try; else visit_end, inquiry_at (referrers: since)"},
    {"absent_run", ENI_NUMBER, ENI_V_NONE, CLIENTS, MAY, "連続欠席", "连续缺席", "absences in a row up to now"},
    {"last_absent", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "最終欠席日", "最近缺席日", "day of the latest absence"},
    {"received_at", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "見学または問い合わせの日", "参观或咨询之日", "visit_end, else inquiry_at"},
    {"ready_at", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "契約意思の日", "确认签约意向之日", "ready_date, else signed_date"},
    {"end_settled", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "終了が決まった日", "确定离开之日", "since when the end of the present stay is settled: decided_on, else the end_date of who has left or is to leave"},
    {"open_days", ENI_WEEKDAYS, ENI_V_WEEKDAY, CLIENTS, MAY, "案内できる曜日", "可安排日", "weekdays with a free seat and without the cause"},
    {"trial_mid", ENI_DATE, ENI_V_NONE, CLIENTS, MAY, "体験の中日", "试住中间日", "half way from start_date to end_date"},
    {"here_last_month", ENI_YES, ENI_V_YES, CLIENTS, MAY, "前月の利用", "上月在住", "yes where whoever is here now was so in the month before, too"},
    {"house_rule", ENI_WORDS, ENI_V_HOUSE_RULE, CLIENTS, MAY, "変更された決まり", "变更的规定", "the house rules that reason_note names, else its own words"},
    {"free_slots", ENI_NUMBER, ENI_V_NONE, CLIENTS, MAY, "空き枠", "空余名额", "free seats in a week, unless the record says so itself"},
    {"terms_missing", ENI_WORDS, ENI_V_NONE, CLIENTS, MAY, "未取り決めの事項", "未约定事项", "which of price, frequency, extension, cancel is not agreed yet"},
    {"band", ENI_ENUM, ENI_V_BAND, CLIENTS, MAY, "ADL区分", "ADL分级", "band of the Barthel index, by the office's settings"},
    {"gb_level", ENI_NUMBER, ENI_V_NONE, CLIENTS, MAY, "GB等級", "能力等级", "level 0 to 4 of GB/T 42195 from gb_score"},
    {"cause_unclear", ENI_YES, ENI_V_YES, CLIENTS, MAY, "原因者不明", "相关人员不明", "yes where the reason is person and cause is empty, names nobody on file, or somebody who is here without weekdays"},
    {"death_noted", ENI_YES, ENI_V_YES, CLIENTS, MAY, "死亡の記載", "去世记载", "yes where a note or the journal speaks of a death that nothing explains"},
    {"office_kind", ENI_ENUM, ENI_V_OFFICE_KIND, (1u << ENI_KINDS) - 1, MAY, "事業所種別", "机构类型", "office.kind of the settings"},
    {"story_missing", ENI_NUMBER, ENI_V_NONE, CLIENTS, MAY, "紹介できる事例の不足", "可讲故事不足", "of the office: how many would hear a story, and none is left that may be told them"},
};
/* clang-format on */

const char *
eni_kind_name(enum eni_kind kind)
{
	return kind_names[kind];
}

enum eni_kind
eni_kind_find(struct eni_str name)
{
	unsigned kind = 0;

	while (kind < ENI_KINDS && !eni_str_is(name, kind_names[kind]))
		kind++;
	return (enum eni_kind)kind;
}

const struct eni_field *
eni_fields(size_t *n)
{
	*n = sizeof fields / sizeof *fields;
	return fields;
}

const struct eni_field *
eni_derived(size_t *n)
{
	*n = sizeof derived / sizeof *derived;
	return derived;
}

/* The rows by name: of those of one name the first, and behind each the next. */
enum { FIELDS = sizeof fields / sizeof *fields };
static struct eni_map by_name;
static uint32_t next_namesake[FIELDS];
static pthread_once_t indexed = PTHREAD_ONCE_INIT;

static void
index_names(void)
{
	for (uint32_t i = FIELDS; i-- > 0;) {
		struct eni_str name = eni_str_of(fields[i].name);

		next_namesake[i] = eni_map_get(&by_name, name);
		eni_map_set(&by_name, name, i);
	}
}

const struct eni_field *
eni_field_find(enum eni_kind kind, struct eni_str name)
{
	uint32_t i;

	pthread_once(&indexed, index_names);
	i = eni_map_get(&by_name, name);
	while (i != ENI_NONE && (fields[i].kinds & ENI_IN(kind)) == 0)
		i = next_namesake[i];
	return i == ENI_NONE ? NULL : &fields[i];
}
