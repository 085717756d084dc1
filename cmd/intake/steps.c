/* intake steps: time and drop-off of the reception, step by step.  See verbs.h. */
#include <stdlib.h>

#include "cli/report.h"
#include "cmd/intake/verbs.h"
#include "reception/timing.h"
#include "rule/match.h"

enum { BY, STEP, ENTERED, MEAN, BUDGET, OVER, DROPPED, DROP_PERCENT, COLUMNS };
enum { BY_STAFF, BY_ROLE, BYS };
static const char *const by_names[] = {[BY_STAFF] = "staff", [BY_ROLE] = "staff_role"};
ENI_ROW_FOR_EACH(by_names, BYS);

/* With --each: a row of a visitor's, and how --where sees its columns. */
enum { EACH_ID, EACH_STEP, EACH_OUTCOME, EACH_DAY, EACH_COLUMNS };
static const struct eni_offer each_offer[] = {[EACH_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [EACH_STEP] = {"step", ENI_COL_TEXT, ENI_V_STEP, 0},
    [EACH_OUTCOME] = {"outcome", ENI_COL_TEXT, ENI_V_STEP_OUTCOME, 0},
    [EACH_DAY] = {"day", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(each_offer, EACH_COLUMNS);
static const struct eni_field each_field[] = {[EACH_ID] = {.name = "id", .type = ENI_TEXT},
    [EACH_STEP] = {.name = "step", .type = ENI_ENUM, .vocab = ENI_V_STEP},
    [EACH_OUTCOME] = {.name = "outcome", .type = ENI_ENUM, .vocab = ENI_V_STEP_OUTCOME},
    [EACH_DAY] = {.name = "day", .type = ENI_DATE}};
ENI_ROW_FOR_EACH(each_field, EACH_COLUMNS);

struct each_row {
	struct eni_str id;
	int step, outcome;
	struct eni_when day;
};

struct steps {
	struct eni_run *run;
	struct eni_report report;
	struct eni_timing reception;
	struct eni_print print;
	struct eni_offer offer[COLUMNS];
	size_t by;      /* of BYS; SIZE_MAX: everything in one table */
	bool know_left; /* who left is known */
	size_t undated; /* rows that lie in no period because nothing says when they began */
	struct eni_place first_undated;
	bool each;
	struct eni_match *where; /* with --each */
	size_t n_where;
	struct each_row *row;
	size_t n_rows, cap_rows;
	struct eni_arena ids;
};

/* ---- every step of every visitor ---- */

static int
read_where(struct steps *s)
{
	struct eni_run *run = s->run;
	const struct eni_given *g = eni_opt_all(run, "where");
	const char *names[EACH_COLUMNS];

	for (size_t i = 0; i < EACH_COLUMNS; i++)
		names[i] = each_field[i].name;
	s->where = eni_arena_clear(&run->arena, (g->n + 1) * sizeof *s->where);
	for (; s->n_where < g->n; s->n_where++) {
		struct eni_match *m = &s->where[s->n_where];
		int at = 0;

		if (eni_match_parse_where(m, &run->arena, g->value[s->n_where], &run->diag) == -1)
			return -1;
		while (at < EACH_COLUMNS && !eni_str_is(m->field, names[at]))
			at++;
		if (at == EACH_COLUMNS)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--where: with --each want id, step, outcome or day");
		m->column = at;
		if (eni_match_resolve(m, &run->arena, each_field[at].type, each_field[at].vocab, &run->diag) == -1)
			return -1;
	}
	return 0;
}

static void
keep_row(struct steps *s, const struct eni_step_row *row)
{
	s->row = eni_grow(s->row, &s->cap_rows, s->n_rows + 1, sizeof *s->row);
	s->row[s->n_rows++] = (struct each_row){eni_arena_keep(&s->ids, row->id), row->step, row->outcome, row->started};
}

static struct eni_value
value_of(const struct each_row *row, int column)
{
	switch (column) {
	case EACH_ID:
		return (struct eni_value){ENI_VALUE_TEXT, {.text = row->id}};
	case EACH_STEP:
		return eni_value_code(row->step);
	case EACH_OUTCOME:
		return eni_value_code(row->outcome);
	default:
		return eni_value_when(row->day);
	}
}

static bool
is_wanted(const struct steps *s, const struct each_row *row)
{
	for (size_t i = 0; i < s->n_where; i++)
		if (!eni_match_test(&s->where[i], value_of(row, s->where[i].column), s->run->book.today))
			return false;
	return true;
}

/* A day without its time: what was that day is asked for, and no more. */
static struct eni_str
day_text(struct eni_print *p, struct eni_when at)
{
	char text[ENI_WHEN_TEXT];

	at.minute = -1;
	return eni_is_day(at) ? eni_arena_keep(&p->row, (struct eni_str){text, eni_when_format(at, text)})
			      : (struct eni_str){"", 0};
}

static int
print_each(struct steps *s)
{
	struct eni_print *p = &s->print;

	eni_print_begin(p);
	for (size_t i = 0; i < s->n_rows; i++) {
		struct each_row *row = &s->row[i];

		if (row->outcome != ENI_STEP_SKIPPED && eni_timing_dropped(&s->reception, row->id, row->step))
			row->outcome = ENI_STEP_DROPPED;
		if (!is_wanted(s, row))
			continue;
		p->cell[EACH_ID] = row->id;
		p->cell[EACH_STEP] = eni_str_of(eni_word_code(ENI_V_STEP, row->step));
		p->cell[EACH_OUTCOME] = eni_str_of(eni_word_code(ENI_V_STEP_OUTCOME, row->outcome));
		p->cell[EACH_DAY] = day_text(p, row->day);
		eni_print_row(p, 0);
	}
	return eni_print_end(p);
}

/* ---- step by step ---- */

static int
open_columns(struct steps *s)
{
	static const struct eni_offer offers[] = {[STEP] = {"step", ENI_COL_TEXT, ENI_V_STEP, 0},
	    [ENTERED] = {"entered", ENI_COL_NUMBER, ENI_V_NONE, 0},
	    [MEAN] = {"mean_minutes", ENI_COL_NUMBER, ENI_V_NONE, 0},
	    [BUDGET] = {"budget", ENI_COL_NUMBER, ENI_V_NONE, 0},
	    [OVER] = {"over", ENI_COL_NUMBER, ENI_V_NONE, 0},
	    [DROPPED] = {"dropped", ENI_COL_NUMBER, ENI_V_NONE, 0},
	    [DROP_PERCENT] = {"drop_percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
	ENI_ROW_FOR_EACH(offers, COLUMNS);
	size_t from = s->by == SIZE_MAX ? STEP : BY;

	if (s->each)
		return eni_print_prepare(&s->print, s->run, each_offer, EACH_COLUMNS, NULL);
	memcpy(s->offer, offers, sizeof offers);
	if (s->by != SIZE_MAX)
		s->offer[BY] =
		    (struct eni_offer){by_names[s->by], ENI_COL_TEXT, s->by == BY_ROLE ? ENI_V_STAFF_ROLE : ENI_V_NONE, 0};
	return eni_print_prepare(&s->print, s->run, s->offer + from, COLUMNS - from, NULL);
}

/* People are read where there are any, since they may have left without a word; staff by name. */
static int
load_people(struct steps *s)
{
	struct eni_book *b = &s->run->book;

	if (!eni_report_chooses(&s->report) && s->by != BY_STAFF && b->clients.n_headers == 0)
		return 0;
	eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW);
	eni_sheet_want(&b->staff, ENI_S("name"), ENI_AS_RAW);
	return eni_report_load(&s->report);
}

/* Takes a row of somebody who is asked for; *counted: it lies in the period. */
static bool
takes(struct steps *s, struct eni_step_row *row, bool *counted)
{
	uint32_t who = s->run->book.clients.n > 0 ? eni_book_find(&s->run->book, row->id) : ENI_NONE;

	if (eni_report_chooses(&s->report) && !eni_report_takes(&s->report, who))
		return false;
	if (who != ENI_NONE)
		row->id = eni_subject_id(&s->run->book, who);
	if (!eni_is_day(row->started) && eni_period_bounded(&s->report.period) && s->undated++ == 0)
		s->first_undated = row->place;
	*counted = eni_period_has(&s->report.period, row->started);
	return true;
}

static struct eni_str
key_of(const struct steps *s, const struct eni_step_row *row)
{
	uint32_t staff;

	if (s->by == BY_ROLE)
		return eni_str_of(row->role == 0 ? NULL : eni_word_code(ENI_V_STAFF_ROLE, row->role));
	if (s->by != BY_STAFF)
		return (struct eni_str){"", 0};
	staff = eni_book_find_staff(&s->run->book, row->staff);
	return staff == ENI_NONE ? row->staff : eni_sheet_id(&s->run->book.staff, staff);
}

/* A file that cannot answer what was asked. */
static int
check_columns(const struct steps *s, const struct eni_step_stream *in)
{
	struct eni_diag *d = &s->run->diag;

	if (eni_period_bounded(&s->report.period) && !eni_steps_know(in, "started_at"))
		return eni_fail(d, ENI_NOWHERE, "started_at", "steps has no such column; --since or --until needs it");
	if ((s->each || eni_opt(s->run, "total") != NULL || eni_report_chooses(&s->report)) && !eni_steps_know(in, "id"))
		return eni_fail(d, ENI_NOWHERE, "id", "steps has no such column; --each, --total or a choice of people needs it");
	if (s->by != SIZE_MAX && !eni_steps_know(in, by_names[s->by]))
		return eni_fail(d, ENI_NOWHERE, by_names[s->by], "steps has no such column; --by needs it");
	return s->know_left ? 0 : eni_warn(d, ENI_NOWHERE, "outcome", "steps has no such column; dropped is not known without it");
}

static int
count(struct steps *s)
{
	struct eni_step_stream in;
	struct eni_step_row row;
	bool counted;
	int got = eni_steps_open(&in, &s->run->book, ENI_STEPS_MINUTES | (s->by == BY_ROLE ? ENI_STEPS_ROLE : 0));

	if (got != 0)
		return got == 1 ? eni_fail(&s->run->diag, ENI_NOWHERE, NULL, "steps: the book has no steps file to count") : -1;
	s->know_left = eni_steps_know(&in, "outcome") || eni_sheet_has_header(&s->run->book.clients, ENI_S("status"));
	got = check_columns(s, &in);
	while (got == 0 && (got = eni_steps_next(&in, &row)) > 0) {
		if (takes(s, &row, &counted)) {
			eni_timing_add(&s->reception, key_of(s, &row), &row, counted);
			if (s->each && counted)
				keep_row(s, &row);
		}
		got = 0;
		if (s->run->diag.status == 2)
			got = -1;
	}
	eni_steps_close(&in);
	if (got == 0 && s->run->book.clients.n > 0)
		got = eni_timing_settle(&s->reception);
	if (got == 0 && s->undated > 0)
		eni_aside(&s->run->diag, s->first_undated, "started_at",
		    eni_plural(s->undated, "is empty, of %zu step; they lie in no period",
			"is empty, of %zu steps; they lie in no period"),
		    s->undated);
	return got;
}

static void
print_line(struct steps *s, struct eni_str key, const struct eni_step_line *line)
{
	struct eni_print *p = &s->print;
	struct eni_str *cell = s->by == SIZE_MAX ? p->cell - 1 : p->cell;

	if (s->by != SIZE_MAX)
		cell[BY] = key.n == 0 ? ENI_S("-") : key;
	cell[STEP] = line->step == 0 ? eni_print_name(p, "total", ENI_KINDS) : eni_str_of(eni_word_code(ENI_V_STEP, line->step));
	cell[ENTERED] = eni_print_count(p, line->entered);
	cell[MEAN] = eni_print_ratio(p, line->mean);
	cell[BUDGET] = eni_print_plain(p, line->budget);
	cell[OVER] = eni_print_count(p, line->over);
	cell[DROPPED] = s->know_left ? eni_print_count(p, line->dropped) : ENI_S("-");
	cell[DROP_PERCENT] = s->know_left ? eni_print_share(p, line->dropped, line->entered) : ENI_S("-");
	eni_print_row(p, 0);
}

static void
print_group(struct steps *s, const struct eni_timing_group *g)
{
	bool worst_only = eni_opt(s->run, "bottleneck") != NULL;
	int worst = worst_only ? eni_timing_bottleneck(&s->reception, g) : 0;
	struct eni_step_line line;

	for (int step = 1; step <= (int)eni_word_count(ENI_V_STEP); step++)
		if (eni_timing_line(&s->reception, g, step, &line) && (!worst_only || step == worst))
			print_line(s, g->key, &line);
	if (eni_opt(s->run, "total") != NULL) {
		eni_timing_total(&s->reception, g, &line);
		print_line(s, g->key, &line);
	}
}

static int
print_all(struct steps *s)
{
	eni_timing_sort(&s->reception);
	eni_print_begin(&s->print);
	for (size_t i = 0; i < s->reception.n; i++)
		print_group(s, &s->reception.group[i]);
	return eni_print_end(&s->print);
}

/* A list of visitors adds nothing up. */
static int
check_each(const struct steps *s)
{
	static const char *const sums[] = {"by", "total", "bottleneck"};

	for (size_t i = 0; s->each && i < sizeof sums / sizeof *sums; i++)
		if (eni_opt(s->run, sums[i]) != NULL)
			return eni_fail(&s->run->diag, ENI_NOWHERE, NULL, "--each and --%s: want one of them", sums[i]);
	return 0;
}

int
eni_verb_steps(struct eni_run *run)
{
	struct steps s = {.run = run, .each = eni_opt(run, "each") != NULL};
	int rc = -1;

	if (check_each(&s) == 0 && (s.each ? eni_report_open_whole(&s.report, run) : eni_report_open(&s.report, run)) == 0 &&
	    (!s.each || read_where(&s) == 0) && (eni_timing_open(&s.reception, &run->book), true) &&
	    eni_choice(run, "by", by_names, BYS, &s.by) == 0 && open_columns(&s) == 0 && load_people(&s) == 0 && count(&s) == 0)
		rc = s.each ? print_each(&s) : print_all(&s);
	free(s.row);
	eni_arena_free(&s.ids);
	eni_timing_free(&s.reception);
	eni_report_close(&s.report);
	return rc;
}
