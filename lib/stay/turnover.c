/* Coming and going: see turnover.h. */
#include "stay/turnover.h"

#include <stdlib.h>

int32_t
eni_months_between(int32_t from, int32_t to)
{
	int y1, m1, y2, m2, day;

	eni_day_split(from, &y1, &m1, &day);
	eni_day_split(to, &y2, &m2, &day);
	return (y2 - y1) * 12 + m2 - m1;
}

static bool
counts(const struct eni_spell *s)
{
	return s->start != ENI_NODAY && !(s->over && s->end == ENI_NODAY);
}

static int32_t
first_start(const struct eni_spells *s)
{
	int32_t first = ENI_NODAY;

	for (size_t i = 0; i < s->n; i++)
		if (counts(&s->spell[i]) && (first == ENI_NODAY || s->spell[i].start < first))
			first = s->spell[i].start;
	return first;
}

static void
add(struct eni_turnover *month, int32_t first, const struct eni_spell *s)
{
	bool died = s->reason == ENI_REASON_DEATH, came = s->start >= first;
	struct eni_turnover *from = &month[came ? eni_months_between(first, s->start) : 0], *to;

	if (s->over && s->end < first)
		return;
	from->start += !came;
	from->joined += came && !s->again;
	from->returned += came && s->again;
	if (!s->over)
		return;
	to = &month[eni_months_between(first, s->end)];
	to->left += !died;
	to->died += died;
	to->joined_and_left += came && to == from;
	to->left_of_start += !(came && to == from) && !died;
}

static int32_t
later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* Who left by the day on which the records begin was never watched; a stay of no days counts, as in a survival curve. */
static void
watch(struct eni_turnover *month, const struct eni_spell *s, int32_t records, int32_t until)
{
	int32_t from = later(s->start, records), to = s->over ? s->end : until, next;

	if (from >= to && !(s->over && s->start == s->end && s->start >= records))
		return;
	for (size_t i = (size_t)eni_months_between(month->month, from); from < to; from = next, i++) {
		next = eni_month_end(from) + 1 < to ? eni_month_end(from) + 1 : to;
		month[i].days += next - from;
	}
	if (s->over && s->reason != ENI_REASON_DEATH)
		month[eni_months_between(month->month, to)].left_watched++;
}

void
eni_turnover_watch(struct eni_turnover *month, const struct eni_spells *s, int32_t records, int32_t until)
{
	for (size_t i = 0; i < s->n; i++)
		if (counts(&s->spell[i]))
			watch(month, &s->spell[i], records, until);
}

struct eni_turnover *
eni_turnover_count(const struct eni_spells *s, int32_t records, int32_t until, size_t *n)
{
	int32_t first = first_start(s);
	struct eni_turnover *month;

	*n = 0;
	if (first != ENI_NODAY && records != ENI_NODAY)
		first = records;
	if (first == ENI_NODAY || first > until)
		return NULL;
	*n = (size_t)eni_months_between(first, until) + 1;
	month = eni_realloc(NULL, *n * sizeof *month);
	memset(month, 0, *n * sizeof *month);
	for (size_t i = 0; i < s->n; i++)
		if (counts(&s->spell[i]))
			add(month, first, &s->spell[i]);
	for (size_t i = 0; i < *n; i++) {
		struct eni_turnover *m = &month[i];

		m->month = eni_day_add_months(eni_month_start(first), (int)i);
		m->start = i == 0 ? m->start : month[i - 1].end;
		m->end = m->start + m->joined + m->returned - m->left - m->died;
	}
	return month;
}
