/*
 * Warning signs before a client leaves (decision 73).  Room: stay.
 * Whether somebody comes less is judged by planned visits of the present stay: the client's weekdays on which we were open and did
 * not call off, or, of who has no weekdays, the rows of the visits themselves.  A planned day without a row is one on which nobody
 * came.  The figure is a probability that a reader can check: Fisher's exact test, one-sided.  The run day itself does not count.
 */
#ifndef ENI_STAY_RISK_H
#define ENI_STAY_RISK_H

#include "rule/facts.h"
#include "stat/chance.h"
#include "stay/stays.h"

enum { ENI_RISK_BASE = 140, ENI_RISK_LONGEST = 42, ENI_RISK_WORDS = (ENI_RISK_BASE + ENI_RISK_LONGEST) / 64 + 1 };

/* Days as bits: bit 0 is the run day, bit 1 the day before. */
struct eni_days_ago {
	uint64_t word[ENI_RISK_WORDS];
};

struct eni_habit {
	int32_t since, first; /* first days: of the present stay, and of its rows; ENI_NODAY: not known, none */
	/* What the rows of the present stay say of the last days: attended, absent, cancelled by us, and moved or nothing clear. */
	struct eni_days_ago came, missed, ours, other;
	struct eni_days_ago planned;
	uint16_t complaints; /* open ones */
	bool stayed, here;   /* has a stay; one that goes on */
};

/* A coming change of the house rules (office.yaml planned: [{id, on, when}]). */
struct eni_planned {
	struct eni_str id;
	struct eni_match *when;
	size_t n;
};

struct eni_risk {
	struct eni_book *book;
	const struct eni_almanac *almanac;
	size_t weekdays; /* column */
	struct eni_stays stays;
	struct eni_habit *habit;  /* one per client */
	struct eni_habits habits; /* of all who are here, as far as they tell */
	struct eni_planned *planned;
	size_t n_planned;
};

/* Asks for columns and resolves what is planned through facts.  Before loading.  0, or -1 after eni_fail. */
int eni_risk_open(struct eni_risk *r, struct eni_book *b, struct eni_facts *f);
/* Reads stays, visits and incidents, and works out what was planned: a day on which several were expected and nobody has a row was
 * not entered, which is reported.  0 or -1. */
int eni_risk_gather(struct eni_risk *r);
/* Whether the client is one of ours at the moment: whoever is on trial is not yet. */
bool eni_risk_is_here(const struct eni_risk *r, uint32_t client);
/* -log10 of the probability that so few of the planned visits of the last 28 or 42 days are attended by chance, as against the 140
 * days before and the habits of all who are here; the larger of the two.  NaN: the present stay has no row. */
double eni_risk_drop(const struct eni_risk *r, const struct eni_habit *h);
/* Planned days since the last row, of which nobody wrote anything. */
int eni_risk_silent(const struct eni_habit *h);
/* Days of absence since the last attendance of the present stay, the run day included. */
int eni_risk_run(const struct eni_habit *h);
/* -log10 of the probability that such a run comes by chance, by the client's own share of absences before; INFINITY where too
 * little is known of it. */
double eni_risk_run_rarity(const struct eni_risk *r, const struct eni_habit *h);
/* Whether what is planned touches this client. */
bool eni_planned_touches(const struct eni_planned *p, struct eni_facts *f, uint32_t client);
void eni_risk_free(struct eni_risk *r);

#endif
