/*
 * Texts: what is said under a `say` code, and the labels behind other codes, in Japanese, Chinese and English.  Room: rule.
 * The built-in texts.yaml, pages.yaml and labels.yaml, then `words:` of the office, which replaces them text by text.  One form:
 *
 *     CODE: TEXT                                 in the office's language
 *     CODE: {ja: TEXT, zh: TEXT, en: TEXT}       by language
 *     CODE: {family: TEXT, client: {ja: TEXT}}   for one recipient; a text without one is for all
 *     CODE: [ROW, ...]                           sentences or lines, each with its condition; so is {family: [ROW, ...]}
 *     CODE: {rows: [ROW, ...], title: ..., labels: ...}   beside them: its title, TEXT or by language, and labels as below
 *     ROW: TEXT, or {if: {NAME: MATCHER}, ja: TEXT, ...}
 *     labels: {route: {garden: {ja: 庭, zh: 花园}}, tag: {vip: TEXT}}
 *
 * Of a text in rows those are said whose matchers all hold (decision 61), one behind the other, on the same line unless a row
 * ends it.  A name is a placeholder, or one of the circumstances under which a text is said; matchers are those of rules (match.h),
 * and one without a value is empty: `none`.
 *
 * A text has placeholders such as {name}.  A sentence goes as a whole when one of its placeholders is empty; a line of which
 * nothing is left goes too, and blank lines then do not pile up.  A sentence ends at 。！？, at . ! ? before a blank, or with its
 * line.  The text is cut before it is filled: values may hold full stops and lines of their own.
 */
#ifndef ENI_RULE_TEXTS_H
#define ENI_RULE_TEXTS_H

#include "book/office.h"
#include "rule/match.h"

/* A part of a text, and when it is said: all matchers hold, of which there may be none. */
struct eni_text_row {
	const struct eni_match *match;
	size_t n;
	struct eni_str text;
};
/* A text as found; n is 0 where there is none.  It lives until a text is added. */
struct eni_text {
	const struct eni_text_row *row;
	size_t n;
};

struct eni_texts {
	struct eni_arena arena;
	struct eni_map at; /* key -> index into span */
	struct eni_text_span {
		size_t from, n; /* rows */
	} * span;
	size_t n, cap;
	struct eni_text_row *row;
	size_t n_rows, cap_rows;
};

/* What stands for one placeholder; or a circumstance and the code that it has (`yes` of those that are or are not). */
struct eni_blank {
	const char *name;
	struct eni_str value;
};

/* Reads them all into *t.  0, or -1 after eni_fail naming file and line, as eni_texts_add.  The office must outlive it;
 * eni_texts_free in every case. */
int eni_texts_read(struct eni_texts *t, const struct eni_office *o, struct eni_diag *d);
/* The same of the codes wanted alone, and of the office: most of the time goes into what nobody asks for. */
int eni_texts_read_of(struct eni_texts *t, const struct eni_office *o, bool (*wanted)(const void *of, struct eni_str code),
    const void *of, struct eni_diag *d);
/* Adds the texts of one map; its tree must outlive *t, `file` is for messages.  lang: that of a text without one; NULL: built in,
 * where every text and title has all three languages and stands once.  0, or -1 after eni_fail: what is lacking or twice there, an
 * unknown placeholder, language or recipient. */
int eni_texts_add(struct eni_texts *t, const struct eni_node *map, const char *file, const char *lang, struct eni_diag *d);
void eni_texts_free(struct eni_texts *t);

/* The text of a code for a recipient (a code of ENI_V_TO; 0: any); the general one when the recipient has none of his
 * own.  Empty when there is none in that language. */
struct eni_text eni_texts_find(const struct eni_texts *t, struct eni_str say, int to, const char *lang);
/* Whether a row of it has that placeholder, or asks about it or that circumstance. */
bool eni_text_asks(struct eni_text text, const char *name);
/* Labels that are no code live as long as the texts.  The label of a code, else its word in the vocabulary of that name (concern,
 * needs, band ...), else the code itself.  Kind title: of a `say` code. */
struct eni_str eni_texts_label(const struct eni_texts *t, const char *kind, struct eni_str code, const char *lang);

/* Appends what is said of a text, filled; what is not among the blanks counts as empty. */
void eni_texts_say(struct eni_buf *out, const struct eni_texts *t, struct eni_text text, const char *lang,
    const struct eni_blank *blank, size_t n);
/* The same for one text that has no rows. */
void eni_texts_fill(struct eni_buf *out, struct eni_str text, const struct eni_blank *blank, size_t n);
/* Appends the labels of codes (with blanks between), put together as the language does (label join, code `kind`, else list). */
void eni_texts_list(struct eni_buf *out, const struct eni_texts *t, const char *kind, struct eni_str codes, const char *lang);
/* Appends a name as its owner is addressed: code any, male, female, doctor or org (label honorific).  A name that has an honorific
 * already, as the record has it, gets no second one.  Nothing for no name. */
void eni_texts_address(struct eni_buf *out, const struct eni_texts *t, struct eni_str name, const char *code, const char *lang);
/* Whether that is more than the bare name: the language has a form for the code, or the name an honorific. */
bool eni_texts_has_address(const struct eni_texts *t, struct eni_str name, const char *code, const char *lang);
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
/* The same in another form (label form, code `form`): `letter`, as letters are dated, has no weekday, and in Japanese the era. */
void eni_texts_day(struct eni_buf *out, const struct eni_texts *t, struct eni_when when, const char *form, const char *lang);

#endif
