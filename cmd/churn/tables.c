/* Counts for survival and incidence from files: any numeric table, and the partial counts of several offices.  See census.h.
 */
#include <stdlib.h>

#include "base/num.h"
#include "base/real.h"
#include "cli/print.h"
#include "cmd/churn/census.h"

/* ---- files ---- */

/* The columns of these names (NULL: not wanted, SIZE_MAX); 0, or -1 after eni_fail. */
static int
find_columns(struct eni_run *run, struct eni_reader *r, const char *path, const char *const *name, size_t n, size_t *at)
{
	size_t n_header;
	const struct eni_str *header = eni_reader_header(r, &n_header);

	for (size_t k = 0; k < n; k++) {
		at[k] = SIZE_MAX;
		for (size_t i = 0; name[k] != NULL && i < n_header; i++)
			if (eni_str_is(header[i], name[k]))
				at[k] = i;
		if (name[k] != NULL && at[k] == SIZE_MAX && n_header > 0)
			return eni_fail(&run->diag, eni_at(path, 1), name[k], "there is no such column");
	}
	return 0;
}

static struct eni_reader *
open_file(struct eni_run *run, const char *path)
{
	struct eni_source_options o = {.format = run->book.opt.format,
	    .encoding = run->book.opt.encoding,
	    .hidden = run->book.opt.hidden,
	    .fallback = eni_book_fallback(&run->book),
	    .rejects = run->rejects};

	return eni_reader_open(path, NULL, &o, &run->diag);
}

/* ---- any numeric table ---- */

enum { TIME, EVENT, ENTRY, BY, STRATA, TABLE_COLUMNS };

/* Words for "still there when last seen". */
static bool
is_censored(struct eni_str s)
{
	static const char *const words[] = {"0", "censor", "censored", "no", "false", "FALSE", "-"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (eni_str_is(s, words[i]))
			return true;
	return s.n == 0;
}

static int
count_row(struct eni_census *c, struct eni_reader *r, const struct eni_row *row, const size_t *at)
{
	struct eni_life_stay s = {0};
	struct eni_str event = eni_str_trim(row->cell[at[EVENT]]);

	if (eni_real_parse(row->cell[at[TIME]], &s.exit) != 1 || s.exit < 0)
		return eni_reader_reject(r, eni_opt(c->run, "time"), "want a number from 0 on");
	if (at[ENTRY] != SIZE_MAX && (eni_real_parse(row->cell[at[ENTRY]], &s.entry) == -1 || s.entry < 0 || s.entry > s.exit))
		return eni_reader_reject(r, eni_opt(c->run, "entry"), "want a number from 0 to the time");
	s.group = eni_census_group(c, at[BY] == SIZE_MAX ? ENI_S("all") : eni_str_trim(row->cell[at[BY]]));
	s.stratum = eni_census_stratum(c, at[STRATA] == SIZE_MAX ? ENI_S("all") : eni_str_trim(row->cell[at[STRATA]]));
	s.cause = is_censored(event) ? (uint32_t)ENI_NO_CAUSE : eni_census_cause(c, event);
	if (!eni_census_take(c, s))
		c->unwatched++;
	return 0;
}

static int
count_rows(struct eni_census *c, struct eni_reader *r, const char *path)
{
	const char *const name[TABLE_COLUMNS] = {[TIME] = eni_opt(c->run, "time"),
	    [EVENT] = eni_opt(c->run, "event"),
	    [ENTRY] = eni_opt(c->run, "entry"),
	    [BY] = eni_opt(c->run, "by"),
	    [STRATA] = eni_opt(c->run, "strata")};
	size_t at[TABLE_COLUMNS];
	struct eni_row row;
	int got = find_columns(c->run, r, path, name, TABLE_COLUMNS, at);

	while (got == 0 && (got = eni_reader_next(r, &row)) > 0) {
		count_row(c, r, &row, at);
		got = c->run->diag.status == 2 ? -1 : 0;
	}
	return got;
}

int
eni_census_table(struct eni_census *c)
{
	struct eni_run *run = c->run;
	struct eni_reader *r;
	int rc;

	if (eni_opt(run, "event") == NULL || run->n_operands != 1)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--time: want --event COLUMN and one file, such as table.csv");
	if (eni_opt(run, "since") != NULL || eni_opt(run, "where") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL,
		    "--since and --where are about the book's clients; a table has --entry and what you feed it");
	if ((r = open_file(run, run->operand[0])) == NULL)
		return -1;
	rc = count_rows(c, r, run->operand[0]);
	eni_reader_close(r);
	if (rc == 0 && c->unwatched > 0)
		eni_warn(&run->diag, eni_at(run->operand[0], 0), NULL,
		    eni_plural(c->unwatched, "%zu row left out: entered and left at the same time, so no time was watched",
			"%zu rows left out: entered and left at the same time, so no time was watched"),
		    c->unwatched);
	return rc;
}

/* ---- partial counts ---- */

enum { VERB, VERSION, AS_OF, GROUP, CAUSE, AT, ENTERED, EVENTS, CENSORED, PARTIAL_COLUMNS };
static const char *const partial_columns[] = {[VERB] = "verb",
    [VERSION] = "version",
    [AS_OF] = "as_of",
    [GROUP] = "group",
    [CAUSE] = "cause",
    [AT] = "time",
    [ENTERED] = "entered",
    [EVENTS] = "events",
    [CENSORED] = "censored"};
ENI_ROW_FOR_EACH(partial_columns, PARTIAL_COLUMNS);
/* Of this layout and of the rules of counting. */
static const char partial_version[] = "1";

static int
differs(struct eni_census *c, const struct eni_row *row, size_t column, struct eni_str want)
{
	struct eni_str got = row->cell[column];

	return eni_fail(&c->run->diag, row->place, partial_columns[column],
	    "these counts cannot be added up: here %.*s, elsewhere %.*s", (int)got.n, got.p, (int)want.n, want.p);
}

/* The first row says how the counts were made; all others must agree, and so must options given now. */
static int
check_head(struct eni_census *c, const struct eni_row *row, const size_t *at, bool first)
{
	struct eni_str settings = row->cell[at[VERB]], verb = eni_str_of(c->run->verb->name);

	if (!eni_str_is(row->cell[at[VERSION]], partial_version))
		return differs(c, row, at[VERSION], eni_str_of(partial_version));
	if (first && eni_str_eq(c->settings, verb) && eni_str_starts(settings, verb) &&
	    (settings.n == verb.n || settings.p[verb.n] == ' '))
		c->settings = eni_arena_keep(&c->run->arena, settings);
	if (!eni_str_eq(settings, c->settings))
		return differs(c, row, at[VERB], c->settings);
	if (first)
		c->as_of = eni_arena_keep(&c->run->arena, row->cell[at[AS_OF]]);
	return eni_str_eq(row->cell[at[AS_OF]], c->as_of) ? 0 : differs(c, row, at[AS_OF], c->as_of);
}

/* No row of counts can be set aside: the curve would be wrong. */
static int
add_counts(struct eni_census *c, const struct eni_row *row, const size_t *at)
{
	struct eni_life_cell cell = {.cause = ENI_NO_CAUSE};
	int64_t *const number[] = {&cell.entered, &cell.events, &cell.censored};

	if (eni_real_parse(row->cell[at[AT]], &cell.time) != 1 || cell.time < 0)
		return eni_fail(&c->run->diag, row->place, "time", "want a number from 0 on");
	for (size_t i = 0; i < sizeof number / sizeof *number; i++)
		if (eni_count_parse(row->cell[at[ENTERED + i]], number[i]) != 1)
			return eni_fail(&c->run->diag, row->place, partial_columns[ENTERED + i], "want a whole number");
	if ((row->cell[at[CAUSE]].n > 0) != (cell.events > 0))
		return eni_fail(&c->run->diag, row->place, "cause", "want one where there are events, and only there");
	cell.group = eni_census_group(c, row->cell[at[GROUP]]);
	if (cell.events > 0)
		cell.cause = eni_census_cause(c, row->cell[at[CAUSE]]);
	eni_life_add(&c->life, &cell);
	return 0;
}

static int
merge_file(struct eni_census *c, const char *path)
{
	struct eni_reader *r = open_file(c->run, path);
	size_t at[PARTIAL_COLUMNS];
	struct eni_row row;
	int got = r == NULL ? -1 : find_columns(c->run, r, path, partial_columns, PARTIAL_COLUMNS, at);

	while (got == 0 && (got = eni_reader_next(r, &row)) > 0) {
		got = check_head(c, &row, at, c->life.n == 0) == -1 || add_counts(c, &row, at) == -1 ? -1 : 0;
		if (c->run->diag.status != 0)
			got = -1;
	}
	eni_reader_close(r);
	return got;
}

int
eni_census_check(struct eni_census *c)
{
	for (uint32_t g = 0; g < c->group.n; g++) {
		struct eni_life_walk w = eni_life_walk(&c->life, g);
		struct eni_life_step s;

		while (eni_life_next(&w, &s) && s.at_risk >= s.events + s.censored)
			;
		if (w.at < w.end || w.watched != 0)
			return eni_fail(&c->run->diag, ENI_NOWHERE, "group", "the counts of %.*s do not add up: rows are missing",
			    (int)c->group.name[g].n, c->group.name[g].p);
	}
	return 0;
}

int
eni_census_merge(struct eni_census *c)
{
	if (c->run->n_operands == 0)
		return eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "--merge: want files that --partial wrote");
	for (size_t i = 0; i < c->run->n_operands; i++)
		if (merge_file(c, c->run->operand[i]) == -1)
			return -1;
	c->winnable |= eni_census_counted_with(c, ENI_S("--winnable"));
	return 0;
}

/* ---- writing them ---- */

static void
print_cell(struct eni_census *c, struct eni_print *p, const struct eni_life_cell *cell)
{
	struct eni_buf b = {0};

	eni_real_format(&b, cell->time);
	p->cell[VERB] = c->settings;
	p->cell[VERSION] = eni_str_of(partial_version);
	p->cell[AS_OF] = c->as_of;
	p->cell[GROUP] = c->group.name[cell->group];
	p->cell[CAUSE] = cell->cause == ENI_NO_CAUSE ? (struct eni_str){"", 0} : c->cause.name[cell->cause - 1];
	p->cell[AT] = eni_arena_pack(&p->row, eni_buf_str(&b));
	p->cell[ENTERED] = eni_print_count(p, cell->entered);
	p->cell[EVENTS] = eni_print_count(p, cell->events);
	p->cell[CENSORED] = eni_print_count(p, cell->censored);
	eni_print_row(p, ENI_NONE);
	eni_buf_free(&b);
}

int
eni_census_print(struct eni_census *c)
{
	struct eni_offer offer[PARTIAL_COLUMNS];
	struct eni_print p;

	for (size_t i = 0; i < PARTIAL_COLUMNS; i++)
		offer[i] = (struct eni_offer){partial_columns[i], i >= AT ? ENI_COL_NUMBER : ENI_COL_TEXT, ENI_V_NONE, 0};
	if (eni_print_prepare(&p, c->run, offer, PARTIAL_COLUMNS, NULL) == -1)
		return -1;
	eni_print_begin(&p);
	for (size_t i = 0; i < c->life.n; i++)
		print_cell(c, &p, &c->life.cell[i]);
	return eni_print_end(&p);
}
