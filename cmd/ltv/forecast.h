/*
 * What the parts of ltv forecast share: whose future is asked for, what it is fitted to, and what is printed of it.  Room: cmd/ltv.
 */
#ifndef ENI_LTV_FORECAST_H
#define ENI_LTV_FORECAST_H

#include "cli/command.h"
#include "worth/forecast.h"

enum eni_future_model { ENI_FUTURE_SBG, ENI_FUTURE_VISITS, ENI_FUTURES };

/* A person, or a row of a table, whose future is asked for. */
struct eni_one {
	struct eni_str id; /* empty where it is not asked for */
	uint32_t subject;  /* a client's row, or ENI_NONE */
	bool gone;         /* visits: the records say that they have left */
	double stayed;     /* sbg: periods */
	struct eni_visitor seen;
	double money;  /* sbg: what a period earns; visits: the mean of repeat visits; NaN: not known */
	double actual; /* holdout: 1 or 0 for still there, or the visits that came; NaN: not known */
};

/* A row of a curve of those still there. */
struct eni_alive {
	struct eni_str cohort;
	struct eni_place place;
	size_t period;
	double alive;
};

struct eni_future {
	struct eni_run *run;
	enum eni_future_model model;
	bool table;
	double days;    /* of a period */
	size_t horizon; /* periods ahead */
	double v;       /* what a period's discount leaves */
	bool discounted;
	double margin;
	double holdout; /* days of the book, periods of a table; 0: none */
	struct eni_sbg_counts counts;
	size_t stays; /* how many were counted */
	struct eni_one *one;
	size_t n, cap;
	struct eni_visitor *crowd; /* all the visits are fitted to, also those not listed */
	struct eni_payer *payer;
	size_t n_crowd, cap_crowd, n_payers, cap_payers;
	struct eni_alive *alive; /* of a curve: by cohort and period */
	size_t n_alive, cap_alive;
	struct eni_sbg sbg;
	struct eni_bgnbd bgnbd;
	struct eni_gammagamma gammagamma;
};

struct eni_one *eni_future_add(struct eni_future *f, struct eni_one one);
/* To fit: a visitor, and what a repeat visit earned (NaN or nothing: not known). */
void eni_future_fit_to(struct eni_future *f, const struct eni_visitor *v, double mean);

/* Fills it from the operand, a table.  0, or -1 after eni_fail. */
int eni_future_read_table(struct eni_future *f);
/* Whether one of the options that name a table's columns was given. */
bool eni_future_wants_table(struct eni_run *run);

/* Prints what the options ask for, of a future that is filled and fitted.  0, or -1 after eni_fail. */
int eni_future_print(struct eni_future *f);

#endif
