/* churn survival and churn incidence: see verbs.h. */
#include "cmd/churn/survival.h"
#include "cmd/churn/verbs.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/real.h"
#include "base/text.h"
#include "cli/chart.h"
#include "cli/print.h"
#include "cmd/churn/census.h"
#include "stat/gray.h"
#include "stat/incidence.h"
#include "stat/logrank.h"
#include "stat/survival.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define TEXT(name)                                                                                                                 \
	{                                                                                                                          \
		name, ENI_COL_TEXT, ENI_V_NONE, 0                                                                                  \
	}
#define NUMBER(name)                                                                                                               \
	{                                                                                                                          \
		name, ENI_COL_NUMBER, ENI_V_NONE, 0                                                                                \
	}

enum { TENTHOUSANDTHS = 10000 };

/* The shortest decimal that reads back equal; for people four decimals, and never a 0 that is none. */
static struct eni_str
real(struct eni_print *p, double x)
{
	bool people = eni_print_for_people(p->run);
	struct eni_buf b = {0};
	struct eni_str s;

	if (people && x > 0 && x < 0.5 / TENTHOUSANDTHS)
		return ENI_S("<0.0001");
	eni_real_format(&b, people ? round(x * TENTHOUSANDTHS) / TENTHOUSANDTHS : x);
	s = eni_arena_pack(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

enum { MOST_COLUMNS = 16 };

/* A table whose first column is the group, shown in words where it is a code; only the `first` of n columns are printed where -f
 * says nothing else.  offer: room for MOST_COLUMNS, used until the end. */
static int
begin_table(
    struct eni_census *c, struct eni_print *p, const struct eni_offer *columns, size_t n, size_t first, struct eni_offer *offer)
{
	memcpy(offer, columns, n * sizeof *offer);
	offer[0].vocab = eni_census_vocab(c);
	if (eni_print_prepare(p, c->run, offer, n, NULL) == -1)
		return -1;
	eni_print_first(p, first);
	eni_print_begin(p);
	return 0;
}

/* ---- pictures ---- */

/* What a picture says, by language. */
struct caption {
	const char *lang, *survival, *winnable, *days, *time, *share;
};

static const struct caption *
caption_of(const char *lang)
{
	static const struct caption captions[] = {
	    {"en", "How long clients stay", "How long clients stay: winnable leaving (the rest censored)", "days since the start",
		"time", "share"},
	    {"ja", "利用の継続率", "利用の継続率（防げる終了のみ。ほかは打切り）", "開始からの日数", "経過時間", "割合"},
	    {"zh", "客户留存率", "客户留存率（仅计可挽回的退住；其余按删失处理）", "开始后的天数", "时间", "比例"},
	};

	for (size_t i = 1; i < COUNT(captions); i++)
		if (strcmp(captions[i].lang, lang) == 0)
			return &captions[i];
	return &captions[0];
}

/* A curve of n times that begins at `start`. */
static struct eni_series
new_series(struct eni_str name, size_t n, double start)
{
	struct eni_series s = {name, eni_realloc(NULL, (n + 1) * sizeof *s.point), 1};

	s.point[0] = (struct eni_point){0, start, NAN, NAN};
	return s;
}

static int
draw(struct eni_census *c, struct eni_picture *p)
{
	struct eni_run *run = c->run;
	int rc;

	if (p->x.n == 0)
		p->x = eni_str_of(eni_opt(run, "time") != NULL ? caption_of(run->lang)->time : caption_of(run->lang)->days);
	p->y = eni_str_of(caption_of(run->lang)->share);
	p->kind = ENI_PICTURE_STEPS;
	p->share = true;
	rc = eni_draw(run, p);
	for (size_t i = 0; i < p->n; i++)
		free(p->series[i].point);
	free(p->series);
	return rc;
}

/* ---- survival ---- */

enum { GROUP, TIME, AT_RISK, EVENTS, CENSORED, SURVIVAL, STD_ERROR, LOW, HIGH, CURVE_COLUMNS };
static const struct eni_offer curve_columns[] = {[GROUP] = TEXT("group"),
    [TIME] = NUMBER("time"),
    [AT_RISK] = NUMBER("at_risk"),
    [EVENTS] = NUMBER("events"),
    [CENSORED] = NUMBER("censored"),
    [SURVIVAL] = NUMBER("survival"),
    [STD_ERROR] = NUMBER("std_error"),
    [LOW] = NUMBER("low"),
    [HIGH] = NUMBER("high")};
ENI_ROW_FOR_EACH(curve_columns, CURVE_COLUMNS);

static void
print_curve(struct eni_census *c, struct eni_print *p, size_t group)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)group);
	struct eni_str label = eni_census_label(c, group);

	for (size_t i = 0; i < curve.n; i++) {
		const struct eni_survival *row = &curve.row[i];

		p->cell[GROUP] = label;
		p->cell[TIME] = real(p, row->time);
		p->cell[AT_RISK] = eni_print_count(p, row->at_risk);
		p->cell[EVENTS] = eni_print_count(p, row->events);
		p->cell[CENSORED] = eni_print_count(p, row->censored);
		p->cell[SURVIVAL] = real(p, row->survival);
		p->cell[STD_ERROR] = real(p, row->std_error);
		p->cell[LOW] = real(p, row->low);
		p->cell[HIGH] = real(p, row->high);
		eni_print_row(p, ENI_NONE);
	}
	eni_survival_free(&curve);
}

static int
print_curves(struct eni_census *c)
{
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_print p;

	if (begin_table(c, &p, curve_columns, CURVE_COLUMNS, CURVE_COLUMNS, offer) == -1)
		return -1;
	for (size_t g = 0; g < c->group.n; g++)
		print_curve(c, &p, g);
	return eni_print_end(&p);
}

/* A single group needs no name beside the curve. */
static bool
is_all(const struct eni_census *c, size_t group)
{
	return c->group.n == 1 && eni_str_is(c->group.name[group], "all");
}

static int
draw_survival(struct eni_census *c)
{
	const struct caption *say = caption_of(c->run->lang);
	struct eni_picture p = {.title = eni_str_of(c->winnable ? say->winnable : say->survival), .top = 1};

	p.series = eni_realloc(NULL, (c->group.n + 1) * sizeof *p.series);
	for (; p.n < c->group.n; p.n++) {
		struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)p.n);
		struct eni_series s = new_series(is_all(c, p.n) ? (struct eni_str){"", 0} : eni_census_word(c, p.n), curve.n, 1);

		for (size_t i = 0; i < curve.n; i++, s.n++)
			s.point[s.n] =
			    (struct eni_point){curve.row[i].time, curve.row[i].survival, curve.row[i].low, curve.row[i].high};
		p.series[p.n] = s;
		eni_survival_free(&curve);
	}
	return draw(c, &p);
}

/* ---- --summary ---- */

enum {
	S_GROUP,
	S_N,
	S_EVENTS,
	S_MEDIAN,
	S_LOW,
	S_HIGH,
	S_RMST,
	S_OLD, /* so many are printed where a program reads on and -f says nothing else */
	S_Q25 = S_OLD,
	S_Q25_LOW,
	S_Q25_HIGH,
	S_Q75,
	S_Q75_LOW,
	S_Q75_HIGH,
	S_SHOWN, /* and so many where people read */
	S_STD_ERROR = S_SHOWN,
	S_TAU,
	SUMMARY_COLUMNS
};
static const struct eni_offer summary_columns[] = {[S_GROUP] = TEXT("group"),
    [S_N] = NUMBER("n"),
    [S_EVENTS] = NUMBER("events"),
    [S_MEDIAN] = NUMBER("median"),
    [S_LOW] = NUMBER("low"),
    [S_HIGH] = NUMBER("high"),
    [S_RMST] = NUMBER("rmst"),
    [S_Q25] = NUMBER("q25"),
    [S_Q25_LOW] = NUMBER("q25_low"),
    [S_Q25_HIGH] = NUMBER("q25_high"),
    [S_Q75] = NUMBER("q75"),
    [S_Q75_LOW] = NUMBER("q75_low"),
    [S_Q75_HIGH] = NUMBER("q75_high"),
    [S_STD_ERROR] = NUMBER("std_error"),
    [S_TAU] = NUMBER("tau")};
ENI_ROW_FOR_EACH(summary_columns, SUMMARY_COLUMNS);

/* The horizon; NaN: not given, each group has its own last time. */
static int
read_tau(struct eni_census *c, double *tau)
{
	const char *text = eni_opt(c->run, "tau");

	*tau = NAN;
	if (text == NULL)
		return 0;
	if (eni_real_parse(eni_str_of(text), tau) == 1 && *tau > 0)
		return 0;
	return eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "--tau %s: want a number of days such as 365", text);
}

/* Three cells from `at` on. */
static void
fill_quantile(struct eni_print *p, const struct eni_survival_curve *curve, double left, size_t at)
{
	struct eni_quantile q = eni_survival_quantile(curve, left);

	p->cell[at] = real(p, q.at);
	p->cell[at + 1] = real(p, q.low);
	p->cell[at + 2] = real(p, q.high);
}

static void
print_summary_row(struct eni_census *c, struct eni_print *p, size_t group, double tau)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)group);
	double horizon = isnan(tau) ? eni_life_last(&c->life, (uint32_t)group) : tau;
	struct eni_mean mean = eni_survival_mean(&curve, horizon);

	p->cell[S_GROUP] = eni_census_label(c, group);
	p->cell[S_N] = eni_print_count(p, curve.stays);
	p->cell[S_EVENTS] = eni_print_count(p, curve.events);
	fill_quantile(p, &curve, 0.25, S_Q25);
	fill_quantile(p, &curve, 0.5, S_MEDIAN);
	fill_quantile(p, &curve, 0.75, S_Q75);
	p->cell[S_RMST] = real(p, mean.mean);
	p->cell[S_STD_ERROR] = real(p, mean.std_error);
	p->cell[S_TAU] = real(p, horizon);
	eni_print_row(p, ENI_NONE);
	eni_survival_free(&curve);
}

static int
print_summary(struct eni_census *c)
{
	size_t first = eni_print_for_people(c->run) ? S_SHOWN : S_OLD;
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_print p;
	double tau;

	if (read_tau(c, &tau) == -1 || begin_table(c, &p, summary_columns, SUMMARY_COLUMNS, first, offer) == -1)
		return -1;
	for (size_t g = 0; g < c->group.n; g++)
		print_summary_row(c, &p, g, tau);
	return eni_print_end(&p);
}

/* ---- --summary --at ---- */

enum { A_GROUP, A_AFTER, A_TIME, A_AT_RISK, A_SURVIVAL, A_STD_ERROR, A_LOW, A_HIGH, AT_COLUMNS };
static const struct eni_offer at_columns[] = {[A_GROUP] = TEXT("group"),
    [A_AFTER] = TEXT("after"),
    [A_TIME] = NUMBER("time"),
    [A_AT_RISK] = NUMBER("at_risk"),
    [A_SURVIVAL] = NUMBER("survival"),
    [A_STD_ERROR] = NUMBER("std_error"),
    [A_LOW] = NUMBER("low"),
    [A_HIGH] = NUMBER("high")};
ENI_ROW_FOR_EACH(at_columns, AT_COLUMNS);

/* A time as it was asked for, and in what the curve counts. */
struct asked {
	struct eni_str text;
	double time;
};

static bool
read_asked(const struct eni_census *c, struct asked *a)
{
	static const double days[ENI_UNITS] = {[ENI_DAYS] = 1, [ENI_WEEKS] = 7, [ENI_MONTHS] = 30.4375, [ENI_YEARS] = 365.25};
	struct eni_span span;

	if (eni_real_parse(a->text, &a->time) == 1)
		return a->time >= 0;
	if (!c->days || eni_span_parse(a->text, &span) != 1 || days[span.unit] == 0)
		return false;
	a->time = span.n * days[span.unit];
	return true;
}

/* The times of --at in the order given; malloc'd, NULL after eni_fail. */
static struct asked *
read_at(struct eni_census *c, size_t *n)
{
	const char *comma, *at = eni_opt(c->run, "at");
	struct asked *a = NULL;
	size_t cap = 0;

	*n = 0;
	do {
		comma = strchrnul(at, ',');
		a = eni_grow(a, &cap, *n + 1, sizeof *a);
		a[*n].text = eni_str_trim((struct eni_str){at, (size_t)(comma - at)});
		at = comma + 1;
		if (!read_asked(c, &a[(*n)++])) {
			eni_fail(&c->run->diag, ENI_NOWHERE, NULL,
			    c->days ? N_("--at %s: want lengths of a stay such as 90d,3m,1y")
				    : N_("--at %s: want numbers such as 90,180"),
			    eni_opt(c->run, "at"));
			free(a);
			return NULL;
		}
	} while (*comma != '\0');
	return a;
}

static void
print_at(struct eni_census *c, struct eni_print *p, size_t group, const struct asked *asked, size_t n)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)group);

	for (size_t i = 0; i < n; i++) {
		struct eni_survival s = eni_survival_at(&c->life, (uint32_t)group, &curve, asked[i].time);

		p->cell[A_GROUP] = eni_census_label(c, group);
		p->cell[A_AFTER] = asked[i].text;
		p->cell[A_TIME] = real(p, s.time);
		p->cell[A_AT_RISK] = eni_print_count(p, s.at_risk);
		p->cell[A_SURVIVAL] = real(p, s.survival);
		p->cell[A_STD_ERROR] = real(p, s.std_error);
		p->cell[A_LOW] = real(p, s.low);
		p->cell[A_HIGH] = real(p, s.high);
		eni_print_row(p, ENI_NONE);
	}
	eni_survival_free(&curve);
}

static int
print_times(struct eni_census *c)
{
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_print p;
	struct asked *asked;
	size_t n;
	int rc;

	if ((asked = read_at(c, &n)) == NULL)
		return -1;
	rc = begin_table(c, &p, at_columns, AT_COLUMNS, AT_COLUMNS, offer);
	for (size_t g = 0; rc == 0 && g < c->group.n; g++)
		print_at(c, &p, g, asked, n);
	free(asked);
	return rc == 0 ? eni_print_end(&p) : -1;
}

/* ---- --test ---- */

/* What is said of each group, behind the columns that say which it is. */
enum { T_N, T_OBSERVED, T_EXPECTED, T_CHISQ, T_DF, T_P, TEST_COLUMNS };
static const struct eni_offer test_columns[] = {[T_N] = NUMBER("n"),
    [T_OBSERVED] = NUMBER("observed"),
    [T_EXPECTED] = NUMBER("expected"),
    [T_CHISQ] = NUMBER("chisq"),
    [T_DF] = NUMBER("df"),
    [T_P] = NUMBER("p")};
ENI_ROW_FOR_EACH(test_columns, TEST_COLUMNS);

/* A p-value; one below what doubles hold is said to be below 1e-300. */
static struct eni_str
chance(struct eni_print *p, double x)
{
	return x < 1e-300 && !eni_print_for_people(p->run) ? ENI_S("<1e-300") : real(p, x == 0 ? DBL_MIN : x);
}

static void
print_test_row(struct eni_print *p, size_t first, const struct eni_comparison *t, size_t group)
{
	struct eni_str *cell = p->cell + first;

	cell[T_N] = eni_print_count(p, t->group[group].stays);
	cell[T_OBSERVED] = eni_print_count(p, t->group[group].observed);
	cell[T_EXPECTED] = real(p, t->group[group].expected);
	cell[T_CHISQ] = real(p, t->score.chi2);
	cell[T_DF] = eni_print_count(p, t->score.df);
	cell[T_P] = chance(p, t->score.p);
	eni_print_row(p, ENI_NONE);
}

/* The variance has groups x groups numbers: a field with a value of its own for each client is no grouping. */
enum { MOST_GROUPS = 1000 };

/* The groups' columns, then those of the test. */
static int
begin_test(struct eni_census *c, struct eni_print *p, const struct eni_offer *which, size_t n, struct eni_offer *offer)
{
	struct eni_offer columns[MOST_COLUMNS];

	if (c->group.n > MOST_GROUPS)
		return eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "--test: %zu groups are too many to compare", c->group.n);
	memcpy(columns, which, n * sizeof *columns);
	memcpy(columns + n, test_columns, sizeof test_columns);
	return begin_table(c, p, columns, n + TEST_COLUMNS, n + TEST_COLUMNS, offer);
}

/* Strata are numbered as they come; counts that were added up are one. */
static uint32_t
strata_of(const struct eni_census *c)
{
	return c->stratum.n > 0 ? (uint32_t)c->stratum.n : 1;
}

static int
print_logrank(struct eni_census *c)
{
	static const struct eni_offer which[] = {TEXT("group")};
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_comparison t;
	struct eni_print p;

	if (begin_test(c, &p, which, COUNT(which), offer) == -1)
		return -1;
	t = eni_logrank(&c->life, (uint32_t)c->group.n, strata_of(c));
	for (size_t g = 0; g < c->group.n; g++) {
		p.cell[0] = eni_census_label(c, g);
		print_test_row(&p, COUNT(which), &t, g);
	}
	eni_comparison_free(&t);
	return eni_print_end(&p);
}

/* What must stand beside an option for it to mean anything. */
static int
check_options(struct eni_run *run)
{
	static const struct {
		const char *option, *with, *instead; /* instead: another that will do; NULL */
		const char *why;
	} needs[] = {
	    {"at", "summary", NULL, N_("--at: want --summary too")},
	    {"strata", "test", NULL, N_("--strata: want --test too, for groups compared within each stratum")},
	    {"test", "by", "merge", N_("--test: want --by FIELD: groups to compare")},
	};

	for (size_t i = 0; i < COUNT(needs); i++)
		if (eni_opt(run, needs[i].option) != NULL && eni_opt(run, needs[i].with) == NULL &&
		    (needs[i].instead == NULL || eni_opt(run, needs[i].instead) == NULL))
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s", _(needs[i].why));
	if (eni_opt(run, "strata") != NULL && (eni_opt(run, "merge") != NULL || eni_opt(run, "partial") != NULL))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--strata: the counts of --partial are not kept by stratum");
	return 0;
}

static int
answer_survival(struct eni_census *c)
{
	struct eni_run *run = c->run;
	int rc = 0;

	if (eni_opt(run, "partial") != NULL)
		return eni_census_print(c);
	if (eni_has_picture(run))
		rc = draw_survival(c);
	if (rc == -1 || eni_is_picture(run))
		return rc;
	if (eni_opt(run, "test") != NULL)
		return print_logrank(c);
	if (eni_opt(run, "at") != NULL)
		return print_times(c);
	return eni_opt(run, "summary") != NULL ? print_summary(c) : print_curves(c);
}

static void
warn_of_thin_groups(const struct eni_census *c)
{
	struct eni_life_step s;

	for (uint32_t g = 0; g < c->group.n; g++)
		if (eni_life_thin(&c->life, g, &s))
			eni_warn(&c->run->diag, ENI_NOWHERE, "at_risk",
			    "%.*s: only %lld watched at %g, far more later; --from %g or later begins where it can be trusted",
			    (int)c->group.name[g].n, c->group.name[g].p, (long long)s.at_risk, s.time, s.time);
}

int
eni_verb_survival(struct eni_run *run)
{
	struct eni_census c;
	int rc = check_options(run);

	if (rc == -1)
		return -1;
	rc = eni_census_gather(&c, run);
	if (rc == 0 && eni_opt(run, "partial") == NULL)
		warn_of_thin_groups(&c);
	if (rc == 0)
		rc = answer_survival(&c);
	eni_census_free(&c);
	return rc;
}

/* ---- incidence ---- */

enum { I_GROUP, I_CAUSE, I_TIME, I_INCIDENCE, I_STD_ERROR, I_LOW, I_HIGH, INCIDENCE_COLUMNS };
static const struct eni_offer incidence_columns[] = {[I_GROUP] = TEXT("group"),
    [I_CAUSE] = TEXT("cause"),
    [I_TIME] = NUMBER("time"),
    [I_INCIDENCE] = NUMBER("incidence"),
    [I_STD_ERROR] = NUMBER("std_error"),
    [I_LOW] = NUMBER("low"),
    [I_HIGH] = NUMBER("high")};
ENI_ROW_FOR_EACH(incidence_columns, INCIDENCE_COLUMNS);

static void
print_incidence(struct eni_census *c, struct eni_print *p, size_t group, size_t cause)
{
	struct eni_incidence_curve curve = eni_incidence_curve(&c->life, (uint32_t)group, (uint32_t)cause + 1);

	for (size_t i = 0; i < curve.n; i++) {
		const struct eni_incidence *row = &curve.row[i];

		p->cell[I_GROUP] = c->group.name[group];
		p->cell[I_CAUSE] = c->cause.name[cause];
		p->cell[I_TIME] = real(p, row->time);
		p->cell[I_INCIDENCE] = real(p, row->incidence);
		p->cell[I_STD_ERROR] = real(p, row->std_error);
		p->cell[I_LOW] = real(p, row->low);
		p->cell[I_HIGH] = real(p, row->high);
		eni_print_row(p, ENI_NONE);
	}
	eni_incidence_free(&curve);
}

static int
print_incidences(struct eni_census *c, const struct eni_incidence_kind *kind)
{
	struct eni_offer columns[INCIDENCE_COLUMNS], offer[MOST_COLUMNS];
	struct eni_print p;

	memcpy(columns, incidence_columns, sizeof columns);
	columns[I_CAUSE].vocab = kind->causes;
	if (begin_table(c, &p, columns, INCIDENCE_COLUMNS, INCIDENCE_COLUMNS, offer) == -1)
		return -1;
	for (size_t g = 0; g < c->group.n; g++)
		for (size_t k = 0; k < c->cause.n; k++)
			print_incidence(c, &p, g, k);
	return eni_print_end(&p);
}

/* "facility", and with several groups "F facility", in the reader's words. */
static struct eni_str
incidence_label(struct eni_census *c, enum eni_vocab causes, size_t group, size_t cause)
{
	struct eni_str name = c->cause.name[cause], of;
	int code = eni_word_find(causes, name);

	if (code > 0 && code != ENI_UNKNOWN_WORD)
		name = eni_str_of(eni_word_label(causes, code, c->run->lang));
	if (c->group.n == 1)
		return name;
	of = eni_census_word(c, group);
	return eni_arena_printf(&c->run->arena, "%.*s %.*s", (int)of.n, of.p, (int)name.n, name.p);
}

static struct eni_series
incidence_series(struct eni_census *c, enum eni_vocab causes, size_t group, size_t cause)
{
	struct eni_incidence_curve curve = eni_incidence_curve(&c->life, (uint32_t)group, (uint32_t)cause + 1);
	struct eni_series s = new_series(incidence_label(c, causes, group, cause), curve.n, 0);

	for (size_t i = 0; i < curve.n; i++, s.n++) /* without limits: those of several causes would cover each other */
		s.point[s.n] = (struct eni_point){curve.row[i].time, curve.row[i].incidence, NAN, NAN};
	eni_incidence_free(&curve);
	return s;
}

/* What a kind says in the reader's language. */
static struct eni_str
said(const char *const say[3], const char *lang)
{
	return eni_str_of(strcmp(lang, "ja") == 0 ? say[1] : strcmp(lang, "zh") == 0 ? say[2] : say[0]);
}

static int
draw_incidence(struct eni_census *c, const struct eni_incidence_kind *kind)
{
	struct eni_picture p = {.title = said(kind->title, c->run->lang), .x = said(kind->days, c->run->lang)};

	p.series = eni_realloc(NULL, (c->group.n * c->cause.n + 1) * sizeof *p.series);
	for (size_t g = 0; g < c->group.n; g++)
		for (size_t k = 0; k < c->cause.n; k++)
			p.series[p.n++] = incidence_series(c, kind->causes, g, k);
	return draw(c, &p);
}

int
eni_incidence_answer(struct eni_census *c, const struct eni_incidence_kind *kind)
{
	int rc = eni_has_picture(c->run) ? draw_incidence(c, kind) : 0;

	return rc == -1 || eni_is_picture(c->run) ? rc : print_incidences(c, kind);
}

static const struct eni_incidence_kind leaving = {
    .causes = ENI_V_REASON, .title = {"Why clients leave in the end", "終了・休止の累積割合（理由別）", "累计退住率（按原因）"}};

const struct eni_incidence_kind eni_return_curve = {.causes = ENI_V_AWAY,
    .title = {"How soon clients come back", "終了・休止後の復帰", "离开后返回情况"},
    .days = {"days since they left", "終了・休止からの日数", "离开后的天数"}};

/* ---- incidence --test ---- */

static bool
has_late(const struct eni_census *c)
{
	for (uint32_t i = 0; i < strata_of(c); i++) {
		struct eni_life part = eni_life_stratum(&c->life, i);

		if (eni_life_late(&part))
			return true;
	}
	return false;
}

static void
print_cause(struct eni_census *c, struct eni_print *p, size_t cause, size_t first)
{
	struct eni_comparison t = eni_gray(&c->life, (uint32_t)cause + 1, (uint32_t)c->group.n, strata_of(c));

	for (size_t g = 0; g < c->group.n; g++) {
		p->cell[0] = c->group.name[g];
		p->cell[1] = c->cause.name[cause];
		print_test_row(p, first, &t, g);
	}
	eni_comparison_free(&t);
}

/* Gray's test, one for each cause. */
static int
print_gray(struct eni_census *c, enum eni_vocab causes)
{
	const struct eni_offer which[] = {TEXT("group"), {"cause", ENI_COL_TEXT, causes, 0}};
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_print p;

	if (has_late(c))
		return eni_fail(&c->run->diag, ENI_NOWHERE, NULL,
		    "--test: some stays are watched only from a later day on, and Gray's test has no form for these; "
		    "leave them out, or begin behind their days with --from");
	if (begin_test(c, &p, which, COUNT(which), offer) == -1)
		return -1;
	for (size_t k = 0; k < c->cause.n; k++)
		print_cause(c, &p, k, COUNT(which));
	return eni_print_end(&p);
}

static int
answer_incidence(struct eni_census *c)
{
	if (eni_opt(c->run, "partial") != NULL)
		return eni_census_print(c);
	if (eni_opt(c->run, "test") != NULL && !eni_is_picture(c->run))
		return print_gray(c, leaving.causes);
	return eni_incidence_answer(c, &leaving);
}

int
eni_verb_incidence(struct eni_run *run)
{
	struct eni_census c;
	int rc = check_options(run);

	if (rc == -1)
		return -1;
	rc = eni_census_gather(&c, run);
	if (rc == 0)
		rc = answer_incidence(&c);
	eni_census_free(&c);
	return rc;
}
