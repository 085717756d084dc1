/* The telephone log: see switchboard.h. */
#include "cli/switchboard.h"

#include "cli/report.h"
#include "cli/zone.h"
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
	drop_others(s);
	return 0;
}

void
eni_switchboard_close(struct eni_switchboard *s)
{
	eni_phonelog_free(&s->log);
	eni_phones_free(&s->phones);
}
