/*
 * Reading rules: built-in, the book's, -r files.  Every key is known, so a typing mistake is an error with the nearest word and
 * not a rule that quietly never speaks.
 */
#include "rule/rule.h"

#include <stdlib.h>

#include "base/text.h"
#include "form/source.h"
#include "rule/titles.h"

static const char *const subjects[] = {[ENI_FOR_CLIENTS] = "clients",
    [ENI_FOR_REFERRERS] = "referrers",
    [ENI_FOR_VISITS] = "visits",
    [ENI_FOR_INCIDENTS] = "incidents",
    [ENI_FOR_OFFICE] = "office",
    [ENI_FOR_CONTACTS] = "contacts"};
ENI_ROW_FOR_EACH(subjects, ENI_FORS);
static const char *const classes[] = {[ENI_CLASS_CARE] = "care",
    [ENI_CLASS_REVIVE] = "revive",
    [ENI_CLASS_SALES] = "sales",
    [ENI_CLASS_DEADLINE] = "deadline",
    [ENI_CLASS_OFFICE] = "office"};
ENI_ROW_FOR_EACH(classes, ENI_CLASSES);
static const char *const rolls[] = {[ENI_ROLL_NEXT] = "next", [ENI_ROLL_PREV] = "prev", [ENI_ROLL_SAME] = "same"};
ENI_ROW_FOR_EACH(rolls, ENI_ROLLS);
static const char *const rule_keys[] = {"id", "title", "for", "when", "do", "default"};
static const char *const do_keys[] = {"channel", "to", "say", "cadence", "stop", "class", "offer", "roll", "days", "priority",
    "tag", "route", "prepare", "team", "evidence", "missing", "step", "only", "answer", "alternative", "one_per", "closes",
    "invites"};
static const char *const stop_keys[] = {"count", "after"};
static const char *const anchors[] = {[ENI_ANCHOR_FIELD] = "",
    [ENI_ANCHOR_LAST_CONTACT] = "last_contact",
    [ENI_ANCHOR_DEATH] = "death",
    [ENI_ANCHOR_MONTH] = "month",
    [ENI_ANCHOR_QUARTER] = "quarter",
    [ENI_ANCHOR_WEEK] = "week",
    [ENI_ANCHOR_TODAY] = "today"};
ENI_ROW_FOR_EACH(anchors, ENI_ANCHORS);

const char *
eni_anchor_word(enum eni_anchor anchor)
{
	return anchors[anchor];
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* What a reader of rules needs at hand. */
struct reading {
	struct eni_rules *r;
	const char *file, *origin;
	bool builtin;
	struct eni_map on; /* optional rules that were asked for */
	struct eni_diag *d;
};

static int
unknown(struct reading *in, const struct eni_node *at, const char *what, const char *const *known, size_t n)
{
	const char *near = eni_nearest(at->text, known, n);

	return eni_fail(in->d, eni_at(in->file, at->line), NULL,
	    /* TRANSLATORS: %s is a sort of word, such as key, rule or channel */ near == NULL
		? N_("unknown %s: %.*s")
		: N_("unknown %s: %.*s; nearest is %s"),
	    _(what), (int)at->text.n, at->text.p, near);
}

/* Index of a scalar's text among known words, or -1 after the error. */
static int
choose(struct reading *in, const struct eni_node *node, const char *what, const char *const *known, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (node->type == ENI_SCALAR && eni_str_is(node->text, known[i]))
			return (int)i;
	return unknown(in, node, what, known, n);
}

static int
check_keys(struct reading *in, const struct eni_node *map, const char *what, const char *const *known, size_t n)
{
	if (map->type != ENI_MAP)
		return eni_fail(in->d, eni_at(in->file, map->line), NULL, "%s: want keys and values", what);
	for (size_t i = 0; i < map->n; i++)
		if (choose(in, map->key[i], N_("key"), known, n) == -1)
			return -1;
	return 0;
}

static int
read_code(struct reading *in, const struct eni_node *node, enum eni_vocab vocab, int *code)
{
	const char *near;

	*code = eni_word_find(vocab, eni_node_text(node));
	if (node->type == ENI_SCALAR && *code > 0 && *code != ENI_UNKNOWN_WORD)
		return 0;
	near = eni_word_nearest(vocab, eni_node_text(node));
	return eni_fail(in->d, eni_at(in->file, node->line), NULL,
	    near == NULL ? N_("unknown %s: %.*s") : N_("unknown %s: %.*s; nearest is %s"), eni_vocab_name(vocab),
	    (int)eni_node_text(node).n, eni_node_text(node).p, near);
}

static int
read_channel(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	if (eni_str_is(node->text, "prefer")) {
		rule->channel = ENI_CHANNEL_PREFER;
		return 0;
	}
	if (eni_str_is(node->text, "same")) {
		rule->channel = ENI_AS_ROW;
		return 0;
	}
	return read_code(in, node, ENI_V_CHANNEL, &rule->channel);
}

/* One, or a list in the order in which they are thought of. */
static int
read_to(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	size_t n = node->type == ENI_SEQ ? node->n : 1;

	if (eni_str_is(node->text, "same")) {
		rule->to = ENI_AS_ROW;
		return 0;
	}
	if (n == 0 || n > ENI_RULE_TOS)
		return eni_fail(in->d, eni_at(in->file, node->line), NULL, "to: want one to three recipients");
	for (; rule->n_tos < n; rule->n_tos++)
		if (read_code(in, node->type == ENI_SEQ ? node->item[rule->n_tos] : node, ENI_V_TO, &rule->tos[rule->n_tos]) == -1)
			return -1;
	rule->to = rule->tos[0];
	return 0;
}

/* CODE, or {STATUS: CODE, else: CODE} */
static int
read_say(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	if (node->type != ENI_MAP) {
		rule->say = eni_node_text(node);
		return 0;
	}
	rule->say_of = eni_arena_take(&in->r->arena, node->n * sizeof *rule->say_of);
	for (size_t i = 0; i < node->n; i++) {
		struct eni_say_of *x = &rule->say_of[rule->n_say_of];

		if (eni_str_is(node->key[i]->text, "else")) {
			rule->say = eni_node_text(node->item[i]);
			continue;
		}
		if (read_code(in, node->key[i], ENI_V_STATUS, &x->status) == -1)
			return -1;
		x->say = eni_node_text(node->item[i]);
		rule->n_say_of++;
	}
	if (rule->say.n == 0 || rule->subject != ENI_FOR_CLIENTS)
		return eni_fail(
		    in->d, eni_at(in->file, node->line), NULL, "say: by status wants for: clients, and else: for all others");
	return 0;
}

/* The next word of *rest, split at blanks; empty at the end. */
static struct eni_str
word(struct eni_str *rest)
{
	struct eni_str w = eni_str_trim(*rest);
	const char *blank = memchr(w.p, ' ', w.n);

	*rest = eni_str_from(w, blank == NULL ? w.n : (size_t)(blank - w.p));
	w.n -= rest->n;
	return w;
}

static void
set_anchor(struct eni_rules *r, struct eni_rule *rule, struct eni_str name)
{
	rule->anchor = ENI_ANCHOR_FIELD;
	rule->anchor_field = eni_arena_keep(&r->arena, name);
	for (int i = ENI_ANCHOR_FIELD + 1; i < ENI_ANCHORS; i++)
		if (eni_str_is(name, anchors[i]))
			rule->anchor = (enum eni_anchor)i;
}

/* "end_date +1m every 1m", "consent_until -30d", "end_date + 7d", "end_date +0d or today" */
static int
read_cadence(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	static const char form[] =
	    N_("cadence: want ANCHOR +OFFSET [or today] [every INTERVAL], such as end_date +1m every 1m (units min h d w m y)");
	struct eni_place at = eni_at(in->file, node->line);
	struct eni_str rest = eni_node_text(node), anchor = word(&rest), offset = word(&rest), every;
	char sign = offset.n > 0 ? offset.p[0] : ' ';

	if (offset.n == 1 && (sign == '+' || sign == '-'))
		offset = word(&rest);
	else
		offset = eni_str_from(offset, 1);
	if (anchor.n == 0 || (sign != '+' && sign != '-') || eni_span_parse(offset, &rule->offset) != 1)
		return eni_fail(in->d, at, NULL, "%s", _(form));
	if (sign == '-')
		rule->offset.n = -rule->offset.n;
	every = word(&rest);
	rule->or_today = eni_str_is(every, "or");
	if (rule->or_today && !eni_str_is(word(&rest), "today"))
		return eni_fail(in->d, at, NULL, "%s", _(form));
	if (rule->or_today)
		every = word(&rest);
	if (every.n > 0 && (!eni_str_is(every, "every") || eni_span_parse(word(&rest), &rule->every) != 1 || rule->every.n == 0 ||
			       eni_str_trim(rest).n > 0))
		return eni_fail(in->d, at, NULL, "%s", _(form));
	set_anchor(in->r, rule, anchor);
	rule->or_today |= rule->anchor == ENI_ANCHOR_DEATH;
	rule->cadence_at = at;
	rule->has_cadence = true;
	return 0;
}

static int
read_stop(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	const struct eni_node *count = eni_node_get(node, "count"), *after = eni_node_get(node, "after");
	struct eni_place at = eni_at(in->file, node->line);
	int n = 0;

	if (check_keys(in, node, "stop", stop_keys, COUNT(stop_keys)) == -1)
		return -1;
	if (count != NULL) {
		for (size_t i = 0; i < count->text.n && n >= 0 && n < 100000; i++)
			n = count->text.p[i] >= '0' && count->text.p[i] <= '9' ? n * 10 + count->text.p[i] - '0' : -1;
		if (n <= 0 || n >= 100000)
			return eni_fail(in->d, at, NULL, "stop: count: want a number from 1");
		rule->stop_count = n;
	}
	if (after != NULL && eni_span_parse(eni_node_text(after), &rule->stop_after) != 1)
		return eni_fail(in->d, at, NULL, "stop: after: want an interval such as 12m");
	return 0;
}

/* "11-20": days of the month */
static int
read_days(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	struct eni_str s = eni_node_text(node);
	int part[2] = {0, 0}, at = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '-' && at == 0 && i > 0)
			at = 1;
		else if (s.p[i] >= '0' && s.p[i] <= '9' && part[at] < 100)
			part[at] = part[at] * 10 + s.p[i] - '0';
		else
			part[0] = 100;
	}
	if (part[0] < 1 || part[0] > 31 || part[1] < 1 || part[1] > 31)
		return eni_fail(in->d, eni_at(in->file, node->line), NULL, "days: want days of the month such as 11-20");
	rule->days_from = part[0];
	rule->days_to = part[1];
	return 0;
}

static int
read_priority(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	static const char *const levels[] = {"1", "2", "3"};
	int i = choose(in, node, N_("priority"), levels, COUNT(levels));

	if (i == -1)
		return -1;
	rule->priority = i + 1;
	return 0;
}

static int
read_class(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	int i = choose(in, node, N_("class"), classes, COUNT(classes));

	if (i == -1)
		return -1;
	rule->class = (enum eni_class)i;
	return 0;
}

static int
read_offer(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	static const char *const words[] = {"no", "yes"};
	int i = choose(in, node, N_("offer"), words, COUNT(words));

	if (i == -1)
		return -1;
	rule->offer = i == 1;
	return 0;
}

static int
read_roll(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	int i = choose(in, node, N_("roll"), rolls, COUNT(rolls));

	if (i == -1)
		return -1;
	rule->roll = (enum eni_roll)i;
	return 0;
}

static int
read_do(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	static const struct {
		const char *key;
		int (*read)(struct reading *, struct eni_rule *, const struct eni_node *);
	} parts[] = {{"channel", read_channel}, {"to", read_to}, {"say", read_say}, {"cadence", read_cadence}, {"stop", read_stop},
	    {"class", read_class}, {"offer", read_offer}, {"roll", read_roll}, {"days", read_days}, {"priority", read_priority}};

	if (check_keys(in, node, "do", do_keys, COUNT(do_keys)) == -1)
		return -1;
	for (size_t i = 0; i < COUNT(parts); i++) {
		const struct eni_node *v = eni_node_get(node, parts[i].key);

		if (v != NULL && parts[i].read(in, rule, v) == -1)
			return -1;
	}
	rule->missing = eni_node_get(node, "missing");
	rule->invites = eni_word_find(ENI_V_YES, eni_node_text(eni_node_get(node, "invites"))) == ENI_YES_YES;
	rule->one_per = eni_node_text(eni_node_get(node, "one_per"));
	if (rule->one_per.n > 0 && (rule->subject != ENI_FOR_CLIENTS || !rule->has_cadence))
		return eni_fail(in->d, rule->place, NULL,
		    "one_per: only tasks about clients can be one for several; want for: clients and a cadence");
	if (rule->has_cadence && (rule->channel == 0 || rule->to == 0))
		return eni_fail(in->d, rule->place, NULL, "do: a cadence wants a channel and a recipient (channel:, to:)");
	if (!rule->has_cadence && (rule->channel != 0 || rule->stop_count != 0))
		return eni_fail(in->d, rule->place, NULL, "do: a channel wants a cadence, such as end_date +7d");
	return 0;
}

static int
read_when(struct reading *in, struct eni_rule *rule, const struct eni_node *node)
{
	if (node == NULL)
		return 0;
	if (node->type != ENI_MAP)
		return eni_fail(in->d, eni_at(in->file, node->line), NULL, "when: want field: matcher pairs");
	rule->when = eni_arena_clear(&in->r->arena, (node->n + 1) * sizeof *rule->when);
	for (; rule->n_when < node->n; rule->n_when++)
		if (eni_match_parse(&rule->when[rule->n_when], &in->r->arena, node->key[rule->n_when], node->item[rule->n_when],
			in->file, in->d) == -1)
			return -1;
	return 0;
}

/* The id as it may stand in journals and on command lines. */
static bool
good_id(struct eni_str id)
{
	if (id.n == 0 || id.n > 64 || id.p[0] == '-')
		return false;
	for (size_t i = 0; i < id.n; i++)
		if ((unsigned char)id.p[i] <= ' ' || id.p[i] == ':' || id.p[i] == ',')
			return false;
	return true;
}

/* Whether the rule goes by that word: as its id or, as written, its title. */
static bool
is_named(const struct eni_rule *rule, struct eni_str word)
{
	bool is = eni_str_eq(rule->id, word);

	for (size_t i = 0; !is && i < ENI_LANGS; i++)
		is = rule->title[i].n > 0 && eni_str_eq(rule->title[i], word);
	return is;
}

/* Before the titles are settled. */
static uint32_t
find_named(const struct eni_rules *r, struct eni_str word)
{
	uint32_t at = eni_map_get(&r->by_id, word);

	for (size_t i = 0; at == ENI_NONE && i < r->n; i++)
		if (r->rule[i] != NULL && is_named(r->rule[i], word))
			at = (uint32_t)i;
	return at;
}

static bool
was_asked_for(const struct reading *in, const struct eni_rule *rule)
{
	bool was = eni_map_get(&in->on, rule->id) != ENI_NONE;

	for (size_t i = 0; !was && i < ENI_LANGS; i++)
		was = rule->title[i].n > 0 && eni_map_get(&in->on, rule->title[i]) != ENI_NONE;
	return was;
}

static void
put_rule(struct eni_rules *r, struct eni_rule *rule)
{
	uint32_t old = eni_map_get(&r->by_id, rule->id);

	if (old != ENI_NONE) {
		r->rule[old] = rule;
		return;
	}
	r->rule = eni_grow(r->rule, &r->cap, r->n + 1, sizeof(struct eni_rule *));
	eni_map_add(&r->by_id, rule->id, (uint32_t)r->n);
	r->rule[r->n++] = rule;
}

static int
read_rule(struct reading *in, const struct eni_node *node)
{
	struct eni_rule *rule = eni_arena_clear(&in->r->arena, sizeof *rule);
	const struct eni_node *id = eni_node_get(node, "id"), *subject = eni_node_get(node, "for"), *act = eni_node_get(node, "do");
	int i = 0;

	*rule = (struct eni_rule){.place = eni_at(in->file, node->line), .origin = in->origin, .priority = 2, .node = node};
	if (check_keys(in, node, "rule", rule_keys, COUNT(rule_keys)) == -1)
		return -1;
	rule->id = eni_node_text(id);
	if (!good_id(rule->id))
		return eni_fail(in->d, rule->place, NULL, "a rule wants an id without blanks, colons or commas");
	if (subject != NULL && (i = choose(in, subject, N_("kind of record"), subjects, COUNT(subjects))) == -1)
		return -1;
	rule->subject = (enum eni_for)i;
	if (act == NULL)
		return eni_fail(in->d, rule->place, NULL, "a rule wants do: {...}");
	if (eni_title_read(rule, eni_node_get(node, "title"), in->d) == -1 ||
	    read_when(in, rule, eni_node_get(node, "when")) == -1 || read_do(in, rule, act) == -1)
		return -1;
	if (eni_str_is(eni_node_text(eni_node_get(node, "default")), "off") && !was_asked_for(in, rule))
		return 0;
	put_rule(in->r, rule);
	return 0;
}

static int
read_section(struct reading *in, const struct eni_node *list)
{
	if (list->type != ENI_SEQ)
		return eni_fail(in->d, eni_at(in->file, list->line), NULL, "want a list of rules (- id: ...)");
	for (size_t i = 0; i < list->n; i++)
		if (read_rule(in, list->item[i]) == -1)
			return -1;
	return 0;
}

/* off: and on: take a list of rules or a single one. */
static size_t
count_ids(const struct eni_node *node)
{
	return node->type == ENI_SCALAR ? node->text.n > 0 : node->n;
}

static const struct eni_node *
id_at(const struct eni_node *node, size_t i)
{
	return node->type == ENI_SCALAR ? node : node->item[i];
}

static int
unknown_rule(struct reading *in, const struct eni_node *node)
{
	const char **ids = eni_realloc(NULL, (in->r->n + 1) * sizeof *ids);
	int rc;

	for (size_t i = 0; i < in->r->n; i++)
		ids[i] = eni_arena_keep(&in->r->arena, in->r->rule[i] == NULL ? ENI_S("") : in->r->rule[i]->id).p;
	rc = unknown(in, node, N_("rule"), ids, in->r->n);
	free(ids);
	return rc;
}

/* Tombstones: a switched-off rule keeps its place so that a later file may bring it back; they are dropped at the end. */
static int
switch_off(struct reading *in, const struct eni_node *list)
{
	for (size_t i = 0; i < count_ids(list); i++) {
		uint32_t at = find_named(in->r, eni_node_text(id_at(list, i)));

		if (at == ENI_NONE)
			return unknown_rule(in, id_at(list, i));
		in->r->rule[at] = NULL;
	}
	return 0;
}

static int
read_tree(struct reading *in, const struct eni_node *root)
{
	if (root->type != ENI_MAP)
		return read_section(in, root);
	for (size_t i = 0; i < root->n; i++) {
		struct eni_str key = root->key[i]->text;
		const struct eni_node *v = root->item[i];

		if (eni_str_is(key, "on"))
			continue;
		if (eni_str_is(key, "off") ? switch_off(in, v) == -1 : read_section(in, v) == -1)
			return -1;
	}
	return 0;
}

static void
note_on(struct reading *in, const struct eni_node *root)
{
	const struct eni_node *on = eni_node_get(root, "on");

	for (size_t i = 0; on != NULL && i < count_ids(on); i++)
		eni_map_set(&in->on, eni_node_text(id_at(on, i)), 1);
}

/* Once all rules are known, what was asked for must be among them. */
static int
check_on(struct reading *in, const struct eni_node *root)
{
	const struct eni_node *on = eni_node_get(root, "on");

	for (size_t i = 0; on != NULL && i < count_ids(on); i++)
		if (find_named(in->r, eni_node_text(id_at(on, i))) == ENI_NONE)
			return unknown_rule(in, id_at(on, i));
	return 0;
}

static const char *
path_in(struct eni_rules *r, const char *dir, struct eni_str name)
{
	if (name.n > 0 && name.p[0] == '/')
		return eni_arena_keep(&r->arena, name).p;
	return eni_arena_printf(&r->arena, "%s/%.*s", dir, (int)name.n, name.p).p;
}

/* The office's own window is the truth, built-in rules refer to it (decision 13): it stands in the rule, so that `rules` prints
 * what is in force. */
static void
take_window(struct eni_rules *r, const struct eni_office *o)
{
	for (size_t i = 0; o->window_from > 0 && i < r->n; i++) {
		struct eni_rule *rule = r->rule[i];
		struct eni_node *days;

		if (rule == NULL || rule->days_from == 0 || strcmp(rule->origin, "built-in") != 0)
			continue;
		rule->days_from = o->window_from;
		rule->days_to = o->window_to;
		days = (struct eni_node *)(uintptr_t)eni_node_get(eni_node_get(rule->node, "do"), "days");
		days->text = eni_arena_printf(&r->arena, "%d-%d", o->window_from, o->window_to);
	}
}

/* Rules that are switched off are known, too: there is nothing of theirs to close. */
static int
check_closes(struct reading *in)
{
	for (size_t i = 0; i < in->r->n; i++) {
		const struct eni_rule *rule = in->r->rule[i];
		const struct eni_node *ids = rule == NULL ? NULL : eni_node_get(eni_node_get(rule->node, "do"), "closes");

		for (size_t k = 0; ids != NULL && k < count_ids(ids); k++)
			if (find_named(in->r, eni_node_text(id_at(ids, k))) == ENI_NONE) {
				in->file = rule->place.file;
				return unknown_rule(in, id_at(ids, k));
			}
	}
	return 0;
}

static void
settle_closes(struct eni_rules *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct eni_rule *rule = r->rule[i];
		const struct eni_node *ids = eni_node_get(eni_node_get(rule->node, "do"), "closes");

		if (ids == NULL)
			continue;
		rule->closes = eni_arena_take(&r->arena, (count_ids(ids) + 1) * sizeof *rule->closes);
		for (size_t k = 0; k < count_ids(ids); k++) {
			uint32_t at = find_named(r, eni_node_text(id_at(ids, k)));

			if (at != ENI_NONE)
				rule->closes[rule->n_closes++] = at;
		}
	}
}

static void
drop_tombstones(struct eni_rules *r)
{
	size_t n = 0;

	eni_map_free(&r->by_id);
	for (size_t i = 0; i < r->n; i++)
		if (r->rule[i] != NULL) {
			r->rule[n] = r->rule[i];
			eni_map_add(&r->by_id, r->rule[n]->id, (uint32_t)n);
			n++;
		}
	r->n = n;
}

/* What rules are read from, in the order in which they replace one another. */
struct source {
	const char *file, *origin;
	struct eni_str yaml; /* empty: the file's */
	struct eni_node *root;
	bool of_book; /* and no operand, which may be a pipe */
};

static size_t
list_sources(
    struct eni_rules *r, const struct eni_office *o, const char *dir, const char *const *file, size_t n_files, struct source *out)
{
	struct eni_builtin playbook = eni_builtin_playbook();
	size_t n = 0;

	out[n++] = o->playbook.n > 0 ? (struct source){.file = path_in(r, dir, o->playbook), .of_book = true}
				     : (struct source){playbook.file, "built-in", playbook.yaml, NULL, false};
	if (o->playbook_add.n > 0)
		out[n++] = (struct source){.file = path_in(r, dir, o->playbook_add), .of_book = true};
	for (size_t i = 0; i < n_files; i++)
		out[n++] = (struct source){.file = file[i]};
	for (size_t i = 0; i < n; i++)
		if (out[i].origin == NULL)
			out[i].origin = out[i].file;
	return n;
}

static int
parse_sources(struct reading *in, struct source *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i].of_book && eni_source_is_file(s[i].file, in->d) == -1)
			return -1;
		s[i].root = s[i].yaml.n > 0 ? eni_tree_parse(&in->r->arena, s[i].yaml, s[i].file, in->d)
					    : eni_tree_read(&in->r->arena, s[i].file, in->d);
		if (s[i].root == NULL)
			return -1;
		note_on(in, s[i].root);
	}
	return 0;
}

/* A rule that a source asks for under on: may be that of a later one. */
static int
read_sources(struct reading *in, const struct source *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		in->file = s[i].file;
		in->origin = s[i].origin;
		if (read_tree(in, s[i].root) == -1)
			return -1;
	}
	for (size_t i = 0; i < n; i++) {
		in->file = s[i].file;
		if (check_on(in, s[i].root) == -1)
			return -1;
	}
	return 0;
}

static int
settle_rules(struct reading *in, const struct eni_office *o)
{
	const struct eni_node *off = eni_office_get(o, "off");

	in->file = o->file;
	if (off != NULL && switch_off(in, off) == -1)
		return -1;
	take_window(in->r, o);
	if (check_closes(in) == -1)
		return -1;
	drop_tombstones(in->r);
	settle_closes(in->r);
	return eni_titles_settle(in->r, o, in->d);
}

int
eni_rules_read(
    struct eni_rules *r, const struct eni_office *o, const char *dir, const char *const *file, size_t n_files, struct eni_diag *d)
{
	struct reading in = {.r = r, .d = d};
	struct source *sources;
	size_t n;
	int rc = -1;

	*r = (struct eni_rules){0};
	sources = eni_arena_clear(&r->arena, (n_files + 2) * sizeof *sources);
	n = list_sources(r, o, dir, file, n_files, sources);
	if (parse_sources(&in, sources, n) == 0 && read_sources(&in, sources, n) == 0)
		rc = settle_rules(&in, o);
	eni_map_free(&in.on);
	return rc;
}

int
eni_rules_read_list(struct eni_rules *r, const struct eni_node *list, const char *file, struct eni_diag *d)
{
	struct reading in = {.r = r, .d = d, .file = file, .origin = file};

	*r = (struct eni_rules){0};
	return read_section(&in, list);
}

void
eni_rules_free(struct eni_rules *r)
{
	eni_map_free(&r->by_id);
	eni_map_free(&r->by_title);
	free(r->rule);
	eni_arena_free(&r->arena);
	*r = (struct eni_rules){0};
}

struct eni_str
eni_rule_say(const struct eni_rule *r, int status)
{
	for (size_t i = 0; i < r->n_say_of; i++)
		if (r->say_of[i].status == status)
			return r->say_of[i].say;
	return r->say;
}

bool
eni_rule_tells_stories(const struct eni_rule *r)
{
	bool tells = eni_say_is_story(r->say);

	for (size_t i = 0; i < r->n_say_of; i++)
		tells |= eni_say_is_story(r->say_of[i].say);
	return tells;
}

bool
eni_rule_closes(const struct eni_rules *r, uint32_t rule, size_t other)
{
	for (size_t i = 0; rule != ENI_NONE && i < r->rule[rule]->n_closes; i++)
		if (r->rule[rule]->closes[i] == other)
			return true;
	return false;
}

uint32_t
eni_rules_find(const struct eni_rules *r, struct eni_str word)
{
	uint32_t at = eni_map_get(&r->by_id, word);

	return at == ENI_NONE ? eni_titles_find(r, word) : at;
}

/* ---- printing ---- */

static bool
plain(struct eni_str s)
{
	if (s.n == 0 || s.p[0] == ' ' || s.p[s.n - 1] == ' ' || strchr("-?:,[]{}#&*!|>'\"%@`", s.p[0]) != NULL)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || strchr(",[]{}\"", s.p[i]) != NULL ||
		    (s.p[i] == ':' && (i + 1 == s.n || s.p[i + 1] == ' ')) || (s.p[i] == '#' && i > 0 && s.p[i - 1] == ' '))
			return false;
	return true;
}

static void
print_scalar(struct eni_buf *out, struct eni_str s)
{
	if (plain(s)) {
		eni_buf_add(out, s);
		return;
	}
	eni_buf_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < ' ')
			eni_buf_printf(out, "\\x%02x", c);
		else if (c == '"' || c == '\\')
			eni_buf_printf(out, "\\%c", c);
		else
			eni_buf_char(out, (char)c);
	}
	eni_buf_char(out, '"');
}

static void
print_node(struct eni_buf *out, const struct eni_node *node)
{
	bool map = node->type == ENI_MAP;

	if (node->type == ENI_SCALAR) {
		print_scalar(out, node->text);
		return;
	}
	eni_buf_char(out, map ? '{' : '[');
	for (size_t i = 0; i < node->n; i++) {
		if (i > 0)
			eni_buf_add(out, ENI_S(", "));
		if (map) {
			print_scalar(out, node->key[i]->text);
			eni_buf_add(out, ENI_S(": "));
		}
		print_node(out, node->item[i]);
	}
	eni_buf_char(out, map ? '}' : ']');
}

void
eni_rules_print(const struct eni_rules *r, struct eni_buf *out)
{
	eni_buf_add(out, ENI_S("rules:\n"));
	for (size_t i = 0; i < r->n; i++) {
		const struct eni_rule *rule = r->rule[i];

		eni_buf_printf(out, "  # %s", rule->origin);
		if (strcmp(rule->origin, "built-in") != 0)
			eni_buf_printf(out, ":%lu", (unsigned long)rule->place.line);
		for (size_t k = 0; k < rule->node->n; k++) {
			if (eni_str_is(rule->node->key[k]->text, "default"))
				continue;
			eni_buf_printf(out, "\n  %s%s: ", k == 0 ? "- " : "  ", rule->node->key[k]->text.p);
			print_node(out, rule->node->item[k]);
		}
		eni_buf_char(out, '\n');
	}
}
