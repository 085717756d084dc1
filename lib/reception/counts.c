/* Counting codes: see counts.h. */
#include "reception/counts.h"

#include <stdlib.h>

void
eni_counts_add(struct eni_counts *c, enum eni_vocab vocab, int code)
{
	const char *word = eni_word_code(vocab, code);
	size_t i = 0;

	while (i < c->n && c->row[i].code != word)
		i++;
	if (i == c->n)
		c->row[c->n++] = (struct eni_count){word, 0};
	c->row[i].n++;
}

static int
most_first(const void *a, const void *b)
{
	const struct eni_count *x = a, *y = b;

	return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : strcmp(x->code, y->code);
}

void
eni_counts_sort(struct eni_counts *c)
{
	qsort(c->row, c->n, sizeof *c->row, most_first);
}
