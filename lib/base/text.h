/*
 * UTF-8 text: validity, folding for comparison, screen columns, what may be shown.
 * Room: base.  libunistring does NFKC and width; plain ASCII takes a short way around it.
 */
#ifndef ENI_BASE_TEXT_H
#define ENI_BASE_TEXT_H

#include "base/mem.h"

/* The languages in which people are addressed, as files and options write them. */
enum { ENI_LANGS = 3 };
extern const char *const eni_langs[]; /* "ja", "zh", "en" */
/* Its index, or ENI_LANGS. */
size_t eni_lang_find(struct eni_str word);

/* Length of the longest valid UTF-8 prefix: s.n when all of it is valid.  Overlong forms, surrogates and code points
 * beyond U+10FFFF are invalid (RFC 3629). */
size_t eni_utf8_prefix(struct eni_str s);
bool eni_is_ascii(struct eni_str s);

/* Appends the NFKC form of s without its invisible characters (no width, direction, variation); bytes that are no UTF-8 stay as
 * they are. */
void eni_nfkc(struct eni_buf *out, struct eni_str s);
/* The same without an eni_buf, for short values: s itself when that is all there is to it, else written to `room`; {NULL, 0}
 * when it does not fit there or is no UTF-8. */
struct eni_str eni_nfkc_into(char *room, size_t cap, struct eni_str s);

/* Appends s without its invisible characters, otherwise as it stands. */
void eni_visible(struct eni_buf *out, struct eni_str s);

/* Appends the form in which headers and enumeration words are compared: NFKC, blanks (also inside) dropped, ASCII and
 * full-width Latin letters in lower case.  Allocates nothing but room in `out`. */
void eni_casefold(struct eni_buf *out, struct eni_str s);

/* Screen columns (East Asian width; a kanji is two; ambiguous counts as two when wide_ambiguous). */
size_t eni_columns(struct eni_str s, bool wide_ambiguous);

/* Appends s so that it cannot steer a terminal: C0, DEL, C1, bidi controls and line separators leave as \uXXXX, bytes that
 * are no UTF-8 as \xXX.  For tables and messages; never for machine formats. */
void eni_show(struct eni_buf *out, struct eni_str s);

/* Appends s with lines broken where its script allows (UAX 14), so that none is wider than so many columns if that can be; blanks
 * at the breaks go. */
void eni_wrap(struct eni_buf *out, struct eni_str s, size_t columns);

/* The nearest of n candidates by edits (insert, delete, replace, swap), or NULL when none is near enough to help:
 * at most a third of the word's length, at least 1, and some of it must stay.  ASCII letters compare without case;
 * of equally near ones the first.  Candidates are C strings. */
const char *eni_nearest(struct eni_str word, const char *const *candidate, size_t n);

/* How alike two headers are: the letters they share in order, in percent, and 25 more where the last is the same, which says what
 * kind of thing it is: 中止年月日 and 中止日 100, 解約日 and 中止日 58.  For words that were made longer, shorter or of another
 * stem, which edits do not bring together.  ASCII letters compare without case. */
int eni_likeness(struct eni_str a, struct eni_str b);

/* The next piece of a multi-value: pieces are separated by ASCII blanks, line ends, U+3000, and ; 、 ・ , / of any width.
 * Advances *rest; returns false when no piece is left.  Empty pieces are skipped. */
bool eni_piece(struct eni_str *rest, struct eni_str *piece);
/* Whether a word is one of the pieces of a text. */
bool eni_is_piece(struct eni_str text, struct eni_str word);

#endif
