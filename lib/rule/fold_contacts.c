/*
 * Folding the journal.  This is the hot loop of the nightly list: a row costs a look-up of its id, three short words and a date,
 * and nothing is allocated.  Rows are taken in small batches, so that the memory of the people a batch speaks of is on its way
 * before it is needed: what a big book costs is waiting for memory, not computing.
 */
#include <stdlib.h>

#include "book/touches.h"
#include "rec/death.h"
#include "rec/hints.h"
#include "rec/refusal.h"
#include "rule/fold.h"

enum { BATCH = 32, ID_ROOM = 24 };

/* A touch of the batch; its texts are gone but for the id. */
struct touch {
	struct eni_touch row;
	char room[ID_ROOM]; /* of the id; a longer one lies in the batch's arena */
	uint32_t subject;   /* ENI_NONE: no rule may speak for them */
	uint32_t rule;      /* index; ENI_NONE: none of those in force */
	bool by_hand;       /* no rule written */
	bool reached;       /* it is a contact: eni_outcome_is_contact */
	bool mourns;        /* it speaks of a death, and not of somebody else's */
	bool refuses;       /* they refused, or asked us not to call again */
};

struct journal {
	struct eni_facts *f;
	struct eni_touches rows;
	bool promises; /* `next` is looked at */
	bool tries;    /* and who was tried in vain */
	bool stories;  /* and who was told which story */
	bool unsorted; /* the journal is not in order of time */
	bool again;    /* and is read a second time for it */
	struct eni_when latest;
	uint8_t *has_event; /* per client, or NULL */
	struct eni_event_answers answers;
	struct touch batch[BATCH];
	struct eni_arena ids;
	struct eni_map rule_of; /* what stands in the column rule -> index; as many as there are rules: none of them */
	struct eni_arena words; /* its keys */
	struct eni_buf room;
};

/* ---- to whom ---- */

static uint8_t
recipient_of(const struct eni_facts *f, const struct touch *t)
{
	return (uint8_t)(t->row.to != 0 ? t->row.to : eni_usual_recipient(f->book, t->subject));
}

/* Whom a row without a recipient was for: the rule's. */
static uint8_t
told_whom(const struct eni_facts *f, const struct touch *t)
{
	int rules = t->rule == ENI_NONE ? ENI_AS_ROW : f->rules->rule[t->rule]->to;

	return t->row.to == 0 && rules != ENI_AS_ROW ? (uint8_t)rules : recipient_of(f, t);
}

/* ---- one row in ---- */

/* What the cells of a row name, while they are there. */
static void
note_stories(struct journal *j, struct touch *t, struct eni_str topics)
{
	struct eni_facts *f = j->f;
	uint32_t story;

	if (!t->reached || !eni_touch_has_happened(f->book, &t->row))
		return;
	while ((story = eni_story_next(&f->book->office, &topics, &j->room)) != ENI_NONE) {
		t->subject = eni_book_find(f->book, t->row.id);
		for (uint32_t s = t->subject; s != ENI_NONE; s = eni_subject_same(f->book, s)) {
			int to = told_whom(f, t), same = eni_deciders_same(&f->deciders, s, to);

			eni_stories_note(f, s, to, story);
			if (same != 0)
				eni_stories_note(f, s, same, story);
		}
	}
}

static void
keep_id(struct journal *j, struct touch *t)
{
	struct eni_str id = t->row.id;

	if (id.n > ID_ROOM) {
		t->row.id = eni_arena_pack(&j->ids, id);
		return;
	}
	if (id.n > 0)
		memcpy(t->room, id.p, id.n);
	t->row.id.p = t->room;
}

/* 亡くなられたとのこと: a call brings the news before anybody changes the list of clients (decision 52). */
static bool
mourns(const struct touch *t, unsigned hints)
{
	return ((hints & ENI_HINT_DEATH) != 0 && eni_death_read(t->row.note) >= ENI_DEATH_DOUBTFUL) ||
	       (t->row.remark.n > 0 && eni_death_read(t->row.remark) >= ENI_DEATH_DOUBTFUL);
}

/* A journal holds few words of rules, and each of them many times, also where it is no rule in force. */
static uint32_t
rule_of(struct journal *j, struct eni_str word)
{
	const struct eni_rules *rules = j->f->rules;
	uint32_t at = eni_map_get(&j->rule_of, word);

	if (at == ENI_NONE) {
		uint32_t found = eni_rules_find(rules, word);

		at = found == ENI_NONE ? (uint32_t)rules->n : found;
		eni_map_add(&j->rule_of, eni_arena_keep(&j->words, word), at);
	}
	return at == rules->n ? (uint32_t)ENI_NONE : at;
}

/* Up to BATCH rows; their number, or -1. */
static int
read_batch(struct journal *j)
{
	int n = 0, got = 1;

	eni_arena_reset(&j->ids);
	while (n < BATCH && (got = eni_touches_next(&j->rows, &j->batch[n].row)) > 0) {
		struct touch *t = &j->batch[n++];
		unsigned hints;

		t->by_hand = t->row.rule.n == 0;
		t->reached = eni_outcome_is_contact(t->row.outcome);
		t->rule = t->by_hand ? (uint32_t)ENI_NONE : rule_of(j, t->row.rule);
		hints = eni_hints(t->row.note);
		t->mourns = !j->again && mourns(t, hints);
		t->refuses = t->row.outcome == ENI_OUTCOME_REFUSED ||
			     ((hints & ENI_HINT_REFUSAL) != 0 && eni_refuses_contact(t->row.note, ENI_IN_JOURNAL));
		if (j->stories) {
			note_stories(j, t, t->row.topic);
			note_stories(j, t, t->row.story);
		}
		keep_id(j, t);
		eni_book_prefetch(j->f->book, t->row.id);
	}
	return got == -1 ? -1 : n;
}

static void
find_people(struct journal *j, int n)
{
	struct eni_facts *f = j->f;

	for (int i = 0; i < n; i++) {
		struct touch *t = &j->batch[i];

		t->subject = eni_book_find(f->book, t->row.id);
		if (t->subject > eni_subject_office(f->book))
			t->subject = ENI_NONE;
		else
			__builtin_prefetch(&f->person[t->subject], 1);
	}
	for (int i = 0; i < n; i++) {
		const struct eni_person *who = j->batch[i].subject == ENI_NONE ? NULL : &f->person[j->batch[i].subject];

		if (who != NULL && f->n_tallies > 0)
			__builtin_prefetch(&f->tally[who->first_tally], 1);
		if (who != NULL && who->first_tried != ENI_NONE)
			__builtin_prefetch(&f->tries.tried[who->first_tried], 1);
	}
}

/* Whether the row is about a person asked for, and has happened. */
static bool
counts(struct journal *j, const struct touch *t)
{
	struct eni_facts *f = j->f;

	if (t->subject == ENI_NONE)
		return false;
	if (t->subject < eni_subject_office(f->book) && !eni_subject_asked(f->book, t->subject))
		return false;
	if (!eni_is_day(t->row.at))
		eni_fold_postpone(f, t->subject, t->row.place, "at");
	return eni_touch_has_happened(f->book, &t->row);
}

/* ---- answers ---- */

static bool
answers(struct eni_facts *f, const struct touch *t, size_t rule)
{
	return t->rule == rule || (t->by_hand && t->row.to != 0 && eni_facts_goes_to(f, rule, t->subject, t->row.to)) ||
	       eni_rule_closes(f->rules, t->rule, rule);
}

/* What came in at the moment a rule counts from is what it counts from: the inquiry does not answer itself. */
static bool
began_it(const struct touch *t, int32_t since)
{
	return t->by_hand && t->row.dir == ENI_DIR_IN && eni_pack_when(t->row.at) == since;
}

static void
count_answers(struct eni_facts *f, const struct touch *t, const struct eni_person *who)
{
	int32_t at = eni_pack_when(t->row.at);

	for (uint32_t i = 0; i < who->tallies; i++) {
		struct eni_rule_tally *s = &f->tally[who->first_tally + i];

		if (!answers(f, t, s->rule) || s->since <= ENI_PACKED_BAD || eni_before(t->row.at, eni_unpack_when(s->since)) ||
		    began_it(t, s->since))
			continue;
		s->count = (uint16_t)(s->count < UINT16_MAX ? s->count + 1 : s->count);
		s->last = at > s->last ? at : s->last;
	}
}

/* Of groups also those are heard who were not asked about. */
static void
note_group_answers(struct eni_facts *f, const struct touch *t)
{
	struct eni_groups *g = &f->groups;
	int32_t at = eni_pack_when(t->row.at);

	if (t->subject >= g->clients || !eni_touch_has_happened(f->book, &t->row) || !t->reached)
		return;
	for (uint32_t m = g->of[t->subject]; m != ENI_NONE; m = g->member[m].next_of_client) {
		struct eni_group *group = &g->group[g->member[m].group];

		if (!answers(f, t, group->rule) || eni_before(t->row.at, eni_unpack_when(group->since)))
			continue;
		group->count = (uint16_t)(group->count < UINT16_MAX ? group->count + 1 : group->count);
		group->last = at > group->last ? at : group->last;
	}
}

static void
note_refusal(const struct eni_facts *f, const struct touch *t, struct eni_person *who)
{
	uint32_t subject = (uint32_t)(who - f->person);

	who->refused = true;
	if (!eni_subject_is_client(f->book, subject) ||
	    t->row.at.day >= eni_present_stay_began(&f->standing.stay, f->book, subject))
		who->refused_lately = true;
}

static void
note_return(const struct eni_facts *f, const struct touch *t, struct eni_person *who)
{
	uint32_t subject = (uint32_t)(who - f->person);

	if (eni_subject_is_client(f->book, subject) && t->row.at.day >= eni_present_stay_ended(&f->standing.stay, f->book, subject))
		who->returned = true;
}

static void
fold_person(struct eni_facts *f, const struct touch *t, struct eni_person *who)
{
	int32_t at = eni_pack_when(t->row.at);

	if (t->row.outcome == ENI_OUTCOME_RETURNED)
		note_return(f, t, who);
	f->answered_today += t->rule != ENI_NONE && t->row.at.day == f->book->today;
	if (t->row.channel != ENI_CHANNEL_TASK && t->row.to != ENI_TO_STAFF && at > who->last_contact)
		who->last_contact = at;
	if (who->tallies > 0)
		count_answers(f, t, who);
}

/* Visits and incidents are answered one by one, when all is read: the answers are kept until then. */
static void
note_answers(struct journal *j, const struct touch *t)
{
	struct eni_facts *f = j->f;

	if (j->has_event == NULL || !eni_subject_is_client(f->book, t->subject) || j->has_event[t->subject] == 0)
		return;
	for (size_t i = 0; i < f->rules->n; i++) {
		enum eni_for subject = f->rules->rule[i]->subject;

		if ((subject != ENI_FOR_VISITS && subject != ENI_FOR_INCIDENTS) || !f->bound[i].alive || !answers(f, t, i))
			continue;
		eni_event_answers_add(&j->answers, &(struct eni_event_answer){.client = t->subject,
						       .nth = t->row.nth,
						       .rule = (uint16_t)i,
						       .at = eni_pack_when(t->row.at),
						       .anchor = t->row.anchor});
	}
}

/* ---- promises made by hand ---- */

static void
keep_promise(struct eni_facts *f, const struct touch *t)
{
	uint8_t to;

	if (!t->reached || eni_promise_of(&f->promises, t->subject) == NULL)
		return;
	to = recipient_of(f, t);
	eni_promises_keep(&f->promises, t->subject, to, eni_pack_when(t->row.at), t->row.nth);
	eni_promises_keep(&f->promises, t->subject, (uint8_t)eni_deciders_same(&f->deciders, t->subject, to),
	    eni_pack_when(t->row.at), t->row.nth);
}

static void
fold_promise(struct eni_facts *f, const struct touch *t)
{
	keep_promise(f, t);
	if (t->row.next == ENI_PACKED_BAD)
		eni_fold_postpone(f, t->subject, t->row.place, "next");
	else if (t->row.next != ENI_PACKED_NONE)
		eni_promises_note(&f->promises, eni_subject_office(f->book) + 1,
		    &(struct eni_promise){.subject = t->subject,
			.nth = t->row.nth,
			.at = eni_pack_when(t->row.at),
			.next = t->row.next,
			.channel = (uint8_t)t->row.channel,
			.to = recipient_of(f, t),
			.appointment = t->row.outcome == ENI_OUTCOME_BOOKED});
}

/* ---- tries ---- */

/* Ends the tries to reach that recipient, or whoever is the same person; a dead number is alive again only when it was reached. */
static void
end_tries(struct eni_facts *f, const struct touch *t, uint32_t subject, uint8_t to)
{
	for (uint32_t i = f->person[subject].first_tried; i != ENI_NONE; i = f->tries.tried[i].next)
		if (eni_deciders_are_one(&f->deciders, subject, to, f->tries.tried[i].to) &&
		    (f->tries.tried[i].rule != ENI_EVERY_RULE || (f->tries.tried[i].channels >> t->row.channel & 1) != 0))
			eni_tries_reached(&f->tries.tried[i], eni_pack_when(t->row.at), t->row.nth);
}

/* A contact with anybody ends the tries to reach that recipient, whatever it was about; a try counts for its rule alone. */
static void
fold_tries(struct eni_facts *f, const struct touch *t)
{
	bool dead = t->row.outcome == ENI_OUTCOME_BOUNCED;
	bool try = dead || (t->rule != ENI_NONE && eni_outcome_is_try(t->row.outcome));

	if (!try && (!t->reached || t->row.channel == ENI_CHANNEL_TASK))
		return;
	for (uint32_t s = t->subject; s != ENI_NONE; s = eni_subject_same(f->book, s)) {
		uint32_t *first = &f->person[s].first_tried;
		int32_t at = eni_pack_when(t->row.at);

		if (dead)
			eni_tries_note(&f->tries, first, ENI_EVERY_RULE, told_whom(f, t), t->row.channel, at, t->row.nth);
		if (try && t->rule != ENI_NONE)
			eni_tries_note(&f->tries, first, (uint16_t)t->rule, told_whom(f, t), t->row.channel, at, t->row.nth);
		else if (!try && *first != ENI_NONE)
			end_tries(f, t, s, told_whom(f, t));
	}
}

/* ---- the pass ---- */

static void
fold_touch(struct journal *j, const struct touch *t)
{
	struct eni_facts *f = j->f;

	if (f->groups.n > 0)
		note_group_answers(f, t);
	if (!counts(j, t))
		return;
	j->unsorted |= eni_before(t->row.at, j->latest);
	j->latest = t->row.at;
	if (f->recent.has != NULL)
		f->recent.has[t->subject] |= t->row.at.day > f->recent.after;
	for (uint32_t s = t->mourns ? t->subject : ENI_NONE; s != ENI_NONE; s = eni_subject_same(f->book, s))
		f->person[s].mourned = eni_subject_is_client(f->book, s);
	for (uint32_t s = t->refuses ? t->subject : ENI_NONE; s != ENI_NONE; s = eni_subject_same(f->book, s))
		note_refusal(f, t, &f->person[s]);
	if (j->promises)
		fold_promise(f, t);
	if (j->tries)
		fold_tries(f, t);
	if (!t->reached)
		return;
	note_answers(j, t);
	for (uint32_t s = t->subject; s != ENI_NONE; s = eni_subject_same(f->book, s))
		fold_person(f, t, &f->person[s]);
}

/* 1: there is no journal; 0; -1.  Deaths are looked for the first time alone. */
static int
open_journal(struct journal *j, struct eni_facts *f, bool again)
{
	uint32_t columns =
	    1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_DIR | (uint32_t)!again << ENI_TOUCH_NOTE;

	j->f = f;
	j->again = again;
	j->latest = ENI_NEVER;
	j->promises = eni_fold_any_rule(f, ENI_FOR_CONTACTS) || eni_facts_needs(f, ENI_FACT_LAST_CONTACT);
	j->tries = f->book->office.change_after > 0;
	j->stories = !again && f->stories.wanted && f->book->office.n_stories > 0;
	columns |= (uint32_t)j->promises << ENI_TOUCH_NEXT | (uint32_t)(f->events.n > 0) << ENI_TOUCH_ANCHOR;
	columns |= (uint32_t)j->stories << ENI_TOUCH_TOPIC;
	return eni_touches_open(&j->rows, f->book, columns);
}

static int
each_touch(struct journal *j, void (*fold)(struct journal *, const struct touch *))
{
	int n;

	while ((n = read_batch(j)) > 0) {
		find_people(j, n);
		for (int i = 0; i < n; i++)
			fold(j, &j->batch[i]);
	}
	eni_touches_close(&j->rows);
	eni_arena_free(&j->ids);
	eni_map_free(&j->rule_of);
	eni_arena_free(&j->words);
	eni_buf_free(&j->room);
	return n;
}

static void
keep_only(struct journal *j, const struct touch *t)
{
	if (t->subject == ENI_NONE || !eni_touch_has_happened(j->f->book, &t->row))
		return;
	keep_promise(j->f, t);
	if (j->tries)
		fold_tries(j->f, t);
}

/* Rows out of order may stand before the promise they keep, or the try they end: then a second look at the file settles it. */
static int
look_again(struct eni_facts *f)
{
	struct journal j = {0};

	return open_journal(&j, f, true) == 0 ? each_touch(&j, keep_only) : -1;
}

static void
mark_events(struct journal *j)
{
	struct eni_facts *f = j->f;

	if (f->events.n == 0)
		return;
	j->has_event = eni_realloc(NULL, f->book->clients.n);
	memset(j->has_event, 0, f->book->clients.n);
	for (size_t i = 0; i < f->events.n; i++)
		j->has_event[f->events.event[i].client] = 1;
}

static void
note_undone(struct eni_facts *f, const struct eni_touch *t)
{
	struct eni_recent *r = &f->recent;
	uint32_t subject = eni_book_find(f->book, t->id);

	if (subject > eni_subject_office(f->book))
		return;
	r->undone = eni_grow(r->undone, &r->cap_undone, r->n_undone + 1, sizeof *r->undone);
	r->undone[r->n_undone++] = (struct eni_undone){.subject = subject,
	    .rule = t->rule.n == 0 ? (uint32_t)ENI_NONE : eni_rules_find(f->rules, t->rule),
	    .at = eni_pack_when(t->at),
	    .next = t->next,
	    .channel = (uint8_t)t->channel,
	    .to = (uint8_t)t->to,
	    .contact = eni_outcome_is_contact(t->outcome)};
}

/* What the pass did not see, for whoever was shown it before it was taken back. */
static int
keep_undone(struct eni_facts *f)
{
	struct eni_touches j;
	struct eni_touch t;
	int got = eni_touches_open(&j, f->book, 1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_NEXT);

	if (got == 0 && eni_stream_taken_back(&j.in))
		while ((got = eni_touches_next(&j, &t)) > 0)
			note_undone(f, &t);
	eni_touches_close(&j);
	return got == -1 ? -1 : 0;
}

int
eni_fold_contacts(struct eni_facts *f)
{
	struct journal j = {0};
	int got = open_journal(&j, f, false);

	if (got != 0)
		return got == 1 ? 0 : -1;
	mark_events(&j);
	if (f->recent.wanted) {
		f->recent.has = eni_realloc(NULL, eni_subject_office(f->book) + 1);
		memset(f->recent.has, 0, eni_subject_office(f->book) + 1);
	}
	got = each_touch(&j, fold_touch);
	if (got == 0 && f->recent.wanted)
		got = keep_undone(f);
	eni_events_settle(&f->events, &j.answers);
	free(j.has_event);
	free(j.answers.answer);
	if (got == 0 && j.unsorted && (f->promises.n > 0 || f->tries.n > 0))
		got = look_again(f);
	if (got == 0 && j.unsorted && f->tries.n > 0) { /* when they were reached last is known by now */
		eni_tries_recount(&f->tries);
		got = look_again(f);
	}
	return got;
}
