/* The keys of office.yaml on the page of --map: see list_map_parts.h. */
#include <stdlib.h>

#include "cli/list_map_parts.h"
#include "rec/guess.h"

/* ---- words ---- */

/* What is one word in several lists, side by side. */
static int
by_word(const void *a, const void *b)
{
	const struct eni_look_word *x = a, *y = b;
	int c = strcmp(x->field->name, y->field->name);

	return c != 0 ? c : eni_str_cmp(x->word, y->word);
}

int
eni_list_map_by_count(const void *a, const void *b)
{
	const struct eni_look_word *x = a, *y = b;
	int c = strcmp(x->field->name, y->field->name);

	if (c == 0)
		c = (x->count < y->count) - (x->count > y->count);
	return c != 0 ? c : eni_str_cmp(x->word, y->word);
}

static void
put_yaml(struct eni_list_map *m, struct eni_str s)
{
	struct eni_buf b = {0};

	eni_yaml_text(&b, s);
	eni_list_map_put(m, eni_buf_str(&b));
	eni_buf_free(&b);
}

static void
put_codes(struct eni_list_map *m, enum eni_vocab vocab)
{
	for (int code = 1; code <= (int)eni_word_count(vocab); code++)
		if (!eni_word_is(vocab, code, ENI_IS_NO_CHOICE))
			fprintf(m->out, " %s", eni_word_code(vocab, code));
}

static void
propose_word(struct eni_list_map *m, const struct eni_look_word *x)
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
put_section(struct eni_list_map *m, const char *key, bool live, const char *what)
{
	fprintf(m->out, "\n# %s\n", what);
	if (live && eni_office_get(&m->run->book.office, key) != NULL)
		fprintf(m->out, "# %s\n", _("office.yaml has this key already: add the lines below it there."));
	fprintf(m->out, "%s%s:\n", live ? "" : "# ", key);
}

/* The words of all lists that are guessed or not understood. */
static size_t
list_doubtful(struct eni_list_map *m, struct eni_look_word **out)
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
		qsort(w, n, sizeof *w, eni_list_map_by_count);
	*out = w;
	return n;
}

static void
propose_words(struct eni_list_map *m)
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
			eni_list_map_put(m, eni_list_map_heading(m, f));
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
looks_like(struct eni_list_map *m, const struct eni_look *l, struct eni_str header)
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
is_open_header(struct eni_list_map *m, const struct eni_look *l, size_t i, struct eni_str header)
{
	const struct eni_intake_source *s = &l->in.source[0];

	if (s->bound[i] != NULL || s->to[i] == SIZE_MAX || l->filled[i] == 0 || eni_header_is_made_up(header) ||
	    eni_office_has_field(&m->run->book.office, header) || eni_map_get(&m->said, header) != ENI_NONE)
		return false;
	eni_map_add(&m->said, header, 0);
	return true;
}

/* Unknown headers, each once; of a second one for a field only where another field is at hand, since it must be renamed. */
static size_t
list_unknown(struct eni_list_map *m, struct unknown **out)
{
	struct unknown *u = NULL;
	size_t n = 0, cap = 0;

	for (size_t k = 0; k < m->n; k++) {
		const struct eni_look *l = &m->list[k];
		size_t columns = 0;
		const struct eni_str *header =
		    l->cdr || !eni_look_knows_any(l) ? NULL : eni_reader_header(l->in.source[0].reader, &columns);

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
propose_headers(struct eni_list_map *m)
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

void
eni_list_map_snippet(struct eni_list_map *m)
{
	propose_headers(m);
	propose_words(m);
}
