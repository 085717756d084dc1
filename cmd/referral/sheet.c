/* referral sheet and brochure: what we hand out, and what a brochure still lacks. */
#include "base/text.h"
#include "cli/letter.h"
#include "cli/reception.h"
#include "cmd/referral/verbs.h"
#include "partner/capacity.h"
#include "reception/accept.h"

/* ---- sheet ---- */

enum { SHEET_WHAT, SHEET_TEXT, SHEET_COLUMNS };
static const struct eni_offer sheet_offer[] = {
    [SHEET_WHAT] = {"what", ENI_COL_TEXT, ENI_V_NONE, 0}, [SHEET_TEXT] = {"text", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(sheet_offer, SHEET_COLUMNS);

/* The order in which criteria stand on the sheet. */
static const enum eni_answer answers[] = {ENI_ANSWER_YES, ENI_ANSWER_ASK, ENI_ANSWER_NO, ENI_ANSWER_RISK};
enum { ANSWERS = ENI_ANSWERS - 1 };
ENI_ROW_FOR_EACH(answers, ANSWERS);

struct sheet {
	struct eni_reception r;
	struct eni_acceptance a;
	struct eni_letters letters;
	struct eni_places places;
	bool counts; /* the settings say how many places there are */
};

static struct eni_str
keep(struct sheet *s, struct eni_buf *b)
{
	struct eni_str text = eni_arena_keep(&s->letters.page.row, eni_buf_str(b));

	eni_buf_free(b);
	return text;
}

static struct eni_str
label(struct sheet *s, const char *kind, const char *code)
{
	return eni_texts_label(&s->letters.page.texts, kind, eni_str_of(code), s->r.run->lang);
}

/* Free places in words; empty when the settings say nothing of seats. */
static struct eni_str
capacity(struct sheet *s)
{
	const struct eni_office *o = &s->r.run->book.office;
	struct eni_buf b = {0};

	if (!s->counts) {
		eni_warn(&s->r.run->diag, eni_at(o->file, 0), "seats", "is not set; the sheet says nothing of free places");
		return (struct eni_str){"", 0};
	}
	eni_places_count(&s->places);
	if (!eni_capacity_any(&s->places)) /* the sheet has a heading before it */
		return eni_texts_label(&s->letters.page.texts, "places", ENI_S("none"), s->r.run->lang);
	eni_capacity_phrase(&b, &s->places, &s->letters.page.texts, s->r.run->lang);
	return keep(s, &b);
}

/* The criteria of one answer under their heading; empty when there are none. */
static struct eni_str
criteria(struct sheet *s, enum eni_answer answer)
{
	struct eni_page *p = &s->letters.page;
	struct eni_str heading = label(s, "criteria", eni_word_code(ENI_V_ANSWER, (int)answer));
	struct eni_str mark = label(s, "join", "item");
	struct eni_buf b = {0};

	for (size_t i = 0; i < s->a.n; i++) {
		const struct eni_rule *r = s->a.criterion[i].rule;
		struct eni_str say = eni_page_shown(p, r->say.n > 0 ? r->say : r->id);

		if (s->a.criterion[i].answer != answer)
			continue;
		if (b.n == 0)
			eni_buf_add(&b, heading);
		eni_buf_printf(&b, "\n%.*s%.*s", (int)mark.n, mark.p, (int)say.n, say.p);
	}
	return keep(s, &b);
}

static void
put_row(struct sheet *s, struct eni_str what, struct eni_str text)
{
	struct eni_print *p = &s->r.print;

	if (text.n == 0)
		return;
	p->cell[SHEET_WHAT] = what;
	p->cell[SHEET_TEXT] = text;
	eni_print_row(p, ENI_NONE);
}

static int
print_rows(struct sheet *s, const struct eni_blank *blank)
{
	eni_print_begin(&s->r.print);
	put_row(s, ENI_S("capacity"), blank[ENI_BLANK_CAPACITY].value);
	put_row(s, ENI_S("person"), blank[ENI_BLANK_PERSON].value);
	put_row(s, ENI_S("phone"), blank[ENI_BLANK_PHONE].value);
	put_row(s, ENI_S("strengths"), blank[ENI_BLANK_STRENGTHS].value);
	for (size_t k = 0; k < ANSWERS; k++)
		for (size_t i = 0; i < s->a.n; i++)
			if (s->a.criterion[i].answer == answers[k])
				put_row(s, eni_str_of(eni_word_code(ENI_V_ANSWER, (int)answers[k])),
				    s->a.criterion[i].rule->say.n > 0 ? s->a.criterion[i].rule->say : s->a.criterion[i].rule->id);
	put_row(s, ENI_S("terms"), blank[ENI_BLANK_TERMS].value);
	return eni_print_end(&s->r.print);
}

static int
print_sheet(struct sheet *s)
{
	struct eni_letters *l = &s->letters;
	struct eni_blank blank[ENI_BLANKS];
	const struct eni_errand errand = {
	    .way = ENI_WAY_LIST, .channel = ENI_CHANNEL_LETTER, .to = ENI_TO_REFERRER, .class = ENI_CLASS_CARE};
	struct eni_letter x = {.subject = ENI_NONE};
	struct eni_buf lines = {0};

	eni_letters_blanks(l, blank);
	blank[ENI_BLANK_CAPACITY].value = capacity(s);
	blank[ENI_BLANK_DATE].value = eni_page_when(&l->page, (struct eni_when){s->r.run->now.day, ENI_NOTIME});
	if (s->r.run->format != ENI_TEXT_PAGE)
		return print_rows(s, blank);
	for (size_t k = 0; k < ANSWERS; k++) {
		struct eni_str part = criteria(s, answers[k]);

		if (part.n > 0 && lines.n > 0)
			eni_buf_add(&lines, ENI_S("\n\n"));
		eni_buf_add(&lines, part);
	}
	blank[ENI_BLANK_LINES].value = keep(s, &lines);
	x.text = eni_letters_fill(l, "sheet", blank);
	eni_gate((struct eni_standing){0}, errand, &x.pass); /* it is about no person */
	eni_letters_begin(l);
	eni_letters_put(l, &x);
	return eni_letters_end(l);
}

int
eni_verb_sheet(struct eni_run *run)
{
	struct sheet s = {0};
	int rc = -1;

	if (run->n_operands > 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "sheet: takes no operand; it is about the office");
	if (eni_reception_open(&s.r, run, sheet_offer, SHEET_COLUMNS, false) == -1 ||
	    eni_letters_open(&s.letters, run, &s.r.desk.people, &s.r.print) == -1)
		goto done;
	s.counts = eni_office_get(&run->book.office, "seats") != NULL;
	if (s.counts && eni_places_want(&s.places, &run->book, "sheet") == -1)
		goto done;
	if (eni_acceptance_read(&s.a, &s.r.labels) == -1 || eni_reception_load(&s.r) == -1)
		goto done;
	rc = print_sheet(&s);
done:
	eni_places_free(&s.places);
	eni_acceptance_free(&s.a);
	eni_letters_close(&s.letters);
	eni_reception_close(&s.r);
	return rc;
}

/* ---- brochure ---- */

enum { BROCHURE_MISSING, BROCHURE_WANT, BROCHURE_COLUMNS };
static const struct eni_offer brochure_offer[] = {
    [BROCHURE_MISSING] = {"missing", ENI_COL_TEXT, ENI_V_NONE, 0}, [BROCHURE_WANT] = {"want", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(brochure_offer, BROCHURE_COLUMNS);

/* What a brochure holds, and where the office says it: in the setting of that name, else in a further one.  Some of it belongs
 * there only if a strength has one of these words. */
static const struct {
	const char *what, *setting, *else_setting, *strength;
} contents[] = {{"strengths", "office.brochure.strengths", "office.strengths", NULL},
    {"cases", "office.brochure.cases", NULL, NULL},
    {"terminal", "office.brochure.terminal", NULL, "terminal 看取 みとり ターミナル 終末期 緩和ケア 临终 安宁 终末 缓和"}};

/* Something is written there, and it is no `no`. */
static bool
is_filled(const struct eni_node *node)
{
	if (node == NULL)
		return false;
	if (node->type == ENI_SCALAR)
		return eni_str_trim(node->text).n > 0 && eni_word_find(ENI_V_YES, node->text) != ENI_YES_NO;
	for (size_t i = 0; i < node->n; i++)
		if (is_filled(node->item[i]))
			return true;
	return false;
}

/* Whether a text under the node has one of the words. */
static bool
names(const struct eni_node *node, const char *words)
{
	struct eni_str rest = eni_str_of(words), word;

	if (node == NULL)
		return false;
	if (node->type == ENI_SCALAR)
		while (eni_piece(&rest, &word))
			if (node->text.n > 0 && memmem(node->text.p, node->text.n, word.p, word.n) != NULL)
				return true;
	for (size_t i = 0; node->type != ENI_SCALAR && i < node->n; i++)
		if (names(node->item[i], words))
			return true;
	return false;
}

static bool
belongs(const struct eni_office *o, size_t i)
{
	return contents[i].strength == NULL || names(eni_office_get(o, "office.strengths"), contents[i].strength) ||
	       names(eni_office_get(o, "office.brochure.strengths"), contents[i].strength);
}

struct brochure {
	struct eni_run *run;
	struct eni_print print;
	struct eni_page page;
	size_t story; /* client column */
};

static void
put_missing(struct brochure *b, const char *what, struct eni_str want)
{
	b->print.cell[BROCHURE_MISSING] = eni_str_of(what);
	b->print.cell[BROCHURE_WANT] = want;
	eni_print_row(&b->print, ENI_NONE);
}

/* A case that is a client of ours needs consent. */
static void
check_cases(struct brochure *b, const struct eni_node *node)
{
	struct eni_book *book = &b->run->book;
	struct eni_str rest, piece;

	if (node == NULL)
		return;
	for (size_t i = 0; node->type != ENI_SCALAR && i < node->n; i++)
		check_cases(b, node->item[i]);
	if (node->type != ENI_SCALAR)
		return;
	for (rest = node->text; eni_piece(&rest, &piece);) {
		uint32_t client = eni_book_find_id(book, piece);

		if (client != ENI_NONE && eni_subject_is_client(book, client) &&
		    eni_sheet_code(&book->clients, b->story, client) != ENI_YES_YES)
			put_missing(b, "consent_story", eni_subject_id(book, client));
	}
}

static void
print_missing(struct brochure *b)
{
	struct eni_run *run = b->run;

	for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
		const char *what = contents[i].what;
		const struct eni_node *node = eni_office_get(&run->book.office, contents[i].setting);

		if (node == NULL && contents[i].else_setting != NULL)
			node = eni_office_get(&run->book.office, contents[i].else_setting);
		if (!is_filled(node) && belongs(&run->book.office, i))
			put_missing(b, what, eni_texts_label(&b->page.texts, "brochure", eni_str_of(what), run->lang));
		else if (strcmp(what, "cases") == 0)
			check_cases(b, node);
	}
}

int
eni_verb_brochure(struct eni_run *run)
{
	struct brochure b = {.run = run};
	int rc = -1;

	if (run->n_operands > 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "brochure: takes no operand; it is about the office");
	if (eni_page_open(&b.page, run) == -1 || eni_book_peek(&run->book, ENI_CLIENTS) == -1 ||
	    eni_print_prepare(&b.print, run, brochure_offer, BROCHURE_COLUMNS, NULL) == -1)
		goto done;
	b.story = eni_sheet_want(&run->book.clients, ENI_S("consent_story"), ENI_AS_TYPED);
	if (eni_book_load(&run->book) == -1 || eni_book_index(&run->book) == -1)
		goto done;
	eni_print_begin(&b.print);
	print_missing(&b);
	rc = eni_print_end(&b.print);
done:
	eni_arena_free(&b.print.row);
	eni_page_close(&b.page);
	return rc;
}
