/* From inquiry to signature: see funnel.h. */
#include "reception/funnel.h"

#include <math.h>

#include "base/num.h"
#include "stat/survival.h"

enum { USUAL_WAIT_DAYS = 7 };

const char *const eni_stage_field[] = {
    [ENI_STAGE_INQUIRY] = "inquiry_at", [ENI_STAGE_VISITED] = "visit_end", [ENI_STAGE_SIGNED] = "signed_date"};
ENI_ROW_FOR_EACH(eni_stage_field, ENI_STAGES);

int64_t
eni_wait_days(const struct eni_office *o)
{
	int64_t n;

	if (eni_num_parse(eni_node_text(eni_office_get(o, "targets.wait_days")), &n) == 1)
		return n;
	return (int64_t)USUAL_WAIT_DAYS * ENI_NUM_SCALE;
}

void
eni_funnel_open(struct eni_funnel *f, struct eni_book *b)
{
	*f = (struct eni_funnel){.book = b};
	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++) {
		struct eni_str field = eni_str_of(eni_stage_field[i]);

		f->col[i] = eni_sheet_has_header(&b->clients, field) ? eni_sheet_want(&b->clients, field, ENI_AS_TYPED) : SIZE_MAX;
	}
	f->status = eni_sheet_want(&b->clients, ENI_S("status"), ENI_AS_TYPED);
	f->lost = eni_sheet_want(&b->clients, ENI_S("lost_date"), ENI_AS_TYPED);
	f->wait_days = eni_wait_days(&b->office);
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

/* The day up to which somebody waited who has not reached a stage: today, or the day they were lost.  ENI_NODAY: they do not wait.
 */
static int32_t
waited_until(const struct eni_funnel *f, size_t row)
{
	int status = eni_sheet_code(&f->book->clients, f->status, row);
	struct eni_when lost = eni_sheet_when(&f->book->clients, f->lost, row);

	if (status == ENI_STATUS_LOST)
		return eni_is_day(lost) && eni_book_has_happened(f->book, lost) ? lost.day : (int32_t)ENI_NODAY;
	return status == 0 || eni_status_is(status, ENI_IS_ASKING) ? f->book->today : (int32_t)ENI_NODAY;
}

/* Counts the days to a stage; reached or, so far, not. */
static void
wait(struct eni_funnel *f, int stage, int32_t days, bool reached)
{
	if (days < 0)
		return;
	f->stage[stage].over += days * (int64_t)ENI_NUM_SCALE > f->wait_days;
	eni_life_count(
	    &f->days, &(struct eni_life_stay){.exit = days, .group = (uint32_t)stage, .cause = reached ? 1 : ENI_NO_CAUSE});
}

void
eni_funnel_add(struct eni_funnel *f, size_t row, struct eni_when asked, int64_t staff_changes)
{
	int32_t until = waited_until(f, row), days;
	int32_t since = 0; /* days from the inquiry to the stage before; -1: they have not reached that */

	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++) {
		bool reached = eni_funnel_reached(f, row, i, asked, &days);

		if (f->col[i] == SIZE_MAX)
			continue;
		if (reached) {
			f->stage[i].entered++;
			f->stage[i].staff_changes += staff_changes;
			wait(f, i, since >= 0 && since <= days ? days - since : days, true);
		} else if (since >= 0 && until != ENI_NODAY) {
			wait(f, i, until - asked.day - since, false);
		}
		since = reached ? days : -1;
	}
}

struct eni_ratio
eni_funnel_median(struct eni_funnel *f, int stage)
{
	static const uint32_t same[ENI_STAGES + 1] = {0, 1, 2, 3};
	struct eni_survival_curve curve;
	struct eni_quantile median;

	eni_life_sort(&f->days, same, same);
	curve = eni_survival_curve(&f->days, (uint32_t)stage);
	median = eni_survival_quantile(&curve, 0.5);
	eni_survival_free(&curve);
	return isnan(median.at) ? ENI_NO_RATIO : eni_ratio_of((int64_t)(2 * median.at + .5), 2);
}

void
eni_funnel_free(struct eni_funnel *f)
{
	eni_life_free(&f->days);
}
