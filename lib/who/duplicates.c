/* Who may be one person: see duplicates.h. */
#include "who/duplicates.h"

#include <stdlib.h>

#include "base/dial.h"
#include "base/text.h"

/* ---- texts as they are compared ---- */

/* 1丁目2番地3号, 1-2-3 and １－２－３ are one address. */
static void
fold_address(struct eni_same *s, struct eni_buf *out, struct eni_str address)
{
	static const char *const dashes[] = {"丁目", "番地の", "番地", "番", "号", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "の"};
	struct eni_buf whole = {0};
	struct eni_str rest;

	eni_name_fold_text(&s->fold, &whole, address);
	out->n = 0;
	for (rest = eni_buf_str(&whole); rest.n > 0;) {
		bool after_digit = out->n > 0 && out->p[out->n - 1] >= '0' && out->p[out->n - 1] <= '9';
		size_t n = eni_char_length(rest), i = sizeof dashes / sizeof *dashes;

		for (size_t k = 0; after_digit && k < sizeof dashes / sizeof *dashes && i == sizeof dashes / sizeof *dashes; k++)
			if (eni_str_starts(rest, eni_str_of(dashes[k])))
				i = k;
		if (i < sizeof dashes / sizeof *dashes) {
			n = strlen(dashes[i]);
			eni_buf_char(out, '-');
		} else {
			eni_buf_add(out, (struct eni_str){rest.p, n});
		}
		rest = eni_str_from(rest, n);
	}
	while (out->n > 0 && out->p[out->n - 1] == '-')
		out->n--;
	eni_buf_free(&whole);
}

/* ---- texts as numbers ---- */

/* The number of the text in s->text; a new one only where `keep`.  0: unknown. */
static uint32_t
number_of(struct eni_same *s, bool keep)
{
	struct eni_str text = eni_buf_str(&s->text);
	uint32_t n;

	if (text.n == 0)
		return 0;
	n = eni_map_get(&s->words, text);
	if (n == ENI_NONE && keep)
		n = eni_map_add(&s->words, eni_arena_pack(&s->arena, text), ++s->n_words);
	return n == ENI_NONE ? 0 : n;
}

static uint32_t
name_number(struct eni_same *s, struct eni_str name, bool keep)
{
	s->text.n = 0;
	if (name.n > 0)
		eni_name_reference(&s->fold, &s->text, name);
	return number_of(s, keep);
}

/* Short ones (110, 000) are no one's. */
static void
add_phones(struct eni_same *s, struct eni_trait_numbers *p, size_t *n, struct eni_str cell, bool keep)
{
	while (*n < ENI_SAME_PHONES && cell.n > 0 && eni_phone_next(&s->text, &cell, NULL)) {
		uint32_t number = s->text.n < 6 ? 0 : number_of(s, keep);
		size_t i = 0;

		while (i < *n && p->phone[i] != number)
			i++;
		if (number != 0 && i == *n)
			p->phone[(*n)++] = number;
	}
}

static uint32_t
address_number(struct eni_same *s, struct eni_str address, bool keep)
{
	s->text.n = 0;
	if (address.n > 0)
		fold_address(s, &s->text, address);
	return number_of(s, keep);
}

static struct eni_trait_numbers
numbers_of(struct eni_same *s, const struct eni_traits *t, bool keep)
{
	struct eni_trait_numbers p = {.birth = t->birth};
	size_t n = 0;

	p.name = name_number(s, t->name, keep);
	p.kana = name_number(s, t->kana, keep);
	p.address = address_number(s, t->address, keep);
	for (int i = 0; i < ENI_PHONE_CELLS; i++)
		add_phones(s, &p, &n, t->phone[i], keep);
	return p;
}

/* ---- the score ---- */

static bool
share_phone(const struct eni_trait_numbers *a, const struct eni_trait_numbers *b)
{
	for (int i = 0; i < ENI_SAME_PHONES && a->phone[i] != 0; i++)
		for (int k = 0; k < ENI_SAME_PHONES && b->phone[k] != 0; k++)
			if (a->phone[i] == b->phone[k])
				return true;
	return false;
}

/* A name written in kana equals the other's kana. */
static bool
share_reading(const struct eni_trait_numbers *a, const struct eni_trait_numbers *b)
{
	return (a->kana != 0 && (a->kana == b->kana || a->kana == b->name)) || (a->name != 0 && a->name == b->kana);
}

static const struct {
	unsigned by, points;
	const char *word;
} reasons[] = {{ENI_SAME_NAME, 40, "name"}, {ENI_SAME_KANA, 40, "kana"}, {ENI_SAME_BIRTH, 35, "birth"},
    {ENI_SAME_PHONE, 25, "phone"}, {ENI_SAME_ADDRESS, 15, "address"}};
enum { REASONS = sizeof reasons / sizeof *reasons };

static struct eni_alike
compare(const struct eni_trait_numbers *a, const struct eni_trait_numbers *b)
{
	struct eni_alike x = {0};

	if (a->name != 0 && a->name == b->name)
		x.by |= ENI_SAME_NAME;
	else if (share_reading(a, b))
		x.by |= ENI_SAME_KANA;
	if (a->birth != ENI_NODAY && a->birth == b->birth)
		x.by |= ENI_SAME_BIRTH;
	if (share_phone(a, b))
		x.by |= ENI_SAME_PHONE;
	if (a->address != 0 && a->address == b->address)
		x.by |= ENI_SAME_ADDRESS;
	for (size_t i = 0; i < REASONS; i++)
		x.score += (x.by & reasons[i].by) != 0 ? reasons[i].points : 0;
	x.score = x.score > 100 ? 100 : x.score;
	return x;
}

struct eni_trait_numbers
eni_same_numbers(struct eni_same *s, const struct eni_traits *t)
{
	return numbers_of(s, t, true);
}

unsigned
eni_same_clash(const struct eni_same *s, const struct eni_trait_numbers *t, uint32_t person, unsigned *agree)
{
	const struct eni_trait_numbers *p = &s->person[person];
	unsigned both = 0;

	if (t->birth != ENI_NODAY && p->birth != ENI_NODAY)
		both |= ENI_SAME_BIRTH;
	if (t->phone[0] != 0 && p->phone[0] != 0)
		both |= ENI_SAME_PHONE;
	*agree = compare(t, p).by & both;
	return both & ~*agree;
}

void
eni_same_text(struct eni_buf *out, unsigned by)
{
	size_t start = out->n;

	for (size_t i = 0; i < REASONS; i++)
		if ((by & reasons[i].by) != 0)
			eni_buf_printf(out, "%s%s", out->n > start ? " " : "", reasons[i].word);
}

/* ---- blocks: those who share two of name, birth and telephone ---- */

enum { NAMES = 2, PHONES = ENI_SAME_PHONES, PAIRS = NAMES + NAMES * PHONES + PHONES };

struct pair {
	uint32_t a, b;
	bool birth; /* b is a day */
};

/* The k-th pair of traits of a person; false when one of them is unknown. */
static bool
pair_of(const struct eni_trait_numbers *p, unsigned k, struct pair *out)
{
	const uint32_t name[NAMES] = {p->name, p->kana == p->name ? 0 : p->kana};

	*out = (struct pair){.birth = k < NAMES || k >= NAMES + NAMES * PHONES};
	if (k < NAMES)
		out->a = name[k];
	else if (k < NAMES + NAMES * PHONES) {
		out->a = name[(k - NAMES) / PHONES];
		out->b = p->phone[(k - NAMES) % PHONES];
	} else
		out->a = p->phone[k - NAMES - NAMES * PHONES];
	if (!out->birth)
		return out->a != 0 && out->b != 0;
	out->b = (uint32_t)p->birth;
	return out->a != 0 && p->birth != ENI_NODAY;
}

static struct eni_str
key_of(const struct pair *pair, char room[9])
{
	memcpy(room, &pair->a, 4);
	memcpy(room + 4, &pair->b, 4);
	room[8] = pair->birth;
	return (struct eni_str){room, 9};
}

static bool
is_full(const struct eni_same *s, uint32_t entry)
{
	return entry != ENI_NONE && s->depth[entry] == ENI_SAME_CROWD;
}

/* False when as many have this pair as may. */
static bool
join_block(struct eni_same *s, const struct pair *pair, uint32_t entry)
{
	char room[9];
	uint32_t before = eni_map_get(&s->blocks, key_of(pair, room));

	if (is_full(s, before))
		return false;
	s->next[entry] = before;
	s->depth[entry] = before == ENI_NONE ? 1 : (uint16_t)(s->depth[before] + 1);
	if (before == ENI_NONE)
		eni_map_add(&s->blocks, eni_arena_pack(&s->arena, key_of(pair, room)), entry);
	else
		eni_map_set(&s->blocks, key_of(pair, room), entry);
	return true;
}

static void
block(struct eni_same *s, uint32_t person)
{
	struct pair pair;
	bool crowded = false;

	for (unsigned k = 0; k < PAIRS; k++) {
		s->next[person * PAIRS + k] = ENI_NONE;
		if (pair_of(&s->person[person], k, &pair) && !join_block(s, &pair, person * PAIRS + k))
			crowded = true;
	}
	s->n_crowded += crowded;
}

uint32_t
eni_same_add(struct eni_same *s, const struct eni_traits *t)
{
	s->person = eni_grow(s->person, &s->cap, s->n + 1, sizeof *s->person);
	s->next = eni_grow(s->next, &s->next_cap, (s->n + 1) * PAIRS, sizeof *s->next);
	s->depth = eni_grow(s->depth, &s->depth_cap, (s->n + 1) * PAIRS, sizeof *s->depth);
	s->asked = eni_grow(s->asked, &s->asked_cap, s->n + 1, sizeof *s->asked);
	s->person[s->n] = numbers_of(s, t, true);
	s->asked[s->n] = 0;
	block(s, (uint32_t)s->n);
	return (uint32_t)s->n++;
}

static int
by_order(const void *a, const void *b)
{
	uint32_t x = ((const struct eni_alike *)a)->other, y = ((const struct eni_alike *)b)->other;

	return (x > y) - (x < y);
}

static void
look_at(struct eni_same *s, const struct eni_trait_numbers *p, uint32_t other)
{
	struct eni_alike x;

	if (s->asked[other] == s->asks)
		return;
	s->asked[other] = s->asks;
	x = compare(p, &s->person[other]);
	if (x.score < ENI_SAME_FROM)
		return;
	x.other = other;
	s->found = eni_grow(s->found, &s->cap_found, s->n_found + 1, sizeof *s->found);
	s->found[s->n_found++] = x;
}

const struct eni_alike *
eni_same_find(struct eni_same *s, const struct eni_traits *t, size_t *n)
{
	struct eni_trait_numbers p = numbers_of(s, t, false);
	struct pair pair;
	char room[9];

	s->n_found = 0;
	s->asks++;
	for (unsigned k = 0; k < PAIRS; k++) {
		uint32_t entry = pair_of(&p, k, &pair) ? eni_map_get(&s->blocks, key_of(&pair, room)) : ENI_NONE;

		if (s->sparing && is_full(s, entry))
			continue;
		for (; entry != ENI_NONE; entry = s->next[entry])
			look_at(s, &p, entry / PAIRS);
	}
	if (s->n_found > 1)
		qsort(s->found, s->n_found, sizeof *s->found, by_order);
	*n = s->n_found;
	return s->found;
}

void
eni_same_free(struct eni_same *s)
{
	eni_map_free(&s->words);
	eni_name_fold_free(&s->fold);
	eni_map_free(&s->blocks);
	free(s->person);
	free(s->next);
	free(s->depth);
	free(s->asked);
	free(s->found);
	eni_buf_free(&s->text);
	eni_arena_free(&s->arena);
	*s = (struct eni_same){0};
}
