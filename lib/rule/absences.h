/*
 * Absences: how many days in a row each client has missed, as the visits come by in whatever order.  Room: rule.
 * A day with any attendance is an attended day; two sessions missed on one day are one absence.
 */
#ifndef ENI_RULE_ABSENCES_H
#define ENI_RULE_ABSENCES_H

#include "base/mem.h"

/* Of one client. */
struct eni_absence {
	int32_t attended, last_absent; /* days; ENI_NODAY: none */
	uint32_t list;                 /* days of absence after the last attendance, through `day`; ENI_NONE ends it */
};

struct eni_absent_day {
	int32_t day;
	uint32_t next;
};

struct eni_absences {
	struct eni_absence *of; /* per client; NULL: not counted */
	struct eni_absent_day *day;
	size_t n, cap;
};

/* For so many clients; memory: eni_absences_free. */
void eni_absences_open(struct eni_absences *a, size_t clients);
/* A visit of that day; outcomes other than absent and attended change nothing. */
void eni_absences_note(struct eni_absences *a, uint32_t client, int outcome, int32_t day);
/* Days of absence since the last attendance. */
size_t eni_absences_run(const struct eni_absences *a, uint32_t client);
void eni_absences_free(struct eni_absences *a);

#endif
