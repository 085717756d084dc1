/* The gate: see gate.h. */
#include "rule/gate.h"

static bool
is_private(int to)
{
	return to == ENI_TO_CLIENT || to == ENI_TO_FAMILY || to == ENI_TO_DECISION_MAKER;
}

enum eni_state
eni_gate(struct eni_standing s, int channel, int to, enum eni_class class)
{
	if (s.dead && channel != ENI_CHANNEL_TASK)
		return ENI_GATE_DEATH;
	if (s.optout && !s.active && is_private(to) && class != ENI_CLASS_DEADLINE)
		return ENI_GATE_OPTOUT;
	if (class != ENI_CLASS_SALES)
		return ENI_SPEAKS;
	if (s.optout)
		return ENI_GATE_OPTOUT;
	if (s.sour)
		return ENI_GATE_SOUR;
	return s.refused ? ENI_GATE_REFUSED : ENI_SPEAKS;
}
