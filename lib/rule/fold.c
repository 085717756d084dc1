/* Visits, incidents, and who may be spoken for; the journal is folded in fold_contacts.c. */
#include "rule/fold.h"

#include <assert.h>

#include "base/num.h"
#include "base/text.h"
#include "rec/death.h"

/* All fields of a kind that rules may look at, so that a matcher's position is the same for every row. */
enum { ROW_ID, ROW_DATE, ROW_OUTCOME, ROW_KIND = ROW_OUTCOME, ROW_SEVERITY = 4, ROW_NOTE = 8, ROW_SYMPTOMS, ROW_FIELDS };
enum { GRAVE_FROM = 3 }; /* severity */

static const char *const *
row_fields(enum eni_for subject)
{
	static const char *const visits[ROW_FIELDS] = {"id", "date", "outcome", "planned", "minutes", "fee", "staff",
	    "session", [ROW_NOTE] = "note", [ROW_SYMPTOMS] = "symptoms"};
	static const char *const incidents[ROW_FIELDS] = {
	    "id", "date", "kind", "status", "severity", "staff", "source", "told_at", [ROW_NOTE] = "note"};

	return subject == ENI_FOR_VISITS ? visits : incidents;
}

size_t
eni_fold_field(enum eni_for subject, struct eni_str name)
{
	const char *const *fields = row_fields(subject);
	size_t i = ROW_FIELDS - 1;

	while (i > 0 && (fields[i] == NULL || !eni_str_is(name, fields[i])))
		i--;
	return i;
}

/* The next part of a cell in which one thing is said; false at the end. */
static bool
next_clause(struct eni_str *rest, struct eni_str *clause)
{
	const struct eni_str stop = ENI_S("。");
	const char *end;

	while (eni_str_starts(*rest, stop))
		*rest = eni_str_from(*rest, stop.n);
	if (!eni_piece(rest, clause))
		return false;
	if ((end = memmem(clause->p, clause->n, stop.p, stop.n)) != NULL && end > clause->p) {
		*rest = (struct eni_str){end, (size_t)(rest->p + rest->n - end)};
		clause->n = (size_t)(end - clause->p);
	}
	return true;
}

static struct eni_str
cell_of(const struct eni_stream *row, size_t k)
{
	return eni_stream_has(row, k) ? eni_str_trim(eni_stream_cell(row, k)) : (struct eni_str){"", 0};
}

/* Adds the codes of what the cell says in words of the vocabulary: of 体調不良（発熱） both. */
static void
add_said(struct eni_buf *words, struct eni_str rest)
{
	struct eni_str clause;

	while (next_clause(&rest, &clause)) {
		uint64_t codes = eni_words_read(ENI_V_SYMPTOM, clause).codes & ~(UINT64_C(1) << ENI_UNKNOWN_WORD);

		for (int code = 1; codes >> code != 0; code++)
			if ((codes >> code & 1) != 0)
				eni_buf_printf(words, " %s", eni_word_code(ENI_V_SYMPTOM, code));
	}
}

/* In the words of their own cell, and those that the outcome and the note say: 欠席（発熱）. */
static struct eni_value
symptoms_of(struct eni_facts *f, const struct eni_stream *row)
{
	static const size_t said_in[] = {ROW_SYMPTOMS, ROW_OUTCOME, ROW_NOTE};
	struct eni_buf *words = &f->row_words;

	words->n = 0;
	for (size_t i = 0; i < sizeof said_in / sizeof *said_in; i++)
		add_said(words, cell_of(row, said_in[i]));
	if (words->n == 0)
		eni_words_said(words, ENI_V_SYMPTOM, cell_of(row, ROW_SYMPTOMS));
	return words->n == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_TEXT, {.text = eni_str_trim(eni_buf_str(words))}};
}

struct eni_value
eni_fold_value(struct eni_facts *f, const struct eni_stream *row, const struct eni_match *m)
{
	const struct eni_field *field;
	struct eni_when when;
	bool usable;

	if (row == NULL)
		return ENI_EMPTY_VALUE;
	assert((row->asked >> m->column & 1) != 0);
	if (m->column == ROW_SYMPTOMS)
		return symptoms_of(f, row);
	if (!eni_stream_has(row, (size_t)m->column))
		return ENI_EMPTY_VALUE;
	field = row->bound[row->at[m->column]];
	if (field != NULL && field->type == ENI_ENUM) {
		int code = eni_book_code(f->book, field, eni_stream_cell(row, (size_t)m->column));

		return code == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_CODE, {.code = code}};
	}
	if (field != NULL && field->type == ENI_DATE)
		return eni_stream_when(row, (size_t)m->column, &when) == 1 ? eni_value_when(when) : ENI_EMPTY_VALUE;
	return eni_value_read(field, eni_stream_cell(row, (size_t)m->column), f->book->today, &usable);
}

void
eni_fold_postpone(struct eni_facts *f, uint32_t subject, struct eni_place at, const char *field)
{
	f->pending = eni_grow(f->pending, &f->cap_pending, f->n_pending + 1, sizeof *f->pending);
	f->pending[f->n_pending++] = (struct eni_pending){subject, at, field};
}

bool
eni_fold_any_rule(const struct eni_facts *f, enum eni_for subject)
{
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->bound[i].alive && f->rules->rule[i]->subject == subject)
			return true;
	return false;
}

/* ---- visits and incidents ---- */

/* One of the two files, as it is read. */
struct rows {
	struct eni_facts *f;
	enum eni_for subject;
	const struct eni_field *coded; /* outcome of visits, kind of incidents */
	bool rules;                    /* some rule is about them */
	struct eni_stream in;
	uint32_t nth;
};

/* Whether a rule about them looks at that field. */
static bool
is_looked_at(const struct eni_facts *f, enum eni_for subject, size_t k)
{
	for (size_t i = 0; i < f->rules->n; i++) {
		const struct eni_rule *r = f->rules->rule[i];

		for (size_t m = 0; f->bound[i].alive && r->subject == subject && m < r->n_when; m++)
			if (r->when[m].source == ENI_FROM_ROW && r->when[m].column == (int)k)
				return true;
	}
	return false;
}

/* 1: there is no such file; 0; -1. */
static int
open_rows(struct rows *r, struct eni_facts *f, enum eni_for subject)
{
	enum eni_kind kind = subject == ENI_FOR_VISITS ? ENI_VISITS : ENI_INCIDENTS;
	const char *const *fields = row_fields(subject), *asked[ROW_FIELDS];

	for (size_t k = 0; k < ROW_FIELDS; k++)
		asked[k] = k <= ROW_OUTCOME || k == ROW_NOTE || (subject == ENI_FOR_INCIDENTS && k == ROW_SEVERITY) ||
				   is_looked_at(f, subject, k)
			       ? fields[k]
			       : NULL;
	*r = (struct rows){.f = f, .subject = subject, .rules = eni_fold_any_rule(f, subject)};
	r->coded = eni_field_find(kind, eni_str_of(fields[ROW_OUTCOME]));
	return eni_stream_open(&r->in, f->book, kind, asked, ROW_FIELDS);
}

/* The client a row is about, and its date; false when the row counts for nothing. */
static bool
row_date(const struct rows *r, uint32_t *client, struct eni_when *date)
{
	struct eni_facts *f = r->f;

	*client = r->in.who;
	if (*client == ENI_NONE || !eni_subject_is_client(f->book, *client))
		return false;
	if (eni_stream_when(&r->in, ROW_DATE, date) == 1)
		return eni_book_has_happened(f->book, *date);
	eni_fold_postpone(f, *client, r->in.row.place, "date");
	return false;
}

static bool
is_grave(const struct rows *r)
{
	int64_t severity;

	if (r->subject != ENI_FOR_INCIDENTS)
		return false;
	return eni_word_is(
		   ENI_V_INCIDENT_KIND, eni_book_code(r->f->book, r->coded, eni_stream_cell(&r->in, ROW_KIND)), ENI_IS_GRAVE) ||
	       (eni_num_parse(eni_stream_cell(&r->in, ROW_SEVERITY), &severity) == 1 && severity >= GRAVE_FROM * ENI_NUM_SCALE);
}

/* 欠席（死亡）, 搬送先で死亡確認: whoever keeps these files hears of it before the list of clients is changed (decision 52). */
static void
note_death(const struct rows *r, uint32_t client)
{
	if (eni_death_read(cell_of(&r->in, ROW_OUTCOME)) >= ENI_DEATH_DOUBTFUL ||
	    eni_death_read(cell_of(&r->in, ROW_NOTE)) >= ENI_DEATH_DOUBTFUL)
		r->f->person[client].mourned = true;
}

static void
speak_for_row(const struct rows *r, uint32_t client, struct eni_when date)
{
	struct eni_facts *f = r->f;

	if (!r->rules || !eni_subject_asked(f->book, client))
		return;
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->bound[i].alive && f->rules->rule[i]->subject == r->subject &&
		    eni_facts_unfit(f, f->rules->rule[i], client, &r->in) == NULL)
			eni_events_add(&f->events, &(struct eni_event){.client = client,
						       .rule = (uint16_t)i,
						       .date = eni_pack_when(date),
						       .answered_at = ENI_PACKED_NONE,
						       .grave = is_grave(r),
						       .nth = r->nth});
}

/* Each record of the client counts, where an id stands in several. */
static void
fold_visit(const struct rows *r)
{
	struct eni_facts *f = r->f;
	struct eni_when date;
	uint32_t client;

	if (!row_date(r, &client, &date))
		return;
	for (; client != ENI_NONE; client = eni_subject_same(f->book, client)) {
		note_death(r, client);
		if (f->absences.of != NULL)
			eni_absences_note(
			    &f->absences, client, eni_book_code(f->book, r->coded, eni_stream_cell(&r->in, ROW_OUTCOME)), date.day);
		speak_for_row(r, client, date);
	}
}

static int
fold_visits(struct eni_facts *f)
{
	bool absences = eni_facts_needs(f, ENI_FACT_ABSENT_RUN) || eni_facts_needs(f, ENI_FACT_LAST_ABSENT);
	struct rows r;
	int got;

	if (absences)
		eni_absences_open(&f->absences, f->book->clients.n);
	if (!absences && !eni_fold_any_rule(f, ENI_FOR_VISITS))
		return 0;
	if ((got = open_rows(&r, f, ENI_FOR_VISITS)) != 0)
		return got == 1 ? 0 : -1;
	eni_stream_people(&r.in, f->book, f->absences.of, sizeof *f->absences.of);
	for (; (got = eni_stream_next(&r.in)) > 0; r.nth++)
		fold_visit(&r);
	eni_stream_close(&r.in);
	return got;
}

static void
note_fall(const struct rows *r, uint32_t client, struct eni_when date)
{
	struct eni_facts *f = r->f;
	int kind = eni_book_code(f->book, r->coded, eni_stream_cell(&r->in, ROW_KIND));

	if (date.day <= f->book->today - 30 || f->falls[client] == UINT8_MAX)
		return;
	f->falls[client] += eni_word_is(ENI_V_INCIDENT_KIND, kind, ENI_IS_CARE_RISK);
}

static void
fold_incident(const struct rows *r)
{
	struct eni_when date;
	uint32_t client;

	if (!row_date(r, &client, &date))
		return;
	for (; client != ENI_NONE; client = eni_subject_same(r->f->book, client)) {
		note_death(r, client);
		if (r->f->falls != NULL)
			note_fall(r, client, date);
		speak_for_row(r, client, date);
	}
}

static int
fold_incidents(struct eni_facts *f)
{
	struct rows r;
	int got;

	if (eni_facts_needs(f, ENI_FACT_GB_LEVEL)) {
		f->falls = eni_realloc(NULL, f->book->clients.n + 1);
		memset(f->falls, 0, f->book->clients.n + 1);
	}
	if (f->falls == NULL && !eni_fold_any_rule(f, ENI_FOR_INCIDENTS))
		return 0;
	if ((got = open_rows(&r, f, ENI_FOR_INCIDENTS)) != 0)
		return got == 1 ? 0 : -1;
	eni_stream_people(&r.in, f->book, NULL, 0);
	for (; (got = eni_stream_next(&r.in)) > 0; r.nth++)
		fold_incident(&r);
	eni_stream_close(&r.in);
	return got;
}

/* ---- who may be spoken for ---- */

static bool
fits_so_far(struct eni_facts *f, const struct eni_rule *r, uint32_t subject)
{
	for (size_t i = 0; i < r->n_when; i++) {
		const struct eni_match *m = &r->when[i];

		if (eni_facts_is_late(m))
			continue;
		if (!eni_match_test(m, eni_facts_value(f, m, subject, NULL), f->book->today))
			return false;
	}
	return true;
}

static void
add_tally(struct eni_facts *f, size_t rule, uint32_t subject)
{
	struct eni_when since = ENI_NEVER;

	if (f->rules->rule[rule]->one_per.n > 0 || !fits_so_far(f, f->rules->rule[rule], subject))
		return;
	if (eni_facts_anchor_bad(f, rule, subject))
		f->person[subject].aside = true;
	if (f->rules->rule[rule]->anchor != ENI_ANCHOR_LAST_CONTACT)
		since = eni_facts_done_since(f, rule, subject);
	f->tally = eni_grow(f->tally, &f->cap_tallies, f->n_tallies + 1, sizeof *f->tally);
	f->tally[f->n_tallies++] = (struct eni_rule_tally){(uint16_t)rule, 0, eni_pack_when(since), ENI_PACKED_NONE};
}

static void
add_tallies(struct eni_facts *f, uint32_t subject)
{
	const struct eni_book *b = f->book;
	enum eni_for kind = eni_subject_is_referrer(b, subject) ? ENI_FOR_REFERRERS : ENI_FOR_OFFICE;

	if (eni_subject_is_client(b, subject)) {
		int status = eni_word_known(eni_sheet_code(&b->clients, f->standing.status, subject));

		for (const uint16_t *r = f->by_status[status]; *r != UINT16_MAX; r++)
			add_tally(f, *r, subject);
		return;
	}
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->bound[i].alive && f->rules->rule[i]->subject == kind)
			add_tally(f, i, subject);
}

static void
open_tallies(struct eni_facts *f)
{
	uint32_t n = eni_subject_office(f->book);

	for (uint32_t s = 0; s <= n; s++) {
		f->person[s].first_tally = (uint32_t)f->n_tallies;
		if (s == n ? !f->book->any_operand : eni_subject_asked(f->book, s))
			add_tallies(f, s);
		f->person[s].tallies = (uint16_t)(f->n_tallies - f->person[s].first_tally);
	}
}

/* ---- rules that speak for several at once ---- */

/* Every client counts, whoever is asked about: what a group has in common does not depend on that. */
static void
join_groups(struct eni_facts *f, size_t rule, uint32_t client)
{
	struct eni_value said;
	struct eni_when anchor;
	struct eni_str words, word;

	if (!fits_so_far(f, f->rules->rule[rule], client))
		return;
	anchor = eni_facts_own_anchor(f, rule, client);
	if (!eni_is_day(anchor))
		return;
	said = eni_facts_value(f, &f->bound[rule].one_per, client, NULL);
	if (said.type != ENI_VALUE_TEXT) { /* nobody knows with whom to join them */
		eni_groups_join(&f->groups, rule, eni_subject_id(f->book, client), true, client, anchor);
		return;
	}
	for (words = said.as.text; eni_piece(&words, &word);)
		eni_groups_join(&f->groups, rule, word, false, client, anchor);
}

/* After visits and incidents. */
static void
fold_groups(struct eni_facts *f)
{
	for (size_t i = 0; i < f->rules->n; i++) {
		if (!f->bound[i].alive || f->rules->rule[i]->one_per.n == 0)
			continue;
		if (f->groups.of == NULL)
			eni_groups_open(&f->groups, f->book->clients.n);
		for (uint32_t c = 0; c < f->book->clients.n; c++)
			join_groups(f, i, c);
	}
	for (size_t i = 0; i < f->groups.n; i++) {
		struct eni_group *g = &f->groups.group[i];

		g->since = eni_pack_when(eni_done_since(f->rules->rule[g->rule], g->anchor));
	}
}

/* Whether that client is away, lives, and speaks for no other group of the rule. */
static bool
may_speak(const struct eni_facts *f, const struct eni_group *group, uint32_t client, bool again)
{
	const struct eni_group *own = eni_group_of(&f->groups, client, group->rule);

	return eni_status_is(eni_sheet_code(&f->book->clients, f->standing.status, client), ENI_IS_AWAY) &&
	       !eni_facts_standing(f, client).returned && (again || own->speaker != client);
}

/* Who left over two house rules speaks for the second only where nobody else can. */
static void
choose_speakers(struct eni_facts *f)
{
	struct eni_groups *g = &f->groups;

	for (size_t i = 0; i < g->n; i++)
		for (int again = 0; again <= 1; again++)
			for (uint32_t m = g->group[i].first; m != ENI_NONE && g->group[i].speaker == ENI_NONE;
			     m = g->member[m].next_of_group)
				if (may_speak(f, &g->group[i], g->member[m].client, again == 1))
					g->group[i].speaker = g->member[m].client;
}

/* ---- all of it ---- */

int
eni_facts_gather(struct eni_facts *f)
{
	uint32_t n = eni_subject_office(f->book) + 1;

	assert(f->stage == ENI_FACTS_PREPARED && f->book->stage == ENI_BOOK_INDEXED);
	eni_facts_settle_named(f);
	f->person = eni_realloc(NULL, ((size_t)n + 1) * sizeof *f->person);
	for (uint32_t i = 0; i <= n; i++)
		f->person[i] = (struct eni_person){.last_contact = ENI_PACKED_NONE, .first_tried = ENI_NONE};
	if (eni_facts_needs(f, ENI_FACT_OPEN_DAYS) || eni_facts_needs(f, ENI_FACT_FREE_SLOTS))
		eni_seats_count(&f->derived.seats, f->book, &f->derived.seat_columns);
	if (fold_visits(f) == -1 || fold_incidents(f) == -1)
		return -1;
	open_tallies(f);
	fold_groups(f);
	f->stage = ENI_FACTS_GATHERED;
	if (f->labels && !eni_facts_needs(f, ENI_FACT_LAST_CONTACT))
		return 0; /* the journal is not asked for */
	f->stage = ENI_FACTS_HEARD;
	if (eni_fold_contacts(f) == -1)
		return -1;
	choose_speakers(f);
	eni_stories_settle(f);
	return 0;
}
