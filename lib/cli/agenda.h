/*
 * A list as reminders: -o ics of verbs whose rows are something to do on a day.  Room: cli.
 * The verb says with which columns a reminder is worded (struct eni_agenda, a constant), sets before each row what it is about and
 * its pass (print.h: p->reminder), and prints its rows as ever.  Calendars travel: people show as initials and id, and ways to
 * reach them not at all, unless --full-names was given.
 *
 * A command that offers it has todo and full-names in its option table and ENI_PAGE(ENI_ICS_PAGE) in the verb's row.
 */
#ifndef ENI_CLI_AGENDA_H
#define ENI_CLI_AGENDA_H

#include "cli/command.h"
#include "page/ics.h"

enum { ENI_AGENDA_COLUMNS = 6 };

struct eni_agenda {
	const char *lead, *lead_ja, *lead_zh;      /* a word in front of every summary; NULL: none */
	const char *title[ENI_AGENDA_COLUMNS];     /* columns of the summary; NULL behind the last, here and below */
	const char *subject[ENI_AGENDA_COLUMNS];   /* in brackets behind it: whom it is about */
	const char *detail[ENI_AGENDA_COLUMNS];    /* lines of the description */
	const char *people[ENI_AGENDA_COLUMNS];    /* columns with names: initials only */
	const char *reachable[ENI_AGENDA_COLUMNS]; /* columns that go into the description with --full-names alone */
};

/* The text of a column as people read it; empty where there is none of that name. */
typedef struct eni_str eni_column_text(void *of, const char *column);

struct eni_writing {
	const struct eni_agenda *agenda;
	struct eni_run *run;
	struct eni_ics ics;
	struct eni_buf summary, description;
	bool full;
};

/* Whether reminders were asked for. */
bool eni_is_agenda(const struct eni_run *run);
void eni_agenda_begin(struct eni_writing *w, const struct eni_agenda *agenda, struct eni_run *run);
/* One reminder; its summary and description are worded here. */
void eni_agenda_row(struct eni_writing *w, const struct eni_reminder *about, eni_column_text *text, void *of);
/* 0, or -1 when standard output has an error. */
int eni_agenda_end(struct eni_writing *w);

/* Appends the first letter of each part of a name with a full stop behind each. */
void eni_initials(struct eni_buf *out, struct eni_str name);

#endif
