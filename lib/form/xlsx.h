/*
 * Workbooks (.xlsx, .xlsm) as text: each sheet comes as TSV, line N is row N, so that readers find headers, titles and records in
 * it as in any list and do not know the difference.  Room: form.  ECMA-376 (Office Open XML), transitional and strict.
 *
 * Cells: texts shared and inline without their readings; numbers, days and times as their number format shows them
 * (number_format.h); TRUE and FALSE; formulas as their results.  Errors (#N/A) and formulas that were never calculated are empty,
 * and counted.  Of merged cells the first has the text.  Hidden rows are passed over, and counted, unless asked for.
 *
 * What is opened may be anything: everything that grows with it has a limit, and what is damaged, encrypted or over a limit is
 * eni_fail.  A sheet is unpacked and read in pieces; in memory are the file and its shared texts.
 */
#ifndef ENI_FORM_XLSX_H
#define ENI_FORM_XLSX_H

#include <sys/types.h>

#include "base/diag.h"

enum { ENI_XLSX_FILE_MAX = 64 * 1024 * 1024 };

struct eni_xlsx;

/* Whether these first bytes are those of an archive, or of the container of old and of encrypted workbooks. */
bool eni_xlsx_is(struct eni_str head);
/* Of a path NAME.xlsx#SHEET (any case, .xlsm too) the file's name; all of it where it names no sheet. */
struct eni_str eni_xlsx_file_part(struct eni_str path);

/* Takes the bytes of the whole file over and leaves *bytes empty.  `file` is its name for messages; it and `d` must outlive the
 * book. NULL after eni_fail. */
struct eni_xlsx *eni_xlsx_open(struct eni_buf *bytes, const char *file, struct eni_diag *d);
void eni_xlsx_close(struct eni_xlsx *x); /* NULL is fine */
/* From here on messages go there. */
void eni_xlsx_set_diag(struct eni_xlsx *x, struct eni_diag *d);

/* The sheets with cells, in their order. */
size_t eni_xlsx_sheets(const struct eni_xlsx *x);
bool eni_xlsx_sheet_is_hidden(const struct eni_xlsx *x, size_t sheet);
/* The sheet of that name (of any case and width), or SIZE_MAX. */
size_t eni_xlsx_find_sheet(const struct eni_xlsx *x, struct eni_str name);

/* Readings of names (furigana, which Excel keeps beside what was typed), as a column of their own behind that of the names. */
struct eni_xlsx_readings {
	size_t column;        /* from 0: the column of names */
	uint32_t first, last; /* the rows of the header; readings are those of the rows behind them */
};
/* Whether texts with readings have been seen. */
bool eni_xlsx_has_readings(const struct eni_xlsx *x);

/* From now on that sheet is read, from its first row; `r` (NULL: none) is copied.  0, or -1 after eni_fail. */
int eni_xlsx_begin(struct eni_xlsx *x, size_t sheet, const struct eni_xlsx_readings *r, bool hidden_rows);
/* Puts up to `room` bytes of the sheet's text into out: their number, 0 at the end, -1 after eni_fail.  After eni_xlsx_begin. */
ssize_t eni_xlsx_read(struct eni_xlsx *x, char *out, size_t room);

/* Says what of the sheet read last was left out or is empty: once, at its end. */
void eni_xlsx_report(struct eni_xlsx *x);

#endif
