/* Relief: see relief.h. */
#include "partner/relief.h"

#include "base/text.h"

/* clang-format off */
/* What a topic says by one of these words, folded; what a rule says by its words' code.  Blanks between. */
static const struct {
	enum eni_relief relief;
	const char *topics, *says;
} table[] = {
    {ENI_RELIEF_TALK, "family_talk 家族説明 家族への説明 家族へ説明 家族に説明 家族対応の代行 家族面談 家族との面談 家族調整 家属沟通 家属说明 家属谈话 家属面谈 与家属 向家属", ""},
    {ENI_RELIEF_DRAFT, "draft 下書き 連携文 情報提供書 連携シート 草稿 联系单 联络单", "draft meeting-draft"},
    {ENI_RELIEF_CALL, "memo issue_first 論点 先出し 状況整理 状況報告 情况小结 情况通报 情况告知", "memo issue first-report monthly-report absence"},
};
/* clang-format on */
enum { TABLE = sizeof table / sizeof *table };

static bool
holds_one(struct eni_str text, const char *words)
{
	struct eni_str rest = eni_str_of(words), word;

	while (text.n > 0 && eni_piece(&rest, &word))
		if (memmem(text.p, text.n, word.p, word.n) != NULL)
			return true;
	return false;
}

static bool
is_one(struct eni_str text, const char *words)
{
	struct eni_str rest = eni_str_of(words), word;

	while (text.n > 0 && eni_piece(&rest, &word))
		if (eni_str_eq(text, word))
			return true;
	return false;
}

static enum eni_relief
by_topic(struct eni_str topic)
{
	struct eni_buf folded = {0};
	size_t i = 0;

	eni_casefold(&folded, topic);
	while (i < TABLE && !holds_one(eni_buf_str(&folded), table[i].topics))
		i++;
	eni_buf_free(&folded);
	return i < TABLE ? table[i].relief : ENI_RELIEFS;
}

/* What the rule of a touch says; a draft is journalled under its own name where no rule asks for one. */
static struct eni_str
said_by(const struct eni_rules *rules, struct eni_str id)
{
	uint32_t at = eni_map_get(&rules->by_id, id);

	return at == ENI_NONE ? id : rules->rule[at]->say;
}

static enum eni_relief
by_rule(const struct eni_rules *rules, struct eni_str id)
{
	struct eni_str say = id.n == 0 ? id : said_by(rules, id);

	for (size_t i = 0; i < TABLE; i++)
		if (is_one(say, table[i].says))
			return table[i].relief;
	return ENI_RELIEFS;
}

enum eni_relief
eni_relief_of(const struct eni_rules *rules, const struct eni_touch *t)
{
	enum eni_relief relief = t->topic.n > 0 ? by_topic(t->topic) : ENI_RELIEFS;

	if (relief == ENI_RELIEFS)
		relief = by_rule(rules, t->rule);
	if (relief == ENI_RELIEF_TALK)
		return eni_to_is_partner(t->to) ? ENI_RELIEFS : relief; /* told of a talk, they held none */
	return relief < ENI_RELIEFS && eni_to_is_partner(t->to) && t->dir == ENI_DIR_OUT ? relief : ENI_RELIEFS;
}
