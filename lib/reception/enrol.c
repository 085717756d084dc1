/* Taking newcomers into the book: see enrol.h. */
#include "reception/enrol.h"

#include <stdlib.h>

#include "base/dial.h"
#include "base/name.h"
#include "base/num.h"
#include "base/text.h"
#include "book/touches.h"

enum { BY_NAME, BY_MOMENT, KEYS };

/* ---- cells ---- */

/* All on file of the kind that comes in. */
static struct eni_sheet *
people(const struct eni_enrolment *e)
{
	return e->in->kind == ENI_REFERRERS ? &e->book->referrers : &e->book->clients;
}

static struct eni_str
cell_of(const struct eni_newcomer *w, size_t col)
{
	return col == SIZE_MAX ? (struct eni_str){"", 0} : w->cell[col];
}

/* The people of the book come first, then those taken. */
static const struct eni_newcomer *
newcomer_of(const struct eni_enrolment *e, uint32_t person)
{
	return person < people(e)->n ? NULL : e->taken[person - people(e)->n];
}

static struct eni_str
id_of(const struct eni_enrolment *e, uint32_t person)
{
	const struct eni_newcomer *w = newcomer_of(e, person);

	return w == NULL ? eni_sheet_id(people(e), person) : w->cell[e->in->id];
}

/* Whether what a newcomer brings in that column gets into the book. */
static bool
is_kept(const struct eni_enrolment *e, size_t col)
{
	return col != SIZE_MAX && (e->wanted[col] || col == e->in->id || col == e->in->status) &&
	       (e->takes_any || e->book_col[col] != SIZE_MAX);
}

/* A cell of a record on file in normal form, or as it stands there where it cannot be read; good until the next call. */
static struct eni_str
normal_of(struct eni_enrolment *e, uint32_t person, size_t col)
{
	const struct eni_newcomer *w = newcomer_of(e, person);
	struct eni_str cell;

	if (w != NULL)
		return cell_of(w, col);
	if (col == SIZE_MAX || e->book_col[col] == SIZE_MAX)
		return (struct eni_str){"", 0};
	cell = eni_sheet_text(people(e), e->book_col[col], person);
	return eni_intake_normal(e->in, &e->text, &e->in->col[col], cell) == -1 ? eni_str_trim(cell) : eni_buf_str(&e->text);
}

static struct eni_traits
traits_of(const struct eni_enrolment *e, const struct eni_newcomer *w)
{
	struct eni_str cell[ENI_TRAITS];

	for (int i = 0; i < ENI_TRAITS; i++)
		cell[i] = cell_of(w, e->trait[i]);
	return eni_traits_from(cell);
}

/* ---- who is called so ---- */

/* The key of a person: the name as it is compared, or the digits where there is none; for BY_MOMENT with the moment of inquiry.
 * False when there is no such key. */
static bool
make_key(struct eni_enrolment *e, struct eni_str name, struct eni_str phone, struct eni_str inquiry, int by)
{
	const struct eni_day_row day = {e->book->today, ENI_NODAY, 0};
	struct eni_when w = ENI_NEVER;

	e->key.n = 0;
	if (by == BY_MOMENT &&
	    eni_day_read(&e->book->office, eni_field_find(ENI_CLIENTS, ENI_S("inquiry_at")), inquiry, &day, &w, NULL) != 1)
		return false;
	if (name.n > 0)
		eni_name_reference(&e->same.fold, &e->key, name);
	else
		eni_phone_next(&e->key, &phone, NULL);
	if (e->key.n == 0)
		return false;
	if (by == BY_MOMENT)
		eni_buf_printf(&e->key, "%c%ld %ld", 0x1f, (long)w.day, (long)w.minute);
	return true;
}

static void
call(struct eni_enrolment *e, uint32_t person, struct eni_str name, struct eni_str phone, struct eni_str inquiry)
{
	e->before = eni_grow(e->before, &e->before_cap, ((size_t)person + 1) * KEYS, sizeof *e->before);
	for (int by = 0; by < KEYS; by++) {
		uint32_t entry = person * KEYS + (uint32_t)by;

		e->before[entry] = ENI_NONE;
		if (!make_key(e, name, phone, inquiry, by))
			continue;
		e->before[entry] = eni_map_get(&e->who, eni_buf_str(&e->key));
		if (e->before[entry] == ENI_NONE)
			eni_map_add(&e->who, eni_arena_pack(&e->arena, eni_buf_str(&e->key)), entry);
		else
			eni_map_set(&e->who, eni_buf_str(&e->key), entry);
	}
}

/* ---- the same source row ---- */

/* Telephones are the same in any writing, all else as it stands: what differs by a hair is for a person to look at. */
static bool
says_the_same(struct eni_enrolment *e, const struct eni_field *f, struct eni_str a, struct eni_str b)
{
	if (eni_str_eq(a, b))
		return true;
	if (f == NULL || f->type != ENI_PHONE)
		return false;
	for (bool any = false;; any = true) {
		bool mine = eni_phone_next(&e->mine, &a, NULL), theirs = eni_phone_next(&e->theirs, &b, NULL);

		if (!mine || !theirs)
			return any && mine == theirs;
		if (!eni_str_eq(eni_buf_str(&e->mine), eni_buf_str(&e->theirs)))
			return false;
	}
}

static bool
same_phone(struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person)
{
	size_t col = e->trait[ENI_TRAIT_PHONE];

	return !is_kept(e, col) || says_the_same(e, e->in->col[col].field, w->cell[col], normal_of(e, person, col));
}

/* Two who are named differently within one organisation. */
static bool
other_person(struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person)
{
	struct eni_str mine = cell_of(w, e->person), theirs;

	if (mine.n == 0)
		return false;
	theirs = normal_of(e, person, e->person);
	return theirs.n > 0 && !eni_str_eq(mine, theirs);
}

/* Blanks, width and case are no difference between two names. */
static bool
same_name(struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person)
{
	e->mine.n = e->theirs.n = 0;
	eni_casefold(&e->mine, cell_of(w, e->in->name));
	eni_casefold(&e->theirs, normal_of(e, person, e->in->name));
	return e->mine.n > 0 && eni_str_eq(eni_buf_str(&e->mine), eni_buf_str(&e->theirs));
}

/* What both have of birth and telephone differs, all of it. */
static bool
is_another(const struct eni_enrolment *e, const struct eni_trait_numbers *t, uint32_t person)
{
	unsigned agree, clash = eni_same_clash(&e->same, t, person, &agree);

	return clash != 0 && agree == 0;
}

/* What is worked on in the book, or need not be there at all. */
static bool
is_beside(const struct eni_enrolment *e, const struct eni_newcomer *w, size_t col)
{
	return col == e->in->tags || col == e->in->status || col == e->in->sort || col == e->in->since ||
	       (col == e->in->id && !w->own_id) || col == e->inquiry || !is_kept(e, col);
}

/* Every field that is filled here and there says the same, or may: the name has to be there. */
static bool
contradicts_nothing(struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person)
{
	const struct eni_intake *in = e->in;

	for (size_t i = 0; i < in->n; i++) {
		struct eni_str there;

		if (w->cell[i].n == 0 || is_beside(e, w, i))
			continue;
		there = normal_of(e, person, i);
		if (i == in->name ? !same_name(e, w, person)
				  : there.n > 0 && !says_the_same(e, in->col[i].field, w->cell[i], there))
			return false;
	}
	return true;
}

/* The same name with the same birth or telephone: whatever else was worked on in the book since. */
static bool
same_identity(struct eni_enrolment *e, const struct eni_newcomer *w, const struct eni_trait_numbers *t, uint32_t person)
{
	unsigned agree;

	return eni_same_clash(&e->same, t, person, &agree) == 0 && agree != 0 && same_name(e, w, person) &&
	       !other_person(e, w, person);
}

/* ---- what is new about them ---- */

/* The day of an inquiry is no news where something that followed upon one is on file for that day or a later one. */
static bool
is_past(const struct eni_enrolment *e, uint32_t person, struct eni_when inquiry)
{
	const struct eni_sheet *s = people(e);

	for (size_t i = 0; i < ENI_ENROL_DAYS && person < s->n; i++) {
		struct eni_when day = eni_sheet_when(s, e->follows[i], person);

		if (eni_is_day(day) && day.day >= inquiry.day)
			return true;
	}
	return false;
}

/* Whoever is taken in asks, and so does who has no status. */
static bool
is_asking(const struct eni_enrolment *e, uint32_t person)
{
	int status = person < people(e)->n ? eni_sheet_code(people(e), e->status, person) : 0;

	return status == 0 || eni_status_is(status, ENI_IS_ASKING);
}

static void
heard_key(struct eni_enrolment *e, uint32_t person, struct eni_when at)
{
	e->key.n = 0;
	eni_buf_printf(&e->key, "%lu %ld", (unsigned long)person, (long)eni_pack_when(at));
}

/* 1: an inquiry that the book does not know of; 0: none, or the one on file; -1: the journal has it. */
static int
asks_again(struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person)
{
	struct eni_str mine = cell_of(w, e->inquiry), theirs;
	struct eni_when at;

	if (mine.n == 0 || e->in->kind == ENI_REFERRERS || eni_office_when(&e->book->office, mine, &at) != 1)
		return 0;
	heard_key(e, person, at);
	if (eni_map_get(&e->heard, eni_buf_str(&e->key)) != ENI_NONE)
		return -1;
	theirs = normal_of(e, person, e->inquiry);
	if (theirs.n > 0)
		return !eni_str_eq(mine, theirs);
	return !is_past(e, person, at) && (is_kept(e, e->inquiry) || !is_asking(e, person));
}

/* A filled cell that says something else than the book, or something where the book is silent. */
static bool
is_news(struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person, size_t col)
{
	const struct eni_intake *in = e->in;

	if (w->cell[col].n == 0 || col == in->name || col == in->id || (is_beside(e, w, col) && col != in->status) ||
	    (col == in->status && (!w->own_status || !is_kept(e, col))))
		return false;
	return !says_the_same(e, in->col[col].field, w->cell[col], normal_of(e, person, col));
}

size_t
eni_enrol_news(struct eni_enrolment *e, const struct eni_newcomer *w, size_t *col)
{
	size_t n = 0;

	for (size_t i = 0; i < e->in->n && e->in->kind == ENI_CLIENTS; i++)
		if (is_news(e, w, w->known, i))
			col[n++] = i;
	return n;
}

/* Whether it says nothing that the book, or its journal, does not say. */
static bool
is_quiet(struct eni_enrolment *e, struct eni_newcomer *w, uint32_t person)
{
	int again = asks_again(e, w, person);

	w->known = person;
	return again == -1 || (again == 0 && eni_enrol_news(e, w, e->news) == 0);
}

/* ---- who it is ---- */

/* Of a moment in normal form. */
static bool
has_clock_time(struct eni_str moment)
{
	return moment.n > sizeof "2026-11-21" - 1;
}

/* Among those of the same name at the same moment; here and below: who it is, or ENI_NONE. */
static uint32_t
same_moment(struct eni_enrolment *e, const struct eni_newcomer *w, const struct eni_trait_numbers *t)
{
	struct eni_str inquiry = cell_of(w, e->inquiry);
	uint32_t entry;

	if (!make_key(e, cell_of(w, e->trait[ENI_TRAIT_NAME]), cell_of(w, e->trait[ENI_TRAIT_PHONE]), inquiry, BY_MOMENT))
		return ENI_NONE;
	for (entry = eni_map_get(&e->who, eni_buf_str(&e->key)); entry != ENI_NONE; entry = e->before[entry])
		if ((has_clock_time(inquiry) || same_phone(e, w, entry / KEYS)) && !is_another(e, t, entry / KEYS))
			return entry / KEYS;
	return ENI_NONE;
}

/* Whether this row, once in the book, is found there by its name with birth or telephone. */
static bool
is_found_again(const struct eni_enrolment *e, const struct eni_trait_numbers *t)
{
	bool birth = t->birth != ENI_NODAY && is_kept(e, e->trait[ENI_TRAIT_BIRTH]);

	return t->name != 0 && (birth || (t->phone[0] != 0 && is_kept(e, e->trait[ENI_TRAIT_PHONE])));
}

/* Where the book keeps neither birth nor telephone of this row, all of that name are asked.  *several: it has news, and of which of
 * them nobody can say. */
static uint32_t
same_by_name(struct eni_enrolment *e, struct eni_newcomer *w, const struct eni_trait_numbers *t, bool *several)
{
	uint32_t entry, found = ENI_NONE;

	if (!make_key(e, cell_of(w, e->trait[ENI_TRAIT_NAME]), cell_of(w, e->trait[ENI_TRAIT_PHONE]), ENI_S(""), BY_NAME))
		return ENI_NONE;
	for (entry = eni_map_get(&e->who, eni_buf_str(&e->key)); entry != ENI_NONE; entry = e->before[entry])
		if (!is_another(e, t, entry / KEYS) && contradicts_nothing(e, w, entry / KEYS)) {
			if (is_quiet(e, w, entry / KEYS)) {
				*several = false;
				return entry / KEYS;
			}
			*several = found != ENI_NONE;
			found = entry / KEYS;
		}
	return found;
}

static uint32_t
same_fields(struct eni_enrolment *e, struct eni_newcomer *w, const struct eni_traits *traits, const struct eni_trait_numbers *t,
    bool *several)
{
	size_t n;
	const struct eni_alike *found = eni_same_find(&e->same, traits, &n);

	for (size_t i = 0; i < n; i++)
		if (same_identity(e, w, t, found[i].other) || contradicts_nothing(e, w, found[i].other))
			return found[i].other;
	return is_found_again(e, t) ? (uint32_t)ENI_NONE : same_by_name(e, w, t, several);
}

/* *answer: it is the very answer to a form that was taken in before, by its moment to the minute. */
static uint32_t
same_person(struct eni_enrolment *e, struct eni_newcomer *w, const struct eni_traits *traits, bool *answer, bool *several)
{
	const struct eni_trait_numbers t = eni_same_numbers(&e->same, traits);
	uint32_t at = same_moment(e, w, &t);

	*answer = at != ENI_NONE && has_clock_time(cell_of(w, e->inquiry));
	return at != ENI_NONE ? at : same_fields(e, w, traits, &t, several);
}

/* A partner with an official number whom the office has numbered itself, by its name and telephone: else a list that is read every
 * night would be reported every night.  Two who both have such a number are two services under one telephone.  A client's own
 * number is always that one's. */
static uint32_t
numbered_here(struct eni_enrolment *e, const struct eni_newcomer *w, const struct eni_traits *traits)
{
	const struct eni_trait_numbers t = eni_same_numbers(&e->same, traits);
	size_t n;
	const struct eni_alike *found = eni_same_find(&e->same, traits, &n);

	for (size_t i = 0; e->in->kind == ENI_REFERRERS && i < n; i++)
		if (found[i].other < people(e)->n && id_of(e, found[i].other).n != w->cell[e->in->id].n &&
		    same_identity(e, w, &t, found[i].other))
			return found[i].other;
	return ENI_NONE;
}

/* ---- ids ---- */

static int
set_aside(const struct eni_enrolment *e, const struct eni_newcomer *w, const char *field, const char *text)
{
	if (w->reader == NULL) /* made here, of no list */
		return eni_aside(e->book->diag, w->row.place, field, "%s", _(text));
	return eni_reader_reject_kept(w->reader, &w->row, field, "%s", _(text));
}

/* Who has this id, in the book or among those taken: a person's number, ENI_NONE; *other: it is of another kind. */
static uint32_t
holder_of(const struct eni_enrolment *e, struct eni_str id, bool *other)
{
	uint32_t at = eni_map_get(&people(e)->by_id, id);

	*other = false;
	if (at != ENI_NONE)
		return at;
	*other = eni_book_find_id(e->book, id) != ENI_NONE;
	return eni_map_get(&e->by_id, id);
}

/* The same row twice in one list of partners: a list of services names an office once for each, and none of its lines is passed
 * over without a word. */
static bool
is_of_this_list(const struct eni_enrolment *e, uint32_t person)
{
	return e->in->kind == ENI_REFERRERS && person >= people(e)->n;
}

static int
hold_back_as(const struct eni_enrolment *e, const struct eni_newcomer *w, uint32_t person, const char *because)
{
	struct eni_str id = id_of(e, person);
	struct eni_buf text = {0};

	eni_buf_printf(&text, _("duplicate of %.*s: %s"), (int)id.n, id.p, because);
	eni_buf_char(&text, '\0');
	set_aside(e, w, NULL, text.p);
	eni_buf_free(&text);
	return -1;
}

/* A record with an id of its own: ENI_NONE where it is free; else whose it is, or -1 in *rc once it was set aside. */
static uint32_t
holder(struct eni_enrolment *e, const struct eni_newcomer *w, int *rc)
{
	bool other;
	uint32_t at = holder_of(e, w->cell[e->in->id], &other);

	*rc = 0;
	if (other)
		*rc = set_aside(e, w, "id",
		    e->in->kind == ENI_REFERRERS ? N_("is the id of a client, of staff or of the office")
						 : N_("is the id of a referrer, of staff or of the office"));
	else if (at != ENI_NONE && is_of_this_list(e, at))
		*rc = hold_back_as(e, w, at, "id");
	else if (at != ENI_NONE && !same_name(e, w, at) && !contradicts_nothing(e, w, at))
		*rc = set_aside(e, w, "id", N_("stands in the book already, of another name; nothing there was changed"));
	return at;
}

/* ---- people of the book who come again ---- */

struct eni_str
eni_enrol_old(struct eni_enrolment *e, const struct eni_newcomer *w, size_t col)
{
	return normal_of(e, w->known, col);
}

struct eni_str
eni_enrol_known_id(const struct eni_enrolment *e, const struct eni_newcomer *w)
{
	return id_of(e, w->known);
}

static enum eni_enrolled
judge_known(struct eni_enrolment *e, struct eni_newcomer *w, uint32_t person, bool answer)
{
	int again = answer ? -1 : asks_again(e, w, person);

	w->known = person;
	if (again != 0)
		return again == 1 ? ENI_ASKS_AGAIN : ENI_STANDS_THERE;
	return eni_enrol_news(e, w, e->news) > 0 ? ENI_DIFFERS : ENI_STANDS_THERE;
}

void
eni_enrol_hold_back(struct eni_enrolment *e, const struct eni_newcomer *w, enum eni_enrolled how)
{
	struct eni_str id = id_of(e, w->known);
	struct eni_buf text = {0}, names = {0};

	if (how == ENI_ASKS_AGAIN) {
		eni_buf_printf(&text, "asks-again %.*s", (int)id.n, id.p);
	} else {
		size_t n = eni_enrol_news(e, w, e->news);

		for (size_t i = 0; i < n; i++)
			eni_buf_printf(&names, "%s%s", i == 0 ? "" : ", ", e->in->col[e->news[i]].name.p);
		eni_buf_printf(&text, _("stands in the book as %.*s with another value of %.*s; --update shows old and new"),
		    (int)id.n, id.p, (int)names.n, names.p);
	}
	eni_buf_char(&text, '\0');
	set_aside(e, w, NULL, text.p);
	eni_buf_free(&names);
	eni_buf_free(&text);
}

/* ---- taking ---- */

/* Of those who may be this one without the others of the same organisation. */
static const struct eni_alike *
likely(struct eni_enrolment *e, const struct eni_newcomer *w, const struct eni_alike *found, size_t *n)
{
	struct eni_alike *kept;
	size_t k = 0;

	if (*n == 0 || cell_of(w, e->person).n == 0)
		return found;
	kept = eni_arena_take(&e->arena, *n * sizeof *kept);
	for (size_t i = 0; i < *n; i++)
		if (!other_person(e, w, found[i].other))
			kept[k++] = found[i];
	*n = k;
	return kept;
}

/* The likeliest of those who may be this person; of equally likely ones the first. */
static int
hold_back(struct eni_enrolment *e, const struct eni_newcomer *w, const struct eni_alike *found, size_t n)
{
	const struct eni_alike *best = found;
	struct eni_buf why = {0};

	for (size_t i = 1; i < n; i++)
		if (found[i].score > best->score)
			best = &found[i];
	eni_same_text(&why, best->by);
	eni_buf_char(&why, '\0');
	hold_back_as(e, w, best->other, why.p);
	eni_buf_free(&why);
	return -1;
}

/* Of a list without ids the name, as it will be read back (decision 55). */
static struct eni_str
new_id(struct eni_enrolment *e, const struct eni_newcomer *w)
{
	struct eni_str name = cell_of(w, e->person), id;

	if (name.n == 0)
		name = cell_of(w, e->in->name);
	if (!e->no_ids || name.n == 0)
		return eni_ids_next(&e->ids);
	e->key.n = 0;
	eni_name_identity(&e->key, name);
	name = id = eni_arena_pack(&e->arena, eni_buf_str(&e->key));
	for (unsigned n = 2; !eni_ids_take(&e->ids, id); n++)
		id = eni_arena_printf(&e->arena, "%.*s#%u", (int)name.n, name.p, n);
	return id;
}

static void
take(struct eni_enrolment *e, struct eni_newcomer *w, const struct eni_traits *t)
{
	uint32_t person = eni_same_add(&e->same, t);

	if (!w->own_id)
		w->cell[e->in->id] = new_id(e, w);
	eni_map_add(&e->by_id, w->cell[e->in->id], person);
	e->taken = eni_grow(e->taken, &e->cap_taken, e->n_taken + 1, sizeof(const struct eni_newcomer *));
	e->taken[e->n_taken++] = w;
	call(e, person, t->name, t->phone[0], cell_of(w, e->inquiry));
}

/* Where names stand for ids, two of one name would be one. */
static bool
name_is_taken(struct eni_enrolment *e, const struct eni_traits *t)
{
	return e->no_ids && make_key(e, t->name, t->phone[0], ENI_S(""), BY_NAME) &&
	       eni_map_get(&e->who, eni_buf_str(&e->key)) != ENI_NONE;
}

enum eni_enrolled
eni_enrol(struct eni_enrolment *e, struct eni_newcomer *w)
{
	const struct eni_traits t = traits_of(e, w);
	const struct eni_alike *found;
	uint32_t same = ENI_NONE;
	bool answer = false, several = false;
	int rc = 0;
	size_t n;

	if (w->own_id)
		same = holder(e, w, &rc);
	if (rc == -1)
		return ENI_SET_ASIDE;
	if (same != ENI_NONE)
		return judge_known(e, w, same, false);
	if (t.name.n == 0 && t.phone[0].n == 0) {
		set_aside(
		    e, w, e->in->kind == ENI_REFERRERS ? "org" : "name", N_("is empty, and there is no telephone number either"));
		return ENI_SET_ASIDE;
	}
	same = w->own_id ? numbered_here(e, w, &t) : same_person(e, w, &t, &answer, &several);
	if (several && !e->force)
		return (enum eni_enrolled)hold_back_as(e, w, same, "name");
	if (same != ENI_NONE && !several && !is_of_this_list(e, same))
		return judge_known(e, w, same, answer);
	if (same != ENI_NONE && !e->force)
		return (enum eni_enrolled)hold_back_as(e, w, same, "name phone");
	found = likely(e, w, eni_same_find(&e->same, &t, &n), &n);
	if (n > 0 && !e->force)
		return (enum eni_enrolled)hold_back(e, w, found, n);
	if (name_is_taken(e, &t)) {
		set_aside(e, w, "name", N_("stands in the book already, where names stand for ids; give the file a column id"));
		return ENI_SET_ASIDE;
	}
	take(e, w, &t);
	return ENI_TAKEN;
}

/* ---- the book ---- */

void
eni_enrol_want(struct eni_enrolment *e)
{
	struct eni_sheet *s = people(e);

	e->book_col = eni_arena_take(&e->arena, (e->in->n + 1) * sizeof *e->book_col);
	e->news = eni_arena_take(&e->arena, (e->in->n + 1) * sizeof *e->news);
	for (size_t i = 0; i < e->in->n; i++)
		e->book_col[i] =
		    eni_sheet_has_header(s, e->in->col[i].name) ? eni_sheet_want(s, e->in->col[i].name, ENI_AS_RAW) : SIZE_MAX;
	eni_traits_want(&e->traits, s);
	for (int i = 0; i < ENI_TRAITS; i++)
		e->trait[i] = eni_intake_find(e->in, eni_str_of(eni_trait_field(s->kind, i)));
	e->person = e->in->kind == ENI_REFERRERS ? eni_intake_find(e->in, ENI_S("person")) : SIZE_MAX;
	e->ids.first = e->in->kind == ENI_REFERRERS ? "R" : "C";
	e->inquiry = eni_intake_find(e->in, ENI_S("inquiry_at"));
	if (e->in->kind == ENI_CLIENTS) {
		static const char *const follow[ENI_ENROL_DAYS] = {
		    "visit_end", "signed_date", "first_visit", "start_date", "lost_date", "end_date"};

		e->status = eni_sheet_want(s, ENI_S("status"), ENI_AS_TYPED);
		for (size_t i = 0; i < ENI_ENROL_DAYS; i++)
			e->follows[i] = eni_sheet_want(s, eni_str_of(follow[i]), ENI_AS_TYPED);
	}
	e->no_ids = s->n_headers > 0 && !eni_sheet_has_header(s, ENI_S("id"));
}

/* The number an authority gave a partner: ten digits in Japan.  It begins no series of ours. */
static bool
is_official(const struct eni_enrolment *e, struct eni_str id)
{
	enum { OFFICIAL = 10 };

	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] < '0' || id.p[i] > '9')
			return false;
	return e->in->kind == ENI_REFERRERS && id.n >= OFFICIAL;
}

/* ---- ids that are none ---- */

/* The number of an id written without leading zeros, as rows are numbered; 0: it is none. */
static int64_t
row_number(struct eni_str id)
{
	int64_t n;

	return id.n > 0 && id.p[0] != '0' && eni_is_ascii(id) && eni_count_parse(id, &n) == 1 ? n : 0;
}

/*
 * Forms number their answers, each form from 1.  Rising or falling numbers of one list, more of which stand in the book for
 * somebody else than for the same person, are no ids of ours: the records count as having none.
 */
static void
drop_row_numbers(struct eni_enrolment *e, struct eni_newcomer *all, size_t n)
{
	size_t id = e->in->id, ours = 0, others = 0;
	bool rising = true, falling = true;

	for (size_t i = 0; i < n; i++) {
		int64_t number = all[i].own_id ? row_number(all[i].cell[id]) : 0;
		int64_t before = i == 0 ? number : row_number(all[i - 1].cell[id]);
		uint32_t at = eni_map_get(&people(e)->by_id, all[i].cell[id]);

		if (number == 0)
			return;
		rising = rising && (i == 0 || number > before);
		falling = falling && (i == 0 || number < before);
		if (at != ENI_NONE)
			*(same_name(e, &all[i], at) ? &ours : &others) += 1;
	}
	for (size_t i = 0; i < n && (rising || falling) && others > ours; i++)
		all[i].own_id = false;
}

/* ---- what the journal has heard ---- */

/* Who asked again, and when, as eni_enrol_journal notes it. */
static int
hear(struct eni_enrolment *e)
{
	struct eni_touches j;
	struct eni_touch t;
	int got = eni_touches_open(&j, e->book, 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_DIR);

	if (got == 0)
		while ((got = eni_touches_next(&j, &t)) > 0) {
			uint32_t who = t.dir == ENI_DIR_IN ? eni_book_find(e->book, t.id) : ENI_NONE;

			if (who == ENI_NONE || !eni_subject_is_client(e->book, who) || !eni_is_day(t.at))
				continue;
			heard_key(e, who, t.at);
			eni_map_add(&e->heard, eni_arena_pack(&e->arena, eni_buf_str(&e->key)), who);
		}
	eni_touches_close(&j);
	return got == -1 ? -1 : 0;
}

int
eni_enrol_learn(struct eni_enrolment *e, struct eni_newcomer *all, size_t n)
{
	const struct eni_sheet *s = people(e), *others = e->in->kind == ENI_REFERRERS ? &e->book->clients : &e->book->referrers;
	size_t inquiry = e->inquiry == SIZE_MAX ? SIZE_MAX : e->book_col[e->inquiry];

	for (uint32_t row = 0; row < s->n; row++) {
		const struct eni_traits t = eni_traits_of(&e->traits, s, row);
		struct eni_str id = eni_sheet_id(s, row);

		eni_same_add(&e->same, &t);
		call(e, row, t.name, t.phone[0], inquiry == SIZE_MAX ? ENI_S("") : eni_sheet_text(s, inquiry, row));
		if (is_official(e, id))
			eni_ids_take(&e->ids, id);
		else if (!eni_id_is_temporary(id))
			eni_ids_note(&e->ids, id);
	}
	for (size_t i = 0; i < others->n; i++)
		eni_ids_take(&e->ids, eni_sheet_id(others, i));
	for (size_t i = 0; i < e->book->staff.n; i++)
		eni_ids_take(&e->ids, eni_sheet_id(&e->book->staff, i));
	if (e->in->kind == ENI_CLIENTS)
		for (size_t i = 0, first = 0; i < n; i++)
			if (i + 1 == n || all[i + 1].reader != all[i].reader) {
				drop_row_numbers(e, all + first, i + 1 - first);
				first = i + 1;
			}
	for (size_t i = 0; i < n; i++)
		if (all[i].own_id)
			eni_ids_take(&e->ids, all[i].cell[e->in->id]);
	return e->in->kind == ENI_CLIENTS && e->inquiry != SIZE_MAX ? hear(e) : 0;
}

void
eni_enrol_free(struct eni_enrolment *e)
{
	eni_same_free(&e->same);
	eni_ids_free(&e->ids);
	eni_map_free(&e->who);
	eni_map_free(&e->by_id);
	eni_map_free(&e->heard);
	free(e->before);
	free(e->taken);
	eni_buf_free(&e->key);
	eni_buf_free(&e->text);
	eni_buf_free(&e->mine);
	eni_buf_free(&e->theirs);
	eni_arena_free(&e->arena);
	*e = (struct eni_enrolment){0};
}
