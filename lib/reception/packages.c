/* Packages: see packages.h. */
#include "reception/packages.h"

#include <stdlib.h>

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
};

static int
no_such_word(struct reading *in, const struct eni_node *at, const char *key, struct eni_str word, const char *near)
{
	return eni_fail(in->d, eni_at(in->file, at->line), "packages",
	    near == NULL ? N_("%s: no such word: %.*s") : N_("%s: no such word: %.*s; nearest is %s"), key, (int)word.n, word.p,
	    near);
}

static int
take_for(struct reading *in, const struct eni_node *at, struct eni_str word)
{
	int band = eni_word_find(ENI_V_BAND, word), level = eni_word_find(ENI_V_CARE_LEVEL, word);

	if (band == ENI_UNKNOWN_WORD && level == ENI_UNKNOWN_WORD)
		return no_such_word(in, at, "for", word, eni_word_nearest(ENI_V_BAND, word));
	in->package->for_all = false;
	in->package->bands |= band != ENI_UNKNOWN_WORD ? UINT64_C(1) << band : 0;
	in->package->levels |= level != ENI_UNKNOWN_WORD ? UINT64_C(1) << level : 0;
	return 0;
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
static const struct {
	const char *key;
	int (*take)(struct reading *in, const struct eni_node *at, struct eni_str word);
} lists[] = {{"for", take_for}, {"covers", take_covers}, {"serves", take_serves}};
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
	const char *near;

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
			return take_words(in, i, node);
	near = eni_nearest(key->text, known, sizeof known / sizeof *known);
	return eni_fail(in->d, eni_at(in->file, key->line), "packages",
	    near == NULL ? N_("unknown key: %.*s") : N_("unknown key: %.*s; nearest is %s"), (int)key->text.n, key->text.p, near);
}

static int
take_package(struct reading *in, const struct eni_node *node)
{
	*in->package = (struct eni_package){.for_all = true, .price = INT64_MAX};
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
	struct reading in = {.p = p, .d = f->diag, .file = f->book->office.file};

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

/* How much help the client needs, by each scale that was used. */
struct levels {
	uint64_t bands, levels;
};

static struct levels
levels_of(struct eni_packages *p, uint32_t client)
{
	struct eni_value band = eni_fact_value(p->facts, ENI_FACT_BAND, client),
			 gb = eni_fact_value(p->facts, ENI_FACT_GB_LEVEL, client);
	int level = eni_sheet_code(&p->facts->book->clients, p->care_level, client);
	struct levels x = {0, 0};

	p->band = band.type == ENI_VALUE_CODE ? band.as.code : 0;
	if (p->band > 0)
		x.bands |= UINT64_C(1) << p->band;
	if (level > 0)
		x.levels |= UINT64_C(1) << level;
	if (gb.type == ENI_VALUE_NUMBER)
		x.levels |= UINT64_C(1) << (ENI_CARE_LEVEL_GB0 + gb.as.number / ENI_NUM_SCALE);
	return x;
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
	struct levels x = levels_of(p, client);

	p->n_covers = 0;
	p->wanted.n = 0;
	eni_arena_reset(&p->row);
	add_needs(p->facts->book, &p->row, &p->wanted, eni_sheet_text(&p->facts->book->clients, p->needs, client));
	if (p->wanted.n == 0)
		return "needs";
	for (size_t i = 0; i < p->n; i++) {
		const struct eni_package *k = &p->package[i];
		struct eni_cover *c = &p->cover[p->n_covers];

		if (!k->for_all && (k->bands & x.bands) == 0 && (k->levels & x.levels) == 0)
			continue;
		*c = (struct eni_cover){.package = k};
		set_missing(p, c);
		set_serves(p, c, client);
		p->n_covers++;
	}
	if (p->n_covers > 1)
		qsort(p->cover, p->n_covers, sizeof *p->cover, best_first);
	return p->n_covers == 0 && x.bands == 0 && x.levels == 0 ? "adl" : NULL;
}
