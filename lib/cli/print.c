/* Printing: see print.h. */
#include "cli/print.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/num.h"
#include "base/real.h"
#include "base/text.h"
#include "cli/progress.h"
#include "duty/imprint.h"
#include "rule/names.h"

bool
eni_print_for_people(const struct eni_run *run)
{
	return eni_format_is(run->format, ENI_FORMAT_PEOPLE);
}

bool
eni_is_for_reading(const struct eni_run *run)
{
	return eni_print_for_people(run) && !eni_is_sheet(run);
}

bool
eni_is_sheet(const struct eni_run *run)
{
	return eni_format_is(run->format, ENI_FORMAT_SHEET);
}

bool
eni_is_for_eyes(const struct eni_run *run)
{
	return eni_print_for_people(run) || run->format == ENI_ICS_PAGE;
}

int
eni_print_width(const struct eni_run *run)
{
	struct winsize w;
	const char *columns = getenv("COLUMNS");
	int64_t n;

	if (!isatty(fileno(run->out)))
		return 0;
	if (columns != NULL && eni_count_parse(eni_str_of(columns), &n) == 1 && n > 0 && n <= INT_MAX)
		return (int)n;
	return ioctl(fileno(run->out), TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

static size_t
find_offer(const struct eni_print *p, struct eni_str name)
{
	size_t i = 0;

	while (i < p->n_offers && !eni_str_is(name, p->offer[i].name))
		i++;
	return i;
}

/* ---- what -f may name: a column, or a field of whom the rows are about ---- */

/* Whether tables and sheets, in some language and whoever their rows are about, have that heading over the column. */
static bool
is_headed(const struct eni_print *p, const char *column, struct eni_str word)
{
	static const enum eni_kind kinds[] = {ENI_KINDS, ENI_CLIENTS, ENI_REFERRERS};
	struct eni_buf folded = {0}, heading = {0};
	bool is = false;

	eni_casefold(&folded, word);
	for (size_t i = 0; i < 6 && !is; i++) {
		heading.n = 0;
		eni_casefold(&heading,
		    eni_str_of(eni_heading(p->run->verb->name, eni_str_of(column), kinds[i / 2], i % 2 == 0 ? "ja" : "zh")));
		is = eni_str_eq(eni_buf_str(&folded), eni_buf_str(&heading));
	}
	eni_buf_free(&folded);
	eni_buf_free(&heading);
	return is;
}

/* A field of the kind, a header at hand, or a field of the office's own. */
static bool
has_field(const struct eni_print *p, enum eni_kind kind, struct eni_str name)
{
	const struct eni_book *b = &p->run->book;

	return eni_field_find(kind, name) != NULL ||
	       eni_sheet_has_header(kind == ENI_REFERRERS ? &b->referrers : &b->clients, name) ||
	       (kind == b->main && eni_office_has_field(&b->office, name));
}

/* The field behind a word, which may be a header of it, of the kinds that rows are about: a list of tasks has partners, too.
 * Empty: there is none. */
static struct eni_str
find_field(const struct eni_print *p, struct eni_str word)
{
	const enum eni_kind main = p->run->book.main, kinds[] = {main, p->facts->labels ? main : ENI_REFERRERS};

	for (size_t i = 0; i < 2; i++) {
		struct eni_str name = eni_book_field_name(&p->run->book, kinds[i], word);

		if (has_field(p, kinds[i], name))
			return eni_arena_keep(&p->run->arena, name);
	}
	return (struct eni_str){"", 0};
}

static size_t
add_extra(struct eni_print *p, struct eni_extra x)
{
	struct eni_book *b = &p->run->book;
	struct eni_extra *more = eni_arena_take(&p->run->arena, (p->n_extras + 1) * sizeof *more);

	if (x.fact != ENI_FACTS)
		eni_facts_need(p->facts, x.fact);
	else if (has_field(p, ENI_CLIENTS, x.name))
		x.client_col = eni_sheet_want(&b->clients, x.name, ENI_AS_RAW);
	if (x.fact == ENI_FACTS && has_field(p, ENI_REFERRERS, x.name))
		x.referrer_col = eni_sheet_want(&b->referrers, x.name, ENI_AS_RAW);
	if (p->n_extras > 0)
		memcpy(more, p->extra, p->n_extras * sizeof *more);
	more[p->n_extras] = x;
	p->extra = more;
	return p->n_offers + p->n_extras++;
}

/* The place of what a word names among offers and extras; SIZE_MAX: it names nothing here. */
static size_t
find_column(struct eni_print *p, struct eni_str word)
{
	struct eni_extra x = {{"", 0}, ENI_FACTS, SIZE_MAX, SIZE_MAX};
	size_t at = find_offer(p, word);

	for (size_t i = 0; at == p->n_offers && i < p->n_offers; i++)
		if (is_headed(p, p->offer[i].name, word))
			at = i;
	if (at < p->n_offers)
		return at;
	if (p->facts == NULL)
		return SIZE_MAX;
	if ((x.name = find_field(p, word)).n > 0) {
		if ((at = find_offer(p, x.name)) < p->n_offers)
			return at;
		x.fact = eni_fact_find(x.name); /* an age is that of today */
		return add_extra(p, x);
	}
	for (int i = 0; i < ENI_FACTS && x.fact == ENI_FACTS; i++)
		if (eni_str_is(word, eni_fact_name[i]) || is_headed(p, eni_fact_name[i], word))
			x = (struct eni_extra){eni_str_of(eni_fact_name[i]), (enum eni_fact)i, SIZE_MAX, SIZE_MAX};
	return x.fact == ENI_FACTS ? SIZE_MAX : add_extra(p, x);
}

/* Says what comes near, else which columns there are. */
static int
no_such_column(struct eni_print *p, struct eni_str word)
{
	const char **known = eni_arena_take(&p->run->arena, (p->n_offers + 1) * sizeof *known), *near;
	struct eni_buf all = {0};

	for (size_t i = 0; i < p->n_offers; i++) {
		known[i] = p->offer[i].name;
		eni_buf_printf(&all, "%s%s", i == 0 ? "" : ", ", known[i]);
	}
	near = eni_nearest(word, known, p->n_offers);
	if (near == NULL && p->facts != NULL) /* a field, but no column of other verbs */
		eni_name_known(&p->run->book, p->run->book.main, word, &near);
	if (near != NULL && find_column(p, eni_str_of(near)) != SIZE_MAX)
		eni_fail(
		    &p->run->diag, ENI_NOWHERE, NULL, "--fields: unknown column: %.*s; nearest is %s", (int)word.n, word.p, near);
	else
		eni_fail(&p->run->diag, ENI_NOWHERE, NULL,
		    p->facts == NULL ? N_("--fields: unknown column: %.*s; want one of %.*s")
				     : N_("--fields: unknown column: %.*s; want one of %.*s, or a field"),
		    (int)word.n, word.p, (int)all.n, all.p);
	eni_buf_free(&all);
	return -1;
}

static struct eni_str
name_at(const struct eni_print *p, size_t at)
{
	return at < p->n_offers ? eni_str_of(p->offer[at].name) : p->extra[at - p->n_offers].name;
}

/* A column once: who reads the records could not tell two of one name apart. */
static int
pick(struct eni_print *p, struct eni_str word)
{
	size_t at = find_column(p, word), i = 0;

	if (at == SIZE_MAX)
		return no_such_column(p, word);
	while (i < p->n_picks && !eni_str_eq(name_at(p, p->pick[i]), name_at(p, at)))
		i++;
	if (i < p->n_picks)
		return eni_fail(&p->run->diag, ENI_NOWHERE, NULL, "--fields: %.*s: stands there twice", (int)word.n, word.p);
	if (at < p->n_offers)
		p->wanted[at] = true;
	p->pick[p->n_picks++] = at;
	return 0;
}

static int
pick_fields(struct eni_print *p, struct eni_str list)
{
	for (bool more = true; more;) {
		const char *comma = list.n == 0 ? NULL : memchr(list.p, ',', list.n);
		struct eni_str word = eni_str_trim((struct eni_str){list.p, comma == NULL ? list.n : (size_t)(comma - list.p)});

		if (word.n == 0)
			return eni_fail(&p->run->diag, ENI_NOWHERE, NULL,
			    "--fields: want names of columns with commas between, such as due,id,rule");
		if (pick(p, word) == -1)
			return -1;
		more = comma != NULL;
		list = more ? eni_str_from(list, (size_t)(comma - list.p) + 1) : list;
	}
	return 0;
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

void
eni_print_prepare_whole(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n)
{
	open_columns(p, run, offer, n);
	p->pick = eni_arena_take(&run->arena, (n + 1) * sizeof *p->pick);
	for (size_t i = 0; i < n; i++) {
		p->wanted[i] = true;
		p->pick[p->n_picks++] = i;
	}
}

int
eni_print_prepare(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n, struct eni_facts *facts)
{
	const char *fields = eni_opt(run, "fields");
	struct eni_str list = eni_str_of(fields);

	if (fields == NULL) {
		eni_print_prepare_whole(p, run, offer, n);
		p->facts = facts;
		return 0;
	}
	open_columns(p, run, offer, n);
	p->facts = facts;
	p->pick = eni_arena_take(&run->arena, (n + list.n + 1) * sizeof *p->pick);
	return pick_fields(p, list);
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
eni_print_pick(struct eni_print *p, const char *const *name, size_t n)
{
	if (eni_opt(p->run, "fields") != NULL)
		return;
	memset(p->wanted, false, p->n_offers);
	p->n_picks = 0;
	for (size_t i = 0; i < n; i++)
		eni_print_append(p, name[i]);
}

/* The picks have room for all offers. */
void
eni_print_append(struct eni_print *p, const char *name)
{
	size_t at = find_offer(p, eni_str_of(name));

	for (size_t i = 0; i < p->n_picks; i++)
		if (p->pick[i] == at)
			return;
	p->wanted[at] = true;
	p->pick[p->n_picks++] = at;
}

/* What whoever did it writes into a sheet, as followup done reads it. */
static const char *const to_fill[] = {"outcome", "next", "note"};
enum { TO_FILL = sizeof to_fill / sizeof *to_fill };

void
eni_print_to_fill(struct eni_print *p, const struct eni_fill_in *x)
{
	bool chosen = eni_opt(p->run, "fields") != NULL;

	if (!eni_is_sheet(p->run))
		return;
	eni_print_append(p, "printed");
	p->n_blanks = TO_FILL;
	p->blank_at = chosen ? p->n_picks - 1 : x->behind;
	p->on_paper = chosen ? 0 : x->on_paper + TO_FILL;
}

void
eni_print_want(struct eni_print *p, size_t offer)
{
	p->wanted[offer] = true;
}

bool
eni_print_wants(const struct eni_print *p, const char *name)
{
	size_t at = find_offer(p, eni_str_of(name));

	return at < p->n_offers && p->wanted[at];
}

void
eni_print_want_all(struct eni_print *p)
{
	memset(p->wanted, true, p->n_offers);
}

/* The verb's heading of a column where people read it, else NULL. */
static const char *
heading(const struct eni_run *run, struct eni_str name, enum eni_kind kind)
{
	return eni_print_for_people(run) ? eni_heading(run->verb->name, name, kind, run->lang) : NULL;
}

static struct eni_column
column_of(const struct eni_print *p, struct eni_str name, enum eni_column_type type)
{
	/* figures are no client records: their `cause` is why, not who */
	enum eni_kind kind = p->of_partners ? ENI_REFERRERS : p->facts == NULL ? ENI_KINDS : p->run->book.main;

	return (struct eni_column){.name = name, .heading = heading(p->run, name, kind), .type = type};
}

static struct eni_column
offered(const struct eni_print *p, const struct eni_offer *o)
{
	struct eni_column c = column_of(p, eni_str_of(o->name), o->type);

	c.spare = eni_opt(p->run, "fields") == NULL ? o->spare : 0;
	return c;
}

size_t
eni_print_columns(const struct eni_print *p)
{
	return p->n_picks + p->n_blanks;
}

static bool
is_blank(const struct eni_print *p, size_t column)
{
	return column >= p->blank_at && column < p->blank_at + p->n_blanks;
}

static size_t
pick_of(const struct eni_print *p, size_t column)
{
	return p->pick[column < p->blank_at ? column : column - p->n_blanks];
}

/* How a field is written in a workbook that knows days and numbers. */
static enum eni_column_type
type_of(const struct eni_field *f)
{
	static const enum eni_column_type types[ENI_TYPES] = {
	    [ENI_DATE] = ENI_COL_WRITTEN_DAY, [ENI_MONEY] = ENI_COL_WRITTEN_MONEY, [ENI_NUMBER] = ENI_COL_WRITTEN_COUNT};

	return f == NULL ? ENI_COL_TEXT : types[f->type];
}

/* The words that may be chosen, those that may not be left out. */
static const char *const *
choice_of(const struct eni_print *p, enum eni_vocab vocab)
{
	size_t n = eni_word_count(vocab), kept = 0;
	const char **word;

	if (vocab == ENI_V_NONE)
		return NULL;
	word = eni_arena_take(&p->run->arena, (n + 1) * sizeof *word);
	for (int i = 1; i <= (int)n; i++)
		if (!eni_word_is(vocab, i, ENI_IS_NO_CHOICE))
			word[kept++] = eni_word_label(vocab, i, p->run->lang);
	word[kept] = NULL;
	return word;
}

static struct eni_column
blank_column(const struct eni_print *p, const char *name)
{
	const struct eni_field *f = eni_field_find(ENI_CONTACTS, eni_str_of(name));

	return (struct eni_column){.name = eni_str_of(name),
	    .heading = heading(p->run, eni_str_of(name), ENI_CONTACTS),
	    .type = type_of(f),
	    .to_fill = true,
	    .choice = choice_of(p, f->vocab)};
}

struct eni_column
eni_print_header(const struct eni_print *p, size_t column)
{
	const struct eni_extra *x;
	size_t at;

	if (is_blank(p, column))
		return blank_column(p, to_fill[column - p->blank_at]);
	at = pick_of(p, column);
	if (at < p->n_offers)
		return offered(p, &p->offer[at]);
	x = &p->extra[at - p->n_offers];
	return column_of(p, x->name, type_of(eni_field_find(x->client_col != SIZE_MAX ? ENI_CLIENTS : ENI_REFERRERS, x->name)));
}

void
eni_print_begin(struct eni_print *p)
{
	const struct eni_verb_page *page = eni_verb_page(p->run->verb, p->run->format);
	bool has_sink = page != NULL && page->sink != NULL;

	eni_progress_end(&p->run->diag);
	eni_diag_flush(&p->run->diag);
	p->sink = has_sink ? page->sink : &eni_records_sink;
	p->state = p->sink->begin(p, has_sink ? page->how : NULL);
	page = p->run->format == ENI_HTML ? eni_verb_page(p->run->verb, ENI_SVG_PAGE) : NULL;
	if (page == NULL || page->sink == NULL)
		return;
	p->drawn = page->sink;
	p->drawing = p->drawn->begin(p, page->how);
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

	if (eni_str_is(code, "-")) {
		eni_buf_add(b, code); /* nothing is known, which is no word for no */
	} else if (n > 0 && (n != ENI_UNKNOWN_WORD || eni_str_is(code, eni_word_code(vocab, n)))) {
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
offer_text(struct eni_print *p, size_t at, bool for_people)
{
	const struct eni_offer *o = &p->offer[at];

	return o->vocab == ENI_V_NONE || !for_people ? p->cell[at] : words_of(p, o->vocab, p->cell[at]);
}

struct eni_str
eni_print_column(struct eni_print *p, const char *name)
{
	size_t at = name == NULL ? p->n_offers : find_offer(p, eni_str_of(name));

	return at < p->n_offers ? offer_text(p, at, true) : (struct eni_str){"", 0};
}

struct eni_str
eni_print_shown(struct eni_print *p, size_t column, uint32_t subject)
{
	size_t at;

	if (is_blank(p, column))
		return (struct eni_str){"", 0};
	at = pick_of(p, column);
	return at < p->n_offers ? offer_text(p, at, eni_print_for_people(p->run))
				: extra_text(p, &p->extra[at - p->n_offers], subject);
}

void
eni_print_row_about(struct eni_print *p, uint32_t subject, const void *about)
{
	p->sink->row(p->state, subject, about);
	if (p->drawn != NULL)
		p->drawn->row(p->drawing, subject, about);
	eni_arena_reset(&p->row);
}

void
eni_print_row(struct eni_print *p, uint32_t subject)
{
	eni_print_row_about(p, subject, NULL);
}

int
eni_print_end(struct eni_print *p)
{
	int rc = p->drawn == NULL ? 0 : p->drawn->end(p->drawing);

	if (p->sink->end(p->state) == -1)
		rc = -1;
	p->state = p->drawing = NULL;
	eni_arena_free(&p->row);
	return rc;
}

struct eni_str
eni_print_name(const struct eni_print *p, const char *name, enum eni_kind kind)
{
	const char *shown = heading(p->run, eni_str_of(name), kind);

	return eni_str_of(shown == NULL ? name : shown);
}

static struct eni_str
keep_and_free(struct eni_print *p, struct eni_buf *b)
{
	struct eni_str s = eni_arena_pack(&p->row, eni_buf_str(b));

	eni_buf_free(b);
	return s;
}

struct eni_str
eni_print_when(struct eni_print *p, struct eni_when w)
{
	char text[ENI_WHEN_TEXT];
	size_t n = eni_when_format(w, text);

	return eni_arena_pack(&p->row, (struct eni_str){text, n});
}

struct eni_str
eni_print_imprint(struct eni_print *p)
{
	struct eni_buf b = {0};

	eni_imprint_put(&b, p->run->now, p->run->book.office.name);
	return keep_and_free(p, &b);
}

struct eni_str
eni_print_count(struct eni_print *p, int64_t n)
{
	return eni_arena_printf(&p->row, "%lld", (long long)n);
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

enum { MANY = 10 }; /* one more of fewer would have changed much */

struct eni_str
eni_print_share(struct eni_print *p, int64_t part, int64_t of)
{
	struct eni_buf b = {0};

	eni_ratio_format(&b, eni_percent(part, of), 1);
	if (of > 0 && of < MANY && eni_is_for_reading(p->run))
		eni_buf_printf(&b, " (%lld/%lld)", (long long)part, (long long)of);
	return keep_and_free(p, &b);
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

struct eni_str
eni_print_side(int64_t part, int64_t of, struct eni_ratio mark)
{
	struct eni_interval share;
	double percent;
	int side = ENI_SIDE_UNCLEAR;

	if (of == 0 || mark.den == 0)
		return ENI_S("-");
	share = eni_wilson(part, of);
	percent = (double)mark.num / (double)mark.den;
	if (100 * share.high < percent)
		side = ENI_SIDE_BELOW;
	if (100 * share.low > percent)
		side = ENI_SIDE_ABOVE;
	return eni_str_of(eni_word_code(ENI_V_SIDE, side));
}

struct eni_str
eni_print_control(int64_t part, int64_t of, struct eni_counts_inside inside, bool final)
{
	int code = ENI_CONTROL_INSIDE;

	if (of == 0)
		return ENI_S("-");
	if (part > inside.high)
		code = ENI_CONTROL_ABOVE;
	else if (!final || (inside.low <= 0 && inside.high >= of))
		code = ENI_CONTROL_UNCLEAR;
	else if (part < inside.low)
		code = ENI_CONTROL_BELOW;
	return eni_str_of(eni_word_code(ENI_V_CONTROL, code));
}

struct eni_str
eni_print_real(struct eni_print *p, double x, int decimals)
{
	struct eni_buf b = {0};

	if (isnan(x))
		return ENI_S("-");
	if (eni_print_for_people(p->run))
		eni_buf_printf(&b, "%.*f", decimals, x);
	else
		eni_real_format(&b, x);
	return keep_and_free(p, &b);
}

void
eni_print_rate(
    struct eni_print *p, const struct eni_person_time *t, struct eni_str *rate, struct eni_str *low, struct eni_str *high)
{
	struct eni_interval limits = eni_poisson(t->events);
	double unit = t->time > 0 ? t->per / t->time : (double)NAN;

	*rate = eni_print_real(p, (double)t->events * unit, 2);
	*low = eni_print_real(p, limits.low * unit, 2);
	*high = eni_print_real(p, limits.high * unit, 2);
	if (t->time > 0 && t->time < MANY && eni_is_for_reading(p->run))
		*rate = eni_arena_printf(&p->row, "%.*s (%lld/%.1f)", (int)rate->n, rate->p, (long long)t->events, t->time);
}
