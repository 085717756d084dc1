/* Reports: see report.h. */
#include "cli/report.h"

#include "base/text.h"

static int
read_end(struct eni_run *run, const char *option, struct eni_when *out)
{
	const char *text = eni_opt(run, option);

	*out = ENI_NEVER;
	if (text == NULL || eni_office_when(&run->book.office, eni_str_of(text), out) == 1)
		return 0;
	return eni_fail(
	    &run->diag, ENI_NOWHERE, NULL, "--%s: want a day such as 2026-04-01 or a moment such as '2026-04-01 14:00'", option);
}

/* 1: --period was given; 0; -1. */
static int
read_period(struct eni_run *run, struct eni_period *p)
{
	const char *text = eni_opt(run, "period");

	if (text == NULL)
		return 0;
	if (eni_opt(run, "since") != NULL || eni_opt(run, "until") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--period and --since or --until: want one of them");
	if (eni_period_parse(eni_str_of(text), run->now.day, p) == 1)
		return 1;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL,
	    "--period %s: want a month, a quarter, a year, some of them or the last one: 2026-10, 2026-Q4, 2026, 2026-03..2026-08, "
	    "last-month, last-quarter, last-half, last-year",
	    text);
}

int
eni_report_period(struct eni_run *run, struct eni_period *p)
{
	int got = read_period(run, p);

	if (got == -1)
		return -1;
	if (got == 0 && (read_end(run, "since", &p->since) == -1 || read_end(run, "until", &p->until) == -1))
		return -1;
	if (eni_is_day(p->since) && eni_is_day(p->until) && eni_before(p->until, p->since))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--until lies before --since");
	run->period = *p;
	return 0;
}

int
eni_report_open_whole(struct eni_report *r, struct eni_run *run)
{
	*r = (struct eni_report){.desk = {.run = run}};
	return eni_report_period(run, &r->period) == -1 || eni_desk_people(run, true) == -1 ? -1 : 0;
}

int
eni_report_open(struct eni_report *r, struct eni_run *run)
{
	if (eni_report_open_whole(r, run) == -1)
		return -1;
	if (eni_opt(run, "where") == NULL)
		return 0;
	if ((r->desk.almanac = eni_almanac_open(&run->book.office, run->book.opt.dir, &run->diag)) == NULL ||
	    eni_facts_prepare(&r->desk.facts, &run->book, &r->desk.rules, r->desk.almanac, &run->diag) == -1)
		return -1;
	return eni_desk_where(&r->desk, false);
}

int
eni_report_open_rows(struct eni_report *r, struct eni_run *run)
{
	struct eni_period period;

	*r = (struct eni_report){.desk = {.run = run}};
	if (eni_report_period(run, &period) == -1 || eni_desk_open_facts(&r->desk, run, true) == -1)
		return -1;
	r->period = period;
	return eni_desk_where(&r->desk, false);
}

int
eni_report_require(struct eni_report *r, const char *field)
{
	struct eni_run *run = r->desk.run;
	const struct eni_sheet *s = &run->book.clients;

	if (eni_sheet_has_header(s, eni_str_of(field)))
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, field,
	    s->n_headers == 0 ? N_("%s: there are no clients to count; the book has no clients file")
			      : N_("%s: the clients have no such column"),
	    run->verb->name);
}

size_t
eni_report_need(struct eni_report *r, const char *field)
{
	if (eni_report_require(r, field) == -1)
		return SIZE_MAX;
	return eni_sheet_want(&r->desk.run->book.clients, eni_str_of(field), ENI_AS_TYPED);
}

int
eni_report_load(struct eni_report *r)
{
	struct eni_book *b = &r->desk.run->book;

	if (r->desk.almanac != NULL)
		return eni_desk_load(&r->desk);
	return eni_book_load(b) == -1 || eni_book_index(b) == -1 ? -1 : 0;
}

bool
eni_report_chooses(const struct eni_report *r)
{
	return r->desk.n_where > 0 || r->desk.run->book.any_operand;
}

bool
eni_report_takes(struct eni_report *r, uint32_t subject)
{
	if (subject == ENI_NONE)
		return !eni_report_chooses(r);
	return eni_subject_asked(&r->desk.run->book, subject) && eni_desk_passes(&r->desk, subject);
}

void
eni_report_close(struct eni_report *r)
{
	eni_desk_close(&r->desk);
}

int
eni_choice(struct eni_run *run, const char *option, const char *const *word, size_t n, size_t *choice)
{
	const char *text = eni_opt(run, option);
	struct eni_buf all = {0};

	*choice = SIZE_MAX;
	if (text == NULL)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (strcmp(text, word[i]) == 0)
			*choice = i;
	if (*choice != SIZE_MAX)
		return 0;
	for (size_t i = 0; i < n; i++)
		eni_buf_printf(&all, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : " or ", word[i]);
	eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: want %.*s", option, text, (int)all.n, all.p);
	eni_buf_free(&all);
	return -1;
}
