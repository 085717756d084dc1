/* ltv bench: the office's own month against the national figures.  See verbs.h. */
#include "worth/bench.h"
#include "base/num.h"
#include "cli/report.h"
#include "cmd/ltv/terms.h"
#include "cmd/ltv/verbs.h"

enum { MEASURE, OWN, NATIONAL, PERCENT, SOURCE, YEAR, COLUMNS, SHOWN = SOURCE };
static const struct eni_offer offer[] = {[MEASURE] = {"measure", ENI_COL_TEXT, ENI_V_MEASURE, 0},
    [OWN] = {"own", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [NATIONAL] = {"national", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [SOURCE] = {"source", ENI_COL_TEXT, ENI_V_NONE, 0},
    [YEAR] = {"year", ENI_COL_TEXT, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

struct bench {
	struct eni_run *run;
	struct eni_bench bench;
	struct eni_own own;
	struct eni_report report;
	struct eni_worth worth;
	size_t role, fte;
	int32_t first_stay; /* of the book; ENI_NODAY: none */
	int64_t here;       /* clients with a stay in the month */
	size_t unpriced;
	bool before; /* the month lies before the first record */
};

/* ---- the month from the records ---- */

/* --month, or --since and --until, or the month that was over last. */
static int
read_month(struct bench *b)
{
	const char *text = eni_opt(b->run, "month");
	struct eni_period *p = &b->report.period;
	int32_t month;

	if (text != NULL && eni_period_bounded(p))
		return eni_fail(&b->run->diag, ENI_NOWHERE, NULL, "--month and --since, --until or --period: want one of them");
	if (text != NULL) {
		if (eni_month_parse(eni_str_of(text), &month) != 1)
			return eni_fail(&b->run->diag, ENI_NOWHERE, NULL, "--month %s: want a month such as 2026-10", text);
		*p = (struct eni_period){{month, ENI_NOTIME}, {eni_month_end(month), ENI_NOTIME}};
		return 0;
	}
	if (!eni_period_bounded(p)) {
		*p = eni_last_month(b->run->now);
		return 0;
	}
	if (!eni_is_day(p->since))
		p->since = (struct eni_when){eni_month_start(p->until.day), ENI_NOTIME};
	if (!eni_is_day(p->until))
		p->until = (struct eni_when){eni_month_end(p->since.day), ENI_NOTIME};
	if (p->until.day > eni_month_end(p->since.day))
		return eni_fail(&b->run->diag, ENI_NOWHERE, NULL,
		    "--since and --until: the national figures are of a month; want days of one month, or --month");
	return 0;
}

static bool
takes(void *report, uint32_t client)
{
	return eni_report_takes(report, client);
}

static void
count_here(void *to, const struct eni_stay *stay)
{
	struct bench *b = to;
	const struct eni_period *p = &b->report.period;

	if (stay->start != ENI_NODAY && (b->first_stay == ENI_NODAY || stay->start < b->first_stay))
		b->first_stay = stay->start;
	if (stay->subject == ENI_NONE || stay->start == ENI_NODAY || stay->start > p->until.day ||
	    (stay->over && (stay->end == ENI_NODAY || stay->end <= p->since.day)) || !eni_report_takes(&b->report, stay->subject) ||
	    b->worth.seen[stay->subject].stayed)
		return;
	b->worth.seen[stay->subject].stayed = true; /* each person once */
	b->here++;
}

/* Fees of the month, and who came in it. */
static int
add_visits(struct bench *b, int64_t *revenue, int64_t *clients)
{
	struct eni_worth *w = &b->worth;

	*revenue = *clients = 0;
	for (uint32_t c = 0; c < b->run->book.clients.n; c++) {
		int64_t one;

		if (!eni_report_takes(&b->report, c))
			continue;
		*clients += w->seen[c].attended > 0;
		switch (eni_worth_revenue(w, c, false, &one)) {
		case ENI_UNKNOWN_SUM:
			b->unpriced++;
			break;
		case ENI_SUM_TOO_BIG:
			return eni_terms_too_big(b->run, "fee");
		case ENI_KNOWN_SUM:
			if (__builtin_add_overflow(*revenue, one, revenue))
				return eni_terms_too_big(b->run, "fee");
		}
	}
	return 0;
}

/* Before the first record nothing is known. */
static bool
is_before(const struct bench *b, int32_t first)
{
	int32_t last = b->report.period.until.day, from = b->run->book.office.records_from;

	return first == ENI_NODAY || last < first || (from != ENI_NODAY && last < from);
}

static int
fill_from_records(struct bench *b)
{
	int64_t revenue, clients, managers = eni_care_managers(&b->run->book, b->role, b->fte);
	int rc = 0;

	if (b->own.fte.den == 0 && managers > 0)
		b->own.fte = (struct eni_ratio){managers, ENI_NUM_SCALE};
	if (b->run->book.clients.n == 0)
		return 0;
	if (b->worth.any_visits) {
		rc = add_visits(b, &revenue, &clients);
		if ((b->before = is_before(b, b->worth.first_visit)))
			return rc;
		if (b->own.revenue.den == 0 && b->unpriced == 0)
			b->own.revenue = (struct eni_ratio){revenue, 1};
	} else {
		rc = eni_stays_each(&b->worth.stays, count_here, b);
		clients = b->here;
		if ((b->before = is_before(b, b->first_stay)))
			return rc;
	}
	if (b->own.clients.den == 0)
		b->own.clients = (struct eni_ratio){clients, 1};
	return rc;
}

static int
read_records(struct bench *b)
{
	if (read_month(b) == -1)
		return -1;
	eni_worth_want(&b->worth, &b->run->book);
	b->worth.period = b->report.period;
	b->worth.asks = takes;
	b->worth.of = &b->report;
	b->role = eni_sheet_want(&b->run->book.staff, ENI_S("role"), ENI_AS_TYPED);
	b->fte = eni_sheet_want(&b->run->book.staff, ENI_S("fte"), ENI_AS_RAW);
	if (eni_report_load(&b->report) == -1 || eni_worth_gather(&b->worth, false) == -1)
		return -1;
	return fill_from_records(b);
}

/* ---- the answer ---- */

static struct eni_str
figure(struct eni_print *p, int measure, struct eni_ratio r)
{
	int64_t money;

	if (r.den == 0)
		return ENI_S("-");
	if (!eni_bench_is_money(measure))
		return eni_print_ratio(p, r);
	return eni_ratio_round(r, &money) ? eni_print_money(p, money) : ENI_S("-");
}

/* Nothing is guessed: what is not known is named.  -1 when that leaves nothing to say. */
static int
tell_missing(struct bench *b)
{
	const struct {
		const char *field, *else_;
		bool missing;
	} row[] = {
	    {"own.revenue", b->unpriced > 0 ? N_("a fee or price for all visits of the month") : N_("visits with their fees"),
		b->own.revenue.den == 0},
	    {"own.clients", N_("clients with their visits or stays"), b->own.clients.den == 0},
	    {"own.fte", N_("staff whose role is care manager"), b->own.fte.den == 0}};
	bool any = false;

	for (int i = 1; i < ENI_MEASURES; i++)
		any |= eni_own_measure(&b->own, i).den != 0;
	if (!any && b->before)
		return eni_fail(&b->run->diag, ENI_NOWHERE, NULL,
		    "bench: that month lies before the first record of the book, and nothing is known of it");
	for (size_t i = 0; i < sizeof row / sizeof *row; i++)
		if (row[i].missing)
			(any ? eni_warn : eni_fail)(&b->run->diag, ENI_NOWHERE, row[i].field,
			    N_("is not known: set it in office.yaml, or keep %s in the book"), _(row[i].else_));
	if (!any && b->run->diag.status != 2)
		eni_fail(&b->run->diag, ENI_NOWHERE, NULL, "bench: nobody was here in that month");
	return any ? 0 : -1;
}

static int
print_bench(struct bench *b, struct eni_print *p)
{
	eni_print_begin(p);
	for (int i = 1; i < ENI_MEASURES; i++) {
		struct eni_ratio own = eni_own_measure(&b->own, i), national = b->bench.national[i];

		p->cell[MEASURE] = eni_str_of(eni_word_code(ENI_V_MEASURE, i));
		p->cell[OWN] = figure(p, i, own);
		p->cell[NATIONAL] = figure(p, i, national);
		p->cell[PERCENT] = eni_print_ratio(p, eni_bench_percent(own, national));
		if (p->n_offers > SHOWN) {
			p->cell[SOURCE] = b->bench.source;
			p->cell[YEAR] = b->bench.year;
		}
		eni_print_row(p, ENI_NONE);
	}
	return eni_print_end(p);
}

int
eni_verb_bench(struct eni_run *run)
{
	struct bench b = {.run = run, .first_stay = ENI_NODAY};
	struct eni_print p = {0};
	int rc = -1;

	eni_own_read(&b.own, &run->book);
	if (eni_report_open(&b.report, run) == 0 && eni_bench_read(&b.bench, &run->book) == 0 &&
	    eni_print_prepare(&p, run, offer, eni_opt(run, "fields") == NULL ? SHOWN : COLUMNS, NULL) == 0) {
		bool all_set = b.own.revenue.den != 0 && b.own.clients.den != 0 && b.own.fte.den != 0;

		rc = all_set ? 0 : read_records(&b);
		if (rc == 0)
			rc = tell_missing(&b);
		if (rc == 0)
			rc = print_bench(&b, &p);
	}
	eni_worth_free(&b.worth);
	eni_report_close(&b.report);
	return rc;
}
