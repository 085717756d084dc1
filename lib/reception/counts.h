/*
 * How often each code of an enumeration came up: the tables with a code, a count and a percentage.  Room: reception.
 */
#ifndef ENI_RECEPTION_COUNTS_H
#define ENI_RECEPTION_COUNTS_H

#include "rec/kinds.h"

struct eni_counts {
	struct eni_count {
		const char *code;
		int64_t n;
	} row[ENI_CODES];
	size_t n;
};

/* Zero-initialise.  Counts a code of that vocabulary once more. */
void eni_counts_add(struct eni_counts *c, enum eni_vocab vocab, int code);
/* The most frequent first; among equals by code, in alphabetical order. */
void eni_counts_sort(struct eni_counts *c);

#endif
