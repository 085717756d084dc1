/* intake brief: what the receptionist knows before the visitor arrives. */
#include <stdlib.h>

#include "cli/page.h"
#include "cli/reception.h"
#include "cmd/intake/verbs.h"
#include "reception/appointments.h"

enum {
	BRIEF_ID,
	BRIEF_NAME,
	BRIEF_TAGS,
	BRIEF_ROUTE,
	BRIEF_PREPARE,
	BRIEF_EVIDENCE,
	BRIEF_DECISION_MAKER,
	BRIEF_CONCERN,
	BRIEF_FIRST, /* columns that are printed unasked end here */
	BRIEF_TEAM = BRIEF_FIRST,
	BRIEF_COLUMNS
};
static const struct eni_offer offer[] = {[BRIEF_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_NAME] = {"name", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_TAGS] = {"tags", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_ROUTE] = {"route", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_PREPARE] = {"prepare", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_EVIDENCE] = {"evidence", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_DECISION_MAKER] = {"decision_maker", ENI_COL_TEXT, ENI_V_NONE, 0},
    [BRIEF_CONCERN] = {"concern", ENI_COL_TEXT, ENI_V_CONCERN, 0},
    [BRIEF_TEAM] = {"team", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, BRIEF_COLUMNS);

/* The columns that are lists of labels. */
static const struct {
	int column;
	enum eni_label label;
	const char *kind; /* of labels in labels.yaml */
} lists[] = {{BRIEF_TAGS, ENI_LABEL_TAG, "tag"}, {BRIEF_ROUTE, ENI_LABEL_ROUTE, "route"},
    {BRIEF_PREPARE, ENI_LABEL_PREPARE, "prepare"}, {BRIEF_EVIDENCE, ENI_LABEL_EVIDENCE, "evidence"},
    {BRIEF_TEAM, ENI_LABEL_TEAM, "team"}};
enum { LISTS = sizeof lists / sizeof *lists };

struct brief {
	struct eni_reception r;
	struct eni_page page;
	struct eni_appointments appointments;
	size_t concern, sex, relation, decider, attitude, health, habits, wish, needs; /* client columns */
	struct visitor {
		uint32_t client;
		struct eni_when at;
	} * visitor;
	size_t n, cap;
};

/* ---- who ---- */

static int
by_time(const void *a, const void *b)
{
	const struct visitor *x = a, *y = b;
	int c = eni_when_cmp(x->at, y->at);

	return c != 0 ? c : (x->client > y->client) - (x->client < y->client);
}

/* Where appointments are kept, they choose: today's, in their order (decision 25).  Otherwise all. */
static void
keep_appointments(struct brief *b)
{
	bool any = false;
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		any |= eni_is_day(b->visitor[i].at);
	if (!any || b->r.run->book.any_operand)
		return;
	for (size_t i = 0; i < b->n; i++)
		if (b->visitor[i].at.day == b->r.run->now.day)
			b->visitor[n++] = b->visitor[i];
	b->n = n;
	if (n > 1)
		qsort(b->visitor, n, sizeof *b->visitor, by_time);
}

static void
find_visitors(struct brief *b)
{
	const struct eni_book *book = &b->r.run->book;

	for (uint32_t client; (client = eni_reception_next(&b->r)) != ENI_NONE;) {
		b->visitor = eni_grow(b->visitor, &b->cap, b->n + 1, sizeof *b->visitor);
		b->visitor[b->n++] = (struct visitor){client, eni_appointment(&b->appointments, book, client, b->r.run->now.day)};
	}
	keep_appointments(b);
}

/* The worries as codes; as they are written where a part of them is not understood. */
static struct eni_str
concern_of(const struct brief *b, uint32_t client, struct eni_buf *buf)
{
	const struct eni_sheet *s = &b->r.run->book.clients;

	buf->n = 0;
	eni_value_normal(buf, s->column[b->concern].field, eni_sheet_text(s, b->concern, client), 0);
	return eni_buf_str(buf);
}

/* ---- rows ---- */

static struct eni_str
keep(struct eni_print *p, struct eni_buf *b)
{
	struct eni_str s = eni_arena_keep(&p->row, eni_buf_str(b));

	b->n = 0;
	return s;
}

/* Codes, or labels where people read them. */
static struct eni_str
list_text(struct brief *b, size_t i, struct eni_buf *buf)
{
	const struct eni_label_list *list = &b->r.labels.list[lists[i].label];
	const char *lang = b->r.run->lang;
	bool words = eni_print_for_people(b->r.run) && strcmp(lang, "en") != 0;

	for (size_t k = 0; k < list->n; k++) {
		if (k > 0)
			eni_buf_char(buf, ' ');
		eni_buf_add(buf, words ? eni_texts_label(&b->page.texts, lists[i].kind, list->word[k], lang) : list->word[k]);
	}
	return keep(&b->r.print, buf);
}

static void
print_row(struct brief *b, uint32_t client, struct eni_buf *buf)
{
	struct eni_print *p = &b->r.print;

	p->cell[BRIEF_ID] = eni_subject_id(&b->r.run->book, client);
	p->cell[BRIEF_NAME] = eni_people_name(&b->r.desk.people, client);
	p->cell[BRIEF_DECISION_MAKER] = eni_people_who(&b->r.desk.people, client, ENI_TO_DECISION_MAKER);
	concern_of(b, client, buf);
	p->cell[BRIEF_CONCERN] = keep(p, buf);
	for (size_t i = 0; i < LISTS; i++)
		p->cell[lists[i].column] = list_text(b, i, buf);
	eni_print_row(p, client);
}

static int
print_rows(struct brief *b)
{
	struct eni_buf buf = {0};

	eni_print_begin(&b->r.print);
	for (size_t i = 0; i < b->n; i++) {
		eni_labels_of(&b->r.labels, b->visitor[i].client);
		print_row(b, b->visitor[i].client, &buf);
	}
	eni_buf_free(&buf);
	return eni_print_end(&b->r.print);
}

/* ---- pages ---- */

enum {
	B_NAME,
	B_ID,
	B_WHEN,
	B_WHO,
	B_CONCERN,
	B_TAGS,
	B_ROUTE,
	B_PREPARE,
	B_EVIDENCE,
	B_OFFICE,
	B_PERSON,
	B_PHONE,
	B_ANSWER,
	B_ANSWERS,
	B_OWN,
	B_FAMILY,
	B_ATTITUDE,
	B_HEALTH,
	B_HABITS,
	B_WISH,
	B_NEEDS,
	B_TEAM,
	BLANKS
};
static const char *const blank_name[] = {[B_NAME] = "name",
    [B_ID] = "id",
    [B_WHEN] = "when",
    [B_WHO] = "who",
    [B_CONCERN] = "concern",
    [B_TAGS] = "tags",
    [B_ROUTE] = "route",
    [B_PREPARE] = "prepare",
    [B_EVIDENCE] = "evidence",
    [B_OFFICE] = "office",
    [B_PERSON] = "person",
    [B_PHONE] = "phone",
    [B_ANSWER] = "answer",
    [B_ANSWERS] = "answers",
    [B_OWN] = "own",
    [B_FAMILY] = "family",
    [B_ATTITUDE] = "attitude",
    [B_HEALTH] = "health",
    [B_HABITS] = "habits",
    [B_WISH] = "wish",
    [B_NEEDS] = "needs",
    [B_TEAM] = "team"};
ENI_ROW_FOR_EACH(blank_name, BLANKS);

static struct eni_str
labels(struct brief *b, const char *kind, const struct eni_label_list *list)
{
	struct eni_buf codes = {0};
	struct eni_str s;

	eni_labels_text(&codes, list);
	s = eni_page_list(&b->page, kind, eni_buf_str(&codes));
	eni_buf_free(&codes);
	return s;
}

/* The words and the evidence of every rule that answers a worry. */
static struct eni_str
answers(struct brief *b, struct eni_blank *blank)
{
	static const struct eni_str none = {"", 0};
	struct eni_str all = none;

	for (size_t i = 0; i < b->r.labels.n_rules; i++) {
		const struct eni_label_rule *x = &b->r.labels.rule[i];
		const struct eni_label_list *say = &x->gives[ENI_LABEL_SAY], *evidence = &x->gives[ENI_LABEL_EVIDENCE];

		if (!x->speaks || (say->n == 0 && evidence->n == 0))
			continue;
		blank[B_EVIDENCE].value = labels(b, "evidence", evidence);
		blank[B_ANSWER].value = say->n == 0 ? none : eni_page_fill(&b->page, say->word[0], 0, blank, BLANKS);
		all = eni_page_below(&b->page, all, eni_page_fill(&b->page, ENI_S("brief-answer"), 0, blank, BLANKS));
	}
	return all;
}

/* Whoever is written to decide; nobody where that is not written, for the relative may not. */
static struct eni_str
decider(struct brief *b, uint32_t client)
{
	if (eni_str_trim(eni_sheet_text(&b->r.run->book.clients, b->decider, client)).n == 0)
		return (struct eni_str){"", 0};
	return eni_people_who_addressed(&b->r.desk.people, client, ENI_TO_DECISION_MAKER);
}

/* The relative, and what they are to the client; nothing where `who` has said it all. */
static struct eni_str
family(struct brief *b, uint32_t client, struct eni_str who)
{
	const struct eni_sheet *s = &b->r.run->book.clients;
	struct eni_str relative = eni_people_who_addressed(&b->r.desk.people, client, ENI_TO_FAMILY),
		       relation = eni_str_trim(eni_sheet_text(s, b->relation, client));
	struct eni_buf both = {0};

	if (eni_str_is(relative, "-"))
		relative = (struct eni_str){"", 0};
	if (relation.n == 0 && eni_str_eq(eni_people_who(&b->r.desk.people, client, ENI_TO_FAMILY), who))
		return relation;
	if (relative.n > 0)
		eni_buf_add(&both, eni_page_name(&b->page, relative, 0));
	if (relation.n > 0)
		eni_buf_printf(&both, both.n > 0 ? " (%.*s)" : "%.*s", (int)relation.n, relation.p);
	relation = eni_page_line(&b->page, eni_buf_str(&both));
	eni_buf_free(&both);
	return relation;
}

/* A cell on one line, as it is written. */
static struct eni_str
written(struct brief *b, size_t column, uint32_t client)
{
	return eni_page_line(&b->page, eni_str_trim(eni_sheet_text(&b->r.run->book.clients, column, client)));
}

/* The worries in words, or as they are written where something was read into them or not at all. */
static struct eni_str
concern(struct brief *b, uint32_t client)
{
	struct eni_str cell = eni_str_trim(eni_sheet_text(&b->r.run->book.clients, b->concern, client)), shown;
	struct eni_buf codes = {0};

	if (eni_words_read(ENI_V_CONCERN, cell).how > ENI_READ_WHOLE)
		return written(b, b->concern, client);
	shown = eni_page_list(&b->page, "concern", concern_of(b, client, &codes));
	eni_buf_free(&codes);
	return shown;
}

static struct eni_str
needs(struct brief *b, uint32_t client)
{
	const struct eni_sheet *s = &b->r.run->book.clients;
	struct eni_buf codes = {0};
	struct eni_str shown;

	eni_value_normal(&codes, s->column[b->needs].field, eni_sheet_text(s, b->needs, client), 0);
	shown = eni_page_list(&b->page, "needs", eni_buf_str(&codes));
	eni_buf_free(&codes);
	return shown;
}

static struct eni_str
attitude(struct brief *b, uint32_t client)
{
	int code = eni_sheet_code(&b->r.run->book.clients, b->attitude, client);

	return code == 0 ? (struct eni_str){"", 0} : eni_str_of(eni_word_label(ENI_V_FAMILY_ATTITUDE, code, b->r.run->lang));
}

/* Whoever looks after the client, else who answers for the office. */
static void
fill_person(struct brief *b, uint32_t client, struct eni_blank *blank)
{
	struct eni_str who = eni_people_who(&b->r.desk.people, client, ENI_TO_STAFF);
	bool known = !eni_str_is(who, "-");

	blank[B_PERSON].value = known ? eni_page_line(&b->page, who) : b->r.run->book.office.person;
	blank[B_PHONE].value =
	    known ? eni_page_shown(&b->page, eni_people_via(&b->r.desk.people, client, ENI_TO_STAFF, ENI_CHANNEL_CALL))
		  : b->r.run->book.office.phone;
}

static void
fill_blanks(struct brief *b, const struct visitor *v, struct eni_blank *blank)
{
	const struct eni_book *book = &b->r.run->book;
	struct eni_page *p = &b->page;
	struct eni_str name = eni_people_name_addressed(&b->r.desk.people, v->client), who = decider(b, v->client);
	int sex = eni_sheet_code(&book->clients, b->sex, v->client);

	for (int i = 0; i < BLANKS; i++)
		blank[i] = (struct eni_blank){blank_name[i], {"", 0}};
	blank[B_NAME].value = eni_page_name(p, name, sex);
	blank[B_ID].value = eni_page_shown(p, eni_subject_id(book, v->client));
	if (who.n > 0)
		blank[B_WHO].value = eni_page_name(p, who, eni_str_eq(who, name) ? sex : 0);
	if (eni_str_eq(eni_people_who_addressed(&b->r.desk.people, v->client, ENI_TO_DECISION_MAKER), name))
		blank[B_OWN].value = ENI_S("yes");
	blank[B_WHEN].value = eni_page_when(p, v->at);
	blank[B_CONCERN].value = concern(b, v->client);
	blank[B_FAMILY].value =
	    family(b, v->client, who.n > 0 ? eni_people_who(&b->r.desk.people, v->client, ENI_TO_DECISION_MAKER) : who);
	blank[B_ATTITUDE].value = attitude(b, v->client);
	blank[B_HEALTH].value = written(b, b->health, v->client);
	blank[B_HABITS].value = written(b, b->habits, v->client);
	blank[B_WISH].value = written(b, b->wish, v->client);
	blank[B_NEEDS].value = needs(b, v->client);
	blank[B_OFFICE].value = book->office.name;
	fill_person(b, v->client, blank);
	blank[B_TAGS].value = labels(b, "tag", &b->r.labels.list[ENI_LABEL_TAG]);
	blank[B_ROUTE].value = labels(b, "route", &b->r.labels.list[ENI_LABEL_ROUTE]);
	blank[B_PREPARE].value = labels(b, "prepare", &b->r.labels.list[ENI_LABEL_PREPARE]);
	blank[B_TEAM].value = labels(b, "team", &b->r.labels.list[ENI_LABEL_TEAM]);
	blank[B_ANSWERS].value = answers(b, blank);
}

static void
print_pages(struct brief *b)
{
	struct eni_blank blank[BLANKS];

	for (size_t i = 0; i < b->n; i++) {
		eni_labels_of(&b->r.labels, b->visitor[i].client);
		fill_blanks(b, &b->visitor[i], blank);
		eni_page_print(&b->page, ENI_S("brief"), blank, BLANKS);
	}
}

static void
want_columns(struct brief *b)
{
	struct {
		const char *field;
		size_t *column;
	} want[] = {{"concern", &b->concern}, {"sex", &b->sex}, {"family_relation", &b->relation}, {"decision_maker", &b->decider},
	    {"family_attitude", &b->attitude}, {"health", &b->health}, {"habits", &b->habits}, {"wish", &b->wish},
	    {"needs", &b->needs}};

	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		*want[i].column = eni_sheet_want(&b->r.run->book.clients, eni_str_of(want[i].field), ENI_AS_TYPED);
}

int
eni_verb_brief(struct eni_run *run)
{
	struct brief b = {0};
	int rc = -1;

	if (eni_reception_open(&b.r, run, offer, BRIEF_COLUMNS, true) == -1 || eni_page_open(&b.page, run) == -1)
		goto done;
	eni_print_first(&b.r.print, BRIEF_FIRST);
	want_columns(&b);
	eni_appointments_want(&b.appointments, &run->book);
	if (eni_reception_load(&b.r) == -1)
		goto done;
	if (eni_appointments_read(&b.appointments, &run->book) == -1)
		goto done;
	find_visitors(&b);
	rc = 0;
	if (run->format == ENI_TEXT_PAGE)
		print_pages(&b);
	else
		rc = print_rows(&b);
done:
	free(b.visitor);
	eni_appointments_free(&b.appointments);
	eni_page_close(&b.page);
	eni_reception_close(&b.r);
	return rc;
}
