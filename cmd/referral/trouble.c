/* referral trouble: of those a partner sent and we served, how many had trouble.  See verbs.h. */
#include <stdlib.h>

#include "base/num.h"
#include "cli/funnel.h"
#include "cmd/referral/sources.h"
#include "cmd/referral/verbs.h"
#include "partner/troubles.h"

enum { ID, SERVED, TROUBLED, PERCENT, TARGET, VERDICT, AVERAGE, LOW, HIGH, CONTROL, COLUMNS, SHOWN = TARGET };
#define FIGURES                                                                                                                    \
	[SERVED] = {"served", ENI_COL_NUMBER, ENI_V_NONE, 0}, [TROUBLED] = {"troubled", ENI_COL_NUMBER, ENI_V_NONE, 0},            \
	[PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}, [TARGET] = {"target", ENI_COL_NUMBER, ENI_V_NONE, 0},              \
	[VERDICT] = {"verdict", ENI_COL_TEXT, ENI_V_SIDE, 0}, [AVERAGE] = {"average", ENI_COL_NUMBER, ENI_V_NONE, 0},              \
	[LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0}, [HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0},                          \
	[CONTROL] = {"control", ENI_COL_TEXT, ENI_V_CONTROL, 0}
static const struct eni_offer offer[] = {[ID] = {"id", ENI_COL_TEXT, ENI_V_NONE, 0}, FIGURES};
ENI_ROW_FOR_EACH(offer, COLUMNS);
static const struct eni_offer accepted_offer[] = {[ID] = {"accepted", ENI_COL_TEXT, ENI_V_ACCEPTED, 0}, FIGURES};
ENI_ROW_FOR_EACH(accepted_offer, COLUMNS);

struct tally {
	int64_t served, troubled;
};

struct rates {
	struct eni_sources sources;
	struct eni_troubles troubles;
	struct eni_print print;
	struct eni_ratio target; /* percent; the denominator is 0 when it is not set */
	bool by_accepted, with_total;
	size_t accepted;  /* column */
	struct tally *of; /* per sender, or per code of accepted; 0 of these: not said */
	size_t cap;
	struct tally unsent, all; /* without a sender; all */
};

static void
add(struct tally *t, const struct eni_trouble *x)
{
	t->served++;
	t->troubled += x->troubled;
}

static struct tally *
tally_at(struct rates *r, size_t at)
{
	size_t had = r->cap;

	r->of = eni_grow(r->of, &r->cap, at + 1, sizeof *r->of);
	memset(r->of + had, 0, (r->cap - had) * sizeof *r->of);
	return &r->of[at];
}

static void
count(struct rates *r)
{
	const struct eni_sheet *c = &r->sources.report.desk.run->book.clients;

	for (uint32_t row = 0; row < c->n; row++) {
		const struct eni_trouble *x = &r->troubles.of[row];
		uint32_t sender;

		if (!x->served)
			continue;
		sender = eni_senders_of(&r->sources.senders, row);
		if (sender == ENI_NONE ? eni_report_chooses(&r->sources.report) : !eni_sources_takes(&r->sources, sender))
			continue;
		add(&r->all, x);
		if (r->by_accepted)
			add(tally_at(r, (size_t)eni_word_known(eni_sheet_code(c, r->accepted, row))), x);
		else
			add(sender == ENI_NONE ? &r->unsent : tally_at(r, sender), x);
	}
}

static void
print_tally(struct rates *r, struct eni_str id, const struct tally *t, uint32_t subject, bool is_group)
{
	const struct eni_funnel_row row = {t->troubled, t->served, r->all.troubled, r->all.served};
	struct eni_print *p = &r->print;
	struct eni_counts_inside in = {0};

	if (r->all.served > 0)
		in = eni_binomial_inside(t->served, (double)r->all.troubled / (double)r->all.served, ENI_CONTROL_TAIL);
	p->cell[ID] = id;
	p->cell[SERVED] = eni_print_count(p, t->served);
	p->cell[TROUBLED] = eni_print_count(p, t->troubled);
	p->cell[PERCENT] = eni_print_share(p, t->troubled, t->served);
	p->cell[TARGET] = eni_print_ratio(p, r->target);
	p->cell[VERDICT] = eni_print_side(t->troubled, t->served, r->target);
	p->cell[AVERAGE] = eni_print_ratio(p, eni_percent(r->all.troubled, r->all.served));
	p->cell[LOW] = eni_print_ratio(p, eni_percent(in.low, t->served));
	p->cell[HIGH] = eni_print_ratio(p, eni_percent(in.high, t->served));
	p->cell[CONTROL] = eni_print_control(t->troubled, t->served, in, true);
	eni_print_row_about(p, subject, is_group ? &row : NULL);
}

static void
print_accepted(struct rates *r)
{
	for (size_t code = 1; code <= eni_word_count(ENI_V_ACCEPTED); code++)
		if (code < r->cap && r->of[code].served > 0)
			print_tally(r, eni_str_of(eni_word_code(ENI_V_ACCEPTED, (int)code)), &r->of[code], ENI_NONE, true);
	if (r->cap > 0 && r->of[0].served > 0)
		print_tally(r, ENI_S("-"), &r->of[0], ENI_NONE, false);
}

static void
print_senders(struct rates *r)
{
	const struct eni_senders *s = &r->sources.senders;
	const uint32_t *at = eni_sources_sorted(&r->sources);

	for (size_t i = 0; i < s->n; i++)
		if (at[i] < r->cap && r->of[at[i]].served > 0)
			print_tally(r, eni_source_id(&r->print, &s->one[at[i]]), &r->of[at[i]], s->one[at[i]].subject, true);
	if (r->with_total && r->unsent.served > 0) /* so that the rows add up */
		print_tally(r, ENI_S("-"), &r->unsent, ENI_NONE, false);
}

static int
print_rates(struct rates *r)
{
	if (r->troubles.undated > 0)
		eni_warn(r->troubles.book->diag, r->troubles.first_undated, "first_visit",
		    "is empty, and there is no other first day, of %zu who are here; not counted", r->troubles.undated);
	eni_print_begin(&r->print);
	if (r->by_accepted)
		print_accepted(r);
	else
		print_senders(r);
	if (r->with_total)
		print_tally(r, eni_print_name(&r->print, "total", ENI_KINDS), &r->all, ENI_NONE, false);
	return eni_print_end(&r->print);
}

/* targets.complaint_rate, where -f asks what the rates are measured against. */
static void
read_target(struct rates *r)
{
	const struct eni_run *run = r->print.run;
	int64_t target;

	if (!r->print.wanted[TARGET] && !r->print.wanted[VERDICT])
		return;
	if (eni_num_parse(eni_node_text(eni_office_get(&run->book.office, "targets.complaint_rate")), &target) == 1)
		r->target = eni_ratio_of(target, ENI_NUM_SCALE);
	else
		eni_warn(r->troubles.book->diag, eni_at(run->book.office.file, 0), "targets.complaint_rate", "is not set");
}

static int
open_rates(struct rates *r, struct eni_run *run)
{
	static const char *const by[] = {"accepted"};
	size_t choice;

	if (eni_choice(run, "by", by, 1, &choice) == -1 || eni_sources_open(&r->sources, run, "referrer") == -1)
		return -1;
	r->by_accepted = choice == 0;
	r->with_total = eni_opt(run, "total") != NULL;
	if (!r->by_accepted && !r->with_total && eni_report_need(&r->sources.report, "referrer") == SIZE_MAX)
		return -1;
	if (!eni_stays_begin(&run->book.clients) && eni_report_need(&r->sources.report, "first_visit") == SIZE_MAX)
		return -1;
	if (r->by_accepted && (r->accepted = eni_report_need(&r->sources.report, "accepted")) == SIZE_MAX)
		return -1;
	r->troubles.book = &run->book;
	r->troubles.period = r->sources.report.period;
	eni_troubles_want(&r->troubles);
	if (eni_print_prepare(&r->print, run, r->by_accepted ? accepted_offer : offer, COLUMNS,
		r->by_accepted ? NULL : &r->sources.report.desk.facts) == -1)
		return -1;
	eni_print_first(&r->print, SHOWN);
	read_target(r);
	return 0;
}

int
eni_verb_trouble(struct eni_run *run)
{
	struct rates r = {0};
	int rc = -1, got;

	if (eni_opt(run, "rate") != NULL)
		return eni_trouble_rate(run);
	if (open_rates(&r, run) == 0 && eni_sources_load(&r.sources) == 0) {
		got = eni_troubles_read(&r.troubles);
		if (got == 1)
			eni_fail(&run->diag, ENI_NOWHERE, NULL, "trouble: the book has no incidents file");
		if (got == 0) {
			count(&r);
			rc = print_rates(&r);
		}
	}
	free(r.of);
	eni_troubles_free(&r.troubles);
	eni_sources_close(&r.sources);
	return rc;
}
