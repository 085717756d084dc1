/* Texts: see texts.h. */
#include "rule/texts.h"

#include <stdlib.h>

#include "base/text.h"
#include "rule/rule.h"

/* Every placeholder a text may have; what each means stands at the head of texts.yaml. */
static const char *const placeholders[] = {"name", "who", "dear", "greeting", "office", "person", "phone", "address", "fax",
    "weekdays", "days", "free", "capacity", "date", "until", "next", "visit_at", "month", "note", "kind", "reason_note", "missing",
    "explained", "rule", "alternative", "package", "band", "percent", "price", "photos", "terms", "strengths", "care_level",
    "safety", "trouble", "family", "effect", "risks", "lines", "count", "id", "when", "concern", "tags", "route", "prepare",
    "answers", "answer", "evidence", "health", "habits", "wish", "needs", "attitude", "team", "link", "org", "via", "to", "channel",
    "today", "dated", "season", "title", "why", "late", "topics", "sign", "job", "consent", "sharing"};
enum { PLACEHOLDERS = sizeof placeholders / sizeof *placeholders };

/* Every circumstance that a row may ask about, beside the placeholders; what each means stands there, too. */
static const struct {
	const char *name;
	enum eni_vocab vocab;
} circumstances[] = {{"by", ENI_V_CHANNEL}, {"office_kind", ENI_V_OFFICE_KIND}, {"status", ENI_V_STATUS}, {"reason", ENI_V_REASON},
    {"same_day", ENI_V_YES}, {"ahead", ENI_V_YES}, {"visited", ENI_V_YES}, {"calm", ENI_V_YES}, {"held", ENI_V_YES},
    {"full", ENI_V_YES}, {"causes_known", ENI_V_YES}, {"partner", ENI_V_YES}, {"known", ENI_V_YES}, {"own", ENI_V_YES},
    {"unattended", ENI_V_YES}};
enum { CIRCUMSTANCES = sizeof circumstances / sizeof *circumstances };

/* ---- keeping ---- */

/* One text or label: its parts as one key. */
static void
make_key(struct eni_buf *key, const char *sort, struct eni_str a, struct eni_str b, const char *lang)
{
	key->n = 0;
	eni_buf_printf(key, "%s\t%.*s\t%.*s\t%s", sort, (int)a.n, a.p, (int)b.n, b.p, lang);
}

static struct eni_text
find(const struct eni_texts *t, const char *sort, struct eni_str a, struct eni_str b, const char *lang)
{
	struct eni_buf key = {0};
	uint32_t at;

	make_key(&key, sort, a, b, lang);
	at = eni_map_get(&t->at, eni_buf_str(&key));
	eni_buf_free(&key);
	return at == ENI_NONE ? (struct eni_text){NULL, 0} : (struct eni_text){t->row + t->span[at].from, t->span[at].n};
}

static const char text_sort[] = "say", label_sort[] = "label";

/* A label, which is one row. */
static struct eni_str
get(const struct eni_texts *t, const char *kind, struct eni_str code, const char *lang)
{
	struct eni_text label = find(t, label_sort, eni_str_of(kind), code, lang);

	return label.n == 0 ? (struct eni_str){"", 0} : label.row[0].text;
}

/* ---- reading ---- */

struct reading {
	struct eni_texts *t;
	const char *file, *lang; /* as in eni_texts_add */
	struct eni_diag *d;
};

static struct eni_place
place_of(const struct reading *in, const struct eni_node *node)
{
	return eni_at(in->file, node->line);
}

static int
refuse(struct reading *in, const struct eni_node *at, const char *what, struct eni_str word, const char *const *known, size_t n)
{
	const char *near = eni_nearest(word, known, n);

	return eni_fail(in->d, place_of(in, at), "words",
	    /* TRANSLATORS: %s is a sort of word, such as key, rule or channel */ near == NULL
		? N_("unknown %s: %.*s")
		: N_("unknown %s: %.*s; nearest is %s"),
	    _(what), (int)word.n, word.p, near);
}

/* What is said again takes the place of what was; among the built-in texts it is a slip.  Rows follow by add_row. */
static int
begin(struct reading *in, const char *sort, struct eni_str a, struct eni_str b, const char *lang, const struct eni_node *node)
{
	struct eni_texts *t = in->t;
	struct eni_buf key = {0};
	bool twice;

	if (lang == NULL)
		return eni_fail(
		    in->d, place_of(in, node), "words", "%.*s: want it by language, {ja: ..., zh: ..., en: ...}", (int)a.n, a.p);
	make_key(&key, sort, a, b, lang);
	twice = in->lang == NULL && eni_map_get(&t->at, eni_buf_str(&key)) != ENI_NONE;
	t->span = eni_grow(t->span, &t->cap, t->n + 1, sizeof *t->span);
	t->span[t->n] = (struct eni_text_span){.from = t->n_rows};
	eni_map_set(&t->at, eni_arena_keep(&t->arena, eni_buf_str(&key)), (uint32_t)t->n++);
	eni_buf_free(&key);
	return twice ? eni_fail(in->d, place_of(in, node), "words", "%.*s: stands twice in %s", (int)a.n, a.p, lang) : 0;
}

static void
add_row(struct eni_texts *t, struct eni_text_row row)
{
	t->row = eni_grow(t->row, &t->cap_rows, t->n_rows + 1, sizeof *t->row);
	t->row[t->n_rows++] = row;
	t->span[t->n - 1].n++;
}

static int
put(struct reading *in, const char *sort, struct eni_str a, struct eni_str b, const char *lang, const struct eni_node *node)
{
	if (begin(in, sort, a, b, lang, node) == -1)
		return -1;
	add_row(in->t, (struct eni_text_row){.text = eni_node_text(node)});
	return 0;
}

/* The name behind a {, without the closing }; empty when it is no placeholder. */
static struct eni_str
name_at(struct eni_str s)
{
	size_t n = 1;

	while (n < s.n && ((s.p[n] >= 'a' && s.p[n] <= 'z') || s.p[n] == '_'))
		n++;
	return s.n > 0 && s.p[0] == '{' && n > 1 && n < s.n && s.p[n] == '}' ? (struct eni_str){s.p + 1, n - 1}
									     : (struct eni_str){"", 0};
}

static int
check_placeholders(struct reading *in, const struct eni_node *node)
{
	struct eni_str rest = node->text;
	const char *brace;

	while (rest.n > 0 && (brace = memchr(rest.p, '{', rest.n)) != NULL) {
		struct eni_str name;
		int k = 0;

		rest = eni_str_from(rest, (size_t)(brace - rest.p));
		name = name_at(rest);
		while (name.n > 0 && k < PLACEHOLDERS && !eni_str_is(name, placeholders[k]))
			k++;
		if (k == PLACEHOLDERS)
			return refuse(in, node, N_("placeholder"), name, placeholders, PLACEHOLDERS);
		rest = eni_str_from(rest, 1);
	}
	return 0;
}

static const char *
find_lang(struct eni_str word)
{
	size_t i = eni_lang_find(word);

	return i < ENI_LANGS ? eni_langs[i] : NULL;
}

/* The i-th key of a map; of a list, which has none, the list. */
static const struct eni_node *
key_of(const struct eni_node *node, size_t i)
{
	return node->type == ENI_MAP ? node->key[i] : node;
}

/* The built-in texts are read in any language; the office's own may do with one. */
static int
check_langs(struct reading *in, const struct eni_node *by_lang, struct eni_str code, const char *what)
{
	for (int i = 0; in->lang == NULL && i < ENI_LANGS; i++)
		if (eni_node_get(by_lang, eni_langs[i]) == NULL)
			return eni_fail(in->d, place_of(in, by_lang), "words",
			    /* TRANSLATORS: %s is text, title or label; then a language */ "%.*s: no %s in %s", (int)code.n, code.p,
			    _(what), eni_langs[i]);
	return 0;
}

/* TEXT or {LANG: TEXT}. */
static int
take_label(struct reading *in, struct eni_str kind, struct eni_str code, const char *lang, const struct eni_node *node)
{
	if (node->type == ENI_SCALAR)
		return put(in, label_sort, kind, code, lang, node);
	for (size_t i = 0; i < node->n; i++) {
		const struct eni_node *key = key_of(node, i);
		const char *next = find_lang(eni_node_text(key));

		if (next == NULL)
			return refuse(in, key, N_("language"), eni_node_text(key), eni_langs, ENI_LANGS);
		if (put(in, label_sort, kind, code, next, node->item[i]) == -1)
			return -1;
	}
	return 0;
}

static int
not_by_code(struct reading *in, const struct eni_node *node)
{
	return eni_fail(in->d, place_of(in, node), "words", "labels: want them by kind and code, as in {tag: {vip: ...}}");
}

static int
take_labels(struct reading *in, const struct eni_node *kinds)
{
	if (kinds->type != ENI_MAP)
		return not_by_code(in, kinds);
	for (size_t i = 0; i < kinds->n; i++) {
		const struct eni_node *codes = kinds->item[i];

		if (codes->type != ENI_MAP)
			return not_by_code(in, codes);
		for (size_t k = 0; k < codes->n; k++)
			if (take_label(in, kinds->key[i]->text, codes->key[k]->text, in->lang, codes->item[k]) == -1)
				return -1;
	}
	return 0;
}

static int
take_title(struct reading *in, struct eni_str say, const char *lang, const struct eni_node *node)
{
	if (take_label(in, ENI_S("title"), say, lang, node) == -1)
		return -1;
	return check_langs(in, node, say, "title");
}

/* ---- rows ---- */

/* A matcher of a row: about a placeholder, whose text it sees, or a circumstance, which is a code. */
static int
resolve(struct reading *in, struct eni_match *m, const struct eni_node *key)
{
	const char *names[CIRCUMSTANCES + PLACEHOLDERS];
	struct eni_str name = eni_node_text(key);
	size_t i = 0;

	for (int k = 0; k < CIRCUMSTANCES; k++)
		names[k] = circumstances[k].name;
	memcpy(names + CIRCUMSTANCES, placeholders, sizeof placeholders);
	while (i < CIRCUMSTANCES + PLACEHOLDERS && !eni_str_is(name, names[i]))
		i++;
	if (i == CIRCUMSTANCES + PLACEHOLDERS)
		return refuse(in, key, N_("circumstance"), name, names, CIRCUMSTANCES + PLACEHOLDERS);
	return i < CIRCUMSTANCES ? eni_match_resolve(m, &in->t->arena, ENI_ENUM, circumstances[i].vocab, in->d)
				 : eni_match_resolve(m, &in->t->arena, ENI_TEXT, ENI_V_NONE, in->d);
}

/* The `if` of a row. */
static int
take_condition(struct reading *in, const struct eni_node *node, struct eni_text_row *row)
{
	struct eni_match *m;

	if (node == NULL)
		return 0;
	if (node->type != ENI_MAP)
		return eni_fail(in->d, place_of(in, node), "words", "if: want matchers, as in {if: {by: [call, visit]}, ...}");
	m = eni_arena_take(&in->t->arena, (node->n + 1) * sizeof *m);
	for (size_t i = 0; i < node->n; i++)
		if (eni_match_parse(&m[i], &in->t->arena, node->key[i], node->item[i], in->file, in->d) == -1 ||
		    resolve(in, &m[i], node->key[i]) == -1)
			return -1;
	row->match = m;
	row->n = node->n;
	return 0;
}

/* A row by language; one that is mere text is in the office's. */
static int
check_row(struct reading *in, struct eni_str say, const struct eni_node *node)
{
	for (size_t i = 0; node->type == ENI_MAP && i < node->n; i++) {
		struct eni_str key = eni_node_text(node->key[i]);

		if (!eni_str_is(key, "if") && (find_lang(key) == NULL || node->item[i]->type != ENI_SCALAR))
			return refuse(in, node->key[i], N_("language"), key, eni_langs, ENI_LANGS);
		if (!eni_str_is(key, "if") && check_placeholders(in, node->item[i]) == -1)
			return -1;
	}
	if (node->type == ENI_SEQ || (node->type == ENI_SCALAR && in->lang == NULL))
		return eni_fail(in->d, place_of(in, node), "words", "%.*s: want rows such as {if: ..., ja: ..., zh: ..., en: ...}",
		    (int)say.n, say.p);
	return node->type == ENI_SCALAR ? check_placeholders(in, node) : check_langs(in, node, say, "text");
}

/* [ROW, ...]: of each language those that have it. */
static int
take_rows(struct reading *in, struct eni_str say, struct eni_str to, const struct eni_node *list)
{
	struct eni_text_row *row = eni_arena_clear(&in->t->arena, (list->n + 1) * sizeof *row);

	for (size_t i = 0; i < list->n; i++)
		if (check_row(in, say, list->item[i]) == -1 || take_condition(in, eni_node_get(list->item[i], "if"), &row[i]) == -1)
			return -1;
	for (int k = 0; k < ENI_LANGS; k++) {
		bool begun = false;

		for (size_t i = 0; i < list->n; i++) {
			bool plain = list->item[i]->type == ENI_SCALAR && strcmp(in->lang, eni_langs[k]) == 0;
			const struct eni_node *text = plain ? list->item[i] : eni_node_get(list->item[i], eni_langs[k]);

			if (text == NULL)
				continue;
			if (!begun && begin(in, text_sort, say, to, eni_langs[k], list) == -1)
				return -1;
			begun = true;
			row[i].text = text->text;
			add_row(in->t, row[i]);
		}
	}
	return 0;
}

/* TEXT, [ROW, ...], {LANG: TEXT}, {RECIPIENT: TEXT or rows or {LANG: TEXT}}; beside them, where it is for all, rows, title and
 * labels. */
static int
take_text(struct reading *in, struct eni_str say, struct eni_str to, const char *lang, const struct eni_node *node)
{
	static const char *const keys[] = {"ja", "zh", "en", "rows", "title", "labels"};
	bool by_lang = false, elsewhere = false;

	if (node->type == ENI_SEQ)
		return take_rows(in, say, to, node);
	if (node->type == ENI_SCALAR)
		return put(in, text_sort, say, to, lang, node) == -1 ? -1 : check_placeholders(in, node);
	for (size_t i = 0; i < node->n; i++) {
		struct eni_str key = eni_node_text(node->key[i]);
		const struct eni_node *item = node->item[i];
		const char *next = find_lang(key);
		int code = eni_word_find(ENI_V_TO, key), rc;

		if (to.n == 0 && eni_str_is(key, "title")) {
			rc = take_title(in, say, lang, item);
		} else if (to.n == 0 && eni_str_is(key, "labels")) {
			rc = take_labels(in, item);
		} else if (to.n == 0 && eni_str_is(key, "rows") && item->type == ENI_SEQ) {
			elsewhere = true;
			rc = take_rows(in, say, to, item);
		} else if (next != NULL && item->type == ENI_SCALAR) {
			by_lang = true;
			rc = take_text(in, say, to, next, item);
		} else if (to.n == 0 && code > 0 && code != ENI_UNKNOWN_WORD) {
			elsewhere = true;
			rc = take_text(in, say, eni_str_of(eni_word_code(ENI_V_TO, code)), lang, item);
		} else {
			rc = refuse(in, node->key[i], N_("language or recipient"), key, keys, sizeof keys / sizeof *keys);
		}
		if (rc == -1)
			return -1;
	}
	return elsewhere && !by_lang ? 0 : check_langs(in, node, say, "text");
}

int
eni_texts_add(struct eni_texts *t, const struct eni_node *map, const char *file, const char *lang, struct eni_diag *d)
{
	struct reading in = {t, file, lang, d};
	static const struct eni_str everybody = {"", 0};

	for (size_t i = 0; map->type == ENI_MAP && i < map->n; i++) {
		struct eni_str code = map->key[i]->text;

		if (eni_str_is(code, "labels") ? take_labels(&in, map->item[i]) == -1
					       : take_text(&in, code, everybody, lang, map->item[i]) == -1)
			return -1;
	}
	return 0;
}

static int
add_built_in(struct eni_texts *t, struct eni_str yaml, const char *file, struct eni_diag *d)
{
	const struct eni_node *map = eni_tree_parse(&t->arena, yaml, file, d);

	return map == NULL ? -1 : eni_texts_add(t, map, file, NULL, d);
}

static int
add_own(struct eni_texts *t, const struct eni_office *o, struct eni_diag *d)
{
	const struct eni_node *own = eni_office_get(o, "words");

	return own == NULL ? 0 : eni_texts_add(t, own, o->file, o->lang.p, d);
}

int
eni_texts_read(struct eni_texts *t, const struct eni_office *o, struct eni_diag *d)
{
	*t = (struct eni_texts){0};
	for (size_t i = 0; i < ENI_BUILTIN_TEXTS; i++) {
		struct eni_builtin built_in = eni_builtin_texts(i);

		if (add_built_in(t, built_in.yaml, built_in.file, d) == -1)
			return -1;
	}
	return add_own(t, o, d);
}

/* The next lines of a built-in file up to the next code, which stands at the margin as nothing else does. */
static struct eni_str
next_block(struct eni_str *rest)
{
	struct eni_str block = {rest->p, 0};

	do {
		const char *end = memchr(rest->p, '\n', rest->n);
		size_t line = end == NULL ? rest->n : (size_t)(end - rest->p) + 1;

		block.n += line;
		*rest = eni_str_from(*rest, line);
	} while (rest->n > 0 && !(rest->p[0] >= 'a' && rest->p[0] <= 'z'));
	return block;
}

static struct eni_str
code_of(struct eni_str block)
{
	const char *colon = memchr(block.p, ':', block.n);

	return (struct eni_str){block.p, colon == NULL ? 0 : (size_t)(colon - block.p)};
}

int
eni_texts_read_of(struct eni_texts *t, const struct eni_office *o, bool (*wanted)(const void *of, struct eni_str code),
    const void *of, struct eni_diag *d)
{
	*t = (struct eni_texts){0};
	for (size_t i = 0; i < ENI_BUILTIN_TEXTS; i++) {
		struct eni_builtin built_in = eni_builtin_texts(i);

		while (built_in.yaml.n > 0) {
			struct eni_str block = next_block(&built_in.yaml);

			if (wanted(of, code_of(block)) && add_built_in(t, block, built_in.file, d) == -1)
				return -1;
		}
	}
	return add_own(t, o, d);
}

void
eni_texts_free(struct eni_texts *t)
{
	eni_map_free(&t->at);
	free(t->span);
	free(t->row);
	eni_arena_free(&t->arena);
	*t = (struct eni_texts){0};
}

struct eni_text
eni_texts_find(const struct eni_texts *t, struct eni_str say, int to, const char *lang)
{
	static const struct eni_str everybody = {"", 0};
	struct eni_str whom = to == 0 ? everybody : eni_str_of(eni_word_code(ENI_V_TO, to));
	struct eni_text own = find(t, text_sort, say, whom, lang);

	return own.n > 0 ? own : find(t, text_sort, say, everybody, lang);
}

struct eni_str
eni_texts_label(const struct eni_texts *t, const char *kind, struct eni_str code, const char *lang)
{
	struct eni_str label = get(t, kind, code, lang);

	for (int v = 0; v < ENI_VOCABS && label.n == 0; v++) {
		int known = strcmp(eni_vocab_name((enum eni_vocab)v), kind) == 0 ? eni_word_find((enum eni_vocab)v, code) : 0;

		if (known > 0 && known != ENI_UNKNOWN_WORD)
			label = eni_str_of(eni_word_label((enum eni_vocab)v, known, lang));
	}
	return label.n > 0 ? label : code;
}

/* ---- filling ---- */

/* The signs that end a sentence wherever they stand: 。！？ in UTF-8. */
static bool
is_wide_stop(struct eni_str s)
{
	return s.n >= 3 && (unsigned char)s.p[0] >= 0xe3 &&
	       (memcmp(s.p, "。", 3) == 0 || memcmp(s.p, "！", 3) == 0 || memcmp(s.p, "？", 3) == 0);
}

/* Length of the first sentence of a line, with the blanks behind it. */
static size_t
sentence(struct eni_str line)
{
	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];

		if (is_wide_stop(eni_str_from(line, i)))
			return i + 3;
		if ((c != '.' && c != '!' && c != '?') || i + 1 == line.n || line.p[i + 1] != ' ')
			continue;
		while (i + 1 < line.n && line.p[i + 1] == ' ')
			i++;
		return i + 1;
	}
	return line.n;
}

static struct eni_str
value_of(struct eni_str name, const struct eni_blank *blank, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (eni_str_is(name, blank[i].name))
			return blank[i].value;
	return (struct eni_str){"", 0};
}

/* Appends one sentence; nothing, and false, when a placeholder is empty. */
static bool
fill_sentence(struct eni_buf *out, struct eni_str s, const struct eni_blank *blank, size_t n)
{
	size_t start = out->n;

	for (;;) {
		const char *brace = memchr(s.p, '{', s.n);
		size_t head = brace == NULL ? s.n : (size_t)(brace - s.p);
		struct eni_str name = name_at(eni_str_from(s, head)), value = value_of(name, blank, n);

		eni_buf_add(out, (struct eni_str){s.p, head});
		s = eni_str_from(s, head);
		if (s.n == 0)
			return true;
		if (name.n > 0 && value.n == 0) {
			out->n = start;
			return false;
		}
		eni_buf_add(out, name.n > 0 ? value : ENI_S("{"));
		s = eni_str_from(s, name.n > 0 ? name.n + 2 : 1);
	}
}

/* Appends what is left of a line. */
static void
fill_line(struct eni_buf *out, struct eni_str line, const struct eni_blank *blank, size_t n)
{
	size_t start = out->n;
	bool whole = true;

	for (size_t cut; line.n > 0; line = eni_str_from(line, cut)) {
		cut = sentence(line);
		whole = fill_sentence(out, (struct eni_str){line.p, cut}, blank, n);
	}
	while (!whole && out->n > start && out->p[out->n - 1] == ' ')
		out->n--;
}

void
eni_texts_fill(struct eni_buf *out, struct eni_str text, const struct eni_blank *blank, size_t n)
{
	size_t start = out->n;
	bool gap = false;

	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		struct eni_str line = {text.p, end == NULL ? text.n : (size_t)(end - text.p)};
		size_t before = out->n;

		text = eni_str_from(text, line.n + 1);
		gap |= line.n == 0;
		if (before > start)
			eni_buf_add(out, gap ? ENI_S("\n\n") : ENI_S("\n"));
		if (line.n > 0) {
			size_t head = out->n;

			fill_line(out, line, blank, n);
			if (out->n > head) {
				gap = false;
				continue;
			}
		}
		out->n = before;
	}
}

/* ---- what is said ---- */

static bool
holds(struct eni_str text, struct eni_str piece)
{
	return piece.n > 0 && text.n >= piece.n && memmem(text.p, text.n, piece.p, piece.n) != NULL;
}

/* Whether a text has that placeholder. */
static bool
has_placeholder(struct eni_str text, const char *name)
{
	const char *brace;

	while (text.n > 0 && (brace = memchr(text.p, '{', text.n)) != NULL) {
		text = eni_str_from(text, (size_t)(brace - text.p));
		if (eni_str_is(name_at(text), name))
			return true;
		text = eni_str_from(text, 1);
	}
	return false;
}

bool
eni_text_asks(struct eni_text text, const char *name)
{
	for (size_t i = 0; i < text.n; i++) {
		if (has_placeholder(text.row[i].text, name))
			return true;
		for (size_t k = 0; k < text.row[i].n; k++)
			if (eni_str_is(text.row[i].match[k].field, name))
				return true;
	}
	return false;
}

static bool
is_said(const struct eni_text_row *row, const struct eni_blank *blank, size_t n)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct eni_match *m = &row->match[i];
		struct eni_str s = value_of(m->field, blank, n);
		struct eni_value v = ENI_EMPTY_VALUE;

		if (s.n > 0 && m->type == ENI_ENUM)
			v = eni_value_code(eni_word_find(m->vocab, s));
		else if (s.n > 0)
			v = (struct eni_value){ENI_VALUE_TEXT, {.text = s}};
		if (!eni_match_test(m, v, 0))
			return false;
	}
	return true;
}

void
eni_texts_say(
    struct eni_buf *out, const struct eni_texts *t, struct eni_text text, const char *lang, const struct eni_blank *blank, size_t n)
{
	struct eni_str join = get(t, "join", ENI_S("row"), lang);
	struct eni_buf all = {0};

	for (size_t i = 0; i < text.n; i++) {
		if (text.row[i].text.n == 0 || !is_said(&text.row[i], blank, n))
			continue;
		if (all.n > 0 && all.p[all.n - 1] != '\n')
			eni_buf_add(&all, join);
		eni_buf_add(&all, text.row[i].text);
	}
	eni_texts_fill(out, eni_buf_str(&all), blank, n);
	eni_buf_free(&all);
}

/* ---- once is enough ---- */

/* Behind a courtesy (label courtesy, code known, one a line) at the head of a sentence. */
static struct eni_str
behind_courtesy(const struct eni_texts *t, struct eni_str s, const char *lang)
{
	struct eni_str known = get(t, "courtesy", ENI_S("known"), lang);

	while (known.n > 0) {
		const char *end = memchr(known.p, '\n', known.n);
		struct eni_str line = {known.p, end == NULL ? known.n : (size_t)(end - known.p)};

		if (line.n > 0 && eni_str_starts(s, line))
			return eni_str_trim(eni_str_from(s, line.n));
		known = eni_str_from(known, line.n + 1);
	}
	return s;
}

static bool
need_not_hear(const struct eni_texts *t, struct eni_str s, const struct eni_said *said, const char *lang)
{
	s = eni_str_trim(s);
	if (said->who.n > 0 && eni_str_starts(s, said->who))
		s = eni_str_trim(eni_str_from(s, said->who.n));
	s = behind_courtesy(t, s, lang);
	for (size_t i = 0; i < ENI_SAID_NAMES; i++)
		if (holds(s, said->name[i]) && holds(said->text, s))
			return true;
	return s.n == 0;
}

void
eni_texts_again(struct eni_buf *out, const struct eni_texts *t, struct eni_str text, const struct eni_said *said, const char *lang)
{
	size_t start = out->n;

	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		struct eni_str line = {text.p, end == NULL ? text.n : (size_t)(end - text.p)};
		size_t head = out->n + (out->n > start);

		text = eni_str_from(text, line.n + 1);
		if (out->n > start)
			eni_buf_char(out, '\n');
		for (size_t cut; line.n > 0; line = eni_str_from(line, cut)) {
			cut = sentence(line);
			if (!need_not_hear(t, (struct eni_str){line.p, cut}, said, lang))
				eni_buf_add(out, (struct eni_str){line.p, cut});
		}
		if (out->n == head && out->n > start)
			out->n--;
	}
}

/* ---- lists, names, days ---- */

void
eni_texts_list(struct eni_buf *out, const struct eni_texts *t, const char *kind, struct eni_str codes, const char *lang)
{
	struct eni_str join = get(t, "join", eni_str_of(kind), lang), piece;
	size_t start = out->n;

	if (join.n == 0)
		join = get(t, "join", ENI_S("list"), lang);
	while (eni_piece(&codes, &piece)) {
		if (out->n > start)
			eni_buf_add(out, join);
		eni_buf_add(out, eni_texts_label(t, kind, piece, lang));
	}
}

/* The record has an honorific or a title (label honorific, code `known`): behind the name, or before it and parted
 * by a blank. */
static bool
is_addressed(const struct eni_texts *t, struct eni_str name, const char *lang)
{
	struct eni_str known = get(t, "honorific", ENI_S("known"), lang), piece;

	while (eni_piece(&known, &piece))
		if (eni_str_ends(name, piece) ||
		    (eni_str_starts(name, piece) && name.n > piece.n && eni_is_ascii(piece) && name.p[piece.n] == ' '))
			return true;
	return false;
}

bool
eni_texts_has_address(const struct eni_texts *t, struct eni_str name, const char *code, const char *lang)
{
	return get(t, "honorific", eni_str_of(code), lang).n > 0 || is_addressed(t, name, lang);
}

void
eni_texts_address(struct eni_buf *out, const struct eni_texts *t, struct eni_str name, const char *code, const char *lang)
{
	struct eni_str form = get(t, "honorific", eni_str_of(code), lang);
	const struct eni_blank blank = {"name", name};

	if (form.n == 0 || is_addressed(t, name, lang))
		eni_buf_add(out, name);
	else
		eni_texts_fill(out, form, &blank, 1);
}

void
eni_texts_name(struct eni_buf *out, const struct eni_texts *t, struct eni_str name, int sex, const char *lang)
{
	eni_texts_address(out, t, name, sex == 0 ? "any" : eni_word_code(ENI_V_SEX, sex), lang);
}

void
eni_texts_day(struct eni_buf *out, const struct eni_texts *t, struct eni_when when, const char *form, const char *lang)
{
	char iso[ENI_WHEN_TEXT], part[4][12];
	struct eni_era era = {"", "", 0};
	struct eni_str day;
	int y, m, d;

	if (!eni_is_day(when))
		return;
	eni_day_split(when.day, &y, &m, &d);
	eni_day_era(when.day, &era);
	eni_when_format(when, iso);
	snprintf(part[0], sizeof part[0], "%d", y);
	snprintf(part[1], sizeof part[1], "%d", m);
	snprintf(part[2], sizeof part[2], "%d", d);
	snprintf(part[3], sizeof part[3], "%d", era.year);
	day = eni_str_of(eni_word_code(ENI_V_WEEKDAY, (int)eni_day_weekday(when.day) + 1));
	eni_texts_fill(out, get(t, "form", eni_str_of(form), lang),
	    (const struct eni_blank[]){{"y", eni_str_of(part[0])}, {"m", eni_str_of(part[1])}, {"d", eni_str_of(part[2])},
		{"era", eni_str_of(era.name)}, {"year", eni_str_of(part[3])}, {"date", {iso, 10}},
		{"weekday", eni_texts_label(t, "weekday", day, lang)}, {"time", eni_str_of(when.minute < 0 ? NULL : iso + 11)}},
	    8);
}

void
eni_texts_when(struct eni_buf *out, const struct eni_texts *t, struct eni_when when, const char *lang)
{
	eni_texts_day(out, t, when, when.minute < 0 ? "day" : "moment", lang);
}
