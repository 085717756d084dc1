/*
 * A file that an option names and a run writes (--rejects FILE).  Room: door.
 * It takes its place when the run has succeeded, whole: where the run fails or is killed, what stood there stays.  It may take the
 * place of nothing the run reads, of none of its standard streams and of no file of the book, by whatever path, spelling or link it
 * is reached, be that file read by this run or not.  What is no ordinary file (/dev/null, a terminal, a pipe) is written to as it
 * is.
 */
#ifndef ENI_DOOR_OUTFILE_H
#define ENI_DOOR_OUTFILE_H

#include "book/office.h"

/* What it must spare. */
struct eni_outfile_spare {
	const char *const *input; /* n names that may be files: operands, rules */
	size_t n;
	const char *dir; /* the book's folder and its settings; NULL: there is no book */
	const struct eni_office *office;
};

struct eni_outfile;

/* Opens it for writing; shown is its name in messages (kept by pointer).  NULL after eni_fail, and then nothing has changed. */
struct eni_outfile *eni_outfile_open(
    const char *path, const char *shown, const struct eni_outfile_spare *spare, struct eni_diag *d);
/* The stream to write to, the outfile's own. */
FILE *eni_outfile_stream(struct eni_outfile *o);
/* Puts what was written in its place, unless another program has changed the file meanwhile; frees o.  0 or -1 after eni_fail. */
int eni_outfile_end(struct eni_outfile *o, struct eni_diag *d);
/* Leaves what stood there; frees o.  NULL is fine. */
void eni_outfile_drop(struct eni_outfile *o);

#endif
