/* Tables, read whole: figures that others worked out and what they were worked out from (tests/data), words (tests/words.d). */
#ifndef ENI_TESTS_TABLE_H
#define ENI_TESTS_TABLE_H

#include <math.h>
#include <stdlib.h>

#include "base/real.h"
#include "form/reader.h"
#include "unit.h"

/* Cells as text. */
struct table {
	struct eni_arena arena;
	const struct eni_str *header;
	struct eni_reader *reader;
	size_t n_cols, n;
	struct eni_str *cell;
};

/* Reads a list; one that is missing or empty is a failed check and a table without rows.  table_free when done. */
static inline void
table_read_file(struct table *t, const char *path)
{
	struct eni_diag d = {.prog = "unit", .out = stderr};
	struct eni_row row;
	size_t cap = 0;

	*t = (struct table){0};
	if ((t->reader = eni_reader_open(path, NULL, NULL, &d)) != NULL) {
		t->header = eni_reader_header(t->reader, &t->n_cols);
		while (eni_reader_next(t->reader, &row) == 1) {
			t->cell = eni_grow(t->cell, &cap, (t->n + 1) * t->n_cols, sizeof *t->cell);
			for (size_t i = 0; i < t->n_cols; i++)
				t->cell[t->n * t->n_cols + i] = eni_arena_keep(&t->arena, row.cell[i]);
			t->n++;
		}
	}
	ok(t->n > 0, path);
}

/* tests/data/NAME.csv. */
static inline void
table_read(struct table *t, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "tests/data/%s.csv", name);
	table_read_file(t, path);
}

static inline void
table_free(struct table *t)
{
	eni_reader_close(t->reader);
	eni_arena_free(&t->arena);
	free(t->cell);
}

static inline struct eni_str
text_at(const struct table *t, size_t row, const char *column)
{
	for (size_t i = 0; i < t->n_cols; i++)
		if (eni_str_is(t->header[i], column))
			return t->cell[row * t->n_cols + i];
	return (struct eni_str){"", 0};
}

/* NaN for an empty cell and what is not there. */
static inline double
number_at(const struct table *t, size_t row, const char *column)
{
	double x = NAN;

	return eni_real_parse(text_at(t, row, column), &x) == 1 ? x : NAN;
}

#endif
