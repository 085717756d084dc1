/*
 * Appending to and changing YAML files: block lists of mappings, as a person writes them, and nothing else.
 * Only the bytes of a value are replaced; comments, order, quotes and blank lines stay.  YAML has many ways to mean something else
 * than one thinks, so after a change the file is read again, and the change is refused unless it reads back as asked.  How a text
 * is quoted is the writer's business.
 */
#include <stdio.h>
#include <stdlib.h>

#include "door/hand_priv.h"
#include "door/yaml_edit_priv.h"
#include "door/yaml_places_priv.h"
#include "form/writer.h"

enum { TEXT_MAX = 64 << 20 };

/* ---- opening ---- */

static int
load_text(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	struct eni_buf bytes = {0}, back = {0};
	off_t n = draft->file.was.st_size - draft->bom;
	ssize_t got = 1;
	int rc = 0;

	if (n > TEXT_MAX)
		return eni_fail(e->d, eni_draft_place(draft, 0), NULL, "over 64 MiB: want csv for files of this size");
	while (got > 0 && (got = eni_replace_read(
			       &draft->file, draft->bom + (off_t)bytes.n, eni_buf_room(&bytes, ENI_BLOCK), ENI_BLOCK, e->d)) > 0)
		bytes.n += (size_t)got;
	if (got == -1)
		rc = -1;
	else if (eni_code_get(&draft->code, &draft->whole, eni_buf_str(&bytes)) < bytes.n)
		rc = eni_fail(e->d, eni_draft_place(draft, 0), NULL,
		    draft->code.name == NULL ? N_("has bytes that are no UTF-8") : N_("has bytes that are no %s"),
		    draft->code.name);
	else if (!e->opt->convert && (!eni_code_put(&draft->code, &back, eni_buf_str(&draft->whole)) ||
					 !eni_str_eq(eni_buf_str(&back), eni_buf_str(&bytes))))
		rc = eni_fail(e->d, eni_draft_place(draft, 0), NULL,
		    "cannot be written in %s without changing what stands there; --convert rewrites the file as UTF-8",
		    draft->code.name);
	eni_buf_free(&bytes);
	eni_buf_free(&back);
	return rc;
}

/* All keys in order of first appearance are the file's columns; what each holds first decides doubtful headers. */
static int
bind_keys(const struct eni_edit *e, const struct eni_yaml_list *l)
{
	struct eni_draft *draft = e->draft;
	struct eni_str *key = eni_arena_take(&draft->arena, (l->pairs + 1) * sizeof *key);
	struct eni_str *value = eni_arena_take(&draft->arena, (l->pairs + 1) * sizeof *value);
	struct eni_row first = {.cell = value, .place = eni_draft_place(draft, 1)};
	struct eni_map seen = {0};

	for (size_t i = 0; i < l->pairs; i++) {
		const struct eni_yaml_pair *pair = &l->pair[i];
		uint32_t at = eni_map_add(&seen, pair->key, (uint32_t)first.n);

		if (at == first.n) {
			key[first.n] = eni_arena_keep(&draft->arena, pair->key);
			value[first.n++] = pair->value;
		} else if (value[at].n == 0)
			value[at] = pair->value;
	}
	eni_map_free(&seen);
	draft->header = key;
	draft->columns = first.n;
	draft->field = eni_arena_clear(&draft->arena, (first.n + 1) * sizeof(const struct eni_field *));
	return first.n == 0 ? 0
			    : eni_bind(draft->kind,
				  &(struct eni_headers){
				      key, first.n, &first, e->office == NULL ? NULL : &e->office->aliases, draft->file.shown},
				  draft->field, e->d);
}

/* Changes leave every record at its position, not on its line. */
static void
keep_lines(struct eni_draft *draft, const struct eni_yaml_list *l)
{
	draft->lines = l->items;
	draft->line = eni_arena_take(&draft->arena, (l->items + 1) * sizeof *draft->line);
	for (size_t i = 0; i < l->items; i++)
		draft->line[i] = l->item[i].line;
}

static struct eni_str
first_line_end(struct eni_str text)
{
	const char *lf = text.n == 0 ? NULL : memchr(text.p, '\n', text.n);

	return lf != NULL && lf > text.p && lf[-1] == '\r' ? ENI_S("\r\n") : ENI_S("\n");
}

int
eni_yaml_open(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	struct eni_yaml_list l = {0};
	int rc = load_text(e);

	if (rc == 0)
		rc = eni_yaml_list_read(e, &l);
	if (rc == 0)
		rc = bind_keys(e, &l);
	keep_lines(draft, &l);
	draft->end = first_line_end(eni_buf_str(&draft->whole));
	draft->dash = l.dash;
	draft->indent = l.items == 0 ? l.dash + 2 : l.item[0].indent;
	eni_yaml_list_free(&l);
	return rc;
}

/* ---- writing ---- */

/* One record as the writer writes it: "- key: value" and "  key: value" lines. */
static int
write_record(const struct eni_edit *e, struct eni_buf *out, const struct eni_column *column, const struct eni_str *value, size_t n)
{
	struct eni_writer_options o = {.format = ENI_YAML};
	char *text = NULL;
	size_t length = 0;
	FILE *file = open_memstream(&text, &length);
	struct eni_writer *w;
	int rc = -1;

	if (file != NULL) {
		w = eni_writer_open(file, column, n, &o);
		eni_writer_row(w, value);
		rc = eni_writer_end(w);
		rc = fclose(file) == EOF ? -1 : rc;
	}
	if (rc == 0)
		eni_buf_add(out, (struct eni_str){text, length});
	else
		eni_fail(e->d, eni_draft_place(e->draft, 0), NULL, "no memory for the record");
	free(text);
	return rc;
}

static void
pad(struct eni_buf *out, size_t n)
{
	while (n-- > 0)
		eni_buf_char(out, ' ');
}

/* Takes the next line off *rest, without its end. */
static struct eni_str
take_line(struct eni_str *rest)
{
	const char *lf = memchr(rest->p, '\n', rest->n);
	struct eni_str line = {rest->p, lf == NULL ? rest->n : (size_t)(lf - rest->p)};

	*rest = eni_str_from(*rest, line.n + 1);
	return line;
}

/* The writer's lines with the file's own dash, indentation and line ends. */
static void
put_indented(struct eni_buf *out, const struct eni_draft *draft, struct eni_str record)
{
	while (record.n > 0) {
		struct eni_str line = take_line(&record);
		bool begins = line.p[0] == '-';

		pad(out, draft->dash);
		eni_buf_char(out, begins ? '-' : ' ');
		pad(out, draft->indent - draft->dash - 1);
		eni_buf_add(out, eni_str_from(line, 2));
		eni_buf_add(out, draft->end);
	}
}

static void
say_lines(const struct eni_edit *e, struct eni_str text)
{
	for (text = eni_str_trim(text); text.n > 0;) {
		struct eni_str line = take_line(&text);

		eni_edit_say(e, line.n > 0 && line.p[line.n - 1] == '\r' ? (struct eni_str){line.p, line.n - 1} : line);
	}
}

/* The key under which the file keeps that field: its own word where it has one, else one in the language of its keys. */
static struct eni_str
key_of(const struct eni_draft *draft, struct eni_str name)
{
	uint32_t column = eni_edit_column(draft, name);
	const char *heading = column == ENI_NONE && draft->columns > 0 ? eni_hand_heading(draft->hand, name) : NULL;

	return column != ENI_NONE ? draft->header[column] : heading != NULL ? eni_str_of(heading) : name;
}

/* Entries with a value, keys as the file spells them, those it knows in its own order, the others behind them. */
static size_t
order_entries(const struct eni_edit *e, struct eni_column *column, struct eni_str *value)
{
	size_t n = 0;

	for (size_t c = 0; c <= e->draft->columns; c++)
		for (size_t i = 0; i < e->n; i++) {
			uint32_t at = eni_edit_column(e->draft, e->entry[i].name);

			if (e->entry[i].value.n == 0 || (at == ENI_NONE ? e->draft->columns : at) != c)
				continue;
			column[n] = (struct eni_column){.name = key_of(e->draft, e->entry[i].name)};
			value[n++] = e->entry[i].value;
		}
	return n;
}

static int
judge_entries(const struct eni_edit *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (eni_edit_judge(e, &e->entry[i]) == -1)
			return -1;
	return 0;
}

int
eni_yaml_append(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	struct eni_buf record = {0}, *whole = &draft->whole;
	struct eni_column *column = eni_realloc(NULL, (e->n + 1) * sizeof *column);
	struct eni_str *value = eni_realloc(NULL, (e->n + 1) * sizeof *value);
	size_t n = order_entries(e, column, value), start;
	int rc = judge_entries(e);

	if (rc == 0 && n == 0)
		rc = eni_fail(e->d, eni_draft_place(draft, 0), NULL, "a record without any value is not written");
	if (rc == 0)
		rc = write_record(e, &record, column, value, n);
	if (rc == 0) {
		if (whole->n > 0 && whole->p[whole->n - 1] != '\n')
			eni_buf_add(whole, draft->end);
		start = whole->n;
		put_indented(whole, draft, eni_buf_str(&record));
		say_lines(e, eni_str_from(eni_buf_str(whole), start));
		draft->rewritten = true;
	}
	eni_buf_free(&record);
	free(column);
	free(value);
	return rc;
}

/* ---- changing ---- */

static const struct eni_yaml_pair *
find_pair(const struct eni_yaml_list *l, const struct eni_yaml_item *item, struct eni_str key)
{
	for (size_t i = item->first; i < item->first + item->n; i++)
		if (eni_str_eq(l->pair[i].key, key))
			return &l->pair[i];
	return NULL;
}

/* The text of a column; a missing key is an empty value. */
static struct eni_str
text_of(const struct eni_edit *e, const struct eni_yaml_list *l, const struct eni_yaml_item *item, size_t column)
{
	const struct eni_yaml_pair *pair = column < e->draft->columns ? find_pair(l, item, e->draft->header[column]) : NULL;

	return pair == NULL ? (struct eni_str){"", 0} : pair->value;
}

static void
splice(struct eni_buf *b, size_t from, size_t to, struct eni_str text)
{
	struct eni_buf out = {0};

	eni_buf_add(&out, (struct eni_str){b->p, from});
	eni_buf_add(&out, text);
	eni_buf_add(&out, eni_str_from(eni_buf_str(b), to));
	eni_buf_free(b);
	*b = out;
}

/* The value's text in the place of the old one; the old one may be nothing, right behind the colon. */
static int
replace(const struct eni_edit *e, const struct eni_yaml_pair *pair, struct eni_str value)
{
	static const struct eni_column column = {.name = {"v", 1}};
	struct eni_buf *whole = &e->draft->whole, record = {0};
	struct eni_str text;

	if (!pair->simple)
		return eni_fail(e->d, eni_draft_place(e->draft, pair->line), pair->key.p,
		    "the value takes several lines or is a list: change it by hand");
	if (write_record(e, &record, &column, &value, 1) == -1)
		return -1;
	text = eni_str_from(eni_buf_str(&record), strlen("- v:"));
	text.n--; /* the line end */
	if (whole->p[pair->from - 1] != ':')
		text = eni_str_from(text, 1);
	splice(whole, pair->from, pair->to, text);
	eni_buf_free(&record);
	return 0;
}

/* A new line behind the last value of the record that stands on one line; the id at least does. */
static int
insert(const struct eni_edit *e, const struct eni_yaml_list *l, const struct eni_yaml_item *item, const struct eni_entry *entry)
{
	struct eni_column column = {.name = key_of(e->draft, entry->name)};
	struct eni_buf *whole = &e->draft->whole, record = {0}, line = {0};
	struct eni_draft shape = {.dash = 0, .indent = item->indent, .end = e->draft->end};
	const char *lf;
	size_t at = 0;

	for (size_t i = item->first; i < item->first + item->n; i++)
		if (l->pair[i].simple)
			at = l->pair[i].to;
	if (write_record(e, &record, &column, &entry->value, 1) == -1)
		return -1;
	lf = memchr(whole->p + at, '\n', whole->n - at);
	at = lf == NULL ? whole->n : (size_t)(lf - whole->p) + 1;
	record.p[0] = ' ';
	if (lf == NULL)
		eni_buf_add(&line, e->draft->end);
	put_indented(&line, &shape, eni_buf_str(&record));
	splice(whole, at, at, eni_buf_str(&line));
	eni_buf_free(&record);
	eni_buf_free(&line);
	return 0;
}

/* One change at a time, each on what the one before has left. */
static int
change(const struct eni_edit *e, size_t nth, const struct eni_entry *entry)
{
	struct eni_yaml_list l = {0};
	const struct eni_yaml_item *item;
	const struct eni_yaml_pair *pair;
	int rc = eni_yaml_list_read(e, &l);

	if (rc == 0) {
		item = &l.item[nth];
		pair = find_pair(&l, item, key_of(e->draft, entry->name));
		if (pair != NULL)
			rc = eni_str_eq(pair->value, entry->value) ? 0 : replace(e, pair, entry->value);
		else if (entry->value.n > 0)
			rc = insert(e, &l, item, entry);
	}
	eni_yaml_list_free(&l);
	return rc;
}

/* The record's lines, up to the next record. */
static struct eni_str
item_text(const struct eni_yaml_list *l, const struct eni_yaml_item *item, struct eni_str whole)
{
	size_t from = item->from, to = item + 1 < l->item + l->items ? item[1].from : whole.n;

	while (from > 0 && whole.p[from - 1] != '\n')
		from--;
	while (to < whole.n && to > from && whole.p[to - 1] != '\n')
		to--;
	return (struct eni_str){whole.p + from, to - from};
}

/* Reads the file as it would stand and compares. */
static int
check(const struct eni_edit *e, size_t nth)
{
	struct eni_yaml_list l = {0};
	int rc = eni_yaml_list_read(e, &l);

	if (rc == 0 && nth >= l.items)
		rc = eni_edit_judge_target(e, &(struct eni_hunt){0});
	for (size_t i = 0; rc == 0 && i < e->n; i++) {
		const struct eni_yaml_pair *pair = find_pair(&l, &l.item[nth], key_of(e->draft, e->entry[i].name));

		if (!eni_str_eq(pair == NULL ? ENI_S("") : pair->value, e->entry[i].value))
			rc = eni_fail(e->d, eni_draft_place(e->draft, pair == NULL ? 0 : pair->line), NULL,
			    "this record cannot be changed safely: change it by hand");
	}
	if (rc == 0)
		say_lines(e, item_text(&l, &l.item[nth], eni_buf_str(&e->draft->whole)));
	eni_yaml_list_free(&l);
	return rc;
}

/* The position of the target. */
static int
find_target(const struct eni_edit *e, size_t *nth)
{
	const struct eni_entry *where = e->target->where;
	const struct eni_draft *draft = e->draft;
	size_t id = draft->id.at, also = where == NULL ? SIZE_MAX : eni_edit_column(draft, where->name);
	struct eni_yaml_list l = {0};
	struct eni_hunt hunt = {0};
	int rc = eni_yaml_list_read(e, &l);

	for (size_t i = 0; rc == 0 && i < draft->lines; i++)
		if (eni_edit_look(e, &hunt, draft->line[i], text_of(e, &l, &l.item[i], id), text_of(e, &l, &l.item[i], also)))
			*nth = i;
	eni_yaml_list_free(&l);
	return rc == 0 ? eni_edit_judge_target(e, &hunt) : -1;
}

int
eni_yaml_update(const struct eni_edit *e)
{
	struct eni_buf *whole = &e->draft->whole, before = {0};
	size_t nth = SIZE_MAX;
	int rc = judge_entries(e);

	eni_buf_add(&before, eni_buf_str(whole));
	if (rc == 0)
		rc = find_target(e, &nth);
	for (size_t i = 0; rc == 0 && i < e->n; i++)
		rc = change(e, nth, &e->entry[i]);
	if (rc == 0)
		rc = check(e, nth);
	if (rc == 0) {
		e->draft->rewritten = true;
		eni_buf_free(&before);
	} else {
		eni_buf_free(whole);
		*whole = before;
	}
	return rc;
}
