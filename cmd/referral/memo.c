/* referral memo: the visits not reported yet, each care manager once. */
#include <stdlib.h>

#include "cli/client_report.h"
#include "cmd/referral/verbs.h"

enum { MEMO_ID, MEMO_TO, MEMO_WHO, MEMO_CHANNEL, MEMO_COUNT, MEMO_TOPICS, MEMO_VIA, MEMO_ORG, MEMO_NAMES, MEMO_TEXT, MEMO_COLUMNS };
static const struct eni_offer offer[] = {[MEMO_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MEMO_TO] = {"to", ENI_COL_TEXT, ENI_V_TO, 5},
    [MEMO_WHO] = {"who", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MEMO_CHANNEL] = {"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0},
    [MEMO_COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MEMO_TOPICS] = {"topics", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MEMO_VIA] = {"via", ENI_COL_TEXT, ENI_V_NONE, 2},
    [MEMO_ORG] = {"org", ENI_COL_TEXT, ENI_V_NONE, 1},
    [MEMO_NAMES] = {"names", ENI_COL_TEXT, ENI_V_NONE, 3},
    [MEMO_TEXT] = {"text", ENI_COL_TEXT, ENI_V_NONE, 4}};
ENI_ROW_FOR_EACH(offer, MEMO_COLUMNS);

/* The visits of one client, for one care manager. */
struct part {
	uint32_t client, partner; /* partner ENI_NONE: a name not on file */
	struct eni_str who;
	size_t from, n; /* visits of the status */
	const struct eni_pass *pass;
};

struct memo {
	struct eni_status_words w;
	struct part *part;
	size_t n, cap;
};

/* ---- what is reported to whom ---- */

static const struct eni_pass *
pass_of(struct memo *m, uint32_t client)
{
	struct eni_book *b = &m->w.desk.run->book;
	const struct eni_pass *pass = eni_desk_passes(&m->w.desk, client) ? eni_status_pass(&m->w, client) : NULL;

	if (pass == NULL || !eni_str_is(eni_people_who(&m->w.desk.people, client, ENI_TO_CAREMANAGER), "-"))
		return pass;
	eni_warn(b->diag, eni_sheet_place(&b->clients, client), "caremanager",
	    "is not on file among the referrers; the visits cannot be reported");
	return NULL;
}

/* Moves the visits that may be reported to the front, client by client. */
static void
find_parts(struct memo *m)
{
	struct eni_status *s = &m->w.status;
	size_t kept = 0;

	for (size_t i = 0, end; i < s->n; i = end) {
		uint32_t client = s->visit[i].client;
		const struct eni_pass *pass;
		struct part *p;

		for (end = i; end < s->n && s->visit[end].client == client;)
			end++;
		if ((pass = pass_of(m, client)) == NULL)
			continue;
		m->part = eni_grow(m->part, &m->cap, m->n + 1, sizeof *m->part);
		p = &m->part[m->n++];
		*p = (struct part){client, eni_people_partner(&m->w.desk.people, client, ENI_TO_CAREMANAGER),
		    eni_people_who(&m->w.desk.people, client, ENI_TO_CAREMANAGER), kept, end - i, pass};
		memmove(&s->visit[kept], &s->visit[i], p->n * sizeof *s->visit);
		kept += p->n;
	}
	s->n = kept;
	eni_status_report_unasked(&m->w);
}

static bool
same_reader(const struct part *a, const struct part *b)
{
	return a->partner == b->partner && (a->partner != ENI_NONE || eni_str_eq(a->who, b->who));
}

/* Care managers by id, those who are but a name behind them; the clients of each by id. */
static int
by_reader(const void *a, const void *b, void *arg)
{
	const struct eni_book *book = arg;
	const struct part *x = a, *y = b;
	int c = 0;

	if ((x->partner == ENI_NONE) != (y->partner == ENI_NONE))
		return x->partner == ENI_NONE ? 1 : -1;
	if (x->partner != ENI_NONE)
		c = eni_str_cmp(eni_sheet_id(&book->referrers, x->partner), eni_sheet_id(&book->referrers, y->partner));
	else
		c = eni_str_cmp(x->who, y->who);
	if (c == 0)
		c = eni_str_cmp(eni_subject_id(book, x->client), eni_subject_id(book, y->client));
	return c != 0 ? c : (x->client > y->client) - (x->client < y->client);
}

/* ---- one care manager ---- */

static struct eni_str
keep(struct eni_letters *l, struct eni_buf *b)
{
	struct eni_str s = eni_arena_keep(&l->page.row, eni_buf_str(b));

	b->n = 0;
	return s;
}

/* rule:id for each visit, as followup done reads them. */
static struct eni_str
topics(struct memo *m, const struct part *p, size_t n, struct eni_buf *b)
{
	const struct eni_book *book = &m->w.desk.run->book;

	for (size_t i = 0; i < n; i++)
		for (size_t k = p[i].from; k < p[i].from + p[i].n; k++) {
			struct eni_str rule = m->w.desk.rules.rule[m->w.status.visit[k].rule]->id,
				       id = eni_subject_id(book, p[i].client);

			eni_buf_printf(b, "%s%.*s:%.*s", b->n == 0 ? "" : " ", (int)rule.n, rule.p, (int)id.n, id.p);
		}
	return keep(&m->w.letters, b);
}

static struct eni_str
names(struct memo *m, const struct part *p, size_t n, struct eni_buf *b)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			eni_buf_char(b, ' ');
		eni_buf_add(b, eni_people_name(&m->w.desk.people, p[i].client));
	}
	return keep(&m->w.letters, b);
}

static bool
one_looks_after(const struct memo *m, const struct part *p, size_t n)
{
	const struct eni_people *people = &m->w.desk.people;

	for (size_t i = 1; i < n; i++)
		if (!eni_str_eq(
			eni_people_who(people, p[0].client, ENI_TO_STAFF), eni_people_who(people, p[i].client, ENI_TO_STAFF)))
			return false;
	return true;
}

/* The memos of all clients, and the page around them. */
static struct eni_str
page_text(struct memo *m, const struct part *p, size_t n, struct eni_str *heading)
{
	struct eni_letters *l = &m->w.letters;
	struct eni_blank blank[ENI_BLANKS];
	struct eni_buf lines = {0};
	struct eni_str text;

	eni_status_page(&m->w);
	for (size_t i = 0; i < n; i++) {
		eni_status_blanks(&m->w, p[i].client, p[i].from, p[i].n, blank);
		eni_buf_printf(&lines, "%s", i == 0 ? "" : "\n\n");
		text = eni_letters_fill(l, "memo", blank);
		eni_buf_add(&lines, text);
	}
	eni_letters_blanks(l, blank);
	if (one_looks_after(m, p, n))
		eni_letters_person(l, p->client, blank);
	eni_status_person(&m->w, p->from, p->n, &blank[ENI_BLANK_PERSON]);
	blank[ENI_BLANK_WHO].value = eni_letters_who(l, p->client, ENI_TO_CAREMANAGER);
	blank[ENI_BLANK_DEAR].value = eni_letters_dear(l, p->client, ENI_TO_CAREMANAGER);
	blank[ENI_BLANK_ORG].value = eni_letters_house(l, p->client, ENI_TO_CAREMANAGER);
	eni_letters_is(&blank[ENI_BLANK_KNOWN], true); /* we visit their clients */
	eni_letters_greet(l, blank);
	blank[ENI_BLANK_COUNT].value = eni_arena_printf(&l->page.row, "%zu", n);
	blank[ENI_BLANK_LINES].value = keep(l, &lines);
	eni_buf_free(&lines);
	*heading = eni_letters_fill(l, "memo-subject", blank);
	return eni_letters_fill(l, "memo-page", blank);
}

static void
fill_cells(struct memo *m, const struct part *p, size_t n, int channel, struct eni_str text)
{
	struct eni_print *print = &m->w.print;
	const struct eni_people *people = &m->w.desk.people;
	size_t visits = 0;
	struct eni_buf b = {0};

	for (size_t i = 0; i < n; i++)
		visits += p[i].n;
	print->cell[MEMO_ID] = p->partner == ENI_NONE ? ENI_S("-") : eni_sheet_id(&m->w.desk.run->book.referrers, p->partner);
	print->cell[MEMO_TO] = eni_str_of(eni_word_code(ENI_V_TO, ENI_TO_CAREMANAGER));
	print->cell[MEMO_WHO] = p->who;
	print->cell[MEMO_CHANNEL] = eni_str_of(eni_word_code(ENI_V_CHANNEL, channel));
	print->cell[MEMO_COUNT] = eni_print_count(print, (int64_t)visits);
	print->cell[MEMO_TOPICS] = topics(m, p, n, &b);
	print->cell[MEMO_VIA] = eni_people_via(people, p->client, ENI_TO_CAREMANAGER, channel);
	print->cell[MEMO_ORG] = eni_people_org(people, p->client, ENI_TO_CAREMANAGER);
	print->cell[MEMO_NAMES] = names(m, p, n, &b);
	print->cell[MEMO_TEXT] = text;
	eni_buf_free(&b);
}

static void
report(struct memo *m, const struct part *p, size_t n)
{
	struct eni_status_words *w = &m->w;
	bool mail = w->desk.run->format == ENI_MAIL_PAGE;
	struct eni_letter x = {.pass = p->pass, .subject = p->client};
	int channel =
	    mail ? ENI_CHANNEL_EMAIL : eni_people_channel(&w->desk.people, p->client, ENI_TO_CAREMANAGER, ENI_CHANNEL_PREFER);

	if (mail && (x.address = eni_letters_mailable(&w->letters, p->client, ENI_TO_CAREMANAGER)).n == 0)
		return;
	x.text = page_text(m, p, n, &x.heading);
	if (!mail)
		fill_cells(m, p, n, channel, x.text);
	eni_letters_put(&w->letters, &x);
	for (size_t i = 0; i < n; i++)
		for (size_t k = p[i].from; k < p[i].from + p[i].n; k++) {
			const struct eni_status_visit *v = &w->status.visit[k];

			eni_status_note(
			    w, p[i].client, w->desk.rules.rule[v->rule]->id, channel, ENI_TO_CAREMANAGER, v->date, NULL);
		}
}

/* ---- the verb ---- */

/* A visit without a readable day is in no memo, and is to be mended. */
static void
tell_pending(const struct memo *m)
{
	const struct eni_facts *f = &m->w.desk.facts;

	for (size_t i = 0; i < f->n_pending; i++)
		if (strcmp(f->pending[i].field, "date") == 0 && eni_subject_asked(f->book, f->pending[i].subject))
			eni_aside(f->diag, f->pending[i].place, "date", "want a day such as 2026-04-01");
}

/* A row that cannot say which visit it reports counts for the oldest one; where old ones were never reported it would be lost on
 * those, and the same memo would be printed again. */
static int
can_journal(struct memo *m)
{
	struct eni_run *run = m->w.desk.run;
	int anchored =
	    eni_opt(run, "journal") == NULL ? 1 : eni_journal_has_anchor(&run->book, eni_opt(run, "add-columns") != NULL);

	for (size_t i = 0; anchored == 0 && i < m->n; i++)
		if (m->w.status.backlog[m->part[i].client])
			return eni_fail(&run->diag, ENI_NOWHERE, "anchor",
			    "the journal has no such column and older visits were never reported, so that --journal cannot say "
			    "which "
			    "visit it means; --add-columns adds it");
	return anchored == -1 ? -1 : 0;
}

int
eni_verb_memo(struct eni_run *run)
{
	struct memo m = {0};
	int rc = -1;

	if (eni_status_words_open(&m.w, run, offer, eni_letters_columns(run, MEMO_COLUMNS), false) == -1 ||
	    eni_status_words_load(&m.w) == -1 || eni_status_unreported(&m.w.status) == -1)
		goto done;
	tell_pending(&m);
	find_parts(&m);
	if (can_journal(&m) == -1 || eni_status_read(&m.w.status, m.w.status.n) == -1)
		goto done;
	if (m.n > 1)
		qsort_r(m.part, m.n, sizeof *m.part, by_reader, &run->book);
	eni_letters_begin(&m.w.letters);
	for (size_t i = 0, end; i < m.n; i = end) {
		for (end = i + 1; end < m.n && same_reader(&m.part[i], &m.part[end]);)
			end++;
		report(&m, &m.part[i], end - i);
	}
	rc = eni_letters_end(&m.w.letters) == -1 ? -1 : eni_status_journal(&m.w);
done:
	free(m.part);
	eni_status_words_close(&m.w);
	return rc;
}
