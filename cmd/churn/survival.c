/* churn survival and churn incidence: see verbs.h. */
#include "cmd/churn/survival.h"
#include "cmd/churn/verbs.h"

#include <math.h>
#include <stdlib.h>

#include "base/real.h"
#include "base/text.h"
#include "cli/chart.h"
#include "cli/print.h"
#include "cmd/churn/census.h"
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

enum { MOST_COLUMNS = 10 };

/* A table whose first column is the group, shown in words where it is a code.  offer: room for MOST_COLUMNS, used until the end. */
static int
begin_table(struct eni_census *c, struct eni_print *p, const struct eni_offer *columns, size_t n, struct eni_offer *offer)
{
	memcpy(offer, columns, n * sizeof *offer);
	offer[0].vocab = eni_census_vocab(c);
	if (eni_print_prepare(p, c->run, offer, n, NULL) == -1)
		return -1;
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

	if (begin_table(c, &p, curve_columns, CURVE_COLUMNS, offer) == -1)
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

enum { S_GROUP, S_N, S_EVENTS, S_MEDIAN, S_LOW, S_HIGH, S_RMST, S_STD_ERROR, S_TAU, SUMMARY_COLUMNS };
static const struct eni_offer summary_columns[] = {[S_GROUP] = TEXT("group"),
    [S_N] = NUMBER("n"),
    [S_EVENTS] = NUMBER("events"),
    [S_MEDIAN] = NUMBER("median"),
    [S_LOW] = NUMBER("low"),
    [S_HIGH] = NUMBER("high"),
    [S_RMST] = NUMBER("rmst"),
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

static void
print_summary_row(struct eni_census *c, struct eni_print *p, size_t group, double tau)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)group);
	struct eni_quantile median = eni_survival_median(&curve);
	double horizon = isnan(tau) ? eni_life_last(&c->life, (uint32_t)group) : tau;
	struct eni_mean mean = eni_survival_mean(&curve, horizon);

	p->cell[S_GROUP] = eni_census_label(c, group);
	p->cell[S_N] = eni_print_count(p, curve.stays);
	p->cell[S_EVENTS] = eni_print_count(p, curve.events);
	p->cell[S_MEDIAN] = real(p, median.at);
	p->cell[S_LOW] = real(p, median.low);
	p->cell[S_HIGH] = real(p, median.high);
	p->cell[S_RMST] = real(p, mean.mean);
	p->cell[S_STD_ERROR] = real(p, mean.std_error);
	p->cell[S_TAU] = real(p, horizon);
	eni_print_row(p, ENI_NONE);
	eni_survival_free(&curve);
}

static int
print_summary(struct eni_census *c)
{
	size_t shown = eni_opt(c->run, "fields") == NULL ? (size_t)S_STD_ERROR : SUMMARY_COLUMNS;
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_str cells[SUMMARY_COLUMNS];
	struct eni_print p;
	double tau;

	if (read_tau(c, &tau) == -1 || begin_table(c, &p, summary_columns, shown, offer) == -1)
		return -1;
	p.cell = cells; /* room for those not offered, too */
	for (size_t g = 0; g < c->group.n; g++)
		print_summary_row(c, &p, g, tau);
	return eni_print_end(&p);
}

/* ---- --test ---- */

enum { T_GROUP, T_N, T_OBSERVED, T_EXPECTED, T_CHISQ, T_DF, T_P, TEST_COLUMNS };
static const struct eni_offer test_columns[] = {[T_GROUP] = TEXT("group"),
    [T_N] = NUMBER("n"),
    [T_OBSERVED] = NUMBER("observed"),
    [T_EXPECTED] = NUMBER("expected"),
    [T_CHISQ] = NUMBER("chisq"),
    [T_DF] = NUMBER("df"),
    [T_P] = NUMBER("p")};
ENI_ROW_FOR_EACH(test_columns, TEST_COLUMNS);

static void
print_test_row(struct eni_census *c, struct eni_print *p, const struct eni_logrank *t, size_t group)
{
	p->cell[T_GROUP] = eni_census_label(c, group);
	p->cell[T_N] = eni_print_count(p, t->group[group].stays);
	p->cell[T_OBSERVED] = eni_print_count(p, t->group[group].observed);
	p->cell[T_EXPECTED] = real(p, t->group[group].expected);
	p->cell[T_CHISQ] = real(p, t->chi2);
	p->cell[T_DF] = eni_print_count(p, t->df);
	p->cell[T_P] = real(p, t->p);
	eni_print_row(p, ENI_NONE);
}

/* The variance has groups x groups numbers: a field with a value of its own for each client is no grouping. */
enum { MOST_GROUPS = 1000 };

static int
print_test(struct eni_census *c)
{
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_logrank t;
	struct eni_print p;

	if (c->group.n > MOST_GROUPS)
		return eni_fail(&c->run->diag, ENI_NOWHERE, NULL, "--test: %zu groups are too many to compare", c->group.n);
	if (begin_table(c, &p, test_columns, TEST_COLUMNS, offer) == -1)
		return -1;
	t = eni_logrank(&c->life, (uint32_t)c->group.n);
	for (size_t g = 0; g < c->group.n; g++)
		print_test_row(c, &p, &t, g);
	eni_logrank_free(&t);
	return eni_print_end(&p);
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
		return print_test(c);
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
	int rc = eni_census_gather(&c, run);

	if (rc == 0 && eni_opt(run, "test") != NULL && eni_opt(run, "by") == NULL && eni_opt(run, "merge") == NULL)
		rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "--test: want --by FIELD: groups to compare");
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
	if (begin_table(c, &p, columns, INCIDENCE_COLUMNS, offer) == -1)
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

int
eni_verb_incidence(struct eni_run *run)
{
	struct eni_census c;
	int rc = eni_census_gather(&c, run);

	if (rc == 0)
		rc = eni_opt(run, "partial") != NULL ? eni_census_print(&c) : eni_incidence_answer(&c, &leaving);
	eni_census_free(&c);
	return rc;
}
