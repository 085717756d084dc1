/*
 * Names of people in cells: how one is printed, and which two are one (decision 55).
 * Room: base.  All comparing of names is done here, so that a list, a journal and an operand mean the same person by one name.
 */
#ifndef ENI_BASE_NAME_H
#define ENI_BASE_NAME_H

#include "base/map.h"

/* A cell taken apart; all are parts of it. */
struct eni_name {
	struct eni_str bare;      /* without a form of address (様, 先生, 女士) and without a relation */
	struct eni_str addressed; /* with the form of address, where it stands right behind the name */
	struct eni_str relation;  /* in brackets behind: 長男, 妻, 女儿; empty where there is none */
};
/* Of a cell of nothing but blanks all are empty; a name that is nothing but a form of address keeps it. */
struct eni_name eni_name_split(struct eni_str cell);

/* Whether a word for a relative or another near person stands anywhere in a text. */
bool eni_name_has_kin(struct eni_str text);
/* Whether the text is or ends with such a word: 長男, 義父, 大女儿; so does 正夫, which is a name. */
bool eni_name_is_kin(struct eni_str text);
/* What stands behind such a word at the beginning: 恵子 of 長女 恵子 and of 長女恵子; all of the text where nothing does. */
struct eni_str eni_name_behind_kin(struct eni_str text);

/* Identity, as ids made of names have it: appends the bare name in NFKC, without blanks. */
void eni_name_identity(struct eni_buf *out, struct eni_str name);

/* What folding needs on the way.  Zero-initialise; eni_name_fold_free when done. */
struct eni_name_fold {
	struct eni_map variants; /* a kanji -> its row among the variants */
	struct eni_buf text;
};
/* Reference, as people write of one another: appends the identity in small letters, katakana as hiragana, variant kanji (髙 高, 﨑
 * 崎, 邉 邊 辺) as one, without apostrophes, points and ＝ between the parts, and without familiar forms of address (ちゃん, 阿姨).
 */
void eni_name_reference(struct eni_name_fold *f, struct eni_buf *out, struct eni_str name);
/* The same of any text, as an address: no form of address is known and no sign is dropped. */
void eni_name_fold_text(struct eni_name_fold *f, struct eni_buf *out, struct eni_str text);
/* Whether two cells name one person: the same reference, or one is the given name in the other (恵子, 長女 恵子, 青木 恵子). */
bool eni_name_same_person(struct eni_name_fold *f, struct eni_str a, struct eni_str b);
void eni_name_fold_free(struct eni_name_fold *f);

#endif
