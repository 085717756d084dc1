/* Journalling: see journal.h. */
#include "care/journal.h"

#include <stdlib.h>

const char *
eni_outcome_of_channel(int channel)
{
	switch (channel) {
	case ENI_CHANNEL_LETTER:
	case ENI_CHANNEL_FAX:
	case ENI_CHANNEL_EMAIL:
	case ENI_CHANNEL_SMS:
	case ENI_CHANNEL_LINE:
	case ENI_CHANNEL_WECHAT:
		return "sent";
	default:
		return "done";
	}
}

void
eni_journal_add(struct eni_journal *j, const struct eni_touch *t)
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

/* What makes two rows the same touch, as one text: moment, id, rule, recipient; by hand, where no rule tells two of one moment
 * apart, the channel too. */
static void
identity(struct eni_buf *out, const struct eni_book *b, struct eni_str at, struct eni_str id, struct eni_str rule,
    struct eni_str to, struct eni_str channel)
{
	int by = eni_str_trim(rule).n > 0 ? 0 : eni_book_code(b, eni_field_find(ENI_CONTACTS, ENI_S("channel")), channel);
	char text[ENI_WHEN_TEXT];
	struct eni_when w = ENI_NEVER;
	int code = eni_book_code(b, eni_field_find(ENI_CONTACTS, ENI_S("to")), to);

	eni_office_when(&b->office, at, &w);
	out->n = 0;
	eni_buf_add(out, (struct eni_str){text, eni_when_format(w, text)});
	eni_buf_printf(out, "\t%d\t%d\t", code, by);
	eni_buf_add(out, eni_str_trim(rule));
	eni_buf_char(out, '\t');
	eni_buf_add(out, eni_str_trim(id));
}

/* Drops what the journal has already, and what stands twice in the list itself. */
static int
drop_known(struct eni_journal *j, struct eni_book *b)
{
	static const char *const names[] = {"at", "id", "rule", "to", "channel"};
	struct eni_map seen = {0};
	struct eni_buf key = {0};
	struct eni_stream s;
	size_t kept = 0;
	int got;

	for (size_t i = 0; i < j->n; i++) {
		const struct eni_touch *t = &j->touch[i];

		identity(&key, b, t->at, t->id, t->rule, t->to, t->channel);
		if (eni_map_get(&seen, eni_buf_str(&key)) == ENI_NONE) {
			eni_map_add(&seen, eni_arena_keep(&j->arena, eni_buf_str(&key)), (uint32_t)kept);
			j->touch[kept++] = *t;
		}
	}
	j->n = kept;
	got = eni_stream_open(&s, b, ENI_CONTACTS, names, 5);
	while (got == 0 && (got = eni_stream_next(&s)) > 0) {
		uint32_t at;

		identity(&key, b, eni_stream_cell(&s, 0), eni_stream_cell(&s, 1), eni_stream_cell(&s, 2), eni_stream_cell(&s, 3),
		    eni_stream_cell(&s, 4));
		if ((at = eni_map_get(&seen, eni_buf_str(&key))) != ENI_NONE)
			j->touch[at].id = (struct eni_str){"", 0}; /* written before */
		got = 0;
	}
	eni_stream_close(&s);
	eni_map_free(&seen);
	eni_buf_free(&key);
	return got == -1 ? -1 : 0;
}

static int
append(struct eni_door *door, const struct eni_touch *t)
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
		if (j->touch[i].id.n == 0)
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
