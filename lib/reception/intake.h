/*
 * Records of clients or referrers as they come in, from any list: one after the other, under canonical names, their values in
 * normal form, each with an id; a client with a status, a referrer with its kind, if the list says it, and the day since when it is
 * on our list.  Room: reception. The columns are those of all inputs together, in the order in which they first appear; unknown
 * ones travel through as they are. Where no input has them, `id` comes first, and `status` and `tags` (referrers: `kind` and
 * `since`) last; `tags` is the last in any case.
 *
 * Order of use: eni_intake_open; whoever looks at single columns (rules, --where, -f) asks the book's clients sheet for them; say
 * in col[].wanted what is printed; then eni_intake_next, one record after the other.  The sheet is the window on the present
 * record.
 */
#ifndef ENI_RECEPTION_INTAKE_H
#define ENI_RECEPTION_INTAKE_H

#include "reception/labels.h"

struct eni_intake_source {
	struct eni_reader *reader;
	const struct eni_field **bound;
	size_t n;
	/* for each input column: */
	size_t *to;             /* column of what comes out; SIZE_MAX: a form's own (eni_question_is_own), which goes no further */
	struct eni_str *option; /* of a form: the option that it is for, or empty */
	size_t *joined;         /* the next one of the same field, SIZE_MAX: none */
	bool *follows;          /* there is one of the same field before it, with which it is read */
};

enum eni_cell_state { ENI_CELL_EMPTY, ENI_CELL_GOOD, ENI_CELL_BAD };

struct eni_intake_column {
	struct eni_str name;           /* ends in a NUL */
	const struct eni_field *field; /* NULL: an unknown column */
	bool wanted;
	/* of the present record: */
	struct eni_str cell; /* in normal form, or as it came where it cannot be read */
	enum eni_cell_state state;
	bool came; /* the record brought it: neither a given id or status nor tags by rule */
	size_t at; /* where it stands in eni_intake.text; SIZE_MAX: elsewhere */
};

/* What may be doubted about a cell. */
enum eni_doubt { ENI_DOUBT_WORD, ENI_DOUBT_VALUE, ENI_DOUBT_PHONE };

/* An input column that fills a column of the window. */
struct eni_intake_wire {
	size_t from, to;
};

struct eni_intake {
	struct eni_book *book;
	enum eni_kind kind;      /* clients or referrers, for the map any; set before opening */
	struct eni_sheet *sheet; /* the window on the present record; set before opening, or NULL: the book's sheet of that kind */
	int usual_kind;          /* of referrers whose list does not say it: of ENI_V_REFERRER_KIND, or 0 */
	struct eni_arena arena;
	struct eni_intake_source *source;
	size_t n_sources;
	size_t at;  /* the source that is read */
	size_t nth; /* records seen so far, in all sources */
	struct eni_intake_column *col;
	size_t n, cap;
	size_t id, name, status,
	    tags;                    /* columns, SIZE_MAX: none has it (referrers: no status, no tags; name is the organisation) */
	size_t reason, note, intent; /* of clients whose list has them, or SIZE_MAX */
	size_t end;                  /* likewise: when they left */
	size_t relative, relation;   /* of clients whose list names relatives, or SIZE_MAX */
	size_t sort, since;          /* the kind of a referrer, and since when it is on our list */
	struct eni_labels *labels;   /* fill the tags; NULL: they stay as they came */
	struct eni_place place;      /* of the present record */
	struct eni_row row;          /* as it came */
	struct eni_when noted_end;   /* the day of leaving that another cell alone tells (decision 54), or ENI_NEVER */
	size_t noted_by;             /* the column of that cell */
	bool asks_end;               /* whether that is looked for */
	/* Called with every doubt in the record at hand, in place of a warning; it may pass it on to eni_intake_report. */
	void (*doubt)(void *to, const struct eni_intake_column *c, struct eni_str cell, enum eni_doubt what);
	void *doubt_to;
	/* Called with every cell of the record at hand as it came, answers joined, before it is read; or NULL. */
	void (*seen)(void *to, const struct eni_intake_column *c, struct eni_str cell);
	void *seen_to;
	bool lenient; /* for the map: two headers for one field, an unknown status are no failure */
	struct eni_buf text, words;
	struct eni_arena answers; /* cells of the present record that were not as they came */
	bool bars;                /* somewhere in it answers may be parted by ┋ */
	struct eni_intake_wire *wire;
	size_t n_wires;
	bool wired;
};

/* Opens the inputs (all files, or - for standard input, once) and notes their headers with the sheet.  Zero-initialise,
 * `lenient`, `kind`, `sheet` and `usual_kind` apart.  0, or -1 after eni_fail; eni_intake_close in both cases. */
int eni_intake_open(struct eni_intake *q, struct eni_book *b, char *const *path, size_t n);
/* 1 a record, 0 the end, -1 when reading had to stop.  Records that cannot be used are set aside; other cells that cannot be read
 * are reported and stay as they came (decision 3); of unknown words the sheet keeps count
 * (eni_sheet_report_unknown_words). */
int eni_intake_next(struct eni_intake *q);
void eni_intake_close(struct eni_intake *q);

/* The columns of an intake without any input, for records that are made here. */
void eni_intake_made(struct eni_intake *q, struct eni_book *b, const char *const *field, size_t n);
/* The column of that name, or SIZE_MAX. */
size_t eni_intake_find(const struct eni_intake *q, struct eni_str name);
/* Hands a doubt about the present record to whoever asked for doubts, or warns of it. */
void eni_intake_doubt(struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell, enum eni_doubt what);
/* Warns of a doubt, as happens by default. */
void eni_intake_report(
    struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell, struct eni_place at, enum eni_doubt what);
/* Replaces out by the normal form of a cell of that column, with the office's own words.  As eni_value_normal. */
int eni_intake_normal(struct eni_intake *q, struct eni_buf *out, const struct eni_intake_column *c, struct eni_str cell);
/* Takes a cell of the present record into its column, in normal form; what is doubtful is reported.  For eni_intake_next alone. */
void eni_intake_take(struct eni_intake *q, struct eni_intake_column *c, struct eni_str came);
/* Whether an id is a temporary one, new-N, which no book may hold. */
bool eni_id_is_temporary(struct eni_str id);

#endif
