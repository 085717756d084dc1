/* From inquiry to signature: see funnel.h. */
#include "reception/funnel.h"

#include <stdlib.h>

#include "base/num.h"

enum { USUAL_WAIT_DAYS = 7 };

const char *const eni_stage_field[] = {
    [ENI_STAGE_INQUIRY] = "inquiry_at", [ENI_STAGE_VISITED] = "visit_end", [ENI_STAGE_SIGNED] = "signed_date"};
ENI_ROW_FOR_EACH(eni_stage_field, ENI_STAGES);

void
eni_funnel_open(struct eni_funnel *f, struct eni_book *b)
{
	*f = (struct eni_funnel){.book = b};
	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++) {
		struct eni_str field = eni_str_of(eni_stage_field[i]);

		f->col[i] = eni_sheet_has_header(&b->clients, field) ? eni_sheet_want(&b->clients, field, ENI_AS_TYPED) : SIZE_MAX;
	}
	if (eni_num_parse(eni_node_text(eni_office_get(&b->office, "targets.wait_days")), &f->wait_days) != 1)
		f->wait_days = (int64_t)USUAL_WAIT_DAYS * ENI_NUM_SCALE;
}

static struct eni_when
reached_at(const struct eni_funnel *f, size_t row, int stage)
{
	struct eni_when w = f->col[stage] == SIZE_MAX ? ENI_NEVER : eni_sheet_when(&f->book->clients, f->col[stage], row);

	return eni_is_day(w) && eni_book_has_happened(f->book, w) ? w : ENI_NEVER;
}

struct eni_when
eni_funnel_asked(const struct eni_funnel *f, size_t row, const struct eni_period *p)
{
	struct eni_when asked = reached_at(f, row, ENI_STAGE_INQUIRY);

	return eni_period_has(p, asked) ? asked : ENI_NEVER;
}

bool
eni_funnel_reached(const struct eni_funnel *f, size_t row, int stage, struct eni_when asked, int32_t *days)
{
	struct eni_when at = reached_at(f, row, stage);

	if (!eni_is_day(at))
		return false;
	*days = at.day - asked.day;
	if (!eni_before(at, asked))
		return true;
	eni_aside(f->book->diag, eni_sheet_place(&f->book->clients, row), eni_stage_field[stage], "lies before inquiry_at");
	return false;
}

static void
enter(struct eni_funnel *f, struct eni_stage *s, int32_t days, int64_t staff_changes)
{
	s->days = eni_grow(s->days, &s->cap, (size_t)s->entered + 1, sizeof *s->days);
	s->days[s->entered++] = days;
	s->over += days * (int64_t)ENI_NUM_SCALE > f->wait_days;
	s->staff_changes += staff_changes;
}

void
eni_funnel_add(struct eni_funnel *f, size_t row, struct eni_when asked, int64_t staff_changes)
{
	int32_t days;

	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++)
		if (eni_funnel_reached(f, row, i, asked, &days))
			enter(f, &f->stage[i], days, staff_changes);
}

static int
by_days(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

struct eni_ratio
eni_stage_median(struct eni_stage *s)
{
	size_t n = (size_t)s->entered;

	if (n == 0)
		return ENI_NO_RATIO;
	qsort(s->days, n, sizeof *s->days, by_days);
	return eni_ratio_of((int64_t)s->days[(n - 1) / 2] + s->days[n / 2], 2);
}

void
eni_funnel_free(struct eni_funnel *f)
{
	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++)
		free(f->stage[i].days);
}
