/*
 * A book: a folder of record files, its settings and the people in it, read for one moment.  Room: book.
 * Clients, referrers and staff are kept as sheets of the columns a job asked for; journal, visits, calls and the like are
 * streams, folded by their reader and never kept whole.  Reading takes no lock and writes nothing.
 *
 * Order of use: eni_book_open, eni_book_peek per kind (headers become known), eni_sheet_want, eni_book_load, eni_book_index.  The
 * stage says how far it is; a call out of order is a bug, caught by an assertion.
 */
#ifndef ENI_BOOK_BOOK_H
#define ENI_BOOK_BOOK_H

#include <assert.h>

#include "base/name.h"
#include "book/sheet.h"
#include "book/voids.h"

struct eni_book_options {
	const char *dir;
	struct eni_when now;      /* the moment; minute ENI_NOTIME: the end of that day */
	enum eni_format format;   /* -i, for operands (or, without operands, the main kind's file) */
	const char *encoding;     /* --encoding, likewise */
	bool hidden;              /* --hidden: of workbooks, the hidden rows and sheets too */
	FILE *rejects;            /* or NULL */
	const char *const *words; /* what an operand that is no id may have meant (verbs), for the message; or NULL */
	size_t n_words;
};

/* An input that was opened for its headers and waits to be loaded. */
struct eni_input {
	struct eni_reader *reader;
	const struct eni_field **bound;
	enum eni_kind kind;
	bool operand;
};

enum eni_book_stage {
	ENI_BOOK_OPEN,   /* headers become known, columns may be asked for */
	ENI_BOOK_LOADED, /* all records are there: people can be found and cells read */
	ENI_BOOK_INDEXED /* and the operands are resolved */
};

struct eni_book {
	struct eni_book_options opt;
	enum eni_book_stage stage;
	struct eni_arena arena;
	struct eni_diag *diag;
	struct eni_office office;
	int32_t today;
	struct eni_sheet clients, referrers, staff;
	struct eni_decided_ends decided_ends;
	struct eni_deaths deaths;
	struct eni_input *input;
	size_t n_inputs, cap_inputs;
	const char **id_operand; /* operands that are ids */
	size_t n_id_operands;
	bool any_operand;
	enum eni_kind main; /* whom the command is about: clients or referrers; set before anything is peeked */
	const char *prefix; /* "new-": operands' records without an id are numbered (intake); NULL: their name stands for it */
	int no_status;      /* as what a client without a status counts: inquiry where the reception asks, else 0 */
	bool may_lack_main; /* the answer does not stand on the main kind's file: it may be missing; set before loading */
	enum { ENI_MAIN_UNASKED, ENI_MAIN_MISSING, ENI_MAIN_EMPTY, ENI_MAIN_THERE } main_file; /* as peeked */
	const char *main_name; /* and what it is, or would be, called */
	bool file_operands;    /* set before the book's own file is peeked: -i and --encoding are about the operands then */
	bool quote_words;      /* set before loading: words not understood as a whole are shown as they were written (gaps) */
	struct eni_unknown_words words; /* of the journal, read row by row */
	struct eni_voids voids[ENI_VOIDABLE];
	struct eni_map names; /* a name, among whom, as identity and as reference -> subject; AMBIGUOUS when several have it */
	bool named[2];        /* which names are in it: [true]: those that begin with a kanji, [false]: all others */
	struct eni_name_fold fold;
	struct eni_buf key; /* of names on the way */
};

int eni_book_open(struct eni_book *b, const struct eni_book_options *o, struct eni_diag *d);
void eni_book_close(struct eni_book *b);

/* Opens the book's own file of a main kind (clients, referrers, staff); a missing file is no fault.  0 or -1. */
int eni_book_peek(struct eni_book *b, enum eni_kind kind);
/* Whether an operand is a file: "-", or with a / or a known ending. */
bool eni_operand_is_file(const char *operand);
/* The same of any word. */
bool eni_is_file_name(struct eni_str word);
/* Whether it ends like a workbook of a kind that we do not read. */
bool eni_operand_is_workbook(const char *operand);
/* An operand (enishi(7)): "-", or with a / or a known ending is a file of kind `kind`; anything else an id or a unique name.
 * After the book's own file of that kind was peeked.  0 or -1. */
int eni_book_operand(struct eni_book *b, enum eni_kind kind, const char *operand);
/* The encoding of what is no UTF-8, by the office's country. */
const char *eni_book_fallback(const struct eni_book *b);
/* How a file of the book is called in messages: by its name within the book, as its users know it. */
const char *eni_book_shown(const char *path);
/* The fields of a reader's columns, with the office's own headers: *bound is malloc'd, also after a failure.  0 or -1. */
int eni_book_bind(struct eni_book *b, struct eni_reader *r, enum eni_kind kind, const char *shown, const struct eni_field ***bound);
/* Refuses a main kind without its file: there are settings, that file was peeked, no operand stands for it, and it is missing or
 * has 0 bytes (decision 60); what came of it would look like an answer.  Loading does so in any case, a verb earlier where it asks
 * for columns.  0 or -1. */
int eni_book_check_main(struct eni_book *b);
/* Loads everything that was opened, into the columns wanted.  0 or -1. */
int eni_book_load(struct eni_book *b);
/* Resolves id operands: an unknown one is eni_fail.  0 or -1. */
int eni_book_index(struct eni_book *b);

/*
 * Subjects: everyone and everything a journal row may be about, numbered: clients in file order, then referrers, then the office
 * ("office"), then staff.
 */
static inline uint32_t
eni_subject_referrer(const struct eni_book *b, size_t row)
{
	return (uint32_t)(b->clients.n + row);
}
static inline uint32_t
eni_subject_office(const struct eni_book *b)
{
	return (uint32_t)(b->clients.n + b->referrers.n);
}
static inline uint32_t
eni_subject_staff(const struct eni_book *b, size_t row)
{
	return eni_subject_office(b) + 1 + (uint32_t)row;
}
static inline uint32_t
eni_subject_count(const struct eni_book *b)
{
	return eni_subject_office(b) + 1 + (uint32_t)b->staff.n;
}
static inline bool
eni_subject_is_client(const struct eni_book *b, uint32_t subject)
{
	return subject < b->clients.n;
}
static inline bool
eni_subject_is_referrer(const struct eni_book *b, uint32_t subject)
{
	return subject >= b->clients.n && subject < eni_subject_office(b);
}
struct eni_str eni_subject_id(const struct eni_book *b, uint32_t subject);
/* An id that stands in several records of clients: the next one of them, or ENI_NONE. */
static inline uint32_t
eni_subject_same(const struct eni_book *b, uint32_t subject)
{
	return b->clients.same == NULL || !eni_subject_is_client(b, subject) ? (uint32_t)ENI_NONE : b->clients.same[subject];
}
/* Whether the operands (or their absence) ask for this subject. */
bool eni_subject_asked(const struct eni_book *b, uint32_t subject);

/* The subject of that very id, or ENI_NONE; and asking the memory for it ahead of time. */
uint32_t eni_book_find_id(const struct eni_book *b, struct eni_str id);
void eni_book_prefetch(const struct eni_book *b, struct eni_str id);
/* The subject of an id, or of a unique name (decisions 36 and 55): of who is called just so, else of who may be meant; ENI_NONE
 * otherwise. */
uint32_t eni_book_find(struct eni_book *b, struct eni_str id);
/* An id, or what was given for one, as a message may show it: as it stands, but for names.  Of a list in which names stand for ids
 * it is the place of the record, and of a text in other letters than ASCII that is no record's "that name".  In the book's arena.
 */
struct eni_str eni_book_said(struct eni_book *b, struct eni_str id);
/* Whether it is no id but the name of several people. */
bool eni_book_names_several(struct eni_book *b, struct eni_str name);
/* The subject whose id this is once Excel has dropped its leading zeros (1 for 001), or ENI_NONE. */
uint32_t eni_book_find_stripped(const struct eni_book *b, struct eni_str id);
/* A referrer, or one of us, named by a cell such as caremanager or staff, whoever else has the name: the row, or ENI_NONE. */
uint32_t eni_book_find_referrer(struct eni_book *b, struct eni_str id);
uint32_t eni_book_find_staff(struct eni_book *b, struct eni_str id);
/* The id of whom a client's field names (a partner in caremanager, referrer and doctor, one of us in staff), by an id or a unique
 * name; any other text as it stands.  Before loading, the columns by which they are known are to be asked for. */
struct eni_str eni_book_named(struct eni_book *b, const struct eni_field *f, struct eni_str text);
void eni_book_want_named(struct eni_book *b, const struct eni_field *f);

/* The canonical name behind a header word in the user's or the office's language (備考 is note); the name itself when it is none.
 */
struct eni_str eni_book_field_name(const struct eni_book *b, enum eni_kind kind, struct eni_str name);

/* The code of an enumeration cell with the office's own words; 0 for empty and unknown ones. */
int eni_book_code(const struct eni_book *b, const struct eni_field *f, struct eni_str cell);

/* A record file read as a stream of chosen fields. */
enum { ENI_STREAM_FIELDS = 24 };
struct eni_stream {
	struct eni_book *book;
	struct eni_reader *reader;
	struct eni_row row;
	const struct eni_field **bound;
	size_t n_header;
	size_t at[ENI_STREAM_FIELDS]; /* input column of the k-th field, or SIZE_MAX */
	size_t n;
	uint32_t asked;                /* bit k: the k-th field was asked for */
	uint32_t who;                  /* with eni_stream_people: whom field 0 of the row names, or ENI_NONE */
	struct eni_ahead *ahead;       /* with eni_stream_people: the rows that were read ahead */
	const struct eni_voids *voids; /* rows that are not to be seen, or NULL */
	size_t next_void;
	bool taken_back; /* with eni_stream_taken_back */
};
/* Opens the book's file of that kind for these canonical (or unknown) column names; NULL among them: that field is not asked for.
 * 1: there is no such file; 0; -1, also where rows must be about people and the header has no id. */
int eni_stream_open(struct eni_stream *s, struct eni_book *b, enum eni_kind kind, const char *const *name, size_t n);
/* From now on the stream names whom the rows are about, out of field 0, and reads some rows ahead, so that their memory is on its
 * way before it is needed: in a big book the pass over a file waits for memory, it does not compute.  state: where a verb keeps
 * what it knows of each client, `stride` bytes each, or NULL.  A row read ahead has no raw text and cannot be rejected by its
 * reader. */
void eni_stream_people(struct eni_stream *s, struct eni_book *b, const void *state, size_t stride);
/* From now on the stream gives the rows that were taken back (voids.h), and these alone.  False: there is none. */
bool eni_stream_taken_back(struct eni_stream *s);
/* 1, 0, -1 as eni_reader_next.  Rows that were taken back, and those that take them back, are passed over. */
int eni_stream_next(struct eni_stream *s);
/* The k-th of the fields it was opened for; also empty where the file has no such column: eni_stream_has. */
static inline struct eni_str
eni_stream_cell(const struct eni_stream *s, size_t k)
{
	assert((s->asked >> k & 1) != 0);
	return s->at[k] == SIZE_MAX ? (struct eni_str){"", 0} : s->row.cell[s->at[k]];
}
/* The day or moment in it, as its field means it: eni_day_read. */
int eni_stream_when(const struct eni_stream *s, size_t k, struct eni_when *out);
/* The code of its enumeration, the office's own words first; 0: empty, or no such column; ENI_UNKNOWN_WORD, noted: not understood.
 */
int eni_stream_word(const struct eni_stream *s, size_t k, struct eni_unknown_words *unknown);
/* Notes what the day in it leaves open, if anything. */
void eni_stream_note_open(const struct eni_stream *s, size_t k, struct eni_open_days *to);
static inline bool
eni_stream_has(const struct eni_stream *s, size_t k)
{
	assert(k < s->n);
	return s->at[k] != SIZE_MAX;
}
void eni_stream_close(struct eni_stream *s);

/* A row's moment against now: false for rows later than the moment, which do not exist yet (decision 10). */
bool eni_book_has_happened(const struct eni_book *b, struct eni_when w);

#endif
