/* churn risk: clients who are here and have warning signs, each with its figures, as records that followup reads (decision 73).
 * See verbs.h. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "cli/desk.h"
#include "cmd/churn/verbs.h"
#include "stay/risk.h"

/* Listed from here on, where the setting risk.from says nothing else: one in a hundred by chance. */
static const double usual_from = 2.0;
/* So many absences in a row are a sign of their own, as for the rule risk-absent; and so many planned days without a row. */
enum { ABSENT_RUN = 2, SILENT_RUN = 3 };

struct risky {
	uint32_t client;
	double risk; /* as it is printed, so that equal ones go by id; NaN: no figure */
};

struct risks {
	struct eni_desk desk;
	struct eni_risk risk;
	struct eni_print print;
	size_t *raw; /* columns of the clients as they are, one for each offer before the last two */
	size_t columns;
	size_t reason, discharge, back, end;
	double from;
	struct risky *listed;
	size_t n, cap;
};

/* ---- signs ---- */

/* In hospital: the reason of their last absence, from which they are neither discharged nor back. */
static bool
in_hospital(const struct risks *r, uint32_t client)
{
	const struct eni_book *b = &r->desk.run->book;
	struct eni_when out = eni_sheet_when(&b->clients, r->discharge, client);
	struct eni_when back = eni_sheet_when(&b->clients, r->back, client), end = eni_sheet_when(&b->clients, r->end, client);

	if (eni_sheet_code(&b->clients, r->reason, client) != ENI_REASON_HOSPITAL ||
	    (eni_is_day(end) && !eni_book_has_happened(b, end)))
		return false;
	if (eni_is_day(out) && eni_book_has_happened(b, out))
		return false;
	return !(eni_is_day(back) && eni_book_has_happened(b, back) && (!eni_is_day(end) || back.day >= end.day));
}

/* What a client's signs are: a figure, and what needs none. */
struct signs {
	double drop; /* to two decimals; NaN: not known */
	int absent_run, silent, complaints;
	bool hospital;
	bool hard; /* listed whatever the figures say */
};

static struct signs
signs_of(struct risks *r, uint32_t client)
{
	const struct eni_habit *h = &r->risk.habit[client];
	struct signs s = {.drop = round(eni_risk_drop(&r->risk, h) * 100) / 100,
	    .silent = eni_risk_silent(h),
	    .absent_run = eni_risk_run(h),
	    .complaints = h->complaints,
	    .hospital = in_hospital(r, client)};

	s.hard = (s.absent_run >= ABSENT_RUN && eni_risk_run_rarity(&r->risk, h) >= r->from) || s.silent >= SILENT_RUN ||
		 s.complaints > 0 || s.hospital;
	for (size_t i = 0; i < r->risk.n_planned; i++)
		s.hard |= eni_planned_touches(&r->risk.planned[i], &r->desk.facts, client);
	return s;
}

enum { RUN, DROP, SILENT, COMPLAINT, HOSPITAL, PLANNED, SIGNS };
static const struct {
	const char *name, *ja, *zh;
} sign_names[] = {[RUN] = {"absent_run", "連続欠席", "连续缺席"},
    [DROP] = {"rate_drop", "来所の減少", "到访减少"},
    [SILENT] = {"silent", "記録のない予定日", "无记录的计划日"},
    [COMPLAINT] = {"complaint", "苦情", "投诉"},
    [HOSPITAL] = {"hospital", "入院", "住院"},
    [PLANNED] = {"planned", "予定の変更", "计划变更"}};
ENI_ROW_FOR_EACH(sign_names, SIGNS);

/* By its name, or in words where people read it. */
static void
add_sign(const struct eni_run *run, struct eni_buf *b, int sign)
{
	const char *lang = eni_print_for_people(run) ? run->lang : "en";

	eni_buf_printf(b, "%s%s=", b->n > 0 ? " " : "",
	    strcmp(lang, "ja") == 0   ? sign_names[sign].ja
	    : strcmp(lang, "zh") == 0 ? sign_names[sign].zh
				      : sign_names[sign].name);
}

static void
write_signs(struct risks *r, struct eni_buf *b, const struct signs *s, uint32_t client)
{
	const struct {
		double value;
		bool is, whole;
	} row[PLANNED] = {[RUN] = {s->absent_run, s->absent_run >= ABSENT_RUN, true},
	    [DROP] = {s->drop, s->drop >= r->from, false},
	    [SILENT] = {s->silent, s->silent >= SILENT_RUN, true},
	    [COMPLAINT] = {s->complaints, s->complaints > 0, true},
	    [HOSPITAL] = {1, s->hospital, true}};

	for (int i = 0; i < PLANNED; i++)
		if (row[i].is) {
			add_sign(r->desk.run, b, i);
			eni_buf_printf(b, row[i].whole ? "%.0f" : "%.2f", row[i].value);
		}
	for (size_t i = 0; i < r->risk.n_planned; i++)
		if (eni_planned_touches(&r->risk.planned[i], &r->desk.facts, client)) {
			add_sign(r->desk.run, b, PLANNED);
			eni_buf_add(b, r->risk.planned[i].id);
		}
}

/* ---- the list ---- */

static int
riskiest_first(const void *a, const void *b, void *book)
{
	const struct risky *x = a, *y = b;

	if (isnan(x->risk) != isnan(y->risk))
		return isnan(x->risk) ? 1 : -1;
	if (!isnan(x->risk) && x->risk != y->risk)
		return x->risk < y->risk ? 1 : -1;
	return eni_str_cmp(eni_subject_id(book, x->client), eni_subject_id(book, y->client));
}

static void
choose(struct risks *r)
{
	struct eni_book *b = &r->desk.run->book;
	bool all = eni_opt(r->desk.run, "all") != NULL;

	for (uint32_t c = 0; c < b->clients.n; c++) {
		struct signs s;

		if (!eni_risk_is_here(&r->risk, c) || !eni_subject_asked(b, c) || !eni_desk_passes(&r->desk, c))
			continue;
		s = signs_of(r, c);
		if (!all && !s.hard && !(s.drop >= r->from))
			continue;
		r->listed = eni_grow(r->listed, &r->cap, r->n + 1, sizeof *r->listed);
		r->listed[r->n++] = (struct risky){c, s.drop};
	}
	if (r->n > 1)
		qsort_r(r->listed, r->n, sizeof *r->listed, riskiest_first, b);
}

static int
print_risks(struct risks *r)
{
	struct eni_book *b = &r->desk.run->book;
	struct eni_print *p = &r->print;
	struct eni_buf text = {0};

	eni_print_begin(p);
	for (size_t i = 0; i < r->n; i++) {
		uint32_t client = r->listed[i].client;
		struct signs s = signs_of(r, client);

		for (size_t k = 0; k < r->columns; k++)
			p->cell[k] = p->wanted[k] ? eni_sheet_text(&b->clients, r->raw[k], client) : (struct eni_str){"", 0};
		text.n = 0;
		write_signs(r, &text, &s, client);
		p->cell[r->columns] = isnan(s.drop) ? (struct eni_str){"", 0} : eni_arena_printf(&p->row, "%.2f", s.drop);
		p->cell[r->columns + 1] = eni_buf_str(&text);
		eni_print_row(p, client);
	}
	eni_buf_free(&text);
	return eni_print_end(p);
}

/* ---- columns ---- */

/* The clients' own columns as they are, and ours; what an earlier run has put there gives way. */
static struct eni_offer *
offers_of(struct risks *r, struct eni_run *run)
{
	const struct eni_sheet *c = &run->book.clients;
	struct eni_offer *offer = eni_arena_clear(&run->arena, (c->n_headers + 2) * sizeof *offer);

	for (size_t i = 0; i < c->n_headers; i++)
		if (!eni_str_is(c->header[i], "risk") && !eni_str_is(c->header[i], "signs"))
			offer[r->columns++].name = eni_arena_keep(&run->arena, c->header[i]).p;
	offer[r->columns] = (struct eni_offer){"risk", ENI_COL_NUMBER, ENI_V_NONE, 0};
	offer[r->columns + 1] = (struct eni_offer){"signs", ENI_COL_TEXT, ENI_V_NONE, 0};
	return offer;
}

static int
open_columns(struct risks *r, struct eni_run *run)
{
	struct eni_sheet *c = &run->book.clients;
	const struct eni_offer *offer = offers_of(r, run);

	r->reason = eni_sheet_want(c, ENI_S("reason"), ENI_AS_TYPED);
	r->discharge = eni_sheet_want(c, ENI_S("discharge_date"), ENI_AS_TYPED);
	r->back = eni_sheet_want(c, ENI_S("returned_date"), ENI_AS_TYPED);
	r->end = eni_sheet_want(c, ENI_S("end_date"), ENI_AS_TYPED);
	if (eni_print_prepare(&r->print, run, offer, r->columns + 2, &r->desk.facts) == -1)
		return -1;
	r->raw = eni_arena_clear(&run->arena, (r->columns + 1) * sizeof *r->raw);
	for (size_t k = 0; k < r->columns; k++)
		if (r->print.wanted[k])
			r->raw[k] = strcmp(offer[k].name, "id") == 0 ? (size_t)ENI_COL_ID
								     : eni_sheet_want(c, eni_str_of(offer[k].name), ENI_AS_RAW);
	return 0;
}

static double
listed_from(const struct eni_office *o)
{
	int64_t from;

	return eni_num_parse(eni_node_text(eni_office_get(o, "risk.from")), &from) == 1 ? (double)from / ENI_NUM_SCALE : usual_from;
}

int
eni_verb_risk(struct eni_run *run)
{
	struct risks r = {0};
	int rc = -1;

	if (eni_desk_open_facts(&r.desk, run, true) == -1)
		goto done;
	r.from = listed_from(&run->book.office);
	if (eni_risk_open(&r.risk, &run->book, &r.desk.facts) == -1 || open_columns(&r, run) == -1 ||
	    eni_desk_where(&r.desk, false) == -1 || eni_desk_load(&r.desk) == -1 || eni_risk_gather(&r.risk) == -1)
		goto done;
	choose(&r);
	rc = print_risks(&r);
done:
	free(r.listed);
	eni_risk_free(&r.risk);
	eni_desk_close(&r.desk);
	return rc;
}
