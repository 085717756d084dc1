/* Derived fields: see derived.h. */
#include "rule/derived.h"

#include <assert.h>

#include "base/num.h"
#include "rule/facts.h"

const char *const eni_fact_name[] = {
    [ENI_FACT_LAST_CONTACT] = "last_contact",
    [ENI_FACT_ABSENT_RUN] = "absent_run",
    [ENI_FACT_LAST_ABSENT] = "last_absent",
    [ENI_FACT_CONSENT_UNTIL] = "consent_until",
    [ENI_FACT_OPEN_DAYS] = "open_days",
    [ENI_FACT_TERMS_MISSING] = "terms_missing",
    [ENI_FACT_BAND] = "band",
    [ENI_FACT_GB_LEVEL] = "gb_level",
    [ENI_FACT_RECEIVED_AT] = "received_at",
    [ENI_FACT_READY_AT] = "ready_at",
    [ENI_FACT_END_SETTLED] = "end_settled",
    [ENI_FACT_TRIAL_MID] = "trial_mid",
    [ENI_FACT_HERE_LAST_MONTH] = "here_last_month",
    [ENI_FACT_HOUSE_RULE] = "house_rule",
    [ENI_FACT_FREE_SLOTS] = "free_slots",
    [ENI_FACT_CAUSE_UNCLEAR] = "cause_unclear",
    [ENI_FACT_DEATH_NOTED] = "death_noted",
    [ENI_FACT_OFFICE_KIND] = "office_kind",
    [ENI_FACT_STORY_MISSING] = "story_missing",
    [ENI_FACT_AGE] = "age",
};
ENI_ROW_FOR_EACH(eni_fact_name, ENI_FACTS);

const struct eni_field *
eni_fact_field(enum eni_fact fact)
{
	size_t n;
	const struct eni_field *row = eni_derived(&n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(row[i].name, eni_fact_name[fact]) == 0)
			return &row[i];
	row = eni_field_find(ENI_CLIENTS, eni_str_of(eni_fact_name[fact]));
	assert(row != NULL);
	return row;
}

static const char *const terms[4] = {"price", "frequency", "extension", "cancel"};

enum eni_fact
eni_fact_find(struct eni_str name)
{
	int i = 0;

	while (i < ENI_FACTS && !eni_str_is(name, eni_fact_name[i]))
		i++;
	return (enum eni_fact)i;
}

/* ---- asking ---- */

static size_t
want(struct eni_facts *f, const char *name, enum eni_as as)
{
	return eni_sheet_want(&f->book->clients, eni_str_of(name), as);
}

bool
eni_facts_needs(const struct eni_facts *f, enum eni_fact fact)
{
	return (f->derived.needs >> fact & 1) != 0;
}

void
eni_facts_need(struct eni_facts *f, enum eni_fact fact)
{
	struct eni_derived *d = &f->derived;

	if (eni_facts_needs(f, fact))
		return;
	assert(f->stage == ENI_FACTS_PREPARED);
	d->needs |= 1u << fact;
	switch (fact) {
	case ENI_FACT_LAST_CONTACT:
	case ENI_FACT_RECEIVED_AT:
		d->visit_end = want(f, "visit_end", ENI_AS_TYPED);
		d->inquiry_at = want(f, "inquiry_at", ENI_AS_TYPED);
		d->referrer_since = eni_sheet_want(&f->book->referrers, ENI_S("since"), ENI_AS_TYPED);
		break;
	case ENI_FACT_READY_AT:
		d->ready_date = want(f, "ready_date", ENI_AS_TYPED);
		d->signed_date = want(f, "signed_date", ENI_AS_TYPED);
		break;
	case ENI_FACT_CONSENT_UNTIL:
		d->consent_from = want(f, "consent_from", ENI_AS_TYPED);
		d->consent_kind = want(f, "consent_kind", ENI_AS_TYPED);
		d->consent_until = want(f, "consent_until", ENI_AS_TYPED);
		break;
	case ENI_FACT_FREE_SLOTS:
		d->own_slots = want(f, "free_slots", ENI_AS_RAW);
		eni_seats_want(f->book, &d->seat_columns, true);
		break;
	case ENI_FACT_OPEN_DAYS:
	case ENI_FACT_CAUSE_UNCLEAR:
		eni_seats_want(f->book, &d->seat_columns, true);
		break;
	case ENI_FACT_TERMS_MISSING:
		for (int i = 0; i < 4; i++)
			d->term[i] = want(f, eni_arena_printf(&f->arena, "term_%s", terms[i]).p, ENI_AS_RAW);
		break;
	case ENI_FACT_HOUSE_RULE:
		d->reason_note = want(f, "reason_note", ENI_AS_RAW);
		break;
	case ENI_FACT_BAND:
		d->adl = want(f, "adl", ENI_AS_TYPED);
		break;
	case ENI_FACT_AGE:
		d->birth = want(f, "birth", ENI_AS_TYPED);
		d->age = want(f, "age", ENI_AS_RAW);
		d->inquiry_at = want(f, "inquiry_at", ENI_AS_TYPED);
		break;
	case ENI_FACT_GB_LEVEL:
		d->gb_score = want(f, "gb_score", ENI_AS_TYPED);
		d->cognition = want(f, "cognition", ENI_AS_TYPED);
		break;
	default:
		break;
	}
}

/* ---- values ---- */

static struct eni_value
number_value(int64_t n)
{
	return (struct eni_value){ENI_VALUE_NUMBER, {.number = n * ENI_NUM_SCALE}};
}

static struct eni_value
yes_value(bool yes)
{
	return yes ? eni_value_code(ENI_YES_YES) : ENI_EMPTY_VALUE;
}

static struct eni_value
text_value(struct eni_facts *f, struct eni_buf *b)
{
	struct eni_value v =
	    b->n == 0 ? ENI_EMPTY_VALUE : (struct eni_value){ENI_VALUE_TEXT, {.text = eni_arena_keep(&f->arena, eni_buf_str(b))}};

	eni_buf_free(b);
	return v;
}

/* The moment in the first column, else that in the other. */
static struct eni_when
first_filled(const struct eni_facts *f, size_t column, size_t otherwise, uint32_t row)
{
	struct eni_when w = eni_sheet_when(&f->book->clients, column, row);

	return eni_is_day(w) ? w : eni_sheet_when(&f->book->clients, otherwise, row);
}

static struct eni_when
received_at(const struct eni_facts *f, uint32_t row)
{
	return first_filled(f, f->derived.visit_end, f->derived.inquiry_at, row);
}

struct eni_when
eni_facts_came(const struct eni_facts *f, uint32_t subject)
{
	const struct eni_book *b = f->book;

	if (eni_subject_is_client(b, subject))
		return received_at(f, subject);
	return eni_subject_is_referrer(b, subject)
		   ? eni_sheet_when(&b->referrers, f->derived.referrer_since, subject - b->clients.n)
		   : ENI_NEVER;
}

static struct eni_when
last_contact(const struct eni_facts *f, uint32_t subject)
{
	struct eni_when w = f->person == NULL ? ENI_NEVER : eni_unpack_when(f->person[subject].last_contact);

	return eni_is_day(w) ? w : eni_facts_came(f, subject);
}

/*
 * Until when a doctor's consent holds by the rule: given on day 1-15 to the end of the fifth month after, on day 16-31 to the end
 * of the sixth; the correction of deformities one month.
 */
static struct eni_when
consent_term(const struct eni_facts *f, uint32_t row)
{
	const struct eni_sheet *s = &f->book->clients;
	struct eni_when from = eni_sheet_when(s, f->derived.consent_from, row);
	int kind = eni_sheet_code(s, f->derived.consent_kind, row);
	int y, m, d;

	if (!eni_is_day(from))
		return ENI_NEVER;
	eni_day_split(from.day, &y, &m, &d);
	if (kind == ENI_CONSENT_DEFORMITY)
		return (struct eni_when){eni_day_add_months(from.day, 1), ENI_NOTIME};
	return (struct eni_when){eni_month_end(eni_day_add_months(eni_month_start(from.day), d <= 15 ? 5 : 6)), ENI_NOTIME};
}

/* As the list says; else by the rule. */
static struct eni_when
consent_until(const struct eni_facts *f, uint32_t row)
{
	struct eni_when said = eni_sheet_when(&f->book->clients, f->derived.consent_until, row);

	return eni_is_day(said) ? said : consent_term(f, row);
}

bool
eni_consent_is_odd(const struct eni_facts *f, uint32_t client)
{
	struct eni_when said = eni_sheet_when(&f->book->clients, f->derived.consent_until, client), term = consent_term(f, client);

	return eni_is_day(said) && eni_is_day(term) && said.day != term.day;
}

/* Whole years from one day to another, 0 when that lies before it. */
static int
years_between(int32_t from, int32_t to)
{
	int years = 0;

	while (eni_day_add_months(from, 12 * (years + 1)) <= to)
		years++;
	return years;
}

static int64_t
years_later(int64_t age, int years)
{
	return age == INT64_MIN || age == INT64_MAX ? age : (age + years) * ENI_NUM_SCALE;
}

/* From the day of birth; else what was said when they first asked, with the years that have passed since. */
static struct eni_value
age(const struct eni_facts *f, uint32_t row)
{
	const struct eni_sheet *s = &f->book->clients;
	const struct eni_derived *d = &f->derived;
	struct eni_when birth = eni_sheet_when(s, d->birth, row), asked = eni_sheet_when(s, d->inquiry_at, row);
	struct eni_str said = eni_sheet_text(s, d->age, row);
	struct eni_bounds r;
	int got = eni_years_bounds_parse(said, &r), years;

	if (!eni_is_day(birth) && got == -1)
		eni_office_when(&f->book->office, said, &birth);
	if (eni_is_day(birth))
		return number_value(years_between(birth.day, f->book->today));
	if (got != 1)
		return ENI_EMPTY_VALUE;
	years = eni_is_day(asked) ? years_between(asked.day, f->book->today) : 0;
	return (struct eni_value){ENI_VALUE_BOUNDS, {.bounds = {years_later(r.from, years), years_later(r.to, years)}}};
}

static int
band_of(const struct eni_office *o, int64_t adl)
{
	if (adl >= o->bands.independent_from)
		return ENI_BAND_INDEPENDENT;
	if (adl >= o->bands.mild_from && adl <= o->bands.mild_to)
		return ENI_BAND_MILD;
	if (adl >= o->bands.moderate_from && adl <= o->bands.moderate_to)
		return ENI_BAND_MODERATE;
	return adl >= o->bands.severe_from && adl <= o->bands.severe_to ? ENI_BAND_SEVERE : 0;
}

/* GB/T 42195-2022 by score, raised one level for dementia or for two care-risk events within 30 days: 0 intact .. 4 total loss. */
static struct eni_value
gb_level(const struct eni_facts *f, uint32_t row, int64_t score)
{
	static const int64_t floor[] = {90, 66, 46, 30, 0};
	int cognition = eni_sheet_code(&f->book->clients, f->derived.cognition, row), level = 0;

	if (score < 0 || score > 90)
		return ENI_EMPTY_VALUE;
	while (score < floor[level])
		level++;
	if (level < 4 && (eni_word_is(ENI_V_COGNITION, cognition, ENI_IS_DEMENTIA) || (f->falls != NULL && f->falls[row] >= 2)))
		level++;
	return number_value(level);
}

static struct eni_value
terms_missing(struct eni_facts *f, uint32_t row)
{
	struct eni_buf b = {0};

	for (int i = 0; i < 4; i++)
		if (eni_str_trim(eni_sheet_text(&f->book->clients, f->derived.term[i], row)).n == 0)
			eni_buf_printf(&b, "%s%s", b.n > 0 ? " " : "", terms[i]);
	return text_value(f, &b);
}

/* The first day of a day's month, or of one so many months from it. */
static int32_t
month_start(int32_t day, int months)
{
	int y, m, d;

	eni_day_split(day, &y, &m, &d);
	return eni_day_add_months(day - d + 1, months);
}

/* Half way between the first day and the end, the earlier of two days. */
static struct eni_value
trial_mid(const struct eni_facts *f, uint32_t row)
{
	const struct eni_sheet *s = &f->book->clients;
	struct eni_when start = eni_sheet_when(s, f->standing.stay.start, row), end = eni_sheet_when(s, f->standing.stay.end, row);

	if (!eni_is_day(start) || !eni_is_day(end) || end.day < start.day)
		return ENI_EMPTY_VALUE;
	return eni_value_when((struct eni_when){start.day + (end.day - start.day) / 2, ENI_NOTIME});
}

static struct eni_value
house_rule(struct eni_facts *f, uint32_t row)
{
	struct eni_buf b = {0};

	eni_words_said(&b, ENI_V_HOUSE_RULE, eni_sheet_text(&f->book->clients, f->derived.reason_note, row));
	return text_value(f, &b);
}

static struct eni_value
open_days(struct eni_facts *f, uint32_t row)
{
	return eni_value_bits(eni_open_days(&f->derived.seats, f->book, &f->derived.seat_columns, row));
}

/* Free places: what the record itself says, else those of the week, on the client's own weekdays where they are known. */
static struct eni_value
free_slots(const struct eni_facts *f, uint32_t row)
{
	const struct eni_office *o = &f->book->office;
	uint32_t days = eni_sheet_bits(&f->book->clients, f->derived.seat_columns.weekdays, row);
	int64_t sum = 0, own;

	if (eni_num_parse(eni_sheet_text(&f->book->clients, f->derived.own_slots, row), &own) == 1)
		return (struct eni_value){ENI_VALUE_NUMBER, {.number = own}};
	if (o->n_seats == 0)
		return ENI_EMPTY_VALUE;
	for (size_t i = 0; i < o->n_seats; i++)
		if (eni_seats_free_at(&f->derived.seats, i) > 0 && (days == 0 || (days & ENI_WEEKDAY_BITS(o->seat[i].day)) != 0))
			sum += eni_seats_free_at(&f->derived.seats, i);
	return number_value(sum);
}

static struct eni_value
client_fact(struct eni_facts *f, enum eni_fact fact, uint32_t row)
{
	const struct eni_sheet *s = &f->book->clients;
	int64_t n;

	switch (fact) {
	case ENI_FACT_ABSENT_RUN:
		return f->absences.of == NULL ? ENI_EMPTY_VALUE : number_value((int64_t)eni_absences_run(&f->absences, row));
	case ENI_FACT_LAST_ABSENT:
		return f->absences.of == NULL ? ENI_EMPTY_VALUE
					      : eni_value_when((struct eni_when){f->absences.of[row].last_absent, ENI_NOTIME});
	case ENI_FACT_CONSENT_UNTIL:
		return eni_value_when(consent_until(f, row));
	case ENI_FACT_AGE:
		return age(f, row);
	case ENI_FACT_OPEN_DAYS:
		return open_days(f, row);
	case ENI_FACT_TERMS_MISSING:
		return terms_missing(f, row);
	case ENI_FACT_BAND:
		return eni_sheet_number(s, f->derived.adl, row, &n) ? eni_value_code(band_of(&f->book->office, n / ENI_NUM_SCALE))
								    : ENI_EMPTY_VALUE;
	case ENI_FACT_GB_LEVEL:
		return eni_sheet_number(s, f->derived.gb_score, row, &n) ? gb_level(f, row, n / ENI_NUM_SCALE) : ENI_EMPTY_VALUE;
	case ENI_FACT_RECEIVED_AT:
		return eni_value_when(received_at(f, row));
	case ENI_FACT_READY_AT:
		return eni_value_when(first_filled(f, f->derived.ready_date, f->derived.signed_date, row));
	case ENI_FACT_END_SETTLED:
		return eni_value_when(eni_end_settled(&f->standing.stay, f->book, row, NULL));
	case ENI_FACT_TRIAL_MID:
		return trial_mid(f, row);
	case ENI_FACT_HERE_LAST_MONTH:
		return yes_value(eni_was_here_between(
		    &f->standing.stay, f->book, row, month_start(f->book->today, -1), month_start(f->book->today, 0)));
	case ENI_FACT_HOUSE_RULE:
		return house_rule(f, row);
	case ENI_FACT_FREE_SLOTS:
		return free_slots(f, row);
	case ENI_FACT_CAUSE_UNCLEAR:
		return yes_value(eni_cause_is_unclear(f->book, &f->derived.seat_columns, row));
	case ENI_FACT_DEATH_NOTED:
		return yes_value(
		    eni_death_is_noted(f->book, row) || (f->person != NULL && f->person[row].mourned &&
							    eni_sheet_code(s, f->standing.status, row) != ENI_STATUS_DECEASED));
	default:
		return ENI_EMPTY_VALUE;
	}
}

struct eni_value
eni_fact_value(struct eni_facts *f, enum eni_fact fact, uint32_t subject)
{
	if (fact == ENI_FACT_OFFICE_KIND)
		return eni_value_code(eni_word_find(ENI_V_OFFICE_KIND, f->book->office.kind));
	assert(eni_facts_needs(f, fact));
	if (fact == ENI_FACT_LAST_CONTACT)
		return eni_value_when(last_contact(f, subject));
	if (fact == ENI_FACT_STORY_MISSING && subject == eni_subject_office(f->book))
		return f->stories.missing > 0 ? number_value(f->stories.missing) : ENI_EMPTY_VALUE;
	return eni_subject_is_client(f->book, subject) ? client_fact(f, fact, subject) : ENI_EMPTY_VALUE;
}

void
eni_fact_text(struct eni_facts *f, enum eni_fact fact, uint32_t subject, struct eni_buf *out)
{
	struct eni_value v = eni_fact_value(f, fact, subject);
	char text[ENI_WHEN_TEXT];

	switch (v.type) {
	case ENI_VALUE_CODE:
		eni_buf_add(out, eni_str_of(eni_word_code(eni_fact_field(fact)->vocab, v.as.code)));
		break;
	case ENI_VALUE_WHEN:
		eni_buf_add(out, (struct eni_str){text, eni_when_format(v.as.when, text)});
		break;
	case ENI_VALUE_NUMBER:
		eni_buf_printf(out, "%lld", (long long)(v.as.number / ENI_NUM_SCALE));
		break;
	case ENI_VALUE_BOUNDS:
		eni_bounds_format(out, v.as.bounds, 4); /* as ENI_NUM_SCALE has it */
		break;
	case ENI_VALUE_BITS:
		eni_weekdays_format(out, (uint32_t)v.as.bits);
		break;
	case ENI_VALUE_TEXT:
		eni_buf_add(out, v.as.text);
		break;
	default:
		break;
	}
}
