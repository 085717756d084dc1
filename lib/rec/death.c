/*
 * Reading of death: see death.h.
 * The text is cut into words of one table, the longest first, and what is in no row counts by its characters.  Going along, the
 * reader remembers who was named last; a death belongs to that person only where nothing stands between but what may (妻が先月急に
 * 死亡), and to the client otherwise (長女宅で死亡, 妻より死亡の連絡).
 */
#include "rec/death.h"

#include <pthread.h>

#include "base/mem.h"
#include "base/text.h"

enum class {
	OTHER,   /* in no row */
	BLANK,   /* 妻 死亡 is 妻死亡 */
	FILL,    /* may stand between somebody and their death: when, of what, how */
	STOP,    /* a clause ends */
	COMMA,   /* a clause ends, unless it has only its subject: 妻が、先月死亡 */
	SUBJECT, /* who was named does what follows */
	OF,      /* 夫の死去, 妻を看取り */
	KIN,     /* somebody who is not the client; of one character, only where it begins a word: not in 和夫 */
	CLIENT,  /* the client */
	TELLS,   /* who was named only says so: 長男より, 女儿来电 */
	TURN,    /* what follows is no longer about the subject: 妻が介護していたが死亡 */
	NOT,     /* 没有去世 */
	DEATH,
	PARTING, /* a death in the presence of who was named: 妻が看取り; not 夫の看取り */
	LOSS,    /* a death that cannot be the client's: 妻を亡くし, 丧偶 */
	ALONE,   /* a death where the clause says nothing else: 11/2死 */
	NOTHING  /* holds a word of death and is none */
};

struct word {
	const char *text; /* as fold leaves it, without blanks */
	enum class class;
};

/* clang-format off */
static const struct word words[] = {
    /* ---- death ---- */
    {"死亡", DEATH}, {"死去", DEATH}, {"死没", DEATH}, {"逝去", DEATH}, {"永眠", DEATH}, {"他界", DEATH}, {"亡くな", DEATH},
    {"亡な", DEATH}, {"無くなられ", DEATH}, {"急逝", DEATH}, {"急死", DEATH}, {"病死", DEATH}, {"病没", DEATH}, {"突然死", DEATH},
    {"孤独死", DEATH}, {"孤立死", DEATH}, {"事故死", DEATH}, {"溺死", DEATH}, {"自死", DEATH}, {"自殺", DEATH}, {"縊死", DEATH},
    {"老衰死", DEATH}, {"自然死", DEATH}, {"変死", DEATH}, {"死後処置", DEATH}, {"死後の処置", DEATH}, {"死後手続", DEATH}, {"死後の手続", DEATH}, {"没後", DEATH}, {"大往生", DEATH}, {"往生", DEATH},
    {"召天", DEATH}, {"昇天", DEATH}, {"帰天", DEATH}, {"物故", DEATH}, {"鬼籍", DEATH}, {"不帰の客", DEATH}, {"帰らぬ人", DEATH},
    {"息を引き取", DEATH}, {"息をひきと", DEATH}, {"息引き取", DEATH}, {"息絶え", DEATH}, {"天国へ", DEATH}, {"天国に", DEATH},
    {"旅立たれ", DEATH}, {"旅立ちました", DEATH}, {"死んだ", DEATH}, {"死んで", DEATH}, {"死にました", DEATH}, {"死体", DEATH},
    {"遺体", DEATH}, {"遺族", DEATH}, {"故人", DEATH}, {"弔問", DEATH}, {"弔電", DEATH}, {"お悔やみ", DEATH}, {"お悔み", DEATH},
    {"ご冥福", DEATH}, {"冥福", DEATH}, {"エンゼルケア", DEATH}, {"ステルベン", DEATH}, {"歿", DEATH},
    {"去世", DEATH}, {"过世", DEATH}, {"過世", DEATH}, {"逝世", DEATH}, {"病故", DEATH}, {"病逝", DEATH}, {"身故", DEATH},
    {"亡故", DEATH}, {"已故", DEATH}, {"故去", DEATH}, {"离世", DEATH}, {"離世", DEATH}, {"仙逝", DEATH}, {"辞世", DEATH},
    {"谢世", DEATH}, {"離開人世", DEATH}, {"离开人世", DEATH}, {"离开了人世", DEATH}, {"不在人世", DEATH}, {"与世长辞", DEATH},
    {"长眠", DEATH}, {"安详离开", DEATH}, {"安详离去", DEATH}, {"猝死", DEATH}, {"猝逝", DEATH}, {"离逝", DEATH}, {"驾鹤", DEATH},
    {"去了天堂", DEATH}, {"归西", DEATH}, {"寿终", DEATH}, {"善终", DEATH}, {"咽气", DEATH}, {"断气", DEATH}, {"人没了", DEATH},
    {"死了", DEATH}, {"已死", DEATH}, {"自杀", DEATH}, {"自缢", DEATH}, {"殁", DEATH}, {"遗体", DEATH}, {"遗属", DEATH},
    {"死者", DEATH}, {"逝者", DEATH}, {"讣告", DEATH}, {"节哀", DEATH}, {"安息", DEATH},
    {"deceased", DEATH}, {"died", DEATH}, {"dead", DEATH}, {"death", DEATH}, {"passedaway", DEATH}, {"passedon", DEATH},
    {"死", ALONE}, {"亡", ALONE}, {"故", ALONE},
    {"看取", PARTING}, {"看とり", PARTING}, {"看とら", PARTING}, {"みとり", PARTING}, {"みとら", PARTING}, {"見取り", PARTING},
    {"亡くし", LOSS}, {"亡くす", LOSS}, {"先立たれ", LOSS}, {"死別", LOSS}, {"死に別れ", LOSS}, {"未亡人", LOSS}, {"やもめ", LOSS},
    {"亡夫", LOSS}, {"亡妻", LOSS}, {"亡父", LOSS}, {"亡母", LOSS}, {"亡息", LOSS}, {"亡兄", LOSS}, {"亡姉", LOSS}, {"亡弟", LOSS},
    {"亡妹", LOSS}, {"亡き夫", LOSS}, {"亡き妻", LOSS}, {"亡き父", LOSS}, {"亡き母", LOSS}, {"亡き主人", LOSS}, {"亡き兄", LOSS},
    {"亡き息子", LOSS}, {"亡き娘", LOSS}, {"丧偶", LOSS}, {"丧夫", LOSS}, {"丧妻", LOSS}, {"丧子", LOSS}, {"丧女", LOSS},
    {"丧父", LOSS}, {"丧母", LOSS}, {"失独", LOSS}, {"喪偶", LOSS},
    {"遺族年金", NOTHING}, {"遺族厚生年金", NOTHING}, {"遺族基礎年金", NOTHING}, {"遺族共済", NOTHING}, {"遺族会", NOTHING},
    {"立往生", NOTHING}, {"立ち往生", NOTHING}, {"往生際", NOTHING}, {"見取り図", NOTHING}, {"善终服务", NOTHING}, {"善终关怀", NOTHING},
    {"自殺未遂", NOTHING}, {"自殺念慮", NOTHING}, {"自殺企図", NOTHING}, {"自殺願望", NOTHING}, {"自殺予防", NOTHING},
    {"自杀未遂", NOTHING}, {"自杀倾向", NOTHING}, {"自杀念头", NOTHING}, {"見取り算", NOTHING}, {"安息日", NOTHING},
    {"未死亡", NOTHING}, {"非死亡", NOTHING},
    /* ---- who is not the client ---- */
    {"妻", KIN}, {"夫", KIN}, {"父", KIN}, {"母", KIN}, {"兄", KIN}, {"弟", KIN}, {"姉", KIN}, {"妹", KIN}, {"娘", KIN}, {"孫", KIN},
    {"嫁", KIN}, {"婿", KIN}, {"姪", KIN}, {"甥", KIN}, {"親", KIN}, {"姑", KIN}, {"舅", KIN},
    {"奥様", KIN}, {"奥さま", KIN}, {"奥さん", KIN}, {"家内", KIN}, {"女房", KIN}, {"主人", KIN}, {"旦那", KIN}, {"亭主", KIN},
    {"配偶者", KIN}, {"連れ合い", KIN}, {"つれあい", KIN}, {"連合い", KIN}, {"伴侶", KIN}, {"内縁", KIN}, {"パートナー", KIN},
    {"息子", KIN}, {"子息", KIN}, {"娘婿", KIN}, {"長男", KIN}, {"次男", KIN}, {"二男", KIN}, {"三男", KIN}, {"四男", KIN},
    {"長女", KIN}, {"次女", KIN}, {"二女", KIN}, {"三女", KIN}, {"四女", KIN}, {"長男嫁", KIN}, {"長男の嫁", KIN}, {"お子さん", KIN},
    {"お子様", KIN}, {"子供", KIN}, {"子ども", KIN}, {"お嬢", KIN}, {"孫娘", KIN}, {"お孫", KIN}, {"お嫁", KIN},
    {"父親", KIN}, {"母親", KIN}, {"お父", KIN}, {"お母", KIN}, {"実父", KIN}, {"実母", KIN}, {"義父", KIN}, {"義母", KIN},
    {"養父", KIN}, {"養母", KIN}, {"祖父", KIN}, {"祖母", KIN}, {"両親", KIN}, {"義理の父", KIN}, {"義理の母", KIN}, {"お兄", KIN},
    {"お姉", KIN}, {"弟さん", KIN}, {"妹さん", KIN}, {"実兄", KIN}, {"実弟", KIN}, {"実姉", KIN}, {"実妹", KIN}, {"義兄", KIN},
    {"義弟", KIN}, {"義姉", KIN}, {"義妹", KIN}, {"兄弟", KIN}, {"姉妹", KIN}, {"兄嫁", KIN}, {"叔父", KIN}, {"伯父", KIN},
    {"叔母", KIN}, {"伯母", KIN}, {"おじ", KIN}, {"おば", KIN}, {"従兄弟", KIN}, {"従姉妹", KIN}, {"いとこ", KIN}, {"前夫", KIN},
    {"前妻", KIN}, {"親族", KIN}, {"親戚", KIN}, {"親類", KIN}, {"身内", KIN}, {"家族", KIN}, {"肉親", KIN}, {"介護者", KIN},
    {"主介護者", KIN}, {"キーパーソン", KIN}, {"世帯主", KIN}, {"同居人", KIN}, {"同居者", KIN}, {"後見人", KIN}, {"保佐人", KIN},
    {"保証人", KIN}, {"身元引受人", KIN}, {"隣人", KIN}, {"友人", KIN}, {"友達", KIN}, {"親友", KIN}, {"知人", KIN}, {"大家", KIN},
    {"主治医", KIN}, {"ケアマネ", KIN}, {"ケアマネジャー", KIN}, {"他利用者", KIN}, {"他の利用者", KIN}, {"別の利用者", KIN},
    {"他の入居者", KIN}, {"他入居者", KIN}, {"同室者", KIN}, {"同室の方", KIN}, {"同室の利用者", KIN}, {"隣室の方", KIN},
    {"愛犬", KIN}, {"愛猫", KIN}, {"飼い犬", KIN}, {"飼い猫", KIN}, {"飼犬", KIN}, {"飼猫", KIN}, {"ペット", KIN}, {"犬", KIN},
    {"猫", KIN},
    {"妻子", KIN}, {"老伴", KIN}, {"老伴儿", KIN}, {"配偶", KIN}, {"丈夫", KIN}, {"爱人", KIN}, {"老公", KIN}, {"老婆", KIN},
    {"其夫", KIN}, {"其妻", KIN}, {"其父", KIN}, {"其母", KIN}, {"其子", KIN}, {"其女", KIN}, {"他太太", KIN}, {"她先生", KIN},
    {"儿子", KIN}, {"女儿", KIN}, {"大儿子", KIN}, {"小儿子", KIN}, {"二儿子", KIN}, {"大女儿", KIN}, {"小女儿", KIN}, {"二女儿", KIN},
    {"长子", KIN}, {"次子", KIN}, {"独子", KIN}, {"独生子", KIN}, {"长女", KIN}, {"女婿", KIN}, {"儿媳", KIN}, {"儿媳妇", KIN},
    {"媳妇", KIN}, {"孙子", KIN}, {"孙女", KIN}, {"外孙", KIN}, {"外孙女", KIN}, {"父亲", KIN}, {"母亲", KIN}, {"爸爸", KIN},
    {"妈妈", KIN}, {"岳父", KIN}, {"岳母", KIN}, {"公公", KIN}, {"婆婆", KIN}, {"哥哥", KIN}, {"大哥", KIN}, {"弟弟", KIN},
    {"姐姐", KIN}, {"大姐", KIN}, {"妹妹", KIN}, {"兄长", KIN}, {"姐夫", KIN}, {"嫂子", KIN}, {"侄子", KIN}, {"侄女", KIN},
    {"外甥", KIN}, {"亲戚", KIN}, {"亲属", KIN}, {"亲人", KIN}, {"家人", KIN}, {"家属", KIN}, {"子女", KIN}, {"照顾者", KIN},
    {"照护者", KIN}, {"看护者", KIN}, {"监护人", KIN}, {"担保人", KIN}, {"保姆", KIN}, {"护工", KIN}, {"室友", KIN}, {"同屋", KIN},
    {"同屋老人", KIN}, {"同房老人", KIN}, {"同室老人", KIN}, {"其他老人", KIN}, {"邻居", KIN}, {"朋友", KIN}, {"老友", KIN},
    {"好友", KIN}, {"宠物", KIN}, {"狗", KIN},
    {"wife", KIN}, {"husband", KIN}, {"spouse", KIN}, {"mother", KIN}, {"father", KIN}, {"son", KIN}, {"daughter", KIN},
    {"brother", KIN}, {"sister", KIN}, {"partner", KIN}, {"friend", KIN}, {"carer", KIN}, {"caregiver", KIN}, {"grandson", KIN},
    {"本人", CLIENT}, {"利用者", CLIENT}, {"患者", CLIENT}, {"入居者", CLIENT}, {"入所者", CLIENT}, {"老人", CLIENT},
    {"长者", CLIENT}, {"客户", CLIENT}, {"住户", CLIENT}, {"老太太", CLIENT}, {"client", CLIENT}, {"resident", CLIENT},
    {"patient", CLIENT},
    /* ---- between somebody and their death ---- */
    {"が", SUBJECT}, {"は", SUBJECT}, {"も", SUBJECT}, {"の", OF}, {"を", OF}, {"的", OF},
    {"より", TELLS}, {"から", TELLS}, {"曰く", TELLS}, {"いわく", TELLS}, {"に確認", TELLS}, {"に電話", TELLS}, {"に連絡", TELLS},
    {"連絡", TELLS}, {"電話", TELLS}, {"報告", TELLS}, {"来電", TELLS}, {"来所", TELLS}, {"来電話", TELLS}, {"情報", TELLS},
    {"来电", TELLS}, {"电话", TELLS}, {"告知", TELLS}, {"告诉", TELLS}, {"通知", TELLS}, {"称", TELLS}, {"说", TELLS}, {"讲", TELLS},
    {"表示", TELLS}, {"反馈", TELLS}, {"来信", TELLS}, {"微信", TELLS}, {"转告", TELLS}, {"回复", TELLS}, {"says", TELLS},
    {"said", TELLS}, {"called", TELLS}, {"reports", TELLS}, {"reported", TELLS},
    {"たが", TURN}, {"ですが", TURN}, {"ので", TURN}, {"ため", TURN}, {"ながら", TURN}, {"けど", TURN}, {"けれど", TURN}, {"後", TURN},
    {"中", TURN}, {"介護", TURN}, {"世話", TURN}, {"看病", TURN}, {"付添", TURN}, {"付き添", TURN}, {"見守", TURN}, {"発見", TURN},
    {"同居", TURN}, {"不在", TURN}, {"面会", TURN}, {"宅", TURN}, {"て、", TURN}, {"し、", TURN},
    {"没有", NOT}, {"没", NOT}, {"未", NOT}, {"并未", NOT}, {"尚未", NOT}, {"不是", NOT}, {"并非", NOT}, {"非", NOT}, {"not", NOT},
    {"、", COMMA}, {",", COMMA}, {"。", STOP}, {";", STOP}, {":", STOP}, {"!", STOP}, {"?", STOP}, {"・", STOP}, {"\n", STOP},
    {"(", STOP}, {")", STOP}, {"[", STOP}, {"]", STOP}, {"「", STOP}, {"」", STOP}, {"【", STOP}, {"】", STOP}, {"→", STOP},
    {"|", STOP}, {"+", STOP},
    {"0", FILL}, {"1", FILL}, {"2", FILL}, {"3", FILL}, {"4", FILL}, {"5", FILL}, {"6", FILL}, {"7", FILL}, {"8", FILL},
    {"9", FILL}, {".", FILL}, {"/", FILL}, {"-", FILL}, {"~", FILL}, {"〜", FILL}, {"r", FILL}, {"h", FILL}, {"s", FILL}, {"令和", FILL},
    {"平成", FILL}, {"昭和", FILL}, {"年", FILL}, {"月", FILL}, {"日", FILL}, {"号", FILL}, {"時", FILL}, {"初", FILL}, {"末", FILL},
    {"上旬", FILL}, {"中旬", FILL}, {"下旬", FILL}, {"頃", FILL}, {"ごろ", FILL}, {"に", FILL}, {"で", FILL}, {"にて", FILL},
    {"により", FILL}, {"による", FILL}, {"のため", FILL}, {"先日", FILL}, {"先月", FILL}, {"先週", FILL}, {"昨日", FILL}, {"本日", FILL},
    {"今朝", FILL}, {"昨夜", FILL}, {"今月", FILL}, {"今年", FILL}, {"昨年", FILL}, {"去年", FILL}, {"一昨年", FILL}, {"前年", FILL},
    {"数年前", FILL}, {"以前", FILL}, {"既に", FILL}, {"すでに", FILL}, {"急", FILL}, {"な", FILL}, {"突然", FILL}, {"急遽", FILL},
    {"ご", FILL}, {"御", FILL}, {"お", FILL}, {"様", FILL}, {"さま", FILL}, {"さん", FILL}, {"氏", FILL}, {"殿", FILL}, {"方", FILL},
    {"病気", FILL}, {"病", FILL}, {"癌", FILL}, {"がん", FILL}, {"ガン", FILL}, {"肺がん", FILL}, {"肺癌", FILL}, {"胃がん", FILL},
    {"心不全", FILL}, {"心筋梗塞", FILL}, {"脳梗塞", FILL}, {"脳出血", FILL}, {"くも膜下出血", FILL}, {"肺炎", FILL},
    {"誤嚥性肺炎", FILL}, {"老衰", FILL}, {"事故", FILL}, {"交通事故", FILL}, {"コロナ", FILL}, {"急病", FILL},
    {"因", FILL}, {"因病", FILL}, {"由于", FILL}, {"于", FILL}, {"在", FILL}, {"刚", FILL}, {"刚刚", FILL}, {"已", FILL}, {"已经", FILL},
    {"前几天", FILL}, {"几天前", FILL}, {"上个月", FILL}, {"上月", FILL}, {"上周", FILL}, {"昨天", FILL}, {"今天", FILL}, {"昨晚", FILL},
    {"最近", FILL}, {"近日", FILL}, {"不幸", FILL}, {"先", FILL}, {"早", FILL}, {"早年", FILL}, {"突发", FILL}, {"疾病", FILL},
    {"心梗", FILL}, {"脑梗", FILL}, {"脑溢血", FILL}, {"心脏病", FILL}, {"癌症", FILL}, {"车祸", FILL}, {"意外", FILL}, {"也", FILL},
    {"又", FILL}, {"均", FILL}, {"都", FILL}, {"底", FILL}, {"年前", FILL}, {"has", FILL}, {"had", FILL}, {"just", FILL}, {"is", FILL},
    {"was", FILL}, {"'s", OF}, {"大丈夫", OTHER}, {"夫妻", OTHER}, {"夫婦", OTHER}};

/* Behind a word of death: it did not happen, or is only spoken of. */
static const char *const denials[] = {"ではな", "でな", "ではあり", "じゃな", "していな", "していませ", "してな", "しておら", "はしていな",
    "せず", "っていな", "っていませ", "りませ", "しませ", "ってはいな", "ってな", "っておら", "られていな", "られてな", "は誤", "の誤", "誤報", "の場合",
    "した場合", "った場合", "られた場合", "時の連絡", "時連絡", "時の対応", "時対応", "時の希望", "りそう", "るかも", "リスク",
    "のリスク", "の恐れ", "のおそれ", "の可能性", "率", "保険", "保障", "補償", "共済", "給付", "一時金", "例", "风险", "的风险", "保险",
    "的可能", "恐惧", "焦虑", "教育", "话题", "赔偿金", NULL};
/* Behind 看取り, with or without a particle: what is wished, planned or offered. */
static const char *const plans[] = {"希望", "対応", "予定", "期", "施設", "体制", "加算", "介護", "ケア", "可", "方針", "意向", "相談",
    "開始", "段階", "同意", "計画", "目的", "について", "説明", "話", "中", "研修", "経験", "実績", "指針", "看護", "支援", "準備",
    "検討", "視野", "図", NULL};
static const char *const particles[] = {"り", "の", "を", "に", "は", "も", "が", "で", "まで", NULL};
/* Behind a death that follows somebody: they report it. */
static const char *const reports[] = {"を", "届", "確認", "診断", "宣告", "連絡", "の連絡", "の報告", "の知らせ", "の届", "通知", NULL};
/* Between a death and whose it is: 亡くなった妻, 去世的老伴, death of his wife. */
static const char *const attributes[] = {
    "した", "った", "られた", "したのは", "ったのは", "的", "了的", "of", "ofhis", "ofher", "ofthe", NULL};
/* clang-format on */

enum { WORDS = sizeof words / sizeof *words, BUCKETS = 256, NO_WORD = UINT16_MAX };
_Static_assert(WORDS < NO_WORD, "words are numbered in 16 bits");

/* Words by their first character, and the first characters of words of death. */
static uint16_t first[BUCKETS], next[WORDS];
static uint8_t deadly[0x10000 / 8];
static pthread_once_t indexed = PTHREAD_ONCE_INIT;

/* The character at p, which is UTF-8, and its length. */
static uint32_t
character(const char *s, size_t n, size_t *length)
{
	const uint8_t *p = (const uint8_t *)s;
	size_t want = p[0] < 0xc0 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	uint32_t c = want == 1 ? p[0] : p[0] & (0xffu >> (want + 1));

	*length = want < n ? want : n;
	for (size_t i = 1; i < *length; i++)
		c = c << 6 | (p[i] & 0x3f);
	return c;
}

static size_t
bucket(uint32_t c)
{
	return (c ^ c >> 8) % BUCKETS;
}

static bool is_deadly(enum class class)
{
	return class >= DEATH && class < NOTHING;
}

static void
make_index(void)
{
	for (size_t i = 0; i < BUCKETS; i++)
		first[i] = NO_WORD;
	for (size_t i = 0; i < WORDS; i++) {
		size_t length;
		uint32_t c = character(words[i].text, strlen(words[i].text), &length);

		next[i] = first[bucket(c)];
		first[bucket(c)] = (uint16_t)i;
		if (is_deadly(words[i].class))
			deadly[c / 8] |= (uint8_t)(1u << c % 8);
	}
}

/* Whether it may hold a word of death as it stands; what folding would change is always looked at. */
static bool
may_tell(struct eni_str s)
{
	for (size_t at = 0, length; at < s.n; at += length) {
		uint32_t c = character(s.p + at, s.n - at, &length);

		c = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
		if (c >= 0xf900 || (deadly[c / 8] >> c % 8 & 1) != 0)
			return true;
	}
	return false;
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* NFKC, Latin letters small, blanks single. */
static void
fold(struct eni_buf *out, struct eni_str s)
{
	size_t n = 0;

	eni_nfkc(out, s);
	for (size_t i = 0; i < out->n; i++) {
		char c = out->p[i];

		c = c == '\t' || c == '\r' ? ' ' : c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
		if (c != ' ' || (n > 0 && out->p[n - 1] != ' '))
			out->p[n++] = c;
	}
	out->n = n;
}

/* Where the word ends that stands at `at`, blanks before and within it passed over (死 亡); 0: it does not stand there. */
static size_t
match(struct eni_str s, size_t at, const char *word)
{
	bool latin = is_letter(*word);

	for (; *word != '\0'; word++, at++) {
		if (at < s.n && s.p[at] == ' ')
			at++;
		if (at >= s.n || s.p[at] != *word)
			return 0;
	}
	return latin && at < s.n && is_letter(s.p[at]) ? 0 : at;
}

static size_t
match_any(struct eni_str s, size_t at, const char *const *list)
{
	size_t end, longest = 0;

	for (; *list != NULL; list++)
		if ((end = match(s, at, *list)) > longest)
			longest = end;
	return longest;
}

struct reading {
	struct eni_str text;
	size_t at, end; /* the word looked at, and where it ends */
	enum class class;
	bool free;                               /* it begins a word: what stands before it is known or no kanji */
	enum { NOBODY, NAMED, ACTS, WHOSE } kin; /* somebody else was named, does what follows, or what follows is theirs */
	size_t run;                              /* characters in no row since they act */
	bool told;                               /* a relative is who tells it: the one they tell of may be the client */
	bool denied;                             /* the word before was a no */
	bool bare;                               /* nothing but people, days and causes since the clause began */
	enum eni_death said;
};

/* How far a subject reaches: 母が11月に脳梗塞の再発で死亡. */
enum { REACH = 12 };

/* The longest word of the table at r->at. */
static void
look(struct reading *r)
{
	struct eni_str s = r->text;
	size_t length;
	uint32_t c = character(s.p + r->at, s.n - r->at, &length);
	bool inside = r->at > 0 && is_letter(s.p[r->at - 1]);

	r->class = c == ' ' ? BLANK : OTHER;
	r->end = r->at + length;
	for (uint16_t i = first[bucket(c)]; c != ' ' && i != NO_WORD; i = next[i]) {
		size_t end = match(s, r->at, words[i].text);

		if (end < r->end || (end == r->end && r->class != OTHER) || (inside && is_letter(*words[i].text)))
			continue;
		if (words[i].class == KIN && strlen(words[i].text) <= 3 && !r->free)
			continue;
		r->class = words[i].class;
		r->end = end;
	}
}

/* 死 and 亡 are a death only where they end what was said. */
static bool
ends_clause(const struct reading *r)
{
	struct reading after = *r;

	after.at = r->end;
	if (after.at == r->text.n)
		return true;
	look(&after);
	return after.class == STOP || after.class == COMMA;
}

/* 看取り希望, 看取りの方針. */
static bool
is_planned(const struct reading *r)
{
	size_t at = r->end, end;

	while (match_any(r->text, at, plans) == 0) {
		if ((end = match_any(r->text, at, particles)) == 0)
			return false;
		at = end;
	}
	return true;
}

/* Somebody who is named behind their death and does not tell of it. */
static bool
is_of_who_follows(const struct reading *r)
{
	struct reading after = *r;

	if ((after.at = match_any(r->text, r->end, attributes)) == 0 || after.at >= r->text.n)
		return false;
	after.free = true;
	if (after.text.p[after.at] == ' ')
		after.at++;
	look(&after);
	if (after.class != KIN || after.end >= r->text.n)
		return after.class == KIN;
	after.at = after.end;
	look(&after);
	return after.class != TELLS;
}

static bool
is_somebody_elses(const struct reading *r)
{
	if (r->class == LOSS || r->kin == WHOSE)
		return true;
	if (r->class == PARTING)
		return false;
	return (r->kin != NOBODY && match_any(r->text, r->end, reports) == 0) || is_of_who_follows(r);
}

static bool
happened(const struct reading *r)
{
	if (r->class == ALONE && !(r->bare && ends_clause(r)))
		return false;
	if (r->class == PARTING && is_planned(r))
		return false;
	return !r->denied && match_any(r->text, r->end, denials) == 0;
}

static void
heed_death(struct reading *r)
{
	enum eni_death said = is_somebody_elses(r) ? ENI_DEATH_OTHER : ENI_DEATH_CLIENT;

	if (happened(r) && said > r->said)
		r->said = said;
	r->kin = NOBODY;
}

/* 妻(花子): what follows a person in brackets is about them, unless it is the death. */
static void
pass_remark(struct reading *r)
{
	const char *close =
	    r->end < r->text.n && r->text.p[r->end] == '(' ? memchr(r->text.p + r->end, ')', r->text.n - r->end) : NULL;
	struct reading inner = *r;

	if (close == NULL)
		return;
	for (inner.at = r->end; inner.text.p + inner.at < close; inner.at = inner.end) {
		look(&inner);
		if (is_deadly(inner.class))
			return;
	}
	r->end = (size_t)(close + 1 - r->text.p);
}

static void
heed(struct reading *r)
{
	switch (r->class) {
	case KIN:
		r->kin = r->told ? NOBODY : NAMED;
		pass_remark(r);
		break;
	case TELLS:
		r->told = r->told || r->kin != NOBODY;
		r->kin = NOBODY;
		break;
	case SUBJECT:
		r->kin = r->kin == NAMED ? ACTS : r->kin;
		r->run = 0;
		break;
	case OF:
		r->kin = r->kin == NAMED ? WHOSE : r->kin;
		break;
	case STOP:
		if (r->text.p[r->at] != '(' || r->kin != NAMED) /* 妻(死亡) */
			r->kin = NOBODY;
		break;
	case COMMA:
		r->kin = r->kin == ACTS && r->run == 0 ? ACTS : NOBODY;
		break;
	case BLANK:
	case FILL:
	case NOT:
		break;
	case OTHER:
	case NOTHING:
		r->kin = r->kin == ACTS && ++r->run <= REACH ? ACTS : NOBODY;
		break;
	case CLIENT:
	case TURN:
		r->kin = NOBODY;
		break;
	case DEATH:
	case PARTING:
	case LOSS:
	case ALONE:
		heed_death(r);
		break;
	}
}

static bool
is_kanji(const char *s, size_t n)
{
	size_t length;
	uint32_t c = character(s, n, &length);

	return c >= 0x3400 && c <= 0x9fff;
}

enum eni_death
eni_death_read(struct eni_str text)
{
	struct eni_buf folded = {0};
	struct reading r = {.free = true, .bare = true};

	pthread_once(&indexed, make_index);
	if (!may_tell(text) || eni_utf8_prefix(text) < text.n)
		return ENI_DEATH_NONE;
	fold(&folded, text);
	for (r.text = eni_buf_str(&folded); r.at < r.text.n; r.at = r.end) {
		look(&r);
		heed(&r);
		r.free = r.class != OTHER || !is_kanji(r.text.p + r.at, r.text.n - r.at);
		r.denied = r.class == NOT || (r.denied && (r.class == FILL || r.class == BLANK));
		r.bare = r.class == STOP || r.class == COMMA || (r.bare && r.class >= BLANK && r.class <= CLIENT);
	}
	eni_buf_free(&folded);
	return r.said;
}
