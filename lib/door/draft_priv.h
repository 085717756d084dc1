/* One file as it shall stand, which csv_edit.c and yaml_edit.c change, and how it gets to the disk.  Room: door, seen only there.
 */
#ifndef ENI_DOOR_DRAFT_PRIV_H
#define ENI_DOOR_DRAFT_PRIV_H

#include "book/sheet.h"
#include "door/door.h"
#include "door/encoding_priv.h"
#include "door/replace_priv.h"

/* What a reader takes at most of one value (enishi-decisions(7), READING), in bytes. */
enum { ENI_CELL_MAX = 1 << 20 };

/* These bytes of the old file are replaced by this text.  A record's new cells at its end stand behind what else is new there. */
struct eni_patch {
	off_t at, old;
	bool behind;
	struct eni_buf text; /* UTF-8 */
};

struct eni_hand;

struct eni_draft {
	enum eni_kind kind;
	enum eni_format format;
	struct eni_replacement file;
	struct eni_code code;
	const char *path;               /* as it was opened; lives as long as the door */
	off_t bom;                      /* bytes before the text */
	bool convert;                   /* leave as UTF-8 */
	struct eni_arena arena;         /* owner of the header */
	const struct eni_str *header;   /* columns, or keys of yaml, as the file writes them */
	const struct eni_field **field; /* which field each one is, or NULL */
	size_t columns;
	struct eni_id_column id; /* the column that identifies the records */
	struct eni_hand *hand;   /* how values are written; NULL until the first one is */
	char sep;                /* csv, tsv */
	struct eni_str end;      /* its line end */
	bool quoted;             /* it quotes every cell */
	bool made;               /* csv: the file has no header yet, `finish` is it */
	uint32_t header_line;    /* csv, tsv: where the header begins */
	uint32_t head;           /* and the last line before the records: titles and header are none */
	off_t marks;             /* csv, tsv: ^Z at its end, which a record appended takes the place of */
	struct eni_str finish; /* goes before the first record appended: what a torn last line lacks, or the header of a new file */
	struct eni_buf whole;  /* yaml: the text as it shall stand, UTF-8 without BOM */
	bool rewritten;        /* yaml: `whole` takes the place of the old text */
	size_t dash, indent;   /* yaml: columns of the list's dashes and of its keys */
	uint32_t *line;        /* yaml: where each of the old records begins */
	size_t lines;
	const char *workbook; /* the path of the workbook that the file is made of; or NULL */
	uint32_t *row_line;   /* on which of our lines each of its rows begins */
	size_t rows;
	struct eni_patch *patch;
	size_t patches, patch_cap; /* in order of place */
	struct eni_buf tail;       /* UTF-8 behind the old bytes */
};

/* What the editors need from the door.  The values are written as they stand here: see hand_priv.h. */
struct eni_edit {
	struct eni_draft *draft;
	const struct eni_office *office;
	const struct eni_door_options *opt;
	struct eni_diag *d;
	const struct eni_target *target; /* update: which record */
	const struct eni_entry *entry;
	size_t n;
};

/* Opens the file of e->draft (kind, format and shown name are set) and finds its encoding; its records are for the editor of its
 * format to look at.  0 or -1 after eni_fail; free it either way. */
int eni_draft_open(const struct eni_edit *e, const char *path);
void eni_draft_free(struct eni_draft *draft); /* NULL is fine */
/* The rest of opening NAME.csv, which is to be made of draft->workbook (decision 82): what that says as CSV takes the place of the
 * old bytes.  0 or -1 after eni_fail. */
int eni_draft_take_workbook(const struct eni_edit *e);
/* By which line who read the file knows the record on this one: of a workbook by its row. */
uint32_t eni_draft_known_line(const struct eni_draft *draft, uint32_t line);

/* The text that replaces `old` bytes at `at`, or that stands `behind` them: an empty one to be filled, or that of an earlier patch
 * for the same place. */
struct eni_buf *eni_draft_patch(struct eni_draft *draft, off_t at, off_t old, bool behind);
/* Whether the bytes at `at` are replaced already. */
bool eni_draft_is_patched(const struct eni_draft *draft, off_t at);
/* May this value be written?  Not when a reader would refuse it, or the encoding cannot hold it and may not be changed. */
int eni_edit_judge(const struct eni_edit *e, const struct eni_entry *entry);
/* The entries that have a value and no column.  0, or -1 after eni_fail, which names them all. */
int eni_edit_judge_columns(const struct eni_edit *e);
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

/* write.c */
bool eni_draft_is_changed(const struct eni_draft *draft);
/* Writes the new file beside the old one and brings it to the disk; nothing where nothing changed. */
int eni_draft_write(struct eni_draft *draft, struct eni_diag *d);

#endif
