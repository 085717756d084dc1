/* Unknown words: see unknown_word.h. */
#include "book/unknown_word.h"

#include <stdlib.h>

#include "rec/value.h"

void
eni_unknown_words_note(struct eni_unknown_words *s, const struct eni_field *f, struct eni_str word, struct eni_place at)
{
	struct eni_buf key = {0};
	uint32_t had;

	eni_buf_printf(&key, "%s%c", f->name, 0x1f); /* the unit separator: no field has one */
	eni_buf_add(&key, word);
	had = eni_map_get(&s->by_word, eni_buf_str(&key));
	if (had == ENI_NONE) {
		eni_map_add(&s->by_word, eni_arena_keep(&s->arena, eni_buf_str(&key)), (uint32_t)s->n);
		s->one = eni_grow(s->one, &s->cap, s->n + 1, sizeof *s->one);
		s->one[s->n++] = (struct eni_unknown_word){eni_arena_keep(&s->arena, word), f, at, 1};
	} else {
		s->one[had].count++;
	}
	eni_buf_free(&key);
}

void
eni_unknown_words_report(struct eni_unknown_words *s, struct eni_diag *d)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_unknown_word *x = &s->one[i];
		const char *near = eni_word_nearest(x->field->vocab, x->word);
		int doubt = x->field->type == ENI_YES ? eni_yes_in_doubt(x->field->vocab) : 0;

		/* TRANSLATORS: it counts as empty, yes or no */
		eni_warn_all(d, x->first, x->field->name,
		    near == NULL ? eni_plural(x->count, "unknown word, in %zu record, counts as %s",
				       "unknown word, in %zu records, counts as %s")
				 : eni_plural(x->count, "unknown word, in %zu record, counts as %s; nearest is %s",
				       "unknown word, in %zu records, counts as %s; nearest is %s"),
		    x->count, doubt == 0 ? _("empty") : eni_word_code(x->field->vocab, doubt), near);
	}
	s->n = 0;
	eni_map_free(&s->by_word);
}

void
eni_unknown_words_free(struct eni_unknown_words *s)
{
	free(s->one);
	eni_map_free(&s->by_word);
	eni_arena_free(&s->arena);
	*s = (struct eni_unknown_words){0};
}
