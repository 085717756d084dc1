/* The page of --map: see list_map.h. */
#include "cli/list_map.h"

#include <stdlib.h>

#include "base/text.h"
#include "book/files.h"
#include "cli/list_map_parts.h"
#include "cli/list_read.h"

/* ---- text ---- */

void
eni_list_map_put(struct eni_list_map *m, struct eni_str s)
{
	fwrite(s.n == 0 ? "" : s.p, 1, s.n, m->out);
}

struct eni_str
eni_list_map_shown(struct eni_list_map *m, struct eni_str s, size_t width)
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

struct eni_str
eni_list_map_heading(const struct eni_list_map *m, const struct eni_field *f)
{
	enum eni_kind kind = 0;
	const char *heading;

	while ((f->kinds & ENI_IN(kind)) == 0)
		kind++;
	heading = eni_heading(NULL, eni_str_of(f->name), kind, m->run->lang);
	return eni_str_of(heading == NULL ? f->name : heading);
}

struct eni_str
eni_list_map_field(struct eni_list_map *m, const struct eni_field *f)
{
	struct eni_str heading = eni_list_map_heading(m, f);

	if (eni_str_is(heading, f->name))
		return eni_str_of(f->name);
	return eni_arena_printf(&m->run->arena, "%s (%.*s)", f->name, (int)heading.n, heading.p);
}

/* A file's name as a shell takes it. */
static struct eni_str
for_shell(struct eni_list_map *m, const char *name)
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
	text = eni_arena_keep(&m->run->arena, eni_list_map_shown(m, eni_buf_str(&b), SIZE_MAX));
	eni_buf_free(&b);
	return text;
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
show_title(struct eni_list_map *m, const struct eni_look *l)
{
	size_t n = l->cdr ? l->log.n : l->records;
	struct eni_str file = eni_list_map_shown(m, eni_str_of(l->file), SIZE_MAX);

	/* TRANSLATORS: the file, of which kind it is, and how many records it has */
	fprintf(m->out, eni_plural(n, "# %.*s is read as %s: %zu record.\n", "# %.*s is read as %s: %zu records.\n"), (int)file.n,
	    file.p, _(kinds[l->kind]), n);
	if (m->run->verb->main == ENI_CLIENTS && l->kind != ENI_CLIENTS && !l->named)
		fprintf(m->out, "# %s\n", _("Its columns say so; most of them are known in such lists."));
	fprintf(m->out, "# %s\n# %s\n",
	    _("Nothing has been changed. This page shows how the list is read: have the list beside it and compare."),
	    _("What to do next stands at the end."));
}

/* ---- what to do next ---- */

/* No verb takes in lists of other kinds: they are files of the book. */
static void
show_where(struct eni_list_map *m, const struct eni_look *l)
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
show_command(struct eni_list_map *m, const char *command, const struct eni_look *l, const char *options, const char *what)
{
	struct eni_str file = for_shell(m, l->file);

	fprintf(m->out, "#   %s%s %.*s%s  # %s\n", command, m->has_book ? "" : " -b book", (int)file.n, file.p, options, what);
}

static void
show_step(struct eni_list_map *m, const struct eni_look *l)
{
	const char *add = l->kind == ENI_CLIENTS ? "intake add" : "referral add";

	if (!l->cdr && !eni_look_knows_any(l)) {
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
show_next(struct eni_list_map *m)
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
look_at(struct eni_list_map *m, char *path)
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
		qsort(l->word, l->n_words, sizeof *l->word, eni_list_map_by_count);
	return 0;
}

static void
show_all(struct eni_list_map *m)
{
	for (size_t i = 0; i < m->n; i++) {
		if (i > 0)
			fputc('\n', m->out);
		show_title(m, &m->list[i]);
		eni_list_map_records(m, &m->list[i]);
	}
	eni_list_map_snippet(m);
	show_next(m);
	m->run->printed++;
}

static int
look_at_all(struct eni_list_map *m)
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
	struct eni_list_map m = {.run = run, .out = run->out};
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
