/*
 * Words of enumerations that were understood by a part of them or not at all: each with its count and its first place (decision
 * 53). Room: book.
 */
#ifndef ENI_BOOK_UNKNOWN_WORD_H
#define ENI_BOOK_UNKNOWN_WORD_H

#include "base/diag.h"
#include "rec/kinds.h"
#include "rec/reading.h"

struct eni_unknown_word {
	struct eni_str word;
	const struct eni_field *field;
	struct eni_place first;
	size_t count;
	int code;         /* as it was read; ENI_UNKNOWN_WORD: unread */
	enum eni_how how; /* by stem, or unread */
	bool reported;
};

/* Zero-initialise; eni_unknown_words_free when done. */
struct eni_unknown_words {
	struct eni_arena arena;
	struct eni_unknown_word *one;
	size_t n, cap;
	struct eni_map by_word; /* field and word -> which */
};

void eni_unknown_words_note(
    struct eni_unknown_words *s, const struct eni_field *f, struct eni_str word, struct eni_place at, struct eni_word_reading as);
/* One warning for each unread word that was not reported yet, naming the nearest known word and never what the user wrote; an
 * unread status is not among them, since its record was set aside with a message of its own. */
void eni_unknown_words_report(struct eni_unknown_words *s, struct eni_diag *d);
/* The same for gaps, of all of them, as they were written and with what they were read as. */
void eni_unknown_words_quote(struct eni_unknown_words *s, struct eni_diag *d);
void eni_unknown_words_free(struct eni_unknown_words *s);

#endif
