/* Capacity in words: see capacity.h. */
#include "partner/capacity.h"

/* By weekday where the office counts so; else the total; else by the words of a field, or by who looks after them. */
static bool
is_named(const struct eni_places *p, const struct eni_a_place *place)
{
	const struct eni_office *o = &p->book->office;

	if (o->n_seats > 0)
		return place->by == ENI_BY_DAY;
	return o->seats_total > 0 ? place->by == ENI_BY_TOTAL : true;
}

bool
eni_capacity_any(const struct eni_places *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (is_named(p, &p->one[i]) && eni_place_free(&p->one[i]) > 0)
			return true;
	return false;
}

static void
add_day(struct eni_buf *out, const struct eni_texts *t, const struct eni_seat_row *row, const char *lang)
{
	eni_buf_add(out, eni_texts_label(t, "day", eni_str_of(eni_word_code(ENI_V_WEEKDAY, row->day + 1)), lang));
	if (row->session != 0)
		eni_buf_add(out, eni_texts_label(t, "session", eni_str_of(eni_word_code(ENI_V_SESSION, row->session)), lang));
}

static void
add_place(
    struct eni_buf *out, const struct eni_places *p, const struct eni_a_place *place, const struct eni_texts *t, const char *lang)
{
	static const char *const form[] = {
	    [ENI_BY_DAY] = "free-day", [ENI_BY_TOTAL] = "free-total", [ENI_BY_WORD] = "free-kind", [ENI_BY_STAFF] = "free-staff"};
	struct eni_buf day = {0};
	struct eni_blank blank[3];
	char n[24];

	snprintf(n, sizeof n, "%lld", (long long)eni_place_free(place));
	if (place->by == ENI_BY_DAY)
		add_day(&day, t, place->day, lang);
	blank[0] = (struct eni_blank){"n", eni_str_of(n)};
	blank[1] = (struct eni_blank){"day", eni_buf_str(&day)};
	blank[2] = (struct eni_blank){"kind", eni_place_label(p, place, lang)};
	eni_texts_fill(out, eni_texts_label(t, "form", eni_str_of(form[place->by]), lang), blank, 3);
	eni_buf_free(&day);
}

void
eni_capacity_phrase(struct eni_buf *out, const struct eni_places *p, const struct eni_texts *t, const char *lang)
{
	struct eni_str join = eni_texts_label(t, "join", ENI_S("capacity"), lang);
	size_t start = out->n;

	for (size_t i = 0; i < p->n; i++) {
		if (!is_named(p, &p->one[i]) || eni_place_free(&p->one[i]) == 0)
			continue;
		if (out->n > start)
			eni_buf_add(out, join);
		add_place(out, p, &p->one[i], t, lang);
	}
	if (out->n == start)
		eni_buf_add(out, eni_texts_label(t, "form", ENI_S("full"), lang));
}
