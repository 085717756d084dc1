/* churn survival and churn incidence: see churn_survival.h. */
#include "cli/churn_survival.h"

#include <math.h>
#include <stdlib.h>

#include "base/real.h"
#include "base/text.h"
#include "cli/churn_counts.h"
#include "cli/print.h"
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

static struct eni_str
real(struct eni_print *p, double x)
{
	struct eni_buf b = {0};
	struct eni_str s;

	eni_real_format(&b, x);
	s = eni_arena_pack(&p->row, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

enum { MOST_COLUMNS = 10 };

/* A table whose first column is the group, shown in words where it is a code.  offer: room for MOST_COLUMNS, used until the end. */
static int
begin_table(struct eni_counts *c, struct eni_print *p, const struct eni_offer *columns, size_t n, struct eni_offer *offer)
{
	memcpy(offer, columns, n * sizeof *offer);
	offer[0].vocab = eni_counts_vocab(c);
	if (eni_print_prepare(p, c->run, offer, n, NULL) == -1)
		return -1;
	eni_print_begin(p);
	return 0;
}

/* ---- pictures ---- */

/* What a picture says, by language; death, facility and hospital are words of their own vocabulary. */
struct caption {
	const char *lang, *survival, *winnable, *incidence, *days, *time, *share;
};

static const struct caption *
caption_of(const char *lang)
{
	static const struct caption captions[] = {
	    {"en", "How long clients stay", "How long clients stay: winnable leaving (death, facility, hospital censored)",
		"Why clients leave in the end", "days since the start", "time", "share"},
	    {"ja", "利用の継続率", "利用の継続率（防げる離脱のみ。死亡・施設入所・入院は打切り）", "離脱の累積発生率（理由別）",
		"開始からの日数", "経過時間", "割合"},
	    {"zh", "客户留存率", "客户留存率（仅可挽回的流失；去世、入住机构、住院按删失处理）", "流失累积发生率（按原因）",
		"开始后的天数", "时间", "比例"},
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
draw(struct eni_counts *c, struct eni_picture *p)
{
	struct eni_run *run = c->run;
	bool table = eni_opt(run, "time") != NULL;
	int rc;

	p->x = eni_str_of(table ? caption_of(run->lang)->time : caption_of(run->lang)->days);
	p->y = eni_str_of(caption_of(run->lang)->share);
	p->kind = ENI_PICTURE_STEPS;
	rc = eni_draw(run, p);
	for (size_t i = 0; i < p->n; i++)
		free(p->series[i].point);
	free(p->series);
	return rc;
}

/* ---- survival ---- */

enum { GROUP, TIME, AT_RISK, EVENTS, CENSORED, SURVIVAL, STD_ERROR, LOW, HIGH, CURVE_COLUMNS };
static const struct eni_offer curve_columns[CURVE_COLUMNS] = {TEXT("group"), NUMBER("time"), NUMBER("at_risk"), NUMBER("events"),
    NUMBER("censored"), NUMBER("survival"), NUMBER("std_error"), NUMBER("low"), NUMBER("high")};

static void
print_curve(struct eni_counts *c, struct eni_print *p, size_t group)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)group);
	struct eni_str label = eni_counts_label(c, group);

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
print_curves(struct eni_counts *c)
{
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_print p;

	if (begin_table(c, &p, curve_columns, CURVE_COLUMNS, offer) == -1)
		return -1;
	for (size_t g = 0; g < c->group.n; g++)
		print_curve(c, &p, g);
	return eni_print_end(&p);
}

static int
draw_survival(struct eni_counts *c)
{
	const struct caption *say = caption_of(c->run->lang);
	struct eni_picture p = {.title = eni_str_of(c->winnable ? say->winnable : say->survival), .top = 1, .falls = true};

	p.series = eni_realloc(NULL, (c->group.n + 1) * sizeof *p.series);
	for (; p.n < c->group.n; p.n++) {
		struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)p.n);
		struct eni_series s = new_series(eni_counts_word(c, p.n), curve.n, 1);

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
static const struct eni_offer summary_columns[SUMMARY_COLUMNS] = {TEXT("group"), NUMBER("n"), NUMBER("events"), NUMBER("median"),
    NUMBER("low"), NUMBER("high"), NUMBER("rmst"), NUMBER("std_error"), NUMBER("tau")};

/* The horizon; NaN: not given, each group has its own last time. */
static int
read_tau(struct eni_counts *c, double *tau)
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
print_summary_row(struct eni_counts *c, struct eni_print *p, size_t group, double tau)
{
	struct eni_survival_curve curve = eni_survival_curve(&c->life, (uint32_t)group);
	struct eni_quantile median = eni_survival_median(&curve);
	double horizon = isnan(tau) ? eni_life_last(&c->life, (uint32_t)group) : tau;
	struct eni_mean mean = eni_survival_mean(&curve, horizon);

	p->cell[S_GROUP] = eni_counts_label(c, group);
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
print_summary(struct eni_counts *c)
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
static const struct eni_offer test_columns[TEST_COLUMNS] = {
    TEXT("group"), NUMBER("n"), NUMBER("observed"), NUMBER("expected"), NUMBER("chisq"), NUMBER("df"), NUMBER("p")};

static void
print_test_row(struct eni_counts *c, struct eni_print *p, const struct eni_logrank *t, size_t group)
{
	p->cell[T_GROUP] = eni_counts_label(c, group);
	p->cell[T_N] = eni_print_count(p, t->group[group].stays);
	p->cell[T_OBSERVED] = eni_print_count(p, t->group[group].observed);
	p->cell[T_EXPECTED] = real(p, t->group[group].expected);
	p->cell[T_CHISQ] = real(p, t->chi2);
	p->cell[T_DF] = eni_print_count(p, t->df);
	p->cell[T_P] = real(p, t->p);
	eni_print_row(p, ENI_NONE);
}

/* The variance has groups x groups numbers: a field with a value for everybody is no grouping. */
enum { MOST_GROUPS = 1000 };

static int
print_test(struct eni_counts *c)
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
answer_survival(struct eni_counts *c)
{
	struct eni_run *run = c->run;

	if (eni_opt(run, "partial") != NULL)
		return eni_counts_print(c);
	if (eni_is_picture(run))
		return draw_survival(c);
	if (eni_opt(run, "test") != NULL)
		return print_test(c);
	return eni_opt(run, "summary") != NULL ? print_summary(c) : print_curves(c);
}

static void
warn_of_thin_groups(const struct eni_counts *c)
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
	struct eni_counts c;
	int rc = eni_counts_gather(&c, run);

	if (rc == 0 && eni_opt(run, "test") != NULL && eni_opt(run, "by") == NULL && eni_opt(run, "merge") == NULL)
		rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "--test: want --by FIELD: groups to compare");
	if (rc == 0 && eni_opt(run, "partial") == NULL)
		warn_of_thin_groups(&c);
	if (rc == 0)
		rc = answer_survival(&c);
	eni_counts_free(&c);
	return rc;
}

/* ---- incidence ---- */

enum { I_GROUP, I_CAUSE, I_TIME, I_INCIDENCE, I_STD_ERROR, I_LOW, I_HIGH, INCIDENCE_COLUMNS };
static const struct eni_offer incidence_columns[INCIDENCE_COLUMNS] = {TEXT("group"), {"cause", ENI_COL_TEXT, ENI_V_REASON, 0},
    NUMBER("time"), NUMBER("incidence"), NUMBER("std_error"), NUMBER("low"), NUMBER("high")};

static void
print_incidence(struct eni_counts *c, struct eni_print *p, size_t group, size_t cause)
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
print_incidences(struct eni_counts *c)
{
	struct eni_offer offer[MOST_COLUMNS];
	struct eni_print p;

	if (begin_table(c, &p, incidence_columns, INCIDENCE_COLUMNS, offer) == -1)
		return -1;
	for (size_t g = 0; g < c->group.n; g++)
		for (size_t k = 0; k < c->cause.n; k++)
			print_incidence(c, &p, g, k);
	return eni_print_end(&p);
}

/* "facility", and with several groups "F facility", in the reader's words. */
static struct eni_str
incidence_label(struct eni_counts *c, size_t group, size_t cause)
{
	struct eni_str name = c->cause.name[cause], of;
	int code = eni_word_find(ENI_V_REASON, name);

	if (code > 0 && code != ENI_UNKNOWN_WORD)
		name = eni_str_of(eni_word_label(ENI_V_REASON, code, c->run->lang));
	if (c->group.n == 1)
		return name;
	of = eni_counts_word(c, group);
	return eni_arena_printf(&c->run->arena, "%.*s %.*s", (int)of.n, of.p, (int)name.n, name.p);
}

static struct eni_series
incidence_series(struct eni_counts *c, size_t group, size_t cause)
{
	struct eni_incidence_curve curve = eni_incidence_curve(&c->life, (uint32_t)group, (uint32_t)cause + 1);
	struct eni_series s = new_series(incidence_label(c, group, cause), curve.n, 0);

	for (size_t i = 0; i < curve.n; i++, s.n++) /* without limits: those of several causes would cover each other */
		s.point[s.n] = (struct eni_point){curve.row[i].time, curve.row[i].incidence, NAN, NAN};
	eni_incidence_free(&curve);
	return s;
}

static int
draw_incidence(struct eni_counts *c)
{
	struct eni_picture p = {.title = eni_str_of(caption_of(c->run->lang)->incidence)};

	p.series = eni_realloc(NULL, (c->group.n * c->cause.n + 1) * sizeof *p.series);
	for (size_t g = 0; g < c->group.n; g++)
		for (size_t k = 0; k < c->cause.n; k++)
			p.series[p.n++] = incidence_series(c, g, k);
	return draw(c, &p);
}

int
eni_verb_incidence(struct eni_run *run)
{
	struct eni_counts c;
	int rc;

	if (eni_opt(run, "winnable") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL,
		    "--winnable is for survival: incidence keeps every reason apart, so that none hides another");
	rc = eni_counts_gather(&c, run);
	if (rc == 0)
		rc = eni_opt(run, "partial") != NULL ? eni_counts_print(&c)
		     : eni_is_picture(run)           ? draw_incidence(&c)
						     : print_incidences(&c);
	eni_counts_free(&c);
	return rc;
}
