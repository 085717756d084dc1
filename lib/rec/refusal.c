/*
 * Refusals in texts: see refusal.h.
 * Each row is a way of saying it: words of `first`, then of `second`, then of `third` (where there are any), each not far behind
 * the one before and in the same clause, and no word of `limits` between them.  A new way of saying it is a word, or a row.
 */
#include "rec/refusal.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "rec/hints_priv.h"

/* clang-format off */
/* Words as they stand in a folded text, with a blank between. */
#define REACHED \
	"連絡 電話 tel かけ 掛け 架電 訪問 来訪 勧誘 案内 営業 手紙 郵便 郵送 郵送物 dm メール はがき 声かけ お声がけ 接触 関わ"
#define REACHED_ZH "联系 聯繫 联络 打 来电 电话 微信 短信 发 打扰 骚扰 上门 走访 回访 推销 介绍 找我 找我们"
static const struct way {
	const char *first, *second, *third;
} ways[] = {
    {"今後 以後 以降 一切 いっさい 二度と これから先 当方から こちらから", REACHED,
        "不要 いらな 要らな いりま 要りま 必要な 必要はな 必要あり 必要はあり 無用 不可 ng 結構 けっこう なしで 無しで せず"
        " しない しません お断り おことわり 断る 断り 拒否 拒絶 やめて 止めて 控え 遠慮 迷惑 困る しないで するな こないで 来ないで くるな"
        " 来るな ないで ないよう ないこと 望まな 希望しな 希望せず 禁止"},
    {"もう これ以上 いい加減", REACHED,
        "お断り おことわり 断る 拒否 拒絶 やめて 止めて 控えて 遠慮 迷惑 しないで するな こないで 来ないで くるな 来るな ないで ないよう"},
    {"不要再 别再 別再 请勿再 請勿再 勿再 不用再 不必再 不想再 不愿再 不愿意再 不希望再 不希望我们再 不让再 不让我们再 不许再 无需再 再也不要 再也别"
     " 再也不想 再也不用", REACHED_ZH, NULL},
    {"以后 今后 往后 今後 以後", "不要 不用 不必 别 勿 请勿 不想 不愿 不希望 谢绝 拒绝 不接受 不再", REACHED_ZH},
};
/* What the no is limited to: then it is a wish. */
static const char limits[] =
    "へ に には 宛 時は 時の 時に の際 夜 朝 昼 日中 午前 午後 休日 土日 平日 職場 会社 勤務 緊急 晚上 夜里 早上 中午 上班 工作时间 周末 休息 给爸 给妈";
/* Behind it: another way is named, so that this one alone is refused. */
static const char instead[] =
    "メール fax ファックス ファクス line ライン ショート sms 郵送で 手紙で で連絡 にて連絡 へ連絡 でお願い にお願い 微信 短信 邮件 改 找女儿 找儿子 联系女儿 联系儿子 就行 即可"
    " 可以";
static const char stops[] = "。 . ! ! ? ; \n ・ → が、 けど ので、";
/* clang-format on */

enum { NEAR = 10 }; /* characters between two of the words */

static struct eni_str
next_word(const char **list)
{
	struct eni_str word = {*list, strcspn(*list, " ")};

	*list += word.n + ((*list)[word.n] == ' ');
	return word;
}

/* The bytes of the longest word of the list that s begins with; 0: none. */
static size_t
begins(struct eni_str s, const char *list)
{
	size_t longest = 0;

	for (struct eni_str word; (word = next_word(&list)).n > 0;)
		if (word.n > longest && eni_str_starts(s, word))
			longest = word.n;
	return longest;
}

static size_t
length_at(struct eni_str s)
{
	size_t n = 1;

	while (n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* Behind the first word of the list that stands near the beginning of s; NULL: none does, or something limits it. */
static const char *
behind(struct eni_str s, const char *list)
{
	for (int i = 0; i <= NEAR && s.n > 0; i++) {
		size_t n = begins(s, list);

		if (n > 0)
			return s.p + n;
		if (begins(s, limits) > 0 || begins(s, stops) > 0)
			return NULL;
		s = eni_str_from(s, length_at(s));
	}
	return NULL;
}

static bool
holds(struct eni_str s, const char *list)
{
	for (; s.n > 0; s = eni_str_from(s, length_at(s)))
		if (begins(s, list) > 0)
			return true;
	return false;
}

static bool
says(struct eni_str s, const struct way *w)
{
	const char *end = s.p + s.n, *at;
	size_t n = begins(s, w->first);

	if (n == 0)
		return false;
	at = behind(eni_str_from(s, n), w->second);
	if (at != NULL && w->third != NULL)
		at = behind((struct eni_str){at, (size_t)(end - at)}, w->third);
	return at != NULL && !holds((struct eni_str){at, (size_t)(end - at)}, instead);
}

void
eni_refusal_hints(void)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const char *list = ways[i].first;

		for (struct eni_str word; (word = next_word(&list)).n > 0;)
			eni_hint_mark(ENI_HINT_REFUSAL, word);
	}
}

bool
eni_refuses_contact(struct eni_str text)
{
	struct eni_buf folded = {0};
	struct eni_str s;
	bool refuses = false;

	if ((eni_hints(text) & ENI_HINT_REFUSAL) == 0 || eni_utf8_prefix(text) < text.n)
		return false;
	eni_casefold(&folded, text);
	for (s = eni_buf_str(&folded); s.n > 0 && !refuses; s = eni_str_from(s, length_at(s)))
		for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
			refuses |= says(s, &ways[i]);
	eni_buf_free(&folded);
	return refuses;
}
