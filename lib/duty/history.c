/* One person's history: see history.h. */
#include "duty/history.h"

#include <stdlib.h>

#include "book/touches.h"

/* Which files hold rows about a person besides the journal, and which of their columns say what. */
static const struct {
	enum eni_kind kind;
	const char *what;
	const char *at, *kind_field, *outcome, *note; /* column names; NULL: none */
} sources[] = {
    {ENI_VISITS, "visit", "date", NULL, "outcome", "note"},
    {ENI_INCIDENTS, "incident", "date", "kind", "status", "note"},
    {ENI_CALLS, "call", "at", "dir", "result", "note"},
    {ENI_STEPS, "step", "started_at", "step", "outcome", "note"},
    {ENI_SURVEYS, "survey", "at", "kind", "reason", "note"},
    {ENI_STAYS, "stay", "start", "reason", "end", "note"},
};
enum { ID, AT, KIND, OUTCOME, NOTE, COLUMNS };

static const char *const own_dates[] = {"inquiry_at", "visit_end", "ready_date", "signed_date", "lost_date", "start_date",
    "first_visit", "consent_from", "end_date", "discharge_date", "rule_restored", "returned_date"};

void
eni_history_want(struct eni_book *b)
{
	for (size_t i = 0; i < sizeof own_dates / sizeof *own_dates; i++)
		eni_sheet_want(&b->clients, eni_str_of(own_dates[i]), ENI_AS_TYPED);
}

static struct eni_history_line *
add(struct eni_history *h, struct eni_when at)
{
	h->line = eni_grow(h->line, &h->cap, h->n + 1, sizeof *h->line);
	h->line[h->n] = (struct eni_history_line){.at = at, .nth = (uint32_t)h->n};
	return &h->line[h->n++];
}

/* Codes as the program knows them, other text as it was written. */
static struct eni_str
cell(struct eni_history *h, const struct eni_book *b, const struct eni_stream *s, size_t k)
{
	struct eni_str text;
	const struct eni_field *f;
	int code;

	if (!eni_stream_has(s, k))
		return (struct eni_str){"", 0};
	text = eni_stream_cell(s, k);
	f = s->bound[s->at[k]];
	code = f != NULL && f->type == ENI_ENUM ? eni_book_code(b, f, text) : 0;
	return eni_word_known(code) > 0 ? eni_str_of(eni_word_code(f->vocab, code)) : eni_arena_keep(&h->arena, text);
}

/* Rows later than the moment do not exist (decision 10); those without a day are shown. */
static bool
is_later(const struct eni_book *b, struct eni_when at)
{
	return eni_is_day(at) && !eni_book_has_happened(b, at);
}

static struct eni_str
what_of(struct eni_history *h, const char *what, struct eni_str kind)
{
	return kind.n == 0 ? eni_str_of(what) : eni_arena_printf(&h->arena, "%s %.*s", what, (int)kind.n, kind.p);
}

static void
add_row(struct eni_history *h, const struct eni_book *b, const struct eni_stream *s, const char *what)
{
	struct eni_when at = ENI_NEVER;
	struct eni_history_line *e;

	eni_office_when(&b->office, eni_stream_cell(s, AT), &at);
	if (is_later(b, at))
		return;
	e = add(h, at);
	e->what = what_of(h, what, cell(h, b, s, KIND));
	e->outcome = cell(h, b, s, OUTCOME);
	e->note = cell(h, b, s, NOTE);
}

static int
read_source(struct eni_history *h, struct eni_book *b, uint32_t subject, size_t i)
{
	const char *const names[COLUMNS] = {"id", sources[i].at, sources[i].kind_field, sources[i].outcome, sources[i].note};
	struct eni_stream s;
	int got = eni_stream_open(&s, b, sources[i].kind, names, COLUMNS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&s)) > 0)
		if (eni_book_find(b, eni_stream_cell(&s, ID)) == subject)
			add_row(h, b, &s, sources[i].what);
	eni_stream_close(&s);
	return got;
}

static void
add_touch(struct eni_history *h, const struct eni_touches *j, struct eni_when at)
{
	struct eni_history_line *e = add(h, at);

	e->what = what_of(h, "contact", cell(h, j->book, &j->in, ENI_TOUCH_RULE));
	e->channel = cell(h, j->book, &j->in, ENI_TOUCH_CHANNEL);
	e->to = cell(h, j->book, &j->in, ENI_TOUCH_TO);
	e->outcome = cell(h, j->book, &j->in, ENI_TOUCH_OUTCOME);
	e->note = cell(h, j->book, &j->in, ENI_TOUCH_NOTE);
}

static int
read_journal(struct eni_history *h, struct eni_book *b, uint32_t subject)
{
	struct eni_touches journal;
	struct eni_touch t;
	int got = eni_touches_open(&journal, b, 1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_NOTE);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_touches_next(&journal, &t)) > 0)
		if (eni_book_find(b, t.id) == subject && !is_later(b, t.at))
			add_touch(h, &journal, t.at);
	eni_touches_close(&journal);
	return got;
}

static int
newest_first(const void *a, const void *b)
{
	const struct eni_history_line *x = a, *y = b;
	int c = eni_when_cmp(y->at, x->at);

	return c != 0 ? c : (y->nth > x->nth) - (y->nth < x->nth);
}

int
eni_history_read(struct eni_history *h, struct eni_book *b, uint32_t subject)
{
	*h = (struct eni_history){0};
	for (size_t i = 0; eni_subject_is_client(b, subject) && i < sizeof own_dates / sizeof *own_dates; i++) {
		size_t col = eni_sheet_find(&b->clients, eni_str_of(own_dates[i]), ENI_AS_TYPED);
		struct eni_when at = eni_sheet_when(&b->clients, col, subject);

		if (eni_is_day(at))
			add(h, at)->what = eni_str_of(own_dates[i]);
	}
	if (read_journal(h, b, subject) == -1)
		return -1;
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (read_source(h, b, subject, i) == -1)
			return -1;
	if (h->n > 1)
		qsort(h->line, h->n, sizeof *h->line, newest_first);
	return 0;
}

void
eni_history_free(struct eni_history *h)
{
	free(h->line);
	eni_arena_free(&h->arena);
	*h = (struct eni_history){0};
}
