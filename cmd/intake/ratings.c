/* intake ratings: what the surveys say, by kind and item.  See verbs.h. */
#include "reception/ratings.h"
#include "cli/report.h"
#include "cmd/intake/verbs.h"

enum { KIND, ITEM, COUNT, MEAN, COLUMNS };
static const struct eni_offer offer[] = {[KIND] = {"kind", ENI_COL_TEXT, ENI_V_SURVEY_KIND, 0},
    [ITEM] = {"item", ENI_COL_TEXT, ENI_V_NONE, 0},
    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MEAN] = {"mean", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

struct ratings {
	struct eni_run *run;
	struct eni_report report;
	struct eni_print print;
	struct eni_ratings marks;
	size_t undated; /* surveys that lie in no period */
	struct eni_place first_undated;
};

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
	int got = eni_surveys_open(&in, &x->run->book);

	if (got != 0)
		return got == 1 ? eni_fail(&x->run->diag, ENI_NOWHERE, NULL, "ratings: the book has no surveys file to count") : -1;
	while ((got = eni_surveys_next(&in, &row)) > 0)
		if (takes(x, &row))
			eni_ratings_add(&x->marks, &row);
	eni_surveys_close(&in);
	if (got == 0 && x->undated > 0)
		eni_aside(&x->run->diag, x->first_undated, "at",
		    eni_plural(x->undated, "is empty, in %zu record; they lie in no period",
			"is empty, in %zu records; they lie in no period"),
		    x->undated);
	return x->run->diag.status == 2 ? -1 : got;
}

static int
print_all(struct ratings *x)
{
	struct eni_print *p = &x->print;

	eni_print_begin(p);
	for (int kind = 1; kind <= (int)eni_word_count(ENI_V_SURVEY_KIND); kind++)
		for (int item = 0; item < ENI_RATING_ITEMS; item++) {
			if (x->marks.of[kind][item].n == 0)
				continue;
			p->cell[KIND] = eni_str_of(eni_word_code(ENI_V_SURVEY_KIND, kind));
			p->cell[ITEM] = eni_print_name(p, eni_rating_item[item], ENI_SURVEYS);
			p->cell[COUNT] = eni_print_count(p, x->marks.of[kind][item].n);
			p->cell[MEAN] = eni_print_ratio(p, eni_ratings_mean(&x->marks, kind, item));
			eni_print_row(p, 0);
		}
	return eni_print_end(p);
}

/* People are read only when some of them are asked for. */
static int
load_people(struct ratings *x)
{
	if (!eni_report_chooses(&x->report))
		return 0;
	eni_sheet_want(&x->run->book.clients, ENI_S("name"), ENI_AS_RAW);
	return eni_report_load(&x->report);
}

int
eni_verb_ratings(struct eni_run *run)
{
	struct ratings x = {.run = run};
	int rc = -1;

	if (eni_report_open(&x.report, run) == 0 && eni_print_prepare(&x.print, run, offer, COLUMNS, NULL) == 0 &&
	    load_people(&x) == 0 && count(&x) == 0)
		rc = print_all(&x);
	eni_report_close(&x.report);
	return rc;
}
