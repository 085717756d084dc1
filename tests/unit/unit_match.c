/*
 * Matchers, the words of `when` and of -w: every one against cells of every type that takes it, the ends of ranges and spans above
 * all; and what is refused, with the reason.
 */
#include "rule/match.h"

#include <stdlib.h>

#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct eni_when TODAY = {20642, ENI_NOTIME}; /* 2026-07-08 */

struct asked {
	struct eni_arena arena;
	struct eni_match m;
	char *said; /* what was wrong with it */
};

/* A matcher for a field of clients, resolved; 0 or -1. */
static int
ask(struct asked *a, const char *where)
{
	size_t n;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&a->said, &n)};
	const struct eni_field *f;
	int rc = eni_match_parse_where(&a->m, &a->arena, where, &d);

	if (rc == 0) {
		f = eni_field_find(ENI_CLIENTS, a->m.field);
		rc = eni_match_resolve(&a->m, &a->arena, f == NULL ? ENI_TEXT : f->type, f == NULL ? ENI_V_NONE : f->vocab, &d);
	}
	fclose(d.out);
	return rc;
}

static void
asked_free(struct asked *a)
{
	eni_arena_free(&a->arena);
	free(a->said);
}

/* ---- what matches ---- */

/* Cells that match, and cells that do not: each list ends with NULL. */
static const struct {
	const char *where, *yes[6], *no[6];
} matches[] = {
    /* words of a list */
    {"status: ended", {"ended", "終了", "中止"}, {"active", ""}},
    {"status: [ended, paused]", {"ended", "paused"}, {"active", ""}},
    {"status: [ended, none]", {"ended", ""}, {"active"}},
    {"status: not ended", {"active", ""}, {"ended"}},
    {"status: not ended none", {"active"}, {"ended", ""}},
    {"status: any", {"ended", "active"}, {""}},
    {"status: none", {""}, {"ended"}},
    {"focus: has quiet", {"quiet", "price 静かさ"}, {"price", ""}},
    /* yes-fields; a day to come is not given yet */
    {"sour: yes", {"yes", "はい", "2026-07-08", "2026-07-09", "かなり"}, {"no", ""}},
    {"consent_share: yes", {"yes", "はい", "2026-07-08"}, {"no", "2026-07-09", "たぶん", ""}},
    {"autonomy: yes", {"yes", "はい"}, {"no", "2026-07-08", "場合による", ""}},
    {"sour: not yes", {"no", ""}, {"yes"}},
    /* wishes: any of several, wherever it stands */
    {"contact: fax", {"fax", "電話、FAX", "FAXを優先、メール"}, {"電話、メール", ""}},
    {"contact: has fax", {"電話/FAX/メール"}, {"call"}},
    {"contact: [letter, email]", {"電話、メール", "郵送"}, {"電話、FAX"}},
    {"contact: not fax", {"電話、メール", ""}, {"電話、FAX"}},
    /* weekdays; a day without session is both of them */
    {"weekdays: has thu", {"thu", "月・木", "木午前"}, {"mon", ""}},
    {"weekdays: thu-am", {"thu", "thu-am"}, {"thu-pm", "mon"}},
    {"weekdays: has mon fri", {"mon", "金"}, {"tue"}},
    /* texts; needs know words of their own */
    {"area: 東", {"東", " 東 "}, {"東側", "西", ""}},
    {"area: [東, any]", {"東", "西"}, {""}},
    {"area: not 東 西", {"南", ""}, {"東", "西"}},
    {"area: ＡＢ", {"ab", "ＡＢ"}, {"a"}},
    {"needs: bathing", {"bathing", "入浴", "食事 入浴"}, {"食事", ""}},
    {"note: has b", {"b", "a b", "a、b"}, {"ab", ""}},
    {"note: b", {"b"}, {"a b"}},
    /* numbers */
    {"adl: 60", {"60", "６０"}, {"61", "59", ""}},
    {"adl: [60, 62]", {"60", "62"}, {"61"}},
    {"adl: not 60", {"61", ""}, {"60"}},
    {"adl: 60..62", {"60", "61", "62"}, {"59", "63", "59.9", "62.1", ""}},
    {"adl: 60..", {"60", "100"}, {"59", ""}},
    {"adl: ..60", {"0", "60"}, {"61", ""}},
    {"adl: at least 60", {"60", "61"}, {"59"}},
    {"adl: over 60", {"60.1", "61"}, {"60"}},
    {"adl: at most 60", {"59", "60"}, {"61"}},
    {"adl: under 60", {"59", "59.9"}, {"60"}},
    {"price: 4000", {"4000", "4,000円"}, {"4001"}},
    {"price: 4000..5000", {"4000", "5000"}, {"3999", "5001"}},
    /* days: the last one counts whole */
    {"inquiry_at: 2026-07-03", {"2026-07-03", "2026-07-03 18:00"}, {"2026-07-02", "2026-07-04", ""}},
    {"inquiry_at: 2026-07-01..2026-07-03", {"2026-07-01", "2026-07-01 00:00", "2026-07-03", "2026-07-03 23:59"},
	{"2026-06-30 23:59", "2026-07-04", "2026-07-04 00:00", ""}},
    {"inquiry_at: at most 2026-07-03", {"2026-07-03 23:59"}, {"2026-07-04 00:00"}},
    {"inquiry_at: under 2026-07-03", {"2026-07-02 23:59"}, {"2026-07-03", "2026-07-03 00:00"}},
    {"inquiry_at: at least 2026-07-03", {"2026-07-03", "2026-07-03 00:00"}, {"2026-07-02 23:59"}},
    {"inquiry_at: over 2026-07-03", {"2026-07-03 00:01", "2026-07-04"}, {"2026-07-03"}},
    {"end_date: [2026-07-01, 2026-07-03]", {"2026-07-01", "2026-07-03"}, {"2026-07-02"}},
    {"note: 2026-07-01..2026-07-03", {"2026-07-02", "令和8年7月3日"}, {"2026-07-04", "soon", ""}},
    {"note: 5..7", {"5", "7"}, {"8", "soon"}},
    /* spans from today on, 8 July: each has its first and its last day */
    {"end_date: older 7d", {"2026-07-01", "2020-01-01"}, {"2026-07-02", "2026-07-08", ""}},
    {"end_date: older 1m", {"2026-06-08"}, {"2026-06-09"}},
    {"end_date: within 7d", {"2026-07-01", "2026-07-08"}, {"2026-06-30", "2026-07-09", ""}},
    {"end_date: next 7d", {"2026-07-08", "2026-07-15"}, {"2026-07-07", "2026-07-16", ""}},
    {"note: within 7d", {"2026-07-01"}, {"2026-06-30", "soon"}},
};

static bool
holds(const struct asked *a, const char *cell)
{
	bool usable;
	struct eni_value v = eni_value_read(eni_field_find(ENI_CLIENTS, a->m.field), eni_str_of(cell), TODAY.day, &usable);

	return usable && eni_match_test(&a->m, v, TODAY.day);
}

static void
test_matches(void)
{
	char what[160];

	for (size_t i = 0; i < COUNT(matches); i++) {
		struct asked a = {.said = NULL};

		ok(ask(&a, matches[i].where) == 0, matches[i].where);
		is_str(eni_str_of(a.said), "", matches[i].where);
		for (size_t j = 0; matches[i].yes[j] != NULL; j++) {
			snprintf(what, sizeof what, "%s holds for '%s'", matches[i].where, matches[i].yes[j]);
			ok(holds(&a, matches[i].yes[j]), what);
		}
		for (size_t j = 0; matches[i].no[j] != NULL; j++) {
			snprintf(what, sizeof what, "%s does not hold for '%s'", matches[i].where, matches[i].no[j]);
			ok(!holds(&a, matches[i].no[j]), what);
		}
		ok(eni_match_takes_empty(&a.m) == holds(&a, ""), matches[i].where);
		asked_free(&a);
	}
}

/* ---- what is refused ---- */

static const struct {
	const char *where, *said;
} refused[] = {
    {"status", "t: --where: want 'FIELD: MATCHER', such as 'status: [ended, paused]'\n"},
    {"a: b, c: d", "t: --where: want 'FIELD: MATCHER', such as 'status: [ended, paused]'\n"},
    {"status: {a: b}", "t: --where: want 'FIELD: MATCHER', such as 'status: [ended, paused]'\n"},
    {"status: \"", "t: --where:1: column 10: no YAML: a quote is not closed\n"},
    {"status: [a, [b]]", "t: --where:1: status: want a list of words\n"},
    {"status: [ended, \"\"]", "t: --where:1: status: want a list of words\n"},
    {"status: endde", "t: --where: status: no such word: endde; nearest is ended\n"},
    {"status: zebra", "t: --where: status: no such word: zebra\n"},
    {"status: 1..2", "t: --where: status: holds words, not numbers; want a value, [a, b], not a b or has a b\n"},
    {"contact: pigeon", "t: --where: contact: no such word: pigeon\n"},
    {"sour: maybe", "t: --where: sour: no such word: maybe\n"},
    {"weekdays: foo", "t: --where: weekdays: want weekdays such as mon or mon-am\n"},
    {"adl: at 5", "t: --where:1: adl: unknown matcher; nearest is at least N or at most N\n"},
    {"adl: many", "t: --where: adl: want a number\n"},
    {"adl: ..", "t: --where: adl: want a number\n"},
    {"adl: at least", "t: --where:1: adl: unknown matcher; nearest is at least N or at most N\n"},
    {"adl: 1..x", "t: --where: adl: want numbers or days as the ends of a range, such as 61..99\n"},
    {"adl: 2026-01-01..", "t: --where: adl: want numbers or days as the ends of a range, such as 61..99\n"},
    {"adl: older 7d", "t: --where: adl: is no date; older, within and next want one\n"},
    {"adl: within 7d", "t: --where: adl: is no date; older, within and next want one\n"},
    {"adl: next 7d", "t: --where: adl: is no date; older, within and next want one\n"},
    {"end_date: soon", "t: --where: end_date: want a day such as 2026-04-01, any, none, older 30d, within 30d or next 30d\n"},
    {"end_date: older 7 d", "t: --where: end_date: want a day such as 2026-04-01, any, none, older 30d, within 30d or next 30d\n"},
    {"end_date: 1..2", "t: --where: end_date: want numbers or days as the ends of a range, such as 61..99\n"},
};

static void
test_refused(void)
{
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct asked a = {.said = NULL};

		is_int(ask(&a, refused[i].where), -1, refused[i].where);
		is_str(eni_str_of(a.said), refused[i].said, refused[i].where);
		asked_free(&a);
	}
}

/* ---- matchers of a rule, which -w cannot say ---- */

#define WANT                                                                                                                       \
	"want a value, [a, b], any, none, not a b, has a b, 61..99, at least N, at most N, over N, under N, older 30d, within "    \
	"30d "                                                                                                                     \
	"or next 30d\n"

static const struct {
	const char *yaml, *printed, *said; /* printed: as it was written; NULL: it is refused */
} in_rules[] = {
    {"{status: }", NULL, "t: rules.yaml:1: status: no matcher; " WANT},
    {"{status: {a: b}}", NULL, "t: rules.yaml:1: status: " WANT},
    {"{status: \"\"}", "status: ", ""},
    {"{status: [ended, none]}", "status: [ended, none]", ""},
    {"{status: not ended}", "status: not ended", ""},
};

static void
test_in_rules(void)
{
	for (size_t i = 0; i < COUNT(in_rules); i++) {
		struct eni_arena arena = {0};
		struct eni_buf text = {0};
		char *said;
		size_t n;
		struct eni_diag d = {.prog = "t", .out = open_memstream(&said, &n)};
		struct eni_node *root = eni_tree_parse(&arena, eni_str_of(in_rules[i].yaml), "rules.yaml", &d);
		struct eni_match m;
		int rc = eni_match_parse(&m, &arena, root->key[0], root->item[0], "rules.yaml", &d);

		fclose(d.out);
		is_str(eni_str_of(said), in_rules[i].said, in_rules[i].yaml);
		is_int(rc, in_rules[i].printed == NULL ? -1 : 0, in_rules[i].yaml);
		if (rc == 0)
			eni_match_text(&text, &m);
		is_str(eni_buf_str(&text), in_rules[i].printed == NULL ? "" : in_rules[i].printed, in_rules[i].yaml);
		eni_buf_free(&text);
		eni_arena_free(&arena);
		free(said);
	}
}

/* ---- cells that cannot be read are no value, and are told from empty ones ---- */

static const struct {
	const char *field, *cell;
	bool usable;
} cells[] = {
    {"status", "ended", true},
    {"status", "", true},
    {"status", "　", true},
    {"status", "endde", true}, /* unread, and so not empty */
    {"end_date", "soon", false},
    {"adl", "many", false},
    {"price", "free", false},
    {"weekdays", "隔週月", false},
    {"note", "anything", true},
};

static void
test_cells(void)
{
	for (size_t i = 0; i < COUNT(cells); i++) {
		bool usable, any = *cells[i].cell != '\0' && strcmp(cells[i].cell, "　") != 0;
		struct eni_value v = eni_value_read(
		    eni_field_find(ENI_CLIENTS, eni_str_of(cells[i].field)), eni_str_of(cells[i].cell), TODAY.day, &usable);

		is_int(usable, cells[i].usable, cells[i].cell);
		is_int(v.type != ENI_VALUE_EMPTY, any && cells[i].usable, cells[i].cell);
	}
}

int
main(void)
{
	test_matches();
	test_refused();
	test_in_rules();
	test_cells();
	return unit_done();
}
