/*
 * The parts of the door, seen only in this room: the lock, the replacement (one file replaced whole), the encoding of a file, the
 * records of a CSV file as bytes, and the draft (one file as it shall stand), which csv_edit.c and yaml_edit.c change.
 */
#ifndef ENI_DOOR_DOOR_PRIV_H
#define ENI_DOOR_DOOR_PRIV_H

#include <iconv.h>
#include <sys/stat.h>

#include "book/sheet.h"
#include "door/door.h"

/* What a reader takes at most (enishi-decisions(7), READING); the door writes nothing that could not be read again. */
enum { ENI_CELL_MAX = 1 << 20, ENI_RECORD_MAX = 4 << 20, ENI_BLOCK = 256 << 10 };

/* ---- lock.c ---- */

/* Takes the lock of the book; the descriptor to give to close(), or -1 after eni_fail.  Waits at most 30 s. */
int eni_lock_take(const char *dir, struct eni_diag *d);

/* ---- new_folder.c: the folder of a new book ---- */

/* Makes the folder (0700) where it is missing, else sees that nothing but a lock stands in it.  0 or -1 after eni_fail. */
int eni_fresh_folder(const char *dir, bool dry_run, struct eni_diag *d);
/* Only the second half: again under the lock, for two may start the same book. */
int eni_fresh_check(const char *dir, struct eni_diag *d);

/* ---- replace.c: a file is read as it stands and replaced whole, or not at all ---- */

struct eni_replacement {
	const char *shown; /* for messages */
	int folder;        /* where the file lies once links are followed; -1: not open */
	char *name;        /* its name there */
	int old;           /* the file as it stands; -1: there is none */
	struct stat was;   /* of old */
	int fresh;         /* the temporary file while it is written; -1 */
	char *temp;        /* its name while it exists, or NULL */
};

#define ENI_REPLACEMENT_NONE ((struct eni_replacement){NULL, -1, NULL, -1, {0}, -1, NULL})

/* Whether both are of one file. */
static inline bool
eni_stat_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Opens path, following links; a missing file is fine (old is -1).  0 or -1 after eni_fail; drop it either way. */
int eni_replace_open(struct eni_replacement *s, const char *path, const char *shown, struct eni_diag *d);
/* Bytes of the old file from `at` on: how many were read (0 at its end), or -1 after eni_fail. */
ssize_t eni_replace_read(const struct eni_replacement *s, off_t at, char *p, size_t n, struct eni_diag *d);
/* Whether the path leads to that file; where there is none, to the place where it would be. */
bool eni_replace_is(const struct eni_replacement *s, const char *path);
/* Begin, write, end (mode, owner, fsync): then the new file lies complete beside the old one. */
int eni_replace_begin(struct eni_replacement *s, struct eni_diag *d);
int eni_replace_write(struct eni_replacement *s, struct eni_str bytes, struct eni_diag *d);
int eni_replace_end(struct eni_replacement *s, struct eni_diag *d);
/* Puts the new file in the place of the old one, unless another program changed that in the meantime. */
int eni_replace_swap(struct eni_replacement *s, struct eni_diag *d);
void eni_replace_drop(struct eni_replacement *s); /* closes; takes an unfinished temporary file away */
/* A file without a name in the same folder, to be written and read while a run lasts: nothing is left of it, however the run ends.
 * Its descriptor, for the caller to close; -1 after eni_fail. */
int eni_replace_spool(struct eni_replacement *s, struct eni_diag *d);
/* Deletes what killed writers left in that folder: of one file, or of all (name NULL). */
void eni_replace_sweep(int folder, const char *name);

/* ---- encoding.c ---- */

struct eni_code {
	const char *name; /* iconv's, or NULL: the file is UTF-8 and nothing is converted */
	iconv_t to, from;
};

int eni_code_open(struct eni_code *c, const char *name, struct eni_place at, struct eni_diag *d);
void eni_code_close(struct eni_code *c);
/* Appends UTF-8 text in the file's encoding.  False, and nothing appended, when that cannot hold it. */
bool eni_code_put(const struct eni_code *c, struct eni_buf *out, struct eni_str utf8);
/* Appends bytes of the file as UTF-8 and returns how many were converted: fewer than all where they are broken off or wrong. */
size_t eni_code_get(const struct eni_code *c, struct eni_buf *out, struct eni_str bytes);

/* ---- csv_bytes.c: records of a CSV or TSV file as the bytes they are ---- */

struct eni_slip {
	off_t at;           /* its place in the file */
	struct eni_str raw; /* without its line end; valid until the next one */
	struct eni_str end; /* the line end; empty when the file is torn there */
	uint32_t line;
	bool good; /* false: a line the reader sets aside (unclosed quote, text after a closing one) */
};

struct eni_slicer {
	const struct eni_replacement *file; /* where more bytes come from; NULL: the window is all there is */
	struct eni_buf window;
	size_t from; /* of the next record in the window */
	off_t base;  /* place in the file of the window's first byte */
	bool all;    /* the window reaches the end of the file */
	char sep;
	uint32_t line; /* of the next record */
};

/* Blank lines are passed over, as by the reader.  1: a record, 0: the end, -1: reported. */
int eni_slice_next(struct eni_slicer *s, struct eni_slip *slip, struct eni_diag *d);
void eni_slice_free(struct eni_slicer *s);

/* One record cut into cells, quotes and all.  Zero-initialise; free(cell) when done. */
struct eni_slices {
	struct eni_str *cell;
	size_t n, cap;
};

void eni_slice_cells(struct eni_slices *s, struct eni_str raw, char sep);
/* The inside of a quoted cell, blanks around the quotes left off; p is NULL when it is bare. */
struct eni_str eni_slice_quoted(struct eni_str cell);
static inline bool
eni_slice_is_quoted(struct eni_str cell)
{
	return eni_slice_quoted(cell).p != NULL;
}
/* The text of a cell as the reader gives it, UTF-8, into out.  It stops where the encoding is broken. */
void eni_slice_text(struct eni_buf *out, struct eni_str cell, char sep, const struct eni_code *code);

/* ---- draft.c: one file as it shall stand ---- */

/* These bytes of the old file are replaced by this text. */
struct eni_patch {
	off_t at, old;
	struct eni_buf text; /* UTF-8 */
};

struct eni_draft {
	enum eni_kind kind;
	enum eni_format format;
	struct eni_replacement file;
	struct eni_code code;
	off_t bom;                      /* bytes before the text */
	bool convert;                   /* leave as UTF-8 */
	struct eni_arena arena;         /* owner of the header */
	const struct eni_str *header;   /* columns, or keys of yaml, as the file writes them */
	const struct eni_field **field; /* which field each one is, or NULL */
	size_t columns;
	struct eni_id_column id; /* the column that identifies the records */
	char sep;                /* csv, tsv */
	struct eni_str end;      /* its line end */
	bool quoted;             /* it quotes every cell */
	bool made;               /* csv: the file has no header yet, `finish` is it */
	struct eni_str finish; /* goes before the first record appended: what a torn last line lacks, or the header of a new file */
	struct eni_buf whole;  /* yaml: the text as it shall stand, UTF-8 without BOM */
	bool rewritten;        /* yaml: `whole` takes the place of the old text */
	size_t dash, indent;   /* yaml: columns of the list's dashes and of its keys */
	uint32_t *line;        /* yaml: where each of the old records begins */
	size_t lines;
	struct eni_patch *patch;
	size_t patches, patch_cap; /* in order of place */
	struct eni_buf tail;       /* UTF-8 behind the old bytes */
};

/* What the editors need from the door. */
struct eni_edit {
	struct eni_draft *draft;
	const struct eni_office *office;
	const struct eni_door_options *opt;
	struct eni_diag *d;
	const struct eni_target *target; /* update: which record */
	const struct eni_entry *entry;
	size_t n;
};

/* Opens the file of e->draft (kind, format and shown name are set) by what the reader makes of it.  0 or -1; free it either way. */
int eni_draft_open(const struct eni_edit *e, const char *path);
void eni_draft_free(struct eni_draft *draft); /* NULL is fine */

/* The text that replaces `old` bytes at `at`: empty, to be filled; an earlier one for the same place is emptied and given again. */
struct eni_buf *eni_draft_patch(struct eni_draft *draft, off_t at, off_t old);
/* May this value be written?  Not when it has no column (empty ones need none), a reader would refuse it, or the encoding cannot
 * hold it and may not be changed. */
int eni_edit_judge(const struct eni_edit *e, const struct eni_entry *entry, bool has_column);
/* The column an entry goes to, or ENI_NONE. */
uint32_t eni_edit_column(const struct eni_draft *draft, struct eni_str name);
struct eni_place eni_draft_place(const struct eni_draft *draft, uint32_t line);
/* What a walk over a file's records finds out about the target. */
struct eni_hunt {
	bool found, holds; /* it is where it was read; and holds what e->target->where says */
	uint32_t twin;     /* the line of another record of which the same is true; 0: none */
};
/* Looks at a record: its texts in the column of ids and in the field of e->target->where (empty without one).  True: the target. */
bool eni_edit_look(const struct eni_edit *e, struct eni_hunt *hunt, uint32_t line, struct eni_str id, struct eni_str where);
/* Whether the target may be changed.  0 or -1 after eni_fail. */
int eni_edit_judge_target(const struct eni_edit *e, const struct eni_hunt *hunt);
void eni_edit_say(const struct eni_edit *e, struct eni_str utf8); /* --dry-run: what would be written */

/* ---- write.c ---- */

bool eni_draft_is_changed(const struct eni_draft *draft);
/* Writes the new file beside the old one and brings it to the disk; nothing where nothing changed. */
int eni_draft_write(struct eni_draft *draft, struct eni_diag *d);

/* ---- csv_edit.c, and yaml_edit.c below: each 0 or -1 after eni_fail; a refused entry leaves the draft as it was ---- */

int eni_csv_open(const struct eni_edit *e, const char *path); /* csv_open.c */
/* The record with these values, one for each column, without a line end. */
void eni_csv_line(struct eni_buf *out, const struct eni_draft *draft, const struct eni_str *value);
int eni_csv_append(const struct eni_edit *e);
int eni_csv_update(const struct eni_edit *e);

/* ---- yaml_places.c: where the values of a YAML file stand ---- */

struct eni_yaml_pair {
	struct eni_str key, value;
	size_t from, to; /* the value's bytes in the text, quotes and all */
	uint32_t line;
	bool simple; /* a value on one line, which can be replaced */
};

struct eni_yaml_item {
	uint32_t line;
	size_t from; /* of its first key */
	size_t indent;
	size_t first, n; /* pairs */
};

/* A file's records with their places; texts live in the arena. */
struct eni_yaml_list {
	struct eni_arena arena;
	struct eni_yaml_item *item;
	size_t items, item_cap;
	struct eni_yaml_pair *pair;
	size_t pairs, pair_cap;
	size_t dash;
};

/* Reads the draft's text; refuses what is not a block list of mappings.  0 or -1 after eni_fail; free it either way. */
int eni_yaml_list_read(const struct eni_edit *e, struct eni_yaml_list *l);
void eni_yaml_list_free(struct eni_yaml_list *l);

/* ---- yaml_edit.c ---- */

int eni_yaml_open(const struct eni_edit *e);
int eni_yaml_append(const struct eni_edit *e);
int eni_yaml_update(const struct eni_edit *e);

#endif
