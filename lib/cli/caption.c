/* The captions: see caption.h. */
#include "cli/caption.h"

#include <stddef.h>
#include <string.h>

/* clang-format off */
static const struct {
	const char *command, *verb;
	const char *en, *ja, *zh;
} captions[] = {
    {"intake", "read", "Client records", "読み取った利用者の記録", "读取的客户记录"},
    {"intake", "add", "New clients", "新しい利用者", "新增客户"},
    {"intake", "dups", "Records that may be of one person", "同一人物かもしれない記録", "可能重复的记录"},
    {"intake", "check", "What is still missing", "登録・アセスメント・計画の不足", "登记、评估、计划中缺少的内容"},
    {"intake", "brief", "Visitors", "来訪者の受付メモ", "来访者接待要点"},
    {"intake", "match", "Packages that fit", "合うサービスの組合せ", "合适的服务组合"},
    {"intake", "accept", "Acceptance", "受入れの判断", "接收判断"},
    {"intake", "steps", "Reception, step by step", "受付の段階ごとの時間と離脱", "接待各环节用时与流失"},
    {"intake", "funnel", "From inquiry to contract", "問い合わせから契約まで", "从咨询到签约"},
    {"intake", "focus", "What counts for those who ask", "重視されていること", "客户最看重的方面"},
    {"intake", "lost", "Why people did not sign", "契約に至らなかった理由", "未签约原因"},
    {"intake", "ratings", "Ratings", "アンケートの評価", "满意度评价"},
    {"intake", "calls", "Calls to return", "折り返す電話", "待回电话"},
    {"followup", "list", "What is due", "連絡・予定の一覧", "待办联系"},
    {"followup", "merged", "What is due, person by person", "相手ごとの連絡・予定", "按联系人合并的待办"},
    {"followup", "stale", "What is too late", "時機を過ぎた連絡・予定", "已过时的待办"},
    {"followup", "facts", "Derived figures", "計算された項目", "推算项目"},
    {"followup", "why", "What each rule says", "ルールごとの判断", "各规则的判断"},
    {"followup", "show", "Everything on file", "これまでの記録", "全部记录"},
    {"followup", "gaps", "What the records lack", "記録の不足", "记录缺项"},
    {"followup", "expire", "Records kept long enough", "保存期間を過ぎた記録", "超过保存期限的记录"},
    {"churn", "reasons", "Why clients left", "終了・休止の理由", "退住原因"},
    {"churn", "return", "Who came back", "終了・休止後の復帰", "离开后返回情况"},
    {"churn", "seats", "Seats by weekday", "曜日ごとの利用と空き", "各星期的席位"},
    {"churn", "reopen", "Weekdays to offer", "復帰に案内できる曜日", "可邀请返回的星期"},
    {"churn", "changes", "What changed rules cost", "ルール変更の影響", "规定变更的影响"},
    {"churn", "rate", "Coming and going by the month", "月ごとの利用開始と終了", "每月入住与退住"},
    {"churn", "cohorts", "Who stays, by the month of the start", "開始月別の継続率", "各开始月份的留存率"},
    {"churn", "survival", "How long clients stay", "利用の継続率", "客户留存率"},
    {"churn", "incidence", "Why clients leave in the end", "終了・休止の累積割合（理由別）", "累计退住率（按原因）"},
    {"churn", "risk", "Clients with warning signs", "離脱の兆候のある利用者", "有流失征兆的客户"},
    {"ltv", "value", "What clients are worth", "総収入見込み", "预计总收入"},
    {"ltv", "formula", "The formula", "収入見込みの計算式", "收入估算公式"},
    {"ltv", "missed", "What missed calls cost", "取れなかった電話の影響", "未接来电的损失"},
    {"ltv", "staffing", "Who answers the telephone", "電話対応の体制の比較", "电话接听方案比较"},
    {"ltv", "bench", "Against the national figures", "全国平均との比較", "与全国平均比较"},
    {"ltv", "forecast", "What is to be expected", "今後の見込み", "预测"},
    {"ltv", "attach", "The list with values", "収入見込みを付けた一覧", "附预计收入的列表"},
    {"referral", "list", "Outreach", "紹介元への連絡", "转介方联系"},
    {"referral", "trouble", "Trouble, by who sent the client", "紹介元ごとのトラブル", "各转介方的纠纷"},
    {"referral", "load", "Contacts with care managers", "ケアマネジャーとの連絡", "与照护经理的联系"},
    {"referral", "score", "Referrals and what they are worth", "紹介の実績", "转介业绩"},
    {"referral", "share", "Care plans by service", "特定事業所への集中", "各服务的照护计划占比"},
    {"referral", "capacity", "How many we can take", "受入れ可能な人数", "可接收人数"},
    {"referral", "add", "New partners", "新しい紹介元", "新增转介方"},
    {"referral", "memo", "Reports to care managers", "ケアマネジャーへの報告", "给照护经理的报告"},
    {"referral", "draft", "Drafts for care managers", "ケアマネジャーへの連絡文案", "给照护经理的文稿"},
    {"referral", "decline", "Polite refusals", "お断りの文案", "婉拒文稿"},
    {"referral", "lint", "Words to look at", "見直したい表現", "需要修改的用语"},
    {"referral", "brochure", "What the brochure lacks", "パンフレットの未記載項目", "宣传册缺少的内容"},
    {"referral", "sheet", "For those who refer", "受入れのご案内", "接收说明"},
};
/* clang-format on */

const char *
eni_caption(const char *command, const char *verb, const char *lang)
{
	for (size_t i = 0; i < sizeof captions / sizeof *captions; i++)
		if (strcmp(captions[i].command, command) == 0 && strcmp(captions[i].verb, verb) == 0)
			return strcmp(lang, "ja") == 0 ? captions[i].ja : strcmp(lang, "zh") == 0 ? captions[i].zh : captions[i].en;
	return NULL;
}
