/* Answers of forms: see answers.h. */
#include "form/answers.h"

#include "base/text.h"

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* ---- cutting ---- */

static bool
cut_head(struct eni_str *s, const char *const *word)
{
	for (; *word != NULL; word++)
		if (eni_str_starts(*s, eni_str_of(*word))) {
			*s = eni_str_from(*s, strlen(*word));
			return true;
		}
	return false;
}

static bool
cut_tail(struct eni_str *s, const char *const *word)
{
	for (; *word != NULL; word++)
		if (eni_str_ends(*s, eni_str_of(*word))) {
			s->n -= strlen(*word);
			return true;
		}
	return false;
}

/* The bytes of a digit of either width at the front, or 0. */
static size_t
digit(struct eni_str s)
{
	if (s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9')
		return 1;
	return s.n >= 3 && memcmp(s.p, "\xef\xbc", 2) == 0 && (uint8_t)s.p[2] >= 0x90 && (uint8_t)s.p[2] <= 0x99 ? 3 : 0;
}

/* The same for the capital letter of an option. */
static size_t
capital(struct eni_str s)
{
	if (s.n > 0 && s.p[0] >= 'A' && s.p[0] <= 'Z')
		return 1;
	return s.n >= 3 && memcmp(s.p, "\xef\xbc", 2) == 0 && (uint8_t)s.p[2] >= 0xa1 && (uint8_t)s.p[2] <= 0xba ? 3 : 0;
}

/* What stands in the brackets with which s ends; empty: none.  *before is what stands in front of them. */
static struct eni_str
last_bracket(struct eni_str s, struct eni_str *before)
{
	static const char *const pair[][2] = {{"(", ")"}, {"（", "）"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"〖", "〗"}};

	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
		struct eni_str open = eni_str_of(pair[i][0]), close = eni_str_of(pair[i][1]);

		for (size_t at = s.n; eni_str_ends(s, close) && at-- > 0;)
			if (eni_str_starts(eni_str_from(s, at), open)) {
				*before = eni_str_trim((struct eni_str){s.p, at});
				return eni_str_trim((struct eni_str){s.p + at + open.n, s.n - at - open.n - close.n});
			}
	}
	return (struct eni_str){"", 0};
}

/* ---- headers ---- */

/* What forms write into brackets behind a question. */
static bool
is_mark(struct eni_str s)
{
	static const char *const in[] = {"必填", "必须", "必須", "必答", "选填", "可选", "不必填", "任意", "多选", "单选", "複数",
	    "選択", "选择", "选项", "题", "記入", "填写", "required", "optional"};

	for (size_t i = 0; i < sizeof in / sizeof *in; i++)
		if (s.n > 0 && memmem(s.p, s.n, in[i], strlen(in[i])) != NULL)
			return true;
	return false;
}

static void
cut_marks(struct eni_str *s)
{
	const char *const *const behind = WORDS("*", "＊", "※", ":", "：", "?", "？", "。");
	struct eni_str before;

	for (;;) {
		*s = eni_str_trim(*s);
		if (cut_tail(s, behind))
			continue;
		if (!is_mark(last_bracket(*s, &before)))
			return;
		*s = before;
	}
}

/* A number in front, as 3、 Q3. 第3题 問3：, with what parts it from the question; none is cut where nothing does: 65歳以上. */
static struct eni_str
cut_number(struct eni_str *s)
{
	const char *const *const before = WORDS("Q", "q", "Ｑ", "第", "問", "问题", "設問", "No.");
	const char *const *const behind = WORDS("、", "．", ".", ":", "：", ")", "）", "题", "題", "問", "_", " ", "　");
	struct eni_str rest = *s, number;
	size_t n, digits = 0;
	bool named = cut_head(&rest, before);

	for (; (n = digit(rest)) > 0; digits++)
		rest = eni_str_from(rest, n);
	number = (struct eni_str){s->p, (size_t)(rest.p - s->p)};
	if (digits == 0 ||
	    (!cut_head(&rest, behind) && !(named && rest.n > 0 && (rest.p[0] == '(' || eni_str_starts(rest, ENI_S("（"))))))
		return (struct eni_str){"", 0};
	while (cut_head(&rest, behind))
		;
	*s = rest;
	return number;
}

struct eni_question
eni_question_of(struct eni_str header)
{
	struct eni_question q = {{"", 0}, eni_str_trim(header)};

	while (cut_head(&q.text, WORDS("*", "＊", "※", " ", "　")))
		;
	q.number = cut_number(&q.text);
	cut_marks(&q.text);
	return q;
}

static bool
is_word(struct eni_str folded, const char *const *word)
{
	while (*word != NULL && !eni_str_is(folded, *word))
		word++;
	return *word != NULL;
}

static bool
is_named(struct eni_str header, const char *const *name)
{
	struct eni_buf folded = {0};
	bool is;

	eni_casefold(&folded, header);
	is = is_word(eni_buf_str(&folded), name);
	eni_buf_free(&folded);
	return is;
}

static const char *const *const moments =
    WORDS("タイムスタンプ", "timestamp", "时间戳记", "提交答卷时间", "提交时间", "开始答题时间", "结束答题时间", "答题时间",
	"填写时间", "回答日時", "送信日時", "開始時刻", "完了時刻", "完成时间", "completiontime");

bool
eni_question_is_moment(struct eni_str text)
{
	return is_named(text, moments);
}

/* Columns that forms add by themselves, beside one of the others. */
static const struct {
	const char *const *name, *const *beside;
} own[] = {
    {WORDS("序号", "编号", "答题编号", "答卷编号", "回答番号", "no", "no.", "所用时间", "答题时长", "填写时长", "来源详情",
	 "来自ip", "ip", "ip地址", "提交人", "修改时间", "填写地区", "填写设备", "操作系统", "浏览器", "微信昵称", "微信性别",
	 "微信openid", "微信头像", "扩展属性", "总分", "ua"),
	NULL},                                                                /* any moment of answering */
    {WORDS("来源", "referrer"), WORDS("来源详情", "来自ip", "结束答题时间")}, /* 问卷星, 腾讯问卷 */
    {WORDS("国家", "省份", "城市", "地理位置", "地理位置国家和地区", "地理位置省", "地理位置市", "语言", "用户类型", "用户标识",
	 "昵称", "自定义字段", "清洗数据结果", "智能清洗数据无效概率", "中奖时间", "中奖金额", "审核状态"),
	WORDS("结束答题时间")},                                         /* 腾讯问卷 */
    {WORDS("id", "名前", "メール", "最終変更時刻"), WORDS("完了時刻")}, /* Microsoft Forms */
    {WORDS("id", "开始时间", "电子邮件", "名称", "上次修改时间"), WORDS("完成时间")},
    {WORDS("id", "starttime", "email", "name", "lastmodifiedtime"), WORDS("completiontime")},
};

bool
eni_question_is_own(const struct eni_str *header, size_t n, size_t i)
{
	struct eni_buf folded = {0};
	bool is = false;

	eni_casefold(&folded, header[i]);
	for (size_t k = 0; !is && k < sizeof own / sizeof *own; k++)
		for (size_t j = 0; !is && is_word(eni_buf_str(&folded), own[k].name) && j < n; j++)
			is = j != i && is_named(header[j], own[k].beside == NULL ? moments : own[k].beside);
	eni_buf_free(&folded);
	return is;
}

/* Without the letter of an option: A.助浴, B） 用药. */
static struct eni_str
without_letter(struct eni_str s)
{
	size_t n = capital(s);
	struct eni_str rest = eni_str_from(s, n);

	if (n == 0 || !cut_head(&rest, WORDS(".", "．", "、", ")", "）", ":", "：")))
		return s;
	rest = eni_str_trim(rest);
	return rest.n > 0 ? rest : s;
}

/* The same for a text of one's own, which may begin with initials: A.C.は不要. */
static struct eni_str
without_letter_of_text(struct eni_str s)
{
	struct eni_str rest = without_letter(s);

	return rest.n > 0 && (uint8_t)rest.p[0] >= 0x80 ? rest : s;
}

struct eni_str
eni_question_option(struct eni_str text)
{
	struct eni_str before, inner = last_bracket(text, &before);

	return without_letter(inner.n > 0 && before.n == 0 ? inner : text);
}

bool
eni_question_part(struct eni_str text, size_t *at, struct eni_str *question, struct eni_str *option)
{
	const char *const *const between = WORDS(":", "：", "_", "-", "－", "—", "(", "（", "[", "［", "【");
	const char *const *const behind = WORDS(")", "）", "]", "］", "】");

	while (*at < text.n) {
		struct eni_str rest = eni_str_from(text, *at);

		*question = (struct eni_str){text.p, (*at)++};
		if (!cut_head(&rest, between))
			continue;
		cut_tail(&rest, behind);
		cut_marks(question);
		*option = without_letter(eni_str_trim(rest));
		if (question->n > 0 && option->n > 0)
			return true;
	}
	return false;
}

/* ---- cells ---- */

static bool
is_blank_answer(struct eni_str s)
{
	static const char *const blank[] = {"(空)", "（空）", "(跳过)", "（跳过）", "〖空〗"};

	for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
		if (eni_str_is(s, blank[i]))
			return true;
	return s.n == 0;
}

bool
eni_takes_several(const struct eni_field *f)
{
	return f->type == ENI_ENUMS || f->type == ENI_WORDS || f->type == ENI_WISHES || f->type == ENI_WEEKDAYS;
}

/* 其他〖鼻饲〗 is 鼻饲; of another option with a text of its own, 有〖高血压〗, both are kept.  In a list blanks would part the
 * text. */
static void
add_answer(struct eni_buf *b, struct eni_str s, bool list)
{
	struct eni_str option = s, text = {"", 0};
	bool other;

	if (eni_str_ends(s, ENI_S("〗")))
		text = last_bracket(s, &option);
	other = text.n > 0 && cut_head(&option, WORDS("其他", "其它", "その他"));
	if (!other)
		eni_buf_add(b, option);
	if (text.n > 0 && !other)
		eni_buf_add(b, list ? ENI_S("、") : ENI_S("（"));
	for (size_t i = 0; i < text.n; i++)
		if (!list || text.p[i] != ' ')
			eni_buf_char(b, text.p[i]);
	if (text.n > 0 && !other && !list)
		eni_buf_add(b, ENI_S("）"));
}

/* The bytes of what parts answers at the front of s, or 0.  Only lists are parted by what a sentence may hold. */
static size_t
separator(struct eni_str s, bool list)
{
	const char *const *const always = WORDS("┋"), *const *const lists =
							  WORDS("|", "｜", ";", "；", "、", ",", "，", "\n", "\r");
	struct eni_str rest = s;

	return cut_head(&rest, always) || (list && cut_head(&rest, lists)) ? s.n - rest.n : 0;
}

/* Whether a sign of several bytes stands in s; its first byte is rare in most texts. */
static bool
has_sign(struct eni_str s, struct eni_str sign)
{
	const char *at = s.n == 0 ? NULL : memchr(s.p, sign.p[0], s.n);

	for (; at != NULL; at = memchr(at + 1, sign.p[0], s.n - (size_t)(at + 1 - s.p)))
		if (eni_str_starts(eni_str_from(s, (size_t)(at - s.p)), sign))
			return true;
	return false;
}

bool
eni_has_answer_bars(struct eni_str s)
{
	return has_sign(s, ENI_S("┋"));
}

static bool
is_plain(struct eni_str s, bool list)
{
	return eni_is_plain_answer(s) && !eni_has_answer_bars(s) &&
	       (!list || (!has_sign(s, ENI_S("|")) && !has_sign(s, ENI_S("｜"))));
}

/* Takes the next answer off; *rest is what follows it. */
static struct eni_str
next_answer(struct eni_str *rest, const struct eni_field *f)
{
	struct eni_str all = *rest, one;
	size_t at = 0, n = 0;
	bool list = eni_takes_several(f), inside = false; /* 〖 〗, whose text belongs together */

	while (at < all.n && (inside || (n = separator(eni_str_from(all, at), list)) == 0)) {
		if (eni_str_starts(eni_str_from(all, at), ENI_S("〖")))
			inside = true;
		else if (eni_str_starts(eni_str_from(all, at), ENI_S("〗")))
			inside = false;
		at++;
	}
	*rest = eni_str_from(all, at + n);
	one = eni_str_trim((struct eni_str){all.p, at});
	return f->type == ENI_TEXT ? without_letter_of_text(one) : without_letter(one);
}

struct eni_str
eni_answer(struct eni_arena *a, const struct eni_field *f, struct eni_str cell)
{
	struct eni_str rest = eni_str_trim(cell), kept;
	struct eni_buf b = {0};
	bool list = eni_takes_several(f);

	if (is_plain(rest, list))
		return cell;
	if (is_blank_answer(rest))
		return (struct eni_str){"", 0};
	while (rest.n > 0) {
		struct eni_str one = next_answer(&rest, f);

		/* In a list with 、 behind its letters they stand alone. */
		if (is_blank_answer(one) || (list && capital(one) == one.n && (b.n > 0 || rest.n > 0)))
			continue;
		if (b.n > 0)
			eni_buf_add(&b, ENI_S("、"));
		add_answer(&b, one, list);
	}
	kept = eni_arena_keep(a, eni_buf_str(&b));
	eni_buf_free(&b);
	return kept;
}

static bool
is_same(struct eni_str a, struct eni_str b)
{
	struct eni_buf x = {0}, y = {0};
	bool same;

	eni_casefold(&x, a);
	eni_casefold(&y, b);
	same = eni_str_eq(eni_buf_str(&x), eni_buf_str(&y));
	eni_buf_free(&x);
	eni_buf_free(&y);
	return same;
}

struct eni_str
eni_answer_option(struct eni_arena *a, const struct eni_field *f, struct eni_str option, struct eni_str cell)
{
	/* -2 and -3 are 问卷星's: not asked, not answered */
	const char *const *const chosen = WORDS("选中", "已选", "已选中", "选择", "checked");
	const char *const *const left = WORDS("未选", "未选中", "unchecked", "-2", "-3");
	struct eni_str said = eni_str_trim(eni_answer(a, f, cell));
	int yes = said.n == 0 ? ENI_YES_NO : eni_word_find(ENI_V_YES, said);

	yes = is_word(said, chosen) ? ENI_YES_YES : is_word(said, left) ? ENI_YES_NO : yes;
	if (yes == ENI_YES_YES || is_same(said, option))
		return option;
	return yes == ENI_YES_NO ? (struct eni_str){"", 0} : said;
}
