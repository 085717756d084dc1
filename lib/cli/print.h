/*
 * Printing rows of named columns: what -f picks, in the format of -o, with headings and words in the user's language where people
 * read them.  Room: cli.
 */
#ifndef ENI_CLI_PRINT_H
#define ENI_CLI_PRINT_H

#include "base/ratio.h"
#include "cli/agenda.h"
#include "cli/chart.h"

/* A column a verb offers. */
struct eni_offer {
	const char *name;
	enum eni_column_type type;
	enum eni_vocab vocab; /* its codes, one or a list, are shown as words in tables and sheets; ENI_V_NONE: as it stands */
	int spare;            /* as in struct eni_column, unless -f asked for the columns */
};

/* A further column of -f: a field or derived field of whom the row is about. */
struct eni_extra {
	struct eni_str name;
	enum eni_fact fact;              /* ENI_FACTS: a stored field */
	size_t client_col, referrer_col; /* SIZE_MAX: that kind has no such field */
};

struct eni_print {
	struct eni_run *run;
	const struct eni_offer *offer;
	size_t n_offers;
	struct eni_extra *extra;
	size_t n_extras;
	size_t *pick; /* positions: offers, then extras */
	size_t n_picks;
	struct eni_str *cell; /* one per offer, to be filled before eni_print_row; kept until then */
	struct eni_str *shown;
	bool *wanted;             /* per offer: it is printed or looked at */
	const char *const *blank; /* further empty columns at the end (excel: outcome, next, note) */
	size_t n_blanks;
	struct eni_writer *writer;
	const struct eni_chart *chart; /* what -o svg and -o text draw; NULL: no picture */
	struct eni_charting charting;
	const struct eni_agenda *agenda; /* how -o ics words a row; NULL: it is no list of reminders */
	struct eni_reminder reminder;    /* what the row is about, to be set before eni_print_row; forgotten there */
	struct eni_writing writing;
	struct eni_arena row; /* texts of one row */
	struct eni_facts *facts;
	bool of_partners; /* headings as of referrers, whatever the verb is about; set after eni_print_prepare */
};

/* Whether people read it: a table or a sheet, with headings and words instead of names and codes. */
bool eni_print_for_people(const struct eni_run *run);
/* Settles the columns.  Fields beyond the offers are resolved through facts (columns are asked for: before loading); facts NULL:
 * only offers may be named.  0, or -1 after eni_fail with the nearest known name. */
int eni_print_prepare(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n, struct eni_facts *facts);
/* Of the offers only the first n are printed where -f does not name others.  After eni_print_prepare. */
void eni_print_first(struct eni_print *p, size_t n);
/* The same without -f: every offer may be looked at, nothing is printed through it. */
int eni_print_prepare_all(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n);
/* -o svg and -o text draw this instead of writing records; it must live until eni_print_end.  Before eni_print_begin; the verb's
 * row says that it has such pages. */
void eni_print_chart(struct eni_print *p, const struct eni_chart *chart);
/* -o ics writes reminders worded by this instead of records; likewise. */
void eni_print_agenda(struct eni_print *p, const struct eni_agenda *agenda);
/* Looks at these offers too, though they may not be printed (--where). */
void eni_print_want(struct eni_print *p, size_t offer);
void eni_print_begin(struct eni_print *p);
/* Writes p->cell (and the extras of the subject); then the row's texts are forgotten. */
void eni_print_row(struct eni_print *p, uint32_t subject);
/* 0 or -1 after eni_fail. */
int eni_print_end(struct eni_print *p);

/* The name of a field or column as readers of this output know it: its heading in tables and sheets, else the name. */
struct eni_str eni_print_name(const struct eni_print *p, const char *name, enum eni_kind kind);

/* Texts that live until the row is printed. */
struct eni_str eni_print_when(struct eni_print *p, struct eni_when w);
struct eni_str eni_print_count(struct eni_print *p, int64_t n);
/* One decimal, as percentages and means have: "66.7"; "-" where there is nothing to divide by. */
struct eni_str eni_print_ratio(struct eni_print *p, struct eni_ratio r);
/* Minor units of the office's currency: no decimals when whole. */
struct eni_str eni_print_money(struct eni_print *p, int64_t minor);
/* A ratio with so many decimals. */
struct eni_str eni_print_decimals(struct eni_print *p, struct eni_ratio r, int decimals);
/* As few decimals as it needs, at most four: "7", "7.5", "-". */
struct eni_str eni_print_plain(struct eni_print *p, struct eni_ratio r);

#endif
