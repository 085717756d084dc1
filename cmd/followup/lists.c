/* The reading verbs of followup: see verbs.h. */
#include "cmd/followup/verbs.h"

#include "cmd/followup/post.h"
#include "duty/cancelled_reminders.h"
#include "duty/gaps.h"
#include "duty/history.h"
#include "rule/titles.h"

/* ---- list, merged, stale ---- */

/* --ahead 7d, or next: through the next day the office is open. */
static int
look_ahead(struct eni_desk *d)
{
	const char *ahead = eni_opt(d->run, "ahead");
	struct eni_span span;
	int32_t today = d->run->now.day;

	if (ahead == NULL)
		return 0;
	if (strcmp(ahead, "next") == 0) {
		d->plan.moment.end = (struct eni_when){eni_roll_day(d->almanac, ENI_OWN, ENI_ROLL_NEXT, today + 1), ENI_NOTIME};
		return 0;
	}
	if (eni_span_parse(eni_str_of(ahead), &span) != 1)
		return eni_fail(&d->run->diag, ENI_NOWHERE, NULL, "--ahead %s: want an interval such as 7d, or next", ahead);
	if (eni_span_timed(span) && d->run->now.minute >= 0)
		d->plan.moment.end = eni_when_add(d->run->now, span, 1);
	else
		d->plan.moment.end = (struct eni_when){eni_when_add(d->run->now, span, 1).day, ENI_NOTIME};
	return 0;
}

/* Rows of the journal or of visits that could not be used are reported for the people who are listed (decision 48). */
static void
tell_pending(struct eni_desk *d, const struct eni_tasks *tasks)
{
	struct eni_facts *f = &d->facts;
	size_t n = (size_t)eni_subject_office(&d->run->book) + 1;
	bool *listed;

	if (f->n_pending == 0)
		return;
	eni_facts_tell_promises(f);
	listed = eni_arena_clear(&d->run->arena, n);
	for (size_t i = 0; i < tasks->n; i++)
		listed[tasks->task[i].subject] = true;
	for (size_t i = 0; i < f->n_pending; i++)
		if (listed[f->pending[i].subject] && strcmp(f->pending[i].field, "next") != 0)
			eni_aside(&d->run->diag, f->pending[i].place, f->pending[i].field, "want a day such as 2026-04-01");
}

static int
write_tasks(struct eni_post *post, struct eni_print *p, struct eni_print *lines, struct eni_tasks *tasks, bool merged)
{
	struct eni_desk *d = &post->w.desk;

	if (eni_is_post(d->run))
		return eni_post_tasks(post, merged ? lines : p, tasks, merged);
	return merged ? eni_tasks_print_merged(d, lines, tasks) : eni_tasks_print(d, p, tasks);
}

/* What merged joins are tasks with all their columns; -f picks among its own. */
static int
prepare(struct eni_desk *d, struct eni_print *p, struct eni_print *lines, bool merged)
{
	size_t n;
	const struct eni_offer *offer;

	if (eni_desk_words(d) == -1)
		return -1;
	if (!merged)
		return eni_task_columns(p, d->run, &d->facts);
	offer = eni_task_offers(d->run, &n);
	return eni_print_prepare_all(p, d->run, offer, n) == -1 ? -1 : eni_merged_columns(lines, d->run);
}

static int
list_tasks(struct eni_run *run, bool stale, bool merged)
{
	struct eni_post post = {0};
	struct eni_desk *d = &post.w.desk;
	struct eni_print p = {0}, lines = {0};
	struct eni_tasks tasks = {0};
	int rc = -1;

	run->book.may_lack_main = eni_opt(run, "office") != NULL && eni_opt(run, "all") == NULL;
	if (eni_post_check(run) == -1 || eni_desk_open(d, run, true) == -1)
		goto done;
	if (prepare(d, &p, &lines, merged) == -1 || eni_task_where(d, &p) == -1)
		goto done;
	if (eni_print_wants(merged ? &lines : &p, "consent") || eni_is_agenda(run))
		eni_facts_want_consent(&d->facts);
	if (eni_is_post(run) && eni_post_want(&post) == -1)
		goto done;
	if (!eni_is_post(run))
		eni_people_want(&d->people, &run->book);
	d->plan.stale = stale;
	d->plan.scope = eni_opt(run, "all") != NULL      ? ENI_SCOPE_ALL
			: eni_opt(run, "office") != NULL ? ENI_SCOPE_OFFICE
							 : ENI_SCOPE_PEOPLE;
	if (eni_is_agenda(run))
		eni_facts_want_recent(&d->facts, ENI_CANCELLED_DAYS);
	if (look_ahead(d) == -1 || eni_desk_load(d) == -1 || eni_desk_tasks(d, &p, &tasks) == -1)
		goto done;
	eni_plan_tell_missing(&d->plan);
	tell_pending(d, &tasks);
	rc = write_tasks(&post, &p, &lines, &tasks, merged);
done:
	eni_arena_free(&p.row);
	eni_tasks_free(&tasks);
	eni_post_close(&post);
	return rc;
}

int
eni_verb_list(struct eni_run *run)
{
	return list_tasks(run, false, false);
}

int
eni_verb_merged(struct eni_run *run)
{
	return list_tasks(run, false, true);
}

int
eni_verb_stale(struct eni_run *run)
{
	return list_tasks(run, true, false);
}

/* ---- facts ---- */

static const struct eni_offer facts_offer[] = {{"id", ENI_COL_TEXT, ENI_V_NONE, 0}, {"last_contact", ENI_COL_TEXT, ENI_V_NONE, 0},
    {"absent_run", ENI_COL_NUMBER, ENI_V_NONE, 0}, {"last_absent", ENI_COL_TEXT, ENI_V_NONE, 0},
    {"consent_until", ENI_COL_TEXT, ENI_V_NONE, 0}, {"open_days", ENI_COL_TEXT, ENI_V_NONE, 0},
    {"terms_missing", ENI_COL_TEXT, ENI_V_NONE, 0}, {"band", ENI_COL_TEXT, ENI_V_BAND, 0},
    {"gb_level", ENI_COL_TEXT, ENI_V_CARE_LEVEL, 0}};
enum { FACTS = sizeof facts_offer / sizeof *facts_offer };

static void
print_facts(struct eni_desk *d, struct eni_print *p, uint32_t subject)
{
	struct eni_buf b = {0};

	p->cell[0] = eni_subject_id(&d->run->book, subject);
	for (size_t i = 1; i < FACTS; i++) {
		if (!p->wanted[i])
			continue;
		b.n = 0;
		eni_fact_text(&d->facts, eni_fact_find(eni_str_of(facts_offer[i].name)), subject, &b);
		p->cell[i] = eni_arena_keep(&p->row, eni_buf_str(&b));
	}
	eni_buf_free(&b);
	eni_print_row(p, subject);
}

int
eni_verb_facts(struct eni_run *run)
{
	struct eni_desk d;
	struct eni_print p = {0};
	uint32_t n;
	int rc = -1;

	if (eni_desk_open(&d, run, true) == -1 || eni_print_prepare(&p, run, facts_offer, FACTS, &d.facts) == -1)
		goto done;
	for (size_t i = 1; i < FACTS; i++)
		if (p.wanted[i])
			eni_facts_need(&d.facts, eni_fact_find(eni_str_of(facts_offer[i].name)));
	eni_people_want(&d.people, &run->book);
	if (eni_desk_where(&d, false) == -1 || eni_desk_load(&d) == -1)
		goto done;
	eni_print_begin(&p);
	/* the clients; referrers only when they were asked for by id */
	n = run->book.any_operand ? eni_subject_office(&run->book) : (uint32_t)run->book.clients.n;
	for (uint32_t s = 0; s < n; s++)
		if (eni_subject_asked(&run->book, s) && eni_desk_passes(&d, s))
			print_facts(&d, &p, s);
	rc = eni_print_end(&p);
done:
	eni_desk_close(&d);
	return rc;
}

/* ---- why ---- */

enum { WHY_RULE, WHY_STATE, WHY_DUE, WHY_BECAUSE, WHY_COLUMNS };
static const struct eni_offer why_offer[] = {[WHY_RULE] = {"rule", ENI_COL_TEXT, ENI_V_NONE, 0},
    [WHY_STATE] = {"state", ENI_COL_TEXT, ENI_V_NONE, 0},
    [WHY_DUE] = {"due", ENI_COL_TEXT, ENI_V_NONE, 0},
    [WHY_BECAUSE] = {"because", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(why_offer, WHY_COLUMNS);

static const char *const state_word[] = {[ENI_SPEAKS] = "due",
    [ENI_WAITS] = "later",
    [ENI_DONE] = "done",
    [ENI_OVER] = "over",
    [ENI_STALE] = "stale",
    [ENI_HOLDS] = "hold",
    [ENI_NO_DATE] = "no-date",
    [ENI_UNFIT] = "no",
    [ENI_GATE_DEATH] = "death",
    [ENI_GATE_RETURNED] = "returned",
    [ENI_GATE_OPTOUT] = "optout",
    [ENI_GATE_SOUR] = "sour",
    [ENI_GATE_REFUSED] = "refused",
    [ENI_GATE_CONSENT] = "consent",
    [ENI_NO_STORY] = "no-story",
    [ENI_NOBODY] = "nobody",
    [ENI_PROMISED] = "promised",
    [ENI_SHARED] = "shared"};
ENI_ROW_FOR_EACH(state_word, ENI_STATES);

static void
because(struct eni_buf *b, const struct eni_book *book, const struct eni_verdict *v)
{
	const struct eni_reason reason = {
	    v->rule, v->field, v->anchor, v->done.count > 0 ? v->done.last : ENI_NEVER, v->due.moved, v->left, v->tries, v->story};
	char text[ENI_WHEN_TEXT];
	struct eni_str under;

	switch (v->state) {
	case ENI_UNFIT:
		if (v->unfit == NULL)
			eni_buf_add(b, ENI_S("no such row"));
		else
			eni_match_text(b, v->unfit);
		break;
	case ENI_NO_DATE:
		eni_buf_add(b, v->rule->anchor == ENI_ANCHOR_FIELD ? v->rule->anchor_field : ENI_S("last_contact"));
		eni_buf_add(b, ENI_S(" is empty"));
		break;
	case ENI_DONE:
		eni_when_format(v->done.last, text);
		eni_buf_printf(b, "last=%s count=%lu", text, (unsigned long)v->done.count);
		break;
	case ENI_GATE_DEATH:
	case ENI_GATE_RETURNED:
	case ENI_PROMISED:
	case ENI_GATE_OPTOUT:
	case ENI_GATE_SOUR:
	case ENI_GATE_REFUSED:
	case ENI_GATE_CONSENT:
		break;
	case ENI_NO_STORY:
		eni_buf_add(b, ENI_S("stories has none left"));
		break;
	case ENI_NOBODY:
		eni_buf_add(
		    b, v->to == ENI_TO_CAREMANAGER ? ENI_S("there is no care manager") : ENI_S("referrer is no partner on file"));
		break;
	case ENI_SHARED:
		under = v->under == ENI_NONE ? ENI_S("-") : eni_subject_id(book, v->under);
		eni_buf_printf(b, "id=%.*s left=%lu", (int)under.n, under.p, (unsigned long)v->left);
		break;
	default:
		eni_task_why(b, &reason);
		if (v->state == ENI_OVER)
			eni_buf_printf(b, " stop=%ld", (long)v->rule->stop_after.n);
	}
}

struct explaining {
	const struct eni_desk *d;
	struct eni_print *p;
};

static void
print_verdict(void *to, const struct eni_verdict *v)
{
	const struct explaining *x = to;
	struct eni_print *p = x->p;
	const struct eni_wording words = eni_desk_wording(x->d);
	struct eni_buf b = {0};

	if (eni_is_for_eyes(p->run)) {
		eni_word_because(&b, &words, &p->run->book, v);
		p->cell[WHY_RULE] = eni_title(v->rule, p->run->lang);
		p->cell[WHY_STATE] = eni_word_state(&words, state_word[v->state]);
	} else {
		because(&b, &p->run->book, v);
		p->cell[WHY_RULE] = v->rule->id;
		p->cell[WHY_STATE] = eni_str_of(state_word[v->state]);
	}
	p->cell[WHY_DUE] = eni_print_when(p, v->due.due);
	p->cell[WHY_BECAUSE] = eni_arena_keep(&p->row, eni_buf_str(&b));
	if (v->state == ENI_UNFIT || v->state == ENI_NO_DATE || v->state == ENI_DONE || v->state == ENI_OVER)
		p->cell[WHY_DUE] = (struct eni_str){"", 0};
	eni_buf_free(&b);
	eni_print_row(p, 0);
}

/* The one client or referrer the operand names; ENI_NONE after eni_fail. */
static uint32_t
one_subject(struct eni_run *run)
{
	uint32_t found = ENI_NONE;

	for (uint32_t s = 0; s < eni_subject_office(&run->book); s++)
		if (eni_subject_asked(&run->book, s))
			found = found == ENI_NONE ? s : found;
	return found;
}

static int
want_one_id(struct eni_run *run)
{
	return run->n_operands == 1 ? 0
				    : eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: want one id, as in: followup %s A01",
					  run->verb->name, run->verb->name);
}

int
eni_verb_why(struct eni_run *run)
{
	struct eni_desk d;
	struct eni_print p = {0};
	struct explaining x = {&d, &p};
	uint32_t who;
	int rc = -1;

	if (want_one_id(run) == -1)
		return -1;
	if (eni_desk_open(&d, run, true) == -1 || eni_print_prepare(&p, run, why_offer, WHY_COLUMNS, NULL) == -1 ||
	    eni_desk_words(&d) == -1)
		goto done;
	eni_people_want(&d.people, &run->book);
	if (eni_desk_load(&d) == -1)
		goto done;
	eni_print_begin(&p);
	who = one_subject(run);
	if (who != ENI_NONE)
		eni_plan_explain(&d.plan, who, print_verdict, &x);
	rc = eni_print_end(&p);
done:
	eni_desk_close(&d);
	return rc;
}

/* ---- show ---- */

enum { SHOW_AT, SHOW_WHAT, SHOW_CHANNEL, SHOW_TO, SHOW_OUTCOME, SHOW_NOTE, SHOW_COLUMNS };
static const struct eni_offer show_offer[] = {[SHOW_AT] = {"at", ENI_COL_TEXT, ENI_V_NONE, 0},
    [SHOW_WHAT] = {"what", ENI_COL_TEXT, ENI_V_NONE, 0},
    [SHOW_CHANNEL] = {"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0},
    [SHOW_TO] = {"to", ENI_COL_TEXT, ENI_V_TO, 0},
    [SHOW_OUTCOME] = {"outcome", ENI_COL_TEXT, ENI_V_NONE, 0},
    [SHOW_NOTE] = {"note", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(show_offer, SHOW_COLUMNS);

/* A field as people know it, where they read it. */
static struct eni_str
field_name(const struct eni_desk *d, struct eni_print *p, struct eni_str field)
{
	const struct eni_wording words = eni_desk_wording(d);
	struct eni_buf b = {0};
	struct eni_str s;

	if (!eni_print_for_people(p->run))
		return field;
	eni_word_field(&b, &words, field, ENI_CLIENTS);
	s = eni_arena_keep(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

/* The words of a row's kind and outcome, by the sort that eni_trail names; a contact's rule goes by its title. */
static const struct {
	const char *sort;
	enum eni_vocab kind, outcome;
} trail_words[] = {
    {"contact", ENI_V_NONE, ENI_V_OUTCOME},
    {"visit", ENI_V_NONE, ENI_V_VISIT_OUTCOME},
    {"incident", ENI_V_INCIDENT_KIND, ENI_V_INCIDENT_STATUS},
    {"call", ENI_V_CALL_DIR, ENI_V_RESULT},
    {"step", ENI_V_STEP, ENI_V_STEP_OUTCOME},
    {"survey", ENI_V_SURVEY_KIND, ENI_V_NONE},
    {"stay", ENI_V_REASON, ENI_V_NONE},
};
enum { TRAIL_WORDS = sizeof trail_words / sizeof *trail_words };

static struct eni_str
word_of(enum eni_vocab vocab, struct eni_str code, const char *lang)
{
	int n = vocab == ENI_V_NONE || code.n == 0 ? 0 : eni_word_find(vocab, code);

	return n > 0 && n != ENI_UNKNOWN_WORD ? eni_str_of(eni_word_label(vocab, n, lang)) : code;
}

/* A line of the history as people read it: a day of the person's own by its heading, a row of another file by the name of its sort.
 */
static void
word_line(const struct eni_desk *d, struct eni_print *p)
{
	struct eni_str what = p->cell[SHOW_WHAT], sort = what, of = {"", 0};
	const char *blank = memchr(what.p, ' ', what.n), *lang = d->run->lang;
	size_t i = 0;

	if (blank != NULL) {
		sort.n = (size_t)(blank - what.p);
		of = eni_str_from(what, sort.n + 1);
	}
	while (i < TRAIL_WORDS && !eni_str_is(sort, trail_words[i].sort))
		i++;
	if (i == TRAIL_WORDS) {
		p->cell[SHOW_WHAT] = field_name(d, p, what);
		return;
	}
	if (i == 0 && eni_rules_find(&d->rules, of) != ENI_NONE)
		of = eni_title(d->rules.rule[eni_rules_find(&d->rules, of)], lang);
	of = word_of(trail_words[i].kind, of, lang);
	sort = eni_texts_label(&d->texts, "trail", sort, lang);
	p->cell[SHOW_WHAT] = of.n == 0 ? sort : eni_arena_printf(&p->row, "%.*s %.*s", (int)sort.n, sort.p, (int)of.n, of.p);
	p->cell[SHOW_OUTCOME] = word_of(trail_words[i].outcome, p->cell[SHOW_OUTCOME], lang);
}

int
eni_verb_show(struct eni_run *run)
{
	struct eni_desk d;
	struct eni_print p = {0};
	struct eni_history h = {0};
	int rc = -1;

	if (want_one_id(run) == -1)
		return -1;
	if (eni_desk_open(&d, run, true) == -1 || eni_print_prepare(&p, run, show_offer, SHOW_COLUMNS, NULL) == -1 ||
	    eni_desk_words(&d) == -1)
		goto done;
	eni_people_want(&d.people, &run->book);
	eni_history_want(&run->book);
	if (eni_book_load(&run->book) == -1 || eni_book_index(&run->book) == -1 ||
	    eni_history_read(&h, &run->book, one_subject(run)) == -1)
		goto done;
	eni_print_begin(&p);
	for (size_t i = 0; i < h.n; i++) {
		const struct eni_history_line *line = &h.line[i];

		p.cell[SHOW_AT] = eni_print_when(&p, line->at);
		p.cell[SHOW_WHAT] = line->what;
		p.cell[SHOW_CHANNEL] = line->channel;
		p.cell[SHOW_TO] = line->to;
		p.cell[SHOW_OUTCOME] = line->outcome;
		p.cell[SHOW_NOTE] = line->note;
		if (eni_print_for_people(run))
			word_line(&d, &p);
		eni_print_row(&p, 0);
	}
	rc = eni_print_end(&p);
done:
	eni_history_free(&h);
	eni_desk_close(&d);
	return rc;
}

/* ---- gaps ---- */

enum { GAP_ID, GAP_FIELD, GAP_RULE, GAP_COLUMNS };
static const struct eni_offer gaps_offer[] = {[GAP_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [GAP_FIELD] = {"field", ENI_COL_TEXT, ENI_V_NONE, 0},
    [GAP_RULE] = {"rule", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(gaps_offer, GAP_COLUMNS);

int
eni_verb_gaps(struct eni_run *run)
{
	struct eni_desk d;
	struct eni_print p = {0};
	struct eni_gaps g = {0};
	struct eni_tasks tasks = {0};
	int rc = -1;

	if (eni_desk_open(&d, run, true) == -1 || eni_print_prepare(&p, run, gaps_offer, GAP_COLUMNS, &d.facts) == -1 ||
	    eni_desk_words(&d) == -1)
		goto done;
	eni_people_want(&d.people, &run->book);
	eni_gaps_want(&run->book);
	/* planning shows who finds no story, and which years the calendars were asked for */
	if (eni_desk_where(&d, false) == -1 || eni_desk_load(&d) == -1 || eni_plan_tasks(&d.plan, &tasks) == -1)
		goto done;
	eni_gaps_find(&g, &d.plan);
	eni_print_begin(&p);
	for (size_t i = 0; i < g.n; i++) {
		if (!eni_desk_passes(&d, g.gap[i].subject))
			continue;
		p.cell[GAP_ID] = eni_subject_id(&run->book, g.gap[i].subject);
		p.cell[GAP_FIELD] = field_name(&d, &p, eni_str_of(g.gap[i].field));
		p.cell[GAP_RULE] = g.gap[i].rule == NULL       ? ENI_S("-")
				   : eni_print_for_people(run) ? eni_title(g.gap[i].rule, run->lang)
							       : g.gap[i].rule->id;
		eni_print_row(&p, g.gap[i].subject);
	}
	rc = eni_print_end(&p);
	if (rc == 0 && !run->book.any_operand) {
		eni_plan_tell_missing(&d.plan);
		rc = eni_gaps_report(&d.facts);
	}
done:
	eni_tasks_free(&tasks);
	eni_gaps_free(&g);
	eni_desk_close(&d);
	return rc;
}

/* ---- rules ---- */

int
eni_verb_rules(struct eni_run *run)
{
	struct eni_desk d;
	struct eni_buf b = {0};
	int rc = -1;

	if (run->n_operands > 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "rules: takes no operand; -r FILE adds rules");
	if (eni_desk_open(&d, run, false) == 0) {
		eni_rules_print(&d.rules, &b);
		fwrite(b.p, 1, b.n, run->out);
		run->printed = d.rules.n;
		rc = 0;
	}
	eni_buf_free(&b);
	eni_desk_close(&d);
	return rc;
}
