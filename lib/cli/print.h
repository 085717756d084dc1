/*
 * Printing rows of named columns: what -f picks, in the format of -o, with headings and words in the user's language where people
 * read them.  Room: cli.
 */
#ifndef ENI_CLI_PRINT_H
#define ENI_CLI_PRINT_H

#include "base/ratio.h"
#include "cli/command.h"
#include "cli/sink.h"
#include "stat/chance.h"

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
	struct eni_str *cell;         /* one per offer, to be filled before eni_print_row; kept until then */
	bool *wanted;                 /* per offer: it is printed or looked at */
	size_t n_blanks;              /* empty columns to fill in, of sheets of what is to be done (eni_print_to_fill) */
	size_t blank_at;              /* how many picks stand before them */
	size_t on_paper;              /* how many columns a sheet has on paper; 0: all */
	const struct eni_sink *sink;  /* from eni_print_begin on: where the rows go */
	void *state;                  /* the sink's */
	const struct eni_sink *drawn; /* html: that of the picture which stands before the rows; NULL: none */
	void *drawing;                /* its state */
	struct eni_arena row;         /* texts of one row */
	struct eni_facts *facts;
	bool of_partners; /* headings as of referrers, whatever the verb is about; set after eni_print_prepare */
};

/* Whether people read it: a table, a sheet or html, with headings and words instead of names and codes. */
bool eni_print_for_people(const struct eni_run *run);
/* Whether people read it in any form: that, or a calendar. */
bool eni_is_for_eyes(const struct eni_run *run);
/* Whether they only read it: a table, on a terminal or in a browser. */
bool eni_is_for_reading(const struct eni_run *run);
/* Whether people may fill it in: that, but no table. */
bool eni_is_sheet(const struct eni_run *run);
/* Columns of the terminal that is printed to: $COLUMNS where it is a number, else what the terminal says; 0: no terminal, or
 * unknown. */
int eni_print_width(const struct eni_run *run);
/* Settles the columns.  Fields beyond the offers are resolved through facts (columns are asked for: before loading); facts NULL:
 * only offers may be named.  0, or -1 after eni_fail with the nearest known name. */
int eni_print_prepare(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n, struct eni_facts *facts);
/* Of the offers only the first n are printed where -f does not name others.  After eni_print_prepare. */
void eni_print_first(struct eni_print *p, size_t n);
/* The same, of these n names in this order. */
void eni_print_pick(struct eni_print *p, const char *const *name, size_t n);
/* Prints the offer of that name behind the others, unless it is among them. */
void eni_print_append(struct eni_print *p, const char *name);
/* The same where -f is about something else: every offer is printed. */
void eni_print_prepare_whole(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n);
/* The same without -f: every offer may be looked at, nothing is printed through it. */
int eni_print_prepare_all(struct eni_print *p, struct eni_run *run, const struct eni_offer *offer, size_t n);
/* A sheet of what is to be done has empty columns for what came of it, the next day and a note, and at its end the offer `printed`
 * (duty/imprint.h), so that followup done reads it back.  When all other columns are settled; does nothing in other formats. */
struct eni_fill_in {
	size_t behind;   /* how many of the columns picked they stand behind; with -f behind all but `printed` */
	size_t on_paper; /* how many of the columns picked are printed on paper; with -f all */
};
void eni_print_to_fill(struct eni_print *p, const struct eni_fill_in *x);
/* Looks at these offers too, though they may not be printed (--where). */
void eni_print_want(struct eni_print *p, size_t offer);
/* Whether somebody looks at the offer of that name. */
bool eni_print_wants(const struct eni_print *p, const char *name);
/* Begins the sink that the verb's row names for the format of -o, else records. */
void eni_print_begin(struct eni_print *p);
/* Prints p->cell (and the extras of the subject); then the row's texts are forgotten. */
void eni_print_row(struct eni_print *p, uint32_t subject);
/* The same with what the verb's sinks must know beyond the cells (struct eni_reminder, struct eni_letter); records need nothing. */
void eni_print_row_about(struct eni_print *p, uint32_t subject, const void *about);
/* 0 or -1 after eni_fail. */
int eni_print_end(struct eni_print *p);

/* For sinks.  Looks at every offer: the sink picks its columns itself. */
void eni_print_want_all(struct eni_print *p);
/* The cell of an offer of the row at hand, or an empty one where there is none of that name (NULL too), with codes as words; and of
 * any column by its position among those printed, picks and blanks, as the format shows it.  They live until the row is printed. */
struct eni_str eni_print_column(struct eni_print *p, const char *name);
struct eni_str eni_print_shown(struct eni_print *p, size_t column, uint32_t subject);
/* How many are printed, and how one of them is described to a writer. */
size_t eni_print_columns(const struct eni_print *p);
struct eni_column eni_print_header(const struct eni_print *p, size_t column);
/* Standard output had an error (errno): -1 after eni_fail. */
int eni_not_written(struct eni_run *run);

/* The name of a field or column as readers of this output know it: its heading in tables and sheets, else the name. */
struct eni_str eni_print_name(const struct eni_print *p, const char *name, enum eni_kind kind);

/* Texts that live until the row is printed. */
struct eni_str eni_print_when(struct eni_print *p, struct eni_when w);
/* When, and by which office: what stands in the column `printed`. */
struct eni_str eni_print_imprint(struct eni_print *p);
struct eni_str eni_print_count(struct eni_print *p, int64_t n);
/* One decimal, as percentages and means have: "66.7"; "-" where there is nothing to divide by. */
struct eni_str eni_print_ratio(struct eni_print *p, struct eni_ratio r);
/* part of a whole in percent; of fewer than ten a table says of how many, "33.3 (1/3)", for one more would have changed much. */
struct eni_str eni_print_share(struct eni_print *p, int64_t part, int64_t of);
/* Minor units of the office's currency: no decimals when whole. */
struct eni_str eni_print_money(struct eni_print *p, int64_t minor);
/* A ratio with so many decimals. */
struct eni_str eni_print_decimals(struct eni_print *p, struct eni_ratio r, int decimals);
/* On which side of the mark (in percent) the share part/of surely lies, as a code of ENI_V_SIDE: unclear where its 95 % interval
 * (stat/chance.h) holds the mark; "-" where either has nothing to divide by. */
struct eni_str eni_print_side(int64_t part, int64_t of, struct eni_ratio mark);
/* Whether part/of lies inside the counts that chance alone may bring, as a code of ENI_V_CONTROL; unclear where so few are counted
 * that no number of them would lie outside, or where the count goes on (not final) and is not above yet; "-" of nothing. */
struct eni_str eni_print_control(int64_t part, int64_t of, struct eni_counts_inside inside, bool final);
/* Events for a time watched, in units of which the rate is per so many: leavings per 100 client-months. */
struct eni_person_time {
	int64_t events;
	double time, per;
};
/* The rate and Garwood's exact 95 % limits, "-" where nothing was watched; of fewer than ten units a table says how many. */
void eni_print_rate(
    struct eni_print *p, const struct eni_person_time *t, struct eni_str *rate, struct eni_str *low, struct eni_str *high);
/* An estimate or its limit: for people so many decimals, else the shortest that reads back equal (decision 28); "-" for NaN. */
struct eni_str eni_print_real(struct eni_print *p, double x, int decimals);
/* As few decimals as it needs, at most four: "7", "7.5", "-". */
struct eni_str eni_print_plain(struct eni_print *p, struct eni_ratio r);

#endif
