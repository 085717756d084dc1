/* What a client is worth: see worth.h. */
#include "worth/worth.h"

#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "book/cell_word.h"

/* With fewer ended stays a curve says next to nothing: instead of a group's own that of all is taken, and instead of this the
 * setting (decision 79). */
enum { ENOUGH_ENDED = 20 };

static const double month_days = (double)ENI_MONTH_DAYS / ENI_MONTH_PARTS;

/* ---- a usual client ---- */

/* Money out of an estimate, half away from zero. */
static enum eni_known
whole(double x, int64_t *out)
{
	if (!(fabs(x) < 9e18))
		return ENI_SUM_TOO_BIG;
	*out = (int64_t)round(x);
	return ENI_KNOWN_SUM;
}

static enum eni_known
rounded(eni_wide num, eni_wide den, int64_t *out)
{
	return eni_ratio_round((struct eni_ratio){num, den}, out) ? ENI_KNOWN_SUM : ENI_SUM_TOO_BIG;
}

/* A ratio times a number in the scale of numbers. */
static bool
times(struct eni_ratio *r, int64_t scaled)
{
	r->den *= ENI_NUM_SCALE;
	return eni_wide_times(&r->num, scaled);
}

enum eni_known
eni_usual_worth(const struct eni_usual *u, const struct eni_terms *t, int64_t *out)
{
	struct eni_ratio r = {u->price, 1};
	struct eni_annuity a = {t->months, t->churn, eni_monthly_rate(t->discount), t->paid};

	if (u->price < 0 || u->visits < 0 || (t->churn < 0 && u->months < 0))
		return ENI_UNKNOWN_SUM;
	if (!times(&r, u->visits) || !times(&r, t->margin))
		return ENI_SUM_TOO_BIG;
	if (t->churn < 0 && t->discount == 0)
		return times(&r, u->months) ? rounded(r.num, r.den, out) : ENI_SUM_TOO_BIG;
	if (t->churn < 0)
		a = (struct eni_annuity){(double)u->months / ENI_NUM_SCALE, 0, a.rate, a.paid};
	return whole((double)r.num / (double)r.den * eni_annuity_value(&a), out);
}

struct eni_ratio
eni_payback(struct eni_ratio monthly_revenue, const struct eni_terms *t, int64_t cost)
{
	struct eni_annuity a = {
	    .churn = fmax(0, t->churn), .rate = eni_monthly_rate(t->discount), .paid = t->paid, .months = INFINITY};
	double month = (double)monthly_revenue.num / (double)monthly_revenue.den * (double)t->margin / ENI_NUM_SCALE;
	double months = monthly_revenue.den != 0 && month > 0 ? eni_annuity_months(&a, (double)cost / month) : INFINITY;

	return months < 1e9 ? (struct eni_ratio){(eni_wide)llround(months * 1e6), 1000000} : ENI_NO_RATIO;
}

/* ---- what was seen ---- */

struct eni_month_of {
	uint32_t client;
	int32_t month;
};

void
eni_worth_want(struct eni_worth *w, struct eni_book *b)
{
	*w = (struct eni_worth){
	    .book = b, .total_months = -1, .ahead = -1, .first_visit = ENI_NODAY, .period = {ENI_NEVER, ENI_NEVER}};
	w->terms = (struct eni_terms){.margin = ENI_NUM_SCALE, .churn = -1, .months = INFINITY};
	w->horizon = month_days * (double)eni_office_horizon(&b->office);
	if (eni_num_parse(eni_node_text(eni_office_get(&b->office, "ltv.least")), &w->least) != 1)
		w->least = ENI_NUM_SCALE;
	eni_prices_want(&w->prices, b);
	eni_stays_want(&w->stays, b, false);
	eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW); /* visits and stays may name clients */
	w->status = eni_sheet_want(&b->clients, ENI_S("status"), ENI_AS_TYPED);
}

enum eni_known
eni_worth_formula(const struct eni_worth *w, uint32_t client, int64_t *out)
{
	const struct eni_usual own = {eni_price_of(&w->prices, client), eni_visits_of(&w->prices, client), w->prices.usual.months};

	return eni_usual_worth(&own, &w->terms, out);
}

enum { ID, DATE, OUTCOME, FEE, VISIT_FIELDS };
static const char *const visit_names[] = {[ID] = "id", [DATE] = "date", [OUTCOME] = "outcome", [FEE] = "fee"};
ENI_ROW_FOR_EACH(visit_names, VISIT_FIELDS);

static bool
is_told(const struct eni_worth *w, uint32_t client)
{
	return w->asks == NULL || w->asks(w->of, client);
}

static void
add_fee(struct eni_seen *s, int64_t fee, bool attended)
{
	s->too_big |= __builtin_add_overflow(s->fees, fee, &s->fees);
	if (attended)
		s->too_big |= __builtin_add_overflow(s->attended_fees, fee, &s->attended_fees);
}

static void
note_month(struct eni_worth *w, uint32_t client, int32_t day)
{
	int32_t month = eni_month_start(day);

	if (w->seen[client].last_month == month)
		return;
	w->seen[client].last_month = month;
	w->month = eni_grow(w->month, &w->cap_months, w->n_months + 1, sizeof *w->month);
	w->month[w->n_months++] = (struct eni_month_of){client, month};
}

static void
note_attended(struct eni_worth *w, uint32_t client, int32_t day, bool priced)
{
	struct eni_seen *s = &w->seen[client];

	s->attended++;
	s->unpriced += !priced;
	if (s->first == ENI_NODAY || day < s->first)
		s->first = day;
	if (w->count_months)
		note_month(w, client, day);
}

/* A list without the column holds visits that took place. */
static bool
is_attended(struct eni_worth *w, const struct eni_stream *in, const struct eni_field *outcome, uint32_t client)
{
	struct eni_str cell = eni_str_trim(eni_stream_cell(in, OUTCOME));
	struct eni_word_reading r = eni_cell_read(&w->book->office, outcome, cell);

	if (!eni_stream_has(in, OUTCOME))
		return true;
	if (r.how == ENI_UNREAD && is_told(w, client))
		eni_unknown_words_note(&w->unknown, outcome, cell, in->row.place, r);
	return r.code == ENI_VISIT_ATTENDED;
}

/* -1 where --strict stops. */
static int
fold_visit(struct eni_worth *w, const struct eni_stream *in, const struct eni_field *outcome)
{
	struct eni_book *b = w->book;
	uint32_t who = in->who;
	struct eni_when date;
	int64_t fee = 0;
	int got, rc = 0;
	bool attended;

	if (who == ENI_NONE || !eni_subject_is_client(b, who))
		return 0;
	if (eni_stream_when(in, DATE, &date) != 1)
		return is_told(w, who) ? eni_aside(b->diag, in->row.place, "date", "want a day such as 2026-04-01") : 0;
	if (!eni_book_has_happened(b, date))
		return 0;
	w->seen[who].visited = true;
	if (w->first_visit == ENI_NODAY || date.day < w->first_visit)
		w->first_visit = date.day;
	if (!eni_period_has(&w->period, date))
		return 0;
	if ((got = eni_money_parse(eni_stream_cell(in, FEE), b->office.decimals, &fee)) == -1 && is_told(w, who))
		rc = eni_aside(b->diag, in->row.place, "fee", "want an amount such as 4000");
	attended = is_attended(w, in, outcome, who);
	if (got == 1)
		add_fee(&w->seen[who], fee, attended);
	if (attended)
		note_attended(w, who, date.day, got == 1);
	return rc;
}

static int
fold_visits(struct eni_worth *w)
{
	const struct eni_field *outcome = eni_field_find(ENI_VISITS, ENI_S("outcome"));
	struct eni_stream in;
	int got = eni_stream_open(&in, w->book, ENI_VISITS, visit_names, VISIT_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	w->any_visits = true;
	eni_stream_people(&in, w->book, w->seen, sizeof *w->seen);
	for (size_t k = ID; got == 0 && k <= DATE; k++)
		if (!eni_stream_has(&in, k) && in.n_header > 0)
			got = eni_fail(w->book->diag, ENI_NOWHERE, visit_names[k], "visits has no such column");
	while (got == 0 && (got = eni_stream_next(&in)) > 0)
		got = fold_visit(w, &in, outcome) == -1 && w->book->diag->status == 2 ? -1 : 0;
	eni_stream_close(&in);
	eni_unknown_words_report(&w->unknown, w->book->diag);
	return got;
}

static int
by_client_and_month(const void *a, const void *b)
{
	const struct eni_month_of *x = a, *y = b;

	return x->client != y->client ? (x->client > y->client) - (x->client < y->client)
				      : (x->month > y->month) - (x->month < y->month);
}

static void
count_months(struct eni_worth *w)
{
	if (w->n_months > 1)
		qsort(w->month, w->n_months, sizeof *w->month, by_client_and_month);
	for (size_t i = 0; i < w->n_months; i++)
		if (i == 0 || by_client_and_month(&w->month[i - 1], &w->month[i]) != 0)
			w->seen[w->month[i].client].months++;
}

/* ---- stays and their curves ---- */

static void
note_running(struct eni_worth *w, const struct eni_stay *stay)
{
	struct eni_seen *s = &w->seen[stay->subject];

	s->stayed = true;
	if (!stay->over && stay->start != ENI_NODAY && stay->start > s->since)
		s->since = stay->start;
}

/* Watched from one day of the stay on, and ended on the other: as differences, which gather sums up. */
static void
note_ended(struct eni_worth *w, size_t seen, size_t end)
{
	w->later = eni_grow(w->later, &w->cap_later, end + 1, sizeof *w->later);
	while (w->n_later <= end)
		w->later[w->n_later++] = (struct eni_later){0, 0};
	w->later[seen].stays++;
	w->later[seen].days += (int64_t)end;
	w->later[end].stays--;
	w->later[end].days -= (int64_t)end;
	w->ended++;
}

static void
take_stay(void *to, const struct eni_stay *stay)
{
	struct eni_worth *w = to;
	struct eni_life_stay s = {.cause = stay->over ? 1 : ENI_NO_CAUSE, .group = (uint32_t)w->n_groups};
	bool known = stay->subject != ENI_NONE;

	if (known)
		note_running(w, stay);
	if (stay->start == ENI_NODAY || (stay->over && stay->end == ENI_NODAY))
		return;
	s.entry = stay->seen - stay->start;
	s.exit = (stay->over ? stay->end : w->book->today) - stay->start;
	if (eni_life_count(&w->life, &s) && stay->over)
		note_ended(w, (size_t)s.entry, (size_t)s.exit);
	if (known && w->group != NULL && w->group[stay->subject] != ENI_NONE) {
		s.group = w->group[stay->subject];
		eni_life_count(&w->life, &s);
	}
}

static void
draw_curves(struct eni_worth *w)
{
	static const uint32_t same[] = {0, 1};
	uint32_t *group = eni_realloc(NULL, (w->n_groups + 1) * sizeof *group);

	for (size_t i = 0; i <= w->n_groups; i++)
		group[i] = (uint32_t)i;
	eni_life_sort(&w->life, group, same);
	w->curve = eni_realloc(NULL, (w->n_groups + 1) * sizeof *w->curve);
	for (size_t i = 0; i <= w->n_groups; i++)
		w->curve[i] = (struct eni_worth_curve){.survival = eni_survival_curve(&w->life, (uint32_t)i)};
	free(group);
}

int
eni_worth_gather(struct eni_worth *w, bool stays)
{
	size_t n = w->book->clients.n;

	w->seen = eni_realloc(NULL, (n + 1) * sizeof *w->seen);
	for (size_t i = 0; i < n; i++)
		w->seen[i] = (struct eni_seen){.last_month = ENI_NODAY, .first = ENI_NODAY, .since = ENI_NODAY};
	w->count_months |= w->prices.usual.price < 0 || w->prices.usual.visits < 0;
	if (fold_visits(w) == -1)
		return -1;
	count_months(w);
	if (stays && eni_stays_each(&w->stays, take_stay, w) == -1)
		return -1;
	for (size_t i = 1; i < w->n_later; i++) {
		w->later[i].stays += w->later[i - 1].stays;
		w->later[i].days += w->later[i - 1].days;
	}
	if (w->ahead >= 0)
		w->horizon = month_days * (double)w->ahead;
	draw_curves(w);
	return 0;
}

void
eni_worth_free(struct eni_worth *w)
{
	for (size_t i = 0; w->curve != NULL && i <= w->n_groups; i++) {
		eni_survival_free(&w->curve[i].survival);
		free(w->curve[i].memo);
	}
	free(w->curve);
	free(w->later);
	free(w->seen);
	free(w->month);
	eni_life_free(&w->life);
	eni_stays_free(&w->stays);
	eni_unknown_words_free(&w->unknown);
	*w = (struct eni_worth){0};
}

/* ---- one client ---- */

bool
eni_worth_has(const struct eni_worth *w, uint32_t client)
{
	return w->seen[client].visited || w->seen[client].stayed;
}

enum eni_known
eni_worth_revenue(const struct eni_worth *w, uint32_t client, bool attended_only, int64_t *out)
{
	const struct eni_seen *s = &w->seen[client];
	int64_t price = eni_price_of(&w->prices, client), rest = 0;

	*out = attended_only ? s->attended_fees : s->fees;
	if (s->unpriced > 0 && price < 0)
		return ENI_UNKNOWN_SUM;
	if (s->too_big || (s->unpriced > 0 && __builtin_mul_overflow(price, (int64_t)s->unpriced, &rest)) ||
	    __builtin_add_overflow(*out, rest, out))
		return ENI_SUM_TOO_BIG;
	return ENI_KNOWN_SUM;
}

enum eni_known
eni_worth_monthly(const struct eni_worth *w, uint32_t client, struct eni_ratio *out)
{
	int64_t revenue;
	enum eni_known known;

	*out = eni_price_monthly(&w->prices, client);
	if (out->den != 0)
		return ENI_KNOWN_SUM;
	if (w->seen == NULL || client >= w->book->clients.n || w->seen[client].months == 0)
		return ENI_UNKNOWN_SUM;
	known = eni_worth_revenue(w, client, true, &revenue);
	*out = eni_ratio_of(revenue, w->seen[client].months);
	return known;
}

/* The first day of a stay that goes on; ENI_NODAY: there is none. */
static int32_t
stays_since(const struct eni_worth *w, uint32_t client)
{
	int status = eni_sheet_code(&w->book->clients, w->status, client);
	const struct eni_seen *s = &w->seen[client];

	if (status == ENI_STATUS_DECEASED)
		return ENI_NODAY;
	if (s->since != ENI_NODAY || s->stayed)
		return s->since;
	return eni_status_is(status, ENI_IS_HERE) ? s->first : (int32_t)ENI_NODAY;
}

static size_t
curve_of(const struct eni_worth *w, uint32_t client)
{
	uint32_t group = w->group == NULL ? ENI_NONE : w->group[client];

	return group != ENI_NONE && w->curve[group].survival.events >= ENOUGH_ENDED ? group : w->n_groups;
}

/* In days: the least that whoever stays longer than expected has left, within the horizon. */
static double
least_days(const struct eni_worth *w)
{
	return fmin(month_days * (double)w->least / ENI_NUM_SCALE, w->horizon);
}

/* Nobody is worth less for having stayed longer than those who left: the least, and what those had left on average who were watched
 * on that day of their stay and stayed longer.  In days. */
static double
floor_of(const struct eni_worth *w, int32_t days)
{
	size_t at = (size_t)(days < 0 ? 0 : days);
	const struct eni_later *later = at < w->n_later && w->later[at].stays > 0 ? &w->later[at] : NULL;

	return fmax(least_days(w), later == NULL ? 0 : fmin((double)later->days / (double)later->stays - (double)at, w->horizon));
}

static const struct eni_outlook_of *
outlook_of(struct eni_worth *w, size_t curve, int32_t days)
{
	struct eni_worth_curve *c = &w->curve[curve];
	size_t had = c->cap, at = (size_t)(days < 0 ? 0 : days);
	double discount = log1p(w->terms.discount) / 365.25;

	c->memo = eni_grow(c->memo, &c->cap, at + 1, sizeof *c->memo);
	if (c->cap > had)
		memset(c->memo + had, 0, (c->cap - had) * sizeof *c->memo);
	if (!c->memo[at].known) {
		const struct eni_survival_curve *s = &c->survival;
		struct eni_rest plain, discounted;
		double least = least_days(w);

		if (!c->tail.known)
			c->tail = eni_tail_fit(&w->life, (uint32_t)curve);
		plain = discounted = eni_survival_rest(s, &c->tail, (double)at, w->horizon, 0);
		if (discount != 0) {
			discounted = eni_survival_rest(s, &c->tail, (double)at, w->horizon, discount);
			least = -expm1(-discount * least) / discount;
		}
		if (s->n > 0 && (double)at >= s->row[s->n - 1].time) { /* behind the longest stay */
			plain.mean = fmax(plain.mean, least_days(w));
			discounted.mean = fmax(discounted.mean, least);
		}
		c->memo[at] = (struct eni_outlook_of){true, plain, discounted};
	}
	return &c->memo[at];
}

/* What is left of so many months after so many days. */
static enum eni_known
rest_of_months(const struct eni_worth *w, int64_t months, int32_t days, struct eni_ratio monthly_revenue, struct eni_worth_one *out)
{
	eni_wide left = (eni_wide)months * ENI_MONTH_DAYS - (eni_wide)days * ENI_MONTH_PARTS * ENI_NUM_SCALE,
		 most = (eni_wide)w->ahead * ENI_MONTH_DAYS * ENI_NUM_SCALE;
	eni_wide least = (eni_wide)llround(floor_of(w, days) * ENI_MONTH_PARTS * ENI_NUM_SCALE);
	struct eni_ratio r = monthly_revenue;
	struct eni_annuity a = {.rate = eni_monthly_rate(w->terms.discount), .paid = w->terms.paid};

	if (left < least)
		left = least;
	if (w->ahead >= 0 && left > most)
		left = most;
	out->months = (struct eni_ratio){left, (eni_wide)ENI_MONTH_DAYS * ENI_NUM_SCALE};
	if (out->per_month_known != ENI_KNOWN_SUM)
		return out->per_month_known;
	if (w->terms.discount > 0) {
		a.months = (double)out->months.num / (double)out->months.den;
		return whole((double)r.num / (double)r.den * eni_annuity_value(&a), &out->expected);
	}
	if (__builtin_mul_overflow(r.num, out->months.num, &r.num) || __builtin_mul_overflow(r.den, out->months.den, &r.den))
		return ENI_SUM_TOO_BIG;
	return rounded(r.num, r.den, &out->expected);
}

/* What the curve says; each expected month is worth a month's revenue. */
static enum eni_known
rest_of_curve(struct eni_worth *w, int32_t days, struct eni_ratio monthly_revenue, struct eni_worth_one *out)
{
	const struct eni_outlook_of *o = outlook_of(w, out->curve, days);
	double a_day = (double)monthly_revenue.num / (double)monthly_revenue.den / month_days;

	out->months = (struct eni_ratio){(eni_wide)llround(o->plain.mean / month_days * 1e9), 1000000000};
	if (out->per_month_known != ENI_KNOWN_SUM)
		return out->per_month_known;
	out->limits_known = whole(a_day * o->discounted.low, &out->low);
	if (out->limits_known == ENI_KNOWN_SUM)
		out->limits_known = whole(a_day * o->discounted.high, &out->high);
	return whole(a_day * o->discounted.mean, &out->expected);
}

static enum eni_known
rest_of(struct eni_worth *w, uint32_t client, struct eni_ratio monthly_revenue, struct eni_worth_one *out)
{
	int32_t since = stays_since(w, client), days;
	int64_t months = w->total_months, setting = w->prices.usual.months;

	out->months = ENI_NO_RATIO;
	if (since == ENI_NODAY) {
		out->months = (struct eni_ratio){0, 1};
		out->basis = ENI_BASIS_GONE;
		out->limits_known = ENI_KNOWN_SUM;
		return ENI_KNOWN_SUM;
	}
	days = w->book->today - since;
	out->curve = curve_of(w, client);
	if (months >= 0)
		out->basis = ENI_BASIS_MONTHS;
	else if (setting >= 0 && w->curve[w->n_groups].survival.events < ENOUGH_ENDED)
		out->basis = ENI_BASIS_SETTING;
	else if (w->curve[out->curve].survival.events > 0)
		out->basis = ENI_BASIS_CURVE;
	switch (out->basis) {
	case ENI_BASIS_MONTHS:
		return rest_of_months(w, months, days, monthly_revenue, out);
	case ENI_BASIS_SETTING:
		return rest_of_months(w, setting, days, monthly_revenue, out);
	case ENI_BASIS_CURVE:
		return rest_of_curve(w, days, monthly_revenue, out);
	default:
		return ENI_UNKNOWN_SUM;
	}
}

/* With a margin every amount is that share of the revenue. */
static enum eni_known
share_of(const struct eni_worth *w, struct eni_ratio *r, int64_t *out)
{
	if (w->terms.margin != ENI_NUM_SCALE && !times(r, w->terms.margin))
		return ENI_SUM_TOO_BIG;
	return rounded(r->num, r->den, out);
}

void
eni_worth_of(struct eni_worth *w, uint32_t client, struct eni_worth_one *out)
{
	struct eni_ratio month = ENI_NO_RATIO, seen;
	int64_t revenue;

	*out = (struct eni_worth_one){0};
	out->so_far_known = eni_worth_revenue(w, client, false, &revenue);
	seen = (struct eni_ratio){revenue, 1};
	if (out->so_far_known == ENI_KNOWN_SUM)
		out->so_far_known = share_of(w, &seen, &out->so_far);
	out->per_month_known = eni_worth_monthly(w, client, &month);
	if (out->per_month_known == ENI_KNOWN_SUM)
		out->per_month_known = share_of(w, &month, &out->per_month);
	out->rest_known = rest_of(w, client, month, out);
	if (out->so_far_known == ENI_KNOWN_SUM && out->rest_known == ENI_KNOWN_SUM &&
	    __builtin_add_overflow(out->so_far, out->expected, &out->ltv))
		out->so_far_known = ENI_SUM_TOO_BIG;
}
