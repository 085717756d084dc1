/* Tasks as rows: see task_print.h. */
#include "cli/task_print.h"

#include <stdlib.h>

#include "base/num.h"
#include "duty/cancelled_reminders.h"
#include "rule/titles.h"
#include "who/persons.h"

enum {
	MERGED_WHO,
	MERGED_CHANNEL,
	MERGED_COUNT,
	MERGED_TOPICS,
	MERGED_VIA,
	MERGED_ORG,
	MERGED_NAMES,
	MERGED_TITLES,
	MERGED_CONSENT,
	MERGED_PRINTED,
	MERGED_COLUMNS
};
const struct eni_offer eni_merged_offer[] = {
    [MERGED_WHO] = {"who", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MERGED_CHANNEL] = {"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0},
    [MERGED_COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MERGED_TOPICS] = {"topics", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MERGED_VIA] = {"via", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MERGED_ORG] = {"org", ENI_COL_TEXT, ENI_V_NONE, 1},
    [MERGED_NAMES] = {"names", ENI_COL_TEXT, ENI_V_NONE, 2},
    [MERGED_TITLES] = {"title", ENI_COL_PROSE, ENI_V_NONE, 0},
    [MERGED_CONSENT] = {"consent", ENI_COL_TEXT, ENI_V_SHARING, 0},
    [MERGED_PRINTED] = {"printed", ENI_COL_TEXT, ENI_V_NONE, 1},
};
ENI_ROW_FOR_EACH(eni_merged_offer, MERGED_COLUMNS);
const size_t eni_merged_offers = MERGED_COLUMNS;

const struct eni_agenda eni_task_agenda = {.title = {"title", "name"},
    .detail = {"channel", "to", "who", "why", "consent", "id"},
    .people = {"who", "name"},
    .reachable = {"via", "org"}};
const struct eni_agenda eni_merged_agenda = {.title = {"channel", "who"},
    .subject = {"org"},
    .detail = {"title", "consent"},
    .people = {"who"},
    .reachable = {"via", "names"}};

/* What people read first stands first.  A sheet has the columns to fill in behind the title, and what only programs need, to read
 * it back, at the end and not on paper. */
static const char *const in_table[] = {
    "due", "name", "who", "via", "channel", "title", "late", "to", "org", "why", "priority", "id", "consent", "over"};
static const char *const in_sheet[] = {"due", "name", "who", "via", "channel", "title", "consent", "to", "org", "why", "id", "late",
    "priority", "over", "anchor", "rule", "printed"};
enum { IN_TABLE = sizeof in_table / sizeof *in_table, IN_SHEET = sizeof in_sheet / sizeof *in_sheet };
static const struct eni_fill_in task_fill_in = {.behind = 6, .on_paper = 11};
static const char *const merged_in_table[] = {"who", "via", "channel", "title", "count", "org", "names", "consent"};
static const char *const merged_in_sheet[] = {
    "who", "via", "channel", "title", "consent", "org", "names", "count", "topics", "printed"};
enum {
	MERGED_IN_TABLE = sizeof merged_in_table / sizeof *merged_in_table,
	MERGED_IN_SHEET = sizeof merged_in_sheet / sizeof *merged_in_sheet
};
static const struct eni_fill_in merged_fill_in = {.behind = 4, .on_paper = 6};

static void
span(struct eni_buf *out, struct eni_span s)
{
	eni_buf_printf(out, "%ld%s", (long)s.n, eni_unit_code[s.unit]);
}

static void
moment(struct eni_buf *out, const char *key, struct eni_when w)
{
	char text[ENI_WHEN_TEXT];

	eni_when_format(w, text);
	eni_buf_printf(out, "%s=%s", key, text);
}

void
eni_task_why(struct eni_buf *out, const struct eni_reason *x)
{
	const struct eni_rule *r = x->rule;

	if (!eni_is_day(x->anchor)) {
		eni_buf_add(out, ENI_S("anchor=-"));
		return;
	}
	moment(out, "anchor", x->anchor);
	eni_buf_add(out, r->offset.n < 0 ? ENI_S(" ") : ENI_S(" +"));
	span(out, r->offset);
	if (eni_is_day(x->last) && r->every.n > 0) {
		eni_buf_char(out, ' ');
		moment(out, "last", x->last);
	}
	if (r->every.n > 0 && (eni_is_day(x->last) || x->moved > 0)) {
		eni_buf_add(out, ENI_S(" every="));
		span(out, r->every);
	}
	if (x->moved > 0)
		eni_buf_printf(out, " moved=%ld", (long)x->moved);
	if (x->left > 0)
		eni_buf_printf(out, " left=%lu", (unsigned long)x->left);
	if (x->tries > 0)
		eni_buf_printf(out, " tries=%lu", (unsigned long)x->tries);
	if (x->story != NULL)
		eni_buf_printf(out, " story=%.*s", (int)x->story->id.n, x->story->id.p);
}

/* ---- the columns ---- */

static struct eni_str
due_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	return eni_print_when(p, t->due);
}

static struct eni_value
due_value(const struct eni_task *t)
{
	return eni_value_when(t->due);
}

static struct eni_str
late_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	return eni_print_count(p, t->late);
}

static struct eni_value
number(int64_t n)
{
	return (struct eni_value){ENI_VALUE_NUMBER, {.number = n * ENI_NUM_SCALE}};
}

static struct eni_value
late_value(const struct eni_task *t)
{
	return number(t->late);
}

/* How long over, on the clock where the rule counts hours or minutes from a moment and the answer is asked for at one, else in
 * days; empty where it is not over (decision 70). */
static struct eni_str
over_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	struct eni_when now = d->run->now;
	long minutes = (long)(eni_when_minutes(now) - eni_when_minutes(t->due));

	if (t->anchor.minute < 0 || t->due.minute < 0 || now.minute < 0)
		return t->late > 0 ? eni_arena_printf(&p->row, "%ldd", (long)t->late) : ENI_S("");
	if (minutes <= 0)
		return ENI_S("");
	return minutes < 60        ? eni_arena_printf(&p->row, "%ldm", minutes)
	       : minutes % 60 == 0 ? eni_arena_printf(&p->row, "%ldh", minutes / 60)
				   : eni_arena_printf(&p->row, "%ldh%ldm", minutes / 60, minutes % 60);
}

static struct eni_str
id_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return eni_subject_id(&d->run->book, t->subject);
}

static struct eni_str
rule_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return d->rules.rule[t->rule]->id;
}

static struct eni_str
channel_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	(void)p;
	return eni_str_of(eni_word_code(ENI_V_CHANNEL, t->channel));
}

static struct eni_value
channel_value(const struct eni_task *t)
{
	return eni_value_code(t->channel);
}

static struct eni_str
to_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	(void)p;
	return eni_str_of(eni_word_code(ENI_V_TO, t->to));
}

static struct eni_value
to_value(const struct eni_task *t)
{
	return eni_value_code(t->to);
}

static struct eni_str
who_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return eni_people_who(&d->people, t->subject, t->to);
}

static struct eni_str
via_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return eni_people_via(&d->people, t->subject, t->to, t->channel);
}

static struct eni_str
why_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	const struct eni_reason reason = {d->rules.rule[t->rule], eni_facts_anchor_field(&d->facts, t->rule, t->subject), t->anchor,
	    t->last, t->moved, t->left, t->tries, t->story};
	const struct eni_wording words = eni_desk_wording(d);
	struct eni_buf b = {0};
	struct eni_str s;

	if (eni_is_for_eyes(d->run))
		eni_word_reason(&b, &words, &reason);
	else
		eni_task_why(&b, &reason);
	s = eni_arena_keep(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

static struct eni_str
say_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	(void)d;
	return t->say;
}

static struct eni_str
priority_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	return eni_print_count(p, t->priority);
}

static struct eni_value
priority_value(const struct eni_task *t)
{
	return number(t->priority);
}

static struct eni_str
anchor_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	return eni_print_when(p, t->anchor);
}

static struct eni_value
anchor_value(const struct eni_task *t)
{
	return eni_value_when(t->anchor);
}

static struct eni_str
name_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return eni_people_name(&d->people, t->subject);
}

static struct eni_str
org_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return eni_people_org(&d->people, t->subject, t->to);
}

static struct eni_str
title_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return eni_title(d->rules.rule[t->rule], d->run->lang);
}

static struct eni_str
printed_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)d;
	(void)t;
	return eni_print_imprint(p);
}

static struct eni_str
sharing_text(int sharing)
{
	return sharing == 0 ? ENI_S("") : eni_str_of(eni_word_code(ENI_V_SHARING, sharing));
}

static struct eni_str
consent_cell(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	(void)p;
	return sharing_text(eni_facts_sharing(&d->facts, t->subject, t->to));
}

static const struct eni_task_column columns[] = {
    {{"due", ENI_COL_TEXT, ENI_V_NONE, 0}, ENI_DATE, due_cell, due_value},
    {{"late", ENI_COL_NUMBER, ENI_V_NONE, 5}, ENI_NUMBER, late_cell, late_value},
    {{"id", ENI_COL_TEXT, ENI_V_NONE, 6}, ENI_TEXT, id_cell, NULL},
    {{"rule", ENI_COL_TEXT, ENI_V_NONE, 1}, ENI_TEXT, rule_cell, NULL},
    {{"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0}, ENI_ENUM, channel_cell, channel_value},
    {{"to", ENI_COL_TEXT, ENI_V_TO, 3}, ENI_ENUM, to_cell, to_value},
    {{"who", ENI_COL_TEXT, ENI_V_NONE, 0}, ENI_TEXT, who_cell, NULL},
    {{"via", ENI_COL_TEXT, ENI_V_NONE, 0}, ENI_TEXT, via_cell, NULL},
    {{"why", ENI_COL_TEXT, ENI_V_NONE, 2}, ENI_TEXT, why_cell, NULL},
    {{"say", ENI_COL_TEXT, ENI_V_NONE, 1}, ENI_TEXT, say_cell, NULL},
    {{"priority", ENI_COL_NUMBER, ENI_V_NONE, 1}, ENI_NUMBER, priority_cell, priority_value},
    {{"anchor", ENI_COL_TEXT, ENI_V_NONE, 1}, ENI_DATE, anchor_cell, anchor_value},
    {{"name", ENI_COL_TEXT, ENI_V_NONE, 0}, ENI_TEXT, name_cell, NULL},
    {{"org", ENI_COL_TEXT, ENI_V_NONE, 4}, ENI_TEXT, org_cell, NULL},
    /* for people, and where -f asks for them */
    {{"consent", ENI_COL_TEXT, ENI_V_SHARING, 7}, ENI_TEXT, consent_cell, NULL},
    {{"over", ENI_COL_TEXT, ENI_V_NONE, 2}, ENI_TEXT, over_cell, NULL},
    {{"title", ENI_COL_PROSE, ENI_V_NONE, 0}, ENI_TEXT, title_cell, NULL},
    {{"printed", ENI_COL_TEXT, ENI_V_NONE, 1}, ENI_TEXT, printed_cell, NULL},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

const struct eni_offer *
eni_task_offers(struct eni_run *run, size_t *n)
{
	struct eni_offer *offer = eni_arena_take(&run->arena, COLUMNS * sizeof *offer);

	for (size_t i = 0; i < COLUMNS; i++)
		offer[i] = columns[i].offer;
	*n = COLUMNS;
	return offer;
}

int
eni_task_columns(struct eni_print *p, struct eni_run *run, struct eni_facts *facts)
{
	size_t n;
	const struct eni_offer *offer = eni_task_offers(run, &n);

	if (eni_print_prepare(p, run, offer, n, facts) == -1)
		return -1;
	if (eni_is_for_reading(run))
		eni_print_pick(p, in_table, IN_TABLE);
	else if (eni_is_sheet(run))
		eni_print_pick(p, in_sheet, IN_SHEET);
	else
		eni_print_first(p, ENI_TASK_RECORD);
	eni_print_to_fill(p, &task_fill_in);
	return 0;
}

int
eni_merged_columns(struct eni_print *p, struct eni_run *run)
{
	if (eni_print_prepare(p, run, eni_merged_offer, eni_merged_offers, NULL) == -1)
		return -1;
	if (eni_is_for_reading(run))
		eni_print_pick(p, merged_in_table, MERGED_IN_TABLE);
	else if (eni_is_sheet(run))
		eni_print_pick(p, merged_in_sheet, MERGED_IN_SHEET);
	else
		eni_print_first(p, ENI_MERGED_RECORD);
	eni_print_to_fill(p, &merged_fill_in);
	return 0;
}

const struct eni_task_column *
eni_task_column_find(struct eni_str name)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (eni_str_is(name, columns[i].offer.name))
			return &columns[i];
	return NULL;
}

static void
fill_cells(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (p->wanted[i])
			p->cell[i] = columns[i].cell(d, p, t);
}

/* ---- --where ---- */

/* A rule may be named by its title. */
static void
name_rules(const struct eni_desk *d, struct eni_match *m)
{
	for (size_t i = 0; i < m->n_words; i++) {
		uint32_t rule = eni_rules_find(&d->rules, m->word[i]);

		if (rule != ENI_NONE)
			m->word[i] = d->rules.rule[rule]->id;
	}
}

int
eni_task_where(struct eni_desk *d, struct eni_print *p)
{
	struct eni_field *own = eni_arena_take(&d->run->arena, COLUMNS * sizeof *own);

	for (size_t i = 0; i < COLUMNS; i++)
		own[i] =
		    (struct eni_field){.name = columns[i].offer.name, .type = columns[i].type, .vocab = columns[i].offer.vocab};
	d->own = own;
	d->n_own = COLUMNS;
	if (eni_desk_where(d, true) == -1)
		return -1;
	for (size_t i = 0; i < d->n_where; i++) {
		if (d->where[i].source != ENI_FROM_OWN)
			continue;
		eni_print_want(p, (size_t)d->where[i].column);
		if (columns[d->where[i].column].cell == rule_cell)
			name_rules(d, &d->where[i]);
	}
	return 0;
}

static struct eni_value
value_of(struct eni_desk *d, struct eni_print *p, const struct eni_task *t, int column)
{
	struct eni_str text;

	if (columns[column].value != NULL)
		return columns[column].value(t);
	text = columns[column].cell(d, p, t);
	return text.n == 0 || eni_str_is(text, "-") ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_TEXT, {.text = text}};
}

static bool
passes(struct eni_desk *d, struct eni_print *p, const struct eni_task *t)
{
	if (!eni_desk_passes(d, t->subject))
		return false;
	for (size_t i = 0; i < d->n_where; i++)
		if (d->where[i].source == ENI_FROM_OWN &&
		    !eni_match_test(&d->where[i], value_of(d, p, t, d->where[i].column), d->run->book.today))
			return false;
	return true;
}

static void
filter(struct eni_desk *d, struct eni_print *p, struct eni_tasks *tasks)
{
	size_t kept = 0;

	for (size_t i = 0; d->n_where > 0 && i < tasks->n; i++) {
		if (passes(d, p, &tasks->task[i]))
			tasks->task[kept++] = tasks->task[i];
		eni_arena_reset(&p->row);
	}
	if (d->n_where > 0)
		tasks->n = kept;
}

/* A calendar also gets, behind what is due, what no longer is. */
int
eni_desk_tasks(struct eni_desk *d, struct eni_print *p, struct eni_tasks *tasks)
{
	struct eni_tasks back = {0};
	int rc = -1;

	*tasks = (struct eni_tasks){0};
	if (eni_plan_tasks(&d->plan, tasks) == -1 ||
	    (eni_is_agenda(d->run) && eni_cancelled_reminders(&d->plan, tasks, &back) == -1))
		goto done;
	filter(d, p, tasks);
	eni_tasks_limit(&d->plan, tasks);
	filter(d, p, &back);
	tasks->task = eni_grow(tasks->task, &tasks->cap, tasks->n + back.n + 1, sizeof *tasks->task);
	for (size_t i = 0; i < back.n; i++)
		tasks->task[tasks->n++] = back.task[i];
	rc = 0;
done:
	eni_tasks_free(&back);
	return rc;
}

/* What a row is about, for a calendar. */
static struct eni_reminder
reminder_of(const struct eni_desk *d, const struct eni_task *t)
{
	return (struct eni_reminder){.pass = t->pass,
	    .id = eni_subject_id(&d->run->book, t->subject),
	    .rule = d->rules.rule[t->rule]->id,
	    .anchor = t->anchor,
	    .due = t->due,
	    .answers = t->answers,
	    .priority = t->priority};
}

int
eni_tasks_print(struct eni_desk *d, struct eni_print *p, const struct eni_tasks *tasks)
{
	eni_print_begin(p);
	for (size_t i = 0; i < tasks->n; i++) {
		struct eni_reminder reminder = reminder_of(d, &tasks->task[i]);

		fill_cells(d, p, &tasks->task[i]);
		eni_print_row_about(p, tasks->task[i].subject, &reminder);
	}
	return eni_print_end(p);
}

/* ---- merged ---- */

static int
by_due(const void *a, const void *b, void *arg)
{
	const struct eni_tasks *t = arg;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	int64_t xd = eni_when_minutes(t->task[x].due), yd = eni_when_minutes(t->task[y].due);

	return xd != yd ? (xd > yd) - (xd < yd) : (x > y) - (x < y);
}

static struct eni_str
join_topics(struct eni_desk *d, struct eni_print *p, const struct eni_tasks *t, const size_t *at, size_t n)
{
	struct eni_buf b = {0};
	struct eni_str s;

	for (size_t i = 0; i < n; i++) {
		struct eni_str rule = d->rules.rule[t->task[at[i]].rule]->id,
			       id = eni_subject_id(&d->run->book, t->task[at[i]].subject);

		eni_buf_printf(&b, "%s%.*s:%.*s", i == 0 ? "" : " ", (int)rule.n, rule.p, (int)id.n, id.p);
	}
	s = eni_arena_keep(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

/* Whom a topic is about, where that is not who is told; in a calendar by the first letter and the id, which tells two of one letter
 * apart. */
static void
add_topic_name(struct eni_buf *b, const struct eni_desk *d, uint32_t subject)
{
	struct eni_str name = eni_people_name(&d->people, subject), id = eni_subject_id(&d->run->book, subject);

	if (!eni_subject_is_client(&d->run->book, subject))
		return;
	eni_buf_char(b, ' ');
	if (!eni_is_agenda(d->run) || eni_opt(d->run, "full-names") != NULL) {
		eni_buf_add(b, name);
		return;
	}
	eni_initials(b, name, d->run->lang);
	eni_buf_printf(b, " (%.*s)", (int)id.n, id.p);
}

/* "受け入れ状況のご案内、その後のご様子について 佐藤美咲" */
static struct eni_str
join_titles(struct eni_desk *d, struct eni_print *p, const struct eni_tasks *t, const size_t *at, size_t n)
{
	struct eni_str s,
	    join = eni_is_for_eyes(d->run) ? eni_texts_label(&d->texts, "join", ENI_S("list"), d->run->lang) : ENI_S("; ");
	struct eni_buf b = {0};

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			eni_buf_add(&b, join);
		eni_buf_add(&b, eni_title(d->rules.rule[t->task[at[i]].rule], d->run->lang));
		add_topic_name(&b, d, t->task[at[i]].subject);
	}
	s = eni_arena_keep(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

/* Each name once, in the order of the topics. */
static struct eni_str
join_names(struct eni_desk *d, struct eni_print *p, const struct eni_tasks *t, const size_t *at, size_t n)
{
	struct eni_buf b = {0};
	struct eni_str s;

	for (size_t i = 0; i < n; i++) {
		struct eni_str name = eni_people_name(&d->people, t->task[at[i]].subject);
		bool again = name.n == 0;

		for (size_t k = 0; k < i && !again; k++)
			again = t->task[at[k]].subject == t->task[at[i]].subject;
		if (again)
			continue;
		if (b.n > 0)
			eni_buf_char(&b, ' ');
		eni_buf_add(&b, name);
	}
	s = eni_arena_keep(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

static struct eni_str
joined_consent(struct eni_desk *d, const struct eni_print *p, const struct eni_tasks *t, const size_t *at, size_t n)
{
	int sharing = 0;

	for (size_t i = 0; i < n && p->wanted[MERGED_CONSENT] && sharing == 0; i++)
		sharing = eni_facts_sharing(&d->facts, t->task[at[i]].subject, t->task[at[i]].to);
	return sharing_text(sharing);
}

/* One reminder a person and channel, known by its first task; a task for nobody known is as in the list. */
static struct eni_reminder
joined_reminder(struct eni_desk *d, struct eni_print *p, const struct eni_task *first)
{
	struct eni_reminder r = reminder_of(d, first);
	const char *channel = eni_word_code(ENI_V_CHANNEL, first->channel);

	if (!eni_person_known(&d->people, first->subject, first->to))
		return r;
	if (first->partner == ENI_NONE) {
		r.rule = eni_arena_printf(&p->row, "merged-%s-%s", channel, eni_word_code(ENI_V_TO, first->to));
		return r;
	}
	r.id = eni_subject_id(&d->run->book, eni_subject_referrer(&d->run->book, first->partner));
	r.rule = eni_arena_printf(&p->row, "merged-%s", channel);
	return r;
}

struct merging {
	struct eni_desk *d;
	struct eni_print *p;
	const struct eni_tasks *t;
	struct eni_map lines, answers; /* identities of what was printed; how often what has them was answered */
	struct eni_arena keys;
};

static struct eni_str
identity(struct merging *m, const struct eni_reminder *r)
{
	return eni_arena_printf(
	    &m->keys, "%.*s:%.*s %ld", (int)r->rule.n, r->rule.p, (int)r->id.n, r->id.p, (long)eni_pack_when(r->anchor));
}

/* Several topics may have the identity of their line, due or taken back, and any may come first tomorrow: the line's sequence grows
 * with the answers to any of them. */
static void
count_answers(struct merging *m)
{
	for (size_t i = 0; i < m->t->n; i++) {
		struct eni_reminder r = joined_reminder(m->d, m->p, &m->t->task[i]);
		struct eni_str key = identity(m, &r);
		uint32_t before = eni_map_get(&m->answers, key);

		eni_map_set(&m->answers, key, (before == ENI_NONE ? 0 : before) + r.answers);
		eni_arena_reset(&m->p->row);
	}
}

static void
print_line(void *arg, const size_t *at, size_t n)
{
	struct merging *m = arg;
	struct eni_desk *d = m->d;
	struct eni_print *p = m->p;
	const struct eni_tasks *t = m->t;
	const struct eni_task *first = &t->task[at[0]];
	struct eni_reminder reminder = joined_reminder(d, p, first);
	struct eni_str key = identity(m, &reminder);

	/* what is taken back may have the identity of a line that is there */
	if (eni_pass_way(first->pass) == ENI_WAY_RECALL && eni_map_get(&m->lines, key) != ENI_NONE) {
		eni_arena_reset(&p->row);
		return;
	}
	eni_map_add(&m->lines, key, 0);
	reminder.answers = eni_map_get(&m->answers, key);
	p->cell[MERGED_WHO] = eni_people_who(&d->people, first->subject, first->to);
	p->cell[MERGED_CHANNEL] = eni_str_of(eni_word_code(ENI_V_CHANNEL, first->channel));
	p->cell[MERGED_COUNT] = eni_print_count(p, (int64_t)n);
	p->cell[MERGED_VIA] = eni_people_via(&d->people, first->subject, first->to, first->channel);
	p->cell[MERGED_ORG] = eni_people_org(&d->people, first->subject, first->to);
	if (p->wanted[MERGED_TOPICS])
		p->cell[MERGED_TOPICS] = join_topics(d, p, t, at, n);
	if (p->wanted[MERGED_NAMES])
		p->cell[MERGED_NAMES] = join_names(d, p, t, at, n);
	if (p->wanted[MERGED_TITLES])
		p->cell[MERGED_TITLES] = join_titles(d, p, t, at, n);
	p->cell[MERGED_CONSENT] = joined_consent(d, p, t, at, n);
	p->cell[MERGED_PRINTED] = eni_print_imprint(p);
	eni_print_row_about(p, first->subject, &reminder);
}

/* What is joined: the tasks of a person and channel.  What is taken back stays by itself: each may have been the first of a line.
 */
static struct eni_str
line_key(struct eni_arena *keys, const struct eni_task *t, uint32_t person)
{
	bool back = eni_pass_way(t->pass) == ENI_WAY_RECALL;

	return eni_arena_printf(keys, "%lu %d %ld", (unsigned long)person, t->channel, back ? (long)eni_pack_when(t->anchor) : -1L);
}

void
eni_tasks_merge(const struct eni_tasks *t, const struct eni_people *people, eni_tasks_line *each, void *arg)
{
	size_t *at = eni_realloc(NULL, (t->n + 1) * sizeof *at);
	uint32_t *next = eni_realloc(NULL, (t->n + 1) * sizeof *next); /* the next task of the same line */
	uint32_t *tail = eni_realloc(NULL, (t->n + 1) * sizeof *tail); /* per first task: the last of its line */
	bool *joined = eni_realloc(NULL, t->n + 1);
	struct eni_persons persons = {.people = people};
	struct eni_map lines = {0};
	struct eni_arena keys = {0};

	memset(joined, 0, t->n + 1);
	for (size_t i = 0; i < t->n; i++)
		eni_persons_add(&persons, t->task[i].subject, t->task[i].to);
	for (size_t i = 0; i < t->n; i++) {
		uint32_t first;

		next[i] = ENI_NONE;
		tail[i] = (uint32_t)i;
		if (t->task[i].to == ENI_TO_STAFF)
			continue;
		first = eni_map_add(&lines, line_key(&keys, &t->task[i], eni_persons_first(&persons, (uint32_t)i)), (uint32_t)i);
		if (first == i)
			continue;
		joined[i] = true;
		next[tail[first]] = (uint32_t)i;
		tail[first] = (uint32_t)i;
	}
	for (size_t i = 0; i < t->n; i++) {
		size_t n = 0;

		if (joined[i] || t->task[i].to == ENI_TO_STAFF)
			continue;
		for (uint32_t k = (uint32_t)i; k != ENI_NONE; k = next[k])
			at[n++] = k;
		qsort_r(at, n, sizeof *at, by_due, (void *)t);
		each(arg, at, n);
	}
	eni_persons_free(&persons);
	eni_map_free(&lines);
	eni_arena_free(&keys);
	free(at);
	free(next);
	free(tail);
	free(joined);
}

int
eni_tasks_print_merged(struct eni_desk *d, struct eni_print *p, struct eni_tasks *t)
{
	struct merging m = {.d = d, .p = p, .t = t};

	eni_print_begin(p);
	count_answers(&m);
	eni_tasks_merge(t, &d->people, print_line, &m);
	eni_map_free(&m.lines);
	eni_map_free(&m.answers);
	eni_arena_free(&m.keys);
	return eni_print_end(p);
}
