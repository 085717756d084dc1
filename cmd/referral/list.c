/* referral list: the outreach list, and how many partners there are of each kind.  See verbs.h. */
#include <stdlib.h>

#include "cli/desk.h"
#include "cli/report.h"
#include "cmd/referral/verbs.h"
#include "duty/cancelled_reminders.h"
#include "reception/counts.h"

enum { ID, ORG, PERSON, KIND, CHANNEL, VIA, LAST, NEXT, COLUMNS };
static const struct eni_offer offer[] = {[ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [ORG] = {"org", ENI_COL_TEXT, ENI_V_NONE, 0},
    [PERSON] = {"person", ENI_COL_TEXT, ENI_V_NONE, 0},
    [KIND] = {"kind", ENI_COL_TEXT, ENI_V_REFERRER_KIND, 1},
    [CHANNEL] = {"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0},
    [VIA] = {"via", ENI_COL_TEXT, ENI_V_NONE, 0},
    [LAST] = {"last_contact", ENI_COL_TEXT, ENI_V_NONE, 2},
    [NEXT] = {"next", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { BY, COUNT, KIND_COLUMNS };
static const struct eni_offer kind_offer[] = {
    [BY] = {"kind", ENI_COL_TEXT, ENI_V_REFERRER_KIND, 0}, [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(kind_offer, KIND_COLUMNS);

/* What --where may name besides fields of the referrers. */
enum { WHERE_CHANNEL, WHERE_VIA, WHERE_NEXT, WHERE_COLUMNS };
static const struct eni_field own[] = {[WHERE_CHANNEL] = {.name = "channel", .type = ENI_ENUM, .vocab = ENI_V_CHANNEL},
    [WHERE_VIA] = {.name = "via", .type = ENI_TEXT},
    [WHERE_NEXT] = {.name = "next", .type = ENI_DATE}};
ENI_ROW_FOR_EACH(own, WHERE_COLUMNS);

const struct eni_agenda eni_outreach_agenda = {.title = {"channel", "person"},
    .subject = {"id", "org"},
    .detail = {"kind", "last_contact"},
    .people = {"person"},
    .reachable = {"via"}};

struct outreach {
	struct eni_desk desk;
	struct eni_print print;
	size_t org, person, kind; /* columns of the referrers */
	struct eni_tasks live;    /* what a calendar must not take back */
};

/* One partner to be in touch with. */
struct line {
	uint32_t subject, row;
	int channel;
	struct eni_verdict verdict; /* of the rule that speaks first; without one rule is NULL */
	struct eni_when next;
};

/* ---- the next contact ---- */

/* A rule for referrers, or what was set by hand; nothing that we do among ourselves. */
static bool
is_outreach(const struct eni_rule *r, int channel, int to)
{
	return (r->subject == ENI_FOR_REFERRERS || r->subject == ENI_FOR_CONTACTS) && to != ENI_TO_STAFF &&
	       eni_channel_medium(channel) != ENI_MEDIUM_TASK;
}

struct hearing {
	struct outreach *o;
	struct line *l;
};

/* The first day of all rules that go to the referrer, and of what was set by hand and is not long past. */
static void
note_due(void *to, const struct eni_verdict *v)
{
	struct hearing *h = to;
	struct eni_tasks *live = &h->o->live;
	bool speaks =
	    v->state == ENI_SPEAKS || v->state == ENI_WAITS || (v->state == ENI_STALE && v->rule->subject != ENI_FOR_CONTACTS);

	if (!speaks || !is_outreach(v->rule, v->channel, v->to))
		return;
	live->task = eni_grow(live->task, &live->cap, live->n + 1, sizeof *live->task);
	live->task[live->n++] = (struct eni_task){
	    .subject = h->l->subject, .rule = (uint16_t)eni_rules_find(&h->o->desk.rules, v->rule->id), .anchor = v->anchor};
	if (h->l->verdict.rule == NULL || eni_when_cmp(v->due.due, h->l->verdict.due.due) < 0)
		h->l->verdict = *v;
}

/* A day long gone by is none to plan for: then it is the next quiet day of the partners. */
static struct eni_when
next_of(struct outreach *o, struct line *l)
{
	const struct eni_office *office = &o->desk.run->book.office;
	const struct eni_verdict *v = &l->verdict;
	int from = office->window_from, to = office->window_to;

	if (eni_plan_explain(&o->desk.plan, l->subject, note_due, &(struct hearing){o, l}) == -1 || v->rule == NULL)
		return ENI_NEVER;
	if (v->state != ENI_STALE)
		return v->due.due;
	if (v->rule->days_from != 0) {
		from = v->rule->days_from;
		to = v->rule->days_to;
	}
	return (struct eni_when){from == 0 ? eni_roll_day(o->desk.almanac, ENI_PARTNER, ENI_ROLL_NEXT, o->desk.run->now.day)
					   : eni_window_day(o->desk.almanac, from, to, o->desk.run->now.day),
	    ENI_NOTIME};
}

/* ---- who is on the list ---- */

static struct eni_value
own_value(struct outreach *o, const struct line *l, int column)
{
	struct eni_str via;

	switch (column) {
	case WHERE_CHANNEL:
		return (struct eni_value){ENI_VALUE_CODE, {.code = l->channel}};
	case WHERE_NEXT:
		return eni_is_day(l->next) ? (struct eni_value){ENI_VALUE_WHEN, {.when = l->next}} : ENI_EMPTY_VALUE;
	default:
		via = eni_people_via(&o->desk.people, l->subject, ENI_TO_REFERRER, l->channel);
		return via.n == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_TEXT, {.text = via}};
	}
}

static bool
passes(struct outreach *o, const struct line *l)
{
	struct eni_desk *d = &o->desk;

	if (!eni_desk_passes(d, l->subject))
		return false;
	for (size_t i = 0; i < d->n_where; i++)
		if (d->where[i].source == ENI_FROM_OWN &&
		    !eni_match_test(&d->where[i], own_value(o, l, d->where[i].column), d->run->book.today))
			return false;
	return true;
}

/* Who wants no contact, or refused, is not on it. */
static bool
make_line(struct outreach *o, uint32_t row, struct line *l)
{
	struct eni_book *b = &o->desk.run->book;
	uint32_t subject = eni_subject_referrer(b, row);
	struct eni_standing standing = eni_facts_standing(&o->desk.facts, subject);

	if (!eni_subject_asked(b, subject) || standing.optout || standing.refused || o->desk.facts.person[subject].aside)
		return false;
	*l = (struct line){.subject = subject,
	    .row = row,
	    .channel = eni_people_channel(&o->desk.people, subject, ENI_TO_REFERRER, ENI_CHANNEL_PREFER)};
	l->next = next_of(o, l);
	return passes(o, l);
}

static int
by_id(const void *a, const void *b, void *sheet)
{
	return eni_str_cmp(eni_sheet_id(sheet, *(const uint32_t *)a), eni_sheet_id(sheet, *(const uint32_t *)b));
}

static uint32_t *
sorted(struct outreach *o)
{
	struct eni_sheet *s = &o->desk.run->book.referrers;
	uint32_t *row = eni_arena_take(&o->desk.run->arena, (s->n + 1) * sizeof *row);

	for (uint32_t i = 0; i < s->n; i++)
		row[i] = i;
	if (s->n > 1)
		qsort_r(row, s->n, sizeof *row, by_id, s);
	return row;
}

/* ---- printing ---- */

/* The reminder of the rule that speaks first: followup's own, by its identity. */
static struct eni_reminder
reminder_of(struct outreach *o, const struct line *l)
{
	const struct eni_verdict *v = &l->verdict;
	struct eni_errand e = {.way = ENI_WAY_LIST, .channel = l->channel, .to = ENI_TO_REFERRER};
	struct eni_reminder r;

	if (v->rule == NULL)
		return (struct eni_reminder){0};
	e.class = v->rule->class;
	e.offer = v->rule->offer;
	e.invites = v->rule->invites;
	r = (struct eni_reminder){.id = o->print.cell[ID],
	    .rule = v->rule->id,
	    .anchor = v->anchor,
	    .due = l->next,
	    .answers = eni_facts_sequence(&o->desk.facts, l->subject, eni_rules_find(&o->desk.rules, v->rule->id), v->done.count),
	    .priority = v->rule->priority};
	eni_gate(eni_facts_standing(&o->desk.facts, l->subject), e, &r.pass);
	return r;
}

static void
fill(struct outreach *o, const struct line *l)
{
	struct eni_print *p = &o->print;
	const struct eni_sheet *s = &o->desk.run->book.referrers;
	int kind = eni_sheet_code(s, o->kind, l->row);
	struct eni_buf last = {0};

	p->cell[ID] = eni_sheet_id(s, l->row);
	p->cell[ORG] = eni_sheet_text(s, o->org, l->row);
	p->cell[PERSON] = eni_sheet_text(s, o->person, l->row);
	p->cell[KIND] = kind == 0 ? ENI_S("") : eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, kind));
	p->cell[CHANNEL] = eni_str_of(eni_word_code(ENI_V_CHANNEL, l->channel));
	p->cell[VIA] = eni_people_via(&o->desk.people, l->subject, ENI_TO_REFERRER, l->channel);
	eni_fact_text(&o->desk.facts, ENI_FACT_LAST_CONTACT, l->subject, &last);
	p->cell[LAST] = eni_arena_keep(&p->row, eni_buf_str(&last));
	p->cell[NEXT] = eni_print_when(p, l->next);
	eni_buf_free(&last);
}

static void
print_line(struct outreach *o, const struct line *l)
{
	struct eni_reminder r;

	fill(o, l);
	r = reminder_of(o, l);
	eni_print_row_about(&o->print, l->subject, &r);
}

static void
print_taken_back(struct outreach *o, const struct eni_task *t)
{
	const struct eni_book *b = &o->desk.run->book;
	struct eni_print *p = &o->print;
	struct line l = {.subject = t->subject, .row = t->subject - (uint32_t)b->clients.n, .channel = t->channel, .next = t->due};
	struct eni_reminder r;

	if (!eni_subject_is_referrer(b, t->subject) || !is_outreach(o->desk.rules.rule[t->rule], t->channel, t->to) ||
	    !passes(o, &l))
		return;
	fill(o, &l);
	r = (struct eni_reminder){.pass = t->pass,
	    .id = p->cell[ID],
	    .rule = o->desk.rules.rule[t->rule]->id,
	    .anchor = t->anchor,
	    .due = t->due,
	    .answers = t->answers,
	    .priority = t->priority};
	eni_print_row_about(p, t->subject, &r);
}

/* A calendar of the list looks ahead as far as there is a next contact. */
enum { FAR_AHEAD = 3660 };
static int
take_back(struct outreach *o)
{
	struct eni_tasks back = {0};
	int rc;

	o->desk.plan.moment.end.day += FAR_AHEAD;
	if ((rc = eni_cancelled_reminders(&o->desk.plan, &o->live, &back)) == 0)
		for (size_t i = 0; i < back.n; i++)
			print_taken_back(o, &back.task[i]);
	eni_tasks_free(&back);
	return rc;
}

static int
print_list(struct outreach *o)
{
	const uint32_t *row = sorted(o);
	struct line l;

	eni_print_begin(&o->print);
	for (size_t i = 0; i < o->desk.run->book.referrers.n; i++)
		if (make_line(o, row[i], &l))
			print_line(o, &l);
	if (eni_is_agenda(o->desk.run) && take_back(o) == -1)
		return -1;
	return eni_print_end(&o->print);
}

static int
print_kinds(struct outreach *o)
{
	const struct eni_sheet *s = &o->desk.run->book.referrers;
	struct eni_counts kinds = {0};
	int64_t unknown = 0;
	struct line l;

	for (uint32_t row = 0; row < s->n; row++) {
		int kind = eni_sheet_code(s, o->kind, row);

		if (!make_line(o, row, &l))
			continue;
		if (kind == 0)
			unknown++;
		else
			eni_counts_add(&kinds, ENI_V_REFERRER_KIND, kind);
	}
	eni_counts_sort(&kinds);
	eni_print_begin(&o->print);
	for (size_t i = 0; i <= kinds.n; i++) {
		if (i == kinds.n && unknown == 0)
			break;
		o->print.cell[BY] = i < kinds.n ? eni_str_of(kinds.row[i].code) : ENI_S("-");
		o->print.cell[COUNT] = eni_print_count(&o->print, i < kinds.n ? kinds.row[i].n : unknown);
		eni_print_row(&o->print, ENI_NONE);
	}
	return eni_print_end(&o->print);
}

/* ---- the verb ---- */

static int
open_list(struct outreach *o, struct eni_run *run, bool kinds)
{
	struct eni_desk *d = &o->desk;
	struct eni_sheet *s = &run->book.referrers;

	if (eni_desk_open(d, run, true) == -1)
		return -1;
	d->own = own;
	d->n_own = WHERE_COLUMNS;
	eni_facts_need(&d->facts, ENI_FACT_LAST_CONTACT);
	if (eni_is_agenda(run))
		eni_facts_want_recent(&d->facts, ENI_CANCELLED_DAYS);
	if (eni_print_prepare(&o->print, run, kinds ? kind_offer : offer, kinds ? (size_t)KIND_COLUMNS : (size_t)COLUMNS,
		kinds ? NULL : &d->facts) == -1 ||
	    eni_desk_where(d, false) == -1)
		return -1;
	eni_people_want(&d->people, &run->book);
	o->org = eni_sheet_want(s, ENI_S("org"), ENI_AS_RAW);
	o->person = eni_sheet_want(s, ENI_S("person"), ENI_AS_RAW);
	o->kind = eni_sheet_want(s, ENI_S("kind"), ENI_AS_TYPED);
	return 0;
}

int
eni_verb_outreach(struct eni_run *run)
{
	static const char *const by[] = {"kind"};
	struct outreach o = {0};
	size_t choice;
	int rc = -1;

	if (eni_choice(run, "by", by, 1, &choice) == -1)
		return -1;
	if (choice == 0 && eni_is_agenda(run))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "list --by kind: -o ics is about the outreach list");
	if (open_list(&o, run, choice == 0) == 0 && eni_desk_load(&o.desk) == 0)
		rc = choice == 0 ? print_kinds(&o) : print_list(&o);
	eni_tasks_free(&o.live);
	eni_desk_close(&o.desk);
	return rc;
}
