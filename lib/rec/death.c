/*
 * Reading of death: see death.h.
 * The text is cut into words of one table, the longest first, and what is in no row counts by its characters.  Going along, the
 * reader remembers who was named last; a death belongs to that person only where nothing stands between but what may (妻が先月急に
 * 死亡), and to the client otherwise (長女宅で死亡, 妻より死亡の連絡).
 */
#include "rec/death.h"

#include <assert.h>
#include <pthread.h>

#include "base/mem.h"
#include "base/text.h"
#include "rec/hints_priv.h"

enum class {
	OTHER,   /* in no row */
	BLANK,   /* 妻 死亡 is 妻死亡 */
	FILL,    /* may stand between somebody and their death: when, of what, how */
	STOP,    /* a clause ends */
	COMMA,   /* a clause ends, unless it has only its subject: 妻が、先月死亡 */
	SUBJECT, /* who was named does what follows */
	OF,      /* 夫の死去, 妻を看取り */
	KIN,     /* somebody who is not the client; of one character, only where it begins a word: not in 和夫 */
	FAMILY,  /* the same, but nobody in particular */
	ANOTHER, /* the client named next is another one */
	CLIENT,  /* the client */
	TELLS,   /* who was named only says so: 長男より, 女儿来电 */
	SAYS,    /* the same, and what is said is a clause of its own: 女儿说老人走了 */
	SPEECH,  /* what was said are the words of somebody else: とのこと */
	TURN,    /* what follows is no longer about the subject: 妻が介護していたが死亡 */
	NOT,     /* 没有去世 */
	MAYBE,   /* 可能去世 */
	DEATH,
	PARTING,   /* a death in the presence of who was named: 妻が看取り; not 夫の看取り */
	LOSS,      /* a death that cannot be the client's: 妻を亡くし, 丧偶 */
	RITE,      /* a death, unless they only stay away for it: 通夜, not 通夜のため休み */
	ALONE,     /* a death where the clause says nothing else: 11/2死 */
	EUPHEMISM, /* the same, but they may only have left: 老人走了 */
	RUMOUR,    /* 心肺停止, お線香をあげ: somebody has, most likely */
	NOTHING    /* holds a word of death and is none */
};

/* What a relative is to whoever calls them so. */
enum kin {
	ELDER = 1,
	HUSBAND = 2,
	WIFE = 4,
	CHILD = 8, /* their own, in law, of the next generation but one */
	SIBLING = 16,
	UNCLE = 32,
	NEPHEW = 64,
	ANY = 128,    /* of the family, and nobody in particular */
	POLITE = 256, /* 奥様: nobody says so of their own */
	SELF = 512,   /* the client */
	MINE = 1024   /* 我妈: so speaks only whose she is */
};

/* To whom the dead was what they are called: 母 to 長女. */
static const struct {
	unsigned dead, teller;
} counterparts[] = {
    {ELDER, ELDER | HUSBAND | WIFE | CHILD | NEPHEW | ANY},
    {HUSBAND, WIFE},
    {WIFE, HUSBAND},
    {CHILD, ELDER},
    {SIBLING, SIBLING},
    {UNCLE, NEPHEW | CHILD},
    {NEPHEW, UNCLE},
};

/* clang-format off */
/* Words as fold leaves them, with a blank between. */
static const struct {
	enum class class;
	const char *words;
	unsigned kin; /* of enum kin */
} table[] = {
    {DEATH, "死亡 死去 死没 逝去 永眠 他界 亡くな 亡な 無くなられ 急逝 急死 病死 病没 突然死 孤独死 孤立死 事故死 "
        "溺死 自死 自殺 縊死 老衰死 自然死 変死 死後処置 死後の処置 死後手続 死後の手続 没後 大往生 往生 召天 "
        "昇天 帰天 物故 鬼籍 不帰の客 帰らぬ人 息を引き取 息をひきと 息引き取 息絶え 最期を迎え 最後を迎え 逝っ 逝か 逝き 逝く 天国へ 天国に 旅立たれ "
        "旅立ちました 死んだ 死んで 死にました 死体 遺体 遺族 故人 お悔やみ お悔み ご冥福 冥福 エンゼルケア "
        "ステルベン ステった 天寿を全う 天寿をまっとう 永遠の眠り 訃報 訃音 ご愁傷 "
        "愁傷様 享年 旅立った 絶命 歿 去世 过世 過世 逝世 病故 病逝 身故 亡故 已故 故去 离世 "
        "離世 仙逝 辞世 谢世 離開人世 离开人世 离开了人世 不在人世 与世长辞 长眠 安详离开 安详离去 猝死 猝逝 "
        "离逝 驾鹤 去了天堂 命归西 寿终 善终 咽气 断气 已死 自杀 自缢 殁 遗体 遗属 死者 逝者 讣告 节哀 安息 "
        "离开我们 离开了我们 抢救无效 停止呼吸 停止了呼吸 没有生命体征 无生命体征 注销户口 作古 仙去 享年 终年 "
        "后事已 丧事 丧葬 殡仪馆 殡葬 葬礼 下葬 安葬 骨灰 头七 "
        "deceased died dead death passedaway passedon", 0},
    {RITE, "葬儀 葬式 告別式 通夜 火葬 荼毘 納棺 出棺 喪主 弔問 弔電 香典 供花 霊前 納骨 初七日 四十九日 遗体告别 追悼会 出殡 "
        "火化 吊唁 funeral", 0},
    {ALONE, "死 死了 没了 没 亡 故", 0},
    {EUPHEMISM, "走了 走的 走得安详 走得很安详 走得平静 走得很平静 走得突然 走得很突然 "
        "老了 不在了 已不在 已不在了 已经不在 已经不在了", 0},
    {RUMOUR, "心肺停止 ご不幸 御不幸 線香をあげ 線香を上げ 線香を供 線香をお供 線香あげ 焼香 仏壇に手を合わせ 仏壇に合掌 "
        "仏壇に線香 仏壇にお線香 仏壇にお参り 仏壇に参 仏壇にご挨拶 仏壇の前 白事 没救过来 没有救过来 没能救过来 没抢救过来 没能抢救过来 没救回来 没抢救回来", 0},
    {PARTING, "看取 看とり 看とら みとり みとら 見取り 处理后事 料理后事 办理后事 办后事 守灵 治丧 "
        "办白事 办丧事 办理丧事 料理丧事", 0},
    {LOSS, "亡くし 亡くす 亡くさ 先立たれ 死別 死に別れ 未亡人 やもめ 亡夫 亡妻 亡父 亡母 亡息 亡兄 亡姉 亡弟 "
        "亡妹 亡き夫 亡き妻 亡き父 亡き母 亡き主人 亡き兄 亡き息子 亡き娘 丧偶 丧夫 丧妻 丧子 丧女 丧父 丧母 "
        "失独 喪偶 奔丧 参加葬礼 参加丧事", 0},
    {NOTHING, "遺族年金 遺族厚生年金 遺族基礎年金 遺族共済 遺族会 死心 已死心 梗死 脑梗死 心梗死 死んでも "
        "死んでしまい 他界隈 立往生 立ち往生 往生際 見取り図 善终服务 善终关怀 自殺未遂 自殺念慮 自殺企図 "
        "自殺願望 自殺予防 自杀未遂 自杀倾向 自杀念头 見取り算 安息日 未死亡 非死亡 没去世 没死 没过世 人老了 老人老了 "
        "年老了", 0},
    {KIN, "父 母 親 姑 舅 父親 母親 お父 お母 実父 実母 義父 義母 養父 養母 祖父 祖母 両親 義理の父 義理の母 其父 其母 "
        "父亲 母亲 爸爸 妈妈 岳父 岳母 公公 婆婆 双亲 mother father", ELDER},
    {KIN, "我爸 我妈 我爸爸 我妈妈 我父亲 我母亲 我父母 我公公 我婆婆 我岳父 我岳母", ELDER | MINE},
    {KIN, "配偶者 連れ合い つれあい 連合い 伴侶 内縁 パートナー 老伴 老伴儿 配偶 爱人 spouse partner", HUSBAND | WIFE},
    {KIN, "夫 前夫 丈夫 老公 其夫 husband 旦那 亭主 主人", HUSBAND},
    {KIN, "她先生", HUSBAND | POLITE},
    {KIN, "妻 家内 女房 前妻 妻子 老婆 其妻 wife", WIFE},
    {KIN, "奥様 奥さま 奥さん 他太太", WIFE | POLITE},
    {KIN, "嫁 お嫁", CHILD | WIFE},
    {KIN, "娘 孫 婿 息子 子息 娘婿 長男 次男 二男 三男 四男 長女 次女 二女 三女 四女 長男嫁 長男の嫁 お子さん お子様 "
        "子供 子ども お嬢 孫娘 お孫 其子 其女 儿子 女儿 大儿子 小儿子 二儿子 大女儿 小女儿 二女儿 长子 次子 独子 "
        "独生子 长女 女婿 儿媳 儿媳妇 媳妇 孙子 孙女 外孙 外孙女 son daughter grandson", CHILD},
    {KIN, "兄 弟 姉 妹 お兄 お姉 弟さん 妹さん 実兄 実弟 実姉 実妹 義兄 義弟 義姉 義妹 兄弟 姉妹 兄嫁 哥哥 大哥 弟弟 "
        "姐姐 大姐 妹妹 兄长 姐夫 嫂子 brother sister", SIBLING},
    {KIN, "叔父 伯父 叔母 伯母 おじ おば", UNCLE},
    {KIN, "姪 甥 侄子 侄女 外甥", NEPHEW},
    {KIN, "従兄弟 従姉妹 いとこ 介護者 主介護者 世帯主 同居人 同居者 後見人 保佐人 保証人 身元引受人 隣人 友人 友達 "
        "親友 知人 大家 主治医 ケアマネ ケアマネジャー 同室者 愛犬 愛猫 飼い犬 飼い猫 飼犬 飼猫 ペット 犬 猫 "
        "照顾者 照护者 看护者 监护人 担保人 保姆 护工 室友 邻居 朋友 老友 好友 宠物 狗 friend carer caregiver 他の方 "
        "別の方 隣の方 隣室の方 同室の方 隣席の方 他の人 同伴 病友 舍友 同屋 同屋老人 其他人 别人 旁人 有人", 0},
    {FAMILY, "親族 親戚 親類 身内 家族 肉親 キーパーソン 亲戚 亲属 亲人 家人 家属 子女", ANY},
    {ANOTHER, "他 他の 別の 隣の 隣席の 隣室の 同室の 同じユニットの 同じ部屋の 同じフロアの 同じ階の 同席の "
        "仲良しの 仲の良い 仲のよい 親しい 其他 其它 别的 隔壁 邻床 邻床的 隔壁的 同屋的 同房 同房间 同房间的 "
        "同室 同楼层 另一位", 0},
    {CLIENT, "本人 利用者 患者 入居者 入所者 老人 长者 客户 住户 老太太 老人家 老爷子 老太 "
        "老先生 爷爷 奶奶 老爷爷 老奶奶 阿公 阿婆 病人 client resident patient", SELF},
    {SUBJECT, "が は も", 0},
    {OF, "の を 的 's", 0},
    {TELLS, "より から 曰く いわく に確認 に電話 に連絡 連絡 電話 報告 来所 情報 电话 微信 "
        "回复", 0},
    {SAYS, "告知 告诉 通知 称 说 讲 表示 反馈 转告 来電 来電話 来电 来电话 来信 says said called reports reported", 0},
    {SPEECH, "とのこと との事 との由 との旨 そうです そうだ だそう とおっしゃ と仰 と話 と聞 と伺", 0},
    {TURN, "たが ですが ので ため ながら けど けれど 後 中 介護 世話 看病 付添 付き添 見守 発見 同居 不在 面会 宅 "
        "て、 し、", 0},
    {MAYBE, "可能 也许 似乎 好像 疑似 估计 恐らく おそらく 多分 たぶん もしかすると もしかして", 0},
    {NOT, "没有 未 并未 尚未 不是 并非 非 not no", 0},
    {COMMA, "、 ,", 0},
    {STOP, "。 ; : ! ? ・ ( ) [ ] 「 」 【 】 → | + \n", 0},
    {FILL, "0 1 2 3 4 5 6 7 8 9 . / - ~ 〜 r h s 令和 平成 昭和 年 月 日 号 時 初 末 上旬 中旬 下旬 頃 ごろ に で "
        "にて により による のため 先日 先月 先週 昨日 本日 今朝 昨夜 今月 今年 昨年 去年 一昨年 前年 数年前 "
        "以前 既に すでに 急 な 突然 急遽 ご 御 お 様 さま さん 氏 殿 方 病気 病 癌 がん ガン 肺がん 肺癌 "
        "胃がん 心不全 心筋梗塞 脳梗塞 脳出血 くも膜下出血 肺炎 誤嚥性肺炎 老衰 事故 交通事故 コロナ 急病 因 "
        "因病 由于 于 在 刚 刚刚 已 已经 前几天 几天前 上个月 上月 上周 昨天 今天 昨晚 最近 近日 不幸 先 早 "
        "早年 前天 今早 凌晨 夜里 半夜 清晨 早上 晚上 人 安详 安详地 平静 平静地 在医院 在家 在家里 "
        "在院里 在睡梦中 突发 疾病 心梗 脑梗 脑溢血 心脏病 癌症 车祸 意外 也 又 均 都 底 年前 has had just is was", 0},
    {OTHER, "大丈夫 夫妻 夫婦", 0},
};
/* Behind a word of death: it did not happen, or is only spoken of. */
static const char denials[] =
    "ではな でな ではあり じゃな していな していませ してな しておら はしていな せず っていな っていませ "
    "りませ しませ ってはいな ってな っておら られていな られてな は誤 の誤 誤報 の場合 した場合 った場合 "
    "られた場合 時の連絡 時連絡 時の対応 時対応 時の希望 りそう りかけ るかも リスク のリスク の恐れ のおそれ "
    "の可能性 率 保険 保障 補償 共済 給付 一時金 例 风险 的风险 保险 的可能 恐惧 焦虑 教育 话题 赔偿金";
/* Behind a death: whoever wrote it does not know. */
static const char doubts[] =
    "? らしい か? か( か。 か、 かと か不明 か未 か要 かどうか かもしれ のようだ の模様 疑い の疑い と思われ との噂 の噂 (? (未確認 未確認 (要確認 "
    "要確認 (確認中 確認中 を確認中 (不明 不明 (不確か 待核实 (待核实 待确认 (待确认 未核实 (未核实 未确认 (未确认 了? 了吗";
/* Between the stem and that: 亡くなったらしい. */
static const char endings[] =
    "った られた った様子 した された しました りました";
/* Behind a death that is spoken of in the first person: 夫が亡くなりました. */
static const char spoken[] =
    "りました しました されました られました りになりました りになられました いたしました 致しました ました です でした ったのです ったんです";
/* Behind a rite: whoever stays away for it goes to somebody else's, and one that is spoken of beforehand is still to come. */
static const char occasions[] =
    "のため に行くため に参列のため に参列するため に出席のため に出席するため 参列のため 出席のため 法要のため で休 で欠席 で不在 にて休 にて欠席 "
    "るのが ること る習慣 る日課 が日課 により休 により欠席 があり休 があり欠席 があるため 休み 欠席 请假 の希望 を希望 の相談 の話 の事前 について 費用 保険 互助会 社";
/* Behind 看取り, with or without a particle: what is wished, planned or offered. */
static const char plans[] =
    "希望 対応 予定 期 施設 体制 加算 介護 ケア 可 方針 意向 相談 開始 段階 同意 計画 目的 について 説明 話 中 "
    "研修 経験 実績 指針 看護 支援 準備 検討 視野 図";
static const char particles[] =
    "り の を に は も が で まで";
/* Behind a death that follows somebody: they report it. */
static const char reports[] =
    "を 届 確認 診断 宣告 連絡 の連絡 の報告 の知らせ の届 通知";
/* Between a death and whose it is: 亡くなった妻, 去世的老伴, death of his wife. */
static const char attributes[] =
    "した った られた したのは ったのは 的 了的 of ofhis ofher ofthe";
/* clang-format on */

/* The words by their first character. */
enum { WORDS = 1024, BUCKETS = 256 };
static struct word {
	struct eni_str text;
	enum class class;
	unsigned kin;
	const struct word *next; /* in its bucket */
} words[WORDS];
static const struct word *first[BUCKETS];
static pthread_once_t indexed = PTHREAD_ONCE_INIT;

static size_t
bucket(uint32_t c)
{
	return (c ^ c >> 8) % BUCKETS;
}

static bool is_deadly(enum class class)
{
	return class >= DEATH && class < NOTHING;
}

/* The next word of a list; empty behind the last. */
static struct eni_str
next_word(const char **list)
{
	struct eni_str word;

	*list += strspn(*list, " ");
	word = (struct eni_str){*list, strcspn(*list, " ")};
	*list += word.n;
	return word;
}

void
eni_death_hints(void)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		const char *rest = is_deadly(table[i].class) ? table[i].words : "";

		for (struct eni_str word; (word = next_word(&rest)).n > 0;)
			eni_hint_mark(ENI_HINT_DEATH, word);
	}
}

static void
make_index(void)
{
	struct word *w = words;
	size_t length;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		const char *rest = table[i].words;

		for (struct eni_str word; (word = next_word(&rest)).n > 0; w++) {
			const struct word **to = &first[bucket(eni_character(word.p, word.n, &length))];

			assert(w < words + WORDS);
			*w = (struct word){word, table[i].class, table[i].kin, *to};
			*to = w;
		}
	}
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
match(struct eni_str s, size_t at, struct eni_str word)
{
	for (size_t i = 0; i < word.n; i++, at++) {
		if (at < s.n && s.p[at] == ' ')
			at++;
		if (at >= s.n || s.p[at] != word.p[i])
			return 0;
	}
	return is_letter(word.p[0]) && at < s.n && is_letter(s.p[at]) ? 0 : at;
}

/* The longest of a list. */
static size_t
match_any(struct eni_str s, size_t at, const char *list)
{
	size_t end, longest = 0;

	for (struct eni_str word; (word = next_word(&list)).n > 0;)
		if ((end = match(s, at, word)) > longest)
			longest = end;
	return longest;
}

/* Whom the text is about just now. */
enum whom {
	CLIENTS, /* nobody else was named */
	NAMED,   /* somebody else was: 妻 */
	ACTS,    /* and does what follows: 妻が */
	HAS,     /* and what follows is theirs: 妻の */
	HEADS    /* and heads it: 妻:死亡 */
};

/* Who is said to have died, where it is not the client, and who says so, of enum kin. */
struct news {
	unsigned dead, tellers;
	bool spoken;   /* in their own words */
	bool own;      /* and those are about their own: 主人が亡くなりました */
	bool of_whose; /* 利用者の母: theirs, whoever says so */
};

struct reading {
	struct eni_str text;
	size_t at, end;           /* the word looked at, and where it ends */
	enum class class, before; /* what it is, and what stood before it, blanks aside */
	enum whom whom;
	bool single;              /* who was named is one person */
	size_t run;               /* characters in no row since they act */
	bool free;                /* a word may begin here: what stands before is known, or no kanji */
	bool told;                /* a relative is who tells it: the one they tell of may be the client */
	bool denied;              /* the word before was a no */
	bool maybe;               /* or a perhaps */
	bool honoured;            /* or a ご */
	bool bare;                /* nothing but people, days and causes since the clause began */
	unsigned kin, who, named; /* of enum kin: the word's; theirs who were named just now, and before that */
	struct news news;         /* of this sentence */
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
	uint32_t c = eni_character(s.p + r->at, s.n - r->at, &length);
	bool inside = r->at > 0 && is_letter(s.p[r->at - 1]);

	r->class = c == ' ' ? BLANK : OTHER;
	r->kin = 0;
	r->end = r->at + length;
	for (const struct word *w = c == ' ' ? NULL : first[bucket(c)]; w != NULL; w = w->next) {
		size_t end = match(s, r->at, w->text);

		if (end < r->end || (end == r->end && r->class != OTHER) || (inside && is_letter(w->text.p[0])))
			continue;
		if (w->class == KIN && w->text.n == length && !r->free)
			continue;
		r->class = w->class;
		r->kin = w->kin;
		r->end = end;
	}
}

/* 死 and 亡 are a death, and 妻:死亡 is hers, only where that is all that is said. */
static bool
ends_clause(const struct reading *r)
{
	struct reading after = *r;

	after.at = r->end < r->text.n && r->text.p[r->end] == ' ' ? r->end + 1 : r->end;
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
	if ((after.class != KIN && after.class != FAMILY) || after.end >= r->text.n)
		return after.class == KIN || after.class == FAMILY;
	after.at = after.end;
	look(&after);
	return after.class != TELLS && after.class != SAYS;
}

static bool
is_somebody_elses(const struct reading *r)
{
	if (r->class == LOSS || r->whom == HAS)
		return true;
	if (r->class == PARTING)
		return false;
	if (r->whom == HEADS)
		return ends_clause(r);
	return (r->whom != CLIENTS && match_any(r->text, r->end, reports) == 0) || is_of_who_follows(r);
}

/* 故 山田太郎: of a client in the column of names, of anybody in a text. */
static bool
is_title(const struct reading *r)
{
	return r->at == 0 && match(r->text, 0, ENI_S("故")) == r->end && r->end + 1 < r->text.n && r->text.p[r->end] == ' ';
}

static bool
happened(const struct reading *r)
{
	if (is_title(r))
		return true;
	if ((r->class == ALONE || r->class == EUPHEMISM) && !(r->bare && ends_clause(r)))
		return false;
	if (r->class == EUPHEMISM && r->before == COMMA) /* 看了一圈，走了 */
		return false;
	if (r->class == PARTING && is_planned(r))
		return false;
	if ((r->class == RITE || r->class == RUMOUR) && match_any(r->text, r->end, occasions) > 0)
		return false;
	return !r->denied && match_any(r->text, r->end, denials) == 0;
}

static bool
is_doubted(const struct reading *r)
{
	size_t at = match_any(r->text, r->end, endings);

	if (r->maybe || match_any(r->text, r->end, doubts) > 0 || (at > 0 && match_any(r->text, at, doubts) > 0))
		return true;
	at = match(r->text, at > 0 ? at : r->end, ENI_S("か"));
	return at > 0 && at == r->text.n;
}

static void
note_whose(struct reading *r)
{
	bool spoken_of =
	    match_any(r->text, r->end, spoken) > 0 || eni_str_ends((struct eni_str){r->text.p, r->end}, ENI_S("ました"));

	r->news.dead |= r->named;
	r->news.spoken |= spoken_of || (r->named & MINE) != 0;
	r->news.own |= spoken_of && (r->named & POLITE) == 0;
}

static void
heed_death(struct reading *r)
{
	enum eni_death said = is_somebody_elses(r)                                                          ? ENI_DEATH_OTHER
			      : r->class == EUPHEMISM || r->class == RUMOUR || is_title(r) || is_doubted(r) ? ENI_DEATH_DOUBTFUL
													    : ENI_DEATH_CLIENT;

	if (happened(r) && said == ENI_DEATH_OTHER && r->class != LOSS && r->whom != CLIENTS)
		note_whose(r);
	if (happened(r) && said > r->said)
		r->said = said;
	r->whom = CLIENTS;
}

/* To a daughter the client is 母: whoever died is the client where one to whom they were that tells of it, or their own words are
 * kept; that the client had a mother left is hardly ever so. */
static bool
may_be_of_client(const struct news *news)
{
	bool foreign = (news->tellers & SELF) != 0 || news->of_whose;

	for (size_t i = 0; i < sizeof counterparts / sizeof *counterparts; i++)
		if ((news->dead & counterparts[i].dead) != 0 && (news->tellers & counterparts[i].teller) != 0)
			return !foreign;
	if ((news->dead & ELDER) != 0)
		return !foreign && news->spoken;
	return !foreign && (news->dead & (HUSBAND | WIFE)) != 0 && news->own && news->tellers == 0;
}

static void
end_sentence(struct reading *r)
{
	if (r->said < ENI_DEATH_DOUBTFUL && may_be_of_client(&r->news))
		r->said = ENI_DEATH_DOUBTFUL;
	r->news = (struct news){0};
}

static bool
is_mark(const struct reading *r, const char *marks)
{
	return r->end == r->at + 1 ? strchr(marks, r->text.p[r->at]) != NULL : match_any(r->text, r->at, marks) > 0;
}

/* Who tells, who is told of, and where that ends. */
static void
heed_news(struct reading *r)
{
	bool teller = r->class == TELLS || r->class == SAYS || (r->class == STOP && is_mark(r, "「 )"));

	if (teller)
		r->news.tellers |= r->who;
	if (r->class == SAYS || r->class == SPEECH || (r->class == STOP && is_mark(r, "「")))
		r->news.spoken = true;
	if (r->class == STOP && is_mark(r, "。 \n"))
		end_sentence(r);
	if (r->class == KIN || r->class == FAMILY || r->class == CLIENT) {
		r->news.of_whose |= r->before == OF && (r->named & SELF) != 0 && r->class != CLIENT;
		r->who = r->named = r->kin | (r->before == FILL && r->honoured ? (unsigned)POLITE : 0);
	} else if (r->class != FILL && r->class != BLANK) {
		r->who = 0;
	}
	r->honoured = r->class == FILL && is_mark(r, "ご 御 お");
	if (r->class == FILL && r->who != 0 && is_mark(r, "様 さま さん"))
		r->named |= POLITE;
}

/* 妻(花子): what follows a person in brackets is about them, unless it is the death. */
static void
pass_remark(struct reading *r)
{
	enum { LONGEST = 64 };
	struct eni_str rest = eni_str_from(r->text, r->end);
	const char *close =
	    rest.n > 0 && rest.p[0] == '(' ? memchr(rest.p, ')', rest.n < LONGEST ? rest.n : (size_t)LONGEST) : NULL;
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
	case FAMILY:
		r->told = r->told || (r->class == KIN && r->whom == HEADS); /* 娘:母が */
		r->whom = r->told ? CLIENTS : NAMED;
		r->single = r->class == KIN;
		pass_remark(r);
		break;
	case TELLS:
	case SAYS:
		r->told = r->told || r->whom != CLIENTS;
		r->whom = CLIENTS;
		break;
	case SUBJECT:
		r->whom = r->whom == NAMED ? ACTS : r->whom;
		r->run = 0;
		break;
	case OF:
		r->whom = r->whom == NAMED ? HAS : r->whom;
		break;
	case STOP:
		r->whom = r->whom == NAMED && (r->text.p[r->at] == '(' || (r->text.p[r->at] == ':' && r->single)) ? HEADS : CLIENTS;
		break;
	case COMMA:
		r->whom = r->whom == ACTS && r->run == 0 ? ACTS : CLIENTS;
		break;
	case BLANK:
	case FILL:
	case NOT:
	case MAYBE:
		break;
	case SPEECH:
	case OTHER:
	case NOTHING:
		r->whom = r->whom == ACTS && ++r->run <= REACH ? ACTS : CLIENTS;
		break;
	case CLIENT:
		r->whom = r->before == ANOTHER && !r->told ? NAMED : CLIENTS;
		break;
	case ANOTHER:
	case TURN:
		r->whom = CLIENTS;
		break;
	case DEATH:
	case PARTING:
	case LOSS:
	case RITE:
	case ALONE:
	case EUPHEMISM:
	case RUMOUR:
		heed_death(r);
		break;
	}
}

static bool
is_kanji(const char *s, size_t n)
{
	size_t length;
	uint32_t c = eni_character(s, n, &length);

	return c >= 0x3400 && c <= 0x9fff;
}

/* On to the next word. */
static void
step(struct reading *r)
{
	r->free = r->class != OTHER || !is_kanji(r->text.p + r->at, r->text.n - r->at);
	r->before = r->class == BLANK ? r->before : r->class;
	r->at = r->end;
}

static enum eni_death
read_through(struct eni_str text)
{
	struct eni_buf folded = {0};
	struct reading r = {.free = true, .bare = true};

	fold(&folded, text);
	for (r.text = eni_buf_str(&folded); r.at < r.text.n; step(&r)) {
		look(&r);
		heed_news(&r);
		heed(&r);
		r.denied = r.class == NOT || (r.denied && (r.class == FILL || r.class == BLANK));
		r.maybe = r.class == MAYBE || (r.maybe && (r.class == FILL || r.class == BLANK));
		r.bare =
		    r.class == STOP || r.class == COMMA || r.class == SAYS || (r.bare && r.class >= BLANK && r.class <= CLIENT);
	}
	end_sentence(&r);
	eni_buf_free(&folded);
	return r.said;
}

enum eni_death
eni_death_read(struct eni_str text)
{
	pthread_once(&indexed, make_index);
	return text.n > 0 && (eni_hints(text) & ENI_HINT_DEATH) != 0 && eni_utf8_prefix(text) == text.n ? read_through(text)
													: ENI_DEATH_NONE;
}

bool
eni_names_another(struct eni_str text)
{
	struct eni_buf folded = {0};
	struct reading r = {.free = true};
	bool named = false;

	pthread_once(&indexed, make_index);
	if (eni_utf8_prefix(text) < text.n)
		return false;
	fold(&folded, text);
	for (r.text = eni_buf_str(&folded); r.at < r.text.n && !named; step(&r)) {
		look(&r);
		named = r.class == KIN || r.class == FAMILY || (r.class == CLIENT && r.before == ANOTHER);
	}
	eni_buf_free(&folded);
	return named;
}
