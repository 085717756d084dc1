/* Test vectors of tests/data: lines of cells separated by tabs. */
#ifndef ENI_TESTS_VECTORS_H
#define ENI_TESTS_VECTORS_H

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "unit.h"

struct vectors {
	FILE *in;
	char *line;
	size_t cap;
};

/* Opens tests/data/NAME.tsv; where it is missing a failed check and false. */
static inline bool
vectors_open(struct vectors *v, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "tests/data/%s.tsv", name);
	*v = (struct vectors){.in = fopen(path, "r")};
	ok(v->in != NULL, path);
	return v->in != NULL;
}

/* The next line as n cells (missing ones empty), which last until the next call; false at the end, which closes the file. */
static inline bool
vectors_next(struct vectors *v, struct eni_str *cell, size_t n)
{
	ssize_t got = getline(&v->line, &v->cap, v->in);
	struct eni_str rest = {v->line, got > 0 ? (size_t)got : 0};

	if (got < 0) {
		fclose(v->in);
		free(v->line);
		return false;
	}
	if (eni_str_ends(rest, ENI_S("\n")))
		rest.n--;
	for (size_t i = 0; i < n; i++) {
		const char *tab = memchr(rest.p, '\t', rest.n);
		size_t length = tab != NULL ? (size_t)(tab - rest.p) : rest.n;

		cell[i] = (struct eni_str){rest.p, length};
		rest = eni_str_from(rest, tab != NULL ? length + 1 : length);
	}
	return true;
}

#endif
