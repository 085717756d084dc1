/* Words: see words.h. */
#include "rule/words.h"

#include <stdlib.h>

#include "base/text.h"
#include "rule/rule.h"

static const char *const langs[] = {"ja", "zh", "en"};
enum { LANGS = sizeof langs / sizeof *langs };

/* Every placeholder a text may have; what each means stands at the head of words.yaml. */
static const char *const placeholders[] = {"name", "who", "office", "person", "phone", "weekdays", "days", "free", "capacity",
    "date", "until", "next", "month", "note", "kind", "reason_note", "missing", "rule", "alternative", "package", "band", "percent",
    "photos", "terms", "care_level", "safety", "trouble", "family", "effect", "risks", "lines", "count", "id", "when", "concern",
    "tags", "route", "prepare", "answers", "answer", "evidence", "org", "via", "to", "channel", "today", "title", "why", "late",
    "topics", "sign", "job"};
enum { PLACEHOLDERS = sizeof placeholders / sizeof *placeholders };

/* ---- keeping ---- */

/* One text or label: its parts as one key. */
static void
make_key(struct eni_buf *key, const char *sort, struct eni_str a, struct eni_str b, const char *lang)
{
	key->n = 0;
	eni_buf_printf(key, "%s\t%.*s\t%.*s\t%s", sort, (int)a.n, a.p, (int)b.n, b.p, lang);
}

static void
put(struct eni_words *w, const char *sort, struct eni_str a, struct eni_str b, const char *lang, struct eni_str text)
{
	struct eni_buf key = {0};

	make_key(&key, sort, a, b, lang);
	w->text = eni_grow(w->text, &w->cap, w->n + 1, sizeof *w->text);
	w->text[w->n] = text;
	eni_map_set(&w->at, eni_arena_keep(&w->arena, eni_buf_str(&key)), (uint32_t)w->n++);
	eni_buf_free(&key);
}

static struct eni_str
get(const struct eni_words *w, const char *sort, struct eni_str a, struct eni_str b, const char *lang)
{
	struct eni_buf key = {0};
	uint32_t at;

	make_key(&key, sort, a, b, lang);
	at = eni_map_get(&w->at, eni_buf_str(&key));
	eni_buf_free(&key);
	return at == ENI_NONE ? (struct eni_str){"", 0} : w->text[at];
}

static const char text_sort[] = "say", label_sort[] = "label";

/* ---- the built-in rows ---- */

static void
take_row(struct eni_words *w, const struct eni_node *row)
{
	struct eni_str say = eni_node_text(eni_node_get(row, "say"));

	if (say.n > 0) {
		put(w, text_sort, say, eni_node_text(eni_node_get(row, "to")), eni_node_text(eni_node_get(row, "lang")).p,
		    eni_node_text(eni_node_get(row, "text")));
		return;
	}
	for (int i = 0; i < LANGS; i++) {
		const struct eni_node *label = eni_node_get(row, langs[i]);

		if (label != NULL)
			put(w, label_sort, eni_node_text(eni_node_get(row, "label")), eni_node_text(eni_node_get(row, "code")),
			    langs[i], label->text);
	}
}

/* ---- the office's own ---- */

struct reading {
	struct eni_words *w;
	const struct eni_office *o;
	struct eni_diag *d;
};

static int
refuse(struct reading *in, const struct eni_node *at, const char *what, struct eni_str word, const char *const *known, size_t n)
{
	const char *near = eni_nearest(word, known, n);

	return eni_fail(in->d, (struct eni_place){in->o->file, at->line}, "words", "unknown %s: %.*s%s%s", what, (int)word.n,
	    word.p, near == NULL ? "" : "; nearest is ", near == NULL ? "" : near);
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
	for (size_t i = 0; i < node->text.n; i++) {
		struct eni_str name = name_at(eni_str_from(node->text, i));
		int k = 0;

		while (name.n > 0 && k < PLACEHOLDERS && !eni_str_is(name, placeholders[k]))
			k++;
		if (k == PLACEHOLDERS)
			return refuse(in, node, "placeholder", name, placeholders, PLACEHOLDERS);
	}
	return 0;
}

static const char *
find_lang(struct eni_str word)
{
	for (int i = 0; i < LANGS; i++)
		if (eni_str_is(word, langs[i]))
			return langs[i];
	return NULL;
}

/* TEXT, {LANG: TEXT}, {RECIPIENT: TEXT} or {RECIPIENT: {LANG: TEXT}}. */
static int
take_text(struct reading *in, struct eni_str say, struct eni_str to, const char *lang, const struct eni_node *node)
{
	if (node->type == ENI_SCALAR) {
		put(in->w, text_sort, say, to, lang, node->text);
		return check_placeholders(in, node);
	}
	for (size_t i = 0; i < node->n; i++) {
		struct eni_str key = node->type == ENI_MAP ? node->key[i]->text : (struct eni_str){"", 0};
		const char *next = find_lang(key);
		int code = eni_word_find(ENI_V_TO, key);

		if (next == NULL && (code <= 0 || code == ENI_UNKNOWN_WORD))
			return refuse(in, node, "language or recipient", key, langs, LANGS);
		if (take_text(in, say, next == NULL ? eni_str_of(eni_word_code(ENI_V_TO, code)) : to, next == NULL ? lang : next,
			node->item[i]) == -1)
			return -1;
	}
	return 0;
}

static int
take_label(struct reading *in, struct eni_str kind, struct eni_str code, const struct eni_node *node)
{
	if (node->type == ENI_SCALAR)
		put(in->w, label_sort, kind, code, in->o->lang.p, node->text);
	for (size_t i = 0; node->type == ENI_MAP && i < node->n; i++) {
		const char *lang = find_lang(node->key[i]->text);

		if (lang == NULL)
			return refuse(in, node, "language", node->key[i]->text, langs, LANGS);
		put(in->w, label_sort, kind, code, lang, eni_node_text(node->item[i]));
	}
	return 0;
}

static int
take_labels(struct reading *in, const struct eni_node *kinds)
{
	if (kinds->type != ENI_MAP)
		return eni_fail(in->d, (struct eni_place){in->o->file, kinds->line}, "words",
		    "labels: want them by kind and code, as in {tag: {vip: ...}}");
	for (size_t i = 0; i < kinds->n; i++)
		for (size_t k = 0; kinds->item[i]->type == ENI_MAP && k < kinds->item[i]->n; k++)
			if (take_label(in, kinds->key[i]->text, kinds->item[i]->key[k]->text, kinds->item[i]->item[k]) == -1)
				return -1;
	return 0;
}

int
eni_words_read(struct eni_words *w, const struct eni_office *o, struct eni_diag *d)
{
	struct reading in = {w, o, d};
	const struct eni_node *rows, *own = eni_office_get(o, "words");
	static const struct eni_str everybody = {"", 0};

	*w = (struct eni_words){0};
	if ((rows = eni_tree_parse(&w->arena, eni_builtin_words(), "built-in words", d)) == NULL)
		return -1;
	for (size_t i = 0; i < rows->n; i++)
		take_row(w, rows->item[i]);
	for (size_t i = 0; own != NULL && i < own->n; i++)
		if (eni_str_is(own->key[i]->text, "labels")
			? take_labels(&in, own->item[i]) == -1
			: take_text(&in, own->key[i]->text, everybody, o->lang.p, own->item[i]) == -1)
			return -1;
	return 0;
}

void
eni_words_free(struct eni_words *w)
{
	eni_map_free(&w->at);
	free(w->text);
	eni_arena_free(&w->arena);
	*w = (struct eni_words){0};
}

struct eni_str
eni_words_text(const struct eni_words *w, struct eni_str say, int to, const char *lang)
{
	static const struct eni_str everybody = {"", 0};
	struct eni_str own = to == 0 ? everybody : get(w, text_sort, say, eni_str_of(eni_word_code(ENI_V_TO, to)), lang);

	return own.n > 0 ? own : get(w, text_sort, say, everybody, lang);
}

struct eni_str
eni_words_label(const struct eni_words *w, const char *kind, struct eni_str code, const char *lang)
{
	struct eni_str label = get(w, label_sort, eni_str_of(kind), code, lang);

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
eni_words_fill(struct eni_buf *out, struct eni_str text, const struct eni_blank *blank, size_t n)
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

/* ---- once is enough ---- */

static bool
holds(struct eni_str text, struct eni_str piece)
{
	return piece.n > 0 && text.n >= piece.n && memmem(text.p, text.n, piece.p, piece.n) != NULL;
}

/* Behind a courtesy (label courtesy, code known, one a line) at the head of a sentence. */
static struct eni_str
behind_courtesy(const struct eni_words *w, struct eni_str s, const char *lang)
{
	struct eni_str known = get(w, label_sort, ENI_S("courtesy"), ENI_S("known"), lang);

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
need_not_hear(const struct eni_words *w, struct eni_str s, const struct eni_said *said, const char *lang)
{
	s = eni_str_trim(s);
	if (said->who.n > 0 && eni_str_starts(s, said->who))
		s = eni_str_trim(eni_str_from(s, said->who.n));
	s = behind_courtesy(w, s, lang);
	for (size_t i = 0; i < ENI_SAID_NAMES; i++)
		if (holds(s, said->name[i]) && holds(said->text, s))
			return true;
	return s.n == 0;
}

void
eni_words_again(struct eni_buf *out, const struct eni_words *w, struct eni_str text, const struct eni_said *said, const char *lang)
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
			if (!need_not_hear(w, (struct eni_str){line.p, cut}, said, lang))
				eni_buf_add(out, (struct eni_str){line.p, cut});
		}
		if (out->n == head && out->n > start)
			out->n--;
	}
}

/* ---- lists, names, days ---- */

void
eni_words_list(struct eni_buf *out, const struct eni_words *w, const char *kind, struct eni_str codes, const char *lang)
{
	struct eni_str join = get(w, label_sort, ENI_S("join"), eni_str_of(kind), lang), piece;
	size_t start = out->n;

	if (join.n == 0)
		join = get(w, label_sort, ENI_S("join"), ENI_S("list"), lang);
	while (eni_piece(&codes, &piece)) {
		if (out->n > start)
			eni_buf_add(out, join);
		eni_buf_add(out, eni_words_label(w, kind, piece, lang));
	}
}

/* Somebody wrote an honorific or a title into the record (label honorific, code `known`): behind the name, or before it and parted
 * by a blank. */
static bool
is_addressed(const struct eni_words *w, struct eni_str name, const char *lang)
{
	struct eni_str known = get(w, label_sort, ENI_S("honorific"), ENI_S("known"), lang), piece;

	while (eni_piece(&known, &piece))
		if (eni_str_ends(name, piece) ||
		    (eni_str_starts(name, piece) && name.n > piece.n && eni_is_ascii(piece) && name.p[piece.n] == ' '))
			return true;
	return false;
}

void
eni_words_address(struct eni_buf *out, const struct eni_words *w, struct eni_str name, const char *code, const char *lang)
{
	struct eni_str form = get(w, label_sort, ENI_S("honorific"), eni_str_of(code), lang);
	const struct eni_blank blank = {"name", name};

	if (form.n == 0 || is_addressed(w, name, lang))
		eni_buf_add(out, name);
	else
		eni_words_fill(out, form, &blank, 1);
}

void
eni_words_name(struct eni_buf *out, const struct eni_words *w, struct eni_str name, int sex, const char *lang)
{
	eni_words_address(out, w, name, sex == 0 ? "any" : eni_word_code(ENI_V_SEX, sex), lang);
}

void
eni_words_when(struct eni_buf *out, const struct eni_words *w, struct eni_when when, const char *lang)
{
	char iso[ENI_WHEN_TEXT], part[3][12];
	struct eni_str day;
	int y, m, d;

	if (!eni_is_day(when))
		return;
	eni_day_split(when.day, &y, &m, &d);
	eni_when_format(when, iso);
	snprintf(part[0], sizeof part[0], "%d", y);
	snprintf(part[1], sizeof part[1], "%d", m);
	snprintf(part[2], sizeof part[2], "%d", d);
	day = eni_str_of(eni_word_code(ENI_V_WEEKDAY, (int)eni_day_weekday(when.day) + 1));
	eni_words_fill(out, get(w, label_sort, ENI_S("form"), when.minute < 0 ? ENI_S("day") : ENI_S("moment"), lang),
	    (const struct eni_blank[]){{"y", eni_str_of(part[0])}, {"m", eni_str_of(part[1])}, {"d", eni_str_of(part[2])},
		{"date", {iso, 10}}, {"weekday", eni_words_label(w, "weekday", day, lang)},
		{"time", eni_str_of(when.minute < 0 ? NULL : iso + 11)}},
	    6);
}
