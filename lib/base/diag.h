/*
 * Messages to the user: where, which field, what would be right.  The worst message is the exit status.
 * Room: base.  A message never carries a name, a phone number or a health fact (cron mails stderr): callers give
 * ids, places and codes only, and what cannot be shown safely is escaped here.
 */
#ifndef ENI_BASE_DIAG_H
#define ENI_BASE_DIAG_H

#include <stdio.h>

#include "base/map.h"
#include "base/message.h"

/* Where something stood.  line 0: no line; file NULL: no file. */
struct eni_place {
	const char *file; /* as the user should read it; lives as long as the run */
	uint32_t line;    /* from 1: the physical line on which the record begins */
	uint32_t row;     /* from 1: as a spreadsheet counts, where cells with line breaks take one row; 0: as the line */
};

/* At most so many are printed; eni_diag_end gives the number of the rest in one line: a broken file must not fill a mailbox. */
enum { ENI_MESSAGES_MAX = 10000 };

/* Messages that wait to be printed, so that equal complaints of one column become one line with their count: thirty days that
 * cannot be read are one thing to mend. */
struct eni_held {
	struct eni_arena arena;
	struct eni_message *message;
	size_t n, cap, printed; /* those printed are kept, so that none is repeated */
	struct eni_map equal;   /* file, field and text of a complaint -> the last such message */
};

struct eni_diag {
	const char *prog; /* "followup" */
	FILE *out;        /* stderr; a test gives its own */
	int status;       /* exit status so far: 0, 1 or 2 */
	bool strict;      /* --strict: a record set aside stops the run (eni_aside answers like eni_fail) */
	bool quiet;       /* count and set the status, print nothing */
	bool muted;       /* ignore eni_warn and eni_aside: what they report is for another command */
	bool holds;       /* warnings and records set aside wait for eni_diag_flush */
	struct eni_held held;
	unsigned long messages; /* printed or held, or counted beyond ENI_MESSAGES_MAX */
	/* Called after every block that was read (bytes of a file, 0 at its end), and with file NULL before a message; may be
	 * NULL. It keeps its own clock. */
	void (*progress)(struct eni_diag *d, const char *file, size_t bytes);
};

/*
 * Each prints "prog: file:line (row N): field: text\n" (parts that are missing are left out, the row where it is that of the line;
 * field may be NULL).
 *   eni_warn   worth a look; the status does not change; returns 0.
 *   eni_warn_all  likewise about several records, the first of them at this place: never joined with another message, and not said
 * twice. eni_aside  a record or field could not be used; status at least 1; returns -1. eni_fail   the command cannot run; status
 * 2; returns -1.
 */
int eni_warn(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
int eni_warn_all(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
int eni_aside(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
int eni_fail(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Prints what is held: before the first line of an answer, before a question, and at the end. */
void eni_diag_flush(struct eni_diag *d);
/* Prints what is held, and how many messages were left out, and forgets all; call it last. */
void eni_diag_end(struct eni_diag *d);

#define ENI_NOWHERE ((struct eni_place){.file = NULL})

/* A place.  In calls of the functions above this, and no compound literal, whose comma xgettext takes for that of an argument. */
static inline struct eni_place
eni_at(const char *file, uint32_t line)
{
	return (struct eni_place){.file = file, .line = line};
}

#endif
