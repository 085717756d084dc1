/* The telephone log: see switchboard.h. */
#include "cli/switchboard.h"

#include <stdlib.h>

#include "book/touches.h"
#include "cli/report.h"
#include "cli/zone.h"
#include "partner/contacts.h"
#include "phone/calls.h"

int
eni_switchboard_open(struct eni_switchboard *s, struct eni_run *run)
{
	struct eni_book *b = &run->book;

	*s = (struct eni_switchboard){.run = run};
	if (eni_report_period(run, &s->period) == -1)
		return -1;
	b->file_operands = true; /* -i and --encoding are about the log */
	if (eni_book_peek(b, ENI_CLIENTS) == -1 || eni_book_peek(b, ENI_REFERRERS) == -1 || eni_book_peek(b, ENI_STAFF) == -1)
		return -1;
	for (size_t i = 0; i < run->n_operands; i++)
		if (!eni_operand_is_file(run->operand[i]) && eni_book_operand(b, ENI_CLIENTS, run->operand[i]) == -1)
			return -1;
	eni_phones_want(&s->phones, b);
	eni_people_want(&s->people, b);
	return 0;
}

int
eni_switchboard_refuse_people(struct eni_run *run)
{
	for (size_t i = 0; i < run->n_operands; i++)
		if (!eni_operand_is_file(run->operand[i]))
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: %s: want a phone log, such as Master.csv",
			    run->verb->name, run->operand[i]);
	return 0;
}

static int
read_logs(struct eni_switchboard *s)
{
	struct eni_run *run = s->run;
	size_t files = 0, stdins = 0;
	int rc = 0;

	s->log.book = &run->book;
	for (size_t i = 0; rc == 0 && i < run->n_operands; i++) {
		if (!eni_operand_is_file(run->operand[i]))
			continue;
		stdins += strcmp(run->operand[i], "-") == 0;
		if (stdins > 1)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "- (standard input) can be read only once");
		rc = eni_phonelog_read(&s->log, run->operand[i]);
		files++;
	}
	if (files == 0)
		rc = eni_phonelog_read(&s->log, NULL);
	return rc == 1 ? eni_fail(&run->diag, ENI_NOWHERE, NULL,
			     "calls: the book has no calls.csv and no phone log was given, as in: %s %s Master.csv",
			     run->command->name, run->verb->name)
		       : rc;
}

/* ---- what the journal knows ---- */

/* Whose number of the log it is: of a client's household, or of a partner. */
struct line {
	uint32_t subject, number;
};
struct lines {
	struct line *line;
	size_t n, cap;
};

static int
by_subject(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	return (x->subject > y->subject) - (x->subject < y->subject);
}

static void
find_lines(const struct eni_switchboard *s, struct lines *l)
{
	for (uint32_t number = 0; number < s->log.n_numbers; number++) {
		const struct eni_owner *o = eni_phones_owners(&s->phones, s->log.number[number]);

		for (; o != NULL; o = o->next == ENI_NONE ? NULL : &s->phones.owner[o->next]) {
			l->line = eni_grow(l->line, &l->cap, l->n + 1, sizeof *l->line);
			l->line[l->n++] = (struct line){o->subject, number};
		}
	}
	if (l->n > 1)
		qsort(l->line, l->n, sizeof *l->line, by_subject);
}

/* Whom a touch reached: the household of the client, or the partner it went to; ENI_NONE: nobody who might have rung. */
static uint32_t
reached(const struct eni_switchboard *s, const struct eni_touch *t)
{
	const struct eni_book *b = &s->run->book;
	uint32_t subject = eni_book_find(&s->run->book, t->id), partner;
	int to = t->to;

	if (subject == ENI_NONE || subject >= eni_subject_office(b))
		return ENI_NONE;
	if (to == 0)
		to = eni_usual_recipient(b, subject);
	if (!eni_to_is_partner(to))
		return subject;
	partner = eni_people_partner(&s->people, subject, to);
	return partner == ENI_NONE ? (uint32_t)ENI_NONE : eni_subject_referrer(b, partner);
}

/* A day without a time ends the waiting of that day, as far as it has passed. */
static struct eni_when
spoken_at(const struct eni_switchboard *s, struct eni_when at)
{
	enum { LAST_MINUTE = 24 * 60 - 1 };

	if (at.minute < 0)
		at.minute = at.day == s->run->now.day && s->run->now.minute >= 0 ? s->run->now.minute : LAST_MINUTE;
	return at;
}

static void
add_spoken(struct eni_switchboard *s, const struct lines *l, const struct eni_touch *t)
{
	uint32_t subject = reached(s, t);
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->line[mid].subject < subject)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < l->n && l->line[lo].subject == subject; lo++)
		eni_phonelog_add_spoken(&s->log, l->line[lo].number, spoken_at(s, t->at));
}

static int
read_journal(struct eni_switchboard *s)
{
	struct eni_book *b = &s->run->book;
	struct lines l = {0};
	struct eni_touches journal;
	struct eni_touch t;
	int got;

	find_lines(s, &l);
	got = l.n == 0 ? 1 : eni_touches_open(&journal, b, ENI_CONTACT_COLUMNS);
	if (got != 0) {
		free(l.line);
		return got == 1 ? 0 : -1;
	}
	while ((got = eni_touches_next(&journal, &t)) > 0)
		if (eni_touch_has_happened(b, &t) && eni_outcome_is_contact(t.outcome) && eni_contact_is_outward(&t))
			add_spoken(s, &l, &t);
	eni_touches_close(&journal);
	free(l.line);
	return got;
}

/* ---- reading ---- */

/* Calls later than the moment do not exist yet. */
static bool
counts(const struct eni_switchboard *s, const struct eni_call *c)
{
	return eni_is_day(c->at) && eni_book_has_happened(&s->run->book, c->at) &&
	       (eni_period_has(&s->period, c->at) || (s->answers_stay && c->answered));
}

static void
drop_others(struct eni_switchboard *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->log.n; i++)
		if (counts(s, &s->log.call[i]))
			s->log.call[kept++] = s->log.call[i];
	s->log.n = kept;
}

int
eni_switchboard_read(struct eni_switchboard *s)
{
	struct eni_book *b = &s->run->book;

	if (eni_book_load(b) == -1 || eni_book_index(b) == -1 || eni_phones_index(&s->phones) == -1)
		return -1;
	if (eni_phones_lack_columns(&s->phones))
		eni_warn(&s->run->diag, ENI_NOWHERE, "phone", "the clients have no column for a number: all callers look new");
	if (read_logs(s) == -1)
		return -1;
	eni_zone_move(&s->log);
	eni_calls_unite(&s->log);
	if (read_journal(s) == -1)
		return -1;
	drop_others(s);
	return 0;
}

void
eni_switchboard_close(struct eni_switchboard *s)
{
	eni_phonelog_free(&s->log);
	eni_phones_free(&s->phones);
}
