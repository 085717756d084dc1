/*
 * Stems: words by which a longer text of an enumeration is understood, as 特養 in 特養に入ることになった.  Room: rec.
 * A stem is a word in a row of stems.c; what denies it (未, していない), puts it off (予定, 希望) or only holds it (退院 has 院) is
 * a word there, too.
 */
#ifndef ENI_REC_STEMS_H
#define ENI_REC_STEMS_H

#include "rec/vocabulary.h"

struct eni_stem {
	int code;    /* of the vocabulary; ENI_UNKNOWN_WORD: understood in a home alone */
	int at_home; /* what it is in an office that is a home; code elsewhere */
	bool whole;  /* the text is the stem and nothing else */
	bool vague;  /* gives way to a word that says more */
	size_t at;   /* where in the text it stands */
};

/*
 * The word a text (as eni_casefold leaves it) says by a stem: the longest at a place, of several the first; one that says little
 * (ENI_IS_VAGUE) gives way to any other.  False when there is none.
 */
bool eni_stems_find(enum eni_vocab vocab, struct eni_str folded, struct eni_stem *out);
/* All the words it says: bits 1 << code; those that say little only where nothing else is said.  0: none. */
uint64_t eni_stems_all(enum eni_vocab vocab, struct eni_str folded);
/* Whether a remark (folded) takes back the word it stands behind: 入院(予定), 電話(不要). */
bool eni_stems_deny(enum eni_vocab vocab, int code, struct eni_str remark);

/* The i-th stem as its row writes it, longest first; code 0: it only shields what stands inside it.  NULL behind the last.  For
 * tests. */
const char *eni_stem_text(enum eni_vocab vocab, size_t i, int *code);

#endif
