/* intake dups: pairs that may be one person, see who/duplicates.h. */
#include <stdlib.h>

#include "cli/desk.h"
#include "cmd/intake/verbs.h"
#include "who/traits.h"

enum { DUP_A, DUP_B, DUP_SCORE, DUP_BECAUSE, DUP_COLUMNS };
static const struct eni_offer dups_offer[] = {[DUP_A] = {.name = "a"},
    [DUP_B] = {.name = "b"},
    [DUP_SCORE] = {.name = "score", .type = ENI_COL_NUMBER},
    [DUP_BECAUSE] = {.name = "because"}};
ENI_ROW_FOR_EACH(dups_offer, DUP_COLUMNS);

struct twins {
	struct eni_str a, b;
	unsigned score, by;
};

struct dups {
	struct eni_desk desk;
	struct eni_trait_cols cols;
	struct eni_same same;
	uint32_t *row; /* of each person compared */
	struct twins *pair;
	size_t n, cap;
};

static int
by_score(const void *x, const void *y)
{
	const struct twins *a = x, *b = y;
	int c = (a->score < b->score) - (a->score > b->score);

	if (c == 0)
		c = eni_str_cmp(a->a, b->a);
	return c != 0 ? c : eni_str_cmp(a->b, b->b);
}

/* With operands, pairs that hold at least one of them. */
static void
compare_row(struct dups *d, uint32_t row)
{
	const struct eni_book *b = &d->desk.run->book;
	struct eni_traits t = eni_traits_of(&d->cols, &b->clients, row);
	size_t n;
	const struct eni_alike *found = eni_same_find(&d->same, &t, &n);

	for (size_t i = 0; i < n; i++) {
		uint32_t other = d->row[found[i].other];

		if (!eni_subject_asked(b, row) && !eni_subject_asked(b, other))
			continue;
		d->pair = eni_grow(d->pair, &d->cap, d->n + 1, sizeof *d->pair);
		d->pair[d->n++] =
		    (struct twins){eni_sheet_id(&b->clients, other), eni_sheet_id(&b->clients, row), found[i].score, found[i].by};
	}
	d->row[eni_same_add(&d->same, &t)] = row;
}

static void
compare_all(struct dups *d)
{
	const struct eni_sheet *s = &d->desk.run->book.clients;

	d->row = eni_realloc(NULL, (s->n + 1) * sizeof *d->row);
	for (uint32_t row = 0; row < s->n; row++)
		if (eni_desk_passes(&d->desk, row))
			compare_row(d, row);
	if (d->same.n_crowded > 0)
		eni_warn(&d->desk.run->diag, ENI_NOWHERE, NULL,
		    "%zu records were not compared with all others: they share two of name, birth and phone with %d before them",
		    d->same.n_crowded, ENI_SAME_CROWD);
	if (d->n > 1)
		qsort(d->pair, d->n, sizeof *d->pair, by_score);
}

static int
print_pairs(struct dups *d, struct eni_print *p)
{
	struct eni_buf b = {0};

	eni_print_begin(p);
	for (size_t i = 0; i < d->n; i++) {
		b.n = 0;
		eni_same_text(&b, d->pair[i].by);
		p->cell[DUP_A] = d->pair[i].a;
		p->cell[DUP_B] = d->pair[i].b;
		p->cell[DUP_SCORE] = eni_print_count(p, d->pair[i].score);
		p->cell[DUP_BECAUSE] = eni_buf_str(&b);
		eni_print_row(p, 0);
	}
	eni_buf_free(&b);
	return eni_print_end(p);
}

/* Rules and journal are read only where --where may ask what they say. */
static int
open_desk(struct dups *d, struct eni_run *run)
{
	run->book.prefix = "new-";
	return eni_opt(run, "where") == NULL ? eni_desk_people(run, true) : eni_desk_open_labels(&d->desk, run);
}

static int
load(struct dups *d)
{
	struct eni_book *b = &d->desk.run->book;

	if (eni_opt(d->desk.run, "where") == NULL)
		return eni_book_load(b) == -1 || eni_book_index(b) == -1 ? -1 : 0;
	return eni_desk_where(&d->desk, false) == -1 ? -1 : eni_desk_load(&d->desk);
}

int
eni_verb_dups(struct eni_run *run)
{
	struct dups d = {.desk = {.run = run}, .same = {.sparing = true}};
	struct eni_print p = {0};
	int rc = -1;

	if (open_desk(&d, run) == -1 || eni_print_prepare(&p, run, dups_offer, DUP_COLUMNS, NULL) == -1)
		goto done;
	eni_traits_want(&d.cols, &run->book.clients);
	if (load(&d) == -1)
		goto done;
	compare_all(&d);
	rc = print_pairs(&d, &p);
done:
	eni_same_free(&d.same);
	free(d.row);
	free(d.pair);
	eni_desk_close(&d.desk);
	return rc;
}
