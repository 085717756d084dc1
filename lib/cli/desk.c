/* The desk: see desk.h. */
#include "cli/desk.h"

#include <stdlib.h>

int
eni_desk_people(struct eni_run *run, bool operands)
{
	struct eni_book *b = &run->book;
	bool stdin_used = false;

	for (size_t i = 0; operands && i < run->n_operands; i++)
		b->file_operands |= eni_operand_is_file(run->operand[i]);
	if (eni_book_peek(b, ENI_CLIENTS) == -1 || eni_book_peek(b, ENI_REFERRERS) == -1 || eni_book_peek(b, ENI_STAFF) == -1)
		return -1;
	for (size_t i = 0; operands && i < run->n_operands; i++) {
		if (strcmp(run->operand[i], "-") == 0 && stdin_used)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "- (standard input) can be read only once");
		stdin_used |= strcmp(run->operand[i], "-") == 0;
		if (eni_book_operand(b, b->main, run->operand[i]) == -1)
			return -1;
	}
	return eni_book_check_main(b);
}

/* Everything up to the facts: who is at hand, and which rules and calendars are in force. */
static int
open_rules(struct eni_desk *d, struct eni_run *run, bool operands)
{
	const struct eni_given *files = eni_opt_all(run, "rules");
	struct eni_book *b = &run->book;

	*d = (struct eni_desk){.run = run};
	if (eni_desk_people(run, operands) == -1)
		return -1;
	if (eni_rules_read(&d->rules, &b->office, b->opt.dir, files->value, files->n, &run->diag) == -1)
		return -1;
	d->almanac = eni_almanac_open(&b->office, b->opt.dir, &run->diag);
	return d->almanac == NULL ? -1 : 0;
}

int
eni_desk_open(struct eni_desk *d, struct eni_run *run, bool operands)
{
	if (open_rules(d, run, operands) == -1 || eni_facts_prepare(&d->facts, &run->book, &d->rules, d->almanac, &run->diag) == -1)
		return -1;
	d->plan = (struct eni_plan){.facts = &d->facts, .people = &d->people, .moment = {run->now, run->now}};
	eni_plan_want(&d->plan);
	return 0;
}

int
eni_desk_open_labels(struct eni_desk *d, struct eni_run *run)
{
	run->book.no_status = ENI_STATUS_INQUIRY;
	if (open_rules(d, run, true) == -1)
		return -1;
	return eni_facts_prepare_labels(&d->facts, &run->book, &d->rules, d->almanac, &run->diag);
}

int
eni_desk_open_facts(struct eni_desk *d, struct eni_run *run, bool operands)
{
	struct eni_book *b = &run->book;

	*d = (struct eni_desk){.run = run};
	if (eni_desk_people(run, operands) == -1 || (d->almanac = eni_almanac_open(&b->office, b->opt.dir, &run->diag)) == NULL)
		return -1;
	return eni_facts_prepare_labels(&d->facts, b, &d->rules, d->almanac, &run->diag);
}

/* 1: the matcher is about a column of the verb's own; 0; -1. */
static int
resolve_own(struct eni_desk *d, struct eni_match *m)
{
	for (size_t i = 0; i < d->n_own; i++)
		if (eni_str_is(m->field, d->own[i].name)) {
			m->source = ENI_FROM_OWN;
			m->column = (int)i;
			return eni_match_resolve(m, &d->run->arena, d->own[i].type, d->own[i].vocab, &d->run->diag) == -1 ? -1 : 1;
		}
	return 0;
}

int
eni_desk_where(struct eni_desk *d, bool both)
{
	const struct eni_given *g = eni_opt_all(d->run, "where");
	enum eni_for subject = d->run->book.main == ENI_REFERRERS ? ENI_FOR_REFERRERS : ENI_FOR_CLIENTS;

	d->where = eni_arena_clear(&d->run->arena, (g->n + 1) * sizeof *d->where);
	for (size_t i = 0; i < g->n; i++) {
		struct eni_match *m = &d->where[i];
		int own;

		if (eni_match_parse_where(m, &d->run->arena, g->value[i], &d->run->diag) == -1 || (own = resolve_own(d, m)) == -1 ||
		    (own == 0 && eni_facts_resolve(&d->facts, m, subject, both) == -1))
			return -1;
	}
	d->n_where = g->n;
	return 0;
}

int
eni_desk_load(struct eni_desk *d)
{
	struct eni_book *b = &d->run->book;

	if (eni_book_load(b) == -1 || eni_book_index(b) == -1)
		return -1;
	return eni_facts_gather(&d->facts);
}

int
eni_desk_words(struct eni_desk *d)
{
	return eni_is_for_eyes(d->run) ? eni_texts_read(&d->texts, &d->run->book.office, &d->run->diag) : 0;
}

struct eni_wording
eni_desk_wording(const struct eni_desk *d)
{
	return (struct eni_wording){&d->texts, d->run->lang, d->run->now.day};
}

bool
eni_desk_passes(struct eni_desk *d, uint32_t subject)
{
	for (size_t i = 0; i < d->n_where; i++)
		if (d->where[i].source != ENI_FROM_OWN &&
		    !eni_match_test(&d->where[i], eni_facts_value(&d->facts, &d->where[i], subject, NULL), d->run->book.today))
			return false;
	return true;
}

bool
eni_desk_lives(struct eni_desk *d, uint32_t client)
{
	struct eni_book *b = &d->run->book;

	if (!eni_standing_read(&d->facts.standing, b, client).dead)
		return true;
	eni_aside(b->diag, eni_sheet_place(&b->clients, client), NULL, "has died; nothing is prepared or offered");
	return false;
}

void
eni_desk_close(struct eni_desk *d)
{
	eni_plan_free(&d->plan);
	eni_facts_free(&d->facts);
	eni_almanac_free(d->almanac);
	eni_rules_free(&d->rules);
	eni_texts_free(&d->texts);
}
