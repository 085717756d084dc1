/* Places: see places.h. */
#include "stay/places.h"

#include "base/num.h"

static void
add_place(struct eni_places *p, struct eni_a_place place)
{
	p->one[p->n++] = place;
}

static void
add_days(struct eni_places *p)
{
	const struct eni_office *o = &p->book->office;

	for (size_t i = 0; i < o->n_seats; i++) {
		const struct eni_seat_row *row = &o->seat[i];
		struct eni_buf name = {0};

		eni_weekdays_format(&name, eni_seat_bits(row));
		add_place(p,
		    (struct eni_a_place){
			.by = ENI_BY_DAY, .day = row, .name = eni_arena_keep(&p->arena, eni_buf_str(&name)), .seats = row->seats});
		eni_buf_free(&name);
	}
}

static int
need(struct eni_places *p, const char *field, const char *what)
{
	const struct eni_sheet *s = &p->book->clients;

	if (eni_sheet_has_header(s, eni_str_of(field)))
		return 0;
	return eni_fail(p->book->diag, ENI_NOWHERE, field,
	    s->n_headers == 0 ? N_("%s: there are no clients to count; the book has no clients file")
			      : N_("%s: the clients have no such column"),
	    what);
}

/* seats: {care_level: {care3: 10}}: as the settings were checked, one field of clients. */
static int
add_codes(struct eni_places *p, struct eni_str name, const struct eni_node *by, const char *what)
{
	const char *file = p->book->office.file;
	int64_t seats;

	p->by = eni_field_find(ENI_CLIENTS, name);
	if (p->by == NULL || p->by->type != ENI_ENUM)
		return eni_fail(p->book->diag, eni_at(file, by->line), "seats",
		    "want weekdays, total, staff, or a field of clients that has codes, such as care_level");
	if (need(p, p->by->name, what) == -1)
		return -1;
	p->field = eni_sheet_want(&p->book->clients, eni_str_of(p->by->name), ENI_AS_TYPED);
	for (size_t i = 0; i < by->n; i++) {
		int code = eni_book_code(p->book, p->by, by->key[i]->text);

		if (eni_word_known(code) == 0)
			return eni_fail(p->book->diag, eni_at(file, by->key[i]->line), "seats", "unknown word");
		eni_count_parse(eni_node_text(by->item[i]), &seats);
		add_place(
		    p, (struct eni_a_place){
			   .by = ENI_BY_WORD, .code = code, .name = eni_str_of(eni_word_code(p->by->vocab, code)), .seats = seats});
	}
	return 0;
}

/* seats: {staff: {S1: 35}}. */
static int
add_staff(struct eni_places *p, const struct eni_node *by, const char *what)
{
	int64_t seats;

	if (need(p, "staff", what) == -1)
		return -1;
	p->staff_field = eni_field_find(ENI_CLIENTS, ENI_S("staff"));
	p->staff = eni_sheet_want(&p->book->clients, ENI_S("staff"), ENI_AS_RAW);
	p->staff_name = eni_sheet_want(&p->book->staff, ENI_S("name"), ENI_AS_RAW);
	for (size_t i = 0; i < by->n; i++) {
		eni_count_parse(eni_node_text(by->item[i]), &seats);
		add_place(p, (struct eni_a_place){.by = ENI_BY_STAFF, .name = eni_str_trim(by->key[i]->text), .seats = seats});
	}
	return 0;
}

static int
add_by(struct eni_places *p, struct eni_str name, const struct eni_node *by, const char *what)
{
	return eni_str_is(name, "staff") ? add_staff(p, by, what) : add_codes(p, name, by, what);
}

int
eni_places_want(struct eni_places *p, struct eni_book *b, const char *what)
{
	const struct eni_office *o = &b->office;
	const struct eni_node *node = eni_office_get(o, "seats");
	size_t room = o->n_seats + 1;

	p->book = b;
	p->field = p->staff = p->staff_name = SIZE_MAX;
	for (size_t i = 0; node != NULL && i < node->n; i++)
		room += node->item[i]->n;
	p->one = eni_arena_take(&p->arena, room * sizeof *p->one);
	add_days(p);
	if (o->seats_total > 0)
		add_place(p, (struct eni_a_place){.by = ENI_BY_TOTAL, .name = ENI_S("total"), .seats = o->seats_total});
	for (size_t i = 0; node != NULL && i < node->n; i++)
		if (node->item[i]->type == ENI_MAP && add_by(p, node->key[i]->text, node->item[i], what) == -1)
			return -1;
	if (p->n == 0)
		return eni_fail(b->diag, ENI_NOWHERE, "seats",
		    "office.yaml does not say how many seats there are; want {total: 20}, or {mon: 20, tue: 20} and so on");
	if (o->n_seats > 0 && need(p, "weekdays", what) == -1)
		return -1;
	eni_seats_want(b, &p->cols, false);
	return 0;
}

bool
eni_place_is_of(const struct eni_places *p, const struct eni_a_place *place, size_t row)
{
	const struct eni_sheet *c = &p->book->clients;

	switch (place->by) {
	case ENI_BY_DAY:
		return (eni_sheet_bits(c, p->cols.weekdays, row) & eni_seat_bits(place->day)) != 0;
	case ENI_BY_WORD:
		return eni_sheet_code(c, p->field, row) == place->code;
	case ENI_BY_STAFF:
		return eni_str_eq(
		    place->name, eni_book_named(p->book, p->staff_field, eni_str_trim(eni_sheet_text(c, p->staff, row))));
	default:
		return true;
	}
}

struct eni_str
eni_place_label(const struct eni_places *p, const struct eni_a_place *place, const char *lang)
{
	uint32_t row = place->by == ENI_BY_STAFF ? eni_book_find_staff(p->book, place->name) : (uint32_t)ENI_NONE;

	if (place->by == ENI_BY_WORD)
		return eni_str_of(eni_word_label(p->by->vocab, place->code, lang));
	return row == ENI_NONE ? place->name : eni_str_trim(eni_sheet_text(&p->book->staff, p->staff_name, row));
}

/* Somebody who began, without an end, and of whom no status says that they are here. */
static bool
is_here_unsaid(const struct eni_places *p, size_t row)
{
	const struct eni_sheet *s = &p->book->clients;
	struct eni_when start = eni_sheet_when(s, p->cols.start_date, row);

	return eni_sheet_code(s, p->cols.status, row) == 0 && eni_is_day(start) && start.day <= p->book->today &&
	       !eni_is_day(eni_sheet_when(s, p->cols.end_date, row));
}

static void
report_unsaid(const struct eni_places *p)
{
	struct eni_place first = ENI_NOWHERE;
	size_t n = 0;

	for (size_t row = 0; row < p->book->clients.n; row++)
		if (is_here_unsaid(p, row) && n++ == 0)
			first = eni_sheet_place(&p->book->clients, row);
	if (n > 0)
		eni_warn(p->book->diag, first, "status",
		    eni_plural(n, "is empty in %zu record of somebody who has begun; no seat is counted for it",
			"is empty in %zu records of people who have begun; no seats are counted for them"),
		    n);
}

/* Clients who take a place of somebody nobody counts for would leave more room than there is. */
static void
report_nobodys(const struct eni_places *p, size_t n, struct eni_place first)
{
	if (n > 0)
		eni_warn(p->book->diag, first, "staff",
		    eni_plural(n, "names nobody with seats: %zu client is counted for none of them",
			"names nobody with seats: %zu clients are counted for none of them"),
		    n);
}

void
eni_places_count(struct eni_places *p)
{
	struct eni_place first = ENI_NOWHERE;
	size_t nobodys = 0;

	report_unsaid(p);
	for (size_t i = 0; i < p->n; i++)
		if (p->one[i].by == ENI_BY_STAFF)
			p->one[i].name = eni_book_named(p->book, p->staff_field, p->one[i].name);
	for (size_t row = 0; row < p->book->clients.n; row++) {
		bool booked = eni_seat_is_booked(p->book, &p->cols, row);
		bool held = !booked && eni_seat_is_held(p->book, &p->cols, row), somebodys = p->staff == SIZE_MAX;

		for (size_t i = 0; (booked || held) && i < p->n; i++)
			if (eni_place_is_of(p, &p->one[i], row)) {
				p->one[i].booked += booked;
				p->one[i].held += held;
				somebodys |= p->one[i].by == ENI_BY_STAFF;
			}
		if ((booked || held) && !somebodys && nobodys++ == 0)
			first = eni_sheet_place(&p->book->clients, row);
	}
	report_nobodys(p, nobodys, first);
}

void
eni_places_free(struct eni_places *p)
{
	eni_arena_free(&p->arena);
	*p = (struct eni_places){0};
}
