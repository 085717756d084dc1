/* A file is read as it stands and replaced whole, or not at all.  Room: door, seen only there. */
#ifndef ENI_DOOR_REPLACE_PRIV_H
#define ENI_DOOR_REPLACE_PRIV_H

#include <sys/stat.h>

#include "base/diag.h"

/* How much is read or written at once, in bytes. */
enum { ENI_BLOCK = 256 << 10 };

struct eni_replacement {
	const char *shown;  /* for messages */
	int folder;         /* where the file lies once links are followed; -1: not open */
	char *name;         /* its name there */
	int old;            /* the file as it stands; -1: there is none */
	struct stat was;    /* of old */
	char *of;           /* a workbook of which the new file is made, and which is kept as NAME.old then; or NULL */
	struct stat source; /* of that one, as it was read */
	int fresh;          /* the temporary file while it is written; -1 */
	char *temp;         /* its name while it exists, or NULL */
};

#define ENI_REPLACEMENT_NONE ((struct eni_replacement){.folder = -1, .old = -1, .fresh = -1})

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
/* Where there is no old file yet: one is made of the workbook of that name in the same folder, and `fd`, which it takes over, has
 * what that says.  0 or -1 after eni_fail. */
int eni_replace_make_of(struct eni_replacement *s, const char *name, int fd, struct eni_diag *d);
/* Begin, write, end (mode, owner, fsync): then the new file lies complete beside the old one. */
int eni_replace_begin(struct eni_replacement *s, struct eni_diag *d);
int eni_replace_write(struct eni_replacement *s, struct eni_str bytes, struct eni_diag *d);
int eni_replace_end(struct eni_replacement *s, struct eni_diag *d);
/* A new file in that folder is its owner's alone or, where the folder's group may write, that group's: 0600, or 0660.  0, or -1
 * with errno. */
int eni_new_file_rights(int folder, int fd);
/* Puts the new file in the place of the old one, unless another program changed that in the meantime. */
int eni_replace_swap(struct eni_replacement *s, struct eni_diag *d);
void eni_replace_drop(struct eni_replacement *s); /* closes; takes an unfinished temporary file away */
/* A file without a name in the same folder, to be written and read while a run lasts: nothing is left of it, however the run ends.
 * Its descriptor, for the caller to close; -1 after eni_fail. */
int eni_replace_spool(struct eni_replacement *s, struct eni_diag *d);
/* Deletes what killed writers left in that folder: of one file, or of all (name NULL). */
void eni_replace_sweep(int folder, const char *name);

#endif
