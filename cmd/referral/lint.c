/* referral lint: words that ask, words that offer a gift, texts without a fact. */
#include "partner/lint.h"
#include "book/touches.h"
#include "cli/report.h"
#include "cmd/referral/verbs.h"
#include "rule/rule.h"
#include "rule/texts.h"

enum { LINT_PLACE, LINT_LEVEL, LINT_WORD, LINT_BECAUSE, LINT_SHOWN, LINT_ADVICE = LINT_SHOWN, LINT_COLUMNS };
static const struct eni_offer offer[] = {[LINT_PLACE] = {"place", ENI_COL_TEXT, ENI_V_NONE, 0},
    [LINT_LEVEL] = {"level", ENI_COL_TEXT, ENI_V_LEVEL, 0},
    [LINT_WORD] = {"word", ENI_COL_TEXT, ENI_V_NONE, 0},
    [LINT_BECAUSE] = {"because", ENI_COL_TEXT, ENI_V_BECAUSE, 0},
    [LINT_ADVICE] = {"advice", ENI_COL_PROSE, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, LINT_COLUMNS);

enum { LONGEST_TEXT = 64 << 20 };

struct lint {
	struct eni_run *run;
	struct eni_lint words;
	struct eni_print print;
	struct eni_texts texts; /* only where the advice is printed */
};

/* What to do instead; of a gift that is forbidden, by what. */
static struct eni_str
advice(const struct lint *l, const char *because)
{
	return l->print.wanted[LINT_ADVICE] ? eni_texts_label(&l->texts, "advice", eni_str_of(because), l->run->lang)
					    : (struct eni_str){"", 0};
}

static void
print_row(struct lint *l, const char *file, size_t line, const struct eni_lint_row *row)
{
	struct eni_print *p = &l->print;

	p->cell[LINT_PLACE] = eni_arena_printf(&p->row, "%s:%zu", file, line);
	p->cell[LINT_LEVEL] = eni_str_of(eni_word_code(ENI_V_LEVEL, (int)row->level));
	p->cell[LINT_WORD] = row->word;
	p->cell[LINT_BECAUSE] = eni_str_of(eni_word_code(ENI_V_BECAUSE, (int)row->because));
	p->cell[LINT_ADVICE] = advice(l, eni_word_code(ENI_V_BECAUSE, (int)row->because));
	eni_print_row(p, ENI_NONE);
}

/* ---- text files ---- */

/* Whom --to names: a kind of referrer, or a recipient of the journal; else a referrer of no special kind. */
static int
recipient(struct eni_run *run, struct eni_audience *to)
{
	const char *text = eni_opt(run, "to"), *near;
	int kind, code;

	*to = (struct eni_audience){.wants_fact = true, .partner = true};
	if (text == NULL)
		return 0;
	kind = eni_word_find(ENI_V_REFERRER_KIND, eni_str_of(text));
	code = eni_word_find(ENI_V_TO, eni_str_of(text));
	if (kind > 0 && kind != ENI_UNKNOWN_WORD) {
		to->commissioned = eni_word_is(ENI_V_REFERRER_KIND, kind, ENI_IS_COMMISSIONED);
		return 0;
	}
	if (code > 0 && code != ENI_UNKNOWN_WORD) {
		to->wants_fact = to->partner = eni_to_is_partner(code);
		return 0;
	}
	near = eni_word_nearest(ENI_V_REFERRER_KIND, eni_str_of(text));
	return eni_fail(&run->diag, ENI_NOWHERE, NULL,
	    near == NULL ? N_("--to %s: want a kind of referrer such as center or hospital")
			 : N_("--to %s: want a kind of referrer such as center or hospital; nearest is %s"),
	    text, near);
}

static size_t
count_lines(struct eni_str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '\n';
	return n;
}

/* Pages, as -o text parts them by a form feed, are texts of their own. */
static int
lint_file(struct lint *l, const char *path, struct eni_audience to)
{
	struct eni_run *run = l->run;
	const char *encoding = eni_opt(run, "encoding");
	struct eni_buf bytes = {0};
	struct eni_str rest;
	size_t line = 1;
	int rc =
	    eni_slurp(&bytes, path, encoding, encoding == NULL ? eni_book_fallback(&run->book) : NULL, LONGEST_TEXT, &run->diag);

	for (rest = eni_buf_str(&bytes); rc == 0 && rest.n > 0;) {
		const char *end = memchr(rest.p, '\f', rest.n);
		struct eni_str page = {rest.p, end == NULL ? rest.n : (size_t)(end - rest.p)};

		eni_lint_text(&l->words, page, to);
		for (size_t i = 0; i < l->words.n; i++)
			print_row(l, path, line + l->words.row[i].line - 1, &l->words.row[i]);
		line += count_lines(page);
		rest = eni_str_from(rest, page.n + 1);
	}
	eni_buf_free(&bytes);
	return rc;
}

static int
lint_files(struct lint *l)
{
	struct eni_run *run = l->run;
	struct eni_audience to;
	bool stdin_used = false;
	int rc = 0;

	if (recipient(run, &to) == -1)
		return -1;
	eni_print_begin(&l->print);
	for (size_t i = 0; i < run->n_operands && rc == 0; i++) {
		bool again = stdin_used && strcmp(run->operand[i], "-") == 0;

		stdin_used |= strcmp(run->operand[i], "-") == 0;
		rc = again ? eni_fail(&run->diag, ENI_NOWHERE, NULL, "- (standard input) can be read only once")
			   : lint_file(l, run->operand[i], to);
	}
	return eni_print_end(&l->print) == -1 ? -1 : rc;
}

/* ---- the journal ---- */

struct journal {
	struct eni_report report;
	struct eni_people people;
	struct eni_touches touches;
	size_t public; /* referrer column */
};

/* A centre works on public commission unless its record says no. */
static bool
is_commissioned(const struct journal *j, uint32_t referrer)
{
	const struct eni_sheet *s = &j->report.desk.run->book.referrers;
	int said = eni_sheet_code(s, j->public, referrer);

	return said == ENI_YES_YES ||
	       (said != ENI_YES_NO &&
		   eni_word_is(ENI_V_REFERRER_KIND, eni_sheet_code(s, j->people.ref_kind, referrer), ENI_IS_COMMISSIONED));
}

/* The partner who reads the row, by the row of the referrers, or ENI_NONE; a row about a referrer is to that referrer whatever it
 * says. */
static uint32_t
partner_of(const struct journal *j, uint32_t subject, int to)
{
	bool outreach = eni_subject_is_referrer(&j->report.desk.run->book, subject);

	return subject == ENI_NONE ? (uint32_t)ENI_NONE : eni_people_partner(&j->people, subject, outreach ? ENI_TO_REFERRER : to);
}

/* Who reads the row, and whether it is a partner. */
static struct eni_audience
audience_of(const struct journal *j, const struct eni_touch *t, uint32_t subject, bool *partner)
{
	bool outreach = eni_subject_is_referrer(&j->report.desk.run->book, subject);
	uint32_t referrer = partner_of(j, subject, t->to);

	*partner = outreach || eni_to_is_partner(t->to);
	return (struct eni_audience){
	    .commissioned = referrer != ENI_NONE
				? is_commissioned(j, referrer)
				: *partner && eni_word_is(ENI_V_REFERRER_KIND, eni_to_kind(t->to), ENI_IS_COMMISSIONED),
	    .wants_fact = outreach && eni_outcome_is_contact(t->outcome),
	    .partner = *partner};
}

/* Our own notes go to no one. */
static bool
is_inside(const struct eni_touch *t)
{
	return t->to == ENI_TO_STAFF || eni_channel_medium(t->channel) == ENI_MEDIUM_TASK;
}

static void
lint_row(struct lint *l, const struct journal *j, const struct eni_touch *t, uint32_t subject)
{
	bool partner;
	struct eni_audience audience = audience_of(j, t, subject, &partner);

	if (partner && eni_word_find(ENI_V_YES, t->gift) == ENI_YES_YES)
		print_row(l, t->place.file, t->place.line,
		    &(struct eni_lint_row){1, 0, eni_gift_level(audience), ENI_S("gift=yes"), eni_gift_because(audience)});
	if (is_inside(t) || t->dir == ENI_DIR_IN)
		return; /* or what they said to us */
	eni_lint_text(&l->words, t->note, audience);
	for (size_t i = 0; i < l->words.n; i++)
		print_row(l, t->place.file, t->place.line, &l->words.row[i]);
}

static void
lint_touch(struct lint *l, struct journal *j, const struct eni_touch *t)
{
	struct eni_book *b = &l->run->book;
	uint32_t subject = eni_book_find(b, t->id);
	uint32_t partner = partner_of(j, subject, t->to);

	if (eni_is_day(t->at) && !eni_book_has_happened(b, t->at))
		return;
	if (!eni_period_has(&j->report.period, t->at) ||
	    !eni_report_takes(&j->report, partner == ENI_NONE ? (uint32_t)ENI_NONE : eni_subject_referrer(b, partner)))
		return;
	lint_row(l, j, t, subject);
}

static int
lint_journal(struct lint *l)
{
	static const uint32_t columns =
	    1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_DIR | 1u << ENI_TOUCH_GIFT | 1u << ENI_TOUCH_NOTE;
	struct journal j = {0};
	struct eni_book *b = &l->run->book;
	struct eni_touch t;
	int got = -1;

	if (eni_opt(l->run, "to") != NULL)
		return eni_fail(
		    &l->run->diag, ENI_NOWHERE, NULL, "--to: is for text files; the journal says itself whom it wrote to");
	if (eni_report_open(&j.report, l->run) == -1)
		goto done;
	eni_people_want(&j.people, b);
	j.public = eni_sheet_want(&b->referrers, ENI_S("public"), ENI_AS_TYPED);
	if (eni_report_load(&j.report) == -1 || (got = eni_touches_open(&j.touches, b, columns)) == -1)
		goto done;
	eni_print_begin(&l->print);
	if (got == 0)
		while ((got = eni_touches_next(&j.touches, &t)) > 0)
			lint_touch(l, &j, &t);
	eni_touches_close(&j.touches);
	got = eni_print_end(&l->print) == -1 || got == -1 ? -1 : 0;
done:
	eni_report_close(&j.report);
	return got == -1 ? -1 : 0;
}

int
eni_verb_lint(struct eni_run *run)
{
	struct lint l = {.run = run};
	int rc;

	eni_lint_open(&l.words);
	rc = eni_print_prepare(&l.print, run, offer, LINT_COLUMNS, NULL);
	if (rc == 0 && !eni_print_for_people(run))
		eni_print_first(&l.print, LINT_SHOWN);
	if (rc == 0 && l.print.wanted[LINT_ADVICE])
		rc = eni_texts_read(&l.texts, &run->book.office, &run->diag);
	if (rc == 0)
		rc = run->n_operands > 0 ? lint_files(&l) : lint_journal(&l);
	eni_arena_free(&l.print.row);
	eni_texts_free(&l.texts);
	eni_lint_close(&l.words);
	return rc;
}
