/*
 * The consent gate: who must not be contacted at all, decided in one place for every way out.  Room: rule.
 * enishi-rules(5), THE GATE; decision 19.
 *
 * What may leave gets a pass.  Only the gate makes one: writers of what leaves (page/) take it with each piece and write nothing
 * without it, so that a new way out cannot forget the gate.
 */
#ifndef ENI_RULE_GATE_H
#define ENI_RULE_GATE_H

#include "rule/due.h"
#include "rule/standing.h"

/* The ways out. */
enum eni_way {
	ENI_WAY_LIST,    /* a line for one of us to act on: list, merged, stale, a calendar, a digest for the staff */
	ENI_WAY_MESSAGE, /* words that reach the recipient without one of us in between: mail */
	ENI_WAY_SHARE,   /* what goes to a partner about a client: memo, draft */
	ENI_WAY_REPLY,   /* they came to us: a call back.  Always allowed, whoever it is about */
	ENI_WAY_RECALL,  /* takes back a reminder that went out before: always allowed, it only makes less */
	ENI_WAYS
};

/* What would go out. */
struct eni_errand {
	enum eni_way way;
	int channel, to; /* codes; channel may be ENI_CHANNEL_PREFER */
	enum eni_class class;
	bool offer;    /* what a no ends whoever hears it: not only the person, as with a question */
	bool unwanted; /* the partner who would hear of a client asked for no contact */
	bool invites;  /* asks them to come: a no to us ends it */
};

struct eni_pass; /* known to the gate alone */

/* The standing of the person it is about.  ENI_SPEAKS when it may go out, else the ENI_GATE_ state that stops it.  *pass (may be
 * NULL): the pass, or NULL when stopped; it lives as long as the program. */
enum eni_state eni_gate(struct eni_standing s, struct eni_errand e, const struct eni_pass **pass);
/* Whether a partner hears about a client, which needs consent_share where it leaves by itself. */
bool eni_tells_partner(struct eni_standing s, int to);
/* The way out a pass was given for. */
enum eni_way eni_pass_way(const struct eni_pass *pass);

#endif
