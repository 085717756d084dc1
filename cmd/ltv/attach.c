/* ltv attach: what people are worth, beside the rows of any list that names them.  See verbs.h. */
#include <stdlib.h>

#include "base/num.h"
#include "book/files.h"
#include "cli/task_print.h"
#include "cmd/ltv/valuing.h"
#include "cmd/ltv/verbs.h"

/* A row that is kept until all are there (--top). */
struct kept {
	struct eni_str *cell;
	uint32_t who;
	bool known;
	int64_t ltv;
	size_t nth;
};

/* A matcher of --where on a column of the list itself. */
struct on_list {
	struct eni_match match;
	size_t column; /* of the offers: the last one is ltv */
};

struct attaching {
	struct eni_valuing v;
	struct eni_reader *reader;
	const char *path;
	struct eni_offer *offer; /* the list's columns, and ltv behind them */
	size_t *from;            /* column of the input behind each offer but the last */
	size_t n;                /* offers but the last */
	size_t id;               /* column of the input; without one that of their names */
	struct on_list *where;
	size_t n_where;
	struct eni_print print;
	struct eni_unvalued unvalued;
	struct kept *kept;
	size_t n_kept, cap_kept;
	int64_t top; /* -1: all, in their order */
};

/* ---- the list ---- */

/* The operand, or the book's own clients. */
static int
open_list(struct attaching *a, struct eni_run *run)
{
	struct eni_source_options o = {.format = run->book.opt.format,
	    .encoding = run->book.opt.encoding,
	    .hidden = run->book.opt.hidden,
	    .fallback = eni_book_fallback(&run->book),
	    .rejects = run->rejects};
	enum eni_format format;
	int found;

	if (run->n_operands > 1 || (run->n_operands == 1 && !eni_operand_is_file(run->operand[0])))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "attach: want one list: a file, or - for standard input");
	if (run->n_operands == 1) {
		a->path = run->operand[0];
	} else {
		if ((found = eni_book_file(&run->arena, run->book.opt.dir, ENI_CLIENTS, &a->path, &format, &run->diag)) == 1)
			return eni_fail(
			    &run->diag, ENI_NOWHERE, NULL, "attach: the book has no clients file, and no list was given");
		if (found == -1)
			return -1;
		o.format = o.format == ENI_FORMAT_NONE ? format : o.format;
	}
	a->reader = eni_reader_open(a->path, NULL, &o, &run->diag);
	return a->reader == NULL ? -1 : 0;
}

/* How a column of the list is shown and compared: as the task column or client field of that name. */
static struct eni_offer
offer_of(const char *name)
{
	const struct eni_field *f = eni_field_find(ENI_CLIENTS, eni_str_of(name));
	const struct eni_task_column *task = eni_task_column_find(eni_str_of(name));

	if (task != NULL)
		return task->offer;
	if (f != NULL && (f->type == ENI_ENUM || f->type == ENI_ENUMS))
		return (struct eni_offer){name, ENI_COL_TEXT, f->vocab, 0};
	return (struct eni_offer){name, ENI_COL_TEXT, ENI_V_NONE, 0};
}

static bool
is_taken(const struct attaching *a, struct eni_str name)
{
	for (size_t i = 0; i < a->n; i++)
		if (eni_str_is(name, a->offer[i].name))
			return true;
	return false;
}

/* The canonical name behind a heading of clients or tasks, as sheets for people have them; else the header as it is. */
static struct eni_str
name_of(const struct attaching *a, const struct eni_run *run, struct eni_str header)
{
	struct eni_str name = eni_book_field_name(&run->book, ENI_CLIENTS, header);
	const char *column = eni_column_find(header);

	if (column != NULL && eni_task_column_find(eni_str_of(column)) != NULL)
		name = eni_str_of(column);
	return is_taken(a, name) ? header : name;
}

/* The list's columns in their order; an ltv that an earlier run has put there gives way. */
static int
open_columns(struct attaching *a, struct eni_run *run)
{
	size_t n;
	const struct eni_str *header = eni_reader_header(a->reader, &n);
	size_t named = SIZE_MAX;

	a->offer = eni_arena_clear(&run->arena, (n + 1) * sizeof *a->offer);
	a->from = eni_arena_clear(&run->arena, (n + 1) * sizeof *a->from);
	a->id = SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		struct eni_str name = name_of(a, run, header[i]);
		const char *column = eni_column_find(header[i]);

		if (column != NULL && strcmp(column, "ltv") == 0)
			continue;
		if (eni_str_is(name, "id"))
			a->id = i;
		if (eni_str_is(name, "name"))
			named = i;
		a->from[a->n] = i;
		a->offer[a->n++] = offer_of(eni_arena_keep(&run->arena, name).p);
	}
	a->offer[a->n] = (struct eni_offer){"ltv", ENI_COL_MONEY, ENI_V_NONE, 0};
	if (a->id == SIZE_MAX)
		a->id = named;
	if (a->id == SIZE_MAX && n > 0)
		return eni_fail(&run->diag, eni_at(a->path, 1), "id", "the list has no such column, nor one of names");
	return eni_print_prepare(&a->print, run, a->offer, a->n + 1, &a->v.desk.facts);
}

/* ---- --where ---- */

static enum eni_type
type_of(const struct eni_offer *o, struct eni_str name, bool money)
{
	const struct eni_task_column *task = eni_task_column_find(name);
	const struct eni_field *f = eni_field_find(ENI_CLIENTS, name);

	if (task != NULL)
		return task->type;
	if (money)
		return ENI_NUMBER;
	if (o->vocab != ENI_V_NONE)
		return f != NULL ? f->type : ENI_ENUM;
	return f != NULL && f->type != ENI_ID ? f->type : ENI_TEXT;
}

/* A column of the list comes before a field of the client. */
static int
resolve(struct attaching *a, struct eni_run *run, const char *text)
{
	struct eni_match m;
	size_t at = 0;

	if (eni_match_parse_where(&m, &run->arena, text, &run->diag) == -1)
		return -1;
	while (at <= a->n && !eni_str_is(m.field, a->offer[at].name))
		at++;
	if (at > a->n) {
		a->v.desk.where[a->v.desk.n_where] = m;
		return eni_facts_resolve(&a->v.desk.facts, &a->v.desk.where[a->v.desk.n_where++], ENI_FOR_CLIENTS, false);
	}
	a->where[a->n_where] = (struct on_list){m, at};
	eni_print_want(&a->print, at);
	return eni_match_resolve(&a->where[a->n_where++].match, &run->arena, type_of(&a->offer[at], m.field, at == a->n),
	    a->offer[at].vocab, &run->diag);
}

static int
open_where(struct attaching *a, struct eni_run *run)
{
	const struct eni_given *g = eni_opt_all(run, "where");

	a->where = eni_arena_clear(&run->arena, (g->n + 1) * sizeof *a->where);
	a->v.desk.where = eni_arena_clear(&run->arena, (g->n + 1) * sizeof *a->v.desk.where);
	for (size_t i = 0; i < g->n; i++)
		if (resolve(a, run, g->value[i]) == -1)
			return -1;
	return 0;
}

static bool
fits_person(struct attaching *a, uint32_t who)
{
	if (who != ENI_NONE)
		return eni_desk_passes(&a->v.desk, who);
	for (size_t i = 0; i < a->v.desk.n_where; i++)
		if (!eni_match_takes_empty(&a->v.desk.where[i]))
			return false;
	return true;
}

static bool
fits_list(struct attaching *a, const struct eni_str *cell)
{
	for (size_t i = 0; i < a->n_where; i++) {
		const struct eni_match *m = &a->where[i].match;
		const struct eni_field f = {.name = m->field.p, .type = m->type, .vocab = m->vocab};
		struct eni_str text = cell[a->where[i].column];
		bool usable;

		if (eni_str_is(text, "-"))
			text = (struct eni_str){"", 0};
		if (!eni_match_test(m, eni_value_read(&f, text, a->v.run->book.today, &usable), a->v.run->book.today))
			return false;
	}
	return true;
}

/* ---- rows ---- */

static void
keep(struct attaching *a, const struct kept *row)
{
	struct eni_run *run = a->v.run;
	struct kept *k;

	a->kept = eni_grow(a->kept, &a->cap_kept, a->n_kept + 1, sizeof *a->kept);
	k = &a->kept[a->n_kept++];
	*k = *row;
	k->nth = a->n_kept;
	k->cell = eni_arena_take(&run->arena, (a->n + 1) * sizeof *k->cell);
	for (size_t i = 0; i <= a->n; i++)
		k->cell[i] = eni_arena_pack(&run->arena, row->cell[i]);
}

/* Not on file, no client, or one without a visit or a stay: no worth is known. */
static int
value(struct attaching *a, struct kept *k)
{
	struct eni_worth_one one;

	if (!eni_subject_is_client(&a->v.run->book, k->who) || !eni_worth_has(&a->v.worth, k->who))
		return 0;
	if (eni_valuing_of(&a->v, k->who, &one) == -1)
		return -1;
	eni_unvalued_note(&a->unvalued, &one);
	k->known = eni_valuing_known(&one);
	k->ltv = one.ltv;
	return 0;
}

static int
take_row(struct attaching *a, const struct eni_row *row)
{
	struct eni_print *p = &a->print;
	struct eni_str id = eni_str_trim(row->cell[a->id]);
	struct kept k = {.cell = p->cell, .who = id.n == 0 ? ENI_NONE : eni_book_find(&a->v.run->book, id)};

	if (value(a, &k) == -1)
		return -1;
	for (size_t i = 0; i < a->n; i++)
		p->cell[i] = row->cell[a->from[i]];
	p->cell[a->n] = eni_terms_money(p, k.known ? ENI_KNOWN_SUM : ENI_UNKNOWN_SUM, k.ltv);
	if (!fits_person(a, k.who) || !fits_list(a, p->cell))
		eni_arena_reset(&p->row);
	else if (a->top >= 0)
		keep(a, &k);
	else
		eni_print_row(p, k.who);
	return 0;
}

/* The most valuable first, equal ones in the order of the list; those without a value last. */
static int
most_valuable(const void *x, const void *y)
{
	const struct kept *a = x, *b = y;

	if (a->known != b->known)
		return b->known - a->known;
	if (a->known && a->ltv != b->ltv)
		return a->ltv < b->ltv ? 1 : -1;
	return (a->nth > b->nth) - (a->nth < b->nth);
}

static void
print_kept(struct attaching *a)
{
	if (a->n_kept > 1)
		qsort(a->kept, a->n_kept, sizeof *a->kept, most_valuable);
	for (size_t i = 0; i < a->n_kept && (int64_t)i < a->top; i++) {
		memcpy(a->print.cell, a->kept[i].cell, (a->n + 1) * sizeof *a->print.cell);
		eni_print_row(&a->print, a->kept[i].who);
	}
}

static int
print_rows(struct attaching *a)
{
	struct eni_row row;
	int got;

	eni_print_begin(&a->print);
	while ((got = eni_reader_next(a->reader, &row)) > 0)
		if (take_row(a, &row) == -1)
			break;
	if (got == 0)
		print_kept(a);
	eni_unvalued_report(&a->unvalued, a->v.run);
	return eni_print_end(&a->print) == -1 || got != 0 ? -1 : 0;
}

/* ---- the verb ---- */

static int
read_top(struct attaching *a, struct eni_run *run)
{
	const char *text = eni_opt(run, "top");

	a->top = -1;
	if (text == NULL || eni_count_parse(eni_str_of(text), &a->top) == 1)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--top %s: want a number such as 20", text);
}

int
eni_verb_attach(struct eni_run *run)
{
	struct attaching a = {0};
	int rc = -1;

	run->book.file_operands = run->n_operands > 0; /* -i and --encoding are about the list */
	if (eni_valuing_open(&a.v, run, false) == 0 && read_top(&a, run) == 0 && open_list(&a, run) == 0 &&
	    open_columns(&a, run) == 0 && open_where(&a, run) == 0 && eni_valuing_load(&a.v) == 0)
		rc = print_rows(&a);
	eni_reader_close(a.reader);
	free(a.kept);
	eni_valuing_close(&a.v);
	return rc;
}
