/*
 * Gathering facts: names to columns, derived fields, and which rules may speak for whom.  The folding of files is in fold.c.
 */
#include "rule/facts.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "rule/fold.h"

const char *const eni_fact_name[ENI_FACTS] = {
    [ENI_FACT_LAST_CONTACT] = "last_contact",
    [ENI_FACT_ABSENT_RUN] = "absent_run",
    [ENI_FACT_LAST_ABSENT] = "last_absent",
    [ENI_FACT_CONSENT_UNTIL] = "consent_until",
    [ENI_FACT_OPEN_DAYS] = "open_days",
    [ENI_FACT_TERMS_MISSING] = "terms_missing",
    [ENI_FACT_BAND] = "band",
    [ENI_FACT_GB_LEVEL] = "gb_level",
    [ENI_FACT_RECEIVED_AT] = "received_at",
    [ENI_FACT_FREE_SLOTS] = "free_slots",
    [ENI_FACT_OFFICE_KIND] = "office_kind",
};

/* The row of a derived field in the schema. */
static const struct eni_field *
fact_field(enum eni_fact fact)
{
	size_t n, i = 0;
	const struct eni_field *row = eni_derived(&n);

	while (i + 1 < n && strcmp(row[i].name, eni_fact_name[fact]) != 0)
		i++;
	return &row[i];
}

static const char *const terms[4] = {"price", "frequency", "extension", "cancel"};

enum eni_fact
eni_fact_find(struct eni_str name)
{
	int i = 0;

	while (i < ENI_FACTS && !eni_str_is(name, eni_fact_name[i]))
		i++;
	return (enum eni_fact)i;
}

/* ---- names ---- */

struct known {
	const char **name;
	size_t n, cap;
};

static void
know(struct known *k, const char *name)
{
	k->name = eni_grow(k->name, &k->cap, k->n + 1, sizeof *k->name);
	k->name[k->n++] = name;
}

static const char *
nearest_name(const struct eni_book *b, enum eni_kind kind, struct eni_str name)
{
	struct known k = {0};
	size_t n;
	const struct eni_field *fields = eni_fields(&n);
	const char *const *columns, *near;

	for (size_t i = 0; i < n; i++)
		if ((fields[i].kinds & ENI_IN(kind)) != 0)
			know(&k, fields[i].name);
	for (int i = 0; i < ENI_FACTS; i++)
		know(&k, eni_fact_name[i]);
	columns = eni_columns_known(&n);
	for (size_t i = 0; i < n; i++)
		know(&k, columns[i]);
	for (size_t i = 0; i < b->clients.n_headers && kind == ENI_CLIENTS; i++)
		know(&k, b->clients.header[i].p);
	near = eni_nearest(name, k.name, k.n);
	free(k.name);
	return near;
}

bool
eni_name_known(const struct eni_book *b, enum eni_kind kind, struct eni_str name, const char **near)
{
	size_t n;
	const char *const *columns = eni_columns_known(&n);

	*near = NULL;
	if (eni_field_find(kind, name) != NULL || eni_fact_find(name) != ENI_FACTS || eni_office_has_field(&b->office, name))
		return true;
	if (eni_sheet_has_header(kind == ENI_REFERRERS ? &b->referrers : &b->clients, name))
		return true;
	for (size_t i = 0; i < n; i++)
		if (eni_str_is(name, columns[i]))
			return true;
	*near = nearest_name(b, kind, name);
	return false;
}

/* ---- prepare ---- */

static size_t
want(struct eni_facts *f, const char *name, enum eni_as as)
{
	return eni_sheet_want(&f->book->clients, eni_str_of(name), as);
}

void
eni_facts_need(struct eni_facts *f, enum eni_fact fact)
{
	if ((f->needs >> fact & 1) != 0)
		return;
	f->needs |= 1u << fact;
	switch (fact) {
	case ENI_FACT_LAST_CONTACT:
	case ENI_FACT_RECEIVED_AT:
		f->visit_end = want(f, "visit_end", ENI_AS_TYPED);
		f->inquiry_at = want(f, "inquiry_at", ENI_AS_TYPED);
		f->ref_since = eni_sheet_want(&f->book->referrers, ENI_S("since"), ENI_AS_TYPED);
		break;
	case ENI_FACT_CONSENT_UNTIL:
		f->consent_from = want(f, "consent_from", ENI_AS_TYPED);
		f->consent_kind = want(f, "consent_kind", ENI_AS_TYPED);
		break;
	case ENI_FACT_FREE_SLOTS:
		f->own_slots = want(f, "free_slots", ENI_AS_RAW);
		eni_seats_want(f->book, &f->seat_cols, true);
		break;
	case ENI_FACT_OPEN_DAYS:
		eni_seats_want(f->book, &f->seat_cols, true);
		break;
	case ENI_FACT_TERMS_MISSING:
		for (int i = 0; i < 4; i++)
			f->term[i] = want(f, eni_arena_printf(&f->arena, "term_%s", terms[i]).p, ENI_AS_RAW);
		break;
	case ENI_FACT_BAND:
		f->adl = want(f, "adl", ENI_AS_TYPED);
		break;
	case ENI_FACT_GB_LEVEL:
		f->gb_score = want(f, "gb_score", ENI_AS_TYPED);
		f->cognition = want(f, "cognition", ENI_AS_TYPED);
		break;
	default:
		break;
	}
}

static enum eni_kind
kind_of(enum eni_for subject)
{
	static const enum eni_kind kinds[] = {[ENI_FOR_CLIENTS] = ENI_CLIENTS,
	    [ENI_FOR_REFERRERS] = ENI_REFERRERS,
	    [ENI_FOR_VISITS] = ENI_VISITS,
	    [ENI_FOR_INCIDENTS] = ENI_INCIDENTS,
	    [ENI_FOR_OFFICE] = ENI_CLIENTS,
	    [ENI_FOR_CONTACTS] = ENI_CONTACTS};

	return kinds[subject];
}

/* Where a name is looked up: source and position, type and vocabulary.  0 or -1. */
struct found {
	enum eni_source from;
	int at;
	enum eni_type type;
	enum eni_vocab vocab;
};

static void
found_column(struct eni_facts *f, struct eni_sheet *s, enum eni_source from, struct eni_str name, struct found *out)
{
	const struct eni_field *field = eni_field_find(s->kind, name);

	(void)f;
	out->from = from;
	out->at = (int)eni_sheet_want(s, name, ENI_AS_TYPED);
	out->type = field == NULL ? ENI_TEXT : field->type;
	out->vocab = field == NULL ? ENI_V_NONE : field->vocab;
}

static int
find_name(struct eni_facts *f, enum eni_for subject, struct eni_str name, struct eni_place at, struct found *out)
{
	enum eni_kind kind = kind_of(subject);
	enum eni_fact fact = eni_fact_find(name);
	const struct eni_field *row;
	const char *near;

	if (fact == ENI_FACTS)
		name = eni_book_field_name(f->book, kind, name);
	row = eni_field_find(kind, name);

	if ((subject == ENI_FOR_VISITS || subject == ENI_FOR_INCIDENTS || subject == ENI_FOR_CONTACTS) && row != NULL) {
		*out = (struct found){ENI_FROM_ROW, (int)eni_fold_field(subject, name), row->type, row->vocab};
		return 0;
	}
	if (fact != ENI_FACTS && eni_field_find(ENI_CLIENTS, name) == NULL) {
		eni_facts_need(f, fact);
		*out = (struct found){ENI_FROM_FACT, (int)fact, fact_field(fact)->type, fact_field(fact)->vocab};
		return 0;
	}
	if (!eni_name_known(f->book, subject == ENI_FOR_REFERRERS ? ENI_REFERRERS : ENI_CLIENTS, name, &near))
		return eni_fail(f->diag, at, NULL, "unknown field: %.*s%s%s", (int)name.n, name.p,
		    near == NULL ? "" : "; nearest is ", near == NULL ? "" : near);
	if (subject == ENI_FOR_REFERRERS)
		found_column(f, &f->book->referrers, ENI_FROM_REFERRER, name, out);
	else
		found_column(f, &f->book->clients, ENI_FROM_CLIENT, name, out);
	return 0;
}

/* On a list of tasks a name that is no field of clients may be one of referrers. */
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
	const struct eni_field *field = x->from == ENI_FROM_CLIENT ? f->book->clients.col[x->at].field : NULL;
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
			eni_fold(&b, eni_book_named(f->book, f->named[i].field, f->named[i].word[k]));
			f->named[i].match->word[k] = eni_arena_keep(&f->arena, eni_buf_str(&b));
		}
	eni_buf_free(&b);
}

int
eni_facts_resolve(struct eni_facts *f, struct eni_match *m, enum eni_for subject, bool task_columns)
{
	static const struct {
		const char *name;
		enum eni_type type;
		enum eni_vocab vocab;
	} task[] = {{"due", ENI_DATE, ENI_V_NONE}, {"late", ENI_NUMBER, ENI_V_NONE}, {"id", ENI_TEXT, ENI_V_NONE},
	    {"rule", ENI_TEXT, ENI_V_NONE}, {"channel", ENI_ENUM, ENI_V_CHANNEL}, {"to", ENI_ENUM, ENI_V_TO},
	    {"who", ENI_TEXT, ENI_V_NONE}, {"via", ENI_TEXT, ENI_V_NONE}, {"why", ENI_TEXT, ENI_V_NONE},
	    {"say", ENI_TEXT, ENI_V_NONE}, {"priority", ENI_NUMBER, ENI_V_NONE}, {"anchor", ENI_DATE, ENI_V_NONE},
	    {"name", ENI_TEXT, ENI_V_NONE}, {"org", ENI_TEXT, ENI_V_NONE}};
	struct found x;

	for (size_t i = 0; task_columns && i < sizeof task / sizeof *task; i++)
		if (eni_str_is(m->field, task[i].name)) {
			m->source = ENI_FROM_TASK;
			m->where = (int)i;
			return eni_match_resolve(m, &f->arena, task[i].type, task[i].vocab, f->diag);
		}
	if (task_columns && names_referrer_field(f, m->field))
		subject = ENI_FOR_REFERRERS;
	if (find_name(f, subject, m->field, m->place, &x) == -1)
		return -1;
	m->source = (int)x.from;
	m->where = x.at;
	note_named(f, m, &x);
	return eni_match_resolve(m, &f->arena, x.type, x.vocab, f->diag);
}

static int
prepare_anchor(struct eni_facts *f, const struct eni_rule *r, struct eni_live *live)
{
	struct found x;

	if (r->anchor == ENI_ANCHOR_LAST_CONTACT) {
		eni_facts_need(f, ENI_FACT_LAST_CONTACT);
		return 0;
	}
	if (r->anchor != ENI_ANCHOR_FIELD || r->subject == ENI_FOR_CONTACTS)
		return 0;
	if (find_name(f, r->subject, r->anchor_field, r->cadence_at, &x) == -1)
		return -1;
	if (x.type != ENI_DATE && x.type != ENI_TEXT)
		return eni_fail(
		    f->diag, r->cadence_at, NULL, "cadence: %.*s is no date", (int)r->anchor_field.n, r->anchor_field.p);
	live->anchor_from = x.from;
	live->anchor_at = x.at;
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
prepare_rule(struct eni_facts *f, struct eni_rule *r, struct eni_live *live)
{
	*live = (struct eni_live){.alive = r->has_cadence && !f->labels, .statuses = UINT16_MAX};
	if (r->has_cadence == f->labels || r->subject == ENI_FOR_CONTACTS)
		return 0;
	if (eni_facts_resolve_rule(f, r) == -1)
		return -1;
	if (f->labels)
		return 0;
	for (size_t i = 0; i < r->n_when; i++) {
		struct eni_match *m = &r->when[i];

		if (m->source == ENI_FROM_FACT && m->where == ENI_FACT_OFFICE_KIND)
			live->alive = live->alive && eni_match_test(m, eni_fact_value(f, ENI_FACT_OFFICE_KIND, 0), f->book->today);
		if (m->source == ENI_FROM_CLIENT && m->vocab == ENI_V_STATUS && m->op == ENI_OP_IS)
			live->statuses = (uint16_t)((m->codes & 0xfffe) | (m->or_empty ? 1 : 0));
	}
	return prepare_anchor(f, r, live);
}

static void
list_by_status(struct eni_facts *f)
{
	for (unsigned s = 0; s < 16; s++) {
		size_t n = 0;

		f->by_status[s] = eni_arena_take(&f->arena, (f->rules->n + 1) * sizeof(uint16_t));
		for (size_t i = 0; i < f->rules->n; i++)
			if (f->live[i].alive && f->rules->rule[i]->subject == ENI_FOR_CLIENTS &&
			    (f->live[i].statuses >> s & 1) != 0)
				f->by_status[s][n++] = (uint16_t)i;
		f->by_status[s][n] = UINT16_MAX;
	}
}

static int
prepare(struct eni_facts *f)
{
	struct eni_book *b = f->book;
	const struct eni_rules *r = f->rules;

	f->status = want(f, "status", ENI_AS_TYPED);
	f->reason = want(f, "reason", ENI_AS_TYPED);
	f->optout = want(f, "optout", ENI_AS_TYPED);
	f->sour = want(f, "sour", ENI_AS_TYPED);
	f->ref_optout = eni_sheet_want(&b->referrers, ENI_S("optout"), ENI_AS_TYPED);
	f->live = eni_arena_clear(&f->arena, (r->n + 1) * sizeof *f->live);
	for (size_t i = 0; i < r->n; i++)
		if (prepare_rule(f, r->rule[i], &f->live[i]) == -1)
			return -1;
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
	eni_seats_free(&f->seats);
	free(f->person);
	free(f->absence);
	free(f->absent_day);
	free(f->falls);
	free(f->slot);
	free(f->event);
	free(f->promise);
	free(f->promise_of);
	free(f->recent);
	free(f->pending);
	free(f->named);
	eni_arena_free(&f->arena);
	*f = (struct eni_facts){0};
}

/* ---- derived fields ---- */

static struct eni_value
when_value(struct eni_when w)
{
	return eni_is_day(w) ? (struct eni_value){ENI_VALUE_WHEN, {.when = w}} : ENI_EMPTY_VALUE;
}

static struct eni_value
number_value(int64_t n)
{
	return (struct eni_value){ENI_VALUE_NUMBER, {.number = n * ENI_NUM_SCALE}};
}

static struct eni_value
code_value(int code)
{
	return code > 0 ? (struct eni_value){ENI_VALUE_CODE, {.code = code}} : ENI_EMPTY_VALUE;
}

static struct eni_value
text_value(struct eni_facts *f, struct eni_buf *b)
{
	struct eni_value v =
	    b->n == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_TEXT, {.text = eni_arena_keep(&f->arena, eni_buf_str(b))}};

	eni_buf_free(b);
	return v;
}

/* visit_end, else inquiry_at. */
static struct eni_when
received_at(const struct eni_facts *f, uint32_t row)
{
	struct eni_when w = eni_sheet_when(&f->book->clients, f->visit_end, row);

	return eni_is_day(w) ? w : eni_sheet_when(&f->book->clients, f->inquiry_at, row);
}

static struct eni_when
last_contact(const struct eni_facts *f, uint32_t subject)
{
	const struct eni_book *b = f->book;
	struct eni_when w = f->person == NULL ? ENI_NEVER : eni_unpack_when(f->person[subject].last_contact);

	if (eni_is_day(w))
		return w;
	if (eni_subject_is_client(b, subject))
		return received_at(f, subject);
	return eni_subject_is_referrer(b, subject) ? eni_sheet_when(&b->referrers, f->ref_since, subject - b->clients.n)
						   : ENI_NEVER;
}

/*
 * Until when a doctor's consent holds (B-11): given on day 1-15 to the end of the fifth month after, on day 16-31 to the end of the
 * sixth; the correction of deformities one month.
 */
static struct eni_when
consent_until(const struct eni_facts *f, uint32_t row)
{
	const struct eni_sheet *s = &f->book->clients;
	struct eni_when from = eni_sheet_when(s, f->consent_from, row);
	int kind = eni_sheet_code(s, f->consent_kind, row);
	int y, m, d;

	if (!eni_is_day(from))
		return ENI_NEVER;
	eni_day_split(from.day, &y, &m, &d);
	if (kind > 0 && kind == eni_word_find(ENI_V_CONSENT_KIND, ENI_S("deformity")))
		return (struct eni_when){eni_day_add_months(from.day, 1), ENI_NOTIME};
	return (struct eni_when){eni_month_end(eni_day_add_months(eni_month_start(from.day), d <= 15 ? 5 : 6)), ENI_NOTIME};
}

static int
band_of(const struct eni_office *o, int64_t adl)
{
	if (adl >= o->bands.independent_from)
		return eni_word_find(ENI_V_BAND, ENI_S("independent"));
	if (adl >= o->bands.mild_from && adl <= o->bands.mild_to)
		return eni_word_find(ENI_V_BAND, ENI_S("mild"));
	if (adl >= o->bands.moderate_from && adl <= o->bands.moderate_to)
		return eni_word_find(ENI_V_BAND, ENI_S("moderate"));
	return adl >= o->bands.severe_from && adl <= o->bands.severe_to ? eni_word_find(ENI_V_BAND, ENI_S("severe")) : 0;
}

/* GB/T 42195-2022 by score, raised one level for dementia or for two care-risk events within 30 days (B-3): 0 intact .. 4 total
 * loss. */
static struct eni_value
gb_level(const struct eni_facts *f, uint32_t row, int64_t score)
{
	static const int64_t floor[] = {90, 66, 46, 30, 0};
	int level = 0;

	if (score < 0 || score > 90)
		return ENI_EMPTY_VALUE;
	while (score < floor[level])
		level++;
	if (level < 4 && (eni_sheet_code(&f->book->clients, f->cognition, row) > 1 || (f->falls != NULL && f->falls[row] >= 2)))
		level++;
	return number_value(level);
}

static struct eni_value
terms_missing(struct eni_facts *f, uint32_t row)
{
	struct eni_buf b = {0};

	for (int i = 0; i < 4; i++)
		if (eni_str_trim(eni_sheet_text(&f->book->clients, f->term[i], row)).n == 0)
			eni_buf_printf(&b, "%s%s", b.n > 0 ? " " : "", terms[i]);
	return text_value(f, &b);
}

static struct eni_value
open_days(struct eni_facts *f, uint32_t row)
{
	uint32_t bits = eni_open_days(&f->seats, f->book, &f->seat_cols, row);

	return bits == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_BITS, {.bits = bits}};
}

/* Free places: what the record itself says, else those of the week, on the client's own weekdays where they are known. */
static struct eni_value
free_slots(const struct eni_facts *f, uint32_t row)
{
	const struct eni_office *o = &f->book->office;
	uint32_t days = eni_sheet_bits(&f->book->clients, f->seat_cols.weekdays, row);
	int64_t sum = 0, own;

	if (eni_num_parse(eni_sheet_text(&f->book->clients, f->own_slots, row), &own) == 1)
		return (struct eni_value){ENI_VALUE_NUMBER, {.number = own}};
	if (o->n_seats == 0)
		return ENI_EMPTY_VALUE;
	for (size_t i = 0; i < o->n_seats; i++)
		if (eni_seats_free_at(&f->seats, i) > 0 && (days == 0 || (days & ENI_WEEKDAY_BITS(o->seat[i].day)) != 0))
			sum += eni_seats_free_at(&f->seats, i);
	return number_value(sum);
}

static struct eni_value
client_fact(struct eni_facts *f, enum eni_fact fact, uint32_t row)
{
	const struct eni_sheet *s = &f->book->clients;
	int64_t n;

	switch (fact) {
	case ENI_FACT_ABSENT_RUN:
		return f->absence == NULL ? ENI_EMPTY_VALUE : number_value((int64_t)eni_absent_run(f, row));
	case ENI_FACT_LAST_ABSENT:
		return f->absence == NULL ? ENI_EMPTY_VALUE
					  : when_value((struct eni_when){f->absence[row].last_absent, ENI_NOTIME});
	case ENI_FACT_CONSENT_UNTIL:
		return when_value(consent_until(f, row));
	case ENI_FACT_OPEN_DAYS:
		return open_days(f, row);
	case ENI_FACT_TERMS_MISSING:
		return terms_missing(f, row);
	case ENI_FACT_BAND:
		return eni_sheet_number(s, f->adl, row, &n) ? code_value(band_of(&f->book->office, n / ENI_NUM_SCALE))
							    : ENI_EMPTY_VALUE;
	case ENI_FACT_GB_LEVEL:
		return eni_sheet_number(s, f->gb_score, row, &n) ? gb_level(f, row, n / ENI_NUM_SCALE) : ENI_EMPTY_VALUE;
	case ENI_FACT_RECEIVED_AT:
		return when_value(received_at(f, row));
	case ENI_FACT_FREE_SLOTS:
		return free_slots(f, row);
	default:
		return ENI_EMPTY_VALUE;
	}
}

struct eni_value
eni_fact_value(struct eni_facts *f, enum eni_fact fact, uint32_t subject)
{
	if (fact == ENI_FACT_OFFICE_KIND)
		return code_value(eni_word_find(ENI_V_OFFICE_KIND, f->book->office.kind));
	if (fact == ENI_FACT_LAST_CONTACT)
		return when_value(last_contact(f, subject));
	return eni_subject_is_client(f->book, subject) ? client_fact(f, fact, subject) : ENI_EMPTY_VALUE;
}

void
eni_fact_text(struct eni_facts *f, enum eni_fact fact, uint32_t subject, struct eni_buf *out)
{
	struct eni_value v = eni_fact_value(f, fact, subject);
	char text[ENI_WHEN_TEXT];

	switch (v.type) {
	case ENI_VALUE_CODE:
		eni_buf_add(out, eni_str_of(eni_word_code(fact_field(fact)->vocab, v.as.code)));
		break;
	case ENI_VALUE_WHEN:
		eni_buf_add(out, (struct eni_str){text, eni_when_format(v.as.when, text)});
		break;
	case ENI_VALUE_NUMBER:
		eni_buf_printf(out, "%lld", (long long)(v.as.number / ENI_NUM_SCALE));
		break;
	case ENI_VALUE_BITS:
		eni_weekdays_format(out, (uint32_t)v.as.bits);
		break;
	case ENI_VALUE_TEXT:
		eni_buf_add(out, v.as.text);
		break;
	default:
		break;
	}
}

/* ---- values for matchers ---- */

static struct eni_value
column_value(const struct eni_facts *f, const struct eni_sheet *s, size_t col, size_t row)
{
	const struct eni_col *c = &s->col[col];
	struct eni_str text;
	bool usable;
	int64_t n;
	int code;

	switch (c->type) {
	case ENI_CELL_CODE:
		code = eni_sheet_code(s, col, row);
		return code_value(code == 0 && c->field->vocab == ENI_V_STATUS ? f->book->no_status : code);
	case ENI_CELL_WHEN:
		return when_value(eni_sheet_when(s, col, row));
	case ENI_CELL_NUMBER:
		return eni_sheet_number(s, col, row, &n) ? (struct eni_value){ENI_VALUE_NUMBER, {.number = n}} : ENI_EMPTY_VALUE;
	case ENI_CELL_BITS:
		return eni_sheet_bits(s, col, row) == 0 ? ENI_EMPTY_VALUE
							: (struct eni_value){ENI_VALUE_BITS, {.bits = eni_sheet_bits(s, col, row)}};
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
	struct eni_value v = column_value(f, s, (size_t)m->where, client);

	if (m->type == ENI_ID && m->n_words > 0 && v.type == ENI_VALUE_TEXT)
		v.as.text = eni_book_named(f->book, s->col[m->where].field, v.as.text);
	return v;
}

struct eni_value
eni_facts_value(struct eni_facts *f, const struct eni_match *m, uint32_t subject, const struct eni_stream *row)
{
	const struct eni_book *b = f->book;

	switch (m->source) {
	case ENI_FROM_FACT:
		return eni_fact_value(f, (enum eni_fact)m->where, subject);
	case ENI_FROM_ROW:
		return eni_fold_value(f, row, m);
	case ENI_FROM_REFERRER:
		return eni_subject_is_referrer(b, subject)
			   ? column_value(f, &b->referrers, (size_t)m->where, subject - b->clients.n)
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
	f->consents = true;
	f->consent_contact = want(f, "consent_contact", ENI_AS_TYPED);
	f->consent_share = want(f, "consent_share", ENI_AS_TYPED);
	f->consent_story = want(f, "consent_story", ENI_AS_TYPED);
}

void
eni_facts_want_recent(struct eni_facts *f, int32_t days)
{
	f->recent_after = f->book->today - days;
	f->recents = true;
}

struct eni_standing
eni_facts_standing(const struct eni_facts *f, uint32_t subject)
{
	const struct eni_book *b = f->book;
	struct eni_standing s = {.refused = f->person != NULL && f->person[subject].refused};
	int status;

	if (eni_subject_is_referrer(b, subject)) {
		s.optout = eni_sheet_code(&b->referrers, f->ref_optout, subject - b->clients.n) == ENI_YES_YES;
		return s;
	}
	if (!eni_subject_is_client(b, subject))
		return s;
	status = eni_sheet_code(&b->clients, f->status, subject);
	s.dead = status == ENI_STATUS_DECEASED || eni_sheet_code(&b->clients, f->reason, subject) == ENI_REASON_DEATH;
	s.active = status == ENI_STATUS_ACTIVE;
	s.optout = eni_sheet_code(&b->clients, f->optout, subject) == ENI_YES_YES;
	s.sour = eni_sheet_code(&b->clients, f->sour, subject) == ENI_YES_YES;
	s.agreed_contact = f->consents && eni_sheet_code(&b->clients, f->consent_contact, subject) == ENI_YES_YES;
	s.agreed_share = f->consents && eni_sheet_code(&b->clients, f->consent_share, subject) == ENI_YES_YES;
	s.agreed_story = f->consents && eni_sheet_code(&b->clients, f->consent_story, subject) == ENI_YES_YES;
	return s;
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
	const struct eni_rule *r = f->rules->rule[rule];
	const struct eni_match at = {.source = (int)f->live[rule].anchor_from, .where = f->live[rule].anchor_at};

	if (r->anchor == ENI_ANCHOR_LAST_CONTACT)
		return last_contact(f, subject);
	if (r->anchor != ENI_ANCHOR_FIELD)
		return eni_period_start(r->anchor, f->book->today);
	return value_moment(eni_facts_value(f, &at, subject, NULL));
}

struct eni_when
eni_event_anchor(struct eni_facts *f, const struct eni_event *e)
{
	bool own = f->rules->rule[e->rule]->anchor == ENI_ANCHOR_FIELD && f->live[e->rule].anchor_from == ENI_FROM_ROW;

	return own ? eni_unpack_when(e->date) : eni_facts_anchor(f, e->rule, e->client);
}

bool
eni_facts_anchor_bad(const struct eni_facts *f, size_t rule, uint32_t subject)
{
	const struct eni_book *b = f->book;
	const struct eni_live *live = &f->live[rule];

	if (f->rules->rule[rule]->anchor != ENI_ANCHOR_FIELD)
		return false;
	if (live->anchor_from == ENI_FROM_CLIENT && eni_subject_is_client(b, subject))
		return eni_sheet_bad(&b->clients, (size_t)live->anchor_at, subject);
	return live->anchor_from == ENI_FROM_REFERRER && eni_subject_is_referrer(b, subject) &&
	       eni_sheet_bad(&b->referrers, (size_t)live->anchor_at, subject - b->clients.n);
}
