/* ltv staffing: a clerk against an answering service, and how many patients either has to win.  See verbs.h. */
#include "base/num.h"
#include "book/files.h"
#include "cli/report.h"
#include "cli/switchboard.h"
#include "cmd/ltv/terms.h"
#include "cmd/ltv/verbs.h"
#include "worth/answering.h"

enum { OPTION, PER_MONTH, PER_YEAR, BREAK_EVEN, MONTHS, LTV, SALARY, COUNTED, COLUMNS };
static const struct eni_offer offer[] = {[OPTION] = {"option", ENI_COL_TEXT, ENI_V_ANSWERING, 0},
    [PER_MONTH] = {"per_month", ENI_COL_MONEY, ENI_V_NONE, 0},
    [PER_YEAR] = {"per_year", ENI_COL_MONEY, ENI_V_NONE, 0},
    [BREAK_EVEN] = {"break_even", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [MONTHS] = {"months", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LTV] = {"ltv", ENI_COL_MONEY, ENI_V_NONE, 0},
    [SALARY] = {"salary", ENI_COL_MONEY, ENI_V_NONE, 0},
    [COUNTED] = {"counted", ENI_COL_TEXT, ENI_V_COUNTED, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

struct staffing {
	struct eni_run *run;
	struct eni_answering answering;
	struct eni_print print;
	enum eni_known known;
	int64_t ltv;
	int counted; /* what ltv is of */
};

static int
print_option(struct staffing *s, struct eni_str option, int64_t per_month, int64_t salary)
{
	struct eni_print *p = &s->print;
	int64_t per_year;

	if (__builtin_mul_overflow(per_month, 12, &per_year))
		return eni_terms_too_big(s->run, "per_year");
	p->cell[OPTION] = option;
	p->cell[PER_MONTH] = eni_print_money(p, per_month);
	p->cell[PER_YEAR] = eni_print_money(p, per_year);
	p->cell[BREAK_EVEN] = p->cell[MONTHS] = ENI_S("-");
	if (s->known == ENI_KNOWN_SUM) {
		p->cell[BREAK_EVEN] = eni_print_decimals(p, eni_ratio_of(per_month, s->ltv), 3);
		p->cell[MONTHS] = eni_print_ratio(p, eni_ratio_of(s->ltv, per_month));
	}
	p->cell[LTV] = eni_terms_money(p, s->known, s->ltv);
	p->cell[SALARY] = salary < 0 ? (struct eni_str){"", 0} : eni_print_money(p, salary);
	p->cell[COUNTED] = eni_str_of(eni_word_code(ENI_V_COUNTED, s->counted));
	eni_print_row(p, ENI_NONE);
	return 0;
}

/* ---- by volume ---- */

/* From the option, the setting, or the log; -1 in *calls: unknown. */
static int
read_volume(struct staffing *s, int64_t *calls)
{
	const char *text = eni_opt(s->run, "calls");
	struct eni_switchboard board;
	int rc;

	*calls = s->answering.calls;
	if (text != NULL)
		return eni_count_parse(eni_str_of(text), calls) == 1
			   ? 0
			   : eni_fail(
				 &s->run->diag, ENI_NOWHERE, NULL, "--calls %s: want a number of calls a month such as 60", text);
	if (*calls >= 0)
		return 0;
	if (s->run->n_operands == 0 && (rc = eni_book_has(s->run->book.opt.dir, ENI_CALLS, &s->run->diag)) != 1)
		return rc;
	rc = eni_switchboard_open(&board, s->run);
	if (rc == 0)
		rc = eni_switchboard_read(&board);
	if (rc == 0)
		*calls = eni_calls_a_month(&board.log, &board.period, s->run->book.today);
	eni_switchboard_close(&board);
	return rc;
}

static int
print_tier(struct staffing *s, const struct eni_tier *t, int64_t per_month)
{
	return print_option(s, eni_arena_printf(&s->print.row, "service-%lld", (long long)t->calls), per_month, -1);
}

/* The tier for the calls of a month, or all of them where their number is unknown. */
static int
print_tiers(struct staffing *s, int64_t calls)
{
	const struct eni_tier *fit = calls < 0 ? NULL : eni_answering_fit(&s->answering, calls);

	if (fit != NULL)
		return print_tier(s, fit, eni_tier_cost(fit, calls));
	if (calls >= 0) {
		eni_warn(&s->run->diag, eni_at(s->run->book.office.file, 0), "answering.tiers",
		    "none takes %lld calls a month, and none has a price for further calls (extra)", (long long)calls);
		return 0;
	}
	for (size_t i = 0; i < s->answering.n; i++)
		if (print_tier(s, &s->answering.tier[i], s->answering.tier[i].price) == -1)
			return -1;
	return 0;
}

/* ---- the verb ---- */

static int
check_quotes(struct staffing *s)
{

	bool clerk = s->answering.clerk >= 0, service = s->answering.service >= 0 || s->answering.n > 0;

	if (!clerk && !service)
		return eni_fail(
		    &s->run->diag, ENI_NOWHERE, "answering", "want clerk and service, what they cost a month, in office.yaml");
	if (!clerk)
		eni_warn(&s->run->diag, ENI_NOWHERE, "answering.clerk",
		    "is not set: want what it costs a month, from an own quote, in office.yaml");
	if (!service)
		eni_warn(&s->run->diag, ENI_NOWHERE, "answering.service",
		    "is not set: want what it costs a month, from an own quote, in office.yaml");
	return 0;
}

static int
print_options(struct staffing *s, int64_t calls)
{
	int rc = 0;

	eni_print_begin(&s->print);
	if (s->answering.clerk >= 0)
		rc = print_option(
		    s, eni_str_of(eni_word_code(ENI_V_ANSWERING, ENI_ANSWERING_CLERK)), s->answering.clerk, s->answering.salary);
	if (rc == 0 && s->answering.service >= 0)
		rc = print_option(s, eni_str_of(eni_word_code(ENI_V_ANSWERING, ENI_ANSWERING_SERVICE)), s->answering.service, -1);
	if (rc == 0 && s->answering.n > 0)
		rc = print_tiers(s, calls);
	return eni_print_end(&s->print) == -1 ? -1 : rc;
}

int
eni_verb_staffing(struct eni_run *run)
{
	static const char *const further[] = {"ltv"};
	struct staffing s = {.run = run};
	struct eni_usual usual;
	struct eni_terms terms;
	size_t show;
	int64_t calls = -1;

	if (eni_switchboard_refuse_people(run) == -1 || eni_choice(run, "show", further, 1, &show) == -1 ||
	    eni_terms_read(run, &usual, &terms) == -1 || eni_answering_read(&s.answering, &run->book) == -1)
		return -1;
	if (eni_print_prepare(&s.print, run, offer, COLUMNS, NULL) == -1 || check_quotes(&s) == -1 ||
	    (s.answering.n > 0 && read_volume(&s, &calls) == -1))
		return -1;
	eni_print_first(&s.print, show == 0 ? SALARY : LTV);
	if (eni_print_for_people(run) && eni_opt(run, "fields") == NULL)
		eni_print_append(&s.print, "counted");
	s.counted = eni_terms_counted(&terms);
	s.known = eni_terms_worth(run, &usual, &terms, eni_warn, &s.ltv);
	if (s.known == ENI_SUM_TOO_BIG)
		return -1;
	return print_options(&s, calls);
}
