/* A rule as it is written and what is made of it: cadences, stops, days of the month, ids; and what is refused, with the reason. */
#include "rule/rule.h"

#include <stdlib.h>

#include "rule/calendar.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* What came of a list of rules: the rules, or what was said. */
struct got {
	struct eni_arena arena;
	struct eni_rules rules;
	char *said;
	int rc;
};

static struct got
read_list(const char *yaml)
{
	struct got g = {.rc = -1};
	size_t n;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&g.said, &n)};
	struct eni_node *root = eni_tree_parse(&g.arena, eni_str_of(yaml), "r", &d);

	if (root != NULL)
		g.rc = eni_rules_read_list(&g.rules, root, "r", &d);
	fclose(d.out);
	return g;
}

static void
got_free(struct got *g)
{
	eni_rules_free(&g->rules);
	eni_arena_free(&g->arena);
	free(g->said);
}

/* ---- do: ---- */

/* A call to the family by what stands in do, with its numbers and units: d days, m months and so on. */
static const struct {
	const char *act;
	struct {
		enum eni_anchor anchor;
		struct eni_span offset, every;
		int stop_count;
		struct eni_span stop_after;
		int from, to, priority;
	} want;
} acts[] = {
    {"cadence: end_date +0d", {ENI_ANCHOR_FIELD, {0, ENI_DAYS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: end_date +1m every 2m", {ENI_ANCHOR_FIELD, {1, ENI_MONTHS}, {2, ENI_MONTHS}, 0, {0}, 0, 0, 2}},
    {"cadence: consent_until -30d", {ENI_ANCHOR_FIELD, {-30, ENI_DAYS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: end_date + 7d", {ENI_ANCHOR_FIELD, {7, ENI_DAYS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: end_date - 2w every 1y", {ENI_ANCHOR_FIELD, {-2, ENI_WEEKS}, {1, ENI_YEARS}, 0, {0}, 0, 0, 2}},
    {"cadence: inquiry_at +24h", {ENI_ANCHOR_FIELD, {24, ENI_HOURS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: last_contact +1m", {ENI_ANCHOR_LAST_CONTACT, {1, ENI_MONTHS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: month +0d every 1m", {ENI_ANCHOR_MONTH, {0, ENI_DAYS}, {1, ENI_MONTHS}, 0, {0}, 0, 0, 2}},
    {"cadence: quarter +0d", {ENI_ANCHOR_QUARTER, {0, ENI_DAYS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: week +0d", {ENI_ANCHOR_WEEK, {0, ENI_DAYS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: today +0d", {ENI_ANCHOR_TODAY, {0, ENI_DAYS}, {0}, 0, {0}, 0, 0, 2}},
    {"cadence: date +1d, stop: {count: 1}", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 1, {0}, 0, 0, 2}},
    {"cadence: date +1d, stop: {count: 99999}", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 99999, {0}, 0, 0, 2}},
    {"cadence: date +1d, stop: {after: 12m, count: 10}", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 10, {12, ENI_MONTHS}, 0, 0, 2}},
    {"cadence: date +1d, days: 11-20", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 0, {0}, 11, 20, 2}},
    {"cadence: date +1d, days: 28-3", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 0, {0}, 28, 3, 2}},
    {"cadence: date +1d, days: 1-31", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 0, {0}, 1, 31, 2}},
    {"cadence: date +1d, priority: 1", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 0, {0}, 0, 0, 1}},
    {"cadence: date +1d, priority: 3", {ENI_ANCHOR_FIELD, {1, ENI_DAYS}, {0}, 0, {0}, 0, 0, 3}},
};

static bool
is_span(struct eni_span got, struct eni_span want)
{
	return got.n == want.n && (want.n == 0 || got.unit == want.unit);
}

static void
test_acts(void)
{
	for (size_t i = 0; i < COUNT(acts); i++) {
		struct eni_buf yaml = {0};
		struct got g;
		const struct eni_rule *r;

		eni_buf_printf(&yaml, "- {id: x, do: {channel: call, to: family, %s}}", acts[i].act);
		eni_buf_char(&yaml, '\0');
		g = read_list(yaml.p);
		is_str(eni_str_of(g.said), "", acts[i].act);
		ok(g.rc == 0 && g.rules.n == 1, acts[i].act);
		if (g.rc == 0) {
			r = g.rules.rule[0];
			ok(r->has_cadence && r->channel == ENI_CHANNEL_CALL && r->to == ENI_TO_FAMILY, acts[i].act);
			is_int(r->anchor, acts[i].want.anchor, acts[i].act);
			ok(is_span(r->offset, acts[i].want.offset), acts[i].act);
			ok(is_span(r->every, acts[i].want.every), acts[i].act);
			is_int(r->stop_count, acts[i].want.stop_count, acts[i].act);
			ok(is_span(r->stop_after, acts[i].want.stop_after), acts[i].act);
			ok(r->days_from == acts[i].want.from && r->days_to == acts[i].want.to, acts[i].act);
			is_int(r->priority, acts[i].want.priority, acts[i].act);
		}
		got_free(&g);
		eni_buf_free(&yaml);
	}
}

/* Whether a rule is due today where its anchor has no day. */
static void
test_or_today(void)
{
	static const struct {
		const char *cadence;
		bool want;
	} said[] = {{"end_date +0d or today", true}, {"end_date +1m or today every 1m", true}, {"death +0d", true},
	    {"death +0d or today", true}, {"end_date +0d", false}, {"end_date +1m every 1m", false}};

	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		struct eni_buf yaml = {0};
		struct got g;

		eni_buf_printf(&yaml, "- {id: x, do: {channel: call, to: family, cadence: %s}}", said[i].cadence);
		eni_buf_char(&yaml, '\0');
		g = read_list(yaml.p);
		ok(g.rc == 0 && g.rules.rule[0]->or_today == said[i].want, said[i].cadence);
		ok(g.rc == 0 && (g.rules.rule[0]->every.n > 0) == (strstr(said[i].cadence, "every") != NULL), said[i].cadence);
		got_free(&g);
		eni_buf_free(&yaml);
	}
}

/* ---- the rest of a rule ---- */

static void
test_words(void)
{
	struct got g =
	    read_list("- {id: a, for: clients, do: {channel: prefer, to: same, say: hello, cadence: next +0d}}\n"
		      "- {id: b, for: referrers, do: {channel: same, to: referrer, cadence: since +0d, class: sales, roll: prev}}\n"
		      "- {id: c, for: visits, do: {channel: email, to: doctor, cadence: date +0d, class: deadline, roll: same}}\n"
		      "- {id: d, for: office, do: {channel: task, to: staff, cadence: week +0d, class: office, roll: next}}\n"
		      "- {id: e, do: {tag: hot}}\n"
		      "- {id: a, do: {tag: cold}}\n"
		      "- {id: f, default: off, do: {tag: warm}}\n");
	struct eni_rule *const *r = g.rules.rule;

	is_int(g.rc, 0, "rules of every kind");
	is_int(g.rules.n, 5, "the second a takes the first one's place, and f is not asked for");
	ok(!r[0]->has_cadence && r[0]->subject == ENI_FOR_CLIENTS, "a is a tag now");
	ok(r[1]->subject == ENI_FOR_REFERRERS && r[1]->channel == ENI_AS_ROW && r[1]->to == ENI_TO_REFERRER, "b");
	ok(r[1]->class == ENI_CLASS_SALES && r[1]->roll == ENI_ROLL_PREV, "b sells, and comes before a closed day");
	ok(r[2]->subject == ENI_FOR_VISITS && r[2]->class == ENI_CLASS_DEADLINE && r[2]->roll == ENI_ROLL_SAME, "c");
	ok(r[3]->subject == ENI_FOR_OFFICE && r[3]->class == ENI_CLASS_OFFICE && r[3]->roll == ENI_ROLL_NEXT, "d");
	is_int(eni_rules_find(&g.rules, ENI_S("c")), 2, "found by its id");
	ok(eni_rules_find(&g.rules, ENI_S("f")) == ENI_NONE, "what is off is not");
	got_free(&g);
}

/* What differs by the client's status, and who is thought of first. */
static void
test_choices(void)
{
	struct got g =
	    read_list("- {id: a, do: {channel: call, to: [referrer, decision_maker], say: {trial: try, else: ask}, cadence: "
		      "inquiry_at +1d, class: revive}}\n");
	const struct eni_rule *r;

	is_int(g.rc, 0, "a list of recipients, words by status");
	if (g.rc == 0) {
		r = g.rules.rule[0];
		ok(r->to == ENI_TO_REFERRER && r->n_tos == 2 && r->tos[1] == ENI_TO_DECISION_MAKER, "in their order");
		is_str(eni_rule_say(r, ENI_STATUS_TRIAL), "try", "on trial");
		is_str(eni_rule_say(r, ENI_STATUS_INQUIRY), "ask", "all others");
		is_int(r->class, ENI_CLASS_REVIVE, "revive");
	}
	got_free(&g);
}

/* ---- what is refused ---- */

#define CADENCE                                                                                                                    \
	"t: r:1: cadence: want ANCHOR +OFFSET [or today] [every INTERVAL], such as end_date +1m every 1m (units min h d w m y)\n"
#define DAYS "t: r:1: days: want days of the month such as 11-20\n"
#define COUNT_FROM_1 "t: r:1: stop: count: want a number from 1\n"
#define ID "t: r:1: a rule wants an id without blanks, colons or commas\n"
#define CALL(rest) "- {id: x, do: {channel: call, to: family, " rest "}}"

static const struct {
	const char *yaml, *said;
} refused[] = {
    {CALL("cadence: end_date"), CADENCE},
    {CALL("cadence: end_date +0d or"), CADENCE},
    {CALL("cadence: end_date +0d or tomorrow"), CADENCE},
    {CALL("cadence: end_date or today"), CADENCE},
    {CALL("cadence: end_date +0d every 1m or today"), CADENCE},
    {CALL("cadence: end_date 1m"), CADENCE},
    {CALL("cadence: end_date +"), CADENCE},
    {CALL("cadence: end_date +1"), CADENCE},
    {CALL("cadence: end_date +1x"), CADENCE},
    {CALL("cadence: end_date +1m each 1m"), CADENCE},
    {CALL("cadence: end_date +1m every"), CADENCE},
    {CALL("cadence: end_date +1m every 0m"), CADENCE},
    {CALL("cadence: end_date +1m every 1m x"), CADENCE},
    {CALL("cadence: \"\""), CADENCE},
    {CALL("cadence: date +0d, days: 11"), DAYS},
    {CALL("cadence: date +0d, days: 0-20"), DAYS},
    {CALL("cadence: date +0d, days: 11-0"), DAYS},
    {CALL("cadence: date +0d, days: 11-32"), DAYS},
    {CALL("cadence: date +0d, days: 32-11"), DAYS},
    {CALL("cadence: date +0d, days: 1-2-3"), DAYS},
    {CALL("cadence: date +0d, days: -5"), DAYS},
    {CALL("cadence: date +0d, days: a-b"), DAYS},
    {CALL("cadence: date +0d, days: 1-99999999999"), DAYS},
    {CALL("cadence: date +0d, stop: {count: 0}"), COUNT_FROM_1},
    {CALL("cadence: date +0d, stop: {count: 100000}"), COUNT_FROM_1},
    {CALL("cadence: date +0d, stop: {count: 1x}"), COUNT_FROM_1},
    {CALL("cadence: date +0d, stop: {count: \"\"}"), COUNT_FROM_1},
    {CALL("cadence: date +0d, stop: {after: 1}"), "t: r:1: stop: after: want an interval such as 12m\n"},
    {CALL("cadence: date +0d, stop: {affter: 1m}"), "t: r:1: unknown key: affter; nearest is after\n"},
    {CALL("cadence: date +0d, stop: 1m"), "t: r:1: stop: want keys and values\n"},
    {CALL("cadence: date +0d, priority: 0"), "t: r:1: unknown priority: 0\n"},
    {CALL("cadence: date +0d, class: slaes"), "t: r:1: unknown class: slaes; nearest is sales\n"},
    {CALL("cadence: date +0d, roll: prew"), "t: r:1: unknown roll: prew; nearest is prev\n"},
    {"- {id: x, for: visits, do: {channel: task, to: staff, cadence: date +0d, one_per: note}}",
	"t: r:1: one_per: only tasks about clients can be one for several; want for: clients and a cadence\n"},
    {"- {id: x, do: {tag: y, one_per: note}}",
	"t: r:1: one_per: only tasks about clients can be one for several; want for: clients and a cadence\n"},
    {"- {id: x, do: {channel: call, to: [], cadence: date +0d}}", "t: r:1: to: want one to three recipients\n"},
    {"- {id: x, do: {channel: call, to: [client, famly], cadence: date +0d}}", "t: r:1: unknown to: famly; nearest is family\n"},
    {CALL("cadence: date +0d, say: {trail: a, else: b}"), "t: r:1: unknown status: trail; nearest is trial\n"},
    {CALL("cadence: date +0d, say: {trial: a}"), "t: r:1: say: by status wants for: clients, and else: for all others\n"},
    {CALL("cadense: date +0d"), "t: r:1: unknown key: cadense; nearest is cadence\n"},
    {"- {id: x, do: {channel: cal, to: family, cadence: date +0d}}", "t: r:1: unknown channel: cal; nearest is call\n"},
    {"- {id: x, do: {channel: call, to: famly, cadence: date +0d}}", "t: r:1: unknown to: famly; nearest is family\n"},
    {"- {id: x, do: {channel: call, cadence: date +0d}}",
	"t: r:1: do: a cadence wants a channel and a recipient (channel:, to:)\n"},
    {"- {id: x, do: {to: family, cadence: date +0d}}", "t: r:1: do: a cadence wants a channel and a recipient (channel:, to:)\n"},
    {"- {id: x, do: {channel: call, to: family}}", "t: r:1: do: a channel wants a cadence, such as end_date +7d\n"},
    {"- {id: x, do: {stop: {count: 1}}}", "t: r:1: do: a channel wants a cadence, such as end_date +7d\n"},
    {"- {id: x, do: hello}", "t: r:1: do: want keys and values\n"},
    {"- {id: x}", "t: r:1: a rule wants do: {...}\n"},
    {"- {id: x, when: [a], do: {tag: y}}", "t: r:1: when: want field: matcher pairs\n"},
    {"- {id: x, for: guests, do: {tag: y}}", "t: r:1: unknown kind of record: guests\n"},
    {"- {id: x, fro: clients, do: {tag: y}}", "t: r:1: unknown key: fro; nearest is for\n"},
    {"- {do: {tag: y}}", ID},
    {"- {id: -x, do: {tag: y}}", ID},
    {"- {id: a b, do: {tag: y}}", ID},
    {"- {id: \"a:b\", do: {tag: y}}", ID},
    {"- {id: \"a,b\", do: {tag: y}}", ID},
    {"- {id: x2345678901234567890123456789012345678901234567890123456789012345, do: {tag: y}}", ID},
    {"- hello", "t: r:1: rule: want keys and values\n"},
    {"{id: x}", "t: r:1: want a list of rules (- id: ...)\n"},
};

static void
test_refused(void)
{
	struct got g = read_list("- {id: x234567890123456789012345678901234567890123456789012345678901234, do: {tag: y}}");

	is_int(g.rc, 0, "an id of 64 letters is taken");
	got_free(&g);
	for (size_t i = 0; i < COUNT(refused); i++) {
		g = read_list(refused[i].yaml);
		is_int(g.rc, -1, refused[i].yaml);
		is_str(eni_str_of(g.said), refused[i].said, refused[i].yaml);
		got_free(&g);
	}
}

int
main(void)
{
	test_acts();
	test_or_today();
	test_words();
	test_choices();
	test_refused();
	return unit_done();
}
