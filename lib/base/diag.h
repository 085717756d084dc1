/*
 * Messages to the user: where, which field, what would be right.  The worst message is the exit status.
 * Room: base.  A message never carries a name, a phone number or a health fact (cron mails stderr): callers give
 * ids, places and codes only, and what cannot be shown safely is escaped here.
 */
#ifndef ENI_BASE_DIAG_H
#define ENI_BASE_DIAG_H

#include <stdio.h>

#include "base/mem.h"
#include "base/message.h"

/* Where something stood.  line 0: no line; file NULL: no file. */
struct eni_place {
	const char *file; /* as the user should read it; lives as long as the run */
	uint32_t line;    /* from 1: the physical line on which the record begins */
};

/* At most so many are printed; eni_diag_end gives the number of the rest in one line: a broken file must not fill a mailbox. */
enum { ENI_MESSAGES_MAX = 10000 };

struct eni_diag {
	const char *prog;       /* "followup" */
	FILE *out;              /* stderr; a test gives its own */
	int status;             /* exit status so far: 0, 1 or 2 */
	bool strict;            /* --strict: a record set aside stops the run (eni_aside answers like eni_fail) */
	bool quiet;             /* count and set the status, print nothing */
	bool muted;             /* ignore eni_warn and eni_aside: what they report is for another command */
	unsigned long messages; /* printed, or counted beyond ENI_MESSAGES_MAX */
	/* Called after every block that was read (bytes of a file, 0 at its end), and with file NULL before a message; may be
	 * NULL. It keeps its own clock. */
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

/* Prints how many messages were left out; call it last. */
void eni_diag_end(struct eni_diag *d);

#define ENI_NOWHERE ((struct eni_place){NULL, 0})

/* A place.  In calls of the functions above this, and no compound literal, whose comma xgettext takes for that of an argument. */
static inline struct eni_place
eni_at(const char *file, uint32_t line)
{
	return (struct eni_place){file, line};
}

#endif
