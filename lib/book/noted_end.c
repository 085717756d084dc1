/* Days of leaving in notes and beside the status: see noted_end.h. */
#include "book/noted_end.h"

#include "base/text.h"
#include "book/cell_word.h"
#include "rec/death.h"
#include "rec/stems.h"

/* In front of the day. */
static const char *const bullets[] = {
    " ", "\n", "※", "*", "・", "●", "○", "◆", "■", "★", "☆", "(", "[", "【", "「", "<", "→", "-", NULL};
/* Beside the word of hospital or death: on that day it was heard of, had lasted, or is not sure. */
static const char *const heard[] = {"連絡", "電話", "tel", "報告", "情報", "確認", "面会", "見舞", "とのこと", "旨", "聞", "联系",
    "来电", "电话", "通知", "微信", "得知", "听说", "确认", "探望", "継続", "続", "転院", "转院", "退院", "出院", "らしい", "?",
    NULL};
/* Where words end; a blank is a comma. */
static const char *const commas[] = {",", "、", "(", ")", "・", "→", "]", "】", NULL};

/* The bytes of the word that s starts with; 0: none. */
static size_t
starts_with(struct eni_str s, const char *const *word)
{
	while (*word != NULL && !eni_str_starts(s, eni_str_of(*word)))
		word++;
	return *word == NULL ? 0 : strlen(*word);
}

static bool
is_digit(struct eni_str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Whether a number, or a day, goes on there: of 11/31 11/3 is no part. */
static bool
goes_on(struct eni_str s, size_t at)
{
	return is_digit(s, at) || (at < s.n && strchr("/.-", s.p[at]) != NULL && is_digit(s, at + 1));
}

/* A number alone is no day in a text, whatever a spreadsheet would make of it. */
static bool
is_number(struct eni_str s)
{
	size_t digits = 0;

	s = eni_str_trim(s);
	while (is_digit(s, digits))
		digits++;
	return digits == s.n && digits < 8;
}

/* The bytes of the day that s starts with, the most that can be read as one; 0: it starts with none. */
static size_t
starts_with_day(struct eni_str s)
{
	enum { LONGEST = 48 };
	struct eni_when w;
	unsigned open;

	for (size_t n = s.n < LONGEST ? s.n : (size_t)LONGEST; n > 0; n--) {
		struct eni_str day = {s.p, n};
		bool inside = n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80;

		if (!inside && !goes_on(s, n) && !is_number(day) && eni_when_read(day, false, &w, &open) == 1)
			return n;
	}
	return 0;
}

/* What is said of that day: up to the next day, sentence or line. */
static struct eni_str
of_that_day(struct eni_str rest)
{
	static const char *const ends[] = {"。", "\n", NULL};
	size_t at = 0;

	while (at < rest.n && starts_with(eni_str_from(rest, at), ends) == 0) {
		bool number = is_digit(rest, at) && (at == 0 || !is_digit(rest, at - 1));

		if (number && starts_with_day(eni_str_from(rest, at)) > 0)
			break;
		at++;
	}
	return (struct eni_str){rest.p, at};
}

static bool
was_heard(struct eni_str s)
{
	for (size_t at = 0; at < s.n; at++)
		if (starts_with(eni_str_from(s, at), heard) > 0)
			return true;
	return false;
}

/* The beginning of a text to where the words end that stand at `at`. */
static struct eni_str
words_to(struct eni_str s, size_t at)
{
	while (at < s.n && starts_with(eni_str_from(s, at), commas) == 0)
		at++;
	return (struct eni_str){s.p, at};
}

static struct eni_str
without_commas(struct eni_str s)
{
	size_t n;

	while ((n = starts_with(s, commas)) > 0)
		s = eni_str_from(s, n);
	return s;
}

static bool
tells_end(struct eni_str text)
{
	struct eni_stem stem;

	text = without_commas(text);
	if (eni_death_read(text) == ENI_DEATH_CLIENT)
		return !was_heard(words_to(text, 0));
	return eni_stems_find(ENI_V_REASON, text, &stem) && stem.code == ENI_REASON_HOSPITAL &&
	       !was_heard(words_to(text, stem.at)) && !eni_names_another((struct eni_str){text.p, stem.at});
}

/* As stems are compared, and with a comma for each blank, which casefold would drop. */
static void
fold(struct eni_buf *out, struct eni_str s)
{
	struct eni_buf plain = {0};

	eni_buf_add(&plain, s);
	for (size_t i = 0; i < plain.n; i++)
		plain.p[i] = plain.p[i] == ' ' ? ',' : plain.p[i];
	eni_casefold(out, eni_buf_str(&plain));
	eni_buf_free(&plain);
}

bool
eni_noted_end(const struct eni_office *o, struct eni_str note, const struct eni_day_row *row, struct eni_when *out, unsigned *open)
{
	const struct eni_field *end_date = eni_field_find(ENI_CLIENTS, ENI_S("end_date"));
	struct eni_buf plain = {0}, folded = {0};
	struct eni_str rest;
	size_t n;
	bool noted = false;

	*out = ENI_NEVER;
	if (!eni_status_is(row->status, ENI_IS_GONE) || note.n == 0)
		return false;
	eni_nfkc(&plain, note);
	rest = eni_buf_str(&plain);
	while ((n = starts_with(rest, bullets)) > 0)
		rest = eni_str_from(rest, n);
	n = starts_with_day(rest);
	if (n > 0 && eni_day_read(o, end_date, (struct eni_str){rest.p, n}, row, out, open) == 1) {
		fold(&folded, of_that_day(eni_str_from(rest, n)));
		noted = tells_end(eni_buf_str(&folded));
	}
	if (!noted)
		*out = ENI_NEVER;
	eni_buf_free(&folded);
	eni_buf_free(&plain);
	return noted;
}

/* ---- beside the status ---- */

/* Between a word and its day. */
static const char *const joints[] = {" ", "(", ")", "[", "]", "~", "〜", "-", "ー", ":", "、", ",", "から", "より", "以降", "付け",
    "付", "に", "で", "をもって", "起", NULL};

static struct eni_str
without_joints(struct eni_str s)
{
	size_t before;

	do {
		before = s.n;
		for (const char *const *j = joints; *j != NULL; j++) {
			struct eni_str joint = eni_str_of(*j);

			if (eni_str_starts(s, joint))
				s = eni_str_from(s, joint.n);
			if (eni_str_ends(s, joint))
				s.n -= joint.n;
		}
	} while (s.n < before);
	return s;
}

/* Empty, or a known word of who is gone. */
static bool
is_gone(const struct eni_office *o, struct eni_str word)
{
	struct eni_word_reading r = eni_cell_read(o, eni_field_find(ENI_CLIENTS, ENI_S("status")), word);

	return word.n == 0 || (r.how == ENI_READ_WHOLE && eni_status_is(r.code, ENI_IS_GONE));
}

/* Where the first day of a cell begins.  *n: its length; 0: there is none. */
static size_t
find_day(struct eni_str cell, size_t *n)
{
	size_t at = 0;

	for (*n = 0; at < cell.n; at++)
		if ((at == 0 || !is_digit(cell, at - 1)) && (*n = starts_with_day(eni_str_from(cell, at))) > 0)
			break;
	return at;
}

bool
eni_status_end(
    const struct eni_office *o, struct eni_str status, const struct eni_day_row *row, struct eni_when *out, unsigned *open)
{
	const struct eni_field *end_date = eni_field_find(ENI_CLIENTS, ENI_S("end_date"));
	struct eni_buf plain = {0};
	struct eni_str cell;
	size_t at, n;
	bool noted = false;

	*out = ENI_NEVER;
	if (!eni_status_is(row->status, ENI_IS_GONE))
		return false;
	eni_nfkc(&plain, status);
	cell = eni_buf_str(&plain);
	at = find_day(cell, &n);
	if (n > 0 && n < cell.n && eni_day_read(o, end_date, (struct eni_str){cell.p + at, n}, row, out, open) == 1)
		noted = is_gone(o, without_joints((struct eni_str){cell.p, at})) &&
			is_gone(o, without_joints(eni_str_from(cell, at + n)));
	if (!noted)
		*out = ENI_NEVER;
	eni_buf_free(&plain);
	return noted;
}

bool
eni_notes_day_from(const struct eni_office *o, struct eni_str note, const struct eni_day_row *row, struct eni_when end)
{
	struct eni_buf plain = {0};
	struct eni_str rest;
	struct eni_when w;
	size_t n;
	bool found = false;

	eni_nfkc(&plain, note);
	rest = eni_buf_str(&plain);
	while (!found && rest.n > 0) {
		size_t at = find_day(rest, &n);

		if (n > 0 && eni_day_read(o, NULL, (struct eni_str){rest.p + at, n}, row, &w, NULL) == 1)
			found = !eni_is_day(end) || w.day >= end.day;
		rest = eni_str_from(rest, at + n);
	}
	eni_buf_free(&plain);
	return found;
}

const struct eni_end_source eni_end_sources[ENI_END_SOURCES] = {
    {"note", eni_noted_end},
    {"reason_note", eni_noted_end},
    {"reason", eni_noted_end},
    {"status", eni_status_end},
};
