/*
 * One list as it is understood, gathered for who wants to see it before anything is done with it (--map): of any kind, phone logs
 * too.  Room: reception.  It is read by what reads it in earnest, intake.h and phone/phonelog.h, so that nothing shown here is
 * otherwise there; only where those refuse, the look goes on.
 */
#ifndef ENI_RECEPTION_LOOK_H
#define ENI_RECEPTION_LOOK_H

#include "phone/phonelog.h"
#include "reception/intake.h"

enum { ENI_LOOK_SAMPLES = 3, ENI_LOOK_EXAMPLES = 5 };

/* A word of an enumeration as the list has it, and how it is read. */
struct eni_look_word {
	const struct eni_field *field;
	struct eni_str word;
	struct eni_word_reading reading;
	int beside; /* of a status: the reason that it names, too (enum of ENI_V_REASON), or 0 */
	size_t count;
};

/* Cells of one field that somebody should look at: how many, and the first of them. */
enum eni_look_doubt {
	ENI_LOOK_UNREAD, /* a day, a number .. that cannot be read and counts as empty */
	ENI_LOOK_PHONE,  /* no telephone number */
	ENI_LOOK_NOTED,  /* a cell whose day is read as that of leaving */
	ENI_LOOK_NOTE    /* another note that begins with a day, of who is gone without one */
};
struct eni_look_cells {
	const struct eni_field *field;
	enum eni_look_doubt what;
	size_t count;
	struct eni_place place[ENI_LOOK_EXAMPLES];
	struct eni_str cell[ENI_LOOK_EXAMPLES];
};

/* A filled cell of a sample. */
struct eni_look_sample_cell {
	struct eni_str header, written; /* written empty: the list does not say it, it follows */
	const struct eni_field *field;  /* NULL: an unknown column */
	struct eni_str value;           /* in normal form */
	bool unread;
};
struct eni_look_sample {
	struct eni_place place;
	struct eni_look_sample_cell *cell; /* in the order of the list */
	size_t n;
};

struct eni_look {
	const char *file;
	enum eni_kind kind;
	bool named; /* the file's name says the kind */
	bool cdr;   /* a telephone system's own record of calls: nothing but the log is there */
	struct eni_arena arena;
	struct eni_sheet sheet;
	struct eni_intake in; /* one source */
	size_t *filled;       /* of each input column: records that have something there */
	size_t records, repeats;
	struct eni_look_word *word;
	size_t n_words, cap_words;
	struct eni_map by_word; /* field and word -> which */
	struct eni_look_cells *cells;
	size_t n_cells, cap_cells;
	struct eni_look_sample sample[ENI_LOOK_SAMPLES];
	size_t samples;
	struct eni_str *written; /* cells of the record at hand as they came, by column of `in` */
	struct eni_phonelog log; /* of calls that can be read again: not from standard input */
};

/* What a file holds: by its name where it is that of a book's file, else the kind that knows most of its columns, clients in doubt;
 * standard input holds clients. */
enum eni_kind eni_look_kind(struct eni_book *b, const char *path, bool *named);

/* Reads a list, of calls also as a log.  Zero-initialise, but for `kind`, `named` and, of referrers, in.usual_kind.  0, or -1 after
 * eni_fail; eni_look_free in both cases. */
int eni_look_at(struct eni_look *l, struct eni_book *b, char *path);
/* Whether any column is known.  A list without a header begins with a person: nothing of it is a column of the office's own. */
bool eni_look_knows_any(const struct eni_look *l);
void eni_look_free(struct eni_look *l);

#endif
