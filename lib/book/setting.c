/*
 * What may stand in office.yaml (enishi-records(5), SETTINGS), and how each of it is read.  Room: book.
 * One table says which settings there are, who reads each, and what would be right; the walk over the file knows nothing else.
 * A reader fills its member of struct eni_office; a check only looks at the shape, for sections that other rooms read.
 */
#include "book/setting.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "rec/value.h"

#define AT(member) offsetof(struct eni_office, member)

static int walk(struct eni_load *l, const struct eni_node *map, const char *prefix);

struct eni_place
eni_setting_place(const struct eni_load *l, const struct eni_node *v)
{
	return eni_at(l->o->file, v->line);
}

int
eni_setting_refuse(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_fail(l->d, eni_setting_place(l, v), s->path, "want %s", _(s->want));
}

static void *
member(struct eni_load *l, const struct eni_setting *s)
{
	return (char *)l->o + s->at;
}

/* The text people meant: full-width digits and signs as plain ones, no blanks around. */
static struct eni_str
plain(struct eni_load *l, struct eni_str text)
{
	struct eni_buf b = {0};
	struct eni_str s;

	eni_nfkc(&b, text);
	s = eni_arena_keep(&l->o->arena, eni_str_trim(eni_buf_str(&b)));
	eni_buf_free(&b);
	return s;
}

/* A single value written without brackets counts as a list of one. */
static size_t
count_items(const struct eni_node *v)
{
	return v->type == ENI_SEQ ? v->n : v->type == ENI_SCALAR;
}

static const struct eni_node *
item_of(const struct eni_node *v, size_t i)
{
	return v->type == ENI_SEQ ? v->item[i] : v;
}

static bool
is_blank(const struct eni_node *v)
{
	return v->type == ENI_SCALAR && !v->quoted && eni_str_trim(v->text).n == 0;
}

/* Checks of shape */

static int
take_section(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return v->type == ENI_MAP ? walk(l, v, s->path) : eni_setting_refuse(l, s, v);
}

static int
check_any(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	(void)l, (void)s, (void)v;
	return 0;
}

static int
check_map(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return v->type == ENI_MAP ? 0 : eni_setting_refuse(l, s, v);
}

static int
check_list(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return v->type == ENI_SEQ ? 0 : eni_setting_refuse(l, s, v);
}

static int
check_text(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return v->type == ENI_SCALAR ? 0 : eni_setting_refuse(l, s, v);
}

static int
check_number(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int64_t n;

	return eni_num_parse(eni_node_text(v), &n) == 1 && n >= 0 ? 0 : eni_setting_refuse(l, s, v);
}

static int
check_horizon(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int64_t n;

	return eni_count_parse(eni_node_text(v), &n) == 1 && n >= 1 && n <= ENI_LONGEST_HORIZON ? 0 : eni_setting_refuse(l, s, v);
}

/* In its form alone: how many decimals the currency has may stand further down. */
static int
check_money(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	enum { FINEST = 2 };
	int64_t n;

	return eni_money_parse(eni_node_text(v), FINEST, &n) == 1 ? 0 : eni_setting_refuse(l, s, v);
}

/* One amount, or the field `by` and an amount for each word of it. */
static int
check_cost(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	if (v->type != ENI_MAP)
		return check_money(l, s, v);
	if (eni_node_text(eni_node_get(v, "by")).n == 0)
		return eni_setting_refuse(l, s, v);
	for (size_t i = 0; i < v->n; i++)
		if (!eni_str_is(v->key[i]->text, "by") && check_money(l, s, v->item[i]) == -1)
			return -1;
	return 0;
}

static int
check_span(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	struct eni_span span;

	return eni_span_parse(plain(l, eni_node_text(v)), &span) == 1 ? 0 : eni_setting_refuse(l, s, v);
}

/* Single values */

static int
take_text(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	if (v->type != ENI_SCALAR)
		return eni_setting_refuse(l, s, v);
	*(struct eni_str *)member(l, s) = eni_arena_keep(&l->o->arena, eni_str_trim(v->text));
	return 0;
}

static int
take_zone(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	struct eni_str zone = eni_arena_keep(&l->o->arena, eni_str_trim(eni_node_text(v)));

	if (!eni_zone_known(zone))
		return eni_setting_refuse(l, s, v);
	*(struct eni_str *)member(l, s) = zone;
	return 0;
}

static int
take_span(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_span_parse(plain(l, eni_node_text(v)), member(l, s)) == 1 ? 0 : eni_setting_refuse(l, s, v);
}

static int
take_day(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	struct eni_when w;

	if (eni_when_parse(eni_node_text(v), &w, NULL) != 1)
		return eni_setting_refuse(l, s, v);
	*(int32_t *)member(l, s) = w.day;
	return 0;
}

/* The position of the value among n words, or -1 after eni_fail. */
static int
choose(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v, const char *const *word, int n)
{
	struct eni_str text = eni_str_trim(eni_node_text(v));

	for (int i = 0; i < n; i++)
		if (eni_str_is(text, word[i]))
			return i;
	return eni_setting_refuse(l, s, v);
}

static int
take_country(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	static const char *const word[] = {[ENI_JP] = "jp", [ENI_CN] = "cn"};
	ENI_ROW_FOR_EACH(word, ENI_COUNTRIES);
	int i = choose(l, s, v, word, ENI_COUNTRIES);

	if (i < 0)
		return -1;
	l->o->country = (enum eni_country)i;
	return 0;
}

static int
take_lang(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int i = choose(l, s, v, eni_langs, ENI_LANGS);

	if (i < 0)
		return -1;
	l->o->lang = eni_str_of(eni_langs[i]);
	return 0;
}

static int
take_currency(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	static const char *const word[] = {"JPY", "CNY"};
	int i = choose(l, s, v, word, 2);

	if (i < 0)
		return -1;
	l->o->decimals = i == 0 ? 0 : 2;
	return 0;
}

static int
take_holidays(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	static const char *const word[] = {[ENI_HOLIDAYS_OPEN] = "open", [ENI_HOLIDAYS_JP] = "jp", [ENI_HOLIDAYS_CN] = "cn"};
	ENI_ROW_FOR_EACH(word, ENI_HOLIDAY_CALENDARS);
	int i = choose(l, s, v, word, ENI_HOLIDAY_CALENDARS);

	if (i < 0)
		return -1;
	((struct eni_calendar *)member(l, s))->holidays = (enum eni_holidays)i;
	return 0;
}

/* A word of the schema: its code, or -1 after eni_fail. */
static int
find_code(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v, enum eni_vocab vocab)
{
	struct eni_str word = eni_node_text(v);
	int code = eni_word_find(vocab, word);
	const char *near;

	if (code > 0 && code != ENI_UNKNOWN_WORD)
		return code;
	near = eni_word_nearest(vocab, word);
	return near == NULL ? eni_setting_refuse(l, s, v)
			    : eni_fail(l->d, eni_setting_place(l, v), s->path, "want %s; did you mean %s?", _(s->want), near);
}

static int
take_kind(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int code = find_code(l, s, v, ENI_V_OFFICE_KIND);

	if (code > 0)
		l->o->kind = eni_str_of(eni_word_code(ENI_V_OFFICE_KIND, code));
	return code > 0 ? 0 : -1;
}

static int
take_code(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v, enum eni_vocab vocab)
{
	int code = find_code(l, s, v, vocab);

	if (code > 0)
		*(int *)member(l, s) = code;
	return code > 0 ? 0 : -1;
}

static int
take_reason(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return take_code(l, s, v, ENI_V_REASON);
}

static int
take_channel(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return take_code(l, s, v, ENI_V_CHANNEL);
}

static int
take_outcome(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return take_code(l, s, v, ENI_V_OUTCOME);
}

/* Whole numbers and ranges of them */

static int
take_count(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_whole_read(eni_node_text(v), 1, INT32_MAX, member(l, s)) ? 0 : eni_setting_refuse(l, s, v);
}

static int
take_count_or_none(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_whole_read(eni_node_text(v), 0, INT32_MAX, member(l, s)) ? 0 : eni_setting_refuse(l, s, v);
}

static int
take_window(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_bounds_read(plain(l, eni_node_text(v)), 1, 31, &l->o->window_from, &l->o->window_to)
		   ? 0
		   : eni_setting_refuse(l, s, v);
}

static int
take_band(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v, int32_t *from, int32_t *to)
{
	return eni_bounds_read(plain(l, eni_node_text(v)), 0, 100, from, to) && *from <= *to ? 0 : eni_setting_refuse(l, s, v);
}

static int
take_independent(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_whole_read(eni_node_text(v), 1, 100, &l->o->bands.independent_from) ? 0 : eni_setting_refuse(l, s, v);
}

static int
take_mild(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return take_band(l, s, v, &l->o->bands.mild_from, &l->o->bands.mild_to);
}

static int
take_moderate(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return take_band(l, s, v, &l->o->bands.moderate_from, &l->o->bands.moderate_to);
}

static int
take_severe(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return take_band(l, s, v, &l->o->bands.severe_from, &l->o->bands.severe_to);
}

static bool
bands_meet(const struct eni_office *o)
{
	return o->bands.severe_to >= o->bands.moderate_from || o->bands.moderate_to >= o->bands.mild_from ||
	       o->bands.mild_to >= o->bands.independent_from;
}

static int
take_bands(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	if (take_section(l, s, v) != 0)
		return -1;
	return bands_meet(l->o) ? eni_fail(l->d, eni_setting_place(l, v), s->path, "want bands that do not overlap; say all three")
				: 0;
}

/* Weekdays, hours, days */

static uint32_t
days_of(uint32_t bits)
{
	uint32_t days = 0;

	for (int d = ENI_MON; d <= ENI_SUN; d++)
		if (bits & ENI_WEEKDAY_BITS(d))
			days |= 1u << d;
	return days;
}

static int
take_open(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	struct eni_calendar *c = member(l, s);
	uint32_t bits;

	c->open = 0; /* [] is a side that works on extra days only */
	for (size_t i = 0; i < count_items(v); i++) {
		const struct eni_node *item = item_of(v, i);

		if (!eni_weekdays_read(plain(l, eni_node_text(item)), &bits))
			return eni_setting_refuse(l, s, item);
		c->open |= days_of(bits);
	}
	return v->type == ENI_MAP ? eni_setting_refuse(l, s, v) : 0;
}

static int
take_hours(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	return eni_hours_read(plain(l, eni_node_text(v)), member(l, s)) ? 0 : eni_setting_refuse(l, s, v);
}

static int
read_ranges(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v, struct eni_range **out, size_t *n)
{
	size_t want = count_items(v);
	struct eni_range *r = eni_arena_take(&l->o->arena, want * sizeof *r);

	for (size_t i = 0; i < want; i++)
		if (!eni_range_read(plain(l, eni_node_text(item_of(v, i))), &r[i]))
			return eni_setting_refuse(l, s, item_of(v, i));
	*out = r;
	*n = want;
	return v->type == ENI_MAP ? eni_setting_refuse(l, s, v) : 0;
}

static int
take_closed(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	struct eni_calendar *c = member(l, s);

	return read_ranges(l, s, v, &c->closed, &c->n_closed);
}

static int
take_extra(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	struct eni_calendar *c = member(l, s);

	return read_ranges(l, s, v, &c->extra_open, &c->n_extra);
}

/* Seats: per weekday or session, as a total, or by a field of clients (beds by care_level), which other rooms read. */

static bool
seat_said(const struct eni_office *o, int day, int session)
{
	for (size_t i = 0; i < o->n_seats; i++)
		if (o->seat[i].day == day && (o->seat[i].session == session || o->seat[i].session == 0 || session == 0))
			return true;
	return false;
}

/* The rows that one key of seats gives; false when a session gets seats twice. */
static bool
add_seats(struct eni_office *o, uint32_t bits, int32_t seats)
{
	for (int d = ENI_MON; d <= ENI_SUN; d++) {
		uint32_t part = bits >> (2 * d) & 3; /* 1 am, 2 pm, 3 the whole day */
		int session = (int)(part % 3);

		if (part == 0)
			continue;
		if (seat_said(o, d, session))
			return false;
		o->seat[o->n_seats++] = (struct eni_seat_row){(uint8_t)d, (uint8_t)session, seats};
	}
	return true;
}

static int
check_seats_by(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int32_t seats;

	for (size_t i = 0; i < v->n; i++)
		if (!eni_whole_read(eni_node_text(v->item[i]), 0, INT32_MAX, &seats))
			return eni_setting_refuse(l, s, v->item[i]);
	return 0;
}

static int
take_seat(struct eni_load *l, const struct eni_setting *s, const struct eni_node *key, const struct eni_node *v)
{
	uint32_t bits;
	int32_t seats;

	if (v->type == ENI_MAP && eni_field_find(ENI_CLIENTS, key->text) != NULL)
		return check_seats_by(l, s, v);
	if (!eni_whole_read(eni_node_text(v), 0, INT32_MAX, &seats))
		return eni_setting_refuse(l, s, v);
	if (eni_str_is(key->text, "total")) {
		l->o->seats_total = seats;
		return 0;
	}
	if (!eni_weekdays_read(plain(l, key->text), &bits))
		return eni_setting_refuse(l, s, key);
	return add_seats(l->o, bits, seats) ? 0
					    : eni_fail(l->d, eni_setting_place(l, key), s->path,
						  "want each day or session once; a whole day and its sessions exclude each other");
}

static int
take_seats(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int rc = v->type == ENI_MAP ? 0 : eni_setting_refuse(l, s, v);

	l->o->seat = eni_arena_take(&l->o->arena, 14 * sizeof *l->o->seat); /* seven days, two sessions */
	for (size_t i = 0; rc == 0 && i < v->n; i++)
		rc = take_seat(l, s, v->key[i], v->item[i]);
	return rc;
}

/*
 * Every setting there is, what it wants and who reads it: commands, with their verbs where these are few.  A section's keys follow
 * it; what may hold any key is a check.  tests/settings asks every command what a setting changes, and compares.
 */
#define KEYS N_("keys under it")
#define LIST N_("a list")
#define MONEY N_("an amount such as 4000")
#define NUMBER N_("a number, 0 or more")
#define SPAN N_("an interval such as 48h, 90d, 3m or 5y")
#define WEEKDAYS N_("weekdays such as [mon, tue, wed]")
#define DAYS N_("days or ranges such as 2026-08-13, 08-13, 12-29..01-03")
#define TEXT N_("a text")
#define PATH N_("a path")
#define HOLIDAYS N_("open, jp or cn")
#define ALL N_("all")
#define OUR_DAYS "churn seats, risk; followup; referral memo, draft"
#define THEIR_DAYS "followup; referral list"
#define FREE_SEATS "churn seats, reopen; followup; intake; referral"
#define RULES N_("followup; intake; referral")

static const struct eni_setting settings[] = {
    {"office", take_section, 0, KEYS, NULL},
    {"office.name", take_text, AT(name), TEXT, "followup; intake calls; referral"},
    {"office.kind", take_kind, 0, N_("day_service, visit_clinic, cm_office, nursing_home or home_help"),
	"followup; ltv bench; referral"},
    {"office.country", take_country, 0, N_("jp or cn"), ALL},
    {"office.lang", take_lang, 0, N_("ja, zh or en"), ALL},
    {"office.tz", take_zone, AT(zone), N_("a time zone this machine knows, such as Asia/Tokyo"), ALL},
    {"office.phone", take_text, AT(phone), TEXT, "followup; referral"},
    {"office.fax", take_text, AT(fax), TEXT, "followup; referral"},
    {"office.address", take_text, AT(address), TEXT, "followup; referral"},
    {"office.link", take_text, AT(link), TEXT, "followup"},
    {"office.person", take_text, AT(person), TEXT, "followup; referral"},
    {"office.records_from", take_day, AT(records_from), N_("a day such as 2025-04-01"),
	"churn survival, incidence, rate, cohorts; ltv value, attach, forecast; referral trouble"},
    {"office.strengths", check_list, 0, LIST, "followup; referral brochure, sheet"},
    {"office.brochure", take_section, 0, KEYS, NULL},
    {"office.brochure.strengths", check_any, 0, N_("a text, a list, or yes"), "referral brochure"},
    {"office.brochure.cases", check_any, 0, N_("a text, a list of texts and ids of clients, or yes"), "referral brochure"},
    {"office.brochure.terminal", check_any, 0, N_("a text, a list, or yes"), "referral brochure"},
    {"office.terms", check_any, 0, N_("a text, a list, or a map of texts"), "referral memo, draft, decline, sheet"},
    {"calendar", take_section, 0, KEYS, NULL},
    {"calendar.open", take_open, AT(own), WEEKDAYS, OUR_DAYS},
    {"calendar.holidays", take_holidays, AT(own), HOLIDAYS, OUR_DAYS},
    {"calendar.closed", take_closed, AT(own), DAYS, OUR_DAYS},
    {"calendar.extra_open", take_extra, AT(own), DAYS, OUR_DAYS},
    {"calendar.holiday_file", take_text, AT(holiday_file), PATH, OUR_DAYS},
    {"calendar.contact_hours", take_hours, AT(contact_hours), N_("hours such as 09:00-18:00"),
	"followup; intake calls; referral list"},
    {"partner", take_section, 0, KEYS, NULL},
    {"partner.open", take_open, AT(partner), WEEKDAYS, THEIR_DAYS},
    {"partner.holidays", take_holidays, AT(partner), HOLIDAYS, THEIR_DAYS},
    {"partner.closed", take_closed, AT(partner), DAYS, THEIR_DAYS},
    {"partner.extra_open", take_extra, AT(partner), DAYS, THEIR_DAYS},
    {"partner.window", take_window, 0, N_("days of the month such as 11-20"), THEIR_DAYS},
    {"seats", take_seats, 0,
	N_("numbers by weekday (mon: 20, or mon-am: 10), total: 30, by a field of clients (care_level: {care3: 10}), or by who "
	   "looks after them (staff: {S1: 35})"),
	FREE_SEATS},
    {"hold", take_section, 0, KEYS, NULL},
    {"hold.reason", take_reason, AT(hold_reason), N_("a leaving reason such as hospital"), FREE_SEATS},
    {"hold.for", take_span, AT(hold_for), SPAN, FREE_SEATS},
    {"ltv", take_section, 0, KEYS, NULL},
    {"ltv.price", check_money, 0, MONEY, "churn changes; ltv; referral score"},
    {"ltv.visits_per_month", check_number, 0, NUMBER, "churn changes; ltv; referral score"},
    {"ltv.months", check_number, 0, NUMBER, "ltv; referral score"},
    {"ltv.least", check_number, 0, NUMBER, "ltv value, attach"},
    {"ltv.cost", check_cost, 0, N_("an amount such as 12000, or {by: referrer, CM01: 5000, other: 30000}"), "ltv formula, value"},
    {"ltv.horizon", check_horizon, 0, N_("a whole number of months from 1 to 1200"), "ltv"},
    {"ltv.currency", take_currency, 0, N_("JPY or CNY"), ALL},
    {"calls", take_section, 0, KEYS, NULL},
    {"calls.lost_after", take_span, AT(calls_lost_after), SPAN, "intake calls; ltv missed"},
    {"calls.first_call_conversion", check_number, 0, NUMBER, "ltv missed"},
    {"calls.tz", take_zone, AT(calls_zone), N_("a time zone this machine knows, such as Asia/Tokyo"), "intake calls; ltv"},
    {"answering", take_section, 0, KEYS, NULL},
    {"answering.clerk", check_money, 0, MONEY, "ltv staffing"},
    {"answering.clerk_salary", check_money, 0, MONEY, "ltv staffing"},
    {"answering.service", check_money, 0, MONEY, "ltv staffing"},
    {"answering.tiers", check_list, 0, LIST, "ltv staffing"},
    {"answering.calls", check_number, 0, NUMBER, "ltv staffing"},
    {"own", take_section, 0, KEYS, NULL},
    {"own.revenue", check_money, 0, MONEY, "ltv bench"},
    {"own.clients", check_number, 0, NUMBER, "ltv bench"},
    {"own.fte", check_number, 0, NUMBER, "ltv bench"},
    {"bench", take_section, 0, KEYS, NULL},
    {"bench.revenue", check_money, 0, MONEY, "ltv bench"},
    {"bench.clients_per_fte", check_number, 0, NUMBER, "ltv bench"},
    {"bench.revenue_per_client", check_money, 0, MONEY, "ltv bench"},
    {"bench.source", check_text, 0, TEXT, "ltv bench"},
    {"bench.year", check_text, 0, TEXT, "ltv bench"},
    {"targets", take_section, 0, KEYS, NULL},
    {"targets.return_rate", check_number, 0, NUMBER, "churn return"},
    {"targets.wait_days", check_number, 0, NUMBER, "intake funnel, steps"},
    {"targets.complaint_rate", check_number, 0, NUMBER, "referral trouble"},
    {"steps", take_section, 0, KEYS, NULL},
    {"steps.register", check_number, 0, NUMBER, "intake steps"},
    {"steps.assess", check_number, 0, NUMBER, "intake steps"},
    {"steps.tour", check_number, 0, NUMBER, "intake steps"},
    {"steps.plan", check_number, 0, NUMBER, "intake steps"},
    {"steps.objection", check_number, 0, NUMBER, "intake steps"},
    {"packages", check_list, 0, LIST, "intake match"},
    {"accept", check_list, 0, LIST, "intake accept; referral decline, sheet"},
    {"bands", take_bands, 0, KEYS, NULL},
    {"bands.independent", take_independent, 0, N_("a number up to 100: from here on independent"), ALL},
    {"bands.mild", take_mild, 0, N_("a range of 0..100 such as 61..99"), ALL},
    {"bands.moderate", take_moderate, 0, N_("a range of 0..100 such as 41..60"), ALL},
    {"bands.severe", take_severe, 0, N_("a range of 0..100 such as 0..40"), ALL},
    {"concentration", check_number, 0, NUMBER, "referral share"},
    {"retention", take_section, 0, KEYS, NULL},
    {"retention.records", check_span, 0, SPAN, "followup expire"},
    {"retention.lost_leads", check_span, 0, SPAN, "followup expire"},
    {"stale_after", take_span, AT(stale_after), SPAN, "followup; referral memo"},
    {"playbook", take_text, AT(playbook), PATH, RULES},
    {"playbook_add", take_text, AT(playbook_add), PATH, RULES},
    {"holiday_file", take_text, AT(holiday_file), PATH, OUR_DAYS},
    {"off", check_list, 0, N_("a list of rule ids"), RULES},
    {"limits", take_section, 0, KEYS, NULL},
    {"limits.per_day", take_count, AT(per_day), N_("a whole number, 1 or more"), "followup list, merged"},
    {"tries", take_section, 0, KEYS, NULL},
    {"tries.change_after", take_count_or_none, AT(change_after), N_("a whole number, 0 or more"), "followup"},
    {"mail", take_section, 0, KEYS, NULL},
    {"mail.from", check_text, 0, TEXT, "followup list, merged; referral memo, draft"},
    {"mail.to", check_any, 0, N_("an address, or a list of them"), "followup list, merged"},
    {"planned", check_any, 0, N_("a list of changes, each with id, on and when"), "churn risk"},
    {"risk", take_section, 0, KEYS, NULL},
    {"risk.from", check_number, 0, NUMBER, "churn risk"},
    {"defaults", take_section, 0, KEYS, NULL},
    {"defaults.channel", take_channel, AT(defaults.channel), N_("a channel such as call"), "followup; referral"},
    {"defaults.outcome", take_outcome, AT(defaults.outcome), N_("an outcome such as done"), "followup; referral"},
    {"words", check_map, 0, KEYS, "followup; intake brief; referral"},
    {"stories", eni_stories_take, 0, N_("a list of stories such as {id: garden, text: ..., of: A01}"), "followup"},
    {"aliases", eni_aliases_take, 0, N_("HEADER: FIELD with a field such as family_phone"), ALL},
    {"values", eni_values_take, 0, N_("FIELD: {WORD: CODE} with a field and a code of enishi-records(5)"), ALL},
    {"fields", check_list, 0, N_("a list of names"), ALL},
};

enum { SETTINGS = sizeof settings / sizeof *settings };

const struct eni_setting *
eni_settings(size_t *n)
{
	*n = SETTINGS;
	return settings;
}

static const struct eni_setting *
find_setting(struct eni_str path)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (eni_str_is(path, settings[i].path))
			return &settings[i];
	return NULL;
}

/* The last part of a setting's path when it lies directly below prefix, else NULL. */
static const char *
key_below(const struct eni_setting *s, struct eni_str prefix)
{
	struct eni_str path = eni_str_of(s->path);
	const char *key;

	if (!eni_str_starts(path, prefix))
		return NULL;
	key = s->path + prefix.n;
	return strchr(key, '.') == NULL ? key : NULL;
}

static int
refuse_unknown(struct eni_load *l, const struct eni_node *key, struct eni_str prefix, const char *path)
{
	const char *known[SETTINGS], *near;
	struct eni_buf list = {0};
	size_t n = 0;

	for (size_t i = 0; i < SETTINGS; i++)
		if ((known[n] = key_below(&settings[i], prefix)) != NULL)
			eni_buf_printf(&list, "%s%s", n == 0 ? "" : ", ", known[n]), n++;
	near = eni_nearest(key->text, known, n);
	if (near != NULL)
		eni_fail(l->d, eni_setting_place(l, key), path, "unknown setting; did you mean %s?", near);
	else
		eni_fail(l->d, eni_setting_place(l, key), path, "unknown setting; want one of %.*s", (int)list.n, list.p);
	eni_buf_free(&list);
	return -1;
}

static int
take_pair(struct eni_load *l, const struct eni_node *key, const struct eni_node *v, struct eni_str prefix)
{
	struct eni_str path = eni_arena_printf(&l->o->arena, "%.*s%.*s", (int)prefix.n, prefix.p, (int)key->text.n, key->text.p);
	bool dotted = memchr(path.p + prefix.n, '.', path.n - prefix.n) != NULL; /* ltv.price: 4000 is no way to write it */
	const struct eni_setting *s = dotted ? NULL : find_setting(path);

	if (s == NULL)
		return refuse_unknown(l, key, prefix, path.p);
	return is_blank(v) ? 0 : s->read(l, s, v);
}

static int
walk(struct eni_load *l, const struct eni_node *map, const char *section)
{
	struct eni_str prefix = section == NULL ? ENI_S("") : eni_arena_printf(&l->o->arena, "%s.", section);
	int rc = 0;

	for (size_t i = 0; i < map->n; i++)
		rc |= take_pair(l, map->key[i], map->item[i], prefix);
	return rc;
}

int
eni_settings_read(struct eni_office *o, struct eni_diag *d)
{
	return walk(&(struct eni_load){o, d}, o->root, NULL);
}

bool
eni_zone_known(struct eni_str zone)
{
	const char *dir = getenv("TZDIR"); /* where tzset(3) looks, too */
	struct eni_buf path = {0};
	char magic[4] = "";
	FILE *f = NULL;

	eni_buf_printf(&path, "%s/%.*s", dir == NULL || dir[0] == '\0' ? "/usr/share/zoneinfo" : dir, (int)zone.n, zone.p);
	if (zone.n > 0 && zone.p[0] != '/' && memmem(zone.p, zone.n, "..", 2) == NULL)
		f = fopen(path.p, "re");
	eni_buf_free(&path);
	if (f == NULL)
		return false;
	if (fread(magic, 1, sizeof magic, f) != sizeof magic)
		magic[0] = '\0';
	fclose(f);
	return memcmp(magic, "TZif", sizeof magic) == 0;
}
