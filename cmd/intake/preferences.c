/* intake focus and lost: what people look for, and why they did not sign.  See verbs.h. */
#include <stdlib.h>

#include "cli/report.h"
#include "cmd/intake/verbs.h"
#include "reception/preferences.h"

enum { CODE, COUNT, PERCENT, COLUMNS };
static const struct eni_offer lost_offer[] = {[CODE] = {"reason", ENI_COL_TEXT, ENI_V_LOST_REASON, 0},
    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
ENI_ROW_FOR_EACH(lost_offer, COLUMNS);

struct preferences {
	struct eni_run *run;
	struct eni_report report;
	struct eni_print print;
	struct eni_counts counts;
	int64_t people; /* that percentages are of */
	size_t inquiry_at;
};

/* The moment by which a client lies in the period, as in funnel; needed only where there is one (decision 25). */
static int
want_inquiry(struct preferences *x)
{
	static const char field[] = "inquiry_at";

	if (eni_period_bounded(&x->report.period))
		x->inquiry_at = eni_report_need(&x->report, field);
	else
		x->inquiry_at = eni_sheet_want(&x->run->book.clients, eni_str_of(field), ENI_AS_TYPED);
	return x->inquiry_at == SIZE_MAX ? -1 : 0;
}

/* Whether that moment lies in the period; what is later than the moment of the report does not exist yet. */
static bool
in_period(const struct preferences *x, struct eni_when at)
{
	return eni_period_has(&x->report.period, at) && (!eni_is_day(at) || eni_book_has_happened(&x->run->book, at));
}

static int
print_counts(struct preferences *x)
{
	struct eni_print *p = &x->print;

	eni_counts_sort(&x->counts);
	eni_print_begin(p);
	for (size_t i = 0; i < x->counts.n; i++) {
		p->cell[CODE] = eni_str_of(x->counts.row[i].code);
		p->cell[COUNT] = eni_print_count(p, x->counts.row[i].n);
		p->cell[PERCENT] = eni_print_share(p, x->counts.row[i].n, x->people);
		eni_print_row(p, 0);
	}
	return eni_print_end(p);
}

/* ---- focus, or another field ---- */

/* The field that is counted: that of --field, else focus; NULL after eni_fail. */
static const struct eni_field *
counted_field(struct eni_run *run)
{
	const char *said = eni_opt(run, "field");
	struct eni_str name = eni_str_of(said == NULL ? "focus" : said);
	const struct eni_field *f = eni_header_find(ENI_CLIENTS, name);

	if (f != NULL && (f->type == ENI_ENUM || f->type == ENI_ENUMS))
		return f;
	eni_fail(&run->diag, ENI_NOWHERE, NULL, "--field: %.*s: want a client field that has codes, such as focus or concern",
	    (int)name.n, name.p);
	return NULL;
}

static void
count_named(struct preferences *x, const struct eni_field *f, size_t column)
{
	struct eni_sheet *s = &x->run->book.clients;
	struct eni_unknown_words unknown = {0};

	for (uint32_t row = 0; row < s->n; row++)
		if (eni_report_takes(&x->report, row) && in_period(x, eni_sheet_when(s, x->inquiry_at, row)))
			x->people += eni_named_add(
			    &x->counts, &x->run->book, f, eni_sheet_text(s, column, row), &unknown, eni_sheet_place(s, row));
	eni_unknown_words_report(&unknown, &x->run->diag);
	eni_unknown_words_free(&unknown);
}

int
eni_verb_focus(struct eni_run *run)
{
	struct preferences x = {.run = run};
	const struct eni_field *f = counted_field(run);
	int rc = -1;

	if (f != NULL && eni_report_open(&x.report, run) == 0 && want_inquiry(&x) == 0 &&
	    eni_report_require(&x.report, f->name) == 0) {
		const struct eni_offer offer[] = {[CODE] = {f->name, ENI_COL_TEXT, f->vocab, 0},
		    [COUNT] = {"count", ENI_COL_NUMBER, ENI_V_NONE, 0},
		    [PERCENT] = {"percent", ENI_COL_NUMBER, ENI_V_NONE, 0}};
		size_t column = eni_sheet_want(&run->book.clients, eni_str_of(f->name), ENI_AS_RAW);

		if (eni_print_prepare(&x.print, run, offer, COLUMNS, NULL) == 0 && eni_report_load(&x.report) == 0) {
			count_named(&x, f, column);
			rc = print_counts(&x);
		}
	}
	eni_report_close(&x.report);
	return rc;
}

/* ---- lost ---- */

struct lost {
	size_t reason, lost_date;
	uint8_t *surveyed; /* the surveys' reasons; NULL: no surveys */
};

/* The reason on the record; where that is empty or unknown the survey's; else unknown. */
static int
reason_of(const struct lost *l, const struct eni_sheet *s, uint32_t row)
{
	int code = eni_sheet_code(s, l->reason, row);

	if ((code == 0 || code == ENI_LOST_REASON_UNKNOWN) && l->surveyed != NULL)
		code = l->surveyed[row];
	return code != 0 ? code : (int)ENI_LOST_REASON_UNKNOWN;
}

static void
count_lost(struct preferences *x, const struct lost *l)
{
	struct eni_sheet *s = &x->run->book.clients;

	for (uint32_t row = 0; row < s->n; row++) {
		struct eni_when at = eni_sheet_when(s, x->inquiry_at, row);

		if (eni_written_status(&x->run->book, row) != ENI_STATUS_LOST || !eni_report_takes(&x->report, row))
			continue;
		if (!eni_is_day(at))
			at = eni_sheet_when(s, l->lost_date, row);
		if (!in_period(x, at))
			continue;
		eni_counts_add(&x->counts, ENI_V_LOST_REASON, reason_of(l, s, row));
		x->people++;
	}
}

static int
want_lost(struct preferences *x, struct lost *l)
{
	struct eni_sheet *s = &x->run->book.clients;

	if (eni_report_need(&x->report, "status") == SIZE_MAX || want_inquiry(x) == -1)
		return -1;
	l->reason = eni_sheet_want(s, ENI_S("lost_reason"), ENI_AS_TYPED);
	l->lost_date = eni_sheet_want(s, ENI_S("lost_date"), ENI_AS_TYPED);
	eni_sheet_want(s, ENI_S("name"), ENI_AS_RAW); /* surveys name clients by id or by name */
	return eni_print_prepare(&x->print, x->run, lost_offer, COLUMNS, NULL);
}

int
eni_verb_lost(struct eni_run *run)
{
	struct preferences x = {.run = run};
	struct lost l = {0};
	int rc = -1;

	if (eni_report_open(&x.report, run) == -1 || want_lost(&x, &l) == -1 || eni_report_load(&x.report) == -1 ||
	    eni_lost_surveys(&run->book, &l.surveyed) == -1)
		goto done;
	if (l.surveyed == NULL && eni_report_require(&x.report, "lost_reason") == -1)
		goto done; /* no reason can be known */
	count_lost(&x, &l);
	rc = print_counts(&x);
done:
	free(l.surveyed);
	eni_report_close(&x.report);
	return rc;
}
