/* Stays and visits as the models want them: see forecast.h. */
#include "worth/forecast.h"

#include <math.h>
#include <stdlib.h>

#include "base/num.h"

/* ---- staying ---- */

void
eni_staying_take(struct eni_staying *s, const struct eni_stay *stay, bool listed)
{
	bool left = stay->over && stay->end <= s->as_of;
	double stayed, whole;
	size_t late;

	if (stay->start == ENI_NODAY || (stay->over && stay->end == ENI_NODAY)) {
		if (s->undated++ == 0)
			s->first_undated = stay->place;
		return;
	}
	if (stay->seen > s->as_of || (left && stay->end <= stay->seen && stay->start < stay->seen))
		return;
	s->stays++;
	stayed = ((left ? stay->end : s->as_of) - stay->start) / s->days;
	whole = floor(stayed);
	late = (size_t)ceil((stay->seen - stay->start) / s->days);
	if (left) { /* in period `in`, which may not be over for those who began then */
		double in = stayed > 0 ? ceil(stayed) : 1;
		bool over = stay->start + in * s->days <= s->as_of;

		eni_sbg_exit(&s->exits, late, (size_t)(over ? in - 1 : whole), over);
		return;
	}
	eni_sbg_exit(&s->exits, late, (size_t)whole, false);
	if (!listed)
		return;
	s->present = eni_grow(s->present, &s->cap, s->n + 1, sizeof *s->present);
	s->present[s->n++] = (struct eni_present){eni_arena_pack(&s->arena, stay->id), stay->subject, stayed, !stay->over};
}

void
eni_staying_free(struct eni_staying *s)
{
	eni_sbg_exits_free(&s->exits);
	eni_arena_free(&s->arena);
	free(s->present);
}

/* ---- coming ---- */

enum { ID, DATE, OUTCOME, FEE, VISIT_FIELDS };
static const char *const visit_names[] = {[ID] = "id", [DATE] = "date", [OUTCOME] = "outcome", [FEE] = "fee"};
ENI_ROW_FOR_EACH(visit_names, VISIT_FIELDS);

void
eni_comings_want(struct eni_comings *c, struct eni_book *b)
{
	*c = (struct eni_comings){.book = b, .outcome = eni_field_find(ENI_VISITS, ENI_S("outcome"))};
	eni_prices_want(&c->prices, b);
	eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW); /* visits may name clients */
}

/* The number of whoever the row is about. */
static uint32_t
number_of(struct eni_comings *c, struct eni_str id)
{
	uint32_t who = eni_book_find(c->book, id), at;

	if (who != ENI_NONE && eni_subject_is_client(c->book, who))
		return who;
	if ((at = eni_map_get(&c->strangers, id)) == ENI_NONE) {
		at = (uint32_t)c->strangers.n;
		c->stranger = eni_grow(c->stranger, &c->cap_strangers, at + (size_t)1, sizeof *c->stranger);
		c->stranger[at] = eni_arena_pack(&c->arena, id);
		eni_map_add(&c->strangers, c->stranger[at], at);
	}
	return (uint32_t)c->book->clients.n + at;
}

struct eni_str
eni_comings_id(const struct eni_comings *c, uint32_t who)
{
	return who < c->book->clients.n ? eni_subject_id(c->book, who) : c->stranger[who - c->book->clients.n];
}

static int64_t
fee_of(struct eni_comings *c, const struct eni_stream *in, uint32_t who)
{
	const struct eni_office *o = &c->book->office;
	int64_t fee;
	int got = eni_money_parse(eni_stream_cell(in, FEE), o->decimals, &fee);

	if (got == 1)
		return fee;
	if (got == -1)
		eni_aside(c->book->diag, in->row.place, "fee", "want an amount such as 4000; counted as empty");
	return eni_price_of(&c->prices, who);
}

static int
read_visit(struct eni_comings *c, const struct eni_stream *in)
{
	struct eni_str id = eni_str_trim(eni_stream_cell(in, ID));
	struct eni_when date;
	uint32_t who;

	if (c->known_outcome && eni_book_code(c->book, c->outcome, eni_stream_cell(in, OUTCOME)) != ENI_VISIT_ATTENDED)
		return 0;
	if (id.n == 0)
		return eni_reader_reject(in->reader, "id", "is empty");
	if (eni_stream_when(in, DATE, &date) != 1)
		return eni_reader_reject(in->reader, "date", "want a day such as 2026-04-01");
	if (!eni_book_has_happened(c->book, date))
		return 0;
	who = number_of(c, id);
	c->came = eni_grow(c->came, &c->cap, c->n + 1, sizeof *c->came);
	c->came[c->n++] = (struct eni_came){who, eni_pack_when(date), fee_of(c, in, who)};
	return 0;
}

static int
by_who_and_time(const void *a, const void *b)
{
	const struct eni_came *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return x->at != y->at ? (x->at > y->at) - (x->at < y->at) : (x->fee > y->fee) - (x->fee < y->fee);
}

/* Sorts, and counts the rows that are there twice; they stay, for fees are summed as they stand (decision 49). */
static void
settle(struct eni_comings *c)
{
	if (c->n > 1)
		qsort(c->came, c->n, sizeof *c->came, by_who_and_time);
	for (size_t i = 1; i < c->n; i++)
		c->twice += by_who_and_time(&c->came[i - 1], &c->came[i]) == 0;
}

int
eni_comings_read(struct eni_comings *c)
{
	struct eni_stream in;
	int got = eni_stream_open(&in, c->book, ENI_VISITS, visit_names, VISIT_FIELDS);

	if (got != 0)
		return got;
	c->known_outcome = eni_stream_has(&in, OUTCOME);
	for (size_t k = ID; got == 0 && k <= DATE; k++)
		if (!eni_stream_has(&in, k) && in.n_header > 0)
			got = eni_fail(c->book->diag, ENI_NOWHERE, visit_names[k], "visits has no such column");
	while (got == 0 && (got = eni_stream_next(&in)) > 0) {
		read_visit(c, &in);
		got = c->book->diag->status == 2 ? -1 : 0;
	}
	eni_stream_close(&in);
	settle(c);
	return got;
}

void
eni_comings_free(struct eni_comings *c)
{
	free(c->came);
	free(c->stranger);
	eni_map_free(&c->strangers);
	eni_arena_free(&c->arena);
}

static int32_t
day_of(const struct eni_came *c)
{
	return eni_unpack_when(c->at).day;
}

/* One person's visits, n of them. */
static struct eni_guest
guest_of(const struct eni_came *came, size_t n, int32_t as_of, double days)
{
	struct eni_guest g = {.who = came->who, .seen = {.times = 1}};
	int32_t first = day_of(came), day = first, last = first;
	double paid = 0;

	for (size_t i = 0; i < n; i++, last = day) {
		day = day_of(&came[i]);
		if (day > as_of)
			g.later += day > last;
		else if (day > first) {
			g.seen.x += day > last;
			g.seen.tx = (day - first) / days;
			paid += came[i].fee < 0 ? NAN : (double)came[i].fee;
		}
	}
	g.seen.T = (as_of - first) / days;
	g.mean = g.seen.x == 0 ? NAN : paid / g.seen.x;
	return g;
}

struct eni_guest *
eni_comings_guests(
    const struct eni_comings *c, int32_t as_of, double days, bool (*keep)(void *to, uint32_t who), void *to, size_t *n)
{
	struct eni_guest *guest = NULL;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0, next; i < c->n; i = next) {
		for (next = i; next < c->n && c->came[next].who == c->came[i].who; next++)
			;
		if (day_of(&c->came[i]) > as_of || !keep(to, c->came[i].who))
			continue;
		guest = eni_grow(guest, &cap, *n + 1, sizeof *guest);
		guest[(*n)++] = guest_of(&c->came[i], next - i, as_of, days);
	}
	return guest;
}

/* ---- money ---- */

bool
eni_minor_units(double x, int64_t *out)
{
	x = round(x);
	if (!(fabs(x) < 9e15))
		return false;
	*out = (int64_t)x;
	return true;
}
