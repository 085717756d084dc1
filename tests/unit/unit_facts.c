/* Parts of the facts that need no book: absences in a row, which answer is for which visit, promises made and kept. */
#include <stdlib.h>

#include "book/sheet.h"
#include "rule/absences.h"
#include "rule/events.h"
#include "rule/promises.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- absences ---- */

enum { A = ENI_VISIT_ABSENT, P = ENI_VISIT_ATTENDED };

static const struct {
	const char *what;
	struct {
		int outcome;
		int32_t day;
	} visit[6]; /* in the order they are read; day 0 ends them */
	size_t run;
	int32_t last; /* 0: none */
} runs[] = {
    {"nobody missed", {{P, 1}, {P, 2}}, 0, 0},
    {"two after the last attendance", {{P, 1}, {A, 2}, {A, 3}}, 2, 3},
    {"an attendance ends the run", {{A, 1}, {A, 2}, {P, 3}, {A, 4}}, 1, 4},
    {"in any order", {{A, 4}, {P, 3}, {A, 1}, {A, 5}}, 2, 5},
    {"an attendance read late ends what came before it", {{A, 1}, {A, 2}, {A, 5}, {P, 4}}, 1, 5},
    {"both sessions of a day are one absence", {{A, 2}, {A, 2}}, 1, 2},
    {"a day with any attendance is attended", {{A, 2}, {P, 2}}, 0, 2},
    {"so it is in the other order", {{P, 2}, {A, 2}}, 0, 2},
    {"what we called off ourselves counts for nothing", {{A, 1}, {ENI_VISIT_CANCELLED_BY_US, 2}}, 1, 1},
};

static void
test_absences(void)
{
	struct eni_absences a = {0};

	eni_absences_open(&a, COUNT(runs));
	for (uint32_t i = 0; i < COUNT(runs); i++)
		for (size_t k = 0; runs[i].visit[k].day != 0; k++)
			eni_absences_note(&a, i, runs[i].visit[k].outcome, runs[i].visit[k].day);
	for (uint32_t i = 0; i < COUNT(runs); i++) {
		is_int((intmax_t)eni_absences_run(&a, i), (intmax_t)runs[i].run, runs[i].what);
		is_int(a.of[i].last_absent, runs[i].last == 0 ? ENI_NODAY : runs[i].last, runs[i].what);
	}
	eni_absences_free(&a);
}

/* ---- events ---- */

static int32_t
day(int32_t n)
{
	return eni_pack_when((struct eni_when){n, ENI_NOTIME});
}

/* Visits of one client on days 10, 20 and 30 under rule 1; an answer's anchor 0: it names none. */
static const struct {
	const char *what;
	struct {
		uint32_t client;
		uint16_t rule;
		int32_t at, anchor;
	} answer[3];
	const char *answered; /* a letter a visit: its answer's day in tens, or - */
} settled[] = {
    {"no answer", {{0}}, "---"},
    {"an answer is for the oldest visit", {{7, 1, 40, 0}}, "4--"},
    {"two answers for two visits", {{7, 1, 40, 0}, {7, 1, 50, 0}}, "45-"},
    {"none for a visit later than itself", {{7, 1, 15, 0}, {7, 1, 16, 0}}, "1--"},
    {"the visit it names", {{7, 1, 40, 20}}, "-4-"},
    {"those that name one come first", {{7, 1, 40, 0}, {7, 1, 50, 10}}, "54-"},
    {"a name of no visit answers none", {{7, 1, 40, 21}}, "---"},
    {"other clients and rules", {{6, 1, 40, 0}, {7, 2, 40, 0}, {8, 1, 40, 0}}, "---"},
};

static void
test_events(void)
{
	for (size_t i = 0; i < COUNT(settled); i++) {
		struct eni_events events = {0};
		struct eni_event_answers answers = {0};
		char got[4] = "";

		for (int32_t d = 30; d > 0; d -= 10) /* read in any order */
			eni_events_add(&events, &(struct eni_event){.client = 7, .rule = 1, .date = day(d), .nth = (uint32_t)d});
		for (uint32_t k = 0; k < 3 && settled[i].answer[k].client != 0; k++)
			eni_event_answers_add(
			    &answers, &(struct eni_event_answer){.client = settled[i].answer[k].client,
					  .nth = k,
					  .rule = settled[i].answer[k].rule,
					  .at = day(settled[i].answer[k].at),
					  .anchor = settled[i].answer[k].anchor == 0 ? (int32_t)ENI_PACKED_NONE
										     : day(settled[i].answer[k].anchor)});
		eni_events_settle(&events, &answers);
		for (size_t k = 0; k < events.n; k++)
			got[k] =
			    (char)(events.event[k].answered ? '0' + eni_unpack_when(events.event[k].answered_at).day / 10 : '-');
		is_str(eni_str_of(got), settled[i].answered, settled[i].what);
		free(answers.answer);
		eni_events_free(&events);
	}
}

/* ---- promises ---- */

static void
note(struct eni_promises *p, int32_t at, uint32_t nth, int32_t next)
{
	eni_promises_note(
	    p, 3, &(struct eni_promise){.subject = 1, .nth = nth, .at = day(at), .next = day(next), .to = ENI_TO_CLIENT});
}

static void
test_promises(void)
{
	struct eni_promises p = {0};

	ok(eni_promise_of(&p, 1) == NULL, "nothing was promised");
	note(&p, 10, 5, 100);
	ok(eni_promise_of(&p, 0) == NULL && eni_promise_of(&p, 1) != NULL, "to this one");
	note(&p, 20, 2, 200);
	is_int(eni_promise_of(&p, 1)->next, day(200), "the later one counts, wherever it stands");
	note(&p, 15, 9, 150);
	is_int(eni_promise_of(&p, 1)->next, day(200), "not an earlier one further down");
	note(&p, 20, 3, 300);
	is_int(eni_promise_of(&p, 1)->next, day(300), "of one day the lower one");
	eni_promises_keep(&p, 1, ENI_TO_FAMILY, day(30), 9);
	eni_promises_keep(&p, 1, ENI_TO_CLIENT, day(19), 9);
	eni_promises_keep(&p, 2, ENI_TO_CLIENT, day(30), 9);
	ok(!eni_promise_of(&p, 1)->answered, "not kept by others, before it was made, or to others");
	eni_promises_keep(&p, 1, ENI_TO_CLIENT, day(30), 9);
	ok(eni_promise_of(&p, 1)->answered, "kept");
	note(&p, 40, 10, 400);
	ok(!eni_promise_of(&p, 1)->answered && p.n == 1, "a new promise is open");
	eni_promises_free(&p);
}

int
main(void)
{
	test_absences();
	test_events();
	test_promises();
	return unit_done();
}
