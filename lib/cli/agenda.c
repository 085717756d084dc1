/* Reminders: see agenda.h. */
#include "cli/agenda.h"

#include <unigbrk.h>

#include "base/text.h"
#include "cli/print.h"

bool
eni_is_agenda(const struct eni_run *run)
{
	return run->format == ENI_ICS_PAGE;
}

struct writing {
	const struct eni_agenda *agenda;
	struct eni_print *print;
	struct eni_run *run;
	struct eni_ics ics;
	struct eni_buf summary, description;
	bool full;
};

static void *
begin(struct eni_print *p, const void *how)
{
	struct eni_run *run = p->run;
	const struct eni_office *o = &run->book.office;
	struct writing *w = eni_arena_clear(&run->arena, sizeof *w);

	*w = (struct writing){.agenda = how, .print = p, .run = run, .full = eni_opt(run, "full-names") != NULL};
	w->ics = (struct eni_ics){.out = run->out,
	    .office = o->name,
	    .title = o->name.n > 0 ? o->name : eni_str_of(run->command->name),
	    .stamp = run->stamp,
	    .today = run->now.day,
	    .utc_minutes = o->utc_minutes,
	    .alarm = o->contact_hours.open,
	    .todo = eni_opt(run, "todo") != NULL};
	eni_print_want_all(p);
	return w;
}

/* ---- wording ---- */

/* What stands for the rest of a name behind its first letter; NULL: each part has its own. */
static const char *
rest_of_name(struct eni_str name, const char *lang)
{
	bool latin = name.n > 0 && (unsigned char)name.p[0] < 0x80;

	return latin ? NULL : strcmp(lang, "ja") == 0 ? "○様" : strcmp(lang, "zh") == 0 ? "某" : NULL;
}

void
eni_initials(struct eni_buf *out, struct eni_str name, const char *lang)
{
	const char *rest = rest_of_name(eni_str_trim(name), lang);

	while ((name = eni_str_trim(name)).n > 0) {
		const uint8_t *at = (const uint8_t *)name.p, *next = u8_grapheme_next(at, at + name.n);

		eni_buf_add(out, (struct eni_str){name.p, next == NULL ? name.n : (size_t)(next - at)});
		eni_buf_add(out, rest == NULL ? ENI_S(".") : eni_str_of(rest));
		if (rest != NULL)
			return;
		/* on to the next blank; the ideographic one is three bytes, none of which is a blank alone */
		while (name.n > 0 && name.p[0] != ' ' && !eni_str_starts(name, ENI_S("　")))
			name = eni_str_from(name, 1);
	}
}

static bool
is_among(const char *column, const char *const list[ENI_AGENDA_COLUMNS])
{
	for (size_t i = 0; i < ENI_AGENDA_COLUMNS && list[i] != NULL; i++)
		if (strcmp(list[i], column) == 0)
			return true;
	return false;
}

/* Line ends inside a cell would look like lines of ours. */
static void
add_flat(struct eni_buf *b, struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		eni_buf_char(b, s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == '\t' ? ' ' : s.p[i]);
}

static void
add_cell(const struct writing *w, struct eni_buf *b, const char *column, struct eni_str s)
{
	bool house = eni_str_eq(s, eni_str_trim(eni_print_column(w->print, "org"))); /* no person's name */

	if (is_among(column, w->agenda->people) && !w->full && !house)
		eni_initials(b, s, w->run->lang);
	else
		add_flat(b, s);
}

static bool
says(struct writing *w, const char *const list[ENI_AGENDA_COLUMNS], struct eni_str s)
{
	for (size_t i = 0; i < ENI_AGENDA_COLUMNS && list[i] != NULL; i++)
		if (eni_str_eq(eni_str_trim(eni_print_column(w->print, list[i])), s))
			return true;
	return false;
}

/* The columns that say something beyond what is said already (NULL: nothing is), with blanks between. */
static void
add_columns(
    struct writing *w, struct eni_buf *b, const char *const list[ENI_AGENDA_COLUMNS], const char *const said[ENI_AGENDA_COLUMNS])
{
	size_t start = b->n;

	for (size_t i = 0; i < ENI_AGENDA_COLUMNS && list[i] != NULL; i++) {
		struct eni_str s = eni_str_trim(eni_print_column(w->print, list[i]));

		if (s.n == 0 || eni_str_is(s, "-") || (said != NULL && says(w, said, s)))
			continue;
		if (b->n > start)
			eni_buf_char(b, ' ');
		add_cell(w, b, list[i], s);
	}
}

static void
add_lines(struct writing *w, const char *const list[ENI_AGENDA_COLUMNS])
{
	struct eni_buf *b = &w->description;

	for (size_t i = 0; i < ENI_AGENDA_COLUMNS && list[i] != NULL; i++) {
		struct eni_str s = eni_str_trim(eni_print_column(w->print, list[i]));

		if (s.n == 0 || eni_str_is(s, "-"))
			continue;
		if (b->n > 0)
			eni_buf_char(b, '\n');
		eni_buf_add(b, eni_str_of(eni_heading(w->run->verb->name, eni_str_of(list[i]), ENI_CLIENTS, w->run->lang)));
		eni_buf_add(b, strcmp(w->run->lang, "en") == 0 ? ENI_S(": ") : ENI_S("："));
		add_cell(w, b, list[i], s);
	}
}

/* "14:05 ご退院日のご連絡のお願い 水○様" */
static void
word_summary(struct writing *w, const struct eni_reminder *about)
{
	const struct eni_agenda *a = w->agenda;
	struct eni_buf *b = &w->summary, subject = {0};
	const char *lang = w->run->lang;
	const char *lead = strcmp(lang, "ja") == 0 ? a->lead_ja : strcmp(lang, "zh") == 0 ? a->lead_zh : a->lead;

	b->n = 0;
	if (about->due.minute >= 0)
		eni_buf_printf(b, "%02d:%02d ", about->due.minute / 60, about->due.minute % 60);
	if (lead != NULL)
		eni_buf_printf(b, "%s ", lead);
	add_columns(w, b, a->title, NULL);
	add_columns(w, &subject, a->subject, a->title);
	if (subject.n > 0)
		eni_buf_printf(b, " (%.*s)", (int)subject.n, subject.p);
	eni_buf_free(&subject);
}

static void
add_row(void *state, uint32_t subject, const void *about)
{
	struct writing *w = state;
	struct eni_reminder r;

	(void)subject;
	if (about == NULL)
		return;
	r = *(const struct eni_reminder *)about;
	w->description.n = 0;
	word_summary(w, &r);
	if (w->full)
		add_lines(w, w->agenda->reachable);
	add_lines(w, w->agenda->detail);
	r.summary = eni_buf_str(&w->summary);
	r.description = eni_buf_str(&w->description);
	if (eni_ics_add(&w->ics, &r) && eni_pass_way(r.pass) != ENI_WAY_RECALL)
		w->run->printed++;
}

static int
end(void *state)
{
	struct writing *w = state;

	eni_buf_free(&w->summary);
	eni_buf_free(&w->description);
	return eni_ics_end(&w->ics) == 0 ? 0 : eni_not_written(w->run);
}

const struct eni_sink eni_agenda_sink = {begin, add_row, end};
