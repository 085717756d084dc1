/* Unknown words: see unknown_word.h. */
#include "book/unknown_word.h"

#include <stdlib.h>

#include "rec/guess.h"
#include "rec/value.h"

void
eni_unknown_words_note(
    struct eni_unknown_words *s, const struct eni_field *f, struct eni_str word, struct eni_place at, struct eni_word_reading as)
{
	struct eni_buf key = {0};
	uint32_t had;

	word = eni_str_trim(word);
	eni_buf_printf(&key, "%s%c", f->name, 0x1f); /* the unit separator: no field has one */
	eni_buf_add(&key, word);
	had = eni_map_get(&s->by_word, eni_buf_str(&key));
	if (had == ENI_NONE) {
		eni_map_add(&s->by_word, eni_arena_keep(&s->arena, eni_buf_str(&key)), (uint32_t)s->n);
		s->one = eni_grow(s->one, &s->cap, s->n + 1, sizeof *s->one);
		s->one[s->n++] = (struct eni_unknown_word){
		    .word = eni_arena_keep(&s->arena, word), .field = f, .first = at, .count = 1, .code = as.code, .how = as.how};
	} else {
		s->one[had].count++;
	}
	eni_buf_free(&key);
}

static void
report(const struct eni_unknown_word *x, struct eni_diag *d)
{
	const char *near = eni_guess_word(x->field->vocab, x->word);
	int doubt = x->field->type == ENI_YES ? eni_yes_in_doubt(x->field->vocab) : (int)ENI_UNKNOWN_WORD;

	/* TRANSLATORS: it counts as empty, unread, yes or no */
	eni_warn_all(d, x->first, x->field->name,
	    near == NULL
		? eni_plural(x->count, "unknown word, in %zu record, counts as %s", "unknown word, in %zu records, counts as %s")
		: eni_plural(x->count, "unknown word, in %zu record, counts as %s; nearest is %s",
		      "unknown word, in %zu records, counts as %s; nearest is %s"),
	    x->count, doubt == 0 ? _("empty") : eni_word_code(x->field->vocab, doubt), near);
}

void
eni_unknown_words_report(struct eni_unknown_words *s, struct eni_diag *d)
{
	for (size_t i = 0; i < s->n; i++) {
		struct eni_unknown_word *x = &s->one[i];

		if (x->how == ENI_UNREAD && !x->reported && x->field->vocab != ENI_V_STATUS)
			report(x, d);
		x->reported = true;
	}
}

void
eni_unknown_words_quote(struct eni_unknown_words *s, struct eni_diag *d)
{
	for (size_t i = 0; i < s->n; i++) {
		struct eni_unknown_word *x = &s->one[i];

		if (x->reported)
			continue;
		/* TRANSLATORS: the word as it was written, then what it was read as */
		eni_warn_all(d, x->first, x->field->name,
		    x->how == ENI_UNREAD ? eni_plural(x->count, "%.*s: unread, in %zu record", "%.*s: unread, in %zu records")
					 : eni_plural(x->count, "%.*s: read by a part of it, in %zu record, as %s",
					       "%.*s: read by a part of it, in %zu records, as %s"),
		    (int)x->word.n, x->word.p, x->count, eni_word_code(x->field->vocab, x->code));
		x->reported = true;
	}
}

void
eni_unknown_words_free(struct eni_unknown_words *s)
{
	free(s->one);
	eni_map_free(&s->by_word);
	eni_arena_free(&s->arena);
	*s = (struct eni_unknown_words){0};
}
