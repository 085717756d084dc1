/* Letters: see letter.h. */
#include "cli/letter.h"

#include <errno.h>
#include <stdlib.h>

#include "base/text.h"
#include "rule/rule.h"

static const char *const blank_name[] = {
    [ENI_BLANK_NAME] = "name",
    [ENI_BLANK_WHO] = "who",
    [ENI_BLANK_OFFICE] = "office",
    [ENI_BLANK_PERSON] = "person",
    [ENI_BLANK_PHONE] = "phone",
    [ENI_BLANK_DATE] = "date",
    [ENI_BLANK_UNTIL] = "until",
    [ENI_BLANK_NEXT] = "next",
    [ENI_BLANK_NOTE] = "note",
    [ENI_BLANK_KIND] = "kind",
    [ENI_BLANK_MISSING] = "missing",
    [ENI_BLANK_RULE] = "rule",
    [ENI_BLANK_ALTERNATIVE] = "alternative",
    [ENI_BLANK_CAPACITY] = "capacity",
    [ENI_BLANK_WEEKDAYS] = "weekdays",
    [ENI_BLANK_TERMS] = "terms",
    [ENI_BLANK_STRENGTHS] = "strengths",
    [ENI_BLANK_CARE_LEVEL] = "care_level",
    [ENI_BLANK_SAFETY] = "safety",
    [ENI_BLANK_TROUBLE] = "trouble",
    [ENI_BLANK_FAMILY] = "family",
    [ENI_BLANK_EFFECT] = "effect",
    [ENI_BLANK_RISKS] = "risks",
    [ENI_BLANK_LINES] = "lines",
    [ENI_BLANK_COUNT] = "count",
    [ENI_BLANK_ORG] = "org",
    [ENI_BLANK_VIA] = "via",
    [ENI_BLANK_TO] = "to",
    [ENI_BLANK_CHANNEL] = "channel",
    [ENI_BLANK_TODAY] = "today",
    [ENI_BLANK_TITLE] = "title",
    [ENI_BLANK_WHY] = "why",
    [ENI_BLANK_LATE] = "late",
    [ENI_BLANK_TOPICS] = "topics",
    [ENI_BLANK_SIGN] = "sign",
    [ENI_BLANK_ID] = "id",
    [ENI_BLANK_WHEN] = "when",
    [ENI_BLANK_DAYS] = "days",
    [ENI_BLANK_FREE] = "free",
    [ENI_BLANK_MONTH] = "month",
    [ENI_BLANK_REASON_NOTE] = "reason_note",
    [ENI_BLANK_PHOTOS] = "photos",
    [ENI_BLANK_CONSENT] = "consent",
    [ENI_BLANK_JOB] = "job",
    [ENI_BLANK_DEAR] = "dear",
    [ENI_BLANK_ADDRESS] = "address",
    [ENI_BLANK_FAX] = "fax",
    [ENI_BLANK_LINK] = "link",
    [ENI_BLANK_DATED] = "dated",
    [ENI_BLANK_SEASON] = "season",
    [ENI_BLANK_VISIT_AT] = "visit_at",
    [ENI_BLANK_EXPLAINED] = "explained",
    [ENI_BLANK_GREETING] = "greeting",
    [ENI_BLANK_BY] = "by",
    [ENI_BLANK_OFFICE_KIND] = "office_kind",
    [ENI_BLANK_STATUS] = "status",
    [ENI_BLANK_REASON] = "reason",
    [ENI_BLANK_SAME_DAY] = "same_day",
    [ENI_BLANK_AHEAD] = "ahead",
    [ENI_BLANK_VISITED] = "visited",
    [ENI_BLANK_CALM] = "calm",
    [ENI_BLANK_HELD] = "held",
    [ENI_BLANK_FULL] = "full",
    [ENI_BLANK_CAUSES_KNOWN] = "causes_known",
    [ENI_BLANK_PARTNER] = "partner",
    [ENI_BLANK_KNOWN] = "known",
    [ENI_BLANK_OWN] = "own",
    [ENI_BLANK_UNATTENDED] = "unattended",
    [ENI_BLANK_SHARING] = "sharing",
};
ENI_ROW_FOR_EACH(blank_name, ENI_BLANKS);

static const struct eni_str none = {"", 0};

/* ---- opening ---- */

static struct eni_str
sender(const struct eni_run *run)
{
	return eni_node_text(eni_office_get(&run->book.office, "mail.from"));
}

static int
check_sender(struct eni_run *run)
{
	const struct eni_node *from = eni_office_get(&run->book.office, "mail.from");

	if (run->format != ENI_MAIL_PAGE || eni_mail_address_ok(eni_mail_address(sender(run))))
		return 0;
	return eni_fail(&run->diag, eni_at(run->book.office.file, from == NULL ? 0 : from->line), "mail.from",
	    "want the address our mail comes from, as in mail: {from: office@example.org}");
}

int
eni_letters_open(struct eni_letters *l, struct eni_run *run, struct eni_people *people, struct eni_print *print)
{
	*l = (struct eni_letters){.run = run, .people = people, .print = print};
	eni_people_want_addressed(people);
	l->sex = eni_sheet_want(&run->book.clients, ENI_S("sex"), ENI_AS_TYPED);
	l->relation = eni_sheet_want(&run->book.clients, ENI_S("family_relation"), ENI_AS_RAW);
	return eni_page_open(&l->page, run) == -1 ? -1 : check_sender(run);
}

void
eni_letters_close(struct eni_letters *l)
{
	eni_page_close(&l->page);
}

size_t
eni_letters_columns(const struct eni_run *run, size_t n)
{
	return run->format == ENI_TABLE && eni_opt(run, "fields") == NULL ? n - 1 : n;
}

/* ---- blanks ---- */

static size_t
count_terms(const struct eni_node *terms)
{
	return terms == NULL ? 0 : terms->type == ENI_SCALAR ? 1 : terms->n;
}

/* By what a standing line, or its name, speaks of money or of overtime. */
static const char *const fees[] = {"price", "fee", "extension", "料金", "費用", "利用料", "単価", "円", "延長", "价格", "费用",
    "收费", "元", "延长", "延时", "超时"};

static bool
is_of_fees(struct eni_str s)
{
	for (size_t i = 0; i < sizeof fees / sizeof *fees; i++)
		if (s.n > 0 && memmem(s.p, s.n, fees[i], strlen(fees[i])) != NULL)
			return true;
	return false;
}

/* Our standing lines on price, extension and exceptions: one text, a list, or by name (decision 46).  An office whose work costs
 * the client nothing has none of the first two. */
static struct eni_str
standing_terms(struct eni_letters *l)
{
	const struct eni_office *o = &l->run->book.office;
	const struct eni_node *terms = eni_office_get(o, "office.terms");
	struct eni_str join = eni_texts_label(&l->page.texts, "join", ENI_S("terms"), l->run->lang), s;
	bool free = eni_word_is(ENI_V_OFFICE_KIND, eni_office_kind(o), ENI_IS_FREE);
	struct eni_buf all = {0};

	for (size_t i = 0; i < count_terms(terms); i++) {
		struct eni_str term = eni_node_text(terms->type == ENI_SCALAR ? terms : terms->item[i]);

		if (free && (is_of_fees(term) || (terms->type == ENI_MAP && is_of_fees(eni_node_text(terms->key[i])))))
			continue;
		if (term.n > 0 && all.n > 0)
			eni_buf_add(&all, join);
		eni_buf_add(&all, term);
	}
	s = eni_page_shown(&l->page, eni_buf_str(&all));
	eni_buf_free(&all);
	return s;
}

/* What we are good at: codes in words, the office's own as they stand. */
static struct eni_str
strengths(struct eni_letters *l)
{
	const struct eni_node *list = eni_office_get(&l->run->book.office, "office.strengths");
	struct eni_str join = eni_texts_label(&l->page.texts, "join", ENI_S("list"), l->run->lang), s;
	struct eni_buf all = {0};

	for (size_t i = 0; list != NULL && i < list->n; i++) {
		struct eni_str strength = eni_str_trim(eni_node_text(list->item[i]));

		if (strength.n > 0 && all.n > 0)
			eni_buf_add(&all, join);
		eni_buf_add(&all, eni_texts_label(&l->page.texts, "strength", strength, l->run->lang));
	}
	s = eni_page_shown(&l->page, eni_buf_str(&all));
	eni_buf_free(&all);
	return s;
}

void
eni_letters_blanks(struct eni_letters *l, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_office *o = &l->run->book.office;

	for (int i = 0; i < ENI_BLANKS; i++)
		blank[i] = (struct eni_blank){blank_name[i], none};
	blank[ENI_BLANK_OFFICE].value = o->name;
	blank[ENI_BLANK_PERSON].value = o->person;
	blank[ENI_BLANK_PHONE].value = o->phone;
	blank[ENI_BLANK_FAX].value = o->fax;
	blank[ENI_BLANK_ADDRESS].value = o->address;
	blank[ENI_BLANK_LINK].value = o->link;
	if (eni_office_kind(o) > 0)
		blank[ENI_BLANK_OFFICE_KIND].value = eni_str_of(eni_word_code(ENI_V_OFFICE_KIND, eni_office_kind(o)));
	blank[ENI_BLANK_TERMS].value = standing_terms(l);
	blank[ENI_BLANK_STRENGTHS].value = strengths(l);
	blank[ENI_BLANK_DATED].value = eni_page_dated(&l->page, l->run->now.day);
	blank[ENI_BLANK_SEASON].value = eni_page_season(&l->page, l->run->now.day);
}

void
eni_letters_person(struct eni_letters *l, uint32_t client, struct eni_blank blank[ENI_BLANKS])
{
	struct eni_str who = eni_people_who(l->people, client, ENI_TO_STAFF),
		       phone = eni_people_via(l->people, client, ENI_TO_STAFF, ENI_CHANNEL_CALL);

	if (eni_str_is(who, "-"))
		return;
	blank[ENI_BLANK_PERSON].value = eni_page_line(&l->page, who);
	if (phone.n > 0)
		blank[ENI_BLANK_PHONE].value = eni_page_shown(&l->page, phone);
}

struct eni_str
eni_letters_name(struct eni_letters *l, uint32_t client)
{
	return eni_page_name(
	    &l->page, eni_people_name_addressed(l->people, client), eni_sheet_code(&l->run->book.clients, l->sex, client));
}

/* How long the longest word of a label is that stands in a relation. */
static size_t
kinship(const struct eni_letters *l, const char *code, struct eni_str relation)
{
	struct eni_str words = eni_texts_label(&l->page.texts, "kin", eni_str_of(code), l->run->lang), word;
	size_t longest = 0;

	while (eni_piece(&words, &word))
		if (word.n > longest && word.n <= relation.n && memmem(relation.p, relation.n, word.p, word.n) != NULL)
			longest = word.n;
	return longest;
}

/* The relative's, by what they are to the client (label kin): 儿媳 is a woman.  Where no relative is named, an inquiry form means
 * whoever decides. */
static const char *
form_by_relation(const struct eni_letters *l, uint32_t client, int to)
{
	struct eni_str relation = eni_sheet_text(&l->run->book.clients, l->relation, client),
		       who = eni_people_who(l->people, client, to), family = eni_people_who(l->people, client, ENI_TO_FAMILY);
	size_t male = kinship(l, "male", relation), female = kinship(l, "female", relation);

	if (male == female || !(eni_str_is(family, "-") ? to == ENI_TO_DECISION_MAKER : eni_str_eq(who, family)))
		return "any";
	return male > female ? "male" : "female";
}

/* Where a referrer's record names no person, the organisation is addressed (decision 50). */
static const char *
form_of_address(const struct eni_letters *l, uint32_t subject, int to)
{
	uint32_t row = eni_people_partner(l->people, subject, to);
	const struct eni_sheet *s = &l->run->book.referrers;

	if (row != ENI_NONE && eni_str_trim(eni_sheet_text(s, l->people->name.person, row)).n == 0)
		return "org";
	if (!eni_to_is_partner(to) && eni_subject_is_client(&l->run->book, subject))
		return form_by_relation(l, subject, to);
	return to == ENI_TO_DOCTOR ? "doctor" : "any";
}

bool
eni_letters_is_own(const struct eni_letters *l, uint32_t subject, int to)
{
	return eni_subject_is_client(&l->run->book, subject) && !eni_to_is_partner(to) && to != ENI_TO_STAFF &&
	       eni_str_eq(eni_people_who_addressed(l->people, subject, to), eni_people_name_addressed(l->people, subject));
}

struct eni_str
eni_letters_who(struct eni_letters *l, uint32_t subject, int to)
{
	struct eni_str who = eni_people_who_addressed(l->people, subject, to);
	struct eni_buf out = {0};
	struct eni_str s;

	if (eni_str_is(who, "-"))
		return none;
	if (eni_letters_is_own(l, subject, to))
		return eni_letters_name(l, subject);
	eni_texts_address(&out, &l->page.texts, eni_page_line(&l->page, who), form_of_address(l, subject, to), l->run->lang);
	s = eni_arena_keep(&l->page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

struct eni_str
eni_letters_dear(struct eni_letters *l, uint32_t subject, int to)
{
	const struct eni_sheet *clients = &l->run->book.clients;
	const char *code = !eni_letters_is_own(l, subject, to) ? form_of_address(l, subject, to)
			   : eni_sheet_code(clients, l->sex, subject) > 0
			       ? eni_word_code(ENI_V_SEX, eni_sheet_code(clients, l->sex, subject))
			       : "any";

	return eni_texts_has_address(&l->page.texts, eni_people_who_addressed(l->people, subject, to), code, l->run->lang)
		   ? eni_letters_who(l, subject, to)
		   : none;
}

struct eni_str
eni_letters_house(struct eni_letters *l, uint32_t subject, int to)
{
	return !eni_to_is_partner(to) || eni_people_is_house(l->people, subject, to)
		   ? none
		   : eni_page_shown(&l->page, eni_people_org(l->people, subject, to));
}

void
eni_letters_need(struct eni_letters *l, struct eni_blank *blank, const char *option, uint32_t subject, struct eni_place at)
{
	struct eni_str id = eni_book_said(&l->run->book, eni_subject_id(&l->run->book, subject));
	const char *given = eni_opt(l->run, option);

	if (blank->value.n == 0 && given != NULL)
		blank->value = eni_page_shown(&l->page, eni_str_of(given));
	if (blank->value.n > 0)
		return;
	blank->value = ENI_S("____");
	eni_warn(&l->run->diag, at, blank->name,
	    option[0] == '\0' ? N_("%.*s: is empty and stays open in the text")
			      : N_("%.*s: is empty and stays open in the text; --%s fills it"),
	    (int)id.n, id.p, option);
}

struct eni_str
eni_letters_items(struct eni_letters *l, const struct eni_str *item, size_t n)
{
	struct eni_str mark = eni_texts_label(&l->page.texts, "join", ENI_S("item"), l->run->lang);
	struct eni_buf all = {0};
	struct eni_str s;

	for (size_t i = 0; n > 1 && i < n; i++)
		eni_buf_printf(&all, "\n%.*s%.*s", (int)mark.n, mark.p, (int)item[i].n, item[i].p);
	s = n == 1 ? item[0] : eni_arena_keep(&l->page.row, eni_buf_str(&all));
	eni_buf_free(&all);
	return s;
}

struct eni_str
eni_letters_sharing(struct eni_letters *l, int sharing)
{
	return sharing == 0
		   ? none
		   : eni_texts_label(&l->page.texts, "sharing", eni_str_of(eni_word_code(ENI_V_SHARING, sharing)), l->run->lang);
}

struct eni_str
eni_letters_headed(struct eni_letters *l, int sharing, struct eni_str page)
{
	struct eni_str heading = eni_letters_sharing(l, sharing);

	return heading.n == 0 ? page
			      : eni_arena_printf(&l->page.row, "%.*s\n\n%.*s", (int)heading.n, heading.p, (int)page.n, page.p);
}

struct eni_str
eni_letters_note(struct eni_letters *l, struct eni_str note)
{
	return eni_page_line(&l->page, note);
}

struct eni_str
eni_letters_fill_to(struct eni_letters *l, struct eni_str say, int to, const struct eni_blank blank[ENI_BLANKS])
{
	struct eni_str text = eni_page_fill(&l->page, say, to, blank, ENI_BLANKS), s;
	struct eni_buf out = {0};

	for (size_t i = 0; i < text.n; i++) {
		while (text.p[i] == '\n' && out.n > 0 && out.p[out.n - 1] == ' ')
			out.n--;
		eni_buf_char(&out, text.p[i]);
	}
	s = eni_arena_keep(&l->page.row, eni_buf_str(&out));
	eni_buf_free(&out);
	return s;
}

void
eni_letters_greet(struct eni_letters *l, struct eni_blank blank[ENI_BLANKS])
{
	blank[ENI_BLANK_GREETING].value = eni_letters_fill(l, "greeting", blank);
}

struct eni_str
eni_letters_fill(struct eni_letters *l, const char *say, const struct eni_blank blank[ENI_BLANKS])
{
	return eni_letters_fill_to(l, eni_str_of(say), 0, blank);
}

/* ---- out ---- */

struct eni_str
eni_letters_mailable(struct eni_letters *l, uint32_t subject, int to)
{
	const struct eni_book *b = &l->run->book;
	uint32_t row = eni_people_partner(l->people, subject, to);
	struct eni_str id =
	    eni_book_said(&l->run->book, row == ENI_NONE ? eni_subject_id(b, subject) : eni_sheet_id(&b->referrers, row));
	struct eni_str address = eni_mail_address(eni_people_via(l->people, subject, to, ENI_CHANNEL_EMAIL));
	struct eni_wishes w = eni_people_wishes(l->people, subject, to);
	size_t i = 0;

	if (l->run->format != ENI_MAIL_PAGE)
		return none;
	while (i < w.n && w.code[i] != ENI_CHANNEL_EMAIL)
		i++;
	if (!eni_mail_address_ok(address))
		eni_warn(&l->run->diag, ENI_NOWHERE, NULL,
		    address.n == 0 ? N_("%.*s: no e-mail address on file; not mailed")
				   : N_("%.*s: the e-mail address on file is none; not mailed"),
		    (int)id.n, id.p);
	else if (row != ENI_NONE && eni_sheet_code(&b->referrers, l->people->ref_optout, row) == ENI_YES_YES)
		eni_warn(&l->run->diag, ENI_NOWHERE, NULL, "%.*s: wants no contact; not mailed", (int)id.n, id.p);
	else if (eni_wishes_exclude(&w, ENI_CHANNEL_EMAIL) || (row != ENI_NONE && w.n > 0 && i == w.n))
		eni_warn(
		    &l->run->diag, ENI_NOWHERE, NULL, "%.*s: wishes to be reached, but not by e-mail; not mailed", (int)id.n, id.p);
	else
		return address;
	return none;
}

void
eni_letters_begin(struct eni_letters *l)
{
	eni_print_begin(l->print);
}

void
eni_letters_put(struct eni_letters *l, const struct eni_letter *x)
{
	if (x->pass == NULL)
		return;
	eni_print_row_about(l->print, x->subject, x);
	eni_arena_reset(&l->page.row);
}

int
eni_letters_end(struct eni_letters *l)
{
	struct eni_run *run = l->run;

	if (eni_print_end(l->print) == -1)
		return -1;
	eni_diag_flush(&run->diag);
	errno = 0;
	if (fflush(run->out) == EOF || ferror(run->out))
		return eni_fail(
		    &run->diag, eni_at("standard output", 0), NULL, "cannot be written: %s", strerror(errno != 0 ? errno : EIO));
	return 0;
}

/* ---- as pages ---- */

struct pages {
	struct eni_run *run;
	size_t n;
};

static void *
begin_pages(struct eni_print *p, const void *how)
{
	struct pages *s = eni_arena_clear(&p->run->arena, sizeof *s);

	(void)how;
	s->run = p->run;
	return s;
}

static void
add_page(void *state, uint32_t subject, const void *about)
{
	struct pages *s = state;
	const struct eni_letter *x = about;

	(void)subject;
	fprintf(s->run->out, "%s%.*s\n", s->n == 0 ? "" : "\f", (int)x->text.n, x->text.p);
	s->n++;
	s->run->printed++;
}

static int
end_pages(void *state)
{
	(void)state;
	return 0;
}

const struct eni_sink eni_pages_sink = {begin_pages, add_page, end_pages};

/* ---- as mail ---- */

struct outbox {
	struct eni_run *run;
	struct eni_str from, from_name;
	struct eni_mail *mail;
	size_t n, cap;
};

static void *
begin_mail(struct eni_print *p, const void *how)
{
	struct outbox *o = eni_arena_clear(&p->run->arena, sizeof *o);

	(void)how;
	o->run = p->run;
	o->from = eni_mail_address(sender(p->run));
	o->from_name = eni_mail_name(sender(p->run));
	if (o->from_name.n == 0)
		o->from_name = p->run->book.office.name;
	return o;
}

static void
add_mail(void *state, uint32_t subject, const void *about)
{
	struct outbox *o = state;
	const struct eni_letter *x = about;
	struct eni_run *run = o->run;
	struct eni_arena *a = &run->arena;

	(void)subject;
	o->mail = eni_grow(o->mail, &o->cap, o->n + 1, sizeof *o->mail);
	o->mail[o->n++] = (struct eni_mail){.pass = x->pass,
	    .from = o->from,
	    .from_name = o->from_name,
	    .office = run->book.office.name,
	    .to = eni_arena_keep(a, x->address),
	    .subject = eni_arena_keep(a, x->heading),
	    .body = eni_arena_keep(a, x->text),
	    .date = run->stamp,
	    .utc_minutes = run->book.office.utc_minutes,
	    .identity = eni_arena_keep(a, x->identity),
	    .about = eni_str_of(run->verb->name),
	    .lang = eni_str_of(run->lang)};
	run->printed++;
}

static int
end_mail(void *state)
{
	struct outbox *o = state;

	eni_mail_write(o->run->out, o->mail, o->n);
	free(o->mail);
	return 0;
}

const struct eni_sink eni_mail_sink = {begin_mail, add_mail, end_mail};
