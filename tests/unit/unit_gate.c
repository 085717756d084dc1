/* The gate: what passes at each way out, by every mix of what is known of a person; and that nothing leaves without a pass. */
#include "rule/gate.h"

#include "unit.h"

static const struct eni_standing fine = {.agreed_contact = true, .agreed_share = true};

static enum eni_state
ask(struct eni_standing s, int way, int channel, int to, int class)
{
	const struct eni_pass *pass;
	enum eni_state state =
	    eni_gate(s, (struct eni_errand){(enum eni_way)way, channel, to, (enum eni_class) class, false, false, false}, &pass);

	ok((pass != NULL) == (state == ENI_SPEAKS), "a pass for what may go out, and only for that");
	ok(pass == NULL || (int)eni_pass_way(pass) == way, "the pass is for its own way out");
	return state;
}

static void
test_silence(void)
{
	const struct eni_standing dead = {.dead = true, .agreed_contact = true, .agreed_share = true},
				  optout = {.optout = true, .agreed_contact = true, .agreed_share = true},
				  refused = {.refused = true, .agreed_contact = true, .agreed_share = true},
				  noted = {.mourned = true, .agreed_contact = true, .agreed_share = true},
				  sour = {.sour = true, .agreed_contact = true, .agreed_share = true};
	struct eni_standing active = optout, back = fine, no = fine;
	struct eni_errand offer = {.channel = ENI_CHANNEL_CALL, .to = ENI_TO_CAREMANAGER, .class = ENI_CLASS_REVIVE, .offer = true};

	active.active = true;
	back.returned = true;
	no.refused = no.refused_lately = true;
	for (int way = ENI_WAY_LIST; way <= ENI_WAY_SHARE; way++) {
		is_int(ask(fine, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_SALES), ENI_SPEAKS, "nothing against it");
		is_int(ask(dead, way, ENI_CHANNEL_CALL, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_GATE_DEATH, "the dead");
		is_int(ask(dead, way, ENI_CHANNEL_LETTER, ENI_TO_FAMILY, ENI_CLASS_DEADLINE), ENI_GATE_DEATH,
		    "no deadline outlives them");
		is_int(ask(dead, way, ENI_CHANNEL_TASK, ENI_TO_STAFF, ENI_CLASS_OFFICE), ENI_SPEAKS,
		    "the file is closed all the same");
		is_int(
		    ask(noted, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_DEADLINE), ENI_GATE_DEATH, "a death that is noted");
		is_int(ask(noted, way, ENI_CHANNEL_TASK, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_GATE_DEATH,
		    "nobody outside, whatever the channel");
		is_int(ask(noted, way, ENI_CHANNEL_CALL, ENI_TO_STAFF, ENI_CLASS_CARE), ENI_SPEAKS, "one of us is asked");
		is_int(ask(optout, way, ENI_CHANNEL_CALL, ENI_TO_CLIENT, ENI_CLASS_CARE), ENI_GATE_OPTOUT, "silence: client");
		is_int(ask(optout, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_CARE), ENI_GATE_OPTOUT, "silence: family");
		is_int(ask(optout, way, ENI_CHANNEL_CALL, ENI_TO_DECISION_MAKER, ENI_CLASS_CARE), ENI_GATE_OPTOUT,
		    "silence: who decides");
		is_int(ask(optout, way, ENI_CHANNEL_CALL, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_SPEAKS, "partners: care");
		is_int(ask(optout, way, ENI_CHANNEL_CALL, ENI_TO_CAREMANAGER, ENI_CLASS_SALES), ENI_GATE_OPTOUT,
		    "partners: no selling");
		is_int(ask(optout, way, ENI_CHANNEL_LETTER, ENI_TO_FAMILY, ENI_CLASS_DEADLINE), ENI_SPEAKS, "deadlines");
		is_int(ask(active, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_CARE), ENI_SPEAKS,
		    "who comes every week is spoken to");
		is_int(ask(active, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_SALES), ENI_GATE_OPTOUT,
		    "but nothing is sold to them");
		is_int(ask(refused, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_SALES), ENI_GATE_REFUSED, "refused");
		is_int(ask(refused, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_CARE), ENI_SPEAKS, "care goes on");
		is_int(ask(sour, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_SALES), ENI_GATE_SOUR, "sour");
		is_int(ask(back, way, ENI_CHANNEL_CALL, ENI_TO_CAREMANAGER, ENI_CLASS_REVIVE), ENI_GATE_RETURNED, "is back");
		is_int(ask(back, way, ENI_CHANNEL_TASK, ENI_TO_STAFF, ENI_CLASS_REVIVE), ENI_GATE_RETURNED, "none of our work");
		is_int(ask(back, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_CARE), ENI_SPEAKS, "but they are cared for");
		is_int(ask(no, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_REVIVE), ENI_GATE_REFUSED, "a no in this stay");
		is_int(ask(refused, way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_REVIVE), ENI_SPEAKS, "one long ago");
		is_int(ask(sour, way, ENI_CHANNEL_LETTER, ENI_TO_CLIENT, ENI_CLASS_REVIVE), ENI_GATE_SOUR, "left in anger");
		is_int(ask(sour, way, ENI_CHANNEL_CALL, ENI_TO_CAREMANAGER, ENI_CLASS_REVIVE), ENI_SPEAKS,
		    "whoever cares for them may be asked");
		offer.way = (enum eni_way)way;
		is_int(eni_gate(sour, offer, NULL), ENI_GATE_SOUR, "but nothing is offered");
		is_int(eni_gate(no, offer, NULL), ENI_GATE_REFUSED, "nor after a no");
		is_int(eni_gate(refused, offer, NULL), ENI_SPEAKS, "but after one long ago");
	}
}

static void
test_consent(void)
{
	const struct eni_standing none = {0};
	struct eni_standing s = fine;

	is_int(ask(none, ENI_WAY_LIST, ENI_CHANNEL_EMAIL, ENI_TO_CLIENT, ENI_CLASS_SALES), ENI_SPEAKS,
	    "a line for one of us needs no yes");
	is_int(ask(none, ENI_WAY_MESSAGE, ENI_CHANNEL_EMAIL, ENI_TO_CLIENT, ENI_CLASS_CARE), ENI_GATE_CONSENT, "to the client");
	is_int(ask(none, ENI_WAY_MESSAGE, ENI_CHANNEL_EMAIL, ENI_TO_FAMILY, ENI_CLASS_CARE), ENI_GATE_CONSENT, "to the family");
	is_int(ask(none, ENI_WAY_MESSAGE, ENI_CHANNEL_EMAIL, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_SPEAKS, "to a partner");
	is_int(ask(none, ENI_WAY_SHARE, ENI_CHANNEL_FAX, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_GATE_CONSENT, "a memo");
	is_int(ask((struct eni_standing){.client = true}, ENI_WAY_MESSAGE, ENI_CHANNEL_EMAIL, ENI_TO_CAREMANAGER, ENI_CLASS_CARE),
	    ENI_GATE_CONSENT, "to a partner, of a client");
	is_int(ask((struct eni_standing){.client = true, .agreed_share = true}, ENI_WAY_MESSAGE, ENI_CHANNEL_EMAIL, ENI_TO_DOCTOR,
		   ENI_CLASS_CARE),
	    ENI_SPEAKS, "who agreed to that");
	s.agreed_share = false;
	is_int(ask(s, ENI_WAY_SHARE, ENI_CHANNEL_FAX, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_GATE_CONSENT, "not shared");
	s.dead = true;
	is_int(ask(s, ENI_WAY_SHARE, ENI_CHANNEL_FAX, ENI_TO_CAREMANAGER, ENI_CLASS_CARE), ENI_GATE_DEATH,
	    "death is reported before a missing yes");
}

static void
test_unwanted(void)
{
	struct eni_errand e = {.channel = ENI_CHANNEL_FAX, .to = ENI_TO_CAREMANAGER, .class = ENI_CLASS_CARE, .unwanted = true};

	for (int way = ENI_WAY_LIST; way <= ENI_WAY_SHARE; way++) {
		e.way = (enum eni_way)way;
		e.class = ENI_CLASS_CARE;
		is_int(eni_gate(fine, e, NULL), ENI_GATE_OPTOUT, "a partner who wants no contact");
		e.class = ENI_CLASS_DEADLINE;
		is_int(eni_gate(fine, e, NULL), ENI_SPEAKS, "but for deadlines");
	}
}

/* Every mix of facts, recipients and classes. */
static void
test_always(void)
{
	for (unsigned mix = 0; mix < 1u << 9; mix++)
		for (int to = ENI_TO_CLIENT; to <= ENI_TO_STAFF; to++)
			for (int class = ENI_CLASS_CARE; class <= ENI_CLASS_OFFICE; class ++) {
				const struct eni_standing s = {.dead = mix & 1,
				    .active = (mix & 2) != 0,
				    .optout = (mix & 4) != 0,
				    .sour = (mix & 8) != 0,
				    .refused = (mix & 16) != 0,
				    .agreed_contact = (mix & 32) != 0,
				    .agreed_share = (mix & 64) != 0,
				    .returned = (mix & 128) != 0,
				    .refused_lately = (mix & 256) != 0};
				enum eni_state list = ask(s, ENI_WAY_LIST, ENI_CHANNEL_CALL, to, class),
					       message = ask(s, ENI_WAY_MESSAGE, ENI_CHANNEL_CALL, to, class),
					       share = ask(s, ENI_WAY_SHARE, ENI_CHANNEL_CALL, to, class);

				ok(list == ENI_SPEAKS || (message == list && share == list), "what is no line goes out nowhere");
				is_int(ask(s, ENI_WAY_REPLY, ENI_CHANNEL_CALL, to, class), ENI_SPEAKS, "who rings is answered");
				is_int(ask(s, ENI_WAY_RECALL, ENI_CHANNEL_CALL, to, class), ENI_SPEAKS, "taking back is free");
			}
}

int
main(void)
{
	test_silence();
	test_consent();
	test_unwanted();
	test_always();
	return unit_done();
}
