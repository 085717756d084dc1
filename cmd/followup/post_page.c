/* The page of a line of tasks: see post.h. */
#include "cmd/followup/post.h"

#include <stdlib.h>

#include "base/text.h"

enum { PAGE_WIDTH = 76 }; /* columns of a printed page */

/* The layout of a page. */
static const char *const layout[] = {[ENI_MEDIUM_CALL] = "page-call",
    [ENI_MEDIUM_FAX] = "page-fax",
    [ENI_MEDIUM_LETTER] = "page-letter",
    [ENI_MEDIUM_MESSAGE] = "page-message",
    [ENI_MEDIUM_VISIT] = "page-visit",
    [ENI_MEDIUM_TASK] = "page-task"};
ENI_ROW_FOR_EACH(layout, ENI_MEDIA);

static const struct eni_str none = {"", 0};

static struct eni_str
label(const struct eni_post *p, const char *kind, struct eni_str code)
{
	return eni_texts_label(&p->w.letters.page.texts, kind, code, p->w.desk.run->lang);
}

/* ---- one text ---- */

/* A code without words. */
static void
tell_wordless(struct eni_post *p, struct eni_str say)
{
	if (eni_map_get(&p->wordless, say) != ENI_NONE)
		return;
	eni_map_add(&p->wordless, eni_arena_keep(&p->codes, say), 0);
	eni_warn(&p->w.desk.run->diag, ENI_NOWHERE, "say", "%.*s: there are no such words; words: in office.yaml can have them",
	    (int)say.n, say.p);
}

static struct eni_str
words_of_task(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	struct eni_str say = eni_post_task(p, task)->say, text;

	eni_post_blanks(p, task, blank);
	text = eni_letters_fill_to(&p->w.letters, say, eni_post_task(p, task)->to, blank);
	if (eni_str_is(say, "memo")) /* a form, without a greeting */
		text = eni_page_below(&p->w.letters.page, eni_letters_fill(&p->w.letters, "memo-opening", blank), text);
	if (text.n == 0)
		tell_wordless(p, say);
	return text;
}

/* Whoever makes one call, or writes one letter, is one of us: several who look after the clients are nobody's name on it. */
static bool
looked_after_apart(const struct eni_post *p, const size_t *at, size_t n)
{
	const struct eni_people *people = &p->w.desk.people;
	struct eni_str first = eni_people_who(people, eni_post_task(p, at[0])->subject, ENI_TO_STAFF);

	for (size_t i = 1; i < n; i++)
		if (!eni_str_eq(first, eni_people_who(people, eni_post_task(p, at[i])->subject, ENI_TO_STAFF)))
			return true;
	return false;
}

static bool
holds(struct eni_str text, struct eni_str piece)
{
	return piece.n > 0 && text.n >= piece.n && memmem(text.p, text.n, piece.p, piece.n) != NULL;
}

/* How many tasks from i on are one memo: the visits of one client. */
static size_t
memo_run(const struct eni_post *p, const size_t *at, size_t n, size_t i)
{
	size_t run = 1;

	while (p->visit[at[i]] != SIZE_MAX && i + run < n && p->visit[at[i + run]] == p->visit[at[i]] + run &&
	       eni_post_task(p, at[i])->subject == eni_post_task(p, at[i + run])->subject &&
	       eni_str_is(eni_post_task(p, at[i + run])->say, "memo") && eni_str_is(eni_post_task(p, at[i])->say, "memo"))
		run++;
	return run;
}

/* The texts of the tasks of one page; what one has said already the next does not say again: three calls about one trial ask
 * once how it goes. */
static struct eni_str
lines_of(struct eni_post *p, const size_t *at, size_t n, struct eni_blank first[ENI_BLANKS])
{
	struct eni_letters *l = &p->w.letters;
	struct eni_buf all = {0};

	p->apart = looked_after_apart(p, at, n);
	eni_status_page(&p->w);
	for (size_t i = 0; i < n; i += p->visits) {
		struct eni_blank blank[ENI_BLANKS], *b = i == 0 ? first : blank;
		struct eni_str text;
		struct eni_said said;
		struct eni_buf rest = {0};

		p->visits = memo_run(p, at, n, i);
		text = words_of_task(p, at[i + p->visits - 1], b);
		said = (struct eni_said){eni_buf_str(&all), b[ENI_BLANK_WHO].value,
		    {b[ENI_BLANK_OFFICE].value, b[ENI_BLANK_PERSON].value, b[ENI_BLANK_PHONE].value}};
		if (all.n == 0)
			eni_buf_add(&rest, text);
		else
			eni_texts_again(&rest, &l->page.texts, text, &said, p->w.desk.run->lang);
		if (all.n > 0 && holds(said.text, eni_buf_str(&rest)))
			rest.n = 0;
		if (all.n > 0 && rest.n > 0)
			eni_buf_add(&all, ENI_S("\n\n"));
		eni_buf_add(&all, eni_buf_str(&rest));
		eni_buf_free(&rest);
	}
	return eni_post_keep(p, &all);
}

/* A task's place among what is told: bad news first, and the visits of one client together. */
struct telling {
	bool news; /* good or none */
	size_t with, nth;
};

static int
in_telling_order(const void *a, const void *b)
{
	const struct telling *x = a, *y = b;

	if (x->news != y->news)
		return x->news ? 1 : -1;
	if (x->with != y->with)
		return x->with < y->with ? -1 : 1;
	return (x->nth > y->nth) - (x->nth < y->nth);
}

/* The first of the tasks that is about a visit of the same client. */
static size_t
first_visit_of(const struct eni_post *p, const size_t *at, size_t i)
{
	size_t k = 0;

	while (k < i && (p->visit[at[k]] == SIZE_MAX || p->visit[at[i]] == SIZE_MAX ||
			    eni_post_task(p, at[k])->subject != eni_post_task(p, at[i])->subject))
		k++;
	return k;
}

/* The tasks of a page in the order in which they are told. */
static const size_t *
told_order(struct eni_post *p, const size_t *at, size_t n)
{
	struct telling *telling = eni_arena_take(&p->w.letters.page.row, (n + 1) * sizeof *telling);
	size_t *order = eni_arena_take(&p->w.letters.page.row, (n + 1) * sizeof *order);

	for (size_t i = 0; i < n; i++)
		telling[i] = (struct telling){eni_post_rule(p, at[i])->subject != ENI_FOR_INCIDENTS, first_visit_of(p, at, i), i};
	qsort(telling, n, sizeof *telling, in_telling_order);
	for (size_t i = 0; i < n; i++)
		order[i] = at[telling[i].nth];
	return order;
}

/* Who we are, below a text, as far as it does not say so itself. */
static struct eni_str
signature(struct eni_post *p, struct eni_str lines, const struct eni_blank blank[ENI_BLANKS])
{
	struct eni_blank own[ENI_BLANKS];
	const char *last = lines.n == 0 ? NULL : memrchr(lines.p, '\n', lines.n);

	if (holds(lines, blank[ENI_BLANK_PHONE].value))
		return none;
	memcpy(own, blank, sizeof own);
	if (last != NULL && holds(eni_str_from(lines, (size_t)(last - lines.p)), own[ENI_BLANK_OFFICE].value))
		own[ENI_BLANK_OFFICE].value = none;
	return eni_letters_fill(&p->w.letters, "sign", own);
}

/* ---- the page around it ---- */

static struct eni_str
title_of(const struct eni_post *p, const size_t *at, size_t n)
{
	struct eni_str say = n == 1 ? eni_post_task(p, at[0])->say : none, title = label(p, "title", say);

	return eni_str_eq(title, say) ? label(p, "title", ENI_S("none")) : title;
}

/* D134:hospital-monthly, as followup done reads it. */
static struct eni_str
jobs(struct eni_post *p, const size_t *at, size_t n)
{
	struct eni_buf b = {0};

	for (size_t i = 0; i < n; i++) {
		struct eni_str id = eni_subject_id(&p->w.desk.run->book, eni_post_task(p, at[i])->subject),
			       rule = eni_post_rule(p, at[i])->id;

		eni_buf_printf(&b, "%s%.*s:%.*s", i == 0 ? "" : " ", (int)id.n, id.p, (int)rule.n, rule.p);
	}
	return eni_post_keep(p, &b);
}

/* The day the rule counts from and what happened then: "leaving date 2026-08-31". */
static struct eni_str
because(struct eni_post *p, size_t task)
{
	const struct eni_rule *r = eni_post_rule(p, task);
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_str field = eni_facts_anchor_field(&p->w.desk.facts, t->rule, t->subject);
	enum eni_kind kind = r->subject == ENI_FOR_REFERRERS   ? ENI_REFERRERS
			     : r->subject == ENI_FOR_VISITS    ? ENI_VISITS
			     : r->subject == ENI_FOR_INCIDENTS ? ENI_INCIDENTS
			     : r->subject == ENI_FOR_CONTACTS  ? ENI_CONTACTS
							       : ENI_CLIENTS;
	struct eni_when day = {t->anchor.day, ENI_NOTIME};
	const struct eni_wording w = {&p->w.letters.page.texts, p->w.desk.run->lang, p->w.desk.run->now.day};
	struct eni_blank blank[ENI_BLANKS];
	struct eni_buf name = {0};

	if (field.n == 0)
		return none;
	eni_letters_blanks(&p->w.letters, blank);
	eni_word_field(&name, &w, field, kind);
	blank[ENI_BLANK_KIND].value = eni_post_keep(p, &name);
	blank[ENI_BLANK_DATE].value = eni_page_when(&p->w.letters.page, day);
	return eni_letters_fill(&p->w.letters, "because", blank);
}

/* Initials, where the way is long and open. */
struct eni_str
eni_post_short_name(struct eni_post *p, struct eni_str name)
{
	struct eni_buf b = {0};

	if (eni_opt(p->w.desk.run, "full-names") != NULL)
		return name;
	eni_initials(&b, name, p->w.desk.run->lang);
	return eni_post_keep(p, &b);
}

/* Whom a task is about, where that is not who it goes to. */
struct eni_str
eni_post_subject(struct eni_post *p, size_t task, bool full)
{
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_letters *l = &p->w.letters;
	struct eni_str name = eni_page_line(&l->page, eni_people_name(&p->w.desk.people, t->subject));

	if (eni_subject_is_client(&p->w.desk.run->book, t->subject))
		return full ? eni_letters_name(l, t->subject) : eni_post_short_name(p, name);
	if (!eni_subject_is_referrer(&p->w.desk.run->book, t->subject) || eni_to_is_partner(t->to))
		return none;
	return eni_page_shown(&l->page, eni_people_org(&p->w.desk.people, t->subject, t->to));
}

/* Whether an earlier task of the page has the same topic. */
static bool
is_named(const struct eni_post *p, const size_t *at, size_t i)
{
	const struct eni_task *t = eni_post_task(p, at[i]);
	size_t k = 0;

	while (k < i && (eni_post_task(p, at[k])->subject != t->subject || !eni_str_eq(eni_post_task(p, at[k])->say, t->say)))
		k++;
	return k < i;
}

/* What several tasks on one page are about, each with whom. */
struct eni_str
eni_post_topics(struct eni_post *p, const size_t *at, size_t n, bool full)
{
	struct eni_str join = label(p, "join", ENI_S("list"));
	struct eni_buf b = {0};

	for (size_t i = 0; n > 1 && i < n; i++) {
		struct eni_str name = eni_post_subject(p, at[i], full);

		if (is_named(p, at, i))
			continue;
		eni_buf_add(&b, i == 0 ? none : join);
		eni_buf_add(&b, title_of(p, &at[i], 1));
		if (name.n > 0)
			eni_buf_char(&b, ' ');
		eni_buf_add(&b, name);
	}
	return eni_post_keep(p, &b);
}

static int
sharing(const struct eni_post *p, const size_t *at, size_t n)
{
	int found = 0;

	for (size_t i = 0; i < n && found == 0; i++)
		found = eni_facts_sharing(&p->w.desk.facts, eni_post_task(p, at[i])->subject, eni_post_task(p, at[i])->to);
	return found;
}

/* What pages and the digest's entries say of a line of tasks: when, why, how; not whom. */
void
eni_post_about(struct eni_post *p, const size_t *at, size_t n, struct eni_blank blank[ENI_BLANKS])
{
	struct eni_letters *l = &p->w.letters;
	const struct eni_task *t = eni_post_task(p, at[0]);

	blank[ENI_BLANK_TITLE].value = title_of(p, at, n);
	blank[ENI_BLANK_CHANNEL].value = label(p, "channel", eni_str_of(eni_word_code(ENI_V_CHANNEL, t->channel)));
	blank[ENI_BLANK_TO].value = label(p, "to", eni_str_of(eni_word_code(ENI_V_TO, t->to)));
	blank[ENI_BLANK_WHEN].value = eni_page_when(&l->page, t->due);
	blank[ENI_BLANK_LATE].value = t->late > 0 ? eni_arena_printf(&l->page.row, "%ld", (long)t->late) : none;
	blank[ENI_BLANK_JOB].value = jobs(p, at, n);
	blank[ENI_BLANK_SHARING].value = eni_letters_sharing(l, sharing(p, at, n));
	blank[ENI_BLANK_TODAY].value = eni_page_when(&l->page, (struct eni_when){p->w.desk.run->now.day, ENI_NOTIME});
}

static bool
needs_via(enum eni_medium medium)
{
	return medium == ENI_MEDIUM_CALL || medium == ENI_MEDIUM_FAX || medium == ENI_MEDIUM_LETTER;
}

static bool
is_spoken_to(enum eni_medium medium)
{
	return medium == ENI_MEDIUM_CALL || medium == ENI_MEDIUM_VISIT;
}

/* To whom, and how to reach them.  A house is addressed as one in writing alone (御中). */
static void
fill_reader(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_task *t = eni_post_task(p, task);
	const struct eni_people *people = &p->w.desk.people;
	struct eni_page *page = &p->w.letters.page;

	blank[ENI_BLANK_WHO].value = eni_post_who(p, task, true);
	if (is_spoken_to(eni_channel_medium(t->channel)) && eni_people_is_house(people, t->subject, t->to))
		blank[ENI_BLANK_WHO].value = eni_page_shown(page, eni_people_org(people, t->subject, t->to));
	blank[ENI_BLANK_VIA].value = eni_page_shown(page, eni_people_via(people, t->subject, t->to, t->channel));
	if (needs_via(eni_channel_medium(t->channel)) && t->to != ENI_TO_STAFF)
		eni_letters_need(&p->w.letters, &blank[ENI_BLANK_VIA], "", t->subject, eni_post_place(p, t->subject));
	blank[ENI_BLANK_ORG].value = eni_letters_house(&p->w.letters, t->subject, t->to);
}

/* A mail begins with its reader, unless the text does so itself. */
static void
fill_salutation(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_str who = blank[ENI_BLANK_WHO].value;

	if (who.n > 0 && eni_str_starts(blank[ENI_BLANK_LINES].value, who))
		blank[ENI_BLANK_WHO].value = blank[ENI_BLANK_DEAR].value = none;
	else
		blank[ENI_BLANK_ORG].value = eni_letters_house(&p->w.letters, t->subject, t->to);
}

struct eni_str
eni_post_page(struct eni_post *p, const size_t *due, size_t n, struct eni_str *heading)
{
	struct eni_letters *l = &p->w.letters;
	const size_t *at = told_order(p, due, n);
	const struct eni_task *t = eni_post_task(p, at[0]);
	bool mail = p->w.desk.run->format == ENI_MAIL_PAGE;
	struct eni_blank blank[ENI_BLANKS];
	struct eni_str lines = lines_of(p, at, n, blank), text;
	struct eni_buf wrapped = {0};

	if (lines.n == 0 && mail)
		return none;
	blank[ENI_BLANK_SIGN].value = signature(p, lines, blank);
	blank[ENI_BLANK_LINES].value = lines;
	eni_post_about(p, due, n, blank);
	*heading = eni_letters_fill(l, "mail-subject", blank);
	if (mail) {
		fill_salutation(p, at[0], blank);
		return eni_letters_fill(l, "page-mail", blank);
	}
	fill_reader(p, at[0], blank);
	blank[ENI_BLANK_TOPICS].value = eni_post_topics(p, at, n, true);
	blank[ENI_BLANK_WHY].value = n == 1 ? because(p, at[0]) : none;
	blank[ENI_BLANK_NAME].value = n > 1 || t->to == ENI_TO_CLIENT ? none : eni_post_subject(p, at[0], true);
	text = eni_letters_headed(l, sharing(p, at, n), eni_letters_fill(l, layout[eni_channel_medium(t->channel)], blank));
	eni_wrap(&wrapped, text, PAGE_WIDTH);
	return eni_post_keep(p, &wrapped);
}
