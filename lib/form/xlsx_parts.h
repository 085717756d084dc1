/* What the files of the reader of workbooks share.  Private to room form: xlsx_book.c, xlsx_texts.c, xlsx_sheet.c. */
#ifndef ENI_FORM_XLSX_PARTS_H
#define ENI_FORM_XLSX_PARTS_H

#include <expat.h>

#include "form/libzip.h"
#include "form/number_format.h"
#include "form/xlsx.h"

/* A longer text is cut here, behind the limit of readers, who then set its row aside. */
enum { ENI_XLSX_TEXT_MAX = 1024 * 1024 + 8 };

/* An XML part of the archive on its way through the parser. */
struct eni_xlsx_part;
struct eni_xlsx_events {
	/* Names without their prefix; attributes in pairs, ended by NULL. */
	void (*start)(void *state, const char *name, const char **attribute);
	void (*end)(void *state, const char *name);
	void (*text)(void *state, const char *p, int n); /* may be NULL */
};

struct eni_xlsx_part {
	struct eni_xlsx *book;
	const struct eni_xlsx_events *events;
	void *state;
	zip_file_t *file;
	XML_Parser xml;
	uint64_t bytes, packed; /* unpacked so far; in the archive */
	unsigned depth;
	bool ended, paused;
	const char *why; /* it was stopped: what is wrong; or NULL */
};

/* Opens the part of that name: 0; -1 after eni_fail, also where there is none.  Close it either way. */
int eni_xlsx_part_open(struct eni_xlsx_part *p, struct eni_xlsx *x, const char *name, const struct eni_xlsx_events *e, void *state);
/* Feeds it one piece: 1, 0 at the end, -1 after eni_fail. */
int eni_xlsx_part_step(struct eni_xlsx_part *p);
/* Inside an event: gives up, for that reason (N_). */
void eni_xlsx_part_stop(struct eni_xlsx_part *p, const char *why);
/* Inside an event: this step has given enough. */
void eni_xlsx_part_pause(struct eni_xlsx_part *p);
void eni_xlsx_part_close(struct eni_xlsx_part *p);
/* All of it at once.  0 or -1. */
int eni_xlsx_part_read(struct eni_xlsx *x, const char *name, const struct eni_xlsx_events *e, void *state);

/* The value of an attribute (its name without prefix), or NULL. */
const char *eni_xlsx_attribute(const char **attribute, const char *name);
bool eni_xlsx_is_true(const char *value); /* "1", "true"; NULL is false */

/* A text of the workbook and how it is read aloud. */
struct eni_xlsx_text {
	size_t at, n;     /* in the buffer; as it stands in TSV */
	size_t reading_n; /* behind it; 0: none */
};

/* A text being gathered: <si> or <is>, with runs, readings and escapes. */
struct eni_xlsx_rich {
	struct eni_buf text, reading; /* plain; the reading of the whole so far */
	struct eni_buf run;           /* of the reading that is open */
	size_t read, unit;            /* how far in `text` the readings have come, in bytes and UTF-16 units */
	unsigned long from, to;       /* what the open reading is of, in UTF-16 units */
	bool in_text, in_reading;
	bool readable; /* no kanji is without a reading */
	bool any;      /* there are readings */
};
void eni_xlsx_rich_begin(struct eni_xlsx_rich *r);
void eni_xlsx_rich_start(struct eni_xlsx_rich *r, const char *name, const char **attribute);
void eni_xlsx_rich_text(struct eni_xlsx_rich *r, const char *p, int n);
void eni_xlsx_rich_end(struct eni_xlsx_rich *r, const char *name);
/* Appends it to out as it stands in TSV, its reading behind it. */
struct eni_xlsx_text eni_xlsx_rich_put(struct eni_xlsx_rich *r, struct eni_buf *out);
void eni_xlsx_rich_free(struct eni_xlsx_rich *r);

/* Appends a cell's text for TSV: \t, \n, \r, \\. */
void eni_xlsx_put_tsv(struct eni_buf *out, struct eni_str s);
/* Appends a piece of a text, as far as ENI_XLSX_TEXT_MAX allows. */
void eni_xlsx_gather(struct eni_buf *out, const char *p, int n);
/* Appends a text whose characters may stand as _x000D_. */
void eni_xlsx_unescape(struct eni_buf *out, struct eni_str s);

struct eni_xlsx_sheet {
	struct eni_str name;
	const char *part;
	bool hidden;
};

/* What was left out or is empty, and the first of its cells. */
struct eni_xlsx_count {
	size_t n;
	uint32_t row, column;
};

enum eni_xlsx_cell {
	ENI_CELL_NUMBER,
	ENI_CELL_SHARED,
	ENI_CELL_INLINE,
	ENI_CELL_RESULT,
	ENI_CELL_YES_NO,
	ENI_CELL_ERROR,
	ENI_CELL_DAY
};

/* The sheet that is read. */
struct eni_xlsx_reading {
	struct eni_xlsx_part part;
	struct eni_buf out; /* TSV, handed on up to `given` */
	size_t given;
	uint32_t line, tabs; /* where it ends: line and column */
	bool with_readings, hidden_rows, named;
	struct eni_xlsx_readings readings;
	/* the place in the sheet */
	uint32_t row, column;
	bool in_data, in_cell, in_value, row_hidden, row_counted;
	/* the cell */
	enum eni_xlsx_cell type;
	unsigned long style;
	bool formula;
	struct eni_buf value; /* as it stands in the sheet */
	struct eni_xlsx_rich rich;
	struct eni_buf plain, tsv; /* what it means; and as text of TSV */
	struct eni_xlsx_count errors, unknown, hidden;
};

struct eni_xlsx {
	const char *file;
	struct eni_diag *diag;
	struct eni_buf bytes;
	const struct eni_libzip *libzip;
	zip_t *zip;
	struct eni_arena arena;
	bool since_1904;
	struct eni_xlsx_sheet *sheet;
	size_t sheets, sheet_cap;
	const char *styles, *shared;      /* parts; NULL: none */
	struct eni_number_format *format; /* of each style of cells */
	size_t formats, format_cap;
	bool has_texts; /* they were read */
	struct eni_buf texts;
	struct eni_xlsx_text *text;
	size_t n_texts, text_cap;
	bool has_readings;
	struct eni_xlsx_reading now;
};

int eni_xlsx_fail(const struct eni_xlsx *x, const char *what); /* -1 after eni_fail */
/* Reads the shared texts.  0 or -1. */
int eni_xlsx_read_texts(struct eni_xlsx *x);
void eni_xlsx_end_sheet(struct eni_xlsx *x);

#endif
