/* Reports over stays: see leavers.h. */
#include <string.h>

#include "cmd/churn/leavers.h"

#include "book/files.h"

int
eni_leavers_open(struct eni_leavers *l, struct eni_run *run, bool texts, const char *const *need)
{
	int stays;

	if (eni_report_open(&l->report, run) == -1 || (stays = eni_book_has(run->book.opt.dir, ENI_STAYS, &run->diag)) == -1)
		return -1;
	for (; stays == 0 && *need != NULL; need++)
		if (!(strcmp(*need, "start_date") == 0 && eni_stays_begin(&run->book.clients)) &&
		    eni_report_need(&l->report, *need) == SIZE_MAX)
			return -1;
	eni_stays_want(&l->stays, &run->book, texts);
	if (stays == 1)
		eni_sheet_want(&run->book.clients, ENI_S("name"), ENI_AS_RAW); /* they may name clients */
	return 0;
}

static void
take_chosen(void *to, const struct eni_stay *stay)
{
	struct eni_leavers *l = to;

	if (eni_report_takes(&l->report, stay->subject))
		l->take(l->to, stay);
}

int
eni_leavers_each(struct eni_leavers *l, void (*take)(void *to, const struct eni_stay *stay), void *to)
{
	l->take = take;
	l->to = to;
	return eni_report_load(&l->report) == -1 ? -1 : eni_stays_each(&l->stays, take_chosen, l);
}

void
eni_leavers_undated(struct eni_leavers *l, const struct eni_stay *stay)
{
	if (l->undated++ == 0)
		l->first_undated = stay->place;
}

bool
eni_leavers_left(struct eni_leavers *l, const struct eni_stay *stay)
{
	if (!stay->over)
		return false;
	if (stay->end == ENI_NODAY && eni_period_bounded(&l->report.period))
		eni_leavers_undated(l, stay);
	return eni_period_has(&l->report.period, (struct eni_when){stay->end, ENI_NOTIME});
}

void
eni_leavers_report(const struct eni_leavers *l)
{
	if (l->undated > 0)
		eni_warn(
		    &l->report.desk.run->diag, l->first_undated, "end_date", "is empty, of %zu who left; not counted", l->undated);
}

void
eni_leavers_close(struct eni_leavers *l)
{
	eni_stays_free(&l->stays);
	eni_report_close(&l->report);
}
