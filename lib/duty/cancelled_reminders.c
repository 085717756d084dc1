/* Taking back: see cancelled_reminders.h. */
#include "duty/cancelled_reminders.h"

#include <stdlib.h>

#include "book/touches.h"

/* A touch of a person spoken to lately; moments packed. */
struct touch {
	uint32_t subject, nth;
	int32_t at, next; /* next ENI_PACKED_NONE: none */
	uint32_t rule;    /* ENI_NONE: none, or an unknown one */
	uint8_t channel, to;
	bool by_hand; /* no rule written */
	bool try;
};

struct recalling {
	struct eni_plan *p;
	struct eni_tasks *out;
	struct eni_arena keys;
	struct eni_map taken; /* identities that are live, or already taken back */
	struct touch *touch;
	size_t n, cap;
};

/* What was answered: the tally before the answer, and when that was. */
struct answered {
	uint32_t rule, subject;
	struct eni_when anchor, at;
	struct eni_tally before;
	int channel, to;
	bool only_if_out; /* not every contact means that there was a reminder */
	bool undone;      /* no answer: what called for it was taken back */
};

static bool
is_recent(const struct recalling *r, int32_t at)
{
	return eni_unpack_when(at).day > r->p->facts->book->today - ENI_CANCELLED_DAYS;
}

/* ---- the journal ---- */

/* Whom a row is about; ENI_NONE where that one was not asked for. */
static uint32_t
subject_of(struct eni_book *b, struct eni_str id)
{
	uint32_t subject = eni_book_find(b, id);

	if (subject > eni_subject_office(b) || (subject < eni_subject_office(b) && !eni_subject_asked(b, subject)))
		return ENI_NONE;
	return subject;
}

static void
keep(struct recalling *r, const struct eni_touch *t)
{
	struct eni_facts *f = r->p->facts;
	uint32_t subject = eni_touch_has_happened(f->book, t) ? subject_of(f->book, t->id) : (uint32_t)ENI_NONE;

	if (subject == ENI_NONE || !f->recent.has[subject])
		return;
	r->touch = eni_grow(r->touch, &r->cap, r->n + 1, sizeof *r->touch);
	r->touch[r->n++] = (struct touch){.subject = subject,
	    .nth = t->nth,
	    .at = eni_pack_when(t->at),
	    .next = t->next == ENI_PACKED_BAD ? (int32_t)ENI_PACKED_NONE : t->next,
	    .rule = t->rule.n == 0 ? (uint32_t)ENI_NONE : eni_rules_find(f->rules, t->rule),
	    .channel = (uint8_t)t->channel,
	    .to = (uint8_t)t->to,
	    .by_hand = t->rule.n == 0,
	    .try = !eni_outcome_is_contact(t->outcome)};
}

/* What was ever said to those who were spoken to lately. */
static int
read_journal(struct recalling *r)
{
	struct eni_touches journal;
	struct eni_touch t;
	int got;

	if (r->p->facts->recent.has == NULL)
		return 0; /* there is no journal */
	got = eni_touches_open(
	    &journal, r->p->facts->book, 1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_NEXT);
	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_touches_next(&journal, &t)) > 0)
		keep(r, &t);
	eni_touches_close(&journal);
	return got;
}

static int
by_person(const void *a, const void *b)
{
	const struct touch *x = a, *y = b;

	if (x->subject != y->subject)
		return (x->subject > y->subject) - (x->subject < y->subject);
	return x->at != y->at ? (x->at > y->at) - (x->at < y->at) : (x->nth > y->nth) - (x->nth < y->nth);
}

/* ---- one reminder ---- */

/* Whether nothing of this identity is live or taken back already; then it counts as taken. */
static bool
claim(struct recalling *r, uint32_t subject, uint32_t rule, struct eni_when anchor)
{
	const uint32_t identity[] = {subject, rule, (uint32_t)eni_pack_when(anchor)};
	struct eni_str key = {(const char *)identity, sizeof identity};

	if (eni_map_get(&r->taken, key) != ENI_NONE)
		return false;
	eni_map_add(&r->taken, eni_arena_pack(&r->keys, key), 0);
	return true;
}

/* How the rule stood when the answer came. */
static struct eni_due
standing_at(struct recalling *r, const struct answered *x, int channel)
{
	const struct eni_facts *f = r->p->facts;
	const struct eni_case c = {x->anchor, x->before, channel, x->to};
	struct eni_moment then = {x->at, x->at};
	struct eni_due due;

	if (eni_due_find(f->rules->rule[x->rule], &c, f->almanac, then, &due) == -1)
		due = (struct eni_due){.state = ENI_NO_DATE, .due = ENI_NEVER};
	return due;
}

/* The day it was due; where the rule no longer says, the day of the answer. */
static struct eni_when
due_of(struct recalling *r, const struct answered *x, int channel)
{
	struct eni_due due = standing_at(r, x, channel);

	return eni_is_day(due.due) ? due.due : x->at;
}

/* Whether a calendar that looks as far ahead as this one had it when the answer came. */
static bool
was_out(const struct recalling *r, const struct answered *x, struct eni_when due)
{
	return due.day <= x->at.day + (r->p->moment.end.day - r->p->moment.now.day);
}

static void
take_back(struct recalling *r, const struct answered *x)
{
	const struct eni_rule *rule = r->p->facts->rules->rule[x->rule];
	const struct eni_group *group = eni_group_of(&r->p->facts->groups, x->subject, x->rule);
	uint32_t answers = x->before.count + 1, subject = x->subject;
	int channel = eni_people_channel(r->p->people, x->subject, x->to, x->channel);
	struct eni_when due;
	struct eni_task t;

	if (!eni_is_day(x->anchor) || channel == ENI_CHANNEL_HOLD || r->p->facts->person[x->subject].aside)
		return;
	if (group != NULL && group->speaker != ENI_NONE) { /* under whose id it was listed, whoever was named in the answer */
		subject = group->speaker;
		answers = group->count;
	}
	due = due_of(r, x, channel);
	if ((x->only_if_out && !was_out(r, x, due)) || !claim(r, subject, x->rule, x->anchor))
		return;
	t = (struct eni_task){.due = due,
	    .anchor = x->anchor,
	    .last = x->at,
	    .subject = subject,
	    .partner = eni_people_partner(r->p->people, subject, x->to),
	    .rule = (uint16_t)x->rule,
	    .channel = (uint8_t)channel,
	    .to = (uint8_t)x->to,
	    .priority = (uint8_t)rule->priority,
	    .say = eni_task_say(r->p, rule, subject),
	    .answers = x->undone ? eni_facts_sequence(r->p->facts, x->subject, x->rule, 0) - 1
				 : eni_facts_sequence(r->p->facts, subject, x->rule, answers)};
	eni_gate(eni_facts_standing(r->p->facts, subject),
	    (struct eni_errand){.way = ENI_WAY_RECALL,
		.channel = channel,
		.to = x->to,
		.class = rule->class,
		.invites = rule->invites,
		.offer = rule->offer},
	    &t.pass);
	r->out->task = eni_grow(r->out->task, &r->out->cap, r->out->n + 1, sizeof *r->out->task);
	r->out->task[r->out->n++] = t;
}

/* ---- one person ---- */

/* Named by the row; or, where it names none, by its recipient, if the rule speaks for the person at all. */
static bool
answers(struct eni_facts *f, const struct touch *t, uint32_t rule, uint32_t subject, bool speaks)
{
	return !t->try && (t->rule == rule || (t->by_hand && speaks && t->to != 0 && eni_facts_goes_to(f, rule, subject, t->to)) ||
			      (speaks && eni_rule_closes(f->rules, t->rule, rule)));
}

static struct eni_when
anchor_of(struct recalling *r, uint32_t rule, uint32_t subject, struct eni_when at)
{
	const struct eni_rule *x = r->p->facts->rules->rule[rule];

	return x->anchor == ENI_ANCHOR_FIELD || x->anchor == ENI_ANCHOR_DEATH ? eni_facts_anchor(r->p->facts, rule, subject)
									      : eni_period_start(x->anchor, at.day);
}

static void
take_back_recent(struct recalling *r, const struct answered *x)
{
	if (eni_is_day(x->at) && is_recent(r, eni_pack_when(x->at)))
		take_back(r, x);
}

/* A date of the record, or the start of a period: what was answered last since then, if that was lately.  What was said to them
 * once the rule was finished answers nothing any more. */
static void
recall_dated(struct recalling *r, uint32_t rule, uint32_t subject, const struct touch *t, size_t n)
{
	const struct eni_rule *x = r->p->facts->rules->rule[rule];
	bool speaks = eni_facts_tally(r->p->facts, subject, rule) != NULL;
	struct answered last = {.at = ENI_NEVER};

	for (size_t i = 0; i < n; i++) {
		struct answered a = {.rule = rule, .subject = subject, .channel = x->channel, .to = x->to};
		bool same;

		a.at = eni_unpack_when(t[i].at);
		a.anchor = anchor_of(r, rule, subject, a.at);
		if (!answers(r->p->facts, &t[i], rule, subject, speaks) || !eni_is_day(a.anchor) ||
		    eni_before(a.at, eni_done_since(x, a.anchor)))
			continue;
		same = eni_is_day(last.at) && eni_when_cmp(last.anchor, a.anchor) == 0;
		if (same)
			a.before = (struct eni_tally){last.before.count + 1, last.at};
		if (same && standing_at(r, &a, x->channel).state == ENI_DONE)
			continue;
		if (!same)
			take_back_recent(r, &last);
		last = a;
	}
	take_back_recent(r, &last);
}

static void
recall_last_contact(struct recalling *r, uint32_t rule, uint32_t subject, const struct touch *t, size_t n)
{
	const struct eni_rule *x = r->p->facts->rules->rule[rule];
	bool speaks = eni_facts_tally(r->p->facts, subject, rule) != NULL;
	struct eni_when before = eni_facts_came(r->p->facts, subject);

	for (size_t i = 0; i < n; i++) {
		struct eni_when at = eni_unpack_when(t[i].at);

		if (t[i].try || t[i].channel == ENI_CHANNEL_TASK || t[i].to == ENI_TO_STAFF)
			continue;
		if (is_recent(r, t[i].at) && (speaks || t[i].rule == rule)) {
			const struct answered a = {.rule = rule,
			    .subject = subject,
			    .anchor = before,
			    .at = at,
			    .channel = x->channel,
			    .to = x->to,
			    .only_if_out = t[i].rule != rule};

			take_back(r, &a);
		}
		before = at;
	}
}

/* A promise ends with a real contact with its recipient, or with the next promise (decision 15). */
static void
recall_promises(struct recalling *r, uint32_t rule, uint32_t subject, const struct touch *t, size_t n)
{
	const struct eni_rule *x = r->p->facts->rules->rule[rule];
	int usual = eni_usual_recipient(r->p->facts->book, subject);
	const struct touch *open = NULL;

	for (size_t i = 0; i < n; i++) {
		bool kept = open != NULL && !t[i].try && (open->to == 0 ? usual : open->to) == (t[i].to == 0 ? usual : t[i].to);
		bool other = open != NULL && t[i].next != ENI_PACKED_NONE && t[i].next != open->next;

		if ((kept || other) && is_recent(r, t[i].at)) {
			const struct answered a = {.rule = rule,
			    .subject = subject,
			    .anchor = eni_unpack_when(open->next),
			    .at = eni_unpack_when(t[i].at),
			    .channel = x->channel == ENI_AS_ROW ? open->channel : x->channel,
			    .to = x->to != ENI_AS_ROW ? x->to
				  : open->to == 0     ? usual
						      : open->to};

			take_back(r, &a);
		}
		if (kept || other)
			open = NULL;
		if (t[i].next != ENI_PACKED_NONE)
			open = &t[i];
	}
}

static bool
concerns(const struct eni_facts *f, enum eni_for kind, uint32_t subject)
{
	if (kind == ENI_FOR_CONTACTS)
		return true;
	if (subject == eni_subject_office(f->book))
		return kind == ENI_FOR_OFFICE;
	return kind == (eni_subject_is_client(f->book, subject) ? ENI_FOR_CLIENTS : ENI_FOR_REFERRERS);
}

static void
recall_person(struct recalling *r, uint32_t subject, const struct touch *t, size_t n)
{
	const struct eni_facts *f = r->p->facts;

	for (uint32_t i = 0; i < f->rules->n; i++) {
		const struct eni_rule *x = f->rules->rule[i];

		if (!x->has_cadence || !f->bound[i].alive || !concerns(f, x->subject, subject))
			continue;
		if (x->subject == ENI_FOR_CONTACTS)
			recall_promises(r, i, subject, t, n);
		else if (x->anchor == ENI_ANCHOR_LAST_CONTACT)
			recall_last_contact(r, i, subject, t, n);
		else
			recall_dated(r, i, subject, t, n);
	}
}

/* ---- what was taken back ---- */

static bool
in_scope(const struct eni_plan *p, uint32_t subject)
{
	bool office = subject == eni_subject_office(p->facts->book);

	return p->scope == ENI_SCOPE_ALL || office == (p->scope == ENI_SCOPE_OFFICE);
}

static bool
is_counted_from(const struct eni_rule *x, const struct eni_undone *u, struct eni_when *anchor)
{
	if (x->subject == ENI_FOR_CONTACTS)
		*anchor = eni_unpack_when(u->next);
	else if (x->anchor == ENI_ANCHOR_LAST_CONTACT && u->contact && u->channel != ENI_CHANNEL_TASK && u->to != ENI_TO_STAFF)
		*anchor = eni_unpack_when(u->at);
	else
		*anchor = ENI_NEVER;
	return eni_is_day(*anchor);
}

/* What a touch called for goes with it: a date promised there, and what was counted from it. */
static void
recall_undone(struct recalling *r, const struct eni_undone *u)
{
	const struct eni_facts *f = r->p->facts;
	int usual = eni_usual_recipient(f->book, u->subject);

	for (uint32_t i = 0; i < f->rules->n; i++) {
		const struct eni_rule *x = f->rules->rule[i];
		struct answered a = {.rule = i,
		    .subject = u->subject,
		    .at = r->p->moment.now,
		    .channel = x->channel,
		    .to = x->to,
		    .only_if_out = true,
		    .undone = true};

		if (!x->has_cadence || !f->bound[i].alive || !concerns(f, x->subject, u->subject) ||
		    !is_counted_from(x, u, &a.anchor) ||
		    (x->subject != ENI_FOR_CONTACTS && u->rule != i && eni_facts_tally(f, u->subject, i) == NULL))
			continue;
		if (a.channel == ENI_AS_ROW)
			a.channel = u->channel;
		if (a.to == ENI_AS_ROW)
			a.to = u->to == 0 ? usual : u->to;
		take_back(r, &a);
	}
}

static void
recall_all_undone(struct recalling *r)
{
	const struct eni_recent *recent = &r->p->facts->recent;
	const struct eni_book *b = r->p->facts->book;

	for (size_t i = 0; i < recent->n_undone; i++) {
		const struct eni_undone *u = &recent->undone[i];

		if (!is_recent(r, u->at) || (u->subject < eni_subject_office(b) && !eni_subject_asked(b, u->subject)))
			continue;
		if (in_scope(r->p, u->subject))
			recall_undone(r, u);
	}
}

/* ---- all of it ---- */

static void
recall_people(struct recalling *r)
{
	size_t to;

	if (r->n > 0)
		qsort(r->touch, r->n, sizeof *r->touch, by_person);
	for (size_t from = 0; from < r->n; from = to) {
		to = from + 1;
		while (to < r->n && r->touch[to].subject == r->touch[from].subject)
			to++;
		for (uint32_t s = r->touch[from].subject; s != ENI_NONE; s = eni_subject_same(r->p->facts->book, s))
			if (in_scope(r->p, s))
				recall_person(r, s, r->touch + from, to - from);
	}
}

static void
recall_events(struct recalling *r)
{
	struct eni_facts *f = r->p->facts;

	for (size_t i = 0; i < f->events.n && r->p->scope != ENI_SCOPE_OFFICE; i++) {
		const struct eni_event *e = &f->events.event[i];
		const struct eni_rule *x = f->rules->rule[e->rule];

		if (!e->answered || !is_recent(r, e->answered_at))
			continue;
		take_back(r, &(struct answered){.rule = e->rule,
				 .subject = e->client,
				 .anchor = eni_event_anchor(f, e),
				 .at = eni_unpack_when(e->answered_at),
				 .channel = x->channel,
				 .to = x->to});
	}
}

int
eni_cancelled_reminders(struct eni_plan *p, const struct eni_tasks *live, struct eni_tasks *out)
{
	struct recalling r = {.p = p, .out = out};
	int rc = -1;

	eni_map_reserve(&r.taken, live->n);
	for (size_t i = 0; i < live->n; i++)
		claim(&r, live->task[i].subject, live->task[i].rule, live->task[i].anchor);
	if (read_journal(&r) == 0) {
		recall_people(&r);
		recall_events(&r);
		recall_all_undone(&r);
		eni_tasks_sort(p, out);
		rc = 0;
	}
	free(r.touch);
	eni_map_free(&r.taken);
	eni_arena_free(&r.keys);
	return rc;
}
