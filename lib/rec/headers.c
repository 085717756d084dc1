/*
 * What columns are called: the headers people use for fields (enishi-records(5), HEADERS), and the headings of what we print.
 * Room: rec.
 * An alias is written as eni_casefold leaves it and counts only for kinds that have the field, so most rows name no kind at all.
 * Headings come back as input (Excel lists are filled in and read again): none of them may mean another field.
 */
#include "rec/kinds.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/known.h"
#include "base/text.h"

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

enum {
	ANY = 0,
	CLIENTS = ENI_IN(ENI_CLIENTS),
	CONTACTS = ENI_IN(ENI_CONTACTS),
	CALLS = ENI_IN(ENI_CALLS),
	VISITS = ENI_IN(ENI_VISITS),
	REFERRERS = ENI_IN(ENI_REFERRERS),
	STEPS = ENI_IN(ENI_STEPS),
	STAFF = ENI_IN(ENI_STAFF),
	HOLIDAYS = ENI_IN(ENI_HOLIDAYS),
	NOT_CALLS = ~(unsigned)CALLS & ((1u << ENI_KINDS) - 1),
	/* Rows about a person who is on file elsewhere: a unique name stands for the id. */
	ABOUT_PERSON = CONTACTS | CALLS | VISITS | STEPS | ENI_IN(ENI_STAYS) | ENI_IN(ENI_INCIDENTS) | ENI_IN(ENI_SURVEYS)
};

struct alias {
	const char *field;
	uint32_t kinds; /* ANY: every kind that has the field */
	const char *const *words;
	bool yields; /* see eni_header_yields */
};

/* clang-format off */
static const struct alias aliases[] = {
    {"id", ANY, WORDS("利用者番号", "利用者id", "利用者コード", "患者番号", "客户编号", "编号", "老人编号"), false},
    {"id", NOT_CALLS, WORDS("番号"), false},
    {"id", CALLS, WORDS("name", "contact", "contactname", "相手名", "相手先名", "対方姓名", "对方姓名", "联系人", "联系人姓名"), true},
    {"id", REFERRERS, WORDS("事業所番号", "紹介元番号", "机构编号"), false},
    {"id", CLIENTS, WORDS("no", "no."), true}, /* a running number, where there is no other id */
    {"id", STAFF, WORDS("職員id", "社員番号", "工号"), false},
    {"id", ABOUT_PERSON, WORDS("氏名", "名前", "利用者名", "利用者氏名", "お名前", "患者名", "患者氏名", "姓名", "客户姓名", "老人姓名", "利用者", "ご利用者", "患者", "老人", "长者"), true},
    {"name", CLIENTS | STAFF, WORDS("氏名", "名前", "利用者名", "利用者氏名", "お名前", "患者名", "患者氏名", "姓名", "客户姓名", "老人姓名", "利用者様氏名", "ご利用者氏名", "ご利用者名", "本人氏名", "ご本人氏名", "入居者名", "入居者氏名", "入所者名", "入所者氏名", "被保険者氏名", "ご氏名", "长者姓名", "老人名字", "入住老人姓名", "入住者姓名", "被照护人姓名", "服务对象姓名", "住户姓名", "名字"), false},
    {"name", STAFF, WORDS("職員名", "职员姓名", "员工姓名"), false},
    {"name", HOLIDAYS, WORDS("国民の祝日・休日名称", "祝日名", "名称", "节日"), false},
    {"name", CLIENTS, WORDS("利用者", "患者", "入居者", "ご利用者", "ご本人", "服务入住老人", "长者", "老人"), true},
    {"kana", ANY, WORDS("フリガナ", "ふりがな", "カナ", "氏名カナ", "氏名(カナ)", "拼音", "よみ", "よみがな", "読み", "読み方", "読み仮名", "カナ氏名", "氏名フリガナ", "氏名ふりがな", "氏名(フリガナ)", "氏名(ふりがな)", "お名前(ふりがな)", "お名前(フリガナ)", "お名前(カナ)", "利用者名カナ", "利用者名フリガナ", "利用者カナ", "患者カナ", "姓名拼音"), false},
    {"sex", ANY, WORDS("性別", "性别", "男女", "男女別"), false},
    {"birth", ANY, WORDS("生年月日", "誕生日", "出生日期", "出生年月", "生年月日(西暦)", "生年月日(和暦)", "誕生年月日", "出生年月日", "出生日", "生日"), false},
    {"age", ANY, WORDS("年令", "満年齢", "ご年齢", "年纪", "岁数", "周岁", "实际年龄"), false},
    {"phone", ANY, WORDS("電話", "電話番号", "連絡先電話", "連絡先電話番号", "tel", "电话", "联系电话", "电话号码", "お電話番号", "ご連絡先電話番号", "連絡先tel", "自宅tel", "固定電話", "電話no", "本人電話", "本人電話番号", "代表電話", "代表電話番号", "代表tel", "直通電話", "联络电话", "联系电话号码", "固定电话", "家庭电话", "办公电话", "单位电话", "座机"), false},
    {"phone", ANY, WORDS("telephonenumber", "telephone", "自宅電話", "電話番号(自宅)", "電話(自宅)", "tel(自宅)", "電話番号(本人)", "電話(本人)", "電話番号1", "電話1", "tel1"), false},
    {"phone", ANY, WORDS("携帯", "携帯電話", "携帯番号", "電話番号(携帯)", "電話(携帯)", "tel(携帯)", "本人携帯", "ご本人携帯", "携帯電話番号", "携帯tel", "スマホ", "手机", "手机号", "手机号码", "联系手机", "移动电话"), true}, /* beside another the second */
    {"phone2", ANY, WORDS("電話2", "電話番号2", "予備電話", "电话2", "备用电话", "第二电话", "第二連絡先", "連絡先2", "予備連絡先", "tel2", "备用联系电话", "备用手机", "第二联系电话"), false},
    {"email", ANY, WORDS("メール", "メールアドレス", "eメール", "e-mail", "邮箱", "电子邮箱", "电子邮件", "email", "eメールアドレス", "e-mailアドレス", "emailアドレス", "emailaddress", "メアド", "电子信箱", "email地址", "邮箱地址"), false},
    {"wechat", ANY, WORDS("微信", "微信号", "ウィーチャット", "微信账号", "微信号码", "微信id"), false},
    {"address", ANY, WORDS("住所", "所在地", "地址", "住址"), false},
    {"address", ANY, WORDS("ご住所", "現住所", "自宅住所", "居住地", "お住まい", "家庭住址", "家庭地址", "居住地址", "现住址", "现居住地", "联系地址", "通讯地址"), true},
    {"area", ANY, WORDS("地区", "エリア", "校区", "区域", "片区"), false},
    {"area", ANY, WORDS("地域", "町名", "圏域", "学区", "小学校区", "居住地区", "居住地域", "所在区域", "居住区域", "所属社区", "街道"), true},
    {"contact", ANY, WORDS("連絡方法", "連絡手段", "希望連絡方法", "联系方式偏好", "偏好联系方式"), false},
    {"contact", ANY, WORDS("希望の連絡方法", "ご希望の連絡方法", "連絡希望方法", "連絡方法の希望", "希望联系方式", "首选联系方式", "联系偏好"), true},
    {"contact", ANY, WORDS("联系意愿", "联系要求", "联系习惯", "沟通方式偏好"), true},
    {"family_name", ANY, WORDS("家族氏名", "家族名", "キーパーソン", "家属姓名", "联系人"), false},
    {"family_name", ANY, WORDS("ご家族氏名", "ご家族名", "家族(続柄)", "ご家族(続柄)", "家族氏名(続柄)", "キーパーソン(続柄)", "キーパーソン氏名(続柄)", "緊急連絡先(続柄)", "緊急連絡先氏名(続柄)", "ご家族のお名前", "家族のお名前", "家族の氏名", "キーパーソン氏名", "キーパーソン名", "緊急連絡先", "緊急連絡先1", "緊急連絡先氏名1", "緊急連絡先1氏名", "キーパーソン1", "家族1", "家族氏名1", "緊急連絡先氏名", "緊急連絡先名", "緊急連絡者", "紧急联系人", "紧急联系人姓名", "家属名称", "监护人", "监护人姓名", "代表家族", "主介護者", "主たる介護者", "身元引受人", "身元保証人", "保証人", "相談者", "相談者名", "相談者氏名", "ご相談者", "ご相談者名", "ご相談者氏名", "申込者", "申込者名", "申込者氏名", "お申込者氏名", "連絡者", "主要联系人", "联系人姓名", "咨询人", "咨询人姓名", "咨询者姓名", "申请人", "申请人姓名", "子女姓名", "担保人"), true},
    {"family_relation", ANY, WORDS("続柄", "関係", "与老人关系", "关系"), false},
    {"family_relation", ANY, WORDS("ご続柄", "間柄", "ご関係", "続柄(家族)", "家族続柄", "家族の続柄", "緊急連絡先続柄", "キーパーソン続柄", "本人との関係", "ご本人との関係", "利用者との関係", "利用者様との関係", "ご利用者との関係", "ご利用者様との関係", "相談者との関係", "与老人的关系", "与老人之间的关系", "与长者关系", "与本人关系", "与本人的关系", "与客户关系", "与入住者关系", "与入住老人关系", "与被照护人关系", "亲属关系", "家属关系", "联系人关系"), true},
    {"family_phone", ANY, WORDS("家族電話", "家族電話番号", "キーパーソン電話", "家属电话", "联系人电话"), false},
    {"family_phone", ANY, WORDS("家族tel", "家族の電話", "家族の電話番号", "家族携帯", "家族携帯電話", "家族連絡先", "ご家族電話番号", "ご家族の電話番号", "ご家族連絡先", "キーパーソンtel", "キーパーソン電話番号", "キーパーソン連絡先", "緊急連絡先tel", "緊急連絡先電話", "緊急連絡先電話番号", "緊急連絡先番号", "緊急連絡先携帯", "緊急電話", "緊急時電話番号", "紧急联系电话", "紧急联系人电话", "紧急联系人手机", "紧急联系人联系方式", "紧急联系方式", "紧急电话", "家属联系电话", "家属手机", "家属手机号", "联系人手机", "联系人手机号", "监护人电话", "监护人联系电话", "子女电话"), true},
    {"family_contact", ANY, WORDS("家族連絡方法", "家族の連絡方法", "家族連絡手段", "家属联系方式偏好"), false},
    {"family_contact", ANY, WORDS("家属联系意愿", "家属联系偏好", "家属联系要求"), true},
    {"family_email", ANY, WORDS("家族メール", "家族メールアドレス", "家属邮箱"), false},
    {"family_email", ANY, WORDS("家族のメール", "家族のメールアドレス", "ご家族メールアドレス", "家属邮件", "联系人邮箱"), true},
    {"family_address", ANY, WORDS("家族住所", "家属地址"), false},
    {"family_address", ANY, WORDS("家族の住所", "ご家族住所", "緊急連絡先住所", "家属住址", "联系人地址"), true},
    {"decision_maker", ANY, WORDS("決定者", "意思決定者", "关键决策人", "决策人"), false},
    {"decision_maker", ANY, WORDS("決定権者", "最終決定者", "最終決定権者", "决定人", "决策者", "最终决定人", "最终决策人", "主要决策人"), true},
    {"decision_phone", ANY, WORDS("決定者電話", "決定者電話番号", "决策人电话", "決定者tel", "决策人联系电话", "决定人电话"), false},
    {"family_attitude", ANY, WORDS("家族の意向", "家族の態度", "家庭支持态度", "家属态度"), false},
    {"family_attitude", ANY, WORDS("家族の考え", "ご家族の意向", "ご家族のお考え", "家族意向", "家人态度", "家人意见", "家属意见", "家庭态度", "家庭意见", "子女态度"), true},
    {"concern", ANY, WORDS("懸念", "心配ごと", "核心顾虑点", "核心顾虑", "顾虑"), false},
    {"concern", ANY, WORDS("心配事", "心配", "心配な点", "心配なこと", "不安", "不安な点", "不安なこと", "気になる点", "気がかり", "ご不安な点", "一番の心配", "担心", "担忧", "最担心什么", "最担心的", "最担心的问题", "担心的问题", "顾虑点", "主要顾虑", "最大顾虑"), true},
    {"status", ANY, WORDS("状態", "状況", "ステータス", "利用状況", "状态", "客户状态", "現況", "現在の状況", "現在の状態", "利用状態", "利用者状態", "稼働状況", "契約状況", "当前状态", "目前状态", "在住状态", "入住状态", "跟进状态"), false},
    {"status", ANY, WORDS("服务状态", "老人状态", "客户状况", "服务情况", "在住情况", "入住情况"), true},
    {"reason", ANY, WORDS("理由", "休止理由", "中止理由", "休眠理由", "終了理由", "解約理由", "退所理由", "退住原因", "终止原因", "休止の理由", "中止の理由", "終了の理由", "休止・終了理由", "休止・中止理由", "中止・終了理由", "終了・中止理由", "中止・休止理由", "終了・休止理由", "休止(終了)理由", "中止(終了)理由", "休止/終了理由", "終了・休止の理由", "休止・終了の理由", "終了事由", "中止事由", "解約事由", "退所事由", "退居理由", "利用終了理由", "利用中止理由", "离院原因", "退出原因", "离开原因", "停止原因", "暂停原因", "结束原因"), false},
    {"reason", ENI_IN(ENI_SURVEYS), WORDS("不成約理由", "未签约原因"), false},
    {"reason_note", ANY, WORDS("理由詳細", "理由の詳細", "原因说明", "理由備考", "理由メモ", "理由の補足", "原因备注", "原因详情"), false},
    {"reason_note", ANY, WORDS("終了理由詳細", "終了理由の詳細", "終了理由備考", "終了理由メモ", "終了理由補足", "中止理由詳細", "中止理由の詳細", "中止理由備考", "中止理由メモ", "中止理由補足", "休止理由詳細", "休止理由の詳細", "休止理由備考", "休止理由メモ", "休止理由補足", "解約理由詳細", "解約理由の詳細", "解約理由備考", "解約理由メモ", "解約理由補足", "退所理由詳細", "退所理由の詳細", "退所理由備考", "退所理由メモ", "退所理由補足", "退住原因说明", "退住原因备注", "退住原因详情", "离院原因说明", "离院原因备注", "离院原因详情", "终止原因说明", "终止原因备注", "终止原因详情", "退出原因说明", "退出原因备注", "退出原因详情"), false},
    {"cause", ANY, WORDS("原因者", "相手", "当事者", "相关人员"), false},
    {"cause", ANY, WORDS("相关老人", "冲突对象", "当事人"), true},
    {"start_date", ANY, WORDS("利用開始日", "開始日", "入所日", "入居日", "开始日期", "入住日期", "開始年月日", "利用開始", "利用開始年月日", "ご利用開始日", "サービス開始日", "契約開始日", "入所年月日", "入居年月日", "入住时间", "入住日", "服务开始日期", "开始服务日期"), false},
    {"start_date", ANY, WORDS("体験開始日", "体験利用開始日", "お試し開始日", "试住开始", "试住开始日期", "试住日期", "体验开始日期"), true},
    {"end_date", ANY, WORDS("体験終了日", "体験利用終了日", "お試し終了日", "试住结束", "试住结束日期", "试住到期", "试住到期日", "体验结束日期"), true},
    {"start_date", ANY, WORDS("入院日期", "入院时间"), true}, /* in Chinese a home is a 院; 入院日 is a day in hospital */
    {"start", ANY, WORDS("利用開始日", "開始日", "入所日", "入居日", "开始日期", "入住日期", "開始年月日", "利用開始", "入所年月日", "入居年月日", "入住时间", "入住日"), false},
    {"price", ANY, WORDS("単価", "利用単価", "単価(円)", "单价", "单价(元)"), false},
    {"visits_per_month", ANY, WORDS("月間回数", "月回数", "利用回数", "每月次数"), false},
    {"end_date", ANY, WORDS("休止日", "入院日", "中止日", "終了日", "利用終了日", "退所日", "退居日", "休止・終了日", "休止・中止日", "中止・終了日", "終了・中止日", "中止・休止日", "終了・休止日", "休止・退所日", "中止・退所日", "休止(終了)日", "中止(終了)日", "休止/終了日", "中止/終了日", "休止日・終了日", "退住日期", "终止日期", "休止開始日", "利用休止日", "利用中止日", "終了年月日", "利用終了年月日", "退所年月日", "退居年月日", "解約日", "サービス終了日", "退住时间", "退住日", "结束日期", "离院日期", "退出日期", "离开日期", "停止日期", "暂停日期"), false},
    {"end", ANY, WORDS("休止日", "入院日", "中止日", "終了日", "利用終了日", "退所日", "退居日", "退住日期", "终止日期", "終了年月日", "退所年月日", "退居年月日", "解約日", "退住时间", "退住日", "离院日期"), false},
    {"death_date", ANY, WORDS("死亡年月日", "逝去日", "ご逝去日", "永眠日", "去世时间", "逝世日期", "死亡日期"), false},
    {"returned_date", ANY, WORDS("再開日", "利用再開日", "返回日期", "恢复日期", "再開年月日", "利用再開", "復帰日", "返院日期", "恢复服务日期", "重新入住日期"), false},
    {"outlook", ANY, WORDS("見通し", "再開見込み", "恢复预期", "再開の見込み", "再開の可能性", "恢复可能"), false},
    {"discharge_date", ANY, WORDS("退院日", "出院日期", "退院年月日", "出院日", "出院时间"), false},
    {"rule_restored", ANY, WORDS("再変更日", "ルール再変更日", "规则恢复日期"), false},
    {"sour", ANY, WORDS("強い不満", "强烈不满"), false},
    {"optout", ANY, WORDS("連絡不要", "連絡拒否", "拒绝联系", "勿扰", "連絡しない", "連絡停止", "連絡禁止", "連絡不可", "営業不要", "dm不要", "不再联系", "免打扰", "请勿打扰"), false},
    {"weekdays", ANY, WORDS("利用曜日", "曜日", "使用日", "使用星期", "利用曜日(週)", "通所曜日", "訪問曜日", "来所曜日", "サービス曜日", "デイ利用日", "每周使用日", "服务星期", "每周服务日", "上门星期"), false},
    {"weekdays", STAFF, WORDS("出勤曜日", "勤務曜日", "出勤日"), false},
    {"weekdays", CLIENTS, WORDS("訪問日", "通所日", "来所日", "利用日", "服务日", "上门日"), true},
    {"weekdays", CLIENTS, WORDS("来的日子", "来中心日", "到中心日", "服务星期几", "每周服务时间"), true},
    {"caremanager", ANY, WORDS("担当ケアマネ", "ケアマネ番号", "ケアマネ", "担当ケアマネジャー", "ケアマネジャー", "担当介護支援専門員", "个案管理员"), false},
    {"caremanager", ANY, WORDS("ケアマネ名", "ケアマネ氏名", "ケアマネージャー", "担当ケアマネ名", "担当ケアマネ氏名", "担当ケアマネージャー", "担当ケアマネージャー名", "担当ケアマネジャー名", "介護支援専門員", "担当cm", "担当cm名", "cm", "个案经理", "照护经理"), true},
    {"referrer", ANY, WORDS("紹介元", "紹介者番号", "紹介者", "推荐人", "来源渠道", "渠道", "来源", "客户来源"), false},
    {"referrer", ANY, WORDS("紹介元名", "紹介者名", "ご紹介者", "紹介機関", "紹介事業所", "紹介経路", "流入経路", "認知経路", "知ったきっかけ", "きっかけ", "推荐来源", "推荐渠道", "介绍人", "转介人", "转介机构", "转介来源", "了解渠道", "获知渠道", "得知渠道", "如何得知", "从何得知"), true},
    {"referrer", ANY, WORDS("介绍单位", "介绍机构", "转介单位", "推荐单位", "推荐机构"), true},
    {"doctor", ANY, WORDS("主治医", "同意医師", "同意医", "同意医師名", "同意医氏名", "主治医生"), false},
    {"doctor", ANY, WORDS("主治医名", "主治医師", "主治医氏名", "家庭医生", "责任医生", "かかりつけ医", "担当医", "医生"), true},
    {"care_level", ANY, WORDS("要介護度", "介護度", "要介護状態区分", "照护等级", "护理等级"), false},
    {"care_level", ANY, WORDS("介護認定", "要介護認定", "認定区分", "認定結果", "要介護", "要支援・要介護度", "介護度区分", "介護区分", "自理情况", "自理能力", "自理程度", "自理状况", "生活自理能力", "生活自理情况", "失能等级", "失能程度", "护理级别", "照护级别"), true},
    {"care_until", ANY, WORDS("認定有効期限", "認定期限", "認定有効期間", "認定終了日", "等级有效期"), false},
    {"care_until", ANY, WORDS("介護認定有効期限", "認定有効期間満了日", "認定満了日", "認定有効期間終了日", "認定期間", "有効期間", "有効期限", "被保険者証有効期限", "等级有效期限", "评估有效期"), true},
    {"adl", ANY, WORDS("バーセル指数", "バーセルインデックス", "bi", "adl評点", "adl评分", "巴氏指数", "巴氏评分"), false},
    {"adl", ANY, WORDS("adl得点", "adl点数", "bi得点", "バーセル", "adl分数", "巴氏量表", "日常生活能力评分"), true},
    {"cognition", ANY, WORDS("認知機能", "認知症の有無", "認知症自立度", "认知功能"), false},
    {"cognition", ANY, WORDS("認知症", "認知症状", "認知症度", "認知症レベル", "認知症の程度", "認知症日常生活自立度", "認知症高齢者の日常生活自立度", "认知情况", "认知状况", "认知能力", "认知症", "是否有认知症", "认知障碍", "是否有认知障碍", "认知障碍程度", "失智情况", "是否失智"), true},
    {"mobility", ANY, WORDS("移動", "移動手段", "移動能力", "行动能力"), false},
    {"mobility", ANY, WORDS("移動方法", "移動状態", "移動形態", "移動の状態", "歩行", "歩行状態", "歩行能力", "行动方式", "行动情况", "行动状况", "行走方式", "行走能力", "移动能力", "活动能力"), true},
    {"gb_score", ANY, WORDS("gb評点", "gb评分", "能力评估得分", "能力评估总分"), false},
    {"health", ANY, WORDS("健康状況", "健康情况"), false},
    {"health", ANY, WORDS("病歴", "既往歴", "既往症", "持病", "現病歴", "疾患", "疾患名", "病名", "主病名", "傷病名", "体調", "身体状况", "身体情况", "病史", "既往病史", "既往史", "疾病史", "疾病情况", "患病情况", "基础疾病", "慢性病"), true},
    {"habits", ANY, WORDS("生活習慣", "生活习惯"), false},
    {"habits", ANY, WORDS("習慣", "日課", "嗜好", "趣味", "趣味・嗜好", "好きなこと", "暮らし方", "一日の過ごし方", "习惯", "作息", "作息习惯", "日常习惯", "生活作息", "爱好", "兴趣爱好", "喜好", "饮食习惯", "忌口"), true},
    {"wish", ANY, WORDS("本人の気持ち", "心理诉求"), false},
    {"wish", ANY, WORDS("心理的な要望", "心理面の希望", "ご本人の気持ち", "ご本人の思い", "本人の思い", "本人の希望", "心情", "心理需求", "情感需求", "精神需求", "老人心愿", "老人意愿", "本人意愿"), true},
    {"needs", ANY, WORDS("必要な支援", "ニーズ", "照护需求", "需求"), false},
    {"risks", ANY, WORDS("リスク", "风险"), false},
    {"symptoms", ANY, WORDS("症状", "体調", "身体症状"), false},
    {"risks", ANY, WORDS("リスク要因", "リスク情報", "留意するリスク", "危険因子", "注意すべきリスク", "风险点", "风险因素", "风险提示", "安全风险"), true},
    {"needs", ANY, WORDS("必要な介護", "必要な介助", "必要な介護サービス", "必要なサービス", "必要な支援内容", "支援内容", "介助内容", "介護ニーズ", "希望サービス", "希望するサービス", "ご希望のサービス", "利用希望サービス", "需要的照护服务", "需要的护理服务", "需要的服务", "需要的照护", "需要的帮助", "所需服务", "所需照护", "照护服务", "照护服务需求", "护理需求", "护理服务需求", "服务需求", "照护内容", "照护项目"), true},
    {"focus", ANY, WORDS("重視する点", "重視点", "关注点", "看重"), false},
    {"focus", ANY, WORDS("重視すること", "重視したい点", "重視したいこと", "重視項目", "一番重視する点", "選ぶ際に重視する点", "最看重什么", "最看重的", "最看重的方面", "看重什么", "看重的方面", "看重点", "最关注什么", "最关注的方面", "关注的方面", "重视的方面"), true},
    {"price_sense", ANY, WORDS("価格感度", "価格重視", "价格敏感度", "价格敏感点"), false},
    {"price_sense", ANY, WORDS("価格意識", "对价格的敏感度", "价格敏感"), true},
    {"budget", ANY, WORDS("ご予算", "予算額"), false},
    {"budget", ANY, WORDS("月予算", "月額予算", "予算(月額)", "予算(月)", "1か月の予算", "毎月の予算", "希望月額", "希望費用", "每月预算", "月预算", "月度预算", "费用预算", "预算范围", "预算区间", "每月费用预算", "每月可承受费用", "可承受费用", "可接受价格", "心理价位", "期望价格"), true},
    {"autonomy", ANY, WORDS("自由時間希望", "社交自主权", "自由時間の希望", "自主权需求"), false},
    {"intent", ANY, WORDS("意向", "意向度", "客户意向度", "意向等级"), false},
    {"intent", ANY, WORDS("検討度", "検討状況", "ご検討状況", "見込み度", "確度", "温度感", "意愿", "入住意向", "入住意愿", "意向程度"), true},
    {"inquiry_at", ANY, WORDS("タイムスタンプ", "問い合わせ日", "問い合わせ日時", "問合せ日", "問合せ日時", "时间戳记", "咨询日期", "咨询时间", "問い合わせ日付", "お問い合わせ日", "お問い合わせ日時", "お問合せ日", "問合日", "相談日", "相談日時", "初回相談日", "反響日", "咨询日", "首次咨询日期", "首次咨询时间", "初次咨询日期", "初次咨询时间", "来电咨询日期"), false},
    {"inquiry_at", ANY, WORDS("登记日期", "登记时间", "登记日", "接待日期", "接待时间", "首次接待日期", "来电日期", "来电时间", "受付日", "受付日時", "初回受付日"), true},
    {"visit_at", ANY, WORDS("見学予定日時", "見学予定日", "見学予約", "来所予定日時", "予約日時", "预约到访时间", "预约时间", "预约日期", "見学予定", "見学予約日", "見学予約日時", "見学希望日", "見学希望日時", "来訪予定日", "来訪予定日時", "来所予定日", "来所予約", "预约来访", "预约来访时间", "来访预约", "预约参观", "希望参观时间", "希望参观日期", "希望参观的时间", "预约参观时间", "预约参观日期", "预计参观时间", "计划参观时间", "期望参观时间", "预计到访时间", "希望到访时间"), false},
    {"visit_end", ANY, WORDS("見学終了", "見学終了日時", "来所終了", "見学日", "到访日", "到访日期", "到访时间", "参观日期", "接待结束时间", "来访结束", "来访结束时间", "参观结束", "見学終了時刻", "参观结束时间", "接待结束"), false},
    {"visit_end", ANY, WORDS("来访日期", "来访时间", "来访日"), true},
    {"ready_date", ANY, WORDS("申込日", "申し込み日", "签约意向日期", "申込年月日", "お申込日", "申込み日", "入居申込日", "利用申込日", "意向签约日期", "申请入住日期"), false},
    {"signed_date", ANY, WORDS("契約日", "签约日期", "契約年月日", "契約締結日", "ご契約日", "签约时间", "签订日期", "合同日期", "合同签订日期"), false},
    {"lost_date", ANY, WORDS("不成約日", "流失日期", "失注日", "見送り日", "放弃日期", "未成交日期"), false},
    {"lost_reason", ANY, WORDS("不成約理由", "未签约原因", "不成約の理由", "失注理由", "見送り理由", "不成立理由", "流失原因", "未成交原因", "未入住原因", "放弃原因"), false},
    {"first_visit", ANY, WORDS("初回日", "初回訪問日", "初回施術日", "首次服务日期", "初回施術", "初回訪問", "初回利用日", "初回サービス日", "初回往診日", "初診日", "施術開始日", "首次上门日期", "首次服务时间", "初次上门日期"), false},
    {"term_price", ANY, WORDS("料金説明", "料金取決め", "价格约定", "料金の説明", "料金の取り決め", "价格说明"), false},
    {"term_price", ANY, WORDS("收费说明", "收费约定", "费用约定", "费用说明"), true},
    {"term_frequency", ANY, WORDS("頻度取決め", "頻度", "频次约定", "頻度の取り決め", "訪問頻度", "频次"), false},
    {"term_extension", ANY, WORDS("延長取決め", "延長", "延长约定", "延長の取り決め", "延长说明"), false},
    {"term_extension", ANY, WORDS("延时约定", "延时说明", "加时约定"), true},
    {"term_cancel", ANY, WORDS("キャンセル取決め", "キャンセル", "取消约定", "キャンセルの取り決め", "取消说明"), false},
    {"consent_from", ANY, WORDS("同意日", "同意書日付", "同意書日", "同意日期", "同意年月日", "同意書年月日", "同意書交付日", "同意書交付年月日", "同意書発行日", "同意書取得日", "同意书日期"), false},
    {"consent_until", ANY, WORDS("同意書期限", "同意有効期限", "同意書有効期限", "同意満了日", "同意書満了日", "同意有效期", "同意书有效期"), false},
    {"consent_kind", ANY, WORDS("同意区分", "施術区分", "同意类别", "施術内容", "施術の内容", "施術種別", "施術の種類", "施術名", "同意内容"), false},
    {"meeting_date", ANY, WORDS("担当者会議日", "サービス担当者会議", "サービス担当者会議日", "服务会议日期", "次回担当者会議", "次回担当者会議日", "次回サービス担当者会議", "サ担", "サ担会議", "担会日"), false},
    {"consent_share", ANY, WORDS("情報共有同意", "個人情報同意", "個人情報使用同意", "信息共享同意", "情報共有の同意", "情報提供同意", "情報提供の同意", "個人情報の同意", "個人情報提供同意", "個人情報同意書", "信息共享授权", "个人信息使用同意"), false},
    {"consent_photo", ANY, WORDS("写真同意", "写真掲載同意", "照片同意", "写真の同意", "写真使用同意", "写真掲載の同意", "肖像使用同意", "照片使用同意", "拍照同意"), false},
    {"consent_story", ANY, WORDS("事例紹介同意", "事例同意", "故事使用同意", "事例紹介の同意", "事例使用同意", "事例掲載同意", "案例使用同意"), false},
    {"consent_contact", ANY, WORDS("電子連絡同意", "連絡同意", "电子联系同意", "联系同意", "電子連絡の同意", "メール連絡同意", "同意电子联系"), false},
    {"consent_contact", ANY, WORDS("推送同意", "同意推送", "微信联系同意", "同意微信联系"), true},
    {"accepted", ANY, WORDS("受入区分", "受入れ区分", "受け入れ区分", "接收类别"), false},
    {"accepted_note", ANY, WORDS("受入理由", "受入備考", "接收说明"), false},
    {"decision", ANY, WORDS("受け入れの判断", "接收决定"), false},
    {"decision", ANY, WORDS("受入判断", "受け入れ判断", "受入可否", "受け入れ可否", "受入決定", "接收结论", "是否接收"), true},
    {"decision_at", ANY, WORDS("判断日", "决定日期"), false},
    {"decision_at", ANY, WORDS("受入判断日", "受け入れ判断日", "決定日", "接收决定日期", "决定时间"), true},
    {"risk_told_at", ANY, WORDS("リスク説明日", "风险告知日期"), false},
    {"risk_told_at", ANY, WORDS("リスク説明", "リスクの説明日", "リスク説明実施日", "风险告知", "风险告知日", "风险说明日期", "风险告知时间"), true},
    {"risk_told_by", ANY, WORDS("リスク説明者", "风险告知人"), false},
    {"risk_told_by", ANY, WORDS("リスク説明担当", "リスク説明の担当", "风险说明人"), true},
    {"declined_on", ANY, WORDS("お断りした日", "婉拒日期"), false},
    {"declined_on", ANY, WORDS("お断り日", "断り日", "辞退回答日", "谢绝日期", "婉拒日"), true},
    {"tags", ANY, WORDS("タグ", "标签"), false},
    {"org", ANY, WORDS("事業所名", "機関名", "機関名称", "施設名", "施設名称", "医療機関名", "医療機関名称", "事業所名称", "事業所", "机构名称", "单位", "单位名称", "医院名", "病院名", "クリニック名", "事業者名", "居宅介護支援事業所", "居宅介護支援事業所名", "居宅支援事業所", "支援事業所名", "機関", "機構名", "机构", "机构名", "单位名", "医院名称"), false},
    {"org", REFERRERS, WORDS("name"), true},
    {"org", ANY, WORDS("法人名", "名称"), true},
    {"person", ANY, WORDS("担当者名", "担当者", "担当者氏名", "联系人姓名", "联系人", "负责人", "担当者様", "窓口担当者", "連絡担当者", "担当相談員", "对接人", "联络人", "联系人名称"), false},
    {"person", REFERRERS, WORDS("ケアマネ氏名", "ケアマネ名", "ケアマネ", "ケアマネジャー", "ケアマネジャー名", "ケアマネージャー", "ケアマネージャー名", "担当ケアマネ", "担当ケアマネ氏名", "担当ケアマネジャー", "担当ケアマネージャー", "介護支援専門員", "介護支援専門員氏名", "相談員", "相談員名", "医師名", "医師氏名", "氏名", "お名前", "姓名", "医生姓名", "社工姓名"), true},
    {"kind", ANY, WORDS("種別", "区分", "種類", "类型", "类别"), false},
    {"kind", REFERRERS, WORDS("机构类型"), false},
    {"kind", REFERRERS, WORDS("サービスの種類", "サービス種類", "サービス種別"), true},
    {"fax", ANY, WORDS("fax番号", "ファックス", "ファクス", "faxnumber", "传真", "传真号码", "faxno", "ファックス番号", "ファクシミリ", "传真号"), false},
    {"public", ANY, WORDS("公的委託", "委託", "公办"), false},
    {"next_event", ANY, WORDS("次回研修日", "研修日", "事例検討会", "活动日期", "次回研修", "勉強会", "次回事例検討会", "下次活动日期"), false},
    {"since", ANY, WORDS("登録日", "登记日期", "登録年月日", "登记日"), false},
    {"plans_per_month", ANY, WORDS("月間プラン数", "月プラン数", "每月计划数"), false},
    {"at", CALLS, WORDS("日付", "日期", "date", "calldate", "通話日", "发生日期", "通话日期"), true},
    {"at", ANY, WORDS("日付", "日期", "日時", "时间", "日期时间", "タイムスタンプ", "时间戳记"), false},
    {"at", CONTACTS, WORDS("連絡日", "連絡日時", "跟进时间", "跟进日期", "联系时间", "联系日期", "対応日", "対応日時", "架電日", "架電日時", "記録日", "記録日時", "跟进日", "沟通时间", "沟通日期", "回访时间", "回访日期"), false},
    {"at", CONTACTS, WORDS("回访日", "联系日", "拜访日期", "拜访时间", "记录时间", "记录日期", "通话日期", "电话日期"), true},
    {"at", CALLS, WORDS("着信日時", "着信日", "通話日時", "発信日時", "来电时间", "通话时间", "着信時刻", "着信時間", "受電日時", "受電日", "架電日時", "来电日期", "呼入时间", "呼出时间", "拨出时间"), false},
    {"at", CALLS, WORDS("発着信日時", "着発信日時", "発着日時", "開始日時", "開始時刻", "時刻", "日時刻", "呼叫时间", "开始时间", "起始时间", "通话起始时间", "通信时间", "通话开始时间", "拨打时间", "时刻", "datetime", "date/time", "date&time", "time", "calltime", "starttime", "start", "timestamp"), false},
    {"at", ENI_IN(ENI_SURVEYS), WORDS("回答日", "回答日時", "填写时间"), false},
    {"to", ANY, WORDS("相手", "相手区分", "連絡相手", "宛先", "对象", "联系对象"), false},
    {"to", CONTACTS, WORDS("連絡先", "ご連絡先", "連絡先区分", "電話先", "架電先", "訪問先"), true},
    {"channel", ANY, WORDS("手段", "方法", "連絡方法", "連絡手段", "渠道", "联系渠道", "対応方法", "対応手段", "联系方法", "跟进方式", "沟通方式", "回访方式"), false},
    {"who", ANY, WORDS("相手氏名", "相手の氏名", "相手名", "对方姓名", "联系对象姓名", "対応相手", "話した相手", "沟通对象"), false},
    {"rule", ANY, WORDS("ルール", "规则"), false},
    {"topic", ANY, WORDS("用件", "件名", "主题", "事由"), false},
    {"gift", ANY, WORDS("贈り物", "手土産", "礼品"), false},
    {"anchor", ANY, WORDS("起点日", "起算日期"), false},
    {"outcome", ANY, WORDS("結果", "转归", "结果", "対応結果", "連絡結果", "架電結果", "跟进结果", "联系结果", "沟通结果", "回访结果"), false},
    {"outcome", CONTACTS, WORDS("回访情况", "联系情况", "沟通情况", "跟进情况", "接听情况", "接通情况", "反馈", "反馈情况"), true},
    {"outcome", VISITS, WORDS("出欠", "出席", "出席状況", "出席情况", "出勤情况", "考勤", "出席区分", "出欠状況", "来所状況", "実施状況", "到勤情况"), false},
    {"staff", ANY, WORDS("担当", "担当者", "顾问", "对应顾问", "対応者", "職員", "担当職員", "施術者", "经办人", "跟进人"), false},
    {"staff", ANY, WORDS("担当スタッフ", "スタッフ", "担当職員名", "施術担当", "施術担当者", "担当施術者", "営業担当", "対応職員", "記入者", "记录人", "跟进人员", "责任人", "接待人", "负责顾问", "客户顾问", "养老顾问"), true},
    {"staff", CLIENTS, WORDS("担当者名", "担当相談員", "生活相談員", "相談員", "负责人"), true},
    {"staff", CONTACTS, WORDS("回访人", "回访人员", "拜访人", "沟通人", "联系人员", "通话人"), true},
    {"note", ANY, WORDS("備考", "备注", "備考欄", "备注信息", "备注说明"), false},
    {"note", ANY, WORDS("メモ", "内容", "特記事項", "特記", "連絡事項", "コメント", "その他", "対応内容", "連絡内容", "跟进内容", "沟通内容", "跟进记录", "联系内容", "补充说明", "其他说明", "说明", "留言"), true},
    {"note", CONTACTS, WORDS("回访内容", "回访记录", "谈话内容", "通话内容", "对话内容", "沟通记录", "联系记录"), true},
    {"note", ANY, WORDS("情况说明", "情况备注", "特殊情况", "其他情况", "其他备注", "特别说明", "注意事项"), true},
    {"next", ANY, WORDS("次回", "次回連絡日", "次回予定", "下次跟进日期", "下次联系", "下次跟进", "次回対応日", "次回架電日", "次回予定日", "次回連絡予定日", "次の連絡日", "下次跟进时间", "下次联系时间", "下次联系日期", "下次回访时间", "下次回访日期"), false},
    {"next", CONTACTS, WORDS("下次回访", "下次电话", "下次联络", "下次沟通", "下次拜访", "下次上门", "下次跟进日", "下次回访日", "预约回访", "预约回访时间", "计划回访", "计划回访日期", "再次联系时间", "次回フォロー", "次回フォロー日", "次回電話", "次回訪問"), true},
    {"date", ANY, WORDS("日付", "日期"), false},
    {"date", VISITS, WORDS("利用日", "訪問日", "施術日", "来所日", "服务日期", "提供日", "サービス提供日", "実施日", "通所日", "来所日時", "上门日期", "服务时间", "服务日"), false},
    {"date", ENI_IN(ENI_INCIDENTS), WORDS("利用日", "発生日", "发生日期", "发生时间", "事故発生日", "発生日時", "発生年月日", "事发日期"), false},
    {"date", HOLIDAYS, WORDS("国民の祝日・休日月日", "月日", "祝日", "休業日"), false},
    {"planned", ANY, WORDS("予定日", "予定日時", "计划日期", "计划时间"), false},
    {"fee", ANY, WORDS("料金", "施術料", "金額", "利用料", "费用", "金额", "施術料金", "利用料金", "サービス料", "服务费"), false},
    {"session", ANY, WORDS("時間帯", "午前午後", "时段", "午前・午後", "上下午"), false},
    {"number", ANY, WORDS("電話番号", "番号", "発信番号", "相手番号", "来电号码", "电话号码", "号码"), false},
    {"number", CALLS, WORDS("相手先番号", "相手電話番号", "相手先電話番号", "通話先番号", "电话", "電話", "tel", "对方号码", "对方电话", "对方电话号码", "对端号码", "客户号码", "客户电话", "联系电话", "手机号", "手机号码", "通话号码", "phonenumber", "phone_number", "phone", "contactnumber", "telephone"), false},
    {"number", CALLS, WORDS("相手", "相手先", "通話相手", "通話先"), true},
    {"dir", ANY, WORDS("着発信", "発着信", "発着", "方向", "呼叫方向"), false},
    {"dir", CALLS, WORDS("発着区分", "発着信区分", "着発信区分", "呼入呼出", "通讯类型", "direction", "calldirection", "communicationtype"), false},
    {"result", ANY, WORDS("応答結果", "通話結果", "結果", "接听结果", "结果"), false},
    {"result", CALLS, WORDS("状態", "通話状態", "ステータス", "応答状況", "応答", "通话结果", "呼叫结果", "状态", "通话状态", "呼叫状态", "接听状态", "接通状态", "是否接通", "是否接听", "status", "callstatus", "disposition"), false},
    {"type", CALLS, WORDS("種別", "種類", "区分", "通話区分", "履歴種別", "発着信種別", "着発信種別", "発着種別", "类型", "类别", "呼叫类型", "通话类别", "通话方式", "通信方式", "呼叫方式", "记录类型", "type", "calltype"), false},
    {"duration", CALLS, WORDS("通話秒数", "通話時間(秒)", "通話時間(分)", "通話時分", "実通話時間", "接听时长", "通话时长(秒)", "通话秒数", "通信时长", "talking", "talktime", "talkduration", "talkduration(s)", "billsec"), false},
    {"duration", CALLS, WORDS("duration", "duration(s)", "duration(sec)", "duration(seconds)", "callduration", "callduration(s)", "総通話時間", "时长", "时长(秒)", "总时长", "总通话时长"), true},
    {"answered_at", CALLS, WORDS("応答時刻", "通話開始日時", "通話開始時刻", "通話開始", "接听时间", "应答时间", "answertime", "answeredat", "timeanswered", "connecttime"), false},
    {"caller", CALLS, WORDS("発信元", "発信元番号", "発信元電話番号", "発信者", "発信者電話番号", "発番号", "主叫", "主叫方", "呼叫方", "callerid", "callernumber", "from", "fromnumber", "callfrom", "source", "sourcenumber", "src"), false},
    {"called", CALLS, WORDS("着信先", "着信先番号", "着信電話番号", "着番号", "発信先", "発信先番号", "被叫", "被叫方", "接听号码", "callee", "callednumber", "to", "tonumber", "callto", "destination", "destinationnumber", "dst"), false},
    {"call_id", CALLS, WORDS("呼id", "呼叫id", "会话id", "呼叫流水号", "流水号", "callid", "calluuid", "linkedid", "uniqueid"), false},
    {"answered_by", ANY, WORDS("応答者", "電話対応者", "接听人"), false},
    {"ring_seconds", ANY, WORDS("呼出秒数", "呼び出し秒数", "振铃秒数", "振铃时长"), false},
    {"line", ANY, WORDS("回線", "着信回線", "线路"), false},
    {"step", ANY, WORDS("段階", "工程", "ステップ", "环节", "步骤"), false},
    {"started_at", ANY, WORDS("開始時刻", "開始時間", "開始日時", "开始时间"), false},
    {"ended_at", ANY, WORDS("終了時刻", "終了時間", "終了日時", "结束时间"), false},
    {"minutes", ANY, WORDS("所要分", "分", "所要時間(分)", "耗时", "用时", "耗时(分钟)", "所要時間", "施術時間", "提供時間", "时长", "时长(分钟)", "服务时长"), false},
    {"staff_role", ANY, WORDS("担当職種", "担当者職種", "人员岗位"), false},
    {"role", ANY, WORDS("職種", "役割", "役職", "岗位", "职务", "職位", "职位", "工种"), false},
    {"certified_until", ANY, WORDS("資格有効期限", "资格有效期"), false},
    {"register", ANY, WORDS("受付", "咨询登记"), false},
    {"assess", ANY, WORDS("評価", "アセスメント", "需求评估"), false},
    {"tour", ANY, WORDS("見学", "参观", "参观引导"), false},
    {"plan", ANY, WORDS("説明", "提案", "方案讲解"), false},
    {"objection", ANY, WORDS("質疑", "質疑応答", "异议处理"), false},
    {"severity", ANY, WORDS("重大度", "重症度", "严重程度", "程度", "重要度", "严重性"), false},
    {"source", ANY, WORDS("情報元", "通報者", "信息来源"), false},
    {"told_at", ANY, WORDS("受付日時", "報告日時", "获知时间"), false},
    {"time", ANY, WORDS("時間の評価", "环节耗时"), false},
    {"clarity", ANY, WORDS("分かりやすさ", "わかりやすさ", "信息清晰度", "清晰度"), false},
    {"warmth", ANY, WORDS("温かさ", "あたたかさ", "服务温度"), false},
    {"core_needs", ANY, WORDS("ニーズ把握", "核心需求收集", "核心需求"), false},
    {"tour_match", ANY, WORDS("見学の適合", "参观匹配度", "参观匹配"), false},
    {"month", ANY, WORDS("月", "年月", "対象月", "月份", "年月度", "提供月", "実績月", "月度"), false},
    {"service", ANY, WORDS("サービス", "サービス種類", "サービスの種類", "服务项目", "サービス名", "サービス種別", "服务类型", "服务名称"), false},
    {"corp", ANY, WORDS("法人", "法人名", "法人の名称", "法人名称", "法人・事業所", "運営法人", "法人機構", "运营法人"), false},
    {"plans", ANY, WORDS("計画数", "プラン数", "件数", "计划数"), false},
};

/* Every column that a report or a task prints and that is no field of the record at hand: name, Japanese, Chinese.  The general
 * heading; a verb whose column is something else in people's words has a row behind these. */
#define COLUMNS(X)                                                                                                             \
	/* tasks */                                                                                                            \
	X("due", "期日", "到期日") X("late", "遅れ日数", "逾期天数") X("rule", "ルール", "规则") X("channel", "手段", "联系渠道") \
	X("to", "相手区分", "联系对象") X("who", "相手氏名", "对方姓名") X("via", "電話・送付先", "电话或地址")                  \
	X("why", "根拠", "依据") X("say", "文面", "话术") X("priority", "優先度", "优先级") X("anchor", "起点日", "起算日期")    \
	X("name", "氏名", "姓名") X("org", "事業所名", "机构名称") X("count", "件数", "数量") X("topics", "用件一覧", "事项")    \
	X("names", "氏名一覧", "姓名列表") X("state", "判定", "判定") X("because", "理由", "原因") X("what", "項目", "项目")     \
	X("title", "件名", "事由") X("printed", "作成", "制表") X("field", "項目", "字段") X("until", "保存期限", "保存期限") X("origin", "定義元", "定义来源")                                                               \
	X("consent", "情報共有", "信息共享") X("whereabouts", "ご様子", "现况")                                                  \
	/* intake */                                                                                                           \
	X("missing", "不足", "缺少") X("route", "見学順路", "参观路线") X("prepare", "事前準備", "事前准备") X("team", "準備する係", "协同小组")                     \
	X("old", "これまでの内容", "原内容") X("new", "新しい内容", "新内容") \
	X("evidence", "提示する資料", "展示资料") X("package", "プラン", "套餐") X("percent", "割合(%)", "占比(%)")                \
	X("serves", "合致する希望", "契合的关注点") X("answer", "受け入れ", "可否接收") X("verdict", "判定", "结论") X("within_budget", "予算内", "预算内") \
	/* what acceptance criteria ask for and is no field: columns of the record's own */                                     \
	X("doctor_consent", "医師の同意", "医生同意") X("asks", "要望", "要求")                    \
	/* steps and calls */                                                                                                  \
	X("day", "日付", "日期") X("entered", "人数", "人数") X("mean_minutes", "平均(分)", "平均用时(分钟)") X("budget", "目安(分)", "目标用时(分钟)")       \
	X("over", "超過時間", "逾期时长") X("dropped", "途中離脱", "中途离开") X("drop_percent", "途中離脱率(%)", "中途离开率(%)")                   \
	X("stage", "段階", "阶段") X("visited", "来訪", "到访") X("signed", "契約", "签约") X("median_days", "日数の中央値", "天数中位数") X("staff_changes", "担当交代の回数", "更换顾问次数")       \
	X("tries", "着信回数", "来电次数") X("first", "最初", "首次") X("last", "最終", "最近一次") X("a", "番号1", "甲")             \
	X("b", "番号2", "乙") X("score", "一致度", "相似度") X("hour", "時間帯", "时段") X("total", "合計", "合计")                       \
	X("calls", "着信数", "来电数") X("missed", "不応答", "未接来电") X("new_missed", "新規の方の不応答", "新客户未接")                 \
	X("mon", "月曜", "周一") X("tue", "火曜", "周二") X("wed", "水曜", "周三") X("thu", "木曜", "周四") X("fri", "金曜", "周五") \
	X("sat", "土曜", "周六") X("sun", "日曜", "周日")                                                                    \
	/* churn */                                                                                                            \
	X("lapsed", "終了・休止の人数", "离开人数") X("deceased", "うち死亡", "其中去世") X("returned", "復帰した人数", "返回人数") X("recent", "終了から180日以内の未復帰", "离开未满180天且未返回")                   \
	X("return_rate", "復帰率(%)", "返回率(%)") X("low", "下限", "下限") X("high", "上限", "上限")                            \
	X("benchmark", "目安(%)", "参考值(%)") X("weekday", "曜日", "星期") X("seats", "定員", "可接待人数") X("booked", "利用", "已安排") \
	X("held", "確保", "预留") X("free", "空き", "空余") X("utilisation", "稼働率(%)", "利用率(%)") X("days", "案内できる曜日", "可安排日") \
	X("lost", "失った件数", "错失人数") X("monthly_value", "月額", "月金额") X("risk", "離脱リスク", "退住风险")               \
	X("signs", "兆候", "预警信号") X("month", "月", "月份") X("start", "月初人数", "月初人数") X("joined", "新規", "新增")           \
	X("left", "終了", "离开") X("died", "死亡", "去世") X("joined_and_left", "月内に開始・終了", "当月入住又离开") X("end", "月末人数", "月末人数") \
	X("churn_percent", "終了率(%)", "退住率(%)") X("group", "区分", "分组") X("time", "経過期間", "时长") X("at_risk", "観察人数", "在观察人数") \
	X("events", "終了数", "离开人数") X("censored", "打切り", "删失数") X("survival", "継続率", "留存率")                      \
	X("std_error", "標準誤差", "标准误") X("n", "人数", "人数") X("median", "中央値", "中位数") X("rmst", "期間内の平均継続", "限定期内平均留存时间") X("tau", "期間の上限", "期限") \
	X("after", "開始後", "开始后") X("q25", "25%点", "25%分位数") X("q25_low", "25%点の下限", "25%分位数下限")                            \
	X("q25_high", "25%点の上限", "25%分位数上限") X("q75", "75%点", "75%分位数") X("q75_low", "75%点の下限", "75%分位数下限")                   \
	X("q75_high", "75%点の上限", "75%分位数上限")                                                                                \
	X("cause", "理由", "原因") X("incidence", "累積割合", "累计比例") X("cohort", "開始月", "入住月份")            \
	X("at_start", "開始時の人数", "起始人数") X("staying", "継続人数", "在住人数") X("expected", "期待値", "期望值")                 \
	X("observed", "観測値", "观测值") X("chisq", "カイ二乗", "卡方") X("df", "自由度", "自由度") X("p", "p値", "p值")        \
	X("verb", "集計名", "统计名") X("version", "版", "版本") X("as_of", "基準日", "截止日")                                  \
	/* ltv */                                                                                                              \
	X("price", "単価", "单价") X("visits_per_month", "月間回数", "每月次数") X("months", "継続月数", "持续月数") X("ltv", "総収入見込み", "预计总收入") \
	X("clients", "利用者数", "客户数") X("so_far", "これまでの収入", "已收金额") X("per_month", "月あたり", "每月")                  \
	X("expected_months", "見込み月数", "预计月数") X("mean_ltv", "一人あたり総収入見込み", "人均预计总收入")                               \
	X("new_callers_missed", "新規の方の不応答", "新客户未接") X("saved", "連絡がついた人数", "已联系上") X("call_back_now", "要折り返し", "待回拨") \
	X("anonymous_missed", "非通知の不応答", "匿名未接") X("lost_value", "失った額", "损失金额") X("at_risk_value", "失うおそれのある額", "可能损失金额") \
	X("option", "選択肢", "方案") X("salary", "うち給与", "其中工资") X("per_year", "年あたり", "每年") X("break_even", "採算人数", "保本人数")                  \
	X("measure", "指標", "指标") X("own", "自事業所", "本机构") X("national", "全国", "全国") X("parameter", "パラメータ", "参数") \
	X("basis", "根拠データ", "依据数据") X("new_callers", "新規の着信人数", "新来电人数") X("year", "年度", "年度")              \
	X("value", "値", "数值") X("model", "モデル", "模型") X("fit", "収束", "收敛情况") X("stayed", "経過月数", "已住月数")   \
	X("retention", "翌期継続率", "下期留存率") X("p_staying", "継続見込み", "预计留存") X("p_alive", "来所見込み", "预计仍会来") \
	X("visits", "再来回数", "再次到访次数") X("known", "初回からの期間", "首次以来时长")                                     \
	X("expected_visits", "見込み回数", "预计次数") X("residual", "残りの見込み月数", "剩余预计月数") X("actual", "実績", "实际值")  \
	X("error_percent", "誤差(%)", "误差(%)") X("mae", "平均絶対誤差", "平均绝对误差") X("rmse", "二乗平均平方根誤差", "均方根误差") \
	X("correlation", "相関", "相关系数") X("mape", "平均絶対誤差率(%)", "平均绝对百分比误差")                                \
	/* referral */                                                                                                         \
	X("contacts", "連絡回数", "联系次数") X("referred", "紹介数", "推荐人数") X("active", "利用中の人数", "服务中人数")              \
	X("contacts_per_referral", "紹介1件あたりの連絡回数", "每推荐一人联系次数") X("served", "利用者数", "服务人数")                       \
	X("troubled", "トラブルのあった人数", "纠纷人数") X("target", "目標(%)", "目标(%)") X("talks", "家族説明の代行", "代做家属沟通") X("drafts", "下書きの提供", "代拟文书") X("spared", "先回りの報告", "主动告知") X("chain", "紹介のつながり(人)", "转介绍链人数") X("rating", "平均評価", "平均评分") X("ours", "当方から", "我方发起") X("theirs", "先方から", "对方发起")           \
	X("service", "サービス種類", "服务项目") X("plans", "プラン数", "计划数") X("corp", "法人名", "法人名称") X("top", "最多法人の件数", "最多法人计划数") \
	X("capacity", "受け入れ可能人数", "可接收人数") X("place", "箇所", "位置") X("level", "重要度", "级别") X("word", "該当語", "涉及词语") X("advice", "対応", "改法") \
	X("text", "本文", "正文") X("alternative", "代替先", "替代方案") X("want", "記載内容", "应写内容")                \
	X("item", "評価項目", "评价项目") X("mean", "平均", "平均值") X("line", "行", "行号") X("reason", "理由", "原因")

struct column {
	const char *verb; /* whose heading it is; NULL: the general one */
	const char *name, *ja, *zh;
};

#define COLUMN_ROW(name, ja, zh) {NULL, name, ja, zh},
#define COLUMN_NAME(name, ja, zh) name,
static const char *const column_names[] = {COLUMNS(COLUMN_NAME)};
static const struct column columns[] = {
    COLUMNS(COLUMN_ROW)

    /* What one verb counts, in its own words. */
    /* followup */
    {"merged", "count", "件数", "事项数"},
    {"gaps", "field", "未記入の項目", "待填写项目"},
    {"expire", "last", "最終記録日", "最近记录日期"},
    {"expire", "what", "記録の種類", "记录类型"},
    /* intake */
    {"add", "field", "項目", "项目"},
    {"dups", "because", "一致する項目", "一致的项目"},
    {"check", "missing", "未記入の項目", "待填写项目"},
    {"match", "percent", "対応できる割合(%)", "覆盖率(%)"},
    {"match", "price", "月額", "月费"},
    {"match", "missing", "対応できない支援", "未覆盖需求"},
    {"accept", "answer", "受け入れの可否", "可否接收"},
    {"accept", "rule", "該当する基準", "对应标准"},
    {"accept", "say", "説明", "说明"},
    {"steps", "over", "目安超過の人数", "超时人数"},
    {"funnel", "percent", "前段階からの割合(%)", "转化率(%)"},
    {"funnel", "over", "期限超過の人数", "超期人数"},
    {"funnel", "visited", "来訪人数", "到访人数"},
    {"funnel", "signed", "契約人数", "签约人数"},
    {"focus", "count", "人数", "人数"},
    {"lost", "count", "人数", "人数"},
    {"lost", "reason", "不成約理由", "未签约原因"},
    {"ratings", "count", "回答数", "评价份数"},
    {"calls", "first", "最初の着信", "首次来电"},
    {"calls", "last", "最後の着信", "最近来电"},
    /* churn */
    {"reasons", "reason", "終了・休止の理由", "退住原因"},
    {"reasons", "count", "人数", "人数"},
    {"return", "reason", "終了・休止の理由", "退住原因"},
    {"return", "cause", "結果", "结果"},
    {"changes", "rule", "変更されたルール", "变更的规定"},
    {"changes", "lost", "終了した人数", "离开人数"},
    {"changes", "monthly_value", "失った月額", "每月减少金额"},
    {"changes", "died", "その後の死亡", "之后去世"},
    {"rate", "returned", "復帰", "返回"},
    {"cohorts", "month", "経過月数", "入住后第几个月"},
    {"cohorts", "percent", "継続率(%)", "留存率(%)"},
    /* ltv */
    {"value", "per_month", "月あたりの収入", "每月收入"},
    {"value", "expected", "今後の見込み", "预计后续收入"},
    {"missed", "clients", "利用につながった人数", "成为客户人数"},
    {"missed", "percent", "利用につながった割合(%)", "转化率(%)"},
    {"missed", "ltv", "一人あたり総収入見込み", "人均预计总收入"},
    {"staffing", "per_month", "月額費用", "每月费用"},
    {"staffing", "per_year", "年額費用", "每年费用"},
    {"staffing", "months", "お一人の収入で賄える月数", "一人收入可支付的月数"},
    {"bench", "percent", "全国比(%)", "与全国之比(%)"},
    {"forecast", "expected", "見込み", "预计值"},
    {"forecast", "last", "最終来所までの期間", "至最近来访的时长"},
    /* referral */
    {"memo", "count", "件数", "事项数"},
    {"decline", "rule", "該当する基準", "对应标准"},
    {"trouble", "percent", "トラブルの割合(%)", "纠纷占比(%)"},
    {"load", "percent", "当方からの割合(%)", "我方发起占比(%)"},
    {"score", "months", "初回連絡からの月数", "首次联系以来月数"},
    {"share", "percent", "最多法人の割合(%)", "最多法人占比(%)"},
    {"brochure", "missing", "未記載の項目", "缺少内容"},
    {"sheet", "text", "内容", "内容"},
};
/* clang-format on */

enum {
	N_ALIASES = sizeof aliases / sizeof *aliases,
	N_COLUMNS = sizeof column_names / sizeof *column_names, /* the general rows; behind them single verbs' own */
	N_COLUMN_ROWS = sizeof columns / sizeof *columns
};

/* Whether the folded text is that word; ASCII capitals of the word (headings: FAX) count as small. */
static inline bool
is_word(struct eni_str folded, const char *word)
{
	size_t i = 0;

	for (; i < folded.n && word[i] != '\0'; i++)
		if (folded.p[i] != (word[i] >= 'A' && word[i] <= 'Z' ? word[i] + ('a' - 'A') : word[i]))
			return false;
	return i == folded.n && word[i] == '\0';
}

static bool
is_one_of(struct eni_str folded, const char *const *word)
{
	while (*word != NULL && !is_word(folded, *word))
		word++;
	return *word != NULL;
}

static bool
applies(const struct alias *a, uint32_t kinds)
{
	return a->kinds == ANY || (a->kinds & kinds) != 0;
}

/* The alias row of that kind by which a folded header names a field, or NULL. */
static const struct alias *
find_alias(enum eni_kind kind, struct eni_str folded)
{
	for (size_t i = 0; i < N_ALIASES; i++) {
		const struct alias *a = &aliases[i];

		if (applies(a, ENI_IN(kind)) && is_one_of(folded, a->words) && eni_field_find(kind, eni_str_of(a->field)) != NULL)
			return a;
	}
	return NULL;
}

/* Names and headings come before aliases: a word that is both belongs to the heading. */
static const struct eni_field *
find_heading(enum eni_kind kind, struct eni_str folded)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);

	for (; n > 0; f++, n--)
		if ((f->kinds & ENI_IN(kind)) != 0 &&
		    (is_word(folded, f->name) || is_word(folded, f->ja) || is_word(folded, f->zh)))
			return f;
	return NULL;
}

/* ---- whose a column is ---- */

/* Words over several columns, or in front of a header, that say whose those are, as eni_casefold leaves them: family, care manager
 * and so on.  The client's own (利用者, 本人) need none. */
static const struct group {
	const char *name;   /* the field that holds their name; a kind without it does not know them */
	const char *prefix; /* of the fields that hold what else is theirs; NULL: the record has none */
	const char *const *words;
} groups[] = {
    {"family_name", "family_",
	WORDS("家族", "ご家族", "緊急連絡先", "緊急時連絡先", "緊急連絡", "キーパーソン", "身元引受人", "身元保証人", "保証人",
	    "家属", "家人", "紧急联系人", "主要联系人", "联系人", "监护人", "担保人", "子女")},
    {"decision_maker", "decision_", WORDS("決定者", "意思決定者", "关键决策人", "决策人")},
    {"caremanager", NULL,
	WORDS("居宅介護支援事業所", "居宅介護支援", "居宅支援事業所", "居宅", "担当ケアマネジャー", "担当ケアマネージャー",
	    "担当ケアマネ", "ケアマネジャー", "ケアマネージャー", "ケアマネ", "介護支援専門員", "个案管理员")},
    {"doctor", NULL, WORDS("主治医", "かかりつけ医", "同意医師", "同意医", "医師", "医療機関", "主治医生", "医生", "医院")},
    {"referrer", NULL, WORDS("紹介元", "紹介者", "推荐人", "渠道")},
    {"staff", NULL, WORDS("担当職員", "担当者", "职员")},
};

/* What belongs to a person, and is another's under a word for another. */
bool
eni_field_is_personal(const struct eni_field *f)
{
	static const char *const names[] = {
	    "name", "kana", "sex", "birth", "phone", "phone2", "email", "wechat", "address", "contact"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(f->name, names[i]) == 0)
			return true;
	return false;
}

/* The heading or alias, the whole header. */
static const struct eni_field *
find_whole(enum eni_kind kind, struct eni_str folded)
{
	const struct eni_field *f = folded.n == 0 ? NULL : find_heading(kind, folded);
	const struct alias *a = folded.n == 0 || f != NULL ? NULL : find_alias(kind, folded);

	return a == NULL ? f : eni_field_find(kind, eni_str_of(a->field));
}

static const struct eni_field *
find_theirs(enum eni_kind kind, const struct group *g, const struct eni_field *own)
{
	char name[64];

	if (strcmp(own->name, "name") == 0)
		return eni_field_find(kind, eni_str_of(g->name));
	if (g->prefix == NULL)
		return NULL;
	snprintf(name, sizeof name, "%s%s", g->prefix, own->name);
	return eni_field_find(kind, eni_str_of(name));
}

/* 家族の電話, 緊急連絡先1電話, 家属信息 over 电话: what stands between the two, or behind the word over the columns. */
static struct eni_str
pass_joint(struct eni_str s)
{
	static const char *const joints[] = {"の", "的", "・", ":", "信息", "资料", "情况", "情報", "様", "等", "1"};

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (eni_str_starts(s, eni_str_of(joints[i])))
			return pass_joint(eni_str_from(s, strlen(joints[i])));
	return s;
}

/* What stands behind the longest word of that group in front; empty: none does. */
static struct eni_str
behind_group(const struct group *g, struct eni_str folded)
{
	struct eni_str rest = {"", 0};

	for (const char *const *word = g->words; *word != NULL; word++)
		if (eni_str_starts(folded, eni_str_of(*word)) && (rest.n == 0 || folded.n - strlen(*word) < rest.n))
			rest = pass_joint(eni_str_from(folded, strlen(*word)));
	return rest;
}

/* A header that begins with a word for somebody. */
static const struct eni_field *
find_behind_group(enum eni_kind kind, struct eni_str folded)
{
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		const struct group *g = &groups[i];

		if (eni_field_find(kind, eni_str_of(g->name)) == NULL)
			continue;
		for (const char *const *word = g->words; *word != NULL; word++) {
			struct eni_str rest = eni_str_from(folded, strlen(*word) < folded.n ? strlen(*word) : folded.n);
			const struct eni_field *own;

			if (rest.n == 0 || !eni_str_starts(folded, eni_str_of(*word)))
				continue;
			own = find_whole(kind, pass_joint(rest));
			if (own != NULL && eni_field_is_personal(own))
				return find_theirs(kind, g, own);
		}
	}
	return NULL;
}

/* Whether it is a word over columns of theirs: 家族, 家属信息. */
static bool
is_group_word(const struct group *g, struct eni_str folded)
{
	for (const char *const *word = g->words; *word != NULL; word++)
		if (eni_str_starts(folded, eni_str_of(*word)) && pass_joint(eni_str_from(folded, strlen(*word))).n == 0)
			return true;
	return false;
}

bool
eni_header_names_another(enum eni_kind kind, struct eni_str header)
{
	struct eni_buf folded = {0};
	bool is = false;

	eni_casefold(&folded, header);
	eni_buf_char(&folded, '\0');
	for (size_t i = 0; !is && i < sizeof groups / sizeof *groups; i++)
		for (const char *const *word = groups[i].words; !is && *word != NULL; word++)
			is = strstr(folded.p, *word) != NULL && eni_field_find(kind, eni_str_of(groups[i].name)) != NULL;
	eni_buf_free(&folded);
	return is;
}

bool
eni_header_is_anothers(enum eni_kind kind, struct eni_str over, struct eni_str header)
{
	struct eni_buf group = {0}, folded = {0};
	const struct eni_field *f;
	bool is = false;

	eni_casefold(&group, over);
	eni_casefold(&folded, header);
	while (group.n > 0 && group.p[group.n - 1] >= '0' && group.p[group.n - 1] <= '9')
		group.n--;
	f = find_whole(kind, eni_buf_str(&folded));
	for (size_t i = 0; f != NULL && eni_field_is_personal(f) && !is && i < sizeof groups / sizeof *groups; i++)
		is = is_group_word(&groups[i], eni_buf_str(&group)) && eni_field_find(kind, eni_str_of(groups[i].name)) != NULL;
	eni_buf_free(&group);
	eni_buf_free(&folded);
	return is;
}

/* What is left of a header behind the word for those whom the list is about: 老人年龄, 利用者様の住所. */
static struct eni_str
without_person(struct eni_str folded)
{
	static const char *const who[] = {"入住老人", "入住长者", "老人", "长者", "住户", "入住人", "服务对象", "客户",
	    "ご利用者様の", "ご利用者の", "利用者様の", "利用者の", "利用者", "入居者", "入所者", "患者様の", "患者", NULL};

	for (const char *const *word = who; *word != NULL; word++)
		if (eni_str_starts(folded, eni_str_of(*word)))
			return eni_str_from(folded, strlen(*word));
	return (struct eni_str){"", 0};
}

const char *
eni_field_alias(const struct eni_field *f, size_t i)
{
	for (size_t row = 0; row < N_ALIASES; row++) {
		const struct alias *a = &aliases[row];

		if (!applies(a, f->kinds) || strcmp(a->field, f->name) != 0)
			continue;
		for (const char *const *word = a->words; *word != NULL; word++)
			if (i-- == 0)
				return *word;
	}
	return NULL;
}

/* ---- what a header means ---- */

/* Where it is a way to reach somebody (連絡先), by a number or by anything else: the prefix of their fields; or NULL. */
static const char *
contact_or_phone(struct eni_str folded)
{
	static const char *const either[] = {"联系方式", "联络方式", "連絡先", NULL};

	if (is_one_of(folded, either))
		return "";
	for (size_t i = 0; i < sizeof groups / sizeof *groups && groups[i].prefix != NULL; i++)
		/* 家族連絡先 and 紧急联系方式 are numbers anyway */
		if (is_one_of(behind_group(&groups[i], folded), either) && find_alias(ENI_CLIENTS, folded) == NULL)
			return groups[i].prefix;
	return NULL;
}

struct meaning {
	const struct eni_field *field;
	const char *prefix; /* see eni_header_contact_or_phone */
	bool yields;
};

static struct meaning
work_out(enum eni_kind kind, struct eni_str header, struct eni_str folded)
{
	const struct eni_field *named = eni_field_find(kind, header), *heading = find_heading(kind, folded);
	const struct alias *a = find_alias(kind, folded);
	const struct eni_field *alias = a == NULL ? NULL : eni_field_find(kind, eni_str_of(a->field));
	const struct eni_field *theirs = find_behind_group(kind, folded);
	struct meaning m = {.field = named, .prefix = contact_or_phone(folded)};

	if (m.field == NULL)
		m.field = heading != NULL ? heading : alias;
	if (m.field == NULL)
		m.field = find_whole(kind, without_person(folded));
	if (m.field == NULL)
		m.field = theirs;
	if (m.prefix != NULL)
		m.yields = *m.prefix != '\0'; /* 家属电话 says it for sure */
	else if (a != NULL)
		m.yields = a->yields;
	else
		m.yields = heading == NULL && theirs != NULL;
	return m;
}

/* A header is asked for again and again: by the finder of the header, of each record that counts, of each field. */
static struct meaning
meaning_of(enum eni_kind kind, struct eni_str header)
{
	static struct eni_known known[ENI_KINDS];
	struct eni_buf folded = {0};
	struct meaning m;

	if (eni_known_get(&known[kind], header, &m, sizeof m))
		return m;
	eni_casefold(&folded, header);
	m = work_out(kind, header, eni_buf_str(&folded));
	eni_buf_free(&folded);
	eni_known_put(&known[kind], header, &m, sizeof m);
	return m;
}

const struct eni_field *
eni_header_find(enum eni_kind kind, struct eni_str header)
{
	return meaning_of(kind, header).field;
}

const char *
eni_header_contact_or_phone(struct eni_str header)
{
	return meaning_of(ENI_CLIENTS, header).prefix;
}

bool
eni_header_yields(enum eni_kind kind, struct eni_str header)
{
	return meaning_of(kind, header).yields;
}

const char *const *
eni_columns_known(size_t *n)
{
	*n = N_COLUMNS;
	return column_names;
}

const char *
eni_column_find(struct eni_str header)
{
	struct eni_buf folded = {0};
	const char *name = NULL;

	eni_casefold(&folded, header);
	for (size_t i = 0; i < N_COLUMN_ROWS && name == NULL; i++) {
		const struct column *c = &columns[i];
		struct eni_str word = eni_buf_str(&folded);

		if (is_word(word, c->name) || is_word(word, c->ja) || is_word(word, c->zh))
			name = c->name;
	}
	eni_buf_free(&folded);
	return name;
}

static const struct column *
find_own_column(const char *verb, struct eni_str name)
{
	for (size_t i = N_COLUMNS; verb != NULL && i < N_COLUMN_ROWS; i++)
		if (eni_str_is(name, columns[i].name) && strcmp(columns[i].verb, verb) == 0)
			return &columns[i];
	return NULL;
}

static const struct column *
find_column(struct eni_str name)
{
	for (size_t i = 0; i < N_COLUMNS; i++)
		if (eni_str_is(name, columns[i].name))
			return &columns[i];
	return NULL;
}

static const struct eni_field *
find_derived(struct eni_str name)
{
	size_t n;
	const struct eni_field *f = eni_derived(&n);

	for (; n > 0; f++, n--)
		if (eni_str_is(name, f->name))
			return f;
	return NULL;
}

/* The verb's own column, the kind's own field, a column, a derived field, a field of another kind: the first that has the name. */
static struct column
find_headings(const char *verb, struct eni_str name, enum eni_kind kind)
{
	const struct column *c = find_own_column(verb, name);
	const struct eni_field *f = c == NULL && kind < ENI_KINDS ? eni_field_find(kind, name) : NULL;

	if (c == NULL && f == NULL)
		c = find_column(name);
	if (c != NULL)
		return *c;
	if (f == NULL)
		f = find_derived(name);
	for (unsigned k = 0; k < ENI_KINDS && f == NULL; k++)
		f = eni_field_find((enum eni_kind)k, name);
	return f == NULL ? (struct column){NULL, NULL, NULL, NULL} : (struct column){NULL, f->name, f->ja, f->zh};
}

const char *
eni_heading(const char *verb, struct eni_str name, enum eni_kind kind, const char *lang)
{
	struct column c = find_headings(verb, name, kind);
	const char *heading = strcmp(lang, "ja") == 0 ? c.ja : strcmp(lang, "zh") == 0 ? c.zh : c.name;

	return heading != NULL ? heading : c.name;
}

/* How much a header looks like the likeliest word for the field. */
static int
likeness(struct eni_str header, const struct eni_field *f)
{
	const char *const fixed[] = {f->name, f->ja, f->zh};
	struct eni_buf folded = {0};
	const char *word;
	int best = 0, alike;

	eni_casefold(&folded, header);
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if ((alike = eni_likeness(eni_buf_str(&folded), eni_str_of(fixed[i]))) > best)
			best = alike;
	for (size_t i = 0; (word = eni_field_alias(f, i)) != NULL; i++)
		if ((alike = eni_likeness(eni_buf_str(&folded), eni_str_of(word))) > best)
			best = alike;
	eni_buf_free(&folded);
	return best;
}

const char *
eni_header_near(enum eni_kind kind, const struct eni_field *f, const struct eni_str *header, size_t n)
{
	const char *near = NULL;
	int best = 49; /* what is less alike is no help */

	for (size_t i = 0; i < n; i++) {
		int alike = eni_field_find(kind, header[i]) != NULL ? 0 : likeness(header[i], f);

		if (alike > best) {
			best = alike;
			near = header[i].p;
		}
	}
	return near;
}
