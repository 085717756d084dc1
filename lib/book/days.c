/* Days in cells: see days.h. */
#include "book/days.h"

#include <stdlib.h>

enum { NEAR = 60 }; /* days in which an end or a start that was agreed comes */

static bool
lies_ahead(const struct eni_field *f, int status)
{
	bool starting = eni_status_is(status, ENI_IS_ASKING), stopping = eni_status_is(status, ENI_IS_HERE);

	return ((f->traits & ENI_STARTING) != 0 && starting) || ((f->traits & ENI_STOPPING) != 0 && stopping);
}

/* The year of a day that says none; ENI_NODAY where its field wants one. */
static int32_t
settle(const struct eni_field *f, const struct eni_day_row *row, int32_t day)
{
	int32_t next;

	if (f != NULL && (f->traits & ENI_DATED) != 0)
		return ENI_NODAY;
	if (f != NULL && (f->traits & ENI_FORWARD) != 0)
		return eni_day_nearest(day, row->own == ENI_NODAY ? row->today : row->own, true);
	next = eni_day_nearest(day, row->today, true);
	if (f != NULL && lies_ahead(f, row->status) && next != ENI_NODAY && next <= row->today + NEAR)
		return next;
	return eni_day_nearest(day, row->today, false);
}

int
eni_day_read(const struct eni_office *o, const struct eni_field *f, struct eni_str cell, const struct eni_day_row *row,
    struct eni_when *out, unsigned *open)
{
	unsigned traits = f == NULL ? 0 : f->traits, left;
	int got = eni_when_read(cell, (traits & ENI_LASTS) != 0, out, &left);

	if (got == -1 && (traits & ENI_SPOKEN) != 0)
		got = eni_when_read_spoken(cell, row->own == ENI_NODAY ? row->today : row->own, out, &left);
	if (open != NULL)
		*open = left;
	if (got != 1)
		return got;
	if ((left & ENI_WHEN_UTC) != 0)
		*out = eni_when_add(*out, (struct eni_span){o->utc_minutes, ENI_MINUTES}, 1);
	if (out->minute == 0 && (traits & ENI_TIMED) == 0)
		out->minute = ENI_NOTIME;
	if ((left & ENI_WHEN_YEARLESS) != 0)
		out->day = settle(f, row, out->day);
	if (eni_is_day(*out))
		return 1;
	*out = ENI_NEVER;
	return -1;
}

/* ---- what is left open ---- */

static struct eni_open_column *
column_of(struct eni_open_days *s, const struct eni_field *f)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->column[i].field == f)
			return &s->column[i];
	s->column = eni_grow(s->column, &s->cap, s->n + 1, sizeof *s->column);
	s->column[s->n] = (struct eni_open_column){.field = f};
	return &s->column[s->n++];
}

static void
count(struct eni_open_cells *c, struct eni_place at)
{
	if (c->count++ == 0)
		c->first = at;
}

void
eni_open_days_note(struct eni_open_days *s, const struct eni_field *f, unsigned open, struct eni_place at)
{
	if ((open & ENI_WHEN_YEARLESS) != 0)
		count(&column_of(s, f)->yearless, at);
	if ((open & ENI_WHEN_ROUGH) != 0)
		count(&column_of(s, f)->rough, at);
}

void
eni_open_days_report_rough(const struct eni_open_days *s, struct eni_diag *d)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_open_cells *c = &s->column[i].rough;

		if (c->count > 0)
			eni_warn(d, c->first, s->column[i].field->name,
			    eni_plural(c->count,
				"says a part of a month, in %zu record; counts as its first day, 末 and 底 as the last",
				"says a part of a month, in %zu records; counts as its first day, 末 and 底 as the last"),
			    c->count);
	}
}

void
eni_open_days_report_yearless(const struct eni_open_days *s, struct eni_diag *d)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_open_cells *c = &s->column[i].yearless;

		if (c->count > 0)
			eni_warn(d, c->first, s->column[i].field->name,
			    eni_plural(c->count, "says no year, in %zu record; next year it will be another day: write the year",
				"says no year, in %zu records; next year they will be other days: write the year"),
			    c->count);
	}
}

void
eni_open_days_free(struct eni_open_days *s)
{
	free(s->column);
	*s = (struct eni_open_days){0};
}
