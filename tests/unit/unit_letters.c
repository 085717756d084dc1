/* Every built-in text, in all its languages, filled as a letter is: nobody is addressed twice over, no placeholder is left,
 * the signs are those of the language, and nothing in it is what lint finds in others. */
#include "partner/lint.h"
#include "rule/rule.h"
#include "rule/texts.h"
#include "unit.h"

static const char *const langs[] = {"ja", "zh", "en"};
enum { LANGS = 3, BLANKS = 128 };

/* What records hold by way of names, and how their owners must be addressed. */
static const struct {
	const char *lang, *name, *code, *want;
} addresses[] = {
    {"ja", "岸本ハル", "any", "岸本ハル様"},
    {"ja", "岸本ハル様", "any", "岸本ハル様"},
    {"ja", "岸本ハルさん", "any", "岸本ハルさん"},
    {"ja", "岸本ハル", "female", "岸本ハル様"},
    {"ja", "佐伯和夫", "doctor", "佐伯和夫先生"},
    {"ja", "佐伯先生", "doctor", "佐伯先生"},
    {"ja", "佐伯先生", "any", "佐伯先生"},
    {"ja", "佐伯様", "doctor", "佐伯様"},
    {"ja", "ケアプラン松", "org", "ケアプラン松　御中"},
    {"ja", "ケアプラン松 御中", "org", "ケアプラン松 御中"},
    {"ja", "ケアプラン松　各位", "org", "ケアプラン松　各位"},
    {"zh", "王明", "male", "王明先生"},
    {"zh", "王明先生", "male", "王明先生"},
    {"zh", "王阿姨", "female", "王阿姨"},
    {"zh", "王明", "any", "王明"},
    {"zh", "李静", "doctor", "李静医生"},
    {"zh", "李医生", "doctor", "李医生"},
    {"zh", "仁和医院", "org", "仁和医院"},
    {"en", "Kishimoto", "female", "Ms Kishimoto"},
    {"en", "Dr Saeki", "doctor", "Dr Saeki"},
    {"en", "Mrs Kishimoto", "female", "Mrs Kishimoto"},
    {"en", "Missy Elm", "any", "Missy Elm"},
    {"en", "Drew", "doctor", "Dr Drew"},
    {"ja", "", "any", ""},
};

static void
test_addresses(const struct eni_texts *t)
{
	struct eni_buf out = {0};

	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		out.n = 0;
		eni_texts_address(&out, t, eni_str_of(addresses[i].name), addresses[i].code, addresses[i].lang);
		is_str(eni_buf_str(&out), addresses[i].want, addresses[i].name);
	}
	eni_buf_free(&out);
}

/* ---- the texts ---- */

/* Honorifics that may not follow each other. */
static const char *const doubled[] = {"様様", "様さん", "さん様", "先生様", "様先生", "御中様", "様御中", "様のご本人様",
    "先生先生", "女士女士", "先生女士", "您好您好", "您好，您好", "您好！您好"};

static bool
has(struct eni_str text, const char *piece)
{
	return text.n > 0 && memmem(text.p, text.n, piece, strlen(piece)) != NULL;
}

/* An ASCII sign next to a full-width letter; a blank beside it does not help. */
static bool
has_narrow_sign(struct eni_str text, const char *signs)
{
	for (size_t i = 1; i + 1 < text.n; i++) {
		unsigned char before = (unsigned char)text.p[i - 1], after = (unsigned char)text.p[i + 1];

		if (strchr(signs, text.p[i]) != NULL && (before >= 0x80 || after >= 0x80))
			return true;
	}
	return false;
}

/* ---- what is the case ---- */

/* What stands for every name that a text may ask about: placeholders filled, and no circumstance, until a row asks for another. */
struct scene {
	struct eni_blank blank[BLANKS];
	size_t n;
};

static void
set(struct scene *s, struct eni_str name, struct eni_str value)
{
	size_t i = 0;

	while (i < s->n && !eni_str_is(name, s->blank[i].name))
		i++;
	if (i == s->n)
		s->blank[s->n++].name = name.p;
	s->blank[i].value = value;
}

static struct scene
usual_scene(const char *lang, struct eni_str who)
{
	static const char *const filled[] = {"weekdays", "days", "free", "capacity", "date", "until", "next", "month", "note",
	    "kind", "reason_note", "missing", "explained", "rule", "alternative", "package", "band", "percent", "price", "photos",
	    "terms", "strengths", "care_level", "safety", "trouble", "family", "effect", "risks", "lines", "count", "id", "when",
	    "concern", "tags", "route", "prepare", "answers", "answer", "evidence", "health", "habits", "wish", "needs", "attitude",
	    "team", "link", "office", "person", "phone", "address", "fax", "org", "via", "to", "channel", "today", "dated",
	    "season", "title", "why", "late", "topics", "sign", "job", "visit_at", "consent", "sharing"};
	struct scene s = {.n = 0};

	for (size_t i = 0; i < sizeof filled / sizeof *filled; i++)
		set(&s, eni_str_of(filled[i]), strcmp(lang, "en") == 0 ? ENI_S("word") : ENI_S("言葉"));
	set(&s, ENI_S("name"), who);
	set(&s, ENI_S("who"), who);
	set(&s, ENI_S("dear"), who);
	set(&s, ENI_S("greeting"), strcmp(lang, "ja") == 0 ? ENI_S("突然のご連絡失礼いたします。") : ENI_S("您好！"));
	return s;
}

/* A value for which the matcher holds, or does not; false when there is none. */
static bool
value_for(const struct eni_match *m, bool holds, struct eni_str *value)
{
	int codes = m->type == ENI_ENUM ? (int)eni_word_count(m->vocab) + 1 : 2;

	for (int code = 0; code < codes; code++) {
		struct eni_str text = m->type != ENI_ENUM ? ENI_S("言葉") : eni_str_of(eni_word_code(m->vocab, code));
		struct eni_value v =
		    m->type == ENI_ENUM ? eni_value_code(code) : (struct eni_value){ENI_VALUE_TEXT, {.text = text}};

		*value = code == 0 ? (struct eni_str){"", 0} : text;
		if (eni_match_test(m, code == 0 ? ENI_EMPTY_VALUE : v, 0) == holds)
			return true;
	}
	return false;
}

/* Whether this row alone is said there. */
static bool
is_said(const struct eni_texts *t, const struct eni_text_row *row, const char *lang, const struct scene *s)
{
	struct eni_buf out = {0};
	bool said;

	eni_texts_say(&out, t, (struct eni_text){row, 1}, lang, s->blank, s->n);
	said = out.n > 0;
	eni_buf_free(&out);
	return said;
}

/* ---- the texts ---- */

/* What every text must be, wherever it is said. */
static void
look_at(const struct eni_texts *t, struct eni_lint *lint, struct eni_str say, const char *lang, struct eni_text text,
    const struct scene *s)
{
	struct eni_buf out = {0};

	eni_texts_say(&out, t, text, lang, s->blank, s->n);
	ok(!has(eni_buf_str(&out), "{") && !has(eni_buf_str(&out), "}"), say.p);
	for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++)
		ok(!has(eni_buf_str(&out), doubled[i]), say.p);
	ok(strcmp(lang, "en") == 0 || !has_narrow_sign(eni_buf_str(&out), ",:;!?()"), say.p);
	ok(strcmp(lang, "en") != 0 || !has(eni_buf_str(&out), ".  "), say.p);
	ok(!has(eni_buf_str(&out), "お席") && !has(eni_buf_str(&out), "満席") && !has(eni_buf_str(&out), "位置"), say.p);
	eni_lint_text(lint, eni_buf_str(&out), (struct eni_audience){.commissioned = true});
	is_int(lint->n, 0, say.p);
	eni_buf_free(&out);
}

/* A row is said where all its matchers hold, and is not where one of them does not: each is tested both ways (decision 61). */
static size_t
look_at_row(const struct eni_texts *t, struct eni_str say, const char *lang, const struct eni_text_row *row, struct scene *s)
{
	struct eni_str value;

	for (size_t k = 0; k < row->n; k++) {
		ok(value_for(&row->match[k], true, &value), say.p);
		set(s, row->match[k].field, value);
	}
	if (row->text.n == 0) /* a language may have nothing to say there */
		return 0;
	ok(is_said(t, row, lang, s), say.p);
	for (size_t k = 0; k < row->n; k++) {
		struct scene other = *s;

		ok(value_for(&row->match[k], false, &value), say.p);
		set(&other, row->match[k].field, value);
		ok(!is_said(t, row, lang, &other), say.p);
	}
	return row->n;
}

/* How many matchers were tested both ways. */
static size_t
look_at_text(const struct eni_texts *t, struct eni_lint *lint, struct eni_str say, int to, const char *lang)
{
	static const char *const names[LANGS] = {"岸本ハル様", "王明先生", "Ms Kishimoto"};
	struct eni_str who = eni_str_of(names[strcmp(lang, "ja") == 0 ? 0 : strcmp(lang, "zh") == 0 ? 1 : 2]);
	struct eni_text text = eni_texts_find(t, say, to, lang);
	struct eni_buf out = {0};
	size_t tested = 0;

	ok(text.n > 0, say.p);
	for (size_t i = 0; i < text.n; i++) {
		struct scene s = usual_scene(lang, who);

		tested += look_at_row(t, say, lang, &text.row[i], &s);
		look_at(t, lint, say, lang, text, &s);
	}
	eni_texts_say(&out, t, text, lang, NULL, 0);
	ok(!has(eni_buf_str(&out), "{"), say.p);
	eni_buf_free(&out);
	return tested;
}

static void
test_texts(const struct eni_texts *t)
{
	struct eni_diag d = {.prog = "t", .out = stdout};
	struct eni_lint lint;
	size_t texts = 0, tested = 0;

	eni_lint_open(&lint);
	for (size_t i = 0; i < ENI_BUILTIN_TEXTS; i++) {
		struct eni_builtin built_in = eni_builtin_texts(i);
		struct eni_arena a = {0};
		const struct eni_node *map = eni_tree_parse(&a, built_in.yaml, built_in.file, &d);

		for (size_t k = 0; map != NULL && k < map->n; k++)
			for (int to = 0; to <= (int)eni_word_count(ENI_V_TO) && !eni_str_is(map->key[k]->text, "labels"); to++)
				for (int lang = 0; lang < LANGS; lang++) {
					if (to > 0 ? eni_node_get(map->item[k], eni_word_code(ENI_V_TO, to)) == NULL
						   : eni_node_get(map->item[k], "rows") == NULL &&
							 eni_node_get(map->item[k], "ja") == NULL)
						continue;
					tested += look_at_text(t, &lint, map->key[k]->text, to, langs[lang]);
					texts++;
				}
		eni_arena_free(&a);
	}
	ok(texts > 150, "all of them");
	ok(tested > 200, "and their conditions");
	eni_lint_close(&lint);
}

/* ---- rules and their words ---- */

/* What a rule's words lack in a language, or NULL.  What is asked of somebody needs a title, too: for its page and its mail. */
static const char *
lacking(const struct eni_texts *t, const struct eni_rule *r, const char *lang)
{
	if (r->say.n > 0 && eni_texts_find(t, r->say, r->to < ENI_CHANNEL_PREFER ? r->to : 0, lang).n == 0)
		return "text";
	if (r->say.n > 0 && r->has_cadence && eni_str_eq(eni_texts_label(t, "title", r->say, lang), r->say))
		return "title";
	for (size_t i = 0; i < r->n_say_of; i++)
		if (eni_texts_find(t, r->say_of[i].say, r->to, lang).n == 0)
			return "text for a status";
	for (size_t i = 0; i < r->n_tos; i++)
		if (r->say.n > 0 && eni_texts_find(t, r->say, r->tos[i], lang).n == 0)
			return "text for one of several recipients";
	return NULL;
}

/* Every rule of the built-in playbook has words for its recipient, in every language. */
static void
test_playbook(const struct eni_texts *t)
{
	struct eni_diag d = {.prog = "t", .out = stdout};
	struct eni_office o = {.lang = ENI_S("ja")};
	struct eni_rules rules = {0};

	is_int(eni_rules_read(&rules, &o, ".", NULL, 0, &d), 0, "the playbook");
	for (size_t i = 0; i < rules.n; i++)
		for (int k = 0; k < LANGS; k++) {
			const struct eni_rule *r = rules.rule[i];
			const char *what = lacking(t, r, langs[k]);
			char fault[200] = "";

			if (what != NULL)
				snprintf(fault, sizeof fault, "%s:%lu: %s: say %s: no %s in %s", r->place.file,
				    (unsigned long)r->place.line, r->id.p, r->say.p, what, langs[k]);
			ok(what == NULL, fault);
		}
	eni_rules_free(&rules);
}

/* The test above finds what it looks for. */
static void
test_lacking(void)
{
	static const struct {
		const char *texts, *act, *lacks;
	} rows[] = {
	    {"x: {title: 题, zh: 文}", "{channel: call, to: family, cadence: end_date +1d, say: x}", NULL},
	    {"x: {title: 题, family: 文}", "{channel: call, to: family, cadence: end_date +1d, say: x}", NULL},
	    {"x: {title: 题, family: 文}", "{channel: call, to: client, cadence: end_date +1d, say: x}", "text"},
	    {"x: {title: 题, ja: 文}", "{channel: call, to: family, cadence: end_date +1d, say: x}", "text"},
	    {"x: {title: {ja: 题}, zh: 文}", "{channel: call, to: family, cadence: end_date +1d, say: x}", "title"},
	    {"x: 文", "{channel: call, to: family, cadence: end_date +1d, say: x}", "title"},
	    {"x: 文", "{evidence: [a], say: x}", NULL},
	    {"y: 文", "{evidence: [a], say: x}", "text"},
	    {"y: 文", "{tag: vip}", NULL},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct eni_diag d = {.prog = "t", .out = stdout};
		struct eni_texts t = {0};
		struct eni_rules rules = {0};
		struct eni_str list = eni_arena_printf(&t.arena, "- {id: r, do: %s}", rows[i].act);
		const char *what;

		is_int(eni_texts_add(&t, eni_tree_parse(&t.arena, eni_str_of(rows[i].texts), "t", &d), "t", "zh", &d), 0, "texts");
		is_int(eni_rules_read_list(&rules, eni_tree_parse(&t.arena, list, "t", &d), "t", &d), 0, "rules");
		what = lacking(&t, rules.rule[0], "zh");
		is_str(eni_str_of(what), rows[i].lacks == NULL ? "" : rows[i].lacks, rows[i].texts);
		eni_rules_free(&rules);
		eni_texts_free(&t);
	}
}

int
main(void)
{
	struct eni_texts t;
	struct eni_office o = {.lang = ENI_S("ja")};
	struct eni_diag d = {.prog = "t", .out = stdout};

	int rc = eni_texts_read(&t, &o, &d);

	is_int(rc, 0, "built-in texts");
	if (rc == 0) {
		test_addresses(&t);
		test_texts(&t);
		test_playbook(&t);
	}
	test_lacking();
	eni_texts_free(&t);
	return unit_done();
}
