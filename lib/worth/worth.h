/*
 * What a client is worth to the office: revenue, not profit.  Room: worth.
 *
 * Two ways.  The formula of the trade multiplies price, visits a month and months for a usual client (eni_usual_worth).  The worth
 * of one person is what was earned so far and what may still come: price times visits a month, for as long as the office's own
 * stays say of those who have stayed so long (Kaplan and Meier), or for what is left of a number of months.
 * All money is whole minor units of the currency, from reading to printing; only what rests on an estimate or a discount passes
 * through a double, and is rounded once.
 */
#ifndef ENI_WORTH_WORTH_H
#define ENI_WORTH_WORTH_H

#include "base/period.h"
#include "base/ratio.h"
#include "stat/annuity.h"
#include "stat/survival.h"
#include "stay/stays.h"
#include "worth/price.h"

/* A month of a stay is 30.4375 days, a twelfth of 365.25. */
enum { ENI_MONTH_DAYS = 487, ENI_MONTH_PARTS = 16 };

/* How the future is counted. */
struct eni_terms {
	double discount; /* a year; 0.03: 3 % */
	int64_t margin;  /* the share of the revenue that counts, times ENI_NUM_SCALE; all of it: ENI_NUM_SCALE */
	double churn;    /* the share that leaves in a month; below 0: months count instead */
	double months;   /* with churn: so many at most; INFINITY: no end */
	enum eni_paid paid;
};

enum eni_known { ENI_UNKNOWN_SUM = 0, ENI_KNOWN_SUM = 1, ENI_SUM_TOO_BIG = -1 };

/* price x visits x months, on these terms; exact where they neither discount nor count churn. */
enum eni_known eni_usual_worth(const struct eni_usual *u, const struct eni_terms *t, int64_t *out);

/* How many months of so much revenue pay back a cost, on these terms, however long somebody stays; no ratio where they never do. */
struct eni_ratio eni_payback(struct eni_ratio monthly_revenue, const struct eni_terms *t, int64_t cost);

/* What was seen of one client. */
struct eni_seen {
	int64_t fees;                /* of all visits, as they stand */
	int64_t attended_fees;       /* of those attended */
	uint32_t attended, unpriced; /* attended; of these without a fee */
	uint32_t months;             /* calendar months with an attended visit; counted where asked for */
	int32_t last_month;          /* while counting */
	int32_t first;               /* first attended visit; ENI_NODAY */
	int32_t since;               /* first day of the stay that goes on; ENI_NODAY */
	bool visited, stayed;        /* any row of visits; any stay */
	bool too_big;
};

/* On what the expectation of a person rests. */
enum eni_basis {
	ENI_BASIS_NONE,
	ENI_BASIS_GONE,
	ENI_BASIS_MONTHS,  /* total_months */
	ENI_BASIS_SETTING, /* ltv.months: too few stays have ended */
	ENI_BASIS_CURVE
};

struct eni_worth_one {
	enum eni_known so_far_known, rest_known,
	    limits_known; /* limits: KNOWN only where they rest on a curve, or nothing can come */
	enum eni_known per_month_known;
	int64_t so_far, per_month, expected, low, high, ltv;
	struct eni_ratio months; /* expected, not discounted */
	enum eni_basis basis;
	size_t curve; /* of worth.curve */
};

/* The expectation of a curve for who has stayed that many days; in days. */
struct eni_outlook_of {
	bool known;
	struct eni_rest plain, discounted;
};
struct eni_worth_curve {
	struct eni_survival_curve survival;
	struct eni_tail tail;        /* fitted when it is first asked for */
	struct eni_outlook_of *memo; /* by days stayed */
	size_t cap;
};

/* So many stays, and the sum of their days. */
struct eni_later {
	int64_t stays, days;
};

struct eni_worth {
	struct eni_book *book;
	/* set by the caller before gathering: */
	struct eni_prices prices;
	struct eni_terms terms;
	int64_t total_months;                    /* a stay lasts so long (--months), times ENI_NUM_SCALE; -1: the curve says */
	int64_t least;                           /* months that whoever stays longer than expected stays at least: ltv.least, else
						    1; times ENI_NUM_SCALE */
	int64_t ahead;                           /* whole months to look ahead (--horizon), of a number of months too; -1: the
						    curve by the settings ltv.horizon, else 60, the number of months to its end */
	struct eni_period period;                /* visits outside it are not seen */
	bool count_months;                       /* seen.months are wanted, also where usual figures are there */
	bool (*asks)(void *of, uint32_t client); /* whose bad cells are reported; NULL: all */
	void *of;
	const uint32_t *group; /* of each client, ENI_NONE: none; NULL: one curve for all */
	size_t n_groups;
	/* the rest is its own: */
	double horizon; /* days to look ahead along a curve */
	struct eni_stays stays;
	size_t status;         /* column */
	struct eni_seen *seen; /* per client */
	bool any_visits;       /* the book has a visits file */
	int32_t first_visit;   /* day of the first row of it, whatever the period; ENI_NODAY: none */
	struct eni_life life;
	size_t ended;            /* stays that were seen to end */
	struct eni_later *later; /* by days stayed: who was watched then and left later */
	size_t n_later, cap_later;
	struct eni_worth_curve *curve; /* one a group, and behind them that of all */
	struct eni_unknown_words unknown;
	struct eni_month_of *month;
	size_t n_months, cap_months;
};

/* Asks for the columns, and fills in what the settings say and terms that leave all as it is.  Before loading. */
void eni_worth_want(struct eni_worth *w, struct eni_book *b);
/* The formula for one client: their own price and visits a month, else the usual ones; after loading. */
enum eni_known eni_worth_formula(const struct eni_worth *w, uint32_t client, int64_t *out);
/* Reads visits (a row of a client asked about whose date or fee cannot be read is reported), and where stays is true all stays, and
 * works out the curves.  After loading.  0, or -1 after eni_fail. */
int eni_worth_gather(struct eni_worth *w, bool stays);
/* What a client paid for the visits seen, or only for those attended. */
enum eni_known eni_worth_revenue(const struct eni_worth *w, uint32_t client, bool attended_only, int64_t *out);
/* What a client brings in a month: price times visits; where these are not known, what the months with a visit brought, once they
 * were gathered.  ENI_NONE: a usual client. */
enum eni_known eni_worth_monthly(const struct eni_worth *w, uint32_t client, struct eni_ratio *out);
/* Whether there is anything to value: a visit or a stay. */
bool eni_worth_has(const struct eni_worth *w, uint32_t client);
void eni_worth_of(struct eni_worth *w, uint32_t client, struct eni_worth_one *out);
void eni_worth_free(struct eni_worth *w);

#endif
