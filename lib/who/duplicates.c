/* Who may be one person: see duplicates.h. */
#include "who/duplicates.h"

#include <stdlib.h>

#include "base/dial.h"
#include "base/text.h"

/* Kanji that stand for one another in names: old and new forms, and in Chinese names long and short ones.  The first counts. */
static const char *const variants[] = {"高髙", "崎﨑嵜碕", "辺邉邊", "斎斉齋齊齐", "沢澤泽", "浜濱濵滨", "島嶋嶌岛", "広廣广",
    "桜櫻", "国國圀", "滝瀧", "竜龍龙", "渕淵渊", "恵惠", "徳德", "真眞", "吉𠮷", "栄榮荣", "条條", "黒黑", "富冨", "峰峯", "館舘",
    "槙槇", "寿壽", "実實实", "宝寶", "豊豐", "礼禮", "学學", "万萬", "亀龜", "円圓", "経經经", "芸藝", "関關", "鉄鐵", "伝傳",
    "頼賴", "梅楳", "柳栁", "桧檜", "曽曾", "児兒", "静靜", "清淸", "穂穗", "弥彌", "与與", "来來", "緑綠绿", "塩鹽", "蔵藏",
    "戸戶", "兎兔", "薮藪", "鴬鶯", "莱萊", "鉱鑛", "総總", "篭籠", "諌諫", "遥遙", "祢禰", "张張", "陈陳", "刘劉", "黄黃", "赵趙",
    "吴吳呉", "孙孫", "马馬", "叶葉", "杨楊", "郑鄭", "谢謝", "冯馮", "邓鄧", "萧蕭", "罗羅", "许許", "蒋蔣", "韩韓", "卢盧",
    "苏蘇", "吕呂", "钟鍾鐘", "谭譚", "贾賈", "邹鄒", "陆陸", "顾顧", "贺賀", "龚龔", "严嚴厳", "华華崋", "凤鳳", "兰蘭", "丽麗",
    "强強", "军軍", "爱愛", "云雲", "贵貴", "宁寧", "庆慶", "义義", "东東", "红紅", "娇嬌", "莲蓮", "瀬瀨", "渋澁", "浅淺", "桑桒",
    "鶴靏靍鹤", "増增", "横橫", "奥奧", "薗园園", "野埜", "岳嶽", "内內", "巌巖", "鴎鷗鸥", "伟偉", "钱錢", "汤湯", "颜顏顔",
    "温溫", "鲁魯", "韦韋", "庄莊荘", "卫衛衞", "阳陽", "银銀", "杰傑", "顺順", "胜勝", "兴興", "涛濤", "鹏鵬", "辉輝", "剑劍剣",
    "飞飛", "颖穎", "琼瓊", "维維", "伦倫", "纪紀", "纯純", "绍紹", "继繼継", "闵閔", "阎閻", "项項", "骆駱", "鲍鮑", "庞龐",
    "单單単", "尧堯", "师師", "帅帥", "开開", "怀懷懐", "显顯顕", "晓曉暁", "权權権", "树樹", "橋桥", "梦夢", "欢歡歓", "汉漢",
    "洁潔", "济濟済", "润潤", "满滿満", "灵靈", "焕煥", "环環", "祯禎", "积積", "简簡", "聂聶", "聪聰聡", "肃肅粛", "苍蒼", "蓝藍",
    "观觀観", "诗詩", "诚誠", "诸諸", "贝貝", "贞貞", "费費", "轩軒", "达達", "连連", "进進", "远遠", "钧鈞", "锋鋒", "锦錦",
    "镇鎮", "长長", "饶饒", "骏駿", "鸿鴻", "鸣鳴", "麦麥"};
enum { VARIANTS = sizeof variants / sizeof *variants };

static const char *const honorifics[] = {
    "様", "さん", "さま", "殿", "先生", "女士", "小姐", "阿姨", "叔叔", "奶奶", "爷爷", "ちゃん", "くん"};

/* ---- texts as they are compared ---- */

static size_t
char_length(struct eni_str s)
{
	unsigned char c = (unsigned char)s.p[0];
	size_t n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

	return n < s.n ? n : s.n;
}

static void
learn_variants(struct eni_same *s)
{
	for (uint32_t row = 0; row < VARIANTS; row++)
		for (struct eni_str rest = eni_str_of(variants[row]); rest.n > 0; rest = eni_str_from(rest, char_length(rest)))
			eni_map_add(&s->variants, (struct eni_str){rest.p, char_length(rest)}, row);
}

enum { SMALL_KA = 0x3095, SMALL_KE = 0x3096 };

/* Katakana U+30A1..U+30F6 as hiragana, 0x60 below; the small ones of 霞ヶ関 and the like as large ones. */
static bool
put_hiragana(struct eni_buf *out, struct eni_str c)
{
	const unsigned char *p = (const unsigned char *)c.p;
	unsigned code;

	if (c.n != 3 || p[0] != 0xe3)
		return false;
	code = (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	if (code < SMALL_KA || code > 0x30f6 || (code > SMALL_KE && code < 0x30a1))
		return false;
	code -= code > SMALL_KE ? 0x60 : 0;
	code = code == SMALL_KA ? 0x304b : code == SMALL_KE ? 0x3051 : code;
	eni_buf_char(out, (char)(0xe0 | code >> 12));
	eni_buf_char(out, (char)(0x80 | (code >> 6 & 0x3f)));
	eni_buf_char(out, (char)(0x80 | (code & 0x3f)));
	return true;
}

/* What only decorates: points between names, and the selectors that choose among drawings of one kanji. */
static bool
is_ornament(struct eni_str c)
{
	return eni_str_is(c, "・") || eni_str_is(c, "·") || eni_str_is(c, "•") ||
	       (c.n == 4 && memcmp(c.p, "\xf3\xa0\x84", 3) == 0) ||
	       (c.n == 3 && memcmp(c.p, "\xef\xb8", 2) == 0 && (unsigned char)c.p[2] < 0x90);
}

static void
put_folded(struct eni_same *s, struct eni_buf *out, struct eni_str c)
{
	uint32_t row;

	if (c.n == 1) {
		eni_buf_char(out, c.p[0]);
	} else if (!is_ornament(c) && !put_hiragana(out, c)) {
		row = eni_map_get(&s->variants, c);
		eni_buf_add(out, row == ENI_NONE ? c : (struct eni_str){variants[row], char_length(eni_str_of(variants[row]))});
	}
}

/* 佐々木 is 佐佐木. */
static void
repeat_last(struct eni_buf *out)
{
	size_t at = out->n - 1;
	char last[4];

	while (at > 0 && out->n - at < sizeof last && ((unsigned char)out->p[at] & 0xc0) == 0x80)
		at--;
	memcpy(last, out->p + at, out->n - at);
	eni_buf_add(out, (struct eni_str){last, out->n - at});
}

/* NFKC without blanks, one form of every character; s->folded is used on the way. */
static void
fold(struct eni_same *s, struct eni_buf *out, struct eni_str text)
{
	struct eni_str rest;

	if (s->variants.n == 0)
		learn_variants(s);
	out->n = s->folded.n = 0;
	eni_casefold(&s->folded, text);
	for (rest = eni_buf_str(&s->folded); rest.n > 0; rest = eni_str_from(rest, char_length(rest))) {
		struct eni_str c = {rest.p, char_length(rest)};

		if (!eni_str_is(c, "々") || out->n == 0)
			put_folded(s, out, c);
		else
			repeat_last(out);
	}
}

/* A form of address at the end; what is left must still be a name. */
void
eni_same_name(struct eni_same *s, struct eni_buf *out, struct eni_str name)
{
	fold(s, out, name);
	for (size_t i = 0; i < sizeof honorifics / sizeof *honorifics; i++) {
		struct eni_str word = eni_str_of(honorifics[i]);

		if (out->n >= word.n + 3 && eni_str_ends(eni_buf_str(out), word)) {
			out->n -= word.n;
			return;
		}
	}
}

/* 1丁目2番地3号, 1-2-3 and １－２－３ are one address. */
static void
fold_address(struct eni_same *s, struct eni_buf *out, struct eni_str address)
{
	static const char *const dashes[] = {"丁目", "番地の", "番地", "番", "号", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "の"};
	struct eni_buf whole = {0};
	struct eni_str rest;

	fold(s, &whole, address);
	out->n = 0;
	for (rest = eni_buf_str(&whole); rest.n > 0;) {
		bool after_digit = out->n > 0 && out->p[out->n - 1] >= '0' && out->p[out->n - 1] <= '9';
		size_t n = char_length(rest), i = sizeof dashes / sizeof *dashes;

		for (size_t k = 0; after_digit && k < sizeof dashes / sizeof *dashes && i == sizeof dashes / sizeof *dashes; k++)
			if (eni_str_starts(rest, eni_str_of(dashes[k])))
				i = k;
		if (i < sizeof dashes / sizeof *dashes) {
			n = strlen(dashes[i]);
			eni_buf_char(out, '-');
		} else {
			eni_buf_add(out, (struct eni_str){rest.p, n});
		}
		rest = eni_str_from(rest, n);
	}
	while (out->n > 0 && out->p[out->n - 1] == '-')
		out->n--;
	eni_buf_free(&whole);
}

/* ---- texts as numbers ---- */

/* The number of the text in s->text; a new one only where `keep`.  0: unknown. */
static uint32_t
number_of(struct eni_same *s, bool keep)
{
	struct eni_str text = eni_buf_str(&s->text);
	uint32_t n;

	if (text.n == 0)
		return 0;
	n = eni_map_get(&s->words, text);
	if (n == ENI_NONE && keep)
		n = eni_map_add(&s->words, eni_arena_pack(&s->arena, text), ++s->n_words);
	return n == ENI_NONE ? 0 : n;
}

static uint32_t
name_number(struct eni_same *s, struct eni_str name, bool keep)
{
	s->text.n = 0;
	if (name.n > 0)
		eni_same_name(s, &s->text, name);
	return number_of(s, keep);
}

/* Short ones (110, 000) are no one's. */
static void
add_phones(struct eni_same *s, struct eni_trait_numbers *p, size_t *n, struct eni_str cell, bool keep)
{
	while (*n < ENI_SAME_PHONES && cell.n > 0 && eni_phone_next(&s->text, &cell, NULL)) {
		uint32_t number = s->text.n < 6 ? 0 : number_of(s, keep);
		size_t i = 0;

		while (i < *n && p->phone[i] != number)
			i++;
		if (number != 0 && i == *n)
			p->phone[(*n)++] = number;
	}
}

static uint32_t
address_number(struct eni_same *s, struct eni_str address, bool keep)
{
	s->text.n = 0;
	if (address.n > 0)
		fold_address(s, &s->text, address);
	return number_of(s, keep);
}

static struct eni_trait_numbers
numbers_of(struct eni_same *s, const struct eni_traits *t, bool keep)
{
	struct eni_trait_numbers p = {.birth = t->birth};
	size_t n = 0;

	p.name = name_number(s, t->name, keep);
	p.kana = name_number(s, t->kana, keep);
	p.address = address_number(s, t->address, keep);
	for (int i = 0; i < ENI_PHONE_CELLS; i++)
		add_phones(s, &p, &n, t->phone[i], keep);
	return p;
}

/* ---- the score ---- */

static bool
share_phone(const struct eni_trait_numbers *a, const struct eni_trait_numbers *b)
{
	for (int i = 0; i < ENI_SAME_PHONES && a->phone[i] != 0; i++)
		for (int k = 0; k < ENI_SAME_PHONES && b->phone[k] != 0; k++)
			if (a->phone[i] == b->phone[k])
				return true;
	return false;
}

/* A name written in kana equals the other's kana. */
static bool
share_reading(const struct eni_trait_numbers *a, const struct eni_trait_numbers *b)
{
	return (a->kana != 0 && (a->kana == b->kana || a->kana == b->name)) || (a->name != 0 && a->name == b->kana);
}

static const struct {
	unsigned by, points;
	const char *word;
} reasons[] = {{ENI_SAME_NAME, 40, "name"}, {ENI_SAME_KANA, 40, "kana"}, {ENI_SAME_BIRTH, 35, "birth"},
    {ENI_SAME_PHONE, 25, "phone"}, {ENI_SAME_ADDRESS, 15, "address"}};
enum { REASONS = sizeof reasons / sizeof *reasons };

static struct eni_alike
compare(const struct eni_trait_numbers *a, const struct eni_trait_numbers *b)
{
	struct eni_alike x = {0};

	if (a->name != 0 && a->name == b->name)
		x.by |= ENI_SAME_NAME;
	else if (share_reading(a, b))
		x.by |= ENI_SAME_KANA;
	if (a->birth != ENI_NODAY && a->birth == b->birth)
		x.by |= ENI_SAME_BIRTH;
	if (share_phone(a, b))
		x.by |= ENI_SAME_PHONE;
	if (a->address != 0 && a->address == b->address)
		x.by |= ENI_SAME_ADDRESS;
	for (size_t i = 0; i < REASONS; i++)
		x.score += (x.by & reasons[i].by) != 0 ? reasons[i].points : 0;
	x.score = x.score > 100 ? 100 : x.score;
	return x;
}

struct eni_trait_numbers
eni_same_numbers(struct eni_same *s, const struct eni_traits *t)
{
	return numbers_of(s, t, true);
}

unsigned
eni_same_clash(const struct eni_same *s, const struct eni_trait_numbers *t, uint32_t person, unsigned *agree)
{
	const struct eni_trait_numbers *p = &s->person[person];
	unsigned both = 0;

	if (t->birth != ENI_NODAY && p->birth != ENI_NODAY)
		both |= ENI_SAME_BIRTH;
	if (t->phone[0] != 0 && p->phone[0] != 0)
		both |= ENI_SAME_PHONE;
	*agree = compare(t, p).by & both;
	return both & ~*agree;
}

void
eni_same_text(struct eni_buf *out, unsigned by)
{
	size_t start = out->n;

	for (size_t i = 0; i < REASONS; i++)
		if ((by & reasons[i].by) != 0)
			eni_buf_printf(out, "%s%s", out->n > start ? " " : "", reasons[i].word);
}

/* ---- blocks: those who share two of name, birth and telephone ---- */

enum { NAMES = 2, PHONES = ENI_SAME_PHONES, PAIRS = NAMES + NAMES * PHONES + PHONES };

struct pair {
	uint32_t a, b;
	bool birth; /* b is a day */
};

/* The k-th pair of traits of a person; false when one of them is unknown. */
static bool
pair_of(const struct eni_trait_numbers *p, unsigned k, struct pair *out)
{
	const uint32_t name[NAMES] = {p->name, p->kana == p->name ? 0 : p->kana};

	*out = (struct pair){.birth = k < NAMES || k >= NAMES + NAMES * PHONES};
	if (k < NAMES)
		out->a = name[k];
	else if (k < NAMES + NAMES * PHONES) {
		out->a = name[(k - NAMES) / PHONES];
		out->b = p->phone[(k - NAMES) % PHONES];
	} else
		out->a = p->phone[k - NAMES - NAMES * PHONES];
	if (!out->birth)
		return out->a != 0 && out->b != 0;
	out->b = (uint32_t)p->birth;
	return out->a != 0 && p->birth != ENI_NODAY;
}

static struct eni_str
key_of(const struct pair *pair, char room[9])
{
	memcpy(room, &pair->a, 4);
	memcpy(room + 4, &pair->b, 4);
	room[8] = pair->birth;
	return (struct eni_str){room, 9};
}

static bool
is_full(const struct eni_same *s, uint32_t entry)
{
	return entry != ENI_NONE && s->depth[entry] == ENI_SAME_CROWD;
}

/* False when as many have this pair as may. */
static bool
join_block(struct eni_same *s, const struct pair *pair, uint32_t entry)
{
	char room[9];
	uint32_t before = eni_map_get(&s->blocks, key_of(pair, room));

	if (is_full(s, before))
		return false;
	s->next[entry] = before;
	s->depth[entry] = before == ENI_NONE ? 1 : (uint16_t)(s->depth[before] + 1);
	if (before == ENI_NONE)
		eni_map_add(&s->blocks, eni_arena_pack(&s->arena, key_of(pair, room)), entry);
	else
		eni_map_set(&s->blocks, key_of(pair, room), entry);
	return true;
}

static void
block(struct eni_same *s, uint32_t person)
{
	struct pair pair;
	bool crowded = false;

	for (unsigned k = 0; k < PAIRS; k++) {
		s->next[person * PAIRS + k] = ENI_NONE;
		if (pair_of(&s->person[person], k, &pair) && !join_block(s, &pair, person * PAIRS + k))
			crowded = true;
	}
	s->n_crowded += crowded;
}

uint32_t
eni_same_add(struct eni_same *s, const struct eni_traits *t)
{
	s->person = eni_grow(s->person, &s->cap, s->n + 1, sizeof *s->person);
	s->next = eni_grow(s->next, &s->next_cap, (s->n + 1) * PAIRS, sizeof *s->next);
	s->depth = eni_grow(s->depth, &s->depth_cap, (s->n + 1) * PAIRS, sizeof *s->depth);
	s->asked = eni_grow(s->asked, &s->asked_cap, s->n + 1, sizeof *s->asked);
	s->person[s->n] = numbers_of(s, t, true);
	s->asked[s->n] = 0;
	block(s, (uint32_t)s->n);
	return (uint32_t)s->n++;
}

static int
by_order(const void *a, const void *b)
{
	uint32_t x = ((const struct eni_alike *)a)->other, y = ((const struct eni_alike *)b)->other;

	return (x > y) - (x < y);
}

static void
look_at(struct eni_same *s, const struct eni_trait_numbers *p, uint32_t other)
{
	struct eni_alike x;

	if (s->asked[other] == s->asks)
		return;
	s->asked[other] = s->asks;
	x = compare(p, &s->person[other]);
	if (x.score < ENI_SAME_FROM)
		return;
	x.other = other;
	s->found = eni_grow(s->found, &s->cap_found, s->n_found + 1, sizeof *s->found);
	s->found[s->n_found++] = x;
}

const struct eni_alike *
eni_same_find(struct eni_same *s, const struct eni_traits *t, size_t *n)
{
	struct eni_trait_numbers p = numbers_of(s, t, false);
	struct pair pair;
	char room[9];

	s->n_found = 0;
	s->asks++;
	for (unsigned k = 0; k < PAIRS; k++) {
		uint32_t entry = pair_of(&p, k, &pair) ? eni_map_get(&s->blocks, key_of(&pair, room)) : ENI_NONE;

		if (s->sparing && is_full(s, entry))
			continue;
		for (; entry != ENI_NONE; entry = s->next[entry])
			look_at(s, &p, entry / PAIRS);
	}
	if (s->n_found > 1)
		qsort(s->found, s->n_found, sizeof *s->found, by_order);
	*n = s->n_found;
	return s->found;
}

void
eni_same_free(struct eni_same *s)
{
	eni_map_free(&s->words);
	eni_map_free(&s->variants);
	eni_map_free(&s->blocks);
	free(s->person);
	free(s->next);
	free(s->depth);
	free(s->asked);
	free(s->found);
	eni_buf_free(&s->text);
	eni_buf_free(&s->folded);
	eni_arena_free(&s->arena);
	*s = (struct eni_same){0};
}
