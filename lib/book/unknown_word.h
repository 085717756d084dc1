/*
 * Unknown words of enumerations: each is reported once, at its first place, with its count (decision 37).  Room: book.
 */
#ifndef ENI_BOOK_UNKNOWN_WORD_H
#define ENI_BOOK_UNKNOWN_WORD_H

#include "base/diag.h"
#include "rec/kinds.h"

struct eni_unknown_word {
	struct eni_str word;
	const struct eni_field *field;
	struct eni_place first;
	size_t count;
};

/* Zero-initialise; eni_unknown_words_free when done. */
struct eni_unknown_words {
	struct eni_arena arena;
	struct eni_unknown_word *one;
	size_t n, cap;
	struct eni_map by_word; /* field and word -> which */
};

void eni_unknown_words_note(struct eni_unknown_words *s, const struct eni_field *f, struct eni_str word, struct eni_place at);
/* One warning for each, naming the nearest known word and never what the user wrote; then they are dropped. */
void eni_unknown_words_report(struct eni_unknown_words *s, struct eni_diag *d);
void eni_unknown_words_free(struct eni_unknown_words *s);

#endif
