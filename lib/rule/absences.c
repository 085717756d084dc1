/* Absences: see absences.h. */
#include "rule/absences.h"

#include <stdlib.h>

#include "base/day.h"
#include "base/map.h"
#include "rec/kinds.h"

void
eni_absences_open(struct eni_absences *a, size_t clients)
{
	a->of = eni_realloc(NULL, (clients + 1) * sizeof *a->of);
	for (size_t i = 0; i < clients; i++)
		a->of[i] = (struct eni_absence){ENI_NODAY, ENI_NODAY, ENI_NONE};
}

static void
drop_attended(struct eni_absences *a, struct eni_absence *of)
{
	uint32_t *at = &of->list;

	while (*at != ENI_NONE)
		if (a->day[*at].day <= of->attended)
			*at = a->day[*at].next;
		else
			at = &a->day[*at].next;
}

static void
note_absent(struct eni_absences *a, struct eni_absence *of, int32_t day)
{
	if (day > of->last_absent)
		of->last_absent = day;
	if (day <= of->attended)
		return;
	for (uint32_t i = of->list; i != ENI_NONE; i = a->day[i].next)
		if (a->day[i].day == day)
			return;
	a->day = eni_grow(a->day, &a->cap, a->n + 1, sizeof *a->day);
	a->day[a->n] = (struct eni_absent_day){day, of->list};
	of->list = (uint32_t)a->n++;
}

void
eni_absences_note(struct eni_absences *a, uint32_t client, int outcome, int32_t day)
{
	struct eni_absence *of = &a->of[client];

	if (outcome == ENI_VISIT_ABSENT) {
		note_absent(a, of, day);
	} else if (outcome == ENI_VISIT_ATTENDED && day > of->attended) {
		of->attended = day;
		drop_attended(a, of);
	}
}

size_t
eni_absences_run(const struct eni_absences *a, uint32_t client)
{
	size_t n = 0;

	for (uint32_t i = a->of[client].list; i != ENI_NONE; i = a->day[i].next)
		n++;
	return n;
}

void
eni_absences_free(struct eni_absences *a)
{
	free(a->of);
	free(a->day);
	*a = (struct eni_absences){0};
}
