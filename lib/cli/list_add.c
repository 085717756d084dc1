/*
 * intake add and referral add: newcomers into the book.  What comes in is read to its end first, so that the book is not locked
 * while the user types; then, under the lock, the book is read anew, each newcomer judged, and those who are new are appended;
 * --force also notes in the journal who asked again.  With --update those who are known are compared instead, and --force writes
 * what the list says of them.
 */
#include <stdlib.h>

#include "book/files.h"
#include "cli/list_add.h"
#include "cli/list_map.h"
#include "cli/list_read.h"
#include "door/door.h"
#include "reception/enrol.h"
#include "who/named.h"

/* Doubts about a record are reported only when it is new: a form that is read every night complains once. */
struct doubt {
	size_t nth; /* of its record */
	size_t col;
	struct eni_str cell;
	enum eni_doubt what;
};

struct add {
	struct eni_run *run;
	struct doubt *doubt;
	size_t n_doubts, cap_doubts;
	struct eni_reading reading;
	struct eni_arena arena;
	struct eni_newcomer *all;
	size_t n, cap;
	bool update, force;
	struct eni_newcomer **fresh; /* those to be written */
	size_t n_fresh;
	struct eni_newcomer **asking; /* those of the book who asked again, to be noted */
	size_t n_asking;
	struct eni_newcomer **met; /* those of the book with whom they were compared */
	size_t n_met;
	struct eni_print changes; /* of --update */
	size_t n_changes;
	struct eni_book book; /* all records, read under the lock */
	bool book_open;
	struct eni_enrolment enrolment;
	struct eni_door *door;
	struct eni_place at; /* the file that is written */
	bool takes_any;      /* it has a column for everything */
	size_t *written;     /* columns of the intake that are written */
	size_t n_written;
};

/* ---- reading ---- */

static struct eni_row
keep_row(struct add *a, const struct eni_row *row)
{
	struct eni_row kept = {.n = row->n, .place = row->place};
	struct eni_str *cell;

	if (a->run->rejects == NULL)
		return kept;
	kept.raw = eni_arena_pack(&a->arena, row->raw);
	kept.cell = cell = eni_arena_take(&a->arena, (row->n + 1) * sizeof *cell);
	for (size_t i = 0; i < row->n; i++)
		cell[i] = eni_arena_pack(&a->arena, row->cell[i]);
	return kept;
}

static void
keep_newcomer(struct add *a)
{
	struct eni_intake *in = &a->reading.in;
	struct eni_newcomer w = {.row = keep_row(a, &in->row), .reader = in->source[in->at].reader, .nth = in->nth};

	w.cell = eni_arena_take(&a->arena, (in->n + 1) * sizeof *w.cell);
	for (size_t i = 0; i < in->n; i++)
		w.cell[i] = eni_arena_pack(&a->arena, in->col[i].cell);
	w.own_id = in->col[in->id].came && !eni_id_is_temporary(w.cell[in->id]);
	w.own_status = in->status != SIZE_MAX && in->col[in->status].came;
	a->all = eni_grow(a->all, &a->cap, a->n + 1, sizeof *a->all);
	a->all[a->n++] = w;
}

static void
keep_doubt(void *to, const struct eni_intake_column *c, struct eni_str cell, enum eni_doubt what)
{
	struct add *a = to;
	struct eni_intake *in = &a->reading.in;

	a->doubt = eni_grow(a->doubt, &a->cap_doubts, a->n_doubts + 1, sizeof *a->doubt);
	a->doubt[a->n_doubts++] = (struct doubt){in->nth, (size_t)(c - in->col), eni_arena_pack(&a->arena, cell), what};
}

/* All columns are read whatever is written: any may identify a person. */
static int
read_newcomers(struct add *a)
{
	struct eni_reading *r = &a->reading;
	int got;

	for (size_t i = 0; i < r->in.n; i++)
		r->in.col[i].wanted = true;
	r->in.doubt = keep_doubt;
	r->in.doubt_to = a;
	while ((got = eni_reading_next(r)) == 1)
		keep_newcomer(a);
	return got;
}

/* ---- from the clients ---- */

/* Those whom the clients' columns name in words, as referrers (decision 36). */
static int
name_newcomers(struct add *a)
{
	const struct eni_intake *in = &a->reading.in;
	struct eni_book *b = &a->run->book;
	struct eni_named *named;
	char today[ENI_WHEN_TEXT];
	size_t n;

	if (b->clients.n_headers == 0)
		return eni_fail(b->diag, eni_at("clients.csv", 0), NULL, "is missing or empty: it names nobody to add");
	eni_named_want(b);
	if (eni_book_load(b) == -1)
		return -1;
	eni_when_format((struct eni_when){b->today, ENI_NOTIME}, today);
	n = eni_named_find(b, &a->arena, &named);
	for (size_t i = 0; i < n; i++) {
		struct eni_newcomer w = {.row = {.place = named[i].place}, .nth = i};
		int kind = named[i].kind != 0 ? named[i].kind : in->usual_kind;

		w.cell = eni_arena_clear(&a->arena, (in->n + 1) * sizeof *w.cell);
		w.cell[in->name] = named[i].text;
		w.cell[in->sort] = kind == 0 ? ENI_S("") : eni_str_of(eni_word_code(ENI_V_REFERRER_KIND, kind));
		w.cell[in->since] = eni_arena_keep(&a->arena, eni_str_of(today));
		a->all = eni_grow(a->all, &a->cap, a->n + 1, sizeof *a->all);
		a->all[a->n++] = w;
	}
	return 0;
}

/* ---- the book, under the lock ---- */

static int
open_door(struct add *a)
{
	struct eni_run *run = a->run;
	const struct eni_door_options o = {.dry_run = eni_opt(run, "dry-run") != NULL,
	    .convert = eni_opt(run, "convert") != NULL,
	    .hidden = run->book.opt.hidden,
	    .add_columns = eni_opt(run, "add-columns") != NULL,
	    .fallback = eni_book_fallback(&run->book),
	    .said = run->out};
	const struct eni_book_options book = {.dir = run->book.opt.dir, .now = run->now, .hidden = run->book.opt.hidden};

	a->door = eni_door_open(run->book.opt.dir, &run->book.office, &o, &run->diag);
	if (a->door == NULL)
		return -1;
	a->book_open = true;
	if (eni_book_open(&a->book, &book, &run->diag) == -1)
		return -1;
	a->book.office.utc_minutes = run->book.office.utc_minutes;
	a->book.main = run->book.main;
	a->book.may_lack_main = true;
	if (eni_book_peek(&a->book, ENI_CLIENTS) == -1 || eni_book_peek(&a->book, ENI_REFERRERS) == -1 ||
	    eni_book_peek(&a->book, ENI_STAFF) == -1)
		return -1;
	eni_enrol_want(&a->enrolment);
	if (eni_book_load(&a->book) == -1)
		return -1;
	return eni_enrol_learn(&a->enrolment, a->all, a->n);
}

/* A csv file takes only the columns it has; one that is made now, and yaml, take any. */
static bool
takes_any_column(struct add *a)
{
	enum eni_format format = ENI_FORMAT_NONE;
	const struct eni_sheet *sheet = a->reading.in.kind == ENI_REFERRERS ? &a->book.referrers : &a->book.clients;
	const char *path;
	int found = eni_book_file(&a->arena, a->book.opt.dir, a->reading.in.kind, &path, &format, &a->run->diag);

	a->at = eni_at(found == 0 ? strrchr(path, '/') + 1 : NULL, 0);
	return found != 0 || format == ENI_YAML || sheet->n_headers == 0;
}

/* Both lists are in the order of the input. */
static void
tell_doubts(struct add *a)
{
	struct eni_intake *in = &a->reading.in;
	size_t k = 0;

	for (size_t i = 0; i < a->n_fresh; i++) {
		const struct eni_newcomer *w = a->fresh[i];

		while (k < a->n_doubts && a->doubt[k].nth < w->nth)
			k++;
		for (; k < a->n_doubts && a->doubt[k].nth == w->nth; k++)
			eni_intake_report(in, &in->col[a->doubt[k].col], a->doubt[k].cell, w->row.place, a->doubt[k].what);
	}
	eni_sheet_report_unknown_words(in->sheet, &a->run->diag);
}

/* A list of present and former clients without their status would make inquirers of them all, without a word. */
static void
tell_statusless(struct add *a)
{
	struct eni_intake *in = &a->reading.in;
	size_t start = eni_intake_find(in, ENI_S("start_date")), n = 0;
	const struct eni_newcomer *first = NULL;

	for (size_t i = 0; start != SIZE_MAX && i < a->n_fresh; i++) {
		const struct eni_newcomer *w = a->fresh[i];

		if (w->own_status || w->cell[start].n == 0)
			continue;
		first = first == NULL ? w : first;
		n++;
	}
	if (n > 0)
		eni_warn(&a->run->diag, first->row.place, "status",
		    "is empty where start_date is filled, %zu in all: they count as inquiries; want a column status (状態, 状态) "
		    "with active, ended ..",
		    n);
}

/* Who is of no kind is on no list: outreach goes by it. */
static void
tell_kindless(struct add *a)
{
	const struct eni_newcomer *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < a->n_fresh; i++) {
		if (a->fresh[i]->cell[a->reading.in.sort].n > 0)
			continue;
		first = first == NULL ? a->fresh[i] : first;
		n++;
	}
	if (n > 0)
		eni_warn(&a->run->diag, first->row.place, "kind",
		    "is not said, of %zu in all: no rule speaks for them; say it with --kind", n);
}

/* ---- people of the book ---- */

enum { CHANGE_ID, CHANGE_FIELD, CHANGE_OLD, CHANGE_NEW, CHANGE_COLUMNS };
static const struct eni_offer change_offer[] = {[CHANGE_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CHANGE_FIELD] = {"field", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CHANGE_OLD] = {"old", ENI_COL_TEXT, ENI_V_NONE, 0},
    [CHANGE_NEW] = {"new", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(change_offer, CHANGE_COLUMNS);

/* What cannot be read is no better than what the book has. */
static bool
is_readable(struct add *a, const struct eni_newcomer *w, size_t col)
{
	struct eni_intake_column *c = &a->reading.in.col[col];
	struct eni_buf normal = {0};
	bool readable = eni_intake_normal(&a->reading.in, &normal, c, w->cell[col]) != -1;

	eni_buf_free(&normal);
	if (!readable)
		eni_aside(&a->run->diag, w->row.place, c->name.p, "%s", _(eni_value_wanted(c->field)));
	return readable;
}

/* Shows what a list says otherwise than the book, and with --force writes it. */
static int
update_known(struct add *a, const struct eni_newcomer *w)
{
	struct eni_enrolment *e = &a->enrolment;
	size_t *col = eni_arena_take(&a->arena, (a->reading.in.n + 1) * sizeof *col), n = eni_enrol_news(e, w, col), kept = 0;
	struct eni_entry *entry = eni_arena_take(&a->arena, (n + 1) * sizeof *entry);

	for (size_t i = 0; i < n; i++) {
		if (!is_readable(a, w, col[i]))
			continue;
		a->changes.cell[CHANGE_ID] = eni_enrol_known_id(e, w);
		a->changes.cell[CHANGE_FIELD] = a->reading.in.col[col[i]].name;
		a->changes.cell[CHANGE_OLD] = eni_enrol_old(e, w, col[i]);
		a->changes.cell[CHANGE_NEW] = w->cell[col[i]];
		eni_print_row(&a->changes, 0);
		entry[kept++] = (struct eni_entry){a->reading.in.col[col[i]].name, w->cell[col[i]]};
	}
	a->n_changes += kept;
	if (kept == 0 || !a->force)
		return 0;
	return eni_door_update(a->door, ENI_CLIENTS,
	    &(struct eni_target){eni_sheet_place(&a->book.clients, w->known), eni_enrol_known_id(e, w), NULL, NULL}, entry, kept);
}

/* How many were left alone for want of an option. */
struct left {
	size_t strangers, asking;
};

/* What becomes of a newcomer who was judged. */
static int
place(struct add *a, struct eni_newcomer *w, enum eni_enrolled how, struct left *left)
{
	if (how == ENI_DIFFERS || how == ENI_STANDS_THERE)
		a->met[a->n_met++] = w;
	switch (how) {
	case ENI_TAKEN:
		if (a->update)
			left->strangers++;
		else
			a->fresh[a->n_fresh++] = w;
		return 0;
	case ENI_DIFFERS:
		if (a->update && w->known < a->book.clients.n)
			return update_known(a, w);
		eni_enrol_hold_back(&a->enrolment, w, how);
		return 0;
	case ENI_ASKS_AGAIN:
		if (a->force && w->known < a->book.clients.n) {
			a->asking[a->n_asking++] = w;
			return 0;
		}
		eni_enrol_hold_back(&a->enrolment, w, how);
		left->asking++;
		return 0;
	case ENI_STANDS_THERE:
	case ENI_SET_ASIDE:
		return 0;
	}
	return 0;
}

static void
tell_left(struct add *a, const struct left *left)
{
	if (left->strangers > 0)
		eni_warn(&a->run->diag, ENI_NOWHERE, NULL,
		    eni_plural(left->strangers, "%zu record is of nobody in the book; add without --update takes it in",
			"%zu records are of nobody in the book; add without --update takes them in"),
		    left->strangers);
	if (left->asking > 0)
		eni_warn(&a->run->diag, ENI_NOWHERE, NULL,
		    eni_plural(left->asking, "%zu inquiry is of a person of the book; --force notes it in the journal",
			"%zu inquiries are of people of the book; --force notes them in the journal"),
		    left->asking);
}

static int
judge_all(struct add *a)
{
	struct left left = {0};

	a->takes_any = takes_any_column(a);
	a->enrolment.takes_any = a->takes_any || eni_opt(a->run, "add-columns") != NULL;
	a->fresh = eni_arena_take(&a->arena, (a->n + 1) * sizeof(struct eni_newcomer *));
	a->asking = eni_arena_take(&a->arena, (a->n + 1) * sizeof(struct eni_newcomer *));
	a->met = eni_arena_take(&a->arena, (a->n + 1) * sizeof(struct eni_newcomer *));
	for (size_t i = 0; i < a->n; i++)
		if (place(a, &a->all[i], eni_enrol(&a->enrolment, &a->all[i]), &left) == -1 || a->run->diag.status == 2)
			return -1;
	tell_left(a, &left);
	tell_doubts(a);
	if (a->reading.in.kind == ENI_REFERRERS)
		tell_kindless(a);
	else
		tell_statusless(a);
	return a->run->diag.status == 2 ? -1 : 0;
}

/* ---- writing ---- */

static bool
anyone_has(const struct add *a, size_t col)
{
	for (size_t i = 0; i < a->n_fresh; i++)
		if (a->fresh[i]->cell[col].n > 0)
			return true;
	return false;
}

static bool
anyone_brings(const struct add *a, size_t col)
{
	for (size_t i = 0; i < a->n_fresh; i++)
		if (col == a->reading.in.id ? a->fresh[i]->own_id : a->fresh[i]->own_status)
			return true;
	return false;
}

/* What the file can do without: tags by rule are made anew whenever they are asked for, in a file without ids names stand for
 * them, and who has no status is an inquiry. */
static bool
may_be_left_out(const struct add *a, size_t col)
{
	const struct eni_intake *in = &a->reading.in;

	if (in->kind == ENI_REFERRERS && (in->col[col].field == NULL || col == in->since))
		return true; /* open data has many columns we never ask for */
	return col == in->tags || ((col == in->id || col == in->status) && !anyone_brings(a, col));
}

/* Without them a record has no owner, or no rule ever speaks for it. */
static bool
is_written_always(const struct eni_intake *in, size_t col)
{
	return col == in->id || col == in->status || col == in->sort || col == in->since;
}

/* All columns the file lacks are named at once, before anything is written (decision 2). */
static int
choose_columns(struct add *a)
{
	const struct eni_intake *in = &a->reading.in;
	bool adds = eni_opt(a->run, "add-columns") != NULL;
	struct eni_buf names = {0};
	int rc = 0;

	a->written = eni_arena_take(&a->arena, (in->n + 1) * sizeof *a->written);
	for (size_t i = 0; i < in->n; i++) {
		if ((!a->reading.print.wanted[i] && !is_written_always(in, i)) || !anyone_has(a, i))
			continue;
		if ((a->takes_any && i != in->tags) || a->enrolment.book_col[i] != SIZE_MAX || (adds && !may_be_left_out(a, i)))
			a->written[a->n_written++] = i;
		else if (!may_be_left_out(a, i))
			eni_buf_printf(&names, "%s%.*s", names.n > 0 ? ", " : "", (int)in->col[i].name.n, in->col[i].name.p);
	}
	if (names.n > 0)
		rc = eni_fail(&a->run->diag, a->at, NULL,
		    "has no column for %.*s; --add-columns adds what is lacking, or say with -f which columns to take",
		    (int)names.n, names.p);
	eni_buf_free(&names);
	return rc;
}

/* What a list says of people of the book in fields for which the book has no column cannot be otherwise than there. */
static void
tell_uncompared(struct add *a)
{
	const struct eni_intake *in = &a->reading.in;
	struct eni_buf names = {0};

	for (size_t i = 0; i < in->n; i++) {
		size_t k = 0;

		if (in->col[i].field == NULL || !a->reading.print.wanted[i] || a->enrolment.takes_any ||
		    a->enrolment.book_col[i] != SIZE_MAX || may_be_left_out(a, i))
			continue;
		while (k < a->n_met && a->met[k]->cell[i].n == 0)
			k++;
		if (k < a->n_met)
			eni_buf_printf(&names, "%s%.*s", names.n > 0 ? ", " : "", (int)in->col[i].name.n, in->col[i].name.p);
	}
	if (names.n > 0)
		eni_warn(&a->run->diag, a->at, NULL,
		    "has no column for %.*s, so what the list says of it is not compared; --add-columns adds what is lacking",
		    (int)names.n, names.p);
	eni_buf_free(&names);
}

/* 1: the journal has a column of topics, or is made with one; 0, -1. */
static int
has_topics(struct add *a)
{
	static const char *const name[] = {"topic"};
	struct eni_stream s;
	int got = eni_stream_open(&s, &a->book, ENI_CONTACTS, name, 1), has = got == 0 ? eni_stream_has(&s, 0) : got;

	eni_stream_close(&s);
	return has;
}

/* An inquiry of somebody on file is a contact that they began.  Nobody was asked and nothing is answered by it, so it has no
 * recipient. What they wrote goes with it; a journal without a column of topics does without. */
static int
note_asking(struct add *a)
{
	const struct eni_intake *in = &a->reading.in;
	size_t at = a->enrolment.inquiry, note = eni_intake_find(in, ENI_S("note"));
	int topics = a->n_asking == 0 ? 0 : has_topics(a);

	for (size_t i = 0; topics != -1 && i < a->n_asking; i++) {
		const struct eni_newcomer *w = a->asking[i];
		struct eni_entry entry[5] = {{ENI_S("at"), w->cell[at]}, {ENI_S("id"), eni_enrol_known_id(&a->enrolment, w)},
		    {ENI_S("dir"), eni_str_of(eni_word_code(ENI_V_DIR, ENI_DIR_IN))}};
		size_t n = 3;

		if (topics == 1)
			entry[n++] = (struct eni_entry){ENI_S("topic"), ENI_S("inquiry")};
		if (note != SIZE_MAX && w->cell[note].n > 0)
			entry[n++] = (struct eni_entry){ENI_S("note"), w->cell[note]};
		if (eni_door_append(a->door, ENI_CONTACTS, entry, n) == -1)
			return -1;
	}
	return topics == -1 ? -1 : 0;
}

/* Entries of one newcomer; of nobody (NULL): the first value of each column, for the columns that all of them need. */
static void
say_newcomer(const struct add *a, const struct eni_newcomer *who, struct eni_entry *entry)
{
	for (size_t k = 0; k < a->n_written; k++) {
		size_t col = a->written[k], i = 0;

		while (who == NULL && i + 1 < a->n_fresh && a->fresh[i]->cell[col].n == 0)
			i++;
		entry[k] = (struct eni_entry){a->reading.in.col[col].name, (who != NULL ? who : a->fresh[i])->cell[col]};
	}
}

static int
write_fresh(struct add *a)
{
	struct eni_entry *entry = eni_arena_take(&a->arena, (a->n_written + 1) * sizeof *entry);

	if (a->n_fresh == 0)
		return 0;
	say_newcomer(a, NULL, entry);
	if (eni_door_need(a->door, a->reading.in.kind, entry, a->n_written) == -1)
		return -1;
	for (size_t i = 0; i < a->n_fresh; i++) {
		say_newcomer(a, a->fresh[i], entry);
		if (eni_door_append(a->door, a->reading.in.kind, entry, a->n_written) == -1)
			return -1;
	}
	return 0;
}

static int
write_all(struct add *a)
{
	if (note_asking(a) == -1 || write_fresh(a) == -1)
		return -1;
	return a->n_fresh == 0 && a->n_asking == 0 && (a->n_changes == 0 || !a->force) ? 0 : eni_door_commit(a->door);
}

/* In a dry run the door has said what it would write. */
static int
print_fresh(struct add *a)
{
	struct eni_print *p = &a->reading.print;

	if (a->update)
		return eni_print_end(&a->changes);
	if (eni_opt(a->run, "dry-run") != NULL) {
		a->run->printed += a->n_fresh;
		return 0;
	}
	eni_print_begin(p);
	for (size_t i = 0; i < a->n_fresh; i++) {
		memcpy(p->cell, a->fresh[i]->cell, a->reading.in.n * sizeof *p->cell);
		eni_print_row(p, 0);
	}
	return eni_print_end(p);
}

/* -f says what is written, too: only what came in can be. */
static int
check_fields(struct add *a)
{
	const struct eni_print *p = &a->reading.print;

	if (p->n_extras == 0)
		return 0;
	return eni_fail(&a->run->diag, ENI_NOWHERE, NULL, "--fields: %.*s is no column of what comes in", (int)p->extra[0].name.n,
	    p->extra[0].name.p);
}

/* A dry run is said in words, which are no part of a workbook. */
static int
check_output(const struct add *a)
{
	if (a->update || eni_opt(a->run, "dry-run") == NULL || !eni_format_is(a->run->format, ENI_FORMAT_BYTES))
		return 0;
	return eni_fail(&a->run->diag, ENI_NOWHERE, NULL, "--output %s: a dry run is said in words, not in rows",
	    eni_format_name(a->run->format));
}

static int
add_all(struct add *a)
{
	bool from = eni_opt(a->run, "from") != NULL;

	if (check_output(a) == -1)
		return -1;
	if (eni_reading_open(&a->reading, a->run) == -1 || check_fields(a) == -1 ||
	    (from ? name_newcomers(a) : read_newcomers(a)) == -1)
		return -1;
	if (a->update) {
		eni_print_prepare_whole(&a->changes, a->run, change_offer, CHANGE_COLUMNS);
		eni_print_begin(&a->changes);
	}
	if (a->n == 0)
		return print_fresh(a);
	a->enrolment.in = &a->reading.in;
	a->enrolment.book = &a->book;
	a->enrolment.wanted = a->reading.print.wanted;
	a->enrolment.force = a->force && !a->update;
	if (open_door(a) == -1 || judge_all(a) == -1)
		return -1;
	if (a->update)
		tell_uncompared(a);
	if (choose_columns(a) == -1 || write_all(a) == -1)
		return -1;
	return print_fresh(a);
}

int
eni_verb_add(struct eni_run *run)
{
	struct add a = {.run = run, .update = eni_opt(run, "update") != NULL, .force = eni_opt(run, "force") != NULL};
	int rc;

	if (eni_opt(run, "map") != NULL)
		return eni_verb_map(run);
	if (a.update && eni_opt(run, "dry-run") != NULL)
		a.force = false; /* the changes are shown in any case */
	rc = add_all(&a);

	eni_door_close(a.door);
	eni_enrol_free(&a.enrolment);
	if (a.book_open)
		eni_book_close(&a.book);
	eni_reading_close(&a.reading);
	eni_arena_free(&a.arena);
	free(a.all);
	free(a.doubt);
	return rc;
}
