/*
 * Unit tests: ok() and friends count, unit_done() prints "N passed, N failed" and gives the exit status.
 * A failing check prints its file, line and what it is about.
 */
#ifndef ENI_TESTS_UNIT_H
#define ENI_TESTS_UNIT_H

#include <inttypes.h>
#include <stdio.h>

#include "base/str.h"

static int unit_passed, unit_failed;

static inline void
unit_check(bool good, const char *file, int line, const char *what)
{
	if (good) {
		unit_passed++;
		return;
	}
	unit_failed++;
	printf("FAIL %s:%d: %s\n", file, line, what);
}

static inline void
unit_check_str(struct eni_str got, struct eni_str want, const char *file, int line, const char *what)
{
	unit_check(eni_str_eq(got, want), file, line, what);
	if (!eni_str_eq(got, want))
		printf("     want \"%.*s\"\n     got  \"%.*s\"\n", (int)want.n, want.p, (int)got.n, got.p);
}

static inline void
unit_check_int(intmax_t got, intmax_t want, const char *file, int line, const char *what)
{
	unit_check(got == want, file, line, what);
	if (got != want)
		printf("     want %jd, got %jd\n", want, got);
}

#define ok(cond, what) unit_check((cond), __FILE__, __LINE__, (what))
#define is_str(got, want, what) unit_check_str((got), eni_str_of(want), __FILE__, __LINE__, (what))
#define is_int(got, want, what) unit_check_int((intmax_t)(got), (intmax_t)(want), __FILE__, __LINE__, (what))

static inline int
unit_done(void)
{
	printf("%d passed, %d failed\n", unit_passed, unit_failed);
	return unit_failed > 0 || unit_passed == 0;
}

#endif
