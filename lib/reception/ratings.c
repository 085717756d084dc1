/* What surveys say: see ratings.h. */
#include "reception/ratings.h"

#include <math.h>

#include "base/num.h"

enum { AT, ID, KIND, STAFF, ITEM, COLUMNS = ITEM + ENI_RATING_ITEMS };
#define ITEMS "time", "clarity", "warmth", "core_needs", "tour_match"
static const char *const names[] = {[AT] = "at", [ID] = "id", [KIND] = "kind", [STAFF] = "staff", [ITEM] = ITEMS};
ENI_ROW_FOR_EACH(names, COLUMNS);
const char *const eni_rating_item[] = {ITEMS};
ENI_ROW_FOR_EACH(eni_rating_item, ENI_RATING_ITEMS);

enum { WORST = 1, BEST = 5 };

int
eni_surveys_open(struct eni_survey_stream *s, struct eni_book *b)
{
	int got;

	*s = (struct eni_survey_stream){.book = b};
	if ((got = eni_stream_open(&s->in, b, ENI_SURVEYS, names, COLUMNS)) != 0)
		return got;
	if (eni_stream_has(&s->in, KIND))
		return 0;
	eni_surveys_close(s);
	return eni_fail(b->diag, ENI_NOWHERE, "kind", "surveys has no such column");
}

bool
eni_surveys_know_staff(const struct eni_survey_stream *s)
{
	return eni_stream_has(&s->in, STAFF);
}

void
eni_surveys_close(struct eni_survey_stream *s)
{
	eni_stream_close(&s->in);
}

static int64_t
mark(const struct eni_survey_stream *s, size_t k)
{
	int64_t n;
	int got = eni_num_parse(eni_stream_cell(&s->in, k), &n);

	if (got == 0)
		return 0;
	if (got == 1 && n >= (int64_t)WORST * ENI_NUM_SCALE && n <= (int64_t)BEST * ENI_NUM_SCALE)
		return n;
	eni_aside(s->book->diag, s->in.row.place, names[k], "want a mark from 1 to 5");
	return 0;
}

static bool
is_blank(const struct eni_survey_stream *s)
{
	for (size_t k = 0; k < COLUMNS; k++)
		if (eni_str_trim(eni_stream_cell(&s->in, k)).n > 0)
			return false;
	return true;
}

/* 1, 0: passed over. */
static int
take(struct eni_survey_stream *s, struct eni_survey_row *row)
{
	if (is_blank(s))
		return 0; /* Excel leaves lines of nothing but commas */
	*row = (struct eni_survey_row){.at = ENI_NEVER,
	    .id = eni_str_trim(eni_stream_cell(&s->in, ID)),
	    .staff = eni_str_trim(eni_stream_cell(&s->in, STAFF)),
	    .place = s->in.row.place};
	row->kind =
	    eni_word_known(eni_book_code(s->book, eni_field_find(ENI_SURVEYS, ENI_S("kind")), eni_stream_cell(&s->in, KIND)));
	if (row->kind == 0) {
		eni_reader_reject(s->in.reader, "kind", "want %s", eni_vocab_list(ENI_V_SURVEY_KIND));
		return 0;
	}
	if (eni_stream_when(&s->in, AT, &row->at) == -1)
		eni_aside(s->book->diag, row->place, "at", "want a day such as 2026-04-01");
	if (eni_is_day(row->at) && !eni_book_has_happened(s->book, row->at))
		return 0;
	for (size_t i = 0; i < ENI_RATING_ITEMS; i++)
		row->mark[i] = mark(s, ITEM + i);
	return 1;
}

int
eni_surveys_next(struct eni_survey_stream *s, struct eni_survey_row *row)
{
	int got;

	while ((got = eni_stream_next(&s->in)) > 0) {
		bool taken = take(s, row);

		if (s->book->diag->status == 2)
			return -1; /* --strict */
		if (taken)
			return 1;
	}
	return got;
}

void
eni_ratings_add(struct eni_ratings *r, const struct eni_survey_row *row)
{
	for (size_t i = 0; i < ENI_RATING_ITEMS; i++) {
		r->of[row->kind][i].n += row->mark[i] != 0;
		r->of[row->kind][i].sum += row->mark[i];
		r->of[row->kind][i].squares += (eni_wide)row->mark[i] * row->mark[i];
	}
}

struct eni_ratio
eni_ratings_mean(const struct eni_ratings *r, int kind, int item)
{
	return eni_ratio_of(r->of[kind][item].sum, r->of[kind][item].n * ENI_NUM_SCALE);
}

bool
eni_ratings_limits(const struct eni_ratings *r, int kind, int item, struct eni_interval *out)
{
	enum { ENOUGH = 10 };
	int64_t n = r->of[kind][item].n, sum = r->of[kind][item].sum;
	eni_wide spread = r->of[kind][item].squares * n - (eni_wide)sum * sum; /* n (n - 1) times the variance */

	if (n < ENOUGH || spread == 0)
		return false;
	*out = eni_student(
	    (double)sum / (double)n / ENI_NUM_SCALE, sqrt((double)spread / ((double)n * (double)(n - 1))) / ENI_NUM_SCALE, n);
	out->low = fmax(out->low, WORST);
	out->high = fmin(out->high, BEST);
	return true;
}
