/*
 * Texts: what is said under a `say` code, and the labels behind other codes, in Japanese, Chinese and English.  Room: rule.
 * The built-in texts.yaml, pages.yaml and labels.yaml, then `words:` of the office, which replaces them text by text.  One form:
 *
 *     CODE: TEXT                                 in the office's language
 *     CODE: {ja: TEXT, zh: TEXT, en: TEXT}       by language
 *     CODE: {family: TEXT, client: {ja: TEXT}}   for one recipient; a text without one is for all
 *     CODE: {title: ..., labels: ...}            beside them: its title, TEXT or by language, and labels as below
 *     labels: {route: {garden: {ja: 庭, zh: 花园}}, tag: {vip: TEXT}}
 *
 * A text has placeholders such as {name}.  A sentence goes as a whole when one of its placeholders is empty; a line of which
 * nothing is left goes too, and blank lines then do not pile up.  A sentence ends at 。！？, at . ! ? before a blank, or with its
 * line.  The text is cut before it is filled: values may hold full stops and lines of their own.
 */
#ifndef ENI_RULE_TEXTS_H
#define ENI_RULE_TEXTS_H

#include "book/office.h"

struct eni_texts {
	struct eni_arena arena;
	struct eni_map at; /* key -> index into text */
	struct eni_str *text;
	size_t n, cap;
};

/* What stands for one placeholder. */
struct eni_blank {
	const char *name;
	struct eni_str value;
};

/* Reads them all into *t.  0, or -1 after eni_fail naming file and line, as eni_texts_add.  The office must outlive it;
 * eni_texts_free in every case. */
int eni_texts_read(struct eni_texts *t, const struct eni_office *o, struct eni_diag *d);
/* Adds the texts of one map; its tree must outlive *t, `file` is for messages.  lang: that of a text without one; NULL: built in,
 * where every text and title has all three languages and stands once.  0, or -1 after eni_fail: what is lacking or twice there, an
 * unknown placeholder, language or recipient. */
int eni_texts_add(struct eni_texts *t, const struct eni_node *map, const char *file, const char *lang, struct eni_diag *d);
void eni_texts_free(struct eni_texts *t);

/* The text of a code for a recipient (a code of ENI_V_TO; 0: any); the general one when the recipient has none of his
 * own.  Empty when there is none in that language.  It lives as long as the texts; so do labels that are no code. */
struct eni_str eni_texts_find(const struct eni_texts *t, struct eni_str say, int to, const char *lang);
/* The label of a code, else its word in the vocabulary of that name (concern, needs, band ...), else the code itself.  Kind title:
 * of a `say` code. */
struct eni_str eni_texts_label(const struct eni_texts *t, const char *kind, struct eni_str code, const char *lang);

/* Appends the text filled; a placeholder that is not among the blanks counts as empty. */
void eni_texts_fill(struct eni_buf *out, struct eni_str text, const struct eni_blank *blank, size_t n);
/* Appends the labels of codes (with blanks between), put together as the language does (label join, code `kind`, else list). */
void eni_texts_list(struct eni_buf *out, const struct eni_texts *t, const char *kind, struct eni_str codes, const char *lang);
/* Appends a name as its owner is addressed: code any, male, female, doctor or org (label honorific).  A name that has an honorific
 * already, as the record has it, gets no second one.  Nothing for no name. */
void eni_texts_address(struct eni_buf *out, const struct eni_texts *t, struct eni_str name, const char *code, const char *lang);
/* What a page has said already, to whom, and the names we are introduced by (office, person, telephone). */
enum { ENI_SAID_NAMES = 3 };
struct eni_said {
	struct eni_str text, who, name[ENI_SAID_NAMES];
};
/* Appends a text that goes on from there, without what the reader need not hear twice: sentences that are but a courtesy (label
 * courtesy, code known, one a line), or that hold one of the names and stand in what was said.  Nothing new is
 * lost. */
void eni_texts_again(
    struct eni_buf *out, const struct eni_texts *t, struct eni_str text, const struct eni_said *said, const char *lang);
/* The same for a person; sex is a code of ENI_V_SEX or 0. */
void eni_texts_name(struct eni_buf *out, const struct eni_texts *t, struct eni_str name, int sex, const char *lang);
/* Appends a day written out with its weekday, and the time if there is one (label form).  Nothing for ENI_NEVER. */
void eni_texts_when(struct eni_buf *out, const struct eni_texts *t, struct eni_when when, const char *lang);
/* The same in another form (label form, code `form`). */
void eni_texts_day(struct eni_buf *out, const struct eni_texts *t, struct eni_when when, const char *form, const char *lang);

#endif
