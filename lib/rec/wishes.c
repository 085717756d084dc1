/*
 * Wishes: see wishes.h.  A cell is cut into the words below and those of the channels, the longest at each place; then each mark
 * finds the channel it stands beside.  A new mark is a word in a row, written in lower case and NFKC.
 */
#include "rec/wishes.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/known.h"
#include "base/text.h"
#include "rec/stems.h"

enum what {
	METHOD,
	FIRST,  /* puts a channel first */
	RATHER, /* puts the channel behind it first, where one stands before it: 電話よりFAX */
	NOT,    /* excludes it */
	BUT,    /* all but it: excludes it; with a NOT behind, all others: メール以外不可, 電話しか使わない */
	ONLY,   /* excludes all others */
	AND,    /* a mark is of both channels */
	NIGHT,  /* when nobody works: what is excluded then may be done in working hours, what is done only then may not */
	PART,   /* a part of the working hours: the rest is left */
	DAY,    /* working hours */
	IF,     /* what stands before it is no more than a condition: 電話に出ない時はメール */
	FILL,   /* says nothing of its own */
	OPENS,  /* brackets */
	DOT,    /* parts two words, but not two clauses */
	BLANK,
	STOP, /* ends a clause */
	ODD   /* not understood */
};
/* Where the channel of a mark stands.  EITHER: the nearer one, before that behind. */
enum side { EITHER, BEHIND_IT, BEFORE_IT };

/* clang-format off */
static const struct row {
	enum what what;
	enum side side;    /* of the mark: 電話不可 stands BEHIND_IT, 别打电话 BEFORE_IT */
	const char *words; /* blanks between them */
} rows[] = {
    {FIRST, EITHER, "優先 优先 希望 第一希望 第1希望 最優先 推奨 first preferred"},
    {FIRST, BEHIND_IT, "がよい が良い がいい がありがたい がベスト がベター が助かる が一番 が便利 が楽 ベスト の方が のほうが ◎ 最好是"
        " 最佳 为主 为宜 为先 为佳 更好 比较好 最方便 更方便 best"},
    {FIRST, BEFORE_IT, "なるべく できたら できれば 出来れば できるだけ 出来るだけ 極力 可能なら 可能であれば まず まずは 基本 基本は"
        " 主に 原則 最好 尽量 首选 优先用 优先打 优先发 最好用 最好发 最好打 希望用 希望发 希望通过 更喜欢 喜欢 偏好 倾向"
        " 主要 主要用 一般用 prefer prefers"},
    {RATHER, EITHER, "より よりは よりも rather than"},
    {FILL, EITHER, "第二希望 第2希望 第三希望 第3希望 希望順 優先順 優先順位"},
    {NOT, BEHIND_IT, "不可 ng ダメ だめ 駄目 × ☓ ✗ x ✕ ✖ 禁止 厳禁 お断り 断り 断る 無理 困る 困り 迷惑 苦手 嫌 嫌い 嫌がる 避け"
        " 避けて 避ける 避けたい 控え 控えて 控える 遠慮 やめて 止めて しないで しない しません せず せずに かけないで"
        " かけない 掛けないで 鳴らさないで 送らないで 来ないで 出ない 出ません 出られない 出られません 出れない できない"
        " できません 出来ない 使えない 使わない 使いません 見ない 不通 つながらない 繋がらない でなく ではなく じゃなく"
        " じゃなくて いらない 要らない いりません 要りません 無用 不要です 必要ない 必要なし 必要ありません 結構です"
        " 希望しない 希望しません 希望せず 希望なし 好まない 好まず ない ありません なし 無し 無 持っていない 緊急時のみ"
        " 緊急のみ 緊急時だけ 急用のみ 急用時のみ 緊急時に限る 勿扰 不便 不方便 不行 不可以 不接 打不通 没人接"
        " 免打 免扰 不收 不看 never"},
    {NOT, EITHER, "不要 不用 不需要 不能 不必 不喜欢 不接受 拒绝 拒接 谢绝 禁止打 不方便接 不便接 拒否 没有 没 无 avoid"},
    {NOT, BEFORE_IT, "不想 不愿 不愿意 别 请别 勿 请勿 不要用 不要打 不要发 不要再 不想接 不要给 不会用 不会 不用打 不用发 少打 避免 忌"
        " 请不要 不希望 仅紧急 有急事再 紧急时才 no not don't donot 緊急時のみの 緊急時以外の"},
    {BUT, BEHIND_IT, "以外 しか を除く を除き を除いて 之外 以外的"},
    {BUT, BEFORE_IT, "除 除了 except"},
    {ONLY, BEHIND_IT, "のみ だけ 限定 に限る オンリー 一択 only"},
    {ONLY, BEFORE_IT, "只 只有 只能 只用 只要 只接受 只收 只限 只通过 仅 仅限 仅用 仅接受"},
    {AND, EITHER, "と や も か 又は または もしくは 若しくは あるいは 或いは 及び および ならびに & + 和 或 或者 还是 与 跟 及"
        " 以及 or and"},
    {NIGHT, EITHER, "夜 夜間 夜分 夜中 深夜 早朝 晩 土日 土・日 土曜 日曜 休日 祝日 祝 土日祝 週末 定休日 休み 営業時間外 時間外"
        " 時以降 時以後 時すぎ 時過ぎ 晚上 晚间 夜里 夜间 半夜 清晨 周末 周六 周日 节假日 假日 休息日 休息时间 下班后"
        " 下班以后 点以后 点之后 点后 night evening weekend"},
    {PART, EITHER, "朝 夕方 夕食 午前 午前中 午後 昼休み 食事時 月曜 火曜 水曜 木曜 金曜 曜 時まで 時前 早上 上午 下午 中午 午休"
        " 周一 周二 周三 周四 周五 点以前 点之前 点前"},
    {DAY, EITHER, "日中 昼 昼間 平日 仕事中 勤務中 勤務時間 業務時間 営業時間 就業中 白天 上班 上班时间 上班期间 工作时间 工作日"
        " 工作期间"},
    {FILL, EITHER, "は が を で に の へ から まで でも ても て には では とも ご お 御 様 様へ 連絡 連絡先 連絡方法"
        " ください 下さい 願い 願います 願う お願い お願いします 宜しく よろしく ます です 際 ほしい 欲しい する した"
        " して しても したい 可 可能 ok 大丈夫 問題なし 問題ない 構わない かまわない 構いません かまいません 差し支えない 差支えない"
        " 問わない 问わない 限らない よい 良い いい ○ 〇 ◯ ● △ ☑ ✓ ✔ □ 等 など 方法 手段 どちら どちらか どちらでも どれでも"
        " いずれ いずれか いずれも 両方 何でも いつでも なんでも 特に 特になし 特に希望なし とくになし 特に無し 指定なし 希望特になし"
        " 該当なし 緊急 緊急時 緊急時以外 緊急以外 至急 急ぎ 急用 急用時 急ぎの時 時間 その他なし で連絡 にて かけ 送っ"
        " 打 发 加 用 以 通过 联系 联络 沟通 消息 の返信 で返信 相談 请 谢谢 可以 也可以 也可 都可以 都可 都行 特别 分别 其次 直接 被 次 次に"
        " 次は 第一 第二 第三 都 也 行 均可 即可 外均可 外都可 外都可以 外都行 好 好了 就行 吧 啊 的 方式 回复 通知 告知"
        " 给 我 我们 随时 不限 随意 任何 无所谓 无要求 无特殊要求 没有要求 任意 接 有事 急事 事项 紧急 比 比起 by via please"
        " contact me us any n/a"},
    {IF, EITHER, "なら ならば の場合 場合 なとき な時 とき 時 ければ 时 的话 就 再"},
    {OPENS, EITHER, "( [ 【 「 『 < 〔 〖"},
    {DOT, EITHER, "・ / ) ] 】 」 』 > 〕 〗 → ⇒ : - ー — ― – ~ 〜 | = ' \" . ! 0 1 2 3 4 5 6 7 8 9 ① ② ③"},
    {BLANK, EITHER, "\t"},
    {STOP, EITHER, "、 , ; 。 \n"},
};
/* clang-format on */

/* ---- the words, longest first ---- */

struct word {
	struct eni_str text;
	uint8_t what, side, code;
};

static struct {
	struct word *word;
	size_t n, cap;
	struct eni_arena arena;
} words;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Lower case and NFKC; blanks stay, since 电话 优先微信 and 电话优先 微信 differ. */
static void
fold(struct eni_buf *out, struct eni_str s)
{
	out->n = 0;
	eni_nfkc(out, s);
	for (size_t i = 0; i < out->n; i++)
		if (out->p[i] >= 'A' && out->p[i] <= 'Z')
			out->p[i] = (char)(out->p[i] - 'A' + 'a');
}

static void
add_word(struct eni_str text, enum what what, enum side side, int code)
{
	struct eni_buf b = {0};

	if (text.n == 0)
		return;
	fold(&b, text);
	words.word = eni_grow(words.word, &words.cap, words.n + 1, sizeof *words.word);
	words.word[words.n++] =
	    (struct word){eni_arena_keep(&words.arena, eni_buf_str(&b)), (uint8_t)what, (uint8_t)side, (uint8_t)code};
	eni_buf_free(&b);
}

static void
add_row(const struct row *r)
{
	struct eni_str rest = eni_str_of(r->words);

	while (rest.n > 0) {
		const char *blank = memchr(rest.p, ' ', rest.n);
		struct eni_str word = {rest.p, blank == NULL ? rest.n : (size_t)(blank - rest.p)};

		add_word(word, r->what, r->side, 0);
		rest = eni_str_from(rest, blank == NULL ? rest.n : word.n + 1);
	}
}

/* What is done among ourselves nobody can wish for. */
static void
add_method(struct eni_str text, int code)
{
	add_word(text, code == 0 ? ODD : eni_channel_medium(code) == ENI_MEDIUM_TASK ? FILL : METHOD, EITHER, code);
}

static int
longest_first(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (x->text.n != y->text.n)
		return (x->text.n < y->text.n) - (x->text.n > y->text.n);
	return x->what - y->what;
}

static void
fill_words(void)
{
	const char *text;
	int code;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		add_row(&rows[i]);
	for (code = 1; code <= (int)eni_word_count(ENI_V_CHANNEL); code++) {
		add_method(eni_str_of(eni_word_code(ENI_V_CHANNEL, code)), code);
		add_method(eni_str_of(eni_word_label(ENI_V_CHANNEL, code, "ja")), code);
		add_method(eni_str_of(eni_word_label(ENI_V_CHANNEL, code, "zh")), code);
		for (size_t i = 0; (text = eni_word_further(ENI_V_CHANNEL, code, i)) != NULL; i++)
			add_method(eni_str_of(text), code);
	}
	for (size_t i = 0; (text = eni_stem_text(ENI_V_CHANNEL, i, &code)) != NULL; i++)
		add_method(eni_str_of(text), code);
	qsort(words.word, words.n, sizeof *words.word, longest_first);
}

/* ---- a cell as words ---- */

enum { TOKENS = 96 };

struct token {
	uint8_t what, side, code;
	bool first, not ; /* of a METHOD: what the marks beside it say */
};

struct cell {
	struct token token[TOKENS];
	size_t n;
	bool cut; /* longer than that */
};

static bool
is_letter(struct eni_str s, size_t at)
{
	return at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z';
}

/* The longest word at that place; Latin ones as wholes, since a deadline is no LINE, but メールorFAX is three words. */
static const struct word *
word_at(struct eni_str s, size_t at)
{
	struct eni_str here = eni_str_from(s, at);

	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.word[i];
		size_t end = at + w->text.n;

		if (eni_str_starts(here, w->text) && !(is_letter(s, at) && at > 0 && is_letter(s, at - 1)) &&
		    (!(is_letter(s, end - 1) && is_letter(s, end)) || (w->what == AND && at > 0 && (s.p[at - 1] & 0x80) != 0)))
			return w;
	}
	return NULL;
}

static size_t
character(struct eni_str s, size_t at)
{
	size_t n = 1;

	while (at + n < s.n && ((unsigned char)s.p[at + n] & 0xc0) == 0x80)
		n++;
	return n;
}

static void
add_token(struct cell *c, struct token t)
{
	if (t.what == ODD && c->n > 0 && c->token[c->n - 1].what == ODD)
		return;
	if (c->n < TOKENS)
		c->token[c->n++] = t;
	else
		c->cut = true;
}

static void
cut(struct cell *c, struct eni_str s)
{
	for (size_t at = 0; at < s.n;) {
		const struct word *w = word_at(s, at);
		bool blank = s.p[at] == ' ';

		if (w != NULL)
			add_token(c, (struct token){.what = w->what, .side = w->side, .code = w->code});
		else
			add_token(c, (struct token){.what = blank ? BLANK : ODD});
		at += w != NULL ? w->text.n : character(s, at);
		if (w != NULL && w->what == AND) {
			s = eni_str_from(s, at);
			at = 0;
		}
	}
}

/* 夜間以外 is the day, 平日以外 are the other days. */
static void
turn_times(struct cell *c)
{
	for (size_t i = 0; i + 1 < c->n; i++) {
		uint8_t *what = &c->token[i].what;

		if (c->token[i + 1].what != BUT || (*what != NIGHT && *what != DAY))
			continue;
		*what = *what == NIGHT ? DAY : NIGHT;
		c->token[i + 1].what = FILL;
	}
}

/* ---- which channel a mark is of ---- */

static bool
is_mark(uint8_t what)
{
	return what >= FIRST && what <= ONLY;
}

static bool
is_method(const struct cell *c, size_t i)
{
	return c->token[i].what == METHOD;
}

/* The channel on one side of a mark in its clause, or n.  close: with nothing that parts them. */
static size_t
method_from(const struct cell *c, size_t mark, int step, bool close)
{
	for (size_t i = mark + (size_t)step; i < c->n; i += (size_t)step) { /* below 0 it wraps */
		uint8_t what = c->token[i].what;

		if (what == METHOD)
			return i;
		if (what == STOP || (close && (what == BLANK || what == DOT || what == OPENS || is_mark(what))))
			break;
	}
	return c->n;
}

/* The channel before a clause that has a mark and nothing to say else: 電話、不可. */
static size_t
method_of_clause_before(const struct cell *c, size_t mark)
{
	size_t i = mark;

	for (; i > 0 && c->token[i - 1].what != STOP; i--)
		if (c->token[i - 1].what == ODD)
			return c->n;
	for (size_t k = mark; k < c->n && c->token[k].what != STOP; k++)
		if (c->token[k].what == ODD)
			return c->n;
	while (i > 0)
		if (is_method(c, --i))
			return i;
	return c->n;
}

static size_t
method_of(const struct cell *c, size_t mark)
{
	static const struct {
		enum side side;
		int step;
		bool close;
	} way[] = {{BEHIND_IT, -1, true}, {BEFORE_IT, 1, true}, {BEHIND_IT, -1, false}, {BEFORE_IT, 1, false}};
	enum side side = (enum side)c->token[mark].side;
	size_t found;

	/* First where such a mark has its channel, then wherever there is one. */
	for (int any = 0; any < 2; any++)
		for (size_t i = 0; i < sizeof way / sizeof *way; i++)
			if ((any == 1 || side == EITHER || side == way[i].side) &&
			    (found = method_from(c, mark, way[i].step, way[i].close)) < c->n)
				return found;
	return method_of_clause_before(c, mark);
}

static bool
is_some_time(const struct cell *c, size_t i)
{
	return c->token[i].what == NIGHT || c->token[i].what == PART;
}

/* What is excluded at night or on some days alone may be done at other times. */
static bool
is_at_times(const struct cell *c, size_t mark, size_t method)
{
	for (size_t i = mark; i > 0 && (i - 1 == method || !is_method(c, i - 1)); i--) {
		if (is_some_time(c, i - 1))
			return true;
		if (c->token[i - 1].what == STOP || is_mark(c->token[i - 1].what))
			break;
	}
	for (size_t i = mark + 1; i < c->n && !is_method(c, i); i++) {
		uint8_t what = c->token[i].what;

		if (is_some_time(c, i))
			return true;
		if (what == STOP || what == BLANK || what == DOT || is_mark(what))
			break;
	}
	return false;
}

/* 手紙のみ, but not 平日のみ: right beside the channel. */
static bool
is_beside(const struct cell *c, size_t mark, size_t method)
{
	size_t from = mark < method ? mark : method, to = mark < method ? method : mark;

	while (++from < to) {
		uint8_t what = c->token[from].what;

		if (what != FILL && what != IF && what != AND && what != BLANK)
			return false;
	}
	return true;
}

/* The channel that is joined to this one on that side (電話もFAXも, 打电话和发短信), or n. */
static size_t
joined(const struct cell *c, size_t method, int step)
{
	bool and = false;

	for (size_t i = method + (size_t)step; i < c->n; i += (size_t)step) {
		uint8_t what = c->token[i].what;

		if (what == METHOD && and)
			return i;
		if (what != AND && what != FILL)
			break;
		and |= what == AND;
	}
	return c->n;
}

static void
set_mark(struct cell *c, size_t method, bool first, int step)
{
	for (; method < c->n; method = joined(c, method, step)) {
		c->token[method].first |= first;
		c->token[method].not |= !first;
	}
}

/* Whether such a word stands in the clause on that side of a mark. */
static bool
has_in_clause(const struct cell *c, size_t mark, int step, enum what what)
{
	for (size_t i = mark + (size_t)step; i < c->n && c->token[i].what != STOP; i += (size_t)step)
		if (c->token[i].what == what)
			return true;
	return false;
}

/* 電話のみ不可 excludes the telephone alone. */
static bool
is_taken_back(const struct cell *c, size_t mark)
{
	size_t i = mark + 1;

	while (i < c->n && c->token[i].what != STOP && !is_method(c, i) && !is_mark(c->token[i].what))
		i++;
	return i < c->n && c->token[i].what == NOT;
}

/* Whether a NOT excludes its channel at all. */
static bool
excludes(const struct cell *c, size_t mark, size_t method)
{
	bool condition = mark + 1 < c->n && c->token[mark + 1].what == IF;

	return !condition && !has_in_clause(c, mark, -1, BUT) && !is_at_times(c, mark, method);
}

static void
apply(struct cell *c, size_t mark, struct eni_wishes *w)
{
	uint8_t what = c->token[mark].what;
	size_t method = method_of(c, mark);
	int step = method < mark ? -1 : 1;

	if (what == RATHER) {
		if (method_from(c, mark, -1, false) < c->n && (method = method_from(c, mark, 1, false)) < c->n)
			set_mark(c, method, true, 1);
	} else if (method == c->n) {
		w->how = ENI_UNREAD;
	} else if (what == FIRST) {
		set_mark(c, method, true, step);
	} else if (what == ONLY && mark > 0 && c->token[mark - 1].what == NIGHT) {
		set_mark(c, method, false, step);
	} else if (what == ONLY || (what == BUT && has_in_clause(c, mark, 1, NOT))) {
		w->only |= is_beside(c, mark, method) && !(what == ONLY && is_taken_back(c, mark));
	} else if (what == BUT || excludes(c, mark, method)) {
		set_mark(c, method, false, step);
	}
}

/* ---- the wishes ---- */

/* The first `put` were put first. */
static void
add_wish(struct eni_wishes *w, uint8_t *put, uint8_t code, bool first)
{
	uint8_t at = 0, to;

	while (at < w->n && w->code[at] != code)
		at++;
	if (at == w->n)
		w->code[w->n++] = code;
	if (!first || at < *put)
		return;
	to = (*put)++;
	memmove(&w->code[to + 1], &w->code[to], at - to);
	w->code[to] = code;
}

static uint64_t
all_channels(void)
{
	uint64_t all = 0;

	for (int code = 1; code <= (int)eni_word_count(ENI_V_CHANNEL); code++)
		if (eni_channel_medium(code) != ENI_MEDIUM_TASK)
			all |= UINT64_C(1) << code;
	return all;
}

/* How well a cell is understood: worst of its clauses. */
static enum eni_how
how_well(const struct cell *c)
{
	enum eni_how how = c->cut ? ENI_READ_BY_STEM : ENI_READ_WHOLE;
	bool method = false, odd = false, hours = false;

	for (size_t i = 0; i <= c->n; i++) {
		uint8_t what = i < c->n ? c->token[i].what : STOP;

		method |= what == METHOD;
		odd |= what == ODD;
		hours |= what == NIGHT || what == PART || what == DAY;
		if (what != STOP)
			continue;
		if (odd && !method)
			return ENI_UNREAD;
		if (odd || hours)
			how = ENI_READ_BY_STEM;
		method = odd = hours = false;
	}
	return how;
}

/* Whole cells that ask for silence, without blanks and what is polite behind them. */
static const char *const silences[] = {"連絡不要", "連絡不可", "連絡拒否", "連絡禁止", "連絡無用", "連絡お断り", "連絡はお断り",
    "連絡しない", "連絡しないで", "連絡をしないで", "連絡はしないで", "連絡は不要", "連絡はいらない", "連絡を希望しない",
    "連絡希望しない", "連絡希望せず", "連絡ng", "一切連絡不要", "一切不要", "不要联系", "请不要联系", "不要再联系", "请勿联系",
    "勿联系", "别联系", "别再联系", "不用联系", "无需联系", "谢绝联系", "拒绝联系", "不希望联系", "不想被联系", "勿扰", "请勿打扰",
    "勿打扰", "不要打扰", "别打扰", "免打扰", "nocontact", "donotcontact"};
static const char *const polite[] = {"です", "ください", "下さい", "ほしい", "欲しい", "我们", "我", "了", "。", ".", "!"};

static bool
asks_for_silence(struct eni_str text)
{
	struct eni_buf folded = {0};
	struct eni_str s;
	bool silent = false;

	eni_casefold(&folded, text);
	s = eni_buf_str(&folded);
	if (eni_str_starts(s, ENI_S("ご")))
		s = eni_str_from(s, sizeof "ご" - 1);
	for (size_t i = 0; i < sizeof polite / sizeof *polite;) {
		struct eni_str tail = eni_str_of(polite[i]);

		bool behind = s.n > tail.n && memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0;

		s.n -= behind ? tail.n : 0;
		i = behind ? 0 : i + 1;
	}
	for (size_t i = 0; i < sizeof silences / sizeof *silences && !silent; i++)
		silent = eni_str_is(s, silences[i]);
	eni_buf_free(&folded);
	return silent;
}

static struct eni_wishes
read_anew(struct eni_str text)
{
	struct eni_wishes w = {.n = 0};
	struct eni_buf folded = {0};
	struct cell c = {.n = 0};
	uint8_t put = 0;
	uint64_t wished = 0;

	if (eni_word_find(ENI_V_FORBID, text) == ENI_YES_NO) /* なし, 特になし */
		return w;
	if (asks_for_silence(text))
		return (struct eni_wishes){.none = true};
	pthread_once(&once, fill_words);
	fold(&folded, text);
	cut(&c, eni_buf_str(&folded));
	eni_buf_free(&folded);
	turn_times(&c);
	w.how = how_well(&c);
	for (size_t i = 0; i < c.n; i++)
		if (is_mark(c.token[i].what))
			apply(&c, i, &w);
	for (size_t i = 0; i < c.n; i++)
		if (is_method(&c, i) && c.token[i].not )
			w.excluded |= UINT64_C(1) << c.token[i].code;
	for (size_t i = 0; i < c.n; i++)
		if (is_method(&c, i) && !eni_wishes_exclude(&w, c.token[i].code)) {
			add_wish(&w, &put, c.token[i].code, c.token[i].first);
			wished |= UINT64_C(1) << c.token[i].code;
		}
	if (w.only)
		w.excluded |= all_channels() & ~wished;
	return w;
}

struct eni_wishes
eni_wishes_read(struct eni_str cell)
{
	static struct eni_known known;
	int plain = eni_word_plain(ENI_V_CHANNEL, cell);
	struct eni_wishes w = {.n = 0};

	if (plain != 0 && eni_channel_medium(plain) != ENI_MEDIUM_TASK) {
		w.code[w.n++] = (uint8_t)plain;
	} else if (cell.n > 0 && !eni_known_get(&known, cell, &w, sizeof w)) {
		w = read_anew(cell);
		eni_known_put(&known, cell, &w, sizeof w);
	}
	return w;
}

struct eni_word_reading
eni_wishes_said(struct eni_str cell)
{
	struct eni_wishes w = eni_wishes_read(cell);
	int code = w.n > 0 ? w.code[0] : ENI_UNKNOWN_WORD;

	return (struct eni_word_reading){.code = code, .at_home = code, .how = w.how, .head = cell};
}
