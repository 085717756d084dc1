/* The gate: see gate.h. */
#include "rule/gate.h"

#include <assert.h>

struct eni_pass {
	enum eni_way way;
};
static const struct eni_pass passes[] = {[ENI_WAY_LIST] = {ENI_WAY_LIST},
    [ENI_WAY_MESSAGE] = {ENI_WAY_MESSAGE},
    [ENI_WAY_SHARE] = {ENI_WAY_SHARE},
    [ENI_WAY_REPLY] = {ENI_WAY_REPLY},
    [ENI_WAY_RECALL] = {ENI_WAY_RECALL}};
ENI_ROW_FOR_EACH(passes, ENI_WAYS);

static bool
is_private(int to)
{
	return eni_word_is(ENI_V_TO, to, ENI_IS_PRIVATE);
}

/* Nobody is won back who is back already, nor against their will; whoever cares for them as a professional may still be asked, but
 * an offer is no question (decision 65). */
static enum eni_state
revival(struct eni_standing s, struct eni_errand e)
{
	assert(!s.journal_unread);
	if (s.returned)
		return ENI_GATE_RETURNED;
	if (!is_private(e.to) && !e.offer)
		return ENI_SPEAKS;
	return s.sour ? ENI_GATE_SOUR : s.refused_lately ? ENI_GATE_REFUSED : ENI_SPEAKS;
}

/* What must not be asked for, whoever carries it. */
static enum eni_state
silence(struct eni_standing s, struct eni_errand e)
{
	if ((s.dead && e.channel != ENI_CHANNEL_TASK) || (s.mourned && e.to != ENI_TO_STAFF))
		return ENI_GATE_DEATH;
	if (s.optout && !s.active && is_private(e.to) && e.class != ENI_CLASS_DEADLINE)
		return ENI_GATE_OPTOUT;
	if (e.unwanted && e.class != ENI_CLASS_DEADLINE)
		return ENI_GATE_OPTOUT;
	if (e.class == ENI_CLASS_REVIVE)
		return revival(s, e);
	if (e.invites && is_private(e.to) && (s.sour || s.refused_lately))
		return s.sour ? ENI_GATE_SOUR : ENI_GATE_REFUSED;
	if (e.class != ENI_CLASS_SALES)
		return ENI_SPEAKS;
	if (s.optout)
		return ENI_GATE_OPTOUT;
	if (s.sour)
		return ENI_GATE_SOUR;
	assert(!s.journal_unread);
	return s.refused ? ENI_GATE_REFUSED : ENI_SPEAKS;
}

bool
eni_tells_partner(struct eni_standing s, int to)
{
	return s.client && eni_to_is_partner(to);
}

/* What needs a yes: a line for one of us to act on needs none, nor does what tells a partner about nobody. */
static bool
agreed(struct eni_standing s, struct eni_errand e)
{
	assert(!s.consents_unread || (e.way != ENI_WAY_MESSAGE && e.way != ENI_WAY_SHARE));
	if (e.way == ENI_WAY_MESSAGE)
		return is_private(e.to) ? s.agreed_contact : !eni_tells_partner(s, e.to) || s.agreed_share;
	return e.way != ENI_WAY_SHARE || s.agreed_share;
}

static enum eni_state
judge(struct eni_standing s, struct eni_errand e)
{
	enum eni_state state;

	if (e.way == ENI_WAY_REPLY || e.way == ENI_WAY_RECALL)
		return ENI_SPEAKS;
	state = silence(s, e);
	return state == ENI_SPEAKS && !agreed(s, e) ? ENI_GATE_CONSENT : state;
}

enum eni_state
eni_gate(struct eni_standing s, struct eni_errand e, const struct eni_pass **pass)
{
	enum eni_state state = judge(s, e);

	if (pass != NULL)
		*pass = state == ENI_SPEAKS ? &passes[e.way] : NULL;
	return state;
}

enum eni_way
eni_pass_way(const struct eni_pass *pass)
{
	return pass->way;
}
