/* ltv missed: what unanswered calls cost, by person and not by ring; and who answers first calls best.  See verbs.h. */
#include "base/num.h"
#include "cli/report.h"
#include "cli/switchboard.h"
#include "cmd/ltv/terms.h"
#include "cmd/ltv/verbs.h"
#include "phone/calls.h"
#include "phone/converted.h"

enum { NEW_MISSED, SAVED, CALL_BACK_NOW, LOST, ANONYMOUS, LTV, LOST_VALUE, AT_RISK_VALUE, COLUMNS };
static const struct eni_offer offer[] = {[NEW_MISSED] = {"new_callers_missed", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [SAVED] = {"saved", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CALL_BACK_NOW] = {"call_back_now", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOST] = {"lost", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [ANONYMOUS] = {"anonymous_missed", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
    [LOST_VALUE] = {"lost_value", ENI_COL_MONEY, ENI_V_NONE, 0},
    [AT_RISK_VALUE] = {"at_risk_value", ENI_COL_MONEY, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

enum { B_ANSWERED_BY, B_CALLERS, B_CLIENTS, B_PERCENT, BY_COLUMNS };
static const struct eni_offer by_offer[] = {[B_ANSWERED_BY] = {"answered_by", ENI_COL_TEXT, ENI_V_ANSWERED_BY, 0},
    [B_CALLERS] = {"new_callers", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [B_CLIENTS] = {"clients", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [B_PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(by_offer, BY_COLUMNS);

/* ---- what they cost ---- */

/* The share of first callers who would have become clients, times ENI_NUM_SCALE; all of them when not set. */
static int
read_conversion(struct eni_run *run, int64_t *out)
{
	const struct eni_node *node = eni_office_get(&run->book.office, "calls.first_call_conversion");

	if (eni_num_parse(eni_node_text(node), out) != 1)
		*out = ENI_NUM_SCALE;
	if (*out <= ENI_NUM_SCALE)
		return 0;
	return eni_fail(&run->diag, eni_at(run->book.office.file, node->line), "calls.first_call_conversion",
	    "want a share from 0 to 1, such as 0.5");
}

/* So many people at that worth each, of whom only a share would have come. */
static int
value_of(struct eni_run *run, uint32_t people, int64_t ltv, int64_t conversion, int64_t *out)
{
	struct eni_ratio r = {(eni_wide)ltv * people, ENI_NUM_SCALE};

	if (!eni_wide_times(&r.num, conversion) || !eni_ratio_round(r, out))
		return eni_terms_too_big(run, "lost_value");
	return 0;
}

static int
print_cost(struct eni_print *p, const struct eni_missed *m, enum eni_known known, int64_t ltv, int64_t conversion)
{
	int64_t lost = 0, at_risk = 0;

	if (known == ENI_KNOWN_SUM && (value_of(p->run, m->lost, ltv, conversion, &lost) == -1 ||
					  value_of(p->run, m->call_back_now, ltv, conversion, &at_risk) == -1))
		return -1;
	eni_print_begin(p);
	p->cell[NEW_MISSED] = eni_print_count(p, m->new_callers);
	p->cell[SAVED] = eni_print_count(p, m->saved);
	p->cell[CALL_BACK_NOW] = eni_print_count(p, m->call_back_now);
	p->cell[LOST] = eni_print_count(p, m->lost);
	p->cell[ANONYMOUS] = eni_print_count(p, m->anonymous);
	p->cell[LTV] = eni_terms_money(p, known, ltv);
	p->cell[LOST_VALUE] = eni_terms_money(p, known, lost);
	p->cell[AT_RISK_VALUE] = eni_terms_money(p, known, at_risk);
	eni_print_row(p, ENI_NONE);
	return eni_print_end(p);
}

static int
cost(struct eni_switchboard *s, struct eni_run *run)
{
	struct eni_callers callers = {0};
	struct eni_usual usual;
	struct eni_terms terms;
	struct eni_print p = {0};
	enum eni_known known = ENI_UNKNOWN_SUM;
	int64_t ltv = 0, conversion;
	int rc = -1;

	if (eni_terms_read(run, &usual, &terms) == -1 || read_conversion(run, &conversion) == -1 ||
	    eni_print_prepare(&p, run, offer, COLUMNS, NULL) == -1 || eni_switchboard_read(s) == -1)
		return -1;
	eni_callers_fold(&callers, &s->log, &s->phones, run->now);
	known = eni_terms_worth(run, &usual, &terms, eni_warn, &ltv);
	if (known != ENI_SUM_TOO_BIG)
		rc = print_cost(&p, &callers.missed, known, ltv, conversion);
	eni_callers_free(&callers);
	return rc;
}

/* ---- who answers ---- */

static int
print_converted(struct eni_print *p, const struct eni_converted *c)
{
	eni_print_begin(p);
	for (int by = 0; by < ENI_CODES; by++) {
		if (c->callers[by] == 0)
			continue;
		p->cell[B_ANSWERED_BY] = by == 0 ? ENI_S("-") : eni_str_of(eni_word_code(ENI_V_ANSWERED_BY, by));
		p->cell[B_CALLERS] = eni_print_count(p, c->callers[by]);
		p->cell[B_CLIENTS] = eni_print_count(p, c->clients[by]);
		p->cell[B_PERCENT] = eni_print_share(p, c->clients[by], c->callers[by]);
		eni_print_row(p, ENI_NONE);
	}
	return eni_print_end(p);
}

static int
by_answerer(struct eni_switchboard *s, struct eni_run *run)
{
	struct eni_converted c;
	struct eni_print p = {0};
	size_t status = eni_sheet_want(&run->book.clients, ENI_S("status"), ENI_AS_TYPED);

	if (eni_print_prepare(&p, run, by_offer, BY_COLUMNS, NULL) == -1 || eni_switchboard_read(s) == -1)
		return -1;
	eni_converted_count(&c, &s->log, &s->phones, run->now, &s->period, status);
	return print_converted(&p, &c);
}

int
eni_verb_missed(struct eni_run *run)
{
	static const char *const groupings[] = {"answered_by"};
	struct eni_switchboard s;
	size_t choice;
	int rc;

	if (eni_switchboard_refuse_people(run) == -1 || eni_choice(run, "by", groupings, 1, &choice) == -1)
		return -1;
	rc = eni_switchboard_open(&s, run);
	s.answers_stay = true;
	if (rc == 0)
		rc = choice == SIZE_MAX ? cost(&s, run) : by_answerer(&s, run);
	eni_switchboard_close(&s);
	return rc;
}
