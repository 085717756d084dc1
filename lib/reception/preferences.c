/* What people name: see preferences.h. */
#include "reception/preferences.h"

#include <stdlib.h>

#include "base/text.h"
#include "book/cell_word.h"

/* A field of one word is read whole, with whatever else its cell says. */
static bool
next_word(const struct eni_field *f, struct eni_str *cell, struct eni_str *word)
{
	if (f->type == ENI_ENUMS)
		return eni_piece(cell, word);
	*word = eni_str_trim(*cell);
	*cell = (struct eni_str){"", 0};
	return word->n > 0;
}

bool
eni_named_add(struct eni_counts *c, const struct eni_book *b, const struct eni_field *f, struct eni_str cell,
    struct eni_unknown_words *unknown, struct eni_place at)
{
	struct eni_str word;
	uint64_t seen = 0;

	while (next_word(f, &cell, &word)) {
		struct eni_word_reading r = eni_cell_read(&b->office, f, word);
		int code = eni_word_known(r.code);

		if (r.how == ENI_UNREAD)
			eni_unknown_words_note(unknown, f, word, at, r);
		else if ((seen >> code & 1) == 0)
			eni_counts_add(c, f->vocab, code);
		seen |= code == 0 ? 0 : (uint64_t)1 << code;
	}
	return seen != 0;
}

/* ---- surveys of those who were lost ---- */

enum { AT, ID, KIND, REASON, COLUMNS };
static const char *const names[] = {[AT] = "at", [ID] = "id", [KIND] = "kind", [REASON] = "reason"};
ENI_ROW_FOR_EACH(names, COLUMNS);

static int
code(const struct eni_book *b, const struct eni_stream *s, size_t k)
{
	return eni_word_known(eni_book_code(b, eni_field_find(ENI_SURVEYS, eni_str_of(names[k])), eni_stream_cell(s, k)));
}

static void
take(struct eni_book *b, const struct eni_stream *s, uint8_t *reason, int32_t *latest)
{
	uint32_t who = eni_book_find(b, eni_stream_cell(s, ID));
	struct eni_when at = ENI_NEVER;
	int why = code(b, s, REASON);

	if (who == ENI_NONE || !eni_subject_is_client(b, who) || code(b, s, KIND) != ENI_SURVEY_LOST || why == 0)
		return;
	eni_stream_when(s, AT, &at);
	if ((eni_is_day(at) && !eni_book_has_happened(b, at)) || eni_pack_when(at) < latest[who])
		return;
	reason[who] = (uint8_t)why;
	latest[who] = eni_pack_when(at);
}

int
eni_lost_surveys(struct eni_book *b, uint8_t **reason)
{
	struct eni_stream s;
	int32_t *latest;
	int got = eni_stream_open(&s, b, ENI_SURVEYS, names, COLUMNS);

	*reason = NULL;
	if (got != 0)
		return got == 1 ? 0 : -1;
	*reason = eni_realloc(NULL, b->clients.n + 1);
	memset(*reason, 0, b->clients.n + 1);
	latest = eni_realloc(NULL, (b->clients.n + 1) * sizeof *latest);
	for (size_t i = 0; i < b->clients.n; i++)
		latest[i] = ENI_PACKED_NONE;
	while ((got = eni_stream_next(&s)) > 0)
		take(b, &s, *reason, latest);
	eni_stream_close(&s);
	free(latest);
	return got;
}
