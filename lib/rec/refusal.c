/*
 * Refusals in texts: see refusal.h.
 * Each row is a way of saying it: words of `first`, then of `second` and of `third` (where there are any), each not far behind the
 * one before and in the same clause, and no word of `limits` between them.  A new way of saying it is a word, or a row.
 */
#include "rec/refusal.h"

#include <pthread.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "rec/hints_priv.h"

/* clang-format off */
#define WORDS(words) {.text = words}
#define NONE {.text = NULL}
/* Words as they stand in a folded text, with a blank between. */
#define REACHED \
	"連絡 電話 tel かけ 掛け 架電 訪問 来訪 勧誘 案内 営業 手紙 郵便 郵送 郵送物 dm メール はがき 声かけ お声がけ 接触 関わ"
#define REACHED_ZH "联系 聯繫 联络 打电话 打来 打过来 打给我 打了 打扰 来电 电话 微信 短信 发微信 发短信 发消息 发信息 发广告 骚扰 上门 走访 回访 推销 介绍 找我 找我们"
#define PLAIN "連絡 電話 tel 架電 訪問 来訪 勧誘 営業 接触 コンタクト"
#define PLAIN_NO \
	"不要 お断り おことわり 断られ 断って 断る 拒否 拒絶 遠慮 いらな いりま 要らな 要りま 無用 結構 必要なし 必要ない 必要あり" \
	" 必要はな 必要はあり には及 には及び 控えて 控えるよう やめてほ やめてく やめてと やめるよう は迷惑 が迷惑 嫌が 望まな 希望しな" \
	" 希望せず しないで しないよう しないこと しないと しては するな かけないで かけてこないで かけてくるな 掛けないで 来ないで こないで 来るな" \
	" してこないで して来ないで してくるな してほしくな して欲しくな 入れないで 送らないで 寄越さないで よこさないで 禁止 ご免 ごめん"
#define PLAIN_ZH "联系 聯繫 联络 打电话 打来 来电 电话 打扰 骚扰 回访 推销 找我 找我们"
enum { BEGINNINGS = 256, BITS = 64 };
enum { EVERYWHERE = ENI_IN_JOURNAL | ENI_IN_CLIENT | ENI_IN_PARTNER, RECORDS = ENI_IN_CLIENT | ENI_IN_PARTNER };
/* Words in a row; which of them could stand somewhere is told by a bit for the first character. */
struct words {
	const char *text; /* NULL: there are none */
	struct eni_str *word;
	size_t n;
	uint64_t first[BEGINNINGS / BITS];
};
static struct way {
	unsigned where; /* of enum eni_refusal_place */
	bool plain;     /* not meant for good by its words: anything ahead or between that narrows it makes it a wish */
	struct words first, second, third;
} ways[] = {
    {EVERYWHERE, false, WORDS("今後 以後 以降 一切 いっさい 二度と これから先 当方から こちらから"), WORDS(REACHED), WORDS("不要 いらな 要らな いりま 要りま 必要な 必要はな 必要あり 必要はあり 無用 不可 ng 結構 けっこう なしで 無しで せず"
        " しない しません お断り おことわり 断る 断り 拒否 拒絶 やめて 止めて 控え 遠慮 迷惑 困る しないで するな こないで 来ないで くるな"
        " 来るな ないで ないよう ないこと 望まな 希望しな 希望せず 禁止")},
    {EVERYWHERE, false, WORDS("もう これ以上 いい加減"), WORDS(REACHED), WORDS("お断り おことわり 断る 拒否 拒絶 やめて 止めて 控えて 遠慮 迷惑 しないで するな こないで 来ないで くるな 来るな ないで ないよう"
        " は結構 も結構 はけっこう")},
    {EVERYWHERE, false, WORDS("不要再 别再 別再 请勿再 請勿再 勿再 不用再 不必再 不想再 不愿再 不愿意再 不希望再 不希望我们再 不让再 不让我们再 不许再 无需再 再也不要 再也别"
        " 再也不想 再也不用"), WORDS(REACHED_ZH), NONE},
    {EVERYWHERE, false, WORDS("以后 今后 往后 今後 以後"), WORDS("不要 不用 不必 别 勿 请勿 不想 不愿 不希望 谢绝 拒绝 不接受 不再"), WORDS(REACHED_ZH)},
    {EVERYWHERE, false, WORDS("着信拒否 着拒 把我们拉黑 被拉黑 已拉黑"), NONE, NONE},
    {ENI_IN_JOURNAL, true, WORDS(PLAIN), WORDS("お断りされ お断りをされ もう結構 もう不要 もういらな もういい"), NONE},
    {RECORDS, true, WORDS(PLAIN), WORDS(PLAIN_NO), NONE},
    {RECORDS, true, WORDS("連絡 接触 コンタクト 営業 勧誘"), WORDS("ng 不可 × ✕"), NONE}, /* 電話NG wishes for another way */
    {RECORDS, true, WORDS("関わら かかわら 関わり かかわり"), WORDS("ないで たくない たくあり 拒否 お断り"), NONE},
    {RECORDS, true, WORDS("そっとして そっとしと ほっといて ほうっておいて 放っておいて"), NONE, NONE},
    {ENI_IN_PARTNER, true, WORDS("fax ファックス ファクス 空き情報 空情報 空床情報 案内 広報 情報提供 チラシ パンフ dm ダイレクトメール 挨拶回り"), WORDS(PLAIN_NO), NONE},
    {RECORDS, true, WORDS("不要 别 別 请勿 請勿 勿 不用 不必 不想 不愿 不希望 不让 不许 无需 谢绝 拒绝 拒接"), WORDS(PLAIN_ZH), NONE},
};
/* What the no is limited to: then it is a wish. */
static struct words limits = {.text =
    "へ に には 宛 時は 時の 時に の際 夜 朝 昼 日中 午前 午後 休日 土日 平日 職場 会社 勤務 緊急 晚上 夜里 早上 中午 上班 工作时间 周末 休息 给爸 给妈"
    " で結構 遠慮なく 遠慮せず"};
/* Between the words of a plain no: it is about something else, or what was done by that way (電話でお断りした). */
static struct words breaks = {.text =
    "で し、 した して する あり 後 時 中 済 、 , が来 がな がつ が取 がと 介護 看護 入浴 リハ 診療 歯科 番号 先 帳 網 票 ノート 方法"
    " 给 女 儿 老 爸 妈"};
/* Neither of them in these. */
static struct words passed = {.text = "ともに 共に 特に 絶対に 本当に 今後 以後 一切"};
/* Ahead of a plain no in its clause: it is about some hours, one matter or one answer. */
static struct words narrows = {.text =
    "夜 朝 昼 日中 午前 午後 夕方 休日 土日 平日 職場 会社 勤務 仕事 緊急 急変 時は 時に 時以降 時まで の際 以外 折り返し 折返し 返信 返事 送迎 欠席"
    " 休み 都度 毎回 事前 前日 当日 本日 今日 明日 今回 夫へ 妻へ 晚上 夜里 早上 中午 上午 下午 上班 工作时间 周末 休息 今天 明天 这次 点前 点后"};
/* Right ahead of a way of being reached の says what it is about; but not in these. */
static struct words at_large = {.text = "今後の 以後の 毎月の 毎週の 定期の 営業の からの 一切の 家族の"};
/* Right behind a plain no: whom alone it spares. */
static struct words someone = {.text = "女儿 儿子 老公 丈夫 妻子 老伴 老人 本人 父亲 母亲 爸 妈 单位 家里 给 确认"};
/* Behind it: another way is named, so that this one alone is refused. */
static struct words instead = {.text =
    "メール fax ファックス ファクス line ライン ショート sms 郵送で 手紙で で連絡 にて連絡 へ連絡 でお願い にお願い 微信 短信 邮件 改 找女儿 找儿子 联系女儿 联系儿子 就行 即可"
    " 可以 、長女へ 、長男へ"};
/* Behind it: it was taken back. */
static struct words withdrawn = {.text =
    "和解 撤回 連絡ほしい 連絡がほしい 連絡欲しい 連絡が欲しい 連絡してほしい 連絡して欲しい 電話ほしい 電話がほしい 電話欲しい 電話してほしい 電話して欲しい"
    " 連絡希望 連絡を希望 電話希望 連絡可 電話可 連絡ok 電話ok 今はok 今は可 今は大丈夫 現在は可 現在はok 連絡してよい 連絡して良い 連絡してもよい"
    " 連絡しても良い 拒否解除 拒否は解除 拒否を解除 利用再開 再開希望 又同意 后来同意 现在可以 又主动 主动联系 已恢复联系"};
static struct words stops = {.text = "。 . ! ! ? ; \n ・ → が、 けど ので、"};
static struct words clause_ends = {.text = "。 . ! ? ; \n → 、 , 「 」 ( ) が、"};
/* clang-format on */

enum { NEAR = 10 }; /* characters between two of the words */

static struct eni_str
next_word(const char **list)
{
	struct eni_str word = {*list, strcspn(*list, " ")};

	*list += word.n + ((*list)[word.n] == ' ');
	return word;
}

/* By the rest of its first character, or by the byte. */
static size_t
beginning(struct eni_str s)
{
	const uint8_t *p = (const uint8_t *)s.p;

	return p[0] < 0xe0 || s.n < 3 ? p[0] : ((size_t)p[1] * 31 + p[2]) % BEGINNINGS;
}

static void
compile(struct words *l)
{
	const char *list = l->text == NULL ? "" : l->text;
	size_t cap = 0, at;

	for (struct eni_str word; (word = next_word(&list)).n > 0;) {
		l->word = eni_grow(l->word, &cap, l->n + 1, sizeof *l->word);
		l->word[l->n++] = word;
		at = beginning(word);
		l->first[at / BITS] |= (uint64_t)1 << at % BITS;
	}
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
compile_all(void)
{
	static struct words *const lists[] = {
	    &limits, &breaks, &passed, &narrows, &at_large, &someone, &instead, &withdrawn, &stops, &clause_ends};

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		compile(lists[i]);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		compile(&ways[i].first);
		compile(&ways[i].second);
		compile(&ways[i].third);
	}
}

/* The bytes of the longest word of the list that s, which is not empty, begins with; 0: none. */
static size_t
begins(struct eni_str s, const struct words *l)
{
	size_t longest = 0, at;

	if (s.n == 0)
		return 0;
	at = beginning(s);
	for (size_t i = 0; (l->first[at / BITS] >> at % BITS & 1) != 0 && i < l->n; i++)
		if (l->word[i].n > longest && eni_str_starts(s, l->word[i]))
			longest = l->word[i].n;
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
behind(struct eni_str s, const struct words *list, bool plain)
{
	for (int i = 0; i <= NEAR && s.n > 0; i++) {
		size_t n = begins(s, list), over;

		if (begins(s, &limits) > n || (plain && begins(s, &breaks) > n))
			return NULL;
		if (n > 0)
			return s.p + n;
		if (begins(s, &stops) > 0)
			return NULL;
		over = begins(s, &passed);
		s = eni_str_from(s, over > 0 ? over : length_at(s));
	}
	return NULL;
}

static bool
holds(struct eni_str s, const struct words *list)
{
	for (; s.n > 0; s = eni_str_from(s, length_at(s)))
		if (begins(s, list) > 0)
			return true;
	return false;
}

/* Whether s ends in that word. */
static bool
ends(struct eni_str s, const char *word)
{
	return eni_str_ends(s, eni_str_of(word));
}

static bool
ends_in_one(struct eni_str s, const struct words *l)
{
	size_t i = 0;

	while (i < l->n && !eni_str_ends(s, l->word[i]))
		i++;
	return i < l->n;
}

/* Whether what stands ahead of a plain no narrows it: its clause, which a comma behind は does not end. */
static bool
narrowed(struct eni_str ahead)
{
	struct eni_str clause = ahead;

	while (ends(ahead, "お") || ends(ahead, "ご") || ends(ahead, "御"))
		ahead.n -= strlen("お");
	if (ends(ahead, "の") && !ends_in_one(ahead, &at_large))
		return true;
	for (struct eni_str s = clause; s.n > 0;) {
		size_t n = begins(s, &clause_ends);
		struct eni_str before = {clause.p, (size_t)(s.p - clause.p)};

		s = eni_str_from(s, n > 0 ? n : length_at(s));
		if (n > 0 && !ends(before, "は"))
			clause = s;
	}
	return holds(clause, &narrows);
}

/* Whether a remark in brackets right behind a plain no, or the person named there, narrows it. */
static bool
narrowed_behind(struct eni_str s)
{
	const char *end = s.n > 0 && *s.p == '(' ? memchr(s.p, ')', s.n) : NULL;

	return begins(s, &someone) > 0 || (end != NULL && holds((struct eni_str){s.p, (size_t)(end - s.p)}, &narrows));
}

/* Whether the text says it in this way with a word that stands at s.p, in it. */
static bool
says(struct eni_str text, struct eni_str s, const struct way *w)
{
	const char *end = s.p + s.n, *at;
	size_t n = begins(s, &w->first);
	struct eni_str rest;

	if (n == 0)
		return false;
	at = s.p + n;
	if (w->second.n > 0)
		at = behind((struct eni_str){at, (size_t)(end - at)}, &w->second, w->plain);
	if (at != NULL && w->third.n > 0)
		at = behind((struct eni_str){at, (size_t)(end - at)}, &w->third, w->plain);
	if (at == NULL)
		return false;
	rest = (struct eni_str){at, (size_t)(end - at)};
	if (narrowed_behind(rest) || (w->plain && narrowed((struct eni_str){text.p, (size_t)(s.p - text.p)})))
		return false;
	return !holds(rest, &instead) && !holds(rest, &withdrawn);
}

/* A journal's notes are many, and nearly all of them name a way of being reached: what is rare in the row marks it. */
static void
mark_way(const struct way *w)
{
	bool journal = (w->where & ENI_IN_JOURNAL) != 0;
	const char *list = journal && w->plain ? w->second.text : w->first.text;

	for (struct eni_str word; (word = next_word(&list)).n > 0;)
		eni_hint_mark(journal ? ENI_HINT_REFUSAL : ENI_HINT_PLAIN_NO, word);
}

void
eni_refusal_hints(void)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		mark_way(&ways[i]);
}

bool
eni_refuses_contact(struct eni_str text, enum eni_refusal_place place)
{
	unsigned hints = place == ENI_IN_JOURNAL ? ENI_HINT_REFUSAL : ENI_HINT_REFUSAL | ENI_HINT_PLAIN_NO;
	struct eni_buf folded = {0};
	struct eni_str whole, s;
	bool refuses = false;

	if ((eni_hints(text) & hints) == 0 || eni_utf8_prefix(text) < text.n)
		return false;
	pthread_once(&once, compile_all);
	eni_casefold(&folded, text);
	whole = eni_buf_str(&folded);
	for (s = whole; s.n > 0 && !refuses; s = eni_str_from(s, length_at(s)))
		for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
			refuses |= (ways[i].where & place) != 0 && says(whole, s, &ways[i]);
	eni_buf_free(&folded);
	return refuses;
}
