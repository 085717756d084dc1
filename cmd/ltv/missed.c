/* ltv missed: what unanswered calls cost, by person and not by ring; and who answers first calls best.  See verbs.h. */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "cli/report.h"
#include "cli/switchboard.h"
#include "cmd/ltv/terms.h"
#include "cmd/ltv/verbs.h"
#include "phone/calls.h"
#include "phone/converted.h"

enum { PART, NEW_MISSED, SAVED, CALL_BACK_NOW, LOST, ANONYMOUS, LTV, LOST_VALUE, AT_RISK_VALUE, ASSUMED, COUNTED, COLUMNS };
static const struct eni_offer offer[] = {[PART] = {"", ENI_COL_TEXT, ENI_V_NONE, 0}, /* month or line, where they are asked for */
    [NEW_MISSED] = {"new_callers_missed", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [SAVED] = {"saved", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CALL_BACK_NOW] = {"call_back_now", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOST] = {"lost", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [ANONYMOUS] = {"anonymous_missed", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
    [LOST_VALUE] = {"lost_value", ENI_COL_MONEY, ENI_V_NONE, 0},
    [AT_RISK_VALUE] = {"at_risk_value", ENI_COL_MONEY, ENI_V_NONE, 0},
    [ASSUMED] = {"assumed", ENI_COL_TEXT, ENI_V_ASSUMED, 0},
    [COUNTED] = {"counted", ENI_COL_TEXT, ENI_V_COUNTED, 0}};
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

/* What people are worth, and how many of them would have come. */
struct price {
	struct eni_terms terms;
	enum eni_known known;
	int64_t ltv, conversion;
};

static int
print_cost(struct eni_print *p, size_t first, struct eni_str part, const struct eni_missed *m, const struct price *price)
{
	int64_t lost = 0, at_risk = 0;
	struct eni_str cell[COLUMNS];

	if (price->known == ENI_KNOWN_SUM && (value_of(p->run, m->lost, price->ltv, price->conversion, &lost) == -1 ||
						 value_of(p->run, m->call_back_now, price->ltv, price->conversion, &at_risk) == -1))
		return -1;
	cell[PART] = part;
	cell[NEW_MISSED] = eni_print_count(p, m->new_callers);
	cell[SAVED] = eni_print_count(p, m->saved);
	cell[CALL_BACK_NOW] = eni_print_count(p, m->call_back_now);
	cell[LOST] = eni_print_count(p, m->lost);
	cell[ANONYMOUS] = eni_print_count(p, m->anonymous);
	cell[LTV] = eni_terms_money(p, price->known, price->ltv);
	cell[LOST_VALUE] = eni_terms_money(p, price->known, lost);
	cell[AT_RISK_VALUE] = eni_terms_money(p, price->known, at_risk);
	cell[ASSUMED] =
	    eni_str_of(eni_word_code(ENI_V_ASSUMED, price->conversion == ENI_NUM_SCALE ? ENI_ASSUMED_ALL : ENI_ASSUMED_SHARE));
	cell[COUNTED] = eni_str_of(eni_word_code(ENI_V_COUNTED, eni_terms_counted(&price->terms)));
	memcpy(p->cell, cell + first, (COLUMNS - first) * sizeof *cell);
	eni_print_row(p, ENI_NONE);
	return 0;
}

/* ---- by month or line ---- */

enum part { BY_ANSWERER, BY_MONTH, BY_LINE, BY_ALL };

/* Whether the call tells that there was a record of its part: missed ones do, and those that were answered. */
static bool
tells_part(const struct eni_switchboard *s, const struct eni_call *call)
{
	return call->dir == ENI_DIR_IN && eni_period_has(&s->period, call->at);
}

/* The first day of a month, or one of the log's lines, -1 where it is not known. */
static int32_t
part_key(enum part by, const struct eni_call *call)
{
	return by == BY_MONTH ? eni_month_start(call->at.day) : by == BY_LINE && call->line != ENI_NONE ? (int32_t)call->line : -1;
}

static int
in_order(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Adds the months between the first and the last: nobody rang then. */
static int32_t *
fill_months(int32_t *month, size_t *n)
{
	int32_t first = INT32_MAX, last = INT32_MIN;
	size_t cap = *n;

	for (size_t i = 0; i < *n; i++) {
		first = month[i] < first ? month[i] : first;
		last = month[i] > last ? month[i] : last;
	}
	for (; first < last; first = eni_month_start(first + 31)) {
		month = eni_grow(month, &cap, *n + 1, sizeof *month);
		month[(*n)++] = first;
	}
	return month;
}

/* Numbers the parts of the log in order, and its calls by them; *n of them, malloc'd. */
static int32_t *
number_parts(struct eni_switchboard *s, enum part by, size_t *n)
{
	struct eni_phonelog *l = &s->log;
	int32_t *key = eni_realloc(NULL, (l->n + 1) * sizeof *key);
	size_t kept = 0;

	*n = 0;
	for (size_t i = 0; i < l->n; i++)
		if (tells_part(s, &l->call[i]))
			key[(*n)++] = part_key(by, &l->call[i]);
	if (by == BY_MONTH)
		key = fill_months(key, n);
	if (*n > 1)
		qsort(key, *n, sizeof *key, in_order);
	for (size_t i = 0; i < *n; i++)
		if (i == 0 || key[i] != key[kept - 1])
			key[kept++] = key[i];
	*n = kept;
	for (size_t i = 0; i < l->n; i++) {
		int32_t want = part_key(by, &l->call[i]);

		if (tells_part(s, &l->call[i]))
			l->call[i].part = (uint32_t)((int32_t *)bsearch(&want, key, *n, sizeof *key, in_order) - key);
	}
	return key;
}

static struct eni_str
part_name(struct eni_print *p, const struct eni_phonelog *l, enum part by, int32_t key)
{
	char text[ENI_WHEN_TEXT];

	if (by == BY_LINE)
		return key < 0 ? ENI_S("-") : l->line[key];
	eni_when_format((struct eni_when){key, ENI_NOTIME}, text);
	return eni_arena_pack(&p->row, (struct eni_str){text, sizeof "2026-11" - 1});
}

static int
print_parts(struct eni_print *p, const struct eni_phonelog *l, const struct eni_missed *part, enum part by, const int32_t *key,
    size_t n, const struct price *price)
{
	eni_print_begin(p);
	for (size_t i = 0; i < n; i++)
		if (print_cost(p, PART, part_name(p, l, by, key[i]), &part[i], price) == -1)
			break;
	return eni_print_end(p);
}

static int
print_all(struct eni_print *p, const struct eni_callers *c, const struct price *price)
{
	eni_print_begin(p);
	return print_cost(p, NEW_MISSED, ENI_S(""), &c->missed, price) == -1 ? -1 : eni_print_end(p);
}

static int
prepare(struct eni_print *p, struct eni_run *run, enum part by)
{
	static const struct eni_offer parts[] = {
	    [BY_MONTH] = {"month", ENI_COL_TEXT, ENI_V_NONE, 0}, [BY_LINE] = {"line", ENI_COL_TEXT, ENI_V_LINE, 0}};
	struct eni_offer *columns = eni_arena_clear(&run->arena, COLUMNS * sizeof *columns);
	size_t first = by == BY_ALL ? NEW_MISSED : PART;

	memcpy(columns, offer, sizeof offer);
	if (by != BY_ALL)
		columns[PART] = parts[by];
	if (eni_print_prepare(p, run, columns + first, COLUMNS - first, NULL) == -1)
		return -1;
	eni_print_first(p, ASSUMED - first);
	if (eni_print_for_people(run) && eni_opt(run, "fields") == NULL) {
		eni_print_append(p, "assumed");
		eni_print_append(p, "counted");
	}
	return 0;
}

static int
cost(struct eni_switchboard *s, struct eni_run *run, enum part by)
{
	struct eni_callers callers = {0};
	struct eni_usual usual;
	struct price price = {.known = ENI_UNKNOWN_SUM};
	struct eni_print p = {0};
	int32_t *key;
	size_t n;
	int rc = -1;

	if (eni_terms_read(run, &usual, &price.terms) == -1 || read_conversion(run, &price.conversion) == -1 ||
	    prepare(&p, run, by) == -1 || eni_switchboard_read(s) == -1)
		return -1;
	key = number_parts(s, by, &n);
	callers.part = eni_arena_clear(&run->arena, (n + 1) * sizeof *callers.part);
	eni_callers_fold(&callers, &s->log, &s->phones, run->now);
	price.known = eni_terms_worth(run, &usual, &price.terms, eni_warn, &price.ltv);
	if (price.known != ENI_SUM_TOO_BIG)
		rc = by == BY_ALL ? print_all(&p, &callers, &price) : print_parts(&p, &s->log, callers.part, by, key, n, &price);
	free(key);
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
	static const char *const groupings[] = {[BY_ANSWERER] = "answered_by", [BY_MONTH] = "month", [BY_LINE] = "line"};
	ENI_ROW_FOR_EACH(groupings, BY_ALL);
	struct eni_switchboard s;
	size_t choice;
	int rc;

	if (eni_switchboard_refuse_people(run) == -1 || eni_choice(run, "by", groupings, BY_ALL, &choice) == -1)
		return -1;
	rc = eni_switchboard_open(&s, run);
	s.answers_stay = true;
	if (rc == 0)
		rc = choice == BY_ANSWERER ? by_answerer(&s, run) : cost(&s, run, choice == SIZE_MAX ? BY_ALL : (enum part)choice);
	eni_switchboard_close(&s);
	return rc;
}
