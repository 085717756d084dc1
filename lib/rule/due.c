/* The cadence: see due.h. */
#include "rule/due.h"

enum { DONE_BEFORE_DEADLINE = 15, DONE_BEFORE_TODAY = 30, SINCE_EVER = 0 };

struct eni_when
eni_period_start(enum eni_anchor anchor, int32_t today)
{
	int y, m, d;
	int32_t start = eni_month_start(today);

	switch (anchor) {
	case ENI_ANCHOR_MONTH:
		return (struct eni_when){start, ENI_NOTIME};
	case ENI_ANCHOR_QUARTER:
		eni_day_split(today, &y, &m, &d);
		return (struct eni_when){eni_day_add_months(start, -((m - 1) % 3)), ENI_NOTIME};
	case ENI_ANCHOR_WEEK:
		return (struct eni_when){today - (int32_t)eni_day_weekday(today), ENI_NOTIME};
	default:
		return (struct eni_when){today, ENI_NOTIME};
	}
}

struct eni_when
eni_done_since(const struct eni_rule *r, struct eni_when anchor)
{
	if (r->anchor == ENI_ANCHOR_DEATH || (r->or_today && !eni_is_day(anchor)))
		return (struct eni_when){SINCE_EVER, ENI_NOTIME}; /* nobody dies twice */
	if (!eni_is_day(anchor))
		return anchor;
	if (r->anchor == ENI_ANCHOR_TODAY)
		return (struct eni_when){anchor.day - DONE_BEFORE_TODAY, ENI_NOTIME};
	if (r->offset.n < 0)
		return (struct eni_when){eni_when_add(anchor, r->offset, 1).day - DONE_BEFORE_DEADLINE, ENI_NOTIME};
	return anchor;
}

static bool
is_period(enum eni_anchor a)
{
	return a == ENI_ANCHOR_MONTH || a == ENI_ANCHOR_QUARTER || a == ENI_ANCHOR_WEEK;
}

/* Whether the day or, for rules counted in hours, the moment lies behind anchor + stop.after. */
static bool
is_over(const struct eni_rule *r, struct eni_when anchor, struct eni_when at)
{
	struct eni_when end;

	if (r->stop_after.n == 0)
		return false;
	end = eni_when_add(anchor, r->stop_after, 1);
	if (eni_span_timed(r->stop_after))
		return at.minute < 0 ? at.day > end.day : eni_when_minutes(at) > eni_when_minutes(end);
	return at.day > end.day;
}

/* The k-th occurrence: undone steps count from the anchor and keep its day of the month (31 Jan, 29 Feb, 31 Mar), later ones from
 * the last real contact (decision 14). */
static struct eni_when
occurrence(const struct eni_rule *r, struct eni_when anchor, struct eni_tally done, int32_t k)
{
	struct eni_span offset = r->offset;

	if (done.count > 0)
		return eni_when_add(done.last, r->every, k + 1);
	if (offset.unit == r->every.unit) {
		offset.n += k * r->every.n;
		return eni_when_add(anchor, offset, 1);
	}
	return k == 0 ? eni_when_add(anchor, offset, 1) : eni_when_add(eni_when_add(anchor, offset, 1), r->every, k);
}

/* Steps 8 to 10: closed days, the partners' window, contact hours. */
static int
settle(const struct eni_rule *r, const struct eni_case *c, const struct eni_almanac *a, struct eni_when *w)
{
	enum eni_side side = eni_to_is_partner(c->to) ? ENI_PARTNER : ENI_OWN;
	int from = r->days_from, until = r->days_to;
	int32_t asked = w->day;

	if (r->roll != ENI_ROLL_SAME && (w->day = eni_roll_day(a, side, r->roll, w->day)) == ENI_NODAY)
		return -1;
	if (from > 0 && (w->day = eni_window_roll(a, from, until, asked, w->day)) == ENI_NODAY)
		return -1;
	if (eni_span_timed(r->offset) && c->channel == ENI_CHANNEL_CALL && w->minute >= 0)
		*w = eni_in_hours(eni_almanac_office(a)->contact_hours, *w);
	return 0;
}

static bool
is_stale(const struct eni_rule *r, const struct eni_office *o, struct eni_when due, int32_t today)
{
	return r->class != ENI_CLASS_DEADLINE && today > due.day && eni_when_add(due, o->stale_after, 1).day < today;
}

/* The latest occurrence not after today (stop.after still holding), as its number. */
static int32_t
latest(const struct eni_rule *r, struct eni_when anchor, struct eni_tally done, int32_t today)
{
	int32_t low = 0, high = 1;

	while (high < INT32_MAX / 4 && occurrence(r, anchor, done, high).day <= today)
		high *= 2;
	while (high - low > 1) {
		int32_t mid = low + (high - low) / 2;
		struct eni_when w = occurrence(r, anchor, done, mid);

		if (w.day <= today && !is_over(r, anchor, w))
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* The day or moment before all steps that move it; false when the rule is finished. */
static bool
first_due(const struct eni_rule *r, struct eni_when anchor, struct eni_tally done, struct eni_when *w)
{
	bool counted = r->anchor != ENI_ANCHOR_LAST_CONTACT; /* a contact moves that anchor itself */

	if (!counted)
		done.count = 0;
	if (done.count > 0 && (is_period(r->anchor) || r->every.n == 0))
		return false;
	if (r->stop_count > 0 && done.count >= (uint32_t)r->stop_count)
		return false;
	*w = done.count > 0 ? occurrence(r, anchor, done, 0) : eni_when_add(anchor, r->offset, 1);
	return true;
}

int
eni_due_find(
    const struct eni_rule *r, const struct eni_case *c, const struct eni_almanac *a, struct eni_moment m, struct eni_due *out)
{
	struct eni_tally done = c->done;
	int32_t today = m.now.day;
	struct eni_when w;

	*out = (struct eni_due){.state = ENI_NO_DATE, .due = ENI_NEVER};
	if (!eni_is_day(c->anchor) && r->or_today) {
		out->state = done.count > 0 ? ENI_DONE : ENI_SPEAKS;
		out->due = (struct eni_when){today, ENI_NOTIME};
		return 0;
	}
	if (!eni_is_day(c->anchor))
		return 0;
	if (is_over(r, c->anchor, m.now)) {
		out->state = ENI_OVER;
		return 0;
	}
	if (!first_due(r, c->anchor, done, &w)) {
		out->state = ENI_DONE;
		return 0;
	}
	if (settle(r, c, a, &w) == -1)
		return -1;
	if (is_stale(r, eni_almanac_office(a), w, today)) {
		if (r->every.n == 0) {
			out->state = ENI_STALE;
		} else if (!is_period(r->anchor)) { /* a period's anchor moves by itself */
			if (r->anchor == ENI_ANCHOR_LAST_CONTACT)
				done.count = 0;
			out->moved = latest(r, c->anchor, done, today);
			w = occurrence(r, c->anchor, done, out->moved);
			if (settle(r, c, a, &w) == -1)
				return -1;
		}
	}
	out->due = w;
	out->late = today > w.day ? today - w.day : 0;
	if (r->channel == ENI_CHANNEL_HOLD)
		out->state = ENI_HOLDS;
	else if (out->state != ENI_STALE)
		out->state = w.day < m.end.day || (w.day == m.end.day && (m.end.minute < 0 || w.minute <= m.end.minute))
				 ? ENI_SPEAKS
				 : ENI_WAITS;
	return 0;
}
