/*
 * What the readers share.  Private to room form: reader.c, format.c, csv_in.c, list_in.c, json_in.c, yaml_in.c,
 * xlsx_in.c, rejects.c.
 * csv, tsv and the sheets of workbooks are cut from a sliding block (eni_cutter); yaml, json and jsonl are read whole (eni_list).
 */
#ifndef ENI_FORM_READER_PARTS_H
#define ENI_FORM_READER_PARTS_H

#include <csv.h>

#include "form/marks.h"
#include "form/reader.h"
#include "form/source.h"

enum { ENI_FIELD_MAX = 1024 * 1024, ENI_ROW_MAX = 4 * 1024 * 1024, ENI_COLUMNS_MAX = 1024 };
enum { ENI_LIST_MAX = 64 * 1024 * 1024, ENI_LIST_CELLS_MAX = 4000000 };

/* Where a record begins: in the block, in the file, and in a spreadsheet. */
struct eni_cut_place {
	size_t at;
	uint32_t line, row;
};

/* Cuts csv and tsv.  The block holds [at, n) of the input still to be cut, always from a record's beginning. */
struct eni_cutter {
	struct eni_source src;
	char *block;
	size_t at, n, cap;
	bool ended;                /* the block holds the end of the input */
	uint32_t line;             /* on which the record at `at` begins */
	uint32_t row;              /* and its row in a spreadsheet, whose cells may hold line ends */
	struct eni_cut_place kept; /* the block goes back as far as that, where at is not SIZE_MAX */
	char sep, mark;            /* , and " or tab and backslash */
	struct eni_marks marks;
	size_t next; /* the mark the walk comes to next */
	struct csv_parser csv;
	bool csv_ready;
	const bool *want; /* NULL: all */
	size_t wants;
	/* The record that was cut last. */
	struct eni_str *cell;
	size_t cells;
	struct eni_buf text; /* of cells that differ from their bytes; never moves within a record */
	struct eni_str raw;
	uint32_t raw_line, raw_lines; /* where it began, how many lines it takes */
	uint32_t raw_row;
	bool control, escaped, closed;
	const char *fault; /* why it could not be cut */
	uint32_t fault_line;
};

enum eni_cut { ENI_CUT_ROW, ENI_CUT_END, ENI_CUT_BAD, ENI_CUT_FAILED };

/* 0, or -1 after eni_fail. */
int eni_cutter_open(
    struct eni_cutter *c, const char *path, const char *shown, const struct eni_source_options *o, struct eni_diag *d);
/* Reads the first block, which shows the format.  0, or -1 after eni_fail. */
int eni_cutter_first(struct eni_cutter *c);
/* The same of a workbook: from here on that sheet is cut, from its first row.  0, or -1 after eni_fail. */
int eni_cutter_sheet(struct eni_cutter *c, size_t sheet, const struct eni_xlsx_readings *r, bool hidden_rows);
/* Says what is being cut; from here on eni_cutter_next may be called.  tabs: csv with tabs for commas. */
void eni_cutter_begin(struct eni_cutter *c, enum eni_format format, bool tabs);
/* The next record that is no blank line.  BAD: c->fault says why, c->raw is its first line, as far as it is in the block; the next
 * record is the next line.  FAILED: reported. */
enum eni_cut eni_cutter_next(struct eni_cutter *c);
/* After BAD: the next piece of a line that was too long for the block; false when there is none. */
bool eni_cutter_rest(struct eni_cutter *c, struct eni_str *piece);
/* The place of the record just cut; going back to one that is still in the block. */
struct eni_cut_place eni_cutter_place(const struct eni_cutter *c);
void eni_cutter_go(struct eni_cutter *c, struct eni_cut_place to);
void eni_cutter_close(struct eni_cutter *c);

/* Records read whole: each is a run of (column, text). */
struct eni_list_cell {
	size_t column;
	struct eni_str text;
};
struct eni_list_record {
	struct eni_str raw;
	uint32_t line;
	const char *fault; /* NULL: none */
	size_t first, n;   /* cells */
};
struct eni_list {
	struct eni_arena *arena;
	struct eni_diag *diag;
	const char *file;
	struct eni_buf bytes;
	struct eni_str *name; /* columns */
	size_t names, name_cap;
	struct eni_map column; /* name -> position */
	struct eni_list_record *record;
	size_t records, record_cap;
	struct eni_list_cell *cell;
	size_t cells, cell_cap;
	size_t at; /* the record that comes next */
};

void eni_list_record(struct eni_list *l, uint32_t line, struct eni_str raw);
/* To the record begun last.  Name and text must live as long as the list. */
void eni_list_cell(struct eni_list *l, struct eni_str name, struct eni_str text);
/* The record begun last cannot be used; the first fault stays. */
void eni_list_fault(struct eni_list *l, const char *fault);
void eni_list_free(struct eni_list *l);

/* Each reads l->bytes.  0, or -1 after eni_fail. */
int eni_list_from_yaml(struct eni_list *l);
int eni_list_from_json(struct eni_list *l);
int eni_list_from_jsonl(struct eni_list *l, const char *complaint);

/* The format by the name's ending, else by the first bytes. */
enum eni_format eni_format_guess(const char *path, struct eni_str head);
/* Whether what is called csv has tabs between its fields, as some spreadsheets save it: tabs outside quotes and no comma in its
 * first line. */
bool eni_format_has_tabs(struct eni_str head);

/* A row whose cells outlive the block. */
struct eni_kept_row {
	struct eni_arena texts;
	struct eni_str *cell; /* NULL: none */
};

struct eni_reader {
	const char *path; /* and options: as it was opened, for a second look */
	struct eni_source_options options;
	bool peeked;  /* a record was looked at and not taken */
	bool tabs;    /* csv by name, with tabs for commas */
	bool guarded; /* -i excel: the formula guard is taken off again */
	int peeked_rc;
	struct eni_diag *diag;
	const char *file;
	enum eni_format format;
	FILE *rejects; /* or NULL */
	bool rejects_begun;
	struct eni_arena arena; /* header names, texts of a list */
	struct eni_str *header;
	struct eni_str header_raw; /* as it stood; empty where there was none */
	size_t n;
	struct eni_cutter cut;
	struct eni_list list;
	bool is_list;
	struct eni_str *cell; /* of a list's row */
	/* Lists from spreadsheets, see header.c and rows.c. */
	struct eni_head head;
	bool *counts; /* a cell of this column makes the row somebody's; NULL: every row is a record */
	bool any_counts;
	bool *names;   /* this column says who it is: the id, the name */
	size_t passed; /* rows passed over since the record before */
	struct eni_passed all_passed;
	bool plain;          /* the row just cut is ASCII */
	uint16_t *looked_at; /* the columns that are wanted */
	size_t n_looked_at;
	enum eni_repeat *repeat;     /* which cells of the row repeated another */
	bool repeats;                /* any did */
	bool chain;                  /* likewise of the record before, whose cells were kept */
	struct eni_kept_row kept[2]; /* of such records, by turns */
	unsigned turn;
	struct eni_buf folded;
	/* Of a workbook, see xlsx_in.c. */
	size_t sheet; /* that is read */
	struct eni_xlsx_readings readings;
	bool with_readings;
	bool in_rows;                       /* eni_reader_next_row was called */
	size_t unread_lists, unread_hidden; /* sheets that are not read: with headers that are known; hidden ones with cells */
};

/* The field of a header in the words of the office or the trade, or NULL; of a way of contact by the column's first filled value.
 * bind.c */
const struct eni_field *eni_field_of_header(
    enum eni_kind kind, struct eni_str header, struct eni_str value, const struct eni_map *aliases);

/* Whether the record just cut can be a header: 0, or -1 after eni_fail. */
int eni_header_judge(struct eni_reader *r);
/* Finds the lines of the header and cuts up to the first record: 1 with what its columns are called (in the reader's arena); 0
 * where no line looks like a header: the first record has not been cut; -1 after eni_fail. */
int eni_header_find_lines(struct eni_reader *r, struct eni_str **name, size_t *n);

/* Reads the header of what is cut, whose columns are named then.  1 where it was found by its words, 0 where the first record is
 * taken for it, or there is none, -1 after eni_fail. */
int eni_header_open(struct eni_reader *r);

/* Chooses the sheet of a workbook, by its name or its header, and reads that: 0, or -1 after eni_fail. */
int eni_reader_open_book(struct eni_reader *r);
/* Says, once, at the end of the sheet, what of the workbook was not read. */
void eni_reader_report_book(struct eni_reader *r);

/* A row that ends early has empty cells there. */
void eni_row_fill(struct eni_reader *r);
/* Whether the row just cut is a record, and what it is else. */
enum eni_row_sort { ENI_ROW_RECORD, ENI_ROW_BLANK, ENI_ROW_REMARK, ENI_ROW_TOTAL };
enum eni_row_sort eni_row_sort(const struct eni_reader *r);
/* Whether the row just cut may have marks that repeat another cell.  Only columns that are wanted are looked at: most rows have
 * none. */
bool eni_row_may_repeat(const struct eni_reader *r);
/* Puts what they repeat in the place of marks in the row just cut, which has all its cells.  One that repeats what is not there is
 * reported and stays, in the column of ids or names it is empty.  0, or -1 under --strict. */
int eni_row_resolve(struct eni_reader *r);

/* A row with its line and reason; what is no row gives its text, in pieces, as the first field. */
void eni_rejects_row(struct eni_reader *r, const struct eni_row *row, const char *reason);
void eni_rejects_begin_text(struct eni_reader *r, uint32_t line, const char *reason);
void eni_rejects_text(struct eni_reader *r, struct eni_str piece);
void eni_rejects_end_text(struct eni_reader *r);

#endif
