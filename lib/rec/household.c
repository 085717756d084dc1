/* The people of a record and their numbers: see household.h. */
#include "rec/household.h"

#include "base/dial.h"
#include "rec/vocabulary.h"

enum eni_whose
eni_household_decides(struct eni_name_fold *f, const struct eni_household *h)
{
	struct eni_str who = h->decision_maker;
	int said;

	if (who.n == 0)
		return h->family.n > 0 ? ENI_THE_RELATIVE : ENI_NOBODY_NAMED;
	if (eni_str_eq(who, h->family))
		return ENI_THE_RELATIVE;
	said = eni_word_find(ENI_V_TO, who);
	if (said == ENI_TO_CLIENT || eni_name_same_person(f, who, h->client))
		return ENI_CLIENT_SELF;
	if (said == ENI_TO_FAMILY || h->family.n == 0 || eni_str_eq(who, h->relation) || eni_name_same_person(f, who, h->family))
		return ENI_THE_RELATIVE;
	return ENI_SOMEBODY_ELSE;
}

struct eni_str
eni_household_decider(const struct eni_household *h)
{
	struct eni_str who = h->decision_maker;
	int said = who.n == 0 ? 0 : eni_word_find(ENI_V_TO, who);

	if (who.n == 0 || ((said == ENI_TO_FAMILY || eni_str_eq(who, h->relation)) && h->family.n > 0))
		return h->family.n > 0 ? h->family : h->client;
	return said == ENI_TO_CLIENT ? h->client : who;
}

/* ---- remarks ---- */

/* The words of a remark are parted by these; so are numbers and their remarks from one another by the first ones. */
static const char *const parting[] = {"、", ",", "，", "/", "／", "\n", ";", "；", "|"};
static const char *const signs[] = {
    " ", "\u3000", "(", ")", "（", "）", "[", "]", "［", "］", "【", "】", "〔", "〕", ":", "：", "・", "\r", "\t"};
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* What is said of the telephone and not of its owner. */
static const char *const of_telephones[] = {"携帯", "携帯電話", "ケータイ", "自宅", "固定", "固定電話", "勤務先", "職場", "会社",
    "代", "代表", "電話", "手机", "座机", "家里", "家", "单位", "公司", "电话", "tel", "mobile", "home", "work", "office"};

static size_t
any_of(struct eni_str text, const char *const *sign, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (eni_str_starts(text, eni_str_of(sign[i])))
			return strlen(sign[i]);
	return 0;
}

static bool
next_word(struct eni_str *rest, struct eni_str *word)
{
	size_t n, at = 0;

	while ((n = any_of(*rest, signs, COUNT(signs)) + any_of(*rest, parting, COUNT(parting))) > 0)
		*rest = eni_str_from(*rest, n);
	while (at < rest->n && any_of(eni_str_from(*rest, at), signs, COUNT(signs)) == 0 &&
	       any_of(eni_str_from(*rest, at), parting, COUNT(parting)) == 0)
		at += eni_char_length(eni_str_from(*rest, at));
	*word = (struct eni_str){rest->p, at};
	*rest = eni_str_from(*rest, at);
	return at > 0;
}

/* The word without what it says of the telephone (恵子携帯, 手机); 千代 is a name. */
static struct eni_str
without_telephone(struct eni_str word)
{
	for (size_t i = 0; i < COUNT(of_telephones); i++) {
		struct eni_str said = eni_str_of(of_telephones[i]);

		if (eni_str_eq(word, said) || (eni_str_ends(word, said) && said.n > eni_char_length(said)))
			return (struct eni_str){word.p, word.n - said.n};
	}
	return word;
}

enum named { NOBODY, THE_MEMBER, ANOTHER };

/* Whom a remark names.  A relation alone may be the member's as long as nothing says what theirs is. */
static enum named
named_by(struct eni_name_fold *f, struct eni_str remark, const struct eni_member *who)
{
	bool kin = false, named = false;
	struct eni_str word;

	while (next_word(&remark, &word)) {
		word = without_telephone(word);
		if (word.n == 0)
			continue;
		if (eni_str_eq(word, who->relation) || eni_name_same_person(f, word, who->name))
			return THE_MEMBER;
		kin |= eni_name_is_kin(word) || eni_name_behind_kin(word).n < word.n;
		named |= !eni_name_is_kin(word);
	}
	return !kin ? NOBODY : who->relation.n > 0 || (named && who->name.n > 0) ? ANOTHER : NOBODY;
}

/* ---- the numbers of a cell ---- */

/* How much of what stands between two numbers belongs to the first: up to a parting sign, else a remark in brackets, else all
 * unless remarks stand before their numbers. */
static size_t
split_gap(struct eni_str gap, bool before)
{
	static const char *const closing[] = {")", "）", "]", "］", "】", "〕"};
	static const char *const opening[] = {"(", "（", "[", "［", "【", "〔"};
	size_t blanks = gap.n - eni_str_trim(gap).n, at = 0;

	for (size_t i = 0, depth = 0; i < gap.n; i += eni_char_length(eni_str_from(gap, i))) {
		struct eni_str rest = eni_str_from(gap, i);

		depth += any_of(rest, opening, COUNT(opening)) > 0;
		depth -= depth > 0 && any_of(rest, closing, COUNT(closing)) > 0;
		if (depth == 0 && any_of(rest, parting, COUNT(parting)) > 0)
			return i;
	}
	if (blanks < gap.n && any_of(eni_str_trim(gap), opening, COUNT(opening)) == 0)
		return before ? 0 : gap.n;
	while (at < gap.n && any_of(eni_str_from(gap, at), closing, COUNT(closing)) == 0)
		at += eni_char_length(eni_str_from(gap, at));
	return at;
}

/* A number and what stands before and behind it. */
struct marked {
	struct eni_str number, before, behind;
};

struct cell {
	struct eni_str rest;    /* behind the number at hand */
	struct eni_str pending; /* of the next number: what stands before it */
	bool before;            /* remarks stand before their numbers */
	struct eni_buf digits;
};

static bool
next_number(struct cell *c, struct marked *m)
{
	struct eni_str from = c->rest, next, written;
	size_t own;

	if (!eni_phone_next(&c->digits, &c->rest, &m->number))
		return false;
	m->before = c->pending.p != NULL ? c->pending : (struct eni_str){from.p, (size_t)(m->number.p - from.p)};
	if (c->pending.p == NULL)
		c->before = eni_str_trim(m->before).n > 0;
	from = eni_str_from(from, (size_t)(m->number.p - from.p) + m->number.n);
	next = from;
	if (eni_phone_next(&c->digits, &next, &written))
		from.n = (size_t)(written.p - from.p);
	own = next.p == from.p ? from.n : split_gap(from, c->before);
	m->behind = (struct eni_str){from.p, own};
	c->pending = eni_str_from(from, own);
	return true;
}

static enum named
whose(struct eni_name_fold *f, const struct marked *m, const struct eni_member *who)
{
	enum named behind = m->behind.n == 0 ? NOBODY : named_by(f, m->behind, who);

	return behind != NOBODY || m->before.n == 0 ? behind : named_by(f, m->before, who);
}

struct eni_str
eni_number_marked(struct eni_name_fold *f, struct eni_str cell, const struct eni_member *who)
{
	struct cell c = {.rest = cell};
	struct eni_str found = {"", 0};
	struct marked m;

	while (found.n == 0 && next_number(&c, &m))
		if (whose(f, &m, who) == THE_MEMBER)
			found = m.number;
	eni_buf_free(&c.digits);
	return found;
}

struct eni_str
eni_number_own(struct eni_name_fold *f, struct eni_str cell, const struct eni_member *who)
{
	struct cell c = {.rest = cell};
	struct eni_str found = {"", 0};
	struct marked m;
	bool any = false;

	while (found.n == 0 && next_number(&c, &m)) {
		any = true;
		if (whose(f, &m, who) != ANOTHER)
			found = m.number;
	}
	eni_buf_free(&c.digits);
	return any ? found : cell;
}

/* From the first word that is not about the telephone to the last. */
static struct eni_str
owner_in(struct eni_str remark)
{
	struct eni_str found = {"", 0}, word;

	while (next_word(&remark, &word)) {
		word = without_telephone(word);
		if (word.n > 0)
			found = found.n == 0 ? word : (struct eni_str){found.p, (size_t)(word.p + word.n - found.p)};
	}
	return found;
}

bool
eni_number_remark(struct eni_str cell, struct eni_str digits, struct eni_str *remark)
{
	struct cell c = {.rest = cell};
	struct eni_buf own = {0};
	struct marked m;
	bool found = false;

	while (!found && next_number(&c, &m)) {
		own.n = 0;
		eni_phone_digits(&own, m.number);
		found = eni_str_eq(eni_buf_str(&own), digits);
	}
	if (found) {
		*remark = owner_in(m.behind);
		if (remark->n == 0)
			*remark = owner_in(m.before);
	}
	eni_buf_free(&own);
	eni_buf_free(&c.digits);
	return found;
}
