/*
 * The records of one kind as typed columns: only the columns a job asked for, each as small as its type allows
 * (a code 1 byte, a moment or a text 4, a number or a set 8).  Room: book.
 * Columns are asked for by name before loading; several files may be laid over one another by id.
 *
 * Order of use: eni_sheet_want, eni_sheet_load once per input (or eni_sheet_window once per record), cells.  Asking for a column
 * once reading has begun, reading a cell before that, of a column that was not asked for or as what it is not: each is a bug,
 * caught by an assertion.
 */
#ifndef ENI_BOOK_SHEET_H
#define ENI_BOOK_SHEET_H

#include "book/days.h"
#include "book/deaths.h"
#include "book/decided_ends.h"
#include "book/unknown_word.h"
#include "form/reader.h"
#include "rec/value.h"

enum eni_as {
	ENI_AS_TYPED,
	ENI_AS_RAW,       /* the text as it was written, for printing; of names the bare name */
	ENI_AS_ADDRESSED, /* names with their form of address */
	ENI_AS_DEATH      /* a code of enum eni_death: what the cell says of it.  What one input said no other takes back */
};

/* What a typed cell holds. */
enum eni_cell_type { ENI_CELL_CODE, ENI_CELL_WHEN, ENI_CELL_NUMBER, ENI_CELL_BITS, ENI_CELL_TEXT, ENI_CELL_TYPES };

struct eni_sheet_column {
	struct eni_str name;
	const struct eni_field *field; /* NULL: an unknown column */
	enum eni_as as;
	enum eni_cell_type type;
	bool is_name;                 /* of a person */
	struct eni_open_cells vacant; /* cells that only keep somebody's place (未定) */
	union {
		uint8_t *code;
		int32_t *when; /* packed: eni_pack_when */
		int64_t *number;
		uint32_t *bits;
		uint32_t *text; /* place in the pool; 0: empty */
	} cell;                 /* all NULL: no input has this column */
};

struct eni_pool {
	char **block;
	size_t n_blocks, cap;
	size_t used; /* of the last block */
};

struct eni_foreign {
	struct eni_str id;
	struct eni_place place;
};

struct eni_sheet {
	enum eni_kind kind;
	bool settled; /* reading has begun: the columns are these */
	struct eni_arena arena;
	struct eni_sheet_column *column;
	size_t n_columns, cap_columns;
	size_t n, cap;  /* rows */
	size_t cleared; /* rows up to here have empty cells, or what was put there */
	uint32_t *line; /* with file and row: where the row was written last (struct eni_place) */
	uint32_t *row;
	uint8_t *file;
	const char **files;
	size_t n_files;
	bool *selected; /* the row was named by an operand */
	struct eni_pool pool;
	struct eni_map by_id;   /* first row of an id */
	struct eni_map last_of; /* name -> the number of the last of its namesakes */
	bool named;             /* an input had names for ids */
	bool late;              /* the rows being read are indexed when all are there */
	uint32_t *same;         /* the next row of the same id, or ENI_NONE; NULL while every id is unique */
	uint32_t *same_last;    /* of the first row of an id: the last one, where there are more */
	struct eni_str *header; /* all header names seen, canonical where known: what -w, -f and rules may name */
	size_t n_headers, cap_headers;
	uint32_t *namesake; /* rows whose id, made of a name, another row has too: NAME#2 */
	size_t n_namesakes, cap_namesakes;
	struct eni_foreign *foreign; /* ids of a stream that only names records: not in this sheet */
	size_t n_foreign, cap_foreign;
	struct eni_unknown_words unknown; /* words of enumerations */
	struct eni_open_days open_days;   /* columns of days without a year, and of parts of months */
};

/* Where a row was written last. */
struct eni_place eni_sheet_place(const struct eni_sheet *s, size_t row);

void eni_sheet_init(struct eni_sheet *s, enum eni_kind kind);
void eni_sheet_free(struct eni_sheet *s);

/* What identifies the records of a list: the column of ids or, in a list without ids, of names. */
struct eni_id_column {
	size_t at;    /* SIZE_MAX: the list has neither */
	size_t other; /* where that is empty: the organisation of a partner for whom nobody is named; or SIZE_MAX */
	bool is_name;
};
struct eni_id_column eni_id_column(enum eni_kind kind, const struct eni_field *const *bound, size_t n);
/* The id in a cell of that column, as ids are compared: NFKC, case kept (decision 5), of a name its identity (decision 55).  Empty:
 * none. A part of the cell, or in b. */
struct eni_str eni_id_read(struct eni_id_column c, struct eni_str cell, struct eni_buf *b);
/* Whether an id (trimmed, NFKC) can be one: at most 256 bytes without blanks and controls. */
bool eni_id_is_clean(struct eni_str id);
/* Excel leaves lines of nothing but commas at the end of a list. */
bool eni_row_is_blank(const struct eni_row *in);

/* Column number of the column of that name, kept as `as`; the same call twice gives the same number.  Before loading. */
size_t eni_sheet_want(struct eni_sheet *s, struct eni_str name, enum eni_as as);
/* Whether a column was asked for in that way, and its number where it was; at any time. */
bool eni_sheet_wants(const struct eni_sheet *s, struct eni_str name, enum eni_as as);
size_t eni_sheet_find(const struct eni_sheet *s, struct eni_str name, enum eni_as as);
/* From here on no column can be asked for; also of a sheet that no input is loaded into. */
void eni_sheet_settle(struct eni_sheet *s);
/* The id's column: always 0. */
enum { ENI_COL_ID = 0 };

/* One input laid over what is there.  bound[i]: field of the reader's column i, from eni_bind. */
struct eni_feed {
	struct eni_reader *reader;
	const struct eni_field **bound;
	const struct eni_office *office;
	const char *prefix; /* ids for records without one: prefix and row number ("new-"); NULL: they are set aside */
	size_t nth;         /* how many records were numbered before; the next input goes on from there */
	bool overlay;       /* a record of a known id replaces the cells this input has; otherwise it stands beside it */
	bool select;        /* mark the records as named by an operand */
	int32_t today;
};
/* Reads all records.  Bad cells are reported at their place and count as empty; records without a usable id or status are set
 * aside. 0, or -1 when reading had to stop. */
int eni_sheet_load(struct eni_sheet *s, struct eni_feed *f, struct eni_diag *d);
/* Reports each unknown word once, with its count, and columns with parts of months; after the last load. */
void eni_sheet_report_unknown_words(struct eni_sheet *s, struct eni_diag *d);
/*
 * A window: a sheet of a single row, through which a stream of records is looked at one by one (rules, --where and -f see it as
 * they see a loaded sheet).  eni_sheet_window forgets the record before and begins an empty one at that place; eni_sheet_put fills
 * in a cell, false when it cannot be read as its column wants (then it is empty).
 */
void eni_sheet_window(struct eni_sheet *s, struct eni_place at);
bool eni_sheet_put(struct eni_sheet *s, const struct eni_office *o, int32_t today, size_t column, struct eni_str cell);
/* A code that is not understood; whoever puts it has reported it. */
void eni_sheet_put_unread(struct eni_sheet *s, size_t column);

/* Notes the header names of an input as known names. */
void eni_sheet_note_headers(struct eni_sheet *s, const struct eni_str *header, const struct eni_field *const *bound, size_t n);
bool eni_sheet_has_header(const struct eni_sheet *s, struct eni_str name);

/* Cells.  A typed cell that could not be read is empty: see eni_sheet_bad. */
struct eni_str eni_sheet_text(const struct eni_sheet *s, size_t column, size_t row);
int eni_sheet_code(const struct eni_sheet *s, size_t column, size_t row); /* 0: empty; ENI_UNKNOWN_WORD: unread */
/* Those of all rows, for who walks along them; NULL: no input has that column.  Until a row is added. */
const uint8_t *eni_sheet_codes(const struct eni_sheet *s, size_t column);
struct eni_when eni_sheet_when(const struct eni_sheet *s, size_t column, size_t row);
bool eni_sheet_bad(const struct eni_sheet *s, size_t column, size_t row);
/* Scaled by ENI_NUM_SCALE; false when empty. */
bool eni_sheet_number(const struct eni_sheet *s, size_t column, size_t row, int64_t *out);
uint32_t eni_sheet_bits(const struct eni_sheet *s, size_t column, size_t row);
/* After loading: what the whole book says counts for more than the cell did. */
void eni_sheet_set_code(struct eni_sheet *s, size_t column, size_t row, int code);
static inline struct eni_str
eni_sheet_id(const struct eni_sheet *s, size_t row)
{
	return eni_sheet_text(s, ENI_COL_ID, row);
}

/* A moment in 32 bits: minutes since 1970 twice, plus 1 when the time is known; sorts like eni_when_cmp. */
enum { ENI_PACKED_NONE = INT32_MIN, ENI_PACKED_BAD = INT32_MIN + 1 };
static inline int32_t
eni_pack_when(struct eni_when w)
{
	return w.day == ENI_NODAY ? (int32_t)ENI_PACKED_NONE : (int32_t)(eni_when_minutes(w) * 2 + (w.minute >= 0));
}
static inline struct eni_when
eni_unpack_when(int32_t p)
{
	int64_t minutes;
	int32_t day;

	if (p <= ENI_PACKED_BAD)
		return ENI_NEVER;
	minutes = (int64_t)p >> 1;
	day = (int32_t)(minutes >= 0 ? minutes / 1440 : -((-minutes + 1439) / 1440));
	return (struct eni_when){day, (p & 1) != 0 ? (int32_t)(minutes - (int64_t)day * 1440) : (int32_t)ENI_NOTIME};
}

#endif
