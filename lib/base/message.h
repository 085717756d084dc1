/*
 * Texts a translator will see.  Room: base.
 * There are no catalogues yet: every text is its own translation, and these say to xgettext (make pot) what there is to translate.
 * The format of a message needs no mark while it is one literal: eni_fail and its like look it up themselves.
 *
 *     N_(text)     a text that stands elsewhere: in a table, as one of two formats, as the argument of a helper
 *     _(text)      that text in the user's language, where it is printed or put into a message
 *     eni_plural   one for n 1, else many: whole sentences, which may be formats
 */
#ifndef ENI_BASE_MESSAGE_H
#define ENI_BASE_MESSAGE_H

#include <stddef.h>

#define N_(text) text
#define _(text) eni_translated(text)

static inline const char *eni_translated(const char *text) __attribute__((format_arg(1)));
static inline const char *
eni_translated(const char *text)
{
	return text;
}

static inline const char *eni_plural(size_t n, const char *one, const char *many) __attribute__((format_arg(2), format_arg(3)));
static inline const char *
eni_plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

#endif
