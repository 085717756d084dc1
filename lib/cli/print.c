/* Printing: see print.h. */
#include "cli/print.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/num.h"
#include "base/text.h"
#include "cli/progress.h"
#include "rule/names.h"

bool
eni_print_for_people(const struct eni_run *run)
{
	return run->format == ENI_TABLE || run->format == ENI_EXCEL;
}

static size_t
find_offer(const struct eni_print *p, struct eni_str name)
{
	size_t i = 0;

	while (i < p->n_offers && !eni_str_is(name, p->offer[i].name))
		i++;
	return i;
}

static int
no_such_column(const struct eni_print *p, struct eni_str name)
{
	const char **known = eni_realloc(NULL, (p->n_offers + 1) * sizeof *known), *near;
	bool anywhere = false;
	int rc;

	for (size_t i = 0; i < p->n_offers; i++)
		known[i] = p->offer[i].name;
	near = eni_nearest(name, known, p->n_offers);
	if (near == NULL && p->facts != NULL)
		anywhere = eni_name_known(&p->run->book, p->run->book.main, name, &near);
	rc = eni_fail(&p->run->diag, ENI_NOWHERE, NULL,
	    near == NULL || anywhere ? N_("--fields: unknown column: %.*s") : N_("--fields: unknown column: %.*s; nearest is %s"),
	    (int)name.n, name.p, near);
	free(known);
	return rc;
}

/* A field or derived field of the main kind, or a header at hand. */
static int
add_extra(struct eni_print *p, struct eni_str name)
{
	struct eni_book *b = &p->run->book;
	struct eni_extra x = {eni_arena_keep(&p->run->arena, name), ENI_FACTS, SIZE_MAX, SIZE_MAX};
	struct eni_extra *more;
	bool client, referrer;

	if (p->facts == NULL)
		return no_such_column(p, name);
	name = eni_fact_find(name) == ENI_FACTS ? eni_book_field_name(b, b->main, name) : name;
	client = eni_field_find(ENI_CLIENTS, name) != NULL || eni_sheet_has_header(&b->clients, name) ||
		 eni_office_has_field(&b->office, name);
	referrer = eni_field_find(ENI_REFERRERS, name) != NULL || eni_sheet_has_header(&b->referrers, name);
	if (!client)
		x.fact = eni_fact_find(name);
	if (!client && !referrer && x.fact == ENI_FACTS)
		return no_such_column(p, name);
	if (x.fact != ENI_FACTS)
		eni_facts_need(p->facts, x.fact);
	if (client)
		x.client_col = eni_sheet_want(&b->clients, name, ENI_AS_RAW);
	if (referrer)
		x.referrer_col = eni_sheet_want(&b->referrers, name, ENI_AS_RAW);
	more = eni_arena_take(&p->run->arena, (p->n_extras + 1) * sizeof *more);
	if (p->n_extras > 0)
		memcpy(more, p->extra, p->n_extras * sizeof *more);
	more[p->n_extras++] = x;
	p->extra = more;
	return 0;
}

static int
pick_fields(struct eni_print *p, struct eni_str list)
{
	while (list.n > 0) {
		const char *comma = memchr(list.p, ',', list.n);
		struct eni_str name = {list.p, comma == NULL ? list.n : (size_t)(comma - list.p)};
		size_t at;

		list = eni_str_from(list, name.n + 1);
		name = eni_str_trim(name);
		if (name.n == 0)
			continue;
		at = find_offer(p, name);
		if (at == p->n_offers) {
			if (add_extra(p, name) == -1)
				return -1;
			at = p->n_offers + p->n_extras - 1;
		} else {
			p->wanted[at] = true;
		}
		p->pick[p->n_picks++] = at;
	}
	return p->n_picks > 0 ? 0
			      : eni_fail(&p->run->diag, ENI_NOWHERE, NULL, "--fields: want names of columns such as due,id,rule");
}

static void
open_columns(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n)
{
	*p = (struct eni_print){.run = run, .offer = offer, .n_offers = n};
	p->cell = eni_arena_clear(&run->arena, (n + 1) * sizeof *p->cell);
	p->wanted = eni_arena_clear(&run->arena, n + 1);
}

int
eni_print_prepare_all(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n)
{
	open_columns(p, run, offer, n);
	memset(p->wanted, true, n);
	return 0;
}

int
eni_print_prepare(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n, struct eni_facts *facts)
{
	const char *fields = eni_opt(run, "fields");
	struct eni_str list = eni_str_of(fields);

	open_columns(p, run, offer, n);
	p->facts = facts;
	p->pick = eni_arena_take(&run->arena, (n + list.n + 1) * sizeof *p->pick);
	if (fields != NULL)
		return pick_fields(p, list);
	for (size_t i = 0; i < n; i++) {
		p->wanted[i] = true;
		p->pick[p->n_picks++] = i;
	}
	return 0;
}

void
eni_print_first(struct eni_print *p, size_t n)
{
	if (eni_opt(p->run, "fields") != NULL)
		return;
	p->n_picks = n;
	for (size_t i = n; i < p->n_offers; i++)
		p->wanted[i] = false;
}

void
eni_print_want(struct eni_print *p, size_t offer)
{
	p->wanted[offer] = true;
}

void
eni_print_chart(struct eni_print *p, const struct eni_chart *chart)
{
	if (!eni_is_picture(p->run))
		return;
	p->chart = chart;
	memset(p->wanted, true, p->n_offers);
}

void
eni_print_agenda(struct eni_print *p, const struct eni_agenda *agenda)
{
	if (!eni_is_agenda(p->run))
		return;
	p->agenda = agenda;
	memset(p->wanted, true, p->n_offers);
}

static int
terminal_width(const struct eni_run *run)
{
	struct winsize w;
	const char *columns = getenv("COLUMNS");

	if (!isatty(fileno(run->out)))
		return 0;
	if (columns != NULL && *columns >= '1' && *columns <= '9')
		return (int)strtol(columns, NULL, 10);
	return ioctl(fileno(run->out), TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

/* The verb's heading of a column where people read it, else NULL. */
static const char *
heading(const struct eni_run *run, struct eni_str name, enum eni_kind kind)
{
	return eni_print_for_people(run) ? eni_heading(run->verb->name, name, kind, run->lang) : NULL;
}

static struct eni_column
column(const struct eni_print *p, struct eni_str name, enum eni_column_type type)
{
	/* figures are no client records: their `cause` is why, not who */
	enum eni_kind kind = p->of_partners ? ENI_REFERRERS : p->facts == NULL ? ENI_KINDS : p->run->book.main;

	return (struct eni_column){.name = name, .heading = heading(p->run, name, kind), .type = type};
}

static struct eni_column
offered(const struct eni_print *p, const struct eni_offer *o)
{
	struct eni_column c = column(p, eni_str_of(o->name), o->type);

	c.spare = eni_opt(p->run, "fields") == NULL ? o->spare : 0;
	return c;
}

void
eni_print_begin(struct eni_print *p)
{
	struct eni_run *run = p->run;
	size_t n = p->n_picks + p->n_blanks;
	struct eni_column *cols = eni_arena_take(&run->arena, (n + 1) * sizeof *cols);
	bool colour = isatty(fileno(run->out)) && getenv("NO_COLOR") == NULL;
	struct eni_writer_options o = {.format = run->format,
	    .no_header = eni_opt(run, "no-header") != NULL,
	    .width = terminal_width(run),
	    .colour = colour,
	    .wide_ambiguous = strcmp(run->lang, "en") != 0};

	eni_progress_end(&run->diag);
	if (p->chart != NULL) {
		eni_chart_begin(&p->charting, p->chart, run);
		return;
	}
	if (p->agenda != NULL) {
		eni_agenda_begin(&p->writing, p->agenda, run);
		return;
	}
	p->shown = eni_arena_clear(&run->arena, (n + 1) * sizeof *p->shown);
	for (size_t i = 0; i < p->n_picks; i++) {
		size_t at = p->pick[i];

		cols[i] = at < p->n_offers ? offered(p, &p->offer[at]) : column(p, p->extra[at - p->n_offers].name, ENI_COL_TEXT);
	}
	for (size_t i = 0; i < p->n_blanks; i++)
		cols[p->n_picks + i] = (struct eni_column){.name = eni_str_of(p->blank[i]),
		    .heading = heading(run, eni_str_of(p->blank[i]), ENI_CONTACTS),
		    .type = ENI_COL_TEXT};
	p->writer = eni_writer_open(run->out, cols, n, &o);
}

static struct eni_str
extra_text(struct eni_print *p, const struct eni_extra *x, uint32_t subject)
{
	const struct eni_book *b = &p->run->book;
	struct eni_buf buf = {0};
	struct eni_str s;

	if (eni_subject_is_client(b, subject) && x->client_col != SIZE_MAX)
		return eni_sheet_text(&b->clients, x->client_col, subject);
	if (eni_subject_is_referrer(b, subject) && x->referrer_col != SIZE_MAX)
		return eni_sheet_text(&b->referrers, x->referrer_col, subject - b->clients.n);
	if (x->fact == ENI_FACTS || subject >= eni_subject_office(b))
		return (struct eni_str){"", 0};
	eni_fact_text(p->facts, x->fact, subject, &buf);
	s = eni_arena_keep(&p->row, eni_buf_str(&buf));
	eni_buf_free(&buf);
	return s;
}

/* The word of a code, of a weekday with its session (mon-am) too; what is no code stays. */
static void
add_word(struct eni_buf *b, enum eni_vocab vocab, struct eni_str code, const char *lang)
{
	int n = eni_word_find(vocab, code);
	const char *dash = vocab == ENI_V_WEEKDAY && strcmp(lang, "en") != 0 ? memchr(code.p, '-', code.n) : NULL;

	if (n > 0 && n != ENI_UNKNOWN_WORD) {
		eni_buf_add(b, eni_str_of(eni_word_label(vocab, n, lang)));
	} else if (dash != NULL) {
		add_word(b, vocab, (struct eni_str){code.p, (size_t)(dash - code.p)}, lang);
		add_word(b, ENI_V_SESSION, eni_str_from(code, (size_t)(dash - code.p) + 1), lang);
	} else {
		eni_buf_add(b, code);
	}
}

/* The words of a list of codes, which has single blanks between. */
static struct eni_str
words_of(struct eni_print *p, enum eni_vocab vocab, struct eni_str codes)
{
	struct eni_buf b = {0};
	struct eni_str s;

	while (codes.n > 0) {
		const char *blank = memchr(codes.p, ' ', codes.n);
		struct eni_str piece = {codes.p, blank == NULL ? codes.n : (size_t)(blank - codes.p)};

		add_word(&b, vocab, piece, p->run->lang);
		codes = eni_str_from(codes, piece.n);
		if (codes.n > 0)
			eni_buf_char(&b, ' ');
		codes = eni_str_from(codes, 1);
	}
	s = eni_arena_keep(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

/* Codes become words where people read them. */
static struct eni_str
offer_text(struct eni_print *p, size_t at)
{
	const struct eni_offer *o = &p->offer[at];

	if (o->vocab == ENI_V_NONE || p->cell[at].n == 0 ||
	    (p->chart == NULL && p->agenda == NULL && !eni_print_for_people(p->run)))
		return p->cell[at];
	return words_of(p, o->vocab, p->cell[at]);
}

/* The cell of a column as people read it; empty where there is none of that name. */
static struct eni_str
column_text(struct eni_print *p, const char *name)
{
	size_t at = name == NULL ? p->n_offers : find_offer(p, eni_str_of(name));

	return at < p->n_offers ? offer_text(p, at) : (struct eni_str){"", 0};
}

static struct eni_str
text_of(void *print, const char *name)
{
	return column_text(print, name);
}

static void
remind(struct eni_print *p)
{
	eni_agenda_row(&p->writing, &p->reminder, text_of, p);
	p->reminder = (struct eni_reminder){0}; /* a pass is good for one row */
	eni_arena_reset(&p->row);
}

static void
draw_row(struct eni_print *p)
{
	struct eni_str y[ENI_CHART_COLUMNS];

	for (size_t i = 0; i < ENI_CHART_COLUMNS; i++)
		y[i] = column_text(p, p->chart->y[i]);
	eni_chart_row(&p->charting, column_text(p, p->chart->x), column_text(p, p->chart->by), y);
	eni_arena_reset(&p->row);
}

void
eni_print_row(struct eni_print *p, uint32_t subject)
{
	if (p->chart != NULL) {
		draw_row(p);
		return;
	}
	if (p->agenda != NULL) {
		remind(p);
		return;
	}
	for (size_t i = 0; i < p->n_picks; i++) {
		size_t at = p->pick[i];

		p->shown[i] = at < p->n_offers ? offer_text(p, at) : extra_text(p, &p->extra[at - p->n_offers], subject);
	}
	for (size_t i = 0; i < p->n_blanks; i++)
		p->shown[p->n_picks + i] = (struct eni_str){"", 0};
	eni_writer_row(p->writer, p->shown);
	eni_arena_reset(&p->row);
	p->run->printed++;
}

int
eni_print_end(struct eni_print *p)
{
	int rc;

	if (p->chart != NULL) {
		eni_arena_free(&p->row);
		return eni_chart_end(&p->charting);
	}
	rc = p->agenda != NULL ? eni_agenda_end(&p->writing) : eni_writer_end(p->writer);
	p->writer = NULL;
	eni_arena_free(&p->row);
	return rc == 0 ? 0
		       : eni_fail(&p->run->diag, (struct eni_place){"standard output", 0}, NULL, "cannot be written: %s",
			     strerror(errno));
}

struct eni_str
eni_print_name(const struct eni_print *p, const char *name, enum eni_kind kind)
{
	const char *shown = heading(p->run, eni_str_of(name), kind);

	return eni_str_of(shown == NULL ? name : shown);
}

struct eni_str
eni_print_when(struct eni_print *p, struct eni_when w)
{
	char text[ENI_WHEN_TEXT];
	size_t n = eni_when_format(w, text);

	return eni_arena_pack(&p->row, (struct eni_str){text, n});
}

struct eni_str
eni_print_count(struct eni_print *p, int64_t n)
{
	return eni_arena_printf(&p->row, "%lld", (long long)n);
}

static struct eni_str
keep_and_free(struct eni_print *p, struct eni_buf *b)
{
	struct eni_str s = eni_arena_pack(&p->row, eni_buf_str(b));

	eni_buf_free(b);
	return s;
}

struct eni_str
eni_print_decimals(struct eni_print *p, struct eni_ratio r, int decimals)
{
	struct eni_buf b = {0};

	eni_ratio_format(&b, r, decimals);
	return keep_and_free(p, &b);
}

struct eni_str
eni_print_ratio(struct eni_print *p, struct eni_ratio r)
{
	return eni_print_decimals(p, r, 1);
}

struct eni_str
eni_print_money(struct eni_print *p, int64_t minor)
{
	struct eni_buf b = {0};

	eni_money_format(&b, minor, p->run->book.office.decimals);
	return keep_and_free(p, &b);
}

struct eni_str
eni_print_plain(struct eni_print *p, struct eni_ratio r)
{
	struct eni_buf b = {0};

	eni_ratio_plain(&b, r, 4);
	return keep_and_free(p, &b);
}
