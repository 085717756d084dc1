/* Messages: which wait, which are joined, where they say they stood. */
#include "base/diag.h"

#include <stdlib.h>

#include "unit.h"

/* A diagnostics object that writes into memory. */
struct ear {
	struct eni_diag d;
	char *text;
	size_t n;
};

static void
open_ear(struct ear *e, bool holds)
{
	*e = (struct ear){.d = {.prog = "p", .holds = holds}};
	e->d.out = open_memstream(&e->text, &e->n);
}

/* What was printed until now. */
static const char *
heard(struct ear *e)
{
	fflush(e->d.out);
	return e->text;
}

static void
close_ear(struct ear *e)
{
	eni_diag_end(&e->d);
	fclose(e->d.out);
	free(e->text);
}

static void
test_places(void)
{
	struct ear e;

	open_ear(&e, false);
	eni_warn(&e.d, eni_at("f", 3), "a", "x");
	eni_warn(&e.d, (struct eni_place){"f", 6, 4}, NULL, "y");
	eni_warn(&e.d, (struct eni_place){"f", 6, 6}, NULL, "y");
	eni_warn(&e.d, eni_at("f", 0), NULL, "z");
	eni_warn(&e.d, ENI_NOWHERE, "a", "z");
	is_str(
	    eni_str_of(heard(&e)), "p: f:3: a: x\np: f:6 (row 4): y\np: f:6: y\np: f: z\np: a: z\n", "each at once, at its place");
	is_int(e.d.status, 0, "warnings change no status");
	close_ear(&e);
}

static void
test_joining(void)
{
	struct ear e;

	open_ear(&e, true);
	eni_aside(&e.d, eni_at("f", 2), "a", "bad");
	eni_warn(&e.d, ENI_NOWHERE, NULL, "between");
	eni_aside(&e.d, eni_at("f", 3), "b", "bad");
	eni_aside(&e.d, eni_at("g", 3), "a", "bad");
	eni_aside(&e.d, (struct eni_place){"f", 9, 5}, "a", "bad");
	eni_aside(&e.d, (struct eni_place){"f", 9, 5}, "a", "bad");
	eni_warn_all(&e.d, eni_at("f", 4), "a", "bad");
	eni_warn(&e.d, eni_at("f", 4), NULL, "bad");
	eni_warn(&e.d, eni_at("f", 5), NULL, "bad");
	is_str(eni_str_of(heard(&e)), "", "nothing yet");
	is_int(e.d.status, 1, "but the status is known");
	eni_diag_flush(&e.d);
	is_str(eni_str_of(heard(&e)),
	    "p: f:2: a: bad (2 times: lines 2, 9 (row 5))\np: between\np: f:3: b: bad\np: g:3: a: bad\np: f:4: a: bad\np: f:4: "
	    "bad\n"
	    "p: f:5: bad\n",
	    "equal ones of a column of a file, where the first stood");
	close_ear(&e);
}

static void
test_after_printing(void)
{
	struct ear e;

	open_ear(&e, true);
	eni_warn(&e.d, eni_at("f", 2), "a", "bad");
	eni_diag_flush(&e.d);
	eni_warn(&e.d, eni_at("f", 2), "a", "bad");
	for (uint32_t line = 3; line < 10; line++)
		eni_warn(&e.d, eni_at("f", line), "a", "bad");
	eni_fail(&e.d, eni_at("f", 10), "a", "bad");
	is_str(eni_str_of(heard(&e)), "p: f:2: a: bad\np: f:3: a: bad (7 times: lines 3, 4, 5, 6, 7 ..)\np: f:10: a: bad\n",
	    "what was said is not said again; five lines are named; a failure does not wait");
	is_int(e.d.status, 2, "it failed");
	close_ear(&e);
}

static void
test_too_many(void)
{
	struct ear e;
	size_t lines = 0;

	open_ear(&e, true);
	for (uint32_t i = 0; i < ENI_MESSAGES_MAX + 3; i++)
		eni_warn(&e.d, eni_at("f", i + 1), NULL, "bad");
	eni_diag_end(&e.d);
	for (const char *p = heard(&e); *p != '\0'; p++)
		lines += *p == '\n';
	is_int(lines, ENI_MESSAGES_MAX + 1, "as many as may be, and one for the rest");
	ok(strstr(heard(&e), "and 3 more messages like these") != NULL, "counted");
	close_ear(&e);
}

int
main(void)
{
	test_places();
	test_joining();
	test_after_printing();
	test_too_many();
	return unit_done();
}
