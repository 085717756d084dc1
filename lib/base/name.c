/* Names: see name.h. */
#include "base/name.h"

#include <pthread.h>
#include <strings.h>

#include "base/text.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static size_t
char_count(struct eni_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

/* ---- forms of address ---- */

/* What is left must be a name, of so many characters: 殿 and 氏 also end names such as 鵜殿 and 尊氏, and nobody is called 李. */
struct address_form {
	const char *word;
	size_t n, least;
};
#define FORM(word, least)                                                                                                          \
	{                                                                                                                          \
		(word), sizeof(word) - 1, (least)                                                                                  \
	}
static const struct address_form forms[] = {FORM("様", 1), FORM("さま", 1), FORM("さん", 1), FORM("殿", 2), FORM("氏", 2),
    FORM("先生", 2), FORM("女士", 2), FORM("小姐", 2), FORM("老师", 2), FORM("老師", 2)};
/* Forms that tell two of one name apart in a list (王奶奶, 王爷爷; 李女士, 李先生: a family name of one character is no name by
 * itself), but not where one is spoken of. */
static const struct address_form familiar[] = {FORM("阿姨", 1), FORM("叔叔", 1), FORM("奶奶", 1), FORM("爷爷", 1),
    FORM("ちゃん", 1), FORM("くん", 1), FORM("先生", 1), FORM("女士", 1), FORM("小姐", 1), FORM("老师", 1), FORM("老師", 1)};

static bool
ends(struct eni_str s, const char *word, size_t n)
{
	return s.n >= n && s.p[s.n - 1] == word[n - 1] && memcmp(s.p + s.n - n, word, n) == 0;
}

/* The name without the form of address at its end.  Behind a blank even one character is a name enough: 林 殿. */
static struct eni_str
without_form(struct eni_str name, const struct address_form *form, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct eni_str rest, trimmed;

		if (!ends(name, form[i].word, form[i].n))
			continue;
		rest = (struct eni_str){name.p, name.n - form[i].n};
		trimmed = eni_str_trim(rest);
		if (trimmed.n > 0 && (trimmed.n < rest.n || char_count(trimmed) >= form[i].least))
			return trimmed;
	}
	return name;
}

/* ---- relations ---- */

/* Words with which a relation ends: 長男の妻, 义父. */
static const char *const kin[] = {"長男", "次男", "二男", "三男", "四男", "五男", "長女", "次女", "二女", "三女", "四女", "五女",
    "息子", "娘", "妻", "夫", "配偶者", "家内", "主人", "父", "母", "兄", "弟", "姉", "妹", "嫁", "婿", "孫", "甥", "姪", "叔父",
    "叔母", "伯父", "伯母", "いとこ", "従兄弟", "従姉妹", "子供", "子ども", "実子", "養子", "本人", "内縁", "パートナー", "後見人",
    "保佐人", "補助人", "代理人", "引受人", "保証人", "キーパーソン", "知人", "友人", "隣人", "民生委員", "親族", "親戚", "家族",
    "儿子", "女儿", "老伴", "妻子", "丈夫", "爱人", "配偶", "父亲", "母亲", "爸爸", "妈妈", "哥哥", "弟弟", "姐姐", "妹妹", "孙子",
    "孙女", "外孙", "儿媳", "媳妇", "女婿", "侄子", "侄女", "外甥", "外甥女", "长子", "次子", "三子", "长女", "亲属", "亲戚",
    "家属", "监护人", "保姆", "护工", "朋友", "邻居", "同事", "社工", "嫂子", "姑姑", "舅舅"};
/* And words that are one only by themselves: 花子 is a name. */
static const char *const kin_alone[] = {"子", "男", "女", "奥", "KP", "son", "daughter", "wife", "husband", "brother", "sister",
    "niece", "nephew", "grandson", "granddaughter", "friend", "neighbour", "neighbor", "self"};

static bool
is_kin(struct eni_str piece)
{
	piece = without_form(piece, forms, COUNT(forms));
	for (size_t i = 0; i < COUNT(kin); i++)
		if (eni_str_ends(piece, eni_str_of(kin[i])))
			return true;
	for (size_t i = 0; i < COUNT(kin_alone); i++)
		if (piece.n == strlen(kin_alone[i]) && strncasecmp(piece.p, kin_alone[i], piece.n) == 0)
			return true;
	return false;
}

bool
eni_name_is_kin(struct eni_str text)
{
	return is_kin(eni_str_trim(text));
}

struct eni_str
eni_name_behind_kin(struct eni_str text)
{
	size_t n = 0;

	for (size_t i = 0; i < COUNT(kin); i++)
		if (strlen(kin[i]) > n && eni_str_starts(text, eni_str_of(kin[i])))
			n = strlen(kin[i]);
	return eni_str_trim(eni_str_from(text, n)).n == 0 ? text : eni_str_trim(eni_str_from(text, n));
}

bool
eni_name_has_kin(struct eni_str text)
{
	for (size_t i = 0; i < COUNT(kin); i++)
		if (text.n > 0 && strcmp(kin[i], "本人") != 0 && memmem(text.p, text.n, kin[i], strlen(kin[i])) != NULL)
			return true;
	return false;
}

/* A reading, a telephone or another name in brackets is none. */
static bool
is_relation(struct eni_str text)
{
	struct eni_str piece;

	while (eni_piece(&text, &piece))
		if (is_kin(piece))
			return true;
	return false;
}

static const struct bracket {
	const char *open, *close;
	size_t n_open, n_close;
} brackets[] = {{"（", "）", 3, 3}, {"(", ")", 1, 1}, {"（", ")", 3, 1}, {"(", "）", 1, 3}, {"〔", "〕", 3, 3}, {"［", "］", 3, 3},
    {"[", "]", 1, 1}, {"【", "】", 3, 3}};

/* The name without the relation in brackets behind it. */
static struct eni_str
without_relation(struct eni_str name, struct eni_str *relation)
{
	for (size_t i = 0; i < COUNT(brackets); i++) {
		const struct bracket *b = &brackets[i];
		struct eni_str inside;
		size_t at = name.n;

		if (!ends(name, b->close, b->n_close))
			continue;
		while (at > 0 && !eni_str_starts(eni_str_from(name, at), (struct eni_str){b->open, b->n_open}))
			at--;
		inside = eni_str_from((struct eni_str){name.p, name.n - b->n_close}, at + b->n_open);
		if (at == 0 || !is_relation(inside))
			continue;
		*relation = eni_str_trim(inside);
		return eni_str_trim((struct eni_str){name.p, at});
	}
	return name;
}

/* ---- taking apart ---- */

/* The last two bytes of all that may stand behind a name; most names end in none of them.  A sign of one byte has any before it. */
static bool tails[1 << 12];
static pthread_once_t known_tails = PTHREAD_ONCE_INIT;

static bool *
tail_at(const char *end)
{
	return &tails[(end[-2] & 0x3f) << 6 | (end[-1] & 0x3f)];
}

static void
learn_tails(void)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		*tail_at(forms[i].word + forms[i].n) = true;
	for (size_t i = 0; i < COUNT(brackets); i++)
		if (brackets[i].n_close > 1)
			*tail_at(brackets[i].close + brackets[i].n_close) = true;
}

/* Whether a form of address or a relation may stand behind it. */
static bool
may_have_tail(struct eni_str name)
{
	const char *end;

	if (name.n < 2)
		return false;
	pthread_once(&known_tails, learn_tails);
	end = name.p + name.n;
	return end[-1] == ')' || end[-1] == ']' || *tail_at(end);
}

struct eni_name
eni_name_split(struct eni_str cell)
{
	struct eni_str name = eni_str_trim(cell), related;
	struct eni_name s = {.bare = name, .addressed = name, .relation = {"", 0}};

	if (!may_have_tail(name))
		return s;
	related = without_relation(name, &s.relation);
	s.bare = without_form(related, forms, COUNT(forms));
	s.addressed = related;
	if (s.relation.n > 0)
		return s;
	s.bare = without_relation(s.bare, &s.relation); /* 田中 一郎（長男）様 */
	if (s.relation.n > 0)
		s.addressed = s.bare;
	return s;
}

/* ---- identity ---- */

void
eni_name_identity(struct eni_buf *out, struct eni_str name)
{
	size_t to = out->n, from = out->n;

	eni_nfkc(out, eni_name_split(name).bare);
	for (; from < out->n; from++)
		if ((unsigned char)out->p[from] > ' ')
			out->p[to++] = out->p[from];
	out->n = to;
}

/* ---- reference ---- */

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
/* What stands between the parts of a name, or for a sound that is not spoken. */
static const char ascii_ornaments[] = ".='`";
static const char *const ornaments[] = {"・", "·", "•", "‧", "゠", "’", "‘", "ʼ", "′", "´"};
enum { ORNAMENT = COUNT(variants) }; /* in place of a row */

static void
learn_variants(struct eni_name_fold *f)
{
	for (size_t i = 0; i < COUNT(ornaments); i++)
		eni_map_add(&f->variants, eni_str_of(ornaments[i]), ORNAMENT);
	for (uint32_t row = 0; row < COUNT(variants); row++)
		for (struct eni_str rest = eni_str_of(variants[row]); rest.n > 0; rest = eni_str_from(rest, eni_char_length(rest)))
			eni_map_add(&f->variants, (struct eni_str){rest.p, eni_char_length(rest)}, row);
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

/* c is not of Latin letters. */
static void
put_folded(struct eni_name_fold *f, struct eni_buf *out, struct eni_str c, bool plain)
{
	uint32_t row;

	if (put_hiragana(out, c))
		return;
	row = eni_map_get(&f->variants, c);
	if (row == ENI_NONE || (row == ORNAMENT && plain))
		eni_buf_add(out, c);
	else if (row != ORNAMENT)
		eni_buf_add(out, (struct eni_str){variants[row], eni_char_length(eni_str_of(variants[row]))});
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

/* NFKC without blanks, one form of every character. */
static void
fold(struct eni_name_fold *f, struct eni_buf *out, struct eni_str text, bool plain)
{
	size_t start = out->n;
	struct eni_str rest;

	if (f->variants.n == 0)
		learn_variants(f);
	f->text.n = 0;
	eni_casefold(&f->text, text);
	for (rest = eni_buf_str(&f->text); rest.n > 0; rest = eni_str_from(rest, eni_char_length(rest))) {
		struct eni_str c = {rest.p, eni_char_length(rest)};

		if (c.n == 1 && (plain || strchr(ascii_ornaments, c.p[0]) == NULL))
			eni_buf_char(out, c.p[0]);
		else if (c.n > 1 && out->n > start && eni_str_is(c, "々"))
			repeat_last(out);
		else if (c.n > 1)
			put_folded(f, out, c, plain);
	}
}

void
eni_name_reference(struct eni_name_fold *f, struct eni_buf *out, struct eni_str name)
{
	size_t start = out->n;
	struct eni_str folded;

	fold(f, out, eni_name_split(name).bare, false);
	folded = without_form(eni_buf_from(out, start), forms, COUNT(forms)); /* サマ, さん behind a reading */
	out->n = start + without_form(folded, familiar, COUNT(familiar)).n;
}

void
eni_name_fold_text(struct eni_name_fold *f, struct eni_buf *out, struct eni_str text)
{
	fold(f, out, text, true);
}

enum { GIVEN_NAME = 2 }; /* characters; fewer are no name by themselves */

static bool
ends_in(struct eni_str whole, struct eni_str given)
{
	return char_count(given) >= GIVEN_NAME && eni_str_ends(whole, given);
}

/* Plain bytes first: most lists write a person in one way. */
bool
eni_name_same_person(struct eni_name_fold *f, struct eni_str a, struct eni_str b)
{
	struct eni_buf x = {0}, y = {0};
	bool same;

	if (a.n == 0 || b.n == 0 || eni_str_eq(a, b))
		return a.n > 0 && b.n > 0;
	eni_name_reference(f, &x, eni_name_behind_kin(a));
	eni_name_reference(f, &y, eni_name_behind_kin(b));
	same = eni_str_eq(eni_buf_str(&x), eni_buf_str(&y)) || ends_in(eni_buf_str(&x), eni_buf_str(&y)) ||
	       ends_in(eni_buf_str(&y), eni_buf_str(&x));
	eni_buf_free(&x);
	eni_buf_free(&y);
	return same;
}

void
eni_name_fold_free(struct eni_name_fold *f)
{
	eni_map_free(&f->variants);
	eni_buf_free(&f->text);
}
