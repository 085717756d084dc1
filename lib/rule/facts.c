/*
 * Facts: names to columns before loading, values and anchors after.  The folding of files in between is in fold.c.
 */
#include "rule/facts.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"
#include "rule/fold.h"
#include "rule/names.h"

/* ---- prepare ---- */

static enum eni_kind
kind_of(enum eni_for subject)
{
	static const enum eni_kind kinds[] = {[ENI_FOR_CLIENTS] = ENI_CLIENTS,
	    [ENI_FOR_REFERRERS] = ENI_REFERRERS,
	    [ENI_FOR_VISITS] = ENI_VISITS,
	    [ENI_FOR_INCIDENTS] = ENI_INCIDENTS,
	    [ENI_FOR_OFFICE] = ENI_CLIENTS,
	    [ENI_FOR_CONTACTS] = ENI_CONTACTS};
	ENI_ROW_FOR_EACH(kinds, ENI_FORS);

	return kinds[subject];
}

/* Where a name's value is found, and what it is. */
struct found {
	enum eni_source from;
	int at;
	enum eni_type type;
	enum eni_vocab vocab;
};

static struct found
found_column(struct eni_sheet *s, enum eni_source from, struct eni_str name)
{
	const struct eni_field *field = eni_field_find(s->kind, name);
	int at = (int)eni_sheet_want(s, name, ENI_AS_TYPED);

	return field == NULL ? (struct found){from, at, ENI_TEXT, ENI_V_NONE} : (struct found){from, at, field->type, field->vocab};
}

/* 0, or -1 after eni_fail. */
static int
find_name(struct eni_facts *f, enum eni_for subject, struct eni_str name, struct eni_place at, struct found *out)
{
	enum eni_kind kind = kind_of(subject);
	enum eni_fact fact = eni_fact_find(name);
	const struct eni_field *row;
	const char *near;

	if (fact == ENI_FACTS) {
		name = eni_book_field_name(f->book, kind, name);
		fact = eni_fact_find(name);
	}
	row = eni_field_find(kind, name);

	if ((subject == ENI_FOR_VISITS || subject == ENI_FOR_INCIDENTS || subject == ENI_FOR_CONTACTS) && row != NULL) {
		*out = (struct found){ENI_FROM_ROW, (int)eni_fold_field(subject, name), row->type, row->vocab};
		return 0;
	}
	if (fact != ENI_FACTS) { /* which looks at the field of its name first */
		eni_facts_need(f, fact);
		*out = (struct found){ENI_FROM_FACT, (int)fact, eni_fact_field(fact)->type, eni_fact_field(fact)->vocab};
		return 0;
	}
	if (!eni_name_known(f->book, subject == ENI_FOR_REFERRERS ? ENI_REFERRERS : ENI_CLIENTS, name, &near))
		return eni_fail(f->diag, at, NULL,
		    near == NULL ? N_("unknown field: %.*s") : N_("unknown field: %.*s; nearest is %s"), (int)name.n, name.p, near);
	if (subject == ENI_FOR_REFERRERS)
		*out = found_column(&f->book->referrers, ENI_FROM_REFERRER, name);
	else
		*out = found_column(&f->book->clients, ENI_FROM_CLIENT, name);
	return 0;
}

/* A name that is no field of clients may be one of referrers. */
static bool
names_referrer_field(const struct eni_facts *f, struct eni_str name)
{
	const struct eni_book *b = f->book;

	return eni_fact_find(name) == ENI_FACTS && eni_field_find(ENI_CLIENTS, eni_book_field_name(b, ENI_CLIENTS, name)) == NULL &&
	       !eni_sheet_has_header(&b->clients, name) &&
	       eni_field_find(ENI_REFERRERS, eni_book_field_name(b, ENI_REFERRERS, name)) != NULL;
}

/* Keeps the words of a matcher about whom a client's field names: whose names they are is known when everybody was read. */
static void
note_named(struct eni_facts *f, struct eni_match *m, const struct found *x)
{
	const struct eni_field *field = x->from == ENI_FROM_CLIENT ? f->book->clients.column[x->at].field : NULL;
	struct eni_str *word;

	if (field == NULL || field->type != ENI_ID || m->n_words == 0)
		return;
	word = eni_arena_take(&f->arena, m->n_words * sizeof *word);
	memcpy(word, m->word, m->n_words * sizeof *word);
	eni_book_want_named(f->book, field);
	f->named = eni_grow(f->named, &f->cap_named, f->n_named + 1, sizeof *f->named);
	f->named[f->n_named++] = (struct eni_naming){m, field, word};
}

void
eni_facts_settle_named(struct eni_facts *f)
{
	struct eni_buf b = {0};

	for (size_t i = 0; i < f->n_named; i++)
		for (size_t k = 0; k < f->named[i].match->n_words; k++) {
			b.n = 0;
			eni_casefold(&b, eni_book_named(f->book, f->named[i].field, f->named[i].word[k]));
			f->named[i].match->word[k] = eni_arena_keep(&f->arena, eni_buf_str(&b));
		}
	eni_buf_free(&b);
}

int
eni_facts_resolve(struct eni_facts *f, struct eni_match *m, enum eni_for subject, bool both)
{
	struct found x;

	assert(f->stage == ENI_FACTS_PREPARED);
	if (both && names_referrer_field(f, m->field))
		subject = ENI_FOR_REFERRERS;
	if (find_name(f, subject, m->field, m->place, &x) == -1)
		return -1;
	m->source = (int)x.from;
	m->column = x.at;
	note_named(f, m, &x);
	return eni_match_resolve(m, &f->arena, x.type, x.vocab, f->diag);
}

/* Whether a rule that counts from a column of people is silent because no file has it, and not because it asks for it. */
static bool
lacks_column(const struct eni_facts *f, const struct eni_rule *r, const struct found *x)
{
	const struct eni_sheet *s = x->from == ENI_FROM_CLIENT ? &f->book->clients : &f->book->referrers;

	if (x->from == ENI_FROM_FACT && x->at == ENI_FACT_END_SETTLED) /* which stands on the end */
		return lacks_column(f, r, &(struct found){ENI_FROM_CLIENT, (int)f->standing.stay.end, x->type, x->vocab});
	if (x->from != ENI_FROM_CLIENT && x->from != ENI_FROM_REFERRER)
		return false;
	for (size_t i = 0; i < r->n_when; i++)
		if (r->when[i].source == (int)x->from && r->when[i].column == x->at)
			return false;
	return s->n_headers > 0 && !eni_sheet_has_header(s, s->column[x->at].name);
}

static int
prepare_anchor(struct eni_facts *f, const struct eni_rule *r, struct eni_rule_bound *bound)
{
	struct found x;

	if (r->anchor == ENI_ANCHOR_LAST_CONTACT) {
		eni_facts_need(f, ENI_FACT_LAST_CONTACT);
		return 0;
	}
	if (r->anchor == ENI_ANCHOR_DEATH && r->subject != ENI_FOR_CLIENTS)
		return eni_fail(f->diag, r->cadence_at, NULL, "cadence: only clients have a day of death; want for: clients");
	if (r->anchor == ENI_ANCHOR_DEATH)
		eni_deaths_want_days(f->book);
	if (r->anchor != ENI_ANCHOR_FIELD || r->subject == ENI_FOR_CONTACTS)
		return 0;
	if (find_name(f, r->subject, r->anchor_field, r->cadence_at, &x) == -1)
		return -1;
	if (x.type != ENI_DATE && x.type != ENI_TEXT)
		return eni_fail(
		    f->diag, r->cadence_at, NULL, "cadence: %.*s is no date", (int)r->anchor_field.n, r->anchor_field.p);
	if (r->or_today && r->subject == ENI_FOR_CLIENTS) {
		f->began[0] = eni_sheet_want(&f->book->clients, ENI_S("start_date"), ENI_AS_TYPED);
		f->began[1] = eni_sheet_want(&f->book->clients, ENI_S("returned_date"), ENI_AS_TYPED);
	}
	bound->anchor_from = x.from;
	bound->anchor_at = x.at;
	bound->no_column = lacks_column(f, r, &x);
	return 0;
}

int
eni_facts_resolve_rule(struct eni_facts *f, struct eni_rule *r)
{
	for (size_t i = 0; i < r->n_when; i++)
		if (eni_facts_resolve(f, &r->when[i], r->subject, false) == -1)
			return -1;
	return 0;
}

static int
prepare_group(struct eni_facts *f, const struct eni_rule *r, struct eni_rule_bound *bound)
{
	struct found x;

	if (r->one_per.n == 0)
		return 0;
	if (find_name(f, r->subject, r->one_per, r->place, &x) == -1)
		return -1;
	if (x.type != ENI_WORDS && x.type != ENI_TEXT)
		return eni_fail(f->diag, r->place, NULL, "one_per: want a field of words");
	bound->one_per = (struct eni_match){.source = (int)x.from, .column = x.at, .type = x.type, .vocab = x.vocab};
	return 0;
}

static int
prepare_rule(struct eni_facts *f, struct eni_rule *r, struct eni_rule_bound *bound)
{
	*bound = (struct eni_rule_bound){.alive = r->has_cadence && !f->labels, .statuses = UINT64_MAX};
	if (r->has_cadence == f->labels || r->missing != NULL || r->subject == ENI_FOR_CONTACTS)
		return 0;
	if (eni_facts_resolve_rule(f, r) == -1)
		return -1;
	if (f->labels)
		return 0;
	for (size_t i = 0; i < r->n_when; i++) {
		struct eni_match *m = &r->when[i];

		if (m->source == ENI_FROM_FACT && m->column == ENI_FACT_OFFICE_KIND)
			bound->alive =
			    bound->alive && eni_match_test(m, eni_fact_value(f, ENI_FACT_OFFICE_KIND, 0), f->book->today);
		if (m->source == ENI_FROM_CLIENT && m->vocab == ENI_V_STATUS && m->op == ENI_OP_IS)
			bound->statuses = (m->codes & ~UINT64_C(1)) | (m->or_empty ? 1 : 0);
	}
	return prepare_anchor(f, r, bound) == -1 ? -1 : prepare_group(f, r, bound);
}

static void
list_by_status(struct eni_facts *f)
{
	for (size_t s = 0; s < ENI_CODES; s++) {
		size_t n = 0;

		f->by_status[s] = eni_arena_take(&f->arena, (f->rules->n + 1) * sizeof(uint16_t));
		for (size_t i = 0; i < f->rules->n; i++)
			if (f->bound[i].alive && f->rules->rule[i]->subject == ENI_FOR_CLIENTS &&
			    (f->bound[i].statuses >> s & 1) != 0)
				f->by_status[s][n++] = (uint16_t)i;
		f->by_status[s][n] = UINT16_MAX;
	}
}

static int
prepare(struct eni_facts *f)
{
	const struct eni_rules *r = f->rules;

	eni_standing_want(&f->standing, f->book);
	if (!f->labels)
		eni_deciders_want(&f->deciders, f->book);
	f->bound = eni_arena_clear(&f->arena, (r->n + 1) * sizeof *f->bound);
	for (size_t i = 0; i < r->n; i++)
		if (prepare_rule(f, r->rule[i], &f->bound[i]) == -1)
			return -1;
	for (size_t i = 0; i < r->n; i++)
		if (f->bound[i].alive && !f->stories.wanted && eni_rule_tells_stories(r->rule[i]))
			eni_stories_want(f);
	list_by_status(f);
	return 0;
}

int
eni_facts_prepare(
    struct eni_facts *f, struct eni_book *b, const struct eni_rules *r, const struct eni_almanac *a, struct eni_diag *d)
{
	*f = (struct eni_facts){.book = b, .rules = r, .almanac = a, .diag = d};
	return prepare(f);
}

int
eni_facts_prepare_labels(
    struct eni_facts *f, struct eni_book *b, const struct eni_rules *r, const struct eni_almanac *a, struct eni_diag *d)
{
	*f = (struct eni_facts){.book = b, .rules = r, .almanac = a, .diag = d, .labels = true};
	return prepare(f);
}

void
eni_facts_free(struct eni_facts *f)
{
	eni_seats_free(&f->derived.seats);
	eni_absences_free(&f->absences);
	eni_events_free(&f->events);
	eni_groups_free(&f->groups);
	eni_promises_free(&f->promises);
	eni_tries_free(&f->tries);
	eni_stories_free(&f->stories);
	eni_deciders_free(&f->deciders);
	free(f->falls);
	free(f->person);
	free(f->tally);
	free(f->recent.has);
	free(f->recent.undone);
	free(f->pending);
	free(f->named);
	eni_buf_free(&f->row_words);
	eni_arena_free(&f->arena);
	*f = (struct eni_facts){0};
}

/* ---- values for matchers ---- */

static struct eni_value
column_value(const struct eni_facts *f, const struct eni_sheet *s, size_t col, size_t row)
{
	const struct eni_sheet_column *c = &s->column[col];
	struct eni_str text;
	bool usable;
	int64_t n;
	int code;

	switch (c->type) {
	case ENI_CELL_CODE:
		code = eni_sheet_code(s, col, row);
		return eni_value_code(code == 0 && c->field->vocab == ENI_V_STATUS ? f->book->no_status : code);
	case ENI_CELL_WHEN:
		return eni_value_when(eni_sheet_when(s, col, row));
	case ENI_CELL_NUMBER:
		return eni_sheet_number(s, col, row, &n) ? (struct eni_value){ENI_VALUE_NUMBER, {.number = n}} : ENI_EMPTY_VALUE;
	case ENI_CELL_BITS:
		return eni_value_bits(eni_sheet_bits(s, col, row));
	default:
		text = eni_str_trim(eni_sheet_text(s, col, row));
		return eni_value_read(c->field, text, f->book->today, &usable);
	}
}

/* A name in place of an id is that id (decision 36). */
static struct eni_value
client_value(const struct eni_facts *f, const struct eni_match *m, uint32_t client)
{
	const struct eni_sheet *s = &f->book->clients;
	struct eni_value v = column_value(f, s, (size_t)m->column, client);

	if (eni_is_of_earlier_stay(&f->standing.stay, f->book, (size_t)m->column, client))
		return ENI_EMPTY_VALUE;
	if (m->type == ENI_ID && m->n_words > 0 && v.type == ENI_VALUE_TEXT)
		v.as.text = eni_book_named(f->book, s->column[m->column].field, v.as.text);
	return v;
}

struct eni_value
eni_facts_value(struct eni_facts *f, const struct eni_match *m, uint32_t subject, const struct eni_stream *row)
{
	const struct eni_book *b = f->book;

	switch (m->source) {
	case ENI_FROM_FACT:
		return eni_fact_value(f, (enum eni_fact)m->column, subject);
	case ENI_FROM_ROW:
		return eni_fold_value(f, row, m);
	case ENI_FROM_REFERRER:
		return eni_subject_is_referrer(b, subject)
			   ? column_value(f, &b->referrers, (size_t)m->column, subject - b->clients.n)
			   : ENI_EMPTY_VALUE;
	default:
		return eni_subject_is_client(b, subject) ? client_value(f, m, subject) : ENI_EMPTY_VALUE;
	}
}

const struct eni_match *
eni_facts_unfit(struct eni_facts *f, const struct eni_rule *r, uint32_t subject, const struct eni_stream *row)
{
	for (size_t i = 0; i < r->n_when; i++)
		if (!eni_match_test(&r->when[i], eni_facts_value(f, &r->when[i], subject, row), f->book->today))
			return &r->when[i];
	return NULL;
}

void
eni_facts_want_consent(struct eni_facts *f)
{
	eni_standing_want_consent(&f->standing, f->book);
}

void
eni_facts_want_recent(struct eni_facts *f, int32_t days)
{
	assert(f->stage == ENI_FACTS_PREPARED);
	f->recent.after = f->book->today - days;
	f->recent.wanted = true;
}

bool
eni_facts_goes_to(struct eni_facts *f, size_t rule, uint32_t subject, int to)
{
	const struct eni_rule *r = f->rules->rule[rule];
	size_t i = 0;

	while (i < r->n_tos && !eni_deciders_are_one(&f->deciders, subject, to, r->tos[i]))
		i++;
	return i < r->n_tos;
}

/* Of what was answered and what is due again after that; what was called for by a row that is taken back takes the number between.
 * What was taken back of another anchor counts as well: a version may be passed over. */
uint32_t
eni_facts_sequence(const struct eni_facts *f, uint32_t subject, uint32_t rule, uint32_t answers)
{
	bool group = f->recent.n_undone > 0 && eni_group_of(&f->groups, subject, rule) != NULL;

	for (size_t i = 0; i < f->recent.n_undone; i++)
		if (f->recent.undone[i].subject == subject || (group && f->recent.undone[i].rule == rule))
			answers += 3;
	return answers;
}

/* ---- who may speak for whom ---- */

bool
eni_facts_is_late(const struct eni_match *m)
{
	return m->source == ENI_FROM_FACT &&
	       (m->column == ENI_FACT_LAST_CONTACT || m->column == ENI_FACT_DEATH_NOTED || m->column == ENI_FACT_STORY_MISSING);
}

struct eni_standing
eni_facts_standing(const struct eni_facts *f, uint32_t subject)
{
	struct eni_standing s = eni_standing_read(&f->standing, f->book, subject);

	assert(f->stage >= ENI_FACTS_GATHERED);
	s.journal_unread = f->stage < ENI_FACTS_HEARD;
	s.refused = f->person[subject].refused;
	s.refused_lately = f->person[subject].refused_lately;
	s.returned |= f->person[subject].returned;
	s.mourned |= !s.dead && f->person[subject].mourned;
	return s;
}

int
eni_facts_sharing(const struct eni_facts *f, uint32_t subject, int to)
{
	struct eni_standing s = eni_facts_standing(f, subject);

	return eni_tells_partner(s, to) && !s.agreed_share ? ENI_SHARING_NOT_ON_FILE : 0;
}

const struct eni_rule_tally *
eni_facts_tally(const struct eni_facts *f, uint32_t subject, size_t rule)
{
	const struct eni_person *who = &f->person[subject];

	assert(f->stage >= ENI_FACTS_GATHERED);
	for (uint32_t i = 0; i < who->tallies; i++)
		if (f->tally[who->first_tally + i].rule == rule)
			return &f->tally[who->first_tally + i];
	return NULL;
}

const struct eni_tried *
eni_facts_tried(const struct eni_facts *f, uint32_t subject, size_t rule, int to)
{
	return eni_tries_of(&f->tries, f->person[subject].first_tried, rule, to);
}

/* ---- anchors ---- */

static struct eni_when
value_moment(struct eni_value v)
{
	struct eni_when w;

	if (v.type == ENI_VALUE_WHEN)
		return v.as.when;
	return v.type == ENI_VALUE_TEXT && eni_when_parse(v.as.text, &w, NULL) == 1 ? w : ENI_NEVER;
}

struct eni_when
eni_facts_anchor(struct eni_facts *f, size_t rule, uint32_t subject)
{
	const struct eni_group *group = eni_group_of(&f->groups, subject, rule);

	return group != NULL ? group->anchor : eni_facts_own_anchor(f, rule, subject);
}

struct eni_when
eni_facts_own_anchor(struct eni_facts *f, size_t rule, uint32_t subject)
{
	const struct eni_rule *r = f->rules->rule[rule];
	const struct eni_match at = {.source = (int)f->bound[rule].anchor_from, .column = f->bound[rule].anchor_at};

	if (r->anchor == ENI_ANCHOR_LAST_CONTACT)
		return value_moment(eni_fact_value(f, ENI_FACT_LAST_CONTACT, subject));
	if (r->anchor == ENI_ANCHOR_DEATH)
		return eni_subject_is_client(f->book, subject) ? eni_death_day(f->book, subject, NULL) : ENI_NEVER;
	if (r->anchor != ENI_ANCHOR_FIELD)
		return eni_period_start(r->anchor, f->book->today);
	return value_moment(eni_facts_value(f, &at, subject, NULL));
}

struct eni_str
eni_facts_anchor_field(const struct eni_facts *f, size_t rule, uint32_t subject)
{
	const struct eni_rule *r = f->rules->rule[rule];
	bool of_client = eni_subject_is_client(f->book, subject);
	const char *field = "";

	switch (r->anchor) {
	case ENI_ANCHOR_LAST_CONTACT:
		return of_client || eni_is_day(eni_unpack_when(f->person[subject].last_contact)) ? ENI_S("last_contact")
												 : ENI_S("since");
	case ENI_ANCHOR_DEATH:
		if (of_client)
			eni_death_day(f->book, subject, &field);
		return eni_str_of(field);
	case ENI_ANCHOR_FIELD:
		if (!of_client || eni_fact_find(r->anchor_field) != ENI_FACT_END_SETTLED)
			return r->anchor_field;
		eni_end_settled(&f->standing.stay, f->book, subject, &field);
		return eni_str_of(field);
	default:
		return eni_str_of(field);
	}
}

/* What was answered in an earlier stay, of which the day is no longer known either, is no answer in this one. */
static struct eni_when
stay_began(const struct eni_facts *f, uint32_t client)
{
	struct eni_when began = eni_sheet_when(&f->book->clients, f->began[0], client),
			back = eni_sheet_when(&f->book->clients, f->began[1], client);

	return eni_before(began, back) ? back : began;
}

struct eni_when
eni_facts_done_since(struct eni_facts *f, size_t rule, uint32_t subject)
{
	const struct eni_rule *r = f->rules->rule[rule];
	struct eni_when anchor = eni_facts_anchor(f, rule, subject), began = ENI_NEVER;

	if (!eni_is_day(anchor) && r->or_today && r->anchor == ENI_ANCHOR_FIELD && eni_subject_is_client(f->book, subject))
		began = stay_began(f, subject);
	return eni_is_day(began) ? began : eni_done_since(r, anchor);
}

struct eni_when
eni_event_anchor(struct eni_facts *f, const struct eni_event *e)
{
	bool own = f->rules->rule[e->rule]->anchor == ENI_ANCHOR_FIELD && f->bound[e->rule].anchor_from == ENI_FROM_ROW;

	return own ? eni_unpack_when(e->date) : eni_facts_anchor(f, e->rule, e->client);
}

bool
eni_facts_anchor_bad(const struct eni_facts *f, size_t rule, uint32_t subject)
{
	const struct eni_book *b = f->book;
	const struct eni_rule_bound *bound = &f->bound[rule];

	if (f->rules->rule[rule]->anchor != ENI_ANCHOR_FIELD)
		return false;
	if (bound->anchor_from == ENI_FROM_CLIENT && eni_subject_is_client(b, subject))
		return eni_sheet_bad(&b->clients, (size_t)bound->anchor_at, subject);
	return bound->anchor_from == ENI_FROM_REFERRER && eni_subject_is_referrer(b, subject) &&
	       eni_sheet_bad(&b->referrers, (size_t)bound->anchor_at, subject - b->clients.n);
}

void
eni_facts_tell_promises(const struct eni_facts *f)
{
	for (size_t i = 0; i < f->n_pending; i++)
		if (strcmp(f->pending[i].field, "next") == 0 && eni_subject_asked(f->book, f->pending[i].subject))
			eni_aside(f->diag, f->pending[i].place, "next", "want a day such as 2026-04-01");
}
