/* Moving calls from zone to zone: see zone.h.  In two passes, because changing the process's zone costs more than moving a call. */
#include "cli/zone.h"

#include <stdlib.h>
#include <time.h>

static void
enter(struct eni_str zone)
{
	struct eni_buf b = {0};

	eni_buf_printf(&b, ":%.*s", (int)zone.n, zone.p);
	eni_buf_char(&b, '\0');
	setenv("TZ", b.p, 1);
	tzset();
	eni_buf_free(&b);
}

static bool
moves(const struct eni_call *c)
{
	return !c->zoned && c->at.minute >= 0;
}

static time_t
instant_of(struct eni_when w)
{
	struct tm tm = {.tm_hour = w.minute / 60, .tm_min = w.minute % 60, .tm_isdst = -1};

	eni_day_split(w.day, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return mktime(&tm);
}

static struct eni_when
here(time_t instant)
{
	struct eni_when w = ENI_NEVER;
	struct tm tm;

	if (localtime_r(&instant, &tm) != NULL && eni_day_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, &w.day))
		w.minute = tm.tm_hour * 60 + tm.tm_min;
	return w;
}

void
eni_zone_move(struct eni_phonelog *l)
{
	const struct eni_office *o = &l->book->office;
	time_t *instant;

	if (eni_str_eq(o->calls_zone, o->zone) || l->n == 0)
		return;
	instant = eni_realloc(NULL, l->n * sizeof *instant);
	enter(o->calls_zone);
	for (size_t i = 0; i < l->n; i++)
		instant[i] = moves(&l->call[i]) ? instant_of(l->call[i].at) : 0;
	enter(o->zone);
	for (size_t i = 0; i < l->n; i++)
		if (moves(&l->call[i]))
			l->call[i].at = here(instant[i]);
	free(instant);
}
