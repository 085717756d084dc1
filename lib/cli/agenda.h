/*
 * A list as reminders: -o ics of verbs whose rows are something to do on a day.  Room: cli.
 * The verb's row says with which columns a reminder is worded,
 *
 *     .page = {{ENI_ICS_PAGE, &eni_agenda_sink, &an_agenda}}
 *
 * and the verb prints its rows with what each is about and its pass: eni_print_row_about with a struct eni_reminder.  Calendars
 * travel: people show as initials and id, and ways to reach them not at all, unless --full-names was given.
 *
 * A command that offers it has todo and full-names in its option table.
 */
#ifndef ENI_CLI_AGENDA_H
#define ENI_CLI_AGENDA_H

#include "cli/command.h"
#include "cli/sink.h"
#include "page/ics.h"

enum { ENI_AGENDA_COLUMNS = 6 };

struct eni_agenda {
	const char *lead, *lead_ja, *lead_zh;      /* a word in front of every summary; NULL: none */
	const char *title[ENI_AGENDA_COLUMNS];     /* columns of the summary; NULL behind the last, here and below */
	const char *subject[ENI_AGENDA_COLUMNS];   /* in brackets behind it: whom it is about */
	const char *detail[ENI_AGENDA_COLUMNS];    /* lines of the description */
	const char *people[ENI_AGENDA_COLUMNS];    /* columns with names: initials only */
	const char *reachable[ENI_AGENDA_COLUMNS]; /* the first lines, of which a phone shows few and dials what it sees; with
						    * --full-names alone */
};

/* Whether reminders were asked for. */
bool eni_is_agenda(const struct eni_run *run);
/* Writes a reminder a row.  how: struct eni_agenda; about: struct eni_reminder, whose summary and description are worded here;
 * without one nothing is written. */
extern const struct eni_sink eni_agenda_sink;

/* Appends a name as it may travel: 浜○様, 苏某; of one in Latin letters, and in English, the first letter of each part with a full
 * stop behind it. */
void eni_initials(struct eni_buf *out, struct eni_str name, const char *lang);

#endif
