/* Journalling: see journal.h. */
#include "duty/journal.h"

#include <stdlib.h>

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
eni_journal_free(struct eni_journal *j)
{
	free(j->touch);
	eni_arena_free(&j->arena);
	*j = (struct eni_journal){0};
}

/* What decides whether two rows are the same touch, as written. */
struct same {
	struct eni_str at, id, rule, to, channel, anchor;
};

static void
add_moment(struct eni_buf *out, const struct eni_book *b, const char *field, struct eni_str cell)
{
	const struct eni_day_row row = {b->today, ENI_NODAY, 0};
	char text[ENI_WHEN_TEXT];
	struct eni_when w;

	eni_day_read(&b->office, eni_field_find(ENI_CONTACTS, eni_str_of(field)), cell, &row, &w, NULL);
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
	struct eni_str rule = eni_str_trim(x->rule);
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

/* Keeps of several equal touches the first; of joined ones, whose journal has no column for the row they answer, each counts. */
static void
number_twins(struct eni_journal *j, struct eni_book *b, struct eni_map *seen)
{
	struct eni_buf key = {0};
	size_t kept = 0;

	for (size_t i = 0; i < j->n; i++) {
		struct eni_new_touch *t = &j->touch[i];
		const struct same x = {t->at, t->id, t->rule, t->to, t->channel, t->anchor};
		size_t twin = 0, n;

		identity(&key, b, &x);
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
	    eni_stream_cell(row, ENI_TOUCH_ANCHOR)};
}

/* Marks what the journal has already, and drops what stands twice in the list itself. */
static int
drop_known(struct eni_journal *j, struct eni_book *b)
{
	static const uint32_t columns =
	    1u << ENI_TOUCH_AT | 1u << ENI_TOUCH_CHANNEL | 1u << ENI_TOUCH_TO | 1u << ENI_TOUCH_RULE | 1u << ENI_TOUCH_ANCHOR;
	struct eni_map seen = {0};
	struct eni_buf key = {0};
	struct eni_touches rows;
	struct eni_touch t;
	int got;

	number_twins(j, b, &seen);
	got = eni_touches_open(&rows, b, columns);
	if (got == 0)
		while ((got = eni_touches_next(&rows, &t)) > 0) {
			const struct same x = same_of(&rows.in);

			identity(&key, b, &x);
			mark_known(j, &seen, &key);
		}
	eni_touches_close(&rows);
	eni_map_free(&seen);
	eni_buf_free(&key);
	return got == -1 ? -1 : 0;
}

static int
append(struct eni_door *door, const struct eni_new_touch *t)
{
	const struct eni_entry all[] = {{ENI_S("at"), t->at}, {ENI_S("id"), t->id}, {ENI_S("channel"), t->channel},
	    {ENI_S("to"), t->to}, {ENI_S("dir"), t->dir}, {ENI_S("staff"), t->staff}, {ENI_S("rule"), t->rule},
	    {ENI_S("topic"), t->topic}, {ENI_S("outcome"), t->outcome}, {ENI_S("next"), t->next}, {ENI_S("note"), t->note},
	    {ENI_S("anchor"), t->anchor}};
	struct eni_entry entry[sizeof all / sizeof *all];
	size_t n = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value.n > 0)
			entry[n++] = all[i];
	return eni_door_append(door, ENI_CONTACTS, entry, n);
}

int
eni_journal_write(struct eni_journal *j, struct eni_book *b, const struct eni_door_options *o)
{
	struct eni_door *door = eni_door_open(b->opt.dir, &b->office, o, b->diag);
	size_t written = 0;
	int rc = -1;

	if (door == NULL)
		return -1;
	if (drop_known(j, b) == -1)
		goto done;
	for (size_t i = 0; i < j->n; i++) {
		if (j->touch[i].known)
			continue;
		if (j->touch[i].not_due)
			eni_warn(b->diag, ENI_NOWHERE, NULL, "%.*s:%.*s is not due; written all the same", (int)j->touch[i].id.n,
			    j->touch[i].id.p, (int)j->touch[i].rule.n, j->touch[i].rule.p);
		if (append(door, &j->touch[i]) == -1)
			goto done;
		written++;
	}
	rc = written == 0 ? 0 : eni_door_commit(door);
done:
	eni_door_close(door);
	return rc;
}

int
eni_journal_has_anchor(struct eni_book *b)
{
	struct eni_touches rows;
	int got = eni_touches_open(&rows, b, 1u << ENI_TOUCH_ANCHOR);
	int has = got == 1 || (got == 0 && eni_stream_has(&rows.in, ENI_TOUCH_ANCHOR));

	eni_touches_close(&rows);
	return got == -1 ? -1 : has;
}
