/* Journalling: see journal.h. */
#include "duty/journal.h"

#include <stdlib.h>

#include "base/dial.h"
#include "book/touches.h"

const char *
eni_outcome_of_channel(int channel)
{
	enum eni_medium medium = eni_channel_medium(channel);
	bool sent = medium == ENI_MEDIUM_LETTER || medium == ENI_MEDIUM_FAX || medium == ENI_MEDIUM_MESSAGE;

	return eni_word_code(ENI_V_OUTCOME, sent ? ENI_OUTCOME_SENT : ENI_OUTCOME_DONE);
}

void
eni_journal_add(struct eni_journal *j, const struct eni_new_touch *t)
{
	j->touch = eni_grow(j->touch, &j->cap, j->n + 1, sizeof *j->touch);
	j->touch[j->n++] = *t;
}

void
eni_journal_add_call(struct eni_journal *j, const struct eni_new_call *c)
{
	j->call = eni_grow(j->call, &j->cap_calls, j->n_calls + 1, sizeof *j->call);
	j->call[j->n_calls++] = *c;
}

void
eni_journal_free(struct eni_journal *j)
{
	free(j->touch);
	free(j->call);
	eni_arena_free(&j->arena);
	*j = (struct eni_journal){0};
}

/* What decides whether two rows are the same touch, as written. */
struct same {
	struct eni_str at, id, rule, to, channel, anchor, outcome;
};

static struct eni_when
moment_of(const struct eni_book *b, const char *field, struct eni_str cell)
{
	const struct eni_day_row row = {b->today, ENI_NODAY, 0};
	struct eni_when w;

	eni_day_read(&b->office, eni_field_find(ENI_CONTACTS, eni_str_of(field)), cell, &row, &w, NULL);
	return w;
}

static void
add_moment(struct eni_buf *out, const struct eni_book *b, const char *field, struct eni_str cell)
{
	char text[ENI_WHEN_TEXT];
	struct eni_when w = moment_of(b, field, cell);

	eni_buf_add(out, (struct eni_str){text, eni_when_format(w, text)});
	eni_buf_char(out, '\t');
}

static void
add_code(struct eni_buf *out, const struct eni_book *b, const char *field, struct eni_str cell)
{
	eni_buf_printf(out, "%d\t", eni_book_code(b, eni_field_find(ENI_CONTACTS, eni_str_of(field)), cell));
}

/*
 * What makes two rows the same touch, as one text: moment, id, rule, recipient (decision 18).  By hand, where no rule parts two of
 * one moment apart, the channel too; of rules for visits and incidents the row they answer.
 */
static void
identity(struct eni_buf *out, struct eni_book *b, const struct same *x)
{
	struct eni_str story, rule = eni_touch_rule(x->rule, &story);
	uint32_t who = eni_book_find(b, x->id);

	out->n = 0;
	add_moment(out, b, "at", x->at);
	add_code(out, b, "to", x->to);
	if (rule.n == 0)
		add_code(out, b, "channel", x->channel);
	else
		add_moment(out, b, "anchor", x->anchor);
	eni_buf_add(out, rule);
	eni_buf_char(out, '\t');
	eni_buf_add(out, who == ENI_NONE ? eni_str_trim(x->id) : eni_subject_id(b, who));
}

/* Behind an identity: what came of it. */
static void
add_outcome(struct eni_buf *out, const struct eni_book *b, const struct same *x)
{
	eni_buf_char(out, '\t');
	add_code(out, b, "outcome", x->outcome);
}

/* Keeps of several equal touches the first; of joined ones, whose journal has no column for the row they answer, each counts. */
static void
number_twins(struct eni_journal *j, struct eni_book *b, struct eni_map *seen)
{
	struct eni_buf key = {0};
	size_t kept = 0;

	for (size_t i = 0; i < j->n; i++) {
		struct eni_new_touch *t = &j->touch[i];
		const struct same x = {t->at, t->id, t->rule, t->to, t->channel, t->anchor, t->outcome};
		size_t twin = 0, n;

		identity(&key, b, &x);
		if (t->printed)
			add_outcome(&key, b, &x);
		n = key.n;
		for (; eni_map_get(seen, eni_buf_str(&key)) != ENI_NONE && t->joined; twin++) {
			key.n = n;
			eni_buf_printf(&key, "\t%zu", twin);
		}
		if (eni_map_get(seen, eni_buf_str(&key)) != ENI_NONE)
			continue;
		eni_map_add(seen, eni_arena_keep(&j->arena, eni_buf_str(&key)), (uint32_t)kept);
		j->touch[kept++] = *t;
	}
	j->n = kept;
	eni_buf_free(&key);
}

/* Marks a touch the journal has already; the second equal row of the journal is the second of the list. */
static void
mark_known(struct eni_journal *j, const struct eni_map *seen, struct eni_buf *key)
{
	size_t n = key->n, twin = 0;
	uint32_t at = eni_map_get(seen, eni_buf_str(key));

	while (at != ENI_NONE && j->touch[at].known) {
		key->n = n;
		eni_buf_printf(key, "\t%zu", twin++);
		at = eni_map_get(seen, eni_buf_str(key));
	}
	if (at != ENI_NONE)
		j->touch[at].known = true;
}

static struct same
same_of(const struct eni_stream *row)
{
	return (struct same){eni_stream_cell(row, ENI_TOUCH_AT), eni_stream_cell(row, ENI_TOUCH_ID),
	    eni_stream_cell(row, ENI_TOUCH_RULE), eni_stream_cell(row, ENI_TOUCH_TO), eni_stream_cell(row, ENI_TOUCH_CHANNEL),
	    eni_stream_cell(row, ENI_TOUCH_ANCHOR), eni_stream_cell(row, ENI_TOUCH_OUTCOME)};
}

/* The days of the touches, first and last. */
static void
find_days(const struct eni_journal *j, const struct eni_book *b, int32_t *first, int32_t *last)
{
	*first = INT32_MAX;
	*last = INT32_MIN;
	for (size_t i = 0; i < j->n; i++) {
		int32_t day = moment_of(b, "at", j->touch[i].at).day;

		*first = day < *first ? day : *first;
		*last = day > *last ? day : *last;
	}
}

/* Marks what the journal has already, and drops what stands twice in the list itself.  Of most rows the day says that they are
 * others. */
static int
drop_known(struct eni_journal *j, struct eni_book *b)
{
	static const uint32_t columns = 1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_ANCHOR;
	struct eni_map seen = {0};
	struct eni_buf key = {0};
	struct eni_touches rows;
	struct eni_touch t;
	int32_t first, last;
	int got;

	eni_voids_forget(b); /* others wrote until we had the lock */
	number_twins(j, b, &seen);
	find_days(j, b, &first, &last);
	got = eni_touches_open(&rows, b, columns);
	if (got == 0)
		while ((got = eni_touches_next(&rows, &t)) > 0) {
			const struct same x = same_of(&rows.in);

			if (t.at.day < first || t.at.day > last)
				continue;
			identity(&key, b, &x);
			mark_known(j, &seen, &key);
			identity(&key, b, &x);
			add_outcome(&key, b, &x);
			mark_known(j, &seen, &key);
		}
	eni_touches_close(&rows);
	eni_map_free(&seen);
	eni_buf_free(&key);
	return got == -1 ? -1 : 0;
}

enum { TOUCH_ENTRIES = 12, TOPIC = 7 };

static void
say_touch(const struct eni_new_touch *t, struct eni_entry entry[TOUCH_ENTRIES])
{
	const struct eni_entry all[] = {{ENI_S("at"), t->at}, {ENI_S("id"), t->id}, {ENI_S("channel"), t->channel},
	    {ENI_S("to"), t->to}, {ENI_S("dir"), t->dir}, {ENI_S("staff"), t->staff},
	    {ENI_S("rule"), t->rule}, [TOPIC] = {ENI_S("topic"), t->topic}, {ENI_S("outcome"), t->outcome},
	    {ENI_S("next"), t->next}, {ENI_S("note"), t->note}, {ENI_S("anchor"), t->anchor}};
	ENI_ROW_FOR_EACH(all, TOUCH_ENTRIES);

	memcpy(entry, all, sizeof all);
}

/* Before the door is asked for columns: that of the topic may be lacking, or hold something else. */
static void
place_story(struct eni_journal *j, struct eni_new_touch *t, bool takes_topic)
{
	struct eni_str id = t->story->id;

	if (takes_topic && t->topic.n == 0)
		t->topic = id;
	else
		t->rule = eni_arena_printf(&j->arena, "%.*s:%.*s", (int)t->rule.n, t->rule.p, (int)id.n, id.p);
}

/* What the journal has no column for is named before anything is written: every column that one of the touches fills. */
static int
need_columns(struct eni_journal *j, struct eni_door *door)
{
	struct eni_entry all[TOUCH_ENTRIES] = {{{NULL, 0}, {NULL, 0}}}, entry[TOUCH_ENTRIES];
	int takes_topic = eni_door_takes(door, ENI_CONTACTS, ENI_S("topic"));

	for (size_t i = 0; i < j->n; i++) {
		if (takes_topic == 0 && j->touch[i].spare_topic)
			j->touch[i].topic = (struct eni_str){NULL, 0};
		if (j->touch[i].story != NULL)
			place_story(j, &j->touch[i], takes_topic == 1);
		say_touch(&j->touch[i], entry);
		for (size_t k = 0; !j->touch[i].known && k < TOUCH_ENTRIES; k++)
			if (all[k].value.n == 0)
				all[k] = entry[k];
	}
	return takes_topic == -1 ? -1 : eni_door_need(door, ENI_CONTACTS, all, TOUCH_ENTRIES);
}

static int
append(struct eni_door *door, const struct eni_new_touch *t)
{
	struct eni_entry entry[TOUCH_ENTRIES];

	say_touch(t, entry);
	return eni_door_append(door, ENI_CONTACTS, entry, TOUCH_ENTRIES);
}

static void
tell_known(const struct eni_journal *j, struct eni_diag *d)
{
	size_t n = 0;

	for (size_t i = 0; i < j->n; i++)
		n += j->touch[i].known && j->touch[i].printed;
	if (n > 0)
		eni_warn(d, ENI_NOWHERE, NULL,
		    eni_plural(n, "%zu row of the sheet stands in the journal already; passed over",
			"%zu rows of the sheet stand in the journal already; passed over"),
		    n);
}

static bool
is_news(const struct eni_journal *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (!j->touch[i].known)
			return true;
	return false;
}

/* ---- calls ---- */

static void
call_identity(struct eni_buf *out, struct eni_when at, struct eni_str number)
{
	char text[ENI_WHEN_TEXT];

	out->n = 0;
	eni_phone_digits(out, number);
	eni_buf_char(out, ' ');
	eni_buf_add(out, (struct eni_str){text, eni_when_format(at, text)});
}

/* Drops the calls that the log has: the same number at the same moment, whoever rang. */
static int
drop_known_calls(struct eni_journal *j, struct eni_book *b)
{
	static const char *const names[] = {"at", "number"};
	struct eni_map seen = {0};
	struct eni_buf key = {0};
	struct eni_stream rows;
	struct eni_when at;
	size_t kept = 0;
	int got = eni_stream_open(&rows, b, ENI_CALLS, names, 2);

	if (got == 0) {
		while ((got = eni_stream_next(&rows)) > 0)
			if (eni_stream_when(&rows, 0, &at) == 1) {
				call_identity(&key, at, eni_stream_cell(&rows, 1));
				eni_map_add(&seen, eni_arena_keep(&j->arena, eni_buf_str(&key)), 0);
			}
		eni_stream_close(&rows);
	}
	for (size_t i = 0; i < j->n_calls; i++) {
		eni_when_parse(j->call[i].at, &at, NULL);
		call_identity(&key, at, j->call[i].number);
		if (eni_map_get(&seen, eni_buf_str(&key)) != ENI_NONE)
			continue;
		eni_map_add(&seen, eni_arena_keep(&j->arena, eni_buf_str(&key)), 0);
		j->call[kept++] = j->call[i];
	}
	j->n_calls = kept;
	eni_map_free(&seen);
	eni_buf_free(&key);
	return got == -1 ? -1 : 0;
}

static int
append_call(struct eni_door *door, const struct eni_new_call *c)
{
	const struct eni_entry entry[] = {{ENI_S("at"), c->at}, {ENI_S("dir"), ENI_S("out")}, {ENI_S("number"), c->number},
	    {ENI_S("result"), c->result}, {ENI_S("note"), c->note}};

	return eni_door_append(door, ENI_CALLS, entry, sizeof entry / sizeof *entry);
}

int
eni_journal_write(struct eni_journal *j, struct eni_book *b, const struct eni_door_options *o)
{
	struct eni_door *door = eni_door_open(b->opt.dir, &b->office, o, b->diag);
	int rc;

	if (door == NULL)
		return -1;
	rc = j->n == 0 ? 0 : drop_known(j, b);
	if (rc == 0 && j->n_calls > 0)
		rc = drop_known_calls(j, b);
	if (rc == 0)
		tell_known(j, b->diag);
	if (rc == 0 && is_news(j))
		rc = need_columns(j, door);
	for (size_t i = 0; rc == 0 && i < j->n; i++) {
		const struct eni_new_touch *t = &j->touch[i];

		if (t->known)
			continue;
		if (t->not_due) {
			struct eni_str said = eni_book_said(b, t->id);

			eni_warn(b->diag, ENI_NOWHERE, NULL, "%.*s:%.*s is not due; written all the same", (int)said.n, said.p,
			    (int)t->rule.n, t->rule.p);
		}
		rc = append(door, t);
	}
	for (size_t i = 0; rc == 0 && i < j->n_calls; i++)
		rc = append_call(door, &j->call[i]);
	if (rc == 0)
		rc = eni_door_commit(door);
	eni_door_close(door);
	return rc;
}

int
eni_journal_has_anchor(struct eni_book *b, bool add_columns)
{
	struct eni_touches rows;
	int got = eni_touches_open(&rows, b, 1u << ENI_TOUCH_ANCHOR);
	int has = got == 1 || add_columns || (got == 0 && eni_stream_has(&rows.in, ENI_TOUCH_ANCHOR));

	eni_touches_close(&rows);
	return got == -1 ? -1 : has;
}
