/*
 * Writing record streams: csv, tsv, yaml, json, jsonl, excel; the workbook, the aligned table and the page for people.  Room: form.
 * What is written reads back equal; only the number columns of json read back as numbers do ("-" as nothing, 12.50 as 12.5).  The
 * library writes to the FILE it is given and never closes it.  Cells are valid UTF-8 without NUL: whoever took them in has seen
 * to that.
 *
 * csv    RFC 4180 with LF: quotes around a cell that holds , " CR LF, that begins or ends with a blank or tab or begins with a
 *        BOM, and around the one empty cell of a one-column row (a blank line is no record).
 * tsv    a record is a line: newline, tab, CR and backslash leave as \n \t \r \\.  (A one-column row that is empty or all
 *        blanks is a blank line, which readers pass over: tsv has no quotes.)
 * json   an array, one object a line; jsonl the objects alone.  yaml: a block list of mappings; a text stands without quotes only
 *        where no YAML reader, whatever its rules for types, takes it for anything but that text (so ids, phones and days are
 *        quoted).  In json and yaml a column name that stands twice becomes NAME.2 (NAME.3 where there is a NAME.2 already).
 * excel  BOM, CRLF, csv quoting, headings instead of names, and the formula guard: a ' goes before a cell that begins with one
 *        of = + - @ tab CR LF or full-width ＝ ＋ － ＠.  Left alone are a lone - and plain negative numbers (-5, -1,200.5).
 *        A phone such as +81-3-0000-0000 gets the guard: Excel would work out the sum; dead formulas go before looks.
 *        A cell that begins with '= '+ ''= and so on gets one more ', so that taking one away (eni_excel_unguard) gives back
 *        any cell there is.  What a spreadsheet would turn into another number or a day (001, a telephone number, more than 15
 *        digits, 1E5, 1-2, 2026-11) gets a tab behind it, unseen, and stays a text; reading takes it away.  Whole days stay days.
 * xlsx   a workbook of one sheet, written in one piece at the end, the same bytes for the same rows, options and library: headings
 *        instead of names, frozen and on every printed page, a filter, columns as wide as their text (wrapped where that is wide),
 *        one page wide in print with the office and the day above.  A cell that is a day or a moment as these commands write them
 *        is one there, and a number of a number column, of up to 15 digits, is a number; everything else is a text, never a
 *        formula.  Columns to fill in are tinted; those with words to choose from offer them, those for a day know one, and both
 *        let other words pass when asked again.  Characters that XML has not leave as _xHHHH_, as Excel itself writes and reads
 *        them; line ends of any kind as LF; what is longer than a cell (32767 units of UTF-16) ends in ….
 * table  columns aligned by screen columns with two blanks between, numbers to the right, control characters shown by eni_show,
 *        line ends as ↵.  With a width the widest text columns are cut with …, but never below 16 screen columns (days and moments
 *        fit; prose below 10) and never the column id.
 * html   a fragment to be put into a page, in HTML 5, or a page of its own: a picture of the rows if there is one, and a table with
 *        its title, numbers to the right, money with marks at the thousands.  It needs nothing else, has no script and says nothing
 *        by colour alone; on a narrow screen every row is a card, on paper the header stands on each sheet and no row is cut in
 *        two.  What is in a cell is text: <, &, > and quotes are escaped, line ends are line breaks, control characters are shown
 * by eni_show.
 */
#ifndef ENI_FORM_WRITER_H
#define ENI_FORM_WRITER_H

#include <stdio.h>

#include "base/day.h"
#include "form/reader.h"

/* How a column leaves in JSON, YAML and xlsx (and is aligned in a table). */
enum eni_column_type {
	ENI_COL_TEXT,          /* string; missing is "" */
	ENI_COL_PROSE,         /* the same, and its beginning says enough: in a narrow table it is cut shorter than others */
	ENI_COL_WRITTEN_DAY,   /* a string as somebody wrote it; in xlsx what it says, where it is a day in any form .. */
	ENI_COL_WRITTEN_COUNT, /* .. a number .. */
	ENI_COL_WRITTEN_MONEY, /* .. money without a sign or word */
	ENI_COL_NUMBER,        /* counts, numbers of reports: a number as it stands; missing ("" or "-") is null in JSON */
	ENI_COL_MONEY          /* the same */
};

/* Whether it leaves as a number. */
static inline bool
eni_column_is_number(enum eni_column_type type)
{
	return type == ENI_COL_NUMBER || type == ENI_COL_MONEY;
}

struct eni_column {
	struct eni_str name; /* canonical name: the header of machine formats */
	const char *heading; /* for table and excel in the user's language; NULL: the name */
	enum eni_column_type type;
	int spare;                 /* a table too wide for the terminal leaves such columns out, 1 first; 0: never */
	bool to_fill;              /* empty: whoever reads the sheet fills it in .. */
	const char *const *choice; /* .. with one of these words, NULL behind the last; NULL: anything.  Not copied */
};

/* xlsx, html: what a sheet or a page says of itself. */
struct eni_sheet_page {
	struct eni_when at;    /* when it was printed, by the clock of the office */
	struct eni_str office; /* whose it is, or empty */
	const char *lang;      /* whose letters: ja, zh, en; NULL: any */
	size_t columns;        /* xlsx: that are printed on paper, the first of all; 0: all */
	/* html: */
	const char *title;            /* over the table; NULL: none .. */
	struct eni_str span;          /* .. and of when it is, or empty */
	const char *document;         /* the title of a page of its own; NULL: a fragment */
	const struct eni_buf *figure; /* markup of the picture before the table, looked at in the end; NULL or empty: none */
};

struct eni_writer_options {
	enum eni_format format;            /* one that is no stream of records (ENI_FORMAT_NONE, a page) gives csv */
	bool no_header;                    /* csv and tsv */
	bool wide_ambiguous;               /* tables: ambiguous characters take two columns */
	int width;                         /* table: screen columns to fit into; 0: no limit */
	bool colour;                       /* table: bold headings (never when NO_COLOR or no terminal: the caller decides) */
	const struct eni_sheet_page *page; /* xlsx, html: kept until the end; NULL: it says nothing of itself */
};

struct eni_writer;

/* Columns are copied. */
struct eni_writer *eni_writer_open(FILE *out, const struct eni_column *column, size_t n, const struct eni_writer_options *o);
/* n cells, in column order; they may go after the call. */
void eni_writer_row(struct eni_writer *w, const struct eni_str *cell);
/* Ends the document (an empty json list is "[]", an empty yaml "[]", an empty table only its headings) and frees the writer.
 * 0, or -1 when the stream has an error (a full disk); errno is that of the first failure. */
int eni_writer_end(struct eni_writer *w);

/* Appends a text as yaml writes it, bare or in quotes, on one line: as key, value or item of a block. */
void eni_yaml_text(struct eni_buf *out, struct eni_str s);

/* The cell as it was before the formula guard (see excel above): for reading a file that the excel format wrote. */
struct eni_str eni_excel_unguard(struct eni_str cell);

#endif
