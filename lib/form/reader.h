/*
 * Reading record files: csv, tsv, yaml, json, jsonl, workbooks; from a file or standard input.  Room: form.
 * A pull loop with three answers.  Rows that cannot be used are reported and passed over; the good ones come.
 *
 * Bytes: BOM stripped; UTF-16 by its BOM is converted; else --encoding; else UTF-8 or the encoding of the office's country (CP932
 * for jp, GB18030 for cn).  Never by statistics: the first bytes that are not ASCII decide.  A well-formed sequence of three or
 * more bytes (kana, kanji) is UTF-8, and later rows that are not are set aside with a hint to --encoding; a malformed one is the
 * office's encoding from there on.  Two-byte sequences decide nothing, since GB18030 and half-width katakana look like them.
 *
 * CSV: RFC 4180 with CRLF, LF or CR; what is called .csv and has tabs but no comma in its first line is read with tabs for commas.
 * libcsv in strict mode reads the fields that hold quotes, except those that are plain text between two quotes; the others are cut
 * at their commas here, which gives the same fields (measured: libcsv spends 40 instructions a byte).  Blanks around unquoted
 * fields are kept, around quotes dropped; ="001" is 001.  Blank lines are passed over, a first line `sep=,` and ^Z at the end are
 * no text.  A row that ends early has empty fields there.  Set aside with place and reason: more fields than the header has
 * (trailing empty ones are no fault), an unclosed quote (it ends at the line where its record began: the next line is read anew),
 * text after a closing quote, NUL or other C0 controls (tab and line ends inside quotes are fine), invalid bytes, a field over
 * 1 MiB, a row over 4 MiB.  More than 1,024 columns, an unusable header line:
 * eni_fail.
 *
 * Spreadsheets (csv and tsv with `spreadsheet`; enishi-records(5), LISTS FROM SPREADSHEETS): the header is looked for, and may have
 * titles and groups above it and two lines; totals and rows with nothing but a remark are passed over; cells that repeat another
 * (〃, 同左) come as what they repeat.
 *
 * Workbooks (xlsx.h), whatever they are called: the sheet that the path names (book.xlsx#名簿), else the first, hidden ones aside,
 * in which a header is found by its words, else the first with cells; then as csv.  Lines are rows.  Where names have readings and
 * no column is `kana`, one is made of them, behind the names.  Sheets that hold such lists too, and hidden ones, are reported.
 *
 * yaml, json and jsonl are read whole (at most 64 MiB).  Values are scalars or lists of scalars (joined by single blanks); other
 * records are set aside, as are single lines of jsonl; a syntax error of yaml or json is eni_fail.  A record without a single key
 * ({}) is passed over like a blank line, so a row always has a column.  A .json file may also hold objects one after the other;
 * what begins with an object that ends on its line is jsonl.
 */
#ifndef ENI_FORM_READER_H
#define ENI_FORM_READER_H

#include "base/diag.h"
#include "form/format.h"
#include "rec/kinds.h"

struct eni_source_options {
	enum eni_format format; /* ENI_FORMAT_NONE: by the name's ending, else by the first byte ([ or { json, "- " yaml, a tab in
				   the first line tsv, else csv) */
	const char *encoding;   /* iconv name, or NULL for the rule above; "sjis", "shift_jis" mean CP932, "gbk" GB18030, "utf-8" no
				   fallback */
	const char *fallback;   /* encoding when the bytes are no UTF-8: "CP932" or "GB18030" */
	bool spreadsheet; /* records of a kind, perhaps as people keep them in spreadsheets (below); else line 1 is the header and
			     every row counts */
	enum eni_kind kind;
	const struct eni_map *aliases; /* the office's own headers, as in struct eni_headers; they must outlive the reader */
	FILE *rejects;                 /* set-aside records go here as they came, with columns line and reason in front; or NULL */
	bool hidden;                   /* hidden rows and sheets of workbooks are read like others */
	bool no_header;                /* the first row is data (phone logs): columns are named column.1 .. */
};

struct eni_row {
	const struct eni_str *cell; /* n cells, in the order of eni_reader_header; missing ones are empty */
	size_t n;
	struct eni_place place;
	size_t passed;      /* rows passed over since the one before */
	struct eni_str raw; /* the record's bytes as converted to UTF-8, without its line end; csv, tsv and jsonl only; of a row
			       that repeats another none */
};

struct eni_reader;

/* path "-" is standard input, shown as "-" in messages; `shown` is the name for messages (kept by pointer), NULL: path.
 * NULL after eni_fail (not there, not readable, a folder, a header that cannot be used).  Without a single record, also without a
 * header, it is an empty list of no columns.  `o` may be NULL. */
struct eni_reader *eni_reader_open(const char *path, const char *shown, const struct eni_source_options *o, struct eni_diag *d);

/* Header names as written (after trimming and BOM); for yaml and json the union of the keys in order of first appearance.
 * A repeated identical header becomes NAME.2, an empty one column.N (N its position). */
const struct eni_str *eni_reader_header(const struct eni_reader *r, size_t *n);

/* Whether a header looks like one of those two, which the reader made itself. */
bool eni_header_is_made_up(struct eni_str header);

/* What it is called in messages. */
const char *eni_reader_file(const struct eni_reader *r);

/* Whether it is a workbook, whatever it is called: it can be read, but nothing is written into it. */
bool eni_reader_is_workbook(const struct eni_reader *r);

/* Whether it is csv with something else for commas (tabs; what a first line `sep=;` says): it can be read, but rows with commas
 * must not be added to it. */
bool eni_reader_has_other_separator(const struct eni_reader *r);

/* The lines above the records of csv and tsv; all 0 for other formats and without a header. */
struct eni_title {
	uint32_t line;
	struct eni_str text; /* as it stands */
};
struct eni_head {
	struct eni_title *title; /* what stands above the header, a line of groups too */
	size_t titles;
	uint32_t group;      /* the line of groups right above the header; 0: none */
	uint32_t line, last; /* the header's first line; the last line before the records */
};
const struct eni_head *eni_reader_head(const struct eni_reader *r);

/* Rows of a spreadsheet that were passed over so far, and the line of the first of each sort; 0: none. */
struct eni_passed {
	size_t totals, remarks; /* 合計; rows with nothing but a remark */
	uint32_t total_line, remark_line;
};
const struct eni_passed *eni_reader_passed(const struct eni_reader *r);

/* Whether a cell of the present row repeats another: what it repeats stands in the row. */
enum eni_repeat { ENI_REPEATS_NONE, ENI_REPEATS_ABOVE, ENI_REPEATS_LEFT };
enum eni_repeat eni_reader_repeats(const struct eni_reader *r, size_t column);

/* The header is no header but the first record, as its reader can tell (phone logs): it comes with the next call of
 * eni_reader_next, and columns are named column.1 ..  Before anything else was asked of the reader; csv and tsv only. */
void eni_reader_headless(struct eni_reader *r);

/* Only these columns are wanted (want[i] for column i): the others' cells may come empty.  Before the first next. */
void eni_reader_want(struct eni_reader *r, const bool *want);

/* 1: a record, 0: clean end, -1: the reason has been reported (eni_fail: I/O error, or eni_aside under --strict). */
int eni_reader_next(struct eni_reader *r, struct eni_row *row);

/* Looks at the first record without taking it: the next eni_reader_next gives it again.  False when there is none (an error comes
 * with that next).  Before eni_reader_want. */
bool eni_reader_first(struct eni_reader *r, struct eni_row *row);

/* A row made of each column's first filled value, where a column's header does not tell what it holds (eni_bind); of standard input
 * only the first record.  False when there is no record. */
bool eni_reader_sample(struct eni_reader *r, struct eni_row *row);

/* Of a workbook, every row that is not empty, from the first one on, titles and header too, as its cells are read: for who makes
 * another file of it.  Records are not to be had afterwards.  As eni_reader_next. */
int eni_reader_next_row(struct eni_reader *r, struct eni_row *row);

/* Sets the current record aside for a reason of the caller: eni_aside at its place and, where asked, to the rejects file.  Returns
 * -1. */
int eni_reader_reject(struct eni_reader *r, const char *field, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* The same for a record that was read before and kept (for csv its raw bytes, else its cells). */
int eni_reader_reject_kept(struct eni_reader *r, const struct eni_row *row, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

void eni_reader_close(struct eni_reader *r); /* NULL is fine */

enum { ENI_END_OF_TEXT = 0x1a }; /* ^Z: what ends a text of DOS descent, and is no part of it */

/* The bytes of a first line `sep=,` of a csv (with its line end; also in quotes), and the separator that it says; 0 without one. */
size_t eni_sep_line(struct eni_str head, char *sep);

/* Appends the text of a TSV cell: \n, \t, \r and \\ stand for line ends, tab and backslash. */
void eni_tsv_unescape(struct eni_buf *out, struct eni_str s);

/* A header row, and what helps to read it: 联系方式, 連絡先, 联络方式 are decided by the first filled value of their column. */
struct eni_headers {
	const struct eni_str *name;
	size_t n;
	const struct eni_row *first;   /* the first filled values; NULL: those are ways of contact */
	const struct eni_map *aliases; /* the office's own words (office.yaml aliases:), folded -> index into eni_fields; or NULL */
	const char *file;              /* for messages */
	uint32_t line;                 /* likewise; 0: the first */
	bool lenient;                  /* of two headers for one field the second is an unknown column, and no failure */
	bool form;                     /* what came in may be a form: its questions are read, too (answers.h) */
	struct eni_str *option;        /* of a form, filled in: of each column the option that it is for, or empty */
};
/*
 * Which column is which field.  out[i] is the field of column i or NULL (an unknown column, which travels through).
 * Two different headers for one field: eni_fail naming both; 備考 and メモ are both `note` and the second stays an unknown column,
 * and of several telephones of a client one is phone2, or theirs about whom the columns before it are.
 * In a form several columns may be one field: those of a question's options, and the times at which the answering began and ended.
 * Returns 0 or -1.
 */
int eni_bind(enum eni_kind kind, const struct eni_headers *h, const struct eni_field **out, struct eni_diag *d);

/* Whole input in memory as valid UTF-8, for settings, trees and small files: at most `limit` bytes; UTF-8 it must be where neither
 * encoding nor fallback is given.  0 or -1 after eni_fail. */
int eni_slurp(struct eni_buf *out, const char *path, const char *encoding, const char *fallback, size_t limit, struct eni_diag *d);

#endif
