/* Counts for survival and incidence: see census.h. */
#include "cmd/churn/census.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/real.h"
#include "cli/grouping.h"
#include "cmd/churn/leavers.h"

/* ---- names ---- */

/* The number of a name; what is new is kept. */
static uint32_t
name_number(struct eni_census *c, struct eni_names *names, struct eni_str name)
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

uint32_t
eni_census_group(struct eni_census *c, struct eni_str name)
{
	return name_number(c, &c->group, name.n == 0 ? ENI_S("-") : name);
}

uint32_t
eni_census_stratum(struct eni_census *c, struct eni_str name)
{
	return name_number(c, &c->stratum, name.n == 0 ? ENI_S("-") : name);
}

/* A cause is a reason of the book, or any word of a table. */
static bool
is_winnable(struct eni_str cause)
{
	int reason = eni_word_find(ENI_V_REASON, cause);

	return !eni_str_is(cause, eni_word_code(ENI_V_REASON, reason)) || !eni_word_is(ENI_V_REASON, reason, ENI_IS_UNWINNABLE);
}

uint32_t
eni_census_cause(struct eni_census *c, struct eni_str name)
{
	return c->winnable && !is_winnable(name) ? (uint32_t)ENI_NO_CAUSE : name_number(c, &c->cause, name) + 1;
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

void
eni_census_sort(struct eni_census *c)
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
	static const char *const deciding[] = {"winnable", "by", "strata", "since", "from", "where", "time", "event", "entry"};
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

bool
eni_census_counted_with(const struct eni_census *c, struct eni_str option)
{
	for (size_t i = 0; i + option.n <= c->settings.n; i++)
		if (eni_str_starts(eni_str_from(c->settings, i), option))
			return true;
	return false;
}

int
eni_census_open(struct eni_census *c, struct eni_run *run)
{
	const char *from = eni_opt(run, "from");
	char day[ENI_WHEN_TEXT];
	size_t n = eni_when_format((struct eni_when){run->now.day, ENI_NOTIME}, day);

	*c = (struct eni_census){.run = run, .settings = settings_of(run), .since = ENI_NODAY};
	c->as_of = eni_arena_keep(&run->arena, (struct eni_str){day, n});
	c->winnable = eni_opt(run, "winnable") != NULL;
	if (from != NULL && (eni_real_parse(eni_str_of(from), &c->from) != 1 || c->from < 0))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--from %s: want a number of days such as 90", from);
	return 0;
}

bool
eni_census_take(struct eni_census *c, struct eni_life_stay s)
{
	bool watched = s.entry < s.exit || (s.entry == 0 && s.exit == 0);

	if (s.entry < c->from)
		s.entry = c->from;
	eni_life_count(&c->life, &s);
	return watched;
}

/* ---- the stays of the book ---- */

struct of_book {
	struct eni_census *counts;
	struct eni_leavers leavers;
	struct eni_grouping by, strata;
};

/* A stay without its first or last day.  No fault is the one before a present stay of which the client's row has the start alone
 * (decision 1). */
static void
note_undated(struct of_book *b, const struct eni_stay *stay)
{
	const struct eni_sheet *clients = &b->counts->run->book.clients;
	struct eni_census *c = b->counts;

	if (stay->start == ENI_NODAY && stay->subject != ENI_NONE &&
	    eni_is_day(eni_sheet_when(clients, b->leavers.stays.start[0], stay->subject)))
		return;
	if (c->undated++ == 0)
		c->first_undated = stay->place;
}

static void
take_stay(void *to, const struct eni_stay *stay)
{
	struct of_book *b = to;
	struct eni_census *c = b->counts;
	struct eni_life_stay s = {.cause = ENI_NO_CAUSE};

	if (stay->start == ENI_NODAY || (stay->over && stay->end == ENI_NODAY)) {
		note_undated(b, stay);
		return;
	}
	s.exit = (stay->over ? stay->end : c->run->book.today) - stay->start;
	s.entry = (c->since > stay->seen ? c->since : stay->seen) - stay->start;
	if (s.entry > 0 && s.entry >= s.exit) /* gone before anybody watched: names no group and no cause */
		return;
	s.group = eni_census_group(c, eni_grouping_name(&b->by, stay->subject));
	s.stratum = eni_census_stratum(c, eni_grouping_name(&b->strata, stay->subject));
	if (stay->over)
		s.cause = eni_census_cause(c, eni_str_of(eni_word_code(ENI_V_REASON, eni_leavers_reason(stay->reason))));
	eni_census_take(c, s);
}

static int
count_book(struct eni_census *c)
{
	static const char *const need[] = {"start_date", NULL};
	struct of_book b = {.counts = c};
	int rc = eni_leavers_open(&b.leavers, c->run, false, need);

	if (rc == 0 && eni_is_day(b.leavers.report.period.since))
		c->since = b.leavers.report.period.since.day;
	if (rc == 0)
		rc = eni_grouping_open(&b.by, c->run, "by", eni_opt(c->run, "by"));
	if (rc == 0)
		rc = eni_grouping_open(&b.strata, c->run, "strata", eni_opt(c->run, "strata"));
	if (rc == 0)
		rc = eni_leavers_each(&b.leavers, take_stay, &b);
	if (rc == 0 && c->since == ENI_NODAY)
		eni_stays_warn_of_begin(&b.leavers.stays);
	eni_grouping_close(&b.by);
	eni_grouping_close(&b.strata);
	eni_leavers_close(&b.leavers);
	if (rc == 0 && c->undated > 0)
		eni_aside(&c->run->diag, c->first_undated, NULL,
		    eni_plural(c->undated, "has no first or last day; %zu such stay left out",
			"has no first or last day; %zu such stays left out"),
		    c->undated);
	return rc;
}

/* ---- all of them ---- */

int
eni_census_gather(struct eni_census *c, struct eni_run *run)
{
	bool merge = eni_opt(run, "merge") != NULL;
	int rc = eni_census_open(c, run);

	if (rc == 0)
		rc = merge ? eni_census_merge(c) : eni_opt(run, "time") != NULL ? eni_census_table(c) : count_book(c);
	c->days = !eni_census_counted_with(c, ENI_S(" --time "));
	eni_census_sort(c);
	return rc == 0 && merge ? eni_census_check(c) : rc;
}

void
eni_census_free(struct eni_census *c)
{
	eni_life_free(&c->life);
	eni_map_free(&c->group.map);
	eni_map_free(&c->stratum.map);
	eni_map_free(&c->cause.map);
	free(c->group.name);
	free(c->stratum.name);
	free(c->cause.name);
}

enum eni_vocab
eni_census_vocab(const struct eni_census *c)
{
	const char *by = eni_opt(c->run, "by");
	const struct eni_field *f = NULL;

	if (by != NULL && eni_opt(c->run, "time") == NULL)
		f = eni_field_find(ENI_CLIENTS, eni_book_field_name(&c->run->book, ENI_CLIENTS, eni_str_of(by)));
	return eni_grouping_vocab(f);
}

struct eni_str
eni_census_label(struct eni_census *c, size_t group)
{
	struct eni_str name = c->group.name[group];

	if (!c->winnable)
		return name;
	if (eni_str_is(name, "all"))
		return ENI_S("winnable");
	return eni_arena_printf(&c->run->arena, "%.*s winnable", (int)name.n, name.p);
}

struct eni_str
eni_census_word(const struct eni_census *c, size_t group)
{
	enum eni_vocab vocab = eni_census_vocab(c);
	int code = vocab == ENI_V_NONE ? 0 : eni_word_find(vocab, c->group.name[group]);

	if (code == 0 || code == ENI_UNKNOWN_WORD)
		return c->group.name[group];
	return eni_str_of(eni_word_label(vocab, code, c->run->lang));
}
