/*
 * Bytes of a file or of standard input as UTF-8, a piece at a time.  Room: form; its readers and the writing door use it.
 * The encoding is decided here; judging whether each row is valid stays with the row, so that one bad row costs one row: what
 * cannot be converted is handed on as a byte that is no UTF-8.
 */
#ifndef ENI_FORM_SOURCE_H
#define ENI_FORM_SOURCE_H

#include <iconv.h>
#include <sys/types.h>

#include "base/diag.h"
#include "form/xlsx.h"

enum eni_source_mode {
	ENI_SOURCE_UNDECIDED, /* nothing but ASCII so far, or two-byte sequences that may be anything */
	ENI_SOURCE_PASS,      /* UTF-8, handed on as it is */
	ENI_SOURCE_CONVERT
};

struct eni_source {
	int fd;
	const char *file; /* for messages */
	struct eni_diag *diag;
	enum eni_source_mode mode;
	const char *fallback; /* NULL: none */
	const char *name;     /* what is converted from, for messages; NULL: UTF-8 */
	iconv_t cd;
	size_t unit;   /* bytes a broken character is passed over by: 2 in UTF-16 */
	bool ended;    /* the file has no more bytes */
	bool raw_last; /* the last byte handed on is one that could not be converted */
	char *held;    /* read, not yet handed on: [at, n) of HELD bytes */
	size_t at, n;
	struct eni_xlsx *book; /* with eni_source_open_book, or NULL */
	size_t sheet;          /* of it, which the path names; SIZE_MAX: none */
};

/* A byte that stands in no UTF-8 text. */
enum { ENI_SOURCE_BAD = 0xff };
/* The least room eni_source_read must be given. */
enum { ENI_SOURCE_ROOM = 64 };

/* A file of the book must be one: what a pipe, a device or a socket there gives is read once, or waits for ever.  0, also where
 * there is nothing (opening it says so), or -1 after eni_fail. */
int eni_source_is_file(const char *path, struct eni_diag *d);

/* 0, or -1 after eni_fail.  eni_source_close in both cases. */
int eni_source_open(
    struct eni_source *s, const char *path, const char *shown, const char *encoding, const char *fallback, struct eni_diag *d);
/* Whether these are the bytes of a workbook, which are no text: right after opening. */
bool eni_source_is_book(const struct eni_source *s);
/* Then opens it: from eni_xlsx_begin on the bytes are those of a sheet as TSV (xlsx.h).  A path NAME.xlsx#SHEET says which.  1; 0:
 * it is no workbook; -1 after eni_fail. */
int eni_source_open_book(struct eni_source *s, const char *path);
/* Puts up to `room` bytes of UTF-8 into out: their number, 0 at the end, -1 after eni_fail. */
ssize_t eni_source_read(struct eni_source *s, char *out, size_t room);
/* Appends all the rest to out, at most `limit` bytes.  0, or -1 after eni_fail. */
int eni_source_drain(struct eni_source *s, struct eni_buf *out, size_t limit);
/* What is wrong with bytes that are no UTF-8, and what would help. */
const char *eni_source_complaint(const struct eni_source *s);
void eni_source_close(struct eni_source *s);

#endif
