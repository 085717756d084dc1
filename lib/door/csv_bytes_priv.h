/* The records of a CSV or TSV file as the bytes they are.  Room: door, seen only there. */
#ifndef ENI_DOOR_CSV_BYTES_PRIV_H
#define ENI_DOOR_CSV_BYTES_PRIV_H

#include "door/encoding_priv.h"
#include "door/replace_priv.h"

/* What a reader takes at most (enishi-decisions(7), READING); the door writes nothing that could not be read again. */
enum { ENI_RECORD_MAX = 4 << 20 };

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

#endif
