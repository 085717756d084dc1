/* referral decline: saying no politely, with the criterion and a place that may help instead. */
#include "cli/letter.h"
#include "cli/reception.h"
#include "cmd/referral/verbs.h"
#include "reception/accept.h"

enum {
	DECLINE_ID,
	DECLINE_TO,
	DECLINE_WHO,
	DECLINE_CHANNEL,
	DECLINE_VIA,
	DECLINE_ORG,
	DECLINE_NAME,
	DECLINE_RULE,
	DECLINE_ALTERNATIVE,
	DECLINE_TEXT,
	DECLINE_COLUMNS
};
static const struct eni_offer offer[] = {[DECLINE_ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DECLINE_TO] = {"to", ENI_COL_TEXT, ENI_V_TO, 0},
    [DECLINE_WHO] = {"who", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DECLINE_CHANNEL] = {"channel", ENI_COL_TEXT, ENI_V_CHANNEL, 0},
    [DECLINE_VIA] = {"via", ENI_COL_TEXT, ENI_V_NONE, 4},
    [DECLINE_ORG] = {"org", ENI_COL_TEXT, ENI_V_NONE, 3},
    [DECLINE_NAME] = {"name", ENI_COL_TEXT, ENI_V_NONE, 2},
    [DECLINE_RULE] = {"rule", ENI_COL_TEXT, ENI_V_NONE, 0},
    [DECLINE_ALTERNATIVE] = {"alternative", ENI_COL_TEXT, ENI_V_NONE, 1},
    [DECLINE_TEXT] = {"text", ENI_COL_TEXT, ENI_V_NONE, 5}};
ENI_ROW_FOR_EACH(offer, DECLINE_COLUMNS);

struct decline {
	struct eni_reception r;
	struct eni_acceptance a;
	struct eni_letters letters;
};

/* A web page cannot be written to, and a neighbour does not learn why a client was refused. */
static bool
is_professional(const struct decline *d, uint32_t referrer)
{
	const struct eni_people *people = &d->r.desk.people;
	int kind = eni_sheet_code(&people->book->referrers, people->ref_kind, referrer);

	return !eni_word_is(ENI_V_REFERRER_KIND, kind, ENI_IS_NO_PARTNER);
}

/* Who asked: the referrer, else the care manager, else whoever decides; nobody who wants no contact. */
static int
who_asked(const struct decline *d, uint32_t client)
{
	static const int order[] = {ENI_TO_REFERRER, ENI_TO_CAREMANAGER};

	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		uint32_t partner = eni_people_partner(&d->r.desk.people, client, order[i]);

		if (partner != ENI_NONE && is_professional(d, partner) && !eni_people_unwanted(&d->r.desk.people, client, order[i]))
			return order[i];
	}
	return ENI_TO_DECISION_MAKER;
}

/* What the criteria that refuse say, each once, and the first alternative one of them knows. */
static void
find_reasons(struct decline *d, struct eni_blank *blank, struct eni_buf *ids)
{
	struct eni_page *p = &d->letters.page;
	struct eni_str join = eni_texts_label(&p->texts, "join", ENI_S("list"), d->r.run->lang);
	struct eni_buf rules = {0};

	for (size_t i = 0; i < d->a.n_rulings; i++) {
		const struct eni_ruling *x = &d->a.ruling[i];
		struct eni_str other = eni_node_text(eni_node_get(eni_node_get(x->rule->node, "do"), "alternative"));

		if (x->verdict != ENI_ANSWER_NO)
			continue;
		if (rules.n > 0)
			eni_buf_add(&rules, join);
		eni_buf_add(&rules, x->say.n > 0 ? x->say : x->rule->id);
		eni_buf_printf(ids, "%s%.*s", ids->n > 0 ? " " : "", (int)x->rule->id.n, x->rule->id.p);
		if (blank[ENI_BLANK_ALTERNATIVE].value.n == 0)
			blank[ENI_BLANK_ALTERNATIVE].value = eni_page_shown(p, other);
	}
	blank[ENI_BLANK_RULE].value = eni_page_shown(p, eni_buf_str(&rules));
	eni_buf_free(&rules);
}

static struct eni_str
page_text(struct decline *d, uint32_t client, int to, struct eni_blank *blank, struct eni_buf *ids, struct eni_str *heading)
{
	struct eni_letters *l = &d->letters;
	struct eni_place at = eni_sheet_place(&d->r.run->book.clients, client);
	const char *other = eni_opt(d->r.run, "alternative");

	eni_letters_blanks(l, blank);
	eni_letters_person(l, client, blank);
	blank[ENI_BLANK_ORG].value = eni_letters_house(l, client, to);
	blank[ENI_BLANK_WHO].value = eni_letters_who(l, client, to);
	blank[ENI_BLANK_DEAR].value = eni_letters_dear(l, client, to);
	blank[ENI_BLANK_NAME].value = eni_letters_name(l, client);
	eni_letters_is(&blank[ENI_BLANK_OWN], eni_letters_is_own(l, client, to));
	eni_letters_is(&blank[ENI_BLANK_PARTNER], eni_to_is_partner(to));
	eni_letters_greet(l, blank);
	if (other != NULL)
		blank[ENI_BLANK_ALTERNATIVE].value = eni_page_shown(&l->page, eni_str_of(other));
	find_reasons(d, blank, ids);
	if (blank[ENI_BLANK_RULE].value.n == 0)
		eni_warn(&d->r.run->diag, at, NULL, "the criteria do not refuse this person; the answer is %s",
		    eni_word_code(ENI_V_ANSWER, (int)d->a.answer));
	eni_letters_need(l, &blank[ENI_BLANK_RULE], "", client, at);
	eni_letters_need(l, &blank[ENI_BLANK_ALTERNATIVE], "alternative", client, at);
	*heading = eni_letters_fill(l, "decline-subject", blank);
	return eni_letters_fill(l, "decline", blank);
}

/* What goes by mail reaches them without one of us in between. */
static const struct eni_pass *
pass_of(struct decline *d, uint32_t client, int channel, int to)
{
	struct eni_run *run = d->r.run;
	const struct eni_errand errand = {.way = run->format == ENI_MAIL_PAGE ? ENI_WAY_MESSAGE : ENI_WAY_LIST,
	    .channel = channel,
	    .to = to,
	    .class = ENI_CLASS_CARE};
	const struct eni_pass *pass;
	struct eni_place at = eni_sheet_place(&run->book.clients, client);
	enum eni_state state = eni_gate(eni_facts_standing(&d->r.desk.facts, client), errand, &pass);

	if (state == ENI_GATE_CONSENT)
		eni_warn(&run->diag, at, eni_to_is_partner(to) ? "consent_share" : "consent_contact", "is not given; not mailed");
	else if (pass == NULL)
		eni_aside(&run->diag, at, NULL, "the gate lets nothing out about this person");
	return pass;
}

static void
decline_one(struct decline *d, uint32_t client)
{
	const struct eni_people *people = &d->r.desk.people;
	struct eni_book *b = &d->r.run->book;
	struct eni_print *p = &d->r.print;
	int to = who_asked(d, client);
	bool mail = d->r.run->format == ENI_MAIL_PAGE;
	int channel = mail ? ENI_CHANNEL_EMAIL : eni_people_channel(people, client, to, ENI_CHANNEL_PREFER);
	struct eni_blank blank[ENI_BLANKS];
	struct eni_letter x = {.subject = client};
	struct eni_buf ids = {0};

	if ((x.pass = pass_of(d, client, channel, to)) == NULL)
		return;
	if (mail && (x.address = eni_letters_mailable(&d->letters, client, to)).n == 0)
		return;
	eni_acceptance_of(&d->a, client);
	x.text = page_text(d, client, to, blank, &ids, &x.heading);
	if (d->r.run->format == ENI_TEXT_PAGE)
		x.text = eni_letters_headed(&d->letters, eni_facts_sharing(&d->r.desk.facts, client, to), x.text);
	p->cell[DECLINE_ID] = eni_subject_id(b, client);
	p->cell[DECLINE_TO] = eni_str_of(eni_word_code(ENI_V_TO, to));
	p->cell[DECLINE_WHO] = eni_people_who(people, client, to);
	p->cell[DECLINE_CHANNEL] = eni_str_of(eni_word_code(ENI_V_CHANNEL, channel));
	p->cell[DECLINE_VIA] = eni_people_via(people, client, to, channel);
	p->cell[DECLINE_ORG] = eni_people_org(people, client, to);
	p->cell[DECLINE_NAME] = eni_people_name(people, client);
	p->cell[DECLINE_RULE] = eni_buf_str(&ids);
	p->cell[DECLINE_ALTERNATIVE] = blank[ENI_BLANK_ALTERNATIVE].value;
	p->cell[DECLINE_TEXT] = x.text;
	eni_letters_put(&d->letters, &x);
	eni_buf_free(&ids);
}

int
eni_verb_decline(struct eni_run *run)
{
	struct decline d = {0};
	int rc = -1;

	if (run->n_operands == 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "decline: want an id, as in: referral decline A01");
	if (eni_reception_open(&d.r, run, offer, eni_letters_columns(run, DECLINE_COLUMNS), true) == -1)
		goto done;
	eni_people_want(&d.r.desk.people, &run->book);
	eni_facts_want_consent(&d.r.desk.facts);
	if (eni_letters_open(&d.letters, run, &d.r.desk.people, &d.r.print) == -1 || eni_acceptance_need(&d.a, &d.r.labels) == -1 ||
	    eni_reception_load(&d.r) == -1)
		goto done;
	eni_letters_begin(&d.letters);
	for (uint32_t client; (client = eni_reception_next(&d.r)) != ENI_NONE;)
		decline_one(&d, client);
	rc = eni_letters_end(&d.letters);
done:
	eni_acceptance_free(&d.a);
	eni_letters_close(&d.letters);
	eni_reception_close(&d.r);
	return rc;
}
