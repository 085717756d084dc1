/* Reading our own texts: see lint.h. */
#include "partner/lint.h"

#include <stdlib.h>

#include "base/text.h"

enum sort { FINE, GREETING, ASKING, GIFT, SORTS };

static const struct {
	const char *text;
	enum sort sort;
} words[] = {
    /* asking for clients, or leaving the work to the other side */
    {"ご紹介ください", ASKING},
    {"ご紹介下さい", ASKING},
    {"紹介ください", ASKING},
    {"紹介下さい", ASKING},
    {"ご紹介をお願い", ASKING},
    {"ご紹介お願い", ASKING},
    {"紹介をお願い", ASKING},
    {"紹介お願い", ASKING},
    {"ご紹介のほど", ASKING},
    {"ご紹介いただけ", ASKING},
    {"ご紹介頂け", ASKING},
    {"ご紹介願", ASKING},
    {"紹介してください", ASKING},
    {"紹介して下さい", ASKING},
    {"何かあればご連絡", ASKING},
    {"何かあれば連絡", ASKING},
    {"何かありましたらご連絡", ASKING},
    {"何かございましたらご連絡", ASKING},
    {"何かあればいつでもご連絡", ASKING},
    {"何かありましたらいつでもご連絡", ASKING},
    {"何かございましたらいつでもご連絡", ASKING},
    {"何かあればお気軽にご連絡", ASKING},
    {"何かありましたらお気軽にご連絡", ASKING},
    {"何かございましたらお気軽にご連絡", ASKING},
    {"请介绍客户", ASKING},
    {"请多介绍", ASKING},
    {"请多多介绍", ASKING},
    {"请帮忙介绍", ASKING},
    {"请推荐客户", ASKING},
    {"请多推荐", ASKING},
    {"请多多推荐", ASKING},
    {"欢迎介绍", ASKING},
    {"欢迎推荐", ASKING},
    {"多介绍客户", ASKING},
    {"给我们介绍", ASKING},
    {"为我们介绍", ASKING},
    {"please refer", ASKING},
    {"refer your clients", ASKING},
    {"send us your clients", ASKING},
    {"send us clients", ASKING},
    /* thanks and pointers that look like it */
    {"ご紹介くださいまし", FINE},
    {"ご紹介下さいまし", FINE},
    {"please refer to", FINE},
    /* a greeting that asks for nothing by itself */
    {"よろしくお願いします", GREETING},
    {"よろしくお願いいたします", GREETING},
    {"よろしくお願い致します", GREETING},
    {"よろしくお願い申し上げます", GREETING},
    {"宜しくお願いします", GREETING},
    {"宜しくお願いいたします", GREETING},
    {"宜しくお願い致します", GREETING},
    {"宜しくお願い申し上げます", GREETING},
    {"请多关照", GREETING},
    {"请多多关照", GREETING},
    /* benefits */
    {"手土産", GIFT},
    {"菓子折り", GIFT},
    {"お菓子", GIFT},
    {"粗品", GIFT},
    {"商品券", GIFT},
    {"ギフト券", GIFT},
    {"ギフトカード", GIFT},
    {"お中元", GIFT},
    {"御中元", GIFT},
    {"お歳暮", GIFT},
    {"御歳暮", GIFT},
    {"謝礼", GIFT},
    {"心付け", GIFT},
    {"紹介料", GIFT},
    {"紹介手数料", GIFT},
    {"金品", GIFT},
    {"キックバック", GIFT},
    {"バックマージン", GIFT},
    {"红包", GIFT},
    {"回扣", GIFT},
    {"介绍费", GIFT},
    {"好处费", GIFT},
    {"佣金", GIFT},
    {"返点", GIFT},
    {"谢礼", GIFT},
    {"礼品", GIFT},
    {"礼物", GIFT},
    {"购物卡", GIFT},
    {"购物券", GIFT},
    {"gift card", GIFT},
    {"gift voucher", GIFT},
    {"kickback", GIFT},
    {"referral fee", GIFT},
    /* no gifts: an activity, or saying that there are none */
    {"お菓子作り", FINE},
    {"お菓子づくり", FINE},
    {"お菓子教室", FINE},
    {"手土産は不要", FINE},
    {"手土産は不可", FINE},
    {"手土産はご遠慮", FINE},
    {"不收红包", FINE},
    {"拒收红包", FINE},
    {"谢绝红包", FINE},
    {"不收礼品", FINE},
    {"谢绝礼品", FINE},
};
enum { WORDS = sizeof words / sizeof *words };

struct eni_lint_word {
	struct eni_str folded;
	bool told; /* in the text at hand */
};

/* Numerals that are written out count where something is counted behind them. */
static const char *const numerals[] = {"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十"};
static const char *const counters[] = {"名", "枠", "件", "月", "日", "床", "位", "席", "個", "个"};

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

void
eni_lint_open(struct eni_lint *l)
{
	*l = (struct eni_lint){0};
	l->word = eni_arena_clear(&l->arena, WORDS * sizeof *l->word);
	for (size_t i = 0; i < WORDS; i++) {
		l->folded.n = 0;
		eni_casefold(&l->folded, eni_str_of(words[i].text));
		l->word[i].folded = eni_arena_keep(&l->arena, eni_buf_str(&l->folded));
		*start_of(l, l->word[i].folded.p) = true;
	}
}

void
eni_lint_close(struct eni_lint *l)
{
	free(l->row);
	free(l->line_at);
	eni_buf_free(&l->folded);
	eni_arena_free(&l->arena);
	*l = (struct eni_lint){0};
}

/* ---- one text ---- */

/* Appends the line folded and without its commas: 何かあれば、ご連絡 asks as well. */
static void
fold_line(struct eni_buf *out, struct eni_str line)
{
	const struct eni_str comma = ENI_S("、");
	size_t from = out->n, kept = out->n;

	eni_casefold(out, line);
	for (size_t at = from; at < out->n;) {
		bool ideographic = eni_str_starts(eni_buf_from(out, at), comma);

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
	l->folded.n = l->n_lines = 0;
	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		struct eni_str line = {text.p, end == NULL ? text.n : (size_t)(end - text.p)};

		l->line_at = eni_grow(l->line_at, &l->cap_lines, l->n_lines + 1, sizeof *l->line_at);
		l->line_at[l->n_lines++] = l->folded.n;
		fold_line(&l->folded, line);
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

/* The longest word that begins here, or WORDS. */
static size_t
word_at(struct eni_lint *l, struct eni_str rest)
{
	size_t found = WORDS;

	if (rest.n < 3 || !*start_of(l, rest.p))
		return WORDS;
	for (size_t i = 0; i < WORDS; i++)
		if (eni_str_starts(rest, l->word[i].folded) && (found == WORDS || l->word[i].folded.n > l->word[found].folded.n))
			found = i;
	return found;
}

static void
add_row(struct eni_lint *l, struct eni_lint_row row)
{
	l->row = eni_grow(l->row, &l->cap, l->n + 1, sizeof *l->row);
	l->row[l->n++] = row;
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

static bool
has_number(struct eni_str folded)
{
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] >= '0' && folded.p[i] <= '9')
			return true;
	for (size_t k = 0; k < sizeof numerals / sizeof *numerals; k++) {
		struct eni_str rest = folded, numeral = eni_str_of(numerals[k]);
		const char *at;

		while ((at = memmem(rest.p, rest.n, numeral.p, numeral.n)) != NULL) {
			rest = eni_str_from(rest, (size_t)(at - rest.p) + numeral.n);
			for (size_t c = 0; c < sizeof counters / sizeof *counters; c++)
				if (eni_str_starts(rest, eni_str_of(counters[c])))
					return true;
		}
	}
	return false;
}

void
eni_lint_text(struct eni_lint *l, struct eni_str text, struct eni_audience to)
{
	size_t first[SORTS], at_first[SORTS] = {0}, ask;

	l->n = 0;
	for (size_t i = 0; i < SORTS; i++)
		first[i] = SIZE_MAX;
	fold_lines(l, text);
	for (size_t i = 0; i < WORDS; i++)
		l->word[i].told = false;
	for (size_t at = 0; at < l->folded.n;) {
		size_t i = word_at(l, eni_str_from(eni_buf_str(&l->folded), at));

		if (i < WORDS && words[i].sort != GIFT && first[words[i].sort] == SIZE_MAX) {
			first[words[i].sort] = i;
			at_first[words[i].sort] = at;
		}
		if (i < WORDS && words[i].sort == GIFT && !l->word[i].told)
			add_row(l, (struct eni_lint_row){
				       line_of(l, at), at, eni_gift_level(to), eni_str_of(words[i].text), eni_gift_because(to)});
		if (i < WORDS)
			l->word[i].told = true;
		at += i < WORDS ? l->word[i].folded.n : 1;
	}
	ask = first[ASKING] != SIZE_MAX ? ASKING : GREETING;
	if (first[ask] != SIZE_MAX)
		add_row(
		    l, (struct eni_lint_row){line_of(l, at_first[ask]), at_first[ask],
			   ask == ASKING ? ENI_LEVEL_WARN : ENI_LEVEL_NOTE, eni_str_of(words[first[ask]].text), ENI_BECAUSE_ASK});
	if (l->n > 1)
		qsort(l->row, l->n, sizeof *l->row, by_line);
	if (to.wants_fact && l->folded.n > 0 && !has_number(eni_buf_str(&l->folded)))
		add_row(l, (struct eni_lint_row){1, 0, ENI_LEVEL_WARN, {"", 0}, ENI_BECAUSE_NO_NUMBER});
}
