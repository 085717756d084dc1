/* intake ratings: what the surveys say, by kind and item.  See verbs.h. */
#include <math.h>
#include <stdlib.h>

#include "cli/report.h"
#include "cmd/intake/verbs.h"
#include "reception/ratings.h"
#include "reception/steps.h"

enum { STAFF, KIND, ITEM, COUNT, MEAN, LOW, HIGH, COLUMNS };
static const struct eni_offer offer[] = {[STAFF] = {"staff", ENI_COL_TEXT, ENI_V_NONE, 0},
    [KIND] = {"kind", ENI_COL_TEXT, ENI_V_SURVEY_KIND, 0},
    [ITEM] = {"item", ENI_COL_TEXT, ENI_V_NONE, 0},
    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MEAN] = {"mean", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

struct group {
	struct eni_str staff;
	struct eni_ratings marks;
};

struct ratings {
	struct eni_run *run;
	struct eni_report report;
	struct eni_print print;
	size_t from;         /* the first column: STAFF, or KIND of all together */
	struct group *group; /* one for all, or one for each of staff */
	size_t n, cap;
	struct eni_map by_staff;
	struct eni_map received_by; /* --by staff: client -> group, or several */
	bool staff_known;           /* some file says who */
	size_t undated;             /* surveys that lie in no period */
	struct eni_place first_undated;
};

/* ---- whom a survey is about ---- */

static const uint32_t several = ENI_NONE - 1;

static uint32_t
group_of(struct ratings *x, struct eni_str staff)
{
	uint32_t who = staff.n == 0 ? ENI_NONE : eni_book_find_staff(&x->run->book, staff), at;

	if (who != ENI_NONE)
		staff = eni_sheet_id(&x->run->book.staff, who);
	if ((at = eni_map_get(&x->by_staff, staff)) != ENI_NONE)
		return at;
	x->group = eni_grow(x->group, &x->cap, x->n + 1, sizeof *x->group);
	memset(&x->group[x->n], 0, sizeof *x->group);
	x->group[x->n].staff = eni_arena_keep(&x->run->arena, staff);
	at = (uint32_t)x->n++;
	return eni_map_add(&x->by_staff, x->group[at].staff, at);
}

/* The client's own id, however a row names them. */
static struct eni_str
id_of(struct ratings *x, struct eni_str id)
{
	uint32_t who = x->run->book.clients.n > 0 ? eni_book_find(&x->run->book, id) : ENI_NONE;

	return who == ENI_NONE ? id : eni_subject_id(&x->run->book, who);
}

static void
note_reception(struct ratings *x, const struct eni_step_row *row)
{
	struct eni_str id = id_of(x, row->id);
	uint32_t had = eni_map_get(&x->received_by, id), by;

	if (id.n == 0 || row->staff.n == 0 || row->outcome == ENI_STEP_SKIPPED)
		return;
	by = group_of(x, row->staff);
	if (had == ENI_NONE)
		eni_map_add(&x->received_by, eni_arena_keep(&x->run->arena, id), by);
	else if (had != by)
		eni_map_set(&x->received_by, id, several);
}

/* Who received whom, from steps.csv; where it has nothing to say of that, nobody. */
static int
read_receptions(struct ratings *x)
{
	struct eni_step_stream in;
	struct eni_step_row row;
	int got = eni_steps_open(&in, &x->run->book, 0);

	if (got != 0)
		return got == 1 ? 0 : -1;
	x->staff_known = eni_steps_know(&in, "id") && eni_steps_know(&in, "staff");
	while (x->staff_known && (got = eni_steps_next(&in, &row)) > 0)
		note_reception(x, &row);
	eni_steps_close(&in);
	return got;
}

/* As the survey says; else the one who received them alone: of several nobody knows whom it is about. */
static struct eni_ratings *
marks_of(struct ratings *x, const struct eni_survey_row *row)
{
	uint32_t at = ENI_NONE;

	if (x->from == STAFF && row->staff.n == 0)
		at = eni_map_get(&x->received_by, id_of(x, row->id));
	if (at == ENI_NONE || at == several)
		at = group_of(x, x->from == STAFF ? row->staff : (struct eni_str){"", 0});
	return &x->group[at].marks;
}

/* ---- counting ---- */

static bool
takes(struct ratings *x, const struct eni_survey_row *row)
{
	uint32_t who = eni_report_chooses(&x->report) ? eni_book_find(&x->run->book, row->id) : ENI_NONE;

	if (!eni_report_takes(&x->report, who))
		return false;
	if (!eni_is_day(row->at) && eni_period_bounded(&x->report.period) && x->undated++ == 0)
		x->first_undated = row->place;
	return eni_period_has(&x->report.period, row->at);
}

static int
count(struct ratings *x)
{
	struct eni_survey_stream in;
	struct eni_survey_row row;
	int got = x->from == STAFF ? read_receptions(x) : 0;

	if (got == 0)
		got = eni_surveys_open(&in, &x->run->book);
	if (got != 0)
		return got == 1 ? eni_fail(&x->run->diag, ENI_NOWHERE, NULL, "ratings: the book has no surveys file to count") : -1;
	if (x->from == STAFF && !x->staff_known && !eni_surveys_know_staff(&in))
		got = eni_fail(&x->run->diag, ENI_NOWHERE, "staff", "neither surveys nor steps have such a column; --by needs it");
	while (got == 0 && (got = eni_surveys_next(&in, &row)) > 0) {
		if (takes(x, &row))
			eni_ratings_add(marks_of(x, &row), &row);
		got = 0;
	}
	eni_surveys_close(&in);
	if (got == 0 && x->undated > 0)
		eni_aside(&x->run->diag, x->first_undated, "at",
		    eni_plural(x->undated, "is empty, in %zu record; they lie in no period",
			"is empty, in %zu records; they lie in no period"),
		    x->undated);
	return x->run->diag.status == 2 ? -1 : got;
}

static void
print_item(struct ratings *x, const struct group *g, int kind, int item)
{
	struct eni_print *p = &x->print;
	struct eni_str *cell = p->cell - x->from;
	struct eni_interval limits = {NAN, NAN};

	eni_ratings_limits(&g->marks, kind, item, &limits);
	if (x->from == STAFF)
		cell[STAFF] = g->staff.n == 0 ? ENI_S("-") : g->staff;
	cell[KIND] = eni_str_of(eni_word_code(ENI_V_SURVEY_KIND, kind));
	cell[ITEM] = eni_print_name(p, eni_rating_item[item], ENI_SURVEYS);
	cell[COUNT] = eni_print_count(p, g->marks.of[kind][item].n);
	cell[MEAN] = eni_print_ratio(p, eni_ratings_mean(&g->marks, kind, item));
	cell[LOW] = eni_print_real(p, limits.low, 1);
	cell[HIGH] = eni_print_real(p, limits.high, 1);
	eni_print_row(p, 0);
}

/* By the bytes of their names, nameless last. */
static int
by_staff(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->staff.n == 0 || y->staff.n == 0)
		return (x->staff.n == 0) - (y->staff.n == 0);
	return eni_str_cmp(x->staff, y->staff);
}

static int
print_all(struct ratings *x)
{
	if (x->n > 1)
		qsort(x->group, x->n, sizeof *x->group, by_staff);
	eni_print_begin(&x->print);
	for (size_t i = 0; i < x->n; i++)
		for (int kind = 1; kind <= (int)eni_word_count(ENI_V_SURVEY_KIND); kind++)
			for (int item = 0; item < ENI_RATING_ITEMS; item++)
				if (x->group[i].marks.of[kind][item].n > 0)
					print_item(x, &x->group[i], kind, item);
	return eni_print_end(&x->print);
}

/* People are read only when some of them are asked for, or who received them. */
static int
load_people(struct ratings *x)
{
	if (!eni_report_chooses(&x->report) && x->from != STAFF)
		return 0;
	eni_sheet_want(&x->run->book.clients, ENI_S("name"), ENI_AS_RAW);
	eni_sheet_want(&x->run->book.staff, ENI_S("name"), ENI_AS_RAW);
	return eni_report_load(&x->report);
}

static int
open_columns(struct ratings *x)
{
	static const char *const by[] = {"staff"};
	size_t choice;

	if (eni_choice(x->run, "by", by, 1, &choice) == -1)
		return -1;
	x->from = choice == 0 ? STAFF : KIND;
	if (eni_print_prepare(&x->print, x->run, offer + x->from, COLUMNS - x->from, NULL) == -1)
		return -1;
	if (x->from == KIND) /* limits are there for who asks for them, or compares people */
		eni_print_first(&x->print, LOW - KIND);
	return 0;
}

int
eni_verb_ratings(struct eni_run *run)
{
	struct ratings x = {.run = run};
	int rc = -1;

	if (eni_report_open(&x.report, run) == 0 && open_columns(&x) == 0 && load_people(&x) == 0 && count(&x) == 0)
		rc = print_all(&x);
	free(x.group);
	eni_map_free(&x.by_staff);
	eni_map_free(&x.received_by);
	eni_report_close(&x.report);
	return rc;
}
