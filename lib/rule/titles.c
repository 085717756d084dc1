/* Titles of rules: see titles.h. */
#include "rule/titles.h"

#include "base/text.h"
#include "rule/texts.h"

/* ---- reading ---- */

/* As it may stand behind ID: on a command line. */
static bool
good_title(struct eni_str title)
{
	bool good = title.n > 0;

	for (size_t i = 0; i < title.n; i++)
		good &= (unsigned char)title.p[i] >= ' ' && title.p[i] != ':';
	return good;
}

static int
read_one(struct eni_rule *rule, size_t lang, const struct eni_node *node, struct eni_diag *d)
{
	struct eni_str title = eni_str_trim(eni_node_text(node));

	if (lang == ENI_LANGS || !good_title(title))
		return eni_fail(d, eni_at(rule->place.file, node->line), NULL,
		    "title: want a text without a colon, or one by language, {ja: ..., zh: ..., en: ...}");
	rule->title[lang] = title;
	return 0;
}

int
eni_title_read(struct eni_rule *rule, const struct eni_node *node, struct eni_diag *d)
{
	size_t n = node == NULL ? 0 : node->type == ENI_MAP ? node->n : 1;

	for (size_t i = 0; i < n; i++) {
		const struct eni_node *one = node->type == ENI_MAP ? node->item[i] : node;
		size_t lang = node->type == ENI_MAP ? eni_lang_find(node->key[i]->text) : 0;

		if (read_one(rule, lang, one, d) == -1)
			return -1;
		for (size_t k = 0; i == 0 && k < ENI_LANGS; k++)
			rule->title[k] = rule->title[lang];
	}
	return 0;
}

/* ---- settling ---- */

/* Whose title it is already, or whose id; ENI_NONE. */
static uint32_t
holder(const struct eni_rules *r, struct eni_str title)
{
	uint32_t at = eni_map_get(&r->by_id, title);

	return at == ENI_NONE ? eni_titles_find(r, title) : at;
}

static void
enter(struct eni_rules *r, size_t rule)
{
	struct eni_buf folded = {0};

	for (size_t i = 0; i < ENI_LANGS; i++) {
		folded.n = 0;
		eni_casefold(&folded, r->rule[rule]->title[i]);
		if (folded.n > 0)
			eni_map_add(&r->by_title, eni_arena_keep(&r->arena, eni_buf_str(&folded)), (uint32_t)rule);
	}
	eni_buf_free(&folded);
}

static bool
is_builtin(const struct eni_rule *rule)
{
	return strcmp(rule->origin, "built-in") == 0;
}

static int
refuse(struct eni_place at, const struct eni_rule *earlier, const struct eni_rule *later, struct eni_str title, struct eni_diag *d)
{
	return eni_fail(d, at, NULL, "title: %.*s names two rules, %.*s and %.*s", (int)title.n, title.p, (int)earlier->id.n,
	    earlier->id.p, (int)later->id.n, later->id.p);
}

/* Of the one that somebody wrote. */
static struct eni_place
own_place(const struct eni_rule *earlier, const struct eni_rule *later)
{
	const struct eni_rule *at = is_builtin(later) ? earlier : later;
	const struct eni_node *node = eni_node_get(at->node, "title");

	return node == NULL ? at->place : eni_at(at->place.file, node->line);
}

static int
enter_own(struct eni_rules *r, size_t rule, struct eni_diag *d)
{
	const struct eni_rule *x = r->rule[rule];

	for (size_t i = 0; i < ENI_LANGS; i++) {
		uint32_t other = x->title[i].n == 0 ? ENI_NONE : holder(r, x->title[i]);

		if (other != ENI_NONE && other != rule)
			return refuse(own_place(r->rule[other], x), r->rule[other], x, x->title[i], d);
	}
	enter(r, rule);
	return 0;
}

/* The title of what it says; in a language that has none that of the first that has one. */
static struct eni_str
inherited(const struct eni_rule *rule, const struct eni_texts *t, size_t lang)
{
	struct eni_str title = eni_texts_label(t, "title", rule->say, eni_langs[lang]);

	for (size_t i = 0; eni_str_eq(title, rule->say) && i < ENI_LANGS; i++)
		title = eni_texts_label(t, "title", rule->say, eni_langs[i]);
	return eni_str_eq(title, rule->say) ? (struct eni_str){"", 0} : title;
}

/* Where the office itself gives those words a title; NULL: it does not. */
static const struct eni_node *
title_in_words(const struct eni_office *o, struct eni_str say)
{
	return eni_node_get(eni_node_get(eni_office_get(o, "words"), say.p), "title");
}

static int
inherit(struct eni_rules *r, size_t rule, const struct eni_texts *t, const struct eni_office *o, struct eni_diag *d)
{
	struct eni_rule *x = r->rule[rule];
	const struct eni_node *written = title_in_words(o, x->say);

	for (size_t i = 0; i < ENI_LANGS; i++) {
		const char *form = strcmp(eni_langs[i], "en") == 0 ? "%.*s (%.*s)" : "%.*s（%.*s）";
		struct eni_str title = inherited(x, t, i);
		uint32_t other = title.n == 0 ? ENI_NONE : holder(r, title);

		if (other != ENI_NONE && written != NULL && !eni_str_eq(r->rule[other]->say, x->say))
			return refuse(eni_at(o->file, written->line), r->rule[other], x, title, d);
		x->title[i] = other == ENI_NONE ? eni_arena_keep(&r->arena, title)
						: eni_arena_printf(&r->arena, form, (int)title.n, title.p, (int)x->id.n, x->id.p);
	}
	enter(r, rule);
	return 0;
}

static bool
lacks_title(const struct eni_rule *rule)
{
	return rule->has_cadence && rule->say.n > 0 && rule->title[0].n == 0;
}

/* Whether a rule says that and lacks a title. */
static bool
gives_title(const void *rules, struct eni_str say)
{
	const struct eni_rules *r = rules;
	size_t i = 0;

	while (i < r->n && !(lacks_title(r->rule[i]) && eni_str_eq(r->rule[i]->say, say)))
		i++;
	return i < r->n;
}

/* Most books have no rule that lacks one, and need not wait for the texts. */
static int
inherit_all(struct eni_rules *r, const struct eni_office *o, struct eni_diag *d)
{
	struct eni_texts texts = {0};
	size_t first = 0;
	int rc = 0;

	while (first < r->n && !lacks_title(r->rule[first]))
		first++;
	if (first < r->n)
		rc = eni_texts_read_of(&texts, o, gives_title, r, d);
	for (size_t i = first; rc == 0 && i < r->n; i++)
		if (lacks_title(r->rule[i]))
			rc = inherit(r, i, &texts, o, d);
	eni_texts_free(&texts);
	return rc;
}

int
eni_titles_settle(struct eni_rules *r, const struct eni_office *o, struct eni_diag *d)
{
	for (size_t i = 0; i < r->n; i++)
		if (enter_own(r, i, d) == -1)
			return -1;
	return inherit_all(r, o, d);
}

/* ---- asking ---- */

struct eni_str
eni_title(const struct eni_rule *rule, const char *lang)
{
	size_t i = eni_lang_find(eni_str_of(lang));

	return i < ENI_LANGS && rule->title[i].n > 0 ? rule->title[i] : rule->id;
}

uint32_t
eni_titles_find(const struct eni_rules *r, struct eni_str title)
{
	struct eni_buf folded = {0};
	uint32_t at;

	if (title.n == 0)
		return ENI_NONE;
	eni_casefold(&folded, title);
	at = eni_map_get(&r->by_title, eni_buf_str(&folded));
	eni_buf_free(&folded);
	return at;
}
