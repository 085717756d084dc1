/* referral score: what a source brings, and what it takes to bring it.  See verbs.h. */
#include <stdlib.h>

#include "base/num.h"
#include "cmd/referral/sources.h"
#include "cmd/referral/verbs.h"
#include "partner/chains.h"
#include "partner/contacts.h"
#include "partner/relief.h"
#include "reception/ratings.h"
#include "worth/worth.h"

enum {
	ID,
	CONTACTS,
	REFERRED,
	ACTIVE,
	PER,
	LTV,
	SHOWN,
	RATING = SHOWN,
	MONTHS,
	VERDICT,
	RELIEF,
	TALKS = RELIEF,
	DRAFTS,
	SPARED,
	BY_KIND,
	CHAIN = BY_KIND,
	KIND,
	COLUMNS
};
static const struct eni_offer offer[] = {[ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CONTACTS] = {"contacts", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [REFERRED] = {"referred", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [ACTIVE] = {"active", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PER] = {"contacts_per_referral", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
    [RATING] = {"rating", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MONTHS] = {"months", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_SENDER, 0},
    [TALKS] = {"talks", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [DRAFTS] = {"drafts", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [SPARED] = {"spared", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CHAIN] = {"chain", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [KIND] = {"kind", ENI_COL_TEXT, ENI_V_REFERRER_KIND, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { TOO_EARLY = 6 }; /* months since the first contact before anything can be said */

/* The days by which a client came to us; the first that is filled counts. */
static const char *const came[] = {"inquiry_at", "visit_end", "signed_date", "first_visit", "start_date"};
enum { CAME = sizeof came / sizeof *came };

struct tally {
	int64_t contacts, referred, active;
	int64_t worth;   /* minor units */
	bool unpriced;   /* some price is not known */
	int32_t touched; /* the first contact of all, whenever; ENI_NODAY */
	int64_t marks, mark_sum;
	int64_t relief[ENI_RELIEFS]; /* of work we took off them */
};

struct scores {
	struct eni_sources sources;
	struct eni_print print;
	struct eni_worth worth;
	size_t status, came[CAME]; /* columns */
	bool by_kind, relieves;    /* the work we took off them is asked for */
	struct eni_rules rules;    /* by what they say a touch is known that did */
	struct tally *of;          /* per sender */
	size_t cap;
	uint32_t *sender; /* per client */
	bool *counts;     /* per client: came in the period */
	int64_t *chain;   /* per sender */
	size_t undated;
	struct eni_place first_undated;
};

static struct tally *
tally_at(struct scores *s, size_t at)
{
	size_t had = s->cap;

	s->of = eni_grow(s->of, &s->cap, at + 1, sizeof *s->of);
	for (size_t i = had; i < s->cap; i++)
		s->of[i] = (struct tally){.touched = ENI_NODAY};
	return &s->of[at];
}

/* ---- who was sent ---- */

static struct eni_when
came_at(const struct scores *s, size_t row)
{
	const struct eni_sheet *c = &s->sources.report.desk.run->book.clients;

	for (size_t i = 0; i < CAME; i++)
		if (eni_is_day(eni_sheet_when(c, s->came[i], row)))
			return eni_sheet_when(c, s->came[i], row);
	return ENI_NEVER;
}

/* Who only asked, was declined, or did not sign, has brought nothing. */
static bool
became_client(int status)
{
	return eni_status_is(status, ENI_IS_HERE | ENI_IS_GONE) && !eni_status_is(status, ENI_IS_ASKING);
}

static void
add_worth(struct scores *s, struct tally *t, uint32_t row)
{
	int64_t worth;

	if (eni_worth_formula(&s->worth, row, &worth) != ENI_KNOWN_SUM || __builtin_add_overflow(t->worth, worth, &t->worth))
		t->unpriced = true;
}

static void
count_client(struct scores *s, uint32_t row, struct tally *t)
{
	struct eni_run *run = s->sources.report.desk.run;
	const struct eni_period *period = &s->sources.report.period;
	struct eni_when when = came_at(s, row);
	int status = eni_sheet_code(&run->book.clients, s->status, row);

	if (!eni_is_day(when) && eni_period_bounded(period) && s->undated++ == 0)
		s->first_undated = eni_sheet_place(&run->book.clients, row);
	if (!eni_period_has(period, when) || (eni_is_day(when) && !eni_book_has_happened(&run->book, when)))
		return;
	s->counts[row] = true;
	t->referred++;
	t->active += status == ENI_STATUS_ACTIVE;
	if (s->print.wanted[LTV] && became_client(eni_written_status(&run->book, row)))
		add_worth(s, t, row);
}

static void
count_clients(struct scores *s)
{
	struct eni_book *b = &s->sources.report.desk.run->book;
	size_t n = b->clients.n, circle;

	s->sender = eni_realloc(NULL, (n + 1) * sizeof *s->sender);
	s->counts = eni_realloc(NULL, n + 1);
	memset(s->counts, 0, n + 1);
	tally_at(s, s->sources.senders.n);
	for (uint32_t row = 0; row < n; row++) {
		s->sender[row] = eni_senders_of(&s->sources.senders, row);
		if (s->sender[row] != ENI_NONE)
			count_client(s, row, tally_at(s, s->sender[row]));
	}
	tally_at(s, s->sources.senders.n);
	if (!s->print.wanted[CHAIN])
		return;
	s->chain = eni_realloc(NULL, (s->sources.senders.n + 1) * sizeof *s->chain);
	circle = eni_chains_count(&s->sources.senders, s->sender, s->counts, n, s->chain);
	if (circle > 0)
		eni_warn(b->diag, ENI_NOWHERE, "referrer", "brought one another, or themselves, in a circle: %zu clients", circle);
}

/* ---- what it took, and what they say ---- */

/* A client is cared for, not courted: what is written of one is no contact with a source. */
static uint32_t
referrer_of(struct scores *s, struct eni_str id)
{
	struct eni_book *b = s->sources.senders.book;
	uint32_t subject;

	if (eni_map_get(&b->referrers.by_id, id) == ENI_NONE && eni_map_get(&b->clients.by_id, id) != ENI_NONE)
		return ENI_NONE;
	subject = eni_book_find(b, id);
	return subject != ENI_NONE && eni_subject_is_referrer(b, subject) ? eni_senders_find(&s->sources.senders, subject)
									  : (uint32_t)ENI_NONE;
}

/* Whose work a touch about a client was: whom it went to, else the client's care manager, else the partner who sent the client. */
static uint32_t
relieved(struct scores *s, struct eni_str id, int to)
{
	struct eni_book *b = s->sources.senders.book;
	const struct eni_people *people = &s->sources.report.desk.people;
	uint32_t client = eni_map_get(&b->clients.by_id, id), row;

	if (client == ENI_NONE)
		return ENI_NONE;
	row = eni_people_partner(people, client, eni_to_is_partner(to) ? to : ENI_TO_CAREMANAGER);
	if (row == ENI_NONE && !eni_to_is_partner(to) && eni_people_referred_by_partner(people, client))
		row = eni_people_partner(people, client, ENI_TO_REFERRER);
	return row == ENI_NONE ? row : eni_senders_find(&s->sources.senders, eni_subject_referrer(b, row));
}

static void
count_relief(struct scores *s, const struct eni_touch *t)
{
	enum eni_relief relief = s->relieves ? eni_relief_of(&s->rules, t) : ENI_RELIEFS;
	uint32_t at = relief < ENI_RELIEFS && eni_period_has(&s->sources.report.period, t->at) ? relieved(s, t->id, t->to)
											       : (uint32_t)ENI_NONE;

	if (at != ENI_NONE)
		s->of[at].relief[relief]++;
}

static int
count_contacts(struct scores *s)
{
	struct eni_touches journal;
	struct eni_touch t;
	int got = eni_touches_open(&journal, &s->sources.report.desk.run->book,
	    (uint32_t)ENI_CONTACT_COLUMNS | (s->relieves ? 1u << ENI_TOUCH_TOPIC | 1u << ENI_TOUCH_DIR : 0));

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_contacts_next(&journal, &t)) > 0) {
		uint32_t at = eni_contact_is_outward(&t) ? referrer_of(s, t.id) : (uint32_t)ENI_NONE;

		count_relief(s, &t);
		if (at == ENI_NONE)
			continue;
		s->of[at].contacts += eni_period_has(&s->sources.report.period, t.at);
		if (s->of[at].touched == ENI_NODAY || t.at.day < s->of[at].touched)
			s->of[at].touched = t.at.day;
	}
	eni_touches_close(&journal);
	return got;
}

static int
count_marks(struct scores *s)
{
	struct eni_survey_stream in;
	struct eni_survey_row row;
	struct eni_book *b = &s->sources.report.desk.run->book;
	int got = s->print.wanted[RATING] ? eni_surveys_open(&in, b) : 1;

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_surveys_next(&in, &row)) > 0) {
		uint32_t at = eni_senders_find(&s->sources.senders, eni_book_find(b, row.id));

		for (size_t i = 0; at != ENI_NONE && i < ENI_RATING_ITEMS; i++) {
			s->of[at].marks += row.mark[i] != 0;
			s->of[at].mark_sum += row.mark[i];
		}
	}
	eni_surveys_close(&in);
	return got;
}

/* ---- printing ---- */

static int64_t
months_since(int32_t first, int32_t today)
{
	int64_t n = 0;

	while (eni_day_add_months(first, (int)n + 1) <= today)
		n++;
	return n;
}

static struct eni_str
money(struct eni_print *p, const struct tally *t)
{
	struct eni_buf text = {0};
	struct eni_str s;

	if (t->unpriced)
		return ENI_S("-");
	eni_money_format(&text, t->worth, p->run->book.office.decimals);
	s = eni_arena_pack(&p->row, eni_buf_str(&text));
	eni_buf_free(&text);
	return s;
}

static int
verdict(int64_t months, int64_t referred)
{
	return months < TOO_EARLY ? ENI_SENDER_EARLY : referred > 0 ? ENI_SENDER_REFERS : ENI_SENDER_SILENT;
}

static void
print_tally(struct scores *s, struct eni_str id, const struct tally *t, const int64_t *chain, uint32_t subject)
{
	struct eni_print *p = &s->print;
	bool touched = t->touched != ENI_NODAY;
	int64_t months = touched ? months_since(t->touched, p->run->now.day) : 0;

	p->cell[ID] = id;
	p->cell[CONTACTS] = eni_print_count(p, t->contacts);
	p->cell[REFERRED] = eni_print_count(p, t->referred);
	p->cell[ACTIVE] = eni_print_count(p, t->active);
	p->cell[PER] = eni_print_ratio(p, eni_ratio_of(t->contacts, t->referred));
	p->cell[LTV] = money(p, t);
	p->cell[RATING] = eni_print_ratio(p, eni_ratio_of(t->mark_sum, t->marks * ENI_NUM_SCALE));
	p->cell[MONTHS] = touched ? eni_print_count(p, months) : ENI_S("-");
	p->cell[VERDICT] = touched ? eni_str_of(eni_word_code(ENI_V_SENDER, verdict(months, t->referred))) : ENI_S("-");
	for (int i = 0; i < ENI_RELIEFS; i++)
		p->cell[RELIEF + i] = eni_print_count(p, t->relief[i]);
	if (chain != NULL)
		p->cell[CHAIN] = eni_print_count(p, *chain);
	eni_print_row(p, subject);
}

/* All on file, and whoever else referred a client in the period. */
static bool
is_listed(struct scores *s, uint32_t at)
{
	const struct eni_sender *x = &s->sources.senders.one[at];
	bool on_file = x->subject != ENI_NONE && eni_subject_is_referrer(s->sources.senders.book, x->subject);

	return (on_file || s->of[at].referred > 0 || (s->chain != NULL && s->chain[at] > 0)) && eni_sources_takes(&s->sources, at);
}

static void
print_sender(struct scores *s, uint32_t at)
{
	const struct eni_sender *x = &s->sources.senders.one[at];

	s->print.cell[KIND] = x->kind == 0 ? ENI_S("") : eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, x->kind));
	print_tally(s, eni_source_id(&s->print, x), &s->of[at], s->chain == NULL ? NULL : &s->chain[at], x->subject);
}

static void
print_senders(struct scores *s)
{
	const uint32_t *order = eni_sources_sorted(&s->sources);

	for (size_t i = 0; i < s->sources.senders.n; i++)
		if (is_listed(s, order[i]))
			print_sender(s, order[i]);
}

static void
join(struct tally *all, const struct tally *t)
{
	all->contacts += t->contacts;
	all->referred += t->referred;
	all->active += t->active;
	all->unpriced |= t->unpriced || __builtin_add_overflow(all->worth, t->worth, &all->worth);
	all->marks += t->marks;
	all->mark_sum += t->mark_sum;
	for (int i = 0; i < ENI_RELIEFS; i++)
		all->relief[i] += t->relief[i];
	if (t->touched != ENI_NODAY && (all->touched == ENI_NODAY || t->touched < all->touched))
		all->touched = t->touched;
}

/* One row for each kind that is there, in the order of the enumeration; whose kind is not known comes last. */
static void
print_kinds(struct scores *s)
{
	const struct eni_senders *senders = &s->sources.senders;
	size_t n = eni_word_count(ENI_V_REFERRER_KIND);
	struct tally *kind = eni_arena_clear(&s->print.run->arena, (n + 1) * sizeof *kind);
	bool *there = eni_arena_clear(&s->print.run->arena, n + 1);

	for (size_t k = 0; k <= n; k++)
		kind[k].touched = ENI_NODAY;
	for (uint32_t i = 0; i < senders->n; i++) {
		if (!is_listed(s, i))
			continue;
		there[senders->one[i].kind] = true;
		join(&kind[senders->one[i].kind], &s->of[i]);
	}
	for (size_t k = 1; k <= n + 1; k++)
		if (there[k % (n + 1)])
			print_tally(s, k > n ? ENI_S("-") : eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, (int)k)),
			    &kind[k % (n + 1)], NULL, ENI_NONE);
}

static int
print_scores(struct scores *s)
{
	struct eni_diag *d = &s->print.run->diag;
	bool unpriced = false;

	for (size_t i = 0; i < s->sources.senders.n; i++)
		unpriced |= s->of[i].unpriced;
	if (unpriced)
		eni_warn(d, ENI_NOWHERE, "ltv", "not known without price, visits_per_month and months: set ltv in office.yaml");
	if (s->undated > 0)
		eni_warn(d, s->first_undated, "inquiry_at",
		    "is empty, and there is no other day on which they came, of %zu who were sent; not counted", s->undated);
	eni_print_begin(&s->print);
	if (s->by_kind)
		print_kinds(s);
	else
		print_senders(s);
	return eni_print_end(&s->print);
}

/* ---- the verb ---- */

static int
open_scores(struct scores *s, struct eni_run *run)
{
	static const char *const by[] = {"kind"};
	struct eni_offer *mine = eni_arena_take(&run->arena, sizeof offer);
	struct eni_sheet *c = &run->book.clients;
	size_t choice;

	if (eni_choice(run, "by", by, 1, &choice) == -1 || eni_sources_open(&s->sources, run, "referrer") == -1)
		return -1;
	if (c->n_headers > 0 && eni_report_need(&s->sources.report, "referrer") == SIZE_MAX)
		return -1;
	s->by_kind = choice == 0;
	memcpy(mine, offer, sizeof offer);
	if (s->by_kind)
		mine[ID] = (struct eni_offer){"kind", ENI_COL_TEXT, ENI_V_REFERRER_KIND, 0};
	if (eni_print_prepare(&s->print, run, mine, s->by_kind ? (size_t)BY_KIND : (size_t)COLUMNS,
		s->by_kind ? NULL : &s->sources.report.desk.facts) == -1)
		return -1;
	eni_print_first(&s->print, SHOWN); /* the further columns are there for who asks for them */
	s->status = eni_sheet_want(c, ENI_S("status"), ENI_AS_TYPED);
	for (size_t i = 0; i < CAME; i++)
		s->came[i] = eni_sheet_want(c, eni_str_of(came[i]), ENI_AS_TYPED);
	if (s->print.wanted[LTV])
		eni_worth_want(&s->worth, &run->book);
	s->relieves = s->print.wanted[TALKS] || s->print.wanted[DRAFTS] || s->print.wanted[SPARED];
	if (!s->relieves)
		return 0;
	eni_people_want(&s->sources.report.desk.people, &run->book);
	return eni_rules_read(&s->rules, &run->book.office, run->book.opt.dir, NULL, 0, &run->diag);
}

int
eni_verb_score(struct eni_run *run)
{
	struct scores s = {0};
	int rc = -1;

	if (open_scores(&s, run) == 0 && eni_sources_load(&s.sources) == 0) {
		count_clients(&s);
		if (count_contacts(&s) == 0 && count_marks(&s) == 0)
			rc = print_scores(&s);
	}
	free(s.of);
	free(s.sender);
	free(s.counts);
	free(s.chain);
	eni_rules_free(&s.rules);
	eni_sources_close(&s.sources);
	return rc;
}
