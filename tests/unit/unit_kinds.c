/*
 * The schema, the headers and the words: that every promise of enishi-records(5) is kept, and that nothing means two things.
 */
#include "rec/kinds.h"

#include <stdlib.h>

#include "base/text.h"
#include "unit.h"

/* A check with a subject: which word, header or field it is about. */
static void
about(bool good, int line, const char *what, const char *subject, const char *of)
{
	char text[256];

	snprintf(text, sizeof text, "%s: %s (%s)", what, subject == NULL ? "NULL" : subject, of);
	unit_check(good, __FILE__, line, text);
}
#define check(good, what, subject, of) about((good), __LINE__, (what), (subject), (of))

static bool
same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool
is_own_fold(const char *word)
{
	struct eni_buf folded = {0};
	bool own;

	eni_casefold(&folded, eni_str_of(word));
	own = eni_str_is(eni_buf_str(&folded), word);
	eni_buf_free(&folded);
	return own;
}

/* Words. */

static void
check_word(enum eni_vocab v, int code, const char *word)
{
	check(eni_word_find(v, eni_str_of(word)) == code, "means its own code only", word, eni_vocab_name(v));
}

/* Returns how many ways there are to write it. */
static size_t
check_code(enum eni_vocab v, int code)
{
	const char *name = eni_word_code(v, code), *further;
	size_t i = 0;

	check(is_own_fold(name) && strlen(name) >= 2, "a code is its own fold", name, eni_vocab_name(v));
	check_word(v, code, name);
	check_word(v, code, eni_word_label(v, code, "ja"));
	check_word(v, code, eni_word_label(v, code, "zh"));
	check(same(eni_word_label(v, code, "en"), name), "English is the code", name, eni_vocab_name(v));
	for (; (further = eni_word_further(v, code, i)) != NULL; i++) {
		check_word(v, code, further);
		check(is_own_fold(further), "is written folded", further, eni_vocab_name(v));
	}
	return i + 3;
}

static void
test_every_word(void)
{
	for (unsigned v = ENI_V_NONE + 1; v < ENI_VOCABS; v++) {
		size_t n = eni_word_count((enum eni_vocab)v), spellings = 0;

		check(n > 0 && n < 64, "has 1 to 63 words", eni_vocab_name((enum eni_vocab)v), "");
		for (size_t i = 1; i <= n; i++)
			spellings += check_code((enum eni_vocab)v, (int)i);
		check(spellings < 256, "its index is at most half full", eni_vocab_name((enum eni_vocab)v), "");
	}
}

/* Decision 4, word by word; separated by blanks. */
static const struct {
	enum eni_vocab vocab;
	const char *code, *words;
} words[] = {
    {ENI_V_STATUS, "inquiry", "問い合わせ 咨询 見込み 意向 INQUIRY Inquiry"},
    {ENI_V_STATUS, "trial", "体験 试住 お試し"},
    {ENI_V_STATUS, "active", "利用中 在住 入居中 入住 继续"},
    {ENI_V_STATUS, "paused", "休止 暂停 休み"},
    {ENI_V_STATUS, "ended", "中止 退住 終了 解約 退所 终止"},
    {ENI_V_STATUS, "declined", "お断り 婉拒"},
    {ENI_V_STATUS, "lost", "不成約 未签约"},
    {ENI_V_STATUS, "deceased", "死亡 去世 逝去"},
    {ENI_V_REASON, "person", "人間関係 人际原因 利用者同士 職員対応 相性"},
    {ENI_V_REASON, "rule_change", "ルール変更 规则变更 規則変更 送迎変更 禁煙 ﾙｰﾙ変更"},
    {ENI_V_REASON, "other_service", "他事業所 转其他机构 他デイ 小規模多機能"},
    {ENI_V_REASON, "facility", "施設入所 入住机构 特養 有料 入所"},
    {ENI_V_REASON, "hospital", "入院 住院 転院"},
    {ENI_V_REASON, "other", "怪我 病気 体調不良"},
    {ENI_V_REASON, "death", "死亡 去世"},
    {ENI_V_REASON, "unknown", "不明"},
    {ENI_V_REASON, "other", "その他 其他"},
    {ENI_V_OUTLOOK, "likely", "再開見込み 可恢复"},
    {ENI_V_OUTLOOK, "unlikely", "見込み薄 恢复困难"},
    {ENI_V_LOST_REASON, "price", "料金 价格 性价比 高い"},
    {ENI_V_LOST_REASON, "waiting", "待ち 等待太久"},
    {ENI_V_LOST_REASON, "competitor", "他施設 竞品"},
    {ENI_V_LOST_REASON, "visiting", "面会 探视"},
    {ENI_V_LOST_REASON, "stability", "安定性 服务稳定性"},
    {ENI_V_LOST_REASON, "unclear_answers", "説明不足 解答不清"},
    {ENI_V_LOST_REASON, "family_opposed", "家族反対 家属反对"},
    {ENI_V_LOST_REASON, "autonomy", "自由 社交自主"},
    {ENI_V_LOST_REASON, "route", "見学 参观路线"},
    {ENI_V_LOST_REASON, "no_room", "満室 无床位"},
    {ENI_V_LOST_REASON, "health", "体調 健康变化"},
    {ENI_V_LOST_REASON, "unknown", "不明"},
    {ENI_V_LOST_REASON, "other", "その他 其他"},
    {ENI_V_INTENT, "ready", "申込み 明确签约"},
    {ENI_V_INTENT, "high", "高い 高意向"},
    {ENI_V_INTENT, "hesitant", "迷い中 犹豫型"},
    {ENI_V_INTENT, "notnow", "今はなし 今は見送り 暂不考虑"},
    {ENI_V_CHANNEL, "call", "電話 电话 TEL Ｔｅｌ 携帯 でんわ"},
    {ENI_V_CHANNEL, "fax", "FAX fax ＦＡＸ 传真 ファックス ﾌｧｯｸｽ"},
    {ENI_V_CHANNEL, "email", "メール 邮件 E-mail ﾒｰﾙ"},
    {ENI_V_CHANNEL, "visit", "訪問 上门"},
    {ENI_V_CHANNEL, "letter", "手紙 书信 郵送"},
    {ENI_V_CHANNEL, "meet", "面談 面谈 来所 到访"},
    {ENI_V_CHANNEL, "sms", "SMS 短信"},
    {ENI_V_CHANNEL, "line", "LINE ＬＩＮＥ"},
    {ENI_V_CHANNEL, "wechat", "微信 WeChat"},
    {ENI_V_CHANNEL, "task", "内部作業 内部任务"},
    {ENI_V_CHANNEL, "hold", "席の確保 枠の確保 预留"},
    {ENI_V_TO, "client", "本人"},
    {ENI_V_TO, "family", "家族 家属"},
    {ENI_V_TO, "decision_maker", "決定者 决策人"},
    {ENI_V_TO, "caremanager", "ケアマネ 个案管理员"},
    {ENI_V_TO, "center", "地域包括"},
    {ENI_V_TO, "hospital", "病院 医院"},
    {ENI_V_TO, "doctor", "医師 医生"},
    {ENI_V_TO, "referrer", "紹介元 推荐人"},
    {ENI_V_TO, "staff", "職員 员工"},
    {ENI_V_OUTCOME, "done", "済 已联系"},
    {ENI_V_OUTCOME, "sent", "送付 已发送"},
    {ENI_V_OUTCOME, "booked", "予約 已预约"},
    {ENI_V_OUTCOME, "considering", "promised 検討 検討中 考虑中"},
    {ENI_V_OUTCOME, "received", "受信 来信"},
    {ENI_V_OUTCOME, "refused", "辞退 拒绝"},
    {ENI_V_OUTCOME, "returned", "再開 恢复"},
    {ENI_V_OUTCOME, "no_answer", "不在 无人接听 応答なし"},
    {ENI_V_OUTCOME, "voicemail", "留守電 语音信箱"},
    {ENI_V_OUTCOME, "busy", "話中 占线"},
    {ENI_V_OUTCOME, "bounced", "不達 退回"},
    {ENI_V_VISIT_OUTCOME, "attended", "出席 ○ 出勤"},
    {ENI_V_VISIT_OUTCOME, "absent", "欠席 × 缺席"},
    {ENI_V_VISIT_OUTCOME, "moved", "振替 改期"},
    {ENI_V_VISIT_OUTCOME, "cancelled_by_us", "事業所都合"},
    {ENI_V_CALL_DIR, "in", "着信 不在着信 未接来电"},
    {ENI_V_CALL_DIR, "out", "発信 拨出"},
    {ENI_V_RESULT, "answered", "応答 接听"},
    {ENI_V_RESULT, "voicemail_left", "伝言あり 留言"},
    {ENI_V_RESULT, "voicemail_hangup", "伝言なし 未留言"},
    {ENI_V_RESULT, "no_answer", "不出 応答なし 未接"},
    {ENI_V_RESULT, "busy", "話中 占线"},
    {ENI_V_RESULT, "out_of_range", "圏外 不在服务区"},
    {ENI_V_ANSWERED_BY, "self", "本人"},
    {ENI_V_ANSWERED_BY, "staff", "職員 员工"},
    {ENI_V_ANSWERED_BY, "service", "電話代行 代接服务"},
    {ENI_V_REFERRER_KIND, "center", "地域包括支援センター"},
    {ENI_V_REFERRER_KIND, "caremanager_office", "居宅介護支援"},
    {ENI_V_REFERRER_KIND, "hospital", "病院 医院"},
    {ENI_V_REFERRER_KIND, "clinic", "診療所 诊所 クリニック"},
    {ENI_V_REFERRER_KIND, "provider", "介護サービス事業所 服务机构 認知症対応型通所介護"},
    {ENI_V_REFERRER_KIND, "facility", "施設 养老机构 特定施設入居者生活介護（有料老人ホーム）"},
    {ENI_V_REFERRER_KIND, "community", "自治体 社区 居委会 街道"},
    {ENI_V_REFERRER_KIND, "word_of_mouth", "口コミ 口碑 家族 友人 老客户"},
    {ENI_V_REFERRER_KIND, "web", "ウェブ 网络"},
    {ENI_V_REFERRER_KIND, "other", "その他 其他"},
    {ENI_V_INCIDENT_KIND, "complaint", "苦情 投诉"},
    {ENI_V_INCIDENT_KIND, "family_upset", "家族の不満 家属不满"},
    {ENI_V_INCIDENT_KIND, "fee_dispute", "料金トラブル 费用纠纷"},
    {ENI_V_INCIDENT_KIND, "extension", "延長 延时"},
    {ENI_V_INCIDENT_KIND, "exception", "例外対応 例外"},
    {ENI_V_INCIDENT_KIND, "record_burden", "記録・連携の手間 记录负担"},
    {ENI_V_INCIDENT_KIND, "accident", "事故"},
    {ENI_V_INCIDENT_KIND, "fall", "転倒 跌倒"},
    {ENI_V_INCIDENT_KIND, "pressure_sore", "褥瘡 压疮"},
    {ENI_V_INCIDENT_KIND, "caregiver_burden", "介護負担 照护负担"},
    {ENI_V_INCIDENT_KIND, "near_miss", "ヒヤリハット 险肇 未遂事件"},
    {ENI_V_INCIDENT_KIND, "other", "その他 其他"},
    {ENI_V_INCIDENT_STATUS, "open", "対応中 未解決 处理中"},
    {ENI_V_INCIDENT_STATUS, "closed", "解決 対応済 已解决"},
    {ENI_V_STEP, "register", "受付 咨询登记"},
    {ENI_V_STEP, "assess", "評価 需求评估"},
    {ENI_V_STEP, "tour", "見学 参观引导"},
    {ENI_V_STEP, "plan", "説明 方案讲解"},
    {ENI_V_STEP, "objection", "質疑 异议处理"},
    {ENI_V_PHASE, "pre", "事前 预接触"},
    {ENI_V_PHASE, "contact", "対面 接触"},
    {ENI_V_PHASE, "post", "事後 后接触"},
    {ENI_V_STAGE, "inquiry", "問い合わせ 咨询"},
    {ENI_V_STAGE, "visited", "来訪 到访"},
    {ENI_V_STAGE, "signed", "契約 签约"},
    {ENI_V_FAMILY_ATTITUDE, "support", "賛成 支持"},
    {ENI_V_FAMILY_ATTITUDE, "divided", "意見が割れる 意见不一"},
    {ENI_V_FAMILY_ATTITUDE, "oppose", "反対 反对"},
    {ENI_V_FAMILY_ATTITUDE, "unknown", "不明"},
    {ENI_V_CONCERN, "price", "費用 价格"},
    {ENI_V_CONCERN, "visiting", "面会 探视"},
    {ENI_V_CONCERN, "stability", "安定性 稳定性"},
    {ENI_V_CONCERN, "family_contact", "家族との連絡 与家人沟通"},
    {ENI_V_CONCERN, "care_quality", "介護の質 照护质量"},
    {ENI_V_CONCERN, "medical", "医療 医疗"},
    {ENI_V_CONCERN, "autonomy", "自由 自主"},
    {ENI_V_CONCERN, "food", "食事 餐饮"},
    {ENI_V_COGNITION, "normal", "正常"},
    {ENI_V_COGNITION, "mild", "軽度 轻度 I IIa IIb Ⅰ Ⅱa Ⅱｂ"},
    {ENI_V_COGNITION, "moderate", "中等度 中度 IIIa IIIb Ⅲa"},
    {ENI_V_COGNITION, "severe", "重度 IV Ⅳ M"},
    {ENI_V_MOBILITY, "walk", "独歩 步行"},
    {ENI_V_MOBILITY, "cane", "杖 手杖"},
    {ENI_V_MOBILITY, "walker", "歩行器 助行器"},
    {ENI_V_MOBILITY, "wheelchair", "車いす 轮椅"},
    {ENI_V_MOBILITY, "bed", "寝たきり 卧床"},
    {ENI_V_CARE_LEVEL, "independent", "自立 自理"},
    {ENI_V_CARE_LEVEL, "program", "事業対象者"},
    {ENI_V_CARE_LEVEL, "support1", "要支援1 要支援１"},
    {ENI_V_CARE_LEVEL, "support2", "要支援2 要支援２"},
    {ENI_V_CARE_LEVEL, "care1", "要介護1 要介護１ 要介護Ⅰ"},
    {ENI_V_CARE_LEVEL, "care5", "要介護5 要介護５"},
    {ENI_V_CARE_LEVEL, "pending", "申請中"},
    {ENI_V_CARE_LEVEL, "gb0", "能力完好"},
    {ENI_V_CARE_LEVEL, "gb1", "轻度失能"},
    {ENI_V_CARE_LEVEL, "gb2", "中度失能"},
    {ENI_V_CARE_LEVEL, "gb3", "重度失能"},
    {ENI_V_CARE_LEVEL, "gb4", "完全失能"},
    {ENI_V_CARE_LEVEL, "semi", "半护 半自理 介助"},
    {ENI_V_CARE_LEVEL, "full", "全护 介护"},
    {ENI_V_FOCUS, "medical", "医療 医疗资源"},
    {ENI_V_FOCUS, "social", "交流 社交活动"},
    {ENI_V_FOCUS, "meals", "食事 餐饮标准"},
    {ENI_V_FOCUS, "price", "費用 价格"},
    {ENI_V_FOCUS, "rehab", "リハビリ 康复"},
    {ENI_V_FOCUS, "quiet", "静かさ 安静"},
    {ENI_V_PRICE_SENSE, "high", "高い 高 価格重視"},
    {ENI_V_PRICE_SENSE, "mid", "普通 中"},
    {ENI_V_PRICE_SENSE, "low", "低い 低"},
    {ENI_V_WEEKDAY, "mon", "月 月曜 周一 星期一 礼拜一"},
    {ENI_V_WEEKDAY, "sun", "日 日曜日 周日 星期日 礼拜天"},
    {ENI_V_SESSION, "am", "午前 上午"},
    {ENI_V_SESSION, "pm", "午後 下午"},
    {ENI_V_YES, "yes", "yes y 1 true はい 有 あり ○ 是 √ Ｙ １ TRUE"},
    {ENI_V_YES, "no", "no n 0 false いいえ 無 なし × 否 无"},
    {ENI_V_SEX, "male", "男 男性"},
    {ENI_V_SEX, "female", "女 女性"},
    {ENI_V_CONSENT_KIND, "massage", "施術 マッサージ"},
    {ENI_V_CONSENT_KIND, "acupuncture", "鍼灸"},
    {ENI_V_CONSENT_KIND, "deformity", "変形徒手矯正術"},
    {ENI_V_HOLIDAY_KIND, "off", "休み 休日"},
    {ENI_V_HOLIDAY_KIND, "work", "営業 上班"},
    {ENI_V_OFFICE_KIND, "day_service", "デイサービス 通所介護"},
    {ENI_V_OFFICE_KIND, "visit_clinic", "訪問鍼灸マッサージ"},
    {ENI_V_OFFICE_KIND, "cm_office", "居宅介護支援"},
    {ENI_V_OFFICE_KIND, "nursing_home", "养老院"},
    {ENI_V_OFFICE_KIND, "home_help", "訪問介護"},
    {ENI_V_NEED, "bathing", "入浴 洗浴"},
    {ENI_V_NEED, "feeding", "食事介助 喂食"},
};

static void
test_promised_words(void)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct eni_str rest = eni_str_of(words[i].words), piece;

		while (rest.n > 0) {
			const char *blank = memchr(rest.p, ' ', rest.n);

			piece = (struct eni_str){rest.p, blank == NULL ? rest.n : (size_t)(blank - rest.p)};
			rest = eni_str_from(rest, piece.n + 1);
			check(same(eni_word_code(words[i].vocab, eni_word_find(words[i].vocab, piece)), words[i].code),
			    "word of enishi-records(5)", piece.p, words[i].code);
		}
	}
}

static void
test_codes_of_the_program(void)
{
	is_str(eni_str_of(eni_word_code(ENI_V_STATUS, ENI_STATUS_DECEASED)), "deceased", "status");
	is_str(eni_str_of(eni_word_code(ENI_V_STATUS, ENI_STATUS_PAUSED)), "paused", "status");
	is_str(eni_str_of(eni_word_code(ENI_V_REASON, ENI_REASON_OTHER)), "other", "reason");
	is_str(eni_str_of(eni_word_code(ENI_V_REASON, ENI_REASON_DEATH)), "death", "reason");
	is_str(eni_str_of(eni_word_code(ENI_V_CHANNEL, ENI_CHANNEL_HOLD)), "hold", "channel");
	is_str(eni_str_of(eni_word_code(ENI_V_CHANNEL, ENI_CHANNEL_SMS)), "sms", "channel");
	is_str(eni_str_of(eni_word_code(ENI_V_TO, ENI_TO_STAFF)), "staff", "to");
	is_str(eni_str_of(eni_word_code(ENI_V_TO, ENI_TO_CENTER)), "center", "to");
	is_str(eni_str_of(eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_CONSIDERING)), "considering", "outcome");
	is_str(eni_str_of(eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_NO_ANSWER)), "no_answer", "outcome");
	is_str(eni_str_of(eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_BOUNCED)), "bounced", "outcome");
	is_str(eni_str_of(eni_word_code(ENI_V_VISIT_OUTCOME, ENI_VISIT_CANCELLED_BY_US)), "cancelled_by_us", "visit");
	is_str(eni_str_of(eni_word_code(ENI_V_VISIT_OUTCOME, ENI_VISIT_MOVED)), "moved", "visit");
	is_str(eni_str_of(eni_word_code(ENI_V_YES, ENI_YES_NO)), "no", "yes");
	is_str(eni_str_of(eni_word_code(ENI_V_DIR, ENI_DIR_OUT)), "out", "dir of contacts");
	is_str(eni_str_of(eni_word_code(ENI_V_CALL_DIR, ENI_DIR_OUT)), "out", "dir of calls");
	is_str(eni_str_of(eni_word_code(ENI_V_INCIDENT_KIND, ENI_INCIDENT_ACCIDENT)), "accident", "seventh trouble");
	is_str(eni_str_of(eni_word_code(ENI_V_INCIDENT_KIND, ENI_INCIDENT_OTHER)), "other", "incident");
	is_str(eni_str_of(eni_word_code(ENI_V_INCIDENT_STATUS, ENI_INCIDENT_CLOSED)), "closed", "incident status");
	is_str(eni_str_of(eni_word_code(ENI_V_STEP, ENI_STEP_OBJECTION)), "objection", "step");
	is_str(eni_str_of(eni_word_code(ENI_V_STEP_OUTCOME, ENI_STEP_SKIPPED)), "skipped", "outcome of a step");
	is_str(eni_str_of(eni_word_code(ENI_V_SURVEY_KIND, ENI_SURVEY_LOST)), "lost", "survey");
	is_str(eni_str_of(eni_word_code(ENI_V_SESSION, ENI_SESSION_PM)), "pm", "session");
	is_str(eni_str_of(eni_word_code(ENI_V_WEEKDAY, 7)), "sun", "weekdays are days plus one");
	is_str(eni_str_of(eni_word_code(ENI_V_LOST_REASON, ENI_LOST_REASON_UNKNOWN)), "unknown", "why we lost them");
	is_str(eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, ENI_REFERRER_WORD_OF_MOUTH)), "word_of_mouth", "kind of referrer");
	is_str(eni_str_of(eni_word_code(ENI_V_CARE_LEVEL, ENI_CARE_LEVEL_GB4)), "gb4", "care level");
	is_str(eni_str_of(eni_word_code(ENI_V_CONSENT_KIND, ENI_CONSENT_DEFORMITY)), "deformity", "kind of consent");
}

/* Which words have a trait: these and no others. */
static const struct {
	enum eni_vocab vocab;
	enum eni_trait trait;
	const char *words;
} traits[] = {
    {ENI_V_STATUS, ENI_IS_ASKING, "inquiry trial"},
    {ENI_V_STATUS, ENI_IS_HERE, "trial active"},
    {ENI_V_STATUS, ENI_IS_GONE, "paused ended deceased"},
    {ENI_V_STATUS, ENI_IS_AWAY, "paused ended"},
    {ENI_V_STATUS, ENI_IS_OVER, "ended deceased"},
    {ENI_V_REASON, ENI_IS_UNWINNABLE, "facility hospital death"},
    {ENI_V_REASON, ENI_IS_PERSONAL, "person"},
    {ENI_V_TO, ENI_IS_PRIVATE, "client family decision_maker"},
    {ENI_V_TO, ENI_IS_PARTNER, "caremanager center hospital doctor referrer"},
    {ENI_V_OUTCOME, ENI_IS_TRY, "no_answer voicemail busy bounced"},
    {ENI_V_VISIT_OUTCOME, ENI_IS_CALLED_OFF, "absent cancelled_by_us"},
    {ENI_V_INCIDENT_KIND, ENI_IS_TROUBLE, "complaint family_upset fee_dispute extension exception record_burden accident"},
    {ENI_V_INCIDENT_KIND, ENI_IS_CARE_RISK, "accident fall"},
    {ENI_V_REFERRER_KIND, ENI_IS_NO_PARTNER, "word_of_mouth web"},
    {ENI_V_REFERRER_KIND, ENI_IS_COMMISSIONED, "center"},
    {ENI_V_COGNITION, ENI_IS_DEMENTIA, "mild moderate severe"},
    {ENI_V_REASON, ENI_IS_VAGUE, "unknown other"},
    {ENI_V_OUTCOME, ENI_IS_VAGUE, "done"},
};

static void
test_traits(void)
{
	for (size_t i = 0; i < sizeof traits / sizeof *traits; i++) {
		enum eni_vocab v = traits[i].vocab;
		struct eni_str rest = eni_str_of(traits[i].words), piece;
		uint64_t named = 0;

		while (eni_piece(&rest, &piece)) {
			int code = eni_word_find(v, piece);

			check(code < ENI_UNKNOWN_WORD, "is a word", piece.p, eni_vocab_name(v));
			named |= (uint64_t)1 << code % ENI_CODES;
		}
		for (int code = 0; code < ENI_CODES; code++)
			check(eni_word_is(v, code, traits[i].trait) == ((named >> code & 1) != 0), traits[i].words,
			    eni_word_code(v, code), eni_vocab_name(v));
		ok(!eni_word_is(v, -1, traits[i].trait) && !eni_word_is(v, ENI_UNKNOWN_WORD, traits[i].trait), traits[i].words);
	}
	is_int(eni_channel_medium(ENI_CHANNEL_WECHAT), ENI_MEDIUM_MESSAGE, "a message");
	is_int(eni_channel_medium(0), ENI_MEDIUM_CALL, "nothing said: a call");
	is_int(eni_channel_medium(ENI_UNKNOWN_WORD), ENI_MEDIUM_CALL, "an unknown word: a call");
	is_int(eni_to_kind(ENI_TO_HOSPITAL), ENI_REFERRER_HOSPITAL, "of one kind");
	is_int(eni_to_kind(ENI_TO_DOCTOR), 0, "of any kind");
	is_int(eni_incident_heading(ENI_INCIDENT_FALL), ENI_HEAD_RISKS, "a risk");
	is_int(eni_incident_heading(0), ENI_HEAD_TROUBLE, "no kind");
	is_int(eni_step_minutes(ENI_STEP_TOUR), 20, "minutes");
	is_int(eni_step_minutes(ENI_STEP_OBJECTION), 0, "as long as it takes");
}

static void
test_list(void)
{
	is_str(eni_str_of(eni_vocab_list(ENI_V_SESSION)), "am or pm", "two");
	is_str(eni_str_of(eni_vocab_list(ENI_V_ANSWER)), "risk, yes, ask or no", "several");
	is_str(eni_str_of(eni_vocab_list(ENI_V_NONE)), "", "none");
}

static void
test_odd_words(void)
{
	is_int(eni_word_find(ENI_V_STATUS, (struct eni_str){NULL, 0}), 0, "empty");
	is_int(eni_word_find(ENI_V_STATUS, eni_str_of(" \t\u3000")), 0, "blank");
	is_int(eni_word_find(ENI_V_STATUS, eni_str_of(" 利用中　")), ENI_STATUS_ACTIVE, "blanks around");
	is_int(eni_word_find(ENI_V_STATUS, eni_str_of("利 用 中")), ENI_STATUS_ACTIVE, "blanks inside");
	is_int(eni_word_find(ENI_V_STATUS, eni_str_of("いろいろ")), ENI_UNKNOWN_WORD, "unknown");
	is_int(eni_word_find(ENI_V_STATUS, eni_str_of("\xff\xfe")), ENI_UNKNOWN_WORD, "no UTF-8");
	is_int(eni_word_find(ENI_V_NONE, eni_str_of("yes")), ENI_UNKNOWN_WORD, "no vocabulary");
	is_str(eni_str_of(eni_word_nearest(ENI_V_REASON, eni_str_of("hospitl"))), "hospital", "nearest");
	is_str(eni_str_of(eni_word_nearest(ENI_V_REASON, eni_str_of("施設入居所"))), "facility", "nearest in Japanese");
	ok(eni_word_nearest(ENI_V_REASON, eni_str_of("completely different")) == NULL, "nothing near");
	ok(eni_word_nearest(ENI_V_YES, eni_str_of("x")) == NULL, "one letter is near to nothing");
	is_str(eni_str_of(eni_word_code(ENI_V_REASON, 0)), "", "no code");
	is_str(eni_str_of(eni_word_label(ENI_V_REASON, ENI_UNKNOWN_WORD, "ja")), "判読できず",
	    "what is not understood is a state of its own");
	is_str(eni_str_of(eni_word_label(ENI_V_INTENT, 4, "ja")), "今は見送り", "label in Japanese");
	is_str(eni_str_of(eni_word_label(ENI_V_RESULT, 4, "ja")), "応答なし", "label in Japanese");
}

/* Fields. */

static void
test_every_field(void)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);

	for (; n > 0; f++, n--) {
		unsigned kind = 0;

		while (f->kinds != ENI_IN(kind) && kind < ENI_KINDS)
			kind++;
		check(kind < ENI_KINDS, "is of exactly one kind", f->name, "");
		check(eni_field_find((enum eni_kind)kind, eni_str_of(f->name)) == f, "is found", f->name,
		    eni_kind_name((enum eni_kind)kind));
		check(f->ja != NULL && eni_header_find((enum eni_kind)kind, eni_str_of(f->ja)) == f, "Japanese heading", f->ja,
		    f->name);
		check(f->zh != NULL && eni_header_find((enum eni_kind)kind, eni_str_of(f->zh)) == f, "Chinese heading", f->zh,
		    f->name);
		check(f->note != NULL && strlen(f->note) > 2, "has a note", f->name, "");
		check((f->vocab != ENI_V_NONE) == (f->type == ENI_ENUM || f->type == ENI_ENUMS || f->type == ENI_WEEKDAYS ||
						      f->type == ENI_WISHES || f->type == ENI_YES ||
						      (f->type == ENI_WORDS && f->vocab != ENI_V_NONE)),
		    "has a vocabulary where its type wants one", f->name, "");
	}
}

/* enishi-records(5), KINDS: the fields of each kind; a star marks a required one. */
static const struct {
	enum eni_kind kind;
	const char *names;
} kinds[] = {
    {ENI_CLIENTS,
	"id* name* status* kana sex birth phone email address area contact family_name family_relation family_phone "
	"family_contact decision_maker family_attitude concern reason reason_note cause outlook sour end_date returned_date "
	"death_date discharge_date rule_restored weekdays caremanager referrer doctor care_level adl cognition mobility gb_score "
	"staff "
	"decision_phone family_email family_address phone2 wechat visit_at needs focus price_sense autonomy intent inquiry_at "
	"visit_end ready_date signed_date lost_date lost_reason start_date price visits_per_month first_visit term_price "
	"term_frequency term_extension term_cancel consent_from consent_kind care_until meeting_date optout consent_share "
	"consent_photo consent_story consent_contact accepted accepted_note tags note"},
    {ENI_CONTACTS, "at* id* channel* to* dir who staff rule topic outcome* gift next note anchor"},
    {ENI_STAYS, "id* start* end reason cause note"},
    {ENI_CALLS, "at* dir* number* result* answered_by ring_seconds line id note"},
    {ENI_VISITS, "id* date* outcome* planned minutes fee staff session note"},
    {ENI_INCIDENTS, "id* date* kind* status* severity staff source told_at note"},
    {ENI_REFERRERS, "id* org* person kind* phone address email fax contact public since next_event optout plans_per_month note"},
    {ENI_STEPS, "id* step* started_at ended_at minutes staff staff_role outcome* note register assess tour plan objection"},
    {ENI_SURVEYS, "at* id kind* time clarity warmth core_needs tour_match reason note"},
    {ENI_STAFF, "id* name role phone email weekdays fte certified_until"},
    {ENI_PLANS, "month service* corp* plans*"},
    {ENI_HOLIDAYS, "date* name kind"},
};

static void
test_fields_of_kinds(void)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct eni_str rest = eni_str_of(kinds[i].names), name;

		while (eni_piece(&rest, &name)) {
			bool must = eni_str_ends(name, ENI_S("*"));
			const struct eni_field *f;

			name.n -= must;
			f = eni_field_find(kinds[i].kind, name);
			check(f != NULL && ((f->traits & ENI_MUST) != 0) == must, "is a field, required or not", name.p,
			    eni_kind_name(kinds[i].kind));
		}
		is_int(eni_kind_find(eni_str_of(eni_kind_name(kinds[i].kind))), kinds[i].kind, "kind by name");
	}
	is_int(eni_kind_find(ENI_S("client")), ENI_KINDS, "no such kind");
	ok(eni_field_find(ENI_STAYS, ENI_S("name")) == NULL, "no such field");
}

/* Headers. */

static const struct {
	const char *kinds, *field, *headers; /* headers separated by a bar */
} headers[] = {
    {"clients referrers", "id", "番号|ID|id|编号"},
    {"clients contacts visits stays", "id", "利用者番号|患者番号|客户编号"},
    {"clients staff", "name", "氏名|名前|利用者名|お名前|患者名|姓名|客户姓名|老人姓名|NAME"},
    {"clients", "kana", "フリガナ|ふりがな|カナ|拼音|ﾌﾘｶﾞﾅ"},
    {"clients", "sex", "性別|性别"},
    {"clients", "birth", "生年月日|誕生日|出生日期|出生年月"},
    {"clients referrers staff", "phone", "電話|電話番号|連絡先電話|携帯|TEL|电话|联系电话|手机|Tel|ＴＥＬ"},
    {"clients referrers staff", "email", "メール|メールアドレス|邮箱|电子邮箱"},
    {"clients referrers", "address", "住所|地址|住址"},
    {"clients", "area", "地区|エリア|校区|区域|片区"},
    {"clients referrers", "contact", "連絡方法|連絡手段|希望連絡方法|联系方式偏好"},
    {"clients", "family_name", "家族氏名|家族名|キーパーソン|家属姓名|联系人"},
    {"clients", "family_relation", "続柄|関係|与老人关系|关系"},
    {"clients", "family_phone", "家族電話|家族電話番号|キーパーソン電話|家属电话|联系人电话"},
    {"clients", "family_contact", "家族連絡方法|家属联系方式"},
    {"clients", "decision_maker", "決定者|意思決定者|关键决策人|决策人"},
    {"clients", "family_attitude", "家族の意向|家族の態度|家庭支持态度|家属态度"},
    {"clients", "concern", "懸念|心配ごと|核心顾虑点|核心顾虑|顾虑"},
    {"clients incidents", "status", "状態|状況|ステータス|利用状況|状态|客户状态"},
    {"clients stays", "reason", "理由|休止理由|中止理由|休眠理由|終了理由|解約理由|退住原因|终止原因"},
    {"clients", "reason_note", "理由詳細|原因说明"},
    {"clients stays", "cause", "原因者|相手|当事者|相关人员"},
    {"clients", "start_date", "利用開始日|開始日|入所日|入居日|开始日期|入住日期"},
    {"stays", "start", "開始日|开始日期"},
    {"stays", "end", "終了日|退住日期"},
    {"clients", "price", "単価|利用単価|単価(円)|単価（円）|单价"},
    {"clients", "visits_per_month", "月間回数|月回数|利用回数|每月次数"},
    {"clients", "end_date", "休止日|入院日|中止日|終了日|利用終了日|退所日|退住日期|终止日期"},
    {"clients", "returned_date", "再開日|返回日期"},
    {"clients", "outlook", "見通し|再開見込み|恢复预期"},
    {"clients", "discharge_date", "退院日|出院日期"},
    {"clients", "reason_note", "終了理由備考|中止理由の詳細|退住原因说明|离院原因备注"},
    {"clients", "start_date", "体験開始日|试住开始日期"},
    {"clients", "end_date", "お試し終了日|试住结束"},
    {"clients", "visit_at", "预约来访时间|预约参观"},
    {"clients", "visit_end", "来访结束|来访结束时间"},
    {"clients", "rule_restored", "再変更日|ルール再変更日|规则恢复日期"},
    {"clients", "sour", "強い不満|强烈不满"},
    {"clients referrers", "optout", "連絡不要|連絡拒否|拒绝联系|勿扰"},
    {"clients staff", "weekdays", "利用曜日|曜日|使用日"},
    {"clients", "caremanager", "担当ケアマネ|ケアマネ番号|ケアマネ|个案管理员"},
    {"clients", "referrer", "紹介元|紹介者番号|推荐人|来源渠道|渠道|来源|客户来源"},
    {"clients", "doctor", "主治医|同意医師|主治医生"},
    {"clients", "care_level", "要介護度|介護度|照护等级|护理等级"},
    {"clients", "adl", "ADL|バーセル指数|BI|ADL评分|巴氏指数"},
    {"clients", "cognition", "認知機能|認知症の有無|认知功能"},
    {"clients", "mobility", "移動|移動手段|行动能力"},
    {"clients", "needs", "必要な支援|ニーズ|照护需求|需求"},
    {"clients", "focus", "重視する点|关注点|看重"},
    {"clients", "price_sense", "価格感度|価格重視|价格敏感度|价格敏感点"},
    {"clients", "autonomy", "自由時間希望|社交自主权"},
    {"clients", "intent", "意向|意向度|客户意向度|意向等级"},
    {"clients", "inquiry_at", "タイムスタンプ|問い合わせ日|問合せ日時|咨询日期|咨询时间"},
    {"clients", "visit_end", "見学終了|来所終了|見学日|到访日|到访日期|到访时间|参观日期|接待结束时间|参观结束"},
    {"clients", "ready_date", "申込日|签约意向日期"},
    {"clients", "signed_date", "契約日|签约日期"},
    {"clients", "lost_date", "不成約日|流失日期"},
    {"clients", "lost_reason", "不成約理由|未签约原因"},
    {"clients", "first_visit", "初回日|初回訪問日|首次服务日期"},
    {"clients", "term_price", "料金説明|料金取決め|价格约定"},
    {"clients", "term_frequency", "頻度取決め|頻度|频次约定"},
    {"clients", "term_extension", "延長取決め|延長|延长约定"},
    {"clients", "term_cancel", "キャンセル取決め|キャンセル|取消约定"},
    {"clients", "consent_from", "同意日|同意書日付|同意日期"},
    {"clients", "consent_kind", "同意区分|施術区分"},
    {"referrers", "org", "事業所名|機関名|法人名|机构名称|单位|name"},
    {"referrers", "person", "担当者名|担当者|联系人姓名|负责人"},
    {"incidents referrers surveys holidays", "kind", "種別|区分|種類|类型|类别"},
    {"referrers", "public", "公的委託|委託|公办"},
    {"referrers", "next_event", "次回研修日|研修日|事例検討会|活动日期"},
    {"referrers", "since", "登録日|登记日期"},
    {"contacts", "at", "日付|連絡日|日期|日時|連絡日時|时间|日期时间|跟进时间"},
    {"calls", "at", "日時|着信日時|时间|日期时间"},
    {"surveys", "at", "日時|タイムスタンプ"},
    {"contacts", "to", "相手|相手区分|連絡相手|宛先|对象|联系对象"},
    {"contacts", "channel", "手段|方法|渠道|連絡方法"},
    {"contacts", "rule", "ルール|规则"},
    {"contacts", "outcome", "結果|转归|结果"},
    {"contacts visits", "staff", "担当|担当者|顾问|对应顾问|対応者|職員|经办人|跟进人"},
    {"clients incidents steps", "staff", "担当|担当者|顾问"},
    {"clients contacts stays calls visits incidents referrers steps surveys", "note", "備考|メモ|内容|备注"},
    {"contacts", "next", "次回|次回連絡日|下次跟进日期|下次联系"},
    {"visits incidents", "date", "日付|利用日|日期"},
    {"visits", "date", "訪問日"},
    {"calls", "number", "電話番号|番号|発信番号|相手番号|来电号码"},
    {"contacts calls", "dir", "着発信|方向|呼叫方向"},
    {"calls", "result", "応答結果|通話結果|接听结果"},
    {"steps", "step", "段階|工程|环节"},
    {"visits steps", "minutes", "所要分|分|耗时|用时"},
    {"visits", "fee", "料金|施術料|金額|费用"},
    {"referrers", "fax", "FAX|FAX番号|传真|Ｆａｘ"},
    {"visits contacts", "id", "患者名|氏名|姓名"},
    /* lists of offices as the ministry and cities publish them, and the cabinet's holidays */
    {"referrers", "phone", "telephoneNumber|telephone　number"},
    {"referrers", "id", "事業所番号"},
    {"referrers", "kind", "サービスの種類"},
    {"holidays", "date", "国民の祝日・休日月日"},
    {"holidays", "name", "国民の祝日・休日名称"},
};

static void
check_headers(enum eni_kind kind, struct eni_str list, const char *field)
{
	while (list.n > 0) {
		const char *bar = memchr(list.p, '|', list.n);
		struct eni_str header = {list.p, bar == NULL ? list.n : (size_t)(bar - list.p)};
		const struct eni_field *f = eni_header_find(kind, header);

		check(f != NULL && same(f->name, field), eni_kind_name(kind), header.p, f == NULL ? "nothing" : f->name);
		list = eni_str_from(list, header.n + 1);
	}
}

/* No header of a kind names two fields: each alias finds the field it stands for. */
static void
test_every_alias(void)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);

	for (; n > 0; f++, n--)
		for (unsigned kind = 0; kind < ENI_KINDS; kind++) {
			const char *alias;

			for (size_t i = 0; f->kinds == ENI_IN(kind) && (alias = eni_field_alias(f, i)) != NULL; i++) {
				check(is_own_fold(alias), "is written folded", alias, f->name);
				check(eni_header_find((enum eni_kind)kind, eni_str_of(alias)) == f, "names one field", alias,
				    f->name);
			}
		}
}

static void
test_promised_headers(void)
{
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		struct eni_str rest = eni_str_of(headers[i].kinds), kind;

		while (eni_piece(&rest, &kind))
			check_headers(eni_kind_find(kind), eni_str_of(headers[i].headers), headers[i].field);
	}
}

/* What must not be taken for a field. */
static const struct {
	enum eni_kind kind;
	const char *header;
} strangers[] = {
    {ENI_CLIENTS, "联系方式"}, /* decided by its first value */
    {ENI_CLIENTS, "連絡先"},
    {ENI_REFERRERS, "联络方式"},
    {ENI_CALLS, "料金"}, /* calls have no fee */
    {ENI_CLIENTS, "法人番号"},
    {ENI_REFERRERS, "法人の名称"}, /* stands beside 事業所名 */
    {ENI_REFERRERS, "No"},
    {ENI_CLIENTS, "送迎ルート"},
    {ENI_CLIENTS, ""},
};

static void
test_strangers(void)
{
	for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
		check(eni_header_find(strangers[i].kind, eni_str_of(strangers[i].header)) == NULL, "is no field",
		    strangers[i].header, eni_kind_name(strangers[i].kind));
	ok(strcmp(eni_header_contact_or_phone(ENI_S("联系方式")), "") == 0, "phone or contact");
	ok(strcmp(eni_header_contact_or_phone(ENI_S("連絡先 ")), "") == 0, "phone or contact");
	ok(strcmp(eni_header_contact_or_phone(ENI_S("家属联系方式")), "family_") == 0, "the family's");
	ok(strcmp(eni_header_contact_or_phone(ENI_S("联系人的联系方式")), "family_") == 0, "the family's");
	ok(eni_header_contact_or_phone(ENI_S("家族連絡先")) == NULL, "surely a phone");
	ok(eni_header_contact_or_phone(ENI_S("電話")) == NULL, "surely a phone");
	ok(eni_header_yields(ENI_CONTACTS, ENI_S("内容")) && !eni_header_yields(ENI_CONTACTS, ENI_S("備考")), "notes");
	ok(eni_header_yields(ENI_VISITS, ENI_S("氏名")) && !eni_header_yields(ENI_VISITS, ENI_S("利用者番号")), "a name for an id");
	ok(eni_header_yields(ENI_CLIENTS, ENI_S("№")), "a running number for an id");
	ok(!eni_header_yields(ENI_CLIENTS, ENI_S("氏名")) && !eni_header_yields(ENI_CLIENTS, ENI_S("what")), "not in clients");
}

/* Columns. */

/* A task list is read again, as contacts or as records with an id: its headings must not land in another field. */
static void
test_task_columns(void)
{
	static const char *const task[] = {"due", "late", "rule", "channel", "to", "who", "via", "why", "say", "priority", "anchor",
	    "name", "org", "count", "topics", "names"};
	static const char *const lang[] = {"ja", "zh"};

	for (size_t i = 0; i < sizeof task / sizeof *task; i++)
		for (size_t l = 0; l < 2; l++) {
			const char *heading = eni_heading(NULL, eni_str_of(task[i]), ENI_KINDS, lang[l]);
			const struct eni_field *client = eni_header_find(ENI_CLIENTS, eni_str_of(heading));
			const struct eni_field *contact = eni_header_find(ENI_CONTACTS, eni_str_of(heading));

			check(same(eni_column_find(eni_str_of(heading)), task[i]), "reads back", heading, task[i]);
			check(client == NULL || same(client->name, task[i]), "no other field of clients", heading, task[i]);
			check(
			    contact == NULL || same(contact->name, task[i]) || (same(task[i], "name") && same(contact->name, "id")),
			    "no other field of contacts", heading, task[i]);
		}
}

static void
test_columns(void)
{
	size_t n;
	const char *const *name = eni_columns_known(&n);

	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < i; j++)
			check(!same(name[i], name[j]), "stands once", name[i], "column");
		check(same(eni_column_find(eni_str_of(name[i])), name[i]), "is found", name[i], "column");
		check(eni_heading(NULL, eni_str_of(name[i]), ENI_KINDS, "ja") != name[i], "has a Japanese heading", name[i],
		    "column");
		check(same(eni_heading(NULL, eni_str_of(name[i]), ENI_KINDS, "en"), name[i]), "English is the name", name[i],
		    "column");
	}
	ok(eni_column_find(ENI_S("送迎ルート")) == NULL, "no such column");
	is_str(eni_str_of(eni_heading(NULL, ENI_S("due"), ENI_CLIENTS, "zh")), "到期日", "of a column");
	is_str(eni_str_of(eni_heading(NULL, ENI_S("end_date"), ENI_CLIENTS, "ja")), "中止日", "of a field");
	is_str(eni_str_of(eni_heading(NULL, ENI_S("note"), ENI_CONTACTS, "ja")), "メモ", "of the kind's own field");
	is_str(eni_str_of(eni_heading(NULL, ENI_S("last_contact"), ENI_CLIENTS, "ja")), "最終連絡日", "of a derived field");
	is_str(eni_str_of(eni_heading(NULL, ENI_S("fee"), ENI_CLIENTS, "ja")), "料金", "of another kind's field");
	ok(eni_heading(NULL, ENI_S("送迎ルート"), ENI_CLIENTS, "ja") == NULL, "unknown");
}

static void
test_derived(void)
{
	size_t n;
	const struct eni_field *f = eni_derived(&n);

	for (; n > 0; f++, n--) {
		check(f->ja != NULL && f->zh != NULL && f->note != NULL, "has headings and a note", f->name, "derived");
		check(eni_field_find(ENI_CLIENTS, eni_str_of(f->name)) == NULL, "is not stored", f->name, "derived");
		check(eni_header_find(ENI_CLIENTS, eni_str_of(f->ja)) == NULL, "its heading is no field", f->ja, "derived");
		check(eni_header_find(ENI_CLIENTS, eni_str_of(f->zh)) == NULL, "its heading is no field", f->zh, "derived");
	}
}

/* Words that say no more than their code; each further one is known. */
static void
test_plain_words(void)
{
	static const struct {
		enum eni_vocab vocab;
		int code;
		const char *word;
		bool plain;
	} rows[] = {
	    {ENI_V_STATUS, ENI_STATUS_ENDED, "終了", true},
	    {ENI_V_STATUS, ENI_STATUS_ENDED, "卒業", false},
	    {ENI_V_STATUS, ENI_STATUS_PAUSED, "入院中", false},
	    {ENI_V_STATUS, ENI_STATUS_ACTIVE, "終了", false},
	    {ENI_V_REASON, ENI_REASON_FACILITY, "特養", false},
	    {ENI_V_CHANNEL, ENI_CHANNEL_CALL, "ＴＥＬ", true},
	    {ENI_V_CHANNEL, ENI_CHANNEL_CALL, "携帯", false},
	    {ENI_V_TO, ENI_TO_FAMILY, "ご家族", true},
	    {ENI_V_TO, ENI_TO_FAMILY, "長女", false},
	    {ENI_V_OUTCOME, ENI_OUTCOME_DONE, "済み", true},
	    {ENI_V_OUTCOME, ENI_OUTCOME_DONE, "話せた", false},
	    {ENI_V_OUTCOME, ENI_OUTCOME_DONE, "済み(手紙)", false},
	    {ENI_V_CARE_LEVEL, 7, "介3", true},
	    {ENI_V_REASON, ENI_REASON_FACILITY, "施設 入所", true},
	    {ENI_V_REASON, ENI_REASON_FACILITY, "Facility", true},
	    {ENI_V_REASON, ENI_REASON_HOSPITAL, "施設入所", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_int(eni_word_is_plain(rows[i].vocab, rows[i].code, eni_str_of(rows[i].word)), rows[i].plain, rows[i].word);
	for (enum eni_vocab vocab = 0; vocab < ENI_VOCABS; vocab++) {
		bool all;
		struct eni_str rest = eni_str_of(eni_plain_words(vocab, &all)), word;

		while (eni_piece(&rest, &word)) {
			char text[64];

			snprintf(text, sizeof text, "%.*s", (int)word.n, word.p);
			ok(eni_word_is_plain(vocab, eni_word_find(vocab, word), word), text);
		}
	}
}

int
main(void)
{
	test_every_word();
	test_plain_words();
	test_promised_words();
	test_codes_of_the_program();
	test_traits();
	test_list();
	test_odd_words();
	test_every_field();
	test_fields_of_kinds();
	test_every_alias();
	test_promised_headers();
	test_strangers();
	test_task_columns();
	test_columns();
	test_derived();
	return unit_done();
}
