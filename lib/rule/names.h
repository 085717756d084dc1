/*
 * Names: which words rules, --where and -f may use for a field, and the nearest one to a word that is none.  Room: rule.
 */
#ifndef ENI_RULE_NAMES_H
#define ENI_RULE_NAMES_H

#include "book/book.h"

/* Whether a name is a field, derived field, column or header of the book (decision 7); else the nearest known word or NULL in
 * *near.  After the files were peeked. */
bool eni_name_known(const struct eni_book *b, enum eni_kind kind, struct eni_str name, const char **near);

#endif
