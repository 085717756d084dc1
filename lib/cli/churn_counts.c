/* Counts for survival and incidence: see churn_counts.h. */
#include "cli/churn_counts.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/real.h"
#include "care/stays.h"
#include "cli/report.h"

/* ---- names ---- */

/* The number of a name; what is new is kept. */
static uint32_t
number_of(struct eni_counts *c, struct eni_names *names, struct eni_str name)
{
	uint32_t at;

	if (names->n > 0 && eni_str_eq(names->name[names->last], name))
		return names->last;
	if ((at = eni_map_get(&names->map, name)) != ENI_NONE)
		return names->last = at;
	names->name = eni_grow(names->name, &names->cap, names->n + 1, sizeof *names->name);
	names->name[names->n] = eni_arena_keep(&c->run->arena, name);
	at = (uint32_t)names->n++;
	return eni_map_add(&names->map, names->name[at], at);
}

static uint32_t
group_of(struct eni_counts *c, struct eni_str name)
{
	return number_of(c, &c->group, name.n == 0 ? ENI_S("-") : name);
}

/* Nothing that could come between is winnable (decision 29). */
static bool
is_lost_cause(struct eni_str reason)
{
	static const int codes[] = {ENI_REASON_DEATH, ENI_REASON_FACILITY, ENI_REASON_HOSPITAL};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (eni_str_is(reason, eni_word_code(ENI_V_REASON, codes[i])))
			return true;
	return false;
}

static uint32_t
cause_of(struct eni_counts *c, struct eni_str name)
{
	return c->winnable && is_lost_cause(name) ? (uint32_t)ENI_NO_CAUSE : number_of(c, &c->cause, name) + 1;
}

static int
by_bytes(const void *a, const void *b)
{
	return eni_str_cmp(*(const struct eni_str *)a, *(const struct eni_str *)b);
}

/* Sorts the names; new[old number] is the new number.  malloc'd. */
static uint32_t *
sort_names(struct eni_names *names)
{
	uint32_t *new = eni_realloc(NULL, (names->n + 1) * sizeof *new);

	if (names->n > 0)
		qsort(names->name, names->n, sizeof *names->name, by_bytes);
	for (size_t i = 0; i < names->n; i++)
		new[eni_map_get(&names->map, names->name[i])] = (uint32_t)i;
	eni_map_free(&names->map);
	return new;
}

static void
sort_counts(struct eni_counts *c)
{
	uint32_t *group = sort_names(&c->group), *named = sort_names(&c->cause);
	uint32_t *cause = eni_realloc(NULL, (c->cause.n + 1) * sizeof *cause);

	cause[ENI_NO_CAUSE] = ENI_NO_CAUSE;
	for (size_t i = 0; i < c->cause.n; i++)
		cause[i + 1] = named[i] + 1;
	eni_life_sort(&c->life, group, cause);
	free(group);
	free(named);
	free(cause);
}

/* ---- settings ---- */

/* What the counts depend on, in one order. */
static struct eni_str
settings_of(struct eni_run *run)
{
	static const char *const deciding[] = {"winnable", "by", "since", "from", "where", "time", "event", "entry"};
	struct eni_buf b = {0};
	struct eni_str s;

	eni_buf_add(&b, eni_str_of(run->verb->name));
	for (size_t i = 0; i < sizeof deciding / sizeof *deciding; i++) {
		const struct eni_given *given = eni_opt_all(run, deciding[i]);

		for (size_t k = 0; k < given->n; k++)
			eni_buf_printf(&b, " --%s%s%s", deciding[i], *given->value[k] == '\0' ? "" : " ", given->value[k]);
	}
	s = eni_arena_keep(&run->arena, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

static int
read_settings(struct eni_counts *c, struct eni_run *run)
{
	const char *from = eni_opt(run, "from");
	char day[ENI_WHEN_TEXT];
	size_t n = eni_when_format((struct eni_when){run->now.day, ENI_NOTIME}, day);

	*c = (struct eni_counts){.run = run, .settings = settings_of(run), .since = ENI_NODAY};
	c->as_of = eni_arena_keep(&run->arena, (struct eni_str){day, n});
	c->winnable = eni_opt(run, "winnable") != NULL;
	if (from != NULL && (eni_real_parse(eni_str_of(from), &c->from) != 1 || c->from < 0))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--from %s: want a number of days such as 90", from);
	if (eni_opt(run, "until") != NULL)
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "--until: %s looks back from a day: say it with --today", run->verb->name);
	return 0;
}

/* Counts one stay, watched from the landmark on.  False when its own entry left nothing to watch. */
static bool
count(struct eni_counts *c, struct eni_life_stay s)
{
	bool watched = s.entry < s.exit || (s.entry == 0 && s.exit == 0);

	if (s.entry < c->from)
		s.entry = c->from;
	eni_life_count(&c->life, &s);
	return watched;
}

/* ---- the stays of the book ---- */

struct of_book {
	struct eni_counts *counts;
	struct eni_report report;
	struct eni_stays stays;
	const struct eni_field *field; /* --by: a known field, or NULL */
	size_t by;                     /* its column; SIZE_MAX: one group */
};

static int
want_group(struct of_book *b)
{
	struct eni_run *run = b->counts->run;
	const char *by = eni_opt(run, "by");
	struct eni_sheet *clients = &run->book.clients;
	struct eni_str name = eni_book_field_name(&run->book, ENI_CLIENTS, eni_str_of(by));

	b->by = SIZE_MAX;
	if (by == NULL)
		return 0;
	b->field = eni_field_find(ENI_CLIENTS, name);
	if (b->field == NULL && !eni_sheet_has_header(clients, name))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--by %s: want a field of the clients, such as care_level", by);
	if (!eni_sheet_has_header(clients, name))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--by %s: the clients have no such column", by);
	b->by = eni_sheet_want(clients, name, b->field != NULL && b->field->type == ENI_ENUM ? ENI_AS_TYPED : ENI_AS_RAW);
	return 0;
}

static struct eni_str
group_name(const struct of_book *b, uint32_t subject)
{
	const struct eni_sheet *clients = &b->counts->run->book.clients;
	int code;

	if (b->by == SIZE_MAX)
		return ENI_S("all");
	if (subject == ENI_NONE)
		return ENI_S("-");
	if (b->field == NULL || b->field->type != ENI_ENUM)
		return eni_sheet_text(clients, b->by, subject);
	code = eni_sheet_code(clients, b->by, subject);
	return eni_str_of(code == 0 ? "-" : eni_word_code(b->field->vocab, code));
}

/* A stay without its first or last day.  No fault is the one before a present stay whose start is all the client's row tells
 * (decision 1). */
static void
note_undated(struct of_book *b, const struct eni_stay *stay)
{
	const struct eni_sheet *clients = &b->counts->run->book.clients;
	struct eni_counts *c = b->counts;

	if (stay->start == ENI_NODAY && stay->subject != ENI_NONE &&
	    eni_is_day(eni_sheet_when(clients, b->stays.start[0], stay->subject)))
		return;
	if (c->undated++ == 0)
		c->first_undated = stay->place;
}

static void
take_stay(void *to, const struct eni_stay *stay)
{
	struct of_book *b = to;
	struct eni_counts *c = b->counts;
	struct eni_life_stay s = {.cause = ENI_NO_CAUSE};

	if (!eni_report_takes(&b->report, stay->subject))
		return;
	if (stay->start == ENI_NODAY || (stay->over && stay->end == ENI_NODAY)) {
		note_undated(b, stay);
		return;
	}
	s.exit = (stay->over ? stay->end : c->run->book.today) - stay->start;
	if (c->since != ENI_NODAY && c->since > stay->start)
		s.entry = c->since - stay->start;
	s.group = group_of(c, group_name(b, stay->subject));
	if (stay->over)
		s.cause = cause_of(
		    c, eni_str_of(eni_word_code(ENI_V_REASON, stay->reason == 0 ? (int)ENI_REASON_UNKNOWN : stay->reason)));
	count(c, s);
}

static int
count_book(struct eni_counts *c)
{
	struct of_book b = {.counts = c};
	int rc = eni_report_open(&b.report, c->run);

	if (rc == 0 && eni_is_day(b.report.period.since))
		c->since = b.report.period.since.day;
	if (rc == 0)
		rc = want_group(&b);
	if (rc == 0) {
		eni_stays_want(&b.stays, &c->run->book, false);
		rc = eni_report_load(&b.report);
	}
	if (rc == 0)
		rc = eni_stays_each(&b.stays, take_stay, &b);
	eni_stays_free(&b.stays);
	eni_report_close(&b.report);
	if (rc == 0 && c->life.n == 0 && c->run->book.clients.n_headers == 0)
		rc = eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "%s: there are no stays to count; the book has no clients file",
		    c->run->verb->name);
	if (rc == 0 && c->undated > 0)
		eni_aside(&c->run->diag, c->first_undated, NULL, "has no first or last day; %zu such stay%s left out", c->undated,
		    c->undated == 1 ? "" : "s");
	return rc;
}

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
			return eni_fail(&run->diag, (struct eni_place){path, 1}, name[k], "there is no such column");
	}
	return 0;
}

static struct eni_reader *
open_file(struct eni_run *run, const char *path)
{
	struct eni_source_options o = {.format = run->book.opt.format,
	    .encoding = run->book.opt.encoding,
	    .fallback = eni_book_fallback(&run->book),
	    .rejects = run->rejects};

	return eni_reader_open(path, NULL, &o, &run->diag);
}

/* ---- any numeric table ---- */

enum { TIME, EVENT, ENTRY, BY, TABLE_COLUMNS };

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
count_row(struct eni_counts *c, struct eni_reader *r, const struct eni_row *row, const size_t *at)
{
	struct eni_life_stay s = {0};
	struct eni_str event = eni_str_trim(row->cell[at[EVENT]]);

	if (eni_real_parse(row->cell[at[TIME]], &s.exit) != 1 || s.exit < 0)
		return eni_reader_reject(r, eni_opt(c->run, "time"), "want a number from 0 on");
	if (at[ENTRY] != SIZE_MAX && (eni_real_parse(row->cell[at[ENTRY]], &s.entry) == -1 || s.entry < 0 || s.entry > s.exit))
		return eni_reader_reject(r, eni_opt(c->run, "entry"), "want a number from 0 to the time");
	s.group = group_of(c, at[BY] == SIZE_MAX ? ENI_S("all") : eni_str_trim(row->cell[at[BY]]));
	s.cause = is_censored(event) ? (uint32_t)ENI_NO_CAUSE : cause_of(c, event);
	if (!count(c, s))
		c->unwatched++;
	return 0;
}

static int
count_rows(struct eni_counts *c, struct eni_reader *r, const char *path)
{
	const char *const name[TABLE_COLUMNS] = {[TIME] = eni_opt(c->run, "time"),
	    [EVENT] = eni_opt(c->run, "event"),
	    [ENTRY] = eni_opt(c->run, "entry"),
	    [BY] = eni_opt(c->run, "by")};
	size_t at[TABLE_COLUMNS];
	struct eni_row row;
	int got = find_columns(c->run, r, path, name, TABLE_COLUMNS, at);

	while (got == 0 && (got = eni_reader_next(r, &row)) > 0) {
		count_row(c, r, &row, at);
		got = c->run->diag.status == 2 ? -1 : 0;
	}
	return got;
}

static int
count_table(struct eni_counts *c)
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
		eni_warn(&run->diag, (struct eni_place){run->operand[0], 0}, NULL,
		    "%zu row%s left out: entered and left at the same time, so no time was watched", c->unwatched,
		    c->unwatched == 1 ? "" : "s");
	return rc;
}

/* ---- partial counts ---- */

enum { VERB, VERSION, AS_OF, GROUP, CAUSE, AT, ENTERED, EVENTS, CENSORED, PARTIAL_COLUMNS };
static const char *const partial_columns[PARTIAL_COLUMNS] = {
    "verb", "version", "as_of", "group", "cause", "time", "entered", "events", "censored"};
/* Of this layout and of the rules of counting. */
static const char partial_version[] = "1";

static int
differs(struct eni_counts *c, const struct eni_row *row, size_t column, struct eni_str want)
{
	struct eni_str got = row->cell[column];

	return eni_fail(&c->run->diag, row->place, partial_columns[column],
	    "these counts cannot be added up: here %.*s, elsewhere %.*s", (int)got.n, got.p, (int)want.n, want.p);
}

/* The first row says how the counts were made; all others must agree, and so must options given now. */
static int
check_head(struct eni_counts *c, const struct eni_row *row, const size_t *at, bool first)
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
add_counts(struct eni_counts *c, const struct eni_row *row, const size_t *at)
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
	cell.group = group_of(c, row->cell[at[GROUP]]);
	if (cell.events > 0)
		cell.cause = number_of(c, &c->cause, row->cell[at[CAUSE]]) + 1;
	eni_life_add(&c->life, &cell);
	return 0;
}

static int
merge_file(struct eni_counts *c, const char *path)
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

/* Whoever entered left or was lost from view: otherwise a row is missing. */
static int
check_sums(struct eni_counts *c)
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

static int
merge_files(struct eni_counts *c)
{
	if (c->run->n_operands == 0)
		return eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "--merge: want files that --partial wrote");
	for (size_t i = 0; i < c->run->n_operands; i++)
		if (merge_file(c, c->run->operand[i]) == -1)
			return -1;
	for (size_t i = 0; i + 10 <= c->settings.n; i++)
		c->winnable |= eni_str_starts(eni_str_from(c->settings, i), ENI_S("--winnable"));
	return 0;
}

/* ---- all of them ---- */

int
eni_counts_gather(struct eni_counts *c, struct eni_run *run)
{
	bool merge = eni_opt(run, "merge") != NULL;
	int rc = read_settings(c, run);

	if (rc == 0)
		rc = merge ? merge_files(c) : eni_opt(run, "time") != NULL ? count_table(c) : count_book(c);
	sort_counts(c);
	return rc == 0 && merge ? check_sums(c) : rc;
}

void
eni_counts_free(struct eni_counts *c)
{
	eni_life_free(&c->life);
	eni_map_free(&c->group.map);
	eni_map_free(&c->cause.map);
	free(c->group.name);
	free(c->cause.name);
}

enum eni_vocab
eni_counts_vocab(const struct eni_counts *c)
{
	const char *by = eni_opt(c->run, "by");
	const struct eni_field *f = NULL;

	if (by != NULL && eni_opt(c->run, "time") == NULL)
		f = eni_field_find(ENI_CLIENTS, eni_book_field_name(&c->run->book, ENI_CLIENTS, eni_str_of(by)));
	return f == NULL || f->type != ENI_ENUM ? ENI_V_NONE : f->vocab;
}

struct eni_str
eni_counts_label(struct eni_counts *c, size_t group)
{
	struct eni_str name = c->group.name[group];

	if (!c->winnable)
		return name;
	if (eni_str_is(name, "all"))
		return ENI_S("winnable");
	return eni_arena_printf(&c->run->arena, "%.*s winnable", (int)name.n, name.p);
}

struct eni_str
eni_counts_word(const struct eni_counts *c, size_t group)
{
	enum eni_vocab vocab = eni_counts_vocab(c);
	int code = vocab == ENI_V_NONE ? 0 : eni_word_find(vocab, c->group.name[group]);

	if (code == 0 || code == ENI_UNKNOWN_WORD)
		return c->group.name[group];
	return eni_str_of(eni_word_label(vocab, code, c->run->lang));
}

/* ---- writing them ---- */

static void
print_cell(struct eni_counts *c, struct eni_print *p, const struct eni_life_cell *cell)
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
eni_counts_print(struct eni_counts *c)
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
