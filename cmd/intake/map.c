/*
 * intake read --map: what a list was understood as, before anything is written.  Everything is YAML: what was found as comments,
 * what is needed as keys of office.yaml.  Pasted as it stands it makes the next map shorter: a header that looks like one of ours
 * becomes an alias, any other a field of the office's own; a word that looks like one of ours gets its code.  Where nothing looks
 * alike the line is a comment that wants its code and loses its "# ".
 */
#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"

#include "cmd/intake/verbs.h"
#include "reception/intake.h"

enum { SHOWN = 5 }; /* examples of one kind of doubt; the rest is counted */

struct doubtful {
	const struct eni_field *field;
	enum eni_doubt what;
	struct eni_place place;
	struct eni_str cell;
};

struct map {
	struct eni_run *run;
	struct eni_intake in;
	struct eni_arena arena;
	FILE *out;
	size_t **filled; /* per source and column: records that say something */
	size_t *records;
	struct doubtful *doubt;
	size_t n_doubts, cap_doubts;
	size_t book_headers; /* the book's own come before these in its list */
	const char **known;  /* words headers are compared with */
	size_t n_known, cap_known;
	struct eni_map proposed; /* fields that have a header by now */
	struct eni_map said;     /* headers an earlier file had */
};

/* ---- reading ---- */

static void
note(void *to, const struct eni_intake_column *c, struct eni_str cell, enum eni_doubt what)
{
	struct map *m = to;

	if (what == ENI_DOUBT_WORD) {
		eni_intake_report(&m->in, c, cell, m->in.place, what);
		return;
	}
	m->doubt = eni_grow(m->doubt, &m->cap_doubts, m->n_doubts + 1, sizeof *m->doubt);
	m->doubt[m->n_doubts++] = (struct doubtful){c->field, what, m->in.place, eni_arena_pack(&m->arena, cell)};
}

static void
count_filled(struct map *m)
{
	size_t *filled = m->filled[m->in.at];

	m->records[m->in.at]++;
	for (size_t i = 0; i < m->in.source[m->in.at].n; i++)
		filled[i] += eni_str_trim(m->in.row.cell[i]).n > 0;
}

static int
read_all(struct map *m)
{
	int got;

	m->filled = eni_arena_clear(&m->arena, (m->in.n_sources + 1) * sizeof(size_t *));
	m->records = eni_arena_clear(&m->arena, (m->in.n_sources + 1) * sizeof *m->records);
	for (size_t s = 0; s < m->in.n_sources; s++)
		m->filled[s] = eni_arena_clear(&m->arena, (m->in.source[s].n + 1) * sizeof **m->filled);
	m->in.doubt = note;
	m->in.doubt_to = m;
	while ((got = eni_intake_next(&m->in)) == 1)
		count_filled(m);
	return got;
}

/* ---- text ---- */

static void
put(struct map *m, struct eni_str s)
{
	fwrite(s.n == 0 ? "" : s.p, 1, s.n, m->out);
}

/* A word of the user's within a comment: on one line, harmless, of a given width. */
static void
put_shown(struct map *m, struct eni_str s, size_t width)
{
	struct eni_buf b = {0};

	eni_show(&b, s);
	put(m, eni_buf_str(&b));
	for (size_t n = eni_columns(eni_buf_str(&b), true); n < width; n++)
		fputc(' ', m->out);
	eni_buf_free(&b);
}

static void
put_yaml(struct map *m, struct eni_str s)
{
	struct eni_buf b = {0};

	eni_yaml_text(&b, s);
	put(m, eni_buf_str(&b));
	eni_buf_free(&b);
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* A key of office.yaml; `live`: something below it is no comment. */
static void
put_section(struct map *m, const char *key, bool live, const char *what)
{
	bool there = eni_office_get(&m->run->book.office, key) != NULL;

	fprintf(m->out, "\n# %s%s\n%s%s:\n", what, there ? "; office.yaml has this key already: add the lines to it" : "",
	    live ? "" : "# ", key);
}

/* ---- headers ---- */

static size_t
widest_header(const struct eni_str *header, size_t n)
{
	size_t widest = 0;

	for (size_t i = 0; i < n; i++) {
		size_t width = eni_columns(header[i], true);

		widest = width > widest && width <= 40 ? width : widest;
	}
	return widest;
}

/* What stands above the records, where that is more than a header in the first line. */
static void
show_head(struct map *m, const struct eni_head *h)
{
	for (size_t i = 0; i < h->titles; i++) {
		struct eni_str text = h->title[i].text;

		while (text.n > 0 && (text.p[text.n - 1] == ',' || text.p[text.n - 1] == '\t'))
			text.n--;
		if (text.n == 0)
			continue;
		fprintf(m->out, "#   %s, line %lu: ", h->title[i].line == h->group ? "over the header" : "passed over",
		    (unsigned long)h->title[i].line);
		put_shown(m, text, 0);
		fputc('\n', m->out);
	}
	if (h->last > h->line)
		fprintf(m->out, "#   header: lines %lu to %lu\n", (unsigned long)h->line, (unsigned long)h->last);
	else if (h->line > 1)
		fprintf(m->out, "#   header: line %lu\n", (unsigned long)h->line);
}

/* The field for which there is another column, so that this one would make read refuse the list; NULL: it would not. */
static const struct eni_field *
refused_for(const struct map *m, struct eni_str header)
{
	const struct eni_field *f = eni_header_yields(ENI_CLIENTS, header) ? NULL : eni_header_find(ENI_CLIENTS, header);

	return f == NULL || eni_intake_find(&m->in, eni_str_of(f->name)) == SIZE_MAX ? NULL : f;
}

static void
show_headers(struct map *m, size_t source, const char *name)
{
	const struct eni_intake_source *s = &m->in.source[source];
	size_t n, width;
	const struct eni_str *header = eni_reader_header(s->reader, &n);

	fprintf(m->out, "# %s: %zu record%s\n", name, m->records[source], plural(m->records[source]));
	show_head(m, eni_reader_head(s->reader));
	width = widest_header(header, n);
	for (size_t i = 0; i < n; i++) {
		bool yields = eni_header_yields(ENI_CLIENTS, header[i]);
		const struct eni_field *f = s->bound[i], *twin = f == NULL ? refused_for(m, header[i]) : NULL;
		bool own = s->to[i] == SIZE_MAX;

		fputs("#   ", m->out);
		put_shown(m, header[i], width);
		fprintf(m->out, "  %-16s %zu filled", f == NULL ? "-" : f->name, m->filled[source][i]);
		if (f != NULL && strcmp(f->name, "id") == 0 && yields)
			fputs("; a running number: sorting the list changes who is who", m->out);
		fprintf(m->out,
		    own            ? "; the form's own\n"
		    : twin == NULL ? "\n"
				   : "; a second header for %s: rename it, or read will refuse the list\n",
		    twin == NULL ? "" : twin->name);
	}
}

/* Columns of the list that the book's file could not take. */
static void
show_lacking(struct map *m)
{
	const struct eni_sheet *s = &m->run->book.clients;

	if (m->book_headers == 0 || m->book_headers == s->n_headers)
		return;
	fputs("#\n# The book's clients have no column for these; add refuses them when they are filled:\n#  ", m->out);
	for (size_t i = m->book_headers; i < s->n_headers; i++) {
		fputc(' ', m->out);
		put_shown(m, s->header[i], 0);
	}
	fputc('\n', m->out);
}

/* ---- what a header may mean ---- */

static void
learn(struct map *m, const char *word)
{
	if (word == NULL)
		return;
	m->known = eni_grow(m->known, &m->cap_known, m->n_known + 1, sizeof(const char *));
	m->known[m->n_known++] = word;
}

static void
learn_headers(struct map *m)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);
	const char *word;

	for (size_t i = 0; i < n; i++) {
		if ((f[i].kinds & ENI_IN(ENI_CLIENTS)) == 0)
			continue;
		learn(m, f[i].name);
		learn(m, f[i].ja);
		learn(m, f[i].zh);
		for (size_t k = 0; (word = eni_field_alias(&f[i], k)) != NULL; k++)
			learn(m, word);
	}
}

/* The longest known header within this one, as 電話番号 in "ご連絡先の電話番号を教えてください". */
static const char *
known_within(const struct map *m, struct eni_str header)
{
	struct eni_buf folded = {0};
	const char *best = NULL;

	eni_casefold(&folded, header);
	eni_buf_char(&folded, '\0');
	for (size_t i = 0; i < m->n_known; i++)
		if (strlen(m->known[i]) >= 2 * strlen("字") && strstr(folded.p, m->known[i]) != NULL &&
		    (best == NULL || strlen(m->known[i]) > strlen(best)))
			best = m->known[i];
	eni_buf_free(&folded);
	return best;
}

/* The field a header looks like, if no other column has it; a second telephone is phone2. */
static const struct eni_field *
looks_like(struct map *m, struct eni_str header)
{
	const char *word = known_within(m, header);
	const struct eni_field *f;

	if (word == NULL && eni_columns(header, true) >= 6) /* of two kanji any other two are near */
		word = eni_nearest(header, m->known, m->n_known);
	f = word == NULL ? NULL : eni_header_find(ENI_CLIENTS, eni_str_of(word));
	if (f != NULL && strcmp(f->name, "phone") == 0 && eni_intake_find(&m->in, ENI_S("phone")) != SIZE_MAX)
		f = eni_field_find(ENI_CLIENTS, ENI_S("phone2"));
	if (f == NULL || eni_intake_find(&m->in, eni_str_of(f->name)) != SIZE_MAX ||
	    eni_map_get(&m->proposed, eni_str_of(f->name)) != ENI_NONE)
		return NULL;
	return f;
}

/* Column names the reader made itself, for empty and repeated headers, are not the user's. */
static bool
is_made_up(struct eni_str header)
{
	const char *dot = header.n == 0 ? NULL : memrchr(header.p, '.', header.n);
	size_t at = dot == NULL ? 0 : (size_t)(dot - header.p) + 1;
	int64_t n;

	return at > 0 && eni_count_parse(eni_str_from(header, at), &n) == 1;
}

struct unknown {
	struct eni_str header;
	size_t filled;
	const struct eni_field *like;
};

static bool
was_said(struct map *m, struct eni_str header)
{
	bool said = eni_map_get(&m->said, header) != ENI_NONE;

	eni_map_add(&m->said, header, 0);
	return said;
}

/* Unknown headers, each once; those of nothing but empty cells left out, and second ones for a field, unless one is at hand.
 */
static size_t
unknown_headers(struct map *m, struct unknown **out)
{
	struct unknown *u = NULL;
	size_t n = 0, cap = 0;

	for (size_t s = 0; s < m->in.n_sources; s++)
		for (size_t i = 0; i < m->in.source[s].n; i++) {
			size_t width;
			struct eni_str header = eni_reader_header(m->in.source[s].reader, &width)[i];

			if (m->in.source[s].bound[i] != NULL || m->in.source[s].to[i] == SIZE_MAX || m->filled[s][i] == 0 ||
			    is_made_up(header) || eni_office_has_field(&m->run->book.office, header) || was_said(m, header))
				continue;
			u = eni_grow(u, &cap, n + 1, sizeof *u);
			u[n] = (struct unknown){header, m->filled[s][i], looks_like(m, header)};
			if (u[n].like != NULL)
				eni_map_add(&m->proposed, eni_str_of(u[n].like->name), 0);
			n += u[n].like != NULL || eni_header_find(ENI_CLIENTS, header) == NULL;
		}
	*out = u;
	return n;
}

static void
propose_headers(struct map *m)
{
	struct unknown *u;
	size_t n = unknown_headers(m, &u), alike = 0;

	for (size_t i = 0; i < n; i++)
		alike += u[i].like != NULL;
	if (alike > 0)
		put_section(m, "aliases", true, "headers that look like a field; correct what was guessed wrong");
	for (size_t i = 0; i < n; i++) {
		if (u[i].like == NULL)
			continue;
		fputs("  ", m->out);
		put_yaml(m, u[i].header);
		fprintf(m->out, ": %s  # %zu record%s\n", u[i].like->name, u[i].filled, plural(u[i].filled));
	}
	if (alike < n)
		put_section(
		    m, "fields", true, "headers of your own, kept as they are; one that is a field of ours goes to aliases");
	for (size_t i = 0; i < n; i++) {
		if (u[i].like != NULL)
			continue;
		fputs("  - ", m->out);
		put_yaml(m, u[i].header);
		fprintf(m->out, "  # %zu record%s\n", u[i].filled, plural(u[i].filled));
	}
	free(u);
}

/* ---- words ---- */

/* By field, in the order of the schema; the commonest word first. */
static int
by_field(const void *a, const void *b)
{
	const struct eni_unknown_word *x = a, *y = b;

	if (x->field != y->field)
		return (x->field > y->field) - (x->field < y->field);
	if (x->count != y->count)
		return (x->count < y->count) - (x->count > y->count);
	return eni_str_cmp(x->word, y->word);
}

static void
put_codes(struct map *m, enum eni_vocab vocab)
{
	for (size_t code = 1; code <= eni_word_count(vocab); code++)
		fprintf(m->out, " %s", eni_word_code(vocab, (int)code));
}

/* Nothing here is more than a guess, so no line is live. */
static void
put_word(struct map *m, const struct eni_unknown_word *x)
{
	const char *near = x->how == ENI_UNREAD ? eni_word_nearest(x->field->vocab, x->word) : NULL;

	fputs("#     ", m->out);
	put_yaml(m, x->word);
	fprintf(m->out, ": %s%s  # %zu record%s, %s\n",
	    x->how != ENI_UNREAD ? eni_word_code(x->field->vocab, x->code)
	    : near == NULL       ? "CODE"
				 : near,
	    near == NULL ? "" : "?", x->count, plural(x->count), x->how == ENI_UNREAD ? "unread" : "read by a part of it");
}

static void
propose_words(struct map *m)
{
	struct eni_unknown_words *s = &m->run->book.clients.unknown;
	const struct eni_field *f = NULL;

	if (s->n == 0)
		return;
	qsort(s->one, s->n, sizeof *s->one, by_field);
	put_section(m, "values", false, "words not understood as a whole; say which code each one is, and take the # away");
	for (size_t i = 0; i < s->n; i++) {
		if (s->one[i].field != f) {
			f = s->one[i].field;
			fprintf(m->out, "#   %s:  # one of", f->name);
			put_codes(m, f->vocab);
			fputc('\n', m->out);
		}
		put_word(m, &s->one[i]);
	}
	s->n = 0;
}

/* ---- days and telephones ---- */

static size_t
show_doubts(struct map *m, size_t from, enum eni_doubt what)
{
	const struct eni_field *f = m->doubt[from].field;
	size_t n = 0;

	for (size_t i = from; i < m->n_doubts; i++) {
		const struct doubtful *x = &m->doubt[i];

		if (x->field != f || x->what != what || n++ >= SHOWN)
			continue;
		fprintf(m->out, "#   %s:%lu: %s: ", x->place.file, (unsigned long)x->place.line, f->name);
		put_shown(m, x->cell, 0);
		fputc('\n', m->out);
	}
	if (n > SHOWN)
		fprintf(m->out, "#   and %zu more of %s\n", n - SHOWN, f->name);
	return n;
}

static bool
is_first(const struct map *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (m->doubt[i].field == m->doubt[at].field && m->doubt[i].what == m->doubt[at].what)
			return false;
	return true;
}

/* The field of each doubt is looked for among those before it; as soon as all fields have shown up that is quick. */
static void
show_all_doubts(struct map *m, enum eni_doubt what, const char *heading)
{
	bool begun = false;
	size_t left = 0;

	for (size_t i = 0; i < m->n_doubts; i++)
		left += m->doubt[i].what == what;
	for (size_t i = 0; i < m->n_doubts && left > 0; i++) {
		if (m->doubt[i].what != what || !is_first(m, i))
			continue;
		if (!begun)
			fprintf(m->out, "#\n# %s\n", heading);
		begun = true;
		left -= show_doubts(m, i, what);
	}
}

/* ---- days that leave something open ---- */

static void
show_open_cells(struct map *m, const char *field, const struct eni_open_cells *c, const char *what)
{
	if (c->count > 0)
		fprintf(m->out, "#   %s:%lu: %s: %s, in %zu record%s\n", c->first.file, (unsigned long)c->first.line, field, what,
		    c->count, plural(c->count));
}

static void
show_open_days(struct map *m)
{
	const struct eni_open_days *open = &m->in.sheet->open_days;

	if (open->n > 0)
		fputs("#\n# Days that are not written in full:\n", m->out);
	for (size_t i = 0; i < open->n; i++) {
		const struct eni_open_column *c = &open->column[i];

		show_open_cells(m, c->field->name, &c->yearless, "no year; next year it is another day");
		show_open_cells(m, c->field->name, &c->rough, "a part of a month; counts as its first day, 末 and 底 as the last");
	}
}

/* ---- the verb ---- */

static int
open_map(struct map *m)
{
	static char dash[] = "-";
	char *const standard_input[] = {dash};
	struct eni_run *run = m->run;
	bool given = run->n_operands > 0;

	run->book.file_operands = true; /* -i and --encoding are about them */
	if (eni_book_peek(&run->book, ENI_CLIENTS) == -1)
		return -1;
	m->book_headers = run->book.clients.n_headers;
	m->in.lenient = true;
	return eni_intake_open(&m->in, &run->book, given ? run->operand : standard_input, given ? run->n_operands : 1);
}

static void
print_map(struct map *m)
{
	for (size_t s = 0; s < m->in.n_sources; s++)
		show_headers(m, s, m->run->n_operands > 0 ? m->run->operand[s] : "-");
	show_lacking(m);
	show_all_doubts(m, ENI_DOUBT_VALUE, "Cells that cannot be read and count as empty:");
	show_all_doubts(m, ENI_DOUBT_PHONE, "No telephone numbers of Japan or China (has Excel taken the 0 in front?):");
	show_open_days(m);
	learn_headers(m);
	propose_headers(m);
	propose_words(m);
	m->run->printed++;
}

int
eni_intake_map(struct eni_run *run)
{
	struct map m = {.run = run, .out = run->out};
	int rc = open_map(&m);

	if (rc == 0)
		rc = read_all(&m);
	if (rc == 0)
		print_map(&m);
	eni_intake_close(&m.in);
	eni_map_free(&m.proposed);
	eni_map_free(&m.said);
	free(m.doubt);
	free(m.known);
	eni_arena_free(&m.arena);
	return rc;
}
