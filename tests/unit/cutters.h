/*
 * The two cutters of CSV and TSV, held against each other: the reader's (form/csv_in.c, which asks libcsv what quotes mean) and the
 * door's (door/csv_bytes.c, which knows where in the file everything stands).  For any bytes they must see the same records on the
 * same lines, set aside the same ones, and find the same texts in the cells of the others.
 */
#ifndef ENI_TESTS_CUTTERS_H
#define ENI_TESTS_CUTTERS_H

#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "door/csv_bytes_priv.h"
#include "form/reader_parts.h"

/* Both at work on one file, and what they made of the record cut last: the texts of its cells, each with a NUL behind it. */
struct cutters {
	struct eni_cutter reader;
	struct eni_slicer door;
	struct eni_slip slip;
	struct eni_slices cells;
	struct eni_code code;
	struct eni_buf read, sliced, text;
	struct eni_str bytes;
};

/* 1: a record, 0: the end. */
static inline int
cutters_read(struct cutters *c, bool *good)
{
	enum eni_cut cut = eni_cutter_next(&c->reader);
	struct eni_str piece;

	while (cut == ENI_CUT_BAD && eni_cutter_rest(&c->reader, &piece))
		;
	c->read.n = 0;
	*good = cut == ENI_CUT_ROW;
	for (size_t i = 0; *good && i < c->reader.cells && i < ENI_COLUMNS_MAX; i++) {
		eni_buf_add(&c->read, c->reader.cell[i]);
		eni_buf_char(&c->read, '\0');
	}
	return cut == ENI_CUT_ROW || cut == ENI_CUT_BAD;
}

static inline int
cutters_slice(struct cutters *c, struct eni_diag *d)
{
	int got = eni_slice_next(&c->door, &c->slip, d);

	c->sliced.n = 0;
	if (got != 1 || !c->slip.good)
		return got;
	eni_slice_cells(&c->cells, c->slip.raw, c->door.sep);
	for (size_t i = 0; i < c->cells.n && i < ENI_COLUMNS_MAX; i++) {
		eni_slice_text(&c->text, c->cells.cell[i], c->door.sep, &c->code);
		eni_buf_add(&c->sliced, eni_buf_str(&c->text));
		eni_buf_char(&c->sliced, '\0');
	}
	return 1;
}

/* Bytes that do not fit the encoding are the reader's to judge: each cutter passes them on in its own way. */
static inline bool
cutters_texts_agree(const struct cutters *c)
{
	struct eni_str read = eni_buf_str(&c->read);

	return eni_str_eq(read, eni_buf_str(&c->sliced)) || eni_utf8_prefix(read) < read.n;
}

/* What is not the same about the next record, or NULL; *more says whether there was one. */
static inline const char *
cutters_compare(struct cutters *c, struct eni_diag *d, bool *more)
{
	bool good;
	int read = cutters_read(c, &good), sliced = cutters_slice(c, d);
	struct eni_str raw;

	*more = read == 1 && sliced == 1;
	if (read != sliced)
		return read == 1 ? "a record that the door does not see" : "a record that the reader does not see";
	if (!*more)
		return NULL;
	if ((size_t)c->slip.at + c->slip.raw.n > c->bytes.n)
		return "a record beyond the end";
	raw = (struct eni_str){c->bytes.p + c->slip.at, c->slip.raw.n};
	if (c->slip.line != c->reader.raw_line)
		return "the line on which a record begins";
	if (c->slip.good != good)
		return good ? "the door sets a record aside" : "the reader sets a record aside";
	if (!eni_str_eq(raw, c->slip.raw) || (good && c->code.name == NULL && !eni_str_eq(raw, c->reader.raw)))
		return "the bytes of a record";
	if (good && c->cells.n != c->reader.cells)
		return "how many cells a record has";
	return cutters_texts_agree(c) ? NULL : "the text of a cell";
}

/* UTF-16 is read and not written to. */
static inline bool
cutters_can_cut(struct eni_str bytes)
{
	return !eni_str_starts(bytes, ENI_S("\xff\xfe")) && !eni_str_starts(bytes, ENI_S("\xfe\xff"));
}

/* The bytes stand in the file fd.  encoding is iconv's name, NULL: UTF-8.  What the first disagreement is about, or NULL. */
static inline const char *
cutters_differ(struct eni_str bytes, int fd, enum eni_format format, const char *encoding, struct eni_diag *d)
{
	const struct eni_source_options o = {.format = format, .encoding = encoding == NULL ? "UTF-8" : encoding};
	const struct eni_replacement file = {.shown = "f", .old = fd};
	off_t bom = eni_str_starts(bytes, ENI_S("\xef\xbb\xbf")) ? 3 : 0;
	struct cutters c = {.bytes = bytes, .door = {.file = &file, .sep = format == ENI_TSV ? '\t' : ','}};
	size_t sep = format == ENI_TSV ? 0 : eni_sep_line(eni_str_from(bytes, (size_t)bom), &c.door.sep);
	const char *differ;
	char path[32];
	bool more;

	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	if (eni_cutter_open(&c.reader, path, "f", &o, d) == -1 || eni_cutter_first(&c.reader) == -1 ||
	    eni_code_open(&c.code, bom == 0 ? encoding : NULL, eni_at("f", 0), d) == -1)
		abort();
	eni_cutter_begin(&c.reader, format, false);
	c.door.base = bom + (off_t)sep;
	c.door.line = sep > 0;
	do
		differ = cutters_compare(&c, d, &more);
	while (differ == NULL && more);
	eni_cutter_close(&c.reader);
	eni_code_close(&c.code);
	eni_slice_free(&c.door);
	free(c.cells.cell);
	eni_buf_free(&c.read);
	eni_buf_free(&c.sliced);
	eni_buf_free(&c.text);
	return differ;
}

#endif
