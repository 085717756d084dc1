/* How a list is read, on the page of --map: see list_map_parts.h. */
#include "base/text.h"
#include "cli/list_map_parts.h"
#include "form/answers.h"

enum { WIDEST_HEADER = 40, WIDEST_CELL = 50 };

/* ---- text ---- */

static void
pad(struct eni_list_map *m, size_t from, size_t to)
{
	for (; from < to; from++)
		fputc(' ', m->out);
}

static void
put_padded(struct eni_list_map *m, struct eni_str s, size_t width)
{
	eni_list_map_put(m, s);
	pad(m, eni_columns(s, true), width);
}

/* A line, and the row where a spreadsheet counts otherwise. */
static struct eni_str
place_text(struct eni_list_map *m, struct eni_place at)
{
	if (at.row == 0 || at.row == at.line)
		return eni_arena_printf(&m->run->arena, _("Line %lu"), (unsigned long)at.line);
	return eni_arena_printf(&m->run->arena, _("Line %lu (row %lu)"), (unsigned long)at.line, (unsigned long)at.row);
}

static void
put_heading(struct eni_list_map *m, const char *text)
{
	fprintf(m->out, "#\n# %s\n", text);
}

/* ---- around the records ---- */

static void
show_titles(struct eni_list_map *m, const struct eni_head *h)
{
	for (size_t i = 0; i < h->titles; i++) {
		struct eni_str text = h->title[i].text;

		while (text.n > 0 && (text.p[text.n - 1] == ',' || text.p[text.n - 1] == '\t'))
			text.n--;
		if (text.n == 0)
			continue;
		text = eni_list_map_shown(m, text, WIDEST_CELL);
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
show_around(struct eni_list_map *m, const struct eni_look *l)
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

/* The field for which there is another column, so that this one would make the list be refused; NULL: it would not. */
static const struct eni_field *
refused_for(const struct eni_look *l, struct eni_str header)
{
	const struct eni_field *f = eni_header_yields(l->kind, header) ? NULL : eni_header_find(l->kind, header);

	return f == NULL || eni_intake_find(&l->in, eni_str_of(f->name)) == SIZE_MAX ? NULL : f;
}

/* What makes a column known that is not called as the field is; NULL where the header is just known. */
static const char *
why_known(const struct eni_list_map *m, const struct eni_look *l, struct eni_str header, size_t i)
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
	if (eni_header_contact_or_phone(q.text) != NULL)
		return _("by what stands in it");
	if (eni_header_find(l->kind, header) != NULL) /* 携帯 behind 電話番号 is the second */
		return eni_header_find(l->kind, header) == s->bound[i] ? NULL : _("by the columns beside it");
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
show_known(struct eni_list_map *m, const struct eni_look *l, struct eni_str header, size_t i)
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
show_unknown(struct eni_list_map *m, const struct eni_look *l, struct eni_str header, bool own)
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
widest(struct eni_list_map *m, const struct eni_look *l, size_t *field)
{
	size_t n, width = 0;
	const struct eni_str *header = eni_reader_header(l->in.source[0].reader, &n);

	*field = 1;
	for (size_t i = 0; i < n; i++) {
		const struct eni_field *f = l->in.source[0].bound[i];
		size_t columns = eni_columns(eni_list_map_shown(m, header[i], WIDEST_HEADER), true);

		width = columns > width ? columns : width;
		columns = f == NULL ? 1 : eni_columns(eni_list_map_field(m, f), true);
		*field = columns > *field ? columns : *field;
	}
	return width;
}

static void
show_columns(struct eni_list_map *m, const struct eni_look *l)
{
	const struct eni_intake_source *s = &l->in.source[0];
	size_t n, field, width = widest(m, l, &field);
	const struct eni_str *header = eni_reader_header(s->reader, &n);

	if (n == 0)
		return;
	put_heading(m, _("The columns of the list, what each is read as, and in how many records it is filled:"));
	for (size_t i = 0; i < n; i++) {
		const struct eni_field *f = s->bound[i];

		if (eni_header_is_made_up(header[i]) && l->filled[i] == 0)
			continue;
		fputs("#   ", m->out);
		put_padded(m, eni_list_map_shown(m, header[i], WIDEST_HEADER), width);
		fputs("  ", m->out);
		put_padded(m, f == NULL ? ENI_S("-") : eni_list_map_field(m, f), field);
		fprintf(m->out, _("  %zu filled"), l->filled[i]);
		if (f != NULL)
			show_known(m, l, header[i], i);
		else
			show_unknown(m, l, header[i], s->to[i] == SIZE_MAX);
		fputc('\n', m->out);
	}
}

/* What such records should say and no column is for. */
static void
show_absent(struct eni_list_map *m, const struct eni_look *l)
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
		eni_list_map_put(m, eni_list_map_field(m, f));
		fprintf(m->out, ": %s\n", _(absent[i].so));
	}
}

/* Columns of the list that the book's file could not take. */
static void
show_lacking(struct eni_list_map *m, const struct eni_look *l)
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
		eni_list_map_put(m, eni_list_map_shown(m, c->name, WIDEST_HEADER));
		begun = true;
	}
	if (begun)
		fputc('\n', m->out);
}

/* ---- samples ---- */

static struct eni_str
value_text(struct eni_list_map *m, const struct eni_look_sample_cell *c)
{
	struct eni_str value = eni_list_map_shown(m, c->value, WIDEST_CELL);

	if (c->unread)
		return eni_str_of(_("not understood"));
	return value.n == 0 ? eni_str_of(_("empty")) : value;
}

static void
show_sample(struct eni_list_map *m, const struct eni_look_sample *x)
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
		eni_list_map_put(m, eni_list_map_shown(m, c->header, WIDEST_HEADER));
		fputs("  ", m->out);
		eni_list_map_put(m, eni_list_map_shown(m, c->written, WIDEST_CELL));
		fputc('\n', m->out);
	}
}

static void
show_samples(struct eni_list_map *m, const struct eni_look *l)
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
show_calls(struct eni_list_map *m, const struct eni_look *l)
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
		eni_list_map_put(m, c->number == ENI_NONE ? eni_str_of(_("withheld")) : l->log.number[c->number]);
		fprintf(m->out, ", result: %s\n", c->answered ? "answered" : "no_answer");
	}
}

/* ---- cells to look at ---- */

static const char *const doubts[] = {
    [ENI_LOOK_UNREAD] = N_("Cells that cannot be read; they count as empty:"),
    [ENI_LOOK_PHONE] = N_("No telephone numbers of Japan or China (has Excel taken the 0 in front?):"),
    [ENI_LOOK_NOTED] = N_("Cells whose day is read as the day of leaving, which is not filled in:"),
    [ENI_LOOK_NOTE] =
	N_("Notes that begin with a day, of people who are away or have left without one; write the day into its own column:"),
};

static void
show_cells(struct eni_list_map *m, const struct eni_look_cells *x)
{
	struct eni_str field = eni_list_map_field(m, x->field);

	for (size_t i = 0; i < x->count && i < ENI_LOOK_EXAMPLES; i++) {
		struct eni_str cell = eni_list_map_shown(m, x->cell[i], WIDEST_CELL), at = place_text(m, x->place[i]);

		fprintf(m->out, "#   %.*s, %.*s: %.*s\n", (int)at.n, at.p, (int)field.n, field.p, (int)cell.n, cell.p);
	}
	if (x->count > ENI_LOOK_EXAMPLES)
		fprintf(m->out, _("#   and %zu more of %.*s\n"), x->count - ENI_LOOK_EXAMPLES, (int)field.n, field.p);
}

static void
show_doubts(struct eni_list_map *m, const struct eni_look *l)
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
show_open_cells(struct eni_list_map *m, struct eni_str field, const struct eni_open_cells *c, const char *what)
{
	if (c->count == 0)
		return;
	fputs("#   ", m->out);
	eni_list_map_put(m, field);
	fprintf(m->out, eni_plural(c->count, ": %s; in %zu record, line %lu\n", ": %s; in %zu records, the first in line %lu\n"),
	    what, c->count, (unsigned long)c->first.line);
}

static void
show_open_days(struct eni_list_map *m, const struct eni_look *l)
{
	const struct eni_open_days *open = &l->sheet.open_days;

	if (open->n > 0)
		put_heading(m, _("Days that are not written in full:"));
	for (size_t i = 0; i < open->n; i++) {
		const struct eni_open_column *c = &open->column[i];
		struct eni_str field = eni_list_map_field(m, c->field);

		show_open_cells(m, field, &c->yearless, _("no year: next year it is another day"));
		show_open_cells(m, field, &c->rough, _("a part of a month: its first day counts, of 末 and 底 the last"));
	}
}

/* ---- words ---- */

/* What is in brackets behind a word is left away where the word alone is meant: this is sure, but worth a look. */
static void
show_remarks(struct eni_list_map *m, const struct eni_look *l)
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
		eni_list_map_put(m, eni_list_map_shown(m, x->word, WIDEST_CELL));
		fprintf(m->out, ": %s %s", x->field->name, eni_word_code(x->field->vocab, x->reading.code));
		if (x->beside != 0)
			fprintf(m->out, ", reason %s", eni_word_code(ENI_V_REASON, x->beside));
		fprintf(m->out, eni_plural(x->count, "  # %zu record\n", "  # %zu records\n"), x->count);
	}
}

void
eni_list_map_records(struct eni_list_map *m, const struct eni_look *l)
{
	if (!l->cdr) {
		show_around(m, l);
		show_columns(m, l);
		if (eni_look_knows_any(l))
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
