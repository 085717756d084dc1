/* Planning: see plan.h. */
#include "duty/plan.h"

#include <stdlib.h>

#include "base/num.h"

void
eni_tasks_free(struct eni_tasks *t)
{
	free(t->task);
	*t = (struct eni_tasks){0};
}

void
eni_plan_free(struct eni_plan *p)
{
	free(p->unheard);
	p->unheard = NULL;
	p->n_unheard = p->cap_unheard = 0;
}

/* One question to the algorithm: may this rule speak for this subject, and when? */
struct question {
	size_t rule;
	uint32_t subject;
	struct eni_standing standing;
	struct eni_case c; /* channel and recipient as in the rule, or as in the journal row of a promise */
	uint32_t row;      /* of a visit or an incident; else ENI_NONE */
	uint32_t left;     /* of a group: its members; else 0 */
	bool grave;
};

/* The tries in vain, once there were so many that another way is taken; else NULL. */
static const struct eni_tried *
tried_in_vain(const struct eni_plan *p, const struct question *q)
{
	const struct eni_tried *tried = eni_facts_tried(p->facts, q->subject, q->rule, q->c.to);
	int32_t enough = p->facts->book->office.change_after;

	return enough > 0 && tried != NULL && tried->count >= (uint32_t)enough ? tried : NULL;
}

/* The ways that are known to be dead (番号違い, 空号), bits 1 << code: those of the recipient, and a number that is another's, too.
 */
static uint64_t
dead_ways(const struct eni_plan *p, const struct question *q, int channel)
{
	const struct eni_tried *x, *all = p->facts->tries.tried;
	struct eni_str via, dead;
	uint64_t ways = 0;

	for (uint32_t i = p->facts->person[q->subject].first_tried; i != ENI_NONE; i = x->next) {
		x = &all[i];
		if (x->rule != ENI_EVERY_RULE)
			continue;
		if (x->to == q->c.to)
			ways |= x->channels;
		if ((x->channels >> channel & 1) == 0)
			continue;
		via = eni_people_via(p->people, q->subject, q->c.to, channel);
		dead = eni_people_via(p->people, q->subject, x->to, channel);
		if (via.n > 0 && via.n == dead.n && memcmp(via.p, dead.p, via.n) == 0)
			ways |= UINT64_C(1) << channel;
	}
	return ways;
}

/* Another way after tries in vain, and at once where this one is dead. */
static int
channel_of(const struct eni_plan *p, const struct question *q)
{
	int channel = eni_people_channel(p->people, q->subject, q->c.to, q->c.channel);
	const struct eni_tried *tried = tried_in_vain(p, q);
	uint64_t gone = dead_ways(p, q, channel);

	if (tried == NULL && (gone >> channel & 1) == 0)
		return channel;
	return eni_people_other_way(p->people, q->subject, q->c.to, channel, gone | (tried == NULL ? 0 : tried->channels));
}

static uint32_t
tries_of(const struct eni_plan *p, const struct question *q)
{
	const struct eni_tried *tried = tried_in_vain(p, q);

	return tried == NULL ? 0 : tried->count;
}

struct eni_str
eni_task_say(const struct eni_plan *p, const struct eni_rule *r, uint32_t subject)
{
	const struct eni_facts *f = p->facts;

	return eni_rule_say(
	    r, eni_subject_is_client(f->book, subject) ? eni_sheet_code(&f->book->clients, f->standing.status, subject) : 0);
}

static bool
tells_story(const struct eni_plan *p, const struct question *q)
{
	return p->facts->stories.wanted && eni_say_is_story(eni_task_say(p, p->facts->rules->rule[q->rule], q->subject));
}

/* The story this is to tell; NULL: none is left, or none is told. */
static const struct eni_story *
story_of(const struct eni_plan *p, const struct question *q)
{
	return tells_story(p, q) ? eni_story_for(p->facts, q->subject, q->c.to) : NULL;
}

/* A story that is not there is not told later either. */
static bool
lacks_story(const struct eni_plan *p, const struct question *q, enum eni_state state)
{
	return (state == ENI_SPEAKS || state == ENI_WAITS || state == ENI_STALE) && tells_story(p, q) && story_of(p, q) == NULL;
}

static int
no_open_day(struct eni_plan *p, const struct eni_rule *r)
{
	return eni_fail(p->facts->diag, r->place, NULL,
	    "rule %.*s: no open day within 400 days; look at calendar: and partner: in office.yaml", (int)r->id.n, r->id.p);
}

/* Whoever was promised a day is not rung up before it because it has been so quiet; what we promised ourselves is no such day. */
static bool
awaits_promise(const struct eni_facts *f, const struct eni_rule *r, const struct question *q)
{
	const struct eni_promise *x = eni_promise_of(&f->promises, q->subject);
	bool ahead = x != NULL && !x->answered && eni_unpack_when(x->next).day >= f->book->today;

	return ahead && r->anchor == ENI_ANCHOR_LAST_CONTACT && x->channel != ENI_CHANNEL_TASK && x->to != ENI_TO_STAFF;
}

/* Whoever has agreed to come again after what an invitation counts from has been invited. */
static bool
has_agreed(const struct eni_facts *f, const struct eni_rule *r, const struct question *q)
{
	const struct eni_promise *x = r->invites ? eni_promise_of(&f->promises, q->subject) : NULL;
	struct eni_when next = x == NULL ? ENI_NEVER : eni_unpack_when(x->next);

	if (x == NULL || !x->appointment)
		return false;
	return next.day >= f->book->today || (r->anchor == ENI_ANCHOR_FIELD && next.day > q->c.anchor.day);
}

bool
eni_plan_has_nobody(const struct eni_plan *p, const struct eni_rule *r, uint32_t subject)
{
	int to = r->n_tos > 0 ? eni_people_first(p->people, subject, r->tos, r->n_tos) : r->to;

	return eni_people_has_none(p->people, subject, to) ||
	       (r->n_tos > 0 && to == ENI_TO_REFERRER && eni_subject_is_client(p->facts->book, subject) &&
		   !eni_people_referred_by_partner(p->people, subject));
}

/* Steps 2 to 12.  A partner who wants no contact is told of an accident all the same, and called when we said we would. */
static int
ask(struct eni_plan *p, const struct question *q, struct eni_due *due, const struct eni_pass **pass)
{
	const struct eni_rule *r = p->facts->rules->rule[q->rule];
	struct eni_case c = q->c;
	struct eni_errand errand = {.way = ENI_WAY_LIST,
	    .channel = c.channel,
	    .to = c.to,
	    .class = r->class,
	    .offer = r->offer,
	    .invites = r->invites,
	    .unwanted = r->subject != ENI_FOR_INCIDENTS && r->subject != ENI_FOR_CONTACTS &&
			eni_people_unwanted(p->people, q->subject, c.to)};
	enum eni_state gate = eni_gate(q->standing, errand, pass);

	if (gate != ENI_SPEAKS) {
		*due = (struct eni_due){.state = gate, .due = ENI_NEVER};
		return 0;
	}
	if (eni_plan_has_nobody(p, r, q->subject)) {
		*due = (struct eni_due){.state = ENI_NOBODY, .due = ENI_NEVER};
		return 0;
	}
	if (awaits_promise(p->facts, r, q) || has_agreed(p->facts, r, q)) {
		*due = (struct eni_due){.state = ENI_PROMISED, .due = ENI_NEVER};
		return 0;
	}
	if (eni_span_timed(r->offset))
		c.channel = channel_of(p, q); /* only a call keeps to contact hours */
	if (eni_due_find(r, &c, p->facts->almanac, p->moment, due) == -1)
		return no_open_day(p, r);
	if (lacks_story(p, q, due->state))
		due->state = ENI_NO_STORY;
	return 0;
}

static void
note_unheard(struct eni_plan *p, const struct question *q)
{
	p->unheard = eni_grow(p->unheard, &p->cap_unheard, p->n_unheard + 1, sizeof *p->unheard);
	p->unheard[p->n_unheard++] = (struct eni_unheard){q->subject, (uint16_t)q->rule};
}

static int
add_task(struct eni_plan *p, const struct question *q, struct eni_tasks *out)
{
	const struct eni_rule *r = p->facts->rules->rule[q->rule];
	const struct eni_pass *pass;
	struct eni_due due;

	if (ask(p, q, &due, &pass) == -1)
		return -1;
	if (due.state == ENI_NO_STORY)
		note_unheard(p, q);
	if (due.state == ENI_NO_DATE && p->facts->bound[q->rule].no_column && p->scope != ENI_SCOPE_OFFICE)
		p->facts->bound[q->rule].missed = true;
	if (due.state != (p->stale ? ENI_STALE : ENI_SPEAKS) && !(due.state == ENI_STALE && p->facts->book->office.per_day > 0))
		return 0;
	out->task = eni_grow(out->task, &out->cap, out->n + 1, sizeof *out->task);
	out->task[out->n++] = (struct eni_task){.due = due.due,
	    .anchor = q->c.anchor,
	    .last = q->c.done.count > 0 ? q->c.done.last : ENI_NEVER,
	    .late = due.late,
	    .moved = due.moved,
	    .subject = q->subject,
	    .partner = eni_people_partner(p->people, q->subject, q->c.to),
	    .row = q->row,
	    .rule = (uint16_t)q->rule,
	    .channel = (uint8_t)channel_of(p, q),
	    .to = (uint8_t)q->c.to,
	    .priority = (uint8_t)r->priority,
	    .left = q->left,
	    .grave = q->grave,
	    .say = eni_task_say(p, r, q->subject),
	    .answers = eni_facts_sequence(p->facts, q->subject, (uint32_t)q->rule, q->c.done.count),
	    .story = story_of(p, q),
	    .tries = tries_of(p, q),
	    .pass = pass};
	return 0;
}

static struct question
tally_question(struct eni_plan *p, const struct eni_rule_tally *t, uint32_t subject, struct eni_standing standing)
{
	const struct eni_rule *r = p->facts->rules->rule[t->rule];

	return (struct question){.rule = t->rule,
	    .subject = subject,
	    .standing = standing,
	    .c = {eni_facts_anchor(p->facts, t->rule, subject), {t->count, eni_unpack_when(t->last)}, r->channel,
		eni_people_first(p->people, subject, r->tos, r->n_tos)},
	    .row = ENI_NONE};
}

static bool
has_late_matcher(const struct eni_rule *r)
{
	for (size_t i = 0; i < r->n_when; i++)
		if (eni_facts_is_late(&r->when[i]))
			return true;
	return false;
}

static int
plan_tallies(struct eni_plan *p, uint32_t subject, struct eni_tasks *out)
{
	struct eni_facts *f = p->facts;
	const struct eni_person *who = &f->person[subject];
	struct eni_standing standing;

	if (who->tallies == 0)
		return 0;
	standing = eni_facts_standing(f, subject);
	for (uint32_t i = who->first_tally; i < who->first_tally + who->tallies; i++) {
		const struct eni_rule *r = f->rules->rule[f->tally[i].rule];
		struct question q;

		if (has_late_matcher(r) && eni_facts_unfit(f, r, subject, NULL) != NULL)
			continue;
		q = tally_question(p, &f->tally[i], subject, standing);
		if (add_task(p, &q, out) == -1)
			return -1;
	}
	return 0;
}

static struct question
group_question(struct eni_plan *p, const struct eni_group *group)
{
	const struct eni_rule *r = p->facts->rules->rule[group->rule];

	return (struct question){.rule = group->rule,
	    .subject = group->speaker,
	    .standing = eni_facts_standing(p->facts, group->speaker),
	    .c = {group->anchor, {group->count, eni_unpack_when(group->last)}, r->channel, r->to},
	    .row = ENI_NONE,
	    .left = group->members};
}

static bool
is_listed(const struct eni_tasks *t, size_t from, uint32_t subject, size_t rule)
{
	for (size_t i = from; i < t->n; i++)
		if (t->task[i].subject == subject && t->task[i].rule == rule)
			return true;
	return false;
}

/* Who has to speak for two groups does it in one task, since one answer would be for both. */
static int
plan_groups(struct eni_plan *p, struct eni_tasks *out)
{
	struct eni_facts *f = p->facts;
	size_t from = out->n;

	for (size_t i = 0; i < f->groups.n; i++) {
		const struct eni_group *group = &f->groups.group[i];
		struct question q;

		if (group->speaker == ENI_NONE || !eni_subject_asked(f->book, group->speaker) || f->person[group->speaker].aside ||
		    is_listed(out, from, group->speaker, group->rule))
			continue;
		q = group_question(p, group);
		if (add_task(p, &q, out) == -1)
			return -1;
	}
	return 0;
}

static struct question
event_question(struct eni_plan *p, const struct eni_event *e)
{
	struct eni_facts *f = p->facts;
	const struct eni_rule *r = f->rules->rule[e->rule];

	return (struct question){.rule = e->rule,
	    .subject = e->client,
	    .standing = eni_facts_standing(f, e->client),
	    .c = {eni_event_anchor(f, e), {e->answered ? 1 : 0, eni_unpack_when(e->answered_at)}, r->channel, r->to},
	    .row = e->nth,
	    .grave = e->grave};
}

static uint32_t
promise_rule(const struct eni_facts *f)
{
	for (size_t i = 0; i < f->rules->n; i++)
		if (f->rules->rule[i]->subject == ENI_FOR_CONTACTS && f->bound[i].alive)
			return (uint32_t)i;
	return ENI_NONE;
}

static struct question
promise_question(struct eni_plan *p, const struct eni_promise *x, uint32_t rule)
{
	const struct eni_rule *r = p->facts->rules->rule[rule];

	return (struct question){.rule = rule,
	    .subject = x->subject,
	    .standing = eni_facts_standing(p->facts, x->subject),
	    .c = {.anchor = eni_unpack_when(x->next),
		.done = {x->answered ? 1 : 0, eni_unpack_when(x->at)},
		.channel = r->channel == ENI_AS_ROW ? x->channel : r->channel,
		.to = r->to == ENI_AS_ROW ? x->to : r->to},
	    .row = ENI_NONE};
}

static int
plan_people(struct eni_plan *p, struct eni_tasks *out)
{
	struct eni_facts *f = p->facts;

	for (uint32_t s = 0; s < eni_subject_office(f->book); s++)
		if (!f->person[s].aside && plan_tallies(p, s, out) == -1)
			return -1;
	for (size_t i = 0; i < f->events.n; i++) {
		struct question q = event_question(p, &f->events.event[i]);

		if (!f->person[q.subject].aside && add_task(p, &q, out) == -1)
			return -1;
	}
	return plan_groups(p, out);
}

/* Dates set by hand: people's, or the office's own. */
static int
plan_promises(struct eni_plan *p, bool office, struct eni_tasks *out)
{
	struct eni_facts *f = p->facts;
	uint32_t by_hand = promise_rule(f);

	for (size_t i = 0; i < f->promises.n && by_hand != ENI_NONE; i++) {
		struct question q = promise_question(p, &f->promises.promise[i], by_hand);

		if (!f->person[q.subject].aside && (q.subject == eni_subject_office(f->book)) == office &&
		    add_task(p, &q, out) == -1)
			return -1;
	}
	return 0;
}

/* ---- order ---- */

static int
compare(const void *a, const void *b, void *arg)
{
	const struct eni_book *book = arg;
	const struct eni_task *x = a, *y = b;
	int64_t xd = eni_when_minutes(x->due), yd = eni_when_minutes(y->due);
	int c;

	if (x->priority != y->priority)
		return x->priority - y->priority;
	if (x->grave != y->grave)
		return y->grave - x->grave;
	if (xd != yd)
		return xd < yd ? -1 : 1;
	if (x->subject != y->subject) {
		c = eni_str_cmp(eni_subject_id(book, x->subject), eni_subject_id(book, y->subject));
		if (c != 0)
			return c;
	}
	if (x->rule != y->rule)
		return x->rule - y->rule;
	c = eni_when_cmp(x->anchor, y->anchor);
	return c != 0 ? c : (x->subject > y->subject) - (x->subject < y->subject);
}

void
eni_tasks_sort(const struct eni_plan *p, struct eni_tasks *t)
{
	if (t->n > 1)
		qsort_r(t->task, t->n, sizeof *t->task, compare, p->facts->book);
}

/* ---- limits: {per_day} ---- */

void
eni_plan_want(struct eni_plan *p)
{
	struct eni_sheet *s = &p->facts->book->clients;

	if (p->facts->book->office.per_day == 0)
		return;
	p->price = eni_sheet_want(s, ENI_S("price"), ENI_AS_TYPED);
	p->visits = eni_sheet_want(s, ENI_S("visits_per_month"), ENI_AS_TYPED);
}

/* What a client brings in a month, as far as the record says; enough to order by. */
static int64_t
value_of(const struct eni_plan *p, uint32_t subject)
{
	const struct eni_book *b = p->facts->book;
	int64_t price, visits, product;

	if (!eni_subject_is_client(b, subject) || !eni_sheet_number(&b->clients, p->price, subject, &price) ||
	    !eni_sheet_number(&b->clients, p->visits, subject, &visits))
		return 0;
	return __builtin_mul_overflow(price / ENI_NUM_SCALE, visits, &product) ? INT64_MAX : product;
}

static int
most_worth(const void *a, const void *b, void *arg)
{
	const struct eni_plan *p = arg;
	const struct eni_task *x = a, *y = b;
	int64_t xv, yv;

	if (x->priority != y->priority)
		return x->priority - y->priority;
	if (x->grave != y->grave)
		return y->grave - x->grave;
	xv = value_of(p, x->subject);
	yv = value_of(p, y->subject);
	return xv != yv ? (xv < yv ? 1 : -1) : compare(a, b, p->facts->book);
}

/* An old backlog arrives bit by bit: the most urgent and most valuable N of a day, the rest another day (decision 38). */
void
eni_tasks_limit(struct eni_plan *p, struct eni_tasks *t)
{
	size_t limit = (size_t)p->facts->book->office.per_day, done = p->facts->answered_today;

	if (limit == 0 || p->stale)
		return;
	limit = done < limit ? limit - done : 0;
	if (t->n <= limit)
		return;
	qsort_r(t->task, t->n, sizeof *t->task, most_worth, p);
	t->n = limit;
	eni_tasks_sort(p, t);
}

bool
eni_plan_lacks_story(const struct eni_plan *p, uint32_t subject, const struct eni_rule *r)
{
	for (size_t i = 0; i < p->n_unheard && eni_rule_tells_stories(r); i++)
		if (p->unheard[i].subject == subject && p->facts->rules->rule[p->unheard[i].rule] == r)
			return true;
	return false;
}

/* The office's own tasks may hang on what there is for people: then these are planned, too, and not listed. */
static int
plan_unlisted(struct eni_plan *p)
{
	struct eni_tasks people = {0};
	int rc = eni_facts_needs(p->facts, ENI_FACT_STORY_MISSING) ? plan_people(p, &people) : 0;

	eni_tasks_free(&people);
	return rc;
}

int
eni_plan_tasks(struct eni_plan *p, struct eni_tasks *out)
{
	p->n_unheard = 0;
	if (p->scope == ENI_SCOPE_OFFICE ? plan_unlisted(p) == -1
					 : (plan_people(p, out) == -1 || plan_promises(p, false, out) == -1))
		return -1;
	p->facts->stories.missing = (uint32_t)p->n_unheard;
	if (p->scope != ENI_SCOPE_PEOPLE &&
	    (plan_tallies(p, eni_subject_office(p->facts->book), out) == -1 || plan_promises(p, true, out) == -1))
		return -1;
	eni_tasks_sort(p, out);
	return 0;
}

/* ---- columns that are missing ---- */

/* The column is told once, of the first rule that counts from it. */
static void
tell_column(struct eni_plan *p, size_t rule)
{
	struct eni_facts *f = p->facts;
	const struct eni_rule_bound *bound = &f->bound[rule];
	const struct eni_sheet *s = bound->anchor_from == ENI_FROM_REFERRER ? &f->book->referrers : &f->book->clients;
	size_t at = bound->anchor_from == ENI_FROM_FACT ? f->standing.stay.end : (size_t)bound->anchor_at;
	const struct eni_sheet_column *c = &s->column[at];
	const char *near = c->field == NULL ? NULL : eni_header_near(s->kind, c->field, s->header, s->n_headers);
	struct eni_str id = f->rules->rule[rule]->id;

	eni_aside(f->diag, eni_at(s->files[0], 1), c->name.p,
	    near == NULL
		? N_("no such column, and %.*s would count from it")
		: N_("no such column, and %.*s would count from it; nearest is %s: aliases: {%s: %s} in office.yaml maps it"),
	    (int)id.n, id.p, near, near, c->name.p);
	for (size_t i = rule; i < f->rules->n; i++)
		if (f->bound[i].anchor_from == bound->anchor_from && f->bound[i].anchor_at == bound->anchor_at)
			f->bound[i].missed = false;
}

void
eni_plan_tell_missing(struct eni_plan *p)
{
	for (size_t i = 0; i < p->facts->rules->n; i++)
		if (p->facts->bound[i].missed)
			tell_column(p, i);
}

/* ---- why ---- */

struct explaining {
	struct eni_plan *p;
	void (*each)(void *, const struct eni_verdict *);
	void *to;
};

static int
explain(struct explaining *x, const struct question *q)
{
	struct eni_verdict v = {.rule = x->p->facts->rules->rule[q->rule],
	    .field = eni_facts_anchor_field(x->p->facts, q->rule, q->subject),
	    .anchor = q->c.anchor,
	    .done = q->c.done,
	    .left = q->left,
	    .channel = q->c.channel,
	    .to = q->c.to,
	    .story = story_of(x->p, q),
	    .tries = tries_of(x->p, q)};

	if (ask(x->p, q, &v.due, NULL) == -1)
		return -1;
	v.state = v.due.state;
	x->each(x->to, &v);
	return 0;
}

static int
explain_group(struct explaining *x, const struct eni_group *group, uint32_t subject)
{
	const struct eni_verdict shared = {.rule = x->p->facts->rules->rule[group->rule],
	    .state = ENI_SHARED,
	    .due = {.due = ENI_NEVER},
	    .anchor = ENI_NEVER,
	    .left = group->members,
	    .under = group->speaker};
	struct question q;

	if (group->speaker != subject) {
		x->each(x->to, &shared);
		return 0;
	}
	q = group_question(x->p, group);
	return explain(x, &q);
}

static int
explain_tally(struct explaining *x, size_t rule, uint32_t subject)
{
	struct eni_facts *f = x->p->facts;
	const struct eni_rule *r = f->rules->rule[rule];
	const struct eni_rule_tally *tally = eni_facts_tally(f, subject, rule);
	struct eni_verdict v = {.rule = r, .state = ENI_UNFIT, .unfit = eni_facts_unfit(f, r, subject, NULL), .anchor = ENI_NEVER};
	const struct eni_group *group = eni_group_of(&f->groups, subject, rule);
	struct question q;

	if (group != NULL)
		return explain_group(x, group, subject);
	if (v.unfit != NULL || tally == NULL) {
		x->each(x->to, &v);
		return 0;
	}
	q = tally_question(x->p, tally, subject, eni_facts_standing(f, subject));
	return explain(x, &q);
}

static int
explain_events(struct explaining *x, size_t rule, uint32_t subject)
{
	struct eni_facts *f = x->p->facts;
	struct eni_verdict none = {.rule = f->rules->rule[rule], .state = ENI_UNFIT, .anchor = ENI_NEVER};
	bool any = false;

	for (size_t i = 0; i < f->events.n; i++)
		if (f->events.event[i].client == subject && f->events.event[i].rule == rule) {
			struct question q = event_question(x->p, &f->events.event[i]);

			any = true;
			if (explain(x, &q) == -1)
				return -1;
		}
	if (!any)
		x->each(x->to, &none);
	return 0;
}

static int
explain_promise(struct explaining *x, size_t rule, uint32_t subject)
{
	struct eni_facts *f = x->p->facts;
	struct eni_verdict none = {.rule = f->rules->rule[rule], .state = ENI_UNFIT, .anchor = ENI_NEVER};
	const struct eni_promise *promise = eni_promise_of(&f->promises, subject);
	struct question q;

	if (promise == NULL) {
		x->each(x->to, &none);
		return 0;
	}
	q = promise_question(x->p, promise, (uint32_t)rule);
	return explain(x, &q);
}

int
eni_plan_explain(struct eni_plan *p, uint32_t subject, void (*each)(void *, const struct eni_verdict *), void *to)
{
	struct explaining x = {p, each, to};
	const struct eni_facts *f = p->facts;
	bool client = eni_subject_is_client(f->book, subject);

	for (size_t i = 0; i < f->rules->n; i++) {
		enum eni_for kind = f->rules->rule[i]->subject;
		int rc = 0;

		if (!f->rules->rule[i]->has_cadence || kind == ENI_FOR_OFFICE || (kind == ENI_FOR_REFERRERS) == client)
			if (kind != ENI_FOR_CONTACTS)
				continue;
		if (kind == ENI_FOR_CONTACTS)
			rc = explain_promise(&x, i, subject);
		else if (kind == ENI_FOR_VISITS || kind == ENI_FOR_INCIDENTS)
			rc = client ? explain_events(&x, i, subject) : 0;
		else
			rc = explain_tally(&x, i, subject);
		if (rc == -1)
			return -1;
	}
	return 0;
}
