/*
 * followup expire: whose records are kept longer than the settings retention ask.  Read only: nothing is deleted here, a person
 * does that by hand.  See verbs.h.
 *
 * A period begins with the last day on which anything happened: the end of a stay, a death, a lost inquiry, or whatever the book
 * says came later.  Who is here or may come back is never listed, and where a day is missing or two records may be one person,
 * the doubt is reported instead.
 */
#include <stdlib.h>

#include "book/touches.h"
#include "cli/desk.h"
#include "cmd/followup/verbs.h"
#include "duty/history.h"
#include "stay/stays.h"
#include "who/traits.h"

enum { ID, NAME, STATUS, LAST, WHAT, UNTIL, LATE, COLUMNS };
static const struct eni_offer offer[] = {[ID] = {.name = "id"},
    [NAME] = {.name = "name"},
    [STATUS] = {.name = "status", .vocab = ENI_V_STATUS},
    [LAST] = {.name = "last"},
    [WHAT] = {.name = "what"},
    [UNTIL] = {.name = "until"},
    [LATE] = {.name = "late", .type = ENI_COL_NUMBER}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

/* How long records are kept: of those whose time with us is over, and of those who asked and never came. */
enum { RECORDS, LEADS, RETENTIONS };
static const char *const setting[] = {[RECORDS] = "retention.records", [LEADS] = "retention.lost_leads"};
ENI_ROW_FOR_EACH(setting, RETENTIONS);

/* Why a client is not listed whose time may be over. */
enum doubt { NO_DOUBT, NO_END, NO_LOSS, GOES_ON, TWINS, ALIKE, BAD_DAY, DOUBTS };
static const struct {
	const char *field, *text;
} doubts[DOUBTS] = {[NO_END] = {"end_date", N_("is empty, and so is death_date")},
    [NO_LOSS] = {"lost_date", N_("is empty")},
    [GOES_ON] = {"status", N_("says gone, but a stay goes on")},
    [TWINS] = {"id", N_("stands in more than one record")},
    [ALIKE] = {"name", N_("may be that of a client who is here: compare the two records")},
    [BAD_DAY] = {NULL, N_("has a day that cannot be read")}};

/* What is known of a client. */
struct trace {
	int32_t last;     /* the last day, or ENI_NODAY */
	const char *what; /* that was then */
	bool ended;       /* a stay is known to have ended, or the client to have died, and when */
	enum doubt doubt;
	struct eni_place place; /* of the doubt */
};

struct expiry {
	uint32_t client;
	int32_t until; /* the last day of the period */
};

struct expire {
	struct eni_desk desk;
	struct eni_print print;
	struct eni_stays stays;
	struct eni_trait_cols traits;
	struct eni_same present;    /* who is here, or asks */
	uint32_t n_names;           /* numbers of names up to here are theirs */
	uint32_t *named, *namesake; /* the last of them with a name, by its number; and of each, the one before */
	struct eni_span keep[RETENTIONS];
	bool kept[RETENTIONS]; /* the setting is there */
	size_t name, status, own[ENI_OWN_DAYS];
	struct trace *trace;     /* one a client */
	size_t n_doubts[DOUBTS]; /* of those whose time is over, or its end is unknown */
	struct eni_place first[DOUBTS];
	struct expiry *over;
	size_t n, cap;
};

/* ---- whose records ---- */

/* RETENTIONS: those of somebody who is here, or of whom nothing is known. */
static int
retention_of(const struct expire *x, uint32_t client)
{
	int status = eni_sheet_code(&x->desk.run->book.clients, x->status, client);

	if (eni_status_is(status, ENI_IS_OVER))
		return RECORDS;
	return status == 0 || eni_status_is(status, ENI_IS_ASKING | ENI_IS_HERE | ENI_IS_GONE) ? RETENTIONS : LEADS;
}

static int
read_settings(struct expire *x)
{
	const struct eni_office *o = &x->desk.run->book.office;

	for (int r = 0; r < RETENTIONS; r++)
		x->kept[r] = eni_span_parse(eni_node_text(eni_office_get(o, setting[r])), &x->keep[r]) == 1;
	return x->kept[RECORDS] || x->kept[LEADS]
		   ? 0
		   : eni_fail(&x->desk.run->diag, eni_at(o->file, 0), "retention",
			 "is not set: want how long records are kept, such as {records: 5y, lost_leads: 12m}");
}

/* Some of those of whom the office does not say how long. */
static void
tell_unset(struct expire *x)
{
	struct eni_run *run = x->desk.run;
	size_t n[RETENTIONS + 1] = {0};

	for (uint32_t c = 0; c < run->book.clients.n; c++)
		n[retention_of(x, c)]++;
	for (int r = 0; r < RETENTIONS; r++)
		if (!x->kept[r] && n[r] > 0)
			eni_warn(&run->diag, eni_at(run->book.office.file, 0), setting[r],
			    eni_plural(
				n[r], "is not set: %zu record was not looked at", "is not set: %zu records were not looked at"),
			    n[r]);
}

/* ---- what happened, and when ---- */

static void
note_day(struct trace *t, int32_t day, const char *what)
{
	if (day == ENI_NODAY || (t->last != ENI_NODAY && day <= t->last))
		return;
	t->last = day;
	t->what = what;
}

static void
note_doubt(struct trace *t, enum doubt doubt, struct eni_place place)
{
	if (t->doubt == NO_DOUBT) {
		t->doubt = doubt;
		t->place = place;
	}
}

/* A row without a day is a doubt, unless it may have none, as a step that was skipped has none. */
static void
note_row(struct expire *x, const struct eni_stream *in, const char *what, bool may_lack)
{
	struct trace *t = &x->trace[in->who];
	bool any = may_lack, bad = false;

	for (size_t k = 1; k <= 2; k++) {
		struct eni_when w;
		int got = eni_office_when(&x->desk.run->book.office, eni_stream_cell(in, k), &w);

		any |= got == 1;
		bad |= got == -1;
		note_day(t, w.day, what);
	}
	if (bad || !any)
		note_doubt(t, BAD_DAY, in->row.place);
}

/* What was promised counts as well as what was done. */
static int
read_journal(struct expire *x)
{
	struct eni_book *b = &x->desk.run->book;
	struct eni_touches in;
	struct eni_touch t;
	int got = eni_touches_open(&in, b, 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_NEXT);

	while (got == 0 && (got = eni_touches_next(&in, &t)) > 0) {
		uint32_t who = eni_book_find(b, t.id);

		got = 0;
		if (who >= b->clients.n)
			continue;
		note_day(&x->trace[who], t.at.day, "contact");
		note_day(&x->trace[who], eni_unpack_when(t.next).day, "contact");
		if (!eni_is_day(t.at) || t.next == ENI_PACKED_BAD)
			note_doubt(&x->trace[who], BAD_DAY, t.place);
	}
	eni_touches_close(&in);
	return got == 1 ? 0 : got;
}

static int
read_trail(struct expire *x, const struct eni_trail *trail)
{
	struct eni_book *b = &x->desk.run->book;
	const char *const names[] = {"id", trail->at, trail->further != NULL ? trail->further : " "}; /* no header is a blank */
	struct eni_stream in;
	int got = eni_stream_open(&in, b, trail->kind, names, 3);
	bool may_lack;

	if (got != 0)
		return got == 1 ? 0 : -1;
	may_lack = in.at[1] != SIZE_MAX && !eni_field_find(trail->kind, eni_str_of(trail->at))->required;
	eni_stream_people(&in, b, x->trace, sizeof *x->trace);
	while ((got = eni_stream_next(&in)) > 0)
		if (in.who < b->clients.n)
			note_row(x, &in, trail->what, may_lack);
	eni_stream_close(&in);
	return got;
}

static void
note_stay(void *to, const struct eni_stay *stay)
{
	struct expire *x = to;
	struct trace *t;

	if (stay->subject == ENI_NONE)
		return;
	t = &x->trace[stay->subject];
	t->ended |= stay->over && stay->end != ENI_NODAY;
	if (!stay->over)
		note_doubt(t, GOES_ON, stay->place);
}

/* The client's own row. */
static void
note_own(struct expire *x, uint32_t client)
{
	const struct eni_sheet *s = &x->desk.run->book.clients;
	struct trace *t = &x->trace[client];

	for (size_t i = 0; i < ENI_OWN_DAYS; i++) {
		if (eni_sheet_bad(s, x->own[i], client))
			note_doubt(t, BAD_DAY, eni_sheet_place(s, client));
		note_day(t, eni_sheet_when(s, x->own[i], client).day, eni_own_day[i]);
	}
	t->ended = eni_is_day(eni_sheet_when(s, x->own[ENI_OWN_DEATH], client));
}

static int
gather(struct expire *x)
{
	size_t n = x->desk.run->book.clients.n;

	x->trace = eni_realloc(NULL, (n + 1) * sizeof *x->trace);
	for (uint32_t c = 0; c < n; c++) {
		x->trace[c] = (struct trace){.last = ENI_NODAY};
		note_own(x, c);
	}
	if (read_journal(x) == -1)
		return -1;
	for (size_t i = 0; i < ENI_TRAILS; i++)
		if (read_trail(x, &eni_trail[i]) == -1)
			return -1;
	return eni_stays_each(&x->stays, note_stay, x);
}

/* ---- who may be listed ---- */

static void
note_present(struct expire *x)
{
	const struct eni_sheet *s = &x->desk.run->book.clients;

	for (uint32_t c = 0; c < s->n; c++)
		if (retention_of(x, c) == RETENTIONS) {
			struct eni_traits t = eni_traits_of(&x->traits, s, c);

			eni_same_add(&x->present, &t);
		}
	x->n_names = x->present.n_words;
	x->named = eni_realloc(NULL, (x->n_names + (size_t)1) * sizeof *x->named);
	x->namesake = eni_realloc(NULL, (x->present.n + 1) * sizeof *x->namesake);
	memset(x->named, 0xff, (x->n_names + (size_t)1) * sizeof *x->named); /* ENI_NONE */
	for (uint32_t p = 0; p < x->present.n; p++) {
		uint32_t *last = &x->named[x->present.person[p].name];

		x->namesake[p] = *last;
		*last = p;
	}
}

/* Alike as duplicates are, or of one name and nothing known that tells them apart: who asks again has often no more than that. */
static bool
may_be_here(struct expire *x, uint32_t client)
{
	struct eni_traits t = eni_traits_of(&x->traits, &x->desk.run->book.clients, client);
	struct eni_trait_numbers known;
	size_t n;

	eni_same_find(&x->present, &t, &n);
	if (n > 0)
		return true;
	known = eni_same_numbers(&x->present, &t);
	if (known.name == 0 || known.name > x->n_names)
		return false;
	for (uint32_t p = x->named[known.name]; p != ENI_NONE; p = x->namesake[p]) {
		unsigned agree;

		if (eni_same_clash(&x->present, &known, p, &agree) == 0)
			return true;
	}
	return false;
}

/* What the record itself leaves open. */
static enum doubt
doubt_of(struct expire *x, uint32_t client, int r)
{
	const struct eni_book *b = &x->desk.run->book;

	if (eni_book_find_id(b, eni_sheet_id(&b->clients, client)) != client ||
	    (b->clients.same != NULL && b->clients.same[client] != ENI_NONE))
		return TWINS;
	if (r == LEADS && !eni_is_day(eni_sheet_when(&b->clients, x->own[ENI_OWN_LOST], client)))
		return NO_LOSS;
	if (r == RECORDS && !x->trace[client].ended)
		return NO_END;
	return may_be_here(x, client) ? ALIKE : NO_DOUBT;
}

static void
judge(struct expire *x, uint32_t client)
{
	const struct eni_book *b = &x->desk.run->book;
	struct trace *t = &x->trace[client];
	int r = retention_of(x, client);
	struct eni_when until;

	if (r == RETENTIONS || !x->kept[r])
		return;
	until = eni_when_add((struct eni_when){t->last, ENI_NOTIME}, x->keep[r], 1);
	if (t->last != ENI_NODAY && (!eni_is_day(until) || until.day >= b->today))
		return;
	note_doubt(t, doubt_of(x, client, r), eni_sheet_place(&b->clients, client));
	if (x->n_doubts[t->doubt]++ == 0)
		x->first[t->doubt] = t->place;
	if (t->doubt != NO_DOUBT)
		return;
	x->over = eni_grow(x->over, &x->cap, x->n + 1, sizeof *x->over);
	x->over[x->n++] = (struct expiry){client, until.day};
}

/* Each doubt once, with the place of the first and how many there are. */
static void
tell_doubts(struct expire *x)
{
	for (int d = NO_DOUBT + 1; d < DOUBTS; d++)
		if (x->n_doubts[d] > 0)
			eni_aside(&x->desk.run->diag, x->first[d], doubts[d].field, "%s; %zu not listed", _(doubts[d].text),
			    x->n_doubts[d]);
}

/* Longest over first, then by id. */
static int
by_until(const void *a, const void *b, void *book)
{
	const struct expiry *x = a, *y = b;

	if (x->until != y->until)
		return x->until < y->until ? -1 : 1;
	return eni_str_cmp(eni_subject_id(book, x->client), eni_subject_id(book, y->client));
}

static void
choose(struct expire *x)
{
	struct eni_book *b = &x->desk.run->book;

	note_present(x);
	for (uint32_t c = 0; c < b->clients.n; c++)
		if (eni_subject_asked(b, c) && eni_desk_passes(&x->desk, c))
			judge(x, c);
	if (x->n > 1)
		qsort_r(x->over, x->n, sizeof *x->over, by_until, b);
	tell_unset(x);
	tell_doubts(x);
}

/* ---- the verb ---- */

static int
print_over(struct expire *x)
{
	const struct eni_book *b = &x->desk.run->book;
	struct eni_print *p = &x->print;

	eni_print_begin(p);
	for (size_t i = 0; i < x->n; i++) {
		uint32_t c = x->over[i].client;

		p->cell[ID] = eni_subject_id(b, c);
		p->cell[NAME] = eni_sheet_text(&b->clients, x->name, c);
		p->cell[STATUS] = eni_str_of(eni_word_code(ENI_V_STATUS, eni_sheet_code(&b->clients, x->status, c)));
		p->cell[LAST] = eni_print_when(p, (struct eni_when){x->trace[c].last, ENI_NOTIME});
		p->cell[WHAT] = eni_str_of(x->trace[c].what);
		p->cell[UNTIL] = eni_print_when(p, (struct eni_when){x->over[i].until, ENI_NOTIME});
		p->cell[LATE] = eni_print_count(p, b->today - x->over[i].until);
		eni_print_row(p, c);
	}
	return eni_print_end(p);
}

static int
want_columns(struct expire *x)
{
	struct eni_book *b = &x->desk.run->book;

	if (b->clients.n_headers > 0 && !eni_sheet_has_header(&b->clients, ENI_S("status")))
		return eni_fail(&x->desk.run->diag, ENI_NOWHERE, "status", "expire: the clients have no such column");
	x->name = eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW);
	x->status = eni_sheet_want(&b->clients, ENI_S("status"), ENI_AS_TYPED);
	for (size_t i = 0; i < ENI_OWN_DAYS; i++)
		x->own[i] = eni_sheet_want(&b->clients, eni_str_of(eni_own_day[i]), ENI_AS_TYPED);
	eni_traits_want(&x->traits, &b->clients);
	eni_stays_want(&x->stays, b, false);
	return 0;
}

int
eni_verb_expire(struct eni_run *run)
{
	struct expire x = {.present = {.sparing = true}};
	int rc = -1;

	if (eni_desk_open_facts(&x.desk, run, true) == 0 && read_settings(&x) == 0 && want_columns(&x) == 0 &&
	    eni_print_prepare(&x.print, run, offer, COLUMNS, &x.desk.facts) == 0 && eni_desk_where(&x.desk, false) == 0 &&
	    eni_desk_load(&x.desk) == 0 && gather(&x) == 0) {
		choose(&x);
		rc = print_over(&x);
	}
	free(x.trace);
	free(x.over);
	eni_same_free(&x.present);
	free(x.named);
	free(x.namesake);
	eni_stays_free(&x.stays);
	eni_desk_close(&x.desk);
	return rc;
}
