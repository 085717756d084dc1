/*
 * Messages to the user: where, which field, what would be right.  The worst message is the exit status.
 * Room: base.  A message never carries a name, a phone number or a health fact (cron mails stderr): callers give
 * ids, places and codes only, and what cannot be shown safely is escaped here.
 */
#ifndef ENI_BASE_DIAG_H
#define ENI_BASE_DIAG_H

#include <stdio.h>

#include "base/mem.h"

/* Where something stood.  line 0: no line; file NULL: no file. */
struct eni_place {
	const char *file; /* as the user should read it; lives as long as the run */
	uint32_t line;    /* from 1: the physical line on which the record begins */
};

/* So many are printed; what follows is counted, and told in one line by eni_diag_end: a broken file must not fill a mailbox. */
enum { ENI_MESSAGES_MAX = 10000 };

struct eni_diag {
	const char *prog;       /* "followup" */
	FILE *out;              /* stderr; a test gives its own */
	int status;             /* exit status so far: 0, 1 or 2 */
	bool strict;            /* --strict: a record set aside stops the run (eni_aside answers like eni_fail) */
	bool quiet;             /* count and set the status, print nothing */
	bool muted;             /* pass over what eni_warn and eni_aside say: it is another command's business */
	unsigned long messages; /* said, or counted beyond ENI_MESSAGES_MAX */
	/* Told after every block that was read (bytes of a file, 0 at its end), and with file NULL before a message; NULL: nobody
	 * watches. The clock is the watcher's. */
	void (*progress)(struct eni_diag *d, const char *file, size_t bytes);
};

/*
 * Each prints "prog: file:line: field: text\n" (parts that are missing are left out; field may be NULL).
 *   eni_warn   worth a look; the status does not change; returns 0.
 *   eni_aside  a record or field could not be used; status at least 1; returns -1.
 *   eni_fail   the command cannot run; status 2; returns -1.
 */
int eni_warn(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
int eni_aside(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
int eni_fail(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Tells how many messages were not printed; before leaving. */
void eni_diag_end(struct eni_diag *d);

#define ENI_NOWHERE ((struct eni_place){NULL, 0})

#endif
