/* Reading our own texts: see lint.h. */
#include "partner/lint.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"

enum sort {
	FINE, /* looks like another, and is none */
	GREETING,
	ASKING,
	GIFT,
	GIFT_IN_JA,  /* in a text with kana; in Chinese 接待 is what a reception does */
	TREAT,       /* a gift to a partner; to a family it is on the menu */
	NOT_BEHIND,  /* takes back a gift in front of it: 謝礼はいただきません */
	NOT_AROUND,  /* or behind it: 谢绝红包, 红包不收 */
	CLAUSE_ENDS, /* what is denied further on is something else: お菓子をお持ちしますので返礼は不要 */
	REFERS, /* with a sum of money and a word that pays, in one sentence, a benefit: 紹介1件につき3000円お支払いします */
	PAYS,
	/* not in the table */
	MONEY,
	NUMBER,
	COMMA,
	SENTENCE_ENDS
};

/* clang-format off */
static const struct {
	enum sort sort;
	const char *words; /* between bars */
} table[] = {
    /* asking for clients, or leaving the work to the other side */
    {ASKING, "ご紹介ください|ご紹介下さい|紹介ください|紹介下さい|ご紹介をお願い|ご紹介お願い|紹介をお願い|紹介お願い|ご紹介のお願い|ご紹介のほど"
        "|ご紹介いただけ|ご紹介頂け|ご紹介願|ご紹介賜|紹介してください|紹介して下さい|ぜひご紹介を|是非ご紹介を|ぜひ紹介を|紹介お待ち|紹介をお待ち|紹介を心よりお待ち"
        "|回してください|回して下さい|お回しください|お回し下さい|お回しいただけ|まわしてください|まわして下さい|おまわしください|お声がけください|お声掛けください|お声かけください"
        "|何かあればご連絡|何かあれば連絡|何かありましたらご連絡|何かございましたらご連絡|何かあればいつでもご連絡|何かありましたらいつでもご連絡"
        "|何かございましたらいつでもご連絡|何かあればお気軽にご連絡|何かありましたらお気軽にご連絡|何かございましたらお気軽にご連絡"},
    {ASKING, "请介绍客户|请介绍老人|请多介绍|请多多介绍|请帮忙介绍|帮忙介绍|帮我们介绍|请推荐客户|请推荐老人|请多推荐|请多多推荐|帮忙推荐|帮我们推荐|欢迎介绍|欢迎推荐|欢迎转介"
        "|多介绍客户|给我们介绍|为我们介绍|给我们推荐|为我们推荐|向我们推荐|请转介|多转介|多多转介|帮忙转介|给我们转介|向我们转介|转介给我们|推荐给我们|介绍给我们"},
    {ASKING, "please refer|refer your clients|send us your clients|send us clients"},
    /* thanks and pointers that look like it */
    {FINE, "ご紹介くださいまし|ご紹介下さいまし|ご紹介くださり|ご紹介下さり|please refer to"},
    /* a greeting that asks for nothing by itself */
    {GREETING, "よろしくお願いします|よろしくお願いいたします|よろしくお願い致します|よろしくお願い申し上げます|宜しくお願いします"
        "|宜しくお願いいたします|宜しくお願い致します|宜しくお願い申し上げます|请多关照|请多多关照|多多关照|多关照|多多支持"},
    /* benefits */
    {GIFT, "手土産|お土産|菓子折り|菓子折|お菓子|お茶菓子|茶菓子|粗品|記念品|お礼の品|御礼の品|心ばかりの品|心ばかりのもの|贈答品|贈り物|プレゼント|ノベルティ"
        "|差し入れ|差入れ|商品券|ギフト券|ギフトカード|カタログギフト|クオカード|クオ・カード|QUOカード|図書カード|図書券|プリペイドカード|ビール券|食事券|旅行券|招待券|割引券"
        "|クーポン|お中元|御中元|お歳暮|御歳暮|お年賀|御年賀|謝礼|薄謝|寸志|金一封|心付け|お車代|紹介料|紹介手数料|紹介報酬|紹介特典|成功報酬|報奨金|奨励金|協力金|金品|リベート"
        "|キックバック|バックマージン|キャッシュバック|キャンペーン特典|ポイント還元|会食|ご馳走|ごちそう"},
    {GIFT_IN_JA, "接待"},
    {GIFT, "红包|回扣|介绍费|推荐费|转介费|好处费|感谢费|辛苦费|茶水费|劳务费|佣金|返点|返利|返现|提成|推荐奖励|介绍奖励|转介奖励|奖励金|奖金|现金奖励|谢礼|礼品|礼物|礼金"
        "|礼盒|礼包|礼券|送礼|伴手礼|纪念品|购物卡|购物券|加油卡|充值卡|储值卡|优惠券|代金券|提货券|请客|请吃饭|宴请|饭局|旅游名额|免费旅游"},
    {TREAT, "水果|土特产|特产|月饼|粽子|烟酒|茶叶|点心|牛奶|保健品|聚餐"},
    {GIFT, "gift card|gift voucher|kickback|referral fee"},
    /* no gifts: an activity, a word inside another, a manner of speaking */
    {FINE, "お菓子作り|お菓子づくり|お菓子教室|お土産話|土産話|お土産作り|会食会|プレゼント作り|プレゼント交換|前提成|做月饼|包粽子|月饼制作|水果拼盘制作|奖金制度"},
    /* what takes a gift back, and what only looks like it */
    {NOT_BEHIND, "ません|できない|しない|いただかない|頂かない|ないこと|ないよう|なし|無し|遠慮|辞退|断り|お断|控え|無用|禁じ|厳禁|なくて結構|なくても結構|結構です|お気遣いなく|気遣いなさら|気を遣わ|気をつかわ"},
    {NOT_AROUND, "不要|不可|禁止|不收|不接受|不得|不送|不给|不带|不赠|不用|不需|无需|勿|谢绝|拒收|拒绝|婉拒|婉谢|严禁|杜绝|没有|绝不|从不|不会|不设|不提供|不允许|不准|不搞|不发"
        "|不支付|不存在|not accept|no gifts"},
    {FINE, "ませんか|すみません|申し訳ございません|申し訳ありません|遠慮なく|遠慮なさ|かまいません|構いません|しないで済|おもてなし|はなし|ばなし"
        "|不收费|不要忘|不要错过|不用担心|不用客气|不要客气|没有问题|不会忘|不给您添"},
    {CLAUSE_ENDS, "です|でした|ます|ました|ので"},
    {REFERS, "紹介|介绍|推荐|转介"},
    {PAYS, "支払|差し上げ|さしあげ|進呈|お渡し|還元|付与|奖励|奖|返|酬谢|答谢|支付给"},
    {FINE, "返回|返院|往返|返家|返乡|返岗|返聘|お返事|返信|返送|紹介状"},
};
/* clang-format on */
enum { WORDS = 512 };

struct eni_lint_word {
	enum sort sort;
	struct eni_str text, folded; /* as in the table; what is looked for */
	bool told;                   /* in the text at hand */
};

/* Numerals that are written out count where something is counted behind them. */
static const char numerals[] = "一二两三四五六七八九十百千万";
static const char *const counters[] = {"名", "枠", "件", "月", "日", "床", "位", "席", "個", "个", "人"};
static const char *const currencies[] = {"円", "元", "块", "yen"};

enum eni_level
eni_gift_level(struct eni_audience to)
{
	return to.commissioned ? ENI_LEVEL_ERROR : ENI_LEVEL_WARN;
}

enum eni_because
eni_gift_because(struct eni_audience to)
{
	return to.commissioned ? ENI_BECAUSE_GIFT_FORBIDDEN : ENI_BECAUSE_GIFT;
}

/* Of three bytes: every word has as many. */
static bool *
start_of(struct eni_lint *l, const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return &l->starts[(b[0] * 289u + b[1] * 17u + b[2]) % 1024];
}

static void
keep_word(struct eni_lint *l, enum sort sort, struct eni_str text)
{
	struct eni_lint_word *w = &l->word[l->n_words++];

	assert(l->n_words <= WORDS);
	l->folded.n = 0;
	eni_casefold(&l->folded, text);
	*w = (struct eni_lint_word){.sort = sort, .text = text, .folded = eni_arena_keep(&l->arena, eni_buf_str(&l->folded))};
	*start_of(l, w->folded.p) = true;
}

void
eni_lint_open(struct eni_lint *l)
{
	*l = (struct eni_lint){0};
	l->word = eni_arena_clear(&l->arena, WORDS * sizeof *l->word);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		for (const char *from = table[i].words; *from != '\0';) {
			size_t n = strcspn(from, "|");

			keep_word(l, table[i].sort, (struct eni_str){from, n});
			from += n + (from[n] == '|');
		}
}

void
eni_lint_close(struct eni_lint *l)
{
	free(l->row);
	free(l->line_at);
	free(l->comma_at);
	free(l->hit);
	eni_buf_free(&l->folded);
	eni_arena_free(&l->arena);
	*l = (struct eni_lint){0};
}

/* ---- the text as it is compared ---- */

/* Appends the line folded and without its commas: 何かあれば、ご連絡 asks as well.  Where one stood between clauses is noted; 、
 * stands between words, too. */
static void
fold_line(struct eni_lint *l, struct eni_str line)
{
	const struct eni_str comma = ENI_S("、");
	struct eni_buf *out = &l->folded;
	size_t from = out->n, kept = out->n;

	eni_casefold(out, line);
	for (size_t at = from; at < out->n;) {
		bool ideographic = eni_str_starts(eni_buf_from(out, at), comma);

		if (!ideographic && out->p[at] == ',') {
			l->comma_at = eni_grow(l->comma_at, &l->cap_commas, l->n_commas + 1, sizeof *l->comma_at);
			l->comma_at[l->n_commas++] = kept;
		}
		if (ideographic || out->p[at] == ',')
			at += ideographic ? comma.n : 1;
		else
			out->p[kept++] = out->p[at++];
	}
	out->n = kept;
}

static void
fold_lines(struct eni_lint *l, struct eni_str text)
{
	l->folded.n = l->n_lines = l->n_commas = 0;
	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		struct eni_str line = {text.p, end == NULL ? text.n : (size_t)(end - text.p)};

		l->line_at = eni_grow(l->line_at, &l->cap_lines, l->n_lines + 1, sizeof *l->line_at);
		l->line_at[l->n_lines++] = l->folded.n;
		fold_line(l, line);
		text = eni_str_from(text, line.n + 1);
	}
}

/* The line a place of the folded text is in, from 1. */
static size_t
line_of(const struct eni_lint *l, size_t at)
{
	size_t line = 1;

	while (line < l->n_lines && l->line_at[line] <= at)
		line++;
	return line;
}

/* How long the one of a list of characters is that stands there; 0: none. */
static size_t
character_of(struct eni_str list, struct eni_str rest)
{
	for (size_t n; list.n > 0; list = eni_str_from(list, n)) {
		n = eni_char_length(list);
		if (eni_str_starts(rest, (struct eni_str){list.p, n}))
			return n;
	}
	return 0;
}

static size_t
one_of(const char *const *words, size_t n, struct eni_str rest)
{
	for (size_t i = 0; i < n; i++)
		if (eni_str_starts(rest, eni_str_of(words[i])))
			return strlen(words[i]);
	return 0;
}

static bool
has_kana(struct eni_str folded)
{
	/* U+3040 to U+30FF */
	for (size_t i = 0; i + 1 < folded.n; i++)
		if ((unsigned char)folded.p[i] == 0xe3 && ((unsigned char)folded.p[i + 1] & 0xfc) == 0x80 &&
		    (unsigned char)folded.p[i + 1] > 0x80)
			return true;
	return false;
}
/* ---- what stands where ---- */

/* The longest word that begins here, or NULL. */
static struct eni_lint_word *
word_at(struct eni_lint *l, struct eni_str rest)
{
	struct eni_lint_word *found = NULL;

	if (rest.n < 3 || !*start_of(l, rest.p))
		return NULL;
	for (size_t i = 0; i < l->n_words; i++)
		if (eni_str_starts(rest, l->word[i].folded) && (found == NULL || l->word[i].folded.n > found->folded.n))
			found = &l->word[i];
	return found;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How long the number is that stands there, in figures or written out; 0: none. */
static size_t
number_at(struct eni_str rest)
{
	size_t n = 0, more = 1;

	while (more > 0) {
		struct eni_str there = eni_str_from(rest, n);

		more = there.n > 0 && is_digit(*there.p) ? 1 : character_of(ENI_S(numerals), there);
		n += more;
	}
	return n;
}

static void
add_hit(struct eni_lint *l, size_t at, size_t n, int sort, struct eni_lint_word *word)
{
	l->hit = eni_grow(l->hit, &l->cap_hits, l->n_hits + 1, sizeof *l->hit);
	l->hit[l->n_hits++] = (struct eni_lint_hit){.at = at, .end = at + n, .sort = sort, .word = word};
}

/* What stands at that place, as a hit where it is something; returns how far it reaches. */
static size_t
hit_at(struct eni_lint *l, size_t at)
{
	struct eni_str rest = eni_str_from(eni_buf_str(&l->folded), at);
	struct eni_lint_word *w = word_at(l, rest);
	size_t n = number_at(rest), unit;

	if (n > 0 && (w == NULL || w->folded.n < n)) {
		unit = one_of(currencies, sizeof currencies / sizeof *currencies, eni_str_from(rest, n));
		if (unit > 0)
			add_hit(l, at, n + unit, MONEY, NULL);
		else if (is_digit(*rest.p) || one_of(counters, sizeof counters / sizeof *counters, eni_str_from(rest, n)) > 0)
			add_hit(l, at, n, NUMBER, NULL);
		return n + unit;
	}
	if (w != NULL)
		add_hit(l, at, w->folded.n, (int)w->sort, w);
	else if ((n = character_of(ENI_S("。.!?"), rest)) > 0)
		add_hit(l, at, n, SENTENCE_ENDS, NULL);
	return w != NULL ? w->folded.n : 1;
}

static void
find_hits(struct eni_lint *l)
{
	size_t comma = 0;

	l->n_hits = 0;
	for (size_t at = 0; at < l->folded.n; at += hit_at(l, at))
		for (; comma < l->n_commas && l->comma_at[comma] <= at; comma++)
			add_hit(l, at, 0, COMMA, NULL);
}

/* ---- what they mean ---- */

enum { FAR = 120, NEAR = 12 }; /* bytes: words that far apart have nothing to do with one another; that near they belong together */

/* Taken back in its own clause: by what stands behind it, in Chinese as well by what stands in front of it. */
static bool
is_denied(const struct eni_lint *l, size_t i)
{
	const struct eni_lint_hit *hit = l->hit;

	for (size_t k = i + 1; k < l->n_hits && hit[k].at - hit[i].end < FAR; k++) {
		if (hit[k].sort == NOT_BEHIND || hit[k].sort == NOT_AROUND)
			return true;
		if (hit[k].sort == SENTENCE_ENDS || hit[k].sort == CLAUSE_ENDS || hit[k].sort == COMMA)
			break;
	}
	for (size_t k = i; k-- > 0 && hit[i].at - hit[k].end < FAR;) {
		if (hit[k].sort == NOT_AROUND)
			return true;
		if (hit[k].sort == SENTENCE_ENDS || hit[k].sort == CLAUSE_ENDS || hit[k].sort == COMMA)
			break;
	}
	return false;
}

static size_t
gap(const struct eni_lint_hit *a, const struct eni_lint_hit *b)
{
	return b->at >= a->end ? b->at - a->end : a->at - b->end;
}

/* Where the sentence of a hit begins and ends, as hits. */
static void
sentence_of(const struct eni_lint *l, size_t i, size_t *from, size_t *to)
{
	for (*from = i; *from > 0 && l->hit[*from - 1].sort != SENTENCE_ENDS;)
		(*from)--;
	for (*to = i; *to < l->n_hits && l->hit[*to].sort != SENTENCE_ENDS;)
		(*to)++;
}

/* A sum is paid, and the sentence speaks of people who are sent. */
static bool
pays_for_referrals(const struct eni_lint *l, size_t i)
{
	bool sum = false, refers = false;
	size_t from, to;

	sentence_of(l, i, &from, &to);
	for (size_t k = from; k < to; k++) {
		sum |= l->hit[k].sort == MONEY && gap(&l->hit[k], &l->hit[i]) <= NEAR;
		refers |= l->hit[k].sort == REFERS || l->hit[k].sort == ASKING;
	}
	return sum && refers;
}

static bool
is_gift(const struct eni_lint *l, size_t i, struct eni_audience to, bool kana)
{
	switch (l->hit[i].sort) {
	case GIFT:
		break;
	case GIFT_IN_JA:
		if (!kana)
			return false;
		break;
	case TREAT:
		if (!to.partner)
			return false;
		break;
	case PAYS:
		if (!pays_for_referrals(l, i))
			return false;
		break;
	default:
		return false;
	}
	return !is_denied(l, i);
}

/* A number that stands in no sentence that offers something: two people who were sent are no fact about us. */
static bool
has_fact(const struct eni_lint *l)
{
	bool number = false, offers = false;

	for (size_t i = 0; i <= l->n_hits; i++) {
		if (i < l->n_hits && l->hit[i].sort != SENTENCE_ENDS) {
			number |= l->hit[i].sort == NUMBER || l->hit[i].sort == MONEY;
			offers |= l->hit[i].gift;
			continue;
		}
		if (number && !offers)
			return true;
		number = offers = false;
	}
	return false;
}

/* ---- one text ---- */

static void
add_row(struct eni_lint *l, size_t at, enum eni_level level, struct eni_str word, enum eni_because because)
{
	l->row = eni_grow(l->row, &l->cap, l->n + 1, sizeof *l->row);
	l->row[l->n++] = (struct eni_lint_row){line_of(l, at), at, level, word, because};
}

static int
by_line(const void *a, const void *b)
{
	const struct eni_lint_row *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if ((x->because == ENI_BECAUSE_ASK) != (y->because == ENI_BECAUSE_ASK))
		return x->because == ENI_BECAUSE_ASK ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static void
find_gifts(struct eni_lint *l, struct eni_audience to)
{
	bool kana = has_kana(eni_buf_str(&l->folded));

	for (size_t i = 0; i < l->n_words; i++)
		l->word[i].told = false;
	for (size_t i = 0; i < l->n_hits; i++) {
		struct eni_lint_hit *hit = &l->hit[i];

		if (!is_gift(l, i, to, kana))
			continue;
		hit->gift = true;
		if (!hit->word->told)
			add_row(l, hit->at, eni_gift_level(to), hit->word->text, eni_gift_because(to));
		hit->word->told = true;
	}
}

/* The first that asks, else the first greeting. */
static void
find_asking(struct eni_lint *l)
{
	const struct eni_lint_hit *asks = NULL;

	for (size_t i = 0; i < l->n_hits; i++)
		if ((l->hit[i].sort == ASKING && (asks == NULL || asks->sort == GREETING)) ||
		    (l->hit[i].sort == GREETING && asks == NULL))
			asks = &l->hit[i];
	if (asks != NULL)
		add_row(l, asks->at, asks->sort == ASKING ? ENI_LEVEL_WARN : ENI_LEVEL_NOTE, asks->word->text, ENI_BECAUSE_ASK);
}

void
eni_lint_text(struct eni_lint *l, struct eni_str text, struct eni_audience to)
{
	l->n = 0;
	fold_lines(l, text);
	find_hits(l);
	find_gifts(l, to);
	find_asking(l);
	if (l->n > 1)
		qsort(l->row, l->n, sizeof *l->row, by_line);
	if (to.wants_fact && l->folded.n > 0 && !has_fact(l))
		add_row(l, 0, ENI_LEVEL_WARN, (struct eni_str){"", 0}, ENI_BECAUSE_NO_NUMBER);
}
