/* intake match: packages, best first, and what they do not cover. */
#include "base/num.h"
#include "cli/page.h"
#include "cli/reception.h"
#include "cmd/intake/verbs.h"
#include "reception/packages.h"

enum { MATCH_ID, MATCH_PACKAGE, MATCH_PERCENT, MATCH_PRICE, MATCH_MISSING, MATCH_SERVES, MATCH_WITHIN_BUDGET, MATCH_COLUMNS };
static const struct eni_offer offer[] = {[MATCH_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MATCH_PACKAGE] = {"package", ENI_COL_TEXT, ENI_V_NONE, 0},
    [MATCH_PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MATCH_PRICE] = {"price", ENI_COL_MONEY, ENI_V_NONE, 0},
    [MATCH_MISSING] = {"missing", ENI_COL_TEXT, ENI_V_NEED, 0},
    [MATCH_SERVES] = {"serves", ENI_COL_TEXT, ENI_V_FOCUS, 0},
    [MATCH_WITHIN_BUDGET] = {"within_budget", ENI_COL_TEXT, ENI_V_YES, 0}};
ENI_ROW_FOR_EACH(offer, MATCH_COLUMNS);

struct match {
	struct eni_reception r;
	struct eni_packages packages;
	struct eni_page page;
	size_t sex; /* client column */
};

/* ---- rows ---- */

/* People for whom nothing can be said, by the field they lack: reported once, with the first place. */
struct lacking {
	const char *field;
	size_t n;
	struct eni_place first;
};

static void
note_lack(struct lacking *l, const char *field, struct eni_place at)
{
	while (l->field != NULL && strcmp(l->field, field) != 0)
		l++;
	if (l->n++ == 0)
		*l = (struct lacking){field, 1, at};
}

static void
tell_lacks(struct eni_diag *d, const struct lacking *l)
{
	for (; l->field != NULL; l++)
		eni_warn(d, l->first, l->field,
		    strcmp(l->field, "packages") == 0
			? eni_plural(l->n, "none fits, in %zu record", "none fits, in %zu records")
			: eni_plural(l->n, "is empty in %zu record; without it no package can be named",
			      "is empty in %zu records; without it no package can be named"),
		    l->n);
}

static void
print_cover(struct eni_reception *r, const struct eni_cover *c, uint32_t client)
{
	struct eni_print *p = &r->print;
	struct eni_buf price = {0};

	if (c->package->price != INT64_MAX)
		eni_money_format(&price, c->package->price, r->run->book.office.decimals);
	p->cell[MATCH_ID] = eni_subject_id(&r->run->book, client);
	p->cell[MATCH_PACKAGE] = c->package->id;
	p->cell[MATCH_PERCENT] = eni_print_count(p, c->percent);
	p->cell[MATCH_PRICE] = eni_arena_keep(&p->row, eni_buf_str(&price));
	p->cell[MATCH_MISSING] = c->missing.n > 0 ? c->missing : ENI_S("-");
	p->cell[MATCH_SERVES] = c->serves;
	p->cell[MATCH_WITHIN_BUDGET] = c->within_budget == 0 ? ENI_S("-") : eni_str_of(eni_word_code(ENI_V_YES, c->within_budget));
	eni_buf_free(&price);
	eni_print_row(p, client);
}

/* ---- pages ---- */

enum { B_NAME, B_ID, B_BAND, B_PACKAGE, B_PERCENT, B_MISSING, B_PRICE, B_ANSWERS, BLANKS };
static const char *const blank_name[] = {[B_NAME] = "name",
    [B_ID] = "id",
    [B_BAND] = "band",
    [B_PACKAGE] = "package",
    [B_PERCENT] = "percent",
    [B_MISSING] = "missing",
    [B_PRICE] = "price",
    [B_ANSWERS] = "answers"};
ENI_ROW_FOR_EACH(blank_name, BLANKS);

/* What a package costs a month, as it is said: 5680元. */
static struct eni_str
price_text(struct match *m, const struct eni_package *package)
{
	const struct eni_office *o = &m->r.run->book.office;
	struct eni_buf amount = {0}, all = {0};
	struct eni_str s = {"", 0};

	if (package->price == INT64_MAX)
		return s;
	eni_money_format(&amount, package->price, o->decimals);
	if (o->decimals > 0 && eni_str_ends(eni_buf_str(&amount), ENI_S(".00")))
		amount.n -= 3;
	eni_texts_fill(&all,
	    eni_texts_label(&m->page.texts, "money", o->decimals == 0 ? ENI_S("JPY") : ENI_S("CNY"), m->r.run->lang),
	    (const struct eni_blank[]){{"price", eni_buf_str(&amount)}}, 1);
	s = eni_arena_keep(&m->page.row, eni_buf_str(&all));
	eni_buf_free(&amount);
	eni_buf_free(&all);
	return s;
}

/* Each package in plain words, and where it ends; the band is said once. */
static void
print_page(struct match *m, uint32_t client)
{
	const struct eni_book *b = &m->r.run->book;
	struct eni_page *p = &m->page;
	struct eni_blank blank[BLANKS];

	for (int i = 0; i < BLANKS; i++)
		blank[i] = (struct eni_blank){blank_name[i], {"", 0}};
	blank[B_NAME].value =
	    eni_page_name(p, eni_people_name_addressed(&m->r.desk.people, client), eni_sheet_code(&b->clients, m->sex, client));
	blank[B_ID].value = eni_page_shown(p, eni_subject_id(b, client));
	if (m->packages.band > 0)
		blank[B_BAND].value = eni_page_list(p, "band", eni_str_of(eni_word_code(ENI_V_BAND, m->packages.band)));
	for (size_t i = 0; i < m->packages.n_covers; i++) {
		const struct eni_cover *c = &m->packages.cover[i];

		blank[B_PACKAGE].value = c->package->name;
		blank[B_PERCENT].value = c->percent == 0 ? (struct eni_str){"", 0} : eni_arena_printf(&p->row, "%d", c->percent);
		blank[B_MISSING].value = eni_page_list(p, "needs", c->missing);
		blank[B_PRICE].value = price_text(m, c->package);
		blank[B_ANSWERS].value =
		    eni_page_below(p, blank[B_ANSWERS].value, eni_page_fill(p, ENI_S("match"), 0, blank, BLANKS));
		blank[B_BAND].value = (struct eni_str){"", 0};
	}
	eni_page_print(p, ENI_S("match-page"), blank, BLANKS);
}

/* ---- the verb ---- */

static void
print_client(struct match *m, uint32_t client)
{
	if (m->r.run->format != ENI_TEXT_PAGE)
		for (size_t i = 0; i < m->packages.n_covers; i++)
			print_cover(&m->r, &m->packages.cover[i], client);
	else if (m->packages.n_covers > 0)
		print_page(m, client);
}

static int
print_all(struct match *m)
{
	struct lacking lacks[6] = {{NULL, 0, ENI_NOWHERE}}; /* one for each answer of eni_packages_of, and the end */
	struct eni_run *run = m->r.run;
	bool rows = run->format != ENI_TEXT_PAGE;
	int rc;

	if (rows)
		eni_print_begin(&m->r.print);
	for (uint32_t client; (client = eni_reception_next(&m->r)) != ENI_NONE;) {
		const char *lack = eni_packages_of(&m->packages, client);

		if (lack != NULL)
			note_lack(lacks, lack, eni_sheet_place(&run->book.clients, client));
		print_client(m, client);
	}
	rc = rows ? eni_print_end(&m->r.print) : 0;
	tell_lacks(&run->diag, lacks);
	return rc;
}

int
eni_verb_match(struct eni_run *run)
{
	struct match m = {0};
	int rc = -1;

	if (eni_reception_open(&m.r, run, offer, MATCH_COLUMNS, true) == -1 || eni_page_open(&m.page, run) == -1 ||
	    eni_packages_read(&m.packages, &m.r.desk.facts) == -1)
		goto done;
	if (!eni_print_for_people(run))
		eni_print_first(&m.r.print, MATCH_WITHIN_BUDGET);
	m.sex = eni_sheet_want(&run->book.clients, ENI_S("sex"), ENI_AS_TYPED);
	rc = eni_reception_load(&m.r) == -1 ? -1 : print_all(&m);
done:
	eni_packages_free(&m.packages);
	eni_page_close(&m.page);
	eni_reception_close(&m.r);
	return rc;
}
