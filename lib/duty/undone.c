/* Taking back: see undone.h. */
#include "duty/undone.h"

#include <stdlib.h>

#include "book/touches.h"

/* What a void row repeats. */
static const enum eni_touch_column repeated[] = {
    ENI_TOUCH_AT, ENI_TOUCH_ID, ENI_TOUCH_CHANNEL, ENI_TOUCH_TO, ENI_TOUCH_RULE, ENI_TOUCH_ANCHOR};
enum { REPEATED = sizeof repeated / sizeof *repeated, RULE = 4 };

/* A row about somebody who was asked for. */
struct row {
	uint32_t subject;
	bool taken;
	struct eni_when at;
	int outcome;
	struct eni_str cell[REPEATED];
};

struct undoing {
	struct eni_undos *u;
	struct eni_book *b;
	const struct eni_rules *rules;
	struct row *row;
	size_t n, cap;
};

void
eni_undos_add(struct eni_undos *u, const struct eni_undo *undo)
{
	u->undo = eni_grow(u->undo, &u->cap, u->n + 1, sizeof *u->undo);
	u->undo[u->n++] = *undo;
}

void
eni_undos_free(struct eni_undos *u)
{
	free(u->undo);
	eni_arena_free(&u->arena);
	*u = (struct eni_undos){0};
}

/* In its normal form, in which the door takes it; a cell that has none as it stands. */
static struct eni_str
normal(struct undoing *x, const struct eni_stream *in, enum eni_touch_column k)
{
	struct eni_str cell = eni_str_trim(eni_stream_cell(in, k));
	const struct eni_field *f = eni_field_find(ENI_CONTACTS, eni_str_of(eni_touch_column[k]));
	char text[ENI_WHEN_TEXT];
	struct eni_when w;
	int code;

	if (f->type == ENI_DATE && eni_stream_when(in, k, &w) == 1)
		cell = (struct eni_str){text, eni_when_format(w, text)};
	else if (f->type == ENI_ENUM && (code = eni_word_known(eni_book_code(x->b, f, cell))) > 0)
		return eni_word_kept(f->vocab, code, eni_arena_keep(&x->u->arena, cell));
	return eni_arena_keep(&x->u->arena, cell);
}

static void
keep(struct undoing *x, const struct eni_stream *in, const struct eni_touch *t, uint32_t subject)
{
	struct row *r;

	x->row = eni_grow(x->row, &x->cap, x->n + 1, sizeof *x->row);
	r = &x->row[x->n++];
	*r = (struct row){.subject = subject, .at = t->at, .outcome = t->outcome};
	for (size_t i = 0; i < REPEATED; i++)
		r->cell[i] = normal(x, in, repeated[i]);
}

static int
read_rows(struct undoing *x)
{
	uint32_t most = eni_subject_office(x->b);
	bool *asked = eni_arena_clear(&x->u->arena, (size_t)most + 1);
	struct eni_touches j;
	struct eni_touch t;
	uint32_t columns = 1u << ENI_TOUCH_OUTCOME, subject;
	int got;

	for (size_t i = 0; i < x->u->n; i++)
		asked[x->u->undo[i].subject] = true;
	for (size_t i = 0; i < REPEATED; i++)
		columns |= 1u << repeated[i];
	if ((got = eni_touches_open(&j, x->b, columns)) != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_touches_next(&j, &t)) > 0)
		if ((subject = eni_book_find(x->b, t.id)) <= most && asked[subject] &&
		    !eni_is_void(x->b, eni_stream_cell(&j.in, ENI_TOUCH_OUTCOME))) /* such a one took nothing back */
			keep(x, &j.in, &t, subject);
	eni_touches_close(&j);
	return got;
}

/* A rule of those in force may be written in several ways, and with the story that was told. */
static bool
is_rule(const struct undoing *x, struct eni_str said, struct eni_str asked)
{
	uint32_t rule = eni_rules_find(x->rules, asked);
	struct eni_str story;

	said = eni_touch_rule(said, &story);
	return asked.n == 0 || eni_str_eq(said, asked) || (rule != ENI_NONE && eni_rules_find(x->rules, said) == rule);
}

static bool
is_row(const struct undoing *x, const struct row *r, const struct eni_undo *undo)
{
	return !r->taken && r->subject == undo->subject && is_rule(x, r->cell[RULE], undo->rule) &&
	       (!eni_is_day(undo->at) || eni_when_cmp(r->at, undo->at) == 0) && (undo->outcome == 0 || r->outcome == undo->outcome);
}

/* The last one that was not taken yet, or NULL. */
static struct row *
last_row(const struct undoing *x, const struct eni_undo *undo)
{
	for (size_t i = x->n; i > 0; i--)
		if (is_row(x, &x->row[i - 1], undo))
			return &x->row[i - 1];
	return NULL;
}

static void
tell_none(const struct undoing *x, const struct eni_undo *undo)
{
	struct eni_str id = eni_book_said(x->b, eni_subject_id(x->b, undo->subject));
	static const char none[] = N_("the journal has no such row to take back");

	if (undo->place.file != NULL)
		eni_aside(x->b->diag, undo->place, NULL, "%s", _(none));
	else if (undo->rule.n == 0)
		eni_aside(x->b->diag, ENI_NOWHERE, NULL, "%.*s: %s", (int)id.n, id.p, _(none));
	else
		eni_aside(
		    x->b->diag, ENI_NOWHERE, NULL, "%.*s:%.*s: %s", (int)id.n, id.p, (int)undo->rule.n, undo->rule.p, _(none));
}

static int
append(struct undoing *x, struct eni_door *door, const struct row *r, bool first)
{
	struct eni_entry entry[REPEATED + 3] = {{ENI_S("outcome"), eni_str_of(eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_VOID))},
	    {ENI_S("staff"), x->u->staff}, {ENI_S("note"), x->u->note}};

	for (size_t i = 0; i < REPEATED; i++)
		entry[i + 3] = (struct eni_entry){eni_str_of(eni_touch_column[repeated[i]]), r->cell[i]};
	if (first && eni_door_need(door, ENI_CONTACTS, entry, REPEATED + 3) == -1)
		return -1;
	return eni_door_append(door, ENI_CONTACTS, entry, REPEATED + 3);
}

int
eni_undos_write(
    struct eni_undos *u, struct eni_book *b, const struct eni_rules *rules, const struct eni_door_options *o, size_t *written)
{
	struct undoing x = {.u = u, .b = b, .rules = rules};
	struct eni_door *door = eni_door_open(b->opt.dir, &b->office, o, b->diag);
	int rc = -1;

	*written = 0;
	if (door == NULL)
		return -1;
	eni_voids_forget(b); /* others wrote until we had the lock */
	rc = read_rows(&x);
	for (size_t i = 0; rc == 0 && i < u->n; i++) {
		struct row *r = last_row(&x, &u->undo[i]);

		if (r == NULL) {
			tell_none(&x, &u->undo[i]);
			rc = b->diag->status == 2 ? -1 : 0;
			continue;
		}
		r->taken = true;
		rc = append(&x, door, r, (*written)++ == 0);
	}
	if (rc == 0)
		rc = eni_door_commit(door);
	eni_door_close(door);
	free(x.row);
	return rc;
}
