/* followup done and undone: see verbs.h. */
#include "cmd/followup/verbs.h"

#include "base/text.h"
#include "cli/desk.h"
#include "duty/imprint.h"
#include "duty/journal.h"
#include "duty/undone.h"
#include "rule/titles.h"

enum { FORESEEN = 62 }; /* days */

struct done {
	struct eni_desk desk;
	struct eni_run *run;
	struct eni_journal journal;
	struct eni_tasks tasks;     /* due now, to know channel, recipient and anchor of ID:RULE */
	bool *taken;                /* per task: a touch answers it */
	struct eni_new_touch given; /* what the options say, for every row */
	bool journal_has_anchor;
	bool undo; /* followup undone: what was journalled is taken back */
	struct eni_undos undos;
};

/* ---- options ---- */

static int
code_option(struct eni_run *run, const char *option, enum eni_vocab vocab, struct eni_str *out)
{
	const char *text = eni_opt(run, option), *near;
	int code;

	if (text == NULL)
		return 0;
	code = eni_word_find(vocab, eni_str_of(text));
	if (code > 0 && code != ENI_UNKNOWN_WORD) {
		*out = eni_word_kept(vocab, code, eni_str_of(text));
		return 0;
	}
	near = eni_word_nearest(vocab, eni_str_of(text));
	return eni_fail(&run->diag, ENI_NOWHERE, NULL,
	    near == NULL ? N_("--%s %s: unknown") : N_("--%s %s: unknown; nearest is %s"), option, text, near);
}

static int
day_option(struct eni_run *run, const char *option, struct eni_when *out)
{
	const char *text = eni_opt(run, option);

	if (text == NULL || eni_when_parse(eni_str_of(text), out, NULL) == 1)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s: want a day such as 2026-04-01", option);
}

static struct eni_str
when_text(struct done *d, struct eni_when w)
{
	char text[ENI_WHEN_TEXT];
	size_t n = eni_when_format(w, text);

	return eni_arena_keep(&d->journal.arena, (struct eni_str){text, n});
}

static bool
is_void(struct eni_str outcome)
{
	return outcome.n > 0 && eni_word_find(ENI_V_OUTCOME, outcome) == ENI_OUTCOME_VOID;
}

static int
read_options(struct done *d)
{
	struct eni_run *run = d->run;
	struct eni_when at = run->now, next = ENI_NEVER;

	if (code_option(run, "channel", ENI_V_CHANNEL, &d->given.channel) == -1 ||
	    code_option(run, "to", ENI_V_TO, &d->given.to) == -1 ||
	    code_option(run, "outcome", ENI_V_OUTCOME, &d->given.outcome) == -1 ||
	    code_option(run, "dir", ENI_V_DIR, &d->given.dir) == -1 || day_option(run, "at", &at) == -1 ||
	    day_option(run, "next", &next) == -1)
		return -1;
	if (is_void(d->given.outcome))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--outcome: followup undone takes a row back");
	d->given.at = when_text(d, at);
	d->given.next = when_text(d, next);
	d->given.staff = eni_str_of(eni_opt(run, "staff"));
	d->given.note = eni_str_of(eni_opt(run, "note"));
	d->given.topic = eni_str_of(eni_opt(run, "topic"));
	return 0;
}

static void
default_outcome(struct eni_new_touch *t)
{
	if (t->outcome.n == 0)
		t->outcome = eni_str_of(eni_outcome_of_channel(eni_word_find(ENI_V_CHANNEL, t->channel)));
}

/* ---- ID:RULE and ID ---- */

/* The task of that rule, each once: naming a visit's rule twice answers two visits. */
static const struct eni_task *
find_task(struct done *d, uint32_t subject, uint32_t rule)
{
	const struct eni_task *last = NULL;

	for (size_t i = 0; i < d->tasks.n; i++)
		if (d->tasks.task[i].subject == subject && d->tasks.task[i].rule == rule) {
			last = &d->tasks.task[i];
			if (!d->taken[i]) {
				d->taken[i] = true;
				return last;
			}
		}
	return last;
}

static int
unknown_rule(struct done *d, struct eni_place at, struct eni_str id)
{
	const struct eni_rules *r = &d->desk.rules;
	const char **known = eni_arena_take(&d->journal.arena, 2 * (r->n + 1) * sizeof *known), *near;

	for (size_t i = 0; i < r->n; i++) {
		known[i] = eni_arena_keep(&d->journal.arena, r->rule[i]->id).p;
		known[r->n + i] = eni_arena_keep(&d->journal.arena, eni_title(r->rule[i], d->run->lang)).p;
	}
	near = eni_nearest(id, known, 2 * r->n);
	return at.file == NULL
		   ? eni_fail(&d->run->diag, at, NULL,
			 near == NULL ? N_("%.*s: no such rule") : N_("%.*s: no such rule; nearest is %s"), (int)id.n, id.p, near)
		   : eni_aside(
			 &d->run->diag, at, "rule", near == NULL ? N_("no such rule") : N_("no such rule; nearest is %s"), near);
}

static bool
is_joined(const struct eni_rule *r)
{
	return r->subject == ENI_FOR_VISITS || r->subject == ENI_FOR_INCIDENTS;
}

/* Which story was told: of the row or the option where its topic names one, else the task's. */
static const struct eni_story *
story_told(struct done *d, const struct eni_new_touch *t, const struct eni_task *task)
{
	struct eni_str topic = t->topic;
	struct eni_buf room = {0};
	bool named = eni_story_next(&d->run->book.office, &topic, &room) != ENI_NONE;

	eni_buf_free(&room);
	return named || task == NULL ? NULL : task->story;
}

/* Channel, recipient, anchor and story as in the rule's task; when nothing is due, as the rule would have them. */
static int
fill_from_rule(struct done *d, struct eni_new_touch *t, uint32_t subject, uint32_t rule)
{
	const struct eni_rule *r = d->desk.rules.rule[rule];
	const struct eni_task *task = find_task(d, subject, rule);
	int to = task != NULL ? task->to : r->to, channel = task != NULL ? task->channel : r->channel;

	if (to == ENI_AS_ROW || channel == ENI_AS_ROW) {
		struct eni_str said = eni_book_said(&d->run->book, t->id);

		if (t->to.n == 0 || t->channel.n == 0)
			return eni_fail(&d->run->diag, ENI_NOWHERE, NULL,
			    "%.*s:%.*s: nothing was promised; want --to and --channel", (int)said.n, said.p, (int)r->id.n, r->id.p);
		to = eni_word_find(ENI_V_TO, t->to);
		channel = eni_word_find(ENI_V_CHANNEL, t->channel);
	}
	channel = eni_people_channel(&d->desk.people, subject, to, channel);
	t->not_due = task == NULL || task->due.day > d->run->now.day;
	t->joined = is_joined(r);
	t->rule = r->id;
	t->story = story_told(d, t, task);
	if (t->channel.n == 0)
		t->channel = eni_str_of(eni_word_code(ENI_V_CHANNEL, channel));
	if (t->to.n == 0)
		t->to = eni_str_of(eni_word_code(ENI_V_TO, to));
	if (task != NULL && is_joined(r) && d->journal_has_anchor)
		t->anchor = when_text(d, task->anchor);
	return 0;
}

static uint32_t
find_subject(struct done *d, struct eni_str id)
{
	uint32_t at = eni_book_find(&d->run->book, id);

	return at == ENI_NONE || at > eni_subject_office(&d->run->book) ? ENI_NONE : at;
}

/* Two records of one id (or, in a list without ids, two people of one name): whom the row is about is unclear. */
static bool
is_doubled(const struct done *d, uint32_t subject)
{
	const struct eni_sheet *s = &d->run->book.clients;

	return subject < s->n && s->same != NULL && s->same[subject] != ENI_NONE;
}

static int
take_operand(struct done *d, const char *operand)
{
	struct eni_str whole = eni_str_of(operand), id = whole, rule = {NULL, 0}, said;
	const char *colon = strrchr(operand, ':');
	struct eni_new_touch t = d->given;
	uint32_t subject, r;

	if (colon != NULL && find_subject(d, whole) == ENI_NONE) {
		id.n = (size_t)(colon - operand);
		rule = eni_str_from(whole, id.n + 1);
	}
	subject = find_subject(d, id);
	said = eni_book_said(&d->run->book, id);
	if (subject == ENI_NONE)
		return eni_fail(&d->run->diag, ENI_NOWHERE, NULL,
		    "%.*s: no such id (nor a unique name) among clients and referrers", (int)said.n, said.p);
	if (is_doubled(d, subject))
		return eni_fail(&d->run->diag, ENI_NOWHERE, NULL,
		    "%.*s: stands in two records of the list; give each an id of its own", (int)said.n, said.p);
	t.id = eni_subject_id(&d->run->book, subject);
	if (d->undo) {
		eni_undos_add(&d->undos, &(struct eni_undo){.subject = subject, .rule = rule, .at = ENI_NEVER});
		return 0;
	}
	if (rule.p != NULL) {
		if ((r = eni_rules_find(&d->desk.rules, rule)) == ENI_NONE)
			return unknown_rule(d, ENI_NOWHERE, rule);
		if (fill_from_rule(d, &t, subject, r) == -1)
			return -1;
	} else if (t.to.n == 0 || t.channel.n == 0) {
		return eni_fail(&d->run->diag, ENI_NOWHERE, NULL, "%.*s: want --to and --channel, or ID:RULE", (int)said.n, said.p);
	}
	default_outcome(&t);
	eni_journal_add(&d->journal, &t);
	return 0;
}

/* ---- files and streams ---- */

enum {
	IN_ID,
	IN_RULE,
	IN_CHANNEL,
	IN_TO,
	IN_OUTCOME,
	IN_NEXT,
	IN_NOTE,
	IN_ANCHOR,
	IN_AT,
	IN_STAFF,
	IN_DIR,
	IN_TOPIC,
	IN_TOPICS,
	IN_DUE,
	IN_TITLE,
	IN_PRINTED,
	IN_NUMBER,
	IN_KIND,
	IN_NAME,
	IN_FIELDS
};
static const char *const in_name[] = {[IN_ID] = "id",
    [IN_RULE] = "rule",
    [IN_CHANNEL] = "channel",
    [IN_TO] = "to",
    [IN_OUTCOME] = "outcome",
    [IN_NEXT] = "next",
    [IN_NOTE] = "note",
    [IN_ANCHOR] = "anchor",
    [IN_AT] = "at",
    [IN_STAFF] = "staff",
    [IN_DIR] = "dir",
    [IN_TOPIC] = "topic",
    [IN_TOPICS] = "topics",
    [IN_DUE] = "due",
    [IN_TITLE] = "title",
    [IN_PRINTED] = "printed",
    [IN_NUMBER] = "number",
    [IN_KIND] = "kind",
    [IN_NAME] = "name"};
ENI_ROW_FOR_EACH(in_name, IN_FIELDS);

struct sheet {
	struct eni_reader *reader;
	size_t at[IN_FIELDS];
	struct eni_row row;
};

static bool
same_heading(struct eni_str header, const char *heading)
{
	return heading != NULL && eni_str_eq(eni_str_trim(header), eni_str_of(heading));
}

/* A column by its own name, by a header of the journal, or by the heading we print in tables and sheets. */
static bool
names_field(struct eni_str header, const char *name)
{
	const struct eni_field *f = eni_header_find(ENI_CONTACTS, header);

	if (eni_str_is(header, name) || (f != NULL && strcmp(f->name, name) == 0))
		return true;
	return same_heading(header, eni_heading(NULL, eni_str_of(name), ENI_CLIENTS, "ja")) ||
	       same_heading(header, eni_heading(NULL, eni_str_of(name), ENI_CLIENTS, "zh"));
}

/* Beside an id a name is no second one, and is there to be compared. */
static void
part_names(struct sheet *s, const struct eni_str *header, size_t n)
{
	size_t name = s->at[IN_NAME];

	if (name == SIZE_MAX || s->at[IN_ID] != name)
		return;
	for (size_t i = name + 1; i < n; i++)
		if (names_field(header[i], in_name[IN_ID])) {
			s->at[IN_ID] = i;
			return;
		}
	s->at[IN_NAME] = SIZE_MAX;
}

/* Rows of intake calls. */
static bool
is_of_calls(const struct sheet *s)
{
	return s->at[IN_NUMBER] != SIZE_MAX && s->at[IN_KIND] != SIZE_MAX && s->at[IN_RULE] == SIZE_MAX &&
	       s->at[IN_TOPICS] == SIZE_MAX;
}

static int
open_sheet(struct done *d, struct sheet *s, const char *path)
{
	struct eni_source_options o = {.format = d->run->book.opt.format,
	    .encoding = d->run->book.opt.encoding,
	    .hidden = d->run->book.opt.hidden,
	    .fallback = eni_book_fallback(&d->run->book),
	    .rejects = d->run->rejects,
	    .spreadsheet = true,
	    .kind = ENI_CONTACTS,
	    .aliases = &d->run->book.office.aliases};
	const struct eni_str *header;
	size_t n;

	if ((s->reader = eni_reader_open(path, path, &o, &d->run->diag)) == NULL)
		return -1;
	header = eni_reader_header(s->reader, &n);
	for (size_t k = 0; k < IN_FIELDS; k++) {
		s->at[k] = SIZE_MAX;
		/* what is filled in stands in the columns we left empty at the end, whatever else the row carries */
		for (size_t i = 0; i < n; i++)
			if (names_field(header[i], in_name[k]) &&
			    (s->at[k] == SIZE_MAX || k == IN_OUTCOME || k == IN_NEXT || k == IN_NOTE))
				s->at[k] = i;
	}
	part_names(s, header, n);
	if (d->undo && is_of_calls(s))
		return eni_fail(&d->run->diag, eni_at(path, 0), NULL,
		    "rows of intake calls cannot be taken back together; want ID or rows of followup");
	if (n > 0 && s->at[IN_ID] == SIZE_MAX && s->at[IN_TOPICS] == SIZE_MAX)
		return eni_fail(&d->run->diag, eni_at(path, 0), NULL,
		    "has no column id (nor topics); want rows of followup, followup merged or intake calls");
	return 0;
}

static struct eni_str
sheet_cell(struct done *d, const struct sheet *s, int k)
{
	struct eni_str cell =
	    s->at[k] == SIZE_MAX ? (struct eni_str){"", 0} : eni_excel_unguard(eni_str_trim(s->row.cell[s->at[k]]));

	return cell.n == 0 ? cell : eni_arena_keep(&d->journal.arena, cell);
}

/* What came of it in words that are not understood may be the news of a death, and the journal is to have that (decision 52). */
static bool
is_news_of_death(const struct done *d, const struct eni_field *f, struct eni_str cell)
{
	return f->vocab == ENI_V_OUTCOME && eni_cell_death(&d->run->book.office, f, cell, d->run->book.today) >= ENI_DEATH_DOUBTFUL;
}

/* A code cell in any known word; -1 after the row was set aside. */
static int
code_cell(struct done *d, struct sheet *s, int k, enum eni_vocab vocab, struct eni_str *out)
{
	const struct eni_field *f = eni_field_find(ENI_CONTACTS, eni_str_of(in_name[k]));
	struct eni_str cell = sheet_cell(d, s, k);
	int code;

	if (cell.n == 0)
		return 0;
	code = eni_word_known(eni_book_code(&d->run->book, f, cell));
	if (code == 0 && !is_news_of_death(d, f, cell))
		return eni_reader_reject(s->reader, in_name[k], "unknown word");
	if (vocab == ENI_V_OUTCOME && code == ENI_OUTCOME_VOID)
		return eni_reader_reject(s->reader, in_name[k], "is void: followup undone takes a row back");
	*out = code == 0 ? cell : eni_word_kept(vocab, code, cell);
	return 0;
}

/* A day without a year is read against that of the row, which is to be read first.  What was done is kept, whatever was promised:
 * a next day that nobody can read goes into the journal as it stands, where every list names it. */
static int
day_cell(struct done *d, struct sheet *s, int k, struct eni_str at, struct eni_str *out)
{
	struct eni_str cell = sheet_cell(d, s, k);
	const struct eni_field *f = eni_field_find(ENI_CONTACTS, eni_str_of(in_name[k]));
	struct eni_day_row row = {d->run->book.today, ENI_NODAY, 0};
	struct eni_when w;

	if (cell.n == 0)
		return 0;
	if (eni_when_parse(at, &w, NULL) == 1)
		row.own = w.day;
	if (eni_day_read(&d->run->book.office, f, cell, &row, &w, NULL) == 1)
		*out = when_text(d, w);
	else if (k != IN_NEXT)
		return eni_reader_reject(s->reader, in_name[k], "want a day such as 2026-04-01");
	else {
		eni_warn(
		    &d->run->diag, s->row.place, in_name[k], "is no day that can be read; the row is written with it as it stands");
		*out = cell;
	}
	return 0;
}

/* Where nobody says when it was done, it counts from when the sheet was printed; one of another book is about other people.  0; -1
 * after the row was set aside, or the sheet refused. */
static int
imprint_cell(struct done *d, struct sheet *s, struct eni_new_touch *t)
{
	struct eni_imprint x;
	int got = eni_imprint_read(sheet_cell(d, s, IN_PRINTED), &x);

	if (got == -1)
		return eni_reader_reject(s->reader, "printed", "want the moment and the office, as the sheet had them");
	if (got == 1 && !eni_imprint_is_of(&x, d->run->book.office.name))
		return eni_fail(&d->run->diag, s->row.place, "printed", "the sheet is another office's; nothing is written");
	t->printed = got == 1;
	if (got == 1 && eni_opt(d->run, "at") == NULL)
		t->at = when_text(d, x.at);
	return 0;
}

static void
text_cell(struct done *d, const struct sheet *s, int k, struct eni_str *out)
{
	struct eni_str cell = sheet_cell(d, s, k);

	if (cell.n > 0)
		*out = cell;
}

static int
read_cells(struct done *d, struct sheet *s, struct eni_new_touch *t)
{
	if (imprint_cell(d, s, t) == -1 || code_cell(d, s, IN_CHANNEL, ENI_V_CHANNEL, &t->channel) == -1 ||
	    code_cell(d, s, IN_TO, ENI_V_TO, &t->to) == -1 || code_cell(d, s, IN_OUTCOME, ENI_V_OUTCOME, &t->outcome) == -1 ||
	    code_cell(d, s, IN_DIR, ENI_V_DIR, &t->dir) == -1 || day_cell(d, s, IN_AT, ENI_S(""), &t->at) == -1 ||
	    day_cell(d, s, IN_NEXT, t->at, &t->next) == -1 || day_cell(d, s, IN_ANCHOR, t->at, &t->anchor) == -1)
		return -1;
	text_cell(d, s, IN_NOTE, &t->note);
	text_cell(d, s, IN_STAFF, &t->staff);
	t->spare_topic = sheet_cell(d, s, IN_TOPIC).n > 0;
	text_cell(d, s, IN_TOPIC, &t->topic);
	return 0;
}

/* The rule by its id or its title.  A column 件名 or 事由 that names no rule is what the contact was about, as in the journal; not
 * so the titles of a merged row. */
static struct eni_str
rule_cell(struct done *d, const struct sheet *s, struct eni_new_touch *t)
{
	struct eni_str rule = sheet_cell(d, s, IN_RULE), title = sheet_cell(d, s, IN_TITLE);
	bool is_topic =
	    s->at[IN_TITLE] == s->at[IN_TOPIC] && s->at[IN_TOPICS] == SIZE_MAX && eni_rules_find(&d->desk.rules, title) == ENI_NONE;

	if (title.n == 0 || is_topic)
		return rule;
	if (s->at[IN_TITLE] == s->at[IN_TOPIC])
		t->topic = d->given.topic;
	return rule.n > 0 ? rule : title;
}

/* Whether it is known how, and to whom, without a task that says so. */
static bool
says_whom(const struct eni_rule *r, const struct eni_new_touch *t)
{
	return (r->to != ENI_AS_ROW || t->to.n > 0) && (r->channel != ENI_AS_ROW || t->channel.n > 0);
}

/* A filled-in sheet may be read again after a row was corrected: what was journalled from it the first time is not due any more,
 * and is passed over with a word (a list without a column for the outcome is taken as it stands; of one that says when it was
 * printed the journal itself knows the rows, but for a promise that says nobody's name). */
static bool
was_written(struct done *d, const struct sheet *s, const struct eni_new_touch *new, uint32_t subject, uint32_t rule)
{
	struct eni_when due = {INT32_MAX, ENI_NOTIME};

	if (new->printed ? says_whom(d->desk.rules.rule[rule], new)
			 : s->at[IN_OUTCOME] == SIZE_MAX || s->at[IN_DUE] == SIZE_MAX ||
			       eni_when_parse(sheet_cell(d, s, IN_DUE), &due, NULL) != 1)
		return false;
	for (size_t i = 0; i < d->tasks.n; i++) {
		const struct eni_task *t = &d->tasks.task[i];

		if (t->subject == subject && t->rule == rule && t->due.day <= due.day)
			return false;
	}
	eni_warn(&d->run->diag, s->row.place, "rule", "is not due any more; passed over");
	return true;
}

/* Whoever sorts a sheet by one column alone gives people the ids of others. */
static bool
is_another(struct done *d, const struct sheet *s, uint32_t subject)
{
	struct eni_str cell = sheet_cell(d, s, IN_NAME), name = eni_people_name(&d->desk.people, subject);
	struct eni_buf said = {0}, known = {0};
	bool other;

	eni_name_identity(&said, cell);
	eni_name_identity(&known, name);
	other = said.n > 0 && known.n > 0 && !eni_str_eq(eni_buf_str(&said), eni_buf_str(&known));
	eni_buf_free(&said);
	eni_buf_free(&known);
	return other;
}

/* As the journal reads it. */
static int
outcome_code(const struct done *d, struct eni_str outcome)
{
	return eni_book_code(&d->run->book, eni_field_find(ENI_CONTACTS, eni_str_of(in_name[IN_OUTCOME])), outcome);
}

/* What this row had journalled: where it says when, or what came of it, no other row will do. */
static void
add_undo(struct done *d, const struct sheet *s, const struct eni_new_touch *t, uint32_t subject, struct eni_str rule)
{
	struct eni_undo u = {.subject = subject, .rule = rule, .at = ENI_NEVER, .place = s->row.place};

	if (t->printed || sheet_cell(d, s, IN_AT).n > 0)
		eni_when_parse(t->at, &u.at, NULL);
	if (s->at[IN_OUTCOME] != SIZE_MAX)
		u.outcome = outcome_code(d, t->outcome);
	eni_undos_add(&d->undos, &u);
}

/* One touch of a row: id and rule; -1 after the row was set aside. */
static int
add_row_touch(struct done *d, struct sheet *s, struct eni_new_touch t, struct eni_str id, struct eni_str rule)
{
	uint32_t subject = find_subject(d, id), r = ENI_NONE;
	struct eni_str said;

	if (subject == ENI_NONE && eni_book_find_stripped(&d->run->book, id) != ENI_NONE)
		return eni_reader_reject(s->reader, "id", "no such id; it looks as if Excel took its leading zeros away");
	if (subject == ENI_NONE)
		return eni_reader_reject(s->reader, "id", "no such id");
	if (is_doubled(d, subject))
		return eni_reader_reject(s->reader, "id", "stands in two records of the list; give each an id of its own");
	if (sheet_cell(d, s, IN_TOPICS).n == 0 && is_another(d, s, subject)) {
		said = eni_book_said(&d->run->book, id);
		return eni_reader_reject(
		    s->reader, "name", "is not that of %.*s: one of the two stands in the wrong row", (int)said.n, said.p);
	}
	t.id = eni_subject_id(&d->run->book, subject);
	if (d->undo) {
		add_undo(d, s, &t, subject, rule);
		return 0;
	}
	if (rule.n > 0) {
		struct eni_str named = t.anchor;

		t.anchor = (struct eni_str){"", 0};
		if ((r = eni_rules_find(&d->desk.rules, rule)) == ENI_NONE)
			return unknown_rule(d, s->row.place, rule);
		if (was_written(d, s, &t, subject, r))
			return 0;
		if (fill_from_rule(d, &t, subject, r) == -1)
			return -1;
		t.not_due = false; /* whoever printed the row had it due */
		if (t.joined && d->journal_has_anchor && named.n > 0)
			t.anchor = named;
	} else {
		t.anchor = (struct eni_str){"", 0};
	}
	if (t.to.n == 0 || t.channel.n == 0)
		return eni_reader_reject(s->reader, t.to.n == 0 ? "to" : "channel", "is empty; want a recipient and a channel");
	default_outcome(&t);
	eni_journal_add(&d->journal, &t);
	return 0;
}

/* A merged row answers each of its topics `rule:id`. */
static int
add_topics(struct done *d, struct sheet *s, const struct eni_new_touch *t, struct eni_str topics)
{
	while (topics.n > 0) {
		const char *blank = memchr(topics.p, ' ', topics.n);
		struct eni_str topic = {topics.p, blank == NULL ? topics.n : (size_t)(blank - topics.p)};
		const char *colon = topic.n == 0 ? NULL : memchr(topic.p, ':', topic.n);

		topics = eni_str_from(topics, topic.n + 1);
		if (topic.n == 0)
			continue;
		if (colon == NULL)
			return eni_reader_reject(s->reader, "topics", "want RULE:ID, separated by blanks");
		if (add_row_touch(d, s, *t, eni_str_from(topic, (size_t)(colon - topic.p) + 1),
			(struct eni_str){topic.p, (size_t)(colon - topic.p)}) == -1)
			return -1;
	}
	return 0;
}

/* In a sheet with a column for the outcome, a row left empty is a task not done; a note alone does not say what came of it. */
static bool
was_done(struct done *d, const struct sheet *s)
{
	if (s->at[IN_OUTCOME] == SIZE_MAX || sheet_cell(d, s, IN_OUTCOME).n > 0)
		return true;
	if (sheet_cell(d, s, IN_NEXT).n == 0 && sheet_cell(d, s, IN_NOTE).n == 0)
		return false;
	if (d->given.outcome.n == 0)
		eni_reader_reject(
		    s->reader, "outcome", "is empty; want what came of it, such as %s", eni_vocab_list(ENI_V_OUTCOME));
	return d->given.outcome.n > 0;
}

/* ---- rows of intake calls ---- */

/* What the log of calls calls an outcome; any other is an answer. */
static const char *
result_of(int outcome)
{
	static const struct {
		int outcome;
		const char *result;
	} results[] = {{ENI_OUTCOME_NO_ANSWER, "no_answer"}, {ENI_OUTCOME_VOICEMAIL, "voicemail_left"}, {ENI_OUTCOME_BUSY, "busy"}};

	for (size_t i = 0; i < sizeof results / sizeof *results; i++)
		if (results[i].outcome == outcome)
			return results[i].result;
	return "answered";
}

/* Whoever rang was rung back: the journal has it of people it knows, the log of calls of all others (decision 75). */
static int
add_call_back(struct done *d, struct sheet *s, struct eni_new_touch t)
{
	static const char *const to[] = {[ENI_CALLER_NEW] = "",
	    [ENI_CALLER_REFERRER] = "referrer",
	    [ENI_CALLER_CLIENT] = "client",
	    [ENI_CALLER_FAMILY] = "family",
	    [ENI_CALLER_STAFF] = ""};
	ENI_ROW_FOR_EACH(to, ENI_CALLERS);
	struct eni_str id = sheet_cell(d, s, IN_ID);
	int kind = eni_word_known(eni_word_find(ENI_V_CALLER, sheet_cell(d, s, IN_KIND)));

	if (t.channel.n == 0)
		t.channel = eni_str_of(eni_word_code(ENI_V_CHANNEL, ENI_CHANNEL_CALL));
	if (kind == 0)
		return eni_reader_reject(s->reader, "kind", "unknown word");
	if (to[kind][0] != '\0' && !eni_str_is(id, "-")) {
		if (t.to.n == 0)
			t.to = eni_str_of(to[kind]);
		return add_row_touch(d, s, t, id, (struct eni_str){"", 0});
	}
	default_outcome(&t);
	if (sheet_cell(d, s, IN_NUMBER).n == 0)
		return eni_reader_reject(s->reader, "number", "is empty");
	eni_journal_add_call(&d->journal,
	    &(struct eni_new_call){t.at, sheet_cell(d, s, IN_NUMBER), eni_str_of(result_of(outcome_code(d, t.outcome))), t.note});
	return 0;
}

static int
take_row(struct done *d, struct sheet *s)
{
	struct eni_new_touch t = d->given;
	struct eni_str topics = sheet_cell(d, s, IN_TOPICS), rule;

	if (!was_done(d, s) || read_cells(d, s, &t) == -1)
		return d->run->diag.status == 2 ? -1 : 0;
	if (is_of_calls(s))
		return add_call_back(d, s, t) == -1 && d->run->diag.status == 2 ? -1 : 0;
	rule = rule_cell(d, s, &t);
	if ((topics.n > 0 ? add_topics(d, s, &t, topics) : add_row_touch(d, s, t, sheet_cell(d, s, IN_ID), rule)) == -1)
		return d->run->diag.status == 2 ? -1 : 0;
	return 0;
}

static int
take_file(struct done *d, const char *path)
{
	struct sheet s = {0};
	int got = open_sheet(d, &s, path);

	while (got == 0 && (got = eni_reader_next(s.reader, &s.row)) > 0)
		got = take_row(d, &s);
	eni_reader_close(s.reader);
	return got;
}

/* ---- the verb ---- */

/* What is wrong with other people's records is the list's business. */
static int
load_tasks(struct done *d)
{
	int anchored;

	d->desk.plan.scope = ENI_SCOPE_ALL;
	d->desk.plan.moment.end.day = d->run->now.day + FORESEEN; /* a list printed with --ahead may be done before its time */
	d->run->diag.muted = !d->run->diag.strict;
	if (eni_desk_load(&d->desk) == -1 || eni_plan_tasks(&d->desk.plan, &d->tasks) == -1)
		return -1;
	d->run->diag.muted = false;
	d->taken = eni_arena_clear(&d->journal.arena, d->tasks.n + 1);
	anchored = eni_journal_has_anchor(&d->run->book, eni_opt(d->run, "add-columns") != NULL);
	d->journal_has_anchor = anchored == 1;
	return anchored == -1 ? -1 : 0;
}

/* What was due does not matter to who takes a row back. */
static int
load_people(struct done *d)
{
	int rc;

	d->run->diag.muted = !d->run->diag.strict;
	rc = eni_book_load(&d->run->book);
	d->run->diag.muted = false;
	return rc;
}

static int
load(struct done *d)
{
	if (eni_desk_open(&d->desk, d->run, false) == -1)
		return -1;
	eni_people_want(&d->desk.people, &d->run->book);
	return d->undo ? load_people(d) : load_tasks(d);
}

static int
write_journal(struct done *d)
{
	struct eni_door_options o = {.dry_run = eni_opt(d->run, "dry-run") != NULL,
	    .convert = eni_opt(d->run, "convert") != NULL,
	    .hidden = d->run->book.opt.hidden,
	    .add_columns = eni_opt(d->run, "add-columns") != NULL,
	    .fallback = eni_book_fallback(&d->run->book),
	    .said = d->run->out};
	size_t n = d->journal.n + d->journal.n_calls;
	int rc = 0;

	if (d->undos.n > 0)
		rc = eni_undos_write(&d->undos, &d->run->book, &d->desk.rules, &o, &n);
	else if (n > 0)
		rc = eni_journal_write(&d->journal, &d->run->book, &o);
	d->run->printed += n;
	return rc;
}

static int
run_done(struct done *d)
{
	struct eni_run *run = d->run;
	bool stdin_used = false;

	if (read_options(d) == -1 || load(d) == -1)
		return -1;
	for (size_t i = 0; i < run->n_operands; i++) {
		const char *o = run->operand[i];

		if (strcmp(o, "-") == 0 && stdin_used)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "- (standard input) can be read only once");
		stdin_used |= strcmp(o, "-") == 0;
		if ((eni_operand_is_file(o) ? take_file(d, o) : take_operand(d, o)) == -1)
			return -1;
	}
	return write_journal(d);
}

static int
close_done(struct done *d, int rc)
{
	eni_tasks_free(&d->tasks);
	eni_journal_free(&d->journal);
	eni_undos_free(&d->undos);
	eni_desk_close(&d->desk);
	return rc;
}

int
eni_verb_done(struct eni_run *run)
{
	struct done d = {.run = run};

	if (run->n_operands == 0)
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "done: want ID:RULE, ID with --to and --channel, a file of tasks, or -");
	return close_done(&d, run_done(&d));
}

int
eni_verb_undone(struct eni_run *run)
{
	struct done d = {.run = run, .undo = true};

	if (run->n_operands == 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "undone: want ID:RULE, ID, a file of tasks, or -");
	d.undos.staff = eni_str_of(eni_opt(run, "staff"));
	d.undos.note = eni_str_of(eni_opt(run, "note"));
	return close_done(&d, run_done(&d));
}
