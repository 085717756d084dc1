/* One person's history: see history.h. */
#include "duty/history.h"

#include <stdlib.h>

#include "book/touches.h"

const char *const eni_own_day[] = {[ENI_OWN_INQUIRY] = "inquiry_at",
    [ENI_OWN_VISIT] = "visit_at",
    [ENI_OWN_VISIT_END] = "visit_end",
    [ENI_OWN_READY] = "ready_date",
    [ENI_OWN_SIGNED] = "signed_date",
    [ENI_OWN_LOST] = "lost_date",
    [ENI_OWN_START] = "start_date",
    [ENI_OWN_FIRST_VISIT] = "first_visit",
    [ENI_OWN_CONSENT] = "consent_from",
    [ENI_OWN_MEETING] = "meeting_date",
    [ENI_OWN_DECIDED] = "decided_on",
    [ENI_OWN_END] = "end_date",
    [ENI_OWN_DISCHARGE] = "discharge_date",
    [ENI_OWN_RESTORED] = "rule_restored",
    [ENI_OWN_RETURNED] = "returned_date",
    [ENI_OWN_DEATH] = "death_date"};
ENI_ROW_FOR_EACH(eni_own_day, ENI_OWN_DAYS);

const struct eni_trail eni_trail[ENI_TRAILS] = {
    {ENI_VISITS, "visit", "date", NULL, NULL, "outcome", "note"},
    {ENI_INCIDENTS, "incident", "date", "told_at", "kind", "status", "note"},
    {ENI_CALLS, "call", "at", NULL, "dir", "result", "note"},
    {ENI_STEPS, "step", "started_at", NULL, "step", "outcome", "note"},
    {ENI_SURVEYS, "survey", "at", NULL, "kind", "reason", "note"},
    {ENI_STAYS, "stay", "start", "end", "reason", "end", "note"},
};
enum { ID, AT, KIND, OUTCOME, NOTE, COLUMNS };

void
eni_history_want(struct eni_book *b)
{
	for (size_t i = 0; i < ENI_OWN_DAYS; i++)
		eni_sheet_want(&b->clients, eni_str_of(eni_own_day[i]), ENI_AS_TYPED);
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

	eni_stream_when(s, AT, &at);
	if (is_later(b, at))
		return;
	e = add(h, at);
	e->what = what_of(h, what, cell(h, b, s, KIND));
	e->outcome = cell(h, b, s, OUTCOME);
	e->note = cell(h, b, s, NOTE);
}

static int
read_trail(struct eni_history *h, struct eni_book *b, uint32_t subject, const struct eni_trail *trail)
{
	const char *const names[COLUMNS] = {"id", trail->at, trail->kind_field, trail->outcome, trail->note};
	struct eni_stream s;
	int got = eni_stream_open(&s, b, trail->kind, names, COLUMNS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_stream_next(&s)) > 0)
		if (eni_book_find(b, eni_stream_cell(&s, ID)) == subject)
			add_row(h, b, &s, trail->what);
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
	for (size_t i = 0; eni_subject_is_client(b, subject) && i < ENI_OWN_DAYS; i++) {
		size_t col = eni_sheet_find(&b->clients, eni_str_of(eni_own_day[i]), ENI_AS_TYPED);
		struct eni_when at = eni_sheet_when(&b->clients, col, subject);

		if (eni_is_day(at))
			add(h, at)->what = eni_str_of(eni_own_day[i]);
	}
	if (read_journal(h, b, subject) == -1)
		return -1;
	for (size_t i = 0; i < ENI_TRAILS; i++)
		if (read_trail(h, b, subject, &eni_trail[i]) == -1)
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
