/* Questions by the words in them: see questions.h. */
#include "rec/questions.h"

#include "base/text.h"

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* ---- tables; all words as eni_casefold leaves them ---- */

enum whose { OPEN, CLIENT, WRITER, FAMILY, PARTNER };

/* The person named last in a question is the one it is about: 您家老人的姓名, 老人家属的电话. */
static const struct {
	enum whose whose;
	const char *const *words;
} persons[] = {
    {CLIENT, WORDS("老人", "长者", "长辈", "老年人", "被照护人", "入住人", "入住者", "服务对象", "患者", "父母", "利用者", "本人",
		 "入居者", "入居希望", "入所者", "対象者", "要介護者", "被保険者", "介護を受ける方")},
    {WRITER, WORDS("您", "你", "あなた", "貴方", "ご自身", "your")},
    {FAMILY, WORDS("家属", "家人", "亲属", "联系人", "填写人", "填表人", "申请人", "咨询人", "监护人", "子女", "家族", "相談者",
		 "申込者", "申込み者", "連絡者", "記入者", "回答者", "ご記入の方", "キーパーソン", "緊急連絡先", "身元引受",
		 "问卷填写", "息子", "娘", "長男", "長女", "次男", "次女", "三男", "三女", "お嫁", "配偶", "奥様", "ご主人", "儿子",
		 "女儿", "儿媳", "女婿", "老伴", "长女", "长子")},
    {PARTNER, WORDS("ケアマネ", "介護支援専門員", "紹介者", "推荐人", "介绍人", "医師", "主治医", "医生", "病院", "医院", "事業所",
		  "社工", "担当者")},
};

/* Fields of a person, and those of the relative for them; NULL: of the client alone. */
static const struct {
	const char *client, *family;
	bool hours; /* the answer may say when, too */
} own[] = {{"name", "family_name", false}, {"phone", "family_phone", false}, {"email", "family_email", false},
    {"address", "family_address", false}, {"contact", "family_contact", true}, {"kana", NULL, false}, {"sex", NULL, false},
    {"birth", NULL, false}, {"age", NULL, false}, {"health", NULL, false}, {"area", NULL, false}};

/* The first row of which a pattern is found says the field; * stands for anything between two words. */
static const struct question {
	const char *field;
	const char *const *patterns;
	bool ends; /* the question must end with it: 電話番号 is a number, 電話対応者 is none */
} questions[] = {
    {"consent_contact",
	WORDS("同意*联系", "愿意*联系", "允许*联系", "同意*回访", "愿意*回访", "連絡*同意", "同意*連絡", "連絡*差し上げ*よろしい"),
	false},
    {"family_relation", WORDS("您是老人的", "您是长者的", "您是长辈的", "关系", "続柄", "間柄", "関係"), false},
    {"visit_at",
	WORDS("参观*时间", "参观*日期", "参观*何时", "何时*参观", "什么时候*参观", "到访*时间", "到访*日期", "来访*时间",
	    "看房*时间", "見学*日", "見学*いつ", "来所*希望日", "来所*予定日", "訪問*希望日"),
	false},
    {"decision_maker",
	WORDS("谁*决定", "谁*做主", "谁*拍板", "谁说了算", "决定*谁", "决策人", "决定人", "決*のはどなた", "誰が*決", "どなたが*決",
	    "決める方", "決定する方", "決定者"),
	false},
    {"family_attitude",
	WORDS("家*态度", "家*意见", "家*支持", "家*同意", "家*赞成", "子女*同意", "子女*态度", "子女*意见", "家族*意向",
	    "家族*考え", "家族*賛成", "家族*反対"),
	false},
    {"concern", WORDS("担心", "顾虑", "担忧", "忧虑", "心配", "不安", "気がかり", "気になる", "懸念"), false},
    {"focus", WORDS("看重", "注重", "重视", "最关注", "关注*方面", "重視", "大切に"), false},
    {"budget",
	WORDS("预算", "价位", "可接受*价格", "可接受*费用", "可承受*价格", "可承受*费用", "费用*范围", "予算", "月額*希望",
	    "希望*月額", "費用*目安"),
	false},
    {"health", WORDS("健康", "病史", "疾病", "慢性病", "患病", "身体状况", "身体情况", "病歴", "既往", "持病", "疾患", "体調"),
	false},
    {"cognition", WORDS("认知", "失智", "痴呆", "记忆", "認知", "もの忘れ", "物忘れ"), false},
    {"mobility", WORDS("行动", "行走", "走路", "移动能力", "移動", "歩行"), false},
    {"care_level", WORDS("自理", "失能", "照护等级", "护理等级", "护理级别", "照护级别", "介護度", "要介護", "介護認定", "要支援"),
	false},
    {"needs",
	WORDS("需要*服务", "需要*帮助", "需要*照护", "需要*护理", "需要*照料", "需要*协助", "照护*服务", "护理*服务", "照护需求",
	    "护理需求", "希望*服务", "想要*服务", "哪些服务", "什么服务", "哪些*帮忙", "必要*支援", "必要*介助", "必要*介護",
	    "必要*サービス", "希望*サービス", "希望*支援", "希望*介助"),
	false},
    {"contact", WORDS("希望*联系方式", "方便*联系方式", "偏好*联系", "希望*連絡方法", "連絡方法", "連絡手段"), false},
    {"referrer",
	WORDS("哪里*了解", "哪里*知道", "哪里*得知", "如何*了解", "如何*知道", "如何*得知", "怎么*了解", "怎么*知道", "渠道*了解",
	    "渠道*知道", "途径*了解", "途径*知道", "了解*渠道", "了解*途径", "得知*渠道", "知道*渠道", "どこで*知", "何で*知",
	    "どのよう*知", "お知りになった", "知ったきっかけ", "きっかけ"),
	false},
    {"age", WORDS("年龄", "多大年纪", "岁数", "多大", "几岁", "多少岁", "高寿", "年齢", "おいくつ", "何歳"), true},
    {"birth", WORDS("出生", "生日", "生年月日", "誕生日"), true},
    {"sex", WORDS("性别", "性別"), true},
    {"wechat", WORDS("微信"), true},
    {"email", WORDS("邮箱", "电子邮件", "メール", "mail"), true},
    {"kana", WORDS("ふりがな", "フリガナ", "読みがな", "カナ", "拼音"), true},
    {"phone", WORDS("电话", "手机", "联系方式", "電話", "携帯", "連絡先"), true},
    {"address", WORDS("地址", "住址", "现居", "住所", "お住まい"), true},
    {"name", WORDS("姓名", "名字", "称呼", "贵姓", "氏名", "名前"), true},
    {"intent", WORDS("意向", "意愿", "検討状況", "検討段階"), false},
    {"note",
	WORDS("想了解", "其他*需求", "其他*问题", "其他*说明", "其他*要求", "其他*想说", "还想*说", "想告诉我们", "补充", "留言",
	    "备注", "建议", "その他", "質問", "要望", "相談内容", "問い合わせ内容", "問合せ内容", "メッセージ", "自由記", "備考"),
	false},
};

/* What may stand behind the word that a question ends with. */
static const char *const *const tails = WORDS("番号", "号码", "アドレス", "地址", "号", "段", "年月日", "年月", "日期", "您", "呢");

/* Of a question about the hours at which somebody can be reached, or whether, the answer is no number and no name. */
static const char *const *const not_own = WORDS("时间", "时段", "時間", "時刻", "是否", "可否", "曜日", "能否");

static const char *const *const manners_before = WORDS("请问", "请选择", "请填写", "请输入", "请留下", "您的", "您", "你的",
    "现在的", "目前的", "的", "家的", "様の", "さまの", "さんの", "の", "ご", "お", "現在の", "今の", "差し支えなければ");
static const char *const *const manners_behind = WORDS("を教えてください", "をお教えください", "をお選びください",
    "を選んでください", "を選択してください", "をご記入ください", "を記入してください", "をご入力ください", "を入力してください",
    "をお聞かせください", "は何ですか", "はどれですか", "はいかがですか", "はどのくらいですか", "について", "は", "是什么",
    "是哪些", "有哪些", "是多少", "如何", "怎么样", "是", "のお名前", "のご氏名", "の氏名");

/* ---- reading ---- */

static const char *
find(struct eni_str s, struct eni_str word)
{
	return s.n == 0 ? NULL : memmem(s.p, s.n, word.p, word.n);
}

/* Whether the parts of a pattern stand in the question, in its order. */
static bool
holds(struct eni_str folded, const char *pattern)
{
	while (*pattern != '\0') {
		struct eni_str part = {pattern, strcspn(pattern, "*")};
		const char *at = find(folded, part);

		if (at == NULL)
			return false;
		folded = eni_str_from(folded, (size_t)(at - folded.p) + part.n);
		pattern += part.n + (pattern[part.n] == '*');
	}
	return true;
}

static bool
holds_any(struct eni_str folded, const char *const *pattern)
{
	while (*pattern != NULL && !holds(folded, *pattern))
		pattern++;
	return *pattern != NULL;
}

/* Who is named last, and what the question says behind that. */
static enum whose
whose(struct eni_str folded, struct eni_str *behind)
{
	enum whose last = OPEN;
	const char *at, *end = folded.p;

	for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
		for (const char *const *word = persons[i].words; *word != NULL; word++) {
			struct eni_str rest = folded, w = eni_str_of(*word);

			for (; (at = find(rest, w)) != NULL; rest = eni_str_from(rest, (size_t)(at - rest.p) + w.n))
				if (at + w.n > end) {
					end = at + w.n;
					last = persons[i].whose;
				}
		}
	*behind = eni_str_from(folded, (size_t)(end - folded.p));
	return last;
}

static struct eni_str
without_manners(struct eni_str s)
{
	for (const char *const *word = manners_before; *word != NULL; word++)
		if (eni_str_starts(s, eni_str_of(*word)))
			s = eni_str_from(s, strlen(*word));
	for (const char *const *word = manners_behind; *word != NULL; word++)
		if (eni_str_ends(s, eni_str_of(*word)))
			s.n -= strlen(*word);
	return s;
}

/* A question's last word in brackets says how to answer: お名前(漢字). */
static struct eni_str
without_bracket(struct eni_str s)
{
	const char *open = s.n > 0 && s.p[s.n - 1] == ')' ? memrchr(s.p, '(', s.n) : NULL;

	return open == NULL ? s : (struct eni_str){s.p, (size_t)(open - s.p)};
}

static bool
ends_with(struct eni_str folded, const char *const *word)
{
	struct eni_str s = without_manners(without_bracket(folded));

	for (; *word != NULL; word++)
		for (const char *const *tail = tails; *tail != NULL; tail++) {
			struct eni_str cut = s;

			if (eni_str_ends(cut, eni_str_of(*tail)))
				cut.n -= strlen(*tail);
			if (eni_str_ends(s, eni_str_of(*word)) || eni_str_ends(cut, eni_str_of(*word)))
				return true;
		}
	return false;
}

static bool
asks(const struct question *q, struct eni_str folded)
{
	return q->ends ? ends_with(folded, q->patterns) : holds_any(folded, q->patterns);
}

/* The field by the words, as if the question were about the client: a known header behind whoever is named, else the words in it.
 */
static const struct eni_field *
find_plain(struct eni_str folded, struct eni_str behind)
{
	const struct eni_field *f = eni_header_find(ENI_CLIENTS, without_manners(folded));

	if (f == NULL)
		f = eni_header_find(ENI_CLIENTS, without_manners(behind));
	for (size_t i = 0; f == NULL && i < sizeof questions / sizeof *questions; i++)
		if (asks(&questions[i], folded))
			f = eni_field_find(ENI_CLIENTS, eni_str_of(questions[i].field));
	return f;
}

/* The field of the person that is meant. */
static const struct eni_field *
of_person(const struct eni_field *f, enum whose who, struct eni_str folded, bool apart)
{
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		if (strcmp(own[i].client, f->name) != 0)
			continue;
		if (who == PARTNER || (!own[i].hours && holds_any(folded, not_own)))
			return NULL;
		if (who != FAMILY && (who != WRITER || !apart))
			return f;
		return own[i].family == NULL ? NULL : eni_field_find(ENI_CLIENTS, eni_str_of(own[i].family));
	}
	return f;
}

bool
eni_question_is_about_client(struct eni_str question)
{
	struct eni_buf folded = {0};
	struct eni_str behind;
	bool is;

	eni_casefold(&folded, question);
	is = whose(eni_buf_str(&folded), &behind) == CLIENT;
	eni_buf_free(&folded);
	return is;
}

const struct eni_field *
eni_question_find(struct eni_str question, bool apart)
{
	struct eni_buf folded = {0};
	struct eni_str behind;
	const struct eni_field *f;
	enum whose who;

	eni_casefold(&folded, question);
	who = whose(eni_buf_str(&folded), &behind);
	f = find_plain(eni_buf_str(&folded), behind);
	if (f != NULL && (strcmp(f->name, "id") == 0 || f->vocab == ENI_V_STATUS))
		f = NULL; /* where somebody stands with us, and under which number, is for us to say */
	if (f != NULL)
		f = of_person(f, who, eni_buf_str(&folded), apart);
	eni_buf_free(&folded);
	return f;
}
