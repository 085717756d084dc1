/*
 * Where in a block the bytes stand at which a row can end, a field can end, or something can be wrong: found sixteen bytes at a
 * time, as a list of positions to walk along.  Room: form, private to its readers.
 */
#ifndef ENI_FORM_MARKS_H
#define ENI_FORM_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ENI_MARKS_WORD = 64 };

/* Of the bytes of a word, a bit each. */
struct eni_high {
	uint64_t any;   /* from 0x80 on */
	uint64_t doubt; /* may not be UTF-8; also around characters that few texts have */
};

struct eni_marks {
	uint32_t *at; /* the two given bytes and every control character; behind the last stands ENI_MARKS_END */
	size_t n, cap;
	struct eni_high *high; /* of each word of the block */
	size_t high_cap;
	bool any_high;
};

#define ENI_MARKS_END UINT32_MAX

/* The block must be readable up to the next multiple of ENI_MARKS_WORD; what lies behind n is not marked. */
void eni_marks_make(struct eni_marks *m, const char *block, size_t n, char a, char b);
/* The first mark at or behind the byte `from`. */
size_t eni_marks_find(const struct eni_marks *m, size_t from);
/* The same of [from, to), at whose ends characters end and behind which there is a byte: no bit is set where there is none. */
struct eni_high eni_marks_high(const struct eni_marks *m, size_t from, size_t to);
void eni_marks_free(struct eni_marks *m);

#endif
