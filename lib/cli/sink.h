/*
 * Sinks: where printed rows go, one for each kind of result: records, a picture, a calendar.  Room: cli.
 * What a verb can print besides records stands in its row (command.h, struct eni_verb_page): format, sink, and the constant that
 * sink words or draws the rows by.  The verb prints its rows as ever (print.h).
 */
#ifndef ENI_CLI_SINK_H
#define ENI_CLI_SINK_H

#include <stdint.h>

struct eni_print;

struct eni_sink {
	/* The state of one print, to be handed to the other two; it may live in the run's arena.  how: from the verb's row. */
	void *(*begin)(struct eni_print *p, const void *how);
	/* One row: p->cell is filled.  about: what this sink must know beyond the cells, see its header; NULL: the verb says
	 * nothing. */
	void (*row)(void *state, uint32_t subject, const void *about);
	/* Writes what is left and frees what the state holds.  0, or -1 after eni_fail. */
	int (*end)(void *state);
};

/* Records in the format of -o: the columns picked, then the blank ones. */
extern const struct eni_sink eni_records_sink;

#endif
