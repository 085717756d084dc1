/* One person's history: see history.h. */
#include "duty/history.h"

#include <stdlib.h>

/* Which files hold rows about a person, and which of their columns tell what. */
static const struct {
	enum eni_kind kind;
	const char *what;                                            /* contact, visit ... */
	const char *at, *kind_field, *channel, *to, *outcome, *note; /* column names; NULL: none */
} sources[] = {
    {ENI_CONTACTS, "contact", "at", "rule", "channel", "to", "outcome", "note"},
    {ENI_VISITS, "visit", "date", NULL, NULL, NULL, "outcome", "note"},
    {ENI_INCIDENTS, "incident", "date", "kind", NULL, NULL, "status", "note"},
    {ENI_CALLS, "call", "at", "dir", NULL, NULL, "result", "note"},
    {ENI_STEPS, "step", "started_at", "step", NULL, NULL, "outcome", "note"},
    {ENI_SURVEYS, "survey", "at", "kind", NULL, NULL, "reason", "note"},
    {ENI_STAYS, "stay", "start", "reason", NULL, NULL, "end", "note"},
};
enum { AT = 1, KIND, CHANNEL, TO, OUTCOME, NOTE, COLUMNS };

static const char *const own_dates[] = {"inquiry_at", "visit_end", "ready_date", "signed_date", "lost_date", "start_date",
    "first_visit", "consent_from", "end_date", "discharge_date", "rule_restored", "returned_date"};

void
eni_history_want(struct eni_book *b)
{
	for (size_t i = 0; i < sizeof own_dates / sizeof *own_dates; i++)
		eni_sheet_want(&b->clients, eni_str_of(own_dates[i]), ENI_AS_TYPED);
}

static struct eni_entry_shown *
add(struct eni_history *h, struct eni_when at)
{
	h->entry = eni_grow(h->entry, &h->cap, h->n + 1, sizeof *h->entry);
	h->entry[h->n] = (struct eni_entry_shown){.at = at, .nth = (uint32_t)h->n};
	return &h->entry[h->n++];
}

/* Codes as the program knows them, other text as it was written. */
static struct eni_str
cell(struct eni_history *h, const struct eni_book *b, const struct eni_stream *s, size_t k)
{
	struct eni_str text = eni_stream_cell(s, k);
	const struct eni_field *f = eni_stream_has(s, k) ? s->bound[s->at[k]] : NULL;
	int code = f != NULL && f->type == ENI_ENUM ? eni_book_code(b, f, text) : 0;

	return code > 0 ? eni_str_of(eni_word_code(f->vocab, code)) : eni_arena_keep(&h->arena, text);
}

static void
add_row(struct eni_history *h, const struct eni_book *b, const struct eni_stream *s, const char *what)
{
	struct eni_when at = ENI_NEVER;
	struct eni_entry_shown *e;
	struct eni_str kind = cell(h, b, s, KIND);

	eni_office_when(&b->office, eni_stream_cell(s, AT), &at);
	if (eni_is_day(at) && !eni_book_has_happened(b, at))
		return; /* rows later than the moment do not exist (decision 10) */
	e = add(h, at);
	e->what = kind.n == 0 ? eni_str_of(what) : eni_arena_printf(&h->arena, "%s %.*s", what, (int)kind.n, kind.p);
	e->channel = cell(h, b, s, CHANNEL);
	e->to = cell(h, b, s, TO);
	e->outcome = cell(h, b, s, OUTCOME);
	e->note = cell(h, b, s, NOTE);
}

static int
read_source(struct eni_history *h, struct eni_book *b, uint32_t subject, size_t i)
{
	const char *names[COLUMNS] = {
	    "id", sources[i].at, sources[i].kind_field, sources[i].channel, sources[i].to, sources[i].outcome, sources[i].note};
	struct eni_stream s;
	int got;

	for (size_t k = 0; k < COLUMNS; k++)
		if (names[k] == NULL)
			names[k] = " "; /* no header is a blank */
	got = eni_stream_open(&s, b, sources[i].kind, names, COLUMNS);
	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&s)) > 0)
		if (eni_book_find(b, eni_stream_cell(&s, 0)) == subject)
			add_row(h, b, &s, sources[i].what);
	eni_stream_close(&s);
	return got;
}

static int
newest_first(const void *a, const void *b)
{
	const struct eni_entry_shown *x = a, *y = b;
	int c = eni_when_cmp(y->at, x->at);

	return c != 0 ? c : (y->nth > x->nth) - (y->nth < x->nth);
}

int
eni_history_read(struct eni_history *h, struct eni_book *b, uint32_t subject)
{
	*h = (struct eni_history){0};
	for (size_t i = 0; eni_subject_is_client(b, subject) && i < sizeof own_dates / sizeof *own_dates; i++) {
		size_t col = eni_sheet_column(&b->clients, eni_str_of(own_dates[i]), ENI_AS_TYPED);
		struct eni_when at = eni_sheet_when(&b->clients, col, subject);

		if (eni_is_day(at))
			add(h, at)->what = eni_str_of(own_dates[i]);
	}
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (read_source(h, b, subject, i) == -1)
			return -1;
	if (h->n > 1)
		qsort(h->entry, h->n, sizeof *h->entry, newest_first);
	return 0;
}

void
eni_history_free(struct eni_history *h)
{
	free(h->entry);
	eni_arena_free(&h->arena);
	*h = (struct eni_history){0};
}
