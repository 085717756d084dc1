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

struct eni_marks {
	uint32_t *at; /* the two given bytes and every control character; behind the last stands ENI_MARKS_END */
	size_t n, cap;
	uint64_t *high;  /* a bit for every byte, set from 0x80 on */
	uint64_t *doubt; /* likewise, where a byte may not be UTF-8, and around characters that few texts have */
	size_t high_cap, doubt_cap;
	bool any_high;
};

#define ENI_MARKS_END UINT32_MAX

/* The block must be readable up to the next multiple of ENI_MARKS_WORD; what lies behind n is not marked. */
void eni_marks_make(struct eni_marks *m, const char *block, size_t n, char a, char b);
/* The first mark at or behind the byte `from`. */
size_t eni_marks_find(const struct eni_marks *m, size_t from);
/* The first byte from 0x80 on in [from, to), or `to`. */
size_t eni_marks_high(const struct eni_marks *m, size_t from, size_t to);
/* Whether [from, to), at whose ends characters end, is surely UTF-8; else it must be looked at.  There must be a byte at `to`. */
bool eni_marks_utf8(const struct eni_marks *m, size_t from, size_t to);
void eni_marks_free(struct eni_marks *m);

#endif
