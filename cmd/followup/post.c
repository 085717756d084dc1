/* Tasks as pages and mail: see post.h. */
#include "cmd/followup/post.h"

#include <stdlib.h>

#include "book/touches.h"

static const struct eni_str none = {"", 0};

bool
eni_is_post(const struct eni_run *run)
{
	return run->format == ENI_TEXT_PAGE || run->format == ENI_MAIL_PAGE;
}

int
eni_post_check(struct eni_run *run)
{
	const char *wrong = run->format == ENI_MAIL_PAGE      ? NULL
			    : eni_opt(run, "each") != NULL    ? "each"
			    : eni_opt(run, "journal") != NULL ? "journal"
							      : NULL;

	return wrong == NULL ? 0 : eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s goes with -o mail", wrong);
}

/* ---- opening ---- */

/* Whether some text says how many we can take, and the book knows it. */
static bool
tells_capacity(const struct eni_post *p)
{
	const struct eni_run *run = p->w.desk.run;
	const struct eni_office *o = &run->book.office;

	return eni_office_get(o, "seats") != NULL &&
	       (o->n_seats == 0 || eni_sheet_has_header(&run->book.clients, ENI_S("weekdays")));
}

int
eni_post_want(struct eni_post *p)
{
	struct eni_run *run = p->w.desk.run;
	struct eni_sheet *s = &run->book.clients;

	if (eni_status_words_want(&p->w) == -1)
		return -1;
	p->each = eni_opt(run, "each") != NULL;
	p->reason = eni_sheet_want(s, ENI_S("reason"), ENI_AS_TYPED);
	p->visit_at = eni_sheet_want(s, ENI_S("visit_at"), ENI_AS_TYPED);
	p->visit_end = eni_sheet_want(s, ENI_S("visit_end"), ENI_AS_TYPED);
	p->first_visit = eni_sheet_want(s, ENI_S("first_visit"), ENI_AS_TYPED);
	p->reason_note = eni_sheet_want(s, ENI_S("reason_note"), ENI_AS_RAW);
	p->consent_photo = eni_sheet_want(s, ENI_S("consent_photo"), ENI_AS_TYPED);
	p->photos = eni_sheet_want(s, ENI_S("photos"), ENI_AS_RAW);
	eni_facts_need(&p->w.desk.facts, ENI_FACT_OPEN_DAYS);
	eni_facts_need(&p->w.desk.facts, ENI_FACT_FREE_SLOTS);
	eni_facts_need(&p->w.desk.facts, ENI_FACT_CAUSE_UNCLEAR);
	eni_seats_want(&run->book, &p->seats, false);
	return tells_capacity(p) ? eni_places_want(&p->places, &run->book, run->verb->name) : 0;
}

void
eni_post_close(struct eni_post *p)
{
	free(p->visit);
	free(p->known);
	eni_map_free(&p->wordless);
	eni_arena_free(&p->codes);
	eni_places_free(&p->places);
	eni_status_words_close(&p->w);
}

/* ---- the gate ---- */

/* The pass of the way a task goes: by hand of one of us, or by mail.  NULL: it must not. */
static const struct eni_pass *
pass_of(struct eni_post *p, size_t task)
{
	const struct eni_task *t = eni_post_task(p, task);
	const struct eni_rule *r = eni_post_rule(p, task);
	struct eni_standing standing = eni_facts_standing(&p->w.desk.facts, t->subject);
	struct eni_errand errand = {.way = ENI_WAY_MESSAGE,
	    .channel = t->channel,
	    .to = t->to,
	    .class = r->class,
	    .invites = r->invites,
	    .offer = r->offer};
	const struct eni_pass *pass = t->pass;

	if (p->each && eni_gate(standing, errand, &pass) == ENI_GATE_CONSENT && p->unagreed++ == 0)
		p->unagreed_at = eni_post_place(p, t->subject);
	return pass;
}

static void
tell_unagreed(struct eni_post *p)
{
	if (p->unagreed > 0)
		eni_warn(&p->w.desk.run->diag, p->unagreed_at, NULL,
		    eni_plural(p->unagreed, "consent is not given; of %zu task nothing is written",
			"consent is not given; of %zu tasks, the first of them here, nothing is written"),
		    p->unagreed);
}

/* ---- out ---- */

/* Who the message is to and what it answers: the same task has the same identity until it was answered (decision 12). */
static struct eni_str
identity(struct eni_post *p, const size_t *at, size_t n)
{
	struct eni_buf b = {0};
	char day[ENI_WHEN_TEXT];

	for (size_t i = 0; i < n; i++) {
		const struct eni_task *t = eni_post_task(p, at[i]);
		struct eni_str id = eni_subject_id(&p->w.desk.run->book, t->subject), rule = eni_post_rule(p, at[i])->id;

		eni_when_format(t->anchor, day);
		eni_buf_printf(
		    &b, "%.*s\t%.*s\t%s\t%lu\t%d\n", (int)id.n, id.p, (int)rule.n, rule.p, day, (unsigned long)t->answers, t->to);
		if (t->row != ENI_NONE)
			eni_buf_printf(&b, "%lu\n", (unsigned long)t->row);
	}
	return eni_post_keep(p, &b);
}

/* A page with an open place is filled in by hand; a mail would leave as it is. */
static bool
has_open_place(struct eni_post *p, uint32_t subject, struct eni_str text)
{
	struct eni_book *b = &p->w.desk.run->book;
	struct eni_str id = eni_book_said(b, eni_subject_id(b, subject));

	if (!p->each || (text.n == 0 || memmem(text.p, text.n, "____", 4) == NULL))
		return false;
	eni_warn(&p->w.desk.run->diag, eni_post_place(p, subject), NULL, "%.*s: words with an open place are not mailed", (int)id.n,
	    id.p);
	return true;
}

static void
put(void *arg, const size_t *at, size_t n)
{
	struct eni_post *p = arg;
	struct eni_letters *l = &p->w.letters;
	const struct eni_task *t = eni_post_task(p, at[0]);
	struct eni_letter x = {0};
	size_t *may, kept = 0;

	if (p->each && t->channel != ENI_CHANNEL_EMAIL)
		return;
	may = eni_realloc(NULL, (n + 1) * sizeof *may);
	for (size_t i = 0; i < n; i++) {
		const struct eni_pass *pass = pass_of(p, at[i]);

		if (pass == NULL)
			continue;
		x.pass = pass;
		may[kept++] = at[i];
	}
	if (kept > 0)
		t = eni_post_task(p, may[0]);
	x.subject = t->subject;
	if (kept > 0 && p->each)
		x.address = eni_letters_mailable(l, t->subject, t->to);
	if (kept > 0 && (!p->each || x.address.n > 0))
		x.text = eni_post_page(p, may, kept, &x.heading);
	if (x.text.n > 0 && !has_open_place(p, t->subject, x.text)) {
		x.identity = identity(p, may, kept);
		eni_letters_put(l, &x);
		for (size_t i = 0; i < kept && p->each; i++)
			eni_status_note(&p->w, eni_post_task(p, may[i])->subject, eni_post_rule(p, may[i])->id, ENI_CHANNEL_EMAIL,
			    eni_post_task(p, may[i])->to, eni_post_task(p, may[i])->anchor, eni_post_task(p, may[i])->story);
	}
	free(may);
	eni_arena_reset(&l->page.row);
}

/* A letter has one matter, from its salutation to its signature: one of sympathy and one of thanks to the same daughter are two,
 * though they may go in one envelope.  Anything else is said at once. */
static void
put_line(void *arg, const size_t *at, size_t n)
{
	struct eni_post *p = arg;

	if (eni_channel_medium(eni_post_task(p, at[0])->channel) != ENI_MEDIUM_LETTER) {
		put(p, at, n);
		return;
	}
	for (size_t i = 0; i < n; i++)
		put(p, &at[i], 1);
}

static void
go_through(struct eni_post *p, struct eni_tasks *tasks, eni_tasks_line *each, void *arg)
{
	if (p->merged)
		eni_tasks_merge(tasks, &p->w.desk.people, each, arg);
	for (size_t i = 0; i < tasks->n && !p->merged; i++)
		each(arg, &i, 1);
}

/* ---- the digest ---- */

struct digest {
	struct eni_post *post;
	struct eni_buf lines, jobs;
	size_t n;
	const struct eni_pass *pass;
};

static void
add_entry(void *arg, const size_t *at, size_t n)
{
	struct digest *d = arg;
	struct eni_post *p = d->post;
	struct eni_letters *l = &p->w.letters;
	const struct eni_people *people = &p->w.desk.people;
	const struct eni_task *t = eni_post_task(p, at[0]);
	struct eni_str who = eni_people_who(people, t->subject, t->to), id = identity(p, at, n);
	struct eni_blank blank[ENI_BLANKS];

	eni_letters_blanks(l, blank);
	eni_post_about(p, at, n, blank);
	if (eni_people_is_house(people, t->subject, t->to))
		blank[ENI_BLANK_WHO].value = eni_page_line(&l->page, who);
	else if (!eni_str_is(who, "-"))
		blank[ENI_BLANK_WHO].value = eni_post_short_name(p, eni_page_line(&l->page, who));
	blank[ENI_BLANK_NAME].value = n == 1 ? eni_post_subject(p, at[0], false) : none;
	blank[ENI_BLANK_TOPICS].value = eni_post_topics(p, at, n, false);
	if (eni_opt(p->w.desk.run, "full-names") != NULL) {
		blank[ENI_BLANK_VIA].value = eni_page_shown(&l->page, eni_people_via(people, t->subject, t->to, t->channel));
		blank[ENI_BLANK_ORG].value = eni_page_shown(&l->page, eni_people_org(people, t->subject, t->to));
	}
	if (d->n++ > 0)
		eni_buf_add(&d->lines, ENI_S("\n\n"));
	eni_buf_add(&d->lines, eni_letters_fill(l, "digest-line", blank));
	eni_buf_add(&d->jobs, id);
	d->pass = t->pass;
	eni_arena_reset(&l->page.row);
}

static const char *
digest_rule(const struct eni_post *p)
{
	return p->merged ? "digest-merged" : "digest"; /* what the journal calls it */
}

/* 1: the journal has the digest of this day; 0; -1. */
static int
was_sent(struct eni_post *p)
{
	struct eni_book *b = &p->w.desk.run->book;
	struct eni_touches journal;
	struct eni_touch t;
	int got, found = 0;

	if (eni_opt(p->w.desk.run, "journal") == NULL)
		return 0;
	got = eni_touches_open(&journal, b, 1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_RULE);
	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_touches_next(&journal, &t)) > 0)
		found |=
		    t.at.day == b->today && eni_str_is(t.rule, digest_rule(p)) && eni_book_find(b, t.id) == eni_subject_office(b);
	eni_touches_close(&journal);
	return got == -1 ? -1 : found;
}

/* mail.to: one address, or a list of them. */
static struct eni_str
staff_addresses(struct eni_post *p)
{
	struct eni_run *run = p->w.desk.run;
	const struct eni_node *to = eni_office_get(&run->book.office, "mail.to");
	size_t n = to == NULL ? 0 : to->type == ENI_SCALAR ? 1 : to->n;
	struct eni_buf all = {0};

	for (size_t i = 0; i < n; i++) {
		struct eni_str address = eni_mail_address(eni_node_text(to->type == ENI_SCALAR ? to : to->item[i]));

		if (!eni_mail_address_ok(address))
			n = 0;
		eni_buf_printf(&all, "%s%.*s", i == 0 ? "" : ",\n ", (int)address.n, address.p);
	}
	if (n == 0) {
		eni_buf_free(&all);
		eni_fail(&run->diag, eni_at(run->book.office.file, to == NULL ? 0 : to->line), "mail.to",
		    "want the address the list goes to, as in mail: {to: staff@example.org}, or a list of such");
		return none;
	}
	return eni_post_keep(p, &all);
}

static int
put_digest(struct eni_post *p, struct eni_tasks *tasks)
{
	struct eni_run *run = p->w.desk.run;
	struct eni_letters *l = &p->w.letters;
	struct eni_letter x = {.subject = ENI_NONE, .address = staff_addresses(p)};
	struct digest d = {.post = p};
	struct eni_blank blank[ENI_BLANKS];
	char day[ENI_WHEN_TEXT];
	int sent = x.address.n == 0 ? -1 : was_sent(p);

	if (sent != 0)
		return sent == -1 ? -1
				  : eni_warn(&run->diag, ENI_NOWHERE, NULL,
					"the journal has the list of this day as mailed; not printed again");
	x.address = eni_arena_keep(&run->arena, x.address);
	go_through(p, tasks, add_entry, &d);
	if (d.n > 0) {
		eni_letters_blanks(l, blank);
		blank[ENI_BLANK_LINES].value = eni_buf_str(&d.lines);
		blank[ENI_BLANK_COUNT].value = eni_arena_printf(&l->page.row, "%zu", d.n);
		blank[ENI_BLANK_TODAY].value = eni_page_when(&l->page, (struct eni_when){run->now.day, ENI_NOTIME});
		eni_when_format((struct eni_when){run->now.day, ENI_NOTIME}, day);
		eni_buf_printf(&d.jobs, "%s %s", digest_rule(p), day);
		x.pass = d.pass;
		x.heading = eni_letters_fill(l, "digest-subject", blank);
		x.text = eni_letters_fill(l, "digest", blank);
		x.identity = eni_arena_keep(&l->page.row, eni_buf_str(&d.jobs));
		eni_letters_put(l, &x);
		eni_status_note(&p->w, eni_subject_office(&run->book), eni_str_of(digest_rule(p)), ENI_CHANNEL_EMAIL, ENI_TO_STAFF,
		    run->now, NULL);
	}
	eni_buf_free(&d.lines);
	eni_buf_free(&d.jobs);
	return 0;
}

/* ---- all of it ---- */

/* A row that cannot say which visit it answers counts for the oldest one, and the mail would go out again. */
static int
can_journal(struct eni_post *p)
{
	struct eni_run *run = p->w.desk.run;
	int anchored = !p->each || eni_opt(run, "journal") == NULL
			   ? 1
			   : eni_journal_has_anchor(&run->book, eni_opt(run, "add-columns") != NULL);

	for (size_t i = 0; anchored == 0 && i < p->tasks->n; i++)
		if (eni_post_task(p, i)->channel == ENI_CHANNEL_EMAIL && eni_post_task(p, i)->row != ENI_NONE)
			return eni_fail(&run->diag, ENI_NOWHERE, "anchor",
			    "the journal has no such column, so that --journal cannot say which visit or incident it means; "
			    "--add-columns adds it");
	return anchored == -1 ? -1 : 0;
}

int
eni_post_tasks(struct eni_post *p, struct eni_print *print, struct eni_tasks *tasks, bool merged)
{
	p->w.letters.print = print;
	p->tasks = tasks;
	p->merged = merged;
	if (p->places.n > 0)
		eni_places_count(&p->places);
	if (can_journal(p) == -1)
		return -1;
	eni_letters_begin(&p->w.letters);
	if (p->w.desk.run->format == ENI_MAIL_PAGE && !p->each) {
		if (put_digest(p, tasks) == -1)
			return -1;
	} else {
		if (eni_post_read(p) == -1 || eni_post_read_journal(p) == -1)
			return -1;
		go_through(p, tasks, put_line, p);
		tell_unagreed(p);
	}
	return eni_letters_end(&p->w.letters) == -1 ? -1 : eni_status_journal(&p->w);
}
