/*
 * Warning signs before a client leaves (decision 32).  Room: stay.
 * Two signs are figures, each with a probability a reader can check: attendance of the last 28 days against the person's own 140
 * days before (eni_too_few), and the share of absences in them (eni_too_many).  The run day itself does not count.
 */
#ifndef ENI_STAY_RISK_H
#define ENI_STAY_RISK_H

#include "rule/facts.h"
#include "stay/stays.h"

enum { ENI_RISK_NOW = 28, ENI_RISK_BASE = 140, ENI_RISK_KNOWN = 84 }; /* days: the window, the habit, known long enough */

struct eni_habit {
	int32_t since, first;      /* first days: of the present stay, and of all visits; ENI_NODAY: not known */
	uint16_t attended, absent; /* in the last days */
	uint16_t attended_base, absent_base;
	uint16_t complaints; /* open ones */
};

/* A coming change of the house rules (office.yaml planned: [{id, on, when}]). */
struct eni_planned {
	struct eni_str id;
	struct eni_match *when;
	size_t n;
};

struct eni_risk {
	struct eni_book *book;
	struct eni_stays stays;
	struct eni_habit *habit; /* one per client */
	struct eni_planned *planned;
	size_t n_planned;
};

/* Asks for columns and resolves what is planned through facts.  Before loading.  0, or -1 after eni_fail. */
int eni_risk_open(struct eni_risk *r, struct eni_book *b, struct eni_facts *f);
/* Reads stays, visits and incidents.  0 or -1. */
int eni_risk_gather(struct eni_risk *r);
/* -log10 of the probability that so few attendances, or so many absences, come by chance; 0 for who is not known long enough. */
double eni_risk_drop(const struct eni_habit *h, int32_t today);
double eni_risk_absence(const struct eni_habit *h, int32_t today);
/* Whether what is planned touches this client. */
bool eni_planned_touches(const struct eni_planned *p, struct eni_facts *f, uint32_t client);
void eni_risk_free(struct eni_risk *r);

#endif
