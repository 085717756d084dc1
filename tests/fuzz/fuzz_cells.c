/* Any bytes as one cell, read as everything a cell may be: no fault of memory, parts that lie in the cell, days and numbers that
 * can be written, and readers that come to an end. */
#include "base/bounds.h"
#include "base/day_hand.h"
#include "base/dial.h"
#include "base/name.h"
#include "base/text.h"
#include "form/answers.h"
#include "fuzz.h"
#include "rec/death.h"
#include "rec/reading.h"

static bool
lies_in(struct eni_str part, struct eni_str cell)
{
	return part.n == 0 || (part.p >= cell.p && part.p + part.n <= cell.p + cell.n);
}

static bool
is_same(struct eni_when a, struct eni_when b)
{
	return a.day == b.day && a.minute == b.minute;
}

/* What is read can be written and read again. */
static void
read_day(struct eni_str cell)
{
	char text[ENI_WHEN_TEXT];

	for (int end = 0; end < 2; end++) {
		struct eni_when w, again;
		unsigned open;
		int got = eni_when_read(cell, end == 1, &w, &open);

		fuzz_promise((got == 1) == eni_is_day(w));
		if (got != 1)
			continue;
		fuzz_promise(w.minute >= ENI_NOTIME && w.minute < 24 * 60);
		fuzz_promise(eni_when_parse((struct eni_str){text, eni_when_format(w, text)}, &again, NULL) == 1);
		fuzz_promise(is_same(w, again));
	}
}

/* A day written in the hand of the cell is that day. */
static void
write_day(struct eni_str cell)
{
	static const struct eni_when day = {20778, ENI_NOTIME}; /* 2026-11-21 */
	struct eni_day_hand hand = {.days = 0}, none = {.days = 0};
	struct eni_buf out = {0};
	struct eni_when w;

	eni_day_hand_see(&hand, cell, 0);
	if (eni_day_hand_write(&hand, &none, &out, day))
		fuzz_promise(eni_when_parse(eni_buf_str(&out), &w, NULL) == 1 && is_same(w, day));
	eni_buf_free(&out);
}

static void
read_numbers(struct eni_str cell)
{
	struct eni_str rest = cell, written;
	struct eni_bounds money = ENI_OPEN_BOUNDS;
	struct eni_buf digits = {0};

	while (eni_phone_next(&digits, &rest, &written)) {
		fuzz_promise(digits.n > 0 && lies_in(written, cell) && written.n > 0);
		for (size_t i = 0; i < digits.n; i++)
			fuzz_promise(digits.p[i] >= '0' && digits.p[i] <= '9');
	}
	fuzz_promise(lies_in(eni_phone_first(cell), cell));
	if (eni_money_bounds_parse(cell, 2, &money) == 1)
		fuzz_promise(money.from <= money.to);
	eni_buf_free(&digits);
}

static void
read_name(struct eni_str cell)
{
	struct eni_name name = eni_name_split(cell);
	struct eni_name_fold fold = {.text = {0}};
	struct eni_buf out = {0};

	fuzz_promise(lies_in(name.bare, cell) && lies_in(name.addressed, cell) && lies_in(name.relation, cell));
	fuzz_promise(name.bare.n > 0 || eni_str_trim(cell).n == 0);
	eni_name_identity(&out, cell);
	eni_name_reference(&fold, &out, cell);
	eni_name_fold_text(&fold, &out, cell);
	eni_buf_free(&out);
	eni_name_fold_free(&fold);
}

static void
read_word(struct eni_str cell)
{
	for (int vocab = ENI_V_NONE + 1; vocab < ENI_VOCABS; vocab++) {
		struct eni_word_reading r = eni_word_read((enum eni_vocab)vocab, cell);

		fuzz_promise((r.how == ENI_UNREAD) == (r.code == ENI_UNKNOWN_WORD));
		fuzz_promise(r.head.n + r.remark.n <= cell.n);
	}
	eni_death_read(cell);
}

static void
read_answer(struct eni_str cell)
{
	struct eni_question q = eni_question_of(cell);
	struct eni_str question, option = {"", 0};
	struct eni_arena arena = {0};
	size_t n, at = 0;
	const struct eni_field *f = eni_fields(&n);

	fuzz_promise(lies_in(q.number, cell) && lies_in(q.text, cell));
	while (eni_question_part(q.text, &at, &question, &option))
		fuzz_promise(lies_in(question, cell) && lies_in(option, cell));
	for (; n > 0; f++, n--)
		if (f->kinds & ENI_IN(ENI_CLIENTS)) {
			eni_answer(&arena, f, cell);
			eni_answer_option(&arena, f, option, cell);
		}
	eni_arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	enum { LONGEST = 512 }; /* what is read of a word is remembered while the program runs */
	const struct eni_str text = {(const char *)bytes, n < LONGEST ? n : (size_t)LONGEST};
	const struct eni_str cell = {text.p, eni_utf8_prefix(text)};

	read_day(text);
	write_day(cell);
	read_numbers(text);
	read_name(text);
	read_word(cell);
	read_answer(cell);
	return 0;
}
