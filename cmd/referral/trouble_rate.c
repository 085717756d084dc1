/* referral trouble --rate: incidents for the time in which clients were here to have them.  See verbs.h. */
#include <stdlib.h>

#include "cli/chart.h"
#include "cmd/referral/sources.h"
#include "cmd/referral/verbs.h"
#include "stay/incidents.h"

enum { KIND, COUNT, CLIENTS, DAYS, PER_1000, LOW, HIGH, COLUMNS };
static const struct eni_offer offer[] = {[KIND] = {"kind", ENI_COL_TEXT, ENI_V_INCIDENT_KIND, 0},
    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [CLIENTS] = {"clients", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [DAYS] = {"client_days", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PER_1000] = {"per_1000_days", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [LOW] = {"low", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [HIGH] = {"high", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(offer, COLUMNS);

struct rates {
	struct eni_sources sources;
	struct eni_incidents incidents;
	struct eni_print print;
};

/* Per client, whether who sent them is chosen; who was sent by nobody is not, where a choice is made. */
static bool *
chosen_clients(struct eni_sources *s)
{
	size_t n = s->report.desk.run->book.clients.n;
	bool *chosen = eni_realloc(NULL, n + 1);

	for (uint32_t row = 0; row < n; row++) {
		uint32_t sender = eni_senders_of(&s->senders, row);

		chosen[row] = sender == ENI_NONE ? !eni_report_chooses(&s->report) : eni_sources_takes(s, sender);
	}
	return chosen;
}

static void
print_kind(struct rates *r, struct eni_str kind, int64_t n, int64_t clients)
{
	struct eni_print *p = &r->print;
	struct eni_person_time t = {.events = n, .time = (double)r->incidents.days, .per = 1000};

	p->cell[KIND] = kind;
	p->cell[COUNT] = eni_print_count(p, n);
	p->cell[CLIENTS] = eni_print_count(p, clients);
	p->cell[DAYS] = eni_print_count(p, r->incidents.days);
	eni_print_rate(p, &t, &p->cell[PER_1000], &p->cell[LOW], &p->cell[HIGH]);
	eni_print_row(p, ENI_NONE);
}

static int
print_kinds(struct rates *r)
{
	const struct eni_incidents *x = &r->incidents;
	int64_t all = 0;

	if (x->astray > 0)
		eni_warn(
		    x->book->diag, x->first_astray, "date", "is on no day of a stay, of %zu incidents; not counted", x->astray);
	eni_print_begin(&r->print);
	for (int kind = 1; kind <= (int)eni_word_count(ENI_V_INCIDENT_KIND); kind++) {
		all += x->kind[kind].n;
		if (x->kind[kind].known)
			print_kind(r, eni_str_of(eni_word_code(ENI_V_INCIDENT_KIND, kind)), x->kind[kind].n, x->kind[kind].clients);
	}
	if (eni_opt(r->print.run, "total") != NULL)
		print_kind(r, eni_print_name(&r->print, "total", ENI_KINDS), all, x->clients);
	return eni_print_end(&r->print);
}

static int
open_rates(struct rates *r, struct eni_run *run)
{
	if (eni_opt(run, "by") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--rate and --by: want one of them");
	if (eni_is_picture(run))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "-o svg and -o text draw trouble without --rate");
	if (eni_sources_open(&r->sources, run, "referrer") == -1 ||
	    (!eni_stays_begin(&run->book.clients) && eni_report_need(&r->sources.report, "first_visit") == SIZE_MAX))
		return -1;
	r->incidents.book = &run->book;
	r->incidents.period = r->sources.report.period;
	eni_incidents_want(&r->incidents);
	return eni_print_prepare(&r->print, run, offer, COLUMNS, NULL);
}

int
eni_trouble_rate(struct eni_run *run)
{
	struct rates r = {0};
	bool *chosen = NULL;
	int rc = -1, got;

	if (open_rates(&r, run) == 0 && eni_sources_load(&r.sources) == 0) {
		chosen = chosen_clients(&r.sources);
		got = eni_incidents_read(&r.incidents, chosen);
		if (got == 1)
			eni_fail(&run->diag, ENI_NOWHERE, NULL, "trouble: the book has no incidents file");
		if (got == 0) {
			eni_stays_warn_of_begin(&r.incidents.stays);
			rc = print_kinds(&r);
		}
	}
	free(chosen);
	eni_incidents_free(&r.incidents);
	eni_sources_close(&r.sources);
	return rc;
}
