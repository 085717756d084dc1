/*
 * What a header or a word that is not known may mean: guesses, for a person to judge.  No reader goes by them.  Room: rec.
 */
#ifndef ENI_REC_GUESS_H
#define ENI_REC_GUESS_H

#include "rec/kinds.h"

/* The field that the header may be for, or NULL: by the words in it, else as a known one mistyped.  Never a field of the client's
 * own (name, telephone ..) where the header names somebody else: 息子の携帯番号 is nobody's number rather than the client's. */
const struct eni_field *eni_guess_field(enum eni_kind kind, struct eni_str header);
/* The code of the word that it may be mistyped for, or NULL.  Never a death, which is read wherever it is written, and no consent.
 */
const char *eni_guess_word(enum eni_vocab vocab, struct eni_str word);

#endif
