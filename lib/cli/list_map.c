/* The page of --map: see list_map.h. */
#include "cli/list_map.h"

#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "book/files.h"
#include "cli/list_read.h"
#include "form/answers.h"
#include "rec/guess.h"
#include "reception/look.h"

enum { WIDEST_HEADER = 40, WIDEST_CELL = 50 };

struct map {
	struct eni_run *run;
	FILE *out;
	struct eni_look *list;
	size_t n;
	bool has_book;
	struct eni_map proposed; /* fields that have a header by now */
	struct eni_map said;     /* headers that were spoken of in the snippet */
	size_t proposals;        /* lines of the snippet */
};

/* ---- text ---- */

static void
put(struct map *m, struct eni_str s)
{
	fwrite(s.n == 0 ? "" : s.p, 1, s.n, m->out);
}

/* A text of the user's as it can stand on one line: what controls goes, line ends are shown as /, and what is too long ends early.
 */
static struct eni_str
shown(struct map *m, struct eni_str s, size_t width)
{
	struct eni_buf line = {0}, b = {0};
	struct eni_str text;
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			eni_buf_add(&line, ENI_S(" / "));
		else if (s.p[i] != '\r')
			eni_buf_char(&line, s.p[i] == '\t' ? ' ' : s.p[i]);
	eni_show(&b, eni_buf_str(&line));
	text = eni_buf_str(&b);
	if (eni_columns(text, true) > width) {
		for (size_t i = 1; i <= text.n && eni_columns((struct eni_str){text.p, i}, true) < width; i++)
			if (i == text.n || ((unsigned char)text.p[i] & 0xc0) != 0x80)
				n = i;
		b.n = n;
		eni_buf_add(&b, ENI_S("…"));
	}
	text = eni_arena_keep(&m->run->arena, eni_buf_str(&b));
	eni_buf_free(&line);
	eni_buf_free(&b);
	return text;
}

static void
pad(struct map *m, size_t from, size_t to)
{
	for (; from < to; from++)
		fputc(' ', m->out);
}

static void
put_padded(struct map *m, struct eni_str s, size_t width)
{
	put(m, s);
	pad(m, eni_columns(s, true), width);
}

static void
put_yaml(struct map *m, struct eni_str s)
{
	struct eni_buf b = {0};

	eni_yaml_text(&b, s);
	put(m, eni_buf_str(&b));
	eni_buf_free(&b);
}

/* A file's name as a shell takes it. */
static struct eni_str
for_shell(struct map *m, const char *name)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
	struct eni_buf b = {0};
	struct eni_str text;
	bool bare = true;

	for (const char *p = name; *p != '\0'; p++)
		bare = bare && ((unsigned char)*p >= 0x80 || strchr(plain, *p) != NULL);
	if (!bare)
		eni_buf_char(&b, '\'');
	for (const char *p = name; *p != '\0'; p++)
		eni_buf_printf(&b, *p == '\'' ? "'\\''" : "%c", *p);
	if (!bare)
		eni_buf_char(&b, '\'');
	text = eni_arena_keep(&m->run->arena, shown(m, eni_buf_str(&b), SIZE_MAX));
	eni_buf_free(&b);
	return text;
}

/* What the office calls a field. */
static struct eni_str
heading_of(const struct map *m, const struct eni_field *f)
{
	enum eni_kind kind = 0;
	const char *heading;

	while ((f->kinds & ENI_IN(kind)) == 0)
		kind++;
	heading = eni_heading(NULL, eni_str_of(f->name), kind, m->run->lang);
	return eni_str_of(heading == NULL ? f->name : heading);
}

/* name (氏名): a field as the program calls it, and as the office does. */
static struct eni_str
field_text(struct map *m, const struct eni_field *f)
{
	struct eni_str heading = heading_of(m, f);

	if (eni_str_is(heading, f->name))
		return eni_str_of(f->name);
	return eni_arena_printf(&m->run->arena, "%s (%.*s)", f->name, (int)heading.n, heading.p);
}

/* A line, and the row where a spreadsheet counts otherwise. */
static struct eni_str
place_text(struct map *m, struct eni_place at)
{
	if (at.row == 0 || at.row == at.line)
		return eni_arena_printf(&m->run->arena, _("Line %lu"), (unsigned long)at.line);
	return eni_arena_printf(&m->run->arena, _("Line %lu (row %lu)"), (unsigned long)at.line, (unsigned long)at.row);
}

static void
put_heading(struct map *m, const char *text)
{
	fprintf(m->out, "#\n# %s\n", text);
}

/* ---- what it is ---- */

static const char *const kinds[] = {
    [ENI_CLIENTS] = N_("a list of clients and of people who ask"),
    [ENI_CONTACTS] = N_("a journal of contacts"),
    [ENI_STAYS] = N_("a list of stays"),
    [ENI_CALLS] = N_("a phone log"),
    [ENI_VISITS] = N_("a list of visits and absences"),
    [ENI_INCIDENTS] = N_("a list of incidents"),
    [ENI_REFERRERS] = N_("a list of partners, such as care managers and hospitals"),
    [ENI_STEPS] = N_("a list of steps of the reception"),
    [ENI_SURVEYS] = N_("a list of answers to surveys"),
    [ENI_STAFF] = N_("a list of staff"),
    [ENI_PLANS] = N_("a list of care plans by month"),
    [ENI_HOLIDAYS] = N_("a list of holidays"),
};
ENI_ROW_FOR_EACH(kinds, ENI_KINDS);

static void
show_title(struct map *m, const struct eni_look *l)
{
	size_t n = l->cdr ? l->log.n : l->records;
	struct eni_str file = shown(m, eni_str_of(l->file), SIZE_MAX);

	/* TRANSLATORS: the file, of which kind it is, and how many records it has */
	fprintf(m->out, eni_plural(n, "# %.*s is read as %s: %zu record.\n", "# %.*s is read as %s: %zu records.\n"), (int)file.n,
	    file.p, _(kinds[l->kind]), n);
	if (m->run->verb->main == ENI_CLIENTS && l->kind != ENI_CLIENTS && !l->named)
		fprintf(m->out, "# %s\n", _("Its columns say so; most of them are known in such lists."));
	fprintf(m->out, "# %s\n# %s\n",
	    _("Nothing has been changed. This page shows how the list is read: have the list beside it and compare."),
	    _("What to do next stands at the end."));
}

/* ---- around the records ---- */

static void
show_titles(struct map *m, const struct eni_head *h)
{
	for (size_t i = 0; i < h->titles; i++) {
		struct eni_str text = h->title[i].text;

		while (text.n > 0 && (text.p[text.n - 1] == ',' || text.p[text.n - 1] == '\t'))
			text.n--;
		if (text.n == 0)
			continue;
		text = shown(m, text, WIDEST_CELL);
		fprintf(m->out,
		    h->title[i].line == h->group ? _("#   Line %lu stands over the header and lends it its words: %.*s\n")
						 : _("#   Line %lu is passed over: %.*s\n"),
		    (unsigned long)h->title[i].line, (int)text.n, text.p);
	}
	if (h->last > h->line)
		fprintf(m->out, _("#   Lines %lu to %lu are the header.\n"), (unsigned long)h->line, (unsigned long)h->last);
	else if (h->line > 1)
		fprintf(m->out, _("#   Line %lu is the header.\n"), (unsigned long)h->line);
}

static void
show_around(struct map *m, const struct eni_look *l)
{
	const struct eni_head *h = eni_reader_head(l->in.source[0].reader);
	const struct eni_passed *p = eni_reader_passed(l->in.source[0].reader);

	if (h->line <= 1 && h->last <= h->line && p->totals + p->remarks + l->repeats == 0)
		return;
	put_heading(m, _("What stands around the records:"));
	show_titles(m, h);
	if (p->totals > 0)
		fprintf(m->out,
		    eni_plural(p->totals, "#   Passed over: %zu row of totals, in line %lu.\n",
			"#   Passed over: %zu rows of totals, the first in line %lu.\n"),
		    p->totals, (unsigned long)p->total_line);
	if (p->remarks > 0)
		fprintf(m->out,
		    eni_plural(p->remarks, "#   Passed over: %zu row with nothing but a remark, in line %lu.\n",
			"#   Passed over: %zu rows with nothing but a remark, the first in line %lu.\n"),
		    p->remarks, (unsigned long)p->remark_line);
	if (l->repeats > 0)
		fprintf(m->out,
		    eni_plural(l->repeats, "#   %zu cell repeats another (〃, 同上, 同左) and is read as that one.\n",
			"#   %zu cells repeat another (〃, 同上, 同左) and are read as that one.\n"),
		    l->repeats);
}

/* ---- the columns ---- */

/* Column names the reader made itself, for empty and repeated headers, are not the user's. */
static bool
is_made_up(struct eni_str header)
{
	const char *dot = header.n == 0 ? NULL : memrchr(header.p, '.', header.n);
	size_t at = dot == NULL ? 0 : (size_t)(dot - header.p) + 1;
	int64_t n;

	return at > 0 && eni_count_parse(eni_str_from(header, at), &n) == 1;
}

/* The field for which there is another column, so that this one would make the list be refused; NULL: it would not. */
static const struct eni_field *
refused_for(const struct eni_look *l, struct eni_str header)
{
	const struct eni_field *f = eni_header_yields(l->kind, header) ? NULL : eni_header_find(l->kind, header);

	return f == NULL || eni_intake_find(&l->in, eni_str_of(f->name)) == SIZE_MAX ? NULL : f;
}

/* What makes a column known that is not called as the field is; NULL where the header is just known. */
static const char *
why_known(const struct map *m, const struct eni_look *l, struct eni_str header, size_t i)
{
	const struct eni_intake_source *s = &l->in.source[0];
	struct eni_question q = eni_question_of(header);
	struct eni_buf folded = {0};
	bool own;

	eni_casefold(&folded, header);
	own = eni_map_get(&m->run->book.office.aliases, eni_buf_str(&folded)) != ENI_NONE;
	eni_buf_free(&folded);
	if (own)
		return _("office.yaml says so");
	if (eni_header_is_contact_or_phone(q.text))
		return _("by what stands in it");
	if (eni_header_find(l->kind, header) == s->bound[i])
		return NULL;
	if (eni_question_is_moment(q.text))
		return _("when the form was answered");
	if (s->option[i].n > 0)
		return _("one option of a question");
	return eni_header_find(l->kind, q.text) == s->bound[i] ? NULL : _("by the words of the question");
}

/* How many words of a field there are, how many of them are understood as they stand, and how many not at all. */
struct word_counts {
	size_t all, whole, unread;
};

static struct word_counts
count_words(const struct eni_look *l, const struct eni_field *f)
{
	struct word_counts n = {0};

	for (size_t i = 0; i < l->n_words; i++) {
		const struct eni_look_word *x = &l->word[i];

		if (x->field != f)
			continue;
		n.all += x->count;
		n.whole += x->reading.how == ENI_READ_WHOLE ? x->count : 0;
		n.unread += x->reading.how == ENI_UNREAD ? x->count : 0;
	}
	return n;
}

static void
show_known(struct map *m, const struct eni_look *l, struct eni_str header, size_t i)
{
	const struct eni_field *f = l->in.source[0].bound[i];
	const char *why = why_known(m, l, header, i);
	struct word_counts words = count_words(l, f);

	if (l->kind == ENI_CLIENTS && strcmp(f->name, "id") == 0 && eni_header_yields(l->kind, header))
		fprintf(m->out, "; %s", _("a running number: sorting the list changes who is who"));
	if (why != NULL)
		fprintf(m->out, "; %s", why);
	if (l->kind == ENI_CALLS || words.all == 0)
		return; /* of a log only those are counted that are not understood */
	if (words.all == words.whole)
		fprintf(m->out, "; %s", _("all words understood"));
	else
		fprintf(m->out, _("; %zu of %zu words understood as they stand"), words.whole, words.all);
	if (words.unread > 0 && f->vocab == ENI_V_STATUS)
		fprintf(m->out,
		    eni_plural(words.unread, "; %zu not understood: this record is held back until it is",
			"; %zu not understood: these records are held back until they are"),
		    words.unread);
}

static void
show_unknown(struct map *m, const struct eni_look *l, struct eni_str header, bool own)
{
	const struct eni_field *twin = own ? NULL : refused_for(l, header);

	if (own)
		fprintf(m->out, "; %s", _("the form adds it by itself; left out"));
	else if (twin != NULL)
		fprintf(m->out, _("; a second column for %s: rename it, or the list is refused"), twin->name);
	else if (eni_office_has_field(&m->run->book.office, header))
		fprintf(m->out, "; %s", _("a field of your own"));
	else if (l->kind == ENI_CALLS)
		fprintf(m->out, "; %s", _("not known; not looked at"));
	else
		fprintf(m->out, "; %s", _("not known; kept as it is"));
}

/* The widths of the columns of a table of headers. */
static size_t
widest(struct map *m, const struct eni_look *l, size_t *field)
{
	size_t n, width = 0;
	const struct eni_str *header = eni_reader_header(l->in.source[0].reader, &n);

	*field = 1;
	for (size_t i = 0; i < n; i++) {
		const struct eni_field *f = l->in.source[0].bound[i];
		size_t columns = eni_columns(shown(m, header[i], WIDEST_HEADER), true);

		width = columns > width ? columns : width;
		columns = f == NULL ? 1 : eni_columns(field_text(m, f), true);
		*field = columns > *field ? columns : *field;
	}
	return width;
}

static void
show_columns(struct map *m, const struct eni_look *l)
{
	const struct eni_intake_source *s = &l->in.source[0];
	size_t n, field, width = widest(m, l, &field);
	const struct eni_str *header = eni_reader_header(s->reader, &n);

	if (n == 0)
		return;
	put_heading(m, _("The columns of the list, what each is read as, and in how many records it is filled:"));
	for (size_t i = 0; i < n; i++) {
		const struct eni_field *f = s->bound[i];

		if (is_made_up(header[i]) && l->filled[i] == 0)
			continue;
		fputs("#   ", m->out);
		put_padded(m, shown(m, header[i], WIDEST_HEADER), width);
		fputs("  ", m->out);
		put_padded(m, f == NULL ? ENI_S("-") : field_text(m, f), field);
		fprintf(m->out, _("  %zu filled"), l->filled[i]);
		if (f != NULL)
			show_known(m, l, header[i], i);
		else
			show_unknown(m, l, header[i], s->to[i] == SIZE_MAX);
		fputc('\n', m->out);
	}
}

/* Whether any column is known.  A list without a header begins with a person: nothing of it is a column of the office's own. */
static bool
knows_any(const struct eni_look *l)
{
	for (size_t i = 0; i < l->in.source[0].n; i++)
		if (l->in.source[0].bound[i] != NULL)
			return true;
	return false;
}

/* What such records should say and no column is for. */
static void
show_absent(struct map *m, const struct eni_look *l)
{
	static const struct {
		enum eni_kind kind;
		const char *field, *so;
	} absent[] = {
	    {ENI_CLIENTS, "id", N_("numbers are given when the list is added")},
	    {ENI_CLIENTS, "status", N_("everybody counts as somebody who asks (inquiry)")},
	    {ENI_CLIENTS, "name", N_("nobody has a name")},
	    {ENI_REFERRERS, "org", N_("nobody knows which office it is")},
	    {ENI_REFERRERS, "kind", N_("the names tell it where they can; --kind says it for the rest")},
	};
	bool begun = false;

	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
		const struct eni_field *f = eni_field_find(l->kind, eni_str_of(absent[i].field));
		size_t n = 0, at = 0;

		while (absent[i].kind == l->kind && at < l->in.source[0].n)
			n += l->in.source[0].bound[at++] == f;
		if (absent[i].kind != l->kind || n > 0)
			continue;
		if (!begun)
			put_heading(m, _("What no column is for:"));
		begun = true;
		fputs("#   ", m->out);
		put(m, field_text(m, f));
		fprintf(m->out, ": %s\n", _(absent[i].so));
	}
}

/* Columns of the list that the book's file could not take. */
static void
show_lacking(struct map *m, const struct eni_look *l)
{
	const struct eni_sheet *s = l->kind == ENI_REFERRERS ? &m->run->book.referrers : &m->run->book.clients;
	bool begun = false;

	if ((l->kind != ENI_CLIENTS && l->kind != ENI_REFERRERS) || s->n_headers == 0)
		return;
	for (size_t i = 0; i < l->in.source[0].n; i++) {
		const struct eni_intake_column *c = &l->in.col[l->in.source[0].to[i] == SIZE_MAX ? 0 : l->in.source[0].to[i]];

		if (l->in.source[0].to[i] == SIZE_MAX || l->filled[i] == 0 || eni_sheet_has_header(s, c->name))
			continue;
		if (!begun)
			put_heading(m, _("The book's file has no column for these; add --add-columns makes them:"));
		fputs(begun ? ", " : "#   ", m->out);
		put(m, shown(m, c->name, WIDEST_HEADER));
		begun = true;
	}
	if (begun)
		fputc('\n', m->out);
}

/* ---- samples ---- */

static struct eni_str
value_text(struct map *m, const struct eni_look_sample_cell *c)
{
	struct eni_str value = shown(m, c->value, WIDEST_CELL);

	if (c->unread)
		return eni_str_of(_("not understood"));
	return value.n == 0 ? eni_str_of(_("empty")) : value;
}

static void
show_sample(struct map *m, const struct eni_look_sample *x)
{
	size_t width = 0;
	struct eni_str *left = eni_arena_take(&m->run->arena, (x->n + 1) * sizeof *left), at = place_text(m, x->place);

	fprintf(m->out, "#   %.*s:\n", (int)at.n, at.p);
	for (size_t i = 0; i < x->n; i++) {
		const struct eni_look_sample_cell *c = &x->cell[i];
		struct eni_str value = value_text(m, c);

		left[i] =
		    eni_arena_printf(&m->run->arena, "%s: %.*s", c->field == NULL ? "-" : c->field->name, (int)value.n, value.p);
		if (eni_columns(left[i], true) > width)
			width = eni_columns(left[i], true);
	}
	for (size_t i = 0; i < x->n; i++) {
		const struct eni_look_sample_cell *c = &x->cell[i];

		fputs("#     ", m->out);
		put_padded(m, left[i], width);
		if (c->written.n == 0) {
			fprintf(m->out, "  | %s\n", _("not in the list, filled in"));
			continue;
		}
		fputs("  | ", m->out);
		put(m, shown(m, c->header, WIDEST_HEADER));
		fputs("  ", m->out);
		put(m, shown(m, c->written, WIDEST_CELL));
		fputc('\n', m->out);
	}
}

static void
show_samples(struct map *m, const struct eni_look *l)
{
	if (l->samples == 0)
		return;
	put_heading(m, l->samples == 1 ? _("The first record, as it is understood | as it is written:")
				       : _("The first records, as they are understood | as they are written:"));
	for (size_t i = 0; i < l->samples; i++)
		show_sample(m, &l->sample[i]);
}

/* ---- calls ---- */

static void
show_calls(struct map *m, const struct eni_look *l)
{
	size_t in = 0, missed = 0, withheld = 0;

	for (size_t i = 0; i < l->log.n; i++) {
		in += l->log.call[i].dir == ENI_DIR_IN;
		missed += l->log.call[i].dir == ENI_DIR_IN && !l->log.call[i].answered;
		withheld += l->log.call[i].number == ENI_NONE;
	}
	if (l->cdr)
		fprintf(m->out, "#\n# %s\n",
		    _("It is written by a telephone system; its columns are known, and rows of one call are taken together."));
	put_heading(m, _("The calls, as they are understood:"));
	fprintf(m->out, _("#   %zu in all, %zu of them incoming, %zu of these not answered, %zu without a number\n"), l->log.n, in,
	    missed, withheld);
	for (size_t i = 0; i < l->log.n && i < ENI_LOOK_SAMPLES; i++) {
		const struct eni_call *c = &l->log.call[i];
		char at[ENI_WHEN_TEXT];

		eni_when_format(c->at, at);
		fprintf(m->out, "#   at: %s, dir: %s, number: ", at, eni_word_code(ENI_V_CALL_DIR, c->dir));
		put(m, c->number == ENI_NONE ? eni_str_of(_("withheld")) : l->log.number[c->number]);
		fprintf(m->out, ", result: %s\n", c->answered ? "answered" : "no_answer");
	}
}

/* ---- cells to look at ---- */

static const char *const doubts[] = {
    [ENI_LOOK_UNREAD] = N_("Cells that cannot be read; they count as empty:"),
    [ENI_LOOK_PHONE] = N_("No telephone numbers of Japan or China (has Excel taken the 0 in front?):"),
    [ENI_LOOK_END] = N_("Notes from which the day of leaving is taken, since its own column lacks it:"),
    [ENI_LOOK_NOTE] =
	N_("Notes that begin with a day, of people who are away or have left without one; write the day into its own column:"),
};

static void
show_cells(struct map *m, const struct eni_look_cells *x)
{
	struct eni_str field = field_text(m, x->field);

	for (size_t i = 0; i < x->count && i < ENI_LOOK_EXAMPLES; i++) {
		struct eni_str cell = shown(m, x->cell[i], WIDEST_CELL), at = place_text(m, x->place[i]);

		fprintf(m->out, "#   %.*s, %.*s: %.*s\n", (int)at.n, at.p, (int)field.n, field.p, (int)cell.n, cell.p);
	}
	if (x->count > ENI_LOOK_EXAMPLES)
		fprintf(m->out, _("#   and %zu more of %.*s\n"), x->count - ENI_LOOK_EXAMPLES, (int)field.n, field.p);
}

static void
show_doubts(struct map *m, const struct eni_look *l)
{
	for (size_t what = 0; what < sizeof doubts / sizeof *doubts; what++) {
		bool begun = false;

		for (size_t i = 0; i < l->n_cells; i++) {
			if (l->cells[i].what != what)
				continue;
			if (!begun)
				put_heading(m, _(doubts[what]));
			begun = true;
			show_cells(m, &l->cells[i]);
		}
	}
}

static void
show_open_cells(struct map *m, struct eni_str field, const struct eni_open_cells *c, const char *what)
{
	if (c->count == 0)
		return;
	fputs("#   ", m->out);
	put(m, field);
	fprintf(m->out, eni_plural(c->count, ": %s; in %zu record, line %lu\n", ": %s; in %zu records, the first in line %lu\n"),
	    what, c->count, (unsigned long)c->first.line);
}

static void
show_open_days(struct map *m, const struct eni_look *l)
{
	const struct eni_open_days *open = &l->sheet.open_days;

	if (open->n > 0)
		put_heading(m, _("Days that are not written in full:"));
	for (size_t i = 0; i < open->n; i++) {
		const struct eni_open_column *c = &open->column[i];
		struct eni_str field = field_text(m, c->field);

		show_open_cells(m, field, &c->yearless, _("no year: next year it is another day"));
		show_open_cells(m, field, &c->rough, _("a part of a month: its first day counts, of 末 and 底 the last"));
	}
}

/* ---- words ---- */

/* By field, the commonest word first; what is one word in several lists, side by side. */
static int
by_word(const void *a, const void *b)
{
	const struct eni_look_word *x = a, *y = b;
	int c = strcmp(x->field->name, y->field->name);

	return c != 0 ? c : eni_str_cmp(x->word, y->word);
}

static int
by_count(const void *a, const void *b)
{
	const struct eni_look_word *x = a, *y = b;
	int c = strcmp(x->field->name, y->field->name);

	if (c == 0)
		c = (x->count < y->count) - (x->count > y->count);
	return c != 0 ? c : eni_str_cmp(x->word, y->word);
}

/* What is in brackets behind a word is left away where the word alone is meant: this is sure, but worth a look. */
static void
show_remarks(struct map *m, const struct eni_look *l)
{
	bool begun = false;

	for (size_t i = 0; i < l->n_words; i++) {
		const struct eni_look_word *x = &l->word[i];

		if (x->reading.how != ENI_READ_WITHOUT_REMARK)
			continue;
		if (!begun)
			put_heading(m, _("Words that are read without the remark beside them:"));
		begun = true;
		fputs("#   ", m->out);
		put(m, shown(m, x->word, WIDEST_CELL));
		fprintf(m->out, ": %s %s", x->field->name, eni_word_code(x->field->vocab, x->reading.code));
		if (x->beside != 0)
			fprintf(m->out, ", reason %s", eni_word_code(ENI_V_REASON, x->beside));
		fprintf(m->out, eni_plural(x->count, "  # %zu record\n", "  # %zu records\n"), x->count);
	}
}

static void
put_codes(struct map *m, enum eni_vocab vocab)
{
	for (size_t code = 1; code <= eni_word_count(vocab); code++)
		fprintf(m->out, " %s", eni_word_code(vocab, (int)code));
}

static void
propose_word(struct map *m, const struct eni_look_word *x)
{
	bool unread = x->reading.how == ENI_UNREAD;
	const char *code = unread ? eni_guess_word(x->field->vocab, x->word) : eni_word_code(x->field->vocab, x->reading.code);

	fputs("#     ", m->out);
	put_yaml(m, x->word);
	fprintf(m->out, ": %s?  # ", code == NULL ? "CODE" : code);
	fprintf(m->out, eni_plural(x->count, "%zu record, %s\n", "%zu records, %s\n"), x->count,
	    unread ? _("not understood") : _("read by a part of it"));
}

/* ---- the snippet ---- */

/* A key of office.yaml; `live`: something below it is no comment. */
static void
put_section(struct map *m, const char *key, bool live, const char *what)
{
	fprintf(m->out, "\n# %s\n", what);
	if (live && eni_office_get(&m->run->book.office, key) != NULL)
		fprintf(m->out, "# %s\n", _("office.yaml has this key already: add the lines below it there."));
	fprintf(m->out, "%s%s:\n", live ? "" : "# ", key);
}

/* The words of all lists that are guessed or not understood. */
static size_t
list_doubtful(struct map *m, struct eni_look_word **out)
{
	struct eni_look_word *w = NULL;
	size_t all = 0, n = 0, cap = 0;

	for (size_t k = 0; k < m->n; k++)
		for (size_t i = 0; i < m->list[k].n_words; i++)
			if (m->list[k].word[i].reading.how >= ENI_READ_BY_STEM) {
				w = eni_grow(w, &cap, all + 1, sizeof *w);
				w[all++] = m->list[k].word[i];
			}
	if (all > 0)
		qsort(w, all, sizeof *w, by_word);
	for (size_t i = 0; i < all; i++)
		if (n > 0 && by_word(&w[n - 1], &w[i]) == 0)
			w[n - 1].count += w[i].count;
		else
			w[n++] = w[i];
	if (n > 0)
		qsort(w, n, sizeof *w, by_count);
	*out = w;
	return n;
}

static void
propose_words(struct map *m)
{
	struct eni_look_word *w;
	size_t n = list_doubtful(m, &w);

	if (n > 0)
		put_section(m, "values", false,
		    _("Words that are guessed or not understood. Say which code each is, and take the # and the ? away:"));
	for (size_t i = 0; i < n; i++) {
		const struct eni_field *f = w[i].field;

		if (i == 0 || strcmp(w[i - 1].field->name, f->name) != 0) {
			fprintf(m->out, "#   %s:  # ", f->name);
			put(m, heading_of(m, f));
			fputs(_("; one of"), m->out);
			put_codes(m, f->vocab);
			fputc('\n', m->out);
		}
		propose_word(m, &w[i]);
	}
	m->proposals += n;
	free(w);
}

/* The field that an unknown header looks like, if no other column has it; a second telephone is phone2. */
static const struct eni_field *
looks_like(struct map *m, const struct eni_look *l, struct eni_str header)
{
	const struct eni_field *f = eni_guess_field(l->kind, header);

	if (f != NULL && strcmp(f->name, "phone") == 0 && eni_intake_find(&l->in, ENI_S("phone")) != SIZE_MAX)
		f = eni_field_find(l->kind, ENI_S("phone2"));
	if (f == NULL || eni_intake_find(&l->in, eni_str_of(f->name)) != SIZE_MAX ||
	    eni_map_get(&m->proposed, eni_str_of(f->name)) != ENI_NONE)
		return NULL;
	eni_map_add(&m->proposed, eni_str_of(f->name), 0);
	return f;
}

struct unknown {
	struct eni_str header;
	size_t filled;
	const struct eni_field *like; /* NULL: a field of the office's own */
};

static bool
is_open_header(struct map *m, const struct eni_look *l, size_t i, struct eni_str header)
{
	const struct eni_intake_source *s = &l->in.source[0];

	if (s->bound[i] != NULL || s->to[i] == SIZE_MAX || l->filled[i] == 0 || is_made_up(header) ||
	    eni_office_has_field(&m->run->book.office, header) || eni_map_get(&m->said, header) != ENI_NONE)
		return false;
	eni_map_add(&m->said, header, 0);
	return true;
}

/* Unknown headers, each once; of a second one for a field only where another field is at hand, since it must be renamed. */
static size_t
list_unknown(struct map *m, struct unknown **out)
{
	struct unknown *u = NULL;
	size_t n = 0, cap = 0;

	for (size_t k = 0; k < m->n; k++) {
		const struct eni_look *l = &m->list[k];
		size_t columns = 0;
		const struct eni_str *header = l->cdr || !knows_any(l) ? NULL : eni_reader_header(l->in.source[0].reader, &columns);

		for (size_t i = 0; i < columns; i++) {
			struct unknown x = {header[i], l->filled[i], NULL};

			if (!is_open_header(m, l, i, header[i]))
				continue;
			x.like = looks_like(m, l, header[i]);
			if (x.like == NULL && (l->kind == ENI_CALLS || eni_header_find(l->kind, header[i]) != NULL))
				continue;
			u = eni_grow(u, &cap, n + 1, sizeof *u);
			u[n++] = x;
		}
	}
	*out = u;
	return n;
}

static void
propose_headers(struct map *m)
{
	struct unknown *u;
	size_t n = list_unknown(m, &u), alike = 0;

	for (size_t i = 0; i < n; i++)
		alike += u[i].like != NULL;
	if (alike > 0)
		put_section(m, "aliases", false,
		    _("Columns that may be one of ours. Where the guess is right, take the # and the ? away:"));
	for (size_t i = 0; i < n; i++) {
		if (u[i].like == NULL)
			continue;
		fputs("#   ", m->out);
		put_yaml(m, u[i].header);
		fprintf(m->out, eni_plural(u[i].filled, ": %s?  # %zu record\n", ": %s?  # %zu records\n"), u[i].like->name,
		    u[i].filled);
	}
	if (alike < n)
		put_section(m, "fields", true, _("Columns of your own, kept as they are:"));
	for (size_t i = 0; i < n; i++) {
		if (u[i].like != NULL)
			continue;
		fputs("  - ", m->out);
		put_yaml(m, u[i].header);
		fprintf(m->out, eni_plural(u[i].filled, "  # %zu record\n", "  # %zu records\n"), u[i].filled);
	}
	m->proposals += n;
	free(u);
}

/* ---- what to do next ---- */

/* No verb takes in lists of other kinds: they are files of the book. */
static void
show_where(struct map *m, const struct eni_look *l)
{
	const char *name = eni_kind_name(l->kind);

	if (l->named)
		fprintf(m->out, _("#   %s.csv is read where it is, in the folder of the book.\n"), name);
	else if (eni_book_has(m->run->book.opt.dir, l->kind, &m->run->diag) == 1)
		fprintf(m->out, _("#   The book has a file %s already: put the rows at its end, in its columns.\n"), name);
	else
		fprintf(m->out, _("#   Save it as %s.csv in the folder of the book; it is read from there.\n"), name);
}

static void
show_command(struct map *m, const char *command, const struct eni_look *l, const char *options, const char *what)
{
	struct eni_str file = for_shell(m, l->file);

	fprintf(m->out, "#   %s%s %.*s%s  # %s\n", command, m->has_book ? "" : " -b book", (int)file.n, file.p, options, what);
}

static void
show_step(struct map *m, const struct eni_look *l)
{
	const char *add = l->kind == ENI_CLIENTS ? "intake add" : "referral add";

	if (!l->cdr && !knows_any(l)) {
		fprintf(m->out, "#   %s\n",
		    _("No column is known: put a line of names above the records, such as 氏名 or 姓名, and show this page "
		      "again."));
	} else if (l->kind == ENI_CLIENTS || l->kind == ENI_REFERRERS) {
		show_command(m, add, l, " --dry-run", _("who would be new in the book"));
		show_command(m, add, l, "", _("takes them into it"));
	} else if (l->kind == ENI_CALLS) {
		show_command(m, "intake calls", l, "", _("whom to call back"));
	} else {
		show_where(m, l);
	}
}

static void
show_next(struct map *m)
{
	fprintf(m->out, "\n# %s\n", _("What to do next:"));
	if (!m->has_book)
		fprintf(m->out, "#   intake %s book --kind %s  # %s\n", "init", eni_word_code(ENI_V_OFFICE_KIND, 1),
		    _("there is no book yet: this makes one, in the folder book"));
	if (m->proposals > 0)
		fprintf(m->out, "#   %s\n", _("Put the lines above that are right into office.yaml, and show this page again."));
	for (size_t k = 0; k < m->n; k++)
		show_step(m, &m->list[k]);
}

/* ---- the verb ---- */

static int
peek(struct eni_run *run)
{
	struct eni_book *b = &run->book;

	b->file_operands = true; /* -i and --encoding are about them */
	return eni_book_peek(b, ENI_CLIENTS) == -1 || eni_book_peek(b, ENI_REFERRERS) == -1 ? -1 : 0;
}

static int
look_at(struct map *m, char *path)
{
	struct eni_run *run = m->run;
	struct eni_look *l = &m->list[m->n++];

	l->kind = run->verb->main;
	if (l->kind == ENI_CLIENTS)
		l->kind = eni_look_kind(&run->book, path, &l->named);
	else if (eni_reading_kind(run, &l->in.usual_kind) == -1)
		return -1;
	if (eni_look_at(l, &run->book, path) == -1)
		return -1;
	if (l->n_words > 0)
		qsort(l->word, l->n_words, sizeof *l->word, by_count);
	return 0;
}

static void
show_list(struct map *m, const struct eni_look *l)
{
	show_title(m, l);
	if (!l->cdr) {
		show_around(m, l);
		show_columns(m, l);
		if (knows_any(l))
			show_absent(m, l);
		show_lacking(m, l);
	}
	if (l->kind == ENI_CALLS)
		show_calls(m, l);
	else
		show_samples(m, l);
	show_doubts(m, l);
	show_open_days(m, l);
	show_remarks(m, l);
}

static void
show_all(struct map *m)
{
	for (size_t i = 0; i < m->n; i++) {
		if (i > 0)
			fputc('\n', m->out);
		show_list(m, &m->list[i]);
	}
	propose_headers(m);
	propose_words(m);
	show_next(m);
	m->run->printed++;
}

static int
look_at_all(struct map *m)
{
	struct eni_run *run = m->run;
	static char dash[] = "-";
	size_t stdins = 0;

	if (run->n_operands == 0)
		return look_at(m, dash);
	for (size_t i = 0; i < run->n_operands; i++) {
		stdins += strcmp(run->operand[i], "-") == 0;
		if (stdins > 1)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "- (standard input) can be read only once");
		if (look_at(m, run->operand[i]) == -1)
			return -1;
	}
	return 0;
}

int
eni_verb_map(struct eni_run *run)
{
	struct map m = {.run = run, .out = run->out};
	int rc;

	if (run->verb->main == ENI_REFERRERS && eni_opt(run, "from") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "add --map: shows lists, and --from clients reads none");
	m.list = eni_arena_clear(&run->arena, (run->n_operands + 1) * sizeof *m.list);
	rc = peek(run);
	m.has_book = run->book.office.file != NULL || run->book.n_inputs > 0;
	if (rc == 0)
		rc = look_at_all(&m);
	if (rc == 0)
		show_all(&m);
	for (size_t i = 0; i < m.n; i++)
		eni_look_free(&m.list[i]);
	eni_map_free(&m.proposed);
	eni_map_free(&m.said);
	return rc;
}
