/* Known numbers: see phones.h. */
#include "phone/phones.h"

#include <stdlib.h>

#include "base/dial.h"
#include "base/text.h"

/* Where numbers stand, the nearest to the person first. */
static const struct {
	enum eni_kind kind;
	const char *field;
	uint8_t caller;
} sources[ENI_PHONE_SOURCES] = {
    {ENI_CLIENTS, "phone", ENI_CALLER_CLIENT},
    {ENI_CLIENTS, "phone2", ENI_CALLER_CLIENT},
    {ENI_CLIENTS, "family_phone", ENI_CALLER_FAMILY},
    {ENI_CLIENTS, "decision_phone", ENI_CALLER_FAMILY},
    {ENI_REFERRERS, "phone", ENI_CALLER_REFERRER},
    {ENI_REFERRERS, "fax", ENI_CALLER_REFERRER},
    {ENI_STAFF, "phone", ENI_CALLER_STAFF},
};

/* What proves that a client was known. */
static const char *const dates[ENI_PHONE_DATES] = {
    "inquiry_at", "visit_end", "signed_date", "first_visit", "start_date", "end_date"};

static struct eni_sheet *
sheet_of(struct eni_book *b, enum eni_kind kind)
{
	return kind == ENI_CLIENTS ? &b->clients : kind == ENI_REFERRERS ? &b->referrers : &b->staff;
}

static uint32_t
first_subject(const struct eni_book *b, enum eni_kind kind)
{
	return kind == ENI_CLIENTS ? 0 : kind == ENI_REFERRERS ? eni_subject_referrer(b, 0) : eni_subject_staff(b, 0);
}

void
eni_phones_want(struct eni_phones *p, struct eni_book *b)
{
	*p = (struct eni_phones){.book = b};
	for (size_t i = 0; i < ENI_PHONE_SOURCES; i++)
		p->source[i] = eni_sheet_want(sheet_of(b, sources[i].kind), eni_str_of(sources[i].field), ENI_AS_RAW);
	for (size_t i = 0; i < ENI_PHONE_DATES; i++)
		p->date[i] = eni_sheet_want(&b->clients, eni_str_of(dates[i]), ENI_AS_TYPED);
	p->since_col = eni_sheet_want(&b->referrers, ENI_S("since"), ENI_AS_TYPED);
}

bool
eni_phones_lack_columns(const struct eni_phones *p)
{
	const struct eni_sheet *s = &p->book->clients;

	for (size_t i = 0; i < ENI_PHONE_SOURCES; i++)
		if (sources[i].kind == ENI_CLIENTS && s->column[p->source[i]].cell.text != NULL)
			return false;
	return s->n > 0;
}

/* ---- the index ---- */

static void
add_owner(struct eni_phones *p, struct eni_str digits, uint32_t subject, uint8_t caller)
{
	uint32_t at = (uint32_t)p->n, head = eni_map_get(&p->by_digits, digits);

	p->owner = eni_grow(p->owner, &p->cap, p->n + 1, sizeof *p->owner);
	p->owner[p->n++] = (struct eni_owner){subject, caller, ENI_NONE, at};
	if (head == ENI_NONE) {
		eni_map_add(&p->by_digits, eni_arena_pack(&p->arena, digits), at);
		return;
	}
	p->owner[p->owner[head].tail].next = at;
	p->owner[head].tail = at;
}

static void
add_cell(struct eni_phones *p, struct eni_buf *buf, struct eni_str cell, uint32_t subject, uint8_t caller)
{
	while (eni_phone_next(buf, &cell, NULL))
		add_owner(p, eni_buf_str(buf), subject, caller);
}

static void
lower(int32_t *since, struct eni_when w)
{
	int32_t packed = eni_pack_when(w);

	if (eni_is_day(w) && (*since == ENI_PACKED_NONE || packed < *since))
		*since = packed;
}

static void
find_since(struct eni_phones *p)
{
	const struct eni_book *b = p->book;

	p->since = eni_realloc(NULL, (eni_subject_office(b) + 1) * sizeof *p->since);
	for (uint32_t s = 0; s < eni_subject_office(b); s++)
		p->since[s] = ENI_PACKED_NONE;
	for (size_t i = 0; i < ENI_PHONE_DATES; i++)
		for (uint32_t s = 0; s < b->clients.n; s++)
			lower(&p->since[s], eni_sheet_when(&b->clients, p->date[i], s));
	for (size_t i = 0; i < b->referrers.n; i++)
		lower(&p->since[eni_subject_referrer(b, i)], eni_sheet_when(&b->referrers, p->since_col, i));
}

/* One who came back has the present start alone in clients.csv.  Bad rows are the business of those who judge stays. */
static int
lower_by_stays(struct eni_phones *p)
{
	static const char *const names[] = {"id", "start"};
	struct eni_stream s;
	int got = eni_stream_open(&s, p->book, ENI_STAYS, names, 2);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&s)) > 0) {
		uint32_t who = eni_book_find(p->book, eni_stream_cell(&s, 0));
		struct eni_when start;

		if (who < p->book->clients.n && p->since[who] != ENI_PACKED_NONE && eni_stream_when(&s, 1, &start) == 1)
			lower(&p->since[who], start);
	}
	eni_stream_close(&s);
	return got;
}

int
eni_phones_index(struct eni_phones *p)
{
	struct eni_buf buf = {0};

	for (size_t i = 0; i < ENI_PHONE_SOURCES; i++) {
		const struct eni_sheet *s = sheet_of(p->book, sources[i].kind);
		uint32_t base = first_subject(p->book, sources[i].kind);

		for (size_t row = 0; row < s->n; row++)
			add_cell(p, &buf, eni_sheet_text(s, p->source[i], row), base + (uint32_t)row, sources[i].caller);
	}
	eni_buf_free(&buf);
	find_since(p);
	return lower_by_stays(p);
}

/* ---- asking ---- */

struct eni_when
eni_phones_since(const struct eni_phones *p, uint32_t subject)
{
	return subject < eni_subject_office(p->book) ? eni_unpack_when(p->since[subject]) : ENI_NEVER;
}

bool
eni_phones_knew(const struct eni_phones *p, uint32_t subject, struct eni_when at)
{
	struct eni_when since = eni_phones_since(p, subject);

	return !eni_is_day(since) || !eni_before(at, since);
}

const struct eni_owner *
eni_phones_find(const struct eni_phones *p, struct eni_str digits, struct eni_when at)
{
	uint32_t i = eni_map_get(&p->by_digits, digits);

	while (i != ENI_NONE && !eni_phones_knew(p, p->owner[i].subject, at))
		i = p->owner[i].next;
	return i == ENI_NONE ? NULL : &p->owner[i];
}

const struct eni_owner *
eni_phones_owners(const struct eni_phones *p, struct eni_str digits)
{
	uint32_t i = eni_map_get(&p->by_digits, digits);

	return i == ENI_NONE ? NULL : &p->owner[i];
}

void
eni_phones_free(struct eni_phones *p)
{
	free(p->owner);
	free(p->since);
	eni_map_free(&p->by_digits);
	eni_arena_free(&p->arena);
	*p = (struct eni_phones){0};
}
