/* Packages: see packages.h. */
#include "reception/packages.h"

#include <stdlib.h>

#include "base/bounds.h"
#include "base/num.h"
#include "base/text.h"

/* ---- needs ---- */

/* A need as it is shown and compared: the code where the vocabulary or the office's own words know it. */
static struct eni_need
need_of(const struct eni_book *b, struct eni_arena *a, struct eni_str word)
{
	int code = eni_word_known(eni_book_code(b, eni_field_find(ENI_CLIENTS, ENI_S("needs")), word));
	struct eni_buf folded = {0};
	struct eni_need x;

	if (code > 0) {
		struct eni_str name = eni_str_of(eni_word_code(ENI_V_NEED, code));

		return (struct eni_need){name, name};
	}
	eni_casefold(&folded, word);
	x = (struct eni_need){eni_arena_keep(a, word), eni_arena_keep(a, eni_buf_str(&folded))};
	eni_buf_free(&folded);
	return x;
}

static bool
holds(const struct eni_needs *list, struct eni_str key)
{
	for (size_t i = 0; i < list->n; i++)
		if (eni_str_eq(list->need[i].key, key))
			return true;
	return false;
}

static void
add_needs(const struct eni_book *b, struct eni_arena *a, struct eni_needs *list, struct eni_str text)
{
	struct eni_str piece;

	while (eni_piece(&text, &piece)) {
		struct eni_need x = need_of(b, a, piece);

		if (holds(list, x.key))
			continue;
		list->need = eni_grow(list->need, &list->cap, list->n + 1, sizeof *list->need);
		list->need[list->n++] = x;
	}
}

/* ---- the office's packages ---- */

struct reading {
	struct eni_packages *p;
	struct eni_package *package;
	struct eni_diag *d;
	const char *file;
	enum eni_scale scale; /* of the words of `for`; ENI_SCALES: not said */
};

static int
no_such_word(struct reading *in, const struct eni_node *at, const char *key, struct eni_str word, const char *near)
{
	return eni_fail(in->d, eni_at(in->file, at->line), "packages",
	    near == NULL ? N_("%s: no such word: %.*s") : N_("%s: no such word: %.*s; nearest is %s"), key, (int)word.n, word.p,
	    near);
}

static int
no_such_key(struct reading *in, const struct eni_node *key, const char *const *known, size_t n)
{
	const char *near = eni_nearest(key->text, known, n);

	return eni_fail(in->d, eni_at(in->file, key->line), "packages",
	    near == NULL ? N_("unknown key: %.*s") : N_("unknown key: %.*s; nearest is %s"), (int)key->text.n, key->text.p, near);
}

/* The scales of `for`, under the names of their fields; the words of a plain list belong to the first two. */
static const struct {
	const char *key;
	enum eni_vocab vocab;
	bool listed;
	const char *field; /* what is missing of whom the scale does not know */
} scales[ENI_SCALES] = {[ENI_SCALE_BAND] = {"band", ENI_V_BAND, true, "adl"},
    [ENI_SCALE_CARE_LEVEL] = {"care_level", ENI_V_CARE_LEVEL, true, "care_level"},
    [ENI_SCALE_COGNITION] = {"cognition", ENI_V_COGNITION, false, "cognition"}};

static int
take_for(struct reading *in, const struct eni_node *at, struct eni_str word)
{
	bool known = false;

	for (int i = 0; i < ENI_SCALES; i++) {
		bool meant = in->scale == ENI_SCALES ? scales[i].listed : (int)in->scale == i;
		int code = meant ? eni_word_find(scales[i].vocab, word) : (int)ENI_UNKNOWN_WORD;

		if (code == ENI_UNKNOWN_WORD)
			continue;
		in->package->fits[i] |= UINT64_C(1) << code;
		known = true;
	}
	return known ? 0
		     : no_such_word(in, at, "for", word,
			   eni_word_nearest(scales[in->scale == ENI_SCALES ? ENI_SCALE_BAND : in->scale].vocab, word));
}

static int
take_covers(struct reading *in, const struct eni_node *at, struct eni_str word)
{
	(void)at;
	add_needs(in->p->facts->book, &in->p->arena, &in->package->covers, word);
	return 0;
}

static int
take_serves(struct reading *in, const struct eni_node *at, struct eni_str word)
{
	int code = eni_word_known(eni_book_code(in->p->facts->book, eni_field_find(ENI_CLIENTS, ENI_S("focus")), word));

	if (code <= 0)
		return no_such_word(in, at, "serves", word, eni_word_nearest(ENI_V_FOCUS, word));
	in->package->serves |= UINT64_C(1) << code;
	return 0;
}

/* The keys of a package that hold words. */
enum { FOR };
static const struct {
	const char *key;
	int (*take)(struct reading *in, const struct eni_node *at, struct eni_str word);
} lists[] = {[FOR] = {"for", take_for}, {"covers", take_covers}, {"serves", take_serves}};
enum { LISTS = sizeof lists / sizeof *lists };

static int
take_words(struct reading *in, size_t list, const struct eni_node *node)
{
	struct eni_str rest = eni_node_text(node), piece;

	while (eni_piece(&rest, &piece))
		if (lists[list].take(in, node, piece) == -1)
			return -1;
	for (size_t i = 0; node->type == ENI_SEQ && i < node->n; i++)
		if (take_words(in, list, node->item[i]) == -1)
			return -1;
	return 0;
}

/* for: {cognition: [moderate, severe], band: severe} */
static int
take_scales(struct reading *in, const struct eni_node *node)
{
	const char *names[ENI_SCALES];

	in->package->any = false;
	for (int i = 0; i < ENI_SCALES; i++)
		names[i] = scales[i].key;
	for (size_t k = 0; k < node->n; k++) {
		int i = 0;

		while (i < ENI_SCALES && !eni_str_is(node->key[k]->text, names[i]))
			i++;
		if (i == ENI_SCALES)
			return no_such_key(in, node->key[k], names, ENI_SCALES);
		in->scale = (enum eni_scale)i;
		if (take_words(in, FOR, node->item[k]) == -1)
			return -1;
	}
	in->scale = ENI_SCALES;
	return 0;
}

static int
take_price(struct reading *in, const struct eni_node *node)
{
	int got = eni_money_parse(eni_node_text(node), in->p->facts->book->office.decimals, &in->package->price);

	if (got == -1)
		return eni_fail(in->d, eni_at(in->file, node->line), "packages", "price: want an amount such as 4800");
	if (got == 0)
		in->package->price = INT64_MAX;
	return 0;
}

static int
take_key(struct reading *in, const struct eni_node *key, const struct eni_node *node)
{
	static const char *const known[] = {"id", "name", "for", "covers", "price", "serves"};

	if (eni_str_is(key->text, "id")) {
		in->package->id = eni_node_text(node);
		return 0;
	}
	if (eni_str_is(key->text, "name")) {
		in->package->name = eni_node_text(node);
		return 0;
	}
	if (eni_str_is(key->text, "price"))
		return take_price(in, node);
	for (size_t i = 0; i < LISTS; i++)
		if (eni_str_is(key->text, lists[i].key))
			return i == FOR && node->type == ENI_MAP ? take_scales(in, node) : take_words(in, i, node);
	return no_such_key(in, key, known, sizeof known / sizeof *known);
}

static int
take_package(struct reading *in, const struct eni_node *node)
{
	*in->package = (struct eni_package){.any = true, .price = INT64_MAX};
	for (size_t i = 0; node->type == ENI_MAP && i < node->n; i++)
		if (take_key(in, node->key[i], node->item[i]) == -1)
			return -1;
	if (in->package->id.n == 0)
		in->package->id = in->package->name;
	if (in->package->name.n == 0)
		in->package->name = in->package->id;
	return in->package->id.n > 0 ? 0
				     : eni_fail(in->d, eni_at(in->file, node->line), "packages",
					   "want an id, as in {id: semi, for: [mild], covers: [meals, bathing], price: 4800}");
}

int
eni_packages_read(struct eni_packages *p, struct eni_facts *f)
{
	struct eni_sheet *s = &f->book->clients;
	const struct eni_node *list = eni_office_get(&f->book->office, "packages");
	struct reading in = {.p = p, .d = f->diag, .file = f->book->office.file, .scale = ENI_SCALES};

	*p = (struct eni_packages){.facts = f};
	if (list == NULL || list->n == 0)
		return eni_fail(f->diag, eni_at(in.file, 0), "packages",
		    "the office has none, so nothing can be matched; see enishi-records(5)");
	p->package = eni_arena_clear(&p->arena, list->n * sizeof *p->package);
	p->cover = eni_arena_take(&p->arena, list->n * sizeof *p->cover);
	p->n = list->n;
	for (size_t i = 0; i < p->n; i++) {
		in.package = &p->package[i];
		if (take_package(&in, list->item[i]) == -1)
			return -1;
	}
	p->needs = eni_sheet_want(s, ENI_S("needs"), ENI_AS_TYPED);
	p->focus = eni_sheet_want(s, ENI_S("focus"), ENI_AS_TYPED);
	p->care_level = eni_sheet_want(s, ENI_S("care_level"), ENI_AS_TYPED);
	p->cognition = eni_sheet_want(s, ENI_S("cognition"), ENI_AS_TYPED);
	p->budget = eni_sheet_want(s, ENI_S("budget"), ENI_AS_RAW);
	eni_facts_need(f, ENI_FACT_BAND);
	eni_facts_need(f, ENI_FACT_GB_LEVEL);
	return 0;
}

void
eni_packages_free(struct eni_packages *p)
{
	for (size_t i = 0; i < p->n; i++)
		free(p->package[i].covers.need);
	free(p->wanted.need);
	eni_arena_free(&p->row);
	eni_arena_free(&p->arena);
	*p = (struct eni_packages){0};
}

/* ---- one client ---- */

/* How the client stands on each scale, in bits as of a package; 0: not known. */
struct standing {
	uint64_t on[ENI_SCALES];
};

static uint64_t
bit_of(int code)
{
	return code > 0 && code != ENI_UNKNOWN_WORD ? UINT64_C(1) << code : 0;
}

static struct standing
standing_of(struct eni_packages *p, uint32_t client)
{
	const struct eni_sheet *s = &p->facts->book->clients;
	struct eni_value band = eni_fact_value(p->facts, ENI_FACT_BAND, client),
			 gb = eni_fact_value(p->facts, ENI_FACT_GB_LEVEL, client);
	struct standing x;

	p->band = band.type == ENI_VALUE_CODE ? band.as.code : 0;
	x.on[ENI_SCALE_BAND] = bit_of(p->band);
	x.on[ENI_SCALE_CARE_LEVEL] = bit_of(eni_sheet_code(s, p->care_level, client));
	x.on[ENI_SCALE_COGNITION] = bit_of(eni_sheet_code(s, p->cognition, client));
	if (gb.type == ENI_VALUE_NUMBER)
		x.on[ENI_SCALE_CARE_LEVEL] |= bit_of((int)(ENI_CARE_LEVEL_GB0 + gb.as.number / ENI_NUM_SCALE));
	return x;
}

static bool
fits(const struct eni_package *k, const struct standing *x)
{
	int asked = 0, met = 0;

	for (int i = 0; i < ENI_SCALES; i++) {
		asked += k->fits[i] != 0;
		met += (k->fits[i] & x->on[i]) != 0;
	}
	return asked == 0 || (k->any ? met > 0 : met == asked);
}

/* Why no package fits: the first scale a package asks for that does not know the client, else the packages themselves. */
static const char *
why_none(const struct eni_packages *p, const struct standing *x)
{
	uint64_t listed = x->on[ENI_SCALE_BAND] | x->on[ENI_SCALE_CARE_LEVEL];

	for (int i = 0; i < ENI_SCALES; i++)
		for (size_t k = 0; k < p->n; k++)
			if (p->package[k].fits[i] != 0 && (p->package[k].any ? listed : x->on[i]) == 0)
				return scales[i].field;
	return "packages";
}

static void
add_word(struct eni_buf *b, struct eni_str word)
{
	if (b->n > 0)
		eni_buf_char(b, ' ');
	eni_buf_add(b, word);
}

static struct eni_str
keep(struct eni_packages *p, struct eni_buf *b)
{
	struct eni_str s = eni_arena_keep(&p->row, eni_buf_str(b));

	eni_buf_free(b);
	return s;
}

/* What is not covered, and by it how much is. */
static void
set_missing(struct eni_packages *p, struct eni_cover *c)
{
	struct eni_buf missing = {0};
	size_t covered = 0;

	for (size_t i = 0; i < p->wanted.n; i++)
		if (holds(&c->package->covers, p->wanted.need[i].key))
			covered++;
		else
			add_word(&missing, p->wanted.need[i].word);
	c->percent = (int)(covered * 100 / p->wanted.n);
	c->missing = keep(p, &missing);
}

/* The client's focus, in the order in which it was said, as far as the package serves it. */
static void
set_serves(struct eni_packages *p, struct eni_cover *c, uint32_t client)
{
	const struct eni_book *b = p->facts->book;
	const struct eni_field *field = eni_field_find(ENI_CLIENTS, ENI_S("focus"));
	struct eni_str rest = eni_sheet_text(&b->clients, p->focus, client), piece;
	struct eni_buf serves = {0};
	uint64_t said = 0;

	while (eni_piece(&rest, &piece)) {
		int code = eni_word_known(eni_book_code(b, field, piece));
		struct eni_str name = eni_str_of(code > 0 ? eni_word_code(ENI_V_FOCUS, code) : NULL);

		if (code <= 0 || (said >> code & 1) != 0)
			continue;
		said |= UINT64_C(1) << code;
		if ((c->package->serves >> code & 1) != 0 || holds(&c->package->covers, name))
			add_word(&serves, name);
	}
	c->serves = keep(p, &serves);
}

/* Without an end the budget reaches as far as its start. */
static int
within(const struct eni_packages *p, const struct eni_package *k, uint32_t client)
{
	const struct eni_book *b = p->facts->book;
	struct eni_bounds budget = ENI_OPEN_BOUNDS;

	if (k->price == INT64_MAX ||
	    eni_money_bounds_parse(eni_sheet_text(&b->clients, p->budget, client), b->office.decimals, &budget) != 1)
		return 0;
	if (k->price > budget.to)
		return ENI_YES_NO;
	return budget.to != INT64_MAX || budget.from == INT64_MIN || k->price <= budget.from ? ENI_YES_YES : 0;
}

static int
best_first(const void *a, const void *b)
{
	const struct eni_cover *x = a, *y = b;

	if (x->percent != y->percent)
		return y->percent - x->percent;
	if (x->package->price != y->package->price)
		return x->package->price < y->package->price ? -1 : 1;
	return eni_str_cmp(x->package->id, y->package->id);
}

const char *
eni_packages_of(struct eni_packages *p, uint32_t client)
{
	const struct eni_sheet *s = &p->facts->book->clients;
	struct standing x = standing_of(p, client);

	p->n_covers = 0;
	p->wanted.n = 0;
	eni_arena_reset(&p->row);
	add_needs(p->facts->book, &p->row, &p->wanted, eni_sheet_text(s, p->needs, client));
	if (eni_word_is(ENI_V_COGNITION, eni_sheet_code(s, p->cognition, client), ENI_IS_ADVANCED))
		add_needs(p->facts->book, &p->row, &p->wanted, ENI_S("dementia_care"));
	if (p->wanted.n == 0)
		return "needs";
	for (size_t i = 0; i < p->n; i++) {
		const struct eni_package *k = &p->package[i];
		struct eni_cover *c = &p->cover[p->n_covers];

		if (!fits(k, &x))
			continue;
		*c = (struct eni_cover){.package = k, .within_budget = within(p, k, client)};
		set_missing(p, c);
		set_serves(p, c, client);
		p->n_covers++;
	}
	if (p->n_covers > 1)
		qsort(p->cover, p->n_covers, sizeof *p->cover, best_first);
	return p->n_covers == 0 ? why_none(p, &x) : NULL;
}
