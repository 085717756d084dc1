/*
 * The one writing door: append to or change a user's record file without ever disturbing the rest of it.  Room: door.
 * One never-deleted .lock in the book, flock(2) with a bounded wait of 30 s; a temporary file beside the resolved target
 * (.NAME.enishi.NUMBER: O_EXCL, O_NOFOLLOW, 0600), written in a loop, mode and owner restored, fsync, close checked, rename, folder
 * fsync; only then success.  Keeps the file's encoding, BOM, line ends, quotes, headers, column order; unchanged records, and the
 * unchanged cells of a changed one, keep their bytes.  Why: enishi-decisions(7), THE DOOR, and decision 2.
 *
 * Several files in one commit: all are written beside first (an error then changes nothing), then put in place one by one in the
 * order in which they were first touched, each with its folder's fsync.  A crash between two of them leaves the earlier files new
 * and the later ones old, each whole: so touch first what may stand alone, and last the file that says it is done (clients.csv).
 * TERM, INT and HUP wait while that goes on.  Leftovers of a killed writer are swept away by the next one.
 *
 * A target that was changed by a program without our lock (a spreadsheet) since it was read is not replaced: eni_fail, try again.
 * UTF-16 files are refused, and so are workbooks unless opt->convert: then NAME.csv is made of the list in NAME.xlsx, changed, and
 * the workbook renamed NAME.xlsx.old, in one commit (decision 82).  A file that may not be written to is refused even where its
 * folder could be.
 */
#ifndef ENI_DOOR_DOOR_H
#define ENI_DOOR_DOOR_H

#include "book/office.h"
#include "book/voids.h"
#include "form/reader.h"

struct eni_door;

struct eni_door_options {
	bool dry_run;         /* say on `said` what would be written, "FILE: record line"; write nothing, take no lock */
	bool convert;         /* rewrite the file as UTF-8 when it cannot hold a character, a workbook as CSV in any case */
	bool hidden;          /* with the workbook's hidden rows */
	bool add_columns;     /* add the columns that a file lacks, at the end of its header and of every record */
	bool fresh;           /* a new book: the folder is made (0700) where it is missing, and refused where anything is in it */
	const char *fallback; /* encoding of files that are no UTF-8: "CP932" or "GB18030" */
	FILE *said;
};

/* Takes the book's lock (waits up to 30 s).  NULL after eni_fail: no such folder, read-only, busy.  The options are copied; office
 * and diagnostics must outlive the door. */
struct eni_door *eni_door_open(const char *dir, const struct eni_office *o, const struct eni_door_options *opt, struct eni_diag *d);

/* Field and value to write: empty values are written as empty cells, or left out in yaml.  A name that is no field of the kind is
 * looked for among the file's own headers.  Values come in their normal form (eni_value_normal) and are written as their neighbours
 * in the file are: its words, its days, its weekdays (decision 59). */
struct eni_entry {
	struct eni_str name; /* canonical field name, or an unknown column's header */
	struct eni_str value;
};

/* The columns that the entries (with a value) need, before the first of them is written: those the file lacks are named together by
 * eni_fail or, with opt->add_columns, added: at the end of the header, in its language, and of every record, empty.  Lines that are
 * no record stay as they are; yaml needs no columns.  Later entries find no further ones missing.  0 or -1. */
int eni_door_need(struct eni_door *door, enum eni_kind kind, const struct eni_entry *entry, size_t n);
/* Whether a value of that name finds a column, be it one that is added: for what can be done without.  1, 0, -1 after eni_fail. */
int eni_door_takes(struct eni_door *door, enum eni_kind kind, struct eni_str name);

/* Adds one record to the end of the kind's file (NAME.csv, .tsv or .yaml; where none exists NAME.csv is made, 0600, as `intake
 * init` makes it: UTF-8 with BOM, CRLF, the office's headers, and behind them the further columns of its first record).  Refused by
 * eni_fail naming the field, never the value: a value for a column the file lacks (in yaml a key is just added; opt->add_columns),
 * a character its encoding cannot hold (unless opt->convert), a control character, bytes that are no UTF-8.  A torn last line (no
 * line end) is completed first.  0 or -1; what was refused leaves no trace in the commit.  Nothing is on disk until
 * eni_door_commit. */
int eni_door_append(struct eni_door *door, enum eni_kind kind, const struct eni_entry *entry, size_t n);

/* A record of the kind's file as a reader of the book gave it, which alone knows what counts and what is set aside.  `where`
 * may name one more field and the value it holds (empty too), as a stay that goes on among a person's several. */
struct eni_target {
	struct eni_place at;
	struct eni_str id;
	const struct eni_entry *where; /* or NULL */
	const struct eni_voids *gone;  /* rows that count for nothing, and are like no other; or NULL */
};

/* Replaces these fields of that record; its other cells and all other records keep their bytes; one that ends early gets the cells
 * it lacks.  In yaml only values that stand on
 * one line are replaced; a missing key is inserted.  Refused by eni_fail: a target that is no longer where it was read, and a
 * doubtful one, of whose id (and value) there is another row, used by readers or set aside; both lines are named.  0 or -1. */
int eni_door_update(
    struct eni_door *door, enum eni_kind kind, const struct eni_target *target, const struct eni_entry *entry, size_t n);

/* Makes a file of the book that holds these bytes, 0600; refused where there is one.  Only for what is no kind's file yet: the
 * editors above do not know of it.  0 or -1. */
int eni_door_create(struct eni_door *door, const char *name, struct eni_str bytes);

/* Writes every touched file and returns 0 once they are safely on disk; -1 after eni_fail: then the file it names and those after
 * it stand as they were, whole.  The door may be used again afterwards. */
int eni_door_commit(struct eni_door *door);
void eni_door_close(struct eni_door *door); /* gives the lock back; what was not committed is dropped */

#endif
