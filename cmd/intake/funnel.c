/* intake funnel: from inquiry to signature, as stages or by the hour or weekday of the inquiry.
 * See verbs.h. */
#include <stdlib.h>

#include "cli/report.h"
#include "cmd/intake/verbs.h"
#include "reception/funnel.h"

enum { STAGE, ENTERED, PERCENT, MEDIAN_DAYS, OVER, STAFF_CHANGES, COLUMNS };
static const struct eni_offer stage_offer[] = {[STAGE] = {"stage", ENI_COL_TEXT, ENI_V_STAGE, 0},
    [ENTERED] = {"entered", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MEDIAN_DAYS] = {"median_days", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [OVER] = {"over", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [STAFF_CHANGES] = {"staff_changes", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(stage_offer, COLUMNS);

enum { BY_HOUR, BY_WEEKDAY, BYS };
static const char *const by_names[] = {[BY_HOUR] = "hour", [BY_WEEKDAY] = "weekday"};
ENI_ROW_FOR_EACH(by_names, BYS);
/* By the hour or weekday: how many reached each stage, in a column of its number. */
enum { SLOT };
#define REACHED                                                                                                                    \
	[ENI_STAGE_INQUIRY] = {"entered", ENI_COL_NUMBER, ENI_V_NONE, 0},                                                          \
	[ENI_STAGE_VISITED] = {"visited", ENI_COL_NUMBER, ENI_V_NONE, 0},                                                          \
	[ENI_STAGE_SIGNED] = {"signed", ENI_COL_NUMBER, ENI_V_NONE, 0}
static const struct eni_offer hour_offer[] = {[SLOT] = {"hour", ENI_COL_NUMBER, ENI_V_NONE, 0}, REACHED};
ENI_ROW_FOR_EACH(hour_offer, ENI_STAGES);
static const struct eni_offer weekday_offer[] = {[SLOT] = {"weekday", ENI_COL_TEXT, ENI_V_WEEKDAY, 0}, REACHED};
ENI_ROW_FOR_EACH(weekday_offer, ENI_STAGES);

static const struct {
	const struct eni_offer *offer;
	size_t n;
} tables[] = {[BY_HOUR] = {hour_offer, ENI_STAGES}, [BY_WEEKDAY] = {weekday_offer, ENI_STAGES}, [BYS] = {stage_offer, COLUMNS}};
ENI_ROW_FOR_EACH(tables, BYS + 1);

/* A day has 24 hours; the last slot is for inquiries of which only the day is known. */
enum { HOURS = 24, NO_HOUR = HOURS, SLOTS };

struct funnel {
	struct eni_run *run;
	struct eni_report report;
	struct eni_funnel counts;
	struct eni_print print;
	size_t by;               /* of BYS, or BYS: by stage */
	uint32_t *staff_changes; /* NULL: unknown to the book */
	int64_t slot[SLOTS][ENI_STAGES];
	size_t unasked; /* people of whom nothing says when they asked */
	struct eni_place first_unasked;
};

static int
open_columns(struct funnel *f)
{
	if (eni_choice(f->run, "by", by_names, BYS, &f->by) == -1)
		return -1;
	f->by = f->by == SIZE_MAX ? BYS : f->by;
	if (eni_report_need(&f->report, eni_stage_field[ENI_STAGE_INQUIRY]) == SIZE_MAX)
		return -1;
	eni_sheet_want(&f->run->book.clients, ENI_S("status"), ENI_AS_TYPED);
	/* steps name clients and staff by id or by name */
	eni_sheet_want(&f->run->book.clients, ENI_S("name"), ENI_AS_RAW);
	eni_sheet_want(&f->run->book.staff, ENI_S("name"), ENI_AS_RAW);
	return eni_print_prepare(&f->print, f->run, tables[f->by].offer, tables[f->by].n, NULL);
}

/* People whose status says that they came with an inquiry, but not when. */
static void
note_unasked(struct funnel *f, size_t row)
{
	const struct eni_sheet *s = &f->run->book.clients;
	size_t inquiry = f->counts.col[ENI_STAGE_INQUIRY];
	int status = eni_written_status(&f->run->book, (uint32_t)row);

	if (eni_is_day(eni_sheet_when(s, inquiry, row)) || eni_sheet_bad(s, inquiry, row))
		return;
	if (status != 0 && !eni_status_is(status, ENI_IS_ASKING) && status != ENI_STATUS_LOST)
		return;
	if (f->unasked++ == 0)
		f->first_unasked = eni_sheet_place(s, row);
}

static void
count_slot(struct funnel *f, size_t row, struct eni_when asked)
{
	size_t slot = f->by == BY_WEEKDAY ? eni_day_weekday(asked.day) : asked.minute < 0 ? NO_HOUR : (size_t)asked.minute / 60;
	int32_t days;

	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++)
		f->slot[slot][i] += eni_funnel_reached(&f->counts, row, i, asked, &days);
}

static void
count(struct funnel *f)
{
	struct eni_book *b = &f->run->book;

	for (uint32_t row = 0; row < b->clients.n; row++) {
		struct eni_when asked;

		if (!eni_report_takes(&f->report, row))
			continue;
		asked = eni_funnel_asked(&f->counts, row, &f->report.period);
		if (!eni_is_day(asked))
			note_unasked(f, row);
		else if (f->by == BYS)
			eni_funnel_add(&f->counts, row, asked, f->staff_changes == NULL ? 0 : f->staff_changes[row]);
		else
			count_slot(f, row, asked);
	}
}

/* What is left out is said: people without a day, stages without a column. */
static void
report(const struct funnel *f)
{
	struct eni_diag *d = &f->run->diag;

	if (f->unasked > 0)
		eni_warn(d, f->first_unasked, "inquiry_at",
		    eni_plural(f->unasked, "is empty, in %zu record; not counted", "is empty, in %zu records; not counted"),
		    f->unasked);
	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++)
		if (f->counts.col[i] == SIZE_MAX)
			eni_warn(d, ENI_NOWHERE, eni_stage_field[i], "funnel: the clients have no such column; %s is not known",
			    eni_word_code(ENI_V_STAGE, i));
}

/* ---- printing ---- */

static void
print_stage(struct funnel *f, int i, const struct eni_stage *before)
{
	struct eni_stage *s = &f->counts.stage[i];
	struct eni_print *p = &f->print;

	p->cell[STAGE] = eni_str_of(eni_word_code(ENI_V_STAGE, i));
	p->cell[ENTERED] = eni_print_count(p, s->entered);
	p->cell[PERCENT] = before == NULL ? ENI_S("-") : eni_print_share(p, s->entered, before->entered);
	p->cell[MEDIAN_DAYS] = eni_print_plain(p, eni_funnel_median(&f->counts, i));
	p->cell[OVER] = eni_print_count(p, s->over);
	p->cell[STAFF_CHANGES] = f->staff_changes == NULL ? ENI_S("-") : eni_print_count(p, s->staff_changes);
	eni_print_row(p, 0);
}

static void
print_stages(struct funnel *f)
{
	const struct eni_stage *before = NULL;

	for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++) {
		struct eni_stage *s = &f->counts.stage[i];

		if (f->counts.col[i] == SIZE_MAX)
			continue;
		print_stage(f, i, before);
		before = s;
	}
}

static struct eni_str
slot_name(struct funnel *f, size_t slot)
{
	if (f->by == BY_WEEKDAY)
		return eni_str_of(eni_word_code(ENI_V_WEEKDAY, (int)slot + 1));
	return slot == NO_HOUR ? ENI_S("-") : eni_print_count(&f->print, (int64_t)slot);
}

static void
print_slots(struct funnel *f)
{
	struct eni_print *p = &f->print;

	for (size_t slot = 0; slot < SLOTS; slot++) {
		if (f->slot[slot][ENI_STAGE_INQUIRY] == 0)
			continue;
		p->cell[SLOT] = slot_name(f, slot);
		for (int i = ENI_STAGE_INQUIRY; i < ENI_STAGES; i++)
			p->cell[i] = f->counts.col[i] == SIZE_MAX ? ENI_S("-") : eni_print_count(p, f->slot[slot][i]);
		eni_print_row(p, 0);
	}
}

static int
print_all(struct funnel *f)
{
	eni_print_begin(&f->print);
	if (f->by == BYS)
		print_stages(f);
	else
		print_slots(f);
	return eni_print_end(&f->print);
}

/* The steps are read only for who looks at them. */
static bool
wants_changes(const struct funnel *f)
{
	return f->by == BYS && f->print.wanted[STAFF_CHANGES];
}

int
eni_verb_funnel(struct eni_run *run)
{
	struct funnel f = {.run = run};
	int rc = -1;

	if (eni_report_open(&f.report, run) == 0 && open_columns(&f) == 0) {
		eni_funnel_open(&f.counts, &run->book);
		if (eni_report_load(&f.report) == 0 &&
		    (!wants_changes(&f) || eni_staff_changes(&run->book, &f.staff_changes) == 0)) {
			count(&f);
			report(&f);
			rc = run->diag.status == 2 ? -1 : print_all(&f);
		}
	}
	free(f.staff_changes);
	eni_funnel_free(&f.counts);
	eni_report_close(&f.report);
	return rc;
}
