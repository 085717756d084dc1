/*
 * The consent gate: who must not be contacted at all, decided in one place for every door that lets something out.  Room: rule.
 * PLAYBOOK steps 2 to 4, decision 19.
 */
#ifndef ENI_RULE_GATE_H
#define ENI_RULE_GATE_H

#include "rule/due.h"

/* The facts about the person a contact is about. */
struct eni_standing {
	bool dead;    /* status deceased, or reason death */
	bool active;  /* status active */
	bool optout;  /* asked not to be contacted */
	bool sour;    /* left with very bad feelings */
	bool refused; /* any contact of theirs ended in a refusal */
};

/* ENI_SPEAKS when the contact may go out, else the ENI_GATE_ state that stops it. */
enum eni_state eni_gate(struct eni_standing s, int channel, int to, enum eni_class class);

#endif
