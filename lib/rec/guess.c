/* Guesses: see guess.h. */
#include "rec/guess.h"

#include <stdlib.h>

#include "base/name.h"
#include "base/text.h"
#include "rec/questions.h"

/* Of two kanji any other two are near. */
static bool
is_too_short(struct eni_str word)
{
	return !eni_is_ascii(word) && eni_columns(word, true) < 6;
}

/* ---- headers ---- */

struct headers {
	const char **word;
	size_t n, cap;
};

static void
learn(struct headers *h, const char *word)
{
	if (word == NULL)
		return;
	h->word = eni_grow(h->word, &h->cap, h->n + 1, sizeof *h->word);
	h->word[h->n++] = word;
}

static void
learn_headers(struct headers *h, enum eni_kind kind)
{
	size_t n;
	const struct eni_field *f = eni_fields(&n);
	const char *word;

	for (; n > 0; f++, n--) {
		if ((f->kinds & ENI_IN(kind)) == 0)
			continue;
		learn(h, f->name);
		learn(h, f->ja);
		learn(h, f->zh);
		for (size_t k = 0; (word = eni_field_alias(f, k)) != NULL; k++)
			learn(h, word);
	}
}

/* The longest known header within this one, as 電話番号 in "ご連絡先の電話番号を教えてください". */
static const char *
known_within(const struct headers *h, const char *folded)
{
	const char *best = NULL;

	for (size_t i = 0; i < h->n; i++)
		if (strlen(h->word[i]) >= 2 * strlen("字") && strstr(folded, h->word[i]) != NULL &&
		    (best == NULL || strlen(h->word[i]) > strlen(best)))
			best = h->word[i];
	return best;
}

static const struct eni_field *
by_words(enum eni_kind kind, struct eni_str header)
{
	struct headers known = {0};
	struct eni_buf folded = {0};
	const char *word;

	eni_casefold(&folded, header);
	eni_buf_char(&folded, '\0');
	learn_headers(&known, kind);
	word = known_within(&known, folded.p);
	if (word == NULL && !is_too_short(header))
		word = eni_nearest(header, known.word, known.n);
	free(known.word);
	eni_buf_free(&folded);
	return word == NULL ? NULL : eni_header_find(kind, eni_str_of(word));
}

const struct eni_field *
eni_guess_field(enum eni_kind kind, struct eni_str header)
{
	const struct eni_field *f = kind == ENI_CLIENTS ? eni_question_find(header, true) : NULL;

	if (eni_header_names_another(kind, header) || eni_name_has_kin(header))
		return f == NULL || eni_field_is_personal(f) ? NULL : f;
	return f == NULL ? by_words(kind, header) : f;
}

/* ---- words ---- */

const char *
eni_guess_word(enum eni_vocab vocab, struct eni_str word)
{
	const char *near = is_too_short(word) ? NULL : eni_word_nearest(vocab, word);
	int code = near == NULL ? 0 : eni_word_find(vocab, eni_str_of(near));

	return eni_word_is(vocab, code, ENI_IS_DEATH) || vocab == ENI_V_PERMIT ? NULL : near;
}
